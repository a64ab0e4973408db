/* guatu-calendar-card.h — a calendar's name, its base, and the years whose holidays it knows. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_CALENDAR_CARD (guatu_calendar_card_get_type ())

G_DECLARE_FINAL_TYPE (GuatuCalendarCard, guatu_calendar_card, GUATU, CALENDAR_CARD, GtkWidget)

GtkWidget   *guatu_calendar_card_new      (GuatuDocument     *document);

/* 0: none. */
void         guatu_calendar_card_show     (GuatuCalendarCard *self,
                                           gint64             calendar);

/* To where the name is typed. */
void         guatu_calendar_card_rename   (GuatuCalendarCard *self);

GtkEntry    *guatu_calendar_card_get_name (GuatuCalendarCard *self);
GtkDropDown *guatu_calendar_card_get_base (GuatuCalendarCard *self);

G_END_DECLS
