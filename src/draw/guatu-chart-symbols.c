/* guatu-chart-symbols.c — bars, brackets, diamonds and arrows, for rows and legend alike. */
#include <math.h>

#include "guatu-chart-view.h"

#define RADIUS 0.2              /* of a bar's corner, as a share of its height */

void
guatu_paint_diamond (GuatuPainter *painter,
                     GuatuPoint    centre,
                     double        radius,
                     GuatuInk      ink,
                     GuatuInk      outline,
                     double        width)
{
  const GuatuPoint points[] = {
    { centre.x, centre.y - radius },
    { centre.x + radius, centre.y },
    { centre.x, centre.y + radius },
    { centre.x - radius, centre.y },
  };

  painter->polygon (painter, points, G_N_ELEMENTS (points), ink, outline, width);
}

void
guatu_paint_bar (const GuatuChartView *self,
                 GuatuPainter         *painter,
                 GuatuBox              bar,
                 GuatuBox              done,
                 guint                 hue,
                 gboolean              critical)
{
  /* Where no progress is kept at all, a pale bar would only look unfinished. */
  gboolean progress = (self->layers & GUATU_LAYER_PROGRESS) != 0;
  double radius = MIN (bar.height * RADIUS, bar.width / 2);

  painter->round_box (painter, bar, radius,
                      GUATU_INK_IN_HUE (progress ? GUATU_INK_BAR : GUATU_INK_BAR_DONE, hue), GUATU_INK_NONE, 0);
  if (progress && done.width > 0)
    painter->round_box (painter, done, MIN (radius, done.width / 2), GUATU_INK_IN_HUE (GUATU_INK_BAR_DONE, hue),
                        GUATU_INK_NONE, 0);
  if (critical)
    painter->round_box (painter, bar, radius, GUATU_INK_NONE, GUATU_INK_CRITICAL, self->hair * 2.6);
}

void
guatu_paint_summary (const GuatuChartView *self,
                     GuatuPainter         *painter,
                     GuatuBox              bar,
                     GuatuBox              done,
                     GuatuInk              ink,
                     GuatuInk              done_ink)
{
  double top = bar.y + bar.height * 0.12, thick = bar.height * 0.42, tip = MIN (bar.height * 0.42, bar.width / 2);
  double right = bar.x + bar.width, low = top + bar.height * 0.8;
  gboolean progress = (self->layers & GUATU_LAYER_PROGRESS) != 0;
  const GuatuPoint left_tip[] = { { bar.x, top }, { bar.x + tip, top + thick }, { bar.x, low } };
  const GuatuPoint right_tip[] = { { right, top }, { right - tip, top + thick }, { right, low } };

  painter->fill (painter, (GuatuBox) { bar.x, top, bar.width, thick }, progress ? ink : done_ink);
  painter->polygon (painter, left_tip, 3, progress && done.width <= 0 ? ink : done_ink, GUATU_INK_NONE, 0);
  painter->polygon (painter, right_tip, 3, progress && done.width < bar.width ? ink : done_ink, GUATU_INK_NONE, 0);
  if (progress && done.width > 0)
    painter->fill (painter, (GuatuBox) { bar.x, top, done.width, thick }, done_ink);
}

void
guatu_paint_deadline (const GuatuChartView *self,
                      GuatuPainter         *painter,
                      GuatuBox              bracket)
{
  double right = bracket.x + bracket.width, half = bracket.width * 0.65, low = bracket.y + bracket.height;
  double stroke = self->hair * 2;
  double top = bracket.y + half * 1.6;
  const GuatuPoint triangle[] = {
    { right - half, bracket.y }, { right + half, bracket.y }, { right, bracket.y + half * 1.4 },
  };
  const GuatuPoint lines[] = { { bracket.x, top }, { right, top }, { right, low }, { bracket.x, low } };

  painter->polygon (painter, triangle, 3, GUATU_INK_DEADLINE, GUATU_INK_NONE, 0);
  painter->line (painter, lines, G_N_ELEMENTS (lines), stroke, GUATU_LINE_SOLID, GUATU_INK_DEADLINE);
}

void
guatu_paint_link (const GuatuChartView *self,
                  GuatuPainter         *painter,
                  const GuatuRoute     *route,
                  gboolean              critical)
{
  GuatuInk ink = critical ? GUATU_INK_CRITICAL : GUATU_INK_LINK;
  GuatuPoint tip = route->points[route->n - 1], before = route->points[route->n - 2];
  double length = guatu_chart_arrow_size (self), half = length * 0.5;
  double dx = (tip.x > before.x) - (tip.x < before.x), dy = (tip.y > before.y) - (tip.y < before.y);
  const GuatuPoint head[] = {
    tip,
    { tip.x - dx * length - dy * half, tip.y - dy * length - dx * half },
    { tip.x - dx * length + dy * half, tip.y - dy * length + dx * half },
  };
  GuatuRoute shaft = *route;

  /* The line ends within the head, so that the tip stays sharp. */
  shaft.points[shaft.n - 1] = (GuatuPoint) { tip.x - dx * length * 0.8, tip.y - dy * length * 0.8 };
  painter->line (painter, shaft.points, shaft.n, self->hair * 1.6, GUATU_LINE_SOLID, ink);
  painter->polygon (painter, head, 3, ink, GUATU_INK_NONE, 0);
}

void
guatu_paint_light (GuatuPainter    *painter,
                   GuatuPoint       centre,
                   double           radius,
                   GuatuLightColour light)
{
  GuatuBox box = { centre.x - radius, centre.y - radius, 2 * radius, 2 * radius };

  painter->round_box (painter, box, radius, GUATU_INK_LIGHT_NONE + (GuatuInk) light, GUATU_INK_NONE, 0);
}

void
guatu_paint_star (GuatuPainter *painter,
                  GuatuPoint    centre,
                  double        radius)
{
  guatu_paint_diamond (painter, centre, radius, GUATU_INK_HIGHLIGHT, GUATU_INK_NONE, 0);
}

void
guatu_paint_flag (GuatuPainter *painter,
                  GuatuPoint    foot,
                  double        size,
                  gboolean      overdue)
{
  GuatuInk ink = overdue ? GUATU_INK_FLAG_OVERDUE : GUATU_INK_FLAG_DONE;
  const GuatuPoint pole[] = { foot, { foot.x, foot.y - size } };

  painter->line (painter, pole, 2, size * 0.1, GUATU_LINE_SOLID, ink);
  painter->fill (painter, (GuatuBox) { foot.x, foot.y - size, size * 0.7, size * 0.5 }, ink);
}
