/* guatu-plan-date-popover.c — asks for a date of the plan, and sets it. */
#include "guatu-plan-date-popover.h"

#include <glib/gi18n-lib.h>

#include "guatu-date-entry.h"
#include "guatu-field-edit.h"
#include "guatu-task-edit.h"
#include "guatu-task-words.h"

typedef struct
{
  GuatuFormPopover *popover;    /* borrowed: it owns this */
  GuatuDocument    *document;
  guint             field;
  GtkWidget        *entry;
  GtkWidget        *hint;
} Form;

static void
form_free (Form *form)
{
  g_object_unref (form->document);
  g_free (form);
}

static const GuatuPlan *
plan_of (const Form *form)
{
  return guatu_document_get_plan (form->document);
}

static gboolean
is_at_finish (const Form *form)
{
  return form->field != GUATU_PLAN_START;
}

static gboolean
read_date (const Form   *form,
           GuatuInstant *date,
           GError      **error)
{
  return guatu_field_edit_read_date (form->document, gtk_editable_get_text (GTK_EDITABLE (form->entry)),
                                     is_at_finish (form), date, error);
}

static gboolean
is_empty (const Form *form)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->entry))));

  return *typed == '\0';
}

static void
set_cb (Form *form)
{
  GuatuSetting setting = { form->field, GUATU_NULL };
  g_autoptr(GError) error = NULL;
  GuatuInstant date;

  if (!is_empty (form) && read_date (form, &date, &error))
    setting.value = GUATU_INTEGER (date);
  if (error == NULL)
    guatu_document_set (form->document, GUATU_TABLE_PLAN, guatu_plan_settings (plan_of (form))->id, &setting, 1,
                        &error);
  guatu_form_popover_finish (form->popover, form->entry, error);
}

/* What was understood, or what an empty entry means. */
static void
understand_cb (Form *form)
{
  g_autofree char *words = NULL;
  GuatuInstant date;

  if (is_empty (form))
    words = g_strdup (form->field == GUATU_PLAN_STATUS_DATE ? _("The plan has no status date, so there are no lights.")
                      : form->field == GUATU_PLAN_FINISH_TARGET ? _("The plan has no finish target.") : "");
  else if (read_date (form, &date, NULL))
    words = is_at_finish (form) ? guatu_words_finish (plan_of (form), date) : guatu_words_start (plan_of (form), date);
  gtk_label_set_text (GTK_LABEL (form->hint), words != NULL ? words : "");
}

static char *
known_text (const Form *form)
{
  const GuatuPlanRow *settings = guatu_plan_settings (plan_of (form));
  GuatuInstant date = guatu_plan_number (plan_of (form), GUATU_TABLE_PLAN,
                                         guatu_plan_find (plan_of (form), GUATU_TABLE_PLAN, settings->id), form->field);

  if (date == GUATU_NONE && form->field == GUATU_PLAN_STATUS_DATE)
    date = guatu_today () + settings->default_finish;

  return guatu_field_edit_date_text (date, is_at_finish (form) ? settings->default_finish : settings->default_start);
}

static GtkWidget *
new_date (Form *form)
{
  const GuatuSchedule *schedule = guatu_document_get_schedule (form->document);
  GtkWidget *date = guatu_date_entry_new_bare (FALSE);
  g_autofree char *text = known_text (form);

  guatu_date_entry_set_span (GUATU_DATE_ENTRY (date), schedule->plan_start, schedule->plan_finish);
  form->entry = GTK_WIDGET (guatu_date_entry_get_entry (GUATU_DATE_ENTRY (date)));
  gtk_entry_set_activates_default (GTK_ENTRY (form->entry), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (form->entry), text);
  g_signal_connect_swapped (form->entry, "changed", G_CALLBACK (understand_cb), form);

  return date;
}

GtkWidget *
guatu_plan_date_popover_new (GuatuDocument *document,
                             guint          field)
{
  const char *title = _(guatu_field (GUATU_TABLE_PLAN, field)->label);
  Form *form;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (document), NULL);

  form = g_new0 (Form, 1);
  form->popover = GUATU_FORM_POPOVER (guatu_form_popover_new (title));
  form->document = g_object_ref (document);
  form->field = field;
  g_signal_connect_swapped (form->popover, "destroy", G_CALLBACK (form_free), form);
  guatu_form_popover_add (form->popover, new_date (form));
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  form->hint = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (form->hint), 0);
  gtk_widget_add_css_class (form->hint, "dim-label");
  gtk_widget_add_css_class (form->hint, "caption");
  guatu_form_popover_add (form->popover, form->hint);
  understand_cb (form);
  guatu_form_popover_add_button (form->popover, _("_Set"));
  g_signal_connect_swapped (form->popover, "done", G_CALLBACK (set_cb), form);

  return GTK_WIDGET (form->popover);
}
