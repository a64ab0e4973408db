/* guatu-repeat-form.h — asks when a task is to take place again and again. */
#pragma once

#include "guatu-form-popover.h"
#include "guatu-document.h"

G_BEGIN_DECLS

/* A form that gives the task a rule, or changes the one that it has. */
GtkWidget *guatu_repeat_form_new (GuatuDocument *document,
                                  gint64         task);

G_END_DECLS
