/* guatu-planned-share.c — how much of a task was planned to be done by an instant: four ways to count. */
#include "guatu-reference-private.h"

#define ALL 10000.0

static double
by_working_time (const GuatuReference *self, gint32 task, GuatuInstant date)
{
  GuatuInstant start = self->start[task];
  gint64 span = self->finish[task] - start;
  gint64 past = date - start;

  if (guatu_plan_task (self->plan, task)->duration_kind == GUATU_DURATION_WORKING)
    {
      const GuatuWorktime *worktime = guatu_plan_task_worktime (self->plan, task);
      gint64 work = guatu_worktime_work (worktime, start, self->finish[task]);

      /* Dates typed by hand may lie in the holidays altogether: then the clock counts. */
      if (work > 0)
        {
          span = work;
          past = guatu_worktime_work (worktime, start, date);
        }
    }

  return ALL * (double) past / (double) span;
}

/* Seconds of a calendar in which every day works from the default start to the default finish time. */
static gint64
day_position (const GuatuPlanRow *settings, GuatuInstant instant)
{
  gint64 hours = MAX (settings->default_finish - settings->default_start, 1);
  gint64 time = guatu_instant_daytime (instant) - settings->default_start;

  return guatu_instant_day (instant) * hours + CLAMP (time, 0, hours);
}

static double
by_calendar_days (const GuatuReference *self, gint32 task, GuatuInstant date)
{
  const GuatuPlanRow *settings = guatu_plan_settings (self->plan);
  gint64 start = day_position (settings, self->start[task]);
  gint64 span = day_position (settings, self->finish[task]) - start;

  /* A night's work. */
  if (span <= 0)
    return by_working_time (self, task, date);

  return ALL * (double) (day_position (settings, date) - start) / (double) span;
}

/* Months since the year 0. */
static gint64
month_of (GuatuInstant instant)
{
  GuatuCivil civil = guatu_instant_to_civil (instant);

  return (gint64) civil.year * 12 + civil.month - 1;
}

static double
by_months (const GuatuReference *self, gint32 task, GuatuInstant date)
{
  gint64 first = month_of (self->start[task]);
  gint64 n = month_of (self->finish[task]) - first + 1;
  /* On its last day a month has ended. */
  gint64 ended = month_of (date + GUATU_DAY) - first;

  return ALL * (double) CLAMP (ended, 0, n) / (double) n;
}

static double
by_targets (const GuatuReference *self, gint32 task, GuatuInstant date)
{
  const GuatuTaskTarget *targets = guatu_plan_rows (self->plan, GUATU_TABLE_TASK_TARGET);
  gint32 last = -1;
  guint n;
  const gint32 *rows = guatu_plan_referrers (self->plan, GUATU_TABLE_TASK_TARGET, GUATU_TASK_TARGET_TASK, task, &n);

  if (n == 0)
    return by_working_time (self, task, date);

  /* Rows come by id: of two targets for a day the later made counts. */
  for (guint i = 0; i < n; i++)
    if (guatu_instant_day (targets[rows[i]].date) <= guatu_instant_day (date) &&
        (last < 0 || targets[rows[i]].date >= targets[last].date))
      last = rows[i];

  return last >= 0 ? (double) targets[last].share : 0;
}

double
guatu_reference_planned_leaf (const GuatuReference *self, gint32 task, GuatuInstant date)
{
  const GuatuTask *row = guatu_plan_task (self->plan, task);
  int by = guatu_plan_settings (self->plan)->planned_by;

  if (date >= self->finish[task])
    return ALL;
  if (row->kind == GUATU_KIND_MILESTONE)
    return 0;
  /* Targets are the task's own word, and may ask for something before its dates do. */
  if (by == GUATU_PLANNED_BY_TARGETS)
    return by_targets (self, task, date);
  if (date <= self->start[task])
    return 0;
  if (by == GUATU_PLANNED_BY_CALENDAR_DAYS && row->duration_kind == GUATU_DURATION_WORKING)
    return by_calendar_days (self, task, date);
  if (by == GUATU_PLANNED_BY_MONTHS)
    return by_months (self, task, date);
  return by_working_time (self, task, date);
}
