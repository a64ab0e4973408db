/* test-task-words.c — what is said of a task: every kind of driver and constraint, links, pace, fixes. */
#include <locale.h>
#include <string.h>

#include "guatu-field-edit.h"
#include "guatu-task-words.h"
#include "guatu-test.h"

#define assert_takes(text, expected) \
  G_STMT_START { \
    g_autofree char *text_ = (text); \
    g_assert_cmpstr (text_, ==, (expected)); \
  } G_STMT_END

#define assert_why(plan, task, kind_, part) \
  G_STMT_START { \
    g_autoptr(GuatuSchedule) schedule_ = guatu_schedule_new ((plan), NULL, NULL); \
    g_autofree char *why_ = guatu_schedule_why (schedule_, (plan), (task)); \
    g_assert_cmpint (guatu_schedule_driver (schedule_, (task)).kind, ==, (kind_)); \
    if (strstr (why_, (part)) == NULL) \
      g_error ("“%s” is not in “%s”", (part), why_); \
  } G_STMT_END

static void
set_task (GuatuPlan *plan, gint32 task, guint field, gint64 value)
{
  guatu_test_set (plan, GUATU_TABLE_TASK, task, field, value);
  guatu_plan_settle (plan);
}

static void
test_drivers (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 sum = guatu_test_add_task (plan, -1, "Phase", "1d");
  gint32 survey = guatu_test_add_task (plan, sum, "Survey", "5d");
  gint32 build = guatu_test_add_task (plan, sum, "Build", "5d");
  gint32 late = guatu_test_add_task (plan, -1, "Late", "2d");

  guatu_test_add_link (plan, survey, build, GUATU_LINK_FS, NULL);
  guatu_plan_settle (plan);
  assert_why (plan, survey, GUATU_DRIVER_START, "because the plan does");
  assert_why (plan, build, GUATU_DRIVER_LINK, "Survey");
  assert_why (plan, sum, GUATU_DRIVER_CHILDREN, "Survey");
  set_task (plan, late, GUATU_TASK_CONSTRAINT, GUATU_CONSTRAINT_ALAP);
  assert_why (plan, late, GUATU_DRIVER_FINISH, "as late as possible");
  set_task (plan, late, GUATU_TASK_CONSTRAINT, GUATU_CONSTRAINT_SNET);
  set_task (plan, late, GUATU_TASK_CONSTRAINT_DATE, guatu_test_at ("2024-03-12 08:00"));
  assert_why (plan, late, GUATU_DRIVER_CONSTRAINT, "no earlier than");
  set_task (plan, late, GUATU_TASK_ACTUAL_START, guatu_test_at ("2024-03-05 08:00"));
  assert_why (plan, late, GUATU_DRIVER_ACTUAL, "Started");
  set_task (plan, late, GUATU_TASK_ACTIVE, FALSE);
  assert_why (plan, late, GUATU_DRIVER_INACTIVE, "inactive");
  set_task (plan, build, GUATU_TASK_MODE, GUATU_MODE_MANUAL);
  set_task (plan, build, GUATU_TASK_MANUAL_START, guatu_test_at ("2024-03-20 08:00"));
  assert_why (plan, build, GUATU_DRIVER_MANUAL, "entered");
}

static void
test_constraints (void)
{
  static const struct { GuatuConstraint constraint; const char *text; } cases[] = {
    { GUATU_CONSTRAINT_ASAP, "As soon as possible" },
    { GUATU_CONSTRAINT_ALAP, "As late as possible" },
    { GUATU_CONSTRAINT_MSO, "Must start on Tue, Mar 12, 2024, 17:00" },
    { GUATU_CONSTRAINT_MFO, "Must finish on Tue, Mar 12, 2024" },
    { GUATU_CONSTRAINT_SNET, "Start no earlier than Tue, Mar 12, 2024, 17:00" },
    { GUATU_CONSTRAINT_SNLT, "Start no later than Tue, Mar 12, 2024, 17:00" },
    { GUATU_CONSTRAINT_FNET, "Finish no earlier than Tue, Mar 12, 2024" },
    { GUATU_CONSTRAINT_FNLT, "Finish no later than Tue, Mar 12, 2024" },
  };
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Bridge", "5d");

  set_task (plan, task, GUATU_TASK_CONSTRAINT_DATE, guatu_test_at ("2024-03-12 17:00"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_task (plan, task, GUATU_TASK_CONSTRAINT, cases[i].constraint);
      assert_takes (guatu_words_constraint (plan, task), cases[i].text);
      g_assert_cmpint (guatu_constraint_needs_date (cases[i].constraint), ==, i >= 2);
    }
}

static void
test_schedule (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 sum = guatu_test_add_task (plan, -1, "Phase", "1d");
  gint32 survey = guatu_test_add_task (plan, sum, "Survey", "5d");
  gint32 build = guatu_test_add_task (plan, sum, "Build", "10d");
  gint32 paint = guatu_test_add_task (plan, sum, "Paint", "2d");
  gint32 open = guatu_test_add_task (plan, -1, "Opening", "0d");
  gint32 link = guatu_test_add_link (plan, survey, build, GUATU_LINK_FS, "2d");
  gint32 lead = guatu_test_add_link (plan, build, open, GUATU_LINK_SS, "-1d");
  g_autoptr(GuatuSchedule) schedule = NULL;

  guatu_plan_settle (plan);
  set_task (plan, survey, GUATU_TASK_DEADLINE, guatu_test_at ("2024-03-06 17:00"));
  schedule = guatu_schedule_new (plan, NULL, NULL);
  assert_takes (guatu_words_task_start (plan, schedule, survey), "Mon, Mar 4, 2024");
  assert_takes (guatu_words_finish (plan, schedule->finish[survey]), "Fri, Mar 8, 2024");
  assert_takes (guatu_words_duration (plan, schedule, build), "10 d");
  assert_takes (guatu_words_duration (plan, schedule, sum), "17 d");
  assert_takes (guatu_words_duration (plan, schedule, open), "milestone");
  assert_takes (guatu_words_link (plan, link), "FS + 2 d");
  assert_takes (guatu_words_link (plan, lead), "SS \u2212 1 d");
  assert_takes (guatu_words_float (plan, schedule, paint), "15 d");
  assert_takes (guatu_words_float (plan, schedule, survey), "\u22122 d · critical");
  assert_takes (guatu_words_deadline (plan, schedule, survey), "Wed, Mar 6, 2024 (late by 2 d)");
  assert_takes (guatu_words_deadline (plan, schedule, paint), "");
  assert_takes (guatu_words_path (plan, build), "Phase");
  g_assert_cmpint (guatu_critical_days (plan, schedule), ==, 17);
}

static void
test_figures (void)
{
  GuatuPace pace = { .left = 6600, .due = guatu_test_at ("2022-11-11 17:00"), .required = 312, .recent = 118,
                     .forecast = guatu_test_at ("2022-12-28 12:00"), .days_late = 3350 };

  assert_takes (guatu_words_pace (&pace), "Needs 3.1% per working day to finish by Nov 11, 2022. Recent pace: 1.2% "
                                          "per working day. At that pace it will be finished on Dec 28, 2022, "
                                          "33.5 working days late.");
  pace.recent = 0;
  assert_takes (guatu_words_pace (&pace), "Needs 3.1% per working day to finish by Nov 11, 2022. "
                                          "No recent progress.");
  pace.left = 0;
  assert_takes (guatu_words_pace (&pace), "");
  assert_takes (guatu_words_share (3450), "34.5%");
  assert_takes (guatu_words_share (GUATU_NONE), "");
  assert_takes (guatu_words_gap (1800), "18 points behind");
  assert_takes (guatu_words_gap (-50), "0.5 points ahead");
  assert_takes (guatu_words_gap (100), "1 point behind");
  assert_takes (guatu_words_gap (-100), "1 point ahead");
  assert_takes (guatu_words_gap (0), "as planned");
  assert_takes (guatu_words_slip (350), "3.5 d later");
  assert_takes (guatu_words_slip (-100), "1 d earlier");
  assert_takes (guatu_words_slip (4), "on time");
}

static void
test_fixes (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Bridge", "5d");

  guatu_plan_settle (plan);
  g_assert_cmpuint (guatu_task_fixes (plan, task), ==, GUATU_FIX_MATTER);
  assert_takes (guatu_words_fixes (GUATU_FIX_MATTER), "missing: person, goal, responsibility, deadline");
  assert_takes (guatu_words_fixes (GUATU_ALL_FIXES), "complete");
  guatu_plan_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_OBJECTIVE, GUATU_TEXT ("Open to traffic"));
  set_task (plan, task, GUATU_TASK_DEADLINE, guatu_test_at ("2024-03-12 17:00"));
  assert_takes (guatu_words_fixes (guatu_task_fixes (plan, task)), "missing: person, responsibility");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  guatu_test_fix_ids ();
  g_test_add_func ("/ui/task-words/every-driver-is-named", test_drivers);
  g_test_add_func ("/ui/task-words/every-constraint-is-named-with-its-date", test_constraints);
  g_test_add_func ("/ui/task-words/dates-floats-and-links-read-as-people-write-them", test_schedule);
  g_test_add_func ("/ui/task-words/pace-gap-and-slip-have-a-direction", test_figures);
  g_test_add_func ("/ui/task-words/the-five-fixes-say-what-is-missing", test_fixes);
  return g_test_run ();
}
