/* notes-painter.c — writes each stroke down as a line of text. */
#include "notes-painter.h"

#include <math.h>
#include <string.h>

static const char * const names[GUATU_N_INKS] = {
  [GUATU_INK_NONE] = "none",
  [GUATU_INK_PAPER] = "paper",
  [GUATU_INK_TEXT] = "text",
  [GUATU_INK_TEXT_MUTED] = "muted",
  [GUATU_INK_TEXT_REVERSED] = "reversed",
  [GUATU_INK_BANNER] = "banner",
  [GUATU_INK_BANNER_EDGE] = "banner-edge",
  [GUATU_INK_BANNER_NOTE] = "banner-note",
  [GUATU_INK_HEADER] = "header",
  [GUATU_INK_FRAME] = "frame",
  [GUATU_INK_GRID] = "grid",
  [GUATU_INK_GRID_MAJOR] = "grid-major",
  [GUATU_INK_WEEKEND] = "weekend",
  [GUATU_INK_HOLIDAY] = "holiday",
  [GUATU_INK_GROUP] = "group",
  [GUATU_INK_GROUP_TEXT] = "group-text",
  [GUATU_INK_BAR] = "bar",
  [GUATU_INK_BAR_DONE] = "done",
  [GUATU_INK_SUMMARY] = "summary",
  [GUATU_INK_SUMMARY_DONE] = "summary-done",
  [GUATU_INK_MILESTONE] = "milestone",
  [GUATU_INK_KEY_NODE] = "key-node",
  [GUATU_INK_KEY_NODE_OPEN] = "key-node-open",
  [GUATU_INK_CRITICAL] = "critical",
  [GUATU_INK_BASELINE] = "baseline",
  [GUATU_INK_DEADLINE] = "deadline",
  [GUATU_INK_LINK] = "link",
  [GUATU_INK_STATUS] = "status",
  [GUATU_INK_TODAY] = "today",
  [GUATU_INK_LIGHT_NONE] = "no-light",
  [GUATU_INK_LIGHT_GREEN] = "green",
  [GUATU_INK_LIGHT_YELLOW] = "yellow",
  [GUATU_INK_LIGHT_ORANGE] = "orange",
  [GUATU_INK_LIGHT_RED] = "red",
  [GUATU_INK_LIGHT_DONE] = "light-done",
  [GUATU_INK_LIGHT_TEXT] = "no-light-text",
  [GUATU_INK_LIGHT_TEXT + 1] = "green-text",
  [GUATU_INK_LIGHT_TEXT + 2] = "yellow-text",
  [GUATU_INK_LIGHT_TEXT + 3] = "orange-text",
  [GUATU_INK_LIGHT_TEXT + 4] = "red-text",
  [GUATU_INK_LIGHT_TEXT + 5] = "done-text",
  [GUATU_INK_PHASE_GROUND] = "phase-ground",
  [GUATU_INK_GROUP_CELL] = "group-cell",
  [GUATU_INK_GROUP_CELL_TEXT] = "group-cell-text",
  [GUATU_INK_HIGHLIGHT] = "highlight",
  [GUATU_INK_FLOAT] = "float",
  [GUATU_INK_SLIP] = "slip",
  [GUATU_INK_PROGRESS_LINE] = "progress-line",
  [GUATU_INK_PHASE] = "phase",
  [GUATU_INK_PHASE_TEXT] = "phase-text",
  [GUATU_INK_TILE] = "tile",
  [GUATU_INK_FLAG_DONE] = "flag-done",
  [GUATU_INK_FLAG_OVERDUE] = "flag-overdue",
  [GUATU_INK_BANNER_TEXT] = "banner-text",
  [GUATU_INK_PHASE_OTHER] = "phase-other",
};

#define SELF(painter) ((NotesPainter *) (void *) (painter))

static void
add_number (GString *notes,
            double   number)
{
  double rounded = round (number * 10) / 10;

  g_string_append_printf (notes, "%g", rounded == 0 ? 0 : rounded);
}

static void
add_point (GString *notes,
           double   x,
           double   y)
{
  g_string_append_c (notes, ' ');
  add_number (notes, x);
  g_string_append_c (notes, ',');
  add_number (notes, y);
}

static void
add_box (GString *notes,
         GuatuBox box)
{
  add_point (notes, box.x, box.y);
  g_string_append_c (notes, ' ');
  add_number (notes, box.width);
  g_string_append_c (notes, 'x');
  add_number (notes, box.height);
}

static void
add_ink (GString *notes,
         GuatuInk ink)
{
  g_string_append_printf (notes, " %s", names[GUATU_INK_MEANING (ink)]);
  if (GUATU_INK_HUE (ink) > 0)
    g_string_append_printf (notes, "/%u", GUATU_INK_HUE (ink));
}

static void
add_points (GString          *notes,
            const GuatuPoint *points,
            guint             n)
{
  for (guint i = 0; i < n; i++)
    add_point (notes, points[i].x, points[i].y);
}

static void
note_fill (GuatuPainter *painter,
           GuatuBox      box,
           GuatuInk      ink)
{
  GString *notes = SELF (painter)->notes;

  g_string_append (notes, "fill");
  add_box (notes, box);
  add_ink (notes, ink);
  g_string_append_c (notes, '\n');
}

static void
note_round_box (GuatuPainter *painter,
                GuatuBox      box,
                double        radius,
                GuatuInk      ink,
                GuatuInk      outline,
                double        width)
{
  GString *notes = SELF (painter)->notes;

  g_string_append (notes, "box");
  add_box (notes, box);
  if (ink != GUATU_INK_NONE)
    add_ink (notes, ink);
  if (outline != GUATU_INK_NONE)
    {
      g_string_append (notes, " around");
      add_ink (notes, outline);
    }
  g_string_append_c (notes, '\n');
}

static void
note_line (GuatuPainter     *painter,
           const GuatuPoint *points,
           guint             n,
           double            width,
           GuatuLineStyle    style,
           GuatuInk          ink)
{
  GString *notes = SELF (painter)->notes;

  g_string_append (notes, style == GUATU_LINE_DASHED ? "dashes" : "line");
  add_points (notes, points, n);
  for (guint i = 0; i + 1 < n; i++)
    {
      NotedSegment segment = { points[i], points[i + 1], GUATU_INK_MEANING (ink) };

      g_array_append_val (SELF (painter)->segments, segment);
    }
  add_ink (notes, ink);
  g_string_append_c (notes, '\n');
}

static void
note_polygon (GuatuPainter     *painter,
              const GuatuPoint *points,
              guint             n,
              GuatuInk          ink,
              GuatuInk          outline,
              double            width)
{
  GString *notes = SELF (painter)->notes;
  NotedShape shape = { { points[0].x, points[0].y, 0, 0 }, GUATU_INK_MEANING (ink) };

  for (guint i = 0; i < n; i++)
    {
      double right = MAX (shape.box.x + shape.box.width, points[i].x);
      double bottom = MAX (shape.box.y + shape.box.height, points[i].y);

      shape.box.x = MIN (shape.box.x, points[i].x);
      shape.box.y = MIN (shape.box.y, points[i].y);
      shape.box.width = right - shape.box.x;
      shape.box.height = bottom - shape.box.y;
    }
  g_array_append_val (SELF (painter)->shapes, shape);
  g_string_append (notes, "polygon");
  add_points (notes, points, n);
  add_ink (notes, ink);
  g_string_append_c (notes, '\n');
}

static void
note_hatch (GuatuPainter *painter,
            GuatuBox      box,
            GuatuHatch    hatch,
            double        spacing,
            GuatuInk      ink)
{
  GString *notes = SELF (painter)->notes;

  g_string_append (notes, "hatch");
  add_box (notes, box);
  add_ink (notes, ink);
  g_string_append_c (notes, '\n');
}

static void
note_clip (GuatuPainter *painter,
           GuatuBox      box)
{
  GString *notes = SELF (painter)->notes;

  g_string_append (notes, "clip");
  add_box (notes, box);
  g_string_append_c (notes, '\n');
  SELF (painter)->clips++;
}

static void
note_unclip (GuatuPainter *painter)
{
  g_assert_cmpuint (SELF (painter)->clips, >, 0);
  SELF (painter)->clips--;
}

/* Words are kept whole where they fit; a Chinese character is a word. */
static void
measure (GuatuPainter         *painter,
         const char           *text,
         const GuatuTextStyle *style,
         double                width,
         double               *text_width,
         double               *text_height)
{
  double line = 0, word = 0;
  guint lines = 1;

  if (SELF (painter)->ruler != NULL)
    {
      SELF (painter)->ruler->measure (SELF (painter)->ruler, text, style, width, text_width, text_height);
      return;
    }

  if (style->vertical)
    {
      for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
        line += style->size * (g_unichar_iswide (g_utf8_get_char (p)) ? 1 : 0.5);
      *text_width = GUATU_LINE_PITCH * style->size;
      *text_height = line;
      return;
    }

  *text_width = 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      double advance = style->size * (g_unichar_iswide (g_utf8_get_char (p)) ? 1 : 0.5);

      word = *p == ' ' || g_unichar_iswide (g_utf8_get_char (p)) ? 0 : word + advance;
      if (*p == '\n' || (style->wrap && width >= 0 && line + advance > width))
        {
          *text_width = MAX (*text_width, line - (word < line + advance ? word : 0));
          line = word > 0 && word < line + advance ? word - advance : 0;
          lines++;
        }
      line += advance;
    }
  *text_width = MAX (*text_width, line);
  *text_height = lines * GUATU_LINE_PITCH * style->size;
}

static double
lead (const GuatuTextStyle *style,
      double                free)
{
  return style->align == GUATU_ALIGN_START ? 0 : style->align == GUATU_ALIGN_END ? free : free / 2;
}

static void
note_text (GuatuPainter         *painter,
           GuatuBox              box,
           const char           *text,
           const GuatuTextStyle *style,
           GuatuInk              ink)
{
  GString *notes = SELF (painter)->notes;
  NotedText noted = { .given = box, .size = style->size };
  double across, down;

  measure (painter, text, style, box.width, &noted.box.width, &noted.box.height);
  across = box.width - noted.box.width;
  down = box.height - noted.box.height;
  noted.box.x = box.x + (style->vertical ? across / 2 : lead (style, across));
  noted.box.y = box.y + (style->vertical ? lead (style, down) : down / 2);

  if (style->vertical)
    g_string_append (notes, "downwards ");
  g_string_append (notes, style->bold ? "bold" : "text");
  add_point (notes, noted.box.x, noted.box.y + noted.box.height / 2);
  g_string_append_printf (notes, " “%s”", text);
  add_ink (notes, ink);
  g_string_append_c (notes, '\n');

  g_string_append_printf (SELF (painter)->tags, " “%s”", text);
  noted.text = g_strdup (text);
  g_array_append_val (SELF (painter)->texts, noted);
}

/* Kept apart from the strokes: what is read is the same however it is painted. */
static void
note_begin (GuatuPainter *painter,
            GuatuTag      tag)
{
  static const char * const tags[] = {
    [GUATU_TAG_DOCUMENT] = "document",
    [GUATU_TAG_TITLE] = "title",
    [GUATU_TAG_PARAGRAPH] = "paragraph",
    [GUATU_TAG_SECTION] = "section",
    [GUATU_TAG_TABLE] = "table",
    [GUATU_TAG_ROW] = "row",
    [GUATU_TAG_HEADING_CELL] = "heading",
    [GUATU_TAG_CELL] = "cell",
  };

  g_string_append_printf (SELF (painter)->tags, "(%s", tags[tag]);
  SELF (painter)->depth++;
}

static void
note_end (GuatuPainter *painter)
{
  g_assert_cmpuint (SELF (painter)->depth, >, 0);
  SELF (painter)->depth--;
  g_string_append_c (SELF (painter)->tags, ')');
}

static void
clear_text (gpointer data)
{
  g_free (((NotedText *) data)->text);
}

NotesPainter *
notes_painter_new (GuatuPainter *ruler)
{
  NotesPainter *self = g_new0 (NotesPainter, 1);

  self->parent = (GuatuPainter) {
    .fill = note_fill,
    .round_box = note_round_box,
    .line = note_line,
    .polygon = note_polygon,
    .hatch = note_hatch,
    .text = note_text,
    .measure = measure,
    .clip = note_clip,
    .unclip = note_unclip,
    .begin = note_begin,
    .end = note_end,
  };
  self->ruler = ruler;
  self->notes = g_string_new (NULL);
  self->tags = g_string_new (NULL);
  self->texts = g_array_new (FALSE, FALSE, sizeof (NotedText));
  g_array_set_clear_func (self->texts, clear_text);
  self->segments = g_array_new (FALSE, FALSE, sizeof (NotedSegment));
  self->shapes = g_array_new (FALSE, FALSE, sizeof (NotedShape));

  return self;
}

void
notes_painter_free (NotesPainter *self)
{
  g_string_free (self->notes, TRUE);
  g_string_free (self->tags, TRUE);
  g_array_unref (self->texts);
  g_array_unref (self->segments);
  g_array_unref (self->shapes);
  g_free (self);
}

char *
notes_painter_grep (NotesPainter *self,
                    const char   *start)
{
  g_auto(GStrv) lines = g_strsplit (self->notes->str, "\n", -1);
  GString *found = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*start == '*' ? strstr (lines[i], start + 1) != NULL : g_str_has_prefix (lines[i], start))
      g_string_append_printf (found, "%s\n", lines[i]);

  return g_string_free (found, FALSE);
}

#define SLACK 0.02

/* Cut to the box's height the line is narrower than it, or not there. */
gboolean
notes_segment_crosses (const NotedSegment *line,
                       GuatuBox            box)
{
  GuatuPoint a = line->from.y <= line->to.y ? line->from : line->to;
  GuatuPoint b = line->from.y <= line->to.y ? line->to : line->from;
  double height = b.y - a.y, from = MAX (a.y, box.y + SLACK), to = MIN (b.y, box.y + box.height - SLACK), x1, x2;

  if (from > to)
    return FALSE;
  x1 = height > 0 ? a.x + (b.x - a.x) * (from - a.y) / height : a.x;
  x2 = height > 0 ? a.x + (b.x - a.x) * (to - a.y) / height : b.x;

  return MAX (x1, x2) > box.x + SLACK && MIN (x1, x2) < box.x + box.width - SLACK;
}
