/* guatu-changeset.c — a changeset read for people: rows, and the values of their fields before and after. */
#include "guatu-changeset.h"

#include "guatu-store-private.h"

/* Takes the value of one field into @values; FALSE where the changeset says nothing of it. */
static gboolean
take_value (const GuatuSaid *said,
            guint            field,
            GuatuValue      *values)
{
  if (said[field].how == GUATU_SAID_VALUE)
    values[field] = said[field].value;

  return said[field].how == GUATU_SAID_VALUE;
}

/* The changeset was checked: tables are known, and values are plain. */
static void
take_change (const GuatuChangesetReader *reader,
             GuatuChange                *change)
{
  guint n_columns = (guint) reader->bytes.n_columns;

  change->table = (GuatuTable) guatu_schema_find (reader->bytes.table);
  change->kind = reader->operation == SQLITE_INSERT ? GUATU_CHANGE_ADDED
                 : reader->operation == SQLITE_DELETE ? GUATU_CHANGE_REMOVED : GUATU_CHANGE_CHANGED;
  change->id = (change->kind == GUATU_CHANGE_ADDED ? reader->new : reader->old)[0].value.integer;

  change->fields = 0;
  for (guint field = 1; field < n_columns && field < GUATU_CHANGE_MAX_FIELDS; field++)
    {
      gboolean old = take_value (reader->old, field, change->before);
      gboolean new = take_value (reader->new, field, change->after);

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
  GuatuChangesetReader reader;
  GuatuChange change;
  gconstpointer bytes;
  gsize size;

  g_return_val_if_fail (changeset != NULL && func != NULL, FALSE);

  bytes = g_bytes_get_data (changeset, &size);
  if (!guatu_changeset_check (bytes, size, error))
    return FALSE;

  guatu_changeset_reader_init (&reader, bytes, size);
  while (guatu_changeset_reader_next (&reader))
    {
      take_change (&reader, &change);
      if (!func (&change, data))
        break;
    }
  guatu_changeset_reader_clear (&reader);

  return TRUE;
}
