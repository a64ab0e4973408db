/* guatu-palette.c — the colours of the inks. */
#include "guatu-palette.h"

static const guint32 paper[GUATU_N_INKS] = {
  [GUATU_INK_PAPER] = 0xffffff,
  [GUATU_INK_TEXT] = 0x222222,
  [GUATU_INK_TEXT_MUTED] = 0x666666,
  [GUATU_INK_TEXT_REVERSED] = 0xffffff,
  [GUATU_INK_BANNER] = 0xb3141c,
  [GUATU_INK_BANNER_EDGE] = 0xe3b23c,
  [GUATU_INK_BANNER_NOTE] = 0xf7dfae,
  [GUATU_INK_HEADER] = 0xf1ede6,
  [GUATU_INK_FRAME] = 0x8d8578,
  [GUATU_INK_GRID] = 0xe6e2da,
  [GUATU_INK_GRID_MAJOR] = 0xc9c4ba,
  [GUATU_INK_WEEKEND] = 0xf3f3f3,
  [GUATU_INK_HOLIDAY] = 0xf9e3e1,
  [GUATU_INK_SUMMARY] = 0x8b9098,
  [GUATU_INK_SUMMARY_DONE] = 0x3f444b,
  [GUATU_INK_MILESTONE] = 0x222222,
  [GUATU_INK_KEY_NODE] = 0x222222,
  [GUATU_INK_KEY_NODE_OPEN] = 0xffffff,
  [GUATU_INK_CRITICAL] = 0xc8202b,
  [GUATU_INK_BASELINE] = 0xb9bcc2,
  [GUATU_INK_DEADLINE] = 0x8d1018,
  [GUATU_INK_LINK] = 0x7c828b,
  [GUATU_INK_STATUS] = 0xc8202b,
  [GUATU_INK_TODAY] = 0x2d7d46,
  [GUATU_INK_LIGHT_NONE] = 0xb9bcc2,
  [GUATU_INK_LIGHT_GREEN] = 0x2e9e54,
  [GUATU_INK_LIGHT_YELLOW] = 0xe0b414,
  [GUATU_INK_LIGHT_ORANGE] = 0xec7f23,
  [GUATU_INK_LIGHT_RED] = 0xc8202b,
  [GUATU_INK_LIGHT_DONE] = 0x2f6fb5,
  [GUATU_INK_LIGHT_TEXT] = 0x666666,
  [GUATU_INK_LIGHT_TEXT + 1] = 0x1f7a3e,
  [GUATU_INK_LIGHT_TEXT + 2] = 0x8c6a00,
  [GUATU_INK_LIGHT_TEXT + 3] = 0xb3540a,
  [GUATU_INK_LIGHT_TEXT + 4] = 0xb3141c,
  [GUATU_INK_LIGHT_TEXT + 5] = 0x235a96,
  [GUATU_INK_PHASE_GROUND] = 0xfdf6e6,
  [GUATU_INK_GROUP_CELL_TEXT] = 0xffffff,
  [GUATU_INK_HIGHLIGHT] = 0xd9981e,
  [GUATU_INK_FLOAT] = 0x9aa0a8,
  [GUATU_INK_SLIP] = 0xb4232c,
  [GUATU_INK_PROGRESS_LINE] = 0xd2691e,
  [GUATU_INK_PHASE] = 0x8a6a1f,
  [GUATU_INK_PHASE_TEXT] = 0xffffff,
  [GUATU_INK_TILE] = 0xf5f4f1,
  [GUATU_INK_FLAG_DONE] = 0xc8202b,
  [GUATU_INK_FLAG_OVERDUE] = 0x222222,
};

static const guint32 hues[GUATU_N_HUES] = {
  0x3566a8, 0x7b4fa3, 0x1f7f86, 0x96661b, 0x4b7f33, 0xa8437a,
  0x8a4b3c, 0x4a55b0, 0x6f7420, 0x257a5c, 0x8a3f9b, 0x5b6b7c,
};

static GuatuColour
colour_of (guint32 rgb)
{
  return (GuatuColour) { (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0 };
}

/* @colour with @share of white in it. */
static GuatuColour
lighter (GuatuColour colour,
         double      share)
{
  return (GuatuColour) {
    colour.red + (1 - colour.red) * share,
    colour.green + (1 - colour.green) * share,
    colour.blue + (1 - colour.blue) * share,
  };
}

void
guatu_palette_init_paper (GuatuPalette *self)
{
  for (guint i = 0; i < GUATU_N_INKS; i++)
    self->inks[i] = colour_of (paper[i]);
  for (guint i = 0; i < GUATU_N_HUES; i++)
    self->hues[i] = colour_of (hues[i]);
}

const char * const *
guatu_palette_names (void)
{
  static const char * const names[] = { "colour", NULL };

  return names;
}

gboolean
guatu_palette_init (GuatuPalette *self,
                    const char   *name)
{
  if (!g_strv_contains (guatu_palette_names (), name))
    return FALSE;

  guatu_palette_init_paper (self);
  return TRUE;
}

void
guatu_palette_set_hue (GuatuPalette *self,
                       guint         hue,
                       const char   *colour)
{
  guint64 rgb;

  if (colour[0] == '#' && strlen (colour) == 7
      && g_ascii_string_to_unsigned (colour + 1, 16, 0, 0xffffff, &rgb, NULL))
    self->hues[hue % GUATU_N_HUES] = colour_of ((guint32) rgb);
}

GuatuColour
guatu_palette_colour (const GuatuPalette *self,
                      GuatuInk            ink)
{
  GuatuColour hue = self->hues[GUATU_INK_HUE (ink) % GUATU_N_HUES];

  switch (GUATU_INK_MEANING (ink))
    {
    case GUATU_INK_GROUP:
      return lighter (hue, 0.91);
    case GUATU_INK_BAR:
      return lighter (hue, 0.70);
    case GUATU_INK_GROUP_CELL:
    case GUATU_INK_GROUP_TEXT:
    case GUATU_INK_BAR_DONE:
      return hue;
    default:
      return self->inks[MIN (GUATU_INK_MEANING (ink), GUATU_N_INKS - 1)];
    }
}
