/* guatu-store-search.c — the journal read in parts from its end, and looked through for a row or a table. */
#include "guatu-store-private.h"

#include <string.h>

static const char back_sql[] =
  "SELECT seq, time, author, kind, arguments, coalesce (undoes, 0), NULL FROM journal WHERE seq < ?1 ORDER BY seq DESC";

static const char back_whole_sql[] =
  "SELECT seq, time, author, kind, arguments, coalesce (undoes, 0), changeset FROM journal "
  "WHERE seq < ?1 ORDER BY seq DESC";

static const char about_sql[] =
  "SELECT seq, time, author, kind, arguments, coalesce (undoes, 0), changeset FROM journal "
  "WHERE instr (changeset, ?1) > 0 OR instr (changeset, ?2) > 0 ORDER BY seq";

static const char *
column_text (sqlite3_stmt *statement,
             int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : "";
}

/* The changeset stays SQLite's until the next step: whoever keeps it copies it. */
static gboolean
hand_out (sqlite3_stmt    *statement,
          GuatuEntryFunc   func,
          gpointer         data,
          GError         **error)
{
  g_autoptr(GBytes) changeset = NULL;

  if (sqlite3_column_type (statement, 6) == SQLITE_BLOB)
    changeset = g_bytes_new_static (sqlite3_column_blob (statement, 6), (gsize) sqlite3_column_bytes (statement, 6));

  return func (&(GuatuEntry) { .seq = sqlite3_column_int64 (statement, 0),
                               .time = sqlite3_column_int64 (statement, 1),
                               .author = column_text (statement, 2),
                               .kind = column_text (statement, 3),
                               .arguments = column_text (statement, 4),
                               .undoes = sqlite3_column_int64 (statement, 5),
                               .changeset = changeset }, data, error);
}

/* In parts ------------------------------------------------------------------------------------------------- */

gboolean
guatu_store_read_back (GuatuStore      *self,
                       gint64           before,
                       gboolean         changesets,
                       GuatuEntryFunc   func,
                       gpointer         data,
                       gboolean        *end,
                       GError         **error)
{
  g_autoptr(GuatuBorrowed) statement = NULL;
  g_autoptr(GError) trouble = NULL;
  int code;

  g_return_val_if_fail (self != NULL && func != NULL && end != NULL, FALSE);

  *end = guatu_store_is_blank (self);
  if (*end)
    return TRUE;
  statement = guatu_store_borrow (self, changesets ? back_whole_sql : back_sql, error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, before != 0 ? before : G_MAXINT64);
  while ((code = guatu_store_step (self, statement, error)) == SQLITE_ROW)
    if (!hand_out (statement, func, data, &trouble))
      break;
  *end = code == SQLITE_DONE;
  if (trouble != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

/* What stands: as the walks of guatu-store-entries.c have it, but kept from one part to the next. */
struct _GuatuStanding
{
  GHashTable *undone;           /* seqs taken back by standing entries, as gint64 */
};

GuatuStanding *
guatu_standing_new (void)
{
  GuatuStanding *self = g_new0 (GuatuStanding, 1);

  self->undone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
guatu_standing_free (GuatuStanding *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->undone);
  g_free (self);
}

gboolean
guatu_standing_take (GuatuStanding     *self,
                     const GuatuEntry  *entry)
{
  /* Nothing takes it back any more that is still to come. */
  gboolean stands = !g_hash_table_remove (self->undone, &entry->seq);

  if (stands && entry->undoes != 0)
    g_hash_table_add (self->undone, g_memdup2 (&entry->undoes, sizeof entry->undoes));

  return stands;
}

/* About a row ---------------------------------------------------------------------------------------------- */

/* Changesets have the names of tables in them, with their zeros … */
static void
bind_name (sqlite3_stmt *statement,
           int           place,
           int           table)
{
  const char *name = guatu_table_info ((GuatuTable) table)->name;

  sqlite3_bind_blob (statement, place, name, (int) strlen (name) + 1, SQLITE_TRANSIENT);
}

/* … and numbers as a type and eight bytes. */
static void
bind_number (sqlite3_stmt *statement,
             int           place,
             gint64        number)
{
  guint8 bytes[9] = { SQLITE_INTEGER };
  guint64 big_endian = GUINT64_TO_BE ((guint64) number);

  memcpy (bytes + 1, &big_endian, sizeof big_endian);
  sqlite3_bind_blob (statement, place, bytes, sizeof bytes, SQLITE_TRANSIENT);
}

gboolean
guatu_store_each_about (GuatuStore      *self,
                        int              table,
                        int              other,
                        gint64           id,
                        GuatuEntryFunc   func,
                        gpointer         data,
                        GError         **error)
{
  g_autoptr(GuatuBorrowed) statement = NULL;
  int code;

  g_return_val_if_fail (self != NULL && func != NULL && (table >= 0 || id > 0), FALSE);

  if (guatu_store_is_blank (self))
    return TRUE;
  statement = guatu_store_borrow (self, about_sql, error);
  if (statement == NULL)
    return FALSE;

  if (id > 0)
    bind_number (statement, 1, id);
  else
    bind_name (statement, 1, table);
  if (id <= 0 && other >= 0)
    bind_name (statement, 2, other);
  while ((code = guatu_store_step (self, statement, error)) == SQLITE_ROW)
    if (!hand_out (statement, func, data, error))
      return FALSE;

  return code == SQLITE_DONE;
}
