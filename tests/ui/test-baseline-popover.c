/* test-baseline-popover.c — baselines in the toolbar: chosen, set, renamed, removed, put in force. */
#include <adwaita.h>

#include "guatu-baseline-popover.h"
#include "guatu-battle-toolbar-private.h"
#include "guatu-progress.h"
#include "guatu-test.h"
#include "guatu-view-json.h"

/* Dig 5 d, with two baselines: Draft, then Approved. Dig is 10 d by now. */
typedef struct
{
  char                 *dir;
  GuatuDocument        *document;
  GuatuBattleView      *view;
  GtkWidget            *window;
  GtkWidget            *bar;
  GuatuBaselinePopover *popover;
  gint64                dig;
  gint64                draft;
  gint64                approved;
  guint                 n_removed;
  guint                 n_failed;
} Fixture;

static GtkWidget *
part (Fixture *self, const char *name)
{
  GtkWidget *found = GTK_WIDGET (gtk_widget_get_template_child (self->bar, GUATU_TYPE_BATTLE_TOOLBAR, name));

  g_assert_nonnull (found);
  return found;
}

static void
removed_cb (Fixture *self, guint steps, const char *what)
{
  g_assert_cmpuint (steps, ==, 1);
  g_assert_nonnull (strstr (what, "Draft"));
  self->n_removed++;
}

static void
failed_cb (Fixture *self, const char *message)
{
  self->n_failed++;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  GuatuSetting longer = { GUATU_TASK_DURATION, GUATU_INTEGER (10 * 8 * GUATU_HOUR) };
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autofree char *path = NULL;

  self->dig = guatu_plan_id (plan, GUATU_TABLE_TASK, guatu_test_add_task (plan, -1, "Dig", "5d"));
  guatu_test_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_STATUS_DATE, guatu_test_at ("2024-03-06 17:00"));
  guatu_plan_settle (plan);
  self->dir = guatu_test_make_dir ();
  path = g_build_filename (self->dir, "plan.guatu", NULL);
  self->document = guatu_document_create (path, plan, NULL, "create", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (guatu_document_set_baseline (self->document, "Draft", guatu_test_at ("2024-02-01 09:00"), &self->draft,
                                              &error));
  g_assert_true (guatu_document_set (self->document, GUATU_TABLE_TASK, self->dig, &longer, 1, &error));
  g_assert_true (guatu_document_set_baseline (self->document, "Approved", guatu_test_at ("2024-02-20 09:00"),
                                              &self->approved, &error));
  self->view = guatu_battle_view_new (self->document);
  self->window = g_object_ref (gtk_window_new ());
  self->bar = guatu_battle_toolbar_new (self->view);
  gtk_window_set_child (GTK_WINDOW (self->window), self->bar);
  self->popover = GUATU_BASELINE_POPOVER (guatu_battle_toolbar_get_popover (GUATU_BATTLE_TOOLBAR (self->bar),
                                                                            GTK_MENU_BUTTON (part (self, "baseline"))));
  g_signal_connect_swapped (self->bar, "removed", G_CALLBACK (removed_cb), self);
  g_signal_connect_swapped (self->bar, "failed", G_CALLBACK (failed_cb), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->window);
  g_assert_finalize_object (self->view);
  g_assert_finalize_object (self->document);
  guatu_test_remove_dir (self->dir);
}

static const char *
label_of (Fixture *self)
{
  return gtk_label_get_text (GTK_LABEL (part (self, "baseline_label")));
}

static guint
n_rows (Fixture *self)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (guatu_baseline_popover_get_list (self->popover), (int) n) != NULL)
    n++;

  return n;
}

static void
choose (Fixture *self, int place)
{
  GtkListBox *list = guatu_baseline_popover_get_list (self->popover);

  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, place));
}

/* How many days Dig is behind the baseline that the chart draws; -1: it draws none. */
static int
slip (Fixture *self)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);

  return chart->baseline == NULL ? -1 : (int) guatu_chart_slip (chart, 0) / 100;
}

/* The newest at first; what is chosen is drawn at once, and nothing is written for it. */
static void
test_choose (Fixture *self, gconstpointer data)
{
  gint64 before, after;

  guatu_store_head (guatu_document_get_store (self->document), &before, NULL, NULL);
  g_assert_cmpuint (n_rows (self), ==, 3);
  g_assert_cmpstr (label_of (self), ==, "Baseline: Approved");
  g_assert_cmpint (slip (self), ==, 0);
  choose (self, 1);
  g_assert_cmpstr (label_of (self), ==, "Baseline: Draft");
  g_assert_cmpint (slip (self), ==, 5);
  g_assert_true (gtk_widget_has_css_class (part (self, "baseline"), "on"));
  choose (self, 0);
  g_assert_cmpstr (label_of (self), ==, "Baseline");
  g_assert_cmpint (slip (self), ==, -1);
  g_assert_false (gtk_widget_has_css_class (part (self, "baseline"), "on"));
  choose (self, 2);
  g_assert_cmpint (guatu_battle_view_get_baseline_choice (self->view), ==, GUATU_BASELINE_REFERENCE);
  guatu_store_head (guatu_document_get_store (self->document), &after, NULL, NULL);
  g_assert_cmpint (before, ==, after);
}

/* Whoever chooses a baseline wants to see it, also where its layer was off. */
static void
test_layer (Fixture *self, gconstpointer data)
{
  guatu_battle_view_set_layers (self->view, guatu_battle_view_get_layers (self->view) & ~GUATU_LAYER_BASELINE);
  g_assert_cmpstr (label_of (self), ==, "Baseline");
  choose (self, 1);
  g_assert_true ((guatu_battle_view_get_layers (self->view) & GUATU_LAYER_BASELINE) != 0);
  g_assert_cmpstr (label_of (self), ==, "Baseline: Draft");
}

static void
show (Fixture *self)
{
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_menu_button_popup (GTK_MENU_BUTTON (part (self, "baseline")));
}

/* The status date is its first name; a name that is taken is refused where it is typed. */
static void
test_set (Fixture *self, gconstpointer data)
{
  GtkEditable *entry = GTK_EDITABLE (guatu_baseline_popover_get_entry (self->popover));

  show (self);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Mar 6, 2024");
  gtk_editable_set_text (entry, "Draft");
  g_assert_cmpstr (guatu_baseline_popover_get_trouble (self->popover), !=, "");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
  guatu_baseline_popover_set (self->popover);
  g_assert_nonnull (strstr (guatu_baseline_popover_get_trouble (self->popover), "Draft"));
  g_assert_cmpuint (guatu_plan_n_live (guatu_document_get_plan (self->document), GUATU_TABLE_BASELINE), ==, 2);

  gtk_editable_set_text (entry, "As of today");
  g_assert_cmpstr (guatu_baseline_popover_get_trouble (self->popover), ==, "");
  choose (self, 0);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (n_rows (self), ==, 4);
  g_assert_cmpstr (label_of (self), ==, "Baseline: As of today");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self->popover)));
}

/* Of a day on which there is one already the next has a number. */
static void
test_suggestion (Fixture *self, gconstpointer data)
{
  GtkEditable *entry = GTK_EDITABLE (guatu_baseline_popover_get_entry (self->popover));

  show (self);
  guatu_baseline_popover_set (self->popover);
  show (self);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Mar 6, 2024 (2)");
}

static GtkWidget *
find_entry (GtkWidget *widget)
{
  if (GTK_IS_ENTRY (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_entry (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_rename (Fixture *self, gconstpointer data)
{
  GtkWidget *list = GTK_WIDGET (guatu_baseline_popover_get_list (self->popover)), *entry;

  show (self);
  guatu_baseline_popover_rename (self->popover, self->draft);
  entry = find_entry (list);
  g_assert_nonnull (entry);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Draft");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Approved");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpuint (self->n_failed, ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "First_draft");
  g_signal_emit_by_name (entry, "activate");
  g_assert_null (find_entry (list));
  choose (self, 1);
  g_assert_cmpstr (label_of (self), ==, "Baseline: First_draft");
}

/* One that is shown and removed leaves the reference, and comes back with undo. */
static void
test_remove (Fixture *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  choose (self, 1);
  guatu_baseline_popover_remove (self->popover, self->draft);
  g_assert_cmpuint (self->n_removed, ==, 1);
  g_assert_cmpuint (n_rows (self), ==, 2);
  g_assert_cmpstr (label_of (self), ==, "Baseline: Approved");
  g_assert_true (guatu_document_undo (self->document, NULL, &error));
  g_assert_cmpuint (n_rows (self), ==, 3);
  g_assert_cmpstr (label_of (self), ==, "Baseline: Draft");
}

/* What lights are measured on is the plan's, and one undo takes it back. */
static void
test_measure (Fixture *self, gconstpointer data)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (guatu_plan_id (plan, GUATU_TABLE_BASELINE, guatu_progress_reference_baseline (plan)), ==,
                   self->approved);
  guatu_baseline_popover_measure_on (self->popover, self->draft);
  plan = guatu_document_get_plan (self->document);
  g_assert_cmpint (guatu_plan_id (plan, GUATU_TABLE_BASELINE, guatu_progress_reference_baseline (plan)), ==, self->draft);
  g_assert_cmpstr (label_of (self), ==, "Baseline: Draft");
  g_assert_true (guatu_document_undo (self->document, NULL, &error));
  g_assert_cmpstr (label_of (self), ==, "Baseline: Approved");
}

/* The view is looked at again with what was shown. */
static void
test_remembered (Fixture *self, gconstpointer data)
{
  for (int place = 0; place < 3; place++)
    {
      g_autoptr(GuatuBattleView) other = guatu_battle_view_new (self->document);
      JsonObject *look;

      choose (self, place);
      look = guatu_view_json_write_look (self->view);
      guatu_view_json_read_look (other, look);
      json_object_unref (look);
      g_assert_cmpint (guatu_battle_view_get_baseline_choice (other), ==,
                       guatu_battle_view_get_baseline_choice (self->view));
      g_assert_cmpint (guatu_battle_view_get_baseline (other), ==, guatu_battle_view_get_baseline (self->view));
    }
}

/* With a long name and all that can be shown the bar fits into the narrowest window. */
static void
test_narrow (Fixture *self, gconstpointer data)
{
  GuatuSetting name = { GUATU_BASELINE_NAME, GUATU_TEXT ("The construction plan as approved by the leading group") };
  g_autoptr(GError) error = NULL;
  int minimum;

  g_assert_true (guatu_document_set (self->document, GUATU_TABLE_BASELINE, self->approved, &name, 1, &error));
  gtk_widget_measure (self->bar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 900);
}

#define add(path, func) g_test_add ("/baseline-popover/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  guatu_test_fix_ids ();
  adw_init ();

  add ("what-is-chosen-is-drawn", test_choose);
  add ("choosing-shows-the-layer", test_layer);
  add ("a-name-that-is-taken-is-refused-at-its-field", test_set);
  add ("a-second-one-of-a-day-has-a-number", test_suggestion);
  add ("is-renamed-in-its-row", test_rename);
  add ("a-removed-one-comes-back", test_remove);
  add ("lights-are-measured-on-another", test_measure);
  add ("is-remembered", test_remembered);
  add ("fits-into-a-narrow-window", test_narrow);

  return g_test_run ();
}
