/* test-calendars.c — the calendars that ship with the program: their hours, holidays and vectors. */
#include "guatu-samples.h"

#include "guatu-test.h"

#include <string.h>

static GuatuPlan *
plan_on (const char *slug, const char *language)
{
  g_autoptr(GError) error = NULL;
  GuatuPlan *plan = guatu_empty_plan_new ("A plan", guatu_test_at ("2022-01-04 08:00"), slug, language, &error);

  g_assert_no_error (error);

  return plan;
}

static void
assert_at (GuatuInstant instant, const char *expected)
{
  g_autofree char *text = guatu_instant_to_iso (instant);

  text[strlen ("2022-10-17T08:00")] = '\0';
  text[strlen ("2022-10-17")] = ' ';
  g_assert_cmpstr (text, ==, expected);
}

static void
test_slugs (void)
{
  const char * const expected[] = { "standard", "china", "six-day", "every-day", "24-hours", NULL };

  g_assert_cmpstrv ((char **) guatu_calendar_slugs (), (char **) expected);
  for (guint i = 0; expected[i] != NULL; i++)
    {
      g_autoptr(GuatuPlan) plan = plan_on (expected[i], "en");
      const GuatuPlanRow *settings = guatu_plan_settings (plan);

      g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_CALENDAR), ==, 1);
      g_assert_cmpint (settings->calendar, >=, 0);
      g_assert_cmpstr (guatu_plan_string (plan, GUATU_TABLE_CALENDAR, settings->calendar, GUATU_CALENDAR_SLUG),
                       ==, expected[i]);
      g_assert_cmpint (settings->minutes_per_day, ==, 480);
    }
}

static void
assert_hours (const GuatuWorktime *worktime, const char *day, const GuatuHours *expected, guint n_expected)
{
  guint n;
  const GuatuHours *hours = guatu_worktime_hours (worktime, guatu_test_at (day), &n);

  g_assert_cmpuint (n, ==, n_expected);
  for (guint i = 0; i < n; i++)
    g_assert_true (hours[i].from == expected[i].from && hours[i].to == expected[i].to);
}

/* 2023-08-14 is a Monday, in a week without holidays. */
static void
test_hours (void)
{
  static const GuatuHours office[] = { { 8 * 3600, 12 * 3600 }, { 13 * 3600, 17 * 3600 } };
  static const GuatuHours whole_day[] = { { 0, 86400 } };
  static const struct { const char *slug; guint days; gboolean always; } rows[] = {
    { "standard", 5, FALSE }, { "china", 5, FALSE }, { "six-day", 6, FALSE }, { "every-day", 7, FALSE },
    { "24-hours", 7, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GuatuPlan) plan = plan_on (rows[i].slug, "en");
      const GuatuWorktime *worktime = guatu_plan_worktime (plan, -1);

      for (guint day = 0; day < 7; day++)
        {
          g_autofree char *date = g_strdup_printf ("2023-08-%u", 14 + day);

          if (rows[i].always)
            assert_hours (worktime, date, whole_day, 1);
          else
            assert_hours (worktime, date, office, day < rows[i].days ? 2 : 0);
        }
    }
}

static void
test_unknown (void)
{
  g_autoptr(GuatuPlan) plan = guatu_plan_new ();
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (guatu_calendar_add (plan, "mars", &error), ==, -1);
  g_assert_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "mars"));
  g_assert_nonnull (strstr (error->message, "six-day"));
  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_CALENDAR), ==, 0);
}

static void
test_twice (void)
{
  g_autoptr(GuatuPlan) plan = plan_on ("standard", "en");
  gint32 china = guatu_calendar_add (plan, "china", NULL);

  g_assert_cmpint (china, !=, guatu_plan_settings (plan)->calendar);
  g_assert_cmpint (guatu_calendar_add (plan, "china", NULL), ==, china);
  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_CALENDAR), ==, 2);
}

static void
test_language (void)
{
  g_autoptr(GuatuPlan) english = plan_on ("china", "en");
  g_autoptr(GuatuPlan) chinese = plan_on ("china", "zh_CN");

  g_assert_cmpstr (guatu_plan_string (english, GUATU_TABLE_CALENDAR, 0, GUATU_CALENDAR_NAME), ==, "China statutory");
  g_assert_cmpstr (guatu_plan_string (chinese, GUATU_TABLE_CALENDAR, 0, GUATU_CALENDAR_NAME), ==, "中国法定工作日");
}

static void
test_published_years (void)
{
  g_autoptr(GuatuPlan) plan = plan_on ("china", "en");

  assert_at (guatu_plan_number (plan, GUATU_TABLE_CALENDAR, 0, GUATU_CALENDAR_DATA_FROM), "2020-01-01 00:00");
  assert_at (guatu_plan_number (plan, GUATU_TABLE_CALENDAR, 0, GUATU_CALENDAR_DATA_TO), "2026-12-31 00:00");
}

static void
test_working_days_of_years (void)
{
  static const gint64 days[] = { 249, 250, 249, 249, 251, 248, 248 };
  g_autoptr(GuatuPlan) plan = plan_on ("china", "en");
  const GuatuWorktime *worktime = guatu_plan_worktime (plan, -1);

  for (int i = 0; i < (int) G_N_ELEMENTS (days); i++)
    {
      GuatuInstant first = guatu_instant_from_civil ((GuatuCivil) { 2020 + i, 1, 1 });
      GuatuInstant last = guatu_instant_from_civil ((GuatuCivil) { 2020 + i, 12, 31 });

      g_assert_cmpint (guatu_worktime_days (worktime, first, last), ==, days[i]);
      g_assert_cmpint (guatu_worktime_work (worktime, first, last + GUATU_DAY), ==, days[i] * 8 * GUATU_HOUR);
    }
}

static void
test_campaign (void)
{
  g_autoptr(GuatuPlan) plan = plan_on ("china", "en");
  const GuatuWorktime *worktime = guatu_plan_worktime (plan, -1);
  GuatuInstant first = guatu_test_at ("2022-09-05");
  GuatuInstant last = guatu_test_at ("2022-10-31");

  g_assert_cmpint (guatu_worktime_days (worktime, first, last), ==, 37);
  g_assert_cmpint ((last - first) / GUATU_DAY + 1, ==, 57);
}

static void
test_back (void)
{
  static const struct { const char *finish; int days; const char *start; } rows[] = {
    { "2022-12-20 17:00", 10, "2022-12-07 08:00" },
    { "2022-12-20 17:00", 30, "2022-11-09 08:00" },
    { "2022-12-20 17:00", 60, "2022-09-23 08:00" },
    { "2022-10-14 17:00", 5, "2022-10-10 08:00" },
    { "2022-10-14 17:00", 10, "2022-09-28 08:00" },
    { "2022-10-14 17:00", 20, "2022-09-14 08:00" },
  };
  g_autoptr(GuatuPlan) plan = plan_on ("china", "en");
  const GuatuWorktime *worktime = guatu_plan_worktime (plan, -1);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_at (guatu_worktime_add (worktime, guatu_test_at (rows[i].finish), -rows[i].days * 8 * GUATU_HOUR),
               rows[i].start);
}

static void
test_forward (void)
{
  static const struct { const char *start; int days; const char *finish; } rows[] = {
    { "2022-09-29 08:00", 3, "2022-10-08 17:00" },
    { "2022-09-29 08:00", 5, "2022-10-10 17:00" },
    { "2023-01-19 08:00", 3, "2023-01-28 17:00" },
  };
  g_autoptr(GuatuPlan) plan = plan_on ("china", "en");
  const GuatuWorktime *worktime = guatu_plan_worktime (plan, -1);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_at (guatu_worktime_add (worktime, guatu_test_at (rows[i].start), rows[i].days * 8 * GUATU_HOUR),
               rows[i].finish);
}

/* The name of the exception that holds on the day, "" for none. */
static const char *
name_on (const GuatuPlan *plan, const char *day)
{
  GuatuInstant t = guatu_test_at (day);
  const GuatuCalendarException *rows = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR_EXCEPTION);

  for (guint i = 0; i < guatu_plan_n_rows (plan, GUATU_TABLE_CALENDAR_EXCEPTION); i++)
    if (t >= rows[i].from_date && t <= rows[i].to_date)
      return guatu_plan_text (plan, rows[i].name);

  return "";
}

/* The festivals themselves, by the lunar calendar and the law; each lies in the holiday named after it. */
static void
test_names (void)
{
  static const struct { const char *day; const char *name; } rows[] = {
    { "2020-01-25", "春节" }, { "2021-02-12", "春节" }, { "2022-02-01", "春节" }, { "2023-01-22", "春节" },
    { "2024-02-10", "春节" }, { "2025-01-29", "春节" }, { "2026-02-17", "春节" },
    { "2020-04-04", "清明节" }, { "2021-04-04", "清明节" }, { "2022-04-05", "清明节" }, { "2023-04-05", "清明节" },
    { "2024-04-04", "清明节" }, { "2025-04-04", "清明节" }, { "2026-04-05", "清明节" },
    { "2020-06-25", "端午节" }, { "2021-06-14", "端午节" }, { "2022-06-03", "端午节" }, { "2023-06-22", "端午节" },
    { "2024-06-10", "端午节" }, { "2025-05-31", "端午节" }, { "2026-06-19", "端午节" },
    { "2020-10-01", "中秋节" }, { "2021-09-21", "中秋节" }, { "2022-09-10", "中秋节" }, { "2023-09-29", "中秋节" },
    { "2024-09-17", "中秋节" }, { "2025-10-06", "中秋节" }, { "2026-09-25", "中秋节" },
    { "2022-10-08", "调休上班" }, { "2023-01-28", "调休上班" },
  };
  g_autoptr(GuatuPlan) plan = plan_on ("china", "zh_CN");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_nonnull (strstr (name_on (plan, rows[i].day), rows[i].name));

  for (int year = 2020; year <= 2026; year++)
    {
      g_autofree char *new_year = g_strdup_printf ("%d-01-01", year);
      g_autofree char *labour = g_strdup_printf ("%d-05-01", year);
      g_autofree char *national = g_strdup_printf ("%d-10-01", year);

      g_assert_cmpstr (name_on (plan, new_year), ==, "元旦");
      g_assert_cmpstr (name_on (plan, labour), ==, "劳动节");
      g_assert_nonnull (strstr (name_on (plan, national), "国庆节"));
    }
}

/* The value after "@key" in the line that begins with it, as a date; 0 if this is not the line. */
static GuatuInstant
read_date (const char *line, const char *key)
{
  g_autofree char *prefix = g_strconcat (key, ";VALUE=DATE:", NULL);
  g_autofree char *date = NULL;

  if (!g_str_has_prefix (line, prefix))
    return 0;

  line += strlen (prefix);
  date = g_strdup_printf ("%.4s-%.2s-%.2s", line, line + 4, line + 6);

  return guatu_test_at (date);
}

/* The compiler of the same notices publishes them as iCalendar too, with each day's reason. */
static void
test_ics (void)
{
  g_autofree char *path = guatu_test_data ("ics/holiday-cn-2026.ics");
  g_autoptr(GuatuPlan) plan = plan_on ("china", "zh_CN");
  const GuatuWorktime *worktime = guatu_plan_worktime (plan, -1);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  GuatuInstant from = 0;
  gboolean works = FALSE;
  guint n = 0;

  if (path == NULL)
    return;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      GuatuInstant end = read_date (lines[i], "DTEND");

      if (g_str_has_prefix (lines[i], "SUMMARY:"))
        works = strstr (lines[i], "上班") != NULL;
      if (read_date (lines[i], "DTSTART") != 0)
        from = read_date (lines[i], "DTSTART");
      for (GuatuInstant day = from; day < end; day += GUATU_DAY, n++)
        g_assert_cmpint (guatu_worktime_days (worktime, day, day), ==, works);
    }

  g_assert_cmpuint (n, ==, 33 + 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendars/five-ship-and-standard-is-the-first", test_slugs);
  g_test_add_func ("/calendars/each-keeps-its-stated-hours", test_hours);
  g_test_add_func ("/calendars/an-unknown-slug-is-refused-and-the-known-ones-are-named", test_unknown);
  g_test_add_func ("/calendars/added-twice-it-is-there-once", test_twice);
  g_test_add_func ("/calendars/names-are-in-the-plans-language", test_language);
  g_test_add_func ("/calendars/china/says-for-which-years-holidays-are-published", test_published_years);
  g_test_add_func ("/calendars/china/has-the-working-days-that-were-announced", test_working_days_of_years);
  g_test_add_func ("/calendars/china/37-of-57-days-of-the-autumn-campaign-are-worked", test_campaign);
  g_test_add_func ("/calendars/china/counts-back-over-national-day", test_back);
  g_test_add_func ("/calendars/china/counts-on-to-make-up-saturdays", test_forward);
  g_test_add_func ("/calendars/china/holidays-bear-the-festivals-name", test_names);
  g_test_add_func ("/calendars/china/2026-is-as-published-in-icalendar", test_ics);

  return g_test_run ();
}
