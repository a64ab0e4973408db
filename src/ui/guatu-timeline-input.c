/* guatu-timeline-input.c — what hands do to the timeline: scrolling, zooming, panning, pressing, asking. */
#include "guatu-timeline-private.h"

#include <math.h>

#include "guatu-timeline-marks.h"

/* One step of the wheel: so many pixels, and so much nearer. */
#define WHEEL 64.0
#define NEARER 1.2

/* Of the keys. */
#define ARROW 64.0

/* Scrolling and zooming -------------------------------------------------------------------------- */

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           GuatuTimeline            *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  double step = wheel ? WHEEL : 1;

  guatu_timeline_stop_gliding (self);
  if ((state & GDK_CONTROL_MASK) != 0)
    {
      guatu_timeline_zoom (self, pow (NEARER, -dy * step / WHEEL), self->pointer.x);
      return GDK_EVENT_STOP;
    }
  if ((state & GDK_SHIFT_MASK) != 0 && dx == 0)
    {
      dx = dy;
      dy = 0;
    }
  guatu_timeline_pan (self, dx * step, dy * step);

  return GDK_EVENT_STOP;
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           GuatuTimeline            *self)
{
  self->pointer = (GuatuPoint) { x, y };
  guatu_timeline_hover (self, x, y, gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller)));
}

/* What the pointer would do where it rests is another thing with other keys; @state is as it is from now on. */
static gboolean
modifiers_cb (GtkEventControllerKey *controller,
              GdkModifierType        state,
              GuatuTimeline         *self)
{
  if (self->pointer.x >= 0)
    guatu_timeline_hover (self, self->pointer.x, self->pointer.y, state);

  return GDK_EVENT_PROPAGATE;
}

static void
pinch_begin_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                GuatuTimeline    *self)
{
  self->pinched = 1;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pinch_cb (GtkGestureZoom *gesture,
          double          scale,
          GuatuTimeline  *self)
{
  double x, y;

  /* Between the fingers; where nobody says so, at the pointer or in the middle. */
  if (!gtk_gesture_is_active (GTK_GESTURE (gesture))
      || !gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    x = self->pointer.x >= 0 ? self->pointer.x : gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  if (scale <= 0)
    return;
  guatu_timeline_zoom (self, scale / self->pinched, x);
  self->pinched = scale;
}

/* Panning ---------------------------------------------------------------------------------------- */

/* With the middle button anywhere; with the first where there is nothing to take hold of. */
static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               GuatuTimeline  *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)), row;
  GuatuHit hit = guatu_timeline_hit_at (self, x, y, &row);

  self->grabbed = (GuatuPoint) { gtk_adjustment_get_value (self->across), gtk_adjustment_get_value (self->down) };
  if (button != GDK_BUTTON_MIDDLE
      && (button != GDK_BUTTON_PRIMARY || hit == GUATU_HIT_BAR || hit == GUATU_HIT_BRACKET
          || guatu_timeline_hold_at (self, x, y, state).grip != GUATU_GRIP_NONE))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                GuatuTimeline  *self)
{
  GdkEventSequence *sequence = gtk_gesture_get_last_updated_sequence (GTK_GESTURE (gesture));

  if (gtk_gesture_get_sequence_state (GTK_GESTURE (gesture), sequence) != GTK_EVENT_SEQUENCE_CLAIMED)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
        return;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
    }
  gtk_adjustment_set_value (self->across, self->grabbed.x - dx);
  gtk_adjustment_set_value (self->down, self->grabbed.y - dy);
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             GuatuTimeline  *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

/* Pressing ---------------------------------------------------------------------------------------- */

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            GuatuTimeline   *self)
{
  guint row;
  GuatuHit hit = guatu_timeline_hit_at (self, x, y, &row);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  guatu_timeline_stop_gliding (self);
  if (n_press == 2 && guatu_timeline_link_at (self, x, y) != 0)
    {
      guatu_timeline_click_at (self, x, y, 0);
      guatu_timeline_edit_link (self);
    }
  else if (n_press == 2 && (hit == GUATU_HIT_BRACKET || hit == GUATU_HIT_HEADING))
    {
      /* What was pressed is no more under the pointer then. */
      guatu_timeline_drop (self);
      guatu_battle_view_toggle (self->view, row);
    }
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             GuatuTimeline   *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (n_press == 1)
    guatu_timeline_click_at (self, x, y, state);
  else if (n_press == 2 && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    guatu_timeline_open_at (self, x, y);
}

static void
menu_cb (GtkGestureClick *gesture,
         int              n_press,
         double           x,
         double           y,
         GuatuTimeline   *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  guatu_timeline_show_menu (self, x, y);
}

/* Asking ----------------------------------------------------------------------------------------- */

/* What is to be said of what is at the place, or %NULL. */
char *
guatu_timeline_tip_at (GuatuTimeline *self,
                       double         x,
                       double         y)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  GuatuPoint place = guatu_timeline_in_chart (self, (GuatuPoint) { x, y });
  gint32 node = guatu_timeline_hit_key_node (chart, place.x, place.y);
  gint64 link = guatu_timeline_link_at (self, x, y);
  guint row;
  GuatuHit hit = guatu_timeline_hit_at (self, x, y, &row);

  if (node >= 0)
    return guatu_timeline_key_node_tip (chart, node);
  if (hit == GUATU_HIT_BRACKET && guatu_timeline_hit_time (chart, row, place.x, place.y) >= 0)
    return guatu_timeline_time_tip (chart, guatu_timeline_hit_time (chart, row, place.x, place.y));
  if (hit == GUATU_HIT_BAR || hit == GUATU_HIT_BRACKET)
    return guatu_timeline_tip (chart, row);
  if (link != 0)
    return guatu_timeline_link_tip (chart->plan, guatu_plan_find (chart->plan, GUATU_TABLE_LINK, link));

  return NULL;
}

static gboolean
query_tooltip_cb (GuatuTimeline *self,
                  int            x,
                  int            y,
                  gboolean       by_keyboard,
                  GtkTooltip    *tooltip)
{
  gboolean busy = by_keyboard || self->carries || self->popover != NULL;
  g_autofree char *text = busy ? NULL : guatu_timeline_tip_at (self, x, y);

  if (text == NULL)
    return FALSE;

  gtk_tooltip_set_markup (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { x - 4, y - 4, 8, 8 });

  return TRUE;
}

/* Keys ------------------------------------------------------------------------------------------- */

static gboolean
pan_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  double dx, dy;

  g_variant_get (args, "(dd)", &dx, &dy);
  guatu_timeline_pan (GUATU_TIMELINE (widget), dx, dy);

  return GDK_EVENT_STOP;
}

/* By pages: the share of a window's width and height. */
static gboolean
page_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  double across, down;

  g_variant_get (args, "(dd)", &across, &down);
  guatu_timeline_pan (GUATU_TIMELINE (widget), across * gtk_widget_get_width (widget),
                      down * gtk_widget_get_height (widget));

  return GDK_EVENT_STOP;
}

static gboolean
extend_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  guatu_timeline_extend (GUATU_TIMELINE (widget), g_variant_get_int32 (args));

  return GDK_EVENT_STOP;
}

static gboolean
unselect_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  GuatuBattleView *view = GUATU_TIMELINE (widget)->view;

  if (guatu_timeline_drop (GUATU_TIMELINE (widget)) || guatu_timeline_unmark (GUATU_TIMELINE (widget)))
    return GDK_EVENT_STOP;
  if (guatu_battle_view_n_selected (view) == 0)
    return GDK_EVENT_PROPAGATE;
  guatu_battle_view_select (view, NULL, 0);

  return GDK_EVENT_STOP;
}

void
guatu_timeline_class_add_keys (GuatuTimelineClass *class)
{
  static const struct { guint key; guint keypad; double x; double y; GtkShortcutFunc func; } keys[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -ARROW, 0, pan_cb },
    { GDK_KEY_Right, GDK_KEY_KP_Right, ARROW, 0, pan_cb },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -ARROW, pan_cb },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, ARROW, pan_cb },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, -0.9, page_cb },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, 0.9, page_cb },
    { GDK_KEY_Home, GDK_KEY_KP_Home, -1e6, 0, page_cb },
    { GDK_KEY_End, GDK_KEY_KP_End, 1e6, 0, page_cb },
  };
  static const struct { guint key; int step; } more[] = {
    { GDK_KEY_Up, -1 }, { GDK_KEY_KP_Up, -1 }, { GDK_KEY_Down, 1 }, { GDK_KEY_KP_Down, 1 },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i].key, 0, keys[i].func, "(dd)", keys[i].x, keys[i].y);
      gtk_widget_class_add_binding (widget_class, keys[i].keypad, 0, keys[i].func, "(dd)", keys[i].x, keys[i].y);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, unselect_cb, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (more); i++)
    gtk_widget_class_add_binding (widget_class, more[i].key, GDK_SHIFT_MASK, extend_cb, "i", more[i].step);
}

/* Everything together ---------------------------------------------------------------------------- */

static void
add (GuatuTimeline *self,
     gpointer       controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (controller));
}

void
guatu_timeline_add_input (GuatuTimeline *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new (), *menu = gtk_gesture_click_new ();
  GtkGesture *click = gtk_gesture_click_new (), *drag = gtk_gesture_drag_new ();

  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_cb), self);
  g_signal_connect (keys, "modifiers", G_CALLBACK (modifiers_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  guatu_timeline_add_glide (self, GTK_EVENT_CONTROLLER_SCROLL (scroll));
  add (self, scroll);
  add (self, motion);
  add (self, pinch);
  add (self, keys);
  add (self, menu);
  add (self, click);
  add (self, drag);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
