/* guatu-calendar-verb.h — an edit of a calendar, and what is told of it afterwards. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-document.h"

G_BEGIN_DECLS

/* What is known before a verb is called. */
typedef struct _GuatuCalendarVerb GuatuCalendarVerb;

GuatuCalendarVerb *guatu_calendar_verb_new (GuatuDocument     *document);

/* Lets go of it. Where the verb wrote something, the view that @widget is in says what it did, how many tasks have
 * moved and when the plan finishes now, and offers to take it back; where it was refused (@error is set) it says
 * why. */
void               guatu_calendar_verb_end (GuatuCalendarVerb *self,
                                            GtkWidget         *widget,
                                            const GError      *error);

G_END_DECLS
