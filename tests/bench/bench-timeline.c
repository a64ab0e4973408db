/* bench-timeline.c — what a frame of the timeline costs while panning and zooming, by the size of the plan. */
#include <adwaita.h>
#include <time.h>

#include "guatu-overview-picture.h"
#include "guatu-sticky-row.h"
#include "guatu-test.h"
#include "guatu-timeline-header.h"

#define WIDTH 1200
#define HEIGHT 800
#define FRAMES 120

typedef struct
{
  char            *dir;
  GuatuDocument   *document;
  GuatuBattleView *view;
  GuatuTimeline   *timeline;
  GtkWidget       *header;
  GtkWidget       *window;
} Bench;

/* Ten thousand tasks and more are of the same density as a thousand: projects of forty tasks, one below the other. */
static GuatuPlan *
make_plan (guint n)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 parent = -1;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *duration = g_strdup_printf ("%dd", g_rand_int_range (rand, 2, 40));
      gint32 task = guatu_test_add_task (plan, i % 40 == 0 ? -1 : parent, "Bridge over the canal", duration);

      if (i % 40 == 0)
        {
          parent = task;
          continue;
        }
      guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_MODE, GUATU_MODE_MANUAL);
      guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_MANUAL_START,
                      guatu_test_at ("2024-03-04 08:00") + g_rand_int_range (rand, 0, 300) * GUATU_DAY);
      if (i % 40 > 1)
        guatu_test_add_link (plan, task - 1, task, GUATU_LINK_FS, NULL);
    }
  guatu_plan_settle (plan);

  return plan;
}

static void
set_up (Bench *self, guint n)
{
  g_autoptr(GuatuPlan) plan = make_plan (n);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->dir = guatu_test_make_dir ();
  path = g_build_filename (self->dir, "plan.guatu", NULL);
  self->document = guatu_document_create (path, plan, "create", NULL, NULL, NULL, &error);
  if (self->document == NULL)
    g_error ("%s", error->message);
  self->view = guatu_battle_view_new (self->document);
  self->timeline = GUATU_TIMELINE (guatu_timeline_new (self->view, NULL));
  self->header = guatu_timeline_header_new (self->view, self->timeline);
  self->window = gtk_window_new ();
  gtk_widget_set_size_request (GTK_WIDGET (self->timeline), WIDTH, HEIGHT);
  gtk_box_append (GTK_BOX (box), self->header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->timeline));
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (self->window);
}

static void
tear_down (Bench *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_clear_object (&self->view);
  g_clear_object (&self->document);
  guatu_test_remove_dir (self->dir);
}

/* Milliseconds of the processor, whatever else the machine does. */
static double
cpu (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

/* Nodes of a frame, and the frame drawn from them. */
static void
draw_frame (Bench *self, cairo_surface_t *surface)
{
  GtkWidget *widgets[] = { self->header, GTK_WIDGET (self->timeline) };
  cairo_t *cr = cairo_create (surface);

  for (gsize i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      GskRenderNode *node;

      GTK_WIDGET_GET_CLASS (widgets[i])->snapshot (widgets[i], snapshot);
      node = gtk_snapshot_free_to_node (snapshot);
      if (node != NULL)
        {
          gsk_render_node_draw (node, cr);
          gsk_render_node_unref (node);
        }
      cairo_translate (cr, 0, GUATU_TIMELINE_HEADER_HEIGHT);
    }
  cairo_destroy (cr);
}

typedef void (*Step) (Bench *self, guint frame);

static void
pan (Bench *self, guint frame)
{
  guatu_timeline_pan (self->timeline, frame < FRAMES / 2 ? 11 : -11, 37);
}

static void
zoom (Bench *self, guint frame)
{
  guatu_timeline_zoom (self->timeline, frame / 10 % 2 == 0 ? 1.1 : 1 / 1.1, WIDTH / 2);
}

static double
measure (Bench *self, Step step)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH,
                                                         HEIGHT + GUATU_TIMELINE_HEADER_HEIGHT);
  double from;

  for (guint i = 0; i < 10; i++)
    draw_frame (self, surface);
  from = cpu ();
  for (guint i = 0; i < FRAMES; i++)
    {
      step (self, i);
      draw_frame (self, surface);
    }
  from = (cpu () - from) / FRAMES;
  cairo_surface_destroy (surface);

  return from;
}

/* What a frame costs once: the overview's picture, which is kept. */
static double
measure_overview (Bench *self)
{
  GuatuPalette palette;
  GuatuInstant from, to;
  double start = cpu ();

  guatu_palette_init_paper (&palette);
  guatu_battle_view_get_span (self->view, &from, &to);
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr(GdkTexture) picture = guatu_overview_picture_new (guatu_battle_view_get_chart (self->view), &palette, from,
                                                                  to, WIDTH, 32);
    }

  return (cpu () - start) / 10;
}

/* Which names stay in sight, at every step of a scroll through the plan. */
static double
measure_sticky (Bench *self)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  double start = cpu ();
  GuatuSticky sticky;

  for (guint i = 0; i < 1000; i++)
    guatu_sticky_find (&sticky, chart->plan, chart->rows, chart->row_height,
                       chart->row_height * chart->rows->n * i / 1000);

  return cpu () - start;
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
      Bench bench;
      double panning, zooming;

      set_up (&bench, sizes[i]);
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
      tear_down (&bench);
    }

  return 0;
}
