/* guatu-cairo-painter-private.h — what shapes and texts of the painter of paper share. */
#pragma once

#include "guatu-cairo-painter.h"
#include "guatu-text-setter.h"

G_BEGIN_DECLS

struct _GuatuCairoPainter
{
  GuatuPainter          parent;
  cairo_t              *cr;
  GuatuPalette          palette;
  GuatuTextSetter      *setter;
  GArray               *tags;           /* GuatuTag: those that are open */
  double                smallest;       /* of the type painted so far; 0: none was */
};

#define GUATU_CAIRO_PAINTER(painter) ((GuatuCairoPainter *) (void *) (painter))

/* The strokes. */
void guatu_cairo_measure_text (GuatuPainter         *painter,
                               const char           *text,
                               const GuatuTextStyle *style,
                               double                width,
                               double               *text_width,
                               double               *text_height);
void guatu_cairo_paint_text   (GuatuPainter         *painter,
                               GuatuBox              box,
                               const char           *text,
                               const GuatuTextStyle *style,
                               GuatuInk              ink);

G_END_DECLS
