/* test-links.c — links keep out of each other's way, share what they have in common, and pass behind bars. */
#include <math.h>

#include "draw-fixtures.h"
#include "guatu-cairo-painter.h"
#include "guatu-test.h"

/* Ends that links share: whether two of them leave, or arrive at, the same end of the same bar. */
typedef struct
{
  guint from;
  guint to;
} Ends;

static Ends
ends_of (const Drawing *drawing, const GuatuRowLink *link)
{
  GuatuLinkType type = guatu_plan_link (drawing->plan, link->link)->type;

  return (Ends) {
    link->from * 2 + (type == GUATU_LINK_FS || type == GUATU_LINK_FF),
    link->to * 2 + (type == GUATU_LINK_FF || type == GUATU_LINK_SF),
  };
}

static gboolean
is_between (double a, double x, double b)
{
  return x > MIN (a, b) - 0.01 && x < MAX (a, b) + 0.01;
}

/* How far two lines on one height lie on each other. */
static double
common (GuatuPoint a, GuatuPoint b, GuatuPoint c, GuatuPoint d)
{
  return MIN (MAX (a.x, b.x), MAX (c.x, d.x)) - MAX (MIN (a.x, b.x), MIN (c.x, d.x));
}

/* Routes ----------------------------------------------------------------------------------------------- */

static void
check_route (const GuatuChartView *view, const GuatuRowLink *link, const GuatuRoute *route)
{
  GuatuBox from = guatu_chart_row_box (view, link->from), to = guatu_chart_row_box (view, link->to);

  g_assert_cmpuint (route->n, >=, 2);
  g_assert_cmpuint (route->n, <=, GUATU_MAX_ROUTE);
  for (guint i = 0; i + 1 < route->n; i++)
    g_assert_true (route->points[i].x == route->points[i + 1].x || route->points[i].y == route->points[i + 1].y);
  g_assert_true (is_between (from.y, route->points[0].y, from.y + from.height));
  g_assert_true (is_between (to.y, route->points[route->n - 1].y, to.y + to.height));
}

/* Lines across of links that have no end in common never lie on each other. */
static void
check_runs (const Drawing *drawing, const GuatuChartView *view)
{
  const GuatuRows *rows = view->rows;

  for (guint i = 0; i < rows->n_links; i++)
    for (guint j = i + 1; j < rows->n_links; j++)
      {
        Ends one = ends_of (drawing, &rows->links[i]), other = ends_of (drawing, &rows->links[j]);
        GuatuRoute a, b;

        if (one.from == other.from || one.to == other.to)
          continue;
        g_assert_true (guatu_chart_link_route (view, &rows->links[i], &a));
        g_assert_true (guatu_chart_link_route (view, &rows->links[j], &b));
        for (guint k = 0; k + 1 < a.n; k++)
          for (guint l = 0; l + 1 < b.n; l++)
            if (a.points[k].y == a.points[k + 1].y && b.points[l].y == b.points[l + 1].y
                && fabs (a.points[k].y - b.points[l].y) < view->hair * 0.5)
              g_assert_cmpfloat (common (a.points[k], a.points[k + 1], b.points[l], b.points[l + 1]), <=, 0.01);
      }
}

static void
test_runs (void)
{
  for (guint seed = 0; seed < (g_test_slow () ? 12 : 4); seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      GuatuPlan *plan = fixture_office_plan (rand, 60, seed % 2);
      GuatuPainter *ruler = fixture_ruler ("en");
      g_autoptr(Drawing) drawing = NULL;
      g_autoptr(GuatuSheet) sheet = NULL;

      fixture_add_links (rand, plan, 60);
      drawing = drawing_new (plan, NULL);
      sheet = drawing_sheet (drawing, seed % 3 ? "A3" : "A1", TRUE, "en", ruler);
      for (guint p = 0; p < sheet->n_panels; p++)
        {
          const GuatuPanel *panel = &sheet->panels[p];

          for (guint i = 0; i < panel->rows->n_links; i++)
            {
              const GuatuRoute *route = guatu_routes_get (panel->routes, panel->rows->links[i].link);

              g_assert_nonnull (route);
              check_route (&panel->view, &panel->rows->links[i], route);
            }
          check_runs (drawing, &panel->view);
        }
      guatu_cairo_painter_free ((GuatuCairoPainter *) (void *) ruler);
    }
}

/* Bundles ------------------------------------------------------------------------------------------------ */

/* Where the one upright line of the link stands. */
static double
trunk_of (const GuatuRoutes *routes, gint32 link)
{
  const GuatuRoute *route = guatu_routes_get (routes, link);
  double x = NAN;

  for (guint i = 0; i + 1 < route->n; i++)
    if (route->points[i].x == route->points[i + 1].x)
      {
        g_assert_true (isnan (x));
        x = route->points[i].x;
      }
  g_assert_false (isnan (x));

  return x;
}

static void
test_fan_out (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 first = guatu_test_add_task (plan, -1, "First", "2d");
  g_autoptr(GuatuRoutes) routes = NULL;
  g_autoptr(Drawing) drawing = NULL;
  gint32 links[20];

  /* Some follow at once, some days later. */
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *lag = g_strdup_printf ("%ud", i % 5);

      links[i] = guatu_test_add_link (plan, first, guatu_test_add_task (plan, -1, "Next", "3d"), GUATU_LINK_FS, lag);
    }
  drawing = drawing_new (plan, NULL);
  routes = guatu_routes_new (&drawing->view);
  for (guint i = 1; i < G_N_ELEMENTS (links); i++)
    g_assert_cmpfloat (trunk_of (routes, links[i]), ==, trunk_of (routes, links[0]));
}

static void
test_fan_in (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  g_autoptr(GuatuRoutes) routes = NULL;
  g_autoptr(Drawing) drawing = NULL;
  gint32 tasks[12], links[11];

  /* From above and from below. */
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      g_autofree char *duration = g_strdup_printf ("%ud", 1 + i % 4);

      tasks[i] = guatu_test_add_task (plan, -1, "Task", duration);
    }
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    links[i] = guatu_test_add_link (plan, tasks[i < 6 ? i : i + 1], tasks[6], GUATU_LINK_FS, NULL);
  drawing = drawing_new (plan, NULL);
  routes = guatu_routes_new (&drawing->view);
  for (guint i = 1; i < G_N_ELEMENTS (links); i++)
    g_assert_cmpfloat (trunk_of (routes, links[i]), ==, trunk_of (routes, links[0]));
}

static void
test_lanes (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  g_autoptr(GuatuRoutes) routes = NULL;
  g_autoptr(Drawing) drawing = NULL;
  gint32 first[5], links[5];

  /* Five pairs that have nothing to do with each other, all at the same dates. */
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    first[i] = guatu_test_add_task (plan, -1, "First", "2d");
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    links[i] = guatu_test_add_link (plan, first[i], guatu_test_add_task (plan, -1, "Next", "5d"), GUATU_LINK_FS, "3d");
  drawing = drawing_new (plan, NULL);
  routes = guatu_routes_new (&drawing->view);
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpfloat (fabs (trunk_of (routes, links[i]) - trunk_of (routes, links[j])), >=, 4 * drawing->view.hair);
}

/* A link that has nothing to do with others goes its plain way. */
static void
test_alone (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 first = guatu_test_add_task (plan, -1, "First", "2d");
  gint32 second = guatu_test_add_task (plan, -1, "Second", "2d");
  g_autoptr(GuatuRoutes) routes = NULL;
  g_autoptr(Drawing) drawing = NULL;
  GuatuRoute alone;

  guatu_test_add_link (plan, first, second, GUATU_LINK_FS, NULL);
  drawing = drawing_new (plan, NULL);
  g_assert_true (guatu_chart_link_route (&drawing->view, &drawing->rows->links[0], &alone));
  routes = guatu_routes_new (&drawing->view);
  g_assert_cmpfloat (trunk_of (routes, drawing->rows->links[0].link), ==, alone.points[1].x);
  g_assert_null (guatu_routes_get (routes, 7));
}

/* Painting ----------------------------------------------------------------------------------------------- */

static gboolean
is_painted (const NotesPainter *painter, GuatuPoint point)
{
  for (guint i = 0; i < painter->segments->len; i++)
    {
      const NotedSegment *segment = &g_array_index (painter->segments, NotedSegment, i);

      if (segment->ink == GUATU_INK_LINK && is_between (segment->from.x, point.x, segment->to.x)
          && is_between (segment->from.y, point.y, segment->to.y))
        return TRUE;
    }

  return FALSE;
}

/* Every part of every link that lies in the strip is there, but for what the arrow's head covers. */
static void
check_strip (const GuatuChartView *view, double top, double height)
{
  g_autoptr(NotesPainter) painter = notes_painter_new (NULL);

  guatu_chart_paint (view, &painter->parent, (GuatuBox) { 0, top, view->chart.x + view->chart.width, height });
  for (guint i = 0; i < view->rows->n_links; i++)
    {
      const GuatuRoute *route = guatu_routes_get (view->routes, view->rows->links[i].link);
      GuatuPoint tip = route->points[route->n - 1];

      for (guint k = 0; k + 1 < route->n; k++)
        for (double t = 0; t <= 1; t += 0.125)
          {
            GuatuPoint a = route->points[k], b = route->points[k + 1];
            GuatuPoint point = { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };

            if (point.y > top && point.y < top + height
                && hypot (point.x - tip.x, point.y - tip.y) > guatu_chart_arrow_size (view))
              g_assert_true (is_painted (painter, point));
          }
    }
}

static void
test_whole (void)
{
  for (guint seed = 0; seed < 3; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      GuatuPlan *plan = fixture_office_plan (rand, 40, FALSE);
      g_autoptr(GuatuRoutes) routes = NULL;
      g_autoptr(Drawing) drawing = NULL;

      fixture_add_links (rand, plan, 40);
      drawing = drawing_new (plan, NULL);
      routes = guatu_routes_new (&drawing->view);
      drawing->view.routes = routes;
      drawing->view.layers &= ~(guint) GUATU_LAYER_CRITICAL;
      check_strip (&drawing->view, 0, drawing->view.chart.height);
      for (double top = 0; top < drawing->view.chart.height; top += 130)
        check_strip (&drawing->view, top, 130);
    }
}

static void
test_behind (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (9);
  GuatuPlan *plan = fixture_office_plan (rand, 60, FALSE);
  g_autoptr(NotesPainter) painter = notes_painter_new (NULL);
  g_autoptr(GuatuRoutes) routes = NULL;
  g_autoptr(Drawing) drawing = NULL;
  const char *last_link, *first_bar;

  fixture_add_links (rand, plan, 60);
  drawing = drawing_new (plan, NULL);
  routes = guatu_routes_new (&drawing->view);
  drawing->view.routes = routes;
  drawing->view.layers = GUATU_LAYER_LINKS | GUATU_LAYER_KEY_NODES | GUATU_LAYER_DEADLINES;
  guatu_chart_paint (&drawing->view, &painter->parent, drawing->view.chart);
  last_link = g_strrstr (painter->notes->str, " link\n");
  first_bar = strstr (painter->notes->str, "\nbox");
  g_assert_nonnull (last_link);
  g_assert_nonnull (first_bar);
  g_assert_true (last_link < first_bar);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/links/those-with-no-end-in-common-never-run-on-each-other", test_runs);
  g_test_add_func ("/links/those-that-leave-one-end-share-a-trunk", test_fan_out);
  g_test_add_func ("/links/those-that-arrive-at-one-end-share-a-trunk", test_fan_in);
  g_test_add_func ("/links/those-that-have-nothing-in-common-keep-apart", test_lanes);
  g_test_add_func ("/links/one-by-itself-goes-its-plain-way", test_alone);
  g_test_add_func ("/links/what-is-shared-is-painted-and-nothing-left-out", test_whole);
  g_test_add_func ("/links/they-pass-behind-bars", test_behind);

  return g_test_run ();
}
