/* guatu-form-popover.c — puts small forms together, shows them and lets go of them. */
#include "guatu-form-popover.h"

#include <glib/gi18n-lib.h>

struct _GuatuFormPopover
{
  GtkPopover     parent_instance;

  GtkWidget     *box;
  GtkWidget     *error;
  guint          drop_id;
  GtkWidget     *before;         /* that had the focus; a weak pointer */

  gpointer       data;           /* the owner's */
  GDestroyNotify free_data;
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

static gboolean
let_go_cb (gpointer data)
{
  return G_SOURCE_REMOVE;
}

void
guatu_keep_for_now (GtkWidget *widget)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, let_go_cb, g_object_ref (widget), g_object_unref);
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

static gboolean
dispose_cb (gpointer data)
{
  if (gtk_widget_get_parent (data) == NULL)
    g_object_run_dispose (data);

  return G_SOURCE_REMOVE;
}

/* Whoever came by a key goes on where that was pressed; whoever pressed a button, in what the form was about, or at the
 * button where that takes no focus. GTK would go to the first button of the window. */
static void
give_focus_back (GuatuFormPopover *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean by_button = GTK_IS_BUTTON (self->before);

  if (self->before == NULL || gtk_widget_get_root (self->before) != root
      || (focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    return;
  if (!by_button || !gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self))))
    gtk_widget_grab_focus (self->before);
}

/* It is in the middle of closing, and may be in the middle of its verb. */
static void
closed_cb (GuatuFormPopover *self)
{
  give_focus_back (self);
  if (self->drop_id == 0)
    self->drop_id = g_idle_add (drop_cb, self);
}

static void
point (GuatuFormPopover *self,
       GtkWidget        *host,
       GtkWidget        *at)
{
  graphene_rect_t bounds;

  if (at != host && gtk_widget_compute_bounds (at, host, &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self), &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                                       (int) bounds.size.width,
                                                                       (int) bounds.size.height });
}

/* Scrolls so far that the widget can be seen. TRUE: it had to. */
static gboolean
bring_into_sight (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;
  GtkAdjustment *down;
  double top, height;

  if (scroller == NULL || !gtk_widget_compute_bounds (widget, scroller, &bounds))
    return FALSE;

  down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  height = gtk_widget_get_height (scroller);
  if (bounds.origin.y >= 0 && bounds.origin.y + bounds.size.height <= height)
    return FALSE;

  top = gtk_adjustment_get_value (down);
  gtk_adjustment_set_value (down, top + bounds.origin.y - (height - bounds.size.height) / 2);
  return gtk_adjustment_get_value (down) != top;
}

typedef struct
{
  GuatuFormPopover *popover;
  GtkWidget        *at;
  guint             frames;     /* to wait until all stands where it was scrolled to */
} Later;

static void
later_free (gpointer data)
{
  Later *later = data;

  g_object_unref (later->popover);
  g_object_unref (later->at);
  g_free (later);
}

static gboolean
later_cb (GtkWidget     *host,
          GdkFrameClock *clock,
          gpointer       data)
{
  Later *later = data;

  if (later->frames-- > 0)
    return G_SOURCE_CONTINUE;
  /* It may have been given up in the meantime. */
  if (gtk_widget_get_parent (GTK_WIDGET (later->popover)) == host)
    {
      point (later->popover, host, later->at);
      gtk_popover_popup (GTK_POPOVER (later->popover));
    }

  return G_SOURCE_REMOVE;
}

void
guatu_form_popover_pop_up (GuatuFormPopover *self,
                           GtkWidget        *host,
                           GtkWidget        *at)
{
  g_return_if_fail (GUATU_IS_FORM_POPOVER (self));

  g_set_weak_pointer (&self->before, gtk_root_get_focus (gtk_widget_get_root (host)));
  gtk_widget_set_parent (GTK_WIDGET (self), host);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
  if (bring_into_sight (at))
    {
      Later later = { g_object_ref (self), g_object_ref (at), 1 };

      gtk_widget_add_tick_callback (host, later_cb, g_memdup2 (&later, sizeof later), later_free);
      return;
    }
  point (self, host, at);
  gtk_popover_popup (GTK_POPOVER (self));
}

/* Where its host goes before it closes, GTK 4.8 keeps it, and with it all that it is about. */
static void
guatu_form_popover_unroot (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (guatu_form_popover_parent_class)->unroot (widget);

  if (!gtk_widget_in_destruction (widget))
    g_idle_add_full (G_PRIORITY_DEFAULT, dispose_cb, g_object_ref (widget), g_object_unref);
}

/* The class ------------------------------------------------------------------------------------------ */

void
guatu_form_popover_keep (GuatuFormPopover *self,
                         gpointer          data,
                         GDestroyNotify    free_data)
{
  g_return_if_fail (GUATU_IS_FORM_POPOVER (self));
  g_return_if_fail (self->data == NULL);

  self->data = data;
  self->free_data = free_data;
}

static void
guatu_form_popover_dispose (GObject *object)
{
  GuatuFormPopover *self = GUATU_FORM_POPOVER (object);

  g_clear_handle_id (&self->drop_id, g_source_remove);
  g_clear_weak_pointer (&self->before);

  G_OBJECT_CLASS (guatu_form_popover_parent_class)->dispose (object);
  /* Not when it is finalized: GTK 4.8 may keep the popover itself. */
  if (self->data != NULL)
    self->free_data (g_steal_pointer (&self->data));
}

static void
guatu_form_popover_class_init (GuatuFormPopoverClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_form_popover_dispose;
  GTK_WIDGET_CLASS (class)->unroot = guatu_form_popover_unroot;

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
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (heading), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (heading), 32);
  gtk_box_prepend (GTK_BOX (self->box), heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return GTK_WIDGET (self);
}
