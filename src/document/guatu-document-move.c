/* guatu-document-move.c — the verbs that move several tasks at once: a block of them, or blocks to many places. */
#include "guatu-row-edit.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint32 *rows;               /* borrowed from those of all */
  guint   n;
  gint32  parent;
  gint32  before;             /* -1: at the end; none of those that move */
} Block;

typedef struct
{
  GuatuDocument *document;
  gint32        *rows;        /* of all blocks */
  guint          n_rows;
  Block         *blocks;
  guint          n;
  GHashTable    *moving;      /* set of rows */
} Move;

static gboolean
find_block (Move *self, Block *block, const GuatuBlock *of, GError **error)
{
  block->n = of->n;
  block->parent = block->before = -1;
  for (guint i = 0; i < of->n; i++)
    {
      block->rows[i] = guatu_document_find_row (self->document, GUATU_TABLE_TASK, of->tasks[i], error);
      if (block->rows[i] < 0)
        return FALSE;
      g_hash_table_add (self->moving, GINT_TO_POINTER (block->rows[i]));
    }
  if (of->parent != 0 &&
      (block->parent = guatu_document_find_row (self->document, GUATU_TABLE_TASK, of->parent, error)) < 0)
    return FALSE;
  if (of->before != 0 &&
      (block->before = guatu_document_find_row (self->document, GUATU_TABLE_TASK, of->before, error)) < 0)
    return FALSE;
  return TRUE;
}

static gboolean
find_blocks (Move *self, const GuatuBlock *blocks, GError **error)
{
  gint32 *rows = self->rows;

  for (guint i = 0; i < self->n; rows += blocks[i++].n)
    {
      self->blocks[i].rows = rows;
      if (!find_block (self, &self->blocks[i], &blocks[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_before (Move *self, Block *block, GError **error)
{
  const GuatuPlan *plan = self->document->plan;

  if (block->before >= 0 && guatu_plan_task (plan, block->before)->parent != block->parent)
    {
      g_autofree char *title = guatu_plan_task_title (plan, block->before);

      return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                    _("Task %s does not stand in the place that was asked for. Name a task there to "
                                      "move before, or none to move to the end."), title);
    }
  while (block->before >= 0 && g_hash_table_contains (self->moving, GINT_TO_POINTER (block->before)))
    block->before = guatu_plan_task (plan, block->before)->next_sibling;
  return TRUE;
}

/* Whether a task would come to stand under itself, or under another that moves. */
static gboolean
check_parent (Move *self, gint32 row, gint32 parent, GError **error)
{
  const GuatuPlan *plan = self->document->plan;
  g_autofree char *title = NULL;
  g_autofree char *other = NULL;

  if (parent == row)
    {
      title = guatu_plan_task_title (plan, row);
      return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID, _("Task %s cannot be put under itself."),
                                    title);
    }
  if (parent < 0 || !guatu_plan_is_ancestor (plan, row, parent))
    return TRUE;
  title = guatu_plan_task_title (plan, row);
  other = guatu_plan_task_title (plan, parent);
  return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                _("Task %s cannot be put under task %s, which is one of its own subtasks."), title,
                                other);
}

static GuatuValue
parent_value (const Move *self, const Block *block)
{
  return block->parent >= 0
         ? GUATU_INTEGER (guatu_plan_id (self->document->plan, GUATU_TABLE_TASK, block->parent)) : GUATU_NULL;
}

/* The network as it would be when all of them have moved. */
static gboolean
check_network (Move *self, GError **error)
{
  const GuatuPlan *plan = self->document->plan;
  g_autoptr(GuatuOverlay) overlay = guatu_overlay_new ();
  gboolean changes = FALSE;

  for (guint k = 0; k < self->n; k++)
    for (guint i = 0; i < self->blocks[k].n; i++)
      {
        const Block *block = &self->blocks[k];

        if (!check_parent (self, block->rows[i], block->parent, error))
          return FALSE;
        if (guatu_plan_task (plan, block->rows[i])->parent == block->parent)
          continue;
        guatu_overlay_set (overlay, GUATU_TABLE_TASK, block->rows[i], GUATU_TASK_PARENT, parent_value (self, block));
        changes = TRUE;
      }
  return !changes || guatu_document_check_network (self->document, overlay, error);
}

/* Whether the block stands there already, one task behind the other. */
static gboolean
is_in_place (const Move *self, const Block *block)
{
  const GuatuPlan *plan = self->document->plan;

  for (guint i = 0; i < block->n; i++)
    {
      const GuatuTask *task = guatu_plan_task (plan, block->rows[i]);
      gint32 next = i + 1 < block->n ? block->rows[i + 1] : block->before;

      if (task->parent != block->parent || task->next_sibling != next)
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_block (Move *self, const Block *block, const gint64 *positions, GError **error)
{
  GuatuSetting setting = { GUATU_TASK_PARENT, parent_value (self, block) };

  for (guint i = 0; i < block->n; i++)
    {
      GuatuRowEdit edit;

      guatu_row_edit_init_row (&edit, self->document, GUATU_TABLE_TASK, block->rows[i]);
      if (!guatu_row_edit_take (&edit, &setting, 1, error))
        return FALSE;
      guatu_row_edit_set_number (&edit, GUATU_TASK_POSITION, positions[i]);
      if (!guatu_row_edit_write (&edit, error))
        return FALSE;
    }
  return TRUE;
}

/* The blocks of one parent, the first @n of @blocks, find their places together. */
static gboolean
write_children (Move *self, const Block *blocks, guint n, GError **error)
{
  g_autofree gint64 *positions = g_new (gint64, self->n_rows);
  g_autofree GuatuGap *gaps = g_new (GuatuGap, n);
  const gint64 *next = positions;

  for (guint i = 0; i < n; i++)
    gaps[i] = (GuatuGap) { blocks[i].before, blocks[i].n };
  if (!guatu_position_for_gaps (self->document, blocks[0].parent, self->moving, gaps, n, positions, error))
    return FALSE;

  for (guint i = 0; i < n; next += blocks[i++].n)
    if (!write_block (self, &blocks[i], next, error))
      return FALSE;
  return TRUE;
}

/* By their parents; rows were found in the order in which the blocks came. */
static int
compare_blocks (gconstpointer a, gconstpointer b)
{
  const Block *left = a, *right = b;

  if (left->parent != right->parent)
    return left->parent < right->parent ? -1 : 1;
  return left->rows < right->rows ? -1 : left->rows > right->rows;
}

static gboolean
write_blocks (Move *self, GError **error)
{
  gboolean in_place = TRUE;
  guint from = 0, to = 0;

  for (guint i = 0; i < self->n && in_place; i++)
    in_place = is_in_place (self, &self->blocks[i]);
  if (in_place)
    return TRUE;

  qsort (self->blocks, self->n, sizeof *self->blocks, compare_blocks);
  for (; from < self->n; from = to)
    {
      while (to < self->n && self->blocks[to].parent == self->blocks[from].parent)
        to++;
      if (!write_children (self, self->blocks + from, to - from, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
move (Move *self, const GuatuBlock *blocks, GError **error)
{
  if (!find_blocks (self, blocks, error))
    return FALSE;
  for (guint i = 0; i < self->n; i++)
    if (!check_before (self, &self->blocks[i], error))
      return FALSE;
  return check_network (self, error) && write_blocks (self, error);
}

gboolean
guatu_document_move_blocks (GuatuDocument    *self,
                            const char       *kind,
                            const GuatuBlock *blocks,
                            guint             n,
                            GError          **error)
{
  Move data = { .document = self, .n = n };
  JsonObject *arguments = NULL;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self) && kind != NULL, FALSE);
  g_return_val_if_fail (blocks != NULL && n > 0, FALSE);

  for (guint i = 0; i < n; i++)
    data.n_rows += blocks[i].n;
  if (data.n_rows == 1 && n == 1)
    return guatu_document_move_task (self, blocks->tasks[0], blocks->parent, blocks->before, error);
  if (!guatu_document_begin (self, error))
    return FALSE;

  data.rows = g_new (gint32, MAX (data.n_rows, 1));
  data.blocks = g_new0 (Block, n);
  data.moving = g_hash_table_new (NULL, NULL);
  ok = move (&data, blocks, error);
  g_hash_table_unref (data.moving);
  g_free (data.blocks);
  g_free (data.rows);
  if (ok)
    {
      arguments = json_object_new ();
      json_object_set_int_member (arguments, "n", data.n_rows);
    }
  return guatu_document_end (self, ok, kind, arguments, 0, error);
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
  g_return_val_if_fail (tasks != NULL && n > 0, FALSE);

  return guatu_document_move_blocks (self, kind, &(GuatuBlock) { tasks, n, parent, before }, 1, error);
}
