/* test-year.c — what each day of a year is, who uses a calendar, what changes between two versions of one. */
#include "guatu-hours-text.h"
#include "guatu-year.h"

#include "guatu-test.h"

#include <string.h>

#define at(text) guatu_test_at (text)

/* A calendar that works Monday to Friday, 8 to 12 and 13 to 17. */
static gint32
add_calendar (GuatuPlan *plan, gint32 base, const char *data_from, const char *data_to)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_CALENDAR, 100 + guatu_plan_n_rows (plan, GUATU_TABLE_CALENDAR));

  if (base >= 0)
    guatu_test_set (plan, GUATU_TABLE_CALENDAR, row, GUATU_CALENDAR_BASE,
                    guatu_plan_id (plan, GUATU_TABLE_CALENDAR, base));
  if (data_from != NULL)
    {
      guatu_test_set (plan, GUATU_TABLE_CALENDAR, row, GUATU_CALENDAR_DATA_FROM, at (data_from));
      guatu_test_set (plan, GUATU_TABLE_CALENDAR, row, GUATU_CALENDAR_DATA_TO, at (data_to));
    }

  return row;
}

static gint64 last_id = 5000;

static void
add_hours (GuatuPlan *plan, guint field, gint64 owner, const char *text)
{
  GuatuHours hours[GUATU_MOST_STRETCHES];
  guint n;

  g_assert_true (guatu_hours_parse (text, hours, &n, NULL));
  for (guint i = 0; i < n; i++)
    {
      gint32 row = guatu_plan_insert (plan, GUATU_TABLE_CALENDAR_HOURS, ++last_id);

      guatu_test_set (plan, GUATU_TABLE_CALENDAR_HOURS, row, field, owner);
      guatu_test_set (plan, GUATU_TABLE_CALENDAR_HOURS, row, GUATU_CALENDAR_HOURS_FROM_TIME, hours[i].from);
      guatu_test_set (plan, GUATU_TABLE_CALENDAR_HOURS, row, GUATU_CALENDAR_HOURS_TO_TIME, hours[i].to);
    }
}

static void
add_day (GuatuPlan *plan, gint32 calendar, gint64 week, int weekday, const char *hours)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_CALENDAR_DAY, ++last_id);

  guatu_test_set (plan, GUATU_TABLE_CALENDAR_DAY, row, GUATU_CALENDAR_DAY_CALENDAR,
                  guatu_plan_id (plan, GUATU_TABLE_CALENDAR, calendar));
  guatu_test_set (plan, GUATU_TABLE_CALENDAR_DAY, row, GUATU_CALENDAR_DAY_WEEKDAY, weekday);
  if (week != 0)
    guatu_test_set (plan, GUATU_TABLE_CALENDAR_DAY, row, GUATU_CALENDAR_DAY_WEEK, week);
  add_hours (plan, GUATU_CALENDAR_HOURS_DAY, guatu_plan_id (plan, GUATU_TABLE_CALENDAR_DAY, row), hours);
}

static void
add_usual_week (GuatuPlan *plan, gint32 calendar)
{
  for (int weekday = 0; weekday < 7; weekday++)
    add_day (plan, calendar, 0, weekday, weekday < 5 ? "8:00-12:00, 13:00-17:00" : "");
}

static gint32
add_exception (GuatuPlan *plan, gint32 calendar, const char *from, const char *to, const char *name, const char *hours)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_CALENDAR_EXCEPTION, ++last_id);

  guatu_test_set (plan, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_CALENDAR,
                  guatu_plan_id (plan, GUATU_TABLE_CALENDAR, calendar));
  guatu_test_set (plan, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_FROM_DATE, at (from));
  guatu_test_set (plan, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_TO_DATE, at (to));
  guatu_plan_set (plan, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_NAME, GUATU_TEXT (name));
  add_hours (plan, GUATU_CALENDAR_HOURS_EXCEPTION, guatu_plan_id (plan, GUATU_TABLE_CALENDAR_EXCEPTION, row), hours);

  return row;
}

static void
check_day (const GuatuPlan *plan, const GuatuYear *year, const char *date, GuatuDayKind kind, const char *name)
{
  const GuatuYearDay *day = guatu_year_day (year, at (date));

  g_test_message ("%s", date);
  g_assert_nonnull (day);
  g_assert_cmpint (day->kind, ==, kind);
  g_assert_cmpstr (guatu_year_day_name (plan, day), ==, name);
}

/* A county's calendar, and that of its site, which rests on it. */
typedef struct
{
  GuatuPlan *plan;
  gint32     county;
  gint32     site;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->plan = guatu_test_plan_new ();
  self->county = add_calendar (self->plan, -1, "2022-01-01", "2022-12-31");
  self->site = add_calendar (self->plan, self->county, NULL, NULL);
  add_usual_week (self->plan, self->county);
  add_exception (self->plan, self->county, "2022-10-01", "2022-10-07", "National Day", "");
  add_exception (self->plan, self->county, "2022-10-08", "2022-10-09", "Make-up", "8-12, 13-17");
  add_exception (self->plan, self->county, "2023-01-02", "2023-01-02", "New Year", "");
  add_exception (self->plan, self->site, "2022-10-10", "2022-10-11", "Flood", "");
  add_exception (self->plan, self->site, "2022-10-12", "2022-10-12", "", "9-11");
  add_exception (self->plan, self->site, "2022-10-13", "2022-10-13", "", "13-17, 8-12");
  add_exception (self->plan, self->site, "2022-10-15", "2022-10-15", "", "");
  guatu_plan_settle (self->plan);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  guatu_plan_free (self->plan);
}

static void
kinds (Fixture *self, gconstpointer data)
{
  g_autoptr(GuatuYear) year = guatu_year_new (self->plan, self->site, 2022);
  g_autoptr(GuatuYear) next = guatu_year_new (self->plan, self->site, 2023);

  g_assert_cmpuint (year->n_days, ==, 365);
  check_day (self->plan, year, "2022-09-30", GUATU_DAY_WORKING, "");
  check_day (self->plan, year, "2022-10-01", GUATU_DAY_HOLIDAY, "National Day");   /* a Saturday */
  check_day (self->plan, year, "2022-10-07", GUATU_DAY_HOLIDAY, "National Day");
  check_day (self->plan, year, "2022-10-08", GUATU_DAY_MAKE_UP, "Make-up");
  check_day (self->plan, year, "2022-10-10", GUATU_DAY_CLOSURE, "Flood");
  check_day (self->plan, year, "2022-10-12", GUATU_DAY_OTHER_HOURS, "");
  check_day (self->plan, year, "2022-10-13", GUATU_DAY_WORKING, "");
  check_day (self->plan, year, "2022-10-15", GUATU_DAY_WEEKEND, "");
  check_day (self->plan, year, "2022-10-16", GUATU_DAY_WEEKEND, "");
  /* Of a year that is not published nothing is called a holiday. */
  check_day (self->plan, next, "2023-01-02", GUATU_DAY_CLOSURE, "New Year");
  g_assert_false (year->lacks_data);
  g_assert_true (next->lacks_data);
}

static void
week_with_dates (Fixture *self, gconstpointer data)
{
  gint32 week = guatu_plan_insert (self->plan, GUATU_TABLE_CALENDAR_WEEK, 77);
  g_autoptr(GuatuYear) year = NULL;

  guatu_test_set (self->plan, GUATU_TABLE_CALENDAR_WEEK, week, GUATU_CALENDAR_WEEK_CALENDAR,
                  guatu_plan_id (self->plan, GUATU_TABLE_CALENDAR, self->site));
  guatu_test_set (self->plan, GUATU_TABLE_CALENDAR_WEEK, week, GUATU_CALENDAR_WEEK_FROM_DATE, at ("2022-07-01"));
  guatu_test_set (self->plan, GUATU_TABLE_CALENDAR_WEEK, week, GUATU_CALENDAR_WEEK_TO_DATE, at ("2022-07-31"));
  add_day (self->plan, self->site, 77, 0, "");
  add_day (self->plan, self->site, 77, 5, "6-10");
  guatu_plan_settle (self->plan);
  year = guatu_year_new (self->plan, self->site, 2022);
  check_day (self->plan, year, "2022-06-27", GUATU_DAY_WORKING, "");
  check_day (self->plan, year, "2022-07-04", GUATU_DAY_WEEKEND, "");
  check_day (self->plan, year, "2022-07-05", GUATU_DAY_WORKING, "");
  check_day (self->plan, year, "2022-07-09", GUATU_DAY_WORKING, "");
  check_day (self->plan, year, "2022-08-01", GUATU_DAY_WORKING, "");
}

/* Whatever is in the tables: a day is worked here exactly if plans work on it. */
static void
agrees_with_worktime (void)
{
  for (guint32 seed = 1; seed <= 30; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(GuatuPlan) plan = guatu_test_random_plan (rand, 30);

      for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (plan, GUATU_TABLE_CALENDAR); row++)
        for (int number = 2019; number <= 2026; number++)
          {
            const GuatuWorktime *worktime = guatu_plan_worktime (plan, row);
            g_autoptr(GuatuYear) year = guatu_year_new (plan, row, number);
            gint64 last = year->from + ((gint64) year->n_days - 1) * GUATU_DAY;

            g_assert_cmpint (year->n_working, ==, guatu_worktime_days (worktime, year->from, last));
            for (guint i = 0; i < year->n_days; i++)
              g_assert_cmpint (guatu_day_kind_works (year->days[i].kind), ==,
                               guatu_worktime_days (worktime, year->from + i * GUATU_DAY, year->from + i * GUATU_DAY));
          }
    }
}

static void
missing_years (Fixture *self, gconstpointer data)
{
  static const struct { const char *from, *to, *text; } rows[] = {
    { "2022-01-01", "2022-12-31", "" },
    { "2022-05-01", "2023-02-01", "Holidays of 2023 are not published yet" },
    { "2022-05-01", "2024-02-01", "Holidays of 2023–2024 are not published yet" },
    { "2021-12-31", "2022-02-01", "The calendar does not hold the holidays of 2021" },
    { "2019-12-31", "2023-02-01", "The calendar does not hold the holidays of 2019–2021 · "
                                  "Holidays of 2023 are not published yet" },
  };
  GuatuMissingYears missing;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = NULL;

      g_assert_cmpint (guatu_calendar_missing_years (self->plan, self->site, at (rows[i].from), at (rows[i].to),
                                                     &missing), ==, *rows[i].text != '\0');
      text = guatu_missing_years_text (&missing);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
  /* The plan's own calendar knows no holidays at all: nothing is missing. */
  g_assert_false (guatu_calendar_missing_years (self->plan, -1, at ("2019-12-31"), at ("2023-02-01"), &missing));
}

static void
users (Fixture *self, gconstpointer data)
{
  gint32 task = guatu_test_add_task (self->plan, -1, "Dig", "1d");
  gint32 unit = guatu_plan_insert (self->plan, GUATU_TABLE_UNIT, 900);
  GuatuCalendarUse use;

  guatu_test_set (self->plan, GUATU_TABLE_TASK, task, GUATU_TASK_CALENDAR,
                  guatu_plan_id (self->plan, GUATU_TABLE_CALENDAR, self->site));
  guatu_test_set (self->plan, GUATU_TABLE_UNIT, unit, GUATU_UNIT_CALENDAR,
                  guatu_plan_id (self->plan, GUATU_TABLE_CALENDAR, self->site));
  guatu_plan_settle (self->plan);

  guatu_test_set (self->plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_CALENDAR,
                  guatu_plan_id (self->plan, GUATU_TABLE_CALENDAR, self->county));
  use = guatu_calendar_use (self->plan, self->site);
  g_assert_cmpuint (use.n_tasks + 10 * use.n_units + 100 * use.n_people + 1000 * use.n_calendars, ==, 11);
  g_assert_false (use.plan);
  use = guatu_calendar_use (self->plan, self->county);
  g_assert_cmpuint (use.n_tasks + 10 * use.n_units + 100 * use.n_people + 1000 * use.n_calendars, ==, 1000);
  g_assert_true (use.plan);
}

static void
changes (Fixture *self, gconstpointer data)
{
  g_autoptr(GuatuPlan) after = guatu_plan_copy (self->plan);
  g_autoptr(GArray) days = NULL;
  const GuatuDayChange *change;

  add_exception (after, self->county, "2022-12-30", "2022-12-30", "Eve", "");
  add_exception (after, self->county, "2022-12-29", "2022-12-29", "", "8-10");
  add_exception (after, self->county, "2022-10-10", "2022-10-10", "Hidden by the site", "");
  guatu_plan_settle (after);
  days = guatu_calendar_changes (self->plan, after, self->site, at ("2022-01-01"), at ("2023-12-31"));
  g_assert_cmpuint (days->len, ==, 2);
  change = &g_array_index (days, GuatuDayChange, 0);
  g_assert_cmpint (change->day, ==, at ("2022-12-29"));
  g_assert_cmpint (change->after, ==, GUATU_DAY_OTHER_HOURS);
  change = &g_array_index (days, GuatuDayChange, 1);
  g_assert_cmpint (change->before, ==, GUATU_DAY_WORKING);
  g_assert_cmpint (change->after, ==, GUATU_DAY_HOLIDAY);
  g_assert_cmpstr (change->name_after, ==, "Eve");
}

static void
hours_are_read (void)
{
  static const struct { const char *typed, *read; } rows[] = {
    { "", "" }, { "8:00–12:00, 14:00–18:00", "8:00–12:00, 14:00–18:00" }, { "8-12;14-18", "8:00–12:00, 14:00–18:00" },
    { "14:00 - 18:00 8:00 - 12:00", "8:00–12:00, 14:00–18:00" }, { "０８：００至１２：００，１４：００～１８：００",
    "8:00–12:00, 14:00–18:00" }, { "8 to 12", "8:00–12:00" }, { "0-24", "0:00–24:00" },
    { "8:00-12:00、12:00-13:00", "8:00–12:00, 12:00–13:00" }, { "8点至12点", "8:00–12:00" },
  };
  static const char * const bad[] = { "8", "8-", "-12", "8-12-14", "12-8", "8-8", "8-25", "8-12, 11-13", "eight-nine",
                                      "8:60-9", "0-1,2-3,4-5,6-7,8-9,10-11,12-13,14-15,16-17,18-19,20-21,22-23,23-24,"
                                      "1-2,3-4,5-6,7-8" };
  GuatuHours hours[GUATU_MOST_STRETCHES];
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *text = NULL;

      guatu_hours_parse (rows[i].typed, hours, &n, &error);
      g_assert_no_error (error);
      text = guatu_hours_format (hours, n);
      g_assert_cmpstr (text, ==, rows[i].read);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", bad[i]);
      g_assert_false (guatu_hours_parse (bad[i], hours, &n, &error));
      g_assert_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/model/year/a-day-off-is-a-holiday-where-holidays-are-published-and-else-a-closure", Fixture, NULL, set_up,
              kinds, tear_down);
  g_test_add ("/model/year/a-working-week-with-dates-holds-within-them", Fixture, NULL, set_up, week_with_dates,
              tear_down);
  g_test_add_func ("/model/year/a-day-is-worked-exactly-where-plans-work-on-it", agrees_with_worktime);
  g_test_add ("/model/year/years-without-published-holidays-are-named", Fixture, NULL, set_up, missing_years, tear_down);
  g_test_add ("/model/year/who-uses-a-calendar-is-counted", Fixture, NULL, set_up, users, tear_down);
  g_test_add ("/model/year/only-days-that-are-others-afterwards-are-changes", Fixture, NULL, set_up, changes, tear_down);
  g_test_add_func ("/model/year/hours-are-read-as-people-write-them-and-else-refused", hours_are_read);

  return g_test_run ();
}
