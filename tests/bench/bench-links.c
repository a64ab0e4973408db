/* bench-links.c — the ways of the links and the places of the labels of a large plan, and painting a part of it. */
#include "guatu-cairo-painter.h"
#include "guatu-chart-labels.h"
#include "guatu-chart-routes.h"
#include "guatu-id.h"
#include "guatu-test.h"

#define N_TASKS 10000
#define N_LINKS 12000

/* What a window shows. */
#define WINDOW_WIDTH 1400
#define WINDOW_HEIGHT 900

typedef struct
{
  GuatuPainter parent;
  guint        strokes;
} Counter;

static void
count_fill (GuatuPainter *painter, GuatuBox box, GuatuInk ink)
{
  ((Counter *) (void *) painter)->strokes++;
}

static void
count_round_box (GuatuPainter *painter, GuatuBox box, double radius, GuatuInk ink, GuatuInk outline, double width)
{
  ((Counter *) (void *) painter)->strokes++;
}

static void
count_line (GuatuPainter *painter, const GuatuPoint *points, guint n, double width, GuatuLineStyle style, GuatuInk ink)
{
  ((Counter *) (void *) painter)->strokes++;
}

static void
count_polygon (GuatuPainter *painter, const GuatuPoint *points, guint n, GuatuInk ink, GuatuInk outline, double width)
{
  ((Counter *) (void *) painter)->strokes++;
}

static void
count_text (GuatuPainter *painter, GuatuBox box, const char *text, const GuatuTextStyle *style, GuatuInk ink)
{
  ((Counter *) (void *) painter)->strokes++;
}

static void
clip (GuatuPainter *painter, GuatuBox box)
{
}

static void
unclip (GuatuPainter *painter)
{
}

static double
since (gint64 begin)
{
  return (double) (g_get_monotonic_time () - begin) / 1000;
}

/* Links lead at most @reach tasks on; tasks are @spread days apart. */
static GuatuPlan *
make_plan (GRand *rand, guint reach, double spread)
{
  GuatuPlan *plan = guatu_test_plan_new ();

  for (guint i = 0; i < N_TASKS; i++)
    {
      g_autofree char *duration = g_strdup_printf ("%dd", g_rand_int_range (rand, 1, 30));
      gint32 task = guatu_test_add_task (plan, -1, "Bridge over the canal", duration);
      GuatuInstant start = guatu_test_at ("2024-03-04 08:00") + (gint64) (i * spread) * GUATU_DAY;

      guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_MODE, GUATU_MODE_MANUAL);
      guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_MANUAL_START, start);
    }
  for (guint i = 0; i < N_LINKS; i++)
    {
      gint32 from = g_rand_int_range (rand, 0, N_TASKS - 1);
      gint32 to = g_rand_int_range (rand, from + 1, (gint32) MIN ((guint) from + reach, N_TASKS));

      guatu_test_add_link (plan, from, to, g_rand_int_range (rand, 0, 4) == 0 ? GUATU_LINK_SS : GUATU_LINK_FS, NULL);
    }
  guatu_plan_settle (plan);

  return plan;
}

static void
measure_painting (const GuatuChartView *view)
{
  Counter counter = {
    .parent = { .fill = count_fill, .round_box = count_round_box, .line = count_line, .polygon = count_polygon,
                .text = count_text, .clip = clip, .unclip = unclip },
  };
  gint64 begin = g_get_monotonic_time ();
  guint n = 0;

  for (double y = 0; y < view->chart.height; y += view->chart.height / 50, n++)
    guatu_chart_paint (view, &counter.parent, (GuatuBox) { 0, y, WINDOW_WIDTH, WINDOW_HEIGHT });
  g_print ("  a window painted   %8.2f ms, %u strokes\n", since (begin) / n, counter.strokes / n);
}

static void
measure (const char *name, guint reach, double spread)
{
  static const GuatuRowsQuery whole = GUATU_ROWS_QUERY_INIT;
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  g_autoptr(GuatuPlan) plan = make_plan (rand, reach, spread);
  g_autoptr(GuatuSchedule) schedule = guatu_schedule_new (plan, NULL, NULL);
  g_autofree gint64 *shares = guatu_progress_reported (plan, schedule, GUATU_NONE);
  g_autoptr(GuatuRows) rows = guatu_rows_new (plan, schedule, shares, &whole);
  GuatuTimeScale scale = { .from = schedule->plan_start, .to = schedule->plan_finish, .width = 6000, .n_tiers = 1,
                           .tiers = { { GUATU_SCALE_MONTH, 1, "{month}" } } };
  GuatuChartView view = {
    .plan = plan, .schedule = schedule, .rows = rows, .shares = shares, .scale = &scale, .language = "en",
    .status_date = GUATU_NONE, .today = GUATU_NONE, .ledger = -1,
    .layers = GUATU_ALL_LAYERS & ~(guint) GUATU_LAYER_DAYS_OFF, .label_kinds = GUATU_LABEL_NAME,
    .chart = { 0, 0, 6000, N_TASKS * 24.0 }, .row_height = 24, .bar_height = 12, .size = 12, .heading_size = 12,
    .hair = 1,
  };
  GuatuPalette palette;
  g_autoptr(GuatuCairoPainter) ruler = NULL;
  g_autoptr(GuatuRoutes) routes = NULL;
  g_autoptr(GuatuLabels) labels = NULL;
  gint64 begin;

  g_print ("%s: %u tasks, %u links\n", name, rows->n, rows->n_links);
  guatu_palette_init_paper (&palette);
  ruler = guatu_cairo_painter_new (NULL, &palette, "en");
  begin = g_get_monotonic_time ();
  view.routes = routes = guatu_routes_new (&view);
  g_print ("  routes             %8.2f ms\n", since (begin));
  begin = g_get_monotonic_time ();
  view.labels = labels = guatu_labels_new (&view, GUATU_PAINTER (ruler));
  g_print ("  labels             %8.2f ms, %u placed, %u left out\n", since (begin), labels->n, labels->left_out);
  measure_painting (&view);
}

int
main (void)
{
  measure ("links to tasks nearby", 40, 0.2);
  measure ("links anywhere", N_TASKS, 0.2);
  measure ("links anywhere, everything at once", N_TASKS, 0);

  return 0;
}
