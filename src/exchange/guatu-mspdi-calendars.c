/* guatu-mspdi-calendars.c — calendars of Microsoft Project's XML (msproject §1.5). */
#include "guatu-mspdi-private.h"

#include <glib/gi18n-lib.h>

/* Calendars ---------------------------------------------------------------------------------------------- */

enum { CALENDAR_UID, CALENDAR_NAME, CALENDAR_IS_BASE, CALENDAR_BASE };

static const GuatuShapeNames calendar_names = {
  (const char * const []) { "UID", "Name", "IsBaseCalendar", "BaseCalendarUID", NULL },
  (const char * const []) { "GUID", "IsBaselineCalendar", NULL },
};

enum { DAY_TYPE, DAY_WORKING };

static const GuatuShapeNames day_names = {
  (const char * const []) { "DayType", "DayWorking", NULL }, NULL,
};

enum { EXCEPTION_NAME, EXCEPTION_TYPE, EXCEPTION_PERIOD, EXCEPTION_DAYS_OF_WEEK, EXCEPTION_MONTH, EXCEPTION_MONTH_DAY,
       EXCEPTION_MONTH_ITEM, EXCEPTION_MONTH_POSITION, EXCEPTION_WORKING };

static const GuatuShapeNames exception_names = {
  (const char * const []) { "Name", "Type", "Period", "DaysOfWeek", "Month", "MonthDay", "MonthItem", "MonthPosition",
                            "DayWorking", NULL },
  (const char * const []) { "EnteredByOccurrences", "Occurrences", NULL },
};

enum { WEEK_NAME };

static const GuatuShapeNames week_names = { (const char * const []) { "Name", NULL }, NULL };

enum { PERIOD_FROM, PERIOD_TO };

static const GuatuShapeNames period_names = { (const char * const []) { "FromDate", "ToDate", NULL }, NULL };

enum { TIME_FROM, TIME_TO };

static const GuatuShapeNames time_names = { (const char * const []) { "FromTime", "ToTime", NULL }, NULL };

/* A day, an exception or a week while it is read: what may stand in it beside single values. */
typedef struct
{
  GArray      *hours;           /* of GuatuHours */
  GuatuInstant from;
  GuatuInstant to;
  gint32       week;            /* the row of a working week, whose days follow */
  gint32       calendar;
} Parts;

typedef struct
{
  Mspdi  *self;
  gint32  row;                  /* -1 until the calendar's children must hang on it */
  GArray *old_exceptions;       /* rows made from DayType 0, in case there are none of the newer kind, */
  GArray *old_hours;            /* and those of their hours */
  gboolean has_exceptions;
} Calendar;

static gboolean
is_called (Mspdi *self, const char *name, const char *wanted)
{
  return name == guatu_xml_intern (self->xml, wanted);
}

/* Hours and periods -------------------------------------------------------------------------------------- */

static void
read_time (Mspdi *self, GArray *hours)
{
  GuatuShape *shape = guatu_mspdi_shape (self, "WorkingTime", &time_names);
  GuatuRecord record = { 0 };
  GuatuHours one;

  guatu_mspdi_record (self, shape, &record, NULL, NULL);
  one.from = (gint32) guatu_mspdi_daytime (guatu_record_text (&record, TIME_FROM));
  one.to = (gint32) guatu_mspdi_daytime (guatu_record_text (&record, TIME_TO));
  if (one.to == 0)
    one.to = (gint32) GUATU_DAY;

  if (one.from >= 0 && one.from < one.to)
    {
      g_array_append_val (hours, one);
    }
  else if (guatu_record_text (&record, TIME_FROM) != NULL)
    {
      g_autofree char *place = guatu_mspdi_place (record.line, "WorkingTime", GUATU_NONE);

      guatu_notes_add (self->notes, 0, 0, place, _("Working hours that do not end after they begin were left out"));
    }
  guatu_record_clear (&record);
}

static void
read_times (Mspdi *self, GArray *hours)
{
  int depth = guatu_xml_depth (self->xml);

  while (guatu_xml_child (self->xml, depth))
    if (is_called (self, guatu_xml_name (self->xml), "WorkingTime"))
      read_time (self, hours);
}

/* Days count, whatever hours stand with them. */
static void
read_period (Mspdi *self, Parts *parts)
{
  GuatuShape *shape = guatu_mspdi_shape (self, "TimePeriod", &period_names);
  GuatuRecord record = { 0 };

  guatu_mspdi_record (self, shape, &record, NULL, NULL);
  parts->from = guatu_mspdi_any_date (guatu_record_text (&record, PERIOD_FROM));
  parts->to = guatu_mspdi_any_date (guatu_record_text (&record, PERIOD_TO));
  if (parts->from != GUATU_NONE)
    parts->from -= guatu_instant_daytime (parts->from);
  if (parts->to != GUATU_NONE)
    parts->to -= guatu_instant_daytime (parts->to);
  guatu_record_clear (&record);
}

static gboolean
read_part (Mspdi *self, const char *name, gpointer data)
{
  Parts *parts = data;

  if (is_called (self, name, "WorkingTimes"))
    read_times (self, parts->hours);
  else if (is_called (self, name, "TimePeriod"))
    read_period (self, parts);
  else
    return FALSE;

  return TRUE;
}

static int
compare_hours (gconstpointer a, gconstpointer b)
{
  const GuatuHours *one = a, *other = b;

  return (one->from > other->from) - (one->from < other->from);
}

/* Sorted, and merged where they meet. @rows takes the rows that are made, or is %NULL. */
static void
write_hours (Mspdi *self, GArray *hours, guint owner_field, GuatuTable owner_table, gint32 owner, GArray *rows)
{
  gint64 id = guatu_plan_id (self->plan, owner_table, owner);
  gboolean overlap = FALSE;

  g_array_sort (hours, compare_hours);
  for (guint i = 0; i < hours->len; i++)
    {
      GuatuHours one = g_array_index (hours, GuatuHours, i);
      gint32 row;

      while (i + 1 < hours->len && g_array_index (hours, GuatuHours, i + 1).from <= one.to)
        {
          i++;
          overlap = overlap || g_array_index (hours, GuatuHours, i).from < one.to;
          one.to = MAX (one.to, g_array_index (hours, GuatuHours, i).to);
        }
      row = guatu_mspdi_insert (self, GUATU_TABLE_CALENDAR_HOURS);
      guatu_plan_set (self->plan, GUATU_TABLE_CALENDAR_HOURS, row, owner_field, GUATU_INTEGER (id));
      guatu_mspdi_set (self, GUATU_TABLE_CALENDAR_HOURS, row, GUATU_CALENDAR_HOURS_FROM_TIME, one.from);
      guatu_mspdi_set (self, GUATU_TABLE_CALENDAR_HOURS, row, GUATU_CALENDAR_HOURS_TO_TIME, one.to);
      if (rows != NULL)
        g_array_append_val (rows, row);
    }
  if (overlap)
    {
      g_autofree char *place = guatu_mspdi_place (guatu_xml_line (self->xml), "WorkingTimes", GUATU_NONE);

      guatu_notes_add (self->notes, 0, 0, place, _("Working hours overlap; they were taken together"));
    }
}

/* Exceptions --------------------------------------------------------------------------------------------- */

/* MSPDI's Type in our order of recurrences. */
static const gint8 recurrences[] = {
  [1] = GUATU_RECUR_DAILY, [2] = GUATU_RECUR_YEARLY_DAY, [3] = GUATU_RECUR_YEARLY_PLACE,
  [4] = GUATU_RECUR_MONTHLY_DAY, [5] = GUATU_RECUR_MONTHLY_PLACE, [6] = GUATU_RECUR_WEEKLY,
  [7] = GUATU_RECUR_EVERY_N_DAYS,
};

static gint32
add_exception (Calendar *calendar, Parts *parts, const char *name, guint line, GArray *hours_rows)
{
  Mspdi *self = calendar->self;
  const GuatuField *from = guatu_field (GUATU_TABLE_CALENDAR_EXCEPTION, GUATU_CALENDAR_EXCEPTION_FROM_DATE);
  gint32 row;

  if (parts->from == GUATU_NONE || parts->to == GUATU_NONE || parts->to < parts->from)
    {
      g_autofree char *place = guatu_mspdi_place (line, "Exception", GUATU_NONE);

      guatu_notes_add (self->notes, 0, 0, place, parts->to < parts->from && parts->to != GUATU_NONE
                       ? _("A calendar exception that ends before it begins was left out")
                       : _("A calendar exception without dates between 1900 and 2199 was left out"));
      return -1;
    }

  row = guatu_mspdi_insert (self, GUATU_TABLE_CALENDAR_EXCEPTION);
  guatu_plan_set (self->plan, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_CALENDAR,
                  GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_CALENDAR, calendar->row)));
  guatu_mspdi_set (self, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_FROM_DATE, parts->from);
  guatu_mspdi_set (self, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_TO_DATE,
                   MIN (parts->to, from->max - GUATU_DAY));
  guatu_mspdi_set_text (self, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_NAME, name);
  write_hours (self, parts->hours, GUATU_CALENDAR_HOURS_EXCEPTION, GUATU_TABLE_CALENDAR_EXCEPTION, row, hours_rows);

  return row;
}

static void
set_recurrence (Mspdi *self, gint32 row, const GuatuRecord *record)
{
  static const struct { guint field, slot; } numbers[] = {
    { GUATU_CALENDAR_EXCEPTION_PERIOD, EXCEPTION_PERIOD },
    { GUATU_CALENDAR_EXCEPTION_WEEKDAYS, EXCEPTION_DAYS_OF_WEEK },
    { GUATU_CALENDAR_EXCEPTION_MONTH_DAY, EXCEPTION_MONTH_DAY },
    { GUATU_CALENDAR_EXCEPTION_ITEM, EXCEPTION_MONTH_ITEM },
    { GUATU_CALENDAR_EXCEPTION_PLACE, EXCEPTION_MONTH_POSITION },
  };
  gint64 type = guatu_mspdi_integer (guatu_record_text (record, EXCEPTION_TYPE), 1);

  if (type < 1 || type >= (gint64) G_N_ELEMENTS (recurrences))
    type = 1;
  guatu_mspdi_set (self, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_RECURRENCE, recurrences[type]);
  if (type == 1)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    guatu_mspdi_set (self, GUATU_TABLE_CALENDAR_EXCEPTION, row, numbers[i].field,
                     guatu_mspdi_integer (guatu_record_text (record, numbers[i].slot), 0));
  if (guatu_record_text (record, EXCEPTION_MONTH) != NULL)
    guatu_mspdi_set (self, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_MONTH,
                     guatu_mspdi_integer (guatu_record_text (record, EXCEPTION_MONTH), 0) + 1);
}

static void
read_exception (Calendar *calendar)
{
  Mspdi *self = calendar->self;
  GuatuShape *shape = guatu_mspdi_shape (self, "Exception", &exception_names);
  g_autoptr(GArray) hours = g_array_new (FALSE, FALSE, sizeof (GuatuHours));
  Parts parts = { hours, GUATU_NONE, GUATU_NONE, -1, calendar->row };
  GuatuRecord record = { 0 };
  gint32 row;

  guatu_mspdi_record (self, shape, &record, read_part, &parts);
  calendar->has_exceptions = TRUE;
  row = add_exception (calendar, &parts, guatu_record_text (&record, EXCEPTION_NAME), record.line, NULL);
  if (row >= 0)
    set_recurrence (self, row, &record);
  guatu_record_clear (&record);
}

static void
read_exceptions (Calendar *calendar)
{
  Mspdi *self = calendar->self;
  int depth = guatu_xml_depth (self->xml);

  while (guatu_xml_child (self->xml, depth))
    if (is_called (self, guatu_xml_name (self->xml), "Exception"))
      read_exception (calendar);
}

/* Weekdays ----------------------------------------------------------------------------------------------- */

/* DayType 1 … 7 is Sunday … Saturday; 0 is an exception as files before 2007 have them. */
static void
read_day (Calendar *calendar, gint32 week, guint8 *seen)
{
  Mspdi *self = calendar->self;
  GuatuShape *shape = guatu_mspdi_shape (self, "WeekDay", &day_names);
  g_autoptr(GArray) hours = g_array_new (FALSE, FALSE, sizeof (GuatuHours));
  Parts parts = { hours, GUATU_NONE, GUATU_NONE, -1, calendar->row };
  GuatuRecord record = { 0 };
  gint64 type;
  gint32 row;

  guatu_mspdi_record (self, shape, &record, read_part, &parts);
  type = guatu_mspdi_integer (guatu_record_text (&record, DAY_TYPE), -1);
  if (!guatu_mspdi_boolean (guatu_record_text (&record, DAY_WORKING), hours->len > 0))
    g_array_set_size (hours, 0);

  if (type == 0)
    {
      row = add_exception (calendar, &parts, NULL, record.line, calendar->old_hours);
      if (row >= 0)
        g_array_append_val (calendar->old_exceptions, row);
    }
  else if (type >= 1 && type <= 7 && (*seen >> type & 1) == 0)
    {
      *seen |= (guint8) (1 << type);
      row = guatu_mspdi_insert (self, GUATU_TABLE_CALENDAR_DAY);
      guatu_plan_set (self->plan, GUATU_TABLE_CALENDAR_DAY, row, GUATU_CALENDAR_DAY_CALENDAR,
                      GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_CALENDAR, calendar->row)));
      guatu_mspdi_set (self, GUATU_TABLE_CALENDAR_DAY, row, GUATU_CALENDAR_DAY_WEEKDAY, (type + 5) % 7);
      if (week >= 0)
        guatu_plan_set (self->plan, GUATU_TABLE_CALENDAR_DAY, row, GUATU_CALENDAR_DAY_WEEK,
                        GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_CALENDAR_WEEK, week)));
      write_hours (self, hours, GUATU_CALENDAR_HOURS_DAY, GUATU_TABLE_CALENDAR_DAY, row, NULL);
    }
  guatu_record_clear (&record);
}

static void
read_days (Calendar *calendar, gint32 week)
{
  Mspdi *self = calendar->self;
  int depth = guatu_xml_depth (self->xml);
  guint8 seen = 0;

  while (guatu_xml_child (self->xml, depth))
    if (is_called (self, guatu_xml_name (self->xml), "WeekDay"))
      read_day (calendar, week, &seen);
}

/* Working weeks ------------------------------------------------------------------------------------------ */

typedef struct
{
  Calendar *calendar;
  gint32    row;
} Week;

static gboolean
read_week_part (Mspdi *self, const char *name, gpointer data)
{
  Week *week = data;
  Parts parts = { NULL, GUATU_NONE, GUATU_NONE, -1, -1 };

  if (is_called (self, name, "WeekDays"))
    {
      read_days (week->calendar, week->row);
      return TRUE;
    }
  if (!is_called (self, name, "TimePeriod"))
    return FALSE;

  read_period (self, &parts);
  if (parts.from != GUATU_NONE)
    guatu_mspdi_set (self, GUATU_TABLE_CALENDAR_WEEK, week->row, GUATU_CALENDAR_WEEK_FROM_DATE, parts.from);
  if (parts.to != GUATU_NONE)
    guatu_mspdi_set (self, GUATU_TABLE_CALENDAR_WEEK, week->row, GUATU_CALENDAR_WEEK_TO_DATE,
                     MIN (parts.to, GUATU_INSTANT_MAX - GUATU_DAY));
  return TRUE;
}

static void
read_week (Calendar *calendar)
{
  Mspdi *self = calendar->self;
  GuatuShape *shape = guatu_mspdi_shape (self, "WorkWeek", &week_names);
  GuatuRecord record = { 0 };
  Week week = { calendar, guatu_mspdi_insert (self, GUATU_TABLE_CALENDAR_WEEK) };

  guatu_plan_set (self->plan, GUATU_TABLE_CALENDAR_WEEK, week.row, GUATU_CALENDAR_WEEK_CALENDAR,
                  GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_CALENDAR, calendar->row)));
  guatu_mspdi_record (self, shape, &record, read_week_part, &week);
  guatu_mspdi_set_text (self, GUATU_TABLE_CALENDAR_WEEK, week.row, GUATU_CALENDAR_WEEK_NAME,
                        guatu_record_text (&record, WEEK_NAME));
  guatu_record_clear (&record);
}

static void
read_weeks (Calendar *calendar)
{
  Mspdi *self = calendar->self;
  int depth = guatu_xml_depth (self->xml);

  while (guatu_xml_child (self->xml, depth))
    if (is_called (self, guatu_xml_name (self->xml), "WorkWeek"))
      read_week (calendar);
}

/* The calendars ------------------------------------------------------------------------------------------ */

static gboolean
read_calendar_part (Mspdi *self, const char *name, gpointer data)
{
  Calendar *calendar = data;

  if (is_called (self, name, "WeekDays"))
    read_days (calendar, -1);
  else if (is_called (self, name, "Exceptions"))
    read_exceptions (calendar);
  else if (is_called (self, name, "WorkWeeks"))
    read_weeks (calendar);
  else
    return FALSE;

  return TRUE;
}

/* The days that files hold in the old way are the new exceptions once more, spelt out. */
static void
drop_old_exceptions (Calendar *calendar)
{
  GuatuPlan *plan = calendar->self->plan;

  if (!calendar->has_exceptions)
    return;
  for (guint i = 0; i < calendar->old_hours->len; i++)
    guatu_plan_remove (plan, GUATU_TABLE_CALENDAR_HOURS, g_array_index (calendar->old_hours, gint32, i));
  for (guint i = 0; i < calendar->old_exceptions->len; i++)
    guatu_plan_remove (plan, GUATU_TABLE_CALENDAR_EXCEPTION, g_array_index (calendar->old_exceptions, gint32, i));
}

static void
read_calendar (Mspdi *self)
{
  GuatuShape *shape = guatu_mspdi_shape (self, "Calendar", &calendar_names);
  g_autoptr(GArray) exceptions = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr(GArray) hours = g_array_new (FALSE, FALSE, sizeof (gint32));
  Calendar calendar = { self, guatu_mspdi_insert (self, GUATU_TABLE_CALENDAR), exceptions, hours, FALSE };
  GuatuRecord record = { 0 };
  const char *name;
  GuatuUid uid;

  guatu_mspdi_record (self, shape, &record, read_calendar_part, &calendar);
  drop_old_exceptions (&calendar);

  uid = guatu_mspdi_integer (guatu_record_text (&record, CALENDAR_UID), GUATU_NONE);
  name = guatu_record_text (&record, CALENDAR_NAME);
  guatu_mspdi_set_text (self, GUATU_TABLE_CALENDAR, calendar.row, GUATU_CALENDAR_SOURCE_UID,
                        guatu_record_text (&record, CALENDAR_UID));
  guatu_plan_set (self->plan, GUATU_TABLE_CALENDAR, calendar.row, GUATU_CALENDAR_NAME, GUATU_TEXT ("—"));
  if (name != NULL && name[strspn (name, " \t\n")] != '\0')
    guatu_mspdi_set_text (self, GUATU_TABLE_CALENDAR, calendar.row, GUATU_CALENDAR_NAME, name);

  if (uid != GUATU_NONE && !guatu_mspdi_remember (self->calendars, uid, calendar.row))
    {
      g_autofree char *place = guatu_mspdi_place (record.line, "Calendar", uid);

      guatu_notes_add (self->notes, 0, 0, place, _("Another calendar has this number; references mean the first"));
    }
  if (!guatu_mspdi_boolean (guatu_record_text (&record, CALENDAR_IS_BASE), TRUE))
    {
      GuatuUid base = guatu_mspdi_integer (guatu_record_text (&record, CALENDAR_BASE), -1);

      g_array_append_val (self->bases, ((MspdiBase) { calendar.row, base }));
    }
  guatu_record_clear (&record);
}

void
guatu_mspdi_read_calendars (Mspdi *self)
{
  int depth = guatu_xml_depth (self->xml);

  while (guatu_xml_child (self->xml, depth))
    if (is_called (self, guatu_xml_name (self->xml), "Calendar"))
      read_calendar (self);
}

/* Bases -------------------------------------------------------------------------------------------------- */

/* Whether taking @base for the base of @calendar leads back to @calendar. */
static gboolean
leads_back (const GuatuPlan *plan, gint32 calendar, gint32 base)
{
  const GuatuCalendar *rows = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR);

  for (; base >= 0; base = rows[base].base)
    if (base == calendar)
      return TRUE;

  return FALSE;
}

static gint32
find_by_name (const GuatuPlan *plan, const char *name)
{
  for (gint32 row = 0; (guint) row < guatu_plan_n_rows (plan, GUATU_TABLE_CALENDAR); row++)
    if (guatu_plan_id (plan, GUATU_TABLE_CALENDAR, row) != 0 &&
        g_str_equal (guatu_plan_string (plan, GUATU_TABLE_CALENDAR, row, GUATU_CALENDAR_NAME), name))
      return row;

  return -1;
}

static void
note_calendar (Mspdi *self, gint32 row, const char *text)
{
  /* Translators: a place in a file, and the name of a calendar. */
  g_autofree char *place = g_strdup_printf (_("Calendar “%s”"),
                                            guatu_plan_string (self->plan, GUATU_TABLE_CALENDAR, row,
                                                               GUATU_CALENDAR_NAME));

  guatu_notes_add (self->notes, 0, 0, place, "%s", text);
}

/* To be called when the plan is settled. */
void
guatu_mspdi_tell_idle_calendars (Mspdi *self)
{
  for (gint32 row = 0; (guint) row < guatu_plan_n_rows (self->plan, GUATU_TABLE_CALENDAR); row++)
    if (guatu_plan_id (self->plan, GUATU_TABLE_CALENDAR, row) != 0 &&
        !guatu_worktime_works (guatu_plan_worktime (self->plan, row)))
      note_calendar (self, row, _("The calendar has no working time at all; nothing can be scheduled on it"));
}

void
guatu_mspdi_end_calendars (Mspdi *self)
{
  gint32 own = self->project_calendar != GUATU_NONE ? guatu_mspdi_find (self->calendars, self->project_calendar) : -1;

  for (guint i = 0; i < self->bases->len; i++)
    {
      const MspdiBase *one = &g_array_index (self->bases, MspdiBase, i);
      gint32 base = one->base > 0 || guatu_mspdi_find (self->calendars, one->base) >= 0
                    ? guatu_mspdi_find (self->calendars, one->base) : -1;

      if (base < 0)
        continue;
      if (leads_back (self->plan, one->calendar, base))
        {
          note_calendar (self, one->calendar, _("The calendar is based on itself; it was given no base"));
          continue;
        }
      guatu_plan_set (self->plan, GUATU_TABLE_CALENDAR, one->calendar, GUATU_CALENDAR_BASE,
                      GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_CALENDAR, base)));
    }

  if (own < 0)
    own = find_by_name (self->plan, "Standard");
  if (own >= 0)
    guatu_plan_set (self->plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_CALENDAR,
                    GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_CALENDAR, own)));
}
