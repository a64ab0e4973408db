/* guatu-layers-popover.h — a switch for each layer of the battle map. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-battle-view.h"

G_BEGIN_DECLS

#define GUATU_TYPE_LAYERS_POPOVER (guatu_layers_popover_get_type ())

G_DECLARE_FINAL_TYPE (GuatuLayersPopover, guatu_layers_popover, GUATU, LAYERS_POPOVER, GtkPopover)

GtkWidget *guatu_layers_popover_new        (GuatuBattleView    *view);

/* The switch of one layer. */
GtkSwitch *guatu_layers_popover_get_switch (GuatuLayersPopover *self,
                                            GuatuLayers         layer);

G_END_DECLS
