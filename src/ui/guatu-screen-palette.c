/* guatu-screen-palette.c — chooses the palette that suits the desktop. */
#include "guatu-screen-palette.h"

#include <adwaita.h>

#include "guatu-chart-content.h"

/* Adwaita's blue, which is not in any palette: no ink of the plan's own means "selected". */
static const GuatuColour accent = { 0.208, 0.518, 0.894 };

#define GROUND 0.15

/* Where contrast is asked for: the same blue, so that an edge is told from white and from black. */
static const GuatuColour strong_accent = { 0.106, 0.416, 0.784 };
static const GuatuColour strong_accent_on_dark = { 0.471, 0.682, 0.929 };

#define STRONG_GROUND 0.2

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

/* Paper is white where contrast is high, a dark window is not. */
static const struct { GuatuInkMeaning ink; double grey; } strong_greys[] = {
  { GUATU_INK_PAPER, 0.118 },
  { GUATU_INK_HEADER, 0.08 },
  { GUATU_INK_FRAME, 1 },
  { GUATU_INK_GRID, 0.42 },
  { GUATU_INK_GRID_MAJOR, 0.7 },
  { GUATU_INK_WEEKEND, 0.22 },
  { GUATU_INK_TEXT, 1 },
  { GUATU_INK_TEXT_MUTED, 0.88 },
  { GUATU_INK_SUMMARY, 0.66 },
  { GUATU_INK_SUMMARY_DONE, 1 },
  { GUATU_INK_BASELINE, 0.62 },
  { GUATU_INK_LINK, 0.86 },
  { GUATU_INK_FLOAT, 0.8 },
};

static void
take_strong_greys (GuatuPalette *palette)
{
  for (gsize i = 0; i < G_N_ELEMENTS (strong_greys); i++)
    palette->inks[strong_greys[i].ink] = (GuatuColour) { strong_greys[i].grey, strong_greys[i].grey,
                                                         strong_greys[i].grey };
  palette->edges[GUATU_INK_BAR] = GUATU_INK_GROUP_TEXT;
  palette->edges[GUATU_INK_BAR_DONE] = GUATU_INK_GROUP_TEXT;
}

static gboolean
is_strong (void)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}

void
guatu_screen_palette_init_plain (GuatuPalette *palette)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (!guatu_palette_init (palette, dark ? "dark" : is_strong () ? "high-contrast" : "colour"))
    guatu_palette_init_paper (palette);
  if (!is_strong ())
    take_greys (palette, dark);
  else if (dark)
    take_strong_greys (palette);
}

void
guatu_screen_palette_init (GuatuPalette    *palette,
                           GuatuBattleView *view)
{
  guatu_screen_palette_init_plain (palette);
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

static GuatuColour
accent_of (const GuatuPalette *palette)
{
  if (!is_strong ())
    return accent;
  return guatu_palette_colour (palette, GUATU_INK_PAPER).green < 0.5 ? strong_accent_on_dark : strong_accent;
}

GdkRGBA
guatu_screen_selected_ground (const GuatuPalette *palette)
{
  GuatuColour paper = guatu_palette_colour (palette, GUATU_INK_PAPER);

  GuatuColour blue = accent_of (palette);
  double share = is_strong () ? STRONG_GROUND : GROUND;

  return (GdkRGBA) {
    (float) (paper.red + (blue.red - paper.red) * share),
    (float) (paper.green + (blue.green - paper.green) * share),
    (float) (paper.blue + (blue.blue - paper.blue) * share),
    1,
  };
}

GdkRGBA
guatu_screen_selected_edge (const GuatuPalette *palette)
{
  GuatuColour blue = accent_of (palette);

  return (GdkRGBA) { (float) blue.red, (float) blue.green, (float) blue.blue, 1 };
}
