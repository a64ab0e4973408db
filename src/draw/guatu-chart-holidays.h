/* guatu-chart-holidays.h — the days off that have a name. */
#pragma once

#include "guatu-plan.h"

G_BEGIN_DECLS

/* Days off in a row under one name. */
typedef struct
{
  GuatuInstant  from;           /* the first day's midnight */
  GuatuInstant  to;             /* the midnight after the last day */
  const char   *name;           /* lives as long as the plan is not changed */
} GuatuHoliday;

/* The holidays of the plan's calendar and of those that it rests on, as far as @from … @to shows them: an array of
 * GuatuHoliday by date, none overlapping. Days that come back every month or week have no name on a chart. */
GArray             *guatu_holidays_new  (const GuatuPlan *plan,
                                         GuatuInstant     from,
                                         GuatuInstant     to);

/* The holiday that holds the day of @t; %NULL if there is none. */
const GuatuHoliday *guatu_holidays_find (const GArray    *holidays,
                                         GuatuInstant     t);

G_END_DECLS
