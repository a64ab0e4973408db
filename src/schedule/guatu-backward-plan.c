/* guatu-backward-plan.c — what has to be set so that everything is as late as the finish asked for allows. */
#include "guatu-backward-private.h"

#include <glib/gi18n-lib.h>

/* Where two calendars meet, or lags run over days off, what is reckoned back and then forth again may come out later
 * than it began. Then the task has to be asked for earlier; more than a few times is not needed. */
#define N_TRIES 8

G_DEFINE_QUARK (guatu-backward-error-quark, guatu_backward_error)

/* What is given up ----------------------------------------------------------------------------------------- */

static GuatuInstant
stored_finish (const GuatuPlan *plan, gint32 task)
{
  return task >= 0 ? guatu_plan_task_number (plan, task, GUATU_TASK_DEADLINE)
                   : guatu_plan_settings (plan)->finish_target;
}

/* A start that planning backward has put there is the late start which the finish kept so far gives. */
static gboolean
find_releases (GuatuBackward *self, GError **error)
{
  GuatuInstant kept = stored_finish (self->plan, self->scope->task);
  g_autoptr(GuatuSchedule) before = NULL;

  if (kept != GUATU_NONE && !self->result->ask.release)
    {
      before = guatu_backward_count_back (self, kept, TRUE, FALSE, error);
      if (before == NULL)
        return FALSE;
    }

  for (gint32 row = 0; (guint) row < self->now->n_tasks; row++)
    {
      GuatuInstant date;

      if (guatu_plan_id (self->plan, GUATU_TABLE_TASK, row) == 0 || !guatu_backward_is_movable (self, row))
        continue;
      self->releases[row] = self->result->ask.release
                            || (before != NULL && guatu_backward_constraint (self, row, &date) == GUATU_CONSTRAINT_SNET
                                && guatu_backward_between (self->plan, row, date, before->late_start[row]) == 0);
    }

  return TRUE;
}

/* Edits ---------------------------------------------------------------------------------------------------- */

/* What has to be set of the task so that it starts when it must; FALSE: nothing. */
static gboolean
find_edit (const GuatuBackward *self, gint32 row, gboolean driven, GuatuBackwardEdit *edit)
{
  GuatuInstant start = self->late->late_start[row], date;
  GuatuConstraint constraint = guatu_backward_constraint (self, row, &date);

  *edit = (GuatuBackwardEdit) { row, GUATU_CONSTRAINT_SNET, start };
  if (!driven && guatu_backward_between (self->plan, row, self->late->early_start[row], start) > 0)
    return constraint != GUATU_CONSTRAINT_SNET || date != start;

  *edit = (GuatuBackwardEdit) { row, GUATU_CONSTRAINT_ASAP, GUATU_NONE };
  return constraint == GUATU_CONSTRAINT_ALAP || (self->releases[row] && guatu_backward_is_from_on (constraint));
}

/* @driven: by row, whether links will do; %NULL: they are not counted upon. */
static GArray *
find_edits (const GuatuBackward *self, const gboolean *driven)
{
  GArray *edits = g_array_new (FALSE, FALSE, sizeof (GuatuBackwardEdit));
  guint n;
  const gint32 *outline = guatu_plan_outline (self->plan, &n);

  for (guint i = 0; i < n; i++)
    {
      GuatuBackwardEdit edit;

      if (guatu_backward_is_movable (self, outline[i])
          && find_edit (self, outline[i], driven != NULL && driven[outline[i]], &edit))
        g_array_append_val (edits, edit);
    }

  return edits;
}

static GuatuSchedule *
with_edits (const GuatuBackward *self, GArray *edits, GError **error)
{
  g_autoptr(GuatuOverlay) overlay = guatu_overlay_new ();
  GuatuInstant finish = self->result->ask.finish;

  if (self->scope->task >= 0)
    guatu_backward_set (overlay, self->scope->task, GUATU_TASK_DEADLINE, finish);
  else
    guatu_overlay_set (overlay, GUATU_TABLE_PLAN, 0, GUATU_PLAN_FINISH_TARGET, GUATU_INTEGER (finish));
  for (guint i = 0; i < edits->len; i++)
    {
      const GuatuBackwardEdit *edit = &g_array_index (edits, GuatuBackwardEdit, i);

      guatu_backward_set (overlay, edit->task, GUATU_TASK_CONSTRAINT, edit->constraint);
      guatu_backward_set (overlay, edit->task, GUATU_TASK_CONSTRAINT_DATE, edit->date);
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
leave_out_driven (GuatuBackward *self, GError **error)
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

static GuatuInstant
sooner (const GuatuPlan *plan, gint32 row, GuatuInstant t, gint64 work)
{
  if (guatu_plan_task (plan, row)->duration_kind == GUATU_DURATION_ELAPSED)
    return t - work;

  return guatu_worktime_add (guatu_plan_task_worktime (plan, row), t, -work);
}

/* Asks for what came out too late to be finished that much earlier. FALSE: there is nothing like that. */
static gboolean
ask_earlier (GuatuBackward *self)
{
  const GuatuSchedule *late = self->late, *schedule = self->result->schedule;
  gboolean asked = FALSE;

  for (gint32 row = 0; (guint) row < self->now->n_tasks; row++)
    {
      gint64 over;

      if (!self->scope->holds[row] || guatu_backward_is_finished (self, row)
          || guatu_backward_between (self->plan, row, late->late_finish[row], late->early_finish[row]) > 0)
        continue;
      over = guatu_backward_between (self->plan, row, late->late_finish[row], schedule->finish[row]);
      if (over <= 0)
        continue;
      self->caps[row] = sooner (self->plan, row, late->late_finish[row], over);
      asked = TRUE;
    }

  return asked;
}

static gboolean
plan_backward (GuatuBackward *self, GError **error)
{
  GuatuBackwardPlan *result = self->result;

  for (guint i = 0; i < N_TRIES; i++)
    {
      g_clear_pointer (&self->late, guatu_schedule_free);
      g_clear_pointer (&result->edits, g_array_unref);
      g_clear_pointer (&result->schedule, guatu_schedule_free);
      self->late = guatu_backward_count_back (self, result->ask.finish, FALSE, FALSE, error);
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

/* In and out -------------------------------------------------------------------------------------------------- */

static gboolean
check (const GuatuBackward *self, GError **error)
{
  if (guatu_plan_settings (self->plan)->schedule_from == GUATU_FROM_FINISH)
    {
      g_set_error_literal (error, GUATU_BACKWARD_ERROR, GUATU_BACKWARD_ERROR_FROM_FINISH,
                           _("The plan is scheduled from its finish, so its tasks are as late as they can be already. "
                             "Set the plan’s target finish instead."));
      return FALSE;
    }
  for (gint32 row = 0; (guint) row < self->now->n_tasks; row++)
    if (self->scope->holds[row] && !guatu_backward_has_begun (self, row))
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
  GuatuBackward self = { .plan = plan, .now = now, .result = result };
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
      guatu_backward_sum_up (&self);
      ok = guatu_backward_tell (&self, error);
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
