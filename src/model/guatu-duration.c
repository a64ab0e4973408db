/* guatu-duration.c — durations and lags read and written. */
#include "guatu-duration-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-field.h"
#include "guatu-text-private.h"

#define N_UNITS (GUATU_UNIT_PERCENT + 1)

/* From the largest to the smallest, and how files write them. */
static const GuatuDurationUnit by_size[] = {
  GUATU_UNIT_MONTH, GUATU_UNIT_WEEK, GUATU_UNIT_DAY, GUATU_UNIT_HOUR, GUATU_UNIT_MINUTE };
static const char * const short_names[N_UNITS] = { "d", "m", "h", "w", "mo", "%" };

static const struct
{
  const char        *name;
  GuatuDurationUnit  unit;
  gboolean           elapsed;
} names[] = {
  { "d", GUATU_UNIT_DAY }, { "dy", GUATU_UNIT_DAY }, { "dys", GUATU_UNIT_DAY },
  { "day", GUATU_UNIT_DAY }, { "days", GUATU_UNIT_DAY },
  { "天", GUATU_UNIT_DAY }, { "日", GUATU_UNIT_DAY }, { "工日", GUATU_UNIT_DAY }, { "个工日", GUATU_UNIT_DAY },
  { "工作日", GUATU_UNIT_DAY }, { "个工作日", GUATU_UNIT_DAY },
  { "日历天", GUATU_UNIT_DAY, TRUE }, { "日历日", GUATU_UNIT_DAY, TRUE },
  { "自然日", GUATU_UNIT_DAY, TRUE }, { "个自然日", GUATU_UNIT_DAY, TRUE },
  { "连续日", GUATU_UNIT_DAY, TRUE }, { "个连续日", GUATU_UNIT_DAY, TRUE },
  { "m", GUATU_UNIT_MINUTE }, { "min", GUATU_UNIT_MINUTE }, { "mins", GUATU_UNIT_MINUTE },
  { "minute", GUATU_UNIT_MINUTE }, { "minutes", GUATU_UNIT_MINUTE },
  { "分", GUATU_UNIT_MINUTE }, { "分钟", GUATU_UNIT_MINUTE }, { "分钟工时", GUATU_UNIT_MINUTE },
  { "h", GUATU_UNIT_HOUR }, { "hr", GUATU_UNIT_HOUR }, { "hrs", GUATU_UNIT_HOUR },
  { "hour", GUATU_UNIT_HOUR }, { "hours", GUATU_UNIT_HOUR },
  { "时", GUATU_UNIT_HOUR }, { "小时", GUATU_UNIT_HOUR }, { "个小时", GUATU_UNIT_HOUR }, { "工时", GUATU_UNIT_HOUR },
  { "w", GUATU_UNIT_WEEK }, { "wk", GUATU_UNIT_WEEK }, { "wks", GUATU_UNIT_WEEK },
  { "week", GUATU_UNIT_WEEK }, { "weeks", GUATU_UNIT_WEEK },
  { "周", GUATU_UNIT_WEEK }, { "星期", GUATU_UNIT_WEEK }, { "个星期", GUATU_UNIT_WEEK },
  { "周工时", GUATU_UNIT_WEEK },
  { "mo", GUATU_UNIT_MONTH }, { "mon", GUATU_UNIT_MONTH }, { "mons", GUATU_UNIT_MONTH },
  { "mos", GUATU_UNIT_MONTH }, { "month", GUATU_UNIT_MONTH }, { "months", GUATU_UNIT_MONTH },
  { "月", GUATU_UNIT_MONTH }, { "个月", GUATU_UNIT_MONTH },
  { "月工时", GUATU_UNIT_MONTH },
  { "%", GUATU_UNIT_PERCENT },
};

/* What one of the unit comes to: seconds, or hundredths of a percent. */
static gint64
unit_size (GuatuDurationUnit unit, gboolean elapsed, const GuatuDurationRates *rates)
{
  switch (unit)
    {
    case GUATU_UNIT_MINUTE:  return 60;
    case GUATU_UNIT_HOUR:    return 3600;
    case GUATU_UNIT_WEEK:    return elapsed ? 7 * 86400 : rates->minutes_per_week * 60;
    case GUATU_UNIT_MONTH:   return elapsed ? 30 * 86400 : rates->days_per_month * rates->minutes_per_day * 60;
    case GUATU_UNIT_PERCENT: return 100;
    case GUATU_UNIT_DAY:
    default:                 return elapsed ? 86400 : rates->minutes_per_day * 60;
    }
}

static void
skip_spaces (const char **text)
{
  while (**text == ' ')
    (*text)++;
}

/* A comma with three digits behind it may mean thousands as well as decimals: nobody can tell. */
static gboolean
is_ambiguous (const char *separator)
{
  guint digits = 0;

  while (g_ascii_isdigit (separator[1 + digits]))
    digits++;

  return *separator == ',' && digits == 3;
}

gboolean
guatu_decimal_take (const char **text, int decimals, gboolean cut, gint64 *number)
{
  const char *p = *text;
  gint64 value = 0;

  if (!g_ascii_isdigit (*p) && !((*p == '.' || *p == ',') && g_ascii_isdigit (p[1])))
    return FALSE;

  for (; g_ascii_isdigit (*p); p++)
    if (__builtin_mul_overflow (value, 10, &value) || __builtin_add_overflow (value, *p - '0', &value))
      return FALSE;

  if ((*p == '.' || *p == ',') && g_ascii_isdigit (p[1]))
    {
      if (is_ambiguous (p))
        return FALSE;

      for (p++; g_ascii_isdigit (*p); p++)
        if (decimals > 0)
          {
            if (__builtin_mul_overflow (value, 10, &value) || __builtin_add_overflow (value, *p - '0', &value))
              return FALSE;
            decimals--;
          }
        else if (*p != '0' && !cut)
          {
            return FALSE;
          }
    }

  for (; decimals > 0; decimals--)
    if (__builtin_mul_overflow (value, 10, &value))
      return FALSE;

  *text = p;
  *number = value;

  return TRUE;
}

/* The name of a unit, an "e" before it for wall-clock time. */
static gboolean
take_unit (const char **text, GuatuDurationUnit *unit, gboolean *elapsed)
{
  g_autofree char *word = NULL;
  const char *name;
  gsize length = 0;

  if (g_ascii_strncasecmp (*text, "elapsed ", 8) == 0)
    {
      *elapsed = TRUE;
      *text += 8;
      skip_spaces (text);
    }
  else
    {
      *elapsed = FALSE;
    }

  while ((*text)[length] != '\0' && (*text)[length] != ' ' && strchr ("0123456789.,+-", (*text)[length]) == NULL)
    length++;
  name = word = g_ascii_strdown (*text, (gssize) length);
  *text += length;

  if (*name == 'e' && !*elapsed)
    {
      *elapsed = TRUE;
      name++;
    }

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name, name))
      {
        *unit = names[i].unit;
        *elapsed |= names[i].elapsed;
        return TRUE;
      }

  return FALSE;
}

/* One number and its unit, or a bare number where nothing has come before. */
static gboolean
take_part (const char **text, const GuatuDurationRates *rates, guint *seen, GuatuDuration *sum)
{
  const gint64 scale = 1000000;
  GuatuDurationUnit unit = GUATU_UNIT_DAY;
  gboolean elapsed = FALSE;
  gint64 number;
  gint64 size;
  gint64 amount;

  if (!guatu_decimal_take (text, 6, TRUE, &number))
    return FALSE;

  skip_spaces (text);
  if (**text != '\0' || *seen != 0)
    if (!take_unit (text, &unit, &elapsed))
      return FALSE;

  if (*seen != 0 && (elapsed != sum->elapsed || unit == GUATU_UNIT_PERCENT || sum->unit == GUATU_UNIT_PERCENT))
    return FALSE;
  if ((*seen >> unit & 1) != 0)
    return FALSE;

  /* Whole units and the millionths of one apart, so that neither overflows; rounded half up. */
  size = unit_size (unit, elapsed, rates);
  if (__builtin_mul_overflow (number / scale, size, &amount)
      || __builtin_add_overflow (amount, (number % scale * size + scale / 2) / scale, &amount)
      || __builtin_add_overflow (amount, sum->amount, &sum->amount))
    return FALSE;

  if (*seen == 0 || unit_size (unit, elapsed, rates) > unit_size (sum->unit, elapsed, rates))
    sum->unit = unit;
  sum->elapsed = elapsed;
  *seen |= 1u << unit;

  return TRUE;
}

gboolean
guatu_duration_parse_up_to (const char *text, const GuatuDurationRates *rates, gboolean lag, gint64 max,
                            GuatuDuration *duration)
{
  g_autofree char *plain = guatu_text_to_halfwidth (text);
  const char *rest = plain;
  GuatuDuration sum = { 0 };
  gboolean negative = FALSE;
  guint seen = 0;

  if (plain == NULL)
    return FALSE;

  skip_spaces (&rest);
  if (lag && (*rest == '+' || *rest == '-'))
    {
      negative = *rest == '-';
      rest++;
      skip_spaces (&rest);
    }

  do
    {
      if (!take_part (&rest, rates, &seen, &sum))
        return FALSE;
      skip_spaces (&rest);
    }
  while (*rest != '\0');

  if (sum.amount > max || (sum.unit == GUATU_UNIT_PERCENT && !lag))
    return FALSE;

  if (negative)
    sum.amount = -sum.amount;
  *duration = sum;

  return TRUE;
}

gboolean
guatu_duration_parse (const char *text, const GuatuDurationRates *rates, gboolean lag, GuatuDuration *duration)
{
  return guatu_duration_parse_up_to (text, rates, lag, guatu_field (GUATU_TABLE_TASK, GUATU_TASK_DURATION)->max,
                                     duration);
}

char *
guatu_decimal_format (gint64 number, int decimals)
{
  guint64 magnitude = number < 0 ? -(guint64) number : (guint64) number;
  guint64 scale = 1;

  for (int i = 0; i < decimals; i++)
    scale *= 10;
  while (decimals > 0 && magnitude % 10 == 0)
    {
      magnitude /= 10;
      scale /= 10;
      decimals--;
    }

  if (decimals == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, number < 0 ? "-" : "", magnitude);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT,
                          number < 0 ? "-" : "", magnitude / scale, decimals, magnitude % scale);
}

/* The amount in hundredths of @unit, if that many decimals say it to the second. */
static gboolean
in_unit (GuatuDuration duration, GuatuDurationUnit unit, const GuatuDurationRates *rates, gint64 *hundredths)
{
  gint64 size = unit_size (unit, duration.elapsed, rates);
  gint64 whole = duration.amount / size;
  gint64 rest = ABS (duration.amount % size);
  gint64 part = (rest * 100 + size / 2) / size;

  *hundredths = whole * 100 + (duration.amount < 0 ? -part : part);

  return (part * size + 50) / 100 == rest;
}

/* The number to show and the unit to show it in. */
static GuatuDurationUnit
choose_unit (GuatuDuration duration, const GuatuDurationRates *rates, gint64 *hundredths)
{
  guint i = 0;

  if (duration.unit == GUATU_UNIT_PERCENT)
    {
      *hundredths = duration.amount;
      return GUATU_UNIT_PERCENT;
    }

  while (i + 1 < G_N_ELEMENTS (by_size) && by_size[i] != duration.unit)
    i++;
  while (!in_unit (duration, by_size[i], rates, hundredths) && i + 1 < G_N_ELEMENTS (by_size))
    i++;

  return by_size[i];
}

char *
guatu_duration_format (GuatuDuration duration, const GuatuDurationRates *rates)
{
  gint64 hundredths;
  GuatuDurationUnit unit = choose_unit (duration, rates, &hundredths);
  g_autofree char *number = guatu_decimal_format (hundredths, 2);

  return g_strconcat (number, duration.elapsed ? "e" : "", short_names[unit], NULL);
}

char *
guatu_duration_label (GuatuDuration duration, const GuatuDurationRates *rates)
{
  /* Translators: durations in a narrow column; %s is a number such as 2.5. */
  static const char * const working[N_UNITS] = {
    N_("%s d"), N_("%s min"), N_("%s h"), N_("%s w"), N_("%s mo"), N_("%s%%") };
  /* Translators: the same in wall-clock time, which nights and holidays do not stop. */
  static const char * const elapsed[N_UNITS] = {
    N_("%s elapsed d"), N_("%s elapsed min"), N_("%s elapsed h"), N_("%s elapsed w"), N_("%s elapsed mo"),
    N_("%s elapsed %%") };
  gint64 hundredths;
  GuatuDurationUnit unit = choose_unit (duration, rates, &hundredths);
  g_autofree char *number = guatu_decimal_format (hundredths, 2);
  GString *label = g_string_new (_(duration.elapsed ? elapsed[unit] : working[unit]));

  /* Not a format string to the compiler: the translation picks the place of the one number. */
  g_string_replace (label, "%s", number, 1);
  g_string_replace (label, "%%", "%", 1);

  return g_string_free (label, FALSE);
}
