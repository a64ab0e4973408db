/* guatu-span-private.h — how a task is laid on its calendar, in either direction of time. */
#pragma once

#include "guatu-loads-private.h"
#include "guatu-network-private.h"

G_BEGIN_DECLS

/*
 * The one place that knows what a task's span is made of: its duration on its calendar, wall-clock
 * seconds, or the work of those assigned to it, each on a calendar of their own. The passes ask for
 * nothing more.
 *
 * @mirrored is a constant wherever these are used, so that each direction compiles to its own code.
 * Backwards in time the first working instant is the last one, and the other way round.
 */
typedef struct
{
  const GuatuWorktime  *worktime;   /* NULL: wall clock; of several loads: when anybody works */
  gint64                duration;
  const GuatuTaskLoads *of;         /* or NULL */
  gboolean              is_rest;    /* only what remains of them counts */
} GuatuSpan;

static inline GuatuSpan
guatu_span (const GuatuNetwork *self, gint32 row)
{
  GuatuSpan span = { NULL, self->tasks[row].duration };

  if (guatu_network_is_elapsed (self, row))
    return span;

  span.worktime = guatu_network_task_worktime (self, row);
  if (G_UNLIKELY (self->loads != NULL))
    {
      span.of = guatu_loads_of (self->loads, row);
      if (span.of != NULL)
        span.worktime = span.of->worktime;
    }

  return span;
}

/* Without a calendar nothing keeps an instant within bounds. */
static inline GuatuInstant
guatu_clock_bound (GuatuInstant t, gboolean mirrored)
{
  return mirrored ? CLAMP (t, -GUATU_INSTANT_MAX, -GUATU_INSTANT_MIN) : CLAMP (t, GUATU_INSTANT_MIN, GUATU_INSTANT_MAX);
}

static inline GuatuInstant
guatu_clock_next (const GuatuWorktime *worktime, GuatuInstant t, gboolean mirrored)
{
  if (worktime == NULL)
    return t;

  return mirrored ? -guatu_worktime_end_eq (worktime, -t) : guatu_worktime_next (worktime, t);
}

static inline GuatuInstant
guatu_clock_end_eq (const GuatuWorktime *worktime, GuatuInstant t, gboolean mirrored)
{
  if (worktime == NULL)
    return t;

  return mirrored ? -guatu_worktime_next (worktime, -t) : guatu_worktime_end_eq (worktime, t);
}

static inline GuatuInstant
guatu_clock_add (const GuatuWorktime *worktime, GuatuInstant t, gint64 amount, gboolean mirrored)
{
  if (worktime == NULL)
    return guatu_clock_bound (t + amount, mirrored);

  return mirrored ? -guatu_worktime_add (worktime, -t, -amount) : guatu_worktime_add (worktime, t, amount);
}

static inline gint64
guatu_clock_work (const GuatuWorktime *worktime, GuatuInstant a, GuatuInstant b, gboolean mirrored)
{
  if (worktime == NULL)
    return b - a;

  return mirrored ? guatu_worktime_work (worktime, -b, -a) : guatu_worktime_work (worktime, a, b);
}

/* Positions (see guatu-worktime.h). Backwards in time they are negative, and starts are finishes. */
static inline gint64
guatu_clock_position (const GuatuWorktime *worktime, GuatuInstant t, gboolean mirrored)
{
  return mirrored ? -guatu_worktime_position (worktime, -t) : guatu_worktime_position (worktime, t);
}

static inline GuatuInstant
guatu_clock_start_at (const GuatuWorktime *worktime, gint64 position, gboolean mirrored)
{
  return mirrored ? -guatu_worktime_finish_at (worktime, -position) : guatu_worktime_start_at (worktime, position);
}

static inline GuatuInstant
guatu_clock_finish_at (const GuatuWorktime *worktime, gint64 position, gboolean mirrored)
{
  return mirrored ? -guatu_worktime_start_at (worktime, -position) : guatu_worktime_finish_at (worktime, position);
}

/* Several loads: the first may start the task and the last one ends it; guatu-span.c. */
GuatuInstant guatu_loads_snap        (GuatuSpan span, GuatuInstant start, gboolean mirrored);
GuatuInstant guatu_loads_snap_finish (GuatuSpan span, GuatuInstant finish, gboolean mirrored);
GuatuInstant guatu_loads_finish      (GuatuSpan span, GuatuInstant start, gboolean mirrored);
GuatuInstant guatu_loads_start       (GuatuSpan span, GuatuInstant finish, gboolean mirrored);

/* A task that takes no time keeps its instants as they are (msproject §2). */
static inline GuatuInstant
guatu_span_snap (GuatuSpan span, GuatuInstant start, gboolean mirrored)
{
  if (G_UNLIKELY (span.of != NULL))
    return guatu_loads_snap (span, start, mirrored);

  return span.duration > 0 ? guatu_clock_next (span.worktime, start, mirrored) : start;
}

static inline GuatuInstant
guatu_span_snap_finish (GuatuSpan span, GuatuInstant finish, gboolean mirrored)
{
  if (G_UNLIKELY (span.of != NULL))
    return guatu_loads_snap_finish (span, finish, mirrored);

  return span.duration > 0 ? guatu_clock_end_eq (span.worktime, finish, mirrored) : finish;
}

static inline GuatuInstant
guatu_span_finish (GuatuSpan span, GuatuInstant start, gboolean mirrored)
{
  if (G_UNLIKELY (span.of != NULL))
    return guatu_loads_finish (span, start, mirrored);

  return guatu_clock_add (span.worktime, start, span.duration, mirrored);
}

static inline GuatuInstant
guatu_span_start (GuatuSpan span, GuatuInstant finish, gboolean mirrored)
{
  if (G_UNLIKELY (span.of != NULL))
    return guatu_loads_start (span, finish, mirrored);

  return guatu_clock_add (span.worktime, finish, -span.duration, mirrored);
}

/* What is left of a span: @remaining seconds, or what remains of its loads. */
static inline GuatuSpan
guatu_span_rest (GuatuSpan span, gint64 remaining)
{
  span.duration = remaining;
  span.is_rest = TRUE;

  return span;
}

/* Lags ----------------------------------------------------------------------------------------- */

typedef struct
{
  const GuatuWorktime *worktime;    /* of the link's successor; NULL: wall clock */
  gint64               amount;
} GuatuLag;

/* A quotient rounded once, half away from zero. */
static inline gint64
guatu_share_of (gint64 amount, gint64 share)
{
  gint64 product;

  if (__builtin_mul_overflow (amount, share, &product))
    return (gint64) ((double) amount * (double) share / 10000);

  return (product + (product < 0 ? -5000 : 5000)) / 10000;
}

/* The lag of this link row. A percentage is one of the predecessor's duration: of a summary, of its span. */
GuatuLag guatu_network_lag (const GuatuNetwork *self,
                            const GuatuPass    *pass,
                            gint32              link);

G_END_DECLS
