/* guatu-side-pane.h — a pane beside what is shown; where the window is too narrow for both it lies over its edge. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GUATU_TYPE_SIDE_PANE (guatu_side_pane_get_type ())

/**
 * GuatuSidePane:
 *
 * Its width alone says which of the two it is, so that nothing moves to and fro while the pane slides in. What lies
 * under the pane goes on working.
 */
G_DECLARE_FINAL_TYPE (GuatuSidePane, guatu_side_pane, GUATU, SIDE_PANE, GtkWidget)

/* @at: the edge at which the pane stands. @room: the least width at which both stand side by side. */
GtkWidget *guatu_side_pane_new       (GtkWidget     *content,
                                      GtkWidget     *side,
                                      GtkPackType    at,
                                      int            room);

/* Whether the pane lies over the content, if it is shown at all. */
gboolean   guatu_side_pane_is_folded (GuatuSidePane *self);

G_END_DECLS
