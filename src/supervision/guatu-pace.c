/* guatu-pace.c — required pace, recent pace and the forecast that follows from it. */
#include "guatu-pace-private.h"

#include <math.h>

#define ALL        10000
#define LOOK_BACK  (GUATU_PACE_WEEKS * 7 * GUATU_DAY)

/* Facts -------------------------------------------------------------------------------------------------- */

/* The actual start if that has come, else the reference start; of a summary the first actual start below it. */
static void
find_starts (GuatuPaceFacts *self)
{
  gint64 today = guatu_instant_day (self->status_date);
  guint n;
  const gint32 *outline = guatu_plan_outline (self->plan, &n);
  guint n_rows = guatu_plan_n_rows (self->plan, GUATU_TABLE_TASK);
  g_autofree GuatuInstant *actual = g_new (GuatuInstant, MAX (n_rows, 1));

  for (guint i = 0; i < n_rows; i++)
    actual[i] = GUATU_NONE;

  for (guint i = n; i-- > 0;)
    {
      gint32 task = outline[i];
      gint32 parent = guatu_plan_task (self->plan, task)->parent;
      gint64 own = guatu_plan_task_number (self->plan, task, GUATU_TASK_ACTUAL_START);

      if (own != GUATU_NONE && guatu_instant_day (own) <= today && (actual[task] == GUATU_NONE || own < actual[task]))
        actual[task] = own;
      if (parent >= 0 && actual[task] != GUATU_NONE && (actual[parent] == GUATU_NONE || actual[task] < actual[parent]))
        actual[parent] = actual[task];
      self->start[task] = actual[task] != GUATU_NONE ? actual[task] : self->reference->start[task];
    }
}

GuatuPaceFacts *
guatu_pace_facts_new (const GuatuPlan *plan, const GuatuSchedule *schedule, GuatuInstant status_date, GError **error)
{
  g_autoptr(GuatuPaceFacts) self = g_new0 (GuatuPaceFacts, 1);
  guint n = MAX (guatu_plan_n_rows (plan, GUATU_TABLE_TASK), 1);

  self->plan = plan;
  self->status_date = status_date;
  self->reference = guatu_reference_new (plan, schedule, error);
  if (self->reference == NULL)
    return NULL;

  self->planned = g_new0 (double, n);
  self->reported = g_new0 (double, n);
  self->before = g_new0 (double, n);
  self->start = g_new0 (GuatuInstant, n);
  guatu_reference_reported (self->reference, status_date, 0, 0, self->reported);
  if (status_date == GUATU_NONE)
    return g_steal_pointer (&self);

  guatu_reference_planned (self->reference, status_date, 0, 0, self->planned);
  guatu_reference_reported (self->reference, status_date - LOOK_BACK, 0, 0, self->before);
  find_starts (self);
  return g_steal_pointer (&self);
}

void
guatu_pace_facts_free (GuatuPaceFacts *self)
{
  if (self == NULL)
    return;

  guatu_reference_free (self->reference);
  g_free (self->planned);
  g_free (self->reported);
  g_free (self->before);
  g_free (self->start);
  g_free (self);
}

GuatuInstant
guatu_pace_due (const GuatuPaceFacts *facts, gint32 task)
{
  gint64 deadline = guatu_plan_task_number (facts->plan, task, GUATU_TASK_DEADLINE);

  return deadline != GUATU_NONE ? deadline : facts->reference->finish[task];
}

/* Pace --------------------------------------------------------------------------------------------------- */

static gint64
time_between (const GuatuPaceSubject *subject, GuatuInstant a, GuatuInstant b)
{
  return subject->worktime != NULL ? guatu_worktime_work (subject->worktime, a, b) : b - a;
}

/* @dividend ÷ @divisor × @scale, half up. */
static gint64
quotient (gint64 dividend, gint64 divisor, gint64 scale)
{
  return (gint64) floor ((double) dividend * (double) scale / (double) divisor + 0.5);
}

gboolean
guatu_pace_asks_start (const GuatuPaceSubject *subject, GuatuInstant status_date)
{
  return subject->start >= status_date - LOOK_BACK && subject->start < status_date;
}

/* Recent pace counts from the later of four weeks ago and the start. */
static void
look_back (GuatuPace *pace, const GuatuPaceSubject *subject, GuatuInstant status_date)
{
  GuatuInstant from = status_date - LOOK_BACK;
  gint64 done, time;

  if (subject->start >= status_date)
    return;

  pace->recent_from = MAX (from, subject->start);
  pace->recent_share = guatu_share_round (subject->start >= from ? subject->at_start : subject->before);
  time = time_between (subject, pace->recent_from, status_date);
  pace->recent_days = quotient (time, subject->day, 100);
  if (time <= 0)
    return;

  done = pace->reported - pace->recent_share;
  pace->recent = quotient (done, time, subject->day);
  if (done > 0 && pace->left > 0)
    {
      double work = MIN (ceil ((double) pace->left * (double) time / (double) done), 1e12);

      pace->forecast = subject->worktime != NULL ? guatu_worktime_add (subject->worktime, status_date, (gint64) work)
                                                 : MIN (status_date + (gint64) work, GUATU_INSTANT_MAX);
      pace->days_late = quotient (time_between (subject, pace->due, pace->forecast), subject->day, 100);
    }
}

GuatuPace
guatu_pace_of (const GuatuPaceSubject *subject, GuatuInstant status_date)
{
  GuatuPace pace = {
    .planned = guatu_share_round (subject->planned), .reported = guatu_share_round (subject->reported),
    .due = subject->due, .required = GUATU_NONE, .recent_from = GUATU_NONE, .recent_share = GUATU_NONE,
    .recent_days = GUATU_NONE, .recent = GUATU_NONE, .forecast = GUATU_NONE, .days_late = GUATU_NONE,
  };
  gint64 time = time_between (subject, status_date, subject->due);

  pace.left = ALL - pace.reported;
  pace.days_left = quotient (time, subject->day, 100);
  if (pace.left > 0 && time > 0)
    pace.required = quotient (pace.left, time, subject->day);
  look_back (&pace, subject, status_date);
  return pace;
}

GuatuPace
guatu_pace_unknown (double reported)
{
  gint64 share = guatu_share_round (reported);

  return (GuatuPace) {
    .planned = GUATU_NONE, .reported = share, .left = ALL - share, .due = GUATU_NONE, .days_left = GUATU_NONE,
    .required = GUATU_NONE, .recent_from = GUATU_NONE, .recent_share = GUATU_NONE, .recent_days = GUATU_NONE,
    .recent = GUATU_NONE, .forecast = GUATU_NONE, .days_late = GUATU_NONE,
  };
}

/* What was reported of the task at @place before the day on which it started: as good as nothing, but a report may
 * come before the start that the reference has. */
static double
reported_before_start (const GuatuPaceFacts *facts, guint place, gint32 task, double *scratch)
{
  GuatuInstant day_before = (guatu_instant_day (facts->start[task]) - 1) * GUATU_DAY;
  guint size = guatu_plan_is_summary (facts->plan, task) ? guatu_branch_size (facts->plan, place) : 1;

  guatu_reference_reported (facts->reference, day_before, place, size, scratch);
  return scratch[task];
}

static GuatuPace
pace_of_task (const GuatuPaceFacts *facts, guint place, gint32 task, double *scratch)
{
  gboolean working = guatu_plan_task (facts->plan, task)->duration_kind == GUATU_DURATION_WORKING;
  GuatuPaceSubject subject = {
    .worktime = working ? guatu_plan_task_worktime (facts->plan, task) : NULL,
    .day = working ? guatu_plan_settings (facts->plan)->minutes_per_day * GUATU_MINUTE : GUATU_DAY,
    .start = facts->start[task], .due = guatu_pace_due (facts, task),
    .planned = facts->planned[task], .reported = facts->reported[task], .before = facts->before[task],
  };

  if (guatu_pace_asks_start (&subject, facts->status_date))
    subject.at_start = reported_before_start (facts, place, task, scratch);
  return guatu_pace_of (&subject, facts->status_date);
}

GuatuPace *
guatu_pace_new (const GuatuPlan *plan, const GuatuSchedule *schedule, GuatuInstant status_date, GError **error)
{
  g_autoptr(GuatuPaceFacts) facts = guatu_pace_facts_new (plan, schedule, status_date, error);
  guint n_rows = MAX (guatu_plan_n_rows (plan, GUATU_TABLE_TASK), 1);
  g_autofree double *scratch = g_new0 (double, n_rows);
  GuatuPace *paces;
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  if (facts == NULL)
    return NULL;

  paces = g_new0 (GuatuPace, n_rows);
  for (guint place = 0; place < n; place++)
    paces[outline[place]] = status_date != GUATU_NONE ? pace_of_task (facts, place, outline[place], scratch)
                                                      : guatu_pace_unknown (facts->reported[outline[place]]);
  return paces;
}
