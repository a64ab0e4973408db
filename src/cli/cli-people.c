/* cli-people.c — "people" and "merge": the tree of units and people, and two of them made one. */
#include "cli-people.h"

#include <glib/gi18n-lib.h>

#include "guatu-teams.h"

const char *
cli_people_choice (GuatuTable table, guint field, gint64 choice)
{
  return _(guatu_field (table, field)->choices[choice].label);
}

const char *
cli_people_name (const GuatuPlan *plan, GuatuTable table, gint32 row)
{
  return guatu_plan_string (plan, table, row, (guint) guatu_field_find (table, "name"));
}

/* The tree ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  const GuatuPlan *plan;
  CliTable        *table;
  CliJsonList      list;
  guint            n_units;     /* shown so far: a tampered file may have units in a ring */
} Tree;

static void
take_row (Tree *tree, GuatuTable table, gint32 row, guint depth, const char *kind, const char *detail, gboolean head)
{
  const char *name = cli_people_name (tree->plan, table, row);
  JsonBuilder *object;

  if (tree->table != NULL)
    {
      cli_table_take (tree->table, g_strdup_printf ("%*s%s", (int) depth * 2, "", name));
      cli_table_cell (tree->table, kind);
      cli_table_cell (tree->table, detail);
      cli_table_cell (tree->table, head ? _("Head") : "");
      return;
    }

  object = cli_json_object ();
  cli_json_id (object, "id", guatu_plan_id (tree->plan, table, row));
  cli_json_string (object, "table", guatu_table_info (table)->name);
  cli_json_string (object, "name", name);
  cli_json_integer (object, "level", depth + 1);
  cli_json_string (object, "detail", detail[0] != '\0' ? detail : NULL);
  cli_json_boolean (object, "head", head);
  cli_json_list_add (&tree->list, object);
}

static void
take_people (Tree *tree, gint32 unit, guint depth)
{
  const GuatuPlan *plan = tree->plan;
  const GuatuPerson *people = guatu_plan_rows (plan, GUATU_TABLE_PERSON);
  const GuatuMembership *memberships = guatu_plan_rows (plan, GUATU_TABLE_MEMBERSHIP);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_PERSON, GUATU_PERSON_UNIT, unit, &n);

  for (guint i = 0; i < n; i++)
    take_row (tree, GUATU_TABLE_PERSON, rows[i], depth, "", guatu_plan_text (plan, people[rows[i]].post),
              guatu_unit_has_head (plan, unit, rows[i]));
  rows = guatu_plan_referrers (plan, GUATU_TABLE_MEMBERSHIP, GUATU_MEMBERSHIP_UNIT, unit, &n);
  for (guint i = 0; i < n; i++)
    if (people[memberships[rows[i]].person].unit != unit)
      take_row (tree, GUATU_TABLE_PERSON, memberships[rows[i]].person, depth, _("Member"),
                guatu_plan_text (plan, memberships[rows[i]].duty), memberships[rows[i]].is_head);
}

static void
take_unit (Tree *tree, gint32 unit, guint depth)
{
  const GuatuUnit *row = &((const GuatuUnit *) guatu_plan_rows (tree->plan, GUATU_TABLE_UNIT))[unit];
  guint n;
  const gint32 *below = guatu_plan_referrers (tree->plan, GUATU_TABLE_UNIT, GUATU_UNIT_PARENT, unit, &n);

  if (tree->n_units++ > guatu_plan_n_rows (tree->plan, GUATU_TABLE_UNIT))
    return;
  take_row (tree, GUATU_TABLE_UNIT, unit, depth, cli_people_choice (GUATU_TABLE_UNIT, GUATU_UNIT_KIND, row->kind),
            guatu_team_level_label (guatu_team_level (tree->plan, unit)), FALSE);
  take_people (tree, unit, depth + 1);
  for (guint i = 0; i < n; i++)
    take_unit (tree, below[i], depth + 1);
}

static void
take_tree (Tree *tree)
{
  const GuatuPlan *plan = tree->plan;
  guint n;
  g_autofree gint32 *units = guatu_plan_in_order (plan, GUATU_TABLE_UNIT, &n);
  g_autofree gint32 *people = NULL;

  for (guint i = 0; i < n; i++)
    if (guatu_plan_number (plan, GUATU_TABLE_UNIT, units[i], GUATU_UNIT_PARENT) < 0)
      take_unit (tree, units[i], 0);
  people = guatu_plan_in_order (plan, GUATU_TABLE_PERSON, &n);
  for (guint i = 0; i < n; i++)
    if (guatu_plan_number (plan, GUATU_TABLE_PERSON, people[i], GUATU_PERSON_UNIT) < 0)
      take_row (tree, GUATU_TABLE_PERSON, people[i], 0, "",
                guatu_plan_string (plan, GUATU_TABLE_PERSON, people[i], GUATU_PERSON_POST), FALSE);
}

static void
show_tree (const CliView *view, gboolean json)
{
  const char * const headers[] = { _("Name"), _("Kind"), _("Post or duty"), _("Head"), NULL };
  Tree tree = { .plan = view->plan };
  guint counts[GUATU_N_TEAM_LEVELS];
  g_autofree char *words = NULL;

  if (json)
    {
      cli_json_list_begin (&tree.list);
      take_tree (&tree);
      cli_json_list_end (&tree.list);
      cli_print ("\n");
      return;
    }

  tree.table = cli_table_new (headers, "");
  take_tree (&tree);
  cli_table_print (tree.table);
  cli_table_free (tree.table);
  guatu_teams_count (view->plan, counts);
  words = guatu_teams_words (counts);
  if (words[0] != '\0')
    cli_print ("\n%s\n", words);
}

/* The commands ---------------------------------------------------------------------------------------------------- */

static const char * const steps[] = { "week", "month", NULL };

static gboolean
run_people (const CliCall *call, GError **error)
{
  gboolean json = cli_flag (call, "json"), limits = cli_flag (call, "limits"), sponsors = cli_flag (call, "sponsors");
  int step = GUATU_LOAD_BY_WEEK;
  g_autoptr(CliView) view = NULL;

  if (limits + sponsors + (call->n_args > 1) > 1)
    return cli_usage (error, _("Name a person or unit, or one of --limits and --sponsors."));
  if (!cli_name_option (call, "by", steps, &step, error))
    return FALSE;

  view = cli_view_open (call, error);
  if (view == NULL)
    return FALSE;

  if (call->n_args > 1)
    return cli_people_show_somebody (view, call->args[1], (GuatuLoadStep) step, json, error);
  if (limits)
    cli_people_show_limits (view, json);
  else if (sponsors)
    cli_people_show_sponsors (view, json);
  else
    show_tree (view, json);
  return TRUE;
}

static const CliOption people_options[] = {
  { "by", "STEP", N_("How the load is laid out: week or month") },
  { "limits", NULL, N_("Which projects on a board have not one or two lead executives and lead-unit heads") },
  { "sponsors", NULL, N_("Which leader sponsors what") },
  { "status-date", "DATE", N_("Look at the plan as of this date; nothing is stored") },
  { "json", NULL, N_("Print JSON") },
  { NULL },
};

const CliCommand cli_people = {
  .name = "people",
  .arguments = "FILE [WHO] [--by STEP] [--limits] [--sponsors] [--status-date DATE] [--json]",
  .summary = N_("Print units and people, and all that one of them answers for"),
  .details =
    N_("Without WHO: the tree of units with their people, heads and members. With a person or unit by id or\n"
       "name: the tasks by role with their lights, memberships, sponsorships, and the load week by week held\n"
       "against what can be done. Load is the work of resources and responsible persons."),
  .options = people_options,
  .min_args = 1,
  .max_args = 2,
  .run = run_people,
};

static gboolean
run_merge (const CliCall *call, GError **error)
{
  int table = cli_find_table (call->args[1]);
  g_autoptr(GuatuDocument) document = NULL;
  const GuatuPlan *plan;
  gint32 into, from;
  gint64 before;

  if (table != GUATU_TABLE_UNIT && table != GUATU_TABLE_PERSON)
    return cli_usage (error, _("Units and people are merged: write “merge FILE unit” or “merge FILE person”."));

  document = cli_open_to_edit (call, error);
  if (document == NULL)
    return FALSE;

  plan = guatu_document_get_plan (document);
  into = cli_find_row (plan, (GuatuTable) table, call->args[2], error);
  from = into >= 0 ? cli_find_row (plan, (GuatuTable) table, call->args[3], error) : -1;
  if (from < 0)
    return FALSE;

  before = cli_head (document);
  return guatu_document_merge (document, (GuatuTable) table, guatu_plan_id (plan, (GuatuTable) table, into),
                               guatu_plan_id (plan, (GuatuTable) table, from), error)
         && cli_say_what_was_done (call, document, before, 0, error);
}

const CliCommand cli_merge = {
  .name = "merge",
  .arguments = "FILE unit|person INTO FROM",
  .summary = N_("Make two entries of one unit or person one"),
  .details =
    N_("All that refers to FROM refers to INTO, what both say is said once, and FROM is gone. “undo” takes it\n"
       "back."),
  .min_args = 4,
  .max_args = 4,
  .run = run_merge,
};
