/* guatu-chart-rows.c — makes the list of rows. */
#include "guatu-chart-rows.h"
#include "guatu-chart-rows-private.h"
#include "guatu-occurrences.h"

/* What is known of the tasks while the list is made; all arrays by task row. */
typedef struct
{
  const GuatuPlan      *plan;
  const GuatuSchedule  *schedule;
  const gint64         *shares;
  const GuatuRowsQuery *query;
  GuatuTaskSorter      *sorter;
  gint32               *keys;
  guint8               *passes;     /* meets the conditions itself */
  guint8               *needed;     /* that, or has a descendant in the same group that does */
  guint8               *hues;
  GArray               *rows;
  GArray               *stack;
} Builder;

typedef struct
{
  gint32 task;
  guint  depth;
} Pending;

static gboolean
same_group (Builder *self,
            gint32   task,
            gint32   other)
{
  return self->keys[task] == self->keys[other];
}

/* A summary without a key of its own stands in no group for its own sake. */
static gboolean
counts_itself (Builder *self,
               gint32   task)
{
  return self->passes[task]
         && (self->query->grouping == GUATU_GROUP_NONE || self->keys[task] >= 0
             || !guatu_plan_is_summary (self->plan, task));
}

static void
find_needed (Builder *self)
{
  guint n;
  const gint32 *outline = guatu_plan_outline (self->plan, &n);

  /* Children before their parents. */
  for (guint i = n; i-- > 0;)
    {
      gint32 task = outline[i], parent = guatu_plan_task (self->plan, task)->parent;

      if (counts_itself (self, task))
        self->needed[task] = TRUE;
      if (self->needed[task] && parent >= 0 && same_group (self, task, parent))
        self->needed[parent] = TRUE;
    }
}

/* A category's hue is its place in its ledger, so that it keeps its colour however rows are grouped. */
static void
find_hues (Builder *self,
           gint32   ledger)
{
  guint n, n_categories;
  const gint32 *outline = guatu_plan_outline (self->plan, &n);
  g_autofree gint32 *categories = NULL;
  g_autofree gint32 *order = NULL;
  g_autofree guint8 *hues = NULL;

  if (ledger < 0)
    return;

  categories = guatu_rows_keys (self->plan, GUATU_GROUP_CATEGORY, ledger, NULL);
  order = guatu_rows_key_list (self->plan, GUATU_GROUP_CATEGORY, ledger, &n_categories);
  hues = g_new0 (guint8, guatu_plan_n_rows (self->plan, GUATU_TABLE_CATEGORY) + 1);
  for (guint i = 0; i + 1 < n_categories; i++)
    hues[order[i]] = (guint8) (i % GUATU_N_CATEGORY_HUES);
  for (guint i = 0; i < n; i++)
    self->hues[outline[i]] = categories[outline[i]] < 0 ? GUATU_HUE_NEUTRAL : hues[categories[outline[i]]];
}

/* The times of a recurring task stand on its row: below it only where that is asked for. */
static gboolean
is_folded (Builder *self,
           gint32   task,
           guint    depth,
           gboolean recurring)
{
  const GuatuRowsQuery *query = self->query;
  gint64 id = guatu_plan_task (self->plan, task)->id;
  gboolean listed = query->folded != NULL && g_hash_table_contains (query->folded, &id);

  return (query->max_depth > 0 && depth + 1 >= (guint) query->max_depth) || listed != recurring;
}

/* The children to show, put on the stack so that the first comes off first. Answers whether there are any. */
static gboolean
push (Builder *self,
      gint32  *tasks,
      guint    n,
      guint    depth)
{
  guatu_task_sorter_sort (self->sorter, tasks, n);
  for (guint i = n; i-- > 0;)
    {
      Pending pending = { tasks[i], depth };

      g_array_append_val (self->stack, pending);
    }

  return n > 0;
}

static void
collect_children (Builder *self,
                  gint32   task,
                  GArray  *children)
{
  g_array_set_size (children, 0);
  for (gint32 child = guatu_plan_task (self->plan, task)->first_child; child >= 0;
       child = guatu_plan_task (self->plan, child)->next_sibling)
    if (self->needed[child] && same_group (self, task, child))
      g_array_append_val (children, child);
}

/* Tasks that stand at the top of a group, and all below them; a stack, as outlines may be deep. */
static void
emit (Builder *self,
      GArray  *tops,
      gint32   group)
{
  g_autoptr(GArray) children = g_array_new (FALSE, FALSE, sizeof (gint32));

  push (self, (gint32 *) (void *) tops->data, tops->len, 0);
  while (self->stack->len > 0)
    {
      Pending pending = g_array_index (self->stack, Pending, self->stack->len - 1);
      GuatuRow row = { .task = pending.task, .group = group, .depth = (guint16) MIN (pending.depth, G_MAXUINT16),
                       .hue = self->hues[pending.task] };

      g_array_set_size (self->stack, self->stack->len - 1);
      collect_children (self, pending.task, children);
      if (guatu_plan_is_summary (self->plan, pending.task))
        row.flags |= GUATU_ROW_SUMMARY;
      if ((row.flags & GUATU_ROW_SUMMARY) != 0 && guatu_task_recurrence (self->plan, pending.task) >= 0)
        row.flags |= GUATU_ROW_RECURRING;
      if (!self->passes[pending.task])
        row.flags |= GUATU_ROW_CONTEXT;
      if (children->len > 0
          && is_folded (self, pending.task, pending.depth, (row.flags & GUATU_ROW_RECURRING) != 0))
        row.flags |= GUATU_ROW_FOLDED;
      else
        push (self, (gint32 *) (void *) children->data, children->len, pending.depth + 1);
      g_array_append_val (self->rows, row);
    }
}

static const char *
key_name (const GuatuPlan *plan,
          GuatuGrouping    grouping,
          gint32           key)
{
  GuatuTable table = guatu_rows_group_table (grouping);

  if (key < 0 || table == GUATU_N_TABLES)
    return NULL;

  return guatu_plan_string (plan, table, key, (guint) guatu_field_find (table, "name"));
}

/* By key, the last for tasks without one: the tasks that stand at the top of its group, in outline order. */
static GHashTable *
tops_by_key (Builder *self)
{
  GHashTable *tops = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  guint n;
  const gint32 *outline = guatu_plan_outline (self->plan, &n);

  for (guint i = 0; i < n; i++)
    {
      gint32 task = outline[i], parent = guatu_plan_task (self->plan, task)->parent;
      gpointer key = GINT_TO_POINTER (self->keys[task]);
      GArray *list = g_hash_table_lookup (tops, key);

      if (!self->needed[task] || (parent >= 0 && same_group (self, task, parent)))
        continue;
      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (gint32));
          g_hash_table_insert (tops, key, list);
        }
      g_array_append_val (list, task);
    }

  return tops;
}

static void
emit_groups (Builder   *self,
             GuatuRows *rows,
             gint32     ledger,
             gboolean   hues_by_group)
{
  g_autoptr(GHashTable) tops = tops_by_key (self);
  g_autoptr(GArray) groups = g_array_new (FALSE, TRUE, sizeof (GuatuGroup));
  g_autofree gint32 *keys = NULL;
  GHashTable *folded = self->query->folded_groups;
  guint n_keys;

  keys = guatu_rows_key_list (self->plan, rows->grouping, ledger, &n_keys);
  for (guint i = 0; i < n_keys; i++)
    {
      GArray *list = g_hash_table_lookup (tops, GINT_TO_POINTER (keys[i]));
      GuatuGroup group = { .key = keys[i], .name = key_name (self->plan, rows->grouping, keys[i]) };
      GuatuRow heading = { .task = -1, .group = (gint32) groups->len };
      gboolean closed = folded != NULL && g_hash_table_contains (folded, GINT_TO_POINTER (keys[i]));
      /* A folded group is nothing but its heading. */
      gboolean has_heading = !self->query->merged || closed;

      if (list == NULL)
        continue;
      group.first = self->rows->len;
      if (hues_by_group)
        group.hue = keys[i] < 0 ? GUATU_HUE_NEUTRAL : (guint8) (groups->len % GUATU_N_CATEGORY_HUES);
      else
        group.hue = self->hues[g_array_index (list, gint32, 0)];
      heading.hue = group.hue;
      guatu_group_roll_up (&group, (const gint32 *) (const void *) list->data, list->len, self->plan, self->schedule,
                           self->shares);
      if (has_heading)
        g_array_append_val (self->rows, heading);
      emit (self, list, heading.group);
      group.n_tasks = self->rows->len - group.first - (has_heading ? 1 : 0);
      if (hues_by_group)
        for (guint r = group.first; r < self->rows->len; r++)
          g_array_index (self->rows, GuatuRow, r).hue = group.hue;
      if (closed)
        {
          g_array_set_size (self->rows, group.first + 1);
          g_array_index (self->rows, GuatuRow, group.first).flags |= GUATU_ROW_FOLDED;
        }
      group.n_rows = self->rows->len - group.first;
      g_array_append_val (groups, group);
    }

  rows->n_groups = groups->len;
  rows->groups = (GuatuGroup *) (void *) g_array_free (g_steal_pointer (&groups), FALSE);
}

static void
emit_outline (Builder *self)
{
  g_autoptr(GArray) tops = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (gint32 task = guatu_plan_first_task (self->plan); task >= 0;
       task = guatu_plan_task (self->plan, task)->next_sibling)
    if (self->needed[task])
      g_array_append_val (tops, task);
  emit (self, tops, -1);
}

static void
note_places (GuatuRows *self,
             guint      n_tasks)
{
  self->places = g_new (gint32, MAX (n_tasks, 1));
  for (guint i = 0; i < n_tasks; i++)
    self->places[i] = -1;
  for (guint i = 0; i < self->n; i++)
    if (self->rows[i].task >= 0)
      self->places[self->rows[i].task] = (gint32) i;
}

static guint
count_found (Builder *self)
{
  guint n, found = 0;
  const gint32 *outline = guatu_plan_outline (self->plan, &n);

  for (guint i = 0; i < n; i++)
    found += self->passes[outline[i]] != FALSE;

  return found;
}

GuatuRows *
guatu_rows_new (const GuatuPlan      *plan,
                const GuatuSchedule  *schedule,
                const gint64         *shares,
                const GuatuRowsQuery *query)
{
  GuatuRows *rows = g_new0 (GuatuRows, 1);
  guint n_tasks = guatu_plan_n_rows (plan, GUATU_TABLE_TASK);
  gint32 ledger = guatu_rows_ledger (plan, query->ledger);
  Builder builder = {
    .plan = plan,
    .schedule = schedule,
    .shares = shares,
    .query = query,
    .sorter = guatu_task_sorter_new (plan, schedule, shares, query),
    .keys = guatu_rows_keys (plan, query->grouping, ledger, query->lit),
    .passes = guatu_rows_filter (plan, schedule, query),
    .needed = g_new0 (guint8, n_tasks + 1),
    .hues = g_new0 (guint8, n_tasks + 1),
    .rows = g_array_new (FALSE, TRUE, sizeof (GuatuRow)),
    .stack = g_array_new (FALSE, FALSE, sizeof (Pending)),
  };

  rows->grouping = query->grouping;
  rows->merged = query->merged && query->grouping != GUATU_GROUP_NONE;
  rows->n_found = count_found (&builder);
  find_needed (&builder);
  find_hues (&builder, ledger);
  if (query->grouping == GUATU_GROUP_NONE)
    emit_outline (&builder);
  else
    emit_groups (&builder, rows, ledger, ledger < 0);

  rows->n = builder.rows->len;
  rows->rows = (GuatuRow *) (void *) g_array_free (builder.rows, FALSE);
  note_places (rows, n_tasks);
  guatu_rows_add_links (rows, plan);
  guatu_rows_find_times (rows, plan, schedule);

  guatu_task_sorter_free (builder.sorter);
  g_free (builder.keys);
  g_free (builder.passes);
  g_free (builder.needed);
  g_free (builder.hues);
  g_array_unref (builder.stack);

  return rows;
}

void
guatu_rows_free (GuatuRows *self)
{
  g_free (self->rows);
  g_free (self->groups);
  g_free (self->places);
  g_free (self->links);
  g_free (self->link_reach);
  g_clear_pointer (&self->times, g_hash_table_unref);
  g_free (self);
}
