/* guatu-special-days-private.h — days put into a calendar of a copy of the plan. */
#pragma once

#include "guatu-special-days.h"

G_BEGIN_DECLS

/* A copy of @plan with the days in its calendar, settled; rows that stay keep their ids. %NULL with @error. */
GuatuPlan *guatu_special_days_apply (const GuatuPlan       *plan,
                                     gint32                 calendar,
                                     const GuatuDaysImport *import,
                                     GError               **error);

/* Refuses hours that overlap, are out of order or lie outside the day. */
gboolean   guatu_hours_check        (const GuatuHours      *hours,
                                     guint                  n,
                                     GError               **error);

G_END_DECLS
