/* guatu-forward.c — the forward pass: early dates, and what drives them (msproject §3). */
#include "guatu-span-private.h"

/* The start that is asked for so far, and by whom. */
typedef struct
{
  GuatuInstant start;
  gint32       task;
  gint32       link;
  guint8       kind;            /* GuatuDriverKind */
  gboolean     has_floor;       /* a link to the finish asks for nothing before the plan's start */
  gboolean     by_sf;           /* the link says where the finish lies, */
  GuatuInstant sf_finish;       /* and it is here */
} Ask;

static inline void
ask_later (Ask *ask, GuatuInstant start, GuatuDriverKind kind, gint32 task)
{
  /* Where others ask for the same start, the finish follows from it as usual. */
  if (start == ask->start)
    ask->by_sf = FALSE;
  if (start <= ask->start)
    return;

  ask->start = start;
  ask->kind = (guint8) kind;
  ask->task = task;
  ask->link = -1;
  ask->by_sf = FALSE;
}

static inline void
ask_by (const GuatuNetwork *self, Ask *ask, GuatuInstant start, guint32 arc)
{
  gboolean later = start > ask->start;

  ask_later (ask, start, GUATU_DRIVER_LINK, self->arc_from[arc]);
  if (later)
    ask->link = self->arc_link[arc];
}

static inline void
ask_by_sf (const GuatuNetwork *self, Ask *ask, GuatuInstant start, GuatuInstant finish, guint32 arc)
{
  if (start == ask->start && ask->by_sf)
    ask->sf_finish = MAX (ask->sf_finish, finish);
  if (start <= ask->start)
    return;

  ask_by (self, ask, start, arc);
  ask->by_sf = TRUE;
  ask->sf_finish = finish;
}

static inline GuatuInstant
add_lag (const GuatuNetwork *self, const GuatuPass *pass, guint32 arc, GuatuInstant t, gboolean mirrored)
{
  GuatuLag lag;

  if ((self->arc_how[arc] & GUATU_ARC_HAS_LAG) == 0)
    return t;

  lag = guatu_network_lag (self, pass, self->arc_link[arc]);
  return guatu_clock_add (lag.worktime, t, lag.amount, mirrored);
}

/* The start that a link to a leaf asks for (msproject §3.1, 1). */
static inline void
ask_by_arc (const GuatuNetwork *self, const GuatuPass *pass, guint32 arc, GuatuSpan span, Ask *ask, gboolean mirrored)
{
  gint32 from = self->arc_from[arc];
  GuatuInstant start;

  switch (self->arc_how[arc] & GUATU_ARC_TYPE)
    {
    case GUATU_LINK_FS:
      ask_by (self, ask, add_lag (self, pass, arc, pass->early_finish[from], mirrored), arc);
      break;
    case GUATU_LINK_SS:
      ask_by (self, ask, add_lag (self, pass, arc, pass->early_start[from], mirrored), arc);
      break;
    case GUATU_LINK_FF:
      start = guatu_span_start (span, pass->early_finish[from], mirrored);
      ask_by (self, ask, add_lag (self, pass, arc, start, mirrored), arc);
      ask->has_floor = TRUE;
      break;
    case GUATU_LINK_SF:
    default:
      start = guatu_span_start (span, pass->early_start[from], mirrored);
      ask_by_sf (self, ask, add_lag (self, pass, arc, start, mirrored),
                 add_lag (self, pass, arc, pass->early_start[from], mirrored), arc);
      break;
    }
}

/* Where the plan begins: its start, or seen from the finish its end. */
static inline void
ask_for_begin (const GuatuNetwork *self, Ask *ask, gboolean mirrored)
{
  ask_later (ask, self->begin, mirrored ? GUATU_DRIVER_FINISH : GUATU_DRIVER_START, -1);
}

/* All that links ask of a leaf, its own and those of the summaries above it. FALSE if there are none. */
static gboolean
ask_by_links (const GuatuNetwork *self, const GuatuPass *pass, gint32 row, GuatuSpan span, Ask *ask, gboolean mirrored)
{
  const GuatuGroup *group = guatu_network_group_at (self, guatu_network_group (self, row));
  gboolean is_asked;

  for (guint32 arc = self->first_arc[row]; arc < self->first_arc[row + 1]; arc++)
    ask_by_arc (self, pass, arc, span, ask, mirrored);

  if (group->row >= 0 && group->start != NO_DATE)
    ask_by (self, ask, group->start, group->start_arc);
  if (group->row >= 0 && group->ff != NO_DATE)
    {
      ask_by (self, ask, guatu_span_start (span, group->ff, mirrored), group->ff_arc);
      ask->has_floor = TRUE;
    }
  if (group->row >= 0 && group->sf != NO_DATE)
    ask_by_sf (self, ask, guatu_span_start (span, group->sf, mirrored), group->sf, group->sf_arc);

  is_asked = (group->row >= 0 && group->has_predecessors) || self->first_arc[row + 1] > self->first_arc[row];

  /* Last, so that a link which asks for this very instant is named rather than the plan's start. */
  if ((ask->has_floor && !GUATU_HAS_VARIANT (self, FF_BEFORE_START)) ||
      (is_asked && GUATU_HAS_VARIANT (self, LEAD_STOPS_AT_START)))
    ask_for_begin (self, ask, mirrored);

  return is_asked;
}

/* MSO and MFO that links may beat act as no-earlier-than. */
static GuatuConstraint
early_constraint (const GuatuNetwork *self, const GuatuExtra *extra)
{
  if (!self->settings.honour_constraints)
    switch ((GuatuConstraint) extra->constraint)
      {
      case GUATU_CONSTRAINT_MSO:
        return GUATU_CONSTRAINT_SNET;
      case GUATU_CONSTRAINT_MFO:
        return GUATU_CONSTRAINT_FNET;
      case GUATU_CONSTRAINT_SNLT:
      case GUATU_CONSTRAINT_FNLT:
        return GUATU_CONSTRAINT_ASAP;
      case GUATU_CONSTRAINT_ASAP:
      case GUATU_CONSTRAINT_ALAP:
      case GUATU_CONSTRAINT_SNET:
      case GUATU_CONSTRAINT_FNET:
      default:
        break;
      }

  return (GuatuConstraint) extra->constraint;
}

/* Where a task without predecessors goes (msproject §3.1, 2). */
static void
ask_from_begin (const GuatuNetwork *self, const GuatuExtra *extra, GuatuSpan span, Ask *ask, gboolean mirrored)
{
  GuatuConstraint constraint = early_constraint (self, extra);

  if (constraint == GUATU_CONSTRAINT_SNET)
    ask_later (ask, extra->date, GUATU_DRIVER_CONSTRAINT, -1);
  else if (constraint == GUATU_CONSTRAINT_FNET)
    ask_later (ask, guatu_span_start (span, extra->date, mirrored), GUATU_DRIVER_CONSTRAINT, -1);
  else
    ask_for_begin (self, ask, mirrored);
}

/* The push to the status date. Of two instants with no work between them the earlier one stays, so that
 * a task that starts where the status date's day ends is not said to be pushed. */
static gboolean
ask_by_status (const GuatuNetwork *self, GuatuSpan span, Ask *ask)
{
  GuatuInstant pushed_to;

  if (self->status == NO_DATE)
    return FALSE;

  pushed_to = guatu_clock_next (span.worktime, self->status, FALSE);
  if (pushed_to <= guatu_span_snap (span, ask->start, FALSE))
    return FALSE;

  if (guatu_clock_work (span.worktime, ask->start, pushed_to, FALSE) == 0)
    {
      ask->start = pushed_to;
      ask->by_sf = FALSE;
      return FALSE;
    }
  ask_later (ask, pushed_to, GUATU_DRIVER_STATUS_DATE, -1);
  return TRUE;
}

static void
constrain (const GuatuNetwork *self, const GuatuExtra *extra, GuatuSpan span, Ask *ask, gboolean mirrored)
{
  GuatuInstant date = extra->date;

  switch (early_constraint (self, extra))
    {
    case GUATU_CONSTRAINT_FNET:
      date = guatu_span_start (span, date, mirrored);
      G_GNUC_FALLTHROUGH;
    case GUATU_CONSTRAINT_SNET:
      if (date > ask->start)
        ask_later (ask, guatu_span_snap (span, date, mirrored), GUATU_DRIVER_CONSTRAINT, -1);
      return;
    case GUATU_CONSTRAINT_MFO:
      date = guatu_span_start (span, date, mirrored);
      break;
    case GUATU_CONSTRAINT_MSO:
      break;
    case GUATU_CONSTRAINT_FNLT:
      date = guatu_span_start (span, date, mirrored);
      if (date >= ask->start)
        return;
      break;
    case GUATU_CONSTRAINT_SNLT:
      if (date >= ask->start)
        return;
      break;
    case GUATU_CONSTRAINT_ASAP:
    case GUATU_CONSTRAINT_ALAP:
    default:
      return;
    }

  ask->start = date;
  ask->kind = GUATU_DRIVER_CONSTRAINT;
  ask->task = ask->link = -1;
  ask->by_sf = FALSE;
}

static inline void
record (GuatuPass *pass, gint32 row, GuatuInstant start, GuatuInstant finish, GuatuDriverKind kind, gint32 task,
        gint32 link)
{
  pass->early_start[row] = start;
  pass->early_finish[row] = finish;
  pass->driver_kinds[row] = (guint8) kind;
  pass->driver_tasks[row] = task;
  pass->driver_links[row] = link;
}

/* Whether a constraint that pulls the task before its links makes its start slack negative (msproject §4.3). */
static gboolean
counts_as_asked (const GuatuNetwork *self, const GuatuExtra *extra)
{
  return !GUATU_HAS_VARIANT (self, ASKED_BY_MUST_ONLY) || extra->constraint == GUATU_CONSTRAINT_MSO ||
         extra->constraint == GUATU_CONSTRAINT_MFO;
}

/* An unstarted automatic leaf (msproject §3.1). */
static inline void
schedule_leaf (GuatuNetwork *self, GuatuPass *pass, gint32 row, gboolean mirrored)
{
  GuatuExtra *extra = guatu_network_extra (self, row);
  const GuatuGroup *group = guatu_network_group_at (self, guatu_network_group (self, row));
  GuatuSpan span = guatu_span (self, row);
  Ask ask = { .start = NO_DATE, .task = -1, .link = -1 };
  gboolean is_asked = ask_by_links (self, pass, row, span, &ask, mirrored);
  GuatuInstant before;

  if (!is_asked)
    ask_from_begin (self, extra, span, &ask, mirrored);
  if (!mirrored && ask_by_status (self, span, &ask))
    {
      pass->flags[row] |= GUATU_PUSHED;
      is_asked = TRUE;
    }
  if (group->floor > ask.start)
    {
      ask_later (&ask, group->floor, group->floor_kind, group->floor_task);
      is_asked = TRUE;
    }

  before = ask.start;
  ask.start = guatu_span_snap (span, before, mirrored);
  if (ask.start != before && ask.kind == GUATU_DRIVER_START)
    ask.kind = GUATU_DRIVER_CALENDAR;
  if (extra->delay > 0)
    {
      GuatuInstant delayed = guatu_clock_bound (ask.start + extra->delay, mirrored);

      ask_later (&ask, guatu_span_snap (span, delayed, mirrored), GUATU_DRIVER_LEVELLING, -1);
    }

  if (extra->constraint > GUATU_CONSTRAINT_ALAP)
    {
      GuatuInstant asked = ask.start;

      constrain (self, extra, span, &ask, mirrored);
      extra->asked = is_asked && asked > ask.start && counts_as_asked (self, extra) ? asked : NO_DATE;
    }

  if (ask.kind == GUATU_DRIVER_CONSTRAINT && early_constraint (self, extra) == GUATU_CONSTRAINT_MFO)
    before = extra->date;
  else if (ask.by_sf && ask.start == before)
    before = ask.sf_finish;
  else
    before = guatu_span_finish (span, ask.start, mirrored);

  record (pass, row, ask.start, before, ask.kind, ask.task, ask.link);
}

/* A task under way keeps its actual start; its remaining part may have to wait (msproject §3.2). */
static void
schedule_started (GuatuNetwork *self, GuatuPass *pass, gint32 row)
{
  GuatuExtra *extra = guatu_network_extra (self, row);
  GuatuSpan span = guatu_span (self, row);
  GuatuInstant resume = extra->resume;
  GuatuInstant finish;

  if (extra->remaining > 0)
    {
      GuatuSpan rest = guatu_span_rest (span, extra->remaining);
      Ask ask = { .start = resume };

      if (ask_by_status (self, rest, &ask))
        pass->flags[row] |= GUATU_PUSHED;
      if (self->settings.retained_logic ||
          (GUATU_HAS_VARIANT (self, SPLIT_UNDER_WAY) && extra->remaining < span.duration))
        ask_by_links (self, pass, row, rest, &ask, FALSE);
      resume = guatu_span_snap (rest, ask.start, FALSE);
    }

  if (extra->remaining > 0 && (extra->is_split || resume > extra->resume))
    finish = guatu_span_finish (guatu_span_rest (span, extra->remaining), resume, FALSE);
  else
    finish = guatu_span_finish (span, extra->start, FALSE);
  if (extra->constraint == GUATU_CONSTRAINT_FNET && !GUATU_HAS_VARIANT (self, NO_FNET_UNDER_WAY))
    finish = MAX (finish, extra->date);

  extra->goes_on = resume > extra->resume || extra->resume_given ? resume : extra->done_until;
  record (pass, row, extra->start, finish, GUATU_DRIVER_ACTUAL, -1, -1);
}

/* Widens the group by a leaf, or by a group in it. Of leaves that start together the outline's first counts. */
static inline void
gather (const GuatuNetwork *self, GuatuPass *pass, GuatuGroup *group, gint32 row, gint32 first_leaf)
{
  GuatuInstant start = pass->early_start[row];
  GuatuInstant first = pass->early_start[group->row];

  if (start < first || (start == first && self->places[first_leaf] < self->places[group->first_leaf]))
    {
      pass->early_start[group->row] = start;
      group->first_leaf = first_leaf;
    }
  pass->early_finish[group->row] = MAX (pass->early_finish[group->row], pass->early_finish[row]);
}

static inline void
forward_leaf (GuatuNetwork *self, GuatuPass *pass, gint32 row, gboolean as_late, gboolean mirrored)
{
  const GuatuExtra *extra = guatu_network_extra (self, row);
  GuatuGroup *group = guatu_network_group_at (self, guatu_network_group (self, row));

  pass->flags[row] = 0;
  switch ((GuatuLeafState) extra->state)
    {
    case GUATU_STATE_STARTED:
      schedule_started (self, pass, row);
      break;
    case GUATU_STATE_MANUAL:
    case GUATU_STATE_FIXED:
      record (pass, row, extra->start, extra->finish,
              extra->is_recorded ? GUATU_DRIVER_RECORDED :
              extra->is_started ? GUATU_DRIVER_ACTUAL : GUATU_DRIVER_MANUAL, -1, -1);
      break;
    case GUATU_STATE_AUTOMATIC:
    default:
      schedule_leaf (self, pass, row, mirrored);
      if (as_late && extra->is_alap && pass->late_start[row] > pass->early_start[row])
        record (pass, row, pass->late_start[row], pass->late_finish[row], GUATU_DRIVER_FINISH, -1, -1);
      break;
    }

  self->positions[row].finish = guatu_clock_position (self->worktime, pass->early_finish[row], mirrored);
  if (group->row >= 0)
    gather (self, pass, group, row, row);
}

/* What links into the summary, and those into the ones above it, ask of the leaves. */
static inline void
enter_group (GuatuNetwork *self, GuatuPass *pass, gint32 row, gboolean mirrored)
{
  GuatuGroup *group = guatu_network_group_at (self, self->group_of[row]);
  const GuatuGroup *parent = guatu_network_group_at (self, group->parent);

  group->first_leaf = -1;
  group->start = group->parent != 0 ? parent->start : NO_DATE;
  group->start_arc = parent->start_arc;
  group->ff = group->parent != 0 ? parent->ff : NO_DATE;
  group->ff_arc = parent->ff_arc;
  group->sf = group->parent != 0 ? parent->sf : NO_DATE;
  group->sf_arc = parent->sf_arc;
  group->late_fs = group->late_ss = group->late_finish = group->limit = NO_LIMIT;
  pass->early_start[row] = NO_LIMIT;
  pass->early_finish[row] = NO_DATE;

  for (guint32 arc = self->first_arc[row]; arc < self->first_arc[row + 1]; arc++)
    {
      gint32 from = self->arc_from[arc];
      guint type = self->arc_how[arc] & GUATU_ARC_TYPE;
      gboolean from_finish = type == GUATU_LINK_FS || type == GUATU_LINK_FF;
      GuatuInstant t = from_finish ? pass->early_finish[from] : pass->early_start[from];

      t = add_lag (self, pass, arc, t, mirrored);
      if ((type == GUATU_LINK_FS || type == GUATU_LINK_SS) && t > group->start)
        {
          group->start = t;
          group->start_arc = arc;
        }
      else if (type == GUATU_LINK_FF && t > group->ff)
        {
          group->ff = t;
          group->ff_arc = arc;
        }
      else if (type == GUATU_LINK_SF && t > group->sf)
        {
          group->sf = t;
          group->sf_arc = arc;
        }
    }
}

/* Links from a manual summary follow its own dates, those from one above it the leaves. */
static void
leave_group (GuatuNetwork *self, GuatuPass *pass, gint32 row, gboolean mirrored)
{
  const GuatuGroup *group = guatu_network_group_at (self, self->group_of[row]);
  GuatuGroup *parent = guatu_network_group_at (self, group->parent);

  if (group->parent != 0)
    gather (self, pass, parent, row, group->first_leaf);

  if (group->is_manual && !GUATU_HAS_VARIANT (self, MANUAL_LINKS_BY_LEAVES))
    {
      const GuatuExtra *extra = guatu_network_extra (self, row);

      pass->early_start[row] = extra->start;
      pass->early_finish[row] = extra->finish;
    }
  self->positions[row].finish = guatu_clock_position (self->worktime, pass->early_finish[row], mirrored);
}

/* The common leaf: working time on the plan's calendar, links from finish to start without lag. */
static inline void
forward_plain (GuatuNetwork *self, GuatuPass *pass, gint32 row, gint64 begin, gboolean mirrored)
{
  GuatuPositions *positions = self->positions;
  guint32 end = self->first_arc[row + 1];
  gint64 best = G_MININT64;
  guint32 best_arc = end;
  GuatuDriverKind kind = GUATU_DRIVER_LINK;

  for (guint32 arc = self->first_arc[row]; arc < end; arc++)
    {
      gint64 position = positions[self->arc_from[arc]].finish;

      best_arc = position > best ? arc : best_arc;
      best = MAX (best, position);
    }

  pass->flags[row] = 0;
  if (best_arc == end)
    {
      best = begin;
      kind = mirrored ? GUATU_DRIVER_FINISH : GUATU_DRIVER_START;
    }
  if (G_UNLIKELY (best < self->pushed_to))
    {
      best = self->pushed_to;
      best_arc = end;
      kind = GUATU_DRIVER_STATUS_DATE;
      pass->flags[row] = GUATU_PUSHED;
    }

  positions[row].finish = best + self->durations[row];
  pass->early_start[row] = guatu_clock_start_at (self->worktime, best, mirrored);
  pass->early_finish[row] = guatu_clock_finish_at (self->worktime, best + self->durations[row], mirrored);
  if (kind == GUATU_DRIVER_START && pass->early_start[row] != self->begin)
    kind = GUATU_DRIVER_CALENDAR;
  pass->driver_kinds[row] = (guint8) kind;
  pass->driver_tasks[row] = best_arc != end ? self->arc_from[best_arc] : -1;
  pass->driver_links[row] = best_arc != end ? self->arc_link[best_arc] : -1;
}

static inline void
run (GuatuNetwork *self, GuatuPass *pass, gboolean as_late, gboolean mirrored)
{
  gint64 begin = guatu_clock_position (self->worktime, self->begin, mirrored);

  for (guint i = 0; i < self->n_order; i++)
    {
      gint32 node = self->order[i];

      if (node < 0)
        leave_group (self, pass, ~node, mirrored);
      else if (G_LIKELY (self->kinds[node] == GUATU_NODE_PLAIN))
        forward_plain (self, pass, node, begin, mirrored);
      else if (self->kinds[node] == GUATU_NODE_LEAF)
        forward_leaf (self, pass, node, as_late, mirrored);
      else if (self->group_of != NULL && guatu_network_group_at (self, self->group_of[node])->row == node)
        enter_group (self, pass, node, mirrored);
    }
}

void
guatu_forward_pass (GuatuNetwork *self, GuatuPass *pass, gboolean as_late)
{
  if (self->mirrored)
    run (self, pass, as_late, TRUE);
  else
    run (self, pass, as_late, FALSE);
}

GuatuInstant
guatu_network_last_finish (const GuatuNetwork *self, const GuatuPass *pass)
{
  GuatuInstant last = NO_DATE;

  for (guint i = 0; i < self->n_order; i++)
    {
      gint32 node = self->order[i];

      if (node >= 0 && self->kinds[node] != GUATU_NODE_SUMMARY && self->kinds[node] != GUATU_NODE_IDLE)
        last = MAX (last, pass->early_finish[node]);
    }

  return last != NO_DATE ? last : self->begin;
}
