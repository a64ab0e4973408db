/* guatu-moves.h — which tasks an edit of calendars moves: dates kept from before it, compared with those after. */
#pragma once

#include "guatu-schedule.h"

G_BEGIN_DECLS

typedef struct _GuatuDates GuatuDates;

/* The dates of all tasks, and of the plan, as they are now. */
GuatuDates  *guatu_dates_new    (const GuatuPlan     *plan,
                                 const GuatuSchedule *schedule);
void         guatu_dates_free   (GuatuDates          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuDates, guatu_dates_free)

GuatuInstant guatu_dates_start  (const GuatuDates    *self,
                                 gint32               task);
GuatuInstant guatu_dates_finish (const GuatuDates    *self,
                                 gint32               task);
GuatuInstant guatu_dates_end    (const GuatuDates    *self);

/* The tasks that start or finish at another time in @schedule, in the order of the outline: an array of gint32, rows
 * of @plan, which has the tasks in the same rows as before. Those that were not there before do not count. Unref it. */
GArray      *guatu_dates_moved  (const GuatuDates    *self,
                                 const GuatuPlan     *plan,
                                 const GuatuSchedule *schedule);

G_END_DECLS
