/* guatu-chart-paint-private.h — the parts of painting a chart that have files of their own. */
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

/* The tint of every other phase over the height of @box. */
void guatu_paint_phase_grounds (const GuatuChartView *self,
                             GuatuPainter         *painter,
                             GuatuBox              box);

/* What a group's name has of the width of its cell, and what stays free above and below it, in sizes of the type. */
#define GUATU_GROUP_SHARE 0.8
#define GUATU_GROUP_PADDING 0.6

/* The cells beside all rows of a group, and the lines between groups, as far as the rows @first … @last show them. */
void guatu_paint_merged_cells (const GuatuChartView *self,
                             GuatuPainter         *painter,
                             guint                 first,
                             guint                 last);
void guatu_paint_group_lines (const GuatuChartView *self,
                             GuatuPainter         *painter,
                             guint                 first,
                             guint                 last);

/* A line at the beginning of every cell of the time scale. */
void guatu_paint_time_grid  (const GuatuChartView *self,
                             GuatuPainter         *painter,
                             GuatuBox              clip);

/* The lines of the status date and of today. */
void guatu_paint_date_lines (const GuatuChartView *self,
                             GuatuPainter         *painter,
                             GuatuBox              clip);

/* The links that touch or pass the rows @first … @last. */
void guatu_paint_links      (const GuatuChartView *self,
                             GuatuPainter         *painter,
                             guint                 first,
                             guint                 last);

G_END_DECLS
