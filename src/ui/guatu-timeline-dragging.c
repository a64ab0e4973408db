/* guatu-timeline-dragging.c — from a press to a release: whatever was taken hold of is shown where it would go. */
#include "guatu-timeline-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Pixels: what is dragged less far was clicked. */
#define CLICK 4.0

const GuatuHand *
guatu_hand_of (GuatuGrip grip)
{
  static const GuatuHand * const hands[GUATU_N_GRIPS] = {
    [GUATU_GRIP_BAR] = &guatu_hand_bar,
    [GUATU_GRIP_START] = &guatu_hand_start,
    [GUATU_GRIP_END] = &guatu_hand_end,
    [GUATU_GRIP_PROGRESS] = &guatu_hand_progress,
    [GUATU_GRIP_KEY_NODE] = &guatu_hand_key_node,
    [GUATU_GRIP_FROM_START] = &guatu_hand_link,
    [GUATU_GRIP_FROM_FINISH] = &guatu_hand_link,
    [GUATU_GRIP_NEW] = &guatu_hand_new,
    [GUATU_GRIP_BAND] = &guatu_hand_band,
  };

  return hands[grip];
}

/* Dragging --------------------------------------------------------------------------------------- */

gboolean
guatu_timeline_drop (GuatuTimeline *self)
{
  gboolean was = self->hold.grip != GUATU_GRIP_NONE && self->carries;

  self->hold.grip = GUATU_GRIP_NONE;
  self->carries = FALSE;
  guatu_timeline_stop_scrolling (self);
  /* The window may be closed amid a drag. */
  if (was && self->ghost != NULL)
    {
      guatu_drag_ghost_clear (self->ghost);
      guatu_timeline_unhover (self);
      gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
    }

  return was;
}

void
guatu_timeline_refuse (GuatuTimeline *self,
                       GError        *taken)
{
  g_autoptr(GError) error = taken;

  guatu_timeline_drop (self);
  guatu_timeline_fail (self, error->message);
}

gboolean
guatu_timeline_press (GuatuTimeline   *self,
                      double           x,
                      double           y,
                      GdkModifierType  state)
{
  guatu_timeline_drop (self);
  self->hold = guatu_timeline_hold_at (self, x, y, state);
  self->from_finish = self->hold.grip == GUATU_GRIP_FROM_FINISH;
  self->pressed = (GuatuPoint) { x, y };
  self->held_at = guatu_timeline_date_at (self, x);
  self->held_y = guatu_timeline_in_chart (self, self->pressed).y;

  return self->hold.grip != GUATU_GRIP_NONE;
}

/* What a bar is drawn before, or a rectangle beside, does not matter so much. */
static gboolean
check_held (GuatuTimeline  *self,
            GError        **error)
{
  const GuatuPlan *plan = guatu_battle_view_get_chart (self->view)->plan;

  if (self->hold.task == 0 || guatu_plan_find (plan, GUATU_TABLE_TASK, self->hold.task) >= 0)
    return TRUE;
  if (self->hold.grip == GUATU_GRIP_NEW || self->hold.grip == GUATU_GRIP_BAND)
    {
      self->hold.task = 0;
      return TRUE;
    }
  g_set_error_literal (error, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_NOT_FOUND,
                       _("This task no longer exists."));

  return FALSE;
}

/* The drag begins; what cannot be dragged says why, once. */
static gboolean
carry (GuatuTimeline *self)
{
  const GuatuHand *hand = guatu_hand_of (self->hold.grip);
  const char *reason = guatu_document_get_read_only_reason (guatu_battle_view_get_document (self->view));
  GError *error = NULL;

  self->carries = TRUE;
  if (!check_held (self, &error))
    {
      guatu_timeline_refuse (self, error);
      return FALSE;
    }
  if (reason != NULL && !hand->reads_only)
    {
      guatu_timeline_drop (self);
      guatu_timeline_fail (self, reason);
      return FALSE;
    }
  if (hand->grab != NULL && !hand->grab (self, &error))
    {
      guatu_timeline_refuse (self, error);
      return FALSE;
    }
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), hand->dragging);

  return TRUE;
}

gboolean
guatu_timeline_drag_to (GuatuTimeline   *self,
                        double           x,
                        double           y,
                        GdkModifierType  state)
{
  if (self->hold.grip == GUATU_GRIP_NONE)
    return FALSE;
  if (!self->carries)
    {
      if (hypot (x - self->pressed.x, y - self->pressed.y) < CLICK)
        return FALSE;
      if (!carry (self))
        return TRUE;
    }
  self->at = (GuatuPoint) { x, y };
  self->state = state;
  guatu_hand_of (self->hold.grip)->preview (self, self->at, state);
  guatu_timeline_scroll_at_edges (self);

  return TRUE;
}

void
guatu_timeline_hold_on (GuatuTimeline *self)
{
  const GuatuHand *hand = guatu_hand_of (self->hold.grip);
  GError *error = NULL;

  /* What was only pressed is looked at again when it is dragged. */
  if (!self->carries)
    return;
  /* It was foreseen of the plan as it was. */
  guatu_drag_ghost_clear (self->ghost);
  if (check_held (self, &error) && (hand->grab == NULL || hand->grab (self, &error)))
    hand->preview (self, self->at, self->state);
  else
    guatu_timeline_refuse (self, error);
}

/* The verb changes the rows, and that is no reason to drag on: so it is dropped first. */
void
guatu_timeline_release (GuatuTimeline *self,
                        double         x,
                        double         y)
{
  const GuatuHand *hand = guatu_hand_of (self->hold.grip);
  GError *error = NULL;

  if (!guatu_timeline_drop (self))
    return;
  if (!hand->commit (self, (GuatuPoint) { x, y }, self->state, &error))
    guatu_timeline_refuse (self, error);
}

/* The gesture ------------------------------------------------------------------------------------ */

static void
begin_cb (GtkGestureDrag *gesture,
          double          x,
          double          y,
          GuatuTimeline  *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (!guatu_timeline_press (self, x, y, state))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
update_cb (GtkGestureDrag *gesture,
           double          dx,
           double          dy,
           GuatuTimeline  *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (guatu_timeline_drag_to (self, self->pressed.x + dx, self->pressed.y + dy, state))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
end_cb (GtkGestureDrag *gesture,
        double          dx,
        double          dy,
        GuatuTimeline  *self)
{
  guatu_timeline_release (self, self->pressed.x + dx, self->pressed.y + dy);
}

static void
cancel_cb (GtkGesture       *gesture,
           GdkEventSequence *sequence,
           GuatuTimeline    *self)
{
  guatu_timeline_drop (self);
}

static void
leave_cb (GtkEventControllerMotion *controller,
          GuatuTimeline            *self)
{
  /* It is nowhere now. */
  self->pointer = (GuatuPoint) { -1, -1 };
  if (self->hold.grip == GUATU_GRIP_NONE)
    guatu_timeline_unhover (self);
}

void
guatu_timeline_add_dragging (GuatuTimeline *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
