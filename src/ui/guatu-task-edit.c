/* guatu-task-edit.c — turns what is typed, and what keys say, into verbs. */
#include "guatu-task-edit.h"

#include <glib/gi18n.h>

#include "guatu-custom-edit.h"
#include "guatu-edit-private.h"
#include "guatu-field-text.h"
#include "guatu-links-text.h"
#include "guatu-typed-date.h"

/* What a column shows of a task's own fields; 0: none of them. */
static const guint fields[GUATU_COLUMN_CUSTOM] = {
  [GUATU_COLUMN_WBS] = GUATU_TASK_WBS,
  [GUATU_COLUMN_NAME] = GUATU_TASK_NAME,
  [GUATU_COLUMN_DURATION] = GUATU_TASK_DURATION,
  [GUATU_COLUMN_START] = GUATU_TASK_CONSTRAINT_DATE,
  [GUATU_COLUMN_DEADLINE] = GUATU_TASK_DEADLINE,
  [GUATU_COLUMN_PROGRESS] = GUATU_REPORT_SHARE,
  [GUATU_COLUMN_OBJECTIVE] = GUATU_TASK_OBJECTIVE,
};

GuatuInstant
guatu_today (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return guatu_instant_from_civil ((GuatuCivil) { .year = g_date_time_get_year (now),
                                                  .month = g_date_time_get_month (now),
                                                  .day = g_date_time_get_day_of_month (now) });
}

static gboolean
is_typed (GuatuColumnKind column)
{
  return column < GUATU_N_COLUMNS
         && (column >= GUATU_COLUMN_CUSTOM || fields[column] != 0 || column == GUATU_COLUMN_PREDECESSORS);
}

/* The id of the custom field that the column shows; 0: of none. */
static gint64
custom_of (const GuatuPlan *plan,
           GuatuColumnKind  column)
{
  gint32 field = guatu_column_field (plan, column);

  return field >= 0 ? guatu_plan_id (plan, GUATU_TABLE_CUSTOM_FIELD, field) : 0;
}

/* Texts ---------------------------------------------------------------------------------------------- */

gboolean
guatu_task_edit_can (GuatuDocument   *document,
                     gint64           task,
                     GuatuColumnKind  column)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, task);

  if (row < 0 || !is_typed (column) || guatu_document_get_read_only_reason (document) != NULL)
    return FALSE;

  if (column == GUATU_COLUMN_PREDECESSORS)
    return TRUE;
  if (column >= GUATU_COLUMN_CUSTOM)
    return custom_of (plan, column) != 0;

  /* A summary's length and its share follow from what is below it. */
  return !guatu_plan_is_summary (plan, row)
         || (column != GUATU_COLUMN_DURATION && column != GUATU_COLUMN_PROGRESS);
}

/* "2022-09-26", with the time where it is not the one that a date without one takes. */
static char *
date_text (GuatuInstant t,
           gint64       daytime)
{
  GuatuCivil civil = guatu_instant_to_civil (t);

  if (t == GUATU_NONE)
    return g_strdup ("");
  if (guatu_instant_daytime (t) == daytime)
    return g_strdup_printf ("%04d-%02d-%02d", civil.year, civil.month, civil.day);

  return g_strdup_printf ("%04d-%02d-%02d %02d:%02d", civil.year, civil.month, civil.day, civil.hour, civil.minute);
}

static char *
duration_text (const GuatuPlan *plan,
               gint32           row)
{
  const GuatuTask *task = guatu_plan_task (plan, row);
  GuatuDurationRates rates = guatu_plan_rates (plan);
  GuatuDuration duration = {
    .amount = guatu_plan_task_number (plan, row, GUATU_TASK_DURATION),
    .unit = (GuatuDurationUnit) task->duration_unit,
    .elapsed = task->duration_kind == GUATU_DURATION_ELAPSED,
  };

  return duration.amount == GUATU_NONE ? g_strdup ("") : guatu_duration_format (duration, &rates);
}

static GuatuReport
last_report (const GuatuPlan *plan,
             gint32           row)
{
  const GuatuReport *reports = guatu_plan_rows (plan, GUATU_TABLE_REPORT);
  GuatuReport last = { .date = GUATU_NONE };
  guint n;
  const gint32 *list = guatu_plan_referrers (plan, GUATU_TABLE_REPORT, GUATU_REPORT_TASK, row, &n);

  for (guint i = 0; i < n; i++)
    if (last.date == GUATU_NONE || reports[list[i]].date >= last.date)
      last = reports[list[i]];

  return last;
}

static char *
share_text (const GuatuPlan *plan,
            gint32           row)
{
  gint64 share = last_report (plan, row).share;

  if (share % 100 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT "%%", share / 100);

  return g_strdup_printf ("%" G_GINT64_FORMAT ".%02d%%", share / 100, (int) (share % 100));
}

char *
guatu_task_edit_text (GuatuDocument   *document,
                      gint64           task,
                      GuatuColumnKind  column)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  const GuatuPlanRow *settings = guatu_plan_settings (plan);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, task);

  g_return_val_if_fail (row >= 0 && column < GUATU_N_COLUMNS, g_strdup (""));

  if (column >= GUATU_COLUMN_CUSTOM)
    return guatu_custom_edit_text (plan, row, custom_of (plan, column));

  switch ((int) column)
    {
    case GUATU_COLUMN_DURATION:
      return duration_text (plan, row);
    case GUATU_COLUMN_START:
      return date_text (guatu_document_get_schedule (document)->start[row], settings->default_start);
    case GUATU_COLUMN_FINISH:
      return date_text (guatu_document_get_schedule (document)->finish[row], settings->default_finish);
    case GUATU_COLUMN_DEADLINE:
      return date_text (guatu_plan_task_number (plan, row, GUATU_TASK_DEADLINE), settings->default_finish);
    case GUATU_COLUMN_PROGRESS:
      return share_text (plan, row);
    case GUATU_COLUMN_PREDECESSORS:
      return guatu_links_text (plan, row);
    case GUATU_COLUMN_NAME:
      return g_strdup (guatu_plan_task_name (plan, row));
    default:
      return g_strdup (fields[column] != 0 ? guatu_plan_task_string (plan, row, fields[column]) : "");
    }
}

/* Verbs ---------------------------------------------------------------------------------------------- */

static gboolean
set (GuatuDocument      *document,
     gint64              task,
     const GuatuSetting *settings,
     guint               n,
     GError            **error)
{
  return guatu_document_set (document, GUATU_TABLE_TASK, task, settings, n, error);
}

static gboolean
set_duration (GuatuDocument *document,
              gint64         task,
              const char    *text,
              GError       **error)
{
  GuatuDurationRates rates = guatu_plan_rates (guatu_document_get_plan (document));
  GuatuDuration duration;

  if (!guatu_duration_parse (text, &rates, FALSE, &duration))
    return guatu_edit_refuse (error, _("“%s” is not a duration: write it like 5d, 2w, 3.5h or 2d16h."), text);

  return set (document, task, (GuatuSetting[]) {
                { GUATU_TASK_DURATION, GUATU_INTEGER (duration.amount) },
                { GUATU_TASK_DURATION_KIND,
                  GUATU_INTEGER (duration.elapsed ? GUATU_DURATION_ELAPSED : GUATU_DURATION_WORKING) },
                { GUATU_TASK_DURATION_UNIT, GUATU_INTEGER (duration.unit) },
              }, 3, error);
}

gboolean
guatu_task_edit_read_date (GuatuDocument *document,
                           const char    *text,
                           gint64         daytime,
                           GuatuInstant   today,
                           GuatuInstant  *t)
{
  const GuatuSchedule *schedule = guatu_document_get_schedule (document);
  GuatuTypedDate about = {
    .today = today,
    .from = schedule->plan_start,
    .to = schedule->plan_finish,
    .daytime = daytime,
  };

  return guatu_typed_date_parse (&about, text, t);
}

static gboolean
read_date (GuatuDocument *document,
           const char    *text,
           gint64         daytime,
           GuatuInstant   today,
           GuatuInstant  *t,
           GError       **error)
{
  return guatu_task_edit_read_date (document, text, daytime, today, t)
         || guatu_edit_refuse (error, _("“%s” is not a date: write it like 9-26, 2022-09-26, tomorrow or +5d."), text);
}

/* A task with dates of its own keeps its length when its start moves. */
static gboolean
move_manual (GuatuDocument *document,
             gint64         id,
             gint32         task,
             GuatuInstant   start,
             GError       **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  const GuatuSchedule *schedule = guatu_document_get_schedule (document);
  const GuatuWorktime *worktime = guatu_plan_task_worktime (plan, task);
  gint64 work = guatu_worktime_work (worktime, schedule->start[task], schedule->finish[task]);
  GuatuInstant finish = work > 0 ? guatu_worktime_add (worktime, start, work) : start;

  return set (document, id, (GuatuSetting[]) {
                { GUATU_TASK_MANUAL_START, GUATU_INTEGER (start) },
                { GUATU_TASK_MANUAL_FINISH, GUATU_INTEGER (finish) },
              }, 2, error);
}

/*
 * Whoever types a start wants the bar there, and wants it to move on when what it waits for is late. That is what
 * "start no earlier than" does, and what other planners write for a typed start; a fixed date would tear links apart
 * without a word. An emptied start gives the date back to the links.
 */
static gboolean
set_start (GuatuDocument *document,
           gint64         id,
           const char    *text,
           GuatuInstant   today,
           GError       **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 task = guatu_plan_find (plan, GUATU_TABLE_TASK, id);
  GuatuInstant start;

  if (*text == '\0')
    return set (document, id, (GuatuSetting[]) { { GUATU_TASK_CONSTRAINT, GUATU_INTEGER (GUATU_CONSTRAINT_ASAP) } }, 1,
                error);
  if (!read_date (document, text, guatu_plan_settings (plan)->default_start, today, &start, error))
    return FALSE;
  if (guatu_plan_task (plan, task)->mode == GUATU_MODE_MANUAL)
    return move_manual (document, id, task, start, error);

  return set (document, id, (GuatuSetting[]) {
                { GUATU_TASK_CONSTRAINT, GUATU_INTEGER (GUATU_CONSTRAINT_SNET) },
                { GUATU_TASK_CONSTRAINT_DATE, GUATU_INTEGER (start) },
              }, 2, error);
}

static gboolean
set_deadline (GuatuDocument *document,
              gint64         task,
              const char    *text,
              GuatuInstant   today,
              GError       **error)
{
  gint64 daytime = guatu_plan_settings (guatu_document_get_plan (document))->default_finish;
  GuatuSetting setting = { GUATU_TASK_DEADLINE, GUATU_NULL };
  GuatuInstant deadline;

  if (*text != '\0')
    {
      if (!read_date (document, text, daytime, today, &deadline, error))
        return FALSE;
      setting.value = GUATU_INTEGER (deadline);
    }

  return set (document, task, &setting, 1, error);
}

static gboolean
set_share (GuatuDocument *document,
           gint64         task,
           const char    *text,
           GuatuInstant   today,
           GError       **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  GuatuInstant status_date = guatu_plan_settings (plan)->status_date;
  GuatuValue share;

  if (!guatu_field_parse (plan, GUATU_TABLE_REPORT, GUATU_REPORT_SHARE, text, &share, NULL)
      || share.kind != GUATU_VALUE_INTEGER)
    return guatu_edit_refuse (error, _("“%s” is not a percentage: write it like 34 or 34%%."), text);

  return guatu_document_report (document, task, status_date != GUATU_NONE ? status_date : today, share.integer, NULL, 0,
                                NULL, error);
}

gboolean
guatu_task_edit_commit (GuatuDocument   *document,
                        gint64           task,
                        GuatuColumnKind  column,
                        const char      *text,
                        GuatuInstant     today,
                        GError         **error)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  g_autofree char *before = NULL;
  gint32 row = guatu_plan_find (guatu_document_get_plan (document), GUATU_TABLE_TASK, task);

  g_return_val_if_fail (is_typed (column), FALSE);

  if (row < 0)
    return guatu_edit_refuse (error, "%s", _("This task no longer exists."));

  /* What was left as it stood is no wish: a scheduled start does not become a constraint by being looked at. */
  before = guatu_task_edit_text (document, task, column);
  if (g_str_equal (before, typed))
    return TRUE;
  if (column >= GUATU_COLUMN_CUSTOM)
    return guatu_custom_edit_set (document, task, custom_of (guatu_document_get_plan (document), column), typed, error);

  switch ((int) column)
    {
    case GUATU_COLUMN_DURATION:
      return set_duration (document, task, typed, error);
    case GUATU_COLUMN_START:
      return set_start (document, task, typed, today, error);
    case GUATU_COLUMN_DEADLINE:
      return set_deadline (document, task, typed, today, error);
    case GUATU_COLUMN_PROGRESS:
      return set_share (document, task, typed, today, error);
    case GUATU_COLUMN_PREDECESSORS:
      return guatu_links_text_set (document, task, typed, error);
    case GUATU_COLUMN_NAME:
      if (*typed == '\0')
        return guatu_edit_refuse (error, "%s", _("A task needs a name."));
      G_GNUC_FALLTHROUGH;
    default:
      return set (document, task, (GuatuSetting[]) { { fields[column], GUATU_TEXT (typed) } }, 1, error);
    }
}
