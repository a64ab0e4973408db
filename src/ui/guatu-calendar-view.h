/* guatu-calendar-view.h — the calendars of a plan: their years, their hours, who uses them. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-days-import.h"
#include "guatu-days-panel.h"
#include "guatu-desk-view.h"
#include "guatu-document.h"
#include "guatu-week-panel.h"
#include "guatu-year-grid.h"

G_BEGIN_DECLS

#define GUATU_TYPE_CALENDAR_VIEW (guatu_calendar_view_get_type ())

/**
 * GuatuCalendarView:
 *
 * A view of the desk. Of its four parts the toolbar comes first, then the list of calendars, the year, and what is
 * known of the selected days and of the calendar, which may be folded away.
 *
 * Actions: "calendar.add" (s), the short name of one that ships; "calendar.derive", "calendar.copy", "calendar.rename",
 * "calendar.remove" and "calendar.use" of the chosen one; "calendar.mark" (s), the selected days "off", "worked" or as
 * the "week" says; "calendar.import"; "calendar.today"; "calendar.year" (i), so many years on.
 */
G_DECLARE_FINAL_TYPE (GuatuCalendarView, guatu_calendar_view, GUATU, CALENDAR_VIEW, GtkWidget)

GtkWidget      *guatu_calendar_view_new          (GuatuDocument     *document);

/* The calendar (id) and the year that are shown; 0 where the plan has no calendar. */
gint64          guatu_calendar_view_get_calendar (GuatuCalendarView *self);
void            guatu_calendar_view_choose       (GuatuCalendarView *self,
                                                  gint64             calendar);
int             guatu_calendar_view_get_year     (GuatuCalendarView *self);
void            guatu_calendar_view_set_year     (GuatuCalendarView *self,
                                                  int                year);

/* What a file would change, in a window of its own; %NULL: it was refused, and ::failed said why. */
GuatuDaysImportWindow *guatu_calendar_view_import (GuatuCalendarView *self,
                                                  const char        *path);

GuatuYearGrid  *guatu_calendar_view_get_grid     (GuatuCalendarView *self);
GuatuDaysPanel *guatu_calendar_view_get_days     (GuatuCalendarView *self);
GuatuWeekPanel *guatu_calendar_view_get_week     (GuatuCalendarView *self);

/* What stands above the year, and below it; "" where nothing does. */
const char     *guatu_calendar_view_get_warning  (GuatuCalendarView *self);
const char     *guatu_calendar_view_get_reach    (GuatuCalendarView *self);

G_END_DECLS
