/* guatu-csv-progress.c — what has been done: actual dates and percentages become actuals and reports. */
#include "guatu-csv-private.h"

#include "guatu-id.h"
#include "guatu-progress.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TASK GUATU_TABLE_TASK
#define FULL 10000

typedef struct
{
  guint        record;
  gint64       share;             /* 1/100 %; GUATU_NONE: not said */
  GuatuInstant start;
  GuatuInstant finish;
} Progress;

/* Spreadsheets keep 40 % as 0.4: so a column whose largest number is at most 1 is meant in parts of one. */
static gboolean
is_in_parts (GuatuCsvImport *self)
{
  int column = self->columns.column[GUATU_CSV_COMPLETE];
  gint64 largest = 0;

  if (column < 0)
    return FALSE;
  for (guint task = 0; task < self->n_tasks; task++)
    {
      g_autofree char *text = guatu_csv_value (self, g_array_index (self->records, guint, task), GUATU_CSV_COMPLETE);
      gint64 share;

      if (strchr (text, '%') != NULL)
        return FALSE;
      if (guatu_csv_read_percent (text, &share))
        largest = MAX (largest, share);
    }
  if (largest == 0 || largest > 100)
    return FALSE;

  guatu_notes_add (self->notes, 0, (guint) column + 1,
                   guatu_csv_cell (&self->table, self->columns.header, (guint) column),
                   _("no number is larger than 1, so 1 was taken as 100%%"));
  return TRUE;
}

static void
read_share (GuatuCsvImport *self, gboolean in_parts, Progress *progress)
{
  g_autofree char *text = guatu_csv_value (self, progress->record, GUATU_CSV_COMPLETE);
  gint64 share;

  progress->share = GUATU_NONE;
  if (guatu_csv_is_nothing (text))
    return;
  if (!guatu_csv_read_percent (text, &share))
    {
      guatu_csv_note (self, progress->record, GUATU_CSV_COMPLETE, _("“%s” is not understood as a percentage"), text);
      return;
    }
  share *= in_parts ? 100 : 1;
  if (share > FULL)
    guatu_csv_note (self, progress->record, GUATU_CSV_COMPLETE, _("“%s” is more than 100%%"), text);
  else
    progress->share = share;
}

/* What the row says, and where it says two things at once. */
static void
read_row (GuatuCsvImport *self, gboolean in_parts, Progress *progress)
{
  const GuatuPlanRow *settings = guatu_plan_settings (self->plan);

  read_share (self, in_parts, progress);
  guatu_csv_read_date (self, progress->record, GUATU_CSV_ACTUAL_START, settings->default_start, &progress->start);
  guatu_csv_read_date (self, progress->record, GUATU_CSV_ACTUAL_FINISH, settings->default_finish, &progress->finish);

  if (progress->finish != GUATU_NONE && progress->start != GUATU_NONE && progress->finish < progress->start)
    {
      guatu_csv_note (self, progress->record, GUATU_CSV_ACTUAL_FINISH,
                      _("the actual finish is before the actual start and was left out"));
      progress->finish = GUATU_NONE;
    }
  if (progress->finish != GUATU_NONE && progress->share != GUATU_NONE && progress->share < FULL)
    guatu_csv_note (self, progress->record, GUATU_CSV_ACTUAL_FINISH,
                    _("the task has an actual finish, so it was taken as finished"));
  if (progress->finish != GUATU_NONE)
    progress->share = FULL;
}

static void
set_number (GuatuCsvImport *self, guint task, guint field, gint64 number)
{
  guatu_plan_set (self->plan, TASK, (gint32) task, field, GUATU_INTEGER (number));
}

static void
add_report (GuatuCsvImport *self, guint task, GuatuInstant date, gint64 share)
{
  gint32 row = guatu_plan_insert (self->plan, GUATU_TABLE_REPORT, guatu_id_next ());

  guatu_plan_set (self->plan, GUATU_TABLE_REPORT, row, GUATU_REPORT_TASK,
                  GUATU_INTEGER (guatu_plan_id (self->plan, TASK, (gint32) task)));
  guatu_plan_set (self->plan, GUATU_TABLE_REPORT, row, GUATU_REPORT_DATE, GUATU_INTEGER (date));
  guatu_plan_set (self->plan, GUATU_TABLE_REPORT, row, GUATU_REPORT_SHARE, GUATU_INTEGER (share));
}

static GuatuInstant
add_time (const GuatuCsvImport *self, guint task, GuatuInstant from, gint64 amount)
{
  const GuatuTask *row = guatu_plan_task (self->plan, (gint32) task);

  if (row->duration_kind == GUATU_DURATION_ELAPSED)
    return CLAMP (from + amount, GUATU_INSTANT_MIN, GUATU_INSTANT_MAX);
  return guatu_worktime_add (guatu_plan_task_worktime (self->plan, (gint32) task), from, amount);
}

/* Dates that the file leaves out follow from the start: its own, the planned one, the scheduled one. */
static void
apply (GuatuCsvImport *self, guint task, const Progress *progress, GuatuInstant scheduled)
{
  gint64 duration = guatu_plan_task (self->plan, (gint32) task)->duration;
  gboolean elapsed = guatu_plan_task (self->plan, (gint32) task)->duration_kind == GUATU_DURATION_ELAPSED;
  gint64 recorded = guatu_plan_task_number (self->plan, (gint32) task, GUATU_TASK_RECORDED_START);
  GuatuInstant start = progress->start, finish = progress->finish, stop;

  if (start == GUATU_NONE && recorded != GUATU_NONE && (finish == GUATU_NONE || recorded <= finish))
    start = recorded;
  if (start == GUATU_NONE)
    start = finish != GUATU_NONE ? add_time (self, task, finish, -duration) : scheduled;
  set_number (self, task, GUATU_TASK_ACTUAL_START, start);
  if (progress->share == GUATU_NONE || progress->share == 0)
    return;

  if (progress->share == FULL)
    {
      gint64 planned = guatu_plan_task_number (self->plan, (gint32) task, GUATU_TASK_RECORDED_FINISH);

      if (finish == GUATU_NONE)
        finish = planned != GUATU_NONE && planned >= start ? planned : add_time (self, task, start, duration);
      set_number (self, task, GUATU_TASK_ACTUAL_FINISH, finish);
      add_report (self, task, finish, FULL);
      return;
    }

  stop = add_time (self, task, start, duration * progress->share / FULL);
  set_number (self, task, GUATU_TASK_STOP, stop);
  set_number (self, task, GUATU_TASK_RESUME,
              elapsed ? stop : guatu_worktime_next (guatu_plan_task_worktime (self->plan, (gint32) task), stop));
  set_number (self, task, GUATU_TASK_REMAINING, duration - duration * progress->share / FULL);
  add_report (self, task, stop, progress->share);
}

/* Of each summary, the date of the newest report below it; 0: there is none. Free it. */
static GuatuInstant *
newest_below (GuatuCsvImport *self)
{
  const GuatuReport *reports = guatu_plan_rows (self->plan, GUATU_TABLE_REPORT);
  GuatuInstant *newest = g_new0 (GuatuInstant, self->n_tasks + 1);

  for (guint i = 0; i < guatu_plan_n_rows (self->plan, GUATU_TABLE_REPORT); i++)
    newest[reports[i].task] = newest[reports[i].task] == 0 ? reports[i].date :
                              MAX (newest[reports[i].task], reports[i].date);
  for (guint task = self->n_tasks; task-- > 0;)
    if (self->parents[task] >= 0 && newest[task] != 0)
      newest[self->parents[task]] = MAX (newest[self->parents[task]], newest[task]);
  return newest;
}

/* A summary's own report stands above what it holds, and no longer moves with it. So it gets one where the
 * file says something else than what adds up; and from our own files, which only say what was reported. */
static void
read_summaries (GuatuCsvImport *self, gboolean in_parts)
{
  g_autofree GuatuInstant *newest = NULL;
  g_autofree gint64 *reported = NULL;

  for (guint task = 0; task < self->n_tasks && self->columns.column[GUATU_CSV_COMPLETE] >= 0; task++)
    {
      Progress progress = { .record = g_array_index (self->records, guint, task) };

      if (self->last[task] == task)
        continue;
      read_share (self, in_parts, &progress);
      if (progress.share == GUATU_NONE)
        continue;
      if (newest == NULL)
        {
          guatu_plan_settle (self->plan);
          newest = newest_below (self);
          reported = guatu_progress_reported (self->plan, NULL, GUATU_NONE);
        }
      if (self->own || reported == NULL || ABS (reported[task] - progress.share) >= FULL / 100)
        add_report (self, task, newest[task] != 0 ? newest[task] : self->options->today, progress.share);
    }
}

gboolean
guatu_csv_read_progress (GuatuCsvImport *self, GError **error)
{
  g_autoptr(GuatuSchedule) schedule = NULL;
  gboolean in_parts = is_in_parts (self);

  for (guint task = 0; task < self->n_tasks; task++)
    {
      Progress progress = { .record = g_array_index (self->records, guint, task) };
      gboolean begun;

      if (!guatu_csv_tick (self, GUATU_CSV_STAGE_PROGRESS, task, error))
        return FALSE;
      if (self->last[task] > task)
        continue;
      read_row (self, in_parts, &progress);
      begun = progress.start != GUATU_NONE || (progress.share != GUATU_NONE && progress.share > 0);
      if (!begun)
        continue;
      if (progress.start == GUATU_NONE && progress.finish == GUATU_NONE && schedule == NULL &&
          guatu_plan_task_number (self->plan, (gint32) task, GUATU_TASK_RECORDED_START) == GUATU_NONE)
        schedule = guatu_schedule_new (self->plan, NULL, NULL);
      apply (self, task, &progress,
             schedule != NULL ? schedule->start[task] : guatu_plan_settings (self->plan)->start);
    }
  read_summaries (self, in_parts);
  return TRUE;
}
