/* guatu-timeline-header.c — paints the time scales of what a timeline shows. */
#include "guatu-timeline-header.h"

#include <glib/gi18n.h>
#include <math.h>

#include "guatu-screen-palette.h"
#include "guatu-snapshot-painter.h"

/* One step of the wheel: so many pixels, and so much nearer. */
#define WHEEL 64.0
#define NEARER 1.2

struct _GuatuTimelineHeader
{
  GtkWidget             parent_instance;

  /* Owned references */
  GuatuBattleView      *view;
  GuatuTimeline        *timeline;
  GuatuSnapshotPainter *painter;

  GuatuPalette          palette;
  double                pointer;        /* its x, as of its last move */
};

G_DEFINE_FINAL_TYPE (GuatuTimelineHeader, guatu_timeline_header, GTK_TYPE_WIDGET)

/* Scales ----------------------------------------------------------------------------------------- */

/* The stretch of the scale from @from to @to, where it stands in the widget. */
static GuatuTimeScale
part_of (const GuatuTimeScale *whole,
         double                value,
         GuatuInstant          from,
         GuatuInstant          to)
{
  GuatuTimeScale scale = *whole;

  scale.from = from;
  scale.to = to;
  scale.left = guatu_time_scale_x (whole, from) - value;
  scale.width = guatu_time_scale_x (whole, to) - value - scale.left;

  return scale;
}

/* What can be seen of the scale: exactly that, so that the labels of long cells keep within the window; or, for the
 * lowest tier, whole cells of it, so that their labels scroll with them. */
static GuatuTimeScale
visible_scale (GuatuTimelineHeader *self,
               gboolean             whole_cells)
{
  const GuatuTimeScale *whole = guatu_battle_view_get_chart (self->view)->scale;
  const GuatuScaleTier *lowest = &whole->tiers[whole->n_tiers - 1];
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double value = round (gtk_adjustment_get_value (guatu_timeline_get_across (self->timeline)) * factor) / factor;
  GuatuInstant from = guatu_time_scale_at (whole, value);
  GuatuInstant to = guatu_time_scale_at (whole, value + gtk_widget_get_width (GTK_WIDGET (self))) + 1;

  if (!whole_cells)
    return part_of (whole, value, from, to);

  return part_of (whole, value, guatu_scale_floor (lowest->unit, lowest->step, from),
                  guatu_scale_next (lowest->unit, lowest->step, to));
}

gboolean
guatu_timeline_header_cell_at (GuatuTimelineHeader *self,
                               double               x,
                               double               y,
                               GuatuInstant        *from,
                               GuatuInstant        *to)
{
  GuatuTimeScale scale = visible_scale (self, FALSE);
  double tier = floor (y * scale.n_tiers / GUATU_TIMELINE_HEADER_HEIGHT);
  const GuatuScaleTier *clicked;

  g_return_val_if_fail (GUATU_IS_TIMELINE_HEADER (self), FALSE);

  if (tier < 0 || tier >= scale.n_tiers)
    return FALSE;
  clicked = &scale.tiers[(guint) tier];
  *from = guatu_scale_floor (clicked->unit, clicked->step, guatu_time_scale_at (&scale, x));
  *to = guatu_scale_next (clicked->unit, clicked->step, *from);

  return TRUE;
}

static void
released_cb (GtkGestureClick     *gesture,
             int                  n_press,
             double               x,
             double               y,
             GuatuTimelineHeader *self)
{
  GuatuInstant from, to;

  if (n_press == 1 && guatu_timeline_header_cell_at (self, x, y, &from, &to))
    guatu_timeline_show_span (self->timeline, from, to);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           GuatuTimelineHeader      *self)
{
  self->pointer = x;
}

/* What is turned or rolled over the header is meant for what is below it. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           GuatuTimelineHeader      *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  double step = wheel ? WHEEL : 1;

  if ((state & GDK_CONTROL_MASK) != 0)
    guatu_timeline_zoom (self->timeline, pow (NEARER, -dy * step / WHEEL), self->pointer);
  else
    guatu_timeline_pan (self->timeline, (dx + dy) * step, 0);

  return GDK_EVENT_STOP;
}

/* The widget ------------------------------------------------------------------------------------- */

/* As much of the stack as lies in @clip. */
static void
paint (GuatuTimelineHeader *self,
       gboolean             whole_cells,
       GuatuBox             clip)
{
  GuatuPainter *painter = GUATU_SNAPSHOT_PAINTER_STROKES (self->painter);
  GuatuChartView chart = *guatu_battle_view_get_chart (self->view);
  GuatuTimeScale scale = visible_scale (self, whole_cells);

  chart.scale = &scale;
  painter->clip (painter, clip);
  guatu_chart_paint_scale (&chart, painter, (GuatuBox) { scale.left, 0, scale.width, GUATU_TIMELINE_HEADER_HEIGHT });
  painter->unclip (painter);
}

static void
guatu_timeline_header_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  GuatuTimelineHeader *self = GUATU_TIMELINE_HEADER (widget);
  GuatuPainter *painter = GUATU_SNAPSHOT_PAINTER_STROKES (self->painter);
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  double width = gtk_widget_get_width (widget), height = GUATU_TIMELINE_HEADER_HEIGHT;
  double lowest = height - height / chart->scale->n_tiers;
  const GuatuPoint foot[] = { { 0, height - 0.5 }, { width, height - 0.5 } };

  guatu_snapshot_painter_set_target (self->painter, snapshot, (GuatuBox) { 0, 0, width, height });
  paint (self, FALSE, (GuatuBox) { 0, 0, width, lowest });
  paint (self, TRUE, (GuatuBox) { 0, lowest, width, height - lowest });
  painter->line (painter, foot, G_N_ELEMENTS (foot), chart->hair, GUATU_LINE_SOLID, GUATU_INK_GRID_MAJOR);
  guatu_snapshot_painter_set_target (self->painter, NULL, (GuatuBox) { 0 });
}

static void
guatu_timeline_header_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : GUATU_TIMELINE_HEADER_HEIGHT;
}

static void
style_changed_cb (GuatuTimelineHeader *self)
{
  guatu_screen_palette_init (&self->palette, self->view);
  guatu_snapshot_painter_set_palette (self->painter, &self->palette);
  guatu_snapshot_painter_set_scale (self->painter, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
guatu_timeline_header_dispose (GObject *object)
{
  GuatuTimelineHeader *self = GUATU_TIMELINE_HEADER (object);

  g_clear_pointer (&self->painter, guatu_snapshot_painter_free);
  g_clear_object (&self->timeline);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (guatu_timeline_header_parent_class)->dispose (object);
}

static void
guatu_timeline_header_class_init (GuatuTimelineHeaderClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_timeline_header_dispose;
  widget_class->snapshot = guatu_timeline_header_snapshot;
  widget_class->measure = guatu_timeline_header_measure;

  gtk_widget_class_set_css_name (widget_class, "timelineheader");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
guatu_timeline_header_init (GuatuTimelineHeader *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Time scale"), -1);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

GtkWidget *
guatu_timeline_header_new (GuatuBattleView *view,
                           GuatuTimeline   *timeline)
{
  static const char * const changes[] = { "scale-changed", "rows-changed", "look-changed" };
  GuatuTimelineHeader *self = g_object_new (GUATU_TYPE_TIMELINE_HEADER, NULL);

  self->view = g_object_ref (view);
  self->timeline = g_object_ref (timeline);
  guatu_screen_palette_init (&self->palette, view);
  self->painter = guatu_snapshot_painter_new (&self->palette, guatu_battle_view_get_chart (view)->language);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (view, changes[i], G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (guatu_timeline_get_across (timeline), "value-changed", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (style_changed_cb), NULL);
  guatu_screen_palette_follow (G_CALLBACK (style_changed_cb), self);

  return GTK_WIDGET (self);
}
