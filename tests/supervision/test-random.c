/* test-random.c — plans filled at random: everything can be worked out and said, and some things always hold. */
#include "guatu-baseline-changes.h"
#include "guatu-unit-lights.h"
#include "supervision-fixture.h"

#include <string.h>

#define N_PLANS 60
#define N_TASKS 25

/* The plan as any file may hold it, looked at on a day about its middle or far from it. */
static GuatuInstant
some_date (GRand *rand, const GuatuSchedule *schedule)
{
  if (g_rand_int_range (rand, 0, 10) == 0)
    return (GuatuInstant) g_rand_int_range (rand, 0, 40000) * GUATU_DAY;
  return schedule->plan_start + (GuatuInstant) g_rand_int_range (rand, -10, 400) * GUATU_DAY +
         g_rand_int_range (rand, 0, 86400);
}

static void
check_light (const GuatuPlan *plan, const GuatuLights *lights, gint32 task, GuatuInstant date)
{
  const GuatuLight *light = guatu_lights_get (lights, task);
  g_autofree char *reason = guatu_light_reason (lights, plan, task);

  g_assert_cmpuint (strlen (reason), >, 0);
  if (light->rule == GUATU_LIGHT_RULE_INACTIVE)
    {
      g_assert_cmpint (light->shown, ==, GUATU_LIGHT_NONE);
      return;
    }
  g_assert_cmpint (light->gap, ==, light->planned - light->reported);
  g_assert_cmpint (light->planned, >=, 0);
  g_assert_cmpint (light->planned, <=, 10000);
  /* Done is done for all rules; what is shown by hand has a row that says so. */
  g_assert_cmpint (light->shown == GUATU_LIGHT_DONE, ==, light->rule == GUATU_LIGHT_RULE_FINISHED);
  g_assert_cmpint (light->override >= 0, ==, light->rule == GUATU_LIGHT_RULE_OVERRIDE);
  if (light->since != GUATU_NONE)
    g_assert_cmpint (light->since, <=, date);
  /* A report of as much as the reason asks for is green, by the marks. */
  if (light->green_from != GUATU_NONE)
    g_assert_true (light->green_from >= 0 && light->green_from <= 10000);
}

static void
check_pace (const GuatuPace *pace)
{
  g_assert_cmpint (pace->left, ==, 10000 - pace->reported);
  g_assert_cmpint (pace->forecast != GUATU_NONE, ==, pace->days_late != GUATU_NONE);
  if (pace->forecast != GUATU_NONE)
    g_assert_cmpint (pace->recent, >=, 0);
}

static void
check_plan (GuatuPlan *plan, GRand *rand)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuSchedule) schedule = guatu_schedule_new (plan, NULL, &error);
  GuatuInstant date = some_date (rand, schedule);
  g_autoptr(GuatuLights) lights = guatu_lights_new (plan, schedule, date, &error);
  g_autofree GuatuPace *paces = guatu_pace_new (plan, schedule, date, &error);
  g_autofree GuatuUnitLight *units = NULL;
  g_autofree GuatuBaselineChange *changes = NULL;
  guint n, n_units, n_changes;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      check_light (plan, lights, outline[i], date);
      check_pace (&paces[outline[i]]);
    }

  units = guatu_unit_lights_new (plan, schedule, lights, date, &n_units, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_units; i++)
    if (units[i].n_tasks > 0)
      check_pace (&units[i].pace);

  changes = guatu_baseline_compare (plan, schedule, guatu_progress_reference_baseline (plan), -1, &n_changes);
  g_assert_cmpuint (n_changes, ==, n);
}

static void
test_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20240304);

  for (guint i = 0; i < N_PLANS; i++)
    {
      g_autoptr(GuatuPlan) plan = guatu_test_random_plan (rand, N_TASKS);

      check_plan (plan, rand);
    }
}

static void
test_presets (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20240305);
  guint n;
  const GuatuLightPreset *presets = guatu_light_presets (&n);

  for (guint i = 0; i < N_PLANS; i++)
    {
      g_autoptr(GuatuPlan) plan = guatu_test_random_plan (rand, N_TASKS);

      use_preset (plan, presets[i % n].name);
      set_plan (plan, GUATU_PLAN_LIGHT_ROLL_UP, (gint64) (i / n) % 2);
      guatu_plan_settle (plan);
      check_plan (plan, rand);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/random/any-plan-has-lights-paces-and-changes", test_random);
  g_test_add_func ("/random/under-any-preset-too", test_presets);

  return g_test_run ();
}
