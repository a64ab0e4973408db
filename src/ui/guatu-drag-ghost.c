/* guatu-drag-ghost.c — draws what a drag would do. */
#include "guatu-drag-ghost.h"

#include <math.h>

#include "guatu-screen-palette.h"
#include "guatu-snapshot-painter.h"

/* Pixels. */
#define HANDLE 4.0
#define LINE 2.0
#define AWAY 6
#define PADDING 6

struct _GuatuDragGhost
{
  GtkWidget        parent_instance;

  /* Borrowed: they outlive it */
  GuatuTimeline   *timeline;
  GuatuBattleView *view;

  GuatuSchedule   *schedule;        /* of what bars are shown; %NULL: none are */
  gint64           task;            /* whose bar stands out */
  gint64           handles;         /* the task that has them; 0: none */
  gboolean         links;
  GuatuPoint       from;
  GuatuPoint       to;
  char            *label;
};

G_DEFINE_FINAL_TYPE (GuatuDragGhost, guatu_drag_ghost, GTK_TYPE_WIDGET)

/* Drawing ---------------------------------------------------------------------------------------- */

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

static void
append_box (GtkSnapshot *snapshot,
            GuatuBox     box,
            double       radius,
            GdkRGBA      ground,
            GdkRGBA      edge,
            float        width)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) box.x, (float) box.y, (float) box.width, (float) box.height);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &rect, (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &rect);
  gtk_snapshot_pop (snapshot);
  if (width > 0)
    gtk_snapshot_append_border (snapshot, &outline, (float[4]) { width, width, width, width },
                                (GdkRGBA[4]) { edge, edge, edge, edge });
}

/* From the chart to the widget; no further beyond its edges than can be seen. */
static GuatuBox
on_screen (GuatuDragGhost *self,
           GuatuBox        box)
{
  double left = box.x - gtk_adjustment_get_value (guatu_timeline_get_across (self->timeline));
  double right = left + box.width, width = gtk_widget_get_width (GTK_WIDGET (self));

  left = CLAMP (left, -32, width + 32);
  right = CLAMP (right, -32, width + 32);

  return (GuatuBox) { left, box.y - gtk_adjustment_get_value (guatu_timeline_get_down (self->timeline)), right - left,
                      box.height };
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

/* Beside what it speaks of, above where there is room, and whole. */
static void
append_label (GuatuDragGhost *self,
              GtkSnapshot    *snapshot,
              GuatuBox        beside)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->label);
  GuatuBox box = { 0 };
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  box.width = width + 2 * PADDING;
  box.height = height + PADDING;
  box.x = CLAMP (beside.x, 0, MAX (gtk_widget_get_width (GTK_WIDGET (self)) - box.width, 0));
  box.y = beside.y - AWAY - box.height;
  if (box.y < 0)
    box.y = beside.y + beside.height + AWAY;
  box.x = round (box.x);
  box.y = round (box.y);
  append_box (snapshot, box, 5, (GdkRGBA) { 0, 0, 0, 0.8f }, (GdkRGBA) { 0 }, 0);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (box.x + PADDING),
                                                          (float) (box.y + PADDING / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, &(GdkRGBA) { 1, 1, 1, 1 });
  gtk_snapshot_restore (snapshot);
}

static gboolean
is_moved (const GuatuSchedule *before,
          const GuatuSchedule *after,
          gint32               task)
{
  return before->start[task] != after->start[task] || before->finish[task] != after->finish[task];
}

static void
append_bars (GuatuDragGhost *self,
             GtkSnapshot    *snapshot)
{
  GuatuChartView chart = *guatu_battle_view_get_chart (self->view);
  const GuatuSchedule *before = chart.schedule;
  double top = gtk_adjustment_get_value (guatu_timeline_get_down (self->timeline));
  gint32 task = guatu_plan_find (chart.plan, GUATU_TABLE_TASK, self->task);
  GuatuBox seen = { 0, top, chart.chart.width, gtk_widget_get_height (GTK_WIDGET (self)) }, bar;
  guint first, last;

  if (!guatu_chart_rows_within (&chart, seen, &first, &last))
    return;

  chart.schedule = self->schedule;
  for (guint row = first; row <= last; row++)
    {
      gint32 other = chart.rows->rows[row].task;

      if (other >= 0 && other != task && is_moved (before, self->schedule, other) && find_bar (&chart, row, &bar))
        append_box (snapshot, on_screen (self, bar), 3, accent (0.18), accent (0.45), 1);
    }
  if (task < 0 || chart.rows->places[task] < 0 || !find_bar (&chart, (guint) chart.rows->places[task], &bar))
    return;
  bar = on_screen (self, bar);
  append_box (snapshot, bar, 3, accent (0.4), accent (1), 2);
  append_label (self, snapshot, bar);
}

/* Along the axes, and first out of the row: so that the line does not cover the bar that it begins at. */
static void
append_link (GuatuDragGhost *self,
             GtkSnapshot    *snapshot)
{
  GdkRGBA colour = accent (1);
  double left = MIN (self->from.x, self->to.x), top = MIN (self->from.y, self->to.y);

  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT ((float) left, (float) (self->to.y - LINE / 2),
                                                  (float) fabs (self->to.x - self->from.x), (float) LINE));
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT ((float) (self->from.x - LINE / 2), (float) top, (float) LINE,
                                                  (float) fabs (self->to.y - self->from.y)));
  append_box (snapshot, (GuatuBox) { self->to.x - HANDLE, self->to.y - HANDLE, 2 * HANDLE, 2 * HANDLE }, HANDLE, colour,
              colour, 0);
  if (self->label != NULL)
    append_label (self, snapshot, (GuatuBox) { self->to.x + AWAY, self->to.y - AWAY, 1, 2 * AWAY });
}

static void
append_handles (GuatuDragGhost *self,
                GtkSnapshot    *snapshot)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  gint32 task = guatu_plan_find (chart->plan, GUATU_TABLE_TASK, self->handles);
  double middle;
  GuatuBox bar;

  if (task < 0 || chart->rows->places[task] < 0 || !find_bar (chart, (guint) chart->rows->places[task], &bar))
    return;

  bar = on_screen (self, bar);
  middle = bar.y + bar.height / 2;
  for (int side = 0; side < 2; side++)
    {
      double x = side == 0 ? bar.x - GUATU_HANDLE_AWAY : bar.x + bar.width + GUATU_HANDLE_AWAY;

      append_box (snapshot, (GuatuBox) { x - HANDLE, middle - HANDLE, 2 * HANDLE, 2 * HANDLE }, HANDLE,
                  (GdkRGBA) { 1, 1, 1, 1 }, accent (1), 2);
    }
}

static void
guatu_drag_ghost_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  GuatuDragGhost *self = GUATU_DRAG_GHOST (widget);

  if (self->handles != 0)
    append_handles (self, snapshot);
  if (self->schedule != NULL)
    append_bars (self, snapshot);
  if (self->links)
    append_link (self, snapshot);
}

/* The class -------------------------------------------------------------------------------------- */

static void
guatu_drag_ghost_finalize (GObject *object)
{
  GuatuDragGhost *self = GUATU_DRAG_GHOST (object);

  g_clear_pointer (&self->schedule, guatu_schedule_free);
  g_free (self->label);

  G_OBJECT_CLASS (guatu_drag_ghost_parent_class)->finalize (object);
}

static void
guatu_drag_ghost_class_init (GuatuDragGhostClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = guatu_drag_ghost_finalize;
  widget_class->snapshot = guatu_drag_ghost_snapshot;

  gtk_widget_class_set_css_name (widget_class, "dragghost");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
guatu_drag_ghost_init (GuatuDragGhost *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
guatu_drag_ghost_new (GuatuTimeline   *timeline,
                      GuatuBattleView *view)
{
  GuatuDragGhost *self = g_object_new (GUATU_TYPE_DRAG_GHOST, NULL);

  self->timeline = timeline;
  self->view = view;

  return GTK_WIDGET (self);
}

static void
take (GuatuDragGhost *self,
      GuatuSchedule  *schedule,
      gboolean        links,
      const char     *label)
{
  g_autofree char *before = self->label;

  g_clear_pointer (&self->schedule, guatu_schedule_free);
  self->schedule = schedule;
  self->links = links;
  self->label = g_strdup (label);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
guatu_drag_ghost_show_bars (GuatuDragGhost *self,
                            GuatuSchedule  *schedule,
                            gint64          task,
                            const char     *label)
{
  g_return_if_fail (GUATU_IS_DRAG_GHOST (self));

  self->task = task;
  take (self, schedule, FALSE, label);
}

void
guatu_drag_ghost_show_link (GuatuDragGhost *self,
                            GuatuPoint      from,
                            GuatuPoint      to,
                            const char     *label)
{
  g_return_if_fail (GUATU_IS_DRAG_GHOST (self));

  self->from = from;
  self->to = to;
  take (self, NULL, TRUE, label);
}

void
guatu_drag_ghost_show_handles (GuatuDragGhost *self,
                               gint64          task)
{
  g_return_if_fail (GUATU_IS_DRAG_GHOST (self));

  if (self->handles == task)
    return;
  self->handles = task;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
guatu_drag_ghost_clear (GuatuDragGhost *self)
{
  g_return_if_fail (GUATU_IS_DRAG_GHOST (self));

  take (self, NULL, FALSE, NULL);
}

const GuatuSchedule *
guatu_drag_ghost_get_schedule (GuatuDragGhost *self)
{
  g_return_val_if_fail (GUATU_IS_DRAG_GHOST (self), NULL);

  return self->schedule;
}

const char *
guatu_drag_ghost_get_label (GuatuDragGhost *self)
{
  g_return_val_if_fail (GUATU_IS_DRAG_GHOST (self), NULL);

  return self->label;
}
