/* guatu-palette-private.h — the tables that palettes are made from, and colours for many categories. */
#pragma once

#include "guatu-palette.h"

G_BEGIN_DECLS

/* The columns of the tables. */
typedef enum
{
  GUATU_PALETTE_COLOUR,
  GUATU_PALETTE_INK_SAVING,
  GUATU_PALETTE_BLACK_AND_WHITE,
  GUATU_PALETTE_DARK,
  GUATU_PALETTE_HIGH_CONTRAST,
  GUATU_N_PALETTE_TABLES
} GuatuPaletteTable;

typedef struct
{
  const char       *name;
  GuatuPaletteTable table;
  gboolean          stickers;
} GuatuNamedPalette;

/* Colours that may be chosen, in OKLCH. */
typedef struct
{
  double light_from;
  double light_to;
  double chroma_from;
  double chroma_to;
} GuatuHuePool;

#define GUATU_N_POOLS 3
#define GUATU_N_SEEDS 3

/* How the colours of a table's categories are found. */
typedef struct
{
  guint32      seeds[GUATU_N_SEEDS];    /* the first of them */
  guint32      neutral;
  double       contrast;                /* to the paper, at least */
  GuatuHuePool pools[GUATU_N_POOLS];    /* the most pleasant first */
} GuatuHueRules;

extern const GuatuNamedPalette guatu_named_palettes[];
extern const guint guatu_n_named_palettes;
extern const guint32 guatu_palette_inks[GUATU_N_INKS][GUATU_N_PALETTE_TABLES];
extern const guint8 guatu_palette_paper_in[GUATU_N_INKS][GUATU_N_PALETTE_TABLES];      /* percent */
extern const guint8 guatu_palette_edges[GUATU_N_INKS][GUATU_N_PALETTE_TABLES];         /* GuatuInkMeaning */
extern const GuatuHueRules guatu_hue_rules[GUATU_N_PALETTE_TABLES];

/* Greys of the black-and-white palette, each with all hatches before the next. */
extern const guint8 guatu_hatch_greys[];
extern const guint guatu_n_hatch_greys;

GuatuColour guatu_colour_of (guint32 rgb);

/* Colours for @n categories, as far from each other as may be, and none near any of @avoided. */
void guatu_hues_find (const GuatuHueRules *rules,
                      GuatuColour          paper,
                      const GuatuColour   *avoided,
                      guint                n_avoided,
                      GuatuColour         *hues,
                      guint                n);

G_END_DECLS
