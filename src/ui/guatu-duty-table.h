/* guatu-duty-table.h — who answered for a task on a day: roles, and the periods in which somebody had them (PB-33). */
#pragma once

#include <gtk/gtk.h>

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_DUTY_TABLE (guatu_duty_table_get_type ())

/**
 * GuatuDutyTable:
 *
 * Those of the day are set off from those before and after. The journal is looked through in a thread: the window goes
 * on answering, and rows come when they have been found.
 */
G_DECLARE_FINAL_TYPE (GuatuDutyTable, guatu_duty_table, GUATU, DUTY_TABLE, GtkWidget)

GtkWidget  *guatu_duty_table_new      (GuatuDocument  *document);

/* Of this task, which may be gone; @day GUATU_NONE: today. */
void        guatu_duty_table_show     (GuatuDutyTable *self,
                                       gint64          task,
                                       GuatuInstant    day);

/* What it says of the day: "3 duties on Oct 12, 2022". */
const char *guatu_duty_table_get_text (GuatuDutyTable *self);

/* The rows, and what stands in a column of one. Free it. */
GListModel *guatu_duty_table_get_rows (GuatuDutyTable *self);
char       *guatu_duty_table_cell     (gpointer        row,
                                       guint           column);

/* Whether it is still looking. */
gboolean    guatu_duty_table_is_busy  (GuatuDutyTable *self);

G_END_DECLS
