/* test-mspdi-random.c — plans of all that Microsoft Project's XML has a place for come back the same. */
#include "mspdi-same.h"

/* One plan while it is made up. */
typedef struct
{
  GRand     *rand;
  GuatuPlan *plan;
  guint      n_bases;         /* calendars that stand alone come first */
  guint      n_tasks;
  gboolean   interrupts;      /* whether tasks are interrupted */
} Maker;

static int
any (Maker *self, int from, int below)
{
  return g_rand_int_range (self->rand, from, below);
}

static gboolean
now_and_then (Maker *self, int every)
{
  return any (self, 0, every) == 0;
}

/* A working hour of the weeks after the plan's start. */
static GuatuInstant
some_time (Maker *self)
{
  return guatu_test_at ("2024-03-04") + any (self, 0, 60) * GUATU_DAY + any (self, 8, 18) * GUATU_HOUR +
         any (self, 0, 60) * GUATU_MINUTE;
}

static const char *
some_text (Maker *self)
{
  static const char * const texts[] = {
    "Survey", "勘测设计", "two\nlines", "tab\there", "陈〇〇 <Chen> & \"sons\"", "𠮷野家 🏗", " blanks around ", "]]>", "&amp;",
    "征地拆迁及地上附着物清点、补偿与交付（第一标段）", "e\xcc\x81", "\xe2\x80\x8f right to left שלום", "1", "—",
  };

  return texts[any (self, 0, G_N_ELEMENTS (texts))];
}

static void
set (Maker *self, GuatuTable table, gint32 row, guint field, gint64 value)
{
  guatu_test_set (self->plan, table, row, field, value);
}

static void
text (Maker *self, GuatuTable table, gint32 row, guint field)
{
  if (now_and_then (self, 2))
    set_text (self->plan, table, row, field, some_text (self));
}

/* Calendars ------------------------------------------------------------------------------------------------ */

static void
add_some_hours (Maker *self, guint field, GuatuTable owner, gint32 row)
{
  static const int days[][7] = {
    { -1 }, { 8, 12, 13, 17, -1 }, { 9, 18, -1 }, { 0, 3, 4, 8, 23, 24, -1 }, { 0, 24, -1 }, { 6, 14, -1 },
  };
  const int *day = days[any (self, 0, G_N_ELEMENTS (days))];

  for (guint i = 0; day[i] >= 0; i += 2)
    {
      gint32 hours = add_row (self->plan, GUATU_TABLE_CALENDAR_HOURS);

      refer (self->plan, GUATU_TABLE_CALENDAR_HOURS, hours, field, owner, row);
      set (self, GUATU_TABLE_CALENDAR_HOURS, hours, GUATU_CALENDAR_HOURS_FROM_TIME, day[i] * GUATU_HOUR);
      set (self, GUATU_TABLE_CALENDAR_HOURS, hours, GUATU_CALENDAR_HOURS_TO_TIME, day[i + 1] * GUATU_HOUR);
    }
}

static void
add_days (Maker *self, gint32 calendar, gint32 week, int every)
{
  for (int weekday = 0; weekday < 7; weekday++)
    {
      gint32 day;

      if (!now_and_then (self, every))
        continue;
      day = add_row (self->plan, GUATU_TABLE_CALENDAR_DAY);
      refer (self->plan, GUATU_TABLE_CALENDAR_DAY, day, GUATU_CALENDAR_DAY_CALENDAR, GUATU_TABLE_CALENDAR, calendar);
      set (self, GUATU_TABLE_CALENDAR_DAY, day, GUATU_CALENDAR_DAY_WEEKDAY, weekday);
      if (week >= 0)
        refer (self->plan, GUATU_TABLE_CALENDAR_DAY, day, GUATU_CALENDAR_DAY_WEEK, GUATU_TABLE_CALENDAR_WEEK, week);
      add_some_hours (self, GUATU_CALENDAR_HOURS_DAY, GUATU_TABLE_CALENDAR_DAY, day);
    }
}

static void
set_recurrence (Maker *self, gint32 row, GuatuRecurrence recurrence)
{
  const GuatuTable table = GUATU_TABLE_CALENDAR_EXCEPTION;

  set (self, table, row, GUATU_CALENDAR_EXCEPTION_RECURRENCE, recurrence);
  if (recurrence != GUATU_RECUR_DAILY && recurrence < GUATU_RECUR_YEARLY_DAY)
    set (self, table, row, GUATU_CALENDAR_EXCEPTION_PERIOD, any (self, 1, 5));
  if (recurrence == GUATU_RECUR_WEEKLY)
    set (self, table, row, GUATU_CALENDAR_EXCEPTION_WEEKDAYS, any (self, 1, 128));
  if (recurrence == GUATU_RECUR_MONTHLY_DAY || recurrence == GUATU_RECUR_YEARLY_DAY)
    set (self, table, row, GUATU_CALENDAR_EXCEPTION_MONTH_DAY, any (self, 1, 32));
  if (recurrence == GUATU_RECUR_MONTHLY_PLACE || recurrence == GUATU_RECUR_YEARLY_PLACE)
    {
      set (self, table, row, GUATU_CALENDAR_EXCEPTION_PLACE, any (self, 0, 5));
      set (self, table, row, GUATU_CALENDAR_EXCEPTION_ITEM, any (self, 0, 10));
    }
  if (recurrence >= GUATU_RECUR_YEARLY_DAY)
    set (self, table, row, GUATU_CALENDAR_EXCEPTION_MONTH, any (self, 1, 13));
}

static void
add_exceptions (Maker *self, gint32 calendar)
{
  for (int i = any (self, 0, 5); i > 0; i--)
    {
      gint32 row = add_row (self->plan, GUATU_TABLE_CALENDAR_EXCEPTION);
      GuatuInstant from = guatu_test_at ("2024-03-01") + any (self, 0, 90) * GUATU_DAY;

      refer (self->plan, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_CALENDAR, GUATU_TABLE_CALENDAR,
             calendar);
      set (self, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_FROM_DATE, from);
      set (self, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_TO_DATE,
           from + any (self, 0, 9) * GUATU_DAY);
      text (self, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_NAME);
      set_recurrence (self, row, any (self, 0, GUATU_RECUR_YEARLY_PLACE + 1));
      add_some_hours (self, GUATU_CALENDAR_HOURS_EXCEPTION, GUATU_TABLE_CALENDAR_EXCEPTION, row);
    }
}

static gint32
add_some_calendar (Maker *self, gint32 base)
{
  gint32 calendar = add_row (self->plan, GUATU_TABLE_CALENDAR);

  set_text (self->plan, GUATU_TABLE_CALENDAR, calendar, GUATU_CALENDAR_NAME, some_text (self));
  if (base >= 0)
    refer (self->plan, GUATU_TABLE_CALENDAR, calendar, GUATU_CALENDAR_BASE, GUATU_TABLE_CALENDAR, base);
  add_days (self, calendar, -1, base >= 0 ? 4 : 1);
  add_exceptions (self, calendar);
  if (now_and_then (self, 3))
    {
      gint32 week = add_row (self->plan, GUATU_TABLE_CALENDAR_WEEK);

      refer (self->plan, GUATU_TABLE_CALENDAR_WEEK, week, GUATU_CALENDAR_WEEK_CALENDAR, GUATU_TABLE_CALENDAR, calendar);
      set (self, GUATU_TABLE_CALENDAR_WEEK, week, GUATU_CALENDAR_WEEK_FROM_DATE, guatu_test_at ("2024-04-01"));
      set (self, GUATU_TABLE_CALENDAR_WEEK, week, GUATU_CALENDAR_WEEK_TO_DATE, guatu_test_at ("2024-04-21"));
      text (self, GUATU_TABLE_CALENDAR_WEEK, week, GUATU_CALENDAR_WEEK_NAME);
      add_days (self, calendar, week, 2);
    }

  return calendar;
}

static void
add_calendars (Maker *self)
{
  guint n = (guint) any (self, 0, 3);

  self->n_bases = (guint) any (self, 1, 4);
  for (guint i = 0; i < self->n_bases; i++)
    add_some_calendar (self, -1);
  for (guint i = 0; i < n; i++)
    add_some_calendar (self, any (self, 0, (int) self->n_bases));
  refer (self->plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_CALENDAR, GUATU_TABLE_CALENDAR, 0);
}

/* People --------------------------------------------------------------------------------------------------- */

static void
add_people (Maker *self)
{
  static const GuatuPersonKind kinds[] = { GUATU_PERSON_KIND_PERSON, GUATU_PERSON_KIND_PERSON,
                                           GUATU_PERSON_KIND_MATERIAL, GUATU_PERSON_KIND_COST };
  guint n_calendars = guatu_plan_n_rows (self->plan, GUATU_TABLE_CALENDAR);

  for (int i = any (self, 1, 5); i > 0; i--)
    {
      gint32 row = add_row (self->plan, GUATU_TABLE_PERSON);

      set (self, GUATU_TABLE_PERSON, row, GUATU_PERSON_POSITION, row + 1);
      set_text (self->plan, GUATU_TABLE_PERSON, row, GUATU_PERSON_NAME, some_text (self));
      set (self, GUATU_TABLE_PERSON, row, GUATU_PERSON_KIND, kinds[any (self, 0, G_N_ELEMENTS (kinds))]);
      set (self, GUATU_TABLE_PERSON, row, GUATU_PERSON_MAX_UNITS, any (self, 0, 30000));
      for (guint field = GUATU_PERSON_INITIALS; field <= GUATU_PERSON_NOTE; field++)
        text (self, GUATU_TABLE_PERSON, row, field);
      if (n_calendars > self->n_bases && now_and_then (self, 2))
        refer (self->plan, GUATU_TABLE_PERSON, row, GUATU_PERSON_CALENDAR, GUATU_TABLE_CALENDAR,
               any (self, (int) self->n_bases, (int) n_calendars));
    }
}

static void
add_assignments (Maker *self, gint32 task)
{
  for (int i = any (self, 0, 3); i > 0; i--)
    {
      const GuatuTable table = GUATU_TABLE_ASSIGNMENT;
      gint32 row = add_row (self->plan, table);
      gint64 work = any (self, 1, 200) * GUATU_HOUR / 2;

      refer (self->plan, table, row, GUATU_ASSIGNMENT_TASK, GUATU_TABLE_TASK, task);
      refer (self->plan, table, row, GUATU_ASSIGNMENT_PERSON, GUATU_TABLE_PERSON,
             any (self, 0, (int) guatu_plan_n_rows (self->plan, GUATU_TABLE_PERSON)));
      set (self, table, row, GUATU_ASSIGNMENT_ROLE, GUATU_ROLE_RESOURCE);
      set (self, table, row, GUATU_ASSIGNMENT_SHARE, any (self, 1, 20000));
      set (self, table, row, GUATU_ASSIGNMENT_CONTOUR, any (self, 0, GUATU_CONTOUR_BY_HAND + 1));
      if (now_and_then (self, 5))
        continue;
      set (self, table, row, GUATU_ASSIGNMENT_WORK, work);
      if (now_and_then (self, 4))
        set (self, table, row, GUATU_ASSIGNMENT_OVERTIME_WORK, work / 4);
      if (now_and_then (self, 4))
        set (self, table, row, GUATU_ASSIGNMENT_DELAY, any (self, 1, 500) * 6);
      if (now_and_then (self, 4))
        set (self, table, row, GUATU_ASSIGNMENT_LEVELLING_DELAY, any (self, 1, 500) * 60);
      text (self, table, row, GUATU_ASSIGNMENT_NOTE);
    }
}

/* Tasks ---------------------------------------------------------------------------------------------------- */

static void
set_mode (Maker *self, gint32 row)
{
  GuatuInstant start = some_time (self);

  if (now_and_then (self, 10))
    set (self, GUATU_TABLE_TASK, row, GUATU_TASK_ACTIVE, FALSE);
  if (!now_and_then (self, 5))
    return;
  set (self, GUATU_TABLE_TASK, row, GUATU_TASK_MODE, GUATU_MODE_MANUAL);
  set (self, GUATU_TABLE_TASK, row, GUATU_TASK_MANUAL_START, start);
  set (self, GUATU_TABLE_TASK, row, GUATU_TASK_MANUAL_FINISH, start + any (self, 0, 500) * GUATU_HOUR);
  for (guint field = GUATU_TASK_START_TEXT; field <= GUATU_TASK_DURATION_TEXT; field++)
    if (now_and_then (self, 4))
      set_text (self->plan, GUATU_TABLE_TASK, row, field, now_and_then (self, 3) ? " " : some_text (self));
  if (now_and_then (self, 4))
    set_text (self->plan, GUATU_TABLE_TASK, row, GUATU_TASK_EXTERNAL, some_text (self));
}

static void
set_constraint (Maker *self, gint32 row)
{
  int constraint = any (self, 0, GUATU_CONSTRAINT_FNLT + 1);

  if (now_and_then (self, 3))
    {
      set (self, GUATU_TABLE_TASK, row, GUATU_TASK_CONSTRAINT, constraint);
      if (constraint > GUATU_CONSTRAINT_ALAP)
        set (self, GUATU_TABLE_TASK, row, GUATU_TASK_CONSTRAINT_DATE, some_time (self));
    }
  if (now_and_then (self, 4))
    set (self, GUATU_TABLE_TASK, row, GUATU_TASK_DEADLINE, some_time (self));
  if (now_and_then (self, 6))
    set (self, GUATU_TABLE_TASK, row, GUATU_TASK_LEVELLING_DELAY, any (self, 1, 100000) * 6);
  if (now_and_then (self, 5))
    refer (self->plan, GUATU_TABLE_TASK, row, GUATU_TASK_CALENDAR, GUATU_TABLE_CALENDAR,
           any (self, 0, (int) self->n_bases));
  if (now_and_then (self, 8))
    set (self, GUATU_TABLE_TASK, row, GUATU_TASK_IGNORE_RESOURCE_CALENDARS, TRUE);
}

static void
set_amounts (Maker *self, gint32 row)
{
  static const guint amounts[] = { GUATU_TASK_PLANNED_WORK, GUATU_TASK_ACTUAL_WORK, GUATU_TASK_PLANNED_INVESTMENT,
                                   GUATU_TASK_ACTUAL_INVESTMENT, GUATU_TASK_PRIORITY, GUATU_TASK_BLANK_ROWS };
  static const guint texts[] = { GUATU_TASK_NOTE, GUATU_TASK_CONTACT, GUATU_TASK_HYPERLINK };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (now_and_then (self, 3))
      set (self, GUATU_TABLE_TASK, row, amounts[i], any (self, 1, amounts[i] == GUATU_TASK_BLANK_ROWS ? 4 : 499));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    text (self, GUATU_TABLE_TASK, row, texts[i]);
  if (now_and_then (self, 3))
    set_text (self->plan, GUATU_TABLE_TASK, row, GUATU_TASK_WBS, "A-1");
}

static void
add_report (Maker *self, gint32 task, gint64 share)
{
  const guint dates[] = { GUATU_TASK_ACTUAL_FINISH, GUATU_TASK_STOP, GUATU_TASK_ACTUAL_START };
  gint32 row = add_row (self->plan, GUATU_TABLE_REPORT);
  GuatuInstant date = guatu_plan_settings (self->plan)->status_date;

  for (guint i = 0; date == GUATU_NONE && i < G_N_ELEMENTS (dates); i++)
    date = guatu_plan_task_number (self->plan, task, dates[i]);
  refer (self->plan, GUATU_TABLE_REPORT, row, GUATU_REPORT_TASK, GUATU_TABLE_TASK, task);
  set (self, GUATU_TABLE_REPORT, row, GUATU_REPORT_DATE, date);
  set (self, GUATU_TABLE_REPORT, row, GUATU_REPORT_SHARE, share);
}

static void
set_progress (Maker *self, gint32 row)
{
  GuatuInstant start = some_time (self), stop = start + any (self, 1, 50) * GUATU_HOUR;

  /* Of tasks of another project nothing is reported here. */
  if (!now_and_then (self, 4) || guatu_plan_task_string (self->plan, row, GUATU_TASK_EXTERNAL)[0] != '\0')
    return;
  set (self, GUATU_TABLE_TASK, row, GUATU_TASK_ACTUAL_START, start);
  if (now_and_then (self, 2))
    {
      set (self, GUATU_TABLE_TASK, row, GUATU_TASK_ACTUAL_FINISH, stop);
      set (self, GUATU_TABLE_TASK, row, GUATU_TASK_REMAINING, 0);
      add_report (self, row, 10000);
      return;
    }
  set (self, GUATU_TABLE_TASK, row, GUATU_TASK_REMAINING, any (self, 0, 40) * GUATU_HOUR);
  if (now_and_then (self, 2))
    {
      set (self, GUATU_TABLE_TASK, row, GUATU_TASK_STOP, stop);
      set (self, GUATU_TABLE_TASK, row, GUATU_TASK_RESUME, stop + any (self, 0, 99) * GUATU_HOUR);
    }
  if (now_and_then (self, 2))
    add_report (self, row, any (self, 1, 101) * 100);
}

/* Stretches in which nobody works on it, and how long it takes with them. */
static void
interrupt (Maker *self, gint32 row)
{
  const GuatuTask *task = guatu_plan_task (self->plan, row);
  gint64 offset = 0, span = task->duration;

  if (!self->interrupts || !now_and_then (self, 4) || task->duration < GUATU_HOUR)
    return;
  for (int i = any (self, 1, 4); i > 0; i--)
    {
      gint32 split = add_row (self->plan, GUATU_TABLE_TASK_SPLIT);
      gint64 length = any (self, 1, 900) * GUATU_MINUTE;

      offset += task->duration / 5;
      refer (self->plan, GUATU_TABLE_TASK_SPLIT, split, GUATU_TASK_SPLIT_TASK, GUATU_TABLE_TASK, row);
      set (self, GUATU_TABLE_TASK_SPLIT, split, GUATU_TASK_SPLIT_OFFSET, offset);
      set (self, GUATU_TABLE_TASK_SPLIT, split, GUATU_TASK_SPLIT_LENGTH, length);
      offset += length;
      span += length;
    }
  set (self, GUATU_TABLE_TASK, row, GUATU_TASK_SPAN, span);
}

static gint32
add_some_task (Maker *self, gint32 parent)
{
  gint32 row = guatu_test_add_task (self->plan, parent, some_text (self), "1d");

  set (self, GUATU_TABLE_TASK, row, GUATU_TASK_DURATION, any (self, 0, 3000) * GUATU_MINUTE);
  set (self, GUATU_TABLE_TASK, row, GUATU_TASK_DURATION_UNIT, any (self, 0, GUATU_UNIT_MONTH + 1));
  set (self, GUATU_TABLE_TASK, row, GUATU_TASK_TYPE, any (self, 0, 3));
  set (self, GUATU_TABLE_TASK, row, GUATU_TASK_ESTIMATED, now_and_then (self, 4));
  set (self, GUATU_TABLE_TASK, row, GUATU_TASK_KIND, now_and_then (self, 6));
  set_mode (self, row);
  set_constraint (self, row);
  set_amounts (self, row);

  return row;
}

static void
add_tasks (Maker *self)
{
  self->n_tasks = (guint) any (self, 0, 30);
  for (guint i = 0; i < self->n_tasks; i++)
    add_some_task (self, i > 0 && !now_and_then (self, 3) ? any (self, 0, (int) i) : -1);
  guatu_plan_settle (self->plan);
  for (gint32 row = 0; (guint) row < self->n_tasks; row++)
    {
      if (guatu_plan_is_summary (self->plan, row))
        continue;
      set (self, GUATU_TABLE_TASK, row, GUATU_TASK_DURATION_KIND, now_and_then (self, 8));
      add_assignments (self, row);
      set_progress (self, row);
      interrupt (self, row);
    }
}

static gboolean
is_linked (Maker *self, gint32 a, gint32 b)
{
  const GuatuLink *links = guatu_plan_links (self->plan);

  for (guint i = 0; i < guatu_plan_n_rows (self->plan, GUATU_TABLE_LINK); i++)
    if (links[i].predecessor == a && links[i].successor == b)
      return TRUE;

  return FALSE;
}

static void
add_links (Maker *self)
{
  for (guint i = 0; self->n_tasks > 1 && i < self->n_tasks; i++)
    {
      gint32 a = guatu_plan_task_at (self->plan, (guint) any (self, 1, (int) self->n_tasks)), b, row;
      gint64 lag = any (self, -300, 900);
      GuatuLagKind kind = any (self, 0, GUATU_LAG_ELAPSED_PERCENT + 1);
      gboolean percent = kind == GUATU_LAG_PERCENT || kind == GUATU_LAG_ELAPSED_PERCENT;

      b = guatu_plan_task_at (self->plan, (guint) any (self, (int) guatu_plan_task_place (self->plan, a) + 1,
                                                       (int) self->n_tasks + 1));
      if (guatu_plan_is_summary (self->plan, a) || guatu_plan_is_summary (self->plan, b) || is_linked (self, a, b))
        continue;
      row = guatu_test_add_link (self->plan, a, b, any (self, 0, 4), NULL);
      set (self, GUATU_TABLE_LINK, row, GUATU_LINK_LAG_KIND, kind);
      set (self, GUATU_TABLE_LINK, row, GUATU_LINK_LAG_UNIT, percent ? GUATU_UNIT_PERCENT
                                                                     : any (self, 0, GUATU_UNIT_MONTH + 1));
      set (self, GUATU_TABLE_LINK, row, GUATU_LINK_LAG, now_and_then (self, 2) ? 0 : lag * (percent ? 100 : 60));
    }
}

/* Baselines, custom fields --------------------------------------------------------------------------------- */

static void
add_baselines (Maker *self)
{
  for (int number = 0; number < 11; number++)
    {
      g_autofree char *name = number == 0 ? g_strdup ("Baseline") : g_strdup_printf ("Baseline %d", number);
      gint32 baseline = -1;

      for (gint32 task = 0; now_and_then (self, 4) && (guint) task < self->n_tasks; task++)
        {
          gint32 row = add_row (self->plan, GUATU_TABLE_BASELINE_TASK);

          if (baseline < 0)
            baseline = add_row (self->plan, GUATU_TABLE_BASELINE);
          set_text (self->plan, GUATU_TABLE_BASELINE, baseline, GUATU_BASELINE_NAME, name);
          set (self, GUATU_TABLE_BASELINE, baseline, GUATU_BASELINE_NUMBER, number);
          refer (self->plan, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_BASELINE, GUATU_TABLE_BASELINE, baseline);
          refer (self->plan, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_TASK, GUATU_TABLE_TASK, task);
          set (self, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_FINISH, some_time (self));
          if (now_and_then (self, 2))
            set (self, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_DURATION, any (self, 0, 100) * GUATU_HOUR);
          if (now_and_then (self, 2))
            set (self, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_WORK, any (self, 0, 100) * GUATU_HOUR);
          if (now_and_then (self, 2))
            set (self, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_INVESTMENT, any (self, 0, 100000));
        }
      if (number == 0 && baseline >= 0)
        refer (self->plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_REFERENCE_BASELINE, GUATU_TABLE_BASELINE, baseline);
    }
}

static void
add_custom_fields (Maker *self)
{
  static const struct { const char *id, *name; GuatuCustomKind kind; GuatuCustomOwner owner; } fields[] = {
    { "188743731", "Text1", GUATU_CUSTOM_TEXT, GUATU_CUSTOM_OF_TASKS },
    { "188743982", "Number6", GUATU_CUSTOM_NUMBER, GUATU_CUSTOM_OF_TASKS },
    { "188743734", "Text2", GUATU_CUSTOM_CHOICE, GUATU_CUSTOM_OF_TASKS },
    { "205520904", "Text1", GUATU_CUSTOM_TEXT, GUATU_CUSTOM_OF_PEOPLE },
    { "205521069", "Date1", GUATU_CUSTOM_DATE, GUATU_CUSTOM_OF_PEOPLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      gboolean of_tasks = fields[i].owner == GUATU_CUSTOM_OF_TASKS;
      GuatuTable owner = of_tasks ? GUATU_TABLE_TASK : GUATU_TABLE_PERSON;
      guint n = guatu_plan_n_rows (self->plan, owner);
      gint32 field = -1;

      for (gint32 row = 0; (guint) row < n; row++)
        {
          gint32 value;

          if (!now_and_then (self, 3))
            continue;
          if (field < 0)
            field = add_row (self->plan, GUATU_TABLE_CUSTOM_FIELD);
          set_text (self->plan, GUATU_TABLE_CUSTOM_FIELD, field, GUATU_CUSTOM_FIELD_NAME, some_text (self));
          set_text (self->plan, GUATU_TABLE_CUSTOM_FIELD, field, GUATU_CUSTOM_FIELD_SOURCE_ID, fields[i].id);
          set_text (self->plan, GUATU_TABLE_CUSTOM_FIELD, field, GUATU_CUSTOM_FIELD_SOURCE_NAME, fields[i].name);
          set (self, GUATU_TABLE_CUSTOM_FIELD, field, GUATU_CUSTOM_FIELD_KIND, fields[i].kind);
          set (self, GUATU_TABLE_CUSTOM_FIELD, field, GUATU_CUSTOM_FIELD_OWNER, fields[i].owner);
          if (fields[i].kind == GUATU_CUSTOM_CHOICE)
            set_text (self->plan, GUATU_TABLE_CUSTOM_FIELD, field, GUATU_CUSTOM_FIELD_CHOICES, "高\nB & <C>\n\"low\"");
          value = add_row (self->plan, GUATU_TABLE_CUSTOM_VALUE);
          refer (self->plan, GUATU_TABLE_CUSTOM_VALUE, value, GUATU_CUSTOM_VALUE_FIELD, GUATU_TABLE_CUSTOM_FIELD, field);
          refer (self->plan, GUATU_TABLE_CUSTOM_VALUE, value,
                 of_tasks ? GUATU_CUSTOM_VALUE_TASK : GUATU_CUSTOM_VALUE_PERSON, owner, row);
          set_text (self->plan, GUATU_TABLE_CUSTOM_VALUE, value, GUATU_CUSTOM_VALUE_VALUE, some_text (self));
        }
    }
}

/* Plans ---------------------------------------------------------------------------------------------------- */

/* As plans that were imported have them. */
static void
set_settings (Maker *self)
{
  static const guint texts[] = { GUATU_PLAN_SUBTITLE, GUATU_PLAN_NOTE, GUATU_PLAN_AUTHOR, GUATU_PLAN_MANAGER,
                                 GUATU_PLAN_COMPANY, GUATU_PLAN_CURRENCY };
  gint64 per_day = any (self, 300, 1000), slack = any (self, 0, 8) * per_day * GUATU_MINUTE;

  set_text (self->plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_TITLE, some_text (self));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    text (self, GUATU_TABLE_PLAN, 0, texts[i]);
  set (self, GUATU_TABLE_PLAN, 0, GUATU_PLAN_PUSH_TO_STATUS_DATE, FALSE);
  set (self, GUATU_TABLE_PLAN, 0, GUATU_PLAN_RETAINED_LOGIC, FALSE);
  set (self, GUATU_TABLE_PLAN, 0, GUATU_PLAN_MINUTES_PER_DAY, per_day);
  set (self, GUATU_TABLE_PLAN, 0, GUATU_PLAN_MINUTES_PER_WEEK, per_day * 5);
  set (self, GUATU_TABLE_PLAN, 0, GUATU_PLAN_DAYS_PER_MONTH, any (self, 1, 32));
  set (self, GUATU_TABLE_PLAN, 0, GUATU_PLAN_CRITICAL_FLOAT, slack);
  set (self, GUATU_TABLE_PLAN, 0, GUATU_PLAN_NEAR_CRITICAL_FLOAT, MAX (slack, 5 * per_day * GUATU_MINUTE));
  set (self, GUATU_TABLE_PLAN, 0, GUATU_PLAN_CRITICAL_PATHS, any (self, 0, 2));
  set (self, GUATU_TABLE_PLAN, 0, GUATU_PLAN_SCHEDULING_VARIANTS,
       now_and_then (self, 2) ? GUATU_VARIANT_SPLIT_UNDER_WAY | GUATU_VARIANT_MOVE_COMPLETED_BACK : 0);
  if (now_and_then (self, 4))
    {
      set (self, GUATU_TABLE_PLAN, 0, GUATU_PLAN_SCHEDULE_FROM, GUATU_FROM_FINISH);
      set (self, GUATU_TABLE_PLAN, 0, GUATU_PLAN_FINISH_TARGET, guatu_test_at ("2024-12-20 17:00"));
      set (self, GUATU_TABLE_PLAN, 0, GUATU_PLAN_SCHEDULING_VARIANTS, GUATU_VARIANT_ASAP_EARLY);
    }
  if (now_and_then (self, 2))
    set (self, GUATU_TABLE_PLAN, 0, GUATU_PLAN_STATUS_DATE, some_time (self));
}

/* A summary takes as long as its parts do; its own duration is a copy of that. */
static void
set_summaries (Maker *self, const GuatuSchedule *schedule)
{
  for (gint32 row = 0; (guint) row < self->n_tasks; row++)
    if (guatu_plan_is_summary (self->plan, row))
      set (self, GUATU_TABLE_TASK, row, GUATU_TASK_DURATION,
           MAX (guatu_schedule_duration (schedule, self->plan, row), 0));
  guatu_plan_settle (self->plan);
}

/* %NULL where links close a cycle. */
static GuatuPlan *
make_plan (GRand *rand, gboolean interrupts)
{
  Maker maker = { .rand = rand, .plan = guatu_test_plan_new (), .interrupts = interrupts };
  g_autoptr(GuatuPlan) plan = maker.plan;
  g_autoptr(GuatuSchedule) schedule = NULL;

  set_settings (&maker);
  add_calendars (&maker);
  add_people (&maker);
  add_tasks (&maker);
  add_links (&maker);
  add_baselines (&maker);
  add_custom_fields (&maker);
  guatu_plan_settle (plan);
  schedule = guatu_schedule_new (plan, NULL, NULL);
  if (schedule == NULL)
    return NULL;
  set_summaries (&maker, schedule);

  return g_steal_pointer (&plan);
}

static void
try_some (gboolean interrupts, void (*check) (const GuatuPlan *plan))
{
  g_autoptr(GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  guint n = 0;

  for (guint i = 0; i < 150; i++)
    {
      g_autoptr(GuatuPlan) plan = make_plan (rand, interrupts);

      if (plan == NULL)
        continue;
      check (plan);
      n++;
    }
  g_assert_cmpuint (n, >, 100);
}

static void
test_random (void)
{
  try_some (FALSE, check_round_trip);
}

static void
test_interrupted (void)
{
  try_some (TRUE, check_round_trip);
}

/* As another program saves it, that passes over our instructions: what interrupts a task is told from its dates, which
 * need not be what it was; but what was read so comes back. */
static void
check_from_elsewhere (const GuatuPlan *plan)
{
  g_autoptr(GRegex) instruction = g_regex_new ("<\\?guatu [^>]*>\n", 0, 0, NULL);
  g_autofree char *ours = write_plan (plan, NULL, NULL);
  g_autofree char *theirs = g_regex_replace_literal (instruction, ours, -1, 0, "", 0, NULL);
  g_autoptr(GuatuPlan) read = read_plan (theirs, strlen (theirs));

  g_assert_nonnull (read);
  g_assert_null (strstr (theirs, "<?guatu"));
  check_round_trip (read);
}

static void
test_from_elsewhere (void)
{
  try_some (TRUE, check_from_elsewhere);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  guatu_test_fix_ids ();

  g_test_add_func ("/mspdi-random/round-trip", test_random);
  g_test_add_func ("/mspdi-random/interrupted", test_interrupted);
  g_test_add_func ("/mspdi-random/from-elsewhere", test_from_elsewhere);

  return g_test_run ();
}
