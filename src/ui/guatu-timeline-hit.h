/* guatu-timeline-hit.h — what stands at a place of the chart, and what is to be said of it. */
#pragma once

#include "guatu-chart-view.h"

G_BEGIN_DECLS

typedef enum
{
  GUATU_HIT_NOTHING,            /* below the last row */
  GUATU_HIT_GROUND,             /* of a row, beside its bar */
  GUATU_HIT_HEADING,            /* of the row of a heading, beside its bracket */
  GUATU_HIT_BAR,                /* of a task, or its diamond */
  GUATU_HIT_BRACKET,            /* of a summary or a heading */
} GuatuHit;

/* What stands at a place of the chart; with all but GUATU_HIT_NOTHING the row. Small things are hit from nearby. */
GuatuHit guatu_timeline_hit      (const GuatuChartView *chart,
                                  double                x,
                                  double                y,
                                  guint                *row);

/* The time of the row's recurring task that stands there; -1: none. */
gint32   guatu_timeline_hit_time (const GuatuChartView *chart,
                                  guint                 row,
                                  double                x,
                                  double                y);

/* A row in short, as marked-up lines for a tooltip. */
char    *guatu_timeline_tip      (const GuatuChartView *chart,
                                  guint                 row);

/* The same of one time of a recurring task. */
char    *guatu_timeline_time_tip (const GuatuChartView *chart,
                                  gint32                task);

G_END_DECLS
