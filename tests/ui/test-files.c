/* test-files.c — plans made, opened and copied from the window. */
#include "ui-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "guatu-plan-files.h"
#include "guatu-recent.h"
#include "guatu-window-private.h"

static guint
n_windows (void)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (ui_test_application ())));
}

static const char *
path_of (GuatuWindow *window)
{
  return guatu_document_get_path (guatu_window_get_document (window));
}

/* Making --------------------------------------------------------------------------------------------- */

static void
test_a_new_plan_is_called_like_its_file (void)
{
  g_autofree char *path = ui_test_file ("Ring road.guatu");
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  GuatuWindow *window = ui_test_window ();
  const GuatuPlan *plan;
  GuatuCivil start;

  guatu_window_make (window, file, FALSE);
  g_assert_cmpstr (adw_window_title_get_title (window->title), ==, "Ring road");
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "0 tasks · all changes saved");

  plan = guatu_document_get_plan (guatu_window_get_document (window));
  start = guatu_instant_to_civil (guatu_plan_settings (plan)->start);
  g_assert_cmpint (start.year, ==, g_date_time_get_year (now));
  g_assert_cmpint (start.hour, ==, 8);
  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_CALENDAR), ==, 5);
  g_assert_cmpstr (guatu_plan_string (plan, GUATU_TABLE_CALENDAR, guatu_plan_settings (plan)->calendar,
                                      GUATU_CALENDAR_SLUG), ==, "standard");
  ui_test_close ();
}

static void
test_a_reader_of_chinese_plans_on_chinas_calendar (void)
{
  g_autofree char *path = ui_test_file ("环城路.guatu");
  g_autofree char *language = g_strdup (g_getenv ("LANGUAGE"));
  g_autoptr(GuatuDocument) document = NULL;
  g_autoptr(GError) error = NULL;
  const GuatuPlan *plan;

  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  document = guatu_plan_files_new (path, &error);
  g_setenv ("LANGUAGE", language, TRUE);
  g_assert_no_error (error);

  plan = guatu_document_get_plan (document);
  g_assert_cmpstr (guatu_plan_string (plan, GUATU_TABLE_CALENDAR, guatu_plan_settings (plan)->calendar,
                                      GUATU_CALENDAR_SLUG), ==, "china");
  g_assert_cmpstr (guatu_plan_text (plan, guatu_plan_settings (plan)->language), ==, "zh_CN");
}

static void
test_nothing_is_replaced_that_nobody_gave_away (void)
{
  g_autofree char *path = ui_test_plan ("ditch.guatu");
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GuatuWindow *window = ui_test_window ();

  guatu_window_make (window, file, FALSE);
  g_assert_nonnull (strstr (guatu_banner_get_text (window->trouble), "ditch.guatu"));
  g_assert_null (guatu_window_get_document (window));

  ui_test_open (window, path);
  guatu_window_make (window, file, TRUE);
  g_assert_nonnull (strstr (guatu_banner_get_text (window->trouble), "is open"));
  guatu_window_copy (window, file, TRUE, TRUE);
  g_assert_nonnull (strstr (guatu_banner_get_text (window->trouble), "is open"));
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "2 tasks · all changes saved");
  ui_test_close ();
}

static void
test_a_sample_opens_as_a_copy_each_time (void)
{
  GuatuWindow *window = ui_test_window ();
  g_autofree char *first = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-sample", "s", "trunk-road");
  ui_test_settle ();
  g_assert_cmpstr (adw_window_title_get_title (window->title), ==, "Industrial park trunk road");
  g_assert_true (g_str_has_suffix (path_of (window), "/Documents/Industrial park trunk road.guatu"));
  first = g_strdup (path_of (window));
  ui_test_close ();

  window = ui_test_window ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-sample", "s", "trunk-road");
  g_assert_true (g_str_has_suffix (path_of (window), "/Documents/Industrial park trunk road 2.guatu"));
  g_assert_true (g_file_test (first, G_FILE_TEST_EXISTS));
  ui_test_close ();
}

/* Opening -------------------------------------------------------------------------------------------- */

static void
test_a_file_is_open_in_one_window_only (void)
{
  g_autofree char *path = ui_test_plan ("ditch.guatu");
  g_autofree char *other = ui_test_plan ("dyke.guatu");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *link = g_build_filename (folder, "link.guatu", NULL);
  GuatuWindow *window = ui_test_window ();

  ui_test_open (window, path);
  ui_test_open (window, path);
  g_assert_cmpuint (n_windows (), ==, 1);

  /* A window that has a plan keeps it. */
  ui_test_open (window, other);
  g_assert_cmpuint (n_windows (), ==, 2);
  g_assert_cmpstr (path_of (window), ==, path);

  g_assert_cmpint (symlink (path, link), ==, 0);
  ui_test_open (window, link);
  g_assert_cmpuint (n_windows (), ==, 2);
  ui_test_close ();
}

static GtkDropTarget *
drop_target_of (GuatuWindow *window)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  return NULL;
}

static void
test_what_is_dropped_on_a_window_opens (void)
{
  g_autofree char *path = ui_test_plan ("ditch.guatu");
  g_autofree char *other = ui_test_plan ("dyke.guatu");
  GFile *files[] = { g_file_new_for_path (path), g_file_new_for_path (other) };
  g_auto(GValue) value = G_VALUE_INIT;
  GuatuWindow *window = ui_test_window ();
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, 2));
  g_signal_emit_by_name (drop_target_of (window), "drop", &value, 0.0, 0.0, &taken);
  ui_test_settle ();
  g_assert_true (taken);
  g_assert_cmpuint (n_windows (), ==, 2);
  g_assert_cmpstr (path_of (window), ==, path);
  ui_test_close ();
  g_object_unref (files[0]);
  g_object_unref (files[1]);
}

/* In any order: what cannot be opened is named, and does not keep the others from opening. */
static void
test_what_is_dropped_and_is_no_plan_is_named (void)
{
  g_autofree char *path = ui_test_plan ("ditch.guatu");
  g_autofree char *other = ui_test_file ("minutes.odt");
  g_autofree char *folder = g_path_get_dirname (other);
  const char *paths[] = { other, path, folder };
  GFile *files[G_N_ELEMENTS (paths)];
  g_auto(GValue) value = G_VALUE_INIT;
  GuatuWindow *window = ui_test_window ();
  g_autofree char *folder_name = g_path_get_basename (folder);
  gboolean taken = FALSE;

  g_assert_true (g_file_set_contents (other, "no plan at all, but long enough to be looked at", -1, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    files[i] = g_file_new_for_path (paths[i]);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, G_N_ELEMENTS (files)));
  g_signal_emit_by_name (drop_target_of (window), "drop", &value, 0.0, 0.0, &taken);
  ui_test_settle ();

  g_assert_cmpuint (n_windows (), ==, 1);
  g_assert_cmpstr (path_of (window), ==, path);
  g_assert_nonnull (strstr (guatu_banner_get_text (window->trouble), "minutes.odt"));
  g_assert_nonnull (strstr (guatu_banner_get_text (window->trouble), folder_name));
  ui_test_close ();
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    g_object_unref (files[i]);
}

static void
test_what_the_desktop_asks_to_open_is_shown (void)
{
  g_autofree char *path = ui_test_plan ("ditch.guatu");
  GFile *file = g_file_new_for_path (path);

  g_application_open (G_APPLICATION (ui_test_application ()), &file, 1, "");
  ui_test_settle ();
  g_application_open (G_APPLICATION (ui_test_application ()), &file, 1, "");
  g_application_activate (G_APPLICATION (ui_test_application ()));
  ui_test_settle ();
  g_assert_cmpuint (n_windows (), ==, 1);

  g_action_group_activate_action (G_ACTION_GROUP (ui_test_application ()), "new-window", NULL);
  g_assert_cmpuint (n_windows (), ==, 2);
  ui_test_close ();
  g_object_unref (file);
}

static guint
n_rows (GtkWidget *widget)
{
  guint n = ADW_IS_ACTION_ROW (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += n_rows (child);

  return n;
}

static void
test_the_start_page_lists_plans_and_samples (void)
{
  g_autofree char *path = ui_test_plan ("levee.guatu");
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr(GPtrArray) recent = NULL;
  GuatuWindow *window = ui_test_window ();
  guint before = n_rows (window->start_page);

  ui_test_open (window, path);
  recent = guatu_recent_list (100);
  g_assert_cmpstr (gtk_recent_info_get_uri (recent->pdata[0]), ==, uri);
  g_assert_cmpstr (gtk_recent_info_get_mime_type (recent->pdata[0]), ==, GUATU_MIME_TYPE);
  ui_test_close ();

  window = ui_test_window ();
  g_assert_cmpuint (n_rows (window->start_page), ==, MIN (before + 1, 8 + 3));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-recent", "s", uri);
  g_assert_cmpstr (path_of (window), ==, path);
  ui_test_close ();

  /* One that is gone is left out. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_clear_pointer (&recent, g_ptr_array_unref);
  recent = guatu_recent_list (100);
  for (guint i = 0; i < recent->len; i++)
    g_assert_cmpstr (gtk_recent_info_get_uri (recent->pdata[i]), !=, uri);
}

/* GTK 4.8 warns of a label that may be cut off and is narrower than what says so. */
static void
test_a_name_of_one_narrow_letter_is_listed (void)
{
  g_autofree char *path = ui_test_plan ("l.guatu");
  GuatuWindow *window = ui_test_window ();

  ui_test_open (window, path);
  ui_test_close ();
  window = ui_test_window ();
  g_assert_cmpuint (n_rows (window->start_page), >, 3);
  gtk_test_widget_wait_for_draw (window->start_page);
  ui_test_close ();
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* Copying -------------------------------------------------------------------------------------------- */

static gint64
head_of (const char *path)
{
  g_autoptr(GuatuDocument) document = guatu_document_open (path, TRUE, NULL);
  gint64 seq = 0;

  g_assert_nonnull (document);
  g_assert_true (guatu_store_head (guatu_document_get_store (document), &seq, NULL, NULL));

  return seq;
}

static void
test_a_copy_has_its_history_or_has_not (void)
{
  g_autofree char *path = ui_test_plan ("ditch.guatu");
  g_autofree char *whole = ui_test_file ("whole.guatu");
  g_autofree char *fresh = ui_test_file ("fresh.guatu");
  g_autoptr(GFile) whole_file = g_file_new_for_path (whole);
  g_autoptr(GFile) fresh_file = g_file_new_for_path (fresh);
  GuatuWindow *window = ui_test_window ();

  ui_test_open (window, path);
  guatu_window_copy (window, whole_file, TRUE, FALSE);
  guatu_window_copy (window, fresh_file, FALSE, FALSE);
  g_assert_cmpstr (guatu_banner_get_text (window->trouble), ==, "");
  g_assert_cmpint (head_of (whole), ==, 3);
  g_assert_cmpint (head_of (fresh), ==, 1);
  g_assert_cmpstr (path_of (window), ==, path);
  ui_test_close ();
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/files/a-new-plan-is-called-like-its-file", test_a_new_plan_is_called_like_its_file);
  g_test_add_func ("/files/a-reader-of-chinese-plans-on-chinas-calendar",
                   test_a_reader_of_chinese_plans_on_chinas_calendar);
  g_test_add_func ("/files/nothing-is-replaced-that-nobody-gave-away", test_nothing_is_replaced_that_nobody_gave_away);
  g_test_add_func ("/files/a-sample-opens-as-a-copy-each-time", test_a_sample_opens_as_a_copy_each_time);
  g_test_add_func ("/files/a-file-is-open-in-one-window-only", test_a_file_is_open_in_one_window_only);
  g_test_add_func ("/files/what-is-dropped-on-a-window-opens", test_what_is_dropped_on_a_window_opens);
  g_test_add_func ("/files/what-is-dropped-and-is-no-plan-is-named", test_what_is_dropped_and_is_no_plan_is_named);
  g_test_add_func ("/files/what-the-desktop-asks-to-open-is-shown", test_what_the_desktop_asks_to_open_is_shown);
  g_test_add_func ("/files/the-start-page-lists-plans-and-samples", test_the_start_page_lists_plans_and_samples);
  g_test_add_func ("/files/a-name-of-one-narrow-letter-is-listed", test_a_name_of_one_narrow_letter_is_listed);
  g_test_add_func ("/files/a-copy-has-its-history-or-has-not", test_a_copy_has_its_history_or_has_not);

  return ui_test_run ();
}
