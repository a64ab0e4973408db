/* test-palette.c — in every palette texts can be read, and what differs in meaning differs to the eye. */
#include <math.h>

#include "guatu-palette.h"

typedef struct
{
  GuatuInkMeaning text;
  GuatuInkMeaning ground;
} Pair;

static const GuatuInkMeaning lights[] = {
  GUATU_INK_LIGHT_GREEN, GUATU_INK_LIGHT_YELLOW, GUATU_INK_LIGHT_ORANGE, GUATU_INK_LIGHT_RED,
};

typedef void (*PaletteFunc) (const char *name, const GuatuPalette *palette);

static void
each_palette (PaletteFunc func)
{
  for (const char * const *name = guatu_palette_names (); *name != NULL; name++)
    {
      GuatuPalette palette;

      g_test_message ("%s", *name);
      g_assert_true (guatu_palette_init (&palette, *name));
      func (*name, &palette);
    }
}

static void
test_names (void)
{
  static const char * const expected[] = {
    "colour", "ink-saving", "black-and-white", "dark", "high-contrast", "flags", NULL,
  };
  GuatuPalette palette;

  g_assert_true (g_strv_equal (guatu_palette_names (), expected));
  g_assert_false (guatu_palette_init (&palette, "sepia"));
  g_assert_false (guatu_palette_init (&palette, ""));
}

/* Reading ---------------------------------------------------------------------------------------- */

static void
check_readable (const GuatuPalette *palette, GuatuInk text, GuatuInk ground, double least)
{
  double contrast = guatu_colour_contrast (guatu_palette_colour (palette, text), guatu_palette_colour (palette, ground));

  if (contrast < least)
    g_error ("ink %u on %u: %.2f", text, ground, contrast);
}

static void
check_texts (const char *name, const GuatuPalette *palette)
{
  static const Pair pairs[] = {
    { GUATU_INK_TEXT, GUATU_INK_PAPER }, { GUATU_INK_TEXT, GUATU_INK_HEADER }, { GUATU_INK_TEXT, GUATU_INK_WEEKEND },
    { GUATU_INK_TEXT, GUATU_INK_HOLIDAY }, { GUATU_INK_TEXT, GUATU_INK_TILE },
    { GUATU_INK_TEXT_MUTED, GUATU_INK_PAPER }, { GUATU_INK_TEXT_MUTED, GUATU_INK_HEADER },
    { GUATU_INK_TEXT_MUTED, GUATU_INK_WEEKEND }, { GUATU_INK_TEXT_MUTED, GUATU_INK_HOLIDAY },
    { GUATU_INK_TEXT_MUTED, GUATU_INK_TILE },
    { GUATU_INK_TEXT_REVERSED, GUATU_INK_STATUS }, { GUATU_INK_TEXT_REVERSED, GUATU_INK_TODAY },
    { GUATU_INK_BANNER_TEXT, GUATU_INK_BANNER }, { GUATU_INK_BANNER_NOTE, GUATU_INK_BANNER },
    { GUATU_INK_PHASE_TEXT, GUATU_INK_PHASE }, { GUATU_INK_PHASE_TEXT, GUATU_INK_PHASE_OTHER },
    { GUATU_INK_TEXT, GUATU_INK_PHASE_GROUND }, { GUATU_INK_TEXT_MUTED, GUATU_INK_PHASE_GROUND },
    { GUATU_INK_SLIP, GUATU_INK_PHASE_GROUND }, { GUATU_INK_SLIP, GUATU_INK_PAPER },
    { GUATU_INK_SLIP, GUATU_INK_WEEKEND }, { GUATU_INK_SLIP, GUATU_INK_HOLIDAY },
  };
  double least = g_str_equal (name, "high-contrast") ? 7 : 4.5;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    check_readable (palette, pairs[i].text, pairs[i].ground, least);
  for (GuatuInk ink = GUATU_INK_LIGHT_TEXT; ink <= GUATU_INK_LIGHT_TEXT_LAST; ink++)
    check_readable (palette, ink, GUATU_INK_TILE, least);
  for (guint hue = 0; hue < GUATU_N_HUES; hue++)
    {
      check_readable (palette, GUATU_INK_IN_HUE (GUATU_INK_GROUP_TEXT, hue), GUATU_INK_IN_HUE (GUATU_INK_GROUP, hue), 4.5);
      check_readable (palette, GUATU_INK_TEXT, GUATU_INK_IN_HUE (GUATU_INK_GROUP, hue), 4.5);
      check_readable (palette, GUATU_INK_IN_HUE (GUATU_INK_GROUP_CELL_TEXT, hue),
                      GUATU_INK_IN_HUE (GUATU_INK_GROUP_CELL, hue), 4.5);
    }
}

static void
test_readable (void)
{
  each_palette (check_texts);
}

static void
check_own_colours (const char *name, const GuatuPalette *palette)
{
  static const char * const colours[] = { "#ffffff", "#000000", "#ffff66", "#777777", "#ff0000", "#00ffff", "#1e1f22" };

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      GuatuPalette own = *palette;

      guatu_palette_set_hue (&own, 3, colours[i]);
      check_texts (name, &own);
    }
}

static void
test_own_colours (void)
{
  each_palette (check_own_colours);
}

static void
test_set_hue (void)
{
  GuatuPalette palette;
  GuatuColour colour, before;

  guatu_palette_init_paper (&palette);
  before = guatu_palette_colour (&palette, GUATU_INK_IN_HUE (GUATU_INK_BAR_DONE, 200));
  guatu_palette_set_hue (&palette, 200, "#336699");
  colour = guatu_palette_colour (&palette, GUATU_INK_IN_HUE (GUATU_INK_BAR_DONE, 200));
  g_assert_cmpfloat (colour.red, ==, 0.2);
  g_assert_cmpfloat (colour.green, ==, 0.4);
  g_assert_cmpfloat (colour.blue, ==, 0.6);
  g_assert_cmpfloat (guatu_colour_distance (before, colour), >, 0);

  for (guint i = 0; i < 4; i++)
    {
      static const char * const bad[] = { "", "336699", "#33669", "#zzzzzz" };

      guatu_palette_set_hue (&palette, 200, bad[i]);
      before = guatu_palette_colour (&palette, GUATU_INK_IN_HUE (GUATU_INK_BAR_DONE, 200));
      g_assert_cmpfloat (guatu_colour_distance (before, colour), ==, 0);
    }
}

static void
test_contrast (void)
{
  const GuatuColour black = { 0, 0, 0 }, white = { 1, 1, 1 }, grey = { 0x76 / 255.0, 0x76 / 255.0, 0x76 / 255.0 };

  g_assert_cmpfloat_with_epsilon (guatu_colour_contrast (black, white), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (guatu_colour_contrast (white, black), 21, 0.001);
  /* The darkest grey that is not readable on white is known to be this one's neighbour. */
  g_assert_cmpfloat_with_epsilon (guatu_colour_contrast (white, grey), 4.54, 0.01);
  g_assert_cmpfloat_with_epsilon (guatu_colour_distance (black, white), 1, 0.001);
}

/* Telling apart ---------------------------------------------------------------------------------- */

static double
apart (const GuatuPalette *palette, GuatuInk one, GuatuInk other)
{
  return guatu_colour_distance (guatu_palette_colour (palette, one), guatu_palette_colour (palette, other));
}

static void
check_lights (const char *name, const GuatuPalette *palette)
{
  for (guint i = 0; i < G_N_ELEMENTS (lights); i++)
    {
      for (guint j = 0; j < i; j++)
        g_assert_cmpfloat (apart (palette, lights[i], lights[j]), >, 0.12);
      /* What is as pale as the paper has an edge. */
      if (!guatu_palette_fill (palette, lights[i]).edged)
        g_assert_cmpfloat (guatu_colour_contrast (palette->inks[lights[i]], palette->inks[GUATU_INK_PAPER]), >, 1.9);
    }
}

static void
test_lights (void)
{
  each_palette (check_lights);
}

static GuatuInk
bar_of (guint hue)
{
  return GUATU_INK_IN_HUE (GUATU_INK_BAR_DONE, hue);
}

/* The smallest distance among the first @n, and of any of them to the neutral one and to a light. */
static void
closest (const GuatuPalette *palette, guint n, double *among, double *to_lights)
{
  *among = *to_lights = G_MAXDOUBLE;
  for (guint i = 0; i < n; i++)
    {
      *among = MIN (*among, guatu_colour_distance (palette->hues[i], palette->hues[GUATU_HUE_NEUTRAL]));
      for (guint j = 0; j < i; j++)
        *among = MIN (*among, guatu_colour_distance (palette->hues[i], palette->hues[j]));
      for (guint j = 0; j < G_N_ELEMENTS (lights); j++)
        *to_lights = MIN (*to_lights, guatu_colour_distance (palette->hues[i], palette->inks[lights[j]]));
    }
}

static void
check_hues (const char *name, const GuatuPalette *palette)
{
  double before = G_MAXDOUBLE;

  if (palette->hatched)
    return;

  for (guint n = 1; n <= 60; n++)
    {
      /* A surface of so many colours leaves each a patch: their distance shrinks with the square root at worst. Where
       * all must be dark there is less room. */
      double among, to_lights, least = MIN (0.075, 0.4 / sqrt (n)) * (g_str_equal (name, "high-contrast") ? 0.8 : 1);

      closest (palette, n, &among, &to_lights);
      if (n == 3 || n == 12 || n == 30 || n == 60)
        g_test_message ("%u: %.3f apart, %.3f from lights", n, among, to_lights);
      g_assert_cmpfloat (among, >, least);
      g_assert_cmpfloat (among, <=, before);
      g_assert_cmpfloat (to_lights, >=, 0.1);
      before = among;
    }
}

static void
test_hues (void)
{
  each_palette (check_hues);
}

static void
test_first_hues (void)
{
  const GuatuColour expected[] = {
    { 0x35 / 255.0, 0x66 / 255.0, 0xa8 / 255.0 },
    { 0x7b / 255.0, 0x4f / 255.0, 0xa3 / 255.0 },
    { 0x1f / 255.0, 0x7f / 255.0, 0x86 / 255.0 },
  };
  GuatuPalette palette;

  guatu_palette_init_paper (&palette);
  for (guint hue = 0; hue < G_N_ELEMENTS (expected); hue++)
    g_assert_cmpfloat (guatu_colour_distance (guatu_palette_colour (&palette, bar_of (hue)), expected[hue]), <, 0.01);
}

static void
check_done (const char *name, const GuatuPalette *palette)
{
  for (guint hue = 0; hue < 60; hue++)
    {
      GuatuInk bar = GUATU_INK_IN_HUE (GUATU_INK_BAR, hue);

      g_assert_cmpfloat (apart (palette, bar, bar_of (hue)), >, 0.1);
      /* A bar is seen on the paper, by its ground or by its edge. */
      if (!guatu_palette_fill (palette, bar).edged)
        g_assert_cmpfloat (apart (palette, bar, GUATU_INK_PAPER), >, 0.08);
    }
}

static void
test_done (void)
{
  each_palette (check_done);
}

/* Black and white -------------------------------------------------------------------------------- */

static void
check_grey (GuatuColour colour)
{
  g_assert_cmpfloat (colour.red, ==, colour.green);
  g_assert_cmpfloat (colour.green, ==, colour.blue);
}

static void
test_greys (void)
{
  GuatuPalette palette;

  g_assert_true (guatu_palette_init (&palette, "black-and-white"));
  guatu_palette_set_hue (&palette, 4, "#ff0000");
  for (guint meaning = 1; meaning < GUATU_N_INKS; meaning++)
    for (guint hue = 0; hue < GUATU_N_HUES; hue++)
      {
        GuatuFill fill = guatu_palette_fill (&palette, GUATU_INK_IN_HUE (meaning, hue));

        check_grey (fill.ground);
        check_grey (fill.lines);
        check_grey (fill.edge);
        check_grey (guatu_palette_colour (&palette, GUATU_INK_IN_HUE (meaning, hue)));
      }
}

static gboolean
same_fill (const GuatuPalette *palette, guint one, guint other)
{
  GuatuFill first = guatu_palette_fill (palette, bar_of (one)), second = guatu_palette_fill (palette, bar_of (other));

  return first.hatch == second.hatch && first.coarseness == second.coarseness
         && guatu_colour_distance (first.ground, second.ground) < 0.09;
}

static void
test_hatches (void)
{
  GuatuPalette palette;

  g_assert_true (guatu_palette_init (&palette, "black-and-white"));
  for (guint i = 0; i < 60; i++)
    {
      GuatuFill whole = guatu_palette_fill (&palette, GUATU_INK_IN_HUE (GUATU_INK_BAR, i));
      GuatuFill done = guatu_palette_fill (&palette, bar_of (i));

      /* The hatch says which category it is, done or not. */
      g_assert_cmpint (whole.hatch, ==, done.hatch);
      g_assert_true (whole.edged);
      for (guint j = 0; j < i; j++)
        g_assert_false (same_fill (&palette, i, j));
      g_assert_false (same_fill (&palette, i, GUATU_HUE_NEUTRAL));
    }
}

static void
test_stickers (void)
{
  GuatuPalette palette;

  for (const char * const *name = guatu_palette_names (); *name != NULL; name++)
    {
      g_assert_true (guatu_palette_init (&palette, *name));
      g_assert_cmpint (palette.stickers, ==, g_str_equal (*name, "flags"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/palettes-have-names", test_names);
  g_test_add_func ("/palette/text-can-be-read-on-its-ground", test_readable);
  g_test_add_func ("/palette/text-can-be-read-on-any-colour-of-the-plan's-own", test_own_colours);
  g_test_add_func ("/palette/a-colour-of-the-plan's-own-wins", test_set_hue);
  g_test_add_func ("/palette/contrast-and-distance-are-those-of-the-books", test_contrast);
  g_test_add_func ("/palette/lights-are-told-apart", test_lights);
  g_test_add_func ("/palette/many-categories-are-told-apart-and-are-no-lights", test_hues);
  g_test_add_func ("/palette/the-first-categories-are-blue-purple-and-teal", test_first_hues);
  g_test_add_func ("/palette/what-is-done-differs-from-what-is-not", test_done);
  g_test_add_func ("/palette/black-and-white-has-no-colours", test_greys);
  g_test_add_func ("/palette/hatches-and-greys-tell-categories-apart", test_hatches);
  g_test_add_func ("/palette/flags-are-stickers-on-the-usual-colours", test_stickers);

  return g_test_run ();
}
