/* cli-calendar.c — "calendar": which days are worked. */
#include "cli-days.h"

#include <glib/gi18n-lib.h>

#include "guatu-samples.h"

/* A shipped calendar that the plan does not hold, in a plan of its own. */
static GuatuPlan *
shipped_calendar (const char *slug, gint32 *row, GError **error)
{
  g_autoptr(GuatuPlan) plan = guatu_plan_new ();

  *row = guatu_calendar_add (plan, slug, error);
  if (*row < 0)
    return NULL;

  guatu_plan_settle (plan);
  return g_steal_pointer (&plan);
}

static char *
hours_text (const GuatuWorktime *worktime, GuatuInstant day)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n;
  const GuatuHours *hours = guatu_worktime_hours (worktime, day, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%02d:%02d–%02d:%02d", i > 0 ? ", " : "",
                            hours[i].from / 3600, hours[i].from / 60 % 60, hours[i].to / 3600, hours[i].to / 60 % 60);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whether the calendar has yearly holidays, but none published for this day. */
static gboolean
is_unpublished (const GuatuPlan *plan, gint32 calendar, GuatuInstant day)
{
  const GuatuCalendar *row = (const GuatuCalendar *) guatu_plan_rows (plan, GUATU_TABLE_CALENDAR) + calendar;

  return row->data_from != GUATU_NONE && row->data_to != GUATU_NONE && (day < row->data_from || day > row->data_to);
}

static void
print_days (const GuatuPlan *plan, gint32 calendar, GuatuInstant from, GuatuInstant to)
{
  static const char * const weekdays[] = {
    N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"),
  };
  const GuatuWorktime *worktime = guatu_plan_worktime (plan, calendar);
  const char * const headers[] = { _("Day"), _("Weekday"), _("Working hours"), "", NULL };
  g_autoptr(CliTable) table = cli_table_new (headers, "");

  for (GuatuInstant day = from; day <= to; day += GUATU_DAY)
    {
      g_autofree char *iso = guatu_instant_to_iso (day);

      iso[10] = '\0';
      cli_table_cell (table, iso);
      cli_table_cell (table, _(weekdays[guatu_instant_weekday (day)]));
      cli_table_take (table, hours_text (worktime, day));
      cli_table_cell (table, is_unpublished (plan, calendar, day) ? _("weekends only") : "");
    }

  cli_table_print (table);
}

static void
print_days_json (const GuatuPlan *plan, gint32 calendar, GuatuInstant from, GuatuInstant to)
{
  const GuatuWorktime *worktime = guatu_plan_worktime (plan, calendar);
  CliJsonList list;

  cli_json_list_begin (&list);
  for (GuatuInstant day = from; day <= to; day += GUATU_DAY)
    {
      JsonBuilder *object = cli_json_object ();
      gint64 work = guatu_worktime_work (worktime, day, day + GUATU_DAY);
      g_autofree char *hours = hours_text (worktime, day);

      cli_json_date (object, "date", day);
      cli_json_boolean (object, "working", work > 0);
      cli_json_quotient (object, "minutes", work, GUATU_MINUTE);
      cli_json_string (object, "hours", hours);
      cli_json_boolean (object, "published", !is_unpublished (plan, calendar, day));
      cli_json_list_add (&list, object);
    }
  cli_json_list_end (&list);
  cli_print ("\n");
}

static gboolean
parse_days (const CliCall *call, GuatuInstant *from, GuatuInstant *to, GError **error)
{
  for (guint i = 2; i < 4; i++)
    {
      GuatuInstant *instant = i == 2 ? from : to;

      if (!guatu_instant_parse (call->args[i], 0, instant))
        return cli_usage (error, _("“%s” is not a date: write it like 2026-03-31."), call->args[i]);
      *instant = guatu_instant_day (*instant) * GUATU_DAY;
    }

  if (*to < *from)
    return cli_usage (error, _("%s lies before %s."), call->args[3], call->args[2]);
  return TRUE;
}

static gboolean
run_days_of (const CliCall *call, GError **error)
{
  g_autoptr(GuatuDocument) document = NULL;
  g_autoptr(GuatuPlan) shipped = NULL;
  g_autoptr(GError) not_in_plan = NULL;
  const GuatuPlan *plan;
  GuatuInstant from, to;
  gint32 calendar;
  gint64 n_days, n_working;

  if (!parse_days (call, &from, &to, error))
    return FALSE;

  document = guatu_document_open (call->args[0], TRUE, error);
  if (document == NULL)
    return FALSE;

  plan = guatu_document_get_plan (document);
  calendar = cli_find_row (plan, GUATU_TABLE_CALENDAR, call->args[1], &not_in_plan);
  if (calendar < 0)
    {
      shipped = shipped_calendar (call->args[1], &calendar, error);
      if (shipped == NULL)
        return FALSE;
      plan = shipped;
    }

  if (cli_flag (call, "json"))
    {
      print_days_json (plan, calendar, from, to);
      return TRUE;
    }

  n_days = guatu_instant_day (to) - guatu_instant_day (from) + 1;
  n_working = guatu_worktime_days (guatu_plan_worktime (plan, calendar), from, to);
  if (!cli_flag (call, "count"))
    print_days (plan, calendar, from, to);
  cli_print (ngettext ("%ld working day of %ld.\n", "%ld working days of %ld.\n", (gulong) n_working),
             (glong) n_working, (glong) n_days);
  return TRUE;
}

/* Options that mean something to one form only. */
static gboolean
check_options (const CliCall *call, gboolean imports, gboolean edits, GError **error)
{
  if (!imports && cli_flag (call, "dry-run"))
    return cli_usage (error, _("Only “import” can be tried with --dry-run."));
  if (!edits && (cli_option (call, "name") != NULL || cli_option (call, "hours") != NULL || cli_flag (call, "yearly") ||
                 cli_flag (call, "holiday")))
    return cli_usage (error, _("--name, --hours, --holiday and --yearly are for days marked by hand."));
  return TRUE;
}

static gboolean
run_calendar (const CliCall *call, GError **error)
{
  const char *word = call->n_args > 2 ? call->args[2] : "";
  gboolean imports = g_str_equal (word, "import"), edits = cli_edits_days (word);

  if (!check_options (call, imports, edits, error))
    return FALSE;
  if (call->n_args == 1)
    return cli_run_calendars (call, error);
  if (call->n_args == 3 && !imports && !edits)
    return cli_run_year (call, error);
  if (edits && call->n_args >= 4)
    return cli_run_edit_days (call, error);
  if (call->n_args != 4)
    return cli_usage (error, _("A calendar’s days are asked for by a year, or by the first and the last of them."));
  return imports ? cli_run_days (call, error) : run_days_of (call, error);
}

static const CliOption calendar_options[] = {
  { "count", NULL, N_("Print the number of working days only") },
  { "dry-run", NULL, N_("With import: print the days and the tasks that would move, and change nothing") },
  { "holiday", NULL, N_("With off: a public holiday, not a closure") },
  { "hours", "HOURS", N_("With work: the hours, 8:00–12:00, 14:00–18:00, if they are not the usual ones") },
  { "json", NULL, N_("Print JSON") },
  { "name", "NAME", N_("With off and work: what the days are called") },
  { "yearly", NULL, N_("With off and work: the day comes back every year") },
  { NULL },
};

const CliCommand cli_calendar = {
  .name = "calendar",
  .arguments = "FILE [SLUG YEAR | SLUG FROM TO [--count] | SLUG off|work|week FROM [TO] [--name NAME] [--holiday] "
               "[--hours HOURS] [--yearly] | SLUG import SOURCE [--dry-run]] [--json]",
  .summary = N_("List calendars, print which days one works, mark its days, or take holidays into it"),
  .details =
    N_("With FILE alone, the calendars of the plan and who uses them; with YEAR, the year month by month.\n"
       "\n"
       "SLUG is a calendar of the plan, by its short name, name or id, or else one that ships with the\n"
       "program: standard, china, six-day, every-day, 24-hours. Both days are counted. Where a calendar\n"
       "has holidays for some years, the others are marked “weekends only”.\n"
       "\n"
       "Days are marked by hand with off, with work (at the usual hours or those given), or with week: then nothing\n"
       "special is said of them any more.\n"
       "\n"
       "SOURCE is a file of holidays: iCalendar (.ics), or JSON with the days of a year (.json). All-day events\n"
       "become days off, make-up working days become days worked. They replace what the calendar says of the\n"
       "same days; what is not taken is listed, and so is every task that moves."),
  .options = calendar_options,
  .min_args = 1,
  .max_args = 5,
  .run = run_calendar,
};
