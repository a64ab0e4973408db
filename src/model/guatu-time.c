/* guatu-time.c — instants to civil dates and back, by whole-number arithmetic on the Gregorian calendar. */
#include "guatu-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-text-private.h"

/* Years are counted from March here, so that the leap day is the last of its year; an era is the
 * 400 years after which the calendar repeats. */
#define ERA_DAYS     146097
#define ERA_TO_EPOCH 719468     /* days from 0000-03-01 to 1970-01-01 */

static gint64
floor_div (gint64 a, gint64 b)
{
  return a / b - (a % b < 0);
}

static gint64
day_from_date (gint64 year, int month, int day)
{
  gint64 shifted = month > 2 ? year : year - 1;
  gint64 era = floor_div (shifted, 400);
  gint64 year_of_era = shifted - era * 400;
  gint64 day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;

  return era * ERA_DAYS + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - ERA_TO_EPOCH;
}

static void
date_from_day (gint64 number, GuatuCivil *civil)
{
  gint64 shifted = number + ERA_TO_EPOCH;
  gint64 era = floor_div (shifted, ERA_DAYS);
  gint64 day_of_era = shifted - era * ERA_DAYS;
  gint64 year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int month = (int) ((5 * day_of_year + 2) / 153);

  civil->day = (int) (day_of_year - (153 * month + 2) / 5 + 1);
  civil->month = month < 10 ? month + 3 : month - 9;
  civil->year = (int) (era * 400 + year_of_era + (civil->month <= 2));
}

static int
days_in_month (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  return month == 2 && leap ? 29 : days[month - 1];
}

GuatuInstant
guatu_instant_from_civil (GuatuCivil civil)
{
  return day_from_date (civil.year, civil.month, civil.day) * GUATU_DAY
         + civil.hour * GUATU_HOUR + civil.minute * GUATU_MINUTE + civil.second;
}

GuatuCivil
guatu_instant_to_civil (GuatuInstant instant)
{
  gint64 rest = guatu_instant_daytime (instant);
  GuatuCivil civil;

  date_from_day (guatu_instant_day (instant), &civil);
  civil.hour = (int) (rest / GUATU_HOUR);
  civil.minute = (int) (rest % GUATU_HOUR / GUATU_MINUTE);
  civil.second = (int) (rest % GUATU_MINUTE);

  return civil;
}

gboolean
guatu_instant_is_valid (GuatuInstant instant)
{
  return instant >= GUATU_INSTANT_MIN && instant <= GUATU_INSTANT_MAX;
}

gint64
guatu_instant_day (GuatuInstant instant)
{
  return floor_div (instant, GUATU_DAY);
}

gint64
guatu_instant_daytime (GuatuInstant instant)
{
  gint64 rest = instant % GUATU_DAY;

  return rest < 0 ? rest + GUATU_DAY : rest;
}

int
guatu_instant_weekday (GuatuInstant instant)
{
  /* 1970-01-01 was a Thursday. */
  int weekday = (int) ((guatu_instant_day (instant) + 3) % 7);

  return weekday < 0 ? weekday + 7 : weekday;
}

int
guatu_instant_iso_week (GuatuInstant instant, int *year)
{
  /* A week belongs to the year that has its Thursday. */
  gint64 thursday = guatu_instant_day (instant) - guatu_instant_weekday (instant) + 3;
  GuatuCivil civil;

  date_from_day (thursday, &civil);
  if (year != NULL)
    *year = civil.year;

  return (int) ((thursday - day_from_date (civil.year, 1, 1)) / 7) + 1;
}

GuatuInstant
guatu_instant_add_months (GuatuInstant instant, int months)
{
  GuatuCivil civil = guatu_instant_to_civil (instant);
  gint64 month = (gint64) civil.year * 12 + civil.month - 1 + months;
  int year = (int) floor_div (month, 12);

  civil.month = (int) (month - (gint64) year * 12) + 1;
  civil.year = year;
  civil.day = MIN (civil.day, days_in_month (civil.year, civil.month));

  return guatu_instant_from_civil (civil);
}

gboolean
guatu_civil_is_valid (GuatuCivil civil)
{
  if (civil.year < 1900 || civil.year > 2200 || civil.month < 1 || civil.month > 12)
    return FALSE;

  if (civil.day < 1 || civil.day > days_in_month (civil.year, civil.month))
    return FALSE;

  if (civil.hour < 0 || civil.minute < 0 || civil.minute > 59 || civil.second < 0 || civil.second > 59)
    return FALSE;

  if (civil.hour > 23 && !(civil.hour == 24 && civil.minute == 0 && civil.second == 0))
    return FALSE;

  return guatu_instant_is_valid (guatu_instant_from_civil (civil));
}

char *
guatu_instant_to_iso (GuatuInstant instant)
{
  GuatuCivil civil;

  if (instant == GUATU_NONE)
    return g_strdup ("");

  civil = guatu_instant_to_civil (instant);

  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d",
                          civil.year, civil.month, civil.day, civil.hour, civil.minute, civil.second);
}

static char *
label (GuatuInstant instant, const char *pattern)
{
  GuatuCivil civil = guatu_instant_to_civil (instant);
  g_autoptr(GDateTime) date = g_date_time_new_utc (civil.year, civil.month, civil.day, civil.hour, civil.minute,
                                                   civil.second);

  return date != NULL ? g_date_time_format (date, pattern) : g_strdup ("");
}

char *
guatu_day_label (GuatuInstant instant)
{
  /* Translators: a date, as strftime reads it. */
  return instant != GUATU_NONE ? label (instant, C_("date", "%b %-d, %Y")) : g_strdup ("");
}

char *
guatu_moment_label (GuatuInstant instant)
{
  /* Translators: a date and a time of day, as strftime reads them. */
  return instant != GUATU_NONE ? label (instant, C_("date", "%b %-d, %Y, %H:%M")) : g_strdup ("");
}

/* Takes @least to @most digits off @text. */
static gboolean
take_number (const char **text, int least, int most, int *number)
{
  int n = 0;

  *number = 0;
  while (n < most && g_ascii_isdigit ((*text)[n]))
    *number = *number * 10 + (*text)[n++] - '0';
  *text += n;

  return n >= least;
}

static gboolean
take (const char **text, const char *mark)
{
  if (!g_str_has_prefix (*text, mark))
    return FALSE;

  *text += strlen (mark);

  return TRUE;
}

static void
skip_spaces (const char **text)
{
  while (**text == ' ')
    (*text)++;
}

/* "2022-10-17" and its like: the second mark is the first one again, or the Chinese month and day. */
static gboolean
take_date (const char **text, GuatuCivil *civil)
{
  static const char *marks[][3] = { { "-", "-", "" }, { "/", "/", "" }, { ".", ".", "" }, { "年", "月", "日" } };

  if (!take_number (text, 4, 4, &civil->year))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (take (text, marks[i][0]))
      return take_number (text, 1, 2, &civil->month) && take (text, marks[i][1])
             && take_number (text, 1, 2, &civil->day) && take (text, marks[i][2]);

  return FALSE;
}

/* "8:00", "08:00:00", up to "24:00". */
static gboolean
take_daytime (const char **text, GuatuCivil *civil)
{
  if (!take_number (text, 1, 2, &civil->hour) || !take (text, ":") || !take_number (text, 2, 2, &civil->minute))
    return FALSE;

  return !take (text, ":") || take_number (text, 2, 2, &civil->second);
}

gboolean
guatu_instant_parse (const char *text, gint64 daytime, GuatuInstant *instant)
{
  g_autofree char *plain = guatu_text_to_halfwidth (text);
  const char *rest = plain;
  GuatuCivil civil = { 0 };
  gboolean timed = FALSE;

  if (plain == NULL)
    return FALSE;

  skip_spaces (&rest);
  if (!take_date (&rest, &civil))
    return FALSE;

  if (*rest == 'T')
    {
      rest++;
      timed = TRUE;
    }
  else
    {
      skip_spaces (&rest);
      timed = *rest != '\0';
    }

  if (timed && !take_daytime (&rest, &civil))
    return FALSE;

  skip_spaces (&rest);
  if (*rest != '\0' || !guatu_civil_is_valid (civil))
    return FALSE;

  *instant = guatu_instant_from_civil (civil) + (timed ? 0 : daytime);

  return guatu_instant_is_valid (*instant);
}

gboolean
guatu_daytime_parse (const char *text, gint64 *daytime)
{
  g_autofree char *plain = guatu_text_to_halfwidth (text);
  const char *rest = plain;
  GuatuCivil civil = { .year = 2000, .month = 1, .day = 1 };

  if (plain == NULL)
    return FALSE;

  skip_spaces (&rest);
  if (!take_daytime (&rest, &civil) || !guatu_civil_is_valid (civil))
    return FALSE;

  skip_spaces (&rest);
  *daytime = civil.hour * GUATU_HOUR + civil.minute * GUATU_MINUTE + civil.second;

  return *rest == '\0';
}

char *
guatu_daytime_format (gint64 daytime)
{
  int hour = (int) (daytime / GUATU_HOUR);
  int minute = (int) (daytime % GUATU_HOUR / GUATU_MINUTE);
  int second = (int) (daytime % GUATU_MINUTE);

  if (second == 0)
    return g_strdup_printf ("%02d:%02d", hour, minute);

  return g_strdup_printf ("%02d:%02d:%02d", hour, minute, second);
}
