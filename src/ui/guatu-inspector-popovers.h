/* guatu-inspector-popovers.h — where the inspector's facts are changed: a text, a choice, a report. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-document.h"

G_BEGIN_DECLS

/*
 * Each is a popover that carries out one verb when it is told to, and closes; a refusal is shown within it, and it
 * stays open with what was typed.
 */

/* A text, a date or a duration; @tall for running text. */
GtkWidget *guatu_text_popover_new       (GuatuDocument *document,
                                         gint64         task,
                                         guint          field,
                                         gboolean       tall);

GtkWidget *guatu_constraint_popover_new (GuatuDocument *document,
                                         gint64         task);

GtkWidget *guatu_calendar_popover_new   (GuatuDocument *document,
                                         gint64         task);

/* Units or people, those who have the role with a tick; each is one click, and it stays open for more. */
GtkWidget *guatu_party_popover_new      (GuatuDocument *document,
                                         gint64         task,
                                         GuatuRole      role);

/* The share last reported, and the status date, or today: a report of no news is two clicks. */
GtkWidget *guatu_report_popover_new     (GuatuDocument *document,
                                         gint64         task);

G_END_DECLS
