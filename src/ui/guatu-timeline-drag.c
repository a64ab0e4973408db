/* guatu-timeline-drag.c — turns a pull at a bar into settings, and those into a what-if or a verb. */
#include "guatu-timeline-drag.h"

#include <glib/gi18n.h>

#include "guatu-drag-snap.h"
#include "guatu-edit-private.h"

/* Days that a step looks for work in: longer than any holiday. */
#define FURTHEST_STEP 400

/* Grabbing --------------------------------------------------------------------------------------- */

gboolean
guatu_drag_grab (GuatuDrag      *self,
                 GuatuDocument  *document,
                 gint64          task,
                 GuatuDragKind   kind,
                 GError        **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  const GuatuSchedule *schedule = guatu_document_get_schedule (document);
  const char *reason = guatu_document_get_read_only_reason (document);
  const char *name;
  gint32 row = guatu_edit_find_task (document, task);

  if (reason != NULL)
    return guatu_edit_refuse (error, "%s", reason);
  if (row < 0)
    return guatu_edit_refuse (error, "%s", _("This task no longer exists."));
  name = guatu_plan_task_name (plan, row);
  if (guatu_plan_is_summary (plan, row))
    return guatu_edit_refuse (error, _("“%s” has subtasks: move those, and its dates follow."), name);
  if (*guatu_plan_task_string (plan, row, GUATU_TASK_EXTERNAL) != '\0')
    return guatu_edit_refuse (error, _("“%s” belongs to another plan, and can only be moved there."), name);
  if (schedule->start[row] == GUATU_NONE || schedule->finish[row] == GUATU_NONE)
    return guatu_edit_refuse (error, _("“%s” has no dates yet."), name);
  if (guatu_plan_task_number (plan, row, GUATU_TASK_ACTUAL_FINISH) != GUATU_NONE)
    return guatu_edit_refuse (error, _("“%s” is finished: its dates are actual dates."), name);
  if (kind != GUATU_DRAG_RESIZE && guatu_plan_task_number (plan, row, GUATU_TASK_ACTUAL_START) != GUATU_NONE)
    return guatu_edit_refuse (error, _("“%s” has started: its start is an actual date. Its end can still be moved."),
                              name);
  if (kind != GUATU_DRAG_MOVE && schedule->start[row] == schedule->finish[row])
    return guatu_edit_refuse (error, _("“%s” is a milestone and takes no time."), name);

  *self = (GuatuDrag) { kind, task, schedule->start[row], schedule->finish[row] };

  return TRUE;
}

/* Previewing ------------------------------------------------------------------------------------- */

static void
put (GuatuDragChange *change,
     guint            field,
     gint64           value)
{
  change->settings[change->n++] = (GuatuSetting) { field, GUATU_INTEGER (value) };
}

static void
move (const GuatuDrag *self,
      const GuatuPlan *plan,
      gint32           row,
      GuatuInstant     start,
      GuatuDragChange *change)
{
  change->start = start;
  change->finish = guatu_drag_add_time (plan, row, start,
                                        guatu_drag_time_between (plan, row, self->start, self->finish));
  if (start == self->start)
    {
      change->finish = self->finish;
      return;
    }
  if (guatu_plan_task (plan, row)->mode == GUATU_MODE_MANUAL)
    {
      put (change, GUATU_TASK_MANUAL_START, start);
      put (change, GUATU_TASK_MANUAL_FINISH, change->finish);
      return;
    }
  put (change, GUATU_TASK_CONSTRAINT, GUATU_CONSTRAINT_SNET);
  put (change, GUATU_TASK_CONSTRAINT_DATE, start);
}

/* What lies in between, an interruption of the work or a late resumption, stays as long as it was. */
static void
resize (const GuatuDrag *self,
        const GuatuPlan *plan,
        gint32           row,
        GuatuInstant     finish,
        GuatuDragChange *change)
{
  const GuatuTask *task = guatu_plan_task (plan, row);

  change->start = self->start;
  change->finish = finish;
  if (finish == self->finish)
    return;
  if (task->mode == GUATU_MODE_MANUAL)
    put (change, GUATU_TASK_MANUAL_FINISH, finish);
  else
    put (change, GUATU_TASK_DURATION,
         MAX (task->duration + guatu_drag_time_between (plan, row, self->finish, finish), GUATU_HOUR));
}

/* The end stays; a start that comes too near to it leaves the smallest piece. */
static void
restart (const GuatuDrag *self,
         const GuatuPlan *plan,
         gint32           row,
         GuatuInstant     start,
         GuatuDragChange *change)
{
  const GuatuTask *task = guatu_plan_task (plan, row);

  change->start = start;
  change->finish = self->finish;
  if (start == self->start)
    return;
  if (task->mode == GUATU_MODE_MANUAL)
    {
      put (change, GUATU_TASK_MANUAL_START, start);
      put (change, GUATU_TASK_MANUAL_FINISH, self->finish);
      return;
    }
  put (change, GUATU_TASK_CONSTRAINT, GUATU_CONSTRAINT_SNET);
  put (change, GUATU_TASK_CONSTRAINT_DATE, start);
  put (change, GUATU_TASK_DURATION,
       MAX (task->duration + guatu_drag_time_between (plan, row, start, self->start), GUATU_HOUR));
}

static void
set_change (const GuatuDrag *self,
            const GuatuPlan *plan,
            gint32           row,
            GuatuInstant     place,
            GuatuDragChange *change)
{
  *change = (GuatuDragChange) { .start = self->start, .finish = self->finish };
  if (self->kind == GUATU_DRAG_MOVE)
    move (self, plan, row, place, change);
  else if (self->kind == GUATU_DRAG_START)
    restart (self, plan, row, place, change);
  else
    resize (self, plan, row, place, change);
}

void
guatu_drag_preview (const GuatuDrag *self,
                    GuatuDocument   *document,
                    gint64           delta,
                    GuatuSnap        snap,
                    GuatuDragChange *change)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 row = guatu_edit_find_task (document, self->task);

  *change = (GuatuDragChange) { .start = self->start, .finish = self->finish };
  if (row >= 0)
    set_change (self, plan, row, guatu_drag_snap (self, plan, row, delta, snap), change);
}

static GuatuInstant
anchor_of (const GuatuDrag *self)
{
  return self->kind == GUATU_DRAG_RESIZE ? self->finish : self->start;
}

void
guatu_drag_step (const GuatuDrag *self,
                 GuatuDocument   *document,
                 int              direction,
                 GuatuDragChange *change)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  GuatuInstant from = anchor_of (self), to = from;
  gint32 row = guatu_edit_find_task (document, self->task);

  *change = (GuatuDragChange) { .start = self->start, .finish = self->finish };
  if (row < 0)
    return;

  /* Over days off: back from a Monday is the Friday. */
  for (int days = 1; days <= FURTHEST_STEP && (to - from) * direction <= 0; days++)
    to = guatu_drag_snap (self, plan, row, days * direction * GUATU_DAY, GUATU_SNAP_DAY);
  if ((to - from) * direction > 0)
    set_change (self, plan, row, to, change);
}

void
guatu_drag_shift (const GuatuDrag *self,
                  GuatuDocument   *document,
                  gint64           days,
                  GuatuDragChange *change)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  GuatuInstant from = anchor_of (self), to = from, other;
  gint32 row = guatu_edit_find_task (document, self->task);

  *change = (GuatuDragChange) { .start = self->start, .finish = self->finish };
  if (row < 0)
    return;

  /* Day by day, as what falls on days off is carried on. */
  for (gint64 offset = 1, gone = 0; gone < ABS (days) && offset < 2 * ABS (days) + FURTHEST_STEP; offset++)
    {
      other = guatu_drag_snap (self, plan, row, (days > 0 ? offset : -offset) * GUATU_DAY, GUATU_SNAP_DAY);
      if (days > 0 ? other > to : other < to)
        {
          to = other;
          gone++;
        }
    }
  set_change (self, plan, row, to, change);
}

void
guatu_drag_hold_at (const GuatuDrag *self,
                    GuatuDocument   *document,
                    GuatuInstant     start,
                    GuatuDragChange *change)
{
  gint32 row = guatu_edit_find_task (document, self->task);

  if (row >= 0)
    set_change (self, guatu_document_get_plan (document), row, start, change);
}

/* Carrying out ----------------------------------------------------------------------------------- */

GuatuSchedule *
guatu_drag_schedule (const GuatuDrag       *self,
                     GuatuDocument         *document,
                     const GuatuDragChange *change)
{
  return guatu_document_what_if_set (document, self->task, change->settings, change->n, NULL);
}

/* A constraint that links or other dates outdo would be written for nothing, and lie in wait. */
gboolean
guatu_drag_check_moves (const GuatuDrag        *self,
                        GuatuDocument          *document,
                        const GuatuDragChange  *change,
                        const GuatuSchedule    *foreseen,
                        GError                **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  g_autofree char *why = NULL;
  gint32 row = guatu_edit_find_task (document, self->task);

  if (self->kind == GUATU_DRAG_RESIZE || change->n == 0 || row < 0 || foreseen->start[row] != self->start)
    return TRUE;

  why = guatu_schedule_why (foreseen, plan, row);
  /* Translators: a task that was dragged, and why that does not move it: “starts 9-26 because …” */
  return guatu_edit_refuse (error, _("“%1$s” stays where it is: %2$s"), guatu_plan_task_name (plan, row), why);
}

gboolean
guatu_drag_commit (const GuatuDrag        *self,
                   GuatuDocument          *document,
                   const GuatuDragChange  *change,
                   GError                **error)
{
  g_autoptr(GuatuSchedule) foreseen = NULL;

  if (change->n == 0)
    return TRUE;
  foreseen = guatu_drag_schedule (self, document, change);
  if (foreseen != NULL && !guatu_drag_check_moves (self, document, change, foreseen, error))
    return FALSE;

  return guatu_document_set (document, GUATU_TABLE_TASK, self->task, change->settings, change->n, error);
}
