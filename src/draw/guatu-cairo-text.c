/* guatu-cairo-text.c — paints the texts of the painter of paper. */
#include "guatu-cairo-painter.h"
#include "guatu-cairo-painter-private.h"

void
guatu_cairo_measure_text (GuatuPainter         *painter,
                          const char           *text,
                          const GuatuTextStyle *style,
                          double                width,
                          double               *text_width,
                          double               *text_height)
{
  guatu_text_setter_measure (GUATU_CAIRO_PAINTER (painter)->setter, text, style, width, text_width, text_height);
}

static void
paint_downwards (GuatuCairoPainter    *self,
                 PangoLayout          *layout,
                 GuatuBox              box,
                 const GuatuTextStyle *style)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);

  cairo_save (self->cr);
  cairo_translate (self->cr, box.x + box.width / 2,
                   box.y + guatu_text_lead (style, box.height - guatu_text_line_width (line)));
  cairo_rotate (self->cr, G_PI_2);
  /* Pango sets such a line about its middle, not on the baseline of its letters. */
  cairo_move_to (self->cr, 0, 0);
  pango_cairo_show_layout_line (self->cr, line);
  cairo_restore (self->cr);
}

double
guatu_cairo_painter_smallest (const GuatuCairoPainter *self)
{
  return self->smallest;
}

void
guatu_cairo_paint_text (GuatuPainter         *painter,
                        GuatuBox              box,
                        const char           *text,
                        const GuatuTextStyle *style,
                        GuatuInk              ink)
{
  GuatuCairoPainter *self = GUATU_CAIRO_PAINTER (painter);
  GuatuColour colour = guatu_palette_colour (&self->palette, ink);
  PangoLayout *layout = guatu_text_setter_set (self->setter, text, style, box.width);
  double y;

  if (*text != '\0')
    self->smallest = self->smallest > 0 ? MIN (self->smallest, style->size) : style->size;
  cairo_set_source_rgb (self->cr, colour.red, colour.green, colour.blue);
  if (style->vertical)
    {
      paint_downwards (self, layout, box, style);
      return;
    }

  y = guatu_text_baseline (style, box, pango_layout_get_line_count (layout));
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      cairo_move_to (self->cr, box.x + guatu_text_lead (style, box.width - guatu_text_line_width (l->data)), y);
      pango_cairo_show_layout_line (self->cr, l->data);
      y += GUATU_LINE_PITCH * style->size;
    }
}

void
guatu_cairo_painter_find_fonts (GuatuCairoPainter *self,
                                const char       **wanted,
                                const char       **han,
                                const char       **latin)
{
  guatu_text_setter_find_fonts (self->setter, wanted, han, latin);
}
