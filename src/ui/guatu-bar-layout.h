/* guatu-bar-layout.h — children in a row: of the first two the wide one where all have room, else the narrow one. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GUATU_TYPE_BAR_LAYOUT (guatu_bar_layout_get_type ())

/* Room that nobody asks for lies before the first child that expands. */
G_DECLARE_FINAL_TYPE (GuatuBarLayout, guatu_bar_layout, GUATU, BAR_LAYOUT, GtkLayoutManager)

G_END_DECLS
