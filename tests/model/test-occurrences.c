/* test-occurrences.c — the days of recurring tasks: as calendars lay them out, and as iCalendar means them. */
#include "guatu-occurrences.h"

#include "guatu-test.h"

#define ICAL_ERRORS_ARE_NONFATAL 1
#include <libical/ical.h>
#include <string.h>

#define at(text) guatu_test_at (text)

static const GuatuHours usual[] = { { 8 * 3600, 12 * 3600 }, { 13 * 3600, 17 * 3600 } };

/* Monday to Friday, off from 2024-05-01 to 2024-05-05, at work on Saturday 2024-05-11. */
static GuatuWorktime *
china (void)
{
  const GuatuException exceptions[] = {
    { .from = at ("2024-05-01"), .to = at ("2024-05-05") },
    { .from = at ("2024-05-11"), .to = at ("2024-05-11"), .hours = usual, .n_hours = 2 },
  };
  GuatuCalendarSpec spec = { .exceptions = exceptions, .n_exceptions = 2 };

  for (int weekday = 0; weekday < 7; weekday++)
    {
      spec.given[weekday] = TRUE;
      spec.hours[weekday] = weekday < 5 ? usual : NULL;
      spec.n_hours[weekday] = weekday < 5 ? 2 : 0;
    }
  return guatu_worktime_new (&spec);
}

static char *
list_days (const GuatuTaskRecurrence *rule, const GuatuWorktime *worktime)
{
  g_autoptr(GArray) days = guatu_occurrence_days (rule, worktime, GUATU_MOST_OCCURRENCES);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < days->len; i++)
    {
      g_autofree char *text = guatu_instant_to_iso (g_array_index (days, GuatuInstant, i));

      g_string_append_printf (list, "%s%.10s", list->len > 0 ? " " : "", text);
    }
  return g_string_free (list, FALSE);
}

/* Known dates ---------------------------------------------------------------------------------------------- */

static const struct
{
  const char         *what;
  const char         *from;
  const char         *to;         /* or times */
  GuatuTaskRecurrence rule;
  gboolean            holidays;
  const char         *days;
} rows[] = {
  { "every day, off or not", "2024-02-28", "2024-03-02", { .recurrence = GUATU_RECUR_DAILY }, FALSE,
    "2024-02-28 2024-02-29 2024-03-01 2024-03-02" },
  { "every working day", "2024-04-29", "2024-05-13", { .recurrence = GUATU_RECUR_DAILY, .day_off = GUATU_DAY_OFF_SKIP },
    TRUE, "2024-04-29 2024-04-30 2024-05-06 2024-05-07 2024-05-08 2024-05-09 2024-05-10 2024-05-11 2024-05-13" },
  { "what meets on one working day takes place once", "2024-05-01", "2024-05-06", { .recurrence = GUATU_RECUR_DAILY },
    TRUE, "2024-05-06" },
  { "every third day, four times", "2024-01-30", NULL,
    { .recurrence = GUATU_RECUR_EVERY_N_DAYS, .period = 3, .times = 4 }, FALSE,
    "2024-01-30 2024-02-02 2024-02-05 2024-02-08" },
  { "Wednesdays, a holiday among them: the next working day", "2024-04-24", "2024-05-08",
    { .recurrence = GUATU_RECUR_WEEKLY, .period = 1, .weekdays = 8 }, TRUE, "2024-04-24 2024-05-06 2024-05-08" },
  { "the working day before", "2024-04-24", "2024-05-08",
    { .recurrence = GUATU_RECUR_WEEKLY, .period = 1, .weekdays = 8, .day_off = GUATU_DAY_OFF_PREVIOUS }, TRUE,
    "2024-04-24 2024-04-30 2024-05-08" },
  { "not at all", "2024-04-24", "2024-05-08",
    { .recurrence = GUATU_RECUR_WEEKLY, .period = 1, .weekdays = 8, .day_off = GUATU_DAY_OFF_SKIP }, TRUE,
    "2024-04-24 2024-05-08" },
  { "three times, of which one is left out", "2024-04-24", NULL,
    { .recurrence = GUATU_RECUR_WEEKLY, .period = 1, .weekdays = 8, .times = 3, .day_off = GUATU_DAY_OFF_SKIP }, TRUE,
    "2024-04-24 2024-05-08" },
  { "a Saturday that is worked", "2024-05-04", "2024-05-18",
    { .recurrence = GUATU_RECUR_WEEKLY, .period = 1, .weekdays = 64, .day_off = GUATU_DAY_OFF_SKIP }, TRUE,
    "2024-05-11" },
  { "Mondays and Thursdays of every second week", "2024-01-01", "2024-01-31",
    { .recurrence = GUATU_RECUR_WEEKLY, .period = 2, .weekdays = 2 | 16 }, FALSE,
    "2024-01-01 2024-01-04 2024-01-15 2024-01-18 2024-01-29" },
  { "the 31st, or the month's last day", "2024-01-31", NULL,
    { .recurrence = GUATU_RECUR_MONTHLY_DAY, .period = 1, .month_day = 31, .times = 5 }, FALSE,
    "2024-01-31 2024-02-29 2024-03-31 2024-04-30 2024-05-31" },
  { "the last Friday of every quarter", "2024-03-01", NULL,
    { .recurrence = GUATU_RECUR_MONTHLY_PLACE, .period = 3, .place = 4, .item = 8, .times = 3 }, FALSE,
    "2024-03-29 2024-06-28 2024-09-27" },
  { "29 February", "2023-01-01", NULL,
    { .recurrence = GUATU_RECUR_YEARLY_DAY, .month = 2, .month_day = 29, .times = 3 }, FALSE,
    "2023-02-28 2024-02-29 2025-02-28" },
  { "every fourth year", "2024-01-01", NULL,
    { .recurrence = GUATU_RECUR_YEARLY_DAY, .period = 4, .month = 2, .month_day = 29, .times = 3 }, FALSE,
    "2024-02-29 2028-02-29 2032-02-29" },
  { "every second year counts from the first day's", "2024-06-20", NULL,
    { .recurrence = GUATU_RECUR_YEARLY_DAY, .period = 2, .month = 5, .month_day = 5, .times = 2 }, FALSE,
    "2026-05-05 2028-05-05" },
  { "the second Tuesday of June, every year", "2024-01-01", NULL,
    { .recurrence = GUATU_RECUR_YEARLY_PLACE, .month = 6, .place = 1, .item = 5, .times = 2 }, FALSE,
    "2024-06-11 2025-06-10" },
  { "no weekday", "2024-01-01", "2024-12-31", { .recurrence = GUATU_RECUR_WEEKLY, .period = 1 }, FALSE, "" },
  { "no time", "2024-01-01", NULL, { .recurrence = GUATU_RECUR_DAILY, .times = 0 }, FALSE, "" },
};

static void
test_known_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GuatuWorktime) worktime = rows[i].holidays ? china () : NULL;
      GuatuTaskRecurrence rule = rows[i].rule;
      g_autofree char *days = NULL;

      g_test_message ("%s", rows[i].what);
      rule.from_date = at (rows[i].from);
      rule.to_date = rows[i].to != NULL ? at (rows[i].to) : GUATU_NONE;
      if (rows[i].to != NULL)
        rule.times = GUATU_NONE;
      days = list_days (&rule, worktime);
      g_assert_cmpstr (days, ==, rows[i].days);
    }
}

static void
test_most (void)
{
  GuatuTaskRecurrence rule = { .recurrence = GUATU_RECUR_DAILY, .from_date = GUATU_INSTANT_MIN, .to_date = GUATU_NONE,
                               .times = GUATU_NONE };
  g_autoptr(GArray) days = guatu_occurrence_days (&rule, NULL, 123);
  g_autoptr(GuatuWorktime) never = guatu_worktime_new (&(GuatuCalendarSpec) { .n_exceptions = 0 });
  g_autoptr(GArray) none = NULL;

  g_assert_cmpuint (days->len, ==, 123);
  for (guint day_off = GUATU_DAY_OFF_NEXT; day_off <= GUATU_DAY_OFF_SKIP; day_off++)
    {
      rule.day_off = (guint8) day_off;
      g_clear_pointer (&none, g_array_unref);
      none = guatu_occurrence_days (&rule, never, 123);
      g_assert_cmpuint (none->len, ==, 0);
    }
}

/* As iCalendar means it ---------------------------------------------------------------------------------------- */

static const char * const names[] = { "SU", "MO", "TU", "WE", "TH", "FR", "SA" };

static void
append_weekdays (GString *text, guint bits)
{
  g_string_append (text, ";BYDAY=");
  for (guint i = 0, n = 0; i < 7; i++)
    if ((bits >> i & 1) != 0)
      g_string_append_printf (text, "%s%s", n++ > 0 ? "," : "", names[i]);
}

/* A month's last day stands in for one that it does not have: the last of those up to it. */
static void
append_month_day (GString *text, int day)
{
  g_string_append_printf (text, ";BYMONTHDAY=%d", MIN (day, 28));
  for (int other = 29; other <= day; other++)
    g_string_append_printf (text, ",%d", other);
  if (day > 28)
    g_string_append (text, ";BYSETPOS=-1");
}

static void
append_place (GString *text, int place, int item)
{
  static const guint bits[] = { 127, 62, 65 };

  append_weekdays (text, item < 3 ? bits[item] : 1u << (item - 3));
  g_string_append_printf (text, ";BYSETPOS=%d", place == 4 ? -1 : place + 1);
}

static char *
rrule_of (const GuatuTaskRecurrence *rule)
{
  static const char * const frequencies[] = { "DAILY", "DAILY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY", "YEARLY" };
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "FREQ=%s;WKST=SU", frequencies[rule->recurrence]);
  if (rule->recurrence != GUATU_RECUR_DAILY)
    g_string_append_printf (text, ";INTERVAL=%d", (int) rule->period);
  g_string_append_printf (text, ";COUNT=%d", (int) rule->times);
  if (rule->recurrence == GUATU_RECUR_WEEKLY)
    append_weekdays (text, rule->weekdays);
  if (rule->recurrence >= GUATU_RECUR_YEARLY_DAY)
    g_string_append_printf (text, ";BYMONTH=%d", rule->month);
  if (rule->recurrence == GUATU_RECUR_MONTHLY_DAY || rule->recurrence == GUATU_RECUR_YEARLY_DAY)
    append_month_day (text, rule->month_day);
  if (rule->recurrence == GUATU_RECUR_MONTHLY_PLACE || rule->recurrence == GUATU_RECUR_YEARLY_PLACE)
    append_place (text, rule->place, rule->item);
  return g_string_free (text, FALSE);
}

/* The days that libical finds, as list_days() would write them. */
static char *
list_by_ical (const char *rrule, GuatuInstant from)
{
  GuatuCivil civil = guatu_instant_to_civil (from);
  g_autofree char *day = g_strdup_printf ("%04d%02d%02d", civil.year, civil.month, civil.day);
  struct icaltimetype start = icaltime_from_string (day), next;
  struct icalrecurrencetype rule = icalrecurrencetype_from_string (rrule);
  GString *list = g_string_new (NULL);
  icalrecur_iterator *iterator;

  iterator = icalrecur_iterator_new (rule, start);
  g_assert_nonnull (iterator);
  for (next = icalrecur_iterator_next (iterator); !icaltime_is_null_time (next) && next.year < 2200;
       next = icalrecur_iterator_next (iterator))
    g_string_append_printf (list, "%s%04d-%02d-%02d", list->len > 0 ? " " : "", next.year, next.month, next.day);
  icalrecur_iterator_free (iterator);
  return g_string_free (list, FALSE);
}

static void
test_icalendar (void)
{
  GRand *rand = g_rand_new_with_seed (g_test_rand_int ());

  for (int i = 0; i < 2000; i++)
    {
      GuatuTaskRecurrence rule = {
        .from_date = at ("2020-01-01") + g_rand_int_range (rand, 0, 4000) * GUATU_DAY,
        .to_date = GUATU_NONE,
        .times = g_rand_int_range (rand, 1, 30),
        .period = g_rand_int_range (rand, 1, 7),
        .recurrence = (guint8) g_rand_int_range (rand, GUATU_RECUR_DAILY, GUATU_RECUR_YEARLY_PLACE + 1),
        .weekdays = (guint8) g_rand_int_range (rand, 1, 128),
        .month = (guint8) g_rand_int_range (rand, 1, 13),
        .month_day = (guint8) g_rand_int_range (rand, 1, 32),
        .place = (guint8) g_rand_int_range (rand, 0, 5),
        .item = (guint8) g_rand_int_range (rand, 0, 10),
      };
      g_autofree char *rrule = rrule_of (&rule);
      g_autofree char *days = list_days (&rule, NULL);
      g_autofree char *theirs = list_by_ical (rrule, rule.from_date);
      g_autofree char *from = guatu_instant_to_iso (rule.from_date);

      if (!g_str_equal (days, theirs))
        g_error ("%s from %.10s:\n  ours   %s\n  theirs %s", rrule, from, days, theirs);
    }
  g_rand_free (rand);
}

/* Whatever becomes of days off, every occurrence stands on a working day, in order and once. */
static void
test_days_off (void)
{
  g_autoptr(GuatuWorktime) worktime = china ();
  GRand *rand = g_rand_new_with_seed (g_test_rand_int ());

  for (int i = 0; i < 500; i++)
    {
      GuatuTaskRecurrence rule = {
        .from_date = at ("2024-04-01") + g_rand_int_range (rand, 0, 40) * GUATU_DAY, .to_date = GUATU_NONE,
        .times = g_rand_int_range (rand, 1, 30), .period = g_rand_int_range (rand, 1, 3),
        .recurrence = (guint8) g_rand_int_range (rand, GUATU_RECUR_DAILY, GUATU_RECUR_WEEKLY + 1),
        .weekdays = (guint8) g_rand_int_range (rand, 1, 128),
        .day_off = (guint8) g_rand_int_range (rand, 0, GUATU_DAY_OFF_SKIP + 1),
      };
      g_autoptr(GArray) all = guatu_occurrence_days (&rule, NULL, G_MAXUINT);
      g_autoptr(GArray) days = guatu_occurrence_days (&rule, worktime, G_MAXUINT);

      g_assert_cmpuint (days->len, <=, all->len);
      for (guint d = 0; d < days->len; d++)
        {
          GuatuInstant day = g_array_index (days, GuatuInstant, d);

          g_assert_cmpint (guatu_worktime_days (worktime, day, day), ==, 1);
          g_assert_true (d == 0 || g_array_index (days, GuatuInstant, d - 1) < day);
        }
      for (guint a = 0; a < all->len; a++)
        {
          GuatuInstant day = g_array_index (all, GuatuInstant, a);
          gboolean found = FALSE;

          for (guint d = 0; d < days->len && !found; d++)
            found = g_array_index (days, GuatuInstant, d) == day;
          g_assert_true (found == (guatu_worktime_days (worktime, day, day) == 1) || found);
        }
    }
  g_rand_free (rand);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/occurrences/each-rule-falls-on-its-days", test_known_days);
  g_test_add_func ("/occurrences/no-more-are-found-than-asked-for-and-none-where-nobody-works", test_most);
  g_test_add_func ("/occurrences/rules-mean-what-icalendar-means", test_icalendar);
  g_test_add_func ("/occurrences/on-days-off-they-move-or-are-left-out", test_days_off);

  return g_test_run ();
}
