/* test-worktime.c — the rules of working time, one by one. */
#include "guatu-worktime.h"

#include "guatu-test.h"

#include <string.h>

#define HOURS(from, to) { (from) * 3600, (to) * 3600 }

static const GuatuHours office[] = { HOURS (8, 12), HOURS (13, 17) };
static const GuatuHours morning[] = { HOURS (8, 12) };
static const GuatuHours afternoon[] = { HOURS (13, 17) };
static const GuatuHours evening[] = { HOURS (18, 22) };
static const GuatuHours whole_day[] = { HOURS (0, 24) };

#define DAY(spec, weekday, list) set_day (spec, weekday, list, G_N_ELEMENTS (list))

static void
set_day (GuatuCalendarSpec *spec, int weekday, const GuatuHours *hours, guint n)
{
  spec->given[weekday] = TRUE;
  spec->hours[weekday] = hours;
  spec->n_hours[weekday] = n;
}

/* Mon–Fri 8:00–12:00, 13:00–17:00. */
static GuatuCalendarSpec
standard_spec (void)
{
  GuatuCalendarSpec spec = { 0 };

  for (int weekday = 0; weekday < 5; weekday++)
    DAY (&spec, weekday, office);

  return spec;
}

static GuatuWorktime *
standard (void)
{
  GuatuCalendarSpec spec = standard_spec ();

  return guatu_worktime_new (&spec);
}

#define at(text) guatu_test_at (text)
#define H GUATU_HOUR

/* 2024-03-01 is a Friday. */
static void
test_add (void)
{
  g_autoptr(GuatuWorktime) worktime = standard ();

  g_assert_cmpint (guatu_worktime_add (worktime, at ("2024-03-01 13:00"), 8 * H), ==, at ("2024-03-04 12:00"));
  g_assert_cmpint (guatu_worktime_add (worktime, at ("2024-03-01 08:00"), 8 * H), ==, at ("2024-03-01 17:00"));
  g_assert_cmpint (guatu_worktime_add (worktime, at ("2024-03-01 11:59:59"), 2), ==, at ("2024-03-01 13:00:01"));
  g_assert_cmpint (guatu_worktime_add (worktime, at ("2024-03-02 10:00"), 1), ==, at ("2024-03-04 08:00:01"));
}

static void
test_subtract (void)
{
  g_autoptr(GuatuWorktime) worktime = standard ();

  g_assert_cmpint (guatu_worktime_add (worktime, at ("2024-03-04 08:00"), -8 * H), ==, at ("2024-03-01 08:00"));
  g_assert_cmpint (guatu_worktime_add (worktime, at ("2024-03-04 17:00"), -8 * H), ==, at ("2024-03-04 08:00"));
  g_assert_cmpint (guatu_worktime_add (worktime, at ("2024-03-04 13:00"), -4 * H), ==, at ("2024-03-04 08:00"));
  g_assert_cmpint (guatu_worktime_add (worktime, at ("2024-03-03 10:00"), -1), ==, at ("2024-03-01 16:59:59"));
}

static void
test_add_nothing (void)
{
  static const char * const instants[] = { "2024-03-01 17:00", "2024-03-02 03:00", "2024-03-04 08:00",
                                           "2024-03-04 12:30", "2024-03-04 10:00", "2024-03-03 00:00" };
  g_autoptr(GuatuWorktime) worktime = standard ();

  for (guint i = 0; i < G_N_ELEMENTS (instants); i++)
    g_assert_cmpint (guatu_worktime_add (worktime, at (instants[i]), 0), ==, at (instants[i]));
}

static void
test_next (void)
{
  g_autoptr(GuatuWorktime) worktime = standard ();

  g_assert_cmpint (guatu_worktime_next (worktime, at ("2024-03-01 17:00")), ==, at ("2024-03-04 08:00"));
  g_assert_cmpint (guatu_worktime_next (worktime, at ("2024-03-01 16:59:59")), ==, at ("2024-03-01 16:59:59"));
  g_assert_cmpint (guatu_worktime_next (worktime, at ("2024-03-04 08:00")), ==, at ("2024-03-04 08:00"));
  g_assert_cmpint (guatu_worktime_next (worktime, at ("2024-03-04 07:59:59")), ==, at ("2024-03-04 08:00"));
  g_assert_cmpint (guatu_worktime_next (worktime, at ("2024-03-04 12:00")), ==, at ("2024-03-04 13:00"));
  g_assert_cmpint (guatu_worktime_next (worktime, at ("2024-03-03 00:00")), ==, at ("2024-03-04 08:00"));
}

static void
test_end_eq (void)
{
  g_autoptr(GuatuWorktime) worktime = standard ();

  g_assert_cmpint (guatu_worktime_end_eq (worktime, at ("2024-03-04 08:00")), ==, at ("2024-03-01 17:00"));
  g_assert_cmpint (guatu_worktime_end_eq (worktime, at ("2024-03-01 17:00")), ==, at ("2024-03-01 17:00"));
  g_assert_cmpint (guatu_worktime_end_eq (worktime, at ("2024-03-04 08:00:01")), ==, at ("2024-03-04 08:00:01"));
  g_assert_cmpint (guatu_worktime_end_eq (worktime, at ("2024-03-04 13:00")), ==, at ("2024-03-04 12:00"));
  g_assert_cmpint (guatu_worktime_end_eq (worktime, at ("2024-03-04 16:00")), ==, at ("2024-03-04 16:00"));
  g_assert_cmpint (guatu_worktime_end_eq (worktime, at ("2024-03-03 12:00")), ==, at ("2024-03-01 17:00"));
}

static void
test_same_instant (void)
{
  g_autoptr(GuatuWorktime) worktime = standard ();
  GuatuInstant friday = at ("2024-03-01 17:00");
  GuatuInstant monday = at ("2024-03-04 08:00");

  g_assert_cmpint (guatu_worktime_work (worktime, friday, monday), ==, 0);
  g_assert_cmpint (guatu_worktime_work (worktime, monday, friday), ==, 0);
  g_assert_cmpint (guatu_worktime_next (worktime, friday), ==, guatu_worktime_next (worktime, monday));
  g_assert_cmpint (guatu_worktime_end_eq (worktime, friday), ==, guatu_worktime_end_eq (worktime, monday));
  g_assert_cmpint (guatu_worktime_add (worktime, friday, 5 * H), ==, guatu_worktime_add (worktime, monday, 5 * H));
  g_assert_cmpint (guatu_worktime_add (worktime, friday, -5 * H), ==, guatu_worktime_add (worktime, monday, -5 * H));
}

static void
test_work (void)
{
  g_autoptr(GuatuWorktime) worktime = standard ();

  g_assert_cmpint (guatu_worktime_work (worktime, at ("2024-03-01 08:00"), at ("2024-03-04 17:00")), ==, 16 * H);
  g_assert_cmpint (guatu_worktime_work (worktime, at ("2024-03-04 17:00"), at ("2024-03-01 08:00")), ==, -16 * H);
  g_assert_cmpint (guatu_worktime_work (worktime, at ("2024-03-04 11:30"), at ("2024-03-04 13:30")), ==, H);
  g_assert_cmpint (guatu_worktime_work (worktime, at ("2024-01-01"), at ("2025-01-01")), ==, 262 * 8 * H);
}

static void
test_lay (void)
{
  g_autoptr(GuatuWorktime) worktime = standard ();
  GuatuInstant start, finish;

  finish = guatu_worktime_lay (worktime, at ("2024-03-01 17:00"), 8 * H, &start);
  g_assert_cmpint (start, ==, at ("2024-03-04 08:00"));
  g_assert_cmpint (finish, ==, at ("2024-03-04 17:00"));
  finish = guatu_worktime_lay (worktime, at ("2024-03-02 09:00"), 0, &start);
  g_assert_cmpint (start, ==, at ("2024-03-04 08:00"));
  g_assert_cmpint (finish, ==, start);
  start = guatu_worktime_lay_back (worktime, at ("2024-03-04 08:00"), 8 * H, &finish);
  g_assert_cmpint (finish, ==, at ("2024-03-01 17:00"));
  g_assert_cmpint (start, ==, at ("2024-03-01 08:00"));
}

static void
test_night_shift (void)
{
  static const GuatuHours evening_before[] = { HOURS (23, 24) };
  static const GuatuHours night[] = { HOURS (0, 3), HOURS (4, 8), HOURS (23, 24) };
  static const GuatuHours morning_after[] = { HOURS (0, 3), HOURS (4, 8) };
  g_autoptr(GuatuWorktime) worktime = NULL;
  GuatuCalendarSpec spec = { 0 };

  DAY (&spec, 0, evening_before);
  for (int weekday = 1; weekday < 5; weekday++)
    DAY (&spec, weekday, night);
  DAY (&spec, 5, morning_after);
  worktime = guatu_worktime_new (&spec);

  g_assert_cmpint (guatu_worktime_add (worktime, at ("2024-03-04 23:00"), 8 * H), ==, at ("2024-03-05 08:00"));
  g_assert_cmpint (guatu_worktime_add (worktime, at ("2024-03-04 23:00"), H), ==, at ("2024-03-05 00:00"));
  g_assert_cmpint (guatu_worktime_next (worktime, at ("2024-03-05 00:00")), ==, at ("2024-03-05 00:00"));
  g_assert_cmpint (guatu_worktime_end_eq (worktime, at ("2024-03-05 00:00")), ==, at ("2024-03-05 00:00"));
  g_assert_cmpint (guatu_worktime_add (worktime, at ("2024-03-09 08:00"), H), ==, at ("2024-03-12 00:00"));
  g_assert_cmpint (guatu_worktime_work (worktime, at ("2024-03-04"), at ("2024-03-11")), ==, 40 * H);
}

static void
test_whole_days (void)
{
  g_autoptr(GuatuWorktime) worktime = NULL;
  GuatuCalendarSpec spec = { 0 };

  for (int weekday = 0; weekday < 7; weekday++)
    DAY (&spec, weekday, whole_day);
  worktime = guatu_worktime_new (&spec);

  g_assert_cmpint (guatu_worktime_add (worktime, at ("2024-03-04 17:00"), 8 * H), ==, at ("2024-03-05 01:00"));
  g_assert_cmpint (guatu_worktime_add (worktime, at ("2024-03-04"), 24 * H), ==, at ("2024-03-05"));
  g_assert_cmpint (guatu_worktime_next (worktime, at ("2024-03-05")), ==, at ("2024-03-05"));
  g_assert_cmpint (guatu_worktime_end_eq (worktime, at ("2024-03-05")), ==, at ("2024-03-05"));
  g_assert_cmpint (guatu_worktime_work (worktime, GUATU_INSTANT_MIN, GUATU_INSTANT_MAX), ==,
                   GUATU_INSTANT_MAX - GUATU_INSTANT_MIN);
}

static void
test_merge (void)
{
  static const GuatuHours untidy[] = { HOURS (20, 30), HOURS (9, 11), HOURS (13, 17), HOURS (10, 12), HOURS (15, 15),
                                       HOURS (12, 10), HOURS (-3, 1), HOURS (17, 18), HOURS (25, 26) };
  static const GuatuHours tidy[] = { HOURS (0, 1), HOURS (9, 12), HOURS (13, 18), HOURS (20, 24) };
  g_autoptr(GuatuWorktime) worktime = NULL;
  GuatuCalendarSpec spec = { 0 };
  const GuatuHours *hours;
  guint n;

  DAY (&spec, 0, untidy);
  worktime = guatu_worktime_new (&spec);
  hours = guatu_worktime_hours (worktime, at ("2024-03-04 14:00"), &n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (tidy));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (hours[i].from, ==, tidy[i].from);
      g_assert_cmpint (hours[i].to, ==, tidy[i].to);
    }
  g_assert_cmpint (guatu_worktime_work (worktime, at ("2024-03-04"), at ("2024-03-05")), ==, 13 * H);
  guatu_worktime_hours (worktime, at ("2024-03-05"), &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_never (void)
{
  GuatuCalendarSpec spec = { 0 };
  g_autoptr(GuatuWorktime) worktime = NULL;
  GuatuInstant t = at ("2024-03-04 09:00");
  GuatuInstant other;

  DAY (&spec, 0, office);
  spec.n_hours[0] = 0;
  worktime = guatu_worktime_new (&spec);

  g_assert_false (guatu_worktime_works (worktime));
  g_assert_cmpint (guatu_worktime_next (worktime, t), ==, t);
  g_assert_cmpint (guatu_worktime_end_eq (worktime, t), ==, t);
  g_assert_cmpint (guatu_worktime_add (worktime, t, 8 * H), ==, t);
  g_assert_cmpint (guatu_worktime_add (worktime, t, -8 * H), ==, t);
  g_assert_cmpint (guatu_worktime_work (worktime, t, t + GUATU_WEEK), ==, 0);
  g_assert_cmpint (guatu_worktime_days (worktime, GUATU_INSTANT_MIN, GUATU_INSTANT_MAX), ==, 0);
  g_assert_cmpint (guatu_worktime_lay (worktime, t, 8 * H, &other), ==, t);
  g_assert_cmpint (other, ==, t);
  g_assert_cmpint (guatu_worktime_lay_back (worktime, t, 8 * H, &other), ==, t);
  g_assert_cmpint (other, ==, t);
}

/* Two days in all of time. */
static void
test_finite (void)
{
  GuatuException days[] = { { .hours = office, .n_hours = 2 }, { .hours = morning, .n_hours = 1 } };
  GuatuCalendarSpec spec = { .exceptions = days, .n_exceptions = 2 };
  g_autoptr(GuatuWorktime) worktime = NULL;

  days[0].from = days[0].to = at ("2024-03-04");
  days[1].from = days[1].to = at ("2024-06-03");
  worktime = guatu_worktime_new (&spec);

  g_assert_true (guatu_worktime_works (worktime));
  g_assert_cmpint (guatu_worktime_next (worktime, GUATU_INSTANT_MIN), ==, at ("2024-03-04 08:00"));
  g_assert_cmpint (guatu_worktime_add (worktime, GUATU_INSTANT_MIN, 12 * H), ==, at ("2024-06-03 12:00"));
  g_assert_cmpint (guatu_worktime_add (worktime, GUATU_INSTANT_MIN, 12 * H + 1), ==, GUATU_INSTANT_MAX);
  g_assert_cmpint (guatu_worktime_add (worktime, GUATU_INSTANT_MAX, -12 * H), ==, at ("2024-03-04 08:00"));
  g_assert_cmpint (guatu_worktime_add (worktime, GUATU_INSTANT_MAX, -12 * H - 1), ==, GUATU_INSTANT_MIN);
  g_assert_cmpint (guatu_worktime_next (worktime, at ("2024-06-03 12:00")), ==, at ("2024-06-03 12:00"));
  g_assert_cmpint (guatu_worktime_end_eq (worktime, at ("2024-03-04 08:00")), ==, at ("2024-03-04 08:00"));
  g_assert_cmpint (guatu_worktime_end_eq (worktime, GUATU_INSTANT_MAX), ==, at ("2024-06-03 12:00"));
}

static void
test_limits (void)
{
  g_autoptr(GuatuWorktime) worktime = standard ();
  GuatuInstant t = at ("2024-03-04 09:00");
  GuatuInstant end;
  guint n;

  g_assert_cmpint (guatu_worktime_add (worktime, t, G_MAXINT64), ==, GUATU_INSTANT_MAX);
  g_assert_cmpint (guatu_worktime_add (worktime, t, G_MININT64), ==, GUATU_INSTANT_MIN);
  g_assert_cmpint (guatu_worktime_lay_back (worktime, t, G_MININT64, &end), ==, GUATU_INSTANT_MAX);
  g_assert_cmpint (guatu_worktime_add (worktime, GUATU_NONE, 8 * H), ==, at ("1900-01-01 17:00"));
  g_assert_cmpint (guatu_worktime_add (worktime, G_MAXINT64, -8 * H), ==, at ("2199-12-31 08:00"));
  g_assert_cmpint (guatu_worktime_work (worktime, G_MININT64, G_MAXINT64), ==,
                   guatu_worktime_work (worktime, GUATU_INSTANT_MIN, GUATU_INSTANT_MAX));
  g_assert_cmpint (guatu_worktime_days (worktime, G_MININT64, G_MAXINT64) * 8 * H, ==,
                   guatu_worktime_work (worktime, G_MININT64, G_MAXINT64));
  g_assert_cmpint (guatu_worktime_days (worktime, at ("2024-03-05"), at ("2024-03-04")), ==, 0);
  guatu_worktime_hours (worktime, GUATU_INSTANT_MAX, &n);
  g_assert_cmpuint (n, <=, 2);
}

/* What holds on Monday, 2024-03-04: its hours' first start. */
static gint32
first_hour (const GuatuCalendarSpec *spec)
{
  g_autoptr(GuatuWorktime) worktime = guatu_worktime_new (spec);
  guint n;
  const GuatuHours *hours = guatu_worktime_hours (worktime, at ("2024-03-04"), &n);

  return n > 0 ? hours[0].from / 3600 : -1;
}

static void
test_order (void)
{
  GuatuException own = { .hours = evening, .n_hours = 1 };
  GuatuException base_holiday = { .n_hours = 0 };
  GuatuWorkWeek own_week = { .given = { TRUE }, .hours = { afternoon }, .n_hours = { 1 } };
  GuatuWorkWeek base_week = { .given = { TRUE }, .hours = { whole_day }, .n_hours = { 1 } };
  GuatuCalendarSpec base = { .exceptions = &base_holiday, .weeks = &base_week };
  GuatuCalendarSpec spec = { .base = &base, .exceptions = &own, .weeks = &own_week };

  own.from = own.to = base_holiday.from = base_holiday.to = at ("2024-03-04");
  own_week.from = base_week.from = at ("2024-03-01");
  own_week.to = base_week.to = at ("2024-03-31");

  g_assert_cmpint (first_hour (&spec), ==, -1);
  DAY (&base, 0, office);
  g_assert_cmpint (first_hour (&spec), ==, 8);
  DAY (&spec, 0, evening);
  g_assert_cmpint (first_hour (&spec), ==, 18);
  base.n_weeks = 1;
  g_assert_cmpint (first_hour (&spec), ==, 0);
  spec.n_weeks = 1;
  g_assert_cmpint (first_hour (&spec), ==, 13);
  base.n_exceptions = 1;
  g_assert_cmpint (first_hour (&spec), ==, -1);
  spec.n_exceptions = 1;
  g_assert_cmpint (first_hour (&spec), ==, 18);
}

static void
test_work_week (void)
{
  GuatuWorkWeek weeks[] = { { .given = { TRUE, TRUE }, .hours = { morning, NULL }, .n_hours = { 1, 0 } } };
  GuatuCalendarSpec spec = standard_spec ();
  g_autoptr(GuatuWorktime) worktime = NULL;

  weeks[0].from = at ("2024-03-04");
  weeks[0].to = at ("2024-03-12");
  spec.weeks = weeks;
  spec.n_weeks = 1;
  worktime = guatu_worktime_new (&spec);

  g_assert_cmpint (guatu_worktime_work (worktime, at ("2024-03-04"), at ("2024-03-05")), ==, 4 * H);
  g_assert_cmpint (guatu_worktime_work (worktime, at ("2024-03-05"), at ("2024-03-06")), ==, 0);
  g_assert_cmpint (guatu_worktime_work (worktime, at ("2024-03-06"), at ("2024-03-07")), ==, 8 * H);
  g_assert_cmpint (guatu_worktime_work (worktime, at ("2024-03-12"), at ("2024-03-13")), ==, 0);
  g_assert_cmpint (guatu_worktime_work (worktime, at ("2024-03-18"), at ("2024-03-20")), ==, 16 * H);
}

static void
test_base_ring (void)
{
  GuatuCalendarSpec first = { 0 };
  GuatuCalendarSpec second = { 0 };
  GuatuCalendarSpec self = standard_spec ();
  g_autoptr(GuatuWorktime) worktime = NULL;

  DAY (&second, 0, morning);
  DAY (&first, 1, afternoon);
  first.base = &second;
  second.base = &first;
  worktime = guatu_worktime_new (&first);
  g_assert_cmpint (guatu_worktime_work (worktime, at ("2024-03-04"), at ("2024-03-11")), ==, 8 * H);

  g_clear_pointer (&worktime, guatu_worktime_unref);
  self.base = &self;
  worktime = guatu_worktime_new (&self);
  g_assert_cmpint (guatu_worktime_work (worktime, at ("2024-03-04"), at ("2024-03-11")), ==, 40 * H);
}

static void
test_intersect (void)
{
  GuatuCalendarSpec a = standard_spec ();
  GuatuCalendarSpec b = { 0 };
  GuatuException holiday = { .n_hours = 0 };
  g_autoptr(GuatuWorktime) day = NULL;
  g_autoptr(GuatuWorktime) late = NULL;
  g_autoptr(GuatuWorktime) both = NULL;
  g_autoptr(GuatuWorktime) none = NULL;
  static const GuatuHours late_hours[] = { HOURS (11, 20) };

  holiday.from = holiday.to = at ("2024-03-06");
  a.exceptions = &holiday;
  a.n_exceptions = 1;
  for (int weekday = 2; weekday < 7; weekday++)
    DAY (&b, weekday, late_hours);
  day = guatu_worktime_new (&a);
  late = guatu_worktime_new (&b);
  both = guatu_worktime_intersect (day, late);

  g_assert_cmpint (guatu_worktime_next (both, at ("2024-03-04")), ==, at ("2024-03-07 11:00"));
  g_assert_cmpint (guatu_worktime_work (both, at ("2024-03-04"), at ("2024-03-11")), ==, 2 * 5 * H);
  g_assert_cmpint (guatu_worktime_work (both, at ("2024-03-11"), at ("2024-03-18")), ==, 3 * 5 * H);

  memset (&b, 0, sizeof b);
  DAY (&b, 6, whole_day);
  g_clear_pointer (&late, guatu_worktime_unref);
  late = guatu_worktime_new (&b);
  none = guatu_worktime_intersect (day, late);
  g_assert_false (guatu_worktime_works (none));
}

/* Work that comes in many short pieces, so that every search has to look further than its index. */
static void
test_short_stretches (void)
{
  g_autofree GuatuHours *hours = g_new (GuatuHours, 43200);
  g_autoptr(GuatuWorktime) worktime = NULL;
  GuatuCalendarSpec spec = { 0 };

  for (int i = 0; i < 43200; i++)
    hours[i] = (GuatuHours) { 2 * i, 2 * i + 1 };
  for (int weekday = 0; weekday < 7; weekday++)
    set_day (&spec, weekday, hours, 43200);
  worktime = guatu_worktime_new (&spec);

  for (gint64 i = 1; i < 100000; i += 37)
    {
      GuatuInstant start = at ("2024-03-04");

      g_assert_cmpint (guatu_worktime_add (worktime, start, i), ==, start + 2 * i - 1);
      g_assert_cmpint (guatu_worktime_work (worktime, start, start + 2 * i), ==, i);
      g_assert_cmpint (guatu_worktime_next (worktime, start + 2 * i - 1), ==, start + 2 * i);
    }
}

/* One hour a week, and a long core, so that weeks are searched. */
static void
test_rare_work (void)
{
  static const GuatuHours hour[] = { HOURS (9, 10) };
  GuatuException holidays[2] = { 0 };
  GuatuCalendarSpec spec = { .exceptions = holidays, .n_exceptions = 2 };
  g_autoptr(GuatuWorktime) worktime = NULL;

  DAY (&spec, 0, hour);
  holidays[0].from = holidays[0].to = at ("1950-01-02");
  holidays[1].from = holidays[1].to = at ("2150-01-05");
  worktime = guatu_worktime_new (&spec);

  for (int weeks = -3000; weeks <= 6000; weeks += 7)
    {
      GuatuInstant monday = at ("2024-03-04 09:00") + weeks * GUATU_WEEK;

      g_assert_cmpint (guatu_worktime_add (worktime, at ("2024-03-04 09:00"), weeks * H), ==,
                       weeks > 0 ? monday - GUATU_WEEK + H : monday);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worktime/a-task-that-ends-at-17-does-not-show-the-next-day", test_add);
  g_test_add_func ("/worktime/going-back-ends-at-a-start", test_subtract);
  g_test_add_func ("/worktime/adding-nothing-moves-nothing-even-at-night", test_add_nothing);
  g_test_add_func ("/worktime/next-is-the-first-working-instant-at-or-after", test_next);
  g_test_add_func ("/worktime/end-eq-is-the-end-before-a-gap", test_end_eq);
  g_test_add_func ("/worktime/friday-17-and-monday-8-are-one-working-instant", test_same_instant);
  g_test_add_func ("/worktime/work-between-is-negative-backwards", test_work);
  g_test_add_func ("/worktime/a-task-is-laid-from-the-next-start-or-back-from-the-end-before", test_lay);
  g_test_add_func ("/worktime/a-night-shift-goes-through-midnight", test_night_shift);
  g_test_add_func ("/worktime/whole-days-have-no-gap-at-midnight", test_whole_days);
  g_test_add_func ("/worktime/hours-are-sorted-clipped-and-merged", test_merge);
  g_test_add_func ("/worktime/without-working-time-nothing-moves", test_never);
  g_test_add_func ("/worktime/where-work-runs-out-the-ends-of-time-answer", test_finite);
  g_test_add_func ("/worktime/no-amount-and-no-instant-leads-out-of-the-range", test_limits);
  g_test_add_func ("/worktime/own-exception-then-the-bases-then-weeks-then-weekdays", test_order);
  g_test_add_func ("/worktime/a-work-week-leaves-unnamed-days-as-they-are", test_work_week);
  g_test_add_func ("/worktime/a-base-that-leads-back-to-itself-counts-as-none", test_base_ring);
  g_test_add_func ("/worktime/two-calendars-share-what-both-work", test_intersect);
  g_test_add_func ("/worktime/second-long-stretches-are-found", test_short_stretches);
  g_test_add_func ("/worktime/one-hour-a-week-is-found-over-a-century", test_rare_work);

  return g_test_run ();
}
