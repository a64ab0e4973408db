/* guatu-custom-window.c — a row for each field, and what is asked before one goes. */
#include "guatu-custom-window.h"

#include <glib/gi18n-lib.h>

#include "guatu-custom-form.h"
#include "guatu-custom-row.h"
#include "guatu-custom-value.h"
#include "guatu-form-popover.h"
#include "guatu-inspector-style.h"
#include "guatu-toast.h"

struct _GuatuCustomWindow
{
  AdwWindow        parent_instance;

  AdwToastOverlay *toasts;
  GtkListBox      *list;
  GtkWidget       *add;
  GtkWidget       *question;      /* weak */
  gint64           asked;         /* the field that it is about */

  GuatuDocument   *document;
};

G_DEFINE_FINAL_TYPE (GuatuCustomWindow, guatu_custom_window, ADW_TYPE_WINDOW)

static void
say (GuatuCustomWindow *self,
     const char        *message)
{
  adw_toast_overlay_add_toast (self->toasts, guatu_toast_new (message));
}

/* Deleting ------------------------------------------------------------------------------------------- */

static void
delete (GuatuCustomWindow *self,
        gint64             field)
{
  g_autoptr(GError) error = NULL;

  if (!guatu_document_remove (self->document, GUATU_TABLE_CUSTOM_FIELD, field, &error))
    say (self, error->message);
}

static void
answered_cb (GuatuCustomWindow *self,
             const char        *answer)
{
  if (g_str_equal (answer, "delete"))
    delete (self, self->asked);
}

/* What stands in it is seen in every task, and gone with it from all of them. */
static void
ask (GuatuCustomWindow *self,
     const char        *name,
     guint              n)
{
  g_autofree char *heading = g_strdup_printf (_("Delete “%s”?"), name);
  g_autofree char *body = g_strdup_printf (ngettext ("It is filled in for %u task; that goes with it. Undo brings both "
                                                     "back.",
                                                     "It is filled in for %u tasks; that goes with it. Undo brings "
                                                     "both back.", n), n);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "delete", _("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->question, dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
delete_cb (GuatuCustomWindow *self,
           GuatuCustomRow    *row)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  gint32 field = guatu_plan_find (plan, GUATU_TABLE_CUSTOM_FIELD, guatu_custom_row_get_field (row));
  guint n;

  if (field < 0)
    return;
  self->asked = guatu_custom_row_get_field (row);
  guatu_plan_referrers (plan, GUATU_TABLE_CUSTOM_VALUE, GUATU_CUSTOM_VALUE_FIELD, field, &n);
  if (n > 0)
    ask (self, guatu_plan_string (plan, GUATU_TABLE_CUSTOM_FIELD, field, GUATU_CUSTOM_FIELD_NAME), n);
  else
    delete (self, self->asked);
}

/* Showing -------------------------------------------------------------------------------------------- */

static GuatuCustomRow *
row_at (GuatuCustomWindow *self,
        int                place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, place);

  return GUATU_IS_CUSTOM_ROW (row) ? GUATU_CUSTOM_ROW (row) : NULL;
}

GtkWidget *
guatu_custom_window_get_row (GuatuCustomWindow *self,
                             gint64             field)
{
  GuatuCustomRow *row;

  g_return_val_if_fail (GUATU_IS_CUSTOM_WINDOW (self), NULL);

  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    if (guatu_custom_row_get_field (row) == field)
      return GTK_WIDGET (row);

  return NULL;
}

GtkWidget *
guatu_custom_window_get_question (GuatuCustomWindow *self)
{
  g_return_val_if_fail (GUATU_IS_CUSTOM_WINDOW (self), NULL);

  return self->question;
}

static GtkWidget *
new_row (GuatuCustomWindow *self,
         gint64             field)
{
  GtkWidget *row = guatu_custom_row_new (self->document, field);

  g_signal_connect_object (row, "delete", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "failed", G_CALLBACK (say), self, G_CONNECT_SWAPPED);

  return row;
}

/* Rows that stay are the same, and keep what is unfolded and where the focus is. */
static void
update (GuatuCustomWindow *self)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  guint n;
  g_autofree gint32 *fields = guatu_custom_fields (plan, &n);
  GuatuCustomRow *row;

  for (int i = 0; (row = row_at (self, i)) != NULL;)
    if (guatu_plan_find (plan, GUATU_TABLE_CUSTOM_FIELD, guatu_custom_row_get_field (row)) < 0)
      {
        guatu_keep_for_now (GTK_WIDGET (row));
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
      }
    else
      {
        i++;
      }
  for (guint i = 0; i < n; i++)
    {
      gint64 id = guatu_plan_id (plan, GUATU_TABLE_CUSTOM_FIELD, fields[i]);
      GtkWidget *known = guatu_custom_window_get_row (self, id);

      if (known == NULL)
        {
          gtk_list_box_insert (self->list, new_row (self, id), (int) i);
          continue;
        }
      if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (known)) != (int) i)
        {
          g_object_ref (known);
          gtk_list_box_remove (self->list, known);
          gtk_list_box_insert (self->list, known, (int) i);
          g_object_unref (known);
        }
      guatu_custom_row_update (GUATU_CUSTOM_ROW (known));
    }
  gtk_widget_set_sensitive (self->add, guatu_document_get_read_only_reason (self->document) == NULL);
}

static void
add_cb (GuatuCustomWindow *self)
{
  guatu_custom_form_pop_up (self->document, GTK_WIDGET (self), self->add);
}

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  GuatuCustomWindow *self = GUATU_CUSTOM_WINDOW (widget);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  if (!guatu_document_undo (self->document, &title, &error))
    {
      say (self, error->message);
      return;
    }
  text = g_strdup_printf (_("Undone: %s"), title);
  say (self, text);
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_custom_window_dispose (GObject *object)
{
  GuatuCustomWindow *self = GUATU_CUSTOM_WINDOW (object);

  g_clear_weak_pointer (&self->question);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_custom_window_parent_class)->dispose (object);
}

static void
guatu_custom_window_class_init (GuatuCustomWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_custom_window_dispose;

  gtk_widget_class_install_action (widget_class, "fields.undo", NULL, undo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "fields.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
new_placeholder (void)
{
  GtkWidget *label = gtk_label_new (_("Fields of your own, such as a contract number or a date of approval: define one "
                                      "here, and every task of the plan has it."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "field");

  return label;
}

static GtkWidget *
new_page (GuatuCustomWindow *self)
{
  GtkWidget *page = adw_preferences_page_new (), *group = adw_preferences_group_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, new_placeholder ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Custom fields"), -1);
  self->add = gtk_button_new_with_mnemonic (_("Add _Field…"));
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Of tasks"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("Shown as columns, in the form of a task, on paper and in exported files."));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), self->add);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->list));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  gtk_widget_set_vexpand (page, TRUE);

  return page;
}

static void
guatu_custom_window_init (GuatuCustomWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  guatu_inspector_style_load ();
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), new_page (self));
  adw_toast_overlay_set_child (self->toasts, box);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->toasts));
  gtk_window_set_title (GTK_WINDOW (self), _("Custom Fields"));
  gtk_window_set_default_size (GTK_WINDOW (self), 620, 560);
  gtk_widget_set_size_request (GTK_WIDGET (self), 400, 320);
}

GtkWidget *
guatu_custom_window_new (GuatuDocument *document,
                         GtkWindow     *parent)
{
  GuatuCustomWindow *self = g_object_new (GUATU_TYPE_CUSTOM_WINDOW, "transient-for", parent, "destroy-with-parent",
                                          TRUE, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
