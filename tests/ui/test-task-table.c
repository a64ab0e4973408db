/* test-task-table.c — the table as it stands in a window: cells, edits, selection, folds. */
#include <adwaita.h>

#include "document-fixture.h"
#include "guatu-task-row.h"
#include "guatu-task-table.h"
#include "guatu-table-cell.h"

typedef struct
{
  DocumentFixture  base;
  GuatuBattleView *view;
  GtkWidget       *window;
  GuatuTaskTable  *table;
} Fixture;

static void
settle (void)
{
  for (guint i = 0; i < 20; i++)
    while (g_main_context_iteration (NULL, FALSE))
      ;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  document_fixture_set_up (&self->base, data);
  self->view = guatu_battle_view_new (self->base.document);
  self->table = GUATU_TASK_TABLE (guatu_task_table_new (self->view));
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 500);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->table));
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (self->window);
  settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  settle ();
  g_assert_finalize_object (self->view);
  document_fixture_tear_down (&self->base, data);
}

static GuatuTableCell *
cell (Fixture *self, const char *task, GuatuColumnKind column)
{
  GtkWidget *found = guatu_task_table_find_cell (self->table, task_id (&self->base, task), column);

  return found != NULL ? GUATU_TABLE_CELL (found) : NULL;
}

static void
check_cell (Fixture *self, const char *task, GuatuColumnKind column, const char *text)
{
  g_assert_cmpstr (guatu_table_cell_get_text (cell (self, task, column)), ==, text);
}

/* As somebody types: into the text that stands in the cell, then Enter. */
static gboolean
type (Fixture *self, const char *task, GuatuColumnKind column, const char *text)
{
  GtkEditable *editor;

  g_assert_true (guatu_task_table_edit (self->table, task_id (&self->base, task), column));
  editor = guatu_task_table_get_editor (self->table);
  g_assert_nonnull (editor);
  gtk_editable_set_text (editor, text);
  gtk_widget_activate (GTK_WIDGET (editor));
  g_signal_emit_by_name (editor, "activate");
  settle ();

  return guatu_task_table_get_editor (self->table) == NULL;
}

static void
shows (Fixture *self, gconstpointer data)
{
  check_cell (self, "Bridge", GUATU_COLUMN_NAME, "Bridge");
  check_cell (self, "Bridge", GUATU_COLUMN_NUMBER, "5");
  g_assert_null (cell (self, "Bridge", GUATU_COLUMN_DURATION));
  guatu_task_table_show_column (self->table, GUATU_COLUMN_DURATION, TRUE);
  settle ();
  check_cell (self, "Bridge", GUATU_COLUMN_DURATION, "34 d");
  gtk_widget_activate_action (GTK_WIDGET (self->table), "columns.duration", NULL);
  settle ();
  g_assert_null (cell (self, "Bridge", GUATU_COLUMN_DURATION));
}

static void
rows_are_even (Fixture *self, gconstpointer data)
{
  GtkAdjustment *adjustment = guatu_task_table_get_vadjustment (self->table);
  double height = guatu_battle_view_get_chart (self->view)->row_height;

  for (guint i = 0; i < 40; i++)
    g_assert_true (guatu_document_add (self->base.document, GUATU_TABLE_TASK,
                                       &(GuatuSetting) { GUATU_TASK_NAME, GUATU_TEXT ("More 更多") }, 1, NULL, NULL));
  gtk_test_widget_wait_for_draw (self->window);
  settle ();
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), ==, 48 * height);
  gtk_adjustment_set_value (adjustment, 333);
  gtk_test_widget_wait_for_draw (self->window);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 333);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), ==, 48 * height);
}

static void
edits (Fixture *self, gconstpointer data)
{
  guatu_task_table_show_column (self->table, GUATU_COLUMN_DURATION, TRUE);
  settle ();
  g_assert_true (type (self, "Bridge", GUATU_COLUMN_NAME, "运河大桥"));
  check_cell (self, "运河大桥", GUATU_COLUMN_NAME, "运河大桥");
  g_assert_true (type (self, "Road", GUATU_COLUMN_DURATION, "2w"));
  check_cell (self, "Road", GUATU_COLUMN_DURATION, "2 w");
  g_assert_true (type (self, "Survey", GUATU_COLUMN_PROGRESS, "40"));
  check_cell (self, "Survey", GUATU_COLUMN_PROGRESS, "40%");
  g_assert_cmpuint (guatu_plan_n_live (guatu_document_get_plan (self->base.document), GUATU_TABLE_REPORT), ==, 1);
}

static void
refused (Fixture *self, gconstpointer data)
{
  guint n = self->base.n_changed;

  guatu_task_table_show_column (self->table, GUATU_COLUMN_DURATION, TRUE);
  settle ();
  /* The text stays to be mended, and the plan as it was; a better one is taken. */
  g_assert_false (type (self, "Road", GUATU_COLUMN_DURATION, "soon"));
  g_assert_cmpuint (self->base.n_changed, ==, n);
  check_cell (self, "Road", GUATU_COLUMN_DURATION, "20 d");
  gtk_editable_set_text (guatu_task_table_get_editor (self->table), "3d");
  g_signal_emit_by_name (guatu_task_table_get_editor (self->table), "activate");
  settle ();
  check_cell (self, "Road", GUATU_COLUMN_DURATION, "3 d");

  g_assert_false (guatu_task_table_edit (self->table, task_id (&self->base, "Build"), GUATU_COLUMN_DURATION));
}

static void
left (Fixture *self, gconstpointer data)
{
  /* The row that is being edited is folded away: its name is the new one all the same. */
  g_assert_true (guatu_task_table_edit (self->table, task_id (&self->base, "Bridge"), GUATU_COLUMN_NAME));
  gtk_editable_set_text (guatu_task_table_get_editor (self->table), "Tunnel");
  guatu_battle_view_toggle (self->view, 3);
  settle ();
  g_assert_null (guatu_task_table_get_editor (self->table));
  g_assert_cmpint (task_row (&self->base, "Tunnel"), >=, 0);

  /* Another cell gets the focus. */
  g_assert_true (guatu_task_table_edit (self->table, task_id (&self->base, "Design"), GUATU_COLUMN_NAME));
  gtk_editable_set_text (guatu_task_table_get_editor (self->table), "Drawings");
  guatu_task_table_go_to (self->table, task_id (&self->base, "Opening"), GUATU_COLUMN_NAME);
  settle ();
  g_assert_null (guatu_task_table_get_editor (self->table));
  check_cell (self, "Drawings", GUATU_COLUMN_NAME, "Drawings");
}

static void
new_tasks (Fixture *self, gconstpointer data)
{
  GtkEditable *editor;

  g_assert_true (guatu_task_table_edit (self->table, GUATU_NEW_ROW_KEY, GUATU_COLUMN_NAME));
  gtk_editable_set_text (guatu_task_table_get_editor (self->table), "Party");
  g_signal_emit_by_name (guatu_task_table_get_editor (self->table), "activate");
  settle ();
  check_cell (self, "Party", GUATU_COLUMN_NAME, "Party");
  /* The next one can be typed at once; nothing typed is no task. */
  editor = guatu_task_table_get_editor (self->table);
  g_assert_nonnull (editor);
  g_assert_cmpstr (gtk_editable_get_text (editor), ==, "");
}

static void
selecting (Fixture *self, gconstpointer data)
{
  gint64 bridge = task_id (&self->base, "Bridge");
  GtkWidget *line;

  guatu_battle_view_select (self->view, &bridge, 1);
  settle ();
  line = guatu_table_cell_get_line (cell (self, "Bridge", GUATU_COLUMN_NAME));
  g_assert_true (gtk_widget_get_state_flags (line) & GTK_STATE_FLAG_SELECTED);

  line = guatu_table_cell_get_line (cell (self, "Road", GUATU_COLUMN_NAME));
  gtk_widget_activate_action (line, "listitem.select", "(bb)", FALSE, FALSE);
  settle ();
  g_assert_true (guatu_battle_view_is_selected (self->view, task_id (&self->base, "Road")));
  g_assert_false (guatu_battle_view_is_selected (self->view, bridge));
}

static void
sorting (Fixture *self, gconstpointer data)
{
  GtkWidget *scroller = gtk_widget_get_first_child (GTK_WIDGET (self->table));
  GtkColumnView *list = GTK_COLUMN_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller)));
  GListModel *columns = gtk_column_view_get_columns (list);
  const GuatuRowsQuery *query = guatu_battle_view_get_query (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (gtk_column_view_column_get_title (column), "Task"))
        {
          gtk_column_view_sort_by_column (list, column, GTK_SORT_ASCENDING);
          g_assert_cmpint (query->sort, ==, GUATU_SORT_NAME);
          g_assert_false (query->descending);
          gtk_column_view_sort_by_column (list, column, GTK_SORT_DESCENDING);
          g_assert_cmpint (query->sort, ==, GUATU_SORT_NAME);
          g_assert_true (query->descending);
        }
      if (g_str_equal (gtk_column_view_column_get_title (column), "Deadline"))
        {
          gtk_column_view_sort_by_column (list, column, GTK_SORT_ASCENDING);
          g_assert_cmpint (query->sort, ==, GUATU_SORT_DEADLINE);
          g_assert_false (query->descending);
        }
    }
  gtk_column_view_sort_by_column (list, NULL, GTK_SORT_ASCENDING);
  g_assert_cmpint (query->sort, ==, GUATU_SORT_OUTLINE);
}

static void
folding (Fixture *self, gconstpointer data)
{
  guatu_battle_view_toggle (self->view, 3);
  settle ();
  g_assert_null (cell (self, "Bridge", GUATU_COLUMN_NAME));
  g_assert_nonnull (cell (self, "Opening", GUATU_COLUMN_NAME));
  guatu_battle_view_toggle (self->view, 3);
  settle ();
  check_cell (self, "Bridge", GUATU_COLUMN_NAME, "Bridge");
}

static void
removed_cb (GuatuTaskTable *table, guint steps, const char *what, guint *n)
{
  g_assert_cmpstr (what, ==, "2 tasks were deleted");
  *n += steps;
}

static void
keys (Fixture *self, gconstpointer data)
{
  gint64 chosen[2] = { task_id (&self->base, "Road"), task_id (&self->base, "Prepare") };
  guint n = 0;

  g_assert_true (guatu_task_table_go_to (self->table, chosen[0], GUATU_COLUMN_NAME));
  gtk_widget_activate_action (GTK_WIDGET (self->table), "table.move-up", NULL);
  g_assert_cmpint (guatu_plan_task (guatu_document_get_plan (self->base.document),
                                    task_row (&self->base, "Road"))->next_sibling, ==,
                   task_row (&self->base, "Bridge"));
  gtk_widget_activate_action (GTK_WIDGET (self->table), "table.outdent", NULL);
  g_assert_cmpint (guatu_plan_task (guatu_document_get_plan (self->base.document),
                                    task_row (&self->base, "Road"))->parent, ==, -1);

  /* What stands below a task that goes is gone with it. */
  g_signal_connect (self->table, "removed", G_CALLBACK (removed_cb), &n);
  guatu_battle_view_select (self->view, chosen, 2);
  gtk_widget_activate_action (GTK_WIDGET (self->table), "table.remove", NULL);
  settle ();
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (guatu_plan_n_live (guatu_document_get_plan (self->base.document), GUATU_TABLE_TASK), ==, 3);
}

static void
spoken (Fixture *self, gconstpointer data)
{
  GuatuTableCell *name = cell (self, "Road", GUATU_COLUMN_NAME);

  g_assert_true (type (self, "Road", GUATU_COLUMN_PROGRESS, "34"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (name), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Road, Mar 4 to Mar 29, 34 percent");
}

int
main (int argc, char **argv)
{
  static const struct { const char *name; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "cells show the plan, columns come and go", shows },
    { "all rows are of the chart's height, wherever the table is scrolled to", rows_are_even },
    { "name, duration and percent are edited where they stand", edits },
    { "what makes no sense stays in the cell until it is mended", refused },
    { "a text that is left without a word counts", left },
    { "new tasks are typed one after the other into the last line", new_tasks },
    { "the selection goes both ways", selecting },
    { "headings sort the rows of the view", sorting },
    { "what is folded is gone from the table and comes back", folding },
    { "keys move and remove what is selected", keys },
    { "a row says what its bar shows", spoken },
  };

  document_fixture_in_memory ();
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  guatu_test_fix_ids ();

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/task-table/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }

  return g_test_run ();
}
