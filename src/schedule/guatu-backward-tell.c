/* guatu-backward-tell.c — what comes of planning backward: whether the finish holds, and what to say of each task. */
#include "guatu-backward-private.h"

/* What comes of it ------------------------------------------------------------------------------------------- */

/* A summary whose dates are set by hand may end after all that is in it. */
static GuatuInstant
last_finish (const GuatuBackwardScope *scope, const GuatuSchedule *schedule)
{
  return scope->task >= 0 ? schedule->finish[scope->task] : schedule->plan_finish;
}

static gint32
last_manual_summary (const GuatuBackward *self)
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
scope_worktime (const GuatuBackward *self)
{
  return self->scope->task >= 0 ? guatu_plan_task_worktime (self->plan, self->scope->task)
                                : guatu_plan_worktime (self->plan, -1);
}

/* From the task that ends last back to where it all begins. */
static void
find_chain (GuatuBackward *self)
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
  for (guint step = 0; row >= 0 && step < self->now->n_tasks && !guatu_backward_is_finished (self, row); step++)
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

void
guatu_backward_sum_up (GuatuBackward *self)
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
find_holders (const GuatuBackward *self, gint32 *holders, GError **error)
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
      if (alone == NULL)
        alone = guatu_backward_count_back (self, self->result->ask.finish, FALSE, TRUE, error);
      if (alone == NULL)
        return FALSE;
      row = guatu_backward_scope_last_leaf (self->scope, links[i].predecessor, self->late->late_finish);
      if (row >= 0
          && guatu_backward_between (self->plan, row, self->late->late_finish[row], alone->late_finish[row]) > 0)
        holders[row] = links[i].successor;
    }

  return TRUE;
}

/* FALSE where there is nothing to say of the task. */
static gboolean
find_note (const GuatuBackward *self, const gint32 *holders, GuatuBackwardTask *task)
{
  gint32 row = task->task;
  GuatuInstant finish = MAX (task->finish, self->late->early_finish[row]);

  task->other = -1;
  task->note = self->scope->holds[row] ? GUATU_BACKWARD_MOVES : GUATU_BACKWARD_OUTSIDE;
  if (!self->scope->holds[row] || guatu_backward_has_begun (self, row))
    return task->start != task->start_now || task->finish != task->finish_now;

  task->lacking = MAX (guatu_backward_between (self->plan, row, task->must_finish, finish), 0);
  if (task->lacking > 0)
    task->note = GUATU_BACKWARD_LATE;
  else if (self->releases[row] && guatu_backward_is_stopped (self, self->late, row))
    task->note = GUATU_BACKWARD_RELEASED;
  else if (!guatu_backward_is_movable (self, row)
           && guatu_backward_between (self->plan, row, task->start, task->must_start) > 0)
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
count_task (GuatuBackward *self, const GuatuBackwardTask *task)
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
  if (guatu_backward_is_movable (self, task->task) && !self->releases[task->task]
      && guatu_backward_is_stopped (self, self->late, task->task))
    result->n_stopped++;
}

gboolean
guatu_backward_tell (GuatuBackward *self, GError **error)
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
      task.moved = guatu_backward_between (self->plan, row, task.start_now, task.start);
      g_array_append_val (result->tasks, task);
      count_task (self, &task);
    }
  g_array_sort_with_data (result->tasks, compare_notes, (gpointer) self->plan);

  return TRUE;
}
