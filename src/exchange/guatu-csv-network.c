/* guatu-csv-network.c — links as rows of the plan, those that close a cycle left out. */
#include "guatu-csv-private.h"
#include "guatu-id.h"
#include "guatu-import-private.h"

#include <glib/gi18n-lib.h>

static GuatuLagKind
lag_kind (const GuatuDuration *lag)
{
  if (lag->unit == GUATU_UNIT_PERCENT)
    return lag->elapsed ? GUATU_LAG_ELAPSED_PERCENT : GUATU_LAG_PERCENT;
  return lag->elapsed ? GUATU_LAG_ELAPSED : GUATU_LAG_WORKING;
}

static GuatuValue
task_id (const GuatuCsvImport *self, guint task)
{
  return GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_TASK, (gint32) task));
}

static void
make_links (GuatuCsvImport *self)
{
  guatu_plan_reserve (self->plan, GUATU_TABLE_LINK, self->links->len);

  for (guint i = 0; i < self->links->len; i++)
    {
      const GuatuCsvLink *link = &g_array_index (self->links, GuatuCsvLink, i);
      const GuatuValue values[] = {
        [GUATU_LINK_PREDECESSOR] = task_id (self, link->predecessor),
        [GUATU_LINK_SUCCESSOR] = task_id (self, link->successor),
        [GUATU_LINK_TYPE] = GUATU_INTEGER (link->type),
        [GUATU_LINK_LAG] = GUATU_INTEGER (link->lag.amount),
        [GUATU_LINK_LAG_KIND] = GUATU_INTEGER (lag_kind (&link->lag)),
        [GUATU_LINK_LAG_UNIT] = GUATU_INTEGER (link->lag.unit),
      };
      gint32 row = guatu_plan_insert (self->plan, GUATU_TABLE_LINK, guatu_id_next ());

      for (guint field = GUATU_LINK_PREDECESSOR; field < G_N_ELEMENTS (values); field++)
        guatu_plan_set (self->plan, GUATU_TABLE_LINK, row, field, values[field]);
    }
}

/* Rows of links are in the order of self->links. */
static void
drop_link (gint32 row, const char *names, gpointer data)
{
  GuatuCsvImport *self = data;
  GuatuCsvLink *link = &g_array_index (self->links, GuatuCsvLink, row);

  link->dropped = TRUE;
  guatu_notes_add (self->notes, guatu_csv_row (&self->table, link->record), link->column + 1,
                   guatu_csv_cell (&self->table, self->columns.header, link->column),
                   _("the link from “%s” closes a cycle (%s) and was left out"),
                   guatu_plan_task_name (self->plan, (gint32) link->predecessor), names);
}

gboolean
guatu_csv_make_links (GuatuCsvImport *self, GError **error)
{
  make_links (self);
  guatu_plan_settle (self->plan);
  if (!guatu_import_break_cycles (self->plan, drop_link, self, error))
    return FALSE;

  self->has_predecessor = g_new0 (guint8, self->n_tasks + 1);
  for (guint i = 0; i < self->links->len; i++)
    {
      const GuatuCsvLink *link = &g_array_index (self->links, GuatuCsvLink, i);

      if (!link->dropped)
        self->has_predecessor[link->successor] = TRUE;
    }
  return TRUE;
}
