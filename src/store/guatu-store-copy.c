/* guatu-store-copy.c — a copy of the plan under another name, with or without its history. */
#include "guatu-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Makes sure that the copy survives a power failure. SQLite has closed it: a descriptor is harmless. */
static gboolean
sync_path (const char *path,
           int         flags)
{
  int descriptor = g_open (path, flags | O_CLOEXEC, 0);
  gboolean done = descriptor >= 0 && fsync (descriptor) == 0;

  if (descriptor >= 0)
    close (descriptor);
  return done;
}

static gboolean
vacuum_into (GuatuStore  *self,
             const char  *path,
             GError     **error)
{
  g_autoptr(GuatuBorrowed) statement = guatu_store_borrow (self, "VACUUM INTO ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, path, -1, SQLITE_STATIC);

  return guatu_store_step (self, statement, error) == SQLITE_DONE;
}

static gboolean
copy_whole (GuatuStore  *self,
            const char  *path,
            GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  /* VACUUM INTO takes an empty file for a free name; ours cannot be taken by another in between. */
  if (!guatu_store_reserve (path, error))
    return FALSE;

  if (!vacuum_into (self, path, error))
    {
      g_unlink (path);
      return FALSE;
    }
  if (!sync_path (path, O_RDWR) || !sync_path (folder, O_RDONLY | O_DIRECTORY))
    {
      g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_FAILED,
                   _("The copy “%s” could not be written to the disk: %s."), path, g_strerror (errno));
      g_unlink (path);
      return FALSE;
    }

  return TRUE;
}

static gboolean
copy_rows (GuatuStore  *self,
           const char  *path,
           const char  *author,
           GError     **error)
{
  g_autoptr(GuatuPlan) plan = NULL;
  g_autoptr(GuatuStore) copy = NULL;

  /* What this version does not know would be lost. */
  if (guatu_store_is_newer (self))
    {
      g_set_error_literal (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NEWER, self->read_only_reason);
      return FALSE;
    }

  plan = guatu_store_load (self, NULL, error);
  if (plan == NULL)
    return FALSE;
  copy = guatu_store_create (path, error);

  return copy != NULL &&
         guatu_store_begin (copy, error) &&
         guatu_store_insert_plan (copy, plan, NULL, NULL, error) &&
         guatu_store_commit (copy, author, "copy", "{}", 0, NULL, NULL, error);
}

gboolean
guatu_store_copy (GuatuStore  *self,
                  const char  *path,
                  gboolean     with_history,
                  const char  *author,
                  GError     **error)
{
  g_return_val_if_fail (self != NULL && !self->writing, FALSE);
  g_return_val_if_fail (path != NULL && author != NULL, FALSE);

  return with_history ? copy_whole (self, path, error) : copy_rows (self, path, author, error);
}
