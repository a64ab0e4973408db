/* plan-maker.c — plans made in a few lines, for tests. */
#include "plan-maker.h"

GuatuInstant
at (const char *text)
{
  GuatuInstant t;

  if (!guatu_instant_parse (text, 8 * 3600, &t))
    g_error ("not a date: %s", text);

  return t;
}

const char *
when (GuatuInstant t)
{
  static char texts[8][32];
  static guint next;
  GuatuCivil c;
  char *text = texts[next++ % 8];

  if (t == GUATU_NONE)
    return "none";

  c = guatu_instant_to_civil (t);
  if (c.second != 0)
    g_snprintf (text, 32, "%04d-%02d-%02d %02d:%02d:%02d", c.year, c.month, c.day, c.hour, c.minute, c.second);
  else
    g_snprintf (text, 32, "%04d-%02d-%02d %02d:%02d", c.year, c.month, c.day, c.hour, c.minute);

  return text;
}

Maker *
maker_new (const char *start)
{
  Maker *self = g_new0 (Maker, 1);

  self->plan = guatu_plan_new ();
  guatu_plan_insert (self->plan, GUATU_TABLE_PLAN, ++self->next_id);
  maker_set_plan (self, GUATU_PLAN_START, at (start));
  /* What is tested is mostly how links and dates work; tests of progress switch these on. */
  maker_set_plan (self, GUATU_PLAN_PUSH_TO_STATUS_DATE, FALSE);
  maker_set_plan (self, GUATU_PLAN_RETAINED_LOGIC, FALSE);

  return self;
}

void
maker_free (Maker *self)
{
  guatu_plan_free (self->plan);
  g_free (self);
}

static void
set (Maker *self, GuatuTable table, gint32 row, guint field, GuatuValue value)
{
  if (!guatu_plan_set (self->plan, table, row, field, value))
    g_error ("field %s cannot be set", guatu_field (table, field)->name);
}

static void
set_number (Maker *self, GuatuTable table, gint32 row, guint field, gint64 value)
{
  set (self, table, row, field, value == GUATU_NONE ? GUATU_NULL : GUATU_INTEGER (value));
}

gint64
maker_id (Maker *self, GuatuTable table, gint32 row)
{
  return row < 0 ? GUATU_NONE : guatu_plan_id (self->plan, table, row);
}

gint32
maker_task (Maker *self, const char *name, double hours, gint32 parent)
{
  gint32 row = guatu_plan_insert (self->plan, GUATU_TABLE_TASK, ++self->next_id);

  set (self, GUATU_TABLE_TASK, row, GUATU_TASK_NAME, GUATU_TEXT (name));
  maker_set (self, row, GUATU_TASK_POSITION, self->next_id);
  maker_set (self, row, GUATU_TASK_DURATION, (gint64) (hours * 3600));
  maker_move (self, row, parent);

  return row;
}

void
maker_set (Maker *self, gint32 task, guint field, gint64 value)
{
  set_number (self, GUATU_TABLE_TASK, task, field, value);
}

void
maker_set_time (Maker *self, gint32 task, guint field, const char *text)
{
  maker_set (self, task, field, at (text));
}

void
maker_set_plan (Maker *self, guint field, gint64 value)
{
  set_number (self, GUATU_TABLE_PLAN, 0, field, value);
}

void
maker_constrain (Maker *self, gint32 task, GuatuConstraint constraint, const char *date)
{
  maker_set (self, task, GUATU_TASK_CONSTRAINT, constraint);
  maker_set (self, task, GUATU_TASK_CONSTRAINT_DATE, date != NULL ? at (date) : GUATU_NONE);
}

void
maker_manual (Maker *self, gint32 task, const char *start, const char *finish)
{
  maker_set (self, task, GUATU_TASK_MODE, GUATU_MODE_MANUAL);
  if (start != NULL)
    maker_set_time (self, task, GUATU_TASK_MANUAL_START, start);
  if (finish != NULL)
    maker_set_time (self, task, GUATU_TASK_MANUAL_FINISH, finish);
}

void
maker_move (Maker *self, gint32 task, gint32 parent)
{
  maker_set (self, task, GUATU_TASK_PARENT, maker_id (self, GUATU_TABLE_TASK, parent));
}

gint32
maker_link_lag (Maker *self, gint32 predecessor, gint32 successor, GuatuLinkType type, GuatuLagKind kind, gint64 lag)
{
  gint32 row = guatu_plan_insert (self->plan, GUATU_TABLE_LINK, ++self->next_id);

  set_number (self, GUATU_TABLE_LINK, row, GUATU_LINK_PREDECESSOR, maker_id (self, GUATU_TABLE_TASK, predecessor));
  set_number (self, GUATU_TABLE_LINK, row, GUATU_LINK_SUCCESSOR, maker_id (self, GUATU_TABLE_TASK, successor));
  set_number (self, GUATU_TABLE_LINK, row, GUATU_LINK_TYPE, type);
  set_number (self, GUATU_TABLE_LINK, row, GUATU_LINK_LAG_KIND, kind);
  set_number (self, GUATU_TABLE_LINK, row, GUATU_LINK_LAG, lag);

  return row;
}

gint32
maker_link (Maker *self, gint32 predecessor, gint32 successor, GuatuLinkType type)
{
  return maker_link_lag (self, predecessor, successor, type, GUATU_LAG_WORKING, 0);
}

gint32
maker_person (Maker *self, const char *name, gint32 calendar)
{
  gint32 row = guatu_plan_insert (self->plan, GUATU_TABLE_PERSON, ++self->next_id);

  set (self, GUATU_TABLE_PERSON, row, GUATU_PERSON_NAME, GUATU_TEXT (name));
  if (calendar >= 0)
    set_number (self, GUATU_TABLE_PERSON, row, GUATU_PERSON_CALENDAR,
                maker_id (self, GUATU_TABLE_CALENDAR, calendar));

  return row;
}

gint32
maker_assign (Maker *self, gint32 task, gint32 person, double hours, int percent)
{
  gint32 row = guatu_plan_insert (self->plan, GUATU_TABLE_ASSIGNMENT, ++self->next_id);

  set_number (self, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_TASK, maker_id (self, GUATU_TABLE_TASK, task));
  set_number (self, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_PERSON,
              maker_id (self, GUATU_TABLE_PERSON, person));
  set_number (self, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_ROLE, GUATU_ROLE_RESOURCE);
  set_number (self, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_SHARE, percent * 100);
  set_number (self, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_WORK, (gint64) (hours * 3600));

  return row;
}

static void
add_hours (Maker *self, gint32 day, const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, ",", -1);

  for (guint i = 0; parts[i] != NULL && parts[i][0] != '\0'; i++)
    {
      gint32 row = guatu_plan_insert (self->plan, GUATU_TABLE_CALENDAR_HOURS, ++self->next_id);
      char *end;
      gint64 from = g_ascii_strtoll (parts[i], &end, 10);
      gint64 to = g_ascii_strtoll (end + 1, NULL, 10);

      set_number (self, GUATU_TABLE_CALENDAR_HOURS, row, GUATU_CALENDAR_HOURS_DAY,
                  maker_id (self, GUATU_TABLE_CALENDAR_DAY, day));
      set_number (self, GUATU_TABLE_CALENDAR_HOURS, row, GUATU_CALENDAR_HOURS_FROM_TIME, from * 3600);
      set_number (self, GUATU_TABLE_CALENDAR_HOURS, row, GUATU_CALENDAR_HOURS_TO_TIME, to * 3600);
    }
}

gint32
maker_calendar (Maker *self, const char *name, const char *hours[7])
{
  gint32 calendar = guatu_plan_insert (self->plan, GUATU_TABLE_CALENDAR, ++self->next_id);

  set (self, GUATU_TABLE_CALENDAR, calendar, GUATU_CALENDAR_NAME, GUATU_TEXT (name));
  for (int weekday = 0; weekday < 7; weekday++)
    {
      gint32 day = guatu_plan_insert (self->plan, GUATU_TABLE_CALENDAR_DAY, ++self->next_id);

      set_number (self, GUATU_TABLE_CALENDAR_DAY, day, GUATU_CALENDAR_DAY_CALENDAR,
                  maker_id (self, GUATU_TABLE_CALENDAR, calendar));
      set_number (self, GUATU_TABLE_CALENDAR_DAY, day, GUATU_CALENDAR_DAY_WEEKDAY, weekday);
      add_hours (self, day, hours[weekday]);
    }

  return calendar;
}

gint32
maker_every_day (Maker *self)
{
  const char *hours[7];

  for (int i = 0; i < 7; i++)
    hours[i] = "8-12,13-17";

  return maker_calendar (self, "Every day", hours);
}

gint32
maker_24_hours (Maker *self)
{
  const char *hours[7];

  for (int i = 0; i < 7; i++)
    hours[i] = "0-24";

  return maker_calendar (self, "24 hours", hours);
}

void
maker_holiday (Maker *self, gint32 calendar, const char *name, const char *from, const char *to)
{
  gint32 row = guatu_plan_insert (self->plan, GUATU_TABLE_CALENDAR_EXCEPTION, ++self->next_id);

  set_number (self, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_CALENDAR,
              maker_id (self, GUATU_TABLE_CALENDAR, calendar));
  set (self, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_NAME, GUATU_TEXT (name));
  set_number (self, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_FROM_DATE,
              at (from) - 8 * 3600);
  set_number (self, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_TO_DATE, at (to) - 8 * 3600);
}

GuatuSchedule *
maker_what_if (Maker *self, const GuatuOverlay *overlay)
{
  g_autoptr(GError) error = NULL;
  GuatuSchedule *schedule;

  guatu_plan_settle (self->plan);
  schedule = guatu_schedule_new (self->plan, overlay, &error);
  g_assert_no_error (error);
  g_assert_nonnull (schedule);

  return schedule;
}

GuatuSchedule *
maker_schedule (Maker *self)
{
  return maker_what_if (self, NULL);
}
