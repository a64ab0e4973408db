/* guatu-screen-palette.c — chooses the palette that suits the desktop. */
#include "guatu-screen-palette.h"

#include <adwaita.h>

#include "guatu-chart-content.h"

/* Adwaita's blue, which is not in any palette: no ink of the plan's own means "selected". */
static const GuatuColour accent = { 0.208, 0.518, 0.894 };

#define GROUND 0.15

/* Paper is warm, a window is not: its own greys. */
static const struct { GuatuInkMeaning ink; double light; double dark; } greys[] = {
  { GUATU_INK_PAPER, 0.99, 0.118 },
  { GUATU_INK_HEADER, 0.975, 0.145 },
  { GUATU_INK_GRID, 0.915, 0.19 },
  { GUATU_INK_GRID_MAJOR, 0.82, 0.29 },
  { GUATU_INK_WEEKEND, 0.945, 0.15 },
};

static void
take_greys (GuatuPalette *palette,
            gboolean      dark)
{
  for (gsize i = 0; i < G_N_ELEMENTS (greys); i++)
    {
      double grey = dark ? greys[i].dark : greys[i].light;

      palette->inks[greys[i].ink] = (GuatuColour) { grey, grey, grey };
    }
  /* What is still to do must stand out from a dark window more than it had to from black paper. */
  if (dark)
    palette->paper_in[GUATU_INK_BAR] *= 0.8;
}

void
guatu_screen_palette_init (GuatuPalette    *palette,
                           GuatuBattleView *view)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  const char *name = "colour";

  if (adw_style_manager_get_high_contrast (manager))
    name = "high-contrast";
  else if (adw_style_manager_get_dark (manager))
    name = "dark";
  if (!guatu_palette_init (palette, name))
    guatu_palette_init_paper (palette);
  if (!adw_style_manager_get_high_contrast (manager))
    take_greys (palette, adw_style_manager_get_dark (manager));
  guatu_chart_take_colours (palette, guatu_document_get_plan (guatu_battle_view_get_document (view)),
                            guatu_battle_view_get_query (view)->ledger);
}

void
guatu_screen_palette_follow (GCallback changed,
                             gpointer  object)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", changed, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", changed, object, G_CONNECT_SWAPPED);
}

GdkRGBA
guatu_screen_selected_ground (const GuatuPalette *palette)
{
  GuatuColour paper = guatu_palette_colour (palette, GUATU_INK_PAPER);

  return (GdkRGBA) {
    (float) (paper.red + (accent.red - paper.red) * GROUND),
    (float) (paper.green + (accent.green - paper.green) * GROUND),
    (float) (paper.blue + (accent.blue - paper.blue) * GROUND),
    1,
  };
}

GdkRGBA
guatu_screen_selected_edge (const GuatuPalette *palette)
{
  return (GdkRGBA) { (float) accent.red, (float) accent.green, (float) accent.blue, 1 };
}
