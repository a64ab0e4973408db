/* guatu-key-node-page-actions.c — what is done to the key nodes that are selected, and how another one is added. */
#include "guatu-key-node-page-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-chooser.h"
#include "guatu-desk-page.h"
#include "guatu-key-node-form.h"

static const GuatuPlan *
plan_of (GuatuKeyNodePage *self)
{
  return guatu_document_get_plan (self->document);
}

gboolean
guatu_key_node_page_any_open (GuatuKeyNodePage *self,
                              GArray           *selected)
{
  for (guint i = 0; i < selected->len; i++)
    {
      gint32 row = guatu_plan_find (plan_of (self), GUATU_TABLE_KEY_NODE, g_array_index (selected, gint64, i));

      if (row >= 0 && guatu_plan_number (plan_of (self), GUATU_TABLE_KEY_NODE, row,
                                         GUATU_KEY_NODE_DONE_ON) == GUATU_NONE)
        return TRUE;
    }

  return FALSE;
}

void
guatu_key_node_page_update_actions (GuatuKeyNodePage *self)
{
  g_autoptr(GArray) selected = guatu_plain_table_get_selected (GUATU_PLAIN_TABLE (self->table));
  gboolean writable = guatu_document_get_read_only_reason (self->document) == NULL;
  gboolean open = selected->len == 0 || guatu_key_node_page_any_open (self, selected);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "nodes.add",
                                 writable && guatu_plan_n_live (plan_of (self), GUATU_TABLE_TASK) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "nodes.edit", writable && selected->len == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "nodes.reach", writable && selected->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "nodes.remove", writable && selected->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "nodes.go", selected->len == 1);
  gtk_button_set_label (GTK_BUTTON (self->reach), open ? _("Mark _Reached") : _("Mark as _Open"));
}

/* Ids grow with time. */
gint64
guatu_key_node_page_newest (GuatuKeyNodePage *self)
{
  const GuatuKeyNode *nodes = guatu_plan_rows (plan_of (self), GUATU_TABLE_KEY_NODE);
  gint64 id = 0;

  for (guint i = 0; i < guatu_plan_n_rows (plan_of (self), GUATU_TABLE_KEY_NODE); i++)
    id = MAX (id, nodes[i].id);

  return id;
}

/* Actions -------------------------------------------------------------------------------------------- */

static GArray *
selected_of (GuatuKeyNodePage *self)
{
  return guatu_plain_table_get_selected (GUATU_PLAIN_TABLE (self->table));
}

static const gint64 *
ids_in (GArray *selected)
{
  return (const gint64 *) (gpointer) selected->data;
}

static void
show_form (GuatuKeyNodePage *self,
           gint64            task,
           gint64            node,
           GtkWidget        *at)
{
  GtkWidget *form = guatu_key_node_form_new (self->document, task, node);

  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), GTK_WIDGET (self), at);
}

static void
task_chosen_cb (GuatuKeyNodePage *self,
                guint             table,
                gint64            task,
                GtkWidget        *chooser)
{
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (chooser, GTK_TYPE_POPOVER)));
  self->before = MAX (guatu_key_node_page_newest (self), 1);
  show_form (self, task, 0, self->add);
}

/* First of which task, then what it is. */
static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  GuatuKeyNodePage *self = GUATU_KEY_NODE_PAGE (widget);
  GtkWidget *popover = guatu_form_popover_new (_("Key node of which task?"));
  GtkWidget *chooser = guatu_chooser_new (_("Task"));

  guatu_chooser_add_rows (GUATU_CHOOSER (chooser), plan_of (self), GUATU_TABLE_TASK);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (task_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chooser, "given-up", G_CALLBACK (gtk_popover_popdown), popover, G_CONNECT_SWAPPED);
  guatu_form_popover_add (GUATU_FORM_POPOVER (popover), chooser);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (popover), widget, self->add);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GuatuKeyNodePage *self = GUATU_KEY_NODE_PAGE (widget);
  g_autoptr(GArray) selected = selected_of (self);

  if (selected->len == 1)
    show_form (self, 0, g_array_index (selected, gint64, 0), self->edit);
}

/* On the day on which they are looked at; where all are reached, they are open again. */
static void
reach_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  GuatuKeyNodePage *self = GUATU_KEY_NODE_PAGE (widget);
  g_autoptr(GArray) selected = selected_of (self);
  GuatuInstant finish = self->day + guatu_plan_settings (plan_of (self))->default_finish;
  GuatuInstant on = guatu_key_node_page_any_open (self, selected) ? finish : GUATU_NONE;
  g_autoptr(GError) error = NULL;

  if (selected->len > 0
      && !guatu_document_reach_key_nodes (self->document, ids_in (selected), selected->len, on, &error))
    guatu_desk_page_fail (self, error);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GuatuKeyNodePage *self = GUATU_KEY_NODE_PAGE (widget);
  g_autoptr(GArray) selected = selected_of (self);
  g_autofree char *what = g_strdup_printf (ngettext ("Removed %u key node", "Removed %u key nodes", selected->len),
                                           selected->len);
  g_autoptr(GError) error = NULL;

  if (selected->len == 0)
    return;
  if (guatu_document_remove_rows (self->document, GUATU_TABLE_KEY_NODE, "key-nodes-remove", ids_in (selected),
                                  selected->len, &error))
    guatu_desk_page_removed (self, what);
  else
    guatu_desk_page_fail (self, error);
}

void
guatu_key_node_page_go (GuatuKeyNodePage *self,
                        gint64            id)
{
  gint32 row = guatu_plan_find (plan_of (self), GUATU_TABLE_KEY_NODE, id);

  if (row >= 0)
    guatu_desk_page_go (self, "task",
                        guatu_plan_id (plan_of (self), GUATU_TABLE_TASK,
                                       (gint32) guatu_plan_number (plan_of (self), GUATU_TABLE_KEY_NODE, row,
                                                                   GUATU_KEY_NODE_TASK)));
}

static void
go_cb (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  g_autoptr(GArray) selected = selected_of (GUATU_KEY_NODE_PAGE (widget));

  if (selected->len == 1)
    guatu_key_node_page_go (GUATU_KEY_NODE_PAGE (widget), g_array_index (selected, gint64, 0));
}

void
guatu_key_node_page_install_actions (GtkWidgetClass *widget_class)
{
  static const GuatuDeskPageAction actions[] = {
    { "nodes.add", add_cb, GDK_KEY_Insert, 0 },
    { "nodes.edit", edit_cb, GDK_KEY_F2, 0 },
    { "nodes.reach", reach_cb, GDK_KEY_r, GDK_CONTROL_MASK },
    { "nodes.remove", remove_cb, GDK_KEY_Delete, 0 },
    { "nodes.go", go_cb, GDK_KEY_Return, GDK_CONTROL_MASK },
  };

  guatu_desk_page_install_actions (widget_class, actions, G_N_ELEMENTS (actions));
}
