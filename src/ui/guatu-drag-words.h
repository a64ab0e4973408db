/* guatu-drag-words.h — what is said beside a bar while it is dragged: dates, float, and what it does to the others. */
#pragma once

#include "guatu-schedule.h"

G_BEGIN_DECLS

/* A day with its weekday, without its year: that stands above the chart; with the time of day where it is not the
 * plan's usual one. Free these texts. */
char *guatu_drag_words_start    (const GuatuPlan     *plan,
                                 GuatuInstant         start);
char *guatu_drag_words_finish   (const GuatuPlan     *plan,
                                 GuatuInstant         finish);

/* "Wed, Mar 6 to Tue, Mar 12 · 5 d", the working days of @worktime. */
char *guatu_drag_words_span     (const GuatuPlan     *plan,
                                 const GuatuWorktime *worktime,
                                 GuatuInstant         start,
                                 GuatuInstant         finish);

/**
 * guatu_drag_words:
 * @before, @after: the schedule as it is, and as it would be
 * @held: ids of the tasks that are dragged, first that under the pointer
 * @n_staying: how many more are selected and cannot be moved
 *
 * Two lines: where the bar would stand and how long it would be; then its float, how many others it would push or bring
 * forward, and by how much the end of the plan would move.
 */
char *guatu_drag_words          (const GuatuPlan     *plan,
                                 const GuatuSchedule *before,
                                 const GuatuSchedule *after,
                                 const gint64        *held,
                                 guint                n_held,
                                 guint                n_staying);

/* "55 % · Oct 17": a share of the task, and the date up to which its bar is filled then. */
char *guatu_drag_words_progress (const GuatuPlan     *plan,
                                 const GuatuSchedule *schedule,
                                 gint32               task,
                                 gint64               share);

G_END_DECLS
