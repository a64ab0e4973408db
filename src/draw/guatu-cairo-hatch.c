/* guatu-cairo-hatch.c — the lines of hatches, and the measures of what fills a shape. */
#include "guatu-cairo-hatch.h"

/* Of hatches: how far apart their lines are, as a share of the shape's height, but within bounds; and how wide, as a
 * share of that. */
#define HATCH_PITCH 0.36
#define MIN_PITCH 1.5
#define MAX_PITCH 4.5
#define HATCH_WIDTH 0.24

/* Of the line along an edge: how wide, as a share of the shape's shorter side, within bounds. */
#define EDGE_WIDTH 0.07
#define MIN_EDGE 0.2
#define MAX_EDGE 0.9

double
guatu_hatch_pitch (GuatuBox         box,
                   const GuatuFill *fill)
{
  return CLAMP (box.height * HATCH_PITCH, MIN_PITCH, MAX_PITCH) * fill->coarseness;
}

double
guatu_edge_width (GuatuBox box)
{
  return CLAMP (MIN (box.width, box.height) * EDGE_WIDTH, MIN_EDGE, MAX_EDGE);
}

static void
trace_slanting (cairo_t *cr,
                GuatuBox box,
                double   pitch,
                gboolean rising)
{
  double bottom = box.y + box.height;

  for (double x = box.x - box.height; x < box.x + box.width; x += pitch)
    {
      cairo_move_to (cr, x, rising ? bottom : box.y);
      cairo_line_to (cr, x + box.height, rising ? box.y : bottom);
    }
}

static void
trace_upright (cairo_t *cr,
               GuatuBox box,
               double   pitch)
{
  for (double x = box.x + pitch / 2; x < box.x + box.width; x += pitch)
    {
      cairo_move_to (cr, x, box.y);
      cairo_line_to (cr, x, box.y + box.height);
    }
}

static void
trace_level (cairo_t *cr,
             GuatuBox box,
             double   pitch)
{
  for (double y = box.y + pitch / 2; y < box.y + box.height; y += pitch)
    {
      cairo_move_to (cr, box.x, y);
      cairo_line_to (cr, box.x + box.width, y);
    }
}

/* Of no length; the round ends of the line make dots of them. */
static void
trace_dots (cairo_t *cr,
            GuatuBox box,
            double   pitch)
{
  guint line = 0;

  for (double y = box.y + pitch * 0.4; y < box.y + box.height; y += pitch * 0.8, line++)
    for (double x = box.x + pitch * (line % 2 == 0 ? 0.5 : 1); x < box.x + box.width; x += pitch)
      {
        cairo_move_to (cr, x, y);
        cairo_line_to (cr, x, y);
      }
}

void
guatu_cairo_hatch (cairo_t   *cr,
                   GuatuBox   box,
                   GuatuHatch hatch,
                   double     pitch)
{
  double width = pitch * HATCH_WIDTH;

  if (pitch <= 0)
    return;

  cairo_new_path (cr);
  switch (hatch)
    {
    case GUATU_HATCH_RISING:
    case GUATU_HATCH_FALLING:
      trace_slanting (cr, box, pitch * G_SQRT2, hatch == GUATU_HATCH_RISING);
      break;
    case GUATU_HATCH_CROSSED:
      trace_slanting (cr, box, pitch * 1.8, TRUE);
      trace_slanting (cr, box, pitch * 1.8, FALSE);
      break;
    case GUATU_HATCH_UPRIGHT:
      trace_upright (cr, box, pitch);
      break;
    case GUATU_HATCH_LEVEL:
      trace_level (cr, box, pitch);
      break;
    case GUATU_HATCH_GRID:
      trace_upright (cr, box, pitch);
      trace_level (cr, box, pitch);
      break;
    case GUATU_HATCH_DOTS:
      width = pitch * 0.4;
      trace_dots (cr, box, pitch);
      break;
    case GUATU_HATCH_NONE:
    default:
      return;
    }
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, hatch == GUATU_HATCH_DOTS ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_stroke (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
}
