/* guatu-document-ledgers.c — several items of a ledger, categories and key nodes at once, and the order of lists. */
#include "guatu-document-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-ledgers.h"

/* Items ---------------------------------------------------------------------------------------------- */

/* Of a row that is written: its settings, of which the last is a number that it owns. */
typedef struct
{
  GuatuSetting settings[3];
  char        *number;
} Item;

static void
item_clear (gpointer data)
{
  g_free (((Item *) data)->number);
}

static void
take_number (Item *item, guint at, const char *stem, gint64 number)
{
  item->number = g_strdup_printf ("%s%" G_GINT64_FORMAT, stem, number);
  item->settings[at] = (GuatuSetting) { GUATU_LEDGER_ITEM_NUMBER, GUATU_TEXT (item->number) };
}

/* Ids of the tasks that stand on the ledger, as keys. */
static GHashTable *
tasks_on (const GuatuPlan *plan, gint32 ledger)
{
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  const GuatuLedgerItem *items = guatu_plan_rows (plan, GUATU_TABLE_LEDGER_ITEM);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_LEDGER, ledger, &n);

  for (guint i = 0; i < n; i++)
    {
      gint64 id = guatu_plan_id (plan, GUATU_TABLE_TASK, items[rows[i]].task);

      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }
  return ids;
}

static GArray *
new_items (const GuatuPlan *plan, gint32 ledger, const gint64 *tasks, guint n)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (Item));
  g_autoptr(GHashTable) there = tasks_on (plan, ledger);
  g_autofree char *stem = guatu_ledger_number_stem (plan, ledger);
  gint64 next = guatu_ledger_last_number (plan, ledger) + 1;

  g_array_set_clear_func (items, item_clear);
  for (guint i = 0; i < n; i++)
    {
      Item item = { .settings = { { GUATU_LEDGER_ITEM_LEDGER,
                                    GUATU_INTEGER (guatu_plan_id (plan, GUATU_TABLE_LEDGER, ledger)) },
                                  { GUATU_LEDGER_ITEM_TASK, GUATU_INTEGER (tasks[i]) } } };

      if (!g_hash_table_add (there, g_memdup2 (&tasks[i], sizeof tasks[i])))
        continue;
      take_number (&item, 2, stem, next++);
      g_array_append_val (items, item);
    }
  return items;
}

/* @ids %NULL: they are new. Each has so many settings. */
static gboolean
write_items (GuatuDocument *self, const char *kind, const char *name, const gint64 *ids, GArray *items,
             guint n_settings, GError **error)
{
  g_autofree GuatuRowSettings *rows = g_new (GuatuRowSettings, items->len + 1);

  for (guint i = 0; i < items->len; i++)
    rows[i] = (GuatuRowSettings) { ids != NULL ? ids[i] : 0, g_array_index (items, Item, i).settings, n_settings };
  return guatu_document_set_rows (self, GUATU_TABLE_LEDGER_ITEM, kind, name, rows, items->len, error);
}

gboolean
guatu_document_put_on_ledger (GuatuDocument *self, gint64 ledger, const gint64 *tasks, guint n, guint *n_put,
                              GError **error)
{
  gint32 row;
  g_autofree char *name = NULL;
  g_autoptr(GArray) items = NULL;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);

  row = guatu_plan_find (self->plan, GUATU_TABLE_LEDGER, ledger);
  if (row < 0)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_NOT_FOUND, _("This ledger no longer exists."));
  name = g_strdup (guatu_plan_string (self->plan, GUATU_TABLE_LEDGER, row, GUATU_LEDGER_NAME));
  items = new_items (self->plan, row, tasks, n);
  ok = write_items (self, "ledger-put", name, NULL, items, 3, error);
  if (n_put != NULL)
    *n_put = ok ? items->len : 0;

  return ok;
}

gboolean
guatu_document_take_off_ledger (GuatuDocument *self, const gint64 *items, guint n, GError **error)
{
  return guatu_document_remove_rows (self, GUATU_TABLE_LEDGER_ITEM, "ledger-take-off", items, n, error);
}

gboolean
guatu_document_number_ledger (GuatuDocument *self, gint64 ledger, GError **error)
{
  gint32 row;
  g_autofree char *stem = NULL, *name = NULL;
  g_autofree gint32 *rows = NULL;
  g_autofree gint64 *ids = NULL;
  g_autoptr(GArray) items = g_array_new (FALSE, TRUE, sizeof (Item));
  guint n;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);

  row = guatu_plan_find (self->plan, GUATU_TABLE_LEDGER, ledger);
  if (row < 0)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_NOT_FOUND, _("This ledger no longer exists."));
  stem = guatu_ledger_number_stem (self->plan, row);
  name = g_strdup (guatu_plan_string (self->plan, GUATU_TABLE_LEDGER, row, GUATU_LEDGER_NAME));
  rows = guatu_ledger_items (self->plan, row, &n);
  ids = g_new (gint64, n + 1);
  g_array_set_clear_func (items, item_clear);
  for (guint i = 0; i < n; i++)
    {
      Item item = { .number = NULL };

      ids[i] = guatu_plan_id (self->plan, GUATU_TABLE_LEDGER_ITEM, rows[i]);
      take_number (&item, 0, stem, i + 1);
      g_array_append_val (items, item);
    }

  return write_items (self, "ledger-number", name, ids, items, 1, error);
}

/* Categories ----------------------------------------------------------------------------------------- */

static gboolean
move_items (GuatuDocument *self, gint32 from, gint64 into, guint *n, GError **error)
{
  const gint32 *rows = guatu_plan_referrers (self->plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_CATEGORY, from, n);
  GuatuSetting setting = { GUATU_LEDGER_ITEM_CATEGORY, GUATU_INTEGER (into) };
  g_autofree GuatuRowSettings *moved = g_new (GuatuRowSettings, *n + 1);

  for (guint i = 0; i < *n; i++)
    moved[i] = (GuatuRowSettings) { guatu_plan_id (self->plan, GUATU_TABLE_LEDGER_ITEM, rows[i]), &setting, 1 };
  return *n == 0 || guatu_group_write_rows (self, GUATU_TABLE_LEDGER_ITEM, moved, *n, error);
}

gboolean
guatu_document_merge_category (GuatuDocument *self, gint64 from, gint64 into, GError **error)
{
  const GuatuCategory *categories;
  gint32 row, other;
  g_autofree char *name = NULL;
  gboolean ok;
  guint n;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);

  if (into == 0)
    return guatu_document_remove (self, GUATU_TABLE_CATEGORY, from, error);
  categories = guatu_plan_rows (self->plan, GUATU_TABLE_CATEGORY);
  row = guatu_plan_find (self->plan, GUATU_TABLE_CATEGORY, from);
  other = guatu_plan_find (self->plan, GUATU_TABLE_CATEGORY, into);
  if (row < 0 || other < 0)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_NOT_FOUND, _("This category no longer exists."));
  if (row == other || categories[row].ledger != categories[other].ledger)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("Only two different categories of one ledger can be merged."));
  name = g_strdup_printf ("%s → %s", guatu_plan_text (self->plan, categories[row].name),
                          guatu_plan_text (self->plan, categories[other].name));
  if (!guatu_document_begin_group (self, error))
    return FALSE;
  ok = move_items (self, row, into, &n, error) && guatu_document_remove (self, GUATU_TABLE_CATEGORY, from, error);

  return guatu_document_end_group (self, ok, "category-merge", name, n, error);
}

/* Key nodes ------------------------------------------------------------------------------------------ */

gboolean
guatu_document_reach_key_nodes (GuatuDocument *self, const gint64 *nodes, guint n, GuatuInstant day, GError **error)
{
  GuatuSetting setting = { GUATU_KEY_NODE_DONE_ON, day != GUATU_NONE ? GUATU_INTEGER (day) : GUATU_NULL };
  g_autofree GuatuRowSettings *rows = g_new (GuatuRowSettings, n + 1);
  guint n_set = 0;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);

  for (guint i = 0; i < n; i++)
    {
      gint32 row = guatu_plan_find (self->plan, GUATU_TABLE_KEY_NODE, nodes[i]);
      gboolean open = row < 0 || guatu_plan_number (self->plan, GUATU_TABLE_KEY_NODE, row,
                                                    GUATU_KEY_NODE_DONE_ON) == GUATU_NONE;

      if (row < 0 || open == (day != GUATU_NONE))
        rows[n_set++] = (GuatuRowSettings) { nodes[i], &setting, 1 };
    }
  return guatu_document_set_rows (self, GUATU_TABLE_KEY_NODE, day != GUATU_NONE ? "key-nodes-reach" : "key-nodes-open",
                                  NULL, rows, n_set, error);
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
write_places (GuatuDocument *self, GuatuTable table, const char *name, GArray *old, GArray *new, GError **error)
{
  guint field = (guint) guatu_field_find (table, "position"), n = 0;
  g_autofree GuatuRowSettings *rows = g_new (GuatuRowSettings, new->len);
  g_autofree GuatuSetting *settings = g_new (GuatuSetting, new->len);
  gboolean apart = TRUE;

  for (guint i = 1; i < old->len; i++)
    apart = apart && g_array_index (old, Place, i).position > g_array_index (old, Place, i - 1).position;
  for (guint i = 0; i < new->len; i++)
    {
      gint64 position = apart ? g_array_index (old, Place, i).position : GUATU_POSITION_GAP * (gint64) (i + 1);

      settings[i] = (GuatuSetting) { field, GUATU_INTEGER (position) };
      if (position != g_array_index (new, Place, i).position)
        rows[n++] = (GuatuRowSettings) { g_array_index (new, Place, i).id, &settings[i], 1 };
    }

  return guatu_document_set_rows (self, table, "row-move", name, rows, n, error);
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

  return write_places (self, table, name, old, new, error);
}
