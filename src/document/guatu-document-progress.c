/* guatu-document-progress.c — the verbs that record how it goes: report, set baseline. */
#include "guatu-row-edit.h"

#include <glib/gi18n-lib.h>

#include "guatu-id.h"
#include "guatu-progress.h"

/* What the caller may say of a report besides its task, date and share. */
static gboolean
check_further (const GuatuSetting *settings, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    if (settings[i].field != GUATU_REPORT_AMOUNT && settings[i].field != GUATU_REPORT_DONE &&
        settings[i].field != GUATU_REPORT_NEXT && settings[i].field != GUATU_REPORT_PERSON)
      return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                    _("A report takes amount, done, next and person, and no other fields."));
  return TRUE;
}

/* A leaf's actuals follow its latest report. One of a day before another's changes no truth; of one day the report
 * entered later counts, whatever its hour. A summary's dates come from its subtasks. */
static gboolean
write_actuals (GuatuDocument *self, gint32 task, GuatuInstant date, gint64 share, GError **error)
{
  gint32 latest = guatu_progress_latest_report (self->plan, task, GUATU_NONE);
  GuatuRowEdit edit;

  if (guatu_plan_is_summary (self->plan, task))
    return TRUE;
  if (latest >= 0 && guatu_instant_day (guatu_plan_number (self->plan, GUATU_TABLE_REPORT, latest, GUATU_REPORT_DATE)) >
                     guatu_instant_day (date))
    return TRUE;

  guatu_row_edit_init_row (&edit, self, GUATU_TABLE_TASK, task);
  guatu_row_edit_take_report (&edit, date, share);
  return guatu_row_edit_write (&edit, error);
}

/* The report that is newest once @report is as @edit has it, or gone; -1: none is left. @begun: whether any says that
 * something was done. */
static gint32
newest_then (const GuatuPlan *plan, gint32 report, const GuatuRowEdit *edit, GuatuInstant *date, gint64 *share,
             gboolean *begun)
{
  const GuatuReport *reports = guatu_plan_rows (plan, GUATU_TABLE_REPORT);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_REPORT, GUATU_REPORT_TASK, reports[report].task, &n);
  gint32 newest = -1;

  *begun = FALSE;
  for (guint i = 0; i < n; i++)
    {
      gboolean own = rows[i] == report;
      gint64 when = own && edit != NULL ? guatu_row_edit_number (edit, GUATU_REPORT_DATE) : reports[rows[i]].date;
      gint64 done = own && edit != NULL ? guatu_row_edit_number (edit, GUATU_REPORT_SHARE) : reports[rows[i]].share;

      if (own && edit == NULL)
        continue;
      *begun = *begun || done > 0;
      if (newest < 0 || guatu_instant_day (when) >= guatu_instant_day (*date))
        {
          newest = rows[i];
          *date = when;
          *share = done;
        }
    }
  return newest;
}

gboolean
guatu_document_follow_report (GuatuDocument *self, gint32 report, const GuatuRowEdit *edit, GError **error)
{
  gint32 task = (gint32) guatu_plan_number (self->plan, GUATU_TABLE_REPORT, report, GUATU_REPORT_TASK);
  GuatuInstant date = GUATU_NONE;
  gint64 share = 0;
  gboolean begun;
  gint32 newest;
  GuatuRowEdit leaf;

  if (edit != NULL && !guatu_row_edit_changes (edit, GUATU_REPORT_DATE) &&
      !guatu_row_edit_changes (edit, GUATU_REPORT_SHARE))
    return TRUE;
  newest = newest_then (self->plan, report, edit, &date, &share, &begun);
  if (guatu_plan_is_summary (self->plan, task) ||
      (newest != report && guatu_progress_latest_report (self->plan, task, GUATU_NONE) != report))
    return TRUE;

  guatu_row_edit_init_row (&leaf, self, GUATU_TABLE_TASK, task);
  if (begun)
    guatu_row_edit_take_report (&leaf, date, share);
  else
    {
      guatu_row_edit_set_number (&leaf, GUATU_TASK_ACTUAL_START, GUATU_NONE);
      guatu_row_edit_set_number (&leaf, GUATU_TASK_ACTUAL_FINISH, GUATU_NONE);
      guatu_row_edit_set_number (&leaf, GUATU_TASK_REMAINING, GUATU_NONE);
      guatu_row_edit_place_stop (&leaf);
    }
  return guatu_row_edit_write (&leaf, error);
}

static gboolean
write_report (GuatuDocument      *self,
              gint32              task,
              const GuatuSetting *own,
              guint               n_own,
              const GuatuSetting *settings,
              guint               n,
              gint64             *id,
              JsonObject        **arguments,
              GError            **error)
{
  GuatuRowEdit edit;
  g_autofree char *date = NULL;
  g_autofree char *share = NULL;

  guatu_row_edit_init_new (&edit, self, GUATU_TABLE_REPORT);
  if (!guatu_row_edit_take (&edit, own, n_own, error) || !guatu_row_edit_take (&edit, settings, n, error) ||
      !guatu_row_edit_check_complete (&edit, error))
    return FALSE;

  if (!write_actuals (self, task, guatu_row_edit_number (&edit, GUATU_REPORT_DATE),
                      guatu_row_edit_number (&edit, GUATU_REPORT_SHARE), error) ||
      !guatu_row_edit_write (&edit, error))
    return FALSE;

  *id = edit.id;
  *arguments = guatu_arguments_for_row (edit.id, guatu_plan_task_name (self->plan, task));
  date = guatu_value_text (self->plan, guatu_field (GUATU_TABLE_REPORT, GUATU_REPORT_DATE),
                           edit.values[GUATU_REPORT_DATE], GUATU_UNIT_DAY, FALSE);
  share = guatu_value_text (self->plan, guatu_field (GUATU_TABLE_REPORT, GUATU_REPORT_SHARE),
                            edit.values[GUATU_REPORT_SHARE], GUATU_UNIT_DAY, FALSE);
  json_object_set_string_member (*arguments, "date", date);
  json_object_set_string_member (*arguments, "share", share);
  return TRUE;
}

gboolean
guatu_document_report (GuatuDocument      *self,
                       gint64              task,
                       GuatuInstant        date,
                       gint64              share,
                       const GuatuSetting *settings,
                       guint               n,
                       gint64             *id,
                       GError            **error)
{
  const GuatuSetting own[] = {
    { GUATU_REPORT_TASK, GUATU_INTEGER (task) },
    { GUATU_REPORT_DATE, GUATU_INTEGER (date) },
    { GUATU_REPORT_SHARE, GUATU_INTEGER (share) },
  };
  JsonObject *arguments = NULL;
  gint64 made = 0;
  gint32 row;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (settings != NULL || n == 0, FALSE);

  if (!check_further (settings, n, error) || !guatu_document_begin (self, error))
    return FALSE;

  row = guatu_document_find_row (self, GUATU_TABLE_TASK, task, error);
  ok = row >= 0 && write_report (self, row, own, G_N_ELEMENTS (own), settings, n, &made, &arguments, error);
  ok = guatu_document_end (self, ok, "report", arguments, 0, error);
  if (ok && id != NULL)
    *id = made;
  return ok;
}

/* One verb, which memory follows once; the entry tells the reports one by one. */
static gboolean
write_reports (GuatuDocument *self, const GuatuTaskShare *shares, guint n, GuatuInstant date, GError **error)
{
  JsonObject *arguments = NULL;
  gboolean ok = TRUE;

  if (!guatu_document_begin (self, error))
    return FALSE;

  for (guint i = 0; ok && i < n; i++)
    {
      const GuatuSetting own[] = {
        { GUATU_REPORT_TASK, GUATU_INTEGER (shares[i].task) },
        { GUATU_REPORT_DATE, GUATU_INTEGER (date) },
        { GUATU_REPORT_SHARE, GUATU_INTEGER (shares[i].share) },
      };
      gint32 row = guatu_document_find_row (self, GUATU_TABLE_TASK, shares[i].task, error);
      gint64 id;

      guatu_group_go_on (self, "report", &arguments);
      ok = row >= 0 && write_report (self, row, own, G_N_ELEMENTS (own), NULL, 0, &id, &arguments, error);
    }
  return guatu_document_end (self, ok, "report", arguments, 0, error);
}

gboolean
guatu_document_report_tasks (GuatuDocument        *self,
                             const GuatuTaskShare *shares,
                             guint                 n,
                             GuatuInstant          date,
                             GError              **error)
{
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (shares != NULL || n == 0, FALSE);

  if (!guatu_document_begin_group (self, error))
    return FALSE;
  ok = n == 0 || write_reports (self, shares, n, date, error);
  return guatu_document_end_group (self, ok, "tasks-report", NULL, n, error);
}

/* Baseline ----------------------------------------------------------------------------------------- */

static gboolean
write_baseline_task (GuatuDocument *self, gint64 baseline, gint32 task, GError **error)
{
  static const guint fields[] = {
    GUATU_BASELINE_TASK_BASELINE, GUATU_BASELINE_TASK_TASK, GUATU_BASELINE_TASK_START, GUATU_BASELINE_TASK_FINISH,
    GUATU_BASELINE_TASK_DURATION, GUATU_BASELINE_TASK_WORK, GUATU_BASELINE_TASK_INVESTMENT,
  };
  const GuatuField *duration = guatu_field (GUATU_TABLE_BASELINE_TASK, GUATU_BASELINE_TASK_DURATION);
  const GuatuSchedule *schedule = guatu_document_get_schedule (self);
  const GuatuValue values[] = {
    GUATU_INTEGER (baseline),
    GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_TASK, task)),
    GUATU_INTEGER (schedule->start[task]),
    GUATU_INTEGER (schedule->finish[task]),
    /* A summary may span more than any one task may take. */
    GUATU_INTEGER (CLAMP (guatu_schedule_duration (schedule, self->plan, task), duration->min, duration->max)),
    guatu_plan_get (self->plan, GUATU_TABLE_TASK, task, GUATU_TASK_PLANNED_WORK),
    guatu_plan_get (self->plan, GUATU_TABLE_TASK, task, GUATU_TASK_PLANNED_INVESTMENT),
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (fields) == G_N_ELEMENTS (values));

  return guatu_store_insert (self->store, GUATU_TABLE_BASELINE_TASK, guatu_id_next (), fields, values,
                             G_N_ELEMENTS (fields), error);
}

static gboolean
write_baseline (GuatuDocument *self, GuatuRowEdit *edit, const GuatuSetting *settings, guint n, GError **error)
{
  const gint32 *outline;
  guint n_tasks;

  guatu_row_edit_init_new (edit, self, GUATU_TABLE_BASELINE);
  if (!guatu_row_edit_take (edit, settings, n, error) || !guatu_row_edit_check (edit, error) ||
      !guatu_row_edit_write (edit, error))
    return FALSE;

  outline = guatu_plan_outline (self->plan, &n_tasks);
  for (guint i = 0; i < n_tasks; i++)
    if (!write_baseline_task (self, edit->id, outline[i], error))
      return FALSE;
  return TRUE;
}

gboolean
guatu_document_set_baseline (GuatuDocument *self, const char *name, GuatuInstant taken_on, gint64 *id, GError **error)
{
  const GuatuSetting settings[] = {
    { GUATU_BASELINE_NAME, GUATU_TEXT (name) },
    { GUATU_BASELINE_TAKEN_ON, taken_on == GUATU_NONE ? GUATU_NULL : GUATU_INTEGER (taken_on) },
  };
  GuatuRowEdit edit;
  JsonObject *arguments = NULL;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  if (!guatu_document_begin (self, error))
    return FALSE;

  ok = write_baseline (self, &edit, settings, G_N_ELEMENTS (settings), error);
  if (ok)
    arguments = guatu_arguments_for_row (edit.id, name);
  ok = guatu_document_end (self, ok, "baseline", arguments, 0, error);
  if (ok && id != NULL)
    *id = edit.id;
  return ok;
}
