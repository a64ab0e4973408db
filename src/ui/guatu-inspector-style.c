/* guatu-inspector-style.c — loads the style sheet of inspector and status bar. */
#include "guatu-inspector-style.h"

#include <gtk/gtk.h>

void
guatu_inspector_style_load (void)
{
  static gboolean loaded = FALSE;
  g_autoptr(GtkCssProvider) provider = NULL;

  if (loaded)
    return;
  loaded = TRUE;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/io/github/guatu/Guatu/guatu-inspector.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}
