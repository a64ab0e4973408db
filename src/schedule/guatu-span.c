/* guatu-span.c — how long a lag is, and on which calendar it counts. */
#include "guatu-span-private.h"

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
    lag.worktime = guatu_network_task_worktime (self, link->successor);

  return lag;
}
