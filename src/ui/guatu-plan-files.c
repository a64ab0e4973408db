/* guatu-plan-files.c — makes plans as “guatuctl new” does, and finds names and places for them. */
#include "guatu-plan-files.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "guatu-language.h"
#include "guatu-samples.h"
#include "guatu-settings.h"
#include "guatu-templates.h"

#define START_OF_WORK (8 * GUATU_HOUR)

/* More copies of one sample nobody keeps. */
#define MAX_COPIES 1000

/* Names --------------------------------------------------------------------------------------------- */

gboolean
guatu_plan_files_same (const char *a,
                       const char *b)
{
  GStatBuf one, other;

  if (g_str_equal (a, b))
    return TRUE;

  /* Nothing but SQLite opens the file of a plan that is open; this looks at its folder's entry only. */
  return g_stat (a, &one) == 0 && g_stat (b, &other) == 0 && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

char *
guatu_plan_files_name (const char *path)
{
  g_autofree char *base = g_filename_display_basename (path);
  char *dot = strrchr (base, '.');

  if (dot != NULL && dot != base)
    *dot = '\0';
  return g_steal_pointer (&base);
}

char *
guatu_plan_files_folder (void)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (documents != NULL && g_file_test (documents, G_FILE_TEST_IS_DIR))
    return g_strdup (documents);

  return g_build_filename (g_get_user_data_dir (), "guatu", NULL);
}

/* A name in @folder that is not taken, made of @title. */
static char *
free_name (const char  *folder,
           const char  *title,
           GError     **error)
{
  g_autofree char *base = g_strdelimit (g_strdup (title), "/\\:*?\"<>|\n\t", ' ');

  g_strstrip (base);
  for (guint i = 1; i < MAX_COPIES; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf ("%s.guatu", base) : g_strdup_printf ("%s %u.guatu", base, i);
      g_autofree char *local = g_filename_from_utf8 (name, -1, NULL, NULL, NULL);
      g_autofree char *path = g_build_filename (folder, local != NULL ? local : "guatu", NULL);
      g_autofree char *journal = g_strconcat (path, "-journal", NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (journal, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("“%s” holds too many copies of “%s”."), folder, title);
  return NULL;
}

gboolean
guatu_plan_files_make_way (const char  *path,
                           GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) why = NULL;

  if (g_file_test (journal, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                   _("“%s” is being written and cannot be replaced. Choose another name."), name);
      return FALSE;
    }
  if (!g_file_test (path, G_FILE_TEST_EXISTS) || g_file_trash (file, NULL, &why))
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               _("“%s” already exists and cannot be moved to the trash: %s. Choose another name."), name, why->message);
  return FALSE;
}

/* Plans --------------------------------------------------------------------------------------------- */

static GuatuInstant
today_at (GuatuInstant daytime)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return guatu_instant_from_civil ((GuatuCivil) {
    .year = g_date_time_get_year (now),
    .month = g_date_time_get_month (now),
    .day = g_date_time_get_day_of_month (now),
  }) + daytime;
}

/* A plan begins with every calendar that ships, so that its tasks can be given any of them. */
static GuatuDocument *
create (const char  *path,
        GuatuPlan   *content,
        GError     **error)
{
  g_autofree char *author = guatu_settings_get_author ();

  for (const char * const *slug = guatu_calendar_slugs (); *slug != NULL; slug++)
    if (guatu_calendar_add (content, *slug, error) < 0)
      return NULL;
  guatu_plan_settle (content);

  return guatu_document_create (path, content, author, "create", NULL, NULL, NULL, error);
}

GuatuDocument *
guatu_plan_files_new (const char  *path,
                      GError     **error)
{
  g_autofree char *chosen = guatu_settings_get_text ("new-language", "auto");
  g_autofree char *calendar = guatu_settings_get_text ("new-calendar", "auto");
  const char *language = g_str_equal (chosen, "auto") ? guatu_language_of_reader () : chosen;
  g_autofree char *title = guatu_plan_files_name (path);
  g_autoptr(GuatuPlan) content = NULL;

  content = guatu_empty_plan_new (title, today_at (START_OF_WORK),
                                  !g_str_equal (calendar, "auto") ? calendar
                                  : g_str_equal (language, "zh_CN") ? "china" : "standard", language, error);

  return content != NULL ? create (path, content, error) : NULL;
}

GuatuDocument *
guatu_plan_files_new_from (const char   *path,
                           const char   *template,
                           GuatuInstant  day,
                           gboolean      finish,
                           GError      **error)
{
  g_autofree char *title = guatu_plan_files_name (path);
  g_autoptr(GuatuPlan) content = guatu_template_open (template, guatu_language_of_reader (), day, finish, error);

  if (content == NULL)
    return NULL;
  guatu_plan_set (content, GUATU_TABLE_PLAN, 0, GUATU_PLAN_TITLE, GUATU_TEXT (title));

  return create (path, content, error);
}

/* A sample is there to be tried and changed, at once: it becomes a file of the reader's own without being asked where,
 * as everything else in the program is a file. It never writes over an earlier copy, which may have been changed. */
GuatuDocument *
guatu_plan_files_new_sample (const char  *sample,
                             GError     **error)
{
  g_autofree char *folder = guatu_plan_files_folder ();
  g_autofree char *path = NULL;
  g_autoptr(GuatuPlan) content = guatu_sample_new (sample, guatu_language_of_reader (), error);

  if (content == NULL)
    return NULL;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _("The folder “%s” could not be created: %s"), folder,
                   g_strerror (code));
      return NULL;
    }

  path = free_name (folder, guatu_plan_text (content, guatu_plan_settings (content)->title), error);

  return path != NULL ? create (path, content, error) : NULL;
}
