/* guatu-plan-date-popover.h — a date of the plan itself: where it starts, is to end, and stands. */
#pragma once

#include "guatu-document.h"
#include "guatu-form-popover.h"

G_BEGIN_DECLS

/* For GUATU_PLAN_START, GUATU_PLAN_FINISH_TARGET or GUATU_PLAN_STATUS_DATE; the two latter may be emptied. Where the
 * plan has no status date yet it proposes today. */
GtkWidget *guatu_plan_date_popover_new (GuatuDocument *document,
                                        guint          field);

G_END_DECLS
