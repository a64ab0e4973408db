/* guatu-drag-ghost.h — drawn over the timeline: what a drag would do to bars, the link it draws, handles. */
#pragma once

#include "guatu-timeline.h"

G_BEGIN_DECLS

#define GUATU_TYPE_DRAG_GHOST (guatu_drag_ghost_get_type ())

/* A child of the timeline, of its size: so that the tiles below are not painted again for it. */
G_DECLARE_FINAL_TYPE (GuatuDragGhost, guatu_drag_ghost, GUATU, DRAG_GHOST, GtkWidget)

/* How far beyond the end of its bar a handle's middle lies, and how far around that it can be taken; pixels. */
#define GUATU_HANDLE_AWAY 9.0
#define GUATU_HANDLE_REACH 6.0

/* Both borrowed: the timeline is the parent. */
GtkWidget *guatu_drag_ghost_new          (GuatuTimeline   *timeline,
                                          GuatuBattleView *view);

/* The bars that @schedule (taken) puts elsewhere; that of the task with this id stands out, with @label beside it. */
void       guatu_drag_ghost_show_bars    (GuatuDragGhost  *self,
                                          GuatuSchedule   *schedule,
                                          gint64           task,
                                          const char      *label);

/* A line from one place of the timeline to another. */
void       guatu_drag_ghost_show_link    (GuatuDragGhost  *self,
                                          GuatuPoint       from,
                                          GuatuPoint       to,
                                          const char      *label);

/* Handles at the ends of the task's bar; 0: of none. */
void       guatu_drag_ghost_show_handles (GuatuDragGhost  *self,
                                          gint64           task);

/* Leaves the handles. */
void       guatu_drag_ghost_clear        (GuatuDragGhost  *self);

/* What is shown, for tests: the bars of the drag, or %NULL; and what the label says, or %NULL. */
const GuatuSchedule *guatu_drag_ghost_get_schedule (GuatuDragGhost *self);
const char *guatu_drag_ghost_get_label   (GuatuDragGhost  *self);

G_END_DECLS
