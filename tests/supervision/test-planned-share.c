/* test-planned-share.c — the planned share counted by working time, days, months and targets. */
#include "guatu-progress.h"

#include "supervision-fixture.h"

typedef struct
{
  const char *date;
  gint64      share;
} Case;

static void
check (GuatuPlan *plan, gint32 task, const Case *cases, guint n)
{
  guatu_plan_settle (plan);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree gint64 *shares = guatu_progress_planned (plan, guatu_test_at (cases[i].date), &error);

      g_assert_no_error (error);
      g_test_message ("%s", cases[i].date);
      g_assert_cmpint (shares[task], ==, cases[i].share);
    }
}

#define CHECK(plan, task, cases) check (plan, task, cases, G_N_ELEMENTS (cases))

static void
test_calendar_days (void)
{
  /* Twelve days from Monday to the Friday of the week after. */
  static const Case cases[] = {
    { "2024-03-04 08:00", 0 }, { "2024-03-04 12:30", 417 }, { "2024-03-04 17:00", 833 }, { "2024-03-08 17:00", 4167 },
    { "2024-03-09 08:00", 4167 }, { "2024-03-10 12:30", 5417 }, { "2024-03-10 17:00", 5833 },
    { "2024-03-14 17:00", 9167 }, { "2024-03-15 17:00", 10000 }, { "2024-04-15 17:00", 10000 },
    { "2024-03-01 17:00", 0 },
  };
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Task", "10d");
  gint32 elapsed = guatu_test_add_task (plan, -1, "Elapsed", "10ed");
  static const Case by_the_clock[] = { { "2024-03-05 08:00", 1000 }, { "2024-03-05 20:00", 1500 } };

  set_plan (plan, GUATU_PLAN_PLANNED_BY, GUATU_PLANNED_BY_CALENDAR_DAYS);
  CHECK (plan, task, cases);
  CHECK (plan, elapsed, by_the_clock);
}

static void
test_months (void)
{
  /* Five months are touched, from 4 March to 19 July; a sixth of them, so to speak, never ends. */
  static const Case cases[] = {
    { "2024-03-04 08:00", 0 }, { "2024-03-30 17:00", 0 }, { "2024-03-31 08:00", 2000 }, { "2024-04-29 17:00", 2000 },
    { "2024-04-30 17:00", 4000 }, { "2024-06-30 17:00", 8000 }, { "2024-07-18 17:00", 8000 },
    { "2024-07-19 17:00", 10000 },
  };
  /* "13.8 points above time progress" at the end of October: ten months of twelve. */
  static const Case a_year[] = { { "2024-10-30 17:00", 7500 }, { "2024-10-31 17:00", 8333 } };
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autoptr(GuatuPlan) year = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Task", "100d");
  gint32 whole = guatu_test_add_task (year, -1, "Year", "262d");

  set_plan (plan, GUATU_PLAN_PLANNED_BY, GUATU_PLANNED_BY_MONTHS);
  CHECK (plan, task, cases);
  set_plan (year, GUATU_PLAN_PLANNED_BY, GUATU_PLANNED_BY_MONTHS);
  set_plan (year, GUATU_PLAN_START, guatu_test_at ("2024-01-01 08:00"));
  CHECK (year, whole, a_year);
}

static void
test_targets (void)
{
  static const Case cases[] = {
    { "2024-03-04 17:00", 0 }, { "2024-03-30 17:00", 0 }, { "2024-03-31 08:00", 2500 }, { "2024-04-29 17:00", 2500 },
    { "2024-04-30 17:00", 6500 }, { "2024-07-18 17:00", 6500 }, { "2024-07-19 17:00", 10000 },
  };
  static const Case without[] = { { "2024-03-08 17:00", 500 }, { "2024-04-30 17:00", 4200 } };
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Task", "100d");
  gint32 other = guatu_test_add_task (plan, -1, "Without targets", "100d");

  set_plan (plan, GUATU_PLAN_PLANNED_BY, GUATU_PLANNED_BY_TARGETS);
  /* Of two for a day the later made counts; the order of rows says nothing. */
  add_target (plan, task, "2024-04-30 00:00", 9000);
  add_target (plan, task, "2024-03-31 00:00", 2500);
  add_target (plan, task, "2024-04-30 00:00", 6500);
  CHECK (plan, task, cases);
  CHECK (plan, other, without);
}

static void
test_milestone (void)
{
  static const Case cases[] = { { "2024-03-04 07:59", 0 }, { "2024-03-04 08:00", 10000 } };

  for (int by = GUATU_PLANNED_BY_WORKING_TIME; by <= GUATU_PLANNED_BY_TARGETS; by++)
    {
      g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
      gint32 task = guatu_test_add_task (plan, -1, "Opening", "0d");

      set_plan (plan, GUATU_PLAN_PLANNED_BY, by);
      set_task (plan, task, GUATU_TASK_KIND, GUATU_KIND_MILESTONE);
      CHECK (plan, task, cases);
    }
}

static void
test_light_follows (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Task", "100d");

  /* 20 days of a hundred, but no month has ended. */
  add_report (plan, task, "2024-03-29 17:00", 0);
  assert_light (light_at (plan, task, "2024-03-29 17:00"), "red", "red", "gap");
  set_plan (plan, GUATU_PLAN_PLANNED_BY, GUATU_PLANNED_BY_MONTHS);
  assert_light (light_at (plan, task, "2024-03-29 17:00"), "green", "green", "gap");
  assert_light (light_at (plan, task, "2024-03-31 17:00"), "red", "red", "gap");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/planned-share/by-calendar-days-every-day-counts-alike", test_calendar_days);
  g_test_add_func ("/planned-share/by-months-a-month-counts-when-it-has-ended", test_months);
  g_test_add_func ("/planned-share/by-targets-each-holds-from-its-day", test_targets);
  g_test_add_func ("/planned-share/a-milestone-is-planned-at-once-whatever-is-counted", test_milestone);
  g_test_add_func ("/planned-share/lights-follow-the-way-of-counting", test_light_follows);

  return g_test_run ();
}
