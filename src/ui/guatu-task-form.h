/* guatu-task-form.h — everything that a plan says of one task, in a window of its own, to be changed there. */
#pragma once

#include <adwaita.h>

#include "guatu-battle-view.h"

G_BEGIN_DECLS

#define GUATU_TYPE_TASK_FORM (guatu_task_form_get_type ())

/**
 * GuatuTaskForm:
 *
 * Not modal: one looks at the map meanwhile. Every edit is a verb at once, and is taken back like any other. It goes
 * with its task: ::failed (a message) then says what was typed and is lost.
 */
G_DECLARE_FINAL_TYPE (GuatuTaskForm, guatu_task_form, GUATU, TASK_FORM, AdwWindow)

GtkWidget     *guatu_task_form_new       (GuatuBattleView *view,
                                          GtkWindow       *parent);

/* Shows another task; what was typed for the one before is carried out first. */
void           guatu_task_form_set_task  (GuatuTaskForm   *self,
                                          gint64           task);
gint64         guatu_task_form_get_task  (GuatuTaskForm   *self);

/* The pages: "task", "schedule", "links", "people", "progress", "more". */
void           guatu_task_form_set_page  (GuatuTaskForm   *self,
                                          const char      *name);

/* Brings the field of the task into sight and gives it the focus. */
void           guatu_task_form_go_to     (GuatuTaskForm   *self,
                                          guint            field);

/* %NULL for what is in the form in another shape: a part of the duration, the task it is part of. */
GtkWidget     *guatu_task_form_get_row   (GuatuTaskForm   *self,
                                          guint            field);

G_END_DECLS
