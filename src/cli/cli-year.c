/* cli-year.c — "calendar FILE", "calendar FILE SLUG YEAR", "calendar FILE SLUG off DAY": calendars and who uses them,
 * a year as text, days edited by hand. */
#include "cli-days.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "guatu-calendar-edit.h"
#include "guatu-hours-text.h"
#include "guatu-moves.h"
#include "guatu-year.h"

/* Calendars ------------------------------------------------------------------------------------------- */

static const char *
calendar_string (const GuatuPlan *plan, gint32 calendar, guint field)
{
  return calendar >= 0 ? guatu_plan_string (plan, GUATU_TABLE_CALENDAR, calendar, field) : "";
}

static void
print_calendar (const GuatuPlan *plan, gint32 row, CliTable *table)
{
  GuatuCalendarUse use = guatu_calendar_use (plan, row);
  gint32 base = (gint32) guatu_plan_number (plan, GUATU_TABLE_CALENDAR, row, GUATU_CALENDAR_BASE);
  gint64 from = guatu_plan_number (plan, GUATU_TABLE_CALENDAR, row, GUATU_CALENDAR_DATA_FROM);
  gint64 to = guatu_plan_number (plan, GUATU_TABLE_CALENDAR, row, GUATU_CALENDAR_DATA_TO);

  cli_table_cell (table, calendar_string (plan, row, GUATU_CALENDAR_SLUG));
  cli_table_cell (table, calendar_string (plan, row, GUATU_CALENDAR_NAME));
  cli_table_cell (table, calendar_string (plan, base, GUATU_CALENDAR_NAME));
  cli_table_take (table, from != GUATU_NONE && to != GUATU_NONE
                         ? g_strdup_printf ("%d–%d", guatu_instant_to_civil (from).year,
                                            guatu_instant_to_civil (to).year) : g_strdup (""));
  cli_table_cell (table, use.plan ? _("yes") : "");
  cli_table_take (table, g_strdup_printf ("%u", use.n_tasks));
  cli_table_take (table, g_strdup_printf ("%u", use.n_units));
  cli_table_take (table, g_strdup_printf ("%u", use.n_people));
}

static void
print_calendar_json (const GuatuPlan *plan, gint32 row, CliJsonList *list)
{
  GuatuCalendarUse use = guatu_calendar_use (plan, row);
  gint32 base = (gint32) guatu_plan_number (plan, GUATU_TABLE_CALENDAR, row, GUATU_CALENDAR_BASE);
  JsonBuilder *object = cli_json_object ();

  cli_json_id (object, "id", guatu_plan_id (plan, GUATU_TABLE_CALENDAR, row));
  cli_json_string (object, "slug", calendar_string (plan, row, GUATU_CALENDAR_SLUG));
  cli_json_string (object, "name", calendar_string (plan, row, GUATU_CALENDAR_NAME));
  cli_json_id (object, "base", base >= 0 ? guatu_plan_id (plan, GUATU_TABLE_CALENDAR, base) : 0);
  cli_json_date (object, "data_from", guatu_plan_number (plan, GUATU_TABLE_CALENDAR, row, GUATU_CALENDAR_DATA_FROM));
  cli_json_date (object, "data_to", guatu_plan_number (plan, GUATU_TABLE_CALENDAR, row, GUATU_CALENDAR_DATA_TO));
  cli_json_boolean (object, "plan", use.plan);
  cli_json_integer (object, "tasks", use.n_tasks);
  cli_json_integer (object, "units", use.n_units);
  cli_json_integer (object, "people", use.n_people);
  cli_json_integer (object, "calendars", use.n_calendars);
  cli_json_list_add (list, object);
}

/* Where the plan's dates reach beyond what is published. */
static void
print_missing (const GuatuPlan *plan, const GuatuSchedule *schedule)
{
  GuatuMissingYears missing;
  g_autofree char *text = NULL;

  if (!guatu_calendar_missing_years (plan, guatu_plan_settings (plan)->calendar, schedule->plan_start,
                                     schedule->plan_finish, &missing))
    return;
  text = guatu_missing_years_text (&missing);
  cli_print ("%s.\n", text);
}

gboolean
cli_run_calendars (const CliCall *call, GError **error)
{
  g_autoptr(GuatuDocument) document = guatu_document_open (call->args[0], TRUE, error);
  const char * const headers[] = { _("Short name"), _("Name"), _("Base calendar"), _("Holidays published"), _("Plan"),
                                   _("Tasks"), _("Units"), _("People"), NULL };
  g_autoptr(CliTable) table = cli_table_new (headers, "lllllrrr");
  gboolean json = cli_flag (call, "json");
  const GuatuPlan *plan;
  CliJsonList list;

  if (document == NULL)
    return FALSE;

  plan = guatu_document_get_plan (document);
  if (json)
    cli_json_list_begin (&list);
  for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (plan, GUATU_TABLE_CALENDAR); row++)
    {
      if (guatu_plan_id (plan, GUATU_TABLE_CALENDAR, row) == 0)
        continue;
      if (json)
        print_calendar_json (plan, row, &list);
      else
        print_calendar (plan, row, table);
    }
  if (json)
    {
      cli_json_list_end (&list);
      cli_print ("\n");
      return TRUE;
    }
  cli_table_print (table);
  print_missing (plan, guatu_document_get_schedule (document));
  return TRUE;
}

/* A year ---------------------------------------------------------------------------------------------- */

/* After a day's number; what is worked as usual, and weekends, have letters of no weight. */
static const char marks[GUATU_N_DAY_KINDS] = {
  [GUATU_DAY_WORKING] = ' ', [GUATU_DAY_OTHER_HOURS] = '~', [GUATU_DAY_MAKE_UP] = '+', [GUATU_DAY_WEEKEND] = '.',
  [GUATU_DAY_HOLIDAY] = '*', [GUATU_DAY_CLOSURE] = 'x',
};

static void
print_week (const GuatuYear *year, GuatuInstant monday, int month)
{
  g_autoptr(GString) line = g_string_new (NULL);

  g_string_append_printf (line, "%2d |", guatu_instant_iso_week (monday, NULL));
  for (int weekday = 0; weekday < 7; weekday++)
    {
      GuatuInstant at = monday + weekday * GUATU_DAY;
      const GuatuYearDay *day = guatu_year_day (year, at);
      GuatuCivil civil = guatu_instant_to_civil (at);

      if (day != NULL && civil.month == month)
        g_string_append_printf (line, " %2d%c", civil.day, marks[day->kind]);
      else
        g_string_append (line, "    ");
    }
  g_strchomp (line->str);
  cli_print ("%s\n", line->str);
}

static gboolean
same_run (const GuatuPlan *plan, const GuatuYearDay *a, const GuatuYearDay *b)
{
  return a->kind == b->kind && g_str_equal (guatu_year_day_name (plan, a), guatu_year_day_name (plan, b));
}

/* What stands out, in runs of one kind and name. */
static void
print_runs (const GuatuPlan *plan, const GuatuYear *year, GuatuInstant first, GuatuInstant end)
{
  for (GuatuInstant at = first; at < end; at += GUATU_DAY)
    {
      const GuatuYearDay *day = guatu_year_day (year, at);
      const char *name = guatu_year_day_name (plan, day);
      GuatuInstant last = at;

      while (last + GUATU_DAY < end && same_run (plan, day, guatu_year_day (year, last + GUATU_DAY)))
        last += GUATU_DAY;
      if (day->kind != GUATU_DAY_WORKING && day->kind != GUATU_DAY_WEEKEND)
        {
          g_autofree char *days = last > at ? g_strdup_printf ("%d–%d", guatu_instant_to_civil (at).day,
                                                               guatu_instant_to_civil (last).day)
                                            : g_strdup_printf ("%d", guatu_instant_to_civil (at).day);

          cli_print ("   %c %s %s\n", marks[day->kind], days, *name != '\0' ? name : guatu_day_kind_label (day->kind));
        }
      at = last;
    }
}

static void
print_months (const GuatuPlan *plan, const GuatuYear *year)
{
  for (int month = 1; month <= 12; month++)
    {
      GuatuInstant first = guatu_instant_from_civil ((GuatuCivil) { .year = year->year, .month = month, .day = 1 });
      GuatuInstant end = guatu_instant_add_months (first, 1);

      cli_print ("\n%d-%02d\n", year->year, month);
      for (GuatuInstant monday = first - guatu_instant_weekday (first) * GUATU_DAY; monday < end; monday += GUATU_WEEK)
        print_week (year, monday, month);
      print_runs (plan, year, first, end);
    }
}

static void
print_year_json (const GuatuPlan *plan, const GuatuYear *year)
{
  static const char * const kinds[] = { "working", "other-hours", "make-up", "weekend", "holiday", "closure" };
  CliJsonList list;

  cli_json_list_begin (&list);
  for (guint i = 0; i < year->n_days; i++)
    {
      JsonBuilder *object = cli_json_object ();

      cli_json_date (object, "date", year->from + i * GUATU_DAY);
      cli_json_string (object, "kind", kinds[year->days[i].kind]);
      cli_json_string (object, "name", guatu_year_day_name (plan, &year->days[i]));
      cli_json_list_add (&list, object);
    }
  cli_json_list_end (&list);
  cli_print ("\n");
}

static gboolean
parse_year (const char *text, int *year)
{
  char *end;
  gint64 number = g_ascii_strtoll (text, &end, 10);

  *year = (int) CLAMP (number, 0, 9999);
  return end != text && *end == '\0' && *year >= GUATU_FIRST_YEAR && *year <= GUATU_LAST_YEAR;
}

gboolean
cli_run_year (const CliCall *call, GError **error)
{
  g_autoptr(GuatuDocument) document = NULL;
  g_autoptr(GuatuYear) year = NULL;
  g_autofree char *title = NULL;
  const GuatuPlan *plan;
  GuatuMissingYears missing;
  gint32 calendar;
  int number;

  if (!parse_year (call->args[2], &number))
    return cli_usage (error, _("“%s” is no year of a plan: write one from 1900 to 2199."), call->args[2]);
  document = guatu_document_open (call->args[0], TRUE, error);
  if (document == NULL)
    return FALSE;

  plan = guatu_document_get_plan (document);
  calendar = cli_find_row (plan, GUATU_TABLE_CALENDAR, call->args[1], error);
  if (calendar < 0)
    return FALSE;

  year = guatu_year_new (plan, calendar, number);
  if (cli_flag (call, "json"))
    {
      print_year_json (plan, year);
      return TRUE;
    }
  title = g_strdup_printf (ngettext ("%s, %d: %u working day", "%s, %d: %u working days", year->n_working),
                           calendar_string (plan, calendar, GUATU_CALENDAR_NAME), number, year->n_working);
  cli_print ("%s\n%s\n", title, _("* holiday, x closure, + make-up working day, ~ other hours, . weekend"));
  if (guatu_calendar_missing_years (plan, calendar, year->from, year->from + ((gint64) year->n_days - 1) * GUATU_DAY,
                                    &missing))
    {
      g_autofree char *text = guatu_missing_years_text (&missing);

      cli_print ("%s.\n", text);
    }
  print_months (plan, year);
  return TRUE;
}

/* Editing ----------------------------------------------------------------------------------------------- */

gboolean
cli_edits_days (const char *word)
{
  return g_str_equal (word, "off") || g_str_equal (word, "work") || g_str_equal (word, "week");
}

static gboolean
read_days (const CliCall *call, GuatuSpecialDays *days, GError **error)
{
  for (guint i = 3; i < call->n_args; i++)
    {
      GuatuInstant instant;

      if (!guatu_instant_parse (call->args[i], 0, &instant))
        return cli_usage (error, _("“%s” is no date: write it like 2026-03-31."), call->args[i]);
      instant -= guatu_instant_daytime (instant);
      days->to = instant;
      if (i == 3)
        days->from = instant;
    }
  if (days->to < days->from)
    return cli_usage (error, _("%s lies before %s."), call->args[4], call->args[3]);
  return TRUE;
}

/* --yearly: from that day on, as long as plans reach. */
static gboolean
read_yearly (const CliCall *call, GuatuSpecialDays *days, GError **error)
{
  GuatuCivil civil = guatu_instant_to_civil (days->from);

  if (!cli_flag (call, "yearly"))
    return TRUE;
  if (days->as_week || days->to != days->from)
    return cli_usage (error, _("What comes back with --yearly is one day that is off or worked."));
  days->recurrence = GUATU_RECUR_YEARLY_DAY;
  days->month = civil.month;
  days->month_day = civil.day;
  days->to = GUATU_INSTANT_MAX - GUATU_DAY;
  return TRUE;
}

static void
say_moved (const CliCall *call, GuatuDocument *document, const GuatuDates *dates)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  g_autoptr(GArray) moved = guatu_dates_moved (dates, plan, guatu_document_get_schedule (document));

  if (moved->len > 0)
    cli_print (ngettext ("%u task moves.\n", "%u tasks move.\n", moved->len), moved->len);
  else
    cli_print ("%s\n", _("No task moves."));
}

gboolean
cli_run_edit_days (const CliCall *call, GError **error)
{
  const char *word = call->args[2], *hours_text = cli_option (call, "hours");
  const char *name = cli_option (call, "name");
  GuatuHours hours[GUATU_MOST_STRETCHES];
  GuatuSpecialDays days = { .name = name != NULL ? name : "", .works = g_str_equal (word, "work"),
                            .as_week = g_str_equal (word, "week"), .hours = hours,
                            .closure = !cli_flag (call, "holiday") && !cli_flag (call, "yearly") };
  g_autoptr(GuatuDocument) document = NULL;
  g_autoptr(GuatuDates) dates = NULL;
  gint64 head;
  gint32 row;

  if (!read_days (call, &days, error) || !read_yearly (call, &days, error))
    return FALSE;
  if (hours_text != NULL && !days.works)
    return cli_usage (error, _("Only days that are worked have --hours."));
  if (hours_text != NULL && !guatu_hours_parse (hours_text, hours, &days.n_hours, error))
    return FALSE;
  document = cli_open_to_edit (call, error);
  row = document != NULL ? cli_find_row (guatu_document_get_plan (document), GUATU_TABLE_CALENDAR, call->args[1], error)
                         : -1;
  if (row < 0)
    return FALSE;

  head = cli_head (document);
  dates = guatu_dates_new (guatu_document_get_plan (document), guatu_document_get_schedule (document));
  if (!guatu_document_mark_days (document,
                                 guatu_plan_id (guatu_document_get_plan (document), GUATU_TABLE_CALENDAR, row), &days,
                                 error))
    return FALSE;
  if (!cli_flag (call, "json"))
    say_moved (call, document, dates);
  return cli_say_what_was_done (call, document, head, 0, error);
}
