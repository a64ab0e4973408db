/* guatu-store-write.c — one verb's transaction: rows written under a session, its entry, the commit. */
#include "guatu-store-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Beginning ------------------------------------------------------------------------------------------ */

/* The journal and view_state are no part of the plan. */
static int
is_plan_table (void       *data,
               const char *name)
{
  return guatu_schema_find (name) >= 0;
}

static gboolean
start_session (GuatuStore  *self,
               GError     **error)
{
  int code = sqlite3session_create (self->db, "main", &self->session);

  if (code != SQLITE_OK)
    return guatu_store_fail_with (self, code, error);

  sqlite3session_table_filter (self->session, is_plan_table, NULL);
  code = sqlite3session_attach (self->session, NULL);

  return code == SQLITE_OK || guatu_store_fail_with (self, code, error);
}

static void
stop_session (GuatuStore *self)
{
  g_clear_pointer (&self->session, sqlite3session_delete);
}

static gboolean
fail_read_only (GuatuStore  *self,
                GError     **error)
{
  g_set_error_literal (error, GUATU_STORE_ERROR,
                       guatu_store_is_newer (self) ? GUATU_STORE_ERROR_NEWER : GUATU_STORE_ERROR_READ_ONLY,
                       self->read_only_reason);
  return FALSE;
}

/* Within the transaction: nobody else can migrate now. */
static gboolean
bring_up_to_date (GuatuStore  *self,
                  GError     **error)
{
  int current = guatu_schema_current ();
  int code;

  if (!self->fresh)
    {
      if (!guatu_store_read_version (self, error))
        return FALSE;
      if (guatu_store_is_newer (self))
        {
          guatu_store_refuse_newer (self);
          return fail_read_only (self, error);
        }
    }

  if (self->version < current)
    {
      guatu_store_set_version (self, current);
      code = guatu_schema_migrate (self->db, self->version, current);
      if (code != SQLITE_OK)
        return guatu_store_fail_with (self, code, error);
    }

  return TRUE;
}

gboolean
guatu_store_begin (GuatuStore  *self,
                   GError     **error)
{
  g_return_val_if_fail (self != NULL && !self->writing, FALSE);

  if (self->read_only_reason != NULL)
    return fail_read_only (self, error);
  if (self->is_wal && !guatu_store_run (self, "PRAGMA journal_mode = DELETE", error))
    return FALSE;
  self->is_wal = FALSE;
  if (!guatu_store_run (self, "BEGIN IMMEDIATE", error))
    return FALSE;

  self->writing = TRUE;
  if (!bring_up_to_date (self, error) || !start_session (self, error))
    {
      guatu_store_rollback (self);
      return FALSE;
    }

  return TRUE;
}

/* Leaves the transaction for good, whatever SQLite has already rolled back by itself. */
void
guatu_store_rollback (GuatuStore *self)
{
  g_return_if_fail (self != NULL);

  if (!self->writing)
    return;

  stop_session (self);
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  self->writing = FALSE;
  /* A migration was rolled back with the rest. */
  if (!self->fresh)
    guatu_store_set_version (self, MIN (self->version, guatu_schema_current ()));
}

/* Rows ------------------------------------------------------------------------------------------------- */

static gboolean
check_value (GuatuTable   table,
             gint64       id,
             guint        field,
             GuatuValue   value,
             GError     **error)
{
  if (guatu_field_check (guatu_field (table, field), value, error))
    return TRUE;

  g_prefix_error (error, "%s %lld: ", guatu_table_info (table)->name, (long long) id);
  return FALSE;
}

gboolean
guatu_store_insert (GuatuStore        *self,
                    GuatuTable         table,
                    gint64             id,
                    const guint       *fields,
                    const GuatuValue  *values,
                    guint              n,
                    GError           **error)
{
  const GuatuSchemaTable *schema;
  g_autoptr(GuatuBorrowed) statement = NULL;

  g_return_val_if_fail (self != NULL && self->writing, FALSE);
  g_return_val_if_fail (table < GUATU_N_TABLES && id > 0, FALSE);

  schema = &self->schema->tables[table];
  statement = guatu_store_borrow (self, schema->insert, error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, id);
  for (guint i = 1; i < schema->n_fields; i++)
    guatu_value_bind (statement, (int) i + 1, &schema->info->fields[i],
                      guatu_field_fallback (&schema->info->fields[i]));
  for (guint i = 0; i < n; i++)
    {
      g_return_val_if_fail (fields[i] > 0 && fields[i] < schema->n_fields, FALSE);

      if (!check_value (table, id, fields[i], values[i], error))
        return FALSE;
      guatu_value_bind (statement, (int) fields[i] + 1, &schema->info->fields[fields[i]], values[i]);
    }

  return guatu_store_step (self, statement, error) == SQLITE_DONE;
}

/* A statement that should have changed the one row, and found none. */
static gboolean
check_found (GuatuStore  *self,
             GuatuTable   table,
             gint64       id,
             GError     **error)
{
  if (sqlite3_changes (self->db) == 1)
    return TRUE;

  g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NOT_FOUND,
               _("There is no %s %lld in “%s”."), guatu_table_info (table)->name, (long long) id, self->name);
  return FALSE;
}

gboolean
guatu_store_update (GuatuStore  *self,
                    GuatuTable   table,
                    gint64       id,
                    guint        field,
                    GuatuValue   value,
                    GError     **error)
{
  const GuatuSchemaTable *schema;
  g_autoptr(GuatuBorrowed) statement = NULL;

  g_return_val_if_fail (self != NULL && self->writing, FALSE);
  g_return_val_if_fail (table < GUATU_N_TABLES, FALSE);

  schema = &self->schema->tables[table];
  g_return_val_if_fail (field > 0 && field < schema->n_fields, FALSE);

  if (!check_value (table, id, field, value, error))
    return FALSE;
  statement = guatu_store_borrow (self, schema->update[field], error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, id);
  guatu_value_bind (statement, 2, &schema->info->fields[field], value);

  return guatu_store_step (self, statement, error) == SQLITE_DONE && check_found (self, table, id, error);
}

gboolean
guatu_store_delete (GuatuStore  *self,
                    GuatuTable   table,
                    gint64       id,
                    GError     **error)
{
  g_autoptr(GuatuBorrowed) statement = NULL;

  g_return_val_if_fail (self != NULL && self->writing, FALSE);
  g_return_val_if_fail (table < GUATU_N_TABLES, FALSE);

  statement = guatu_store_borrow (self, self->schema->tables[table].remove, error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, id);

  return guatu_store_step (self, statement, error) == SQLITE_DONE && check_found (self, table, id, error);
}

/* How many rows between two words of progress. */
#define PROGRESS_STEP 1000

static gboolean
insert_table (GuatuStore         *self,
              const GuatuPlan    *plan,
              GuatuTable          table,
              GuatuProgressFunc   progress,
              gpointer            data,
              gint64             *done,
              gint64              total,
              GError            **error)
{
  const GuatuSchemaTable *schema = &self->schema->tables[table];
  guint n_rows = guatu_plan_n_rows (plan, table);
  g_autofree guint *fields = g_new (guint, schema->n_fields);
  g_autofree GuatuValue *values = g_new (GuatuValue, schema->n_fields);

  for (guint i = 0; i + 1 < schema->n_fields; i++)
    fields[i] = i + 1;

  for (gint32 row = 0; (guint) row < n_rows; row++)
    {
      gint64 id = guatu_plan_id (plan, table, row);

      if (id == 0)
        continue;
      for (guint i = 0; i + 1 < schema->n_fields; i++)
        values[i] = guatu_plan_get (plan, table, row, i + 1);
      if (!guatu_store_insert (self, table, id, fields, values, schema->n_fields - 1, error))
        return FALSE;

      if (++*done % PROGRESS_STEP == 0 && progress != NULL && !progress (*done, total, data))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled. Nothing was changed."));
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
guatu_store_insert_plan (GuatuStore         *self,
                         const GuatuPlan    *plan,
                         GuatuProgressFunc   progress,
                         gpointer            data,
                         GError            **error)
{
  gint64 done = 0, total = 0;

  g_return_val_if_fail (self != NULL && self->writing && plan != NULL, FALSE);

  for (guint table = 0; table < GUATU_N_TABLES; table++)
    total += guatu_plan_n_live (plan, table);
  for (guint table = 0; table < GUATU_N_TABLES; table++)
    if (self->schema->tables[table].n_fields > 0 &&
        !insert_table (self, plan, table, progress, data, &done, total, error))
      return FALSE;
  if (progress != NULL)
    progress (total, total, data);

  return TRUE;
}

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

static gboolean
take_changeset (GuatuStore  *self,
                GBytes     **changeset,
                GError     **error)
{
  void *bytes = NULL;
  int size = 0;
  int code = sqlite3session_changeset (self->session, &size, &bytes);

  if (code != SQLITE_OK)
    return guatu_store_fail_with (self, code, error);

  *changeset = size > 0 ? g_bytes_new_with_free_func (bytes, (gsize) size, sqlite3_free, bytes) : NULL;
  if (size == 0)
    sqlite3_free (bytes);
  return TRUE;
}

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
                   _("“%s” cannot be reached, and whether the last edit was saved will show when it can. Check the disk "
                     "or the connection to it."), self->name);
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

  if (!take_changeset (self, &recorded, error))
    {
      guatu_store_rollback (self);
      return FALSE;
    }
  if (recorded == NULL)
    {
      guatu_store_rollback (self);
      return TRUE;
    }

  stop_session (self);
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
