/* guatu-calendar.c — a plan's calendar rows, compiled for arithmetic. */
#include "guatu-calendar.h"

#define MAX_CHAIN 64

/* Standard: what a plan without any calendar works by. */
static GuatuWorktime *
compile_standard (void)
{
  static const GuatuHours hours[] = {
    { 8 * GUATU_HOUR, 12 * GUATU_HOUR },
    { 13 * GUATU_HOUR, 17 * GUATU_HOUR },
  };
  GuatuCalendarSpec spec = { 0 };

  for (int weekday = 0; weekday < 5; weekday++)
    {
      spec.given[weekday] = TRUE;
      spec.hours[weekday] = hours;
      spec.n_hours[weekday] = G_N_ELEMENTS (hours);
    }

  return guatu_worktime_new (&spec);
}

/* The hours of a weekday or an exception, as @field says. @kept holds them until the compiling is done. */
static const GuatuHours *
read_hours (const GuatuPlan *plan, guint field, gint32 row, GPtrArray *kept, guint *n)
{
  const GuatuCalendarHours *table = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR_HOURS);
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_CALENDAR_HOURS, field, row, n);
  GuatuHours *hours;

  if (*n == 0)
    return NULL;

  hours = g_new (GuatuHours, *n);
  g_ptr_array_add (kept, hours);
  for (guint i = 0; i < *n; i++)
    hours[i] = (GuatuHours) { (gint32) table[rows[i]].from_time, (gint32) table[rows[i]].to_time };

  return hours;
}

/* The days of the usual week. */
static void
read_days (const GuatuPlan *plan, gint32 calendar, GPtrArray *kept, GuatuCalendarSpec *spec)
{
  const GuatuCalendarDay *table = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR_DAY);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_CALENDAR_DAY, GUATU_CALENDAR_DAY_CALENDAR, calendar, &n);

  for (guint i = 0; i < n; i++)
    {
      guint8 weekday = table[rows[i]].weekday;

      if (weekday > 6 || table[rows[i]].week >= 0)
        continue;

      spec->given[weekday] = TRUE;
      spec->hours[weekday] = read_hours (plan, GUATU_CALENDAR_HOURS_DAY, rows[i], kept, &spec->n_hours[weekday]);
    }
}

static void
read_week (const GuatuPlan *plan, gint32 row, GPtrArray *kept, GuatuWorkWeek *week)
{
  const GuatuCalendarWeek *weeks = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR_WEEK);
  const GuatuCalendarDay *table = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR_DAY);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_CALENDAR_DAY, GUATU_CALENDAR_DAY_WEEK, row, &n);

  week->from = weeks[row].from_date;
  week->to = weeks[row].to_date;
  for (guint i = 0; i < n; i++)
    {
      guint8 weekday = table[rows[i]].weekday;

      if (weekday > 6)
        continue;
      week->given[weekday] = TRUE;
      week->hours[weekday] = read_hours (plan, GUATU_CALENDAR_HOURS_DAY, rows[i], kept, &week->n_hours[weekday]);
    }
}

static void
read_weeks (const GuatuPlan *plan, gint32 calendar, GPtrArray *kept, GuatuCalendarSpec *spec)
{
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_CALENDAR_WEEK, GUATU_CALENDAR_WEEK_CALENDAR, calendar,
                                             &n);
  GuatuWorkWeek *weeks = g_new0 (GuatuWorkWeek, n);

  g_ptr_array_add (kept, weeks);
  spec->weeks = weeks;
  spec->n_weeks = n;
  for (guint i = 0; i < n; i++)
    read_week (plan, rows[i], kept, &weeks[i]);
}

GuatuException
guatu_calendar_exception (const GuatuPlan *plan, gint32 row)
{
  const GuatuCalendarException *exception =
    (const GuatuCalendarException *) guatu_plan_rows (plan, GUATU_TABLE_CALENDAR_EXCEPTION) + row;

  return (GuatuException) {
    .from = exception->from_date,
    .to = exception->to_date,
    .recurrence = exception->recurrence,
    .period = (int) CLAMP (exception->period, 0, G_MAXINT),
    .weekdays = exception->weekdays,
    .month = exception->month,
    .month_day = exception->month_day,
    .place = exception->place,
    .item = exception->item,
  };
}

static void
read_exceptions (const GuatuPlan *plan, gint32 calendar, GPtrArray *kept, GuatuCalendarSpec *spec)
{
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_CALENDAR_EXCEPTION,
                                             GUATU_CALENDAR_EXCEPTION_CALENDAR, calendar, &n);
  GuatuException *exceptions = g_new (GuatuException, n);

  g_ptr_array_add (kept, exceptions);
  spec->exceptions = exceptions;
  spec->n_exceptions = n;
  for (guint i = 0; i < n; i++)
    {
      GuatuException *exception = &exceptions[i];

      *exception = guatu_calendar_exception (plan, rows[i]);
      exception->hours = read_hours (plan, GUATU_CALENDAR_HOURS_EXCEPTION, rows[i], kept, &exception->n_hours);
    }
}

static gboolean
is_calendar (const GuatuPlan *plan, gint32 row)
{
  return row >= 0 && (guint) row < guatu_plan_n_rows (plan, GUATU_TABLE_CALENDAR)
         && guatu_plan_id (plan, GUATU_TABLE_CALENDAR, row) != 0;
}

GuatuWorktime *
guatu_calendar_compile (const GuatuPlan *plan, gint32 calendar)
{
  const GuatuCalendar *table = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR);
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) specs = g_hash_table_new (NULL, NULL);
  GuatuCalendarSpec *first = NULL;
  GuatuCalendarSpec *previous = NULL;

  if (!is_calendar (plan, calendar))
    return compile_standard ();

  /* A base that leads back is simply not read again: a chain ends where it would become a ring, or where
   * it is longer than anyone's. */
  for (gint32 row = calendar; is_calendar (plan, row) && g_hash_table_size (specs) < MAX_CHAIN; row = table[row].base)
    {
      GuatuCalendarSpec *spec;

      if (!g_hash_table_add (specs, GINT_TO_POINTER (row)))
        break;

      spec = g_new0 (GuatuCalendarSpec, 1);
      g_ptr_array_add (kept, spec);
      read_days (plan, row, kept, spec);
      read_exceptions (plan, row, kept, spec);
      read_weeks (plan, row, kept, spec);
      if (previous == NULL)
        first = spec;
      else
        previous->base = spec;
      previous = spec;
    }

  return guatu_worktime_new (first);
}

gboolean
guatu_calendar_lacks_data (const GuatuPlan *plan, gint32 calendar, GuatuInstant t)
{
  const GuatuCalendar *table = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR);
  gint32 row = calendar;

  for (int i = 0; i < MAX_CHAIN && is_calendar (plan, row); i++, row = table[row].base)
    if (table[row].data_from != GUATU_NONE && table[row].data_to != GUATU_NONE)
      return t < table[row].data_from || t >= table[row].data_to + GUATU_DAY;

  return FALSE;
}
