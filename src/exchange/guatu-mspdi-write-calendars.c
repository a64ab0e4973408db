/* guatu-mspdi-write-calendars.c — calendars in Microsoft Project's XML (msproject §1.5). */
#include "guatu-mspdi-write-private.h"

/* Older programs know only single days. Of an exception that comes back forever they see this many. */
#define MAX_OLD_DAYS 1000

#define MAX_CHAIN 64

/* The calendars that speak through one of the file: itself, and its bases where it must stand alone, because
 * Project has people's calendars rest on others and no more than that. */
typedef struct
{
  gint32 rows[MAX_CHAIN];
  guint  n;
} Chain;

static Chain
chain_of (const GuatuPlan *plan, gint32 calendar)
{
  const GuatuCalendar *rows = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR);
  Chain chain = { .rows = { calendar }, .n = 1 };

  if (guatu_mspdi_is_derived (plan, calendar))
    return chain;
  for (gint32 base = rows[calendar].base; base >= 0 && chain.n < MAX_CHAIN; base = rows[base].base)
    chain.rows[chain.n++] = base;

  return chain;
}

/* Hours and periods ---------------------------------------------------------------------------------------- */

static void
put_period (MspdiOut *self, GuatuInstant from, GuatuInstant to)
{
  guatu_mspdi_put_begin (self, "TimePeriod");
  guatu_mspdi_put_date (self, "FromDate", from);
  guatu_mspdi_put_date (self, "ToDate", to + GUATU_DAY - GUATU_MINUTE);
  guatu_mspdi_put_end (self);
}

/* Whether it works and when; between the two goes the time to which it applies, unless @from is GUATU_NONE. */
static void
put_hours (MspdiOut *self, guint field, gint32 owner, GuatuInstant from, GuatuInstant to)
{
  const GuatuCalendarHours *hours = guatu_plan_rows (self->plan, GUATU_TABLE_CALENDAR_HOURS);
  guint n;
  const gint32 *rows = guatu_plan_referrers (self->plan, GUATU_TABLE_CALENDAR_HOURS, field, owner, &n);

  guatu_mspdi_put_flag (self, "DayWorking", n > 0);
  if (from != GUATU_NONE)
    put_period (self, from, to);
  if (n == 0)
    return;

  guatu_mspdi_put_begin (self, "WorkingTimes");
  for (guint i = 0; i < n; i++)
    {
      guatu_mspdi_put_begin (self, "WorkingTime");
      guatu_mspdi_put_daytime (self, "FromTime", hours[rows[i]].from_time);
      guatu_mspdi_put_daytime (self, "ToTime", hours[rows[i]].to_time);
      guatu_mspdi_put_end (self);
    }
  guatu_mspdi_put_end (self);
}

/* Weekdays ------------------------------------------------------------------------------------------------- */

/* What @owner, a calendar or a working week, says of a weekday; -1 if nothing. */
static gint32
find_day (const GuatuPlan *plan, guint owner_field, gint32 owner, guint8 weekday)
{
  const GuatuCalendarDay *days = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR_DAY);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_CALENDAR_DAY, owner_field, owner, &n);
  gint32 found = -1;

  for (guint i = 0; i < n; i++)
    if (days[rows[i]].weekday == weekday && (owner_field == GUATU_CALENDAR_DAY_WEEK || days[rows[i]].week < 0))
      found = rows[i];

  return found;
}

/* 1 is Sunday. */
static void
put_day (MspdiOut *self, guint type, gint32 day)
{
  guatu_mspdi_put_begin (self, "WeekDay");
  guatu_mspdi_put_integer (self, "DayType", type);
  put_hours (self, GUATU_CALENDAR_HOURS_DAY, day, GUATU_NONE, GUATU_NONE);
  guatu_mspdi_put_end (self);
}

static void
put_days (MspdiOut *self, const Chain *chain)
{
  for (guint type = 1; type <= 7; type++)
    for (guint i = 0; i < chain->n; i++)
      {
        gint32 day = find_day (self->plan, GUATU_CALENDAR_DAY_CALENDAR, chain->rows[i], (guint8) ((type + 5) % 7));

        if (day < 0)
          continue;
        put_day (self, type, day);
        break;
      }
}

/* Exceptions, spelt out ------------------------------------------------------------------------------------ */

static void
put_old_day (MspdiOut *self, gint32 exception, GuatuInstant from, GuatuInstant to)
{
  guatu_mspdi_put_begin (self, "WeekDay");
  guatu_mspdi_put_integer (self, "DayType", 0);
  put_hours (self, GUATU_CALENDAR_HOURS_EXCEPTION, exception, from, to);
  guatu_mspdi_put_end (self);
}

/* A calendar that works on the exception's days and on no others tells which they are. */
static GuatuWorktime *
days_of (const GuatuCalendarException *row)
{
  static const GuatuHours whole_day = { 0, (gint32) GUATU_DAY };
  GuatuException exception = {
    .from = row->from_date, .to = row->to_date, .recurrence = row->recurrence, .period = (int) row->period,
    .weekdays = row->weekdays, .month = row->month, .month_day = row->month_day, .place = row->place,
    .item = row->item, .hours = &whole_day, .n_hours = 1,
  };
  GuatuCalendarSpec spec = { .exceptions = &exception, .n_exceptions = 1 };

  return guatu_worktime_new (&spec);
}

/* Files have had exceptions as single days since Project 2002, and in their own form since 2007. Who knows the
 * newer form leaves the older one unread. */
static void
put_old_exception (MspdiOut *self, gint32 exception)
{
  const GuatuCalendarException *row =
    (const GuatuCalendarException *) guatu_plan_rows (self->plan, GUATU_TABLE_CALENDAR_EXCEPTION) + exception;
  g_autoptr(GuatuWorktime) days = NULL;
  GuatuInstant day;

  if (row->to_date < row->from_date)
    return;
  if (row->recurrence == GUATU_RECUR_DAILY)
    {
      put_old_day (self, exception, row->from_date, row->to_date);
      return;
    }

  days = days_of (row);
  day = guatu_worktime_next (days, row->from_date);
  for (guint n = 0; n < MAX_OLD_DAYS && day <= row->to_date; n++)
    {
      /* After the last day next() answers its argument, which is no such day. */
      if (guatu_worktime_work (days, day, day + GUATU_DAY) == 0)
        return;
      put_old_day (self, exception, day, day);
      day = guatu_worktime_next (days, day + GUATU_DAY);
    }
}

/* Exceptions ----------------------------------------------------------------------------------------------- */

/* Our recurrences in MSPDI's order. */
static const guint8 types[] = {
  [GUATU_RECUR_DAILY] = 1, [GUATU_RECUR_EVERY_N_DAYS] = 7, [GUATU_RECUR_WEEKLY] = 6, [GUATU_RECUR_MONTHLY_DAY] = 4,
  [GUATU_RECUR_MONTHLY_PLACE] = 5, [GUATU_RECUR_YEARLY_DAY] = 2, [GUATU_RECUR_YEARLY_PLACE] = 3,
};

static void
put_recurrence (MspdiOut *self, const GuatuCalendarException *row)
{
  gboolean monthly = row->recurrence == GUATU_RECUR_MONTHLY_PLACE || row->recurrence == GUATU_RECUR_YEARLY_PLACE;

  guatu_mspdi_put_integer (self, "Type", types[row->recurrence]);
  if (row->recurrence == GUATU_RECUR_DAILY)
    return;
  if (row->period != 0)
    guatu_mspdi_put_integer (self, "Period", row->period);
  if (row->weekdays != 0)
    guatu_mspdi_put_integer (self, "DaysOfWeek", row->weekdays);
  if (row->month != 0)
    guatu_mspdi_put_integer (self, "Month", row->month - 1);
  if (row->item != 0 || monthly)
    guatu_mspdi_put_integer (self, "MonthItem", row->item);
  if (row->place != 0 || monthly)
    guatu_mspdi_put_integer (self, "MonthPosition", row->place);
  if (row->month_day != 0)
    guatu_mspdi_put_integer (self, "MonthDay", row->month_day);
}

static void
put_exception (MspdiOut *self, gint32 exception)
{
  const GuatuCalendarException *row =
    (const GuatuCalendarException *) guatu_plan_rows (self->plan, GUATU_TABLE_CALENDAR_EXCEPTION) + exception;

  if (row->to_date < row->from_date)
    return;
  guatu_mspdi_put_begin (self, "Exception");
  guatu_mspdi_put_flag (self, "EnteredByOccurrences", FALSE);
  put_period (self, row->from_date, row->to_date);
  if (row->recurrence == GUATU_RECUR_DAILY)
    guatu_mspdi_put_integer (self, "Occurrences", (row->to_date - row->from_date) / GUATU_DAY + 1);
  guatu_mspdi_put_text (self, "Name", guatu_plan_text (self->plan, row->name));
  put_recurrence (self, row);
  put_hours (self, GUATU_CALENDAR_HOURS_EXCEPTION, exception, GUATU_NONE, GUATU_NONE);
  guatu_mspdi_put_end (self);
}

/* Calls @put for what refers to the calendars of the chain, the base's first: of two alike the later is heard. */
static void
put_all (MspdiOut *self, const Chain *chain, GuatuTable table, guint field, void (*put) (MspdiOut *self, gint32 row))
{
  for (guint i = chain->n; i > 0; i--)
    {
      guint n;
      const gint32 *rows = guatu_plan_referrers (self->plan, table, field, chain->rows[i - 1], &n);

      for (guint row = 0; row < n; row++)
        put (self, rows[row]);
    }
}

/* Working weeks -------------------------------------------------------------------------------------------- */

static void
put_week (MspdiOut *self, gint32 week)
{
  const GuatuCalendarWeek *row =
    (const GuatuCalendarWeek *) guatu_plan_rows (self->plan, GUATU_TABLE_CALENDAR_WEEK) + week;

  guatu_mspdi_put_begin (self, "WorkWeek");
  put_period (self, row->from_date, row->to_date);
  guatu_mspdi_put_text (self, "Name", guatu_plan_text (self->plan, row->name));
  guatu_mspdi_put_begin (self, "WeekDays");
  for (guint type = 1; type <= 7; type++)
    {
      gint32 day = find_day (self->plan, GUATU_CALENDAR_DAY_WEEK, week, (guint8) ((type + 5) % 7));

      if (day >= 0)
        put_day (self, type, day);
    }
  guatu_mspdi_put_end (self);
  guatu_mspdi_put_end (self);
}

/* The calendars -------------------------------------------------------------------------------------------- */

static guint
count_all (MspdiOut *self, const Chain *chain, GuatuTable table, guint field)
{
  guint sum = 0, n;

  for (guint i = 0; i < chain->n; i++)
    {
      guatu_plan_referrers (self->plan, table, field, chain->rows[i], &n);
      sum += n;
    }

  return sum;
}

static void
put_week_days (MspdiOut *self, const Chain *chain)
{
  if (count_all (self, chain, GUATU_TABLE_CALENDAR_DAY, GUATU_CALENDAR_DAY_CALENDAR) +
      count_all (self, chain, GUATU_TABLE_CALENDAR_EXCEPTION, GUATU_CALENDAR_EXCEPTION_CALENDAR) == 0)
    return;

  guatu_mspdi_put_begin (self, "WeekDays");
  put_days (self, chain);
  put_all (self, chain, GUATU_TABLE_CALENDAR_EXCEPTION, GUATU_CALENDAR_EXCEPTION_CALENDAR, put_old_exception);
  guatu_mspdi_put_end (self);
}

static void
put_calendar (MspdiOut *self, gint32 calendar)
{
  const GuatuCalendar *rows = guatu_plan_rows (self->plan, GUATU_TABLE_CALENDAR);
  gboolean derived = guatu_mspdi_is_derived (self->plan, calendar);
  Chain chain = chain_of (self->plan, calendar);

  guatu_mspdi_put_begin (self, "Calendar");
  guatu_mspdi_put_integer (self, "UID", self->calendars[calendar]);
  guatu_mspdi_put_text (self, "Name", guatu_plan_text (self->plan, rows[calendar].name));
  guatu_mspdi_put_flag (self, "IsBaseCalendar", !derived);
  guatu_mspdi_put_integer (self, "BaseCalendarUID", derived ? self->calendars[rows[calendar].base] : -1);
  put_week_days (self, &chain);
  if (count_all (self, &chain, GUATU_TABLE_CALENDAR_EXCEPTION, GUATU_CALENDAR_EXCEPTION_CALENDAR) > 0)
    {
      guatu_mspdi_put_begin (self, "Exceptions");
      put_all (self, &chain, GUATU_TABLE_CALENDAR_EXCEPTION, GUATU_CALENDAR_EXCEPTION_CALENDAR, put_exception);
      guatu_mspdi_put_end (self);
    }
  if (count_all (self, &chain, GUATU_TABLE_CALENDAR_WEEK, GUATU_CALENDAR_WEEK_CALENDAR) > 0)
    {
      guatu_mspdi_put_begin (self, "WorkWeeks");
      put_all (self, &chain, GUATU_TABLE_CALENDAR_WEEK, GUATU_CALENDAR_WEEK_CALENDAR, put_week);
      guatu_mspdi_put_end (self);
    }
  guatu_mspdi_put_end (self);
}

static void
put_own_calendar (MspdiOut *self, const MspdiOwnCalendar *own)
{
  guatu_mspdi_put_begin (self, "Calendar");
  guatu_mspdi_put_integer (self, "UID", own->uid);
  guatu_mspdi_put_text (self, "Name", own->name);
  guatu_mspdi_put_flag (self, "IsBaseCalendar", FALSE);
  guatu_mspdi_put_integer (self, "BaseCalendarUID", own->base);
  guatu_mspdi_put_end (self);
}

void
guatu_mspdi_put_calendars (MspdiOut *self)
{
  guint n;
  g_autofree gint32 *rows = guatu_plan_in_order (self->plan, GUATU_TABLE_CALENDAR, &n);

  guatu_mspdi_put_begin (self, "Calendars");
  for (guint i = 0; i < n; i++)
    put_calendar (self, rows[i]);
  for (guint i = 0; i < self->own_calendars->len; i++)
    put_own_calendar (self, &g_array_index (self->own_calendars, MspdiOwnCalendar, i));
  guatu_mspdi_put_end (self);
}
