/* guatu-battle-map.c — puts the table and the timeline of a plan side by side. */
#include "guatu-battle-map.h"

#include "guatu-battle-view.h"
#include "guatu-timeline-header.h"
#include "guatu-timeline.h"

/* One step of the keys. */
#define NEARER 1.25

struct _GuatuBattleMap
{
  GtkWidget        parent_instance;

  /* Owned references */
  GuatuBattleView *view;

  /* Borrowed references */
  GuatuTimeline   *timeline;
};

G_DEFINE_FINAL_TYPE (GuatuBattleMap, guatu_battle_map, GTK_TYPE_WIDGET)

/* Actions -------------------------------------------------------------------------------------------- */

/* About the middle, as there is no pointer. */
static void
zoom (GuatuBattleMap *self,
      double          factor)
{
  guatu_timeline_zoom (self->timeline, factor, gtk_widget_get_width (GTK_WIDGET (self->timeline)) / 2.0);
}

static void
zoom_in_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  zoom (GUATU_BATTLE_MAP (widget), NEARER);
}

static void
zoom_out_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  zoom (GUATU_BATTLE_MAP (widget), 1 / NEARER);
}

static void
fit_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  guatu_timeline_fit (GUATU_BATTLE_MAP (widget)->timeline);
}

static void
go_to (GuatuBattleMap *self,
       GuatuInstant    t)
{
  if (t != GUATU_NONE)
    guatu_timeline_go_to (self->timeline, t);
}

static void
today_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  GuatuBattleMap *self = GUATU_BATTLE_MAP (widget);

  go_to (self, guatu_battle_view_get_chart (self->view)->today);
}

static void
status_date_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  GuatuBattleMap *self = GUATU_BATTLE_MAP (widget);

  go_to (self, guatu_battle_view_get_chart (self->view)->status_date);
}

static void
update_actions (GuatuBattleMap *self)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "battle.status-date", chart->status_date != GUATU_NONE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "battle.today", chart->today != GUATU_NONE);
}

/* The day on the wall, at midnight; dates of plans know no zones. */
static GuatuInstant
read_clock (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return guatu_instant_from_civil ((GuatuCivil) { g_date_time_get_year (now), g_date_time_get_month (now),
                                                  g_date_time_get_day_of_month (now) });
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_battle_map_dispose (GObject *object)
{
  GuatuBattleMap *self = GUATU_BATTLE_MAP (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (guatu_battle_map_parent_class)->dispose (object);
}

static void
guatu_battle_map_class_init (GuatuBattleMapClass *class)
{
  static const struct { const char *name; GtkWidgetActionActivateFunc func; guint keys[3]; } actions[] = {
    { "battle.zoom-in", zoom_in_cb, { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add } },
    { "battle.zoom-out", zoom_out_cb, { GDK_KEY_minus, GDK_KEY_KP_Subtract } },
    { "battle.fit", fit_cb, { GDK_KEY_0, GDK_KEY_KP_0 } },
    { "battle.today", today_cb, { 0 } },
    { "battle.status-date", status_date_cb, { 0 } },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_battle_map_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
      for (gsize k = 0; k < G_N_ELEMENTS (actions[i].keys) && actions[i].keys[k] != 0; k++)
        gtk_widget_class_add_binding_action (widget_class, actions[i].keys[k], GDK_CONTROL_MASK, actions[i].name, NULL);
    }
}

static void
guatu_battle_map_init (GuatuBattleMap *self)
{
}

static void
attach (GuatuBattleMap *self,
        GtkWidget      *child,
        int             column,
        int             row)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkGridLayoutChild *place;

  gtk_widget_set_parent (child, GTK_WIDGET (self));
  place = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, child));
  gtk_grid_layout_child_set_column (place, column);
  gtk_grid_layout_child_set_row (place, row);
}

static void
add_timeline (GuatuBattleMap *self)
{
  GtkWidget *timeline = guatu_timeline_new (self->view, NULL);

  self->timeline = GUATU_TIMELINE (timeline);
  attach (self, guatu_timeline_header_new (self->view, self->timeline), 0, 0);
  attach (self, timeline, 0, 1);
  attach (self, gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, guatu_timeline_get_down (self->timeline)), 1, 1);
  attach (self, gtk_scrollbar_new (GTK_ORIENTATION_HORIZONTAL, guatu_timeline_get_across (self->timeline)), 0, 2);
}

GtkWidget *
guatu_battle_map_new (GuatuDocument *document)
{
  GuatuBattleMap *self = g_object_new (GUATU_TYPE_BATTLE_MAP, NULL);

  self->view = guatu_battle_view_new (document);
  guatu_battle_view_set_today (self->view, read_clock ());
  add_timeline (self);
  update_actions (self);
  g_signal_connect_object (self->view, "rows-changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
