/* guatu-battle-view-folds.c — summaries and groups of which the rows below are hidden. */
#include "guatu-battle-view-private.h"

#include "guatu-occurrences.h"

/* Rows of tables are known by their ids, other keys by a negative number. */
static gint64
group_id (GuatuBattleView *self,
          gint32           key)
{
  GuatuTable table = guatu_rows_group_table (self->query.grouping);

  return key >= 0 && table != GUATU_N_TABLES ? guatu_plan_id (guatu_battle_view_plan (self), table, key)
                                             : -2 - (gint64) key;
}

void
guatu_battle_view_find_folded_groups (GuatuBattleView *self)
{
  GuatuTable table = guatu_rows_group_table (self->query.grouping);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_remove_all (self->folded_groups);
  g_hash_table_iter_init (&iter, self->folded_ids);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    {
      gint64 id = *(gint64 *) value;
      gint32 key = -1;

      if (id < 0)
        key = (gint32) (-2 - id);
      else if (table != GUATU_N_TABLES)
        key = guatu_battle_view_row_of (self, table, id);
      if (id < 0 || key >= 0)
        g_hash_table_add (self->folded_groups, GINT_TO_POINTER (key));
    }
}

void
guatu_battle_view_toggle (GuatuBattleView *self,
                          guint            row)
{
  const GuatuRow *shown;

  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));
  g_return_if_fail (row < self->content->rows->n);

  shown = &self->content->rows->rows[row];
  if (shown->task >= 0)
    {
      gint64 id = guatu_plan_id (guatu_battle_view_plan (self), GUATU_TABLE_TASK, shown->task);

      if (!g_hash_table_remove (self->folded, &id))
        g_hash_table_add (self->folded, guatu_battle_view_copy_id (id));
    }
  else
    {
      gint64 id = group_id (self, self->content->rows->groups[shown->group].key);

      if (!g_hash_table_remove (self->folded_ids, &id))
        g_hash_table_add (self->folded_ids, guatu_battle_view_copy_id (id));
      guatu_battle_view_find_folded_groups (self);
    }
  guatu_battle_view_update_rows (self);
}

gboolean
guatu_battle_view_unfold (GuatuBattleView *self,
                          gint32           task)
{
  const GuatuPlan *plan = guatu_battle_view_plan (self);
  gint64 id = guatu_plan_id (plan, GUATU_TABLE_TASK, task);

  if (guatu_task_recurrence (plan, task) < 0)
    return g_hash_table_remove (self->folded, &id);

  return g_hash_table_add (self->folded, guatu_battle_view_copy_id (id));
}

static guint
level_of (const GuatuPlan *plan,
          gint32           task)
{
  guint level = 1;

  for (gint32 above = guatu_plan_task (plan, task)->parent; above >= 0; above = guatu_plan_task (plan, above)->parent)
    level++;

  return level;
}

void
guatu_battle_view_fold_to (GuatuBattleView *self,
                           guint            levels)
{
  const GuatuPlan *plan = guatu_battle_view_plan (self);
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  g_hash_table_remove_all (self->folded);
  g_hash_table_remove_all (self->folded_ids);
  g_hash_table_remove_all (self->folded_groups);
  for (guint i = 0; i < n; i++)
    {
      gint32 parent = guatu_plan_task (plan, outline[i])->parent;

      /* A recurring task is one row unless it was opened by itself. */
      if (parent >= 0 && guatu_task_recurrence (plan, parent) < 0 && level_of (plan, parent) >= levels)
        g_hash_table_add (self->folded, guatu_battle_view_copy_id (guatu_plan_id (plan, GUATU_TABLE_TASK, parent)));
    }
  guatu_battle_view_update_rows (self);
}

void
guatu_battle_view_fold_all (GuatuBattleView *self,
                            gboolean         folded)
{
  const GuatuRows *rows;

  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  guatu_battle_view_fold_to (self, folded ? 1 : G_MAXUINT);
  rows = self->content->rows;
  if (!folded || rows->n_groups == 0 || rows->merged)
    return;
  for (guint i = 0; i < rows->n_groups; i++)
    g_hash_table_add (self->folded_ids, guatu_battle_view_copy_id (group_id (self, rows->groups[i].key)));
  guatu_battle_view_find_folded_groups (self);
  guatu_battle_view_update_rows (self);
}

static GArray *
copy_ids (GHashTable *set)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), g_hash_table_size (set));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);

  return ids;
}

static void
take_ids (GHashTable *set,
          GArray     *ids)
{
  g_hash_table_remove_all (set);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, guatu_battle_view_copy_id (g_array_index (ids, gint64, i)));
}

GArray *
guatu_battle_view_get_folded (GuatuBattleView *self,
                              GArray         **groups)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_VIEW (self), NULL);

  *groups = copy_ids (self->folded_ids);

  return copy_ids (self->folded);
}

void
guatu_battle_view_set_folded (GuatuBattleView *self,
                              GArray          *tasks,
                              GArray          *groups)
{
  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  take_ids (self->folded, tasks);
  take_ids (self->folded_ids, groups);
  guatu_battle_view_find_folded_groups (self);
  guatu_battle_view_update_rows (self);
}
