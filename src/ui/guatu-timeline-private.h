/* guatu-timeline-private.h — what the parts of the timeline share: how it is shown, and what hands do to it. */
#pragma once

#include "guatu-timeline.h"
#include "guatu-tiles.h"

G_BEGIN_DECLS

struct _GuatuTimeline
{
  GtkWidget        parent_instance;

  /* Owned references */
  GuatuBattleView *view;
  GtkAdjustment   *across;
  GtkAdjustment   *down;
  GuatuTiles      *tiles;

  gboolean         leads;           /* the adjustment downwards is the timeline's own */
  gboolean         placing;         /* the adjustments are being set up: what they say is no scrolling */
  gboolean         zooming;         /* the left edge is known already */
  gboolean         was_shown;
  guint            refit;        /* the tick in which it is done; 0: none */
  gboolean         fits;            /* the plan was fitted to the window, and nobody has looked elsewhere since */
  double           left;            /* the date at the left edge, in seconds */
  double           zoom;            /* at which it was there */

  /* Of the hands. */
  GuatuPoint       pointer;
  GuatuPoint       grabbed;         /* where the adjustments stood when a drag began */
  double           pinched;         /* how much of a pinch has been followed */
  gint64           anchor;          /* from which the selection is extended; an id, 0: from nowhere */
};

/* Gestures, keys and tooltips. */
void guatu_timeline_add_input      (GuatuTimeline      *self);
void guatu_timeline_class_add_keys (GuatuTimelineClass *class);

/* What a click on a row does. */
void guatu_timeline_click          (GuatuTimeline      *self,
                                    GuatuHit            hit,
                                    guint               row,
                                    GdkModifierType     state);

G_END_DECLS
