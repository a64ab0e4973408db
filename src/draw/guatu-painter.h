/* guatu-painter.h — the few strokes a chart is made of, and who makes them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lengths are in points (1/72 inch) on paper, in pixels on a screen; y grows downwards. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} GuatuBox;

typedef struct
{
  double x;
  double y;
} GuatuPoint;

/**
 * GuatuInk:
 *
 * What a stroke means; a palette says what colour that is. Some meanings come in hues (a bar of the
 * second category): the hue stands above the meaning's eight bits, see GUATU_INK_IN_HUE().
 */
typedef guint GuatuInk;

typedef enum
{
  GUATU_INK_NONE,
  GUATU_INK_PAPER,
  GUATU_INK_TEXT,
  GUATU_INK_TEXT_MUTED,
  GUATU_INK_TEXT_REVERSED,      /* on a strong ground */
  GUATU_INK_BANNER,
  GUATU_INK_BANNER_EDGE,
  GUATU_INK_BANNER_NOTE,        /* the small texts on the banner */
  GUATU_INK_HEADER,
  GUATU_INK_FRAME,
  GUATU_INK_GRID,
  GUATU_INK_GRID_MAJOR,
  GUATU_INK_WEEKEND,
  GUATU_INK_HOLIDAY,
  GUATU_INK_GROUP,              /* the ground of a group's heading; in hues */
  GUATU_INK_GROUP_TEXT,         /* in hues */
  GUATU_INK_BAR,                /* what is still to do; in hues */
  GUATU_INK_BAR_DONE,           /* in hues */
  GUATU_INK_SUMMARY,
  GUATU_INK_SUMMARY_DONE,
  GUATU_INK_MILESTONE,
  GUATU_INK_KEY_NODE,
  GUATU_INK_KEY_NODE_OPEN,
  GUATU_INK_CRITICAL,
  GUATU_INK_BASELINE,
  GUATU_INK_DEADLINE,
  GUATU_INK_LINK,
  GUATU_INK_STATUS,
  GUATU_INK_TODAY,
  GUATU_INK_LIGHT_NONE,         /* in the order of GuatuLightColour */
  GUATU_INK_LIGHT_GREEN,
  GUATU_INK_LIGHT_YELLOW,
  GUATU_INK_LIGHT_ORANGE,
  GUATU_INK_LIGHT_RED,
  GUATU_INK_LIGHT_DONE,
  GUATU_INK_LIGHT_TEXT,         /* figures in a light's colour, in the same order … */
  GUATU_INK_LIGHT_TEXT_LAST = GUATU_INK_LIGHT_TEXT + 5,
  GUATU_INK_GROUP_CELL,         /* the strong ground of a category's merged cell; in hues */
  GUATU_INK_GROUP_CELL_TEXT,    /* in hues */
  GUATU_INK_HIGHLIGHT,          /* the star of a task on a plaque list */
  GUATU_INK_FLOAT,
  GUATU_INK_SLIP,               /* days behind the baseline */
  GUATU_INK_PROGRESS_LINE,
  GUATU_INK_PHASE,              /* of the band of a phase; in hues by its place */
  GUATU_INK_PHASE_TEXT,
  GUATU_INK_PHASE_GROUND,       /* behind the rows */
  GUATU_INK_TILE,               /* of the status strip */
  GUATU_INK_FLAG_DONE,
  GUATU_INK_FLAG_OVERDUE,
  GUATU_INK_BANNER_TEXT,        /* the title on the banner */
  GUATU_INK_PHASE_OTHER,        /* of every second phase; GUATU_INK_PHASE in an odd hue is this one */
  GUATU_N_INKS
} GuatuInkMeaning;

#define GUATU_INK_IN_HUE(meaning, hue) ((GuatuInk) (meaning) | (GuatuInk) (hue) << 8)
#define GUATU_INK_MEANING(ink)         ((ink) & 0xff)
#define GUATU_INK_HUE(ink)             ((ink) >> 8)

/* Hues of categories count from 0; beyond these they start over. */
#define GUATU_N_CATEGORY_HUES 250

/* The hue of what is in no category, where other things are in one. */
#define GUATU_HUE_NEUTRAL 255

typedef enum
{
  GUATU_ALIGN_START,
  GUATU_ALIGN_CENTRE,
  GUATU_ALIGN_END,
} GuatuAlign;

typedef struct
{
  double     size;              /* of the type */
  double     tracking;          /* space between characters, as a share of the size */
  GuatuAlign align;
  gboolean   bold;
  gboolean   wrap;              /* at the box's width; else all stands on one line */
  gboolean   whole_words;       /* wraps between words only, even if one of them does not fit */
  gboolean   vertical;          /* on one line downwards: Chinese characters upright, Latin letters on their side */
} GuatuTextStyle;

/* Lines of a text stand this far apart, as a share of the type's size, whatever the font says: a
 * line of Latin letters and one of Chinese characters take the same room. */
#define GUATU_LINE_PITCH 1.3

typedef enum
{
  GUATU_LINE_SOLID,
  GUATU_LINE_DASHED,
} GuatuLineStyle;

typedef enum
{
  GUATU_HATCH_NONE,
  GUATU_HATCH_RISING,
  GUATU_HATCH_FALLING,
  GUATU_HATCH_CROSSED,          /* both of these */
  GUATU_HATCH_UPRIGHT,
  GUATU_HATCH_LEVEL,
  GUATU_HATCH_GRID,             /* both of these */
  GUATU_HATCH_DOTS,
} GuatuHatch;

/* What a part of the sheet is to those who have it read out to them, see guatu_painter_begin(). */
typedef enum
{
  GUATU_TAG_DOCUMENT,
  GUATU_TAG_TITLE,
  GUATU_TAG_PARAGRAPH,
  GUATU_TAG_SECTION,
  GUATU_TAG_TABLE,
  GUATU_TAG_ROW,
  GUATU_TAG_HEADING_CELL,
  GUATU_TAG_CELL,
} GuatuTag;

typedef struct _GuatuPainter GuatuPainter;

/**
 * GuatuPainter:
 *
 * The table of strokes. A painter is a struct that begins with one of these; it borrows every
 * argument for the length of the call, and keeps nothing of it.
 *
 * Where a stroke has two inks the first fills and the second outlines, either may be
 * GUATU_INK_NONE; the outline is drawn within the shape's edge, so that a box keeps its size.
 */
struct _GuatuPainter
{
  void (*fill)      (GuatuPainter         *self,
                     GuatuBox              box,
                     GuatuInk              ink);
  void (*round_box) (GuatuPainter         *self,
                     GuatuBox              box,
                     double                radius,
                     GuatuInk              ink,
                     GuatuInk              outline,
                     double                width);
  void (*line)      (GuatuPainter         *self,
                     const GuatuPoint     *points,
                     guint                 n,
                     double                width,
                     GuatuLineStyle        style,
                     GuatuInk              ink);
  void (*polygon)   (GuatuPainter         *self,
                     const GuatuPoint     *points,
                     guint                 n,
                     GuatuInk              ink,
                     GuatuInk              outline,
                     double                width);
  void (*hatch)     (GuatuPainter         *self,
                     GuatuBox              box,
                     GuatuHatch            hatch,
                     double                spacing,
                     GuatuInk              ink);

  /* Centred in the height of @box, aligned in its width as @style says; where it stands vertically, centred in the
   * width and aligned in the height. */
  void (*text)      (GuatuPainter         *self,
                     GuatuBox              box,
                     const char           *text,
                     const GuatuTextStyle *style,
                     GuatuInk              ink);

  /* The room that text() would take, given a box of @width. Twice the size takes twice the room. Vertical text is as
   * wide as a line is high, and never wraps. */
  void (*measure)   (GuatuPainter         *self,
                     const char           *text,
                     const GuatuTextStyle *style,
                     double                width,
                     double               *text_width,
                     double               *text_height);

  /* Nothing is painted outside @box until the matching unclip(); clips nest. */
  void (*clip)      (GuatuPainter         *self,
                     GuatuBox              box);
  void (*unclip)    (GuatuPainter         *self);

  /* Either may be %NULL: call guatu_painter_begin() and guatu_painter_end(). */
  void (*begin)     (GuatuPainter         *self,
                     GuatuTag              tag);
  void (*end)       (GuatuPainter         *self);
};

/**
 * guatu_painter_begin:
 *
 * What is painted until the matching guatu_painter_end() is a part of this kind. Parts nest: a
 * document holds a title, paragraphs, sections and tables, a section too; a table holds rows, a row cells.
 * Texts are painted in parts that hold no others, in the order in which they are to be read.
 */
void   guatu_painter_begin (GuatuPainter         *self,
                            GuatuTag              tag);
void   guatu_painter_end   (GuatuPainter         *self);

/**
 * guatu_painter_fit:
 *
 * The largest size, at most @style's, at which @text fits into @box: on one line, or wrapped where
 * @style says so. Text on paper is made smaller, never cut off.
 */
double guatu_painter_fit   (GuatuPainter         *self,
                            GuatuBox              box,
                            const char           *text,
                            const GuatuTextStyle *style);

G_END_DECLS
