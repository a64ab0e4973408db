/* guatu-custom-window.h — the fields of the plan's own: added, named, given choices, put in order, deleted. */
#pragma once

#include <adwaita.h>

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_CUSTOM_WINDOW (guatu_custom_window_get_type ())

G_DECLARE_FINAL_TYPE (GuatuCustomWindow, guatu_custom_window, GUATU, CUSTOM_WINDOW, AdwWindow)

GtkWidget *guatu_custom_window_new     (GuatuDocument     *document,
                                        GtkWindow         *parent);

/* The row of a field; %NULL: there is none. */
GtkWidget *guatu_custom_window_get_row (GuatuCustomWindow *self,
                                        gint64             field);

/* The question whether a field that is in use is to go, while it is asked. */
GtkWidget *guatu_custom_window_get_question (GuatuCustomWindow *self);

G_END_DECLS
