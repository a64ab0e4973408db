/* test-resources.c — tasks that take as long as the people assigned to them need (msproject §5). */
#include "plan-maker.h"

static void
assign_set (Maker *m, gint32 assignment, guint field, gint64 value)
{
  g_assert_true (guatu_plan_set (m->plan, GUATU_TABLE_ASSIGNMENT, assignment, field, GUATU_INTEGER (value)));
}

static gint32
six_days (Maker *m)
{
  const char *hours[] = { "8-12,13-17", "8-12,13-17", "8-12,13-17", "8-12,13-17", "8-12,13-17", "8-12,13-17", "" };

  return maker_calendar (m, "Six days", hours);
}

static gint32
standard (Maker *m)
{
  const char *hours[] = { "8-12,13-17", "8-12,13-17", "8-12,13-17", "8-12,13-17", "8-12,13-17", "", "" };

  return maker_calendar (m, "Standard", hours);
}

/* B12. */
static void
test_common_time (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-08");
  g_autoptr(GuatuSchedule) s = NULL;
  g_autoptr(GuatuSchedule) ignoring = NULL;
  gint32 task = maker_task (m, "A", 16, -1);

  maker_set (m, task, GUATU_TASK_CALENDAR, maker_id (m, GUATU_TABLE_CALENDAR, six_days (m)));
  maker_assign (m, task, maker_person (m, "Chen", standard (m)), 16, 100);
  s = maker_schedule (m);
  assert_dates (s, task, "2024-03-08 08:00", "2024-03-11 17:00");

  maker_set (m, task, GUATU_TASK_IGNORE_RESOURCE_CALENDARS, TRUE);
  ignoring = maker_schedule (m);
  assert_dates (ignoring, task, "2024-03-08 08:00", "2024-03-09 17:00");
}

/* B13. */
static void
test_last_one_ends (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-07");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 task = maker_task (m, "A", 24, -1);
  gint32 next = maker_task (m, "B", 8, -1);

  maker_assign (m, task, maker_person (m, "Chen", standard (m)), 8, 50);
  maker_assign (m, task, maker_person (m, "Wang", six_days (m)), 24, 100);
  maker_link (m, task, next, GUATU_LINK_FS);
  s = maker_schedule (m);

  assert_dates (s, task, "2024-03-07 08:00", "2024-03-09 17:00");
  assert_at (s->early_start[next], "2024-03-11 08:00");
  g_assert_true (s->flags[task] & GUATU_CRITICAL);
}

/* B15. */
static void
test_overtime (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 task = maker_task (m, "A", 24, -1);
  gint32 assignment = maker_assign (m, task, maker_person (m, "Chen", -1), 40, 100);

  assign_set (m, assignment, GUATU_ASSIGNMENT_OVERTIME_WORK, 16 * HOUR);
  s = maker_schedule (m);
  assert_at (s->early_finish[task], "2024-03-06 17:00");
}

/* A22, A23: how much of the units a contour leaves. */
static void
test_contours (void)
{
  static const struct { GuatuContour contour; double work; double takes; } cases[] = {
    { GUATU_CONTOUR_FLAT, 80, 80 }, { GUATU_CONTOUR_BACK_LOADED, 60, 100 }, { GUATU_CONTOUR_FRONT_LOADED, 60, 100 },
    { GUATU_CONTOUR_DOUBLE_PEAK, 80, 160 }, { GUATU_CONTOUR_EARLY_PEAK, 80, 160 },
    { GUATU_CONTOUR_LATE_PEAK, 80, 160 }, { GUATU_CONTOUR_BELL, 80, 160 }, { GUATU_CONTOUR_TURTLE, 70, 100 },
    { GUATU_CONTOUR_BY_HAND, 80, 80 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(Maker) m = maker_new ("2024-03-04");
      g_autoptr(GuatuSchedule) s = NULL;
      gint32 task = maker_task (m, "A", 8, -1);
      gint32 assignment = maker_assign (m, task, maker_person (m, "Chen", -1), cases[i].work, 100);

      assign_set (m, assignment, GUATU_ASSIGNMENT_CONTOUR, cases[i].contour);
      s = maker_schedule (m);
      assert_hours (guatu_worktime_work (guatu_plan_worktime (m->plan, -1), s->start[task], s->finish[task]),
                    cases[i].takes);
    }
}

/* Quotients are rounded once, to the second: 1 h at 30 % is 3:20:00, at 70 % 1:25:43. */
static void
test_rounding (void)
{
  static const struct { int percent; const char *finish; } cases[] = {
    { 30, "2024-03-04 11:20" }, { 70, "2024-03-04 09:25:43" }, { 300, "2024-03-04 08:20" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(Maker) m = maker_new ("2024-03-04");
      g_autoptr(GuatuSchedule) s = NULL;
      gint32 task = maker_task (m, "A", 8, -1);

      maker_assign (m, task, maker_person (m, "Chen", -1), 1, cases[i].percent);
      s = maker_schedule (m);
      g_assert_cmpint (s->finish[task], ==, at (cases[i].finish));
    }
}

/* Delays of assignments are working time; the task's own start does not wait for them. */
static void
test_delays (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-08");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 task = maker_task (m, "A", 16, -1);
  gint32 assignment = maker_assign (m, task, maker_person (m, "Chen", -1), 8, 100);

  assign_set (m, assignment, GUATU_ASSIGNMENT_DELAY, 4 * HOUR);
  assign_set (m, assignment, GUATU_ASSIGNMENT_LEVELLING_DELAY, 4 * HOUR);
  s = maker_schedule (m);
  assert_dates (s, task, "2024-03-08 08:00", "2024-03-11 17:00");
}

/* The earliest of several starts the task, and the late start is the earliest as well. */
static void
test_day_and_night (void)
{
  const char *night[] = { "0-3,4-8,23-24", "0-3,4-8,23-24", "0-3,4-8,23-24", "0-3,4-8,23-24", "0-3,4-8,23-24",
                          "0-3,4-8", "" };
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 task = maker_task (m, "A", 32, -1);

  maker_assign (m, task, maker_person (m, "Day", standard (m)), 16, 100);
  maker_assign (m, task, maker_person (m, "Night", maker_calendar (m, "Night", night)), 16, 100);
  s = maker_schedule (m);

  /* Night begins on Monday at 23:00 and has worked 8 h by Tuesday 8:00, 16 h by Wednesday 8:00. */
  assert_dates (s, task, "2024-03-04 08:00", "2024-03-06 08:00");
  assert_late (s, task, "2024-03-04 08:00", "2024-03-06 08:00");
  /* Somebody works on it for 16 h of days and 16 h of nights. */
  assert_hours (guatu_schedule_duration (s, m->plan, task), 32);
}

/* Nobody's work, no work, and what is no work at all leave the duration in charge. */
static void
test_what_does_not_drive (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 leader = maker_task (m, "Led", 8, -1);
  gint32 idle = maker_task (m, "Without work", 8, -1);
  gint32 cement = maker_task (m, "With cement", 8, -1);
  gint32 nothing = maker_task (m, "At 0 %", 8, -1);
  gint32 milestone = maker_task (m, "Milestone", 0, -1);
  gint32 elapsed = maker_task (m, "Elapsed", 8, -1);
  gint32 fixed = maker_task (m, "Fixed duration", 8, -1);
  gint32 material = maker_person (m, "Cement", -1);
  gint32 chen = maker_person (m, "Chen", -1);

  assign_set (m, maker_assign (m, leader, chen, 80, 100), GUATU_ASSIGNMENT_ROLE, GUATU_ROLE_RESPONSIBLE_PERSON);
  maker_assign (m, idle, chen, 0, 100);
  guatu_plan_set (m->plan, GUATU_TABLE_PERSON, material, GUATU_PERSON_KIND, GUATU_INTEGER (GUATU_PERSON_KIND_MATERIAL));
  maker_assign (m, cement, material, 80, 100);
  maker_assign (m, nothing, chen, 80, 0);
  maker_assign (m, milestone, chen, 80, 100);
  maker_set (m, elapsed, GUATU_TASK_DURATION_KIND, GUATU_DURATION_ELAPSED);
  maker_assign (m, elapsed, chen, 80, 100);
  maker_set (m, fixed, GUATU_TASK_TYPE, GUATU_TASK_FIXED_DURATION);
  maker_assign (m, fixed, chen, 80, 100);
  s = maker_schedule (m);

  assert_at (s->finish[leader], "2024-03-04 17:00");
  assert_at (s->finish[idle], "2024-03-04 17:00");
  assert_at (s->finish[cement], "2024-03-04 17:00");
  assert_at (s->finish[nothing], "2024-03-04 17:00");
  assert_at (s->finish[milestone], "2024-03-04 08:00");
  assert_at (s->finish[elapsed], "2024-03-04 16:00");
  assert_at (s->finish[fixed], "2024-03-04 17:00");
}

/* What remains is laid from the resume: remaining work less remaining overtime. */
static void
test_remaining (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 task = maker_task (m, "A", 40, -1);
  gint32 assignment = maker_assign (m, task, maker_person (m, "Chen", -1), 40, 100);

  assign_set (m, assignment, GUATU_ASSIGNMENT_REMAINING_WORK, 24 * HOUR);
  assign_set (m, assignment, GUATU_ASSIGNMENT_REMAINING_OVERTIME_WORK, 8 * HOUR);
  maker_set_time (m, task, GUATU_TASK_ACTUAL_START, "2024-03-04 08:00");
  maker_set (m, task, GUATU_TASK_REMAINING, 24 * HOUR);
  maker_set_time (m, task, GUATU_TASK_STOP, "2024-03-05 17:00");
  maker_set_time (m, task, GUATU_TASK_RESUME, "2024-03-11 08:00");
  s = maker_schedule (m);

  assert_dates (s, task, "2024-03-04 08:00", "2024-03-12 17:00");
}

/* A27, and what moves along: a kept span is the working time from start to finish, wherever the task goes. */
static void
test_span (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 before = maker_task (m, "Before", 8, -1);
  gint32 task = maker_task (m, "Split", 16, -1);
  gint32 beside = maker_task (m, "Beside", 80, -1);

  maker_set (m, task, GUATU_TASK_SPAN, 40 * HOUR);
  maker_link (m, before, task, GUATU_LINK_FS);
  s = maker_schedule (m);

  assert_dates (s, task, "2024-03-05 08:00", "2024-03-11 17:00");
  assert_late (s, task, "2024-03-11 08:00", "2024-03-15 17:00");
  assert_hours (s->total_float[task], 32);
  assert_hours (guatu_schedule_duration (s, m->plan, task), 16);
  assert_at (s->finish[beside], "2024-03-15 17:00");
}

/* Under way, what is left of the span goes on where the work does: work(Resume, Finish). */
static void
test_span_under_way (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 task = maker_task (m, "Split", 16, -1);

  maker_set (m, task, GUATU_TASK_SPAN, 40 * HOUR);
  maker_set_time (m, task, GUATU_TASK_ACTUAL_START, "2024-03-04 08:00");
  maker_set (m, task, GUATU_TASK_REMAINING, 8 * HOUR);
  maker_set_time (m, task, GUATU_TASK_STOP, "2024-03-04 17:00");
  maker_set_time (m, task, GUATU_TASK_RESUME, "2024-03-06 08:00");
  s = maker_schedule (m);

  assert_dates (s, task, "2024-03-04 08:00", "2024-03-08 17:00");
}

/* Total float counts on the project's calendar, free float on that of those who work (msproject §4.3). */
static void
test_float_calendars (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 task = maker_task (m, "A", 8, -1);
  gint32 next = maker_task (m, "B", 8, -1);
  gint32 other = maker_task (m, "C", 56, -1);

  maker_assign (m, task, maker_person (m, "Wang", six_days (m)), 8, 100);
  maker_link (m, task, next, GUATU_LINK_FS);
  maker_constrain (m, next, GUATU_CONSTRAINT_SNET, "2024-03-11 08:00");
  s = maker_schedule (m);

  /* Tuesday to Friday, and with the Saturday for who works then. */
  assert_hours (s->free_float[task], 40);
  assert_at (s->late_finish[task], "2024-03-11 17:00");
  assert_hours (s->total_float[task], 40);
  assert_at (s->finish[other], "2024-03-12 17:00");
}

/* Who has no time in common with the task works when the task does, rather than never. */
static void
test_no_common_time (void)
{
  const char *sundays[] = { "", "", "", "", "", "", "8-12,13-17" };
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 task = maker_task (m, "A", 8, -1);

  maker_set (m, task, GUATU_TASK_CALENDAR, maker_id (m, GUATU_TABLE_CALENDAR, standard (m)));
  maker_assign (m, task, maker_person (m, "Sunday", maker_calendar (m, "Sundays", sundays)), 8, 100);
  s = maker_schedule (m);
  assert_dates (s, task, "2024-03-04 08:00", "2024-03-04 17:00");
}

/* From the finish several people are laid backwards from it: the earliest of them starts the task. */
static void
test_from_finish (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 task = maker_task (m, "A", 24, -1);

  maker_set_plan (m, GUATU_PLAN_SCHEDULE_FROM, GUATU_FROM_FINISH);
  maker_set_plan (m, GUATU_PLAN_FINISH_TARGET, at ("2024-03-15 17:00"));
  maker_assign (m, task, maker_person (m, "Chen", -1), 8, 50);
  maker_assign (m, task, maker_person (m, "Wang", -1), 24, 100);
  s = maker_schedule (m);
  assert_at (s->start[task], "2024-03-13 08:00");
  assert_at (s->finish[task], "2024-03-15 17:00");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/resources/task-and-resource-calendars-have-to-agree", test_common_time);
  g_test_add_func ("/resources/the-last-one-ends-the-task", test_last_one_ends);
  g_test_add_func ("/resources/overtime-takes-no-time", test_overtime);
  g_test_add_func ("/resources/contours-leave-a-part-of-the-units", test_contours);
  g_test_add_func ("/resources/quotients-are-rounded-once-to-the-second", test_rounding);
  g_test_add_func ("/resources/delays-are-working-time-within-the-task", test_delays);
  g_test_add_func ("/resources/one-by-day-and-one-by-night-take-the-time-of-both", test_day_and_night);
  g_test_add_func ("/resources/only-work-of-those-who-do-it-drives-a-task", test_what_does_not_drive);
  g_test_add_func ("/resources/what-remains-goes-on-from-the-resume", test_remaining);
  g_test_add_func ("/resources/a-kept-span-moves-with-the-task", test_span);
  g_test_add_func ("/resources/a-kept-span-goes-on-from-the-resume", test_span_under_way);
  g_test_add_func ("/resources/free-float-counts-on-the-calendar-of-who-works", test_float_calendars);
  g_test_add_func ("/resources/no-common-time-leaves-the-tasks-calendar", test_no_common_time);
  g_test_add_func ("/resources/from-the-finish-the-earliest-starts-the-task", test_from_finish);

  return g_test_run ();
}
