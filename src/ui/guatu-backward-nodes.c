/* guatu-backward-nodes.c — at which shares of its span what is planned backward gets key nodes. */
#include "guatu-backward-panel-private.h"

#include "guatu-key-node-dates.h"

static const GuatuPlan *
plan_of (GuatuBackwardPanel *self)
{
  return guatu_document_get_plan (guatu_battle_view_get_document (self->view));
}

static void
show_wrong (GuatuBackwardPanel *self,
            const GError       *error)
{
  gtk_label_set_text (self->nodes_wrong, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->nodes_wrong), error != NULL);
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->nodes), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->nodes), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->nodes), GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

void
guatu_backward_panel_read_nodes (GuatuBackwardPanel *self)
{
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&self->shares, g_array_unref);
  self->shares = guatu_key_node_shares (self->task != 0 ? gtk_editable_get_text (GTK_EDITABLE (self->nodes)) : "",
                                        &error);
  show_wrong (self, error);
  gtk_widget_set_sensitive (self->thirds, self->task != 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->nodes), self->task != 0);
}

void
guatu_backward_panel_nodes_cb (GuatuBackwardPanel *self)
{
  if (self->updating || self->view == NULL)
    return;
  guatu_backward_panel_read_nodes (self);
  guatu_backward_panel_recompute (self);
}

void
guatu_backward_panel_thirds_cb (GuatuBackwardPanel *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->nodes), "1/3, 2/3");
  gtk_widget_grab_focus (GTK_WIDGET (self->nodes));
}

void
guatu_backward_panel_find_nodes (GuatuBackwardPanel *self)
{
  const GuatuPlan *plan = plan_of (self);
  g_autoptr(GArray) missing = NULL;

  g_array_set_size (self->new_nodes, 0);
  if (self->back == NULL || self->back->ask.task < 0 || self->shares == NULL)
    return;

  missing = guatu_key_node_new_shares (plan, self->back->ask.task, self->shares);
  for (guint i = 0; i < missing->len; i++)
    {
      gint32 task = self->back->ask.task;
      GuatuBackwardNode node = { .share = g_array_index (missing, gint64, i) };

      node.date = guatu_key_node_date_at (plan, task, self->back->schedule->start[task],
                                          self->back->schedule->finish[task], node.share);
      g_array_append_val (self->new_nodes, node);
    }
}

void
guatu_backward_panel_show_nodes (GuatuBackwardPanel *self)
{
  g_autofree GuatuInstant *dates = g_new (GuatuInstant, MAX (self->new_nodes->len, 1));

  for (guint i = 0; i < self->new_nodes->len; i++)
    dates[i] = g_array_index (self->new_nodes, GuatuBackwardNode, i).date;
  guatu_drag_ghost_add_key_nodes (self->ghost, self->task, dates, self->new_nodes->len);
}
