/* guatu-plan-shift.c — moves the dates of a plan that are plans, and no others. */
#include "guatu-plan-shift.h"

#include <glib/gi18n-lib.h>

#include "guatu-occurrences.h"

/* A plan is tried in so many places before the best of them is taken. */
#define MOST_TRIES 20

/* What of a task that is not finished moves; the number that counts it. */
static const struct { guint field; gsize count; } task_fields[] = {
  { GUATU_TASK_MANUAL_START, G_STRUCT_OFFSET (GuatuPlanShift, n_manual) },
  { GUATU_TASK_MANUAL_FINISH, 0 },
  { GUATU_TASK_CONSTRAINT_DATE, G_STRUCT_OFFSET (GuatuPlanShift, n_constraints) },
  { GUATU_TASK_DEADLINE, G_STRUCT_OFFSET (GuatuPlanShift, n_deadlines) },
  { GUATU_TASK_AGREED_FINISH, G_STRUCT_OFFSET (GuatuPlanShift, n_deadlines) },
};

static const guint recorded_fields[] = {
  GUATU_TASK_RECORDED_START, GUATU_TASK_RECORDED_FINISH, GUATU_TASK_RECORDED_LATE_START,
  GUATU_TASK_RECORDED_LATE_FINISH,
};

/* Where a date goes --------------------------------------------------------------------------------- */

static gboolean
works (const GuatuWorktime *worktime, gint64 day)
{
  return guatu_worktime_days (worktime, day * GUATU_DAY, day * GUATU_DAY) > 0;
}

/* The working day @n working days from @day, which is one. */
static gint64
working_day_from (const GuatuWorktime *worktime, gint64 day, gint64 n)
{
  gint64 step = n < 0 ? -1 : 1, last = guatu_instant_day (n < 0 ? GUATU_INSTANT_MIN : GUATU_INSTANT_MAX);

  for (gint64 left = ABS (n); left > 0 && day != last;)
    {
      day += step;
      left -= works (worktime, day);
    }
  return day;
}

static gint64
move_day (const GuatuPlan *plan, GuatuShift shift, gint64 day)
{
  const GuatuWorktime *worktime = guatu_plan_worktime (plan, guatu_plan_settings (plan)->calendar);
  gint64 working = day, first = guatu_instant_day (GUATU_INSTANT_MIN);

  if (!shift.working || !guatu_worktime_works (worktime))
    return day + shift.days;
  while (working > first && !works (worktime, working))
    working--;
  return working_day_from (worktime, working, shift.days) + (day - working);
}

/* A finish belongs to the day that it ends. */
static GuatuInstant
move_instant (const GuatuPlan *plan, GuatuShift shift, GuatuInstant t, gboolean at_finish)
{
  gint64 day = guatu_instant_day (at_finish ? t - 1 : t);

  return CLAMP (t + (move_day (plan, shift, day) - day) * GUATU_DAY, GUATU_INSTANT_MIN, GUATU_INSTANT_MAX);
}

/* Which dates ----------------------------------------------------------------------------------------- */

static gboolean
add (GuatuPlanShift *self, const GuatuPlan *plan, GuatuTable table, gint32 row, guint field)
{
  GuatuInstant now = guatu_plan_number (plan, table, row, field);
  gboolean at_finish = (guatu_field (table, field)->flags & GUATU_FIELD_AT_FINISH) != 0;
  GuatuShiftedDate date = { table, row, field, now };

  if (now == GUATU_NONE)
    return FALSE;
  date.date = move_instant (plan, self->shift, now, at_finish);
  if (date.date != now)
    g_array_append_val (self->dates, date);
  return TRUE;
}

static void
add_task (GuatuPlanShift *self, const GuatuPlan *plan, gint32 task)
{
  gboolean started = guatu_plan_task_number (plan, task, GUATU_TASK_ACTUAL_START) != GUATU_NONE;
  gboolean finished = guatu_plan_task_number (plan, task, GUATU_TASK_ACTUAL_FINISH) != GUATU_NONE;

  self->n_actual += started + finished;
  self->n_finished += finished;
  if (finished)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (task_fields); i++)
    if (add (self, plan, GUATU_TABLE_TASK, task, task_fields[i].field) && task_fields[i].count != 0)
      ++*(guint *) (gpointer) ((char *) self + task_fields[i].count);
  for (guint i = 0; i < G_N_ELEMENTS (recorded_fields) && guatu_plan_settings (plan)->keep_recorded; i++)
    add (self, plan, GUATU_TABLE_TASK, task, recorded_fields[i]);
}

static gboolean
is_finished (const GuatuPlan *plan, gint32 task)
{
  return guatu_plan_task_number (plan, task, GUATU_TASK_ACTUAL_FINISH) != GUATU_NONE;
}

static void
add_key_node (GuatuPlanShift *self, const GuatuPlan *plan, gint32 row)
{
  const GuatuKeyNode *node = (const GuatuKeyNode *) guatu_plan_rows (plan, GUATU_TABLE_KEY_NODE) + row;

  if (node->done_on == GUATU_NONE && !is_finished (plan, node->task))
    self->n_key_nodes += add (self, plan, GUATU_TABLE_KEY_NODE, row, GUATU_KEY_NODE_DATE);
}

static void
add_row (GuatuPlanShift *self, const GuatuPlan *plan, GuatuTable table, gint32 row)
{
  gboolean from;

  switch ((int) table)
    {
    case GUATU_TABLE_PLAN:
      add (self, plan, table, row, GUATU_PLAN_START);
      add (self, plan, table, row, GUATU_PLAN_FINISH_TARGET);
      break;
    case GUATU_TABLE_TASK:
      add_task (self, plan, row);
      break;
    case GUATU_TABLE_KEY_NODE:
      add_key_node (self, plan, row);
      break;
    case GUATU_TABLE_PHASE:
      from = add (self, plan, table, row, GUATU_PHASE_FROM_DATE);
      self->n_phases += add (self, plan, table, row, GUATU_PHASE_TO_DATE) || from;
      break;
    case GUATU_TABLE_TASK_TARGET:
      self->n_targets += add (self, plan, table, row, GUATU_TASK_TARGET_DATE);
      break;
    case GUATU_TABLE_RECURRENCE:
      self->n_recurring += add (self, plan, table, row, GUATU_RECURRENCE_FROM_DATE);
      add (self, plan, table, row, GUATU_RECURRENCE_TO_DATE);
      break;
    default:
      break;
    }
}

GuatuPlanShift *
guatu_plan_shift_new (const GuatuPlan *plan, GuatuShift shift)
{
  GuatuPlanShift *self = g_new0 (GuatuPlanShift, 1);

  g_return_val_if_fail (plan != NULL, NULL);

  self->shift = shift;
  self->shift.days = CLAMP (shift.days, -GUATU_MOST_SHIFT, GUATU_MOST_SHIFT);
  self->dates = g_array_new (FALSE, FALSE, sizeof (GuatuShiftedDate));
  for (GuatuTable table = 0; table < GUATU_N_TABLES; table++)
    for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (plan, table); row++)
      if (guatu_plan_id (plan, table, row) != 0)
        add_row (self, plan, table, row);

  return self;
}

void
guatu_plan_shift_free (GuatuPlanShift *self)
{
  g_array_unref (self->dates);
  g_free (self);
}

GuatuSchedule *
guatu_plan_shift_foresee (const GuatuPlanShift *self, const GuatuPlan *plan, GError **error)
{
  g_autoptr(GuatuOverlay) overlay = guatu_overlay_new ();

  for (guint i = 0; i < self->dates->len; i++)
    {
      const GuatuShiftedDate *date = &g_array_index (self->dates, GuatuShiftedDate, i);

      if (date->table == GUATU_TABLE_TASK || date->table == GUATU_TABLE_PLAN)
        guatu_overlay_set (overlay, date->table, date->row, date->field, GUATU_INTEGER (date->date));
    }
  return guatu_schedule_new (plan, overlay, error);
}

void
guatu_plan_shift_apply (const GuatuPlanShift *self, GuatuPlan *plan)
{
  for (guint i = 0; i < self->dates->len; i++)
    {
      const GuatuShiftedDate *date = &g_array_index (self->dates, GuatuShiftedDate, i);

      guatu_plan_set (plan, date->table, date->row, date->field, GUATU_INTEGER (date->date));
    }
}

/* To a day ------------------------------------------------------------------------------------------------ */

/* The times of recurring tasks go by their rules, not with the plan day by day. */
static gboolean
counts (const GuatuPlan *plan, gint32 task)
{
  return !guatu_plan_is_summary (plan, task) && !is_finished (plan, task) && !guatu_task_is_occurrence (plan, task);
}

GuatuInstant
guatu_plan_first_day (const GuatuPlan *plan, const GuatuSchedule *schedule)
{
  GuatuInstant first = GUATU_NONE;
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  for (guint i = 0; i < n; i++)
    {
      GuatuInstant start = schedule->start[outline[i]];

      if (counts (plan, outline[i]) && start != GUATU_NONE &&
          guatu_plan_task_number (plan, outline[i], GUATU_TASK_ACTUAL_START) == GUATU_NONE &&
          (first == GUATU_NONE || start < first))
        first = start;
    }
  return first != GUATU_NONE ? guatu_instant_day (first) * GUATU_DAY : GUATU_NONE;
}

GuatuInstant
guatu_plan_last_day (const GuatuPlan *plan, const GuatuSchedule *schedule)
{
  GuatuInstant last = GUATU_NONE;
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  for (guint i = 0; i < n; i++)
    {
      GuatuInstant finish = schedule->finish[outline[i]];

      if (counts (plan, outline[i]) && finish != GUATU_NONE && finish > last)
        last = finish;
    }
  return last != GUATU_NONE ? guatu_instant_day (last - 1) * GUATU_DAY : GUATU_NONE;
}

typedef struct
{
  const GuatuPlan *plan;
  GuatuInstant     day;
  gboolean         finish;
} Aim;

/* By how many days the plan would miss its day; above 0: it is too late. */
static gboolean
try (const Aim *aim, gint64 days, gint64 *miss, GError **error)
{
  g_autoptr(GuatuPlanShift) shift = guatu_plan_shift_new (aim->plan, (GuatuShift) { days, FALSE });
  g_autoptr(GuatuSchedule) schedule = guatu_plan_shift_foresee (shift, aim->plan, error);
  GuatuInstant there;

  if (schedule == NULL)
    return FALSE;
  there = aim->finish ? guatu_plan_last_day (aim->plan, schedule) : guatu_plan_first_day (aim->plan, schedule);
  *miss = (there - aim->day) / GUATU_DAY;
  return TRUE;
}

static gboolean
is_allowed (const Aim *aim, gint64 miss)
{
  return aim->finish ? miss <= 0 : miss >= 0;
}

gboolean
guatu_plan_shift_to (const GuatuPlan *plan, const GuatuSchedule *schedule, GuatuInstant day, gboolean finish,
                     GuatuShift *shift, GError **error)
{
  GuatuInstant now = finish ? guatu_plan_last_day (plan, schedule) : guatu_plan_first_day (plan, schedule);
  Aim aim = { plan, guatu_instant_day (day) * GUATU_DAY, finish };
  gint64 days, best = 0, best_miss = G_MAXINT64, miss;

  *shift = (GuatuShift) { 0, FALSE };
  if (now == GUATU_NONE)
    {
      g_set_error_literal (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID,
                           _("There is nothing in the plan that is still to be done."));
      return FALSE;
    }

  days = (aim.day - now) / GUATU_DAY;
  for (guint i = 0; i < MOST_TRIES; i++)
    {
      if (!try (&aim, days, &miss, error))
        return FALSE;
      if (is_allowed (&aim, miss) && ABS (miss) < ABS (best_miss))
        {
          best = days;
          best_miss = miss;
        }
      if (miss == 0)
        break;
      /* Step by step once it goes to and fro about a stretch of days off. */
      days -= i < MOST_TRIES / 2 ? miss : miss > 0 ? 1 : -1;
    }
  shift->days = best_miss != G_MAXINT64 ? best : (aim.day - now) / GUATU_DAY;
  return TRUE;
}
