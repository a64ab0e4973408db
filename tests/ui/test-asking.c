/* test-asking.c — questions for a file: answered, dismissed, and taken back by a window that closes. */
#include "ui-fixture.h"

#include "guatu-window-private.h"

static const char *
path_of (GuatuWindow *window)
{
  return guatu_document_get_path (guatu_window_get_document (window));
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

/* GTK 4.8 stumbles over a dialog that goes before it has been drawn, as none does that a person answers. */
static void
look_at_it (void)
{
  gboolean over = FALSE;

  g_timeout_add (300, over_cb, &over);
  ui_test_wait (is_true, &over);
}

/* The file chooser that is on the screen. */
static GtkWidget *
chooser (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER (window) && gtk_widget_get_mapped (window))
        return window;
    }

  return NULL;
}

static gboolean
asks (gpointer unused)
{
  return chooser () != NULL;
}

static gboolean
asks_no_more (gpointer unused)
{
  return chooser () == NULL;
}

static void
test_whoever_dismisses_a_question_changes_nothing (void)
{
  static const char * const actions[] = { "win.new", "win.open", "win.save-copy", "win.save-copy-without-history" };
  g_autofree char *path = ui_test_plan ("ditch.guatu");
  GuatuWindow *window = ui_test_window ();

  ui_test_open (window, path);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL);
      ui_test_wait (asks, NULL);
      look_at_it ();
      gtk_dialog_response (GTK_DIALOG (chooser ()), GTK_RESPONSE_CANCEL);
      ui_test_wait (asks_no_more, NULL);
    }
  ui_test_settle ();
  g_assert_cmpstr (path_of (window), ==, path);

  /* A window that closes takes its question with it. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open", NULL);
  ui_test_wait (asks, NULL);
  look_at_it ();
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  ui_test_close ();
  ui_test_wait (asks_no_more, NULL);
  ui_test_settle ();
  g_assert_null (window);
}

static gboolean
has_document (gpointer data)
{
  return guatu_window_get_document (data) != NULL;
}

static void
test_a_new_plan_is_made_where_the_reader_says (void)
{
  GuatuWindow *window = ui_test_window ();

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new", NULL);
  ui_test_wait (asks, NULL);
  look_at_it ();
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser ()), "Quay");
  gtk_dialog_response (GTK_DIALOG (chooser ()), GTK_RESPONSE_ACCEPT);
  ui_test_wait (has_document, window);
  g_assert_true (g_str_has_suffix (path_of (window), "/Documents/Quay.guatu"));
  g_assert_cmpstr (adw_window_title_get_title (window->title), ==, "Quay");
  ui_test_close ();
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/asking/whoever-dismisses-a-question-changes-nothing",
                   test_whoever_dismisses_a_question_changes_nothing);
  g_test_add_func ("/asking/a-new-plan-is-made-where-the-reader-says", test_a_new_plan_is_made_where_the_reader_says);

  return ui_test_run ();
}
