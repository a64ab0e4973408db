/* guatu-year.c — finds what makes each day of a year what it is. */
#include "guatu-year.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-exception-private.h"

/* As long as chains of bases are read anywhere. */
#define MAX_CHAIN 64

/* Of recurring exceptions, in days looked at: more than any calendar of people has in a year. */
#define PATIENCE 4000000

const char *
guatu_day_kind_label (GuatuDayKind kind)
{
  static const char * const labels[] = {
    [GUATU_DAY_WORKING] = N_("Working day"), [GUATU_DAY_OTHER_HOURS] = N_("Other hours"),
    [GUATU_DAY_MAKE_UP] = N_("Make-up working day"), [GUATU_DAY_WEEKEND] = N_("Weekend"),
    [GUATU_DAY_HOLIDAY] = N_("Holiday"), [GUATU_DAY_CLOSURE] = N_("Closure"),
  };

  g_return_val_if_fail (kind < GUATU_N_DAY_KINDS, "");

  return _(labels[kind]);
}

gboolean
guatu_day_kind_works (GuatuDayKind kind)
{
  return kind <= GUATU_DAY_MAKE_UP;
}

/* Who speaks of a day --------------------------------------------------------------------------------- */

/* The calendar, its base, the base's base …; as many as are read. */
static guint
chain_of (const GuatuPlan *plan, gint32 calendar, gint32 chain[MAX_CHAIN])
{
  const GuatuCalendar *table = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR);
  guint n = 0;

  for (gint32 row = calendar; row >= 0 && n < MAX_CHAIN; row = table[row].base)
    {
      for (guint i = 0; i < n; i++)
        if (chain[i] == row)
          return n;
      chain[n++] = row;
    }

  return n;
}

typedef struct
{
  GuatuYear *year;
  gint32     row;
} Voice;

static void
speak_cb (gint64 day, gpointer data)
{
  const Voice *voice = data;
  gint64 i = day - guatu_instant_day (voice->year->from);

  if (i >= 0 && i < (gint64) voice->year->n_days && voice->year->days[i].exception < 0)
    voice->year->days[i].exception = voice->row;
}

static void
lay_exceptions (GuatuYear *self, const GuatuPlan *plan, gint32 calendar, gint64 *patience)
{
  gint64 first = guatu_instant_day (self->from), last = first + self->n_days - 1;
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_CALENDAR_EXCEPTION, GUATU_CALENDAR_EXCEPTION_CALENDAR,
                                             calendar, &n);

  for (int turn = 0; turn < GUATU_EXCEPTION_RANKS; turn++)
    for (guint i = n; i-- > 0; )
      {
        GuatuException exception = guatu_calendar_exception (plan, rows[i]);
        Voice voice = { self, rows[i] };

        if (guatu_exception_rank (&exception) == turn)
          guatu_exception_each_day (&exception, first, last, patience, speak_cb, &voice);
      }
}

/* What a working week with dates says of its days that nobody has spoken of. */
static void
lay_week (GuatuYear *self, const GuatuPlan *plan, gint32 week)
{
  const GuatuCalendarWeek *weeks = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR_WEEK);
  const GuatuCalendarDay *days = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR_DAY);
  gint64 first = guatu_instant_day (self->from);
  gint64 from = MAX (guatu_instant_day (weeks[week].from_date), first);
  gint64 to = MIN (guatu_instant_day (weeks[week].to_date), first + self->n_days - 1);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_CALENDAR_DAY, GUATU_CALENDAR_DAY_WEEK, week, &n);

  /* Of two rows for a weekday the later one counts, as in what plans work by. */
  for (guint i = n; i-- > 0; )
    for (gint64 day = from; day <= to; day++)
      if (self->days[day - first].weekday < 0 && guatu_instant_weekday (day * GUATU_DAY) == days[rows[i]].weekday)
        self->days[day - first].weekday = rows[i];
}

static void
lay_weeks (GuatuYear *self, const GuatuPlan *plan, gint32 calendar)
{
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_CALENDAR_WEEK, GUATU_CALENDAR_WEEK_CALENDAR, calendar,
                                             &n);

  for (guint i = n; i-- > 0; )
    lay_week (self, plan, rows[i]);
}

static void
lay_usual (GuatuYear *self, const GuatuPlan *plan, gint32 calendar)
{
  const GuatuCalendarDay *days = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR_DAY);
  int first = guatu_instant_weekday (self->from);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_CALENDAR_DAY, GUATU_CALENDAR_DAY_CALENDAR, calendar, &n);

  for (guint i = n; i-- > 0; )
    if (days[rows[i]].week < 0 && days[rows[i]].weekday <= 6)
      for (guint day = (guint) (days[rows[i]].weekday - first + 7) % 7; day < self->n_days; day += 7)
        if (self->days[day].weekday < 0)
          self->days[day].weekday = rows[i];
}

/* What the days are ------------------------------------------------------------------------------------- */

static int
compare_hours (gconstpointer a, gconstpointer b)
{
  const GuatuHours *one = a, *other = b;

  return (one->from > other->from) - (one->from < other->from);
}

GArray *
guatu_calendar_hours (const GuatuPlan *plan, guint field, gint32 row)
{
  const GuatuCalendarHours *table = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR_HOURS);
  GArray *hours = g_array_new (FALSE, FALSE, sizeof (GuatuHours));
  guint n = 0;
  const gint32 *rows = row >= 0 ? guatu_plan_referrers (plan, GUATU_TABLE_CALENDAR_HOURS, field, row, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      GuatuHours one = { (gint32) table[rows[i]].from_time, (gint32) table[rows[i]].to_time };

      g_array_append_val (hours, one);
    }
  g_array_sort (hours, compare_hours);

  return hours;
}

GArray *
guatu_year_week_hours (const GuatuPlan *plan, const GuatuYearDay *day)
{
  return guatu_calendar_hours (plan, GUATU_CALENDAR_HOURS_DAY, day->weekday);
}

static gboolean
has_hours (const GuatuPlan *plan, guint field, gint32 row)
{
  guint n = 0;

  if (row >= 0)
    guatu_plan_referrers (plan, GUATU_TABLE_CALENDAR_HOURS, field, row, &n);

  return n > 0;
}

static gboolean
same_hours (const GuatuPlan *plan, const GuatuYearDay *day)
{
  g_autoptr(GArray) own = guatu_calendar_hours (plan, GUATU_CALENDAR_HOURS_EXCEPTION, day->exception);
  g_autoptr(GArray) week = guatu_year_week_hours (plan, day);

  return own->len == week->len && memcmp (own->data, week->data, own->len * sizeof (GuatuHours)) == 0;
}

/* Whether what is off on that day, with a name, is a holiday: one that comes back every year, or one of a calendar
 * that knows the year's holidays. */
static gboolean
is_holiday (const GuatuPlan *plan, gint32 exception, GuatuInstant day)
{
  const GuatuCalendarException *row =
    (const GuatuCalendarException *) guatu_plan_rows (plan, GUATU_TABLE_CALENDAR_EXCEPTION) + exception;
  const GuatuCalendar *calendar;

  if (*guatu_plan_text (plan, row->name) == '\0' || row->calendar < 0 || row->is_closure)
    return FALSE;
  if (row->recurrence == GUATU_RECUR_YEARLY_DAY || row->recurrence == GUATU_RECUR_YEARLY_PLACE)
    return TRUE;
  calendar = (const GuatuCalendar *) guatu_plan_rows (plan, GUATU_TABLE_CALENDAR) + row->calendar;

  return calendar->data_from != GUATU_NONE && calendar->data_to != GUATU_NONE && day >= calendar->data_from
         && day < calendar->data_to + GUATU_DAY;
}

static GuatuDayKind
kind_of (const GuatuPlan *plan, const GuatuYearDay *day, GuatuInstant at)
{
  gboolean week_works = has_hours (plan, GUATU_CALENDAR_HOURS_DAY, day->weekday);

  if (day->exception < 0)
    return week_works ? GUATU_DAY_WORKING : GUATU_DAY_WEEKEND;
  if (has_hours (plan, GUATU_CALENDAR_HOURS_EXCEPTION, day->exception))
    return !week_works ? GUATU_DAY_MAKE_UP : same_hours (plan, day) ? GUATU_DAY_WORKING : GUATU_DAY_OTHER_HOURS;
  if (is_holiday (plan, day->exception, at))
    return GUATU_DAY_HOLIDAY;

  /* A weekend that an exception without a name happens to cover stays one. */
  return week_works || *guatu_year_day_name (plan, day) != '\0' ? GUATU_DAY_CLOSURE : GUATU_DAY_WEEKEND;
}

GuatuYear *
guatu_year_new (const GuatuPlan *plan, gint32 calendar, int year)
{
  GuatuYear *self;
  gint32 chain[MAX_CHAIN];
  gint64 patience = PATIENCE;
  GuatuInstant end;
  guint n;

  g_return_val_if_fail (year >= GUATU_FIRST_YEAR && year <= GUATU_LAST_YEAR, NULL);
  g_return_val_if_fail (calendar >= 0 && guatu_plan_id (plan, GUATU_TABLE_CALENDAR, calendar) != 0, NULL);

  self = g_new0 (GuatuYear, 1);
  self->year = year;
  self->calendar = calendar;
  self->from = guatu_instant_from_civil ((GuatuCivil) { .year = year, .month = 1, .day = 1 });
  end = guatu_instant_from_civil ((GuatuCivil) { .year = year, .month = 12, .day = 31 }) + GUATU_DAY;
  self->n_days = (guint) ((end - self->from) / GUATU_DAY);
  for (guint i = 0; i < self->n_days; i++)
    self->days[i] = (GuatuYearDay) { .exception = -1, .weekday = -1 };

  n = chain_of (plan, calendar, chain);
  for (guint i = 0; i < n; i++)
    lay_exceptions (self, plan, chain[i], &patience);
  for (guint i = 0; i < n; i++)
    lay_weeks (self, plan, chain[i]);
  for (guint i = 0; i < n; i++)
    lay_usual (self, plan, chain[i]);

  for (guint i = 0; i < self->n_days; i++)
    {
      self->days[i].kind = kind_of (plan, &self->days[i], self->from + i * GUATU_DAY);
      self->n_working += guatu_day_kind_works (self->days[i].kind);
    }
  self->lacks_data = guatu_calendar_lacks_data (plan, calendar, self->from)
                     || guatu_calendar_lacks_data (plan, calendar, end - GUATU_DAY);

  return self;
}

void
guatu_year_free (GuatuYear *self)
{
  g_free (self);
}

const GuatuYearDay *
guatu_year_day (const GuatuYear *self, GuatuInstant t)
{
  gint64 i = guatu_instant_day (t) - guatu_instant_day (self->from);

  return i >= 0 && i < (gint64) self->n_days ? &self->days[i] : NULL;
}

const char *
guatu_year_day_name (const GuatuPlan *plan, const GuatuYearDay *day)
{
  return day->exception >= 0 ? guatu_plan_string (plan, GUATU_TABLE_CALENDAR_EXCEPTION, day->exception,
                                                  GUATU_CALENDAR_EXCEPTION_NAME) : "";
}

/* Years without data ------------------------------------------------------------------------------------ */

/* The first of the calendar and its bases that knows holidays; -1. */
static gint32
find_data (const GuatuPlan *plan, gint32 calendar)
{
  const GuatuCalendar *table = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR);
  gint32 chain[MAX_CHAIN];
  guint n = chain_of (plan, calendar, chain);

  for (guint i = 0; i < n; i++)
    if (table[chain[i]].data_from != GUATU_NONE && table[chain[i]].data_to != GUATU_NONE)
      return chain[i];

  return -1;
}

gboolean
guatu_calendar_missing_years (const GuatuPlan   *plan,
                              gint32             calendar,
                              GuatuInstant       from,
                              GuatuInstant       to,
                              GuatuMissingYears *missing)
{
  gint32 row = find_data (plan, calendar);
  const GuatuCalendar *known;

  *missing = (GuatuMissingYears) { 0 };
  if (row < 0 || from > to)
    return FALSE;

  known = (const GuatuCalendar *) guatu_plan_rows (plan, GUATU_TABLE_CALENDAR) + row;
  if (from < known->data_from)
    {
      missing->before_first = guatu_instant_to_civil (from).year;
      missing->before_last = guatu_instant_to_civil (MIN (to, known->data_from - GUATU_DAY)).year;
    }
  if (to >= known->data_to + GUATU_DAY)
    {
      missing->after_first = guatu_instant_to_civil (MAX (from, known->data_to + GUATU_DAY)).year;
      missing->after_last = guatu_instant_to_civil (to).year;
    }

  return missing->before_first != 0 || missing->after_first != 0;
}

char *
guatu_missing_years_text (const GuatuMissingYears *missing)
{
  g_autofree char *after = NULL;
  g_autofree char *before = NULL;

  if (missing->after_first != 0 && missing->after_first == missing->after_last)
    after = g_strdup_printf (_("Holidays of %d are not published yet"), missing->after_first);
  else if (missing->after_first != 0)
    after = g_strdup_printf (_("Holidays of %d–%d are not published yet"), missing->after_first, missing->after_last);
  if (missing->before_first != 0 && missing->before_first == missing->before_last)
    before = g_strdup_printf (_("The calendar does not hold the holidays of %d"), missing->before_first);
  else if (missing->before_first != 0)
    before = g_strdup_printf (_("The calendar does not hold the holidays of %d–%d"), missing->before_first,
                              missing->before_last);

  if (after != NULL && before != NULL)
    return g_strdup_printf ("%s · %s", before, after);
  return g_strdup (after != NULL ? after : before != NULL ? before : "");
}

/* Users -------------------------------------------------------------------------------------------------- */

GuatuCalendarUse
guatu_calendar_use (const GuatuPlan *plan, gint32 calendar)
{
  GuatuCalendarUse use = { .plan = guatu_plan_settings (plan)->calendar == calendar };

  guatu_plan_referrers (plan, GUATU_TABLE_TASK, GUATU_TASK_CALENDAR, calendar, &use.n_tasks);
  guatu_plan_referrers (plan, GUATU_TABLE_UNIT, GUATU_UNIT_CALENDAR, calendar, &use.n_units);
  guatu_plan_referrers (plan, GUATU_TABLE_PERSON, GUATU_PERSON_CALENDAR, calendar, &use.n_people);
  guatu_plan_referrers (plan, GUATU_TABLE_CALENDAR, GUATU_CALENDAR_BASE, calendar, &use.n_calendars);

  return use;
}
