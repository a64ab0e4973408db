/* test-inspector-edits.c — the parts of the inspector: links, parties, key nodes, fixes, several tasks, the plan. */
#include <adwaita.h>

#include "document-fixture.h"
#include "guatu-fixes-card.h"
#include "guatu-inspector-popovers.h"
#include "guatu-inspector-private.h"
#include "guatu-key-node-list.h"
#include "guatu-link-list.h"
#include "guatu-progress-curve.h"
#include "guatu-task-words.h"
#include "ui-fixture.h"
#include "ui-forms.h"

typedef struct
{
  DocumentFixture  document;
  GuatuBattleView *view;
  GuatuInspector  *inspector;
  GtkWidget       *window;
  gint64           revealed;
  gint64           head;        /* of the journal, when the test began */
} Fixture;

static void
revealed_cb (Fixture *fixture,
             gint64   task)
{
  fixture->revealed = task;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  document_fixture_set_up (&fixture->document, data);
  g_assert_true (set_plan (&fixture->document, GUATU_PLAN_STATUS_DATE, GUATU_INTEGER (guatu_test_at ("2024-04-08 17:00")),
                           NULL));
  fixture->view = guatu_battle_view_new (fixture->document.document);
  g_signal_connect_swapped (fixture->view, "revealed", G_CALLBACK (revealed_cb), fixture);
  fixture->inspector = GUATU_INSPECTOR (guatu_inspector_new (fixture->view));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 320, 900);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->inspector));
  gtk_window_present (GTK_WINDOW (fixture->window));
  form_settle ();
  fixture->head = head_of (fixture->document.document);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ui_test_pop_down ();
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

static void
select_task (Fixture    *fixture,
             const char *name)
{
  gint64 id = task_id (&fixture->document, name);

  guatu_battle_view_select (fixture->view, &id, 1);
  form_settle ();
}

static void
select_two (Fixture    *fixture,
            const char *first,
            const char *second)
{
  gint64 ids[2] = { task_id (&fixture->document, first), task_id (&fixture->document, second) };

  guatu_battle_view_select (fixture->view, ids, 2);
  form_settle ();
}

static void
must_have_written (Fixture *fixture,
                   gint64   n)
{
  g_assert_cmpint (head_of (fixture->document.document), ==, fixture->head + n);
}

static const char *
fact (Fixture   *fixture,
      GuatuFact  which)
{
  return guatu_fact_row_get_value (fixture->inspector->facts[which]);
}

static const char *
common (Fixture     *fixture,
        GuatuCommon  which)
{
  return guatu_fact_row_get_value (fixture->inspector->commons[which]);
}

static GtkWidget *
activate (GuatuFactRow *row)
{
  g_signal_emit_by_name (gtk_widget_get_ancestor (GTK_WIDGET (row), GTK_TYPE_LIST_BOX), "row-activated", row);
  form_settle ();
  return guatu_fact_row_get_popover (row);
}

/* Links ---------------------------------------------------------------------------------------------- */

static void
test_links_text (Fixture       *fixture,
                 gconstpointer  data)
{
  GuatuLinkList *links = GUATU_LINK_LIST (fixture->inspector->links);
  GtkWidget *entry = GTK_WIDGET (guatu_links_entry_get_entry (guatu_link_list_get_text (links)));

  select_task (fixture, "Road");
  gtk_editable_set_text (GTK_EDITABLE (entry), "2FS+2d, 3");
  g_assert_cmpstr (guatu_links_entry_get_hint (guatu_link_list_get_text (links)), ==, "Survey\nDesign");
  g_signal_emit_by_name (entry, "activate");
  form_settle ();
  must_have_written (fixture, 1);
  g_assert_true (form_says (GTK_WIDGET (guatu_part_list_get_rows (GUATU_PART_LIST (links))), "← 2 Survey"));

  form_type (entry, "2FS+2d, 77");
  must_have_written (fixture, 1);
  g_assert_nonnull (strstr (guatu_links_entry_get_error (guatu_link_list_get_text (links)), "“77”"));
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2FS+2d, 77");
  g_assert_true (form_press (entry, GDK_KEY_Escape));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2FS+2d, 3");
  g_assert_cmpstr (guatu_links_entry_get_error (guatu_link_list_get_text (links)), ==, "");
  /* With nothing to take back the key is for somebody else. */
  g_assert_false (form_press (entry, GDK_KEY_Escape));
}

/* The rows that are made anew were about to have the focus. */
static void
test_links_left (Fixture       *fixture,
                 gconstpointer  data)
{
  GuatuLinkList *links = GUATU_LINK_LIST (fixture->inspector->links);
  GtkWidget *entry = GTK_WIDGET (guatu_links_entry_get_entry (guatu_link_list_get_text (links)));

  select_task (fixture, "Bridge");
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "3FS+1d, 6");
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  form_settle ();
  must_have_written (fixture, 1);
  g_assert_true (form_says (GTK_WIDGET (guatu_part_list_get_rows (GUATU_PART_LIST (links))), "← 6 Road"));

  /* Whoever selects another task before it is carried out does not change that one. */
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "3");
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  select_task (fixture, "Road");
  must_have_written (fixture, 2);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  select_task (fixture, "Bridge");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "3");
}

static void
test_link_rows (Fixture       *fixture,
                gconstpointer  data)
{
  GuatuLinkList *links = GUATU_LINK_LIST (fixture->inspector->links);
  GtkWidget *rows = GTK_WIDGET (guatu_part_list_get_rows (GUATU_PART_LIST (links))), *form;

  select_task (fixture, "Bridge");
  form_click (form_find_button (rows, "Change type and lag"));
  form = form_over (GTK_WIDGET (links));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (form_find (form, GTK_TYPE_DROP_DOWN)), 1);
  gtk_editable_set_text (GTK_EDITABLE (form_find (form, GTK_TYPE_ENTRY)), "often");
  form_click (form_find_doer (form));
  must_have_written (fixture, 0);
  g_assert_true (form_complains (form, "“often”"));
  gtk_editable_set_text (GTK_EDITABLE (form_find (form, GTK_TYPE_ENTRY)), "-1d");
  form_click (form_find_doer (form));
  must_have_written (fixture, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (guatu_links_entry_get_entry (guatu_link_list_get_text (links)))), ==, "3SS-1d");

  form_click (form_find_button (rows, "Remove the link"));
  must_have_written (fixture, 2);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (guatu_links_entry_get_entry (guatu_link_list_get_text (links)))), ==, "");
}

static void
test_link_added (Fixture       *fixture,
                 gconstpointer  data)
{
  GuatuLinkList *links = GUATU_LINK_LIST (fixture->inspector->links);
  GtkWidget *form;

  select_task (fixture, "Road");
  form_click (form_find_button (GTK_WIDGET (links), "Add Predecessor…"));
  form = form_over (GTK_WIDGET (links));
  form_choose (form, "7 Opening");
  g_assert_true (form_complains (form, "Opening"));
  must_have_written (fixture, 0);
  form_choose (form, "2 Survey");
  must_have_written (fixture, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (guatu_links_entry_get_entry (guatu_link_list_get_text (links)))), ==, "2");

  form_click (form_find_button (GTK_WIDGET (links), "Add Successor…"));
  form_choose (form_over (GTK_WIDGET (links)), "5 Bridge");
  must_have_written (fixture, 2);
  select_task (fixture, "Bridge");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (guatu_links_entry_get_entry (guatu_link_list_get_text (links)))), ==, "3, 6");
}

/* Who is linked is selected, unfolded and shown. */
static void
test_link_leads (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *rows = GTK_WIDGET (guatu_part_list_get_rows (GUATU_PART_LIST (fixture->inspector->links)));

  select_task (fixture, "Bridge");
  guatu_battle_view_toggle (fixture->view, 0);
  form_click (form_find_button (rows, "← 3 Design"));
  g_assert_cmpint (fixture->revealed, ==, task_id (&fixture->document, "Design"));
  g_assert_true (guatu_battle_view_is_selected (fixture->view, fixture->revealed));
  g_assert_cmpuint (guatu_battle_view_get_rows (fixture->view)->n, ==, 7);
}

/* Dates ---------------------------------------------------------------------------------------------- */

static void
test_reasons (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *popover;

  must_set_task (&fixture->document, "Road", GUATU_TASK_CONSTRAINT, GUATU_INTEGER (GUATU_CONSTRAINT_ASAP));
  select_task (fixture, "Build");
  g_assert_nonnull (strstr (fact (fixture, GUATU_FACT_WHY_FINISH), "its last part"));
  activate (fixture->inspector->facts[GUATU_FACT_WHY_FINISH]);
  g_assert_cmpint (fixture->revealed, ==, task_id (&fixture->document, "Bridge"));
  g_assert_nonnull (strstr (fact (fixture, GUATU_FACT_WHY_FINISH), "takes 34 d"));

  g_assert_true (guatu_document_set (fixture->document.document, GUATU_TABLE_TASK, task_id (&fixture->document, "Road"),
                                     (GuatuSetting[]) {
                                       { GUATU_TASK_CONSTRAINT, GUATU_INTEGER (GUATU_CONSTRAINT_SNET) },
                                       { GUATU_TASK_CONSTRAINT_DATE, GUATU_INTEGER (guatu_test_at ("2024-05-06 08:00")) },
                                     }, 2, NULL));
  select_task (fixture, "Road");
  activate (fixture->inspector->facts[GUATU_FACT_WHY]);
  popover = guatu_fact_row_get_popover (fixture->inspector->facts[GUATU_FACT_CONSTRAINT]);
  g_assert_nonnull (popover);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (form_find (popover, GTK_TYPE_DROP_DOWN))), ==,
                    GUATU_CONSTRAINT_SNET);
}

/* Who does it ---------------------------------------------------------------------------------------- */

static void
test_new_unit (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *popover;
  g_autofree char *title = NULL;

  select_task (fixture, "Bridge");
  popover = activate (fixture->inspector->facts[GUATU_FACT_LEAD_UNIT]);
  gtk_editable_set_text (GTK_EDITABLE (form_find (popover, GTK_TYPE_SEARCH_ENTRY)), "Waterways");
  form_choose (popover, "Create unit “Waterways”");
  must_have_written (fixture, 1);
  title = guatu_document_undo_title (fixture->document.document);
  g_assert_cmpstr (title, ==, "Change who answers for “Bridge”");
  g_assert_cmpstr (fact (fixture, GUATU_FACT_LEAD_UNIT), ==, "Waterways");
  g_assert_cmpint (id_of (&fixture->document, GUATU_TABLE_UNIT, "Waterways"), !=, 0);
}

/* Nobody is made who is there already. */
static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *popover;

  select_task (fixture, "Bridge");
  popover = activate (fixture->inspector->facts[GUATU_FACT_PERSON]);
  gtk_editable_set_text (GTK_EDITABLE (form_find (popover, GTK_TYPE_SEARCH_ENTRY)), "chen");
  g_assert_true (form_says (popover, "Create person “chen”"));
  gtk_editable_set_text (GTK_EDITABLE (form_find (popover, GTK_TYPE_SEARCH_ENTRY)), "Chen");
  g_assert_false (form_says (popover, "Create person"));
  g_assert_false (form_says (popover, "Li"));
  g_signal_emit_by_name (form_find (popover, GTK_TYPE_SEARCH_ENTRY), "activate");
  must_have_written (fixture, 1);
  g_assert_cmpstr (fact (fixture, GUATU_FACT_PERSON), ==, "Chen");
}

static void
test_any_role (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *form;

  select_task (fixture, "Bridge");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->inspector->facts[GUATU_FACT_WATCHER])));
  form_click (fixture->inspector->assign);
  form = fixture->inspector->report_popover;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (form_find (form, GTK_TYPE_DROP_DOWN)), GUATU_ROLE_INSPECTOR);
  form_choose (form, "Li");
  must_have_written (fixture, 1);
  g_assert_cmpstr (fact (fixture, GUATU_FACT_WATCHER), ==, "Li");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->inspector->facts[GUATU_FACT_WATCHER])));
}

static void
test_fixes (Fixture       *fixture,
            gconstpointer  data)
{
  GuatuFixesCard *card = GUATU_FIXES_CARD (fixture->inspector->fixes);

  select_task (fixture, "Bridge");
  g_assert_cmpstr (guatu_fixes_card_get_count (card), ==, "1 of 5");
  g_assert_true (gtk_widget_has_css_class (guatu_fixes_card_get_part (card, GUATU_FIX_MATTER), "there"));
  g_assert_true (gtk_widget_has_css_class (guatu_fixes_card_get_part (card, GUATU_FIX_GOAL), "missing"));
  form_click (guatu_fixes_card_get_part (card, GUATU_FIX_DEADLINE));
  g_assert_nonnull (guatu_fact_row_get_popover (fixture->inspector->facts[GUATU_FACT_DEADLINE]));
  form_click (guatu_fixes_card_get_part (card, GUATU_FIX_GOAL));
  g_assert_nonnull (guatu_fact_row_get_popover (fixture->inspector->facts[GUATU_FACT_OBJECTIVE]));
  form_click (guatu_fixes_card_get_part (card, GUATU_FIX_PERSON));
  g_assert_nonnull (guatu_fact_row_get_popover (fixture->inspector->facts[GUATU_FACT_PERSON]));
  form_click (guatu_fixes_card_get_part (card, GUATU_FIX_RESPONSIBILITY));
  g_assert_nonnull (guatu_fact_row_get_popover (fixture->inspector->facts[GUATU_FACT_LEAD_UNIT]));
  form_click (guatu_fixes_card_get_part (card, GUATU_FIX_MATTER));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->inspector->name_stack), ==, "entry");

  must_set_task (&fixture->document, "Bridge", GUATU_TASK_OBJECTIVE, GUATU_TEXT ("Open to traffic"));
  g_assert_cmpstr (guatu_fixes_card_get_count (card), ==, "2 of 5");
}

/* Key nodes ------------------------------------------------------------------------------------------ */

static void
test_key_nodes (Fixture       *fixture,
                gconstpointer  data)
{
  GuatuKeyNodeList *list = GUATU_KEY_NODE_LIST (fixture->inspector->key_nodes);
  GtkWidget *rows = GTK_WIDGET (guatu_part_list_get_rows (GUATU_PART_LIST (list))), *form;

  select_task (fixture, "Bridge");
  guatu_key_node_list_add (list);
  form_settle ();
  form = form_over (GTK_WIDGET (list));
  gtk_editable_set_text (GTK_EDITABLE (form_find_nth (form, GTK_TYPE_ENTRY, 0)), "Piers stand");
  gtk_editable_set_text (GTK_EDITABLE (form_find_nth (form, GTK_TYPE_ENTRY, 1)), "whenever");
  form_click (form_find_doer (form));
  must_have_written (fixture, 0);
  g_assert_true (form_complains (form, "“whenever”"));
  g_assert_true (gtk_widget_has_css_class (form_find_nth (form, GTK_TYPE_ENTRY, 1), "error"));
  gtk_editable_set_text (GTK_EDITABLE (form_find_nth (form, GTK_TYPE_ENTRY, 1)), "2024-04-12");
  form_click (form_find_doer (form));
  must_have_written (fixture, 1);
  g_assert_true (form_says (rows, "Piers stand"));
  g_assert_true (form_says (rows, "Fri, Apr 12, 2024"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (form_find (rows, GTK_TYPE_CHECK_BUTTON)), TRUE);
  form_settle ();
  must_have_written (fixture, 2);
  g_assert_true (form_says (rows, "reached Mon, Apr 8, 2024"));

  form_click (form_find_button (rows, "Change"));
  form = form_over (GTK_WIDGET (list));
  gtk_editable_set_text (GTK_EDITABLE (form_find_nth (form, GTK_TYPE_ENTRY, 1)), "50%");
  form_click (form_find_doer (form));
  must_have_written (fixture, 3);
  g_assert_true (form_says (rows, "50% of the task"));

  form_click (form_find_button (rows, "Remove"));
  must_have_written (fixture, 4);
  g_assert_cmpuint (guatu_plan_n_live (plan_of (fixture), GUATU_TABLE_KEY_NODE), ==, 0);
}

/* Progress ------------------------------------------------------------------------------------------- */

static void
test_report (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *form;
  gint32 report;

  select_task (fixture, "Bridge");
  form_click (fixture->inspector->report);
  form = fixture->inspector->report_popover;
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (form_find (form, GTK_TYPE_SPIN_BUTTON)), 25);
  gtk_editable_set_text (GTK_EDITABLE (form_find_nth (form, GTK_TYPE_ENTRY, 0)), "one day");
  gtk_editable_set_text (GTK_EDITABLE (form_find_nth (form, GTK_TYPE_ENTRY, 1)), "Piles driven");
  form_click (form_find_doer (form));
  must_have_written (fixture, 0);
  g_assert_true (form_complains (form, "“one day”"));
  g_assert_true (gtk_widget_has_css_class (form_find_nth (form, GTK_TYPE_ENTRY, 0), "error"));
  gtk_editable_set_text (GTK_EDITABLE (form_find_nth (form, GTK_TYPE_ENTRY, 0)), "4-5");
  g_assert_true (form_says (form, "Fri, Apr 5, 2024"));
  form_click (form_find_doer (form));
  must_have_written (fixture, 1);
  g_assert_cmpstr (fact (fixture, GUATU_FACT_REPORTED), ==, "25% · Apr 5, 2024");
  report = guatu_progress_latest_report (plan_of (fixture), task_row (&fixture->document, "Bridge"), GUATU_NONE);
  g_assert_cmpstr (guatu_plan_string (plan_of (fixture), GUATU_TABLE_REPORT, report, GUATU_REPORT_DONE), ==,
                   "Piles driven");
}

static void
test_pace_and_curve (Fixture       *fixture,
                     gconstpointer  data)
{
  GuatuProgressCurve *curve = GUATU_PROGRESS_CURVE (fixture->inspector->curve);
  g_autoptr(GError) error = NULL;

  select_task (fixture, "Bridge");
  g_assert_nonnull (strstr (guatu_progress_curve_get_words (curve), "Nothing has been reported yet."));
  g_assert_true (guatu_document_report (fixture->document.document, task_id (&fixture->document, "Bridge"),
                                        guatu_test_at ("2024-04-05 17:00"), 2000, NULL, 0, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (guatu_progress_curve_get_words (curve), ==,
                   "Planned from Mar 25, 2024 to May 9, 2024. Reported 20% on Apr 5, 2024. "
                   "The status date is Apr 8, 2024.");
  g_assert_true (g_str_has_suffix (fact (fixture, GUATU_FACT_NEEDED_PACE), "% per day"));
  g_assert_true (g_str_has_suffix (fact (fixture, GUATU_FACT_RECENT_PACE), "% per day"));
}

/* Several tasks -------------------------------------------------------------------------------------- */

static void
test_several_deadline (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkWidget *popover;
  g_autoptr(GError) error = NULL;

  must_set_task (&fixture->document, "Road", GUATU_TASK_DEADLINE, GUATU_INTEGER (guatu_test_at ("2024-05-01 17:00")));
  select_two (fixture, "Survey", "Road");
  g_assert_cmpstr (gtk_label_get_text (fixture->inspector->several_title), ==, "2 tasks selected");
  g_assert_cmpstr (common (fixture, GUATU_COMMON_DEADLINE), ==, "various");
  popover = activate (fixture->inspector->commons[GUATU_COMMON_DEADLINE]);
  gtk_editable_set_text (GTK_EDITABLE (form_find (popover, GTK_TYPE_ENTRY)), "never");
  form_click (form_find_doer (popover));
  g_assert_true (form_complains (popover, "“never”"));
  must_have_written (fixture, 1);
  gtk_editable_set_text (GTK_EDITABLE (form_find (popover, GTK_TYPE_ENTRY)), "5-31");
  form_click (form_find_doer (popover));
  must_have_written (fixture, 2);
  g_assert_cmpint (task_number (&fixture->document, "Survey", GUATU_TASK_DEADLINE), ==,
                   guatu_test_at ("2024-05-31 17:00"));
  g_assert_cmpint (task_number (&fixture->document, "Road", GUATU_TASK_DEADLINE), ==,
                   guatu_test_at ("2024-05-31 17:00"));

  g_assert_true (guatu_document_undo (fixture->document.document, NULL, &error));
  g_assert_cmpint (task_number (&fixture->document, "Survey", GUATU_TASK_DEADLINE), ==, GUATU_NONE);
  g_assert_cmpint (task_number (&fixture->document, "Road", GUATU_TASK_DEADLINE), ==,
                   guatu_test_at ("2024-05-01 17:00"));
}

/* A new unit takes the place of those who led before. */
static void
test_several_unit (Fixture       *fixture,
                   gconstpointer  data)
{
  gint64 roads = id_of (&fixture->document, GUATU_TABLE_UNIT, "Roads");
  GtkWidget *popover;

  g_assert_true (guatu_document_assign (fixture->document.document, task_id (&fixture->document, "Road"), roads, 0,
                                        GUATU_ROLE_LEAD_UNIT, 10000, NULL, NULL));
  select_two (fixture, "Survey", "Road");
  g_assert_cmpstr (common (fixture, GUATU_COMMON_LEAD_UNIT), ==, "various");
  popover = activate (fixture->inspector->commons[GUATU_COMMON_LEAD_UNIT]);
  gtk_editable_set_text (GTK_EDITABLE (form_find (popover, GTK_TYPE_SEARCH_ENTRY)), "Waterways");
  form_choose (popover, "Create unit “Waterways”");
  must_have_written (fixture, 2);
  g_assert_cmpstr (common (fixture, GUATU_COMMON_LEAD_UNIT), ==, "Waterways");
}

static void
test_several_constraint (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWidget *popover;

  /* What one of them may not have none of them has. */
  select_two (fixture, "Survey", "Build");
  popover = activate (fixture->inspector->commons[GUATU_COMMON_CONSTRAINT]);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (form_find (popover, GTK_TYPE_DROP_DOWN)), GUATU_CONSTRAINT_MSO);
  gtk_editable_set_text (GTK_EDITABLE (form_find (popover, GTK_TYPE_ENTRY)), "2024-05-06");
  form_click (form_find_doer (popover));
  g_assert_true (form_complains (popover, "Build"));
  must_have_written (fixture, 0);
  g_assert_cmpint (task_number (&fixture->document, "Survey", GUATU_TASK_CONSTRAINT), ==, GUATU_CONSTRAINT_ASAP);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (form_find (popover, GTK_TYPE_DROP_DOWN)), GUATU_CONSTRAINT_FNLT);
  form_click (form_find_doer (popover));
  must_have_written (fixture, 1);
  g_assert_cmpstr (common (fixture, GUATU_COMMON_CONSTRAINT), ==, "Finish no later than Mon, May 6, 2024");
}

static void
test_several_lists (Fixture       *fixture,
                    gconstpointer  data)
{
  gint64 ledger = must_add (&fixture->document, GUATU_TABLE_LEDGER,
                            (GuatuSetting[]) { { GUATU_LEDGER_NAME, GUATU_TEXT ("Board") } }, 1);
  gint64 calendar = must_add (&fixture->document, GUATU_TABLE_CALENDAR,
                              (GuatuSetting[]) { { GUATU_CALENDAR_NAME, GUATU_TEXT ("Night shift") } }, 1);

  must_add (&fixture->document, GUATU_TABLE_CATEGORY, (GuatuSetting[]) {
              { GUATU_CATEGORY_LEDGER, GUATU_INTEGER (ledger) }, { GUATU_CATEGORY_NAME, GUATU_TEXT ("Roads first") } }, 2);
  select_two (fixture, "Survey", "Road");
  form_choose (activate (fixture->inspector->commons[GUATU_COMMON_CATEGORY]), "Roads first");
  must_have_written (fixture, 4);
  g_assert_cmpstr (common (fixture, GUATU_COMMON_CATEGORY), ==, "Roads first");
  form_choose (activate (fixture->inspector->commons[GUATU_COMMON_CALENDAR]), "Night shift");
  must_have_written (fixture, 5);
  g_assert_cmpstr (common (fixture, GUATU_COMMON_CALENDAR), ==, "Night shift");
  g_assert_cmpint (guatu_plan_id (plan_of (fixture), GUATU_TABLE_CALENDAR,
                                  (gint32) task_number (&fixture->document, "Road", GUATU_TASK_CALENDAR)), ==, calendar);
}

/* The plan ------------------------------------------------------------------------------------------- */

static void
test_plan (Fixture       *fixture,
           gconstpointer  data)
{
  GuatuFactRow **rows = fixture->inspector->plan_rows;

  guatu_battle_view_select (fixture->view, NULL, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->inspector->pages), ==, "empty");
  g_assert_cmpstr (guatu_fact_row_get_value (rows[GUATU_PLAN_FACT_TASKS]), ==, "7");
  g_assert_cmpstr (guatu_fact_row_get_value (rows[GUATU_PLAN_FACT_WORK]), ==, "5");
  g_assert_cmpstr (guatu_fact_row_get_value (rows[GUATU_PLAN_FACT_MILESTONES]), ==, "1");
  g_assert_cmpstr (guatu_fact_row_get_value (rows[GUATU_PLAN_FACT_STATUS_DATE]), ==, "Mon, Apr 8, 2024");
  g_assert_true (form_says (GTK_WIDGET (fixture->inspector), "Select a task"));
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  select_task (fixture, "Bridge");
  form_must_be_named (GTK_WIDGET (fixture->inspector));
  form_click (fixture->inspector->report);
  form_must_be_named (fixture->inspector->report_popover);
  select_two (fixture, "Survey", "Road");
  form_must_be_named (GTK_WIDGET (fixture->inspector));
  form_must_be_named (activate (fixture->inspector->commons[GUATU_COMMON_CONSTRAINT]));
  form_must_be_named (activate (fixture->inspector->commons[GUATU_COMMON_LEAD_UNIT]));
}

#define add(path, func) g_test_add ("/ui/inspector-edits/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  document_fixture_in_memory ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  guatu_test_fix_ids ();
  add ("links-are-typed-and-a-mistake-stays-with-its-reason", test_links_text);
  add ("links-are-carried-out-when-the-entry-is-left", test_links_left);
  add ("a-link-is-changed-and-removed-in-its-row", test_link_rows);
  add ("a-link-is-added-by-looking-for-the-task", test_link_added);
  add ("a-link-leads-to-the-other-task", test_link_leads);
  add ("the-reason-of-a-date-leads-to-what-sets-it", test_reasons);
  add ("a-unit-that-is-not-there-is-made-and-has-the-role-at-once", test_new_unit);
  add ("whoever-is-there-is-found-and-not-made-again", test_search);
  add ("rare-roles-are-given-by-a-button-and-shown-where-there-are-any", test_any_role);
  add ("what-the-five-fixes-lack-leads-to-its-field", test_fixes);
  add ("key-nodes-are-added-ticked-changed-and-removed", test_key_nodes);
  add ("a-report-has-words-and-a-mistake-is-shown-at-its-field", test_report);
  add ("pace-and-curve-say-how-it-has-come-along", test_pace_and_curve);
  add ("several-tasks-get-a-deadline-in-one-step", test_several_deadline);
  add ("several-tasks-get-a-new-unit-in-one-step", test_several_unit);
  add ("several-tasks-are-refused-together", test_several_constraint);
  add ("several-tasks-get-category-and-calendar", test_several_lists);
  add ("everything-in-it-has-a-name", test_names);
  add ("without-a-selection-it-tells-of-the-plan", test_plan);
  return g_test_run ();
}
