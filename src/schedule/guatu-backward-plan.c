/* guatu-backward-plan.c — late dates that count back from the finish asked for, and what has to be set for them. */
#include "guatu-backward-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-overlay-private.h"

/* Where two calendars meet, or lags run over days off, what is reckoned back and then forth again may come out later
 * than it began. Then the task has to be asked for earlier; more than a few times is not needed. */
#define N_TRIES 8

G_DEFINE_QUARK (guatu-backward-error-quark, guatu_backward_error)

typedef struct
{
  const GuatuPlan     *plan;
  const GuatuSchedule *now;
  GuatuBackwardScope  *scope;
  GuatuBackwardPlan   *result;
  GuatuSchedule       *late;        /* where everything is as early as it can be; its late dates count back */
  gboolean            *releases;    /* by row: what the task was not to begin before is given up */
  GuatuInstant        *caps;        /* by row: the task is asked for by this, beyond what links ask; or GUATU_NONE */
} Backward;

/* Tasks ------------------------------------------------------------------------------------------------- */

static gint64
number (const Backward *self, gint32 row, guint field)
{
  return guatu_plan_task_number (self->plan, row, field);
}

/* On the task's calendar; elapsed durations know none. */
static gint64
between (const GuatuPlan *plan, gint32 row, GuatuInstant a, GuatuInstant b)
{
  const GuatuTask *task = guatu_plan_task (plan, row);

  if (task->first_child < 0 && task->duration_kind == GUATU_DURATION_ELAPSED)
    return b - a;

  return guatu_worktime_work (guatu_plan_task_worktime (plan, row), a, b);
}

static GuatuInstant
sooner (const GuatuPlan *plan, gint32 row, GuatuInstant t, gint64 work)
{
  if (guatu_plan_task (plan, row)->duration_kind == GUATU_DURATION_ELAPSED)
    return t - work;

  return guatu_worktime_add (guatu_plan_task_worktime (plan, row), t, -work);
}

static gboolean
is_finished (const Backward *self, gint32 row)
{
  return number (self, row, GUATU_TASK_ACTUAL_FINISH) != GUATU_NONE;
}

static gboolean
has_begun (const Backward *self, gint32 row)
{
  return number (self, row, GUATU_TASK_ACTUAL_START) != GUATU_NONE || is_finished (self, row);
}

/* As it counts: a dated kind without a date says nothing. */
static GuatuConstraint
constraint_of (const Backward *self, gint32 row, GuatuInstant *date)
{
  GuatuConstraint constraint = (GuatuConstraint) guatu_plan_task (self->plan, row)->constraint;

  *date = number (self, row, GUATU_TASK_CONSTRAINT_DATE);
  return constraint > GUATU_CONSTRAINT_ALAP && *date == GUATU_NONE ? GUATU_CONSTRAINT_ASAP : constraint;
}

static gboolean
is_from_on (GuatuConstraint constraint)
{
  return constraint == GUATU_CONSTRAINT_SNET || constraint == GUATU_CONSTRAINT_FNET;
}

static gboolean
is_recorded (const Backward *self, gint32 row)
{
  return guatu_plan_settings (self->plan)->keep_recorded
         && number (self, row, GUATU_TASK_RECORDED_START) != GUATU_NONE
         && number (self, row, GUATU_TASK_RECORDED_FINISH) != GUATU_NONE;
}

/* Whether it is for this to say when the task begins. */
static gboolean
is_movable (const Backward *self, gint32 row)
{
  GuatuInstant date;
  GuatuConstraint constraint = constraint_of (self, row, &date);

  return self->scope->holds[row] && !has_begun (self, row) && !is_recorded (self, row)
         && guatu_plan_task (self->plan, row)->mode == GUATU_MODE_AUTOMATIC
         && (constraint <= GUATU_CONSTRAINT_ALAP || is_from_on (constraint));
}

/* Whether the date that a task is not to begin (or be finished) before comes after what @late asks for. */
static gboolean
is_stopped (const Backward *self, const GuatuSchedule *late, gint32 row)
{
  GuatuInstant date;
  GuatuConstraint constraint = constraint_of (self, row, &date);

  return is_from_on (constraint)
         && between (self->plan, row, constraint == GUATU_CONSTRAINT_SNET ? late->late_start[row]
                                                                          : late->late_finish[row], date) > 0;
}

/* Late dates -------------------------------------------------------------------------------------------- */

static void
set (GuatuOverlay *overlay, gint32 row, guint field, gint64 value)
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
ask_for_finish (const Backward *self, GuatuOverlay *overlay, GuatuInstant finish)
{
  const GuatuTask *tasks = guatu_plan_tasks (self->plan);

  overlay->reach = finish;
  if (self->scope->task >= 0)
    {
      set (overlay, self->scope->task, GUATU_TASK_DEADLINE, finish);
      return;
    }
  for (gint32 row = guatu_plan_first_task (self->plan); row >= 0; row = tasks[row].next_sibling)
    set (overlay, row, GUATU_TASK_DEADLINE, earlier (finish, number (self, row, GUATU_TASK_DEADLINE)));
}

/* Tasks outside ask for what they wait for when they need it as scheduled now: no sooner, and no later. */
static void
pin_outside (const Backward *self, GuatuOverlay *overlay)
{
  guint n;
  const gint32 *outline = guatu_plan_outline (self->plan, &n);

  for (guint i = 0; i < n; i++)
    {
      gint32 row = outline[i];

      if (self->scope->n_in[row] > 0 || row == self->scope->task)
        continue;
      if (!guatu_plan_is_summary (self->plan, row))
        set (overlay, row, GUATU_TASK_DEADLINE, self->now->finish[row]);
      else if (number (self, row, GUATU_TASK_DEADLINE) != GUATU_NONE)
        set (overlay, row, GUATU_TASK_DEADLINE, GUATU_NONE);
    }
}

/* Everything in the scope as early as it can be, but for what is not given up. */
static void
take_out (const Backward *self, GuatuOverlay *overlay, gboolean all)
{
  guint n;
  const gint32 *outline = guatu_plan_outline (self->plan, &n);

  for (guint i = 0; i < n; i++)
    {
      gint32 row = outline[i];
      GuatuInstant date;
      GuatuConstraint constraint;

      if (self->caps[row] != GUATU_NONE)
        set (overlay, row, GUATU_TASK_DEADLINE,
             earlier (self->caps[row], row == self->scope->task ? self->result->ask.finish
                                                                : number (self, row, GUATU_TASK_DEADLINE)));
      if (!is_movable (self, row))
        continue;
      constraint = constraint_of (self, row, &date);
      if (constraint == GUATU_CONSTRAINT_ALAP || (is_from_on (constraint) && (all || self->releases[row])))
        set (overlay, row, GUATU_TASK_CONSTRAINT, GUATU_CONSTRAINT_ASAP);
    }
}

/* Nobody works in the past, also where the plan does not push what is undone. */
static void
push (const Backward *self, GuatuOverlay *overlay)
{
  GuatuInstant not_before = self->result->ask.not_before;

  guatu_overlay_set (overlay, GUATU_TABLE_PLAN, 0, GUATU_PLAN_CRITICAL_PATHS, GUATU_INTEGER (GUATU_PATHS_WHOLE_PLAN));
  if (not_before == GUATU_NONE)
    return;
  guatu_overlay_set (overlay, GUATU_TABLE_PLAN, 0, GUATU_PLAN_STATUS_DATE, GUATU_INTEGER (not_before));
  guatu_overlay_set (overlay, GUATU_TABLE_PLAN, 0, GUATU_PLAN_PUSH_TO_STATUS_DATE, GUATU_INTEGER (1));
}

/* @all: every “no earlier than” is given up. @alone: as though nobody outside waited for the scope. */
static GuatuSchedule *
count_back (const Backward *self, GuatuInstant finish, gboolean all, gboolean alone, GError **error)
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

/* What is given up ----------------------------------------------------------------------------------------- */

static GuatuInstant
stored_finish (const GuatuPlan *plan, gint32 task)
{
  return task >= 0 ? guatu_plan_task_number (plan, task, GUATU_TASK_DEADLINE)
                   : guatu_plan_settings (plan)->finish_target;
}

/* A start that planning backward has put there is the late start which the finish kept so far gives. */
static gboolean
find_releases (Backward *self, GError **error)
{
  GuatuInstant kept = stored_finish (self->plan, self->scope->task);
  g_autoptr(GuatuSchedule) before = NULL;

  if (kept != GUATU_NONE && !self->result->ask.release)
    {
      before = count_back (self, kept, TRUE, FALSE, error);
      if (before == NULL)
        return FALSE;
    }

  for (gint32 row = 0; (guint) row < self->now->n_tasks; row++)
    {
      GuatuInstant date;

      if (guatu_plan_id (self->plan, GUATU_TABLE_TASK, row) == 0 || !is_movable (self, row))
        continue;
      self->releases[row] = self->result->ask.release
                            || (before != NULL && constraint_of (self, row, &date) == GUATU_CONSTRAINT_SNET
                                && between (self->plan, row, date, before->late_start[row]) == 0);
    }

  return TRUE;
}

/* Edits ---------------------------------------------------------------------------------------------------- */

/* What has to be set of the task so that it starts when it must; FALSE: nothing. */
static gboolean
find_edit (const Backward *self, gint32 row, gboolean driven, GuatuBackwardEdit *edit)
{
  GuatuInstant start = self->late->late_start[row], date;
  GuatuConstraint constraint = constraint_of (self, row, &date);

  *edit = (GuatuBackwardEdit) { row, GUATU_CONSTRAINT_SNET, start };
  if (!driven && between (self->plan, row, self->late->early_start[row], start) > 0)
    return constraint != GUATU_CONSTRAINT_SNET || date != start;

  *edit = (GuatuBackwardEdit) { row, GUATU_CONSTRAINT_ASAP, GUATU_NONE };
  return constraint == GUATU_CONSTRAINT_ALAP || (self->releases[row] && is_from_on (constraint));
}

/* @driven: by row, whether links will do; %NULL: they are not counted upon. */
static GArray *
find_edits (const Backward *self, const gboolean *driven)
{
  GArray *edits = g_array_new (FALSE, FALSE, sizeof (GuatuBackwardEdit));
  guint n;
  const gint32 *outline = guatu_plan_outline (self->plan, &n);

  for (guint i = 0; i < n; i++)
    {
      GuatuBackwardEdit edit;

      if (is_movable (self, outline[i]) && find_edit (self, outline[i], driven != NULL && driven[outline[i]], &edit))
        g_array_append_val (edits, edit);
    }

  return edits;
}

static GuatuSchedule *
with_edits (const Backward *self, GArray *edits, GError **error)
{
  g_autoptr(GuatuOverlay) overlay = guatu_overlay_new ();
  GuatuInstant finish = self->result->ask.finish;

  if (self->scope->task >= 0)
    set (overlay, self->scope->task, GUATU_TASK_DEADLINE, finish);
  else
    guatu_overlay_set (overlay, GUATU_TABLE_PLAN, 0, GUATU_PLAN_FINISH_TARGET, GUATU_INTEGER (finish));
  for (guint i = 0; i < edits->len; i++)
    {
      const GuatuBackwardEdit *edit = &g_array_index (edits, GuatuBackwardEdit, i);

      set (overlay, edit->task, GUATU_TASK_CONSTRAINT, edit->constraint);
      set (overlay, edit->task, GUATU_TASK_CONSTRAINT_DATE, edit->date);
    }

  return guatu_schedule_new (self->plan, overlay, error);
}

static gboolean
same_dates (const GuatuSchedule *a, const GuatuSchedule *b)
{
  for (guint row = 0; row < a->n_tasks; row++)
    if (a->start[row] != b->start[row] || a->finish[row] != b->finish[row])
      return FALSE;

  return TRUE;
}

/* Leaves out what links see to by themselves, as long as the dates are the same. */
static gboolean
leave_out_driven (Backward *self, GError **error)
{
  GuatuBackwardPlan *result = self->result;
  g_autofree gboolean *driven = g_new0 (gboolean, MAX (self->now->n_tasks, 1));
  g_autoptr(GArray) fewer = NULL;
  g_autoptr(GuatuSchedule) schedule = NULL;

  for (gint32 row = 0; (guint) row < self->now->n_tasks; row++)
    driven[row] = guatu_plan_id (self->plan, GUATU_TABLE_TASK, row) != 0
                  && guatu_schedule_driver (result->schedule, row).kind == GUATU_DRIVER_LINK;
  fewer = find_edits (self, driven);
  schedule = with_edits (self, fewer, error);
  if (schedule == NULL)
    return FALSE;

  if (same_dates (schedule, result->schedule))
    {
      g_array_unref (result->edits);
      result->edits = g_steal_pointer (&fewer);
      guatu_schedule_free (result->schedule);
      result->schedule = g_steal_pointer (&schedule);
    }
  return TRUE;
}

/* Asks for what came out too late to be finished that much earlier. FALSE: there is nothing like that. */
static gboolean
ask_earlier (Backward *self)
{
  const GuatuSchedule *late = self->late, *schedule = self->result->schedule;
  gboolean asked = FALSE;

  for (gint32 row = 0; (guint) row < self->now->n_tasks; row++)
    {
      gint64 over;

      if (!self->scope->holds[row] || is_finished (self, row)
          || between (self->plan, row, late->late_finish[row], late->early_finish[row]) > 0)
        continue;
      over = between (self->plan, row, late->late_finish[row], schedule->finish[row]);
      if (over <= 0)
        continue;
      self->caps[row] = sooner (self->plan, row, late->late_finish[row], over);
      asked = TRUE;
    }

  return asked;
}

static gboolean
plan_backward (Backward *self, GError **error)
{
  GuatuBackwardPlan *result = self->result;

  for (guint i = 0; i < N_TRIES; i++)
    {
      g_clear_pointer (&self->late, guatu_schedule_free);
      g_clear_pointer (&result->edits, g_array_unref);
      g_clear_pointer (&result->schedule, guatu_schedule_free);
      self->late = count_back (self, result->ask.finish, FALSE, FALSE, error);
      if (self->late == NULL)
        return FALSE;
      result->edits = find_edits (self, NULL);
      result->schedule = with_edits (self, result->edits, error);
      if (result->schedule == NULL)
        return FALSE;
      if (!ask_earlier (self))
        break;
    }

  return leave_out_driven (self, error);
}

/* What comes of it ------------------------------------------------------------------------------------------- */

/* A summary whose dates are set by hand may end after all that is in it. */
static GuatuInstant
last_finish (const GuatuBackwardScope *scope, const GuatuSchedule *schedule)
{
  return scope->task >= 0 ? schedule->finish[scope->task] : schedule->plan_finish;
}

static gint32
last_manual_summary (const Backward *self)
{
  guint n;
  const gint32 *outline = guatu_plan_outline (self->plan, &n);
  gint32 last = -1;

  for (guint i = 0; i < n; i++)
    if (guatu_plan_is_summary (self->plan, outline[i]) && self->scope->n_in[outline[i]] > 0
        && guatu_plan_task (self->plan, outline[i])->mode == GUATU_MODE_MANUAL
        && (last < 0 || self->late->finish[outline[i]] > self->late->finish[last]))
      last = outline[i];

  return last;
}

static const GuatuWorktime *
scope_worktime (const Backward *self)
{
  return self->scope->task >= 0 ? guatu_plan_task_worktime (self->plan, self->scope->task)
                                : guatu_plan_worktime (self->plan, -1);
}

/* From the task that ends last back to where it all begins. */
static void
find_chain (Backward *self)
{
  GuatuInstant *finishes = self->late->early_finish;
  gint32 row = guatu_backward_scope_last_leaf (self->scope, self->scope->task, finishes);

  if (row >= 0 && finishes[row] <= self->result->ask.finish)
    {
      row = last_manual_summary (self);
      if (row >= 0)
        g_array_append_val (self->result->chain, row);
      return;
    }
  for (guint step = 0; row >= 0 && step < self->now->n_tasks && !is_finished (self, row); step++)
    {
      GuatuDriver driver = guatu_schedule_driver (self->late, row);

      g_array_prepend_val (self->result->chain, row);
      if (driver.kind != GUATU_DRIVER_LINK || driver.task < 0)
        break;
      row = driver.task;
      if (guatu_plan_is_summary (self->plan, row))
        row = guatu_backward_scope_last_leaf (self->scope, row, finishes);
    }
}

static void
sum_up (Backward *self)
{
  GuatuBackwardPlan *result = self->result;

  result->reached = MAX (last_finish (self->scope, result->schedule), last_finish (self->scope, self->late));
  if (result->reached > result->ask.finish)
    result->lacking = guatu_worktime_work (scope_worktime (self), result->ask.finish, result->reached);
  if (result->lacking > 0)
    find_chain (self);
}

/* The task outside that keeps each from being later; -1: none does. */
static gboolean
find_holders (const Backward *self, gint32 *holders, GError **error)
{
  const GuatuLink *links = guatu_plan_links (self->plan);
  guint n = guatu_plan_n_rows (self->plan, GUATU_TABLE_LINK);
  g_autoptr(GuatuSchedule) alone = NULL;

  for (guint row = 0; row < self->now->n_tasks; row++)
    holders[row] = -1;

  for (guint i = 0; i < n; i++)
    {
      gint32 row;

      if (links[i].id == 0 || !guatu_backward_scope_is_left_by (self->scope, &links[i]))
        continue;
      if (alone == NULL && (alone = count_back (self, self->result->ask.finish, FALSE, TRUE, error)) == NULL)
        return FALSE;
      row = guatu_backward_scope_last_leaf (self->scope, links[i].predecessor, self->late->late_finish);
      if (row >= 0 && between (self->plan, row, self->late->late_finish[row], alone->late_finish[row]) > 0)
        holders[row] = links[i].successor;
    }

  return TRUE;
}

/* FALSE where there is nothing to say of the task. */
static gboolean
find_note (const Backward *self, const gint32 *holders, GuatuBackwardTask *task)
{
  gint32 row = task->task;
  GuatuInstant finish = MAX (task->finish, self->late->early_finish[row]);

  task->other = -1;
  task->note = self->scope->holds[row] ? GUATU_BACKWARD_MOVES : GUATU_BACKWARD_OUTSIDE;
  if (!self->scope->holds[row] || has_begun (self, row))
    return task->start != task->start_now || task->finish != task->finish_now;

  task->lacking = MAX (between (self->plan, row, task->must_finish, finish), 0);
  if (task->lacking > 0)
    task->note = GUATU_BACKWARD_LATE;
  else if (self->releases[row] && is_stopped (self, self->late, row))
    task->note = GUATU_BACKWARD_RELEASED;
  else if (!is_movable (self, row) && between (self->plan, row, task->start, task->must_start) > 0)
    task->note = GUATU_BACKWARD_KEPT;
  else if (holders[row] >= 0)
    {
      task->note = GUATU_BACKWARD_HELD;
      task->other = holders[row];
    }

  return task->note != GUATU_BACKWARD_MOVES || task->start != task->start_now || task->finish != task->finish_now;
}

static gint
compare_notes (gconstpointer a, gconstpointer b, gpointer data)
{
  const GuatuBackwardTask *one = a, *other = b;

  if (one->note != other->note)
    return one->note < other->note ? -1 : 1;

  return (gint) guatu_plan_task_place (data, one->task) - (gint) guatu_plan_task_place (data, other->task);
}

static void
count_task (Backward *self, const GuatuBackwardTask *task)
{
  GuatuBackwardPlan *result = self->result;

  if (task->note == GUATU_BACKWARD_LATE)
    result->n_late++;
  if (!self->scope->holds[task->task])
    return;
  if (task->start > task->start_now || (task->start == task->start_now && task->finish > task->finish_now))
    result->n_later++;
  else if (task->start < task->start_now || task->finish < task->finish_now)
    result->n_earlier++;
  if (is_movable (self, task->task) && !self->releases[task->task] && is_stopped (self, self->late, task->task))
    result->n_stopped++;
}

static gboolean
tell (Backward *self, GError **error)
{
  GuatuBackwardPlan *result = self->result;
  g_autofree gint32 *holders = g_new (gint32, MAX (self->now->n_tasks, 1));
  guint n;
  const gint32 *outline = guatu_plan_outline (self->plan, &n);

  if (!find_holders (self, holders, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      gint32 row = outline[i];
      GuatuBackwardTask task = {
        .task = row,
        .start_now = self->now->start[row],
        .finish_now = self->now->finish[row],
        .start = result->schedule->start[row],
        .finish = result->schedule->finish[row],
        .must_start = self->late->late_start[row],
        .must_finish = self->late->late_finish[row],
      };

      if (guatu_plan_is_summary (self->plan, row) || !guatu_plan_is_active (self->plan, row)
          || !find_note (self, holders, &task))
        continue;
      task.moved = between (self->plan, row, task.start_now, task.start);
      g_array_append_val (result->tasks, task);
      count_task (self, &task);
    }
  g_array_sort_with_data (result->tasks, compare_notes, (gpointer) self->plan);

  return TRUE;
}

/* In and out -------------------------------------------------------------------------------------------------- */

static gboolean
check (const Backward *self, GError **error)
{
  if (guatu_plan_settings (self->plan)->schedule_from == GUATU_FROM_FINISH)
    {
      g_set_error_literal (error, GUATU_BACKWARD_ERROR, GUATU_BACKWARD_ERROR_FROM_FINISH,
                           _("The plan is scheduled from its finish, so its tasks are as late as they can be already. "
                             "Set the plan’s target finish instead."));
      return FALSE;
    }
  for (gint32 row = 0; (guint) row < self->now->n_tasks; row++)
    if (self->scope->holds[row] && !has_begun (self, row))
      return TRUE;

  g_set_error_literal (error, GUATU_BACKWARD_ERROR, GUATU_BACKWARD_ERROR_NOTHING,
                       _("There is no task here that is still to begin."));
  return FALSE;
}

GuatuBackwardPlan *
guatu_backward_plan_new (const GuatuPlan *plan, const GuatuSchedule *now, const GuatuBackwardAsk *ask, GError **error)
{
  g_autoptr(GuatuBackwardPlan) result = g_new0 (GuatuBackwardPlan, 1);
  g_autoptr(GuatuBackwardScope) scope = NULL;
  g_autofree gboolean *releases = NULL;
  g_autofree GuatuInstant *caps = NULL;
  Backward self = { .plan = plan, .now = now, .result = result };
  gboolean ok;

  g_return_val_if_fail (plan != NULL && now != NULL && ask != NULL && ask->finish != GUATU_NONE, NULL);

  result->ask = *ask;
  result->tasks = g_array_new (FALSE, FALSE, sizeof (GuatuBackwardTask));
  result->chain = g_array_new (FALSE, FALSE, sizeof (gint32));
  self.scope = scope = guatu_backward_scope_new (plan, ask->task);
  self.releases = releases = g_new0 (gboolean, MAX (now->n_tasks, 1));
  self.caps = caps = g_new (GuatuInstant, MAX (now->n_tasks, 1));
  for (guint row = 0; row < now->n_tasks; row++)
    caps[row] = GUATU_NONE;

  ok = check (&self, error) && find_releases (&self, error) && plan_backward (&self, error);
  if (ok)
    {
      sum_up (&self);
      ok = tell (&self, error);
    }
  result->earliest = self.late;

  return ok ? g_steal_pointer (&result) : NULL;
}

void
guatu_backward_plan_free (GuatuBackwardPlan *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->tasks, g_array_unref);
  g_clear_pointer (&self->chain, g_array_unref);
  g_clear_pointer (&self->edits, g_array_unref);
  g_clear_pointer (&self->schedule, guatu_schedule_free);
  g_clear_pointer (&self->earliest, guatu_schedule_free);
  g_free (self);
}

GuatuInstant
guatu_backward_usual_finish (const GuatuPlan *plan, const GuatuSchedule *now, gint32 task)
{
  for (gint32 row = task; row >= 0; row = guatu_plan_task (plan, row)->parent)
    if (guatu_plan_task_number (plan, row, GUATU_TASK_DEADLINE) != GUATU_NONE)
      return guatu_plan_task_number (plan, row, GUATU_TASK_DEADLINE);
  if (guatu_plan_settings (plan)->finish_target != GUATU_NONE)
    return guatu_plan_settings (plan)->finish_target;

  return task >= 0 ? now->finish[task] : now->plan_finish;
}
