/* guatu-timeline-links.c — links that are drawn from bar to bar, and those between all that is selected. */
#include "guatu-timeline-private.h"

#include <glib/gi18n.h>

#include "guatu-drag-link.h"

static GuatuDocument *
document_of (GuatuTimeline *self)
{
  return guatu_battle_view_get_document (self->view);
}

/* Drawing one ------------------------------------------------------------------------------------ */

static const char *
say_link (GuatuLinkType type)
{
  return _(guatu_field (GUATU_TABLE_LINK, GUATU_LINK_TYPE)->choices[type].label);
}

/* From the handle, wherever the bar is by now. */
static gboolean
grab (GuatuTimeline  *self,
      GError        **error)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  gint32 task = guatu_plan_find (chart->plan, GUATU_TABLE_TASK, self->hold.task);
  gint32 row = task >= 0 ? chart->rows->places[task] : -1;
  GuatuBox bar;

  /* Of what is folded away it begins where it was. */
  if (row < 0 || !guatu_timeline_find_bar (self, (guint) row, &bar))
    return TRUE;
  self->held_at = guatu_timeline_date_at (self, self->from_finish ? bar.x + bar.width + GUATU_HANDLE_AWAY
                                                                  : bar.x - GUATU_HANDLE_AWAY);
  self->held_y = bar.y + bar.height / 2 + gtk_adjustment_get_value (self->down);

  return TRUE;
}

/* Where the handle is by now: the chart may have moved on under it. */
static GuatuPoint
beginning (GuatuTimeline *self)
{
  return (GuatuPoint) { guatu_timeline_x_of (self, self->held_at),
                        self->held_y - gtk_adjustment_get_value (self->down) };
}

static void
preview (GuatuTimeline   *self,
         GuatuPoint       at,
         GdkModifierType  state)
{
  GuatuPoint to = at;
  gboolean finish;
  gint64 task;

  if (guatu_timeline_find_end (self, at, &task, &finish, &to))
    guatu_drag_ghost_show_link (self->ghost, beginning (self), to,
                                say_link (guatu_drag_link_type (self->from_finish, finish)));
  else
    guatu_drag_ghost_show_link (self->ghost, beginning (self), at, NULL);
}

static gboolean
commit (GuatuTimeline    *self,
        GuatuPoint        at,
        GdkModifierType   state,
        GError          **error)
{
  GuatuPoint place;
  gboolean finish;
  gint64 task;

  return !guatu_timeline_find_end (self, at, &task, &finish, &place)
         || guatu_drag_link (document_of (self), self->hold.task, task,
                             guatu_drag_link_type (self->from_finish, finish), error);
}

const GuatuHand guatu_hand_link = { "crosshair", "crosshair", FALSE, grab, preview, commit };

/* All that is selected --------------------------------------------------------------------------- */

static void
change_selected (GuatuTimeline *self,
                 gboolean     (*change) (GuatuDocument *, const gint64 *, guint, GError **))
{
  g_autoptr(GArray) tasks = guatu_timeline_selected (self);
  GError *error = NULL;

  if (tasks->len < 2)
    guatu_timeline_fail (self, _("Select two or more tasks to link."));
  else if (!change (document_of (self), (const gint64 *) (const void *) tasks->data, tasks->len, &error))
    guatu_timeline_refuse (self, error);
}

void
guatu_timeline_link_selected (GuatuTimeline *self)
{
  g_return_if_fail (GUATU_IS_TIMELINE (self));

  change_selected (self, guatu_document_link_chain);
}

void
guatu_timeline_unlink_selected (GuatuTimeline *self)
{
  g_return_if_fail (GUATU_IS_TIMELINE (self));

  change_selected (self, guatu_tasks_unlink);
}
