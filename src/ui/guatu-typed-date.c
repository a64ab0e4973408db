/* guatu-typed-date.c — reads dates as people type them. */
#include "guatu-typed-date.h"

#include <stdlib.h>
#include <string.h>

/* What is added to today stays within what a plan can hold. */
#define MOST_DAYS 100000

/* A leap day is at most eight years from the next one. */
#define NEAR_YEARS 8

/* Words -------------------------------------------------------------------------------------------------- */

static const struct { const char *word; int days; } days[] = {
  { "today", 0 }, { "tomorrow", 1 }, { "yesterday", -1 }, { "今天", 0 }, { "今日", 0 }, { "明天", 1 }, { "明日", 1 },
  { "后天", 2 }, { "昨天", -1 }, { "昨日", -1 }, { "前天", -2 },
};

static const struct { const char *word; int weekday; } weekdays[] = {
  { "monday", 0 }, { "tuesday", 1 }, { "wednesday", 2 }, { "thursday", 3 }, { "friday", 4 }, { "saturday", 5 },
  { "sunday", 6 }, { "mon", 0 }, { "tues", 1 }, { "tue", 1 }, { "wed", 2 }, { "thurs", 3 }, { "thu", 3 }, { "fri", 4 },
  { "sat", 5 }, { "sun", 6 },
  { "一", 0 }, { "二", 1 }, { "三", 2 }, { "四", 3 }, { "五", 4 }, { "六", 5 }, { "日", 6 }, { "天", 6 },
};

static const char * const chinese_weeks[] = { "周", "星期", "礼拜" };

static const struct { const char *word; gint64 days; int months; } steps[] = {
  { "days", 1, 0 }, { "day", 1, 0 }, { "d", 1, 0 }, { "weeks", 7, 0 }, { "week", 7, 0 }, { "w", 7, 0 },
  { "months", 0, 1 }, { "month", 0, 1 }, { "mo", 0, 1 }, { "m", 0, 1 }, { "天", 1, 0 }, { "日", 1, 0 }, { "周", 7, 0 },
  { "星期", 7, 0 }, { "个月", 0, 1 }, { "月", 0, 1 },
};

/* Steps over @word; answers whether it stands at *@at. */
static gboolean
skip_word (const char **at,
           const char  *word)
{
  if (!g_str_has_prefix (*at, word))
    return FALSE;
  *at += strlen (word);
  return TRUE;
}

static void
skip_blanks (const char **at)
{
  while (**at == ' ')
    (*at)++;
}

/* A number of at most @digits digits. */
static gboolean
skip_number (const char **at,
             int          digits,
             int         *number)
{
  int n = 0;

  *number = 0;
  for (; n < digits && g_ascii_isdigit (**at); n++)
    *number = *number * 10 + *(*at)++ - '0';

  return n > 0 && !g_ascii_isdigit (**at);
}

/* In lower case, blanks at the ends gone, and what a Chinese keyboard makes wide made narrow. */
static char *
plain_text (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c >= 0xff01 && c <= 0xff5e)
        c -= 0xfee0;
      else if (c == 0x2013 || c == 0x2212)
        c = '-';
      else if (g_unichar_isspace (c))
        c = ' ';
      g_string_append_unichar (plain, g_unichar_tolower (c));
    }

  return g_strstrip (g_string_free (plain, FALSE));
}

/* Days --------------------------------------------------------------------------------------------------- */

static GuatuInstant
midnight (GuatuInstant t)
{
  return t - guatu_instant_daytime (t);
}

static gint64
distance (GuatuInstant t,
          GuatuInstant from,
          GuatuInstant to)
{
  return t < from ? from - t : t > to ? t - to : 0;
}

/* The day in the year that brings it closest to the plan, and of those to today. */
static gboolean
find_year (const GuatuTypedDate *about,
           int                   month,
           int                   day,
           GuatuInstant         *date)
{
  GuatuInstant today = midnight (about->today);
  gboolean dated = about->from != GUATU_NONE && about->to != GUATU_NONE;
  GuatuInstant from = dated ? midnight (about->from) : today;
  GuatuInstant to = dated ? about->to : today;
  int first = guatu_instant_to_civil (MIN (from, today)).year - NEAR_YEARS;
  int last = guatu_instant_to_civil (MAX (to, today)).year + NEAR_YEARS;
  gboolean found = FALSE;

  for (int year = first; year <= last; year++)
    {
      GuatuCivil civil = { year, month, day };
      GuatuInstant t;

      if (!guatu_civil_is_valid (civil))
        continue;
      t = guatu_instant_from_civil (civil);
      if (!found || distance (t, from, to) < distance (*date, from, to) ||
          (distance (t, from, to) == distance (*date, from, to) && ABS (t - today) < ABS (*date - today)))
        *date = t;
      found = TRUE;
    }

  return found;
}

/* "9-26", "9/26", "9.26", "9月26日". */
static gboolean
read_month_and_day (const GuatuTypedDate *about,
                    const char          **at,
                    GuatuInstant         *date)
{
  int month, day;
  gboolean chinese;

  if (!skip_number (at, 2, &month))
    return FALSE;
  chinese = skip_word (at, "月");
  if (!chinese && !skip_word (at, "-") && !skip_word (at, "/") && !skip_word (at, "."))
    return FALSE;
  if (!skip_number (at, 2, &day))
    return FALSE;
  if (chinese && !skip_word (at, "日"))
    skip_word (at, "号");

  return find_year (about, month, day, date);
}

/* "2022-9-26", "2022年9月26日", "20220926". */
static gboolean
read_whole_date (const char  **at,
                 GuatuInstant *date)
{
  static const char * const separators[][3] = { { "-", "-", "" }, { "/", "/", "" }, { ".", ".", "" },
                                                { "年", "月", "日" }, { "年", "月", "号" }, { "年", "月", "" } };
  const char *begin = *at;
  int year, month, day;

  if (skip_number (at, 8, &day) && *at - begin == 8)
    {
      GuatuCivil civil = { day / 10000, day / 100 % 100, day % 100 };

      *date = guatu_civil_is_valid (civil) ? guatu_instant_from_civil (civil) : GUATU_NONE;
      return *date != GUATU_NONE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      *at = begin;
      if (skip_number (at, 4, &year) && *at - begin == 4 && skip_word (at, separators[i][0])
          && skip_number (at, 2, &month) && skip_word (at, separators[i][1]) && skip_number (at, 2, &day)
          && skip_word (at, separators[i][2]))
        {
          GuatuCivil civil = { year, month, day };

          *date = guatu_civil_is_valid (civil) ? guatu_instant_from_civil (civil) : GUATU_NONE;
          return *date != GUATU_NONE;
        }
    }

  return FALSE;
}

static gboolean
read_day_word (const GuatuTypedDate *about,
               const char          **at,
               GuatuInstant         *date)
{
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    if (skip_word (at, days[i].word))
      {
        *date = midnight (about->today) + days[i].days * GUATU_DAY;
        return TRUE;
      }

  return FALSE;
}

/* Steps over "next", 下 or 下个, over "this", 本 or 这; answers whether it was the former. */
static gboolean
skip_which_week (const char **at,
                 gboolean    *this_week)
{
  gboolean next = skip_word (at, "next ") || skip_word (at, "下");

  *this_week = !next && (skip_word (at, "this ") || skip_word (at, "本") || skip_word (at, "这"));
  if (next || *this_week)
    skip_word (at, "个");
  skip_blanks (at);

  return next;
}

static gboolean
read_weekday (const GuatuTypedDate *about,
              const char          **at,
              GuatuInstant         *date)
{
  GuatuInstant today = midnight (about->today);
  GuatuInstant monday = today - guatu_instant_weekday (today) * GUATU_DAY;
  gboolean this_week, next = skip_which_week (at, &this_week), chinese = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (chinese_weeks) && !chinese; i++)
    chinese = skip_word (at, chinese_weeks[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (weekdays); i++)
    {
      if (g_ascii_isalpha (weekdays[i].word[0]) == chinese || !skip_word (at, weekdays[i].word))
        continue;
      *date = monday + (weekdays[i].weekday + (next ? 7 : 0)) * GUATU_DAY;
      if (!next && !this_week && *date < today)
        *date += GUATU_WEEK;
      return TRUE;
    }

  return FALSE;
}

/* "+5d": calendar time, as nobody says on whose calendar. */
static gboolean
read_step (const GuatuTypedDate *about,
           const char          **at,
           GuatuInstant         *date)
{
  int sign = **at == '-' ? -1 : 1;
  int number;

  if (**at != '+' && **at != '-')
    return FALSE;
  (*at)++;
  skip_blanks (at);
  if (!skip_number (at, 5, &number))
    return FALSE;
  skip_blanks (at);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (skip_word (at, steps[i].word))
      {
        if (number * MAX (steps[i].days, 30 * steps[i].months) > MOST_DAYS)
          return FALSE;
        *date = guatu_instant_add_months (midnight (about->today), sign * number * steps[i].months)
                + sign * number * steps[i].days * GUATU_DAY;
        return TRUE;
      }

  /* "+5": days; "-5" is more likely half a date. */
  *date = midnight (about->today) + sign * (gint64) MIN (number, MOST_DAYS) * GUATU_DAY;
  return sign > 0 && (**at == '\0' || **at == ' ');
}

/* Times -------------------------------------------------------------------------------------------------- */

/* "14:00", "14点", "14点半", "14时30分". */
static gboolean
read_time (const char *at,
           gint64     *daytime)
{
  int hour, minute = 0;

  if (guatu_daytime_parse (at, daytime))
    return TRUE;
  if (!skip_number (&at, 2, &hour) || hour > 24 || (!skip_word (&at, "点") && !skip_word (&at, "时")))
    return FALSE;
  if (skip_word (&at, "半"))
    minute = 30;
  else if (*at != '\0' && (!skip_number (&at, 2, &minute) || minute > 59))
    return FALSE;
  else
    skip_word (&at, "分");
  *daytime = hour * GUATU_HOUR + minute * GUATU_MINUTE;

  return *at == '\0' && *daytime <= GUATU_DAY;
}

typedef gboolean (*Reader) (const GuatuTypedDate *about,
                            const char          **at,
                            GuatuInstant         *date);

gboolean
guatu_typed_date_parse (const GuatuTypedDate *about,
                        const char           *text,
                        GuatuInstant         *instant)
{
  static const Reader readers[] = { read_day_word, read_weekday, read_step, read_month_and_day };
  g_autofree char *plain = plain_text (text);
  const char *at = plain;
  gint64 daytime = about->daytime;
  GuatuInstant date;
  gboolean read;

  if (guatu_instant_parse (plain, about->daytime, instant))
    return TRUE;

  read = read_whole_date (&at, &date);
  for (gsize i = 0; i < G_N_ELEMENTS (readers) && !read; i++)
    {
      at = plain;
      read = readers[i] (about, &at, &date);
    }
  if (!read)
    return FALSE;

  /* "2022-09-26T14:00" */
  if (*at == 't' && g_ascii_isdigit (at[1]))
    at++;
  skip_blanks (&at);
  if (*at != '\0' && !read_time (at, &daytime))
    return FALSE;
  *instant = date + daytime;

  return guatu_instant_is_valid (*instant);
}
