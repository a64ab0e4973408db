/* guatu-task-words.h — what the window says of a task, in words for people. */
#pragma once

#include "guatu-fixes.h"
#include "guatu-lights.h"
#include "guatu-pace.h"

G_BEGIN_DECLS

/*
 * All in the reader's language. What the layers below put into words already (guatu_schedule_why(),
 * guatu_light_reason(), guatu_duration_label()) is taken from there. Every text is to be freed; one of which there is
 * nothing to say is "".
 */

/* A day with its weekday; with the time of day where it is not the plan's usual one. */
char *guatu_words_start       (const GuatuPlan     *plan,
                               GuatuInstant         start);
char *guatu_words_finish      (const GuatuPlan     *plan,
                               GuatuInstant         finish);

/* A milestone at the end of a day is on that day. */
char *guatu_words_task_start  (const GuatuPlan     *plan,
                               const GuatuSchedule *schedule,
                               gint32               task);

/* A date with its weekday, and the time of day where it is not midnight. */
char *guatu_words_moment      (GuatuInstant         t);

/* A day alone, as in running text. */
char *guatu_words_day         (GuatuInstant         day);

/* "34.5%". */
char *guatu_words_share       (gint64               share);

/* As scheduled: "34 d", "3 elapsed d", "milestone". */
char *guatu_words_duration    (const GuatuPlan     *plan,
                               const GuatuSchedule *schedule,
                               gint32               task);

/* "−2 d · critical". */
char *guatu_words_float       (const GuatuPlan     *plan,
                               const GuatuSchedule *schedule,
                               gint32               task);

/* "Must finish on Fri, Nov 11, 2022". */
char *guatu_words_constraint  (const GuatuPlan     *plan,
                               gint32               task);

/* The deadline, and by how much it is missed or met. */
char *guatu_words_deadline    (const GuatuPlan     *plan,
                               const GuatuSchedule *schedule,
                               gint32               task);

/* Why it ends when it does: how long it takes from its start, which part of it ends last, or what binds it. */
char *guatu_words_why_finish  (const GuatuPlan     *plan,
                               const GuatuSchedule *schedule,
                               gint32               task);

/* The part of a summary that ends last; -1 for what has no parts. */
gint32 guatu_task_last_part   (const GuatuPlan     *plan,
                               const GuatuSchedule *schedule,
                               gint32               task);

/* What the task waits for, a line each: "3 Paving (FS + 2 d)"; "" is nothing. */
char *guatu_words_predecessors (const GuatuPlan    *plan,
                               gint32               task);

/* "FS + 2 d". */
char *guatu_words_link        (const GuatuPlan     *plan,
                               gint32               link);

/* "Orange since Oct 3, 2022". */
char *guatu_words_light       (const GuatuLight    *light);

/* What pace is needed, what it was of late, and where that leads. */
char *guatu_words_pace        (const GuatuPace     *pace);

/* "15 points behind plan". */
char *guatu_words_gap         (gint64               gap);

/* A difference in 1/100 working days: "3.5 d later". */
char *guatu_words_slip        (gint64               days);

/* "Key reforms › Trunk road": what the task is part of. */
char *guatu_words_path        (const GuatuPlan     *plan,
                               gint32               task);

/* Those who have this role in the task, separated by commas. */
char *guatu_words_role        (const GuatuPlan     *plan,
                               gint32               task,
                               GuatuRole            role);

/* Working days, of the plan's calendar, from the first start of what is critical to the plan's finish; GUATU_NONE:
 * nothing is critical. */
gint64 guatu_critical_days    (const GuatuPlan     *plan,
                               const GuatuSchedule *schedule);

/* So many tasks of the ledger; of work tasks, those without subtasks, where it is -1. Free it. */
char       *guatu_words_counted     (const GuatuPlan     *plan,
                                     gint32               ledger,
                                     guint                n);

G_END_DECLS
