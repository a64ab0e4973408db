/* guatu-backward-scope.c — finds the tasks that are planned backward together. */
#include "guatu-backward-private.h"

/* The task and all below it, in outline order; -1: the whole plan. */
static const gint32 *
branch (const GuatuPlan *plan, gint32 row, guint *n)
{
  guint n_tasks;
  const gint32 *outline = guatu_plan_outline (plan, &n_tasks);
  guint place = row >= 0 ? guatu_plan_task_place (plan, row) - 1 : 0;

  *n = row >= 0 ? 1 : n_tasks;
  while (place + *n < n_tasks && guatu_plan_task_depth (plan, outline[place + *n]) > guatu_plan_task_depth (plan, row))
    ++*n;

  return outline + place;
}

/* Takes the leaf, or the leaves of a summary; those that are new are added to @waiting, which may be %NULL. */
static void
take (GuatuBackwardScope *self, gint32 row, GArray *waiting)
{
  guint n;
  const gint32 *rows = branch (self->plan, row, &n);

  for (guint i = 0; i < n; i++)
    {
      if (guatu_plan_is_summary (self->plan, rows[i]) || self->holds[rows[i]]
          || !guatu_plan_is_active (self->plan, rows[i]))
        continue;
      self->holds[rows[i]] = TRUE;
      if (waiting != NULL)
        g_array_append_val (waiting, rows[i]);
    }
}

/* All that the leaf waits for: through its own links, and through those of the summaries above it. */
static void
take_predecessors (GuatuBackwardScope *self, gint32 leaf)
{
  const GuatuTask *tasks = guatu_plan_tasks (self->plan);
  const GuatuLink *links = guatu_plan_links (self->plan);
  g_autoptr(GArray) waiting = g_array_new (FALSE, FALSE, sizeof (gint32));

  take (self, leaf, waiting);
  while (waiting->len > 0)
    {
      gint32 row = g_array_index (waiting, gint32, waiting->len - 1);

      g_array_set_size (waiting, waiting->len - 1);
      for (; row >= 0; row = tasks[row].parent)
        {
          guint n;
          const gint32 *into = guatu_plan_referrers (self->plan, GUATU_TABLE_LINK, GUATU_LINK_SUCCESSOR, row, &n);

          for (guint i = 0; i < n; i++)
            take (self, links[into[i]].predecessor, waiting);
        }
    }
}

static void
count_branches (GuatuBackwardScope *self)
{
  const GuatuTask *tasks = guatu_plan_tasks (self->plan);
  guint n;
  const gint32 *outline = guatu_plan_outline (self->plan, &n);

  for (guint i = n; i > 0; i--)
    {
      gint32 row = outline[i - 1], parent = tasks[row].parent;

      if (tasks[row].first_child < 0 && guatu_plan_is_active (self->plan, row))
        {
          self->n_leaves[row] = 1;
          self->n_in[row] = self->holds[row] ? 1 : 0;
        }
      if (parent >= 0)
        {
          self->n_leaves[parent] += self->n_leaves[row];
          self->n_in[parent] += self->n_in[row];
        }
    }
}

GuatuBackwardScope *
guatu_backward_scope_new (const GuatuPlan *plan, gint32 task)
{
  GuatuBackwardScope *self = g_new0 (GuatuBackwardScope, 1);
  guint n = MAX (guatu_plan_n_rows (plan, GUATU_TABLE_TASK), 1);

  self->plan = plan;
  self->task = task;
  self->holds = g_new0 (gboolean, n);
  self->n_in = g_new0 (guint, n);
  self->n_leaves = g_new0 (guint, n);

  if (task < 0 || guatu_plan_is_summary (plan, task))
    take (self, task, NULL);
  else
    take_predecessors (self, task);
  count_branches (self);

  return self;
}

void
guatu_backward_scope_free (GuatuBackwardScope *self)
{
  if (self == NULL)
    return;

  g_free (self->holds);
  g_free (self->n_in);
  g_free (self->n_leaves);
  g_free (self);
}

gboolean
guatu_backward_scope_is_left_by (const GuatuBackwardScope *self, const GuatuLink *link)
{
  return link->id != 0 && self->n_in[link->predecessor] > 0
         && self->n_in[link->successor] < self->n_leaves[link->successor];
}

gint32
guatu_backward_scope_last_leaf (const GuatuBackwardScope *self, gint32 row, const GuatuInstant *dates)
{
  guint n;
  const gint32 *rows = branch (self->plan, row, &n);
  gint32 last = -1;

  for (guint i = 0; i < n; i++)
    if (self->holds[rows[i]] && (last < 0 || dates[rows[i]] > dates[last]))
      last = rows[i];

  return last;
}
