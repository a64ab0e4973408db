/* test-revert.c — the plan goes back to a point that was chosen from a list. */
#include "ui-fixture.h"

#include <string.h>

#include "guatu-entry-list.h"
#include "guatu-revert-dialog.h"
#include "guatu-window-private.h"

/* The list ------------------------------------------------------------------------------------------- */

static GuatuEntryItem *
entry_at (GListModel *list,
          guint       position)
{
  GuatuEntryItem *entry = g_list_model_get_item (list, position);

  g_assert_nonnull (entry);
  /* The list makes it as long as somebody holds it. */
  g_object_set_data_full (G_OBJECT (list), "guatu-entry", entry, g_object_unref);

  return entry;
}

static void
set_note (GuatuDocument *document,
          const char    *text)
{
  GuatuSetting note = { GUATU_TASK_NOTE, GUATU_TEXT (text) };
  g_autoptr(GError) error = NULL;

  guatu_document_set (document, GUATU_TABLE_TASK, guatu_plan_id (guatu_document_get_plan (document), GUATU_TABLE_TASK, 0),
                      &note, 1, &error);
  g_assert_no_error (error);
}

static void
test_entries_are_told (void)
{
  g_autofree char *path = ui_test_plan ("ditch.guatu");
  g_autoptr(GuatuDocument) document = guatu_document_open (path, FALSE, NULL);
  g_autoptr(GuatuEntryList) entries = NULL;
  GListModel *list;
  g_autofree char *now = NULL;
  g_autofree char *by_one = NULL;
  g_autofree char *by_two = NULL;
  g_autofree char *time = NULL;

  guatu_document_set_author (document, "Zhao");
  set_note (document, "one");
  set_note (document, "two");
  g_assert_true (guatu_document_undo (document, NULL, NULL));
  entries = guatu_entry_list_new (document);
  list = G_LIST_MODEL (entries);
  g_assert_false (guatu_entry_list_is_busy (entries));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 6);

  g_assert_cmpint (guatu_entry_item_seq (entry_at (list, 0)), ==, 6);
  g_assert_cmpstr (guatu_entry_item_title (entry_at (list, 0)), ==, "Undo: Set note of “Dig” to two");
  g_assert_cmpstr (guatu_entry_item_title (entry_at (list, 1)), ==, "Set note of “Dig” to two");
  g_assert_false (guatu_entry_item_stands (entry_at (list, 1)));
  g_assert_true (guatu_entry_item_stands (entry_at (list, 2)));
  g_assert_cmpstr (guatu_entry_item_author (entry_at (list, 2)), ==, "Zhao");
  g_assert_true (guatu_entry_item_is_in_reach (entry_at (list, 5)));
  time = guatu_entry_item_time (entry_at (list, 0));
  g_assert_nonnull (strstr (time, ", 20"));

  now = guatu_entry_item_since (entry_at (list, 0));
  by_one = guatu_entry_item_since (entry_at (list, 3));
  by_two = guatu_entry_item_since (entry_at (list, 5));
  g_assert_cmpstr (now, ==, "");
  g_assert_cmpstr (by_one, ==, "3 edits since, by Zhao");
  g_assert_cmpstr (by_two, ==, "5 edits since, by 2 people");

  guatu_entry_list_set_query (entries, &(GuatuJournalQuery) { .text = "DIG  zhao" });
  while (guatu_entry_list_is_busy (entries))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 3);
  g_assert_cmpint (guatu_entry_item_seq (entry_at (list, 1)), ==, 5);
  guatu_entry_list_set_query (entries, &(GuatuJournalQuery) { .text = "dig nobody" });
  while (guatu_entry_list_is_busy (entries))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
}

/* The dialog ----------------------------------------------------------------------------------------- */

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (GUATU_IS_REVERT_DIALOG (window))
        return window;
    }

  return NULL;
}

static GtkSingleSelection *
choice (void)
{
  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (find (dialog (), GTK_TYPE_LIST_VIEW))));
}

static const char *
note_of (GuatuWindow *window)
{
  return guatu_plan_task_string (guatu_document_get_plan (guatu_window_get_document (window)), 0, GUATU_TASK_NOTE);
}

static GuatuWindow *
window_with_notes (void)
{
  g_autofree char *path = ui_test_plan ("ditch.guatu");
  GuatuWindow *window = ui_test_window ();

  ui_test_open (window, path);
  set_note (guatu_window_get_document (window), "one");
  set_note (guatu_window_get_document (window), "two");
  set_note (guatu_window_get_document (window), "three");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.revert", NULL);
  ui_test_settle ();
  g_assert_nonnull (dialog ());

  return window;
}

static void
test_the_plan_goes_back_and_forth (void)
{
  GuatuWindow *window = window_with_notes ();
  GtkWidget *revert = dialog ();

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (choice ())), ==, 6);
  /* Nothing is chosen, then what is: neither takes anything back. */
  g_assert_false (gtk_widget_activate_action (revert, "revert.accept", NULL) && dialog () == NULL);
  gtk_single_selection_set_selected (choice (), 0);
  gtk_widget_activate_action (revert, "revert.accept", NULL);
  g_assert_true (dialog () == revert);

  gtk_single_selection_set_selected (choice (), 2);
  gtk_widget_activate_action (revert, "revert.accept", NULL);
  ui_test_settle ();
  g_assert_null (dialog ());
  g_assert_cmpstr (note_of (window), ==, "one");
  g_assert_true (g_str_has_prefix (gtk_widget_get_tooltip_text (window->undo), "Undo: Revert to "));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpstr (note_of (window), ==, "three");
  ui_test_close ();
}

static gboolean
one_is_found (gpointer unused)
{
  return g_list_model_get_n_items (G_LIST_MODEL (choice ())) == 1;
}

static gboolean
nothing_is_found (gpointer unused)
{
  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (find (dialog (), GTK_TYPE_STACK))), "nothing");
}

static void
test_the_list_is_searched (void)
{
  GuatuEntryItem *found;
  GtkWidget *search;

  window_with_notes ();
  search = find (dialog (), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "NOTE two");
  ui_test_wait (one_is_found, NULL);
  found = entry_at (G_LIST_MODEL (choice ()), 0);
  g_assert_cmpstr (guatu_entry_item_title (found), ==, "Set note of “Dig” to two");
  gtk_editable_set_text (GTK_EDITABLE (search), "two elephants");
  ui_test_wait (nothing_is_found, NULL);
  ui_test_close ();
}

/* Somebody writes while the reader chooses. */
static void
test_what_is_chosen_stays_chosen (void)
{
  GuatuWindow *window = window_with_notes ();

  gtk_single_selection_set_selected (choice (), 1);
  set_note (guatu_window_get_document (window), "four");
  ui_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (choice ())), ==, 7);
  g_assert_cmpuint (gtk_single_selection_get_selected (choice ()), ==, 2);
  gtk_widget_activate_action (dialog (), "revert.accept", NULL);
  ui_test_settle ();
  g_assert_cmpstr (note_of (window), ==, "two");
  ui_test_close ();
}

static void
test_a_plan_that_is_only_read_does_not_go_back (void)
{
  g_autofree char *path = ui_test_plan ("ditch.guatu");
  g_autoptr(GuatuDocument) document = guatu_document_open (path, TRUE, NULL);
  GuatuWindow *window = ui_test_window ();

  guatu_window_set_document (window, document);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.revert", NULL);
  ui_test_settle ();
  g_assert_null (dialog ());
  ui_test_close ();
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/revert/entries-are-told-with-what-came-since", test_entries_are_told);
  g_test_add_func ("/revert/the-plan-goes-back-and-forth", test_the_plan_goes_back_and_forth);
  g_test_add_func ("/revert/the-list-is-searched", test_the_list_is_searched);
  g_test_add_func ("/revert/what-is-chosen-stays-chosen", test_what_is_chosen_stays_chosen);
  g_test_add_func ("/revert/a-plan-that-is-only-read-does-not-go-back", test_a_plan_that_is_only_read_does_not_go_back);

  return ui_test_run ();
}
