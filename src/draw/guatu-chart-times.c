/* guatu-chart-times.c — the times of a recurring task, which stand as many bars on its one row. */
#include "guatu-chart-rows-private.h"
#include "guatu-chart-view.h"
#include "guatu-occurrences.h"

/* Of a bar, in heights of it. */
#define LEAST_WIDTH 0.4

/* In the order in which they begin. */
typedef struct
{
  gint32       *tasks;
  GuatuInstant *reach;    /* the latest finish of those up to each */
  guint         n;
} Times;

static void
times_free (gpointer data)
{
  Times *self = data;

  g_free (self->tasks);
  g_free (self->reach);
  g_free (self);
}

static int
compare_starts (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const GuatuSchedule *schedule = data;
  gint32 one = *(const gint32 *) a, other = *(const gint32 *) b;

  if (schedule->start[one] != schedule->start[other])
    return schedule->start[one] < schedule->start[other] ? -1 : 1;
  return (one > other) - (one < other);
}

static Times *
find_times (const GuatuPlan     *plan,
            const GuatuSchedule *schedule,
            gint32               task)
{
  GArray *tasks = g_array_new (FALSE, FALSE, sizeof (gint32));
  Times *self = g_new0 (Times, 1);

  for (gint32 child = guatu_plan_task (plan, task)->first_child; child >= 0;
       child = guatu_plan_task (plan, child)->next_sibling)
    if (schedule->start[child] != GUATU_NONE && schedule->finish[child] != GUATU_NONE)
      g_array_append_val (tasks, child);
  g_array_sort_with_data (tasks, compare_starts, (gpointer) schedule);

  self->n = tasks->len;
  self->tasks = (gint32 *) (void *) g_array_free (tasks, FALSE);
  self->reach = g_new (GuatuInstant, MAX (self->n, 1));
  for (guint i = 0; i < self->n; i++)
    self->reach[i] = MAX (schedule->finish[self->tasks[i]], i > 0 ? self->reach[i - 1] : GUATU_INSTANT_MIN);

  return self;
}

void
guatu_rows_find_times (GuatuRows           *self,
                       const GuatuPlan     *plan,
                       const GuatuSchedule *schedule)
{
  for (guint i = 0; i < self->n; i++)
    {
      GuatuRow *row = &self->rows[i];
      gpointer key = GINT_TO_POINTER (row->task);

      if (!(row->flags & GUATU_ROW_RECURRING))
        continue;
      if (self->times == NULL)
        self->times = g_hash_table_new_full (NULL, NULL, NULL, times_free);
      if (!g_hash_table_contains (self->times, key))
        g_hash_table_insert (self->times, key, find_times (plan, schedule, row->task));
    }
}

/* Where they stand ----------------------------------------------------------------------------------- */

static const Times *
times_of (const GuatuChartView *self,
          guint                 row)
{
  const GuatuRow *shown = &self->rows->rows[row];

  if (shown->task < 0 || !(shown->flags & GUATU_ROW_RECURRING) || self->rows->times == NULL)
    return NULL;

  return g_hash_table_lookup (self->rows->times, GINT_TO_POINTER (shown->task));
}

/* The first that ends at or after @t. */
static guint
first_from (const Times *times,
            GuatuInstant t)
{
  guint low = 0, high = times->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (times->reach[middle] < t)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Two hours among months would be a hairline, and many of them no row of bars. */
static void
thicken (const GuatuChartView *self,
         GuatuBox             *bar)
{
  if (bar->width > 0)
    bar->width = MAX (bar->width, self->bar_height * LEAST_WIDTH);
}

/* What is within a hair of what was told last would not be seen beside it: however many times there are, no more are
 * told than there are places for. */
void
guatu_chart_each_time (const GuatuChartView *self,
                       guint                 row,
                       double                left,
                       double                right,
                       GuatuTimeFunc         func,
                       gpointer              data)
{
  const Times *times = times_of (self, row);
  double around = guatu_chart_milestone_radius (self), told = -G_MAXDOUBLE;
  GuatuInstant from, to;

  if (times == NULL)
    return;
  from = guatu_time_scale_at (self->scale, left - around) - 1;
  to = guatu_time_scale_at (self->scale, right + around) + 1;
  for (guint i = first_from (times, from); i < times->n && self->schedule->start[times->tasks[i]] <= to; i++)
    {
      GuatuBox bar;

      if (!guatu_chart_task_bar (self, row, times->tasks[i], &bar))
        continue;
      thicken (self, &bar);
      if (bar.x + bar.width <= told + self->hair || bar.x + bar.width + around < left)
        continue;
      told = bar.x + bar.width;
      func (times->tasks[i], bar, data);
    }
}

typedef struct
{
  double x;
  double around;
  gint32 found;
} Search;

static void
find_time (gint32   task,
           GuatuBox bar,
           gpointer data)
{
  Search *self = data;

  if (self->x >= bar.x - self->around && self->x < bar.x + bar.width + self->around)
    self->found = task;
}

gint32
guatu_chart_time_at (const GuatuChartView *self,
                     guint                 row,
                     double                x,
                     double                around)
{
  Search search = { x, around, -1 };

  guatu_chart_each_time (self, row, x - around, x + around, find_time, &search);

  return search.found;
}
