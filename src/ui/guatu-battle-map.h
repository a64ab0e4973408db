/* guatu-battle-map.h — the plan as a table with its bars beside it. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_BATTLE_MAP (guatu_battle_map_get_type ())

G_DECLARE_FINAL_TYPE (GuatuBattleMap, guatu_battle_map, GUATU, BATTLE_MAP, GtkWidget)

GtkWidget *guatu_battle_map_new (GuatuDocument *document);

G_END_DECLS
