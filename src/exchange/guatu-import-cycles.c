/* guatu-import-cycles.c — links of a foreign plan that close a cycle, found and left out. */
#include "guatu-import-private.h"

#include <glib/gi18n-lib.h>

/* Beyond this the links are no network with a slip in it. */
#define MAX_DROPPED 1000
#define MAX_NAMED   12

/* Each task has a place where it begins and one where it ends: 2 × row and 2 × row + 1. A link leads from its
 * predecessor's end to its successor's begin, which leads to the begins of all that the successor holds; an
 * end waits for the ends of all that the task holds. */
typedef struct
{
  const GuatuPlan *plan;
  GHashTable      *dropped;       /* link rows */
  guint8          *state;         /* by place: 0 new, 1 on the path, 2 done */
  GArray          *path;          /* of Step */
  GuatuCycleFunc   tell;
  gpointer         data;
} Search;

typedef struct
{
  guint  place;
  gint32 child;                   /* of a begin: the next child to follow; -1 at the end */
  guint  next;                    /* 0: the own end, or the parent's; then links */
  gint32 link;                    /* the link that led here, -1 */
} Step;

static Step
step_at (const Search *self, guint place, gint32 link)
{
  return (Step) { place, guatu_plan_task (self->plan, (gint32) (place / 2))->first_child, 0, link };
}

/* The next place that the step leads to; FALSE if there is none left. */
static gboolean
follow (const Search *self, Step *step, guint *to, gint32 *link)
{
  const GuatuTask *task = guatu_plan_task (self->plan, (gint32) (step->place / 2));
  const gint32 *links;
  guint n;

  *link = -1;
  if (step->place % 2 == 0)
    {
      if (step->next++ == 0)
        {
          *to = step->place + 1;
          return TRUE;
        }
      if (step->child < 0)
        return FALSE;
      *to = (guint) step->child * 2;
      step->child = guatu_plan_task (self->plan, step->child)->next_sibling;
      return TRUE;
    }

  if (step->next == 0)
    {
      step->next = 1;
      if (task->parent >= 0)
        {
          *to = (guint) task->parent * 2 + 1;
          return TRUE;
        }
    }
  links = guatu_plan_referrers (self->plan, GUATU_TABLE_LINK, GUATU_LINK_PREDECESSOR, (gint32) (step->place / 2), &n);
  while (step->next - 1 < n)
    {
      gint32 row = links[step->next++ - 1];

      if (g_hash_table_contains (self->dropped, GINT_TO_POINTER (row)))
        continue;
      *to = (guint) guatu_plan_link (self->plan, row)->successor * 2;
      *link = row;
      return TRUE;
    }

  return FALSE;
}

/* The tasks on the path from the step @from on, in order. */
static char *
name_path (const Search *self, guint from)
{
  GString *names = g_string_new (NULL);
  gint64 before = -1;
  guint n = 0;

  for (guint i = from; i < self->path->len && n < MAX_NAMED; i++)
    {
      guint task = g_array_index (self->path, Step, i).place / 2;

      if (task == before)
        continue;
      before = task;
      g_string_append_printf (names, "%s“%s”", n++ > 0 ? " → " : "", guatu_plan_task_name (self->plan, (gint32) task));
    }
  if (n == MAX_NAMED)
    g_string_append (names, " → …");

  return g_string_free (names, FALSE);
}

static void
drop_link (Search *self, gint32 row, guint cycle_from)
{
  g_autofree char *names = name_path (self, cycle_from);

  g_hash_table_add (self->dropped, GINT_TO_POINTER (row));
  self->tell (row, names, self->data);
}

/* The path has met itself at @to. If no link led there the last link before it on the path goes, and the
 * path shrinks to where that link began. */
static void
break_cycle (Search *self, guint to, gint32 link)
{
  guint from = self->path->len, last;

  while (g_array_index (self->path, Step, --from).place != to)
    ;
  if (link >= 0)
    {
      drop_link (self, link, from);
      return;
    }
  for (last = self->path->len - 1; last > from && g_array_index (self->path, Step, last).link < 0; last--)
    ;
  g_return_if_fail (last > from);
  drop_link (self, g_array_index (self->path, Step, last).link, from);
  for (guint i = last; i < self->path->len; i++)
    self->state[g_array_index (self->path, Step, i).place] = 0;
  g_array_set_size (self->path, last);
}

static gboolean
search_from (Search *self, guint place)
{
  Step first = step_at (self, place, -1);

  self->state[place] = 1;
  g_array_append_val (self->path, first);
  while (self->path->len > 0)
    {
      Step *step = &g_array_index (self->path, Step, self->path->len - 1);
      gint32 link;
      guint to;

      if (!follow (self, step, &to, &link))
        {
          self->state[step->place] = 2;
          g_array_set_size (self->path, self->path->len - 1);
        }
      else if (self->state[to] == 1)
        {
          break_cycle (self, to, link);
          if (g_hash_table_size (self->dropped) > MAX_DROPPED)
            return FALSE;
        }
      else if (self->state[to] == 0)
        {
          Step next = step_at (self, to, link);

          self->state[to] = 1;
          g_array_append_val (self->path, next);
        }
    }

  return TRUE;
}

static void
remove_dropped (GuatuPlan *plan, GHashTable *dropped)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, dropped);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    guatu_plan_remove (plan, GUATU_TABLE_LINK, GPOINTER_TO_INT (row));
}

gboolean
guatu_import_break_cycles (GuatuPlan *plan, GuatuCycleFunc tell, gpointer data, GError **error)
{
  Search search = { .plan = plan, .tell = tell, .data = data };
  guint n = guatu_plan_n_rows (plan, GUATU_TABLE_TASK);
  gboolean done = TRUE;

  /* Mostly there is none, and the pass that will be made anyway finds that out. */
  if (!guatu_schedule_find_cycle (plan, NULL, NULL))
    return TRUE;

  search.dropped = g_hash_table_new (NULL, NULL);
  search.path = g_array_new (FALSE, FALSE, sizeof (Step));
  search.state = g_new0 (guint8, n * 2 + 1);
  for (guint place = 0; place < n * 2 && done; place++)
    if (search.state[place] == 0 && guatu_plan_id (plan, GUATU_TABLE_TASK, (gint32) (place / 2)) != 0)
      done = search_from (&search, place);

  if (done)
    remove_dropped (plan, search.dropped);
  else
    g_set_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID,
                 _("The links lead in circles in more than %d places. The file was not imported."), MAX_DROPPED);
  g_hash_table_unref (search.dropped);
  g_array_unref (search.path);
  g_free (search.state);

  return done;
}
