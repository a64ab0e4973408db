/* guatu-map-hint.h — what to do about a battle map that shows nothing. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-battle-view.h"

G_BEGIN_DECLS

#define GUATU_TYPE_MAP_HINT (guatu_map_hint_get_type ())

/**
 * GuatuMapHint:
 *
 * Seen only where there are no rows: because there are no tasks, or because none is found.
 *
 * Signals: ::new-task, somebody wants to write the first one.
 */
G_DECLARE_FINAL_TYPE (GuatuMapHint, guatu_map_hint, GUATU, MAP_HINT, GtkWidget)

GtkWidget *guatu_map_hint_new (GuatuBattleView *view);

G_END_DECLS
