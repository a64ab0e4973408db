/* guatu-load-picture.c — draws the columns of a load curve. */
#include "guatu-load-picture.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Pixels. */
#define HEIGHT 132
#define SIDE 4.0
#define TOP 16.0
#define FOOT 18.0
#define WIDEST 48.0

struct _GuatuLoadPicture
{
  GtkWidget       parent_instance;

  GuatuLoadCurve *curve;
  GuatuInstant    status_date;
  double          most;         /* hours that the height stands for */
  char           *words;
};

G_DEFINE_FINAL_TYPE (GuatuLoadPicture, guatu_load_picture, GTK_TYPE_WIDGET)

static double
column_width (GuatuLoadPicture *self)
{
  return MIN (WIDEST, (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * SIDE) / MAX (self->curve->n, 1));
}

static double
y_of (GuatuLoadPicture *self,
      gint64            work)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - TOP - FOOT;

  return TOP + height * (1 - (double) work / MAX (self->most, 1));
}

static GdkRGBA
colour (GuatuLoadPicture *self,
        const char       *name,
        const GdkRGBA    *otherwise,
        float             strength)
{
  GdkRGBA found = *otherwise;

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), name, &found);
  found.alpha *= strength;

  return found;
}

static void
fill (GtkSnapshot   *snapshot,
      const GdkRGBA *ink,
      double         x,
      double         width,
      double         from,
      double         to)
{
  if (to > from && width > 0)
    gtk_snapshot_append_color (snapshot, ink, &GRAPHENE_RECT_INIT ((float) x, (float) from, (float) width,
                                                                   (float) (to - from)));
}

static void
draw_text (GuatuLoadPicture *self,
           GtkSnapshot      *snapshot,
           const char       *text,
           double            x,
           double            y,
           const GdkRGBA    *ink)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width, room = gtk_widget_get_width (GTK_WIDGET (self));

  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) CLAMP (x, 0, MAX (0, room - width - SIDE)),
                                                          (float) y));
  gtk_snapshot_append_layout (snapshot, layout, ink);
  gtk_snapshot_restore (snapshot);
}

static void
draw_column (GuatuLoadPicture      *self,
             GtkSnapshot           *snapshot,
             const GuatuLoadPeriod *period,
             double                 x,
             double                 width,
             const GdkRGBA         *ink,
             const GdkRGBA         *alarm,
             const GdkRGBA         *line)
{
  double gap = width > 6 ? 2 : width > 3 ? 1 : 0, foot = y_of (self, 0);
  double limit = y_of (self, period->capacity);

  fill (snapshot, ink, x, width - gap, y_of (self, MIN (period->load, period->capacity)), foot);
  if (guatu_load_period_is_over (period))
    fill (snapshot, alarm, x, width - gap, y_of (self, period->load), limit);
  fill (snapshot, line, x, width, limit - 1, limit + 1);
}

/* Months where there is room: the first column of each. */
static void
draw_dates (GuatuLoadPicture *self,
            GtkSnapshot      *snapshot,
            double            width,
            const GdkRGBA    *ink)
{
  double foot = y_of (self, 0) + 2, next = 0;
  int month = -1;

  for (guint i = 0; i < self->curve->n; i++)
    {
      GuatuCivil civil = guatu_instant_to_civil (self->curve->periods[i].from);
      g_autoptr(GDateTime) date = NULL;
      g_autofree char *text = NULL;
      double x = SIDE + i * width;

      if (civil.month == month || x < next)
        continue;
      month = civil.month;
      date = g_date_time_new_utc (civil.year, civil.month, civil.day, 0, 0, 0);
      text = g_date_time_format (date, i == 0 || civil.month == 1 ? C_("date", "%b %Y") : C_("date", "%b"));
      draw_text (self, snapshot, text, x, foot, ink);
      next = x + (i == 0 || civil.month == 1 ? 66 : 36);
    }
}

static void
guatu_load_picture_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  GuatuLoadPicture *self = GUATU_LOAD_PICTURE (widget);
  gboolean contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  GdkRGBA text, ink, alarm, line, pale;
  double width;

  if (self->curve == NULL || self->curve->n == 0)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
  ink = colour (self, "accent_color", &text, contrast ? 1 : 0.65f);
  alarm = colour (self, "error_color", &text, contrast ? 1 : 0.9f);
  line = pale = text;
  line.alpha *= contrast ? 1 : 0.5f;
  pale.alpha *= contrast ? 1 : 0.65f;
  width = column_width (self);
  for (guint i = 0; i < self->curve->n; i++)
    {
      const GuatuLoadPeriod *period = &self->curve->periods[i];
      double x = SIDE + i * width;

      draw_column (self, snapshot, period, x, width, &ink, &alarm, &line);
      if (self->status_date != GUATU_NONE && self->status_date >= period->from && self->status_date < period->to)
        fill (snapshot, &alarm, x + width * (double) (self->status_date - period->from)
                                  / (double) (period->to - period->from), 1, TOP - 4, y_of (self, 0));
    }
  fill (snapshot, &line, SIDE, width * self->curve->n, y_of (self, 0), y_of (self, 0) + 1);
  draw_dates (self, snapshot, width, &pale);
}

static void
guatu_load_picture_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 160;
  *minimum_baseline = *natural_baseline = -1;
}

/* The figures of the column under the pointer. */
static gboolean
guatu_load_picture_query_tooltip (GtkWidget  *widget,
                                  int         x,
                                  int         y,
                                  gboolean    keyboard,
                                  GtkTooltip *tooltip)
{
  GuatuLoadPicture *self = GUATU_LOAD_PICTURE (widget);
  g_autofree char *label = NULL, *text = NULL;
  const GuatuLoadPeriod *period;
  int place;

  if (self->curve == NULL || self->curve->n == 0 || keyboard)
    return FALSE;
  place = (int) ((x - SIDE) / column_width (self));
  if (x < SIDE || place >= (int) self->curve->n)
    return FALSE;

  period = &self->curve->periods[place];
  label = guatu_load_period_label (self->curve, (guint) place);
  /* Translators: a week or a month, the hours that are asked, and those that can be worked. */
  text = g_strdup_printf (_("%1$s: %2$.0f h of %3$.0f h"), label, (double) period->load / GUATU_HOUR,
                          (double) period->capacity / GUATU_HOUR);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
guatu_load_picture_finalize (GObject *object)
{
  GuatuLoadPicture *self = GUATU_LOAD_PICTURE (object);

  guatu_load_curve_free (self->curve);
  g_free (self->words);

  G_OBJECT_CLASS (guatu_load_picture_parent_class)->finalize (object);
}

static void
guatu_load_picture_class_init (GuatuLoadPictureClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = guatu_load_picture_finalize;
  widget_class->snapshot = guatu_load_picture_snapshot;
  widget_class->measure = guatu_load_picture_measure;
  widget_class->query_tooltip = guatu_load_picture_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "guatucurve");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
guatu_load_picture_init (GuatuLoadPicture *self)
{
  self->status_date = GUATU_NONE;
  self->words = g_strdup ("");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Load and capacity"), -1);
}

GtkWidget *
guatu_load_picture_new (void)
{
  return g_object_new (GUATU_TYPE_LOAD_PICTURE, NULL);
}

void
guatu_load_picture_set (GuatuLoadPicture *self,
                        GuatuLoadCurve   *curve,
                        GuatuInstant      status_date)
{
  g_return_if_fail (GUATU_IS_LOAD_PICTURE (self));

  guatu_load_curve_free (self->curve);
  self->curve = curve;
  self->status_date = status_date;
  self->most = 1;
  for (guint i = 0; i < curve->n; i++)
    self->most = MAX (self->most, (double) MAX (curve->periods[i].load, curve->periods[i].capacity));
  g_free (self->words);
  self->words = guatu_load_curve_words (curve);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->words, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), curve->n > 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
guatu_load_picture_get_words (GuatuLoadPicture *self)
{
  g_return_val_if_fail (GUATU_IS_LOAD_PICTURE (self), NULL);

  return self->words;
}
