/* guatu-mspdi-values.c — dates, durations and codes as Microsoft Project's XML writes them (msproject §1). */
#include "guatu-mspdi-private.h"

#include <math.h>
#include <string.h>

/* Numbers ------------------------------------------------------------------------------------------------ */

/* Far beyond anything that a plan holds, and far from overflow. */
#define MOST 1e15

gboolean
guatu_mspdi_boolean (const char *text, gboolean fallback)
{
  if (text == NULL)
    return fallback;
  while (g_ascii_isspace (*text))
    text++;
  if (*text == '1' || g_ascii_strncasecmp (text, "true", 4) == 0)
    return TRUE;
  if (*text == '0' || g_ascii_strncasecmp (text, "false", 5) == 0)
    return FALSE;

  return fallback;
}

gint64
guatu_mspdi_scaled (const char *text, double scale, gint64 fallback)
{
  double number;
  char *end;

  if (text == NULL)
    return fallback;
  number = g_ascii_strtod (text, &end);
  if (end == text || !isfinite (number))
    return fallback;
  number *= scale;

  return fabs (number) < MOST ? (gint64) floor (number + 0.5) : fallback;
}

gint64
guatu_mspdi_integer (const char *text, gint64 fallback)
{
  double number;
  char *end;

  if (text == NULL)
    return fallback;
  number = g_ascii_strtod (text, &end);
  if (end == text || !isfinite (number) || fabs (number) >= MOST)
    return fallback;

  return (gint64) number;
}

/* Dates -------------------------------------------------------------------------------------------------- */

static gboolean
take_number (const char **text, int digits, int *number)
{
  *number = 0;
  for (int i = 0; i < digits; i++, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *number = *number * 10 + (**text - '0');
    }

  return TRUE;
}

static gboolean
take (const char **text, char c)
{
  if (**text != c)
    return FALSE;
  (*text)++;

  return TRUE;
}

/* "08:00:00", seconds and their fraction left out or not. 24:00:00 is taken for the day's end. */
static gboolean
take_daytime (const char **text, int *seconds)
{
  int hour, minute, second = 0;

  if (!take_number (text, 2, &hour) || !take (text, ':') || !take_number (text, 2, &minute))
    return FALSE;
  if (take (text, ':') && !take_number (text, 2, &second))
    return FALSE;
  if (take (text, '.'))
    *text += strspn (*text, "0123456789");
  *seconds = hour * 3600 + minute * 60 + second;

  return minute < 60 && second < 60 && *seconds <= 86400;
}

/* A zone says nothing here: plans are made in local time. */
static gboolean
is_zone (const char *text)
{
  return *text == '\0' || *text == 'Z' || *text == '+' || *text == '-';
}

GuatuInstant
guatu_mspdi_any_date (const char *text)
{
  GuatuCivil civil = { 0 };
  int seconds = 0;

  if (text == NULL)
    return GUATU_NONE;
  text += strspn (text, " \t\n");
  if (!take_number (&text, 4, &civil.year) || !take (&text, '-') || !take_number (&text, 2, &civil.month) ||
      !take (&text, '-') || !take_number (&text, 2, &civil.day))
    return GUATU_NONE;
  if ((*text == 'T' || *text == ' ') && g_ascii_isdigit (text[1]))
    {
      text++;
      if (!take_daytime (&text, &seconds))
        return GUATU_NONE;
    }
  text += strspn (text, " \t\n");
  if (!is_zone (text) || !guatu_civil_is_valid (civil))
    return GUATU_NONE;

  return guatu_instant_from_civil (civil) + seconds;
}

GuatuInstant
guatu_mspdi_date (const char *text)
{
  GuatuInstant instant = guatu_mspdi_any_date (text);
  GuatuCivil civil;

  if (instant == GUATU_NONE)
    return GUATU_NONE;

  civil = guatu_instant_to_civil (instant);
  if ((civil.year == 1984 || civil.year == 2000) && civil.month == 1 && civil.day == 1 &&
      guatu_instant_daytime (instant) == 0)
    return GUATU_NONE;
  if (civil.year == 2049 && civil.month == 12 && civil.day == 31)
    return GUATU_NONE;

  return instant;
}

gint64
guatu_mspdi_daytime (const char *text)
{
  int seconds;

  if (text == NULL)
    return -1;
  text += strspn (text, " \t\n");

  return take_daytime (&text, &seconds) ? seconds : -1;
}

/* Durations ---------------------------------------------------------------------------------------------- */

/* Seconds of one of what the letter stands for; years, months and days are wall-clock time here. */
static double
seconds_of (char letter, gboolean in_time)
{
  switch (letter)
    {
    case 'Y': return 365 * 86400;
    case 'M': return in_time ? 60 : 30 * 86400;
    case 'W': return 7 * 86400;
    case 'D': return 86400;
    case 'H': return 3600;
    case 'S': return 1;
    default:  return 0;
    }
}

gint64
guatu_mspdi_duration (const char *text)
{
  gboolean negative, in_time = FALSE;
  double sum = 0;

  if (text == NULL)
    return GUATU_NONE;
  text += strspn (text, " \t\n");
  negative = take (&text, '-');
  if (!take (&text, 'P'))
    return GUATU_NONE;

  while (*text != '\0' && !g_ascii_isspace (*text))
    {
      double number, unit;
      char *end;

      if (!in_time && take (&text, 'T'))
        {
          in_time = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*text))
        return GUATU_NONE;
      number = g_ascii_strtod (text, &end);
      unit = seconds_of (*end, in_time);
      if (unit == 0 || !isfinite (number))
        return GUATU_NONE;
      sum += number * unit;
      text = end + 1;
    }

  if (sum >= MOST)
    return GUATU_NONE;
  return (gint64) floor (sum + 0.5) * (negative ? -1 : 1);
}

MspdiFormat
guatu_mspdi_format (gint64 number)
{
  static const GuatuDurationUnit units[] = {
    GUATU_UNIT_MINUTE, GUATU_UNIT_HOUR, GUATU_UNIT_DAY, GUATU_UNIT_WEEK, GUATU_UNIT_MONTH,
  };
  MspdiFormat format = { GUATU_UNIT_DAY, FALSE, FALSE };

  /* 35 … 52 and 53 are 3 … 20 and 21 with a question mark. */
  if (number >= 35 && number <= 53)
    {
      format.estimated = TRUE;
      number -= 32;
    }
  if (number >= 3 && number <= 12)
    {
      format.unit = units[(number - 3) / 2];
      format.elapsed = (number - 3) % 2 != 0;
    }
  else if (number == 19 || number == 20)
    {
      format.unit = GUATU_UNIT_PERCENT;
      format.elapsed = number == 20;
    }

  return format;
}

/* Texts -------------------------------------------------------------------------------------------------- */

char *
guatu_mspdi_text (const char *text)
{
  GString *out;

  /* Mostly there is nothing to mend. */
  if (strpbrk (text, "\r\x7f") == NULL)
    return g_strdup (text);

  out = g_string_sized_new (strlen (text));
  for (const char *c = text; *c != '\0'; c++)
    if (*c == '\r')
      g_string_append (out, c[1] == '\n' ? "" : "\n");
    else if (*c == 0x7f)
      g_string_append (out, "\xef\xbf\xbd");
    else
      g_string_append_c (out, *c);

  return g_string_free (out, FALSE);
}
