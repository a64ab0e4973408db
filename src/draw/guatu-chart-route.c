/* guatu-chart-route.c — the way of a link from bar to bar. */
#include <math.h>

#include "guatu-chart-view.h"

double
guatu_chart_arrow_size (const GuatuChartView *self)
{
  return self->bar_height * 0.36;
}

/* One end of a link: where it is fastened, and which way leads out of the bar. */
typedef struct
{
  double x;             /* the instant's place: a bar's edge, the middle of a diamond */
  double y;
  double out;           /* -1 to the left, 1 to the right */
  double half_height;   /* of the bar or diamond */
  double width;         /* of the bar */
  double radius;        /* of the diamond; 0 for a bar */
} End;

static gboolean
find_end (const GuatuChartView *self,
          guint                 row,
          gboolean              at_finish,
          End                  *end)
{
  double radius = guatu_chart_is_milestone (self, row) ? guatu_chart_milestone_radius (self) : 0;
  GuatuBox bar;

  if (!guatu_chart_bar (self, row, &bar))
    return FALSE;

  *end = (End) {
    .x = at_finish ? bar.x + bar.width : bar.x,
    .y = bar.y + bar.height / 2,
    .out = at_finish ? 1 : -1,
    .half_height = radius > 0 ? radius : bar.height / 2,
    .width = bar.width,
    .radius = radius,
  };

  return TRUE;
}

/* Where the bar or the diamond ends. */
static double
edge_of (const End *end)
{
  return end->x + end->out * end->radius;
}

static void
add_point (GuatuRoute *route,
           double      x,
           double      y)
{
  route->points[route->n++] = (GuatuPoint) { x, y };
}

/* Straight out of the one bar, then up or down onto the other's edge: the common case, where the successor
 * starts when its predecessor finishes, or later. */
static gboolean
route_onto (const GuatuChartView *self,
            const End            *from,
            const End            *to,
            GuatuRoute           *route)
{
  double x = to->x, down = to->y > from->y ? 1 : -1;

  if (from->out != -to->out || (to->x - from->x) * from->out < -0.01 || from->y == to->y)
    return FALSE;

  /* A diamond is met at its point, a bar a little behind its corner. */
  if (to->radius <= 0)
    x += from->out * MIN (guatu_chart_arrow_size (self), to->width / 2);
  if ((x - edge_of (from)) * from->out > 0)
    add_point (route, edge_of (from), from->y);
  add_point (route, x, from->y);
  add_point (route, x, to->y - down * to->half_height);

  return TRUE;
}

/* Both ends on the same side: around the outside of both bars. */
static gboolean
route_around (const GuatuChartView *self,
              const End            *from,
              const End            *to,
              GuatuRoute           *route)
{
  double stub = guatu_chart_arrow_size (self) * 1.8;
  double x;

  if (from->out != to->out)
    return FALSE;

  x = from->out > 0 ? MAX (edge_of (from), edge_of (to)) + stub : MIN (edge_of (from), edge_of (to)) - stub;
  add_point (route, edge_of (from), from->y);
  add_point (route, x, from->y);
  add_point (route, x, to->y);
  add_point (route, edge_of (to), to->y);

  return TRUE;
}

/* Back between the rows: where the successor begins before the predecessor ends. */
static void
route_back (const GuatuChartView *self,
            const End            *from,
            const End            *to,
            const GuatuRowLink   *link,
            GuatuRoute           *route)
{
  double stub = guatu_chart_arrow_size (self) * 1.8;
  GuatuBox row = guatu_chart_row_box (self, link->to);
  double between = link->to > link->from ? row.y : row.y + row.height;
  double out = edge_of (from) + from->out * stub, in = edge_of (to) + to->out * stub;

  add_point (route, edge_of (from), from->y);
  add_point (route, out, from->y);
  add_point (route, out, between);
  add_point (route, in, between);
  add_point (route, in, to->y);
  add_point (route, edge_of (to), to->y);
}

gboolean
guatu_chart_link_route (const GuatuChartView *self,
                        const GuatuRowLink   *link,
                        GuatuRoute           *route)
{
  GuatuLinkType type = guatu_plan_link (self->plan, link->link)->type;
  End from, to;

  route->n = 0;
  if (!find_end (self, link->from, type == GUATU_LINK_FS || type == GUATU_LINK_FF, &from)
      || !find_end (self, link->to, type == GUATU_LINK_FF || type == GUATU_LINK_SF, &to))
    return FALSE;

  if (!route_onto (self, &from, &to, route) && !route_around (self, &from, &to, route))
    route_back (self, &from, &to, link, route);

  return TRUE;
}
