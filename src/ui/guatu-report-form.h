/* guatu-report-form.h — the form of a progress report: how much is done, of which day, and what there is to say. */
#pragma once

#include "guatu-document.h"
#include "guatu-form-popover.h"

G_BEGIN_DECLS

/* Of the report @report of @task; 0: of a new one, with the share last reported, and the status date, or today: a
 * report of no news is two clicks. It carries out one verb when it is told to. */
GtkWidget *guatu_report_form_new (GuatuDocument *document,
                                  gint64         task,
                                  gint64         report);

G_END_DECLS
