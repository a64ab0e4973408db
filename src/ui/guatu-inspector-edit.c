/* guatu-inspector-edit.c — turns what is typed or picked in the inspector's forms into verbs. */
#include "guatu-inspector-edit.h"

#include "guatu-field-edit.h"
#include "guatu-progress.h"
#include "guatu-task-edit.h"

gboolean
guatu_inspector_edit_constrain (GuatuDocument   *document,
                                gint64           task,
                                GuatuConstraint  constraint,
                                const char      *date,
                                GError         **error)
{
  GuatuSetting settings[2] = { { GUATU_TASK_CONSTRAINT, GUATU_INTEGER (constraint) } };
  GuatuInstant when;

  if (!guatu_constraint_needs_date (constraint))
    return guatu_document_set (document, GUATU_TABLE_TASK, task, settings, 1, error);
  if (!guatu_field_edit_read_date (document, date, guatu_constraint_is_finish ((int) constraint), &when, error))
    return FALSE;

  settings[1] = (GuatuSetting) { GUATU_TASK_CONSTRAINT_DATE, GUATU_INTEGER (when) };
  return guatu_document_set (document, GUATU_TABLE_TASK, task, settings, 2, error);
}

char *
guatu_inspector_edit_report_day (const GuatuPlan *plan)
{
  GuatuInstant day = guatu_plan_settings (plan)->status_date;

  if (day == GUATU_NONE)
    day = guatu_today ();

  return guatu_field_edit_date_text (day - guatu_instant_daytime (day), 0);
}

gint64
guatu_inspector_edit_last_share (const GuatuPlan *plan,
                                 gint32           task)
{
  gint32 report = guatu_progress_latest_report (plan, task, GUATU_NONE);

  return report >= 0 ? guatu_plan_number (plan, GUATU_TABLE_REPORT, report, GUATU_REPORT_SHARE) : 0;
}
