/* guatu-reference.c — the dates that progress is measured against, and the roll-up of shares. */
#include "guatu-reference-private.h"

#include <math.h>

/* What progress writes into a task; without them the pass knows nothing of it. */
static const guint progress_fields[] = {
  GUATU_TASK_ACTUAL_START, GUATU_TASK_ACTUAL_FINISH, GUATU_TASK_REMAINING, GUATU_TASK_STOP, GUATU_TASK_RESUME,
};

typedef double (*LeafShare) (const GuatuReference *self, gint32 task, GuatuInstant date);

gint32
guatu_progress_reference_baseline (const GuatuPlan *plan)
{
  const GuatuBaseline *baselines = guatu_plan_rows (plan, GUATU_TABLE_BASELINE);
  guint n = guatu_plan_n_rows (plan, GUATU_TABLE_BASELINE);
  gint32 newest = guatu_plan_settings (plan)->reference_baseline;

  if (newest >= 0)
    return newest;

  for (guint i = 0; i < n; i++)
    if (baselines[i].id != 0
        && (newest < 0 || baselines[i].taken_on > baselines[newest].taken_on
            || (baselines[i].taken_on == baselines[newest].taken_on && baselines[i].id > baselines[newest].id)))
      newest = (gint32) i;

  return newest;
}

/* The overlay that takes progress out of the plan; %NULL if there is none in it. */
static GuatuOverlay *
without_progress (const GuatuPlan *plan)
{
  g_autoptr(GuatuOverlay) overlay = guatu_overlay_new ();
  const GuatuTask *tasks = guatu_plan_tasks (plan);
  const GuatuPlanRow *settings = guatu_plan_settings (plan);
  guint n = guatu_plan_n_rows (plan, GUATU_TABLE_TASK);
  gboolean found = FALSE;

  for (guint i = 0; i < n; i++)
    for (guint k = 0; tasks[i].id != 0 && k < G_N_ELEMENTS (progress_fields); k++)
      if (guatu_plan_task_number (plan, (gint32) i, progress_fields[k]) != GUATU_NONE)
        {
          guatu_overlay_set (overlay, GUATU_TABLE_TASK, (gint32) i, progress_fields[k], GUATU_NULL);
          found = TRUE;
        }

  if (settings->push_to_status_date && settings->status_date != GUATU_NONE)
    {
      guatu_overlay_set (overlay, GUATU_TABLE_PLAN, 0, GUATU_PLAN_PUSH_TO_STATUS_DATE, GUATU_INTEGER (0));
      found = TRUE;
    }

  return found ? g_steal_pointer (&overlay) : NULL;
}

static gboolean
was_pushed (const GuatuSchedule *schedule)
{
  for (guint i = 0; i < schedule->n_tasks; i++)
    if (schedule->flags[i] & GUATU_PUSHED)
      return TRUE;

  return FALSE;
}

static void
take_task (GuatuReference *self, const GuatuSchedule *schedule, gint32 task)
{
  self->start[task] = schedule->start[task];
  self->finish[task] = schedule->finish[task];
  self->duration[task] = guatu_schedule_duration (schedule, self->plan, task);
}

/* Fills in the tasks that @known does not name. */
static gboolean
take_schedule (GuatuReference *self, const GuatuSchedule *schedule, const gboolean *known, GError **error)
{
  const GuatuTask *tasks = guatu_plan_tasks (self->plan);
  guint n = guatu_plan_n_rows (self->plan, GUATU_TABLE_TASK);
  g_autoptr(GuatuOverlay) overlay = without_progress (self->plan);
  g_autoptr(GuatuSchedule) own = NULL;

  if (overlay != NULL || schedule == NULL || was_pushed (schedule))
    {
      own = guatu_schedule_new (self->plan, overlay, error);
      if (own == NULL)
        return FALSE;
      schedule = own;
    }

  for (guint i = 0; i < n; i++)
    if (tasks[i].id != 0 && !known[i])
      take_task (self, schedule, (gint32) i);

  return TRUE;
}

GuatuReference *
guatu_reference_new (const GuatuPlan *plan, const GuatuSchedule *schedule, GError **error)
{
  g_autoptr(GuatuReference) self = g_new0 (GuatuReference, 1);
  guint n = guatu_plan_n_rows (plan, GUATU_TABLE_TASK);
  g_autofree gboolean *known = g_new0 (gboolean, n);
  gint32 baseline = guatu_progress_reference_baseline (plan);
  guint n_known = 0;

  self->plan = plan;
  self->start = g_new0 (GuatuInstant, n);
  self->finish = g_new0 (GuatuInstant, n);
  self->duration = g_new0 (gint64, n);

  if (baseline >= 0)
    {
      const GuatuBaselineTask *rows = guatu_plan_rows (plan, GUATU_TABLE_BASELINE_TASK);
      guint n_rows;
      const gint32 *found = guatu_plan_referrers (plan, GUATU_TABLE_BASELINE_TASK, GUATU_BASELINE_TASK_BASELINE,
                                                  baseline, &n_rows);

      for (guint i = 0; i < n_rows; i++)
        {
          const GuatuBaselineTask *row = &rows[found[i]];

          if (row->task < 0 || known[row->task] || row->start == GUATU_NONE || row->finish == GUATU_NONE)
            continue;
          self->start[row->task] = row->start;
          self->finish[row->task] = row->finish;
          self->duration[row->task] = MAX (row->duration, 0);
          known[row->task] = TRUE;
          n_known++;
        }
    }

  if (n_known < guatu_plan_n_live (plan, GUATU_TABLE_TASK) && !take_schedule (self, schedule, known, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
guatu_reference_free (GuatuReference *self)
{
  if (self == NULL)
    return;

  g_free (self->start);
  g_free (self->finish);
  g_free (self->duration);
  g_free (self);
}

/* Weight, planned work and duration, in this order: the first that all have is what they weigh by. */
static gint64
weight_of (const GuatuReference *self, gint32 task, int by)
{
  switch (by)
    {
    case 0:  return guatu_plan_task_number (self->plan, task, GUATU_TASK_WEIGHT);
    case 1:  return guatu_plan_task_number (self->plan, task, GUATU_TASK_PLANNED_WORK);
    default: return self->duration[task];
    }
}

double
guatu_reference_mean (const GuatuReference *self, const gint32 *tasks, guint n, const double *shares)
{
  double sum = 0, weights = 0, plain = 0;
  int by = 0;

  for (guint i = 0; i < n; i++)
    while (by < 2 && weight_of (self, tasks[i], by) == GUATU_NONE)
      by++, i = 0;

  for (guint i = 0; i < n; i++)
    {
      double weight = (double) weight_of (self, tasks[i], by);

      sum += weight * shares[tasks[i]];
      weights += weight;
      plain += shares[tasks[i]];
    }

  return weights > 0 ? sum / weights : n > 0 ? plain / n : 0;
}

/* @children is lent for the list of them. */
static double
mean_of_children (const GuatuReference *self, gint32 task, const double *shares, GArray *children)
{
  const GuatuTask *tasks = guatu_plan_tasks (self->plan);

  g_array_set_size (children, 0);
  /* What takes no part weighs nothing. */
  for (gint32 child = tasks[task].first_child; child >= 0; child = tasks[child].next_sibling)
    if (tasks[child].active)
      g_array_append_val (children, child);

  return guatu_reference_mean (self, (const gint32 *) (gpointer) children->data, children->len, shares);
}

static gboolean
happened (GuatuInstant what, GuatuInstant date)
{
  return what != GUATU_NONE && (date == GUATU_NONE || guatu_instant_day (what) <= guatu_instant_day (date));
}

static double
reported_leaf (const GuatuReference *self, gint32 task, GuatuInstant date)
{
  const GuatuReport *reports = guatu_plan_rows (self->plan, GUATU_TABLE_REPORT);
  gint32 report;

  if (happened (guatu_plan_task_number (self->plan, task, GUATU_TASK_ACTUAL_FINISH), date))
    return 10000;

  report = guatu_progress_latest_report (self->plan, task, date);
  return report < 0 ? 0 : (double) reports[report].share;
}

/* Children come after their parents in the outline, so it is walked backwards. */
static void
fill (const GuatuReference *self, GuatuInstant date, guint first, guint count, LeafShare leaf, gboolean own_reports,
      double *shares)
{
  const GuatuReport *reports = guatu_plan_rows (self->plan, GUATU_TABLE_REPORT);
  g_autoptr(GArray) children = NULL;
  guint n;
  const gint32 *outline = guatu_plan_outline (self->plan, &n);

  if (count == 0)
    count = n - first;
  /* A leaf alone is asked for most often. */
  if (count > 1)
    children = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (guint i = first + count; i-- > first;)
    {
      gint32 task = outline[i];
      gint32 report = -1;

      if (!guatu_plan_is_summary (self->plan, task))
        shares[task] = leaf (self, task, date);
      else if (own_reports && (report = guatu_progress_latest_report (self->plan, task, date)) >= 0)
        shares[task] = (double) reports[report].share;
      else
        shares[task] = mean_of_children (self, task, shares, children);
    }
}

void
guatu_reference_planned (const GuatuReference *self, GuatuInstant date, guint first, guint count, double *shares)
{
  fill (self, date, first, count, guatu_reference_planned_leaf, FALSE, shares);
}

void
guatu_reference_reported (const GuatuReference *self, GuatuInstant date, guint first, guint count, double *shares)
{
  fill (self, date, first, count, reported_leaf, TRUE, shares);
}

gint64
guatu_share_round (double share)
{
  /* A half that binary fractions miss by a hair is a half still. */
  return (gint64) floor (share + 0.5 + 1e-7);
}

gint64 *
guatu_shares_round (const double *shares, guint n)
{
  gint64 *rounded = g_new0 (gint64, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    rounded[i] = guatu_share_round (shares[i]);

  return rounded;
}

guint
guatu_branch_size (const GuatuPlan *plan, guint place)
{
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);
  guint depth = guatu_plan_task_depth (plan, outline[place]);
  guint end = place + 1;

  while (end < n && guatu_plan_task_depth (plan, outline[end]) > depth)
    end++;

  return end - place;
}
