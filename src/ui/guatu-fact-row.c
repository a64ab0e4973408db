/* guatu-fact-row.c — label, value and icon of one line of the inspector. */
#include "guatu-fact-row.h"

#include <glib/gi18n-lib.h>

#include "guatu-form-popover.h"

struct _GuatuFactRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *pair;
  GtkWidget *label;
  GtkWidget *value;
  GtkWidget *pencil;            /* behind the label, where the value can be changed */
  GtkWidget *arrow;             /* at the end, where it leads elsewhere */
  GtkWidget *popover;           /* %NULL while it is closed */
  char      *text;
  gboolean   tall;
  gboolean   active;
};

G_DEFINE_FINAL_TYPE (GuatuFactRow, guatu_fact_row, GTK_TYPE_LIST_BOX_ROW)

static void
update_accessible (GuatuFactRow *self)
{
  g_autofree char *spoken = NULL;

  /* Translators: a line read out: what it is about, and what is so: “Finish: Fri, Nov 11”. */
  spoken = g_strdup_printf (_("%1$s: %2$s"), gtk_label_get_text (GTK_LABEL (self->label)),
                            gtk_label_get_text (GTK_LABEL (self->value)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
lay_out (GuatuFactRow *self,
         gboolean      tall)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->pair),
                                  tall ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->pair), tall ? 2 : 12);
  gtk_label_set_xalign (GTK_LABEL (self->value), tall ? 0 : 1);
  gtk_label_set_justify (GTK_LABEL (self->value), tall ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->value), tall ? GTK_NATURAL_WRAP_INHERIT : GTK_NATURAL_WRAP_NONE);
  if (tall)
    gtk_widget_add_css_class (GTK_WIDGET (self), "tall");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "tall");
}

static void
show_value (GuatuFactRow *self)
{
  gboolean empty = *self->text == '\0';

  lay_out (self, self->tall && !empty);
  gtk_label_set_text (GTK_LABEL (self->value), empty ? _("not set") : self->text);
  if (empty)
    gtk_widget_add_css_class (self->value, "unset");
  else
    gtk_widget_remove_css_class (self->value, "unset");
  gtk_widget_set_visible (GTK_WIDGET (self), !empty || self->active);
  update_accessible (self);
}

void
guatu_fact_row_set_tall (GuatuFactRow *self,
                         gboolean      tall)
{
  g_return_if_fail (GUATU_IS_FACT_ROW (self));

  self->tall = tall;
  show_value (self);
}

void
guatu_fact_row_set_long_label (GuatuFactRow *self,
                               gboolean      long_label)
{
  g_return_if_fail (GUATU_IS_FACT_ROW (self));

  gtk_label_set_wrap (GTK_LABEL (self->label), long_label);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
}

void
guatu_fact_row_set_label (GuatuFactRow *self,
                          const char   *label)
{
  g_return_if_fail (GUATU_IS_FACT_ROW (self));

  if (g_str_equal (label, gtk_label_get_text (GTK_LABEL (self->label))))
    return;
  gtk_label_set_text (GTK_LABEL (self->label), label);
  update_accessible (self);
}

void
guatu_fact_row_set_value (GuatuFactRow *self,
                          const char   *value)
{
  g_return_if_fail (GUATU_IS_FACT_ROW (self));
  g_return_if_fail (value != NULL);

  if (g_str_equal (value, self->text))
    return;
  g_free (self->text);
  self->text = g_strdup (value);
  show_value (self);
}

const char *
guatu_fact_row_get_value (GuatuFactRow *self)
{
  g_return_val_if_fail (GUATU_IS_FACT_ROW (self), NULL);

  return self->text;
}

void
guatu_fact_row_set_action (GuatuFactRow *self,
                           gboolean      leads_elsewhere,
                           const char   *description)
{
  g_return_if_fail (GUATU_IS_FACT_ROW (self));

  if (self->active == (description != NULL))
    return;
  self->active = description != NULL;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), self->active);
  /* The pencil says enough; a tooltip would stand over what pops up. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), leads_elsewhere ? description : NULL);
  gtk_widget_set_visible (self->pencil, self->active && !leads_elsewhere);
  gtk_widget_set_visible (self->arrow, self->active && leads_elsewhere);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
  show_value (self);
}

/* The popover ---------------------------------------------------------------------------------------- */

static void
drop_popover (GuatuFactRow *self)
{
  GtkWidget *popover = self->popover;

  if (popover == NULL)
    return;
  g_clear_weak_pointer (&self->popover);
  guatu_popover_dismiss (popover);
}

void
guatu_fact_row_pop_up (GuatuFactRow *self,
                       GtkWidget    *popover)
{
  g_return_if_fail (GUATU_IS_FACT_ROW (self));
  g_return_if_fail (GUATU_IS_FORM_POPOVER (popover));

  drop_popover (self);
  g_set_weak_pointer (&self->popover, popover);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (popover), GTK_WIDGET (self), GTK_WIDGET (self));
}

GtkWidget *
guatu_fact_row_get_popover (GuatuFactRow *self)
{
  g_return_val_if_fail (GUATU_IS_FACT_ROW (self), NULL);

  return self->popover;
}

void
guatu_fact_row_pop_down (GuatuFactRow *self)
{
  g_return_if_fail (GUATU_IS_FACT_ROW (self));

  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_fact_row_dispose (GObject *object)
{
  drop_popover (GUATU_FACT_ROW (object));

  G_OBJECT_CLASS (guatu_fact_row_parent_class)->dispose (object);
}

static void
guatu_fact_row_finalize (GObject *object)
{
  g_free (GUATU_FACT_ROW (object)->text);

  G_OBJECT_CLASS (guatu_fact_row_parent_class)->finalize (object);
}

static void
guatu_fact_row_class_init (GuatuFactRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_fact_row_dispose;
  G_OBJECT_CLASS (class)->finalize = guatu_fact_row_finalize;
}

static GtkWidget *
new_icon (const char *icon_name,
          const char *class)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_widget_set_visible (icon, FALSE);
  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (icon, class);
  /* The row says what it does. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);

  return icon;
}

static void
guatu_fact_row_init (GuatuFactRow *self)
{
  self->text = g_strdup ("");
  self->pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->label = gtk_label_new (NULL);
  self->value = gtk_label_new (NULL);
  self->pencil = new_icon ("document-edit-symbolic", "pencil");
  self->arrow = new_icon ("go-next-symbolic", "arrow");

  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_valign (self->label, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->label, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (self->value), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->value), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (self->value, TRUE);
  gtk_widget_add_css_class (self->value, "fact");
}

static void
put_together (GuatuFactRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);

  gtk_box_append (GTK_BOX (head), self->label);
  gtk_box_append (GTK_BOX (head), self->pencil);
  gtk_widget_set_hexpand (self->pair, TRUE);
  gtk_box_append (GTK_BOX (self->pair), head);
  gtk_box_append (GTK_BOX (self->pair), self->value);
  gtk_box_append (GTK_BOX (line), self->pair);
  gtk_box_append (GTK_BOX (line), self->arrow);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), line);
}

GtkWidget *
guatu_fact_row_new (const char *label)
{
  GuatuFactRow *self = g_object_new (GUATU_TYPE_FACT_ROW, "activatable", FALSE, NULL);

  put_together (self);
  guatu_fact_row_set_tall (self, FALSE);
  guatu_fact_row_set_label (self, label);
  show_value (self);

  return GTK_WIDGET (self);
}
