/* guatu-sheet-strip.h — the strip of figures under the banner: lights, progress, what is due. */
#pragma once

#include "guatu-chart-status.h"
#include "guatu-chart-view.h"

G_BEGIN_DECLS

/* One figure with its name, and a light's symbol before it. */
typedef struct
{
  int     light;                /* GuatuLightColour; -1: none */
  char   *label;
  char   *value;
  double  label_width;          /* with type of size 1 */
  double  value_width;
  double  x;                    /* set by flow, from the strip's left */
  double  width;
  guint   line;
} GuatuTile;

/* An array of GuatuTile; empty where there is nothing to say: no lights, nothing reported. */
GArray *guatu_strip_new   (const GuatuChartStatus *status,
                           const char             *language,
                           GuatuPainter           *painter);

/* Places the tiles on lines of @width with type of @size; answers how many lines there are. */
guint   guatu_strip_flow  (GArray                 *strip,
                           double                  width,
                           double                  size);

/* The height of a line, and of the gap between two, in sizes of the type. */
#define GUATU_STRIP_LINE 2.2
#define GUATU_STRIP_GAP  0.5

void    guatu_strip_paint (const GArray           *strip,
                           GuatuPainter           *painter,
                           GuatuBox                box,
                           double                  size);

G_END_DECLS
