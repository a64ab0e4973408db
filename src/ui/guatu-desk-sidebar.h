/* guatu-desk-sidebar.h — the names of a plan's views, and below them how its task forces stand. */
#pragma once

#include "guatu-battle-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GUATU_TYPE_DESK_SIDEBAR (guatu_desk_sidebar_get_type ())

/* Signals: ::chosen (const char *name), a view is to be shown; ::entered (const char *name), and it is to have the
 * focus; ::task-force (gint64 unit), its tasks alone are to be shown, or with 0
 * those of all again. */
G_DECLARE_FINAL_TYPE (GuatuDeskSidebar, guatu_desk_sidebar, GUATU, DESK_SIDEBAR, GtkWidget)

/* @view: whose lights task forces have, and whose filter says which of them is chosen. */
GtkWidget *guatu_desk_sidebar_new    (GuatuBattleView  *view);

/* @section: names of one section stand together, with a line before the next. */
void       guatu_desk_sidebar_add    (GuatuDeskSidebar *self,
                                      const char       *name,
                                      const char       *title,
                                      guint             section);

/* Marks what is shown; says nothing. */
void       guatu_desk_sidebar_choose (GuatuDeskSidebar *self,
                                      const char       *name);

G_END_DECLS
