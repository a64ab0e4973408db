/* guatu-timeline-dragging.c — what hands do to bars: moved, made longer, linked; with the pointer and with keys. */
#include "guatu-timeline-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "guatu-task-words.h"

/* Pixels: what is dragged less far was clicked; so much of a bar's end makes it longer, of a short bar a share. */
#define CLICK 4.0
#define END 6.0
#define SHORT 3.0

/* Gripping --------------------------------------------------------------------------------------- */

static gint64
id_of (GuatuTimeline *self,
       guint          row)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  gint32 task = chart->rows->rows[row].task;

  return task >= 0 ? guatu_plan_id (chart->plan, GUATU_TABLE_TASK, task) : 0;
}

static gboolean
is_near (GuatuBox bar,
         double   away,
         double   x,
         double   y)
{
  double handle = away < 0 ? bar.x + away : bar.x + bar.width + away;

  return fabs (x - handle) <= GUATU_HANDLE_REACH && fabs (y - (bar.y + bar.height / 2)) <= bar.height;
}

/* The bar in the row, a milestone as wide as its diamond; both in the widget. */
static gboolean
find_bar (GuatuTimeline *self,
          guint          row,
          GuatuBox      *bar)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  double radius = guatu_chart_is_milestone (chart, row) ? guatu_chart_milestone_radius (chart) : 0;

  if (!guatu_chart_bar (chart, row, bar))
    return FALSE;

  *bar = (GuatuBox) {
    .x = bar->x - radius - gtk_adjustment_get_value (self->across),
    .y = bar->y - gtk_adjustment_get_value (self->down),
    .width = bar->width + 2 * radius,
    .height = bar->height,
  };

  return TRUE;
}

static gboolean
find_row_at (GuatuTimeline *self,
             double         y,
             guint         *row)
{
  return guatu_chart_row_at (guatu_battle_view_get_chart (self->view), gtk_adjustment_get_value (self->down) + y, row);
}

GuatuGrip
guatu_timeline_grip_at (GuatuTimeline *self,
                        double         x,
                        double         y,
                        gint64        *task)
{
  GuatuHit hit;
  GuatuBox bar;
  gint64 id;
  guint row;

  if (!find_row_at (self, y, &row) || (id = id_of (self, row)) == 0 || !find_bar (self, row, &bar))
    return GUATU_GRIP_NONE;

  if (task != NULL)
    *task = id;
  if (id == self->hovered && is_near (bar, -GUATU_HANDLE_AWAY, x, y))
    return GUATU_GRIP_FROM_START;
  if (id == self->hovered && is_near (bar, GUATU_HANDLE_AWAY, x, y))
    return GUATU_GRIP_FROM_FINISH;

  hit = guatu_timeline_hit_at (self, x, y, &row);
  if (hit != GUATU_HIT_BAR && hit != GUATU_HIT_BRACKET)
    return GUATU_GRIP_NONE;
  if (hit == GUATU_HIT_BAR && !guatu_chart_is_milestone (guatu_battle_view_get_chart (self->view), row)
      && x >= bar.x + bar.width - MIN (END, bar.width / SHORT))
    return GUATU_GRIP_END;

  return GUATU_GRIP_BAR;
}

static const char *
cursor_of (GuatuGrip grip)
{
  switch (grip)
    {
    case GUATU_GRIP_END:
      return "ew-resize";
    case GUATU_GRIP_FROM_START:
    case GUATU_GRIP_FROM_FINISH:
      return "crosshair";
    case GUATU_GRIP_BAR:
    case GUATU_GRIP_NONE:
    default:
      return NULL;
    }
}

static void
set_hovered (GuatuTimeline *self,
             gint64         task)
{
  self->hovered = task;
  if (self->ghost != NULL)
    guatu_drag_ghost_show_handles (self->ghost, task);
}

/* The handles stay while the pointer is on its way to them. */
void
guatu_timeline_hover (GuatuTimeline *self,
                      double         x,
                      double         y)
{
  double around = GUATU_HANDLE_AWAY + GUATU_HANDLE_REACH;
  GuatuGrip grip;
  gint64 task = 0;
  GuatuBox bar;
  guint row;

  if (self->grip != GUATU_GRIP_NONE)
    return;

  grip = guatu_timeline_grip_at (self, x, y, &task);
  if (grip == GUATU_GRIP_NONE
      && (task == 0 || task != self->hovered || !find_row_at (self, y, &row) || !find_bar (self, row, &bar)
          || x < bar.x - around || x > bar.x + bar.width + around))
    task = 0;
  set_hovered (self, task);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor_of (grip));
}

/* Words ------------------------------------------------------------------------------------------ */

/* Where the bar comes to stand, and how long it is if that is what changes. */
static char *
say_change (GuatuTimeline       *self,
            const GuatuSchedule *schedule)
{
  const GuatuPlan *plan = guatu_document_get_plan (guatu_battle_view_get_document (self->view));
  GuatuDurationRates rates = guatu_plan_rates (plan);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, self->held);
  g_autofree char *start = guatu_words_start (plan, schedule->start[row]);
  g_autofree char *finish = guatu_words_finish (plan, schedule->finish[row]);
  g_autofree char *dates = NULL, *length = NULL;

  if (schedule->start[row] == schedule->finish[row])
    return guatu_words_task_start (plan, schedule, row);

  dates = g_strdup_printf (_("%s to %s"), start, finish);
  if (self->drag.kind != GUATU_DRAG_RESIZE || self->change.n == 0
      || self->change.settings[0].field != GUATU_TASK_DURATION)
    return g_steal_pointer (&dates);

  length = guatu_duration_label ((GuatuDuration) {
                                   .amount = self->change.settings[0].value.integer,
                                   .unit = (GuatuDurationUnit) guatu_plan_task (plan, row)->duration_unit,
                                   .elapsed = guatu_plan_task (plan, row)->duration_kind == GUATU_DURATION_ELAPSED,
                                 }, &rates);

  return g_strdup_printf ("%s · %s", dates, length);
}

static const char *
say_link (GuatuLinkType type)
{
  return _(guatu_field (GUATU_TABLE_LINK, GUATU_LINK_TYPE)->choices[type].label);
}

/* Dragging --------------------------------------------------------------------------------------- */

static GuatuDocument *
document_of (GuatuTimeline *self)
{
  return guatu_battle_view_get_document (self->view);
}

static gboolean
is_handle (GuatuGrip grip)
{
  return grip == GUATU_GRIP_FROM_START || grip == GUATU_GRIP_FROM_FINISH;
}

gboolean
guatu_timeline_drop (GuatuTimeline *self)
{
  gboolean was = self->grip != GUATU_GRIP_NONE && self->carries;

  self->grip = GUATU_GRIP_NONE;
  self->carries = FALSE;
  /* The window may be closed amid a drag. */
  if (was && self->ghost != NULL)
    {
      guatu_drag_ghost_clear (self->ghost);
      set_hovered (self, 0);
      gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
    }

  return was;
}

/* Takes the error. */
static void
fail (GuatuTimeline *self,
      GError        *taken)
{
  g_autoptr(GError) error = taken;

  guatu_timeline_drop (self);
  guatu_timeline_fail (self, error->message);
}

gboolean
guatu_timeline_press (GuatuTimeline *self,
                      double         x,
                      double         y)
{
  guatu_timeline_drop (self);
  self->grip = guatu_timeline_grip_at (self, x, y, &self->held);
  self->pressed = (GuatuPoint) { x, y };
  self->held_at = guatu_timeline_date_at (self, x);

  return self->grip != GUATU_GRIP_NONE;
}

/* The drag begins; what cannot be dragged says why, once. */
static gboolean
carry (GuatuTimeline *self)
{
  GuatuDragKind kind = self->grip == GUATU_GRIP_END ? GUATU_DRAG_RESIZE : GUATU_DRAG_MOVE;
  const char *reason = guatu_document_get_read_only_reason (document_of (self));
  GError *error = NULL;

  self->carries = TRUE;
  if (is_handle (self->grip) && reason != NULL)
    {
      guatu_timeline_drop (self);
      guatu_timeline_fail (self, reason);
      return FALSE;
    }
  if (!is_handle (self->grip) && !guatu_drag_grab (&self->drag, document_of (self), self->held, kind, &error))
    {
      fail (self, error);
      return FALSE;
    }
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   self->grip == GUATU_GRIP_BAR ? "grabbing" : cursor_of (self->grip));

  return TRUE;
}

static void
preview (GuatuTimeline   *self,
         double           x,
         GdkModifierType  state)
{
  GuatuSnap snap = (state & GDK_SHIFT_MASK) != 0 ? GUATU_SNAP_HOUR : GUATU_SNAP_DAY;
  gint64 delta = (gint64) round (guatu_timeline_date_at (self, x) - self->held_at);
  GuatuSchedule *schedule;
  g_autofree char *label = NULL;

  guatu_drag_preview (&self->drag, document_of (self), delta, snap, &self->change);
  schedule = guatu_drag_schedule (&self->drag, document_of (self), &self->change);
  if (schedule == NULL)
    return;
  label = say_change (self, schedule);
  guatu_drag_ghost_show_bars (self->ghost, schedule, self->held, label);
}

/* Which end of which bar a link would lead to. */
static gboolean
find_end (GuatuTimeline *self,
          double         x,
          double         y,
          gint64        *task,
          gboolean      *finish,
          GuatuPoint    *place)
{
  double around = GUATU_HANDLE_AWAY + GUATU_HANDLE_REACH;
  GuatuBox bar;
  guint row;

  if (!find_row_at (self, y, &row) || !find_bar (self, row, &bar) || x < bar.x - around
      || x > bar.x + bar.width + around)
    return FALSE;

  *task = id_of (self, row);
  *finish = x > bar.x + bar.width / 2;
  *place = (GuatuPoint) { *finish ? bar.x + bar.width : bar.x, bar.y + bar.height / 2 };

  return *task != 0 && *task != self->held;
}

static void
preview_link (GuatuTimeline *self,
              double         x,
              double         y)
{
  GuatuPoint to = { x, y };
  gboolean finish;
  gint64 task;

  if (find_end (self, x, y, &task, &finish, &to))
    guatu_drag_ghost_show_link (self->ghost, self->pressed, to,
                                say_link (guatu_drag_link_type (self->grip == GUATU_GRIP_FROM_FINISH, finish)));
  else
    guatu_drag_ghost_show_link (self->ghost, self->pressed, (GuatuPoint) { x, y }, NULL);
}

gboolean
guatu_timeline_drag_to (GuatuTimeline   *self,
                        double           x,
                        double           y,
                        GdkModifierType  state)
{
  if (self->grip == GUATU_GRIP_NONE)
    return FALSE;
  if (!self->carries)
    {
      if (hypot (x - self->pressed.x, y - self->pressed.y) < CLICK)
        return FALSE;
      if (!carry (self))
        return TRUE;
    }
  if (is_handle (self->grip))
    preview_link (self, x, y);
  else
    preview (self, x, state);

  return TRUE;
}

static void
commit_link (GuatuTimeline *self,
             GuatuGrip      grip,
             double         x,
             double         y)
{
  GError *error = NULL;
  GuatuPoint place;
  gboolean finish;
  gint64 task;

  if (find_end (self, x, y, &task, &finish, &place)
      && !guatu_drag_link (document_of (self), self->held, task,
                           guatu_drag_link_type (grip == GUATU_GRIP_FROM_FINISH, finish), &error))
    fail (self, error);
}

/* The verb changes the rows, and that drops whatever is dragged: so it is dropped first. */
void
guatu_timeline_release (GuatuTimeline *self,
                        double         x,
                        double         y)
{
  GuatuGrip grip = self->grip;
  GError *error = NULL;

  if (!guatu_timeline_drop (self))
    return;

  if (is_handle (grip))
    {
      commit_link (self, grip, x, y);
      return;
    }
  guatu_battle_view_select (self->view, &self->held, 1);
  if (!guatu_drag_commit (&self->drag, document_of (self), &self->change, &error))
    fail (self, error);
}

/* The gesture ------------------------------------------------------------------------------------ */

static void
begin_cb (GtkGestureDrag *gesture,
          double          x,
          double          y,
          GuatuTimeline  *self)
{
  if (!guatu_timeline_press (self, x, y))
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
  if (self->grip == GUATU_GRIP_NONE)
    set_hovered (self, 0);
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

/* Keys ------------------------------------------------------------------------------------------- */

/* The one selected task; 0 where there is none, or are several. */
static gint64
find_selected (GuatuTimeline *self)
{
  const GuatuRows *rows = guatu_battle_view_get_rows (self->view);

  if (guatu_battle_view_n_selected (self->view) != 1)
    return 0;
  for (guint row = 0; row < rows->n; row++)
    if (id_of (self, row) != 0 && guatu_battle_view_is_selected (self->view, id_of (self, row)))
      return id_of (self, row);

  return 0;
}

static gboolean
step_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  GuatuTimeline *self = GUATU_TIMELINE (widget);
  gint64 task = find_selected (self);
  GuatuDragChange change;
  GError *error = NULL;
  GuatuDrag drag;
  int kind, direction;

  if (task == 0)
    return GDK_EVENT_PROPAGATE;

  g_variant_get (args, "(ii)", &kind, &direction);
  if (!guatu_drag_grab (&drag, document_of (self), task, (GuatuDragKind) kind, &error))
    {
      fail (self, error);
      return GDK_EVENT_STOP;
    }
  guatu_drag_step (&drag, document_of (self), direction, &change);
  if (!guatu_drag_commit (&drag, document_of (self), &change, &error))
    fail (self, error);

  return GDK_EVENT_STOP;
}

void
guatu_timeline_class_add_drag_keys (GuatuTimelineClass *class)
{
  static const struct { guint key; GdkModifierType state; int kind; int direction; } keys[] = {
    { GDK_KEY_Left, GDK_ALT_MASK, GUATU_DRAG_MOVE, -1 },
    { GDK_KEY_Right, GDK_ALT_MASK, GUATU_DRAG_MOVE, 1 },
    { GDK_KEY_Left, GDK_ALT_MASK | GDK_SHIFT_MASK, GUATU_DRAG_RESIZE, -1 },
    { GDK_KEY_Right, GDK_ALT_MASK | GDK_SHIFT_MASK, GUATU_DRAG_RESIZE, 1 },
    { GDK_KEY_KP_Left, GDK_ALT_MASK, GUATU_DRAG_MOVE, -1 },
    { GDK_KEY_KP_Right, GDK_ALT_MASK, GUATU_DRAG_MOVE, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (GTK_WIDGET_CLASS (class), keys[i].key, keys[i].state, step_cb, "(ii)", keys[i].kind,
                                  keys[i].direction);
}
