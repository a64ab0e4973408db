/* guatu-table-cell.h — one cell of the table: a text, a name with its fold, or a light. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-table-look.h"
#include "guatu-task-row.h"

G_BEGIN_DECLS

#define GUATU_TYPE_TABLE_CELL (guatu_table_cell_get_type ())

G_DECLARE_FINAL_TYPE (GuatuTableCell, guatu_table_cell, GUATU, TABLE_CELL, GtkWidget)

GtkWidget      *guatu_table_cell_new        (GuatuTableLook  *look,
                                             GuatuColumnKind  column);

/* What a row leaves free around its text, fold and star included. */
int             guatu_table_cell_get_padding (const GuatuChartView *chart,
                                             guint                 row,
                                             GuatuColumnKind       column);

/* Where texts stand in a column: 0 … 1. */
float           guatu_table_cell_alignment  (const GuatuChartView *chart,
                                             GuatuColumnKind       column);

GuatuColumnKind guatu_table_cell_get_column (GuatuTableCell  *self);

/* %NULL while it shows none. */
GuatuTaskRow   *guatu_table_cell_get_row    (GuatuTableCell  *self);
void            guatu_table_cell_set_row    (GuatuTableCell  *self,
                                             GuatuTaskRow    *row);

/* A list keeps far more rows than can be seen. What shows a row is made when it comes near to sight; until then the
 * cell only speaks. Whoever asks for the text makes it as well. */
gboolean        guatu_table_cell_is_made    (GuatuTableCell  *self);
void            guatu_table_cell_make       (GuatuTableCell  *self);

const char     *guatu_table_cell_get_text   (GuatuTableCell  *self);

/* The widget of the whole row that the cell stands in, which takes the focus; %NULL while it stands in none. */
GtkWidget      *guatu_table_cell_get_line   (GuatuTableCell  *self);

/* Whether a press at @x hits the arrow that folds what is below the row. */
gboolean        guatu_table_cell_is_fold    (GuatuTableCell  *self,
                                             double           x);

/* Puts a widget in place of the text; %NULL takes it away. */
void            guatu_table_cell_set_editor (GuatuTableCell  *self,
                                             GtkWidget       *editor);

/* Shows at the cell why its text was not taken; %NULL hides that. */
void            guatu_table_cell_complain   (GuatuTableCell  *self,
                                             const char      *message);

G_END_DECLS
