/* guatu-report-list.c — shows the progress reports of a task, and has them corrected. */
#include "guatu-report-list.h"

#include <glib/gi18n-lib.h>

#include "guatu-part-text.h"
#include "guatu-report-form.h"
#include "guatu-task-words.h"

struct _GuatuReportList
{
  GuatuPartList  parent_instance;

  GtkWidget     *button;
};

G_DEFINE_FINAL_TYPE (GuatuReportList, guatu_report_list, GUATU_TYPE_PART_LIST)

static const GuatuReport *
report_at (GuatuPartList *list,
           gint32         row)
{
  return (const GuatuReport *) guatu_plan_rows (guatu_part_list_get_plan (list), GUATU_TABLE_REPORT) + row;
}

/* Changing ------------------------------------------------------------------------------------------- */

/* 0: a new one. */
static void
show_form (GuatuPartList *list,
           gint64         report,
           GtkWidget     *at)
{
  GtkWidget *form = guatu_report_form_new (guatu_part_list_get_document (list), guatu_part_list_get_task (list),
                                           report);

  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), GTK_WIDGET (list), at);
}

static void
add_cb (GuatuReportList *self)
{
  if (guatu_part_list_get_task_row (GUATU_PART_LIST (self)) >= 0)
    show_form (GUATU_PART_LIST (self), 0, self->button);
}

static gboolean
edit (GuatuPartList  *list,
      gint32          row,
      GtkWidget      *button,
      GError        **error)
{
  show_form (list, report_at (list, row)->id, button);
  return TRUE;
}

static gboolean
take_back (GuatuPartList  *list,
           gint32          row,
           GtkWidget      *button,
           GError        **error)
{
  return guatu_document_remove (guatu_part_list_get_document (list), GUATU_TABLE_REPORT, report_at (list, row)->id,
                                error);
}

/* Rows ----------------------------------------------------------------------------------------------- */

/* "61% · Oct 12, 2022". */
static char *
say_report (const GuatuReport *report)
{
  g_autofree char *share = guatu_words_share (report->share);
  g_autofree char *day = guatu_words_day (report->date);

  /* Translators: a share, and the day of which it was reported. */
  return g_strdup_printf (_("%1$s · %2$s"), share, day);
}

static void
add_line (GString    *text,
          const char *form,
          const char *what)
{
  if (*what == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, form);
  g_string_replace (text, "%s", what, 1);
}

/* All else that it says, a line each. */
static char *
say_more (const GuatuPlan   *plan,
          const GuatuReport *report)
{
  GString *text = g_string_new (NULL);
  g_autofree char *money = report->amount != GUATU_NONE
                             ? g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", report->amount / 100,
                                                (int) (report->amount % 100)) : g_strdup ("");

  add_line (text, "%s", guatu_plan_text (plan, report->done));
  /* Translators: what comes next, as a report says it. */
  add_line (text, _("Next: %s"), guatu_plan_text (plan, report->next));
  add_line (text, _("Amount: %s"), money);
  if (report->person >= 0)
    add_line (text, _("Reported by %s"),
              guatu_plan_string (plan, GUATU_TABLE_PERSON, report->person, GUATU_PERSON_NAME));

  return g_string_free (text, FALSE);
}

static GtkWidget *
make_row (GuatuPartList *list,
          gint32         row)
{
  const GuatuReport *report = report_at (list, row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *title = say_report (report), *more = say_more (guatu_part_list_get_plan (list), report);

  gtk_box_append (GTK_BOX (box), guatu_part_text_new (title, more));
  gtk_box_append (GTK_BOX (box), guatu_part_list_new_button (list, "document-edit-symbolic", _("Change"), title, edit));
  gtk_box_append (GTK_BOX (box), guatu_part_list_new_button (list, "list-remove-symbolic", _("Remove"), title,
                                                             take_back));

  return box;
}

static char *
tell (GuatuPartList *list,
      gint32         row)
{
  const GuatuReport *report = report_at (list, row);
  g_autofree char *title = say_report (report), *more = say_more (guatu_part_list_get_plan (list), report);

  return g_strconcat (title, "\n", more, NULL);
}

/* The newest first; of one day the one entered later, which counts. */
static int
compare_days (gconstpointer a,
              gconstpointer b,
              gpointer      list)
{
  const GuatuReport *first = report_at (list, *(const gint32 *) a), *second = report_at (list, *(const gint32 *) b);
  gint64 day = guatu_instant_day (first->date), other = guatu_instant_day (second->date);

  if (day != other)
    return day > other ? -1 : 1;
  return (first->id < second->id) - (first->id > second->id);
}

static gint32 *
list_reports (GuatuPartList *list,
              gint32         task,
              guint         *n)
{
  return guatu_part_list_referrers (list, GUATU_REPORT_TASK, compare_days, n);
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_report_list_class_init (GuatuReportListClass *class)
{
  GuatuPartListClass *parts = GUATU_PART_LIST_CLASS (class);

  parts->table = GUATU_TABLE_REPORT;
  parts->list = list_reports;
  parts->tell = tell;
  parts->make_row = make_row;
}

static void
guatu_report_list_init (GuatuReportList *self)
{
  guatu_part_list_describe (GUATU_PART_LIST (self), _("Reports"), _("Nothing has been reported yet."));
  self->button = guatu_part_list_add_button (GUATU_PART_LIST (self), _("_Report Progress…"), G_CALLBACK (add_cb));
}

GtkWidget *
guatu_report_list_new (GuatuDocument *document)
{
  return guatu_part_list_new (GUATU_TYPE_REPORT_LIST, document);
}
