/* guatu-baseline-changes.c — what became of each task between two baselines, or since one. */
#include "guatu-baseline-changes.h"

#include <math.h>

static const GuatuBaselineSide nothing = { GUATU_NONE, GUATU_NONE, GUATU_NONE, GUATU_NONE, GUATU_NONE };

static void
take_now (const GuatuPlan *plan, const GuatuSchedule *schedule, GuatuBaselineSide *sides, gboolean *there)
{
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  for (guint i = 0; i < n; i++)
    {
      gint32 task = outline[i];

      there[task] = TRUE;
      sides[task] = (GuatuBaselineSide) {
        schedule->start[task], schedule->finish[task], guatu_schedule_duration (schedule, plan, task),
        guatu_plan_task_number (plan, task, GUATU_TASK_PLANNED_WORK),
        guatu_plan_task_number (plan, task, GUATU_TASK_PLANNED_INVESTMENT),
      };
    }
}

static void
take_baseline (const GuatuPlan *plan, gint32 baseline, GuatuBaselineSide *sides, gboolean *there)
{
  const GuatuBaselineTask *rows = guatu_plan_rows (plan, GUATU_TABLE_BASELINE_TASK);
  guint n;
  const gint32 *found = guatu_plan_referrers (plan, GUATU_TABLE_BASELINE_TASK, GUATU_BASELINE_TASK_BASELINE, baseline,
                                              &n);

  /* Of two entries for a task the first counts, as it does for the reference. */
  for (guint i = 0; i < n; i++)
    {
      const GuatuBaselineTask *row = &rows[found[i]];

      if (row->task < 0 || there[row->task])
        continue;
      there[row->task] = TRUE;
      sides[row->task] = (GuatuBaselineSide) { row->start, row->finish, row->duration, row->work, row->investment };
    }
}

/* What each task is on one side, by task row; free both arrays. */
static GuatuBaselineSide *
side_new (const GuatuPlan *plan, const GuatuSchedule *schedule, gint32 baseline, gboolean **there)
{
  guint n = MAX (guatu_plan_n_rows (plan, GUATU_TABLE_TASK), 1);
  GuatuBaselineSide *sides = g_new (GuatuBaselineSide, n);

  *there = g_new0 (gboolean, n);
  for (guint i = 0; i < n; i++)
    sides[i] = nothing;

  if (baseline < 0)
    take_now (plan, schedule, sides, *there);
  else
    take_baseline (plan, baseline, sides, *there);
  return sides;
}

/* Seconds as days of @day seconds, in 1/100, half up. */
static gint64
in_days (gint64 seconds, gint64 day)
{
  return (gint64) floor ((double) seconds * 100.0 / (double) day + 0.5);
}

static gint64
difference (gint64 from, gint64 to)
{
  return from != GUATU_NONE && to != GUATU_NONE ? to - from : GUATU_NONE;
}

static gint64
days_between (const GuatuPlan *plan, gint32 task, GuatuInstant from, GuatuInstant to)
{
  gint64 day = guatu_plan_settings (plan)->minutes_per_day * GUATU_MINUTE;

  if (from == GUATU_NONE || to == GUATU_NONE)
    return GUATU_NONE;
  return in_days (guatu_worktime_work (guatu_plan_task_worktime (plan, task), from, to), day);
}

gint64
guatu_baseline_slip (const GuatuPlan *plan, const GuatuSchedule *schedule, gint32 record, gint32 task)
{
  const GuatuBaselineTask *records = guatu_plan_rows (plan, GUATU_TABLE_BASELINE_TASK);

  return record >= 0 ? days_between (plan, task, records[record].finish, schedule->finish[task]) : GUATU_NONE;
}

/* A date that moved within a night, and an amount that came or went, are changes too. */
static gboolean
differ (const GuatuBaselineSide *a, const GuatuBaselineSide *b)
{
  return a->start != b->start || a->finish != b->finish || a->duration != b->duration || a->work != b->work ||
         a->investment != b->investment;
}

static GuatuBaselineChange
compare_task (const GuatuPlan *plan, gint32 task, const GuatuBaselineSide *from, const GuatuBaselineSide *to)
{
  gboolean elapsed = guatu_plan_task (plan, task)->duration_kind == GUATU_DURATION_ELAPSED;
  gint64 day = elapsed ? GUATU_DAY : guatu_plan_settings (plan)->minutes_per_day * GUATU_MINUTE;
  gint64 longer = difference (from->duration, to->duration);

  return (GuatuBaselineChange) {
    .task = task, .from = *from, .to = *to,
    .start = days_between (plan, task, from->start, to->start),
    .finish = days_between (plan, task, from->finish, to->finish),
    .duration = longer != GUATU_NONE ? in_days (longer, day) : GUATU_NONE,
    .work = difference (from->work, to->work),
    .investment = difference (from->investment, to->investment),
  };
}

GuatuBaselineChange *
guatu_baseline_compare (const GuatuPlan *plan, const GuatuSchedule *schedule, gint32 from, gint32 to, guint *n)
{
  g_autofree gboolean *in_from = NULL;
  g_autofree gboolean *in_to = NULL;
  g_autofree GuatuBaselineSide *old = side_new (plan, schedule, from, &in_from);
  g_autofree GuatuBaselineSide *new = side_new (plan, schedule, to, &in_to);
  guint n_tasks;
  const gint32 *outline = guatu_plan_outline (plan, &n_tasks);
  GuatuBaselineChange *changes = g_new0 (GuatuBaselineChange, MAX (n_tasks, 1));

  *n = 0;
  for (guint i = 0; i < n_tasks; i++)
    {
      gint32 task = outline[i];
      GuatuBaselineChange change;

      if (!in_from[task] && !in_to[task])
        continue;

      change = compare_task (plan, task, &old[task], &new[task]);
      change.is_in_from = in_from[task];
      change.is_in_to = in_to[task];
      change.is_changed = in_from[task] != in_to[task] || differ (&old[task], &new[task]);
      changes[(*n)++] = change;
    }

  return changes;
}

/* Sorting ---------------------------------------------------------------------------------------------- */

static int
compare_slips (gconstpointer a, gconstpointer b, gpointer data)
{
  const GuatuBaselineChange *one = a, *other = b;

  if ((one->finish == GUATU_NONE) != (other->finish == GUATU_NONE))
    return one->finish == GUATU_NONE ? 1 : -1;

  return one->finish > other->finish ? -1 : one->finish < other->finish;
}

guint
guatu_baseline_sort_by_slip (GuatuBaselineChange *changes, guint n, gboolean only_changed)
{
  guint n_kept = 0;

  for (guint i = 0; i < n; i++)
    if (!only_changed || changes[i].is_changed)
      changes[n_kept++] = changes[i];
  /* The sort of GLib is stable. */
  g_qsort_with_data (changes, (int) n_kept, sizeof *changes, compare_slips, NULL);

  return n_kept;
}
