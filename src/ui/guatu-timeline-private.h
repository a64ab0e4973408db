/* guatu-timeline-private.h — what the parts of the timeline share: how it is shown, and what hands do to it. */
#pragma once

#include "guatu-timeline.h"
#include "guatu-drag-ghost.h"
#include "guatu-tiles.h"
#include "guatu-timeline-drag.h"

G_BEGIN_DECLS

/* What the pointer has hold of. */
typedef enum
{
  GUATU_GRIP_NONE,
  GUATU_GRIP_BAR,               /* the middle */
  GUATU_GRIP_END,               /* the right end: its length */
  GUATU_GRIP_FROM_START,        /* the handles, from which links are drawn */
  GUATU_GRIP_FROM_FINISH,
} GuatuGrip;

struct _GuatuTimeline
{
  GtkWidget        parent_instance;

  /* Owned references */
  GuatuBattleView *view;
  GtkAdjustment   *across;
  GtkAdjustment   *down;
  GuatuTiles      *tiles;
  GuatuDragGhost  *ghost;           /* a child */

  gboolean         leads;           /* the adjustment downwards is the timeline's own */
  gboolean         placing;         /* the adjustments are being set up: what they say is no scrolling */
  gboolean         zooming;         /* the left edge is known already */
  gboolean         was_shown;
  guint            speaking;        /* the timer after which what is shown is told; 0: none */
  guint            refit;        /* the tick in which it is done; 0: none */
  gboolean         fits;            /* the plan was fitted to the window, and nobody has looked elsewhere since */
  double           left;            /* the date at the left edge, in seconds */
  double           zoom;            /* at which it was there */

  /* Of the hands. */
  GuatuPoint       pointer;
  GuatuPoint       grabbed;         /* where the adjustments stood when a drag began */
  double           pinched;         /* how much of a pinch has been followed */
  GuatuPoint       speed;           /* of a flick, in pixels per second */
  guint            glide;           /* the tick callback that goes on with it; 0: none */
  gint64           glided;          /* the time of the last step */
  gint64           anchor;          /* from which the selection is extended; an id, 0: from nowhere */

  /* Of a bar that is dragged. */
  gint64           hovered;         /* the task that shows handles; 0: none */
  GuatuGrip        grip;            /* what was pressed; from there on */
  gboolean         carries;         /* it was dragged far enough to be no click */
  gint64           held;            /* the task */
  GuatuPoint       pressed;
  double           held_at;         /* the date that was pressed */
  GuatuDrag        drag;            /* of a bar or its end, since it is carried */
  GuatuDragChange  change;
};

/* Gestures, keys and tooltips. */
void guatu_timeline_add_input      (GuatuTimeline      *self);
void guatu_timeline_class_add_keys (GuatuTimelineClass *class);

/* Flicks (guatu-timeline-glide.c). */
void guatu_timeline_add_glide      (GuatuTimeline            *self,
                                    GtkEventControllerScroll *scroll);
void guatu_timeline_stop_gliding   (GuatuTimeline            *self);

/* What a click on a row does. */
void guatu_timeline_click          (GuatuTimeline      *self,
                                    GuatuHit            hit,
                                    guint               row,
                                    GdkModifierType     state);

/* Bars that are dragged (guatu-timeline-dragging.c) ------------------------------------------------ */

void      guatu_timeline_add_dragging (GuatuTimeline      *self);
void      guatu_timeline_class_add_drag_keys (GuatuTimelineClass *class);

/* What a press at the place would take hold of. */
GuatuGrip guatu_timeline_grip_at      (GuatuTimeline      *self,
                                       double              x,
                                       double              y,
                                       gint64             *task);

/* The pointer goes over the place: handles and cursor follow. */
void      guatu_timeline_hover        (GuatuTimeline      *self,
                                       double              x,
                                       double              y);

/* What the gesture says. The place of each is one in the widget; a drag answers whether it is one, and no click. */
gboolean  guatu_timeline_press        (GuatuTimeline      *self,
                                       double              x,
                                       double              y);
gboolean  guatu_timeline_drag_to      (GuatuTimeline      *self,
                                       double              x,
                                       double              y,
                                       GdkModifierType     state);
void      guatu_timeline_release      (GuatuTimeline      *self,
                                       double              x,
                                       double              y);

/* Leaves everything as it was; answers whether anything was being dragged. */
gboolean  guatu_timeline_drop         (GuatuTimeline      *self);

/* Emits ::failed. */
void      guatu_timeline_fail         (GuatuTimeline      *self,
                                       const char         *message);

G_END_DECLS
