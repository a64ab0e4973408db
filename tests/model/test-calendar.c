/* test-calendar.c — a plan's calendar rows and what they compile to. */
#include "guatu-calendar.h"

#include "guatu-test.h"

#define at(text) guatu_test_at (text)

static gint64 next_id = 100;

static gint32
add_calendar (GuatuPlan *plan, const char *name, gint32 base)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_CALENDAR, next_id++);

  guatu_plan_set (plan, GUATU_TABLE_CALENDAR, row, GUATU_CALENDAR_NAME, GUATU_TEXT (name));
  if (base >= 0)
    guatu_plan_set (plan, GUATU_TABLE_CALENDAR, row, GUATU_CALENDAR_BASE,
                    GUATU_INTEGER (guatu_plan_id (plan, GUATU_TABLE_CALENDAR, base)));

  return row;
}

static void
add_hours (GuatuPlan *plan, guint field, GuatuTable table, gint32 owner, int from, int to)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_CALENDAR_HOURS, next_id++);

  guatu_plan_set (plan, GUATU_TABLE_CALENDAR_HOURS, row, field, GUATU_INTEGER (guatu_plan_id (plan, table, owner)));
  guatu_plan_set (plan, GUATU_TABLE_CALENDAR_HOURS, row, GUATU_CALENDAR_HOURS_FROM_TIME, GUATU_INTEGER (from * 3600));
  guatu_plan_set (plan, GUATU_TABLE_CALENDAR_HOURS, row, GUATU_CALENDAR_HOURS_TO_TIME, GUATU_INTEGER (to * 3600));
}

/* A weekday with one stretch of hours; none if @from is @to. */
static gint32
add_day (GuatuPlan *plan, gint32 calendar, int weekday, int from, int to)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_CALENDAR_DAY, next_id++);

  guatu_plan_set (plan, GUATU_TABLE_CALENDAR_DAY, row, GUATU_CALENDAR_DAY_CALENDAR,
                  GUATU_INTEGER (guatu_plan_id (plan, GUATU_TABLE_CALENDAR, calendar)));
  guatu_plan_set (plan, GUATU_TABLE_CALENDAR_DAY, row, GUATU_CALENDAR_DAY_WEEKDAY, GUATU_INTEGER (weekday));
  if (from != to)
    add_hours (plan, GUATU_CALENDAR_HOURS_DAY, GUATU_TABLE_CALENDAR_DAY, row, from, to);

  return row;
}

static gint32
add_exception (GuatuPlan *plan, gint32 calendar, const char *from, const char *to)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_CALENDAR_EXCEPTION, next_id++);

  guatu_plan_set (plan, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_CALENDAR,
                  GUATU_INTEGER (guatu_plan_id (plan, GUATU_TABLE_CALENDAR, calendar)));
  guatu_plan_set (plan, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_FROM_DATE,
                  GUATU_INTEGER (at (from)));
  guatu_plan_set (plan, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_TO_DATE,
                  GUATU_INTEGER (at (to)));

  return row;
}

/* Working hours of the week from Monday, 2024-03-04. */
static gint64
hours_of_week (const GuatuWorktime *worktime)
{
  return guatu_worktime_work (worktime, at ("2024-03-04"), at ("2024-03-11")) / GUATU_HOUR;
}

static void
test_standard (void)
{
  g_autoptr(GuatuPlan) plan = guatu_plan_new ();
  g_autoptr(GuatuWorktime) worktime = guatu_calendar_compile (plan, -1);
  const GuatuHours *hours;
  guint n;

  hours = guatu_worktime_hours (worktime, at ("2024-03-08"), &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (hours[0].from, ==, 8 * 3600);
  g_assert_cmpint (hours[0].to, ==, 12 * 3600);
  g_assert_cmpint (hours[1].from, ==, 13 * 3600);
  g_assert_cmpint (hours[1].to, ==, 17 * 3600);
  g_assert_cmpint (hours_of_week (worktime), ==, 40);
  g_assert_cmpint (hours_of_week (guatu_plan_worktime (plan, -1)), ==, 40);
}

static void
test_rows (void)
{
  g_autoptr(GuatuPlan) plan = guatu_plan_new ();
  gint32 calendar = add_calendar (plan, "Site", -1);
  gint32 day = add_day (plan, calendar, 0, 8, 12);
  gint32 exception;

  add_hours (plan, GUATU_CALENDAR_HOURS_DAY, GUATU_TABLE_CALENDAR_DAY, day, 13, 18);
  add_day (plan, calendar, 1, 0, 24);
  add_day (plan, calendar, 2, 0, 0);
  g_assert_cmpint (hours_of_week (guatu_plan_worktime (plan, calendar)), ==, 9 + 24);

  exception = add_exception (plan, calendar, "2024-03-05", "2024-03-06");
  g_assert_cmpint (hours_of_week (guatu_plan_worktime (plan, calendar)), ==, 9);

  add_hours (plan, GUATU_CALENDAR_HOURS_EXCEPTION, GUATU_TABLE_CALENDAR_EXCEPTION, exception, 9, 11);
  g_assert_cmpint (hours_of_week (guatu_plan_worktime (plan, calendar)), ==, 9 + 2 + 2);

  guatu_plan_set (plan, GUATU_TABLE_CALENDAR_EXCEPTION, exception, GUATU_CALENDAR_EXCEPTION_RECURRENCE,
                  GUATU_INTEGER (GUATU_RECUR_WEEKLY));
  guatu_plan_set (plan, GUATU_TABLE_CALENDAR_EXCEPTION, exception, GUATU_CALENDAR_EXCEPTION_WEEKDAYS,
                  GUATU_INTEGER (1 << 3));
  g_assert_cmpint (hours_of_week (guatu_plan_worktime (plan, calendar)), ==, 9 + 24 + 2);
}

static void
test_base (void)
{
  g_autoptr(GuatuPlan) plan = guatu_plan_new ();
  gint32 company = add_calendar (plan, "Company", -1);
  gint32 site = add_calendar (plan, "Site", company);
  gint32 crew = add_calendar (plan, "Crew", site);

  for (int weekday = 0; weekday < 5; weekday++)
    add_day (plan, company, weekday, 8, 16);
  add_day (plan, site, 5, 8, 12);
  add_day (plan, crew, 0, 6, 18);
  g_assert_cmpint (hours_of_week (guatu_plan_worktime (plan, company)), ==, 40);
  g_assert_cmpint (hours_of_week (guatu_plan_worktime (plan, site)), ==, 44);
  g_assert_cmpint (hours_of_week (guatu_plan_worktime (plan, crew)), ==, 48);

  /* The company's holiday beats the crew's Monday; the crew's own exception beats the holiday. */
  add_exception (plan, company, "2024-03-04", "2024-03-05");
  g_assert_cmpint (hours_of_week (guatu_plan_worktime (plan, crew)), ==, 48 - 12 - 8);
  add_hours (plan, GUATU_CALENDAR_HOURS_EXCEPTION, GUATU_TABLE_CALENDAR_EXCEPTION,
             add_exception (plan, crew, "2024-03-05", "2024-03-05"), 8, 9);
  g_assert_cmpint (hours_of_week (guatu_plan_worktime (plan, crew)), ==, 48 - 12 - 8 + 1);
}

static void
test_ring (void)
{
  g_autoptr(GuatuPlan) plan = guatu_plan_new ();
  gint32 first = add_calendar (plan, "First", -1);
  gint32 second = add_calendar (plan, "Second", first);

  add_day (plan, first, 0, 8, 12);
  add_day (plan, second, 1, 8, 10);
  guatu_plan_set (plan, GUATU_TABLE_CALENDAR, first, GUATU_CALENDAR_BASE,
                  GUATU_INTEGER (guatu_plan_id (plan, GUATU_TABLE_CALENDAR, second)));
  g_assert_cmpint (hours_of_week (guatu_plan_worktime (plan, first)), ==, 6);
  g_assert_cmpint (hours_of_week (guatu_plan_worktime (plan, second)), ==, 6);

  guatu_plan_set (plan, GUATU_TABLE_CALENDAR, first, GUATU_CALENDAR_BASE,
                  GUATU_INTEGER (guatu_plan_id (plan, GUATU_TABLE_CALENDAR, first)));
  g_assert_cmpint (hours_of_week (guatu_plan_worktime (plan, first)), ==, 4);
}

static void
test_lacks_data (void)
{
  g_autoptr(GuatuPlan) plan = guatu_plan_new ();
  gint32 plain = add_calendar (plan, "Plain", -1);
  gint32 state = add_calendar (plan, "State", plain);
  gint32 site = add_calendar (plan, "Site", state);

  guatu_test_set (plan, GUATU_TABLE_CALENDAR, state, GUATU_CALENDAR_DATA_FROM, at ("2020-01-01"));
  guatu_test_set (plan, GUATU_TABLE_CALENDAR, state, GUATU_CALENDAR_DATA_TO, at ("2026-12-31"));
  for (gint32 row = state; row <= site; row++)
    {
      g_assert_true (guatu_calendar_lacks_data (plan, row, at ("2019-12-31 23:59:59")));
      g_assert_false (guatu_calendar_lacks_data (plan, row, at ("2020-01-01")));
      g_assert_false (guatu_calendar_lacks_data (plan, row, at ("2026-12-31 17:00")));
      g_assert_true (guatu_calendar_lacks_data (plan, row, at ("2027-01-01")));
    }
  g_assert_false (guatu_calendar_lacks_data (plan, plain, at ("2027-01-01")));
  g_assert_false (guatu_calendar_lacks_data (plan, -1, at ("2027-01-01")));
}

static void
test_removed (void)
{
  g_autoptr(GuatuPlan) plan = guatu_plan_new ();
  gint32 calendar = add_calendar (plan, "Site", -1);
  gint32 day = add_day (plan, calendar, 0, 8, 12);
  gint32 exception;

  exception = add_exception (plan, calendar, "2024-03-04", "2024-03-04");
  g_assert_cmpint (hours_of_week (guatu_plan_worktime (plan, calendar)), ==, 0);
  guatu_plan_remove (plan, GUATU_TABLE_CALENDAR_EXCEPTION, exception);
  g_assert_cmpint (hours_of_week (guatu_plan_worktime (plan, calendar)), ==, 4);
  guatu_plan_remove (plan, GUATU_TABLE_CALENDAR_HOURS, 0);
  guatu_plan_remove (plan, GUATU_TABLE_CALENDAR_DAY, day);
  g_assert_false (guatu_worktime_works (guatu_plan_worktime (plan, calendar)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/a-plan-without-one-works-by-standard", test_standard);
  g_test_add_func ("/calendar/rows-say-the-hours-of-weekdays-and-exceptions", test_rows);
  g_test_add_func ("/calendar/a-base-answers-for-what-is-left-open", test_base);
  g_test_add_func ("/calendar/a-ring-of-bases-ends-where-it-began", test_ring);
  g_test_add_func ("/calendar/years-without-published-holidays-are-known", test_lacks_data);
  g_test_add_func ("/calendar/removed-rows-say-nothing", test_removed);

  return g_test_run ();
}
