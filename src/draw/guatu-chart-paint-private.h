/* guatu-chart-paint-private.h — the parts of painting a chart that follow the calendar. */
#pragma once

#include "guatu-chart-view.h"

G_BEGIN_DECLS

/* Non-working days over the height that @clip shows, where they are wide enough to be seen. */
void guatu_paint_days_off   (const GuatuChartView *self,
                             GuatuPainter         *painter,
                             GuatuBox              clip);

/* Which kinds of days off can be seen anywhere on the chart. */
void guatu_find_days_off    (const GuatuChartView *self,
                             gboolean             *weekend,
                             gboolean             *holiday);

/* A line at the beginning of every cell of the time scale. */
void guatu_paint_time_grid  (const GuatuChartView *self,
                             GuatuPainter         *painter,
                             GuatuBox              clip);

/* The lines of the status date and of today. */
void guatu_paint_date_lines (const GuatuChartView *self,
                             GuatuPainter         *painter,
                             GuatuBox              clip);

G_END_DECLS
