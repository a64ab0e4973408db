/* test-links.c — links, lags and lead times, on plans of our own with the structure and dates of msproject §7 A. */
#include "plan-maker.h"

/* One-day tasks from Fri 2003-10-17, beside a task that lasts until Mon 11-03. */
static void
check_pair (GuatuLinkType type, gint64 lag, const char *start, const char *finish, const char *late_finish_of_first)
{
  g_autoptr(Maker) m = maker_new ("2003-10-17");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 8, -1);
  gint32 b = maker_task (m, "B", 8, -1);

  maker_task (m, "Longest", 96, -1);
  maker_link_lag (m, a, b, type, GUATU_LAG_WORKING, lag);
  s = maker_schedule (m);

  assert_dates (s, a, "2003-10-17 08:00", "2003-10-17 17:00");
  assert_dates (s, b, start, finish);
  assert_at (s->late_finish[a], late_finish_of_first);
  assert_at (s->plan_finish, "2003-11-03 17:00");
}

static void
test_fs (void)
{
  g_autoptr(Maker) m = maker_new ("2003-10-17");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 8, -1);
  gint32 b = maker_task (m, "B", 8, -1);

  maker_task (m, "Longest", 96, -1);
  maker_link (m, a, b, GUATU_LINK_FS);
  s = maker_schedule (m);

  assert_dates (s, b, "2003-10-20 08:00", "2003-10-20 17:00");
  assert_at (s->late_finish[a], "2003-10-31 17:00");
  assert_hours (s->total_float[a], 80);
  assert_hours (s->free_float[a], 0);
  assert_hours (guatu_schedule_interfering_float (s, a), 80);
  assert_hours (s->total_float[b], 80);
  assert_hours (s->free_float[b], 80);
}

static void
test_lags (void)
{
  check_pair (GUATU_LINK_FS, DAYS (1), "2003-10-21 08:00", "2003-10-21 17:00", "2003-10-30 17:00");
  check_pair (GUATU_LINK_FS, DAYS (5), "2003-10-27 08:00", "2003-10-27 17:00", "2003-10-24 17:00");
  check_pair (GUATU_LINK_SF, DAYS (2), "2003-10-20 08:00", "2003-10-20 17:00", "2003-10-31 17:00");
  check_pair (GUATU_LINK_SS, DAYS (2), "2003-10-21 08:00", "2003-10-21 17:00", "2003-10-30 17:00");
  check_pair (GUATU_LINK_FF, DAYS (2), "2003-10-21 08:00", "2003-10-21 17:00", "2003-10-30 17:00");
}

static void
test_sf_keeps_its_date (void)
{
  g_autoptr(Maker) m = maker_new ("2006-09-22");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 8, -1);
  gint32 b = maker_task (m, "B", 8, -1);

  maker_constrain (m, a, GUATU_CONSTRAINT_SNET, "2006-09-25 08:00");
  maker_link (m, a, b, GUATU_LINK_SF);
  s = maker_schedule (m);

  assert_dates (s, b, "2006-09-22 08:00", "2006-09-25 08:00");
  assert_at (s->late_finish[b], "2006-09-25 17:00");
  assert_hours (s->total_float[b], 8);
}

static void
test_lead (void)
{
  g_autoptr(Maker) m = maker_new ("2004-02-16");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 16, -1);
  gint32 b = maker_task (m, "B", 16, -1);

  maker_link_lag (m, a, b, GUATU_LINK_FS, GUATU_LAG_WORKING, -DAYS (2));
  s = maker_schedule (m);

  assert_at (s->early_finish[a], "2004-02-17 17:00");
  assert_at (s->early_start[b], "2004-02-16 08:00");
  assert_at (s->late_finish[a], "2004-02-17 17:00");
}

static void
test_lead_before_plan (void)
{
  g_autoptr(Maker) m = maker_new ("2007-04-09");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 40, -1);
  gint32 b = maker_task (m, "B", 8, -1);

  maker_link_lag (m, a, b, GUATU_LINK_FS, GUATU_LAG_WORKING, -DAYS (15));
  s = maker_schedule (m);

  assert_at (s->early_finish[a], "2007-04-13 17:00");
  assert_at (s->early_start[b], "2007-03-26 08:00");
  assert_at (s->plan_start, "2007-03-26 08:00");
}

static void
test_lead_of_one_day (void)
{
  g_autoptr(Maker) m = maker_new ("2003-01-07");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 8, -1);
  gint32 b = maker_task (m, "B", 8, -1);

  maker_link_lag (m, a, b, GUATU_LINK_FS, GUATU_LAG_WORKING, -DAYS (1));
  s = maker_schedule (m);

  assert_dates (s, a, "2003-01-07 08:00", "2003-01-07 17:00");
  assert_dates (s, b, "2003-01-07 08:00", "2003-01-07 17:00");
}

static void
test_ff_then_fs (void)
{
  g_autoptr(Maker) m = maker_new ("2005-04-10");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 32, -1);
  gint32 b = maker_task (m, "B", 8, -1);
  gint32 c = maker_task (m, "C", 8, -1);

  maker_link (m, a, b, GUATU_LINK_FF);
  maker_link (m, b, c, GUATU_LINK_FS);
  s = maker_schedule (m);

  assert_at (s->early_finish[a], "2005-04-14 17:00");
  assert_dates (s, b, "2005-04-14 08:00", "2005-04-14 17:00");
  assert_at (s->early_start[c], "2005-04-15 08:00");
  g_assert_cmpint (guatu_schedule_driver (s, a).kind, ==, GUATU_DRIVER_CALENDAR);
}

static void
test_milestone_on_sunday (void)
{
  g_autoptr(Maker) m = maker_new ("2005-04-10");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 milestone = maker_task (m, "Start", 0, -1);

  maker_task (m, "Longest", 88, -1);
  s = maker_schedule (m);

  assert_dates (s, milestone, "2005-04-10 08:00", "2005-04-10 08:00");
  assert_at (s->late_finish[milestone], "2005-04-25 17:00");
  assert_hours (s->total_float[milestone], 88);
}

static void
test_milestone_between (void)
{
  g_autoptr(Maker) m = maker_new ("2007-02-26");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 40, -1);
  gint32 milestone = maker_task (m, "Done", 0, -1);
  gint32 b = maker_task (m, "B", 8, -1);

  maker_link (m, a, milestone, GUATU_LINK_FS);
  maker_link (m, milestone, b, GUATU_LINK_FS);
  s = maker_schedule (m);

  assert_dates (s, milestone, "2007-03-02 17:00", "2007-03-02 17:00");
  assert_late (s, milestone, "2007-03-05 08:00", "2007-03-05 08:00");
  assert_at (s->late_finish[a], "2007-03-02 17:00");
  for (gint32 row = a; row <= b; row++)
    assert_hours (s->total_float[row], 0);
}

static void
test_fs_to_summary (void)
{
  g_autoptr(Maker) m = maker_new ("2007-04-23");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 first = maker_task (m, "First", 8, -1);
  gint32 a = maker_task (m, "A", 24, first);
  gint32 second = maker_task (m, "Second", 8, -1);
  gint32 milestone = maker_task (m, "Begin", 0, second);
  gint32 b = maker_task (m, "B", 8, second);

  maker_link (m, first, second, GUATU_LINK_FS);
  s = maker_schedule (m);

  assert_at (s->early_finish[a], "2007-04-25 17:00");
  assert_dates (s, milestone, "2007-04-25 17:00", "2007-04-25 17:00");
  assert_at (s->early_start[b], "2007-04-26 08:00");
}

static void
test_free_float_of_summaries (void)
{
  g_autoptr(Maker) m = maker_new ("2007-02-26");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 first = maker_task (m, "First", 8, -1);
  gint32 a = maker_task (m, "A", 40, first);
  gint32 b = maker_task (m, "B", 40, first);
  gint32 milestone = maker_task (m, "Done", 0, first);
  gint32 second = maker_task (m, "Second", 8, -1);

  maker_task (m, "C", 8, second);
  maker_task (m, "Longest", 34 * 8, -1);
  maker_link (m, b, milestone, GUATU_LINK_FS);
  maker_link (m, first, second, GUATU_LINK_FS);
  s = maker_schedule (m);

  /* A has no link of its own: what its summary's successor could take is not its own free float. */
  assert_hours (s->total_float[a], 28 * 8);
  assert_hours (s->free_float[a], 28 * 8);
  assert_hours (s->total_float[first], 28 * 8);
  assert_hours (s->free_float[first], 0);
  assert_at (s->late_finish[first], "2007-04-12 08:00");
}

/* A start–start link from a summary follows its first leaf and limits that one alone. */
static void
test_ss_from_summary (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 first = maker_task (m, "First", 8, -1);
  gint32 a = maker_task (m, "A", 16, first);
  gint32 b = maker_task (m, "B", 8, first);
  gint32 c = maker_task (m, "C", 80, -1);

  maker_link (m, a, b, GUATU_LINK_FS);
  maker_link_lag (m, first, c, GUATU_LINK_SS, GUATU_LAG_WORKING, DAYS (1));
  s = maker_schedule (m);

  assert_at (s->early_start[c], "2024-03-05 08:00");
  assert_hours (s->total_float[a], 0);
  assert_hours (s->total_float[b], 64);
  g_assert_cmpint (guatu_schedule_driver (s, c).task, ==, first);
}

static void
test_elapsed (void)
{
  g_autoptr(Maker) m = maker_new ("2009-03-25");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 day = maker_task (m, "Elapsed day", 24, -1);
  gint32 month = maker_task (m, "Month", 160, -1);
  gint32 elapsed = maker_task (m, "Elapsed month", 720, -1);

  maker_set (m, day, GUATU_TASK_DURATION_KIND, GUATU_DURATION_ELAPSED);
  maker_set (m, elapsed, GUATU_TASK_DURATION_KIND, GUATU_DURATION_ELAPSED);
  s = maker_schedule (m);

  assert_at (s->plan_finish, "2009-04-24 08:00");
  assert_dates (s, day, "2009-03-25 08:00", "2009-03-26 08:00");
  assert_at (s->late_finish[day], "2009-04-24 08:00");
  g_assert_cmpint (s->total_float[day], ==, 41760 * 60);
  assert_at (s->early_finish[month], "2009-04-21 17:00");
  assert_at (s->late_finish[month], "2009-04-23 17:00");
  assert_hours (s->total_float[month], 16);
}

static void
test_many_leaves (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 before = -1;
  gint64 from;

  /* 30 summaries of 1,000 leaves, each after the one before: multiplied out, 29 million links. */
  for (int i = 0; i < 30; i++)
    {
      gint32 summary = maker_task (m, "Summary", 8, -1);

      for (int k = 0; k < 1000; k++)
        maker_task (m, "Leaf", 8, summary);
      if (before >= 0)
        maker_link (m, before, summary, GUATU_LINK_FS);
      before = summary;
    }
  guatu_plan_settle (m->plan);

  from = g_get_monotonic_time ();
  s = maker_schedule (m);
  g_assert_cmpint (g_get_monotonic_time () - from, <, 5 * G_USEC_PER_SEC);
  assert_at (s->plan_finish, "2024-04-12 17:00");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/links/finish-start-and-its-floats", test_fs);
  g_test_add_func ("/links/each-kind-with-a-lag", test_lags);
  g_test_add_func ("/links/start-finish-without-lag-keeps-the-links-own-date", test_sf_keeps_its_date);
  g_test_add_func ("/links/a-lead-pulls-the-successor-back", test_lead);
  g_test_add_func ("/links/a-lead-may-reach-before-the-plans-start", test_lead_before_plan);
  g_test_add_func ("/links/a-lead-of-one-day-puts-one-day-tasks-side-by-side", test_lead_of_one_day);
  g_test_add_func ("/links/finish-finish-then-finish-start", test_ff_then_fs);
  g_test_add_func ("/links/a-milestone-stays-on-the-sunday-of-the-plans-start", test_milestone_on_sunday);
  g_test_add_func ("/links/a-milestone-keeps-17-00-early-and-8-00-late", test_milestone_between);
  g_test_add_func ("/links/a-link-to-a-summary-leaves-its-milestones-unsnapped", test_fs_to_summary);
  g_test_add_func ("/links/free-float-comes-from-a-tasks-own-links-alone", test_free_float_of_summaries);
  g_test_add_func ("/links/a-start-link-from-a-summary-follows-its-first-leaf", test_ss_from_summary);
  g_test_add_func ("/links/elapsed-durations-are-never-snapped", test_elapsed);
  g_test_add_func ("/links/links-between-large-summaries-are-not-multiplied-out", test_many_leaves);

  return g_test_run ();
}
