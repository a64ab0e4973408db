/* guatu-overview.c — keeps the picture of the plan, and moves its frame. */
#include "guatu-overview.h"

#include <glib/gi18n.h>
#include <math.h>

#include "guatu-overview-picture.h"
#include "guatu-screen-palette.h"
#include "guatu-snapshot-painter.h"
#include "guatu-task-words.h"

/* Pixels. */
#define HEIGHT 40
#define PADDING 4
#define EDGE 6.0
#define LEAST_FRAME 8.0

/* Of the keys: a share of what is seen, and a factor. */
#define STEP 0.15
#define NEARER 1.25

struct _GuatuOverview
{
  GtkWidget         parent_instance;

  /* Owned references */
  GuatuBattleView  *view;
  GuatuTimeline    *timeline;
  GdkTexture       *picture;        /* %NULL: to be painted anew */

  GuatuPalette      palette;
  GuatuInstant      from;           /* what the strip spans: the picture, and beyond it as far as the window looks */
  GuatuInstant      to;
  guint             n_painted;

  /* While the frame is dragged. */
  guint             tick;           /* in which it is shown or hidden; 0: none */
  GuatuOverviewPart part;
  double            held_from;      /* where its edges were */
  double            held_to;
};

G_DEFINE_FINAL_TYPE (GuatuOverview, guatu_overview, GTK_TYPE_WIDGET)

/* Dates ------------------------------------------------------------------------------------------ */

/* Those of the plan, and beyond it as far as the window looks. */
static void
find_span (GuatuOverview *self,
           GuatuInstant  *from,
           GuatuInstant  *to)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self->timeline));

  guatu_battle_view_get_span (self->view, from, to);
  *from = MIN (*from, (GuatuInstant) guatu_timeline_date_at (self->timeline, 0));
  *to = MAX (*to, (GuatuInstant) guatu_timeline_date_at (self->timeline, width));
}

static double
x_of (GuatuOverview *self,
      double         date)
{
  return (date - (double) self->from) * gtk_widget_get_width (GTK_WIDGET (self))
         / (double) MAX (self->to - self->from, 1);
}

static double
date_at (GuatuOverview *self,
         double         x)
{
  return (double) self->from + x * (double) (self->to - self->from)
                               / MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);
}

void
guatu_overview_get_frame (GuatuOverview *self,
                          double        *from,
                          double        *to)
{
  double width;

  g_return_if_fail (GUATU_IS_OVERVIEW (self));

  width = gtk_widget_get_width (GTK_WIDGET (self->timeline));
  *from = x_of (self, guatu_timeline_date_at (self->timeline, 0));
  *to = x_of (self, guatu_timeline_date_at (self->timeline, width));
}

/* What changes ----------------------------------------------------------------------------------- */

static void
say (GuatuOverview *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self->timeline));
  double from = guatu_timeline_date_at (self->timeline, 0), to = guatu_timeline_date_at (self->timeline, width);
  g_autofree char *first = guatu_words_day ((GuatuInstant) from);
  g_autofree char *last = guatu_words_day ((GuatuInstant) to);
  /* Translators: the dates that the timeline shows: “Sep 20, 2022 to Nov 11, 2022”. */
  g_autofree char *text = g_strdup_printf (_("%1$s to %2$s"), first, last);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, (double) self->from,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) self->to,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, from,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

/* Whether there is more of the plan than the window shows: of its dates, that is. */
static gboolean
is_of_use (GuatuOverview *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self->timeline));
  GuatuInstant from, to;

  guatu_battle_view_get_span (self->view, &from, &to);

  return guatu_battle_view_get_overview (self->view) && guatu_battle_view_get_rows (self->view)->n > 0 && width > 0
         && (double) (to - from) * guatu_battle_view_get_zoom (self->view) / GUATU_DAY > width + 1;
}

static gboolean
show_cb (GtkWidget     *timeline,
         GdkFrameClock *clock,
         gpointer       data)
{
  GuatuOverview *self = data;

  self->tick = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), is_of_use (self));

  return G_SOURCE_REMOVE;
}

/* The timeline may be told of its size right now, which is no time to ask for another. */
static void
update (GuatuOverview *self)
{
  if (self->tick == 0 && is_of_use (self) != gtk_widget_get_visible (GTK_WIDGET (self)))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->timeline), show_cb, self, NULL);
  find_span (self, &self->from, &self->to);
  say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
rows_changed_cb (GuatuOverview *self)
{
  guatu_screen_palette_init (&self->palette, self->view);
  g_clear_object (&self->picture);
  update (self);
}

/* The widget ------------------------------------------------------------------------------------- */

static void
append_date_line (GuatuOverview *self,
                  GtkSnapshot   *snapshot,
                  GuatuInstant   date,
                  GuatuInk       ink,
                  int            height)
{
  GdkRGBA colour = guatu_colour_to_rgba (guatu_palette_colour (&self->palette, ink));

  float x = (float) round (x_of (self, (double) date));

  if (date != GUATU_NONE && date >= self->from && date <= self->to)
    gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x, 0, 1.5f, (float) height));
}

static void
append_frame (GuatuOverview *self,
              GtkSnapshot   *snapshot,
              int            width,
              int            height)
{
  GdkRGBA edge = guatu_screen_selected_edge (&self->palette);
  GdkRGBA shade = guatu_colour_to_rgba (guatu_palette_colour (&self->palette, GUATU_INK_PAPER));
  const float widths[4] = { 1.5f, 1.5f, 1.5f, 1.5f };
  GskRoundedRect outline;
  double from, to;

  guatu_overview_get_frame (self, &from, &to);
  from = CLAMP (round (from), 0, width);
  to = CLAMP (round (to), 0, width);
  if (to - from < LEAST_FRAME)
    {
      from = CLAMP ((from + to - LEAST_FRAME) / 2, 0, MAX (width - LEAST_FRAME, 0));
      to = from + LEAST_FRAME;
    }
  shade.alpha = 0.55f;
  gtk_snapshot_append_color (snapshot, &shade, &GRAPHENE_RECT_INIT (0, 0, (float) from, (float) height));
  gtk_snapshot_append_color (snapshot, &shade, &GRAPHENE_RECT_INIT ((float) to, 0, (float) (width - to),
                                                                    (float) height));
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT ((float) from, 1, (float) (to - from),
                                                                  (float) height - 2), 4);
  if (!gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    edge.alpha = 0.75f;
  gtk_snapshot_append_border (snapshot, &outline, widths, (GdkRGBA[4]) { edge, edge, edge, edge });
  for (int side = 0; side < 2; side++)
    gtk_snapshot_append_color (snapshot, &edge, &GRAPHENE_RECT_INIT ((float) (side == 0 ? from - 1 : to - 2),
                                                                     (float) height / 2 - 6, 3, 12));
}

static void
guatu_overview_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  GuatuOverview *self = GUATU_OVERVIEW (widget);
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int scale = gtk_widget_get_scale_factor (widget);
  GdkRGBA ground = guatu_colour_to_rgba (guatu_palette_colour (&self->palette, GUATU_INK_HEADER));
  GdkRGBA line = guatu_colour_to_rgba (guatu_palette_colour (&self->palette, GUATU_INK_GRID_MAJOR));
  GuatuInstant from, to;

  guatu_battle_view_get_span (self->view, &from, &to);
  if (self->picture == NULL && width > 0 && height > 2 * PADDING)
    {
      self->picture = guatu_overview_picture_new (chart, &self->palette, from, to, width * scale,
                                                  (height - 2 * PADDING) * scale);
      self->n_painted++;
    }
  gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (self->picture != NULL)
    gtk_snapshot_append_texture (snapshot, self->picture,
                                 &GRAPHENE_RECT_INIT ((float) x_of (self, (double) from), PADDING,
                                                      (float) (x_of (self, (double) to) - x_of (self, (double) from)),
                                                      (float) (height - 2 * PADDING)));
  append_date_line (self, snapshot, chart->today, GUATU_INK_TODAY, height);
  append_date_line (self, snapshot, chart->status_date, GUATU_INK_STATUS, height);
  append_frame (self, snapshot, width, height);
  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (0, 0, (float) width, 1));
}

static void
guatu_overview_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : HEIGHT;
}

static void
guatu_overview_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  GuatuOverview *self = GUATU_OVERVIEW (widget);

  if (self->picture != NULL
      && gdk_texture_get_width (self->picture) != width * gtk_widget_get_scale_factor (widget))
    g_clear_object (&self->picture);
}

/* Hands ------------------------------------------------------------------------------------------ */

GuatuOverviewPart
guatu_overview_part_at (GuatuOverview *self,
                        double         x)
{
  double from, to;

  g_return_val_if_fail (GUATU_IS_OVERVIEW (self), GUATU_OVERVIEW_GROUND);

  guatu_overview_get_frame (self, &from, &to);
  /* Of a narrow frame the middle is for moving it. */
  if (fabs (x - from) <= EDGE && x < from + (to - from) / 3)
    return GUATU_OVERVIEW_FROM;
  if (fabs (x - to) <= EDGE && x > to - (to - from) / 3)
    return GUATU_OVERVIEW_TO;

  return x >= from && x <= to ? GUATU_OVERVIEW_FRAME : GUATU_OVERVIEW_GROUND;
}

static void
show_from (GuatuOverview *self,
           double         x)
{
  guatu_timeline_pan (self->timeline, guatu_timeline_x_of (self->timeline, date_at (self, x)), 0);
}

/* A press on the ground calls the frame there, and holds it. */
void
guatu_overview_press (GuatuOverview *self,
                      double         x)
{
  g_return_if_fail (GUATU_IS_OVERVIEW (self));

  self->part = guatu_overview_part_at (self, x);
  guatu_overview_get_frame (self, &self->held_from, &self->held_to);
  if (self->part != GUATU_OVERVIEW_GROUND)
    return;
  show_from (self, x - (self->held_to - self->held_from) / 2);
  guatu_overview_get_frame (self, &self->held_from, &self->held_to);
  self->part = GUATU_OVERVIEW_FRAME;
}

void
guatu_overview_drag (GuatuOverview *self,
                     double         dx)
{
  double from = self->held_from, to = self->held_to, width;

  g_return_if_fail (GUATU_IS_OVERVIEW (self));

  width = gtk_widget_get_width (GTK_WIDGET (self));
  switch (self->part)
    {
    case GUATU_OVERVIEW_FROM:
      from = CLAMP (from + dx, 0, MAX (to - LEAST_FRAME, 0));
      break;
    case GUATU_OVERVIEW_TO:
      to = CLAMP (to + dx, MIN (from + LEAST_FRAME, width), width);
      break;
    case GUATU_OVERVIEW_FRAME:
      show_from (self, from + dx);
      return;
    case GUATU_OVERVIEW_GROUND:
    default:
      return;
    }
  guatu_timeline_show_span (self->timeline, (GuatuInstant) date_at (self, from), (GuatuInstant) date_at (self, to));
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               GuatuOverview  *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  guatu_overview_press (self, x);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                GuatuOverview  *self)
{
  guatu_overview_drag (self, dx);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           GuatuOverview            *self)
{
  static const char * const cursors[] = {
    [GUATU_OVERVIEW_GROUND] = "pointer",
    [GUATU_OVERVIEW_FRAME] = "grab",
    [GUATU_OVERVIEW_FROM] = "ew-resize",
    [GUATU_OVERVIEW_TO] = "ew-resize",
  };

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursors[guatu_overview_part_at (self, x)]);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           GuatuOverview            *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double width = gtk_widget_get_width (GTK_WIDGET (self->timeline));

  if ((state & GDK_CONTROL_MASK) != 0)
    guatu_timeline_zoom (self->timeline, pow (NEARER, -dy), width / 2);
  else
    guatu_timeline_pan (self->timeline, (dx + dy) * STEP * width, 0);

  return GDK_EVENT_STOP;
}

/* @args: by how much of a window to pan, and by which factor to zoom. */
static gboolean
key_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  GuatuOverview *self = GUATU_OVERVIEW (widget);
  double width = gtk_widget_get_width (GTK_WIDGET (self->timeline)), pan, zoom;

  g_variant_get (args, "(dd)", &pan, &zoom);
  if (zoom != 1)
    guatu_timeline_zoom (self->timeline, zoom, width / 2);
  else
    guatu_timeline_pan (self->timeline, pan * width, 0);

  return GDK_EVENT_STOP;
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct { guint key; double pan; double zoom; } keys[] = {
    { GDK_KEY_Left, -STEP, 1 }, { GDK_KEY_KP_Left, -STEP, 1 },
    { GDK_KEY_Right, STEP, 1 }, { GDK_KEY_KP_Right, STEP, 1 },
    { GDK_KEY_Page_Up, -0.9, 1 }, { GDK_KEY_Page_Down, 0.9, 1 }, { GDK_KEY_Home, -1e6, 1 }, { GDK_KEY_End, 1e6, 1 },
    { GDK_KEY_plus, 0, NEARER }, { GDK_KEY_equal, 0, NEARER }, { GDK_KEY_KP_Add, 0, NEARER },
    { GDK_KEY_minus, 0, 1 / NEARER }, { GDK_KEY_KP_Subtract, 0, 1 / NEARER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, key_cb, "(dd)", keys[i].pan, keys[i].zoom);
}

/* The class -------------------------------------------------------------------------------------- */

static void
guatu_overview_dispose (GObject *object)
{
  GuatuOverview *self = GUATU_OVERVIEW (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->timeline), self->tick);
  self->tick = 0;
  g_clear_object (&self->picture);
  g_clear_object (&self->timeline);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (guatu_overview_parent_class)->dispose (object);
}

static void
guatu_overview_class_init (GuatuOverviewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_overview_dispose;
  widget_class->snapshot = guatu_overview_snapshot;
  widget_class->measure = guatu_overview_measure;
  widget_class->size_allocate = guatu_overview_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  add_keys (widget_class);
}

static void
guatu_overview_init (GuatuOverview *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("The whole plan: drag the frame to look elsewhere"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Overview of the plan"), -1);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

GtkWidget *
guatu_overview_new (GuatuBattleView *view,
                    GuatuTimeline   *timeline)
{
  GuatuOverview *self = g_object_new (GUATU_TYPE_OVERVIEW, "visible", FALSE, NULL);

  self->view = g_object_ref (view);
  self->timeline = g_object_ref (timeline);
  guatu_screen_palette_init (&self->palette, view);
  g_signal_connect_object (view, "rows-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "scale-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "look-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (guatu_timeline_get_across (timeline), "value-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (guatu_timeline_get_across (timeline), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (rows_changed_cb), NULL);
  guatu_screen_palette_follow (G_CALLBACK (rows_changed_cb), self);

  return GTK_WIDGET (self);
}

guint
guatu_overview_n_painted (GuatuOverview *self)
{
  g_return_val_if_fail (GUATU_IS_OVERVIEW (self), 0);

  return self->n_painted;
}
