/* guatu-chart-link-paint.c — paints the links, and what several of them share only once. */
#include <math.h>

#include "guatu-chart-paint-private.h"

/* The part of a line across or upright, at a place, that has been painted. */
typedef struct
{
  double at;
  double from;
  double to;
} Painted;

typedef struct
{
  const GuatuChartView *view;
  GuatuPainter         *painter;
  gboolean              critical;     /* which of the links are painted in this round */
  GHashTable           *across;       /* place → Painted; %NULL: links share nothing */
  GHashTable           *upright;
} Paint;

static gboolean
is_critical (const GuatuChartView *view,
             gint32                task)
{
  return (view->layers & GUATU_LAYER_CRITICAL) != 0 && (view->schedule->flags[task] & GUATU_CRITICAL) != 0;
}

static Painted *
painted_at (Paint     *self,
            GuatuPoint a,
            GuatuPoint b)
{
  return a.x == b.x ? g_hash_table_lookup (self->upright, &a.x) : g_hash_table_lookup (self->across, &a.y);
}

/* How much of the way from @a to @b has been painted, from @a on: the point where that ends. */
static GuatuPoint
skip (Paint     *self,
      GuatuPoint a,
      GuatuPoint b)
{
  const Painted *painted = painted_at (self, a, b);
  double from = a.x == b.x ? a.y : a.x, to = a.x == b.x ? b.y : b.x, at = from;

  if (painted != NULL && painted->from <= from && from <= painted->to)
    at = to > from ? MIN (to, painted->to) : MAX (to, painted->from);

  return a.x == b.x ? (GuatuPoint) { a.x, at } : (GuatuPoint) { at, a.y };
}

static gboolean
same (GuatuPoint a,
      GuatuPoint b)
{
  return a.x == b.x && a.y == b.y;
}

/* One stretch is kept for each place: links come in the order of their rows, and mostly go on where others were. */
static void
note (Paint     *self,
      GuatuPoint a,
      GuatuPoint b)
{
  gboolean upright = a.x == b.x;
  Painted stretch = upright ? (Painted) { a.x, MIN (a.y, b.y), MAX (a.y, b.y) }
                            : (Painted) { a.y, MIN (a.x, b.x), MAX (a.x, b.x) };
  Painted *painted = painted_at (self, a, b);

  if (painted == NULL)
    {
      painted = g_memdup2 (&stretch, sizeof stretch);
      g_hash_table_insert (upright ? self->upright : self->across, &painted->at, painted);
    }
  else if (stretch.from <= painted->to && painted->from <= stretch.to)
    {
      painted->from = MIN (painted->from, stretch.from);
      painted->to = MAX (painted->to, stretch.to);
    }
  else
    *painted = stretch;
}

/* Takes off the beginning of the route what is there already. */
static void
skip_beginning (Paint      *self,
                GuatuRoute *route)
{
  guint done = 0;

  while (done + 1 < route->n)
    {
      GuatuPoint reached = skip (self, route->points[done], route->points[done + 1]);

      if (!same (reached, route->points[done + 1]))
        {
          route->points[done] = reached;
          break;
        }
      done++;
    }
  route->n -= done;
  memmove (route->points, route->points + done, route->n * sizeof (GuatuPoint));
}

/* The same of its end; answers whether the arrow is there. */
static gboolean
skip_end (Paint      *self,
          GuatuRoute *route)
{
  gboolean arrow = FALSE;

  while (route->n > 1)
    {
      GuatuPoint *end = &route->points[route->n - 1];
      GuatuPoint reached = skip (self, *end, end[-1]);

      arrow |= !same (reached, *end);
      if (!same (reached, end[-1]))
        {
          *end = reached;
          break;
        }
      route->n--;
    }

  return arrow;
}

static void
paint_rest (Paint            *self,
            const GuatuRoute *whole)
{
  GuatuRoute route = *whole;
  gboolean arrow = skip_end (self, &route);

  skip_beginning (self, &route);
  if (route.n > 1 && !arrow)
    guatu_paint_link (self->view, self->painter, &route, self->critical);
  else if (route.n > 1)
    self->painter->line (self->painter, route.points, route.n, self->view->hair * 1.6, GUATU_LINE_SOLID,
                         self->critical ? GUATU_INK_CRITICAL : GUATU_INK_LINK);
  for (guint i = 0; i + 1 < whole->n; i++)
    note (self, whole->points[i], whole->points[i + 1]);
}

static void
paint_link (const GuatuRowLink *link,
            gpointer            data)
{
  Paint *self = data;
  const GuatuLink *stored = guatu_plan_link (self->view->plan, link->link);
  gboolean critical = is_critical (self->view, stored->predecessor) && is_critical (self->view, stored->successor);
  GuatuRoute route;

  if (critical != self->critical || !guatu_chart_link_route (self->view, link, &route))
    return;
  if (self->across != NULL)
    paint_rest (self, &route);
  else
    guatu_paint_link (self->view, self->painter, &route, critical);
}

/* Critical ones last, so that none is hidden by another. */
void
guatu_paint_links (const GuatuChartView *view,
                   GuatuPainter         *painter,
                   guint                 first,
                   guint                 last)
{
  Paint self = { .view = view, .painter = painter };

  if ((view->layers & GUATU_LAYER_LINKS) == 0)
    return;

  for (self.critical = FALSE; self.critical <= TRUE; self.critical++)
    {
      if (view->routes != NULL)
        {
          self.across = g_hash_table_new_full (g_double_hash, g_double_equal, NULL, g_free);
          self.upright = g_hash_table_new_full (g_double_hash, g_double_equal, NULL, g_free);
        }
      guatu_rows_each_link (view->rows, first, last, paint_link, &self);
      g_clear_pointer (&self.across, g_hash_table_unref);
      g_clear_pointer (&self.upright, g_hash_table_unref);
    }
}
