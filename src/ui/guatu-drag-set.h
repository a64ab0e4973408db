/* guatu-drag-set.h — several bars that are dragged as one: that under the pointer, and what is selected with it. */
#pragma once

#include "guatu-timeline-drag.h"

G_BEGIN_DECLS

/*
 * All go by the same number of working days, each of its own calendar, and become one entry of the journal. What is
 * selected and cannot be moved stays; the one under the pointer has to.
 */
typedef struct _GuatuDragSet GuatuDragSet;

/* %NULL with @error, for people, where the task @lead cannot be dragged. @others may name it again. */
GuatuDragSet  *guatu_drag_set_new       (GuatuDocument       *document,
                                         gint64               lead,
                                         const gint64        *others,
                                         guint                n_others,
                                         GuatuDragKind        kind,
                                         GError             **error);
void           guatu_drag_set_free      (GuatuDragSet        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuDragSet, guatu_drag_set_free)

/* The ids of what is dragged, the lead first; and how many of the others stay. */
const gint64  *guatu_drag_set_get_tasks (GuatuDragSet        *self,
                                         guint               *n);
guint          guatu_drag_set_n_staying (GuatuDragSet        *self);

/* See guatu_drag_preview() and guatu_drag_step(). Answers whether that is another change than the one before. */
gboolean       guatu_drag_set_preview   (GuatuDragSet        *self,
                                         gint64               delta,
                                         GuatuSnap            snap);
gboolean       guatu_drag_set_step      (GuatuDragSet        *self,
                                         int                  direction);

/* The plan as it would be. A start that others hold goes only as far as they let it. */
GuatuSchedule *guatu_drag_set_foresee   (GuatuDragSet        *self);

/* One entry of the journal; or %FALSE with @error, and nothing has changed. */
gboolean       guatu_drag_set_commit    (GuatuDragSet        *self,
                                         GError             **error);

G_END_DECLS
