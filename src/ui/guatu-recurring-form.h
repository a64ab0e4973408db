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

/* A GuatuFormPopover, to be popped up. */
GtkWidget *guatu_recurring_form_new   (GuatuDocument *document,
                                       gint64         calendar,
                                       GuatuInstant   day);

G_END_DECLS
