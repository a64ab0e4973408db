/* guatu-battle-map.h — the plan as a table with its bars beside it. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-battle-view.h"
#include "guatu-desk-view.h"

G_BEGIN_DECLS

#define GUATU_TYPE_BATTLE_MAP (guatu_battle_map_get_type ())

/* A view of the desk: of its four parts, toolbar, table, timeline, inspector, the last may be folded away. */
G_DECLARE_FINAL_TYPE (GuatuBattleMap, guatu_battle_map, GUATU, BATTLE_MAP, GtkWidget)

GtkWidget  *guatu_battle_map_new              (GuatuDocument  *document);

/* What all of it looks at. */
GuatuBattleView *guatu_battle_map_get_view    (GuatuBattleMap *self);

/* The columns of the table, in their order, into an array of GUATU_N_COLUMNS; how many they are. */
guint       guatu_battle_map_get_columns (GuatuBattleMap  *self,
                                          GuatuColumnKind *columns);

/* Shows and hides columns of the table: for a button outside. Its actions are found from within the battle map. */
GMenuModel *guatu_battle_map_get_columns_menu (GuatuBattleMap *self);

/* The date comes into sight. Nothing where there is no such date. */
void             guatu_battle_map_go_to_date (GuatuBattleMap *self,
                                          GuatuInstant     t);

G_END_DECLS
