/* guatu-date-entry.h — an entry for a date, typed in any way that people have, or picked from a calendar. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-typed-date.h"

G_BEGIN_DECLS

#define GUATU_TYPE_DATE_ENTRY (guatu_date_entry_get_type ())

/**
 * GuatuDateEntry:
 *
 * While one types it says what it has understood, where that is not what stands there already.
 *
 * Signals: ::picked, a person has chosen another date, or none. Of a bare entry (guatu_date_entry_new_bare()) whatever
 * stands there when it is entered or picked: whoever asked for it reads the text.
 */
G_DECLARE_FINAL_TYPE (GuatuDateEntry, guatu_date_entry, GUATU, DATE_ENTRY, GtkWidget)

GtkWidget   *guatu_date_entry_new      (void);

/* For a form that reads the text itself, and without @hints also says itself what it understood: the text stays as it
 * was typed, and guatu_date_entry_get_day() is GUATU_NONE. */
GtkWidget   *guatu_date_entry_new_bare (gboolean        hints);

/* Days without a year are told by these dates, and the clock; GUATU_NONE: by the clock alone. */
void         guatu_date_entry_set_span (GuatuDateEntry *self,
                                        GuatuInstant    from,
                                        GuatuInstant    to);

/* Midnight at which the day begins; GUATU_NONE: no day. Setting it says nothing. */
GuatuInstant guatu_date_entry_get_day  (GuatuDateEntry *self);
void         guatu_date_entry_set_day  (GuatuDateEntry *self,
                                        GuatuInstant    day);

/* What was understood, in words; "" where that goes without saying. */
const char  *guatu_date_entry_get_hint (GuatuDateEntry *self);

GtkEntry    *guatu_date_entry_get_entry (GuatuDateEntry *self);

G_END_DECLS
