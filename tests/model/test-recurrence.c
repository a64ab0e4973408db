/* test-recurrence.c — exceptions that come back, and which of two is heard. */
#include "guatu-worktime.h"

#include "guatu-test.h"

#include <string.h>

#define at(text) guatu_test_at (text)

static const GuatuHours whole_day[] = { { 0, 86400 } };

/* A calendar that works around the clock but for its exceptions. */
static GuatuWorktime *
without (const GuatuException *exceptions, guint n)
{
  GuatuCalendarSpec spec = { .exceptions = exceptions, .n_exceptions = n };

  for (int weekday = 0; weekday < 7; weekday++)
    {
      spec.given[weekday] = TRUE;
      spec.hours[weekday] = whole_day;
      spec.n_hours[weekday] = 1;
    }

  return guatu_worktime_new (&spec);
}

/* The days off from 1990 to 2035: "2024-01-01 2024-01-04". */
static char *
days_off (const GuatuWorktime *worktime)
{
  GString *list = g_string_new (NULL);

  for (GuatuInstant day = at ("1990-01-01"); day < at ("2035-01-01"); day += GUATU_DAY)
    if (guatu_worktime_days (worktime, day, day) == 0)
      {
        g_autofree char *text = guatu_instant_to_iso (day);

        g_string_append_printf (list, "%s%.10s", list->len > 0 ? " " : "", text);
      }

  return g_string_free (list, FALSE);
}

static const struct
{
  const char     *what;
  const char     *from;
  const char     *to;
  GuatuException  rule;
  const char     *days;
} rows[] = {
  { "every day", "2024-02-28", "2024-03-01", { .recurrence = GUATU_RECUR_DAILY },
    "2024-02-28 2024-02-29 2024-03-01" },
  { "every day, one day", "2024-02-28", "2024-02-28", { .recurrence = GUATU_RECUR_DAILY }, "2024-02-28" },
  { "an empty range", "2024-02-28", "2024-02-27", { .recurrence = GUATU_RECUR_DAILY }, "" },
  { "every 3 days", "2024-01-30", "2024-02-10", { .recurrence = GUATU_RECUR_EVERY_N_DAYS, .period = 3 },
    "2024-01-30 2024-02-02 2024-02-05 2024-02-08" },
  { "every 0 days counts as every day", "2024-01-30", "2024-01-31", { .recurrence = GUATU_RECUR_EVERY_N_DAYS },
    "2024-01-30 2024-01-31" },
  /* 2024-01-03 is a Wednesday: the Monday of its week lies before the range. */
  { "Mondays and Wednesdays of every second week", "2024-01-03", "2024-01-31",
    { .recurrence = GUATU_RECUR_WEEKLY, .period = 2, .weekdays = 2 | 8 },
    "2024-01-03 2024-01-15 2024-01-17 2024-01-29 2024-01-31" },
  /* Weeks begin on Sunday: the Sunday after Saturday the 6th belongs to the week that is left out. */
  { "weekends of every second week", "2024-01-06", "2024-01-27",
    { .recurrence = GUATU_RECUR_WEEKLY, .period = 2, .weekdays = 1 | 64 }, "2024-01-06 2024-01-14 2024-01-20" },
  { "no weekday", "2024-01-06", "2024-01-27", { .recurrence = GUATU_RECUR_WEEKLY, .period = 1 }, "" },
  { "the 31st, or the month's last", "2024-01-15", "2024-05-15",
    { .recurrence = GUATU_RECUR_MONTHLY_DAY, .period = 1, .month_day = 31 },
    "2024-01-31 2024-02-29 2024-03-31 2024-04-30" },
  { "the 5th of every third month, the first of which is over", "2024-01-15", "2024-12-31",
    { .recurrence = GUATU_RECUR_MONTHLY_DAY, .period = 3, .month_day = 5 }, "2024-04-05 2024-07-05 2024-10-05" },
  { "last Friday", "2024-01-01", "2024-03-31",
    { .recurrence = GUATU_RECUR_MONTHLY_PLACE, .period = 1, .place = 4, .item = 8 },
    "2024-01-26 2024-02-23 2024-03-29" },
  { "second weekday of every second month", "2024-06-01", "2024-12-31",
    { .recurrence = GUATU_RECUR_MONTHLY_PLACE, .period = 2, .place = 1, .item = 1 },
    "2024-06-04 2024-08-02 2024-10-02 2024-12-03" },
  { "first weekend day", "2024-06-01", "2024-08-31",
    { .recurrence = GUATU_RECUR_MONTHLY_PLACE, .period = 1, .place = 0, .item = 2 },
    "2024-06-01 2024-07-06 2024-08-03" },
  { "last day", "2024-01-01", "2024-02-29", { .recurrence = GUATU_RECUR_MONTHLY_PLACE, .place = 4, .item = 0 },
    "2024-01-31 2024-02-29" },
  { "third Sunday", "2024-09-01", "2024-10-31",
    { .recurrence = GUATU_RECUR_MONTHLY_PLACE, .period = 1, .place = 2, .item = 3 }, "2024-09-15 2024-10-20" },
  { "29 February, or the last", "2024-01-01", "2028-12-31",
    { .recurrence = GUATU_RECUR_YEARLY_DAY, .month = 2, .month_day = 29 },
    "2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29" },
  { "1 May, the first before the range", "2024-05-02", "2026-05-01",
    { .recurrence = GUATU_RECUR_YEARLY_DAY, .month = 5, .month_day = 1 }, "2025-05-01 2026-05-01" },
  { "fourth Thursday of November", "2023-01-01", "2025-12-31",
    { .recurrence = GUATU_RECUR_YEARLY_PLACE, .month = 11, .place = 3, .item = 7 },
    "2023-11-23 2024-11-28 2025-11-27" },
  { "no month", "2023-01-01", "2025-12-31", { .recurrence = GUATU_RECUR_YEARLY_DAY, .month_day = 1 }, "" },
  { "no day", "2023-01-01", "2025-12-31", { .recurrence = GUATU_RECUR_MONTHLY_DAY }, "" },
  { "no such place", "2023-01-01", "2025-12-31",
    { .recurrence = GUATU_RECUR_MONTHLY_PLACE, .place = 7, .item = 12 }, "" },
};

static void
test_kinds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GuatuException rule = rows[i].rule;
      g_autoptr(GuatuWorktime) worktime = NULL;
      g_autofree char *days = NULL;

      g_test_message ("%s", rows[i].what);
      rule.from = at (rows[i].from);
      rule.to = at (rows[i].to);
      worktime = without (&rule, 1);
      days = days_off (worktime);
      g_assert_cmpstr (days, ==, rows[i].days);
    }
}

/* The first hour of 2024-01-01, a Monday, when both exceptions fall on it; 1 for @a, 2 for @b. */
static int
heard (GuatuException a, GuatuException b)
{
  static const GuatuHours hours[] = { { 3600, 7200 }, { 7200, 10800 } };
  GuatuException both[] = { a, b };
  g_autoptr(GuatuWorktime) worktime = NULL;
  const GuatuHours *found;
  guint n;

  for (guint i = 0; i < 2; i++)
    {
      both[i].from = at ("2024-01-01");
      both[i].to = at ("2024-12-31");
      both[i].hours = &hours[i];
      both[i].n_hours = 1;
    }
  worktime = without (both, 2);
  found = guatu_worktime_hours (worktime, at ("2024-01-01"), &n);
  g_assert_cmpuint (n, ==, 1);

  return found[0].from / 3600;
}

static void
test_precedence (void)
{
  /* From the one that is heard first to the last; those of one rank stand together. */
  static const struct { int rank; GuatuException rule; } rules[] = {
    { 0, { .recurrence = GUATU_RECUR_DAILY } },
    { 0, { .recurrence = GUATU_RECUR_EVERY_N_DAYS, .period = 1 } },
    { 1, { .recurrence = GUATU_RECUR_EVERY_N_DAYS, .period = 2 } },
    { 2, { .recurrence = GUATU_RECUR_YEARLY_DAY, .month = 1, .month_day = 1 } },
    { 2, { .recurrence = GUATU_RECUR_YEARLY_PLACE, .month = 1, .item = 1 } },
    { 3, { .recurrence = GUATU_RECUR_MONTHLY_DAY, .month_day = 1 } },
    { 3, { .recurrence = GUATU_RECUR_MONTHLY_PLACE, .item = 1 } },
    { 4, { .recurrence = GUATU_RECUR_WEEKLY, .weekdays = 127 } } };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    for (guint j = 0; j < G_N_ELEMENTS (rules); j++)
      g_assert_cmpint (heard (rules[i].rule, rules[j].rule), ==, rules[i].rank < rules[j].rank ? 1 : 2);
}

/* Exceptions without bounds are hostile, not endless. */
static void
test_unbounded (void)
{
  for (int kind = GUATU_RECUR_DAILY; kind <= GUATU_RECUR_YEARLY_PLACE; kind++)
    {
      GuatuException rule = { .from = G_MININT64, .to = G_MAXINT64, .recurrence = kind, .period = G_MAXINT,
                              .weekdays = G_MAXINT, .month = G_MAXINT, .month_day = G_MAXINT, .place = G_MAXINT,
                              .item = G_MAXINT };
      g_autoptr(GuatuWorktime) odd = without (&rule, 1);
      g_autoptr(GuatuWorktime) even = NULL;

      g_assert_cmpint (guatu_worktime_works (odd), ==, kind != GUATU_RECUR_DAILY);
      rule = (GuatuException) { G_MININT64, G_MAXINT64, kind, 1, 127, 1, 1, 0, 0, NULL, 0 };
      even = without (&rule, 1);
      g_assert_cmpint (guatu_worktime_days (even, at ("2024-01-01"), at ("2024-01-01")), ==, 0);
      g_assert_cmpint (guatu_worktime_days (even, at ("2199-01-01"), at ("2199-01-01")), ==, 0);
    }
}

/* Files of some megabytes must not take minutes: each of these exceptions asks for a look at three centuries. */
static void
test_bounded_time (void)
{
  enum { N_EXCEPTIONS = 100000 };
  g_autofree GuatuException *exceptions = g_new0 (GuatuException, N_EXCEPTIONS);
  g_autoptr(GuatuWorktime) worktime = NULL;
  gint64 begin = g_get_monotonic_time ();

  for (int i = 0; i < N_EXCEPTIONS; i++)
    exceptions[i] = (GuatuException) {
      .from = GUATU_INSTANT_MIN, .to = GUATU_INSTANT_MAX, .recurrence = 1 + i % GUATU_RECUR_YEARLY_PLACE,
      .weekdays = 1 << i % 7, .period = 2 + i % 3, .month = 1 + i % 12, .month_day = 31, .place = 3, .item = 3 + i % 7 };
  worktime = without (exceptions, N_EXCEPTIONS);

  g_assert_cmpint (guatu_worktime_days (worktime, at ("2024-01-01"), at ("2024-12-31")), <, 366);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 20 * G_USEC_PER_SEC);
}

/* Nor gigabytes: a Saturday in splinters would lie in each of 3000 weeks, all of which differ. */
static void
test_bounded_memory (void)
{
  enum { N_SPLINTERS = 43200, N_WEEKS = 3000 };
  g_autofree GuatuHours *splinters = g_new (GuatuHours, N_SPLINTERS);
  g_autofree GuatuHours *mondays = g_new (GuatuHours, N_WEEKS);
  g_autofree GuatuException *exceptions = g_new0 (GuatuException, N_WEEKS);
  GuatuCalendarSpec spec = { .exceptions = exceptions, .n_exceptions = N_WEEKS };
  g_autoptr(GuatuWorktime) worktime = NULL;
  guint n;

  for (int i = 0; i < N_SPLINTERS; i++)
    splinters[i] = (GuatuHours) { 2 * i, 2 * i + 1 };
  spec.given[5] = TRUE;
  spec.hours[5] = splinters;
  spec.n_hours[5] = N_SPLINTERS;
  for (int i = 0; i < N_WEEKS; i++)
    {
      GuatuInstant monday = at ("1990-01-01") + i * GUATU_WEEK;

      mondays[i] = (GuatuHours) { i, 43200 };
      exceptions[i] = (GuatuException) { .from = monday, .to = monday, .hours = &mondays[i], .n_hours = 1 };
    }
  worktime = guatu_worktime_new (&spec);

  guatu_worktime_hours (worktime, at ("1990-01-06"), &n);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <=, 16);
  g_assert_cmpint (guatu_worktime_work (worktime, at ("1990-01-08"), at ("1990-01-09")), ==, 43200 - 1);
}

/* Microsoft Project writes recurring exceptions twice: as rules, and expanded to days. */
typedef struct
{
  GArray         *exceptions;
  GHashTable     *expanded;     /* days as numbers */
  GString        *text;
  GuatuException  exception;
  gboolean        in_exception;
  int             day_type;
  int             kind;
} Reading;

static void
start_element (GMarkupParseContext *context, const char *element, const char **names, const char **values,
               gpointer data, GError **error)
{
  Reading *reading = data;

  g_string_truncate (reading->text, 0);
  if (g_str_equal (element, "Exception"))
    {
      reading->in_exception = TRUE;
      reading->exception = (GuatuException) { 0 };
      reading->kind = 0;
    }
  else if (g_str_equal (element, "WeekDay"))
    {
      reading->exception = (GuatuException) { 0 };
      reading->day_type = -1;
    }
}

static void
end_exception (Reading *reading)
{
  static const GuatuRecurrence kinds[] = {
    [1] = GUATU_RECUR_DAILY, [2] = GUATU_RECUR_YEARLY_DAY, [3] = GUATU_RECUR_YEARLY_PLACE,
    [4] = GUATU_RECUR_MONTHLY_DAY, [5] = GUATU_RECUR_MONTHLY_PLACE, [6] = GUATU_RECUR_WEEKLY,
    [7] = GUATU_RECUR_EVERY_N_DAYS };

  reading->in_exception = FALSE;
  g_assert_cmpint (reading->kind, >=, 1);
  g_assert_cmpint (reading->kind, <=, 7);
  reading->exception.recurrence = kinds[reading->kind];
  g_array_append_val (reading->exceptions, reading->exception);
}

static void
end_element (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reading *reading = data;
  const char *text = g_strstrip (reading->text->str);
  int number = atoi (text);
  g_autofree char *date = g_strndup (text, 10);

  if (g_str_equal (element, "FromDate"))
    reading->exception.from = at (date);
  else if (g_str_equal (element, "ToDate"))
    reading->exception.to = at (date);
  else if (g_str_equal (element, "DayType"))
    reading->day_type = number;
  else if (g_str_equal (element, "WeekDay") && reading->day_type == 0)
    for (GuatuInstant day = reading->exception.from; day <= reading->exception.to; day += GUATU_DAY)
      g_hash_table_add (reading->expanded, GINT_TO_POINTER (day / GUATU_DAY));

  if (!reading->in_exception)
    return;

  if (g_str_equal (element, "Type"))
    reading->kind = number;
  else if (g_str_equal (element, "Period"))
    reading->exception.period = number;
  else if (g_str_equal (element, "DaysOfWeek"))
    reading->exception.weekdays = number;
  else if (g_str_equal (element, "Month"))
    reading->exception.month = number + 1;
  else if (g_str_equal (element, "MonthDay"))
    reading->exception.month_day = number;
  else if (g_str_equal (element, "MonthItem"))
    reading->exception.item = number;
  else if (g_str_equal (element, "MonthPosition"))
    reading->exception.place = number;
  else if (g_str_equal (element, "Exception"))
    end_exception (reading);
}

static void
add_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reading *reading = data;

  g_string_append_len (reading->text, text, length);
}

static void
test_project (void)
{
  static const GMarkupParser callbacks = { start_element, end_element, add_text };
  g_autofree char *path = guatu_test_data ("mspdi/recurring-exceptions-project2010.xml");
  g_autoptr(GMarkupParseContext) context = NULL;
  g_autoptr(GuatuWorktime) worktime = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  Reading reading = { 0 };
  guint days = 0;
  gsize length;

  if (path == NULL)
    return;

  reading.exceptions = g_array_new (FALSE, FALSE, sizeof (GuatuException));
  reading.expanded = g_hash_table_new (NULL, NULL);
  reading.text = g_string_new (NULL);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  context = g_markup_parse_context_new (&callbacks, 0, &reading, NULL);
  g_assert_true (g_markup_parse_context_parse (context, text, length, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (reading.exceptions->len, ==, 27);
  g_assert_cmpuint (g_hash_table_size (reading.expanded), ==, 140);
  worktime = without ((const GuatuException *) reading.exceptions->data, reading.exceptions->len);
  for (GuatuInstant day = at ("1990-01-01"); day < at ("2060-01-01"); day += GUATU_DAY)
    {
      gboolean off = guatu_worktime_days (worktime, day, day) == 0;

      g_assert_cmpint (off, ==, g_hash_table_contains (reading.expanded, GINT_TO_POINTER (day / GUATU_DAY)));
      days += off;
    }
  g_assert_cmpuint (days, ==, 140);

  g_array_unref (reading.exceptions);
  g_hash_table_unref (reading.expanded);
  g_string_free (reading.text, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recurrence/each-kind-falls-on-its-days", test_kinds);
  g_test_add_func ("/recurrence/plain-ranges-win-then-days-years-months-weeks-and-the-later-of-two", test_precedence);
  g_test_add_func ("/recurrence/without-bounds-it-ends-with-time", test_unbounded);
  g_test_add_func ("/recurrence/no-calendar-takes-unbounded-time", test_bounded_time);
  g_test_add_func ("/recurrence/no-calendar-takes-unbounded-memory", test_bounded_memory);
  g_test_add_func ("/recurrence/27-exceptions-of-project-fall-on-the-140-days-that-it-lists", test_project);

  return g_test_run ();
}
