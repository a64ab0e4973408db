/* guatu-load-curve.h — how much is asked of a person or of a unit's people, week by week, and how much they can do. */
#pragma once

#include "guatu-schedule.h"

G_BEGIN_DECLS

typedef enum { GUATU_LOAD_BY_WEEK, GUATU_LOAD_BY_MONTH } GuatuLoadStep;

/* Work in seconds. */
typedef struct
{
  GuatuInstant from;            /* a Monday, or the first of a month */
  GuatuInstant to;              /* where the next one begins */
  gint64       load;
  gint64       capacity;
} GuatuLoadPeriod;

/*
 * What a person is asked to do comes from the tasks in which the person is a resource or the responsible person; those
 * who lead, own or inspect give no share of their hours. Where an assignment says how much work it is, that work is
 * spread evenly over the working time of the task; else the share of the person's own time while the task lasts. A
 * summary counts only where the person has no part in what lies below it; inactive tasks do not count.
 *
 * A person can do as much as the calendar and the capacity (max_units) say. A unit's load and capacity are the sums of
 * its people: those whose unit it is, and its members; its own assignments as a resource are asked of it as well.
 */
typedef struct
{
  GuatuLoadStep    step;
  GuatuLoadPeriod *periods;     /* from the first to the last that has a load */
  guint            n;
  guint            n_over;      /* periods in which more is asked than can be done */
  int              worst;       /* the one with the highest load for what can be done; -1 without a load */
  guint            n_people;
} GuatuLoadCurve;

/* @table: GUATU_TABLE_PERSON or GUATU_TABLE_UNIT. */
GuatuLoadCurve *guatu_load_curve_new  (const GuatuPlan       *plan,
                                       const GuatuSchedule   *schedule,
                                       GuatuTable             table,
                                       gint32                 row,
                                       GuatuLoadStep          step);
void            guatu_load_curve_free (GuatuLoadCurve        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuLoadCurve, guatu_load_curve_free)

static inline gboolean
guatu_load_period_is_over (const GuatuLoadPeriod *period)
{
  return period->load > period->capacity;
}

/* Load ÷ capacity in 1/100 %; GUATU_NONE where nothing can be done, but something is asked. */
gint64          guatu_load_period_share (const GuatuLoadPeriod *period);

/* "Sep 5 – Sep 11, 2022", "Sep 2022". Free it. */
char           *guatu_load_period_label (const GuatuLoadCurve  *self,
                                         guint                  period);

/* What the curve shows, in the reader's language. Free it. */
char           *guatu_load_curve_words  (const GuatuLoadCurve  *self);

G_END_DECLS
