/* guatu-chart-slice.c — a part of a list of rows, as a list of its own: what stands in one panel of a sheet. */
#include "guatu-chart-rows-private.h"

#include <string.h>

/* Groups keep what they add up to, also where only some of their rows are here. */
static void
take_groups (GuatuRows       *self,
             const GuatuRows *rows,
             guint            first,
             guint            end)
{
  self->groups = g_new0 (GuatuGroup, MAX (rows->n_groups, 1));
  self->n_groups = rows->n_groups;
  for (guint i = 0; i < rows->n_groups; i++)
    {
      GuatuGroup *group = &self->groups[i];
      guint from, to;

      *group = rows->groups[i];
      from = CLAMP (group->first, first, end);
      to = CLAMP (group->first + group->n_rows, first, end);
      group->first = from - first;
      group->n_rows = to - from;
    }
}

GuatuRows *
guatu_rows_slice (const GuatuRows *rows,
                  const GuatuPlan *plan,
                  guint            first,
                  guint            n)
{
  GuatuRows *self = g_new0 (GuatuRows, 1);
  guint n_tasks = guatu_plan_n_rows (plan, GUATU_TABLE_TASK);

  self->whole = rows;
  self->grouping = rows->grouping;
  self->merged = rows->merged;
  self->n = n;
  self->rows = g_new (GuatuRow, MAX (n, 1));
  if (n > 0)
    memcpy (self->rows, rows->rows + first, n * sizeof *self->rows);
  take_groups (self, rows, first, first + n);
  self->times = rows->times != NULL ? g_hash_table_ref (rows->times) : NULL;
  self->places = g_new (gint32, MAX (n_tasks, 1));
  for (guint i = 0; i < n_tasks; i++)
    {
      gint32 place = rows->places[i] - (gint32) first;

      self->places[i] = rows->places[i] >= 0 && place >= 0 && place < (gint32) n ? place : -1;
    }
  guatu_rows_add_links (self, plan);

  return self;
}
