/* guatu-task-outline.c — what the keyboard does to rows: added, moved up and down, in and out. */
#include "guatu-task-edit.h"

static gint64
id_of (const GuatuPlan *plan,
       gint32           row)
{
  return row >= 0 ? guatu_plan_id (plan, GUATU_TABLE_TASK, row) : 0;
}

/* The one before it among its siblings, or -1: what stands before it in the outline, or what that is below. */
static gint32
sibling_before (const GuatuPlan *plan,
                gint32           task)
{
  const GuatuTask *tasks = guatu_plan_tasks (plan);
  gint32 before = guatu_plan_task_at (plan, guatu_plan_task_place (plan, task) - 1);

  while (before >= 0 && tasks[before].parent != tasks[task].parent)
    before = tasks[before].parent;

  return before;
}

/* A position between the task and the one before it; GUATU_NONE where there is no room. */
static gint64
room_before (const GuatuPlan *plan,
             gint32           task)
{
  gint32 before = sibling_before (plan, task);
  gint64 here = guatu_plan_task (plan, task)->position;
  gint64 there = before >= 0 ? guatu_plan_task (plan, before)->position : here - 1024;

  if (there < guatu_field (GUATU_TABLE_TASK, GUATU_TASK_POSITION)->min)
    return GUATU_NONE;

  return here - there > 1 ? there + (here - there) / 2 : GUATU_NONE;
}

gboolean
guatu_task_edit_add (GuatuDocument *document,
                     const char    *name,
                     gint64         before,
                     gint64        *id,
                     GError       **error)
{
  return guatu_task_edit_add_with (document, name, NULL, 0, before, id, error);
}

/* Siblings that stand without a gap are made to move up, in the same entry. */
static gboolean
add_and_move (GuatuDocument      *document,
              const GuatuSetting *settings,
              guint               n,
              gint64              parent,
              gint64              before,
              gint64             *id,
              GError            **error)
{
  gboolean ok;

  if (!guatu_document_begin_group (document, error))
    return FALSE;
  ok = guatu_document_add (document, GUATU_TABLE_TASK, settings, n, id, error)
       && guatu_document_move_task (document, *id, parent, before, error);

  return guatu_document_end_group (document, ok, "tasks-add", NULL, 1, error);
}

gboolean
guatu_task_edit_add_with (GuatuDocument      *document,
                          const char         *name,
                          const GuatuSetting *more,
                          guint               n_more,
                          gint64              before,
                          gint64             *id,
                          GError            **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 beside = before != 0 ? guatu_plan_find (plan, GUATU_TABLE_TASK, before) : -1;
  gint64 parent = beside >= 0 ? id_of (plan, guatu_plan_task (plan, beside)->parent) : 0;
  gint64 position = beside >= 0 ? room_before (plan, beside) : GUATU_NONE;
  GuatuSetting settings[3 + GUATU_TASK_EDIT_MOST] = { { GUATU_TASK_NAME, GUATU_TEXT (name) } };
  guint n = 1;

  g_return_val_if_fail (n_more <= GUATU_TASK_EDIT_MOST, FALSE);

  for (guint i = 0; i < n_more; i++)
    settings[n++] = more[i];
  if (parent != 0)
    settings[n++] = (GuatuSetting) { GUATU_TASK_PARENT, GUATU_INTEGER (parent) };
  if (beside >= 0 && position == GUATU_NONE)
    return add_and_move (document, settings, n, parent, before, id, error);
  if (position != GUATU_NONE)
    settings[n++] = (GuatuSetting) { GUATU_TASK_POSITION, GUATU_INTEGER (position) };

  return guatu_document_add (document, GUATU_TABLE_TASK, settings, n, id, error);
}

/* Some of the children of one task, side by side: what a key moves as one. */
typedef struct
{
  const gint64 *ids;
  guint         n;
} Run;

/* Where the run would go; FALSE where the outline goes no further. */
static gboolean
find_place (const GuatuPlan *plan,
            const Run       *run,
            GuatuMove        move,
            gint32          *parent,
            gint32          *before)
{
  const GuatuTask *tasks = guatu_plan_tasks (plan);
  gint32 first = guatu_plan_find (plan, GUATU_TABLE_TASK, run->ids[0]);
  gint32 last = guatu_plan_find (plan, GUATU_TABLE_TASK, run->ids[run->n - 1]);

  *parent = tasks[first].parent;
  *before = -1;
  switch (move)
    {
    case GUATU_MOVE_IN:
      *parent = sibling_before (plan, first);
      return *parent >= 0;
    case GUATU_MOVE_OUT:
      if (*parent < 0)
        return FALSE;
      *before = tasks[*parent].next_sibling;
      *parent = tasks[*parent].parent;
      return TRUE;
    case GUATU_MOVE_UP:
      *before = sibling_before (plan, first);
      return *before >= 0;
    case GUATU_MOVE_DOWN:
    default:
      if (tasks[last].next_sibling < 0)
        return FALSE;
      *before = tasks[tasks[last].next_sibling].next_sibling;
      return TRUE;
    }
}

static gint32
row_of (const GuatuPlan *plan,
        gint64           id)
{
  return guatu_plan_find (plan, GUATU_TABLE_TASK, id);
}

/* How many of the tasks, from the first, belong to one run. What goes out of a parent goes together, whatever stands
 * between; elsewhere those that stand side by side. */
static guint
length_of_run (const GuatuPlan *plan,
               const gint64    *ids,
               guint            n,
               GuatuMove        move)
{
  const GuatuTask *tasks = guatu_plan_tasks (plan);
  guint length = 1;

  for (; length < n; length++)
    {
      gint32 here = row_of (plan, ids[length]), before = row_of (plan, ids[length - 1]);

      if (tasks[here].parent != tasks[before].parent
          || (move != GUATU_MOVE_OUT && tasks[before].next_sibling != here))
        break;
    }

  return length;
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const GuatuPlan *plan = data;
  guint place = guatu_plan_task_place (plan, row_of (plan, *(const gint64 *) a));
  guint other = guatu_plan_task_place (plan, row_of (plan, *(const gint64 *) b));

  return place < other ? -1 : place > other;
}

/* The tasks in the order of the outline, without those that are gone, or below another of them. Free the array. */
static GArray *
read_roots (const GuatuPlan *plan,
            const gint64    *ids,
            guint            n)
{
  g_autoptr(GHashTable) all = g_hash_table_new (NULL, NULL);
  GArray *roots = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n; i++)
    g_hash_table_add (all, GINT_TO_POINTER (row_of (plan, ids[i]) + 1));
  for (guint i = 0; i < n; i++)
    {
      gint32 row = row_of (plan, ids[i]), above = row;

      if (row < 0)
        continue;
      do
        above = guatu_plan_task (plan, above)->parent;
      while (above >= 0 && !g_hash_table_contains (all, GINT_TO_POINTER (above + 1)));
      if (above < 0)
        g_array_append_val (roots, ids[i]);
    }
  g_array_sort_with_data (roots, compare_places, (gpointer) plan);

  return roots;
}

/* The runs that @roots, which must outlive them, fall into. Free the array. */
static GArray *
read_runs (const GuatuPlan *plan,
           const GArray    *roots,
           GuatuMove        move)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));
  const gint64 *ids = (const gint64 *) (gpointer) roots->data;

  for (guint at = 0; at < roots->len;)
    {
      Run run = { ids + at, length_of_run (plan, ids + at, roots->len - at, move) };

      g_array_append_val (runs, run);
      at += run.n;
    }

  return runs;
}

/* Where the runs go, each seen by itself. The others do not wait for a run that stands at the edge. Free the array. */
static GArray *
find_blocks (const GuatuPlan *plan,
             const GArray    *runs,
             GuatuMove        move)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (GuatuBlock));

  for (guint i = 0; i < runs->len; i++)
    {
      const Run *run = &g_array_index (runs, Run, i);
      gint32 parent, before;

      if (find_place (plan, run, move, &parent, &before))
        {
          GuatuBlock block = { run->ids, run->n, id_of (plan, parent), id_of (plan, before) };

          g_array_append_val (blocks, block);
        }
    }

  return blocks;
}

gboolean
guatu_task_edit_move (GuatuDocument *document,
                      const gint64  *tasks,
                      guint          n,
                      GuatuMove      move,
                      GError       **error)
{
  static const char * const kinds[] = { "tasks-indent", "tasks-outdent", "tasks-move", "tasks-move" };
  const GuatuPlan *plan = guatu_document_get_plan (document);
  g_autoptr(GArray) roots = read_roots (plan, tasks, n);
  g_autoptr(GArray) runs = read_runs (plan, roots, move);
  g_autoptr(GArray) blocks = find_blocks (plan, runs, move);

  return blocks->len > 0
         && guatu_document_move_blocks (document, kinds[move], (const GuatuBlock *) (gpointer) blocks->data,
                                        blocks->len, error);
}
