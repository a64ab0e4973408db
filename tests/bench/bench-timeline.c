/* bench-timeline.c — what a frame of the timeline costs while panning and zooming, by the size of the plan. */
#include <adwaita.h>

#include "bench-map.h"
#include "guatu-overview-picture.h"
#include "guatu-sticky-row.h"
#include "guatu-test.h"

#define FRAMES 120

/* Anywhere in the year, each linked to the one before. */
static void
place_task (GuatuPlan *plan, gint32 task, guint i, GRand *rand)
{
  guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_MODE, GUATU_MODE_MANUAL);
  guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_MANUAL_START,
                  guatu_test_at ("2024-03-04 08:00") + g_rand_int_range (rand, 0, 300) * GUATU_DAY);
  if (i % 40 > 1)
    guatu_test_add_link (plan, task - 1, task, GUATU_LINK_FS, NULL);
}

typedef void (*Step) (BenchMap *self, guint frame);

static void
pan (BenchMap *self, guint frame)
{
  guatu_timeline_pan (self->timeline, frame < FRAMES / 2 ? 11 : -11, 37);
}

static void
zoom (BenchMap *self, guint frame)
{
  guatu_timeline_zoom (self->timeline, frame / 10 % 2 == 0 ? 1.1 : 1 / 1.1, BENCH_WIDTH / 2);
}

static double
measure (BenchMap *self, Step step)
{
  cairo_surface_t *surface = bench_map_surface ();
  double from;

  for (guint i = 0; i < 10; i++)
    bench_map_draw (self, surface);
  from = bench_cpu ();
  for (guint i = 0; i < FRAMES; i++)
    {
      step (self, i);
      bench_map_draw (self, surface);
    }
  from = (bench_cpu () - from) / FRAMES;
  cairo_surface_destroy (surface);

  return from;
}

/* What a frame costs once: the overview's picture, which is kept. */
static double
measure_overview (BenchMap *self)
{
  GuatuPalette palette;
  GuatuInstant from, to;
  double start = bench_cpu ();

  guatu_palette_init_paper (&palette);
  guatu_battle_view_get_span (self->view, &from, &to);
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr(GdkTexture) picture = guatu_overview_picture_new (guatu_battle_view_get_chart (self->view), &palette, from,
                                                                  to, BENCH_WIDTH, 32);
    }

  return (bench_cpu () - start) / 10;
}

/* Which names stay in sight, at every step of a scroll through the plan. */
static double
measure_sticky (BenchMap *self)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  double start = bench_cpu ();
  GuatuSticky sticky;

  for (guint i = 0; i < 1000; i++)
    guatu_sticky_find (&sticky, chart->plan, chart->rows, chart->row_height,
                       chart->row_height * chart->rows->n * i / 1000);

  return bench_cpu () - start;
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 1000, 10000, 100000 };
  double first_pan = 0, first_zoom = 0;

  gtk_init ();
  adw_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(GuatuPlan) plan = bench_map_plan (sizes[i], 40, place_task);
      BenchMap bench;
      double panning, zooming;

      bench_map_set_up (&bench, plan);
      panning = measure (&bench, pan);
      zooming = measure (&bench, zoom);
      if (i == 0)
        {
          first_pan = panning;
          first_zoom = zooming;
        }
      g_print ("%6u tasks: a frame of panning %.2f ms, ratio %.2f; of zooming %.2f ms, ratio %.2f (at most 1.3)\n",
               sizes[i], panning, panning / first_pan, zooming, zooming / first_zoom);
      g_print ("%6u tasks: the overview is painted in %.2f ms, names in sight are found in %.2f µs\n", sizes[i],
               measure_overview (&bench), measure_sticky (&bench));
      bench_map_tear_down (&bench);
    }

  return 0;
}
