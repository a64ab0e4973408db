/* test-baseline-changes.c — two baselines compared, and one with now. */
#include "guatu-baseline-changes.h"

#include "guatu-progress.h"
#include "supervision-fixture.h"

typedef struct
{
  GuatuPlan *plan;
  gint32     moved, same, added;
  gint32     first, second;
} Fixture;

static Fixture
fixture_new (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  Fixture self = { .plan = plan };

  self.moved = guatu_test_add_task (plan, -1, "Moved", "10d");
  self.same = guatu_test_add_task (plan, -1, "The same", "5d");
  self.added = guatu_test_add_task (plan, -1, "Added", "5d");
  self.first = add_baseline (plan, "2024-02-01 17:00");
  self.second = add_baseline (plan, "2024-03-01 17:00");
  add_baseline_task (plan, self.first, self.moved, "2024-03-07 08:00", "2024-03-13 17:00", 5);
  add_baseline_task (plan, self.first, self.same, "2024-03-04 08:00", "2024-03-08 17:00", 5);
  add_baseline_task (plan, self.second, self.moved, "2024-03-12 08:00", "2024-03-15 17:00", 4);
  add_baseline_task (plan, self.second, self.same, "2024-03-04 08:00", "2024-03-08 17:00", 5);
  add_baseline_task (plan, self.second, self.added, "2024-03-04 08:00", "2024-03-08 17:00", 5);
  return self;
}

static void
set_amounts (Fixture *self, gint32 row, gint64 work, gint64 investment)
{
  guatu_test_set (self->plan, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_WORK, work);
  guatu_test_set (self->plan, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_INVESTMENT, investment);
}

static GuatuBaselineChange *
compare (Fixture *self, gint32 from, gint32 to, guint *n)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuSchedule) schedule = NULL;

  guatu_plan_settle (self->plan);
  schedule = guatu_schedule_new (self->plan, NULL, &error);
  g_assert_no_error (error);
  return guatu_baseline_compare (self->plan, schedule, from, to, n);
}

static void
test_two (void)
{
  Fixture self = fixture_new ();
  g_autoptr(GuatuPlan) plan = self.plan;
  guint n;
  g_autofree GuatuBaselineChange *changes = NULL;

  set_amounts (&self, 0, 80 * GUATU_HOUR, 100000);
  set_amounts (&self, 2, 70 * GUATU_HOUR, 120050);
  changes = compare (&self, self.first, self.second, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (changes[0].task, ==, self.moved);
  g_assert_true (changes[0].is_changed);
  /* Over a weekend: three working days, and two. */
  g_assert_cmpint (changes[0].start, ==, 300);
  g_assert_cmpint (changes[0].finish, ==, 200);
  g_assert_cmpint (changes[0].duration, ==, -100);
  g_assert_cmpint (changes[0].work, ==, -10 * GUATU_HOUR);
  g_assert_cmpint (changes[0].investment, ==, 20050);

  g_assert_false (changes[1].is_changed);
  g_assert_cmpint (changes[1].start, ==, 0);
  g_assert_cmpint (changes[1].work, ==, GUATU_NONE);

  g_assert_true (changes[2].is_changed);
  g_assert_false (changes[2].is_in_from);
  g_assert_true (changes[2].is_in_to);
  g_assert_cmpint (changes[2].start, ==, GUATU_NONE);
  g_assert_cmpint (changes[2].to.start, ==, guatu_test_at ("2024-03-04 08:00"));
}

static void
test_backwards (void)
{
  Fixture self = fixture_new ();
  g_autoptr(GuatuPlan) plan = self.plan;
  guint n;
  g_autofree GuatuBaselineChange *changes = compare (&self, self.second, self.first, &n);

  g_assert_cmpint (changes[0].start, ==, -300);
  g_assert_cmpint (changes[0].finish, ==, -200);
  g_assert_cmpint (changes[0].duration, ==, 100);
  g_assert_false (changes[2].is_in_to);
}

static void
test_now (void)
{
  Fixture self = fixture_new ();
  g_autoptr(GuatuPlan) plan = self.plan;
  guint n;
  g_autofree GuatuBaselineChange *changes = NULL;
  g_autofree GuatuBaselineChange *nothing = NULL;

  set_task (plan, self.moved, GUATU_TASK_PLANNED_WORK, 90 * GUATU_HOUR);
  set_amounts (&self, 0, 80 * GUATU_HOUR, GUATU_NONE);
  changes = compare (&self, self.first, -1, &n);
  g_assert_cmpuint (n, ==, 3);
  /* Now it is from 03-04 to 03-15. */
  g_assert_cmpint (changes[0].start, ==, -300);
  g_assert_cmpint (changes[0].finish, ==, 200);
  g_assert_cmpint (changes[0].duration, ==, 500);
  g_assert_cmpint (changes[0].work, ==, 10 * GUATU_HOUR);
  g_assert_cmpint (changes[0].investment, ==, GUATU_NONE);

  nothing = compare (&self, -1, -1, &n);
  for (guint i = 0; i < n; i++)
    g_assert_false (nothing[i].is_changed);
}

static void
test_amount_alone (void)
{
  Fixture self = fixture_new ();
  g_autoptr(GuatuPlan) plan = self.plan;
  guint n;
  g_autofree GuatuBaselineChange *changes = NULL;

  /* An amount that was not there before is a change, though there is no difference to tell. */
  set_amounts (&self, 3, GUATU_NONE, 500);
  changes = compare (&self, self.first, self.second, &n);
  g_assert_true (changes[1].is_changed);
  g_assert_cmpint (changes[1].investment, ==, GUATU_NONE);
}

static void
test_reference (void)
{
  Fixture self = fixture_new ();
  g_autoptr(GuatuPlan) plan = self.plan;
  g_autoptr(GuatuPlan) empty = guatu_test_plan_new ();

  g_assert_cmpint (guatu_progress_reference_baseline (empty), ==, -1);
  g_assert_cmpint (guatu_progress_reference_baseline (plan), ==, self.second);
  set_plan (plan, GUATU_PLAN_REFERENCE_BASELINE, guatu_plan_id (plan, GUATU_TABLE_BASELINE, self.first));
  g_assert_cmpint (guatu_progress_reference_baseline (plan), ==, self.first);
}

/* Working days, half up to 1/100; earlier is less than 0, and where nothing was taken down nothing is said. */
static void
test_slip (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 late = guatu_test_add_task (plan, -1, "Late", "5d"), early = guatu_test_add_task (plan, -1, "Early", "5d");
  gint32 unknown = guatu_test_add_task (plan, -1, "Unknown", "5d"), baseline = add_baseline (plan, "2024-03-01");
  gint32 first = add_baseline_task (plan, baseline, late, "2024-03-01 08:00", "2024-03-06 12:00", 5);
  gint32 second = add_baseline_task (plan, baseline, early, "2024-03-04 08:00", "2024-03-12 17:00", 5);
  g_autoptr(GuatuSchedule) schedule = NULL;

  guatu_plan_settle (plan);
  schedule = guatu_schedule_new (plan, NULL, NULL);
  g_assert_cmpint (guatu_baseline_slip (plan, schedule, first, late), ==, 250);
  g_assert_cmpint (guatu_baseline_slip (plan, schedule, second, early), ==, -200);
  g_assert_cmpint (guatu_baseline_slip (plan, schedule, -1, unknown), ==, GUATU_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/baseline-changes/dates-durations-work-and-investment-differ-by-task", test_two);
  g_test_add_func ("/baseline-changes/the-other-way-round-the-signs-turn", test_backwards);
  g_test_add_func ("/baseline-changes/a-baseline-is-compared-with-now", test_now);
  g_test_add_func ("/baseline-changes/an-amount-that-came-is-a-change", test_amount_alone);
  g_test_add_func ("/baseline-changes/the-reference-is-the-setting-or-the-newest", test_reference);
  g_test_add_func ("/baseline-changes/a-task-slips-by-working-days", test_slip);
  return g_test_run ();
}
