/* guatu-cairo-painter-private.h — what shapes and texts of the painter of paper share. */
#pragma once

#include <pango/pangocairo.h>

#include "guatu-cairo-painter.h"

G_BEGIN_DECLS

struct _GuatuCairoPainter
{
  GuatuPainter          parent;
  cairo_t              *cr;
  GuatuPalette          palette;
  const char           *language;       /* interned */
  PangoContext         *context;
  PangoLayout          *layout;
  PangoFontDescription *font;
  GArray               *tags;           /* GuatuTag: those that are open */

  /* What the layout holds: measuring and painting the same text sets it once. */
  GString              *text;
  GuatuTextStyle        style;
  double                width;

  double                smallest;       /* of the type painted so far; 0: none was */

  /* Of the texts set so far. */
  gboolean              has_han;
  gboolean              has_other;
};

#define GUATU_CAIRO_PAINTER(painter) ((GuatuCairoPainter *) (void *) (painter))

void guatu_cairo_text_init    (GuatuCairoPainter    *self);
void guatu_cairo_text_clear   (GuatuCairoPainter    *self);

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
