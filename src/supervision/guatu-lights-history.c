/* guatu-lights-history.c — what other days say of a light: since when, raised, recovered, silent, set by hand. */
#include "guatu-lights-private.h"

static gint32
task_at (const GuatuJudge *self, guint place)
{
  guint n;

  return guatu_plan_outline (self->plan, &n)[place];
}

/* Of the task's report cycle. */
static const GuatuPeriods *
periods_of (const GuatuJudge *self, guint place)
{
  return &self->periods[guatu_plan_task (self->plan, task_at (self, place))->report_cycle];
}

/* The raw colour on a past day: judged as a status date typed without a time would be, and never later than the
 * status date itself. */
static GuatuLightColour
colour_on (const GuatuJudge *self, guint place, GuatuInstant day)
{
  GuatuInstant evening = day + guatu_plan_settings (self->plan)->default_finish;

  return guatu_judge_at (self, place, MIN (evening, self->status_date)).colour;
}

/* No light, and a finished task, count as green. */
static int
severity (GuatuLightColour colour)
{
  return colour == GUATU_LIGHT_NONE || colour == GUATU_LIGHT_DONE ? GUATU_LIGHT_GREEN : (int) colour;
}

/* Since when --------------------------------------------------------------------------------------------- */

static int
compare_days (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static void
add_day (GArray *days, gint64 instant, gint64 last)
{
  gint64 day = instant == GUATU_NONE ? G_MAXINT64 : guatu_instant_day (instant);

  if (day <= last)
    g_array_append_val (days, day);
}

/* The days up to @last, in order, on which the reported share may have changed: those of the task's own reports,
 * and of a summary that has none, of all below it. */
static GArray *
days_of_change (const GuatuJudge *self, guint place, gint64 last)
{
  const GuatuReport *reports = guatu_plan_rows (self->plan, GUATU_TABLE_REPORT);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_tasks, size = 1;
  const gint32 *outline = guatu_plan_outline (self->plan, &n_tasks);

  if (guatu_plan_is_summary (self->plan, outline[place]) &&
      guatu_progress_latest_report (self->plan, outline[place], self->status_date) < 0)
    size = guatu_branch_size (self->plan, place);

  for (guint i = place; i < place + size; i++)
    {
      guint n;
      const gint32 *rows = guatu_plan_referrers (self->plan, GUATU_TABLE_REPORT, GUATU_REPORT_TASK, outline[i], &n);

      for (guint k = 0; k < n; k++)
        add_day (days, reports[rows[k]].date, last);
      if (size > 1)
        add_day (days, guatu_plan_task_number (self->plan, outline[i], GUATU_TASK_ACTUAL_FINISH), last);
    }

  g_array_sort (days, compare_days);
  return days;
}

/* The first day after @without and up to @with on which the light is of @colour. */
static gint64
first_day_of (const GuatuJudge *self, guint place, GuatuLightColour colour, gint64 without, gint64 with)
{
  while (with - without > 1)
    {
      gint64 middle = without + (with - without) / 2;

      if (colour_on (self, place, middle * GUATU_DAY) == colour)
        with = middle;
      else
        without = middle;
    }

  return with;
}

/**
 * guatu_judge_since:
 *
 * Between two changes of what is reported a light can only get worse, so that each stretch between them is of one
 * colour if its first day is of it, and is searched by halves if not.
 */
GuatuInstant
guatu_judge_since (const GuatuJudge *self, guint place, GuatuLightColour colour, GuatuInstant due)
{
  gint64 last = guatu_instant_day (self->status_date);
  gint64 start = MIN (guatu_instant_day (MIN (self->reference->start[task_at (self, place)], due)), last);
  g_autoptr(GArray) days = days_of_change (self, place, last);

  for (guint k = days->len;; k--)
    {
      gint64 first = MIN (k > 0 ? g_array_index (days, gint64, k - 1) : start, last);

      if (colour_on (self, place, first * GUATU_DAY) != colour)
        return first_day_of (self, place, colour, first, last) * GUATU_DAY;
      if (k == 0 || colour_on (self, place, (first - 1) * GUATU_DAY) != colour)
        return first * GUATU_DAY;

      last = first - 1;
    }
}

/* Periods ------------------------------------------------------------------------------------------------ */

gboolean
guatu_judge_is_raised (const GuatuJudge *self, guint place, GuatuLightColour now)
{
  const GuatuPeriods *periods = periods_of (self, place);
  int second, first;

  if (severity (now) == GUATU_LIGHT_GREEN)
    return FALSE;

  second = severity (colour_on (self, place, periods->closed.last));
  if (second == GUATU_LIGHT_GREEN || severity (now) < second)
    return FALSE;

  first = severity (colour_on (self, place, periods->before_closed.last));
  return first != GUATU_LIGHT_GREEN && second >= first;
}

gboolean
guatu_judge_was_red (const GuatuJudge *self, guint place)
{
  return colour_on (self, place, periods_of (self, place)->before_running.last) == GUATU_LIGHT_RED;
}

/* When the task started: by its actual start if that has come, else by the reference. */
static gint64
start_day (const GuatuJudge *self, gint32 task)
{
  gint64 actual = guatu_plan_task_number (self->plan, task, GUATU_TASK_ACTUAL_START);

  if (actual != GUATU_NONE && guatu_instant_day (actual) <= guatu_instant_day (self->status_date))
    return guatu_instant_day (actual);
  return guatu_instant_day (self->reference->start[task]);
}

gboolean
guatu_judge_is_silent (const GuatuJudge *self, guint place)
{
  const GuatuReport *reports = guatu_plan_rows (self->plan, GUATU_TABLE_REPORT);
  gint32 task = task_at (self, place);
  GuatuPeriod closed = periods_of (self, place)->closed;
  gint32 report;

  if (guatu_instant_day (closed.first) < start_day (self, task))
    return FALSE;

  report = guatu_progress_latest_report (self->plan, task, self->status_date);
  return report < 0 || guatu_instant_day (reports[report].date) < guatu_instant_day (closed.first);
}

/* By hand ------------------------------------------------------------------------------------------------ */

/* Rows come by id: of two set on one day the later made wins. */
gint32
guatu_judge_override (const GuatuJudge *self, guint place, gint32 *expired)
{
  const GuatuLightOverride *overrides = guatu_plan_rows (self->plan, GUATU_TABLE_LIGHT_OVERRIDE);
  gint64 today = guatu_instant_day (self->status_date);
  gint64 recent = guatu_instant_day (periods_of (self, place)->closed.first);
  gint32 found = -1;
  guint n;
  const gint32 *rows = guatu_plan_referrers (self->plan, GUATU_TABLE_LIGHT_OVERRIDE, GUATU_LIGHT_OVERRIDE_TASK,
                                             task_at (self, place), &n);

  *expired = -1;
  for (guint i = 0; i < n; i++)
    {
      const GuatuLightOverride *row = &overrides[rows[i]];
      gint64 until = guatu_instant_day (row->expires_on);

      if (guatu_instant_day (row->set_on) > today)
        continue;
      if (until >= today && (found < 0 || row->set_on >= overrides[found].set_on))
        found = rows[i];
      if (until < today && until >= recent && (*expired < 0 || row->expires_on >= overrides[*expired].expires_on))
        *expired = rows[i];
    }

  if (found >= 0)
    *expired = -1;
  return found;
}
