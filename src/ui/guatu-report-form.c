/* guatu-report-form.c — asks what a report says, and gives it or corrects it. */
#include "guatu-report-form.h"

#include <glib/gi18n-lib.h>

#include "guatu-date-entry.h"
#include "guatu-field-edit.h"
#include "guatu-field-text.h"
#include "guatu-inspector-edit.h"

#define FORM "guatu-report-form"

/* Percent; what is typed above a hundred is refused in words, not cut down to all of it. */
#define SHARE_MOST 1000

/* What the form is about. */
typedef struct
{
  GuatuDocument *document;
  gint64         task;
  gint64         report;        /* 0: a new one */
  char          *day;           /* as it was filled in */
  GtkWidget     *share;
  GtkWidget     *date;
  GtkWidget     *done;
  GtkWidget     *next;
  GtkWidget     *amount;
  GtkWidget     *person;        /* %NULL: the plan has no people */
  GArray        *people;        /* their ids; the first is 0: nobody */
} Form;

/* GTK 4.8 may hold on to a popover that has closed; not to what it was about. */
static void
forget (GtkWidget *widget)
{
  Form *form = g_object_steal_data (G_OBJECT (widget), FORM);

  if (form == NULL)
    return;
  g_object_unref (form->document);
  g_array_unref (form->people);
  g_free (form->day);
  g_free (form);
}

/* What is typed -------------------------------------------------------------------------------------- */

static char *
typed (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static gboolean
read_share (Form        *form,
            GuatuValue  *value,
            GError     **error)
{
  gtk_spin_button_update (GTK_SPIN_BUTTON (form->share));
  *value = GUATU_INTEGER ((gint64) (gtk_spin_button_get_value (GTK_SPIN_BUTTON (form->share)) * 100 + 0.5));

  return guatu_field_check (guatu_field (GUATU_TABLE_REPORT, GUATU_REPORT_SHARE), *value, error);
}

/* It speaks for its day, whatever the hour; where days end at midnight the finish would be on the next. */
static gboolean
read_day (Form        *form,
          GuatuValue  *value,
          GError     **error)
{
  value->kind = GUATU_VALUE_INTEGER;

  return guatu_field_edit_read_date (form->document, gtk_editable_get_text (GTK_EDITABLE (form->date)), FALSE,
                                     &value->integer, error);
}

static GuatuValue
read_person (Form *form)
{
  gint64 id = form->person != NULL
                ? g_array_index (form->people, gint64, gtk_drop_down_get_selected (GTK_DROP_DOWN (form->person))) : 0;

  return id != 0 ? GUATU_INTEGER (id) : GUATU_NULL;
}

/* A day that was not touched keeps its hour. */
static void
correct (Form          *form,
         GuatuSetting  *settings,
         guint          n,
         GuatuValue     day,
         GuatuValue     share,
         GError       **error)
{
  settings[n++] = (GuatuSetting) { GUATU_REPORT_SHARE, share };
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (form->date)), form->day) != 0)
    settings[n++] = (GuatuSetting) { GUATU_REPORT_DATE, day };
  guatu_document_set (form->document, GUATU_TABLE_REPORT, form->report, settings, n, error);
}

static void
done_cb (GtkWidget *widget)
{
  Form *form = g_object_get_data (G_OBJECT (widget), FORM);
  const GuatuPlan *plan = guatu_document_get_plan (form->document);
  g_autofree char *done = typed (form->done), *next = typed (form->next), *amount = typed (form->amount);
  GuatuSetting settings[6] = {
    { GUATU_REPORT_DONE, GUATU_TEXT (done) }, { GUATU_REPORT_NEXT, GUATU_TEXT (next) },
    { GUATU_REPORT_PERSON, read_person (form) }, { GUATU_REPORT_AMOUNT, GUATU_NULL },
  };
  GuatuValue share, day;
  GtkWidget *wrong = form->share;
  g_autoptr(GError) error = NULL;

  if (!read_share (form, &share, &error))
    wrong = form->share;
  else if (!read_day (form, &day, &error))
    wrong = form->date;
  else if (!guatu_field_parse (plan, GUATU_TABLE_REPORT, GUATU_REPORT_AMOUNT, amount, &settings[3].value, &error))
    wrong = form->amount;
  else if (form->report != 0)
    correct (form, settings, 4, day, share, &error);
  else
    guatu_document_report (form->document, form->task, day.integer, share.integer, settings, 4, NULL, &error);
  guatu_form_popover_finish (GUATU_FORM_POPOVER (widget), wrong, error);
}

/* Building ------------------------------------------------------------------------------------------- */

static GtkWidget *
new_share (gint64 share)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, SHARE_MOST, 1);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), share % 100 != 0 ? 2 : 0);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), (double) share / 100);
  gtk_text_set_activates_default (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (spin))), TRUE);

  return spin;
}

static void
ask_day (Form             *form,
         GuatuFormPopover *popover)
{
  const GuatuSchedule *schedule = guatu_document_get_schedule (form->document);
  GtkWidget *date = guatu_date_entry_new_bare (TRUE);

  form->date = GTK_WIDGET (guatu_date_entry_get_entry (GUATU_DATE_ENTRY (date)));
  guatu_date_entry_set_span (GUATU_DATE_ENTRY (date), schedule->plan_start, schedule->plan_finish);
  gtk_editable_set_text (GTK_EDITABLE (form->date), form->day);
  gtk_entry_set_activates_default (GTK_ENTRY (form->date), TRUE);
  guatu_form_popover_ask (popover, _("Date"), date, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->date), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Date"), -1);
}

static void
ask_person (Form             *form,
            GuatuFormPopover *popover,
            gint32            chosen)
{
  const GuatuPlan *plan = guatu_document_get_plan (form->document);
  GtkStringList *names = gtk_string_list_new (NULL);
  gint64 nobody = 0;
  guint n, place = 0;
  g_autofree gint32 *rows = guatu_plan_in_order (plan, GUATU_TABLE_PERSON, &n);

  g_array_append_val (form->people, nobody);
  gtk_string_list_append (names, _("None"));
  for (guint i = 0; i < n; i++)
    {
      gint64 id = guatu_plan_id (plan, GUATU_TABLE_PERSON, rows[i]);

      place = rows[i] == chosen ? i + 1 : place;
      g_array_append_val (form->people, id);
      gtk_string_list_append (names, guatu_plan_string (plan, GUATU_TABLE_PERSON, rows[i], GUATU_PERSON_NAME));
    }
  form->person = g_object_ref_sink (gtk_drop_down_new (G_LIST_MODEL (names), NULL));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (form->person), place);
  if (n > 0)
    guatu_form_popover_ask (popover, _(guatu_field (GUATU_TABLE_REPORT, GUATU_REPORT_PERSON)->label), form->person,
                            FALSE);
  g_object_unref (form->person);
  if (n == 0)
    form->person = NULL;
}

GtkWidget *
guatu_report_form_new (GuatuDocument *document,
                       gint64         task,
                       gint64         report)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 row = report != 0 ? guatu_plan_find (plan, GUATU_TABLE_REPORT, report) : -1;
  const GuatuReport *reports = guatu_plan_rows (plan, GUATU_TABLE_REPORT);
  GtkWidget *widget = guatu_form_popover_new (row >= 0 ? _("Report") : _("Report Progress"));
  GuatuFormPopover *popover = GUATU_FORM_POPOVER (widget);
  g_autofree char *amount = row >= 0 ? guatu_field_format (plan, GUATU_TABLE_REPORT, row, GUATU_REPORT_AMOUNT)
                                     : g_strdup ("");
  Form *form = g_new0 (Form, 1);

  form->document = g_object_ref (document);
  form->task = task;
  form->report = row >= 0 ? report : 0;
  form->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  form->day = row >= 0 ? guatu_field_edit_date_text (guatu_instant_day (reports[row].date) * GUATU_DAY, 0)
                       : guatu_inspector_edit_report_day (plan);
  form->share = new_share (row >= 0 ? reports[row].share
                                    : guatu_inspector_edit_last_share (plan, guatu_plan_find (plan, GUATU_TABLE_TASK,
                                                                                              task)));
  form->done = guatu_form_entry_new (row >= 0 ? guatu_plan_text (plan, reports[row].done) : "",
                                     _("optional"));
  form->next = guatu_form_entry_new (row >= 0 ? guatu_plan_text (plan, reports[row].next) : "",
                                     _("optional"));
  form->amount = guatu_form_entry_new (amount, NULL);
  guatu_form_popover_ask (popover, _("Done, in percent"), form->share, FALSE);
  ask_day (form, popover);
  guatu_form_popover_ask (popover, _("What was done"), form->done, TRUE);
  guatu_form_popover_ask (popover, _("What comes next"), form->next, TRUE);
  guatu_form_popover_ask (popover, _(guatu_field (GUATU_TABLE_REPORT, GUATU_REPORT_AMOUNT)->label), form->amount,
                          FALSE);
  ask_person (form, popover, row >= 0 ? reports[row].person : -1);
  guatu_form_popover_add_button (popover, row >= 0 ? _("_Set") : _("_Report"));
  g_object_set_data (G_OBJECT (widget), FORM, form);
  g_signal_connect (widget, "done", G_CALLBACK (done_cb), NULL);
  g_signal_connect (widget, "destroy", G_CALLBACK (forget), NULL);

  return widget;
}
