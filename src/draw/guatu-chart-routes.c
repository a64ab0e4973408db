/* guatu-chart-routes.c — finds the ways of all links at once: which lines they share, and where those stand. */
#include "guatu-chart-routes.h"

#include <math.h>

#include "guatu-chart-route-private.h"

/* Between two upright lines, in hairs. */
#define PITCH 4.5

/* Farther than this nobody sees how many bars a line passes behind. */
#define MAX_PASSED 64

/* How far off its middle a bar is left, and met, where both happens on the same side, as a share of its height. */
#define ASIDE 0.22

typedef enum
{
  DROP,                 /* along the predecessor's row, then up or down onto the successor's edge */
  BRANCH,               /* up or down beside the predecessor, then along the successor's row */
  AROUND,               /* both ends on the same side: around the outside of both bars */
  BACK,                 /* the successor begins before the predecessor ends: back between the rows */
} Shape;

/* Whose line a trunk is, and what for: links of the same end and role share it. */
typedef enum
{
  ROLE_OUT,             /* beside the end that links leave */
  ROLE_ONTO,            /* onto the end where links arrive */
  ROLE_STUB,            /* beside the end where links arrive from between the rows */
  ROLE_AROUND_OUT,
  ROLE_AROUND_IN,
  N_ROLES,
} Role;

/* Places are kept as u = x × out, so that up is always away from the end that the trunk belongs to. */
typedef struct
{
  double   out;
  double   wanted;
  double   low;
  double   high;
  double   top;
  double   bottom;
  gboolean tight;       /* a bar follows at once, and is met from above or below */
} Trunk;

typedef struct
{
  const GuatuRowLink *link;
  GuatuLinkEnd        from;
  GuatuLinkEnd        to;
  Shape               shape;
  guint               trunk;
  guint               stub;       /* BACK: the line beside the successor */
} Way;

typedef struct
{
  const GuatuChartView *view;
  Way                  *ways;
  guint                 n;
  guint32              *degrees;  /* by end and role: links that leave, arrive, or go around from or to it */
  guint8               *sides;    /* by end: whether links leave (1) and arrive (2) at its side */
  guint32              *numbers;  /* by end and role: the trunk's number + 1 */
  GArray               *trunks;
  GuatuUpright         *uprights; /* by trunk */
  double                arrow;
  double                stub;
  double                pitch;
} Router;

struct _GuatuRoutes
{
  GuatuRoute *routes;
  gint32     *places;           /* by link row: its place in @routes, or -1 */
  guint       n_links;
};

static guint
end_of (guint               row,
        const GuatuLinkEnd *end)
{
  return row * 2 + (end->out > 0);
}

static guint32 *
degree (Router             *self,
        guint               row,
        const GuatuLinkEnd *end,
        Role                role)
{
  return &self->degrees[end_of (row, end) * N_ROLES + role];
}

/* @end's edge as a distance in the direction @out. */
static double
edge (const GuatuLinkEnd *end,
      double              out)
{
  return guatu_link_edge (end, 0) * out;
}

/* Shapes ----------------------------------------------------------------------------------------- */

static gboolean
leads_on (const Way *way)
{
  return way->from.out != way->to.out && (way->to.x - way->from.x) * way->from.out >= -0.01;
}

/* Whether between the two ends there is room for an upright line and an arrow. */
static gboolean
has_room (const Router *self,
          const Way    *way)
{
  double out = way->from.out;

  return edge (&way->to, out) - edge (&way->from, out) >= self->stub * 0.7 + self->arrow * 1.6;
}

/* How many bars a line at @x passes behind on its way. */
static guint
bars_passed (const Router *self,
             const Way    *way,
             double        x)
{
  guint first = MIN (way->link->from, way->link->to) + 1, last = MAX (way->link->from, way->link->to), passed = 0;
  GuatuBox bar;

  if (last - first > MAX_PASSED)
    return 0;
  for (guint row = first; row < last; row++)
    if (guatu_chart_bar (self->view, row, &bar) && bar.x - self->pitch < x && x < bar.x + bar.width + self->pitch)
      passed++;

  return passed;
}

static double
inset (const Router       *self,
       const GuatuLinkEnd *end)
{
  return end->radius > 0 ? 0 : MIN (self->arrow, end->width / 2);
}

/* A link that leads on stands with the others of the fuller end; one by itself where it passes behind fewer bars. */
static Shape
choose_shape (Router *self,
              Way    *way)
{
  guint leave, arrive;

  if (way->from.out == way->to.out)
    return AROUND;
  if (!leads_on (way))
    return BACK;
  if (!has_room (self, way))
    return DROP;

  leave = *degree (self, way->link->from, &way->from, ROLE_OUT);
  arrive = *degree (self, way->link->to, &way->to, ROLE_ONTO);
  if (leave != arrive || leave > 1)
    return arrive > leave ? DROP : BRANCH;

  return bars_passed (self, way, guatu_link_edge (&way->from, 0) + way->from.out * self->stub)
         < bars_passed (self, way, way->to.x + way->from.out * inset (self, &way->to)) ? BRANCH : DROP;
}

static void
find_ways (Router *self)
{
  const GuatuRows *rows = self->view->rows;

  self->ways = g_new (Way, MAX (rows->n_links, 1));
  for (guint i = 0; i < rows->n_links; i++)
    {
      Way way = { .link = &rows->links[i] };

      if (!guatu_link_find_ends (self->view, way.link, &way.from, &way.to))
        continue;
      if (leads_on (&way))
        {
          ++*degree (self, way.link->from, &way.from, ROLE_OUT);
          ++*degree (self, way.link->to, &way.to, ROLE_ONTO);
        }
      else if (way.from.out == way.to.out)
        {
          ++*degree (self, way.link->from, &way.from, ROLE_AROUND_OUT);
          ++*degree (self, way.link->to, &way.to, ROLE_AROUND_IN);
        }
      self->ways[self->n++] = way;
    }
}

/* Trunks ------------------------------------------------------------------------------------------- */

/* The trunk of an end; where it has none yet, one that stands at @wanted, and no nearer than @low. */
static guint
find_trunk (Router             *self,
            guint               row,
            const GuatuLinkEnd *end,
            Role                role,
            double              out,
            double              wanted,
            double              low)
{
  guint32 *number = &self->numbers[end_of (row, end) * N_ROLES + role];
  Trunk trunk = { out, wanted, low, G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, FALSE };

  if (*number == 0)
    {
      g_array_append_val (self->trunks, trunk);
      *number = self->trunks->len;
    }

  return *number - 1;
}

static Trunk *
trunk_at (Router *self,
          guint   number)
{
  return &g_array_index (self->trunks, Trunk, number);
}

static guint
out_trunk (Router *self,
           Way    *way)
{
  double from = edge (&way->from, way->from.out);

  return find_trunk (self, way->link->from, &way->from, ROLE_OUT, way->from.out, from + self->stub,
                     from + self->stub * 0.6);
}

/* Where a line may meet the bar's edge from above or below: behind its corner, and not far from it. */
static void
find_landing (Router *self,
              Way    *way,
              double *low,
              double *high)
{
  double width = way->to.width, at = way->to.x * way->from.out;

  *low = *high = at;
  if (way->to.radius > 0)
    return;
  *low = at + MIN (self->arrow * 0.6, width / 2);
  *high = MAX (*low, at + MIN (width - self->arrow * 0.6, self->arrow + 4 * self->pitch));
}

static void
drop_alone (Router *self,
            Way    *way)
{
  double low, high;

  find_landing (self, way, &low, &high);
  way->shape = DROP;
  way->trunk = find_trunk (self, way->link->to, &way->to, ROLE_ONTO, way->from.out,
                           CLAMP (way->to.x * way->from.out + inset (self, &way->to), low, high), low);
  trunk_at (self, way->trunk)->high = high;
}

/* Successors that follow at once are met by the trunk of their predecessor, if it stands behind their corners. */
static void
place_tight (Router *self,
             Way    *way)
{
  guint leave = *degree (self, way->link->from, &way->from, ROLE_OUT);
  double low, high;
  Trunk *trunk;
  guint number;

  if (leave < 2 || leave < *degree (self, way->link->to, &way->to, ROLE_ONTO) || has_room (self, way))
    {
      drop_alone (self, way);
      return;
    }

  find_landing (self, way, &low, &high);
  number = out_trunk (self, way);
  trunk = trunk_at (self, number);
  if (!trunk->tight)
    {
      trunk->tight = TRUE;
      trunk->low = low;
      trunk->high = high;
    }
  else if (MAX (low, trunk->low) > MIN (high, trunk->high))
    {
      drop_alone (self, way);
      return;
    }
  trunk->low = MAX (low, trunk->low);
  trunk->high = MIN (high, trunk->high);
  trunk->wanted = CLAMP (way->to.x * way->from.out + inset (self, &way->to), trunk->low, trunk->high);
  way->trunk = number;
}

static void
place_branch (Router *self,
              Way    *way)
{
  guint number = out_trunk (self, way);
  Trunk *trunk = trunk_at (self, number);
  double high = edge (&way->to, way->from.out) - self->arrow * 1.6;

  if (high < trunk->low)
    {
      drop_alone (self, way);
      return;
    }
  trunk->high = MIN (trunk->high, high);
  trunk->wanted = MIN (trunk->wanted, trunk->high);
  way->trunk = number;
}

static void
place_around (Router *self,
              Way    *way)
{
  double out = way->from.out, beyond = MAX (edge (&way->from, out), edge (&way->to, out));
  gboolean in = *degree (self, way->link->to, &way->to, ROLE_AROUND_IN)
                > *degree (self, way->link->from, &way->from, ROLE_AROUND_OUT);
  Trunk *trunk;

  way->trunk = find_trunk (self, in ? way->link->to : way->link->from, in ? &way->to : &way->from,
                           in ? ROLE_AROUND_IN : ROLE_AROUND_OUT, out, beyond + self->stub, beyond + self->stub * 0.7);
  trunk = trunk_at (self, way->trunk);
  trunk->wanted = MAX (trunk->wanted, beyond + self->stub);
  trunk->low = MAX (trunk->low, beyond + self->stub * 0.7);
}

static void
place_back (Router *self,
            Way    *way)
{
  double to = edge (&way->to, way->to.out);

  way->trunk = out_trunk (self, way);
  way->stub = find_trunk (self, way->link->to, &way->to, ROLE_STUB, way->to.out, to + self->stub,
                          to + self->arrow * 1.3);
}

/* Those that leave a trunk the least choice come first. */
static void
place_all (Router *self)
{
  for (guint i = 0; i < self->n; i++)
    self->ways[i].shape = choose_shape (self, &self->ways[i]);
  for (guint i = 0; i < self->n; i++)
    if (self->ways[i].shape == DROP)
      place_tight (self, &self->ways[i]);
  for (guint i = 0; i < self->n; i++)
    if (self->ways[i].shape == BRANCH)
      place_branch (self, &self->ways[i]);
  for (guint i = 0; i < self->n; i++)
    if (self->ways[i].shape == AROUND)
      place_around (self, &self->ways[i]);
    else if (self->ways[i].shape == BACK)
      place_back (self, &self->ways[i]);
}

/* Heights -------------------------------------------------------------------------------------------- */

/* Where links both leave and arrive at one side of a bar they keep off each other. */
static void
note_sides (Router *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      const Way *way = &self->ways[i];

      self->sides[end_of (way->link->from, &way->from)] |= 1;
      if (way->shape != DROP)
        self->sides[end_of (way->link->to, &way->to)] |= 2;
    }
}

static double
height_at (const Router       *self,
           guint               row,
           const GuatuLinkEnd *end,
           double              aside)
{
  return end->y + (self->sides[end_of (row, end)] == 3 ? aside * ASIDE * end->half_height * 2 : 0);
}

static double
from_height (const Router *self,
             const Way    *way)
{
  return height_at (self, way->link->from, &way->from, 1);
}

static double
to_height (const Router *self,
           const Way    *way)
{
  if (way->shape == DROP)
    return way->to.y + (way->to.y > way->from.y ? -1 : 1) * way->to.half_height;

  return height_at (self, way->link->to, &way->to, -1);
}

/* The height at which a link goes back between the rows. Links to the row above and to the one below, to a start and
 * to a finish, have a lane each. */
static double
back_height (const Router *self,
             const Way    *way)
{
  GuatuBox row = guatu_chart_row_box (self->view, way->link->to);
  double step = CLAMP ((row.height - self->view->bar_height) * 0.2, 0, self->pitch);
  double lane = step * (way->to.out < 0 ? 0.5 : 1.5);

  return way->link->to > way->link->from ? row.y + lane : row.y + row.height - lane;
}

static void
stretch (Trunk *trunk,
         double a,
         double b)
{
  trunk->top = MIN (trunk->top, MIN (a, b));
  trunk->bottom = MAX (trunk->bottom, MAX (a, b));
}

static void
find_heights (Router *self)
{
  note_sides (self);
  for (guint i = 0; i < self->n; i++)
    {
      const Way *way = &self->ways[i];

      if (way->shape != BACK)
        {
          stretch (trunk_at (self, way->trunk), from_height (self, way), to_height (self, way));
          continue;
        }
      stretch (trunk_at (self, way->trunk), from_height (self, way), back_height (self, way));
      stretch (trunk_at (self, way->stub), back_height (self, way), to_height (self, way));
    }
}

/* Trunks stay on the chart, where that leaves them their place. */
static void
part_trunks (Router *self)
{
  GuatuBox chart = self->view->chart;

  self->uprights = g_new (GuatuUpright, MAX (self->trunks->len, 1));
  for (guint i = 0; i < self->trunks->len; i++)
    {
      const Trunk *trunk = trunk_at (self, i);
      double edges[] = { chart.x * trunk->out, (chart.x + chart.width) * trunk->out };
      double high = MIN (trunk->high, MAX (edges[0], edges[1]) - self->pitch);
      double wanted;

      high = MAX (high, trunk->low);
      wanted = CLAMP (trunk->wanted, trunk->low, high);
      high = MIN (high, wanted + 8 * self->pitch);
      self->uprights[i] = (GuatuUpright) {
        .x = wanted * trunk->out,
        .low = trunk->out > 0 ? trunk->low : -high,
        .high = trunk->out > 0 ? high : -trunk->low,
        .top = trunk->top,
        .bottom = trunk->bottom,
      };
    }
  guatu_uprights_part (self->uprights, self->trunks->len, self->pitch, chart.x, chart.width);
}

/* Routes --------------------------------------------------------------------------------------------- */

static GuatuRoute
make_route (const Router *self,
            const Way    *way)
{
  double x = self->uprights[way->trunk].x, y = from_height (self, way), to = to_height (self, way);
  double left_at = guatu_link_edge (&way->from, y - way->from.y), between, in;
  GuatuRoute route = { .n = 0 };

  /* A line that stands behind its own bar begins there. */
  if (way->shape != DROP || (x - left_at) * way->from.out > 0)
    guatu_route_add (&route, left_at, y);
  guatu_route_add (&route, x, y);
  if (way->shape == BACK)
    {
      between = back_height (self, way);
      in = self->uprights[way->stub].x;
      guatu_route_add (&route, x, between);
      guatu_route_add (&route, in, between);
      x = in;
    }
  guatu_route_add (&route, x, to);
  if (way->shape != DROP)
    guatu_route_add (&route, guatu_link_edge (&way->to, to - way->to.y), to);

  return route;
}

static GuatuRoutes *
make_routes (const Router *self)
{
  GuatuRoutes *routes = g_new0 (GuatuRoutes, 1);

  routes->n_links = guatu_plan_n_rows (self->view->plan, GUATU_TABLE_LINK);
  routes->routes = g_new (GuatuRoute, MAX (self->n, 1));
  routes->places = g_new (gint32, MAX (routes->n_links, 1));
  for (guint i = 0; i < routes->n_links; i++)
    routes->places[i] = -1;
  for (guint i = 0; i < self->n; i++)
    {
      routes->routes[i] = make_route (self, &self->ways[i]);
      routes->places[self->ways[i].link->link] = (gint32) i;
    }

  return routes;
}

GuatuRoutes *
guatu_routes_new (const GuatuChartView *view)
{
  guint n_ends = (view->rows->n + 1) * 2;
  Router router = {
    .view = view,
    .degrees = g_new0 (guint32, n_ends * N_ROLES),
    .sides = g_new0 (guint8, n_ends),
    .numbers = g_new0 (guint32, n_ends * N_ROLES),
    .trunks = g_array_new (FALSE, FALSE, sizeof (Trunk)),
    .arrow = guatu_chart_arrow_size (view),
    .stub = guatu_link_stub (view),
    .pitch = PITCH * view->hair,
  };
  GuatuRoutes *routes;

  find_ways (&router);
  place_all (&router);
  find_heights (&router);
  part_trunks (&router);
  routes = make_routes (&router);

  g_free (router.ways);
  g_free (router.degrees);
  g_free (router.sides);
  g_free (router.numbers);
  g_free (router.uprights);
  g_array_unref (router.trunks);

  return routes;
}

void
guatu_routes_free (GuatuRoutes *self)
{
  g_free (self->routes);
  g_free (self->places);
  g_free (self);
}

const GuatuRoute *
guatu_routes_get (const GuatuRoutes *self,
                  gint32             link)
{
  if (link < 0 || (guint) link >= self->n_links || self->places[link] < 0)
    return NULL;

  return &self->routes[self->places[link]];
}
