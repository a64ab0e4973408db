/* guatu-span.c — tasks that several people work on; how long a lag is, and on which calendar it counts. */
#include "guatu-span-private.h"

/* Loads ------------------------------------------------------------------------------------------------ */

GuatuInstant
guatu_loads_snap (GuatuSpan span, GuatuInstant start, gboolean mirrored)
{
  GuatuInstant first = guatu_clock_next (span.of->loads[0].worktime, start, mirrored);

  for (guint i = 1; i < span.of->n; i++)
    first = MIN (first, guatu_clock_next (span.of->loads[i].worktime, start, mirrored));

  return first;
}

GuatuInstant
guatu_loads_snap_finish (GuatuSpan span, GuatuInstant finish, gboolean mirrored)
{
  GuatuInstant last = guatu_clock_end_eq (span.of->loads[0].worktime, finish, mirrored);

  for (guint i = 1; i < span.of->n; i++)
    last = MAX (last, guatu_clock_end_eq (span.of->loads[i].worktime, finish, mirrored));

  return last;
}

static gint64
amount_of (GuatuSpan span, guint i)
{
  const GuatuLoad *load = &span.of->loads[i];

  if (!span.is_rest)
    return load->amount;

  return load->remaining >= 0 ? load->remaining : span.duration;
}

GuatuInstant
guatu_loads_finish (GuatuSpan span, GuatuInstant start, gboolean mirrored)
{
  GuatuInstant finish = start;

  for (guint i = 0; i < span.of->n; i++)
    finish = MAX (finish, guatu_clock_add (span.of->loads[i].worktime, start, amount_of (span, i), mirrored));

  return finish;
}

GuatuInstant
guatu_loads_start (GuatuSpan span, GuatuInstant finish, gboolean mirrored)
{
  GuatuInstant start = finish;

  for (guint i = 0; i < span.of->n; i++)
    start = MIN (start, guatu_clock_add (span.of->loads[i].worktime, finish, -amount_of (span, i), mirrored));

  return start;
}

/* Lags --------------------------------------------------------------------------------------------------- */

/* The duration of which a lag is a share. A summary's is its span: known once its leaves are, or beforehand. */
static gint64
duration_of (const GuatuNetwork *self, const GuatuPass *pass, gint32 row)
{
  if (self->kinds[row] != GUATU_NODE_SUMMARY)
    return self->tasks[row].duration;
  if (self->mirrored)
    return self->hints != NULL ? self->hints[row].duration : 0;

  return guatu_worktime_work (guatu_network_task_worktime (self, row), pass->early_start[row], pass->early_finish[row]);
}

GuatuLag
guatu_network_lag (const GuatuNetwork *self, const GuatuPass *pass, gint32 row)
{
  const GuatuLink *link = &self->links[row];
  GuatuLag lag = { NULL, link->lag };
  gboolean elapsed = link->lag_kind == GUATU_LAG_ELAPSED || link->lag_kind == GUATU_LAG_ELAPSED_PERCENT;

  if (link->lag_kind == GUATU_LAG_PERCENT || link->lag_kind == GUATU_LAG_ELAPSED_PERCENT)
    {
      elapsed |= self->kinds[link->predecessor] != GUATU_NODE_SUMMARY &&
                 guatu_network_is_elapsed (self, link->predecessor);
      lag.amount = guatu_share_of (duration_of (self, pass, link->predecessor), link->lag);
    }
  if (!elapsed)
    lag.worktime = self->settings.scheduling_variants & GUATU_VARIANT_LAG_ON_PLAN_CALENDAR
                   ? self->worktime : guatu_network_task_worktime (self, link->successor);

  return lag;
}
