/* guatu-progress-history.h — how a task came to where it is: the share planned and the share reported, day by day. */
#pragma once

#include "guatu-progress.h"

G_BEGIN_DECLS

/* As many dates as a small curve can show. */
#define GUATU_PROGRESS_POINTS 33

typedef struct
{
  GuatuInstant date;
  gint64       share;           /* 1/100 % */
} GuatuProgressPoint;

/* What is planned is measured at like distances from the reference start to the reference finish; what is reported on
 * each day of a report of the task, or, of a summary that has none, of what is below it. The last report of a day
 * counts. Nothing is reported after the day of the status date. */
typedef struct
{
  GuatuProgressPoint *planned;
  guint               n_planned;
  GuatuProgressPoint *reported;
  guint               n_reported;
} GuatuProgressHistory;

/* What all histories of a plan are measured on: worked out once for all of them, and good until the plan changes. */
typedef struct _GuatuProgressBasis GuatuProgressBasis;

/* @schedule, or %NULL, saves a pass. %NULL with @error only where the tasks form a cycle. */
GuatuProgressBasis   *guatu_progress_basis_new    (const GuatuPlan      *plan,
                                                   const GuatuSchedule  *schedule,
                                                   GError              **error);
void                  guatu_progress_basis_free   (GuatuProgressBasis   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuProgressBasis, guatu_progress_basis_free)

GuatuProgressHistory *guatu_progress_history_new  (const GuatuProgressBasis *basis,
                                                   gint32                task,
                                                   GuatuInstant          status_date);
void                  guatu_progress_history_free (GuatuProgressHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuProgressHistory, guatu_progress_history_free)

G_END_DECLS
