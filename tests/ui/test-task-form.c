/* test-task-form.c — the form of a task shows every field, and each edit in it is one verb. */
#include <adwaita.h>

#include "guatu-battle-map.h"
#include "guatu-date-entry.h"
#include "guatu-ledger-edit.h"
#include "guatu-task-table.h"
#include "task-form-fixture.h"
#include "ui-forms.h"

static void
test_text (TaskFormFixture *fixture,
           gconstpointer    data)
{
  GtkWidget *entry = task_form_editor (fixture, GUATU_TASK_NAME), *view = task_form_editor (fixture, GUATU_TASK_OBJECTIVE);

  form_type (entry, "Long bridge");
  task_form_must_have_written (fixture, 1);
  g_assert_cmpstr (guatu_plan_task_name (task_form_plan (fixture), task_row (&fixture->document, "Long bridge")), ==,
                   "Long bridge");
  g_assert_cmpstr (adw_window_title_get_title (fixture->form->title), ==, "Long bridge");
  form_type (entry, "");
  task_form_must_have_written (fixture, 1);
  g_assert_cmpstr (guatu_field_row_get_error (task_form_row (fixture, GUATU_TASK_NAME)), !=, "");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Open to traffic\nin May", -1);
  g_assert_true (guatu_field_row_commit (task_form_row (fixture, GUATU_TASK_OBJECTIVE)));
  task_form_must_have_written (fixture, 2);
  g_assert_cmpstr (guatu_plan_task_string (task_form_plan (fixture), task_row (&fixture->document, "Long bridge"),
                                           GUATU_TASK_OBJECTIVE), ==, "Open to traffic\nin May");
}

/* What was refused stays as it was typed until Escape brings the plan's back. */
static void
test_refused (TaskFormFixture *fixture,
              gconstpointer    data)
{
  GuatuFieldRow *row = task_form_row (fixture, GUATU_TASK_DURATION);
  GtkWidget *entry = task_form_editor (fixture, GUATU_TASK_DURATION);

  form_type (entry, "a while");
  task_form_must_have_written (fixture, 0);
  g_assert_nonnull (strstr (guatu_field_row_get_error (row), "“a while”"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "a while");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  /* Neither another edit nor a look takes it away. */
  must_set_task (&fixture->document, "Bridge", GUATU_TASK_NOTE, GUATU_TEXT ("Steel"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "a while");
  g_assert_true (form_press (entry, GDK_KEY_Escape));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "34d");
  g_assert_cmpstr (guatu_field_row_get_error (row), ==, "");
  g_assert_false (form_press (entry, GDK_KEY_Escape));
  task_form_must_have_written (fixture, 1);
}

/* What is understood of dates and durations is told while one types. */
static void
test_understood (TaskFormFixture *fixture,
                 gconstpointer    data)
{
  static const struct { const char *text, *words; } cases[] = {
    { "5-31", "Fri, May 31, 2024" }, { "2024-05-31", "Fri, May 31, 2024" }, { "5月31日", "Fri, May 31, 2024" },
    { "5-31 14:00", "Fri, May 31, 2024, 14:00" }, { "5-", "" },
  };
  GuatuFieldRow *row = task_form_row (fixture, GUATU_TASK_DEADLINE);
  GtkWidget *entry = task_form_editor (fixture, GUATU_TASK_DEADLINE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), cases[i].text);
      g_assert_cmpstr (guatu_field_row_get_hint (row), ==, cases[i].words);
    }
  form_type (entry, "5-31 14:00");
  task_form_must_have_written (fixture, 1);
  g_assert_cmpint (task_form_number (fixture, GUATU_TASK_DEADLINE), ==, guatu_test_at ("2024-05-31 14:00"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2024-05-31 14:00");
  g_assert_cmpstr (guatu_field_row_get_hint (row), ==, "");

  gtk_editable_set_text (GTK_EDITABLE (task_form_editor (fixture, GUATU_TASK_DURATION)), "3ed");
  g_assert_cmpstr (guatu_field_row_get_hint (task_form_row (fixture, GUATU_TASK_DURATION)), ==, "3 elapsed d");
  form_type (entry, "");
  g_assert_cmpint (task_form_number (fixture, GUATU_TASK_DEADLINE), ==, GUATU_NONE);
}

/* A constraint that needs a date has the one as scheduled at once, and the date a row. */
static void
test_constraint (TaskFormFixture *fixture,
                 gconstpointer    data)
{
  GtkWidget *row = guatu_task_form_get_row (fixture->form, GUATU_TASK_CONSTRAINT_DATE);

  g_assert_false (gtk_widget_get_visible (row));
  task_form_choose (task_form_editor (fixture, GUATU_TASK_CONSTRAINT), GUATU_CONSTRAINT_FNLT);
  task_form_must_have_written (fixture, 1);
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_cmpint (task_form_number (fixture, GUATU_TASK_CONSTRAINT_DATE), ==, guatu_test_at ("2024-05-09 17:00"));
  form_type (task_form_editor (fixture, GUATU_TASK_CONSTRAINT_DATE), "5-31");
  task_form_must_have_written (fixture, 2);
  g_assert_cmpint (task_form_number (fixture, GUATU_TASK_CONSTRAINT_DATE), ==, guatu_test_at ("2024-05-31 17:00"));
  task_form_choose (task_form_editor (fixture, GUATU_TASK_CONSTRAINT), GUATU_CONSTRAINT_ASAP);
  task_form_must_have_written (fixture, 3);
  g_assert_false (gtk_widget_get_visible (row));
}

static void
test_choices (TaskFormFixture *fixture,
              gconstpointer    data)
{
  task_form_choose (task_form_editor (fixture, GUATU_TASK_KIND), GUATU_KIND_MILESTONE);
  task_form_must_have_written (fixture, 1);
  g_assert_cmpint (task_form_number (fixture, GUATU_TASK_DURATION), ==, 0);
  task_form_choose (task_form_editor (fixture, GUATU_TASK_KIND), GUATU_KIND_TASK);
  task_form_must_have_written (fixture, 2);
  g_assert_cmpint (task_form_number (fixture, GUATU_TASK_DURATION), ==, 8 * GUATU_HOUR);
  task_form_choose (task_form_editor (fixture, GUATU_TASK_MODE), GUATU_MODE_MANUAL);
  task_form_must_have_written (fixture, 3);
  g_assert_true (gtk_widget_get_visible (guatu_task_form_get_row (fixture->form, GUATU_TASK_MANUAL_START)));
  task_form_choose (task_form_editor (fixture, GUATU_TASK_STAGE), GUATU_STAGE_STARTED);
  gtk_switch_set_active (GTK_SWITCH (task_form_editor (fixture, GUATU_TASK_IS_PROJECT)), TRUE);
  form_type (task_form_editor (fixture, GUATU_TASK_PRIORITY), "700");
  form_type (task_form_editor (fixture, GUATU_TASK_WEIGHT), "12.5%");
  task_form_must_have_written (fixture, 7);
  g_assert_cmpint (task_form_number (fixture, GUATU_TASK_IS_PROJECT), ==, 1);
  g_assert_cmpint (task_form_number (fixture, GUATU_TASK_PRIORITY), ==, 700);
  g_assert_cmpint (task_form_number (fixture, GUATU_TASK_WEIGHT), ==, 1250);
  form_type (task_form_editor (fixture, GUATU_TASK_PRIORITY), "2000");
  task_form_must_have_written (fixture, 7);
  g_assert_cmpstr (guatu_field_row_get_error (task_form_row (fixture, GUATU_TASK_PRIORITY)), !=, "");
}

/* A choice that is refused says why. */
static void
test_refused_choice (TaskFormFixture *fixture,
                     gconstpointer    data)
{
  guatu_task_form_set_task (fixture->form, task_id (&fixture->document, "Build"));
  task_form_choose (task_form_editor (fixture, GUATU_TASK_CONSTRAINT), GUATU_CONSTRAINT_MSO);
  task_form_must_have_written (fixture, 0);
  g_assert_nonnull (strstr (guatu_field_row_get_error (task_form_row (fixture, GUATU_TASK_CONSTRAINT)), "Build"));
  /* What follows from its parts cannot be typed. */
  g_assert_false (gtk_widget_get_sensitive (gtk_widget_get_parent (task_form_editor (fixture, GUATU_TASK_DURATION)))
                  && gtk_widget_get_sensitive (task_form_editor (fixture, GUATU_TASK_DURATION)));
}

static void
test_place (TaskFormFixture *fixture,
            gconstpointer    data)
{
  GtkWidget *row = fixture->form->parent_row;

  g_assert_cmpstr (guatu_fact_row_get_value (GUATU_FACT_ROW (row)), ==, "4 “Build”");
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  form_settle ();
  form_choose (guatu_fact_row_get_popover (GUATU_FACT_ROW (row)), "5 Bridge");
  task_form_must_have_written (fixture, 0);
  g_assert_true (form_complains (guatu_fact_row_get_popover (GUATU_FACT_ROW (row)), "under itself"));
  form_choose (guatu_fact_row_get_popover (GUATU_FACT_ROW (row)), "1 Prepare");
  task_form_must_have_written (fixture, 1);
  g_assert_cmpstr (guatu_fact_row_get_value (GUATU_FACT_ROW (row)), ==, "1 “Prepare”");
}

static void
test_assignments (TaskFormFixture *fixture,
                  gconstpointer    data)
{
  GuatuAssignmentList *list = GUATU_ASSIGNMENT_LIST (fixture->form->assignments);
  GtkWidget *rows = GTK_WIDGET (guatu_part_list_get_rows (GUATU_PART_LIST (list))), *popover;
  const GuatuAssignment *assignment;

  guatu_task_form_set_page (fixture->form, "people");
  guatu_assignment_list_add (list, GUATU_ROLE_RESPONSIBLE_PERSON);
  form_settle ();
  popover = form_over (GTK_WIDGET (list));
  form_choose (popover, "Chen");
  task_form_must_have_written (fixture, 1);
  gtk_popover_popdown (GTK_POPOVER (popover));
  form_settle ();
  g_assert_true (form_says (rows, "Chen"));

  /* The second of the roles that a person may have. */
  task_form_choose (form_find (rows, GTK_TYPE_DROP_DOWN), 1);
  task_form_must_have_written (fixture, 2);
  assignment = guatu_plan_rows (task_form_plan (fixture), GUATU_TABLE_ASSIGNMENT);
  g_assert_cmpint (assignment->role, ==, GUATU_ROLE_LEAD_EXECUTIVE);
  form_type (form_find (rows, GTK_TYPE_ENTRY), "half");
  task_form_must_have_written (fixture, 2);
  g_assert_nonnull (strstr (guatu_part_list_get_error (GUATU_PART_LIST (list)), "“half”"));
  form_type (form_find (rows, GTK_TYPE_ENTRY), "50");
  task_form_must_have_written (fixture, 3);
  assignment = guatu_plan_rows (task_form_plan (fixture), GUATU_TABLE_ASSIGNMENT);
  g_assert_cmpint (assignment->share, ==, 5000);
  form_click (form_find_button (rows, "Remove from the task"));
  task_form_must_have_written (fixture, 4);
  g_assert_cmpuint (guatu_plan_n_live (task_form_plan (fixture), GUATU_TABLE_ASSIGNMENT), ==, 0);
}

static void
test_ledgers (TaskFormFixture *fixture,
              gconstpointer    data)
{
  gint64 ledger = must_add (&fixture->document, GUATU_TABLE_LEDGER,
                            (GuatuSetting[]) { { GUATU_LEDGER_NAME, GUATU_TEXT ("Board") } }, 1);
  GtkWidget *rows = GTK_WIDGET (guatu_part_list_get_rows (GUATU_PART_LIST (fixture->form->ledgers)));
  g_autofree char *category = NULL;

  must_add (&fixture->document, GUATU_TABLE_CATEGORY, (GuatuSetting[]) {
              { GUATU_CATEGORY_LEDGER, GUATU_INTEGER (ledger) }, { GUATU_CATEGORY_NAME, GUATU_TEXT ("Roads first") } }, 2);
  task_form_choose (form_find (rows, GTK_TYPE_DROP_DOWN), 2);
  task_form_must_have_written (fixture, 3);
  category = guatu_words_category (task_form_plan (fixture), task_row (&fixture->document, "Bridge"));
  g_assert_cmpstr (category, ==, "Roads first");
  form_type (form_find (rows, GTK_TYPE_ENTRY), "7");
  task_form_must_have_written (fixture, 4);
  task_form_choose (form_find (rows, GTK_TYPE_DROP_DOWN), 0);
  task_form_must_have_written (fixture, 5);
  g_assert_cmpuint (guatu_plan_n_live (task_form_plan (fixture), GUATU_TABLE_LEDGER_ITEM), ==, 0);
}

/* In the form as on the map. */
static void
test_visit (TaskFormFixture *fixture,
            gconstpointer    data)
{
  GtkWidget *start = fixture->form->start;

  g_assert_nonnull (strstr (guatu_fact_row_get_value (GUATU_FACT_ROW (start)), "Design"));
  g_signal_emit_by_name (gtk_widget_get_parent (start), "row-activated", start);
  form_settle ();
  g_assert_cmpint (guatu_task_form_get_task (fixture->form), ==, task_id (&fixture->document, "Design"));
  g_assert_true (guatu_battle_view_is_selected (fixture->view, task_id (&fixture->document, "Design")));
  guatu_task_form_set_page (fixture->form, "links");
  form_click (form_find_button (fixture->form->links, "← 2 Survey"));
  g_assert_cmpint (guatu_task_form_get_task (fixture->form), ==, task_id (&fixture->document, "Survey"));
}

/* What was typed for one task is carried out before the next one is shown, and is not the next one's. */
static void
test_next_task (TaskFormFixture *fixture,
                gconstpointer    data)
{
  GtkWidget *entry = task_form_editor (fixture, GUATU_TASK_NAME);

  guatu_task_form_go_to (fixture->form, GUATU_TASK_NAME);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Long bridge");
  guatu_task_form_set_task (fixture->form, task_id (&fixture->document, "Road"));
  task_form_must_have_written (fixture, 1);
  g_assert_cmpint (task_id (&fixture->document, "Long bridge"), !=, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Road");
}

/* One goes through the form with Tab, and what was typed is carried out on the way. */
static void
test_tab (TaskFormFixture *fixture,
          gconstpointer    data)
{
  gint64 chen = id_of (&fixture->document, GUATU_TABLE_PERSON, "Chen"), bridge = task_id (&fixture->document, "Bridge");
  GtkWidget *rows = GTK_WIDGET (guatu_part_list_get_rows (GUATU_PART_LIST (fixture->form->assignments)));
  const GuatuAssignment *assignment;

  g_assert_true (guatu_document_assign (fixture->document.document, bridge, 0, chen, GUATU_ROLE_INSPECTOR, 10000, NULL,
                                        NULL));
  guatu_task_form_go_to (fixture->form, GUATU_TASK_DEADLINE);
  gtk_editable_set_text (GTK_EDITABLE (task_form_editor (fixture, GUATU_TASK_DEADLINE)), "5-31");
  gtk_widget_child_focus (GTK_WIDGET (fixture->form), GTK_DIR_TAB_FORWARD);
  form_settle ();
  task_form_must_have_written (fixture, 2);
  guatu_task_form_set_page (fixture->form, "people");
  form_settle ();
  gtk_widget_grab_focus (form_find (rows, GTK_TYPE_ENTRY));
  gtk_editable_set_text (GTK_EDITABLE (form_find (rows, GTK_TYPE_ENTRY)), "50");
  gtk_widget_child_focus (GTK_WIDGET (fixture->form), GTK_DIR_TAB_FORWARD);
  form_settle ();
  task_form_must_have_written (fixture, 3);
  assignment = guatu_plan_rows (task_form_plan (fixture), GUATU_TABLE_ASSIGNMENT);
  g_assert_cmpint (assignment->share, ==, 5000);
}

static void
test_fixes (TaskFormFixture *fixture,
            gconstpointer    data)
{
  guatu_task_form_set_page (fixture->form, "people");
  form_click (guatu_fixes_card_get_part (GUATU_FIXES_CARD (fixture->form->fixes), GUATU_FIX_DEADLINE));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->form->pages), ==, "schedule");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->form)),
                                         guatu_task_form_get_row (fixture->form, GUATU_TASK_DEADLINE)));
}

static void
test_undo (TaskFormFixture *fixture,
           gconstpointer    data)
{
  form_type (task_form_editor (fixture, GUATU_TASK_DURATION), "3w");
  task_form_must_have_written (fixture, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->form), "form.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (task_form_editor (fixture, GUATU_TASK_DURATION))), ==, "34d");
}

static void
test_removed (TaskFormFixture *fixture,
              gconstpointer    data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (guatu_document_remove (fixture->document.document, GUATU_TABLE_TASK,
                                        task_id (&fixture->document, "Bridge"), &error));
  form_settle ();
  g_assert_null (fixture->form);
}

/* A day that is typed in any way is understood by the entry itself. */
static void
test_date_entry (TaskFormFixture *fixture,
                 gconstpointer    data)
{
  GtkWidget *date = g_object_ref_sink (guatu_date_entry_new ());
  GtkEntry *entry = guatu_date_entry_get_entry (GUATU_DATE_ENTRY (date));

  guatu_date_entry_set_span (GUATU_DATE_ENTRY (date), guatu_test_at ("2024-03-04 08:00"),
                             guatu_test_at ("2024-05-09 17:00"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "4-9");
  g_assert_cmpstr (guatu_date_entry_get_hint (GUATU_DATE_ENTRY (date)), ==, "Tue, Apr 9, 2024");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (guatu_date_entry_get_day (GUATU_DATE_ENTRY (date)), ==, guatu_test_at ("2024-04-09 00:00"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2024-04-09");
  g_assert_cmpstr (guatu_date_entry_get_hint (GUATU_DATE_ENTRY (date)), ==, "");
  form_type (GTK_WIDGET (entry), "sometime");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
  g_assert_finalize_object (date);
}

static void
test_names (TaskFormFixture *fixture,
            gconstpointer    data)
{
  static const char * const pages[] = { "task", "schedule", "links", "people", "progress", "more" };
  gint64 chen = id_of (&fixture->document, GUATU_TABLE_PERSON, "Chen"), bridge = task_id (&fixture->document, "Bridge");

  must_add (&fixture->document, GUATU_TABLE_LEDGER, (GuatuSetting[]) { { GUATU_LEDGER_NAME, GUATU_TEXT ("Board") } }, 1);
  g_assert_true (guatu_document_assign (fixture->document.document, bridge, 0, chen, GUATU_ROLE_INSPECTOR, 10000, NULL,
                                        NULL));
  must_add (&fixture->document, GUATU_TABLE_KEY_NODE, (GuatuSetting[]) {
              { GUATU_KEY_NODE_TASK, GUATU_INTEGER (bridge) }, { GUATU_KEY_NODE_NAME, GUATU_TEXT ("Piers stand") },
              { GUATU_KEY_NODE_SHARE, GUATU_INTEGER (5000) } }, 3);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      guatu_task_form_set_page (fixture->form, pages[i]);
      form_must_be_named (gtk_stack_get_visible_child (fixture->form->pages));
    }
}

/* The map ------------------------------------------------------------------------------------------- */

static GtkWindow *
find_form (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (GUATU_IS_TASK_FORM (item->data))
      return item->data;

  return NULL;
}

static void
add_many (DocumentFixture *document)
{
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("Task %u", i);

      must_add (document, GUATU_TABLE_TASK, (GuatuSetting[]) { { GUATU_TASK_NAME, GUATU_TEXT (name) } }, 1);
    }
}

/* The form is opened for the task that is selected, and goes with the map. Who is led to a task sees it there. */
static void
test_map (DocumentFixture *document,
          gconstpointer    data)
{
  GtkWidget *window = gtk_window_new (), *map = guatu_battle_map_new (document->document), *table;
  GtkAdjustment *down;
  GtkWindow *form;
  gint64 last;

  add_many (document);
  gtk_window_set_default_size (GTK_WINDOW (window), 1024, 640);
  gtk_window_set_child (GTK_WINDOW (window), map);
  gtk_window_present (GTK_WINDOW (window));
  form_settle ();
  table = form_find (map, GUATU_TYPE_TASK_TABLE);
  down = guatu_task_table_get_vadjustment (GUATU_TASK_TABLE (table));
  /* The fifth row is the bridge. */
  gtk_selection_model_select_item (gtk_column_view_get_model (GTK_COLUMN_VIEW (form_find (table, GTK_TYPE_COLUMN_VIEW))),
                                   4, TRUE);
  gtk_widget_activate_action (map, "battle.edit-task", NULL);
  form_settle ();
  form = find_form ();
  g_assert_nonnull (form);
  g_assert_cmpint (guatu_task_form_get_task (GUATU_TASK_FORM (form)), ==, task_id (document, "Bridge"));

  last = task_id (document, "Task 59");
  g_assert_cmpfloat (gtk_adjustment_get_value (down), ==, 0);
  guatu_task_form_visit (GUATU_TASK_FORM (form), last);
  form_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (down), >, 1000);
  gtk_window_destroy (GTK_WINDOW (window));
  form_settle ();
  g_assert_null (find_form ());
}

#define add(path, func) \
  g_test_add ("/ui/task-form/" path, TaskFormFixture, NULL, task_form_set_up, func, task_form_tear_down)

int
main (int argc, char **argv)
{
  document_fixture_in_memory ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  guatu_test_fix_ids ();
  add ("a-text-is-one-entry-of-the-journal", test_text);
  add ("what-was-refused-stays-until-escape", test_refused);
  add ("what-is-understood-is-told-while-one-types", test_understood);
  add ("a-constraint-that-needs-a-date-has-one-at-once", test_constraint);
  add ("choices-and-numbers-are-one-entry-each", test_choices);
  add ("a-choice-that-is-refused-says-why", test_refused_choice);
  add ("it-is-put-below-another-task", test_place);
  add ("an-assignment-is-added-changed-and-taken-away", test_assignments);
  add ("it-is-put-on-a-list-and-taken-off", test_ledgers);
  add ("the-reason-of-a-date-and-a-link-lead-to-the-other-task", test_visit);
  add ("what-is-typed-belongs-to-its-task", test_next_task);
  add ("what-was-typed-is-carried-out-on-the-way", test_tab);
  add ("a-missing-fix-leads-to-its-field", test_fixes);
  add ("an-edit-is-taken-back-in-the-form", test_undo);
  add ("the-form-goes-with-its-task", test_removed);
  add ("everything-in-it-has-a-name", test_names);
  add ("a-day-is-understood-in-any-form", test_date_entry);
  add_document_test ("/ui/task-form/the-map-opens-it-and-follows-it", test_map);
  return g_test_run ();
}
