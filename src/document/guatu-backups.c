/* guatu-backups.c — copies the plan, and thins out what has been copied before. */
#include "guatu-backups.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "guatu-document.h"

#define ENDING ".guatu"
#define HOUR 3600
#define DAY (24 * HOUR)

/* Names ------------------------------------------------------------------------------------------------- */

char *
guatu_backups_usual_root (void)
{
  return g_build_filename (g_get_user_data_dir (), "guatu", "backups", NULL);
}

/* Two plans of one name in different folders have backups of their own. */
char *
guatu_backups_folder (const char *plan, const char *root)
{
  g_autoptr(GFile) file = g_file_new_for_path (plan);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *usual = root == NULL ? guatu_backups_usual_root () : NULL;
  g_autofree char *folder = NULL;

  if (g_str_has_suffix (name, ENDING))
    name[strlen (name) - strlen (ENDING)] = '\0';
  folder = g_strdup_printf ("%s-%.8s", name, sum);
  return g_build_filename (root != NULL ? root : usual, folder, NULL);
}

/* "20261126-061500.guatu", and nothing else. */
static gboolean
read_name (const char *name, gint64 *time)
{
  int year, month, day, hour, minute, second, length = 0;
  g_autoptr(GDateTime) moment = NULL;
  g_autofree char *again = NULL;

  if (sscanf (name, "%4d%2d%2d-%2d%2d%2d" ENDING "%n", &year, &month, &day, &hour, &minute, &second, &length) != 6 ||
      length == 0 || name[length] != '\0')
    return FALSE;
  moment = g_date_time_new_utc (year, month, day, hour, minute, second);
  if (moment == NULL)
    return FALSE;
  again = g_date_time_format (moment, "%Y%m%d-%H%M%S" ENDING);
  *time = g_date_time_to_unix (moment);
  return g_str_equal (again, name);
}

/* Whether it is a file of ours, by what stands at its beginning: no plan that is open is among them. */
static gboolean
is_plan (const char *path)
{
  static const guchar id[] = { GUATU_APPLICATION_ID >> 24, GUATU_APPLICATION_ID >> 16 & 0xff,
                               GUATU_APPLICATION_ID >> 8 & 0xff, GUATU_APPLICATION_ID & 0xff };
  g_autofree char *head = g_malloc0 (72);
  FILE *file = g_fopen (path, "rbe");
  gsize n = file != NULL ? fread (head, 1, 72, file) : 0;

  if (file != NULL)
    fclose (file);
  return n == 72 && memcmp (head, "SQLite format 3", 16) == 0 && memcmp (head + 68, id, sizeof id) == 0;
}

static void
backup_free (gpointer data)
{
  GuatuBackup *self = data;

  g_free (self->path);
  g_free (self);
}

static int
compare_backups (gconstpointer a, gconstpointer b)
{
  const GuatuBackup *one = *(const GuatuBackup * const *) a, *other = *(const GuatuBackup * const *) b;

  return (one->time < other->time) - (one->time > other->time);
}

GPtrArray *
guatu_backups_list (const char *plan, const char *root)
{
  g_autofree char *folder = guatu_backups_folder (plan, root);
  GPtrArray *list = g_ptr_array_new_with_free_func (backup_free);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;
      GuatuBackup *backup;
      gint64 time;

      if (!read_name (name, &time) || g_lstat (path, &info) != 0 || !S_ISREG (info.st_mode) || !is_plan (path))
        continue;
      backup = g_new0 (GuatuBackup, 1);
      backup->path = g_steal_pointer (&path);
      backup->time = time;
      backup->size = info.st_size;
      g_ptr_array_add (list, backup);
    }
  g_ptr_array_sort (list, compare_backups);
  return list;
}

/* Thinning out ------------------------------------------------------------------------------------------- */

/* The last of an hour, or of a day, is the first of it that is met on the way back. */
static gboolean
is_last_of (const gint64 *times, guint i, gint64 span)
{
  return i == 0 || times[i] / span != times[i - 1] / span;
}

void
guatu_backups_superfluous (const gint64 *times, guint n, guint keep, gboolean *goes)
{
  guint newest = (keep + 1) / 2, kept = MIN (newest, n);

  for (guint i = 0; i < n; i++)
    goes[i] = i >= newest;
  for (guint i = newest; i < n && kept < keep; i++)
    if (is_last_of (times, i, times[0] - times[i] < DAY ? HOUR : DAY))
      {
        goes[i] = FALSE;
        kept++;
      }
  for (guint i = newest; i < n && kept < keep; i++)
    if (goes[i])
      {
        goes[i] = FALSE;
        kept++;
      }
}

/* Those that cannot be deleted do no harm: the next time comes. */
static void
thin_out (const char *plan, const char *root, guint keep)
{
  g_autoptr(GPtrArray) list = guatu_backups_list (plan, root);
  g_autofree gint64 *times = g_new (gint64, list->len + 1);
  g_autofree gboolean *goes = g_new (gboolean, list->len + 1);

  for (guint i = 0; i < list->len; i++)
    times[i] = ((const GuatuBackup *) list->pdata[i])->time;
  guatu_backups_superfluous (times, list->len, keep, goes);
  for (guint i = 0; i < list->len; i++)
    if (goes[i])
      g_unlink (((const GuatuBackup *) list->pdata[i])->path);
}

/* Making -------------------------------------------------------------------------------------------------- */

/* Whether the newest backup ends with the same entry: then nothing has happened since. */
static gboolean
is_as_saved (GuatuStore *store, const GPtrArray *list)
{
  g_autoptr(GuatuStore) last = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *last_hash = NULL;
  gint64 seq, last_seq;

  if (list->len == 0 || !guatu_store_head (store, &seq, &hash, NULL))
    return FALSE;
  last = guatu_store_open (((const GuatuBackup *) list->pdata[0])->path, TRUE, NULL);
  return last != NULL && guatu_store_head (last, &last_seq, &last_hash, NULL) && seq == last_seq &&
         g_strcmp0 (hash, last_hash) == 0;
}

/* A second that is taken already was a backup's: the next one is free, also where the clock was set back. */
static char *
new_path (const char *folder, const GPtrArray *list)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr(GDateTime) moment = NULL;
  g_autofree char *name = NULL;

  if (list->len > 0)
    now = MAX (now, ((const GuatuBackup *) list->pdata[0])->time + 1);
  moment = g_date_time_new_from_unix_utc (now);
  name = g_date_time_format (moment, "%Y%m%d-%H%M%S" ENDING);
  return g_build_filename (folder, name, NULL);
}

static gboolean
make_folder (const char *folder, GError **error)
{
  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_FAILED, _("The folder of backups “%s” cannot be made: %s."),
               folder, g_strerror (errno));
  return FALSE;
}

gboolean
guatu_backups_make (const char *plan, const char *root, guint keep, gboolean always, char **made, GError **error)
{
  g_autofree char *folder = guatu_backups_folder (plan, root);
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GuatuStore) store = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (plan != NULL && keep > 0, FALSE);

  if (made != NULL)
    *made = NULL;
  store = guatu_store_open (plan, TRUE, error);
  if (store == NULL)
    return FALSE;

  list = guatu_backups_list (plan, root);
  if (always || !is_as_saved (store, list))
    {
      path = new_path (folder, list);
      if (!make_folder (folder, error) || !guatu_store_copy (store, path, TRUE, "", error))
        return FALSE;
    }
  thin_out (plan, root, MIN (keep, GUATU_BACKUPS_MOST_KEEP));
  if (made != NULL)
    *made = g_steal_pointer (&path);
  return TRUE;
}

/* Looking and restoring ----------------------------------------------------------------------------------- */

void
guatu_backup_facts_clear (GuatuBackupFacts *facts)
{
  g_clear_pointer (&facts->author, g_free);
  g_clear_pointer (&facts->title, g_free);
}

gboolean
guatu_backups_look (const char *path, GuatuBackupFacts *facts, GError **error)
{
  g_autoptr(GuatuStore) store = guatu_store_open (path, TRUE, error);
  g_autoptr(GuatuPlan) plan = store != NULL ? guatu_store_load (store, &facts->seq, error) : NULL;
  g_autoptr(GuatuEntry) entry = NULL;

  if (plan == NULL)
    return FALSE;
  entry = guatu_store_find_entry_words (store, facts->seq, error);
  if (entry == NULL)
    return FALSE;

  facts->n_tasks = guatu_plan_n_live (plan, GUATU_TABLE_TASK);
  facts->time = entry->time;
  facts->author = g_strdup (entry->author);
  facts->title = guatu_entry_title (entry);
  return TRUE;
}

gboolean
guatu_backups_restore (const char *backup, const char *path, GError **error)
{
  g_autoptr(GuatuStore) store = guatu_store_open (backup, TRUE, error);

  return store != NULL && guatu_store_copy (store, path, TRUE, "", error);
}
