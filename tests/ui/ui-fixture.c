/* ui-fixture.c — the program under test, in a home that lasts as long as the test. */
#include "ui-fixture.h"

#include <glib/gstdio.h>
#include <stdarg.h>

#include "guatu-test.h"

#define PATIENCE_SECONDS 20

static char *home;
static GuatuApplication *application;

void
ui_test_init (int    *argc,
              char ***argv)
{
  static const struct { const char *name; const char *folder; } places[] = {
    { "HOME", "." }, { "XDG_DATA_HOME", "data" }, { "XDG_CONFIG_HOME", "config" }, { "XDG_CACHE_HOME", "cache" },
  };
  g_autofree char *documents = NULL;
  g_autofree char *dirs = NULL;

  home = guatu_test_make_dir ();
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *folder = g_build_filename (home, places[i].folder, NULL);

      g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
      g_setenv (places[i].name, folder, TRUE);
    }
  documents = g_build_filename (home, "Documents", NULL);
  dirs = g_build_filename (home, "config", "user-dirs.dirs", NULL);
  g_assert_cmpint (g_mkdir (documents, 0700), ==, 0);
  g_assert_true (g_file_set_contents (dirs, "XDG_DOCUMENTS_DIR=\"$HOME/Documents\"\n", -1, NULL));
  g_test_init (argc, argv, NULL);
}

GuatuApplication *
ui_test_application (void)
{
  if (application == NULL)
    {
      g_autoptr(GError) error = NULL;

      application = guatu_application_new ();
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }

  return application;
}

int
ui_test_run (void)
{
  int code = g_test_run ();

  ui_test_close ();
  g_clear_object (&application);
  guatu_test_remove_dir (home);

  return code;
}

char *
ui_test_file (const char *name)
{
  g_autofree char *pattern = g_build_filename (home, "plans-XXXXXX", NULL);

  g_assert_nonnull (g_mkdtemp (pattern));

  return g_build_filename (pattern, name, NULL);
}

void
ui_test_guatuctl (const char *command,
                  ...)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  va_list rest;

  g_ptr_array_add (words, (char *) g_getenv ("GUATUCTL"));
  va_start (rest, command);
  for (const char *word = command; word != NULL; word = va_arg (rest, const char *))
    g_ptr_array_add (words, (char *) word);
  va_end (rest);
  g_ptr_array_add (words, NULL);

  g_spawn_sync (NULL, (char **) words->pdata, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

char *
ui_test_plan (const char *name)
{
  char *path = ui_test_file (name);

  ui_test_guatuctl ("new", path, "--title", "Ditch", "--start", "2022-09-05", NULL);
  ui_test_guatuctl ("add", path, "task", "Dig", "duration=5d", NULL);
  ui_test_guatuctl ("add", path, "task", "Fill", "duration=2d", NULL);

  return path;
}

GuatuWindow *
ui_test_window (void)
{
  GuatuWindow *window = guatu_window_new (ui_test_application ());

  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();

  return window;
}

void
ui_test_open (GuatuWindow *window,
              const char  *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);

  guatu_window_open (window, file);
  ui_test_settle ();
}

static void
pop_down (GtkWidget *widget)
{
  if (GTK_IS_POPOVER (widget))
    gtk_popover_popdown (GTK_POPOVER (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    pop_down (child);
}

/* GTK 4.8 asks a menu that is open when its window goes where the pointer is over it, when it is there no more. */
void
ui_test_pop_down (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      pop_down (window);
    }
  ui_test_settle ();
}

void
ui_test_close (void)
{
  if (application == NULL)
    return;
  ui_test_pop_down ();
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  ui_test_settle ();
}

static gboolean
too_long_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
ui_test_wait (gboolean (*done) (gpointer data),
              gpointer   data)
{
  gboolean late = FALSE;
  guint timeout = g_timeout_add_seconds (PATIENCE_SECONDS, too_long_cb, &late);

  while (!done (data) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (timeout);
}

void
ui_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}
