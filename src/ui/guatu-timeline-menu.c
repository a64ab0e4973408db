/* guatu-timeline-menu.c — what a press of the other button offers, by what it was on. */
#include "guatu-timeline-private.h"

#include <glib/gi18n.h>

#include "guatu-drag-key-node.h"

static GuatuDocument *
document_of (GuatuTimeline *self)
{
  return guatu_battle_view_get_document (self->view);
}

/* Actions ---------------------------------------------------------------------------------------- */

/* On the task at the place where the menu was asked for, on the day there. */
static void
add_key_node_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  GuatuTimeline *self = GUATU_TIMELINE (widget);
  GuatuInstant t = (GuatuInstant) guatu_timeline_date_at (self, self->asked_at.x);
  GError *error = NULL;
  gint64 id = 0, task;
  guint row;

  if (!guatu_timeline_find_row (self, self->asked_at.y, &row) || (task = guatu_timeline_task_at (self, row)) == 0)
    return;
  if (guatu_key_node_add (document_of (self), task, t, &id, &error))
    guatu_timeline_select_key_node (self, id);
  else
    guatu_timeline_refuse (self, error);
}

static void
remove_marked_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  guatu_timeline_remove_marked (GUATU_TIMELINE (widget));
}

/* The menu's own popover is still on its way out. */
static gboolean
edit_link_later_cb (gpointer data)
{
  guatu_timeline_edit_link (data);

  return G_SOURCE_REMOVE;
}

static void
edit_link_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, edit_link_later_cb, g_object_ref (widget), g_object_unref);
}

static void
link_selected_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  guatu_timeline_link_selected (GUATU_TIMELINE (widget));
}

static void
unlink_selected_cb (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  guatu_timeline_unlink_selected (GUATU_TIMELINE (widget));
}

void
guatu_timeline_class_add_menu (GuatuTimelineClass *class)
{
  static const struct { const char *name; GtkWidgetActionActivateFunc func; } actions[] = {
    { "timeline.add-key-node", add_key_node_cb },
    { "timeline.remove-marked", remove_marked_cb },
    { "timeline.edit-link", edit_link_cb },
    { "timeline.link-selected", link_selected_cb },
    { "timeline.unlink-selected", unlink_selected_cb },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), actions[i].name, NULL, actions[i].func);
}

/* The menu --------------------------------------------------------------------------------------- */

static void
add_items_for_bar (GuatuTimeline *self,
                   GMenu         *menu,
                   gint64         task)
{
  GMenu *selected = g_menu_new ();

  g_menu_append (menu, _("_Edit Task…"), "battle.edit-task");
  g_menu_append (menu, _("Add _Key Node Here"), "timeline.add-key-node");
  if (guatu_battle_view_n_selected (self->view) > 1 && guatu_battle_view_is_selected (self->view, task))
    {
      g_menu_append (selected, _("_Link Selected Tasks"), "timeline.link-selected");
      g_menu_append (selected, _("_Unlink Selected Tasks"), "timeline.unlink-selected");
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (selected));
  g_object_unref (selected);
}

/* What the press is on becomes selected, as with the first button, so that it is seen what is meant. */
static GMenuModel *
make_menu (GuatuTimeline *self,
           double         x,
           double         y)
{
  GuatuHold hold = guatu_timeline_hold_at (self, x, y, 0);
  gint64 link = guatu_timeline_link_at (self, x, y);
  GMenu *menu = g_menu_new ();

  if (hold.grip == GUATU_GRIP_KEY_NODE)
    {
      guatu_timeline_select_key_node (self, hold.key_node);
      g_menu_append (menu, _("_Remove Key Node"), "timeline.remove-marked");
    }
  else if (link != 0)
    {
      guatu_timeline_select_link (self, link);
      g_menu_append (menu, _("_Edit Link…"), "timeline.edit-link");
      g_menu_append (menu, _("_Unlink"), "timeline.remove-marked");
    }
  else if (hold.task != 0 && hold.grip != GUATU_GRIP_NONE)
    {
      guatu_timeline_unmark (self);
      if (!guatu_battle_view_is_selected (self->view, hold.task))
        guatu_battle_view_select (self->view, &hold.task, 1);
      add_items_for_bar (self, menu, hold.task);
    }

  return G_MENU_MODEL (menu);
}

void
guatu_timeline_show_menu (GuatuTimeline *self,
                          double         x,
                          double         y)
{
  g_autoptr(GMenuModel) menu = make_menu (self, x, y);
  const char *reason = guatu_document_get_read_only_reason (document_of (self));
  GtkWidget *popover;

  if (g_menu_model_get_n_items (menu) == 0)
    return;
  if (reason != NULL)
    {
      guatu_timeline_fail (self, reason);
      return;
    }

  self->asked_at = (GuatuPoint) { x, y };
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  guatu_timeline_pop_up (self, popover, self->asked_at);
}
