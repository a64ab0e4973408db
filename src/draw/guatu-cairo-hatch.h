/* guatu-cairo-hatch.h — what fills a shape besides its ground, for painters that have a Cairo context at hand. */
#pragma once

#include <cairo.h>

#include "guatu-palette.h"

G_BEGIN_DECLS

/* How far apart the lines of the hatch of a shape are, and how wide the line along its edge is. */
double guatu_hatch_pitch (GuatuBox         box,
                          const GuatuFill *fill);
double guatu_edge_width  (GuatuBox         box);

/* Over @box, which begins every hatch anew: the bars of a category look the same in every row. What is not to be
 * painted has been clipped away, and the colour is set. */
void   guatu_cairo_hatch (cairo_t         *cr,
                          GuatuBox         box,
                          GuatuHatch       hatch,
                          double           pitch);

G_END_DECLS
