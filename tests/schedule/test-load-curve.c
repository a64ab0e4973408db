/* test-load-curve.c — the load of people and units by week and month, held against what they can do. */
#include "guatu-load-curve.h"
#include "guatu-test.h"

static gint64 next_id = 6000;

static gint32
add_row (GuatuPlan *plan, GuatuTable table)
{
  return guatu_plan_insert (plan, table, next_id++);
}

static gint32
add_person (GuatuPlan *plan, gint32 unit)
{
  gint32 row = add_row (plan, GUATU_TABLE_PERSON);

  if (unit >= 0)
    guatu_test_set (plan, GUATU_TABLE_PERSON, row, GUATU_PERSON_UNIT, guatu_plan_id (plan, GUATU_TABLE_UNIT, unit));
  return row;
}

static gint32
assign (GuatuPlan *plan, gint32 task, gint32 person, GuatuRole role, gint64 share)
{
  gint32 row = add_row (plan, GUATU_TABLE_ASSIGNMENT);

  guatu_test_set (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_TASK, guatu_plan_id (plan, GUATU_TABLE_TASK,
                                                                                           task));
  guatu_test_set (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_PERSON, guatu_plan_id (plan, GUATU_TABLE_PERSON,
                                                                                             person));
  guatu_test_set (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_ROLE, role);
  guatu_test_set (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_SHARE, share);
  return row;
}

static GuatuLoadCurve *
curve_of (GuatuPlan *plan, GuatuTable table, gint32 row, GuatuLoadStep step)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuSchedule) schedule = NULL;

  guatu_plan_settle (plan);
  schedule = guatu_schedule_new (plan, NULL, &error);
  g_assert_no_error (error);
  return guatu_load_curve_new (plan, schedule, table, row, step);
}

static void
assert_period (const GuatuLoadCurve *curve, guint period, const char *from, double load, double capacity)
{
  g_assert_cmpuint (period, <, curve->n);
  g_assert_cmpint (curve->periods[period].from, ==, guatu_test_at (from));
  g_assert_cmpfloat ((double) curve->periods[period].load / GUATU_HOUR, ==, load);
  g_assert_cmpfloat ((double) curve->periods[period].capacity / GUATU_HOUR, ==, capacity);
}

static void
test_shares_of_a_week (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 chen = add_person (plan, -1);
  gint32 ten = guatu_test_add_task (plan, -1, "Ten days", "10d"), five = guatu_test_add_task (plan, -1, "Five", "5d");
  g_autoptr(GuatuLoadCurve) curve = NULL;
  g_autofree char *words = NULL;

  assign (plan, ten, chen, GUATU_ROLE_RESPONSIBLE_PERSON, 6000);
  assign (plan, five, chen, GUATU_ROLE_RESOURCE, 5000);
  assign (plan, five, chen, GUATU_ROLE_PROJECT_OWNER, 10000);
  curve = curve_of (plan, GUATU_TABLE_PERSON, chen, GUATU_LOAD_BY_WEEK);

  g_assert_cmpuint (curve->n, ==, 2);
  assert_period (curve, 0, "2024-03-04 00:00", 44, 40);
  assert_period (curve, 1, "2024-03-11 00:00", 24, 40);
  g_assert_true (guatu_load_period_is_over (&curve->periods[0]));
  g_assert_false (guatu_load_period_is_over (&curve->periods[1]));
  g_assert_cmpint (guatu_load_period_share (&curve->periods[0]), ==, 11000);
  g_assert_cmpuint (curve->n_over, ==, 1);
  g_assert_cmpint (curve->worst, ==, 0);
  words = guatu_load_curve_words (curve);
  g_assert_cmpstr (words, ==, "Busiest Mar 4 to Mar 10, 2024: 44 h of 40 h. Over capacity in 1 week of 2.");
}

static void
test_work_is_spread_over_the_task (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 chen = add_person (plan, -1), task = guatu_test_add_task (plan, -1, "Ten days", "10d"), row;
  g_autoptr(GuatuLoadCurve) curve = NULL;

  row = assign (plan, task, chen, GUATU_ROLE_RESOURCE, 10000);
  guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_TYPE, GUATU_TASK_FIXED_DURATION);
  guatu_test_set (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_WORK, 20 * GUATU_HOUR);
  curve = curve_of (plan, GUATU_TABLE_PERSON, chen, GUATU_LOAD_BY_WEEK);

  assert_period (curve, 0, "2024-03-04 00:00", 10, 40);
  assert_period (curve, 1, "2024-03-11 00:00", 10, 40);
}

static void
test_capacity_counts (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 chen = add_person (plan, -1), task = guatu_test_add_task (plan, -1, "Five days", "5d");
  g_autoptr(GuatuLoadCurve) curve = NULL;

  guatu_test_set (plan, GUATU_TABLE_PERSON, chen, GUATU_PERSON_MAX_UNITS, 5000);
  assign (plan, task, chen, GUATU_ROLE_RESOURCE, 10000);
  curve = curve_of (plan, GUATU_TABLE_PERSON, chen, GUATU_LOAD_BY_MONTH);
  g_assert_cmpuint (curve->n, ==, 1);
  /* 21 working days, half of each. */
  assert_period (curve, 0, "2024-03-01 00:00", 40, 84);
}

static void
test_a_unit_is_the_sum_of_its_people (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 unit = add_row (plan, GUATU_TABLE_UNIT);
  gint32 chen = add_person (plan, unit), li = add_person (plan, -1), outsider = add_person (plan, -1);
  gint32 task = guatu_test_add_task (plan, -1, "Five days", "5d"), member = add_row (plan, GUATU_TABLE_MEMBERSHIP);
  g_autoptr(GuatuLoadCurve) curve = NULL;

  guatu_test_set (plan, GUATU_TABLE_MEMBERSHIP, member, GUATU_MEMBERSHIP_UNIT,
                  guatu_plan_id (plan, GUATU_TABLE_UNIT, unit));
  guatu_test_set (plan, GUATU_TABLE_MEMBERSHIP, member, GUATU_MEMBERSHIP_PERSON,
                  guatu_plan_id (plan, GUATU_TABLE_PERSON, li));
  assign (plan, task, chen, GUATU_ROLE_RESOURCE, 5000);
  assign (plan, task, li, GUATU_ROLE_RESPONSIBLE_PERSON, 2500);
  assign (plan, task, outsider, GUATU_ROLE_RESOURCE, 10000);
  curve = curve_of (plan, GUATU_TABLE_UNIT, unit, GUATU_LOAD_BY_WEEK);
  g_assert_cmpuint (curve->n_people, ==, 2);
  assert_period (curve, 0, "2024-03-04 00:00", 30, 80);
}

static void
test_a_summary_counts_where_nothing_below_it_does (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 chen = add_person (plan, -1), li = add_person (plan, -1);
  gint32 top = guatu_test_add_task (plan, -1, "Top", "1d"), below = guatu_test_add_task (plan, top, "Below", "5d");
  g_autoptr(GuatuLoadCurve) both = NULL;
  g_autoptr(GuatuLoadCurve) alone = NULL;

  assign (plan, top, chen, GUATU_ROLE_RESPONSIBLE_PERSON, 10000);
  assign (plan, below, chen, GUATU_ROLE_RESPONSIBLE_PERSON, 5000);
  assign (plan, top, li, GUATU_ROLE_RESPONSIBLE_PERSON, 10000);
  both = curve_of (plan, GUATU_TABLE_PERSON, chen, GUATU_LOAD_BY_WEEK);
  alone = curve_of (plan, GUATU_TABLE_PERSON, li, GUATU_LOAD_BY_WEEK);
  assert_period (both, 0, "2024-03-04 00:00", 20, 40);
  assert_period (alone, 0, "2024-03-04 00:00", 40, 40);
  g_assert_cmpuint (alone->n_over, ==, 0);
}

static void
test_nothing_is_said_as_such (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 chen = add_person (plan, -1);
  g_autoptr(GuatuLoadCurve) curve = curve_of (plan, GUATU_TABLE_PERSON, chen, GUATU_LOAD_BY_WEEK);
  g_autofree char *words = guatu_load_curve_words (curve);

  g_assert_cmpuint (curve->n, ==, 0);
  g_assert_cmpint (curve->worst, ==, -1);
  g_assert_cmpstr (words, ==, "No work is assigned.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add_func ("/schedule/load-curve/" name, func)
  ADD ("shares-of-working-time-add-up-week-by-week", test_shares_of_a_week);
  ADD ("work-is-spread-evenly-over-the-task", test_work_is_spread_over_the_task);
  ADD ("capacity-is-a-share-of-the-calendar", test_capacity_counts);
  ADD ("a-unit-is-the-sum-of-its-people", test_a_unit_is_the_sum_of_its_people);
  ADD ("a-summary-counts-where-nothing-below-it-does", test_a_summary_counts_where_nothing_below_it_does);
  ADD ("a-person-without-work-is-said-as-such", test_nothing_is_said_as_such);
#undef ADD

  return g_test_run ();
}
