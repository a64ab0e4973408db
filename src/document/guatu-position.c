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

/* Places for @n tasks that go between siblings number @at - 1 and @at; FALSE if there is no room. */
static gboolean
room_at (const GuatuPlan *plan, const GArray *siblings, guint at, guint n, gint64 *positions)
{
  const GuatuField *field = guatu_field (GUATU_TABLE_TASK, GUATU_TASK_POSITION);
  gint64 room = GUATU_POSITION_GAP * (gint64) n;
  gint64 before = at > 0 ? position_of (plan, g_array_index (siblings, gint32, at - 1)) : 0;
  gint64 after = at < siblings->len ? position_of (plan, g_array_index (siblings, gint32, at)) : 0;
  gint64 step = GUATU_POSITION_GAP;

  if (siblings->len > 0 && at == 0)
    before = after - room - GUATU_POSITION_GAP;
  else if (at < siblings->len)
    step = (after - before) / (n + 1);
  if (step < 1 || before < field->min - GUATU_POSITION_GAP || before + step < field->min ||
      (at == siblings->len && before > field->max - room))
    return FALSE;

  for (guint i = 0; i < n; i++)
    positions[i] = before + step * (gint64) (i + 1);
  return TRUE;
}

/* Puts the siblings at even distances, leaving @n places free from number @at on. */
static gboolean
spread (GuatuDocument *self, const GArray *siblings, guint at, guint n, gint64 *positions, GError **error)
{
  for (guint i = 0; i < siblings->len; i++)
    {
      gint32 task = g_array_index (siblings, gint32, i);
      gint64 position = GUATU_POSITION_GAP * (gint64) (i + 1 + (i >= at ? n : 0));

      if (position_of (self->plan, task) != position &&
          !guatu_store_update (self->store, GUATU_TABLE_TASK, guatu_plan_id (self->plan, GUATU_TABLE_TASK, task),
                               GUATU_TASK_POSITION, GUATU_INTEGER (position), error))
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    positions[i] = GUATU_POSITION_GAP * (gint64) (at + 1 + i);
  return TRUE;
}

gboolean
guatu_position_for_block (GuatuDocument *self,
                          gint32         parent,
                          gint32         before,
                          GHashTable    *moving,
                          guint          n,
                          gint64        *positions,
                          GError       **error)
{
  g_autoptr(GArray) siblings = g_array_new (FALSE, FALSE, sizeof (gint32));
  gint32 row = parent >= 0 ? guatu_plan_task (self->plan, parent)->first_child : guatu_plan_first_task (self->plan);
  guint at = G_MAXUINT;

  for (; row >= 0; row = guatu_plan_task (self->plan, row)->next_sibling)
    {
      if (row == before)
        at = siblings->len;
      if (moving == NULL || !g_hash_table_contains (moving, GINT_TO_POINTER (row)))
        g_array_append_val (siblings, row);
    }
  at = MIN (at, siblings->len);

  return room_at (self->plan, siblings, at, n, positions) || spread (self, siblings, at, n, positions, error);
}

gboolean
guatu_position_among_siblings (GuatuDocument *self,
                               gint32         task,
                               gint32         parent,
                               gint32         before,
                               gint64        *position,
                               GError       **error)
{
  g_autoptr(GHashTable) moving = g_hash_table_new (NULL, NULL);

  if (task >= 0)
    g_hash_table_add (moving, GINT_TO_POINTER (task));
  return guatu_position_for_block (self, parent, before, moving, 1, position, error);
}
