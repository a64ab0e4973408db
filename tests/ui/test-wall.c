/* test-wall.c — the chart goes out of the window: into a PDF, and to a printer. */
#include "ui-fixture.h"

#include <string.h>

#include "guatu-battle-map.h"
#include "guatu-shown-chart.h"
#include "guatu-window-private.h"

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

/* Whether the file is a whole PDF. */
static gboolean
is_pdf (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize size;

  return g_file_get_contents (path, &bytes, &size, NULL) && size > 5000 && memcmp (bytes, "%PDF-", 5) == 0 &&
         g_strstr_len (bytes + size - 16, 16, "%%EOF") != NULL;
}

/* What a reader of PDF says of the page's size; where there is no such reader nothing is looked at. */
static void
assert_page (const char *path,
             const char *size)
{
  g_autofree char *tool = g_find_program_in_path ("pdfinfo");
  const char *words[] = { tool, path, NULL };
  g_autofree char *said = NULL;
  g_autoptr(GError) error = NULL;

  if (tool == NULL)
    {
      g_test_message ("pdfinfo is not installed");
      return;
    }
  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_DEFAULT, NULL, NULL, &said, NULL, NULL, &error);
  g_assert_no_error (error);
  if (strstr (said, size) == NULL)
    g_error ("“%s” is not in “%s”", size, said);
}

static void
test_the_chart_is_exported (void)
{
  g_autofree char *path = ui_test_file ("wall.pdf");
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GuatuWindow *window = window_with_plan ();

  guatu_window_export (window, file, FALSE);
  g_assert_nonnull (window->exporting);
  /* While it is drawn the plan goes on. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ui_test_wait (is_done, window);
  g_assert_cmpstr (guatu_banner_get_text (window->trouble), ==, "");
  g_assert_true (is_pdf (path));
  /* A3, lying across. */
  assert_page (path, "1190.55 x 841.89 pts");
  ui_test_close ();
}

/* The widget in which a toast with this text is shown, or %NULL. */
static GtkWidget *
toast_saying (GtkWidget  *widget,
              const char *text)
{
  gboolean says = GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
  GtkWidget *found = says ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = toast_saying (child, text);

  return found;
}

/* Other news do not keep it waiting, and it goes no sooner than they. */
static void
test_the_end_is_told_at_once (void)
{
  g_autofree char *path = ui_test_file ("wall.pdf");
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GuatuWindow *window = window_with_plan ();
  GtkWidget *toasts = GTK_WIDGET (window->toasts);

  guatu_window_say (window, "Other news");
  guatu_window_say (window, "More news");
  guatu_window_export (window, file, FALSE);
  ui_test_wait (is_done, window);
  g_assert_nonnull (toast_saying (toasts, "Exported to “wall.pdf”"));
  g_assert_nonnull (toast_saying (toasts, "Open"));
  g_assert_null (toast_saying (toasts, "More news"));
  ui_test_close ();
}

static void
test_nothing_is_replaced_that_nobody_gave_away (void)
{
  g_autofree char *path = ui_test_file ("wall.pdf");
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFile) plan = NULL;
  g_autofree char *text = NULL;
  GuatuWindow *window = window_with_plan ();

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  guatu_window_export (window, file, FALSE);
  g_assert_null (window->exporting);
  g_assert_nonnull (strstr (guatu_banner_get_text (window->trouble), "“wall.pdf” already exists"));
  plan = g_file_new_for_path (guatu_document_get_path (guatu_window_get_document (window)));
  guatu_window_export (window, plan, TRUE);
  g_assert_null (window->exporting);
  g_assert_nonnull (strstr (guatu_banner_get_text (window->trouble), "is the plan itself"));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");

  guatu_window_export (window, file, TRUE);
  ui_test_wait (is_done, window);
  g_assert_true (is_pdf (path));
  ui_test_close ();
}

static void
test_what_goes_wrong_is_told (void)
{
  g_autofree char *path = ui_test_file ("no/such/folder.pdf");
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GuatuWindow *window = window_with_plan ();

  guatu_window_export (window, file, FALSE);
  ui_test_wait (is_done, window);
  g_assert_nonnull (strstr (guatu_banner_get_text (window->trouble), "folder.pdf"));
  ui_test_close ();
}

static gboolean
is_gone (gpointer data)
{
  return *(GuatuWindow **) data == NULL;
}

static void
test_a_window_may_be_closed_meanwhile (void)
{
  g_autofree char *path = ui_test_file ("wall.pdf");
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GuatuWindow *window = window_with_plan ();

  guatu_window_export (window, file, FALSE);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  ui_test_close ();
  ui_test_wait (is_gone, &window);
  g_assert_true (is_pdf (path));
}

static void
test_the_chart_is_printed (void)
{
  g_autofree char *path = ui_test_file ("printed.pdf");
  GuatuWindow *window = window_with_plan ();
  g_autoptr(GtkPrintOperation) operation = guatu_window_print_operation (window);
  g_autoptr(GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (window), &error);
  g_assert_no_error (error);
  ui_test_settle ();
  g_assert_true (is_pdf (path));
  assert_page (path, "1190.55 x 841.89 pts");
  ui_test_close ();
}

/* What a reader of PDF reads; %NULL where there is no such reader. */
static char *
text_of (const char *path)
{
  g_autofree char *tool = g_find_program_in_path ("pdftotext");
  const char *words[] = { tool, path, "-", NULL };
  char *said = NULL;

  if (tool == NULL)
    {
      g_test_message ("pdftotext is not installed");
      return NULL;
    }
  g_assert_true (g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_DEFAULT, NULL, NULL, &said, NULL, NULL, NULL));

  return said;
}

/* Filter, order, folds, columns, layers, labels and baseline of the map are those of the sheet. */
static void
test_the_sheet_is_what_the_map_shows (void)
{
  static const GuatuColumnKind columns[] = { GUATU_COLUMN_NAME, GUATU_COLUMN_LIGHT, GUATU_COLUMN_START };
  g_autofree char *path = ui_test_file ("shown.pdf");
  g_autofree char *text = NULL;
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GuatuWindow *window = window_with_plan ();
  GtkWidget *map = guatu_desk_get_map (guatu_window_get_desk (window));
  GuatuBattleView *view = guatu_battle_map_get_view (GUATU_BATTLE_MAP (map));
  GuatuRowsQuery query = *guatu_battle_view_get_query (view);
  g_autoptr(GuatuShownChart) shown = NULL;
  GuatuChartOptions options;

  query.text = "Dig";
  query.sort = GUATU_SORT_FINISH;
  query.descending = TRUE;
  guatu_battle_view_set_query (view, &query);
  guatu_battle_view_fold_all (view, TRUE);
  guatu_battle_view_set_layers (view, GUATU_LAYER_FLOAT | GUATU_LAYER_LINKS);
  guatu_battle_view_set_labels (view, GUATU_LABEL_NAME);
  guatu_battle_view_choose_baseline (view, GUATU_BASELINE_NONE);
  shown = guatu_shown_chart_new (view, columns, G_N_ELEMENTS (columns));
  options = guatu_shown_chart_get_options (shown);
  g_assert_cmpstr (options.rows->text, ==, "Dig");
  g_assert_cmpint (options.rows->sort, ==, GUATU_SORT_FINISH);
  g_assert_true (options.rows->descending);
  g_assert_cmpuint (g_hash_table_size (options.rows->folded), ==,
                    g_hash_table_size (guatu_battle_view_get_query (view)->folded));
  g_assert_cmpuint ((GUATU_USUAL_LAYERS | options.shown_layers) & ~options.hidden_layers, ==,
                    GUATU_LAYER_FLOAT | GUATU_LAYER_LINKS);
  g_assert_cmpuint (options.label_kinds, ==, GUATU_LABEL_NAME);
  g_assert_cmpint (*options.baseline, ==, -1);
  /* Without a status date nothing stands in the column of lights. */
  g_assert_cmpuint (options.n_columns, ==, 2);
  g_assert_cmpint (options.columns[1], ==, GUATU_COLUMN_START);

  guatu_window_export (window, file, FALSE);
  ui_test_wait (is_done, window);
  text = text_of (path);
  if (text != NULL)
    {
      g_assert_nonnull (strstr (text, "Dig"));
      g_assert_null (strstr (text, "Fill"));
    }
  ui_test_close ();
}

static gboolean
has_no_half (gpointer data)
{
  g_autoptr(GDir) dir = g_dir_open (data, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (strstr (name, ".wall.pdf.") != NULL)
      return FALSE;

  return TRUE;
}

/* Cancelled, an export leaves no file and no half of one, and the next can begin at once. */
static void
test_an_export_is_cancelled (void)
{
  g_autofree char *path = ui_test_file ("wall.pdf");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GuatuWindow *window = window_with_plan ();

  guatu_window_export (window, file, FALSE);
  g_assert_nonnull (window->exporting);
  g_cancellable_cancel (window->exporting);
  ui_test_wait (is_done, window);
  g_assert_cmpstr (guatu_banner_get_text (window->trouble), ==, "");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  guatu_window_export (window, file, FALSE);
  ui_test_wait (is_done, window);
  g_assert_true (is_pdf (path));
  ui_test_close ();
  /* The thread of the cancelled one may notice later. */
  ui_test_wait (has_no_half, folder);
}

static void
test_the_start_page_has_nothing_to_print (void)
{
  GuatuWindow *window = ui_test_window ();

  g_assert_false (gtk_widget_get_visible (window->export));
  g_assert_false (gtk_widget_get_visible (window->print));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.print", NULL);
  ui_test_close ();
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/wall/the-chart-is-exported-while-the-plan-goes-on", test_the_chart_is_exported);
  g_test_add_func ("/wall/nothing-is-replaced-that-nobody-gave-away", test_nothing_is_replaced_that_nobody_gave_away);
  g_test_add_func ("/wall/what-goes-wrong-is-told", test_what_goes_wrong_is_told);
  g_test_add_func ("/wall/a-window-may-be-closed-meanwhile", test_a_window_may_be_closed_meanwhile);
  g_test_add_func ("/wall/the-chart-is-printed", test_the_chart_is_printed);
  g_test_add_func ("/wall/the-sheet-is-what-the-map-shows", test_the_sheet_is_what_the_map_shows);
  g_test_add_func ("/wall/the-end-of-an-export-is-told-at-once", test_the_end_is_told_at_once);
  g_test_add_func ("/wall/an-export-is-cancelled", test_an_export_is_cancelled);
  g_test_add_func ("/wall/the-start-page-has-nothing-to-print", test_the_start_page_has_nothing_to_print);

  return ui_test_run ();
}
