/* guatu-view-memory.h — a plan is looked at again as it was left: the battle map's view is kept in its file. */
#pragma once

#include "guatu-task-table.h"
#include "guatu-timeline.h"

G_BEGIN_DECLS

#define GUATU_TYPE_VIEW_MEMORY (guatu_view_memory_get_type ())

/**
 * GuatuViewMemory:
 *
 * Rows (group, filter, order, folds), look (layers, labels, overview), columns, and place (dates, divider, inspector,
 * what is selected and scrolled to) are a text of JSON each. They are written a moment after the last change, and when
 * the map goes; opening a plan writes nothing. What a file says is taken piece by piece, as far as it makes sense.
 */
G_DECLARE_FINAL_TYPE (GuatuViewMemory, guatu_view_memory, GUATU, VIEW_MEMORY, GObject)

/* All but the view are borrowed, and must live until guatu_view_memory_stop(). Gives the view what the file says. */
GuatuViewMemory *guatu_view_memory_new      (GuatuBattleView *view,
                                             GuatuTaskTable  *table,
                                             GuatuTimeline   *timeline,
                                             GtkPaned        *panes,
                                             GtkRevealer     *inspector);

/* Whether the file said where the divider, or whether the inspector, was. */
gboolean         guatu_view_memory_has_divider (GuatuViewMemory *self);
gboolean         guatu_view_memory_has_inspector (GuatuViewMemory *self);

/* Somebody moved the divider: from now on it is remembered. */
void             guatu_view_memory_keep_divider (GuatuViewMemory *self);

/* Writes what has changed, now. */
void             guatu_view_memory_save     (GuatuViewMemory *self);

/* The same for the last time: from now on nothing is looked at. */
void             guatu_view_memory_stop     (GuatuViewMemory *self);

G_END_DECLS
