/* guatu-banner.h — a line across the window that stays until what it tells of is over. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GUATU_TYPE_BANNER (guatu_banner_get_type ())

/* libadwaita has one of its own from 1.3 on. */
G_DECLARE_FINAL_TYPE (GuatuBanner, guatu_banner, GUATU, BANNER, GtkWidget)

/* "" while it is hidden. */
const char *guatu_banner_get_text (GuatuBanner *self);

/* Shows @text; %NULL or "" hides it. The property “dismissible” gives it a button to close it with. */
void        guatu_banner_set_text (GuatuBanner *self,
                                   const char  *text);

G_END_DECLS
