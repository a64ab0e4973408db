/* guatu-inspector-edit.c — turns what is typed or picked in the inspector into verbs. */
#include "guatu-inspector-edit.h"

#include <glib/gi18n-lib.h>

#include "guatu-field-text.h"
#include "guatu-task-edit.h"
#include "guatu-typed-date.h"

static gint32
find_task (GuatuDocument *document,
           gint64         task,
           GError       **error)
{
  gint32 row = guatu_plan_find (guatu_document_get_plan (document), GUATU_TABLE_TASK, task);

  if (row < 0)
    g_set_error_literal (error, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_NOT_FOUND,
                         _("The task is no longer there."));
  return row;
}

/* Texts ---------------------------------------------------------------------------------------------- */

char *
guatu_inspector_edit_date_text (GuatuInstant date,
                                gint64       usual)
{
  GuatuCivil civil;

  if (date == GUATU_NONE)
    return g_strdup ("");
  if (guatu_instant_daytime (date) != usual % GUATU_DAY)
    {
      civil = guatu_instant_to_civil (date);
      return g_strdup_printf ("%04d-%02d-%02d %02d:%02d", civil.year, civil.month, civil.day, civil.hour, civil.minute);
    }

  /* What ends at 24:00 ends on the day before midnight. */
  civil = guatu_instant_to_civil (usual == GUATU_DAY ? date - 1 : date);
  return g_strdup_printf ("%04d-%02d-%02d", civil.year, civil.month, civil.day);
}

char *
guatu_inspector_edit_text (const GuatuPlan *plan,
                           gint32           task,
                           guint            field)
{
  const GuatuPlanRow *settings = guatu_plan_settings (plan);
  const GuatuField *info = guatu_field (GUATU_TABLE_TASK, field);
  const GuatuTask *row = guatu_plan_task (plan, task);
  GuatuDurationRates rates = guatu_plan_rates (plan);
  gboolean at_finish = (info->flags & GUATU_FIELD_AT_FINISH) != 0;

  if (field == GUATU_TASK_CONSTRAINT_DATE)
    at_finish = guatu_constraint_is_finish (row->constraint);
  if (info->type == GUATU_TYPE_INSTANT)
    return guatu_inspector_edit_date_text (guatu_plan_task_number (plan, task, field),
                                           at_finish ? settings->default_finish : settings->default_start);
  if (field == GUATU_TASK_DURATION)
    return guatu_duration_format ((GuatuDuration) { row->duration, row->duration_unit,
                                                    row->duration_kind == GUATU_DURATION_ELAPSED }, &rates);

  return g_strdup (guatu_plan_task_string (plan, task, field));
}

gboolean
guatu_inspector_edit_set (GuatuDocument *document,
                          gint64         task,
                          guint          field,
                          const char    *text,
                          GError       **error)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  GuatuSetting setting = { .field = field };
  GuatuColumnKind column = field == GUATU_TASK_DURATION ? GUATU_COLUMN_DURATION : GUATU_COLUMN_DEADLINE;

  if (find_task (document, task, error) < 0)
    return FALSE;
  /* What is typed here reads as it does in the table. */
  if (field == GUATU_TASK_DURATION || field == GUATU_TASK_DEADLINE)
    return guatu_task_edit_commit (document, task, column, typed, guatu_today (), error);
  if (!guatu_field_parse (guatu_document_get_plan (document), GUATU_TABLE_TASK, field, typed, &setting.value, error))
    return FALSE;

  return guatu_document_set (document, GUATU_TABLE_TASK, task, &setting, 1, error);
}

gboolean
guatu_inspector_edit_refer (GuatuDocument *document,
                            gint64         task,
                            guint          field,
                            gint64         id,
                            GError       **error)
{
  GuatuSetting setting = { field, id != 0 ? GUATU_INTEGER (id) : GUATU_NULL };

  return guatu_document_set (document, GUATU_TABLE_TASK, task, &setting, 1, error);
}

/* Constraints ---------------------------------------------------------------------------------------- */

gboolean
guatu_constraint_needs_date (GuatuConstraint constraint)
{
  return constraint != GUATU_CONSTRAINT_ASAP && constraint != GUATU_CONSTRAINT_ALAP;
}

static gboolean
parse_date (GuatuDocument *document,
            const char    *text,
            gboolean       at_finish,
            GuatuInstant  *date,
            GError       **error)
{
  const GuatuPlanRow *settings = guatu_plan_settings (guatu_document_get_plan (document));
  const GuatuSchedule *schedule = guatu_document_get_schedule (document);
  g_autofree char *typed = g_strstrip (g_strdup (text));
  GuatuTypedDate about = {
    .today = guatu_today (),
    .from = schedule->plan_start,
    .to = schedule->plan_finish,
    .daytime = at_finish ? settings->default_finish : settings->default_start,
  };

  if (guatu_typed_date_parse (&about, typed, date))
    return TRUE;

  g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID,
               _("“%s” is no date: write it like 9-26, 2022-09-26, tomorrow or +5d."), typed);
  return FALSE;
}

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
  if (!parse_date (document, date, guatu_constraint_is_finish ((int) constraint), &when, error))
    return FALSE;

  settings[1] = (GuatuSetting) { GUATU_TASK_CONSTRAINT_DATE, GUATU_INTEGER (when) };
  return guatu_document_set (document, GUATU_TABLE_TASK, task, settings, 2, error);
}

/* Roles ---------------------------------------------------------------------------------------------- */

gboolean
guatu_inspector_edit_has_role (const GuatuPlan *plan,
                               gint32           task,
                               GuatuRole        role,
                               gint64           unit,
                               gint64           person)
{
  const GuatuAssignment *assignments = guatu_plan_rows (plan, GUATU_TABLE_ASSIGNMENT);
  gint32 unit_row = unit != 0 ? guatu_plan_find (plan, GUATU_TABLE_UNIT, unit) : -1;
  gint32 person_row = person != 0 ? guatu_plan_find (plan, GUATU_TABLE_PERSON, person) : -1;
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    if (assignments[rows[i]].role == role && assignments[rows[i]].unit == unit_row
        && assignments[rows[i]].person == person_row)
      return TRUE;

  return FALSE;
}

gboolean
guatu_inspector_edit_toggle (GuatuDocument *document,
                             gint64         task,
                             GuatuRole      role,
                             gint64         unit,
                             gint64         person,
                             GError       **error)
{
  gint32 row = find_task (document, task, error);

  if (row < 0)
    return FALSE;
  if (guatu_inspector_edit_has_role (guatu_document_get_plan (document), row, role, unit, person))
    return guatu_document_unassign (document, task, unit, person, (int) role, error);

  return guatu_document_assign (document, task, unit, person, role, 10000, NULL, error);
}

/* Progress ------------------------------------------------------------------------------------------- */

gboolean
guatu_inspector_edit_report (GuatuDocument *document,
                             gint64         task,
                             const char    *date,
                             gint64         share,
                             GError       **error)
{
  GuatuInstant when;

  /* It speaks for its day, whatever the hour; where days end at midnight the finish would be on the next. */
  return parse_date (document, date, FALSE, &when, error)
         && guatu_document_report (document, task, when, share, NULL, 0, NULL, error);
}
