/* guatu-chart-holidays.c — finds the days off that a calendar gives a name. */
#include "guatu-chart-holidays.h"

typedef struct
{
  const GuatuPlan *plan;
  GuatuInstant     from;
  GuatuInstant     to;
  GArray          *found;
} Finder;

static GuatuInstant
day_of (GuatuInstant t)
{
  return t - guatu_instant_daytime (t);
}

static gboolean
works (const GuatuPlan *plan,
       gint32           exception)
{
  guint n;

  guatu_plan_referrers (plan, GUATU_TABLE_CALENDAR_HOURS, GUATU_CALENDAR_HOURS_EXCEPTION, exception, &n);

  return n > 0;
}

static void
add (Finder      *self,
     GuatuInstant from,
     GuatuInstant to,
     const char  *name)
{
  GuatuHoliday holiday = { MAX (from, self->from), MIN (to, self->to), name };

  if (holiday.from < holiday.to)
    g_array_append_val (self->found, holiday);
}

/* The day of that year; past the month's end its last, as calendars read it. */
static GuatuInstant
day_in_year (int year,
             int month,
             int month_day)
{
  GuatuCivil first = { .year = year, .month = month, .day = 1 };
  GuatuCivil next = { .year = month < 12 ? year : year + 1, .month = month % 12 + 1, .day = 1 };
  GuatuInstant from = guatu_instant_from_civil (first), to = guatu_instant_from_civil (next);

  return MIN (from + (MAX (month_day, 1) - 1) * GUATU_DAY, to - GUATU_DAY);
}

static void
add_yearly (Finder                       *self,
            const GuatuCalendarException *exception,
            const char                   *name)
{
  GuatuInstant from = MAX (exception->from_date, day_of (self->from));
  GuatuInstant to = MIN (exception->to_date + GUATU_DAY, self->to);

  if (from >= to || exception->month < 1 || exception->month > 12)
    return;
  for (int year = guatu_instant_to_civil (from).year; year <= guatu_instant_to_civil (to).year; year++)
    {
      GuatuInstant day = day_in_year (year, exception->month, exception->month_day);

      if (day >= from && day < to)
        add (self, day, day + GUATU_DAY, name);
    }
}

static void
take_calendar (Finder *self,
               gint32  calendar)
{
  const GuatuCalendarException *exceptions = guatu_plan_rows (self->plan, GUATU_TABLE_CALENDAR_EXCEPTION);
  guint n;
  const gint32 *rows = guatu_plan_referrers (self->plan, GUATU_TABLE_CALENDAR_EXCEPTION,
                                             GUATU_CALENDAR_EXCEPTION_CALENDAR, calendar, &n);

  for (guint i = 0; i < n; i++)
    {
      const GuatuCalendarException *exception = &exceptions[rows[i]];
      const char *name = guatu_plan_text (self->plan, exception->name);

      if (*name == '\0' || works (self->plan, rows[i]))
        continue;
      if (exception->recurrence == GUATU_RECUR_DAILY && exception->period <= 1)
        add (self, exception->from_date, exception->to_date + GUATU_DAY, name);
      else if (exception->recurrence == GUATU_RECUR_YEARLY_DAY)
        add_yearly (self, exception, name);
    }
}

static int
compare_holidays (gconstpointer a,
                  gconstpointer b)
{
  const GuatuHoliday *one = a, *other = b;

  return (one->from > other->from) - (one->from < other->from);
}

/* Files that give each day for itself give all days of a feast the same name. */
static void
join (GArray *holidays)
{
  guint kept = 0;

  for (guint i = 0; i < holidays->len; i++)
    {
      GuatuHoliday next = g_array_index (holidays, GuatuHoliday, i);
      GuatuHoliday *last = kept > 0 ? &g_array_index (holidays, GuatuHoliday, kept - 1) : NULL;

      if (last != NULL && next.from <= last->to && g_str_equal (last->name, next.name))
        {
          last->to = MAX (last->to, next.to);
          continue;
        }
      if (last != NULL)
        next.from = MAX (next.from, last->to);
      if (next.from < next.to)
        g_array_index (holidays, GuatuHoliday, kept++) = next;
    }
  g_array_set_size (holidays, kept);
}

GArray *
guatu_holidays_new (const GuatuPlan *plan,
                    GuatuInstant     from,
                    GuatuInstant     to)
{
  const GuatuCalendar *calendars = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR);
  guint n_calendars = guatu_plan_n_rows (plan, GUATU_TABLE_CALENDAR), depth = 0;
  Finder self = { plan, from, to, g_array_new (FALSE, FALSE, sizeof (GuatuHoliday)) };

  /* Bases may lead in a circle. */
  for (gint32 calendar = guatu_plan_settings (plan)->calendar; calendar >= 0 && depth < n_calendars; depth++)
    {
      take_calendar (&self, calendar);
      calendar = calendars[calendar].base;
    }
  g_array_sort (self.found, compare_holidays);
  join (self.found);

  return self.found;
}

const GuatuHoliday *
guatu_holidays_find (const GArray *holidays,
                     GuatuInstant  t)
{
  guint low = 0, high = holidays->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const GuatuHoliday *holiday = &g_array_index (holidays, GuatuHoliday, middle);

      if (t >= holiday->from && t < holiday->to)
        return holiday;
      if (t < holiday->from)
        high = middle;
      else
        low = middle + 1;
    }

  return NULL;
}
