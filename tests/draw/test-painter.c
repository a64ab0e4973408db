/* test-painter.c — the painter of paper: hatches within their shapes, text that runs downwards, symbols by shape. */
#include <cairo.h>
#include <math.h>
#include <string.h>

#include "draw-fixtures.h"
#include "guatu-cairo-painter.h"
#include "guatu-chart-view.h"

#define SIDE 200

/* A picture that a painter of one palette paints on. */
typedef struct
{
  cairo_surface_t   *surface;
  cairo_t           *cr;
  GuatuCairoPainter *painter;
} Canvas;

static Canvas *
canvas_new (const char *palette_name)
{
  Canvas *self = g_new0 (Canvas, 1);
  GuatuPalette palette;

  g_assert_true (guatu_palette_init (&palette, palette_name));
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  self->cr = cairo_create (self->surface);
  self->painter = guatu_cairo_painter_new (self->cr, &palette, "zh_CN");
  GUATU_PAINTER (self->painter)->fill (GUATU_PAINTER (self->painter), (GuatuBox) { 0, 0, SIDE, SIDE }, GUATU_INK_PAPER);

  return self;
}

static void
canvas_free (Canvas *self)
{
  guatu_cairo_painter_free (self->painter);
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Canvas, canvas_free)

static guint32
pixel (Canvas *self, int x, int y)
{
  const guchar *data;
  guint32 rgb;

  cairo_surface_flush (self->surface);
  data = cairo_image_surface_get_data (self->surface);
  memcpy (&rgb, data + y * cairo_image_surface_get_stride (self->surface) + x * 4, sizeof rgb);

  return rgb & 0xffffff;
}

/* How many pixels of @box are not white. */
static guint
count_marks (Canvas *self, int left, int top, int width, int height)
{
  guint n = 0;

  for (int y = top; y < top + height; y++)
    for (int x = left; x < left + width; x++)
      n += pixel (self, x, y) != 0xffffff;

  return n;
}

/* The box that encloses all marks. */
static void
find_marks (Canvas *self, GuatuBox *found)
{
  int left = SIDE, top = SIDE, right = 0, bottom = 0;

  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++)
      if (pixel (self, x, y) != 0xffffff)
        {
          left = MIN (left, x);
          right = MAX (right, x + 1);
          top = MIN (top, y);
          bottom = MAX (bottom, y + 1);
        }
  *found = (GuatuBox) { left, top, right - left, bottom - top };
}

/* Shapes ----------------------------------------------------------------------------------------- */

static void
test_hatch_is_clipped (void)
{
  for (guint hue = 0; hue < 40; hue++)
    {
      g_autoptr(Canvas) canvas = canvas_new ("black-and-white");
      GuatuPainter *painter = GUATU_PAINTER (canvas->painter);
      GuatuBox marks;

      painter->round_box (painter, (GuatuBox) { 40, 80, 120, 40 }, 20, GUATU_INK_IN_HUE (GUATU_INK_BAR, hue),
                          GUATU_INK_NONE, 0);
      find_marks (canvas, &marks);
      g_assert_cmpfloat (marks.x, ==, 40);
      g_assert_cmpfloat (marks.y, ==, 80);
      g_assert_cmpfloat (marks.width, ==, 120);
      g_assert_cmpfloat (marks.height, ==, 40);
      /* Outside the round corner. */
      g_assert_cmpuint (count_marks (canvas, 40, 80, 4, 4), ==, 0);
      /* The first hue is plain, the others are not. */
      if (hue % 8 == 0)
        g_assert_cmpuint (count_marks (canvas, 70, 90, 60, 20), ==, 0);
      else
        g_assert_cmpuint (count_marks (canvas, 70, 90, 60, 20), >, 40);
    }
}

static void
test_hatches_differ (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint hue = 0; hue < 32; hue++)
    {
      g_autoptr(Canvas) canvas = canvas_new ("black-and-white");
      GuatuPainter *painter = GUATU_PAINTER (canvas->painter);
      char *sum;

      painter->round_box (painter, (GuatuBox) { 40, 80, 120, 40 }, 4, GUATU_INK_IN_HUE (GUATU_INK_BAR_DONE, hue),
                          GUATU_INK_NONE, 0);
      cairo_surface_flush (canvas->surface);
      sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, cairo_image_surface_get_data (canvas->surface),
                                         SIDE * cairo_image_surface_get_stride (canvas->surface));
      g_assert_true (g_hash_table_add (seen, sum));
    }
}

/* What is painted is what the palette says, with nothing left over for the next stroke. */
static void
test_plain_after_hatched (void)
{
  g_autoptr(Canvas) canvas = canvas_new ("black-and-white");
  GuatuPainter *painter = GUATU_PAINTER (canvas->painter);

  painter->round_box (painter, (GuatuBox) { 0, 0, 50, 20 }, 4, GUATU_INK_IN_HUE (GUATU_INK_BAR_DONE, 7), GUATU_INK_NONE, 0);
  painter->fill (painter, (GuatuBox) { 100, 100, 50, 50 }, GUATU_INK_TEXT);
  g_assert_cmphex (pixel (canvas, 100, 100), ==, 0);
  g_assert_cmphex (pixel (canvas, 149, 149), ==, 0);
  g_assert_cmpuint (count_marks (canvas, 0, 21, SIDE, 70), ==, 0);
}

/* Vertical text ---------------------------------------------------------------------------------- */

static void
test_downwards_measures (void)
{
  GuatuPainter *ruler = fixture_ruler ("zh_CN");
  GuatuTextStyle across = { .size = 10 }, down = { .size = 10, .vertical = TRUE }, spaced = down;
  double width, height, length, line;

  ruler->measure (ruler, "Key reform", &across, -1, &length, &line);
  ruler->measure (ruler, "Key reform", &down, -1, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 13, 0.001);
  g_assert_cmpfloat_with_epsilon (height, length, 0.5);

  ruler->measure (ruler, "重要改革", &down, -1, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 13, 0.001);
  g_assert_cmpfloat_with_epsilon (height, 40, 1);
  spaced.tracking = 0.2;
  ruler->measure (ruler, "重要改革", &spaced, -1, &width, &height);
  g_assert_cmpfloat (height, >, 45.5);

  /* On one line, whatever it says. */
  down.wrap = TRUE;
  ruler->measure (ruler, "重要\n改革", &down, 5, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 13, 0.001);
  g_assert_cmpfloat (height, >, 40);

  /* And the next text stands as usual. */
  ruler->measure (ruler, "Key reform", &across, -1, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, length, 0.001);
  g_assert_cmpfloat_with_epsilon (height, line, 0.001);
  guatu_cairo_painter_free ((GuatuCairoPainter *) (void *) ruler);
}

static void
check_downwards (const char *text, GuatuAlign align)
{
  g_autoptr(Canvas) canvas = canvas_new ("colour");
  GuatuPainter *painter = GUATU_PAINTER (canvas->painter);
  const GuatuTextStyle style = { .size = 30, .vertical = TRUE, .align = align };
  GuatuBox box = { 80, 10, 40, 180 }, marks;
  double width, height;

  painter->measure (painter, text, &style, box.width, &width, &height);
  painter->text (painter, box, text, &style, GUATU_INK_TEXT);
  find_marks (canvas, &marks);
  g_test_message ("%s: %g,%g %g × %g of %g × %g", text, marks.x, marks.y, marks.width, marks.height, width, height);
  /* Downwards, within what was measured, about the middle of the box. */
  g_assert_cmpfloat (marks.height, >, height * 0.75);
  g_assert_cmpfloat (marks.height, <=, height + 1);
  g_assert_cmpfloat (marks.width, <=, width);
  g_assert_cmpfloat (fabs (marks.x + marks.width / 2 - 100), <=, 4);
  if (align == GUATU_ALIGN_START)
    g_assert_cmpfloat (fabs (marks.y - box.y), <, 6);
  else if (align == GUATU_ALIGN_END)
    g_assert_cmpfloat (fabs (marks.y + marks.height - box.y - box.height), <, 6);
  else
    g_assert_cmpfloat (fabs (marks.y + marks.height / 2 - 100), <, 5);
}

static void
test_downwards (void)
{
  for (GuatuAlign align = GUATU_ALIGN_START; align <= GUATU_ALIGN_END; align++)
    {
      check_downwards ("重要改革", align);
      check_downwards ("底线必保", align);
      check_downwards ("Hxnumu", align);
    }
}

/* A numeral of one stroke tells how it stands: across in a line, and across when it stands upright in a column. */
static void
test_upright (void)
{
  g_autoptr(Canvas) canvas = canvas_new ("colour");
  GuatuPainter *painter = GUATU_PAINTER (canvas->painter);
  const GuatuTextStyle style = { .size = 60, .vertical = TRUE, .align = GUATU_ALIGN_CENTRE };
  GuatuBox marks;

  painter->text (painter, (GuatuBox) { 0, 0, SIDE, SIDE }, "一", &style, GUATU_INK_TEXT);
  find_marks (canvas, &marks);
  g_assert_cmpfloat (marks.width, >, 3 * marks.height);
}

/* A dash of letters lies on its side, as does the bracket of Chinese. */
static void
test_on_its_side (void)
{
  g_autoptr(Canvas) letters = canvas_new ("colour");
  g_autoptr(Canvas) bracket = canvas_new ("colour");
  const GuatuTextStyle style = { .size = 60, .vertical = TRUE, .align = GUATU_ALIGN_CENTRE };
  GuatuBox box = { 0, 0, SIDE, SIDE }, marks;

  GUATU_PAINTER (letters->painter)->text (GUATU_PAINTER (letters->painter), box, "l", &style, GUATU_INK_TEXT);
  find_marks (letters, &marks);
  g_assert_cmpfloat (marks.width, >, 3 * marks.height);

  GUATU_PAINTER (bracket->painter)->text (GUATU_PAINTER (bracket->painter), box, "（", &style, GUATU_INK_TEXT);
  find_marks (bracket, &marks);
  if (marks.width < 2 * marks.height)
    g_test_skip ("The Chinese font has no vertical forms");
}

static void
test_fit_downwards (void)
{
  GuatuPainter *ruler = fixture_ruler ("zh_CN");
  GuatuTextStyle style = { .size = 20, .vertical = TRUE, .wrap = TRUE, .tracking = 0.1 };
  static const GuatuBox boxes[] = { { 0, 0, 100, 60 }, { 0, 0, 10, 400 }, { 0, 0, 3, 3 }, { 0, 0, 100, 400 } };

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      GuatuTextStyle fitted = style;
      double width, height;

      fitted.size = guatu_painter_fit (ruler, boxes[i], "重要改革 2022", &style);
      ruler->measure (ruler, "重要改革 2022", &fitted, boxes[i].width, &width, &height);
      g_assert_cmpfloat (width, <=, boxes[i].width + 0.05);
      g_assert_cmpfloat (height, <=, boxes[i].height + 0.05);
      if (i == 3)
        g_assert_cmpfloat (fitted.size, ==, 20);
    }
  guatu_cairo_painter_free ((GuatuCairoPainter *) (void *) ruler);
}

/* Symbols ---------------------------------------------------------------------------------------- */

static void
test_lights_by_shape (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (GuatuLightColour light = GUATU_LIGHT_NONE; light < GUATU_LIGHT_N_COLOURS; light++)
    {
      g_autoptr(NotesPainter) notes = notes_painter_new (NULL);
      GString *shape = g_string_new (NULL);

      guatu_paint_light (&notes->parent, (GuatuPoint) { 50, 50 }, 10, light);
      /* Without the names of the colours. */
      for (const char *p = notes->notes->str; *p != '\0'; p++)
        if (g_ascii_isdigit (*p) || g_ascii_isspace (*p) || *p == ',' || *p == 'x')
          g_string_append_c (shape, *p);
      g_test_message ("%s", notes->notes->str);
      g_assert_true (g_hash_table_add (seen, g_string_free (shape, FALSE)));
    }
}

static void
test_symbols_stay_in_place (void)
{
  for (guint i = 0; i < 8; i++)
    {
      g_autoptr(Canvas) canvas = canvas_new (i % 2 == 0 ? "colour" : "high-contrast");
      GuatuPainter *painter = GUATU_PAINTER (canvas->painter);
      GuatuBox marks;

      if (i < 6)
        guatu_paint_light (painter, (GuatuPoint) { 100, 100 }, 20, i);
      else
        guatu_paint_star (painter, (GuatuPoint) { 100, 100 }, 20);
      find_marks (canvas, &marks);
      g_assert_cmpfloat (fabs (marks.x + marks.width / 2 - 100), <=, 1);
      g_assert_cmpfloat (fabs (marks.y + marks.height / 2 - 100), <=, 4);
      g_assert_cmpfloat (marks.width, <=, 50);
      g_assert_cmpfloat (marks.width, >=, 20);
    }
}

static void
test_flags (void)
{
  for (int overdue = 0; overdue <= 1; overdue++)
    {
      g_autoptr(Canvas) canvas = canvas_new ("flags");
      GuatuPainter *painter = GUATU_PAINTER (canvas->painter);
      GuatuBox marks;

      guatu_paint_flag (painter, (GuatuPoint) { 50, 150 }, 80, overdue);
      find_marks (canvas, &marks);
      g_assert_cmpfloat_with_epsilon (marks.y, 70, 2);
      g_assert_cmpfloat_with_epsilon (marks.y + marks.height, 150, 2);
      g_assert_cmphex (pixel (canvas, 80, 90), ==, overdue ? 0x222222 : 0xc8202b);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/painter/hatches-stay-within-round-bars", test_hatch_is_clipped);
  g_test_add_func ("/painter/hatches-differ-to-the-eye", test_hatches_differ);
  g_test_add_func ("/painter/a-hatch-leaves-nothing-for-the-next-stroke", test_plain_after_hatched);
  g_test_add_func ("/painter/text-downwards-is-measured-downwards", test_downwards_measures);
  g_test_add_func ("/painter/text-downwards-stands-where-it-was-measured", test_downwards);
  g_test_add_func ("/painter/chinese-characters-stand-upright-downwards", test_upright);
  g_test_add_func ("/painter/letters-and-brackets-lie-on-their-side", test_on_its_side);
  g_test_add_func ("/painter/text-downwards-is-fitted", test_fit_downwards);
  g_test_add_func ("/painter/lights-differ-in-shape", test_lights_by_shape);
  g_test_add_func ("/painter/symbols-stand-about-their-place", test_symbols_stay_in_place);
  g_test_add_func ("/painter/flags-stand-on-their-foot", test_flags);

  return g_test_run ();
}
