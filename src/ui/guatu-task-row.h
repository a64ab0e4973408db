/* guatu-task-row.h — one row of the table: a task, the heading of a group, or the empty line at the end. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GUATU_TYPE_TASK_ROW (guatu_task_row_get_type ())

/**
 * GuatuTaskRow:
 *
 * Knows where to look and holds nothing of what stands there. It stands for the same thing as long as it lives.
 *
 * Signals: ::changed, it has another place, or what is shown at its place is another: cells write themselves afresh.
 */
G_DECLARE_FINAL_TYPE (GuatuTaskRow, guatu_task_row, GUATU, TASK_ROW, GObject)

/* Keys are the ids of tasks, which are positive; headings have negative ones, and the line in which new tasks are
 * written has this. */
#define GUATU_NEW_ROW_KEY 0

#define guatu_heading_key(group_key) (-2 - (gint64) (group_key))

GuatuTaskRow *guatu_task_row_new       (gint64        key,
                                        guint         place);

gint64        guatu_task_row_get_key   (GuatuTaskRow *self);

/* The task's id; 0 of other rows. */
gint64        guatu_task_row_get_task  (GuatuTaskRow *self);

guint         guatu_task_row_get_place (GuatuTaskRow *self);
void          guatu_task_row_set_place (GuatuTaskRow *self,
                                        guint         place);

void          guatu_task_row_changed   (GuatuTaskRow *self);

G_END_DECLS
