/* guatu-network-extras.c — what few tasks have: constraints, typed dates, progress, delays. */
#include "guatu-span-private.h"

#include <string.h>

/* The fields beside the structs that scheduling asks for. */
enum { MANUAL_START, MANUAL_FINISH, CONSTRAINT_DATE, DEADLINE, ACTUAL_START, ACTUAL_FINISH, REMAINING, STOP, RESUME,
       LEVELLING_DELAY, TEXT, RECORDED_START, RECORDED_FINISH, N_SLOTS };

static const gint8 slots[GUATU_TASK_N_FIELDS] = {
  [GUATU_TASK_MANUAL_START] = MANUAL_START + 1,
  [GUATU_TASK_MANUAL_FINISH] = MANUAL_FINISH + 1,
  [GUATU_TASK_CONSTRAINT_DATE] = CONSTRAINT_DATE + 1,
  [GUATU_TASK_DEADLINE] = DEADLINE + 1,
  [GUATU_TASK_ACTUAL_START] = ACTUAL_START + 1,
  [GUATU_TASK_ACTUAL_FINISH] = ACTUAL_FINISH + 1,
  [GUATU_TASK_REMAINING] = REMAINING + 1,
  [GUATU_TASK_STOP] = STOP + 1,
  [GUATU_TASK_RESUME] = RESUME + 1,
  [GUATU_TASK_LEVELLING_DELAY] = LEVELLING_DELAY + 1,
  [GUATU_TASK_START_TEXT] = TEXT + 1,
  [GUATU_TASK_FINISH_TEXT] = TEXT + 1,
  [GUATU_TASK_DURATION_TEXT] = TEXT + 1,
  [GUATU_TASK_RECORDED_START] = RECORDED_START + 1,
  [GUATU_TASK_RECORDED_FINISH] = RECORDED_FINISH + 1,
};

typedef struct
{
  gint32 row;
  gint64 values[N_SLOTS];
} Raw;

static Raw *
raw_of (GuatuNetwork *self, GArray *raws, gint32 row)
{
  if (self->extra_of == NULL)
    self->extra_of = g_new0 (guint32, self->n_tasks);

  if (self->extra_of[row] == 0)
    {
      Raw raw = { .row = row };

      for (int slot = 0; slot < N_SLOTS; slot++)
        raw.values[slot] = GUATU_NONE;
      g_array_append_val (raws, raw);
      self->extra_of[row] = raws->len;
    }

  return &g_array_index (raws, Raw, self->extra_of[row] - 1);
}

static void
put (GuatuNetwork *self, GArray *raws, gint32 row, guint field, gint64 value)
{
  /* Every imported task has recorded dates. They count where they are kept. */
  if ((field == GUATU_TASK_RECORDED_START || field == GUATU_TASK_RECORDED_FINISH) && !self->settings.keep_recorded)
    return;

  if (field < GUATU_TASK_N_FIELDS && slots[field] != 0 && row >= 0 && (guint) row < self->n_tasks &&
      self->tasks[row].id != 0)
    raw_of (self, raws, row)->values[slots[field] - 1] = value;
}

static GArray *
gather (GuatuNetwork *self, const GuatuOverlay *overlay)
{
  GArray *raws = g_array_new (FALSE, FALSE, sizeof (Raw));
  guint cursor = 0;
  guint field;
  gint32 row;
  gint64 value;

  while (guatu_plan_next_sparse (self->plan, GUATU_TABLE_TASK, &cursor, &row, &field, &value))
    put (self, raws, row, field, value);

  for (guint i = 0; overlay != NULL && i < overlay->fields->len; i++)
    {
      const GuatuOverlayField *entry = &g_array_index (overlay->fields, GuatuOverlayField, i);

      if (entry->table == GUATU_TABLE_TASK)
        put (self, raws, entry->row, entry->field,
             entry->value.kind == GUATU_VALUE_NULL ? GUATU_NONE : entry->value.integer);
    }

  return raws;
}

/* What the struct says may call for an extra where no field beside it does. */
static gboolean
needs_extra (const GuatuNetwork *self, const GuatuTask *task)
{
  return task->mode == GUATU_MODE_MANUAL || task->constraint == GUATU_CONSTRAINT_ALAP ||
         (self->mirrored && GUATU_HAS_VARIANT (self, ASAP_EARLY) && task->constraint == GUATU_CONSTRAINT_ASAP);
}

static gboolean
is_idle (const GuatuNetwork *self, const GuatuTask *task)
{
  return !self->all_active &&
         (!task->active || (task->parent >= 0 && self->kinds[task->parent] == GUATU_NODE_IDLE));
}

static GuatuNodeKind
kind_of (const GuatuNetwork *self, gint32 row, gboolean works)
{
  const GuatuTask *task = &self->tasks[row];

  if (G_UNLIKELY (is_idle (self, task)))
    return GUATU_NODE_IDLE;
  if (task->first_child >= 0)
    return GUATU_NODE_SUMMARY;
  if (works && task->calendar < 0 && task->duration_kind == GUATU_DURATION_WORKING && task->duration > 0 &&
      (self->extra_of == NULL || self->extra_of[row] == 0) && guatu_loads_of (self->loads, row) == NULL)
    return GUATU_NODE_PLAIN;

  return GUATU_NODE_LEAF;
}

static void
sort_nodes (GuatuNetwork *self, GArray *raws)
{
  gboolean works = guatu_worktime_works (self->worktime);

  self->is_plain = TRUE;
  self->kinds = guatu_arena_array (self->arena, guint8, self->n_tasks);
  self->durations = guatu_arena_array (self->arena, gint64, self->n_tasks);
  self->positions = guatu_arena_array (self->arena, GuatuPositions, self->n_tasks);
  memset (self->kinds, GUATU_NODE_GONE, self->n_tasks);

  for (guint i = 0; i < self->n_outline; i++)
    {
      gint32 row = self->outline[i];
      const GuatuTask *task = &self->tasks[row];

      self->durations[row] = task->duration;
      if (G_UNLIKELY (needs_extra (self, task)))
        raw_of (self, raws, row);
      if (G_UNLIKELY (task->calendar >= 0))
        guatu_network_worktime (self, task->calendar);

      self->kinds[row] = (guint8) kind_of (self, row, works);
      self->has_summaries |= self->kinds[row] == GUATU_NODE_SUMMARY;
      self->has_idle |= self->kinds[row] == GUATU_NODE_IDLE;
      self->is_plain &= self->kinds[row] == GUATU_NODE_PLAIN || self->kinds[row] == GUATU_NODE_SUMMARY;
    }
}

/* A summary of inactive tasks alone takes no part either. */
static void
idle_summaries (GuatuNetwork *self)
{
  g_autofree guint8 *has_active = g_new0 (guint8, MAX (self->n_tasks, 1));

  self->has_summaries = FALSE;
  for (guint i = self->n_outline; i > 0; i--)
    {
      gint32 row = self->outline[i - 1];

      if (self->kinds[row] == GUATU_NODE_SUMMARY && !has_active[row])
        self->kinds[row] = GUATU_NODE_IDLE;
      self->has_summaries |= self->kinds[row] == GUATU_NODE_SUMMARY;
      if (self->kinds[row] != GUATU_NODE_IDLE && self->tasks[row].parent >= 0)
        has_active[self->tasks[row].parent] = TRUE;
    }
}

static void
read_constraint (GuatuExtra *extra, const GuatuTask *task, const Raw *raw)
{
  extra->constraint = task->constraint;
  extra->date = raw->values[CONSTRAINT_DATE];

  /* A dated kind without a date says nothing. */
  if (task->constraint > GUATU_CONSTRAINT_ALAP && extra->date == GUATU_NONE)
    extra->constraint = GUATU_CONSTRAINT_ASAP;
}

/* Dates typed by hand; the one not typed follows from the other. */
static void
read_manual (const GuatuNetwork *self, GuatuExtra *extra, const Raw *raw, GuatuSpan span)
{
  extra->state = GUATU_STATE_MANUAL;
  extra->start = raw->values[MANUAL_START];
  extra->finish = raw->values[MANUAL_FINISH];

  if (extra->start == GUATU_NONE && extra->finish == GUATU_NONE)
    extra->start = self->settings.start;
  if (extra->start == GUATU_NONE)
    extra->start = guatu_span_start (span, extra->finish, FALSE);
  if (extra->finish == GUATU_NONE)
    extra->finish = guatu_span_finish (span, extra->start, FALSE);
}

/* How far a started task is: where the done part ended, where and how much of it goes on (msproject §3.2). */
static void
read_progress (GuatuExtra *extra, const Raw *raw, GuatuSpan span)
{
  gint64 done;

  extra->state = GUATU_STATE_STARTED;
  extra->start = raw->values[ACTUAL_START];
  extra->remaining = raw->values[REMAINING];
  if (extra->remaining == GUATU_NONE && raw->values[STOP] != GUATU_NONE)
    extra->remaining = span.duration - guatu_clock_work (span.worktime, extra->start, raw->values[STOP], FALSE);
  else if (extra->remaining == GUATU_NONE)
    extra->remaining = span.duration;
  extra->remaining = MAX (extra->remaining, 0);
  if (span.of != NULL && span.of->keeps_span && raw->values[RESUME] != GUATU_NONE)
    extra->remaining = MAX (span.of->loads[0].amount -
                            guatu_clock_work (span.worktime, extra->start, raw->values[RESUME], FALSE), 0);

  done = MAX (span.duration - extra->remaining, 0);
  extra->done_until = raw->values[STOP] != GUATU_NONE ? raw->values[STOP] :
                      guatu_clock_add (span.worktime, extra->start, done, FALSE);
  extra->resume = raw->values[RESUME] != GUATU_NONE ? raw->values[RESUME] :
                  guatu_clock_next (span.worktime, extra->done_until, FALSE);
  extra->resume_given = raw->values[RESUME] != GUATU_NONE;
  extra->is_split = extra->remaining > 0 &&
                    (guatu_clock_work (span.worktime, extra->done_until, extra->resume, FALSE) > 0 ||
                     extra->remaining > span.duration);
}

/* The finish of a task that is under way, whatever its links say. */
static GuatuInstant
finish_of_started (const GuatuNetwork *self, const GuatuExtra *extra, GuatuSpan span)
{
  GuatuInstant resume = extra->resume;

  if (self->settings.push_to_status_date && self->settings.status_date != GUATU_NONE)
    resume = MAX (resume, guatu_clock_next (span.worktime, self->settings.status_date, FALSE));
  if (extra->remaining > 0 && (extra->is_split || resume > extra->resume))
    return guatu_span_finish (guatu_span_rest (span, extra->remaining), resume, FALSE);

  return guatu_span_finish (span, extra->start, FALSE);
}

static GuatuInstant
turn (GuatuInstant t)
{
  return t == GUATU_NONE ? t : -t;
}

static const guint8 turned_constraints[] = {
  [GUATU_CONSTRAINT_ASAP] = GUATU_CONSTRAINT_ASAP,
  [GUATU_CONSTRAINT_ALAP] = GUATU_CONSTRAINT_ASAP,
  [GUATU_CONSTRAINT_MSO] = GUATU_CONSTRAINT_MFO,
  [GUATU_CONSTRAINT_MFO] = GUATU_CONSTRAINT_MSO,
  [GUATU_CONSTRAINT_SNET] = GUATU_CONSTRAINT_FNLT,
  [GUATU_CONSTRAINT_SNLT] = GUATU_CONSTRAINT_FNET,
  [GUATU_CONSTRAINT_FNET] = GUATU_CONSTRAINT_SNLT,
  [GUATU_CONSTRAINT_FNLT] = GUATU_CONSTRAINT_SNET,
};

/* Scheduled from the finish, a task without constraint is as late as possible; progress stays where it is. */
static void
mirror (const GuatuNetwork *self, GuatuExtra *extra, GuatuSpan span)
{
  GuatuInstant start = extra->start;

  if (extra->state == GUATU_STATE_STARTED)
    {
      extra->finish = finish_of_started (self, extra, span);
      extra->state = GUATU_STATE_FIXED;
    }
  extra->constraint = turned_constraints[extra->constraint];
  extra->date = turn (extra->date);
  extra->start = turn (extra->finish);
  extra->finish = turn (start);
  extra->resume = extra->done_until = NO_DATE;
}

static void
read_leaf (GuatuNetwork *self, GuatuExtra *extra, const Raw *raw)
{
  const GuatuTask *task = &self->tasks[raw->row];
  GuatuSpan span = guatu_span (self, raw->row);

  if (raw->values[LEVELLING_DELAY] != GUATU_NONE)
    extra->delay = raw->values[LEVELLING_DELAY];

  if (raw->values[ACTUAL_FINISH] != GUATU_NONE)
    {
      extra->state = GUATU_STATE_FIXED;
      extra->is_started = extra->is_complete = TRUE;
      extra->finish = raw->values[ACTUAL_FINISH];
      extra->start = raw->values[ACTUAL_START] != GUATU_NONE ? raw->values[ACTUAL_START] :
                     guatu_span_start (span, extra->finish, FALSE);
    }
  else if (task->mode == GUATU_MODE_MANUAL)
    {
      read_manual (self, extra, raw, span);
      if (raw->values[ACTUAL_START] != GUATU_NONE)
        {
          extra->is_started = TRUE;
          extra->start = raw->values[ACTUAL_START];
          extra->finish = MAX (extra->finish, extra->start);
        }
    }
  else if (raw->values[ACTUAL_START] != GUATU_NONE)
    {
      extra->is_started = TRUE;
      read_progress (extra, raw, span);
    }
}

/* The plan stays on the dates that its file recorded, wherever a task has both. */
static void
keep_recorded (const GuatuNetwork *self, GuatuExtra *extra, const Raw *raw)
{
  if (!self->settings.keep_recorded || raw->values[RECORDED_START] == GUATU_NONE ||
      raw->values[RECORDED_FINISH] == GUATU_NONE)
    return;

  extra->start = raw->values[RECORDED_START];
  extra->finish = MAX (raw->values[RECORDED_FINISH], extra->start);
  extra->state = extra->is_complete ? GUATU_STATE_FIXED : GUATU_STATE_MANUAL;
  extra->is_recorded = TRUE;
  extra->remaining = 0;
  extra->is_split = FALSE;
}

static void
read_extra (GuatuNetwork *self, const Raw *raw)
{
  const GuatuTask *task = &self->tasks[raw->row];
  GuatuExtra extra = { .start = NO_DATE, .finish = NO_DATE, .resume = NO_DATE, .done_until = NO_DATE,
                       .asked = NO_DATE };
  GuatuSpan span;

  span = guatu_span (self, raw->row);
  read_constraint (&extra, task, raw);
  extra.deadline = raw->values[DEADLINE];
  extra.has_text = task->mode == GUATU_MODE_MANUAL && raw->values[TEXT] != GUATU_NONE;

  if (task->first_child >= 0)
    {
      if (task->mode == GUATU_MODE_MANUAL)
        read_manual (self, &extra, raw, span);
    }
  else
    {
      read_leaf (self, &extra, raw);
      keep_recorded (self, &extra, raw);
      extra.is_alap = extra.state == GUATU_STATE_AUTOMATIC &&
                      (self->mirrored ? GUATU_HAS_VARIANT (self, ASAP_EARLY) &&
                                        extra.constraint == GUATU_CONSTRAINT_ASAP
                                      : extra.constraint == GUATU_CONSTRAINT_ALAP);
      self->n_alap += extra.is_alap;
    }

  if (self->mirrored)
    mirror (self, &extra, span);
  g_array_append_val (self->extras, extra);
}

void
guatu_network_make_nodes (GuatuNetwork *self, const GuatuOverlay *overlay)
{
  const GuatuExtra none = { .start = NO_DATE, .finish = NO_DATE, .date = NO_DATE, .deadline = GUATU_NONE,
                            .resume = NO_DATE, .done_until = NO_DATE, .asked = NO_DATE };
  g_autoptr(GArray) raws = gather (self, overlay);

  sort_nodes (self, raws);
  if (self->has_idle)
    idle_summaries (self);
  self->extras = g_array_sized_new (FALSE, FALSE, sizeof (GuatuExtra), raws->len + 1);
  g_array_append_val (self->extras, none);
  for (guint i = 0; i < raws->len; i++)
    read_extra (self, &g_array_index (raws, Raw, i));
}
