/* guatu-filter-popover.h — the conditions that tasks on the battle map meet. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-battle-view.h"

G_BEGIN_DECLS

#define GUATU_TYPE_FILTER_POPOVER (guatu_filter_popover_get_type ())

G_DECLARE_FINAL_TYPE (GuatuFilterPopover, guatu_filter_popover, GUATU, FILTER_POPOVER, GtkPopover)

GtkWidget *guatu_filter_popover_new (GuatuBattleView *view);

/* “12 of 125 tasks”, of all that the view could show. Free it. */
char      *guatu_filter_count_text  (GuatuBattleView *view);

G_END_DECLS
