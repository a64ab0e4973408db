/* guatu-chart-route.c — the way of a link from bar to bar. */
#include <math.h>

#include "guatu-chart-route-private.h"
#include "guatu-chart-routes.h"

double
guatu_chart_arrow_size (const GuatuChartView *self)
{
  return self->bar_height * 0.36;
}

static gboolean
find_end (const GuatuChartView *self,
          guint                 row,
          gboolean              at_finish,
          GuatuLinkEnd         *end)
{
  double radius = guatu_chart_is_milestone (self, row) ? guatu_chart_milestone_radius (self) : 0;
  GuatuBox bar;

  if (!guatu_chart_bar (self, row, &bar))
    return FALSE;

  *end = (GuatuLinkEnd) {
    .x = at_finish ? bar.x + bar.width : bar.x,
    .y = bar.y + bar.height / 2,
    .out = at_finish ? 1 : -1,
    .half_height = radius > 0 ? radius : bar.height / 2,
    .width = bar.width,
    .radius = radius,
  };

  return TRUE;
}

double
guatu_link_edge (const GuatuLinkEnd *end,
                 double              dy)
{
  return end->x + end->out * MAX (0, end->radius - fabs (dy));
}

double
guatu_link_stub (const GuatuChartView *self)
{
  return guatu_chart_arrow_size (self) * 1.8;
}

gboolean
guatu_link_find_ends (const GuatuChartView *self,
                      const GuatuRowLink   *link,
                      GuatuLinkEnd         *from,
                      GuatuLinkEnd         *to)
{
  GuatuLinkType type = guatu_plan_link (self->plan, link->link)->type;

  return find_end (self, link->from, type == GUATU_LINK_FS || type == GUATU_LINK_FF, from)
         && find_end (self, link->to, type == GUATU_LINK_FF || type == GUATU_LINK_SF, to);
}

void
guatu_route_add (GuatuRoute *route,
                 double      x,
                 double      y)
{
  route->points[route->n++] = (GuatuPoint) { x, y };
}

static double
edge_of (const GuatuLinkEnd *end)
{
  return guatu_link_edge (end, 0);
}

/* Straight out of the one bar, then up or down onto the other's edge: the common case, where the successor
 * starts when its predecessor finishes, or later. */
static gboolean
route_onto (const GuatuChartView *self,
            const GuatuLinkEnd   *from,
            const GuatuLinkEnd   *to,
            GuatuRoute           *route)
{
  double x = to->x, down = to->y > from->y ? 1 : -1;

  if (from->out != -to->out || (to->x - from->x) * from->out < -0.01 || from->y == to->y)
    return FALSE;

  /* A diamond is met at its point, a bar a little behind its corner. */
  if (to->radius <= 0)
    x += from->out * MIN (guatu_chart_arrow_size (self), to->width / 2);
  if ((x - edge_of (from)) * from->out > 0)
    guatu_route_add (route, edge_of (from), from->y);
  guatu_route_add (route, x, from->y);
  guatu_route_add (route, x, to->y - down * to->half_height);

  return TRUE;
}

/* Both ends on the same side: around the outside of both bars. */
static gboolean
route_around (const GuatuChartView *self,
              const GuatuLinkEnd   *from,
              const GuatuLinkEnd   *to,
              GuatuRoute           *route)
{
  double stub = guatu_link_stub (self);
  double x;

  if (from->out != to->out)
    return FALSE;

  x = from->out > 0 ? MAX (edge_of (from), edge_of (to)) + stub : MIN (edge_of (from), edge_of (to)) - stub;
  guatu_route_add (route, edge_of (from), from->y);
  guatu_route_add (route, x, from->y);
  guatu_route_add (route, x, to->y);
  guatu_route_add (route, edge_of (to), to->y);

  return TRUE;
}

/* Back between the rows: where the successor begins before the predecessor ends. */
static void
route_back (const GuatuChartView *self,
            const GuatuLinkEnd   *from,
            const GuatuLinkEnd   *to,
            const GuatuRowLink   *link,
            GuatuRoute           *route)
{
  double stub = guatu_link_stub (self);
  GuatuBox row = guatu_chart_row_box (self, link->to);
  double between = link->to > link->from ? row.y : row.y + row.height;
  double out = edge_of (from) + from->out * stub, in = edge_of (to) + to->out * stub;

  guatu_route_add (route, edge_of (from), from->y);
  guatu_route_add (route, out, from->y);
  guatu_route_add (route, out, between);
  guatu_route_add (route, in, between);
  guatu_route_add (route, in, to->y);
  guatu_route_add (route, edge_of (to), to->y);
}

gboolean
guatu_chart_link_route (const GuatuChartView *self,
                        const GuatuRowLink   *link,
                        GuatuRoute           *route)
{
  const GuatuRoute *found = self->routes != NULL ? guatu_routes_get (self->routes, link->link) : NULL;
  GuatuLinkEnd from, to;

  if (found != NULL)
    {
      *route = *found;
      return TRUE;
    }

  route->n = 0;
  if (!guatu_link_find_ends (self, link, &from, &to))
    return FALSE;

  if (!route_onto (self, &from, &to, route) && !route_around (self, &from, &to, route))
    route_back (self, &from, &to, link, route);

  return TRUE;
}
