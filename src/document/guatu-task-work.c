/* guatu-task-work.c — what an edit of a task, its assignments or links does to work, kept spans and recorded dates. */
#include "guatu-row-edit.h"

/* The task itself ------------------------------------------------------------------------------------------ */

/* What says when a task happens. Where a plan keeps the dates that its file recorded, an edit of one of these
 * lets the task go, else the edit would do nothing. */
static gboolean
changes_dates (const GuatuRowEdit *self)
{
  static const guint fields[] = {
    GUATU_TASK_MODE, GUATU_TASK_MANUAL_START, GUATU_TASK_MANUAL_FINISH, GUATU_TASK_CONSTRAINT,
    GUATU_TASK_CONSTRAINT_DATE, GUATU_TASK_DURATION, GUATU_TASK_DURATION_KIND, GUATU_TASK_ACTUAL_START,
    GUATU_TASK_ACTUAL_FINISH, GUATU_TASK_REMAINING, GUATU_TASK_STOP, GUATU_TASK_RESUME, GUATU_TASK_CALENDAR,
    GUATU_TASK_LEVELLING_DELAY, GUATU_TASK_TYPE, GUATU_TASK_IGNORE_RESOURCE_CALENDARS, GUATU_TASK_SPAN,
    GUATU_TASK_PARENT,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (guatu_row_edit_changes (self, fields[i]))
      return TRUE;

  return FALSE;
}

static gint64
old_number (const GuatuRowEdit *self, guint field)
{
  return guatu_plan_task_number (self->document->plan, self->row, field);
}

/* @amount × @to ÷ @from, rounded; durations are positive. */
static gint64
scale (gint64 amount, gint64 from, gint64 to)
{
  return (gint64) ((double) amount * (double) to / (double) from + 0.5);
}

/* Interruptions stay as long as they are; where the work was spread by hand the span stretches with the duration. */
static void
stretch_span (GuatuRowEdit *self)
{
  gint64 span = guatu_row_edit_number (self, GUATU_TASK_SPAN);
  gint64 before = old_number (self, GUATU_TASK_DURATION);
  gint64 after = guatu_row_edit_number (self, GUATU_TASK_DURATION);
  guint n;

  if (span == GUATU_NONE || guatu_row_edit_is_given (self, GUATU_TASK_SPAN))
    return;

  guatu_plan_referrers (self->document->plan, GUATU_TABLE_TASK_SPLIT, GUATU_TASK_SPLIT_TASK, self->row, &n);
  if (after <= 0 || before <= 0 || guatu_row_edit_number (self, GUATU_TASK_DURATION_KIND) == GUATU_DURATION_ELAPSED)
    span = GUATU_NONE;
  else if (n > 0)
    span = MAX (span + after - before, after);
  else
    span = scale (span, before, after);
  guatu_row_edit_set_number (self, GUATU_TASK_SPAN, span);
}

/* A task that is taken out of the plan keeps the dates that it had (msproject §3.3). */
static void
keep_inactive_dates (GuatuRowEdit *self)
{
  const GuatuSchedule *schedule;

  if (!guatu_row_edit_changes (self, GUATU_TASK_ACTIVE) || guatu_row_edit_number (self, GUATU_TASK_ACTIVE) != 0)
    return;
  /* Not before: within a group it would be computed afresh for each task. */
  schedule = guatu_document_get_schedule (self->document);
  guatu_row_edit_set_number (self, GUATU_TASK_RECORDED_START, schedule->start[self->row]);
  guatu_row_edit_set_number (self, GUATU_TASK_RECORDED_FINISH, schedule->finish[self->row]);
}

void
guatu_row_edit_complete_work (GuatuRowEdit *self)
{
  if (self->table != GUATU_TABLE_TASK || self->row < 0)
    return;

  if (guatu_row_edit_changes (self, GUATU_TASK_DURATION) || guatu_row_edit_changes (self, GUATU_TASK_DURATION_KIND))
    stretch_span (self);
  if (guatu_plan_settings (self->document->plan)->keep_recorded && changes_dates (self) &&
      !guatu_row_edit_is_given (self, GUATU_TASK_RECORDED_START) &&
      !guatu_row_edit_is_given (self, GUATU_TASK_RECORDED_FINISH))
    {
      guatu_row_edit_set_number (self, GUATU_TASK_RECORDED_START, GUATU_NONE);
      guatu_row_edit_set_number (self, GUATU_TASK_RECORDED_FINISH, GUATU_NONE);
    }
  keep_inactive_dates (self);
}

/* Others' rows --------------------------------------------------------------------------------------------- */

static gboolean
update (GuatuDocument *self, GuatuTable table, gint32 row, guint field, gint64 value, GError **error)
{
  const GuatuField *info = guatu_field (table, field);

  return guatu_store_update (self->store, table, guatu_plan_id (self->plan, table, row), field,
                             value == GUATU_NONE ? GUATU_NULL : GUATU_INTEGER (CLAMP (value, info->min, info->max)),
                             error);
}

gboolean
guatu_task_let_go (GuatuDocument *self, gint32 task, GError **error)
{
  if (!guatu_plan_settings (self->plan)->keep_recorded)
    return TRUE;

  return update (self, GUATU_TABLE_TASK, task, GUATU_TASK_RECORDED_START, GUATU_NONE, error) &&
         update (self, GUATU_TABLE_TASK, task, GUATU_TASK_RECORDED_FINISH, GUATU_NONE, error);
}

gboolean
guatu_task_forget_span (GuatuDocument *self, gint32 task, GError **error)
{
  return update (self, GUATU_TABLE_TASK, task, GUATU_TASK_SPAN, GUATU_NONE, error) &&
         guatu_task_let_go (self, task, error);
}

/* Into the file, or, where there is one, into a what-if. */
static gboolean
put_assignment (const GuatuRowEdit *edit, GuatuOverlay *foreseen, gint32 row, guint field, gint64 value, GError **error)
{
  const GuatuField *info = guatu_field (GUATU_TABLE_ASSIGNMENT, field);

  if (foreseen == NULL)
    return update (edit->document, GUATU_TABLE_ASSIGNMENT, row, field, value, error);

  guatu_overlay_set (foreseen, GUATU_TABLE_ASSIGNMENT, row, field,
                     value == GUATU_NONE ? GUATU_NULL : GUATU_INTEGER (CLAMP (value, info->min, info->max)));
  return TRUE;
}

/* The duration of a task that resources drive is edited by way of their work, or of their units where the work is
 * fixed (planning.md, Network: Resources). */
static gboolean
scale_assignment (const GuatuRowEdit *edit, GuatuOverlay *foreseen, gint32 row, gint64 before, gint64 after,
                  GError **error)
{
  static const guint fields[] = { GUATU_ASSIGNMENT_WORK, GUATU_ASSIGNMENT_OVERTIME_WORK };
  const GuatuPlan *plan = edit->document->plan;

  if (guatu_row_edit_number (edit, GUATU_TASK_TYPE) == GUATU_TASK_FIXED_WORK)
    {
      gint64 share = guatu_plan_number (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_SHARE);

      return put_assignment (edit, foreseen, row, GUATU_ASSIGNMENT_SHARE, MAX (scale (share, after, before), 1), error);
    }

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      gint64 work = guatu_plan_number (plan, GUATU_TABLE_ASSIGNMENT, row, fields[i]);

      if (work != GUATU_NONE &&
          !put_assignment (edit, foreseen, row, fields[i], scale (work, before, after), error))
        return FALSE;
    }

  return TRUE;
}

/* What remained of the work was said of the old remaining part; it follows the task's again. */
static gboolean
forget_remaining (const GuatuRowEdit *edit, GuatuOverlay *foreseen, gint32 row, GError **error)
{
  return put_assignment (edit, foreseen, row, GUATU_ASSIGNMENT_REMAINING_WORK, GUATU_NONE, error) &&
         put_assignment (edit, foreseen, row, GUATU_ASSIGNMENT_REMAINING_OVERTIME_WORK, GUATU_NONE, error);
}

static gboolean
put_task_work (const GuatuRowEdit *edit, GuatuOverlay *foreseen, GError **error)
{
  GuatuDocument *self = edit->document;
  gint64 before = old_number (edit, GUATU_TASK_DURATION);
  gint64 after = guatu_row_edit_number (edit, GUATU_TASK_DURATION);
  gboolean scales = before != after && before > 0 && after > 0 &&
                    guatu_row_edit_number (edit, GUATU_TASK_TYPE) != GUATU_TASK_FIXED_DURATION;
  gboolean progresses = guatu_row_edit_changes (edit, GUATU_TASK_REMAINING) || before != after;
  const gint32 *rows;
  guint n;

  if (!scales && !progresses)
    return TRUE;

  rows = guatu_plan_referrers (self->plan, GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_TASK, edit->row, &n);
  for (guint i = 0; i < n; i++)
    {
      if (guatu_plan_number (self->plan, GUATU_TABLE_ASSIGNMENT, rows[i], GUATU_ASSIGNMENT_WORK) == GUATU_NONE)
        continue;
      if ((scales && !scale_assignment (edit, foreseen, rows[i], before, after, error)) ||
          (progresses && !forget_remaining (edit, foreseen, rows[i], error)))
        return FALSE;
    }

  return TRUE;
}

void
guatu_row_edit_foresee_work (const GuatuRowEdit *self, GuatuOverlay *overlay)
{
  g_return_if_fail (self->table == GUATU_TABLE_TASK && self->row >= 0);

  put_task_work (self, overlay, NULL);
}

/* A span that was kept rests on the work as it was. */
static gboolean
write_assignment_work (const GuatuRowEdit *edit, GError **error)
{
  static const guint fields[] = {
    GUATU_ASSIGNMENT_UNIT, GUATU_ASSIGNMENT_PERSON, GUATU_ASSIGNMENT_ROLE, GUATU_ASSIGNMENT_SHARE,
    GUATU_ASSIGNMENT_CONTOUR, GUATU_ASSIGNMENT_WORK, GUATU_ASSIGNMENT_OVERTIME_WORK,
    GUATU_ASSIGNMENT_REMAINING_WORK, GUATU_ASSIGNMENT_REMAINING_OVERTIME_WORK, GUATU_ASSIGNMENT_DELAY,
    GUATU_ASSIGNMENT_LEVELLING_DELAY,
  };
  gint32 task = guatu_row_edit_reference (edit, GUATU_ASSIGNMENT_TASK);
  gboolean touched = FALSE;

  if (task < 0 || guatu_row_edit_number (edit, GUATU_ASSIGNMENT_WORK) == GUATU_NONE)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    touched = touched || guatu_row_edit_changes (edit, fields[i]);

  return !touched || guatu_task_forget_span (edit->document, task, error);
}

gboolean
guatu_row_edit_write_work (const GuatuRowEdit *self, GError **error)
{
  if (self->table == GUATU_TABLE_TASK && self->row >= 0)
    return put_task_work (self, NULL, error);
  if (self->table == GUATU_TABLE_ASSIGNMENT)
    return write_assignment_work (self, error);
  if (self->table == GUATU_TABLE_LINK)
    return guatu_task_let_go (self->document, guatu_row_edit_reference (self, GUATU_LINK_SUCCESSOR), error);

  return TRUE;
}
