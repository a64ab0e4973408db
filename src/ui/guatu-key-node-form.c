/* guatu-key-node-form.c — asks for name and dates of a key node, and carries out what is said. */
#include "guatu-key-node-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-date-entry.h"
#include "guatu-field-edit.h"
#include "guatu-field-text.h"

#define FORM "guatu-key-node-form"

/* What the form is about. */
typedef struct
{
  GuatuDocument *document;
  gint64         task;
  gint64         node;          /* 0: a new one */
  GtkWidget     *name;
  GtkWidget     *when;
  GtkWidget     *done_on;
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

/* What is typed -------------------------------------------------------------------------------------- */

/* A date, a share of the task's span ("50%"), or nothing. */
static gboolean
read_when (Form          *form,
           const char    *text,
           GuatuSetting  *settings,
           GError       **error)
{
  settings[0] = (GuatuSetting) { GUATU_KEY_NODE_DATE, GUATU_NULL };
  settings[1] = (GuatuSetting) { GUATU_KEY_NODE_SHARE, GUATU_NULL };
  if (strchr (text, '%') != NULL || strstr (text, "％") != NULL)
    return guatu_field_parse (guatu_document_get_plan (form->document), GUATU_TABLE_KEY_NODE, GUATU_KEY_NODE_SHARE,
                              text, &settings[1].value, error);
  if (*text == '\0')
    {
      g_set_error_literal (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID,
                           _("Enter when it is to be reached: a date, or a percentage of the task."));
      return FALSE;
    }
  settings[0].value.kind = GUATU_VALUE_INTEGER;

  return guatu_field_edit_read_date (form->document, text, TRUE, &settings[0].value.integer, error);
}

static gboolean
read_done (Form          *form,
           GuatuSetting  *setting,
           GError       **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->done_on))));

  *setting = (GuatuSetting) { GUATU_KEY_NODE_DONE_ON, GUATU_NULL };
  if (*text == '\0')
    return TRUE;
  setting->value.kind = GUATU_VALUE_INTEGER;

  return guatu_field_edit_read_date (form->document, text, TRUE, &setting->value.integer, error);
}

static void
set_cb (GtkWidget *widget)
{
  Form *form = g_object_get_data (G_OBJECT (widget), FORM);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->name))));
  g_autofree char *when = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->when))));
  GuatuSetting settings[5] = { { GUATU_KEY_NODE_NAME, GUATU_TEXT (name) } };
  GtkWidget *wrong = form->name;
  g_autoptr(GError) error = NULL;

  if (!guatu_field_check (guatu_field (GUATU_TABLE_KEY_NODE, GUATU_KEY_NODE_NAME), settings[0].value, &error))
    wrong = form->name;
  else if (!read_when (form, when, &settings[1], &error))
    wrong = form->when;
  else if (!read_done (form, &settings[3], &error))
    wrong = form->done_on;
  else if (form->node != 0)
    guatu_document_set (form->document, GUATU_TABLE_KEY_NODE, form->node, settings, 4, &error);
  else
    {
      settings[4] = (GuatuSetting) { GUATU_KEY_NODE_TASK, GUATU_INTEGER (form->task) };
      guatu_document_add (form->document, GUATU_TABLE_KEY_NODE, settings, 5, NULL, &error);
    }
  guatu_form_popover_finish (GUATU_FORM_POPOVER (widget), wrong, error);
}

/* Building ------------------------------------------------------------------------------------------- */

static GtkWidget *
ask_date (GuatuFormPopover *popover,
          GuatuDocument    *document,
          const char       *label,
          const char       *text)
{
  const GuatuSchedule *schedule = guatu_document_get_schedule (document);
  GtkWidget *date = guatu_date_entry_new_bare (TRUE);
  GtkWidget *entry = GTK_WIDGET (guatu_date_entry_get_entry (GUATU_DATE_ENTRY (date)));

  guatu_date_entry_set_span (GUATU_DATE_ENTRY (date), schedule->plan_start, schedule->plan_finish);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  guatu_form_popover_ask (popover, label, date, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return entry;
}

/* A date, or else a share. */
static char *
when_text (const GuatuPlan *plan,
           gint32           row)
{
  const GuatuKeyNode *node = (const GuatuKeyNode *) guatu_plan_rows (plan, GUATU_TABLE_KEY_NODE) + row;

  if (node->date == GUATU_NONE && node->share != GUATU_NONE)
    return guatu_field_format (plan, GUATU_TABLE_KEY_NODE, row, GUATU_KEY_NODE_SHARE);

  return guatu_field_edit_date_text (node->date, guatu_plan_settings (plan)->default_finish);
}

GtkWidget *
guatu_key_node_form_new (GuatuDocument *document,
                         gint64         task,
                         gint64         node)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 row = node != 0 ? guatu_plan_find (plan, GUATU_TABLE_KEY_NODE, node) : -1;
  const GuatuKeyNode *nodes = guatu_plan_rows (plan, GUATU_TABLE_KEY_NODE);
  GtkWidget *widget = guatu_form_popover_new (row >= 0 ? _("Key Node") : _("New Key Node"));
  GuatuFormPopover *popover = GUATU_FORM_POPOVER (widget);
  g_autofree char *when = row >= 0 ? when_text (plan, row) : g_strdup ("");
  g_autofree char *done_on = guatu_field_edit_date_text (row >= 0 ? nodes[row].done_on : GUATU_NONE,
                                                         guatu_plan_settings (plan)->default_finish);
  Form *form = g_new0 (Form, 1);

  form->document = g_object_ref (document);
  form->task = task;
  form->node = row >= 0 ? node : 0;
  form->name = guatu_form_entry_new (row >= 0 ? guatu_plan_text (plan, nodes[row].name) : "", NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (form->name), 20);
  guatu_form_popover_ask (popover, _("Name"), form->name, FALSE);
  form->when = ask_date (popover, document, _("To be reached"), when);
  gtk_widget_set_tooltip_text (form->when, _("A date, or a percentage of the task"));
  form->done_on = ask_date (popover, document, _("Reached on"), done_on);
  guatu_form_popover_add_button (popover, row >= 0 ? _("_Set") : _("_Add"));
  g_object_set_data (G_OBJECT (widget), FORM, form);
  g_signal_connect (widget, "done", G_CALLBACK (set_cb), NULL);
  g_signal_connect (widget, "destroy", G_CALLBACK (forget), NULL);

  return widget;
}
