/* guatu-field-edit.c — turns the text of a form's field into the settings of a verb, and back. */
#include "guatu-field-edit.h"

#include <glib/gi18n-lib.h>

#include "guatu-field-text.h"
#include "guatu-task-edit.h"
#include "guatu-task-words.h"
#include "guatu-typed-date.h"

static gint32
find_task (GuatuDocument *document,
           gint64         task,
           GError       **error)
{
  gint32 row = guatu_plan_find (guatu_document_get_plan (document), GUATU_TABLE_TASK, task);

  if (row < 0)
    g_set_error_literal (error, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_NOT_FOUND,
                         _("This task no longer exists."));
  return row;
}

/* Whether a date in the field, typed without a time, is that of a finish. */
static gboolean
is_at_finish (const GuatuPlan *plan,
              gint32           task,
              guint            field)
{
  if (field == GUATU_TASK_CONSTRAINT_DATE && task >= 0)
    return guatu_constraint_is_finish (guatu_plan_task (plan, task)->constraint);

  return (guatu_field (GUATU_TABLE_TASK, field)->flags & GUATU_FIELD_AT_FINISH) != 0;
}

/* Texts ---------------------------------------------------------------------------------------------- */

char *
guatu_field_edit_date_text (GuatuInstant date,
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
guatu_field_edit_text (const GuatuPlan *plan,
                       gint32           task,
                       guint            field)
{
  const GuatuPlanRow *settings = guatu_plan_settings (plan);
  const GuatuField *info = guatu_field (GUATU_TABLE_TASK, field);
  const GuatuTask *row = guatu_plan_task (plan, task);
  GuatuDurationRates rates = guatu_plan_rates (plan);

  if (info->type == GUATU_TYPE_TEXT)
    return g_strdup (guatu_plan_task_string (plan, task, field));
  if (info->type == GUATU_TYPE_INSTANT)
    return guatu_field_edit_date_text (guatu_plan_task_number (plan, task, field),
                                       is_at_finish (plan, task, field) ? settings->default_finish
                                                                        : settings->default_start);
  if (field == GUATU_TASK_DURATION)
    return guatu_duration_format ((GuatuDuration) { row->duration, row->duration_unit,
                                                    row->duration_kind == GUATU_DURATION_ELAPSED }, &rates);

  return guatu_field_format (plan, GUATU_TABLE_TASK, task, field);
}

/* Reading -------------------------------------------------------------------------------------------- */

gboolean
guatu_field_edit_read_date (GuatuDocument *document,
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
               _("“%s” is not a date: write it like 9-26, 2022-09-26, tomorrow or +5d."), typed);
  return FALSE;
}

static guint
read_duration (GuatuDocument *document,
               const char    *text,
               GuatuSetting  *settings,
               GError       **error)
{
  GuatuDurationRates rates = guatu_plan_rates (guatu_document_get_plan (document));
  GuatuDuration duration;

  if (!guatu_duration_parse (text, &rates, FALSE, &duration))
    {
      g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID,
                   _("“%s” is not a duration: write it like 5d, 2w, 3.5h or 2d16h."), text);
      return 0;
    }
  settings[0] = (GuatuSetting) { GUATU_TASK_DURATION, GUATU_INTEGER (duration.amount) };
  settings[1] = (GuatuSetting) { GUATU_TASK_DURATION_KIND, GUATU_INTEGER (duration.elapsed ? GUATU_DURATION_ELAPSED
                                                                                           : GUATU_DURATION_WORKING) };
  settings[2] = (GuatuSetting) { GUATU_TASK_DURATION_UNIT, GUATU_INTEGER (duration.unit) };

  return 3;
}

guint
guatu_field_edit_read (GuatuDocument *document,
                       gint32         task,
                       guint          field,
                       const char    *text,
                       GuatuSetting  *settings,
                       GError       **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  GuatuInstant date;

  settings[0] = (GuatuSetting) { field, GUATU_NULL };
  if (field == GUATU_TASK_DURATION)
    return read_duration (document, text, settings, error);
  if (guatu_field (GUATU_TABLE_TASK, field)->type == GUATU_TYPE_INSTANT && *text != '\0')
    {
      if (!guatu_field_edit_read_date (document, text, is_at_finish (plan, task, field), &date, error))
        return 0;
      settings[0].value = GUATU_INTEGER (date);
      return 1;
    }

  return guatu_field_parse (plan, GUATU_TABLE_TASK, field, text, &settings[0].value, error) ? 1 : 0;
}

char *
guatu_field_edit_understood (GuatuDocument *document,
                             gint32         task,
                             guint          field,
                             const char    *text)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  const GuatuField *info = guatu_field (GUATU_TABLE_TASK, field);
  g_autofree char *typed = g_strstrip (g_strdup (text));
  GuatuSetting settings[GUATU_FIELD_EDIT_MOST];
  GuatuDurationRates rates = guatu_plan_rates (plan);

  if (*typed == '\0' || (info->type != GUATU_TYPE_INSTANT && info->type != GUATU_TYPE_WORK)
      || guatu_field_edit_read (document, task, field, typed, settings, NULL) == 0
      || settings[0].value.kind != GUATU_VALUE_INTEGER)
    return g_strdup ("");
  if (info->type == GUATU_TYPE_INSTANT)
    return is_at_finish (plan, task, field) ? guatu_words_finish (plan, settings[0].value.integer)
                                            : guatu_words_start (plan, settings[0].value.integer);
  if (field == GUATU_TASK_DURATION)
    return guatu_duration_label ((GuatuDuration) { settings[0].value.integer, settings[2].value.integer,
                                                   settings[1].value.integer == GUATU_DURATION_ELAPSED }, &rates);

  return guatu_duration_label ((GuatuDuration) { settings[0].value.integer, GUATU_UNIT_DAY,
                                                 field == GUATU_TASK_LEVELLING_DELAY }, &rates);
}

/* Verbs ---------------------------------------------------------------------------------------------- */

gboolean
guatu_field_edit_set (GuatuDocument *document,
                      gint64         task,
                      guint          field,
                      const char    *text,
                      GError       **error)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  GuatuSetting settings[GUATU_FIELD_EDIT_MOST];
  gint32 row = find_task (document, task, error);
  g_autofree char *before = row >= 0 ? guatu_field_edit_text (guatu_document_get_plan (document), row, field) : NULL;
  guint n;

  if (row < 0)
    return FALSE;
  /* What was left as it stood is no wish: an amount that is shown rounded stays what it is. */
  if (g_str_equal (typed, before))
    return TRUE;

  n = guatu_field_edit_read (document, row, field, typed, settings, error);
  return n > 0 && guatu_document_set (document, GUATU_TABLE_TASK, task, settings, n, error);
}

gboolean
guatu_constraint_needs_date (GuatuConstraint constraint)
{
  return constraint != GUATU_CONSTRAINT_ASAP && constraint != GUATU_CONSTRAINT_ALAP;
}

guint
guatu_field_edit_chosen (GuatuDocument *document,
                         gint32         task,
                         guint          field,
                         gint64         value,
                         GuatuSetting  *settings)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  const GuatuSchedule *schedule = guatu_document_get_schedule (document);
  gint64 day = guatu_plan_settings (plan)->minutes_per_day * GUATU_MINUTE;
  gboolean leaf = !guatu_plan_is_summary (plan, task);

  settings[0] = (GuatuSetting) { field, value != GUATU_NONE ? GUATU_INTEGER (value) : GUATU_NULL };
  if (field == GUATU_TASK_CONSTRAINT && guatu_constraint_needs_date ((GuatuConstraint) value)
      && guatu_plan_task_number (plan, task, GUATU_TASK_CONSTRAINT_DATE) == GUATU_NONE)
    {
      GuatuInstant date = guatu_constraint_is_finish ((int) value) ? schedule->finish[task] : schedule->start[task];

      settings[1] = (GuatuSetting) { GUATU_TASK_CONSTRAINT_DATE, GUATU_INTEGER (date) };
      return 2;
    }
  if (field == GUATU_TASK_KIND && leaf && value == GUATU_KIND_MILESTONE
      && guatu_plan_task (plan, task)->duration != 0)
    {
      settings[1] = (GuatuSetting) { GUATU_TASK_DURATION, GUATU_INTEGER (0) };
      return 2;
    }
  if (field == GUATU_TASK_KIND && leaf && value == GUATU_KIND_TASK && guatu_plan_task (plan, task)->duration == 0)
    {
      settings[1] = (GuatuSetting) { GUATU_TASK_DURATION, GUATU_INTEGER (day) };
      return 2;
    }

  return 1;
}

gboolean
guatu_field_edit_choose (GuatuDocument *document,
                         gint64         task,
                         guint          field,
                         gint64         value,
                         GError       **error)
{
  GuatuSetting settings[GUATU_FIELD_EDIT_MOST];
  gint32 row = find_task (document, task, error);

  if (row < 0)
    return FALSE;

  return guatu_document_set (document, GUATU_TABLE_TASK, task, settings,
                             guatu_field_edit_chosen (document, row, field, value, settings), error);
}
