/* guatu-reference-private.h — the dates that progress is measured against, and shares measured on them. */
#pragma once

#include "guatu-progress.h"

G_BEGIN_DECLS

/* Start, finish and duration of every task in the reference baseline, or, for a task that is not in
 * it, on a pass without actuals and without the push to the status date. Indexed by task row. */
typedef struct
{
  const GuatuPlan *plan;
  GuatuInstant    *start;
  GuatuInstant    *finish;
  gint64          *duration;
} GuatuReference;

/* @schedule (or %NULL) saves a pass where progress has moved nothing in it. */
GuatuReference *guatu_reference_new      (const GuatuPlan       *plan,
                                          const GuatuSchedule   *schedule,
                                          GError               **error);
void            guatu_reference_free     (GuatuReference        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuReference, guatu_reference_free)

/* Fill shares (0 … 10000, not yet rounded) into @shares, by task row, for the task at place @first of
 * the outline and all its descendants; first 0 and count 0: for every task. @date GUATU_NONE, for
 * what is reported: as of all reports. */
void            guatu_reference_planned  (const GuatuReference  *self,
                                          GuatuInstant           date,
                                          guint                  first,
                                          guint                  count,
                                          double                *shares);
void            guatu_reference_reported (const GuatuReference  *self,
                                          GuatuInstant           date,
                                          guint                  first,
                                          guint                  count,
                                          double                *shares);

/* The planned share of one leaf: linear over working time, or as the plan says otherwise (guatu-planned-share.c). */
double          guatu_reference_planned_leaf (const GuatuReference *self,
                                           gint32                 task,
                                           GuatuInstant           date);

/* The mean of some tasks' shares, weighted as the children of a summary are; 0 of none. */
double          guatu_reference_mean     (const GuatuReference  *self,
                                          const gint32          *tasks,
                                          guint                  n,
                                          const double          *shares);

/* Half up to 1/100 %. */
gint64          guatu_share_round        (double                 share);

/* The same of @n of them. Free it. */
gint64         *guatu_shares_round       (const double          *shares,
                                          guint                  n);

/* The number of tasks in the branch that starts at @place (from 0) of the outline, itself included. */
guint           guatu_branch_size        (const GuatuPlan       *plan,
                                          guint                  place);

G_END_DECLS
