/* guatu-icalendar-rules.c — what a recurrence rule means: as a recurring exception, or day by day. */
#include "guatu-icalendar-private.h"

#define NONE ICAL_RECURRENCE_ARRAY_MAX

static guint
count (const short *list, guint size)
{
  guint n = 0;

  while (n < size && list[n] != NONE)
    n++;
  return n;
}

#define COUNT(list) count ((list), G_N_ELEMENTS (list))

gboolean
guatu_icalendar_understands (const struct icalrecurrencetype *rule)
{
  if (rule->freq < ICAL_DAILY_RECURRENCE || rule->freq > ICAL_YEARLY_RECURRENCE || rule->interval < 1 ||
      rule->rscale != NULL)
    return FALSE;
  for (guint i = 0; i < COUNT (rule->by_month); i++)
    if (icalrecurrencetype_month_is_leap (rule->by_month[i]))
      return FALSE;
  return COUNT (rule->by_second) + COUNT (rule->by_minute) + COUNT (rule->by_hour) + COUNT (rule->by_set_pos) +
         COUNT (rule->by_year_day) + COUNT (rule->by_week_no) == 0;
}

GuatuInstant
guatu_icalendar_until (const struct icalrecurrencetype *rule)
{
  GuatuCivil civil = { .year = rule->until.year, .month = rule->until.month, .day = rule->until.day };

  if (!icaltime_is_null_time (rule->until) && guatu_civil_is_valid (civil))
    return guatu_instant_from_civil (civil);
  return guatu_instant_from_civil ((GuatuCivil) { .year = 2099, .month = 12, .day = 31 });
}

/* Day by day ---------------------------------------------------------------------------------------- */

static int
month_length (GuatuCivil civil)
{
  return guatu_instant_to_civil (guatu_instant_from_civil ((GuatuCivil) {
           .year = civil.month == 12 ? civil.year + 1 : civil.year, .month = civil.month % 12 + 1, .day = 1
         }) - GUATU_DAY).day;
}

/* 1 Sunday … 7 Saturday, as libical counts. */
static int
weekday_of (GuatuInstant day)
{
  return (guatu_instant_weekday (day) + 1) % 7 + 1;
}

static gboolean
in_interval (const struct icalrecurrencetype *rule, GuatuInstant start, GuatuInstant day)
{
  GuatuCivil first = guatu_instant_to_civil (start), civil = guatu_instant_to_civil (day);
  int week_start = rule->week_start == ICAL_NO_WEEKDAY ? ICAL_MONDAY_WEEKDAY : (int) rule->week_start;
  gint64 days = guatu_instant_day (day) - guatu_instant_day (start);
  gint64 n;

  switch ((int) rule->freq)
    {
    case ICAL_DAILY_RECURRENCE:
      n = days;
      break;
    case ICAL_WEEKLY_RECURRENCE:
      n = (days + (weekday_of (start) - week_start + 7) % 7) / 7;
      break;
    case ICAL_MONTHLY_RECURRENCE:
      n = (civil.year - first.year) * 12 + civil.month - first.month;
      break;
    default:
      n = civil.year - first.year;
      break;
    }
  return n % rule->interval == 0;
}

static gboolean
month_matches (const struct icalrecurrencetype *rule, int month)
{
  for (guint i = 0; i < COUNT (rule->by_month); i++)
    if (icalrecurrencetype_month_month (rule->by_month[i]) == month)
      return TRUE;
  return COUNT (rule->by_month) == 0;
}

static gboolean
month_day_matches (const struct icalrecurrencetype *rule, GuatuCivil civil)
{
  int length = month_length (civil);

  for (guint i = 0; i < COUNT (rule->by_month_day); i++)
    if (rule->by_month_day[i] == civil.day || rule->by_month_day[i] == civil.day - length - 1)
      return TRUE;
  return COUNT (rule->by_month_day) == 0;
}

/* Places count within the month; in a year's rule that names no month, within the year. */
static gboolean
weekday_matches (const struct icalrecurrencetype *rule, GuatuInstant day, GuatuCivil civil)
{
  gboolean in_year = rule->freq == ICAL_YEARLY_RECURRENCE && COUNT (rule->by_month) == 0;
  GuatuInstant new_year = guatu_instant_from_civil ((GuatuCivil) { .year = civil.year, .month = 1, .day = 1 });
  int before = in_year ? (int) ((day - new_year) / GUATU_DAY) : civil.day - 1;
  int length = in_year ? 365 + g_date_is_leap_year ((GDateYear) civil.year) : month_length (civil);

  for (guint i = 0; i < COUNT (rule->by_day); i++)
    {
      int place = icalrecurrencetype_day_position (rule->by_day[i]);

      if ((int) icalrecurrencetype_day_day_of_week (rule->by_day[i]) == weekday_of (day) &&
          (place == 0 || place == before / 7 + 1 || place == -((length - before - 1) / 7 + 1)))
        return TRUE;
    }
  return COUNT (rule->by_day) == 0;
}

/* What the start fills in where the rule leaves it open (RFC 5545, 3.3.10). */
static gboolean
start_matches (const struct icalrecurrencetype *rule, GuatuInstant start, GuatuInstant day)
{
  GuatuCivil first = guatu_instant_to_civil (start), civil = guatu_instant_to_civil (day);
  guint n_month_days = COUNT (rule->by_month_day), n_days = COUNT (rule->by_day);

  if (n_days > 0 || rule->freq == ICAL_DAILY_RECURRENCE)
    return TRUE;
  if (rule->freq == ICAL_WEEKLY_RECURRENCE)
    return guatu_instant_weekday (start) == guatu_instant_weekday (day);
  if (rule->freq == ICAL_YEARLY_RECURRENCE && COUNT (rule->by_month) == 0 && n_month_days == 0 &&
      civil.month != first.month)
    return FALSE;
  return n_month_days > 0 || civil.day == first.day;
}

gboolean
guatu_icalendar_matches (const struct icalrecurrencetype *rule, GuatuInstant start, GuatuInstant day)
{
  GuatuCivil civil = guatu_instant_to_civil (day);

  return in_interval (rule, start, day) && month_matches (rule, civil.month) && month_day_matches (rule, civil) &&
         weekday_matches (rule, day, civil) && start_matches (rule, start, day);
}

/* As an exception ----------------------------------------------------------------------------------- */

/* Bits from Sunday; 0 where days have places, which are of no week. */
static int
weekdays_of (const struct icalrecurrencetype *rule, GuatuInstant start)
{
  int bits = 0;

  for (guint i = 0; i < COUNT (rule->by_day); i++)
    {
      if (icalrecurrencetype_day_position (rule->by_day[i]) != 0)
        return 0;
      bits |= 1 << (icalrecurrencetype_day_day_of_week (rule->by_day[i]) - 1);
    }
  return COUNT (rule->by_day) > 0 ? bits : 1 << (weekday_of (start) - 1);
}

static gboolean
map_weekly (const struct icalrecurrencetype *rule, GuatuSpecialDays *days)
{
  int bits = weekdays_of (rule, days->from);
  gboolean one_day = (bits & (bits - 1)) == 0;

  if (bits == 0 || COUNT (rule->by_month) + COUNT (rule->by_month_day) > 0 ||
      (rule->interval > 1 && !one_day && rule->week_start != ICAL_SUNDAY_WEEKDAY))
    return FALSE;
  days->recurrence = GUATU_RECUR_WEEKLY;
  days->weekdays = bits;
  return TRUE;
}

/* A day that every month has, or the last one. */
static gboolean
map_month_day (const struct icalrecurrencetype *rule, GuatuSpecialDays *days, GuatuRecurrence recurrence, int month)
{
  int day = COUNT (rule->by_month_day) == 1 ? rule->by_month_day[0] : guatu_instant_to_civil (days->from).day;
  int safe = recurrence == GUATU_RECUR_MONTHLY_DAY || month == 2 ? 28 : month_length ((GuatuCivil) { 2001, month, 1,
                                                                                                      0, 0, 0 });

  if (COUNT (rule->by_month_day) > 1 || COUNT (rule->by_day) > 0 || (day != -1 && (day < 1 || day > safe)))
    return FALSE;
  days->recurrence = recurrence;
  days->month_day = day == -1 ? 31 : day;
  return TRUE;
}

static gboolean
map_place (const struct icalrecurrencetype *rule, GuatuSpecialDays *days, GuatuRecurrence recurrence)
{
  int place = COUNT (rule->by_day) == 1 ? icalrecurrencetype_day_position (rule->by_day[0]) : 0;

  if (COUNT (rule->by_month_day) > 0 || place == 0 || place < -1 || place > 4)
    return FALSE;
  days->recurrence = recurrence;
  days->place = place == -1 ? 4 : place - 1;
  days->item = 2 + (int) icalrecurrencetype_day_day_of_week (rule->by_day[0]);
  return TRUE;
}

static gboolean
map_yearly (const struct icalrecurrencetype *rule, GuatuSpecialDays *days)
{
  guint n_months = COUNT (rule->by_month);
  int month = n_months == 1 ? icalrecurrencetype_month_month (rule->by_month[0])
                            : guatu_instant_to_civil (days->from).month;
  gboolean all_months = n_months == 0 && COUNT (rule->by_month_day) + COUNT (rule->by_day) > 0;

  if (rule->interval != 1 || n_months > 1 || all_months || month < 1 || month > 12 ||
      (!map_month_day (rule, days, GUATU_RECUR_YEARLY_DAY, month) &&
       !map_place (rule, days, GUATU_RECUR_YEARLY_PLACE)))
    return FALSE;
  days->month = month;
  return TRUE;
}

gboolean
guatu_icalendar_map (const struct icalrecurrencetype *rule, GuatuSpecialDays *days)
{
  GuatuSpecialDays mapped = *days;
  gboolean ok = FALSE;

  /* A start that the rule does not hit is a day of its own. */
  if (rule->count > 0 || days->from != days->to || !guatu_icalendar_matches (rule, days->from, days->from))
    return FALSE;

  mapped.period = rule->interval;
  if (rule->freq == ICAL_WEEKLY_RECURRENCE)
    ok = map_weekly (rule, &mapped);
  else if (rule->freq == ICAL_YEARLY_RECURRENCE)
    ok = map_yearly (rule, &mapped);
  else if (COUNT (rule->by_month) > 0)
    ok = FALSE;
  else if (rule->freq == ICAL_MONTHLY_RECURRENCE)
    ok = map_month_day (rule, &mapped, GUATU_RECUR_MONTHLY_DAY, 1) ||
         map_place (rule, &mapped, GUATU_RECUR_MONTHLY_PLACE);
  else if (rule->interval > 1 && COUNT (rule->by_day) + COUNT (rule->by_month_day) == 0)
    {
      mapped.recurrence = GUATU_RECUR_EVERY_N_DAYS;
      ok = TRUE;
    }

  mapped.to = guatu_icalendar_until (rule);
  if (!ok || mapped.to < mapped.from)
    return FALSE;
  if (rule->freq == ICAL_YEARLY_RECURRENCE)
    mapped.period = 0;
  *days = mapped;
  return TRUE;
}
