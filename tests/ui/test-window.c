/* test-window.c — what a window shows of its plan: opened, undone, changed by others, only to be read, or broken. */
#include "ui-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>

#include "guatu-battle-map.h"
#include "guatu-test.h"
#include "guatu-tooltip.h"
#include "guatu-window-private.h"

#define PREFIX "/io/github/guatu/Guatu"

/* Templates ------------------------------------------------------------------------------------------ */

/* The class that a .ui file is the template of; %NULL if it is none. */
static char *
class_of (const char *resource)
{
  g_autoptr(GBytes) data = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (data, NULL), g_bytes_get_size (data));
  g_autoptr(GRegex) regex = g_regex_new ("<template class=\"(\\w+)\"", 0, 0, NULL);
  g_autoptr(GMatchInfo) found = NULL;

  return g_regex_match (regex, text, 0, &found) ? g_match_info_fetch (found, 1) : NULL;
}

static void
test_every_template_makes_its_widget (void)
{
  g_auto(GStrv) names = NULL;
  guint n = 0;

  ui_test_application ();
  names = g_resources_enumerate_children (PREFIX, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *resource = g_build_path ("/", PREFIX, *name, NULL);
      g_autofree char *class = g_str_has_suffix (*name, ".ui") ? class_of (resource) : NULL;
      g_autofree char *text = NULL;
      g_autoptr(GtkBuilder) builder = NULL;
      GObject *object;

      if (class == NULL)
        continue;
      /* By the name, as templates name each other. */
      text = g_strdup_printf ("<interface><object class=\"%s\" id=\"it\"/></interface>", class);
      builder = gtk_builder_new_from_string (text, -1);
      object = gtk_builder_get_object (builder, "it");
      g_assert_nonnull (object);
      if (GTK_IS_WINDOW (object))
        gtk_window_destroy (GTK_WINDOW (object));
      n++;
    }
  g_assert_cmpuint (n, >=, 3);
}

static void
test_the_shortcuts_are_shown (void)
{
  GuatuWindow *window = ui_test_window ();
  GtkShortcutsWindow *shortcuts;
  g_auto(GStrv) keys = NULL;

  /* Closed, it can be had again. */
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL));
      ui_test_settle ();
      shortcuts = gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window));
      g_assert_nonnull (shortcuts);
      g_assert_true (gtk_widget_get_visible (GTK_WIDGET (shortcuts)));
      gtk_window_close (GTK_WINDOW (shortcuts));
      ui_test_settle ();
    }
  keys = gtk_application_get_accels_for_action (GTK_APPLICATION (ui_test_application ()), "win.show-help-overlay");
  g_assert_true (g_strv_contains ((const char * const *) keys, "<Control>question"));
  ui_test_close ();
}

/* Every key of a menu entry or a button of the window is in the list. */
static void
test_the_shortcuts_are_complete (void)
{
  GtkApplication *application = GTK_APPLICATION (ui_test_application ());
  g_autoptr(GBytes) data = g_resources_lookup_data (PREFIX "/guatu-shortcuts.ui", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (data, NULL), g_bytes_get_size (data));
  g_auto(GStrv) actions = gtk_application_list_action_descriptions (application);

  g_assert_cmpuint (g_strv_length (actions), >, 10);
  for (char **action = actions; *action != NULL; action++)
    {
      g_auto(GStrv) keys = gtk_application_get_accels_for_action (application, *action);

      for (char **key = keys; *key != NULL; key++)
        {
          g_autofree char *escaped = g_markup_escape_text (*key, -1);
          g_autofree char *turned = g_strdup (escaped);

          /* GTK writes <Shift><Control>, people <Control><Shift>. */
          if (g_str_has_prefix (escaped, "&lt;Shift&gt;&lt;Control&gt;"))
            {
              g_free (turned);
              turned = g_strconcat ("&lt;Control&gt;&lt;Shift&gt;", escaped + strlen ("&lt;Shift&gt;&lt;Control&gt;"), NULL);
            }
          if (strstr (text, escaped) == NULL && strstr (text, turned) == NULL)
            g_error ("%s of %s is not among the shortcuts", *key, *action);
        }
    }
}

/* Keys alone reach every part of the window. */
static void
test_f6_goes_around_the_window (void)
{
  g_autofree char *path = ui_test_plan ("ditch.guatu");
  GuatuWindow *window = ui_test_window ();
  GtkWidget *panes[GUATU_DESK_MOST_PANES];
  guint n;

  ui_test_open (window, path);
  n = guatu_desk_get_panes (guatu_window_get_desk (window), panes);
  g_assert_cmpuint (n, >=, 3);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.next-pane", NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), window->header));
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *focus;

      gtk_widget_activate_action (GTK_WIDGET (window), "win.next-pane", NULL);
      focus = gtk_window_get_focus (GTK_WINDOW (window));
      g_assert_true (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i]));
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.next-pane", NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), window->header));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.previous-pane", NULL);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == panes[n - 1] ||
                 gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), panes[n - 1]));
  ui_test_close ();
}

static void
test_the_program_says_what_it_is (void)
{
  gboolean about = FALSE;
  GListModel *windows;

  ui_test_window ();
  g_action_group_activate_action (G_ACTION_GROUP (ui_test_application ()), "about", NULL);
  ui_test_settle ();
  windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      about |= ADW_IS_ABOUT_WINDOW (window) && gtk_widget_get_visible (window);
    }
  g_assert_true (about);
  ui_test_close ();
}

/* Plans ---------------------------------------------------------------------------------------------- */

static void
test_a_plan_is_named_and_counted (void)
{
  g_autofree char *path = ui_test_plan ("ditch.guatu");
  GuatuWindow *window = ui_test_window ();

  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "start");
  ui_test_open (window, path);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "desk");
  g_assert_cmpstr (adw_window_title_get_title (window->title), ==, "Ditch");
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "2 tasks · all changes saved");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Ditch");
  g_assert_cmpstr (guatu_banner_get_text (window->notice), ==, "");
  g_assert_cmpstr (guatu_banner_get_text (window->trouble), ==, "");
  ui_test_close ();
}

static void
test_undo_and_redo_follow_the_plan (void)
{
  g_autofree char *path = ui_test_plan ("ditch.guatu");
  GuatuWindow *window = ui_test_window ();

  ui_test_open (window, path);
  g_assert_true (gtk_widget_get_sensitive (window->undo));
  g_assert_false (gtk_widget_get_sensitive (window->redo));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (window->undo), ==, "Undo: Add task “Fill”");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "1 task · all changes saved");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (window->redo), ==, "Redo: Add task “Fill”");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "0 tasks · all changes saved");
  g_assert_false (gtk_widget_get_sensitive (window->undo));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "2 tasks · all changes saved");
  g_assert_false (gtk_widget_get_sensitive (window->redo));
  ui_test_close ();
}

/* Many tasks at once, as an import adds them. */
static void
add_many (GuatuDocument *document,
          guint          n)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n; i++)
    guatu_test_add_task (plan, -1, "Bridge", "5d");
  guatu_plan_settle (plan);
  guatu_document_import (document, plan, 0, "{}", NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
has_stepped (gpointer data)
{
  return GUATU_WINDOW (data)->stepping == NULL;
}

static void
assert_step (GuatuWindow *window,
             const char  *action,
             guint        before,
             guint        after)
{
  GuatuDocument *document = guatu_window_get_document (window);

  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  g_assert_nonnull (window->stepping);
  g_assert_true (gtk_window_get_modal (window->stepping));
  g_assert_cmpuint (guatu_plan_n_live (guatu_document_get_plan (document), GUATU_TABLE_TASK), ==, before);
  ui_test_wait (has_stepped, window);
  g_assert_cmpuint (guatu_plan_n_live (guatu_document_get_plan (document), GUATU_TABLE_TASK), ==, after);
}

/* The window does not wait for what is large; in the journal it is a step like any other. */
static void
test_a_large_edit_is_taken_back_in_a_thread (void)
{
  g_autofree char *path = ui_test_plan ("ditch.guatu");
  g_autoptr(GuatuEntry) entry = NULL;
  g_autoptr(GError) error = NULL;
  GuatuWindow *window = ui_test_window ();
  GuatuDocument *document;
  gint64 before, after;

  ui_test_open (window, path);
  document = guatu_window_get_document (window);
  guatu_document_set_author (document, "Zhao");
  add_many (document, 3000);
  g_assert_true (guatu_store_head (guatu_document_get_store (document), &before, NULL, &error));
  assert_step (window, "win.undo", 3002, 2);
  g_assert_true (guatu_store_head (guatu_document_get_store (document), &after, NULL, &error));
  g_assert_cmpint (after, ==, before + 1);
  entry = guatu_store_find_entry (guatu_document_get_store (document), after, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (entry->kind, ==, "undo");
  g_assert_cmpstr (entry->author, ==, "Zhao");
  g_assert_cmpint (entry->undoes, ==, before);

  assert_step (window, "win.redo", 2, 3002);
  g_assert_false (gtk_widget_get_sensitive (window->redo));

  /* Undone twice in a row, the second waits for the first. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ui_test_wait (has_stepped, window);
  g_assert_cmpuint (guatu_plan_n_live (guatu_document_get_plan (document), GUATU_TABLE_TASK), ==, 1);
  g_assert_true (guatu_store_verify (guatu_document_get_store (document), NULL, &error));
  g_assert_no_error (error);
  ui_test_close ();
}

static GtkWidget *
find_named (GtkWidget  *widget,
            const char *css_name)
{
  if (g_str_equal (gtk_widget_get_css_name (widget), css_name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, css_name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gint64
nth_task (GuatuWindow *window,
          guint        place)
{
  const GuatuPlan *plan = guatu_document_get_plan (guatu_window_get_document (window));

  return guatu_plan_id (plan, GUATU_TABLE_TASK, guatu_plan_task_at (plan, place));
}

static gboolean
toast_has_come (gpointer data)
{
  GtkWidget *toast = find_named (GTK_WIDGET (((GuatuWindow *) data)->toasts), "toast");

  return toast == NULL || !gtk_widget_has_css_class (toast, "coming");
}

/* Presses the button of the toast that is in sight, even one that is just going. */
static void
press_undo_of_toast (GuatuWindow *window)
{
  GtkWidget *toast;

  ui_test_wait (toast_has_come, window);
  toast = find_named (GTK_WIDGET (window->toasts), "toast");
  if (toast != NULL)
    g_signal_emit_by_name (find_named (toast, "button"), "clicked");
  ui_test_settle ();
}

/* Deletes the second task, and offers to take that back. */
static GuatuWindow *
delete_with_toast (const char *path)
{
  GuatuWindow *window = ui_test_window ();

  ui_test_open (window, path);
  g_assert_true (guatu_document_remove (guatu_window_get_document (window), GUATU_TABLE_TASK, nth_task (window, 2),
                                        NULL));
  guatu_window_offer_undo (window, "“Fill” was deleted", 1);
  ui_test_settle ();
  g_assert_nonnull (find_named (GTK_WIDGET (window->toasts), "toast"));

  return window;
}

/* A toast speaks of one edit: what came after it is not taken back in its place. */
static void
test_a_toast_takes_back_what_it_speaks_of (void)
{
  g_autofree char *path = ui_test_plan ("ditch.guatu");
  GuatuWindow *window = delete_with_toast (path);
  GuatuSetting name = { GUATU_TASK_NAME, GUATU_TEXT ("Dig deep") };

  press_undo_of_toast (window);
  g_assert_true (g_str_has_prefix (adw_window_title_get_subtitle (window->title), "2 tasks"));
  ui_test_close ();

  window = delete_with_toast (path);
  g_assert_true (guatu_document_set (guatu_window_get_document (window), GUATU_TABLE_TASK, nth_task (window, 1), &name,
                                     1, NULL));
  press_undo_of_toast (window);
  g_assert_true (g_str_has_prefix (adw_window_title_get_subtitle (window->title), "1 task "));
  g_assert_cmpstr (guatu_plan_task_name (guatu_document_get_plan (guatu_window_get_document (window)), 0), ==,
                   "Dig deep");
  ui_test_close ();
}

static gboolean
toast_is_coming (gpointer data)
{
  GtkWidget *toast = find_named (GTK_WIDGET (((GuatuWindow *) data)->toasts), "toast");

  return toast != NULL && gtk_widget_has_css_class (toast, "coming");
}

static gboolean
has_no_toast (gpointer data)
{
  return find_named (GTK_WIDGET (((GuatuWindow *) data)->toasts), "toast") == NULL;
}

/* libadwaita 1.2 moves on what is gone, where one toast comes and goes within a frame. */
static void
test_a_toast_goes_only_when_it_has_come (void)
{
  g_autofree char *path = ui_test_plan ("ditch.guatu");
  GuatuWindow *window = delete_with_toast (path);
  GuatuSetting name = { GUATU_TASK_NAME, GUATU_TEXT ("Dig deep") };

  /* It is still on its way in when it has nothing to say any more. */
  ui_test_wait (toast_is_coming, window);
  g_assert_true (guatu_document_set (guatu_window_get_document (window), GUATU_TABLE_TASK, nth_task (window, 1), &name,
                                     1, NULL));
  g_assert_true (toast_is_coming (window));
  /* As long as several of its frames may take: the next one is late. */
  g_usleep (700 * 1000);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_false (has_no_toast (window));
  ui_test_wait (has_no_toast, window);
  ui_test_close ();
}

static gboolean
has_three_tasks (gpointer data)
{
  GuatuWindow *window = data;

  return g_str_has_prefix (adw_window_title_get_subtitle (window->title), "3 tasks");
}

static void
test_what_another_process_writes_is_shown (void)
{
  g_autofree char *path = ui_test_plan ("ditch.guatu");
  GuatuWindow *window = ui_test_window ();

  ui_test_open (window, path);
  ui_test_guatuctl ("add", path, "task", "Sow", "duration=1d", NULL);
  ui_test_wait (has_three_tasks, window);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (window->undo), ==, "Undo: Add task “Sow”");
  ui_test_close ();
}

static gboolean
has_trouble (gpointer data)
{
  return *guatu_banner_get_text (GUATU_WINDOW (data)->trouble) != '\0';
}

static gboolean
is_saved (gpointer data)
{
  return g_str_has_suffix (adw_window_title_get_subtitle (((GuatuWindow *) data)->title), "all changes saved");
}

static void
test_a_file_that_goes_away_is_told (void)
{
  g_autofree char *path = ui_test_plan ("ditch.guatu");
  g_autofree char *other = g_strconcat (path, "-moved", NULL);
  GuatuWindow *window = ui_test_window ();

  ui_test_open (window, path);
  g_assert_cmpint (g_rename (path, other), ==, 0);
  ui_test_wait (has_trouble, window);
  g_assert_nonnull (strstr (guatu_banner_get_text (window->trouble), "“ditch.guatu” was moved"));
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==,
                   "saving failed: the file was moved or deleted");

  /* And when it comes back. */
  g_assert_cmpint (g_rename (other, path), ==, 0);
  ui_test_wait (is_saved, window);
  g_assert_false (has_trouble (window));
  ui_test_close ();
}

/* What a disk without room does to an edit. */
static void
test_the_title_says_when_saving_fails (void)
{
  g_autofree char *path = ui_test_plan ("ditch.guatu");
  g_autofree char *note = g_strnfill (200000, 'x');
  GuatuSetting setting = { GUATU_TASK_NOTE, GUATU_TEXT (note) };
  GuatuWindow *window = ui_test_window ();
  g_autoptr(GError) error = NULL;
  struct rlimit limit;
  GuatuDocument *document;
  gint64 task;

  ui_test_open (window, path);
  document = guatu_window_get_document (window);
  task = guatu_plan_id (guatu_document_get_plan (document), GUATU_TABLE_TASK, 0);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &(struct rlimit) { 1, limit.rlim_max }), ==, 0);
  g_assert_false (guatu_document_set (document, GUATU_TABLE_TASK, task, &setting, 1, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_true (g_str_has_prefix (adw_window_title_get_subtitle (window->title), "saving failed: "));

  g_assert_true (guatu_document_set (document, GUATU_TABLE_TASK, task, &setting, 1, NULL));
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "2 tasks · all changes saved");
  ui_test_close ();
}

/* As a newer version of the program would leave it. */
static void
make_newer (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version = 9999", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_a_plan_that_can_only_be_read_says_why (void)
{
  g_autofree char *path = ui_test_plan ("ditch.guatu");
  GuatuWindow *window = ui_test_window ();

  make_newer (path);
  ui_test_open (window, path);
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "2 tasks · read-only");
  g_assert_nonnull (strstr (guatu_banner_get_text (window->notice), "newer version"));
  g_assert_false (gtk_widget_get_sensitive (window->undo));
  ui_test_close ();
}

static void
test_a_broken_file_leaves_the_window_as_it_was (void)
{
  g_autofree char *good = ui_test_plan ("ditch.guatu");
  g_autofree char *path = ui_test_file ("broken.guatu");
  GuatuWindow *window = ui_test_window ();

  g_assert_true (g_file_set_contents (path, "this is no plan at all", -1, NULL));
  ui_test_open (window, path);
  g_assert_nonnull (strstr (guatu_banner_get_text (window->trouble), "broken.guatu"));
  g_assert_null (guatu_window_get_document (window));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "start");

  /* What opens afterwards is no trouble. */
  ui_test_open (window, good);
  g_assert_cmpstr (guatu_banner_get_text (window->trouble), ==, "");
  ui_test_open (window, path);
  g_assert_true (has_trouble (window));
  g_assert_cmpstr (adw_window_title_get_title (window->title), ==, "Ditch");
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (ui_test_application ()))), ==, 1);
  ui_test_close ();
}

/* “Large text” of the desktop comes as more dots to the inch: rows and scales grow, and so does the text in them. */
static void
test_rows_grow_with_the_size_of_text (void)
{
  g_autofree char *path = ui_test_plan ("ditch.guatu");
  g_autofree char *font = NULL;
  GuatuWindow *window = ui_test_window ();
  GtkSettings *settings = gtk_settings_get_default ();
  int row, header, dpi;

  g_object_get (settings, "gtk-font-name", &font, "gtk-xft-dpi", &dpi, NULL);
  ui_test_open (window, path);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  row = gtk_widget_get_height (find_named (GTK_WIDGET (window), "tablecell"));
  header = gtk_widget_get_height (find_named (GTK_WIDGET (window), "timelineheader"));

  g_object_set (settings, "gtk-font-name", "Sans 11", "gtk-xft-dpi", 192 * 1024, NULL);
  ui_test_settle ();
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_cmpint (gtk_widget_get_height (find_named (GTK_WIDGET (window), "tablecell")), ==, 2 * row);
  g_assert_cmpint (gtk_widget_get_height (find_named (GTK_WIDGET (window), "timelineheader")), ==, 2 * header);

  g_object_set (settings, "gtk-font-name", font, "gtk-xft-dpi", dpi, NULL);
  ui_test_settle ();
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_cmpint (gtk_widget_get_height (find_named (GTK_WIDGET (window), "tablecell")), ==, row);
  ui_test_close ();
}

/* GTK 4.8 breaks Chinese tooltips after each letter: short ones have nothing to break at. */
static void
test_short_chinese_tooltips_stay_on_one_line (void)
{
  g_autofree char *menu = guatu_tooltip_join ("主菜单");
  g_autofree char *again = guatu_tooltip_join (menu);
  g_autofree char *english = guatu_tooltip_join ("Main menu");
  g_autofree char *lines = guatu_tooltip_join ("主菜单\n第二行");
  g_autofree PangoLogAttr *attributes = g_new0 (PangoLogAttr, g_utf8_strlen (menu, -1) + 1);

  g_assert_null (again);
  g_assert_null (english);
  g_assert_null (lines);
  pango_get_log_attrs (menu, (int) strlen (menu), -1, pango_language_from_string ("zh-cn"), attributes,
                       (int) g_utf8_strlen (menu, -1) + 1);
  for (glong i = 1; i < g_utf8_strlen (menu, -1); i++)
    g_assert_false (attributes[i].is_line_break);
}

static void
test_a_window_is_freed_when_it_closes (void)
{
  g_autofree char *path = ui_test_plan ("ditch.guatu");
  GuatuWindow *window = ui_test_window ();
  GuatuDocument *document;

  ui_test_open (window, path);
  document = guatu_window_get_document (window);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &document);
  ui_test_close ();
  g_assert_null (document);
  g_assert_null (window);
}

static void
test_a_window_begins_as_large_as_the_last_one (void)
{
  g_autoptr(GSettings) settings = g_settings_new (GUATU_APP_ID);
  GuatuWindow *window = ui_test_window ();
  int width, height;

  gtk_window_set_default_size (GTK_WINDOW (window), 1111, 666);
  ui_test_settle ();
  g_assert_cmpint (g_settings_get_int (settings, "window-width"), ==, 1111);
  ui_test_close ();

  window = ui_test_window ();
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 1111);
  g_assert_cmpint (height, ==, 666);
  ui_test_close ();
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/window/every-template-makes-its-widget", test_every_template_makes_its_widget);
  g_test_add_func ("/window/the-shortcuts-are-shown", test_the_shortcuts_are_shown);
  g_test_add_func ("/window/the-shortcuts-are-complete", test_the_shortcuts_are_complete);
  g_test_add_func ("/window/f6-goes-around-the-window", test_f6_goes_around_the_window);
  g_test_add_func ("/window/the-program-says-what-it-is", test_the_program_says_what_it_is);
  g_test_add_func ("/window/a-plan-is-named-and-counted", test_a_plan_is_named_and_counted);
  g_test_add_func ("/window/undo-and-redo-follow-the-plan", test_undo_and_redo_follow_the_plan);
  g_test_add_func ("/window/a-large-edit-is-taken-back-in-a-thread", test_a_large_edit_is_taken_back_in_a_thread);
  g_test_add_func ("/window/what-another-process-writes-is-shown", test_what_another_process_writes_is_shown);
  g_test_add_func ("/window/a-file-that-goes-away-is-told", test_a_file_that_goes_away_is_told);
  g_test_add_func ("/window/the-title-says-when-saving-fails", test_the_title_says_when_saving_fails);
  g_test_add_func ("/window/a-plan-that-can-only-be-read-says-why", test_a_plan_that_can_only_be_read_says_why);
  g_test_add_func ("/window/a-broken-file-leaves-the-window-as-it-was", test_a_broken_file_leaves_the_window_as_it_was);
  g_test_add_func ("/window/a-toast-takes-back-what-it-speaks-of", test_a_toast_takes_back_what_it_speaks_of);
  g_test_add_func ("/window/a-toast-goes-only-when-it-has-come", test_a_toast_goes_only_when_it_has_come);
  g_test_add_func ("/window/rows-grow-with-the-size-of-text", test_rows_grow_with_the_size_of_text);
  g_test_add_func ("/window/short-chinese-tooltips-stay-on-one-line", test_short_chinese_tooltips_stay_on_one_line);
  g_test_add_func ("/window/a-window-is-freed-when-it-closes", test_a_window_is_freed_when_it_closes);
  g_test_add_func ("/window/a-window-begins-as-large-as-the-last-one", test_a_window_begins_as_large_as_the_last_one);

  return ui_test_run ();
}
