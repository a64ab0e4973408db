/* guatu-occurrences.c — lays out the days of a recurring task. */
#include "guatu-occurrences.h"

#include "guatu-exception-private.h"

/* Days looked at before a rule is given up: more than a plan has, and room for months that are looked through. */
#define PATIENCE 4000000

typedef struct
{
  const GuatuTaskRecurrence *rule;
  GArray                    *days;
  guint                      most;      /* as often as the rule says, whatever becomes of days off */
} Layout;

static gboolean
is_yearly (const GuatuTaskRecurrence *rule)
{
  return rule->recurrence == GUATU_RECUR_YEARLY_DAY || rule->recurrence == GUATU_RECUR_YEARLY_PLACE;
}

/* Calendars know no rule of every second year: here the years between are left out, as they count from the first. */
static void
take_day (gint64 day, gpointer data)
{
  Layout *self = data;
  GuatuInstant midnight = day * GUATU_DAY;
  gint64 period = CLAMP (self->rule->period, 1, 1000);

  if (self->days->len >= self->most)
    return;
  if (is_yearly (self->rule)
      && (guatu_instant_to_civil (midnight).year - guatu_instant_to_civil (self->rule->from_date).year) % period != 0)
    return;
  g_array_append_val (self->days, midnight);
}

static GArray *
lay_out (const GuatuTaskRecurrence *rule)
{
  GuatuException exception = {
    .from = rule->from_date,
    .to = rule->to_date != GUATU_NONE ? rule->to_date : GUATU_INSTANT_MAX - GUATU_DAY,
    .recurrence = (GuatuRecurrence) rule->recurrence,
    .period = (int) rule->period, .weekdays = rule->weekdays, .month = rule->month, .month_day = rule->month_day,
    .place = rule->place, .item = rule->item,
  };
  Layout layout = { .rule = rule, .days = g_array_new (FALSE, FALSE, sizeof (GuatuInstant)), .most = G_MAXUINT };
  gint64 first = guatu_instant_day (GUATU_INSTANT_MIN), last = guatu_instant_day (GUATU_INSTANT_MAX) - 1;
  gint64 patience = PATIENCE;

  if (rule->times != GUATU_NONE)
    layout.most = (guint) CLAMP (rule->times, 0, G_MAXINT);
  guatu_exception_each_day (&exception, first, last, &patience, take_day, &layout);
  return layout.days;
}

static gboolean
is_off (const GuatuWorktime *worktime, GuatuInstant day)
{
  return guatu_worktime_days (worktime, day, day) == 0;
}

/* The working day that takes the place of a day off; GUATU_NONE: there is none. */
static GuatuInstant
stand_in (const GuatuTaskRecurrence *rule, const GuatuWorktime *worktime, GuatuInstant day)
{
  GuatuInstant other;

  if (!is_off (worktime, day))
    return day;
  if (rule->day_off == GUATU_DAY_OFF_SKIP)
    return GUATU_NONE;

  /* An end of working time is an end: its last second lies on the day itself. */
  other = rule->day_off == GUATU_DAY_OFF_PREVIOUS ? guatu_worktime_end_eq (worktime, day) - 1
                                                   : guatu_worktime_next (worktime, day);
  other = guatu_instant_day (other) * GUATU_DAY;
  return is_off (worktime, other) ? GUATU_NONE : other;
}

GArray *
guatu_occurrence_days (const GuatuTaskRecurrence *rule, const GuatuWorktime *worktime, guint most)
{
  GArray *days;
  guint n = 0;

  g_return_val_if_fail (rule != NULL, NULL);

  days = lay_out (rule);
  for (guint i = 0; worktime != NULL && i < days->len; i++)
    {
      GuatuInstant day = stand_in (rule, worktime, g_array_index (days, GuatuInstant, i));

      if (day == GUATU_NONE || (n > 0 && g_array_index (days, GuatuInstant, n - 1) >= day))
        continue;
      g_array_index (days, GuatuInstant, n++) = day;
    }
  g_array_set_size (days, MIN (worktime != NULL ? n : days->len, most));
  return days;
}

GuatuInstant
guatu_occurrence_start (const GuatuTaskRecurrence *rule, const GuatuPlan *plan, const GuatuWorktime *worktime,
                        GuatuInstant day)
{
  const GuatuHours *hours;
  guint n;

  g_return_val_if_fail (rule != NULL && plan != NULL, day);

  if (rule->start_time != GUATU_NONE)
    return day + rule->start_time;
  hours = worktime != NULL ? guatu_worktime_hours (worktime, day, &n) : NULL;
  return day + (hours != NULL && n > 0 ? hours[0].from : guatu_plan_settings (plan)->default_start);
}

gint32
guatu_task_recurrence (const GuatuPlan *plan, gint32 task)
{
  guint n = 0;
  const gint32 *rows;

  if (task < 0 || guatu_plan_n_live (plan, GUATU_TABLE_RECURRENCE) == 0)
    return -1;
  rows = guatu_plan_referrers (plan, GUATU_TABLE_RECURRENCE, GUATU_RECURRENCE_TASK, task, &n);
  return n > 0 ? rows[0] : -1;
}

gboolean
guatu_task_is_occurrence (const GuatuPlan *plan, gint32 task)
{
  return task >= 0 && guatu_task_recurrence (plan, guatu_plan_task (plan, task)->parent) >= 0;
}
