/* guatu-task-drop.c — finds the place in the plan that a place among the rows means. */
#include "guatu-task-drop.h"

#include <glib/gi18n.h>
#include <math.h>

#include "guatu-edit-private.h"

/* What of a row's height, from its edges, means the gap beside it. */
#define EDGE 0.3

typedef struct
{
  GuatuBattleView *view;
  const GuatuPlan *plan;
  const GuatuRows *rows;
  const gint64    *tasks;
  guint            n;
  GHashTable      *dragged;     /* set of their rows */
  int              group;       /* that the tasks would come to stand in; -1: none */
} Search;

static gint64
id_of (const Search *self,
       gint32        task)
{
  return task >= 0 ? guatu_plan_id (self->plan, GUATU_TABLE_TASK, task) : 0;
}

/* Whether the task is one of those that are dragged, or below one. */
static gboolean
is_dragged (const Search *self,
            gint32        task)
{
  for (; task >= 0; task = guatu_plan_task (self->plan, task)->parent)
    if (g_hash_table_contains (self->dragged, GINT_TO_POINTER (task)))
      return TRUE;

  return FALSE;
}

/* Rows around a gap ---------------------------------------------------------------------------------------- */

/* The group that the gap above the row @at belongs to. */
static int
group_of_gap (const Search *self,
              guint         at)
{
  if (at > 0)
    return self->rows->rows[at - 1].group;

  return self->rows->n > 0 ? self->rows->rows[0].group : -1;
}

/* The next row of a task that stays where it is, above (-1) or below (1), within the group. */
static const GuatuRow *
neighbour (const Search *self,
           int           at,
           int           step)
{
  for (int i = step < 0 ? at - 1 : at; i >= 0 && i < (int) self->rows->n; i += step)
    {
      const GuatuRow *row = &self->rows->rows[i];

      if (row->task < 0 || row->group != self->group)
        return NULL;
      if (!is_dragged (self, row->task))
        return row;
    }

  return NULL;
}

/* The next of the task's siblings that stays. */
static gint32
next_that_stays (const Search *self,
                 gint32        task)
{
  while (task >= 0 && is_dragged (self, task))
    task = guatu_plan_task (self->plan, task)->next_sibling;

  return task;
}

/* Behind @above, which is not below @level, or below it. */
static void
place_behind (const Search   *self,
              const GuatuRow *above,
              const GuatuRow *below,
              GuatuTaskDrop  *drop)
{
  const GuatuTask *tasks = guatu_plan_tasks (self->plan);
  gint32 task = above->task, before;

  if (drop->level > above->depth)
    {
      drop->parent = id_of (self, task);
      drop->before = id_of (self, next_that_stays (self, tasks[task].first_child));
      return;
    }
  for (guint depth = above->depth; depth > drop->level && tasks[task].parent >= 0; depth--)
    task = tasks[task].parent;
  before = below != NULL && tasks[below->task].parent == tasks[task].parent ? below->task : tasks[task].next_sibling;
  drop->parent = id_of (self, tasks[task].parent);
  drop->before = id_of (self, next_that_stays (self, before));
}

static void
find_gap (Search        *self,
          guint          at,
          int            level,
          GuatuTaskDrop *drop)
{
  const GuatuRow *above, *below;
  int least, most;

  self->group = group_of_gap (self, at);
  above = neighbour (self, (int) at, -1);
  below = neighbour (self, (int) at, 1);
  least = below != NULL ? below->depth : 0;
  most = above != NULL ? above->depth + (above->flags & GUATU_ROW_FOLDED ? 0 : 1) : least;

  drop->into = FALSE;
  drop->row = at;
  drop->level = (guint) CLAMP (level, least, MAX (least, most));
  drop->parent = drop->before = 0;
  if (above != NULL)
    place_behind (self, above, below, drop);
  else if (below != NULL)
    {
      drop->parent = id_of (self, guatu_plan_task (self->plan, below->task)->parent);
      drop->before = id_of (self, below->task);
    }
}

static void
find_row (Search        *self,
          guint          at,
          GuatuTaskDrop *drop)
{
  const GuatuRow *row = &self->rows->rows[at];

  self->group = row->group;
  drop->into = TRUE;
  drop->row = at;
  drop->level = row->depth + 1u;
  drop->parent = id_of (self, row->task);
  drop->before = 0;
}

/* What speaks against it ------------------------------------------------------------------------------------- */

static gboolean
check_order (const Search *self,
             GError      **error)
{
  if (guatu_battle_view_get_query (self->view)->sort != GUATU_SORT_OUTLINE)
    return guatu_edit_refuse (error, "%s", _("The rows are sorted and cannot be moved. Click the heading of the number "
                                             "column to return to the plan’s order."));

  return TRUE;
}

static gboolean
check_parent (const Search        *self,
              const GuatuTaskDrop *drop,
              GError             **error)
{
  gint32 parent = drop->parent != 0 ? guatu_plan_find (self->plan, GUATU_TABLE_TASK, drop->parent) : -1;

  if (!is_dragged (self, parent))
    return TRUE;
  if (self->n > 1)
    return guatu_edit_refuse (error, "%s", _("Tasks cannot be moved under one of themselves."));

  return guatu_edit_refuse (error, _("“%s” cannot be put under itself."),
                            guatu_plan_task_name (self->plan,
                                                  guatu_plan_find (self->plan, GUATU_TABLE_TASK, self->tasks[0])));
}

/* Whether the groups are parts of the plan that a place in the list can stand for. */
static gboolean
check_group (const Search  *self,
             GuatuTaskDrop *drop,
             GError       **error)
{
  drop->changes_category = FALSE;
  drop->category = 0;
  if (self->rows->grouping == GUATU_GROUP_NONE || self->group < 0)
    return TRUE;

  for (guint i = 0; i < self->n; i++)
    {
      gint32 task = guatu_plan_find (self->plan, GUATU_TABLE_TASK, self->tasks[i]);
      gint32 place = task >= 0 ? self->rows->places[task] : -1;

      if (place < 0 || self->rows->rows[place].group == self->group)
        continue;
      if (self->rows->grouping != GUATU_GROUP_CATEGORY)
        return guatu_edit_refuse (error, _("The group of “%s” does not depend on its place. Change it in the task’s "
                                           "details."),
                                  guatu_plan_task_name (self->plan, task));
      drop->changes_category = TRUE;
    }
  if (drop->changes_category && self->rows->groups[self->group].key >= 0)
    drop->category = guatu_plan_id (self->plan, GUATU_TABLE_CATEGORY, self->rows->groups[self->group].key);

  return TRUE;
}

gboolean
guatu_task_drop_find (GuatuBattleView *view,
                      const gint64    *tasks,
                      guint            n,
                      double           y,
                      int              level,
                      GuatuTaskDrop   *drop,
                      GError         **error)
{
  const GuatuRows *rows = guatu_battle_view_get_rows (view);
  g_autoptr(GHashTable) dragged = g_hash_table_new (NULL, NULL);
  Search self = { view, guatu_battle_view_get_chart (view)->plan, rows, tasks, n, dragged, -1 };
  double at = CLAMP (floor (y), 0, rows->n), part = CLAMP (y - at, 0, 1);
  guint row = (guint) at;

  for (guint i = 0; i < n; i++)
    g_hash_table_add (dragged, GINT_TO_POINTER (guatu_plan_find (self.plan, GUATU_TABLE_TASK, tasks[i])));
  if (!check_order (&self, error))
    return FALSE;
  if (row < rows->n && rows->rows[row].task >= 0 && part > EDGE && part < 1 - EDGE)
    find_row (&self, row, drop);
  else
    find_gap (&self, row < rows->n && part >= 0.5 ? row + 1 : row, level, drop);

  return check_parent (&self, drop, error) && check_group (&self, drop, error);
}

/* Going there ------------------------------------------------------------------------------------------------ */

/* The task's entry in the ledger by whose categories the rows are grouped; 0: it has none. */
static gint64
find_item (const GuatuPlan *plan,
           gint32           task,
           gint32           ledger)
{
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    if (guatu_plan_number (plan, GUATU_TABLE_LEDGER_ITEM, rows[i], GUATU_LEDGER_ITEM_LEDGER) == ledger)
      return guatu_plan_id (plan, GUATU_TABLE_LEDGER_ITEM, rows[i]);

  return 0;
}

static gboolean
set_category (GuatuBattleView *view,
              gint64           task,
              gint64           category,
              GError         **error)
{
  GuatuDocument *document = guatu_battle_view_get_document (view);
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, task);
  gint32 ledger = guatu_rows_ledger (plan, guatu_battle_view_get_query (view)->ledger);
  gint64 item = row >= 0 && ledger >= 0 ? find_item (plan, row, ledger) : 0;
  GuatuValue value = category != 0 ? GUATU_INTEGER (category) : GUATU_NULL;

  if (row < 0 || ledger < 0 || (item == 0 && category == 0))
    return TRUE;
  if (item != 0)
    return guatu_document_set (document, GUATU_TABLE_LEDGER_ITEM, item,
                               &(GuatuSetting) { GUATU_LEDGER_ITEM_CATEGORY, value }, 1, error);

  return guatu_document_add (document, GUATU_TABLE_LEDGER_ITEM, (GuatuSetting[]) {
                               { GUATU_LEDGER_ITEM_LEDGER,
                                 GUATU_INTEGER (guatu_plan_id (plan, GUATU_TABLE_LEDGER, ledger)) },
                               { GUATU_LEDGER_ITEM_TASK, GUATU_INTEGER (task) },
                               { GUATU_LEDGER_ITEM_CATEGORY, value },
                             }, 3, NULL, error);
}

gboolean
guatu_task_drop_do (GuatuBattleView     *view,
                    const gint64        *tasks,
                    guint                n,
                    const GuatuTaskDrop *drop,
                    GError             **error)
{
  GuatuDocument *document = guatu_battle_view_get_document (view);
  gboolean ok;

  if (!drop->changes_category)
    return guatu_document_move_tasks (document, "tasks-move", tasks, n, drop->parent, drop->before, error);

  if (!guatu_document_begin_group (document, error))
    return FALSE;
  ok = guatu_document_move_tasks (document, "tasks-move", tasks, n, drop->parent, drop->before, error);
  for (guint i = 0; i < n && ok; i++)
    ok = set_category (view, tasks[i], drop->category, error);

  return guatu_document_end_group (document, ok, "tasks-move", NULL, n, error);
}
