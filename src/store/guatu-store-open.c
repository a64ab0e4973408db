/* guatu-store-open.c — opening and making the file of a plan, and everything that is checked on the way. */
#include "guatu-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Edits write single pages: small ones keep a verb cheap, and this is what SQLite is tuned for. */
#define PAGE_SIZE "4096"

static int patience = 10000;

void
guatu_store_set_patience (int milliseconds)
{
  patience = milliseconds;
}

void
guatu_store_hurry (GuatuStore *self,
                   int         milliseconds)
{
  sqlite3_busy_timeout (self->db, milliseconds > 0 ? MIN (milliseconds, patience) : patience);
}

int
guatu_store_connect (const char  *path,
                     int          flags,
                     sqlite3    **db)
{
  /* synchronous EXTRA: with FULL the last commit can be lost at power failure. None of these writes. */
  static const char settings[] =
    "PRAGMA page_size = " PAGE_SIZE ";"
    "PRAGMA synchronous = EXTRA;"
    "PRAGMA foreign_keys = ON;"
    "PRAGMA trusted_schema = OFF;"
    "PRAGMA cell_size_check = ON;"
    "PRAGMA temp_store = MEMORY;";
  /* A store is used from one thread, so that a lock around every value read would keep nobody out. */
  int code = sqlite3_open_v2 (path, db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, NULL);

  if (code != SQLITE_OK)
    return code;

  sqlite3_extended_result_codes (*db, 1);
  sqlite3_busy_timeout (*db, patience);
  sqlite3_db_config (*db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (*db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (*db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (*db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (*db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);

  return sqlite3_exec (*db, settings, NULL, NULL, NULL);
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static GuatuStore *
store_new (const char *path)
{
  GuatuStore *self = g_new0 (GuatuStore, 1);

  self->path = g_canonicalize_filename (path, NULL);
  self->name = g_filename_display_basename (self->path);
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, finalize_statement);

  return self;
}

static gboolean
connect_store (GuatuStore  *self,
               gboolean     read_only,
               GError     **error)
{
  int code = guatu_store_connect (self->path, read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, &self->db);

  if (code == SQLITE_OK)
    return TRUE;
  if ((code & 0xff) == SQLITE_CANTOPEN)
    {
      g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_FAILED,
                   _("“%s” could not be opened: %s. Check that you may read the file and the folder it is in."),
                   self->name, g_strerror (sqlite3_system_errno (self->db)));
      return FALSE;
    }

  return guatu_store_fail_with (self, code, error);
}

/* What stat() tells without opening a descriptor. */
static gboolean
check_file (GuatuStore  *self,
            GError     **error)
{
  GStatBuf info;

  if (g_stat (self->path, &info) != 0)
    {
      int code = errno;

      if (code == ENOENT || code == ENOTDIR)
        g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NOT_FOUND,
                     _("There is no file “%s”."), self->path);
      else
        g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_FAILED,
                     _("“%s” could not be opened: %s."), self->path, g_strerror (code));
      return FALSE;
    }
  if (S_ISDIR (info.st_mode))
    {
      g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NOT_A_PLAN,
                   _("“%s” is a folder. Name a plan in it."), self->name);
      return FALSE;
    }
  if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NOT_A_PLAN,
                   _("“%s” is not a Guatu plan but a device or a pipe."), self->name);
      return FALSE;
    }
  if (info.st_size == 0)
    {
      g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NOT_A_PLAN,
                   _("“%s” is empty: no plan was ever saved in it. Remove it and make the plan anew."), self->name);
      return FALSE;
    }

  return TRUE;
}

static gboolean
quick_check (GuatuStore  *self,
             GError     **error)
{
  g_autoptr(GuatuBorrowed) statement = guatu_store_borrow (self, "PRAGMA quick_check (1)", error);
  const char *answer;
  int code;

  if (statement == NULL)
    return FALSE;

  code = guatu_store_step (self, statement, error);
  if (code != SQLITE_ROW)
    return code == SQLITE_DONE;

  answer = (const char *) sqlite3_column_text (statement, 0);
  if (answer == NULL || !g_str_equal (answer, "ok"))
    {
      g_autofree char *shown = g_utf8_make_valid (answer != NULL ? answer : "", -1);

      return guatu_store_damaged (self, error, "%s", shown);
    }

  return TRUE;
}

static gboolean
refuse_owner (GuatuStore  *self,
              GError     **error)
{
  g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NOT_A_PLAN,
               _("“%s” is not a Guatu plan but a database of another program."), self->name);
  return FALSE;
}

/* Looks at the file without locks and without files beside it, which a database of another program could
 * ask for: SQLite would leave its -wal and -shm behind. What cannot be read this way is for the others
 * to judge. */
static gboolean
check_owner (GuatuStore  *self,
             GError     **error)
{
  g_autofree char *escaped = g_uri_escape_string (self->path, "/", FALSE);
  g_autofree char *uri = g_strconcat ("file:", escaped, "?immutable=1", NULL);
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  gboolean ours = TRUE;

  if (sqlite3_open_v2 (uri, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_PRIVATECACHE, NULL)
      == SQLITE_OK &&
      sqlite3_prepare_v2 (db, "PRAGMA application_id", -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    ours = sqlite3_column_int64 (statement, 0) == GUATU_APPLICATION_ID;
  sqlite3_finalize (statement);
  sqlite3_close (db);

  return ours || refuse_owner (self, error);
}

/* The tail of a long value may be cut off with the file's last page, where no check of structure looks. */
static gboolean
check_whole_pages (GuatuStore  *self,
                   GError     **error)
{
  GStatBuf info;
  gint64 page_size;

  if (!guatu_store_ask (self, "PRAGMA page_size", &page_size, error))
    return FALSE;
  if (g_stat (self->path, &info) == 0 && info.st_size % page_size != 0)
    return guatu_store_damaged (self, error, _("its end is cut off"));

  return TRUE;
}

static gboolean
check_content (GuatuStore  *self,
               GError     **error)
{
  g_autofree char *trouble = NULL;
  gint64 application, version, wal;
  int code;

  if (!guatu_store_ask (self, "PRAGMA application_id", &application, error) ||
      !guatu_store_ask (self, "PRAGMA user_version", &version, error) ||
      !guatu_store_ask (self, "SELECT journal_mode = 'wal' FROM pragma_journal_mode", &wal, error))
    return FALSE;
  if (application != GUATU_APPLICATION_ID)
    return refuse_owner (self, error);
  if (version < 1 || version > G_MAXINT)
    return guatu_store_damaged (self, error, _("it has no schema version"));

  self->is_wal = wal != 0;
  self->version = (int) version;
  guatu_store_set_version (self, MIN (self->version, guatu_schema_current ()));
  code = guatu_schema_check (self->schema, self->db, guatu_store_is_newer (self), &trouble);
  if (code != SQLITE_OK)
    return guatu_store_fail_with (self, code, error);
  if (trouble != NULL)
    {
      g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NOT_A_PLAN,
                   _("“%s” is not a plan that Guatu has made: %s. It was not opened."), self->name, trouble);
      return FALSE;
    }

  return quick_check (self, error) && check_whole_pages (self, error);
}

void
guatu_store_refuse_newer (GuatuStore *self)
{
  g_free (self->read_only_reason);
  self->read_only_reason =
    g_strdup_printf (_("“%s” was written by a newer version of Guatu. It can be read here, but not changed; what "
                       "this version does not know is not shown. Update Guatu to change it."), self->name);
}

/* Why the file should not be written, if that can be known before trying. */
static void
find_read_only_reason (GuatuStore *self,
                       gboolean    asked)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *reason = NULL;

  if (guatu_store_is_newer (self))
    guatu_store_refuse_newer (self);
  else if (asked)
    self->read_only_reason = g_strdup_printf (_("“%s” was opened for reading only."), self->name);
  else if (sqlite3_db_readonly (self->db, "main") == 1)
    self->read_only_reason =
      g_strdup_printf (_("You have no permission to write “%s”. To change the plan, save a copy elsewhere."),
                       self->name);
  else if (faccessat (AT_FDCWD, folder, W_OK, AT_EACCESS) != 0)
    self->read_only_reason =
      g_strdup_printf (_("You have no permission to write in the folder that holds “%s”, which every edit needs for "
                         "its safety. To change the plan, save a copy elsewhere."), self->name);
  else if (guatu_share_holds (self->path))
    {
      self->claim = guatu_claim_take (self->path, &reason);
      if (self->claim == NULL)
        self->read_only_reason = g_steal_pointer (&reason);
    }
}

GuatuStore *
guatu_store_open (const char  *path,
                  gboolean     read_only,
                  GError     **error)
{
  g_autoptr(GuatuStore) self = NULL;
  gint64 version = 0;

  g_return_val_if_fail (path != NULL, NULL);

  self = store_new (path);
  if (!check_file (self, error) || !check_owner (self, error) ||
      !connect_store (self, read_only, error) || !check_content (self, error))
    return NULL;

  find_read_only_reason (self, read_only);
  if (!guatu_store_ask (self, "PRAGMA data_version", &version, error))
    return NULL;
  self->data_version = version;

  return g_steal_pointer (&self);
}

gboolean
guatu_store_reserve (const char  *path,
                     GError     **error)
{
  int descriptor = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  int code = errno;

  if (descriptor >= 0)
    {
      /* Before SQLite opens the file, a descriptor may still come and go. */
      close (descriptor);
      return TRUE;
    }

  if (code == EEXIST)
    g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_EXISTS,
                 _("“%s” is there already. Choose another name, or remove that file first."), path);
  else if (code == ENOENT || code == ENOTDIR)
    g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NOT_FOUND,
                 _("“%s” could not be made: there is no such folder."), path);
  else if (code == ENOSPC || code == EDQUOT)
    g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_FULL,
                 _("“%s” could not be made: the disk is full."), path);
  else
    g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_READ_ONLY,
                 _("“%s” could not be made: %s."), path, g_strerror (code));
  return FALSE;
}

GuatuStore *
guatu_store_create (const char  *path,
                    GError     **error)
{
  g_autoptr(GuatuStore) self = NULL;
  g_autofree char *reason = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = store_new (path);
  if (!guatu_store_reserve (self->path, error))
    return NULL;
  self->fresh = TRUE;

  if (!connect_store (self, FALSE, error))
    return NULL;
  if (guatu_share_holds (self->path))
    {
      self->claim = guatu_claim_take (self->path, &reason);
      if (self->claim == NULL)
        {
          g_set_error_literal (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_BUSY, reason);
          return NULL;
        }
    }
  guatu_store_set_version (self, guatu_schema_current ());

  return g_steal_pointer (&self);
}
