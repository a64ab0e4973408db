/* guatu-light-icon.c — draws the chart's symbol of a light. */
#include "guatu-light-icon.h"

#include <glib/gi18n.h>

#include "guatu-cairo-painter.h"
#include "guatu-chart-view.h"

/* Pixels. */
#define SIZE 16

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        light)
{
  GuatuPalette palette;
  g_autoptr(GuatuCairoPainter) painter = NULL;

  guatu_palette_init_paper (&palette);
  painter = guatu_cairo_painter_new (cr, &palette, "");
  guatu_paint_light (GUATU_PAINTER (painter), (GuatuPoint) { width / 2.0, height / 2.0 }, SIZE * 0.36,
                     (GuatuLightColour) GPOINTER_TO_UINT (light));
}

GtkWidget *
guatu_light_icon_new (GuatuLightColour light)
{
  GtkWidget *self = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "content-width", SIZE, "content-height", SIZE, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self), draw_cb, GUINT_TO_POINTER (light), NULL);

  return self;
}

const char *
guatu_light_icon_name (GuatuLightColour light)
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
