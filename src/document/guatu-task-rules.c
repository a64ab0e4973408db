/* guatu-task-rules.c — what a task must obey: constraint, mode, actuals, and its place in the tree. */
#include "guatu-row-edit.h"

#include <glib/gi18n-lib.h>

static gint64
number (const GuatuRowEdit *self, guint field)
{
  return guatu_row_edit_number (self, field);
}

static gboolean
given (const GuatuRowEdit *self, guint field)
{
  return guatu_row_edit_is_given (self, field);
}

static gboolean
changes (const GuatuRowEdit *self, guint field)
{
  return guatu_row_edit_changes (self, field);
}

static gboolean
is_empty (const GuatuRowEdit *self, guint field)
{
  return number (self, field) == GUATU_NONE;
}

static void
clear_unless_given (GuatuRowEdit *self, guint field)
{
  if (!given (self, field))
    guatu_row_edit_set_number (self, field, GUATU_NONE);
}

static gboolean
check_place (const GuatuRowEdit *self, GError **error)
{
  const GuatuPlan *plan = self->document->plan;
  gint32 parent = guatu_row_edit_reference (self, GUATU_TASK_PARENT);
  g_autoptr(GuatuOverlay) overlay = NULL;

  /* A new child has no links of its own: it takes its parent's place in the network and closes no cycle. */
  if (self->row < 0 || !changes (self, GUATU_TASK_PARENT))
    return TRUE;

  if (parent == self->row)
    GUATU_REFUSE_ROW (self, error, _("Task %s cannot be put under itself."), title_);
  if (parent >= 0 && guatu_plan_is_ancestor (plan, self->row, parent))
    {
      g_autofree char *parent_title = guatu_plan_task_title (plan, parent);

      GUATU_REFUSE_ROW (self, error, _("Task %s cannot be put under task %s, which is one of its own subtasks."),
                        title_, parent_title);
    }

  overlay = guatu_overlay_new ();
  guatu_overlay_set (overlay, GUATU_TABLE_TASK, self->row, GUATU_TASK_PARENT, self->values[GUATU_TASK_PARENT]);
  return guatu_document_check_network (self->document, overlay, error);
}

/* What a summary has from its subtasks cannot be set on it: the edit would do nothing. */
static gboolean
check_summary (const GuatuRowEdit *self, GError **error)
{
  static const guint rolled_up[] = { GUATU_TASK_DURATION, GUATU_TASK_ACTUAL_START, GUATU_TASK_ACTUAL_FINISH,
                                     GUATU_TASK_REMAINING, GUATU_TASK_STOP, GUATU_TASK_RESUME };
  gint64 constraint = number (self, GUATU_TASK_CONSTRAINT);

  if (self->row < 0 || !guatu_plan_is_summary (self->document->plan, self->row))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (rolled_up); i++)
    if (given (self, rolled_up[i]) && changes (self, rolled_up[i]) && !is_empty (self, rolled_up[i]))
      GUATU_REFUSE_ROW (self, error, _("Task %s has subtasks, and %s follows from them. Change the subtasks instead."),
                        title_, _(guatu_field (GUATU_TABLE_TASK, rolled_up[i])->label));

  if (changes (self, GUATU_TASK_CONSTRAINT) && constraint != GUATU_CONSTRAINT_ASAP &&
      constraint != GUATU_CONSTRAINT_SNET && constraint != GUATU_CONSTRAINT_FNLT)
    GUATU_REFUSE_ROW (self, error, _("Task %s has subtasks; its constraint can only be asap, snet or fnlt. Constrain "
                                     "the subtasks instead."), title_);
  return TRUE;
}

/* A day that was typed for a start means its evening where it comes to bind the finish, and the other way round.
 * The time was the plan's then, not the person's; one that was typed stays. The entry says the new date. */
static void
turn_constraint_date (GuatuRowEdit *self)
{
  const GuatuPlanRow *settings = guatu_plan_settings (self->document->plan);
  int before = self->row >= 0 ? guatu_plan_task (self->document->plan, self->row)->constraint : GUATU_CONSTRAINT_ASAP;
  gboolean was_finish = guatu_constraint_is_finish (before);
  gboolean is_finish = guatu_constraint_is_finish ((int) number (self, GUATU_TASK_CONSTRAINT));
  GuatuInstant midnight = number (self, GUATU_TASK_CONSTRAINT_DATE);

  if (given (self, GUATU_TASK_CONSTRAINT_DATE) || was_finish == is_finish)
    return;

  midnight -= was_finish ? settings->default_finish : settings->default_start;
  if (guatu_instant_daytime (midnight) != 0)
    return;

  guatu_row_edit_set_number (self, GUATU_TASK_CONSTRAINT_DATE,
                             midnight + (is_finish ? settings->default_finish : settings->default_start));
  self->given |= G_GUINT64_CONSTANT (1) << GUATU_TASK_CONSTRAINT_DATE;
}

static gboolean
check_constraint (GuatuRowEdit *self, GError **error)
{
  gint64 constraint = number (self, GUATU_TASK_CONSTRAINT);
  gboolean is_dated = constraint != GUATU_CONSTRAINT_ASAP && constraint != GUATU_CONSTRAINT_ALAP;
  gboolean has_date = !is_empty (self, GUATU_TASK_CONSTRAINT_DATE);

  if (!given (self, GUATU_TASK_CONSTRAINT) && !given (self, GUATU_TASK_CONSTRAINT_DATE))
    return TRUE;

  if (is_dated && !has_date)
    GUATU_REFUSE_ROW (self, error, _("Task %s: the constraint “%s” needs a date. Set constraint_date as well, or "
                                     "constraint=asap to have none."),
                      title_, _(guatu_field (GUATU_TABLE_TASK, GUATU_TASK_CONSTRAINT)->choices[constraint].label));
  if (!is_dated && has_date && given (self, GUATU_TASK_CONSTRAINT_DATE))
    GUATU_REFUSE_ROW (self, error, _("Task %s: the constraint “%s” takes no date. Set constraint as well, for example "
                                     "constraint=snet."),
                      title_, _(guatu_field (GUATU_TABLE_TASK, GUATU_TASK_CONSTRAINT)->choices[constraint].label));
  if (is_dated)
    turn_constraint_date (self);
  else
    guatu_row_edit_set_number (self, GUATU_TASK_CONSTRAINT_DATE, GUATU_NONE);
  return TRUE;
}

/* Gives a task that becomes manual the dates it has now, where none were typed. */
static void
fill_manual_dates (GuatuRowEdit *self)
{
  GuatuDocument *document = self->document;
  gboolean becomes = changes (self, GUATU_TASK_MODE);
  gboolean is_new = self->row < 0;
  gint64 start = number (self, GUATU_TASK_MANUAL_START);
  gint64 finish = number (self, GUATU_TASK_MANUAL_FINISH);

  if (becomes && !given (self, GUATU_TASK_MANUAL_START))
    start = GUATU_NONE;
  if (becomes && !given (self, GUATU_TASK_MANUAL_FINISH))
    finish = GUATU_NONE;

  if (start == GUATU_NONE && finish == GUATU_NONE && !is_new)
    {
      const GuatuSchedule *schedule = guatu_document_get_schedule (document);

      start = schedule->start[self->row];
      finish = schedule->finish[self->row];
    }
  if (start == GUATU_NONE && finish != GUATU_NONE)
    start = guatu_row_edit_add_time (self, finish, -number (self, GUATU_TASK_DURATION));
  if (start == GUATU_NONE)
    start = guatu_worktime_next (guatu_row_edit_worktime (self), guatu_plan_settings (document->plan)->start);
  if (finish == GUATU_NONE)
    finish = guatu_row_edit_add_time (self, start, number (self, GUATU_TASK_DURATION));

  guatu_row_edit_set_number (self, GUATU_TASK_MANUAL_START, start);
  guatu_row_edit_set_number (self, GUATU_TASK_MANUAL_FINISH, finish);
}

static gboolean
check_mode (GuatuRowEdit *self, GError **error)
{
  gboolean typed = given (self, GUATU_TASK_MANUAL_START) || given (self, GUATU_TASK_MANUAL_FINISH);

  if (!given (self, GUATU_TASK_MODE) && !typed)
    return TRUE;

  if (number (self, GUATU_TASK_MODE) == GUATU_MODE_MANUAL)
    {
      if (changes (self, GUATU_TASK_MODE) || typed)
        fill_manual_dates (self);
      if (number (self, GUATU_TASK_MANUAL_START) > number (self, GUATU_TASK_MANUAL_FINISH))
        GUATU_REFUSE_ROW (self, error, _("Task %s would finish before it starts. Set manual_start and manual_finish "
                                         "together."), title_);
      return TRUE;
    }

  if ((given (self, GUATU_TASK_MANUAL_START) && !is_empty (self, GUATU_TASK_MANUAL_START)) ||
      (given (self, GUATU_TASK_MANUAL_FINISH) && !is_empty (self, GUATU_TASK_MANUAL_FINISH)))
    GUATU_REFUSE_ROW (self, error, _("Task %s is scheduled automatically, and typed dates would not count. Set "
                                     "mode=manual as well."), title_);
  if (changes (self, GUATU_TASK_MODE))
    {
      guatu_row_edit_set_number (self, GUATU_TASK_MANUAL_START, GUATU_NONE);
      guatu_row_edit_set_number (self, GUATU_TASK_MANUAL_FINISH, GUATU_NONE);
    }
  return TRUE;
}

/* A finish without a start starts as scheduled; it leaves nothing to do. */
static void
complete_finish (GuatuRowEdit *self)
{
  gint64 finish = number (self, GUATU_TASK_ACTUAL_FINISH);

  if (is_empty (self, GUATU_TASK_ACTUAL_START) && !given (self, GUATU_TASK_ACTUAL_START) && self->row >= 0)
    guatu_row_edit_set_number (self, GUATU_TASK_ACTUAL_START,
                               MIN (finish, guatu_document_get_schedule (self->document)->start[self->row]));
  if (!given (self, GUATU_TASK_REMAINING))
    guatu_row_edit_set_number (self, GUATU_TASK_REMAINING, 0);
  clear_unless_given (self, GUATU_TASK_STOP);
  clear_unless_given (self, GUATU_TASK_RESUME);
}

/* What follows from a changed start, remaining duration or duration of a task that is being worked on. */
static void
complete_progress (GuatuRowEdit *self)
{
  gint64 remaining = number (self, GUATU_TASK_REMAINING);

  /* What is done stays done: a longer task has more to do. */
  if (self->row >= 0 && changes (self, GUATU_TASK_DURATION) && !given (self, GUATU_TASK_REMAINING) &&
      remaining != GUATU_NONE)
    {
      remaining += number (self, GUATU_TASK_DURATION) -
                   guatu_plan_task_number (self->document->plan, self->row, GUATU_TASK_DURATION);
      guatu_row_edit_set_number (self, GUATU_TASK_REMAINING, MAX (remaining, 0));
    }

  if ((changes (self, GUATU_TASK_ACTUAL_START) ||
       (given (self, GUATU_TASK_REMAINING) && changes (self, GUATU_TASK_REMAINING))) &&
      !given (self, GUATU_TASK_STOP) && !given (self, GUATU_TASK_RESUME))
    {
      guatu_row_edit_place_stop (self);
      /* A start alone is no progress. */
      if (given (self, GUATU_TASK_REMAINING))
        guatu_row_edit_move_parts (self);
    }
}

static void
complete_actuals (GuatuRowEdit *self)
{
  gboolean finish_changes = changes (self, GUATU_TASK_ACTUAL_FINISH);

  if (finish_changes && !is_empty (self, GUATU_TASK_ACTUAL_FINISH))
    complete_finish (self);
  /* The "nothing left" of a finish that is taken back says nothing any more. */
  else if (finish_changes && number (self, GUATU_TASK_REMAINING) == 0)
    clear_unless_given (self, GUATU_TASK_REMAINING);

  if (is_empty (self, GUATU_TASK_ACTUAL_START) && changes (self, GUATU_TASK_ACTUAL_START))
    {
      clear_unless_given (self, GUATU_TASK_REMAINING);
      clear_unless_given (self, GUATU_TASK_STOP);
      clear_unless_given (self, GUATU_TASK_RESUME);
    }
  else if (!is_empty (self, GUATU_TASK_ACTUAL_START) && is_empty (self, GUATU_TASK_ACTUAL_FINISH))
    complete_progress (self);
}

static gboolean
check_actuals (GuatuRowEdit *self, GError **error)
{
  static const guint parts[] = { GUATU_TASK_ACTUAL_START, GUATU_TASK_ACTUAL_FINISH, GUATU_TASK_REMAINING,
                                 GUATU_TASK_STOP, GUATU_TASK_RESUME };
  gboolean touched = changes (self, GUATU_TASK_DURATION);
  gint64 start, finish, stop, resume, remaining;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    touched = touched || changes (self, parts[i]);
  if (!touched)
    return TRUE;

  complete_actuals (self);
  start = number (self, GUATU_TASK_ACTUAL_START);
  finish = number (self, GUATU_TASK_ACTUAL_FINISH);
  stop = number (self, GUATU_TASK_STOP);
  resume = number (self, GUATU_TASK_RESUME);
  remaining = number (self, GUATU_TASK_REMAINING);

  /* A duration alone does not make a started task's imported oddities this edit's fault. */
  touched = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    touched = touched || changes (self, parts[i]);
  if (!touched)
    return TRUE;

  if (start == GUATU_NONE && finish != GUATU_NONE)
    GUATU_REFUSE_ROW (self, error, _("Task %s cannot have finished without having started. Set actual_start, or empty "
                                     "actual_finish as well."), title_);
  if (start == GUATU_NONE && (remaining != GUATU_NONE || stop != GUATU_NONE || resume != GUATU_NONE))
    GUATU_REFUSE_ROW (self, error, _("Task %s has not started. Set actual_start as well."), title_);
  if (start != GUATU_NONE && finish != GUATU_NONE && finish < start)
    GUATU_REFUSE_ROW (self, error, _("Task %s would have finished before it started. Change actual_start or "
                                     "actual_finish."), title_);
  if (stop != GUATU_NONE && stop < start)
    GUATU_REFUSE_ROW (self, error, _("Task %s would have been stopped before it started. Change stop or actual_start."),
                      title_);
  if (stop != GUATU_NONE && resume != GUATU_NONE && resume < stop)
    GUATU_REFUSE_ROW (self, error, _("Task %s would be resumed before it was stopped. Change stop or resume."), title_);
  if (finish == GUATU_NONE && remaining != GUATU_NONE && changes (self, GUATU_TASK_REMAINING) &&
      remaining > guatu_row_edit_duration (self))
    GUATU_REFUSE_ROW (self, error, _("Task %s cannot have more left to do than it takes in all. Set duration as well."),
                      title_);
  return TRUE;
}

gboolean
guatu_row_edit_check_task (GuatuRowEdit *self, GError **error)
{
  /* A milestone is added as one. */
  if (self->row < 0 && number (self, GUATU_TASK_KIND) == GUATU_KIND_MILESTONE && !given (self, GUATU_TASK_DURATION))
    guatu_row_edit_set_number (self, GUATU_TASK_DURATION, 0);

  return check_summary (self, error) && check_constraint (self, error) && check_mode (self, error) &&
         check_actuals (self, error) && check_place (self, error);
}
