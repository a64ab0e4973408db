/* guatu-store-journal.c — the journal as a chain: what is hashed, and how an entry is appended. */
#include "guatu-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char head_sql[] = "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1";

static const char append_sql[] =
  "INSERT INTO journal (seq, time, author, kind, arguments, undoes, previous, hash, changeset) "
  "VALUES (?1, ?2, ?3, ?4, ?5, nullif (?6, 0), ?7, ?8, ?9)";

/* Hashing -------------------------------------------------------------------------------------------- */

static void
hash_number (GChecksum *checksum,
             gint64     number)
{
  guint64 big_endian = GUINT64_TO_BE ((guint64) number);

  g_checksum_update (checksum, (const guchar *) &big_endian, sizeof big_endian);
}

static void
hash_bytes (GChecksum  *checksum,
            const void *bytes,
            gsize       size)
{
  hash_number (checksum, (gint64) size);
  /* GLib takes lengths as signed and -1 as "a string". */
  if (size > 0)
    g_checksum_update (checksum, bytes, (gssize) size);
}

/*
 * The layout that is hashed with SHA-256. Numbers are 8 bytes, two's complement, big-endian; a
 * length is such a number and counts bytes; text is UTF-8 without a final zero.
 *
 *   "guatu-journal-1"                                    15 bytes, no length
 *   seq, time                                            numbers
 *   author, kind, arguments                              each its length, then its bytes
 *   undoes                                               number, 0 for none
 *   changeset                                            its length, then its bytes
 *   the hash of the entry before                         32 bytes; zeros for the first
 */
void
guatu_journal_hash (const GuatuHashed *entry,
                    guint8            *hash)
{
  static const char layout[] = "guatu-journal-1";
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size = GUATU_HASH_SIZE;

  g_checksum_update (checksum, (const guchar *) layout, sizeof layout - 1);
  hash_number (checksum, entry->seq);
  hash_number (checksum, entry->time);
  hash_bytes (checksum, entry->author, strlen (entry->author));
  hash_bytes (checksum, entry->kind, strlen (entry->kind));
  hash_bytes (checksum, entry->arguments, strlen (entry->arguments));
  hash_number (checksum, entry->undoes);
  hash_bytes (checksum, entry->changeset, entry->changeset_size);
  g_checksum_update (checksum, entry->previous, GUATU_HASH_SIZE);
  g_checksum_get_digest (checksum, hash, &size);
}

char *
guatu_journal_hash_text (const guint8 *hash)
{
  GString *text = g_string_sized_new (2 * GUATU_HASH_SIZE);

  for (guint i = 0; i < GUATU_HASH_SIZE; i++)
    g_string_append_printf (text, "%02x", hash[i]);

  return g_string_free (text, FALSE);
}

/* Appending ------------------------------------------------------------------------------------------ */

gboolean
guatu_journal_head (GuatuStore  *self,
                    gint64      *seq,
                    guint8      *hash,
                    GError     **error)
{
  g_autoptr(GuatuBorrowed) statement = NULL;
  int code;

  *seq = 0;
  memset (hash, 0, GUATU_HASH_SIZE);
  /* A file that nothing was committed to has no journal yet. */
  if (guatu_store_is_blank (self))
    return TRUE;

  statement = guatu_store_borrow (self, head_sql, error);
  if (statement == NULL)
    return FALSE;

  code = guatu_store_step (self, statement, error);
  if (code != SQLITE_ROW)
    return code == SQLITE_DONE;

  *seq = sqlite3_column_int64 (statement, 0);
  /* No number follows the last one there is: nothing could be entered any more. */
  if (*seq == G_MAXINT64)
    return guatu_store_damaged (self, error, _("the journal lacks entry %lld"), (long long) *seq - 1);
  if (sqlite3_column_bytes (statement, 1) != GUATU_HASH_SIZE)
    return guatu_store_damaged (self, error, _("journal entry %lld has no hash"), (long long) *seq);
  memcpy (hash, sqlite3_column_blob (statement, 1), GUATU_HASH_SIZE);

  return TRUE;
}

gboolean
guatu_store_head (GuatuStore  *self,
                  gint64      *seq,
                  char       **hash,
                  GError     **error)
{
  guint8 digest[GUATU_HASH_SIZE];
  gint64 number;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!guatu_journal_head (self, &number, digest, error))
    return FALSE;
  if (seq != NULL)
    *seq = number;
  if (hash != NULL)
    *hash = guatu_journal_hash_text (digest);

  return TRUE;
}

gboolean
guatu_journal_append (GuatuStore  *self,
                      const char  *author,
                      const char  *kind,
                      const char  *arguments,
                      gint64       undoes,
                      GBytes      *changeset,
                      gint64      *seq,
                      guint8      *hash,
                      GError     **error)
{
  g_autoptr(GuatuBorrowed) statement = NULL;
  guint8 previous[GUATU_HASH_SIZE];
  GuatuHashed entry = { .author = author, .kind = kind, .arguments = arguments, .undoes = undoes,
                        .previous = previous };

  if (!guatu_journal_head (self, seq, previous, error))
    return FALSE;

  entry.seq = ++*seq;
  entry.time = g_get_real_time () / 1000;
  entry.changeset = g_bytes_get_data (changeset, &entry.changeset_size);
  guatu_journal_hash (&entry, hash);

  statement = guatu_store_borrow (self, append_sql, error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, entry.seq);
  sqlite3_bind_int64 (statement, 2, entry.time);
  sqlite3_bind_text (statement, 3, author, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, kind, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 5, arguments, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 6, undoes);
  sqlite3_bind_blob (statement, 7, previous, GUATU_HASH_SIZE, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 8, hash, GUATU_HASH_SIZE, SQLITE_STATIC);
  sqlite3_bind_blob64 (statement, 9, entry.changeset, entry.changeset_size, SQLITE_STATIC);

  return guatu_store_step (self, statement, error) == SQLITE_DONE;
}
