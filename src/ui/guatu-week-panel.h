/* guatu-week-panel.h — the hours of a calendar's weekdays, of the usual week and of weeks with dates. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_WEEK_PANEL (guatu_week_panel_get_type ())

/* Hours are typed as text; Enter, and whoever goes elsewhere, carries the edit out as one verb. What is refused stays,
 * with the reason below it. */
G_DECLARE_FINAL_TYPE (GuatuWeekPanel, guatu_week_panel, GUATU, WEEK_PANEL, GtkWidget)

GtkWidget  *guatu_week_panel_new       (GuatuDocument  *document);

/* The calendar (id; 0: none), and which day comes first in a week. */
void        guatu_week_panel_show      (GuatuWeekPanel *self,
                                        gint64          calendar,
                                        int             first_weekday);

/* 0 Monday … 6 Sunday. */
GtkEntry   *guatu_week_panel_get_entry (GuatuWeekPanel *self,
                                        int             weekday);
const char *guatu_week_panel_get_error (GuatuWeekPanel *self);

/* The working week whose hours are shown; 0: the usual one. */
gint64      guatu_week_panel_get_week  (GuatuWeekPanel *self);
void        guatu_week_panel_set_week  (GuatuWeekPanel *self,
                                        gint64          week);

G_END_DECLS
