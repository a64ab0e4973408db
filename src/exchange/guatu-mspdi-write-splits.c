/* guatu-mspdi-write-splits.c — interruptions of tasks in Microsoft Project's XML: stretches without work. */
#include "guatu-mspdi-write-private.h"

/* The work of an assignment stretch by stretch: what remains, and what is done. */
#define REMAINING_WORK 1
#define ACTUAL_WORK    2

/* How long the stretches are is said in days. */
#define UNIT_DAY 2

/* The earliest instant by which @work is done on the task since @start: the end of a working day rather than the
 * beginning of the next. */
static GuatuInstant
instant_at (MspdiOut *self, gint32 task, GuatuInstant start, GuatuInstant finish, gint64 work)
{
  while (start < finish)
    {
      GuatuInstant middle = start + (finish - start) / 2;

      if (guatu_spans_work (self->spans, task, self->schedule->start[task], middle) >= work)
        finish = middle;
      else
        start = middle + 1;
    }

  return finish;
}

static void
put_stretch (MspdiOut *self, gint32 task, gint64 assignment, GuatuInstant from, GuatuInstant to, gint64 work)
{
  GuatuInstant stop = guatu_plan_task_number (self->plan, task, GUATU_TASK_STOP);

  if (from >= to)
    return;
  guatu_mspdi_put_begin (self, "TimephasedData");
  guatu_mspdi_put_integer (self, "Type", stop != GUATU_NONE && to <= stop ? ACTUAL_WORK : REMAINING_WORK);
  guatu_mspdi_put_integer (self, "UID", assignment);
  guatu_mspdi_put_date (self, "Start", from);
  guatu_mspdi_put_date (self, "Finish", to);
  guatu_mspdi_put_integer (self, "Unit", UNIT_DAY);
  guatu_mspdi_put_duration (self, "Value", work);
  guatu_mspdi_put_end (self);
}

static int
compare_splits (gconstpointer a, gconstpointer b, gpointer data)
{
  const GuatuTaskSplit *splits = data;
  gint64 one = splits[*(const gint32 *) a].offset, other = splits[*(const gint32 *) b].offset;

  return (one > other) - (one < other);
}

/* Work seconds between the interruptions. */
static gint64
sum_stretches (const GuatuTaskSplit *splits, const gint32 *rows, guint n, gint64 span)
{
  for (guint i = 0; i < n; i++)
    span -= splits[rows[i]].length;

  return MAX (span, 1);
}

/* Between interruptions the work is even; by the hour it is not in a plan. */
void
guatu_mspdi_put_stretches (MspdiOut *self, gint32 task, gint64 assignment, gint64 work)
{
  const GuatuTaskSplit *splits = guatu_plan_rows (self->plan, GUATU_TABLE_TASK_SPLIT);
  GuatuInstant start = self->schedule->start[task], finish = self->schedule->finish[task], at = start;
  guint n;
  const gint32 *referrers = guatu_plan_referrers (self->plan, GUATU_TABLE_TASK_SPLIT, GUATU_TASK_SPLIT_TASK, task, &n);
  g_autofree gint32 *rows = g_memdup2 (referrers, n * sizeof *referrers);
  gint64 span, all, position = 0;
  double rate;

  if (n == 0 || start == GUATU_NONE || finish <= start)
    return;
  if (self->spans == NULL)
    self->spans = guatu_spans_new (self->plan);

  g_qsort_with_data (rows, (int) n, sizeof *rows, compare_splits, (gpointer) splits);
  span = guatu_spans_work (self->spans, task, start, finish);
  all = sum_stretches (splits, rows, n, span);
  rate = work != GUATU_NONE ? (double) work / (double) all : 1;
  for (guint i = 0; i < n; i++)
    {
      const GuatuTaskSplit *split = &splits[rows[i]];
      GuatuInstant from = instant_at (self, task, at, finish, split->offset);
      GuatuInstant to = instant_at (self, task, from, finish, split->offset + split->length);

      if (split->offset < position || to >= finish)
        break;
      put_stretch (self, task, assignment, at, from, (gint64) ((double) (split->offset - position) * rate + 0.5));
      put_stretch (self, task, assignment, from, to, 0);
      at = to;
      position = split->offset + split->length;
    }
  put_stretch (self, task, assignment, at, finish, (gint64) ((double) MAX (span - position, 0) * rate + 0.5));
}
