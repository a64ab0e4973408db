/* guatu-store.c — one open file: its cached statements, its version, snapshots of it, and closing. */
#include "guatu-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

const char *
guatu_store_path (GuatuStore *self)
{
  return self->path;
}

const char *
guatu_store_read_only_reason (GuatuStore *self)
{
  return self->read_only_reason;
}

gboolean
guatu_store_is_newer (GuatuStore *self)
{
  return self->version > guatu_schema_current ();
}

gboolean
guatu_store_is_blank (GuatuStore *self)
{
  return self->fresh && !self->writing;
}

/* Statements ---------------------------------------------------------------------------------------- */

sqlite3_stmt *
guatu_store_borrow (GuatuStore  *self,
                    const char  *sql,
                    GError     **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement == NULL)
    {
      if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
        {
          guatu_store_fail (self, error);
          return NULL;
        }
      g_hash_table_insert (self->statements, (gpointer) sql, statement);
    }

  return statement;
}

int
guatu_store_step (GuatuStore    *self,
                  sqlite3_stmt  *statement,
                  GError       **error)
{
  int code = sqlite3_step (statement);

  if (code != SQLITE_ROW && code != SQLITE_DONE)
    guatu_store_fail (self, error);

  return code;
}

gboolean
guatu_store_run (GuatuStore  *self,
                 const char  *sql,
                 GError     **error)
{
  g_autoptr(GuatuBorrowed) statement = guatu_store_borrow (self, sql, error);
  int code = SQLITE_ERROR;

  if (statement == NULL)
    return FALSE;

  do
    code = guatu_store_step (self, statement, error);
  while (code == SQLITE_ROW);

  return code == SQLITE_DONE;
}

gboolean
guatu_store_ask (GuatuStore  *self,
                 const char  *sql,
                 gint64      *answer,
                 GError     **error)
{
  g_autoptr(GuatuBorrowed) statement = guatu_store_borrow (self, sql, error);
  int code = SQLITE_ERROR;

  if (statement == NULL)
    return FALSE;

  code = guatu_store_step (self, statement, error);
  if (code == SQLITE_ROW)
    *answer = sqlite3_column_int64 (statement, 0);

  return code == SQLITE_ROW || (code == SQLITE_DONE && guatu_store_fail_with (self, SQLITE_CORRUPT, error));
}

void
guatu_store_set_version (GuatuStore *self,
                         int         version)
{
  if (self->schema != NULL && self->schema->version == version)
    return;

  /* The statements are known by the addresses of the old schema's texts. */
  g_hash_table_remove_all (self->statements);
  g_clear_pointer (&self->schema, guatu_schema_free);
  self->schema = guatu_schema_new (version);
}

gboolean
guatu_store_read_version (GuatuStore  *self,
                          GError     **error)
{
  gint64 version;

  if (!guatu_store_ask (self, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version == self->version)
    return TRUE;
  if (version < self->version || version > G_MAXINT)
    return guatu_store_damaged (self, error, _("its schema version is now %lld"), (long long) version);

  self->version = (int) version;
  guatu_store_set_version (self, MIN (self->version, guatu_schema_current ()));
  return TRUE;
}

gboolean
guatu_store_read_begin (GuatuStore  *self,
                        GError     **error)
{
  if (self->writing)
    return TRUE;

  if (!guatu_store_run (self, "BEGIN", error))
    return FALSE;
  if (!self->fresh && !guatu_store_read_version (self, error))
    {
      guatu_store_read_end (self);
      return FALSE;
    }

  return TRUE;
}

void
guatu_store_read_end (GuatuStore *self)
{
  if (!self->writing && !sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

gboolean
guatu_store_has_news (GuatuStore *self)
{
  g_autoptr(GError) error = NULL;
  gint64 version = 0;

  /* Not to be had at the moment: let the caller look, and hear why. */
  if (!guatu_store_ask (self, "PRAGMA data_version", &version, &error))
    return TRUE;
  if (version == self->data_version)
    return FALSE;

  self->data_version = version;
  return TRUE;
}

/* Closing ------------------------------------------------------------------------------------------- */

/* SQLite's own journal stays behind where it could not be taken back. */
static void
remove_fresh (GuatuStore *self)
{
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);

  g_unlink (self->path);
  g_unlink (journal);
}

void
guatu_store_close (GuatuStore *self)
{
  if (self == NULL)
    return;

  if (self->writing)
    guatu_store_rollback (self);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->schema, guatu_schema_free);
  sqlite3_close (self->db);
  if (self->fresh)
    remove_fresh (self);
  g_clear_pointer (&self->claim, guatu_claim_drop);
  g_free (self->read_only_reason);
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}
