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

void               guatu_cairo_painter_free (GuatuCairoPainter  *self);

#define GUATU_PAINTER(self) ((GuatuPainter *) (void *) (self))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuCairoPainter, guatu_cairo_painter_free)

G_END_DECLS
