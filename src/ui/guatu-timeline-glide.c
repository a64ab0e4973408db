/* guatu-timeline-glide.c — what was flicked with two fingers goes on by itself, and slows down. */
#include "guatu-timeline-private.h"

#include <math.h>

/* Of the speed so much is left after a second: as of GTK's own lists. */
#define FRICTION 4.0

/* Pixels per second below which nothing moves. */
#define STILL 12.0

static gboolean
glide_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  GuatuTimeline *self = GUATU_TIMELINE (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = self->glided > 0 ? (double) (now - self->glided) / G_USEC_PER_SEC : 0;

  self->glided = now;
  guatu_timeline_pan (self, self->speed.x * seconds, self->speed.y * seconds);
  self->speed.x *= exp (-FRICTION * seconds);
  self->speed.y *= exp (-FRICTION * seconds);
  if (hypot (self->speed.x, self->speed.y) >= STILL)
    return G_SOURCE_CONTINUE;
  self->glide = 0;

  return G_SOURCE_REMOVE;
}

void
guatu_timeline_stop_gliding (GuatuTimeline *self)
{
  if (self->glide != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->glide);
  self->glide = 0;
}

/* Not for those who have asked for no motion, and not while zooming. */
static void
decelerate_cb (GtkEventControllerScroll *controller,
               double                    x,
               double                    y,
               GuatuTimeline            *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean animations;

  guatu_timeline_stop_gliding (self);
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animations, NULL);
  if (!animations || (state & GDK_CONTROL_MASK) != 0)
    return;
  self->speed = (state & GDK_SHIFT_MASK) != 0 && x == 0 ? (GuatuPoint) { y, 0 } : (GuatuPoint) { x, y };
  self->glided = 0;
  self->glide = gtk_widget_add_tick_callback (GTK_WIDGET (self), glide_cb, NULL, NULL);
}

void
guatu_timeline_add_glide (GuatuTimeline            *self,
                          GtkEventControllerScroll *scroll)
{
  gtk_event_controller_scroll_set_flags (scroll, gtk_event_controller_scroll_get_flags (scroll)
                                                 | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  g_signal_connect (scroll, "decelerate", G_CALLBACK (decelerate_cb), self);
}
