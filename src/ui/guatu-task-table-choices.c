/* guatu-task-table-choices.c — what may be typed into a cell of choices, listed below it: clicked, or gone through with
 * the arrow keys. */
#include <glib/gi18n.h>

#include "guatu-custom-value.h"
#include "guatu-form-popover.h"
#include "guatu-task-table-private.h"

/* Of the cell that is edited; %NULL: it has none. */
static char **
choices_of (GuatuTaskTable *self)
{
  const GuatuPlan *plan = guatu_battle_view_get_chart (self->view)->plan;
  gint32 field = guatu_column_field (plan, self->edited_column);
  gint64 kind = field >= 0 ? guatu_plan_number (plan, GUATU_TABLE_CUSTOM_FIELD, field, GUATU_CUSTOM_FIELD_KIND)
                           : GUATU_CUSTOM_TEXT;
  const char *answers[] = { C_("answer", "Yes"), C_("answer", "No"), NULL };
  g_auto(GStrv) choices = NULL;

  if (kind == GUATU_CUSTOM_FLAG)
    return g_strdupv ((char **) answers);
  if (kind != GUATU_CUSTOM_CHOICE)
    return NULL;
  choices = guatu_custom_choices (plan, field);

  return choices[0] != NULL ? g_steal_pointer (&choices) : NULL;
}

static const char *
text_of (GtkListBoxRow *row)
{
  return gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row)));
}

static GtkListBox *
list_of (GuatuTaskTable *self)
{
  return GTK_LIST_BOX (gtk_popover_get_child (GTK_POPOVER (self->choices)));
}

/* The row that says what is typed, or begins so. */
static void
follow_text (GuatuTaskTable *self)
{
  g_autofree char *typed = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->editor)), -1);
  GtkListBoxRow *row, *found = NULL;

  for (int i = 0; found == NULL && *typed != '\0' && (row = gtk_list_box_get_row_at_index (list_of (self), i)) != NULL;
       i++)
    {
      g_autofree char *choice = g_utf8_casefold (text_of (row), -1);

      if (g_str_has_prefix (choice, typed))
        found = row;
    }
  gtk_list_box_select_row (list_of (self), found);
}

static void
typed_cb (GuatuTaskTable *self)
{
  if (self->choices != NULL && self->editor != NULL)
    follow_text (self);
}

static void
chosen_cb (GuatuTaskTable *self,
           GtkListBoxRow  *row)
{
  if (self->editor == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->editor), text_of (row));
  g_signal_emit_by_name (self->editor, "activate");
}

gboolean
guatu_task_table_choices_key (GuatuTaskTable *self,
                              guint           key)
{
  GtkListBoxRow *row;
  int place;

  if (self->choices == NULL || (key != GDK_KEY_Down && key != GDK_KEY_Up))
    return FALSE;
  row = gtk_list_box_get_selected_row (list_of (self));
  place = row == NULL ? (key == GDK_KEY_Down ? 0 : -1)
                      : gtk_list_box_row_get_index (row) + (key == GDK_KEY_Down ? 1 : -1);
  row = place >= 0 ? gtk_list_box_get_row_at_index (list_of (self), place) : NULL;
  if (row != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->editor), text_of (row));
      gtk_editable_select_region (GTK_EDITABLE (self->editor), 0, -1);
    }

  return TRUE;
}

void
guatu_task_table_choices_open (GuatuTaskTable *self)
{
  g_auto(GStrv) choices = choices_of (self);
  graphene_rect_t cell;
  GtkWidget *list;

  guatu_task_table_choices_close (self);
  if (choices == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (self->edited), GTK_WIDGET (self), &cell))
    return;
  list = gtk_list_box_new ();
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choices"), -1);
  for (guint i = 0; choices[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (choices[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (GTK_LIST_BOX (list), label);
      gtk_widget_set_can_focus (gtk_widget_get_parent (label), FALSE);
    }
  /* The text keeps the focus: clicks and arrows say what is to stand there. */
  self->choices = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->choices), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->choices), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->choices), GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (self->choices, FALSE);
  gtk_popover_set_child (GTK_POPOVER (self->choices), list);
  gtk_widget_set_parent (self->choices, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->choices),
                               &(GdkRectangle) { (int) cell.origin.x, (int) cell.origin.y, (int) cell.size.width,
                                                 (int) cell.size.height });
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (chosen_cb), self);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  follow_text (self);
  gtk_popover_popup (GTK_POPOVER (self->choices));
}

/* Whoever clicked in it still tells of that. */
void
guatu_task_table_choices_close (GuatuTaskTable *self)
{
  GtkWidget *choices = g_steal_pointer (&self->choices);

  if (choices == NULL)
    return;
  guatu_keep_for_now (choices);
  gtk_popover_popdown (GTK_POPOVER (choices));
  gtk_widget_unparent (choices);
}
