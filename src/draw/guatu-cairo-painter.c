/* guatu-cairo-painter.c — carries out the strokes on a Cairo surface, with texts set by Pango. */
#include "guatu-cairo-painter.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "guatu-chart-text.h"

/* How far the baseline lies below the middle of a line, as a share of the type's size: halfway between what
 * centres capitals and what centres Chinese characters. */
#define BASELINE 0.36

struct _GuatuCairoPainter
{
  GuatuPainter          parent;
  cairo_t              *cr;
  GuatuPalette          palette;
  const char           *language;       /* interned */
  PangoContext         *context;
  PangoLayout          *layout;
  PangoFontDescription *font;

  /* What the layout holds: measuring and painting the same text sets it once. */
  GString              *text;
  GuatuTextStyle        style;
  double                width;
};

static void
set_ink (GuatuCairoPainter *self,
         GuatuInk           ink)
{
  GuatuColour colour = guatu_palette_colour (&self->palette, ink);

  cairo_set_source_rgb (self->cr, colour.red, colour.green, colour.blue);
}

/* Shapes ----------------------------------------------------------------------------------------- */

static void
paint_fill (GuatuPainter *painter,
            GuatuBox      box,
            GuatuInk      ink)
{
  GuatuCairoPainter *self = (GuatuCairoPainter *) (void *) painter;

  set_ink (self, ink);
  cairo_rectangle (self->cr, box.x, box.y, box.width, box.height);
  cairo_fill (self->cr);
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
  GuatuCairoPainter *self = (GuatuCairoPainter *) (void *) painter;

  if (ink != GUATU_INK_NONE)
    {
      set_ink (self, ink);
      trace_round_box (self->cr, box, radius);
      cairo_fill (self->cr);
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
  GuatuCairoPainter *self = (GuatuCairoPainter *) (void *) painter;
  const double dashes[] = { width * 4, width * 2.5 };

  set_ink (self, ink);
  cairo_set_line_width (self->cr, width);
  if (style == GUATU_LINE_DASHED)
    cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  trace_line (self->cr, points, n);
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

static void
paint_polygon (GuatuPainter     *painter,
               const GuatuPoint *points,
               guint             n,
               GuatuInk          ink,
               GuatuInk          outline,
               double            width)
{
  GuatuCairoPainter *self = (GuatuCairoPainter *) (void *) painter;

  trace_line (self->cr, points, n);
  cairo_close_path (self->cr);
  if (outline != GUATU_INK_NONE)
    {
      /* Twice as wide, of which the clip leaves the inner half. */
      cairo_save (self->cr);
      cairo_clip_preserve (self->cr);
      if (ink != GUATU_INK_NONE)
        {
          set_ink (self, ink);
          cairo_fill_preserve (self->cr);
        }
      set_ink (self, outline);
      cairo_set_line_width (self->cr, width * 2);
      cairo_stroke (self->cr);
      cairo_restore (self->cr);
    }
  else
    {
      set_ink (self, ink);
      cairo_fill (self->cr);
    }
}

static void
paint_hatch (GuatuPainter *painter,
             GuatuBox      box,
             GuatuHatch    hatch,
             double        spacing,
             GuatuInk      ink)
{
  GuatuCairoPainter *self = (GuatuCairoPainter *) (void *) painter;
  double bottom = box.y + box.height;

  if (spacing <= 0)
    return;

  cairo_save (self->cr);
  cairo_rectangle (self->cr, box.x, box.y, box.width, box.height);
  cairo_clip (self->cr);
  set_ink (self, ink);
  cairo_set_line_width (self->cr, spacing / 4);
  for (double x = box.x - box.height; x < box.x + box.width; x += spacing)
    {
      cairo_move_to (self->cr, x, hatch == GUATU_HATCH_RISING ? bottom : box.y);
      cairo_line_to (self->cr, x + box.height, hatch == GUATU_HATCH_RISING ? box.y : bottom);
    }
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

static void
paint_clip (GuatuPainter *painter,
            GuatuBox      box)
{
  GuatuCairoPainter *self = (GuatuCairoPainter *) (void *) painter;

  cairo_save (self->cr);
  cairo_rectangle (self->cr, box.x, box.y, box.width, box.height);
  cairo_clip (self->cr);
}

static void
paint_unclip (GuatuPainter *painter)
{
  cairo_restore (((GuatuCairoPainter *) (void *) painter)->cr);
}

/* Text ------------------------------------------------------------------------------------------- */

/* The families that show both scripts in one hand; the system's choice where none is there. */
static const char *
families (const char *language)
{
  if (guatu_language_is (language, "ja"))
    return "Noto Sans CJK JP, Source Han Sans JP, sans-serif";
  if (guatu_language_is (language, "ko"))
    return "Noto Sans CJK KR, Source Han Sans KR, sans-serif";
  if (g_str_has_prefix (language, "zh_TW") || g_str_has_prefix (language, "zh_HK")
      || g_str_has_prefix (language, "zh_MO") || g_str_has_prefix (language, "zh_Hant"))
    return "Noto Sans CJK TC, Source Han Sans TC, sans-serif";

  return "Noto Sans CJK SC, Source Han Sans SC, Source Han Sans CN, sans-serif";
}

/* The language whose character forms @text is read in. */
static const char *
language_of (const char *language,
             const char *text)
{
  gboolean han = FALSE;

  if (guatu_language_is (language, "zh") || guatu_language_is (language, "ja") || guatu_language_is (language, "ko"))
    return language;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      GUnicodeScript script;

      if ((guchar) *text < 0x80)
        continue;
      script = g_unichar_get_script (g_utf8_get_char (text));
      if (script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA)
        return "ja";
      if (script == G_UNICODE_SCRIPT_HANGUL)
        return "ko";
      han |= script == G_UNICODE_SCRIPT_HAN;
    }

  return han ? "zh-cn" : language;
}

static gboolean
is_set (GuatuCairoPainter    *self,
        const char           *text,
        const GuatuTextStyle *style,
        double                width)
{
  return self->style.size == style->size
         && self->style.bold == style->bold
         && self->style.wrap == style->wrap
         && self->style.whole_words == style->whole_words
         && self->style.tracking == style->tracking
         && (!style->wrap || self->width == width)
         && g_str_equal (self->text->str, text);
}

static void
set_text (GuatuCairoPainter    *self,
          const char           *text,
          const GuatuTextStyle *style,
          double                width)
{
  PangoLanguage *language = pango_language_from_string (language_of (self->language, text));
  int spacing = (int) lround (style->tracking * style->size * PANGO_SCALE);
  PangoAttrList *attributes;

  if (is_set (self, text, style, width))
    return;

  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_language_new (language));
  /* Where a word has to be broken, a hyphen would be taken for a part of it. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  if (spacing != 0)
    pango_attr_list_insert (attributes, pango_attr_letter_spacing_new (spacing));
  pango_font_description_set_absolute_size (self->font, MAX (1, style->size * PANGO_SCALE));
  pango_font_description_set_weight (self->font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (self->layout, self->font);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_width (self->layout, style->wrap && width >= 0 ? (int) MIN (width * PANGO_SCALE, G_MAXINT / 2) : -1);
  pango_layout_set_wrap (self->layout, style->whole_words ? PANGO_WRAP_WORD : PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (self->layout, text, -1);
  pango_attr_list_unref (attributes);

  g_string_assign (self->text, text);
  self->style = *style;
  self->width = width;
}

static double
line_width (PangoLayoutLine *line)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (line, NULL, &logical);

  return (double) logical.width / PANGO_SCALE;
}

static void
measure_text (GuatuPainter         *painter,
              const char           *text,
              const GuatuTextStyle *style,
              double                width,
              double               *text_width,
              double               *text_height)
{
  GuatuCairoPainter *self = (GuatuCairoPainter *) (void *) painter;

  set_text (self, text, style, width);
  *text_width = 0;
  *text_height = pango_layout_get_line_count (self->layout) * GUATU_LINE_PITCH * style->size;
  for (GSList *l = pango_layout_get_lines_readonly (self->layout); l != NULL; l = l->next)
    *text_width = MAX (*text_width, line_width (l->data));
}

static void
paint_text (GuatuPainter         *painter,
            GuatuBox              box,
            const char           *text,
            const GuatuTextStyle *style,
            GuatuInk              ink)
{
  GuatuCairoPainter *self = (GuatuCairoPainter *) (void *) painter;
  double pitch = GUATU_LINE_PITCH * style->size, y;

  set_text (self, text, style, box.width);
  set_ink (self, ink);
  y = box.y + box.height / 2 - (pango_layout_get_line_count (self->layout) - 1) * pitch / 2 + BASELINE * style->size;
  for (GSList *l = pango_layout_get_lines_readonly (self->layout); l != NULL; l = l->next)
    {
      double free = box.width - line_width (l->data), x = box.x;

      if (style->align == GUATU_ALIGN_CENTRE)
        x += free / 2;
      else if (style->align == GUATU_ALIGN_END)
        x += free;
      cairo_move_to (self->cr, x, y);
      pango_cairo_show_layout_line (self->cr, l->data);
      y += pitch;
    }
}

/* The painter ------------------------------------------------------------------------------------ */

GuatuCairoPainter *
guatu_cairo_painter_new (cairo_t            *cr,
                         const GuatuPalette *palette,
                         const char         *language)
{
  GuatuCairoPainter *self = g_new0 (GuatuCairoPainter, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  self->parent = (GuatuPainter) {
    .fill = paint_fill,
    .round_box = paint_round_box,
    .line = paint_line,
    .polygon = paint_polygon,
    .hatch = paint_hatch,
    .text = paint_text,
    .measure = measure_text,
    .clip = paint_clip,
    .unclip = paint_unclip,
  };
  self->palette = *palette;
  self->language = g_intern_string (language);
  self->text = g_string_new (NULL);

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string (self->language));
  cairo_font_options_destroy (options);

  self->font = pango_font_description_from_string (families (self->language));
  self->layout = pango_layout_new (self->context);
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
  pango_font_description_free (self->font);
  g_object_unref (self->layout);
  g_object_unref (self->context);
  g_string_free (self->text, TRUE);
  g_free (self);
}
