/* test-inspector.c — the inspector shows what is selected, and every edit in it is one verb. */
#include <adwaita.h>

#include "document-fixture.h"
#include "guatu-form-popover.h"
#include "guatu-inspector-popovers.h"
#include "guatu-inspector-private.h"
#include "guatu-link-list.h"
#include "guatu-status-bar.h"
#include "ui-forms.h"

typedef struct
{
  DocumentFixture  document;
  GuatuBattleView *view;
  GuatuInspector  *inspector;
  GtkWidget       *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  document_fixture_set_up (&fixture->document, data);
  fixture->view = guatu_battle_view_new (fixture->document.document);
  fixture->inspector = GUATU_INSPECTOR (guatu_inspector_new (fixture->view));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 800);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->inspector));
  gtk_window_present (GTK_WINDOW (fixture->window));
  form_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  form_settle ();
  g_assert_finalize_object (fixture->view);
  document_fixture_tear_down (&fixture->document, data);
}

static void
select_task (Fixture    *fixture,
             const char *name)
{
  gint64 id = task_id (&fixture->document, name);

  guatu_battle_view_select (fixture->view, &id, 1);
}

static const char *
fact (Fixture   *fixture,
      GuatuFact  which)
{
  return guatu_fact_row_get_value (fixture->inspector->facts[which]);
}

static GtkListBox *
links_of (Fixture *fixture)
{
  return guatu_part_list_get_rows (GUATU_PART_LIST (fixture->inspector->links));
}

static const char *
page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (fixture->inspector->pages);
}

static GtkWidget *
open_row (Fixture   *fixture,
          GuatuFact  which)
{
  GtkListBoxRow *row = GTK_LIST_BOX_ROW (fixture->inspector->facts[which]);

  g_signal_emit_by_name (gtk_widget_get_ancestor (GTK_WIDGET (row), GTK_TYPE_LIST_BOX), "row-activated", row);
  form_settle ();
  return guatu_fact_row_get_popover (fixture->inspector->facts[which]);
}

static void
type_and_set (GtkWidget  *popover,
              const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (form_find (popover, GTK_TYPE_ENTRY)), text);
  g_signal_emit_by_name (form_find_doer (popover), "clicked");
  form_settle ();
}

static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  gint64 both[2] = { task_id (&fixture->document, "Survey"), task_id (&fixture->document, "Road") };

  g_assert_cmpstr (page (fixture), ==, "empty");
  select_task (fixture, "Bridge");
  g_assert_cmpstr (page (fixture), ==, "task");
  g_assert_cmpstr (gtk_label_get_text (fixture->inspector->name), ==, "Bridge");
  g_assert_cmpstr (gtk_label_get_text (fixture->inspector->place), ==, "2.1 · Build");
  g_assert_cmpstr (fact (fixture, GUATU_FACT_DURATION), ==, "34 d");
  g_assert_nonnull (strstr (fact (fixture, GUATU_FACT_WHY), "Design"));
  g_assert_nonnull (gtk_list_box_get_row_at_index (links_of (fixture), 1));
  guatu_battle_view_select (fixture->view, both, 2);
  g_assert_cmpstr (page (fixture), ==, "several");
  g_assert_cmpstr (guatu_fact_row_get_value (fixture->inspector->sum_work), ==, "25 d");
  guatu_battle_view_select (fixture->view, NULL, 0);
  g_assert_cmpstr (page (fixture), ==, "empty");
}

/* What another edit does not touch stays the same widget with the same text. */
static void
test_cheap (Fixture       *fixture,
            gconstpointer  data)
{
  GtkListBoxRow *link;

  select_task (fixture, "Bridge");
  link = gtk_list_box_get_row_at_index (links_of (fixture), 0);
  must_set_task (&fixture->document, "Road", GUATU_TASK_NAME, GUATU_TEXT ("Street"));
  g_assert_true (gtk_list_box_get_row_at_index (links_of (fixture), 0) == link);
  must_set_task (&fixture->document, "Design", GUATU_TASK_NAME, GUATU_TEXT ("Drawings"));
  g_assert_nonnull (strstr (fact (fixture, GUATU_FACT_WHY), "Drawings"));
}

static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 head = head_of (fixture->document.document);
  GtkWidget *popover;

  select_task (fixture, "Bridge");
  popover = open_row (fixture, GUATU_FACT_DURATION);
  type_and_set (popover, "3w");
  g_assert_cmpint (head_of (fixture->document.document), ==, head + 1);
  g_assert_cmpstr (fact (fixture, GUATU_FACT_DURATION), ==, "3 w");

  popover = open_row (fixture, GUATU_FACT_DEADLINE);
  type_and_set (popover, "2024-04-01");
  g_assert_cmpint (head_of (fixture->document.document), ==, head + 2);
  g_assert_true (g_str_has_prefix (fact (fixture, GUATU_FACT_DEADLINE), "Mon, Apr 1, 2024"));
}

/* Kind and date of a constraint are one edit. */
static void
test_constraint (Fixture       *fixture,
                 gconstpointer  data)
{
  gint64 head = head_of (fixture->document.document);
  GtkWidget *popover;

  select_task (fixture, "Survey");
  popover = open_row (fixture, GUATU_FACT_CONSTRAINT);
  g_assert_null (form_find (popover, GTK_TYPE_ENTRY));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (form_find (popover, GTK_TYPE_DROP_DOWN)), GUATU_CONSTRAINT_FNET);
  type_and_set (popover, "2024-04-02");
  g_assert_cmpint (head_of (fixture->document.document), ==, head + 1);
  g_assert_cmpstr (fact (fixture, GUATU_FACT_CONSTRAINT), ==, "Finish no earlier than Tue, Apr 2, 2024");
  popover = open_row (fixture, GUATU_FACT_CONSTRAINT);
  type_and_set (popover, "someday");
  g_assert_true (form_complains (popover, "someday"));
  g_assert_cmpint (head_of (fixture->document.document), ==, head + 1);
}

/* The box follows the light of the task. */
static void
test_light (Fixture       *fixture,
            gconstpointer  data)
{
  select_task (fixture, "Survey");
  g_assert_cmpstr (gtk_label_get_text (fixture->inspector->light_title), ==, "No light");
  g_assert_true (set_plan (&fixture->document, GUATU_PLAN_STATUS_DATE, GUATU_INTEGER (guatu_test_at ("2024-03-08 17:00")),
                           NULL));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (fixture->inspector->light_title), "Red since"));
  g_assert_true (gtk_widget_has_css_class (fixture->inspector->light_box, "light-red"));
  g_assert_nonnull (strstr (gtk_label_get_text (fixture->inspector->light_reason), "points behind plan"));
}

static void
test_party (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 head = head_of (fixture->document.document);
  GtkWidget *list;

  select_task (fixture, "Bridge");
  list = form_find (open_row (fixture, GUATU_FACT_LEAD_UNIT), GTK_TYPE_LIST_BOX);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_assert_cmpint (head_of (fixture->document.document), ==, head + 1);
  g_assert_cmpstr (fact (fixture, GUATU_FACT_LEAD_UNIT), ==, "Roads");
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_assert_cmpint (head_of (fixture->document.document), ==, head + 2);
  g_assert_cmpstr (fact (fixture, GUATU_FACT_LEAD_UNIT), ==, "");
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 head = head_of (fixture->document.document);
  GtkWidget *popover;

  select_task (fixture, "Bridge");
  popover = open_row (fixture, GUATU_FACT_DURATION);
  type_and_set (popover, "long");
  g_assert_true (form_complains (popover, "long"));
  g_assert_cmpint (head_of (fixture->document.document), ==, head);
  g_assert_cmpstr (fact (fixture, GUATU_FACT_DURATION), ==, "34 d");
}

static void
test_name (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 head = head_of (fixture->document.document);
  GuatuInspector *inspector = fixture->inspector;

  select_task (fixture, "Bridge");
  g_signal_emit_by_name (inspector->name_button, "clicked");
  gtk_editable_set_text (inspector->name_entry, "Long bridge");
  g_signal_emit_by_name (inspector->name_entry, "activate");
  form_settle ();
  g_assert_cmpint (head_of (fixture->document.document), ==, head + 1);
  g_assert_cmpstr (gtk_label_get_text (inspector->name), ==, "Long bridge");

  g_signal_emit_by_name (inspector->name_button, "clicked");
  gtk_editable_set_text (inspector->name_entry, "  ");
  g_signal_emit_by_name (inspector->name_entry, "activate");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (inspector->name_error)));
  g_assert_cmpint (head_of (fixture->document.document), ==, head + 1);
  g_assert_cmpstr (gtk_label_get_text (inspector->name), ==, "Long bridge");

  /* What was begun for one task does not end at the next. */
  select_task (fixture, "Road");
  form_settle ();
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (inspector->name_error)));
  g_assert_cmpint (head_of (fixture->document.document), ==, head + 1);
}

static void
test_report (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 head;
  GtkWidget *popover, *spin;

  g_assert_true (set_plan (&fixture->document, GUATU_PLAN_STATUS_DATE, GUATU_INTEGER (guatu_test_at ("2024-04-08 17:00")),
                           NULL));
  head = head_of (fixture->document.document);
  select_task (fixture, "Bridge");
  g_signal_emit_by_name (fixture->inspector->report, "clicked");
  form_settle ();
  popover = fixture->inspector->report_popover;
  spin = form_find (popover, GTK_TYPE_SPIN_BUTTON);
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin)), ==, 0);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 30);
  g_signal_emit_by_name (form_find_doer (popover), "clicked");
  form_settle ();
  g_assert_cmpint (head_of (fixture->document.document), ==, head + 1);
  g_assert_cmpstr (fact (fixture, GUATU_FACT_REPORTED), ==, "30% · Apr 8, 2024");

  /* The share last reported is where the next report begins. */
  g_signal_emit_by_name (fixture->inspector->report, "clicked");
  form_settle ();
  spin = form_find (fixture->inspector->report_popover, GTK_TYPE_SPIN_BUTTON);
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin)), ==, 30);
}

static void
test_driver (Fixture       *fixture,
             gconstpointer  data)
{
  select_task (fixture, "Bridge");
  open_row (fixture, GUATU_FACT_WHY);
  g_assert_true (guatu_battle_view_is_selected (fixture->view, task_id (&fixture->document, "Design")));
  g_assert_cmpstr (gtk_label_get_text (fixture->inspector->name), ==, "Design");
}

static void
test_status_bar (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *bar = g_object_ref_sink (guatu_status_bar_new (fixture->view));
  GtkWidget *finish = gtk_widget_get_last_child (bar), *date = gtk_widget_get_first_child (bar);

  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (date)), ==, "No status date");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (finish)), ==,
                   "Finish May 9, 2024 · critical path 49 working days");
  must_set_task (&fixture->document, "Bridge", GUATU_TASK_DURATION, GUATU_INTEGER (35 * 8 * GUATU_HOUR));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (finish)), ==,
                   "Finish May 10, 2024 · critical path 50 working days");
  g_assert_finalize_object (bar);
}

/* The date that the button shows is the one that its form sets, in one entry; emptied, there is none. */
static void
test_status_date (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *window = gtk_window_new (), *bar = guatu_status_bar_new (fixture->view), *date, *popover;
  gint64 head = head_of (fixture->document.document);

  gtk_window_set_child (GTK_WINDOW (window), bar);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  date = gtk_widget_get_first_child (bar);
  for (guint i = 0; i < 2; i++)
    {
      g_signal_emit_by_name (date, "clicked");
      form_settle ();
      popover = gtk_widget_get_last_child (bar);
      g_assert_true (GUATU_IS_FORM_POPOVER (popover));
      gtk_editable_set_text (GTK_EDITABLE (form_find (popover, GTK_TYPE_ENTRY)), i == 0 ? "2024-04-08" : "");
      g_assert_true (form_says (popover, i == 0 ? "Mon, Apr 8, 2024" : "no status date"));
      g_signal_emit_by_name (form_find_doer (popover), "clicked");
      form_settle ();
      g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (date)), ==,
                       i == 0 ? "Status date Apr 8, 2024" : "No status date");
      g_assert_cmpint (head_of (fixture->document.document), ==, head + 1 + i);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What has lights is counted, and said to be that. */
static void
test_counted (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *bar = g_object_ref_sink (guatu_status_bar_new (fixture->view));
  GtkWidget *counted = gtk_widget_get_next_sibling (gtk_widget_get_first_child (bar));

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (counted)), ==, "Work tasks: 5");
  g_assert_finalize_object (bar);
}

#define add(path, func) g_test_add ("/ui/inspector/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  document_fixture_in_memory ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  guatu_test_fix_ids ();
  add ("it-shows-what-is-selected", test_selection);
  add ("only-what-has-changed-is-filled-in-anew", test_cheap);
  add ("an-edit-is-one-entry-of-the-journal", test_edit);
  add ("kind-and-date-of-a-constraint-are-one-edit", test_constraint);
  add ("the-box-tells-the-light-and-why", test_light);
  add ("a-party-is-given-a-role-and-loses-it-with-a-click-each", test_party);
  add ("a-refused-edit-says-why-and-keeps-the-old-value", test_refused);
  add ("the-name-is-changed-in-place", test_name);
  add ("progress-is-reported-with-two-clicks", test_report);
  add ("the-reason-of-a-date-leads-to-the-task-that-sets-it", test_driver);
  add ("the-status-bar-says-when-the-plan-ends", test_status_bar);
  add ("the-status-bar-sets-the-status-date", test_status_date);
  add ("the-status-bar-says-what-it-counts", test_counted);
  return g_test_run ();
}
