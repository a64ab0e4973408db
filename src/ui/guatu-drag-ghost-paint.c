/* guatu-drag-ghost-paint.c — draws what a drag would do, handles, and what is marked. */
#include <math.h>

#include "guatu-drag-ghost-private.h"
#include "guatu-timeline-marks.h"
#include "guatu-timeline-private.h"

/* Pixels. */
#define HANDLE 4.0
#define KNOB 4.0
#define LINE GUATU_GHOST_LINE
#define AWAY GUATU_GHOST_AWAY
#define BEYOND 32

/* Places ----------------------------------------------------------------------------------------- */

static GuatuPoint
origin (GuatuDragGhost *self)
{
  return (GuatuPoint) { gtk_adjustment_get_value (guatu_timeline_get_across (self->timeline)),
                        gtk_adjustment_get_value (guatu_timeline_get_down (self->timeline)) };
}

/* From the chart to the widget; no further beyond its edges than can be seen. */
static GuatuBox
on_screen (GuatuDragGhost *self,
           GuatuBox        box)
{
  double left = box.x - origin (self).x, right = left + box.width, width = gtk_widget_get_width (GTK_WIDGET (self));

  left = CLAMP (left, -BEYOND, width + BEYOND);
  right = CLAMP (right, -BEYOND, width + BEYOND);

  return (GuatuBox) { left, box.y - origin (self).y, right - left, box.height };
}

static GuatuPoint
point_on_screen (GuatuDragGhost *self,
                 GuatuPoint      point)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  return (GuatuPoint) { CLAMP (point.x - origin (self).x, -BEYOND, width + BEYOND),
                        CLAMP (point.y - origin (self).y, -BEYOND, height + BEYOND) };
}

static GuatuBox
around (GuatuPoint centre,
        double     radius)
{
  return (GuatuBox) { centre.x - radius, centre.y - radius, 2 * radius, 2 * radius };
}

/* A milestone's box is that of its diamond. */
static gboolean
find_bar (const GuatuChartView *chart,
          guint                 row,
          GuatuBox             *bar)
{
  double radius = guatu_chart_milestone_radius (chart);

  if (!guatu_chart_bar (chart, row, bar))
    return FALSE;
  if (guatu_chart_is_milestone (chart, row))
    *bar = (GuatuBox) { bar->x - radius, bar->y + bar->height / 2 - radius, 2 * radius, 2 * radius };

  return TRUE;
}

/* The row of the task by its id; FALSE where it is not shown. */
static gboolean
find_row (const GuatuChartView *chart,
          gint64                id,
          guint                *row)
{
  gint32 task = id != 0 ? guatu_plan_find (chart->plan, GUATU_TABLE_TASK, id) : -1;

  if (task < 0 || chart->rows->places[task] < 0)
    return FALSE;
  *row = (guint) chart->rows->places[task];

  return TRUE;
}

static gboolean
find_rows_seen (GuatuDragGhost       *self,
                const GuatuChartView *chart,
                guint                *first,
                guint                *last)
{
  GuatuBox seen = { 0, origin (self).y, chart->chart.width, gtk_widget_get_height (GTK_WIDGET (self)) };

  return guatu_chart_rows_within (chart, seen, first, last);
}

/* What a drag would do --------------------------------------------------------------------------- */

static gboolean
is_moved (const GuatuSchedule *before,
          const GuatuSchedule *after,
          gint32               task)
{
  return before->start[task] != after->start[task] || before->finish[task] != after->finish[task];
}

static gboolean
stands_out (GuatuDragGhost       *self,
            const GuatuChartView *chart,
            gint32                task)
{
  gint64 id = guatu_plan_id (chart->plan, GUATU_TABLE_TASK, task);

  return g_hash_table_contains (self->tasks, &id);
}

static void
append_diamond (GuatuDragGhost       *self,
                GtkSnapshot          *snapshot,
                const GuatuChartView *chart,
                guint                 row,
                GuatuInstant          t)
{
  GuatuPoint centre = { guatu_time_scale_x (chart->scale, t), guatu_chart_middle (chart, row) };

  guatu_ghost_diamond (snapshot, point_on_screen (self, centre), guatu_chart_key_node_radius (chart) + LINE,
                       (GdkRGBA) { 1, 1, 1, 1 }, guatu_ghost_accent (1));
}

static void
append_bars (GuatuDragGhost *self,
             GtkSnapshot    *snapshot)
{
  GuatuChartView chart = *guatu_battle_view_get_chart (self->view);
  const GuatuSchedule *before = chart.schedule;
  guint first, last, row;
  GuatuBox bar;

  chart.schedule = self->schedule;
  for (gboolean seen = find_rows_seen (self, &chart, &first, &last); seen && first <= last; first++)
    {
      gint32 task = chart.rows->rows[first].task;

      if (task < 0 || !find_bar (&chart, first, &bar))
        continue;
      if (stands_out (self, &chart, task))
        guatu_ghost_box (snapshot, on_screen (self, bar), 3, guatu_ghost_accent (0.4), guatu_ghost_accent (1), 2);
      else if (is_moved (before, self->schedule, task))
        guatu_ghost_box (snapshot, on_screen (self, bar), 3, guatu_ghost_accent (0.18), guatu_ghost_accent (0.45), 1);
    }
  for (guint i = 0; i < self->nodes->len && find_row (&chart, self->nodes_task, &row); i++)
    append_diamond (self, snapshot, &chart, row, g_array_index (self->nodes, GuatuInstant, i));
  if (find_row (&chart, self->task, &row) && find_bar (&chart, row, &bar))
    guatu_ghost_label (self, snapshot, on_screen (self, bar));
}

/* Along the axes, and first out of the row: so that the line does not cover the bar that it begins at. */
static void
append_link (GuatuDragGhost *self,
             GtkSnapshot    *snapshot)
{
  GuatuPoint corner = { self->start.x, self->end.y };
  GdkRGBA colour = guatu_ghost_accent (1);

  guatu_ghost_line (snapshot, self->start, corner, LINE, colour);
  guatu_ghost_line (snapshot, corner, self->end, LINE, colour);
  guatu_ghost_box (snapshot, around (self->end, HANDLE), HANDLE, colour, colour, 0);
  guatu_ghost_label (self, snapshot, (GuatuBox) { self->end.x + AWAY, self->end.y - AWAY, 1, 2 * AWAY });
}

static void
append_progress (GuatuDragGhost *self,
                 GtkSnapshot    *snapshot)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  GuatuBox bar, done;
  guint row;

  if (!find_row (chart, self->task, &row) || !find_bar (chart, row, &bar))
    return;

  done = bar;
  done.width *= (double) self->share / 10000;
  guatu_ghost_box (snapshot, on_screen (self, bar), 3, guatu_ghost_accent (0.12), guatu_ghost_accent (0.8), 1);
  if (done.width > 0)
    guatu_ghost_box (snapshot, on_screen (self, done), 3, guatu_ghost_accent (0.55), guatu_ghost_accent (1), 1);
  guatu_ghost_label (self, snapshot, on_screen (self, (GuatuBox) { bar.x + done.width, bar.y, 0, bar.height }));
}

static void
append_key_node (GuatuDragGhost *self,
                 GtkSnapshot    *snapshot)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  double radius = guatu_chart_key_node_radius (chart) + LINE;
  GuatuPoint centre;
  guint row;

  if (!find_row (chart, self->task, &row))
    return;

  centre = point_on_screen (self, (GuatuPoint) { guatu_time_scale_x (chart->scale, self->from),
                                                 guatu_chart_middle (chart, row) });
  append_diamond (self, snapshot, chart, row, self->from);
  guatu_ghost_label (self, snapshot, around (centre, radius));
}

static void
append_new (GuatuDragGhost *self,
            GtkSnapshot    *snapshot)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  double x = guatu_time_scale_x (chart->scale, self->from);
  GuatuBox bar = { x, self->middle - chart->bar_height / 2, guatu_time_scale_x (chart->scale, self->to) - x,
                   chart->bar_height };

  bar = on_screen (self, bar);
  guatu_ghost_box (snapshot, bar, 3, guatu_ghost_accent (0.4), guatu_ghost_accent (1), 2);
  guatu_ghost_label (self, snapshot, bar);
}

static void
append_band (GuatuDragGhost *self,
             GtkSnapshot    *snapshot)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  guint first, last;
  GuatuBox bar;

  for (gboolean seen = find_rows_seen (self, chart, &first, &last); seen && first <= last; first++)
    {
      gint32 task = chart->rows->rows[first].task;

      if (task >= 0 && stands_out (self, chart, task) && find_bar (chart, first, &bar))
        guatu_ghost_box (snapshot, on_screen (self, bar), 3, guatu_ghost_accent (0.15), guatu_ghost_accent (1), 2);
    }
  bar = on_screen (self, self->band);
  guatu_ghost_box (snapshot, bar, 2, guatu_ghost_accent (0.12), guatu_ghost_accent (0.9), 1);
  guatu_ghost_label (self, snapshot, bar);
}

/* Handles and marks ------------------------------------------------------------------------------ */

static void
append_handles (GuatuDragGhost *self,
                GtkSnapshot    *snapshot)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  GdkRGBA white = { 1, 1, 1, 1 };
  GuatuPoint knob;
  GuatuBox bar;
  guint row;

  if (!find_row (chart, self->handles, &row) || !find_bar (chart, row, &bar))
    return;

  bar = on_screen (self, bar);
  for (int side = 0; side < 2; side++)
    {
      double x = side == 0 ? bar.x - GUATU_HANDLE_AWAY : bar.x + bar.width + GUATU_HANDLE_AWAY;

      guatu_ghost_box (snapshot, around ((GuatuPoint) { x, bar.y + bar.height / 2 }, HANDLE), HANDLE, white,
                       guatu_ghost_accent (1), 2);
    }
  if (!guatu_timeline_knob (chart, row, &knob))
    return;
  knob = point_on_screen (self, knob);
  guatu_ghost_box (snapshot, around ((GuatuPoint) { knob.x, knob.y + 1 }, KNOB), 2, white, guatu_ghost_accent (1), 2);
}

static void
append_route (GuatuDragGhost *self,
              GtkSnapshot    *snapshot,
              gint64          id,
              double          width,
              double          alpha)
{
  GuatuChartView chart = guatu_timeline_chart (self->timeline);
  gint32 link = id != 0 ? guatu_plan_find (chart.plan, GUATU_TABLE_LINK, id) : -1;
  GuatuRoute route;

  if (link < 0 || (chart.layers & GUATU_LAYER_LINKS) == 0 || !guatu_timeline_link_route (&chart, link, &route))
    return;
  for (guint i = 0; i + 1 < route.n; i++)
    guatu_ghost_line (snapshot, point_on_screen (self, route.points[i]), point_on_screen (self, route.points[i + 1]),
                      width, guatu_ghost_accent (alpha));
}

static void
append_marked_key_node (GuatuDragGhost *self,
                        GtkSnapshot    *snapshot)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  const GuatuKeyNode *nodes = guatu_plan_rows (chart->plan, GUATU_TABLE_KEY_NODE);
  gint32 node = self->key_node != 0 ? guatu_plan_find (chart->plan, GUATU_TABLE_KEY_NODE, self->key_node) : -1;
  GuatuPoint centre;

  if (node < 0 || chart->rows->places[nodes[node].task] < 0
      || !guatu_chart_key_node (chart, node, (guint) chart->rows->places[nodes[node].task], &centre))
    return;

  guatu_ghost_diamond (snapshot, point_on_screen (self, centre), guatu_chart_key_node_radius (chart) + 2 * LINE,
                       guatu_ghost_accent (0.25), guatu_ghost_accent (1));
  guatu_ghost_diamond (snapshot, point_on_screen (self, centre), guatu_chart_key_node_radius (chart) + LINE,
                       (GdkRGBA) { 1, 1, 1, 1 }, guatu_ghost_accent (1));
}

void
guatu_drag_ghost_paint (GuatuDragGhost *self,
                        GtkSnapshot    *snapshot)
{
  if (self->hovered_link != self->link)
    append_route (self, snapshot, self->hovered_link, LINE, 0.7);
  append_route (self, snapshot, self->link, LINE + 1, 1);
  append_marked_key_node (self, snapshot);
  if (self->handles != 0 && self->kind == GUATU_GHOST_NONE)
    append_handles (self, snapshot);

  switch (self->kind)
    {
    case GUATU_GHOST_BARS:
      append_bars (self, snapshot);
      break;
    case GUATU_GHOST_LINK:
      append_link (self, snapshot);
      break;
    case GUATU_GHOST_PROGRESS:
      append_progress (self, snapshot);
      break;
    case GUATU_GHOST_KEY_NODE:
      append_key_node (self, snapshot);
      break;
    case GUATU_GHOST_NEW:
      append_new (self, snapshot);
      break;
    case GUATU_GHOST_BAND:
      append_band (self, snapshot);
      break;
    case GUATU_GHOST_NONE:
    default:
      break;
    }
}
