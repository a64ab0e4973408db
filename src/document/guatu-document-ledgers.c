/* guatu-document-ledgers.c — several items of a ledger at once, and the order of what stands in lists. */
#include "guatu-document-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-ledgers.h"

/* Items ---------------------------------------------------------------------------------------------- */

static gboolean
stands_on (const GuatuPlan *plan, gint32 ledger, gint64 task)
{
  const GuatuLedgerItem *items = guatu_plan_rows (plan, GUATU_TABLE_LEDGER_ITEM);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, task);
  guint n;
  const gint32 *rows;

  if (row < 0)
    return FALSE;
  rows = guatu_plan_referrers (plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_TASK, row, &n);
  for (guint i = 0; i < n; i++)
    if (items[rows[i]].ledger == ledger)
      return TRUE;

  return FALSE;
}

static gboolean
put_one (GuatuDocument *self, gint64 ledger, gint64 task, GError **error)
{
  g_autofree char *number = guatu_ledger_next_number (self->plan,
                                                      guatu_plan_find (self->plan, GUATU_TABLE_LEDGER, ledger));
  GuatuSetting settings[] = {
    { GUATU_LEDGER_ITEM_LEDGER, GUATU_INTEGER (ledger) },
    { GUATU_LEDGER_ITEM_TASK, GUATU_INTEGER (task) },
    { GUATU_LEDGER_ITEM_NUMBER, GUATU_TEXT (number) },
  };

  return guatu_document_add (self, GUATU_TABLE_LEDGER_ITEM, settings, G_N_ELEMENTS (settings), NULL, error);
}

gboolean
guatu_document_put_on_ledger (GuatuDocument *self, gint64 ledger, const gint64 *tasks, guint n, guint *n_put,
                              GError **error)
{
  gint32 row = guatu_plan_find (self->plan, GUATU_TABLE_LEDGER, ledger);
  g_autofree char *name = NULL;
  gboolean ok = TRUE;
  guint n_new = 0;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);

  if (row < 0)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_NOT_FOUND, _("This ledger no longer exists."));
  name = g_strdup (guatu_plan_string (self->plan, GUATU_TABLE_LEDGER, row, GUATU_LEDGER_NAME));
  if (!guatu_document_begin_group (self, error))
    return FALSE;
  for (guint i = 0; ok && i < n; i++)
    if (!stands_on (self->plan, guatu_plan_find (self->plan, GUATU_TABLE_LEDGER, ledger), tasks[i]))
      {
        ok = put_one (self, ledger, tasks[i], error);
        n_new++;
      }
  ok = guatu_document_end_group (self, ok, "ledger-put", name, n_new, error) && ok;
  if (n_put != NULL)
    *n_put = ok ? n_new : 0;

  return ok;
}

gboolean
guatu_document_take_off_ledger (GuatuDocument *self, const gint64 *items, guint n, GError **error)
{
  gboolean ok = TRUE;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);

  if (!guatu_document_begin_group (self, error))
    return FALSE;
  for (guint i = 0; ok && i < n; i++)
    ok = guatu_document_remove (self, GUATU_TABLE_LEDGER_ITEM, items[i], error);

  return guatu_document_end_group (self, ok, "ledger-take-off", NULL, n, error) && ok;
}

gboolean
guatu_document_number_ledger (GuatuDocument *self, gint64 ledger, GError **error)
{
  gint32 row = guatu_plan_find (self->plan, GUATU_TABLE_LEDGER, ledger);
  g_autofree char *stem = NULL, *name = NULL;
  g_autofree gint32 *rows = NULL;
  g_autofree gint64 *ids = NULL;
  gboolean ok = TRUE;
  guint n;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);

  if (row < 0)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_NOT_FOUND, _("This ledger no longer exists."));
  stem = guatu_ledger_number_stem (self->plan, row);
  name = g_strdup (guatu_plan_string (self->plan, GUATU_TABLE_LEDGER, row, GUATU_LEDGER_NAME));
  rows = guatu_ledger_items (self->plan, row, &n);
  ids = g_new (gint64, n + 1);
  for (guint i = 0; i < n; i++)
    ids[i] = guatu_plan_id (self->plan, GUATU_TABLE_LEDGER_ITEM, rows[i]);
  if (!guatu_document_begin_group (self, error))
    return FALSE;
  for (guint i = 0; ok && i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%s%u", stem, i + 1);
      GuatuSetting setting = { GUATU_LEDGER_ITEM_NUMBER, GUATU_TEXT (number) };

      ok = guatu_document_set (self, GUATU_TABLE_LEDGER_ITEM, ids[i], &setting, 1, error);
    }

  return guatu_document_end_group (self, ok, "ledger-number", name, n, error) && ok;
}

/* Order ---------------------------------------------------------------------------------------------- */

typedef struct
{
  gint64 id;
  gint64 position;
} Place;

/* Those that stand in one list with the row, in order. */
static GArray *
places_with (const GuatuPlan *plan, GuatuTable table, gint32 row)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  guint position = (guint) guatu_field_find (table, "position"), n;
  int group = guatu_position_group (table);
  g_autofree gint32 *rows = guatu_plan_in_order (plan, table, &n);

  for (guint i = 0; i < n; i++)
    if (group < 0 || guatu_plan_number (plan, table, rows[i], (guint) group) ==
                     guatu_plan_number (plan, table, row, (guint) group))
      {
        Place place = { guatu_plan_id (plan, table, rows[i]), guatu_plan_number (plan, table, rows[i], position) };

        g_array_append_val (places, place);
      }

  return places;
}

/* Each takes the position of the place that it comes to; where two have the same one, all are put apart. */
static gboolean
write_places (GuatuDocument *self, GuatuTable table, GArray *old, GArray *new, GError **error)
{
  guint field = (guint) guatu_field_find (table, "position");
  gboolean apart = TRUE;

  for (guint i = 1; i < old->len; i++)
    apart = apart && g_array_index (old, Place, i).position > g_array_index (old, Place, i - 1).position;
  for (guint i = 0; i < new->len; i++)
    {
      gint64 position = apart ? g_array_index (old, Place, i).position : GUATU_POSITION_GAP * (gint64) (i + 1);
      GuatuSetting setting = { field, GUATU_INTEGER (position) };

      if (position != g_array_index (new, Place, i).position &&
          !guatu_document_set (self, table, g_array_index (new, Place, i).id, &setting, 1, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
guatu_document_move_row (GuatuDocument *self, GuatuTable table, gint64 id, int by, GError **error)
{
  gint32 row = guatu_plan_find (self->plan, table, id);
  g_autoptr(GArray) old = NULL;
  g_autoptr(GArray) new = NULL;
  g_autofree char *name = NULL;
  Place moved;
  int from = 0, to;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (guatu_field_find (table, "position") > 0 && guatu_field_find (table, "name") > 0, FALSE);

  if (row < 0)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_NOT_FOUND, _("This no longer exists."));
  old = places_with (self->plan, table, row);
  new = g_array_copy (old);
  while (g_array_index (old, Place, from).id != id)
    from++;
  to = CLAMP (from + by, 0, (int) old->len - 1);
  if (to == from)
    return TRUE;
  moved = g_array_index (old, Place, from);
  g_array_remove_index (new, (guint) from);
  g_array_insert_val (new, (guint) to, moved);
  name = g_strdup (guatu_plan_string (self->plan, table, row, (guint) guatu_field_find (table, "name")));
  if (!guatu_document_begin_group (self, error))
    return FALSE;

  return guatu_document_end_group (self, write_places (self, table, old, new, error), "row-move", name, 1, error);
}
