/* guatu-palette.c — the colours of the inks. */
#include "guatu-palette.h"
#include "guatu-palette-private.h"

#include <string.h>

/* What text needs to be read on its ground (WCAG 2, level AA). */
#define READABLE 4.5

/* None at all is one of them. */
#define N_HATCHES (GUATU_HATCH_DOTS + 1)

GuatuColour
guatu_colour_of (guint32 rgb)
{
  return (GuatuColour) { (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0 };
}

/* @colour with @share of @other in it. */
static GuatuColour
mix (GuatuColour colour,
     GuatuColour other,
     double      share)
{
  return (GuatuColour) {
    colour.red + (other.red - colour.red) * share,
    colour.green + (other.green - colour.green) * share,
    colour.blue + (other.blue - colour.blue) * share,
  };
}

/* Making ----------------------------------------------------------------------------------------- */

/* Found once and kept: a chart is drawn more than once. */
static const GuatuColour *
hues_of (GuatuPaletteTable table)
{
  static const GuatuInkMeaning lights[] = {
    GUATU_INK_LIGHT_GREEN, GUATU_INK_LIGHT_YELLOW, GUATU_INK_LIGHT_ORANGE, GUATU_INK_LIGHT_RED,
  };
  static GuatuColour *known[GUATU_N_PALETTE_TABLES];
  GuatuColour avoided[G_N_ELEMENTS (lights)];

  if (g_once_init_enter (&known[table]))
    {
      GuatuColour *hues = g_new (GuatuColour, GUATU_N_CATEGORY_HUES);

      for (gsize i = 0; i < G_N_ELEMENTS (lights); i++)
        avoided[i] = guatu_colour_of (guatu_palette_inks[lights[i]][table]);
      guatu_hues_find (&guatu_hue_rules[table], guatu_colour_of (guatu_palette_inks[GUATU_INK_PAPER][table]), avoided,
                       G_N_ELEMENTS (lights), hues, GUATU_N_CATEGORY_HUES);
      g_once_init_leave (&known[table], hues);
    }

  return known[table];
}

static void
take_hues (GuatuPalette     *self,
           GuatuPaletteTable table)
{
  const GuatuColour *hues = hues_of (table);

  for (guint i = 0; i < GUATU_N_HUES; i++)
    self->hues[i] = hues[i % GUATU_N_CATEGORY_HUES];
  self->hues[GUATU_HUE_NEUTRAL] = guatu_colour_of (guatu_hue_rules[table].neutral);
}

static void
take_greys (GuatuPalette *self)
{
  for (guint i = 0; i < GUATU_N_HUES; i++)
    {
      double grey = guatu_hatch_greys[i / N_HATCHES % guatu_n_hatch_greys] / 255.0;

      self->hues[i] = (GuatuColour) { grey, grey, grey };
    }
  self->hues[GUATU_HUE_NEUTRAL] = (GuatuColour) { 0.66, 0.66, 0.66 };
}

static void
init_from (GuatuPalette     *self,
           GuatuPaletteTable table,
           gboolean          stickers)
{
  *self = (GuatuPalette) { .hatched = table == GUATU_PALETTE_BLACK_AND_WHITE, .stickers = stickers };
  for (guint i = 0; i < GUATU_N_INKS; i++)
    {
      self->inks[i] = guatu_colour_of (guatu_palette_inks[i][table]);
      self->paper_in[i] = guatu_palette_paper_in[i][table] / 100.0;
      self->edges[i] = guatu_palette_edges[i][table];
    }
  if (self->hatched)
    take_greys (self);
  else
    take_hues (self, table);
}

void
guatu_palette_init_paper (GuatuPalette *self)
{
  init_from (self, GUATU_PALETTE_COLOUR, FALSE);
}

gboolean
guatu_palette_init (GuatuPalette *self,
                    const char   *name)
{
  for (guint i = 0; i < guatu_n_named_palettes; i++)
    if (g_str_equal (guatu_named_palettes[i].name, name))
      {
        init_from (self, guatu_named_palettes[i].table, guatu_named_palettes[i].stickers);
        return TRUE;
      }

  return FALSE;
}

const char * const *
guatu_palette_names (void)
{
  static const char **names;

  if (g_once_init_enter (&names))
    {
      const char **made = g_new0 (const char *, guatu_n_named_palettes + 1);

      for (guint i = 0; i < guatu_n_named_palettes; i++)
        made[i] = guatu_named_palettes[i].name;
      g_once_init_leave (&names, made);
    }

  return names;
}

void
guatu_palette_set_hue (GuatuPalette *self,
                       guint         hue,
                       const char   *colour)
{
  guint64 rgb;

  if (!self->hatched && colour[0] == '#' && strlen (colour) == 7
      && g_ascii_string_to_unsigned (colour + 1, 16, 0, 0xffffff, &rgb, NULL))
    self->hues[hue % GUATU_N_HUES] = guatu_colour_of ((guint32) rgb);
}

/* Asking ----------------------------------------------------------------------------------------- */

static GuatuColour
ground_of (const GuatuPalette *self,
           guint               meaning,
           guint               hue)
{
  return mix (self->hues[hue], self->inks[GUATU_INK_PAPER], self->paper_in[meaning]);
}

/* @colour, as much nearer to that of text as it takes to be read on @ground. */
static GuatuColour
readable_on (const GuatuPalette *self,
             GuatuColour         ground,
             GuatuColour         colour)
{
  GuatuColour text = self->inks[GUATU_INK_TEXT];

  for (double share = 0; share < 1; share += 0.1)
    if (guatu_colour_contrast (mix (colour, text, share), ground) >= READABLE)
      return mix (colour, text, share);

  return text;
}

/* The usual ink of the text on a category's cell; on a ground that is too like it, the better of black and white. */
static GuatuColour
text_on_cell (const GuatuPalette *self,
              guint               hue)
{
  const GuatuColour black = { 0, 0, 0 }, white = { 1, 1, 1 };
  GuatuColour ground = ground_of (self, GUATU_INK_GROUP_CELL, hue), usual = self->inks[GUATU_INK_GROUP_CELL_TEXT];

  if (guatu_colour_contrast (usual, ground) >= READABLE)
    return usual;

  return guatu_colour_contrast (white, ground) > guatu_colour_contrast (black, ground) ? white : black;
}

GuatuColour
guatu_palette_colour (const GuatuPalette *self,
                      GuatuInk            ink)
{
  guint meaning = GUATU_INK_MEANING (ink), hue = GUATU_INK_HUE (ink) % GUATU_N_HUES;

  switch (meaning)
    {
    case GUATU_INK_GROUP:
    case GUATU_INK_BAR:
    case GUATU_INK_BAR_DONE:
    case GUATU_INK_GROUP_CELL:
      return ground_of (self, meaning, hue);
    case GUATU_INK_GROUP_TEXT:
      return readable_on (self, ground_of (self, GUATU_INK_GROUP, hue), self->hues[hue]);
    case GUATU_INK_GROUP_CELL_TEXT:
      return text_on_cell (self, hue);
    case GUATU_INK_PHASE:
      return self->inks[hue % 2 == 0 ? GUATU_INK_PHASE : GUATU_INK_PHASE_OTHER];
    default:
      return self->inks[MIN (meaning, GUATU_N_INKS - 1)];
    }
}

/* Hatches go round first, then the greys, and last how coarse they are. The first hue has none, nor has the neutral
 * one: its grey is a paler one. */
static void
add_hatch (const GuatuPalette *self,
           guint               meaning,
           guint               hue,
           GuatuFill          *fill)
{
  if (hue == GUATU_HUE_NEUTRAL)
    return;

  fill->hatch = GUATU_HATCH_NONE + hue % N_HATCHES;
  fill->coarseness = hue / (N_HATCHES * guatu_n_hatch_greys) % 2 == 0 ? 1 : 1.7;
  /* Under text the lines are pale; elsewhere they are of the paper on what is done, and the other way round. */
  if (meaning == GUATU_INK_BAR_DONE)
    fill->lines = self->inks[GUATU_INK_PAPER];
  else
    fill->lines = mix (self->hues[hue], self->inks[GUATU_INK_PAPER], meaning == GUATU_INK_GROUP_CELL ? 0.8 : 0.25);
}

GuatuFill
guatu_palette_fill (const GuatuPalette *self,
                    GuatuInk            ink)
{
  guint meaning = MIN (GUATU_INK_MEANING (ink), GUATU_N_INKS - 1), hue = GUATU_INK_HUE (ink) % GUATU_N_HUES;
  GuatuInk edge = self->edges[meaning];
  GuatuFill fill = { .ground = guatu_palette_colour (self, ink), .coarseness = 1 };

  if (self->hatched
      && (meaning == GUATU_INK_BAR || meaning == GUATU_INK_BAR_DONE || meaning == GUATU_INK_GROUP_CELL))
    add_hatch (self, meaning, hue, &fill);
  if (edge != GUATU_INK_NONE)
    {
      fill.edged = TRUE;
      fill.edge = guatu_palette_colour (self, GUATU_INK_IN_HUE (edge, hue));
    }

  return fill;
}
