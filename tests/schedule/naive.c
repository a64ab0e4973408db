/* naive.c — the scheduling rules once more, written as they read. */
#include "naive.h"

typedef struct
{
  const GuatuPlan *plan;
  guint            n;
  Naive           *out;
  guint8          *state;       /* 0 not asked, 1 being worked out, 2 known */
  GuatuInstant    *asked;       /* the start that links ask for */
  gboolean         failed;
} Work;

#define NUMBER(w, row, field) guatu_plan_task_number ((w)->plan, (row), (field))
#define HAS(w, row, field) (NUMBER (w, row, field) != GUATU_NONE)

static const GuatuTask *
task (Work *w, gint32 row)
{
  return guatu_plan_task (w->plan, row);
}

static gboolean
is_leaf (Work *w, gint32 row)
{
  return task (w, row)->id != 0 && task (w, row)->first_child < 0;
}

static gboolean
is_under (Work *w, gint32 row, gint32 above)
{
  return row == above || guatu_plan_is_ancestor (w->plan, above, row);
}

static gboolean
is_elapsed (Work *w, gint32 row)
{
  return is_leaf (w, row) && task (w, row)->duration_kind == GUATU_DURATION_ELAPSED;
}

static const GuatuWorktime *
calendar (Work *w, gint32 row)
{
  return guatu_plan_task_worktime (w->plan, row);
}

static GuatuInstant
add (Work *w, gint32 row, GuatuInstant t, gint64 amount)
{
  return is_elapsed (w, row) ? t + amount : guatu_worktime_add (calendar (w, row), t, amount);
}

static gint64
work (Work *w, gint32 row, GuatuInstant a, GuatuInstant b)
{
  return is_elapsed (w, row) ? b - a : guatu_worktime_work (calendar (w, row), a, b);
}

static GuatuInstant
snap (Work *w, gint32 row, GuatuInstant t)
{
  return is_elapsed (w, row) || task (w, row)->duration == 0 ? t : guatu_worktime_next (calendar (w, row), t);
}

static gboolean
is_manual (Work *w, gint32 row)
{
  return task (w, row)->mode == GUATU_MODE_MANUAL;
}

static gboolean
is_started (Work *w, gint32 row)
{
  return HAS (w, row, GUATU_TASK_ACTUAL_START) || HAS (w, row, GUATU_TASK_ACTUAL_FINISH);
}

static gboolean
is_complete (Work *w, gint32 row)
{
  return HAS (w, row, GUATU_TASK_ACTUAL_FINISH);
}

static int
constraint (Work *w, gint32 row)
{
  int kind = task (w, row)->constraint;

  return kind >= GUATU_CONSTRAINT_MSO && !HAS (w, row, GUATU_TASK_CONSTRAINT_DATE) ? GUATU_CONSTRAINT_ASAP : kind;
}

static GuatuInstant es (Work *w, gint32 row);

static GuatuInstant
summary_edge (Work *w, gint32 row, gboolean start)
{
  GuatuInstant best = start ? G_MAXINT64 : G_MININT64;

  for (guint leaf = 0; leaf < w->n; leaf++)
    if (is_leaf (w, leaf) && is_under (w, leaf, row))
      {
        GuatuInstant s = es (w, leaf);

        best = start ? MIN (best, s) : MAX (best, w->out->ef[leaf]);
      }

  if (is_manual (w, row))
    return NUMBER (w, row, start ? GUATU_TASK_MANUAL_START : GUATU_TASK_MANUAL_FINISH);

  return best;
}

static GuatuInstant
edge (Work *w, gint32 row, gboolean start)
{
  if (!is_leaf (w, row))
    return summary_edge (w, row, start);
  es (w, row);
  return start ? w->out->es[row] : w->out->ef[row];
}

static GuatuInstant
with_lag (Work *w, const GuatuLink *link, GuatuInstant t, int sign)
{
  gint64 amount = link->lag;
  gboolean elapsed = link->lag_kind == GUATU_LAG_ELAPSED || link->lag_kind == GUATU_LAG_ELAPSED_PERCENT;

  if (link->lag_kind == GUATU_LAG_PERCENT || link->lag_kind == GUATU_LAG_ELAPSED_PERCENT)
    {
      gint64 duration = task (w, link->predecessor)->duration;
      double share;

      if (!is_leaf (w, link->predecessor))
        duration = guatu_worktime_work (calendar (w, link->predecessor), edge (w, link->predecessor, TRUE),
                                        edge (w, link->predecessor, FALSE));
      share = (double) duration * (double) link->lag / 10000;
      amount = (gint64) (share < 0 ? share - 0.5 : share + 0.5);
      elapsed |= is_elapsed (w, link->predecessor);
    }

  if (elapsed)
    return t + sign * amount;
  return guatu_worktime_add (calendar (w, link->successor), t, sign * amount);
}

static gboolean
counts (const GuatuLink *link)
{
  return link->id != 0 && link->predecessor >= 0 && link->successor >= 0;
}

/* The largest start that links ask of the leaf; @sf is where an SF link puts the finish. */
static GuatuInstant
ask_links (Work *w, gint32 row, gint64 duration, gboolean *any, GuatuInstant *sf)
{
  GuatuInstant begin = guatu_plan_settings (w->plan)->start;
  GuatuInstant best = G_MININT64;

  for (guint own = 1; own < 2; own--)
    for (guint i = 0; i < guatu_plan_n_rows (w->plan, GUATU_TABLE_LINK); i++)
      {
        const GuatuLink *link = guatu_plan_link (w->plan, i);
        GuatuInstant t;
        GuatuInstant finish = GUATU_NONE;

        if (!counts (link) || !is_under (w, row, link->successor) || own != (link->successor == row))
          continue;
        *any = TRUE;
        t = edge (w, link->predecessor, link->type == GUATU_LINK_SS || link->type == GUATU_LINK_SF);
        if (link->type == GUATU_LINK_FS || link->type == GUATU_LINK_SS)
          {
            t = with_lag (w, link, t, 1);
          }
        else
          {
            if (link->type == GUATU_LINK_SF)
              finish = with_lag (w, link, t, 1);
            if (own)
              t = with_lag (w, link, add (w, row, t, -duration), 1);
            else
              t = add (w, row, with_lag (w, link, t, 1), -duration);
            if (link->type == GUATU_LINK_FF)
              t = MAX (t, begin);
          }
        if (t == best)
          *sf = finish == GUATU_NONE || *sf == GUATU_NONE ? GUATU_NONE : MAX (*sf, finish);
        if (t > best)
          {
            best = t;
            *sf = finish;
          }
      }

  return best;
}

static GuatuInstant
status (Work *w)
{
  const GuatuPlanRow *settings = guatu_plan_settings (w->plan);

  return settings->push_to_status_date ? settings->status_date : GUATU_NONE;
}

static void
work_out_started (Work *w, gint32 row)
{
  GuatuInstant start = NUMBER (w, row, GUATU_TASK_ACTUAL_START);
  gint64 duration = task (w, row)->duration;
  gint64 remaining = NUMBER (w, row, GUATU_TASK_REMAINING);
  GuatuInstant stop = add (w, row, start, duration - remaining);
  GuatuInstant resume = is_elapsed (w, row) ? stop : guatu_worktime_next (calendar (w, row), stop);
  GuatuInstant later = resume;
  GuatuInstant ask;
  GuatuInstant sf;
  gboolean any = FALSE;

  /* All that it might wait for is asked, so that cycles are found. */
  ask = ask_links (w, row, remaining, &any, &sf);
  if (remaining > 0 && status (w) != GUATU_NONE)
    later = MAX (later, is_elapsed (w, row) ? status (w) : guatu_worktime_next (calendar (w, row), status (w)));
  if (remaining > 0 && guatu_plan_settings (w->plan)->retained_logic && any)
    later = MAX (later, is_elapsed (w, row) ? ask : guatu_worktime_next (calendar (w, row), ask));

  w->out->es[row] = start;
  w->out->ef[row] = later > resume ? add (w, row, later, remaining) : add (w, row, start, duration);
  if (constraint (w, row) == GUATU_CONSTRAINT_FNET)
    w->out->ef[row] = MAX (w->out->ef[row], NUMBER (w, row, GUATU_TASK_CONSTRAINT_DATE));
}

static void
work_out (Work *w, gint32 row)
{
  gint64 duration = task (w, row)->duration;
  GuatuInstant date = NUMBER (w, row, GUATU_TASK_CONSTRAINT_DATE);
  GuatuInstant sf = GUATU_NONE;
  GuatuInstant raw;
  GuatuInstant start;
  GuatuInstant early = date != GUATU_NONE ? add (w, row, date, -duration) : GUATU_NONE;
  gboolean any = FALSE;
  gboolean asked;
  int kind = constraint (w, row);

  start = ask_links (w, row, duration, &any, &sf);
  asked = any;
  if (!guatu_plan_settings (w->plan)->honour_constraints)
    {
      if (kind == GUATU_CONSTRAINT_MSO || kind == GUATU_CONSTRAINT_MFO)
        kind = kind == GUATU_CONSTRAINT_MSO ? GUATU_CONSTRAINT_SNET : GUATU_CONSTRAINT_FNET;
      else if (kind == GUATU_CONSTRAINT_SNLT || kind == GUATU_CONSTRAINT_FNLT)
        kind = GUATU_CONSTRAINT_ASAP;
    }
  if (!any && kind == GUATU_CONSTRAINT_SNET)
    start = date;
  else if (!any && kind == GUATU_CONSTRAINT_FNET)
    start = early;
  else if (!any)
    start = guatu_plan_settings (w->plan)->start;

  if (status (w) != GUATU_NONE)
    {
      GuatuInstant pushed = is_elapsed (w, row) ? status (w) : guatu_worktime_next (calendar (w, row), status (w));

      if (pushed > start)
        {
          asked |= work (w, row, start, pushed) > 0;
          start = pushed;
          sf = GUATU_NONE;
        }
    }

  for (gint32 above = task (w, row)->parent; above >= 0; above = task (w, above)->parent)
    {
      GuatuInstant floor = GUATU_NONE;

      if (is_manual (w, above))
        floor = NUMBER (w, above, GUATU_TASK_MANUAL_START);
      if (constraint (w, above) == GUATU_CONSTRAINT_SNET)
        floor = MAX (floor, NUMBER (w, above, GUATU_TASK_CONSTRAINT_DATE));
      if (floor > start)
        {
          start = floor;
          sf = GUATU_NONE;
          asked = TRUE;
        }
    }

  raw = start;
  start = snap (w, row, start);
  if (HAS (w, row, GUATU_TASK_LEVELLING_DELAY) && NUMBER (w, row, GUATU_TASK_LEVELLING_DELAY) > 0)
    {
      start = snap (w, row, start + NUMBER (w, row, GUATU_TASK_LEVELLING_DELAY));
      sf = GUATU_NONE;
    }
  w->asked[row] = GUATU_NONE;

  early = kind == GUATU_CONSTRAINT_SNET || kind == GUATU_CONSTRAINT_MSO || kind == GUATU_CONSTRAINT_SNLT ? date : early;
  if ((kind == GUATU_CONSTRAINT_SNET || kind == GUATU_CONSTRAINT_FNET) && early > start)
    {
      start = snap (w, row, early);
      sf = GUATU_NONE;
    }
  else if (kind == GUATU_CONSTRAINT_MSO || kind == GUATU_CONSTRAINT_MFO ||
           ((kind == GUATU_CONSTRAINT_SNLT || kind == GUATU_CONSTRAINT_FNLT) && early < start))
    {
      if (asked && start > early)
        w->asked[row] = start;
      start = early;
      sf = GUATU_NONE;
    }

  w->out->es[row] = start;
  if (kind == GUATU_CONSTRAINT_MFO)
    w->out->ef[row] = date;
  else if (sf != GUATU_NONE && start == raw)
    w->out->ef[row] = sf;
  else
    w->out->ef[row] = add (w, row, start, duration);
}

static GuatuInstant
es (Work *w, gint32 row)
{
  gboolean any = FALSE;
  GuatuInstant sf;

  if (w->state[row] == 1)
    w->failed = TRUE;
  if (w->state[row] != 0 || w->failed)
    return w->out->es[row];

  w->state[row] = 1;
  if (is_complete (w, row))
    {
      ask_links (w, row, 0, &any, &sf);
      w->out->es[row] = NUMBER (w, row, GUATU_TASK_ACTUAL_START);
      w->out->ef[row] = NUMBER (w, row, GUATU_TASK_ACTUAL_FINISH);
    }
  else if (is_manual (w, row))
    {
      ask_links (w, row, 0, &any, &sf);
      w->out->es[row] = NUMBER (w, row, GUATU_TASK_MANUAL_START);
      w->out->ef[row] = NUMBER (w, row, GUATU_TASK_MANUAL_FINISH);
    }
  else if (is_started (w, row))
    {
      work_out_started (w, row);
    }
  else
    {
      work_out (w, row);
    }
  w->state[row] = 2;

  return w->out->es[row];
}

/* Late dates ------------------------------------------------------------------------------------------------ */

static void late (Work *w, gint32 row);

static gint32
first_leaf (Work *w, gint32 summary)
{
  gint32 first = -1;
  guint n;
  const gint32 *outline = guatu_plan_outline (w->plan, &n);

  for (guint i = 0; i < n; i++)
    if (is_leaf (w, outline[i]) && is_under (w, outline[i], summary) &&
        (first < 0 || w->out->es[outline[i]] < w->out->es[first]))
      first = outline[i];

  return first;
}

/* The link's limit for @row, seen from one leaf of its successor (msproject §4.1). */
static GuatuInstant
limit_by (Work *w, const GuatuLink *link, gint32 row, gint32 successor)
{
  GuatuInstant t;
  gint64 duration = task (w, row)->duration;

  late (w, successor);
  switch (link->type)
    {
    case GUATU_LINK_FS:
      t = w->out->ls[successor];
      if (is_started (w, successor) && !is_manual (w, successor))
        {
          gint64 remaining = NUMBER (w, successor, GUATU_TASK_REMAINING);

          if (task (w, successor)->duration == 0 && link->successor == successor)
            t = w->out->lf[successor];
          else if (guatu_plan_settings (w->plan)->retained_logic)
            t = task (w, successor)->duration == 0 ? w->out->lf[successor] :
                add (w, successor, w->out->lf[successor], -remaining);
          else if (link->successor == successor)
            t = add (w, successor, w->out->es[successor], task (w, successor)->duration - remaining);
          if (link->successor == successor && !guatu_plan_settings (w->plan)->retained_logic &&
              status (w) != GUATU_NONE && remaining > 0 && task (w, successor)->duration > 0)
            {
              GuatuInstant pushed = is_elapsed (w, successor) ? status (w) :
                                    guatu_worktime_next (calendar (w, successor), status (w));
              GuatuInstant resume = is_elapsed (w, successor) ? t : guatu_worktime_next (calendar (w, successor), t);

              if (pushed > resume)
                t = pushed;
            }
        }
      else if (!is_manual (w, successor) && HAS (w, successor, GUATU_TASK_LEVELLING_DELAY))
        {
          t -= NUMBER (w, successor, GUATU_TASK_LEVELLING_DELAY);
        }
      return with_lag (w, link, t, -1);
    case GUATU_LINK_FF:
      return with_lag (w, link, w->out->lf[successor], -1);
    case GUATU_LINK_SS:
      if (is_manual (w, row) || is_started (w, row))
        return G_MAXINT64;
      t = w->out->ls[successor];
      if (!is_elapsed (w, successor))
        t = guatu_worktime_next (calendar (w, successor), t);
      return add (w, row, with_lag (w, link, t, -1), duration);
    case GUATU_LINK_SF:
    default:
      if (is_manual (w, row))
        return G_MAXINT64;
      return with_lag (w, link, add (w, row, w->out->lf[successor], duration), -1);
    }
}

static gboolean
link_limits (Work *w, const GuatuLink *link, gint32 row)
{
  if (!counts (link) || !is_under (w, row, link->predecessor))
    return FALSE;
  if (link->predecessor == row)
    return TRUE;
  for (gint32 above = row; above != link->predecessor;)
    {
      above = task (w, above)->parent;
      if (above == link->predecessor && is_manual (w, above))
        return FALSE;
    }

  return link->type == GUATU_LINK_FS || link->type == GUATU_LINK_FF || first_leaf (w, link->predecessor) == row;
}

static void
late (Work *w, gint32 row)
{
  GuatuInstant lf = G_MININT64;
  gint64 duration = task (w, row)->duration;
  GuatuInstant date = NUMBER (w, row, GUATU_TASK_CONSTRAINT_DATE);
  gboolean honoured = guatu_plan_settings (w->plan)->honour_constraints;

  if (w->state[row] == 3)
    return;
  w->state[row] = 3;

  if (is_complete (w, row))
    {
      w->out->ls[row] = w->out->es[row];
      w->out->lf[row] = w->out->ef[row];
      return;
    }

  for (guint leaf = 0; leaf < w->n; leaf++)
    if (is_leaf (w, leaf))
      lf = MAX (lf, w->out->ef[leaf]);

  for (guint i = 0; i < guatu_plan_n_rows (w->plan, GUATU_TABLE_LINK); i++)
    {
      const GuatuLink *link = guatu_plan_link (w->plan, i);

      if (!link_limits (w, link, row))
        continue;
      for (guint leaf = 0; leaf < w->n; leaf++)
        if (is_leaf (w, leaf) && is_under (w, leaf, link->successor) && !is_complete (w, leaf))
          {
            GuatuInstant t = limit_by (w, link, row, leaf);

            lf = MIN (lf, t);
          }
    }

  if (!is_manual (w, row))
    switch (constraint (w, row))
      {
      case GUATU_CONSTRAINT_MSO:
        lf = honoured ? add (w, row, date, duration) : MIN (lf, add (w, row, date, duration));
        break;
      case GUATU_CONSTRAINT_MFO:
        lf = honoured ? date : MIN (lf, date);
        break;
      case GUATU_CONSTRAINT_SNLT:
        lf = MIN (lf, add (w, row, date, duration));
        break;
      case GUATU_CONSTRAINT_FNLT:
        lf = MIN (lf, date);
        break;
      default:
        break;
      }
  if (HAS (w, row, GUATU_TASK_DEADLINE))
    lf = MIN (lf, NUMBER (w, row, GUATU_TASK_DEADLINE));
  for (gint32 above = task (w, row)->parent; above >= 0; above = task (w, above)->parent)
    {
      if (is_manual (w, above))
        lf = MIN (lf, NUMBER (w, above, GUATU_TASK_MANUAL_FINISH));
      if (constraint (w, above) == GUATU_CONSTRAINT_FNLT)
        lf = MIN (lf, NUMBER (w, above, GUATU_TASK_CONSTRAINT_DATE));
      if (HAS (w, above, GUATU_TASK_DEADLINE))
        lf = MIN (lf, NUMBER (w, above, GUATU_TASK_DEADLINE));
    }

  if (duration > 0 && !is_manual (w, row) && !is_elapsed (w, row))
    lf = guatu_worktime_end_eq (calendar (w, row), lf);
  w->out->lf[row] = lf;

  if (is_started (w, row) || (is_manual (w, row) && work (w, row, w->out->ef[row], lf) == 0))
    w->out->ls[row] = w->out->es[row];
  else if (is_manual (w, row))
    w->out->ls[row] = add (w, row, lf, -work (w, row, w->out->es[row], w->out->ef[row]));
  else
    w->out->ls[row] = add (w, row, lf, -duration);
}

/* Summaries and floats ---------------------------------------------------------------------------------------- */

static void
roll_up (Work *w, gint32 row)
{
  Naive *out = w->out;

  out->es[row] = out->ls[row] = G_MAXINT64;
  out->ef[row] = out->lf[row] = G_MININT64;
  for (gint32 child = task (w, row)->first_child; child >= 0; child = task (w, child)->next_sibling)
    {
      if (!is_leaf (w, child))
        roll_up (w, child);
      out->es[row] = MIN (out->es[row], out->es[child]);
      out->ef[row] = MAX (out->ef[row], out->ef[child]);
      out->ls[row] = MIN (out->ls[row], is_manual (w, child) ? out->es[child] : out->ls[child]);
      out->lf[row] = MAX (out->lf[row], is_manual (w, child) ? out->ef[child] : out->lf[child]);
    }
  if (is_manual (w, row))
    {
      out->es[row] = NUMBER (w, row, GUATU_TASK_MANUAL_START);
      out->ef[row] = NUMBER (w, row, GUATU_TASK_MANUAL_FINISH);
    }
}

static gboolean
any_started (Work *w, gint32 row)
{
  for (guint leaf = 0; leaf < w->n; leaf++)
    if (is_leaf (w, leaf) && is_under (w, leaf, row) && is_started (w, leaf))
      return TRUE;
  return FALSE;
}

static gboolean
all_complete (Work *w, gint32 row)
{
  for (guint leaf = 0; leaf < w->n; leaf++)
    if (is_leaf (w, leaf) && is_under (w, leaf, row) && !is_complete (w, leaf))
      return FALSE;
  return TRUE;
}

static void
float_of (Work *w, gint32 row)
{
  Naive *out = w->out;
  gint64 start = work (w, row, out->es[row], out->ls[row]);
  gint64 finish = work (w, row, out->ef[row], out->lf[row]);
  gint64 free = G_MAXINT64;

  if (is_leaf (w, row) && w->asked[row] != GUATU_NONE && !is_started (w, row) && !is_manual (w, row))
    start = work (w, row, w->asked[row], out->ls[row]);
  out->total[row] = is_manual (w, row) || any_started (w, row) ? finish : MIN (start, finish);

  for (guint i = 0; i < guatu_plan_n_rows (w->plan, GUATU_TABLE_LINK); i++)
    {
      const GuatuLink *link = guatu_plan_link (w->plan, i);
      gint32 next = link->successor;
      gboolean to_start = link->type == GUATU_LINK_FS || link->type == GUATU_LINK_SS;
      gboolean from_start = link->type == GUATU_LINK_SF || link->type == GUATU_LINK_SS;
      GuatuInstant t;

      if (!counts (link) || link->predecessor != row || all_complete (w, next))
        continue;
      t = to_start ? out->es[next] : out->ef[next];
      if (to_start && is_leaf (w, next) && !is_started (w, next) && !is_manual (w, next) &&
          HAS (w, next, GUATU_TASK_LEVELLING_DELAY))
        t -= NUMBER (w, next, GUATU_TASK_LEVELLING_DELAY);
      t = with_lag (w, link, t, -1);
      free = MIN (free, work (w, row, from_start ? out->es[row] : out->ef[row], t));
    }

  out->free[row] = free == G_MAXINT64 ? out->total[row] : free;
  out->free[row] = out->total[row] < 0 || all_complete (w, row) ? 0 : CLAMP (out->free[row], 0, out->total[row]);
}

Naive *
naive_new (const GuatuPlan *plan)
{
  Naive *self = g_new0 (Naive, 1);
  Work w = { .plan = plan, .n = guatu_plan_n_rows (plan, GUATU_TABLE_TASK), .out = self };

  self->es = g_new0 (GuatuInstant, w.n);
  self->ef = g_new0 (GuatuInstant, w.n);
  self->ls = g_new0 (GuatuInstant, w.n);
  self->lf = g_new0 (GuatuInstant, w.n);
  self->total = g_new0 (gint64, w.n);
  self->free = g_new0 (gint64, w.n);
  w.state = g_new0 (guint8, w.n);
  w.asked = g_new (GuatuInstant, w.n);
  for (guint row = 0; row < w.n; row++)
    w.asked[row] = GUATU_NONE;

  for (guint row = 0; row < w.n; row++)
    if (is_leaf (&w, row))
      es (&w, row);
  self->cycle = w.failed;
  if (!self->cycle)
    {
      for (guint row = 0; row < w.n; row++)
        if (is_leaf (&w, row))
          late (&w, row);
      for (gint32 row = guatu_plan_first_task (plan); row >= 0; row = guatu_plan_task (plan, row)->next_sibling)
        if (!is_leaf (&w, row))
          roll_up (&w, row);
      for (guint row = 0; row < w.n; row++)
        if (guatu_plan_task (plan, row)->id != 0)
          float_of (&w, row);
    }

  g_free (w.state);
  g_free (w.asked);
  return self;
}

void
naive_free (Naive *self)
{
  g_free (self->es);
  g_free (self->ef);
  g_free (self->ls);
  g_free (self->lf);
  g_free (self->total);
  g_free (self->free);
  g_free (self);
}
