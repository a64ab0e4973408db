/* guatu-mspdi-write-tasks.c — tasks and links in Microsoft Project's XML (msproject §1.4). */
#include "guatu-mspdi-write-private.h"

#include "guatu-progress.h"

#include <string.h>

/* No more blank rows than this go out: a plan may claim any number of them. */
#define MAX_BLANK_ROWS 1000000

/* A task while it is written, and where in the list. */
typedef struct
{
  MspdiOut        *out;
  gint32           row;
  const GuatuTask *task;
  gboolean         is_summary;
  gboolean         is_external;
  gboolean         is_manual;
  gint64           share;         /* reported, 1/100 % */
  GArray          *numbers;       /* of guint: the outline number, part by part */
  GString         *outline;       /* and as a text */
  guint            id;            /* of the last row */
  guint            blank_rows;    /* that were written */
} Tasks;

static gint64
number (const Tasks *tasks, guint field)
{
  return guatu_plan_task_number (tasks->out->plan, tasks->row, field);
}

static void
put_field (const Tasks *tasks, const char *name, guint field)
{
  guatu_mspdi_put_field (tasks->out, name, GUATU_TABLE_TASK, tasks->row, field);
}

/* Who and where -------------------------------------------------------------------------------------------- */

/* "2.1.3". Blank rows have none. */
static void
count_outline (Tasks *tasks)
{
  guint depth = guatu_plan_task_depth (tasks->out->plan, tasks->row);

  if (tasks->numbers->len > depth + 1)
    g_array_set_size (tasks->numbers, depth + 1);
  while (tasks->numbers->len <= depth)
    g_array_append_val (tasks->numbers, (guint) { 0 });
  g_array_index (tasks->numbers, guint, depth)++;

  g_string_truncate (tasks->outline, 0);
  for (guint i = 0; i <= depth; i++)
    g_string_append_printf (tasks->outline, "%s%u", i > 0 ? "." : "", g_array_index (tasks->numbers, guint, i));
}

static void
put_identity (const Tasks *tasks)
{
  MspdiOut *out = tasks->out;
  const char *wbs = guatu_plan_text (out->plan, tasks->task->wbs);
  gint64 priority = number (tasks, GUATU_TASK_PRIORITY);

  guatu_mspdi_put_integer (out, "UID", out->tasks[tasks->row]);
  guatu_mspdi_put_integer (out, "ID", tasks->id);
  guatu_mspdi_put_text (out, "Name", guatu_plan_text (out->plan, tasks->task->name));
  guatu_mspdi_put_flag (out, "Active", tasks->task->active);
  guatu_mspdi_put_flag (out, "Manual", tasks->is_manual && !tasks->is_external);
  guatu_mspdi_put_integer (out, "Type", tasks->task->type);
  guatu_mspdi_put_flag (out, "IsNull", FALSE);
  put_field (tasks, "Contact", GUATU_TASK_CONTACT);
  guatu_mspdi_put_text (out, "WBS", wbs[0] != '\0' ? wbs : tasks->outline->str);
  guatu_mspdi_put_text (out, "OutlineNumber", tasks->outline->str);
  guatu_mspdi_put_integer (out, "OutlineLevel", guatu_plan_task_depth (out->plan, tasks->row) + 1);
  guatu_mspdi_put_integer (out, "Priority", priority != GUATU_NONE ? priority : 500);
}

/* When ----------------------------------------------------------------------------------------------------- */

/* A blank stands for an empty text: the date is not shown at all. */
static void
put_words (const Tasks *tasks, const char *name, guint field)
{
  const char *words = guatu_plan_task_string (tasks->out->plan, tasks->row, field);

  if (words[0] != '\0' && (tasks->is_manual || tasks->is_external))
    guatu_mspdi_put_word (tasks->out, name, g_str_equal (words, " ") ? "" : words);
}

gint64
guatu_mspdi_duration_of (const MspdiOut *self, gint32 task)
{
  return guatu_plan_is_summary (self->plan, task) ? guatu_schedule_duration (self->schedule, self->plan, task)
                                                  : guatu_plan_task (self->plan, task)->duration;
}

static void
put_times (const Tasks *tasks)
{
  MspdiOut *out = tasks->out;
  gint64 duration = guatu_mspdi_duration_of (tasks->out, tasks->row);

  put_words (tasks, "StartText", GUATU_TASK_START_TEXT);
  put_words (tasks, "FinishText", GUATU_TASK_FINISH_TEXT);
  put_words (tasks, "DurationText", GUATU_TASK_DURATION_TEXT);
  guatu_mspdi_put_date (out, "Start", out->schedule->start[tasks->row]);
  guatu_mspdi_put_date (out, "Finish", out->schedule->finish[tasks->row]);
  guatu_mspdi_put_duration (out, "Duration", duration);
  if (tasks->is_manual && !tasks->is_external)
    {
      put_field (tasks, "ManualStart", GUATU_TASK_MANUAL_START);
      put_field (tasks, "ManualFinish", GUATU_TASK_MANUAL_FINISH);
      guatu_mspdi_put_duration (out, "ManualDuration", duration);
    }
  guatu_mspdi_put_integer (out, "DurationFormat",
                           guatu_mspdi_format_code (tasks->task->duration_unit,
                                                    tasks->task->duration_kind == GUATU_DURATION_ELAPSED,
                                                    tasks->task->estimated));
  put_field (tasks, "Work", GUATU_TASK_PLANNED_WORK);
  put_field (tasks, "Stop", GUATU_TASK_STOP);
  put_field (tasks, "Resume", GUATU_TASK_RESUME);
}

/* What follows from the rest ------------------------------------------------------------------------------- */

static void
put_flags (const Tasks *tasks)
{
  MspdiOut *out = tasks->out;
  const char *project = guatu_plan_task_string (out->plan, tasks->row, GUATU_TASK_EXTERNAL);
  gboolean is_subproject = tasks->is_external && tasks->is_summary;

  if (g_str_equal (project, "—"))
    project = "";
  guatu_mspdi_put_flag (out, "Estimated", tasks->task->estimated);
  guatu_mspdi_put_flag (out, "Milestone", tasks->task->kind == GUATU_KIND_MILESTONE);
  guatu_mspdi_put_flag (out, "Summary", tasks->is_summary);
  guatu_mspdi_put_flag (out, "Critical", (out->schedule->flags[tasks->row] & GUATU_CRITICAL) != 0);
  if (is_subproject)
    {
      guatu_mspdi_put_flag (out, "IsSubproject", TRUE);
      guatu_mspdi_put_text (out, "SubprojectName", project);
    }
  else if (tasks->is_external)
    {
      guatu_mspdi_put_flag (out, "ExternalTask", TRUE);
      guatu_mspdi_put_text (out, "ExternalTaskProject", project);
    }
}

/* Of a task that takes no part, slack may be anything. */
static void
put_slack (MspdiOut *self, const char *name, gint64 slack)
{
  if (ABS ((double) slack) < 1e11)
    guatu_mspdi_put_tenths (self, name, slack);
}

static void
put_scheduled (const Tasks *tasks)
{
  MspdiOut *out = tasks->out;
  const GuatuSchedule *schedule = out->schedule;
  gint32 row = tasks->row;

  guatu_mspdi_put_date (out, "EarlyStart", schedule->early_start[row]);
  guatu_mspdi_put_date (out, "EarlyFinish", schedule->early_finish[row]);
  guatu_mspdi_put_date (out, "LateStart", schedule->late_start[row]);
  guatu_mspdi_put_date (out, "LateFinish", schedule->late_finish[row]);
  put_slack (out, "FreeSlack", schedule->free_float[row]);
  put_slack (out, "TotalSlack", schedule->total_float[row]);
  put_slack (out, "StartSlack", guatu_schedule_start_float (schedule, out->plan, row));
  put_slack (out, "FinishSlack", guatu_schedule_finish_float (schedule, out->plan, row));
}

/* How far -------------------------------------------------------------------------------------------------- */

/* A leaf's is its latest report, or whole with an actual finish; a summary's is rolled up. */
static gint64
share_of (MspdiOut *out, gint32 row, gboolean is_summary)
{
  const GuatuReport *reports = guatu_plan_rows (out->plan, GUATU_TABLE_REPORT);
  gint32 report;

  if (is_summary)
    return out->shares[row];
  report = guatu_progress_latest_report (out->plan, row, GUATU_NONE);
  if (report >= 0)
    return reports[report].share;

  return guatu_plan_task_number (out->plan, row, GUATU_TASK_ACTUAL_FINISH) != GUATU_NONE ? 10000 : 0;
}

static gint64
rest_of (gint64 all, gint64 done)
{
  if (all == GUATU_NONE)
    return GUATU_NONE;
  return MAX (all - (done != GUATU_NONE ? done : 0), 0);
}

/* How much of the duration is over, and how much remains: of a task that has started what was said, of another
 * what there is. */
static void
get_durations (const Tasks *tasks, gint64 *actual, gint64 *remaining)
{
  gint64 duration = guatu_mspdi_duration_of (tasks->out, tasks->row);

  *actual = *remaining = GUATU_NONE;
  if (tasks->is_summary)
    {
      *actual = (gint64) ((double) duration * (double) tasks->share / 10000);
      *remaining = duration - *actual;
    }
  else if (number (tasks, GUATU_TASK_ACTUAL_START) == GUATU_NONE)
    {
      *remaining = duration;
    }
  else
    {
      *remaining = number (tasks, GUATU_TASK_REMAINING);
      if (*remaining != GUATU_NONE)
        *actual = MAX (duration - *remaining, 0);
    }
}

static void
put_progress (const Tasks *tasks)
{
  MspdiOut *out = tasks->out;
  gint64 work = number (tasks, GUATU_TASK_PLANNED_WORK), worked = number (tasks, GUATU_TASK_ACTUAL_WORK);
  gint64 cost = number (tasks, GUATU_TASK_PLANNED_INVESTMENT), spent = number (tasks, GUATU_TASK_ACTUAL_INVESTMENT);
  gint64 actual, remaining;
  int percent = guatu_mspdi_whole_percent (tasks->share);

  if (!tasks->is_summary && tasks->share != percent * 100)
    out->n_rounded++;
  get_durations (tasks, &actual, &remaining);
  guatu_mspdi_put_integer (out, "PercentComplete", percent);
  if (work > 0 && worked != GUATU_NONE)
    guatu_mspdi_put_integer (out, "PercentWorkComplete",
                             MIN ((gint64) ((double) worked * 100 / (double) work + 0.5), 100));
  guatu_mspdi_put_integer (out, "Cost", cost);
  if (!tasks->is_summary)
    {
      put_field (tasks, "ActualStart", GUATU_TASK_ACTUAL_START);
      put_field (tasks, "ActualFinish", GUATU_TASK_ACTUAL_FINISH);
    }
  guatu_mspdi_put_duration (out, "ActualDuration", actual);
  guatu_mspdi_put_integer (out, "ActualCost", spent);
  guatu_mspdi_put_duration (out, "ActualWork", worked);
  guatu_mspdi_put_duration (out, "RemainingDuration", remaining);
  guatu_mspdi_put_integer (out, "RemainingCost", rest_of (cost, spent));
  guatu_mspdi_put_duration (out, "RemainingWork", rest_of (work, worked));
}

/* What binds it -------------------------------------------------------------------------------------------- */

static void
put_constraint (const Tasks *tasks)
{
  MspdiOut *out = tasks->out;
  GuatuInstant date = number (tasks, GUATU_TASK_CONSTRAINT_DATE);
  gint64 delay = number (tasks, GUATU_TASK_LEVELLING_DELAY);
  guint constraint = tasks->task->constraint;
  const char *link;

  if (constraint > GUATU_CONSTRAINT_ALAP && date == GUATU_NONE)
    constraint = GUATU_CONSTRAINT_ASAP;
  guatu_mspdi_put_integer (out, "ConstraintType", constraint);
  guatu_mspdi_put_integer (out, "CalendarUID", tasks->task->calendar >= 0 ? out->calendars[tasks->task->calendar] : -1);
  if (constraint > GUATU_CONSTRAINT_ALAP)
    guatu_mspdi_put_date (out, "ConstraintDate", date);
  put_field (tasks, "Deadline", GUATU_TASK_DEADLINE);
  if (delay != GUATU_NONE)
    {
      out->n_rounded += delay % 6 != 0 ? 1 : 0;
      guatu_mspdi_put_tenths (out, "LevelingDelay", delay);
      guatu_mspdi_put_integer (out, "LevelingDelayFormat", guatu_mspdi_format_code (GUATU_UNIT_DAY, TRUE, FALSE));
    }
  link = guatu_plan_task_string (out->plan, tasks->row, GUATU_TASK_HYPERLINK);
  guatu_mspdi_put_text (out, "Hyperlink", link);
  guatu_mspdi_put_text (out, "HyperlinkAddress", link);
  if (tasks->task->ignore_resource_calendars)
    guatu_mspdi_put_flag (out, "IgnoreResourceCalendar", TRUE);
  put_field (tasks, "Notes", GUATU_TASK_NOTE);
}

static void
put_link (MspdiOut *self, const GuatuLink *link)
{
  gboolean elapsed = link->lag_kind == GUATU_LAG_ELAPSED || link->lag_kind == GUATU_LAG_ELAPSED_PERCENT;
  gboolean percent = link->lag_kind == GUATU_LAG_PERCENT || link->lag_kind == GUATU_LAG_ELAPSED_PERCENT;
  guint unit = percent ? GUATU_UNIT_PERCENT : link->lag_unit;

  if (!percent && unit == GUATU_UNIT_PERCENT)
    unit = GUATU_UNIT_DAY;
  if (link->lag % (percent ? 100 : 6) != 0)
    self->n_rounded++;

  guatu_mspdi_put_begin (self, "PredecessorLink");
  guatu_mspdi_put_integer (self, "PredecessorUID", self->tasks[link->predecessor]);
  guatu_mspdi_put_integer (self, "Type", link->type);
  guatu_mspdi_put_flag (self, "CrossProject", FALSE);
  if (percent)
    guatu_mspdi_put_integer (self, "LinkLag", (link->lag + (link->lag < 0 ? -50 : 50)) / 100);
  else
    guatu_mspdi_put_tenths (self, "LinkLag", link->lag);
  guatu_mspdi_put_integer (self, "LagFormat", guatu_mspdi_format_code (unit, elapsed, FALSE));
  guatu_mspdi_put_end (self);
}

static void
put_links (const Tasks *tasks)
{
  guint n;
  const gint32 *rows = guatu_plan_referrers (tasks->out->plan, GUATU_TABLE_LINK, GUATU_LINK_SUCCESSOR, tasks->row, &n);

  for (guint i = 0; i < n; i++)
    put_link (tasks->out, guatu_plan_link (tasks->out->plan, rows[i]));
}

/* Rows ----------------------------------------------------------------------------------------------------- */

static void
put_blank_rows (Tasks *tasks)
{
  MspdiOut *out = tasks->out;
  gint64 n = number (tasks, GUATU_TASK_BLANK_ROWS);

  if (n > 0 && n > MAX_BLANK_ROWS - (gint64) tasks->blank_rows)
    out->n_crowded++;
  for (; n > 0 && tasks->blank_rows < MAX_BLANK_ROWS; n--, tasks->blank_rows++)
    {
      guatu_mspdi_put_begin (out, "Task");
      guatu_mspdi_put_integer (out, "UID", out->next_task++);
      guatu_mspdi_put_integer (out, "ID", ++tasks->id);
      guatu_mspdi_put_flag (out, "IsNull", TRUE);
      guatu_mspdi_put_end (out);
    }
}

static void
put_task (Tasks *tasks)
{
  MspdiOut *out = tasks->out;

  tasks->task = guatu_plan_task (out->plan, tasks->row);
  tasks->is_summary = guatu_plan_is_summary (out->plan, tasks->row);
  tasks->is_external = guatu_plan_task_string (out->plan, tasks->row, GUATU_TASK_EXTERNAL)[0] != '\0';
  tasks->is_manual = tasks->task->mode == GUATU_MODE_MANUAL;
  tasks->share = share_of (out, tasks->row, tasks->is_summary);
  put_blank_rows (tasks);
  count_outline (tasks);
  tasks->id++;

  guatu_mspdi_put_begin (out, "Task");
  put_identity (tasks);
  put_times (tasks);
  put_flags (tasks);
  put_scheduled (tasks);
  put_progress (tasks);
  put_constraint (tasks);
  put_links (tasks);
  guatu_mspdi_put_values (out, GUATU_CUSTOM_VALUE_TASK, tasks->row);
  guatu_mspdi_put_baselines (out, tasks->row);
  guatu_mspdi_put_end (out);
}

void
guatu_mspdi_put_tasks (MspdiOut *self)
{
  Tasks tasks = { .out = self };
  guint n;
  const gint32 *outline = guatu_plan_outline (self->plan, &n);

  tasks.numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  tasks.outline = g_string_new (NULL);
  guatu_mspdi_put_begin (self, "Tasks");
  guatu_mspdi_put_project (self);
  for (guint i = 0; i < n; i++)
    {
      tasks.row = outline[i];
      put_task (&tasks);
    }
  guatu_mspdi_put_end (self);
  g_array_unref (tasks.numbers);
  g_string_free (tasks.outline, TRUE);
}
