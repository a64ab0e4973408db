/* guatu-light-shape.c — paints a light as charts do. */
#include "guatu-light-shape.h"

#include <glib/gi18n.h>

#include "guatu-cairo-painter.h"
#include "guatu-chart-view.h"

/* Of the line's height. */
#define RADIUS 0.36

struct _GuatuLightShape
{
  GtkWidget        parent_instance;

  GuatuLightColour light;
};

G_DEFINE_FINAL_TYPE (GuatuLightShape, guatu_light_shape, GTK_TYPE_WIDGET)

static int
text_height (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (height);
}

static void
guatu_light_shape_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = *natural = text_height (widget);
}

static void
guatu_light_shape_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  GuatuLightShape *self = GUATU_LIGHT_SHAPE (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  g_autoptr(GuatuCairoPainter) painter = NULL;
  GuatuPalette palette;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  guatu_palette_init_paper (&palette);
  painter = guatu_cairo_painter_new (cr, &palette, "");
  guatu_paint_light (GUATU_PAINTER (painter), (GuatuPoint) { width / 2, height / 2 },
                     MIN ((float) text_height (widget), height) * RADIUS, self->light);
  cairo_destroy (cr);
}

const char *
guatu_light_button_name (GuatuLightColour light)
{
  static const char * const names[GUATU_LIGHT_N_COLOURS] = {
    [GUATU_LIGHT_NONE] = NC_("light button", "No light"),
    [GUATU_LIGHT_GREEN] = NC_("light button", "On track"),
    [GUATU_LIGHT_YELLOW] = NC_("light button", "Yellow"),
    [GUATU_LIGHT_ORANGE] = NC_("light button", "Orange"),
    [GUATU_LIGHT_RED] = NC_("light button", "Red"),
    [GUATU_LIGHT_DONE] = NC_("light button", "Done"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "light button", names[light]);
}

static void
say_light (GuatuLightShape *self)
{
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (self)) == GTK_ACCESSIBLE_ROLE_IMG)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    guatu_light_button_name (self->light), -1);
}

static void
guatu_light_shape_constructed (GObject *object)
{
  G_OBJECT_CLASS (guatu_light_shape_parent_class)->constructed (object);
  say_light (GUATU_LIGHT_SHAPE (object));
}

static void
guatu_light_shape_class_init (GuatuLightShapeClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->constructed = guatu_light_shape_constructed;
  widget_class->measure = guatu_light_shape_measure;
  widget_class->snapshot = guatu_light_shape_snapshot;
  gtk_widget_class_set_css_name (widget_class, "guatulightshape");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
guatu_light_shape_init (GuatuLightShape *self)
{
}

void
guatu_light_shape_set (GuatuLightShape *self,
                       GuatuLightColour light)
{
  g_return_if_fail (GUATU_IS_LIGHT_SHAPE (self));

  if (light == self->light)
    return;
  self->light = light;
  say_light (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkWidget *
guatu_light_shape_new (GuatuLightColour light)
{
  GuatuLightShape *self = g_object_new (GUATU_TYPE_LIGHT_SHAPE, NULL);

  guatu_light_shape_set (self, light);
  return GTK_WIDGET (self);
}

GtkWidget *
guatu_light_shape_new_quiet (GuatuLightColour light)
{
  GuatuLightShape *self = g_object_new (GUATU_TYPE_LIGHT_SHAPE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                        NULL);

  guatu_light_shape_set (self, light);
  return GTK_WIDGET (self);
}
