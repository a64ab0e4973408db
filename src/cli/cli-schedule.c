/* cli-schedule.c — "schedule": when everything happens, and why. */
#include "cli-output.h"

#include <glib/gi18n-lib.h>

static const char * const driver_names[] = {
  [GUATU_DRIVER_START] = "start", [GUATU_DRIVER_LINK] = "link", [GUATU_DRIVER_CONSTRAINT] = "constraint",
  [GUATU_DRIVER_CALENDAR] = "calendar", [GUATU_DRIVER_ACTUAL] = "actual", [GUATU_DRIVER_MANUAL] = "manual",
  [GUATU_DRIVER_STATUS_DATE] = "status-date", [GUATU_DRIVER_LEVELLING] = "levelling",
  [GUATU_DRIVER_CHILDREN] = "children", [GUATU_DRIVER_FINISH] = "finish",
  [GUATU_DRIVER_RECORDED] = "recorded", [GUATU_DRIVER_INACTIVE] = "inactive",
};

static const char *
kind_of (const GuatuPlan *plan, gint32 task)
{
  const GuatuTask *row = guatu_plan_task (plan, task);

  if (guatu_plan_is_summary (plan, task))
    return "summary";
  return row->duration == 0 || row->kind == GUATU_KIND_MILESTONE ? "milestone" : "task";
}

static void
add_driver (JsonBuilder *object, const CliView *view, gint32 task)
{
  GuatuDriver driver = guatu_schedule_driver (view->schedule, task);
  gint64 by = driver.task >= 0 ? guatu_plan_id (view->plan, GUATU_TABLE_TASK, driver.task) : 0;
  gint64 link = driver.link >= 0 ? guatu_plan_id (view->plan, GUATU_TABLE_LINK, driver.link) : 0;

  json_builder_set_member_name (object, "driver");
  json_builder_begin_object (object);
  cli_json_string (object, "kind", driver_names[driver.kind]);
  cli_json_id (object, "task", by);
  cli_json_id (object, "link", link);
  json_builder_end_object (object);
}

static void
add_text_or_null (JsonBuilder *object, const char *name, const char *text)
{
  cli_json_string (object, name, text[0] != '\0' ? text : NULL);
}

static JsonBuilder *
task_object (const CliView *view, gint32 task)
{
  const GuatuPlan *plan = view->plan;
  const GuatuSchedule *schedule = view->schedule;
  JsonBuilder *object = cli_json_object ();
  g_autofree char *wbs = guatu_plan_task_wbs (plan, task);

  cli_json_id (object, "id", guatu_plan_id (plan, GUATU_TABLE_TASK, task));
  add_text_or_null (object, "uid", guatu_plan_task_string (plan, task, GUATU_TASK_SOURCE_UID));
  cli_json_string (object, "wbs", wbs);
  cli_json_string (object, "name", guatu_plan_task_name (plan, task));
  cli_json_string (object, "kind", kind_of (plan, task));
  cli_json_instant (object, "start", schedule->start[task]);
  cli_json_instant (object, "finish", schedule->finish[task]);
  cli_json_instant (object, "early_start", schedule->early_start[task]);
  cli_json_instant (object, "early_finish", schedule->early_finish[task]);
  cli_json_instant (object, "late_start", schedule->late_start[task]);
  cli_json_instant (object, "late_finish", schedule->late_finish[task]);
  cli_json_quotient (object, "total_float", schedule->total_float[task], GUATU_MINUTE);
  cli_json_quotient (object, "free_float", schedule->free_float[task], GUATU_MINUTE);
  cli_json_boolean (object, "critical", (schedule->flags[task] & GUATU_CRITICAL) != 0);
  add_driver (object, view, task);
  cli_json_instant (object, "recorded_start", guatu_plan_task_number (plan, task, GUATU_TASK_RECORDED_START));
  cli_json_instant (object, "recorded_finish", guatu_plan_task_number (plan, task, GUATU_TASK_RECORDED_FINISH));

  return object;
}

static void
print_json (const CliView *view)
{
  const GuatuPlanRow *settings = guatu_plan_settings (view->plan);
  JsonBuilder *object = cli_json_object ();
  g_autofree char *text = NULL;
  CliJsonList list;
  guint n;
  const gint32 *outline = guatu_plan_outline (view->plan, &n);

  cli_json_string (object, "title", guatu_plan_text (view->plan, settings->title));
  cli_json_instant (object, "status_date", settings->status_date);
  cli_json_instant (object, "start", view->schedule->plan_start);
  cli_json_instant (object, "finish", view->schedule->plan_finish);
  text = cli_json_text (object);
  g_object_unref (object);

  cli_print ("{\"plan\":%s,\n\"tasks\":", text);
  cli_json_list_begin (&list);
  for (guint i = 0; i < n; i++)
    cli_json_list_add (&list, task_object (view, outline[i]));
  cli_json_list_end (&list);
  cli_print ("}\n");
}

/* Working days, to two places, of the task's own calendar. */
static char *
float_text (const GuatuPlan *plan, gint32 task, gint64 seconds)
{
  GuatuDurationRates rates = guatu_plan_rates (plan);
  gboolean elapsed = guatu_plan_task (plan, task)->duration_kind == GUATU_DURATION_ELAPSED;

  return guatu_duration_label ((GuatuDuration) { seconds, GUATU_UNIT_DAY, elapsed }, &rates);
}

static void
print_table (const CliView *view, gboolean why)
{
  const GuatuPlan *plan = view->plan;
  const GuatuSchedule *schedule = view->schedule;
  const char * const headers[] = {
    "#", _("WBS"), _("Task"), _("Start"), _("Finish"), _("Total float"), _("Free float"), _("Critical"),
    why ? _("Because") : NULL, NULL,
  };
  g_autoptr(CliTable) table = cli_table_new (headers, "rllllrr");
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  for (guint i = 0; i < n; i++)
    {
      gint32 task = outline[i];
      guint8 flags = schedule->flags[task];

      cli_table_take (table, g_strdup_printf ("%u", i + 1));
      cli_table_take (table, guatu_plan_task_wbs (plan, task));
      cli_table_take (table, cli_task_indented (plan, task));
      cli_table_take (table, cli_task_start_text (view, task));
      cli_table_take (table, cli_finish_text (plan, schedule->finish[task]));
      cli_table_take (table, float_text (plan, task, schedule->total_float[task]));
      cli_table_take (table, float_text (plan, task, schedule->free_float[task]));
      cli_table_cell (table, flags & GUATU_CRITICAL ? _("critical") : flags & GUATU_NEAR_CRITICAL ? _("nearly") : "");
      if (why)
        cli_table_take (table, guatu_schedule_why (schedule, plan, task));
    }

  cli_table_print (table);
}

static void
print_summary (const CliView *view)
{
  const GuatuPlan *plan = view->plan;
  GuatuInstant status_date = guatu_plan_settings (plan)->status_date;
  g_autofree char *start = cli_start_text (plan, view->schedule->plan_start);
  g_autofree char *finish = cli_finish_text (plan, view->schedule->plan_finish);
  g_autofree char *status = cli_finish_text (plan, status_date);

  if (guatu_plan_n_live (plan, GUATU_TABLE_TASK) == 0)
    cli_print ("%s\n", _("The plan has no tasks."));
  else if (status_date == GUATU_NONE)
    cli_print (_("From %s to %s; no status date.\n"), start, finish);
  else
    cli_print (_("From %s to %s; status date %s.\n"), start, finish, status);
}

static gboolean
run_schedule (const CliCall *call, GError **error)
{
  g_autoptr(CliView) view = cli_view_open (call, error);

  if (view == NULL)
    return FALSE;

  if (cli_flag (call, "json"))
    {
      print_json (view);
      return TRUE;
    }

  if (guatu_plan_n_live (view->plan, GUATU_TABLE_TASK) > 0)
    print_table (view, cli_flag (call, "why"));
  print_summary (view);
  return TRUE;
}

static const CliOption schedule_options[] = {
  { "status-date", "DATE", N_("Look at the plan as of this date; nothing is stored") },
  { "why", NULL, N_("Say of every task why it starts when it does") },
  { "json", NULL, N_("Print JSON") },
  { NULL },
};

const CliCommand cli_schedule = {
  .name = "schedule",
  .arguments = "FILE [--status-date DATE] [--why] [--json]",
  .summary = N_("Print when every task starts and finishes, its floats, and what is critical"),
  .details =
    N_("The schedule is worked out afresh each time and never stored. Floats are working time of the\n"
       "task’s own calendar; in JSON they are minutes, times are local, and ids are strings."),
  .options = schedule_options,
  .min_args = 1,
  .max_args = 1,
  .run = run_schedule,
};
