/* guatu-timeline-scroll.c — the chart moves on under a drag that comes near to its edges. */
#include "guatu-timeline-private.h"

/* Pixels from the edge within which it moves, and beyond which it moves no faster. */
#define EDGE 28.0
#define FURTHEST 120.0

/* Pixels per second for each pixel of that. */
#define SPEED 14.0

/* A frame that comes late moves it no further than this; seconds. */
#define LONGEST 0.1

/* How fast along one axis: below 0 towards its beginning. It moves the way in which the hand has moved, so that
 * whatever is taken hold of near an edge does not run away. */
static double
speed_at (double at,
          double pressed,
          double size)
{
  double before = EDGE - at, behind = at - (size - EDGE);

  if (before > 0 && at < pressed)
    return -SPEED * MIN (before, FURTHEST);
  if (behind > 0 && at > pressed)
    return SPEED * MIN (behind, FURTHEST);

  return 0;
}

static GuatuPoint
speed_of (GuatuTimeline *self)
{
  return (GuatuPoint) {
    speed_at (self->at.x, self->pressed.x, gtk_widget_get_width (GTK_WIDGET (self))),
    speed_at (self->at.y, self->pressed.y, gtk_widget_get_height (GTK_WIDGET (self))),
  };
}

gboolean
guatu_timeline_scroll_on (GuatuTimeline *self,
                          double         seconds)
{
  GuatuPoint speed = speed_of (self);

  if (!self->carries || (speed.x == 0 && speed.y == 0))
    return FALSE;

  guatu_timeline_pan_on (self, speed.x * seconds, speed.y * seconds);
  guatu_hand_of (self->hold.grip)->preview (self, self->at, self->state);

  return TRUE;
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  GuatuTimeline *self = GUATU_TIMELINE (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = (double) (now - self->scrolled_at) / G_USEC_PER_SEC;

  if (self->scrolled_at != 0 && !guatu_timeline_scroll_on (self, MIN (seconds, LONGEST)))
    {
      self->scrolling = 0;
      return G_SOURCE_REMOVE;
    }
  self->scrolled_at = now;

  return G_SOURCE_CONTINUE;
}

void
guatu_timeline_scroll_at_edges (GuatuTimeline *self)
{
  GuatuPoint speed = speed_of (self);

  if (self->scrolling != 0 || (speed.x == 0 && speed.y == 0))
    return;
  self->scrolled_at = 0;
  self->scrolling = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

void
guatu_timeline_stop_scrolling (GuatuTimeline *self)
{
  if (self->scrolling != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scrolling);
  self->scrolling = 0;
}
