/* guatu-backward.c — the backward pass: late dates (msproject §4.1, §4.2). */
#include "guatu-span-private.h"

/* What a task, or the leaves of a summary, ask of predecessors: the latest dates that leave theirs alone. */
typedef struct
{
  GuatuInstant fs;              /* finish of a finish–start predecessor, */
  GuatuInstant ss;              /* start of a start–start one, */
  GuatuInstant finish;          /* finish of a finish–finish, start of a start–finish one */
} Asked;

/* How late tasks may finish that nothing else limits: the end of the plan, of their project, or their own. */
typedef struct
{
  GuatuInstant  plan;
  gint64        position;       /* of the same on the plan's calendar */
  GuatuInstant *projects;       /* by row of the task; or NULL */
  gboolean      own;
} Horizon;

static inline void
limit (GuatuPass *pass, gint32 row, GuatuInstant t)
{
  pass->late_finish[row] = MIN (pass->late_finish[row], t);
}

static inline GuatuInstant
take_lag (const GuatuNetwork *self, const GuatuPass *pass, guint32 arc, GuatuInstant t, gboolean mirrored)
{
  GuatuLag lag;

  if (t == NO_LIMIT || (self->arc_how[arc] & GUATU_ARC_HAS_LAG) == 0)
    return t;

  lag = guatu_network_lag (self, pass, self->arc_link[arc]);
  return guatu_clock_add (lag.worktime, t, -lag.amount, mirrored);
}

/* Hands on through one link what its successor asks (the table of msproject §4.1). Where the predecessor
 * is a summary, its finish stands for every leaf, its start for the leaf that starts first. */
static inline void
ask_predecessor (GuatuNetwork *self, GuatuPass *pass, guint32 arc, const Asked *asked, gboolean mirrored)
{
  gint32 from = self->arc_from[arc];
  guint type = self->arc_how[arc] & GUATU_ARC_TYPE;
  const GuatuExtra *extra;
  GuatuSpan span;
  GuatuInstant t;

  if (type == GUATU_LINK_FS || type == GUATU_LINK_FF)
    {
      limit (pass, from, take_lag (self, pass, arc, type == GUATU_LINK_FS ? asked->fs : asked->finish, mirrored));
      return;
    }

  if (self->kinds[from] == GUATU_NODE_SUMMARY)
    {
      const GuatuGroup *group = guatu_network_group_at (self, self->group_of[from]);

      if ((group->is_manual && !GUATU_HAS_VARIANT (self, MANUAL_LINKS_BY_LEAVES)) || group->first_leaf < 0)
        return;
      from = group->first_leaf;
    }

  extra = guatu_network_extra (self, from);
  if (extra->state == GUATU_STATE_MANUAL ||
      (type == GUATU_LINK_SS && extra->is_started && !GUATU_HAS_VARIANT (self, STARTED_STARTS_LIMIT)))
    return;

  span = guatu_span (self, from);
  if (type == GUATU_LINK_SS)
    {
      t = take_lag (self, pass, arc, asked->ss, mirrored);
      if (t != NO_LIMIT)
        t = guatu_span_finish (span, t, mirrored);
    }
  else
    {
      t = asked->finish != NO_LIMIT ? guatu_span_finish (span, asked->finish, mirrored) : NO_LIMIT;
      t = take_lag (self, pass, arc, t, mirrored);
    }
  limit (pass, from, t);
}

/* The task's duration as its dates show it. Typed dates outside working time count their own hours, so
 * there the duration that was given stands. */
static gint64
manual_duration (const GuatuPass *pass, gint32 row, GuatuSpan span, gboolean mirrored)
{
  GuatuInstant start = pass->early_start[row];
  GuatuInstant finish = pass->early_finish[row];

  if (guatu_clock_next (span.worktime, start, mirrored) != start ||
      guatu_clock_end_eq (span.worktime, finish, mirrored) != finish)
    return span.duration;

  return guatu_clock_work (span.worktime, start, finish, mirrored);
}

static GuatuInstant
constrain_finish (const GuatuNetwork *self, const GuatuExtra *extra, GuatuSpan span, GuatuInstant finish,
                  gboolean mirrored)
{
  gboolean honoured = self->settings.honour_constraints;

  switch ((GuatuConstraint) extra->constraint)
    {
    case GUATU_CONSTRAINT_MSO:
      return MIN (honoured ? NO_LIMIT : finish, guatu_span_finish (span, extra->date, mirrored));
    case GUATU_CONSTRAINT_MFO:
      return MIN (honoured ? NO_LIMIT : finish, extra->date);
    case GUATU_CONSTRAINT_SNLT:
      return MIN (finish, guatu_span_finish (span, extra->date, mirrored));
    case GUATU_CONSTRAINT_FNLT:
      return MIN (finish, extra->date);
    case GUATU_CONSTRAINT_ASAP:
    case GUATU_CONSTRAINT_ALAP:
    case GUATU_CONSTRAINT_SNET:
    case GUATU_CONSTRAINT_FNET:
    default:
      return finish;
    }
}

/* What the row is asked for, by plain successors and by others. */
static inline GuatuInstant
asked_finish (const GuatuNetwork *self, const GuatuPass *pass, gint32 row, gboolean mirrored)
{
  gint64 position = self->positions[row].latest;

  if (position == NO_LIMIT)
    return pass->late_finish[row];

  return MIN (pass->late_finish[row], guatu_clock_start_at (self->worktime, position, mirrored));
}

static void
late_dates (GuatuNetwork *self, GuatuPass *pass, gint32 row, const Horizon *horizon, gboolean mirrored)
{
  const GuatuExtra *extra = guatu_network_extra (self, row);
  const GuatuGroup *group = guatu_network_group_at (self, guatu_network_group (self, row));
  GuatuSpan span = guatu_span (self, row);
  GuatuInstant finish = asked_finish (self, pass, row, mirrored);

  if (group->row >= 0)
    finish = MIN (finish, group->limit);
  if (horizon->own && finish == NO_LIMIT && extra->constraint == GUATU_CONSTRAINT_ASAP)
    finish = pass->early_finish[row];
  finish = MIN (finish, horizon->projects != NULL ? horizon->projects[row] : horizon->plan);

  if (extra->state != GUATU_STATE_MANUAL)
    finish = constrain_finish (self, extra, span, finish, mirrored);
  if (!mirrored && extra->deadline != GUATU_NONE)
    finish = MIN (finish, extra->deadline);
  finish = MIN (finish, group->cap);

  if (extra->state == GUATU_STATE_MANUAL)
    {
      gint64 duration = manual_duration (pass, row, span, mirrored);

      pass->late_finish[row] = finish;
      if (extra->is_started || guatu_clock_work (span.worktime, pass->early_finish[row], finish, mirrored) == 0)
        pass->late_start[row] = pass->early_start[row];
      else
        pass->late_start[row] = guatu_clock_add (span.worktime, finish, -duration, mirrored);
      return;
    }

  finish = guatu_span_snap_finish (span, finish, mirrored);
  pass->late_finish[row] = finish;
  pass->late_start[row] = extra->is_started ? extra->start : guatu_span_start (span, finish, mirrored);
}

/* What a finish–start successor asks that has started: its remaining part is what has to wait. Where it
 * does wait for its links, it may begin as late as it can and still be done in time; where it does not,
 * it goes on when it goes on. */
static GuatuInstant
asked_by_started (const GuatuNetwork *self, const GuatuPass *pass, gint32 row, const GuatuExtra *extra, GuatuSpan span)
{
  if (span.duration == 0)
    return pass->late_finish[row];
  if (self->settings.retained_logic)
    return guatu_span_start (guatu_span_rest (span, extra->remaining), pass->late_finish[row], FALSE);

  return extra->goes_on;
}

static inline void
backward_leaf (GuatuNetwork *self, GuatuPass *pass, gint32 row, const Horizon *horizon, gboolean mirrored)
{
  const GuatuExtra *extra = guatu_network_extra (self, row);
  GuatuGroup *group = guatu_network_group_at (self, guatu_network_group (self, row));
  GuatuSpan span = guatu_span (self, row);
  Asked asked;

  if (extra->state == GUATU_STATE_FIXED)
    {
      pass->late_start[row] = extra->start;
      pass->late_finish[row] = extra->finish;
      if (extra->is_complete)
        return;
    }
  else
    {
      late_dates (self, pass, row, horizon, mirrored);
    }

  asked.fs = pass->late_start[row];
  asked.ss = guatu_clock_next (span.worktime, pass->late_start[row], mirrored);
  asked.finish = pass->late_finish[row];
  if (extra->state == GUATU_STATE_AUTOMATIC)
    asked.fs -= extra->delay;
  if (extra->state == GUATU_STATE_AUTOMATIC && GUATU_HAS_VARIANT (self, DELAY_ON_ALL_LINKS))
    {
      asked.ss -= extra->delay;
      asked.finish -= extra->delay;
    }

  if (group->row >= 0)
    {
      GuatuInstant fs = asked.fs;

      if (extra->state == GUATU_STATE_STARTED && self->settings.retained_logic)
        fs = asked_by_started (self, pass, row, extra, span);
      group->late_fs = MIN (group->late_fs, fs);
      group->late_ss = MIN (group->late_ss, asked.ss);
      group->late_finish = MIN (group->late_finish, asked.finish);
    }

  if (extra->state == GUATU_STATE_STARTED)
    asked.fs = asked_by_started (self, pass, row, extra, span);
  for (guint32 arc = self->first_arc[row]; arc < self->first_arc[row + 1]; arc++)
    ask_predecessor (self, pass, arc, &asked, mirrored);
}

static inline void
backward_plain (GuatuNetwork *self, GuatuPass *pass, gint32 row, const Horizon *horizon, gboolean mirrored)
{
  GuatuPositions *positions = self->positions;
  gint64 latest = positions[row].latest;
  gint64 position;

  if (G_UNLIKELY (pass->late_finish[row] != NO_LIMIT))
    latest = MIN (latest, guatu_clock_position (self->worktime, pass->late_finish[row], mirrored));
  if (horizon->own && latest == NO_LIMIT)
    latest = positions[row].finish;
  latest = MIN (latest, horizon->projects != NULL
                        ? guatu_clock_position (self->worktime, horizon->projects[row], mirrored)
                        : horizon->position);
  position = latest - self->durations[row];
  positions[row].latest = latest;
  pass->late_start[row] = guatu_clock_start_at (self->worktime, position, mirrored);
  pass->late_finish[row] = guatu_clock_finish_at (self->worktime, latest, mirrored);

  for (guint32 arc = self->first_arc[row]; arc < self->first_arc[row + 1]; arc++)
    {
      GuatuPositions *from = &positions[self->arc_from[arc]];

      from->latest = MIN (from->latest, position);
      from->free = MIN (from->free, positions[row].finish - self->durations[row]);
    }
}

/* Seen from the end a summary is met first where its leaves have been passed forwards. */
static inline void
limit_group (GuatuNetwork *self, GuatuPass *pass, gint32 row, gboolean mirrored)
{
  GuatuGroup *group = guatu_network_group_at (self, self->group_of[row]);

  group->late_fs = group->late_ss = group->late_finish = NO_LIMIT;
  /* Successors of a manual summary follow its own dates, whatever its leaves do. */
  group->limit = group->is_manual && !GUATU_HAS_VARIANT (self, MANUAL_LINKS_BY_LEAVES)
                 ? NO_LIMIT : asked_finish (self, pass, row, mirrored);
  if (group->parent != 0)
    group->limit = MIN (group->limit, guatu_network_group_at (self, group->parent)->limit);
}

static inline void
ask_for_group (GuatuNetwork *self, GuatuPass *pass, gint32 row, gboolean mirrored)
{
  const GuatuGroup *group = guatu_network_group_at (self, self->group_of[row]);
  Asked asked = { group->late_fs, group->late_ss, group->late_finish };

  for (guint32 arc = self->first_arc[row]; arc < self->first_arc[row + 1]; arc++)
    ask_predecessor (self, pass, arc, &asked, mirrored);

  if (group->parent != 0)
    {
      GuatuGroup *parent = guatu_network_group_at (self, group->parent);

      parent->late_fs = MIN (parent->late_fs, group->late_fs);
      parent->late_ss = MIN (parent->late_ss, group->late_ss);
      parent->late_finish = MIN (parent->late_finish, group->late_finish);
    }
}

/* The latest finish within the nearest project above each task, or of the plan where there is none. */
static GuatuInstant *
find_project_ends (const GuatuNetwork *self, const GuatuPass *pass, GuatuInstant plan_end)
{
  GuatuInstant *ends = g_new (GuatuInstant, MAX (self->n_tasks, 1));

  for (guint i = 0; i < self->n_outline; i++)
    ends[self->outline[i]] = NO_DATE;
  for (guint i = self->n_outline; i > 0; i--)
    {
      gint32 row = self->outline[i - 1];
      gint32 parent = self->tasks[row].parent;

      if (self->kinds[row] != GUATU_NODE_SUMMARY && self->kinds[row] != GUATU_NODE_IDLE)
        ends[row] = pass->early_finish[row];
      if (parent >= 0)
        ends[parent] = MAX (ends[parent], ends[row]);
    }
  for (guint i = 0; i < self->n_outline; i++)
    {
      gint32 row = self->outline[i];

      if (!self->tasks[row].is_project)
        ends[row] = self->tasks[row].parent >= 0 ? ends[self->tasks[row].parent] : plan_end;
    }

  return ends;
}

static inline void
run (GuatuNetwork *self, GuatuPass *pass, const Horizon *horizon, gboolean mirrored)
{
  for (guint i = self->n_order; i > 0; i--)
    {
      gint32 node = self->order[i - 1];

      if (node < 0)
        limit_group (self, pass, ~node, mirrored);
      else if (G_LIKELY (self->kinds[node] == GUATU_NODE_PLAIN))
        backward_plain (self, pass, node, horizon, mirrored);
      else if (self->kinds[node] == GUATU_NODE_LEAF)
        backward_leaf (self, pass, node, horizon, mirrored);
      else if (self->group_of != NULL && guatu_network_group_at (self, self->group_of[node])->row == node)
        ask_for_group (self, pass, node, mirrored);
    }
}

void
guatu_backward_pass (GuatuNetwork *self, GuatuPass *pass)
{
  Horizon horizon = { .plan = MAX (guatu_network_last_finish (self, pass), self->reach) };

  if (self->settings.critical_paths == GUATU_PATHS_EVERY_END)
    horizon.own = TRUE;
  else if (self->settings.critical_paths == GUATU_PATHS_PER_PROJECT)
    horizon.projects = find_project_ends (self, pass, horizon.plan);

  horizon.position = guatu_clock_position (self->worktime, horizon.plan, self->mirrored);

  for (guint row = 0; row < self->n_tasks; row++)
    {
      pass->late_finish[row] = NO_LIMIT;
      self->positions[row].latest = self->positions[row].free = NO_LIMIT;
    }
  if (self->mirrored)
    run (self, pass, &horizon, TRUE);
  else
    run (self, pass, &horizon, FALSE);

  g_free (horizon.projects);
}
