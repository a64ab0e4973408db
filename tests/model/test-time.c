/* test-time.c — instants against GLib's calendar, and dates as people write them. */
#include "guatu-time.h"

static void
test_dates (void)
{
  GuatuInstant midnight = GUATU_INSTANT_MIN;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1900);
  for (; midnight <= GUATU_INSTANT_MAX; midnight += GUATU_DAY, g_date_add_days (&date, 1))
    {
      GuatuCivil civil = guatu_instant_to_civil (midnight);

      g_assert_cmpint (civil.year, ==, g_date_get_year (&date));
      g_assert_cmpint (civil.month, ==, (int) g_date_get_month (&date));
      g_assert_cmpint (civil.day, ==, g_date_get_day (&date));
      g_assert_cmpint (guatu_instant_from_civil (civil), ==, midnight);
      g_assert_cmpint (guatu_instant_weekday (midnight), ==, (int) g_date_get_weekday (&date) - 1);
      g_assert_cmpint (guatu_instant_iso_week (midnight + GUATU_DAY - 1, NULL), ==,
                       (int) g_date_get_iso8601_week_of_year (&date));
    }

  g_assert_cmpint (g_date_get_year (&date), ==, 2200);
  g_assert_cmpint (g_date_get_day_of_year (&date), ==, 2);
}

static void
test_daytime (void)
{
  static const GuatuInstant instants[] = { -1, 0, 1, -86400, -86401, 86399, 86400, 1664352000 + 61 };

  for (guint i = 0; i < G_N_ELEMENTS (instants); i++)
    {
      g_autoptr(GDateTime) expected = g_date_time_new_from_unix_utc (instants[i]);
      GuatuCivil civil = guatu_instant_to_civil (instants[i]);
      g_autofree char *iso = guatu_instant_to_iso (instants[i]);
      g_autofree char *expected_iso = g_date_time_format (expected, "%Y-%m-%dT%H:%M:%S");

      g_assert_cmpint (civil.hour, ==, g_date_time_get_hour (expected));
      g_assert_cmpint (civil.minute, ==, g_date_time_get_minute (expected));
      g_assert_cmpint (civil.second, ==, g_date_time_get_second (expected));
      g_assert_cmpint (guatu_instant_from_civil (civil), ==, instants[i]);
      g_assert_cmpint (guatu_instant_day (instants[i]) * GUATU_DAY + guatu_instant_daytime (instants[i]), ==,
                       instants[i]);
      g_assert_cmpint (guatu_instant_daytime (instants[i]), >=, 0);
      g_assert_cmpstr (iso, ==, expected_iso);
    }
}

static void
test_week_years (void)
{
  static const struct { GuatuCivil date; int week; int year; } rows[] = {
    { { 2021, 1, 3 }, 53, 2020 }, { { 2021, 1, 4 }, 1, 2021 }, { { 2018, 12, 31 }, 1, 2019 },
    { { 2022, 1, 1 }, 52, 2021 }, { { 2022, 10, 17 }, 42, 2022 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int year;

      g_assert_cmpint (guatu_instant_iso_week (guatu_instant_from_civil (rows[i].date), &year), ==, rows[i].week);
      g_assert_cmpint (year, ==, rows[i].year);
    }
}

static void
test_add_months (void)
{
  static const struct { GuatuCivil from; int months; GuatuCivil to; } rows[] = {
    { { 2022, 1, 31, 8, 30 }, 1, { 2022, 2, 28, 8, 30 } },
    { { 2024, 1, 31 }, 1, { 2024, 2, 29 } },
    { { 2022, 1, 31 }, 2, { 2022, 3, 31 } },
    { { 2022, 3, 31 }, -1, { 2022, 2, 28 } },
    { { 2022, 1, 15 }, -1, { 2021, 12, 15 } },
    { { 2022, 1, 15 }, -13, { 2020, 12, 15 } },
    { { 2022, 12, 15 }, 1, { 2023, 1, 15 } },
    { { 2022, 5, 5 }, 0, { 2022, 5, 5 } } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (guatu_instant_add_months (guatu_instant_from_civil (rows[i].from), rows[i].months), ==,
                     guatu_instant_from_civil (rows[i].to));
}

static void
test_limits (void)
{
  g_autofree char *first = guatu_instant_to_iso (GUATU_INSTANT_MIN);
  g_autofree char *last = guatu_instant_to_iso (GUATU_INSTANT_MAX);
  g_autofree char *none = guatu_instant_to_iso (GUATU_NONE);

  g_assert_cmpstr (first, ==, "1900-01-01T00:00:00");
  g_assert_cmpstr (last, ==, "2200-01-01T00:00:00");
  g_assert_cmpstr (none, ==, "");
  g_assert_true (guatu_instant_is_valid (GUATU_INSTANT_MIN));
  g_assert_true (guatu_instant_is_valid (GUATU_INSTANT_MAX));
  g_assert_false (guatu_instant_is_valid (GUATU_INSTANT_MIN - 1));
  g_assert_false (guatu_instant_is_valid (GUATU_INSTANT_MAX + 1));
  g_assert_false (guatu_instant_is_valid (GUATU_NONE));
}

static void
test_parse (void)
{
  static const struct { const char *text; const char *iso; } rows[] = {
    { "2022-10-17", "2022-10-17T17:00:00" },
    { "2022-10-17 08:00", "2022-10-17T08:00:00" },
    { "2022-10-17T08:00:00", "2022-10-17T08:00:00" },
    { "2022-10-17T08:00:59", "2022-10-17T08:00:59" },
    { "2022/10/17", "2022-10-17T17:00:00" },
    { "2022/1/7 8:05", "2022-01-07T08:05:00" },
    { "2022.10.17", "2022-10-17T17:00:00" },
    { "2022年10月17日", "2022-10-17T17:00:00" },
    { "2022年1月7日 08:00", "2022-01-07T08:00:00" },
    { "2022年1月7日8:00", "2022-01-07T08:00:00" },
    { "  2022-10-17  ", "2022-10-17T17:00:00" },
    { "2022-10-17   08:00 ", "2022-10-17T08:00:00" },
    { "２０２２－１０－１７　０８：００", "2022-10-17T08:00:00" },
    { "2022-10-17 24:00", "2022-10-18T00:00:00" },
    { "2022-10-17 00:00", "2022-10-17T00:00:00" },
    { "2024-02-29", "2024-02-29T17:00:00" },
    { "1900-01-01 00:00", "1900-01-01T00:00:00" },
    { "2199-12-31 24:00", "2200-01-01T00:00:00" },
    { "2200-01-01T00:00:00", "2200-01-01T00:00:00" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GuatuInstant instant = 0;
      g_autofree char *iso = NULL;

      g_test_message ("%s", rows[i].text);
      g_assert_true (guatu_instant_parse (rows[i].text, 17 * GUATU_HOUR, &instant));
      iso = guatu_instant_to_iso (instant);
      g_assert_cmpstr (iso, ==, rows[i].iso);
    }
}

static void
test_refuse (void)
{
  static const char * const texts[] = {
    "", " ", "x", "2022", "2022-10", "2022-10-", "2022-13-01", "2022-00-10", "2022-02-29", "2023-04-31", "2022-10-32",
    "2022-10-00", "22-10-17", "17-10-2022", "10/17/2022", "2022-10/17", "2022/10-17", "20221017", "2022-10-17Z",
    "2022-10-17T08:00:00Z", "2022-10-17T08:00:00+08:00", "2022-10-17 08:00 +0800", "2022-10-17T", "2022-10-17 8",
    "2022-10-17 08:0", "2022-10-17 08:60", "2022-10-17 25:00", "2022-10-17 24:01", "2022-10-17 08:00:60",
    "2022-10-17 08:00:00.5", "2022-10-17 08:00 pm", "2022-10-17x", "-2022-10-17", "2022--10-17", "2022- 10-17",
    "12022-10-17", "1899-12-31", "2200-01-01 00:01", "2200-01-02", "2022年10月17", "2022年10月", "2022\xff-10-17",
    "９９９９９-10-17", "2022-010-17", "2022-10-017", "9999-12-31", "0000-00-00" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GuatuInstant instant;

      g_test_message ("text %u", i);
      g_assert_false (guatu_instant_parse (texts[i], 0, &instant));
    }
}

static void
test_daytime_text (void)
{
  static const struct { const char *text; gint64 seconds; const char *formatted; } rows[] = {
    { "08:00", 28800, "08:00" }, { "8:00", 28800, "08:00" }, { "00:00", 0, "00:00" }, { "24:00", 86400, "24:00" },
    { "17:30:05", 63005, "17:30:05" }, { " １２：００ ", 43200, "12:00" } };
  static const char * const wrong[] = { "", "8", "08", "08:0", "24:01", "25:00", "08:60", "-1:00", "08:00x", "08:00:" };
  gint64 seconds;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *formatted = guatu_daytime_format (rows[i].seconds);

      g_assert_true (guatu_daytime_parse (rows[i].text, &seconds));
      g_assert_cmpint (seconds, ==, rows[i].seconds);
      g_assert_cmpstr (formatted, ==, rows[i].formatted);
    }

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (guatu_daytime_parse (wrong[i], &seconds));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/every-date-of-three-centuries-is-that-of-the-gregorian-calendar", test_dates);
  g_test_add_func ("/time/an-instant-before-1970-has-its-own-day-and-hour", test_daytime);
  g_test_add_func ("/time/a-week-belongs-to-the-year-of-its-thursday", test_week_years);
  g_test_add_func ("/time/a-month-later-is-the-same-day-or-the-last-of-the-month", test_add_months);
  g_test_add_func ("/time/plans-live-from-1900-to-2199", test_limits);
  g_test_add_func ("/time/dates-are-read-as-people-write-them", test_parse);
  g_test_add_func ("/time/what-is-no-unambiguous-date-is-refused", test_refuse);
  g_test_add_func ("/time/hours-are-read-and-written", test_daytime_text);

  return g_test_run ();
}
