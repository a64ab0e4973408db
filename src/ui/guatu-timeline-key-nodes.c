/* guatu-timeline-key-nodes.c — key nodes that are dragged along their bars. */
#include "guatu-timeline-private.h"

#include <math.h>

#include "guatu-drag-key-node.h"
#include "guatu-drag-words.h"

static GuatuDocument *
document_of (GuatuTimeline *self)
{
  return guatu_battle_view_get_document (self->view);
}

static gboolean
grab (GuatuTimeline  *self,
      GError        **error)
{
  self->from = self->to = guatu_key_node_when (document_of (self), self->hold.key_node);

  return guatu_key_node_check (document_of (self), self->hold.key_node, error);
}

static void
preview (GuatuTimeline   *self,
         GuatuPoint       at,
         GdkModifierType  state)
{
  const GuatuPlan *plan = guatu_document_get_plan (document_of (self));
  gint64 delta = (gint64) round (guatu_timeline_date_at (self, at.x) - self->held_at);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_KEY_NODE, self->hold.key_node);
  const GuatuKeyNode *nodes = guatu_plan_rows (plan, GUATU_TABLE_KEY_NODE);
  g_autofree char *date = NULL, *label = NULL;

  if (row < 0)
    return;

  self->to = guatu_key_node_snap (document_of (self), self->hold.key_node, delta,
                                  (state & GDK_SHIFT_MASK) != 0 ? GUATU_SNAP_HOUR : GUATU_SNAP_DAY);
  date = guatu_drag_words_finish (plan, self->to);
  label = g_strdup_printf ("%s · %s", guatu_plan_text (plan, nodes[row].name), date);
  guatu_drag_ghost_show_key_node (self->ghost, self->hold.task, self->to, label);
}

static gboolean
commit (GuatuTimeline    *self,
        GuatuPoint        at,
        GdkModifierType   state,
        GError          **error)
{
  guatu_timeline_select_key_node (self, self->hold.key_node);

  return guatu_key_node_move (document_of (self), self->hold.key_node, self->to, error);
}

const GuatuHand guatu_hand_key_node = { "ew-resize", "grabbing", FALSE, grab, preview, commit };
