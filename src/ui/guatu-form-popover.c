/* guatu-form-popover.c — puts small forms together, shows them and lets go of them. */
#include "guatu-form-popover.h"

#include <glib/gi18n-lib.h>

struct _GuatuFormPopover
{
  GtkPopover  parent_instance;

  GtkWidget  *box;
  GtkWidget  *error;
  guint       drop_id;
};

G_DEFINE_FINAL_TYPE (GuatuFormPopover, guatu_form_popover, GTK_TYPE_POPOVER)

enum { DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

void
guatu_popover_dismiss (GtkWidget *popover)
{
  /* GTK 4.8 keeps a popover that it was just showing; what is in it must go nevertheless. */
  g_object_ref (popover);
  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_widget_unparent (popover);
  g_object_run_dispose (G_OBJECT (popover));
  g_object_unref (popover);
}

/* Content -------------------------------------------------------------------------------------------- */

void
guatu_form_popover_add (GuatuFormPopover *self,
                        GtkWidget        *widget)
{
  g_return_if_fail (GUATU_IS_FORM_POPOVER (self));

  gtk_box_append (GTK_BOX (self->box), widget);
}

void
guatu_form_popover_ask (GuatuFormPopover *self,
                        const char       *text,
                        GtkWidget        *widget,
                        gboolean          tall)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *box = gtk_box_new (tall ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, tall ? 4 : 12);

  g_return_if_fail (GUATU_IS_FORM_POPOVER (self));

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), widget);
  gtk_box_append (GTK_BOX (self->box), box);
}

static void
clicked_cb (GuatuFormPopover *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

GtkWidget *
guatu_form_popover_add_button (GuatuFormPopover *self,
                               const char       *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_return_val_if_fail (GUATU_IS_FORM_POPOVER (self), NULL);

  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  /* The reason of a refusal stands right above what was clicked. */
  gtk_box_reorder_child_after (GTK_BOX (self->box), self->error, gtk_widget_get_last_child (self->box));
  gtk_box_append (GTK_BOX (self->box), button);
  gtk_popover_set_default_widget (GTK_POPOVER (self), button);

  return button;
}

GtkWidget *
guatu_form_entry_new (const char *text,
                      const char *hint)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);

  return entry;
}

/* Trouble -------------------------------------------------------------------------------------------- */

void
guatu_form_popover_finish (GuatuFormPopover *self,
                           GtkWidget        *widget,
                           const GError     *error)
{
  g_return_if_fail (GUATU_IS_FORM_POPOVER (self));

  if (error == NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  gtk_label_set_text (GTK_LABEL (self->error), error->message);
  gtk_widget_set_visible (self->error, TRUE);
  if (widget == NULL)
    return;
  gtk_widget_add_css_class (widget, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_widget_grab_focus (widget);
}

const char *
guatu_form_popover_get_error (GuatuFormPopover *self)
{
  g_return_val_if_fail (GUATU_IS_FORM_POPOVER (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->error));
}

/* Showing -------------------------------------------------------------------------------------------- */

static gboolean
drop_cb (gpointer data)
{
  GuatuFormPopover *self = data;

  self->drop_id = 0;
  guatu_popover_dismiss (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* It is in the middle of closing, and may be in the middle of its verb. */
static void
closed_cb (GuatuFormPopover *self)
{
  if (self->drop_id == 0)
    self->drop_id = g_idle_add (drop_cb, self);
}

void
guatu_form_popover_pop_up (GuatuFormPopover *self,
                           GtkWidget        *host,
                           GtkWidget        *at)
{
  graphene_rect_t bounds;

  g_return_if_fail (GUATU_IS_FORM_POPOVER (self));

  gtk_widget_set_parent (GTK_WIDGET (self), host);
  if (at != host && gtk_widget_compute_bounds (at, host, &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self), &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                                       (int) bounds.size.width,
                                                                       (int) bounds.size.height });
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (self));
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_form_popover_dispose (GObject *object)
{
  GuatuFormPopover *self = GUATU_FORM_POPOVER (object);

  g_clear_handle_id (&self->drop_id, g_source_remove);

  G_OBJECT_CLASS (guatu_form_popover_parent_class)->dispose (object);
}

static void
guatu_form_popover_class_init (GuatuFormPopoverClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_form_popover_dispose;

  signals[DONE] = g_signal_new ("done", GUATU_TYPE_FORM_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                0);
}

static void
guatu_form_popover_init (GuatuFormPopover *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->error = gtk_label_new (NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "inspector-form");
  gtk_widget_add_css_class (self->error, "error");
  gtk_label_set_wrap (GTK_LABEL (self->error), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->error), 32);
  gtk_label_set_xalign (GTK_LABEL (self->error), 0);
  gtk_widget_set_visible (self->error, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->error);
  gtk_popover_set_child (GTK_POPOVER (self), self->box);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
}

GtkWidget *
guatu_form_popover_new (const char *title)
{
  GuatuFormPopover *self = g_object_new (GUATU_TYPE_FORM_POPOVER, NULL);
  GtkWidget *heading = gtk_label_new (title);

  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_box_prepend (GTK_BOX (self->box), heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return GTK_WIDGET (self);
}
