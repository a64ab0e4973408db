/* guatu-tab-stop.h — a list or a box of buttons that Tab comes to once, and then leaves. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GUATU_TYPE_TAB_STOP (guatu_tab_stop_get_type ())

/**
 * GuatuTabStop:
 *
 * Around a GtkListView, a GtkListBox, or a GtkBox of toggle buttons. Tab comes to the row that is selected, or to the
 * button that is pressed in, else to the first of them, and through what is in that row; arrow keys go from one to the
 * next. So a long list is passed at once, and passing over it chooses nothing.
 */
G_DECLARE_FINAL_TYPE (GuatuTabStop, guatu_tab_stop, GUATU, TAB_STOP, GtkWidget)

/* @child is @list, or what it scrolls in. */
GtkWidget *guatu_tab_stop_new (GtkWidget *child,
                               GtkWidget *list);

G_END_DECLS
