/* guatu-part-text.h — what stands in the row of a part: what it is, and more of it below. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills the width; "" as @detail shows nothing below. */
GtkWidget *guatu_part_text_new (const char *title,
                                const char *detail);

G_END_DECLS
