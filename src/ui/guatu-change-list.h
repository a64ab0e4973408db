/* guatu-change-list.h — changes in words, row by row and field by field, as a list of any length. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-change-words.h"

G_BEGIN_DECLS

#define GUATU_TYPE_CHANGE_LIST (guatu_change_list_get_type ())

/**
 * GuatuChangeList:
 *
 * Each row has a line, and below it one for each of its fields; a task that is itself not changed has one above what
 * belongs to it. Enter, or the button on it, goes to the task.
 *
 * Signals: ::restore (guint table, gint64 id, guint field), the value before is to be there again; ::more, the rest of
 * the rows is asked for.
 */
G_DECLARE_FINAL_TYPE (GuatuChangeList, guatu_change_list, GUATU, CHANGE_LIST, GtkWidget)

/* @label: what is listed, for those who hear it. */
GtkWidget *guatu_change_list_new      (const char      *label);

/* @n: how many rows there are, of which @rows (GuatuRowChange) are the first. @restore: values may be set back. */
void       guatu_change_list_set_rows (GuatuChangeList *self,
                                       GPtrArray       *rows,
                                       guint            n,
                                       gboolean         restore);

/* More of them. */
void       guatu_change_list_add_rows (GuatuChangeList *self,
                                       GPtrArray       *rows);

/* How many rows have been handed over. */
guint      guatu_change_list_n_rows   (GuatuChangeList *self);

/* The list itself. */
GListModel *guatu_change_list_get_lines (GuatuChangeList *self);

/* A line as it is read. */
const char *guatu_change_line_text    (gpointer         line);

G_END_DECLS
