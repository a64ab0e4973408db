/* test-history.c — the view of the history: entries with their values, what is sought, what is brought back. */
#include "ui-fixture.h"

#include <string.h>

#include "guatu-change-list.h"
#include "guatu-duty-table.h"
#include "guatu-history-view.h"
#include "guatu-window-private.h"

typedef struct
{
  GuatuWindow      *window;
  GuatuDocument    *document;
  GuatuHistoryView *view;
  gint64            dig;
  gint64            fill;
} Fixture;

static void
set_note (GuatuDocument *document,
          gint64         task,
          const char    *text)
{
  GuatuSetting note = { GUATU_TASK_NOTE, GUATU_TEXT (text) };
  g_autoptr(GError) error = NULL;

  guatu_document_set (document, GUATU_TABLE_TASK, task, &note, 1, &error);
  g_assert_no_error (error);
}

/* Entries: 1 create, 2 and 3 the tasks, 4 and 5 notes of “Dig”, 6 one of “Fill” by Zhao. */
static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *path = ui_test_plan ("ditch.guatu");

  self->window = ui_test_window ();
  ui_test_open (self->window, path);
  self->document = guatu_window_get_document (self->window);
  self->dig = guatu_plan_id (guatu_document_get_plan (self->document), GUATU_TABLE_TASK, 0);
  self->fill = guatu_plan_id (guatu_document_get_plan (self->document), GUATU_TABLE_TASK, 1);
  set_note (self->document, self->dig, "one");
  set_note (self->document, self->dig, "two");
  guatu_document_set_author (self->document, "Zhao");
  set_note (self->document, self->fill, "three");
  guatu_desk_show (guatu_window_get_desk (self->window), "history");
  self->view = GUATU_HISTORY_VIEW (guatu_desk_get_view (guatu_window_get_desk (self->window)));
  ui_test_settle ();
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  ui_test_close ();
}

/* Looking into it ------------------------------------------------------------------------------------ */

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_read (gpointer view)
{
  return !guatu_entry_list_is_busy (guatu_history_view_get_entries (view));
}

/* The entries that are listed, the newest first, with a space behind each. */
static char *
listed (Fixture *self)
{
  GListModel *list = G_LIST_MODEL (guatu_history_view_get_entries (self->view));
  GString *text = g_string_new (NULL);

  ui_test_wait (is_read, self->view);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(GuatuEntryItem) item = g_list_model_get_item (list, i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " ", guatu_entry_item_seq (item));
    }

  return g_string_free (text, FALSE);
}

#define assert_listed(self, expected) \
  G_STMT_START { \
    g_autofree char *listed_ = listed (self); \
    g_assert_cmpstr (listed_, ==, expected); \
  } G_STMT_END

static const char *
page (Fixture *self)
{
  return guatu_history_detail_get_page (guatu_history_view_get_detail (self->view));
}

static const char *
said (Fixture *self)
{
  return guatu_history_detail_get_text (guatu_history_view_get_detail (self->view));
}

/* The lines of changes that are shown, one per line. */
static char *
lines (Fixture *self)
{
  GtkWidget *list = find (GTK_WIDGET (guatu_history_view_get_detail (self->view)), GUATU_TYPE_CHANGE_LIST);
  GString *text = g_string_new (NULL);
  GListModel *model;

  g_assert_nonnull (list);
  model = guatu_change_list_get_lines (GUATU_CHANGE_LIST (list));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(GObject) line = g_list_model_get_item (model, i);

      g_string_append_printf (text, "%s\n", guatu_change_line_text (line));
    }

  return g_string_free (text, FALSE);
}

/* The button that says so, in what is shown at the right. */
static GtkWidget *
find_button (GtkWidget  *widget,
             const char *name)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
      (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), name) == 0 ||
       g_strcmp0 (gtk_widget_get_tooltip_text (widget), name) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
click (Fixture    *self,
       const char *name)
{
  GtkWidget *button = find_button (GTK_WIDGET (self->view), name);

  if (button == NULL)
    g_error ("no button “%s”", name);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ui_test_settle ();
}

static const char *
note_of (Fixture *self,
         gint64   task)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);

  return guatu_plan_task_string (plan, guatu_plan_find (plan, GUATU_TABLE_TASK, task), GUATU_TASK_NOTE);
}

/* Tests ---------------------------------------------------------------------------------------------- */

/* PB-33 */
static void
test_an_entry_tells_its_values (Fixture       *self,
                                gconstpointer  data)
{
  g_autofree char *told = NULL;

  assert_listed (self, "6 5 4 3 2 1 ");
  g_assert_true (guatu_history_view_choose (self->view, 5));
  ui_test_settle ();
  g_assert_cmpstr (page (self), ==, "entry");
  g_assert_cmpstr (said (self), ==, "Set note of “Dig” to two");
  told = lines (self);
  g_assert_cmpstr (told, ==, "Task “Dig”\nNote: one → two\n");
}

static void
test_one_value_is_brought_back (Fixture       *self,
                                gconstpointer  data)
{
  g_assert_true (guatu_history_view_choose (self->view, 5));
  ui_test_settle ();
  click (self, "Restore Note: one");
  g_assert_cmpstr (note_of (self, self->dig), ==, "one");
  /* What was chosen stays so, and has nothing to restore any more. */
  assert_listed (self, "7 6 5 4 3 2 1 ");
  ui_test_settle ();
  g_assert_cmpstr (said (self), ==, "Set note of “Dig” to two");
  g_assert_null (find_button (GTK_WIDGET (self->view), "Restore Note: one"));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  ui_test_settle ();
  g_assert_cmpstr (note_of (self, self->dig), ==, "two");
  g_assert_nonnull (find_button (GTK_WIDGET (self->view), "Restore Note: one"));
}

static void
test_the_history_is_searched (Fixture       *self,
                              gconstpointer  data)
{
  GuatuHistoryStrip *strip = guatu_history_view_get_strip (self->view);
  GtkWidget *search = find (GTK_WIDGET (strip), GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *who = find (GTK_WIDGET (strip), GTK_TYPE_DROP_DOWN);
  GtkWidget *kind = gtk_widget_get_next_sibling (who);

  assert_listed (self, "6 5 4 3 2 1 ");
  gtk_editable_set_text (GTK_EDITABLE (search), "note");
  g_signal_emit_by_name (search, "search-changed");
  assert_listed (self, "6 5 4 ");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (who), 1);
  assert_listed (self, "6 ");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), 1 + GUATU_DEED_ADDED);
  assert_listed (self, "");
  ui_test_settle ();
  g_assert_nonnull (find (GTK_WIDGET (self->view), ADW_TYPE_STATUS_PAGE));
  gtk_widget_activate_action (search, "history.clear", NULL);
  assert_listed (self, "6 5 4 3 2 1 ");
}

static void
test_a_row_leads_to_its_history (Fixture       *self,
                                 gconstpointer  data)
{
  GuatuDesk *desk = guatu_window_get_desk (self->window);

  guatu_desk_show (desk, "battle-map");
  ui_test_settle ();
  gtk_widget_activate_action (guatu_desk_get_map (desk), "desk.history", "(sx)", "task", self->dig);
  ui_test_settle ();
  g_assert_cmpstr (guatu_desk_get_shown (desk), ==, "history");
  assert_listed (self, "5 4 2 ");
  guatu_desk_view_show_row (GUATU_DESK_VIEW (self->view), GUATU_TABLE_TASK, self->fill);
  assert_listed (self, "6 3 ");
  /* New entries come to what is shown where they answer to it. */
  set_note (self->document, self->dig, "nothing to do with it");
  set_note (self->document, self->fill, "four");
  assert_listed (self, "8 6 3 ");
}

static gboolean
has_compared (gpointer data)
{
  return g_str_equal (page (data), "comparison");
}

static void
test_two_states_are_compared (Fixture       *self,
                              gconstpointer  data)
{
  g_autofree char *told = NULL;
  g_autofree char *now = NULL;

  g_assert_true (guatu_history_view_choose (self->view, 4));
  ui_test_settle ();
  click (self, "Mark for Comparison");
  g_assert_true (guatu_history_view_choose (self->view, 3));
  ui_test_settle ();
  click (self, "Compare with Entry 4");
  ui_test_wait (has_compared, self);
  g_assert_cmpstr (said (self), ==, "1 task differs: 0 added, 0 removed, 0 moved in time");
  told = lines (self);
  g_assert_cmpstr (told, ==, "Task “Dig”\nNote: empty → one\n");

  click (self, "Back to the entry");
  g_assert_cmpstr (page (self), ==, "entry");
  click (self, "Compare with _Now");
  ui_test_wait (has_compared, self);
  now = lines (self);
  g_assert_cmpstr (now, ==, "Task “Dig”\nNote: empty → two\nTask “Fill”\nNote: empty → three\n");
}

static gboolean
has_verified (gpointer data)
{
  return g_str_equal (page (data), "work") && *said (data) != '\0';
}

static void
test_the_chain_is_verified (Fixture       *self,
                            gconstpointer  data)
{
  g_autofree char *hash = NULL;

  click (self, "_Verify");
  ui_test_wait (has_verified, self);
  g_assert_true (guatu_store_head (guatu_document_get_store (self->document), NULL, &hash, NULL));
  g_assert_nonnull (strstr (said (self), "6 entries were checked"));
  g_assert_nonnull (strstr (said (self), hash));
  g_assert_null (find_button (GTK_WIDGET (self->view), "_Cancel"));
}

/* Long work that was given up says nothing any more. */
static void
test_work_is_given_up (Fixture       *self,
                       gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (guatu_history_view_get_strip (self->view)), "history.verify", NULL);
  click (self, "_Cancel");
  g_assert_cmpstr (page (self), ==, "entry");
  for (guint i = 0; i < 20; i++)
    {
      g_usleep (10000);
      ui_test_settle ();
    }
  g_assert_cmpstr (page (self), ==, "entry");
}

static gboolean
has_looked (gpointer data)
{
  return !guatu_duty_table_is_busy (GUATU_DUTY_TABLE (data));
}

/* PB-33 */
static void
test_who_answered_is_shown (Fixture       *self,
                            gconstpointer  data)
{
  GuatuSetting name = { GUATU_UNIT_NAME, GUATU_TEXT ("Roads") };
  g_autoptr(GError) error = NULL;
  g_autoptr(GObject) row = NULL;
  g_autofree char *role = NULL;
  g_autofree char *who = NULL;
  g_autofree char *entry = NULL;
  GtkWidget *table;
  gint64 unit;

  g_assert_true (guatu_document_add (self->document, GUATU_TABLE_UNIT, &name, 1, &unit, &error));
  g_assert_true (guatu_document_assign (self->document, self->dig, unit, 0, GUATU_ROLE_LEAD_UNIT, 10000, NULL, &error));
  guatu_desk_view_show_row (GUATU_DESK_VIEW (self->view), GUATU_TABLE_TASK, self->dig);
  ui_test_settle ();
  click (self, "Who _Answered…");
  g_assert_cmpstr (page (self), ==, "duties");
  table = find (GTK_WIDGET (self->view), GUATU_TYPE_DUTY_TABLE);
  ui_test_wait (has_looked, table);
  g_assert_true (g_str_has_prefix (said (self), "1 duty was held on "));
  g_assert_cmpuint (g_list_model_get_n_items (guatu_duty_table_get_rows (GUATU_DUTY_TABLE (table))), ==, 1);
  row = g_list_model_get_item (guatu_duty_table_get_rows (GUATU_DUTY_TABLE (table)), 0);
  role = guatu_duty_table_cell (row, 0);
  who = guatu_duty_table_cell (row, 1);
  entry = guatu_duty_table_cell (row, 4);
  g_assert_cmpstr (role, ==, "Lead unit");
  g_assert_cmpstr (who, ==, "Roads");
  g_assert_cmpstr (entry, ==, "8 (Zhao)");

  guatu_history_detail_show_duties (guatu_history_view_get_detail (self->view), self->dig,
                                    guatu_instant_from_civil ((GuatuCivil) { .year = 2020, .month = 1, .day = 1 }));
  /* All of the journal is read, but not by the window. */
  g_assert_true (guatu_duty_table_is_busy (GUATU_DUTY_TABLE (table)));
  ui_test_wait (has_looked, table);
  g_assert_true (g_str_has_prefix (said (self), "Nobody answered for the task on "));

  /* What was done since is found as well. */
  g_assert_true (guatu_document_assign (self->document, self->dig, unit, 0, GUATU_ROLE_SUPPORT_UNIT, 10000, NULL, &error));
  guatu_history_detail_show_duties (guatu_history_view_get_detail (self->view), self->dig, GUATU_NONE);
  ui_test_wait (has_looked, table);
  g_assert_cmpuint (g_list_model_get_n_items (guatu_duty_table_get_rows (GUATU_DUTY_TABLE (table))), ==, 2);
}

static gboolean
has_entries (gpointer view)
{
  return g_str_equal (guatu_history_detail_get_page (guatu_history_view_get_detail (view)), "entry");
}

/* Whoever asks is answered, though the list of entries is still being read, or is read anew. */
static void
test_an_answer_stays_while_the_list_is_read (Fixture       *self,
                                             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  guatu_desk_view_show_row (GUATU_DESK_VIEW (self->view), GUATU_TABLE_TASK, self->dig);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "history.duties", NULL);
  ui_test_wait (is_read, self->view);
  ui_test_settle ();
  g_assert_cmpstr (page (self), ==, "duties");

  g_assert_true (guatu_document_set (self->document, GUATU_TABLE_TASK, self->dig,
                                     &(GuatuSetting) { GUATU_TASK_NOTE, GUATU_TEXT ("newer") }, 1, &error));
  ui_test_settle ();
  ui_test_wait (is_read, self->view);
  ui_test_settle ();
  g_assert_cmpstr (page (self), ==, "duties");

  /* Other entries are another question. */
  guatu_desk_view_show_row (GUATU_DESK_VIEW (self->view), GUATU_TABLE_TASK, self->dig + 1);
  guatu_desk_view_show_row (GUATU_DESK_VIEW (self->view), GUATU_TABLE_TASK, self->dig);
  ui_test_wait (has_entries, self->view);
}

static GtkWindow *
revert_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "GuatuRevertDialog"))
        return window;
    }

  return NULL;
}

/* A whole state: what it would take away is said first, by the dialog that does so anywhere. */
static void
test_a_whole_state_is_brought_back (Fixture       *self,
                                    gconstpointer  data)
{
  g_assert_true (guatu_history_view_choose (self->view, 4));
  ui_test_settle ();
  click (self, "_Revert to This…");
  g_assert_nonnull (revert_dialog ());
  g_assert_cmpstr (note_of (self, self->dig), ==, "two");
  gtk_widget_activate_action (GTK_WIDGET (revert_dialog ()), "revert.accept", NULL);
  ui_test_settle ();
  g_assert_cmpstr (note_of (self, self->dig), ==, "one");
  g_assert_cmpstr (note_of (self, self->fill), ==, "");
}

static void
test_parts_take_the_focus (Fixture       *self,
                           gconstpointer  data)
{
  GtkWidget *panes[GUATU_DESK_VIEW_MOST_PANES];
  guint n = guatu_desk_view_get_panes (GUATU_DESK_VIEW (self->view), panes);

  g_assert_cmpuint (n, ==, 3);
  g_assert_true (guatu_history_view_choose (self->view, 4));
  ui_test_settle ();
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *focus;

      gtk_widget_child_focus (panes[i], GTK_DIR_TAB_FORWARD);
      focus = gtk_window_get_focus (GTK_WINDOW (self->window));
      g_assert_nonnull (focus);
      g_assert_true (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i]));
    }
}

/* What has the focus says what it is. */
static void
test_parts_say_what_they_are (Fixture       *self,
                              gconstpointer  data)
{
  GtkWidget *list = find (GTK_WIDGET (self->view), GTK_TYPE_LIST_VIEW);
  GtkWidget *search = find (GTK_WIDGET (guatu_history_view_get_strip (self->view)), GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *who = find (GTK_WIDGET (guatu_history_view_get_strip (self->view)), GTK_TYPE_DROP_DOWN);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "History, the newest edit first");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL, "Search the history");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (who), GTK_ACCESSIBLE_PROPERTY_LABEL, "Person");
  g_assert_true (guatu_history_view_choose (self->view, 5));
  ui_test_settle ();
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_button (GTK_WIDGET (self->view), "Restore Note: one")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Restore Note: one");
}

#define add_test(path, func) g_test_add ("/history-view/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);

  add_test ("PB-33/an-entry-tells-its-values", test_an_entry_tells_its_values);
  add_test ("one-value-is-brought-back", test_one_value_is_brought_back);
  add_test ("the-history-is-searched", test_the_history_is_searched);
  add_test ("a-row-leads-to-its-history", test_a_row_leads_to_its_history);
  add_test ("two-states-are-compared", test_two_states_are_compared);
  add_test ("the-chain-is-verified", test_the_chain_is_verified);
  add_test ("work-is-given-up", test_work_is_given_up);
  add_test ("PB-33/who-answered-is-shown", test_who_answered_is_shown);
  add_test ("a-whole-state-is-brought-back", test_a_whole_state_is_brought_back);
  add_test ("parts-take-the-focus", test_parts_take_the_focus);
  add_test ("parts-say-what-they-are", test_parts_say_what_they_are);
  add_test ("an-answer-stays-while-the-list-is-read", test_an_answer_stays_while_the_list_is_read);

  return ui_test_run ();
}
