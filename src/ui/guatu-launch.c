/* guatu-launch.c — the one place that knows how GTK hands a file to another program. */
#include "guatu-launch.h"

void
guatu_launch (GtkWindow *parent,
              GFile     *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}
