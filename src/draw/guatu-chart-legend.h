/* guatu-chart-legend.h — the key to the symbols that a chart uses, and to no others. */
#pragma once

#include "guatu-chart-view.h"

G_BEGIN_DECLS

typedef enum
{
  GUATU_LEGEND_LIGHT,           /* one for each light in use */
  GUATU_LEGEND_CATEGORY,
  GUATU_LEGEND_BAR,
  GUATU_LEGEND_PROGRESS,
  GUATU_LEGEND_SUMMARY,
  GUATU_LEGEND_MILESTONE,
  GUATU_LEGEND_CRITICAL,
  GUATU_LEGEND_FLOAT,
  GUATU_LEGEND_BASELINE,
  GUATU_LEGEND_SLIP,
  GUATU_LEGEND_KEY_NODE_OPEN,
  GUATU_LEGEND_KEY_NODE_DONE,
  GUATU_LEGEND_DEADLINE,
  GUATU_LEGEND_LINK,
  GUATU_LEGEND_PROGRESS_LINE,
  GUATU_LEGEND_HIGHLIGHT,
  GUATU_LEGEND_FLAG_DONE,
  GUATU_LEGEND_FLAG_OVERDUE,
  GUATU_LEGEND_WEEKEND,
  GUATU_LEGEND_HOLIDAY,
} GuatuLegendKind;

typedef struct
{
  GuatuLegendKind  kind;
  guint            hue;         /* of a category; a light's GuatuLightColour */
  const char      *text;
  double           width;       /* of symbol, text and gap, with type of size 1 */
  double           x;           /* set by flow */
  guint            line;
} GuatuLegendItem;

/* An array of GuatuLegendItem. Without a scale in @view what depends on it is taken as used. */
GArray *guatu_legend_new   (const GuatuChartView *view,
                            GuatuPainter         *painter);

/* Sets the items in lines of @width, and answers how many lines there are; @last takes how far the
 * last of them reaches. @size is that of the type. */
guint   guatu_legend_flow  (GArray               *legend,
                            double                width,
                            double                size,
                            double               *last);

void    guatu_legend_paint (const GArray         *legend,
                            const GuatuChartView *view,
                            GuatuPainter         *painter,
                            GuatuBox              box,
                            double                size,
                            double                line_height);

G_END_DECLS
