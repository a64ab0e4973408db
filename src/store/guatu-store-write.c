/* guatu-store-write.c — a verb's transaction: its beginning, the rows it writes, its rollback. */
#include "guatu-store-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* Beginning ------------------------------------------------------------------------------------------ */

/* The journal and view_state are no part of the plan. */
static int
is_plan_table (void       *data,
               const char *name)
{
  return guatu_schema_find (name) >= 0;
}

static gboolean
start_session (GuatuStore       *self,
               sqlite3_session **session,
               GError          **error)
{
  int code = sqlite3session_create (self->db, "main", session);

  if (code != SQLITE_OK)
    return guatu_store_fail_with (self, code, error);

  sqlite3session_table_filter (*session, is_plan_table, NULL);
  code = sqlite3session_attach (*session, NULL);

  return code == SQLITE_OK || guatu_store_fail_with (self, code, error);
}

void
guatu_store_stop_sessions (GuatuStore *self)
{
  g_clear_pointer (&self->session, sqlite3session_delete);
  g_clear_pointer (&self->step, sqlite3session_delete);
}

gboolean
guatu_store_take_changeset (GuatuStore       *self,
                            sqlite3_session  *session,
                            GBytes          **changeset,
                            GError          **error)
{
  void *bytes = NULL;
  int size = 0;
  int code = sqlite3session_changeset (session, &size, &bytes);

  if (code != SQLITE_OK)
    return guatu_store_fail_with (self, code, error);

  *changeset = size > 0 ? g_bytes_new_with_free_func (bytes, (gsize) size, sqlite3_free, bytes) : NULL;
  if (size == 0)
    sqlite3_free (bytes);
  return TRUE;
}

gboolean
guatu_store_take_step (GuatuStore  *self,
                       GBytes     **changeset,
                       GError     **error)
{
  g_return_val_if_fail (self != NULL && self->writing && changeset != NULL, FALSE);

  *changeset = NULL;
  if (!guatu_store_check_writing (self, error))
    return FALSE;
  if (self->step != NULL && !guatu_store_take_changeset (self, self->step, changeset, error))
    return FALSE;

  g_clear_pointer (&self->step, sqlite3session_delete);
  return start_session (self, &self->step, error);
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
  if (!bring_up_to_date (self, error) || !start_session (self, &self->session, error))
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

  guatu_store_stop_sessions (self);
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  self->writing = FALSE;
  /* A migration was rolled back with the rest. */
  if (!self->fresh)
    guatu_store_set_version (self, MIN (self->version, guatu_schema_current ()));
}

/* A full disk makes SQLite end a transaction by itself: what came after would be written on its own. */
gboolean
guatu_store_check_writing (GuatuStore  *self,
                           GError     **error)
{
  if (!sqlite3_get_autocommit (self->db))
    return TRUE;

  g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_FAILED,
               _("The edit of “%s” was broken off before. Nothing was changed."), self->name);
  return FALSE;
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

  if (!guatu_store_check_writing (self, error))
    return FALSE;
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

  if (!guatu_store_check_writing (self, error) || !check_value (table, id, field, value, error))
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

  if (!guatu_store_check_writing (self, error))
    return FALSE;
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
