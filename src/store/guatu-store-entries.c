/* guatu-store-entries.c — the journal read: what stands, what undo and redo take, entries for others. */
#include "guatu-store-private.h"

#include <glib/gi18n-lib.h>

static const char backwards_sql[] =
  "SELECT seq, kind, coalesce (undoes, 0) FROM journal WHERE seq > ?1 ORDER BY seq DESC";

static const char list_sql[] =
  "SELECT seq, kind, coalesce (undoes, 0), time, author, arguments FROM journal WHERE seq > ?1 ORDER BY seq DESC";

static const char entries_sql[] =
  "SELECT seq, time, author, kind, arguments, coalesce (undoes, 0), hash, changeset FROM journal "
  "WHERE seq > ?1 AND seq <= ?2 ORDER BY seq";

/* What titles need. The hash lies behind the changeset, which may be as long as the plan. */
static const char words_sql[] =
  "SELECT seq, time, author, kind, arguments, coalesce (undoes, 0) FROM journal WHERE seq > ?1 AND seq <= ?2 "
  "ORDER BY seq";

gboolean
guatu_entry_kind_is_barrier (const char *kind)
{
  static const char *const barriers[] = { "create", "import", "copy", "document-issued", NULL };

  g_return_val_if_fail (kind != NULL, FALSE);

  return g_strv_contains (barriers, kind);
}

static gboolean
is_undo_or_redo (const char *kind)
{
  return g_str_equal (kind, "undo") || g_str_equal (kind, "redo");
}

void
guatu_entry_free (GuatuEntry *entry)
{
  if (entry == NULL)
    return;

  g_free ((char *) entry->author);
  g_free ((char *) entry->kind);
  g_free ((char *) entry->arguments);
  g_free ((char *) entry->hash);
  g_clear_pointer (&entry->changeset, g_bytes_unref);
  g_free (entry);
}

/* What stands ------------------------------------------------------------------------------------------ */

/*
 * Walks from the newest entry back. An entry stands unless a standing later one undoes it, and a
 * later one is always seen first: the undone ones that are still to come are all that is remembered.
 */
typedef struct
{
  GuatuStore   *store;
  sqlite3_stmt *statement;
  GHashTable   *undone;         /* seqs taken back by standing entries, as gint64 */

  gint64        seq;
  const char   *kind;
  gint64        undoes;
  gboolean      standing;
} Walk;

static gboolean
walk_begin_with (Walk        *walk,
                 GuatuStore  *self,
                 const char  *sql,
                 gint64       after,
                 GError     **error)
{
  *walk = (Walk) { .store = self };
  walk->statement = guatu_store_borrow (self, sql, error);
  if (walk->statement == NULL)
    return FALSE;

  walk->undone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  sqlite3_bind_int64 (walk->statement, 1, after);
  return TRUE;
}

static gboolean
walk_begin (Walk        *walk,
            GuatuStore  *self,
            gint64       after,
            GError     **error)
{
  return walk_begin_with (walk, self, backwards_sql, after, error);
}

/* SQLITE_ROW while there are entries. */
static int
walk_next (Walk    *walk,
           GError **error)
{
  int code = guatu_store_step (walk->store, walk->statement, error);

  if (code != SQLITE_ROW)
    return code;

  walk->seq = sqlite3_column_int64 (walk->statement, 0);
  walk->kind = (const char *) sqlite3_column_text (walk->statement, 1);
  walk->undoes = sqlite3_column_int64 (walk->statement, 2);
  if (walk->kind == NULL)
    walk->kind = "";
  walk->standing = !g_hash_table_contains (walk->undone, &walk->seq);
  if (walk->standing && walk->undoes != 0)
    g_hash_table_add (walk->undone, g_memdup2 (&walk->undoes, sizeof walk->undoes));

  return code;
}

static void
walk_end (Walk *walk)
{
  guatu_borrowed_return (walk->statement);
  g_clear_pointer (&walk->undone, g_hash_table_unref);
}

gboolean
guatu_store_find_undo (GuatuStore  *self,
                       gint64      *seq,
                       GError     **error)
{
  Walk walk;
  int code;

  g_return_val_if_fail (self != NULL && seq != NULL, FALSE);

  *seq = 0;
  if (guatu_store_is_blank (self))
    return TRUE;
  if (!walk_begin (&walk, self, 0, error))
    return FALSE;

  while ((code = walk_next (&walk, error)) == SQLITE_ROW)
    if (walk.standing && !is_undo_or_redo (walk.kind))
      {
        *seq = walk.seq;
        break;
      }
  walk_end (&walk);

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

gboolean
guatu_store_find_redo (GuatuStore  *self,
                       gint64      *seq,
                       GError     **error)
{
  Walk walk;
  int code;

  g_return_val_if_fail (self != NULL && seq != NULL, FALSE);

  *seq = 0;
  if (guatu_store_is_blank (self))
    return TRUE;
  if (!walk_begin (&walk, self, 0, error))
    return FALSE;

  while ((code = walk_next (&walk, error)) == SQLITE_ROW)
    {
      if (!is_undo_or_redo (walk.kind))
        break;
      if (walk.standing && g_str_equal (walk.kind, "undo"))
        {
          *seq = walk.seq;
          break;
        }
    }
  walk_end (&walk);

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

gboolean
guatu_store_find_barrier (GuatuStore  *self,
                          gint64       after,
                          gint64      *seq,
                          GError     **error)
{
  Walk walk;
  int code;

  g_return_val_if_fail (self != NULL && seq != NULL, FALSE);

  *seq = 0;
  if (guatu_store_is_blank (self))
    return TRUE;
  if (!walk_begin (&walk, self, after, error))
    return FALSE;

  while ((code = walk_next (&walk, error)) == SQLITE_ROW)
    if (guatu_entry_kind_is_barrier (walk.kind))
      {
        *seq = walk.seq;
        break;
      }
  walk_end (&walk);

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

/* Reading ---------------------------------------------------------------------------------------------- */

/* The seqs after @after that do not stand. */
static GHashTable *
find_undone (GuatuStore  *self,
             gint64       after,
             GError     **error)
{
  g_autoptr(GHashTable) undone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Walk walk;
  int code;

  if (!walk_begin (&walk, self, after, error))
    return NULL;

  while ((code = walk_next (&walk, error)) == SQLITE_ROW)
    if (!walk.standing)
      g_hash_table_add (undone, g_memdup2 (&walk.seq, sizeof walk.seq));
  walk_end (&walk);

  return code == SQLITE_DONE ? g_steal_pointer (&undone) : NULL;
}

static const char *
column_text (sqlite3_stmt *statement,
             int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : "";
}

static gboolean
hand_out (GuatuStore      *self,
          sqlite3_stmt    *statement,
          GHashTable      *undone,
          GuatuEntryFunc   func,
          gpointer         data,
          GError         **error)
{
  gboolean whole = sqlite3_column_count (statement) > 6;
  g_autoptr(GBytes) changeset = NULL;
  g_autofree char *hash = NULL;
  GuatuEntry entry = { .seq = sqlite3_column_int64 (statement, 0) };

  if (whole && sqlite3_column_bytes (statement, 6) != GUATU_HASH_SIZE)
    return guatu_store_damaged (self, error, _("journal entry %lld has no hash"), (long long) entry.seq);

  if (whole)
    {
      hash = guatu_journal_hash_text (sqlite3_column_blob (statement, 6));
      changeset = g_bytes_new (sqlite3_column_blob (statement, 7), (gsize) sqlite3_column_bytes (statement, 7));
    }
  entry.time = sqlite3_column_int64 (statement, 1);
  entry.author = column_text (statement, 2);
  entry.kind = column_text (statement, 3);
  entry.arguments = column_text (statement, 4);
  entry.undoes = sqlite3_column_int64 (statement, 5);
  entry.standing = undone == NULL || !g_hash_table_contains (undone, &entry.seq);
  entry.changeset = changeset;
  entry.hash = hash;

  return func (&entry, data, error);
}

/* @sql: entries_sql or words_sql; @undone: those that do not stand, or %NULL where nobody asks. */
static gboolean
each_entry_with (GuatuStore      *self,
                 const char      *sql,
                 GHashTable      *undone,
                 gint64           after,
                 gint64           last,
                 GuatuEntryFunc   func,
                 gpointer         data,
                 GError         **error)
{
  g_autoptr(GuatuBorrowed) statement = NULL;
  int code;

  statement = guatu_store_borrow (self, sql, error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, after);
  sqlite3_bind_int64 (statement, 2, last);
  while ((code = guatu_store_step (self, statement, error)) == SQLITE_ROW)
    if (!hand_out (self, statement, undone, func, data, error))
      return FALSE;

  return code == SQLITE_DONE;
}

static gboolean
each_entry (GuatuStore      *self,
            const char      *sql,
            gint64           after,
            gint64           last,
            GuatuEntryFunc   func,
            gpointer         data,
            GError         **error)
{
  g_autoptr(GHashTable) undone = find_undone (self, after, error);

  return undone != NULL && each_entry_with (self, sql, undone, after, last, func, data, error);
}

gboolean
guatu_store_each_entry (GuatuStore      *self,
                        gint64           after,
                        GuatuEntryFunc   func,
                        gpointer         data,
                        GError         **error)
{
  gboolean done;

  g_return_val_if_fail (self != NULL && func != NULL, FALSE);

  if (guatu_store_is_blank (self))
    return TRUE;
  if (!guatu_store_read_begin (self, error))
    return FALSE;
  done = each_entry (self, entries_sql, after, G_MAXINT64, func, data, error);
  guatu_store_read_end (self);

  return done;
}

static gboolean
each_entry_back (GuatuStore      *self,
                 GuatuEntryFunc   func,
                 gpointer         data,
                 GError         **error)
{
  Walk walk;
  int code;
  gboolean fine = TRUE;

  if (!walk_begin_with (&walk, self, list_sql, 0, error))
    return FALSE;

  while (fine && (code = walk_next (&walk, error)) == SQLITE_ROW)
    {
      GuatuEntry entry = {
        .seq = walk.seq,
        .time = sqlite3_column_int64 (walk.statement, 3),
        .author = column_text (walk.statement, 4),
        .kind = column_text (walk.statement, 1),
        .arguments = column_text (walk.statement, 5),
        .undoes = walk.undoes,
        .standing = walk.standing,
      };

      fine = func (&entry, data, error);
    }
  walk_end (&walk);

  return fine && code == SQLITE_DONE;
}

gboolean
guatu_store_each_entry_back (GuatuStore      *self,
                             GuatuEntryFunc   func,
                             gpointer         data,
                             GError         **error)
{
  gboolean done;

  g_return_val_if_fail (self != NULL && func != NULL, FALSE);

  if (guatu_store_is_blank (self))
    return TRUE;
  if (!guatu_store_read_begin (self, error))
    return FALSE;
  done = each_entry_back (self, func, data, error);
  guatu_store_read_end (self);

  return done;
}

static gboolean
keep_entry (const GuatuEntry  *entry,
            gpointer           data,
            GError           **error)
{
  GuatuEntry **kept = data;

  *kept = g_memdup2 (entry, sizeof *entry);
  (*kept)->author = g_strdup (entry->author);
  (*kept)->kind = g_strdup (entry->kind);
  (*kept)->arguments = g_strdup (entry->arguments);
  (*kept)->hash = g_strdup (entry->hash);
  if (entry->changeset != NULL)
    g_bytes_ref (entry->changeset);

  return TRUE;
}

static GuatuEntry *
find_entry (GuatuStore  *self,
            const char  *sql,
            gint64       seq,
            gboolean     standing,
            GError     **error)
{
  GuatuEntry *entry = NULL;

  if (!guatu_store_is_blank (self))
    {
      gboolean fine;

      if (!guatu_store_read_begin (self, error))
        return NULL;
      fine = standing ? each_entry (self, sql, seq - 1, seq, keep_entry, &entry, error)
                      : each_entry_with (self, sql, NULL, seq - 1, seq, keep_entry, &entry, error);
      guatu_store_read_end (self);
      if (!fine)
        return NULL;
    }
  if (entry == NULL)
    g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NOT_FOUND,
                 _("The journal of “%s” has no entry %lld."), self->name, (long long) seq);

  return entry;
}

GuatuEntry *
guatu_store_find_entry (GuatuStore  *self,
                        gint64       seq,
                        GError     **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find_entry (self, entries_sql, seq, TRUE, error);
}

GuatuEntry *
guatu_store_read_entry (GuatuStore  *self,
                        gint64       seq,
                        GError     **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find_entry (self, entries_sql, seq, FALSE, error);
}

GuatuEntry *
guatu_store_find_entry_words (GuatuStore  *self,
                              gint64       seq,
                              GError     **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find_entry (self, words_sql, seq, TRUE, error);
}

gboolean
guatu_store_entry_size (GuatuStore  *self,
                        gint64       seq,
                        gint64      *size,
                        GError     **error)
{
  static const char sql[] = "SELECT length (changeset) FROM journal WHERE seq = ?1";
  g_autoptr(GuatuBorrowed) statement = NULL;
  int code;

  g_return_val_if_fail (self != NULL && size != NULL, FALSE);

  *size = 0;
  if (guatu_store_is_blank (self))
    return TRUE;
  statement = guatu_store_borrow (self, sql, error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, seq);
  code = guatu_store_step (self, statement, error);
  if (code == SQLITE_ROW)
    *size = sqlite3_column_int64 (statement, 0);

  return code == SQLITE_ROW || code == SQLITE_DONE;
}
