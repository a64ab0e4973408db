/* test-snapshot-painter.c — strokes as render nodes look like strokes on paper. */
#include <math.h>

#include "guatu-cairo-painter.h"
#include "guatu-snapshot-painter.h"
#include "guatu-test.h"

#define WIDTH 320
#define HEIGHT 200

typedef void (*Scene) (GuatuPainter *painter);

static cairo_surface_t *
white (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);

  return surface;
}

static cairo_surface_t *
on_paper (Scene scene, const char *palette_name)
{
  cairo_surface_t *surface = white ();
  cairo_t *cr = cairo_create (surface);
  GuatuPalette palette;
  g_autoptr(GuatuCairoPainter) painter = NULL;

  g_assert_true (guatu_palette_init (&palette, palette_name));
  painter = guatu_cairo_painter_new (cr, &palette, "en");
  scene (GUATU_PAINTER (painter));
  cairo_destroy (cr);

  return surface;
}

/* About an origin far away, as the parts of a wide chart are. */
static cairo_surface_t *
on_screen (Scene scene, const char *palette_name)
{
  cairo_surface_t *surface = white ();
  cairo_t *cr = cairo_create (surface);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GuatuPalette palette;
  g_autoptr(GuatuSnapshotPainter) painter = NULL;
  g_autoptr(GskRenderNode) node = NULL;

  g_assert_true (guatu_palette_init (&palette, palette_name));
  painter = guatu_snapshot_painter_new (&palette, "en");
  guatu_snapshot_painter_set_target (painter, snapshot, (GuatuBox) { 0, 0, WIDTH, HEIGHT });
  scene (GUATU_SNAPSHOT_PAINTER_STROKES (painter));
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);

  return surface;
}

/* The mean difference of a channel, 0 … 255, and the share of pixels of which one differs by more than a quarter. */
static void
compare (cairo_surface_t *a, cairo_surface_t *b, double *mean, double *share)
{
  guint64 sum = 0, many = 0;

  cairo_surface_flush (a);
  cairo_surface_flush (b);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH * 4; x++)
      {
        int at = y * cairo_image_surface_get_stride (a) + x;
        int difference = abs (cairo_image_surface_get_data (a)[at] - cairo_image_surface_get_data (b)[at]);

        if (x % 4 == 3)
          continue;
        sum += (guint) difference;
        many += difference > 64;
      }
  *mean = (double) sum / (WIDTH * HEIGHT * 3);
  *share = (double) many / (WIDTH * HEIGHT * 3);
}

static void
check (Scene scene, const char *palette, double most_mean, double most_share)
{
  cairo_surface_t *paper = on_paper (scene, palette), *screen = on_screen (scene, palette);
  double mean, share;

  compare (paper, screen, &mean, &share);
  g_test_message ("mean %.3f, share %.4f", mean, share);
  if (g_getenv ("GUATU_PICTURES") != NULL)
    {
      cairo_surface_write_to_png (paper, "paper.png");
      cairo_surface_write_to_png (screen, "screen.png");
    }
  g_assert_cmpfloat (mean, <=, most_mean);
  g_assert_cmpfloat (share, <=, most_share);
  cairo_surface_destroy (paper);
  cairo_surface_destroy (screen);
}

/* On whole pixels nothing has to move: the pictures are the same but for the corners. */
static void
draw_boxes (GuatuPainter *painter)
{
  painter->fill (painter, (GuatuBox) { 10, 10, 100, 40 }, GUATU_INK_HOLIDAY);
  painter->round_box (painter, (GuatuBox) { 20, 60, 200, 14 }, 3, GUATU_INK_IN_HUE (GUATU_INK_BAR, 0),
                      GUATU_INK_CRITICAL, 2);
  painter->round_box (painter, (GuatuBox) { 20, 90, 60, 60 }, 30, GUATU_INK_LIGHT_GREEN, GUATU_INK_NONE, 0);
  painter->clip (painter, (GuatuBox) { 100, 90, 40, 60 });
  painter->fill (painter, (GuatuBox) { 90, 80, 200, 40 }, GUATU_INK_IN_HUE (GUATU_INK_BAR_DONE, 1));
  painter->unclip (painter);
  painter->fill (painter, (GuatuBox) { -1e7, 160, 2e7, 20 }, GUATU_INK_IN_HUE (GUATU_INK_GROUP, 2));
}

static void
test_boxes (void)
{
  check (draw_boxes, "colour", 0.3, 0.001);
}

static void
draw_lines (GuatuPainter *painter)
{
  const GuatuPoint hook[] = { { 20, 20 }, { 120, 20 }, { 120, 80 }, { 200, 80 } };
  const GuatuPoint slant[] = { { 20, 100 }, { 150, 170 } };
  const GuatuPoint upright[] = { { 250, 0 }, { 250, 200 } };

  painter->line (painter, hook, 4, 2, GUATU_LINE_SOLID, GUATU_INK_LINK);
  painter->line (painter, slant, 2, 2, GUATU_LINE_SOLID, GUATU_INK_PROGRESS_LINE);
  painter->line (painter, upright, 2, 2, GUATU_LINE_DASHED, GUATU_INK_STATUS);
}

static void
test_lines (void)
{
  check (draw_lines, "colour", 0.3, 0.001);
}

static void
draw_polygons (GuatuPainter *painter)
{
  const GuatuPoint diamond[] = { { 40, 20 }, { 60, 40 }, { 40, 60 }, { 20, 40 } };
  const GuatuPoint bracket[] = { { 80, 20 }, { 300, 20 }, { 300, 40 }, { 290, 30 }, { 90, 30 }, { 80, 40 } };
  const GuatuPoint arrow[] = { { 40, 100 }, { 30, 80 }, { 50, 80 } };
  const GuatuPoint flag[] = { { 100.3, 80.2 }, { 140.4, 80.2 }, { 130.1, 95 }, { 140.4, 110 }, { 100.3, 110 } };

  painter->polygon (painter, diamond, 4, GUATU_INK_KEY_NODE_OPEN, GUATU_INK_KEY_NODE, 2);
  painter->polygon (painter, bracket, 6, GUATU_INK_SUMMARY, GUATU_INK_NONE, 0);
  painter->polygon (painter, arrow, 3, GUATU_INK_CRITICAL, GUATU_INK_NONE, 0);
  painter->polygon (painter, flag, 5, GUATU_INK_FLAG_DONE, GUATU_INK_TEXT, 1.5);
}

static void
test_polygons (void)
{
  check (draw_polygons, "colour", 0.3, 0.001);
}

static void
draw_hatches (GuatuPainter *painter)
{
  painter->hatch (painter, (GuatuBox) { 10, 10, 290, 60 }, GUATU_HATCH_RISING, 6, GUATU_INK_TEXT);
  painter->round_box (painter, (GuatuBox) { 20, 90, 200, 16 }, 3, GUATU_INK_IN_HUE (GUATU_INK_BAR, 4), GUATU_INK_NONE, 0);
  painter->fill (painter, (GuatuBox) { 20, 120, 200, 16 }, GUATU_INK_IN_HUE (GUATU_INK_BAR_DONE, 3));
}

static void
test_hatches (void)
{
  check (draw_hatches, "black-and-white", 1.5, 0.01);
}

static void
draw_texts (GuatuPainter *painter)
{
  GuatuTextStyle style = { .size = 13 };

  painter->text (painter, (GuatuBox) { 10, 10, 140, 20 }, "Bridge over the canal", &style, GUATU_INK_TEXT);
  style.align = GUATU_ALIGN_END;
  style.bold = TRUE;
  painter->text (painter, (GuatuBox) { 160, 10, 140, 20 }, "跨渠大桥 34 %", &style, GUATU_INK_DEADLINE);
  style.align = GUATU_ALIGN_CENTRE;
  style.wrap = TRUE;
  painter->text (painter, (GuatuBox) { 10, 40, 80, 100 }, "Urban–rural integration, six reforms", &style,
                 GUATU_INK_TEXT_MUTED);
  style.wrap = FALSE;
  style.vertical = TRUE;
  painter->text (painter, (GuatuBox) { 120, 40, 30, 140 }, "重点 Reform 改革", &style, GUATU_INK_TEXT);
  style.vertical = FALSE;
  style.tracking = 0.3;
  painter->text (painter, (GuatuBox) { 170, 60, 140, 20 }, "作战图", &style, GUATU_INK_TEXT);
}

static void
test_texts (void)
{
  check (draw_texts, "colour", 0.1, 0.001);
}

static void
test_measures (void)
{
  static const char * const texts[] = { "", "Bridge over the canal", "跨渠大桥", "two\nlines" };
  GuatuPalette palette;
  g_autoptr(GuatuCairoPainter) paper = NULL;
  g_autoptr(GuatuSnapshotPainter) screen = NULL;

  guatu_palette_init_paper (&palette);
  paper = guatu_cairo_painter_new (NULL, &palette, "zh_CN");
  screen = guatu_snapshot_painter_new (&palette, "zh_CN");
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint bold = 0; bold < 4; bold++)
      {
        const GuatuTextStyle style = { .size = 11 + bold, .bold = bold % 2 == 1 };
        GuatuPainter *painters[] = { GUATU_PAINTER (paper), GUATU_SNAPSHOT_PAINTER_STROKES (screen) };
        double width[2], height[2];

        for (guint k = 0; k < 2; k++)
          painters[k]->measure (painters[k], texts[i], &style, -1, &width[k], &height[k]);
        g_assert_cmpfloat (width[0], ==, width[1]);
        g_assert_cmpfloat (height[0], ==, height[1]);
      }
}

/* Hairlines at any place are one pixel wide and of full colour. */
static void
draw_hairlines (GuatuPainter *painter)
{
  for (int i = 0; i < 20; i++)
    {
      const GuatuPoint line[] = { { 10 + i * 10.37, 0 }, { 10 + i * 10.37, HEIGHT } };

      painter->line (painter, line, 2, 0.8, GUATU_LINE_SOLID, GUATU_INK_TEXT);
    }
}

static void
test_hairlines (void)
{
  cairo_surface_t *screen = on_screen (draw_hairlines, "colour");
  const guint32 *row = (const guint32 *) (const void *) (cairo_image_surface_get_data (screen)
                                                         + 100 * cairo_image_surface_get_stride (screen));
  guint n = 0;

  for (int x = 0; x < WIDTH; x++)
    if ((row[x] & 0xffffff) != 0xffffff)
      {
        n++;
        g_assert_cmpuint (row[x] & 0xff, <, 0x40);
      }
  g_assert_cmpuint (n, ==, 20);
  cairo_surface_destroy (screen);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/snapshot-painter/boxes-are-those-of-paper", test_boxes);
  g_test_add_func ("/snapshot-painter/lines-are-those-of-paper", test_lines);
  g_test_add_func ("/snapshot-painter/polygons-are-those-of-paper", test_polygons);
  g_test_add_func ("/snapshot-painter/hatches-are-those-of-paper", test_hatches);
  g_test_add_func ("/snapshot-painter/texts-are-those-of-paper", test_texts);
  g_test_add_func ("/snapshot-painter/measures-are-those-of-paper", test_measures);
  g_test_add_func ("/snapshot-painter/hairlines-are-sharp", test_hairlines);

  return g_test_run ();
}
