/* guatu-lights.c — the default light rules: gap bands, overdue, raised, recovered, silent, roll-up. */
#include "guatu-lights-private.h"

#include "guatu-reference-private.h"

struct _GuatuLights
{
  guint       n;
  GuatuLight *lights;
};

/* What the rules look at while they judge one plan. */
typedef struct
{
  const GuatuPlan *plan;
  GuatuReference  *reference;
  GuatuInstant     status_date;
  double          *scratch;     /* shares by task row */
} Judge;

/* One task at one instant. */
typedef struct
{
  GuatuLightColour colour;
  GuatuLightRule   rule;
  gint64           planned;
  gint64           reported;
  gint64           gap;
  gint64           threshold;
  GuatuInstant     due;
} Reading;

static gboolean
happened (GuatuInstant what, GuatuInstant date)
{
  return what != GUATU_NONE && guatu_instant_day (what) <= guatu_instant_day (date);
}

static void
read_gap (Reading *reading)
{
  reading->rule = GUATU_LIGHT_RULE_GAP;
  if (reading->gap >= GUATU_GAP_RED)
    reading->colour = GUATU_LIGHT_RED, reading->threshold = GUATU_GAP_RED;
  else if (reading->gap >= GUATU_GAP_ORANGE)
    reading->colour = GUATU_LIGHT_ORANGE, reading->threshold = GUATU_GAP_ORANGE;
  else if (reading->gap >= GUATU_GAP_YELLOW)
    reading->colour = GUATU_LIGHT_YELLOW, reading->threshold = GUATU_GAP_YELLOW;
  else
    reading->colour = GUATU_LIGHT_GREEN;
}

/* The task's own light at @date from the two shares, before anything that other periods say. */
static Reading
judge_shares (const Judge *judge, gint32 task, GuatuInstant date, double planned, double reported)
{
  gint64 deadline = guatu_plan_task_number (judge->plan, task, GUATU_TASK_DEADLINE);
  gint64 actual_start = guatu_plan_task_number (judge->plan, task, GUATU_TASK_ACTUAL_START);
  Reading reading = { .planned = guatu_share_round (planned), .reported = guatu_share_round (reported) };

  reading.gap = reading.planned - reading.reported;
  reading.due = deadline != GUATU_NONE ? deadline : judge->reference->finish[task];

  if (reading.reported >= 10000)
    {
      reading.colour = GUATU_LIGHT_DONE;
      reading.rule = GUATU_LIGHT_RULE_FINISHED;
    }
  else if (reading.due < date)
    {
      reading.colour = GUATU_LIGHT_RED;
      reading.rule = GUATU_LIGHT_RULE_OVERDUE;
    }
  else if (judge->reference->start[task] >= date && !happened (actual_start, date) && reading.reported == 0)
    {
      reading.colour = GUATU_LIGHT_NONE;
      reading.rule = GUATU_LIGHT_RULE_NOT_DUE;
    }
  else
    {
      read_gap (&reading);
    }

  return reading;
}

static Reading
judge_at (const Judge *judge, guint place, gint32 task, GuatuInstant date)
{
  guint size = guatu_plan_is_summary (judge->plan, task) ? guatu_branch_size (judge->plan, place) : 1;
  double planned, reported;

  guatu_reference_planned (judge->reference, date, place, size, judge->scratch);
  planned = judge->scratch[task];
  guatu_reference_reported (judge->reference, date, place, size, judge->scratch);
  reported = judge->scratch[task];

  return judge_shares (judge, task, date, planned, reported);
}

/* The instant at which a past day is judged: as a status date typed without a time would be, and
 * never later than the status date itself. */
static GuatuInstant
end_of_day (const Judge *judge, GuatuInstant day)
{
  return MIN (day + guatu_plan_settings (judge->plan)->default_finish, judge->status_date);
}

/* No light, and a finished task, count as green. */
static int
severity (GuatuLightColour colour)
{
  return colour == GUATU_LIGHT_NONE || colour == GUATU_LIGHT_DONE ? GUATU_LIGHT_GREEN : (int) colour;
}

static gboolean
reported_between (const Judge *judge, gint32 task, GuatuInstant first, GuatuInstant last)
{
  gint32 report = guatu_progress_latest_report (judge->plan, task, last);
  const GuatuReport *reports = guatu_plan_rows (judge->plan, GUATU_TABLE_REPORT);

  return report >= 0 && guatu_instant_day (reports[report].date) >= guatu_instant_day (first);
}

/* Whether the last closed period and the running one have passed without a report. */
static gboolean
is_silent (const Judge *judge, gint32 task, GuatuReportCycle cycle)
{
  GuatuInstant start = guatu_plan_task_number (judge->plan, task, GUATU_TASK_ACTUAL_START);
  GuatuPeriod closed = guatu_period_closed (cycle, judge->status_date);

  if (start == GUATU_NONE)
    start = judge->reference->start[task];

  return guatu_instant_day (closed.first) >= guatu_instant_day (start)
         && !reported_between (judge, task, closed.first, judge->status_date);
}

/**
 * holds_since:
 *
 * The first day of the unbroken stretch up to the status date in which the light reads as it does
 * now. Between two reports a light can only get worse, so each stretch is searched by halves.
 */
static GuatuInstant
holds_since (const Judge *judge, guint place, gint32 task, GuatuLightColour colour, GuatuInstant due)
{
  const GuatuReport *reports = guatu_plan_rows (judge->plan, GUATU_TABLE_REPORT);
  gint64 last = guatu_instant_day (judge->status_date);
  gint64 start = MIN (guatu_instant_day (MIN (judge->reference->start[task], due)), last);

  while (TRUE)
    {
      gint32 report = guatu_progress_latest_report (judge->plan, task, last * GUATU_DAY);
      gint64 first = report >= 0 ? guatu_instant_day (reports[report].date) : start;
      gint64 low = MIN (first, last), high = last;

      while (low < high)
        {
          gint64 middle = low + (high - low) / 2;

          if (judge_at (judge, place, task, end_of_day (judge, middle * GUATU_DAY)).colour == colour)
            high = middle;
          else
            low = middle + 1;
        }

      if (high > first || report < 0
          || judge_at (judge, place, task, end_of_day (judge, (high - 1) * GUATU_DAY)).colour != colour)
        return high * GUATU_DAY;

      last = high - 1;
    }
}

/* Behind in the last two closed periods, no better in the second, and no better now. */
static gboolean
is_raised (const Judge *judge, guint place, gint32 task, GuatuReportCycle cycle, int now)
{
  GuatuPeriod closed = guatu_period_closed (cycle, judge->status_date);
  GuatuPeriod before = guatu_period_before (cycle, closed);
  int second, first;

  if (now == GUATU_LIGHT_GREEN)
    return FALSE;

  second = severity (judge_at (judge, place, task, end_of_day (judge, closed.last)).colour);
  if (second == GUATU_LIGHT_GREEN || now < second)
    return FALSE;

  first = severity (judge_at (judge, place, task, end_of_day (judge, before.last)).colour);
  return first != GUATU_LIGHT_GREEN && second >= first;
}

static gboolean
is_recovered (const Judge *judge, guint place, gint32 task, GuatuReportCycle cycle)
{
  GuatuPeriod before = guatu_period_before (cycle, guatu_period_at (cycle, judge->status_date));

  return judge_at (judge, place, task, end_of_day (judge, before.last)).colour == GUATU_LIGHT_RED;
}

/* The whole rule for a task that is judged by its own share. */
static GuatuLight
judge_task (const Judge *judge, guint place, gint32 task, double planned, double reported)
{
  GuatuReportCycle cycle = guatu_plan_task (judge->plan, task)->report_cycle;
  Reading now = judge_shares (judge, task, judge->status_date, planned, reported);
  GuatuLight light = {
    .shown = now.colour, .raw = now.colour, .rule = now.rule, .cause = task,
    .planned = now.planned, .reported = now.reported, .gap = now.gap,
    .threshold = now.threshold, .due = now.due, .since = GUATU_NONE,
  };

  if (now.colour == GUATU_LIGHT_NONE || now.colour == GUATU_LIGHT_DONE)
    return light;

  light.since = holds_since (judge, place, task, now.colour, now.due);
  if (now.colour == GUATU_LIGHT_GREEN)
    {
      if (is_recovered (judge, place, task, cycle))
        {
          light.shown = GUATU_LIGHT_YELLOW;
          light.rule = GUATU_LIGHT_RULE_RECOVERED;
        }
    }
  else if (now.colour != GUATU_LIGHT_RED && is_raised (judge, place, task, cycle, now.colour))
    {
      light.shown = (guint8) (now.colour + 1);
      light.rule = GUATU_LIGHT_RULE_RAISED;
    }

  if (light.shown == GUATU_LIGHT_GREEN && is_silent (judge, task, cycle))
    {
      light.shown = GUATU_LIGHT_YELLOW;
      light.rule = GUATU_LIGHT_RULE_SILENT;
    }

  return light;
}

/* Of two leaves the worse is shown; a finished one only if all are. */
static int
weight (GuatuLightColour colour)
{
  return colour == GUATU_LIGHT_DONE ? -1 : (int) colour;
}

/* @worst: by task row, the leaf below with the worst light; -1 yet. */
static void
pass_up (const GuatuPlan *plan, const GuatuLight *lights, gint32 *worst, gint32 task)
{
  gint32 parent = guatu_plan_task (plan, task)->parent;
  gint32 leaf = worst[task];

  /* The outline is walked from its end: of equals the first in it stays. */
  if (parent >= 0
      && (worst[parent] < 0 || weight (lights[leaf].shown) >= weight (lights[worst[parent]].shown)))
    worst[parent] = leaf;
}

static void
roll_up (GuatuLight *light, const GuatuLight *leaf, gint32 cause, double planned, double reported)
{
  *light = *leaf;
  if (leaf->shown != GUATU_LIGHT_NONE && leaf->shown != GUATU_LIGHT_DONE)
    light->rule = GUATU_LIGHT_RULE_WORST;
  light->cause = cause;
  light->threshold = 0;
  light->planned = guatu_share_round (planned);
  light->reported = guatu_share_round (reported);
  light->gap = light->planned - light->reported;
}

static void
no_lights (GuatuLights *self, const double *reported)
{
  for (guint i = 0; i < self->n; i++)
    self->lights[i] = (GuatuLight) {
      .shown = GUATU_LIGHT_NONE, .raw = GUATU_LIGHT_NONE, .rule = GUATU_LIGHT_RULE_NO_STATUS_DATE,
      .cause = (gint32) i, .planned = GUATU_NONE, .gap = GUATU_NONE, .due = GUATU_NONE, .since = GUATU_NONE,
      .reported = guatu_share_round (reported[i]),
    };
}

static void
judge_all (GuatuLights *self, const Judge *judge, const double *planned, const double *reported)
{
  const GuatuPlan *plan = judge->plan;
  g_autofree gint32 *worst = g_new (gint32, MAX (self->n, 1));
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  for (guint i = 0; i < self->n; i++)
    worst[i] = -1;

  for (guint place = n; place-- > 0;)
    {
      gint32 task = outline[place];

      if (!guatu_plan_is_summary (plan, task))
        {
          worst[task] = task;
          self->lights[task] = judge_task (judge, place, task, planned[task], reported[task]);
        }
      else if (guatu_progress_latest_report (plan, task, judge->status_date) >= 0)
        {
          self->lights[task] = judge_task (judge, place, task, planned[task], reported[task]);
        }
      else
        {
          roll_up (&self->lights[task], &self->lights[worst[task]], worst[task], planned[task], reported[task]);
        }
      pass_up (plan, self->lights, worst, task);
    }
}

GuatuLights *
guatu_lights_new (const GuatuPlan *plan, const GuatuSchedule *schedule, GuatuInstant status_date, GError **error)
{
  g_autoptr(GuatuLights) self = g_new0 (GuatuLights, 1);
  g_autoptr(GuatuReference) reference = guatu_reference_new (plan, schedule, error);
  guint n = guatu_plan_n_rows (plan, GUATU_TABLE_TASK);
  g_autofree double *planned = g_new0 (double, n);
  g_autofree double *reported = g_new0 (double, n);
  g_autofree double *scratch = g_new0 (double, n);
  Judge judge = { plan, reference, status_date, scratch };

  if (reference == NULL)
    return NULL;

  self->n = n;
  self->lights = g_new0 (GuatuLight, MAX (n, 1));
  guatu_reference_reported (reference, status_date, 0, 0, reported);
  if (status_date == GUATU_NONE)
    {
      no_lights (self, reported);
      return g_steal_pointer (&self);
    }

  guatu_reference_planned (reference, status_date, 0, 0, planned);
  judge_all (self, &judge, planned, reported);
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
