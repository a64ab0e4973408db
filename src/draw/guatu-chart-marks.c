/* guatu-chart-marks.c — where stands what is told of a bar: float, slip, sticker, and how far it has come. */
#include "guatu-baseline-changes.h"
#include "guatu-chart-view.h"

/* Whether the row stands for itself, and not for rows below it. */
static gboolean
is_task (const GuatuChartView *self,
         guint                 row)
{
  return self->rows->rows[row].task >= 0 && !guatu_row_spans_children (&self->rows->rows[row]);
}

static gboolean
is_done (const GuatuChartView *self,
         gint32                task)
{
  return (self->shares != NULL && self->shares[task] >= 10000)
         || guatu_plan_task_number (self->plan, task, GUATU_TASK_ACTUAL_FINISH) != GUATU_NONE;
}

/* Where the row's bar or diamond ends at the right. */
static double
right_end (const GuatuChartView *self,
           guint                 row,
           GuatuBox              bar)
{
  return bar.x + bar.width + (guatu_chart_is_milestone (self, row) ? guatu_chart_milestone_radius (self) : 0);
}

gboolean
guatu_chart_has_float (const GuatuChartView *self,
                       guint                 row)
{
  gint32 task = self->rows->rows[row].task;

  return is_task (self, row) && !is_done (self, task) && (self->schedule->flags[task] & GUATU_CRITICAL) == 0
         && self->schedule->total_float[task] != GUATU_NONE && self->schedule->total_float[task] > 0
         && self->schedule->late_finish[task] != GUATU_NONE;
}

gboolean
guatu_chart_float (const GuatuChartView *self,
                   guint                 row,
                   GuatuBox             *span)
{
  gint32 task = self->rows->rows[row].task;
  GuatuBox bar;
  double x, end;

  if (!guatu_chart_has_float (self, row) || !guatu_chart_bar (self, row, &bar))
    return FALSE;

  x = right_end (self, row, bar);
  end = guatu_time_scale_x (self->scale, self->schedule->late_finish[task]);
  *span = (GuatuBox) { x, bar.y + bar.height * 0.86, end - x, 0 };

  return span->width > self->hair;
}

/* Slip ------------------------------------------------------------------------------------------- */

static GuatuInstant
baseline_finish (const GuatuChartView *self,
                 gint32                task)
{
  const GuatuBaselineTask *records = guatu_plan_rows (self->plan, GUATU_TABLE_BASELINE_TASK);

  return self->baseline != NULL && task >= 0 && self->baseline[task] >= 0 ? records[self->baseline[task]].finish
                                                                          : GUATU_NONE;
}

gint64
guatu_chart_slip (const GuatuChartView *self,
                  guint                 row)
{
  gint32 task = self->rows->rows[row].task;
  gint64 slip = self->baseline != NULL && task >= 0 ? guatu_baseline_slip (self->plan, self->schedule,
                                                                            self->baseline[task], task) : GUATU_NONE;

  return slip != GUATU_NONE ? MAX (slip, 0) : 0;
}

gboolean
guatu_chart_slip_box (const GuatuChartView *self,
                      guint                 row,
                      GuatuBox             *stretch)
{
  GuatuInstant from = baseline_finish (self, self->rows->rows[row].task);
  GuatuBox shadow, bar;
  double x;

  if (from == GUATU_NONE || guatu_chart_slip (self, row) <= 0
      || !guatu_chart_baseline (self, row, &shadow) || !guatu_chart_bar (self, row, &bar))
    return FALSE;

  x = guatu_time_scale_x (self->scale, from);
  *stretch = (GuatuBox) { x, shadow.y + shadow.height * 0.25, bar.x + bar.width - x, shadow.height * 0.5 };

  return stretch->width > self->hair;
}

/* Stickers --------------------------------------------------------------------------------------- */

/* Where the last of the task's key nodes ends. */
static double
key_nodes_end (const GuatuChartView *self,
               guint                 row)
{
  double right = -G_MAXDOUBLE;
  guint n = 0;
  const gint32 *list = NULL;
  GuatuPoint centre;

  if ((self->layers & GUATU_LAYER_KEY_NODES) != 0)
    list = guatu_plan_referrers (self->plan, GUATU_TABLE_KEY_NODE, GUATU_KEY_NODE_TASK, self->rows->rows[row].task, &n);
  for (guint i = 0; i < n; i++)
    if (guatu_chart_key_node (self, list[i], row, &centre))
      right = MAX (right, centre.x + guatu_chart_key_node_radius (self));

  return right;
}

/* The deadline, else the finish that was agreed or is planned. */
static GuatuInstant
due_at (const GuatuChartView *self,
        gint32                task)
{
  GuatuInstant due = self->lights != NULL ? guatu_lights_get (self->lights, task)->due : GUATU_NONE;

  if (due == GUATU_NONE)
    due = guatu_plan_task_number (self->plan, task, GUATU_TASK_DEADLINE);

  return due != GUATU_NONE ? due : self->schedule->finish[task];
}

gboolean
guatu_chart_has_flag (const GuatuChartView *self,
                      guint                 row,
                      gboolean             *overdue)
{
  gint32 task = self->rows->rows[row].task;
  GuatuInstant due;

  if (!is_task (self, row))
    return FALSE;
  *overdue = !is_done (self, task);
  if (*overdue && !guatu_plan_is_active (self->plan, task))
    return FALSE;
  due = *overdue ? due_at (self, task) : GUATU_NONE;

  return !*overdue || (self->status_date != GUATU_NONE && due != GUATU_NONE && due < self->status_date);
}

gboolean
guatu_chart_flag (const GuatuChartView *self,
                  guint                 row,
                  GuatuPoint           *foot,
                  double               *size,
                  gboolean             *overdue)
{
  GuatuBox bar, bracket;
  double x;

  if (!guatu_chart_has_flag (self, row, overdue) || !guatu_chart_bar (self, row, &bar))
    return FALSE;

  x = MAX (right_end (self, row, bar), key_nodes_end (self, row));
  if ((self->layers & GUATU_LAYER_DEADLINES) != 0 && guatu_chart_deadline (self, row, &bracket))
    x = MAX (x, bracket.x + bracket.width * (1 + GUATU_DEADLINE_JUT));
  *size = self->bar_height;
  *foot = (GuatuPoint) { x + self->bar_height * 0.3, bar.y + bar.height };

  return TRUE;
}

/* The progress line ------------------------------------------------------------------------------- */

gboolean
guatu_chart_progress_point (const GuatuChartView *self,
                            guint                 row,
                            GuatuPoint           *point)
{
  gint32 task = self->rows->rows[row].task;
  GuatuBox bar, done;

  if (self->status_date == GUATU_NONE || self->shares == NULL || !is_task (self, row)
      || !guatu_plan_is_active (self->plan, task) || !guatu_chart_bar (self, row, &bar))
    return FALSE;

  *point = (GuatuPoint) { guatu_time_scale_x (self->scale, self->status_date), bar.y + bar.height / 2 };
  if (is_done (self, task))
    return TRUE;

  done = guatu_chart_bar_done (self, row, bar);
  if (self->shares[task] > 0 || self->schedule->start[task] < self->status_date)
    point->x = done.x + done.width;

  return TRUE;
}
