/* guatu-launch.h — shows a file, or the help, in the program that is meant for it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Deprecated in 4.10, where GtkFileLauncher does it. A trouble is told by the desktop. */
void guatu_launch (GtkWindow *parent,
                   GFile     *file);

/* Told how it ended: @error is %NULL when a program has taken the help over, and lives as long as the call. */
typedef void (*GuatuHelpFunc) (GtkWindow    *parent,
                               const GError *error);

/* Shows the first page of the help. Nobody is told once @parent has gone. */
void guatu_launch_help (GtkWindow     *parent,
                        GuatuHelpFunc  done);

G_END_DECLS
