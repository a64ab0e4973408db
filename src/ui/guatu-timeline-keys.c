/* guatu-timeline-keys.c — what keys do to bars, links and key nodes: the same as hands. */
#include "guatu-timeline-private.h"

#include "guatu-drag-key-node.h"

static GuatuDocument *
document_of (GuatuTimeline *self)
{
  return guatu_battle_view_get_document (self->view);
}

/* Bars and key nodes ----------------------------------------------------------------------------- */

static void
step_key_node (GuatuTimeline *self,
               int            direction)
{
  GError *error = NULL;

  if (!guatu_key_node_check (document_of (self), self->key_node, &error)
      || !guatu_key_node_move (document_of (self), self->key_node,
                               guatu_key_node_step (document_of (self), self->key_node, direction), &error))
    guatu_timeline_refuse (self, error);
}

/* The first that can be dragged leads; what is selected below a summary goes along by itself. */
static GuatuDragSet *
grab_selected (GuatuTimeline  *self,
               const GArray   *tasks,
               GuatuDragKind   kind,
               GError        **error)
{
  for (guint i = 0; i < tasks->len; i++)
    {
      GuatuDragSet *set = guatu_drag_set_new (document_of (self), g_array_index (tasks, gint64, i),
                                              (const gint64 *) (const void *) tasks->data, tasks->len, kind,
                                              i + 1 < tasks->len ? NULL : error);

      if (set != NULL)
        return set;
    }

  return NULL;
}

static gboolean
step_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  GuatuTimeline *self = GUATU_TIMELINE (widget);
  g_autoptr(GArray) tasks = guatu_timeline_selected (self);
  g_autoptr(GuatuDragSet) set = NULL;
  GError *error = NULL;
  int kind, direction;

  g_variant_get (args, "(ii)", &kind, &direction);
  if (self->key_node != 0 && kind == GUATU_DRAG_MOVE)
    {
      step_key_node (self, direction);
      return GDK_EVENT_STOP;
    }
  if (tasks->len == 0)
    return GDK_EVENT_PROPAGATE;

  set = grab_selected (self, tasks, (GuatuDragKind) kind, &error);
  if (set == NULL)
    {
      guatu_timeline_refuse (self, error);
      return GDK_EVENT_STOP;
    }
  if (guatu_drag_set_step (set, direction) && !guatu_drag_set_commit (set, &error))
    guatu_timeline_refuse (self, error);

  return GDK_EVENT_STOP;
}

/* What is marked --------------------------------------------------------------------------------- */

static gboolean
remove_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  return guatu_timeline_remove_marked (GUATU_TIMELINE (widget)) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static gboolean
edit_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  return guatu_timeline_edit_link (GUATU_TIMELINE (widget)) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* In its bar, where that is seen; else in the middle. */
GuatuPoint
guatu_timeline_place_of_task (GuatuTimeline *self,
                              gint64         id)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  gint32 task = id != 0 ? guatu_plan_find (chart->plan, GUATU_TABLE_TASK, id) : -1;
  GuatuPoint at = { width / 2, height / 2 };
  GuatuBox bar;

  if (task >= 0 && chart->rows->places[task] >= 0
      && guatu_timeline_find_bar (self, (guint) chart->rows->places[task], &bar))
    {
      at.x = CLAMP (bar.x + bar.width / 2, MIN (MAX (bar.x, 0), width), MAX (MIN (bar.x + bar.width, width), 0));
      at.y = CLAMP (bar.y + bar.height / 2, 0, height);
    }

  return at;
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  GuatuTimeline *self = GUATU_TIMELINE (widget);
  g_autoptr(GArray) tasks = guatu_timeline_selected (self);
  GuatuPoint at = guatu_timeline_place_of_task (self, tasks->len > 0 ? g_array_index (tasks, gint64, 0) : 0);

  guatu_timeline_show_menu (self, at.x, at.y);

  return GDK_EVENT_STOP;
}

void
guatu_timeline_class_add_drag_keys (GuatuTimelineClass *class)
{
  static const struct { guint key; GdkModifierType state; int kind; int direction; } steps[] = {
    { GDK_KEY_Left, GDK_ALT_MASK, GUATU_DRAG_MOVE, -1 },
    { GDK_KEY_Right, GDK_ALT_MASK, GUATU_DRAG_MOVE, 1 },
    { GDK_KEY_Left, GDK_ALT_MASK | GDK_SHIFT_MASK, GUATU_DRAG_RESIZE, -1 },
    { GDK_KEY_Right, GDK_ALT_MASK | GDK_SHIFT_MASK, GUATU_DRAG_RESIZE, 1 },
    { GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK, GUATU_DRAG_START, -1 },
    { GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK, GUATU_DRAG_START, 1 },
    { GDK_KEY_KP_Left, GDK_ALT_MASK, GUATU_DRAG_MOVE, -1 },
    { GDK_KEY_KP_Right, GDK_ALT_MASK, GUATU_DRAG_MOVE, 1 },
  };
  static const struct { guint key; GdkModifierType state; GtkShortcutFunc func; } others[] = {
    { GDK_KEY_Delete, 0, remove_cb }, { GDK_KEY_KP_Delete, 0, remove_cb },
    { GDK_KEY_Return, 0, edit_cb }, { GDK_KEY_KP_Enter, 0, edit_cb },
    { GDK_KEY_Menu, 0, menu_cb }, { GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_widget_class_add_binding (widget_class, steps[i].key, steps[i].state, step_cb, "(ii)", steps[i].kind,
                                  steps[i].direction);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    gtk_widget_class_add_binding (widget_class, others[i].key, others[i].state, others[i].func, NULL);
}
