/* guatu-timeline-places.c — from places to dates and rows and back, and what moves the places. */
#include "guatu-timeline-private.h"

#include <math.h>

static const GuatuTimeScale *
scale_of (GuatuTimeline *self)
{
  return guatu_battle_view_get_chart (self->view)->scale;
}

/* Seconds in a pixel. */
static double
pixel (double zoom)
{
  return GUATU_DAY / zoom;
}

double
guatu_timeline_date_at (GuatuTimeline *self,
                        double         x)
{
  g_return_val_if_fail (GUATU_IS_TIMELINE (self), 0);

  return (double) scale_of (self)->from
         + (gtk_adjustment_get_value (self->across) + x) * pixel (guatu_battle_view_get_zoom (self->view));
}

double
guatu_timeline_x_of (GuatuTimeline *self,
                     double         date)
{
  g_return_val_if_fail (GUATU_IS_TIMELINE (self), 0);

  return (date - (double) scale_of (self)->from) / pixel (guatu_battle_view_get_zoom (self->view))
         - gtk_adjustment_get_value (self->across);
}

void
guatu_timeline_pan (GuatuTimeline *self,
                    double         dx,
                    double         dy)
{
  g_return_if_fail (GUATU_IS_TIMELINE (self));

  gtk_adjustment_set_value (self->across, gtk_adjustment_get_value (self->across) + dx);
  gtk_adjustment_set_value (self->down, gtk_adjustment_get_value (self->down) + dy);
}

/* A window's width more each time, so that the chart is not laid out again at every step. */
static void
add_ground (GuatuTimeline *self,
            double         dx)
{
  double zoom = guatu_battle_view_get_zoom (self->view);
  double width = gtk_widget_get_width (GTK_WIDGET (self)) * pixel (zoom), left;

  left = CLAMP (guatu_timeline_date_at (self, dx), (double) GUATU_INSTANT_MIN, (double) GUATU_INSTANT_MAX);
  self->left = left;
  self->fits = FALSE;
  self->zooming = TRUE;
  guatu_battle_view_show (self->view, zoom,
                          (GuatuInstant) floor (MAX (left - (dx < 0 ? width : 0), (double) GUATU_INSTANT_MIN)),
                          (GuatuInstant) ceil (MIN (left + (dx > 0 ? 2 * width : width), (double) GUATU_INSTANT_MAX)));
  self->zooming = FALSE;
}

void
guatu_timeline_pan_on (GuatuTimeline *self,
                       double         dx,
                       double         dy)
{
  double left = gtk_adjustment_get_value (self->across);
  double most = gtk_adjustment_get_upper (self->across) - gtk_adjustment_get_page_size (self->across);

  if ((dx < 0 && left + dx < 0) || (dx > 0 && left + dx > most))
    {
      add_ground (self, dx);
      dx = 0;
    }
  guatu_timeline_pan (self, dx, dy);
}

GuatuChartView
guatu_timeline_chart (GuatuTimeline *self)
{
  GuatuChartView chart = *guatu_battle_view_get_chart (self->view);

  chart.routes = self->tiles != NULL ? guatu_tiles_get_routes (self->tiles) : NULL;

  return chart;
}

GuatuPoint
guatu_timeline_in_chart (GuatuTimeline *self,
                         GuatuPoint     at)
{
  return (GuatuPoint) { at.x + gtk_adjustment_get_value (self->across), at.y + gtk_adjustment_get_value (self->down) };
}

gint64
guatu_timeline_task_at (GuatuTimeline *self,
                        guint          row)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  gint32 task = chart->rows->rows[row].task;

  return task >= 0 ? guatu_plan_id (chart->plan, GUATU_TABLE_TASK, task) : 0;
}

/* A task may stand in several rows, of which each has its place. */
GArray *
guatu_timeline_selected (GuatuTimeline *self)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint left = guatu_battle_view_n_selected (self->view);

  for (guint row = 0; row < chart->rows->n && left > 0; row++)
    {
      gint32 task = chart->rows->rows[row].task;
      gint64 id = guatu_timeline_task_at (self, row);

      if (id == 0 || chart->rows->places[task] != (gint32) row || !guatu_battle_view_is_selected (self->view, id))
        continue;
      g_array_append_val (ids, id);
      left--;
    }

  return ids;
}

GuatuHit
guatu_timeline_hit_at (GuatuTimeline *self,
                       double         x,
                       double         y,
                       guint         *row)
{
  g_return_val_if_fail (GUATU_IS_TIMELINE (self), GUATU_HIT_NOTHING);

  return guatu_timeline_hit (guatu_battle_view_get_chart (self->view), gtk_adjustment_get_value (self->across) + x,
                             gtk_adjustment_get_value (self->down) + y, row);
}
