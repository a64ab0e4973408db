/* test-battle-map.c — the map as a whole: what stays in sight, the overview, folds, columns, hints, what is remembered. */
#include <adwaita.h>
#include <math.h>

#include "guatu-battle-map.h"
#include "guatu-battle-toolbar.h"
#include "guatu-battle-view.h"
#include "guatu-id.h"
#include "guatu-inspector.h"
#include "guatu-layers-popover.h"
#include "guatu-map-hint.h"
#include "guatu-overview.h"
#include "guatu-side-pane.h"
#include "guatu-sticky-row.h"
#include "guatu-table-cell.h"
#include "guatu-task-row.h"
#include "guatu-task-table.h"
#include "guatu-test.h"
#include "guatu-timeline.h"
#include "ui-forms.h"

#define N_PROJECTS 40

/* Projects 1 … 40 of three tasks each, in two stages: the first half is reserve, the second started. The last one goes on
 * for two years. */
typedef struct
{
  char            *dir;
  char            *path;
  GuatuDocument   *document;
  GtkWidget       *window;
  GtkWidget       *map;
  GuatuBattleView *view;        /* the map's */
  GuatuTaskTable  *table;
  GuatuTimeline   *timeline;
} Fixture;

static void
settle (void)
{
  for (guint i = 0; i < 20; i++)
    while (g_main_context_iteration (NULL, FALSE))
      ;
}

#define wait_until(condition) \
  G_STMT_START { \
    gint64 until_ = g_get_monotonic_time () + 8 * G_USEC_PER_SEC; \
    while (!(condition) && g_get_monotonic_time () < until_) \
      g_main_context_iteration (NULL, FALSE); \
    g_assert_true (condition); \
  } G_STMT_END

static GtkWidget *
find_child (GtkWidget *widget, GType type, guint nth)
{
  g_autoptr(GQueue) queue = g_queue_new ();

  g_queue_push_tail (queue, widget);
  while ((widget = g_queue_pop_head (queue)) != NULL)
    {
      if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && nth-- == 0)
        return widget;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (queue, child);
    }

  return NULL;
}

/* The first project has a lead unit with a long name. */
static void
add_unit (GuatuPlan *plan)
{
  gint32 unit = guatu_plan_insert (plan, GUATU_TABLE_UNIT, guatu_id_next ());
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_ASSIGNMENT, guatu_id_next ());

  g_assert_true (guatu_plan_set (plan, GUATU_TABLE_UNIT, unit, GUATU_UNIT_NAME,
                                 GUATU_TEXT ("Housing and Construction Bureau")));
  guatu_test_set (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_TASK, guatu_plan_id (plan, GUATU_TABLE_TASK, 0));
  guatu_test_set (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_ROLE, GUATU_ROLE_LEAD_UNIT);
  guatu_test_set (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_UNIT, guatu_plan_id (plan, GUATU_TABLE_UNIT, unit));
}

static GuatuPlan *
make_plan (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();

  for (guint i = 1; i <= N_PROJECTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Project %u", i);
      gint32 project = guatu_test_add_task (plan, -1, name, "1d");

      guatu_test_set (plan, GUATU_TABLE_TASK, project, GUATU_TASK_STAGE,
                      i <= N_PROJECTS / 2 ? GUATU_STAGE_RESERVE : GUATU_STAGE_STARTED);
      for (guint k = 1; k <= 3; k++)
        {
          g_autofree char *part = g_strdup_printf ("Part %u.%u", i, k);

          guatu_test_add_task (plan, project, part, i == N_PROJECTS && k == 3 ? "500d" : "20d");
        }
    }
  add_unit (plan);
  guatu_plan_settle (plan);

  return plan;
}

static void
show_map (Fixture *self)
{
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1100, 600);
  self->map = guatu_battle_map_new (self->document);
  self->view = guatu_battle_map_get_view (GUATU_BATTLE_MAP (self->map));
  self->table = GUATU_TASK_TABLE (find_child (self->map, GUATU_TYPE_TASK_TABLE, 0));
  self->timeline = GUATU_TIMELINE (find_child (self->map, GUATU_TYPE_TIMELINE, 0));
  gtk_window_set_child (GTK_WINDOW (self->window), self->map);
  gtk_window_present (GTK_WINDOW (self->window));
  for (guint i = 0; i < 8; i++)
    {
      gtk_widget_queue_draw (self->map);
      gtk_test_widget_wait_for_draw (self->window);
    }
  settle ();
}

static void
close_map (Fixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  settle ();
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = data != NULL ? guatu_test_plan_new () : make_plan ();

  if (data != NULL)
    guatu_plan_settle (plan);
  self->dir = guatu_test_make_dir ();
  self->path = g_build_filename (self->dir, "plan.guatu", NULL);
  self->document = guatu_document_create (self->path, plan, NULL, "create", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  show_map (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  close_map (self);
  g_assert_finalize_object (self->document);
  guatu_test_remove_dir (self->dir);
  g_free (self->path);
}

static void
group_by (Fixture *self, GuatuGrouping grouping)
{
  GuatuRowsQuery query = *guatu_battle_view_get_query (self->view);

  query.grouping = grouping;
  guatu_battle_view_set_query (self->view, &query);
  settle ();
}

static const GuatuRows *
rows_of (Fixture *self)
{
  return guatu_battle_view_get_rows (self->view);
}

static const GuatuPlan *
plan_of (Fixture *self)
{
  return guatu_document_get_plan (self->document);
}

static gint64
id_of (Fixture *self, const char *name)
{
  const GuatuPlan *plan = plan_of (self);

  for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (plan, GUATU_TABLE_TASK); row++)
    if (g_str_equal (guatu_plan_text (plan, guatu_plan_task (plan, row)->name), name))
      return guatu_plan_id (plan, GUATU_TABLE_TASK, row);
  g_assert_not_reached ();
}

static GtkAdjustment *
down_of (Fixture *self)
{
  return guatu_task_table_get_vadjustment (self->table);
}

/* What stays in sight --------------------------------------------------------------------------------- */

static void
check_sticky (Fixture *self, double top, guint n, int outer, int inner, double shift)
{
  GuatuSticky sticky;

  guatu_sticky_find (&sticky, plan_of (self), rows_of (self), 30, top);
  g_assert_cmpuint (sticky.n, ==, n);
  if (n > 0)
    g_assert_cmpuint (sticky.rows[0], ==, outer);
  if (n > 1)
    g_assert_cmpuint (sticky.rows[1], ==, inner);
  g_assert_cmpfloat (sticky.shift, ==, shift);
}

/* Rows: heading 0; project 1 with 2, 3, 4; project 5 …; heading 81. */
static void
test_sticky_rows (Fixture *self, gconstpointer data)
{
  group_by (self, GUATU_GROUP_STAGE);
  check_sticky (self, 0, 0, 0, 0, 0);
  /* A heading of which a part is gone counts as gone. */
  check_sticky (self, 1, 1, 0, 0, 0);
  check_sticky (self, 30, 1, 0, 0, 0);
  check_sticky (self, 31, 2, 0, 1, 0);
  check_sticky (self, 120, 2, 0, 1, 0);
  check_sticky (self, 150, 1, 0, 0, 0);
  /* The next heading pushes the names away before it takes their place. */
  g_assert_cmpint (rows_of (self)->rows[81].task, <, 0);
  check_sticky (self, 80 * 30, 2, 0, 77, 0);
  check_sticky (self, 80 * 30 + 20, 2, 0, 77, 10 - GUATU_STICKY_ROW_HEIGHT);
  check_sticky (self, 81 * 30, 0, 0, 0, 0);
  check_sticky (self, 1e7, 0, 0, 0, 0);
}

static void
test_sticky_in_the_map (Fixture *self, gconstpointer data)
{
  GuatuStickyRow *sticky = GUATU_STICKY_ROW (find_child (self->map, GUATU_TYPE_STICKY_ROW, 0));
  double height = guatu_battle_view_get_chart (self->view)->row_height;

  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (sticky)) != GTK_ACCESSIBLE_ROLE_BUTTON)
    sticky = GUATU_STICKY_ROW (find_child (self->map, GUATU_TYPE_STICKY_ROW, 1));
  group_by (self, GUATU_GROUP_STAGE);
  g_assert_cmpstr (guatu_sticky_row_get_text (sticky), ==, "");
  g_assert_null (gtk_widget_pick (GTK_WIDGET (sticky), 10, 10, GTK_PICK_DEFAULT));
  gtk_adjustment_set_value (down_of (self), 7 * height);
  g_assert_cmpstr (guatu_sticky_row_get_text (sticky), ==, "Reserve › Project 2");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (sticky), GTK_ACCESSIBLE_PROPERTY_LABEL, "Reserve › Project 2");
  g_assert_true (gtk_widget_pick (GTK_WIDGET (sticky), 10, 10, GTK_PICK_DEFAULT) == GTK_WIDGET (sticky));
  g_assert_cmpint (guatu_sticky_row_at (sticky, 14), ==, 0);
  g_assert_cmpint (guatu_sticky_row_at (sticky, 300), ==, 5);

  /* A fold takes it away at once. */
  guatu_battle_view_fold_all (self->view, TRUE);
  settle ();
  gtk_test_widget_wait_for_draw (self->window);
  g_assert_cmpuint (rows_of (self)->n, ==, 2);
  g_assert_cmpstr (guatu_sticky_row_get_text (sticky), ==, "");

  guatu_battle_view_fold_all (self->view, FALSE);
  settle ();
  gtk_test_widget_wait_for_draw (self->window);
  gtk_adjustment_set_value (down_of (self), 7 * height);
  gtk_test_widget_wait_for_draw (self->window);
  g_signal_emit_by_name (sticky, "go-to", 5u);
  settle ();
  gtk_test_widget_wait_for_draw (self->window);
  /* Not so that it would lie below the names. */
  g_assert_cmpfloat (gtk_adjustment_get_value (down_of (self)), ==, 4 * height);
  g_assert_cmpstr (guatu_sticky_row_get_text (sticky), ==, "Reserve › Project 1");
}

/* The overview ---------------------------------------------------------------------------------------- */

static GuatuOverview *
overview_of (Fixture *self)
{
  return GUATU_OVERVIEW (find_child (self->map, GUATU_TYPE_OVERVIEW, 0));
}

static void
zoom_in (Fixture *self)
{
  guatu_timeline_fit (self->timeline);
  settle ();
  for (guint i = 0; i < 6; i++)
    g_assert_true (gtk_widget_activate_action (self->map, "battle.zoom-in", NULL));
  wait_until (gtk_widget_get_visible (GTK_WIDGET (overview_of (self))));
  gtk_test_widget_wait_for_draw (self->window);
  gtk_test_widget_wait_for_draw (self->window);
}

static void
test_overview_is_there_when_needed (Fixture *self, gconstpointer data)
{
  GtkWidget *overview = GTK_WIDGET (overview_of (self));

  guatu_timeline_fit (self->timeline);
  wait_until (!gtk_widget_get_visible (overview));
  zoom_in (self);
  guatu_battle_view_set_overview (self->view, FALSE);
  wait_until (!gtk_widget_get_visible (overview));
  guatu_battle_view_set_overview (self->view, TRUE);
  wait_until (gtk_widget_get_visible (overview));
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (overview)), ==, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
test_overview_moves_the_window (Fixture *self, gconstpointer data)
{
  GuatuOverview *overview = overview_of (self);
  double width, from, to, zoom, old_from, old_to;

  zoom_in (self);
  width = gtk_widget_get_width (GTK_WIDGET (overview));
  guatu_overview_press (overview, width * 0.8);
  guatu_overview_get_frame (overview, &from, &to);
  g_assert_cmpfloat_with_epsilon ((from + to) / 2, width * 0.8, 1);
  guatu_overview_drag (overview, -50);
  guatu_overview_get_frame (overview, &from, &to);
  g_assert_cmpfloat_with_epsilon ((from + to) / 2, width * 0.8 - 50, 1);

  /* An edge moves alone, and what is seen between is nearer or farther. */
  zoom = guatu_battle_view_get_zoom (self->view);
  g_assert_cmpint (guatu_overview_part_at (overview, to - 1), ==, GUATU_OVERVIEW_TO);
  g_assert_cmpint (guatu_overview_part_at (overview, (from + to) / 2), ==, GUATU_OVERVIEW_FRAME);
  g_assert_cmpint (guatu_overview_part_at (overview, to + 40), ==, GUATU_OVERVIEW_GROUND);
  guatu_overview_press (overview, to - 1);
  guatu_overview_drag (overview, 40);
  guatu_overview_get_frame (overview, &old_from, &old_to);
  g_assert_cmpfloat_with_epsilon (old_from, from, 1);
  g_assert_cmpfloat_with_epsilon (old_to, to + 40, 1);
  g_assert_cmpfloat (guatu_battle_view_get_zoom (self->view), <, zoom);
}

/* Panning moves the frame over a picture that is there already. */
static void
test_overview_is_painted_once (Fixture *self, gconstpointer data)
{
  GuatuOverview *overview = overview_of (self);
  guint n;

  zoom_in (self);
  gtk_widget_queue_draw (GTK_WIDGET (overview));
  gtk_test_widget_wait_for_draw (self->window);
  n = guatu_overview_n_painted (overview);
  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < 5; i++)
    {
      guatu_timeline_pan (self->timeline, i < 3 ? 60 : -60, 0);
      gtk_test_widget_wait_for_draw (self->window);
    }
  g_assert_cmpuint (guatu_overview_n_painted (overview), ==, n);
}

/* Gliding --------------------------------------------------------------------------------------------- */

static GtkEventController *
scroll_of (GtkWidget *widget)
{
  g_autoptr(GListModel) all = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (all, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        return controller;
    }
  g_assert_not_reached ();
}

/* A flick goes on, ever slower, until it stands or somebody takes hold. */
static void
test_flick (Fixture *self, gconstpointer data)
{
  GtkAdjustment *across = guatu_timeline_get_across (self->timeline);
  GtkEventController *scroll = scroll_of (GTK_WIDGET (self->timeline));
  double before, after;

  zoom_in (self);
  before = gtk_adjustment_get_value (across);
  g_signal_emit_by_name (scroll, "decelerate", 400.0, 0.0);
  wait_until (gtk_adjustment_get_value (across) > before + 60);
  wait_until ((after = gtk_adjustment_get_value (across),
               gtk_test_widget_wait_for_draw (self->window), after == gtk_adjustment_get_value (across)));
  g_assert_cmpfloat_with_epsilon (after - before, 100, 25);

  g_object_set (gtk_widget_get_settings (self->window), "gtk-enable-animations", FALSE, NULL);
  g_signal_emit_by_name (scroll, "decelerate", 400.0, 0.0);
  for (guint i = 0; i < 3; i++)
    gtk_test_widget_wait_for_draw (self->window);
  g_assert_cmpfloat (gtk_adjustment_get_value (across), ==, after);
  gtk_settings_reset_property (gtk_widget_get_settings (self->window), "gtk-enable-animations");
}

/* Two fingers cannot be had of a test; what the gesture says of them can. */
static void
test_pinch (Fixture *self, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (self->timeline);
  g_autoptr(GListModel) all = gtk_widget_observe_controllers (widget);
  double middle = gtk_widget_get_width (widget) / 2.0, zoom, date;
  GtkGesture *pinch = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (all, i);

      if (GTK_IS_GESTURE_ZOOM (controller))
        pinch = GTK_GESTURE (controller);
    }
  g_assert_nonnull (pinch);

  zoom_in (self);
  zoom = guatu_battle_view_get_zoom (self->view);
  date = guatu_timeline_date_at (self->timeline, middle);
  g_signal_emit_by_name (pinch, "begin", NULL);
  g_signal_emit_by_name (pinch, "scale-changed", 1.25);
  g_signal_emit_by_name (pinch, "scale-changed", 1.5);
  g_assert_cmpfloat_with_epsilon (guatu_battle_view_get_zoom (self->view), 1.5 * zoom, 0.01);
  g_assert_cmpfloat_with_epsilon (guatu_timeline_date_at (self->timeline, middle), date, GUATU_DAY / zoom);

  /* Who pinches again begins where the last one ended; who pinches back has what was there before. */
  g_signal_emit_by_name (pinch, "end", NULL);
  g_signal_emit_by_name (pinch, "begin", NULL);
  g_signal_emit_by_name (pinch, "scale-changed", 1 / 1.5);
  g_assert_cmpfloat_with_epsilon (guatu_battle_view_get_zoom (self->view), zoom, 0.01);
  g_assert_cmpfloat_with_epsilon (guatu_timeline_date_at (self->timeline, middle), date, GUATU_DAY / zoom);

  /* What makes no sense does nothing. */
  g_signal_emit_by_name (pinch, "scale-changed", 0.0);
  g_signal_emit_by_name (pinch, "scale-changed", 1 / 1.5);
  g_assert_cmpfloat_with_epsilon (guatu_battle_view_get_zoom (self->view), zoom, 0.01);
  g_signal_emit_by_name (pinch, "cancel", NULL);
  g_assert_cmpfloat_with_epsilon (guatu_battle_view_get_zoom (self->view), zoom, 0.01);
}

/* The toolbar's menu does what the map's keys do. */
static void
test_go (Fixture *self, gconstpointer data)
{
  GtkWidget *bar = find_child (self->map, GUATU_TYPE_BATTLE_TOOLBAR, 0);
  GtkWidget *go = GTK_WIDGET (gtk_widget_get_template_child (bar, GUATU_TYPE_BATTLE_TOOLBAR, "go"));
  GuatuInstant today = guatu_battle_view_get_chart (self->view)->today;
  double middle = gtk_widget_get_width (GTK_WIDGET (self->timeline)) / 2.0, zoom;

  zoom_in (self);
  g_assert_false (guatu_timeline_fits (self->timeline));
  zoom = guatu_battle_view_get_zoom (self->view);
  gtk_widget_activate_action (go, "battle.zoom-out", NULL);
  g_assert_cmpfloat (guatu_battle_view_get_zoom (self->view), <, zoom);
  gtk_widget_activate_action (go, "battle.today", NULL);
  g_assert_cmpfloat_with_epsilon (guatu_timeline_x_of (self->timeline, (double) today), middle, 0.01);
  gtk_widget_activate_action (go, "battle.fit", NULL);
  g_assert_true (guatu_timeline_fits (self->timeline));
}

/* Folds ----------------------------------------------------------------------------------------------- */

static void
test_folds (Fixture *self, gconstpointer data)
{
  gtk_widget_activate_action (self->map, "battle.fold-all", NULL);
  g_assert_cmpuint (rows_of (self)->n, ==, N_PROJECTS);
  gtk_widget_activate_action (self->map, "battle.unfold-all", NULL);
  g_assert_cmpuint (rows_of (self)->n, ==, 4 * N_PROJECTS);
  gtk_widget_activate_action (self->map, "battle.level", "u", 1);
  g_assert_cmpuint (rows_of (self)->n, ==, N_PROJECTS);
  gtk_widget_activate_action (self->map, "battle.level", "u", 2);
  g_assert_cmpuint (rows_of (self)->n, ==, 4 * N_PROJECTS);

  /* What is folded of one kind of groups is not of another. */
  group_by (self, GUATU_GROUP_STAGE);
  gtk_widget_activate_action (self->map, "battle.fold-all", NULL);
  g_assert_cmpuint (rows_of (self)->n, ==, 2);
  group_by (self, GUATU_GROUP_OWNER);
  g_assert_cmpuint (rows_of (self)->n, ==, 1 + N_PROJECTS);
}

/* Columns --------------------------------------------------------------------------------------------- */

static void
test_columns_are_moved_and_sized (Fixture *self, gconstpointer data)
{
  GtkWidget *table = GTK_WIDGET (self->table);

  g_assert_cmpint (guatu_task_table_get_place (self->table, GUATU_COLUMN_NAME), ==, 1);
  gtk_widget_activate_action (self->map, "columns.move-right", "s", "name");
  g_assert_cmpint (guatu_task_table_get_place (self->table, GUATU_COLUMN_NAME), ==, 2);
  gtk_widget_activate_action (self->map, "columns.move-left", "s", "name");
  gtk_widget_activate_action (self->map, "columns.move-left", "s", "name");
  gtk_widget_activate_action (self->map, "columns.move-left", "s", "name");
  g_assert_cmpint (guatu_task_table_get_place (self->table, GUATU_COLUMN_NAME), ==, 0);
  g_assert_cmpint (guatu_task_table_get_place (self->table, GUATU_COLUMN_NUMBER), ==, 1);

  gtk_widget_activate_action (table, "columns.wider", "s", "deadline");
  g_assert_cmpint (guatu_task_table_get_column_width (self->table, GUATU_COLUMN_DEADLINE), >, 40);
  gtk_widget_activate_action (table, "columns.fit-width", "s", "deadline");
  g_assert_cmpint (guatu_task_table_get_column_width (self->table, GUATU_COLUMN_DEADLINE), ==, 0);

  guatu_task_table_set_column_width (self->table, GUATU_COLUMN_LIGHT, 99);
  guatu_task_table_show_column (self->table, GUATU_COLUMN_START, TRUE);
  gtk_widget_activate_action (table, "columns.usual", NULL);
  g_assert_cmpint (guatu_task_table_get_place (self->table, GUATU_COLUMN_NUMBER), ==, 0);
  g_assert_cmpint (guatu_task_table_get_place (self->table, GUATU_COLUMN_NAME), ==, 1);
  g_assert_cmpint (guatu_task_table_get_column_width (self->table, GUATU_COLUMN_LIGHT), ==, 0);
  g_assert_false (guatu_task_table_shows_column (self->table, GUATU_COLUMN_START));
}

/* Headings and toolbar say the same order, whoever changed it. */
static void
test_columns_sort (Fixture *self, gconstpointer data)
{
  GuatuRowsQuery query;
  GtkColumnView *list = GTK_COLUMN_VIEW (find_child (self->map, GTK_TYPE_COLUMN_VIEW, 0));
  GtkSorter *sorter = gtk_column_view_get_sorter (list);

  gtk_widget_activate_action (GTK_WIDGET (self->table), "columns.sort-down", "s", "name");
  g_assert_cmpint (guatu_battle_view_get_query (self->view)->sort, ==, GUATU_SORT_NAME);
  g_assert_true (guatu_battle_view_get_query (self->view)->descending);
  query = *guatu_battle_view_get_query (self->view);
  query.sort = GUATU_SORT_PROGRESS;
  query.descending = FALSE;
  guatu_battle_view_set_query (self->view, &query);
  g_assert_cmpint (guatu_battle_view_get_query (self->view)->sort, ==, GUATU_SORT_PROGRESS);
  g_assert_cmpint (gtk_sorter_get_order (sorter), !=, GTK_SORTER_ORDER_NONE);
  query.sort = GUATU_SORT_FLOAT;
  guatu_battle_view_set_query (self->view, &query);
  g_assert_cmpint (guatu_battle_view_get_query (self->view)->sort, ==, GUATU_SORT_FLOAT);
  g_assert_cmpint (gtk_sorter_get_order (sorter), ==, GTK_SORTER_ORDER_NONE);
}

static int
width_of_cell (Fixture *self, const char *task, GuatuColumnKind column)
{
  GtkWidget *cell = guatu_task_table_find_cell (self->table, id_of (self, task), column);

  g_assert_nonnull (cell);
  return gtk_widget_get_width (cell);
}

static void
wait_for_sizes (Fixture *self)
{
  for (guint i = 0; i < 6; i++)
    {
      gtk_widget_queue_resize (self->map);
      gtk_test_widget_wait_for_draw (self->window);
    }
  settle ();
}

/* However little room there is, names can be read: the table scrolls across instead. */
static void
test_names_keep_their_room (Fixture *self, gconstpointer data)
{
  GtkPaned *panes = GTK_PANED (find_child (self->map, GTK_TYPE_PANED, 0));
  GtkWidget *scroller = find_child (GTK_WIDGET (self->table), GTK_TYPE_SCROLLED_WINDOW, 0);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));

  guatu_task_table_show_column (self->table, GUATU_COLUMN_START, TRUE);
  guatu_task_table_show_column (self->table, GUATU_COLUMN_FINISH, TRUE);
  gtk_paned_set_position (panes, 260);
  wait_for_sizes (self);
  g_assert_cmpint (width_of_cell (self, "Project 1", GUATU_COLUMN_NAME), >=, 160);
  g_assert_cmpfloat (gtk_adjustment_get_upper (across), >, gtk_adjustment_get_page_size (across));

  /* Somebody who wants it narrower has it so. */
  guatu_task_table_set_column_width (self->table, GUATU_COLUMN_NAME, 90);
  wait_for_sizes (self);
  g_assert_cmpint (width_of_cell (self, "Project 1", GUATU_COLUMN_NAME), ==, 90);
}

static gboolean
is_shown (GtkWidget *inspector)
{
  return gtk_revealer_get_child_revealed (GTK_REVEALER (inspector));
}

/* In a narrow window the inspector lies over the timeline's edge, and takes nothing of table and timeline. */
static void
test_inspector_makes_room (Fixture *self, gconstpointer data)
{
  GtkWidget *pane = find_child (self->map, GUATU_TYPE_SIDE_PANE, 0);
  GtkWidget *panes = find_child (self->map, GTK_TYPE_PANED, 0);
  GtkWidget *inspector = gtk_widget_get_ancestor (find_child (self->map, GUATU_TYPE_INSPECTOR, 0), GTK_TYPE_REVEALER);
  int before;

  g_assert_false (is_shown (inspector));
  before = gtk_widget_get_width (panes);
  guatu_desk_view_toggle_inspector (GUATU_DESK_VIEW (self->map));
  wait_until (is_shown (inspector));
  wait_for_sizes (self);
  g_assert_false (guatu_side_pane_is_folded (GUATU_SIDE_PANE (pane)));
  g_assert_cmpint (gtk_widget_get_width (panes), <=, before - 320);

  gtk_widget_set_size_request (self->map, 1000, -1);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 600);
  wait_until (gtk_widget_get_width (self->map) == 1000);
  wait_for_sizes (self);
  g_assert_true (guatu_side_pane_is_folded (GUATU_SIDE_PANE (pane)));
  g_assert_true (is_shown (inspector));
  g_assert_cmpint (gtk_widget_get_width (panes), >, 1000 - 40);
}

/* A column shows its texts whole where there is room, and gives way to the name where there is none. */
static void
test_columns_are_as_wide_as_texts (Fixture *self, gconstpointer data)
{
  GtkPaned *panes = GTK_PANED (find_child (self->map, GTK_TYPE_PANED, 0));
  int narrow, wide;

  gtk_paned_set_position (panes, 430);
  settle ();
  for (guint i = 0; i < 4; i++)
    {
      gtk_widget_queue_resize (self->map);
      gtk_test_widget_wait_for_draw (self->window);
    }
  narrow = width_of_cell (self, "Project 1", GUATU_COLUMN_LEAD_UNIT);
  gtk_paned_set_position (panes, 800);
  settle ();
  for (guint i = 0; i < 4; i++)
    {
      gtk_widget_queue_resize (self->map);
      gtk_test_widget_wait_for_draw (self->window);
    }
  wide = width_of_cell (self, "Project 1", GUATU_COLUMN_LEAD_UNIT);
  g_assert_cmpint (narrow, <, wide);
  g_assert_cmpint (wide, >, 150);
  g_assert_cmpint (guatu_task_table_get_column_width (self->table, GUATU_COLUMN_LEAD_UNIT), ==, 0);
}

/* Hints ----------------------------------------------------------------------------------------------- */

static void
test_hint_clears_the_filter (Fixture *self, gconstpointer data)
{
  GtkWidget *hint = find_child (self->map, GUATU_TYPE_MAP_HINT, 0);
  GtkWidget *button = find_child (hint, GTK_TYPE_BUTTON, 0);

  g_assert_false (gtk_widget_get_visible (hint));
  guatu_battle_view_search (self->view, "Nobody calls a task like this");
  g_assert_true (gtk_widget_get_visible (hint));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "_Clear Filter");
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (gtk_widget_get_visible (hint));
  g_assert_cmpuint (rows_of (self)->n, ==, 4 * N_PROJECTS);
}

static void
test_hint_begins_a_task (Fixture *self, gconstpointer data)
{
  GtkWidget *hint = find_child (self->map, GUATU_TYPE_MAP_HINT, 0);
  GtkWidget *button = find_child (hint, GTK_TYPE_BUTTON, 0);

  g_assert_true (gtk_widget_get_visible (hint));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "_New Task");
  g_signal_emit_by_name (button, "clicked");
  settle ();
  g_assert_nonnull (guatu_task_table_get_editor (self->table));
}

/* Speech ---------------------------------------------------------------------------------------------- */

/* The row says all of its bar, by itself and by its name. */
static void
test_rows_speak (Fixture *self, gconstpointer data)
{
  GtkWidget *cell = guatu_task_table_find_cell (self->table, id_of (self, "Part 1.1"), GUATU_COLUMN_NAME);
  const char *words = "Part 1.1, Mar 4 to Mar 29";

  g_assert_nonnull (cell);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, words);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (guatu_table_cell_get_line (GUATU_TABLE_CELL (cell))),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, words);
}

/* The timeline says which dates it shows. */
static void
test_timeline_speaks (Fixture *self, gconstpointer data)
{
  gint64 task = id_of (self, "Part 1.1");

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->timeline), GTK_ACCESSIBLE_PROPERTY_LABEL, "Timeline");
  guatu_timeline_show_span (self->timeline, guatu_test_at ("2024-05-01"), guatu_test_at ("2024-08-01"));
  wait_until (gtk_test_accessible_check_property (GTK_ACCESSIBLE (self->timeline), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                                  "May 1, 2024 to Aug 1, 2024") == NULL);
  guatu_battle_view_select (self->view, &task, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->timeline), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Part 1.1, Mar 4 to Mar 29");
}

/* What is remembered ------------------------------------------------------------------------------------ */

static const char * const keys[] = { "battle-map-rows", "battle-map-look", "battle-map-columns", "battle-map-place" };

static char *
state_of (Fixture *self, const char *key)
{
  g_autoptr(GError) error = NULL;
  char *text = guatu_document_get_view_state (self->document, key, &error);

  g_assert_no_error (error);

  return text;
}

static void
test_looking_writes_nothing (Fixture *self, gconstpointer data)
{
  close_map (self);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *text = state_of (self, keys[i]);

      g_assert_cmpstr (text, ==, NULL);
    }
  show_map (self);
}

static void
change_everything (Fixture *self)
{
  GuatuRowsQuery query = *guatu_battle_view_get_query (self->view);
  gint64 selected = id_of (self, "Part 3.2");

  query.grouping = GUATU_GROUP_STAGE;
  query.sort = GUATU_SORT_NAME;
  query.descending = TRUE;
  query.text = "P";
  query.stages = 1u << GUATU_STAGE_STARTED | 1u << GUATU_STAGE_RESERVE | 1u << GUATU_STAGE_NONE;
  guatu_battle_view_set_query (self->view, &query);
  guatu_battle_view_toggle (self->view, 1);
  guatu_battle_view_set_layers (self->view, GUATU_LAYER_LINKS | GUATU_LAYER_LABELS);
  guatu_battle_view_set_labels (self->view, GUATU_LABEL_NAME);
  guatu_battle_view_set_overview (self->view, FALSE);
  guatu_task_table_show_column (self->table, GUATU_COLUMN_DURATION, TRUE);
  guatu_task_table_move_column (self->table, GUATU_COLUMN_DURATION, 0);
  guatu_task_table_set_column_width (self->table, GUATU_COLUMN_DURATION, 123);
  guatu_task_table_show_column (self->table, GUATU_COLUMN_LIGHT, FALSE);
  guatu_desk_view_toggle_inspector (GUATU_DESK_VIEW (self->map));
  guatu_timeline_show_span (self->timeline, guatu_test_at ("2024-05-01"), guatu_test_at ("2024-08-01"));
  guatu_battle_view_select (self->view, &selected, 1);
  settle ();
  gtk_test_widget_wait_for_draw (self->window);
  gtk_adjustment_set_value (down_of (self), 20 * guatu_battle_view_get_chart (self->view)->row_height);
}

static void
test_reopened_as_it_was_left (Fixture *self, gconstpointer data)
{
  const GuatuRowsQuery *query;
  guint n_rows;
  double zoom, left;
  gboolean inspector;

  change_everything (self);
  n_rows = rows_of (self)->n;
  zoom = guatu_battle_view_get_zoom (self->view);
  left = guatu_timeline_date_at (self->timeline, 0);
  inspector = gtk_revealer_get_reveal_child (GTK_REVEALER (find_child (self->map, GTK_TYPE_REVEALER, 0)));
  close_map (self);
  show_map (self);

  query = guatu_battle_view_get_query (self->view);
  g_assert_cmpint (query->grouping, ==, GUATU_GROUP_STAGE);
  g_assert_cmpint (query->sort, ==, GUATU_SORT_NAME);
  g_assert_true (query->descending);
  g_assert_cmpstr (query->text, ==, "P");
  g_assert_cmpuint (query->stages, ==, 1u << GUATU_STAGE_STARTED | 1u << GUATU_STAGE_RESERVE | 1u << GUATU_STAGE_NONE);
  g_assert_cmpuint (rows_of (self)->n, ==, n_rows);
  g_assert_true (rows_of (self)->rows[1].flags & GUATU_ROW_FOLDED);
  g_assert_cmpuint (guatu_battle_view_get_layers (self->view), ==, GUATU_LAYER_LINKS | GUATU_LAYER_LABELS);
  g_assert_cmpuint (guatu_battle_view_get_labels (self->view), ==, GUATU_LABEL_NAME);
  g_assert_false (guatu_battle_view_get_overview (self->view));
  g_assert_cmpint (guatu_task_table_get_place (self->table, GUATU_COLUMN_DURATION), ==, 0);
  g_assert_cmpint (guatu_task_table_get_column_width (self->table, GUATU_COLUMN_DURATION), ==, 123);
  g_assert_false (guatu_task_table_shows_column (self->table, GUATU_COLUMN_LIGHT));
  g_assert_cmpfloat_with_epsilon (guatu_battle_view_get_zoom (self->view), zoom, zoom * 1e-9);
  g_assert_cmpfloat_with_epsilon (guatu_timeline_date_at (self->timeline, 0), left, GUATU_DAY / zoom);
  g_assert_cmpint (gtk_revealer_get_reveal_child (GTK_REVEALER (find_child (self->map, GTK_TYPE_REVEALER, 0))), ==,
                   inspector);
  g_assert_true (guatu_battle_view_is_selected (self->view, id_of (self, "Part 3.2")));
  g_assert_cmpfloat (gtk_adjustment_get_value (down_of (self)), ==,
                     20 * guatu_battle_view_get_chart (self->view)->row_height);
}

/* Each piece by itself: what makes sense is taken, the rest is as if it were not there. */
static void
test_hostile_texts (Fixture *self, gconstpointer data)
{
  static const struct { const char *key; const char *text; } texts[] = {
    { "battle-map-rows", "" },
    { "battle-map-rows", "[[[[" },
    { "battle-map-rows", "{\"group\":7,\"sort\":\"no such order\",\"text\":[1],\"unit\":\"99999999999999999999999\","
                         "\"lights\":{\"red\":1},\"stages\":[null,3,\"started\",\"x\"],\"levels\":1e300,\"folded\":[1,\"x\","
                         "\"-9223372036854775808\",{}],\"folded-groups\":[\"-9223372036854775808\",\"5\",\"-3\"],"
                         "\"from\":\"-99999999999999999\",\"to\":5,\"all-folded-but\":null}" },
    { "battle-map-look", "{\"layers\":[\"links\",\"nonsense\",1],\"labels\":\"name\",\"overview\":\"yes\"}" },
    { "battle-map-columns", "{\"columns\":[{\"name\":\"done\"},3,{\"name\":\"category\",\"width\":50},{\"name\":\"start\","
                            "\"width\":-4},{\"name\":\"start\",\"width\":77},{\"name\":\"name\",\"width\":1e9}]}" },
    { "battle-map-columns", "{\"columns\":{}}" },
    { "battle-map-place", "{\"zoom\":-1,\"from\":\"12\",\"to\":\"-5\",\"divider\":1e99,\"inspector\":1,\"top\":\"77\","
                          "\"above\":-3,\"selected\":[\"77\",\"0\",\"-1\",[]]}" },
    { "battle-map-place", "{\"zoom\":1e30,\"from\":\"0\",\"to\":\"999999999999999\",\"top\":5}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;

      close_map (self);
      guatu_document_set_view_state (self->document, texts[i].key, texts[i].text, &error);
      g_assert_no_error (error);
      show_map (self);
      g_assert_cmpuint (rows_of (self)->n, >, 0);
      g_assert_true (guatu_task_table_shows_column (self->table, GUATU_COLUMN_NAME));
      g_assert_cmpuint (guatu_battle_view_n_selected (self->view), ==, 0);
      if (g_str_equal (texts[i].key, "battle-map-rows"))
        {
          g_assert_cmpint (guatu_battle_view_get_query (self->view)->sort, ==, GUATU_SORT_OUTLINE);
          g_assert_cmpint (guatu_battle_view_get_query (self->view)->max_depth, ==, 0);
          g_assert_cmpint (guatu_battle_view_get_query (self->view)->unit, ==, -1);
        }
      if (i == 2)
        g_assert_cmpuint (guatu_battle_view_get_query (self->view)->stages, ==, 1u << GUATU_STAGE_STARTED);
      if (i == 3)
        g_assert_cmpuint (guatu_battle_view_get_layers (self->view), ==, GUATU_LAYER_LINKS);
      if (i == 4)
        {
          g_assert_cmpint (guatu_task_table_get_place (self->table, GUATU_COLUMN_START), ==, 0);
          g_assert_cmpint (guatu_task_table_get_column_width (self->table, GUATU_COLUMN_START), ==, 0);
        }
    }
}

#define add_test(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

/* Ledgers --------------------------------------------------------------------------------------------- */

static void
note_cb (char **said, guint steps, const char *what)
{
  g_free (*said);
  *said = g_strdup_printf ("%u %s", steps, what);
}

static void
fail_cb (char **said, const char *message)
{
  g_free (*said);
  *said = g_strdup (message);
}

static guint
n_items (Fixture *self)
{
  return guatu_plan_n_live (plan_of (self), GUATU_TABLE_LEDGER_ITEM);
}

/* YL-05: whatever is selected on the map goes on a ledger together, in one step that undo takes back. */
static void
test_put_on_ledger (Fixture *self, gconstpointer data)
{
  gint64 tasks[] = { id_of (self, "Part 1.1"), id_of (self, "Part 1.2"), id_of (self, "Project 2") };
  GuatuSetting name = { GUATU_LEDGER_NAME, GUATU_TEXT ("Board") };
  g_autofree char *said = NULL;

  g_signal_connect_swapped (self->map, "removed", G_CALLBACK (note_cb), &said);
  g_signal_connect_swapped (self->map, "failed", G_CALLBACK (fail_cb), &said);
  guatu_battle_view_select (self->view, tasks, 3);
  gtk_widget_activate_action (self->map, "battle.put-on-ledger", NULL);
  settle ();
  g_assert_nonnull (strstr (said, "no ledgers"));

  g_assert_true (guatu_document_add (self->document, GUATU_TABLE_LEDGER, &name, 1, NULL, NULL));
  gtk_widget_activate_action (self->map, "battle.put-on-ledger", NULL);
  settle ();
  g_assert_true (form_says (form_over (self->map), "Put 3 tasks on a ledger"));
  form_choose (form_over (self->map), "Board");
  settle ();
  g_assert_cmpuint (n_items (self), ==, 3);
  g_assert_cmpstr (said, ==, "1 Put 3 tasks on “Board”");

  /* Those that stand there stay; one that does not goes along. */
  tasks[0] = id_of (self, "Part 3.1");
  guatu_battle_view_select (self->view, tasks, 3);
  gtk_widget_activate_action (self->map, "battle.put-on-ledger", NULL);
  settle ();
  form_choose (form_over (self->map), "Board");
  settle ();
  g_assert_cmpuint (n_items (self), ==, 4);
  g_assert_true (guatu_document_undo (self->document, NULL, NULL));
  g_assert_cmpuint (n_items (self), ==, 3);
  g_assert_true (guatu_document_undo (self->document, NULL, NULL));
  g_assert_cmpuint (n_items (self), ==, 0);
  settle ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add_test ("/map/names-of-what-rows-belong-to-are-found", test_sticky_rows);
  add_test ("/map/names-stay-in-sight", test_sticky_in_the_map);
  add_test ("/map/overview-is-there-when-needed", test_overview_is_there_when_needed);
  add_test ("/map/overview-moves-the-window", test_overview_moves_the_window);
  add_test ("/map/overview-is-painted-once", test_overview_is_painted_once);
  add_test ("/map/flick-goes-on-and-slows-down", test_flick);
  add_test ("/map/two-fingers-zoom-about-what-is-between-them", test_pinch);
  add_test ("/map/dates-are-gone-to-from-the-menu", test_go);
  add_test ("/map/folds-by-level-and-all", test_folds);
  add_test ("/map/columns-are-moved-and-sized", test_columns_are_moved_and_sized);
  add_test ("/map/columns-and-toolbar-sort-alike", test_columns_sort);
  add_test ("/map/columns-are-as-wide-as-texts", test_columns_are_as_wide_as_texts);
  add_test ("/map/names-keep-their-room", test_names_keep_their_room);
  add_test ("/map/inspector-makes-room", test_inspector_makes_room);
  add_test ("/map/hint-clears-the-filter", test_hint_clears_the_filter);
  g_test_add ("/map/hint-begins-a-task", Fixture, "empty", set_up, test_hint_begins_a_task, tear_down);
  add_test ("/map/rows-speak", test_rows_speak);
  add_test ("/map/timeline-speaks", test_timeline_speaks);
  add_test ("/map/YL-05-selected-tasks-are-put-on-a-ledger-in-one-step", test_put_on_ledger);
  add_test ("/map/looking-writes-nothing", test_looking_writes_nothing);
  add_test ("/map/reopened-as-it-was-left", test_reopened_as_it_was_left);
  add_test ("/map/hostile-texts-are-taken-piece-by-piece", test_hostile_texts);

  return g_test_run ();
}
