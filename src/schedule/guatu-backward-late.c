/* guatu-backward-late.c — which tasks may move when one plans backward; late dates that count back from a finish. */
#include "guatu-backward-private.h"

/* Tasks ------------------------------------------------------------------------------------------------- */

static gint64
number (const GuatuBackward *self, gint32 row, guint field)
{
  return guatu_plan_task_number (self->plan, row, field);
}

gint64
guatu_backward_between (const GuatuPlan *plan, gint32 row, GuatuInstant a, GuatuInstant b)
{
  const GuatuTask *task = guatu_plan_task (plan, row);

  if (task->first_child < 0 && task->duration_kind == GUATU_DURATION_ELAPSED)
    return b - a;

  return guatu_worktime_work (guatu_plan_task_worktime (plan, row), a, b);
}

gboolean
guatu_backward_is_finished (const GuatuBackward *self, gint32 row)
{
  return number (self, row, GUATU_TASK_ACTUAL_FINISH) != GUATU_NONE;
}

gboolean
guatu_backward_has_begun (const GuatuBackward *self, gint32 row)
{
  return number (self, row, GUATU_TASK_ACTUAL_START) != GUATU_NONE || guatu_backward_is_finished (self, row);
}

GuatuConstraint
guatu_backward_constraint (const GuatuBackward *self, gint32 row, GuatuInstant *date)
{
  GuatuConstraint constraint = (GuatuConstraint) guatu_plan_task (self->plan, row)->constraint;

  *date = number (self, row, GUATU_TASK_CONSTRAINT_DATE);
  return constraint > GUATU_CONSTRAINT_ALAP && *date == GUATU_NONE ? GUATU_CONSTRAINT_ASAP : constraint;
}

gboolean
guatu_backward_is_from_on (GuatuConstraint constraint)
{
  return constraint == GUATU_CONSTRAINT_SNET || constraint == GUATU_CONSTRAINT_FNET;
}

static gboolean
is_recorded (const GuatuBackward *self, gint32 row)
{
  return guatu_plan_settings (self->plan)->keep_recorded
         && number (self, row, GUATU_TASK_RECORDED_START) != GUATU_NONE
         && number (self, row, GUATU_TASK_RECORDED_FINISH) != GUATU_NONE;
}

gboolean
guatu_backward_is_movable (const GuatuBackward *self, gint32 row)
{
  GuatuInstant date;
  GuatuConstraint constraint = guatu_backward_constraint (self, row, &date);

  return self->scope->holds[row] && !guatu_backward_has_begun (self, row) && !is_recorded (self, row)
         && guatu_plan_task (self->plan, row)->mode == GUATU_MODE_AUTOMATIC
         && (constraint <= GUATU_CONSTRAINT_ALAP || guatu_backward_is_from_on (constraint));
}

gboolean
guatu_backward_is_stopped (const GuatuBackward *self, const GuatuSchedule *late, gint32 row)
{
  GuatuInstant date;
  GuatuConstraint constraint = guatu_backward_constraint (self, row, &date);
  GuatuInstant asked = constraint == GUATU_CONSTRAINT_SNET ? late->late_start[row] : late->late_finish[row];

  return guatu_backward_is_from_on (constraint) && guatu_backward_between (self->plan, row, asked, date) > 0;
}

/* Late dates -------------------------------------------------------------------------------------------- */

void
guatu_backward_set (GuatuOverlay *overlay, gint32 row, guint field, gint64 value)
{
  guatu_overlay_set (overlay, GUATU_TABLE_TASK, row, field, value == GUATU_NONE ? GUATU_NULL : GUATU_INTEGER (value));
}

static GuatuInstant
earlier (GuatuInstant a, GuatuInstant b)
{
  if (a == GUATU_NONE || b == GUATU_NONE)
    return a == GUATU_NONE ? b : a;

  return MIN (a, b);
}

/* By when the scope is to be finished: a deadline of its task, or one of every task at the top. */
static void
ask_for_finish (const GuatuBackward *self, GuatuOverlay *overlay, GuatuInstant finish)
{
  const GuatuTask *tasks = guatu_plan_tasks (self->plan);

  overlay->reach = finish;
  if (self->scope->task >= 0)
    {
      guatu_backward_set (overlay, self->scope->task, GUATU_TASK_DEADLINE, finish);
      return;
    }
  for (gint32 row = guatu_plan_first_task (self->plan); row >= 0; row = tasks[row].next_sibling)
    guatu_backward_set (overlay, row, GUATU_TASK_DEADLINE, earlier (finish, number (self, row, GUATU_TASK_DEADLINE)));
}

/* Tasks outside ask for what they wait for when they need it as scheduled now: no sooner, and no later. */
static void
pin_outside (const GuatuBackward *self, GuatuOverlay *overlay)
{
  guint n;
  const gint32 *outline = guatu_plan_outline (self->plan, &n);

  for (guint i = 0; i < n; i++)
    {
      gint32 row = outline[i];

      if (self->scope->n_in[row] > 0 || row == self->scope->task)
        continue;
      if (!guatu_plan_is_summary (self->plan, row))
        guatu_backward_set (overlay, row, GUATU_TASK_DEADLINE, self->now->finish[row]);
      else if (number (self, row, GUATU_TASK_DEADLINE) != GUATU_NONE)
        guatu_backward_set (overlay, row, GUATU_TASK_DEADLINE, GUATU_NONE);
    }
}

/* Everything in the scope as early as it can be, but for what is not given up. */
static void
take_out (const GuatuBackward *self, GuatuOverlay *overlay, gboolean all)
{
  guint n;
  const gint32 *outline = guatu_plan_outline (self->plan, &n);

  for (guint i = 0; i < n; i++)
    {
      gint32 row = outline[i];
      GuatuInstant date, due = row == self->scope->task ? self->result->ask.finish
                                                        : number (self, row, GUATU_TASK_DEADLINE);
      GuatuConstraint constraint;

      if (self->caps[row] != GUATU_NONE)
        guatu_backward_set (overlay, row, GUATU_TASK_DEADLINE, earlier (self->caps[row], due));
      if (!guatu_backward_is_movable (self, row))
        continue;
      constraint = guatu_backward_constraint (self, row, &date);
      if (constraint == GUATU_CONSTRAINT_ALAP
          || (guatu_backward_is_from_on (constraint) && (all || self->releases[row])))
        guatu_backward_set (overlay, row, GUATU_TASK_CONSTRAINT, GUATU_CONSTRAINT_ASAP);
    }
}

/* Nobody works in the past, also where the plan does not push what is undone. */
static void
push (const GuatuBackward *self, GuatuOverlay *overlay)
{
  GuatuInstant not_before = self->result->ask.not_before;

  guatu_overlay_set (overlay, GUATU_TABLE_PLAN, 0, GUATU_PLAN_CRITICAL_PATHS, GUATU_INTEGER (GUATU_PATHS_WHOLE_PLAN));
  if (not_before == GUATU_NONE)
    return;
  guatu_overlay_set (overlay, GUATU_TABLE_PLAN, 0, GUATU_PLAN_STATUS_DATE, GUATU_INTEGER (not_before));
  guatu_overlay_set (overlay, GUATU_TABLE_PLAN, 0, GUATU_PLAN_PUSH_TO_STATUS_DATE, GUATU_INTEGER (1));
}

GuatuSchedule *
guatu_backward_count_back (const GuatuBackward *self, GuatuInstant finish, gboolean all, gboolean alone, GError **error)
{
  g_autoptr(GuatuOverlay) overlay = guatu_overlay_new ();
  const GuatuLink *links = guatu_plan_links (self->plan);
  guint n = guatu_plan_n_rows (self->plan, GUATU_TABLE_LINK);

  pin_outside (self, overlay);
  ask_for_finish (self, overlay, finish);
  take_out (self, overlay, all);
  push (self, overlay);
  for (guint i = 0; alone && i < n; i++)
    if (links[i].id != 0 && guatu_backward_scope_is_left_by (self->scope, &links[i]))
      guatu_overlay_remove_link (overlay, (gint32) i);

  return guatu_schedule_new (self->plan, overlay, error);
}
