/* guatu-store-commit.c — the end of a verb: its changeset, its entry, the commit. */
#include "guatu-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
