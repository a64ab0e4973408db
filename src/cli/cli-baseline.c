/* cli-baseline.c — "baseline": the plan's dates taken down, listed, compared and dropped. */
#include "cli-output.h"

#include <glib/gi18n-lib.h>

#include "cli-lists.h"
#include "guatu-baseline-changes.h"
#include "guatu-progress.h"

/* The list ----------------------------------------------------------------------------------------------------- */

static guint
count_tasks (const GuatuPlan *plan, gint32 baseline)
{
  guint n;

  guatu_plan_referrers (plan, GUATU_TABLE_BASELINE_TASK, GUATU_BASELINE_TASK_BASELINE, baseline, &n);
  return n;
}

static void
print_baselines (const GuatuPlan *plan, const gint32 *rows, guint n)
{
  const char * const headers[] = {
    _("Baseline"), _("Taken on"), _("Number"), _("Tasks"), _("Reference"), _("ID"), NULL,
  };
  g_autoptr(CliTable) table = cli_table_new (headers, "llrrl");
  gint32 reference = guatu_progress_reference_baseline (plan);

  for (guint i = 0; i < n; i++)
    {
      cli_table_take (table, cli_row_title (plan, GUATU_TABLE_BASELINE, rows[i]));
      cli_table_take (table, cli_field_text (plan, GUATU_TABLE_BASELINE, rows[i], GUATU_BASELINE_TAKEN_ON));
      cli_table_take (table, cli_field_text (plan, GUATU_TABLE_BASELINE, rows[i], GUATU_BASELINE_NUMBER));
      cli_table_take (table, g_strdup_printf ("%u", count_tasks (plan, rows[i])));
      cli_table_cell (table, rows[i] == reference ? _("reference") : "");
      cli_table_take (table, cli_id_text (plan, GUATU_TABLE_BASELINE, rows[i]));
    }
  cli_table_print (table);
}

static void
print_baselines_json (const GuatuPlan *plan, const gint32 *rows, guint n)
{
  gint32 reference = guatu_progress_reference_baseline (plan);
  CliJsonList list;

  cli_json_list_begin (&list);
  for (guint i = 0; i < n; i++)
    {
      JsonBuilder *object = cli_json_object ();

      for (guint field = 0; field < GUATU_BASELINE_N_FIELDS; field++)
        cli_json_field (object, plan, GUATU_TABLE_BASELINE, rows[i], field);
      cli_json_integer (object, "tasks", count_tasks (plan, rows[i]));
      cli_json_boolean (object, "reference", rows[i] == reference);
      cli_json_list_add (&list, object);
    }
  cli_json_list_end (&list);
  cli_print ("\n");
}

gboolean
cli_list_baselines (const CliView *view, gboolean json, GError **error)
{
  guint n;
  g_autofree gint32 *rows = guatu_plan_in_order (view->plan, GUATU_TABLE_BASELINE, &n);

  if (json)
    print_baselines_json (view->plan, rows, n);
  else if (n > 0)
    print_baselines (view->plan, rows, n);
  return TRUE;
}

/* Two of them ---------------------------------------------------------------------------------------------------- */

/* "+2.5": a difference shows its sign. */
static char *
signed_text (gint64 hundredths)
{
  g_autofree char *text = cli_hundredths_text (hundredths);

  return g_strconcat (hundredths != GUATU_NONE && hundredths > 0 ? "+" : "", text, NULL);
}

/* Working seconds as hours. */
static char *
hours_text (gint64 seconds)
{
  return seconds == GUATU_NONE ? g_strdup ("") : signed_text (seconds * 100 / GUATU_HOUR);
}

static const char *
side_text (const GuatuBaselineChange *change)
{
  if (!change->is_in_from)
    return _("not there before");
  return change->is_in_to ? "" : _("not there any more");
}

static void
print_changes (const GuatuPlan *plan, const GuatuBaselineChange *changes, guint n)
{
  const char * const headers[] = {
    "#", _("Task"), _("Start before"), _("Start after"), _("Days"), _("Finish before"), _("Finish after"), _("Days"),
    _("Duration in days"), _("Work in hours"), _("Investment"), _("Note"), NULL,
  };
  g_autoptr(CliTable) table = cli_table_new (headers, "rlllrllrrrrl");
  guint n_changed = 0;

  for (guint i = 0; i < n; i++)
    {
      const GuatuBaselineChange *change = &changes[i];

      if (!change->is_changed)
        continue;
      n_changed++;
      cli_table_take (table, g_strdup_printf ("%u", guatu_plan_task_place (plan, change->task)));
      cli_table_take (table, cli_task_indented (plan, change->task));
      cli_table_take (table, cli_start_text (plan, change->from.start));
      cli_table_take (table, cli_start_text (plan, change->to.start));
      cli_table_take (table, signed_text (change->start));
      cli_table_take (table, cli_finish_text (plan, change->from.finish));
      cli_table_take (table, cli_finish_text (plan, change->to.finish));
      cli_table_take (table, signed_text (change->finish));
      cli_table_take (table, signed_text (change->duration));
      cli_table_take (table, hours_text (change->work));
      cli_table_take (table, signed_text (change->investment));
      cli_table_cell (table, side_text (change));
    }

  if (n_changed > 0)
    cli_table_print (table);
  else
    cli_print ("%s\n", _("No task differs."));
}

static void
add_side (JsonBuilder *object, const char *name, gboolean there, const GuatuBaselineSide *side)
{
  if (!there)
    {
      cli_json_string (object, name, NULL);
      return;
    }

  json_builder_set_member_name (object, name);
  json_builder_begin_object (object);
  cli_json_instant (object, "start", side->start);
  cli_json_instant (object, "finish", side->finish);
  cli_json_quotient (object, "duration", side->duration, GUATU_MINUTE);
  cli_json_quotient (object, "work", side->work, GUATU_MINUTE);
  cli_json_quotient (object, "investment", side->investment, 100);
  json_builder_end_object (object);
}

static void
print_changes_json (const GuatuPlan *plan, const GuatuBaselineChange *changes, guint n)
{
  CliJsonList list;

  cli_json_list_begin (&list);
  for (guint i = 0; i < n; i++)
    {
      const GuatuBaselineChange *change = &changes[i];
      JsonBuilder *object = cli_json_object ();
      g_autofree char *wbs = guatu_plan_task_wbs (plan, change->task);

      cli_json_id (object, "id", guatu_plan_id (plan, GUATU_TABLE_TASK, change->task));
      cli_json_string (object, "wbs", wbs);
      cli_json_string (object, "name", guatu_plan_task_name (plan, change->task));
      cli_json_boolean (object, "changed", change->is_changed);
      add_side (object, "from", change->is_in_from, &change->from);
      add_side (object, "to", change->is_in_to, &change->to);
      cli_json_quotient (object, "start_days", change->start, 100);
      cli_json_quotient (object, "finish_days", change->finish, 100);
      cli_json_quotient (object, "duration_days", change->duration, 100);
      cli_json_quotient (object, "work", change->work, GUATU_MINUTE);
      cli_json_quotient (object, "investment", change->investment, 100);
      cli_json_list_add (&list, object);
    }
  cli_json_list_end (&list);
  cli_print ("\n");
}

static gboolean
compare_baselines (const CliCall *call, GuatuDocument *document, GError **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 from = cli_find_row (plan, GUATU_TABLE_BASELINE, call->args[2], error);
  gint32 to = -1;
  g_autofree GuatuBaselineChange *changes = NULL;
  guint n;

  if (from < 0)
    return FALSE;
  if (call->n_args > 3)
    {
      to = cli_find_row (plan, GUATU_TABLE_BASELINE, call->args[3], error);
      if (to < 0)
        return FALSE;
    }

  changes = guatu_baseline_compare (plan, guatu_document_get_schedule (document), from, to, &n);
  if (cli_flag (call, "json"))
    print_changes_json (plan, changes, n);
  else
    print_changes (plan, changes, n);
  return TRUE;
}

/* The command ----------------------------------------------------------------------------------------------------- */

static gboolean
set_baseline (const CliCall *call, GuatuDocument *document, GError **error)
{
  gint64 before = cli_head (document);
  gint64 id;

  return guatu_document_set_baseline (document, call->args[2], cli_now (), &id, error)
         && cli_say_what_was_done (call, document, before, id, error);
}

static gboolean
drop_baseline (const CliCall *call, GuatuDocument *document, GError **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint64 before = cli_head (document);
  gint32 row = cli_find_row (plan, GUATU_TABLE_BASELINE, call->args[2], error);

  return row >= 0
         && guatu_document_remove (document, GUATU_TABLE_BASELINE, guatu_plan_id (plan, GUATU_TABLE_BASELINE, row),
                                   error)
         && cli_say_what_was_done (call, document, before, 0, error);
}

static gboolean
list_baselines (const CliCall *call, GError **error)
{
  g_autoptr(CliView) view = cli_view_open (call, error);

  return view != NULL && cli_list_baselines (view, cli_flag (call, "json"), error);
}

static gboolean
run_baseline (const CliCall *call, GError **error)
{
  const char *verb = call->args[1];
  gboolean compare = g_str_equal (verb, "compare");
  gboolean list = g_str_equal (verb, "list");
  gboolean set = g_str_equal (verb, "set");
  g_autoptr(GuatuDocument) document = NULL;

  if (!list && !set && !compare && !g_str_equal (verb, "drop"))
    return cli_usage (error, _("“%s” is not set, list, compare or drop."), verb);
  if (list && call->n_args > 2)
    return cli_usage (error, _("“%s” takes no name."), verb);
  if (!list && call->n_args < 3)
    return cli_usage (error, _("A name is missing."));
  if (!compare && call->n_args > 3)
    return cli_usage (error, _("“%s” takes one name."), verb);
  if (list)
    return list_baselines (call, error);

  document = compare ? guatu_document_open (call->args[0], TRUE, error) : cli_open_to_edit (call, error);
  if (document == NULL)
    return FALSE;

  if (compare)
    return compare_baselines (call, document, error);
  return set ? set_baseline (call, document, error) : drop_baseline (call, document, error);
}

static const CliOption baseline_options[] = {
  { "json", NULL, N_("Print JSON") },
  { NULL },
};

const CliCommand cli_baseline = {
  .name = "baseline",
  .arguments = "FILE set NAME | list | compare NAME [NAME] | drop NAME",
  .summary = N_("Take down the dates of all tasks under a name; list, compare or drop what was taken down"),
  .details =
    N_("What is planned is measured on the plan’s reference baseline (“set FILE plan\n"
       "reference_baseline=NAME”), or on the newest. “compare” sets a baseline against another one, or\n"
       "against the plan as it stands now: what is later, longer or more is positive; days are working days\n"
       "of the task’s calendar."),
  .options = baseline_options,
  .min_args = 2,
  .max_args = 4,
  .run = run_baseline,
};
