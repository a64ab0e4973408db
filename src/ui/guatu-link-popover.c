/* guatu-link-popover.c — lets a link be of another type and lag. */
#include "guatu-link-popover.h"

#include <glib/gi18n.h>

#include "guatu-drag-link.h"

/* Of texts, in characters. */
#define WIDTH 32

struct _GuatuLinkPopover
{
  GtkPopover     parent_instance;

  /* Owned */
  GuatuDocument *document;
  gint64         link;

  /* Children */
  GtkWidget     *type;
  GtkWidget     *lag;
  GtkWidget     *error;
};

G_DEFINE_FINAL_TYPE (GuatuLinkPopover, guatu_link_popover, GTK_TYPE_POPOVER)

enum { UNLINK, N_SIGNALS };

static guint signals[N_SIGNALS];

/* What the buttons do ---------------------------------------------------------------------------- */

static void
set_cb (GuatuLinkPopover *self)
{
  GuatuLinkType type = (GuatuLinkType) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->type));
  g_autoptr(GError) error = NULL;

  if (guatu_link_set (self->document, self->link, type, gtk_editable_get_text (GTK_EDITABLE (self->lag)), &error))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  gtk_label_set_text (GTK_LABEL (self->error), error->message);
  gtk_widget_set_visible (self->error, TRUE);
  gtk_widget_add_css_class (self->lag, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->lag), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  gtk_widget_grab_focus (self->lag);
}

static void
unlink_cb (GuatuLinkPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[UNLINK], 0);
}

void
guatu_link_popover_set (GuatuLinkPopover *self,
                        GuatuLinkType     type,
                        const char       *lag)
{
  g_return_if_fail (GUATU_IS_LINK_POPOVER (self));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->type), type);
  gtk_editable_set_text (GTK_EDITABLE (self->lag), lag);
  set_cb (self);
}

/* Building --------------------------------------------------------------------------------------- */

static void
add_line (GtkWidget  *box,
          const char *text,
          GtkWidget  *widget)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), widget);
  gtk_box_append (GTK_BOX (box), line);
}

static GtkWidget *
new_type (GuatuLinkType type)
{
  const GuatuField *info = guatu_field (GUATU_TABLE_LINK, GUATU_LINK_TYPE);
  GtkStringList *labels = gtk_string_list_new (NULL);
  GtkWidget *choice;

  for (const GuatuChoice *one = info->choices; one->name != NULL; one++)
    gtk_string_list_append (labels, _(one->label));
  choice = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), type);

  return choice;
}

static GtkWidget *
new_title (const GuatuPlan *plan,
           const GuatuLink *link)
{
  g_autofree char *text = g_strdup_printf ("%s →\n%s", guatu_plan_task_name (plan, link->predecessor),
                                           guatu_plan_task_name (plan, link->successor));
  GtkWidget *title = gtk_label_new (text);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_tooltip_text (title, text);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (title), WIDTH);

  return title;
}

static void
add_buttons (GuatuLinkPopover *self,
             GtkWidget        *box)
{
  GtkWidget *set = gtk_button_new_with_mnemonic (_("_Set")), *unlink = gtk_button_new_with_mnemonic (_("_Unlink"));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (set, "suggested-action");
  gtk_widget_add_css_class (unlink, "destructive-action");
  gtk_widget_set_hexpand (set, TRUE);
  gtk_widget_set_hexpand (unlink, TRUE);
  g_signal_connect_swapped (set, "clicked", G_CALLBACK (set_cb), self);
  g_signal_connect_swapped (unlink, "clicked", G_CALLBACK (unlink_cb), self);
  gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
  gtk_box_append (GTK_BOX (line), unlink);
  gtk_box_append (GTK_BOX (line), set);
  gtk_box_append (GTK_BOX (box), line);
  gtk_popover_set_default_widget (GTK_POPOVER (self), set);
}

static void
fill (GuatuLinkPopover *self)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_LINK, self->link);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_autofree char *lag = guatu_link_lag_text (plan, row);

  gtk_box_append (GTK_BOX (box), new_title (plan, guatu_plan_link (plan, row)));
  self->type = new_type ((GuatuLinkType) guatu_plan_link (plan, row)->type);
  add_line (box, _("_Type"), self->type);
  self->lag = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->lag), lag);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->lag), 12);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->lag), _("2d or -1w"));
  gtk_entry_set_activates_default (GTK_ENTRY (self->lag), TRUE);
  add_line (box, _("_Lag"), self->lag);

  self->error = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->error, "error");
  gtk_label_set_wrap (GTK_LABEL (self->error), TRUE);
  /* No narrower either: how high it is depends on that. */
  gtk_label_set_width_chars (GTK_LABEL (self->error), WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (self->error), WIDTH);
  gtk_label_set_xalign (GTK_LABEL (self->error), 0);
  gtk_widget_set_visible (self->error, FALSE);
  gtk_box_append (GTK_BOX (box), self->error);
  add_buttons (self, box);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

static void
guatu_link_popover_dispose (GObject *object)
{
  GuatuLinkPopover *self = GUATU_LINK_POPOVER (object);

  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_link_popover_parent_class)->dispose (object);
}

static void
guatu_link_popover_class_init (GuatuLinkPopoverClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_link_popover_dispose;

  signals[UNLINK] = g_signal_new ("unlink", GUATU_TYPE_LINK_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
guatu_link_popover_init (GuatuLinkPopover *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Link"), -1);
}

GtkWidget *
guatu_link_popover_new (GuatuDocument *document,
                        gint64         link)
{
  GuatuLinkPopover *self = g_object_new (GUATU_TYPE_LINK_POPOVER, NULL);

  self->document = g_object_ref (document);
  self->link = link;
  fill (self);

  return GTK_WIDGET (self);
}
