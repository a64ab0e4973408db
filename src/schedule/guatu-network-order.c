/* guatu-network-order.c — the order in which tasks are scheduled, and the cycles that leave none. */
#include "guatu-network-private.h"

#include <glib/gi18n-lib.h>

/* Naming cycles ------------------------------------------------------------------------------------ */

/* A message that names a thousand tasks names none. */
#define MAX_NAMED 12

static char *
name_tasks (const GuatuNetwork *self, const gint32 *rows, guint n)
{
  GString *names = g_string_new (NULL);
  guint first = 0;

  /* A cycle has no beginning of its own; the task that comes first in the plan makes a good one. */
  for (guint i = 1; i < n; i++)
    if (guatu_plan_task_place (self->plan, rows[i]) < guatu_plan_task_place (self->plan, rows[first]))
      first = i;

  for (guint i = 0; i <= n; i++)
    {
      g_autofree char *title = guatu_plan_task_title (self->plan, rows[(first + i) % n]);

      if (n > MAX_NAMED && i == MAX_NAMED - 2)
        {
          guint left_out = n - i - 1;

          /* Translators: stands for tasks that are left out of a long chain: 12 “A” → … 5 more … → 80 “Z” */
          g_string_append (names, " → ");
          g_string_append_printf (names, ngettext ("… %u more …", "… %u more …", left_out), left_out);
          i = n - 2;
          continue;
        }
      if (i > 0)
        g_string_append (names, " → ");
      g_string_append (names, title);
    }

  return g_string_free (names, FALSE);
}

void
guatu_network_name_cycle (const GuatuNetwork *self, const gint32 *rows, guint n, GError **error)
{
  g_autofree char *names = NULL;

  if (error == NULL)
    return;

  names = name_tasks (self, rows, n);
  g_set_error (error, GUATU_SCHEDULE_ERROR, GUATU_SCHEDULE_ERROR_CYCLE,
               _("These tasks would wait for each other: %s. Remove one of the links, or move a task."), names);
}

/* The outline with parents changed ------------------------------------------------------------------- */

static void
name_loop (const GuatuNetwork *self, gint32 row, GError **error)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autofree char *names = NULL;
  gint32 start = row;

  /* From anywhere below the loop, as many steps up as there are tasks end on it. */
  for (guint i = 0; i < self->n_tasks; i++)
    start = self->tasks[start].parent;
  row = start;
  do
    {
      g_array_append_val (rows, row);
      row = self->tasks[row].parent;
    }
  while (row != start);

  names = name_tasks (self, (const gint32 *) (gpointer) rows->data, rows->len);
  g_set_error (error, GUATU_SCHEDULE_ERROR, GUATU_SCHEDULE_ERROR_CYCLE,
               _("A task cannot be part of itself: %s. Choose another place for the task."), names);
}

gboolean
guatu_network_make_outline (GuatuNetwork *self, GError **error)
{
  guint n = 0;
  const gint32 *before = guatu_plan_outline (self->plan, &n);
  GuatuTask *tasks = self->own_tasks;
  g_autofree guint8 *placed = g_new0 (guint8, self->n_tasks);
  gint32 top = -1;
  gint32 row;

  for (guint i = 0; i < self->n_tasks; i++)
    tasks[i].first_child = -1;
  for (guint i = n; i > 0; i--)
    {
      gint32 *first;

      row = before[i - 1];
      if (tasks[row].parent >= 0 && tasks[tasks[row].parent].id == 0)
        tasks[row].parent = -1;
      first = tasks[row].parent >= 0 ? &tasks[tasks[row].parent].first_child : &top;
      tasks[row].next_sibling = *first;
      *first = row;
    }

  self->own_outline = g_new (gint32, MAX (n, 1));
  self->outline = self->own_outline;
  row = top;
  while (row >= 0)
    {
      self->own_outline[self->n_outline++] = row;
      placed[row] = TRUE;
      if (tasks[row].first_child >= 0)
        {
          row = tasks[row].first_child;
          continue;
        }
      while (row >= 0 && tasks[row].next_sibling < 0)
        row = tasks[row].parent;
      if (row >= 0)
        row = tasks[row].next_sibling;
    }

  for (guint i = 0; i < n; i++)
    if (!placed[before[i]])
      {
        name_loop (self, before[i], error);
        return FALSE;
      }

  return TRUE;
}

/* The outline's own order ---------------------------------------------------------------------------- */

static gboolean
is_group (const GuatuNetwork *self, gint32 row)
{
  return self->kinds[row] == GUATU_NODE_SUMMARY && self->group_of != NULL && self->group_of[row] != 0 &&
         g_array_index (self->groups, GuatuGroup, self->group_of[row]).row == row;
}

/* Leaves in outline order, groups before and after what is in them. Summaries that are no groups are not
 * on the way. Groups are numbered in outline order, so the open ones are closed by going up. */
static void
write_natural_order (GuatuNetwork *self)
{
  gint32 *order = g_new (gint32, (gsize) self->n_outline + self->groups->len);
  guint32 open = 0;
  guint n = 0;

  for (guint i = 0; i < self->n_outline; i++)
    {
      gint32 row = self->outline[i];
      guint32 group = self->group_of != NULL ? self->group_of[row] : 0;
      guint32 above = is_group (self, row) ? g_array_index (self->groups, GuatuGroup, group).parent : group;

      while (open != above)
        {
          const GuatuGroup *left = &g_array_index (self->groups, GuatuGroup, open);

          order[n++] = ~left->row;
          open = left->parent;
        }
      if (self->kinds[row] != GUATU_NODE_SUMMARY || is_group (self, row))
        order[n++] = row;
      open = group;
    }
  for (; open != 0; open = g_array_index (self->groups, GuatuGroup, open).parent)
    order[n++] = ~g_array_index (self->groups, GuatuGroup, open).row;

  self->own_order = order;
  self->order = order;
  self->n_order = n;
}

/* Backwards in time the last come first, and a group is entered where it was left. */
static void
reverse_order (GuatuNetwork *self)
{
  for (guint i = 0, j = self->n_order; i < j; i++)
    {
      gint32 first;

      j--;
      first = self->own_order[i];
      self->own_order[i] = self->own_order[j];
      self->own_order[j] = first;
    }
  for (guint i = 0; i < self->n_order; i++)
    {
      gint32 node = self->own_order[i];

      if (self->kinds[node < 0 ? ~node : node] == GUATU_NODE_SUMMARY)
        self->own_order[i] = ~node;
    }
}

static gboolean
rows_are_in_order (const GuatuNetwork *self)
{
  for (guint i = 0; i < self->n_order; i++)
    if (self->order[i] != (gint32) i)
      return FALSE;

  return TRUE;
}

/* Whether every link leads from an earlier place of the order to a later one. */
static gboolean
links_agree (const GuatuNetwork *self)
{
  g_autofree guint32 *before = NULL;
  g_autofree guint32 *after = NULL;

  if (rows_are_in_order (self))
    {
      for (gint32 row = 0; (guint) row < self->n_tasks; row++)
        for (guint32 arc = self->first_arc[row]; arc < self->first_arc[row + 1]; arc++)
          if (self->arc_from[arc] >= row)
            return FALSE;
      return TRUE;
    }

  /* Where links into a row are read, and where links from it. */
  before = g_new0 (guint32, self->n_tasks);
  after = g_new0 (guint32, self->n_tasks);
  for (guint i = 0; i < self->n_order; i++)
    {
      gint32 node = self->order[i];

      if (node >= 0)
        before[node] = i;
      after[node < 0 ? ~node : node] = i;
    }

  for (gint32 row = 0; (guint) row < self->n_tasks; row++)
    for (guint32 arc = self->first_arc[row]; arc < self->first_arc[row + 1]; arc++)
      if (after[self->arc_from[arc]] >= before[row])
        return FALSE;

  return TRUE;
}

/* An order found by following links ------------------------------------------------------------------- */

/* A step on the way from a task back to what it waits for. */
typedef struct
{
  gint32   node;
  gboolean by_link;     /* how it waits for the next step: by a link, or as part of a summary */
  guint32  arc;         /* next link to follow */
  gint32   member;      /* of a group that is left: next of its members to follow; -1 at the end */
} Step;

typedef struct
{
  GuatuNetwork *network;
  GArray       *way;            /* of Step */
  guint8       *seen;           /* by node: 1 on the way, 2 done */
  gint32       *first_member;   /* by group: leaves and groups directly in it */
  gint32       *next_member;    /* by row */
  gint32       *order;
  guint         n_order;
} Search;

static guint
place_of (const Search *search, gint32 node)
{
  return node >= 0 ? (guint) node : search->network->n_tasks + (guint) ~node;
}

/* What a mention of this row as a predecessor means: the leaf, or the summary's end. */
static gint32
end_of (const GuatuNetwork *self, gint32 row)
{
  return self->kinds[row] == GUATU_NODE_SUMMARY ? ~row : row;
}

static void
list_members (Search *search)
{
  const GuatuNetwork *self = search->network;

  search->first_member = g_new (gint32, self->groups->len);
  search->next_member = g_new (gint32, MAX (self->n_tasks, 1));
  for (guint i = 0; i < self->groups->len; i++)
    search->first_member[i] = -1;

  for (guint i = self->n_outline; i > 0 && self->group_of != NULL; i--)
    {
      gint32 row = self->outline[i - 1];
      guint32 group = self->group_of[row];

      if (is_group (self, row))
        group = g_array_index (self->groups, GuatuGroup, group).parent;
      else if (self->kinds[row] == GUATU_NODE_SUMMARY)
        continue;
      if (group == 0)
        continue;
      search->next_member[row] = search->first_member[group];
      search->first_member[group] = row;
    }
}

static void
step_onto (Search *search, gint32 node)
{
  const GuatuNetwork *self = search->network;
  Step step = { .node = node, .member = -1 };

  if (node >= 0)
    step.arc = self->first_arc[node];
  else
    step.member = search->first_member[self->group_of[~node]];

  search->seen[place_of (search, node)] = 1;
  g_array_append_val (search->way, step);
}

/* The next node that the step waits for. Members come after links, the summary that holds it last. */
static gboolean
next_wait (Search *search, Step *step, gint32 *node)
{
  const GuatuNetwork *self = search->network;
  guint32 group;

  step->by_link = FALSE;
  if (step->node < 0)
    {
      if (step->member < 0)
        return FALSE;
      *node = end_of (self, step->member);
      step->member = search->next_member[step->member];
      return TRUE;
    }

  if (step->arc < self->first_arc[step->node + 1])
    {
      *node = end_of (self, self->arc_from[step->arc++]);
      step->by_link = TRUE;
      return TRUE;
    }
  if (step->arc > self->first_arc[step->node + 1])
    return FALSE;

  step->arc++;
  group = guatu_network_group (self, step->node);
  if (is_group (self, step->node))
    group = g_array_index (self->groups, GuatuGroup, group).parent;
  *node = g_array_index (self->groups, GuatuGroup, group).row;
  return group != 0;
}

/* The way from @node back to itself: a cycle. Tasks that are on it only because a summary is, are not named. */
static void
name_way (Search *search, gint32 node, GError **error)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint32));
  guint first = search->way->len - 1;
  guint n;

  while (g_array_index (search->way, Step, first).node != node)
    first--;
  n = search->way->len - first;

  /* Each step waits for the one after it, so the tasks follow each other from the last step to the first. */
  for (guint i = 0; i < n; i++)
    {
      const Step *step = &g_array_index (search->way, Step, first + (n - i) % n);
      const Step *waiting = &g_array_index (search->way, Step, first + (n - i + n - 1) % n);
      gint32 row = step->node < 0 ? ~step->node : step->node;

      if (!step->by_link && !waiting->by_link)
        continue;
      if (rows->len == 0 || g_array_index (rows, gint32, rows->len - 1) != row)
        g_array_append_val (rows, row);
    }
  if (rows->len > 1 && g_array_index (rows, gint32, 0) == g_array_index (rows, gint32, rows->len - 1))
    g_array_set_size (rows, rows->len - 1);

  if (search->network->mirrored)
    for (guint i = 0, j = rows->len; i < j; i++)
      {
        gint32 row = g_array_index (rows, gint32, i);

        j--;
        g_array_index (rows, gint32, i) = g_array_index (rows, gint32, j);
        g_array_index (rows, gint32, j) = row;
      }

  guatu_network_name_cycle (search->network, (const gint32 *) (gpointer) rows->data, rows->len, error);
}

static gboolean
follow (Search *search, gint32 from, GError **error)
{
  step_onto (search, from);

  while (search->way->len > 0)
    {
      Step *step = &g_array_index (search->way, Step, search->way->len - 1);
      gint32 node;

      if (!next_wait (search, step, &node))
        {
          search->seen[place_of (search, step->node)] = 2;
          search->order[search->n_order++] = step->node;
          g_array_set_size (search->way, search->way->len - 1);
        }
      else if (search->seen[place_of (search, node)] == 1)
        {
          name_way (search, node, error);
          return FALSE;
        }
      else if (search->seen[place_of (search, node)] == 0)
        {
          step_onto (search, node);
        }
    }

  return TRUE;
}

static gboolean
search_order (GuatuNetwork *self, GError **error)
{
  Search search = { .network = self };
  gboolean found = TRUE;

  search.way = g_array_new (FALSE, FALSE, sizeof (Step));
  search.seen = g_new0 (guint8, (gsize) self->n_tasks * 2);
  search.order = g_new (gint32, MAX (self->n_order, 1));
  list_members (&search);

  for (guint i = 0; i < self->n_order && found; i++)
    if (search.seen[place_of (&search, self->own_order[i])] == 0)
      found = follow (&search, self->own_order[i], error);

  g_array_unref (search.way);
  g_free (search.seen);
  g_free (search.first_member);
  g_free (search.next_member);
  if (!found)
    {
      g_free (search.order);
      return FALSE;
    }

  g_free (self->own_order);
  self->own_order = search.order;
  self->order = search.order;
  return TRUE;
}

gboolean
guatu_network_make_order (GuatuNetwork *self, GError **error)
{
  if (!self->mirrored && !self->has_summaries)
    {
      self->order = self->outline;
      self->n_order = self->n_outline;
      if (links_agree (self))
        return TRUE;
    }

  write_natural_order (self);
  if (self->mirrored)
    reverse_order (self);

  return links_agree (self) || search_order (self, error);
}
