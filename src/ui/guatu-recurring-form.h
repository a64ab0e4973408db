/* guatu-recurring-form.h — a small form for a day of a calendar that comes back. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-document.h"
#include "guatu-special-days.h"

G_BEGIN_DECLS

/* The ways in which a day can come back, as the form offers them. */
typedef enum
{
  GUATU_COMES_YEARLY,         /* on this day of the month */
  GUATU_COMES_YEARLY_PLACE,   /* on the first Monday of this month */
  GUATU_COMES_MONTHLY,
  GUATU_COMES_MONTHLY_PLACE,
  GUATU_COMES_WEEKLY,
  GUATU_COMES_N_DAYS,
  GUATU_N_COMINGS
} GuatuComing;

/* The rule by which @day comes back so, every @period-th time, until @to (GUATU_NONE: always). */
GuatuSpecialDays guatu_recurring_rule (GuatuInstant   day,
                                       GuatuComing    coming,
                                       int            period,
                                       GuatuInstant   to);

/* The way in which that rule has @day come back; GUATU_N_COMINGS: in one that the form does not offer. */
GuatuComing      guatu_recurring_coming (const GuatuException *rule);

/* A GuatuFormPopover, to be popped up. */
GtkWidget *guatu_recurring_form_new   (GuatuDocument *document,
                                       gint64         calendar,
                                       GuatuInstant   day);

/* The same, for an exception of a calendar (id) that comes back already; NULL if there is none. */
GtkWidget *guatu_recurring_form_new_for (GuatuDocument *document,
                                         gint64         exception);

G_END_DECLS
