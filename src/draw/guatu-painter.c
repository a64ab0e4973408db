/* guatu-painter.c — what is the same for every painter. */
#include "guatu-painter.h"

static gboolean
fits (GuatuPainter         *self,
      GuatuBox              box,
      const char           *text,
      const GuatuTextStyle *style)
{
  double width, height;

  self->measure (self, text, style, box.width, &width, &height);

  return width <= box.width + 0.01 && height <= box.height + 0.01;
}

double
guatu_painter_fit (GuatuPainter         *self,
                   GuatuBox              box,
                   const char           *text,
                   const GuatuTextStyle *style)
{
  GuatuTextStyle tried = *style;
  double low = 0, high = style->size;
  double width, height;

  if (box.width <= 0 || box.height <= 0 || fits (self, box, text, style))
    return style->size;

  /* Without wrapping room and size are proportional, but for the roundings of fonts. */
  if (!style->wrap || style->vertical)
    {
      self->measure (self, text, style, box.width, &width, &height);
      return style->size * MIN (box.width / width, box.height / height) * 0.998;
    }

  for (int i = 0; i < 12; i++)
    {
      tried.size = (low + high) / 2;
      if (fits (self, box, text, &tried))
        low = tried.size;
      else
        high = tried.size;
    }

  return MAX (low, 0.01);
}

void
guatu_painter_begin (GuatuPainter *self,
                     GuatuTag      tag)
{
  if (self->begin != NULL)
    self->begin (self, tag);
}

void
guatu_painter_end (GuatuPainter *self)
{
  if (self->end != NULL)
    self->end (self);
}
