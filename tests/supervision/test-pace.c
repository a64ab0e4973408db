/* test-pace.c — required pace, recent pace, and the forecast that follows from it. */
#include "guatu-pace.h"

#include "supervision-fixture.h"

static GuatuPace
pace_at (GuatuPlan *plan, gint32 task, const char *date)
{
  g_autoptr(GError) error = NULL;
  g_autofree GuatuPace *paces = NULL;

  guatu_plan_settle (plan);
  paces = guatu_pace_new (plan, NULL, date != NULL ? guatu_test_at (date) : GUATU_NONE, &error);
  g_assert_no_error (error);
  return paces[task];
}

/* Eight weeks from Monday 03-04 to Friday 04-26. */
static GuatuPlan *
forty_days (gint32 *task)
{
  GuatuPlan *plan = guatu_test_plan_new ();

  *task = guatu_test_add_task (plan, -1, "Forty days", "40d");
  return plan;
}

static void
test_from_the_start (void)
{
  gint32 task;
  g_autoptr(GuatuPlan) plan = forty_days (&task);
  GuatuPace pace;

  /* The report on the first day has been earned since the start. */
  add_report (plan, task, "2024-03-04 17:00", 100);
  add_report (plan, task, "2024-03-15 17:00", 1000);
  add_report (plan, task, "2024-03-22 17:00", 3000);
  pace = pace_at (plan, task, "2024-03-22 17:00");
  g_assert_cmpint (pace.left, ==, 7000);
  g_assert_cmpint (pace.due, ==, guatu_test_at ("2024-04-26 17:00"));
  g_assert_cmpint (pace.days_left, ==, 2500);
  g_assert_cmpint (pace.required, ==, 280);
  g_assert_cmpint (pace.recent_from, ==, guatu_test_at ("2024-03-04 08:00"));
  g_assert_cmpint (pace.recent_share, ==, 0);
  g_assert_cmpint (pace.recent_days, ==, 1500);
  g_assert_cmpint (pace.recent, ==, 200);
  /* 70 % at 2 % a day: 35 working days, to 05-10, ten after it is due. */
  g_assert_cmpint (pace.forecast, ==, guatu_test_at ("2024-05-10 17:00"));
  g_assert_cmpint (pace.days_late, ==, 1000);
}

static void
test_four_weeks (void)
{
  gint32 task;
  g_autoptr(GuatuPlan) plan = forty_days (&task);
  GuatuPace pace;

  add_report (plan, task, "2024-03-15 17:00", 1000);
  add_report (plan, task, "2024-03-29 17:00", 3000);
  add_report (plan, task, "2024-04-26 17:00", 6000);
  pace = pace_at (plan, task, "2024-04-26 17:00");
  g_assert_cmpint (pace.recent_from, ==, guatu_test_at ("2024-03-29 17:00"));
  g_assert_cmpint (pace.recent_share, ==, 3000);
  g_assert_cmpint (pace.recent, ==, 150);
  /* It is due now: no pace would do. */
  g_assert_cmpint (pace.days_left, ==, 0);
  g_assert_cmpint (pace.required, ==, GUATU_NONE);
  /* 40 % at 1.5 % a day: 26 2/3 days. */
  g_assert_cmpint (pace.forecast, ==, guatu_test_at ("2024-06-04 14:20"));
  g_assert_cmpint (pace.days_late, ==, 2667);

  pace = pace_at (plan, task, "2024-04-29 17:00");
  g_assert_cmpint (pace.days_left, ==, -100);
  g_assert_cmpint (pace.required, ==, GUATU_NONE);
}

static void
test_start_four_weeks_ago (void)
{
  gint32 task;
  g_autoptr(GuatuPlan) plan = forty_days (&task);

  /* To the minute: what the first day brought counts. A minute later four weeks ago is later. */
  add_report (plan, task, "2024-03-04 17:00", 500);
  add_report (plan, task, "2024-03-29 17:00", 2500);
  g_assert_cmpint (pace_at (plan, task, "2024-04-01 08:00").recent_share, ==, 0);
  g_assert_cmpint (pace_at (plan, task, "2024-04-01 08:01").recent_share, ==, 500);
}

static void
test_no_forecast (void)
{
  gint32 task;
  g_autoptr(GuatuPlan) plan = forty_days (&task);
  GuatuPace pace;

  /* Not begun. */
  pace = pace_at (plan, task, "2024-03-04 08:00");
  g_assert_cmpint (pace.recent_from, ==, GUATU_NONE);
  g_assert_cmpint (pace.recent, ==, GUATU_NONE);
  g_assert_cmpint (pace.forecast, ==, GUATU_NONE);
  g_assert_cmpint (pace.required, ==, 250);

  /* Nothing done. */
  pace = pace_at (plan, task, "2024-03-08 17:00");
  g_assert_cmpint (pace.recent, ==, 0);
  g_assert_cmpint (pace.forecast, ==, GUATU_NONE);

  /* Gone back. */
  add_report (plan, task, "2024-03-29 17:00", 3000);
  add_report (plan, task, "2024-04-26 17:00", 2000);
  pace = pace_at (plan, task, "2024-04-26 17:00");
  g_assert_cmpint (pace.recent, ==, -50);
  g_assert_cmpint (pace.forecast, ==, GUATU_NONE);
  g_assert_cmpint (pace.days_late, ==, GUATU_NONE);

  /* Done. */
  add_report (plan, task, "2024-04-30 17:00", 10000);
  pace = pace_at (plan, task, "2024-04-30 17:00");
  g_assert_cmpint (pace.left, ==, 0);
  g_assert_cmpint (pace.required, ==, GUATU_NONE);
  g_assert_cmpint (pace.forecast, ==, GUATU_NONE);

  /* No status date. */
  pace = pace_at (plan, task, NULL);
  g_assert_cmpint (pace.reported, ==, 10000);
  g_assert_cmpint (pace.planned, ==, GUATU_NONE);
  g_assert_cmpint (pace.due, ==, GUATU_NONE);
}

static void
test_deadline_and_actual_start (void)
{
  gint32 task;
  g_autoptr(GuatuPlan) plan = forty_days (&task);
  GuatuPace pace;

  set_task (plan, task, GUATU_TASK_DEADLINE, guatu_test_at ("2024-04-05 17:00"));
  set_task (plan, task, GUATU_TASK_ACTUAL_START, guatu_test_at ("2024-03-11 08:00"));
  add_report (plan, task, "2024-03-15 17:00", 1000);
  pace = pace_at (plan, task, "2024-03-15 17:00");
  g_assert_cmpint (pace.days_left, ==, 1500);
  g_assert_cmpint (pace.required, ==, 600);
  g_assert_cmpint (pace.recent_from, ==, guatu_test_at ("2024-03-11 08:00"));
  g_assert_cmpint (pace.recent, ==, 200);
  /* As of a day before it, the actual start has not come. */
  g_assert_cmpint (pace_at (plan, task, "2024-03-08 17:00").recent_from, ==, guatu_test_at ("2024-03-04 08:00"));
}

static void
test_nothing_of_later (void)
{
  gint32 task;
  g_autoptr(GuatuPlan) plan = forty_days (&task);

  add_report (plan, task, "2024-03-15 17:00", 1000);
  add_report (plan, task, "2024-03-16 17:00", 9000);
  g_assert_cmpint (pace_at (plan, task, "2024-03-15 17:00").reported, ==, 1000);
  g_assert_cmpint (pace_at (plan, task, "2024-03-15 17:00").recent, ==, 100);
}

static void
test_elapsed (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Ten days by the clock", "10ed");
  GuatuPace pace;

  add_report (plan, task, "2024-03-06 17:00", 1000);
  pace = pace_at (plan, task, "2024-03-06 08:00");
  g_assert_cmpint (pace.days_left, ==, 800);
  g_assert_cmpint (pace.required, ==, 1125);
  g_assert_cmpint (pace.recent, ==, 500);
  g_assert_cmpint (pace.forecast, ==, guatu_test_at ("2024-03-24 08:00"));
}

static void
test_summary (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 top = guatu_test_add_task (plan, -1, "Top", "1d");
  gint32 a = guatu_test_add_task (plan, top, "A", "20d");
  gint32 b = guatu_test_add_task (plan, top, "B", "20d");
  GuatuPace pace;

  set_task (plan, a, GUATU_TASK_ACTUAL_START, guatu_test_at ("2024-03-11 08:00"));
  add_report (plan, a, "2024-03-15 17:00", 2000);
  add_report (plan, b, "2024-03-15 17:00", 1000);
  pace = pace_at (plan, top, "2024-03-15 17:00");
  g_assert_cmpint (pace.reported, ==, 1500);
  g_assert_cmpint (pace.required, ==, 850);
  /* It started with the first of its children that did. */
  g_assert_cmpint (pace.recent_from, ==, guatu_test_at ("2024-03-11 08:00"));
  g_assert_cmpint (pace.recent, ==, 300);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pace/counts-from-the-start-in-the-first-four-weeks", test_from_the_start);
  g_test_add_func ("/pace/counts-from-four-weeks-ago-later", test_four_weeks);
  g_test_add_func ("/pace/a-start-just-four-weeks-ago-is-a-start", test_start_four_weeks_ago);
  g_test_add_func ("/pace/no-progress-gives-no-forecast", test_no_forecast);
  g_test_add_func ("/pace/deadline-and-actual-start-come-before-the-reference", test_deadline_and_actual_start);
  g_test_add_func ("/pace/as-of-a-date-nothing-later-counts", test_nothing_of_later);
  g_test_add_func ("/pace/an-elapsed-task-counts-by-the-clock", test_elapsed);
  g_test_add_func ("/pace/a-summary-starts-with-the-first-below-it", test_summary);

  return g_test_run ();
}
