/* guatu-chart-status.h — how a chart's tasks stand on the whole: what the status strip says. */
#pragma once

#include "guatu-chart-rows.h"
#include "guatu-lights.h"

G_BEGIN_DECLS

/*
 * What is counted are the tasks that people answer for: those that stand themselves on the ledger whose categories
 * group or colour the chart, where it has any; else the leaves. Of them the ones that the chart shows
 * and that take part in the plan.
 */
typedef struct
{
  guint  n_tasks;
  gint32 ledger;              /* on which they stand; -1: they are the leaves */
  guint  n_lights[GUATU_LIGHT_N_COLOURS];
  guint  n_due;               /* unfinished, due in the week (Monday to Sunday) of the status date */
  guint  n_overdue;           /* unfinished, due before the status date */
  guint  n_owners;            /* different project owners and … */
  guint  n_lead_units;        /* … lead units of them */
  gint64 reported;            /* mean share of what stands at the top of the outline; GUATU_NONE: nothing is reported */
  gint64 planned;             /* likewise, planned to the status date; GUATU_NONE: there is no status date */
} GuatuChartStatus;

/* @shares, @planned, @lights: by task row as of @status_date; %NULL where there are none. */
GuatuChartStatus guatu_chart_status (const GuatuPlan     *plan,
                                     const GuatuSchedule *schedule,
                                     const GuatuRows     *rows,
                                     gint32               ledger,
                                     const gint64        *shares,
                                     const gint64        *planned,
                                     const GuatuLights   *lights,
                                     GuatuInstant         status_date);

/* Which tasks stand on a plaque list, by task row; %NULL if none does. Free it. */
guint8          *guatu_chart_highlights (const GuatuPlan *plan);

/* By task row the number under which it stands on the ledger; %NULL: it has none. Free the array only. */
const char     **guatu_chart_numbers (const GuatuPlan    *plan,
                                      gint32              ledger);

G_END_DECLS
