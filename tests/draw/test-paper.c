/* test-paper.c — papers have the sizes that their standards give them. */
#include "guatu-chart-export.h"
#include "guatu-paper.h"

static void
check (const char *name, gboolean landscape, double width, double height)
{
  g_autoptr(GError) error = NULL;
  GuatuPaper paper;

  guatu_paper_parse (name, landscape, &paper, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (paper.width, width, 0.001);
  g_assert_cmpfloat_with_epsilon (paper.height, height, 0.001);
}

static void
test_iso_216 (void)
{
  /* The trimmed sizes of ISO 216:2007, tables 1 and 2. */
  static const int a[][2] = { { 841, 1189 }, { 594, 841 }, { 420, 594 }, { 297, 420 }, { 210, 297 }, { 148, 210 },
                              { 105, 148 }, { 74, 105 }, { 52, 74 }, { 37, 52 }, { 26, 37 } };
  static const int b[][2] = { { 1000, 1414 }, { 707, 1000 }, { 500, 707 }, { 353, 500 }, { 250, 353 }, { 176, 250 },
                              { 125, 176 }, { 88, 125 }, { 62, 88 }, { 44, 62 }, { 31, 44 } };

  for (int i = 0; i <= 10; i++)
    {
      g_autofree char *upper = g_strdup_printf ("A%d", i);
      g_autofree char *lower = g_strdup_printf ("b%d", i);

      check (upper, FALSE, a[i][0], a[i][1]);
      check (upper, TRUE, a[i][1], a[i][0]);
      check (lower, FALSE, b[i][0], b[i][1]);
    }
}

static void
test_north_american (void)
{
  check ("Letter", FALSE, 8.5 * 25.4, 11 * 25.4);
  check ("legal", FALSE, 8.5 * 25.4, 14 * 25.4);
  check ("TABLOID", TRUE, 17 * 25.4, 11 * 25.4);
}

static void
test_own_sizes (void)
{
  check ("420x297mm", FALSE, 420, 297);
  check ("420x297", FALSE, 420, 297);
  check ("297x420mm", TRUE, 420, 297);
  check ("300×60cm", FALSE, 3000, 600);
  check ("17x11in", FALSE, 431.8, 279.4);
  check ("210.5x99.5mm", FALSE, 210.5, 99.5);
}

/* Of a roll only the width is known. */
static void
test_rolls (void)
{
  check ("914mm-roll", FALSE, 914, 0);
  check ("36in-roll", TRUE, 0, 914.4);
  check ("61cm-roll", FALSE, 610, 0);
}

static void
test_default (void)
{
  check (NULL, FALSE, 297, 420);
}

static void
test_refused (void)
{
  static const char * const names[] = { "", "A", "A11", "A-1", "C4", "x", "10x", "x10", "420x297pt", "420x297mmm",
                                        "nanxnan", "infxinf", "0x0", "-5x100", "10x10mm", "6000x100mm", "1e9x1e9",
                                        "A4 ", "420 x 297", "Letterx" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GError) error = NULL;
      GuatuPaper paper;

      g_test_message ("%s", names[i]);
      g_assert_false (guatu_paper_parse (names[i], FALSE, &paper, &error));
      g_assert_error (error, GUATU_CHART_ERROR, GUATU_CHART_ERROR_PAPER);
    }
}

static void
test_longest_page (void)
{
  g_autoptr(GError) error = NULL;
  GuatuPaper paper;

  /* 14400 points are 5080 mm. */
  check ("5080x100mm", FALSE, 5080, 100);
  g_assert_false (guatu_paper_parse ("5081x100mm", FALSE, &paper, &error));
  g_assert_nonnull (strstr (error->message, "5080"));
}

static void
check_text (const char *name, gboolean landscape, const char *expected)
{
  g_autofree char *text = NULL;
  GuatuPaper paper;

  g_assert_true (guatu_paper_parse (name, landscape, &paper, NULL));
  text = guatu_paper_text (paper);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_text (void)
{
  check_text ("a1", TRUE, "A1 landscape, 841 × 594 mm");
  check_text ("B4", FALSE, "B4 portrait, 250 × 353 mm");
  check_text ("letter", FALSE, "Letter portrait, 216 × 279 mm");
  check_text ("420x297mm", FALSE, "A3 landscape, 420 × 297 mm");
  check_text ("914x2000mm", FALSE, "914 × 2000 mm");
}

static void
test_turned (void)
{
  GuatuPaper across = { 420, 297 }, upright = { 297, 420 };

  g_assert_cmpfloat (guatu_paper_turn (across, TRUE).width, ==, 420);
  g_assert_cmpfloat (guatu_paper_turn (across, FALSE).width, ==, 297);
  g_assert_cmpfloat (guatu_paper_turn (upright, TRUE).width, ==, 420);
  g_assert_cmpfloat (guatu_paper_turn (upright, FALSE).height, ==, 420);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/iso-sizes-are-those-of-the-standard", test_iso_216);
  g_test_add_func ("/paper/north-american-sizes-go-by-inches", test_north_american);
  g_test_add_func ("/paper/a-size-in-numbers-lies-as-it-is-written-unless-landscape-is-asked-for", test_own_sizes);
  g_test_add_func ("/paper/of-a-roll-the-width-is-given", test_rolls);
  g_test_add_func ("/paper/without-a-name-it-is-a3", test_default);
  g_test_add_func ("/paper/what-is-no-paper-is-refused", test_refused);
  g_test_add_func ("/paper/a-page-longer-than-pdf-viewers-show-is-refused", test_longest_page);
  g_test_add_func ("/paper/it-is-told-by-name-and-sides", test_text);
  g_test_add_func ("/paper/it-can-be-turned", test_turned);

  return g_test_run ();
}
