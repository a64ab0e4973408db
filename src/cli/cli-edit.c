/* cli-edit.c — "add", "set", "remove", "move": rows of any table, made, changed and taken away. */
#include "cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "guatu-field-text.h"
#include "guatu-samples.h"

/* The tables whose rows people add, and the field that --under fills. */
static const struct
{
  GuatuTable table;
  int        under;
} addable[] = {
  { GUATU_TABLE_TASK, GUATU_TASK_PARENT },
  { GUATU_TABLE_UNIT, GUATU_UNIT_PARENT },
  { GUATU_TABLE_PERSON, GUATU_PERSON_UNIT },
  { GUATU_TABLE_PHASE, -1 },
  { GUATU_TABLE_LEDGER, -1 },
  { GUATU_TABLE_CATEGORY, GUATU_CATEGORY_LEDGER },
  { GUATU_TABLE_KEY_NODE, GUATU_KEY_NODE_TASK },
  { GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_LEDGER },
  { GUATU_TABLE_MEMBERSHIP, GUATU_MEMBERSHIP_UNIT },
  { GUATU_TABLE_TASK_SPLIT, GUATU_TASK_SPLIT_TASK },
  { GUATU_TABLE_TASK_TARGET, GUATU_TASK_TARGET_TASK },
  { GUATU_TABLE_CUSTOM_FIELD, -1 },
  { GUATU_TABLE_CUSTOM_VALUE, GUATU_CUSTOM_VALUE_TASK },
  { GUATU_TABLE_LIGHT_RULE_SET, -1 },
  { GUATU_TABLE_LIGHT_OVERRIDE, GUATU_LIGHT_OVERRIDE_TASK },
  { GUATU_TABLE_SPONSORSHIP, GUATU_SPONSORSHIP_PERSON },
  { GUATU_TABLE_RECURRENCE, GUATU_RECURRENCE_TASK },
};

/* The tables whose rows "set" and "remove" know by a word. */
static const GuatuTable editable[] = {
  GUATU_TABLE_TASK, GUATU_TABLE_PLAN, GUATU_TABLE_UNIT, GUATU_TABLE_PERSON, GUATU_TABLE_PHASE, GUATU_TABLE_LEDGER,
  GUATU_TABLE_CATEGORY, GUATU_TABLE_LEDGER_ITEM, GUATU_TABLE_KEY_NODE, GUATU_TABLE_LINK, GUATU_TABLE_ASSIGNMENT,
  GUATU_TABLE_MEMBERSHIP, GUATU_TABLE_BASELINE, GUATU_TABLE_REPORT, GUATU_TABLE_CALENDAR,
  GUATU_TABLE_CALENDAR_EXCEPTION, GUATU_TABLE_CALENDAR_WEEK, GUATU_TABLE_TASK_SPLIT, GUATU_TABLE_TASK_TARGET,
  GUATU_TABLE_CUSTOM_FIELD, GUATU_TABLE_CUSTOM_VALUE, GUATU_TABLE_LIGHT_RULE_SET, GUATU_TABLE_LIGHT_OVERRIDE,
  GUATU_TABLE_SPONSORSHIP, GUATU_TABLE_RECURRENCE,
};

static const GuatuSetting *
settings_data (const GArray *settings)
{
  return (const GuatuSetting *) (gpointer) settings->data;
}

static GArray *
settings_new (void)
{
  return g_array_new (FALSE, TRUE, sizeof (GuatuSetting));
}

/* Help that comes from the field table -------------------------------------------------------------------- */

static void
print_field (const GuatuField *field)
{
  printf ("    %-22s %s", field->name, _(field->label));
  for (int i = 0; field->choices != NULL && field->choices[i].name != NULL; i++)
    printf ("%s%s", i == 0 ? ": " : ", ", field->choices[i].name);
  printf ("\n");
}

static void
print_fields (GuatuTable table)
{
  const GuatuTableInfo *info = guatu_table_info (table);
  g_autofree char *word = cli_table_word (info->name);

  printf ("  %s\n", word);
  for (guint i = 1; i < info->n_fields; i++)
    if (!(info->fields[i].flags & GUATU_FIELD_FIXED))
      print_field (&info->fields[i]);
}

static void
add_help (void)
{
  printf ("\n%s\n", _("Fields:"));
  for (guint i = 0; i < G_N_ELEMENTS (addable); i++)
    print_fields (addable[i].table);
}

static void
set_help (void)
{
  printf ("\n%s\n", _("Fields:"));
  for (guint i = 0; i < G_N_ELEMENTS (editable); i++)
    print_fields (editable[i]);
}

/* "add" ---------------------------------------------------------------------------------------------------- */

static gboolean
put_under (const CliCall *call, const GuatuPlan *plan, GuatuTable table, int field, GArray *settings, GError **error)
{
  const char *under = cli_option (call, "under");
  GuatuTable target;
  gint32 row;

  if (under == NULL)
    return TRUE;
  if (field < 0)
    return cli_usage (error, _("“--under” means nothing for “%s”."), call->args[1]);

  target = guatu_field (table, (guint) field)->target;
  row = cli_find_row (plan, target, under, error);
  if (row < 0)
    return FALSE;

  cli_settings_add (settings, (guint) field, GUATU_INTEGER (guatu_plan_id (plan, target, row)));
  return TRUE;
}

static int
find_addable (const char *word)
{
  int table = cli_find_table (word);

  for (guint i = 0; i < G_N_ELEMENTS (addable); i++)
    if ((int) addable[i].table == table)
      return (int) i;

  return -1;
}

/* Calendars are not put together field by field: those that ship are taken in whole. */
static gboolean
add_calendar (const CliCall *call, GError **error)
{
  g_autoptr(GuatuDocument) document = NULL;
  g_autoptr(GuatuPlan) shipped = NULL;
  const GuatuPlan *plan;
  gint64 before, id;

  if (call->n_args < 3)
    return cli_usage (error, _("A name is missing."));
  if (call->n_args > 3 || cli_flag (call, "under"))
    return cli_usage (error, _("A calendar is added by its short name alone."));

  document = cli_open_to_edit (call, error);
  if (document == NULL)
    return FALSE;

  plan = guatu_document_get_plan (document);
  shipped = guatu_empty_plan_new ("", guatu_plan_settings (plan)->start, call->args[2],
                                  guatu_plan_text (plan, guatu_plan_settings (plan)->language), error);
  if (shipped == NULL)
    return FALSE;

  before = cli_head (document);
  return guatu_document_add_calendar (document, shipped, &id, error)
         && cli_say_what_was_done (call, document, before, id, error);
}

static gboolean
run_add (const CliCall *call, GError **error)
{
  int which = find_addable (call->args[1]);
  g_autoptr(GArray) settings = settings_new ();
  g_autoptr(GuatuDocument) document = NULL;
  const GuatuPlan *plan;
  GuatuTable table;
  gint64 before, id;
  int name;

  if (cli_find_table (call->args[1]) == GUATU_TABLE_CALENDAR)
    return add_calendar (call, error);
  if (which < 0)
    return cli_usage (error, _("“%s” is nothing that can be added."), call->args[1]);

  table = addable[which].table;
  name = cli_name_field (table);
  if (name >= 0 && call->n_args < 3)
    return cli_usage (error, _("A name is missing."));

  document = cli_open_to_edit (call, error);
  if (document == NULL)
    return FALSE;

  plan = guatu_document_get_plan (document);
  if (name >= 0)
    cli_settings_add (settings, (guint) name, GUATU_TEXT (call->args[2]));
  if (!cli_settings_parse (call, name >= 0 ? 3 : 2, plan, table, -1, settings, error)
      || !put_under (call, plan, table, addable[which].under, settings, error))
    return FALSE;

  before = cli_head (document);
  return guatu_document_add (document, table, settings_data (settings), settings->len, &id, error)
         && cli_say_what_was_done (call, document, before, id, error);
}

static const CliOption add_options[] = {
  { "under", "WHICH", N_("The task, unit or ledger that it belongs to") },
  { "json", NULL, N_("Print the new id as JSON") },
  { NULL },
};

const CliCommand cli_add = {
  .name = "add",
  .arguments = "FILE KIND NAME [--under WHICH] [FIELD=VALUE…]",
  .summary = N_("Add a task, unit, person, phase, ledger, category, key node or calendar"),
  .details =
    N_("KIND is task, unit, person, phase, ledger, category, key-node; or ledger-item or membership, which\n"
       "have no NAME. --under names the task above a task or below a key node, the unit above a unit or of\n"
       "a person, the ledger of a category. Durations are written 5d, 2w, 3.5h, 2d16h or 3ed (elapsed),\n"
       "dates 2026-03-31 or 2026-03-31T17:00, shares 34%, references by id or name. It prints the new id.\n"
       "“add FILE calendar SLUG” takes in a calendar that ships with the program, with its holidays."),
  .options = add_options,
  .min_args = 2,
  .max_args = G_MAXUINT,
  .run = run_add,
  .more_help = add_help,
};

/* "set" and "remove" ----------------------------------------------------------------------------------------- */

/* The table that a word of the command line names, if it is one whose rows may be edited; else task. */
static GuatuTable
edited_table (const char *word, gboolean *named)
{
  int table = cli_find_table (word);

  *named = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (editable); i++)
    if ((int) editable[i] == table)
      {
        *named = TRUE;
        return editable[i];
      }

  return GUATU_TABLE_TASK;
}

static gboolean
run_set (const CliCall *call, GError **error)
{
  g_autoptr(GArray) settings = settings_new ();
  g_autoptr(GuatuDocument) document = NULL;
  const GuatuPlan *plan;
  gboolean named;
  GuatuTable table = edited_table (call->args[1], &named);
  guint which = named && table != GUATU_TABLE_PLAN ? 2 : 1;
  gint32 row = 0;
  gint64 before;

  if (call->n_args <= which + 1)
    return cli_usage (error, _("There is nothing to set: FIELD=VALUE is missing."));

  document = cli_open_to_edit (call, error);
  if (document == NULL)
    return FALSE;

  plan = guatu_document_get_plan (document);
  if (table != GUATU_TABLE_PLAN)
    row = cli_find_row (plan, table, call->args[which], error);
  if (row < 0 || !cli_settings_parse (call, which + 1, plan, table, row, settings, error))
    return FALSE;

  before = cli_head (document);
  return guatu_document_set (document, table, guatu_plan_id (plan, table, row), settings_data (settings),
                             settings->len, error)
         && cli_say_what_was_done (call, document, before, 0, error);
}

const CliCommand cli_set = {
  .name = "set",
  .arguments = "FILE TASK|plan|KIND WHICH FIELD=VALUE…",
  .summary = N_("Set fields of a task, of the plan, or of any other row"),
  .details =
    N_("“set FILE TASK FIELD=VALUE…” sets fields of a task, “set FILE plan FIELD=VALUE…” settings of the\n"
       "plan, and “set FILE KIND WHICH FIELD=VALUE…” those of a unit, person, phase …, by id or name. All\n"
       "fields that are named change together, or none. An empty value empties a field."),
  .min_args = 3,
  .max_args = G_MAXUINT,
  .run = run_set,
  .more_help = set_help,
};

static gboolean
run_remove (const CliCall *call, GError **error)
{
  g_autoptr(GuatuDocument) document = NULL;
  const GuatuPlan *plan;
  gboolean named;
  GuatuTable table = edited_table (call->args[1], &named);
  guint which = named ? 2 : 1;
  gint64 before;
  gint32 row;

  if (table == GUATU_TABLE_PLAN)
    return cli_usage (error, _("A plan is not removed from its own file."));
  if (call->n_args != which + 1)
    return cli_usage (error, _("Say one thing to remove."));

  document = cli_open_to_edit (call, error);
  if (document == NULL)
    return FALSE;

  plan = guatu_document_get_plan (document);
  row = cli_find_row (plan, table, call->args[which], error);
  if (row < 0)
    return FALSE;

  before = cli_head (document);
  return guatu_document_remove (document, table, guatu_plan_id (plan, table, row), error)
         && cli_say_what_was_done (call, document, before, 0, error);
}

const CliCommand cli_remove = {
  .name = "remove",
  .arguments = "FILE TASK|KIND WHICH",
  .summary = N_("Remove a task with all below it, or any other row"),
  .details =
    N_("“remove FILE TASK” removes a task, its descendants, and their links, assignments and reports;\n"
       "“remove FILE KIND WHICH” a unit, person, phase, ledger, category, key-node … by id or name."),
  .min_args = 2,
  .max_args = 3,
  .run = run_remove,
};

/* "move" ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  gint32 parent;
  gint32 before;
} Place;

/* Where --before or --after TASK, or --under TASK, puts the task in row @task. */
static gboolean
find_place (const CliCall *call, const GuatuPlan *plan, gint32 task, Place *place, GError **error)
{
  const GuatuTask *tasks = guatu_plan_tasks (plan);
  const char *under = cli_option (call, "under");
  const char *before = cli_option (call, "before");
  const char *after = cli_option (call, "after");
  gint32 sibling;

  *place = (Place) { -1, -1 };
  if (under != NULL)
    {
      place->parent = cli_find_task (plan, under, error);
      return place->parent >= 0;
    }
  if (before == NULL && after == NULL)
    return TRUE;

  sibling = cli_find_task (plan, before != NULL ? before : after, error);
  if (sibling < 0)
    return FALSE;

  place->parent = tasks[sibling].parent;
  place->before = before != NULL ? sibling : tasks[sibling].next_sibling;
  if (place->before == task)
    place->before = tasks[task].next_sibling;
  return TRUE;
}

static gboolean
run_move (const CliCall *call, GError **error)
{
  g_autoptr(GuatuDocument) document = NULL;
  const GuatuPlan *plan;
  Place place;
  gint64 head, parent, before;
  gint32 task;

  if ((cli_flag (call, "under") + cli_flag (call, "before") + cli_flag (call, "after") + cli_flag (call, "top")) != 1)
    return cli_usage (error, _("Say where to: one of --under, --before, --after and --top."));

  document = cli_open_to_edit (call, error);
  if (document == NULL)
    return FALSE;

  plan = guatu_document_get_plan (document);
  task = cli_find_task (plan, call->args[1], error);
  if (task < 0 || !find_place (call, plan, task, &place, error))
    return FALSE;

  head = cli_head (document);
  parent = place.parent >= 0 ? guatu_plan_id (plan, GUATU_TABLE_TASK, place.parent) : 0;
  before = place.before >= 0 ? guatu_plan_id (plan, GUATU_TABLE_TASK, place.before) : 0;
  return guatu_document_move_task (document, guatu_plan_id (plan, GUATU_TABLE_TASK, task), parent, before, error)
         && cli_say_what_was_done (call, document, head, 0, error);
}

static const CliOption move_options[] = {
  { "under", "TASK", N_("Below this task, behind the tasks that are there") },
  { "before", "TASK", N_("Before this task, beside it") },
  { "after", "TASK", N_("Behind this task, beside it") },
  { "top", NULL, N_("To the top level, behind all other tasks") },
  { NULL },
};

const CliCommand cli_move = {
  .name = "move",
  .arguments = "FILE TASK --under TASK | --before TASK | --after TASK | --top",
  .summary = N_("Move a task, with all below it, to another place in the outline"),
  .options = move_options,
  .min_args = 2,
  .max_args = 2,
  .run = run_move,
};
