/* test-lights.c — the default light rules, at their edges. */
#include "guatu-lights.h"

#include "guatu-test.h"

/* "At twenty days": the end of the fourth week. The task of a hundred days is then planned at 20 %. */
#define STATUS "2024-03-29 17:00"

static gint64 next_id = 1;

static void
report (GuatuPlan *plan, gint32 task, const char *date, gint64 share)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_REPORT, next_id++);

  guatu_test_set (plan, GUATU_TABLE_REPORT, row, GUATU_REPORT_TASK, guatu_plan_id (plan, GUATU_TABLE_TASK, task));
  guatu_test_set (plan, GUATU_TABLE_REPORT, row, GUATU_REPORT_DATE, guatu_test_at (date));
  guatu_test_set (plan, GUATU_TABLE_REPORT, row, GUATU_REPORT_SHARE, share);
}

static void
set_task (GuatuPlan *plan, gint32 task, guint field, gint64 value)
{
  guatu_test_set (plan, GUATU_TABLE_TASK, task, field, value);
}

static GuatuLights *
lights_at (GuatuPlan *plan, const char *date)
{
  g_autoptr(GError) error = NULL;
  GuatuLights *lights;

  guatu_plan_settle (plan);
  lights = guatu_lights_new (plan, NULL, date != NULL ? guatu_test_at (date) : GUATU_NONE, &error);
  g_assert_no_error (error);
  return lights;
}

static GuatuLight
light_at (GuatuPlan *plan, gint32 task, const char *date)
{
  g_autoptr(GuatuLights) lights = lights_at (plan, date);

  return *guatu_lights_get (lights, task);
}

#define assert_light(light, shown_, raw_, rule_) \
  G_STMT_START { \
    GuatuLight light_ = (light); \
    g_assert_cmpstr (guatu_light_name (light_.shown), ==, shown_); \
    g_assert_cmpstr (guatu_light_name (light_.raw), ==, raw_); \
    g_assert_cmpstr (guatu_light_rule_name (light_.rule), ==, rule_); \
  } G_STMT_END

/* A task of a hundred days, on plan at the end of each of the two weeks before. */
static GuatuPlan *
hundred_days (gint64 share_now)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Hundred days", "100d");

  report (plan, task, "2024-03-15 17:00", 1000);
  report (plan, task, "2024-03-22 17:00", 1500);
  report (plan, task, STATUS, share_now);
  return plan;
}

static void
test_bands (void)
{
  static const struct { gint64 share; gint64 gap; const char *colour; } cases[] = {
    { 2500, -500, "green" }, { 2000, 0, "green" }, { 1501, 499, "green" },
    { 1500, 500, "yellow" }, { 1001, 999, "yellow" },
    { 1000, 1000, "orange" }, { 1, 1999, "orange" },
    { 0, 2000, "red" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GuatuPlan) plan = hundred_days (cases[i].share);
      GuatuLight light = light_at (plan, 0, STATUS);

      assert_light (light, cases[i].colour, cases[i].colour, "gap");
      g_assert_cmpint (light.planned, ==, 2000);
      g_assert_cmpint (light.reported, ==, cases[i].share);
      g_assert_cmpint (light.gap, ==, cases[i].gap);
    }
}

static void
test_gap_of_rounded (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Thirds", "15d");

  /* One day of fifteen is 6.666… %: shown as 6.67, so 1.67 makes the gap 5.00, not 4.99…. */
  report (plan, task, "2024-03-04 17:00", 167);
  assert_light (light_at (plan, task, "2024-03-04 17:00"), "yellow", "yellow", "gap");
}

static void
test_overdue (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Five days", "5d");
  gint32 urgent = guatu_test_add_task (plan, -1, "Urgent", "5d");

  report (plan, task, "2024-03-08 17:00", 9900);
  report (plan, urgent, "2024-03-05 17:00", 4000);
  set_task (plan, urgent, GUATU_TASK_DEADLINE, guatu_test_at ("2024-03-05 17:00"));

  assert_light (light_at (plan, task, "2024-03-08 17:00"), "green", "green", "gap");
  assert_light (light_at (plan, task, "2024-03-08 17:01"), "red", "red", "overdue");
  assert_light (light_at (plan, urgent, "2024-03-05 17:00"), "green", "green", "gap");
  assert_light (light_at (plan, urgent, "2024-03-06 08:00"), "red", "red", "overdue");
  g_assert_cmpint (light_at (plan, urgent, "2024-03-08 17:00").since, ==, guatu_test_at ("2024-03-06 00:00"));
}

static void
test_not_due (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Five days", "5d");
  gint32 early = guatu_test_add_task (plan, -1, "Began early", "5d");
  gint32 begun = guatu_test_add_task (plan, -1, "Has an actual start", "5d");

  report (plan, early, "2024-03-03 17:00", 100);
  set_task (plan, begun, GUATU_TASK_ACTUAL_START, guatu_test_at ("2024-03-02 08:00"));
  assert_light (light_at (plan, task, "2024-03-04 08:00"), "none", "none", "not-due");
  assert_light (light_at (plan, early, "2024-03-04 08:00"), "green", "green", "gap");
  assert_light (light_at (plan, begun, "2024-03-04 08:00"), "green", "green", "gap");
  assert_light (light_at (plan, task, "2024-03-04 08:01"), "green", "green", "gap");
}

static void
test_finished (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 by_share = guatu_test_add_task (plan, -1, "All of it", "5d");
  gint32 by_date = guatu_test_add_task (plan, -1, "Finished", "5d");

  report (plan, by_share, "2024-03-20 17:00", 10000);
  set_task (plan, by_date, GUATU_TASK_ACTUAL_START, guatu_test_at ("2024-03-04 08:00"));
  set_task (plan, by_date, GUATU_TASK_ACTUAL_FINISH, guatu_test_at ("2024-03-20 17:00"));
  assert_light (light_at (plan, by_share, STATUS), "done", "done", "finished");
  assert_light (light_at (plan, by_date, STATUS), "done", "done", "finished");
  assert_light (light_at (plan, by_share, "2024-03-19 17:00"), "red", "red", "overdue");
  assert_light (light_at (plan, by_date, "2024-03-19 17:00"), "red", "red", "overdue");
}

/* Shares at the ends of the last two weeks and now; planned are 10, 15 and 20 %. */
static GuatuLight
three_shares (gint64 first, gint64 second, gint64 now, const char *date)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Hundred days", "100d");

  report (plan, task, "2024-03-15 17:00", first);
  report (plan, task, "2024-03-22 17:00", second);
  report (plan, task, "2024-03-29 17:00", now);
  return light_at (plan, task, date);
}

static void
test_raised (void)
{
  assert_light (three_shares (400, 900, 1400, STATUS), "orange", "yellow", "raised");
  assert_light (three_shares (400, 900, 900, STATUS), "red", "orange", "raised");
  assert_light (three_shares (400, 500, 900, STATUS), "red", "orange", "raised");
  assert_light (three_shares (0, 0, 0, STATUS), "red", "red", "gap");
  /* Green once, better in the second week, better now: no reason to raise. */
  assert_light (three_shares (600, 900, 1400, STATUS), "yellow", "yellow", "gap");
  assert_light (three_shares (400, 1100, 1400, STATUS), "yellow", "yellow", "gap");
  assert_light (three_shares (0, 900, 1400, STATUS), "yellow", "yellow", "gap");
  assert_light (three_shares (400, 400, 1400, STATUS), "yellow", "yellow", "gap");
  assert_light (three_shares (400, 900, 1600, STATUS), "green", "green", "gap");
}

static void
test_raised_on_a_sunday (void)
{
  /* On Sunday this week has ended: the last two periods are the one before and this one. */
  assert_light (three_shares (1000, 900, 1400, "2024-03-31 17:00"), "orange", "yellow", "raised");
  assert_light (three_shares (1000, 900, 1400, "2024-03-30 17:00"), "yellow", "yellow", "gap");
}

static void
test_recovered (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Hundred days", "100d");

  report (plan, task, "2024-03-22 17:00", 400);
  report (plan, task, "2024-04-05 17:00", 500);
  report (plan, task, "2024-04-12 17:00", 3000);
  report (plan, task, "2024-04-19 17:00", 3500);

  assert_light (light_at (plan, task, "2024-04-05 17:00"), "red", "red", "gap");
  assert_light (light_at (plan, task, "2024-04-12 17:00"), "yellow", "green", "recovered");
  assert_light (light_at (plan, task, "2024-04-14 17:00"), "yellow", "green", "recovered");
  assert_light (light_at (plan, task, "2024-04-15 17:00"), "green", "green", "gap");
  assert_light (light_at (plan, task, "2024-04-19 17:00"), "green", "green", "gap");
}

static void
test_silent (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 silent = guatu_test_add_task (plan, -1, "Silent", "1000d");
  gint32 speaking = guatu_test_add_task (plan, -1, "Spoke last week", "1000d");
  gint32 monthly = guatu_test_add_task (plan, -1, "Speaks every month", "1000d");

  report (plan, speaking, "2024-03-06 17:00", 30);
  set_task (plan, monthly, GUATU_TASK_REPORT_CYCLE, GUATU_CYCLE_MONTH);

  assert_light (light_at (plan, silent, "2024-03-09 17:00"), "green", "green", "gap");
  assert_light (light_at (plan, silent, "2024-03-10 17:00"), "yellow", "green", "silent");
  assert_light (light_at (plan, silent, "2024-03-13 17:00"), "yellow", "green", "silent");
  assert_light (light_at (plan, speaking, "2024-03-13 17:00"), "green", "green", "gap");
  assert_light (light_at (plan, speaking, "2024-03-20 17:00"), "yellow", "green", "silent");
  assert_light (light_at (plan, monthly, "2024-03-31 17:00"), "green", "green", "gap");
  assert_light (light_at (plan, monthly, "2024-04-29 17:00"), "green", "green", "gap");
  assert_light (light_at (plan, monthly, "2024-04-30 17:00"), "yellow", "green", "silent");
}

static void
test_silence_is_no_raw_colour (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "A year's work", "200d");

  /* Yellow by silence since the first week, by the gap only now: nothing to raise. */
  assert_light (light_at (plan, task, "2024-03-18 17:00"), "yellow", "yellow", "gap");
}

static void
test_no_status_date (void)
{
  g_autoptr(GuatuPlan) plan = hundred_days (0);
  GuatuLight light = light_at (plan, 0, NULL);

  assert_light (light, "none", "none", "no-status-date");
  g_assert_cmpint (light.planned, ==, GUATU_NONE);
}

static void
test_roll_up (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 top = guatu_test_add_task (plan, -1, "Top", "1d");
  gint32 inner = guatu_test_add_task (plan, top, "Inner", "1d");
  gint32 yellow = guatu_test_add_task (plan, inner, "Yellow", "20d");
  gint32 done = guatu_test_add_task (plan, inner, "Done", "1d");
  gint32 orange = guatu_test_add_task (plan, top, "Orange", "20d");
  GuatuLight light;

  report (plan, yellow, "2024-03-08 17:00", 1900);
  report (plan, orange, "2024-03-08 17:00", 1400);
  report (plan, done, "2024-03-08 17:00", 10000);

  light = light_at (plan, inner, "2024-03-08 17:00");
  assert_light (light, "yellow", "yellow", "worst");
  g_assert_cmpint (light.cause, ==, yellow);

  light = light_at (plan, top, "2024-03-08 17:00");
  assert_light (light, "orange", "orange", "worst");
  g_assert_cmpint (light.cause, ==, orange);

  report (plan, inner, "2024-03-08 17:00", 9000);
  assert_light (light_at (plan, inner, "2024-03-08 17:00"), "green", "green", "gap");
  assert_light (light_at (plan, top, "2024-03-08 17:00"), "orange", "orange", "worst");
}

static void
test_roll_up_of_finished (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 top = guatu_test_add_task (plan, -1, "Top", "1d");
  gint32 a = guatu_test_add_task (plan, top, "A", "1d");
  gint32 b = guatu_test_add_task (plan, top, "B", "20d");

  report (plan, a, "2024-03-04 17:00", 10000);
  report (plan, b, "2024-03-04 17:00", 500);
  assert_light (light_at (plan, top, "2024-03-04 17:00"), "green", "green", "worst");
  report (plan, b, "2024-03-04 17:00", 10000);
  assert_light (light_at (plan, top, "2024-03-04 17:00"), "done", "done", "finished");
}

static void
test_since (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Hundred days", "100d");

  /* Nothing is done: 5 points behind at the end of day five, 8 March. */
  g_assert_cmpint (light_at (plan, task, "2024-03-12 17:00").since, ==, guatu_test_at ("2024-03-08 00:00"));
  /* A report that keeps it yellow changes nothing; one that clears it does. */
  report (plan, task, "2024-03-11 17:00", 50);
  g_assert_cmpint (light_at (plan, task, "2024-03-12 17:00").since, ==, guatu_test_at ("2024-03-08 00:00"));
  report (plan, task, "2024-03-12 17:00", 700);
  g_assert_cmpint (light_at (plan, task, "2024-03-13 17:00").since, ==, guatu_test_at ("2024-03-12 00:00"));
}

static void
test_reason (void)
{
  g_autoptr(GuatuPlan) plan = hundred_days (1400);
  g_autoptr(GuatuLights) lights = lights_at (plan, STATUS);
  g_autofree char *reason = guatu_light_reason (lights, plan, 0);

  g_assert_cmpstr (reason, ==, "6 points behind plan (planned 20%, reported 14%), 5 or more. "
                               "Green again with 15.01% reported.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lights/5-10-and-20-points-behind-are-yellow-orange-red", test_bands);
  g_test_add_func ("/lights/the-gap-is-the-difference-of-rounded-shares", test_gap_of_rounded);
  g_test_add_func ("/lights/unfinished-after-the-due-instant-is-red", test_overdue);
  g_test_add_func ("/lights/a-task-not-due-has-no-light", test_not_due);
  g_test_add_func ("/lights/a-finished-task-has-a-tick", test_finished);
  g_test_add_func ("/lights/behind-for-two-periods-and-no-better-is-one-step-worse", test_raised);
  g_test_add_func ("/lights/a-period-that-ends-on-the-status-day-has-ended", test_raised_on_a_sunday);
  g_test_add_func ("/lights/green-after-a-red-period-is-yellow", test_recovered);
  g_test_add_func ("/lights/no-report-for-a-period-is-at-least-yellow", test_silent);
  g_test_add_func ("/lights/silence-does-not-count-as-behind", test_silence_is_no_raw_colour);
  g_test_add_func ("/lights/without-a-status-date-there-are-no-lights", test_no_status_date);
  g_test_add_func ("/lights/a-summary-shows-the-worst-leaf-or-its-own-report", test_roll_up);
  g_test_add_func ("/lights/a-summary-is-finished-when-all-below-it-is", test_roll_up_of_finished);
  g_test_add_func ("/lights/a-light-says-since-when", test_since);
  g_test_add_func ("/lights/a-light-says-why-and-what-would-turn-it-green", test_reason);

  return g_test_run ();
}
