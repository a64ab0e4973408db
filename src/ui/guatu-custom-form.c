/* guatu-custom-form.c — asks for the name, the kind and the choices of a new field. */
#include "guatu-custom-form.h"

#include <glib/gi18n-lib.h>

#include "guatu-form-popover.h"

#define FORM "guatu-custom-form"

/* What the form is about. */
typedef struct
{
  GuatuDocument *document;
  GtkWidget     *name;
  GtkWidget     *kind;
  GtkWidget     *choices;
} Form;

/* GTK 4.8 may hold on to a popover that has closed; not to what it was about. */
static void
forget (GtkWidget *widget)
{
  Form *form = g_object_steal_data (G_OBJECT (widget), FORM);

  if (form == NULL)
    return;
  g_object_unref (form->document);
  g_free (form);
}

static void
add_cb (GtkWidget *widget)
{
  Form *form = g_object_get_data (G_OBJECT (widget), FORM);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->name))));
  g_autofree char *lines = NULL;
  g_auto(GStrv) choices = NULL;
  GuatuCustom wish = { .name = name,
                       .kind = (GuatuCustomKind) gtk_drop_down_get_selected (GTK_DROP_DOWN (form->kind)) };
  g_autoptr(GError) error = NULL;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (form->choices)), "text", &lines, NULL);
  choices = g_strsplit (lines, "\n", -1);
  if (wish.kind == GUATU_CUSTOM_CHOICE)
    wish.choices = (const char * const *) choices;
  guatu_document_add_custom (form->document, &wish, NULL, &error);
  guatu_form_popover_finish (GUATU_FORM_POPOVER (widget), form->name, error);
}

/* Only a choice is one of something. */
static void
kind_cb (Form *form)
{
  gboolean choice = gtk_drop_down_get_selected (GTK_DROP_DOWN (form->kind)) == GUATU_CUSTOM_CHOICE;

  gtk_widget_set_sensitive (form->choices, choice);
}

static GtkWidget *
frame (GtkWidget *view)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (scroller, "frame");
  gtk_widget_add_css_class (view, "inspector-text");
  gtk_widget_set_size_request (scroller, 260, 96);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);

  return scroller;
}

void
guatu_custom_form_pop_up (GuatuDocument *document,
                          GtkWidget     *host,
                          GtkWidget     *at)
{
  const GuatuField *info = guatu_field (GUATU_TABLE_CUSTOM_FIELD, GUATU_CUSTOM_FIELD_KIND);
  GtkWidget *widget = guatu_form_popover_new (_("New Field"));
  GtkStringList *kinds = gtk_string_list_new (NULL);
  Form *form = g_new0 (Form, 1);

  for (const GuatuChoice *choice = info->choices; choice->name != NULL; choice++)
    gtk_string_list_append (kinds, _(choice->label));
  form->document = g_object_ref (document);
  form->name = guatu_form_entry_new ("", NULL);
  form->kind = gtk_drop_down_new (G_LIST_MODEL (kinds), NULL);
  form->choices = gtk_text_view_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (form->name), 20);
  guatu_form_popover_ask (GUATU_FORM_POPOVER (widget), _("Name"), form->name, FALSE);
  guatu_form_popover_ask (GUATU_FORM_POPOVER (widget), _(info->label), form->kind, FALSE);
  guatu_form_popover_ask (GUATU_FORM_POPOVER (widget), _("Choices, one on each line"), frame (form->choices), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->choices), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Choices, one on each line"), -1);
  guatu_form_popover_add_button (GUATU_FORM_POPOVER (widget), _("_Add"));
  g_object_set_data (G_OBJECT (widget), FORM, form);
  g_signal_connect_swapped (form->kind, "notify::selected", G_CALLBACK (kind_cb), form);
  kind_cb (form);
  g_signal_connect (widget, "done", G_CALLBACK (add_cb), NULL);
  g_signal_connect (widget, "destroy", G_CALLBACK (forget), NULL);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (widget), host, at);
}
