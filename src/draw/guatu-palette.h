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

/* Hues are told apart by eye only so far; further categories start over. The last is a neutral one. */
#define GUATU_N_HUES 12

typedef struct
{
  GuatuColour inks[GUATU_N_INKS];
  GuatuColour hues[GUATU_N_HUES];
} GuatuPalette;

/* The colours of a sheet of white paper. */
void        guatu_palette_init_paper (GuatuPalette       *self);

/* Those of a palette by its name; FALSE if there is none of this name. */
gboolean    guatu_palette_init       (GuatuPalette       *self,
                                      const char         *name);

/* "colour" first; ended by %NULL, owned by the library. */
const char * const *guatu_palette_names (void);

/* Gives a hue the colour that the plan names ("#3465a4"); nothing happens if it is none. */
void        guatu_palette_set_hue    (GuatuPalette       *self,
                                      guint               hue,
                                      const char         *colour);

GuatuColour guatu_palette_colour     (const GuatuPalette *self,
                                      GuatuInk            ink);

G_END_DECLS
