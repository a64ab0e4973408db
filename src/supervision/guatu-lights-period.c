/* guatu-lights-period.c — the periods in which reports are expected. */
#include "guatu-lights-private.h"

static GuatuInstant
first_of_month (GuatuInstant instant, int month)
{
  GuatuCivil civil = guatu_instant_to_civil (instant);

  return guatu_instant_from_civil ((GuatuCivil) { .year = civil.year, .month = month, .day = 1 });
}

GuatuPeriod
guatu_period_at (GuatuReportCycle cycle, GuatuInstant instant)
{
  GuatuInstant day = guatu_instant_day (instant) * GUATU_DAY;
  GuatuCivil civil = guatu_instant_to_civil (day);
  GuatuInstant first = first_of_month (day, civil.month);
  GuatuInstant last = guatu_instant_add_months (first, 1) - GUATU_DAY;

  switch (cycle)
    {
    case GUATU_CYCLE_DAY:
      return (GuatuPeriod) { day, day };

    case GUATU_CYCLE_HALF_MONTH:
      if (civil.day <= 15)
        return (GuatuPeriod) { first, first + 14 * GUATU_DAY };
      return (GuatuPeriod) { first + 15 * GUATU_DAY, last };

    case GUATU_CYCLE_MONTH:
      return (GuatuPeriod) { first, last };

    case GUATU_CYCLE_QUARTER:
      first = first_of_month (day, civil.month - (civil.month - 1) % 3);
      return (GuatuPeriod) { first, guatu_instant_add_months (first, 3) - GUATU_DAY };

    case GUATU_CYCLE_WEEK:
    default:
      first = day - guatu_instant_weekday (day) * GUATU_DAY;
      return (GuatuPeriod) { first, first + 6 * GUATU_DAY };
    }
}

GuatuPeriod
guatu_period_before (GuatuReportCycle cycle, GuatuPeriod period)
{
  return guatu_period_at (cycle, period.first - GUATU_DAY);
}

GuatuPeriod
guatu_period_closed (GuatuReportCycle cycle, GuatuInstant instant)
{
  GuatuPeriod period = guatu_period_at (cycle, instant);

  if (period.last == guatu_instant_day (instant) * GUATU_DAY)
    return period;

  return guatu_period_before (cycle, period);
}

GuatuPeriods
guatu_periods_from (GuatuReportCycle cycle, GuatuInstant instant)
{
  GuatuPeriods periods = {
    .running = guatu_period_at (cycle, instant), .closed = guatu_period_closed (cycle, instant),
  };

  periods.before_running = guatu_period_before (cycle, periods.running);
  periods.before_closed = guatu_period_before (cycle, periods.closed);
  return periods;
}
