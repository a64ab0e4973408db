/* test-ledgers-view.c — Phases & Ledgers: ledgers and their items, phases, baselines and what slipped. */
#include <adwaita.h>

#include "guatu-form-popover.h"
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
  self->document = guatu_document_create (path, plan, "create", NULL, NULL, NULL, &error);
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
  GuatuPhasePage *page = GUATU_PHASE_PAGE (guatu_ledgers_view_get_page (self->view, "phases"));
  GuatuSetting settings[] = { { GUATU_PHASE_NAME, GUATU_TEXT ("Mobilise") },
                              { GUATU_PHASE_FROM_DATE, GUATU_INTEGER (guatu_test_at ("2022-08-21")) },
                              { GUATU_PHASE_TO_DATE, GUATU_INTEGER (guatu_test_at ("2022-09-05")) } };

  guatu_ledgers_view_show (self->view, "phases");
  g_assert_cmpuint (guatu_phase_page_n_drawn (page), ==, 0);
  add (self, GUATU_TABLE_PHASE, settings, 3);
  settings[0].value = GUATU_TEXT ("Implement");
  settings[1].value = settings[2].value;
  settings[2].value = GUATU_INTEGER (guatu_test_at ("2022-12-20"));
  add (self, GUATU_TABLE_PHASE, settings, 3);
  form_settle ();
  g_assert_cmpuint (guatu_phase_page_n_drawn (page), ==, 2);
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
  assert_cell (table, 0, 6, "2 d later");
  guatu_slip_page_set_only_changed (page, FALSE);
  g_assert_cmpuint (guatu_plain_table_get_n (table), ==, 2);
  assert_cell (table, 1, 6, "on time");
  form_must_be_named (GTK_WIDGET (self->view));
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
  ADD ("what-slipped-since-a-baseline-is-listed", test_slips);
#undef ADD
  return g_test_run ();
}
