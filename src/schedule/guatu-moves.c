/* guatu-moves.c — keeps dates and compares them. */
#include "guatu-moves.h"

struct _GuatuDates
{
  guint         n;
  GuatuInstant  end;
  gint64       *ids;
  GuatuInstant *start;
  GuatuInstant *finish;
};

GuatuDates *
guatu_dates_new (const GuatuPlan *plan, const GuatuSchedule *schedule)
{
  GuatuDates *self = g_new0 (GuatuDates, 1);
  const GuatuTask *tasks = guatu_plan_tasks (plan);

  self->n = guatu_plan_n_rows (plan, GUATU_TABLE_TASK);
  self->end = schedule->plan_finish;
  self->ids = g_new (gint64, self->n);
  for (guint i = 0; i < self->n; i++)
    self->ids[i] = tasks[i].id;
  self->start = g_memdup2 (schedule->start, self->n * sizeof *self->start);
  self->finish = g_memdup2 (schedule->finish, self->n * sizeof *self->finish);

  return self;
}

void
guatu_dates_free (GuatuDates *self)
{
  g_free (self->ids);
  g_free (self->start);
  g_free (self->finish);
  g_free (self);
}

GuatuInstant
guatu_dates_start (const GuatuDates *self, gint32 task)
{
  return self->start[task];
}

GuatuInstant
guatu_dates_finish (const GuatuDates *self, gint32 task)
{
  return self->finish[task];
}

GuatuInstant
guatu_dates_end (const GuatuDates *self)
{
  return self->end;
}

GArray *
guatu_dates_moved (const GuatuDates *self, const GuatuPlan *plan, const GuatuSchedule *schedule)
{
  GArray *moved = g_array_new (FALSE, FALSE, sizeof (gint32));
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  for (guint i = 0; i < n; i++)
    {
      gint32 task = outline[i];

      if ((guint) task < self->n && self->ids[task] == guatu_plan_id (plan, GUATU_TABLE_TASK, task) &&
          (self->start[task] != schedule->start[task] || self->finish[task] != schedule->finish[task]))
        g_array_append_val (moved, task);
    }

  return moved;
}
