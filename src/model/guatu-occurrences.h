/* guatu-occurrences.h — on which days a recurring task takes place. */
#pragma once

#include "guatu-plan.h"

G_BEGIN_DECLS

/* More than these nobody keeps apart, and no rule may have. */
#define GUATU_MOST_OCCURRENCES 10000

/**
 * guatu_occurrence_days:
 * @rule: a row of the plan, or one made up
 * @worktime: what is a day off; %NULL: no day is
 * @most: at most so many are found
 *
 * The days as the calendars' exceptions lay them out (msproject §1.5; a day of the month that a month does not have is
 * its last), every @rule->period years where it is said by the year, and at most @rule->times of them. Of those that
 * fall on a day off this says afterwards: they move to the next working day, or to the one before, or are left out,
 * so that "ten times" may come to less. What meets on one day takes place once.
 *
 * Returns: (transfer full) (element-type GuatuInstant): their midnights, in order
 */
GArray      *guatu_occurrence_days   (const GuatuTaskRecurrence *rule,
                                      const GuatuWorktime       *worktime,
                                      guint                      most);

/* When an occurrence of that day is to begin: at the rule's time, else when work begins that day, else at the plan's
 * usual time. */
GuatuInstant guatu_occurrence_start  (const GuatuTaskRecurrence *rule,
                                      const GuatuPlan           *plan,
                                      const GuatuWorktime       *worktime,
                                      GuatuInstant               day);

/* The row of the task's recurrence; -1: it does not recur. */
gint32       guatu_task_recurrence   (const GuatuPlan           *plan,
                                      gint32                     task);

/* Whether the task is one of the times that its parent takes place. */
gboolean     guatu_task_is_occurrence (const GuatuPlan          *plan,
                                      gint32                     task);

G_END_DECLS
