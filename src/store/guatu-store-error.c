/* guatu-store-error.c — SQLite's complaints as messages for people: which file, what happened, what to do. */
#include "guatu-store-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (guatu-store-error-quark, guatu_store_error)

static gboolean
is_disk_full (int code,
              int system_errno)
{
  return (code & 0xff) == SQLITE_FULL ||
         (((code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_CANTOPEN) &&
          (system_errno == ENOSPC || system_errno == EDQUOT));
}

/* An edit that was cut short leaves a journal beside the file, and reading means finishing it. */
static gboolean
is_hot_journal (int code)
{
  return code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY || code == SQLITE_IOERR_DELETE;
}

gboolean
guatu_store_fail_with (GuatuStore  *self,
                       int          code,
                       GError     **error)
{
  gboolean is_last = sqlite3_extended_errcode (self->db) == code;
  /* SQLite quotes what it found, which in a damaged file may be anything. */
  g_autofree char *said = g_utf8_make_valid (is_last ? sqlite3_errmsg (self->db) : sqlite3_errstr (code), -1);

  if (is_disk_full (code, sqlite3_system_errno (self->db)))
    {
      g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_FULL,
                   _("The disk that holds “%s” is full. Nothing was changed. Make room on it and try again."),
                   self->name);
      return FALSE;
    }
  if (is_hot_journal (code))
    {
      g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_READ_ONLY,
                   _("“%s” was cut off in the middle of an edit, and taking that back needs permission to write "
                     "the file and its folder. Copy the file together with “%s-journal” into a folder of your own "
                     "and open it there."),
                   self->name, self->name);
      return FALSE;
    }

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_BUSY,
                   _("Another program is busy with “%s”. Nothing was changed. Try again in a moment."), self->name);
      break;

    case SQLITE_NOTADB:
      g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NOT_A_PLAN,
                   _("“%s” is not a Guatu plan. To bring in a file of another kind, import it."), self->name);
      break;

    case SQLITE_CORRUPT:
      guatu_store_damaged (self, error, "%s", said);
      break;

    case SQLITE_READONLY:
    case SQLITE_PERM:
      g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_READ_ONLY,
                   _("“%s” cannot be written: %s. Save a copy elsewhere and work on that."), self->name, said);
      break;

    case SQLITE_CONSTRAINT:
      g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_CONFLICT,
                   _("The edit does not fit what “%s” holds: %s. Nothing was changed."), self->name, said);
      break;

    default:
      g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_FAILED,
                   _("“%s” could not be read or written: %s. What was saved before is still there. Check the disk "
                     "or the connection to it, and try again."),
                   self->name, said);
      break;
    }

  return FALSE;
}

gboolean
guatu_store_fail (GuatuStore  *self,
                  GError     **error)
{
  return guatu_store_fail_with (self, sqlite3_extended_errcode (self->db), error);
}

gboolean
guatu_store_damaged (GuatuStore  *self,
                     GError     **error,
                     const char  *format,
                     ...)
{
  g_autofree char *trouble = NULL;
  va_list arguments;

  va_start (arguments, format);
  trouble = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_DAMAGED,
               _("“%s” is damaged: %s. Go back to a copy of it from before the damage."), self->name, trouble);
  return FALSE;
}
