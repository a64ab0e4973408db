/* guatu-launch.h — shows a file in the program that is meant for it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Deprecated in 4.10, where GtkFileLauncher does it. A trouble is told by the desktop. */
void guatu_launch (GtkWindow *parent,
                   GFile     *file);

G_END_DECLS
