/* supervision-fixture.c — rows for plans that are looked at, and the look itself. */
#include "supervision-fixture.h"

static gint64 next_id = 1;

static gint64
id_of (GuatuPlan *plan, GuatuTable table, gint32 row)
{
  return guatu_plan_id (plan, table, row);
}

gint32
add_report (GuatuPlan *plan, gint32 task, const char *date, gint64 share)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_REPORT, next_id++);

  guatu_test_set (plan, GUATU_TABLE_REPORT, row, GUATU_REPORT_TASK, id_of (plan, GUATU_TABLE_TASK, task));
  guatu_test_set (plan, GUATU_TABLE_REPORT, row, GUATU_REPORT_DATE, guatu_test_at (date));
  guatu_test_set (plan, GUATU_TABLE_REPORT, row, GUATU_REPORT_SHARE, share);
  return row;
}

gint32
add_override (GuatuPlan *plan, gint32 task, GuatuOverrideColour colour, const char *set_on, const char *expires_on)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_LIGHT_OVERRIDE, next_id++);

  guatu_test_set (plan, GUATU_TABLE_LIGHT_OVERRIDE, row, GUATU_LIGHT_OVERRIDE_TASK,
                  id_of (plan, GUATU_TABLE_TASK, task));
  guatu_test_set (plan, GUATU_TABLE_LIGHT_OVERRIDE, row, GUATU_LIGHT_OVERRIDE_COLOUR, colour);
  guatu_test_set (plan, GUATU_TABLE_LIGHT_OVERRIDE, row, GUATU_LIGHT_OVERRIDE_SET_ON, guatu_test_at (set_on));
  guatu_test_set (plan, GUATU_TABLE_LIGHT_OVERRIDE, row, GUATU_LIGHT_OVERRIDE_EXPIRES_ON, guatu_test_at (expires_on));
  g_assert_true (guatu_plan_set (plan, GUATU_TABLE_LIGHT_OVERRIDE, row, GUATU_LIGHT_OVERRIDE_BY_WHOM,
                                 GUATU_TEXT ("Chen")));
  g_assert_true (guatu_plan_set (plan, GUATU_TABLE_LIGHT_OVERRIDE, row, GUATU_LIGHT_OVERRIDE_REASON,
                                 GUATU_TEXT ("flood")));
  return row;
}

gint32
add_target (GuatuPlan *plan, gint32 task, const char *date, gint64 share)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_TASK_TARGET, next_id++);

  guatu_test_set (plan, GUATU_TABLE_TASK_TARGET, row, GUATU_TASK_TARGET_TASK, id_of (plan, GUATU_TABLE_TASK, task));
  guatu_test_set (plan, GUATU_TABLE_TASK_TARGET, row, GUATU_TASK_TARGET_DATE, guatu_test_at (date));
  guatu_test_set (plan, GUATU_TABLE_TASK_TARGET, row, GUATU_TASK_TARGET_SHARE, share);
  return row;
}

gint32
add_unit (GuatuPlan *plan, const char *name)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_UNIT, next_id++);

  g_assert_true (guatu_plan_set (plan, GUATU_TABLE_UNIT, row, GUATU_UNIT_NAME, GUATU_TEXT (name)));
  guatu_test_set (plan, GUATU_TABLE_UNIT, row, GUATU_UNIT_POSITION, row);
  return row;
}

gint32
add_assignment (GuatuPlan *plan, gint32 task, gint32 unit, GuatuRole role)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_ASSIGNMENT, next_id++);

  guatu_test_set (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_TASK, id_of (plan, GUATU_TABLE_TASK, task));
  guatu_test_set (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_UNIT, id_of (plan, GUATU_TABLE_UNIT, unit));
  guatu_test_set (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_ROLE, role);
  return row;
}

gint32
add_baseline (GuatuPlan *plan, const char *taken_on)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_BASELINE, next_id++);

  guatu_test_set (plan, GUATU_TABLE_BASELINE, row, GUATU_BASELINE_TAKEN_ON, guatu_test_at (taken_on));
  return row;
}

gint32
add_baseline_task (GuatuPlan *plan, gint32 baseline, gint32 task, const char *start, const char *finish, gint64 days)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_BASELINE_TASK, next_id++);

  guatu_test_set (plan, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_BASELINE,
                  id_of (plan, GUATU_TABLE_BASELINE, baseline));
  guatu_test_set (plan, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_TASK,
                  id_of (plan, GUATU_TABLE_TASK, task));
  guatu_test_set (plan, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_START, guatu_test_at (start));
  guatu_test_set (plan, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_FINISH, guatu_test_at (finish));
  guatu_test_set (plan, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_DURATION, days * 8 * GUATU_HOUR);
  return row;
}

gint32
use_preset (GuatuPlan *plan, const char *name)
{
  const GuatuLightPreset *preset = guatu_light_preset_find (name);
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_LIGHT_RULE_SET, next_id++);
  const struct { guint field; gint64 value; } fields[] = {
    { GUATU_LIGHT_RULE_SET_RULE, preset->rules.rule },
    { GUATU_LIGHT_RULE_SET_YELLOW_FROM, preset->rules.yellow_from },
    { GUATU_LIGHT_RULE_SET_ORANGE_FROM, preset->rules.orange_from },
    { GUATU_LIGHT_RULE_SET_RED_FROM, preset->rules.red_from },
    { GUATU_LIGHT_RULE_SET_INCLUSIVE, preset->rules.inclusive },
    { GUATU_LIGHT_RULE_SET_OVERDUE_IS_RED, preset->rules.overdue_is_red },
    { GUATU_LIGHT_RULE_SET_RAISES, preset->rules.raises },
    { GUATU_LIGHT_RULE_SET_RECOVERS, preset->rules.recovers },
    { GUATU_LIGHT_RULE_SET_SILENCE, preset->rules.silence },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    guatu_test_set (plan, GUATU_TABLE_LIGHT_RULE_SET, row, fields[i].field, fields[i].value);
  set_plan (plan, GUATU_PLAN_LIGHT_RULE_SET, id_of (plan, GUATU_TABLE_LIGHT_RULE_SET, row));
  return row;
}

void
set_task (GuatuPlan *plan, gint32 task, guint field, gint64 value)
{
  guatu_test_set (plan, GUATU_TABLE_TASK, task, field, value);
}

void
set_plan (GuatuPlan *plan, guint field, gint64 value)
{
  guatu_test_set (plan, GUATU_TABLE_PLAN, 0, field, value);
}

GuatuLights *
lights_at (GuatuPlan *plan, const char *date)
{
  g_autoptr(GError) error = NULL;
  GuatuLights *lights;

  guatu_plan_settle (plan);
  lights = guatu_lights_new (plan, NULL, date != NULL ? guatu_test_at (date) : GUATU_NONE, &error);
  g_assert_no_error (error);
  return lights;
}

GuatuLight
light_at (GuatuPlan *plan, gint32 task, const char *date)
{
  g_autoptr(GuatuLights) lights = lights_at (plan, date);

  return *guatu_lights_get (lights, task);
}

char *
reason_at (GuatuPlan *plan, gint32 task, const char *date)
{
  g_autoptr(GuatuLights) lights = lights_at (plan, date);

  return guatu_light_reason (lights, plan, task);
}
