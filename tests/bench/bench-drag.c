/* bench-drag.c — what a motion of the pointer costs while a bar is dragged in a large plan: foreseen, worded, drawn. */
#include <adwaita.h>
#include <time.h>

#include "guatu-test.h"
#include "guatu-timeline-private.h"

#define WIDTH 1200
#define HEIGHT 800
#define STEPS 60

/* A screen shows sixty pictures a second; milliseconds. */
#define FRAME (1000.0 / 60)

typedef struct
{
  char            *dir;
  GuatuDocument   *document;
  GuatuBattleView *view;
  GuatuTimeline   *timeline;
  GtkWidget       *window;
} Bench;

/* Projects of forty tasks, each after the one before, and ten projects in a row: what is pulled at the beginning pushes
 * four hundred. */
static GuatuPlan *
make_plan (guint n)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 parent = -1, before = -1;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *duration = g_strdup_printf ("%dd", g_rand_int_range (rand, 2, 9));
      gint32 task = guatu_test_add_task (plan, i % 40 == 0 ? -1 : parent, "Bridge over the canal", duration);

      if (i % 40 == 0)
        {
          parent = task;
          continue;
        }
      if (before >= 0 && (i % 40 > 1 || i % 400 == 1))
        guatu_test_add_link (plan, before, task, GUATU_LINK_FS, NULL);
      before = task;
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

  self->dir = guatu_test_make_dir ();
  path = g_build_filename (self->dir, "plan.guatu", NULL);
  self->document = guatu_document_create (path, plan, "create", NULL, NULL, NULL, &error);
  if (self->document == NULL)
    g_error ("%s", error->message);
  self->view = guatu_battle_view_new (self->document);
  self->timeline = GUATU_TIMELINE (guatu_timeline_new (self->view, NULL));
  self->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (self->timeline), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->timeline));
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (self->window);
  gtk_test_widget_wait_for_draw (self->window);
  guatu_timeline_show_span (self->timeline, guatu_test_at ("2024-02-26 00:00"), guatu_test_at ("2024-06-24 00:00"));
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

static void
draw (Bench *self, cairo_surface_t *surface)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;

  GTK_WIDGET_GET_CLASS (self->timeline)->snapshot (GTK_WIDGET (self->timeline), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
}

/* Where the bar of the first task is taken hold of. */
static GuatuPoint
grip (Bench *self)
{
  GuatuBox bar;

  if (!guatu_timeline_find_bar (self->timeline, 1, &bar))
    g_error ("no bar");

  return (GuatuPoint) { bar.x + bar.width / 2, bar.y + bar.height / 2 };
}

/* Milliseconds of a step that brings the bar to another day, and of the ghost's picture then. */
static void
measure (Bench *self, double *step, double *picture)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  double day = guatu_battle_view_get_zoom (self->view);
  GuatuPoint at = grip (self);
  guint n = 0;

  *step = *picture = 0;
  draw (self, surface);
  guatu_timeline_press (self->timeline, at.x, at.y, 0);
  guatu_timeline_drag_to (self->timeline, at.x + day, at.y, 0);
  for (guint i = 2; i < STEPS + 2; i++)
    {
      const GuatuSchedule *before = guatu_drag_ghost_get_schedule (self->timeline->ghost);
      GuatuInstant start = before->start[1];
      double began = cpu (), moved;

      guatu_timeline_drag_to (self->timeline, at.x + i * day, at.y, 0);
      moved = cpu ();
      /* From Saturday to Sunday nothing is scheduled again. */
      if (guatu_drag_ghost_get_schedule (self->timeline->ghost)->start[1] == start)
        continue;
      draw (self, surface);
      *step += moved - began;
      *picture += cpu () - moved;
      n++;
    }
  *step /= n;
  *picture /= n;
  guatu_timeline_drop (self->timeline);
  cairo_surface_destroy (surface);
}

/* Milliseconds of a frame while the chart is panned over what has been painted. */
static double
measure_frame (Bench *self)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  double began = cpu ();

  for (guint i = 0; i < STEPS; i++)
    {
      guatu_timeline_pan (self->timeline, i < STEPS / 2 ? 11 : -11, i < STEPS / 2 ? 37 : -37);
      draw (self, surface);
    }
  cairo_surface_destroy (surface);

  return (cpu () - began) / STEPS;
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
      Bench bench;

      set_up (&bench, sizes[i]);
      measure (&bench, &step, &picture);
      frame = measure_frame (&bench);
      g_print ("%6u tasks: a step of a drag %.2f ms, schedule and words, and %.2f ms its picture: %.2f of a sixtieth "
               "of a second%s; a frame of panning %.2f ms\n",
               sizes[i], step, picture, (step + picture) / FRAME, sizes[i] == 10000 ? " (less than 1)" : "", frame);
      tear_down (&bench);
    }

  return 0;
}
