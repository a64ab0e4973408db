/* test-progress.c — shares planned and reported, and how they roll up. */
#include "guatu-progress-history.h"

#include "guatu-test.h"

static gint64 next_id = 1;

static gint32
add_report (GuatuPlan *plan, gint32 task, const char *date, gint64 share)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_REPORT, next_id++);

  guatu_test_set (plan, GUATU_TABLE_REPORT, row, GUATU_REPORT_TASK, guatu_plan_id (plan, GUATU_TABLE_TASK, task));
  guatu_test_set (plan, GUATU_TABLE_REPORT, row, GUATU_REPORT_DATE, guatu_test_at (date));
  guatu_test_set (plan, GUATU_TABLE_REPORT, row, GUATU_REPORT_SHARE, share);
  return row;
}

static gint32
add_baseline (GuatuPlan *plan, const char *taken_on)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_BASELINE, next_id++);

  guatu_test_set (plan, GUATU_TABLE_BASELINE, row, GUATU_BASELINE_TAKEN_ON, guatu_test_at (taken_on));
  return row;
}

static void
add_baseline_task (GuatuPlan *plan, gint32 baseline, gint32 task, const char *start, const char *finish, gint64 days)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_BASELINE_TASK, next_id++);
  gint64 task_id = guatu_plan_id (plan, GUATU_TABLE_TASK, task);
  gint64 baseline_id = guatu_plan_id (plan, GUATU_TABLE_BASELINE, baseline);

  guatu_test_set (plan, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_BASELINE, baseline_id);
  guatu_test_set (plan, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_TASK, task_id);
  guatu_test_set (plan, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_START, guatu_test_at (start));
  guatu_test_set (plan, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_FINISH, guatu_test_at (finish));
  guatu_test_set (plan, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_DURATION, days * 8 * GUATU_HOUR);
}

static void
set_task (GuatuPlan *plan, gint32 task, guint field, gint64 value)
{
  guatu_test_set (plan, GUATU_TABLE_TASK, task, field, value);
}

static gint64
planned (GuatuPlan *plan, gint32 task, const char *date)
{
  g_autoptr(GError) error = NULL;
  g_autofree gint64 *shares = NULL;

  guatu_plan_settle (plan);
  shares = guatu_progress_planned (plan, guatu_test_at (date), &error);
  g_assert_no_error (error);
  return shares[task];
}

static gint64
reported (GuatuPlan *plan, gint32 task, const char *date)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuSchedule) schedule = NULL;
  g_autofree gint64 *shares = NULL;

  guatu_plan_settle (plan);
  schedule = guatu_schedule_new (plan, NULL, &error);
  g_assert_no_error (error);
  shares = guatu_progress_reported (plan, schedule, date != NULL ? guatu_test_at (date) : GUATU_NONE);
  return shares[task];
}

static void
test_linear (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Ten days", "10d");

  g_assert_cmpint (planned (plan, task, "2024-03-04 08:00"), ==, 0);
  g_assert_cmpint (planned (plan, task, "2024-03-04 12:30"), ==, 500);
  g_assert_cmpint (planned (plan, task, "2024-03-08 17:00"), ==, 5000);
  g_assert_cmpint (planned (plan, task, "2024-03-10 12:00"), ==, 5000);
  g_assert_cmpint (planned (plan, task, "2024-03-11 12:00"), ==, 5500);
  g_assert_cmpint (planned (plan, task, "2024-03-15 17:00"), ==, 10000);
  g_assert_cmpint (planned (plan, task, "2025-01-01 00:00"), ==, 10000);
}

static void
test_elapsed (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Concrete hardens", "4ed");

  g_assert_cmpint (planned (plan, task, "2024-03-05 08:00"), ==, 2500);
}

static void
test_half_up (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 thirds = guatu_test_add_task (plan, -1, "Thirds", "3d");
  gint32 fine = guatu_test_add_task (plan, -1, "A minute is 0.0025 %", "40000min");

  g_assert_cmpint (planned (plan, thirds, "2024-03-04 17:00"), ==, 3333);
  g_assert_cmpint (planned (plan, thirds, "2024-03-05 17:00"), ==, 6667);
  g_assert_cmpint (planned (plan, fine, "2024-03-04 08:01"), ==, 0);
  g_assert_cmpint (planned (plan, fine, "2024-03-04 08:02"), ==, 1);
  g_assert_cmpint (planned (plan, fine, "2024-03-04 08:05"), ==, 1);
  g_assert_cmpint (planned (plan, fine, "2024-03-04 08:06"), ==, 2);
}

static void
test_milestone (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Five days", "5d");
  gint32 milestone = guatu_test_add_task (plan, -1, "Handed over", "0d");

  guatu_test_add_link (plan, task, milestone, GUATU_LINK_FS, NULL);
  g_assert_cmpint (planned (plan, milestone, "2024-03-08 16:59"), ==, 0);
  g_assert_cmpint (planned (plan, milestone, "2024-03-08 17:00"), ==, 10000);
}

static void
test_roll_up_weights (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 summary = guatu_test_add_task (plan, -1, "Summary", "1d");
  gint32 a = guatu_test_add_task (plan, summary, "A", "2d");
  gint32 b = guatu_test_add_task (plan, summary, "B", "8d");

  add_report (plan, a, "2024-03-05 17:00", 10000);
  g_assert_cmpint (reported (plan, summary, NULL), ==, 2000);
  /* After four days A is through and B is half done: (2 × 100 + 8 × 50) / 10. */
  g_assert_cmpint (planned (plan, summary, "2024-03-07 17:00"), ==, 6000);

  set_task (plan, a, GUATU_TASK_PLANNED_WORK, 30 * GUATU_HOUR);
  g_assert_cmpint (reported (plan, summary, NULL), ==, 2000);
  set_task (plan, b, GUATU_TASK_PLANNED_WORK, 10 * GUATU_HOUR);
  g_assert_cmpint (reported (plan, summary, NULL), ==, 7500);
  g_assert_cmpint (planned (plan, summary, "2024-03-07 17:00"), ==, 8750);

  set_task (plan, b, GUATU_TASK_WEIGHT, 60);
  g_assert_cmpint (reported (plan, summary, NULL), ==, 7500);
  set_task (plan, a, GUATU_TASK_WEIGHT, 40);
  g_assert_cmpint (reported (plan, summary, NULL), ==, 4000);

  set_task (plan, a, GUATU_TASK_WEIGHT, 0);
  set_task (plan, b, GUATU_TASK_WEIGHT, 0);
  g_assert_cmpint (reported (plan, summary, NULL), ==, 5000);
}

static void
test_roll_up_of_milestones (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 summary = guatu_test_add_task (plan, -1, "Summary", "1d");
  gint32 a = guatu_test_add_task (plan, summary, "A", "0d");

  guatu_test_add_task (plan, summary, "B", "0d");
  guatu_test_add_task (plan, summary, "C", "0d");
  add_report (plan, a, "2024-03-05 17:00", 10000);
  g_assert_cmpint (reported (plan, summary, NULL), ==, 3333);
}

static void
test_roll_up_rounds_once (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 top = guatu_test_add_task (plan, -1, "Top", "1d");
  gint32 one = guatu_test_add_task (plan, top, "One", "1d");
  gint32 leaf = guatu_test_add_task (plan, one, "Leaf", "3d");
  gint32 two = guatu_test_add_task (plan, top, "Two", "1d");
  gint32 other = guatu_test_add_task (plan, two, "Other leaf", "3d");

  guatu_test_add_task (plan, two, "Third leaf", "3d");
  /* 12.34 and 12.35: exactly between two figures. The second is half of 24.70. */
  add_report (plan, leaf, "2024-03-05 17:00", 1234);
  add_report (plan, other, "2024-03-05 17:00", 2470);
  set_task (plan, one, GUATU_TASK_WEIGHT, 1);
  set_task (plan, two, GUATU_TASK_WEIGHT, 1);
  g_assert_cmpint (reported (plan, top, NULL), ==, 1235);
}

static void
test_own_report_of_summary (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 summary = guatu_test_add_task (plan, -1, "Summary", "1d");
  gint32 a = guatu_test_add_task (plan, summary, "A", "2d");

  add_report (plan, a, "2024-03-05 17:00", 4000);
  add_report (plan, summary, "2024-03-06 17:00", 1000);
  g_assert_cmpint (reported (plan, summary, "2024-03-05 17:00"), ==, 4000);
  g_assert_cmpint (reported (plan, summary, "2024-03-06 08:00"), ==, 1000);
  /* The plan has no own word of it: the planned share stays the children's. */
  g_assert_cmpint (planned (plan, summary, "2024-03-04 17:00"), ==, 5000);
}

static void
test_latest_report (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Task", "10d");
  gint32 first, second;

  g_assert_cmpint (reported (plan, task, NULL), ==, 0);

  first = add_report (plan, task, "2024-03-08 17:00", 3000);
  add_report (plan, task, "2024-03-06 17:00", 2000);
  second = add_report (plan, task, "2024-03-08 09:00", 2500);
  guatu_plan_settle (plan);

  g_assert_cmpint (first, !=, second);
  g_assert_cmpint (guatu_progress_latest_report (plan, task, GUATU_NONE), ==, second);
  g_assert_cmpint (guatu_progress_latest_report (plan, task, guatu_test_at ("2024-03-05 17:00")), ==, -1);
  g_assert_cmpint (reported (plan, task, "2024-03-07 17:00"), ==, 2000);
  g_assert_cmpint (reported (plan, task, "2024-03-08 08:00"), ==, 2500);
}

static void
test_actual_finish (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Task", "10d");

  add_report (plan, task, "2024-03-06 17:00", 2000);
  set_task (plan, task, GUATU_TASK_ACTUAL_START, guatu_test_at ("2024-03-04 08:00"));
  set_task (plan, task, GUATU_TASK_ACTUAL_FINISH, guatu_test_at ("2024-03-13 17:00"));
  g_assert_cmpint (reported (plan, task, NULL), ==, 10000);
  g_assert_cmpint (reported (plan, task, "2024-03-13 08:00"), ==, 10000);
  g_assert_cmpint (reported (plan, task, "2024-03-12 17:00"), ==, 2000);
}

static void
test_progress_does_not_move_the_plan (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 late = guatu_test_add_task (plan, -1, "Began late", "10d");
  gint32 waiting = guatu_test_add_task (plan, -1, "Has not begun", "10d");

  set_task (plan, late, GUATU_TASK_ACTUAL_START, guatu_test_at ("2024-03-11 08:00"));
  guatu_test_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_STATUS_DATE, guatu_test_at ("2024-03-08 17:00"));
  g_assert_cmpint (planned (plan, late, "2024-03-08 17:00"), ==, 5000);
  g_assert_cmpint (planned (plan, waiting, "2024-03-08 17:00"), ==, 5000);
}

static void
test_baseline (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 in = guatu_test_add_task (plan, -1, "In the baseline", "10d");
  gint32 out = guatu_test_add_task (plan, -1, "Came later", "4d");
  gint32 old = add_baseline (plan, "2024-02-01 17:00");
  gint32 newer = add_baseline (plan, "2024-03-01 17:00");

  add_baseline_task (plan, old, in, "2024-03-04 08:00", "2024-03-05 17:00", 2);
  add_baseline_task (plan, newer, in, "2024-03-05 08:00", "2024-03-08 17:00", 4);
  g_assert_cmpint (planned (plan, in, "2024-03-05 17:00"), ==, 2500);
  g_assert_cmpint (planned (plan, out, "2024-03-05 17:00"), ==, 5000);

  guatu_test_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_REFERENCE_BASELINE,
                  guatu_plan_id (plan, GUATU_TABLE_BASELINE, old));
  g_assert_cmpint (planned (plan, in, "2024-03-05 17:00"), ==, 10000);
}

static void
test_baseline_weighs (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 summary = guatu_test_add_task (plan, -1, "Summary", "1d");
  gint32 a = guatu_test_add_task (plan, summary, "Was as long as B", "30d");
  gint32 b = guatu_test_add_task (plan, summary, "B", "10d");
  gint32 baseline = add_baseline (plan, "2024-03-01 17:00");

  add_baseline_task (plan, baseline, summary, "2024-03-04 08:00", "2024-03-15 17:00", 10);
  add_baseline_task (plan, baseline, a, "2024-03-04 08:00", "2024-03-15 17:00", 10);
  add_baseline_task (plan, baseline, b, "2024-03-04 08:00", "2024-03-15 17:00", 10);
  add_report (plan, b, "2024-03-15 17:00", 10000);
  g_assert_cmpint (planned (plan, summary, "2024-03-08 17:00"), ==, 5000);
  g_assert_cmpint (reported (plan, summary, NULL), ==, 5000);
}

static GuatuProgressHistory *
history_of (GuatuPlan *plan, gint32 task, const char *status_date)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuProgressBasis) basis = NULL;

  guatu_plan_settle (plan);
  basis = guatu_progress_basis_new (plan, NULL, &error);
  g_assert_no_error (error);
  return guatu_progress_history_new (basis, task, guatu_test_at (status_date));
}

static void
test_history (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 summary = guatu_test_add_task (plan, -1, "Summary", "1d");
  gint32 a = guatu_test_add_task (plan, summary, "A", "5d");
  gint32 b = guatu_test_add_task (plan, summary, "B", "5d");
  g_autoptr(GuatuProgressHistory) leaf = NULL, both = NULL;

  add_report (plan, a, "2024-03-06 17:00", 4000);
  add_report (plan, a, "2024-03-05 09:00", 1000);
  add_report (plan, a, "2024-03-05 17:00", 2000);
  add_report (plan, a, "2024-03-08 17:00", 9000);
  add_report (plan, b, "2024-03-07 17:00", 5000);
  leaf = history_of (plan, a, "2024-03-07 17:00");
  both = history_of (plan, summary, "2024-03-07 17:00");

  g_assert_cmpuint (leaf->n_planned, ==, GUATU_PROGRESS_POINTS);
  g_assert_cmpint (leaf->planned[0].share, ==, 0);
  g_assert_cmpint (leaf->planned[GUATU_PROGRESS_POINTS - 1].share, ==, 10000);
  g_assert_cmpint (leaf->planned[GUATU_PROGRESS_POINTS - 1].date, ==, guatu_test_at ("2024-03-08 17:00"));
  g_assert_cmpuint (leaf->n_reported, ==, 2);
  g_assert_cmpint (leaf->reported[0].share, ==, 2000);
  g_assert_cmpint (leaf->reported[1].share, ==, 4000);
  /* Two tasks of one length: half of each. */
  g_assert_cmpuint (both->n_reported, ==, 3);
  g_assert_cmpint (both->reported[0].share, ==, 1000);
  g_assert_cmpint (both->reported[2].share, ==, 4500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/progress/the-planned-share-is-linear-over-working-time", test_linear);
  g_test_add_func ("/progress/an-elapsed-task-is-linear-over-the-clock", test_elapsed);
  g_test_add_func ("/progress/shares-are-rounded-half-up", test_half_up);
  g_test_add_func ("/progress/a-milestone-is-all-planned-from-its-date", test_milestone);
  g_test_add_func ("/progress/a-summary-weighs-by-weight-else-work-else-duration", test_roll_up_weights);
  g_test_add_func ("/progress/children-without-any-weight-count-equally", test_roll_up_of_milestones);
  g_test_add_func ("/progress/a-roll-up-over-levels-is-rounded-once", test_roll_up_rounds_once);
  g_test_add_func ("/progress/a-summary-s-own-report-beats-its-children", test_own_report_of_summary);
  g_test_add_func ("/progress/of-two-reports-of-a-day-the-later-entered-counts", test_latest_report);
  g_test_add_func ("/progress/a-finished-task-is-at-100-from-that-day", test_actual_finish);
  g_test_add_func ("/progress/progress-does-not-move-the-planned-share", test_progress_does_not_move_the_plan);
  g_test_add_func ("/progress/the-baseline-is-looked-up-per-task", test_baseline);
  g_test_add_func ("/progress/durations-that-weigh-are-those-of-the-reference", test_baseline_weighs);
  g_test_add_func ("/progress/the-history-has-a-point-for-each-day-of-a-report", test_history);

  return g_test_run ();
}
