/* guatu-timeline-grip.c — what a press would take hold of, and how the pointer and the chart say so beforehand. */
#include "guatu-timeline-private.h"

#include <math.h>

#include "guatu-timeline-marks.h"

/* Pixels: so much of a bar's end makes it longer, of a short bar a share; around the knob of a bar, and around the
 * place where its done part ends. */
#define END 6.0
#define SHORT 3.0
#define KNOB 5.0
#define BOUNDARY 3.0

/* Places ----------------------------------------------------------------------------------------- */

gboolean
guatu_timeline_find_bar (GuatuTimeline *self,
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

gboolean
guatu_timeline_find_row (GuatuTimeline *self,
                         double         y,
                         guint         *row)
{
  return guatu_chart_row_at (guatu_battle_view_get_chart (self->view), gtk_adjustment_get_value (self->down) + y, row);
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

/* At the knob, which shows under the pointer; or, well within the bar, anywhere where its done part ends. */
static gboolean
is_at_boundary (GuatuTimeline *self,
                guint          row,
                GuatuBox       bar,
                double         x,
                double         y)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  GuatuPoint knob;

  if (!guatu_timeline_knob (chart, row, &knob))
    return FALSE;

  knob.x -= gtk_adjustment_get_value (self->across);
  if (guatu_timeline_task_at (self, row) == self->hovered && fabs (x - knob.x) <= KNOB
      && y > bar.y + bar.height / 2 && y <= bar.y + bar.height + KNOB)
    return TRUE;

  return fabs (x - knob.x) <= BOUNDARY && knob.x > bar.x + END + BOUNDARY
         && knob.x < bar.x + bar.width - END - BOUNDARY && y >= bar.y && y <= bar.y + bar.height;
}

/* What stands at the place ----------------------------------------------------------------------- */

/* Nothing does: what is drawn on the ground depends on the keys that are held. */
static GuatuHold
hold_ground (GuatuTimeline   *self,
             gint64           task,
             gboolean         below,
             GdkModifierType  state)
{
  if ((state & GDK_SHIFT_MASK) != 0)
    return (GuatuHold) { GUATU_GRIP_BAND, task, 0 };
  if ((state & GDK_CONTROL_MASK) != 0 && (below || task != 0))
    return (GuatuHold) { GUATU_GRIP_NEW, task, 0 };
  if (below && guatu_document_get_read_only_reason (guatu_battle_view_get_document (self->view)) == NULL)
    return (GuatuHold) { GUATU_GRIP_NEW, 0, 0 };

  return (GuatuHold) { GUATU_GRIP_NONE, task, 0 };
}

static GuatuGrip
grip_of_bar (GuatuTimeline *self,
             guint          row,
             GuatuBox       bar,
             double         x)
{
  double end = MIN (END, bar.width / SHORT);

  if (guatu_chart_is_milestone (guatu_battle_view_get_chart (self->view), row))
    return GUATU_GRIP_BAR;
  if (x >= bar.x + bar.width - end)
    return GUATU_GRIP_END;

  return x <= bar.x + end ? GUATU_GRIP_START : GUATU_GRIP_BAR;
}

GuatuHold
guatu_timeline_hold_at (GuatuTimeline   *self,
                        double           x,
                        double           y,
                        GdkModifierType  state)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  GuatuPoint place = guatu_timeline_in_chart (self, (GuatuPoint) { x, y });
  gint32 node = guatu_timeline_hit_key_node (chart, place.x, place.y);
  GuatuHit hit;
  GuatuBox bar;
  gint64 id;
  guint row;

  if (!guatu_timeline_find_row (self, y, &row))
    return hold_ground (self, 0, TRUE, state);
  id = guatu_timeline_task_at (self, row);
  if (node >= 0)
    return (GuatuHold) { GUATU_GRIP_KEY_NODE, id, guatu_plan_id (chart->plan, GUATU_TABLE_KEY_NODE, node) };
  if (id == 0 || !guatu_timeline_find_bar (self, row, &bar))
    return hold_ground (self, id, FALSE, state);

  if (id == self->hovered && is_near (bar, -GUATU_HANDLE_AWAY, x, y))
    return (GuatuHold) { GUATU_GRIP_FROM_START, id, 0 };
  if (id == self->hovered && is_near (bar, GUATU_HANDLE_AWAY, x, y))
    return (GuatuHold) { GUATU_GRIP_FROM_FINISH, id, 0 };
  if (is_at_boundary (self, row, bar, x, y))
    return (GuatuHold) { GUATU_GRIP_PROGRESS, id, 0 };

  hit = guatu_timeline_hit_at (self, x, y, &row);
  if (hit == GUATU_HIT_BAR)
    return (GuatuHold) { grip_of_bar (self, row, bar, x), id, 0 };
  if (hit == GUATU_HIT_BRACKET)
    return (GuatuHold) { GUATU_GRIP_BAR, id, 0 };

  return hold_ground (self, id, FALSE, state);
}

gint64
guatu_timeline_link_at (GuatuTimeline *self,
                        double         x,
                        double         y)
{
  GuatuChartView chart = guatu_timeline_chart (self);
  GuatuPoint place = guatu_timeline_in_chart (self, (GuatuPoint) { x, y });
  GuatuGrip grip = guatu_timeline_hold_at (self, x, y, 0).grip;
  gint32 link = grip == GUATU_GRIP_NONE || grip == GUATU_GRIP_NEW ? guatu_timeline_hit_link (&chart, place.x, place.y)
                                                                  : -1;

  return link >= 0 ? guatu_plan_id (chart.plan, GUATU_TABLE_LINK, link) : 0;
}

gboolean
guatu_timeline_find_end (GuatuTimeline *self,
                         GuatuPoint     at,
                         gint64        *task,
                         gboolean      *finish,
                         GuatuPoint    *place)
{
  double around = GUATU_HANDLE_AWAY + GUATU_HANDLE_REACH;
  GuatuBox bar;
  guint row;

  if (!guatu_timeline_find_row (self, at.y, &row) || !guatu_timeline_find_bar (self, row, &bar) || at.x < bar.x - around
      || at.x > bar.x + bar.width + around)
    return FALSE;

  *task = guatu_timeline_task_at (self, row);
  *finish = at.x > bar.x + bar.width / 2;
  *place = (GuatuPoint) { *finish ? bar.x + bar.width : bar.x, bar.y + bar.height / 2 };

  return *task != 0 && *task != self->hold.task;
}

/* Hovering --------------------------------------------------------------------------------------- */

static void
set_hovered (GuatuTimeline *self,
             gint64         task,
             gint64         link)
{
  self->hovered = task;
  self->hovered_link = link;
  if (self->ghost == NULL)
    return;
  guatu_drag_ghost_show_handles (self->ghost, task);
  guatu_drag_ghost_mark (self->ghost, link, self->link, self->key_node);
}

void
guatu_timeline_unhover (GuatuTimeline *self)
{
  set_hovered (self, 0, 0);
}

/* Whether the pointer is on its way from the bar to one of its handles. */
static gboolean
is_on_its_way (GuatuTimeline *self,
               gint64         task,
               double         x,
               double         y)
{
  double around = GUATU_HANDLE_AWAY + GUATU_HANDLE_REACH;
  GuatuBox bar;
  guint row;

  return task != 0 && task == self->hovered && guatu_timeline_find_row (self, y, &row)
         && guatu_timeline_find_bar (self, row, &bar) && x >= bar.x - around && x <= bar.x + bar.width + around;
}

void
guatu_timeline_hover (GuatuTimeline   *self,
                      double           x,
                      double           y,
                      GdkModifierType  state)
{
  const char *cursor;
  GuatuHold hold;
  gint64 link;

  if (self->hold.grip != GUATU_GRIP_NONE)
    return;

  hold = guatu_timeline_hold_at (self, x, y, state);
  link = guatu_timeline_link_at (self, x, y);
  cursor = guatu_hand_of (hold.grip) != NULL ? guatu_hand_of (hold.grip)->over : NULL;
  if ((hold.grip == GUATU_GRIP_NONE || hold.grip == GUATU_GRIP_NEW || hold.grip == GUATU_GRIP_BAND)
      && !is_on_its_way (self, hold.task, x, y))
    hold.task = 0;
  if (link != 0 && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    cursor = "pointer";
  set_hovered (self, hold.task, link);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}
