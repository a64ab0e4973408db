/* guatu-task-progress.c — what progress says of a task's actual dates, its remaining part, and where it stopped. */
#include "guatu-row-edit.h"

const GuatuWorktime *
guatu_row_edit_worktime (const GuatuRowEdit *self)
{
  return guatu_plan_worktime (self->document->plan, guatu_row_edit_reference (self, GUATU_TASK_CALENDAR));
}

static gboolean
is_elapsed (const GuatuRowEdit *self)
{
  return guatu_row_edit_number (self, GUATU_TASK_DURATION_KIND) == GUATU_DURATION_ELAPSED;
}

gint64
guatu_row_edit_duration (const GuatuRowEdit *self)
{
  gint64 start = guatu_row_edit_number (self, GUATU_TASK_MANUAL_START);
  gint64 finish = guatu_row_edit_number (self, GUATU_TASK_MANUAL_FINISH);

  if (guatu_row_edit_number (self, GUATU_TASK_MODE) != GUATU_MODE_MANUAL || start == GUATU_NONE || finish == GUATU_NONE)
    return guatu_row_edit_number (self, GUATU_TASK_DURATION);
  return is_elapsed (self) ? finish - start : guatu_worktime_work (guatu_row_edit_worktime (self), start, finish);
}

GuatuInstant
guatu_row_edit_add_time (const GuatuRowEdit *self, GuatuInstant start, gint64 amount)
{
  if (is_elapsed (self))
    return CLAMP (start + amount, GUATU_INSTANT_MIN, GUATU_INSTANT_MAX);
  return guatu_worktime_add (guatu_row_edit_worktime (self), start, amount);
}

void
guatu_row_edit_place_stop (GuatuRowEdit *self)
{
  gint64 start = guatu_row_edit_number (self, GUATU_TASK_ACTUAL_START);
  gint64 remaining = guatu_row_edit_number (self, GUATU_TASK_REMAINING);
  gint64 stop = GUATU_NONE;
  gint64 resume = GUATU_NONE;

  if (start != GUATU_NONE && remaining != GUATU_NONE)
    {
      stop = guatu_row_edit_add_time (self, start, MAX (guatu_row_edit_duration (self) - remaining, 0));
      resume = is_elapsed (self) ? stop : guatu_worktime_next (guatu_row_edit_worktime (self), stop);
    }
  guatu_row_edit_set_number (self, GUATU_TASK_STOP, stop);
  guatu_row_edit_set_number (self, GUATU_TASK_RESUME, resume);
}

/* Move options ------------------------------------------------------------------------------------------- */

/* The amount of the task's own time between two instants; below 0 if @b comes first. */
static gint64
time_between (const GuatuRowEdit *self, GuatuInstant a, GuatuInstant b)
{
  return is_elapsed (self) ? b - a : guatu_worktime_work (guatu_row_edit_worktime (self), a, b);
}

/* Puts the completed part so that it ends at @end. A start that the person types now is not moved: %FALSE. */
static gboolean
move_completed (GuatuRowEdit *self, GuatuInstant end)
{
  gint64 done = guatu_row_edit_duration (self) - guatu_row_edit_number (self, GUATU_TASK_REMAINING);
  GuatuInstant stop = is_elapsed (self) ? end : guatu_worktime_end_eq (guatu_row_edit_worktime (self), end);

  if (done <= 0 || guatu_row_edit_is_given (self, GUATU_TASK_ACTUAL_START))
    return FALSE;

  guatu_row_edit_set_number (self, GUATU_TASK_ACTUAL_START, guatu_row_edit_add_time (self, stop, -done));
  guatu_row_edit_set_number (self, GUATU_TASK_STOP, stop);
  return TRUE;
}

static void
move_remaining (GuatuRowEdit *self, GuatuInstant begin)
{
  guatu_row_edit_set_number (self, GUATU_TASK_RESUME,
                             is_elapsed (self) ? begin : guatu_worktime_next (guatu_row_edit_worktime (self), begin));
}

void
guatu_row_edit_move_parts (GuatuRowEdit *self)
{
  const GuatuPlanRow *settings = guatu_plan_settings (self->document->plan);
  gint64 variants = settings->scheduling_variants;
  GuatuInstant date = settings->status_date;
  gint64 stop = guatu_row_edit_number (self, GUATU_TASK_STOP);
  gint64 resume = guatu_row_edit_number (self, GUATU_TASK_RESUME);

  if (date == GUATU_NONE || stop == GUATU_NONE || resume == GUATU_NONE ||
      guatu_row_edit_number (self, GUATU_TASK_REMAINING) <= 0)
    return;

  if ((variants & GUATU_VARIANT_MOVE_COMPLETED_BACK) && time_between (self, date, stop) > 0)
    {
      if (move_completed (self, date) && (variants & GUATU_VARIANT_MOVE_REMAINING_BACK))
        move_remaining (self, date);
    }
  else if ((variants & GUATU_VARIANT_MOVE_REMAINING_FORWARD) && time_between (self, resume, date) > 0)
    {
      if (variants & GUATU_VARIANT_MOVE_COMPLETED_FORWARD)
        move_completed (self, date);
      move_remaining (self, date);
    }
}

/* Reports ------------------------------------------------------------------------------------------------- */

/* When work begins and ends on the day of @date; on a day without working time, at the plan's default times. */
static void
day_of_work (const GuatuRowEdit *self, GuatuInstant date, GuatuInstant *begins, GuatuInstant *ends)
{
  const GuatuPlanRow *settings = guatu_plan_settings (self->document->plan);
  GuatuInstant midnight = guatu_instant_day (date) * GUATU_DAY;
  const GuatuHours *hours;
  guint n;

  hours = guatu_worktime_hours (guatu_row_edit_worktime (self), date, &n);
  *begins = midnight + (n > 0 ? hours[0].from : settings->default_start);
  *ends = midnight + (n > 0 ? hours[n - 1].to : settings->default_finish);
}

/* @duration × (1 − @share), rounded to the second, without overflow for any duration and share that a plan can hold. */
static gint64
remaining_of (gint64 duration, gint64 share)
{
  gint64 left = 10000 - CLAMP (share, 0, 10000);

  return duration / 10000 * left + (duration % 10000 * left + 5000) / 10000;
}

void
guatu_row_edit_take_report (GuatuRowEdit *self, GuatuInstant date, gint64 share)
{
  gint64 duration = guatu_row_edit_duration (self);
  gint64 start = guatu_row_edit_number (self, GUATU_TASK_ACTUAL_START);
  GuatuInstant begins, ends;

  day_of_work (self, date, &begins, &ends);

  /* A milestone has no part that could be done: it is reached, at one instant, or it is not. */
  if (duration == 0 && share < 10000)
    {
      guatu_row_edit_set_number (self, GUATU_TASK_ACTUAL_FINISH, GUATU_NONE);
      guatu_row_edit_set_number (self, GUATU_TASK_ACTUAL_START, GUATU_NONE);
      guatu_row_edit_set_number (self, GUATU_TASK_REMAINING, GUATU_NONE);
      guatu_row_edit_place_stop (self);
      return;
    }

  if (start == GUATU_NONE && share > 0)
    {
      start = guatu_document_get_schedule (self->document)->start[self->row];
      if (guatu_instant_day (start) > guatu_instant_day (date))
        start = begins;
      if (duration == 0)
        start = ends;
      guatu_row_edit_set_number (self, GUATU_TASK_ACTUAL_START, start);
    }

  if (share >= 10000)
    {
      guatu_row_edit_set_number (self, GUATU_TASK_ACTUAL_FINISH, MAX (ends, start));
      guatu_row_edit_set_number (self, GUATU_TASK_REMAINING, 0);
      guatu_row_edit_set_number (self, GUATU_TASK_STOP, GUATU_NONE);
      guatu_row_edit_set_number (self, GUATU_TASK_RESUME, GUATU_NONE);
      return;
    }

  guatu_row_edit_set_number (self, GUATU_TASK_ACTUAL_FINISH, GUATU_NONE);
  guatu_row_edit_set_number (self, GUATU_TASK_REMAINING,
                             start == GUATU_NONE ? GUATU_NONE : remaining_of (duration, share));
  guatu_row_edit_place_stop (self);
  guatu_row_edit_move_parts (self);
}
