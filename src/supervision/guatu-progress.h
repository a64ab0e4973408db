/* guatu-progress.h — how far each task is: the share reported, the share planned, and what lies between. */
#pragma once

#include "guatu-schedule.h"

G_BEGIN_DECLS

/* The newest report of this very task dated at or before @date (the one entered later of two on a
 * date); -1 if there is none. @date GUATU_NONE: of any date. */
gint32  guatu_progress_latest_report (const GuatuPlan     *plan,
                                      gint32               task,
                                      GuatuInstant         date);

/* The baseline that what is planned is measured on: the plan's setting, else the one taken last; -1 if there is
 * none (planning.md *Pace*). */
gint32  guatu_progress_reference_baseline (const GuatuPlan *plan);

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
 * Planned share of every task at the instant @date, in 1/100 %, by task row; free it. Measured on the
 * reference baseline, per task; one that is not in it is measured on a pass without actuals and without
 * the push to the status date. A milestone is at 0 before its date and at 10000 from it; a summary is the
 * mean of its children, as above. The plan's `planned_by` says over what the share of a leaf grows:
 *
 * - working time: in proportion, on the task's calendar (wall-clock time for an elapsed duration).
 * - calendar days: in proportion, every day of the week counting alike; a day's share falls between the
 *   plan's default start and finish times, so that at 17:00 the day is over.
 * - months: the whole calendar months that have ended, of all that the task touches; the last day of a
 *   month has ended it. From the reference finish on it is all.
 * - targets: the share of the last target whose day has come, 0 before the first; from the reference
 *   finish on it is all. A task without targets goes by working time.
 */
gint64 *guatu_progress_planned       (const GuatuPlan     *plan,
                                      GuatuInstant         date,
                                      GError             **error);

G_END_DECLS
