/* cli-recorded.c — "show --recorded": dates as an imported file recorded them, beside dates as scheduled. */
#include "cli-output.h"

#include <glib/gi18n-lib.h>

static gint64
recorded (const CliView *view, gint32 task, guint field)
{
  return guatu_plan_task_number (view->plan, task, field);
}

/* To the minute: files cut seconds off, or round them. */
static gboolean
differs (GuatuInstant file, GuatuInstant scheduled)
{
  return file != GUATU_NONE &&
         (file - GUATU_INSTANT_MIN) / GUATU_MINUTE != (scheduled - GUATU_INSTANT_MIN) / GUATU_MINUTE;
}

static gboolean
task_differs (const CliView *view, gint32 task)
{
  return differs (recorded (view, task, GUATU_TASK_RECORDED_START), view->schedule->start[task]) ||
         differs (recorded (view, task, GUATU_TASK_RECORDED_FINISH), view->schedule->finish[task]);
}

static char *
indented (const CliView *view, gint32 task)
{
  return g_strdup_printf ("%*s%s", (int) MIN (2 * guatu_plan_task_depth (view->plan, task), 40), "",
                          guatu_plan_task_name (view->plan, task));
}

static void
add_row (const CliView *view, CliTable *table, guint place, gint32 task)
{
  cli_table_take (table, g_strdup_printf ("%u", place));
  cli_table_take (table, indented (view, task));
  cli_table_take (table, cli_start_text (view->plan, recorded (view, task, GUATU_TASK_RECORDED_START)));
  cli_table_take (table, cli_finish_text (view->plan, recorded (view, task, GUATU_TASK_RECORDED_FINISH)));
  cli_table_take (table, cli_task_start_text (view, task));
  cli_table_take (table, cli_finish_text (view->plan, view->schedule->finish[task]));
  cli_table_cell (table, task_differs (view, task) ? _("differs") : "");
}

static void
print_table (const CliView *view)
{
  const char * const headers[] = {
    "#", _("Task"), _("Recorded start"), _("Recorded finish"), _("Start"), _("Finish"), "", NULL,
  };
  g_autoptr(CliTable) table = cli_table_new (headers, "rl");
  guint n, n_recorded = 0, n_different = 0;
  const gint32 *outline = guatu_plan_outline (view->plan, &n);

  for (guint i = 0; i < n; i++)
    {
      add_row (view, table, i + 1, outline[i]);
      n_recorded += recorded (view, outline[i], GUATU_TASK_RECORDED_START) != GUATU_NONE ||
                    recorded (view, outline[i], GUATU_TASK_RECORDED_FINISH) != GUATU_NONE ? 1 : 0;
      n_different += task_differs (view, outline[i]) ? 1 : 0;
    }
  cli_table_print (table);
  /* Translators: of the tasks with dates on record, how many are scheduled to other ones. */
  cli_print (_("Recorded: %u; of these scheduled otherwise: %u.\n"), n_recorded, n_different);
  if (guatu_plan_settings (view->plan)->keep_recorded)
    cli_print ("%s\n", _("The plan keeps the recorded dates."));
}

static void
print_json (const CliView *view)
{
  CliJsonList list;
  guint n;
  const gint32 *outline = guatu_plan_outline (view->plan, &n);

  cli_json_list_begin (&list);
  for (guint i = 0; i < n; i++)
    {
      gint32 task = outline[i];
      JsonBuilder *object = cli_json_object ();
      g_autofree char *wbs = guatu_plan_task_wbs (view->plan, task);
      const char *uid = guatu_plan_task_string (view->plan, task, GUATU_TASK_SOURCE_UID);

      cli_json_id (object, "id", guatu_plan_id (view->plan, GUATU_TABLE_TASK, task));
      cli_json_string (object, "uid", uid[0] != '\0' ? uid : NULL);
      cli_json_string (object, "wbs", wbs);
      cli_json_string (object, "name", guatu_plan_task_name (view->plan, task));
      cli_json_instant (object, "recorded_start", recorded (view, task, GUATU_TASK_RECORDED_START));
      cli_json_instant (object, "recorded_finish", recorded (view, task, GUATU_TASK_RECORDED_FINISH));
      cli_json_instant (object, "recorded_late_start", recorded (view, task, GUATU_TASK_RECORDED_LATE_START));
      cli_json_instant (object, "recorded_late_finish", recorded (view, task, GUATU_TASK_RECORDED_LATE_FINISH));
      cli_json_instant (object, "start", view->schedule->start[task]);
      cli_json_instant (object, "finish", view->schedule->finish[task]);
      cli_json_boolean (object, "differs", task_differs (view, task));
      cli_json_list_add (&list, object);
    }
  cli_json_list_end (&list);
  cli_print ("\n");
}

void
cli_show_recorded (const CliView *view, gboolean json)
{
  if (json)
    print_json (view);
  else
    print_table (view);
}
