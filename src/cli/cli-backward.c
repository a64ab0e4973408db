/* cli-backward.c — "backward": plans back from a finish that may not move, or shows what that would do. */
#include "cli-output.h"

#include <glib/gi18n-lib.h>

#include "guatu-key-node-dates.h"

static char *
signed_days (const GuatuPlan *plan, gint64 work)
{
  GuatuDurationRates rates = guatu_plan_rates (plan);
  g_autofree char *text = guatu_duration_label ((GuatuDuration) { work, GUATU_UNIT_DAY, FALSE }, &rates);

  return g_strconcat (work > 0 ? "+" : "", text, NULL);
}

static void
print_tasks (const GuatuPlan *plan, const GuatuBackwardPlan *back)
{
  const char * const headers[] = {
    "#", _("Task"), _("Start now"), _("Start"), _("Finish"), _("Moved"), _("Must start by"), _("Note"), NULL,
  };
  g_autoptr(CliTable) table = cli_table_new (headers, "rllllrll");

  for (guint i = 0; i < back->tasks->len; i++)
    {
      const GuatuBackwardTask *task = &g_array_index (back->tasks, GuatuBackwardTask, i);

      cli_table_take (table, g_strdup_printf ("%u", guatu_plan_task_place (plan, task->task)));
      cli_table_cell (table, guatu_plan_task_name (plan, task->task));
      cli_table_take (table, cli_start_text (plan, task->start_now));
      cli_table_take (table, cli_start_text (plan, task->start));
      cli_table_take (table, cli_finish_text (plan, task->finish));
      cli_table_take (table, signed_days (plan, task->moved));
      cli_table_take (table, cli_start_text (plan, task->must_start));
      cli_table_take (table, guatu_backward_note_text (back, plan, task));
    }
  if (back->tasks->len > 0)
    cli_table_print (table);
}

/* Of the scope's task, as it would be; @shares: those at which it has none yet. */
static GuatuInstant
node_date (const GuatuPlan *plan, const GuatuBackwardPlan *back, gint64 share)
{
  gint32 task = back->ask.task;

  return guatu_key_node_date_at (plan, task, back->schedule->start[task], back->schedule->finish[task], share);
}

static void
print_nodes (const GuatuPlan *plan, const GuatuBackwardPlan *back, const GArray *shares)
{
  for (guint i = 0; i < shares->len; i++)
    {
      gint64 share = g_array_index (shares, gint64, i);
      g_autofree char *name = guatu_key_node_share_name (share);
      g_autofree char *date = cli_finish_text (plan, node_date (plan, back, share));

      cli_print (_("Key node “%s”: %s"), name, date);
      cli_print ("\n");
    }
}

static void
print_preview (const GuatuPlan *plan, const GuatuBackwardPlan *back, const GArray *shares)
{
  g_autofree char *result = guatu_backward_result_text (back, plan);
  g_autofree char *chain = guatu_backward_chain_text (back, plan);
  g_autofree char *earliest = cli_finish_text (plan, back->reached);

  print_tasks (plan, back);
  print_nodes (plan, back, shares);
  cli_print ("%s\n", result);
  if (back->lacking > 0)
    {
      cli_print (_("The earliest finish: %s"), earliest);
      cli_print ("\n");
    }
  if (*chain != '\0')
    {
      cli_print (_("What takes too long: %s"), chain);
      cli_print ("\n");
    }
  if (back->n_stopped > 0)
    cli_print ("%s\n", _("Some tasks are not to start before a date; “--give-up-starts” plans as though they might."));
}

static const char * const note_names[] = {
  [GUATU_BACKWARD_LATE] = "late",
  [GUATU_BACKWARD_RELEASED] = "released",
  [GUATU_BACKWARD_KEPT] = "kept",
  [GUATU_BACKWARD_HELD] = "held",
  [GUATU_BACKWARD_OUTSIDE] = "outside",
  [GUATU_BACKWARD_MOVES] = "moves",
};

static void
add_task (JsonBuilder *object, const GuatuPlan *plan, const GuatuBackwardPlan *back, const GuatuBackwardTask *task)
{
  g_autofree char *text = guatu_backward_note_text (back, plan, task);

  json_builder_begin_object (object);
  cli_json_id (object, "id", guatu_plan_id (plan, GUATU_TABLE_TASK, task->task));
  cli_json_string (object, "name", guatu_plan_task_name (plan, task->task));
  cli_json_string (object, "note", note_names[task->note]);
  cli_json_string (object, "text", text);
  cli_json_instant (object, "start_now", task->start_now);
  cli_json_instant (object, "finish_now", task->finish_now);
  cli_json_instant (object, "start", task->start);
  cli_json_instant (object, "finish", task->finish);
  cli_json_instant (object, "must_start", task->must_start);
  cli_json_instant (object, "must_finish", task->must_finish);
  cli_json_quotient (object, "moved", task->moved, GUATU_MINUTE);
  cli_json_quotient (object, "lacking", task->lacking, GUATU_MINUTE);
  json_builder_end_object (object);
}

static void
add_nodes (JsonBuilder *object, const GuatuPlan *plan, const GuatuBackwardPlan *back, const GArray *shares)
{
  json_builder_set_member_name (object, "key_nodes");
  json_builder_begin_array (object);
  for (guint i = 0; i < shares->len; i++)
    {
      gint64 share = g_array_index (shares, gint64, i);
      g_autofree char *name = guatu_key_node_share_name (share);

      json_builder_begin_object (object);
      cli_json_string (object, "name", name);
      cli_json_quotient (object, "share", share, 100);
      cli_json_instant (object, "date", node_date (plan, back, share));
      json_builder_end_object (object);
    }
  json_builder_end_array (object);
}

static void
print_preview_json (const GuatuPlan *plan, const GuatuBackwardPlan *back, const GArray *shares)
{
  g_autoptr(JsonBuilder) object = cli_json_object ();
  g_autofree char *text = NULL;

  cli_json_instant (object, "finish", back->ask.finish);
  cli_json_instant (object, "reached", back->reached);
  cli_json_quotient (object, "lacking", back->lacking, GUATU_MINUTE);
  json_builder_set_member_name (object, "chain");
  json_builder_begin_array (object);
  for (guint i = 0; i < back->chain->len; i++)
    {
      g_autofree char *id = cli_id_text (plan, GUATU_TABLE_TASK, g_array_index (back->chain, gint32, i));

      json_builder_add_string_value (object, id);
    }
  json_builder_end_array (object);
  json_builder_set_member_name (object, "tasks");
  json_builder_begin_array (object);
  for (guint i = 0; i < back->tasks->len; i++)
    add_task (object, plan, back, &g_array_index (back->tasks, GuatuBackwardTask, i));
  json_builder_end_array (object);
  add_nodes (object, plan, back, shares);
  text = cli_json_text (object);
  cli_print ("%s\n", text);
}

/* What is asked for: a task's id, or 0; a finish; and from when on there is time. */
static gboolean
read_ask (const CliCall *call, GuatuDocument *document, gint64 *task, GuatuInstant *finish, GuatuInstant *not_before,
          GError **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  const GuatuPlanRow *settings = guatu_plan_settings (plan);
  gint32 row = -1;

  if (!g_str_equal (call->args[1], "plan") && (row = cli_find_task (plan, call->args[1], error)) < 0)
    return FALSE;
  if (!cli_date_option (call, "finish", settings->default_finish, finish, error))
    return FALSE;

  *task = row >= 0 ? guatu_plan_id (plan, GUATU_TABLE_TASK, row) : 0;
  if (*finish == GUATU_NONE)
    *finish = guatu_backward_usual_finish (plan, guatu_document_get_schedule (document), row);
  *not_before = settings->status_date != GUATU_NONE ? settings->status_date : cli_now ();
  return TRUE;
}

static GArray *
read_shares (const CliCall *call, GError **error)
{
  const char *text = cli_option (call, "key-nodes");

  return guatu_key_node_shares (text != NULL ? text : "", error);
}

static gboolean
preview (const CliCall *call, GError **error)
{
  g_autoptr(GArray) shares = read_shares (call, error);
  g_autoptr(GuatuDocument) document = shares != NULL ? guatu_document_open (call->args[0], TRUE, error) : NULL;
  g_autoptr(GArray) missing = NULL;
  g_autoptr(GuatuBackwardPlan) back = NULL;
  GuatuInstant finish, not_before;
  gint64 task;

  if (document == NULL || !read_ask (call, document, &task, &finish, &not_before, error))
    return FALSE;
  back = guatu_document_what_if_backward (document, task, finish, not_before, cli_flag (call, "give-up-starts"), error);
  if (back == NULL)
    return FALSE;

  missing = back->ask.task >= 0
              ? guatu_key_node_new_shares (guatu_document_get_plan (document), back->ask.task, shares)
              : g_array_new (FALSE, FALSE, sizeof (gint64));
  if (cli_flag (call, "json"))
    print_preview_json (guatu_document_get_plan (document), back, missing);
  else
    print_preview (guatu_document_get_plan (document), back, missing);
  return TRUE;
}

static gboolean
run_backward (const CliCall *call, GError **error)
{
  g_autoptr(GuatuDocument) document = NULL;
  g_autoptr(GArray) shares = read_shares (call, error);
  GuatuInstant finish, not_before;
  gint64 task, before;

  if (shares == NULL)
    return FALSE;

  if (cli_flag (call, "dry-run"))
    return preview (call, error);

  document = cli_open_to_edit (call, error);
  if (document == NULL || !read_ask (call, document, &task, &finish, &not_before, error))
    return FALSE;

  before = cli_head (document);
  return guatu_document_plan_backward (document, task, finish, not_before, cli_flag (call, "give-up-starts"), shares,
                                       error)
         && cli_say_what_was_done (call, document, before, 0, error);
}

static const CliOption backward_options[] = {
  { "finish", "DATE", N_("The finish that may not move; else the deadline") },
  { "dry-run", NULL, N_("Show what would move, and change nothing") },
  { "give-up-starts", NULL, N_("Give up what tasks are not to start before") },
  { "key-nodes", "SHARES", N_("Key nodes at these shares of the task’s span: 1/3,2/3") },
  { "json", NULL, N_("Print JSON") },
  { NULL },
};

const CliCommand cli_backward = {
  .name = "backward",
  .arguments = "FILE TASK|plan",
  .summary = N_("Plan back from a finish that may not move"),
  .details =
    N_("Every task is put as late as the finish allows, over links, lags and calendars; what has begun stays,\n"
       "and so do tasks outside. Of a summary what is in it is planned, of a single task all that it waits for.\n"
       "The finish becomes the deadline (of the plan: its target finish); tasks that could begin earlier get\n"
       "“start no earlier than”. Nothing is changed where the finish cannot be met. Without --finish it is the\n"
       "deadline of the task or of what it is part of, else the plan’s target finish."),
  .options = backward_options,
  .min_args = 2,
  .max_args = 2,
  .run = run_backward,
};
