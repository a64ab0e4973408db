/* test-scale.c — dates stand where they should, and time scales can be read at every span and width. */
#include "guatu-chart-scale.h"

#include "draw-fixtures.h"
#include "guatu-test.h"

static GuatuTimeScale
choose (const char *first, const char *last, double width, GuatuScaleUnit unit, const char *language)
{
  g_autoptr(NotesPainter) painter = notes_painter_new (NULL);
  GuatuTimeScale scale;

  guatu_time_scale_choose (&scale, guatu_test_at (first), guatu_test_at (last), 0, width, unit, language,
                           &painter->parent, 8);

  return scale;
}

static GuatuScaleUnit
lowest_of (const GuatuTimeScale *scale)
{
  return scale->tiers[scale->n_tiers - 1].unit;
}

/* Cells -------------------------------------------------------------------------------------------- */

static void
check_cell (GuatuScaleUnit unit, int step, const char *at, const char *from, const char *to)
{
  g_assert_cmpint (guatu_scale_floor (unit, step, guatu_test_at (at)), ==, guatu_test_at (from));
  g_assert_cmpint (guatu_scale_next (unit, step, guatu_test_at (at)), ==, guatu_test_at (to));
}

static void
test_cells (void)
{
  check_cell (GUATU_SCALE_YEAR, 1, "2022-10-17 08:00", "2022-01-01", "2023-01-01");
  check_cell (GUATU_SCALE_YEAR, 10, "2022-10-17 08:00", "2020-01-01", "2030-01-01");
  check_cell (GUATU_SCALE_QUARTER, 1, "2022-12-31 23:59", "2022-10-01", "2023-01-01");
  check_cell (GUATU_SCALE_MONTH, 1, "2024-02-29", "2024-02-01", "2024-03-01");
  check_cell (GUATU_SCALE_TEN_DAY, 1, "2022-10-10", "2022-10-01", "2022-10-11");
  check_cell (GUATU_SCALE_TEN_DAY, 1, "2022-10-11", "2022-10-11", "2022-10-21");
  check_cell (GUATU_SCALE_TEN_DAY, 1, "2022-10-31", "2022-10-21", "2022-11-01");
  check_cell (GUATU_SCALE_TEN_DAY, 1, "2023-02-28", "2023-02-21", "2023-03-01");
  /* A Sunday belongs to the week that began on the Monday before. */
  check_cell (GUATU_SCALE_WEEK, 1, "2022-10-23 12:00", "2022-10-17", "2022-10-24");
  check_cell (GUATU_SCALE_DAY, 1, "2022-10-17 17:00", "2022-10-17", "2022-10-18");
  check_cell (GUATU_SCALE_HOUR, 6, "2022-10-17 17:00", "2022-10-17 12:00", "2022-10-17 18:00");
}

static void
test_places (void)
{
  GuatuTimeScale scale = { .from = guatu_test_at ("2024-03-04"), .to = guatu_test_at ("2024-03-14"), .left = 50,
                           .width = 100 };

  g_assert_cmpfloat (guatu_time_scale_x (&scale, guatu_test_at ("2024-03-04")), ==, 50);
  g_assert_cmpfloat (guatu_time_scale_x (&scale, guatu_test_at ("2024-03-09")), ==, 100);
  g_assert_cmpfloat (guatu_time_scale_x (&scale, guatu_test_at ("2024-03-09 12:00")), ==, 105);
  g_assert_cmpfloat (guatu_time_scale_x (&scale, guatu_test_at ("2024-03-03")), ==, 40);
  g_assert_cmpint (guatu_time_scale_at (&scale, 105), ==, guatu_test_at ("2024-03-09 12:00"));
  g_assert_cmpint (guatu_time_scale_at (&scale, 40), ==, guatu_test_at ("2024-03-03"));
}

/* The choice ----------------------------------------------------------------------------------------- */

static void
test_finest_that_fits (void)
{
  /* Ten days on 800 points are 80 points a day, and 3 an hour. */
  GuatuTimeScale days = choose ("2022-10-10 08:00", "2022-10-19 17:00", 800, GUATU_SCALE_AUTO, "en");
  /* A day and a half: 22 points an hour are enough for "08:00" only every second hour. */
  GuatuTimeScale hours = choose ("2022-10-10 08:00", "2022-10-11 17:00", 800, GUATU_SCALE_AUTO, "en");
  GuatuTimeScale years = choose ("2010-01-01", "2021-12-31", 300, GUATU_SCALE_AUTO, "en");

  g_assert_cmpint (lowest_of (&days), ==, GUATU_SCALE_DAY);
  g_assert_cmpint (lowest_of (&hours), ==, GUATU_SCALE_HOUR);
  g_assert_cmpint (lowest_of (&years), ==, GUATU_SCALE_YEAR);
}

static void
test_ten_days_or_weeks (void)
{
  GuatuTimeScale chinese = choose ("2022-08-21", "2022-12-20", 700, GUATU_SCALE_AUTO, "zh_CN");
  GuatuTimeScale english = choose ("2022-08-21", "2022-12-20", 700, GUATU_SCALE_AUTO, "en");

  g_assert_cmpint (lowest_of (&chinese), ==, GUATU_SCALE_TEN_DAY);
  g_assert_cmpint (lowest_of (&english), ==, GUATU_SCALE_WEEK);
}

static void
test_given_unit (void)
{
  for (GuatuScaleUnit unit = GUATU_SCALE_YEAR; unit <= GUATU_SCALE_HOUR; unit++)
    {
      GuatuTimeScale scale = choose ("2022-08-21", "2022-12-20", 700, unit, "en");

      g_assert_cmpint (lowest_of (&scale), ==, unit);
    }
}

/* A label that does not fit is no label: then the next coarser unit has the lower tier. */
static void
test_window_falls_back (void)
{
  g_autoptr(NotesPainter) painter = notes_painter_new (NULL);
  GuatuTimeScale scale = { .from = guatu_test_at ("2022-01-01"), .to = guatu_test_at ("2024-01-01") };
  int last = GUATU_SCALE_YEAR;

  for (double zoom = 0.02; zoom < 5000; zoom *= 1.1)
    {
      scale.width = zoom * (double) (scale.to - scale.from) / GUATU_DAY;
      guatu_time_scale_choose_tiers (&scale, 1000, GUATU_SCALE_DAY, "en", &painter->parent, 8);
      g_assert_cmpuint (scale.n_tiers, <=, 2);
      g_assert_cmpint (lowest_of (&scale), <=, GUATU_SCALE_DAY);
      g_assert_cmpint (lowest_of (&scale), >=, last);
      last = (int) lowest_of (&scale);
    }
  g_assert_cmpint (last, ==, GUATU_SCALE_DAY);
}

static void
test_whole_cells (void)
{
  GuatuTimeScale scale = choose ("2022-08-24 08:00", "2022-12-19 17:00", 700, GUATU_SCALE_TEN_DAY, "en");

  g_assert_cmpint (scale.from, ==, guatu_test_at ("2022-08-21"));
  g_assert_cmpint (scale.to, ==, guatu_test_at ("2022-12-21"));
}

/* Reading -------------------------------------------------------------------------------------------- */

/* Every whole cell of the lowest tier is labelled, and labels of a tier do not touch. */
static void
check_readable (GuatuInstant first, gint64 span, double width, const char *language, NotesPainter *painter)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const GuatuTextStyle style = { .size = 8, .align = GUATU_ALIGN_CENTRE };
  GuatuTimeScale scale;

  guatu_time_scale_choose (&scale, first, first + span, 0, width, GUATU_SCALE_AUTO, language, &painter->parent, 8);
  g_assert_cmpint (scale.from, <=, first);
  g_assert_cmpint (scale.to, >=, first + span);
  g_assert_cmpuint (scale.n_tiers, >=, 1);

  for (guint tier = 0; tier < scale.n_tiers; tier++)
    {
      GuatuScaleUnit unit = scale.tiers[tier].unit;
      int step = scale.tiers[tier].step;
      double reached = -1;

      for (GuatuInstant cell = guatu_scale_floor (unit, step, scale.from), next; cell < scale.to; cell = next)
        {
          double left = guatu_time_scale_x (&scale, MAX (cell, scale.from)), right, label, height;

          next = guatu_scale_next (unit, step, cell);
          g_assert_cmpint (next, >, cell);
          right = guatu_time_scale_x (&scale, MIN (next, scale.to));
          guatu_time_scale_label (&scale, tier, cell, right - left, language, &painter->parent, &style, text);
          painter->parent.measure (&painter->parent, text->str, &style, -1, &label, &height);
          if (tier + 1 == scale.n_tiers && cell >= scale.from && next <= scale.to)
            g_assert_cmpuint (text->len, >, 0);
          if (text->len > 0)
            {
              g_assert_cmpfloat ((left + right - label) / 2, >, reached);
              reached = (left + right + label) / 2;
            }
        }
      g_assert_cmpfloat (reached, <=, width + 0.01);
    }
}

static void
test_readable (void)
{
  static const double widths[] = { 120, 300, 700, 1500, 3200 };
  static const char * const starts[] = { "2022-08-24 08:00", "2020-02-29", "2021-12-31 13:00" };
  static const char * const languages[] = { "en", "zh_CN" };
  g_autoptr(NotesPainter) painter = notes_painter_new (NULL);

  /* From a day to twelve years, each span half as long again as the one before. */
  for (gint64 span = GUATU_DAY; span <= 12 * 366 * GUATU_DAY; span += span / 2)
    for (gsize width = 0; width < G_N_ELEMENTS (widths); width++)
      for (gsize start = 0; start < G_N_ELEMENTS (starts); start++)
        for (gsize language = 0; language < G_N_ELEMENTS (languages); language++)
          check_readable (guatu_test_at (starts[start]), span, widths[width], languages[language], painter);
}

static void
test_extremes (void)
{
  g_autoptr(NotesPainter) painter = notes_painter_new (NULL);

  check_readable (GUATU_INSTANT_MIN + GUATU_WEEK, GUATU_INSTANT_MAX - GUATU_INSTANT_MIN - 2 * GUATU_WEEK, 500, "en",
                  painter);
  check_readable (guatu_test_at ("2022-10-17 08:00"), 0, 500, "en", painter);
  check_readable (guatu_test_at ("2022-10-17 08:00"), 60, 500, "en", painter);
}

static void
test_year_is_told (void)
{
  GuatuTimeScale one = choose ("2022-03-01", "2022-11-30", 700, GUATU_SCALE_MONTH, "en");
  GuatuTimeScale two = choose ("2022-03-01", "2023-05-30", 700, GUATU_SCALE_MONTH, "en");

  g_assert_cmpuint (one.n_tiers, ==, 1);
  g_assert_nonnull (strstr (one.tiers[0].pattern, "{year}"));
  g_assert_cmpuint (two.n_tiers, ==, 2);
  g_assert_cmpstr (two.tiers[0].pattern, ==, "{year}");
  g_assert_null (strstr (two.tiers[1].pattern, "{year}"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scale/cells-begin-where-the-calendar-says", test_cells);
  g_test_add_func ("/scale/dates-lie-evenly", test_places);
  g_test_add_func ("/scale/the-finest-unit-that-can-be-read-is-chosen", test_finest_that_fits);
  g_test_add_func ("/scale/ten-days-come-before-weeks-in-chinese-only", test_ten_days_or_weeks);
  g_test_add_func ("/scale/a-unit-that-is-asked-for-is-taken", test_given_unit);
  g_test_add_func ("/scale/window-falls-back-to-what-can-be-read", test_window_falls_back);
  g_test_add_func ("/scale/the-scale-begins-and-ends-with-whole-cells", test_whole_cells);
  g_test_add_func ("/scale/labels-are-there-and-never-touch-from-a-day-to-twelve-years", test_readable);
  g_test_add_func ("/scale/neither-no-span-nor-three-hundred-years-break-it", test_extremes);
  g_test_add_func ("/scale/the-year-is-told-once", test_year_is_told);

  return g_test_run ();
}
