/* guatu-target-form.c — asks for month and share of a target, and carries out what is said. */
#include "guatu-target-form.h"

#include <glib/gi18n-lib.h>

#include "guatu-chart-text.h"
#include "guatu-field-edit.h"
#include "guatu-field-text.h"
#include "guatu-task-words.h"

#define FORM "guatu-target-form"

/* What the form is about. */
typedef struct
{
  GuatuDocument *document;
  gint64         task;
  gint64         target;        /* 0: a new one */
  GtkWidget     *month;
  GtkWidget     *share;
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

/* Months --------------------------------------------------------------------------------------------- */

static GuatuInstant
last_day (int year,
          int month)
{
  GuatuCivil next = { .year = month == 12 ? year + 1 : year, .month = month == 12 ? 1 : month + 1, .day = 1 };

  return guatu_instant_from_civil (next) - GUATU_DAY;
}

static GuatuInstant
last_day_of (GuatuInstant t)
{
  GuatuCivil civil = guatu_instant_to_civil (t);

  return last_day (civil.year, civil.month);
}

char *
guatu_target_month (GuatuInstant date)
{
  GString *text;

  if (date != last_day_of (date))
    return guatu_words_day (date);
  text = g_string_new (NULL);
  guatu_chart_expand (text, guatu_chart_language (NULL), C_("date", "{Mon} {year}"), date);

  return g_string_free (text, FALSE);
}

/* As it is typed. */
static char *
month_text (GuatuInstant date)
{
  GuatuCivil civil = guatu_instant_to_civil (date);

  return date == last_day_of (date) ? g_strdup_printf ("%04d-%02d", civil.year, civil.month)
                                    : guatu_field_edit_date_text (date, 0);
}

/* "2022-10", "2022年10月", "10", "10月". @year 0: none was given. */
static gboolean
take_month (const char *text,
            int        *year,
            int        *month)
{
  g_autoptr(GRegex) form = g_regex_new ("^\\s*(?:(\\d{4})\\s*[-/.年]\\s*)?(\\d{1,2})\\s*月?\\s*$", 0, 0, NULL);
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *first = NULL, *second = NULL;

  if (plain == NULL || !g_regex_match (form, plain, 0, &match))
    return FALSE;
  first = g_match_info_fetch (match, 1);
  second = g_match_info_fetch (match, 2);
  *year = (int) g_ascii_strtoll (first, NULL, 10);
  *month = (int) g_ascii_strtoll (second, NULL, 10);

  return *month >= 1 && *month <= 12;
}

gboolean
guatu_target_read (GuatuDocument *document,
                   const char    *text,
                   GuatuInstant  *date,
                   GError       **error)
{
  int year, month;

  if (take_month (text, &year, &month))
    {
      g_autofree char *first = year != 0 ? g_strdup_printf ("%04d-%02d-01", year, month)
                                         : g_strdup_printf ("%d-1", month);

      if (!guatu_field_edit_read_date (document, first, FALSE, date, error))
        return FALSE;
      *date = last_day_of (*date);
      return TRUE;
    }
  if (guatu_field_edit_read_date (document, text, FALSE, date, NULL))
    {
      *date = guatu_instant_day (*date) * GUATU_DAY;
      return TRUE;
    }

  g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID,
               _("“%s” is not a month: write it like 2022-10, or a day like 2022-10-15."), text);
  return FALSE;
}

/* The month after the last target; without any the one in which the task begins. */
static GuatuInstant
next_month (GuatuDocument *document,
            gint32         task)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  const GuatuTaskTarget *targets = guatu_plan_rows (plan, GUATU_TABLE_TASK_TARGET);
  GuatuInstant last = GUATU_NONE;
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_TASK_TARGET, GUATU_TASK_TARGET_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    if (last == GUATU_NONE || targets[rows[i]].date > last)
      last = targets[rows[i]].date;

  return last_day_of (last != GUATU_NONE ? last_day_of (last) + GUATU_DAY
                                         : guatu_document_get_schedule (document)->start[task]);
}

/* The form ------------------------------------------------------------------------------------------- */

static void
set_cb (GtkWidget *widget)
{
  Form *form = g_object_get_data (G_OBJECT (widget), FORM);
  g_autofree char *month = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->month))));
  g_autofree char *share = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->share))));
  GuatuSetting settings[3] = { { GUATU_TASK_TARGET_DATE, GUATU_INTEGER (0) },
                               { GUATU_TASK_TARGET_SHARE, GUATU_NULL },
                               { GUATU_TASK_TARGET_TASK, GUATU_INTEGER (form->task) } };
  GtkWidget *wrong = form->month;
  g_autoptr(GError) error = NULL;

  if (!guatu_target_read (form->document, month, &settings[0].value.integer, &error))
    wrong = form->month;
  else if (!guatu_field_parse (guatu_document_get_plan (form->document), GUATU_TABLE_TASK_TARGET,
                               GUATU_TASK_TARGET_SHARE, share, &settings[1].value, &error))
    wrong = form->share;
  else if (form->target != 0)
    guatu_document_set (form->document, GUATU_TABLE_TASK_TARGET, form->target, settings, 2, &error);
  else
    guatu_document_add (form->document, GUATU_TABLE_TASK_TARGET, settings, 3, NULL, &error);
  guatu_form_popover_finish (GUATU_FORM_POPOVER (widget), wrong, error);
}

GtkWidget *
guatu_target_form_new (GuatuDocument *document,
                       gint64         task,
                       gint64         target)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 row = target != 0 ? guatu_plan_find (plan, GUATU_TABLE_TASK_TARGET, target) : -1;
  const GuatuTaskTarget *targets = guatu_plan_rows (plan, GUATU_TABLE_TASK_TARGET);
  GtkWidget *widget = guatu_form_popover_new (row >= 0 ? _("Monthly Target") : _("New Monthly Target"));
  GuatuFormPopover *popover = GUATU_FORM_POPOVER (widget);
  GuatuInstant date = row >= 0 ? targets[row].date
                               : next_month (document, guatu_plan_find (plan, GUATU_TABLE_TASK, task));
  g_autofree char *month = month_text (date);
  g_autofree char *share = row >= 0 ? guatu_field_format (plan, GUATU_TABLE_TASK_TARGET, row, GUATU_TASK_TARGET_SHARE)
                                    : g_strdup ("");
  Form *form = g_new0 (Form, 1);

  form->document = g_object_ref (document);
  form->task = task;
  form->target = row >= 0 ? target : 0;
  form->month = guatu_form_entry_new (month, NULL);
  gtk_widget_set_tooltip_text (form->month, _("A month like 2022-10, which stands for its last day, or any other day"));
  form->share = guatu_form_entry_new (share, NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (form->month), 10);
  gtk_editable_set_width_chars (GTK_EDITABLE (form->share), 10);
  guatu_form_popover_ask (popover, _("By the end of"), form->month, FALSE);
  guatu_form_popover_ask (popover, _("Done, in percent"), form->share, FALSE);
  guatu_form_popover_add_button (popover, row >= 0 ? _("_Set") : _("_Add"));
  g_object_set_data (G_OBJECT (widget), FORM, form);
  g_signal_connect (widget, "done", G_CALLBACK (set_cb), NULL);
  g_signal_connect (widget, "destroy", G_CALLBACK (forget), NULL);

  return widget;
}
