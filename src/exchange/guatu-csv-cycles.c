/* guatu-csv-cycles.c — links that close a cycle, found and left out. */
#include "guatu-csv-private.h"

#include "guatu-exchange.h"

#include <glib/gi18n-lib.h>

/* Beyond this the predecessors are not a network with a slip in it. */
#define MAX_DROPPED 1000
#define MAX_NAMED   12

/* Each task has a place where it begins and one where it ends. What a link leads to is its successor's
 * begin, and so that of all that the successor holds; it starts from its predecessor's end, which waits
 * for all that the predecessor holds. Places are 2 × task and 2 × task + 1. */
typedef struct
{
  GuatuCsvImport *import;
  guint  *first_out;        /* by task: its links in @out */
  guint  *out;
  guint8 *state;            /* by place: 0 new, 1 on the path, 2 done */
  GArray *path;             /* of Step */
  guint   n_dropped;
} Search;

typedef struct
{
  guint  place;
  guint  next;              /* the edge to follow next */
  gint32 link;              /* the link that led here, -1 */
} Step;

static void
sort_links (Search *self)
{
  GuatuCsvImport *import = self->import;
  guint n = import->n_tasks;

  self->first_out = g_new0 (guint, n + 2);
  self->out = g_new (guint, import->links->len + 1);
  for (guint i = 0; i < import->links->len; i++)
    self->first_out[g_array_index (import->links, GuatuCsvLink, i).predecessor + 2]++;
  for (guint task = 1; task < n + 2; task++)
    self->first_out[task] += self->first_out[task - 1];
  for (guint i = 0; i < import->links->len; i++)
    self->out[self->first_out[g_array_index (import->links, GuatuCsvLink, i).predecessor + 1]++] = i;
}

/* The next place that the step leads to; FALSE if there is none left. Edges of a begin: its own end (0),
 * the begins of its children (the task after it, and so on); of an end: its parent's end (0), its links. */
static gboolean
follow (Search *self, Step *step, guint *to, gint32 *link)
{
  GuatuCsvImport *import = self->import;
  guint task = step->place / 2;

  *link = -1;
  if (step->place % 2 == 0)
    {
      if (step->next == 0)
        {
          *to = step->place + 1;
          step->next = task + 1;
          return TRUE;
        }
      if (step->next > import->last[task])
        return FALSE;
      *to = step->next * 2;
      step->next = import->last[step->next] + 1;
      return TRUE;
    }

  if (step->next == 0)
    {
      step->next = 1;
      if (import->parents[task] >= 0)
        {
          *to = (guint) import->parents[task] * 2 + 1;
          return TRUE;
        }
    }
  while (self->first_out[task] + step->next - 1 < self->first_out[task + 1])
    {
      guint i = self->out[self->first_out[task] + step->next++ - 1];

      if (g_array_index (import->links, GuatuCsvLink, i).dropped)
        continue;
      *to = g_array_index (import->links, GuatuCsvLink, i).successor * 2;
      *link = (gint32) i;
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
      g_string_append_printf (names, "%s“%s”", n++ > 0 ? " → " : "",
                              guatu_plan_task_name (self->import->plan, (gint32) task));
    }
  if (n == MAX_NAMED)
    g_string_append (names, " → …");
  return g_string_free (names, FALSE);
}

static void
drop_link (Search *self, guint link, guint cycle_from)
{
  GuatuCsvLink *dropped = &g_array_index (self->import->links, GuatuCsvLink, link);
  g_autofree char *names = name_path (self, cycle_from);

  dropped->dropped = TRUE;
  self->n_dropped++;
  guatu_notes_add (self->import->notes, guatu_csv_row (&self->import->table, dropped->record), dropped->column + 1,
                   guatu_csv_cell (&self->import->table, self->import->columns.header, dropped->column),
                   _("the link from “%s” closes a cycle (%s) and was left out"),
                   guatu_plan_task_name (self->import->plan, (gint32) dropped->predecessor), names);
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
      drop_link (self, (guint) link, from);
      return;
    }
  for (last = self->path->len - 1; last > from && g_array_index (self->path, Step, last).link < 0; last--)
    ;
  g_assert (last > from);
  drop_link (self, (guint) g_array_index (self->path, Step, last).link, from);
  for (guint i = last; i < self->path->len; i++)
    self->state[g_array_index (self->path, Step, i).place] = 0;
  g_array_set_size (self->path, last);
}

static gboolean
search_from (Search *self, guint place)
{
  Step first = { place, 0, -1 };

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
          if (self->n_dropped > MAX_DROPPED)
            return FALSE;
        }
      else if (self->state[to] == 0)
        {
          Step next = { to, 0, link };

          self->state[to] = 1;
          g_array_append_val (self->path, next);
        }
    }
  return TRUE;
}

gboolean
guatu_csv_break_cycles (GuatuCsvImport *self, GError **error)
{
  Search search = { .import = self };
  gboolean done = TRUE;

  search.path = g_array_new (FALSE, FALSE, sizeof (Step));
  search.state = g_new0 (guint8, self->n_tasks * 2 + 1);
  sort_links (&search);
  for (guint place = 0; place < self->n_tasks * 2 && done; place++)
    if (search.state[place] == 0)
      done = search_from (&search, place);

  if (!done)
    g_set_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID,
                 _("The predecessors lead in circles in more than %d places; look at what their numbers mean"),
                 MAX_DROPPED);
  g_array_unref (search.path);
  g_free (search.first_out);
  g_free (search.out);
  g_free (search.state);
  return done;
}
