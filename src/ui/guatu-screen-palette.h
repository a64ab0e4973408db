/* guatu-screen-palette.h — the colours in which a window shows a plan. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-battle-view.h"
#include "guatu-palette.h"

G_BEGIN_DECLS

/* Of light, dark or high contrast, as the desktop asks for, with the plan's own colours of its categories. */
void     guatu_screen_palette_init   (GuatuPalette    *palette,
                                      GuatuBattleView *view);

/* The same without those, for what shows no tasks. */
void     guatu_screen_palette_init_plain (GuatuPalette *palette);

/* Calls @changed, as a swapped handler, whenever that becomes another one; as long as @object lives. */
void     guatu_screen_palette_follow (GCallback        changed,
                                      gpointer         object);

/* Of what is selected: its ground, and the line around it. */
GdkRGBA  guatu_screen_selected_ground (const GuatuPalette *palette);
GdkRGBA  guatu_screen_selected_edge  (const GuatuPalette *palette);

G_END_DECLS
