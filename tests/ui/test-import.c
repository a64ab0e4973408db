/* test-import.c — files of other programs come into the window, and plans go out of it as such. */
#include "ui-fixture.h"

#include <stdio.h>
#include <string.h>

#include "guatu-battle-map.h"
#include "guatu-import-dialog.h"
#include "guatu-settings.h"
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
      gboolean labelled = GTK_IS_BUTTON (widget) || GTK_IS_LABEL (widget) || GTK_IS_CHECK_BUTTON (widget);
      g_autofree char *said = NULL;

      g_object_get (widget, labelled ? "label" : "title", &said, NULL);
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

static void
assert_signed (GuatuWindow *window,
               const char  *author)
{
  GuatuStore *store = guatu_document_get_store (guatu_window_get_document (window));
  g_autoptr(GuatuEntry) entry = NULL;
  g_autoptr(GError) error = NULL;
  gint64 seq;

  g_assert_true (guatu_store_head (store, &seq, NULL, NULL));
  entry = guatu_store_find_entry (store, seq, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (entry->author, ==, author);
}

/* Whoever the preferences name signs for what comes in, whichever thread writes it. */
static void
test_the_reader_signs (void)
{
  g_autofree char *path = file_of ("list.csv", list);
  GuatuWindow *window;
  GtkWidget *dialog;

  g_settings_set_string (guatu_settings (), "author", "Zhao");
  window = window_with_plan ();
  dialog = import (window, path, "2 tasks would come");
  press (dialog, "_Add to This Plan");
  ui_test_wait (is_gone, NULL);
  assert_signed (window, "Zhao");
  g_settings_reset (guatu_settings (), "author");
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

  g_settings_set_string (guatu_settings (), "author", "Zhao");
  guatu_import_dialog_make (GUATU_IMPORT_DIALOG (dialog), plan, FALSE);
  ui_test_wait (is_open, plan);
  g_settings_reset (guatu_settings (), "author");
  made = guatu_window_find (GTK_APPLICATION (ui_test_application ()), plan);
  assert_signed (made, "Zhao");
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

/* Left out, project above, a field of its own; then the fields, of which the fifth is the name. */
#define CUSTOM 2
#define NAME (3 + 4)

static void
test_columns_are_said_by_the_reader (void)
{
  g_autofree char *path = file_of ("list.csv", "Foo,Bar\nSurvey,5d\nDesign,2d\n");
  GuatuWindow *window = window_with_plan ();
  GtkWidget *dialog = import (window, path, "No column names the tasks");

  adw_combo_row_set_selected (ADW_COMBO_ROW (find (dialog, ADW_TYPE_COMBO_ROW, "Foo")), NAME);
  ui_test_wait (is_read, (gpointer) "2 tasks would come");
  press (dialog, "_Add to This Plan");
  ui_test_wait (is_gone, NULL);
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
  guatu_import_dialog_make (GUATU_IMPORT_DIALOG (import (window, first, "tasks would come")), plan, FALSE);
  ui_test_wait (is_open, plan);
  back = guatu_window_find (GTK_APPLICATION (ui_test_application ()), plan);
  guatu_window_export (back, file_again, FALSE);
  ui_test_wait (is_exported, back);
  g_assert_true (g_file_get_contents (first, &bytes, NULL, NULL));
  g_assert_true (g_file_get_contents (second, &again, NULL, NULL));
  g_assert_cmpstr (again, ==, bytes);
  ui_test_close ();
}

static gint64
select_task (GuatuWindow *window,
             const char  *name)
{
  GuatuBattleMap *map = GUATU_BATTLE_MAP (guatu_desk_get_map (guatu_window_get_desk (window)));
  const GuatuPlan *plan = guatu_document_get_plan (guatu_window_get_document (window));

  for (gint32 task = 0; task < (gint32) guatu_plan_n_rows (plan, GUATU_TABLE_TASK); task++)
    if (g_str_equal (guatu_plan_task_name (plan, task), name))
      {
        gint64 id = guatu_plan_id (plan, GUATU_TABLE_TASK, task);

        guatu_battle_view_select (guatu_battle_map_get_view (map), &id, 1);
        return id;
      }
  g_assert_not_reached ();
}

/* What a column is said to be ----------------------------------------------------------------------- */

/* What the field says of the task. */
static const char *
value_of (const GuatuPlan *plan,
          gint32           task,
          gint32           field)
{
  for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (plan, GUATU_TABLE_CUSTOM_VALUE); row++)
    if (guatu_plan_number (plan, GUATU_TABLE_CUSTOM_VALUE, row, GUATU_CUSTOM_VALUE_TASK) == task &&
        guatu_plan_number (plan, GUATU_TABLE_CUSTOM_VALUE, row, GUATU_CUSTOM_VALUE_FIELD) == field)
      return guatu_plan_string (plan, GUATU_TABLE_CUSTOM_VALUE, row, GUATU_CUSTOM_VALUE_VALUE);

  return NULL;
}

static void
test_columns_become_fields_of_the_plan (void)
{
  g_autofree char *path = file_of ("list.csv", "Task name,Duration,Cost centre,Paid,Seen on\nSurvey,5d,North,12.5,2026-3-1\n"
                                   "Design,2d,South,7,2026-12-31\n");
  static const GuatuCustomKind kinds[] = { GUATU_CUSTOM_TEXT, GUATU_CUSTOM_NUMBER, GUATU_CUSTOM_DATE };
  static const char * const names[] = { "Cost centre", "Paid", "Seen on" };
  static const char * const values[] = { "South", "7", "2026-12-31T00:00:00" };
  GuatuWindow *window = window_with_plan ();
  GtkWidget *dialog = import (window, path, "2 tasks would come");
  const GuatuPlan *plan;
  g_autofree gint32 *fields = NULL;
  gint32 design;
  guint n;

  g_assert_nonnull (find (dialog, GTK_TYPE_LABEL, "3 things do not come"));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      adw_combo_row_set_selected (ADW_COMBO_ROW (find (dialog, ADW_TYPE_COMBO_ROW, names[i])), CUSTOM);
      ui_test_wait (is_read, (gpointer) "2 tasks would come");
    }
  g_assert_null (find (dialog, GTK_TYPE_LABEL, "not come"));
  press (dialog, "_Add to This Plan");
  ui_test_wait (is_gone, NULL);

  plan = guatu_document_get_plan (guatu_window_get_document (window));
  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_CUSTOM_FIELD), ==, 3);
  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_CUSTOM_VALUE), ==, 6);
  design = guatu_plan_find (plan, GUATU_TABLE_TASK, select_task (window, "Design"));
  fields = guatu_plan_in_order (plan, GUATU_TABLE_CUSTOM_FIELD, &n);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (guatu_plan_string (plan, GUATU_TABLE_CUSTOM_FIELD, fields[i], GUATU_CUSTOM_FIELD_NAME), ==,
                       names[i]);
      g_assert_cmpint (guatu_plan_number (plan, GUATU_TABLE_CUSTOM_FIELD, fields[i], GUATU_CUSTOM_FIELD_KIND), ==,
                       kinds[i]);
      g_assert_cmpstr (value_of (plan, design, fields[i]), ==, values[i]);
    }
  ui_test_close ();
}

/* Where it goes --------------------------------------------------------------------------------------- */

/* So many of the tasks stand below the one with the id. */
static guint
n_below (GuatuWindow *window,
         gint64       id)
{
  const GuatuPlan *plan = guatu_document_get_plan (guatu_window_get_document (window));
  gint32 above = guatu_plan_find (plan, GUATU_TABLE_TASK, id);
  guint n = 0;

  for (gint32 task = guatu_plan_task (plan, above)->first_child; task >= 0;
       task = guatu_plan_task (plan, task)->next_sibling)
    n++;
  return n;
}

static void
test_tasks_go_below_the_one_that_is_chosen (void)
{
  g_autofree char *path = file_of ("list.csv", list);
  GuatuWindow *window = window_with_plan ();
  gint64 dig = select_task (window, "Dig");
  GtkWidget *dialog = import (window, path, "2 tasks would come");
  GtkStringObject *place;

  place = adw_combo_row_get_selected_item (ADW_COMBO_ROW (find (dialog, ADW_TYPE_COMBO_ROW, "Place in this plan")));
  g_assert_cmpstr (gtk_string_object_get_string (place), ==, "Below “Dig”");
  press (dialog, "_Add to This Plan");
  ui_test_wait (is_gone, NULL);
  g_assert_cmpuint (n_below (window, dig), ==, 2);

  /* Or at the end, if the reader says so. */
  dialog = import (window, path, "2 tasks would come");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (dialog, ADW_TYPE_COMBO_ROW, "Place in this plan")), 1);
  press (dialog, "_Add to This Plan");
  ui_test_wait (is_gone, NULL);
  g_assert_cmpuint (n_below (window, dig), ==, 2);
  g_assert_cmpuint (n_tasks (window), ==, 6);
  ui_test_close ();
}

static void
test_a_file_that_is_dropped_is_imported (void)
{
  g_autofree char *path = file_of ("list.csv", list);
  GuatuWindow *window = window_with_plan ();
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_auto(GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &taken);
    }
  g_assert_true (taken);
  ui_test_wait (is_read, (gpointer) "2 tasks would come");
  g_assert_cmpuint (n_tasks (window), ==, 2);
  ui_test_close ();
}

/* Other programs ------------------------------------------------------------------------------------ */

/* The columns of the first table. */
static guint
n_columns (GtkWidget *widget)
{
  guint n = 0;

  if (GTK_IS_COLUMN_VIEW (widget))
    return g_list_model_get_n_items (gtk_column_view_get_columns (GTK_COLUMN_VIEW (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && n == 0;
       child = gtk_widget_get_next_sibling (child))
    n = n_columns (child);
  return n;
}

static GListModel *
rows_of (GtkWidget *widget)
{
  GListModel *rows = NULL;

  if (GTK_IS_COLUMN_VIEW (widget))
    return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && rows == NULL;
       child = gtk_widget_get_next_sibling (child))
    rows = rows_of (child);
  return rows;
}

/* As recorded beside as scheduled, and what is not carried over. */
static void
test_plans_of_other_programs (gconstpointer name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  GuatuWindow *window = window_with_plan ();
  GtkWidget *dialog = import (window, path, "tasks would come");
  guint before = n_tasks (window);
  GtkWidget *label = find (dialog, GTK_TYPE_LABEL, "tasks would come");
  GtkWidget *only = find (dialog, GTK_TYPE_CHECK_BUTTON, "otherwise");
  guint n_come = 0, n_recorded = 0, n_different = 0;

  g_assert_cmpint (sscanf (gtk_label_get_text (GTK_LABEL (label)),
                           "%u tasks would come. The file recorded dates of %u; scheduled otherwise: %u.", &n_come,
                           &n_recorded, &n_different), ==, 3);
  g_assert_cmpuint (n_recorded, >, 0);
  g_assert_cmpuint (n_columns (dialog), ==, 6);
  g_assert_cmpuint (g_list_model_get_n_items (rows_of (dialog)), ==, n_come);
  g_assert_true ((only != NULL) == (n_different > 0));
  if (only != NULL)
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (only), TRUE);
      g_assert_cmpuint (g_list_model_get_n_items (rows_of (dialog)), ==, n_different);
    }
  g_assert_nonnull (find (dialog, GTK_TYPE_LABEL, "not come, or come"));
  press (dialog, "_Add to This Plan");
  ui_test_wait (is_gone, NULL);
  g_assert_cmpuint (n_tasks (window), ==, before + n_come);
  ui_test_close ();
}

/* Stop ------------------------------------------------------------------------------------------------ */

#define MANY 10000

static char *
long_list (void)
{
  g_autoptr(GString) text = g_string_new ("ID,Task name,Duration,Predecessors\n");

  for (guint i = 1; i <= MANY; i++)
    g_string_append_printf (text, i % 20 == 1 ? "%u,Task %u,3d,\n" : "%u,Task %u,3d,%u\n", i, i, i - 1);
  return file_of ("long.csv", text->str);
}

static GtkWidget *
find_bar (GtkWidget *widget)
{
  GtkWidget *bar = NULL;

  if (GTK_IS_PROGRESS_BAR (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && bar == NULL;
       child = gtk_widget_get_next_sibling (child))
    bar = find_bar (child);
  return bar;
}

/* Between the first row and the last. */
static gboolean
is_on_its_way (gpointer data)
{
  double share = gtk_progress_bar_get_fraction (data);

  return share > 0 && share < 1;
}

static gint64
head_of (GuatuWindow *window)
{
  gint64 seq;

  g_assert_true (guatu_store_head (guatu_document_get_store (guatu_window_get_document (window)), &seq, NULL, NULL));
  return seq;
}

static gboolean
has_two_tasks (gpointer window)
{
  return n_tasks (window) == 2;
}

static void
test_stop_while_adding_leaves_all_as_it_was (void)
{
  g_autofree char *path = long_list ();
  GuatuWindow *window = window_with_plan ();
  GtkWidget *dialog = import (window, path, "10000 tasks would come");
  const char *plan = guatu_document_get_path (guatu_window_get_document (window));
  gint64 head = head_of (window);

  press (dialog, "_Add to This Plan");
  ui_test_wait (is_on_its_way, find_bar (dialog));
  press (dialog, "_Stop");
  ui_test_wait (is_read, (gpointer) "Stopped. Nothing was changed.");
  g_assert_cmpint (head_of (window), ==, head);
  g_assert_cmpuint (n_tasks (window), ==, 2);
  ui_test_guatuctl ("verify", plan, NULL);

  /* It can be had all the same, in one step. */
  press (dialog, "_Add to This Plan");
  ui_test_wait (is_gone, NULL);
  g_assert_cmpint (head_of (window), ==, head + 1);
  g_assert_cmpuint (n_tasks (window), ==, MANY + 2);
  /* So much is taken back in a thread. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ui_test_wait (has_two_tasks, window);
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

static gboolean
is_alone (gpointer folder)
{
  return n_files (folder) == 1;
}

static void
test_stop_while_making_leaves_what_was_there (void)
{
  g_autofree char *path = long_list ();
  g_autofree char *plan = file_of ("there.guatu", "what was there");
  g_autofree char *folder = g_path_get_dirname (plan);
  g_autofree char *content = NULL;
  GuatuWindow *window = window_with_plan ();
  GtkWidget *dialog = import (window, path, "10000 tasks would come");

  guatu_import_dialog_make (GUATU_IMPORT_DIALOG (dialog), plan, TRUE);
  ui_test_wait (is_on_its_way, find_bar (dialog));
  press (dialog, "_Stop");
  ui_test_wait (is_read, (gpointer) "Stopped. Nothing was changed.");
  g_assert_true (g_file_get_contents (plan, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "what was there");
  g_assert_cmpuint (n_files (folder), ==, 1);

  /* Who closes the window wants no file either. */
  guatu_import_dialog_make (GUATU_IMPORT_DIALOG (dialog), plan, TRUE);
  ui_test_wait (is_on_its_way, find_bar (dialog));
  gtk_window_close (GTK_WINDOW (dialog));
  ui_test_wait (is_gone, NULL);
  ui_test_close ();
  ui_test_wait (is_alone, folder);
}

/* A name that is taken is not written over unasked. */
static void
test_a_plan_that_is_there_stays (void)
{
  g_autofree char *path = file_of ("list.csv", list);
  g_autofree char *plan = file_of ("there.guatu", "what was there");
  g_autofree char *content = NULL;
  GuatuWindow *window = window_with_plan ();
  GtkWidget *dialog = import (window, path, "2 tasks would come");

  guatu_import_dialog_make (GUATU_IMPORT_DIALOG (dialog), plan, FALSE);
  g_assert_nonnull (find (dialog, GTK_TYPE_LABEL, "“there.guatu” already exists"));
  g_assert_true (g_file_get_contents (plan, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "what was there");
  ui_test_close ();
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/import/a-list-is-added-in-one-step", test_a_list_is_added_in_one_step);
  g_test_add_func ("/import/the-reader-signs", test_the_reader_signs);
  g_test_add_func ("/import/a-list-becomes-a-plan", test_a_list_becomes_a_plan);
  g_test_add_func ("/import/the-encoding-is-found-out-and-shown", test_the_encoding_is_found_out_and_shown);
  g_test_add_func ("/import/columns-are-said-by-the-reader", test_columns_are_said_by_the_reader);
  g_test_add_func ("/import/what-is-no-plan-is-refused", test_what_is_no_plan_is_refused);
  g_test_add_func ("/import/columns-become-fields-of-the-plan", test_columns_become_fields_of_the_plan);
  g_test_add_func ("/import/tasks-go-below-the-one-that-is-chosen", test_tasks_go_below_the_one_that_is_chosen);
  g_test_add_func ("/import/a-file-that-is-dropped-is-imported", test_a_file_that_is_dropped_is_imported);
  g_test_add_data_func ("/import/plans-of-ganttproject", "gan/school.gan", test_plans_of_other_programs);
  g_test_add_data_func ("/import/plans-of-planner", "planner/hall.planner", test_plans_of_other_programs);
  g_test_add_data_func ("/import/plans-of-microsoft-project", "mspdi/tasks.xml", test_plans_of_other_programs);
  g_test_add_func ("/import/stop-while-adding-leaves-all-as-it-was", test_stop_while_adding_leaves_all_as_it_was);
  g_test_add_func ("/import/stop-while-making-leaves-what-was-there", test_stop_while_making_leaves_what_was_there);
  g_test_add_func ("/import/a-plan-that-is-there-stays", test_a_plan_that_is_there_stays);
  g_test_add_func ("/export/files-are-those-of-the-command-line", test_files_are_those_of_the_command_line);
  g_test_add_func ("/export/project-files-come-back", test_project_files_come_back);

  return ui_test_run ();
}
