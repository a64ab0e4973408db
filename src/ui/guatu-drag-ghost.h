/* guatu-drag-ghost.h — drawn over the timeline: what a drag would do, handles of bars, and what is marked. */
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

/* Each takes the place of what was shown before. Labels may have two lines; %NULL: none. */

/* The bars that @schedule (taken) puts elsewhere; those of the tasks with these ids stand out, with @label beside the
 * first of them. */
void       guatu_drag_ghost_show_bars    (GuatuDragGhost  *self,
                                          GuatuSchedule   *schedule,
                                          const gint64    *tasks,
                                          guint            n,
                                          const char      *label);

/* With the bars: diamonds in the task's row. */
void       guatu_drag_ghost_add_key_nodes (GuatuDragGhost *self,
                                          gint64           task,
                                          const GuatuInstant *dates,
                                          guint            n);

/* A line from one place of the timeline to another. */
void       guatu_drag_ghost_show_link    (GuatuDragGhost  *self,
                                          GuatuPoint       from,
                                          GuatuPoint       to,
                                          const char      *label);

/* The task's bar, done by this share. */
void       guatu_drag_ghost_show_progress (GuatuDragGhost *self,
                                          gint64           task,
                                          gint64           share,
                                          const char      *label);

/* A diamond in the task's row. */
void       guatu_drag_ghost_show_key_node (GuatuDragGhost *self,
                                          gint64           task,
                                          GuatuInstant     t,
                                          const char      *label);

/* A bar about a height of the chart. */
void       guatu_drag_ghost_show_new     (GuatuDragGhost  *self,
                                          double           middle,
                                          GuatuInstant     from,
                                          GuatuInstant     to,
                                          const char      *label);

/* A rectangle of the chart, and frames around the bars that it touches. */
void       guatu_drag_ghost_show_band    (GuatuDragGhost  *self,
                                          GuatuBox         band,
                                          const gint64    *tasks,
                                          guint            n,
                                          const char      *label);

/* Handles at the ends of the task's bar; 0: of none. */
void       guatu_drag_ghost_show_handles (GuatuDragGhost  *self,
                                          gint64           task);

/* Marks the link under the pointer, and the link or key node that is selected; ids, 0: none. */
void       guatu_drag_ghost_mark         (GuatuDragGhost  *self,
                                          gint64           hovered_link,
                                          gint64           link,
                                          gint64           key_node);

/* Leaves handles and marks. */
void       guatu_drag_ghost_clear        (GuatuDragGhost  *self);

/* What is shown, for tests: the bars of the drag, or %NULL; and what the label says, or %NULL. */
const GuatuSchedule *guatu_drag_ghost_get_schedule (GuatuDragGhost *self);
guint      guatu_drag_ghost_n_key_nodes  (GuatuDragGhost  *self);
const char *guatu_drag_ghost_get_label   (GuatuDragGhost  *self);

/* Where the label stood when it was last drawn; no width: nowhere. */
GuatuBox   guatu_drag_ghost_get_label_box (GuatuDragGhost *self);

G_END_DECLS
