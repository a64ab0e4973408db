/* test-drivers.c — every date says what drives it, as data and in words. */
#include "plan-maker.h"

static void
assert_why (Maker *m, const GuatuSchedule *s, gint32 row, GuatuDriverKind kind, gint32 task, const char *text)
{
  g_autofree char *why = guatu_schedule_why (s, m->plan, row);
  GuatuDriver driver = guatu_schedule_driver (s, row);

  g_assert_cmpint (driver.kind, ==, kind);
  g_assert_cmpint (driver.task, ==, task);
  g_assert_cmpint (driver.link >= 0, ==, kind == GUATU_DRIVER_LINK);
  g_assert_cmpstr (why, ==, text);
}

static void
test_start_and_calendar (void)
{
  g_autoptr(Maker) weekday = maker_new ("2024-03-04");
  g_autoptr(Maker) sunday = maker_new ("2024-03-03");
  g_autoptr(GuatuSchedule) s = NULL;
  g_autoptr(GuatuSchedule) t = NULL;

  maker_task (weekday, "A", 8, -1);
  s = maker_schedule (weekday);
  assert_why (weekday, s, 0, GUATU_DRIVER_START, -1, "Starts Mar 4, 2024 because the plan does");

  maker_task (sunday, "A", 8, -1);
  t = maker_schedule (sunday);
  assert_why (sunday, t, 0, GUATU_DRIVER_CALENDAR, -1,
              "Starts Mar 4, 2024 because the plan starts Mar 3, 2024, then the weekend");
}

static void
test_links (void)
{
  g_autoptr(Maker) m = maker_new ("2022-09-19");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 land = maker_task (m, "Land acquisition", 40, -1);
  gint32 drive = maker_task (m, "Site access", 8, -1);
  gint32 survey = maker_task (m, "Survey", 4, -1);
  gint32 next = maker_task (m, "Next", 8, -1);
  gint32 staked = maker_task (m, "Stakes", 8, -1);

  maker_link (m, land, drive, GUATU_LINK_FS);
  maker_link (m, survey, next, GUATU_LINK_FS);
  maker_link_lag (m, land, staked, GUATU_LINK_SS, GUATU_LAG_WORKING, DAYS (1));
  s = maker_schedule (m);

  assert_why (m, s, drive, GUATU_DRIVER_LINK, land,
              "Starts Sep 26, 2022 because 1 “Land acquisition” finishes Sep 23, 2022 (FS), then the weekend");
  assert_why (m, s, next, GUATU_DRIVER_LINK, survey,
              "Starts Sep 19, 2022, 13:00 because 3 “Survey” finishes Sep 19, 2022, 12:00 (FS)");
  assert_why (m, s, staked, GUATU_DRIVER_LINK, land,
              "Starts Sep 20, 2022 because 1 “Land acquisition” starts Sep 19, 2022 (SS+1d)");
}

static void
test_holiday (void)
{
  const char *hours[7] = { "8-12,13-17", "8-12,13-17", "8-12,13-17", "8-12,13-17", "8-12,13-17", "", "" };
  g_autoptr(Maker) m = maker_new ("2022-09-26");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 calendar = maker_calendar (m, "Works", hours);
  gint32 a = maker_task (m, "A", 40, -1);
  gint32 b = maker_task (m, "B", 8, -1);

  maker_set_plan (m, GUATU_PLAN_CALENDAR, maker_id (m, GUATU_TABLE_CALENDAR, calendar));
  maker_holiday (m, calendar, "National Day", "2022-10-01", "2022-10-07");
  maker_link (m, a, b, GUATU_LINK_FS);
  s = maker_schedule (m);

  assert_why (m, s, b, GUATU_DRIVER_LINK, a,
              "Starts Oct 10, 2022 because 1 “A” finishes Sep 30, 2022 (FS), then “National Day”");
}

static void
test_latest_link_drives (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 8, -1);
  gint32 b = maker_task (m, "B", 24, -1);
  gint32 c = maker_task (m, "C", 16, -1);
  gint32 d = maker_task (m, "D", 8, -1);
  gint32 link;

  maker_link (m, a, d, GUATU_LINK_FS);
  link = maker_link (m, b, d, GUATU_LINK_FS);
  maker_link (m, c, d, GUATU_LINK_FS);
  s = maker_schedule (m);

  g_assert_cmpint (guatu_schedule_driver (s, d).link, ==, link);
  g_assert_cmpint (guatu_schedule_driver (s, d).task, ==, b);
}

static void
test_constraints (void)
{
  static const struct { GuatuConstraint constraint; const char *date; const char *text; } cases[] = {
    { GUATU_CONSTRAINT_SNET, "2024-03-09 08:00",
      "Starts Mar 11, 2024 because it starts no earlier than Mar 9, 2024, then the weekend" },
    { GUATU_CONSTRAINT_FNET, "2024-03-12 17:00", "Starts Mar 12, 2024 because it finishes no earlier than Mar 12, 2024" },
    { GUATU_CONSTRAINT_MSO, "2024-03-12 08:00", "Starts Mar 12, 2024 because it must start on Mar 12, 2024" },
    { GUATU_CONSTRAINT_MFO, "2024-03-12 17:00", "Starts Mar 12, 2024 because it must finish on Mar 12, 2024" },
    { GUATU_CONSTRAINT_SNLT, "2024-03-01 08:00", "Starts Mar 1, 2024 because it starts no later than Mar 1, 2024" },
    { GUATU_CONSTRAINT_FNLT, "2024-03-01 17:00", "Starts Mar 1, 2024 because it finishes no later than Mar 1, 2024" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(Maker) m = maker_new ("2024-03-04");
      g_autoptr(GuatuSchedule) s = NULL;
      gint32 a = maker_task (m, "A", 8, -1);

      maker_constrain (m, a, cases[i].constraint, cases[i].date);
      s = maker_schedule (m);
      assert_why (m, s, a, GUATU_DRIVER_CONSTRAINT, -1, cases[i].text);
    }
}

static void
test_summaries (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 phase = maker_task (m, "Phase", 8, -1);
  gint32 late = maker_task (m, "Late", 8, phase);
  gint32 early = maker_task (m, "Early", 8, phase);
  gint32 typed = maker_task (m, "Typed", 8, -1);
  gint32 below = maker_task (m, "Below", 8, typed);
  gint32 bounded = maker_task (m, "Bounded", 8, -1);
  gint32 inside = maker_task (m, "Inside", 8, bounded);

  maker_constrain (m, late, GUATU_CONSTRAINT_SNET, "2024-03-06 08:00");
  maker_manual (m, typed, "2024-03-07 08:00", "2024-03-08 17:00");
  maker_constrain (m, bounded, GUATU_CONSTRAINT_SNET, "2024-03-05 08:00");
  s = maker_schedule (m);

  assert_why (m, s, phase, GUATU_DRIVER_CHILDREN, early, "Starts Mar 4, 2024 because its first part, 3 “Early”, does");
  assert_why (m, s, typed, GUATU_DRIVER_MANUAL, -1, "Starts Mar 7, 2024 because this date was entered");
  assert_why (m, s, below, GUATU_DRIVER_MANUAL, typed,
              "Starts Mar 7, 2024 because 4 “Typed”, which it is part of, was set to start Mar 7, 2024");
  assert_why (m, s, inside, GUATU_DRIVER_CONSTRAINT, bounded,
              "Starts Mar 5, 2024 because 6 “Bounded”, which it is part of, starts no earlier than Mar 5, 2024");
}

static void
test_progress (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 started = maker_task (m, "Started", 80, -1);
  gint32 waiting = maker_task (m, "Waiting", 8, -1);
  gint32 levelled = maker_task (m, "Levelled", 8, -1);
  gint32 late = maker_task (m, "Late", 8, -1);

  maker_set_time (m, started, GUATU_TASK_ACTUAL_START, "2024-03-05 08:00");
  maker_set_plan (m, GUATU_PLAN_STATUS_DATE, at ("2024-03-08 17:00"));
  maker_set_plan (m, GUATU_PLAN_PUSH_TO_STATUS_DATE, TRUE);
  maker_set (m, levelled, GUATU_TASK_LEVELLING_DELAY, 2 * GUATU_DAY);
  maker_constrain (m, late, GUATU_CONSTRAINT_ALAP, NULL);
  s = maker_schedule (m);

  assert_why (m, s, started, GUATU_DRIVER_ACTUAL, -1, "Started Mar 5, 2024");
  assert_why (m, s, waiting, GUATU_DRIVER_STATUS_DATE, -1,
              "Starts Mar 11, 2024 because it had not started on the status date, Mar 8, 2024, then the weekend");
  assert_why (m, s, levelled, GUATU_DRIVER_LEVELLING, -1,
              "Starts Mar 13, 2024 because levelling delays it by 2 elapsed d");
  assert_why (m, s, late, GUATU_DRIVER_FINISH, -1, "Starts Mar 22, 2024 because it is to start as late as possible");
}

static void
test_from_finish (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 8, -1);
  gint32 b = maker_task (m, "B", 8, -1);

  maker_link (m, a, b, GUATU_LINK_FS);
  maker_set_plan (m, GUATU_PLAN_SCHEDULE_FROM, GUATU_FROM_FINISH);
  maker_set_plan (m, GUATU_PLAN_FINISH_TARGET, at ("2024-03-15 17:00"));
  s = maker_schedule (m);

  assert_why (m, s, b, GUATU_DRIVER_FINISH, -1, "Starts Mar 15, 2024 so that the plan finishes Mar 15, 2024");
  assert_why (m, s, a, GUATU_DRIVER_LINK, b, "Starts Mar 14, 2024 so that 2 “B” can start Mar 15, 2024 (FS)");
}

static void
test_what_if (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuOverlay) overlay = guatu_overlay_new ();
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 8, -1);
  gint32 b = maker_task (m, "B", 8, -1);

  guatu_overlay_add_link (overlay, (GuatuLink) { .predecessor = a, .successor = b, .type = GUATU_LINK_FS });
  s = maker_what_if (m, overlay);

  assert_why (m, s, b, GUATU_DRIVER_LINK, a, "Starts Mar 5, 2024 because 1 “A” finishes Mar 4, 2024 (FS)");
  g_assert_cmpint (guatu_schedule_driver (s, b).link, ==, guatu_plan_n_rows (m->plan, GUATU_TABLE_LINK));
}

/* An FF link asks for no start before the plan's (msproject §3.1); where it asks for an earlier one, it
 * drives nothing. */
static void
test_link_that_asks_for_less (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  g_autoptr(GuatuSchedule) late = NULL;
  gint32 a = maker_task (m, "A", 8, -1);
  gint32 b = maker_task (m, "B", 40, -1);
  gint32 c = maker_task (m, "C", 8, -1);
  gint32 d = maker_task (m, "D", 0, -1);

  maker_link (m, a, b, GUATU_LINK_FF);
  maker_link (m, b, c, GUATU_LINK_SS);
  maker_link (m, b, d, GUATU_LINK_FS);
  maker_link (m, c, d, GUATU_LINK_FS);
  s = maker_schedule (m);
  assert_why (m, s, b, GUATU_DRIVER_START, -1, "Starts Mar 4, 2024 because the plan does");

  /* Seen from the finish, SS is what FF is from the start: D holds B, not C, which may start any day. */
  maker_set_plan (m, GUATU_PLAN_SCHEDULE_FROM, GUATU_FROM_FINISH);
  maker_set_plan (m, GUATU_PLAN_FINISH_TARGET, at ("2024-03-15 17:00"));
  late = maker_schedule (m);
  g_assert_cmpint (guatu_schedule_driver (late, b).kind, ==, GUATU_DRIVER_LINK);
  g_assert_cmpint (guatu_schedule_driver (late, b).task, ==, d);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drivers/the-plans-start-or-its-calendar", test_start_and_calendar);
  g_test_add_func ("/drivers/links-name-the-predecessor-and-the-weekend", test_links);
  g_test_add_func ("/drivers/a-holiday-is-called-by-its-name", test_holiday);
  g_test_add_func ("/drivers/of-several-links-the-latest", test_latest_link_drives);
  g_test_add_func ("/drivers/a-link-that-asks-for-less-drives-nothing", test_link_that_asks_for_less);
  g_test_add_func ("/drivers/constraints", test_constraints);
  g_test_add_func ("/drivers/summaries-follow-children-and-bound-them", test_summaries);
  g_test_add_func ("/drivers/progress-levelling-and-as-late-as-possible", test_progress);
  g_test_add_func ("/drivers/from-the-finish-it-is-the-successor", test_from_finish);
  g_test_add_func ("/drivers/a-link-of-the-what-if", test_what_if);

  return g_test_run ();
}
