/* test-variants.c — rules that files do not prove, each with its switch; inactive tasks, and dates kept on record. */
#include "plan-maker.h"

static GuatuSchedule *
schedule_with (Maker *m, gint64 variants)
{
  maker_set_plan (m, GUATU_PLAN_SCHEDULING_VARIANTS, variants);

  return maker_schedule (m);
}

/* Lags -------------------------------------------------------------------------------------------------------- */

static void
test_lag_calendar (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) usual = NULL;
  g_autoptr(GuatuSchedule) varied = NULL;
  gint32 a = maker_task (m, "A", 8, -1);
  gint32 b = maker_task (m, "B", 8, -1);

  maker_set (m, b, GUATU_TASK_CALENDAR, maker_id (m, GUATU_TABLE_CALENDAR, maker_24_hours (m)));
  maker_link_lag (m, a, b, GUATU_LINK_FS, GUATU_LAG_WORKING, 8 * HOUR);
  usual = schedule_with (m, 0);
  varied = schedule_with (m, GUATU_VARIANT_LAG_ON_PLAN_CALENDAR);

  assert_at (usual->start[b], "2024-03-05 01:00");
  assert_at (varied->start[b], "2024-03-05 17:00");
}

static void
test_before_the_start (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) usual = NULL;
  g_autoptr(GuatuSchedule) varied = NULL;
  gint32 a = maker_task (m, "A", 8, -1);
  gint32 longer = maker_task (m, "Finishes with A", 40, -1);
  gint32 lead = maker_task (m, "Ahead of A", 8, -1);

  maker_link (m, a, longer, GUATU_LINK_FF);
  maker_link_lag (m, a, lead, GUATU_LINK_FS, GUATU_LAG_WORKING, -DAYS (3));
  usual = schedule_with (m, 0);
  varied = schedule_with (m, GUATU_VARIANT_FF_BEFORE_START | GUATU_VARIANT_LEAD_STOPS_AT_START);

  assert_at (usual->start[longer], "2024-03-04 08:00");
  assert_at (varied->start[longer], "2024-03-04 08:00");   /* a lead stops there, and so does this one */
  assert_at (usual->start[lead], "2024-02-29 08:00");
  assert_at (varied->start[lead], "2024-03-04 08:00");

  g_clear_pointer (&varied, guatu_schedule_free);
  varied = schedule_with (m, GUATU_VARIANT_FF_BEFORE_START);
  assert_at (varied->start[longer], "2024-02-27 08:00");
}

/* Progress ---------------------------------------------------------------------------------------------------- */

static void
test_fnet_under_way (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) usual = NULL;
  g_autoptr(GuatuSchedule) varied = NULL;
  gint32 a = maker_task (m, "A", 16, -1);

  maker_set_time (m, a, GUATU_TASK_ACTUAL_START, "2024-03-04 08:00");
  maker_constrain (m, a, GUATU_CONSTRAINT_FNET, "2024-03-08 17:00");
  usual = schedule_with (m, 0);
  varied = schedule_with (m, GUATU_VARIANT_NO_FNET_UNDER_WAY);

  assert_at (usual->finish[a], "2024-03-08 17:00");
  assert_at (varied->finish[a], "2024-03-05 17:00");
}

/* B11 presumes that a task under way does not wait; with the option its rest does, but only if some of it is done. */
static void
test_split_under_way (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) usual = NULL;
  g_autoptr(GuatuSchedule) varied = NULL;
  gint32 a = maker_task (m, "A", 40, -1);
  gint32 begun = maker_task (m, "Begun", 40, -1);
  gint32 nothing_done = maker_task (m, "Nothing done", 40, -1);

  maker_set_plan (m, GUATU_PLAN_RETAINED_LOGIC, FALSE);
  maker_link (m, a, begun, GUATU_LINK_FS);
  maker_link (m, a, nothing_done, GUATU_LINK_FS);
  maker_set_time (m, begun, GUATU_TASK_ACTUAL_START, "2024-03-04 08:00");
  maker_set (m, begun, GUATU_TASK_REMAINING, 32 * HOUR);
  maker_set_time (m, nothing_done, GUATU_TASK_ACTUAL_START, "2024-03-04 08:00");
  maker_set (m, nothing_done, GUATU_TASK_REMAINING, 40 * HOUR);
  usual = schedule_with (m, 0);
  varied = schedule_with (m, GUATU_VARIANT_SPLIT_UNDER_WAY);

  assert_at (usual->finish[begun], "2024-03-08 17:00");
  assert_at (varied->finish[begun], "2024-03-14 17:00");
  assert_at (varied->finish[nothing_done], "2024-03-08 17:00");
}

static void
test_started_starts (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) usual = NULL;
  g_autoptr(GuatuSchedule) varied = NULL;
  gint32 a = maker_task (m, "A", 8, -1);
  gint32 b = maker_task (m, "B", 8, -1);
  gint32 c = maker_task (m, "C", 40, -1);

  maker_set_time (m, a, GUATU_TASK_ACTUAL_START, "2024-03-04 08:00");
  maker_link (m, a, b, GUATU_LINK_SS);
  maker_constrain (m, b, GUATU_CONSTRAINT_SNLT, "2024-03-05 08:00");
  usual = schedule_with (m, 0);
  varied = schedule_with (m, GUATU_VARIANT_STARTED_STARTS_LIMIT);

  assert_at (usual->late_finish[a], "2024-03-08 17:00");
  assert_at (varied->late_finish[a], "2024-03-05 17:00");
  assert_at (usual->finish[c], "2024-03-08 17:00");
}

/* Late dates and float ---------------------------------------------------------------------------------------- */

static void
test_delay_on_all_links (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) usual = NULL;
  g_autoptr(GuatuSchedule) varied = NULL;
  gint32 a = maker_task (m, "A", 8, -1);
  gint32 b = maker_task (m, "B", 8, -1);

  maker_set (m, b, GUATU_TASK_LEVELLING_DELAY, 2 * GUATU_DAY);
  maker_link (m, a, b, GUATU_LINK_SS);
  usual = schedule_with (m, 0);
  varied = schedule_with (m, GUATU_VARIANT_DELAY_ON_ALL_LINKS);

  assert_at (usual->start[b], "2024-03-06 08:00");
  assert_at (usual->late_finish[a], "2024-03-06 17:00");
  assert_at (varied->late_finish[a], "2024-03-04 17:00");
}

static void
test_asked_by_must_only (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) usual = NULL;
  g_autoptr(GuatuSchedule) varied = NULL;
  gint32 a = maker_task (m, "A", 24, -1);
  gint32 b = maker_task (m, "B", 8, -1);

  maker_link (m, a, b, GUATU_LINK_FS);
  maker_constrain (m, b, GUATU_CONSTRAINT_SNLT, "2024-03-06 08:00");
  usual = schedule_with (m, 0);
  varied = schedule_with (m, GUATU_VARIANT_ASKED_BY_MUST_ONLY);

  assert_at (usual->start[b], "2024-03-06 08:00");
  assert_hours (usual->total_float[b], -8);
  assert_hours (varied->total_float[b], 0);
}

/* Resources --------------------------------------------------------------------------------------------------- */

static void
test_calendars_of_resources (void)
{
  const char *mornings[] = { "8-12", "8-12", "8-12", "8-12", "8-12", "", "" };
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) usual = NULL;
  g_autoptr(GuatuSchedule) varied = NULL;
  gint32 both = maker_task (m, "Both calendars", 8, -1);
  gint32 fixed = maker_task (m, "Fixed duration", 8, -1);
  gint32 chen = maker_person (m, "Chen", maker_calendar (m, "Mornings", mornings));

  maker_set (m, both, GUATU_TASK_CALENDAR, maker_id (m, GUATU_TABLE_CALENDAR, maker_every_day (m)));
  maker_set (m, fixed, GUATU_TASK_TYPE, GUATU_TASK_FIXED_DURATION);
  maker_assign (m, both, chen, 8, 100);
  maker_assign (m, fixed, chen, 8, 100);
  usual = schedule_with (m, 0);
  varied = schedule_with (m, GUATU_VARIANT_TASK_CALENDAR_ALONE | GUATU_VARIANT_RESOURCES_LAY_FIXED);

  assert_at (usual->finish[both], "2024-03-05 12:00");
  assert_at (varied->finish[both], "2024-03-04 17:00");
  assert_at (usual->finish[fixed], "2024-03-04 17:00");
  assert_at (varied->finish[fixed], "2024-03-05 12:00");
}

/* Summaries --------------------------------------------------------------------------------------------------- */

static void
test_manual_summary_links (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) usual = NULL;
  g_autoptr(GuatuSchedule) varied = NULL;
  gint32 phase = maker_task (m, "Phase", 8, -1);
  gint32 next = maker_task (m, "Next", 8, -1);

  maker_task (m, "Part", 8, phase);
  maker_manual (m, phase, "2024-03-04 08:00", "2024-03-08 17:00");
  maker_link (m, phase, next, GUATU_LINK_FS);
  usual = schedule_with (m, 0);
  varied = schedule_with (m, GUATU_VARIANT_MANUAL_LINKS_BY_LEAVES);

  assert_at (usual->start[next], "2024-03-11 08:00");
  assert_at (varied->start[next], "2024-03-05 08:00");
}

static void
test_free_summaries (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) usual = NULL;
  g_autoptr(GuatuSchedule) varied = NULL;
  gint32 phase = maker_task (m, "Phase", 8, -1);
  gint32 part = maker_task (m, "Part", 8, phase);

  maker_constrain (m, phase, GUATU_CONSTRAINT_SNET, "2024-03-06 08:00");
  usual = schedule_with (m, 0);
  varied = schedule_with (m, GUATU_VARIANT_FREE_SUMMARIES);

  assert_at (usual->start[part], "2024-03-06 08:00");
  assert_at (varied->start[part], "2024-03-04 08:00");
}

/* As late, and as early ------------------------------------------------------------------------------------------ */

/* B16, and what it would be within free float. */
static void
test_alap_in_free_float (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) usual = NULL;
  g_autoptr(GuatuSchedule) varied = NULL;
  gint32 beside = maker_task (m, "Beside", 40, -1);
  gint32 late = maker_task (m, "Late", 16, -1);
  gint32 next = maker_task (m, "Next", 8, -1);
  gint32 free = maker_task (m, "Free", 16, -1);

  maker_constrain (m, late, GUATU_CONSTRAINT_ALAP, NULL);
  maker_constrain (m, free, GUATU_CONSTRAINT_ALAP, NULL);
  maker_link (m, late, next, GUATU_LINK_FS);
  usual = schedule_with (m, 0);
  varied = schedule_with (m, GUATU_VARIANT_ALAP_IN_FREE_FLOAT);

  assert_at (usual->start[late], "2024-03-06 08:00");
  assert_at (usual->start[next], "2024-03-08 08:00");
  assert_at (varied->start[late], "2024-03-04 08:00");
  assert_at (varied->start[next], "2024-03-06 08:00");
  assert_at (varied->start[free], "2024-03-07 08:00");
  assert_at (usual->finish[beside], "2024-03-08 17:00");
}

static void
test_asap_early (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) usual = NULL;
  g_autoptr(GuatuSchedule) varied = NULL;
  gint32 longest = maker_task (m, "Longest", 40, -1);
  gint32 early = maker_task (m, "As soon as possible", 8, -1);
  gint32 late = maker_task (m, "As late as possible", 8, -1);
  gint32 after = maker_task (m, "After the early one", 8, -1);

  maker_set_plan (m, GUATU_PLAN_SCHEDULE_FROM, GUATU_FROM_FINISH);
  maker_set_plan (m, GUATU_PLAN_FINISH_TARGET, at ("2024-03-15 17:00"));
  maker_constrain (m, longest, GUATU_CONSTRAINT_ALAP, NULL);
  maker_constrain (m, late, GUATU_CONSTRAINT_ALAP, NULL);
  maker_constrain (m, after, GUATU_CONSTRAINT_ALAP, NULL);
  maker_link (m, early, after, GUATU_LINK_FS);
  usual = schedule_with (m, 0);
  varied = schedule_with (m, GUATU_VARIANT_ASAP_EARLY);

  assert_at (usual->start[early], "2024-03-14 08:00");
  assert_at (varied->start[early], "2024-03-11 08:00");
  assert_at (varied->finish[early], "2024-03-11 17:00");
  assert_at (varied->start[late], "2024-03-15 08:00");
  assert_at (varied->start[after], "2024-03-15 08:00");
  assert_at (varied->start[longest], "2024-03-11 08:00");
  assert_hours (varied->total_float[early], 24);
}

/* Inactive tasks ------------------------------------------------------------------------------------------------- */

/* A → B → C → D, and B and C take no part: A goes on driving D. */
static void
test_inactive (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) usual = NULL;
  g_autoptr(GuatuSchedule) varied = NULL;
  gint32 a = maker_task (m, "A", 8, -1);
  gint32 b = maker_task (m, "B", 80, -1);
  gint32 c = maker_task (m, "C", 80, -1);
  gint32 d = maker_task (m, "D", 8, -1);

  maker_link (m, a, b, GUATU_LINK_FS);
  maker_link_lag (m, b, c, GUATU_LINK_SS, GUATU_LAG_WORKING, DAYS (5));
  maker_link_lag (m, c, d, GUATU_LINK_FF, GUATU_LAG_WORKING, DAYS (5));
  maker_set (m, b, GUATU_TASK_ACTIVE, FALSE);
  maker_set (m, c, GUATU_TASK_ACTIVE, FALSE);
  maker_set_time (m, b, GUATU_TASK_RECORDED_START, "2024-05-06 08:00");
  maker_set_time (m, b, GUATU_TASK_RECORDED_FINISH, "2024-05-17 17:00");
  usual = schedule_with (m, 0);
  varied = schedule_with (m, GUATU_VARIANT_INACTIVE_CUT_LINKS);

  assert_at (usual->start[b], "2024-05-06 08:00");
  assert_at (usual->finish[b], "2024-05-17 17:00");
  g_assert_cmpint (usual->flags[b], ==, 0);
  g_assert_cmpint (guatu_schedule_driver (usual, b).kind, ==, GUATU_DRIVER_INACTIVE);
  assert_at (usual->start[d], "2024-03-05 08:00");
  assert_at (usual->late_finish[a], "2024-03-04 17:00");
  assert_hours (usual->free_float[a], 0);
  g_assert_cmpint (guatu_schedule_driver (usual, d).task, ==, a);
  assert_at (usual->plan_finish, "2024-03-05 17:00");
  assert_at (varied->start[d], "2024-03-04 08:00");
}

/* What a person typed stands, for a summary as well, whatever is in it and whatever was recorded. */
static void
test_inactive_manual (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 phase = maker_task (m, "Phase", 8, -1);
  gint32 part = maker_task (m, "Part", 16, phase);

  maker_set (m, phase, GUATU_TASK_MODE, GUATU_MODE_MANUAL);
  maker_set (m, phase, GUATU_TASK_ACTIVE, FALSE);
  maker_set_time (m, phase, GUATU_TASK_MANUAL_START, "2024-04-01 08:00");
  maker_set_time (m, phase, GUATU_TASK_MANUAL_FINISH, "2024-04-12 17:00");
  maker_set_time (m, phase, GUATU_TASK_RECORDED_START, "2024-05-06 08:00");
  s = maker_schedule (m);

  assert_dates (s, phase, "2024-04-01 08:00", "2024-04-12 17:00");
  assert_dates (s, part, "2024-03-04 08:00", "2024-03-05 17:00");
}

static void
test_inactive_summary (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 project = maker_task (m, "Project", 8, -1);
  gint32 active = maker_task (m, "Active", 8, project);
  gint32 phase = maker_task (m, "Phase", 8, project);
  gint32 part = maker_task (m, "Part", 800, phase);
  gint32 idle = maker_task (m, "All parts inactive", 8, -1);
  gint32 lone = maker_task (m, "Lone", 16, idle);

  maker_set (m, phase, GUATU_TASK_ACTIVE, FALSE);
  maker_set (m, lone, GUATU_TASK_ACTIVE, FALSE);
  s = maker_schedule (m);

  g_assert_cmpint (guatu_schedule_driver (s, part).kind, ==, GUATU_DRIVER_INACTIVE);
  assert_at (s->finish[project], "2024-03-04 17:00");
  assert_at (s->plan_finish, "2024-03-04 17:00");
  assert_dates (s, idle, "2024-03-04 08:00", "2024-03-05 17:00");
  g_assert_true (s->flags[active] & GUATU_CRITICAL);
}

/* A cycle that an inactive task closes hinders no schedule, and is one all the same: the task may come back. */
static void
test_inactive_cycle (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GError) error = NULL;
  gint32 a = maker_task (m, "A", 8, -1);
  gint32 b = maker_task (m, "B", 8, -1);
  gint32 c = maker_task (m, "C", 8, -1);

  maker_link (m, a, b, GUATU_LINK_FS);
  maker_link (m, b, c, GUATU_LINK_FS);
  maker_link (m, c, a, GUATU_LINK_FS);
  maker_set (m, b, GUATU_TASK_ACTIVE, FALSE);
  guatu_plan_settle (m->plan);
  maker_set_plan (m, GUATU_PLAN_SCHEDULING_VARIANTS, GUATU_VARIANT_INACTIVE_CUT_LINKS);
  guatu_schedule_free (maker_schedule (m));
  g_assert_true (guatu_schedule_find_cycle (m->plan, NULL, &error));
  g_assert_error (error, GUATU_SCHEDULE_ERROR, GUATU_SCHEDULE_ERROR_CYCLE);
}

/* Recorded dates -------------------------------------------------------------------------------------------------- */

static void
test_keep_recorded (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  g_autoptr(GuatuSchedule) kept = NULL;
  gint32 a = maker_task (m, "A", 8, -1);
  gint32 b = maker_task (m, "B", 8, -1);
  gint32 c = maker_task (m, "C", 8, -1);

  maker_link (m, a, b, GUATU_LINK_FS);
  maker_link (m, b, c, GUATU_LINK_FS);
  maker_set_time (m, a, GUATU_TASK_RECORDED_START, "2024-03-06 08:00");
  maker_set_time (m, a, GUATU_TASK_RECORDED_FINISH, "2024-03-09 12:00");
  maker_set_time (m, b, GUATU_TASK_RECORDED_START, "2024-03-05 08:00");
  maker_set_time (m, b, GUATU_TASK_RECORDED_FINISH, "2024-03-12 17:00");
  s = maker_schedule (m);
  assert_at (s->start[a], "2024-03-04 08:00");

  maker_set_plan (m, GUATU_PLAN_KEEP_RECORDED, TRUE);
  kept = maker_schedule (m);
  assert_dates (kept, a, "2024-03-06 08:00", "2024-03-09 12:00");
  assert_dates (kept, b, "2024-03-05 08:00", "2024-03-12 17:00");
  g_assert_cmpint (guatu_schedule_driver (kept, a).kind, ==, GUATU_DRIVER_RECORDED);
  /* What has no dates on record follows. */
  assert_dates (kept, c, "2024-03-13 08:00", "2024-03-13 17:00");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/variants/lags-on-the-plans-calendar", test_lag_calendar);
  g_test_add_func ("/variants/what-reaches-before-the-plans-start", test_before_the_start);
  g_test_add_func ("/variants/finish-no-earlier-than-of-tasks-under-way", test_fnet_under_way);
  g_test_add_func ("/variants/tasks-under-way-wait-or-do-not", test_split_under_way);
  g_test_add_func ("/variants/start-links-of-what-has-started", test_started_starts);
  g_test_add_func ("/variants/levelling-delays-in-every-link", test_delay_on_all_links);
  g_test_add_func ("/variants/negative-start-float-of-musts-alone", test_asked_by_must_only);
  g_test_add_func ("/variants/calendars-of-resources", test_calendars_of_resources);
  g_test_add_func ("/variants/links-of-manual-summaries", test_manual_summary_links);
  g_test_add_func ("/variants/constraints-of-summaries", test_free_summaries);
  g_test_add_func ("/variants/as-late-as-possible-within-free-float", test_alap_in_free_float);
  g_test_add_func ("/variants/from-the-finish-as-soon-as-possible-means-early", test_asap_early);
  g_test_add_func ("/inactive/it-keeps-its-dates-and-links-run-through-it", test_inactive);
  g_test_add_func ("/inactive/inactive-manual-tasks-keep-what-was-typed", test_inactive_manual);
  g_test_add_func ("/inactive/what-is-in-it-is-too-and-counts-in-nothing", test_inactive_summary);
  g_test_add_func ("/inactive/a-cycle-through-it-is-one", test_inactive_cycle);
  g_test_add_func ("/recorded/a-plan-can-stay-on-the-dates-of-its-file", test_keep_recorded);

  return g_test_run ();
}
