/* guatu-text-setter.c — sets texts with Pango, the same for every painter. */
#include "guatu-text-setter.h"

#include <math.h>
#include <string.h>

#include "guatu-chart-text.h"

struct _GuatuTextSetter
{
  const char           *language;       /* interned */
  PangoContext         *context;
  PangoLayout          *layout;
  PangoFontDescription *font;

  /* What the layout holds: measuring and painting the same text sets it once. */
  GString              *text;
  GuatuTextStyle        style;
  double                width;

  /* Of the texts set so far. */
  gboolean              has_han;
  gboolean              has_other;
};

/* What every system has something for. */
#define GENERIC "sans-serif"

/* The families that show both scripts in one hand; the system's choice where none is there. */
static const char *
families (const char *language)
{
  if (guatu_language_is (language, "ja"))
    return "Noto Sans CJK JP, Source Han Sans JP, " GENERIC;
  if (guatu_language_is (language, "ko"))
    return "Noto Sans CJK KR, Source Han Sans KR, " GENERIC;
  if (g_str_has_prefix (language, "zh_TW") || g_str_has_prefix (language, "zh_HK")
      || g_str_has_prefix (language, "zh_MO") || g_str_has_prefix (language, "zh_Hant"))
    return "Noto Sans CJK TC, Source Han Sans TC, " GENERIC;

  return "Noto Sans CJK SC, Source Han Sans SC, Source Han Sans CN, " GENERIC;
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
is_set (GuatuTextSetter      *self,
        const char           *text,
        const GuatuTextStyle *style,
        double                width)
{
  return self->style.size == style->size
         && self->style.bold == style->bold
         && self->style.wrap == style->wrap
         && self->style.whole_words == style->whole_words
         && self->style.vertical == style->vertical
         && self->style.tracking == style->tracking
         && (!style->wrap || self->width == width)
         && g_str_equal (self->text->str, text);
}

/* Remembers which scripts are in use: only of their fonts anyone need be told. */
static void
note_scripts (GuatuTextSetter *self,
              const char      *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c >= 0x2e80 && g_unichar_iswide (c))
        self->has_han = TRUE;
      else if (g_unichar_isalnum (c))
        self->has_other = TRUE;
    }
}

/* Turned by a quarter to the right a line runs downwards; its Chinese characters are turned back, and stand
 * upright. */
static void
set_direction (GuatuTextSetter *self,
               gboolean         vertical)
{
  pango_context_set_base_gravity (self->context, vertical ? PANGO_GRAVITY_EAST : PANGO_GRAVITY_SOUTH);
  pango_layout_context_changed (self->layout);
}

static gboolean
is_cjk (PangoLanguage *language)
{
  const char *name = pango_language_to_string (language);

  return guatu_language_is (name, "zh") || guatu_language_is (name, "ja") || guatu_language_is (name, "ko");
}

PangoLayout *
guatu_text_setter_set (GuatuTextSetter      *self,
                       const char           *text,
                       const GuatuTextStyle *style,
                       double                width)
{
  PangoLanguage *language = pango_language_from_string (language_of (self->language, text));
  int spacing = (int) lround (style->tracking * style->size * PANGO_SCALE);
  gboolean wraps = style->wrap && !style->vertical && width >= 0;
  g_autofree char *line = NULL;
  PangoAttrList *attributes;

  if (is_set (self, text, style, width))
    return self->layout;

  if (self->style.vertical != style->vertical)
    set_direction (self, style->vertical);
  note_scripts (self, text);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_language_new (language));
  /* Where a word has to be broken, a hyphen would be taken for a part of it. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  /* Fonts for Chinese have quotation marks as wide as characters: among letters they are as narrow as letters. */
  if (!is_cjk (language))
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("pwid"));
  if (spacing != 0)
    pango_attr_list_insert (attributes, pango_attr_letter_spacing_new (spacing));
  pango_font_description_set_absolute_size (self->font, MAX (1, style->size * PANGO_SCALE));
  pango_font_description_set_weight (self->font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (self->layout, self->font);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_width (self->layout, wraps ? (int) MIN (width * PANGO_SCALE, G_MAXINT / 2) : -1);
  pango_layout_set_wrap (self->layout, style->whole_words ? PANGO_WRAP_WORD : PANGO_WRAP_WORD_CHAR);
  if (style->vertical && strchr (text, '\n') != NULL)
    line = g_strdelimit (g_strdup (text), "\n", ' ');
  pango_layout_set_text (self->layout, line != NULL ? line : text, -1);
  pango_attr_list_unref (attributes);

  g_string_assign (self->text, text);
  self->style = *style;
  self->width = width;

  return self->layout;
}

/* Measures ---------------------------------------------------------------------------------------- */

double
guatu_text_line_width (PangoLayoutLine *line)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (line, NULL, &logical);

  return (double) logical.width / PANGO_SCALE;
}

void
guatu_text_setter_measure (GuatuTextSetter      *self,
                           const char           *text,
                           const GuatuTextStyle *style,
                           double                width,
                           double               *text_width,
                           double               *text_height)
{
  PangoLayout *layout = guatu_text_setter_set (self, text, style, width);

  if (style->vertical)
    {
      *text_width = GUATU_LINE_PITCH * style->size;
      *text_height = guatu_text_line_width (pango_layout_get_line_readonly (layout, 0));
      return;
    }

  *text_width = 0;
  *text_height = pango_layout_get_line_count (layout) * GUATU_LINE_PITCH * style->size;
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    *text_width = MAX (*text_width, guatu_text_line_width (l->data));
}

double
guatu_text_lead (const GuatuTextStyle *style,
                 double                free)
{
  switch (style->align)
    {
    case GUATU_ALIGN_CENTRE:
      return free / 2;
    case GUATU_ALIGN_END:
      return free;
    case GUATU_ALIGN_START:
    default:
      return 0;
    }
}

double
guatu_text_baseline (const GuatuTextStyle *style,
                     GuatuBox              box,
                     int                   n_lines)
{
  double pitch = GUATU_LINE_PITCH * style->size;

  return box.y + box.height / 2 - (n_lines - 1) * pitch / 2 + GUATU_TEXT_BASELINE * style->size;
}

/* Fonts ------------------------------------------------------------------------------------------ */

/* Whether @family is one of the painter's own, and not only the system's choice. */
static gboolean
is_wanted (GuatuTextSetter *self,
           const char      *family)
{
  g_auto(GStrv) wanted = g_strsplit (families (self->language), ", ", -1);

  for (guint i = 0; wanted[i] != NULL; i++)
    if (!g_str_equal (wanted[i], GENERIC) && g_ascii_strcasecmp (wanted[i], family) == 0)
      return TRUE;

  return FALSE;
}

/* The family that shows the one character of @text, where it is none that is wanted; "" if none does. */
static const char *
find_stand_in (GuatuTextSetter *self,
               const char      *text)
{
  PangoLanguage *language = pango_language_from_string (language_of (self->language, text));
  gunichar c = g_utf8_get_char (text);
  PangoFontset *fonts = pango_context_load_fontset (self->context, self->font, language);
  PangoFont *font = fonts != NULL ? pango_fontset_get_font (fonts, c) : NULL;
  const char *family = "";

  if (font != NULL && pango_font_has_char (font, c))
    {
      PangoFontDescription *description = pango_font_describe (font);

      family = g_intern_string (pango_font_description_get_family (description));
      pango_font_description_free (description);
    }
  g_clear_object (&font);
  g_clear_object (&fonts);

  return is_wanted (self, family) ? NULL : family;
}

void
guatu_text_setter_find_fonts (GuatuTextSetter *self,
                              const char     **wanted,
                              const char     **han,
                              const char     **latin)
{
  g_auto(GStrv) names = g_strsplit (families (self->language), ", ", -1);

  *wanted = g_intern_string (names[0]);
  *han = self->has_han ? find_stand_in (self, "国") : NULL;
  *latin = self->has_other ? find_stand_in (self, "a") : NULL;
}

/* Beginning and end ------------------------------------------------------------------------------ */

GuatuTextSetter *
guatu_text_setter_new (const char *language)
{
  GuatuTextSetter *self = g_new0 (GuatuTextSetter, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  self->language = g_intern_string (language);
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
  self->text = g_string_new (NULL);

  return self;
}

void
guatu_text_setter_free (GuatuTextSetter *self)
{
  pango_font_description_free (self->font);
  g_object_unref (self->layout);
  g_object_unref (self->context);
  g_string_free (self->text, TRUE);
  g_free (self);
}
