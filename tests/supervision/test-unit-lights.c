/* test-unit-lights.c — what units and task forces answer for, and how they stand. */
#include "guatu-unit-lights.h"

#include "supervision-fixture.h"

#define FIVE_DAYS "2024-03-08 17:00"

typedef struct
{
  GuatuPlan *plan;
  gint32     top, red, green, other;
  gint32     lead, force, support, idle;
} Fixture;

/* Five days into twenty, 25 % is planned. */
static Fixture
fixture_new (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  Fixture self = { .plan = plan };

  self.top = guatu_test_add_task (plan, -1, "Top", "1d");
  self.red = guatu_test_add_task (plan, self.top, "Red", "20d");
  self.green = guatu_test_add_task (plan, self.top, "Green", "20d");
  self.other = guatu_test_add_task (plan, -1, "Other", "20d");
  self.lead = add_unit (plan, "Lead");
  self.force = add_unit (plan, "Task force");
  self.support = add_unit (plan, "Support");
  self.idle = add_unit (plan, "Idle");
  add_assignment (plan, self.top, self.lead, GUATU_ROLE_LEAD_UNIT);
  add_assignment (plan, self.green, self.lead, GUATU_ROLE_LEAD_UNIT);
  add_assignment (plan, self.other, self.force, GUATU_ROLE_TASK_FORCE);
  add_assignment (plan, self.red, self.support, GUATU_ROLE_SUPPORT_UNIT);
  add_report (plan, self.red, FIVE_DAYS, 500);
  add_report (plan, self.green, FIVE_DAYS, 2500);
  add_report (plan, self.other, FIVE_DAYS, 2000);
  return self;
}

static GuatuUnitLight
unit_at (Fixture *self, gint32 unit, const char *date)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuLights) lights = lights_at (self->plan, date);
  guint n;
  g_autofree GuatuUnitLight *units =
    guatu_unit_lights_new (self->plan, NULL, lights, date != NULL ? guatu_test_at (date) : GUATU_NONE, &n, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpint (units[unit].unit, ==, unit);
  return units[unit];
}

static void
test_worst (void)
{
  Fixture self = fixture_new ();
  g_autoptr(GuatuPlan) plan = self.plan;
  GuatuUnitLight light = unit_at (&self, self.lead, FIVE_DAYS);

  g_assert_cmpint (light.shown, ==, GUATU_LIGHT_RED);
  g_assert_cmpint (light.rule, ==, GUATU_LIGHT_RULE_WORST);
  g_assert_cmpint (light.cause, ==, self.red);
  g_assert_cmpuint (light.n_tasks, ==, 2);
  g_assert_cmpuint (light.n_lights[GUATU_LIGHT_RED], ==, 1);
  g_assert_cmpuint (light.n_lights[GUATU_LIGHT_GREEN], ==, 1);
  /* The green task lies below the other one, and counts in it. */
  g_assert_cmpint (light.pace.planned, ==, 2500);
  g_assert_cmpint (light.pace.reported, ==, 1500);
  g_assert_cmpint (light.gap, ==, 1000);
}

static void
test_roles (void)
{
  Fixture self = fixture_new ();
  g_autoptr(GuatuPlan) plan = self.plan;

  g_assert_cmpint (unit_at (&self, self.force, FIVE_DAYS).shown, ==, GUATU_LIGHT_YELLOW);
  g_assert_cmpint (unit_at (&self, self.force, FIVE_DAYS).cause, ==, self.other);
  g_assert_cmpint (unit_at (&self, self.support, FIVE_DAYS).shown, ==, GUATU_LIGHT_NONE);
  g_assert_cmpuint (unit_at (&self, self.support, FIVE_DAYS).n_tasks, ==, 0);
  g_assert_cmpint (unit_at (&self, self.idle, FIVE_DAYS).cause, ==, -1);
  g_assert_cmpint (unit_at (&self, self.idle, FIVE_DAYS).pace.reported, ==, GUATU_NONE);
  /* A task below another unit's. */
  add_assignment (plan, self.red, self.idle, GUATU_ROLE_LEAD_UNIT);
  g_assert_cmpint (unit_at (&self, self.idle, FIVE_DAYS).pace.reported, ==, 500);
}

static void
test_pace (void)
{
  Fixture self = fixture_new ();
  g_autoptr(GuatuPlan) plan = self.plan;
  GuatuPace pace = unit_at (&self, self.lead, FIVE_DAYS).pace;

  g_assert_cmpint (pace.left, ==, 8500);
  g_assert_cmpint (pace.due, ==, guatu_test_at ("2024-03-29 17:00"));
  g_assert_cmpint (pace.days_left, ==, 1500);
  g_assert_cmpint (pace.required, ==, 567);
  g_assert_cmpint (pace.recent, ==, 300);
  /* 85 % at 3 % a day: 28 1/3 days. */
  g_assert_cmpint (pace.forecast, ==, guatu_test_at ("2024-04-18 10:40"));
}

static void
test_weighted (void)
{
  Fixture self = fixture_new ();
  g_autoptr(GuatuPlan) plan = self.plan;
  GuatuUnitLight light;

  set_plan (plan, GUATU_PLAN_LIGHT_ROLL_UP, GUATU_ROLL_UP_WEIGHTED);
  light = unit_at (&self, self.lead, FIVE_DAYS);
  g_assert_cmpint (light.shown, ==, GUATU_LIGHT_ORANGE);
  g_assert_cmpint (light.rule, ==, GUATU_LIGHT_RULE_WEIGHTED);
  g_assert_cmpint (light.cause, ==, -1);

  /* A rule of days knows no mean. */
  use_preset (plan, "days-late");
  light = unit_at (&self, self.lead, "2024-04-08 17:00");
  g_assert_cmpint (light.shown, ==, GUATU_LIGHT_ORANGE);
  g_assert_cmpint (light.rule, ==, GUATU_LIGHT_RULE_WORST);
}

static void
test_edges (void)
{
  Fixture self = fixture_new ();
  g_autoptr(GuatuPlan) plan = self.plan;

  g_assert_cmpint (unit_at (&self, self.lead, NULL).rule, ==, GUATU_LIGHT_RULE_NO_STATUS_DATE);
  g_assert_cmpint (unit_at (&self, self.lead, NULL).gap, ==, GUATU_NONE);
  g_assert_cmpint (unit_at (&self, self.lead, "2024-03-04 08:00").rule, ==, GUATU_LIGHT_RULE_NOT_DUE);
  add_report (plan, self.other, FIVE_DAYS, 10000);
  g_assert_cmpint (unit_at (&self, self.force, FIVE_DAYS).shown, ==, GUATU_LIGHT_DONE);
  g_assert_cmpint (unit_at (&self, self.force, FIVE_DAYS).rule, ==, GUATU_LIGHT_RULE_FINISHED);
  /* By hand on a task, so on the unit. */
  add_override (plan, self.red, GUATU_OVERRIDE_GREEN, "2024-03-08 00:00", "2024-03-08 00:00");
  g_assert_cmpint (unit_at (&self, self.lead, FIVE_DAYS).shown, ==, GUATU_LIGHT_GREEN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/unit-lights/a-unit-shows-the-worst-light-of-its-tasks", test_worst);
  g_test_add_func ("/unit-lights/lead-units-and-task-forces-answer-and-supporters-do-not", test_roles);
  g_test_add_func ("/unit-lights/a-unit-has-a-pace", test_pace);
  g_test_add_func ("/unit-lights/weighted-units-are-judged-by-their-mean", test_weighted);
  g_test_add_func ("/unit-lights/nothing-due-all-done-or-no-date-is-no-colour", test_edges);

  return g_test_run ();
}
