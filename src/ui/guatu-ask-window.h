/* guatu-ask-window.h — the frame of a small window that asks for something: a way back, what is asked, a button. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Makes @window such a one, over @parent: Escape closes it, and @accept, an action of its class, is its default. What
 * is asked goes into the box that this answers. */
GtkBox    *guatu_ask_window_init  (AdwWindow  *window,
                                   const char *title,
                                   const char *accept_label,
                                   const char *accept);

/* For the class: Escape. */
void       guatu_ask_window_class (GtkWidgetClass *widget_class);

/* A check button of a group, with what it is about beside it; @widgets end with %NULL. */
GtkWidget *guatu_ask_window_choice (GtkWidget *check,
                                    GtkWidget *first,
                                    ...) G_GNUC_NULL_TERMINATED;

/* A line that says what would come of it, or why not. */
GtkWidget *guatu_ask_window_words  (void);
void       guatu_ask_window_say    (GtkWidget    *words,
                                    const char   *text,
                                    gboolean      wrong);

G_END_DECLS
