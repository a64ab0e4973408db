/* test-light-rules.c — every preset at every one of its marks: just below, at, and just above. */
#include "supervision-fixture.h"

typedef struct
{
  const char *date;
  gint64      share;          /* reported that day; -1: nothing */
  const char *colour;
  gint64      figure;
  gint64      threshold;      /* GUATU_NONE */
  gint64      green_from;
} Case;

/* One task under a preset; a fresh plan for each line of the table. */
static void
check (const char *preset, const char *start, const char *duration, const char *rule, const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
      gint32 task = guatu_test_add_task (plan, -1, "Task", duration);
      GuatuLight light;

      set_plan (plan, GUATU_PLAN_START, guatu_test_at (start));
      use_preset (plan, preset);
      if (cases[i].share >= 0)
        add_report (plan, task, cases[i].date, cases[i].share);

      light = light_at (plan, task, cases[i].date);
      g_test_message ("%s %s %" G_GINT64_FORMAT, preset, cases[i].date, cases[i].share);
      assert_light (light, cases[i].colour, cases[i].colour, rule);
      g_assert_cmpint (light.figure, ==, cases[i].figure);
      g_assert_cmpint (light.threshold, ==, cases[i].threshold);
      g_assert_cmpint (light.green_from, ==, cases[i].green_from);
    }
}

#define CHECK(preset, start, duration, rule, cases) check (preset, start, duration, rule, cases, G_N_ELEMENTS (cases))

static void
test_points (void)
{
  /* Ten weeks into a hundred days 50 % is planned. */
  static const Case cases[] = {
    { "2024-05-10 17:00", 6000, "green", -1000, GUATU_NONE, 4001 },
    { "2024-05-10 17:00", 5000, "green", 0, GUATU_NONE, 4001 },
    { "2024-05-10 17:00", 4001, "green", 999, GUATU_NONE, 4001 },
    { "2024-05-10 17:00", 4000, "yellow", 1000, 1000, 4001 },
    { "2024-05-10 17:00", 2001, "yellow", 2999, 1000, 4001 },
    { "2024-05-10 17:00", 2000, "yellow", 3000, 1000, 4001 },
    { "2024-05-10 17:00", 1999, "red", 3001, 3001, 4001 },
    /* It has no word for what is overdue but the gap. */
    { "2024-09-10 17:00", 9500, "green", 500, GUATU_NONE, 9001 },
  };

  CHECK ("points", "2024-03-04 08:00", "100d", "gap", cases);
}

static void
test_ratio (void)
{
  static const Case cases[] = {
    { "2024-05-10 17:00", 5001, "green", 0, GUATU_NONE, 5000 },
    { "2024-05-10 17:00", 5000, "green", 0, GUATU_NONE, 5000 },
    { "2024-05-10 17:00", 4999, "yellow", 2, 0, 5000 },
    { "2024-05-10 17:00", 2501, "yellow", 4998, 0, 5000 },
    { "2024-05-10 17:00", 2500, "yellow", 5000, 0, 5000 },
    { "2024-05-10 17:00", 2499, "red", 5002, 5000, 5000 },
    { "2024-05-10 17:00", 0, "red", 10000, 5000, 5000 },
    /* Nothing is planned: nothing is missing. */
    { "2024-03-04 08:00", 1, "green", 0, GUATU_NONE, 0 },
  };

  /* One day of fifteen: 6.67 % is planned. The figure is rounded half up: 49.925 %. */
  static const Case rounded[] = {
    { "2024-03-04 17:00", 334, "yellow", 4993, 0, 667 },
    { "2024-03-04 17:00", 333, "red", 5007, 5000, 667 },
  };

  CHECK ("ratio", "2024-03-04 08:00", "100d", "ratio", cases);
  CHECK ("ratio", "2024-03-04 08:00", "15d", "ratio", rounded);
}

static void
test_days_late (void)
{
  /* Due on Friday 03-08 at 17:00. */
  static const Case cases[] = {
    { "2024-03-08 17:00", 5000, "green", 0, GUATU_NONE, GUATU_NONE },
    { "2024-03-08 18:00", 5000, "green", 0, GUATU_NONE, GUATU_NONE },
    { "2024-03-09 08:00", 5000, "yellow", 1, 1, GUATU_NONE },
    { "2024-03-15 17:00", 5000, "yellow", 7, 1, GUATU_NONE },
    { "2024-03-16 17:00", 5000, "orange", 8, 8, GUATU_NONE },
    { "2024-03-22 17:00", 5000, "orange", 14, 8, GUATU_NONE },
    { "2024-03-23 17:00", 5000, "red", 15, 15, GUATU_NONE },
  };
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Task", "5d");

  CHECK ("days-late", "2024-03-04 08:00", "5d", "days-late", cases);

  /* Days late say themselves what is overdue, whatever the switch says. */
  guatu_test_set (plan, GUATU_TABLE_LIGHT_RULE_SET, use_preset (plan, "days-late"),
                  GUATU_LIGHT_RULE_SET_OVERDUE_IS_RED, 1);
  assert_light (light_at (plan, task, "2024-03-11 17:00"), "yellow", "yellow", "days-late");
  set_task (plan, task, GUATU_TASK_DEADLINE, guatu_test_at ("2024-03-11 12:00"));
  assert_light (light_at (plan, task, "2024-03-11 17:00"), "green", "green", "days-late");
  add_report (plan, task, "2024-03-30 17:00", 10000);
  assert_light (light_at (plan, task, "2024-03-30 17:00"), "done", "done", "finished");
}

/* Scheduled behind its own deadline: not to start yet is no excuse where lateness is what counts. */
static void
test_late_before_the_start (void)
{
  static const struct { const char *preset; const char *colour; const char *rule; } cases[] = {
    { "days-late", "yellow", "days-late" }, { "thirds", "red", "thirds" }, { "time-left", "red", "overdue" },
    { "points", "none", "not-due" }, { "ratio", "none", "not-due" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
      gint32 first = guatu_test_add_task (plan, -1, "First", "20d");
      gint32 task = guatu_test_add_task (plan, -1, "Task", "5d");

      use_preset (plan, cases[i].preset);
      guatu_test_add_link (plan, first, task, GUATU_LINK_FS, NULL);
      set_task (plan, task, GUATU_TASK_DEADLINE, guatu_test_at ("2024-03-08 17:00"));
      assert_light (light_at (plan, task, "2024-03-08 17:00"), "none", "none", "not-due");
      assert_light (light_at (plan, task, "2024-03-11 17:00"), cases[i].colour, cases[i].colour, cases[i].rule);
    }
}

static void
test_time_left (void)
{
  /* Ten days, due on Friday 03-15 at 17:00; a minute of them is 0.02 %. */
  static const Case cases[] = {
    { "2024-03-13 16:59", 0, "green", 2002, GUATU_NONE, GUATU_NONE },
    { "2024-03-13 17:00", 0, "green", 2000, GUATU_NONE, GUATU_NONE },
    { "2024-03-14 08:01", 0, "yellow", 1998, 2000, GUATU_NONE },
    { "2024-03-15 17:00", 9900, "yellow", 0, 2000, GUATU_NONE },
  };
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Task", "10d");

  CHECK ("time-left", "2024-03-04 08:00", "10d", "time-left", cases);
  use_preset (plan, "time-left");
  assert_light (light_at (plan, task, "2024-03-15 17:01"), "red", "red", "overdue");
  assert_light (light_at (plan, task, "2024-03-04 08:00"), "none", "none", "not-due");
}

static void
test_gates (void)
{
  /* All of 2024: 262 days. */
  static const Case cases[] = {
    { "2024-02-29 17:00", 0, "green", 0, GUATU_NONE, GUATU_NONE },
    { "2024-03-01 08:00", 1999, "yellow", 1999, 2000, 2000 },
    { "2024-03-01 08:00", 2000, "green", 2000, 2000, 2000 },
    { "2024-03-31 17:00", 1999, "yellow", 1999, 2000, 2000 },
    { "2024-04-01 08:00", 1999, "red", 1999, 2000, 2000 },
    { "2024-04-01 08:00", 2000, "green", 2000, 2000, 2000 },
    { "2024-05-31 17:00", 2000, "green", 2000, 2000, 2000 },
    { "2024-06-01 08:00", 1999, "red", 1999, 2000, 5000 },
    { "2024-06-01 08:00", 4999, "yellow", 4999, 5000, 5000 },
    { "2024-06-01 08:00", 5000, "green", 5000, 5000, 5000 },
    { "2024-07-01 08:00", 4999, "red", 4999, 5000, 5000 },
    { "2024-07-01 08:00", 5000, "green", 5000, 5000, 5000 },
    { "2024-09-30 17:00", 7499, "yellow", 7499, 7500, 7500 },
    { "2024-09-30 17:00", 7500, "green", 7500, 7500, 7500 },
    { "2024-10-01 08:00", 7499, "red", 7499, 7500, 7500 },
    { "2024-11-30 17:00", 7500, "green", 7500, 7500, 7500 },
    { "2024-12-01 17:00", 9999, "yellow", 9999, 10000, 10000 },
    { "2025-01-01 08:00", 9999, "red", 9999, 10000, 10000 },
  };

  CHECK ("quarter-gates", "2024-01-01 08:00", "262d", "gate", cases);
}

static void
test_gates_of_part_of_a_year (void)
{
  /* The gates of the first half lie before it begins. */
  static const Case cases[] = {
    { "2024-08-31 17:00", 0, "green", 0, GUATU_NONE, GUATU_NONE },
    { "2024-09-01 17:00", 7499, "yellow", 7499, 7500, 7500 },
    { "2024-10-01 08:00", 7499, "red", 7499, 7500, 7500 },
    { "2024-10-01 08:00", 7500, "green", 7500, 7500, 7500 },
  };

  CHECK ("quarter-gates", "2024-07-01 08:00", "132d", "gate", cases);
}

static void
test_gates_of_two_years (void)
{
  /* 262 of its 523 days are planned for 2024: 50.0956 %. */
  static const Case cases[] = {
    { "2024-04-01 08:00", 1001, "red", 1001, 1002, 1002 },
    { "2024-04-01 08:00", 1002, "green", 1002, 1002, 1002 },
    { "2025-01-01 08:00", 5009, "red", 5009, 5010, 5010 },
    { "2025-01-01 08:00", 5010, "green", 5010, 5010, 5010 },
    { "2025-04-01 08:00", 6007, "red", 6007, 6008, 6008 },
    { "2025-04-01 08:00", 6008, "green", 6008, 6008, 6008 },
  };

  CHECK ("quarter-gates", "2024-01-01 08:00", "523d", "gate", cases);
}

static void
test_own_gates (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Task", "262d");
  gint32 rules = use_preset (plan, "quarter-gates");

  set_plan (plan, GUATU_PLAN_START, guatu_test_at ("2024-01-01 08:00"));
  add_report (plan, task, "2024-03-29 17:00", 1700);
  assert_light (light_at (plan, task, "2024-04-01 17:00"), "red", "red", "gate");
  guatu_test_set (plan, GUATU_TABLE_LIGHT_RULE_SET, rules, GUATU_LIGHT_RULE_SET_YELLOW_FROM, 1500);
  assert_light (light_at (plan, task, "2024-04-01 17:00"), "green", "green", "gate");
  guatu_test_set (plan, GUATU_TABLE_LIGHT_RULE_SET, rules, GUATU_LIGHT_RULE_SET_YELLOW_FROM, GUATU_NONE);
  assert_light (light_at (plan, task, "2024-04-01 17:00"), "red", "red", "gate");
}

static void
test_thirds (void)
{
  /* Fifteen days, due on Friday 03-22 at 17:00. */
  static const Case cases[] = {
    { "2024-03-08 16:59", 0, "green", 3332, GUATU_NONE, GUATU_NONE },
    { "2024-03-08 17:00", 0, "green", 3333, 3333, GUATU_NONE },
    { "2024-03-15 16:59", 0, "green", 6665, 3333, GUATU_NONE },
    { "2024-03-15 17:00", 0, "green", 6667, 6667, GUATU_NONE },
    { "2024-03-22 17:00", 9900, "green", 10000, 6667, GUATU_NONE },
    { "2024-03-22 17:01", 9900, "red", 10000, 10000, GUATU_NONE },
  };
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Task", "15d");

  CHECK ("thirds", "2024-03-04 08:00", "15d", "thirds", cases);

  use_preset (plan, "thirds");
  set_task (plan, task, GUATU_TASK_AGREED_FINISH, guatu_test_at ("2024-04-05 17:00"));
  assert_light (light_at (plan, task, "2024-03-22 17:00"), "green", "green", "thirds");
  assert_light (light_at (plan, task, "2024-03-22 17:01"), "yellow", "yellow", "thirds");
  assert_light (light_at (plan, task, "2024-04-05 17:00"), "yellow", "yellow", "thirds");
  assert_light (light_at (plan, task, "2024-04-05 17:01"), "red", "red", "thirds");
}

static void
test_default (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Task", "100d");
  GuatuLightRules built_in = guatu_light_rules_in_force (plan);

  /* The preset and what holds without any are the same. */
  g_assert_cmpint (built_in.rule, ==, GUATU_RULE_POINTS);
  g_assert_cmpint (built_in.yellow_from, ==, 500);
  g_assert_cmpint (built_in.orange_from, ==, 1000);
  g_assert_cmpint (built_in.red_from, ==, 2000);
  g_assert_true (built_in.inclusive && built_in.overdue_is_red && built_in.raises && built_in.recovers &&
                 built_in.silence);
  g_assert_null (guatu_light_preset_find ("nosuch"));
  use_preset (plan, "default");
  add_report (plan, task, "2024-03-29 17:00", 1501);
  assert_light (light_at (plan, task, "2024-03-29 17:00"), "green", "green", "gap");
  add_report (plan, task, "2024-03-29 17:00", 1500);
  assert_light (light_at (plan, task, "2024-03-29 17:00"), "yellow", "yellow", "gap");
}

static void
test_exceeded (void)
{
  static const struct { gint64 share; const char *colour; } cases[] = {
    { 1500, "green" }, { 1499, "yellow" }, { 1000, "yellow" }, { 999, "orange" }, { 1, "orange" }, { 0, "orange" },
  };

  /* Twenty points are planned; with marks that must be exceeded, twenty points behind is not yet red. */
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
      gint32 task = guatu_test_add_task (plan, -1, "Task", "100d");

      guatu_test_set (plan, GUATU_TABLE_LIGHT_RULE_SET, use_preset (plan, "default"), GUATU_LIGHT_RULE_SET_INCLUSIVE,
                      0);
      add_report (plan, task, "2024-03-15 17:00", 1000);
      add_report (plan, task, "2024-03-22 17:00", 1500);
      add_report (plan, task, "2024-03-29 17:00", cases[i].share);
      assert_light (light_at (plan, task, "2024-03-29 17:00"), cases[i].colour, cases[i].colour, "gap");
      g_assert_cmpint (light_at (plan, task, "2024-03-29 17:00").green_from, ==, 1500);
    }
}

/* The default rules with one switch turned off. */
static GuatuLight
without (guint field, gint64 first, gint64 second, gint64 now, const char *date)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Task", "100d");

  guatu_test_set (plan, GUATU_TABLE_LIGHT_RULE_SET, use_preset (plan, "default"), field, 0);
  if (first >= 0)
    add_report (plan, task, "2024-03-15 17:00", first);
  if (second >= 0)
    add_report (plan, task, "2024-03-22 17:00", second);
  if (now >= 0)
    add_report (plan, task, "2024-03-29 17:00", now);
  return light_at (plan, task, date);
}

static void
test_switches (void)
{
  assert_light (without (GUATU_LIGHT_RULE_SET_RAISES, 400, 900, 1400, "2024-03-29 17:00"), "yellow", "yellow", "gap");
  assert_light (without (GUATU_LIGHT_RULE_SET_SILENCE, 400, 900, 1400, "2024-03-29 17:00"), "orange", "yellow",
                "raised");
  assert_light (without (GUATU_LIGHT_RULE_SET_SILENCE, 5000, -1, -1, "2024-03-29 17:00"), "green", "green", "gap");
  assert_light (without (GUATU_LIGHT_RULE_SET_RAISES, 5000, -1, -1, "2024-03-29 17:00"), "yellow", "green", "silent");
  assert_light (without (GUATU_LIGHT_RULE_SET_OVERDUE_IS_RED, -1, -1, 9900, "2024-07-22 17:00"), "yellow", "green",
                "silent");
  assert_light (without (GUATU_LIGHT_RULE_SET_RAISES, -1, -1, 0, "2024-03-29 17:00"), "red", "red", "gap");
}

static void
test_recovers_off (void)
{
  for (int on = 0; on < 2; on++)
    {
      g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
      gint32 task = guatu_test_add_task (plan, -1, "Task", "100d");

      guatu_test_set (plan, GUATU_TABLE_LIGHT_RULE_SET, use_preset (plan, "default"), GUATU_LIGHT_RULE_SET_RECOVERS,
                      on);
      add_report (plan, task, "2024-04-05 17:00", 500);
      add_report (plan, task, "2024-04-12 17:00", 3000);
      assert_light (light_at (plan, task, "2024-04-12 17:00"), on ? "yellow" : "green", "green",
                    on ? "recovered" : "gap");
    }
}

static void
test_raised_past_a_missing_colour (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Task", "100d");
  gint32 rules = use_preset (plan, "default");

  guatu_test_set (plan, GUATU_TABLE_LIGHT_RULE_SET, rules, GUATU_LIGHT_RULE_SET_ORANGE_FROM, GUATU_NONE);
  add_report (plan, task, "2024-03-15 17:00", 400);
  add_report (plan, task, "2024-03-22 17:00", 900);
  add_report (plan, task, "2024-03-29 17:00", 1400);
  assert_light (light_at (plan, task, "2024-03-29 17:00"), "red", "yellow", "raised");
}

static void
test_finished_and_not_due (void)
{
  guint n;
  const GuatuLightPreset *presets = guatu_light_presets (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
      gint32 done = guatu_test_add_task (plan, -1, "Done", "5d");
      gint32 later = guatu_test_add_task (plan, -1, "Later", "5d");

      use_preset (plan, presets[i].name);
      guatu_test_add_link (plan, done, later, GUATU_LINK_FS, "20d");
      add_report (plan, done, "2024-03-20 17:00", 10000);
      assert_light (light_at (plan, done, "2024-03-20 17:00"), "done", "done", "finished");
      assert_light (light_at (plan, later, "2024-03-20 17:00"), "none", "none", "not-due");
      assert_light (light_at (plan, later, NULL), "none", "none", "no-status-date");
    }
}

static void
check_reason (const char *preset, gint64 share, const char *date, const char *expected)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Task", "10d");
  g_autofree char *reason = NULL;

  use_preset (plan, preset);
  add_report (plan, task, date, share);
  reason = reason_at (plan, task, date);
  g_assert_cmpstr (reason, ==, expected);
}

static void
test_reasons (void)
{
  check_reason ("points", 5000, "2024-03-08 17:00",
                "0 points behind plan (planned 50%, reported 50%), less than 10.");
  check_reason ("points", 5500, "2024-03-08 17:00", "5 points ahead of plan (planned 50%, reported 55%).");
  check_reason ("points", 1000, "2024-03-08 17:00",
                "40 points behind plan (planned 50%, reported 10%), 30.01 or more. Green again with 40.01% "
                "reported.");
  check_reason ("ratio", 2000, "2024-03-08 17:00",
                "60% of the plan is missing (planned 50%, reported 20%), more than 50. Green again with 50% "
                "reported.");
  check_reason ("days-late", 2000, "2024-03-16 17:00",
                "Days late: 1 (due on Mar 15, 2024), 1 or more. Only finishing it clears the light.");
  check_reason ("days-late", 2000, "2024-03-15 17:00", "Not late: it is due on Mar 15, 2024.");
  check_reason ("time-left", 2000, "2024-03-14 17:00",
                "10% of the time is left (due on Mar 15, 2024), less than 20. Only finishing it clears the light.");
  check_reason ("time-left", 2000, "2024-03-13 17:00", "20% of the time is left (due on Mar 15, 2024), 20 or more.");
  check_reason ("quarter-gates", 1000, "2024-04-01 17:00",
                "10% reported, below the 20% of the last gate. Green again with 20% reported.");
  check_reason ("quarter-gates", 1000, "2024-03-14 17:00",
                "10% reported, below the 20% that this quarter’s end asks for. Green again with 20% reported.");
  check_reason ("thirds", 1000, "2024-03-08 17:00",
                "50% of the time is over (due on Mar 15, 2024): past the first third, to be reminded.");
  check_reason ("thirds", 1000, "2024-03-18 17:00",
                "Due on Mar 15, 2024 and not finished; no new date has been agreed. Only finishing it clears the light.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/light-rules/points-are-yellow-from-10-and-red-beyond-30", test_points);
  g_test_add_func ("/light-rules/ratio-is-yellow-beyond-0-and-red-beyond-50-percent-of-the-plan", test_ratio);
  g_test_add_func ("/light-rules/days-late-are-yellow-from-1-orange-from-8-red-from-15", test_days_late);
  g_test_add_func ("/light-rules/what-is-late-before-its-start-is-late", test_late_before_the_start);
  g_test_add_func ("/light-rules/time-left-is-yellow-below-20-percent-and-red-overdue", test_time_left);
  g_test_add_func ("/light-rules/quarter-gates-are-yellow-in-the-last-month-and-red-when-missed", test_gates);
  g_test_add_func ("/light-rules/gates-before-the-start-ask-nothing", test_gates_of_part_of_a_year);
  g_test_add_func ("/light-rules/gates-measure-what-is-planned-for-their-year", test_gates_of_two_years);
  g_test_add_func ("/light-rules/gates-may-be-edited-and-empty-ones-are-the-usual", test_own_gates);
  g_test_add_func ("/light-rules/thirds-are-green-until-due-then-yellow-until-a-date-agreed", test_thirds);
  g_test_add_func ("/light-rules/the-default-preset-is-what-holds-without-rules", test_default);
  g_test_add_func ("/light-rules/marks-that-are-not-inclusive-must-be-exceeded", test_exceeded);
  g_test_add_func ("/light-rules/each-addition-can-be-switched-off", test_switches);
  g_test_add_func ("/light-rules/recovery-can-be-switched-off", test_recovers_off);
  g_test_add_func ("/light-rules/one-step-worse-skips-a-colour-that-is-not-there", test_raised_past_a_missing_colour);
  g_test_add_func ("/light-rules/every-preset-ticks-the-finished-and-leaves-the-not-due", test_finished_and_not_due);
  g_test_add_func ("/light-rules/every-preset-gives-its-reason", test_reasons);

  return g_test_run ();
}
