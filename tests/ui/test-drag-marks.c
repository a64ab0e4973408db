/* test-drag-marks.c — progress and key nodes are dragged, stepped, added and taken out on their bars. */
#include <adwaita.h>

#include "drag-fixture.h"
#include "guatu-drag-key-node.h"
#include "guatu-drag-progress.h"
#include "guatu-form-popover.h"
#include "guatu-progress.h"

/* Progress --------------------------------------------------------------------------------------------- */

static gint64
share_of (DragFixture *self, const char *name)
{
  return guatu_drag_progress_share (self->of.document, task_id (&self->of, name));
}

static GuatuPoint
knob_of (DragFixture *self, const char *name, gint64 share)
{
  GuatuBox bar = bar_of (self, name);

  return (GuatuPoint) { CLAMP (bar.x + bar.width * (double) share / 10000, bar.x + 5, bar.x + bar.width - 5),
                        bar.y + bar.height + 1 };
}

static void
report (DragFixture *self, const char *name, const char *day, gint64 share)
{
  g_autoptr(GError) error = NULL;

  guatu_document_report (self->of.document, task_id (&self->of, name), guatu_test_at (day), share, NULL, 0, NULL,
                         &error);
  g_assert_no_error (error);
}

/* Where nothing is done the knob stands within the bar's start, and only under the pointer. */
static void
test_progress_begins (DragFixture *self, gconstpointer data)
{
  const char *label;
  GuatuPoint knob;
  GuatuBox bar;
  guint before;

  set_plan (&self->of, GUATU_PLAN_STATUS_DATE, GUATU_INTEGER (guatu_test_at ("2024-03-15 17:00")), NULL);
  knob = knob_of (self, "Road", 0);
  bar = bar_of (self, "Road");
  before = self->of.n_changed;
  g_assert_cmpint (guatu_timeline_hold_at (self->timeline, knob.x, knob.y, 0).grip, !=, GUATU_GRIP_PROGRESS);
  guatu_timeline_hover (self->timeline, bar.x + bar.width / 2, bar.y + bar.height / 2, 0);
  g_assert_cmpint (guatu_timeline_hold_at (self->timeline, knob.x, knob.y, 0).grip, ==, GUATU_GRIP_PROGRESS);
  gtk_test_widget_wait_for_draw (self->window);

  guatu_timeline_press (self->timeline, knob.x, knob.y, 0);
  g_assert_true (guatu_timeline_drag_to (self->timeline, bar.x + bar.width * 0.546, knob.y, 0));
  label = guatu_drag_ghost_get_label (self->timeline->ghost);
  g_assert_cmpstr (label, ==, "55% · Apr 1");
  gtk_test_widget_wait_for_draw (self->window);
  g_assert_cmpuint (self->of.n_changed, ==, before);
  guatu_timeline_release (self->timeline, bar.x + bar.width * 0.546, knob.y);

  g_assert_null (self->failure);
  g_assert_cmpint (share_of (self, "Road"), ==, 5500);
  g_assert_cmpint (guatu_plan_number (guatu_document_get_plan (self->of.document), GUATU_TABLE_REPORT, 0,
                                      GUATU_REPORT_DATE), ==, guatu_test_at ("2024-03-15 17:00"));
  check_undo (&self->of, before);
  g_assert_cmpint (share_of (self, "Road"), ==, 0);
}

/* Well within the bar the place where its done part ends is taken at any height, and to 100 % and back at its end. */
static void
test_progress_goes_on (DragFixture *self, gconstpointer data)
{
  GuatuBox bar;
  guint before;

  set_plan (&self->of, GUATU_PLAN_STATUS_DATE, GUATU_INTEGER (guatu_test_at ("2024-03-15 17:00")), NULL);
  report (self, "Road", "2024-03-12 17:00", 3000);
  bar = bar_of (self, "Road");
  g_assert_cmpint (guatu_timeline_hold_at (self->timeline, bar.x + bar.width * 0.3, bar.y + 3, 0).grip, ==,
                   GUATU_GRIP_PROGRESS);
  before = self->of.n_changed;
  drag (self, (GuatuPoint) { bar.x + bar.width * 0.3, bar.y + 3 },
        (GuatuPoint) { bar.x + bar.width * 0.418, bar.y + 3 }, GDK_SHIFT_MASK);
  g_assert_cmpint (share_of (self, "Road"), ==, 4200);
  check_undo (&self->of, before);

  bar = bar_of (self, "Road");
  drag (self, (GuatuPoint) { bar.x + bar.width * 0.3, bar.y + 3 }, (GuatuPoint) { bar.x + bar.width + 90, bar.y }, 0);
  g_assert_cmpint (share_of (self, "Road"), ==, 10000);
  g_assert_cmpint (task_number (&self->of, "Road", GUATU_TASK_ACTUAL_FINISH), !=, GUATU_NONE);

  /* What is finished can be taken back. */
  bar = bar_of (self, "Road");
  before = self->of.n_changed;
  guatu_timeline_hover (self->timeline, bar.x + bar.width / 2, bar.y + bar.height / 2, 0);
  drag (self, knob_of (self, "Road", 10000), (GuatuPoint) { bar.x + bar.width / 2, bar.y }, 0);
  g_assert_null (self->failure);
  g_assert_cmpint (share_of (self, "Road"), ==, 5000);
  check_undo (&self->of, before);
}

static void
test_progress_same (DragFixture *self, gconstpointer data)
{
  GuatuPoint knob = knob_of (self, "Road", 0);
  GuatuBox bar = bar_of (self, "Road");
  guint before = self->of.n_changed;

  guatu_timeline_hover (self->timeline, bar.x + bar.width / 2, bar.y + bar.height / 2, 0);
  drag (self, knob, (GuatuPoint) { bar.x - 40, knob.y }, 0);
  g_assert_null (self->failure);
  g_assert_cmpuint (self->of.n_changed, ==, before);
}

/* A report that would not count says so before it is made. */
static void
test_progress_refused (DragFixture *self, gconstpointer data)
{
  gint64 build = task_id (&self->of, "Build");
  GuatuBox bar;
  guint before;

  set_plan (&self->of, GUATU_PLAN_STATUS_DATE, GUATU_INTEGER (guatu_test_at ("2024-03-08 17:00")), NULL);
  report (self, "Road", "2024-03-15 17:00", 4000);
  bar = bar_of (self, "Road");
  before = self->of.n_changed;
  /* The bar shows what is known at the status date. */
  guatu_timeline_hover (self->timeline, bar.x + bar.width / 2, bar.y + bar.height / 2, 0);
  guatu_timeline_press (self->timeline, knob_of (self, "Road", 0).x, knob_of (self, "Road", 0).y, 0);
  guatu_timeline_drag_to (self->timeline, bar.x + bar.width * 0.6, bar.y + 3, 0);
  check_refused (self, before, "Mar 15");

  guatu_battle_view_select (self->view, &build, 1);
  g_assert_true (guatu_timeline_step_progress (self->timeline, 1));
  check_refused (self, before, "subtasks");
}

static void
test_progress_keys (DragFixture *self, gconstpointer data)
{
  gint64 ids[] = { task_id (&self->of, "Survey"), task_id (&self->of, "Road"), task_id (&self->of, "Build") };
  guint before;

  set_plan (&self->of, GUATU_PLAN_STATUS_DATE, GUATU_INTEGER (guatu_test_at ("2024-03-15 17:00")), NULL);
  report (self, "Road", "2024-03-12 17:00", 3300);
  g_assert_false (guatu_timeline_step_progress (self->timeline, 1));
  guatu_battle_view_select (self->view, ids, 2);
  before = self->of.n_changed;
  g_assert_true (guatu_timeline_step_progress (self->timeline, 1));
  g_assert_cmpint (share_of (self, "Survey"), ==, 500);
  g_assert_cmpint (share_of (self, "Road"), ==, 3500);
  check_undo (&self->of, before);
  /* A summary among them follows. */
  guatu_battle_view_select (self->view, ids, 3);
  before = self->of.n_changed;
  g_assert_true (guatu_timeline_step_progress (self->timeline, 1));
  g_assert_null (self->failure);
  g_assert_cmpint (share_of (self, "Road"), ==, 3500);
  check_undo (&self->of, before);
  guatu_battle_view_select (self->view, &ids[1], 1);
  g_assert_true (guatu_timeline_step_progress (self->timeline, -1));
  g_assert_cmpint (share_of (self, "Road"), ==, 3000);
  g_assert_true (guatu_timeline_step_progress (self->timeline, -1));
  g_assert_cmpint (share_of (self, "Road"), ==, 2500);
}

static void
test_progress_steps (DocumentFixture *of, gconstpointer data)
{
  static const struct { gint64 share; gint64 more; gint64 less; } cases[] = {
    { 0, 500, 0 }, { 100, 500, 0 }, { 500, 1000, 0 }, { 4999, 5000, 4500 }, { 9700, 10000, 9500 },
    { 10000, 10000, 9500 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 road = task_id (of, "Road");

      g_assert_true (guatu_document_report (of->document, road, guatu_test_at ("2024-03-12 17:00"), cases[i].share,
                                            NULL, 0, NULL, NULL));
      g_assert_cmpint (guatu_drag_progress_step (of->document, road, 1), ==, cases[i].more);
      g_assert_cmpint (guatu_drag_progress_step (of->document, road, -1), ==, cases[i].less);
    }
  /* A milestone is reached or is not. */
  g_assert_cmpint (guatu_drag_progress_step (of->document, task_id (of, "Opening"), 1), ==, 10000);
  g_assert_cmpint (guatu_drag_progress_step (of->document, task_id (of, "Opening"), -1), ==, 0);
}

/* Key nodes -------------------------------------------------------------------------------------------- */

static gint64
add_node (DragFixture *self, const char *task, guint field, gint64 value)
{
  const GuatuSetting settings[] = {
    { GUATU_KEY_NODE_TASK, GUATU_INTEGER (task_id (&self->of, task)) },
    { GUATU_KEY_NODE_NAME, GUATU_TEXT ("Roof <on>") },
    { field, GUATU_INTEGER (value) },
  };

  return must_add (&self->of, GUATU_TABLE_KEY_NODE, settings, G_N_ELEMENTS (settings));
}

static GuatuInstant
when (DragFixture *self, gint64 node)
{
  return guatu_key_node_when (self->of.document, node);
}

static GuatuPoint
place_of (DragFixture *self, gint64 node, const char *task)
{
  return (GuatuPoint) { guatu_timeline_x_of (self->timeline, (double) when (self, node)), y_of (self, task) };
}

static void
test_node_moves (DragFixture *self, gconstpointer data)
{
  static const struct { double days; GdkModifierType state; const char *date; } cases[] = {
    { 2, 0, "2024-03-15 17:00" }, { 3, 0, "2024-03-15 17:00" },    /* a Saturday */
    { 5, 0, "2024-03-18 17:00" }, { -1, 0, "2024-03-12 17:00" }, { 0.5, GDK_SHIFT_MASK, "2024-03-14 05:00" },
  };
  gint64 node = add_node (self, "Road", GUATU_KEY_NODE_DATE, guatu_test_at ("2024-03-13 17:00"));
  g_autofree char *tip = NULL;
  GuatuPoint at = place_of (self, node, "Road");

  g_assert_cmpint (guatu_timeline_hold_at (self->timeline, at.x, at.y, 0).key_node, ==, node);
  tip = guatu_timeline_tip_at (self->timeline, at.x, at.y);
  g_assert_cmpstr (tip, ==, "<b>Roof &lt;on&gt;</b>\nWed, Mar 13, 2024");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint before = self->of.n_changed;
      GuatuPoint to = { at.x + cases[i].days * day_width (self), at.y };

      guatu_timeline_press (self->timeline, at.x, at.y, cases[i].state);
      guatu_timeline_drag_to (self->timeline, to.x, to.y, cases[i].state);
      g_assert_nonnull (strstr (guatu_drag_ghost_get_label (self->timeline->ghost), "Roof <on> · "));
      gtk_test_widget_wait_for_draw (self->window);
      g_assert_cmpuint (self->of.n_changed, ==, before);
      guatu_timeline_release (self->timeline, to.x, to.y);
      g_assert_null (self->failure);
      check_place (when (self, node), cases[i].date);
      g_assert_cmpint (self->timeline->key_node, ==, node);
      check_undo (&self->of, before);
    }
}

/* One at a share of the span stands at a date from then on. */
static void
test_node_of_share (DragFixture *self, gconstpointer data)
{
  gint64 node = add_node (self, "Survey", GUATU_KEY_NODE_SHARE, 5000);
  GuatuPoint at = place_of (self, node, "Survey");
  guint before = self->of.n_changed;

  check_place (when (self, node), "2024-03-06 12:00");
  drag (self, at, (GuatuPoint) { at.x + day_width (self), at.y }, 0);
  check_place (when (self, node), "2024-03-07 17:00");
  check_undo (&self->of, before);
  check_place (when (self, node), "2024-03-06 12:00");
}

static void
test_node_keys (DragFixture *self, gconstpointer data)
{
  gint64 node = add_node (self, "Road", GUATU_KEY_NODE_DATE, guatu_test_at ("2024-03-15 17:00"));
  GuatuPoint at = place_of (self, node, "Road");
  guint before;

  guatu_timeline_click_at (self->timeline, at.x, at.y, 0);
  g_assert_cmpint (self->timeline->key_node, ==, node);
  gtk_test_widget_wait_for_draw (self->window);
  before = self->of.n_changed;
  g_assert_true (press_key (self, "<Alt>Right"));
  check_place (when (self, node), "2024-03-18 17:00");
  g_assert_true (press_key (self, "<Alt>Left"));
  check_place (when (self, node), "2024-03-15 17:00");
  g_assert_cmpuint (self->of.n_changed, ==, before + 2);

  before = self->of.n_changed;
  g_assert_true (press_key (self, "Delete"));
  g_assert_cmpint (guatu_plan_find (guatu_document_get_plan (self->of.document), GUATU_TABLE_KEY_NODE, node), ==, -1);
  g_assert_nonnull (strstr (self->removed, "Roof"));
  check_undo (&self->of, before);

  guatu_timeline_click_at (self->timeline, at.x, at.y, 0);
  g_assert_true (press_key (self, "Escape"));
  g_assert_cmpint (self->timeline->key_node, ==, 0);
  g_assert_false (press_key (self, "<Alt>Right"));
}

static void
test_node_passed (DragFixture *self, gconstpointer data)
{
  gint64 node = add_node (self, "Road", GUATU_KEY_NODE_DATE, guatu_test_at ("2024-03-15 17:00"));
  const GuatuSetting done = { GUATU_KEY_NODE_DONE_ON, GUATU_INTEGER (guatu_test_at ("2024-03-14 17:00")) };
  GuatuPoint at = place_of (self, node, "Road");
  guint before;

  g_assert_true (guatu_document_set (self->of.document, GUATU_TABLE_KEY_NODE, node, &done, 1, NULL));
  before = self->of.n_changed;
  guatu_timeline_press (self->timeline, at.x, at.y, 0);
  guatu_timeline_drag_to (self->timeline, at.x + 50, at.y, 0);
  check_refused (self, before, "Mar 14");
}

/* At the day that was pressed, by the menu of the bar. */
static void
test_node_added (DragFixture *self, gconstpointer data)
{
  GuatuPoint at = { x_at (self, "2024-03-14 06:00"), y_of (self, "Road") };
  guint before = self->of.n_changed;

  guatu_timeline_show_menu (self->timeline, at.x, at.y);
  g_assert_nonnull (self->timeline->popover);
  gtk_test_widget_wait_for_draw (self->window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->timeline), "timeline.add-key-node", NULL));
  gtk_popover_popdown (GTK_POPOVER (self->timeline->popover));
  g_assert_null (self->failure);
  g_assert_cmpint (self->timeline->key_node, !=, 0);
  check_place (when (self, self->timeline->key_node), "2024-03-14 17:00");
  g_assert_cmpint (guatu_timeline_hold_at (self->timeline, x_at (self, "2024-03-14 17:00"), at.y, 0).key_node, ==,
                   self->timeline->key_node);
  check_undo (&self->of, before);
}

/* The actions that the open menu offers, and their keys. */
static char *
read_menu (DragFixture *self)
{
  GMenuModel *menu = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (self->timeline->popover));
  GString *text = g_string_new (NULL);

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr(GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      for (int k = 0; k < g_menu_model_get_n_items (section); k++)
        {
          g_autofree char *action = NULL, *accel = NULL;

          g_menu_model_get_item_attribute (section, k, "action", "s", &action);
          g_menu_model_get_item_attribute (section, k, "accel", "s", &accel);
          g_string_append_printf (text, "%s %s;", action, accel != NULL ? accel : "-");
        }
    }

  return g_string_free (text, FALSE);
}

static char *
menu_at (DragFixture *self, GuatuPoint at)
{
  guatu_timeline_show_menu (self->timeline, at.x, at.y);
  g_assert_nonnull (self->timeline->popover);

  return read_menu (self);
}

/* Each says what can be done with what is under the pointer, with the key that does it. */
static void
test_menus (DragFixture *self, gconstpointer data)
{
  gint64 node = add_node (self, "Road", GUATU_KEY_NODE_DATE, guatu_test_at ("2024-03-14 17:00"));
  g_autofree char *bar = menu_at (self, (GuatuPoint) { x_at (self, "2024-03-07 06:00"), y_of (self, "Road") });
  g_autofree char *ground = menu_at (self, (GuatuPoint) { x_at (self, "2024-03-01 08:00"), y_of (self, "Bridge") });
  g_autofree char *mark = menu_at (self, place_of (self, node, "Road"));

  g_assert_cmpstr (bar, ==, "battle.edit-task <Alt>Return;battle.report <Control>r;timeline.add-key-node -;"
                   "battle.put-on-ledger <Control>t;rows.cut <Control>x;rows.copy <Control>c;rows.paste <Control>v;"
                   "rows.duplicate <Control>d;rows.remove Delete;");
  g_assert_cmpstr (ground, ==, "rows.insert Insert;rows.paste <Control>v;battle.select-all <Control>a;"
                   "battle.fit <Control>0;battle.today <Alt>Home;battle.status-date <Alt>End;"
                   "battle.unfold-all <Alt>plus;battle.fold-all <Alt>minus;");
  g_assert_cmpstr (mark, ==, "timeline.reach-key-node -;timeline.remove-marked Delete;");
}

/* By the menu a key node is reached on the day of reports, and again it is not. */
static void
test_node_reached (DragFixture *self, gconstpointer data)
{
  gint64 node = add_node (self, "Road", GUATU_KEY_NODE_DATE, guatu_test_at ("2024-03-14 17:00"));
  const GuatuPlan *plan = guatu_document_get_plan (self->of.document);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_KEY_NODE, node);

  g_assert_true (set_plan (&self->of, GUATU_PLAN_STATUS_DATE, GUATU_INTEGER (guatu_test_at ("2024-03-15 17:00")), NULL));
  guatu_timeline_select_key_node (self->timeline, node);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->timeline), "timeline.reach-key-node", NULL));
  g_assert_cmpint (guatu_plan_number (plan, GUATU_TABLE_KEY_NODE, row, GUATU_KEY_NODE_DONE_ON), ==,
                   guatu_test_at ("2024-03-15 17:00"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->timeline), "timeline.reach-key-node", NULL));
  g_assert_cmpint (guatu_plan_number (plan, GUATU_TABLE_KEY_NODE, row, GUATU_KEY_NODE_DONE_ON), ==, GUATU_NONE);
  g_assert_null (self->failure);
}

/* The selected task is reported at its bar; one with subtasks says why not. */
static void
test_report_asked (DragFixture *self, gconstpointer data)
{
  gint64 road = task_id (&self->of, "Road"), build = task_id (&self->of, "Build");

  guatu_battle_view_select (self->view, &road, 1);
  guatu_timeline_report (self->timeline);
  g_assert_true (GUATU_IS_FORM_POPOVER (self->timeline->popover));
  gtk_popover_popdown (GTK_POPOVER (self->timeline->popover));
  g_assert_null (self->failure);
  guatu_battle_view_select (self->view, &build, 1);
  guatu_timeline_report (self->timeline);
  g_assert_nonnull (strstr (self->failure, "has subtasks"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  document_fixture_in_memory ();

  add_drag_test ("/progress/knob-of-what-is-not-begun-reports", test_progress_begins);
  add_drag_test ("/progress/end-of-done-part-reports", test_progress_goes_on);
  add_drag_test ("/progress/same-share-writes-nothing", test_progress_same);
  add_drag_test ("/progress/report-that-would-not-count-says-why", test_progress_refused);
  add_drag_test ("/progress/keys-step-all-selected-in-one-step", test_progress_keys);
  add_document_test ("/progress/steps-are-whole", test_progress_steps);
  add_drag_test ("/key-nodes/pointer-moves-them", test_node_moves);
  add_drag_test ("/key-nodes/share-becomes-a-date", test_node_of_share);
  add_drag_test ("/key-nodes/keys-move-and-take-out", test_node_keys);
  add_drag_test ("/key-nodes/what-was-passed-says-why", test_node_passed);
  add_drag_test ("/key-nodes/menu-of-the-bar-adds", test_node_added);
  add_drag_test ("/key-nodes/menu-tells-that-they-are-reached", test_node_reached);
  add_drag_test ("/menus/each-says-what-can-be-done-and-its-key", test_menus);
  add_drag_test ("/menus/progress-of-the-selected-task-is-asked-for", test_report_asked);

  return g_test_run ();
}
