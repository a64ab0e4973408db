/* guatu-lights.c — the light that is shown: the order of the rules, and the roll-up to summaries. */
#include "guatu-lights-private.h"

struct _GuatuLights
{
  guint           n;
  GuatuLight     *lights;
  GuatuLightRules rules;
};

/* A leaf, or a summary with reports of its own, answers for itself; any other is a mean of what lies below. */
typedef enum { ITSELF, A_MEAN } Subject;

int
guatu_light_compare (GuatuLightColour a, GuatuLightColour b)
{
  int place_of_a = a == GUATU_LIGHT_DONE ? -1 : (int) a;
  int place_of_b = b == GUATU_LIGHT_DONE ? -1 : (int) b;

  return place_of_a - place_of_b;
}

GuatuLightColour
guatu_light_of_override (GuatuOverrideColour colour)
{
  return (GuatuLightColour) (GUATU_LIGHT_GREEN + (colour - GUATU_OVERRIDE_GREEN));
}

/* The next worse colour that the rule set has. */
static GuatuLightColour
one_step_worse (const GuatuLightRules *rules, GuatuLightColour colour)
{
  if (colour == GUATU_LIGHT_YELLOW && rules->orange_from != GUATU_NONE)
    return GUATU_LIGHT_ORANGE;
  return GUATU_LIGHT_RED;
}

/* The colour raised or recovered, where other periods ask for it. */
static void
mind_periods (const GuatuJudge *judge, guint place, GuatuLight *light)
{
  gboolean is_green = light->raw == GUATU_LIGHT_GREEN || light->raw == GUATU_LIGHT_NONE;

  if (is_green && judge->rules.recovers && guatu_judge_was_red (judge, place))
    {
      light->shown = GUATU_LIGHT_YELLOW;
      light->rule = GUATU_LIGHT_RULE_RECOVERED;
    }
  else if (!is_green && judge->rules.raises && light->raw != GUATU_LIGHT_RED &&
           guatu_judge_is_raised (judge, place, light->raw))
    {
      light->shown = one_step_worse (&judge->rules, light->raw);
      light->rule = GUATU_LIGHT_RULE_RAISED;
    }
}

/* The whole order: tick, override, raised or recovered colour, silent floor. */
static void
finish_light (const GuatuJudge *judge, guint place, Subject subject, GuatuLight *light)
{
  const GuatuLightOverride *overrides = guatu_plan_rows (judge->plan, GUATU_TABLE_LIGHT_OVERRIDE);

  if (light->raw == GUATU_LIGHT_DONE)
    return;

  if (light->raw != GUATU_LIGHT_NONE)
    light->since = guatu_judge_since (judge, place, light->raw, light->due);

  light->override = guatu_judge_override (judge, place, &light->expired);
  if (light->override >= 0)
    {
      light->shown = guatu_light_of_override (overrides[light->override].colour);
      light->rule = GUATU_LIGHT_RULE_OVERRIDE;
      light->since = overrides[light->override].set_on;
      return;
    }

  mind_periods (judge, place, light);
  /* A mean has no reports of its own to miss: its leaves are asked for theirs. */
  if (subject == ITSELF && judge->rules.silence && light->shown == GUATU_LIGHT_GREEN &&
      guatu_judge_is_silent (judge, place))
    {
      light->shown = GUATU_LIGHT_YELLOW;
      light->rule = GUATU_LIGHT_RULE_SILENT;
    }
}

static GuatuLight
judge_task (const GuatuJudge *judge, guint place, gint32 task, Subject subject, double planned, double reported)
{
  GuatuReading now = guatu_judge_shares (judge, place, judge->status_date, planned, reported);
  GuatuLight light = {
    .shown = now.colour, .raw = now.colour, .rule = now.rule, .raw_rule = now.rule, .cause = task,
    .override = -1, .expired = -1, .planned = now.planned, .reported = now.reported, .gap = now.gap,
    .figure = now.figure, .threshold = now.threshold, .due = now.due, .since = GUATU_NONE,
    .green_from = guatu_judge_green_from (judge, &now),
  };

  /* The marks of a mean are asked under that name; what is finished, overdue or not due is called so of anything. */
  if (subject == A_MEAN && now.figure != GUATU_NONE)
    light.rule = GUATU_LIGHT_RULE_WEIGHTED;

  finish_light (judge, place, subject, &light);
  return light;
}

/* Roll-up -------------------------------------------------------------------------------------------------- */

/* @worst: by task row, the leaf below with the worst light; -1 yet. */
static void
pass_up (const GuatuPlan *plan, const GuatuLight *lights, gint32 *worst, gint32 task)
{
  gint32 parent = guatu_plan_task (plan, task)->parent;
  gint32 leaf = worst[task];

  /* The outline is walked from its end: of equals the first in it stays. */
  if (parent >= 0 &&
      (worst[parent] < 0 || guatu_light_compare (lights[leaf].shown, lights[worst[parent]].shown) >= 0))
    worst[parent] = leaf;
}

/* A summary that shows its worst leaf, unless it is set by hand itself. */
static GuatuLight
roll_up (const GuatuJudge *judge, guint place, const GuatuLight *leaf, gint32 cause, double planned, double reported)
{
  const GuatuLightOverride *overrides = guatu_plan_rows (judge->plan, GUATU_TABLE_LIGHT_OVERRIDE);
  GuatuLight light = *leaf;

  if (leaf->shown != GUATU_LIGHT_NONE && leaf->shown != GUATU_LIGHT_DONE)
    light.rule = light.raw_rule = GUATU_LIGHT_RULE_WORST;
  light.cause = cause;
  light.planned = guatu_share_round (planned);
  light.reported = guatu_share_round (reported);
  light.gap = light.planned - light.reported;
  light.figure = light.threshold = light.green_from = GUATU_NONE;
  light.override = light.expired = -1;

  if (light.shown != GUATU_LIGHT_DONE)
    light.override = guatu_judge_override (judge, place, &light.expired);
  if (light.override >= 0)
    {
      light.shown = guatu_light_of_override (overrides[light.override].colour);
      light.rule = GUATU_LIGHT_RULE_OVERRIDE;
      light.since = overrides[light.override].set_on;
    }
  return light;
}

/* A light that says nothing but why there is none. */
static GuatuLight
no_light (gint32 task, GuatuLightRule rule, double reported)
{
  return (GuatuLight) {
    .shown = GUATU_LIGHT_NONE, .raw = GUATU_LIGHT_NONE, .rule = (guint8) rule, .raw_rule = (guint8) rule,
    .cause = task, .override = -1, .expired = -1, .planned = GUATU_NONE, .reported = guatu_share_round (reported),
    .gap = GUATU_NONE, .figure = GUATU_NONE, .threshold = GUATU_NONE, .green_from = GUATU_NONE, .due = GUATU_NONE,
    .since = GUATU_NONE,
  };
}

static void
judge_all (GuatuLights *self, const GuatuJudge *judge, const double *planned, const double *reported)
{
  const GuatuPlan *plan = judge->plan;
  gboolean weighted = guatu_plan_settings (plan)->light_roll_up == GUATU_ROLL_UP_WEIGHTED;
  g_autofree gint32 *worst = g_new (gint32, MAX (self->n, 1));
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  for (guint i = 0; i < self->n; i++)
    worst[i] = -1;

  for (guint place = n; place-- > 0;)
    {
      gint32 task = outline[place];
      gboolean summary = guatu_plan_is_summary (plan, task);

      /* What is in it was looked at before: a summary that nothing active is in takes no part either. */
      if (!guatu_plan_is_active (plan, task) || (summary && worst[task] < 0))
        {
          self->lights[task] = no_light (task, GUATU_LIGHT_RULE_INACTIVE, reported[task]);
          continue;
        }
      if (!summary)
        worst[task] = task;

      if (!summary || guatu_progress_latest_report (plan, task, judge->status_date) >= 0)
        self->lights[task] = judge_task (judge, place, task, ITSELF, planned[task], reported[task]);
      else if (weighted)
        self->lights[task] = judge_task (judge, place, task, A_MEAN, planned[task], reported[task]);
      else
        self->lights[task] = roll_up (judge, place, &self->lights[worst[task]], worst[task], planned[task],
                                      reported[task]);
      pass_up (plan, self->lights, worst, task);
    }
}

/* All of them -------------------------------------------------------------------------------------------------- */

static void
no_lights (GuatuLights *self, const double *reported)
{
  for (guint i = 0; i < self->n; i++)
    self->lights[i] = no_light ((gint32) i, GUATU_LIGHT_RULE_NO_STATUS_DATE, reported[i]);
}

static void
find_periods (GuatuJudge *judge)
{
  for (guint cycle = 0; judge->status_date != GUATU_NONE && cycle < GUATU_N_CYCLES; cycle++)
    judge->periods[cycle] = guatu_periods_from ((GuatuReportCycle) cycle, judge->status_date);
}

GuatuLights *
guatu_lights_new (const GuatuPlan *plan, const GuatuSchedule *schedule, GuatuInstant status_date, GError **error)
{
  return guatu_lights_new_with_shares (plan, schedule, status_date, NULL, NULL, error);
}

GuatuLights *
guatu_lights_new_with_shares (const GuatuPlan *plan, const GuatuSchedule *schedule, GuatuInstant status_date,
                              gint64 **reported_shares, gint64 **planned_shares, GError **error)
{
  g_autoptr(GuatuLights) self = g_new0 (GuatuLights, 1);
  g_autoptr(GuatuReference) reference = guatu_reference_new (plan, schedule, error);
  guint n = guatu_plan_n_rows (plan, GUATU_TABLE_TASK);
  g_autofree double *planned = g_new0 (double, n);
  g_autofree double *reported = g_new0 (double, n);
  g_autofree double *scratch = g_new0 (double, n);
  GuatuJudge judge = { plan, reference, guatu_light_rules_in_force (plan), status_date, scratch };

  if (reference == NULL)
    return NULL;

  self->n = n;
  self->rules = judge.rules;
  self->lights = g_new0 (GuatuLight, MAX (n, 1));
  find_periods (&judge);
  guatu_reference_reported (reference, status_date, 0, 0, reported);
  if (status_date != GUATU_NONE)
    {
      guatu_reference_planned (reference, status_date, 0, 0, planned);
      judge_all (self, &judge, planned, reported);
    }
  else
    {
      no_lights (self, reported);
    }

  if (reported_shares != NULL)
    *reported_shares = guatu_shares_round (reported, n);
  if (planned_shares != NULL)
    *planned_shares = status_date != GUATU_NONE ? guatu_shares_round (planned, n) : NULL;
  return g_steal_pointer (&self);
}

void
guatu_lights_free (GuatuLights *self)
{
  if (self == NULL)
    return;

  g_free (self->lights);
  g_free (self);
}

const GuatuLight *
guatu_lights_get (const GuatuLights *self, gint32 task)
{
  g_return_val_if_fail (task >= 0 && (guint) task < self->n, NULL);

  return &self->lights[task];
}

const GuatuLightRules *
guatu_lights_rules (const GuatuLights *self)
{
  return &self->rules;
}
