/* guatu-chart-scale.h — where a date stands, and the stacked time scales above the bars. */
#pragma once

#include "guatu-chart-text.h"
#include "guatu-painter.h"

G_BEGIN_DECLS

typedef enum
{
  GUATU_SCALE_AUTO,
  GUATU_SCALE_YEAR,
  GUATU_SCALE_QUARTER,
  GUATU_SCALE_MONTH,
  GUATU_SCALE_TEN_DAY,          /* 旬: from the 1st, 11th and 21st of a month */
  GUATU_SCALE_WEEK,             /* ISO 8601: from Monday */
  GUATU_SCALE_DAY,
  GUATU_SCALE_HOUR,
} GuatuScaleUnit;

/* Cells of @step units each: 6 hours, 10 years; steps other than 1 are of hours and years only. */
typedef struct
{
  GuatuScaleUnit unit;
  int            step;
  const char    *pattern;       /* of the label, see guatu_chart_expand(); in the chart's language */
} GuatuScaleTier;

#define GUATU_MAX_TIERS 3

/* Dates lie evenly: x = left + (date - from) × width ÷ (to - from). */
typedef struct
{
  GuatuInstant   from;
  GuatuInstant   to;
  double         left;
  double         width;
  guint          n_tiers;
  GuatuScaleTier tiers[GUATU_MAX_TIERS];  /* the coarsest first */
} GuatuTimeScale;

/**
 * guatu_time_scale_choose:
 * @first, @last: what must be shown; the scale goes on to whole cells, with a little room to the right
 * @unit: of the lowest tier; GUATU_SCALE_AUTO: the finest whose labels can be read
 * @size: of the labels' type
 *
 * Chooses the tiers and the wording of their labels so that every whole cell of the lowest tier
 * holds its label with room around it. Ten days come before weeks in Chinese, weeks elsewhere.
 */
void         guatu_time_scale_choose (GuatuTimeScale *self,
                                      GuatuInstant    first,
                                      GuatuInstant    last,
                                      double          left,
                                      double          width,
                                      GuatuScaleUnit  unit,
                                      const char     *language,
                                      GuatuPainter   *painter,
                                      double          size);

/* The same for the cells that hold @from … @to and nothing beyond them. */
void         guatu_time_scale_choose_between (GuatuTimeScale *self,
                                      GuatuInstant    from,
                                      GuatuInstant    to,
                                      double          left,
                                      double          width,
                                      GuatuScaleUnit  unit,
                                      const char     *language,
                                      GuatuPainter   *painter,
                                      double          size);

/* Chooses the tiers of a scale that is wider than the @window through which it is seen, and that has its place already:
 * by what can be read of a part as wide as the window. There are two at most. The lower is of @unit, or, where its
 * labels cannot be read, of the next coarser unit whose labels can. */
void         guatu_time_scale_choose_tiers (GuatuTimeScale *self,
                                      double          window,
                                      GuatuScaleUnit  unit,
                                      const char     *language,
                                      GuatuPainter   *painter,
                                      double          size);

double       guatu_time_scale_x      (const GuatuTimeScale *self,
                                      GuatuInstant          t);
GuatuInstant guatu_time_scale_at     (const GuatuTimeScale *self,
                                      double                x);

/* The beginning of the cell that holds @t, and of the one after it. */
GuatuInstant guatu_scale_floor       (GuatuScaleUnit  unit,
                                      int             step,
                                      GuatuInstant    t);
GuatuInstant guatu_scale_next        (GuatuScaleUnit  unit,
                                      int             step,
                                      GuatuInstant    t);

/**
 * guatu_time_scale_label:
 *
 * Puts into @text the label of the cell that begins at @cell, in the tier's wording, or in a
 * shorter one where only a part of the cell, @room wide, is on the chart: empty where none fits.
 */
void         guatu_time_scale_label  (const GuatuTimeScale *self,
                                      guint                 tier,
                                      GuatuInstant          cell,
                                      double                room,
                                      const char           *language,
                                      GuatuPainter         *painter,
                                      const GuatuTextStyle *style,
                                      GString              *text);

G_END_DECLS
