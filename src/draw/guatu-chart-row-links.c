/* guatu-chart-row-links.c — the links between rows, found by the rows that they touch or pass. */
#include "guatu-chart-rows-private.h"

static guint
upper (const GuatuRowLink *link)
{
  return MIN (link->from, link->to);
}

static guint
lower (const GuatuRowLink *link)
{
  return MAX (link->from, link->to);
}

static int
compare_links (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const GuatuRowLink *one = a, *other = b;

  if (upper (one) != upper (other))
    return upper (one) < upper (other) ? -1 : 1;

  return (one->link > other->link) - (one->link < other->link);
}

void
guatu_rows_add_links (GuatuRows       *self,
                      const GuatuPlan *plan)
{
  guint n = guatu_plan_n_rows (plan, GUATU_TABLE_LINK);
  const GuatuLink *links = guatu_plan_links (plan);

  self->links = g_new (GuatuRowLink, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      gint32 from, to;

      if (links[i].id == 0 || links[i].predecessor < 0 || links[i].successor < 0)
        continue;
      from = self->places[links[i].predecessor];
      to = self->places[links[i].successor];
      if (from >= 0 && to >= 0)
        self->links[self->n_links++] = (GuatuRowLink) { (gint32) i, (guint) from, (guint) to };
    }
  g_qsort_with_data (self->links, (int) self->n_links, sizeof *self->links, compare_links, NULL);

  self->link_reach = g_new0 (guint, self->n_links / GUATU_LINK_BLOCK + 1);
  for (guint i = 0; i < self->n_links; i++)
    {
      guint *reach = &self->link_reach[i / GUATU_LINK_BLOCK];

      *reach = MAX (*reach, lower (&self->links[i]));
    }
}

/* How many links begin at or above @row. */
static guint
links_down_to (const GuatuRows *self,
               guint            row)
{
  guint low = 0, high = self->n_links;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (upper (&self->links[middle]) <= row)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

void
guatu_rows_each_link (const GuatuRows *self,
                      guint            first,
                      guint            last,
                      GuatuRowLinkFunc func,
                      gpointer         data)
{
  guint n = links_down_to (self, last);

  for (guint block = 0; block * GUATU_LINK_BLOCK < n; block++)
    {
      if (self->link_reach[block] < first)
        continue;
      for (guint i = block * GUATU_LINK_BLOCK; i < MIN (n, (block + 1) * GUATU_LINK_BLOCK); i++)
        if (lower (&self->links[i]) >= first)
          func (&self->links[i], data);
    }
}
