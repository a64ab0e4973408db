/* guatu-text-scale.c — reads the size of text from the desktop's settings, where fonts and “large text” end up. */
#include "guatu-text-scale.h"

#include <math.h>

/* Adwaita's font of 11 points, in pixels. */
#define USUAL 14.667

static double known;            /* 0: to be found out */

static double
find (GtkSettings *settings)
{
  g_autofree char *name = NULL;
  PangoFontDescription *font;
  double size;
  int dpi = 0;

  g_object_get (settings, "gtk-font-name", &name, "gtk-xft-dpi", &dpi, NULL);
  font = pango_font_description_from_string (name != NULL ? name : "");
  size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (font))
    size *= (dpi > 0 ? dpi / 1024.0 : 96) / 72;
  pango_font_description_free (font);

  return size > 0 ? CLAMP (size / USUAL, 1, 4) : 1;
}

static void
forget_cb (void)
{
  known = 0;
}

double
guatu_text_scale (void)
{
  static GtkSettings *followed;
  GtkSettings *settings = gtk_settings_get_default ();

  /* Without a display there is nobody who reads. */
  if (settings == NULL)
    return 1;
  if (settings != followed)
    {
      followed = settings;
      g_signal_connect (settings, "notify::gtk-font-name", forget_cb, NULL);
      g_signal_connect (settings, "notify::gtk-xft-dpi", forget_cb, NULL);
      known = 0;
    }
  if (known == 0)
    known = find (settings);

  return known;
}

double
guatu_text_scaled (double pixels)
{
  return round (pixels * guatu_text_scale ());
}

void
guatu_text_scale_follow (GCallback changed,
                         gpointer  object)
{
  GtkSettings *settings = gtk_settings_get_default ();

  /* Asked once, so that it is forgotten before anybody is told. */
  guatu_text_scale ();
  g_signal_connect_object (settings, "notify::gtk-font-name", changed, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", changed, object, G_CONNECT_SWAPPED);
}
