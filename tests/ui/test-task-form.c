/* test-task-form.c — the form of a task shows every field, and each edit in it is one verb. */
#include <adwaita.h>

#include "document-fixture.h"
#include "guatu-battle-map.h"
#include "guatu-date-entry.h"
#include "guatu-ledger-edit.h"
#include "guatu-task-form-private.h"
#include "guatu-task-table.h"
#include "ui-forms.h"

typedef struct
{
  DocumentFixture  document;
  GuatuBattleView *view;
  GtkWidget       *window;
  GuatuTaskForm   *form;
  gint64           head;        /* of the journal, when the test began */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  document_fixture_set_up (&fixture->document, data);
  fixture->view = guatu_battle_view_new (fixture->document.document);
  fixture->window = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->form = GUATU_TASK_FORM (guatu_task_form_new (fixture->view, GTK_WINDOW (fixture->window)));
  g_object_add_weak_pointer (G_OBJECT (fixture->form), (gpointer *) &fixture->form);
  guatu_task_form_set_task (fixture->form, task_id (&fixture->document, "Bridge"));
  gtk_window_present (GTK_WINDOW (fixture->form));
  form_settle ();
  fixture->head = head_of (fixture->document.document);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->form != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->form));
  form_settle ();
  g_assert_null (fixture->form);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  form_settle ();
  g_assert_finalize_object (fixture->view);
  document_fixture_tear_down (&fixture->document, data);
}

static const GuatuPlan *
plan_of (Fixture *fixture)
{
  return guatu_document_get_plan (fixture->document.document);
}

static GuatuFieldRow *
row_of (Fixture *fixture,
        guint    field)
{
  return GUATU_FIELD_ROW (guatu_task_form_get_row (fixture->form, field));
}

static GtkWidget *
editor_of (Fixture *fixture,
           guint    field)
{
  return guatu_field_row_get_editor (row_of (fixture, field));
}

static void
must_have_written (Fixture *fixture,
                   gint64   n)
{
  g_assert_cmpint (head_of (fixture->document.document), ==, fixture->head + n);
}

static gint64
number (Fixture *fixture,
        guint    field)
{
  return task_number (&fixture->document, "Bridge", field);
}

/* Every field that the table of fields lists for a task. */
static void
test_complete (Fixture       *fixture,
               gconstpointer  data)
{
  for (guint field = 0; field < GUATU_TASK_N_FIELDS; field++)
    {
      /* Who it is is not edited; its place is where the table shows it; the duration's text has unit and kind; what it
       * is part of has a row of another kind. */
      gboolean elsewhere = field == GUATU_TASK_ID || field == GUATU_TASK_POSITION || field == GUATU_TASK_DURATION_KIND
                           || field == GUATU_TASK_DURATION_UNIT || field == GUATU_TASK_PARENT;

      if ((guatu_task_form_get_row (fixture->form, field) == NULL) != elsewhere)
        g_error ("%s is %s the form", guatu_field (GUATU_TABLE_TASK, field)->name, elsewhere ? "in" : "not in");
    }
  g_assert_nonnull (fixture->form->parent_row);
}

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *entry = editor_of (fixture, GUATU_TASK_NAME), *view = editor_of (fixture, GUATU_TASK_OBJECTIVE);

  form_type (entry, "Long bridge");
  must_have_written (fixture, 1);
  g_assert_cmpstr (guatu_plan_task_name (plan_of (fixture), task_row (&fixture->document, "Long bridge")), ==,
                   "Long bridge");
  g_assert_cmpstr (adw_window_title_get_title (fixture->form->title), ==, "Long bridge");
  form_type (entry, "");
  must_have_written (fixture, 1);
  g_assert_cmpstr (guatu_field_row_get_error (row_of (fixture, GUATU_TASK_NAME)), !=, "");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Open to traffic\nin May", -1);
  g_assert_true (guatu_field_row_commit (row_of (fixture, GUATU_TASK_OBJECTIVE)));
  must_have_written (fixture, 2);
  g_assert_cmpstr (guatu_plan_task_string (plan_of (fixture), task_row (&fixture->document, "Long bridge"),
                                           GUATU_TASK_OBJECTIVE), ==, "Open to traffic\nin May");
}

/* What was refused stays as it was typed until Escape brings the plan's back. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  GuatuFieldRow *row = row_of (fixture, GUATU_TASK_DURATION);
  GtkWidget *entry = editor_of (fixture, GUATU_TASK_DURATION);

  form_type (entry, "a while");
  must_have_written (fixture, 0);
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
  must_have_written (fixture, 1);
}

/* What is understood of dates and durations is told while one types. */
static void
test_understood (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct { const char *text, *words; } cases[] = {
    { "5-31", "Fri, May 31, 2024" }, { "2024-05-31", "Fri, May 31, 2024" }, { "5月31日", "Fri, May 31, 2024" },
    { "5-31 14:00", "Fri, May 31, 2024, 14:00" }, { "5-", "" },
  };
  GuatuFieldRow *row = row_of (fixture, GUATU_TASK_DEADLINE);
  GtkWidget *entry = editor_of (fixture, GUATU_TASK_DEADLINE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), cases[i].text);
      g_assert_cmpstr (guatu_field_row_get_hint (row), ==, cases[i].words);
    }
  form_type (entry, "5-31 14:00");
  must_have_written (fixture, 1);
  g_assert_cmpint (number (fixture, GUATU_TASK_DEADLINE), ==, guatu_test_at ("2024-05-31 14:00"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2024-05-31 14:00");
  g_assert_cmpstr (guatu_field_row_get_hint (row), ==, "");

  gtk_editable_set_text (GTK_EDITABLE (editor_of (fixture, GUATU_TASK_DURATION)), "3ed");
  g_assert_cmpstr (guatu_field_row_get_hint (row_of (fixture, GUATU_TASK_DURATION)), ==, "3 elapsed d");
  form_type (entry, "");
  g_assert_cmpint (number (fixture, GUATU_TASK_DEADLINE), ==, GUATU_NONE);
}

static void
choose (GtkWidget *drop_down,
        guint      place)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), place);
  form_settle ();
}

/* A constraint that needs a date has the one as scheduled at once, and the date a row. */
static void
test_constraint (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *row = guatu_task_form_get_row (fixture->form, GUATU_TASK_CONSTRAINT_DATE);

  g_assert_false (gtk_widget_get_visible (row));
  choose (editor_of (fixture, GUATU_TASK_CONSTRAINT), GUATU_CONSTRAINT_FNLT);
  must_have_written (fixture, 1);
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_cmpint (number (fixture, GUATU_TASK_CONSTRAINT_DATE), ==, guatu_test_at ("2024-05-09 17:00"));
  form_type (editor_of (fixture, GUATU_TASK_CONSTRAINT_DATE), "5-31");
  must_have_written (fixture, 2);
  g_assert_cmpint (number (fixture, GUATU_TASK_CONSTRAINT_DATE), ==, guatu_test_at ("2024-05-31 17:00"));
  choose (editor_of (fixture, GUATU_TASK_CONSTRAINT), GUATU_CONSTRAINT_ASAP);
  must_have_written (fixture, 3);
  g_assert_false (gtk_widget_get_visible (row));
}

static void
test_choices (Fixture       *fixture,
              gconstpointer  data)
{
  choose (editor_of (fixture, GUATU_TASK_KIND), GUATU_KIND_MILESTONE);
  must_have_written (fixture, 1);
  g_assert_cmpint (number (fixture, GUATU_TASK_DURATION), ==, 0);
  choose (editor_of (fixture, GUATU_TASK_KIND), GUATU_KIND_TASK);
  must_have_written (fixture, 2);
  g_assert_cmpint (number (fixture, GUATU_TASK_DURATION), ==, 8 * GUATU_HOUR);
  choose (editor_of (fixture, GUATU_TASK_MODE), GUATU_MODE_MANUAL);
  must_have_written (fixture, 3);
  g_assert_true (gtk_widget_get_visible (guatu_task_form_get_row (fixture->form, GUATU_TASK_MANUAL_START)));
  choose (editor_of (fixture, GUATU_TASK_STAGE), GUATU_STAGE_STARTED);
  gtk_switch_set_active (GTK_SWITCH (editor_of (fixture, GUATU_TASK_IS_PROJECT)), TRUE);
  form_type (editor_of (fixture, GUATU_TASK_PRIORITY), "700");
  form_type (editor_of (fixture, GUATU_TASK_WEIGHT), "12.5%");
  must_have_written (fixture, 7);
  g_assert_cmpint (number (fixture, GUATU_TASK_IS_PROJECT), ==, 1);
  g_assert_cmpint (number (fixture, GUATU_TASK_PRIORITY), ==, 700);
  g_assert_cmpint (number (fixture, GUATU_TASK_WEIGHT), ==, 1250);
  form_type (editor_of (fixture, GUATU_TASK_PRIORITY), "2000");
  must_have_written (fixture, 7);
  g_assert_cmpstr (guatu_field_row_get_error (row_of (fixture, GUATU_TASK_PRIORITY)), !=, "");
}

/* A choice that is refused says why. */
static void
test_refused_choice (Fixture       *fixture,
                     gconstpointer  data)
{
  guatu_task_form_set_task (fixture->form, task_id (&fixture->document, "Build"));
  choose (editor_of (fixture, GUATU_TASK_CONSTRAINT), GUATU_CONSTRAINT_MSO);
  must_have_written (fixture, 0);
  g_assert_nonnull (strstr (guatu_field_row_get_error (row_of (fixture, GUATU_TASK_CONSTRAINT)), "Build"));
  /* What follows from its parts cannot be typed. */
  g_assert_false (gtk_widget_get_sensitive (gtk_widget_get_parent (editor_of (fixture, GUATU_TASK_DURATION)))
                  && gtk_widget_get_sensitive (editor_of (fixture, GUATU_TASK_DURATION)));
}

static void
test_place (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *row = fixture->form->parent_row;

  g_assert_cmpstr (guatu_fact_row_get_value (GUATU_FACT_ROW (row)), ==, "4 “Build”");
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  form_settle ();
  form_choose (guatu_fact_row_get_popover (GUATU_FACT_ROW (row)), "5 Bridge");
  must_have_written (fixture, 0);
  g_assert_true (form_complains (guatu_fact_row_get_popover (GUATU_FACT_ROW (row)), "under itself"));
  form_choose (guatu_fact_row_get_popover (GUATU_FACT_ROW (row)), "1 Prepare");
  must_have_written (fixture, 1);
  g_assert_cmpstr (guatu_fact_row_get_value (GUATU_FACT_ROW (row)), ==, "1 “Prepare”");
}

static void
test_assignments (Fixture       *fixture,
                  gconstpointer  data)
{
  GuatuAssignmentList *list = GUATU_ASSIGNMENT_LIST (fixture->form->assignments);
  GtkWidget *rows = GTK_WIDGET (guatu_part_list_get_rows (GUATU_PART_LIST (list))), *popover;
  const GuatuAssignment *assignment;

  guatu_task_form_set_page (fixture->form, "people");
  guatu_assignment_list_add (list, GUATU_ROLE_RESPONSIBLE_PERSON);
  form_settle ();
  popover = form_over (GTK_WIDGET (list));
  form_choose (popover, "Chen");
  must_have_written (fixture, 1);
  gtk_popover_popdown (GTK_POPOVER (popover));
  form_settle ();
  g_assert_true (form_says (rows, "Chen"));

  /* The second of the roles that a person may have. */
  choose (form_find (rows, GTK_TYPE_DROP_DOWN), 1);
  must_have_written (fixture, 2);
  assignment = guatu_plan_rows (plan_of (fixture), GUATU_TABLE_ASSIGNMENT);
  g_assert_cmpint (assignment->role, ==, GUATU_ROLE_LEAD_EXECUTIVE);
  form_type (form_find (rows, GTK_TYPE_ENTRY), "half");
  must_have_written (fixture, 2);
  g_assert_nonnull (strstr (guatu_part_list_get_error (GUATU_PART_LIST (list)), "“half”"));
  form_type (form_find (rows, GTK_TYPE_ENTRY), "50");
  must_have_written (fixture, 3);
  assignment = guatu_plan_rows (plan_of (fixture), GUATU_TABLE_ASSIGNMENT);
  g_assert_cmpint (assignment->share, ==, 5000);
  form_click (form_find_button (rows, "Remove from the task"));
  must_have_written (fixture, 4);
  g_assert_cmpuint (guatu_plan_n_live (plan_of (fixture), GUATU_TABLE_ASSIGNMENT), ==, 0);
}

static void
test_ledgers (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 ledger = must_add (&fixture->document, GUATU_TABLE_LEDGER,
                            (GuatuSetting[]) { { GUATU_LEDGER_NAME, GUATU_TEXT ("Board") } }, 1);
  GtkWidget *rows = GTK_WIDGET (guatu_part_list_get_rows (GUATU_PART_LIST (fixture->form->ledgers)));
  g_autofree char *category = NULL;

  must_add (&fixture->document, GUATU_TABLE_CATEGORY, (GuatuSetting[]) {
              { GUATU_CATEGORY_LEDGER, GUATU_INTEGER (ledger) }, { GUATU_CATEGORY_NAME, GUATU_TEXT ("Roads first") } }, 2);
  choose (form_find (rows, GTK_TYPE_DROP_DOWN), 2);
  must_have_written (fixture, 3);
  category = guatu_words_category (plan_of (fixture), task_row (&fixture->document, "Bridge"));
  g_assert_cmpstr (category, ==, "Roads first");
  form_type (form_find (rows, GTK_TYPE_ENTRY), "7");
  must_have_written (fixture, 4);
  choose (form_find (rows, GTK_TYPE_DROP_DOWN), 0);
  must_have_written (fixture, 5);
  g_assert_cmpuint (guatu_plan_n_live (plan_of (fixture), GUATU_TABLE_LEDGER_ITEM), ==, 0);
}

/* In the form as on the map. */
static void
test_visit (Fixture       *fixture,
            gconstpointer  data)
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
test_next_task (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *entry = editor_of (fixture, GUATU_TASK_NAME);

  guatu_task_form_go_to (fixture->form, GUATU_TASK_NAME);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Long bridge");
  guatu_task_form_set_task (fixture->form, task_id (&fixture->document, "Road"));
  must_have_written (fixture, 1);
  g_assert_cmpint (task_id (&fixture->document, "Long bridge"), !=, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Road");
}

/* One goes through the form with Tab, and what was typed is carried out on the way. */
static void
test_tab (Fixture       *fixture,
          gconstpointer  data)
{
  gint64 chen = id_of (&fixture->document, GUATU_TABLE_PERSON, "Chen"), bridge = task_id (&fixture->document, "Bridge");
  GtkWidget *rows = GTK_WIDGET (guatu_part_list_get_rows (GUATU_PART_LIST (fixture->form->assignments)));
  const GuatuAssignment *assignment;

  g_assert_true (guatu_document_assign (fixture->document.document, bridge, 0, chen, GUATU_ROLE_INSPECTOR, 10000, NULL,
                                        NULL));
  guatu_task_form_go_to (fixture->form, GUATU_TASK_DEADLINE);
  gtk_editable_set_text (GTK_EDITABLE (editor_of (fixture, GUATU_TASK_DEADLINE)), "5-31");
  gtk_widget_child_focus (GTK_WIDGET (fixture->form), GTK_DIR_TAB_FORWARD);
  form_settle ();
  must_have_written (fixture, 2);
  guatu_task_form_set_page (fixture->form, "people");
  form_settle ();
  gtk_widget_grab_focus (form_find (rows, GTK_TYPE_ENTRY));
  gtk_editable_set_text (GTK_EDITABLE (form_find (rows, GTK_TYPE_ENTRY)), "50");
  gtk_widget_child_focus (GTK_WIDGET (fixture->form), GTK_DIR_TAB_FORWARD);
  form_settle ();
  must_have_written (fixture, 3);
  assignment = guatu_plan_rows (plan_of (fixture), GUATU_TABLE_ASSIGNMENT);
  g_assert_cmpint (assignment->share, ==, 5000);
}

static void
test_fixes (Fixture       *fixture,
            gconstpointer  data)
{
  guatu_task_form_set_page (fixture->form, "people");
  form_click (guatu_fixes_card_get_part (GUATU_FIXES_CARD (fixture->form->fixes), GUATU_FIX_DEADLINE));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->form->pages), ==, "schedule");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->form)),
                                         guatu_task_form_get_row (fixture->form, GUATU_TASK_DEADLINE)));
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  form_type (editor_of (fixture, GUATU_TASK_DURATION), "3w");
  must_have_written (fixture, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->form), "form.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (editor_of (fixture, GUATU_TASK_DURATION))), ==, "34d");
}

static void
test_removed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (guatu_document_remove (fixture->document.document, GUATU_TABLE_TASK,
                                        task_id (&fixture->document, "Bridge"), &error));
  form_settle ();
  g_assert_null (fixture->form);
}

static void
test_reports (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 bridge = task_id (&fixture->document, "Bridge");
  const GuatuSetting words[] = { { GUATU_REPORT_DONE, GUATU_TEXT ("Piles driven") } };

  g_assert_true (guatu_document_report (fixture->document.document, bridge, guatu_test_at ("2024-04-01 17:00"), 1000,
                                        NULL, 0, NULL, NULL));
  g_assert_true (guatu_document_report (fixture->document.document, bridge, guatu_test_at ("2024-04-05 17:00"), 2000,
                                        words, 1, NULL, NULL));
  g_assert_true (form_says (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (fixture->form->reports), 0)),
                            "20 %\nPiles driven"));
  g_assert_nonnull (gtk_list_box_get_row_at_index (GTK_LIST_BOX (fixture->form->reports), 1));
}

/* A day that is typed in any way is understood by the entry itself. */
static void
test_date_entry (Fixture       *fixture,
                 gconstpointer  data)
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
test_names (Fixture       *fixture,
            gconstpointer  data)
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

#define add(path, func) g_test_add ("/ui/task-form/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  document_fixture_in_memory ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  guatu_test_fix_ids ();
  add ("every-field-of-a-task-is-in-it", test_complete);
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
  add ("reports-are-listed-the-newest-first", test_reports);
  add ("everything-in-it-has-a-name", test_names);
  add ("a-day-is-understood-in-any-form", test_date_entry);
  add_document_test ("/ui/task-form/the-map-opens-it-and-follows-it", test_map);
  return g_test_run ();
}
