/* guatu-battle-view-selection.c — the tasks that are selected, and one that is brought into sight. */
#include "guatu-battle-view-private.h"

/* What is selected and is no more there is selected no more. */
void
guatu_battle_view_forget_removed (GuatuBattleView *self)
{
  const GuatuPlan *plan = guatu_battle_view_plan (self);
  gboolean forgotten = FALSE;
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->selected);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (guatu_plan_find (plan, GUATU_TABLE_TASK, *(gint64 *) id) < 0)
      {
        g_hash_table_iter_remove (&iter);
        forgotten = TRUE;
      }
  if (forgotten)
    g_signal_emit (self, guatu_battle_view_signals[GUATU_BATTLE_VIEW_SELECTION_CHANGED], 0);
}

gboolean
guatu_battle_view_is_selected (GuatuBattleView *self,
                               gint64           task)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_VIEW (self), FALSE);

  return g_hash_table_contains (self->selected, &task);
}

guint
guatu_battle_view_n_selected (GuatuBattleView *self)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_VIEW (self), 0);

  return g_hash_table_size (self->selected);
}

void
guatu_battle_view_select (GuatuBattleView *self,
                          const gint64    *tasks,
                          guint            n)
{
  gboolean same = n == g_hash_table_size (self->selected);

  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  for (guint i = 0; same && i < n; i++)
    same = g_hash_table_contains (self->selected, &tasks[i]);
  if (same)
    return;

  g_hash_table_remove_all (self->selected);
  for (guint i = 0; i < n; i++)
    g_hash_table_add (self->selected, guatu_battle_view_copy_id (tasks[i]));
  g_signal_emit (self, guatu_battle_view_signals[GUATU_BATTLE_VIEW_SELECTION_CHANGED], 0);
}

static gboolean
has_row (GuatuBattleView *self,
         gint32           task)
{
  const GuatuRows *rows = self->content->rows;

  for (guint i = 0; i < rows->n; i++)
    if (rows->rows[i].task == task)
      return TRUE;

  return FALSE;
}

static void
unfold_above (GuatuBattleView *self,
              gint32           task)
{
  const GuatuTask *tasks = guatu_plan_tasks (guatu_battle_view_plan (self));
  gboolean unfolded = FALSE;

  for (gint32 above = tasks[task].parent; above >= 0; above = tasks[above].parent)
    unfolded = guatu_battle_view_unfold (self, above) || unfolded;
  if (unfolded)
    guatu_battle_view_update_rows (self);
  /* Its group is one of those that are folded. */
  if (!has_row (self, task) && g_hash_table_size (self->folded_groups) > 0)
    {
      g_hash_table_remove_all (self->folded_groups);
      guatu_battle_view_update_rows (self);
    }
}

void
guatu_battle_view_reveal (GuatuBattleView *self,
                          gint64           task)
{
  gint32 row;

  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  row = guatu_plan_find (guatu_battle_view_plan (self), GUATU_TABLE_TASK, task);
  if (row < 0)
    return;
  unfold_above (self, row);
  guatu_battle_view_select (self, &task, 1);
  g_signal_emit (self, guatu_battle_view_signals[GUATU_BATTLE_VIEW_REVEALED], 0, task);
}
