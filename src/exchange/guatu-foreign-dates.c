/* guatu-foreign-dates.c — progress as the file tells it, and dates held to those that it records. */
#include "guatu-foreign-private.h"

#include "guatu-id.h"
#include "guatu-progress.h"
#include "guatu-schedule.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TASK GUATU_TABLE_TASK
#define FULL 10000

static gint64
number (const GuatuForeign *self, guint task, guint field)
{
  return guatu_plan_task_number (self->plan, (gint32) task, field);
}

static void
set_number (GuatuForeign *self, guint task, guint field, gint64 value)
{
  guatu_foreign_set_number (self, TASK, (gint32) task, field, value);
}

static const GuatuWorktime *
worktime_of (const GuatuForeign *self, guint task)
{
  return guatu_plan_task_worktime (self->plan, (gint32) task);
}

/* Progress ----------------------------------------------------------------------------------------- */

static void
add_report (GuatuForeign *self, guint task, GuatuInstant date, gint64 share)
{
  gint32 row = guatu_foreign_insert (self, GUATU_TABLE_REPORT, GUATU_REPORT_TASK, TASK, (gint32) task);

  guatu_foreign_set_number (self, GUATU_TABLE_REPORT, row, GUATU_REPORT_DATE, date);
  guatu_foreign_set_number (self, GUATU_TABLE_REPORT, row, GUATU_REPORT_SHARE, share);
}

/* What is done lies at the beginning of the task, as the file draws it: neither format says when it was
 * reported, so the report is dated where the part that is done ends. */
static void
read_leaf (GuatuForeign *self, guint task, gint64 share)
{
  gint64 duration = guatu_plan_task (self->plan, (gint32) task)->duration;
  const GuatuWorktime *worktime = worktime_of (self, task);
  GuatuInstant start = number (self, task, GUATU_TASK_RECORDED_START);
  GuatuInstant finish = number (self, task, GUATU_TASK_RECORDED_FINISH);
  GuatuInstant stop;

  if (start == GUATU_NONE || finish == GUATU_NONE || share == 0)
    return;
  if (duration == 0 && share < FULL)
    {
      guatu_foreign_note_task (self, task, _("a milestone is reached or not; %d%% were left out"), (int) share / 100);
      return;
    }
  if (duration > 0)
    start = guatu_worktime_next (worktime, start);
  set_number (self, task, GUATU_TASK_ACTUAL_START, start);
  if (share == FULL)
    {
      set_number (self, task, GUATU_TASK_ACTUAL_FINISH, MAX (start, finish));
      add_report (self, task, MAX (start, finish), FULL);
      return;
    }

  stop = guatu_worktime_add (worktime, start, duration * share / FULL);
  set_number (self, task, GUATU_TASK_STOP, stop);
  set_number (self, task, GUATU_TASK_RESUME, guatu_worktime_next (worktime, stop));
  set_number (self, task, GUATU_TASK_REMAINING, duration - duration * share / FULL);
  add_report (self, task, stop, share);
}

/* A summary's share follows from what it holds. Where the file says another, that is not carried over: a
 * report of the summary's own would hide those below it from then on. */
static void
check_summaries (GuatuForeign *self)
{
  g_autofree gint64 *reported = guatu_progress_reported (self->plan, NULL, GUATU_NONE);

  for (guint task = 0; task < self->shares->len && reported != NULL; task++)
    {
      gint64 share = g_array_index (self->shares, gint64, task);

      /* Planner leaves summaries at nothing. */
      if (share != GUATU_NONE && share != 0 && guatu_plan_is_summary (self->plan, (gint32) task) &&
          ABS (reported[task] - share) > FULL / 100)
        guatu_foreign_note_task (self, task, _("the file says that %d%% are done; its subtasks add up to %d%%"),
                                 (int) share / 100, (int) reported[task] / 100);
    }
}

void
guatu_foreign_read_progress (GuatuForeign *self)
{
  gboolean summaries = FALSE;

  for (guint task = 0; task < self->shares->len; task++)
    {
      gint64 share = g_array_index (self->shares, gint64, task);

      if (share == GUATU_NONE)
        continue;
      if (guatu_plan_is_summary (self->plan, (gint32) task))
        summaries = TRUE;
      else
        read_leaf (self, task, share);
    }
  guatu_plan_settle (self->plan);
  if (summaries)
    check_summaries (self);
}

/* Starts that nothing explains ----------------------------------------------------------------------- */

/*
 * Every leaf is first given a start-no-earlier-than at the start that it records. In a pass over that plan each
 * task stands where it was drawn, and its driver says what asks for this: where a link does, or the task
 * has begun, the constraint is not needed and goes. By induction along the links the dates stay the same without
 * it: every predecessor still is where it was.
 */
typedef struct
{
  guint8       constraint;      /* what the file itself says */
  GuatuInstant date;
  gboolean     tried;
} Held;

/* The instant to ask for: a milestone at 8:00 after work that ends at 17:00 the day before waits for nothing else. */
static GuatuInstant
asked_start (const GuatuForeign *self, guint task)
{
  GuatuInstant start = number (self, task, GUATU_TASK_RECORDED_START);

  if (start == GUATU_NONE || guatu_plan_task (self->plan, (gint32) task)->duration > 0)
    return start;
  return guatu_worktime_end_eq (worktime_of (self, task), start);
}

static void
constrain (GuatuForeign *self, guint task, GuatuConstraint constraint, GuatuInstant date)
{
  set_number (self, task, GUATU_TASK_CONSTRAINT, constraint);
  set_number (self, task, GUATU_TASK_CONSTRAINT_DATE, date);
}

static void
try_constraint (GuatuForeign *self, guint task, Held *held)
{
  GuatuInstant asked = asked_start (self, task);

  held->constraint = guatu_plan_task (self->plan, (gint32) task)->constraint;
  held->date = number (self, task, GUATU_TASK_CONSTRAINT_DATE);
  held->tried = !guatu_plan_is_summary (self->plan, (gint32) task) && asked != GUATU_NONE &&
                (held->constraint == GUATU_CONSTRAINT_ASAP || held->constraint == GUATU_CONSTRAINT_SNET) &&
                number (self, task, GUATU_TASK_ACTUAL_START) == GUATU_NONE;
  if (held->tried)
    constrain (self, task, GUATU_CONSTRAINT_SNET, asked);
}

/* By task: whether a link leads to it or to a summary above it. Parents come first. Free it. */
static gboolean *
find_linked (const GuatuForeign *self)
{
  const GuatuLink *links = guatu_plan_links (self->plan);
  gboolean *linked = g_new0 (gboolean, self->lines->len + 1);

  for (guint i = 0; i < guatu_plan_n_rows (self->plan, GUATU_TABLE_LINK); i++)
    linked[links[i].successor] = TRUE;
  for (guint task = 0; task < self->lines->len; task++)
    {
      gint32 parent = guatu_plan_task (self->plan, (gint32) task)->parent;

      linked[task] = linked[task] || (parent >= 0 && linked[parent]);
    }
  return linked;
}

static void
settle_constraint (GuatuForeign *self, guint task, const Held *held, GuatuDriverKind driver, gboolean linked)
{
  const GuatuWorktime *worktime = worktime_of (self, task);
  GuatuInstant start = number (self, task, GUATU_TASK_RECORDED_START);
  GuatuInstant begin = guatu_plan_settings (self->plan)->start;
  gboolean own = held->constraint == GUATU_CONSTRAINT_SNET && held->date != GUATU_NONE;

  if (driver != GUATU_DRIVER_CONSTRAINT || (own && guatu_worktime_work (worktime, held->date, start) == 0) ||
      (!own && !linked && guatu_worktime_work (worktime, begin, start) == 0 &&
       (guatu_plan_task (self->plan, (gint32) task)->duration > 0 || begin == start)))
    {
      constrain (self, task, (GuatuConstraint) held->constraint, held->date);
      return;
    }

  constrain (self, task, GUATU_CONSTRAINT_SNET, start);
  guatu_foreign_gather (self, g_array_index (self->lines, guint, task), "task",
                        own ? _("the start is later than its constraint and its predecessors ask for; it is held by "
                                "“start no earlier than” at that start")
                            : _("no link explains the start; it is held by “start no earlier than”"));
}

/* What remains ----------------------------------------------------------------------------------------- */

static char *
date_text (GuatuInstant instant)
{
  char *text = guatu_instant_to_iso (instant);

  if (strlen (text) > strlen ("2022-10-17T08:00"))
    text[strlen ("2022-10-17T08:00")] = '\0';
  text[strlen ("2022-10-17")] = ' ';
  return text;
}

/* The same working instant on another day is told as well: it is not the day that the file shows. */
static void
tell_difference (GuatuForeign *self, guint task, gboolean is_start, GuatuInstant recorded, GuatuInstant scheduled)
{
  g_autofree char *there = NULL;
  g_autofree char *here = NULL;
  gboolean same;

  if (recorded == GUATU_NONE || scheduled == GUATU_NONE || recorded == scheduled)
    return;
  same = guatu_worktime_work (worktime_of (self, task), recorded, scheduled) == 0;
  if (same && guatu_instant_day (recorded) == guatu_instant_day (scheduled))
    return;

  there = date_text (recorded);
  here = date_text (scheduled);
  if (same)
    guatu_foreign_note_task (self, task,
                             is_start ? _("it starts at %s in the file and at %s here, with no working time between")
                                      : _("it finishes at %s in the file and at %s here, with no working time between"),
                             there, here);
  else
    guatu_foreign_note_task (self, task,
                             is_start ? _("its start is not reproduced: %s in the file, %s here")
                                      : _("its finish is not reproduced: %s in the file, %s here"),
                             there, here);
}

gboolean
guatu_foreign_hold_dates (GuatuForeign *self, GError **error)
{
  g_autofree Held *held = g_new0 (Held, self->lines->len + 1);
  g_autofree gboolean *linked = NULL;
  g_autoptr(GuatuSchedule) schedule = NULL;

  for (guint task = 0; task < self->lines->len; task++)
    try_constraint (self, task, &held[task]);
  guatu_plan_settle (self->plan);
  schedule = guatu_schedule_new (self->plan, NULL, error);
  if (schedule == NULL)
    return FALSE;

  linked = find_linked (self);
  for (guint task = 0; task < self->lines->len; task++)
    if (held[task].tried)
      settle_constraint (self, task, &held[task], guatu_schedule_driver (schedule, (gint32) task).kind, linked[task]);

  guatu_plan_settle (self->plan);
  return TRUE;
}

gboolean
guatu_foreign_tell_differences (GuatuForeign *self, GError **error)
{
  g_autoptr(GuatuSchedule) schedule = guatu_schedule_new (self->plan, NULL, error);

  for (guint task = 0; task < self->lines->len && schedule != NULL; task++)
    {
      tell_difference (self, task, TRUE, number (self, task, GUATU_TASK_RECORDED_START), schedule->start[task]);
      /* A milestone has one date. */
      if (guatu_plan_task (self->plan, (gint32) task)->duration == 0 &&
          number (self, task, GUATU_TASK_RECORDED_START) == number (self, task, GUATU_TASK_RECORDED_FINISH) &&
          !guatu_plan_is_summary (self->plan, (gint32) task))
        continue;
      tell_difference (self, task, FALSE, number (self, task, GUATU_TASK_RECORDED_FINISH), schedule->finish[task]);
    }
  return schedule != NULL;
}
