/* test-rules.c — the worked examples of the scheduling rules, computed by hand from the rules (msproject §7 B). */
#include "plan-maker.h"

static void
test_elapsed_task (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-08");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 elapsed = maker_task (m, "Concrete sets", 48, -1);
  gint32 next = maker_task (m, "Strip the forms", 8, -1);

  maker_set (m, elapsed, GUATU_TASK_DURATION_KIND, GUATU_DURATION_ELAPSED);
  maker_link (m, elapsed, next, GUATU_LINK_FS);
  s = maker_schedule (m);

  assert_dates (s, elapsed, "2024-03-08 08:00", "2024-03-10 08:00");
  assert_dates (s, next, "2024-03-11 08:00", "2024-03-11 17:00");
  assert_at (s->late_finish[elapsed], "2024-03-11 08:00");
  g_assert_cmpint (s->total_float[elapsed], ==, 1440 * 60);
}

static void
test_elapsed_lag (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 40, -1);
  gint32 b = maker_task (m, "B", 8, -1);

  maker_link_lag (m, a, b, GUATU_LINK_FS, GUATU_LAG_ELAPSED, 2 * GUATU_DAY);
  s = maker_schedule (m);

  assert_dates (s, b, "2024-03-11 08:00", "2024-03-11 17:00");
}

static void
test_percent_lag (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 32, -1);
  gint32 b = maker_task (m, "B", 16, -1);
  gint32 c = maker_task (m, "C", 8, -1);

  maker_link_lag (m, a, b, GUATU_LINK_SS, GUATU_LAG_PERCENT, 2500);
  maker_link_lag (m, a, c, GUATU_LINK_FS, GUATU_LAG_PERCENT, -5000);
  s = maker_schedule (m);

  assert_at (s->early_start[b], "2024-03-05 08:00");
  assert_at (s->early_start[c], "2024-03-06 08:00");
  assert_hours (s->total_float[b], 8);
  assert_hours (s->total_float[c], 8);
}

static void
test_lag_calendar (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 8, -1);
  gint32 b = maker_task (m, "B", 8, -1);

  maker_set (m, b, GUATU_TASK_CALENDAR, maker_id (m, GUATU_TABLE_CALENDAR, maker_24_hours (m)));
  maker_link_lag (m, a, b, GUATU_LINK_FS, GUATU_LAG_WORKING, 8 * HOUR);
  s = maker_schedule (m);

  assert_dates (s, b, "2024-03-05 01:00", "2024-03-05 09:00");
}

static void
test_must_start_on (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 24, -1);
  gint32 b = maker_task (m, "B", 8, -1);

  maker_link (m, a, b, GUATU_LINK_FS);
  maker_constrain (m, b, GUATU_CONSTRAINT_MSO, "2024-03-06 08:00");
  s = maker_schedule (m);

  assert_at (s->early_start[b], "2024-03-06 08:00");
  assert_hours (s->total_float[b], -8);
  assert_at (s->early_finish[a], "2024-03-06 17:00");
  assert_at (s->late_finish[a], "2024-03-05 17:00");
  assert_hours (s->total_float[a], -8);
}

static void
test_deadline (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 24, -1);
  gint32 b = maker_task (m, "B", 16, -1);

  maker_link (m, a, b, GUATU_LINK_FS);
  maker_set_time (m, b, GUATU_TASK_DEADLINE, "2024-03-07 17:00");
  s = maker_schedule (m);

  assert_at (s->early_finish[b], "2024-03-08 17:00");
  assert_at (s->late_finish[b], "2024-03-07 17:00");
  assert_hours (s->total_float[a], -8);
  assert_hours (s->total_float[b], -8);
}

static void
test_levelling_delay (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 16, -1);
  gint32 b = maker_task (m, "B", 8, -1);

  maker_link (m, a, b, GUATU_LINK_FS);
  maker_set (m, b, GUATU_TASK_LEVELLING_DELAY, 48 * HOUR);
  s = maker_schedule (m);

  assert_at (s->early_start[b], "2024-03-08 08:00");
  assert_at (s->late_finish[a], "2024-03-05 17:00");
  assert_hours (s->total_float[a], 0);
  assert_hours (s->total_float[b], 0);
  assert_hours (s->free_float[a], 0);
  g_assert_cmpint (guatu_schedule_driver (s, b).kind, ==, GUATU_DRIVER_LEVELLING);
}

static void
test_resume (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 40, -1);
  gint32 b = maker_task (m, "B", 8, -1);

  maker_link (m, a, b, GUATU_LINK_FS);
  maker_set_time (m, a, GUATU_TASK_ACTUAL_START, "2024-03-04 08:00");
  maker_set_time (m, a, GUATU_TASK_STOP, "2024-03-06 12:00");
  maker_set_time (m, a, GUATU_TASK_RESUME, "2024-03-11 08:00");
  maker_set (m, a, GUATU_TASK_REMAINING, 20 * HOUR);
  s = maker_schedule (m);

  assert_at (s->early_finish[a], "2024-03-13 12:00");
  assert_at (s->early_start[b], "2024-03-13 13:00");
}

static void
test_out_of_sequence (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 40, -1);
  gint32 b = maker_task (m, "B", 40, -1);

  maker_link (m, a, b, GUATU_LINK_FS);
  maker_set_time (m, b, GUATU_TASK_ACTUAL_START, "2024-03-04 08:00");
  maker_set (m, b, GUATU_TASK_REMAINING, 32 * HOUR);
  maker_set_time (m, b, GUATU_TASK_STOP, "2024-03-04 17:00");
  maker_set_time (m, b, GUATU_TASK_RESUME, "2024-03-05 08:00");
  s = maker_schedule (m);

  assert_dates (s, b, "2024-03-04 08:00", "2024-03-08 17:00");
  assert_at (s->late_finish[a], "2024-03-04 17:00");
  assert_hours (s->total_float[a], -32);
}

static void
test_between_summaries (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 first = maker_task (m, "First", 8, -1);
  gint32 a = maker_task (m, "A", 16, first);
  gint32 b = maker_task (m, "B", 24, first);
  gint32 second = maker_task (m, "Second", 8, -1);
  gint32 c = maker_task (m, "C", 8, second);
  gint32 d = maker_task (m, "D", 16, second);

  maker_link (m, first, second, GUATU_LINK_FS);
  s = maker_schedule (m);

  assert_at (s->early_start[c], "2024-03-07 08:00");
  assert_at (s->early_start[d], "2024-03-07 08:00");
  assert_hours (s->total_float[a], 8);
  assert_hours (s->total_float[b], 0);
  assert_dates (s, first, "2024-03-04 08:00", "2024-03-06 17:00");
  assert_dates (s, second, "2024-03-07 08:00", "2024-03-08 17:00");
  g_assert_cmpint (guatu_schedule_driver (s, c).kind, ==, GUATU_DRIVER_LINK);
  g_assert_cmpint (guatu_schedule_driver (s, c).task, ==, first);
}

static void
test_alap_pushes (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 40, -1);
  gint32 b = maker_task (m, "B", 16, -1);
  gint32 c = maker_task (m, "C", 8, -1);

  maker_constrain (m, b, GUATU_CONSTRAINT_ALAP, NULL);
  maker_link (m, b, c, GUATU_LINK_FS);
  s = maker_schedule (m);

  assert_at (s->start[b], "2024-03-06 08:00");
  assert_at (s->finish[b], "2024-03-07 17:00");
  assert_hours (s->total_float[b], 0);
  assert_at (s->start[c], "2024-03-08 08:00");
  assert_at (s->early_start[c], "2024-03-08 08:00");
  assert_at (s->early_start[b], "2024-03-04 08:00");
  g_assert_cmpint (guatu_schedule_driver (s, b).kind, ==, GUATU_DRIVER_FINISH);
  g_assert_cmpint (guatu_schedule_driver (s, c).task, ==, b);
  assert_at (s->finish[a], "2024-03-08 17:00");
}

static void
test_night_shift (void)
{
  const char *hours[7] = { "23-24", "0-3,4-8,23-24", "0-3,4-8,23-24", "0-3,4-8,23-24", "0-3,4-8,23-24", "0-3,4-8", "" };
  g_autoptr(Maker) m = maker_new ("2024-03-04 23:00");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 8, -1);

  maker_set (m, a, GUATU_TASK_CALENDAR, maker_id (m, GUATU_TABLE_CALENDAR, maker_calendar (m, "Night", hours)));
  s = maker_schedule (m);

  assert_dates (s, a, "2024-03-04 23:00", "2024-03-05 08:00");
}

static void
test_manual_summary (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 summary = maker_task (m, "Phase", 8, -1);
  gint32 leaf = maker_task (m, "Leaf", 8, summary);
  gint32 milestone = maker_task (m, "Done", 0, summary);
  gint32 beside = maker_task (m, "Beside", 80, -1);

  maker_manual (m, summary, "2024-03-11 08:00", "2024-03-12 17:00");
  maker_link (m, leaf, milestone, GUATU_LINK_FS);
  s = maker_schedule (m);

  assert_at (s->early_start[leaf], "2024-03-11 08:00");
  assert_at (s->early_finish[milestone], "2024-03-11 17:00");
  assert_at (s->late_finish[leaf], "2024-03-12 17:00");
  assert_at (s->late_finish[milestone], "2024-03-12 17:00");
  assert_at (s->early_finish[beside], "2024-03-15 17:00");
  assert_dates (s, summary, "2024-03-11 08:00", "2024-03-12 17:00");
  g_assert_cmpint (guatu_schedule_driver (s, leaf).kind, ==, GUATU_DRIVER_MANUAL);
  g_assert_cmpint (guatu_schedule_driver (s, leaf).task, ==, summary);
}

static void
test_finish_no_later (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 24, -1);
  gint32 b = maker_task (m, "B", 16, -1);

  maker_link (m, a, b, GUATU_LINK_FS);
  maker_constrain (m, b, GUATU_CONSTRAINT_FNLT, "2024-03-07 17:00");
  s = maker_schedule (m);

  assert_dates (s, b, "2024-03-06 08:00", "2024-03-07 17:00");
  assert_at (s->early_finish[a], "2024-03-06 17:00");
  assert_at (s->late_finish[a], "2024-03-05 17:00");
  assert_hours (s->total_float[a], -8);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/an-elapsed-task-takes-wall-clock-time-and-so-does-its-float", test_elapsed_task);
  g_test_add_func ("/rules/an-elapsed-lag-runs-over-the-weekend", test_elapsed_lag);
  g_test_add_func ("/rules/a-percent-lag-is-a-share-of-the-predecessor", test_percent_lag);
  g_test_add_func ("/rules/a-working-lag-counts-on-the-successors-calendar", test_lag_calendar);
  g_test_add_func ("/rules/must-start-on-beats-links-and-shows-as-negative-float", test_must_start_on);
  g_test_add_func ("/rules/a-deadline-moves-nothing-and-makes-float-negative", test_deadline);
  g_test_add_func ("/rules/a-levelling-delay-is-wall-clock-time-and-part-of-the-dates", test_levelling_delay);
  g_test_add_func ("/rules/a-task-with-a-gap-ends-its-remaining-work-after-the-resume", test_resume);
  g_test_add_func ("/rules/a-task-started-before-its-predecessor-ends-keeps-its-dates", test_out_of_sequence);
  g_test_add_func ("/rules/a-link-between-summaries-binds-every-leaf", test_between_summaries);
  g_test_add_func ("/rules/as-late-as-possible-uses-up-float-and-pushes-successors", test_alap_pushes);
  g_test_add_func ("/rules/a-night-shift-ends-in-the-morning", test_night_shift);
  g_test_add_func ("/rules/a-manual-summary-is-floor-and-cap-of-its-leaves", test_manual_summary);
  g_test_add_func ("/rules/finish-no-later-than-pulls-a-task-before-its-links", test_finish_no_later);

  return g_test_run ();
}
