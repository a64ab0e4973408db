/* guatu-recurring-list.h — the days of a calendar that come back, to be added, changed and deleted. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_RECURRING_LIST (guatu_recurring_list_get_type ())

G_DECLARE_FINAL_TYPE (GuatuRecurringList, guatu_recurring_list, GUATU, RECURRING_LIST, GtkWidget)

GtkWidget *guatu_recurring_list_new  (GuatuDocument      *document);

/* Those of the calendar (id; 0: none). @day: what a new one is proposed for; GUATU_NONE: New Year's Day. */
void       guatu_recurring_list_show (GuatuRecurringList *self,
                                      gint64              calendar,
                                      GuatuInstant        day);

G_END_DECLS
