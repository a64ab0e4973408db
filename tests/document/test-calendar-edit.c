/* test-calendar-edit.c — calendars edited by hand: each edit is one entry, does what it says, and is taken back whole. */
#include "document-fixture.h"

#include "guatu-calendar-edit.h"
#include "guatu-hours-text.h"
#include "guatu-moves.h"
#include "guatu-year.h"

#include <string.h>

static gint64
calendar_id (DocumentFixture *fixture)
{
  const GuatuPlan *plan = guatu_document_get_plan (fixture->document);

  return guatu_plan_id (plan, GUATU_TABLE_CALENDAR, guatu_plan_settings (plan)->calendar);
}

/* The fixture's plan names no calendar. */
static void
set_up (DocumentFixture *fixture, gconstpointer data)
{
  static const GuatuHours hours[] = { { 8 * GUATU_HOUR, 12 * GUATU_HOUR }, { 13 * GUATU_HOUR, 17 * GUATU_HOUR } };
  const GuatuSetting name = { GUATU_CALENDAR_NAME, GUATU_TEXT ("Standard") };
  g_autoptr(GError) error = NULL;
  gint64 calendar;

  document_fixture_set_up (fixture, data);
  calendar = must_add (fixture, GUATU_TABLE_CALENDAR, &name, 1);
  for (int weekday = 0; weekday < 7; weekday++)
    guatu_document_set_weekday (fixture->document, calendar, 0, weekday, TRUE, hours, weekday < 5 ? 2 : 0, &error);
  g_assert_no_error (error);
  g_assert_true (set_plan (fixture, GUATU_PLAN_CALENDAR, GUATU_INTEGER (calendar), &error));
}

static GuatuSpecialDays
days (const char *from, const char *to, const char *name)
{
  return (GuatuSpecialDays) { .from = guatu_test_at (from), .to = guatu_test_at (to), .name = name };
}

static void
must_mark (DocumentFixture *fixture, gint64 calendar, GuatuSpecialDays marked)
{
  g_autoptr(GError) error = NULL;

  guatu_document_mark_days (fixture->document, calendar, &marked, &error);
  g_assert_no_error (error);
  check_memory (fixture->document);
}

/* "8:00–12:00, 13:00–17:00 Name" of a day; "off Name". Free it. */
static char *
day_of (DocumentFixture *fixture, gint64 calendar, const char *date)
{
  const GuatuPlan *plan = guatu_document_get_plan (fixture->document);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_CALENDAR, calendar);
  GuatuInstant day = guatu_test_at (date);
  g_autoptr(GuatuYear) year = guatu_year_new (plan, row, guatu_instant_to_civil (day).year);
  guint n;
  const GuatuHours *hours = guatu_worktime_hours (guatu_plan_worktime (plan, row), day, &n);
  g_autofree char *text = guatu_hours_format (hours, n);
  const char *name = guatu_year_day_name (plan, guatu_year_day (year, day));

  return g_strdup_printf ("%s%s%s", n > 0 ? text : "off", *name != '\0' ? " " : "", name);
}

#define assert_day(fixture, calendar, date, expected) \
  G_STMT_START { \
    g_autofree char *day_ = day_of (fixture, calendar, date); \
    g_assert_cmpstr (day_, ==, expected); \
  } G_STMT_END

#define USUAL "8:00–12:00, 13:00–17:00"

static void
check_title (DocumentFixture *fixture, const char *expected)
{
  g_autofree char *title = guatu_document_undo_title (fixture->document);

  g_assert_cmpstr (title, ==, expected);
}

static void
undo (DocumentFixture *fixture)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (guatu_document_undo (fixture->document, NULL, &error));
  g_assert_no_error (error);
  check_memory (fixture->document);
}

static void
off_worked_and_as_the_week_says (DocumentFixture *fixture, gconstpointer data)
{
  gint64 calendar = calendar_id (fixture);
  gint64 head = head_of (fixture->document);
  GuatuHours hours[] = { { 9 * GUATU_HOUR, 11 * GUATU_HOUR } };
  GuatuSpecialDays worked = days ("2024-05-04", "2024-05-04", ""), week = days ("2024-05-01", "2024-05-02", "");

  must_mark (fixture, calendar, days ("2024-05-01", "2024-05-03", "Flood"));
  g_assert_cmpint (head_of (fixture->document), ==, head + 1);
  check_title (fixture, "“Flood”, off on May 1, 2024 to May 3, 2024 in calendar “Standard”");
  assert_day (fixture, calendar, "2024-05-01", "off Flood");
  assert_day (fixture, calendar, "2024-05-06", USUAL);

  /* The same once more is no edit. */
  must_mark (fixture, calendar, days ("2024-05-01", "2024-05-03", "Flood"));
  g_assert_cmpint (head_of (fixture->document), ==, head + 1);

  worked.works = TRUE;
  must_mark (fixture, calendar, worked);
  assert_day (fixture, calendar, "2024-05-04", USUAL);
  worked.hours = hours;
  worked.n_hours = 1;
  must_mark (fixture, calendar, worked);
  assert_day (fixture, calendar, "2024-05-04", "9:00–11:00");

  week.as_week = TRUE;
  must_mark (fixture, calendar, week);
  check_title (fixture, "Nothing special on May 1, 2024 to May 2, 2024 in calendar “Standard”");
  assert_day (fixture, calendar, "2024-05-01", USUAL);
  assert_day (fixture, calendar, "2024-05-02", USUAL);
  assert_day (fixture, calendar, "2024-05-03", "off Flood");
  g_assert_cmpint (head_of (fixture->document), ==, head + 4);

  undo (fixture);
  assert_day (fixture, calendar, "2024-05-01", "off Flood");
  undo (fixture);
  assert_day (fixture, calendar, "2024-05-04", USUAL);
  undo (fixture);
  assert_day (fixture, calendar, "2024-05-04", "off");
  undo (fixture);
  assert_day (fixture, calendar, "2024-05-01", USUAL);
}

/* The same day off, said to be a closure or a holiday, is two different edits. */
static void
closures (DocumentFixture *fixture, gconstpointer data)
{
  const GuatuSetting years[] = { { GUATU_CALENDAR_DATA_FROM, GUATU_INTEGER (guatu_test_at ("2024-01-01")) },
                                 { GUATU_CALENDAR_DATA_TO, GUATU_INTEGER (guatu_test_at ("2024-12-31")) } };
  gint64 calendar = calendar_id (fixture), head;
  GuatuSpecialDays off = days ("2024-05-06", "2024-05-06", "Flood");
  g_autoptr(GError) error = NULL;

  g_assert_true (guatu_document_set (fixture->document, GUATU_TABLE_CALENDAR, calendar, years, 2, &error));
  head = head_of (fixture->document);
  for (int closure = 0; closure < 2; closure++)
    {
      const GuatuPlan *plan = guatu_document_get_plan (fixture->document);
      g_autoptr(GuatuYear) year = NULL;

      off.closure = closure;
      must_mark (fixture, calendar, off);
      must_mark (fixture, calendar, off);
      year = guatu_year_new (plan, guatu_plan_find (plan, GUATU_TABLE_CALENDAR, calendar), 2024);
      g_assert_cmpint (guatu_year_day (year, off.from)->kind, ==, closure ? GUATU_DAY_CLOSURE : GUATU_DAY_HOLIDAY);
      g_assert_cmpint (head_of (fixture->document), ==, head + 1 + closure);
    }
}

/* A calendar on the plan's: what the base has off is worked where that one says "as the week". */
static void
against_the_base_and_what_recurs (DocumentFixture *fixture, gconstpointer data)
{
  gint64 base = calendar_id (fixture);
  const GuatuSetting settings[] = { { GUATU_CALENDAR_NAME, GUATU_TEXT ("Site") },
                                    { GUATU_CALENDAR_BASE, GUATU_INTEGER (base) } };
  gint64 site = must_add (fixture, GUATU_TABLE_CALENDAR, settings, 2);
  GuatuSpecialDays yearly = days ("2024-01-01", "2099-12-31", "Founding"), week = days ("2024-06-01", "2024-06-30", "");

  yearly.recurrence = GUATU_RECUR_YEARLY_DAY;
  yearly.month = 6;
  yearly.month_day = 3;
  must_mark (fixture, base, days ("2024-06-10", "2024-06-10", "Feast"));
  must_mark (fixture, site, yearly);
  check_title (fixture, "Add “Founding”, which comes back, to calendar “Site”");
  assert_day (fixture, site, "2024-06-03", "off Founding");
  assert_day (fixture, site, "2024-06-10", "off Feast");
  week.as_week = TRUE;
  must_mark (fixture, site, week);
  assert_day (fixture, site, "2024-06-03", USUAL);
  assert_day (fixture, site, "2024-06-10", USUAL);
  assert_day (fixture, site, "2024-06-09", "off");
  assert_day (fixture, base, "2024-06-10", "off Feast");
  assert_day (fixture, site, "2025-06-03", "off Founding");
}

/* The exception that comes back on @calendar; there is one. */
static gint64
recurring_of (DocumentFixture *fixture, gint64 calendar)
{
  const GuatuPlan *plan = guatu_document_get_plan (fixture->document);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_CALENDAR_EXCEPTION, GUATU_CALENDAR_EXCEPTION_CALENDAR,
                                             guatu_plan_find (plan, GUATU_TABLE_CALENDAR, calendar), &n);
  gint64 found = 0;

  for (guint i = 0; i < n; i++)
    if (guatu_calendar_exception (plan, rows[i]).recurrence != GUATU_RECUR_DAILY)
      {
        g_assert_cmpint (found, ==, 0);
        found = guatu_plan_id (plan, GUATU_TABLE_CALENDAR_EXCEPTION, rows[i]);
      }
  g_assert_cmpint (found, !=, 0);

  return found;
}

/* In one entry, and nothing else of the calendar with it. */
static void
what_comes_back_is_changed (DocumentFixture *fixture, gconstpointer data)
{
  gint64 calendar = calendar_id (fixture), head;
  GuatuSpecialDays rule = days ("2024-01-01", "2099-12-31", "Founding");
  g_autoptr(GError) error = NULL;

  must_mark (fixture, calendar, days ("2024-06-10", "2024-06-10", "Feast"));
  rule.recurrence = GUATU_RECUR_YEARLY_DAY;
  rule.month = 6;
  rule.month_day = 3;
  must_mark (fixture, calendar, rule);
  head = head_of (fixture->document);

  /* As it is. */
  g_assert_true (guatu_document_change_recurring (fixture->document, recurring_of (fixture, calendar), &rule, &error));
  g_assert_cmpint (head_of (fixture->document), ==, head);

  rule.month_day = 4;
  rule.works = TRUE;
  rule.name = "Stocktaking";
  g_assert_true (guatu_document_change_recurring (fixture->document, recurring_of (fixture, calendar), &rule, &error));
  g_assert_no_error (error);
  g_assert_cmpint (head_of (fixture->document), ==, head + 1);
  assert_day (fixture, calendar, "2024-06-03", USUAL);
  assert_day (fixture, calendar, "2024-06-10", "off Feast");
  assert_day (fixture, calendar, "2025-06-03", USUAL);
  g_assert_cmpstr (guatu_plan_string (guatu_document_get_plan (fixture->document), GUATU_TABLE_CALENDAR_EXCEPTION,
                                      guatu_plan_find (guatu_document_get_plan (fixture->document),
                                                       GUATU_TABLE_CALENDAR_EXCEPTION,
                                                       recurring_of (fixture, calendar)),
                                      GUATU_CALENDAR_EXCEPTION_NAME), ==, "Stocktaking");

  g_assert_true (guatu_document_undo (fixture->document, NULL, &error));
  assert_day (fixture, calendar, "2024-06-03", "off Founding");
  assert_day (fixture, calendar, "2024-06-10", "off Feast");
  assert_refused (fixture, guatu_document_change_recurring (fixture->document, 12345, &rule, &error), error,
                  GUATU_DOCUMENT_ERROR_NOT_FOUND, "");
}

static void
hours_that_overlap (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  GuatuHours hours[] = { { 9 * GUATU_HOUR, 11 * GUATU_HOUR }, { 10 * GUATU_HOUR, 12 * GUATU_HOUR } };
  GuatuSpecialDays worked = days ("2024-05-04", "2024-05-04", ""), reversed = days ("2024-05-04", "2024-05-03", "x");
  gint64 head = head_of (fixture->document);

  worked.works = TRUE;
  worked.hours = hours;
  worked.n_hours = 2;
  assert_refused (fixture, guatu_document_mark_days (fixture->document, calendar_id (fixture), &worked, &error), error,
                  GUATU_DOCUMENT_ERROR_INVALID, "overlap");
  assert_refused (fixture, guatu_document_mark_days (fixture->document, calendar_id (fixture), &reversed, &error), error,
                  GUATU_DOCUMENT_ERROR_INVALID, "ends before it starts");
  assert_refused (fixture, guatu_document_set_weekday (fixture->document, calendar_id (fixture), 0, 1, TRUE, hours, 2,
                                                       &error), error, GUATU_DOCUMENT_ERROR_INVALID, "overlap");
  assert_refused (fixture, guatu_document_set_weekday (fixture->document, calendar_id (fixture), 12345, 1, TRUE, NULL, 0,
                                                       &error), error, GUATU_DOCUMENT_ERROR_NOT_FOUND, "");
  g_assert_cmpint (head_of (fixture->document), ==, head);
}

static void
weekdays (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 calendar = calendar_id (fixture), head = head_of (fixture->document);
  GuatuHours hours[] = { { 6 * GUATU_HOUR, 10 * GUATU_HOUR } };
  const GuatuSetting settings[] = { { GUATU_CALENDAR_WEEK_CALENDAR, GUATU_INTEGER (calendar) },
                                    { GUATU_CALENDAR_WEEK_NAME, GUATU_TEXT ("Summer") },
                                    { GUATU_CALENDAR_WEEK_FROM_DATE, GUATU_INTEGER (guatu_test_at ("2024-07-01")) },
                                    { GUATU_CALENDAR_WEEK_TO_DATE, GUATU_INTEGER (guatu_test_at ("2024-07-31")) } };
  gint64 summer;

  g_assert_true (guatu_document_set_weekday (fixture->document, calendar, 0, 0, TRUE, hours, 1, &error));
  check_title (fixture, "Work on Monday in calendar “Standard”: 6:00–10:00");
  assert_day (fixture, calendar, "2024-03-11", "6:00–10:00");
  assert_day (fixture, calendar, "2024-03-12", USUAL);
  check_memory (fixture->document);
  g_assert_true (guatu_document_set_weekday (fixture->document, calendar, 0, 0, TRUE, hours, 1, &error));
  g_assert_cmpint (head_of (fixture->document), ==, head + 1);
  g_assert_true (guatu_document_set_weekday (fixture->document, calendar, 0, 5, TRUE, NULL, 0, &error));
  g_assert_cmpint (head_of (fixture->document), ==, head + 1);

  summer = must_add (fixture, GUATU_TABLE_CALENDAR_WEEK, settings, 4);
  g_assert_true (guatu_document_set_weekday (fixture->document, calendar, summer, 1, TRUE, NULL, 0, &error));
  assert_day (fixture, calendar, "2024-07-02", "off");
  assert_day (fixture, calendar, "2024-08-06", USUAL);
  check_title (fixture, "No work on Tuesday in calendar “Standard”");
  g_assert_true (guatu_document_set_weekday (fixture->document, calendar, summer, 1, FALSE, NULL, 0, &error));
  assert_day (fixture, calendar, "2024-07-02", USUAL);
  check_title (fixture, "Say nothing of Tuesday in calendar “Standard”");
  check_memory (fixture->document);
}

static void
copies (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 calendar = calendar_id (fixture), copy = 0;
  GuatuSpecialDays worked = days ("2024-05-04", "2024-05-04", "");

  worked.works = TRUE;
  must_mark (fixture, calendar, days ("2024-05-01", "2024-05-03", "Flood"));
  must_mark (fixture, calendar, worked);
  g_assert_true (guatu_document_copy_calendar (fixture->document, calendar, "Copy", &copy, &error));
  g_assert_no_error (error);
  check_memory (fixture->document);
  check_title (fixture, "Copy calendar “Standard” as “Copy”");
  assert_day (fixture, copy, "2024-05-02", "off Flood");
  assert_day (fixture, copy, "2024-05-04", USUAL);
  assert_day (fixture, copy, "2024-05-06", USUAL);
  /* They are two. */
  must_mark (fixture, copy, days ("2024-05-06", "2024-05-06", ""));
  assert_day (fixture, calendar, "2024-05-06", USUAL);
  undo (fixture);
  undo (fixture);
  g_assert_cmpint (guatu_plan_find (guatu_document_get_plan (fixture->document), GUATU_TABLE_CALENDAR, copy), ==, -1);
}

/* Survey takes five days from Monday the 4th: a closure on the 6th puts it and all that follows off, but not Prepare's
 * start. */
static void
moved_tasks (DocumentFixture *fixture, gconstpointer data)
{
  const GuatuPlan *plan = guatu_document_get_plan (fixture->document);
  g_autoptr(GuatuDates) dates = guatu_dates_new (plan, guatu_document_get_schedule (fixture->document));
  g_autoptr(GArray) moved = NULL;
  g_autoptr(GArray) none = guatu_dates_moved (dates, plan, guatu_document_get_schedule (fixture->document));
  gint32 road = task_row (fixture, "Road");

  g_assert_cmpuint (none->len, ==, 0);
  must_mark (fixture, calendar_id (fixture), days ("2024-03-29", "2024-03-29", ""));
  plan = guatu_document_get_plan (fixture->document);
  moved = guatu_dates_moved (dates, plan, guatu_document_get_schedule (fixture->document));
  for (guint i = 0; i < moved->len; i++)
    g_assert_cmpstr (guatu_plan_task_name (plan, g_array_index (moved, gint32, i)), !=, "Survey");
  g_assert_cmpint (guatu_dates_start (dates, road), ==, guatu_document_get_schedule (fixture->document)->start[road]);
  g_assert_cmpint (guatu_dates_end (dates), !=, guatu_document_get_schedule (fixture->document)->plan_finish);
  g_assert_cmpuint (moved->len, >, 0);
}

/* Somebody who works on the task, for as long as it lasts, by a calendar that is closed on two days of the first week. */
static void
check_who_works (DocumentFixture *fixture, GuatuTable table, const char *name, guint calendar_field)
{
  g_autoptr(GError) error = NULL;
  gint64 copy = 0, assignment = 0, who = id_of (fixture, table, name);
  GuatuSetting calendar = { calendar_field, GUATU_NULL };
  GuatuSetting work = { GUATU_ASSIGNMENT_WORK, GUATU_INTEGER (5 * 8 * GUATU_HOUR) };
  GuatuInstant survey = guatu_document_get_schedule (fixture->document)->finish[task_row (fixture, "Survey")];
  GuatuInstant road = guatu_document_get_schedule (fixture->document)->finish[task_row (fixture, "Road")];

  g_assert_true (guatu_document_copy_calendar (fixture->document, calendar_id (fixture), name, &copy, &error));
  g_assert_true (guatu_document_assign (fixture->document, task_id (fixture, "Survey"),
                                        table == GUATU_TABLE_UNIT ? who : 0, table == GUATU_TABLE_PERSON ? who : 0,
                                        GUATU_ROLE_RESOURCE, 10000, &assignment, &error));
  g_assert_true (guatu_document_set (fixture->document, GUATU_TABLE_ASSIGNMENT, assignment, &work, 1, &error));
  must_mark (fixture, copy, days ("2024-03-06", "2024-03-07", "Away"));
  g_assert_cmpint (guatu_document_get_schedule (fixture->document)->finish[task_row (fixture, "Survey")], ==, survey);
  calendar.value = GUATU_INTEGER (copy);
  g_assert_true (guatu_document_set (fixture->document, table, who, &calendar, 1, &error));
  g_assert_no_error (error);
  /* Friday, and two more days after the weekend. */
  g_assert_cmpint (guatu_document_get_schedule (fixture->document)->finish[task_row (fixture, "Survey")], ==,
                   survey + 4 * GUATU_DAY);
  g_assert_cmpint (guatu_document_get_schedule (fixture->document)->finish[task_row (fixture, "Road")], ==, road);
}

static void
a_persons (DocumentFixture *fixture, gconstpointer data)
{
  check_who_works (fixture, GUATU_TABLE_PERSON, "Li", GUATU_PERSON_CALENDAR);
}

static void
a_units (DocumentFixture *fixture, gconstpointer data)
{
  check_who_works (fixture, GUATU_TABLE_UNIT, "Roads", GUATU_UNIT_CALENDAR);
}

#define add(path, func) g_test_add (path, DocumentFixture, NULL, set_up, func, document_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  document_fixture_in_memory ();

  add ("/document/calendar-edit/days-off-worked-and-as-the-week-says-are-one-entry-each",
       off_worked_and_as_the_week_says);
  add ("/document/calendar-edit/a-closure-is-none-of-the-published-holidays", closures);
  add ("/document/calendar-edit/what-comes-back-is-changed-in-one-entry", what_comes_back_is_changed);
  add ("/document/calendar-edit/as-the-week-says-holds-against-bases-and-what-recurs",
       against_the_base_and_what_recurs);
  add ("/document/calendar-edit/what-cannot-be-changes-nothing",
       hours_that_overlap);
  add ("/document/calendar-edit/the-hours-of-a-weekday-are-one-entry",
       weekdays);
  add ("/document/calendar-edit/a-copy-is-alike-and-apart",
       copies);
  add ("/document/calendar-edit/exactly-the-tasks-that-move-are-told",
       moved_tasks);
  add ("/document/calendar-edit/the-calendar-of-a-person-who-works-on-a-task-is-honoured", a_persons);
  add ("/document/calendar-edit/the-calendar-of-a-unit-that-works-on-a-task-is-honoured", a_units);

  return g_test_run ();
}
