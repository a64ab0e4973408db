/* guatu-idle.c — inactive tasks: the dates that they keep, and the links that run through them (msproject §3.3). */
#include "guatu-span-private.h"

/* Dates ---------------------------------------------------------------------------------------------------- */

static void
span_children (const GuatuNetwork *self, const GuatuSchedule *schedule, gint32 row, GuatuInstant *start,
               GuatuInstant *finish)
{
  *start = NO_LIMIT;
  *finish = NO_DATE;
  for (gint32 child = self->tasks[row].first_child; child >= 0; child = self->tasks[child].next_sibling)
    {
      *start = MIN (*start, schedule->start[child]);
      *finish = MAX (*finish, schedule->finish[child]);
    }
}

static gboolean
is_manual (const GuatuNetwork *self, gint32 row)
{
  return self->tasks[row].mode == GUATU_MODE_MANUAL;
}

/* What a person typed or a file recorded, whichever of them counts here first. */
static GuatuInstant
known_date (const GuatuNetwork *self, gint32 row, guint typed, guint recorded)
{
  gboolean manual = is_manual (self, row);
  GuatuInstant date = guatu_overlay_task_number (self->overlay, self->plan, row, manual ? typed : recorded);

  return date != GUATU_NONE ? date
                            : guatu_overlay_task_number (self->overlay, self->plan, row, manual ? recorded : typed);
}

/* Known dates; else where the task would stand by itself. */
static void
find_dates (const GuatuNetwork *self, gint32 row, GuatuInstant *start, GuatuInstant *finish)
{
  GuatuSpan span = guatu_span (self, row);

  *start = known_date (self, row, GUATU_TASK_MANUAL_START, GUATU_TASK_RECORDED_START);
  *finish = known_date (self, row, GUATU_TASK_MANUAL_FINISH, GUATU_TASK_RECORDED_FINISH);
  if (*start == GUATU_NONE)
    *start = guatu_span_snap (span, self->settings.start, FALSE);
  if (*finish == GUATU_NONE)
    *finish = guatu_span_finish (span, *start, FALSE);
  *finish = MAX (*finish, *start);
}

void
guatu_network_fill_idle (const GuatuNetwork *self, GuatuSchedule *schedule)
{
  GuatuFullSchedule *full = (GuatuFullSchedule *) schedule;

  /* From the end, so that summaries find the dates of what is in them. */
  for (guint i = self->has_idle ? self->n_outline : 0; i > 0; i--)
    {
      gint32 row = self->outline[i - 1];
      GuatuInstant start, finish;

      if (self->kinds[row] != GUATU_NODE_IDLE)
        continue;

      if (self->tasks[row].first_child >= 0 && !is_manual (self, row))
        span_children (self, schedule, row, &start, &finish);
      else
        find_dates (self, row, &start, &finish);
      schedule->start[row] = schedule->early_start[row] = schedule->late_start[row] = start;
      schedule->finish[row] = schedule->early_finish[row] = schedule->late_finish[row] = finish;
      schedule->total_float[row] = schedule->free_float[row] = 0;
      schedule->flags[row] = 0;
      full->driver_kinds[row] = GUATU_DRIVER_INACTIVE;
      full->driver_tasks[row] = full->driver_links[row] = -1;
    }
}

/* Bridges ---------------------------------------------------------------------------------------------------- */

static gboolean
is_there (const GuatuNetwork *self, gint32 row)
{
  return row >= 0 && (guint) row < self->n_tasks && self->kinds[row] != GUATU_NODE_GONE;
}

/* From the inactive task @row back to every task before it that takes part. */
static void
follow_back (GuatuNetwork *self, gint32 row, gint32 to, gint32 link)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) way = g_array_new (FALSE, FALSE, sizeof (gint32));

  g_array_append_val (way, row);
  g_hash_table_add (seen, GINT_TO_POINTER (row));
  while (way->len > 0)
    {
      gint32 idle = g_array_index (way, gint32, way->len - 1);
      const gint32 *links;
      guint n;

      g_array_set_size (way, way->len - 1);
      links = guatu_plan_referrers (self->plan, GUATU_TABLE_LINK, GUATU_LINK_SUCCESSOR, idle, &n);
      for (guint i = 0; i < n; i++)
        {
          gint32 from = self->links[links[i]].predecessor;

          if (self->links[links[i]].id == 0 || !is_there (self, from) ||
              !g_hash_table_add (seen, GINT_TO_POINTER (from)))
            continue;
          if (self->kinds[from] == GUATU_NODE_IDLE)
            g_array_append_val (way, from);
          else if (from != to)
            g_array_append_val (self->bridges, ((GuatuBridge) { from, to, link }));
        }
    }
}

void
guatu_network_make_bridges (GuatuNetwork *self)
{
  if (GUATU_HAS_VARIANT (self, INACTIVE_CUT_LINKS))
    return;

  self->bridges = g_array_new (FALSE, FALSE, sizeof (GuatuBridge));
  for (gint32 i = 0; (guint) i < self->n_links; i++)
    {
      const GuatuLink *link = &self->links[i];

      if (link->id != 0 && is_there (self, link->predecessor) && is_there (self, link->successor) &&
          self->kinds[link->predecessor] == GUATU_NODE_IDLE && self->kinds[link->successor] != GUATU_NODE_IDLE)
        follow_back (self, link->predecessor, link->successor, i);
    }
}
