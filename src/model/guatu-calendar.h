/* guatu-calendar.h — a plan's calendar rows, compiled for arithmetic. */
#pragma once

#include "guatu-plan.h"

G_BEGIN_DECLS

/* The calendar in this row with its base calendars; -1 is Standard (Mon–Fri 8:00–12:00, 13:00–17:00).
 * Most callers want guatu_plan_worktime(), which keeps what it compiled. */
GuatuWorktime *guatu_calendar_compile    (const GuatuPlan *plan,
                                          gint32           calendar);

/* Whether the calendar, or the first of its bases, knows the holidays of some years but not of the one
 * that holds @t: wherever that time shows it is marked “weekends only”. */
gboolean       guatu_calendar_lacks_data (const GuatuPlan *plan,
                                          gint32           calendar,
                                          GuatuInstant     t);

/* What an exception's row says of its days, without its hours. */
GuatuException guatu_calendar_exception  (const GuatuPlan *plan,
                                          gint32           row);

G_END_DECLS
