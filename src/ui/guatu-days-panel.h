/* guatu-days-panel.h — the selected days of a calendar: what they are, and what they are to be. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-document.h"
#include "guatu-year-grid.h"

G_BEGIN_DECLS

#define GUATU_TYPE_DAYS_PANEL (guatu_days_panel_get_type ())

/* Its edits are verbs; what they came to is told by the view that it is in. */
G_DECLARE_FINAL_TYPE (GuatuDaysPanel, guatu_days_panel, GUATU, DAYS_PANEL, GtkWidget)

GtkWidget  *guatu_days_panel_new       (GuatuDocument  *document);

/* The calendar (id; 0: none) and its days; GUATU_NONE: none are selected. */
void        guatu_days_panel_show      (GuatuDaysPanel *self,
                                        gint64          calendar,
                                        GuatuInstant    from,
                                        GuatuInstant    to);

/* As its buttons do, with what is typed as the name, and as the hours of days worked. FALSE where it was refused. */
gboolean    guatu_days_panel_mark      (GuatuDaysPanel *self,
                                        GuatuDayMark    mark);

/* To where the days' name is typed. */
void        guatu_days_panel_edit      (GuatuDaysPanel *self);

GtkEntry   *guatu_days_panel_get_name  (GuatuDaysPanel *self);
GtkEntry   *guatu_days_panel_get_hours (GuatuDaysPanel *self);

/* On: days off are a public holiday; off: a closure. */
GtkCheckButton *guatu_days_panel_get_holiday (GuatuDaysPanel *self);

/* What is wrong with the hours; "". */
const char *guatu_days_panel_get_error (GuatuDaysPanel *self);

G_END_DECLS
