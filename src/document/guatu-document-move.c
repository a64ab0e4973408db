/* guatu-document-move.c — the verb that moves several tasks at once. */
#include "guatu-row-edit.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GuatuDocument *document;
  gint32        *rows;
  guint          n;
  gint32         parent;
  gint32         before;      /* -1: at the end; none of those that move */
  GHashTable    *moving;      /* set of rows */
} Move;

static gboolean
find_tasks (Move *self, const gint64 *tasks, gint64 parent, gint64 before, GError **error)
{
  for (guint i = 0; i < self->n; i++)
    {
      self->rows[i] = guatu_document_find_row (self->document, GUATU_TABLE_TASK, tasks[i], error);
      if (self->rows[i] < 0)
        return FALSE;
      g_hash_table_add (self->moving, GINT_TO_POINTER (self->rows[i]));
    }
  if (parent != 0 && (self->parent = guatu_document_find_row (self->document, GUATU_TABLE_TASK, parent, error)) < 0)
    return FALSE;
  if (before != 0 && (self->before = guatu_document_find_row (self->document, GUATU_TABLE_TASK, before, error)) < 0)
    return FALSE;
  return TRUE;
}

static gboolean
check_before (Move *self, GError **error)
{
  const GuatuPlan *plan = self->document->plan;

  if (self->before >= 0 && guatu_plan_task (plan, self->before)->parent != self->parent)
    {
      g_autofree char *title = guatu_plan_task_title (plan, self->before);

      return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                    _("Task %s does not stand in the place that was asked for. Name a task there to "
                                      "move before, or none to move to the end."), title);
    }
  while (self->before >= 0 && g_hash_table_contains (self->moving, GINT_TO_POINTER (self->before)))
    self->before = guatu_plan_task (plan, self->before)->next_sibling;
  return TRUE;
}

/* Whether a task would come to stand under itself, or under another that moves. */
static gboolean
check_parent (Move *self, gint32 row, GError **error)
{
  const GuatuPlan *plan = self->document->plan;
  g_autofree char *title = NULL;
  g_autofree char *other = NULL;

  if (self->parent == row)
    {
      title = guatu_plan_task_title (plan, row);
      return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID, _("Task %s cannot be put under itself."),
                                    title);
    }
  if (self->parent < 0 || !guatu_plan_is_ancestor (plan, row, self->parent))
    return TRUE;
  title = guatu_plan_task_title (plan, row);
  other = guatu_plan_task_title (plan, self->parent);
  return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                _("Task %s cannot be put under task %s, which is one of its own subtasks."), title,
                                other);
}

/* The network as it would be when all of them have moved. */
static gboolean
check_network (Move *self, GError **error)
{
  const GuatuPlan *plan = self->document->plan;
  g_autoptr(GuatuOverlay) overlay = guatu_overlay_new ();
  GuatuValue parent = self->parent >= 0 ? GUATU_INTEGER (guatu_plan_id (plan, GUATU_TABLE_TASK, self->parent))
                                        : GUATU_NULL;
  gboolean changes = FALSE;

  for (guint i = 0; i < self->n; i++)
    {
      if (!check_parent (self, self->rows[i], error))
        return FALSE;
      if (guatu_plan_task (plan, self->rows[i])->parent == self->parent)
        continue;
      guatu_overlay_set (overlay, GUATU_TABLE_TASK, self->rows[i], GUATU_TASK_PARENT, parent);
      changes = TRUE;
    }
  return !changes || guatu_document_check_network (self->document, overlay, error);
}

/* Whether they stand there already, one behind the other. */
static gboolean
is_in_place (const Move *self)
{
  const GuatuPlan *plan = self->document->plan;

  for (guint i = 0; i < self->n; i++)
    {
      const GuatuTask *task = guatu_plan_task (plan, self->rows[i]);
      gint32 next = i + 1 < self->n ? self->rows[i + 1] : self->before;

      if (task->parent != self->parent || task->next_sibling != next)
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_tasks (Move *self, GError **error)
{
  const GuatuPlan *plan = self->document->plan;
  g_autofree gint64 *positions = g_new (gint64, self->n);
  GuatuSetting setting = { GUATU_TASK_PARENT, GUATU_NULL };

  if (!guatu_position_for_block (self->document, self->parent, self->before, self->moving, self->n, positions, error))
    return FALSE;
  if (self->parent >= 0)
    setting.value = GUATU_INTEGER (guatu_plan_id (plan, GUATU_TABLE_TASK, self->parent));

  for (guint i = 0; i < self->n; i++)
    {
      GuatuRowEdit edit;

      guatu_row_edit_init_row (&edit, self->document, GUATU_TABLE_TASK, self->rows[i]);
      if (!guatu_row_edit_take (&edit, &setting, 1, error))
        return FALSE;
      guatu_row_edit_set_number (&edit, GUATU_TASK_POSITION, positions[i]);
      if (!guatu_row_edit_write (&edit, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
guatu_document_move_tasks (GuatuDocument *self,
                           const char    *kind,
                           const gint64  *tasks,
                           guint          n,
                           gint64         parent,
                           gint64         before,
                           GError       **error)
{
  g_autoptr(GHashTable) moving = g_hash_table_new (NULL, NULL);
  g_autofree gint32 *rows = g_new (gint32, MAX (n, 1));
  Move move = { .document = self, .rows = rows, .n = n, .parent = -1, .before = -1, .moving = moving };
  JsonObject *arguments = NULL;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self) && kind != NULL, FALSE);
  g_return_val_if_fail (tasks != NULL && n > 0, FALSE);

  if (n == 1)
    return guatu_document_move_task (self, tasks[0], parent, before, error);
  if (!guatu_document_begin (self, error))
    return FALSE;

  ok = find_tasks (&move, tasks, parent, before, error) && check_before (&move, error) &&
       check_network (&move, error) && (is_in_place (&move) || write_tasks (&move, error));
  if (ok)
    {
      arguments = json_object_new ();
      json_object_set_int_member (arguments, "n", n);
    }
  return guatu_document_end (self, ok, kind, arguments, 0, error);
}
