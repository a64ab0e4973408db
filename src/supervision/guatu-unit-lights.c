/* guatu-unit-lights.c — the tasks a unit answers for, and what their lights, shares and pace come to. */
#include "guatu-unit-lights.h"

#include "guatu-lights-private.h"
#include "guatu-pace-private.h"

typedef struct
{
  const GuatuPaceFacts *facts;
  const GuatuLights    *lights;
  gboolean              weighted;
  double               *scratch;
} Sum;

/* The unit's tasks in outline order. */
static GArray *
tasks_of (const GuatuPlan *plan, gint32 unit)
{
  const GuatuAssignment *assignments = guatu_plan_rows (plan, GUATU_TABLE_ASSIGNMENT);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *tasks = g_array_new (FALSE, FALSE, sizeof (gint32));
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_UNIT, unit, &n);

  for (guint i = 0; i < n; i++)
    {
      const GuatuAssignment *row = &assignments[rows[i]];

      if ((row->role == GUATU_ROLE_LEAD_UNIT || row->role == GUATU_ROLE_TASK_FORCE) &&
          guatu_plan_is_active (plan, row->task) && g_hash_table_add (seen, GINT_TO_POINTER (row->task)))
        g_array_append_val (tasks, row->task);
    }

  return tasks;
}

/* Those of the tasks that lie below no other one of them. */
static GArray *
topmost (const GuatuPlan *plan, const GArray *tasks)
{
  g_autoptr(GHashTable) all = g_hash_table_new (NULL, NULL);
  GArray *top = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (guint i = 0; i < tasks->len; i++)
    g_hash_table_add (all, GINT_TO_POINTER (g_array_index (tasks, gint32, i)));

  for (guint i = 0; i < tasks->len; i++)
    {
      gint32 task = g_array_index (tasks, gint32, i);
      gint32 above = guatu_plan_task (plan, task)->parent;

      while (above >= 0 && !g_hash_table_contains (all, GINT_TO_POINTER (above)))
        above = guatu_plan_task (plan, above)->parent;
      if (above < 0)
        g_array_append_val (top, task);
    }

  return top;
}

/* Pace ----------------------------------------------------------------------------------------------------- */

static double
mean (const Sum *sum, const GArray *tasks, const double *shares)
{
  return guatu_reference_mean (sum->facts->reference, (const gint32 *) (gpointer) tasks->data, tasks->len, shares);
}

/* What had been reported before the day on which the first of them started. */
static double
reported_before (const Sum *sum, const GArray *tasks, GuatuInstant start)
{
  const GuatuPaceFacts *facts = sum->facts;
  GuatuInstant day_before = (guatu_instant_day (start) - 1) * GUATU_DAY;

  for (guint i = 0; i < tasks->len; i++)
    {
      guint place = guatu_plan_task_place (facts->plan, g_array_index (tasks, gint32, i)) - 1;
      guint size = guatu_branch_size (facts->plan, place);

      guatu_reference_reported (facts->reference, day_before, place, size, sum->scratch);
    }
  return mean (sum, tasks, sum->scratch);
}

static GuatuPace
pace_of_unit (const Sum *sum, gint32 unit, const GArray *tasks)
{
  const GuatuPaceFacts *facts = sum->facts;
  const GuatuUnit *row = &((const GuatuUnit *) guatu_plan_rows (facts->plan, GUATU_TABLE_UNIT))[unit];
  GuatuPaceSubject subject = {
    .worktime = guatu_plan_worktime (facts->plan, row->calendar),
    .day = guatu_plan_settings (facts->plan)->minutes_per_day * GUATU_MINUTE,
    .start = GUATU_INSTANT_MAX, .due = GUATU_INSTANT_MIN,
    .planned = mean (sum, tasks, facts->planned),
    .reported = mean (sum, tasks, facts->reported),
    .before = mean (sum, tasks, facts->before),
  };

  for (guint i = 0; i < tasks->len; i++)
    {
      gint32 task = g_array_index (tasks, gint32, i);

      subject.start = MIN (subject.start, facts->start[task]);
      subject.due = MAX (subject.due, guatu_pace_due (facts, task));
    }

  if (guatu_pace_asks_start (&subject, facts->status_date))
    subject.at_start = reported_before (sum, tasks, subject.start);
  return guatu_pace_of (&subject, facts->status_date);
}

/* Light ---------------------------------------------------------------------------------------------------- */

static void
count_lights (const Sum *sum, const GArray *tasks, GuatuUnitLight *light)
{
  gint32 worst = -1;

  for (guint i = 0; i < tasks->len; i++)
    {
      gint32 task = g_array_index (tasks, gint32, i);
      GuatuLightColour shown = guatu_lights_get (sum->lights, task)->shown;

      light->n_lights[shown]++;
      if (worst < 0 || guatu_light_compare (shown, guatu_lights_get (sum->lights, worst)->shown) > 0)
        worst = task;
    }

  if (worst < 0)
    return;

  light->shown = guatu_lights_get (sum->lights, worst)->shown;
  light->rule = guatu_lights_get (sum->lights, worst)->rule;
  if (light->shown == GUATU_LIGHT_NONE || light->shown == GUATU_LIGHT_DONE)
    return;

  light->rule = GUATU_LIGHT_RULE_WORST;
  light->cause = guatu_lights_get (sum->lights, worst)->cause;
}

/* Rules that look at days and not at shares know no mean: the worst light stands. */
static void
weigh_lights (const Sum *sum, GuatuUnitLight *light)
{
  const GuatuLightRules *rules = guatu_lights_rules (sum->lights);
  GuatuReading reading = {
    .planned = light->pace.planned, .reported = light->pace.reported, .threshold = GUATU_NONE,
  };

  if (light->shown == GUATU_LIGHT_NONE || light->shown == GUATU_LIGHT_DONE ||
      (rules->rule != GUATU_RULE_POINTS && rules->rule != GUATU_RULE_RATIO))
    return;

  guatu_judge_by_shares (rules, &reading);
  light->shown = reading.colour;
  light->rule = GUATU_LIGHT_RULE_WEIGHTED;
  light->cause = -1;
}

static GuatuUnitLight
light_of_unit (const Sum *sum, gint32 unit)
{
  g_autoptr(GArray) tasks = tasks_of (sum->facts->plan, unit);
  g_autoptr(GArray) top = topmost (sum->facts->plan, tasks);
  GuatuUnitLight light = {
    .unit = unit, .n_tasks = tasks->len, .shown = GUATU_LIGHT_NONE, .rule = GUATU_LIGHT_RULE_NOT_DUE, .cause = -1,
    .gap = GUATU_NONE,
  };

  if (sum->facts->status_date == GUATU_NONE)
    light.rule = GUATU_LIGHT_RULE_NO_STATUS_DATE;
  if (tasks->len == 0 || sum->facts->status_date == GUATU_NONE)
    {
      light.pace = guatu_pace_unknown (mean (sum, top, sum->facts->reported));
      light.n_lights[GUATU_LIGHT_NONE] = tasks->len;
      if (tasks->len == 0)
        light.pace.reported = light.pace.left = GUATU_NONE;
      return light;
    }

  light.pace = pace_of_unit (sum, unit, top);
  light.gap = light.pace.planned - light.pace.reported;
  count_lights (sum, tasks, &light);
  if (sum->weighted)
    weigh_lights (sum, &light);
  return light;
}

GuatuUnitLight *
guatu_unit_lights_new (const GuatuPlan *plan, const GuatuSchedule *schedule, const GuatuLights *lights,
                       GuatuInstant status_date, guint *n, GError **error)
{
  g_autoptr(GuatuPaceFacts) facts = guatu_pace_facts_new (plan, schedule, status_date, error);
  g_autofree double *scratch = g_new0 (double, MAX (guatu_plan_n_rows (plan, GUATU_TABLE_TASK), 1));
  g_autofree gint32 *units = guatu_plan_in_order (plan, GUATU_TABLE_UNIT, n);
  Sum sum = { facts, lights, guatu_plan_settings (plan)->light_roll_up == GUATU_ROLL_UP_WEIGHTED, scratch };
  GuatuUnitLight *found;

  if (facts == NULL)
    return NULL;

  found = g_new0 (GuatuUnitLight, MAX (*n, 1));
  for (guint i = 0; i < *n; i++)
    found[i] = light_of_unit (&sum, units[i]);
  return found;
}
