/* guatu-position.c — where a row stands among its siblings: positions with room between them. */
#include "guatu-document-private.h"

int
guatu_position_group (GuatuTable table)
{
  switch ((int) table)
    {
    case GUATU_TABLE_TASK:
      return GUATU_TASK_PARENT;
    case GUATU_TABLE_UNIT:
      return GUATU_UNIT_PARENT;
    case GUATU_TABLE_CATEGORY:
      return GUATU_CATEGORY_LEDGER;
    default:
      return -1;
    }
}

gint64
guatu_position_behind (const GuatuPlan *plan, GuatuTable table, int group, gint32 of)
{
  int position = guatu_field_find (table, "position");
  gint32 n = (gint32) guatu_plan_n_rows (plan, table);
  gint64 last = 0;

  g_return_val_if_fail (position > 0, 0);

  for (gint32 row = 0; row < n; row++)
    if (guatu_plan_id (plan, table, row) != 0 &&
        (group < 0 || guatu_plan_number (plan, table, row, (guint) group) == of))
      last = MAX (last, guatu_plan_number (plan, table, row, (guint) position));

  return MIN (last + GUATU_POSITION_GAP, guatu_field (table, (guint) position)->max);
}

static gint64
position_of (const GuatuPlan *plan, gint32 task)
{
  return guatu_plan_task (plan, task)->position;
}

/* The place of a task that goes between siblings number @at - 1 and @at: GUATU_NONE if there is no room. */
static gint64
room_at (const GuatuPlan *plan, const GArray *siblings, guint at)
{
  const GuatuField *field = guatu_field (GUATU_TABLE_TASK, GUATU_TASK_POSITION);
  gint64 before = at > 0 ? position_of (plan, g_array_index (siblings, gint32, at - 1)) : 0;
  gint64 after = at < siblings->len ? position_of (plan, g_array_index (siblings, gint32, at)) : 0;

  if (siblings->len == 0)
    return GUATU_POSITION_GAP;
  if (at == siblings->len)
    return before <= field->max - GUATU_POSITION_GAP ? before + GUATU_POSITION_GAP : GUATU_NONE;
  if (at == 0)
    return after >= field->min + GUATU_POSITION_GAP ? after - GUATU_POSITION_GAP : GUATU_NONE;
  return after - before > 1 ? before + (after - before) / 2 : GUATU_NONE;
}

/* Puts the siblings at even distances, leaving place number @at free. */
static gboolean
spread (GuatuDocument *self, const GArray *siblings, guint at, GError **error)
{
  for (guint i = 0; i < siblings->len; i++)
    {
      gint32 task = g_array_index (siblings, gint32, i);
      gint64 position = GUATU_POSITION_GAP * (gint64) (i + 1 + (i >= at ? 1 : 0));

      if (position_of (self->plan, task) != position &&
          !guatu_store_update (self->store, GUATU_TABLE_TASK, guatu_plan_id (self->plan, GUATU_TABLE_TASK, task),
                               GUATU_TASK_POSITION, GUATU_INTEGER (position), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
guatu_position_among_siblings (GuatuDocument *self,
                               gint32         task,
                               gint32         parent,
                               gint32         before,
                               gint64        *position,
                               GError       **error)
{
  g_autoptr(GArray) siblings = g_array_new (FALSE, FALSE, sizeof (gint32));
  gint32 row = parent >= 0 ? guatu_plan_task (self->plan, parent)->first_child : guatu_plan_first_task (self->plan);
  guint at = G_MAXUINT;

  for (; row >= 0; row = guatu_plan_task (self->plan, row)->next_sibling)
    {
      if (row == before)
        at = siblings->len;
      if (row != task)
        g_array_append_val (siblings, row);
    }
  at = MIN (at, siblings->len);

  *position = room_at (self->plan, siblings, at);
  if (*position != GUATU_NONE)
    return TRUE;

  *position = GUATU_POSITION_GAP * (gint64) (at + 1);
  return spread (self, siblings, at, error);
}
