/* guatu-task-table.h — the rows of a plan as a table: looked at, selected, folded, sorted and edited. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-battle-view.h"

G_BEGIN_DECLS

#define GUATU_TYPE_TASK_TABLE (guatu_task_table_get_type ())

/**
 * GuatuTaskTable:
 *
 * Rows come from the battle view, in its order; every row is as high as the chart's. Columns are shown and hidden
 * from the menu of the headings, and by the actions "columns.…", whose names are those of fields. The current column,
 * in which the keyboard is, is moved by Ctrl+Shift+Left and Right, made narrower and wider by Ctrl+< and Ctrl+>, and
 * sorted by with Ctrl+Shift+Up and Down.
 *
 * Actions: table.edit, table.insert, table.remove, table.indent, table.outdent, table.move-up, table.move-down,
 * table.cut, table.copy, table.paste, table.duplicate, table.menu. They speak of the rows that are selected, or of the
 * one that has the focus, and are enabled where they make sense. Pasted tasks go behind the last of those rows, at its
 * level, and are selected then.
 *
 * Signals: ::removed (guint steps, const char *what), rows were removed, in so many entries of the journal: for a
 * toast that offers to take them back; ::failed (const char *message), a key asked for what the plan does not allow;
 * ::columns-changed, other columns are shown, in another order or of another width.
 */
G_DECLARE_FINAL_TYPE (GuatuTaskTable, guatu_task_table, GUATU, TASK_TABLE, GtkWidget)

GtkWidget     *guatu_task_table_new               (GuatuBattleView *view);

/* To be shared with what stands beside the table; only the table configures it. */
GtkAdjustment *guatu_task_table_get_vadjustment   (GuatuTaskTable  *self);

/* How high the headings are at least, so that they end where those of the timeline do. */
void           guatu_task_table_set_header_height (GuatuTaskTable  *self,
                                                   int              height);

/* How much of the topmost rows something lies over, if they belong to rows that are scrolled out: the row in which the
 * keyboard is is not left there. */
void           guatu_task_table_set_cover         (GuatuTaskTable  *self,
                                                   int              height);

void           guatu_task_table_show_column       (GuatuTaskTable  *self,
                                                   GuatuColumnKind  column,
                                                   gboolean         shown);
gboolean       guatu_task_table_has_column        (GuatuTaskTable  *self,
                                                   GuatuColumnKind  column);
gboolean       guatu_task_table_shows_column      (GuatuTaskTable  *self,
                                                   GuatuColumnKind  column);

/* The place of a column among those shown, -1 where it is hidden, and how to give it another. */
int            guatu_task_table_get_place         (GuatuTaskTable  *self,
                                                   GuatuColumnKind  column);
void           guatu_task_table_move_column       (GuatuTaskTable  *self,
                                                   GuatuColumnKind  column,
                                                   int              place);

/* The width that somebody gave to a column; 0: it is as wide as what stands in it asks for. */
int            guatu_task_table_get_column_width  (GuatuTaskTable  *self,
                                                   GuatuColumnKind  column);
void           guatu_task_table_set_column_width  (GuatuTaskTable  *self,
                                                   GuatuColumnKind  column,
                                                   int              width);

/* In which the columns shown show all that stands in them. */
int            guatu_task_table_get_natural_width (GuatuTaskTable  *self);

/* The menu that shows and hides columns, for a button, and its actions, which are found by the name of "columns". */
GMenuModel    *guatu_task_table_get_columns_menu  (GuatuTaskTable  *self);

GActionGroup  *guatu_task_table_get_columns_actions (GuatuTaskTable *self);

/* Rows by their keys (guatu-task-row.h). Scrolls there and gives the row the focus. */
gboolean       guatu_task_table_go_to             (GuatuTaskTable  *self,
                                                   gint64           key,
                                                   GuatuColumnKind  column);

/* Begins to edit the cell; FALSE where there is nothing to type. */
gboolean       guatu_task_table_edit              (GuatuTaskTable  *self,
                                                   gint64           key,
                                                   GuatuColumnKind  column);

/* The text that is being edited, or %NULL. */
GtkEditable   *guatu_task_table_get_editor        (GuatuTaskTable  *self);

/* The columns that are shown, in their order; @columns has room for GUATU_N_COLUMNS. */
guint          guatu_task_table_get_shown         (GuatuTaskTable  *self,
                                                   GuatuColumnKind *columns);

/* Drags rows as the pointer does, for whoever has none: from the row of @task to @y, counted in rows, and @steps of
 * indent to the right. Answers whether they went; ::failed says why not. */
gboolean       guatu_task_table_drag              (GuatuTaskTable  *self,
                                                   gint64           task,
                                                   double           y,
                                                   int              steps);

/* The widget of a cell near what is visible, or %NULL. */
GtkWidget     *guatu_task_table_find_cell         (GuatuTaskTable  *self,
                                                   gint64           key,
                                                   GuatuColumnKind  column);

G_END_DECLS
