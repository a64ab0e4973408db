/* guatu-row-model.h — the rows of a battle view as a list, with what is selected among them. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-battle-view.h"
#include "guatu-task-row.h"

G_BEGIN_DECLS

#define GUATU_TYPE_ROW_MODEL (guatu_row_model_get_type ())

/**
 * GuatuRowModel:
 *
 * A GListModel of GuatuTaskRow and a GtkSelectionModel. Objects are made when they are asked for, and there is one
 * for each row as long as somebody holds it, wherever the row goes. When rows change, ::items-changed tells of what
 * lies between the first and the last row that is another; rows that stay are told by their own ::changed. What is
 * selected is the battle view's; headings and the line for new tasks never are.
 */
G_DECLARE_FINAL_TYPE (GuatuRowModel, guatu_row_model, GUATU, ROW_MODEL, GObject)

/* @new_row: behind the last row comes an empty one, in which new tasks are written. */
GuatuRowModel *guatu_row_model_new     (GuatuBattleView *view,
                                        gboolean         new_row);

/* The key of the row at a place; the place of a row, or -1 where there is none with this key. */
gint64         guatu_row_model_get_key (GuatuRowModel   *self,
                                        guint            place);
int            guatu_row_model_find    (GuatuRowModel   *self,
                                        gint64           key);

G_END_DECLS
