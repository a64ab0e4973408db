/* guatu-timeline-private.h — what the parts of the timeline share: how it is shown, and what hands do to it. */
#pragma once

#include "guatu-timeline.h"
#include "guatu-drag-ghost.h"
#include "guatu-drag-set.h"
#include "guatu-tiles.h"

G_BEGIN_DECLS

/* What the pointer has hold of. */
typedef enum
{
  GUATU_GRIP_NONE,
  GUATU_GRIP_BAR,               /* the middle */
  GUATU_GRIP_START,             /* the left end */
  GUATU_GRIP_END,               /* the right end: its length */
  GUATU_GRIP_PROGRESS,          /* where its done part ends */
  GUATU_GRIP_KEY_NODE,          /* a diamond on it */
  GUATU_GRIP_FROM_START,        /* the handles, from which links are drawn */
  GUATU_GRIP_FROM_FINISH,
  GUATU_GRIP_NEW,               /* ground, on which a new bar is drawn */
  GUATU_GRIP_BAND,              /* ground, on which a rectangle is drawn around bars */
  GUATU_N_GRIPS
} GuatuGrip;

/* What a press takes hold of. */
typedef struct
{
  GuatuGrip grip;
  gint64    task;               /* its id; 0: of none. Of a new bar the one before which its task goes */
  gint64    key_node;           /* its id, where it is one */
} GuatuHold;

/* What a drag does, by what it has hold of. Places are in the widget. */
typedef struct
{
  const char *over;             /* the pointer's shape over it, and while it is dragged; NULL: the usual one */
  const char *dragging;
  gboolean    reads_only;       /* the plan stays as it is */

  /* %FALSE with @error, for people, where it cannot be dragged. */
  gboolean    (*grab)           (GuatuTimeline   *self,
                                 GError         **error);
  void        (*preview)        (GuatuTimeline   *self,
                                 GuatuPoint       at,
                                 GdkModifierType  state);
  /* The grab is over and the ghost is gone; verbs may be called. */
  gboolean    (*commit)         (GuatuTimeline   *self,
                                 GuatuPoint       at,
                                 GdkModifierType  state,
                                 GError         **error);
} GuatuHand;

extern const GuatuHand guatu_hand_bar, guatu_hand_start, guatu_hand_end, guatu_hand_link, guatu_hand_progress,
                       guatu_hand_key_node, guatu_hand_new, guatu_hand_band;

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
  gint64           lead;            /* its other end */

  /* What is marked. Ids; 0: nothing. */
  gint64           hovered;         /* the task that shows handles */
  gint64           hovered_link;
  gint64           link;            /* selected */
  gint64           key_node;        /* selected */

  /* Of what is dragged. */
  GuatuHold        hold;            /* what was pressed; from there on */
  gboolean         carries;         /* it was dragged far enough to be no click */
  gboolean         from_finish;     /* of a link that is drawn */
  GuatuPoint       pressed;
  double           held_at;         /* the date that was pressed */
  double           held_y;          /* the height in the chart */
  GuatuPoint       at;              /* where the pointer was last, and with which keys */
  GdkModifierType  state;
  GuatuDragSet    *bars;
  gint64           share;
  GuatuInstant     from;            /* of a key node, or of a new bar */
  GuatuInstant     to;
  guint            scrolling;       /* the tick in which the chart moves on; 0: it stands still */
  gint64           scrolled_at;

  GtkWidget       *popover;         /* a child while it is open */
  GuatuPoint       asked_at;        /* where the menu was asked for */
};

/* Gestures, keys and tooltips. */
void guatu_timeline_add_input      (GuatuTimeline      *self);
void guatu_timeline_class_add_keys (GuatuTimelineClass *class);

/* Flicks (guatu-timeline-glide.c). */
void guatu_timeline_add_glide      (GuatuTimeline            *self,
                                    GtkEventControllerScroll *scroll);
void guatu_timeline_stop_gliding   (GuatuTimeline            *self);

/* Selecting (guatu-timeline-select.c): what a click on a row does. */
void guatu_timeline_click          (GuatuTimeline      *self,
                                    GuatuHit            hit,
                                    guint               row,
                                    GdkModifierType     state);

/* The same at a place in the widget: which may be that of a link or a key node. */
void guatu_timeline_click_at       (GuatuTimeline      *self,
                                    double              x,
                                    double              y,
                                    GdkModifierType     state);

/* What a double click there does. */
void guatu_timeline_open_at        (GuatuTimeline      *self,
                                    double              x,
                                    double              y);

/* One task more, up (-1) or down, as far as the selection's anchor: then one less. */
void guatu_timeline_extend         (GuatuTimeline      *self,
                                    int                 step);

/* What is to be said of what is there, marked up, or %NULL. Free it. */
char *guatu_timeline_tip_at        (GuatuTimeline      *self,
                                    double              x,
                                    double              y);

/* Where things are ----------------------------------------------------------------------------------- */

/* The chart with the ways of its links, as far as they are found. */
GuatuChartView guatu_timeline_chart   (GuatuTimeline      *self);

/* From a place in the widget to one of the chart. */
GuatuPoint guatu_timeline_in_chart    (GuatuTimeline      *self,
                                       GuatuPoint          at);

/* Pans, and adds ground where the chart ends at the right or the left. */
void      guatu_timeline_pan_on       (GuatuTimeline      *self,
                                       double              dx,
                                       double              dy);

/* The task's id; 0: the row is a heading. */
gint64    guatu_timeline_task_at      (GuatuTimeline      *self,
                                       guint               row);

/* The tasks that are selected and shown, in the order of their rows. */
GArray   *guatu_timeline_selected     (GuatuTimeline      *self);

/* Gripping (guatu-timeline-grip.c) -------------------------------------------------------------------- */

/* The bar in the row, a milestone as wide as its diamond; in the widget. */
gboolean  guatu_timeline_find_bar     (GuatuTimeline      *self,
                                       guint               row,
                                       GuatuBox           *bar);
gboolean  guatu_timeline_find_row     (GuatuTimeline      *self,
                                       double              y,
                                       guint              *row);

/* What a press at the place would take hold of. */
GuatuHold guatu_timeline_hold_at      (GuatuTimeline      *self,
                                       double              x,
                                       double              y,
                                       GdkModifierType     state);

/* The link at the place where there is nothing else to take hold of; its id, or 0. */
gint64    guatu_timeline_link_at      (GuatuTimeline      *self,
                                       double              x,
                                       double              y);

/* The pointer goes over the place: handles, marks and cursor follow. */
void      guatu_timeline_hover        (GuatuTimeline      *self,
                                       double              x,
                                       double              y,
                                       GdkModifierType     state);
void      guatu_timeline_unhover      (GuatuTimeline      *self);

/* Which end of which bar a link that is drawn would lead to. */
gboolean  guatu_timeline_find_end     (GuatuTimeline      *self,
                                       GuatuPoint          at,
                                       gint64             *task,
                                       gboolean           *finish,
                                       GuatuPoint         *place);

/* Dragging (guatu-timeline-dragging.c) ---------------------------------------------------------------- */

void      guatu_timeline_add_dragging (GuatuTimeline      *self);

const GuatuHand *guatu_hand_of        (GuatuGrip           grip);

/* What the gesture says. The place of each is one in the widget; a drag answers whether it is one, and no click. */
gboolean  guatu_timeline_press        (GuatuTimeline      *self,
                                       double              x,
                                       double              y,
                                       GdkModifierType     state);
gboolean  guatu_timeline_drag_to      (GuatuTimeline      *self,
                                       double              x,
                                       double              y,
                                       GdkModifierType     state);
void      guatu_timeline_release      (GuatuTimeline      *self,
                                       double              x,
                                       double              y);

/* The plan was changed amid a drag, by another program perhaps: it goes on with what is there now, or says why not. */
void      guatu_timeline_hold_on      (GuatuTimeline      *self);

/* Leaves everything as it was; answers whether anything was being dragged. */
gboolean  guatu_timeline_drop         (GuatuTimeline      *self);

/* Near an edge the chart moves on under the pointer (guatu-timeline-scroll.c). */
void      guatu_timeline_scroll_at_edges (GuatuTimeline   *self);
void      guatu_timeline_stop_scrolling (GuatuTimeline    *self);

/* One step of that, after so many seconds; answers whether there is another to come. */
gboolean  guatu_timeline_scroll_on    (GuatuTimeline      *self,
                                       double              seconds);

/* Keys and the menu ----------------------------------------------------------------------------------- */

void      guatu_timeline_class_add_drag_keys (GuatuTimelineClass *class);
void      guatu_timeline_class_add_menu (GuatuTimelineClass *class);
GuatuPoint guatu_timeline_place_of_task (GuatuTimeline    *self,
                                       gint64              id);
void      guatu_timeline_show_menu    (GuatuTimeline      *self,
                                       double              x,
                                       double              y);

/* What is selected beside tasks: at most one link or key node (guatu-timeline-marked.c). */
void      guatu_timeline_select_link  (GuatuTimeline      *self,
                                       gint64              link);
void      guatu_timeline_select_key_node (GuatuTimeline   *self,
                                       gint64              key_node);

/* It in words, for those who have it read out to them; %NULL where nothing is selected. Free it. */
char     *guatu_timeline_describe_marked (GuatuTimeline   *self);

/* What is selected, or shown, is another. */
void      guatu_timeline_speak        (GuatuTimeline      *self);

/* Answers whether there was anything. */
gboolean  guatu_timeline_unmark       (GuatuTimeline      *self);
gboolean  guatu_timeline_remove_marked (GuatuTimeline     *self);

/* The form of the selected link. */
gboolean  guatu_timeline_edit_link    (GuatuTimeline      *self);

/* Shows a popover, which it takes, at a place in the widget. */
void      guatu_timeline_pop_up       (GuatuTimeline      *self,
                                       GtkWidget          *popover,
                                       GuatuPoint          at);

/* Emit signals; the latter ::failed, and takes the error. */
void      guatu_timeline_say_created  (GuatuTimeline      *self,
                                       gint64              task);
void      guatu_timeline_say_removed  (GuatuTimeline      *self,
                                       const char         *what);
void      guatu_timeline_fail         (GuatuTimeline      *self,
                                       const char         *message);
void      guatu_timeline_refuse       (GuatuTimeline      *self,
                                       GError             *taken);

G_END_DECLS
