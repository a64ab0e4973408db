/* guatu-target-form.h — the form of a monthly target: the month, and the share that is to be done by its end. */
#pragma once

#include "guatu-document.h"
#include "guatu-form-popover.h"

G_BEGIN_DECLS

/* Of the target @target of @task; 0: of one that is to be. It carries out one verb when it is told to. */
GtkWidget *guatu_target_form_new (GuatuDocument *document,
                                  gint64         task,
                                  gint64         target);

/* "Oct 2022" for the last day of a month, another day in full. Free it. */
char      *guatu_target_month    (GuatuInstant   date);

/* A month as people type it, "2022-10", "10", "10月", stands for its last day; any other day for itself. */
gboolean   guatu_target_read     (GuatuDocument *document,
                                  const char    *text,
                                  GuatuInstant  *date,
                                  GError       **error);

G_END_DECLS
