/* guatu-plan-shift.h — a whole plan earlier or later: which of its dates move, and where to. */
#pragma once

#include "guatu-schedule.h"

G_BEGIN_DECLS

/* By so many days; earlier where below 0. */
typedef struct
{
  gint64   days;
  gboolean working;             /* days on which the plan's calendar works */
} GuatuShift;

/* More than these no plan is moved by: it would leave time. */
#define GUATU_MOST_SHIFT 36500

typedef struct
{
  GuatuTable   table;
  gint32       row;
  guint        field;
  GuatuInstant date;            /* where it moves to */
} GuatuShiftedDate;

/**
 * GuatuPlanShift:
 *
 * What is planned moves: the plan's start and target, phases, monthly targets, dates of manual tasks, constraints,
 * deadlines and agreed dates, key nodes that are not passed, rules of recurring tasks. What was stays: actual dates,
 * reports, lights set by hand, baselines, the status date, and every date of a task that is finished. Calendars have
 * dates of their own, and recorded dates are what another program said: both stay, unless the plan goes by them.
 */
typedef struct
{
  GuatuShift shift;
  GArray    *dates;             /* of GuatuShiftedDate */
  guint      n_manual;          /* tasks with dates of their own */
  guint      n_constraints;
  guint      n_deadlines;       /* and agreed dates */
  guint      n_key_nodes;
  guint      n_phases;
  guint      n_targets;         /* monthly ones */
  guint      n_recurring;
  guint      n_actual;          /* actual dates that stay */
  guint      n_finished;        /* tasks that stay, as they are finished */
} GuatuPlanShift;

/* A date by so many working days stands as many later as it stood, counted by the plan's calendar; on a day off it
 * stays as far behind the working day before it. Never %NULL: what would leave the plan's range stops at its end. */
GuatuPlanShift *guatu_plan_shift_new      (const GuatuPlan      *plan,
                                           GuatuShift            shift);
void            guatu_plan_shift_free     (GuatuPlanShift       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuPlanShift, guatu_plan_shift_free)

/* The plan as it would be then. */
GuatuSchedule  *guatu_plan_shift_foresee  (const GuatuPlanShift *self,
                                           const GuatuPlan      *plan,
                                           GError              **error);

/* Writes it into a plan that is no document's. */
void            guatu_plan_shift_apply    (const GuatuPlanShift *self,
                                           GuatuPlan            *plan);

/* The first day on which anything that has not begun is scheduled, and the last of what is not finished; GUATU_NONE:
 * there is nothing. The times of recurring tasks do not count: they go by their rules. */
GuatuInstant    guatu_plan_first_day      (const GuatuPlan      *plan,
                                           const GuatuSchedule  *schedule);
GuatuInstant    guatu_plan_last_day       (const GuatuPlan      *plan,
                                           const GuatuSchedule  *schedule);

/**
 * guatu_plan_shift_to:
 * @day: the day on which the plan is to start, or where @finish to finish
 * @shift: (out): how far that is, in calendar days
 *
 * Holidays are others there: the plan is moved until it starts, or finishes, on that day, or else as near as it comes
 * without starting earlier, or finishing later.
 *
 * Returns: %FALSE with @error where the plan has no dates
 */
gboolean        guatu_plan_shift_to       (const GuatuPlan      *plan,
                                           const GuatuSchedule  *schedule,
                                           GuatuInstant          day,
                                           gboolean              finish,
                                           GuatuShift           *shift,
                                           GError              **error);

G_END_DECLS
