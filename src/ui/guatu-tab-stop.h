/* guatu-tab-stop.h — a list or a box of buttons that Tab comes to once, and then leaves. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GUATU_TYPE_TAB_STOP (guatu_tab_stop_get_type ())

/**
 * GuatuTabStop:
 *
 * Around a GtkListView, a GtkColumnView, a GtkListBox, or a GtkBox of toggle buttons. Tab comes to the row that is
 * selected, or to the button that is pressed in, else to the first of them, and through what is in that row; arrow keys
 * go from one to the next. So a long list is passed at once, and passing over it chooses nothing.
 */
G_DECLARE_FINAL_TYPE (GuatuTabStop, guatu_tab_stop, GUATU, TAB_STOP, GtkWidget)

/* @child is @list, or what it scrolls in. */
GtkWidget *guatu_tab_stop_new (GtkWidget *child,
                               GtkWidget *list);

/* Lets Tab go through what is in widgets of the class. GTK would not, where they say themselves what takes the focus
 * when they are to have it: it then takes that for all there is. */
void       guatu_tab_goes_through (GtkWidgetClass *class);

G_END_DECLS
