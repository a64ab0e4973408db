/* guatu-custom-form.h — a small form that defines a field of the plan's own. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-document.h"

G_BEGIN_DECLS

/* @host and @at as in guatu_form_popover_pop_up(). */
void guatu_custom_form_pop_up (GuatuDocument *document,
                               GtkWidget     *host,
                               GtkWidget     *at);

G_END_DECLS
