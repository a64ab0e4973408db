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

/* Everything (guatu-drag-ghost-paint.c). */
void guatu_drag_ghost_paint (GuatuDragGhost *self,
                             GtkSnapshot    *snapshot);

G_END_DECLS
