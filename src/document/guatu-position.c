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

static gboolean
put (GuatuDocument *self, gint32 task, gint64 position, GError **error)
{
  return position_of (self->plan, task) == position ||
         guatu_store_update (self->store, GUATU_TABLE_TASK, guatu_plan_id (self->plan, GUATU_TABLE_TASK, task),
                             GUATU_TASK_POSITION, GUATU_INTEGER (position), error);
}

/* Puts the siblings at even distances, leaving room for what goes in front of each, and behind the last. */
static gboolean
spread (GuatuDocument *self, const GArray *siblings, const guint *places, const GuatuGap *gaps, guint n_gaps,
        gint64 *positions, GError **error)
{
  g_autofree gint64 *next = g_new0 (gint64, siblings->len + 2);
  guint k = 0;

  for (guint i = 0; i < n_gaps; i++)
    next[places[i] + 1] += gaps[i].n;
  for (guint i = 0; i < siblings->len; i++)
    {
      /* Behind all that goes in front of those before it, and of itself. */
      next[i + 1] += next[i] + 1;
      if (!put (self, g_array_index (siblings, gint32, i), GUATU_POSITION_GAP * next[i + 1], error))
        return FALSE;
    }
  for (guint i = 0; i < n_gaps; i++)
    for (guint j = 0; j < gaps[i].n; j++)
      positions[k++] = GUATU_POSITION_GAP * ++next[places[i]];
  return TRUE;
}

/* The children of @parent that stay. */
static GArray *
find_staying (const GuatuPlan *plan, gint32 parent, GHashTable *moving)
{
  GArray *siblings = g_array_new (FALSE, FALSE, sizeof (gint32));
  gint32 row = parent >= 0 ? guatu_plan_task (plan, parent)->first_child : guatu_plan_first_task (plan);

  for (; row >= 0; row = guatu_plan_task (plan, row)->next_sibling)
    if (moving == NULL || !g_hash_table_contains (moving, GINT_TO_POINTER (row)))
      g_array_append_val (siblings, row);
  return siblings;
}

/* By the gap, how many siblings stand in front of it; TRUE where each is another place. */
static gboolean
find_places (const GArray *siblings, const GuatuGap *gaps, guint n_gaps, guint *places)
{
  g_autoptr(GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autofree guint8 *taken = g_new0 (guint8, siblings->len + 1);
  gboolean apart = TRUE;

  for (guint i = 0; i < siblings->len; i++)
    g_hash_table_insert (known, GINT_TO_POINTER (g_array_index (siblings, gint32, i)), GUINT_TO_POINTER (i));
  for (guint i = 0; i < n_gaps; i++)
    {
      gpointer place;

      places[i] = siblings->len;
      if (g_hash_table_lookup_extended (known, GINT_TO_POINTER (gaps[i].before), NULL, &place))
        places[i] = GPOINTER_TO_UINT (place);
      apart = apart && !taken[places[i]];
      taken[places[i]] = TRUE;
    }
  return apart;
}

gboolean
guatu_position_for_gaps (GuatuDocument  *self,
                         gint32          parent,
                         GHashTable     *moving,
                         const GuatuGap *gaps,
                         guint           n_gaps,
                         gint64         *positions,
                         GError        **error)
{
  g_autoptr(GArray) siblings = find_staying (self->plan, parent, moving);
  g_autofree guint *places = g_new (guint, MAX (n_gaps, 1));
  gboolean room = find_places (siblings, gaps, n_gaps, places);
  guint k = 0;

  for (guint i = 0; room && i < n_gaps; k += gaps[i++].n)
    room = room_at (self->plan, siblings, places[i], gaps[i].n, positions + k);
  return room || spread (self, siblings, places, gaps, n_gaps, positions, error);
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
  return guatu_position_for_gaps (self, parent, moving, &(GuatuGap) { before, n }, 1, positions, error);
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
