/* guatu-palette.h — the colours of the inks. */
#pragma once

#include "guatu-painter.h"

G_BEGIN_DECLS

typedef struct
{
  double red;
  double green;
  double blue;
} GuatuColour;

/* Hues of categories, some spare ones, and last the neutral one. */
#define GUATU_N_HUES (GUATU_HUE_NEUTRAL + 1)

/* Colours are copied into the palette, so that a plan may change those of its categories. */
typedef struct
{
  GuatuColour inks[GUATU_N_INKS];
  GuatuColour hues[GUATU_N_HUES];
  double      paper_in[GUATU_N_INKS];   /* of inks in hues: how much of the paper is mixed with the hue, 0 … 1 */
  GuatuInk    edges[GUATU_N_INKS];      /* what the edge of a box in this ink is drawn with, or GUATU_INK_NONE */
  gboolean    hatched;                  /* hues are told apart by hatches and greys */
  gboolean    stickers;                 /* the flags of what is done and what is overdue are shown */
} GuatuPalette;

/* What a shape of an ink looks like: its ground, lines over it, a line along its edge. */
typedef struct
{
  GuatuColour ground;
  GuatuHatch  hatch;
  double      coarseness;       /* of the hatch: 1 is the usual one */
  GuatuColour lines;
  gboolean    edged;
  GuatuColour edge;
} GuatuFill;

/* The colours of a sheet of white paper. */
void        guatu_palette_init_paper (GuatuPalette       *self);

/* Those of a palette by its name; FALSE if there is none of this name. */
gboolean    guatu_palette_init       (GuatuPalette       *self,
                                      const char         *name);

/* "colour" first; ended by %NULL, owned by the library. */
const char * const *guatu_palette_names (void);

/* Gives a hue the colour that the plan names ("#3465a4"); nothing happens if it is none, or if the palette is
 * without colours. */
void        guatu_palette_set_hue    (GuatuPalette       *self,
                                      guint               hue,
                                      const char         *colour);

/* Of texts and lines. Text on a ground in hues is readable on it, whatever colour the plan gave to the hue. */
GuatuColour guatu_palette_colour     (const GuatuPalette *self,
                                      GuatuInk            ink);

/* Of shapes. */
GuatuFill   guatu_palette_fill       (const GuatuPalette *self,
                                      GuatuInk            ink);

/* How well one is told from the other: 1 … 21, by WCAG 2. */
double      guatu_colour_contrast    (GuatuColour         one,
                                      GuatuColour         other);

/* How far apart the eye has them, 0 … 1: the distance in the colour space OKLab. */
double      guatu_colour_distance    (GuatuColour         one,
                                      GuatuColour         other);

G_END_DECLS
