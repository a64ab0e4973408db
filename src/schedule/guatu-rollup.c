/* guatu-rollup.c — summaries span their children (msproject §3.4). */
#include "guatu-span-private.h"

static void
open_summaries (const GuatuNetwork *self, GuatuSchedule *schedule)
{
  for (guint i = 0; i < self->n_outline; i++)
    {
      gint32 row = self->outline[i];

      if (self->kinds[row] != GUATU_NODE_SUMMARY)
        continue;
      schedule->start[row] = schedule->early_start[row] = schedule->late_start[row] = NO_LIMIT;
      schedule->finish[row] = schedule->early_finish[row] = schedule->late_finish[row] = NO_DATE;
      schedule->flags[row] = 0;
    }
}

static gboolean
is_manual (const GuatuNetwork *self, gint32 row)
{
  return guatu_network_extra (self, row)->state == GUATU_STATE_MANUAL;
}

/* Typed dates stay; a mirrored network holds them turned. */
static void
keep_own_dates (const GuatuNetwork *self, GuatuSchedule *schedule, const GuatuPass *pass, gint32 row)
{
  const GuatuExtra *extra = guatu_network_extra (self, row);
  GuatuInstant start = self->mirrored ? -extra->finish : extra->start;
  GuatuInstant finish = self->mirrored ? -extra->start : extra->finish;

  schedule->start[row] = schedule->early_start[row] = start;
  schedule->finish[row] = schedule->early_finish[row] = finish;
  pass->driver_kinds[row] = GUATU_DRIVER_MANUAL;
  pass->driver_tasks[row] = pass->driver_links[row] = -1;
}

static void
add_to_parent (const GuatuNetwork *self, GuatuSchedule *schedule, const GuatuPass *pass, gint32 row, gint32 parent)
{
  gboolean manual = is_manual (self, row);
  GuatuInstant late_start = manual ? schedule->early_start[row] : schedule->late_start[row];
  GuatuInstant late_finish = manual ? schedule->early_finish[row] : schedule->late_finish[row];

  /* Going through the outline from its end, so of two that start together the first one counts. */
  if (schedule->start[row] <= schedule->start[parent])
    {
      schedule->start[parent] = schedule->start[row];
      pass->driver_kinds[parent] = GUATU_DRIVER_CHILDREN;
      pass->driver_tasks[parent] = row;
      pass->driver_links[parent] = -1;
    }
  schedule->finish[parent] = MAX (schedule->finish[parent], schedule->finish[row]);
  schedule->late_start[parent] = MIN (schedule->late_start[parent], late_start);
  schedule->late_finish[parent] = MAX (schedule->late_finish[parent], late_finish);

  /* From the start a summary's early dates are its scheduled ones: of a child that is as late as
   * possible its late dates count. */
  if (self->mirrored)
    {
      schedule->early_start[parent] = MIN (schedule->early_start[parent], schedule->early_start[row]);
      schedule->early_finish[parent] = MAX (schedule->early_finish[parent], schedule->early_finish[row]);
    }
  else
    {
      schedule->early_start[parent] = schedule->start[parent];
      schedule->early_finish[parent] = schedule->finish[parent];
    }
}

void
guatu_roll_up (GuatuNetwork *self, GuatuSchedule *schedule, const GuatuPass *pass)
{
  open_summaries (self, schedule);

  for (guint i = self->n_outline; i > 0; i--)
    {
      gint32 row = self->outline[i - 1];
      gint32 parent = self->tasks[row].parent;

      if (self->kinds[row] == GUATU_NODE_SUMMARY && is_manual (self, row))
        keep_own_dates (self, schedule, pass, row);
      if (parent >= 0 && self->kinds[row] != GUATU_NODE_IDLE)
        add_to_parent (self, schedule, pass, row, parent);
    }
}
