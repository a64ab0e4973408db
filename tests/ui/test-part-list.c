/* test-part-list.c — rows of parts follow the plan; what is typed in them, and the focus, stay where they are. */
#include <adwaita.h>

#include "document-fixture.h"
#include "guatu-assignment-list.h"
#include "guatu-key-node-list.h"
#include "ui-forms.h"

typedef struct
{
  DocumentFixture  document;
  GtkWidget       *window;
  GuatuPartList   *assignments;
  GuatuPartList   *nodes;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  guatu_part_list_show (fixture->assignments, guatu_part_list_get_task (fixture->assignments));
  guatu_part_list_show (fixture->nodes, guatu_part_list_get_task (fixture->nodes));
}

static void
show_task (Fixture    *fixture,
           const char *name)
{
  guatu_part_list_show (fixture->assignments, task_id (&fixture->document, name));
  guatu_part_list_show (fixture->nodes, task_id (&fixture->document, name));
  form_settle ();
}

static void
assign (Fixture    *fixture,
        const char *who)
{
  g_assert_true (guatu_document_assign (fixture->document.document, task_id (&fixture->document, "Bridge"), 0,
                                        id_of (&fixture->document, GUATU_TABLE_PERSON, who), GUATU_ROLE_INSPECTOR, 10000,
                                        NULL, NULL));
}

static gint64
add_node (Fixture    *fixture,
          const char *name,
          const char *date)
{
  return must_add (&fixture->document, GUATU_TABLE_KEY_NODE, (GuatuSetting[]) {
                     { GUATU_KEY_NODE_TASK, GUATU_INTEGER (task_id (&fixture->document, "Bridge")) },
                     { GUATU_KEY_NODE_NAME, GUATU_TEXT (name) },
                     { GUATU_KEY_NODE_DATE, GUATU_INTEGER (guatu_test_at (date)) } }, 3);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  document_fixture_set_up (&fixture->document, data);
  assign (fixture, "Chen");
  assign (fixture, "Li");
  add_node (fixture, "Piles", "2024-04-02 17:00");
  add_node (fixture, "Piers", "2024-04-12 17:00");
  fixture->assignments = GUATU_PART_LIST (guatu_assignment_list_new (fixture->document.document));
  fixture->nodes = GUATU_PART_LIST (guatu_key_node_list_new (fixture->document.document));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->assignments));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->nodes));
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_signal_connect_swapped (fixture->document.document, "changed", G_CALLBACK (changed_cb), fixture);
  show_task (fixture, "Bridge");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_signal_handlers_disconnect_by_data (fixture->document.document, fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  form_settle ();
  document_fixture_tear_down (&fixture->document, data);
}

static GtkWidget *
row_at (GuatuPartList *list,
        int            i)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (guatu_part_list_get_rows (list), i));
}

/* Whether the focus is at the widget, or in it. */
static gboolean
has_focus (Fixture   *fixture,
           GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
test_typing (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *row = row_at (fixture->assignments, 1), *entry = form_find (row, GTK_TYPE_ENTRY);

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "5");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (form_find (row_at (fixture->assignments, 0), GTK_TYPE_DROP_DOWN)), 1);
  form_settle ();
  g_assert_true (form_find (row_at (fixture->assignments, 0), GTK_TYPE_ENTRY) == entry
                 || form_find (row_at (fixture->assignments, 1), GTK_TYPE_ENTRY) == entry);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "5");
  g_assert_true (has_focus (fixture, entry));
}

static void
test_tick (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *row = row_at (fixture->nodes, 1), *check = form_find (row, GTK_TYPE_CHECK_BUTTON);

  gtk_widget_grab_focus (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  form_settle ();
  g_assert_true (row_at (fixture->nodes, 1) != row);
  g_assert_true (has_focus (fixture, form_find (row_at (fixture->nodes, 1), GTK_TYPE_CHECK_BUTTON)));
}

static void
test_reordered (Fixture       *fixture,
                gconstpointer  data)
{
  gint64 piles = id_of (&fixture->document, GUATU_TABLE_KEY_NODE, "Piles");
  GtkWidget *check = form_find (row_at (fixture->nodes, 0), GTK_TYPE_CHECK_BUTTON);
  GuatuSetting later = { GUATU_KEY_NODE_DATE, GUATU_INTEGER (guatu_test_at ("2024-05-02 17:00")) };

  gtk_widget_grab_focus (check);
  g_assert_true (guatu_document_set (fixture->document.document, GUATU_TABLE_KEY_NODE, piles, &later, 1, NULL));
  form_settle ();
  g_assert_true (form_says (row_at (fixture->nodes, 0), "Piers"));
  g_assert_true (form_says (row_at (fixture->nodes, 1), "Piles"));
  g_assert_null (row_at (fixture->nodes, 2));
  g_assert_true (has_focus (fixture, form_find (row_at (fixture->nodes, 1), GTK_TYPE_CHECK_BUTTON)));
}

static void
test_removed (Fixture       *fixture,
              gconstpointer  data)
{
  gtk_widget_grab_focus (form_find_button (row_at (fixture->nodes, 0), "Remove"));
  form_click (form_find_button (row_at (fixture->nodes, 0), "Remove"));
  g_assert_true (form_says (row_at (fixture->nodes, 0), "Piers"));
  g_assert_true (has_focus (fixture, form_find_button (row_at (fixture->nodes, 0), "Remove")));
  form_click (form_find_button (row_at (fixture->nodes, 0), "Remove"));
  g_assert_null (row_at (fixture->nodes, 0));
  g_assert_true (has_focus (fixture, form_find_button (GTK_WIDGET (fixture->nodes), "Add Key Node…")));
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *row = row_at (fixture->assignments, 0), *entry = form_find (row, GTK_TYPE_ENTRY);
  g_autofree char *before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

  form_type (entry, "half");
  g_assert_true (row_at (fixture->assignments, 0) == row);
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_true (form_complains (GTK_WIDGET (fixture->assignments), "“half”"));
  g_assert_true (form_press (entry, GDK_KEY_Escape));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, before);
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpstr (guatu_part_list_get_error (fixture->assignments), ==, "");
  g_assert_false (form_press (entry, GDK_KEY_Escape));
}

/* Chen is an inspector and has no second time the same role: the choice goes back to what the plan holds. */
static void
test_refused_choice (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkDropDown *role;
  guint inspector;
  gint64 head;

  g_assert_true (guatu_document_assign (fixture->document.document, task_id (&fixture->document, "Bridge"), 0,
                                        id_of (&fixture->document, GUATU_TABLE_PERSON, "Chen"), GUATU_ROLE_LEAD_EXECUTIVE,
                                        10000, NULL, NULL));
  form_settle ();
  g_assert_true (form_says (row_at (fixture->assignments, 0), "Chen"));
  inspector = gtk_drop_down_get_selected (GTK_DROP_DOWN (form_find (row_at (fixture->assignments, 1), GTK_TYPE_DROP_DOWN)));
  role = GTK_DROP_DOWN (form_find (row_at (fixture->assignments, 0), GTK_TYPE_DROP_DOWN));
  g_assert_cmpuint (gtk_drop_down_get_selected (role), !=, inspector);
  head = head_of (fixture->document.document);
  gtk_drop_down_set_selected (role, inspector);
  form_settle ();
  g_assert_cmpint (head_of (fixture->document.document), ==, head);
  g_assert_cmpuint (gtk_drop_down_get_selected (role), !=, inspector);
  g_assert_cmpstr (guatu_part_list_get_error (fixture->assignments), !=, "");
}

/* What was refused of one task is not said of the next one. */
static void
test_next_task (Fixture       *fixture,
                gconstpointer  data)
{
  form_type (form_find (row_at (fixture->assignments, 0), GTK_TYPE_ENTRY), "half");
  show_task (fixture, "Road");
  g_assert_cmpstr (guatu_part_list_get_error (fixture->assignments), ==, "");
  g_assert_null (row_at (fixture->assignments, 0));
  g_assert_true (form_says (GTK_WIDGET (fixture->assignments), "Nobody is assigned yet."));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (guatu_part_list_get_rows (fixture->nodes))));
}

#define add(path, func) \
  g_test_add ("/ui/part-list/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  document_fixture_in_memory ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  guatu_test_fix_ids ();
  add ("a-row-that-says-the-same-stays-with-what-is-typed-in-it", test_typing);
  add ("the-focus-is-at-the-same-control-of-a-row-made-anew", test_tick);
  add ("a-row-that-moves-takes-the-focus-along", test_reordered);
  add ("the-focus-of-a-row-that-is-gone-is-its-neighbours", test_removed);
  add ("a-text-that-is-refused-stays-until-escape", test_refused);
  add ("a-choice-that-is-refused-goes-back", test_refused_choice);
  add ("another-task-begins-afresh", test_next_task);

  return g_test_run ();
}
