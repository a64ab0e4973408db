/* test-contrast.c — a dark window of high contrast: what is drawn by hand follows it. */
#include "ui-fixture.h"

#include "guatu-battle-view.h"
#include "guatu-screen-palette.h"

static GuatuColour
colour_of (GdkRGBA rgba)
{
  return (GuatuColour) { rgba.red, rgba.green, rgba.blue };
}

static void
test_the_chart_is_dark_and_clear (void)
{
  static const GuatuInk texts[] = { GUATU_INK_TEXT, GUATU_INK_TEXT_MUTED, GUATU_INK_SLIP };
  static const GuatuInk lines[] = { GUATU_INK_GRID_MAJOR, GUATU_INK_SUMMARY, GUATU_INK_LINK, GUATU_INK_CRITICAL,
                                    GUATU_INK_STATUS, GUATU_INK_BASELINE };
  g_autofree char *path = ui_test_plan ("ditch.guatu");
  g_autoptr(GuatuDocument) document = guatu_document_open (path, TRUE, NULL);
  g_autoptr(GuatuBattleView) view = NULL;
  GuatuPalette palette;
  GuatuColour paper, ground;

  ui_test_application ();
  g_assert_true (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()));
  view = guatu_battle_view_new (document);
  guatu_screen_palette_init (&palette, view);
  paper = guatu_palette_colour (&palette, GUATU_INK_PAPER);
  g_assert_cmpfloat (guatu_colour_contrast (paper, (GuatuColour) { 0, 0, 0 }), <, 1.5);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpfloat (guatu_colour_contrast (guatu_palette_colour (&palette, texts[i]), paper), >, 7);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_cmpfloat (guatu_colour_contrast (guatu_palette_colour (&palette, lines[i]), paper), >, 4.5);
  g_assert_cmpfloat (guatu_colour_contrast (guatu_palette_colour (&palette, GUATU_INK_GRID), paper), >, 2.5);
  g_assert_true (guatu_palette_fill (&palette, GUATU_INK_BAR).edged);

  ground = colour_of (guatu_screen_selected_ground (&palette));
  g_assert_cmpfloat (guatu_colour_contrast (guatu_palette_colour (&palette, GUATU_INK_TEXT), ground), >, 7);
  g_assert_cmpfloat (guatu_colour_contrast (colour_of (guatu_screen_selected_edge (&palette)), paper), >, 4.5);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("ADW_DEBUG_COLOR_SCHEME", "prefer-dark", TRUE);
  g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  ui_test_init (&argc, &argv);

  g_test_add_func ("/contrast/the-chart-is-dark-and-clear", test_the_chart_is_dark_and_clear);

  return ui_test_run ();
}
