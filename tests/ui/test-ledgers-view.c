/* test-ledgers-view.c — Phases & Ledgers: ledgers and their items, phases, baselines and what slipped. */
#include <adwaita.h>

#include "guatu-colour-choice.h"
#include "guatu-form-popover.h"
#include "guatu-key-node-page.h"
#include "guatu-ledger-page.h"
#include "guatu-ledgers-view.h"
#include "guatu-phase-page.h"
#include "guatu-slip-page.h"
#include "guatu-test.h"
#include "ui-forms.h"

typedef struct
{
  char             *dir;
  GuatuDocument    *document;
  GtkWidget        *window;
  GuatuLedgersView *view;
  gint64            dig, fill, board, works;
  guint             n_removed;
} Fixture;

static gint64
add (Fixture *self, GuatuTable table, const GuatuSetting *settings, guint n)
{
  g_autoptr(GError) error = NULL;
  gint64 id = 0;

  guatu_document_add (self->document, table, settings, n, &id, &error);
  g_assert_no_error (error);
  return id;
}

static gint64
add_named (Fixture *self, GuatuTable table, guint field, const char *name)
{
  GuatuSetting setting = { field, GUATU_TEXT (name) };

  return add (self, table, &setting, 1);
}

static void removed_cb (Fixture *self, guint steps, const char *what) { self->n_removed += steps; }

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;

  self->dig = guatu_plan_id (plan, GUATU_TABLE_TASK, guatu_test_add_task (plan, -1, "Dig", "5d"));
  self->fill = guatu_plan_id (plan, GUATU_TABLE_TASK, guatu_test_add_task (plan, -1, "Fill", "10d"));
  guatu_test_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_STATUS_DATE, guatu_test_at ("2024-03-06 17:00"));
  guatu_plan_settle (plan);
  self->dir = guatu_test_make_dir ();
  path = g_build_filename (self->dir, "plan.guatu", NULL);
  self->document = guatu_document_create (path, plan, NULL, "create", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->board = add_named (self, GUATU_TABLE_LEDGER, GUATU_LEDGER_NAME, "Board");
  self->works = add_named (self, GUATU_TABLE_LEDGER, GUATU_LEDGER_NAME, "Works");
  self->window = g_object_ref (gtk_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1300, 900);
  self->view = GUATU_LEDGERS_VIEW (guatu_ledgers_view_new (self->document));
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->view));
  g_signal_connect_swapped (self->view, "removed", G_CALLBACK (removed_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
  form_settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  form_settle ();
  g_assert_finalize_object (self->window);
  g_assert_finalize_object (self->document);
  guatu_test_remove_dir (self->dir);
}

static void
undo (Fixture *self)
{
  g_autoptr(GError) error = NULL;

  guatu_document_undo (self->document, NULL, &error);
  g_assert_no_error (error);
  form_settle ();
}

static void
assert_cell (GuatuPlainTable *table, guint place, guint column, const char *expected)
{
  g_autofree char *text = guatu_plain_table_get_text (table, place, column);

  g_assert_cmpstr (text, ==, expected);
}

/* YL-05, PB-09: a task on two ledgers, its gaps told, taken off and put back. */
static void
test_items (Fixture *self, gconstpointer data)
{
  GuatuLedgerPage *page = GUATU_LEDGER_PAGE (guatu_ledgers_view_get_page (self->view, "ledgers"));
  GuatuPlainTable *table = guatu_ledger_page_get_table (page);
  gint64 both[] = { self->dig, self->fill };
  GtkWidget *popover;

  g_assert_cmpstr (guatu_ledgers_view_get_total (self->view), ==, "2 ledgers, 0 items");
  g_assert_cmpint (guatu_row_list_get_selected (guatu_ledger_page_get_ledgers (page)), ==, self->board);
  gtk_widget_activate_action (GTK_WIDGET (page), "items.add", NULL);
  form_settle ();
  popover = form_over (GTK_WIDGET (page));
  form_choose (popover, "Fill");
  form_settle ();
  gtk_popover_popdown (GTK_POPOVER (popover));
  form_settle ();
  g_assert_cmpuint (guatu_plain_table_get_n (table), ==, 1);
  assert_cell (table, 0, 0, "1");
  assert_cell (table, 0, 1, "Fill");
  assert_cell (table, 0, 8, "missing: person, goal, responsibility, deadline");
  g_assert_cmpstr (guatu_ledger_page_get_count (page), ==, "0 of 1 complete");

  g_assert_true (guatu_document_put_on_ledger (self->document, self->works, both, 2, NULL, NULL));
  form_settle ();
  g_assert_cmpstr (guatu_ledgers_view_get_total (self->view), ==, "2 ledgers, 3 items");
  g_assert_true (guatu_row_list_select (guatu_ledger_page_get_ledgers (page), self->works));
  g_assert_cmpuint (guatu_plain_table_get_n (table), ==, 2);
  g_assert_true (guatu_plain_table_select (table, guatu_plan_id (guatu_document_get_plan (self->document),
                                                                 GUATU_TABLE_LEDGER_ITEM, 1)));
  gtk_widget_activate_action (GTK_WIDGET (page), "items.remove", NULL);
  form_settle ();
  g_assert_cmpuint (self->n_removed, ==, 1);
  g_assert_cmpuint (guatu_plain_table_get_n (table), ==, 1);
  undo (self);
  g_assert_cmpuint (guatu_plain_table_get_n (table), ==, 2);
  form_must_be_named (GTK_WIDGET (self->view));
}

static void
test_ledgers (Fixture *self, gconstpointer data)
{
  GuatuLedgerPage *page = GUATU_LEDGER_PAGE (guatu_ledgers_view_get_page (self->view, "ledgers"));
  GuatuRowList *ledgers = guatu_ledger_page_get_ledgers (page);
  GtkWidget *form;
  guint n;
  g_autofree gint32 *rows = NULL;

  gtk_widget_activate_action (GTK_WIDGET (ledgers), "rows.add", NULL);
  form_settle ();
  form = form_over (GTK_WIDGET (ledgers));
  form_click (form_find_doer (form));
  g_assert_cmpstr (guatu_form_popover_get_error (GUATU_FORM_POPOVER (form)), !=, "");
  gtk_editable_set_text (GTK_EDITABLE (form_find (form, GTK_TYPE_ENTRY)), "Plaques");
  form_click (form_find_doer (form));
  form_settle ();
  g_assert_cmpstr (guatu_ledgers_view_get_total (self->view), ==, "3 ledgers, 0 items");
  gtk_widget_activate_action (GTK_WIDGET (ledgers), "rows.up", NULL);
  rows = guatu_plan_in_order (guatu_document_get_plan (self->document), GUATU_TABLE_LEDGER, &n);
  g_assert_cmpint (guatu_plan_id (guatu_document_get_plan (self->document), GUATU_TABLE_LEDGER, rows[1]), ==,
                   guatu_row_list_get_selected (ledgers));
  gtk_widget_activate_action (GTK_WIDGET (ledgers), "rows.remove", NULL);
  form_settle ();
  g_assert_cmpuint (self->n_removed, ==, 1);
  g_assert_cmpstr (guatu_ledgers_view_get_total (self->view), ==, "2 ledgers, 0 items");
}

/* QX-11 */
static void
test_phases (Fixture *self, gconstpointer data)
{
  gint64 first, second;
  double from, to;
  GuatuPhasePage *page = GUATU_PHASE_PAGE (guatu_ledgers_view_get_page (self->view, "phases"));
  GuatuSetting settings[] = { { GUATU_PHASE_NAME, GUATU_TEXT ("Mobilise") },
                              { GUATU_PHASE_FROM_DATE, GUATU_INTEGER (guatu_test_at ("2022-08-21")) },
                              { GUATU_PHASE_TO_DATE, GUATU_INTEGER (guatu_test_at ("2022-09-05")) } };

  guatu_ledgers_view_show (self->view, "phases");
  g_assert_cmpuint (guatu_phase_page_n_drawn (page), ==, 0);
  first = add (self, GUATU_TABLE_PHASE, settings, 3);
  settings[0].value = GUATU_TEXT ("Implement");
  settings[1].value = settings[2].value;
  settings[2].value = GUATU_INTEGER (guatu_test_at ("2022-12-20"));
  second = add (self, GUATU_TABLE_PHASE, settings, 3);
  form_settle ();
  g_assert_cmpuint (guatu_phase_page_n_drawn (page), ==, 2);
  /* Each has half of the day that they share; a day of one alone is whole. */
  g_assert_true (guatu_phase_page_get_span (page, first, &from, &to));
  g_assert_cmpfloat (from, ==, (double) guatu_test_at ("2022-08-21"));
  g_assert_cmpfloat (to, ==, (double) guatu_test_at ("2022-09-05 12:00"));
  g_assert_true (guatu_phase_page_get_span (page, second, &from, &to));
  g_assert_cmpfloat (from, ==, (double) guatu_test_at ("2022-09-05 12:00"));
  g_assert_cmpfloat (to, ==, (double) guatu_test_at ("2022-12-21"));
  g_assert_nonnull (gtk_list_box_get_row_at_index (guatu_row_list_get_list (guatu_phase_page_get_phases (page)), 1));
  form_must_be_named (GTK_WIDGET (self->view));
}

static void
test_slips (Fixture *self, gconstpointer data)
{
  GuatuSlipPage *page = GUATU_SLIP_PAGE (guatu_ledgers_view_get_page (self->view, "baselines"));
  GuatuPlainTable *table = guatu_slip_page_get_table (page);
  GuatuSetting longer = { GUATU_TASK_DURATION, GUATU_INTEGER (7 * 8 * 3600) };
  g_autoptr(GError) error = NULL;

  guatu_ledgers_view_show (self->view, "baselines");
  guatu_document_set_baseline (self->document, "Start", guatu_test_at ("2024-03-04"), NULL, &error);
  g_assert_no_error (error);
  form_settle ();
  g_assert_cmpuint (guatu_plain_table_get_n (table), ==, 0);
  guatu_document_set (self->document, GUATU_TABLE_TASK, self->dig, &longer, 1, &error);
  g_assert_no_error (error);
  form_settle ();
  g_assert_cmpuint (guatu_plain_table_get_n (table), ==, 1);
  assert_cell (table, 0, 1, "Dig");
  assert_cell (table, 0, 2, "2 d later");
  guatu_slip_page_set_only_changed (page, FALSE);
  g_assert_cmpuint (guatu_plain_table_get_n (table), ==, 2);
  assert_cell (table, 1, 2, "on time");
  form_must_be_named (GTK_WIDGET (self->view));
}

/* Categories ------------------------------------------------------------------------------------------ */

static gint64
add_category (Fixture *self, const char *name)
{
  GuatuSetting settings[] = { { GUATU_CATEGORY_LEDGER, GUATU_INTEGER (self->board) },
                              { GUATU_CATEGORY_NAME, GUATU_TEXT (name) } };

  return add (self, GUATU_TABLE_CATEGORY, settings, 2);
}

/* The row of the item by which the task stands on its one ledger. */
static gint32
item_of (Fixture *self, gint64 task)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_TASK,
                                             guatu_plan_find (plan, GUATU_TABLE_TASK, task), &n);

  g_assert_cmpuint (n, ==, 1);
  return rows[0];
}

/* What the category of the task's item is called; "-" is none. */
static const char *
category_of (Fixture *self, gint64 task)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  gint64 row = guatu_plan_number (plan, GUATU_TABLE_LEDGER_ITEM, item_of (self, task), GUATU_LEDGER_ITEM_CATEGORY);

  return row < 0 ? "-" : guatu_plan_string (plan, GUATU_TABLE_CATEGORY, (gint32) row, GUATU_CATEGORY_NAME);
}

static void
put_in (Fixture *self, gint64 task, gint64 category)
{
  GuatuSetting setting = { GUATU_LEDGER_ITEM_CATEGORY, GUATU_INTEGER (category) };

  g_assert_true (guatu_document_set (self->document, GUATU_TABLE_LEDGER_ITEM,
                                     guatu_plan_id (guatu_document_get_plan (self->document), GUATU_TABLE_LEDGER_ITEM,
                                                    item_of (self, task)), &setting, 1, NULL));
}

/* In use, a category asks where its items go before it is removed; merged, they go along. */
static void
test_categories (Fixture *self, gconstpointer data)
{
  GuatuLedgerPage *page = GUATU_LEDGER_PAGE (guatu_ledgers_view_get_page (self->view, "ledgers"));
  GuatuRowList *list = guatu_ledger_page_get_categories (page);
  gint64 both[] = { self->dig, self->fill }, a = add_category (self, "A"), b = add_category (self, "B");
  gint64 c = add_category (self, "C");
  GtkWidget *form;

  g_assert_true (guatu_document_put_on_ledger (self->document, self->board, both, 2, NULL, NULL));
  put_in (self, self->dig, a);
  put_in (self, self->fill, b);
  form_settle ();

  /* One that nobody is in goes without a word. */
  g_assert_true (guatu_row_list_select (list, c));
  gtk_widget_activate_action (GTK_WIDGET (list), "rows.remove", NULL);
  form_settle ();
  g_assert_cmpuint (self->n_removed, ==, 1);
  g_assert_cmpuint (guatu_plan_n_live (guatu_document_get_plan (self->document), GUATU_TABLE_CATEGORY), ==, 2);

  g_assert_true (guatu_row_list_select (list, a));
  gtk_widget_activate_action (GTK_WIDGET (list), "rows.remove", NULL);
  form_settle ();
  form = form_over (GTK_WIDGET (list));
  g_assert_true (form_says (form, "Its items go to"));
  g_assert_cmpstr (category_of (self, self->dig), ==, "A");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (form_find (form, GTK_TYPE_DROP_DOWN)), 1);
  form_click (form_find_doer (form));
  form_settle ();
  g_assert_cmpuint (self->n_removed, ==, 2);
  g_assert_cmpstr (category_of (self, self->dig), ==, "B");
  g_assert_cmpint (guatu_row_list_get_selected (list), ==, b);
  undo (self);
  g_assert_cmpstr (category_of (self, self->dig), ==, "A");

  g_assert_true (guatu_row_list_select (list, b));
  gtk_widget_activate_action (GTK_WIDGET (list), "rows.merge", NULL);
  form_settle ();
  form_click (form_find_doer (form_over (GTK_WIDGET (list))));
  form_settle ();
  g_assert_cmpstr (category_of (self, self->fill), ==, "A");
  g_assert_cmpuint (guatu_plan_n_live (guatu_document_get_plan (self->document), GUATU_TABLE_CATEGORY), ==, 1);
  form_must_be_named (GTK_WIDGET (self->view));
}

/* The swatch that is pressed is the colour that the plan keeps, and none again where it is to be automatic. */
static void
test_colours (Fixture *self, gconstpointer data)
{
  GuatuLedgerPage *page = GUATU_LEDGER_PAGE (guatu_ledgers_view_get_page (self->view, "ledgers"));
  GuatuRowList *list = guatu_ledger_page_get_categories (page);
  gint64 a = add_category (self, "A");
  static const char * const pressed[] = { "Colour 2", "By its place in the list" };
  g_autofree char *first = NULL;

  form_settle ();
  for (gsize i = 0; i < G_N_ELEMENTS (pressed); i++)
    {
      GtkWidget *form, *choice;
      const char *colour;

      g_assert_true (guatu_row_list_select (list, a));
      gtk_widget_activate_action (GTK_WIDGET (list), "rows.edit", NULL);
      form_settle ();
      form = form_over (GTK_WIDGET (list));
      form_must_be_named (form);
      choice = form_find (form, GUATU_TYPE_COLOUR_CHOICE);
      for (guint k = 0; form_find_nth (choice, GTK_TYPE_TOGGLE_BUTTON, k) != NULL; k++)
        if (g_str_has_prefix (gtk_widget_get_tooltip_text (form_find_nth (choice, GTK_TYPE_TOGGLE_BUTTON, k)),
                              pressed[i]))
          gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (form_find_nth (choice, GTK_TYPE_TOGGLE_BUTTON, k)), TRUE);
      g_free (first);
      first = g_strdup (guatu_colour_choice_get_colour (GUATU_COLOUR_CHOICE (choice)));
      form_click (form_find_doer (form));
      form_settle ();
      colour = guatu_plan_string (guatu_document_get_plan (self->document), GUATU_TABLE_CATEGORY, 0,
                                  GUATU_CATEGORY_COLOUR);
      g_assert_cmpstr (colour, ==, first);
      g_assert_cmpint (*colour == '#', ==, i == 0);
    }
}

/* Phases ---------------------------------------------------------------------------------------------- */

/* QX-11: what a phase is to bring is a list of lines. */
static void
test_deliverables (Fixture *self, gconstpointer data)
{
  GuatuPhasePage *page = GUATU_PHASE_PAGE (guatu_ledgers_view_get_page (self->view, "phases"));
  GuatuRowList *list = guatu_phase_page_get_phases (page);
  GtkWidget *form;

  guatu_ledgers_view_show (self->view, "phases");
  add_named (self, GUATU_TABLE_PHASE, GUATU_PHASE_NAME, "Mobilise");
  form_settle ();
  gtk_widget_activate_action (GTK_WIDGET (list), "rows.edit", NULL);
  form_settle ();
  form = form_over (GTK_WIDGET (list));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (form_find (form, GTK_TYPE_TEXT_VIEW))),
                            "Work plan\nTask board\n\n", -1);
  form_click (form_find_doer (form));
  form_settle ();
  g_assert_cmpstr (guatu_plan_string (guatu_document_get_plan (self->document), GUATU_TABLE_PHASE, 0,
                                      GUATU_PHASE_DELIVERABLES), ==, "Work plan\nTask board");
  g_assert_true (form_says (GTK_WIDGET (list), "Work plan, Task board"));
}

/* Key nodes ------------------------------------------------------------------------------------------- */

static gint64
add_node (Fixture *self, gint64 task, const char *name, const char *date)
{
  GuatuSetting settings[] = { { GUATU_KEY_NODE_TASK, GUATU_INTEGER (task) },
                              { GUATU_KEY_NODE_NAME, GUATU_TEXT (name) },
                              { GUATU_KEY_NODE_DATE, GUATU_INTEGER (guatu_test_at (date)) } };

  return add (self, GUATU_TABLE_KEY_NODE, settings, 3);
}

static void
test_key_nodes (Fixture *self, gconstpointer data)
{
  GuatuKeyNodePage *page = GUATU_KEY_NODE_PAGE (guatu_ledgers_view_get_page (self->view, "key-nodes"));
  GuatuPlainTable *table = guatu_key_node_page_get_table (page);
  gint64 soil, frame;

  guatu_ledgers_view_show (self->view, "key-nodes");
  soil = add_node (self, self->dig, "Soil", "2024-03-05 17:00");
  frame = add_node (self, self->fill, "Frame", "2024-03-08 17:00");
  add_node (self, self->fill, "Keys", "2024-05-08 17:00");
  form_settle ();
  g_assert_cmpstr (guatu_key_node_page_get_count (page), ==, "3 key nodes: 1 overdue, 1 due within two weeks");
  g_assert_cmpuint (guatu_plain_table_get_n (table), ==, 3);
  assert_cell (table, 0, 1, "Dig");
  assert_cell (table, 0, 2, "Soil");
  assert_cell (table, 0, 5, "1 day overdue");
  assert_cell (table, 1, 5, "Due in 2 days");
  form_must_be_named (GTK_WIDGET (self->view));

  guatu_key_node_page_sort (page, GUATU_NODE_SORT_NAME, FALSE);
  assert_cell (table, 0, 2, "Frame");
  guatu_key_node_page_filter (page, 1u << GUATU_NODE_OVERDUE);
  g_assert_cmpuint (guatu_plain_table_get_n (table), ==, 1);
  guatu_key_node_page_filter (page, 0);

  /* Ticked off on the status date; undo opens it again. */
  g_assert_true (guatu_key_node_page_select (page, soil));
  gtk_widget_activate_action (GTK_WIDGET (page), "nodes.reach", NULL);
  form_settle ();
  g_assert_cmpstr (guatu_key_node_page_get_count (page), ==, "3 key nodes: 0 overdue, 1 due within two weeks");
  guatu_key_node_page_sort (page, GUATU_NODE_SORT_REACHED, FALSE);
  assert_cell (table, 0, 2, "Soil");
  assert_cell (table, 0, 5, "Reached 1 day late");
  undo (self);
  g_assert_cmpstr (guatu_key_node_page_get_count (page), ==, "3 key nodes: 1 overdue, 1 due within two weeks");

  g_assert_true (guatu_key_node_page_select (page, frame));
  gtk_widget_activate_action (GTK_WIDGET (page), "nodes.remove", NULL);
  form_settle ();
  g_assert_cmpuint (self->n_removed, ==, 1);
  g_assert_cmpuint (guatu_plain_table_get_n (table), ==, 2);
  undo (self);
  g_assert_cmpuint (guatu_plain_table_get_n (table), ==, 3);
  /* What a search hides is shown to whoever is led to it. */
  guatu_key_node_page_search (page, "keys");
  g_assert_cmpuint (guatu_plain_table_get_n (table), ==, 1);
  g_assert_true (guatu_desk_view_show_row (GUATU_DESK_VIEW (self->view), GUATU_TABLE_KEY_NODE, frame));
  g_assert_cmpuint (guatu_plain_table_get_n (table), ==, 3);
}

static void
test_new_key_node (Fixture *self, gconstpointer data)
{
  GuatuKeyNodePage *page = GUATU_KEY_NODE_PAGE (guatu_ledgers_view_get_page (self->view, "key-nodes"));
  GuatuPlainTable *table = guatu_key_node_page_get_table (page);
  g_autoptr(GArray) selected = NULL;
  GtkWidget *form;

  guatu_ledgers_view_show (self->view, "key-nodes");
  gtk_widget_activate_action (GTK_WIDGET (page), "nodes.add", NULL);
  form_settle ();
  form_choose (form_over (GTK_WIDGET (page)), "Fill");
  form_settle ();
  form = form_over (GTK_WIDGET (page));
  form_type (form_find_nth (form, GTK_TYPE_ENTRY, 0), "Half full");
  form_type (form_find_nth (form, GTK_TYPE_ENTRY, 1), "50%");
  form_click (form_find_doer (form));
  form_settle ();
  g_assert_cmpuint (guatu_plain_table_get_n (table), ==, 1);
  assert_cell (table, 0, 1, "Fill");
  assert_cell (table, 0, 2, "Half full");
  selected = guatu_plain_table_get_selected (table);
  g_assert_cmpuint (selected->len, ==, 1);
}

/* Ten thousand of them are listed, sorted and searched; only rows in sight have cells. */
static void
test_many_key_nodes (Fixture *self, gconstpointer data)
{
  GuatuKeyNodePage *page = GUATU_KEY_NODE_PAGE (guatu_ledgers_view_get_page (self->view, "key-nodes"));
  GuatuPlainTable *table = guatu_key_node_page_get_table (page);
  g_autofree GuatuRowSettings *rows = g_new0 (GuatuRowSettings, 10000);
  g_autofree GuatuSetting *settings = g_new0 (GuatuSetting, 30000);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GuatuInstant first = guatu_test_at ("2024-01-01 17:00");
  g_autoptr(GTimer) timer = NULL;

  for (guint i = 0; i < 10000; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("Node %u", i));
      settings[3 * i] = (GuatuSetting) { GUATU_KEY_NODE_TASK, GUATU_INTEGER (i % 2 ? self->dig : self->fill) };
      settings[3 * i + 1] = (GuatuSetting) { GUATU_KEY_NODE_NAME, GUATU_TEXT (names->pdata[i]) };
      settings[3 * i + 2] = (GuatuSetting) { GUATU_KEY_NODE_DATE, GUATU_INTEGER (first + i * 7919 % 400 * GUATU_DAY) };
      rows[i] = (GuatuRowSettings) { 0, &settings[3 * i], 3 };
    }
  guatu_ledgers_view_show (self->view, "key-nodes");
  g_assert_true (guatu_document_set_rows (self->document, GUATU_TABLE_KEY_NODE, "key-nodes-reach", NULL, rows, 10000,
                                          NULL));
  form_settle ();
  g_assert_cmpuint (guatu_plain_table_get_n (table), ==, 10000);
  timer = g_timer_new ();
  guatu_key_node_page_sort (page, GUATU_NODE_SORT_NAME, TRUE);
  assert_cell (table, 0, 2, "Node 9999");
  g_test_message ("sorted in %.0f ms", g_timer_elapsed (timer, NULL) * 1000);
  g_timer_start (timer);
  guatu_key_node_page_search (page, "node 77");
  g_assert_cmpuint (guatu_plain_table_get_n (table), ==, 111);
  g_test_message ("searched in %.0f ms", g_timer_elapsed (timer, NULL) * 1000);
}

/* YL-05 ----------------------------------------------------------------------------------------------- */

/* 13 ledgers with 473 items: the view counts them, and shows those of the one that is chosen. */
static void
test_thirteen (Fixture *self, gconstpointer data)
{
  GuatuLedgerPage *page = GUATU_LEDGER_PAGE (guatu_ledgers_view_get_page (self->view, "ledgers"));
  gint64 tasks[37], ledgers[13] = { self->board, self->works };

  g_assert_true (guatu_document_begin_group (self->document, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    tasks[i] = add_named (self, GUATU_TABLE_TASK, GUATU_TASK_NAME, "Item");
  for (guint i = 2; i < 13; i++)
    ledgers[i] = add_named (self, GUATU_TABLE_LEDGER, GUATU_LEDGER_NAME, "Ledger");
  g_assert_true (guatu_document_end_group (self->document, TRUE, "tasks-add", NULL, 48, NULL));
  for (guint i = 0; i < 13; i++)
    g_assert_true (guatu_document_put_on_ledger (self->document, ledgers[i], tasks, i < 8 ? 36 : 37, NULL, NULL));
  form_settle ();
  g_assert_cmpstr (guatu_ledgers_view_get_total (self->view), ==, "13 ledgers, 473 items");
  g_assert_true (guatu_row_list_select (guatu_ledger_page_get_ledgers (page), ledgers[12]));
  g_assert_cmpuint (guatu_plain_table_get_n (guatu_ledger_page_get_table (page)), ==, 37);
  g_assert_cmpstr (guatu_ledger_page_get_count (page), ==, "0 of 37 complete");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add ("/ledgers-view/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("YL-05-PB-09-tasks-are-put-on-ledgers-with-what-they-lack", test_items);
  ADD ("ledgers-are-added-moved-and-removed", test_ledgers);
  ADD ("QX-11-phases-that-share-a-day-are-drawn-and-listed", test_phases);
  ADD ("YL-05-13-ledgers-and-473-items-are-counted-and-shown", test_thirteen);
  ADD ("a-category-in-use-says-where-its-items-go", test_categories);
  ADD ("a-colour-is-chosen-from-the-palette", test_colours);
  ADD ("QX-11-deliverables-are-lines", test_deliverables);
  ADD ("key-nodes-are-listed-sorted-filtered-and-ticked-off", test_key_nodes);
  ADD ("a-key-node-is-added-to-a-task-that-is-chosen", test_new_key_node);
  ADD ("ten-thousand-key-nodes-are-listed", test_many_key_nodes);
  ADD ("what-slipped-since-a-baseline-is-listed", test_slips);
#undef ADD
  return g_test_run ();
}
