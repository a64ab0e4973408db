/* cli-shift.c — "shift": the whole plan earlier or later. */
#include "cli-output.h"

#include <glib/gi18n-lib.h>

#include "guatu-moves.h"

/* "14d" or "14" calendar days, "10wd" working days. */
static gboolean
read_days (const char *text, GuatuShift *shift, GError **error)
{
  char *end;
  gint64 days = g_ascii_strtoll (text, &end, 10);

  *shift = (GuatuShift) { days, g_str_equal (end, "wd") };
  if (end == text || (*end != '\0' && !g_str_equal (end, "d") && !shift->working))
    return cli_usage (error, _("“%s” is no number of days: write 14, -7, or 10wd for working days"), text);
  if (ABS (days) > GUATU_MOST_SHIFT)
    return cli_usage (error, _("No plan is moved by more than %d days."), GUATU_MOST_SHIFT);
  return TRUE;
}

static gboolean
find_shift (const CliCall *call, GuatuDocument *document, GuatuShift *shift, GError **error)
{
  const char *by = cli_option (call, "by");
  GuatuInstant start, finish;

  if (!cli_date_option (call, "start", 0, &start, error) || !cli_date_option (call, "finish", 0, &finish, error))
    return FALSE;
  if ((by != NULL) + (start != GUATU_NONE) + (finish != GUATU_NONE) != 1)
    return cli_usage (error, _("Write one of --by, --start and --finish."));
  if (by != NULL)
    return read_days (by, shift, error);
  return guatu_plan_shift_to (guatu_document_get_plan (document), guatu_document_get_schedule (document),
                              start != GUATU_NONE ? start : finish, start == GUATU_NONE, shift, error);
}

/* Takes @words. */
static void
print_count (guint n, char *words)
{
  g_autofree char *owned = words;

  if (n > 0)
    cli_print ("  %s\n", owned);
}

static void
print_preview (const GuatuPlanShift *shift, guint n)
{
  cli_print ("%s\n", _("These move:"));
  print_count (n, g_strdup_printf (ngettext ("%u task", "%u tasks", n), n));
  n = shift->n_manual;
  print_count (n, g_strdup_printf (ngettext ("%u task with dates of its own", "%u tasks with dates of their own", n),
                                   n));
  n = shift->n_constraints;
  print_count (n, g_strdup_printf (ngettext ("%u constraint", "%u constraints", n), n));
  n = shift->n_deadlines;
  print_count (n, g_strdup_printf (ngettext ("%u deadline", "%u deadlines", n), n));
  n = shift->n_key_nodes;
  print_count (n, g_strdup_printf (ngettext ("%u key node", "%u key nodes", n), n));
  n = shift->n_phases;
  print_count (n, g_strdup_printf (ngettext ("%u phase", "%u phases", n), n));
  n = shift->n_targets;
  print_count (n, g_strdup_printf (ngettext ("%u monthly target", "%u monthly targets", n), n));
  n = shift->n_recurring;
  print_count (n, g_strdup_printf (ngettext ("%u recurring task", "%u recurring tasks", n), n));
  cli_print ("%s\n", _("These stay:"));
  n = shift->n_actual;
  print_count (n, g_strdup_printf (ngettext ("%u actual date", "%u actual dates", n), n));
  n = shift->n_finished;
  print_count (n, g_strdup_printf (ngettext ("%u finished task", "%u finished tasks", n), n));
}

static gboolean
preview (const CliCall *call, GuatuDocument *document, GuatuShift by, GError **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  g_autoptr(GuatuPlanShift) shift = guatu_plan_shift_new (plan, by);
  g_autoptr(GuatuSchedule) schedule = guatu_plan_shift_foresee (shift, plan, error);
  g_autoptr(GuatuDates) dates = guatu_dates_new (plan, guatu_document_get_schedule (document));
  g_autoptr(GArray) moved = NULL;
  g_autofree char *text = NULL;
  g_autoptr(JsonBuilder) object = NULL;

  if (schedule == NULL)
    return FALSE;
  moved = guatu_dates_moved (dates, plan, schedule);
  if (!cli_flag (call, "json"))
    {
      print_preview (shift, moved->len);
      return TRUE;
    }
  object = cli_json_object ();
  cli_json_integer (object, "days", by.days);
  cli_json_boolean (object, "working", by.working);
  cli_json_integer (object, "tasks", moved->len);
  cli_json_integer (object, "constraints", shift->n_constraints);
  cli_json_integer (object, "deadlines", shift->n_deadlines);
  cli_json_integer (object, "manual", shift->n_manual);
  cli_json_integer (object, "key_nodes", shift->n_key_nodes);
  cli_json_integer (object, "phases", shift->n_phases);
  cli_json_integer (object, "targets", shift->n_targets);
  cli_json_integer (object, "recurring", shift->n_recurring);
  cli_json_integer (object, "actual_dates", shift->n_actual);
  cli_json_integer (object, "finished", shift->n_finished);
  cli_json_date (object, "start", guatu_plan_first_day (plan, schedule));
  cli_json_date (object, "finish", guatu_plan_last_day (plan, schedule));
  text = cli_json_text (object);
  cli_print ("%s\n", text);
  return TRUE;
}

static gboolean
run_shift (const CliCall *call, GError **error)
{
  g_autoptr(CliView) view = cli_flag (call, "check") ? cli_view_open (call, error) : NULL;
  g_autoptr(GuatuDocument) editable = cli_flag (call, "check") ? NULL : cli_open_to_edit (call, error);
  GuatuDocument *document = view != NULL ? view->document : editable;
  GuatuShift by;
  gint64 before;

  if (document == NULL || !find_shift (call, document, &by, error))
    return FALSE;
  if (view != NULL)
    return preview (call, document, by, error);

  before = cli_head (document);
  return guatu_document_shift (document, by, error) && cli_say_what_was_done (call, document, before, 0, error);
}

static const CliOption options[] = {
  { "by", "DAYS", N_("So many days later, or earlier: 14, -7; 10wd are working days") },
  { "start", "DATE", N_("So far that it starts on that day") },
  { "finish", "DATE", N_("So far that it finishes on that day") },
  { "check", NULL, N_("Say what would move and what would stay, and change nothing") },
  { "json", NULL, N_("Print JSON") },
  { NULL },
};

const CliCommand cli_shift = {
  .name = "shift",
  .arguments = "FILE --by DAYS | --start DATE | --finish DATE [--check] [--json]",
  .summary = N_("Move the whole plan earlier or later"),
  .details =
    N_("What is planned moves: start and target of the plan, phases, monthly targets, dates of manual tasks,\n"
       "constraints, deadlines, agreed dates, key nodes not passed yet, rules of recurring tasks.\n"
       "What was stays: actual dates, reports, baselines, the status date, and tasks that are finished. Days\n"
       "off in calendars stay where they are, so that a plan may take another number of days elsewhere."),
  .options = options,
  .min_args = 1,
  .max_args = 1,
  .run = run_shift,
};
