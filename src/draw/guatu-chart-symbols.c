/* guatu-chart-symbols.c — bars, brackets, diamonds, arrows, lights and flags, for rows and legend alike. */
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
  gboolean progress = (self->layers & GUATU_LAYER_PROGRESS) != 0, whole = !progress || done.width >= bar.width;
  const GuatuPoint points[] = {
    { bar.x, top }, { right, top }, { right, low }, { right - tip, top + thick }, { bar.x + tip, top + thick },
    { bar.x, low },
  };

  painter->polygon (painter, points, G_N_ELEMENTS (points), whole ? done_ink : ink, GUATU_INK_NONE, 0);
  if (whole || done.width <= 0)
    return;

  painter->clip (painter, (GuatuBox) { bar.x, bar.y, done.width, bar.height });
  painter->polygon (painter, points, G_N_ELEMENTS (points), done_ink, GUATU_INK_NONE, 0);
  painter->unclip (painter);
}

void
guatu_paint_deadline (const GuatuChartView *self,
                      GuatuPainter         *painter,
                      GuatuBox              bracket)
{
  double right = bracket.x + bracket.width, half = bracket.width * GUATU_DEADLINE_JUT, low = bracket.y + bracket.height;
  double stroke = self->hair * 2.4;
  double top = bracket.y + half * 1.35;
  const GuatuPoint triangle[] = {
    { right - half, bracket.y }, { right + half, bracket.y }, { right, bracket.y + half * 1.35 },
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

/* Lights ----------------------------------------------------------------------------------------- */

static void
paint_circle (GuatuPainter *painter,
              GuatuPoint    centre,
              double        radius,
              GuatuInk      ink,
              GuatuInk      outline,
              double        width)
{
  painter->round_box (painter, (GuatuBox) { centre.x - radius, centre.y - radius, 2 * radius, 2 * radius }, radius, ink,
                      outline, width);
}

static void
paint_triangle (GuatuPainter *painter,
                GuatuPoint    centre,
                double        radius,
                GuatuInk      ink)
{
  const GuatuPoint points[] = {
    { centre.x, centre.y - radius },
    { centre.x + radius, centre.y + radius * 0.78 },
    { centre.x - radius, centre.y + radius * 0.78 },
  };

  painter->polygon (painter, points, G_N_ELEMENTS (points), ink, GUATU_INK_NONE, 0);
}

static void
paint_tick (GuatuPainter *painter,
            GuatuPoint    centre,
            double        radius)
{
  const GuatuPoint points[] = {
    { centre.x - radius * 0.46, centre.y + radius * 0.02 },
    { centre.x - radius * 0.12, centre.y + radius * 0.38 },
    { centre.x + radius * 0.48, centre.y - radius * 0.34 },
  };

  painter->line (painter, points, G_N_ELEMENTS (points), radius * 0.26, GUATU_LINE_SOLID, GUATU_INK_PAPER);
}

void
guatu_paint_light (GuatuPainter    *painter,
                   GuatuPoint       centre,
                   double           radius,
                   GuatuLightColour light)
{
  /* Each of about the same area. */
  double side = radius * 0.88;

  switch (light)
    {
    case GUATU_LIGHT_GREEN:
      paint_circle (painter, centre, radius, GUATU_INK_LIGHT_GREEN, GUATU_INK_NONE, 0);
      break;
    case GUATU_LIGHT_YELLOW:
      paint_triangle (painter, centre, radius * 1.12, GUATU_INK_LIGHT_YELLOW);
      break;
    case GUATU_LIGHT_ORANGE:
      guatu_paint_diamond (painter, centre, radius * 1.2, GUATU_INK_LIGHT_ORANGE, GUATU_INK_NONE, 0);
      break;
    case GUATU_LIGHT_RED:
      painter->round_box (painter, (GuatuBox) { centre.x - side, centre.y - side, 2 * side, 2 * side }, side * 0.12,
                          GUATU_INK_LIGHT_RED, GUATU_INK_NONE, 0);
      break;
    case GUATU_LIGHT_DONE:
      paint_circle (painter, centre, radius, GUATU_INK_LIGHT_DONE, GUATU_INK_NONE, 0);
      paint_tick (painter, centre, radius);
      break;
    case GUATU_LIGHT_NONE:
    case GUATU_LIGHT_N_COLOURS:
    default:
      paint_circle (painter, centre, radius * 0.62, GUATU_INK_NONE, GUATU_INK_LIGHT_NONE, radius * 0.2);
      break;
    }
}

/* Stars and flags -------------------------------------------------------------------------------- */

void
guatu_paint_star (GuatuPainter *painter,
                  GuatuPoint    centre,
                  double        radius)
{
  GuatuPoint points[10];

  /* The inner corners of a pentagram. */
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      double reach = i % 2 == 0 ? radius : radius * 0.382, angle = i * G_PI / 5;

      points[i] = (GuatuPoint) { centre.x + reach * sin (angle), centre.y - reach * cos (angle) };
    }

  painter->polygon (painter, points, G_N_ELEMENTS (points), GUATU_INK_HIGHLIGHT, GUATU_INK_NONE, 0);
}

void
guatu_paint_flag (GuatuPainter *painter,
                  GuatuPoint    foot,
                  double        size,
                  gboolean      overdue)
{
  double top = foot.y - size, pole = size * 0.1, right = foot.x + size * 0.82, low = top + size * 0.56;
  const GuatuPoint staff[] = { foot, { foot.x, top } };
  /* Swallow-tailed, so that it is no triangle of a light's. */
  const GuatuPoint cloth[] = {
    { foot.x, top }, { right, top }, { right - size * 0.2, (top + low) / 2 }, { right, low }, { foot.x, low },
  };

  painter->polygon (painter, cloth, G_N_ELEMENTS (cloth), overdue ? GUATU_INK_FLAG_OVERDUE : GUATU_INK_FLAG_DONE,
                    GUATU_INK_NONE, 0);
  painter->line (painter, staff, G_N_ELEMENTS (staff), pole, GUATU_LINE_SOLID, GUATU_INK_TEXT);
}
