/* guatu-drag-ghost-paint.c — draws what a drag would do, handles, and what is marked. */
#include <math.h>

#include "guatu-drag-ghost-private.h"
#include "guatu-screen-palette.h"
#include "guatu-snapshot-painter.h"
#include "guatu-timeline-marks.h"
#include "guatu-timeline-private.h"

/* Pixels. */
#define HANDLE 4.0
#define KNOB 4.0
#define LINE 2.0
#define AWAY 6
#define PADDING 6
#define BEYOND 32

/* Shapes ----------------------------------------------------------------------------------------- */

static GdkRGBA
accent (double alpha)
{
  GuatuPalette palette;
  GdkRGBA colour;

  guatu_palette_init_paper (&palette);
  colour = guatu_screen_selected_edge (&palette);
  colour.alpha = (float) alpha;

  return colour;
}

static graphene_rect_t
rect_of (GuatuBox box)
{
  return GRAPHENE_RECT_INIT ((float) box.x, (float) box.y, (float) box.width, (float) box.height);
}

static void
append_box (GtkSnapshot *snapshot,
            GuatuBox     box,
            double       radius,
            GdkRGBA      ground,
            GdkRGBA      edge,
            float        width)
{
  graphene_rect_t rect = rect_of (box);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &rect, (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &rect);
  gtk_snapshot_pop (snapshot);
  if (width > 0)
    gtk_snapshot_append_border (snapshot, &outline, (float[4]) { width, width, width, width },
                                (GdkRGBA[4]) { edge, edge, edge, edge });
}

static void
append_diamond (GtkSnapshot *snapshot,
                GuatuPoint   centre,
                double       radius,
                GdkRGBA      ground,
                GdkRGBA      edge)
{
  double half = radius / G_SQRT2;
  GuatuBox outer = { -half, -half, 2 * half, 2 * half };
  GuatuBox inner = { LINE - half, LINE - half, 2 * (half - LINE), 2 * (half - LINE) };
  graphene_rect_t whole = rect_of (outer), within = rect_of (inner);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) centre.x, (float) centre.y));
  gtk_snapshot_rotate (snapshot, 45);
  gtk_snapshot_append_color (snapshot, &edge, &whole);
  gtk_snapshot_append_color (snapshot, &ground, &within);
  gtk_snapshot_restore (snapshot);
}

/* Along one axis. */
static void
append_line (GtkSnapshot *snapshot,
             GuatuPoint   a,
             GuatuPoint   b,
             double       width,
             GdkRGBA      colour)
{
  GuatuBox box = { MIN (a.x, b.x) - width / 2, MIN (a.y, b.y) - width / 2, fabs (a.x - b.x) + width,
                   fabs (a.y - b.y) + width };
  graphene_rect_t rect = rect_of (box);

  gtk_snapshot_append_color (snapshot, &colour, &rect);
}

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

/* The label -------------------------------------------------------------------------------------- */

/* The first line says what the bar is, the second what follows: that is paler. */
static PangoLayout *
lay_out (GuatuDragGhost *self)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->label);
  const char *second = strchr (self->label, '\n');
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  int room = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PADDING, width;

  if (second != NULL)
    {
      PangoAttribute *pale = pango_attr_foreground_alpha_new (0xd000);

      pale->start_index = (guint) (second - self->label);
      pango_attr_list_insert (attributes, pale);
    }
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_spacing (layout, 2 * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > room && room > 0)
    {
      pango_layout_set_width (layout, room * PANGO_SCALE);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }

  return layout;
}

/* Beside what it speaks of, above where there is room, and whole. */
static void
append_label (GuatuDragGhost *self,
              GtkSnapshot    *snapshot,
              GuatuBox        beside)
{
  double whole_width = gtk_widget_get_width (GTK_WIDGET (self)), whole_height = gtk_widget_get_height (GTK_WIDGET (self));
  g_autoptr(PangoLayout) layout = NULL;
  GuatuBox box = { 0 };
  int width, height;

  if (self->label == NULL || *self->label == '\0')
    return;

  layout = lay_out (self);
  pango_layout_get_pixel_size (layout, &width, &height);
  box.width = width + 2 * PADDING;
  box.height = height + PADDING;
  box.x = round (CLAMP (beside.x, 0, MAX (whole_width - box.width, 0)));
  box.y = beside.y - AWAY - box.height;
  if (box.y < 0)
    box.y = beside.y + beside.height + AWAY;
  box.y = round (CLAMP (box.y, 0, MAX (whole_height - box.height, 0)));
  self->label_box = box;
  append_box (snapshot, box, 5, (GdkRGBA) { 0, 0, 0, 0.82f }, (GdkRGBA) { 1, 1, 1, 0.25f }, 1);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (box.x + PADDING), (float) (box.y + PADDING / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, &(GdkRGBA) { 1, 1, 1, 1 });
  gtk_snapshot_restore (snapshot);
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
        append_box (snapshot, on_screen (self, bar), 3, accent (0.4), accent (1), 2);
      else if (is_moved (before, self->schedule, task))
        append_box (snapshot, on_screen (self, bar), 3, accent (0.18), accent (0.45), 1);
    }
  if (find_row (&chart, self->task, &row) && find_bar (&chart, row, &bar))
    append_label (self, snapshot, on_screen (self, bar));
}

/* Along the axes, and first out of the row: so that the line does not cover the bar that it begins at. */
static void
append_link (GuatuDragGhost *self,
             GtkSnapshot    *snapshot)
{
  GuatuPoint corner = { self->start.x, self->end.y };
  GdkRGBA colour = accent (1);

  append_line (snapshot, self->start, corner, LINE, colour);
  append_line (snapshot, corner, self->end, LINE, colour);
  append_box (snapshot, (GuatuBox) { self->end.x - HANDLE, self->end.y - HANDLE, 2 * HANDLE, 2 * HANDLE }, HANDLE, colour,
              colour, 0);
  append_label (self, snapshot, (GuatuBox) { self->end.x + AWAY, self->end.y - AWAY, 1, 2 * AWAY });
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
  append_box (snapshot, on_screen (self, bar), 3, accent (0.12), accent (0.8), 1);
  if (done.width > 0)
    append_box (snapshot, on_screen (self, done), 3, accent (0.55), accent (1), 1);
  append_label (self, snapshot, on_screen (self, (GuatuBox) { bar.x + done.width, bar.y, 0, bar.height }));
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
  append_diamond (snapshot, centre, radius, (GdkRGBA) { 1, 1, 1, 1 }, accent (1));
  append_label (self, snapshot, (GuatuBox) { centre.x - radius, centre.y - radius, 2 * radius, 2 * radius });
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
  append_box (snapshot, bar, 3, accent (0.4), accent (1), 2);
  append_label (self, snapshot, bar);
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
        append_box (snapshot, on_screen (self, bar), 3, accent (0.15), accent (1), 2);
    }
  bar = on_screen (self, self->band);
  append_box (snapshot, bar, 2, accent (0.12), accent (0.9), 1);
  append_label (self, snapshot, bar);
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

      append_box (snapshot, (GuatuBox) { x - HANDLE, bar.y + bar.height / 2 - HANDLE, 2 * HANDLE, 2 * HANDLE }, HANDLE,
                  white, accent (1), 2);
    }
  if (!guatu_timeline_knob (chart, row, &knob))
    return;
  knob = point_on_screen (self, knob);
  append_box (snapshot, (GuatuBox) { knob.x - KNOB, knob.y - KNOB + 1, 2 * KNOB, 2 * KNOB }, 2, white, accent (1), 2);
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
    append_line (snapshot, point_on_screen (self, route.points[i]), point_on_screen (self, route.points[i + 1]), width,
                 accent (alpha));
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

  append_diamond (snapshot, point_on_screen (self, centre), guatu_chart_key_node_radius (chart) + 2 * LINE,
                  accent (0.25), accent (1));
  append_diamond (snapshot, point_on_screen (self, centre), guatu_chart_key_node_radius (chart) + LINE,
                  (GdkRGBA) { 1, 1, 1, 1 }, accent (1));
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
