/* test-import.c — files of other programs come into the window, and plans go out of it as such. */
#include "ui-fixture.h"

#include <string.h>

#include "guatu-import-dialog.h"
#include "guatu-window-private.h"

static const char list[] = "ID,Task name,Duration,Start,Predecessors\n1,Survey,5d,2022-09-05,\n2,Design,2w,,1\n";

/* The same headers and names in Chinese, as GB18030 has them. */
static const char list_gbk[] = "\xc8\xce\xce\xf1\xc3\xfb\xb3\xc6,\xb9\xa4\xc6\xda\n\xbf\xb1\xb2\xe2,5d\n";

static GuatuWindow *
window_with_plan (void)
{
  g_autofree char *path = ui_test_plan ("ditch.guatu");
  GuatuWindow *window = ui_test_window ();

  ui_test_open (window, path);

  return window;
}

static char *
file_of (const char *name,
         const char *content)
{
  char *path = ui_test_file (name);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));

  return path;
}

static GuatuImportDialog *
find_dialog (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (GUATU_IS_IMPORT_DIALOG (item->data))
      return item->data;

  return NULL;
}

/* The first widget of this kind whose label or title is so. */
static GtkWidget *
find (GtkWidget  *widget,
      GType       type,
      const char *text)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    {
      g_autofree char *said = NULL;

      g_object_get (widget, GTK_IS_BUTTON (widget) || GTK_IS_LABEL (widget) ? "label" : "title", &said, NULL);
      if (said != NULL && strstr (said, text) != NULL)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, text);

  return found;
}

static gboolean
is_read (gpointer data)
{
  GuatuImportDialog *dialog = find_dialog ();

  return dialog != NULL && find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, data) != NULL;
}

static gboolean
is_gone (gpointer data)
{
  return find_dialog () == NULL;
}

static GtkWidget *
import (GuatuWindow *window,
        const char  *path,
        const char  *until)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);

  guatu_window_open (window, file);
  ui_test_wait (is_read, (gpointer) until);

  return GTK_WIDGET (find_dialog ());
}

static void
press (GtkWidget  *dialog,
       const char *label)
{
  GtkWidget *button = find (dialog, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static guint
n_tasks (GuatuWindow *window)
{
  return guatu_plan_n_live (guatu_document_get_plan (guatu_window_get_document (window)), GUATU_TABLE_TASK);
}

static void
test_a_list_is_added_in_one_step (void)
{
  g_autofree char *path = file_of ("list.csv", list);
  GuatuWindow *window = window_with_plan ();
  GtkWidget *dialog = import (window, path, "2 tasks would come");

  g_assert_cmpuint (n_tasks (window), ==, 2);
  press (dialog, "_Add to This Plan");
  ui_test_wait (is_gone, NULL);
  g_assert_cmpuint (n_tasks (window), ==, 4);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpuint (n_tasks (window), ==, 2);
  ui_test_close ();
}

static gboolean
is_open (gpointer data)
{
  return guatu_window_find (GTK_APPLICATION (ui_test_application ()), data) != NULL;
}

static void
test_a_list_becomes_a_plan (void)
{
  g_autofree char *path = file_of ("list.csv", list);
  g_autofree char *plan = ui_test_file ("made.guatu");
  GuatuWindow *window = window_with_plan ();
  GtkWidget *dialog = import (window, path, "2 tasks would come");
  GuatuWindow *made;

  guatu_import_dialog_make (GUATU_IMPORT_DIALOG (dialog), plan);
  ui_test_wait (is_open, plan);
  made = guatu_window_find (GTK_APPLICATION (ui_test_application ()), plan);
  g_assert_cmpuint (n_tasks (made), ==, 2);
  g_assert_cmpuint (n_tasks (window), ==, 2);
  g_assert_null (find_dialog ());
  ui_test_close ();
}

static void
test_the_encoding_is_found_out_and_shown (void)
{
  g_autofree char *path = file_of ("list.csv", list_gbk);
  GuatuWindow *window = window_with_plan ();
  GtkWidget *dialog = import (window, path, "1 task would come");
  GtkWidget *encoding = find (dialog, ADW_TYPE_COMBO_ROW, "Encoding");
  GtkStringObject *chosen = adw_combo_row_get_selected_item (ADW_COMBO_ROW (encoding));

  g_assert_cmpstr (gtk_string_object_get_string (chosen), ==, "GB18030");
  /* Read as something else there is no column that names tasks any more, and nothing to take in. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (encoding), 5);
  ui_test_wait (is_read, (gpointer) "No column names the tasks");
  g_assert_false (gtk_widget_get_sensitive (find (dialog, GTK_TYPE_BUTTON, "_New Plan…")));
  g_assert_cmpuint (n_tasks (window), ==, 2);
  ui_test_close ();
}

/* 0: left out; 1: project above; then the fields, of which the fifth is the name. */
#define NAME (2 + 4)

static void
test_columns_are_said_by_the_reader (void)
{
  g_autofree char *path = file_of ("list.csv", "Foo,Bar\nSurvey,5d\nDesign,2d\n");
  GuatuWindow *window = window_with_plan ();
  GtkWidget *dialog = import (window, path, "No column names the tasks");

  adw_combo_row_set_selected (ADW_COMBO_ROW (find (dialog, ADW_TYPE_COMBO_ROW, "Foo")), NAME);
  ui_test_wait (is_read, (gpointer) "2 tasks would come");
  press (dialog, "_Add to This Plan");
  g_assert_cmpuint (n_tasks (window), ==, 4);
  ui_test_close ();
}

static void
test_what_is_no_plan_is_refused (void)
{
  g_autofree char *path = file_of ("list.xml", "<Project><Tasks>");
  GuatuWindow *window = window_with_plan ();
  GtkWidget *dialog = import (window, path, "list.xml");

  g_assert_false (gtk_widget_get_sensitive (find (dialog, GTK_TYPE_BUTTON, "_Add to This Plan")));
  g_assert_false (gtk_widget_get_sensitive (find (dialog, GTK_TYPE_BUTTON, "_New Plan…")));
  g_assert_cmpuint (n_tasks (window), ==, 2);
  ui_test_close ();
}

static gboolean
is_exported (gpointer data)
{
  return ((GuatuWindow *) data)->exporting == NULL;
}

static void
test_files_are_those_of_the_command_line (void)
{
  static const char * const endings[] = { "xml", "csv", "json", "ics", "xlsx" };
  GuatuWindow *window = window_with_plan ();
  const char *plan = guatu_document_get_path (guatu_window_get_document (window));

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat ("out.", endings[i], NULL);
      g_autofree char *path = ui_test_file (name);
      g_autofree char *other = ui_test_file (name);
      g_autofree char *bytes = NULL;
      g_autofree char *expected = NULL;
      g_autoptr(GFile) file = g_file_new_for_path (path);
      gsize length, expected_length;

      guatu_window_export (window, file, FALSE);
      ui_test_wait (is_exported, window);
      ui_test_guatuctl ("export", plan, other, NULL);
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_assert_true (g_file_get_contents (other, &expected, &expected_length, NULL));
      g_assert_cmpuint (length, ==, expected_length);
      g_assert_true (memcmp (bytes, expected, length) == 0);
    }
  ui_test_close ();
}

/* Out of the window as Microsoft Project's file, into another plan, and out again: the same bytes. */
static void
test_project_files_come_back (void)
{
  g_autofree char *first = ui_test_file ("first.xml");
  g_autofree char *second = ui_test_file ("second.xml");
  g_autofree char *plan = ui_test_file ("back.guatu");
  g_autofree char *bytes = NULL;
  g_autofree char *again = NULL;
  g_autoptr(GFile) file = g_file_new_for_path (first);
  g_autoptr(GFile) file_again = g_file_new_for_path (second);
  GuatuWindow *window = window_with_plan ();
  GuatuWindow *back;

  guatu_window_export (window, file, FALSE);
  ui_test_wait (is_exported, window);
  guatu_import_dialog_make (GUATU_IMPORT_DIALOG (import (window, first, "tasks would come")), plan);
  ui_test_wait (is_open, plan);
  back = guatu_window_find (GTK_APPLICATION (ui_test_application ()), plan);
  guatu_window_export (back, file_again, FALSE);
  ui_test_wait (is_exported, back);
  g_assert_true (g_file_get_contents (first, &bytes, NULL, NULL));
  g_assert_true (g_file_get_contents (second, &again, NULL, NULL));
  g_assert_cmpstr (again, ==, bytes);
  ui_test_close ();
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/import/a-list-is-added-in-one-step", test_a_list_is_added_in_one_step);
  g_test_add_func ("/import/a-list-becomes-a-plan", test_a_list_becomes_a_plan);
  g_test_add_func ("/import/the-encoding-is-found-out-and-shown", test_the_encoding_is_found_out_and_shown);
  g_test_add_func ("/import/columns-are-said-by-the-reader", test_columns_are_said_by_the_reader);
  g_test_add_func ("/import/what-is-no-plan-is-refused", test_what_is_no_plan_is_refused);
  g_test_add_func ("/export/files-are-those-of-the-command-line", test_files_are_those_of_the_command_line);
  g_test_add_func ("/export/project-files-come-back", test_project_files_come_back);

  return ui_test_run ();
}
