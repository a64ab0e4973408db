/* guatu-timeline.c — shows a part of the chart: where it stands, and which dates it spans. */
#include "guatu-timeline.h"
#include "guatu-timeline-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "guatu-row-words.h"
#include "guatu-screen-palette.h"
#include "guatu-task-words.h"

/* Pixels. */
#define LEAST_WIDTH 160
#define LEAST_HEIGHT 96
#define STEP 48.0

/* A plan that fits at this zoom, in pixels per day, is shown whole at first. */
#define READABLE_ZOOM 2.2

/* Milliseconds after which other dates are told. */
#define SPEAK_AFTER 300

/* Around a date that is gone to. */
#define EASY_ZOOM 9.0

G_DEFINE_FINAL_TYPE (GuatuTimeline, guatu_timeline, GTK_TYPE_WIDGET)

enum { FAILED, CREATED, REMOVED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* Places ----------------------------------------------------------------------------------------- */

static const GuatuTimeScale *
scale_of (GuatuTimeline *self)
{
  return guatu_battle_view_get_chart (self->view)->scale;
}

/* Seconds in a pixel. */
static double
pixel (double zoom)
{
  return GUATU_DAY / zoom;
}

/* The zoom was changed by others: the date in the middle stays. */
static void
keep_middle (GuatuTimeline *self,
             double         zoom)
{
  double half = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;

  self->left += half * (pixel (self->zoom) - pixel (zoom));
}

/* Sets the adjustments up for what is to be shown: the date that was at the left edge is there again. */
static void
place (GuatuTimeline *self)
{
  double zoom = guatu_battle_view_get_zoom (self->view), width = gtk_widget_get_width (GTK_WIDGET (self));
  double whole = MAX (guatu_battle_view_get_width (self->view), width), value;

  if (zoom != self->zoom && !self->zooming)
    {
      keep_middle (self, zoom);
      /* Who chose another scale does not want the whole plan any more. */
      self->fits = FALSE;
    }
  self->zoom = zoom;
  value = (self->left - (double) scale_of (self)->from) / pixel (zoom);

  self->placing = TRUE;
  gtk_adjustment_configure (self->across, CLAMP (value, 0, whole - width), 0, whole, STEP, width * 0.9, width);
  self->placing = FALSE;
  self->left = (double) scale_of (self)->from + gtk_adjustment_get_value (self->across) * pixel (zoom);
}

static void
place_down (GuatuTimeline *self)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  double height = gtk_widget_get_height (GTK_WIDGET (self)), whole = MAX (chart->rows->n * chart->row_height, height);

  if (!self->leads)
    return;
  self->placing = TRUE;
  gtk_adjustment_configure (self->down, CLAMP (gtk_adjustment_get_value (self->down), 0, whole - height), 0, whole,
                            chart->row_height, height * 0.9, height);
  self->placing = FALSE;
}

/* Shows the dates from @left on, at @zoom. */
static void
show (GuatuTimeline *self,
      double         zoom,
      double         left)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));

  self->left = CLAMP (left, (double) GUATU_INSTANT_MIN, (double) GUATU_INSTANT_MAX);
  self->zooming = TRUE;
  self->fits = FALSE;
  guatu_battle_view_show (self->view, zoom, (GuatuInstant) floor (self->left),
                          (GuatuInstant) ceil (self->left + width * pixel (zoom)));
  self->zooming = FALSE;
}

void
guatu_timeline_zoom (GuatuTimeline *self,
                     double         factor,
                     double         x)
{
  double date, zoom;

  g_return_if_fail (GUATU_IS_TIMELINE (self));

  date = guatu_timeline_date_at (self, x);
  zoom = guatu_battle_view_clamp_zoom (guatu_battle_view_get_zoom (self->view) * factor);
  show (self, zoom, date - x * pixel (zoom));
}

void
guatu_timeline_show_span (GuatuTimeline *self,
                          GuatuInstant   from,
                          GuatuInstant   to)
{
  double width, zoom;

  g_return_if_fail (GUATU_IS_TIMELINE (self));

  width = MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);
  zoom = guatu_battle_view_clamp_zoom (width * GUATU_DAY / (double) MAX (to - from, 1));
  show (self, zoom, (double) from - (width * pixel (zoom) - (double) (to - from)) / 2);
}

void
guatu_timeline_fit (GuatuTimeline *self)
{
  GuatuInstant from, to;

  g_return_if_fail (GUATU_IS_TIMELINE (self));

  guatu_battle_view_get_span (self->view, &from, &to);
  guatu_timeline_show_span (self, from, to);
  self->fits = self->was_shown = TRUE;
}

gboolean
guatu_timeline_fits (GuatuTimeline *self)
{
  g_return_val_if_fail (GUATU_IS_TIMELINE (self), FALSE);

  return self->fits;
}

void
guatu_timeline_look_at (GuatuTimeline *self,
                        double         zoom,
                        GuatuInstant   from,
                        GuatuInstant   to)
{
  g_return_if_fail (GUATU_IS_TIMELINE (self));

  self->was_shown = TRUE;
  self->fits = FALSE;
  self->zooming = TRUE;
  self->left = (double) from;
  guatu_battle_view_show (self->view, zoom, from, to);
  self->zooming = FALSE;
  self->left = (double) from;
}

void
guatu_timeline_go_to (GuatuTimeline *self,
                      GuatuInstant   t)
{
  double zoom;

  g_return_if_fail (GUATU_IS_TIMELINE (self));
  g_return_if_fail (t != GUATU_NONE);

  zoom = guatu_battle_view_get_zoom (self->view);
  show (self, zoom, (double) t - gtk_widget_get_width (GTK_WIDGET (self)) / 2.0 * pixel (zoom));
}

/* What changes ----------------------------------------------------------------------------------- */

static void
scrolled_cb (GuatuTimeline *self,
             GtkAdjustment *adjustment)
{
  if (!self->placing && adjustment == self->across)
    {
      self->left = guatu_timeline_date_at (self, 0);
      self->fits = FALSE;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self->ghost));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
scale_changed_cb (GuatuTimeline *self)
{
  place (self);
  guatu_tiles_lay_out (self->tiles);
}

static void
rows_changed_cb (GuatuTimeline *self)
{
  place (self);
  place_down (self);
  guatu_tiles_lay_out (self->tiles);
  guatu_tiles_restyle (self->tiles);
  guatu_timeline_hold_on (self);
}

static void
look_changed_cb (GuatuTimeline *self)
{
  guatu_tiles_lay_out (self->tiles);
}

static void
style_changed_cb (GuatuTimeline *self)
{
  guatu_tiles_restyle (self->tiles);
}

static char *
describe_dates (GuatuTimeline *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  g_autofree char *from = guatu_words_day ((GuatuInstant) guatu_timeline_date_at (self, 0));
  g_autofree char *to = guatu_words_day ((GuatuInstant) guatu_timeline_date_at (self, width));

  /* Translators: the dates that the timeline shows: “Sep 20, 2022 to Nov 11, 2022”. */
  return g_strdup_printf (_("%1$s to %2$s"), from, to);
}

/* The first selected row that there is, in words; the dates that are shown where none is. */
static char *
describe (GuatuTimeline *self)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  char *marked = guatu_timeline_describe_marked (self);

  if (marked != NULL)
    return marked;
  if (guatu_battle_view_n_selected (self->view) == 0)
    return describe_dates (self);
  for (guint row = 0; row < chart->rows->n; row++)
    {
      gint32 task = chart->rows->rows[row].task;

      if (task >= 0
          && guatu_battle_view_is_selected (self->view, guatu_plan_id (chart->plan, GUATU_TABLE_TASK, task)))
        return guatu_row_words (chart, (int) row);
    }

  return describe_dates (self);
}

void
guatu_timeline_speak (GuatuTimeline *self)
{
  g_autofree char *words = describe (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static gboolean
speak_cb (gpointer data)
{
  GuatuTimeline *self = data;

  self->speaking = 0;
  guatu_timeline_speak (self);

  return G_SOURCE_REMOVE;
}

/* Nobody listens to every step of a way. */
static void
speak_soon (GuatuTimeline *self)
{
  if (self->speaking == 0)
    self->speaking = g_timeout_add (SPEAK_AFTER, speak_cb, self);
}

static void
selection_changed_cb (GuatuTimeline *self)
{
  /* What is selected is one thing, or tasks. */
  if (guatu_battle_view_n_selected (self->view) > 0)
    guatu_timeline_unmark (self);
  guatu_timeline_speak (self);
  guatu_tiles_forget (self->tiles);
}

/* The widget ------------------------------------------------------------------------------------- */

/* What can be read is shown whole; of a longer plan the days around the status date. */
static void
show_first (GuatuTimeline *self)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  double width = gtk_widget_get_width (GTK_WIDGET (self)), fitting = guatu_battle_view_fitting_zoom (self->view, width);
  GuatuInstant from, to;

  self->was_shown = TRUE;
  guatu_battle_view_get_span (self->view, &from, &to);
  if (fitting >= READABLE_ZOOM)
    guatu_timeline_fit (self);
  else if (chart->status_date != GUATU_NONE)
    show (self, EASY_ZOOM, MAX ((double) from, (double) chart->status_date - width / 2 * pixel (EASY_ZOOM)));
  else
    show (self, EASY_ZOOM, (double) from);
}

/* To show other dates than before, or as many in another width. */
static void
refit (GuatuTimeline *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (!self->was_shown && width > 0)
    show_first (self);
  else if (self->fits)
    guatu_timeline_fit (self);
  else if (guatu_battle_view_get_width (self->view) < width)
    show (self, guatu_battle_view_get_zoom (self->view), self->left);
}

static gboolean
refit_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  GuatuTimeline *self = GUATU_TIMELINE (widget);

  self->refit = 0;
  refit (self);

  return G_SOURCE_REMOVE;
}

/* Whoever looks at the scale may need another size for that: not while sizes are given out. */
static void
guatu_timeline_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  GuatuTimeline *self = GUATU_TIMELINE (widget);

  if (!self->was_shown || self->fits || guatu_battle_view_get_width (self->view) < width)
    {
      if (self->refit == 0)
        self->refit = gtk_widget_add_tick_callback (widget, refit_cb, NULL, NULL);
    }
  else
    {
      place (self);
    }
  place_down (self);
  gtk_widget_allocate (GTK_WIDGET (self->ghost), width, height, -1, NULL);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
guatu_timeline_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = *minimum * 3;
}

/* On whole device pixels: tiles are painted for those. */
static double
value_of (GtkWidget     *widget,
          GtkAdjustment *adjustment)
{
  int scale = gtk_widget_get_scale_factor (widget);

  return round (gtk_adjustment_get_value (adjustment) * scale) / scale;
}

static void
append_focus (GuatuTimeline *self,
              GtkSnapshot   *snapshot,
              int            width,
              int            height)
{
  GuatuPalette palette;
  GskRoundedRect outline;
  GdkRGBA edge;

  guatu_palette_init_paper (&palette);
  edge = guatu_screen_selected_edge (&palette);
  edge.alpha = 0.5f;
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height), 0);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 2, 2, 2, 2 }, (GdkRGBA[4]) { edge, edge, edge, edge });
}

static void
guatu_timeline_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  GuatuTimeline *self = GUATU_TIMELINE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA paper = guatu_tiles_paper (self->tiles);

  gtk_snapshot_append_color (snapshot, &paper, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  guatu_tiles_snapshot (self->tiles, snapshot, value_of (widget, self->across), value_of (widget, self->down), width,
                        height);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->ghost), snapshot);
  if (gtk_widget_has_visible_focus (widget))
    append_focus (self, snapshot, width, height);
}

static void
guatu_timeline_dispose (GObject *object)
{
  GuatuTimeline *self = GUATU_TIMELINE (object);
  GtkWidget *child;

  guatu_timeline_stop_scrolling (self);
  self->ghost = NULL;
  /* GTK 4.8 does not let go of one that is open. */
  if (self->popover != NULL)
    gtk_widget_set_visible (g_steal_pointer (&self->popover), FALSE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->bars, guatu_drag_set_free);
  g_clear_handle_id (&self->speaking, g_source_remove);
  g_clear_pointer (&self->tiles, guatu_tiles_free);
  g_clear_object (&self->across);
  g_clear_object (&self->down);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (guatu_timeline_parent_class)->dispose (object);
}

static void
guatu_timeline_class_init (GuatuTimelineClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_timeline_dispose;
  widget_class->size_allocate = guatu_timeline_size_allocate;
  widget_class->measure = guatu_timeline_measure;
  widget_class->snapshot = guatu_timeline_snapshot;

  gtk_widget_class_set_css_name (widget_class, "timeline");
  /* Its rows are told by the table. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  guatu_timeline_class_add_keys (class);
  guatu_timeline_class_add_drag_keys (class);
  guatu_timeline_class_add_menu (class);

  signals[FAILED] = g_signal_new ("failed", GUATU_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CREATED] = g_signal_new ("created", GUATU_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[REMOVED] = g_signal_new ("removed", GUATU_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
}

static void
guatu_timeline_init (GuatuTimeline *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->pointer = (GuatuPoint) { -1, -1 };
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_vexpand (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline"), -1);
  guatu_timeline_add_input (self);
  guatu_timeline_add_dragging (self);
}

GtkWidget *
guatu_timeline_new (GuatuBattleView *view,
                    GtkAdjustment   *down)
{
  GuatuTimeline *self = g_object_new (GUATU_TYPE_TIMELINE, NULL);

  self->view = g_object_ref (view);
  self->leads = down == NULL;
  self->across = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  self->down = g_object_ref_sink (down != NULL ? down : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  self->tiles = guatu_tiles_new (view, GTK_WIDGET (self));
  self->ghost = GUATU_DRAG_GHOST (guatu_drag_ghost_new (self, view));
  gtk_widget_set_parent (GTK_WIDGET (self->ghost), GTK_WIDGET (self));
  self->zoom = guatu_battle_view_get_zoom (view);
  self->left = (double) scale_of (self)->from;
  g_signal_connect_object (self->across, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->down, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "scale-changed", G_CALLBACK (scale_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "rows-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "look-changed", G_CALLBACK (look_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->across, "value-changed", G_CALLBACK (speak_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "scale-changed", G_CALLBACK (speak_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "rows-changed", G_CALLBACK (speak_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (style_changed_cb), NULL);
  guatu_screen_palette_follow (G_CALLBACK (style_changed_cb), self);

  return GTK_WIDGET (self);
}

GtkAdjustment *
guatu_timeline_get_across (GuatuTimeline *self)
{
  g_return_val_if_fail (GUATU_IS_TIMELINE (self), NULL);

  return self->across;
}

GtkAdjustment *
guatu_timeline_get_down (GuatuTimeline *self)
{
  g_return_val_if_fail (GUATU_IS_TIMELINE (self), NULL);

  return self->down;
}

void
guatu_timeline_fail (GuatuTimeline *self,
                     const char    *message)
{
  g_return_if_fail (GUATU_IS_TIMELINE (self));

  g_signal_emit (self, signals[FAILED], 0, message);
}

void
guatu_timeline_say_created (GuatuTimeline *self,
                            gint64         task)
{
  g_signal_emit (self, signals[CREATED], 0, task);
}

void
guatu_timeline_say_removed (GuatuTimeline *self,
                            const char    *what)
{
  g_signal_emit (self, signals[REMOVED], 0, 1, what);
}

guint
guatu_timeline_n_strokes (GuatuTimeline *self)
{
  g_return_val_if_fail (GUATU_IS_TIMELINE (self), 0);

  return guatu_tiles_n_strokes (self->tiles);
}
