/* bench-map.c — makes large plans, shows them on a timeline, and draws frames of it. */
#include "bench-map.h"

#include <time.h>

#include "guatu-test.h"
#include "guatu-timeline-header.h"

#define IN_A_PROJECT 40

GuatuPlan *
bench_map_plan (guint   n,
                int     longest,
                void  (*each) (GuatuPlan *plan, gint32 task, guint i, GRand *rand))
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 project = -1;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *duration = g_strdup_printf ("%dd", g_rand_int_range (rand, 2, longest));
      gboolean begins = i % IN_A_PROJECT == 0;
      gint32 task = guatu_test_add_task (plan, begins ? -1 : project, "Bridge over the canal", duration);

      if (begins)
        project = task;
      else
        each (plan, task, i, rand);
    }
  guatu_plan_settle (plan);

  return plan;
}

void
bench_map_set_up (BenchMap  *self,
                  GuatuPlan *plan)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->dir = guatu_test_make_dir ();
  path = g_build_filename (self->dir, "plan.guatu", NULL);
  self->document = guatu_document_create (path, plan, NULL, "create", NULL, NULL, NULL, &error);
  guatu_test_must (self->document != NULL, &error);
  self->view = guatu_battle_view_new (self->document);
  self->timeline = GUATU_TIMELINE (guatu_timeline_new (self->view, NULL));
  self->header = guatu_timeline_header_new (self->view, self->timeline);
  self->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (self->timeline), BENCH_WIDTH, BENCH_HEIGHT);
  gtk_box_append (GTK_BOX (box), self->header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->timeline));
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (self->window);
  gtk_test_widget_wait_for_draw (self->window);
}

void
bench_map_tear_down (BenchMap *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_clear_object (&self->view);
  g_clear_object (&self->document);
  guatu_test_remove_dir (self->dir);
}

void
bench_map_draw (BenchMap        *self,
                cairo_surface_t *surface)
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

cairo_surface_t *
bench_map_surface (void)
{
  return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, BENCH_WIDTH, BENCH_HEIGHT + GUATU_TIMELINE_HEADER_HEIGHT);
}

double
bench_cpu (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}
