/* guatu-store-inverse.c — taking back what entries of the journal did: one of them, or all after a point. */
#include "guatu-store-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

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


/* One entry ------------------------------------------------------------------------------------------------ */

/* Checked, and turned round; sqlite3_free() it. */
static gboolean
invert (GuatuStore   *self,
        gint64        seq,
        gconstpointer bytes,
        int           size,
        void        **inverse,
        int          *inverse_size,
        GError      **error)
{
  g_autoptr(GError) reason = NULL;
  int code;

  if (!guatu_changeset_check (bytes, (gsize) size, &reason))
    return guatu_store_damaged (self, error, _("journal entry %lld cannot be read: %s"),
                                (long long) seq, reason->message);

  code = sqlite3changeset_invert (size, bytes, inverse_size, inverse);
  return code == SQLITE_OK || guatu_store_fail_with (self, code, error);
}

/* @seq is the entry to be named, should it not fit. */
static gboolean
apply (GuatuStore  *self,
       gint64       seq,
       void        *inverse,
       int          size,
       GError     **error)
{
  Conflict conflict = { 0 };
  int code = sqlite3changeset_apply (self->db, size, inverse, NULL, conflict_cb, &conflict);

  if (conflict.conflict != 0)
    return fail_conflict (self, seq, &conflict, error);

  return code == SQLITE_OK || guatu_store_fail_with (self, code, error);
}

gboolean
guatu_store_apply_inverse (GuatuStore  *self,
                           gint64       seq,
                           GError     **error)
{
  static const char sql[] = "SELECT changeset FROM journal WHERE seq = ?1";
  g_autoptr(GuatuBorrowed) statement = NULL;
  void *inverse = NULL;
  gboolean done;
  int size, code;

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

  if (!invert (self, seq, sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0), &inverse, &size,
               error))
    return FALSE;
  done = apply (self, seq, inverse, size, error);
  sqlite3_free (inverse);

  return done;
}

/* Many entries --------------------------------------------------------------------------------------------- */

/* Inverses are put together, and what was changed to and fro falls out, before anything is written. */
typedef struct
{
  GPtrArray           *out;                             /* takes them; %NULL: they are written to the file */
  sqlite3_changegroup *group;
  gint64               seq;                             /* of the newest one in it */
  int                  n_columns[GUATU_N_TABLES];       /* with which the table is in it; 0: not there yet */
} Pile;

static gboolean
pile_begin (GuatuStore  *self,
            Pile        *pile,
            gint64       seq,
            GError     **error)
{
  int code;

  *pile = (Pile) { .out = pile->out, .seq = seq };
  code = sqlite3changegroup_new (&pile->group);

  return code == SQLITE_OK || guatu_store_fail_with (self, code, error);
}

/* Whether its tables have as many columns as on the pile; those from before a migration have fewer. To be known
 * beforehand: what fails to go on a pile has spoilt it. */
static gboolean
pile_has_place (Pile *pile,
                void *inverse,
                int   size)
{
  sqlite3_changeset_iter *iter = NULL;
  gboolean fits = TRUE;

  if (sqlite3changeset_start (&iter, size, inverse) != SQLITE_OK)
    return TRUE;
  while (fits && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      int n_columns = 0, operation, indirect, table;
      const char *name = NULL;

      sqlite3changeset_op (iter, &name, &n_columns, &operation, &indirect);
      table = guatu_schema_find (name);
      if (table < 0)
        continue;
      fits = pile->n_columns[table] == 0 || pile->n_columns[table] == n_columns;
      pile->n_columns[table] = n_columns;
    }
  sqlite3changeset_finalize (iter);

  return fits;
}

static gboolean
pile_apply (GuatuStore  *self,
            Pile        *pile,
            GError     **error)
{
  void *bytes = NULL;
  gboolean done;
  int size = 0, code;

  if (pile->group == NULL)
    return TRUE;

  code = sqlite3changegroup_output (pile->group, &size, &bytes);
  sqlite3changegroup_delete (g_steal_pointer (&pile->group));
  if (code != SQLITE_OK)
    return guatu_store_fail_with (self, code, error);
  done = TRUE;
  if (size > 0 && pile->out != NULL)
    g_ptr_array_add (pile->out, g_bytes_new (bytes, (gsize) size));
  else if (size > 0)
    done = apply (self, pile->seq, bytes, size, error);
  sqlite3_free (bytes);

  return done;
}

static gboolean
pile_add (GuatuStore  *self,
          Pile        *pile,
          gint64       seq,
          void        *inverse,
          int          size,
          GError     **error)
{
  int code;

  if (pile->group == NULL && !pile_begin (self, pile, seq, error))
    return FALSE;

  if (!pile_has_place (pile, inverse, size))
    {
      if (!pile_apply (self, pile, error) || !pile_begin (self, pile, seq, error))
        return FALSE;
      pile_has_place (pile, inverse, size);
    }
  code = sqlite3changegroup_add (pile->group, size, inverse);

  return code == SQLITE_OK || guatu_store_fail_with (self, code, error);
}

/* Who is told how far it is. */
typedef struct
{
  GuatuProgressFunc  func;
  gpointer           data;
  gint64             done;
  gint64             total;
} Progress;

static gboolean
go_on (Progress  *progress,
       GError   **error)
{
  if (progress->func == NULL || progress->done++ % 64 != 0 ||
      progress->func (progress->done, progress->total, progress->data))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled. Nothing was changed."));
  return FALSE;
}

static gboolean
pile_up (GuatuStore    *self,
         Pile          *pile,
         Progress      *progress,
         sqlite3_stmt  *statement,
         GError       **error)
{
  int code;

  while ((code = guatu_store_step (self, statement, error)) == SQLITE_ROW)
    {
      gint64 seq = sqlite3_column_int64 (statement, 0);
      void *inverse = NULL;
      gboolean added;
      int size;

      if (!go_on (progress, error) ||
          !invert (self, seq, sqlite3_column_blob (statement, 1), sqlite3_column_bytes (statement, 1), &inverse, &size,
                   error))
        return FALSE;
      added = pile_add (self, pile, seq, inverse, size, error);
      sqlite3_free (inverse);
      if (!added)
        return FALSE;
    }

  return code == SQLITE_DONE;
}

static gboolean
pile_between (GuatuStore  *self,
              gint64       after,
              gint64       upto,
              Pile        *pile,
              Progress    *progress,
              GError     **error)
{
  static const char sql[] = "SELECT seq, changeset FROM journal WHERE seq > ?1 AND seq <= ?2 ORDER BY seq DESC";
  g_autoptr(GuatuBorrowed) statement = guatu_store_borrow (self, sql, error);
  gboolean done;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, after);
  sqlite3_bind_int64 (statement, 2, upto);
  done = pile_up (self, pile, progress, statement, error) && pile_apply (self, pile, error);
  g_clear_pointer (&pile->group, sqlite3changegroup_delete);

  return done;
}

gboolean
guatu_store_apply_inverses (GuatuStore  *self,
                            gint64       after,
                            GError     **error)
{
  Pile pile = { 0 };
  Progress nobody = { 0 };

  g_return_val_if_fail (self != NULL && self->writing, FALSE);

  return guatu_store_check_writing (self, error) && pile_between (self, after, G_MAXINT64, &pile, &nobody, error);
}

GPtrArray *
guatu_store_read_inverses (GuatuStore        *self,
                           gint64             after,
                           gint64             upto,
                           GuatuProgressFunc  progress,
                           gpointer           data,
                           GError           **error)
{
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  Pile pile = { .out = out };
  Progress told = { progress, data, 0, upto - after };

  g_return_val_if_fail (self != NULL, NULL);

  if (!guatu_store_is_blank (self) && !pile_between (self, after, upto, &pile, &told, error))
    return NULL;

  return g_steal_pointer (&out);
}
