/* guatu-cairo-painter.h — the painter of paper: PDF, SVG and PNG. */
#pragma once

#include <cairo.h>

#include "guatu-palette.h"

G_BEGIN_DECLS

typedef struct _GuatuCairoPainter GuatuCairoPainter;

/**
 * guatu_cairo_painter_new:
 * @cr: where to paint; %NULL for a painter that only measures
 * @palette: copied
 * @language: of the texts; Chinese characters take the forms of this language, and those of the
 *   mainland in a language that has none of its own
 *
 * Sizes of type are in units of @cr, whatever the resolution of the surface. Nothing is hinted, so
 * that measures are the same on every surface.
 */
GuatuCairoPainter *guatu_cairo_painter_new  (cairo_t            *cr,
                                             const GuatuPalette *palette,
                                             const char         *language);

/* Paints here from now on. */
void               guatu_cairo_painter_set_target (GuatuCairoPainter *self,
                                             cairo_t            *cr);

/* The smallest type that was painted so far; 0: none was. */
double             guatu_cairo_painter_smallest (const GuatuCairoPainter *self);

/**
 * guatu_cairo_painter_find_fonts:
 * @wanted: (out): the font that texts are meant to be set in
 * @han: (out): what stands in for it in Chinese, Japanese and Korean, "" where no font has their characters
 * @latin: (out): what stands in for it in all else
 *
 * The names of fonts that texts were set in so far; %NULL where that was one that is wanted, or where there was no
 * such text. Names live as long as the program.
 */
void               guatu_cairo_painter_find_fonts (GuatuCairoPainter *self,
                                             const char        **wanted,
                                             const char        **han,
                                             const char        **latin);

void               guatu_cairo_painter_free (GuatuCairoPainter  *self);

#define GUATU_PAINTER(self) ((GuatuPainter *) (void *) (self))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuCairoPainter, guatu_cairo_painter_free)

G_END_DECLS
