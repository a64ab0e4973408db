/* cli-show.c — "show": the lists of a plan, one by one. */
#include "cli-output.h"

#include <glib/gi18n-lib.h>

#include "cli-lists.h"
#include "guatu-progress.h"

/* Lists that are a table of the plan, field by field, and nothing else. */
static const GuatuTable plain_lists[] = {
  GUATU_TABLE_UNIT, GUATU_TABLE_PERSON, GUATU_TABLE_PHASE, GUATU_TABLE_CALENDAR,
  GUATU_TABLE_REPORT, GUATU_TABLE_CATEGORY, GUATU_TABLE_ASSIGNMENT,
  GUATU_TABLE_MEMBERSHIP, GUATU_TABLE_CALENDAR_EXCEPTION,
  GUATU_TABLE_CALENDAR_WEEK, GUATU_TABLE_TASK_SPLIT, GUATU_TABLE_TASK_TARGET, GUATU_TABLE_CUSTOM_FIELD,
  GUATU_TABLE_CUSTOM_VALUE, GUATU_TABLE_LIGHT_RULE_SET, GUATU_TABLE_LIGHT_OVERRIDE, GUATU_TABLE_SPONSORSHIP,
  GUATU_TABLE_RECURRENCE,
};

/* The plan and its tables as they are -------------------------------------------------------------------- */

static void
show_plan (const CliView *view, gboolean json)
{
  const char * const headers[] = { _("Field"), _("Value"), NULL };
  g_autoptr(CliTable) table = NULL;
  g_autoptr(JsonBuilder) object = NULL;
  g_autofree char *text = NULL;

  if (json)
    {
      object = cli_json_object ();
      for (guint i = 0; i < GUATU_PLAN_N_FIELDS; i++)
        cli_json_field (object, view->plan, GUATU_TABLE_PLAN, 0, i);
      text = cli_json_text (object);
      cli_print ("%s\n", text);
      return;
    }

  table = cli_table_new (headers, "");
  for (guint i = 1; i < GUATU_PLAN_N_FIELDS; i++)
    {
      cli_table_cell (table, guatu_field (GUATU_TABLE_PLAN, i)->name);
      cli_table_take (table, cli_field_text (view->plan, GUATU_TABLE_PLAN, 0, i));
    }
  cli_table_print (table);
}

/* Whether any row has something to say in the field. */
static gboolean
is_worth_a_column (const GuatuPlan *plan, GuatuTable table, guint field, const gint32 *rows, guint n)
{
  if (guatu_field (table, field)->type == GUATU_TYPE_ID || g_str_equal (guatu_field (table, field)->name, "position"))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      GuatuValue value = guatu_plan_get (plan, table, rows[i], field);

      if (value.kind == GUATU_VALUE_INTEGER || (value.kind == GUATU_VALUE_TEXT && value.text[0] != '\0'))
        return TRUE;
    }

  return FALSE;
}

static void
print_rows (const GuatuPlan *plan, GuatuTable which, const gint32 *rows, guint n)
{
  const GuatuTableInfo *info = guatu_table_info (which);
  g_autoptr(GPtrArray) headers = g_ptr_array_new ();
  g_autoptr(GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(CliTable) table = NULL;

  for (guint i = 0; i < info->n_fields; i++)
    if (is_worth_a_column (plan, which, i, rows, n))
      {
        g_array_append_val (fields, i);
        g_ptr_array_add (headers, (gpointer) _(info->fields[i].label));
      }
  g_ptr_array_add (headers, (gpointer) _("ID"));
  g_ptr_array_add (headers, NULL);

  table = cli_table_new ((const char * const *) headers->pdata, "");
  for (guint i = 0; i < n; i++)
    {
      for (guint k = 0; k < fields->len; k++)
        cli_table_take (table, cli_field_text (plan, which, rows[i], g_array_index (fields, guint, k)));
      cli_table_take (table, cli_id_text (plan, which, rows[i]));
    }
  cli_table_print (table);
}

static void
print_rows_json (const GuatuPlan *plan, GuatuTable which, const gint32 *rows, guint n)
{
  CliJsonList list;

  cli_json_list_begin (&list);
  for (guint i = 0; i < n; i++)
    {
      JsonBuilder *object = cli_json_object ();

      for (guint k = 0; k < guatu_table_info (which)->n_fields; k++)
        cli_json_field (object, plan, which, rows[i], k);
      cli_json_list_add (&list, object);
    }
  cli_json_list_end (&list);
  cli_print ("\n");
}

static void
show_rows (const CliView *view, GuatuTable which, gboolean json)
{
  guint n;
  g_autofree gint32 *rows = guatu_plan_in_order (view->plan, which, &n);

  if (json)
    print_rows_json (view->plan, which, rows, n);
  else
    print_rows (view->plan, which, rows, n);
}

/* Tasks ---------------------------------------------------------------------------------------------------- */

static char *
duration_text (const CliView *view, gint32 task)
{
  GuatuDurationRates rates = guatu_plan_rates (view->plan);

  if (!guatu_plan_is_summary (view->plan, task))
    return cli_field_text (view->plan, GUATU_TABLE_TASK, task, GUATU_TASK_DURATION);

  return guatu_duration_label ((GuatuDuration) { guatu_schedule_duration (view->schedule, view->plan, task),
                                                 GUATU_UNIT_DAY, FALSE }, &rates);
}

static void
print_tasks (const CliView *view, const gint64 *reported)
{
  const char * const headers[] = {
    _("#"), _("WBS"), _("Task"), _("Duration"), _("Start"), _("Finish"), _("Done"), _("ID"), NULL,
  };
  g_autoptr(CliTable) table = cli_table_new (headers, "rllrllr");
  guint n;
  const gint32 *outline = guatu_plan_outline (view->plan, &n);

  for (guint i = 0; i < n; i++)
    {
      gint32 task = outline[i];

      cli_table_take (table, g_strdup_printf ("%u", i + 1));
      cli_table_take (table, guatu_plan_task_wbs (view->plan, task));
      cli_table_take (table, cli_task_indented (view->plan, task));
      cli_table_take (table, duration_text (view, task));
      cli_table_take (table, cli_task_start_text (view, task));
      cli_table_take (table, cli_finish_text (view->plan, view->schedule->finish[task]));
      cli_table_take (table, cli_percent_text (reported[task]));
      cli_table_take (table, cli_id_text (view->plan, GUATU_TABLE_TASK, task));
    }
  cli_table_print (table);
}

static void
print_tasks_json (const CliView *view, const gint64 *reported)
{
  CliJsonList list;
  guint n;
  const gint32 *outline = guatu_plan_outline (view->plan, &n);

  cli_json_list_begin (&list);
  for (guint i = 0; i < n; i++)
    {
      JsonBuilder *object = cli_json_object ();
      gint32 task = outline[i];

      cli_json_integer (object, "number", i + 1);
      cli_json_integer (object, "level", guatu_plan_task_depth (view->plan, task) + 1);
      cli_json_boolean (object, "summary", guatu_plan_is_summary (view->plan, task));
      for (guint k = 0; k < GUATU_TASK_N_FIELDS; k++)
        cli_json_field (object, view->plan, GUATU_TABLE_TASK, task, k);
      cli_json_instant (object, "start", view->schedule->start[task]);
      cli_json_instant (object, "finish", view->schedule->finish[task]);
      cli_json_quotient (object, "reported", reported[task], 100);
      cli_json_list_add (&list, object);
    }
  cli_json_list_end (&list);
  cli_print ("\n");
}

static void
show_tasks (const CliView *view, gboolean json)
{
  GuatuInstant status_date = guatu_plan_settings (view->plan)->status_date;
  g_autofree gint64 *reported = guatu_progress_reported (view->plan, view->schedule, status_date);

  if (json)
    print_tasks_json (view, reported);
  else
    print_tasks (view, reported);
}

/* Links ------------------------------------------------------------------------------------------------------ */

static void
print_links (const GuatuPlan *plan, const gint32 *rows, guint n)
{
  const char * const headers[] = { _("Predecessor"), _("Type"), _("Lag"), _("Successor"), _("ID"), NULL };
  g_autoptr(CliTable) table = cli_table_new (headers, "");

  for (guint i = 0; i < n; i++)
    {
      const GuatuLink *link = guatu_plan_link (plan, rows[i]);
      const char *type = guatu_field (GUATU_TABLE_LINK, GUATU_LINK_TYPE)->choices[link->type].name;

      cli_table_take (table, guatu_plan_task_title (plan, link->predecessor));
      cli_table_take (table, g_ascii_strup (type, -1));
      cli_table_take (table, cli_field_text (plan, GUATU_TABLE_LINK, rows[i], GUATU_LINK_LAG));
      cli_table_take (table, guatu_plan_task_title (plan, link->successor));
      cli_table_take (table, cli_id_text (plan, GUATU_TABLE_LINK, rows[i]));
    }
  cli_table_print (table);
}

static void
show_links (const CliView *view, gboolean json)
{
  guint n;
  g_autofree gint32 *rows = guatu_plan_in_order (view->plan, GUATU_TABLE_LINK, &n);

  if (json)
    print_rows_json (view->plan, GUATU_TABLE_LINK, rows, n);
  else
    print_links (view->plan, rows, n);
}

/* The command --------------------------------------------------------------------------------------------------- */

static gboolean
is_plain_list (int table)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain_lists); i++)
    if ((int) plain_lists[i] == table)
      return TRUE;

  return FALSE;
}

/* Lists that are worked out, and no table of the plan. */
static const struct
{
  const char *name;
  GuatuTable  of;               /* what it lists */
  gboolean  (*print)            (const CliView *view, gboolean json, GError **error);
} made_lists[] = {
  { "lights", GUATU_TABLE_TASK, cli_list_lights },
  { "unit-lights", GUATU_TABLE_UNIT, cli_list_unit_lights },
  { "pace", GUATU_TABLE_TASK, cli_list_pace },
  { "baselines", GUATU_TABLE_BASELINE, cli_list_baselines },
  { "ledgers", GUATU_TABLE_LEDGER, cli_list_ledgers },
  { "ledger-items", GUATU_TABLE_LEDGER_ITEM, cli_list_ledger_items },
  { "key-nodes", GUATU_TABLE_KEY_NODE, cli_list_key_nodes },
};

static int
find_made_list (const char *name)
{
  int table = cli_find_table (name);

  /* A table goes by either of its words: "baseline", "baselines". */
  for (guint i = 0; i < G_N_ELEMENTS (made_lists); i++)
    if (g_str_equal (made_lists[i].name, name) || (table >= 0 && cli_find_table (made_lists[i].name) == table))
      return (int) i;

  return -1;
}

static void
show_table (const CliView *view, int table, gboolean json)
{
  if (table == GUATU_TABLE_TASK)
    show_tasks (view, json);
  else if (table == GUATU_TABLE_PLAN)
    show_plan (view, json);
  else if (table == GUATU_TABLE_LINK)
    show_links (view, json);
  else
    show_rows (view, (GuatuTable) table, json);
}

static gboolean
run_show (const CliCall *call, GError **error)
{
  const char *what = call->n_args > 1 ? call->args[1] : "tasks";
  int made = find_made_list (what);
  int table = made >= 0 ? (int) made_lists[made].of : cli_find_table (what);
  gboolean json = cli_flag (call, "json");
  gboolean recorded = cli_flag (call, "recorded");
  g_autoptr(CliView) view = NULL;

  if (made < 0 && table != GUATU_TABLE_TASK && table != GUATU_TABLE_PLAN && table != GUATU_TABLE_LINK
      && !is_plain_list (table))
    return cli_usage (error, _("There is no list “%s”."), what);
  if (recorded && (made >= 0 || table != GUATU_TABLE_TASK))
    return cli_usage (error, _("Only tasks have recorded dates: write “show FILE --recorded”."));

  view = cli_view_open (call, error);
  if (view == NULL)
    return FALSE;

  if (!json && guatu_plan_n_live (view->plan, (GuatuTable) table) == 0)
    {
      cli_print ("%s\n", _("There is nothing on this list."));
      return TRUE;
    }

  if (made >= 0)
    return made_lists[made].print (view, json, error);
  if (recorded)
    cli_show_recorded (view, json);
  else
    show_table (view, table, json);
  return TRUE;
}

static const CliOption show_options[] = {
  { "status-date", "DATE", N_("Look at the plan as of this date; nothing is stored") },
  { "recorded", NULL, N_("Put the dates that an imported file recorded beside those scheduled") },
  { "json", NULL, N_("Print JSON") },
  { NULL },
};

const CliCommand cli_show = {
  .name = "show",
  .arguments = "FILE [LIST] [--status-date DATE] [--recorded] [--json]",
  .summary = N_("Print a list of the plan"),
  .details =
    N_("LIST is tasks (if none is named), plan, links, units, people, phases, calendars, calendar-\n"
       "exceptions, calendar-weeks, baselines, reports, lights, unit-lights, pace, ledgers, categories,\n"
       "ledger-items, key-nodes, assignments, memberships, task-splits, task-targets, custom-fields, custom-\n"
       "values, light-rule-sets or light-overrides. The number before a task is its place in the outline;\n"
       "commands take it for TASK. Times that go without saying (8:00 for a start, 17:00 for a finish) are\n"
       "left out. In JSON ids are strings, shares are percent, and what is unknown is null.\n"
       "\n"
       "A pace is percent per working day: what is left ÷ the days to the due date, and what was done in the\n"
       "last four weeks ÷ their days; the forecast is the finish at that pace. Units answer for the tasks\n"
       "that they lead or are the task force of. Items of ledgers say which of the Five Fixes they lack, and\n"
       "key nodes whether they are due, overdue or reached."),
  .options = show_options,
  .min_args = 1,
  .max_args = 2,
  .run = run_show,
};
