/* guatu-duration.h — durations and lags as people type and read them: "5d", "2d16h", "3ed", "50e%". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The unit in which a duration was typed and is shown; the amount itself is always in seconds. */
typedef enum
{
  GUATU_UNIT_DAY,
  GUATU_UNIT_MINUTE,
  GUATU_UNIT_HOUR,
  GUATU_UNIT_WEEK,
  GUATU_UNIT_MONTH,
  GUATU_UNIT_PERCENT,           /* lags only */
} GuatuDurationUnit;

/* What one day, week and month of work mean: settings of the plan, never calendar arithmetic. */
typedef struct
{
  gint64 minutes_per_day;
  gint64 minutes_per_week;
  gint64 days_per_month;
} GuatuDurationRates;

#define GUATU_DURATION_RATES_DEFAULT { 480, 2400, 20 }

/* An amount of time. Working seconds, or wall-clock seconds if @elapsed; in the unit percent,
 * hundredths of a percent. One elapsed day is 24 h, one elapsed month 30 d. */
typedef struct
{
  gint64            amount;
  GuatuDurationUnit unit;
  gboolean          elapsed;
} GuatuDuration;

/**
 * guatu_duration_parse:
 * @text: "5d", "3.5h", "2w", "3ed", "2d16h", "90 min", "1,5d", "5 days", "5天", "2周", "1个月", "4小时",
 *   a bare number (days); for lags also "-1w", "+2d", "50%", "50e%"
 * @rates: the plan's rates
 * @lag: whether signs and percentages are allowed
 * @duration: (out): the amount, and the largest unit that was named
 *
 * Returns: whether all of @text was understood and the amount is one that a plan can hold
 */
gboolean  guatu_duration_parse  (const char               *text,
                                 const GuatuDurationRates *rates,
                                 gboolean                  lag,
                                 GuatuDuration            *duration);

/* "5d", "2.5w", "3ed", "-50%": the shortest text in its unit that parses back to the same amount;
 * where the unit would need more than two decimals, the next smaller unit is taken. Not translated:
 * the form of files and of the command line. */
char     *guatu_duration_format (GuatuDuration             duration,
                                 const GuatuDurationRates *rates);

/* The same for a person, in the reader's language: "5 d", "2.5 w", "3 elapsed d"; "5 天". */
char     *guatu_duration_label  (GuatuDuration             duration,
                                 const GuatuDurationRates *rates);

G_END_DECLS
