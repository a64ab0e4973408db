/* guatu-schedule.c — a whole pass over a plan: compiled, forwards, backwards, rolled up, measured. */
#include "guatu-span-private.h"

#include <string.h>

G_DEFINE_QUARK (guatu-schedule-error-quark, guatu_schedule_error)

/* The result -------------------------------------------------------------------------------------------- */

#define BYTES_PER_TASK (6 * sizeof (gint64) + 2 * sizeof (gint32) + 2 * sizeof (guint8))

static GuatuSchedule *
make_result (guint n)
{
  GuatuFullSchedule *full = g_new0 (GuatuFullSchedule, 1);
  GuatuSchedule *self = &full->result;

  full->arena = guatu_arena_new ((gsize) n * BYTES_PER_TASK + 10 * GUATU_ARENA_SLACK);
  self->n_tasks = n;
  self->early_start = guatu_arena_array (full->arena, GuatuInstant, n);
  self->early_finish = guatu_arena_array (full->arena, GuatuInstant, n);
  self->late_start = guatu_arena_array (full->arena, GuatuInstant, n);
  self->late_finish = guatu_arena_array (full->arena, GuatuInstant, n);
  self->total_float = guatu_arena_array (full->arena, gint64, n);
  self->free_float = guatu_arena_array (full->arena, gint64, n);
  full->driver_tasks = guatu_arena_array (full->arena, gint32, n);
  full->driver_links = guatu_arena_array (full->arena, gint32, n);
  full->driver_kinds = guatu_arena_array (full->arena, guint8, n);
  self->flags = guatu_arena_array (full->arena, guint8, n);
  memset (self->flags, 0, n);

  /* Mostly a task is scheduled as early as it can be: then these are the same arrays. */
  self->start = self->early_start;
  self->finish = self->early_finish;

  return self;
}

static void
make_own_dates (GuatuSchedule *self)
{
  self->start = g_new (GuatuInstant, MAX (self->n_tasks, 1));
  self->finish = g_new (GuatuInstant, MAX (self->n_tasks, 1));
}

void
guatu_schedule_free (GuatuSchedule *self)
{
  GuatuFullSchedule *full = (GuatuFullSchedule *) self;

  if (self == NULL)
    return;

  if (self->start != self->early_start)
    {
      g_free (self->start);
      g_free (self->finish);
    }
  guatu_arena_free (full->arena);
  guatu_overlay_free (full->overlay);
  guatu_loads_free (full->loads);
  g_free (full);
}

gsize
guatu_schedule_size (const GuatuSchedule *self)
{
  gsize per_task = BYTES_PER_TASK;

  if (self->start != self->early_start)
    per_task += 2 * sizeof (GuatuInstant);

  return sizeof (GuatuFullSchedule) + self->n_tasks * per_task;
}

/* The passes --------------------------------------------------------------------------------------------- */

/* Where the passes write. Backwards in time late finishes are what starts are forwards. */
static GuatuPass
make_pass (GuatuSchedule *self, gboolean mirrored)
{
  GuatuFullSchedule *full = (GuatuFullSchedule *) self;
  GuatuPass pass = {
    .early_start = mirrored ? self->late_finish : self->early_start,
    .early_finish = mirrored ? self->late_start : self->early_finish,
    .late_start = mirrored ? self->early_finish : self->late_start,
    .late_finish = mirrored ? self->early_start : self->late_finish,
    .driver_kinds = full->driver_kinds,
    .driver_tasks = full->driver_tasks,
    .driver_links = full->driver_links,
    .flags = self->flags,
  };

  return pass;
}

static void
turn_back (const GuatuNetwork *network, GuatuSchedule *self)
{
  for (guint i = 0; i < network->n_outline; i++)
    {
      gint32 row = network->outline[i];

      if (network->kinds[row] == GUATU_NODE_SUMMARY || network->kinds[row] == GUATU_NODE_IDLE)
        continue;
      self->early_start[row] = -self->early_start[row];
      self->early_finish[row] = -self->early_finish[row];
      self->late_start[row] = -self->late_start[row];
      self->late_finish[row] = -self->late_finish[row];
      if (network->n_alap == 0)
        {
          self->start[row] = self->late_start[row];
          self->finish[row] = self->late_finish[row];
        }
      else
        {
          GuatuInstant start = self->start[row];

          self->start[row] = -self->finish[row];
          self->finish[row] = -start;
        }
    }
}

/* Tasks that are to be as late as possible take their late dates, and the tasks after them follow. In a
 * mirrored network these are the tasks that are to be early. */
static void
move_late (GuatuNetwork *network, GuatuSchedule *self, const GuatuPass *pass)
{
  GuatuPass second = *pass;

  make_own_dates (self);
  second.early_start = self->start;
  second.early_finish = self->finish;
  guatu_forward_pass (network, &second, TRUE);

  for (guint i = 0; i < network->n_outline; i++)
    {
      gint32 row = network->outline[i];

      if (network->kinds[row] == GUATU_NODE_SUMMARY || guatu_network_extra (network, row)->is_alap)
        continue;
      pass->early_start[row] = self->start[row];
      pass->early_finish[row] = self->finish[row];
    }
}

/* As late as possible, but so that no successor moves: within the free float (GUATU_VARIANT_ALAP_IN_FREE_FLOAT). */
static void
move_within_free_float (GuatuNetwork *network, GuatuSchedule *self, const GuatuPass *pass)
{
  if (network->has_summaries)
    guatu_roll_up (network, self, pass);
  guatu_count_float (network, self, pass);

  make_own_dates (self);
  for (guint i = 0; i < network->n_outline; i++)
    {
      gint32 row = network->outline[i];
      GuatuSpan span = guatu_span (network, row);

      self->flags[row] &= GUATU_PUSHED;   /* what is critical is asked again later */
      self->start[row] = self->early_start[row];
      self->finish[row] = self->early_finish[row];
      if (network->kinds[row] != GUATU_NODE_LEAF || !guatu_network_extra (network, row)->is_alap ||
          self->free_float[row] <= 0)
        continue;
      self->finish[row] = guatu_clock_add (span.worktime, self->early_finish[row], self->free_float[row], FALSE);
      self->start[row] = guatu_span_start (span, self->finish[row], FALSE);
    }
}

static void
find_ends (const GuatuNetwork *network, GuatuSchedule *self)
{
  self->plan_start = NO_LIMIT;
  self->plan_finish = NO_DATE;

  for (guint i = 0; i < network->n_outline; i++)
    {
      gint32 row = network->outline[i];

      if (network->kinds[row] == GUATU_NODE_IDLE)
        continue;
      self->plan_start = MIN (self->plan_start, self->start[row]);
      self->plan_finish = MAX (self->plan_finish, self->finish[row]);
    }

  if (self->plan_finish == NO_DATE)
    self->plan_start = self->plan_finish = network->settings.start;
}

static void
empty_the_gone (const GuatuNetwork *network, GuatuSchedule *self)
{
  GuatuFullSchedule *full = (GuatuFullSchedule *) self;

  for (guint row = 0; row < self->n_tasks && network->n_outline < self->n_tasks; row++)
    {
      if (network->kinds[row] != GUATU_NODE_GONE)
        continue;
      self->start[row] = self->early_start[row] = self->late_start[row] = GUATU_NONE;
      self->finish[row] = self->early_finish[row] = self->late_finish[row] = GUATU_NONE;
      self->total_float[row] = self->free_float[row] = GUATU_NONE;
      full->driver_kinds[row] = GUATU_DRIVER_START;
      full->driver_tasks[row] = full->driver_links[row] = -1;
    }
}

static GuatuSchedule *
run (GuatuNetwork *network)
{
  GuatuSchedule *self = make_result (network->n_tasks);
  GuatuPass pass = make_pass (self, network->mirrored);

  guatu_forward_pass (network, &pass, FALSE);
  guatu_backward_pass (network, &pass);

  if (network->n_alap > 0 && !network->mirrored && GUATU_HAS_VARIANT (network, ALAP_IN_FREE_FLOAT))
    move_within_free_float (network, self, &pass);
  else if (network->n_alap > 0)
    move_late (network, self, &pass);
  else if (network->mirrored)
    make_own_dates (self);

  if (network->mirrored)
    {
      turn_back (network, self);
      pass = make_pass (self, FALSE);
    }
  guatu_network_fill_idle (network, self);

  if (network->has_summaries)
    guatu_roll_up (network, self, &pass);
  guatu_count_float (network, self, &pass);
  find_ends (network, self);
  empty_the_gone (network, self);

  return self;
}

/* From the finish ------------------------------------------------------------------------------------------ */

/* What backward scheduling must know beforehand: which leaves of summaries start first, how long their
 * summaries take, and where the plan ends if no target was given. */
static GuatuSummaryHint *
look_ahead (const GuatuPlan *plan, const GuatuOverlay *overlay, GuatuInstant *finish)
{
  g_autoptr(GuatuNetwork) network = guatu_network_new (plan, overlay, FALSE, NULL, NULL);
  g_autoptr(GuatuSchedule) schedule = NULL;
  GuatuSummaryHint *hints;
  GuatuPass pass;

  if (network == NULL)
    return NULL;

  schedule = make_result (network->n_tasks);
  pass = make_pass (schedule, FALSE);
  guatu_forward_pass (network, &pass, FALSE);
  *finish = guatu_network_last_finish (network, &pass);

  hints = g_new (GuatuSummaryHint, MAX (network->n_tasks, 1));
  for (guint row = 0; row < network->n_tasks; row++)
    {
      guint32 group = guatu_network_group (network, (gint32) row);

      hints[row].first_leaf = -1;
      hints[row].duration = 0;
      if (network->kinds[row] != GUATU_NODE_SUMMARY || guatu_network_group_at (network, group)->row != (gint32) row)
        continue;
      /* Nothing binds the leaves of a manual summary to those who follow it. */
      if (!guatu_network_group_at (network, group)->is_manual)
        hints[row].first_leaf = guatu_network_group_at (network, group)->first_leaf;
      hints[row].duration = guatu_worktime_work (guatu_network_task_worktime (network, (gint32) row),
                                                 schedule->early_start[row], schedule->early_finish[row]);
    }

  return hints;
}

static GuatuNetwork *
make_mirrored (const GuatuPlan *plan, const GuatuOverlay *overlay, GError **error)
{
  g_autoptr(GuatuNetwork) network = guatu_network_new (plan, overlay, TRUE, NULL, error);
  g_autofree GuatuSummaryHint *hints = NULL;
  GuatuInstant finish = NO_DATE;

  if (network == NULL || (network->begin != NO_DATE && !network->needs_hints))
    return g_steal_pointer (&network);

  hints = look_ahead (plan, overlay, &finish);
  if (network->needs_hints)
    {
      g_clear_pointer (&network, guatu_network_free);
      network = guatu_network_new (plan, overlay, TRUE, hints, error);
    }
  if (network != NULL)
    {
      network->own_hints = g_steal_pointer (&hints);
      if (network->begin == NO_DATE)
        network->begin = -finish;
    }

  return g_steal_pointer (&network);
}

GuatuSchedule *
guatu_schedule_new (const GuatuPlan *plan, const GuatuOverlay *overlay, GError **error)
{
  g_autoptr(GuatuNetwork) network = NULL;
  GuatuSchedule *self;
  gboolean from_finish;

  g_return_val_if_fail (plan != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  from_finish = guatu_network_is_backward (plan, overlay);
  if (from_finish)
    network = make_mirrored (plan, overlay, error);
  else
    network = guatu_network_new (plan, overlay, FALSE, NULL, error);
  if (network == NULL)
    return NULL;

  self = run (network);
  ((GuatuFullSchedule *) self)->from_finish = from_finish;
  ((GuatuFullSchedule *) self)->n_plan_links = guatu_plan_n_rows (plan, GUATU_TABLE_LINK);
  ((GuatuFullSchedule *) self)->overlay = guatu_overlay_copy (overlay);
  ((GuatuFullSchedule *) self)->loads = g_steal_pointer (&network->loads);

  return self;
}

gboolean
guatu_schedule_find_cycle (const GuatuPlan *plan, const GuatuOverlay *overlay, GError **error)
{
  g_autoptr(GuatuNetwork) network = NULL;

  g_return_val_if_fail (plan != NULL, FALSE);

  network = guatu_network_new_all_active (plan, overlay, error);

  return network == NULL;
}

/* Reading it --------------------------------------------------------------------------------------------- */

const GuatuLink *
guatu_schedule_link (const GuatuSchedule *self, const GuatuPlan *plan, gint32 link)
{
  const GuatuFullSchedule *full = (const GuatuFullSchedule *) self;

  if (link < 0)
    return NULL;
  if ((guint) link < full->n_plan_links)
    return guatu_plan_link (plan, link);
  if (full->overlay != NULL && (guint) link - full->n_plan_links < full->overlay->added->len)
    return &g_array_index (full->overlay->added, GuatuLink, (guint) link - full->n_plan_links);

  return NULL;
}

GuatuDriver
guatu_schedule_driver (const GuatuSchedule *self, gint32 task)
{
  const GuatuFullSchedule *full = (const GuatuFullSchedule *) self;
  GuatuDriver driver = { GUATU_DRIVER_START, -1, -1 };

  g_return_val_if_fail (task >= 0 && (guint) task < self->n_tasks, driver);

  driver.kind = full->driver_kinds[task];
  driver.task = full->driver_tasks[task];
  driver.link = full->driver_links[task];

  return driver;
}

gint64
guatu_schedule_duration (const GuatuSchedule *self, const GuatuPlan *plan, gint32 task)
{
  const GuatuFullSchedule *full = (const GuatuFullSchedule *) self;
  const GuatuTaskLoads *of = guatu_loads_of (full->loads, task);
  const GuatuTask *row = NULL;
  GuatuTask changed;

  g_return_val_if_fail (task >= 0 && (guint) task < self->n_tasks, 0);

  row = guatu_plan_task (plan, task);
  if (row->id == 0)
    return 0;
  if (full->overlay != NULL)
    {
      guatu_overlay_read_task (full->overlay, plan, task, &changed);
      row = &changed;
    }
  if (of != NULL && !of->keeps_span && full->driver_kinds[task] != GUATU_DRIVER_ACTUAL)
    return guatu_worktime_work (of->worktime, self->start[task], self->finish[task]);
  if (full->driver_kinds[task] != GUATU_DRIVER_CHILDREN && row->first_child < 0)
    return row->duration;

  return guatu_worktime_work (guatu_plan_worktime (plan, row->calendar), self->start[task], self->finish[task]);
}

/* Working seconds between two instants as the task's float counts them. */
static gint64
float_between (const GuatuSchedule *self, const GuatuPlan *plan, gint32 task, GuatuInstant a, GuatuInstant b)
{
  const GuatuOverlay *overlay = ((const GuatuFullSchedule *) self)->overlay;
  GuatuTask row = *guatu_plan_task (plan, task);

  if (overlay != NULL)
    guatu_overlay_read_task (overlay, plan, task, &row);
  if (row.first_child < 0 && row.duration_kind == GUATU_DURATION_ELAPSED)
    return b - a;

  return guatu_worktime_work (guatu_plan_worktime (plan, row.calendar), a, b);
}

gint64
guatu_schedule_finish_float (const GuatuSchedule *self, const GuatuPlan *plan, gint32 task)
{
  g_return_val_if_fail (task >= 0 && (guint) task < self->n_tasks, 0);

  /* What was to be as late as possible, and is, has none. */
  if (self->start[task] == self->late_start[task] && self->start[task] != self->early_start[task])
    return self->total_float[task];

  return float_between (self, plan, task, self->early_finish[task], self->late_finish[task]);
}

gint64
guatu_schedule_start_float (const GuatuSchedule *self, const GuatuPlan *plan, gint32 task)
{
  gint64 of_finish = guatu_schedule_finish_float (self, plan, task);
  GuatuDriverKind kind = guatu_schedule_driver (self, task).kind;

  /* A start that links asked for and a constraint did not give shows in the total float alone; of a manual task
   * both are the same. */
  if (self->total_float[task] < of_finish ||
      (kind == GUATU_DRIVER_MANUAL && guatu_plan_task (plan, task)->first_child < 0))
    return self->total_float[task];
  if (self->start[task] == self->late_start[task] && self->start[task] != self->early_start[task])
    return self->total_float[task];

  return float_between (self, plan, task, self->early_start[task], self->late_start[task]);
}

/* How long tasks take ------------------------------------------------------------------------------------ */

struct _GuatuSpans
{
  GuatuNetwork *network;
};

GuatuSpans *
guatu_spans_new (const GuatuPlan *plan)
{
  GuatuNetwork *network = guatu_network_new_without_links (plan);
  GuatuSpans *self = g_new (GuatuSpans, 1);

  self->network = network;
  return self;
}

void
guatu_spans_free (GuatuSpans *self)
{
  guatu_network_free (self->network);
  g_free (self);
}

gboolean
guatu_spans_is_driven (const GuatuSpans *self, gint32 task)
{
  return guatu_loads_of (self->network->loads, task) != NULL;
}

GuatuInstant
guatu_spans_finish (const GuatuSpans *self, gint32 task, GuatuInstant start)
{
  GuatuSpan span = guatu_span (self->network, task);

  return guatu_span_finish (span, guatu_span_snap (span, start, FALSE), FALSE);
}

gint64
guatu_spans_work (const GuatuSpans *self, gint32 task, GuatuInstant a, GuatuInstant b)
{
  return guatu_clock_work (guatu_span (self->network, task).worktime, a, b, FALSE);
}

gint64
guatu_schedule_interfering_float (const GuatuSchedule *self, gint32 task)
{
  g_return_val_if_fail (task >= 0 && (guint) task < self->n_tasks, 0);

  return self->total_float[task] - self->free_float[task];
}
