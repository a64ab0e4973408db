/* guatu-drag-snap.c — finds the day or hour of work nearest to where a bar is pulled. */
#include "guatu-drag-snap.h"

/* To whole units, the nearest. */
gint64
guatu_snap_nearest (gint64 amount,
                    gint64 unit)
{
  gint64 raised = amount + unit / 2, rest = raised % unit;

  return raised - (rest < 0 ? rest + unit : rest);
}

static GuatuInstant
midnight_of (GuatuInstant t)
{
  return t - guatu_instant_daytime (t);
}

static GuatuInstant
within (GuatuInstant t)
{
  return CLAMP (t, GUATU_INSTANT_MIN, GUATU_INSTANT_MAX);
}

static gboolean
is_elapsed (const GuatuPlan *plan,
            gint32           row)
{
  return guatu_plan_task (plan, row)->duration_kind == GUATU_DURATION_ELAPSED;
}

/* What takes no time may stand at the end of a day's work as well as within it. */
static GuatuInstant
snap_milestone (const GuatuWorktime *worktime,
                GuatuInstant         t)
{
  return guatu_worktime_work (worktime, t - 1, t + 1) > 0 ? t : guatu_worktime_next (worktime, t);
}

static GuatuInstant
snap_start (const GuatuDrag *self,
            const GuatuPlan *plan,
            gint32           row,
            gint64           delta,
            GuatuSnap        snap)
{
  const GuatuWorktime *worktime = guatu_plan_task_worktime (plan, row);
  gint64 unit = snap == GUATU_SNAP_HOUR ? GUATU_HOUR : GUATU_DAY;
  gboolean whole = self->start != self->finish && !is_elapsed (plan, row);
  GuatuInstant t = within (self->start + guatu_snap_nearest (delta, unit));

  if (guatu_snap_nearest (delta, unit) == 0)
    return self->start;
  if (snap == GUATU_SNAP_HOUR)
    t = within (guatu_snap_nearest (self->start + delta, GUATU_HOUR));
  else if (whole)
    t = midnight_of (t);

  if (is_elapsed (plan, row))
    return t;

  return whole ? guatu_worktime_next (worktime, t) : snap_milestone (worktime, t);
}

/* The end of work on the day that ends at or after @t. */
static GuatuInstant
end_of_day (const GuatuWorktime *worktime,
            GuatuInstant         t)
{
  return guatu_worktime_end_eq (worktime, within (midnight_of (t - 1) + GUATU_DAY));
}

static GuatuInstant
snap_finish (const GuatuDrag *self,
             const GuatuPlan *plan,
             gint32           row,
             gint64           delta,
             GuatuSnap        snap)
{
  const GuatuWorktime *worktime = guatu_plan_task_worktime (plan, row);
  gint64 unit = snap == GUATU_SNAP_HOUR ? GUATU_HOUR : GUATU_DAY;
  GuatuInstant t = within (self->finish + guatu_snap_nearest (delta, unit));

  if (guatu_snap_nearest (delta, unit) == 0)
    return self->finish;
  if (snap == GUATU_SNAP_HOUR)
    t = within (guatu_snap_nearest (self->finish + delta, GUATU_HOUR));
  if (is_elapsed (plan, row))
    return MAX (t, self->start + unit);

  t = snap == GUATU_SNAP_HOUR ? guatu_worktime_end_eq (worktime, t) : end_of_day (worktime, t);
  if (t > self->start && guatu_worktime_work (worktime, self->start, t) >= GUATU_HOUR)
    return t;

  /* What is left is the smallest piece. */
  return snap == GUATU_SNAP_HOUR ? guatu_worktime_add (worktime, self->start, GUATU_HOUR)
                                 : end_of_day (worktime, self->start + 1);
}

gint64
guatu_drag_time_between (const GuatuPlan *plan,
                         gint32           row,
                         GuatuInstant     a,
                         GuatuInstant     b)
{
  return is_elapsed (plan, row) ? b - a : guatu_worktime_work (guatu_plan_task_worktime (plan, row), a, b);
}

GuatuInstant
guatu_drag_add_time (const GuatuPlan *plan,
                     gint32           row,
                     GuatuInstant     t,
                     gint64           amount)
{
  if (amount == 0)
    return t;

  return is_elapsed (plan, row) ? within (t + amount)
                                : guatu_worktime_add (guatu_plan_task_worktime (plan, row), t, amount);
}

/* A start before the end, by an hour of work at least: else the latest day or hour that leaves any. */
static GuatuInstant
snap_restart (const GuatuDrag *self,
              const GuatuPlan *plan,
              gint32           row,
              gint64           delta,
              GuatuSnap        snap)
{
  GuatuInstant start = snap_start (self, plan, row, delta, snap), last;

  if (start < self->finish && guatu_drag_time_between (plan, row, start, self->finish) >= GUATU_HOUR)
    return start;

  last = is_elapsed (plan, row) || snap == GUATU_SNAP_HOUR ? guatu_drag_add_time (plan, row, self->finish, -GUATU_HOUR)
                                                           : midnight_of (self->finish - 1);

  return MAX (self->start, is_elapsed (plan, row) ? last
                                                  : guatu_worktime_next (guatu_plan_task_worktime (plan, row), last));
}

GuatuInstant
guatu_drag_snap (const GuatuDrag *self,
                 const GuatuPlan *plan,
                 gint32           row,
                 gint64           delta,
                 GuatuSnap        snap)
{
  switch (self->kind)
    {
    case GUATU_DRAG_RESIZE:
      return snap_finish (self, plan, row, delta, snap);
    case GUATU_DRAG_START:
      return snap_restart (self, plan, row, delta, snap);
    case GUATU_DRAG_MOVE:
    default:
      return snap_start (self, plan, row, delta, snap);
    }
}
