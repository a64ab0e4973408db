/* guatu-why.c — says in words why a task starts when it does. */
#include "guatu-network-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const GuatuSchedule     *schedule;
  const GuatuFullSchedule *full;
  const GuatuPlan         *plan;
  GuatuPlanRow             settings;
  gint32                   task;
} Why;

/* What the result rests on ------------------------------------------------------------------------------ */

static gint64
number_of (const Why *why, gint32 row, guint field)
{
  const GuatuOverlay *overlay = why->full->overlay;

  for (guint i = overlay != NULL ? overlay->fields->len : 0; i > 0; i--)
    {
      const GuatuOverlayField *entry = &g_array_index (overlay->fields, GuatuOverlayField, i - 1);

      if (entry->table == GUATU_TABLE_TASK && entry->row == row && entry->field == field)
        return entry->value.kind == GUATU_VALUE_NULL ? GUATU_NONE : entry->value.integer;
    }

  return guatu_plan_task_number (why->plan, row, field);
}

static gint32
calendar_of (const Why *why)
{
  GuatuTask task = *guatu_plan_task (why->plan, why->task);

  if (why->full->overlay != NULL)
    guatu_overlay_read_task (why->full->overlay, why->plan, why->task, &task);

  return task.calendar >= 0 ? task.calendar : why->settings.calendar;
}

/* Dates --------------------------------------------------------------------------------------------------- */

/* The day; with the time of day where it is not the one that everybody expects. */
static char *
say_instant (const Why *why, GuatuInstant t)
{
  gint64 daytime = guatu_instant_daytime (t);

  if (daytime == why->settings.default_start || daytime == why->settings.default_finish)
    return guatu_day_label (t);
  return guatu_moment_label (t);
}

/* The calendar's own name for a day off that the weekday pattern does not give; NULL if it has none. */
static const char *
holiday_name (const Why *why, gint32 calendar, GuatuInstant day)
{
  const GuatuCalendar *calendars = guatu_plan_rows (why->plan, GUATU_TABLE_CALENDAR);
  guint n_calendars = guatu_plan_n_rows (why->plan, GUATU_TABLE_CALENDAR);

  for (guint step = 0; calendar >= 0 && step < n_calendars; step++, calendar = calendars[calendar].base)
    {
      const GuatuCalendarException *all = guatu_plan_rows (why->plan, GUATU_TABLE_CALENDAR_EXCEPTION);
      guint n;
      const gint32 *rows = guatu_plan_referrers (why->plan, GUATU_TABLE_CALENDAR_EXCEPTION,
                                                 GUATU_CALENDAR_EXCEPTION_CALENDAR, calendar, &n);

      for (guint i = 0; i < n; i++)
        {
          const GuatuCalendarException *exception = &all[rows[i]];
          const char *name = guatu_plan_text (why->plan, exception->name);

          if (exception->recurrence == GUATU_RECUR_DAILY && name[0] != '\0' &&
              day >= exception->from_date && day <= exception->to_date)
            return name;
        }
    }

  return NULL;
}

/* What lies between what drives the task and its start: a holiday, the weekend; NULL if nothing worth a word. */
static char *
say_gap (const Why *why, GuatuInstant from, GuatuInstant to)
{
  const GuatuWorktime *worktime;
  gint32 calendar = calendar_of (why);
  gint64 last = guatu_instant_day (to);
  gboolean weekend = FALSE;
  gboolean other = FALSE;

  if (number_of (why, why->task, GUATU_TASK_DURATION_KIND) == GUATU_DURATION_ELAPSED || to <= from)
    return NULL;

  /* No holiday is longer than this. */
  last = MIN (last, guatu_instant_day (from) + 60);
  worktime = guatu_plan_worktime (why->plan, calendar);
  for (gint64 day = guatu_instant_day (from); day < last; day++)
    {
      GuatuInstant midnight = day * GUATU_DAY;
      const char *name;
      guint n;

      guatu_worktime_hours (worktime, midnight, &n);
      if (n > 0)
        continue;
      name = holiday_name (why, calendar, midnight);
      if (name != NULL)
        /* Translators: the name of a holiday. */
        return g_strdup_printf (_("“%s”"), name);
      if (guatu_instant_weekday (midnight) >= 5)
        weekend = TRUE;
      else
        other = TRUE;
    }

  if (weekend)
    return g_strdup (_("the weekend"));

  return other ? g_strdup (_("days off")) : NULL;
}

/* The same sentence, with or without what comes between. */
static char *
with_gap (const Why *why, char *sentence, GuatuInstant from)
{
  g_autofree char *taken = sentence;
  g_autofree char *gap = from != GUATU_NONE ? say_gap (why, from, why->schedule->start[why->task]) : NULL;

  if (gap == NULL)
    return g_steal_pointer (&taken);

  /* Translators: the first part says why a task starts when it does, "Starts 09-26 because 4 “Land acquisition”
   * finishes 09-24 (FS)"; the second what comes between: "the weekend", or a holiday's name. */
  return g_strdup_printf (_("%s, then %s"), taken, gap);
}

/* Links --------------------------------------------------------------------------------------------------- */

static char *
say_link (const Why *why, const GuatuLink *link)
{
  static const char *const types[] = { [GUATU_LINK_FF] = "FF", [GUATU_LINK_FS] = "FS", [GUATU_LINK_SF] = "SF",
                                       [GUATU_LINK_SS] = "SS" };
  GuatuDurationRates rates = guatu_plan_rates (why->plan);
  gboolean percent = link->lag_kind == GUATU_LAG_PERCENT || link->lag_kind == GUATU_LAG_ELAPSED_PERCENT;
  GuatuDuration lag = { link->lag, percent ? GUATU_UNIT_PERCENT : link->lag_unit,
                        link->lag_kind == GUATU_LAG_ELAPSED || link->lag_kind == GUATU_LAG_ELAPSED_PERCENT };
  g_autofree char *amount = NULL;

  if (link->lag == 0)
    return g_strdup (types[link->type & 3]);

  amount = guatu_duration_format (lag, &rates);
  return g_strdup_printf (link->lag > 0 ? "%s+%s" : "%s%s", types[link->type & 3], amount);
}

static char *
say_because_of_link (const Why *why, const GuatuDriver *driver, const char *start)
{
  const GuatuLink *link = guatu_schedule_link (why->schedule, why->plan, driver->link);
  g_autofree char *title = NULL;
  g_autofree char *how = NULL;
  g_autofree char *when = NULL;
  gboolean from_finish;
  GuatuInstant t;

  if (link == NULL || guatu_plan_id (why->plan, GUATU_TABLE_TASK, driver->task) == 0)
    return g_strdup_printf (_("Starts %s because of a link"), start);

  title = guatu_plan_task_title (why->plan, driver->task);
  how = say_link (why, link);

  if (why->full->from_finish)
    {
      gboolean to_start = link->type == GUATU_LINK_FS || link->type == GUATU_LINK_SS;

      t = to_start ? why->schedule->start[driver->task] : why->schedule->finish[driver->task];
      when = say_instant (why, t);
      return g_strdup_printf (to_start ? _("Starts %s so that %s can start %s (%s)") :
                                         _("Starts %s so that %s can finish %s (%s)"), start, title, when, how);
    }

  from_finish = link->type == GUATU_LINK_FS || link->type == GUATU_LINK_FF;
  t = from_finish ? why->schedule->finish[driver->task] : why->schedule->start[driver->task];
  when = say_instant (why, t);

  return with_gap (why,
                   g_strdup_printf (from_finish ? _("Starts %s because %s finishes %s (%s)") :
                                                  _("Starts %s because %s starts %s (%s)"), start, title, when, how),
                   link->type == GUATU_LINK_FS && link->lag == 0 ? t : GUATU_NONE);
}

/* Constraints ----------------------------------------------------------------------------------------------- */

static char *
say_because_of_constraint (const Why *why, const GuatuDriver *driver, const char *start)
{
  gint32 task = driver->task >= 0 ? driver->task : why->task;
  GuatuInstant date = number_of (why, task, GUATU_TASK_CONSTRAINT_DATE);
  g_autofree char *when = date != GUATU_NONE ? say_instant (why, date) : g_strdup ("");

  if (driver->task >= 0)
    {
      g_autofree char *title = guatu_plan_task_title (why->plan, driver->task);

      return with_gap (why, g_strdup_printf (_("Starts %s because %s, which it is part of, starts no earlier than %s"),
                                             start, title, when), date);
    }

  switch ((GuatuConstraint) number_of (why, task, GUATU_TASK_CONSTRAINT))
    {
    case GUATU_CONSTRAINT_MSO:
      return g_strdup_printf (_("Starts %s because it must start on %s"), start, when);
    case GUATU_CONSTRAINT_MFO:
      return g_strdup_printf (_("Starts %s because it must finish on %s"), start, when);
    case GUATU_CONSTRAINT_SNLT:
      return g_strdup_printf (_("Starts %s because it starts no later than %s"), start, when);
    case GUATU_CONSTRAINT_FNET:
      return g_strdup_printf (_("Starts %s because it finishes no earlier than %s"), start, when);
    case GUATU_CONSTRAINT_FNLT:
      return g_strdup_printf (_("Starts %s because it finishes no later than %s"), start, when);
    case GUATU_CONSTRAINT_SNET:
    case GUATU_CONSTRAINT_ASAP:
    case GUATU_CONSTRAINT_ALAP:
    default:
      return with_gap (why, g_strdup_printf (_("Starts %s because it starts no earlier than %s"), start, when), date);
    }
}

/* The rest --------------------------------------------------------------------------------------------------- */

static char *
say_because_of_manual (const Why *why, const GuatuDriver *driver, const char *start)
{
  g_autofree char *title = NULL;
  g_autofree char *when = NULL;

  if (driver->task < 0)
    return g_strdup_printf (_("Starts %s because this date was entered"), start);

  title = guatu_plan_task_title (why->plan, driver->task);
  when = say_instant (why, why->schedule->start[driver->task]);
  return with_gap (why, g_strdup_printf (_("Starts %s because %s, which it is part of, was set to start %s"),
                                         start, title, when), why->schedule->start[driver->task]);
}

static char *
say_because_of_delay (const Why *why, const char *start)
{
  GuatuDurationRates rates = guatu_plan_rates (why->plan);
  GuatuDuration delay = { number_of (why, why->task, GUATU_TASK_LEVELLING_DELAY), GUATU_UNIT_DAY, TRUE };
  g_autofree char *amount = guatu_duration_label (delay, &rates);

  return g_strdup_printf (_("Starts %s because levelling delays it by %s"), start, amount);
}

static char *
say_because_of_finish (const Why *why, const char *start)
{
  g_autofree char *when = say_instant (why, why->schedule->plan_finish);

  if (!why->full->from_finish)
    return g_strdup_printf (_("Starts %s because it is to start as late as possible"), start);

  return g_strdup_printf (_("Starts %s so that the plan finishes %s"), start, when);
}

char *
guatu_schedule_why (const GuatuSchedule *self, const GuatuPlan *plan, gint32 task)
{
  Why why = { .schedule = self, .full = (const GuatuFullSchedule *) self, .plan = plan, .task = task };
  GuatuDriver driver = guatu_schedule_driver (self, task);
  g_autofree char *start = NULL;
  g_autofree char *other = NULL;

  g_return_val_if_fail (guatu_plan_id (plan, GUATU_TABLE_TASK, task) != 0, NULL);

  why.settings = *guatu_plan_settings (plan);
  guatu_overlay_apply (why.full->overlay, plan, GUATU_TABLE_PLAN, &why.settings, 1);
  start = say_instant (&why, self->start[task]);

  switch (driver.kind)
    {
    case GUATU_DRIVER_LINK:
      return say_because_of_link (&why, &driver, start);
    case GUATU_DRIVER_CONSTRAINT:
      return say_because_of_constraint (&why, &driver, start);
    case GUATU_DRIVER_CALENDAR:
      other = say_instant (&why, why.settings.start);
      return with_gap (&why, g_strdup_printf (_("Starts %s because the plan starts %s"), start, other),
                       why.settings.start);
    case GUATU_DRIVER_ACTUAL:
      return g_strdup_printf (_("Started %s"), start);
    case GUATU_DRIVER_MANUAL:
      return say_because_of_manual (&why, &driver, start);
    case GUATU_DRIVER_STATUS_DATE:
      other = say_instant (&why, why.settings.status_date);
      return with_gap (&why, g_strdup_printf (_("Starts %s because it had not started on the status date, %s"),
                                              start, other), why.settings.status_date);
    case GUATU_DRIVER_LEVELLING:
      return say_because_of_delay (&why, start);
    case GUATU_DRIVER_CHILDREN:
      other = guatu_plan_task_title (plan, driver.task);
      return g_strdup_printf (_("Starts %s because its first part, %s, does"), start, other);
    case GUATU_DRIVER_FINISH:
      return say_because_of_finish (&why, start);
    case GUATU_DRIVER_RECORDED:
      return g_strdup_printf (_("Starts %s because the plan keeps the dates that its file recorded"), start);
    case GUATU_DRIVER_INACTIVE:
      return g_strdup_printf (_("Starts %s, but is inactive: it takes no part in the plan"), start);
    case GUATU_DRIVER_START:
    default:
      return g_strdup_printf (_("Starts %s because the plan does"), start);
    }
}
