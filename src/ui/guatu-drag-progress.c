/* guatu-drag-progress.c — turns a place on a bar into a report of progress. */
#include "guatu-drag-progress.h"

#include <glib/gi18n.h>
#include <math.h>

#include "guatu-edit-private.h"
#include "guatu-progress.h"
#include "guatu-task-words.h"

/* 1/100 %. */
#define ALL 10000
#define KEY_STEP 500

/* A report of an earlier day than one that is there would change nothing that is seen. */
static gboolean
check_latest (const GuatuPlan  *plan,
              gint32            row,
              GuatuInstant      day,
              GError          **error)
{
  gint32 latest = guatu_progress_latest_report (plan, row, GUATU_NONE);
  GuatuInstant reported = latest >= 0 ? guatu_plan_number (plan, GUATU_TABLE_REPORT, latest, GUATU_REPORT_DATE)
                                      : GUATU_NONE;
  g_autofree char *date = NULL, *of = NULL;

  if (reported == GUATU_NONE || guatu_instant_day (reported) <= guatu_instant_day (day))
    return TRUE;

  date = guatu_words_day (reported);
  of = guatu_words_day (day);
  return guatu_edit_refuse (error, _("“%1$s” was already reported on %2$s, so a report on %3$s would not count. Move "
                                     "the status date forward first."), guatu_plan_task_name (plan, row), date, of);
}

gboolean
guatu_drag_progress_check (GuatuDocument  *document,
                           gint64          task,
                           GuatuInstant    day,
                           GError        **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  const char *reason = guatu_document_get_read_only_reason (document);
  gint32 row = guatu_edit_find_task (document, task);

  if (reason != NULL)
    return guatu_edit_refuse (error, "%s", reason);
  if (row < 0)
    return guatu_edit_refuse (error, "%s", _("This task no longer exists."));
  if (guatu_plan_is_summary (plan, row))
    return guatu_edit_refuse (error, _("“%s” has subtasks: report on those, and its progress follows."),
                              guatu_plan_task_name (plan, row));
  if (*guatu_plan_task_string (plan, row, GUATU_TASK_EXTERNAL) != '\0')
    return guatu_edit_refuse (error, _("“%s” belongs to another plan, and progress is reported there."),
                              guatu_plan_task_name (plan, row));

  return check_latest (plan, row, day, error);
}

gint64
guatu_drag_progress_share (GuatuDocument *document,
                           gint64         task)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 row = guatu_edit_find_task (document, task);
  gint32 report = row >= 0 ? guatu_progress_latest_report (plan, row, GUATU_NONE) : -1;

  return report >= 0 ? guatu_plan_number (plan, GUATU_TABLE_REPORT, report, GUATU_REPORT_SHARE) : 0;
}

/* What takes no time is reached at one instant. */
static gboolean
is_moment (GuatuDocument *document,
           gint32         row)
{
  const GuatuSchedule *schedule = guatu_document_get_schedule (document);

  return schedule->start[row] == schedule->finish[row];
}

gint64
guatu_drag_progress_at (GuatuDocument *document,
                        gint64         task,
                        double         date,
                        gint64         step)
{
  const GuatuSchedule *schedule = guatu_document_get_schedule (document);
  gint32 row = guatu_edit_find_task (document, task);
  double share;

  if (row < 0 || schedule->start[row] == GUATU_NONE || schedule->finish[row] == GUATU_NONE)
    return 0;
  if (is_moment (document, row))
    return date >= (double) schedule->start[row] ? ALL : 0;

  share = (date - (double) schedule->start[row]) / (double) (schedule->finish[row] - schedule->start[row]);

  return CLAMP ((gint64) round (CLAMP (share, 0, 1) * ALL / (double) step) * step, 0, ALL);
}

gint64
guatu_drag_progress_step (GuatuDocument *document,
                          gint64         task,
                          int            direction)
{
  gint64 share = guatu_drag_progress_share (document, task);
  gint32 row = guatu_edit_find_task (document, task);
  gint64 step = row >= 0 && is_moment (document, row) ? ALL : KEY_STEP;
  gint64 steps = direction > 0 ? share / step + 1 : (share - 1 + step) / step - 1;

  return CLAMP (steps * step, 0, ALL);
}

GuatuInstant
guatu_drag_progress_day (GuatuDocument *document,
                         GuatuInstant   today)
{
  GuatuInstant status_date = guatu_plan_settings (guatu_document_get_plan (document))->status_date;

  return status_date != GUATU_NONE ? status_date : today;
}

gboolean
guatu_drag_progress_commit (GuatuDocument  *document,
                            gint64          task,
                            GuatuInstant    day,
                            gint64          share,
                            GError        **error)
{
  if (!guatu_drag_progress_check (document, task, day, error))
    return FALSE;

  return share == guatu_drag_progress_share (document, task)
         || guatu_document_report (document, task, day, share, NULL, 0, NULL, error);
}

/* Whose progress follows from that of others. */
static gboolean
is_summary (GuatuDocument *document,
            gint64         task)
{
  gint32 row = guatu_edit_find_task (document, task);

  return row >= 0 && guatu_plan_is_summary (guatu_document_get_plan (document), row);
}

/* Of several, those with subtasks are left to follow from these. */
gboolean
guatu_drag_progress_step_all (GuatuDocument  *document,
                              const gint64   *tasks,
                              guint           n,
                              int             direction,
                              GuatuInstant    day,
                              GError        **error)
{
  g_autofree GuatuTaskShare *shares = g_new (GuatuTaskShare, MAX (n, 1));
  guint n_stepped = 0, n_left = 0;

  for (guint i = 0; i < n; i++)
    {
      gint64 share = guatu_drag_progress_step (document, tasks[i], direction);

      if (is_summary (document, tasks[i]) && ++n_left < n)
        continue;
      if (!guatu_drag_progress_check (document, tasks[i], day, error))
        return FALSE;
      if (share != guatu_drag_progress_share (document, tasks[i]))
        shares[n_stepped++] = (GuatuTaskShare) { tasks[i], share };
    }

  return n_stepped == 0 || guatu_document_report_tasks (document, shares, n_stepped, day, error);
}
