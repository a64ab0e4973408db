/* guatu-exception.c — on which days an exception of a calendar holds. */
#include "guatu-exception-private.h"

/* An exception, its days as numbers and cut to what is asked for. */
typedef struct
{
  const GuatuException *rule;
  gint64  origin;         /* the first day as given: intervals count from it */
  gint64  from;
  gint64  to;
  gint64  period;
  gint64 *patience;
  GuatuDayFunc func;
  gpointer data;
} Rule;

static void
lay_daily (const Rule *rule)
{
  for (gint64 day = rule->from; day <= rule->to; day++)
    {
      --*rule->patience;
      rule->func (day, rule->data);
    }
}

static void
lay_every_n_days (const Rule *rule)
{
  gint64 skipped = (rule->from - rule->origin + rule->period - 1) / rule->period;

  for (gint64 day = rule->origin + skipped * rule->period; day <= rule->to; day += rule->period)
    {
      --*rule->patience;
      rule->func (day, rule->data);
    }
}

/* 0 Sunday … 6 Saturday. */
static int
weekday_from_sunday (gint64 day)
{
  return (guatu_instant_weekday (day * GUATU_DAY) + 1) % 7;
}

static void
lay_weekly (const Rule *rule)
{
  gint64 sunday = rule->origin - weekday_from_sunday (rule->origin);
  gint64 weeks = (rule->from - sunday) / 7;

  for (weeks -= weeks % rule->period; sunday + weeks * 7 <= rule->to; weeks += rule->period)
    for (int weekday = 0; weekday < 7; weekday++)
      {
        gint64 day = sunday + weeks * 7 + weekday;

        --*rule->patience;
        if ((rule->rule->weekdays >> weekday & 1) != 0 && day >= rule->from && day <= rule->to)
          rule->func (day, rule->data);
      }
}

static gboolean
is_item (gint64 day, int item)
{
  int weekday = weekday_from_sunday (day);

  if (item <= 0)
    return item == 0;
  if (item == 1)
    return weekday >= 1 && weekday <= 5;
  if (item == 2)
    return weekday == 0 || weekday == 6;

  return weekday == item - 3;
}

/* The day of the month that @rule means; before @first if it means none. */
static gint64
day_in_month (const GuatuException *rule, gboolean by_place, gint64 first, gint64 last)
{
  int found = 0;

  if (!by_place)
    return MIN (first + rule->month_day - 1, last);

  if (rule->place == 4)
    {
      while (last >= first && !is_item (last, rule->item))
        last--;
      return last;
    }

  for (gint64 day = first; day <= last; day++)
    if (is_item (day, rule->item) && found++ == rule->place)
      return day;

  return first - 1;
}

/* In every @period-th month, or in @month alone unless it is 0. */
static void
lay_months (const Rule *rule, gboolean by_place, int month, gint64 period)
{
  GuatuCivil origin = guatu_instant_to_civil (rule->origin * GUATU_DAY);
  GuatuCivil from = guatu_instant_to_civil (rule->from * GUATU_DAY);
  int months = (from.year - origin.year) * 12 + from.month - origin.month;
  GuatuInstant start;

  origin.day = 1;
  start = guatu_instant_from_civil (origin);
  for (gint64 i = months - months % period; ; i += period)
    {
      GuatuInstant begin = guatu_instant_add_months (start, (int) i);
      gint64 first = guatu_instant_day (begin);
      gint64 last = guatu_instant_day (guatu_instant_add_months (begin, 1)) - 1;
      gint64 day;

      *rule->patience -= 30;
      if (first > rule->to)
        return;
      if (month != 0 && guatu_instant_to_civil (begin).month != month)
        continue;

      day = day_in_month (rule->rule, by_place, first, last);
      if (day >= MAX (first, rule->from) && day <= rule->to)
        rule->func (day, rule->data);
    }
}

int
guatu_exception_rank (const GuatuException *exception)
{
  switch (exception->recurrence)
    {
    case GUATU_RECUR_EVERY_N_DAYS:  return exception->period > 1 ? 1 : 0;
    case GUATU_RECUR_YEARLY_DAY:
    case GUATU_RECUR_YEARLY_PLACE:  return 2;
    case GUATU_RECUR_MONTHLY_DAY:
    case GUATU_RECUR_MONTHLY_PLACE: return 3;
    case GUATU_RECUR_WEEKLY:        return 4;
    case GUATU_RECUR_DAILY:
    default:                        return 0;
    }
}

void
guatu_exception_each_day (const GuatuException *exception,
                          gint64                first,
                          gint64                last,
                          gint64               *patience,
                          GuatuDayFunc          func,
                          gpointer              data)
{
  Rule rule = { .rule = exception, .patience = patience, .func = func, .data = data };
  int month = exception->month > 0 ? exception->month : -1;

  /* What begins long before any plan still keeps its rhythm; without end it would overflow. */
  rule.origin = CLAMP (guatu_instant_day (exception->from), 2 * GUATU_FIRST_DAY, GUATU_LAST_DAY);
  rule.from = MAX (rule.origin, first);
  rule.to = MIN (guatu_instant_day (exception->to), last);
  rule.period = CLAMP (exception->period, 1, GUATU_LAST_DAY - GUATU_FIRST_DAY);
  if (rule.from > rule.to || *patience < 0)
    return;

  switch (exception->recurrence)
    {
    case GUATU_RECUR_DAILY:         lay_daily (&rule); break;
    case GUATU_RECUR_EVERY_N_DAYS:  lay_every_n_days (&rule); break;
    case GUATU_RECUR_WEEKLY:        lay_weekly (&rule); break;
    case GUATU_RECUR_MONTHLY_DAY:   lay_months (&rule, FALSE, 0, rule.period); break;
    case GUATU_RECUR_MONTHLY_PLACE: lay_months (&rule, TRUE, 0, rule.period); break;
    case GUATU_RECUR_YEARLY_DAY:    lay_months (&rule, FALSE, month, 1); break;
    case GUATU_RECUR_YEARLY_PLACE:  lay_months (&rule, TRUE, month, 1); break;
    default:                        break;
    }
}
