/* guatu-timeline-menu.c — what a press of the other button offers, by what it was on. */
#include "guatu-timeline-private.h"

#include <glib/gi18n.h>

#include "guatu-drag-key-node.h"
#include "guatu-drag-progress.h"
#include "guatu-menu.h"
#include "guatu-report-form.h"
#include "guatu-task-edit.h"

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

/* As of the day of which progress is reported; a second time it is not reached after all. */
static void
reach_key_node_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  GuatuTimeline *self = GUATU_TIMELINE (widget);
  GError *error = NULL;

  if (!guatu_key_node_toggle (document_of (self), self->key_node,
                              guatu_drag_progress_day (document_of (self), guatu_today ()), &error))
    guatu_timeline_refuse (self, error);
}

void
guatu_timeline_class_add_menu (GuatuTimelineClass *class)
{
  static const struct { const char *name; GtkWidgetActionActivateFunc func; } actions[] = {
    { "timeline.add-key-node", add_key_node_cb },
    { "timeline.remove-marked", remove_marked_cb },
    { "timeline.edit-link", edit_link_cb },
    { "timeline.reach-key-node", reach_key_node_cb },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), actions[i].name, NULL, actions[i].func);
}

/* The menu --------------------------------------------------------------------------------------- */

static void
add_items_for_bar (GuatuTimeline *self,
                   GMenu         *menu)
{
  static const GuatuMenuItem task[] = {
    { N_("_Edit Task…"), "battle.edit-task", "<Alt>Return" }, { N_("_Report Progress…"), "battle.report", "<Control>r" },
    { N_("Add Key _Node Here"), "timeline.add-key-node" },
    { N_("Put on a Led_ger…"), "battle.put-on-ledger", "<Control>t" },
  };
  static const GuatuMenuItem rows[] = {
    { N_("Cu_t"), "rows.cut", "<Control>x" }, { N_("_Copy"), "rows.copy", "<Control>c" },
    { N_("_Paste Below"), "rows.paste", "<Control>v" }, { N_("D_uplicate"), "rows.duplicate", "<Control>d" },
  };
  static const GuatuMenuItem links[] = {
    { N_("_Link Selected Tasks"), "battle.link", "<Control>l" },
    { N_("Unlin_k Selected Tasks"), "battle.unlink", "<Control><Shift>l" },
  };
  static const GuatuMenuItem removing = { N_("_Delete"), "rows.remove", "Delete" };

  guatu_menu_add_section (menu, task, G_N_ELEMENTS (task));
  guatu_menu_add_section (menu, rows, G_N_ELEMENTS (rows));
  if (guatu_battle_view_n_selected (self->view) > 1)
    guatu_menu_add_section (menu, links, G_N_ELEMENTS (links));
  guatu_menu_add_section (menu, &removing, 1);
}

static void
add_items_for_key_node (GuatuTimeline *self,
                        GMenu         *menu,
                        gint64         key_node)
{
  const GuatuPlan *plan = guatu_document_get_plan (document_of (self));
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_KEY_NODE, key_node);
  gboolean reached = guatu_plan_number (plan, GUATU_TABLE_KEY_NODE, row, GUATU_KEY_NODE_DONE_ON) != GUATU_NONE;
  const GuatuMenuItem items[] = {
    { reached ? N_("Mark as _Not Reached") : N_("Mark as _Reached"), "timeline.reach-key-node" },
    { N_("_Delete Key Node"), "timeline.remove-marked", "Delete" },
  };

  guatu_menu_add_section (menu, items, G_N_ELEMENTS (items));
}

/* Where there is nothing, what is for all of the map. */
static void
add_items_for_ground (GuatuTimeline *self,
                      GMenu         *menu)
{
  static const GuatuMenuItem rows[] = {
    { N_("_New Task"), "rows.insert", "Insert" }, { N_("_Paste"), "rows.paste", "<Control>v" },
    { N_("Select _All"), "battle.select-all", "<Control>a" },
  };
  static const GuatuMenuItem places[] = {
    { N_("_Fit Plan"), "battle.fit", "<Control>0" }, { N_("Go to _Today"), "battle.today", "<Alt>Home" },
    { N_("Go to _Status Date"), "battle.status-date", "<Alt>End" },
  };
  static const GuatuMenuItem folds[] = {
    { N_("_Expand All"), "battle.unfold-all", "<Alt>plus" }, { N_("_Collapse All"), "battle.fold-all", "<Alt>minus" },
  };

  guatu_menu_add_section (menu, rows, G_N_ELEMENTS (rows));
  guatu_menu_add_section (menu, places, G_N_ELEMENTS (places));
  guatu_menu_add_section (menu, folds, G_N_ELEMENTS (folds));
}

/* What the press is on becomes selected, as with the first button, so that it is seen what is meant. */
static GMenuModel *
make_menu (GuatuTimeline *self,
           double         x,
           double         y)
{
  static const GuatuMenuItem link_items[] = {
    { N_("_Edit Link…"), "timeline.edit-link", "Return" }, { N_("_Unlink"), "timeline.remove-marked", "Delete" },
  };
  GuatuHold hold = guatu_timeline_hold_at (self, x, y, 0);
  gint64 link = guatu_timeline_link_at (self, x, y);
  GMenu *menu = g_menu_new ();

  if (hold.grip == GUATU_GRIP_KEY_NODE)
    {
      guatu_timeline_select_key_node (self, hold.key_node);
      add_items_for_key_node (self, menu, hold.key_node);
    }
  else if (link != 0)
    {
      guatu_timeline_select_link (self, link);
      guatu_menu_add_section (menu, link_items, G_N_ELEMENTS (link_items));
    }
  else if (hold.task != 0 && hold.grip != GUATU_GRIP_NONE)
    {
      guatu_timeline_unmark (self);
      if (!guatu_battle_view_is_selected (self->view, hold.task))
        guatu_battle_view_select (self->view, &hold.task, 1);
      add_items_for_bar (self, menu);
    }
  else
    add_items_for_ground (self, menu);

  return G_MENU_MODEL (menu);
}

void
guatu_timeline_show_menu (GuatuTimeline *self,
                          double         x,
                          double         y)
{
  g_autoptr(GMenuModel) menu = make_menu (self, x, y);
  GtkWidget *popover;

  self->asked_at = (GuatuPoint) { x, y };
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  guatu_timeline_pop_up (self, popover, self->asked_at);
}

/* Reporting -------------------------------------------------------------------------------------- */

/* The form stands at the bar where that is seen, else amid its row. */
void
guatu_timeline_report (GuatuTimeline *self)
{
  g_autoptr(GArray) tasks = guatu_timeline_selected (self);
  GuatuInstant day = guatu_drag_progress_day (document_of (self), guatu_today ());
  gint64 task = tasks->len == 1 ? g_array_index (tasks, gint64, 0) : 0;
  GError *error = NULL;

  g_return_if_fail (GUATU_IS_TIMELINE (self));

  if (task == 0)
    guatu_timeline_fail (self, _("Select one task to report its progress."));
  else if (!guatu_drag_progress_check (document_of (self), task, day, &error))
    guatu_timeline_refuse (self, error);
  else
    guatu_timeline_pop_up (self, guatu_report_form_new (document_of (self), task, 0),
                           guatu_timeline_place_of_task (self, task));
}
