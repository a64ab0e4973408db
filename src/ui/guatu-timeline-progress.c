/* guatu-timeline-progress.c — the share done of a bar: pulled on with the pointer, stepped with keys. */
#include "guatu-timeline-private.h"

#include "guatu-drag-progress.h"
#include "guatu-drag-words.h"
#include "guatu-task-edit.h"

/* 1/100 %. */
#define STEP 500
#define FINE_STEP 100

static GuatuDocument *
document_of (GuatuTimeline *self)
{
  return guatu_battle_view_get_document (self->view);
}

static GuatuInstant
day_of_report (GuatuTimeline *self)
{
  return guatu_drag_progress_day (document_of (self), guatu_today ());
}

static gboolean
grab (GuatuTimeline  *self,
      GError        **error)
{
  self->share = guatu_drag_progress_share (document_of (self), self->hold.task);

  return guatu_drag_progress_check (document_of (self), self->hold.task, day_of_report (self), error);
}

static void
preview (GuatuTimeline   *self,
         GuatuPoint       at,
         GdkModifierType  state)
{
  const GuatuPlan *plan = guatu_document_get_plan (document_of (self));
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, self->hold.task);
  g_autofree char *label = NULL;

  if (row < 0)
    return;

  self->share = guatu_drag_progress_at (document_of (self), self->hold.task, guatu_timeline_date_at (self, at.x),
                                        (state & GDK_SHIFT_MASK) != 0 ? FINE_STEP : STEP);
  label = guatu_drag_words_progress (plan, guatu_document_get_schedule (document_of (self)), row, self->share);
  guatu_drag_ghost_show_progress (self->ghost, self->hold.task, self->share, label);
}

static gboolean
commit (GuatuTimeline    *self,
        GuatuPoint        at,
        GdkModifierType   state,
        GError          **error)
{
  guatu_battle_view_select (self->view, &self->hold.task, 1);

  return guatu_drag_progress_commit (document_of (self), self->hold.task, day_of_report (self), self->share, error);
}

const GuatuHand guatu_hand_progress = { "col-resize", "col-resize", FALSE, grab, preview, commit };

gboolean
guatu_timeline_step_progress (GuatuTimeline *self,
                              int            direction)
{
  g_autoptr(GArray) tasks = NULL;
  GError *error = NULL;

  g_return_val_if_fail (GUATU_IS_TIMELINE (self), FALSE);

  tasks = guatu_timeline_selected (self);
  if (tasks->len == 0)
    return FALSE;
  if (!guatu_drag_progress_step_all (document_of (self), (const gint64 *) (const void *) tasks->data, tasks->len,
                                     direction, day_of_report (self), &error))
    guatu_timeline_refuse (self, error);

  return TRUE;
}
