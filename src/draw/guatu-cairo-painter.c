/* guatu-cairo-painter.c — carries out the strokes on a Cairo surface. */
#include "guatu-cairo-painter.h"
#include "guatu-cairo-hatch.h"
#include "guatu-cairo-painter-private.h"

#include <math.h>

static void
set_colour (GuatuCairoPainter *self,
            GuatuColour        colour)
{
  cairo_set_source_rgb (self->cr, colour.red, colour.green, colour.blue);
}

static void
set_ink (GuatuCairoPainter *self,
         GuatuInk           ink)
{
  set_colour (self, guatu_palette_colour (&self->palette, ink));
}

/* Fills the path, which @box encloses, with whatever the palette makes of @ink. */
static void
fill_path (GuatuCairoPainter *self,
           GuatuBox           box,
           GuatuInk           ink)
{
  GuatuFill fill = guatu_palette_fill (&self->palette, ink);
  double pitch = guatu_hatch_pitch (box, &fill);
  double edge = guatu_edge_width (box);
  cairo_path_t *outline;

  set_colour (self, fill.ground);
  if (fill.hatch == GUATU_HATCH_NONE && !fill.edged)
    {
      cairo_fill (self->cr);
      return;
    }

  outline = cairo_copy_path (self->cr);
  cairo_fill_preserve (self->cr);
  cairo_save (self->cr);
  cairo_clip (self->cr);
  set_colour (self, fill.lines);
  guatu_cairo_hatch (self->cr, box, fill.hatch, pitch);
  if (fill.edged)
    {
      /* Twice as wide, of which the clip leaves the inner half. */
      cairo_append_path (self->cr, outline);
      set_colour (self, fill.edge);
      cairo_set_line_width (self->cr, edge * 2);
      cairo_stroke (self->cr);
    }
  cairo_restore (self->cr);
  cairo_path_destroy (outline);
}

/* Shapes ----------------------------------------------------------------------------------------- */

static void
paint_fill (GuatuPainter *painter,
            GuatuBox      box,
            GuatuInk      ink)
{
  GuatuCairoPainter *self = GUATU_CAIRO_PAINTER (painter);

  cairo_rectangle (self->cr, box.x, box.y, box.width, box.height);
  fill_path (self, box, ink);
}

static void
trace_round_box (cairo_t *cr,
                 GuatuBox box,
                 double   radius)
{
  double right = box.x + box.width, bottom = box.y + box.height;

  radius = CLAMP (radius, 0, MIN (box.width, box.height) / 2);
  if (radius <= 0)
    {
      cairo_rectangle (cr, box.x, box.y, box.width, box.height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, box.y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, box.x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, box.x + radius, box.y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
paint_round_box (GuatuPainter *painter,
                 GuatuBox      box,
                 double        radius,
                 GuatuInk      ink,
                 GuatuInk      outline,
                 double        width)
{
  GuatuCairoPainter *self = GUATU_CAIRO_PAINTER (painter);

  if (ink != GUATU_INK_NONE)
    {
      trace_round_box (self->cr, box, radius);
      fill_path (self, box, ink);
    }
  if (outline != GUATU_INK_NONE)
    {
      width = MIN (width, MIN (box.width, box.height) / 2);
      box = (GuatuBox) { box.x + width / 2, box.y + width / 2, box.width - width, box.height - width };
      set_ink (self, outline);
      cairo_set_line_width (self->cr, width);
      trace_round_box (self->cr, box, radius - width / 2);
      cairo_stroke (self->cr);
    }
}

static void
trace_line (cairo_t          *cr,
            const GuatuPoint *points,
            guint             n)
{
  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
}

static void
paint_line (GuatuPainter     *painter,
            const GuatuPoint *points,
            guint             n,
            double            width,
            GuatuLineStyle    style,
            GuatuInk          ink)
{
  GuatuCairoPainter *self = GUATU_CAIRO_PAINTER (painter);
  const double dashes[] = { width * 4, width * 2.5 };

  set_ink (self, ink);
  cairo_set_line_width (self->cr, width);
  if (style == GUATU_LINE_DASHED)
    cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  trace_line (self->cr, points, n);
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

static GuatuBox
box_around (const GuatuPoint *points,
            guint             n)
{
  GuatuPoint least = points[0], most = points[0];

  for (guint i = 1; i < n; i++)
    {
      least = (GuatuPoint) { MIN (least.x, points[i].x), MIN (least.y, points[i].y) };
      most = (GuatuPoint) { MAX (most.x, points[i].x), MAX (most.y, points[i].y) };
    }

  return (GuatuBox) { least.x, least.y, most.x - least.x, most.y - least.y };
}

static void
paint_polygon (GuatuPainter     *painter,
               const GuatuPoint *points,
               guint             n,
               GuatuInk          ink,
               GuatuInk          outline,
               double            width)
{
  GuatuCairoPainter *self = GUATU_CAIRO_PAINTER (painter);

  if (ink != GUATU_INK_NONE)
    {
      trace_line (self->cr, points, n);
      cairo_close_path (self->cr);
      fill_path (self, box_around (points, n), ink);
    }
  if (outline != GUATU_INK_NONE)
    {
      trace_line (self->cr, points, n);
      cairo_close_path (self->cr);
      cairo_save (self->cr);
      cairo_clip_preserve (self->cr);
      set_ink (self, outline);
      cairo_set_line_width (self->cr, width * 2);
      cairo_stroke (self->cr);
      cairo_restore (self->cr);
    }
}

static void
paint_hatch (GuatuPainter *painter,
             GuatuBox      box,
             GuatuHatch    hatch,
             double        spacing,
             GuatuInk      ink)
{
  GuatuCairoPainter *self = GUATU_CAIRO_PAINTER (painter);

  cairo_save (self->cr);
  cairo_rectangle (self->cr, box.x, box.y, box.width, box.height);
  cairo_clip (self->cr);
  set_ink (self, ink);
  guatu_cairo_hatch (self->cr, box, hatch, spacing);
  cairo_restore (self->cr);
}

static void
paint_clip (GuatuPainter *painter,
            GuatuBox      box)
{
  GuatuCairoPainter *self = GUATU_CAIRO_PAINTER (painter);

  cairo_save (self->cr);
  cairo_rectangle (self->cr, box.x, box.y, box.width, box.height);
  cairo_clip (self->cr);
}

static void
paint_unclip (GuatuPainter *painter)
{
  cairo_restore (GUATU_CAIRO_PAINTER (painter)->cr);
}

/* Tags ------------------------------------------------------------------------------------------- */

static const char * const tag_names[] = {
  [GUATU_TAG_DOCUMENT] = "Document",
  [GUATU_TAG_TITLE] = "H1",
  [GUATU_TAG_PARAGRAPH] = "P",
  [GUATU_TAG_SECTION] = "Sect",
  [GUATU_TAG_TABLE] = "Table",
  [GUATU_TAG_ROW] = "TR",
  [GUATU_TAG_HEADING_CELL] = "TH",
  [GUATU_TAG_CELL] = "TD",
};

static void
paint_begin (GuatuPainter *painter,
             GuatuTag      tag)
{
  GuatuCairoPainter *self = GUATU_CAIRO_PAINTER (painter);

  cairo_tag_begin (self->cr, tag_names[tag], NULL);
  g_array_append_val (self->tags, tag);
}

static void
paint_end (GuatuPainter *painter)
{
  GuatuCairoPainter *self = GUATU_CAIRO_PAINTER (painter);

  g_return_if_fail (self->tags->len > 0);
  cairo_tag_end (self->cr, tag_names[g_array_index (self->tags, GuatuTag, self->tags->len - 1)]);
  g_array_set_size (self->tags, self->tags->len - 1);
}

/* The painter ------------------------------------------------------------------------------------ */

GuatuCairoPainter *
guatu_cairo_painter_new (cairo_t            *cr,
                         const GuatuPalette *palette,
                         const char         *language)
{
  GuatuCairoPainter *self = g_new0 (GuatuCairoPainter, 1);

  self->parent = (GuatuPainter) {
    .fill = paint_fill,
    .round_box = paint_round_box,
    .line = paint_line,
    .polygon = paint_polygon,
    .hatch = paint_hatch,
    .text = guatu_cairo_paint_text,
    .measure = guatu_cairo_measure_text,
    .clip = paint_clip,
    .unclip = paint_unclip,
    .begin = paint_begin,
    .end = paint_end,
  };
  self->palette = *palette;
  self->tags = g_array_new (FALSE, FALSE, sizeof (GuatuTag));
  self->setter = guatu_text_setter_new (language);
  guatu_cairo_painter_set_target (self, cr);

  return self;
}

void
guatu_cairo_painter_set_target (GuatuCairoPainter *self,
                                cairo_t           *cr)
{
  g_clear_pointer (&self->cr, cairo_destroy);
  if (cr != NULL)
    {
      self->cr = cairo_reference (cr);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
    }
}

void
guatu_cairo_painter_free (GuatuCairoPainter *self)
{
  g_clear_pointer (&self->cr, cairo_destroy);
  guatu_text_setter_free (self->setter);
  g_array_unref (self->tags);
  g_free (self);
}
