/* guatu-progress-curve.c — draws the progress of one task over time. */
#include "guatu-progress-curve.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "guatu-task-words.h"

/* Pixels. */
#define HEIGHT 104
#define LEFT 4.0
#define RIGHT 4.0
#define TOP 6.0
#define FOOT 18.0
#define DOT 2.6
#define LINE 1.8

struct _GuatuProgressCurve
{
  GtkWidget             parent_instance;

  GuatuProgressHistory *history;
  GuatuInstant          status_date;
  GuatuInstant          from;           /* what the width stands for */
  GuatuInstant          to;
  gboolean              shows_status;
  char                 *words;
};

G_DEFINE_FINAL_TYPE (GuatuProgressCurve, guatu_progress_curve, GTK_TYPE_WIDGET)

/* Words ---------------------------------------------------------------------------------------------- */

static void
say_reported (GString                    *text,
              const GuatuProgressHistory *history)
{
  for (guint i = 0; i < history->n_reported; i++)
    {
      g_autofree char *share = guatu_words_share (history->reported[i].share);
      g_autofree char *day = guatu_words_day (history->reported[i].date);

      g_string_append_c (text, ' ');
      /* Translators: a share that was reported, and the day. */
      g_string_append_printf (text, _("Reported %1$s on %2$s."), share, day);
    }
  if (history->n_reported == 0)
    g_string_append_printf (text, " %s", _("Nothing has been reported yet."));
}

static char *
say_all (GuatuProgressCurve *self)
{
  const GuatuProgressHistory *history = self->history;
  GString *text = g_string_new (NULL);
  g_autofree char *from = NULL, *to = NULL, *status = NULL;

  if (history == NULL)
    return g_string_free (text, FALSE);

  from = guatu_words_day (history->planned[0].date);
  to = guatu_words_day (history->planned[history->n_planned - 1].date - 1);
  status = guatu_words_day (self->status_date);
  /* Translators: the first and the last day of what was planned. */
  g_string_append_printf (text, _("Planned from %1$s to %2$s."), from, to);
  say_reported (text, history);
  if (*status != '\0')
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("The status date is %s."), status);
    }

  return g_string_free (text, FALSE);
}

/* Drawing -------------------------------------------------------------------------------------------- */

static double
x_of (GuatuProgressCurve *self,
      GuatuInstant        t)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - LEFT - RIGHT;

  return LEFT + width * (double) (t - self->from) / (double) MAX (self->to - self->from, 1);
}

static double
y_of (GuatuProgressCurve *self,
      gint64              share)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - TOP - FOOT;

  return TOP + height * (1 - (double) share / 10000);
}

static void
draw_line (GuatuProgressCurve       *self,
           cairo_t                  *cr,
           const GuatuProgressPoint *points,
           guint                     n)
{
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, x_of (self, points[i].date), y_of (self, points[i].share));
  cairo_stroke (cr);
}

static void
set_ink (cairo_t       *cr,
         const GdkRGBA *ink,
         double         strength)
{
  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, ink->alpha * strength);
}

static void
draw_grid (GuatuProgressCurve *self,
           cairo_t            *cr,
           const GdkRGBA      *ink,
           double              strength)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  cairo_set_line_width (cr, 1);
  for (int i = 0; i <= 2; i++)
    {
      double y = (int) y_of (self, i * 5000) + 0.5;

      set_ink (cr, ink, i == 0 ? strength * 2 : strength);
      cairo_move_to (cr, LEFT, y);
      cairo_line_to (cr, width - RIGHT, y);
      cairo_stroke (cr);
    }
}

static void
draw_status_date (GuatuProgressCurve *self,
                  cairo_t            *cr,
                  const GdkRGBA      *ink)
{
  const double dashes[] = { 3, 2 };
  double x = (int) x_of (self, self->status_date) + 0.5;

  set_ink (cr, ink, 1);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_move_to (cr, x, TOP - 4);
  cairo_line_to (cr, x, y_of (self, 0));
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_reported (GuatuProgressCurve *self,
               cairo_t            *cr,
               const GdkRGBA      *ink)
{
  const GuatuProgressHistory *history = self->history;

  set_ink (cr, ink, 1);
  cairo_set_line_width (cr, LINE);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  draw_line (self, cr, history->reported, history->n_reported);
  for (guint i = 0; i < history->n_reported; i++)
    {
      cairo_arc (cr, x_of (self, history->reported[i].date), y_of (self, history->reported[i].share), DOT, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
draw_day (GuatuProgressCurve *self,
          GtkSnapshot        *snapshot,
          GuatuInstant        day,
          gboolean            at_end,
          const GdkRGBA      *ink)
{
  g_autofree char *text = guatu_words_day (day);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GdkRGBA pale = *ink;
  int width, height;

  pale.alpha *= 0.6f;
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (
                            (float) (at_end ? gtk_widget_get_width (GTK_WIDGET (self)) - RIGHT - width : LEFT),
                            (float) (gtk_widget_get_height (GTK_WIDGET (self)) - height)));
  gtk_snapshot_append_layout (snapshot, layout, &pale);
  gtk_snapshot_restore (snapshot);
}

static GdkRGBA
colour (GuatuProgressCurve *self,
        const char         *name,
        const GdkRGBA      *otherwise)
{
  GdkRGBA found = *otherwise;

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), name, &found);
  return found;
}

static void
guatu_progress_curve_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  GuatuProgressCurve *self = GUATU_PROGRESS_CURVE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  GdkRGBA ink, accent, alarm;
  cairo_t *cr;

  if (self->history == NULL || width < 20)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  accent = colour (self, "accent_color", &ink);
  alarm = colour (self, "error_color", &ink);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  draw_grid (self, cr, &ink, contrast ? 0.4 : 0.12);
  set_ink (cr, &ink, contrast ? 0.8 : 0.4);
  cairo_set_line_width (cr, LINE);
  draw_line (self, cr, self->history->planned, self->history->n_planned);
  if (self->shows_status)
    draw_status_date (self, cr, &alarm);
  draw_reported (self, cr, &accent);
  cairo_destroy (cr);
  draw_day (self, snapshot, self->from, FALSE, &ink);
  draw_day (self, snapshot, self->to - 1, TRUE, &ink);
}

static void
guatu_progress_curve_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 120;
  *minimum_baseline = *natural_baseline = -1;
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_progress_curve_finalize (GObject *object)
{
  GuatuProgressCurve *self = GUATU_PROGRESS_CURVE (object);

  guatu_progress_history_free (self->history);
  g_free (self->words);

  G_OBJECT_CLASS (guatu_progress_curve_parent_class)->finalize (object);
}

static void
guatu_progress_curve_class_init (GuatuProgressCurveClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = guatu_progress_curve_finalize;
  widget_class->snapshot = guatu_progress_curve_snapshot;
  widget_class->measure = guatu_progress_curve_measure;
  gtk_widget_class_set_css_name (widget_class, "guatucurve");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
guatu_progress_curve_init (GuatuProgressCurve *self)
{
  self->status_date = GUATU_NONE;
  self->words = g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Progress so far"), -1);
}

GtkWidget *
guatu_progress_curve_new (void)
{
  return g_object_new (GUATU_TYPE_PROGRESS_CURVE, NULL);
}

/* All that is shown fits in. */
static void
find_span (GuatuProgressCurve *self)
{
  const GuatuProgressHistory *history = self->history;
  guint n = history->n_reported;

  self->from = history->planned[0].date;
  self->to = history->planned[history->n_planned - 1].date;
  if (n > 0)
    {
      self->from = MIN (self->from, history->reported[0].date);
      self->to = MAX (self->to, history->reported[n - 1].date);
    }
  self->to = MAX (self->to, self->from + 1);
  /* A status date far off would leave no room for the rest. */
  self->shows_status = self->status_date != GUATU_NONE && self->status_date > self->from - (self->to - self->from)
                       && self->status_date < self->to + (self->to - self->from);
  if (self->shows_status)
    {
      self->from = MIN (self->from, self->status_date);
      self->to = MAX (self->to, self->status_date);
    }
}

void
guatu_progress_curve_set (GuatuProgressCurve   *self,
                          GuatuProgressHistory *history,
                          GuatuInstant          status_date)
{
  g_return_if_fail (GUATU_IS_PROGRESS_CURVE (self));

  guatu_progress_history_free (self->history);
  self->history = history;
  self->status_date = status_date;
  if (history != NULL)
    find_span (self);
  g_free (self->words);
  self->words = say_all (self);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->words, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), history != NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
guatu_progress_curve_get_words (GuatuProgressCurve *self)
{
  g_return_val_if_fail (GUATU_IS_PROGRESS_CURVE (self), NULL);

  return self->words;
}
