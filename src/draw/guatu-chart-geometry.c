/* guatu-chart-geometry.c — the one place that knows where rows, bars, diamonds and links are. */
#include <math.h>

#include "guatu-chart-view.h"
#include "guatu-key-node-dates.h"

/* A bar is never too thin to be seen. */
#define MIN_BAR_WIDTH(self) (3 * (self)->hair)

static double
row_top (const GuatuChartView *self,
         guint                 row)
{
  return self->chart.y + (self->tops != NULL ? self->tops[row] : row * self->row_height);
}

GuatuBox
guatu_chart_row_box (const GuatuChartView *self,
                     guint                 row)
{
  double top = row_top (self, row);

  return (GuatuBox) { self->chart.x, top, self->chart.width, row_top (self, row + 1) - top };
}

double
guatu_chart_middle (const GuatuChartView *self,
                    guint                 row)
{
  return (row_top (self, row) + row_top (self, row + 1)) / 2;
}

/* The last row that begins at or above @y; 0 if none does. */
static guint
row_from (const GuatuChartView *self,
          double                y)
{
  guint low = 0, high = self->rows->n;

  if (self->tops == NULL)
    return (guint) CLAMP (floor ((y - self->chart.y) / self->row_height), 0, self->rows->n);
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->chart.y + self->tops[middle] <= y)
        low = middle;
      else
        high = middle;
    }

  return low;
}

gboolean
guatu_chart_row_at (const GuatuChartView *self,
                    double                y,
                    guint                *row)
{
  if (self->rows->n == 0 || y < self->chart.y || y >= row_top (self, self->rows->n))
    return FALSE;

  *row = row_from (self, y);

  return TRUE;
}

gboolean
guatu_chart_rows_within (const GuatuChartView *self,
                         GuatuBox              box,
                         guint                *first,
                         guint                *last)
{
  if (self->rows->n == 0 || box.y + box.height <= self->chart.y || box.y >= row_top (self, self->rows->n))
    return FALSE;

  *first = MIN (row_from (self, box.y), self->rows->n - 1);
  *last = MIN (row_from (self, box.y + box.height), self->rows->n - 1);
  /* A row that only begins where the box ends is not in it. */
  if (*last > *first && row_top (self, *last) >= box.y + box.height)
    --*last;

  return TRUE;
}

/* Bars ------------------------------------------------------------------------------------------- */

double
guatu_chart_milestone_radius (const GuatuChartView *self)
{
  return self->bar_height * 0.62;
}

double
guatu_chart_key_node_radius (const GuatuChartView *self)
{
  return self->bar_height * 0.42;
}

gboolean
guatu_chart_is_milestone (const GuatuChartView *self,
                          guint                 row)
{
  gint32 task = self->rows->rows[row].task;

  if (task < 0 || (self->rows->rows[row].flags & GUATU_ROW_SUMMARY) != 0)
    return FALSE;

  return guatu_plan_task (self->plan, task)->kind == GUATU_KIND_MILESTONE
         || self->schedule->start[task] == self->schedule->finish[task];
}

static void
span_of (const GuatuChartView *self,
         guint                 row,
         GuatuInstant         *start,
         GuatuInstant         *finish)
{
  const GuatuRow *shown = &self->rows->rows[row];

  if (shown->task >= 0)
    {
      *start = self->schedule->start[shown->task];
      *finish = self->schedule->finish[shown->task];
    }
  else
    {
      *start = self->rows->groups[shown->group].start;
      *finish = self->rows->groups[shown->group].finish;
    }
}

static gboolean
place_bar (const GuatuChartView *self,
           guint                 row,
           GuatuInstant          start,
           GuatuInstant          finish,
           gboolean              milestone,
           GuatuBox             *bar)
{
  double x;

  if (start == GUATU_NONE || finish == GUATU_NONE)
    return FALSE;

  /* A milestone of some length stands at its finish. */
  if (milestone)
    start = finish;
  x = guatu_time_scale_x (self->scale, start);
  *bar = (GuatuBox) {
    .x = x,
    .y = guatu_chart_middle (self, row) - self->bar_height / 2,
    .width = guatu_time_scale_x (self->scale, finish) - x,
    .height = self->bar_height,
  };
  if (start != finish)
    bar->width = MAX (bar->width, MIN_BAR_WIDTH (self));

  return TRUE;
}

gboolean
guatu_chart_bar (const GuatuChartView *self,
                 guint                 row,
                 GuatuBox             *bar)
{
  GuatuInstant start, finish;

  span_of (self, row, &start, &finish);

  return place_bar (self, row, start, finish, guatu_chart_is_milestone (self, row), bar);
}

gboolean
guatu_chart_task_is_milestone (const GuatuChartView *self,
                               gint32                task)
{
  return !guatu_plan_is_summary (self->plan, task)
         && (guatu_plan_task (self->plan, task)->kind == GUATU_KIND_MILESTONE
             || self->schedule->start[task] == self->schedule->finish[task]);
}

gboolean
guatu_chart_task_bar (const GuatuChartView *self,
                      guint                 row,
                      gint32                task,
                      GuatuBox             *bar)
{
  return place_bar (self, row, self->schedule->start[task], self->schedule->finish[task],
                    guatu_chart_task_is_milestone (self, task), bar);
}

GuatuBox
guatu_chart_task_bar_done (const GuatuChartView *self,
                           gint32                task,
                           GuatuBox              bar)
{
  bar.width *= self->shares != NULL ? (double) CLAMP (self->shares[task], 0, 10000) / 10000 : 0;

  return bar;
}

GuatuBox
guatu_chart_bar_done (const GuatuChartView *self,
                      guint                 row,
                      GuatuBox              bar)
{
  const GuatuRow *shown = &self->rows->rows[row];
  gint64 share = 0;

  if (shown->task < 0)
    share = self->rows->groups[shown->group].share;
  else if (self->shares != NULL)
    share = self->shares[shown->task];
  bar.width *= (double) CLAMP (share, 0, 10000) / 10000;

  return bar;
}

gboolean
guatu_chart_baseline (const GuatuChartView *self,
                      guint                 row,
                      GuatuBox             *bar)
{
  return guatu_chart_task_baseline (self, row, self->rows->rows[row].task, bar);
}

gboolean
guatu_chart_task_baseline (const GuatuChartView *self,
                           guint                 row,
                           gint32                task,
                           GuatuBox             *bar)
{
  const GuatuBaselineTask *records = guatu_plan_rows (self->plan, GUATU_TABLE_BASELINE_TASK);
  const GuatuBaselineTask *record;
  double x;

  if (self->baseline == NULL || task < 0 || self->baseline[task] < 0)
    return FALSE;
  record = &records[self->baseline[task]];
  if (record->start == GUATU_NONE || record->finish == GUATU_NONE)
    return FALSE;

  x = guatu_time_scale_x (self->scale, record->start);
  *bar = (GuatuBox) {
    .x = x,
    .y = guatu_chart_middle (self, row) + self->bar_height * 0.64,
    .width = MAX (guatu_time_scale_x (self->scale, record->finish) - x, MIN_BAR_WIDTH (self)),
    .height = self->bar_height * 0.2,
  };

  return TRUE;
}

gboolean
guatu_chart_deadline (const GuatuChartView *self,
                      guint                 row,
                      GuatuBox             *bracket)
{
  gint32 task = self->rows->rows[row].task;
  GuatuInstant deadline;
  double width = self->bar_height * 0.3;

  if (task < 0)
    return FALSE;
  deadline = guatu_plan_task_number (self->plan, task, GUATU_TASK_DEADLINE);
  if (deadline == GUATU_NONE)
    return FALSE;

  *bracket = (GuatuBox) {
    .x = guatu_time_scale_x (self->scale, deadline) - width,
    .y = guatu_chart_middle (self, row) - self->bar_height * 0.95,
    .width = width,
    .height = self->bar_height * 1.65,
  };

  return TRUE;
}

gboolean
guatu_chart_key_node (const GuatuChartView *self,
                      gint32                key_node,
                      guint                 row,
                      GuatuPoint           *centre)
{
  const GuatuKeyNode *node = (const GuatuKeyNode *) guatu_plan_rows (self->plan, GUATU_TABLE_KEY_NODE) + key_node;
  GuatuInstant start, finish, at = node->date;

  span_of (self, row, &start, &finish);
  if (at == GUATU_NONE)
    at = guatu_key_node_date_at (self->plan, node->task, start, finish, node->share);
  if (at == GUATU_NONE)
    return FALSE;
  *centre = (GuatuPoint) { guatu_time_scale_x (self->scale, at), guatu_chart_middle (self, row) };

  return TRUE;
}
