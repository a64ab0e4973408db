/* guatu-document-recurrence.c — keeps the subtasks of a recurring task to its rule, and ticks them off. */
#include "guatu-row-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-occurrences.h"
#include "guatu-progress.h"

/* A subtask that is there: of which day it is, and whether anybody has worked on it. */
typedef struct
{
  gint32       row;
  GuatuInstant day;
  gboolean     touched;
} Known;

/* A time that the task is to take place. */
typedef struct
{
  GuatuInstant day;
  gint32       row;           /* the subtask that it is; -1: a new one */
  gboolean     touched;       /* which stays as it is */
} Slot;

typedef struct
{
  GuatuDocument       *document;
  GuatuTaskRecurrence  rule;
  const GuatuWorktime *worktime;
  gint32               task;
  gint64               id;            /* of the task */
  GArray              *known;
  GArray              *slots;
  GArray              *surplus;       /* rows of subtasks that no day is left for */
} Times;

/* What is there --------------------------------------------------------------------------------------- */

static GuatuTaskRecurrence
rule_of (const GuatuRowEdit *edit)
{
  return (GuatuTaskRecurrence) {
    .from_date = guatu_row_edit_number (edit, GUATU_RECURRENCE_FROM_DATE),
    .to_date = guatu_row_edit_number (edit, GUATU_RECURRENCE_TO_DATE),
    .times = guatu_row_edit_number (edit, GUATU_RECURRENCE_TIMES),
    .period = guatu_row_edit_number (edit, GUATU_RECURRENCE_PERIOD),
    .start_time = guatu_row_edit_number (edit, GUATU_RECURRENCE_START_TIME),
    .duration = guatu_row_edit_number (edit, GUATU_RECURRENCE_DURATION),
    .task = guatu_row_edit_reference (edit, GUATU_RECURRENCE_TASK),
    .recurrence = (guint8) guatu_row_edit_number (edit, GUATU_RECURRENCE_RECURRENCE),
    .weekdays = (guint8) guatu_row_edit_number (edit, GUATU_RECURRENCE_WEEKDAYS),
    .month = (guint8) guatu_row_edit_number (edit, GUATU_RECURRENCE_MONTH),
    .month_day = (guint8) guatu_row_edit_number (edit, GUATU_RECURRENCE_MONTH_DAY),
    .place = (guint8) guatu_row_edit_number (edit, GUATU_RECURRENCE_PLACE),
    .item = (guint8) guatu_row_edit_number (edit, GUATU_RECURRENCE_ITEM),
    .day_off = (guint8) guatu_row_edit_number (edit, GUATU_RECURRENCE_DAY_OFF),
  };
}

/* Somebody has reported it, begun it or parted it. */
static gboolean
is_touched (const GuatuPlan *plan, gint32 task)
{
  guint n;

  if (guatu_plan_is_summary (plan, task) ||
      guatu_plan_task_number (plan, task, GUATU_TASK_ACTUAL_START) != GUATU_NONE ||
      guatu_plan_task_number (plan, task, GUATU_TASK_ACTUAL_FINISH) != GUATU_NONE)
    return TRUE;

  guatu_plan_referrers (plan, GUATU_TABLE_REPORT, GUATU_REPORT_TASK, task, &n);
  return n > 0;
}

/* Where the rule has put it; one that was moved by hand is of the day to which it was moved. */
static GuatuInstant
day_of (GuatuDocument *self, gint32 task)
{
  GuatuInstant at = guatu_plan_task (self->plan, task)->mode == GUATU_MODE_MANUAL
                      ? guatu_plan_task_number (self->plan, task, GUATU_TASK_MANUAL_START) : GUATU_NONE;

  if (at == GUATU_NONE)
    at = guatu_document_get_schedule (self)->start[task];
  return at != GUATU_NONE ? guatu_instant_day (at) * GUATU_DAY : GUATU_NONE;
}

static int
compare_known (gconstpointer a, gconstpointer b)
{
  const Known *one = a, *other = b;

  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  return (one->row > other->row) - (one->row < other->row);
}

static GArray *
find_known (GuatuDocument *self, gint32 task)
{
  GArray *known = g_array_new (FALSE, FALSE, sizeof (Known));

  for (gint32 row = guatu_plan_task (self->plan, task)->first_child; row >= 0;
       row = guatu_plan_task (self->plan, row)->next_sibling)
    {
      Known one = { row, day_of (self, row), is_touched (self->plan, row) };

      g_array_append_val (known, one);
    }
  g_array_sort (known, compare_known);
  return known;
}

/* What is to be ------------------------------------------------------------------------------------------ */

/* A subtask of a day that the rule has as well is that day's. */
static void
match_days (Times *self, guint8 *matched)
{
  for (guint k = 0, s = 0; k < self->known->len; k++)
    {
      const Known *known = &g_array_index (self->known, Known, k);

      while (s < self->slots->len && g_array_index (self->slots, Slot, s).day < known->day)
        s++;
      if (s < self->slots->len && g_array_index (self->slots, Slot, s).day == known->day)
        {
          g_array_index (self->slots, Slot, s).row = known->row;
          g_array_index (self->slots, Slot, s++).touched = known->touched;
          matched[k] = TRUE;
        }
    }
}

/* The others take the days that are left, in their order: the fifth meeting stays the fifth, with what was noted of
 * it. What has been worked on keeps the day on which it was, and still counts as one of the times. */
static void
match_rest (Times *self, const guint8 *matched)
{
  guint s = 0;

  for (guint k = 0; k < self->known->len; k++)
    {
      const Known *known = &g_array_index (self->known, Known, k);

      if (matched[k])
        continue;
      while (s < self->slots->len && g_array_index (self->slots, Slot, s).row >= 0)
        s++;
      if (s < self->slots->len)
        {
          g_array_index (self->slots, Slot, s).row = known->row;
          g_array_index (self->slots, Slot, s).touched = known->touched;
        }
      else if (!known->touched)
        g_array_append_val (self->surplus, known->row);
    }
}

static gboolean
find_slots (Times *self, GError **error)
{
  g_autoptr(GArray) days = guatu_occurrence_days (&self->rule, self->worktime, GUATU_MOST_OCCURRENCES + 1);
  g_autofree guint8 *matched = g_new0 (guint8, self->known->len + 1);
  g_autofree char *title = NULL;

  if (days->len == 0 || days->len > GUATU_MOST_OCCURRENCES)
    title = guatu_plan_task_title (self->document->plan, self->task);
  if (days->len == 0)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("Task %s would take place on no day. Choose another rule, or other dates."), title);
  if (days->len > GUATU_MOST_OCCURRENCES)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("Task %s would take place more than %d times. Choose an earlier last day."), title,
                                  GUATU_MOST_OCCURRENCES);

  for (guint i = 0; i < days->len; i++)
    {
      Slot slot = { g_array_index (days, GuatuInstant, i), -1, FALSE };

      g_array_append_val (self->slots, slot);
    }
  match_days (self, matched);
  match_rest (self, matched);
  return TRUE;
}

/* Writing ------------------------------------------------------------------------------------------------- */

/* "Weekly meeting 12": a name that was given here, and may be given anew. */
static gboolean
is_numbered (const char *name)
{
  const char *space = strrchr (name, ' ');

  if (space == NULL || space[1] == '\0')
    return FALSE;
  return strspn (space + 1, "0123456789") == strlen (space + 1);
}

/* A meeting in the evening takes its two hours in the evening. */
static GuatuInstant
finish_of (const Times *self, GuatuInstant start, gint64 duration, gboolean elapsed)
{
  if (elapsed || guatu_worktime_next (self->worktime, start) != start)
    return MIN (start + duration, GUATU_INSTANT_MAX);
  return guatu_worktime_add (self->worktime, start, duration);
}

/* It is when it is, as people have agreed: no link and no status date moves it. */
static gboolean
set_dates (GuatuRowEdit *edit, const Times *self, GuatuInstant day, GError **error)
{
  const GuatuTask *task = guatu_plan_task (self->document->plan, self->task);
  gboolean own = self->rule.duration == GUATU_NONE;
  gboolean elapsed = own && task->duration_kind == GUATU_DURATION_ELAPSED;
  gint64 duration = own ? task->duration : self->rule.duration;
  GuatuInstant start = guatu_occurrence_start (&self->rule, self->document->plan, self->worktime, day);
  const GuatuSetting settings[] = {
    { GUATU_TASK_MODE, GUATU_INTEGER (GUATU_MODE_MANUAL) },
    { GUATU_TASK_MANUAL_START, GUATU_INTEGER (start) },
    { GUATU_TASK_MANUAL_FINISH, GUATU_INTEGER (finish_of (self, start, duration, elapsed)) },
  };

  guatu_row_edit_set_number (edit, GUATU_TASK_DURATION, duration);
  guatu_row_edit_set_number (edit, GUATU_TASK_DURATION_KIND, elapsed ? GUATU_DURATION_ELAPSED : GUATU_DURATION_WORKING);
  guatu_row_edit_set_number (edit, GUATU_TASK_DURATION_UNIT, task->duration_unit);
  guatu_row_edit_set_number (edit, GUATU_TASK_KIND, duration == 0 ? GUATU_KIND_MILESTONE : GUATU_KIND_TASK);
  return guatu_row_edit_take (edit, settings, G_N_ELEMENTS (settings), error) && guatu_row_edit_check (edit, error);
}

static gboolean
write_slot (const Times *self, const Slot *slot, guint number, GError **error)
{
  const GuatuPlan *plan = self->document->plan;
  const GuatuTask *task = guatu_plan_task (plan, self->task);
  g_autofree char *name = g_strdup_printf ("%s %u", guatu_plan_task_name (plan, self->task), number);
  GuatuRowEdit edit;

  if (slot->row < 0)
    {
      guatu_row_edit_init_new (&edit, self->document, GUATU_TABLE_TASK);
      edit.values[GUATU_TASK_PARENT] = GUATU_INTEGER (self->id);
      guatu_row_edit_set_number (&edit, GUATU_TASK_REPORT_CYCLE, task->report_cycle);
      if (task->calendar >= 0)
        edit.values[GUATU_TASK_CALENDAR] = GUATU_INTEGER (guatu_plan_id (plan, GUATU_TABLE_CALENDAR, task->calendar));
    }
  else
    guatu_row_edit_init_row (&edit, self->document, GUATU_TABLE_TASK, slot->row);

  if (slot->row < 0 || is_numbered (guatu_plan_task_name (plan, slot->row)))
    edit.values[GUATU_TASK_NAME] = GUATU_TEXT (name);
  guatu_row_edit_set_number (&edit, GUATU_TASK_POSITION, GUATU_POSITION_GAP * (gint64) number);
  return (slot->touched || set_dates (&edit, self, slot->day, error)) && guatu_row_edit_write (&edit, error);
}

/* What has been worked on and is of no day of the rule stands behind the others. */
static gboolean
place_kept (const Times *self, GError **error)
{
  g_autoptr(GHashTable) placed = g_hash_table_new (NULL, NULL);
  gint64 position = GUATU_POSITION_GAP * (gint64) self->slots->len;

  for (guint i = 0; i < self->slots->len; i++)
    g_hash_table_add (placed, GINT_TO_POINTER (g_array_index (self->slots, Slot, i).row));
  for (guint k = 0; k < self->known->len; k++)
    {
      const Known *known = &g_array_index (self->known, Known, k);

      if (!known->touched || g_hash_table_contains (placed, GINT_TO_POINTER (known->row)))
        continue;
      position += GUATU_POSITION_GAP;
      if (guatu_plan_task (self->document->plan, known->row)->position != position &&
          !guatu_store_update (self->document->store, GUATU_TABLE_TASK,
                               guatu_plan_id (self->document->plan, GUATU_TABLE_TASK, known->row), GUATU_TASK_POSITION,
                               GUATU_INTEGER (position), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_times (Times *self, GError **error)
{
  guint n;

  if (!find_slots (self, error) ||
      !guatu_remove_rows (self->document, GUATU_TABLE_TASK, (const gint32 *) (gpointer) self->surplus->data,
                          self->surplus->len, &n, error))
    return FALSE;

  for (guint i = 0; i < self->slots->len; i++)
    if (!write_slot (self, &g_array_index (self->slots, Slot, i), i + 1, error))
      return FALSE;
  return place_kept (self, error);
}

static gboolean
changes_anything (const GuatuRowEdit *edit)
{
  for (guint field = 1; field < guatu_table_info (edit->table)->n_fields; field++)
    if (guatu_row_edit_changes (edit, field))
      return TRUE;

  return FALSE;
}

/* Only what has no subtasks of its own can come back, and what comes back cannot do so within itself. */
static gboolean
check_task (GuatuDocument *self, const GuatuRowEdit *edit, gint32 task, GError **error)
{
  g_autofree char *title = guatu_plan_task_title (self->plan, task);

  if (edit->row < 0 && guatu_plan_is_summary (self->plan, task))
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("Task %s has subtasks and cannot recur. Make a task of its own that does."), title);
  if (edit->row < 0 && guatu_task_is_occurrence (self->plan, task))
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("Task %s is one of the times of a recurring task. Change that one’s rule instead."),
                                  title);
  return TRUE;
}

gboolean
guatu_document_follow_recurrence (GuatuDocument *self, const GuatuRowEdit *edit, GError **error)
{
  Times times = { .document = self, .rule = rule_of (edit) };
  gboolean ok;

  if (edit->row >= 0 && !changes_anything (edit))
    return TRUE;
  times.task = times.rule.task;
  times.id = guatu_plan_id (self->plan, GUATU_TABLE_TASK, times.task);
  if (!check_task (self, edit, times.task, error))
    return FALSE;

  times.worktime = guatu_plan_task_worktime (self->plan, times.task);
  times.known = find_known (self, times.task);
  times.slots = g_array_new (FALSE, FALSE, sizeof (Slot));
  times.surplus = g_array_new (FALSE, FALSE, sizeof (gint32));
  ok = write_times (&times, error);
  g_array_unref (times.known);
  g_array_unref (times.slots);
  g_array_unref (times.surplus);
  return ok;
}

gboolean
guatu_document_end_recurrence (GuatuDocument *self, gint32 recurrence, GError **error)
{
  gint32 task = (gint32) guatu_plan_number (self->plan, GUATU_TABLE_RECURRENCE, recurrence, GUATU_RECURRENCE_TASK);
  g_autoptr(GArray) known = find_known (self, task);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint32));
  guint n;

  for (guint i = 0; i < known->len; i++)
    if (!g_array_index (known, Known, i).touched)
      g_array_append_val (rows, g_array_index (known, Known, i).row);
  return guatu_remove_rows (self, GUATU_TABLE_TASK, (const gint32 *) (gpointer) rows->data, rows->len, &n, error);
}

gboolean
guatu_document_follow_name (GuatuDocument *self, const GuatuRowEdit *edit, GError **error)
{
  const char *old, *name;
  gsize length;

  if (edit->table != GUATU_TABLE_TASK || edit->row < 0 || !guatu_row_edit_changes (edit, GUATU_TASK_NAME) ||
      guatu_task_recurrence (self->plan, edit->row) < 0)
    return TRUE;

  name = guatu_row_edit_string (edit, GUATU_TASK_NAME);
  old = guatu_plan_task_name (self->plan, edit->row);
  length = strlen (old);
  for (gint32 child = guatu_plan_task (self->plan, edit->row)->first_child; child >= 0;
       child = guatu_plan_task (self->plan, child)->next_sibling)
    {
      const char *known = guatu_plan_task_name (self->plan, child);
      g_autofree char *other = NULL;

      /* Only what was named here, and by nobody since. */
      if (!g_str_has_prefix (known, old) || known[length] != ' ' || !is_numbered (known))
        continue;
      other = g_strconcat (name, known + length, NULL);
      if (!guatu_store_update (self->store, GUATU_TABLE_TASK, guatu_plan_id (self->plan, GUATU_TABLE_TASK, child),
                               GUATU_TASK_NAME, GUATU_TEXT (other), error))
        return FALSE;
    }
  return TRUE;
}

/* Ticking off --------------------------------------------------------------------------------------------- */

gint64
guatu_document_find_occurrence (GuatuDocument *self, gint64 task, GuatuInstant day)
{
  gint32 row;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), 0);

  row = guatu_plan_find (self->plan, GUATU_TABLE_TASK, task);
  if (row < 0 || guatu_task_recurrence (self->plan, row) < 0)
    return 0;
  for (gint32 child = guatu_plan_task (self->plan, row)->first_child; child >= 0;
       child = guatu_plan_task (self->plan, child)->next_sibling)
    {
      GuatuInstant start = guatu_document_get_schedule (self)->start[child];

      if (day_of (self, child) == guatu_instant_day (day) * GUATU_DAY ||
          (start != GUATU_NONE && guatu_instant_day (start) == guatu_instant_day (day)))
        return guatu_plan_id (self->plan, GUATU_TABLE_TASK, child);
    }
  return 0;
}

/* Taken back: its latest report goes, or the finish that was entered without one. */
static gboolean
untick (GuatuDocument *self, gint64 occurrence, GError **error)
{
  const GuatuSetting open[] = { { GUATU_TASK_ACTUAL_FINISH, GUATU_NULL }, { GUATU_TASK_ACTUAL_START, GUATU_NULL } };
  gint32 row = guatu_plan_find (self->plan, GUATU_TABLE_TASK, occurrence);
  gint32 report = row >= 0 ? guatu_progress_latest_report (self->plan, row, GUATU_NONE) : -1;

  if (report >= 0)
    return guatu_document_remove (self, GUATU_TABLE_REPORT, guatu_plan_id (self->plan, GUATU_TABLE_REPORT, report),
                                  error);
  return guatu_document_set (self, GUATU_TABLE_TASK, occurrence, open, G_N_ELEMENTS (open), error);
}

/* As a report says it, but that it ended when it was to, and not with the day. */
static gboolean
tick (GuatuDocument *self, gint64 occurrence, gint32 row, GuatuInstant today, GError **error)
{
  const GuatuSchedule *schedule = guatu_document_get_schedule (self);
  GuatuInstant finish = schedule->finish[row];
  gboolean instant = schedule->start[row] == finish;
  const GuatuSetting at[] = { { GUATU_TASK_ACTUAL_FINISH, GUATU_INTEGER (finish) },
                              { GUATU_TASK_ACTUAL_START, GUATU_INTEGER (finish) } };

  /* It took place when it was to, unless that is still to come. */
  if (finish == GUATU_NONE || finish > today)
    return guatu_document_report (self, occurrence, today, 10000, NULL, 0, NULL, error);
  return guatu_document_report (self, occurrence, finish, 10000, NULL, 0, NULL, error) &&
         guatu_document_set (self, GUATU_TABLE_TASK, occurrence, at, instant ? 2 : 1, error);
}

gboolean
guatu_document_tick_occurrence (GuatuDocument *self, gint64 occurrence, gboolean done, GuatuInstant today,
                                GError **error)
{
  g_autofree char *name = NULL;
  gboolean ok;
  gint32 row;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);

  if (!done)
    return untick (self, occurrence, error);
  if (!guatu_document_begin_group (self, error))
    return FALSE;
  row = guatu_document_find_row (self, GUATU_TABLE_TASK, occurrence, error);
  ok = row >= 0;
  if (ok)
    {
      name = g_strdup (guatu_plan_task_name (self->plan, row));
      ok = tick (self, occurrence, row, today, error);
    }
  return guatu_document_end_group (self, ok, "occurrence-tick", name, 1, error);
}
