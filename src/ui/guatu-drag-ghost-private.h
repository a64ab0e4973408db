/* guatu-drag-ghost-private.h — what the ghost shows, for the part of it that draws. */
#pragma once

#include "guatu-drag-ghost.h"

G_BEGIN_DECLS

typedef enum
{
  GUATU_GHOST_NONE,
  GUATU_GHOST_BARS,
  GUATU_GHOST_LINK,
  GUATU_GHOST_PROGRESS,
  GUATU_GHOST_KEY_NODE,
  GUATU_GHOST_NEW,
  GUATU_GHOST_BAND,
} GuatuGhostKind;

struct _GuatuDragGhost
{
  GtkWidget        parent_instance;

  /* Borrowed: they outlive it */
  GuatuTimeline   *timeline;
  GuatuBattleView *view;

  GuatuGhostKind   kind;
  GuatuSchedule   *schedule;        /* of bars */
  GHashTable      *tasks;           /* set of the ids of those that stand out */
  gint64           task;            /* the first of them */
  GArray          *nodes;           /* of GuatuInstant: beside bars, */
  gint64           nodes_task;      /* in this task's row */
  gint64           share;
  GuatuInstant     from;            /* of a new bar; of a key node */
  GuatuInstant     to;
  double           middle;
  GuatuBox         band;            /* of the chart */
  GuatuPoint       start;           /* of a link */
  GuatuPoint       end;
  char            *label;
  GuatuBox         label_box;

  /* Ids; 0: none. */
  gint64           handles;
  gint64           hovered_link;
  gint64           link;
  gint64           key_node;
};

/* Pixels: of lines and edges; from a label to what it speaks of. */
#define GUATU_GHOST_LINE 2.0
#define GUATU_GHOST_AWAY 6

/* Everything (guatu-drag-ghost-paint.c). */
void guatu_drag_ghost_paint (GuatuDragGhost *self,
                             GtkSnapshot    *snapshot);

/* Shapes (guatu-drag-ghost-shapes.c), in the widget. */
GdkRGBA guatu_ghost_accent (double          alpha);
void guatu_ghost_box       (GtkSnapshot    *snapshot,
                            GuatuBox        box,
                            double          radius,
                            GdkRGBA         ground,
                            GdkRGBA         edge,
                            float           width);
void guatu_ghost_diamond   (GtkSnapshot    *snapshot,
                            GuatuPoint      centre,
                            double          radius,
                            GdkRGBA         ground,
                            GdkRGBA         edge);

/* Along one axis. */
void guatu_ghost_line      (GtkSnapshot    *snapshot,
                            GuatuPoint      a,
                            GuatuPoint      b,
                            double          width,
                            GdkRGBA         colour);

/* The label beside what it speaks of, above where there is room, and whole. */
void guatu_ghost_label     (GuatuDragGhost *self,
                            GtkSnapshot    *snapshot,
                            GuatuBox        beside);

G_END_DECLS
