/* guatu-store-view.c — how a plan was last looked at, kept beside the plan and outside its journal. */
#include "guatu-store-private.h"

#include <string.h>

/* How long a view waits for another process, in milliseconds: less than people notice. */
#define VIEW_PATIENCE 40

#define KEY_MAX 100

static const char get_sql[] = "SELECT value FROM view_state WHERE key = ?1";
static const char set_sql[] = "INSERT OR REPLACE INTO view_state (key, value) VALUES (?1, ?2)";
static const char remove_sql[] = "DELETE FROM view_state WHERE key = ?1";

/* Anybody may have written the file. */
static char *
column_value (sqlite3_stmt *statement)
{
  const char *text = (const char *) sqlite3_column_text (statement, 0);
  gsize size = (gsize) sqlite3_column_bytes (statement, 0);

  if (text == NULL || size > GUATU_VIEW_STATE_MAX || strlen (text) != size || !g_utf8_validate (text, -1, NULL))
    return NULL;

  return g_strdup (text);
}

static gboolean
find (GuatuStore  *self,
      const char  *key,
      char       **value,
      GError     **error)
{
  g_autoptr(GuatuBorrowed) statement = guatu_store_borrow (self, get_sql, error);
  int code;

  *value = NULL;
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  code = guatu_store_step (self, statement, error);
  if (code == SQLITE_ROW)
    *value = column_value (statement);

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

static gboolean
write_down (GuatuStore  *self,
            const char  *key,
            const char  *value,
            GError     **error)
{
  g_autoptr(GuatuBorrowed) statement = guatu_store_borrow (self, value != NULL ? set_sql : remove_sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  if (value != NULL)
    sqlite3_bind_text (statement, 2, value, -1, SQLITE_STATIC);

  return guatu_store_step (self, statement, error) == SQLITE_DONE;
}

/* A transaction of its own, without a session. Meanwhile another process may have made the file one of a newer
 * version, of which only the next edit tells. */
static gboolean
write_alone (GuatuStore  *self,
             const char  *key,
             const char  *value,
             GError     **error)
{
  gboolean done;

  if (!guatu_store_run (self, "BEGIN IMMEDIATE", error))
    return FALSE;

  done = guatu_store_read_version (self, error) &&
         (guatu_store_is_newer (self) || write_down (self, key, value, error)) &&
         guatu_store_run (self, "COMMIT", error);
  if (!done && !sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  return done;
}

gboolean
guatu_store_get_view_state (GuatuStore  *self,
                            const char  *key,
                            char       **value,
                            GError     **error)
{
  gboolean found;

  g_return_val_if_fail (self != NULL && key != NULL && value != NULL, FALSE);

  *value = NULL;
  if (guatu_store_is_blank (self))
    return TRUE;

  guatu_store_hurry (self, VIEW_PATIENCE);
  found = find (self, key, value, error);
  guatu_store_hurry (self, 0);

  return found;
}

gboolean
guatu_store_set_view_state (GuatuStore  *self,
                            const char  *key,
                            const char  *value,
                            GError     **error)
{
  g_autofree char *there = NULL;
  gboolean done;

  g_return_val_if_fail (self != NULL && !self->writing, FALSE);
  g_return_val_if_fail (key != NULL && *key != '\0' && strlen (key) <= KEY_MAX && g_utf8_validate (key, -1, NULL),
                        FALSE);
  g_return_val_if_fail (value == NULL || g_utf8_validate (value, -1, NULL), FALSE);

  /* What cannot be read again is not written either. A view is no reason to change how another program keeps
   * the file. */
  if (self->read_only_reason != NULL || self->fresh || self->is_wal ||
      (value != NULL && strlen (value) > GUATU_VIEW_STATE_MAX))
    return TRUE;

  guatu_store_hurry (self, VIEW_PATIENCE);
  done = find (self, key, &there, error);
  if (done && g_strcmp0 (there, value) != 0)
    done = write_alone (self, key, value, error);
  guatu_store_hurry (self, 0);

  return done;
}
