/* guatu-chart-content.h — all that a chart shows of a plan, found out once for window, paper and files. */
#pragma once

#include "guatu-chart-rows.h"
#include "guatu-lights.h"
#include "guatu-palette.h"

G_BEGIN_DECLS

/* As of the plan's status date; arrays are by task row, and %NULL where there is nothing of the kind. */
typedef struct
{
  GuatuRows   *rows;
  gint64      *shares;          /* reported; %NULL: nobody has reported anything, and no date asks for it */
  gint64      *planned;
  GuatuLights *lights;
  gint32      *baseline;        /* the task's row in the baseline that is measured on */
  guint8      *highlights;
  const char **numbers;         /* on the ledger, where rows are grouped by its categories */
} GuatuChartContent;

/* @schedule is borrowed by what comes of it; the plan must not change meanwhile. The baseline is that of reference. */
GuatuChartContent *guatu_chart_content_new  (const GuatuPlan      *plan,
                                             const GuatuSchedule  *schedule,
                                             const GuatuRowsQuery *query);
/* The same with the baseline in row @baseline; -1: with none. */
GuatuChartContent *guatu_chart_content_new_beside (const GuatuPlan      *plan,
                                             const GuatuSchedule  *schedule,
                                             const GuatuRowsQuery *query,
                                             gint32                baseline);
void               guatu_chart_content_free (GuatuChartContent    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuChartContent, guatu_chart_content_free)

/* A category's own colour replaces that of its hue. */
void               guatu_chart_take_colours (GuatuPalette         *palette,
                                             const GuatuPlan      *plan,
                                             gint32                ledger);

/* By task row: its row in the baseline in row @baseline, or -1. %NULL where @baseline is -1. Free it. */
gint32            *guatu_chart_find_baseline (const GuatuPlan     *plan,
                                             gint32                baseline);

/* What is shown where nothing is asked for: the outline; but a board by its categories and several ledgers by ledger,
 * in merged cells. */
GuatuRowsQuery     guatu_chart_usual_query  (const GuatuPlan      *plan);

G_END_DECLS
