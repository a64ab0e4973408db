/* test-holidays-json.c — a year's holidays in JSON, and how days come into a calendar and out of it again. */
#include "holiday-import.h"

static void
test_days (void)
{
  Read read = read_fixture ("json/holidays-2027.json");

  assert_days (&read, 0, "2027-01-01", "2027-01-03", FALSE, "元旦");
  assert_days (&read, 1, "2027-01-09", "2027-01-09", TRUE, "元旦");
  assert_days (&read, 2, "2027-02-05", "2027-02-06", FALSE, "春节");
  assert_days (&read, 3, "2027-10-01", "2027-10-01", FALSE, "国庆节");
  g_assert_cmpuint (read.import.n, ==, 4);
  assert_note (&read, "days[6]: this is no day with name, date and isOffDay");
  g_assert_cmpint (read.import.covers_from, ==, guatu_test_at ("2027-01-01"));
  g_assert_cmpint (read.import.covers_to, ==, guatu_test_at ("2027-12-31"));
  clear (&read);
}

static void
test_refused (void)
{
  refuse ("", "a.json", "The JSON file cannot be read");
  refuse ("[1, 2]", "a.json", "no list of holidays");
  refuse ("{\"year\": 2027}", "a.json", "no list of holidays");
  refuse ("{\"year\": 2027, \"days\": []}", "a.json", "There is no day");
  refuse ("{\"year\": 2027, \"days\": [{\"name\": \"x\"", "a.json", "The JSON file cannot be read: line 1");
  refuse ("{\"days\": [1]}", "a.json", "days[0]: this is no day");
}

static void
test_damaged (void)
{
  try_damaged ("json/holidays-2027.json", 800);
}

static void
test_hostile (void)
{
  try_folder ("hostile", ".json");
}

/* In a calendar ---------------------------------------------------------------------------------------- */

static GuatuInstant
data_to (const Open *open)
{
  return guatu_plan_number (guatu_document_get_plan (open->document), GUATU_TABLE_CALENDAR, 0, GUATU_CALENDAR_DATA_TO);
}

static gint64
head (const Open *open)
{
  gint64 seq = 0;

  g_assert_true (guatu_store_head (guatu_document_get_store (open->document), &seq, NULL, NULL));
  return seq;
}

static void
test_import (void)
{
  Read read = read_fixture ("json/holidays-2027.json");
  Open open = open_plan ("china", "2027-01-04 08:00", 5);
  guint before = n_exceptions (&open);
  g_autofree char *title = NULL;

  g_assert_cmpint (data_to (&open), ==, guatu_test_at ("2026-12-31"));
  import_days (&open, &read.import);
  g_assert_cmpuint (n_exceptions (&open), ==, before + 4);
  /* The years for which days are published go on. */
  g_assert_cmpint (data_to (&open), ==, guatu_test_at ("2027-12-31"));
  /* The Saturday is worked with the hours of a weekday. */
  g_assert_cmpint (guatu_worktime_work (guatu_plan_worktime (guatu_document_get_plan (open.document), 0),
                                        guatu_test_at ("2027-01-09 00:00"), guatu_test_at ("2027-01-10 00:00")), ==,
                   8 * GUATU_HOUR);

  g_assert_true (guatu_document_undo (open.document, &title, NULL));
  g_assert_nonnull (strstr (title, "Take the days of"));
  g_assert_cmpuint (n_exceptions (&open), ==, before);
  g_assert_cmpint (data_to (&open), ==, guatu_test_at ("2026-12-31"));
  close_plan (&open);
  clear (&read);
}

static void
test_twice (void)
{
  Read read = read_fixture ("json/holidays-2027.json");
  Open open = open_plan ("standard", "2027-01-04 08:00", 5);
  gint64 after;

  import_days (&open, &read.import);
  after = head (&open);
  import_days (&open, &read.import);
  g_assert_cmpint (head (&open), ==, after);
  close_plan (&open);
  clear (&read);
}

/* Plain days off, by hand. */
static void
add_by_hand (Open *open, const char *name, const char *from, const char *to, GuatuRecurrence recurrence)
{
  g_autoptr(GError) error = NULL;
  GuatuSetting settings[] = {
    { GUATU_CALENDAR_EXCEPTION_CALENDAR, GUATU_INTEGER (open->calendar) },
    { GUATU_CALENDAR_EXCEPTION_NAME, GUATU_TEXT (name) },
    { GUATU_CALENDAR_EXCEPTION_FROM_DATE, GUATU_INTEGER (guatu_test_at (from)) },
    { GUATU_CALENDAR_EXCEPTION_TO_DATE, GUATU_INTEGER (guatu_test_at (to)) },
    { GUATU_CALENDAR_EXCEPTION_RECURRENCE, GUATU_INTEGER (recurrence) },
    { GUATU_CALENDAR_EXCEPTION_WEEKDAYS, GUATU_INTEGER (recurrence == GUATU_RECUR_WEEKLY ? 8 : 0) },
  };
  gint64 id;

  guatu_document_add (open->document, GUATU_TABLE_CALENDAR_EXCEPTION, settings, G_N_ELEMENTS (settings), &id, &error);
  g_assert_no_error (error);
}

static gboolean
has_exception (const Open *open, const char *name, const char *from, const char *to)
{
  const GuatuPlan *plan = guatu_document_get_plan (open->document);
  const GuatuCalendarException *rows = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR_EXCEPTION);

  for (guint i = 0; i < guatu_plan_n_rows (plan, GUATU_TABLE_CALENDAR_EXCEPTION); i++)
    if (rows[i].id != 0 && g_str_equal (guatu_plan_text (plan, rows[i].name), name) &&
        rows[i].from_date == guatu_test_at (from) && rows[i].to_date == guatu_test_at (to))
      return TRUE;
  return FALSE;
}

static void
test_what_stays (void)
{
  Read read = read_fixture ("json/holidays-2027.json");
  Open open = open_plan ("standard", "2027-01-04 08:00", 5);

  add_by_hand (&open, "Founding day", "2027-03-15", "2027-03-15", GUATU_RECUR_DAILY);
  add_by_hand (&open, "New year", "2026-12-30", "2027-01-05", GUATU_RECUR_DAILY);
  add_by_hand (&open, "Spring", "2027-02-05", "2027-02-05", GUATU_RECUR_DAILY);
  add_by_hand (&open, "Wednesdays", "2027-01-01", "2027-12-31", GUATU_RECUR_WEEKLY);
  import_days (&open, &read.import);

  g_assert_true (has_exception (&open, "Founding day", "2027-03-15", "2027-03-15"));
  g_assert_true (has_exception (&open, "Wednesdays", "2027-01-01", "2027-12-31"));
  /* The same days are replaced, the others of the range stay. */
  g_assert_true (has_exception (&open, "New year", "2026-12-30", "2026-12-31"));
  g_assert_true (has_exception (&open, "New year", "2027-01-04", "2027-01-05"));
  g_assert_true (has_exception (&open, "元旦", "2027-01-01", "2027-01-03"));
  g_assert_false (has_exception (&open, "Spring", "2027-02-05", "2027-02-05"));
  g_assert_cmpuint (n_exceptions (&open), ==, 8);
  close_plan (&open);
  clear (&read);
}

static void
test_gap (void)
{
  Open open = open_plan ("china", "2027-01-04 08:00", 5);
  GuatuSpecialDays day = { .from = guatu_test_at ("2029-01-01"), .to = guatu_test_at ("2029-01-01"), .name = "x" };
  GuatuDaysImport import = { .days = &day, .n = 1, .covers_from = guatu_test_at ("2029-01-01"),
                             .covers_to = guatu_test_at ("2029-12-31") };

  /* Nobody has published 2027 and 2028. */
  import_days (&open, &import);
  g_assert_cmpint (data_to (&open), ==, guatu_test_at ("2026-12-31"));
  close_plan (&open);
}

static void
test_bad_days (void)
{
  Open open = open_plan ("standard", "2027-01-04 08:00", 5);
  GuatuSpecialDays day = { .from = guatu_test_at ("2027-01-02"), .to = guatu_test_at ("2027-01-01"), .name = "x" };
  GuatuDaysImport import = { .days = &day, .n = 1, .covers_from = GUATU_NONE, .covers_to = GUATU_NONE };
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) missing = NULL;

  g_assert_false (guatu_document_import_days (open.document, open.calendar, &import, &error));
  g_assert_error (error, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_INVALID);
  day.to = day.from;
  g_assert_false (guatu_document_import_days (open.document, 12345, &import, &missing));
  g_assert_error (missing, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_NOT_FOUND);
  g_assert_cmpuint (n_exceptions (&open), ==, 0);
  close_plan (&open);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/holidays-json/days in a row become one exception", test_days);
  g_test_add_func ("/holidays-json/what is no list of days is refused", test_refused);
  g_test_add_func ("/holidays-json/damaged files are read or refused", test_damaged);
  g_test_add_func ("/holidays-json/hostile files are read or refused", test_hostile);
  g_test_add_func ("/holidays-json/days come into a calendar in one entry, and out again", test_import);
  g_test_add_func ("/holidays-json/the same file taken in twice changes nothing", test_twice);
  g_test_add_func ("/holidays-json/only plain exceptions of the same days are replaced", test_what_stays);
  g_test_add_func ("/holidays-json/years that nobody has published are not covered", test_gap);
  g_test_add_func ("/holidays-json/days that are none are refused", test_bad_days);

  return g_test_run ();
}
