/* guatu-changeset.c — a changeset read for people: rows, and the values of their fields before and after. */
#include "guatu-changeset.h"

#include "guatu-store-private.h"

/* Takes the value of one field into @values; FALSE where the changeset says nothing of it. */
static gboolean
take_value (int (*read)      (sqlite3_changeset_iter *, int, sqlite3_value **),
            sqlite3_changeset_iter  *iter,
            guint                    field,
            GuatuValue              *values)
{
  sqlite3_value *stored = NULL;

  return read (iter, (int) field, &stored) == SQLITE_OK && stored != NULL && guatu_value_read (stored, &values[field]);
}

/* The changeset was checked: tables are known, and values are plain. */
static void
take_change (sqlite3_changeset_iter *iter,
             GuatuChange            *change)
{
  sqlite3_value *id = NULL;
  const char *name = NULL;
  int n_columns = 0, operation = 0, indirect = 0;

  sqlite3changeset_op (iter, &name, &n_columns, &operation, &indirect);
  change->table = (GuatuTable) guatu_schema_find (name);
  change->kind = operation == SQLITE_INSERT ? GUATU_CHANGE_ADDED
                 : operation == SQLITE_DELETE ? GUATU_CHANGE_REMOVED : GUATU_CHANGE_CHANGED;
  if (change->kind == GUATU_CHANGE_ADDED)
    sqlite3changeset_new (iter, 0, &id);
  else
    sqlite3changeset_old (iter, 0, &id);
  change->id = sqlite3_value_int64 (id);

  change->fields = 0;
  for (guint field = 1; field < (guint) n_columns && field < GUATU_CHANGE_MAX_FIELDS; field++)
    {
      gboolean old = change->kind != GUATU_CHANGE_ADDED &&
                     take_value (sqlite3changeset_old, iter, field, change->before);
      gboolean new = change->kind != GUATU_CHANGE_REMOVED &&
                     take_value (sqlite3changeset_new, iter, field, change->after);

      if (old || new)
        change->fields |= G_GUINT64_CONSTANT (1) << field;
    }
}

gboolean
guatu_changeset_each (GBytes           *changeset,
                      GuatuChangeFunc   func,
                      gpointer          data,
                      GError          **error)
{
  sqlite3_changeset_iter *iter = NULL;
  GuatuChange change;
  gconstpointer bytes;
  gsize size;

  g_return_val_if_fail (changeset != NULL && func != NULL, FALSE);

  bytes = g_bytes_get_data (changeset, &size);
  if (!guatu_changeset_check (bytes, size, error))
    return FALSE;

  sqlite3changeset_start (&iter, (int) size, (void *) bytes);
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      take_change (iter, &change);
      if (!func (&change, data))
        break;
    }
  sqlite3changeset_finalize (iter);

  return TRUE;
}
