/* cli-show.c — "show": the lists of a plan, one by one. */
#include "cli-output.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-lights.h"

/* Lists that are a table of the plan, field by field, and nothing else. */
static const GuatuTable plain_lists[] = {
  GUATU_TABLE_UNIT, GUATU_TABLE_PERSON, GUATU_TABLE_PHASE, GUATU_TABLE_CALENDAR, GUATU_TABLE_BASELINE,
  GUATU_TABLE_REPORT, GUATU_TABLE_LEDGER, GUATU_TABLE_CATEGORY, GUATU_TABLE_LEDGER_ITEM, GUATU_TABLE_KEY_NODE,
  GUATU_TABLE_ASSIGNMENT, GUATU_TABLE_MEMBERSHIP, GUATU_TABLE_CALENDAR_EXCEPTION,
  GUATU_TABLE_CALENDAR_WEEK, GUATU_TABLE_TASK_SPLIT, GUATU_TABLE_TASK_TARGET, GUATU_TABLE_CUSTOM_FIELD,
  GUATU_TABLE_CUSTOM_VALUE, GUATU_TABLE_LIGHT_RULE_SET, GUATU_TABLE_LIGHT_OVERRIDE,
};

static char *
id_text (const GuatuPlan *plan, GuatuTable table, gint32 row)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, guatu_plan_id (plan, table, row));
}

static char *
indented (const GuatuPlan *plan, gint32 task)
{
  return g_strdup_printf ("%*s%s", (int) MIN (2 * guatu_plan_task_depth (plan, task), 40), "",
                          guatu_plan_task_name (plan, task));
}

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
      cli_table_take (table, id_text (plan, which, rows[i]));
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
      cli_table_take (table, indented (view->plan, task));
      cli_table_take (table, duration_text (view, task));
      cli_table_take (table, cli_task_start_text (view, task));
      cli_table_take (table, cli_finish_text (view->plan, view->schedule->finish[task]));
      cli_table_take (table, cli_percent_text (reported[task]));
      cli_table_take (table, id_text (view->plan, GUATU_TABLE_TASK, task));
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
      cli_table_take (table, id_text (plan, GUATU_TABLE_LINK, rows[i]));
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

/* Lights ------------------------------------------------------------------------------------------------------ */

/* A difference of percentages: the number without its sign. */
static char *
points_text (gint64 gap)
{
  char *text = cli_percent_text (gap);

  *strchrnul (text, ' ') = '\0';
  return text;
}

static void
print_lights (const CliView *view, const GuatuLights *lights)
{
  const char * const headers[] = {
    "#", _("Task"), _("Light"), _("Planned"), _("Reported"), _("Points behind"), _("Since"), _("Because"), NULL,
  };
  g_autoptr(CliTable) table = cli_table_new (headers, "rllrrr");
  guint n;
  const gint32 *outline = guatu_plan_outline (view->plan, &n);

  for (guint i = 0; i < n; i++)
    {
      gint32 task = outline[i];
      const GuatuLight *light = guatu_lights_get (lights, task);
      g_autofree char *since = light->since != GUATU_NONE ? guatu_instant_to_iso (light->since) : g_strdup ("");

      cli_table_take (table, g_strdup_printf ("%u", i + 1));
      cli_table_take (table, indented (view->plan, task));
      cli_table_cell (table, guatu_light_label (light->shown));
      cli_table_take (table, cli_percent_text (light->planned));
      cli_table_take (table, cli_percent_text (light->reported));
      cli_table_take (table, points_text (light->gap));
      cli_table_take (table, g_strndup (since, 10));
      cli_table_take (table, guatu_light_reason (lights, view->plan, task));
    }
  cli_table_print (table);
}

static void
print_lights_json (const CliView *view, const GuatuLights *lights)
{
  CliJsonList list;
  guint n;
  const gint32 *outline = guatu_plan_outline (view->plan, &n);

  cli_json_list_begin (&list);
  for (guint i = 0; i < n; i++)
    {
      gint32 task = outline[i];
      const GuatuLight *light = guatu_lights_get (lights, task);
      JsonBuilder *object = cli_json_object ();
      g_autofree char *wbs = guatu_plan_task_wbs (view->plan, task);
      g_autofree char *reason = guatu_light_reason (lights, view->plan, task);

      cli_json_id (object, "id", guatu_plan_id (view->plan, GUATU_TABLE_TASK, task));
      cli_json_string (object, "wbs", wbs);
      cli_json_string (object, "shown", guatu_light_name (light->shown));
      cli_json_string (object, "raw", guatu_light_name (light->raw));
      cli_json_quotient (object, "planned", light->planned, 100);
      cli_json_quotient (object, "reported", light->reported, 100);
      cli_json_quotient (object, "gap", light->gap, 100);
      cli_json_string (object, "rule", guatu_light_rule_name (light->rule));
      cli_json_date (object, "since", light->since);
      cli_json_string (object, "reason", reason);
      cli_json_list_add (&list, object);
    }
  cli_json_list_end (&list);
  cli_print ("\n");
}

static gboolean
show_lights (const CliView *view, gboolean json, GError **error)
{
  GuatuInstant status_date = guatu_plan_settings (view->plan)->status_date;
  g_autoptr(GuatuLights) lights = guatu_lights_new (view->plan, view->schedule, status_date, error);

  if (lights == NULL)
    return FALSE;

  if (json)
    print_lights_json (view, lights);
  else
    print_lights (view, lights);
  return TRUE;
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

static gboolean
run_show (const CliCall *call, GError **error)
{
  const char *what = call->n_args > 1 ? call->args[1] : "tasks";
  gboolean lights = g_str_equal (what, "lights");
  int table = cli_find_table (what);
  gboolean json = cli_flag (call, "json");
  gboolean recorded = cli_flag (call, "recorded");
  g_autoptr(CliView) view = NULL;

  if (!lights && table != GUATU_TABLE_TASK && table != GUATU_TABLE_PLAN && table != GUATU_TABLE_LINK
      && !is_plain_list (table))
    return cli_usage (error, _("There is no list “%s”."), what);

  if (recorded && table != GUATU_TABLE_TASK)
    return cli_usage (error, _("Only tasks have recorded dates: write “show FILE --recorded”."));

  view = cli_view_open (call, error);
  if (view == NULL)
    return FALSE;

  if (!json && guatu_plan_n_live (view->plan, lights ? GUATU_TABLE_TASK : (GuatuTable) table) == 0)
    {
      cli_print ("%s\n", _("There is nothing on this list."));
      return TRUE;
    }

  if (lights)
    return show_lights (view, json, error);
  if (recorded)
    cli_show_recorded (view, json);
  else if (table == GUATU_TABLE_TASK)
    show_tasks (view, json);
  else if (table == GUATU_TABLE_PLAN)
    show_plan (view, json);
  else if (table == GUATU_TABLE_LINK)
    show_links (view, json);
  else
    show_rows (view, (GuatuTable) table, json);

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
       "exceptions, calendar-weeks, baselines, reports, lights, ledgers, categories, ledger-items, key-nodes,\n"
       "assignments, memberships, task-splits, task-targets, custom-fields, custom-values, light-rule-sets\n"
       "or light-overrides. The number before a task is its place in the outline; commands take it for TASK.\n"
       "Times that go without saying (8:00 for a start, 17:00 for a finish) are left out. In JSON ids are\n"
       "strings, shares are percent, and what is unknown is null."),
  .options = show_options,
  .min_args = 1,
  .max_args = 2,
  .run = run_show,
};
