/* guatu-float.c — total and free float, and what is critical (msproject §4.3). */
#include "guatu-span-private.h"

#include <string.h>

/* Progress of each task; a summary's follows from its leaves. */
enum { STARTED = 1, COMPLETE = 2 };

typedef struct
{
  const GuatuNetwork *network;
  GuatuSchedule      *schedule;
  guint8             *progress;       /* by row; or NULL: nothing has started */
  GuatuInstant       *by_start;       /* by row: how late a start leaves successors alone; or NULL: nothing asks */
  gboolean            by_position;    /* what plain successors ask is in the network's positions */
  gboolean            by_instant;     /* what others ask is in the result's free_float, until float is counted */
} Floats;

static const GuatuWorktime *
measure_of (const GuatuNetwork *self, gint32 row)
{
  if (self->kinds[row] != GUATU_NODE_SUMMARY && guatu_network_is_elapsed (self, row))
    return NULL;

  return guatu_network_task_worktime (self, row);
}

/* Free float is counted on the calendars of those who do the work. */
static const GuatuWorktime *
free_measure_of (const GuatuNetwork *self, gint32 row)
{
  const GuatuTaskLoads *of = self->kinds[row] != GUATU_NODE_SUMMARY ? guatu_loads_of (self->loads, row) : NULL;

  return of != NULL && !guatu_network_is_elapsed (self, row) ? of->worktime : measure_of (self, row);
}

static gint64
between (const GuatuWorktime *worktime, GuatuInstant a, GuatuInstant b)
{
  return a == b ? 0 : guatu_clock_work (worktime, a, b, FALSE);
}

/* Progress --------------------------------------------------------------------------------------------- */

static void
find_progress (Floats *floats)
{
  const GuatuNetwork *self = floats->network;

  if (self->extra_of == NULL)
    return;

  floats->progress = g_new0 (guint8, MAX (self->n_tasks, 1));
  for (guint i = 0; i < self->n_outline; i++)
    if (self->kinds[self->outline[i]] == GUATU_NODE_SUMMARY)
      floats->progress[self->outline[i]] = COMPLETE;

  for (guint i = self->n_outline; i > 0; i--)
    {
      gint32 row = self->outline[i - 1];
      gint32 parent = self->tasks[row].parent;
      const GuatuExtra *extra = guatu_network_extra (self, row);

      if (self->kinds[row] == GUATU_NODE_IDLE)
        continue;
      if (self->kinds[row] != GUATU_NODE_SUMMARY)
        floats->progress[row] = (guint8) ((extra->is_started ? STARTED : 0) | (extra->is_complete ? COMPLETE : 0));
      if (parent < 0)
        continue;
      floats->progress[parent] |= floats->progress[row] & STARTED;
      if ((floats->progress[row] & COMPLETE) == 0)
        floats->progress[parent] &= (guint8) ~COMPLETE;
    }
}

static gboolean
is_complete (const Floats *floats, gint32 row)
{
  return floats->progress != NULL && floats->progress[row] & COMPLETE;
}

/* Free float ------------------------------------------------------------------------------------------- */

/* In the plan's own direction of time. */
static GuatuLinkType
arc_type (const GuatuNetwork *self, guint32 arc)
{
  GuatuLinkType type = (GuatuLinkType) (self->arc_how[arc] & GUATU_ARC_TYPE);

  if (self->mirrored && type == GUATU_LINK_SS)
    return GUATU_LINK_FF;
  if (self->mirrored && type == GUATU_LINK_FF)
    return GUATU_LINK_SS;

  return type;
}

/* One link's say in its predecessor's free float: the latest date that leaves the successor where it is. */
static void
ask_for_successor (Floats *floats, const GuatuPass *pass, guint32 arc, gint32 predecessor, gint32 successor)
{
  const GuatuNetwork *self = floats->network;
  const GuatuExtra *extra = guatu_network_extra (self, successor);
  GuatuLinkType type = arc_type (self, arc);
  gboolean to_start = type == GUATU_LINK_FS || type == GUATU_LINK_SS;
  GuatuInstant t = to_start ? floats->schedule->early_start[successor] : floats->schedule->early_finish[successor];

  if (is_complete (floats, successor))
    return;

  if ((to_start || GUATU_HAS_VARIANT (self, DELAY_ON_ALL_LINKS)) && extra->state == GUATU_STATE_AUTOMATIC)
    t -= extra->delay;
  if (self->arc_how[arc] & GUATU_ARC_HAS_LAG)
    {
      GuatuLag lag = guatu_network_lag (self, pass, self->arc_link[arc]);

      t = guatu_clock_add (lag.worktime, t, -lag.amount, FALSE);
    }

  if (type == GUATU_LINK_FS || type == GUATU_LINK_FF)
    {
      floats->schedule->free_float[predecessor] = MIN (floats->schedule->free_float[predecessor], t);
      return;
    }
  if (floats->by_start == NULL)
    {
      floats->by_start = g_new (GuatuInstant, self->n_tasks);
      for (guint row = 0; row < self->n_tasks; row++)
        floats->by_start[row] = NO_LIMIT;
    }
  floats->by_start[predecessor] = MIN (floats->by_start[predecessor], t);
}

/* Leaves in free_float the latest finish that leaves direct successors where they are. What links without
 * lag from finish to start of plain leaves ask is known from the backward pass, unless dates have changed since. */
static void
ask_successors (Floats *floats, const GuatuPass *pass)
{
  const GuatuNetwork *self = floats->network;

  floats->by_position = !self->mirrored && self->n_alap == 0;
  floats->by_instant = !floats->by_position || !self->is_plain;
  if (!floats->by_instant)
    return;

  for (guint row = 0; row < self->n_tasks; row++)
    floats->schedule->free_float[row] = NO_LIMIT;

  for (gint32 row = 0; (guint) row < self->n_tasks; row++)
    for (guint32 arc = self->first_arc[row]; arc < self->first_arc[row + 1]; arc++)
      {
        gint32 from = self->arc_from[arc];

        if (!floats->by_position || self->kinds[row] != GUATU_NODE_PLAIN)
          ask_for_successor (floats, pass, arc, self->mirrored ? row : from, self->mirrored ? from : row);
      }
}

static gint64
free_float (const Floats *floats, gint32 row, const GuatuWorktime *worktime, gint64 total)
{
  const GuatuSchedule *schedule = floats->schedule;
  GuatuInstant latest = floats->by_instant ? schedule->free_float[row] : NO_LIMIT;
  gint64 result = NO_LIMIT;

  if (is_complete (floats, row))
    return 0;

  if (floats->by_position && floats->network->positions[row].free != NO_LIMIT)
    latest = MIN (latest, guatu_worktime_start_at (floats->network->worktime, floats->network->positions[row].free));

  if (latest != NO_LIMIT)
    result = between (worktime, schedule->early_finish[row], latest);
  if (floats->by_start != NULL && floats->by_start[row] != NO_LIMIT)
    result = MIN (result, between (worktime, schedule->early_start[row], floats->by_start[row]));

  return total < 0 ? 0 : CLAMP (result, 0, total);
}

/* Total float -------------------------------------------------------------------------------------------- */

static gint64
total_float (const Floats *floats, gint32 row, const GuatuWorktime *worktime)
{
  const GuatuNetwork *self = floats->network;
  const GuatuSchedule *schedule = floats->schedule;
  const GuatuExtra *extra = guatu_network_extra (self, row);
  gint64 of_finish = between (worktime, schedule->early_finish[row], schedule->late_finish[row]);
  gint64 of_start;

  if (extra->state == GUATU_STATE_MANUAL || (floats->progress != NULL && floats->progress[row] & STARTED))
    return of_finish;

  if (!self->mirrored && extra->asked != NO_DATE)
    of_start = between (worktime, extra->asked, schedule->late_start[row]);
  else if (self->mirrored && extra->asked != NO_DATE)
    of_start = between (worktime, schedule->early_finish[row], -extra->asked);
  else
    of_start = between (worktime, schedule->early_start[row], schedule->late_start[row]);

  return MIN (of_start, of_finish);
}

/* Scheduled from the finish, a deadline limits no late date; it still makes float negative. */
static gint64
apply_deadline (const Floats *floats, gint32 row, const GuatuWorktime *worktime, gint64 total)
{
  const GuatuNetwork *self = floats->network;
  GuatuInstant deadline = guatu_network_extra (self, row)->deadline;
  GuatuInstant above = guatu_network_group_at (self, guatu_network_group (self, row))->deadline;

  deadline = MIN (deadline == GUATU_NONE ? NO_LIMIT : deadline, above);
  if (deadline == NO_LIMIT || is_complete (floats, row))
    return total;

  return MIN (total, between (worktime, floats->schedule->early_finish[row], deadline));
}

static void
mark (const Floats *floats, gint32 row)
{
  const GuatuPlanRow *settings = &floats->network->settings;
  gint64 total = floats->schedule->total_float[row];

  if (is_complete (floats, row) || guatu_network_extra (floats->network, row)->has_text)
    return;
  if (total <= settings->critical_float)
    floats->schedule->flags[row] |= GUATU_CRITICAL;
  else if (total <= settings->near_critical_float)
    floats->schedule->flags[row] |= GUATU_NEAR_CRITICAL;
}

static void
count (const Floats *floats, gint32 row)
{
  const GuatuNetwork *self = floats->network;
  GuatuSchedule *schedule = floats->schedule;
  const GuatuWorktime *worktime = measure_of (self, row);
  gint64 total = total_float (floats, row, worktime);

  if (self->mirrored)
    total = apply_deadline (floats, row, worktime, total);

  /* As late as possible uses up all there is; where even that is too late the shortage stays. */
  if (guatu_network_extra (self, row)->is_alap && !self->mirrored && !GUATU_HAS_VARIANT (self, ALAP_IN_FREE_FLOAT))
    total = MIN (total, 0);

  schedule->total_float[row] = total;
  schedule->free_float[row] = free_float (floats, row, free_measure_of (self, row), total);
  mark (floats, row);
}

/* A plain task's start and finish have the same float. */
static inline void
count_plain (const Floats *floats, gint32 row)
{
  GuatuSchedule *schedule = floats->schedule;
  const GuatuPositions *positions = &floats->network->positions[row];
  gint64 total = positions->latest - positions->finish;
  gint64 free = total;

  if (positions->free != NO_LIMIT)
    free = MIN (free, positions->free - positions->finish);
  if (floats->by_instant && schedule->free_float[row] != NO_LIMIT)
    free = MIN (free, between (floats->network->worktime, schedule->early_finish[row], schedule->free_float[row]));

  schedule->total_float[row] = total;
  schedule->free_float[row] = MAX (free, 0);
  mark (floats, row);
}

void
guatu_count_float (GuatuNetwork *self, GuatuSchedule *schedule, const GuatuPass *pass)
{
  Floats floats = { .network = self, .schedule = schedule };

  find_progress (&floats);
  ask_successors (&floats, pass);

  for (guint i = 0; i < self->n_outline; i++)
    {
      gint32 row = self->outline[i];

      if (G_UNLIKELY (self->kinds[row] == GUATU_NODE_IDLE))
        continue;
      if (G_LIKELY (self->kinds[row] == GUATU_NODE_PLAIN && floats.by_start == NULL && floats.by_position))
        count_plain (&floats, row);
      else
        count (&floats, row);
    }

  g_free (floats.progress);
  g_free (floats.by_start);
}
