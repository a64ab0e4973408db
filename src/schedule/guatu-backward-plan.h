/* guatu-backward-plan.h — plans backward (倒排工期): the latest starts with which a fixed finish still holds. */
#pragma once

#include "guatu-schedule.h"

G_BEGIN_DECLS

/*
 * What is planned backward is the *scope*: the leaves of a summary or project, the whole plan, or, of a leaf, it and
 * all that it waits for through links. Each is put as late as the network and its calendar allow (planning.md
 * *Backward planning*; late dates by msproject §4), under these rules:
 *
 * - What has begun or is finished, is scheduled by hand, or has a constraint that says on which date or how late it is
 *   to be (MSO, MFO, SNLT, FNLT) stays. “No earlier than” stands as well, unless it is one that planning backward has
 *   put there: such a date is what the finish kept so far (the deadline, or the plan's target) gives.
 * - Tasks outside the scope stay where they are, and so does what they wait for: it may come no later than they need.
 * - Earlier deadlines of tasks within the scope, and of summaries above it, hold.
 * - Nothing begins before @not_before (the status date, else today), nor before the links, the plan's start or a
 *   constraint let it.
 *
 * What is to be written, so that the plan then *is* scheduled on those dates: the finish becomes the deadline (of the
 * whole plan: its finish target), and a task that its links would let begin earlier gets “start no earlier than” its
 * late start. Tasks that follow from these through links get nothing, so the network goes on driving them. As late as
 * possible (ALAP) would not do: its late dates run from the latest early finish, so that a finish after that is never
 * reached; and it takes its successors with it, also those outside (msproject §3.5). Float is counted as always; it
 * is what remains until the deadline, and that is none for those that are as late as they can be.
 */

/* What there is to say of a task, the gravest first. */
typedef enum
{
  GUATU_BACKWARD_LATE,        /* it cannot be done by the date by which it must be */
  GUATU_BACKWARD_RELEASED,    /* it was not to start or finish before a date that is given up */
  GUATU_BACKWARD_KEPT,        /* it could be later, but a constraint or dates set by hand keep it */
  GUATU_BACKWARD_HELD,        /* it could be later, but the task @other outside the scope waits for it */
  GUATU_BACKWARD_OUTSIDE,     /* it is not in the scope, and moves all the same */
  GUATU_BACKWARD_MOVES,       /* no more than that it moves */
} GuatuBackwardNote;

typedef struct
{
  gint32            task;           /* row */
  gint32            other;          /* row, or -1 */
  GuatuBackwardNote note;
  GuatuInstant      start_now;
  GuatuInstant      finish_now;
  GuatuInstant      start;          /* as planned backward */
  GuatuInstant      finish;
  GuatuInstant      must_start;     /* start by, and finish by: late dates */
  GuatuInstant      must_finish;
  gint64            moved;          /* working seconds of the task's calendar from the start now; negative: earlier */
  gint64            lacking;        /* working seconds by which it is late; 0 */
} GuatuBackwardTask;

/* What is to be set of a task. */
typedef struct
{
  gint32            task;
  GuatuConstraint   constraint;     /* SNET or ASAP */
  GuatuInstant      date;           /* GUATU_NONE: none */
} GuatuBackwardEdit;

typedef struct
{
  gint32       task;                /* row of the scope's task; -1: the whole plan */
  GuatuInstant finish;              /* that may not move */
  GuatuInstant not_before;          /* nothing begins before it; GUATU_NONE: no such date */
  gboolean     release;             /* give up every “no earlier than” of the scope's tasks */
} GuatuBackwardAsk;

typedef struct
{
  GuatuBackwardAsk  ask;
  GuatuInstant      reached;        /* when the scope is finished; later than asked for: it cannot be met */
  gint64            lacking;        /* working seconds of the scope's calendar by which it cannot; 0: it holds */
  guint             n_later;        /* tasks of the scope that move */
  guint             n_earlier;
  guint             n_late;         /* tasks with GUATU_BACKWARD_LATE */
  guint             n_stopped;      /* tasks whose “no earlier than” date comes after the start they must have */
  GArray           *tasks;          /* of GuatuBackwardTask: what moves or is worth a word, the gravest first */
  GArray           *chain;          /* of gint32: the tasks that take too long, in their order; empty if it holds */
  GArray           *edits;          /* of GuatuBackwardEdit */
  GuatuSchedule    *schedule;       /* with the edits made */
  GuatuSchedule    *earliest;       /* everything as early as it can be; its late dates are those by which it must be */
} GuatuBackwardPlan;

/**
 * guatu_backward_plan_new:
 * @now: the plan's schedule
 *
 * Plans backward, and changes nothing. GUATU_BACKWARD_ERROR if that makes no sense.
 */
GuatuBackwardPlan *guatu_backward_plan_new  (const GuatuPlan         *plan,
                                             const GuatuSchedule     *now,
                                             const GuatuBackwardAsk  *ask,
                                             GError                 **error);
void               guatu_backward_plan_free (GuatuBackwardPlan       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuBackwardPlan, guatu_backward_plan_free)

/* The finish to begin with: the deadline of the task, or of the nearest summary above it that has one; the plan's
 * target; else when the scope is finished as scheduled now. */
GuatuInstant       guatu_backward_usual_finish (const GuatuPlan      *plan,
                                             const GuatuSchedule     *now,
                                             gint32                   task);

/* Words, in the reader's language; to be freed. What there is to say of a task, "" of one that only moves; the tasks
 * that take too long, in their order; whether the finish holds, and what that costs. */
char              *guatu_backward_note_text   (const GuatuBackwardPlan *self,
                                             const GuatuPlan         *plan,
                                             const GuatuBackwardTask *task);
char              *guatu_backward_chain_text  (const GuatuBackwardPlan *self,
                                             const GuatuPlan         *plan);
char              *guatu_backward_result_text (const GuatuBackwardPlan *self,
                                             const GuatuPlan         *plan);

/* "12.1 d": what is lacking, rounded up to tenths of a day. */
char              *guatu_backward_lack_text   (const GuatuPlan         *plan,
                                             gint64                   work);

#define GUATU_BACKWARD_ERROR (guatu_backward_error_quark ())

typedef enum
{
  GUATU_BACKWARD_ERROR_FROM_FINISH,   /* the plan is scheduled from its finish: all is as late as it can be */
  GUATU_BACKWARD_ERROR_NOTHING,       /* the scope holds nothing that is still to be done */
  GUATU_BACKWARD_ERROR_SHARES,        /* what was written is no share of a span (guatu-key-node-dates.h) */
} GuatuBackwardError;

GQuark             guatu_backward_error_quark (void);

G_END_DECLS
