/* guatu-timeline-bars.c — bars that are moved, alone or with all that is selected, and pulled at either end. */
#include "guatu-timeline-private.h"

#include <math.h>

#include "guatu-drag-words.h"

static GuatuDocument *
document_of (GuatuTimeline *self)
{
  return guatu_battle_view_get_document (self->view);
}

/* Of several selected bars all are moved when one of them is; an end is pulled of one alone. */
static gboolean
grab (GuatuTimeline  *self,
      GuatuDragKind   kind,
      GError        **error)
{
  g_autoptr(GArray) selected = guatu_timeline_selected (self);
  gboolean together = kind == GUATU_DRAG_MOVE && guatu_battle_view_is_selected (self->view, self->hold.task);

  g_clear_pointer (&self->bars, guatu_drag_set_free);
  self->bars = guatu_drag_set_new (document_of (self), self->hold.task, (const gint64 *) (const void *) selected->data,
                                   together ? selected->len : 0, kind, error);

  return self->bars != NULL;
}

static gboolean
grab_bar (GuatuTimeline  *self,
          GError        **error)
{
  return grab (self, GUATU_DRAG_MOVE, error);
}

static gboolean
grab_start (GuatuTimeline  *self,
            GError        **error)
{
  return grab (self, GUATU_DRAG_START, error);
}

static gboolean
grab_end (GuatuTimeline  *self,
          GError        **error)
{
  return grab (self, GUATU_DRAG_RESIZE, error);
}

/* The plan is scheduled again only where the bar has come to another day. */
static void
preview (GuatuTimeline   *self,
         GuatuPoint       at,
         GdkModifierType  state)
{
  GuatuSnap snap = (state & GDK_SHIFT_MASK) != 0 ? GUATU_SNAP_HOUR : GUATU_SNAP_DAY;
  gint64 delta = (gint64) round (guatu_timeline_date_at (self, at.x) - self->held_at);
  const gint64 *tasks;
  GuatuSchedule *schedule;
  g_autofree char *label = NULL;
  guint n;

  if (!guatu_drag_set_preview (self->bars, delta, snap) && guatu_drag_ghost_get_schedule (self->ghost) != NULL)
    {
      gtk_widget_queue_draw (GTK_WIDGET (self->ghost));
      return;
    }
  schedule = guatu_drag_set_foresee (self->bars);
  if (schedule == NULL)
    return;

  tasks = guatu_drag_set_get_tasks (self->bars, &n);
  label = guatu_drag_words (guatu_document_get_plan (document_of (self)),
                            guatu_document_get_schedule (document_of (self)), schedule, tasks, n,
                            guatu_drag_set_n_staying (self->bars));
  guatu_drag_ghost_show_bars (self->ghost, schedule, tasks, n, label);
}

static gboolean
commit (GuatuTimeline    *self,
        GuatuPoint        at,
        GdkModifierType   state,
        GError          **error)
{
  /* Whoever moves what is selected goes on with it. */
  if (!guatu_battle_view_is_selected (self->view, self->hold.task))
    guatu_battle_view_select (self->view, &self->hold.task, 1);

  return guatu_drag_set_commit (self->bars, error);
}

const GuatuHand guatu_hand_bar = { NULL, "grabbing", FALSE, grab_bar, preview, commit };
const GuatuHand guatu_hand_start = { "ew-resize", "ew-resize", FALSE, grab_start, preview, commit };
const GuatuHand guatu_hand_end = { "ew-resize", "ew-resize", FALSE, grab_end, preview, commit };
