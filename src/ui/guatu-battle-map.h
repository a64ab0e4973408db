/* guatu-battle-map.h — the plan as a table with its bars beside it. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-battle-view.h"

G_BEGIN_DECLS

#define GUATU_TYPE_BATTLE_MAP (guatu_battle_map_get_type ())

/**
 * GuatuBattleMap:
 *
 * Signals: ::removed (guint steps, const char *what), tasks were deleted in so many steps of undo: for a toast that
 * offers to take them back; ::failed (const char *message), a key or a gesture asked for what the plan does not allow.
 */
G_DECLARE_FINAL_TYPE (GuatuBattleMap, guatu_battle_map, GUATU, BATTLE_MAP, GtkWidget)

GtkWidget  *guatu_battle_map_new              (GuatuDocument  *document);

/* What all of it looks at. */
GuatuBattleView *guatu_battle_map_get_view    (GuatuBattleMap *self);

/* Shows and hides columns of the table: for a button outside. Its actions are found from within the battle map. */
/* The columns of the table, in their order, into an array of GUATU_N_COLUMNS; how many they are. */
guint       guatu_battle_map_get_columns (GuatuBattleMap  *self,
                                          GuatuColumnKind *columns);
GMenuModel *guatu_battle_map_get_columns_menu (GuatuBattleMap *self);

/* The parts among which a key moves the focus, in their order, those that are folded away left out: toolbar, table,
 * timeline, inspector. Answers how many. */
#define GUATU_BATTLE_MAP_PANES 4
guint       guatu_battle_map_get_panes        (GuatuBattleMap *self,
                                               GtkWidget      *panes[GUATU_BATTLE_MAP_PANES]);

/* Shows what is known of the selected task, or folds it away. */
void        guatu_battle_map_toggle_inspector (GuatuBattleMap *self);

G_END_DECLS
