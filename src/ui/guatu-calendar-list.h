/* guatu-calendar-list.h — a plan's calendars, and who uses each. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_CALENDAR_LIST (guatu_calendar_list_get_type ())

/**
 * GuatuCalendarList:
 *
 * Those who use a calendar are named below it; a click leads to them, or lists them where they are several. Its buttons
 * and menus call actions of the view that it is in ("calendar.add" …).
 *
 * Signals: ::chosen (gint64 id), another calendar is to be looked at.
 */
G_DECLARE_FINAL_TYPE (GuatuCalendarList, guatu_calendar_list, GUATU, CALENDAR_LIST, GtkWidget)

GtkWidget *guatu_calendar_list_new     (GuatuDocument     *document);

/* Shows what the plan holds now, and marks one of them. */
void       guatu_calendar_list_update  (GuatuCalendarList *self,
                                        gint64             chosen);

/* The row of a calendar; %NULL. */
GtkWidget *guatu_calendar_list_get_row (GuatuCalendarList *self,
                                        gint64             calendar);

G_END_DECLS
