/* test-backward-panel.c — planning backward in the window: what is previewed, accepted, cancelled. */
#include <adwaita.h>

#include "guatu-backward-panel.h"
#include "guatu-battle-map.h"
#include "guatu-key-node-dates.h"
#include "guatu-test.h"
#include "guatu-timeline.h"

/* Road: Survey 5 d, Design 10 d after it; Other 5 d beside it. It begins on Mon 2024-03-04, and the status date is
 * that morning. */
typedef struct
{
  char               *dir;
  GuatuDocument      *document;
  GtkWidget          *window;
  GtkWidget          *map;
  GuatuBackwardPanel *panel;
  gint64              road;
  gint64              survey;
  gint64              design;
  gint64              other;
  guint               n_removed;
  char               *what;
} Fixture;

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gpointer
part (Fixture *self, const char *name)
{
  GObject *found = gtk_widget_get_template_child (GTK_WIDGET (self->panel), GUATU_TYPE_BACKWARD_PANEL, name);

  g_assert_nonnull (found);
  return found;
}

static void
removed_cb (Fixture *self, guint steps, const char *what)
{
  g_assert_cmpuint (steps, ==, 1);
  self->n_removed++;
  g_free (self->what);
  self->what = g_strdup (what);
}

static gint64
id_of (GuatuPlan *plan, gint32 row)
{
  return guatu_plan_id (plan, GUATU_TABLE_TASK, row);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autofree char *path = NULL;
  gint32 road = guatu_test_add_task (plan, -1, "Road", "1d");
  gint32 survey = guatu_test_add_task (plan, road, "Survey", "5d"), design = guatu_test_add_task (plan, road, "Design", "10d");

  self->road = id_of (plan, road);
  self->survey = id_of (plan, survey);
  self->design = id_of (plan, design);
  self->other = id_of (plan, guatu_test_add_task (plan, -1, "Other", "5d"));
  guatu_test_add_link (plan, survey, design, GUATU_LINK_FS, NULL);
  guatu_test_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_STATUS_DATE, guatu_test_at ("2024-03-04 08:00"));
  guatu_plan_settle (plan);
  self->dir = guatu_test_make_dir ();
  path = g_build_filename (self->dir, "plan.guatu", NULL);
  self->document = guatu_document_create (path, plan, NULL, "create", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->window = g_object_ref (gtk_window_new ());
  self->map = guatu_battle_map_new (self->document);
  g_signal_connect_swapped (self->map, "removed", G_CALLBACK (removed_cb), self);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 700);
  gtk_window_set_child (GTK_WINDOW (self->window), self->map);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_finalize_object (self->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->document);
  guatu_test_remove_dir (self->dir);
  g_free (self->what);
}

static void
type (Fixture *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (part (self, "entry")), text);
}

static const GuatuBackwardPlan *
plan_of (Fixture *self)
{
  return guatu_backward_panel_get_plan (self->panel);
}

static GuatuInstant
start_of (Fixture *self, gint64 task)
{
  return guatu_document_get_schedule (self->document)->start[guatu_plan_find (guatu_document_get_plan (self->document),
                                                                               GUATU_TABLE_TASK, task)];
}

static GListModel *
rows_of (Fixture *self)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (part (self, "list"))));
}

static gint64
head_of (Fixture *self)
{
  gint64 seq = 0;

  guatu_store_head (guatu_document_get_store (self->document), &seq, NULL, NULL);
  return seq;
}

static GuatuDragGhost *
preview_of (Fixture *self)
{
  GtkWidget *overlay = gtk_widget_get_parent (find (self->map, GUATU_TYPE_TIMELINE));
  GtkWidget *ghost = NULL;

  /* Beside the timeline, not the drag's own in it. */
  for (GtkWidget *child = gtk_widget_get_first_child (overlay); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GUATU_IS_DRAG_GHOST (child))
      ghost = child;
  g_assert_nonnull (ghost);

  return GUATU_DRAG_GHOST (ghost);
}

static const GuatuSchedule *
ghost_of (Fixture *self)
{
  return guatu_drag_ghost_get_schedule (preview_of (self));
}

static void
open_for_all (Fixture *self)
{
  g_signal_emit_by_name (find (self->map, g_type_from_name ("GuatuBattleToolbar")), "plan-backward");
  self->panel = GUATU_BACKWARD_PANEL (find (self->map, GUATU_TYPE_BACKWARD_PANEL));
  g_assert_true (guatu_backward_panel_is_open (self->panel));
}

/* Design takes Mon 03-18 to Fri 03-29, Survey the week before, Other the last. */
static void
accepts (Fixture *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 head = head_of (self);

  open_for_all (self);
  type (self, "2024-03-29");
  g_assert_nonnull (plan_of (self));
  g_assert_cmpint (plan_of (self)->lacking, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (rows_of (self)), ==, 3);
  g_assert_nonnull (ghost_of (self));
  g_assert_cmpint (start_of (self, self->survey), ==, guatu_test_at ("2024-03-04 08:00"));
  g_assert_cmpint (head_of (self), ==, head);
  g_assert_true (gtk_widget_get_sensitive (part (self, "accept")));

  g_signal_emit_by_name (part (self, "accept"), "clicked");
  g_assert_cmpint (start_of (self, self->survey), ==, guatu_test_at ("2024-03-11 08:00"));
  g_assert_cmpint (start_of (self, self->design), ==, guatu_test_at ("2024-03-18 08:00"));
  g_assert_cmpint (start_of (self, self->other), ==, guatu_test_at ("2024-03-25 08:00"));
  g_assert_cmpint (head_of (self), ==, head + 1);
  g_assert_cmpuint (self->n_removed, ==, 1);
  g_assert_cmpstr (self->what, ==, "Planned the whole plan backward");
  g_assert_false (guatu_backward_panel_is_open (self->panel));
  g_assert_null (ghost_of (self));

  g_assert_true (guatu_document_undo (self->document, NULL, &error));
  g_assert_cmpint (start_of (self, self->survey), ==, guatu_test_at ("2024-03-04 08:00"));
}

static void
press_escape (Fixture *self)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->panel));

  while (!gtk_widget_get_mapped (GTK_WIDGET (self->panel)))
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), 0);

          g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (self->panel),
                                                       NULL));
          return;
        }
    }
  g_assert_not_reached ();
}

/* By Esc as by the button, and nothing is left behind. */
static void
cancels (Fixture *self, gconstpointer data)
{
  gint64 head = head_of (self);

  for (guint by = 0; by < 2; by++)
    {
      open_for_all (self);
      type (self, "2024-03-29");
      g_assert_nonnull (ghost_of (self));
      if (by == 0)
        g_signal_emit_by_name (part (self, "cancel"), "clicked");
      else
        press_escape (self);
      g_assert_false (guatu_backward_panel_is_open (self->panel));
      g_assert_null (ghost_of (self));
      g_assert_cmpuint (g_list_model_get_n_items (rows_of (self)), ==, 0);
    }
  g_assert_cmpint (head_of (self), ==, head);
  g_assert_cmpuint (self->n_removed, ==, 0);
}

/* 15 days do not fit before Wed 03-20, two are lacking; the earliest finish is one that can be accepted. */
static void
says_what_is_lacking (Fixture *self, gconstpointer data)
{
  open_for_all (self);
  type (self, "3-20");
  g_assert_cmpint (plan_of (self)->lacking, ==, 2 * 8 * GUATU_HOUR);
  g_assert_false (gtk_widget_get_sensitive (part (self, "accept")));
  g_assert_true (gtk_widget_get_visible (part (self, "earliest")));
  g_assert_nonnull (strstr (gtk_label_get_text (part (self, "result")), "2 d"));
  g_assert_nonnull (strstr (gtk_label_get_text (part (self, "chain")), "Survey → Design"));
  guatu_backward_panel_accept (self->panel);
  g_assert_true (guatu_backward_panel_is_open (self->panel));

  g_signal_emit_by_name (part (self, "earliest"), "clicked");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (part (self, "entry"))), ==, "2024-03-22");
  g_assert_cmpint (plan_of (self)->lacking, ==, 0);
  g_assert_true (gtk_widget_get_sensitive (part (self, "accept")));
}

/* What is no date is said where it is typed, and what is one is said in words. */
static void
reads_dates (Fixture *self, gconstpointer data)
{
  open_for_all (self);
  type (self, "sometime");
  g_assert_null (plan_of (self));
  g_assert_null (ghost_of (self));
  g_assert_nonnull (strstr (gtk_label_get_text (part (self, "understood")), "sometime"));
  g_assert_true (gtk_widget_has_css_class (part (self, "entry"), "error"));
  g_assert_false (gtk_widget_get_sensitive (part (self, "accept")));

  type (self, "4-6");
  g_assert_cmpint (plan_of (self)->ask.finish, ==, guatu_test_at ("2024-04-06 17:00"));
  g_assert_cmpstr (gtk_label_get_text (part (self, "understood")), ==, "Sat, Apr 6, 2024 · a day off");
  g_assert_false (gtk_widget_has_css_class (part (self, "entry"), "error"));
  type (self, "");
  g_assert_null (plan_of (self));
}

/* What others do to the plan meanwhile is reckoned with. */
static void
follows_the_plan (Fixture *self, gconstpointer data)
{
  GuatuSetting setting = { GUATU_TASK_DURATION, GUATU_INTEGER (20 * 8 * GUATU_HOUR) };
  g_autoptr(GError) error = NULL;

  open_for_all (self);
  type (self, "2024-03-29");
  g_assert_true (guatu_document_set (self->document, GUATU_TABLE_TASK, self->design, &setting, 1, &error));
  g_assert_cmpint (plan_of (self)->lacking, ==, 5 * 8 * GUATU_HOUR);
  g_assert_cmpuint (ghost_of (self)->n_tasks, ==, 4);
}

/* The selected task, what it is part of, the whole plan; each with its own finish. */
static void
offers_scopes (Fixture *self, gconstpointer data)
{
  GuatuBattleView *view = guatu_battle_map_get_view (GUATU_BATTLE_MAP (self->map));
  GtkDropDown *scope;
  GListModel *names;
  g_autoptr(GError) error = NULL;
  GuatuSetting setting = { GUATU_TASK_DEADLINE, GUATU_INTEGER (guatu_test_at ("2024-04-12 17:00")) };

  g_assert_true (guatu_document_set (self->document, GUATU_TABLE_TASK, self->road, &setting, 1, &error));
  guatu_battle_view_select (view, &self->design, 1);
  open_for_all (self);
  scope = part (self, "scope");
  names = gtk_drop_down_get_model (scope);
  g_assert_cmpuint (g_list_model_get_n_items (names), ==, 3);
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (names), 0), ==, "Design");
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (names), 1), ==, "Road");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (part (self, "entry"))), ==, "2024-04-12");
  gtk_drop_down_set_selected (scope, 1);
  g_assert_cmpint (plan_of (self)->ask.task, ==, guatu_plan_find (guatu_document_get_plan (self->document),
                                                                  GUATU_TABLE_TASK, self->road));
  g_assert_cmpuint (g_list_model_get_n_items (rows_of (self)), ==, 2);
  gtk_drop_down_set_selected (scope, 2);
  g_assert_cmpint (plan_of (self)->ask.task, ==, -1);
}

/* A row of the list is a task on the map. */
static void
rows_select (Fixture *self, gconstpointer data)
{
  GuatuBattleView *view = guatu_battle_map_get_view (GUATU_BATTLE_MAP (self->map));

  open_for_all (self);
  type (self, "2024-03-29");
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (rows_of (self)), 1, TRUE);
  g_assert_cmpuint (guatu_battle_view_n_selected (view), ==, 1);
  g_assert_true (guatu_battle_view_is_selected (view, self->design));
  g_assert_true (guatu_backward_panel_is_open (self->panel));
}

/* There is room for one of the two. */
static void
gives_way_to_the_inspector (Fixture *self, gconstpointer data)
{
  GtkWidget *inspector = find (self->map, g_type_from_name ("GuatuInspector"));
  GtkWidget *revealer = gtk_widget_get_ancestor (inspector, GTK_TYPE_REVEALER);

  open_for_all (self);
  g_assert_false (gtk_widget_get_visible (revealer));
  guatu_desk_view_toggle_inspector (GUATU_DESK_VIEW (self->map));
  g_assert_false (guatu_backward_panel_is_open (self->panel));
  g_assert_true (gtk_widget_get_visible (revealer));
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
}

/* A start that stands against it can be given up with one switch. */
static void
gives_up_starts (Fixture *self, gconstpointer data)
{
  GuatuSetting settings[] = { { GUATU_TASK_CONSTRAINT, GUATU_INTEGER (GUATU_CONSTRAINT_SNET) },
                              { GUATU_TASK_CONSTRAINT_DATE, GUATU_INTEGER (guatu_test_at ("2024-04-01 08:00")) } };
  g_autoptr(GError) error = NULL;

  open_for_all (self);
  type (self, "2024-03-29");
  g_assert_false (gtk_widget_get_visible (part (self, "release")));
  g_assert_true (guatu_document_set (self->document, GUATU_TABLE_TASK, self->other, settings, 2, &error));
  g_assert_true (gtk_widget_get_visible (part (self, "release")));
  g_assert_false (gtk_widget_get_sensitive (part (self, "accept")));
  gtk_check_button_set_active (part (self, "release"), TRUE);
  g_assert_true (gtk_widget_get_sensitive (part (self, "accept")));
  guatu_backward_panel_accept (self->panel);
  g_assert_cmpint (start_of (self, self->other), ==, guatu_test_at ("2024-03-25 08:00"));
}

/* Road gets key nodes where a third and two thirds of its fifteen days are over: seen in list and ghost before. */
static void
thirds (Fixture *self, gconstpointer data)
{
  GuatuDragGhost *ghost = preview_of (self);
  GuatuBattleView *view = guatu_battle_map_get_view (GUATU_BATTLE_MAP (self->map));
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  const GuatuKeyNode *nodes;
  gint64 head = head_of (self);
  guint n_tasks;

  guatu_battle_view_select (view, &self->road, 1);
  open_for_all (self);
  type (self, "2024-03-29");
  n_tasks = g_list_model_get_n_items (rows_of (self));
  g_assert_cmpuint (guatu_drag_ghost_n_key_nodes (ghost), ==, 0);
  g_signal_emit_by_name (part (self, "thirds"), "clicked");
  g_assert_cmpuint (guatu_drag_ghost_n_key_nodes (ghost), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (rows_of (self)), ==, n_tasks + 2);
  g_assert_cmpint (head_of (self), ==, head);

  guatu_backward_panel_accept (self->panel);
  g_assert_cmpint (head_of (self), ==, head + 1);
  g_assert_cmpuint (guatu_drag_ghost_n_key_nodes (ghost), ==, 0);
  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_KEY_NODE), ==, 2);
  nodes = guatu_plan_rows (plan, GUATU_TABLE_KEY_NODE);
  g_assert_cmpstr (guatu_plan_text (plan, nodes[0].name), ==, "One third");
  /* From Mon 03-11 on: five days, and ten. */
  g_assert_cmpint (guatu_key_node_date (plan, guatu_document_get_schedule (self->document), 0), ==,
                   guatu_test_at ("2024-03-15 17:00"));
  g_assert_cmpint (guatu_key_node_date (plan, guatu_document_get_schedule (self->document), 1), ==,
                   guatu_test_at ("2024-03-22 17:00"));
}

/* What is no share is said where it is typed, and is not accepted; the whole plan has no key nodes. */
static void
reads_shares (Fixture *self, gconstpointer data)
{
  GuatuBattleView *view = guatu_battle_map_get_view (GUATU_BATTLE_MAP (self->map));

  guatu_battle_view_select (view, &self->road, 1);
  open_for_all (self);
  type (self, "2024-03-29");
  gtk_editable_set_text (GTK_EDITABLE (part (self, "nodes")), "half");
  g_assert_nonnull (strstr (gtk_label_get_text (part (self, "nodes_wrong")), "“half”"));
  g_assert_true (gtk_widget_has_css_class (part (self, "nodes"), "error"));
  g_assert_false (gtk_widget_get_sensitive (part (self, "accept")));
  gtk_editable_set_text (GTK_EDITABLE (part (self, "nodes")), "50%");
  g_assert_false (gtk_widget_get_visible (part (self, "nodes_wrong")));
  g_assert_true (gtk_widget_get_sensitive (part (self, "accept")));
  gtk_editable_set_text (GTK_EDITABLE (part (self, "nodes")), "half");
  gtk_drop_down_set_selected (part (self, "scope"), 1);
  type (self, "2024-03-29");
  g_assert_false (gtk_widget_get_sensitive (part (self, "thirds")));
  g_assert_true (gtk_widget_get_sensitive (part (self, "accept")));
}

#define add(path, func) g_test_add ("/backward-panel/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  guatu_test_fix_ids ();
  adw_init ();

  add ("accepts-in-one-step", accepts);
  add ("cancels-by-esc-and-by-button", cancels);
  add ("says-what-is-lacking", says_what_is_lacking);
  add ("reads-dates-and-says-what-it-read", reads_dates);
  add ("follows-the-plan", follows_the_plan);
  add ("offers-scopes", offers_scopes);
  add ("rows-select-tasks-on-the-map", rows_select);
  add ("gives-way-to-the-inspector", gives_way_to_the_inspector);
  add ("starts-are-given-up-with-a-switch", gives_up_starts);
  add ("key-nodes-come-at-thirds-of-the-span", thirds);
  add ("shares-are-read-where-they-are-typed", reads_shares);

  return g_test_run ();
}
