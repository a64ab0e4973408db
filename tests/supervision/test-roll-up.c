/* test-roll-up.c — summaries under a weighted roll-up, and looks at days gone by. */
#include "supervision-fixture.h"

/* Two leaves of twenty days, on plan after five; ten days on, half is planned: one at 50 %, one at 30 %. */
static GuatuPlan *
two_leaves (gint32 *top, gint32 *ahead, gint32 *behind)
{
  GuatuPlan *plan = guatu_test_plan_new ();

  *top = guatu_test_add_task (plan, -1, "Top", "1d");
  *ahead = guatu_test_add_task (plan, *top, "Ahead", "20d");
  *behind = guatu_test_add_task (plan, *top, "Behind", "20d");
  add_report (plan, *ahead, "2024-03-08 17:00", 2500);
  add_report (plan, *behind, "2024-03-08 17:00", 2500);
  add_report (plan, *ahead, "2024-03-15 17:00", 5000);
  add_report (plan, *behind, "2024-03-15 17:00", 3000);
  return plan;
}

#define TEN_DAYS "2024-03-15 17:00"

static void
test_weighted (void)
{
  gint32 top, ahead, behind;
  g_autoptr(GuatuPlan) plan = two_leaves (&top, &ahead, &behind);
  GuatuLight light;

  assert_light (light_at (plan, top, TEN_DAYS), "red", "red", "worst");
  g_assert_cmpint (light_at (plan, top, TEN_DAYS).cause, ==, behind);

  set_plan (plan, GUATU_PLAN_LIGHT_ROLL_UP, GUATU_ROLL_UP_WEIGHTED);
  light = light_at (plan, top, TEN_DAYS);
  assert_light (light, "orange", "orange", "weighted");
  g_assert_cmpint (light.cause, ==, top);
  g_assert_cmpint (light.planned, ==, 5000);
  g_assert_cmpint (light.reported, ==, 4000);
  g_assert_cmpint (light.threshold, ==, 1000);
  assert_light (light_at (plan, behind, TEN_DAYS), "red", "red", "gap");
}

static void
test_weighted_boundary (void)
{
  static const struct { gint64 share; const char *colour; } cases[] = {
    { 4002, "green" }, { 4000, "yellow" }, { 3002, "yellow" }, { 3000, "orange" }, { 1002, "orange" }, { 1000, "red" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint32 top, ahead, behind;
      g_autoptr(GuatuPlan) plan = two_leaves (&top, &ahead, &behind);

      set_plan (plan, GUATU_PLAN_LIGHT_ROLL_UP, GUATU_ROLL_UP_WEIGHTED);
      add_report (plan, behind, TEN_DAYS, cases[i].share);
      assert_light (light_at (plan, top, TEN_DAYS), cases[i].colour, cases[i].colour, "weighted");
    }
}

static void
test_weighted_by_weight (void)
{
  gint32 top, ahead, behind;
  g_autoptr(GuatuPlan) plan = two_leaves (&top, &ahead, &behind);

  set_plan (plan, GUATU_PLAN_LIGHT_ROLL_UP, GUATU_ROLL_UP_WEIGHTED);
  set_task (plan, ahead, GUATU_TASK_WEIGHT, 9000);
  set_task (plan, behind, GUATU_TASK_WEIGHT, 1000);
  assert_light (light_at (plan, top, TEN_DAYS), "green", "green", "weighted");
}

static void
test_weighted_edges (void)
{
  gint32 top, ahead, behind;
  g_autoptr(GuatuPlan) plan = two_leaves (&top, &ahead, &behind);

  set_plan (plan, GUATU_PLAN_LIGHT_ROLL_UP, GUATU_ROLL_UP_WEIGHTED);
  assert_light (light_at (plan, top, "2024-03-04 08:00"), "none", "none", "not-due");
  assert_light (light_at (plan, top, "2024-03-29 17:01"), "red", "red", "overdue");
  /* A mean has no reports to be silent with: silent leaves say so themselves. */
  add_report (plan, behind, "2024-03-15 17:00", 5000);
  add_report (plan, ahead, "2024-03-15 17:00", 10000);
  assert_light (light_at (plan, top, "2024-03-24 17:00"), "green", "green", "weighted");
  add_report (plan, behind, "2024-03-25 17:00", 10000);
  assert_light (light_at (plan, top, "2024-03-25 17:00"), "done", "done", "finished");
  /* Own reports: its own share, under the rule's own name. */
  add_report (plan, top, "2024-03-25 17:00", 2000);
  assert_light (light_at (plan, top, "2024-03-25 17:00"), "red", "red", "gap");
}

static void
test_weighted_since (void)
{
  gint32 top, ahead, behind;
  g_autoptr(GuatuPlan) plan = two_leaves (&top, &ahead, &behind);

  /* At the end of 03-14 45 % was planned and 25 % reported. The report of a leaf made it better. */
  set_plan (plan, GUATU_PLAN_LIGHT_ROLL_UP, GUATU_ROLL_UP_WEIGHTED);
  g_assert_cmpint (light_at (plan, top, "2024-03-14 17:00").since, ==, guatu_test_at ("2024-03-14 00:00"));
  g_assert_cmpint (light_at (plan, top, TEN_DAYS).since, ==, guatu_test_at ("2024-03-15 00:00"));
}

static void
test_weighted_since_a_finish (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 top = guatu_test_add_task (plan, -1, "Top", "1d");
  gint32 a = guatu_test_add_task (plan, top, "A", "20d");
  gint32 b = guatu_test_add_task (plan, top, "B", "20d");

  /* Green at the reports of 03-08, red on the 14th, green again by a finish that came without a report. */
  set_plan (plan, GUATU_PLAN_LIGHT_ROLL_UP, GUATU_ROLL_UP_WEIGHTED);
  add_report (plan, a, "2024-03-08 17:00", 2500);
  add_report (plan, b, "2024-03-08 17:00", 2500);
  set_task (plan, a, GUATU_TASK_ACTUAL_START, guatu_test_at ("2024-03-04 08:00"));
  set_task (plan, a, GUATU_TASK_ACTUAL_FINISH, guatu_test_at ("2024-03-15 17:00"));
  assert_light (light_at (plan, top, "2024-03-14 17:00"), "red", "red", "weighted");
  assert_light (light_at (plan, top, "2024-03-15 17:00"), "green", "green", "weighted");
  g_assert_cmpint (light_at (plan, top, "2024-03-15 17:00").since, ==, guatu_test_at ("2024-03-15 00:00"));
}

static void
test_first_periods (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Task", "100d");

  /* In the first period nothing is silent and nothing raised; at its end it may be silent; in the second it was
   * behind at one end only. Before the start there was no light, which counts as green. */
  assert_light (light_at (plan, task, "2024-03-07 17:00"), "green", "green", "gap");
  assert_light (light_at (plan, task, "2024-03-10 17:00"), "yellow", "yellow", "gap");
  assert_light (light_at (plan, task, "2024-03-14 17:00"), "yellow", "yellow", "gap");
  assert_light (light_at (plan, task, "2024-03-15 17:00"), "orange", "orange", "gap");
  /* Two ends behind, and no better. */
  assert_light (light_at (plan, task, "2024-03-17 17:00"), "red", "orange", "raised");
}

static void
test_nothing_of_later (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Task", "100d");
  gint32 top = guatu_test_add_task (plan, -1, "Top", "1d");
  gint32 leaf = guatu_test_add_task (plan, top, "Leaf", "100d");
  GuatuLight before = light_at (plan, task, "2024-03-12 17:00");
  GuatuLight top_before = light_at (plan, top, "2024-03-12 17:00");

  add_report (plan, task, "2024-03-13 08:00", 5000);
  add_report (plan, top, "2024-03-13 08:00", 5000);
  add_override (plan, task, GUATU_OVERRIDE_RED, "2024-03-13 00:00", "2024-03-20 00:00");
  set_task (plan, task, GUATU_TASK_ACTUAL_START, guatu_test_at ("2024-03-13 08:00"));
  set_task (plan, task, GUATU_TASK_ACTUAL_FINISH, guatu_test_at ("2024-03-28 17:00"));
  set_task (plan, leaf, GUATU_TASK_ACTUAL_START, guatu_test_at ("2024-03-13 08:00"));
  for (guint i = 0; i < 2; i++)
    {
      GuatuLight then = light_at (plan, i == 0 ? task : top, "2024-03-12 17:00");
      GuatuLight expected = i == 0 ? before : top_before;

      assert_light (then, guatu_light_name (expected.shown), guatu_light_name (expected.raw),
                    guatu_light_rule_name (expected.rule));
      g_assert_cmpint (then.reported, ==, 0);
      g_assert_cmpint (then.planned, ==, expected.planned);
      g_assert_cmpint (then.since, ==, expected.since);
      g_assert_cmpint (then.override, ==, -1);
    }
  assert_light (light_at (plan, task, "2024-03-13 17:00"), "red", "green", "override");
  assert_light (light_at (plan, task, "2024-03-28 17:00"), "done", "done", "finished");
}

static void
test_silence_before_the_actual_start (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Task", "1000d");

  /* A start that came later says nothing of the silence before it; one that has come says from when. */
  set_task (plan, task, GUATU_TASK_ACTUAL_START, guatu_test_at ("2024-03-19 08:00"));
  assert_light (light_at (plan, task, "2024-03-13 17:00"), "yellow", "green", "silent");
  assert_light (light_at (plan, task, "2024-03-20 17:00"), "green", "green", "gap");
  assert_light (light_at (plan, task, "2024-03-30 17:00"), "green", "green", "gap");
  assert_light (light_at (plan, task, "2024-03-31 17:00"), "yellow", "green", "silent");
}

static void
test_baseline_or_none (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Task", "10d");
  gint32 baseline;

  /* Without a baseline the plan's own dates count: due on 03-15. */
  add_report (plan, task, "2024-03-11 17:00", 9000);
  assert_light (light_at (plan, task, "2024-03-18 17:00"), "red", "red", "overdue");
  g_assert_cmpint (light_at (plan, task, "2024-03-12 17:00").due, ==, guatu_test_at ("2024-03-15 17:00"));

  baseline = add_baseline (plan, "2024-03-01 17:00");
  add_baseline_task (plan, baseline, task, "2024-03-04 08:00", "2024-03-29 17:00", 20);
  assert_light (light_at (plan, task, "2024-03-18 17:00"), "green", "green", "gap");
  g_assert_cmpint (light_at (plan, task, "2024-03-12 17:00").due, ==, guatu_test_at ("2024-03-29 17:00"));
}

static void
test_overdue_before_its_start (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 first = guatu_test_add_task (plan, -1, "First", "20d");
  gint32 task = guatu_test_add_task (plan, -1, "Task", "5d");

  /* Scheduled behind its own deadline: not to start yet is no excuse. */
  guatu_test_add_link (plan, first, task, GUATU_LINK_FS, NULL);
  set_task (plan, task, GUATU_TASK_DEADLINE, guatu_test_at ("2024-03-08 17:00"));
  assert_light (light_at (plan, task, "2024-03-08 17:00"), "none", "none", "not-due");
  assert_light (light_at (plan, task, "2024-03-08 17:01"), "red", "red", "overdue");
}

/* What takes no part has no light and weighs nothing, and neither has a summary of nothing else. */
static void
test_inactive (void)
{
  gint32 top, ahead, behind;
  g_autoptr(GuatuPlan) plan = two_leaves (&top, &ahead, &behind);

  set_task (plan, behind, GUATU_TASK_ACTIVE, 0);
  assert_light (light_at (plan, behind, TEN_DAYS), "none", "none", "inactive");
  assert_light (light_at (plan, top, TEN_DAYS), "green", "green", "worst");
  g_assert_cmpint (light_at (plan, top, TEN_DAYS).reported, ==, 5000);

  set_task (plan, ahead, GUATU_TASK_ACTIVE, 0);
  assert_light (light_at (plan, top, TEN_DAYS), "none", "none", "inactive");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/roll-up/a-weighted-summary-is-judged-by-its-mean-share", test_weighted);
  g_test_add_func ("/roll-up/a-mean-has-the-marks-of-a-task", test_weighted_boundary);
  g_test_add_func ("/roll-up/a-mean-weighs-by-weight", test_weighted_by_weight);
  g_test_add_func ("/roll-up/a-mean-may-be-not-due-overdue-or-finished-but-not-silent", test_weighted_edges);
  g_test_add_func ("/roll-up/a-mean-changes-with-the-reports-below-it", test_weighted_since);
  g_test_add_func ("/roll-up/a-mean-changes-with-a-finish-below-it", test_weighted_since_a_finish);
  g_test_add_func ("/roll-up/the-first-period-raises-nothing", test_first_periods);
  g_test_add_func ("/roll-up/as-of-a-date-nothing-later-counts", test_nothing_of_later);
  g_test_add_func ("/roll-up/silence-begins-at-a-start-that-has-come", test_silence_before_the_actual_start);
  g_test_add_func ("/roll-up/without-a-baseline-the-plan-itself-is-the-reference", test_baseline_or_none);
  g_test_add_func ("/roll-up/a-deadline-before-the-start-is-overdue", test_overdue_before_its_start);

  g_test_add_func ("/roll-up/what-takes-no-part-has-no-light-and-weighs-nothing", test_inactive);

  return g_test_run ();
}
