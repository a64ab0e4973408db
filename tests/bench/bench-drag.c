/* bench-drag.c — what a motion of the pointer costs while a bar is dragged in a large plan: foreseen, worded, drawn. */
#include <adwaita.h>

#include "bench-map.h"
#include "guatu-test.h"
#include "guatu-timeline-private.h"

#define STEPS 60

/* A screen shows sixty pictures a second; milliseconds. */
#define FRAME (1000.0 / 60)

/* Each after the one before, and ten projects in a row: what is pulled at the beginning pushes four hundred. */
static void
link_task (GuatuPlan *plan, gint32 task, guint i, GRand *rand)
{
  if (i % 40 > 1)
    guatu_test_add_link (plan, task - 1, task, GUATU_LINK_FS, NULL);
  else if (i % 400 == 1 && i > 1)
    guatu_test_add_link (plan, task - 2, task, GUATU_LINK_FS, NULL);
}

/* Where the bar of the first task is taken hold of. */
static GuatuPoint
grip (BenchMap *self)
{
  GuatuBox bar;

  if (!guatu_timeline_find_bar (self->timeline, 1, &bar))
    g_error ("no bar");

  return (GuatuPoint) { bar.x + bar.width / 2, bar.y + bar.height / 2 };
}

/* Milliseconds of a step that brings the bar to another day, and of the ghost's picture then. */
static void
measure (BenchMap *self, double *step, double *picture)
{
  cairo_surface_t *surface = bench_map_surface ();
  double day = guatu_battle_view_get_zoom (self->view);
  GuatuPoint at = grip (self);
  guint n = 0;

  *step = *picture = 0;
  bench_map_draw (self, surface);
  guatu_timeline_press (self->timeline, at.x, at.y, 0);
  guatu_timeline_drag_to (self->timeline, at.x + day, at.y, 0);
  for (guint i = 2; i < STEPS + 2; i++)
    {
      const GuatuSchedule *before = guatu_drag_ghost_get_schedule (self->timeline->ghost);
      GuatuInstant start = before->start[1];
      double began = bench_cpu (), moved;

      guatu_timeline_drag_to (self->timeline, at.x + i * day, at.y, 0);
      moved = bench_cpu ();
      /* From Saturday to Sunday nothing is scheduled again. */
      if (guatu_drag_ghost_get_schedule (self->timeline->ghost)->start[1] == start)
        continue;
      bench_map_draw (self, surface);
      *step += moved - began;
      *picture += bench_cpu () - moved;
      n++;
    }
  *step /= n;
  *picture /= n;
  guatu_timeline_drop (self->timeline);
  cairo_surface_destroy (surface);
}

/* Milliseconds of a frame while the chart is panned over what has been painted. */
static double
measure_frame (BenchMap *self)
{
  cairo_surface_t *surface = bench_map_surface ();
  double began = bench_cpu ();

  for (guint i = 0; i < STEPS; i++)
    {
      guatu_timeline_pan (self->timeline, i < STEPS / 2 ? 11 : -11, i < STEPS / 2 ? 37 : -37);
      bench_map_draw (self, surface);
    }
  cairo_surface_destroy (surface);

  return (bench_cpu () - began) / STEPS;
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 1000, 10000, 100000 };

  gtk_init ();
  adw_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      double step, picture, frame;
      g_autoptr(GuatuPlan) plan = bench_map_plan (sizes[i], 9, link_task);
      BenchMap bench;

      bench_map_set_up (&bench, plan);
      guatu_timeline_show_span (bench.timeline, guatu_test_at ("2024-02-26 00:00"), guatu_test_at ("2024-06-24 00:00"));
      measure (&bench, &step, &picture);
      frame = measure_frame (&bench);
      g_print ("%6u tasks: a step of a drag %.2f ms, schedule and words, and %.2f ms its picture: %.2f of a sixtieth "
               "of a second%s; a frame of panning %.2f ms\n",
               sizes[i], step, picture, (step + picture) / FRAME, sizes[i] == 10000 ? " (less than 1)" : "", frame);
      bench_map_tear_down (&bench);
    }

  return 0;
}
