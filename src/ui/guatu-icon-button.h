/* guatu-icon-button.h — a flat button that is an icon, and says in words what it does. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @tip: for those who see it. @spoken: for those who do not, where that is to say more; %NULL: the same. */
GtkWidget *guatu_icon_button_new (const char *icon,
                                  const char *tip,
                                  const char *spoken);

G_END_DECLS
