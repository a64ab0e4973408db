/* guatu-date-entry.h — an entry for a day, typed or picked from a calendar. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-time.h"

G_BEGIN_DECLS

#define GUATU_TYPE_DATE_ENTRY (guatu_date_entry_get_type ())

/* Signal ::picked, a person has chosen another day, or none. */
G_DECLARE_FINAL_TYPE (GuatuDateEntry, guatu_date_entry, GUATU, DATE_ENTRY, GtkWidget)

GtkWidget   *guatu_date_entry_new     (void);

/* Midnight at which the day begins; GUATU_NONE: no day. Setting it says nothing. */
GuatuInstant guatu_date_entry_get_day (GuatuDateEntry *self);
void         guatu_date_entry_set_day (GuatuDateEntry *self,
                                       GuatuInstant    day);

GtkEntry    *guatu_date_entry_get_entry (GuatuDateEntry *self);

G_END_DECLS
