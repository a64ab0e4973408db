/* guatu-part-control.c — controls in the rows of parts: what is done with them is carried out, or goes back. */
#include "guatu-part-list-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-form-popover.h"
#include "guatu-late-edit.h"

/* What a control does, and what it says as long as nobody has touched it. */
typedef struct
{
  GuatuPartEdit edit;
  char         *text;
  guint         selected;
} Control;

#define CONTROL "guatu-part-control"

static void
control_free (gpointer data)
{
  Control *control = data;

  g_free (control->text);
  g_free (control);
}

static Control *
control_of (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), CONTROL);
}

GtkWidget *
guatu_part_control_next (GtkWidget *root,
              GtkWidget *widget)
{
  GtkWidget *next = widget != NULL ? widget : root;

  do
    {
      GtkWidget *child = next == root || control_of (next) == NULL ? gtk_widget_get_first_child (next) : NULL;

      while (child == NULL && next != root)
        {
          child = gtk_widget_get_next_sibling (next);
          next = gtk_widget_get_parent (next);
        }
      next = child;
    }
  while (next != NULL && control_of (next) == NULL);

  return next;
}

/* Carrying out --------------------------------------------------------------------------------------- */

static void
mark (GtkWidget *entry,
      gboolean   wrong)
{
  if (wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* What was refused: a text can be mended; a choice is made again. */
static void
put_back (GuatuPartList *self,
          GtkWidget     *widget)
{
  guatu_part_list_set_filling (self, TRUE);
  if (GTK_IS_ENTRY (widget))
    mark (widget, TRUE);
  else if (GTK_IS_DROP_DOWN (widget))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (widget), control_of (widget)->selected);
  else if (GTK_IS_CHECK_BUTTON (widget))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), control_of (widget)->selected);
  guatu_part_list_set_filling (self, FALSE);
}

static void
carry_out (GuatuPartList *self,
           GtkWidget     *widget)
{
  g_autoptr(GuatuPartList) kept = g_object_ref (self);
  gint64 id = guatu_part_list_is_filling (self) ? 0 : guatu_part_list_find_part (self, widget);
  gint32 part = id != 0 ? guatu_plan_find (guatu_part_list_get_plan (self), GUATU_PART_LIST_GET_CLASS (self)->table, id)
                        : -1;
  g_autoptr(GError) error = NULL;

  if (part < 0)
    return;
  guatu_keep_for_now (gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW));
  if (!control_of (widget)->edit (self, part, widget, &error))
    put_back (self, widget);
  guatu_part_list_complain (self, error);
}

/* What goes back tells of that once more. */
static void
changed_cb (GuatuPartList *self,
            GParamSpec    *property,
            GtkWidget     *widget)
{
  guint selected = GTK_IS_DROP_DOWN (widget) ? gtk_drop_down_get_selected (GTK_DROP_DOWN (widget))
                                             : (guint) gtk_check_button_get_active (GTK_CHECK_BUTTON (widget));

  if (selected != control_of (widget)->selected)
    carry_out (self, widget);
}

/* Entries -------------------------------------------------------------------------------------------- */

static gboolean
is_touched (GtkWidget *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  return !g_str_equal (text, control_of (entry)->text);
}

static void
entered_cb (GuatuPartList *self,
            GtkWidget     *entry)
{
  if (is_touched (entry))
    carry_out (self, entry);
}

/* The row may be another one by now, and what was typed carried out already. */
static void
late_cb (GtkWidget  *widget,
         gint64      part,
         const char *text)
{
  GuatuPartList *self = GUATU_PART_LIST (widget);
  GtkWidget *row = guatu_part_list_find_row (self, part);

  for (GtkWidget *control = row != NULL ? guatu_part_control_next (row, NULL) : NULL; control != NULL;
       control = guatu_part_control_next (row, control))
    if (GTK_IS_ENTRY (control) && is_touched (control))
      {
        carry_out (self, control);
        return;
      }
}

static void
left_cb (GuatuPartList      *self,
         GtkEventController *focus)
{
  gint64 part = guatu_part_list_find_part (self, gtk_event_controller_get_widget (focus));

  if (part != 0)
    guatu_late_edit (GTK_WIDGET (self), part, "", late_cb);
}

static void
typed_cb (GuatuPartList *self,
          GtkWidget     *entry)
{
  mark (entry, FALSE);
}

static gboolean
key_cb (GuatuPartList      *self,
        guint               key,
        guint               code,
        GdkModifierType     state,
        GtkEventController *keys)
{
  GtkWidget *entry = gtk_event_controller_get_widget (keys);
  const char *text = control_of (entry)->text;

  if (key != GDK_KEY_Escape || g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (entry))))
    return GDK_EVENT_PROPAGATE;

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  guatu_part_list_complain (self, NULL);
  return GDK_EVENT_STOP;
}

static void
control_entry (GuatuPartList *self,
               GtkWidget     *entry)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  control_of (entry)->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  gtk_widget_add_controller (entry, keys);
}

/* Controls ------------------------------------------------------------------------------------------- */

void
guatu_part_list_control (GuatuPartList *self,
                         GtkWidget     *widget,
                         GuatuPartEdit  edit)
{
  Control *control;

  g_return_if_fail (GUATU_IS_PART_LIST (self) && edit != NULL);

  control = g_new0 (Control, 1);
  control->edit = edit;
  g_object_set_data_full (G_OBJECT (widget), CONTROL, control, control_free);
  if (GTK_IS_ENTRY (widget))
    {
      control_entry (self, widget);
    }
  else if (GTK_IS_DROP_DOWN (widget))
    {
      control->selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (widget));
      g_signal_connect_object (widget, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  else if (GTK_IS_CHECK_BUTTON (widget))
    {
      control->selected = gtk_check_button_get_active (GTK_CHECK_BUTTON (widget));
      g_signal_connect_object (widget, "notify::active", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  else
    {
      g_signal_connect_object (widget, "clicked", G_CALLBACK (carry_out), self, G_CONNECT_SWAPPED);
    }
}

void
guatu_part_name (GtkWidget  *widget,
                 const char *what,
                 const char *whom)
{
  /* Translators: what a control is, and whom it is about: “Role: Transport Bureau”. */
  g_autofree char *label = g_strdup_printf (_("%1$s: %2$s"), what, whom);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

GtkWidget *
guatu_part_list_new_button (GuatuPartList *self,
                            const char    *icon,
                            const char    *what,
                            const char    *whom,
                            GuatuPartEdit  edit)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, what);
  if (whom != NULL)
    guatu_part_name (button, what, whom);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  guatu_part_list_control (self, button, edit);

  return button;
}
