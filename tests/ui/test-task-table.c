/* test-task-table.c — the table as it stands in a window: cells, edits, selection, folds. */
#include <adwaita.h>
#include <string.h>

#include "document-fixture.h"
#include "guatu-task-row.h"
#include "guatu-task-table-private.h"
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
  check_cell (self, "Bridge", GUATU_COLUMN_DURATION, "34 d");
  gtk_widget_activate_action (GTK_WIDGET (self->table), "columns.duration", NULL);
  settle ();
  g_assert_null (cell (self, "Bridge", GUATU_COLUMN_DURATION));
  guatu_task_table_show_column (self->table, GUATU_COLUMN_DURATION, TRUE);
  settle ();
  check_cell (self, "Bridge", GUATU_COLUMN_DURATION, "34 d");
}

/* They are among the usual columns until the plan is under way. */
static void
lengths_at_first (Fixture *self, gconstpointer data)
{
  g_assert_true (guatu_task_table_shows_column (self->table, GUATU_COLUMN_DURATION));

  set_plan (&self->base, GUATU_PLAN_STATUS_DATE, GUATU_INTEGER (guatu_test_at ("2024-03-15 17:00")), NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->table), "columns.usual", NULL);
  settle ();
  g_assert_false (guatu_task_table_shows_column (self->table, GUATU_COLUMN_DURATION));
  g_assert_true (guatu_task_table_shows_column (self->table, GUATU_COLUMN_LIGHT));
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

/* Numbers are those of the column beside it, which comes with it where no other has them. */
static void
predecessors (Fixture *self, gconstpointer data)
{
  GuatuTableCell *shown;
  gint64 head;

  g_assert_null (cell (self, "Bridge", GUATU_COLUMN_PREDECESSORS));
  guatu_task_table_show_column (self->table, GUATU_COLUMN_NUMBER, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self->table), "columns.predecessors", NULL);
  settle ();
  check_cell (self, "Bridge", GUATU_COLUMN_ROW, "5");
  check_cell (self, "Bridge", GUATU_COLUMN_PREDECESSORS, "3");
  check_cell (self, "Opening", GUATU_COLUMN_PREDECESSORS, "5, 6");

  head = head_of (self->base.document);
  g_assert_true (type (self, "Road", GUATU_COLUMN_PREDECESSORS, "2fs+2d；3SS"));
  check_cell (self, "Road", GUATU_COLUMN_PREDECESSORS, "2FS+2d, 3SS");
  g_assert_cmpint (head_of (self->base.document), ==, head + 1);

  /* What cannot be is told where it was typed, and is no edit. */
  g_assert_false (type (self, "Road", GUATU_COLUMN_PREDECESSORS, "6"));
  gtk_editable_set_text (guatu_task_table_get_editor (self->table), "99");
  g_signal_emit_by_name (guatu_task_table_get_editor (self->table), "activate");
  settle ();
  g_assert_nonnull (guatu_task_table_get_editor (self->table));
  g_assert_cmpint (head_of (self->base.document), ==, head + 1);
  gtk_editable_set_text (guatu_task_table_get_editor (self->table), "");
  g_signal_emit_by_name (guatu_task_table_get_editor (self->table), "activate");
  settle ();
  shown = cell (self, "Road", GUATU_COLUMN_PREDECESSORS);
  g_assert_cmpstr (guatu_table_cell_get_text (shown), ==, "");
  g_assert_cmpint (head_of (self->base.document), ==, head + 2);
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
  g_assert_cmpstr (what, ==, "4 tasks were deleted");
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

/* Rows ---------------------------------------------------------------------------------------------------- */

static void
append_outline (const GuatuPlan *plan, gint32 row, GString *out)
{
  for (; row >= 0; row = guatu_plan_task (plan, row)->next_sibling)
    {
      if (out->len > 0 && out->str[out->len - 1] != '(')
        g_string_append_c (out, ' ');
      g_string_append (out, guatu_plan_task_name (plan, row));
      if (guatu_plan_task (plan, row)->first_child < 0)
        continue;
      g_string_append_c (out, '(');
      append_outline (plan, guatu_plan_task (plan, row)->first_child, out);
      g_string_append_c (out, ')');
    }
}

static void
check_outline (Fixture *self, const char *expected)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->base.document);
  g_autoptr(GString) out = g_string_new (NULL);

  append_outline (plan, guatu_plan_first_task (plan), out);
  g_assert_cmpstr (out->str, ==, expected);
}

#define OUTLINE "Prepare(Survey Design) Build(Bridge Road) Opening"

static void
choose (Fixture *self, const char *task, const char *other)
{
  gint64 chosen[2] = { task_id (&self->base, task), other != NULL ? task_id (&self->base, other) : 0 };

  guatu_battle_view_select (self->view, chosen, other != NULL ? 2 : 1);
}

static gboolean
act (Fixture *self, const char *action)
{
  gboolean done = gtk_widget_activate_action (GTK_WIDGET (self->table), action, NULL);

  settle ();
  return done;
}

/* One entry, of this title, which is taken back. */
static void
undo (Fixture *self, gint64 head, const char *title)
{
  g_autofree char *undone = guatu_document_undo_title (self->base.document);

  g_assert_cmpint (head_of (self->base.document), ==, head + 1);
  g_assert_cmpstr (undone, ==, title);
  guatu_document_undo (self->base.document, NULL, NULL);
  settle ();
  check_outline (self, OUTLINE);
}

static void
pasted_by (Fixture *self, const char *expected)
{
  for (guint i = 0; i < 400; i++)
    {
      const GuatuPlan *plan = guatu_document_get_plan (self->base.document);
      g_autoptr(GString) out = g_string_new (NULL);

      settle ();
      append_outline (plan, guatu_plan_first_task (plan), out);
      if (g_str_equal (out->str, expected))
        return;
      g_usleep (5000);
    }
  check_outline (self, expected);
}

static void
cut_and_pasted (Fixture *self, gconstpointer data)
{
  gint64 head = head_of (self->base.document);

  choose (self, "Survey", "Road");
  g_assert_true (act (self, "table.cut"));
  check_outline (self, "Prepare(Design) Build(Bridge) Opening");
  choose (self, "Bridge", NULL);
  act (self, "table.paste");
  pasted_by (self, "Prepare(Design) Build(Bridge Survey Road) Opening");
  g_assert_cmpint (head_of (self->base.document), ==, head + 2);
  /* What came is what is selected. */
  g_assert_cmpuint (guatu_battle_view_n_selected (self->view), ==, 2);
  g_assert_true (guatu_battle_view_is_selected (self->view, task_id (&self->base, "Survey")));
  guatu_document_undo (self->base.document, NULL, NULL);
  guatu_document_undo (self->base.document, NULL, NULL);
  check_outline (self, OUTLINE);
}

static void
text_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
copied (Fixture *self, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->table));
  g_autofree char *text = NULL;

  choose (self, "Build", NULL);
  g_assert_true (act (self, "table.copy"));
  gdk_clipboard_read_text_async (clipboard, NULL, text_cb, &text);
  for (guint i = 0; i < 400 && text == NULL; i++)
    {
      settle ();
      g_usleep (5000);
    }
  /* The columns that are shown. */
  g_assert_nonnull (text);
  g_assert_true (g_str_has_prefix (text, "No.\tTask\tLead unit\tDuration\tDeadline\tLight\tDone\n4\tBuild\t"));
  g_assert_nonnull (strstr (text, "\n6\t  Road\t"));

  /* With none selected, and none in focus, behind all. */
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  guatu_battle_view_select (self->view, NULL, 0);
  act (self, "table.paste");
  pasted_by (self, OUTLINE " Build(Bridge Road)");
}

static void
pasted_text (Fixture *self, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->table));

  gdk_clipboard_set_text (clipboard, "任务\t工期\r\n挖沟\t3天\r\n  铺管\t2天\r\n");
  settle ();
  choose (self, "Prepare", NULL);
  act (self, "table.paste");
  pasted_by (self, "Prepare(Survey Design) 挖沟(铺管) Build(Bridge Road) Opening");
}

static void
failed_cb (GuatuTaskTable *table, const char *message, char **last)
{
  g_free (*last);
  *last = g_strdup (message);
}

static void
pasted_nonsense (Fixture *self, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->table));
  g_autofree char *message = NULL;
  gint64 head = head_of (self->base.document);

  g_signal_connect (self->table, "failed", G_CALLBACK (failed_cb), &message);
  gdk_clipboard_set_text (clipboard, "Task\tDuration\nDig\tsoon\n");
  settle ();
  act (self, "table.paste");
  for (guint i = 0; i < 400 && message == NULL; i++)
    {
      settle ();
      g_usleep (5000);
    }
  g_assert_nonnull (message);
  g_assert_nonnull (strstr (message, "Row 2, column 2 (Duration)"));
  g_assert_cmpint (head_of (self->base.document), ==, head);
}

static void
duplicated (Fixture *self, gconstpointer data)
{
  gint64 head = head_of (self->base.document);

  choose (self, "Survey", "Design");
  g_assert_true (act (self, "table.duplicate"));
  check_outline (self, "Prepare(Survey Design Survey Design) Build(Bridge Road) Opening");
  undo (self, head, "Duplicate 2 tasks");
}

static void
blocks (Fixture *self, gconstpointer data)
{
  gint64 head = head_of (self->base.document);

  choose (self, "Build", "Opening");
  act (self, "table.indent");
  check_outline (self, "Prepare(Survey Design Build(Bridge Road) Opening)");
  undo (self, head, "Indent 2 tasks");
  head = head_of (self->base.document);
  choose (self, "Survey", "Design");
  act (self, "table.outdent");
  check_outline (self, "Prepare Survey Design Build(Bridge Road) Opening");
  undo (self, head, "Outdent 2 tasks");
  head = head_of (self->base.document);
  /* Each moves in its own list, and that is one step as well. */
  choose (self, "Design", "Road");
  act (self, "table.move-up");
  check_outline (self, "Prepare(Design Survey) Build(Road Bridge) Opening");
  undo (self, head, "Move 2 tasks");
  head = head_of (self->base.document);
  choose (self, "Prepare", "Build");
  act (self, "table.move-down");
  check_outline (self, "Opening Prepare(Survey Design) Build(Bridge Road)");
  undo (self, head, "Move 2 tasks");
  head = head_of (self->base.document);
  /* At the edge nothing happens, and nothing is written. */
  choose (self, "Prepare", "Build");
  act (self, "table.move-up");
  g_assert_cmpint (head_of (self->base.document), ==, head);
}

/* Rows: 0 Prepare, 1 Survey, 2 Design, 3 Build, 4 Bridge, 5 Road, 6 Opening. */
static void
dragged (Fixture *self, gconstpointer data)
{
  static const struct { const char *task; double y; int steps; const char *outline; } drags[] = {
    { "Opening", 3.1, 0, "Prepare(Survey Design) Opening Build(Bridge Road)" },
    { "Opening", 3.1, 1, "Prepare(Survey Design Opening) Build(Bridge Road)" },
    { "Road", 3.1, 9, "Prepare(Survey Design(Road)) Build(Bridge) Opening" },
    { "Road", 2.5, 0, "Prepare(Survey Design(Road)) Build(Bridge) Opening" },
    { "Opening", 0.0, 0, "Opening Prepare(Survey Design) Build(Bridge Road)" },
    { "Survey", 6.1, 0, "Prepare(Design) Build(Bridge Road Survey) Opening" },
    { "Survey", 6.9, -1, "Prepare(Design) Build(Bridge Road) Opening Survey" },
    { "Survey", 99, -9, "Prepare(Design) Build(Bridge Road) Opening Survey" },
    /* The top of a list of subtasks is no place beside their summary. */
    { "Road", 1.1, -3, "Prepare(Road Survey Design) Build(Bridge) Opening" },
    { "Survey", 5.9, 0, "Prepare(Design) Build(Bridge Road Survey) Opening" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (drags); i++)
    {
      gint64 head = head_of (self->base.document);

      guatu_battle_view_select (self->view, NULL, 0);
      g_assert_true (guatu_task_table_drag (self->table, task_id (&self->base, drags[i].task), drags[i].y,
                                            drags[i].steps));
      settle ();
      check_outline (self, drags[i].outline);
      g_assert_cmpint (head_of (self->base.document), ==, head + 1);
      guatu_document_undo (self->base.document, NULL, NULL);
      settle ();
    }
}

static void
dragged_together (Fixture *self, gconstpointer data)
{
  gint64 head = head_of (self->base.document);

  choose (self, "Survey", "Road");
  g_assert_true (guatu_task_table_drag (self->table, task_id (&self->base, "Road"), 6.9, -1));
  check_outline (self, "Prepare(Design) Build(Bridge) Opening Survey Road");
  undo (self, head, "Move 2 tasks");
  head = head_of (self->base.document);
  /* Where they are: nothing. */
  choose (self, "Survey", "Design");
  g_assert_true (guatu_task_table_drag (self->table, task_id (&self->base, "Survey"), 2.1, 0));
  g_assert_cmpint (head_of (self->base.document), ==, head);
}

static void
not_dragged (Fixture *self, gconstpointer data)
{
  GuatuRowsQuery query = *guatu_battle_view_get_query (self->view);
  g_autofree char *message = NULL;
  gint64 head = head_of (self->base.document);

  g_signal_connect (self->table, "failed", G_CALLBACK (failed_cb), &message);
  g_assert_false (guatu_task_table_drag (self->table, task_id (&self->base, "Build"), 4.5, 0));
  g_assert_cmpstr (message, ==, "“Build” cannot be put under itself.");
  query.sort = GUATU_SORT_NAME;
  guatu_battle_view_set_query (self->view, &query);
  settle ();
  g_assert_false (guatu_task_table_drag (self->table, task_id (&self->base, "Build"), 0, 0));
  g_assert_nonnull (strstr (message, "sorted"));
  query.sort = GUATU_SORT_OUTLINE;
  query.grouping = GUATU_GROUP_UNIT;
  guatu_battle_view_set_query (self->view, &query);
  settle ();
  g_assert_cmpint (head_of (self->base.document), ==, head);
}

static gint64
add_category (Fixture *self, gint64 ledger, const char *name)
{
  return must_add (&self->base, GUATU_TABLE_CATEGORY, (GuatuSetting[]) {
                     { GUATU_CATEGORY_LEDGER, GUATU_INTEGER (ledger) }, { GUATU_CATEGORY_NAME, GUATU_TEXT (name) } }, 2);
}

static gint64
category_of (Fixture *self, const char *task)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->base.document);
  guint n;
  const gint32 *items = guatu_plan_referrers (plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_TASK,
                                              task_row (&self->base, task), &n);
  gint32 category = n > 0 ? (gint32) guatu_plan_number (plan, GUATU_TABLE_LEDGER_ITEM, items[0],
                                                        GUATU_LEDGER_ITEM_CATEGORY) : -1;

  return category >= 0 ? guatu_plan_id (plan, GUATU_TABLE_CATEGORY, category) : 0;
}

/* Rows: 0 Works: 1 Prepare, 2 Survey, 3 Design; 4 Rites: 5 Opening; 6 none: 7 Build, 8 Bridge, 9 Road. */
static void
dragged_between_categories (Fixture *self, gconstpointer data)
{
  GuatuRowsQuery query = *guatu_battle_view_get_query (self->view);
  gint64 ledger = must_add (&self->base, GUATU_TABLE_LEDGER,
                            &(GuatuSetting) { GUATU_LEDGER_NAME, GUATU_TEXT ("Board") }, 1);
  gint64 works = add_category (self, ledger, "Works"), rites = add_category (self, ledger, "Rites"), head;
  static const char * const tasks[] = { "Prepare", "Opening" };
  const GuatuRows *rows;

  for (guint i = 0; i < 2; i++)
    must_add (&self->base, GUATU_TABLE_LEDGER_ITEM, (GuatuSetting[]) {
                { GUATU_LEDGER_ITEM_LEDGER, GUATU_INTEGER (ledger) },
                { GUATU_LEDGER_ITEM_TASK, GUATU_INTEGER (task_id (&self->base, tasks[i])) },
                { GUATU_LEDGER_ITEM_CATEGORY, GUATU_INTEGER (i == 0 ? works : rites) } }, 3);
  query.grouping = GUATU_GROUP_CATEGORY;
  guatu_battle_view_set_query (self->view, &query);
  settle ();
  rows = guatu_battle_view_get_rows (self->view);
  g_assert_cmpint (rows->rows[4].task, ==, -1);
  g_assert_cmpint (rows->rows[5].task, ==, task_row (&self->base, "Opening"));

  head = head_of (self->base.document);
  g_assert_true (guatu_task_table_drag (self->table, task_id (&self->base, "Build"), 5.9, 0));
  settle ();
  g_assert_cmpint (category_of (self, "Build"), ==, rites);
  check_outline (self, "Prepare(Survey Design) Opening Build(Bridge Road)");
  g_assert_cmpint (head_of (self->base.document), ==, head + 1);
  guatu_document_undo (self->base.document, NULL, NULL);
  settle ();
  g_assert_cmpint (category_of (self, "Build"), ==, 0);
  g_assert_true (guatu_task_table_drag (self->table, task_id (&self->base, "Prepare"), 4.9, 0));
  settle ();
  g_assert_cmpint (category_of (self, "Prepare"), ==, rites);
}

static void
not_between_others (Fixture *self, gconstpointer data)
{
  GuatuRowsQuery query = *guatu_battle_view_get_query (self->view);
  g_autofree char *message = NULL;

  g_assert_true (guatu_document_assign (self->base.document, task_id (&self->base, "Road"),
                                        id_of (&self->base, GUATU_TABLE_UNIT, "Roads"), 0, GUATU_ROLE_LEAD_UNIT, 10000,
                                        NULL, NULL));
  query.grouping = GUATU_GROUP_UNIT;
  guatu_battle_view_set_query (self->view, &query);
  settle ();
  g_signal_connect (self->table, "failed", G_CALLBACK (failed_cb), &message);
  g_assert_false (guatu_task_table_drag (self->table, task_id (&self->base, "Opening"), 1.9, 0));
  g_assert_nonnull (message);
  g_assert_nonnull (strstr (message, "“Opening”"));
}

/* The item of the row's menu that is called so. */
static GtkWidget *
find_item (GtkWidget *widget, const char *label)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    {
      g_autofree char *text = NULL;

      g_object_get (widget, "text", &text, NULL);
      if (g_strcmp0 (text, label) == 0)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_item (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
close_menu (GtkWidget *table)
{
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (find_item (table, "Cut"), GTK_TYPE_POPOVER_MENU)));
  settle ();
}

static gboolean
offers (Fixture *self, const char *label)
{
  GtkWidget *item = find_item (GTK_WIDGET (self->table), label);

  g_assert_nonnull (item);
  return gtk_widget_is_sensitive (item);
}

static void
menu_of_rows (Fixture *self, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->table));
  gint64 both[] = { task_id (&self->base, "Road"), task_id (&self->base, "Bridge") };

  gdk_clipboard_set_content (clipboard, NULL);
  g_assert_true (guatu_task_table_go_to (self->table, task_id (&self->base, "Road"), GUATU_COLUMN_NAME));
  settle ();
  act (self, "table.menu");
  g_assert_true (offers (self, "Edit Cell"));
  g_assert_true (offers (self, "Cut"));
  g_assert_true (offers (self, "Delete"));
  g_assert_false (offers (self, "Paste Below"));

  /* One task is linked with nothing. */
  g_assert_false (offers (self, "Link Selected Tasks"));
  guatu_battle_view_select (self->view, both, 2);
  g_assert_true (offers (self, "Link Selected Tasks"));
  g_assert_true (offers (self, "Unlink Selected Tasks"));
  guatu_battle_view_select (self->view, both, 1);

  act (self, "table.copy");
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                                        "application/x-guatu-tasks"));
  g_assert_true (offers (self, "Paste Below"));

  /* The line for new tasks is no task. */
  close_menu (GTK_WIDGET (self->table));
  g_assert_true (guatu_task_table_go_to (self->table, GUATU_NEW_ROW_KEY, GUATU_COLUMN_NAME));
  settle ();
  act (self, "table.menu");
  g_assert_false (offers (self, "Cut"));
  g_assert_false (offers (self, "Duplicate"));
  g_assert_false (offers (self, "Indent"));
  g_assert_true (offers (self, "Paste Below"));
  close_menu (GTK_WIDGET (self->table));
  check_outline (self, OUTLINE);
}

static void
reading_only (Fixture *self, gconstpointer data)
{
  g_autoptr(GuatuDocument) document = guatu_document_open (self->base.path, TRUE, NULL);
  g_autoptr(GuatuBattleView) view = guatu_battle_view_new (document);
  GtkWidget *table = guatu_task_table_new (view), *window = gtk_window_new ();
  gint64 id = task_id (&self->base, "Road");

  gtk_window_set_child (GTK_WINDOW (window), table);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  guatu_battle_view_select (view, &id, 1);
  g_assert_true (guatu_task_table_go_to (GUATU_TASK_TABLE (table), id, GUATU_COLUMN_NAME));
  gtk_widget_activate_action (table, "table.copy", NULL);
  gtk_widget_activate_action (table, "table.menu", NULL);
  settle ();
  g_assert_true (gtk_widget_is_sensitive (find_item (table, "Copy")));
  g_assert_false (gtk_widget_is_sensitive (find_item (table, "Edit Cell")));
  g_assert_false (gtk_widget_is_sensitive (find_item (table, "New Task Above")));
  g_assert_false (gtk_widget_is_sensitive (find_item (table, "Cut")));
  g_assert_false (gtk_widget_is_sensitive (find_item (table, "Paste Below")));
  g_assert_false (gtk_widget_is_sensitive (find_item (table, "Delete")));
  close_menu (table);
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

/* Custom fields -------------------------------------------------------------------------------------- */

static gint64
add_field (Fixture *self, const char *name, GuatuCustomKind kind, const char * const *choices)
{
  GuatuCustom wish = { .name = name, .kind = kind, .choices = choices };
  gint64 id = 0;

  g_assert_true (guatu_document_add_custom (self->base.document, &wish, &id, NULL));
  settle ();

  return id;
}

static GuatuColumnKind
column_of (Fixture *self, gint64 field)
{
  return guatu_column_of_field (guatu_plan_find (guatu_document_get_plan (self->base.document),
                                                 GUATU_TABLE_CUSTOM_FIELD, field));
}

/* A field brings its column, which is shown from the menu, typed in by kind, sorted by, named after the field, and goes
 * with it. */
static void
custom_columns (Fixture *self, gconstpointer data)
{
  const char * const grades[] = { "High", "Low", NULL };
  gint64 amount = add_field (self, "Amount", GUATU_CUSTOM_NUMBER, NULL);
  gint64 grade = add_field (self, "Grade", GUATU_CUSTOM_CHOICE, grades);
  GuatuColumnKind column = column_of (self, amount), choice = column_of (self, grade);
  GtkEditable *editor;

  g_assert_true (guatu_task_table_has_column (self->table, column));
  g_assert_false (guatu_task_table_shows_column (self->table, column));
  guatu_task_table_show_column (self->table, column, TRUE);
  guatu_task_table_show_column (self->table, choice, TRUE);
  settle ();
  g_assert_true (type (self, "Bridge", column, "12.5"));
  check_cell (self, "Bridge", column, "12.5");
  g_assert_true (type (self, "Road", column, "3"));
  g_assert_false (type (self, "Opening", column, "many"));
  gtk_editable_set_text (guatu_task_table_get_editor (self->table), "");
  g_signal_emit_by_name (guatu_task_table_get_editor (self->table), "activate");
  settle ();
  g_assert_true (type (self, "Road", choice, "low"));
  check_cell (self, "Road", choice, "Low");

  /* The choices are listed while one is typed: the arrows go through them. */
  g_assert_true (guatu_task_table_edit (self->table, task_id (&self->base, "Bridge"), choice));
  editor = guatu_task_table_get_editor (self->table);
  g_assert_nonnull (self->table->choices);
  g_assert_true (guatu_task_table_editing_key (self->table, GDK_KEY_Down, 0));
  g_assert_cmpstr (gtk_editable_get_text (editor), ==, "High");
  g_assert_true (guatu_task_table_editing_key (self->table, GDK_KEY_Down, 0));
  g_assert_cmpstr (gtk_editable_get_text (editor), ==, "Low");
  g_signal_emit_by_name (editor, "activate");
  settle ();
  g_assert_null (self->table->choices);
  check_cell (self, "Bridge", choice, "Low");

  gtk_column_view_sort_by_column (self->table->list, self->table->columns[column], GTK_SORT_ASCENDING);
  settle ();
  g_assert_cmpint (guatu_battle_view_get_query (self->view)->sort, ==, GUATU_SORT_CUSTOM);
  g_assert_cmpint (guatu_battle_view_get_query (self->view)->sort_field, ==, amount);

  g_assert_true (guatu_document_change_custom (self->base.document, amount,
                                               &(GuatuCustom) { .name = "Money", .kind = GUATU_CUSTOM_COST }, NULL));
  settle ();
  g_assert_cmpstr (gtk_column_view_column_get_title (self->table->columns[column]), ==, "Money");
  g_assert_true (guatu_task_table_shows_column (self->table, column));
  check_cell (self, "Bridge", column, "12.5");
  g_assert_true (guatu_document_remove (self->base.document, GUATU_TABLE_CUSTOM_FIELD, amount, NULL));
  settle ();
  g_assert_false (guatu_task_table_has_column (self->table, column));
  g_assert_true (guatu_task_table_has_column (self->table, choice));
}

int
main (int argc, char **argv)
{
  static const struct { const char *name; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "cells show the plan, columns come and go", shows },
    { "lengths have a column until the plan has a status date", lengths_at_first },
    { "all rows are of the chart's height, wherever the table is scrolled to", rows_are_even },
    { "a custom field is a column that is shown, typed in, sorted by, and goes with the field", custom_columns },
    { "name, duration and percent are edited where they stand", edits },
    { "what makes no sense stays in the cell until it is mended", refused },
    { "predecessors are typed by the numbers that stand beside them", predecessors },
    { "a text that is left without a word counts", left },
    { "new tasks are typed one after the other into the last line", new_tasks },
    { "the selection goes both ways", selecting },
    { "headings sort the rows of the view", sorting },
    { "what is folded is gone from the table and comes back", folding },
    { "keys move and remove what is selected", keys },
    { "a row says what its bar shows", spoken },
    { "what is cut comes back where it is pasted", cut_and_pasted },
    { "a copy is text for spreadsheets as well", copied },
    { "rows of a spreadsheet become tasks", pasted_text },
    { "a cell that is not understood is told, and nothing pasted", pasted_nonsense },
    { "duplicates stand behind the last", duplicated },
    { "several rows move as blocks, in one step", blocks },
    { "rows are dragged between rows, into rows and to other levels", dragged },
    { "what is selected is dragged together", dragged_together },
    { "what cannot be dragged says why", not_dragged },
    { "dragged into another category's rows, a task comes into it", dragged_between_categories },
    { "groups that are no part of the outline keep their tasks", not_between_others },
    { "the menu offers what can be done", menu_of_rows },
    { "where nothing can be written the menu offers to copy", reading_only },
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
