/* guatu-desk.h — one plan on the desk: the list of its views at the side, and the view that is chosen. */
#pragma once

#include "guatu-desk-view.h"
#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_DESK (guatu_desk_get_type ())

/**
 * GuatuDesk:
 *
 * Views are made when they are first shown; the battle map is there from the beginning.
 *
 * Actions: "desk.show" (s), the view of that name; "desk.next" and "desk.previous"; "desk.go" (sx), the view that can
 * show the row of this table with this id; "desk.history" (sx), what was done to that row;
 * "desk.sidebar", shows or hides the list of views.
 *
 * Signals: ::removed and ::failed, what a view said (guatu-desk-view.h); ::view-changed.
 */
G_DECLARE_FINAL_TYPE (GuatuDesk, guatu_desk, GUATU, DESK, GtkWidget)

GtkWidget     *guatu_desk_new          (GuatuDocument *document);

/* The name of what is shown, and the view. */
const char    *guatu_desk_get_shown    (GuatuDesk     *self);
GuatuDeskView *guatu_desk_get_view     (GuatuDesk     *self);
void           guatu_desk_show         (GuatuDesk     *self,
                                        const char    *name);

/* What is printed and exported is what the battle map shows. */
GtkWidget     *guatu_desk_get_map      (GuatuDesk     *self);

/* The sidebar if it is shown, then the parts of the view. */
#define GUATU_DESK_MOST_PANES (1 + GUATU_DESK_VIEW_MOST_PANES)
guint          guatu_desk_get_panes    (GuatuDesk     *self,
                                        GtkWidget     *panes[GUATU_DESK_MOST_PANES]);

G_END_DECLS
