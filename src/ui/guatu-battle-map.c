/* guatu-battle-map.c — puts the table and the timeline of a plan side by side. */
#include "guatu-battle-map-private.h"

#include <glib/gi18n.h>

#include "guatu-backward-panel.h"
#include "guatu-battle-toolbar.h"
#include "guatu-inspector.h"
#include "guatu-map-hint.h"
#include "guatu-overview.h"
#include "guatu-side-pane.h"
#include "guatu-status-bar.h"
#include "guatu-sticky-row.h"
#include "guatu-task-row.h"
#include "guatu-task-table.h"
#include "guatu-timeline-header.h"

/* Pixels. */
#define LEAST_TABLE_WIDTH 160
#define INSPECTOR_WIDTH ((int) guatu_text_scaled (320))
#define BACKWARD_WIDTH ((int) guatu_text_scaled (340))

/* Of what the inspector leaves the table has at first what it asks for, and no more than this. */
#define TABLE_SHARE 0.5

/* In a narrower one the inspector, or what is planned backward, lies over the timeline's edge. */
#define ROOM_FOR_BOTH ((int) guatu_text_scaled (1080))

/* In a narrower window the inspector is folded away at first. */
#define ROOM_FOR_INSPECTOR ((int) guatu_text_scaled (1400))

static void desk_view_init (GuatuDeskViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GuatuBattleMap, guatu_battle_map, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GUATU_TYPE_DESK_VIEW, desk_view_init))

/* The day on the wall, at midnight; dates of plans know no zones. */
static GuatuInstant
read_clock (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return guatu_instant_from_civil ((GuatuCivil) { g_date_time_get_year (now), g_date_time_get_month (now),
                                                  g_date_time_get_day_of_month (now) });
}

/* Children ------------------------------------------------------------------------------------------- */

static void
removed_cb (GuatuBattleMap *self,
            guint           steps,
            const char     *what)
{
  guatu_desk_view_removed (GUATU_DESK_VIEW (self), steps, what);
}

/* What was drawn wants a name. */
static void
created_cb (GuatuBattleMap *self,
            gint64          task)
{
  guatu_task_table_edit (GUATU_TASK_TABLE (self->table), task, GUATU_COLUMN_NAME);
}

static void
failed_cb (GuatuBattleMap *self,
           const char     *message)
{
  guatu_desk_view_failed (GUATU_DESK_VIEW (self), message);
}

/* Somebody was led to a task. */
static void
revealed_cb (GuatuBattleMap *self,
             gint64          task)
{
  const GuatuPlan *plan = guatu_battle_view_get_chart (self->view)->plan;
  const GuatuSchedule *schedule = guatu_document_get_schedule (guatu_battle_view_get_document (self->view));
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, task);

  guatu_task_table_go_to (GUATU_TASK_TABLE (self->table), task, GUATU_COLUMN_NAME);
  if (row >= 0)
    guatu_battle_map_go_to_date (self, schedule->start[row]);
}

static void
go_to_row_cb (GuatuBattleMap *self,
              guint           row)
{
  const GuatuRows *rows = guatu_battle_view_get_rows (self->view);
  const GuatuPlan *plan = guatu_battle_view_get_chart (self->view)->plan;
  const GuatuRow *shown;

  if (row >= rows->n)
    return;
  shown = &rows->rows[row];
  guatu_task_table_go_to (GUATU_TASK_TABLE (self->table),
                          shown->task >= 0 ? guatu_plan_id (plan, GUATU_TABLE_TASK, shown->task)
                                           : guatu_heading_key (rows->groups[shown->group].key), GUATU_COLUMN_NAME);
}

static void
new_task_cb (GuatuBattleMap *self)
{
  guatu_task_table_edit (GUATU_TASK_TABLE (self->table), GUATU_NEW_ROW_KEY, GUATU_COLUMN_NAME);
}

static void
add_table (GuatuBattleMap *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *overlay = gtk_overlay_new (), *sticky;

  /* Nothing, as high as what stands below the bars: the last rows have theirs beside them as well. */
  self->foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->foot, "view");
  gtk_widget_add_css_class (self->foot, "map-foot");
  self->table = guatu_task_table_new (self->view);
  guatu_task_table_set_header_height (GUATU_TASK_TABLE (self->table), GUATU_TIMELINE_HEADER_HEIGHT);
  g_signal_connect_object (self->table, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_size_request (self->table, LEAST_TABLE_WIDTH, -1);
  sticky = guatu_sticky_row_new (self->view, guatu_task_table_get_vadjustment (GUATU_TASK_TABLE (self->table)), NULL);
  gtk_widget_set_margin_top (sticky, GUATU_TIMELINE_HEADER_HEIGHT);
  guatu_task_table_set_cover (GUATU_TASK_TABLE (self->table), GUATU_STICKY_ROW_HEIGHT);
  g_signal_connect_swapped (sticky, "go-to", G_CALLBACK (go_to_row_cb), self);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->table);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), sticky);
  gtk_widget_set_vexpand (overlay, TRUE);
  gtk_box_append (GTK_BOX (box), overlay);
  gtk_box_append (GTK_BOX (box), self->foot);
  gtk_paned_set_start_child (GTK_PANED (self->panes), box);
}

/* Above the timeline, so that drags can go on below it. */
static GtkWidget *
make_preview (GuatuBattleMap *self,
              GtkAdjustment  *down)
{
  GtkWidget *preview = guatu_drag_ghost_new (self->timeline, self->view);

  self->preview = GUATU_DRAG_GHOST (preview);
  gtk_widget_set_overflow (preview, GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (down, "value-changed", G_CALLBACK (gtk_widget_queue_draw), preview, G_CONNECT_SWAPPED);
  g_signal_connect_object (guatu_timeline_get_across (self->timeline), "value-changed",
                           G_CALLBACK (gtk_widget_queue_draw), preview, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "scale-changed", G_CALLBACK (gtk_widget_queue_draw), preview, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "rows-changed", G_CALLBACK (gtk_widget_queue_draw), preview, G_CONNECT_SWAPPED);

  return preview;
}

/* What keys do to the selected rows they do from the timeline as well; not from texts beside it. */
static void
share_keys (GtkWidget *widget)
{
  static const struct { guint key; GdkModifierType state; const char *action; } keys[] = {
    { GDK_KEY_x, GDK_CONTROL_MASK, "rows.cut" }, { GDK_KEY_c, GDK_CONTROL_MASK, "rows.copy" },
    { GDK_KEY_v, GDK_CONTROL_MASK, "rows.paste" }, { GDK_KEY_d, GDK_CONTROL_MASK, "rows.duplicate" },
    { GDK_KEY_Delete, 0, "rows.remove" }, { GDK_KEY_KP_Delete, 0, "rows.remove" },
    { GDK_KEY_Insert, 0, "rows.insert" }, { GDK_KEY_KP_Insert, 0, "rows.insert" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].state),
                                                            gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (widget, controller);
}

static void
add_timeline (GuatuBattleMap *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *overlay = gtk_overlay_new (), *bar, *hint;
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr(GtkSizeGroup) feet = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);
  GtkAdjustment *down = guatu_task_table_get_vadjustment (GUATU_TASK_TABLE (self->table));
  GtkWidget *timeline = guatu_timeline_new (self->view, down);

  self->timeline = GUATU_TIMELINE (timeline);
  g_signal_connect_object (timeline, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (timeline, TRUE);
  bar = gtk_scrollbar_new (GTK_ORIENTATION_HORIZONTAL, guatu_timeline_get_across (self->timeline));
  gtk_box_append (GTK_BOX (box), guatu_timeline_header_new (self->view, self->timeline));
  hint = guatu_map_hint_new (self->view);
  g_signal_connect_swapped (hint, "new-task", G_CALLBACK (new_task_cb), self);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), timeline);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), make_preview (self, down));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), guatu_sticky_row_new (self->view, down, self->timeline));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), hint);
  gtk_box_append (GTK_BOX (box), overlay);
  gtk_box_append (GTK_BOX (foot), guatu_overview_new (self->view, self->timeline));
  gtk_box_append (GTK_BOX (foot), bar);
  gtk_box_append (GTK_BOX (box), foot);
  gtk_size_group_add_widget (feet, self->foot);
  gtk_size_group_add_widget (feet, foot);
  share_keys (box);
  gtk_paned_set_end_child (GTK_PANED (self->panes), box);
}

/* What is folded away takes part in no layout, until it is on its way. */
static void
inspector_cb (GuatuBattleMap *self)
{
  gtk_widget_set_visible (gtk_revealer_get_child (self->inspector),
                          gtk_revealer_get_reveal_child (self->inspector)
                          || gtk_revealer_get_child_revealed (self->inspector));
}

static GtkWidget *
make_inspector (GuatuBattleMap *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *inspector = guatu_inspector_new (self->view);

  gtk_widget_set_size_request (inspector, INSPECTOR_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (box), inspector);
  self->inspector = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->inspector, GTK_REVEALER_TRANSITION_TYPE_SLIDE_LEFT);
  gtk_revealer_set_child (self->inspector, box);
  g_signal_connect_swapped (self->inspector, "notify::reveal-child", G_CALLBACK (inspector_cb), self);
  g_signal_connect_swapped (self->inspector, "notify::child-revealed", G_CALLBACK (inspector_cb), self);
  inspector_cb (self);

  return GTK_WIDGET (self->inspector);
}

/* Planning backward ---------------------------------------------------------------------------------- */

static void
backward_closed_cb (GuatuBattleMap *self)
{
  gtk_revealer_set_reveal_child (self->backward, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->inspector), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
}

static void
backward_accepted_cb (GuatuBattleMap *self,
                      const char     *what)
{
  guatu_desk_view_removed (GUATU_DESK_VIEW (self), 1, what);
}

/* Into sight, but the cursor stays in the list. */
static void
show_task_cb (GuatuBattleMap *self,
              gint64          task)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  gint32 row = guatu_plan_find (chart->plan, GUATU_TABLE_TASK, task);
  GtkAdjustment *down = guatu_timeline_get_down (self->timeline);
  double x;

  if (row < 0)
    return;
  guatu_battle_view_select (self->view, &task, 1);
  if (chart->rows->places[row] >= 0)
    {
      double y = chart->rows->places[row] * chart->row_height;

      gtk_adjustment_clamp_page (down, y - chart->row_height, y + 2 * chart->row_height);
    }
  x = guatu_timeline_x_of (self->timeline, (double) chart->schedule->start[row]);
  if (x < 0 || x > gtk_widget_get_width (GTK_WIDGET (self->timeline)))
    guatu_timeline_go_to (self->timeline, chart->schedule->start[row]);
}

/* Few plans are ever planned backward: the panel is made when it is first asked for. */
static void
make_backward_panel (GuatuBattleMap *self)
{
  GtkWidget *panel = guatu_backward_panel_new (self->view, self->preview);

  gtk_widget_set_size_request (panel, BACKWARD_WIDTH, -1);
  g_signal_connect_object (panel, "closed", G_CALLBACK (backward_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "accepted", G_CALLBACK (backward_accepted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "go-to", G_CALLBACK (show_task_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  self->backward_panel = panel;
  gtk_revealer_set_child (self->backward, panel);
}

static GtkWidget *
make_backward (GuatuBattleMap *self)
{
  self->backward = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->backward, GTK_REVEALER_TRANSITION_TYPE_SLIDE_LEFT);

  return GTK_WIDGET (self->backward);
}

/* Both at once would leave no room for the map. */
static void
plan_backward_cb (GuatuBattleMap *self)
{
  if (self->backward_panel == NULL)
    make_backward_panel (self);
  gtk_widget_set_visible (GTK_WIDGET (self->inspector), FALSE);
  gtk_revealer_set_reveal_child (self->backward, TRUE);
  guatu_backward_panel_open (GUATU_BACKWARD_PANEL (self->backward_panel));
}

/* Table and timeline scroll as one: the bar stands at the far edge, and is the table's. */
static GtkWidget *
make_panes (GuatuBattleMap *self)
{
  GtkWidget *map = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *bar;

  self->panes = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->panes), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Table and timeline"), -1);
  gtk_widget_set_hexpand (self->panes, TRUE);
  gtk_widget_set_vexpand (self->panes, TRUE);
  add_table (self);
  add_timeline (self);
  gtk_paned_set_resize_start_child (GTK_PANED (self->panes), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->panes), FALSE);
  gtk_box_append (GTK_BOX (map), self->panes);

  bar = gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, guatu_task_table_get_vadjustment (GUATU_TASK_TABLE (self->table)));
  gtk_widget_set_margin_top (bar, GUATU_TIMELINE_HEADER_HEIGHT);
  gtk_box_append (GTK_BOX (map), bar);

  return map;
}

static GtkWidget *
make_map (GuatuBattleMap *self)
{
  GtkWidget *panes = make_panes (self), *side = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (side), make_backward (self));
  gtk_box_append (GTK_BOX (side), make_inspector (self));

  return guatu_side_pane_new (panes, side, GTK_PACK_END, ROOM_FOR_BOTH);
}

static void
put_together (GuatuBattleMap *self)
{
  GtkWidget *map = make_map (self);

  self->toolbar = guatu_battle_toolbar_new (self->view);
  g_signal_connect_object (self->toolbar, "plan-backward", G_CALLBACK (plan_backward_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->toolbar, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->toolbar, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  guatu_battle_toolbar_set_columns_menu (GUATU_BATTLE_TOOLBAR (self->toolbar),
                                         guatu_battle_map_get_columns_menu (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  guatu_task_table_get_columns_actions (GUATU_TASK_TABLE (self->table)));
  gtk_widget_set_parent (self->toolbar, GTK_WIDGET (self));
  gtk_widget_set_parent (gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), GTK_WIDGET (self));
  gtk_widget_set_vexpand (map, TRUE);
  gtk_widget_set_parent (map, GTK_WIDGET (self));
  gtk_widget_set_parent (gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), GTK_WIDGET (self));
  gtk_widget_set_parent (guatu_status_bar_new (self->view), GTK_WIDGET (self));
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_battle_map_dispose (GObject *object)
{
  GuatuBattleMap *self = GUATU_BATTLE_MAP (object);
  GtkWidget *child;

  guatu_battle_map_close_form (self);
  if (self->memory != NULL)
    guatu_view_memory_stop (self->memory);
  self->table = NULL;
  self->foot = NULL;
  self->timeline = NULL;
  self->inspector = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->memory);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (guatu_battle_map_parent_class)->dispose (object);
}

/* Until somebody moves the divider the table has what it asks for, as far as the window allows. */
static void
divide (GuatuBattleMap *self,
        int             width)
{
  int natural = guatu_task_table_get_natural_width (GUATU_TASK_TABLE (self->table));

  if (self->divided || width <= 0)
    return;
  self->dividing = TRUE;
  gtk_paned_set_position (GTK_PANED (self->panes), MAX (MIN (natural, (int) (width * TABLE_SHARE)), LEAST_TABLE_WIDTH));
  self->dividing = FALSE;
}

static gboolean
divide_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  GuatuBattleMap *self = GUATU_BATTLE_MAP (widget);

  self->divide = 0;
  divide (self, gtk_widget_get_width (self->panes));

  return G_SOURCE_REMOVE;
}

/* Another width. While the inspector slides the divider stays. */
static void
room_changed_cb (GuatuBattleMap *self)
{
  g_object_get (self->panes, "max-position", &self->room, NULL);
  if (!self->divided && self->divide == 0
      && gtk_revealer_get_reveal_child (self->inspector) == gtk_revealer_get_child_revealed (self->inspector))
    self->divide = gtk_widget_add_tick_callback (GTK_WIDGET (self), divide_cb, NULL, NULL);
}

/* Where it is moved for want of room, that is not by hand either. */
static void
divider_cb (GuatuBattleMap *self)
{
  int room;

  g_object_get (self->panes, "max-position", &room, NULL);
  if (self->dividing || !gtk_widget_get_mapped (GTK_WIDGET (self)) || room != self->room)
    return;
  self->divided = TRUE;
  guatu_view_memory_keep_divider (self->memory);
}

/* The first time that the window's width is known. */
static void
guatu_battle_map_map (GtkWidget *widget)
{
  GuatuBattleMap *self = GUATU_BATTLE_MAP (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  gboolean first = !self->was_mapped;
  int width = 0, height;

  if (!self->was_mapped && GTK_IS_WINDOW (root))
    {
      gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
      if (!guatu_view_memory_has_inspector (self->memory))
        gtk_revealer_set_reveal_child (self->inspector, width >= ROOM_FOR_INSPECTOR);
      divide (self, width - (width >= ROOM_FOR_INSPECTOR ? INSPECTOR_WIDTH : 0));
      self->was_mapped = TRUE;
    }

  GTK_WIDGET_CLASS (guatu_battle_map_parent_class)->map (widget);
  if (first)
    guatu_desk_view_enter (GUATU_DESK_VIEW (widget));
}

/* While everything still stands where it stood. */
static void
guatu_battle_map_unroot (GtkWidget *widget)
{
  guatu_view_memory_stop (GUATU_BATTLE_MAP (widget)->memory);

  GTK_WIDGET_CLASS (guatu_battle_map_parent_class)->unroot (widget);
}

static void
guatu_battle_map_class_init (GuatuBattleMapClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_battle_map_dispose;
  GTK_WIDGET_CLASS (class)->map = guatu_battle_map_map;
  GTK_WIDGET_CLASS (class)->unroot = guatu_battle_map_unroot;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
  guatu_battle_map_install_actions (GTK_WIDGET_CLASS (class));
}

static void
guatu_battle_map_init (GuatuBattleMap *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
guatu_battle_map_new (GuatuDocument *document)
{
  GuatuBattleMap *self = g_object_new (GUATU_TYPE_BATTLE_MAP, NULL);

  self->view = guatu_battle_view_new (document);
  guatu_battle_view_set_today (self->view, read_clock ());
  put_together (self);
  self->memory = guatu_view_memory_new (self->view, GUATU_TASK_TABLE (self->table), self->timeline,
                                        GTK_PANED (self->panes), self->inspector);
  self->divided = guatu_view_memory_has_divider (self->memory);
  g_signal_connect_swapped (self->panes, "notify::max-position", G_CALLBACK (room_changed_cb), self);
  g_signal_connect_swapped (self->panes, "notify::position", G_CALLBACK (divider_cb), self);
  g_signal_connect_swapped (self->inspector, "notify::child-revealed", G_CALLBACK (room_changed_cb), self);
  guatu_battle_map_update_actions (self);
  g_signal_connect_object (self->view, "rows-changed", G_CALLBACK (guatu_battle_map_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "selection-changed", G_CALLBACK (guatu_battle_map_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "revealed", G_CALLBACK (revealed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

GuatuBattleView *
guatu_battle_map_get_view (GuatuBattleMap *self)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_MAP (self), NULL);

  return self->view;
}

guint
guatu_battle_map_get_columns (GuatuBattleMap  *self,
                              GuatuColumnKind *columns)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_MAP (self), 0);

  return guatu_task_table_get_shown (GUATU_TASK_TABLE (self->table), columns);
}

GMenuModel *
guatu_battle_map_get_columns_menu (GuatuBattleMap *self)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_MAP (self), NULL);

  return guatu_task_table_get_columns_menu (GUATU_TASK_TABLE (self->table));
}

static guint
get_panes (GuatuDeskView *view,
           GtkWidget     *panes[GUATU_DESK_VIEW_MOST_PANES])
{
  GuatuBattleMap *self = GUATU_BATTLE_MAP (view);
  guint n = 0;

  panes[n++] = self->toolbar;
  panes[n++] = self->table;
  panes[n++] = GTK_WIDGET (self->timeline);
  if (gtk_revealer_get_reveal_child (self->inspector))
    panes[n++] = GTK_WIDGET (self->inspector);

  return n;
}

static void
toggle_inspector (GuatuDeskView *view)
{
  GuatuBattleMap *self = GUATU_BATTLE_MAP (view);
  gboolean hidden;

  /* Whoever asks for it beside what is planned backward wants that to go. */
  hidden = self->backward_panel != NULL
           && guatu_backward_panel_is_open (GUATU_BACKWARD_PANEL (self->backward_panel));
  if (hidden)
    guatu_backward_panel_close (GUATU_BACKWARD_PANEL (self->backward_panel));
  gtk_revealer_set_reveal_child (self->inspector, hidden || !gtk_revealer_get_reveal_child (self->inspector));
}

/* A filter that hides the task makes way for it. */
static gboolean
show_row (GuatuDeskView *view,
          GuatuTable     table,
          gint64         id)
{
  GuatuBattleMap *self = GUATU_BATTLE_MAP (view);
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  gint32 row = table == GUATU_TABLE_TASK ? guatu_plan_find (chart->plan, table, id) : -1;

  if (row < 0)
    return FALSE;
  guatu_battle_view_reveal (self->view, id);
  if (guatu_battle_view_get_rows (self->view)->places[row] < 0)
    {
      GuatuRowsQuery query = *guatu_battle_view_get_query (self->view);

      guatu_rows_query_clear_conditions (&query);
      guatu_battle_view_set_query (self->view, &query);
      guatu_battle_view_reveal (self->view, id);
    }

  return TRUE;
}

/* Whoever opens a plan, or makes one, goes on in its tasks: with the keyboard, without looking for them. */
static gboolean
enter (GuatuDeskView *view)
{
  return gtk_widget_child_focus (GUATU_BATTLE_MAP (view)->table, GTK_DIR_TAB_FORWARD);
}

static void
desk_view_init (GuatuDeskViewInterface *iface)
{
  iface->enter = enter;
  iface->get_panes = get_panes;
  iface->show_row = show_row;
  iface->toggle_inspector = toggle_inspector;
}
