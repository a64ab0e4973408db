/* guatu-backward-panel.h — planning backward, previewed: a finish, whether it holds, what moves, and an answer. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-battle-view.h"
#include "guatu-drag-ghost.h"

G_BEGIN_DECLS

#define GUATU_TYPE_BACKWARD_PANEL (guatu_backward_panel_get_type ())

/**
 * GuatuBackwardPanel:
 *
 * Stands beside the map, on which its ghost shows the bars as they would lie, and follows plan and entry until it is
 * closed. What is accepted is one edit.
 *
 * Signals: ::accepted (const char *what), for a toast that offers to take it back; ::closed; ::go-to (gint64 task), the
 * task of a row is to be seen on the map; ::failed (const char *message).
 */
G_DECLARE_FINAL_TYPE (GuatuBackwardPanel, guatu_backward_panel, GUATU, BACKWARD_PANEL, GtkWidget)

/* @ghost is borrowed, and must live until the panel is closed. */
GtkWidget  *guatu_backward_panel_new         (GuatuBattleView    *view,
                                              GuatuDragGhost     *ghost);

/* For the selected task, or the whole plan where none or several are; the cursor goes into the finish. */
void        guatu_backward_panel_open        (GuatuBackwardPanel *self);
gboolean    guatu_backward_panel_is_open     (GuatuBackwardPanel *self);
void        guatu_backward_panel_close       (GuatuBackwardPanel *self);

/* Does what is previewed, if it can be done. */
void        guatu_backward_panel_accept      (GuatuBackwardPanel *self);

/* What is previewed; %NULL: the finish makes no sense. Without its schedule, which the ghost has. */
const GuatuBackwardPlan *guatu_backward_panel_get_plan (GuatuBackwardPanel *self);

G_END_DECLS
