/* guatu-plan-outline.c — the tree of tasks: children, outline order, numbers and WBS codes. */
#include "guatu-plan-private.h"

#include <glib/gi18n-lib.h>

static GuatuTask *
task_at (const GuatuPlan *self, gint32 row)
{
  return row_data (self, GUATU_TABLE_TASK, row);
}

void
guatu_plan_clear_outline (GuatuPlan *self)
{
  g_clear_pointer (&self->outline, g_free);
  g_clear_pointer (&self->places, g_free);
  g_clear_pointer (&self->siblings, g_free);
  self->n_outline = 0;
  self->first_task = -1;
}

/* Hangs every task in front of its parent's other children; taken from last to first they end up in order. */
static void
hang_children (GuatuPlan *self, const gint32 *rows, guint n)
{
  for (guint i = 0; i < n; i++)
    task_at (self, rows[i])->first_child = -1;
  self->first_task = -1;

  for (guint i = n; i-- > 0;)
    {
      GuatuTask *task = task_at (self, rows[i]);
      gint32 *first = task->parent >= 0 ? &task_at (self, task->parent)->first_child : &self->first_task;

      task->next_sibling = *first;
      *first = rows[i];
    }
}

/* The next task in outline order. */
static gint32
next_in_outline (const GuatuPlan *self, gint32 row)
{
  if (task_at (self, row)->first_child >= 0)
    return task_at (self, row)->first_child;

  while (row >= 0 && task_at (self, row)->next_sibling < 0)
    row = task_at (self, row)->parent;

  return row >= 0 ? task_at (self, row)->next_sibling : -1;
}

static void
walk_outline (GuatuPlan *self)
{
  self->n_outline = 0;
  for (gint32 row = self->first_task; row >= 0; row = next_in_outline (self, row))
    {
      self->outline[self->n_outline++] = row;
      self->places[row] = self->n_outline;
    }
}

/* Tasks on a parent loop are not reached from the top. A file never holds one unless it was tampered
 * with; memory cuts it, so that no walk up or down the tree fails to end. */
static void
cut_loops (GuatuPlan *self, const gint32 *rows, guint n)
{
  self->has_loop = TRUE;
  guatu_plan_clear_referrers (&self->rows[GUATU_TABLE_TASK], GUATU_TABLE_TASK);
  for (guint i = 0; i < n; i++)
    if (self->places[rows[i]] == 0)
      task_at (self, rows[i])->parent = -1;
}

void
guatu_plan_make_outline (GuatuPlan *self)
{
  guint n_rows = self->rows[GUATU_TABLE_TASK].n_rows;
  g_autofree gint32 *rows = NULL;
  guint n;

  guatu_plan_clear_outline (self);
  rows = guatu_plan_in_order (self, GUATU_TABLE_TASK, &n);
  self->outline = g_new (gint32, n);
  self->places = g_new0 (guint32, n_rows);
  self->siblings = g_new0 (guint32, n_rows);

  hang_children (self, rows, n);
  walk_outline (self);
  if (self->n_outline < n)
    {
      cut_loops (self, rows, n);
      hang_children (self, rows, n);
      walk_outline (self);
    }

  for (guint i = 0; i < n; i++)
    {
      gint32 row = self->outline[i];
      gint32 parent = task_at (self, row)->parent;
      gint32 first = parent >= 0 ? task_at (self, parent)->first_child : self->first_task;

      if (row == first)
        self->siblings[row] = 1;
      if (task_at (self, row)->next_sibling >= 0)
        self->siblings[task_at (self, row)->next_sibling] = self->siblings[row] + 1;
    }

  self->tree_is_stale = FALSE;
}

gboolean
guatu_plan_has_loop (const GuatuPlan *self)
{
  return self->has_loop;
}

const gint32 *
guatu_plan_outline (const GuatuPlan *self, guint *n)
{
  g_return_val_if_fail (!self->tree_is_stale, NULL);

  *n = self->n_outline;
  return self->outline;
}

guint
guatu_plan_task_place (const GuatuPlan *self, gint32 task)
{
  g_return_val_if_fail (!self->tree_is_stale && row_is_live (self, GUATU_TABLE_TASK, task), 0);

  return self->places[task];
}

gint32
guatu_plan_task_at (const GuatuPlan *self, guint place)
{
  g_return_val_if_fail (!self->tree_is_stale, -1);

  return place >= 1 && place <= self->n_outline ? self->outline[place - 1] : -1;
}

gint32
guatu_plan_first_task (const GuatuPlan *self)
{
  g_return_val_if_fail (!self->tree_is_stale, -1);

  return self->first_task;
}

guint
guatu_plan_task_depth (const GuatuPlan *self, gint32 task)
{
  guint depth = 0;

  g_return_val_if_fail (row_is_live (self, GUATU_TABLE_TASK, task), 0);

  for (gint32 parent = task_at (self, task)->parent; parent >= 0; parent = task_at (self, parent)->parent)
    depth++;

  return depth;
}

gboolean
guatu_plan_is_summary (const GuatuPlan *self, gint32 task)
{
  g_return_val_if_fail (!self->tree_is_stale && row_is_live (self, GUATU_TABLE_TASK, task), FALSE);

  return task_at (self, task)->first_child >= 0;
}

gboolean
guatu_plan_is_active (const GuatuPlan *self, gint32 task)
{
  g_return_val_if_fail (row_is_live (self, GUATU_TABLE_TASK, task), FALSE);

  for (; task >= 0; task = guatu_plan_task (self, task)->parent)
    if (!guatu_plan_task (self, task)->active)
      return FALSE;

  return TRUE;
}

gboolean
guatu_plan_is_ancestor (const GuatuPlan *self, gint32 ancestor, gint32 task)
{
  g_return_val_if_fail (row_is_live (self, GUATU_TABLE_TASK, task), FALSE);

  for (gint32 parent = task_at (self, task)->parent; parent >= 0; parent = task_at (self, parent)->parent)
    if (parent == ancestor)
      return TRUE;

  return FALSE;
}

char *
guatu_plan_task_wbs (const GuatuPlan *self, gint32 task)
{
  g_autofree gint32 *path = NULL;
  const char *own;
  GString *code;
  guint depth;

  g_return_val_if_fail (!self->tree_is_stale && row_is_live (self, GUATU_TABLE_TASK, task), NULL);

  own = guatu_plan_text (self, task_at (self, task)->wbs);
  if (own[0] != '\0')
    return g_strdup (own);

  depth = guatu_plan_task_depth (self, task);
  path = g_new (gint32, depth + 1);
  for (guint i = depth + 1; i > 0; task = task_at (self, task)->parent)
    path[--i] = task;
  code = g_string_new (NULL);
  for (guint i = 0; i <= depth; i++)
    g_string_append_printf (code, i > 0 ? ".%u" : "%u", self->siblings[path[i]]);

  return g_string_free (code, FALSE);
}

char *
guatu_plan_task_title (const GuatuPlan *self, gint32 task)
{
  g_return_val_if_fail (row_is_live (self, GUATU_TABLE_TASK, task), NULL);

  /* Translators: how messages name a task: its number and its name. */
  return g_strdup_printf (_("%u “%s”"), guatu_plan_task_place (self, task), guatu_plan_task_name (self, task));
}
