/* guatu-timeline-marked.c — the one link or key node that is selected: taken out, edited, let go of. */
#include "guatu-timeline-private.h"

#include <glib/gi18n.h>

#include "guatu-drag-link.h"
#include "guatu-link-form.h"
#include "guatu-timeline-marks.h"

static GuatuDocument *
document_of (GuatuTimeline *self)
{
  return guatu_battle_view_get_document (self->view);
}

char *
guatu_timeline_describe_marked (GuatuTimeline *self)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  gint32 link = self->link != 0 ? guatu_plan_find (chart->plan, GUATU_TABLE_LINK, self->link) : -1;
  gint32 node = self->key_node != 0 ? guatu_plan_find (chart->plan, GUATU_TABLE_KEY_NODE, self->key_node) : -1;
  g_autofree char *tip = NULL;
  char *plain = NULL;

  if (link >= 0)
    tip = guatu_timeline_link_tip (chart->plan, link);
  else if (node >= 0)
    tip = guatu_timeline_key_node_tip (chart, node);
  if (tip == NULL || !pango_parse_markup (tip, -1, 0, NULL, &plain, NULL, NULL))
    return NULL;

  return plain;
}

static void
mark (GuatuTimeline *self,
      gint64         link,
      gint64         key_node)
{
  gboolean changes = self->link != link || self->key_node != key_node;

  self->link = link;
  self->key_node = key_node;
  if (changes)
    guatu_timeline_speak (self);
  if (self->ghost != NULL)
    guatu_drag_ghost_mark (self->ghost, self->hovered_link, link, key_node);
}

/* What is selected is one thing, or tasks: so a key knows what it is meant for. */
void
guatu_timeline_select_link (GuatuTimeline *self,
                            gint64         link)
{
  guatu_battle_view_select (self->view, NULL, 0);
  mark (self, link, 0);
}

void
guatu_timeline_select_key_node (GuatuTimeline *self,
                                gint64         key_node)
{
  guatu_battle_view_select (self->view, NULL, 0);
  mark (self, 0, key_node);
}

gboolean
guatu_timeline_unmark (GuatuTimeline *self)
{
  gboolean was = self->link != 0 || self->key_node != 0;

  mark (self, 0, 0);

  return was;
}

/* Taking out ------------------------------------------------------------------------------------- */

static void
remove_link (GuatuTimeline *self,
             gint64         link)
{
  const GuatuPlan *plan = guatu_document_get_plan (document_of (self));
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_LINK, link);
  g_autofree char *what = NULL;
  GError *error = NULL;

  if (row >= 0)
    what = g_strdup_printf (_("“%1$s” and “%2$s” are no longer linked"),
                            guatu_plan_task_name (plan, guatu_plan_link (plan, row)->predecessor),
                            guatu_plan_task_name (plan, guatu_plan_link (plan, row)->successor));
  if (guatu_link_remove (document_of (self), link, &error))
    guatu_timeline_say_removed (self, what);
  else
    guatu_timeline_refuse (self, error);
}

static void
remove_key_node (GuatuTimeline *self,
                 gint64         key_node)
{
  const GuatuPlan *plan = guatu_document_get_plan (document_of (self));
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_KEY_NODE, key_node);
  const GuatuKeyNode *nodes = guatu_plan_rows (plan, GUATU_TABLE_KEY_NODE);
  g_autofree char *what = NULL;
  GError *error = NULL;

  if (row >= 0)
    what = g_strdup_printf (_("“%s” was deleted"), guatu_plan_text (plan, nodes[row].name));
  if (guatu_document_remove (document_of (self), GUATU_TABLE_KEY_NODE, key_node, &error))
    guatu_timeline_say_removed (self, what);
  else
    guatu_timeline_refuse (self, error);
}

gboolean
guatu_timeline_remove_marked (GuatuTimeline *self)
{
  gint64 link = self->link, key_node = self->key_node;

  if (!guatu_timeline_unmark (self))
    return FALSE;
  if (link != 0)
    remove_link (self, link);
  else
    remove_key_node (self, key_node);

  return TRUE;
}

/* The form of a link ----------------------------------------------------------------------------- */

/* Once the popover has gone out of sight: it is on the way of its own signal. */
static gboolean
forget_popover_cb (gpointer popover)
{
  gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

static void
closed_cb (GuatuTimeline *self,
           GtkWidget     *popover)
{
  if (self->popover == popover)
    self->popover = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT, forget_popover_cb, g_object_ref (popover), g_object_unref);
}

void
guatu_timeline_pop_up (GuatuTimeline *self,
                       GtkWidget     *popover,
                       GuatuPoint     at)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  self->popover = popover;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  at.x = CLAMP (at.x, 0, gtk_widget_get_width (GTK_WIDGET (self)));
  at.y = CLAMP (at.y, 0, gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { (int) at.x, (int) at.y, 1, 1 });
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
unlink_cb (GuatuTimeline *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  guatu_timeline_remove_marked (self);
}

gboolean
guatu_timeline_edit_link (GuatuTimeline *self)
{
  const GuatuPlan *plan = guatu_document_get_plan (document_of (self));
  const char *reason = guatu_document_get_read_only_reason (document_of (self));
  GtkWidget *popover;

  if (self->link == 0 || guatu_plan_find (plan, GUATU_TABLE_LINK, self->link) < 0)
    return FALSE;
  if (reason != NULL)
    {
      guatu_timeline_fail (self, reason);
      return TRUE;
    }

  popover = guatu_link_form_new (document_of (self), self->link);
  g_signal_connect_object (guatu_link_form_add_unlink (popover), "clicked", G_CALLBACK (unlink_cb), self,
                           G_CONNECT_SWAPPED);
  guatu_timeline_pop_up (self, popover, self->asked_at);

  return TRUE;
}
