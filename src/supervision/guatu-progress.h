/* guatu-progress.h — how far each task is: the share reported, the share planned, and what lies between. */
#pragma once

#include "guatu-schedule.h"

G_BEGIN_DECLS

/* The newest report of this very task dated at or before @date (the one entered later of two on a
 * date); -1 if there is none. @date GUATU_NONE: of any date. */
gint32  guatu_progress_latest_report (const GuatuPlan     *plan,
                                      gint32               task,
                                      GuatuInstant         date);

/**
 * guatu_progress_reported:
 *
 * Reported share of every task as of @date (GUATU_NONE: of all reports), in 1/100 %, by task row; free it.
 * A leaf without a report is at 0, with an actual finish at 10000. A summary's is its own latest report
 * if it has one, else the mean of its children weighted by `weight` if every child has one, else by
 * planned work if every child has it, else by duration (planning.md *Pace*); all weights 0: alike. Both
 * shares take the durations of the reference, so that progress does not weigh in itself.
 * @schedule, or %NULL, saves a pass where it can serve as the reference.
 */
gint64 *guatu_progress_reported      (const GuatuPlan     *plan,
                                      const GuatuSchedule *schedule,
                                      GuatuInstant         date);

/**
 * guatu_progress_planned:
 *
 * Planned share of every task at the instant @date, in 1/100 %, by task row; free it. Linear over
 * working time on the reference baseline, per task; one that is not in it is measured on a pass
 * without actuals and without the push to the status date. A milestone is at 0 before its date and
 * at 10000 from it; a summary the mean of its children, as above.
 */
gint64 *guatu_progress_planned       (const GuatuPlan     *plan,
                                      GuatuInstant         date,
                                      GError             **error);

G_END_DECLS
