/* guatu-light-icon.h — the symbol of a light, as a widget: the same shape as on the chart. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-lights.h"

G_BEGIN_DECLS

GtkWidget *guatu_light_icon_new   (GuatuLightColour light);

/* What a person calls the light on a button: “On track”. */
const char *guatu_light_icon_name (GuatuLightColour light);

G_END_DECLS
