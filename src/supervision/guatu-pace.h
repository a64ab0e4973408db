/* guatu-pace.h — how fast a task must go, how fast it has gone of late, and when it would finish at that. */
#pragma once

#include "guatu-progress.h"

G_BEGIN_DECLS

/* How far back recent pace looks. */
#define GUATU_PACE_WEEKS 4

/*
 * As of one instant (planning.md *Pace*). Shares are in 1/100 %. A pace is in 1/100 % per working day, half up; a
 * working day is the plan's minutes per day on the task's calendar, or 24 hours where the duration is elapsed.
 * GUATU_NONE stands for what cannot be said.
 */
typedef struct
{
  gint64       planned;
  gint64       reported;
  gint64       left;            /* 100 % less what is reported */
  GuatuInstant due;             /* the deadline, else the reference finish */
  gint64       days_left;       /* working days to it, in 1/100; below 0 when it has passed */
  gint64       required;        /* what is left ÷ days left; GUATU_NONE if nothing is left, or no time */
  GuatuInstant recent_from;     /* the later of four weeks ago and the start; GUATU_NONE before the start */
  gint64       recent_share;    /* what was reported by then */
  gint64       recent_days;     /* working days since, in 1/100 */
  gint64       recent;          /* what has been done since ÷ these days; below 0 if reports went back */
  GuatuInstant forecast;        /* the status date + what is left ÷ recent pace; GUATU_NONE at a pace of 0 or less */
  gint64       days_late;       /* working days from due to forecast, in 1/100; below 0 if it comes before */
} GuatuPace;

/**
 * guatu_pace_new:
 * @schedule: (nullable): the plan's schedule, where there is one already
 * @status_date: the instant at which to look; GUATU_NONE: nothing but what is reported can be said
 *
 * The pace of every task, by task row; free it with g_free(). Nothing counts that is dated after the day of
 * @status_date. @error is set, and %NULL returned, only where the tasks form a cycle.
 */
GuatuPace *guatu_pace_new (const GuatuPlan     *plan,
                           const GuatuSchedule *schedule,
                           GuatuInstant         status_date,
                           GError             **error);

G_END_DECLS
