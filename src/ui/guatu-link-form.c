/* guatu-link-form.c — asks for a link's type and lag, and carries out what is said. */
#include "guatu-link-form.h"

#include <glib/gi18n.h>

#include "guatu-drag-link.h"
#include "guatu-link-text.h"

#define FORM "guatu-link-form"

/* What the form is about. */
typedef struct
{
  GuatuDocument *document;
  gint64         link;
  GtkWidget     *type;
  GtkWidget     *lag;
} Form;

/* The usual one first. */
static const GuatuLinkType types[] = { GUATU_LINK_FS, GUATU_LINK_SS, GUATU_LINK_FF, GUATU_LINK_SF };

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

static Form *
form_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), FORM);
}

static const char *
lag_of (const Form *form)
{
  return gtk_editable_get_text (GTK_EDITABLE (form->lag));
}

static GuatuLinkType
type_of (const Form *form)
{
  return types[gtk_drop_down_get_selected (GTK_DROP_DOWN (form->type))];
}

static void
choose_type (const Form   *form,
             GuatuLinkType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i] == type)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (form->type), i);
}

/* What the buttons do ---------------------------------------------------------------------------- */

static void
set_cb (GtkWidget *widget)
{
  Form *form = form_of (widget);
  g_autoptr(GError) error = NULL;

  guatu_link_set (form->document, form->link, type_of (form), lag_of (form), &error);
  guatu_form_popover_finish (GUATU_FORM_POPOVER (widget), form->lag, error);
}

gboolean
guatu_link_form_link (GtkWidget  *widget,
                      gint64      predecessor,
                      gint64      successor,
                      GError    **error)
{
  Form *form = form_of (widget);

  g_return_val_if_fail (form != NULL, FALSE);

  return guatu_tasks_link_by (form->document, predecessor, successor, type_of (form), lag_of (form), error);
}

void
guatu_link_form_set (GtkWidget     *widget,
                     GuatuLinkType  type,
                     const char    *lag)
{
  Form *form = form_of (widget);

  g_return_if_fail (form != NULL);

  choose_type (form, type);
  gtk_editable_set_text (GTK_EDITABLE (form->lag), lag);
  set_cb (widget);
}

/* Building --------------------------------------------------------------------------------------- */

static GtkWidget *
new_type (void)
{
  const GuatuField *info = guatu_field (GUATU_TABLE_LINK, GUATU_LINK_TYPE);
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    gtk_string_list_append (names, _(info->choices[types[i]].label));

  return gtk_drop_down_new (G_LIST_MODEL (names), NULL);
}

static GtkWidget *
form_new (GuatuDocument *document,
          const char    *title,
          const char    *lag)
{
  GtkWidget *widget = guatu_form_popover_new (title);
  Form *form = g_new0 (Form, 1);

  form->document = g_object_ref (document);
  form->type = new_type ();
  form->lag = guatu_form_entry_new (lag, _("none, or 2d, -1w, 3ed"));
  gtk_editable_set_width_chars (GTK_EDITABLE (form->lag), 18);
  guatu_form_popover_ask (GUATU_FORM_POPOVER (widget), _("Type"), form->type, FALSE);
  guatu_form_popover_ask (GUATU_FORM_POPOVER (widget), _("Lag"), form->lag, FALSE);
  g_object_set_data (G_OBJECT (widget), FORM, form);
  g_signal_connect (widget, "destroy", G_CALLBACK (forget), NULL);

  return widget;
}

GtkWidget *
guatu_link_form_new (GuatuDocument *document,
                     gint64         link)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_LINK, link);
  g_autofree char *title = NULL;
  g_autofree char *lag = NULL;
  GtkWidget *widget;

  g_return_val_if_fail (row >= 0, NULL);

  title = g_strdup_printf ("%s →\n%s", guatu_plan_task_name (plan, guatu_plan_link (plan, row)->predecessor),
                           guatu_plan_task_name (plan, guatu_plan_link (plan, row)->successor));
  lag = guatu_lag_text (plan, row);
  widget = form_new (document, title, lag);
  form_of (widget)->link = link;
  choose_type (form_of (widget), (GuatuLinkType) guatu_plan_link (plan, row)->type);
  guatu_form_popover_add_button (GUATU_FORM_POPOVER (widget), _("_Set"));
  g_signal_connect (widget, "done", G_CALLBACK (set_cb), NULL);

  return widget;
}

GtkWidget *
guatu_link_form_new_link (GuatuDocument *document,
                          const char    *title)
{
  return form_new (document, title, "");
}

GtkWidget *
guatu_link_form_add_unlink (GtkWidget *widget)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Unlink"));

  gtk_widget_add_css_class (button, "destructive-action");
  guatu_form_popover_add (GUATU_FORM_POPOVER (widget), button);

  return button;
}
