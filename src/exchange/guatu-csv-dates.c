/* guatu-csv-dates.c — the dates of a column, in whatever order day, month and year stand. */
#include "guatu-csv-private.h"

#include <stdlib.h>
#include <string.h>

#define UNIX_EPOCH_SERIAL 25569     /* 1970-01-01 counted in days as spreadsheets do */

typedef struct
{
  int      part[3];           /* in the order of the text */
  int      digits[3];
  int      month_at;          /* the part that was a month's name; -1 */
  gboolean year_first;
  gboolean has_time;
  gint64   daytime;
  gboolean zone;
  double   serial;            /* days, if not negative */
} Parts;

static const char * const months[] = { "jan", "feb", "mar", "apr", "may", "jun",
                                       "jul", "aug", "sep", "oct", "nov", "dec" };
static const char * const weekdays[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

/* Reading the text -------------------------------------------------------------------------------- */

static void
skip_blanks (const char **at)
{
  *at += strspn (*at, " \t");
}

static gboolean
skip_word (const char **at, const char *word)
{
  if (!g_str_has_prefix (*at, word))
    return FALSE;
  *at += strlen (word);
  return TRUE;
}

/* The place of the name that the letters at @at begin with; they are then skipped. */
static int
take_name (const char **at, const char * const *names, guint n)
{
  gsize letters = 0;

  while (g_ascii_isalpha ((*at)[letters]))
    letters++;
  for (guint i = 0; letters >= 3 && letters <= 9 && i < n; i++)
    if (g_ascii_strncasecmp (*at, names[i], 3) == 0)
      {
        *at += letters;
        return (int) i;
      }
  return -1;
}

static gboolean
take_digits (const char **at, int most, int *number, int *digits)
{
  *number = 0;
  for (*digits = 0; g_ascii_isdigit (**at); (*at)++, (*digits)++)
    {
      if (*digits == most)
        return FALSE;
      *number = *number * 10 + (**at - '0');
    }
  return *digits > 0;
}

/* "Mon", "(周一)", "星期一", before or behind the date. */
static void
skip_weekday (const char **at)
{
  static const char * const days[] = { "一", "二", "三", "四", "五", "六", "日", "天" };
  const char *c = *at;
  gboolean bracket;

  skip_blanks (&c);
  bracket = skip_word (&c, "(");
  if (skip_word (&c, "星期") || skip_word (&c, "周"))
    {
      gboolean found = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (days) && !found; i++)
        found = skip_word (&c, days[i]);
      if (!found)
        return;
    }
  else if (take_name (&c, weekdays, G_N_ELEMENTS (weekdays)) < 0)
    {
      return;
    }
  if (bracket && !skip_word (&c, ")"))
    return;
  if (*c == ',' || *c == '.')
    c++;
  skip_blanks (&c);
  *at = c;
}

/* "8:00", "08:00:30.5", "8时30分", with "AM", "下午" and the like. */
static gboolean
take_time (const char **at, gint64 *daytime)
{
  const char *c = *at;
  int hour, minute = 0, second = 0, digits;
  gboolean pm, am;

  am = skip_word (&c, "上午");
  pm = !am && skip_word (&c, "下午");
  skip_blanks (&c);
  if (!take_digits (&c, 2, &hour, &digits))
    return FALSE;

  if (skip_word (&c, "时") || skip_word (&c, "点"))
    {
      if (take_digits (&c, 2, &minute, &digits) && !skip_word (&c, "分"))
        return FALSE;
    }
  else
    {
      if (!skip_word (&c, ":") || !take_digits (&c, 2, &minute, &digits))
        return FALSE;
      if (skip_word (&c, ":") && !take_digits (&c, 2, &second, &digits))
        return FALSE;
      if (*c == '.' && g_ascii_isdigit (c[1]))
        c += 1 + strspn (c + 1, "0123456789");
    }

  skip_blanks (&c);
  if (g_ascii_strncasecmp (c, "am", 2) == 0 || g_ascii_strncasecmp (c, "pm", 2) == 0)
    {
      am = g_ascii_tolower (*c) == 'a';
      pm = !am;
      c += 2;
    }
  if ((am || pm) && hour > 12)
    am = pm = FALSE;
  if (pm && hour < 12)
    hour += 12;
  if (am && hour == 12)
    hour = 0;

  *daytime = (gint64) hour * 3600 + minute * 60 + second;
  if (minute >= 60 || second >= 60 || *daytime > GUATU_DAY)
    return FALSE;
  *at = c;
  return TRUE;
}

/* "Z", "UTC", "+08:00", "-+0100" */
static gboolean
take_zone (const char **at)
{
  const char *c = *at;
  int number, digits;
  gboolean named;

  skip_blanks (&c);
  named = skip_word (&c, "Z") || skip_word (&c, "UTC") || skip_word (&c, "GMT");
  if (!named && *c == '-' && (c[1] == '+' || c[1] == '-'))
    c++;
  if (*c == '+' || *c == '-')
    {
      c++;
      if (!take_digits (&c, 4, &number, &digits))
        return FALSE;
      if (digits <= 2 && skip_word (&c, ":") && !take_digits (&c, 2, &number, &digits))
        return FALSE;
    }
  else if (!named)
    {
      return FALSE;
    }
  *at = c;
  return TRUE;
}

/* The three parts of the date and what stands between them. */
static gboolean
take_date (const char **at, Parts *parts)
{
  for (int i = 0; i < 3; i++)
    {
      int month = take_name (at, months, G_N_ELEMENTS (months));

      if (month >= 0 && parts->month_at >= 0)
        return FALSE;
      if (month >= 0)
        {
          parts->month_at = i;
          parts->part[i] = month + 1;
        }
      else if (!take_digits (at, 4, &parts->part[i], &parts->digits[i]))
        {
          return FALSE;
        }
      if (i == 2)
        break;
      skip_blanks (at);
      if (i == 0 && month < 0 && skip_word (at, "年"))
        parts->year_first = TRUE;
      else if (!skip_word (at, "-") && !skip_word (at, "/") && !skip_word (at, ".") && !skip_word (at, ",") &&
               !skip_word (at, "月") && month < 0 && (*at)[-1] != ' ')
        return FALSE;
      skip_blanks (at);
    }
  if (!skip_word (at, "日"))
    skip_word (at, "号");
  parts->year_first |= parts->digits[0] == 4;
  return TRUE;
}

/* "20260302", or a number of days as spreadsheets keep dates. */
static gboolean
take_plain_number (const char **at, Parts *parts)
{
  gsize digits = strspn (*at, "0123456789");
  char *end;

  if (digits == 8 && (*at)[8] == '\0')
    {
      int number = atoi (*at);

      parts->part[0] = number / 10000;
      parts->part[1] = number / 100 % 100;
      parts->part[2] = number % 100;
      parts->year_first = TRUE;
      *at += 8;
      return TRUE;
    }
  if (digits < 5 || digits > 6 || strspn (*at + digits, ".0123456789") != strlen (*at + digits))
    return FALSE;

  parts->serial = g_ascii_strtod (*at, &end);
  *at = end;
  return *end == '\0' && parts->serial >= 20000 && parts->serial < 110000;
}

/* "9月30日前" is what a deadline says, and means that day. */
static void
skip_before (const char **at)
{
  skip_blanks (at);
  if (!skip_word (at, "之前") && !skip_word (at, "以前"))
    skip_word (at, "前");
}

static gboolean
split (const char *text, Parts *parts)
{
  g_autofree char *plain = NULL;
  const char *at;

  *parts = (Parts) { .month_at = -1, .serial = -1 };
  if (strlen (text) > 100)
    return FALSE;
  plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  if (plain == NULL)
    return FALSE;

  at = g_strstrip (plain);
  if (take_plain_number (&at, parts))
    return TRUE;
  at = plain;
  parts->serial = -1;
  skip_weekday (&at);
  if (!take_date (&at, parts))
    return FALSE;
  skip_before (&at);
  skip_weekday (&at);
  skip_blanks (&at);
  if (*at == '\0')
    return TRUE;

  if (*at == 'T' || (*at == '-' && g_ascii_isdigit (at[1])) || *at == ',')
    at++;
  skip_blanks (&at);
  if (take_time (&at, &parts->daytime))
    parts->has_time = TRUE;
  skip_weekday (&at);
  skip_blanks (&at);
  if (*at != '\0' && take_zone (&at))
    parts->zone = TRUE;
  skip_blanks (&at);
  return *at == '\0';
}

/* Making an instant ------------------------------------------------------------------------------- */

static int
full_year (int year, int digits)
{
  if (digits > 2)
    return year;
  return year + (year < 70 ? 2000 : 1900);
}

/* Whether the parts make a date when read in @order. */
static gboolean
join (const Parts *parts, GuatuDateOrder order, GuatuCivil *civil)
{
  int year = 2, month = 1, day = 0;

  if (parts->year_first || order == GUATU_DATE_ORDER_YMD)
    year = 0, month = 1, day = 2;
  else if (parts->month_at == 0 || (parts->month_at < 0 && order == GUATU_DATE_ORDER_MDY))
    year = 2, month = 0, day = 1;

  if (parts->month_at >= 0 && parts->month_at != month)
    return FALSE;
  if (!parts->year_first && (parts->digits[day] > 2 || parts->digits[year] == 3 || parts->digits[year] == 1))
    return FALSE;
  *civil = (GuatuCivil) { .month = parts->part[month], .day = parts->part[day] };
  civil->year = parts->year_first ? parts->part[0] : full_year (parts->part[year], parts->digits[year]);
  return guatu_civil_is_valid (*civil);
}

gboolean
guatu_csv_date_parse (const char *text, GuatuDateOrder order, gint64 daytime, GuatuInstant *instant)
{
  GuatuCivil civil;
  Parts parts;

  if (!split (text, &parts))
    return FALSE;
  if (parts.serial >= 0)
    {
      gint64 days = (gint64) parts.serial;
      gint64 seconds = (gint64) ((parts.serial - (double) days) * 86400 + 0.5);

      *instant = (days - UNIX_EPOCH_SERIAL) * GUATU_DAY + (seconds > 0 ? (seconds + 30) / 60 * 60 : daytime);
      return guatu_instant_is_valid (*instant);
    }
  if (!join (&parts, order, &civil))
    return FALSE;

  *instant = guatu_instant_from_civil (civil) + (parts.has_time ? parts.daytime : daytime);
  return guatu_instant_is_valid (*instant);
}

/* Columns ----------------------------------------------------------------------------------------- */

/* The only reading that fits all; else the one that fits most. Two digits for a year that comes first
 * are rare, and thought of only where no other reading fits. */
static GuatuDateOrder
choose (const guint *fits, guint n)
{
  guint dmy = fits[GUATU_DATE_ORDER_DMY], mdy = fits[GUATU_DATE_ORDER_MDY], ymd = fits[GUATU_DATE_ORDER_YMD];

  if (ymd > MAX (dmy, mdy) || (ymd == n && dmy < n && mdy < n))
    return GUATU_DATE_ORDER_YMD;
  if (dmy == mdy && dmy > 0)
    return GUATU_DATE_ORDER_GUESS;
  return dmy >= mdy ? GUATU_DATE_ORDER_DMY : GUATU_DATE_ORDER_MDY;
}

void
guatu_csv_dates_init (GuatuCsvDates *self, const GuatuCsvTable *table, guint first, guint column, GuatuDateOrder order)
{
  guint fits[GUATU_DATE_ORDER_YMD + 1] = { 0 };
  gboolean two_ways = FALSE;
  guint open = 0;

  *self = (GuatuCsvDates) { .order = order };
  for (guint record = first; record < guatu_csv_n_records (table); record++)
    {
      const char *text = guatu_csv_cell (table, record, column);
      GuatuCivil civil;
      Parts parts;

      if (text[0] == '\0' || !split (text, &parts))
        continue;
      self->zones |= parts.zone;
      self->serials |= parts.serial >= 0;
      if (parts.serial >= 0 || parts.year_first || parts.month_at >= 0)
        continue;
      open++;
      for (guint o = GUATU_DATE_ORDER_DMY; o <= GUATU_DATE_ORDER_YMD; o++)
        fits[o] += join (&parts, o, &civil) ? 1 : 0;
      if (!two_ways && join (&parts, GUATU_DATE_ORDER_DMY, &civil) && join (&parts, GUATU_DATE_ORDER_MDY, &civil))
        {
          two_ways = TRUE;
          g_clear_pointer (&self->example, g_free);
        }
      if (self->example == NULL)
        self->example = g_strdup (text);
    }

  if (order == GUATU_DATE_ORDER_GUESS && open > 0)
    self->order = choose (fits, open);
  /* Where each date has but one reading, and they contradict, those that do not fit are told one by one. */
  self->ambiguous = order == GUATU_DATE_ORDER_GUESS && two_ways && self->order == GUATU_DATE_ORDER_GUESS;
  if (self->order == GUATU_DATE_ORDER_GUESS && !self->ambiguous)
    self->order = GUATU_DATE_ORDER_DMY;
}

void
guatu_csv_dates_clear (GuatuCsvDates *self)
{
  g_clear_pointer (&self->example, g_free);
}
