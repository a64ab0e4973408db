/* test-export.c — the window's Export dialog: every kind of file, its ending, what is there already, and what goes wrong. */
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "ui-fixture.h"

#include "guatu-window-private.h"

static const char * const endings[] = { "pdf", "svg", "png", "csv", "json", "xml", "xlsx", "ics" };

static GuatuWindow *
window_with_plan (void)
{
  g_autofree char *path = ui_test_plan ("ditch.guatu");
  GuatuWindow *window = ui_test_window ();

  ui_test_open (window, path);

  return window;
}

static gboolean
is_done (gpointer data)
{
  return ((GuatuWindow *) data)->exporting == NULL;
}

/* The window on the screen that is of this kind. */
static GtkWidget *
find (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_mapped (window))
        return window;
    }

  return NULL;
}

static gboolean
is_there (gpointer data)
{
  return find (*(GType *) data) != NULL;
}

static gboolean
is_gone (gpointer data)
{
  return find (*(GType *) data) == NULL;
}

static gboolean
over_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* GTK 4.8 takes no choice but that of a hand. */
static void
choose_kind (GtkWidget  *widget,
             const char *kind)
{
  if (GTK_IS_DROP_DOWN (widget) &&
      g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (widget))) == G_N_ELEMENTS (endings))
    for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
      if (g_str_equal (endings[i], kind))
        gtk_drop_down_set_selected (GTK_DROP_DOWN (widget), i);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    choose_kind (child, kind);
}

/* Answers the dialog with a name without an ending, and a kind out of its list. */
static void
choose (GuatuWindow *window,
        const char  *folder,
        const char  *name,
        const char  *kind)
{
  GType type = GTK_TYPE_FILE_CHOOSER;
  g_autoptr(GFile) place = g_file_new_for_path (folder);
  gboolean over = FALSE;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-as", NULL);
  ui_test_wait (is_there, &type);
  /* GTK 4.8 stumbles over a dialog that goes before it has been drawn. */
  g_timeout_add (300, over_cb, &over);
  ui_test_wait (is_true, &over);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (find (type)), place, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (find (type)), name);
  choose_kind (find (type), kind);
  ui_test_settle ();
  gtk_dialog_response (GTK_DIALOG (find (type)), GTK_RESPONSE_ACCEPT);
  ui_test_wait (is_gone, &type);
  ui_test_settle ();
}

static void
assert_holds (const char *path,
              const char *begin)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpuint (length, >=, strlen (begin));
  g_assert_true (memcmp (content, begin, strlen (begin)) == 0);
}

static void
test_the_list_says_which_kind (void)
{
  static const struct { const char *kind, *begin; } files[] = {
    { "xlsx", "PK" }, { "ics", "BEGIN:VCALENDAR\r\n" }, { "svg", "<?xml" }, { "json", "{" },
  };
  g_autofree char *folder = ui_test_file ("");
  GuatuWindow *window = window_with_plan ();

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_strconcat ("Quay 1.2", ".", files[i].kind, NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      choose (window, folder, "Quay 1.2", files[i].kind);
      ui_test_wait (is_done, window);
      g_assert_cmpstr (guatu_banner_get_text (window->trouble), ==, "");
      assert_holds (path, files[i].begin);
    }
  ui_test_close ();
}

/* The button with this label that is in there. */
static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

/* A file that only the ending makes the same is asked for as well. */
static void
test_a_file_that_is_there_is_asked_for (void)
{
  static const struct { const char *button, *begin; } answers[] = { { "_Cancel", "mine" }, { "_Replace", "PK" } };
  GType type = ADW_TYPE_MESSAGE_DIALOG;
  g_autofree char *folder = ui_test_file ("");
  g_autofree char *path = g_build_filename (folder, "Quay.xlsx", NULL);
  GuatuWindow *window = window_with_plan ();

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      choose (window, folder, "Quay", "xlsx");
      ui_test_wait (is_there, &type);
      g_assert_nonnull (strstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (find (type))), "Quay.xlsx"));
      assert_holds (path, "mine");
      g_signal_emit_by_name (find_button (find (type), answers[i].button), "clicked");
      ui_test_wait (is_gone, &type);
      ui_test_settle ();
      ui_test_wait (is_done, window);
      assert_holds (path, answers[i].begin);
    }

  /* A window that closes takes its question with it. */
  choose (window, folder, "Quay", "xlsx");
  ui_test_wait (is_there, &type);
  ui_test_close ();
  g_assert_null (find (type));
}

static char *
in_folder (const char *folder,
           const char *ending)
{
  g_autofree char *name = g_strconcat ("Quay.", ending, NULL);

  return g_build_filename (folder, name, NULL);
}

/* A folder that nobody can write into: root could into one that is merely locked. */
static void
test_a_folder_that_cannot_be_written_is_told (void)
{
  GuatuWindow *window = window_with_plan ();

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = in_folder ("/proc", endings[i]);
      g_autofree char *name = g_path_get_basename (path);
      g_autoptr(GFile) file = g_file_new_for_path (path);

      guatu_window_complain (window, NULL);
      guatu_window_export (window, file, FALSE);
      ui_test_wait (is_done, window);
      g_assert_nonnull (strstr (guatu_banner_get_text (window->trouble), name));
    }
  ui_test_close ();
}

static guint
n_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* GTK writes down which files were opened, a while after. */
static gboolean
is_written_down (gpointer window)
{
  const char *path = guatu_document_get_path (guatu_window_get_document (window));
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *recent = g_build_filename (g_get_user_data_dir (), "recently-used.xbel", NULL);
  g_autofree char *text = NULL;

  return g_file_get_contents (recent, &text, NULL, NULL) && strstr (text, uri) != NULL;
}

/* A limit on the size of files fails a write half-way, like a full disk. */
static void
test_a_full_disk_is_told_and_what_was_there_stays (void)
{
  struct rlimit before, small;
  GuatuWindow *window = window_with_plan ();

  ui_test_wait (is_written_down, window);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 50;
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *folder = ui_test_file ("");
      g_autofree char *path = in_folder (folder, endings[i]);
      g_autofree char *name = g_path_get_basename (path);
      g_autoptr(GFile) file = g_file_new_for_path (path);

      g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
      guatu_window_complain (window, NULL);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
      guatu_window_export (window, file, TRUE);
      ui_test_wait (is_done, window);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
      /* A workbook is put together elsewhere first. */
      g_assert_true (strstr (guatu_banner_get_text (window->trouble), name) != NULL ||
                     strstr (guatu_banner_get_text (window->trouble), "workbook could not be put together in") != NULL);
      assert_holds (path, "mine");
      g_assert_cmpuint (n_files (folder), ==, 1);
    }
  ui_test_close ();
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/export/the-list-says-which-kind", test_the_list_says_which_kind);
  g_test_add_func ("/export/a-file-that-is-there-is-asked-for", test_a_file_that_is_there_is_asked_for);
  g_test_add_func ("/export/a-folder-that-cannot-be-written-is-told", test_a_folder_that_cannot_be_written_is_told);
  g_test_add_func ("/export/a-full-disk-is-told-and-what-was-there-stays",
                   test_a_full_disk_is_told_and_what_was_there_stays);

  return ui_test_run ();
}
