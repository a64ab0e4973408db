/* guatu-status-bar.h — how the plan stands on the whole, in one line. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-battle-view.h"

G_BEGIN_DECLS

#define GUATU_TYPE_STATUS_BAR (guatu_status_bar_get_type ())

/* Status date, how many tasks there are of each light, the plan's finish, how long its critical path is. */
G_DECLARE_FINAL_TYPE (GuatuStatusBar, guatu_status_bar, GUATU, STATUS_BAR, GtkWidget)

GtkWidget *guatu_status_bar_new (GuatuBattleView *view);

G_END_DECLS
