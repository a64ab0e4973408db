/* guatu-late-edit.h — an edit that is carried out a moment after its entry was left. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Carries out the edit of @text, which was typed for the row @id; @widget may show another one by now. */
typedef void (*GuatuLateEdit) (GtkWidget *widget, gint64 id, const char *text);

/* While the focus goes from one widget to the next, neither may vanish, as rows do that are made anew after a verb:
 * GTK 4.8 does not get over it. So what a leaving focus asks for waits until it has arrived. */
void guatu_late_edit (GtkWidget     *widget,
                      gint64         id,
                      const char    *text,
                      GuatuLateEdit  carry_out);

G_END_DECLS
