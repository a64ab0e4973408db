/* guatu-store-commit.c — the end of a verb: its changeset, its entry, the commit; and the inverse of an entry. */
#include "guatu-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Taking back -------------------------------------------------------------------------------------------- */

typedef struct
{
  int         conflict;
  const char *table;
} Conflict;

/* Nothing is forced and nothing is left out: an inverse fits as a whole or not at all. */
static int
conflict_cb (void                    *data,
             int                      kind,
             sqlite3_changeset_iter  *iter)
{
  Conflict *conflict = data;
  int n_columns, operation, indirect;
  const char *table = NULL;

  conflict->conflict = kind;
  if (kind != SQLITE_CHANGESET_FOREIGN_KEY &&
      sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect) == SQLITE_OK &&
      guatu_schema_find (table) >= 0)
    conflict->table = guatu_table_info (guatu_schema_find (table))->name;

  return SQLITE_CHANGESET_ABORT;
}

static gboolean
fail_conflict (GuatuStore      *self,
               gint64           seq,
               const Conflict  *conflict,
               GError         **error)
{
  if (conflict->table != NULL)
    g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_CONFLICT,
                 _("Entry %lld cannot be taken back: a row of “%s” that it changed is no longer as it left it. "
                   "Nothing was changed."), (long long) seq, conflict->table);
  else
    g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_CONFLICT,
                 _("Entry %lld cannot be taken back: something that was made later depends on what it made. "
                   "Nothing was changed."), (long long) seq);
  return FALSE;
}

gboolean
guatu_store_apply_inverse (GuatuStore  *self,
                           gint64       seq,
                           GError     **error)
{
  static const char sql[] = "SELECT changeset FROM journal WHERE seq = ?1";
  g_autoptr(GuatuBorrowed) statement = NULL;
  g_autoptr(GError) reason = NULL;
  Conflict conflict = { 0 };
  gconstpointer bytes;
  void *inverse = NULL;
  int size, inverse_size, code;

  g_return_val_if_fail (self != NULL && self->writing, FALSE);

  if (!guatu_store_check_writing (self, error))
    return FALSE;
  statement = guatu_store_borrow (self, sql, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, seq);
  code = guatu_store_step (self, statement, error);
  if (code == SQLITE_DONE)
    g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NOT_FOUND,
                 _("The journal of “%s” has no entry %lld."), self->name, (long long) seq);
  if (code != SQLITE_ROW)
    return FALSE;

  bytes = sqlite3_column_blob (statement, 0);
  size = sqlite3_column_bytes (statement, 0);
  if (!guatu_changeset_check (bytes, (gsize) size, &reason))
    return guatu_store_damaged (self, error, _("journal entry %lld cannot be read: %s"),
                                (long long) seq, reason->message);

  code = sqlite3changeset_invert (size, bytes, &inverse_size, &inverse);
  if (code == SQLITE_OK)
    {
      code = sqlite3changeset_apply (self->db, inverse_size, inverse, NULL, conflict_cb, &conflict);
      sqlite3_free (inverse);
    }
  if (conflict.conflict != 0)
    return fail_conflict (self, seq, &conflict, error);

  return code == SQLITE_OK || guatu_store_fail_with (self, code, error);
}

/* Committing ------------------------------------------------------------------------------------------------ */

/* COMMIT refused because a reference leads nowhere: find out which, while the rows are still there. */
static gboolean
fail_references (GuatuStore  *self,
                 GError     **error)
{
  g_autoptr(GuatuBorrowed) statement = guatu_store_borrow (self, "PRAGMA foreign_key_check", error);
  int code;

  if (statement == NULL)
    return FALSE;
  code = guatu_store_step (self, statement, error);
  if (code != SQLITE_ROW)
    return code == SQLITE_DONE && guatu_store_fail_with (self, SQLITE_CONSTRAINT_FOREIGNKEY, error);

  g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_CONFLICT,
               _("The edit would leave %s %lld referring to a %s that is not there. Nothing was changed."),
               (const char *) sqlite3_column_text (statement, 0), sqlite3_column_int64 (statement, 1),
               (const char *) sqlite3_column_text (statement, 2));
  return FALSE;
}

/* The last step of a commit makes the removal of SQLite's own journal lasting. If that fails, COMMIT
 * reports an error although the edit is in the file: only looking tells. */
static gboolean
took_effect (GuatuStore    *self,
             gint64         seq,
             const guint8  *hash,
             int            code,
             GError       **error)
{
  guint8 there[GUATU_HASH_SIZE];
  g_autoptr(GError) trouble = NULL;
  gboolean fresh = self->fresh;
  gint64 head;

  self->fresh = FALSE;
  if (guatu_journal_head (self, &head, there, &trouble))
    {
      if (head == seq && memcmp (there, hash, sizeof there) == 0)
        return TRUE;
    }
  else if (!fresh && (code == SQLITE_IOERR_DIR_FSYNC || code == SQLITE_IOERR_DELETE))
    {
      g_clear_error (error);
      g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_FAILED,
                   _("“%s” cannot be reached, and whether the last edit was saved will show when it can. Check the "
                     "disk or the connection to it."), self->name);
    }

  self->fresh = fresh;
  return FALSE;
}

static gboolean
run_commit (GuatuStore    *self,
            gint64         seq,
            const guint8  *hash,
            GError       **error)
{
  g_autoptr(GError) failure = NULL;
  int version = self->schema->version;

  if (!guatu_store_run (self, "COMMIT", &failure))
    {
      int code = sqlite3_extended_errcode (self->db);

      if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
        {
          g_clear_error (&failure);
          fail_references (self, &failure);
        }
      guatu_store_rollback (self);
      if (!took_effect (self, seq, hash, code, &failure))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }

  self->writing = FALSE;
  self->fresh = FALSE;
  self->version = version;
  guatu_store_set_version (self, version);
  return TRUE;
}

gboolean
guatu_store_commit (GuatuStore  *self,
                    const char  *author,
                    const char  *kind,
                    const char  *arguments,
                    gint64       undoes,
                    GBytes     **changeset,
                    gint64      *seq,
                    GError     **error)
{
  g_autoptr(GBytes) recorded = NULL;
  guint8 hash[GUATU_HASH_SIZE];
  gint64 number = 0;

  g_return_val_if_fail (self != NULL && self->writing, FALSE);
  g_return_val_if_fail (author != NULL && kind != NULL, FALSE);
  g_return_val_if_fail ((undoes != 0) == (g_str_equal (kind, "undo") || g_str_equal (kind, "redo")), FALSE);

  if (changeset != NULL)
    *changeset = NULL;
  if (seq != NULL)
    *seq = 0;

  if (!guatu_store_check_writing (self, error) || !guatu_store_take_changeset (self, self->session, &recorded, error))
    {
      guatu_store_rollback (self);
      return FALSE;
    }
  if (recorded == NULL)
    {
      guatu_store_rollback (self);
      return TRUE;
    }

  guatu_store_stop_sessions (self);
  if (!guatu_journal_append (self, author, kind, arguments != NULL ? arguments : "{}", undoes, recorded, &number,
                             hash, error))
    {
      guatu_store_rollback (self);
      return FALSE;
    }
  if (!run_commit (self, number, hash, error))
    return FALSE;

  if (seq != NULL)
    *seq = number;
  if (changeset != NULL)
    *changeset = g_steal_pointer (&recorded);
  return TRUE;
}
