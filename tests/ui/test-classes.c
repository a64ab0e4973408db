/* test-classes.c — every widget class of the window is made, and let go of again, in the window as people open it. */
#include "guatu-calendar-view.h"
#include "guatu-desk.h"
#include "guatu-ledger-page.h"
#include "guatu-test.h"
#include "guatu-timeline-private.h"
#include "ui-fixture.h"
#include "ui-forms.h"
#include "guatu-window-private.h"

#include <dlfcn.h>

/* What stands in no window from the start: actions that bring it. */
static const struct { const char *class; const char *action; } later[] = {
  { "GuatuCustomWindow", "win.custom-fields" },
  { "GuatuBackupsWindow", "win.backups" },
  { "GuatuPreferences", "win.preferences" },
  { "GuatuGoTo", "win.go-to" },
  { "GuatuRevertDialog", "win.revert" }, { "GuatuShiftDialog", "win.shift-plan" },
  { "GuatuTemplateDialog", "win.new-from-template" }, { "GuatuSaveTemplateDialog", "win.save-template" },
};

typedef GType (*TypeFunc) (void);

/* Names of classes, each with its GType, as the sources define them. */
static GHashTable *
read_classes (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "src", "ui", NULL);
  g_autoptr(GRegex) regex = g_regex_new ("^G_DEFINE_\\w*TYPE\\w* \\((\\w+), (\\w+),", G_REGEX_MULTILINE, 0, NULL);
  GHashTable *classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autoptr(GMatchInfo) found = NULL;

      if (!g_str_has_suffix (name, ".c") || !g_file_get_contents (path, &text, NULL, NULL))
        continue;
      for (g_regex_match (regex, text, 0, &found); g_match_info_matches (found); g_match_info_next (found, NULL))
        {
          g_autofree char *prefix = g_match_info_fetch (found, 2);
          g_autofree char *symbol = g_strconcat (prefix, "_get_type", NULL);
          gpointer get_type = dlsym (RTLD_DEFAULT, symbol);

          if (get_type == NULL)
            g_error ("%s is not in the program", symbol);
          g_hash_table_insert (classes, g_match_info_fetch (found, 1), GSIZE_TO_POINTER (((TypeFunc) get_type) ()));
        }
    }
  g_dir_close (dir);

  return classes;
}

static void
take_out_seen (GHashTable *classes,
               GtkWidget  *widget)
{
  g_hash_table_remove (classes, G_OBJECT_TYPE_NAME (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    take_out_seen (classes, child);
}

static void
take_out_seen_in_windows (GHashTable *classes)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      take_out_seen (classes, window);
    }
}

/* Abstract classes are in those that derive from them. */
static gboolean
is_no_widget (gpointer name,
              gpointer type,
              gpointer data)
{
  return !g_type_is_a (GPOINTER_TO_SIZE (type), GTK_TYPE_WIDGET) || G_TYPE_IS_ABSTRACT (GPOINTER_TO_SIZE (type));
}

static GtkWidget *
find_class (GtkWidget  *widget,
            const char *name)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_class (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The form of the first task, and the small one in which somebody is assigned to it. */
static void
open_forms (GuatuWindow *window)
{
  GtkWidget *map = find_class (GTK_WIDGET (window), "GuatuBattleMap"), *columns;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.inspector", NULL);
  columns = form_find (find_class (map, "GuatuTaskTable"), GTK_TYPE_COLUMN_VIEW);
  gtk_selection_model_select_item (gtk_column_view_get_model (GTK_COLUMN_VIEW (columns)), 1, TRUE);
  form_settle ();
  gtk_widget_activate_action (map, "battle.edit-task", NULL);
  form_click (form_find_button (find_class (map, "GuatuInspector"), "Assign…"));
}

/* What the buttons above the map open. */
static void
open_popovers (GuatuWindow *window,
               GHashTable  *classes)
{
  GtkWidget *bar = find_class (GTK_WIDGET (window), "GuatuBattleToolbar");

  for (GtkWidget *child = gtk_widget_get_first_child (bar); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_MENU_BUTTON (child) && gtk_widget_get_mapped (child))
      {
        gtk_menu_button_popup (GTK_MENU_BUTTON (child));
        form_settle ();
        g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (child)))));
        take_out_seen (classes, child);
        gtk_menu_button_popdown (GTK_MENU_BUTTON (child));
        form_settle ();
      }
  g_signal_emit_by_name (bar, "plan-backward");
}

/* The form of a link on the map. */
static void
open_link (GuatuWindow *window)
{
  GuatuTimeline *timeline = GUATU_TIMELINE (find_class (GTK_WIDGET (window), "GuatuTimeline"));
  const GuatuPlan *plan = guatu_document_get_plan (guatu_window_get_document (window));

  guatu_timeline_select_link (timeline, guatu_plan_id (plan, GUATU_TABLE_LINK, 0));
  gtk_widget_activate_action (GTK_WIDGET (timeline), "timeline.edit-link", NULL);
  form_settle ();
}

/* The desk makes a view when it is shown first. */
static void
show_views (GuatuWindow *window)
{
  GuatuDesk *desk = GUATU_DESK (find_class (GTK_WIDGET (window), "GuatuDesk"));
  static const char * const names[] = { "people", "ledgers", "calendars", "history" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      guatu_desk_show (desk, names[i]);
      ui_test_settle ();
      g_assert_cmpstr (guatu_desk_get_shown (desk), ==, names[i]);
    }
}

/* What a file of holidays would change. */
static void
open_import (GuatuWindow *window)
{
  GuatuCalendarView *view = GUATU_CALENDAR_VIEW (find_class (GTK_WIDGET (window), "GuatuCalendarView"));
  g_autofree char *path = guatu_test_fixture ("json/holidays-2027.json");

  g_assert_nonnull (guatu_calendar_view_import (view, path));
  ui_test_settle ();
}

/* The form of a category, with its colour. */
static void
open_category (GuatuWindow *window)
{
  GuatuLedgerPage *page = GUATU_LEDGER_PAGE (find_class (GTK_WIDGET (window), "GuatuLedgerPage"));

  guatu_desk_show (GUATU_DESK (find_class (GTK_WIDGET (window), "GuatuDesk")), "ledgers");
  gtk_widget_activate_action (GTK_WIDGET (guatu_ledger_page_get_categories (page)), "rows.edit", NULL);
  ui_test_settle ();
}

/* What a list of tasks would bring. */
static void
open_list (GuatuWindow *window)
{
  g_autofree char *path = ui_test_file ("list.csv");
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, "Name\nDig\n", -1, NULL));
  guatu_window_open (window, file);
  ui_test_settle ();
}

static void
test_every_widget_class_is_made (void)
{
  g_autoptr(GHashTable) classes = read_classes ();
  g_autofree char *path = ui_test_file ("year.guatu");
  GuatuWindow *window;
  GHashTableIter iter;
  gpointer name;

  g_hash_table_foreach_remove (classes, is_no_widget, NULL);
  g_assert_cmpuint (g_hash_table_size (classes), >=, 20);

  ui_test_guatuctl ("new", path, "--sample", "execution-year", NULL);
  ui_test_guatuctl ("field", path, "add", "Grade", "choice", "High", "Low", NULL);
  window = ui_test_window ();
  ui_test_open (window, path);
  take_out_seen_in_windows (classes);
  for (gsize i = 0; i < G_N_ELEMENTS (later); i++)
    {
      g_assert_true (g_hash_table_contains (classes, later[i].class));
      gtk_widget_activate_action (GTK_WIDGET (window), later[i].action, NULL);
      ui_test_settle ();
      take_out_seen_in_windows (classes);
    }

  show_views (window);
  take_out_seen_in_windows (classes);
  open_category (window);
  take_out_seen_in_windows (classes);
  open_import (window);
  take_out_seen_in_windows (classes);
  gtk_widget_activate_action (find_class (GTK_WIDGET (window), "GuatuDesk"), "desk.show", "s", "battle-map");
  ui_test_settle ();
  open_popovers (window, classes);
  take_out_seen_in_windows (classes);
  open_forms (window);
  take_out_seen_in_windows (classes);
  open_link (window);
  take_out_seen_in_windows (classes);
  open_list (window);
  take_out_seen_in_windows (classes);

  g_hash_table_iter_init (&iter, classes);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_test_message ("No %s was made", (const char *) name);
  g_assert_cmpuint (g_hash_table_size (classes), ==, 0);
  ui_test_close ();
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/classes/every-widget-class-is-made", test_every_widget_class_is_made);

  return ui_test_run ();
}
