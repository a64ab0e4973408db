/* test-constraints.c — constraints, manual tasks and progress, on plans of our own with the dates of msproject §7 A. */
#include "plan-maker.h"

static void
test_snet_on_saturday (void)
{
  g_autoptr(Maker) m = maker_new ("2003-01-07");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 8, -1);

  maker_constrain (m, a, GUATU_CONSTRAINT_SNET, "2003-02-01 08:00");
  s = maker_schedule (m);

  assert_at (s->early_start[a], "2003-02-03 08:00");
  g_assert_cmpint (guatu_schedule_driver (s, a).kind, ==, GUATU_DRIVER_CONSTRAINT);
}

static void
test_snet_before_plan (void)
{
  g_autoptr(Maker) m = maker_new ("2003-03-28");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 240, -1);

  maker_constrain (m, a, GUATU_CONSTRAINT_SNET, "2003-01-01 08:00");
  s = maker_schedule (m);

  assert_at (s->early_start[a], "2003-01-01 08:00");
  assert_at (s->plan_finish, "2003-02-11 17:00");
}

static void
test_mfo_against_links (void)
{
  g_autoptr(Maker) m = maker_new ("2006-05-01");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 40, -1);
  gint32 milestone = maker_task (m, "Hand over", 0, -1);

  maker_link (m, a, milestone, GUATU_LINK_FS);
  maker_constrain (m, milestone, GUATU_CONSTRAINT_MFO, "2006-05-04 17:00");
  s = maker_schedule (m);

  assert_at (s->early_finish[a], "2006-05-05 17:00");
  assert_dates (s, milestone, "2006-05-04 17:00", "2006-05-04 17:00");
  assert_late (s, milestone, "2006-05-04 17:00", "2006-05-04 17:00");
  assert_hours (s->total_float[milestone], -8);
  assert_at (s->late_finish[a], "2006-05-04 17:00");
  assert_hours (s->total_float[a], -8);
}

static void
test_mfo_with_room (void)
{
  g_autoptr(Maker) m = maker_new ("2006-05-05");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 8, -1);
  gint32 milestone = maker_task (m, "Hand over", 0, -1);

  maker_link (m, a, milestone, GUATU_LINK_FS);
  maker_constrain (m, milestone, GUATU_CONSTRAINT_MFO, "2006-05-15 17:00");
  s = maker_schedule (m);

  assert_at (s->early_finish[milestone], "2006-05-15 17:00");
  assert_hours (s->total_float[milestone], 0);
  assert_hours (s->total_float[a], 48);
}

/* What each dated constraint does to one day's work after three, and to its float. */
static void
check_constraint (GuatuConstraint constraint, const char *date, gboolean honoured, const char *start, double total)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 24, -1);
  gint32 b = maker_task (m, "B", 8, -1);

  maker_set_plan (m, GUATU_PLAN_HONOUR_CONSTRAINTS, honoured);
  maker_link (m, a, b, GUATU_LINK_FS);
  maker_constrain (m, b, constraint, date);
  s = maker_schedule (m);

  assert_at (s->early_start[b], start);
  assert_hours (s->total_float[b], total);
}

static void
test_each_honoured (void)
{
  check_constraint (GUATU_CONSTRAINT_SNET, "2024-03-05 08:00", TRUE, "2024-03-07 08:00", 0);
  check_constraint (GUATU_CONSTRAINT_SNET, "2024-03-08 08:00", TRUE, "2024-03-08 08:00", 0);
  check_constraint (GUATU_CONSTRAINT_FNET, "2024-03-08 17:00", TRUE, "2024-03-08 08:00", 0);
  check_constraint (GUATU_CONSTRAINT_SNLT, "2024-03-06 08:00", TRUE, "2024-03-06 08:00", -8);
  check_constraint (GUATU_CONSTRAINT_FNLT, "2024-03-06 17:00", TRUE, "2024-03-06 08:00", -8);
  check_constraint (GUATU_CONSTRAINT_MSO, "2024-03-06 08:00", TRUE, "2024-03-06 08:00", -8);
  check_constraint (GUATU_CONSTRAINT_MSO, "2024-03-11 08:00", TRUE, "2024-03-11 08:00", 0);
  check_constraint (GUATU_CONSTRAINT_MFO, "2024-03-06 17:00", TRUE, "2024-03-06 08:00", -8);
}

static void
test_each_not_honoured (void)
{
  check_constraint (GUATU_CONSTRAINT_SNLT, "2024-03-06 08:00", FALSE, "2024-03-07 08:00", -8);
  check_constraint (GUATU_CONSTRAINT_FNLT, "2024-03-06 17:00", FALSE, "2024-03-07 08:00", -8);
  check_constraint (GUATU_CONSTRAINT_MSO, "2024-03-06 08:00", FALSE, "2024-03-07 08:00", -8);
  check_constraint (GUATU_CONSTRAINT_MSO, "2024-03-11 08:00", FALSE, "2024-03-11 08:00", 0);
  check_constraint (GUATU_CONSTRAINT_MFO, "2024-03-11 17:00", FALSE, "2024-03-11 08:00", 0);
}

static void
test_without_date (void)
{
  for (int constraint = GUATU_CONSTRAINT_MSO; constraint <= GUATU_CONSTRAINT_FNLT; constraint++)
    check_constraint (constraint, NULL, TRUE, "2024-03-07 08:00", 0);
}

static void
test_alap_longest (void)
{
  g_autoptr(Maker) m = maker_new ("2005-11-25");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 80, -1);
  gint32 b = maker_task (m, "B", 8, -1);

  maker_constrain (m, a, GUATU_CONSTRAINT_ALAP, NULL);
  s = maker_schedule (m);

  assert_at (s->start[a], "2005-11-25 08:00");
  assert_at (s->finish[a], "2005-12-08 17:00");
  assert_hours (s->total_float[a], 0);
  assert_hours (s->total_float[b], 72);
}

static void
test_half_done (void)
{
  g_autoptr(Maker) m = maker_new ("2006-08-29");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 80, -1);

  maker_set_time (m, a, GUATU_TASK_ACTUAL_START, "2006-08-29 08:00");
  maker_set (m, a, GUATU_TASK_REMAINING, 40 * HOUR);
  maker_set_time (m, a, GUATU_TASK_STOP, "2006-09-04 17:00");
  maker_set_time (m, a, GUATU_TASK_RESUME, "2006-09-05 08:00");
  s = maker_schedule (m);

  assert_dates (s, a, "2006-08-29 08:00", "2006-09-11 17:00");
  assert_late (s, a, "2006-08-29 08:00", "2006-09-11 17:00");
  assert_hours (s->total_float[a], 0);
}

static void
test_complete (void)
{
  g_autoptr(Maker) m = maker_new ("2006-08-29");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 40, -1);
  gint32 b = maker_task (m, "B", 16, -1);

  maker_task (m, "Longest", 80, -1);
  maker_link (m, a, b, GUATU_LINK_FS);
  maker_set_time (m, a, GUATU_TASK_ACTUAL_START, "2006-08-30 08:00");
  maker_set_time (m, a, GUATU_TASK_ACTUAL_FINISH, "2006-09-05 17:00");
  s = maker_schedule (m);

  assert_late (s, a, "2006-08-30 08:00", "2006-09-05 17:00");
  assert_at (s->early_start[b], "2006-09-06 08:00");
  assert_hours (s->total_float[b], 16);
  assert_hours (s->free_float[a], 0);
  g_assert_false (s->flags[a] & GUATU_CRITICAL);
}

static void
test_manual_predecessors (void)
{
  g_autoptr(Maker) m = maker_new ("2018-10-18");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 fs = maker_task (m, "Before FS", 8, -1);
  gint32 sf = maker_task (m, "Before SF", 8, -1);
  gint32 ss = maker_task (m, "Before SS", 8, -1);
  gint32 next = maker_task (m, "After FS", 8, -1);
  gint32 other = maker_task (m, "After SF and SS", 8, -1);

  maker_task (m, "Longest", 12 * 8, -1);
  for (gint32 row = fs; row <= ss; row++)
    maker_manual (m, row, "2018-10-18 08:00", "2018-10-18 17:00");
  maker_link (m, fs, next, GUATU_LINK_FS);
  maker_link (m, sf, other, GUATU_LINK_SF);
  maker_link (m, ss, other, GUATU_LINK_SS);
  s = maker_schedule (m);

  assert_at (s->plan_finish, "2018-11-02 17:00");
  assert_late (s, fs, "2018-11-01 08:00", "2018-11-02 08:00");
  assert_hours (s->total_float[fs], 80);
  assert_at (s->late_finish[sf], "2018-11-02 17:00");
  assert_hours (s->total_float[sf], 88);
  assert_at (s->late_finish[ss], "2018-11-02 17:00");
  assert_hours (s->total_float[ss], 88);
}

static void
test_manual_stays (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 80, -1);
  gint32 manual = maker_task (m, "Typed", 8, -1);
  gint32 b = maker_task (m, "B", 8, -1);

  maker_manual (m, manual, "2024-03-09 10:00", "2024-03-09 15:00");
  maker_constrain (m, manual, GUATU_CONSTRAINT_SNET, "2024-05-01 08:00");
  maker_link (m, a, manual, GUATU_LINK_FS);
  maker_link (m, manual, b, GUATU_LINK_FS);
  s = maker_schedule (m);

  assert_dates (s, manual, "2024-03-09 10:00", "2024-03-09 15:00");
  assert_at (s->early_start[b], "2024-03-11 08:00");
}

static void
test_bounds_of_summaries (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 summary = maker_task (m, "Phase", 8, -1);
  gint32 inner = maker_task (m, "Part", 8, summary);
  gint32 leaf = maker_task (m, "Leaf", 8, inner);

  maker_task (m, "Longest", 160, -1);
  maker_constrain (m, summary, GUATU_CONSTRAINT_SNET, "2024-03-07 08:00");
  maker_set_time (m, inner, GUATU_TASK_DEADLINE, "2024-03-08 17:00");
  s = maker_schedule (m);

  assert_at (s->early_start[leaf], "2024-03-07 08:00");
  assert_at (s->late_finish[leaf], "2024-03-08 17:00");
  assert_hours (s->total_float[leaf], 8);
  g_assert_cmpint (guatu_schedule_driver (s, leaf).kind, ==, GUATU_DRIVER_CONSTRAINT);
  g_assert_cmpint (guatu_schedule_driver (s, leaf).task, ==, summary);
}

static void
test_thresholds (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 longest = maker_task (m, "Longest", 40, -1);
  gint32 close = maker_task (m, "Close", 32, -1);
  gint32 near = maker_task (m, "Near", 24, -1);
  gint32 far = maker_task (m, "Far", 8, -1);

  maker_set_plan (m, GUATU_PLAN_CRITICAL_FLOAT, 8 * HOUR);
  maker_set_plan (m, GUATU_PLAN_NEAR_CRITICAL_FLOAT, 16 * HOUR);
  s = maker_schedule (m);

  g_assert_cmpint (s->flags[longest], ==, GUATU_CRITICAL);
  g_assert_cmpint (s->flags[close], ==, GUATU_CRITICAL);
  g_assert_cmpint (s->flags[near], ==, GUATU_NEAR_CRITICAL);
  g_assert_cmpint (s->flags[far], ==, 0);
}

static void
check_paths (GuatuCriticalPaths paths, double short_float, double other_float)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 road = maker_task (m, "Road", 8, -1);
  gint32 a, b, c;

  a = maker_task (m, "A", 40, road);
  b = maker_task (m, "B", 24, road);
  c = maker_task (m, "C", 16, maker_task (m, "School", 8, -1));
  maker_set (m, road, GUATU_TASK_IS_PROJECT, TRUE);
  maker_set (m, guatu_plan_task (m->plan, c)->parent, GUATU_TASK_IS_PROJECT, TRUE);
  maker_set_plan (m, GUATU_PLAN_CRITICAL_PATHS, paths);
  s = maker_schedule (m);

  assert_hours (s->total_float[a], 0);
  assert_hours (s->total_float[b], short_float);
  assert_hours (s->total_float[c], other_float);
}

static void
test_paths (void)
{
  check_paths (GUATU_PATHS_WHOLE_PLAN, 16, 24);
  check_paths (GUATU_PATHS_EVERY_END, 0, 0);
  check_paths (GUATU_PATHS_PER_PROJECT, 16, 0);
}

/* The status date ------------------------------------------------------------------------------------------ */

static void
test_push (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 waiting = maker_task (m, "Waiting", 8, -1);
  gint32 started = maker_task (m, "Started", 24, -1);
  gint32 manual = maker_task (m, "Typed", 8, -1);
  gint32 finished = maker_task (m, "Finished", 8, -1);
  gint32 later = maker_task (m, "Later", 8, -1);
  gint32 milestone = maker_task (m, "Milestone", 0, -1);

  maker_set_time (m, started, GUATU_TASK_ACTUAL_START, "2024-03-04 08:00");
  maker_set (m, started, GUATU_TASK_REMAINING, 16 * HOUR);
  maker_manual (m, manual, "2024-03-05 08:00", "2024-03-05 17:00");
  maker_set_time (m, finished, GUATU_TASK_ACTUAL_START, "2024-03-04 08:00");
  maker_set_time (m, finished, GUATU_TASK_ACTUAL_FINISH, "2024-03-04 17:00");
  maker_constrain (m, later, GUATU_CONSTRAINT_SNET, "2024-03-20 08:00");
  maker_set_plan (m, GUATU_PLAN_STATUS_DATE, at ("2024-03-08 17:00"));
  maker_set_plan (m, GUATU_PLAN_PUSH_TO_STATUS_DATE, TRUE);
  s = maker_schedule (m);

  assert_dates (s, waiting, "2024-03-11 08:00", "2024-03-11 17:00");
  g_assert_cmpint (guatu_schedule_driver (s, waiting).kind, ==, GUATU_DRIVER_STATUS_DATE);
  g_assert_true (s->flags[waiting] & GUATU_PUSHED);
  assert_dates (s, started, "2024-03-04 08:00", "2024-03-12 17:00");
  g_assert_cmpint (guatu_schedule_driver (s, started).kind, ==, GUATU_DRIVER_ACTUAL);
  g_assert_true (s->flags[started] & GUATU_PUSHED);
  assert_dates (s, manual, "2024-03-05 08:00", "2024-03-05 17:00");
  assert_dates (s, finished, "2024-03-04 08:00", "2024-03-04 17:00");
  assert_at (s->early_start[later], "2024-03-20 08:00");
  g_assert_false (s->flags[later] & GUATU_PUSHED);
  assert_at (s->early_start[milestone], "2024-03-11 08:00");
}

static void
test_no_push (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) off = NULL;
  g_autoptr(GuatuSchedule) empty = NULL;
  gint32 a = maker_task (m, "A", 8, -1);

  maker_set_plan (m, GUATU_PLAN_STATUS_DATE, at ("2024-03-08 17:00"));
  off = maker_schedule (m);
  assert_at (off->early_start[a], "2024-03-04 08:00");

  maker_set_plan (m, GUATU_PLAN_PUSH_TO_STATUS_DATE, TRUE);
  maker_set_plan (m, GUATU_PLAN_STATUS_DATE, GUATU_NONE);
  empty = maker_schedule (m);
  assert_at (empty->early_start[a], "2024-03-04 08:00");
}

/* A predecessor that ends with the status date's day already says when its successor starts. */
static void
test_no_work_between (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 40, -1);
  gint32 b = maker_task (m, "B", 8, -1);

  maker_set_time (m, a, GUATU_TASK_ACTUAL_START, "2024-03-04 08:00");
  maker_set_time (m, a, GUATU_TASK_ACTUAL_FINISH, "2024-03-08 17:00");
  maker_link (m, a, b, GUATU_LINK_FS);
  maker_set_plan (m, GUATU_PLAN_STATUS_DATE, at ("2024-03-08 17:00"));
  maker_set_plan (m, GUATU_PLAN_PUSH_TO_STATUS_DATE, TRUE);
  s = maker_schedule (m);

  assert_at (s->early_start[b], "2024-03-11 08:00");
  g_assert_cmpint (guatu_schedule_driver (s, b).kind, ==, GUATU_DRIVER_LINK);
  g_assert_false (s->flags[b] & GUATU_PUSHED);
}

static void
test_retained_logic (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 40, -1);
  gint32 b = maker_task (m, "B", 40, -1);

  maker_link (m, a, b, GUATU_LINK_FS);
  maker_set_time (m, b, GUATU_TASK_ACTUAL_START, "2024-03-04 08:00");
  maker_set (m, b, GUATU_TASK_REMAINING, 32 * HOUR);
  maker_set_plan (m, GUATU_PLAN_RETAINED_LOGIC, TRUE);
  s = maker_schedule (m);

  assert_dates (s, b, "2024-03-04 08:00", "2024-03-14 17:00");
  assert_at (s->late_finish[a], "2024-03-08 17:00");
  assert_hours (s->total_float[a], 0);
  assert_hours (s->total_float[b], 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/constraints/start-no-earlier-than-saturday-starts-monday", test_snet_on_saturday);
  g_test_add_func ("/constraints/without-predecessors-a-start-may-lie-before-the-plans", test_snet_before_plan);
  g_test_add_func ("/constraints/must-finish-on-beats-links-and-shows-as-negative-float", test_mfo_against_links);
  g_test_add_func ("/constraints/must-finish-on-waits-for-its-date", test_mfo_with_room);
  g_test_add_func ("/constraints/each-kind-honoured", test_each_honoured);
  g_test_add_func ("/constraints/links-beat-those-not-honoured-and-float-shows-it", test_each_not_honoured);
  g_test_add_func ("/constraints/a-dated-kind-without-a-date-says-nothing", test_without_date);
  g_test_add_func ("/constraints/the-longest-task-as-late-as-possible-stays", test_alap_longest);
  g_test_add_func ("/constraints/snet-and-deadlines-of-summaries-bound-their-leaves", test_bounds_of_summaries);
  g_test_add_func ("/progress/a-task-half-done-keeps-its-start-early-and-late", test_half_done);
  g_test_add_func ("/progress/a-finished-task-keeps-its-dates-and-is-never-critical", test_complete);
  g_test_add_func ("/progress/unfinished-work-is-pushed-to-the-status-date", test_push);
  g_test_add_func ("/progress/nothing-is-pushed-without-the-option-or-without-a-date", test_no_push);
  g_test_add_func ("/progress/instants-with-no-work-between-them-push-nothing", test_no_work_between);
  g_test_add_func ("/progress/retained-logic-lets-the-remaining-part-wait-for-its-links", test_retained_logic);
  g_test_add_func ("/manual/start-links-from-manual-tasks-set-no-limit", test_manual_predecessors);
  g_test_add_func ("/manual/typed-dates-stay-whatever-links-and-calendars-say", test_manual_stays);
  g_test_add_func ("/critical/thresholds-are-settings-of-the-plan", test_thresholds);
  g_test_add_func ("/critical/one-path-one-for-every-end-or-one-for-every-project", test_paths);

  return g_test_run ();
}
