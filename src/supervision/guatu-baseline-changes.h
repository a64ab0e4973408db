/* guatu-baseline-changes.h — two baselines compared, or one with the plan as it stands now. */
#pragma once

#include "guatu-schedule.h"

G_BEGIN_DECLS

/* What is known of a task on one side. GUATU_NONE: nothing. */
typedef struct
{
  GuatuInstant start;
  GuatuInstant finish;
  gint64       duration;        /* seconds of the task's own time */
  gint64       work;            /* working seconds */
  gint64       investment;      /* minor units of money */
} GuatuBaselineSide;

/* How a task differs between two sides: later, longer and more are positive. A difference is GUATU_NONE where one of
 * the sides does not say, and 0 where they agree. */
typedef struct
{
  gint32            task;               /* its row */
  gboolean          is_in_from;
  gboolean          is_in_to;
  gboolean          is_changed;         /* in anything below, or there on one side alone */
  GuatuBaselineSide from;
  GuatuBaselineSide to;
  gint64            start;              /* working days of the task's calendar, in 1/100, half up */
  gint64            finish;
  gint64            duration;           /* days of the task's own time, in 1/100: of 24 hours if it is elapsed */
  gint64            work;               /* working seconds */
  gint64            investment;         /* minor units */
} GuatuBaselineChange;

/**
 * guatu_baseline_compare:
 * @schedule: when things happen now
 * @from, @to: rows of baselines; -1: the plan as it stands now
 * @n: (out): how many
 *
 * Every task that is on one of the sides, in outline order, with its differences (planning.md *Baselines*). A task that
 * was removed from the plan is in no baseline any more. Free the array with g_free().
 */
GuatuBaselineChange *guatu_baseline_compare (const GuatuPlan     *plan,
                                             const GuatuSchedule *schedule,
                                             gint32               from,
                                             gint32               to,
                                             guint               *n);

/* By how many working days the task finishes later now than its row @record of a baseline says, in 1/100, half up; less
 * than 0 is earlier. GUATU_NONE where one of them does not say. @record -1: there is none. */
gint64 guatu_baseline_slip         (const GuatuPlan     *plan,
                                    const GuatuSchedule *schedule,
                                    gint32               record,
                                    gint32               task);

/* Puts those first that finish later by most working days; those of which that is not known are last, and those that
 * slip alike keep their order. @only_changed: the others are left out. Answers how many are left at the front. */
guint guatu_baseline_sort_by_slip (GuatuBaselineChange *changes,
                                   guint                n,
                                   gboolean             only_changed);

G_END_DECLS
