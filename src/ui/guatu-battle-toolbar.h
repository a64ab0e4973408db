/* guatu-battle-toolbar.h — the bar above table and timeline: scale, rows, layers, baseline, search. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-battle-view.h"

G_BEGIN_DECLS

#define GUATU_TYPE_BATTLE_TOOLBAR (guatu_battle_toolbar_get_type ())

/**
 * GuatuBattleToolbar:
 *
 * Everything in it changes the view, and shows what the view is, whoever changed that. Ctrl+F leads into its search.
 *
 * Actions, for widgets below it: battle.scale (the name of a unit of the scale), battle.group and battle.sort (names as
 * in guatu-chart-names.h), battle.descending, battle.fold-all, battle.unfold-all, battle.level (how many levels of the
 * outline are shown).
 *
 * Signals: ::plan-backward, somebody wants to plan backward (the button, Ctrl+B); ::removed (guint steps, const char
 * *what) and ::failed (const char *message), of a baseline.
 */
G_DECLARE_FINAL_TYPE (GuatuBattleToolbar, guatu_battle_toolbar, GUATU, BATTLE_TOOLBAR, GtkWidget)

GtkWidget *guatu_battle_toolbar_new          (GuatuBattleView    *view);

/* For a button that shows and hides columns; %NULL: there is none. */
void       guatu_battle_toolbar_set_columns_menu (GuatuBattleToolbar *self,
                                                  GMenuModel         *menu);

/* Puts the cursor into the search entry. */
void       guatu_battle_toolbar_start_search (GuatuBattleToolbar *self);

G_END_DECLS
