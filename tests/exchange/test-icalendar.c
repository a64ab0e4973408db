/* test-icalendar.c — iCalendar events become days off and days worked, and stand in a calendar. */
#include "holiday-import.h"

static void
test_events (void)
{
  Read read = read_fixture ("ics/county.ics");

  assert_days (&read, 0, "2027-01-01", "2027-01-03", FALSE, "元旦假期");
  assert_days (&read, 1, "2027-01-09", "2027-01-09", TRUE, "上班(补元旦假期)");
  assert_days (&read, 2, "2027-02-06", "2027-02-12", FALSE, "春节（休）");
  assert_days (&read, 3, "2027-02-20", "2027-02-20", TRUE, "春节 调休");
  assert_days (&read, 4, "2027-02-21", "2027-02-21", TRUE, "Spring festival");
  g_assert_cmpint (read.import.covers_from, ==, guatu_test_at ("2027-01-01"));
  g_assert_cmpint (read.import.covers_to, ==, guatu_test_at ("2027-12-31"));
  clear (&read);
}

static void
test_rules (void)
{
  Read read = read_fixture ("ics/county.ics");

  assert_days (&read, 5, "2027-05-10", "2099-12-31", FALSE, "County fair");
  g_assert_cmpint (read.import.days[5].recurrence, ==, GUATU_RECUR_YEARLY_DAY);
  g_assert_cmpint (read.import.days[5].month, ==, 5);
  g_assert_cmpint (read.import.days[5].month_day, ==, 10);
  /* The start is no last Friday, so it is a day of its own: laid out. */
  assert_days (&read, 6, "2027-01-01", "2027-01-01", FALSE, "Market day");
  assert_days (&read, 7, "2027-01-29", "2027-01-29", FALSE, "Market day");
  assert_days (&read, 18, "2027-12-31", "2027-12-31", FALSE, "Market day");
  /* Three times, one of which is taken out. */
  assert_days (&read, 19, "2027-01-05", "2027-01-05", FALSE, "Training");
  assert_days (&read, 20, "2027-01-19", "2027-01-19", FALSE, "Training");
  assert_days (&read, 21, "2027-10-01", "2027-10-07", FALSE, "国庆节");
  g_assert_cmpuint (read.import.n, ==, 22);
  clear (&read);
}

static void
test_not_taken (void)
{
  Read read = read_fixture ("ics/county.ics");

  assert_note (&read, "Line 52, VEVENT “Meeting”: it has a time of day");
  assert_note (&read, "Line 58, VEVENT “Called off”: it was cancelled");
  assert_note (&read, "Line 64, VTODO “Order flags”: this is no event");
  g_assert_cmpuint (guatu_notes_count (read.notes), ==, 3);
  clear (&read);
}

/* A rule that begins on 2024-01-01, a Monday. */
static Read
read_rule (const char *rule)
{
  g_autofree char *text = g_strdup_printf ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:R\nDTSTART;VALUE=DATE:20240101\n"
                                           "RRULE:%s\nEND:VEVENT\nEND:VCALENDAR\n", rule);

  return read_bytes (text, -1, "rule.ics");
}

static void
test_rules_that_map (void)
{
  static const struct { const char *rule; GuatuSpecialDays days; } rules[] = {
    { "FREQ=DAILY;INTERVAL=3", { .recurrence = GUATU_RECUR_EVERY_N_DAYS, .period = 3 } },
    { "FREQ=WEEKLY", { .recurrence = GUATU_RECUR_WEEKLY, .period = 1, .weekdays = 2 } },
    { "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", { .recurrence = GUATU_RECUR_WEEKLY, .period = 2, .weekdays = 2 } },
    { "FREQ=WEEKLY;BYDAY=MO,SA", { .recurrence = GUATU_RECUR_WEEKLY, .period = 1, .weekdays = 66 } },
    { "FREQ=MONTHLY", { .recurrence = GUATU_RECUR_MONTHLY_DAY, .period = 1, .month_day = 1 } },
    { "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO", { .recurrence = GUATU_RECUR_MONTHLY_PLACE, .period = 3, .item = 4 } },
    { "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1",
      { .recurrence = GUATU_RECUR_YEARLY_DAY, .month = 1, .month_day = 1 } },
    { "FREQ=YEARLY;BYMONTH=1;BYDAY=1MO", { .recurrence = GUATU_RECUR_YEARLY_PLACE, .month = 1, .item = 4 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      Read read = read_rule (rules[i].rule);
      const GuatuSpecialDays *days = read.import.days, *expected = &rules[i].days;

      g_test_message ("%s", rules[i].rule);
      g_assert_no_error (read.error);
      g_assert_cmpuint (read.import.n, ==, 1);
      g_assert_cmpint (days->recurrence, ==, expected->recurrence);
      g_assert_cmpint (days->period, ==, expected->period);
      g_assert_cmpint (days->weekdays, ==, expected->weekdays);
      g_assert_cmpint (days->month, ==, expected->month);
      g_assert_cmpint (days->month_day, ==, expected->month_day);
      g_assert_cmpint (days->place, ==, expected->place);
      g_assert_cmpint (days->item, ==, expected->item);
      g_assert_cmpint (days->to, ==, guatu_test_at ("2099-12-31"));
      clear (&read);
    }
}

static void
test_rules_laid_out (void)
{
  static const struct { const char *rule; guint n; const char *last; } rules[] = {
    { "FREQ=DAILY;COUNT=5", 5, "2024-01-05" },
    { "FREQ=WEEKLY;COUNT=4;INTERVAL=2;BYDAY=MO,SU;WKST=MO", 4, "2024-01-21" },
    { "FREQ=WEEKLY;COUNT=4;INTERVAL=2;BYDAY=MO,SU;WKST=SU", 4, "2024-01-28" },
    { "FREQ=MONTHLY;BYMONTHDAY=1,31;UNTIL=20240401", 6, "2024-04-01" },
    { "FREQ=YEARLY;BYDAY=1MO,-1TU;UNTIL=20251231", 4, "2025-12-30" },
    { "FREQ=YEARLY;BYMONTH=1,2;BYMONTHDAY=-1;UNTIL=20241231", 3, "2024-02-29" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      Read read = read_rule (rules[i].rule);

      g_test_message ("%s", rules[i].rule);
      g_assert_no_error (read.error);
      g_assert_cmpuint (read.import.n, ==, rules[i].n);
      assert_days (&read, rules[i].n - 1, rules[i].last, rules[i].last, FALSE, "R");
      clear (&read);
    }
}

static void
test_rules_without_end (void)
{
  Read never = read_rule ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30");
  Read often = read_rule ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR");
  Read unknown = read_rule ("FREQ=SECONDLY");
  Read places = read_rule ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1");

  g_assert_cmpuint (never.import.n, ==, 1);
  assert_note (&never, "laid out for 20 years");
  g_assert_cmpuint (often.import.n, ==, 1000);
  assert_note (&often, "Line 2, VEVENT “R”: its rule cannot be kept; its days were laid out for 20 years, 1,000 at most");
  g_assert_cmpuint (unknown.import.n, ==, 1);
  assert_note (&unknown, "its rule of recurrence is not understood; only its first time was taken");
  assert_note (&places, "its rule of recurrence is not understood");
  clear (&never);
  clear (&often);
  clear (&unknown);
  clear (&places);
}

static void
test_refused (void)
{
  g_autoptr(GString) deep = g_string_new (NULL);

  for (guint i = 0; i < 1000; i++)
    g_string_append (deep, "BEGIN:VEVENT\n");
  refuse (deep->str, "a.ics", "line 17, “VEVENT” lies too deep");
  refuse ("", "a.ics", "no iCalendar that can be read");
  refuse ("hello\n", "a.ics", "line 1 stands outside of everything");
  refuse ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240101\nEND:VEVENT\n", "a.ics",
          "what begins in line 1, “VCALENDAR”, does not end");
  refuse ("BEGIN:VCALENDAR\nEND:VEVENT\n", "a.ics", "in line 2, “VEVENT” ends");
  refuse ("BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:x\nEND:VTODO\nEND:VCALENDAR\n", "a.ics",
          "Line 2, VTODO “x”: this is no event");
  g_string_truncate (deep, 0);
  g_string_append (deep, "BEGIN:VCALENDAR\nX-A:");
  for (guint i = 0; i < 70000; i++)
    g_string_append_c (deep, 'a');
  refuse (deep->str, "a.ics", "too long");
}

static void
test_damaged (void)
{
  try_damaged ("ics/county.ics", 800);
}

static void
test_hostile (void)
{
  try_folder ("hostile", ".ics");
}

static void
test_others (void)
{
  g_autofree char *path = guatu_test_data ("ics/holiday-cn-2026.ics");
  Read read;

  if (path == NULL)
    return;

  try_folder ("ics", ".ics");
  read = read_file (path);
  g_assert_no_error (read.error);
  g_assert_cmpuint (read.import.n, ==, 13);
  g_assert_cmpuint (guatu_notes_count (read.notes), ==, 0);
  clear (&read);
}

/* In a calendar ---------------------------------------------------------------------------------------- */

static void
test_year_of_days (void)
{
  g_autofree char *path = guatu_test_data ("ics/holiday-cn-2026.ics");
  Open standard, china;
  Read read;

  if (path == NULL)
    return;

  /* What the file says of 2026 is what ships with the program. */
  read = read_file (path);
  standard = open_plan ("standard", "2026-02-09 08:00", 20);
  china = open_plan ("china", "2026-02-09 08:00", 20);
  import_days (&standard, &read.import);
  import_days (&china, &read.import);
  g_assert_cmpint (worked_days (&standard, "2026-01-01", "2026-12-31"), ==, 248);
  g_assert_cmpint (worked_days (&china, "2026-01-01", "2026-12-31"), ==, 248);
  g_assert_cmpint (worked_days (&china, "2025-01-01", "2025-12-31"), ==, 248);
  g_assert_cmpint (guatu_document_get_schedule (standard.document)->finish[0], ==, guatu_test_at ("2026-03-12 17:00"));
  close_plan (&standard);
  close_plan (&china);
  clear (&read);
}

static void
test_preview (void)
{
  Read read = read_fixture ("ics/county.ics");
  Open open = open_plan ("standard", "2027-01-04 08:00", 30);
  g_autoptr(GuatuPlan) after = guatu_document_preview_days (open.document, open.calendar, &read.import, NULL);
  g_autoptr(GuatuSchedule) schedule = guatu_schedule_new (after, NULL, NULL);

  g_assert_cmpuint (n_exceptions (&open), ==, 0);
  g_assert_cmpint (schedule->finish[0], >, guatu_document_get_schedule (open.document)->finish[0]);
  import_days (&open, &read.import);
  g_assert_cmpint (guatu_document_get_schedule (open.document)->finish[0], ==, schedule->finish[0]);
  g_assert_cmpuint (n_exceptions (&open), ==, 22);
  close_plan (&open);
  clear (&read);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/icalendar/all-day events are days off, make-up days are worked", test_events);
  g_test_add_func ("/icalendar/rules become recurring exceptions or are laid out", test_rules);
  g_test_add_func ("/icalendar/what is no day off is named with its line", test_not_taken);
  g_test_add_func ("/icalendar/rules that mean the same as an exception are kept as one", test_rules_that_map);
  g_test_add_func ("/icalendar/other rules are laid out day by day", test_rules_laid_out);
  g_test_add_func ("/icalendar/rules without end are limited, and that is said", test_rules_without_end);
  g_test_add_func ("/icalendar/what is broken off, too deep or too long is refused", test_refused);
  g_test_add_func ("/icalendar/damaged files are read or refused", test_damaged);
  g_test_add_func ("/icalendar/hostile files are read or refused", test_hostile);
  g_test_add_func ("/icalendar/files of other programs are read", test_others);
  g_test_add_func ("/icalendar/the State Council’s days of 2026 give 248 working days on any calendar",
                   test_year_of_days);
  g_test_add_func ("/icalendar/a preview shows what the import then does", test_preview);

  return g_test_run ();
}
