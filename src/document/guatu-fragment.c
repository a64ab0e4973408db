/* guatu-fragment.c — tasks taken out of a plan: what belongs to them is marked, then copied. */
#include "guatu-fragment.h"

typedef struct
{
  const GuatuPlan *plan;
  GuatuPlan       *made;
  gboolean         progress;
  guint8          *marks[GUATU_N_TABLES];   /* by row */
  GArray          *queue;                   /* of Marked: whose references have not been followed */
} Copy;

typedef struct
{
  GuatuTable table;
  gint32     row;
} Marked;

/* What a copy without progress does not have. */
static const struct { GuatuTable table; guint field; } progress_fields[] = {
  { GUATU_TABLE_TASK, GUATU_TASK_ACTUAL_START }, { GUATU_TABLE_TASK, GUATU_TASK_ACTUAL_FINISH },
  { GUATU_TABLE_TASK, GUATU_TASK_REMAINING }, { GUATU_TABLE_TASK, GUATU_TASK_STOP },
  { GUATU_TABLE_TASK, GUATU_TASK_RESUME }, { GUATU_TABLE_TASK, GUATU_TASK_ACTUAL_WORK },
  { GUATU_TABLE_TASK, GUATU_TASK_ACTUAL_INVESTMENT }, { GUATU_TABLE_TASK, GUATU_TASK_SOURCE_UID },
  { GUATU_TABLE_TASK, GUATU_TASK_RECORDED_START }, { GUATU_TABLE_TASK, GUATU_TASK_RECORDED_FINISH },
  { GUATU_TABLE_TASK, GUATU_TASK_RECORDED_LATE_START }, { GUATU_TABLE_TASK, GUATU_TASK_RECORDED_LATE_FINISH },
  { GUATU_TABLE_TASK, GUATU_TASK_AGREED_FINISH },
  { GUATU_TABLE_KEY_NODE, GUATU_KEY_NODE_DONE_ON },
  { GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ACTUAL_WORK }, { GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_REMAINING_WORK },
  { GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_REMAINING_OVERTIME_WORK },
  { GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_START }, { GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_FINISH },
  { GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ACTUAL_START },
  { GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ACTUAL_FINISH }, { GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_STOP },
  { GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_RESUME }, { GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_SOURCE_UID },
};

/* What figures are read by, and what a reader of plans asks for. */
static const guint settings_fields[] = {
  GUATU_PLAN_TITLE, GUATU_PLAN_START, GUATU_PLAN_SCHEDULE_FROM, GUATU_PLAN_CALENDAR, GUATU_PLAN_CURRENCY,
  GUATU_PLAN_LANGUAGE, GUATU_PLAN_MINUTES_PER_DAY, GUATU_PLAN_MINUTES_PER_WEEK, GUATU_PLAN_DAYS_PER_MONTH,
  GUATU_PLAN_DEFAULT_START, GUATU_PLAN_DEFAULT_FINISH,
};

/* Rows of calendars, in an order in which what they hang on has been marked before. */
static const struct { GuatuTable table; guint field; } calendar_parts[] = {
  { GUATU_TABLE_CALENDAR_WEEK, GUATU_CALENDAR_WEEK_CALENDAR },
  { GUATU_TABLE_CALENDAR_DAY, GUATU_CALENDAR_DAY_CALENDAR },
  { GUATU_TABLE_CALENDAR_EXCEPTION, GUATU_CALENDAR_EXCEPTION_CALENDAR },
  { GUATU_TABLE_CALENDAR_HOURS, GUATU_CALENDAR_HOURS_DAY },
  { GUATU_TABLE_CALENDAR_HOURS, GUATU_CALENDAR_HOURS_EXCEPTION },
};

static void
mark (Copy *self, GuatuTable table, gint32 row)
{
  Marked marked = { table, row };

  if (row < 0 || self->marks[table][row])
    return;
  self->marks[table][row] = TRUE;
  g_array_append_val (self->queue, marked);
}

static void
mark_tasks (Copy *self, const gint32 *tasks, guint n)
{
  guint n_all;
  const gint32 *outline = guatu_plan_outline (self->plan, &n_all);

  for (guint i = 0; i < n; i++)
    mark (self, GUATU_TABLE_TASK, tasks[i]);
  for (guint i = 0; i < n_all; i++)
    {
      gint32 parent = guatu_plan_task (self->plan, outline[i])->parent;

      if (parent >= 0 && self->marks[GUATU_TABLE_TASK][parent])
        mark (self, GUATU_TABLE_TASK, outline[i]);
    }
}

static gboolean
is_progress_table (GuatuTable table)
{
  return table == GUATU_TABLE_REPORT || table == GUATU_TABLE_LIGHT_OVERRIDE || table == GUATU_TABLE_BASELINE_TASK;
}

/* Whether the row refers to tasks, and to no other than those that come along. */
static gboolean
hangs_on_marked (const Copy *self, GuatuTable table, gint32 row)
{
  const GuatuTableInfo *info = guatu_table_info (table);
  gboolean hangs = FALSE;

  for (guint field = 1; field < info->n_fields; field++)
    if (info->fields[field].type == GUATU_TYPE_REFERENCE && info->fields[field].target == GUATU_TABLE_TASK)
      {
        gint32 task = (gint32) guatu_plan_number (self->plan, table, row, field);

        if (task >= 0 && !self->marks[GUATU_TABLE_TASK][task])
          return FALSE;
        hangs |= task >= 0;
      }
  return hangs;
}

static void
mark_what_hangs_on_tasks (Copy *self)
{
  for (GuatuTable table = 0; table < GUATU_N_TABLES; table++)
    {
      gint32 n = (gint32) guatu_plan_n_rows (self->plan, table);

      if (table == GUATU_TABLE_TASK || (is_progress_table (table) && !self->progress))
        continue;
      for (gint32 row = 0; row < n; row++)
        if (guatu_plan_id (self->plan, table, row) != 0 && hangs_on_marked (self, table, row))
          mark (self, table, row);
    }
}

/* The queue grows while it is gone through. */
static void
follow_references (Copy *self)
{
  for (guint i = 0; i < self->queue->len; i++)
    {
      Marked marked = g_array_index (self->queue, Marked, i);
      const GuatuTableInfo *info = guatu_table_info (marked.table);

      for (guint field = 1; field < info->n_fields; field++)
        if (info->fields[field].type == GUATU_TYPE_REFERENCE && info->fields[field].target != GUATU_TABLE_TASK)
          mark (self, info->fields[field].target,
                (gint32) guatu_plan_number (self->plan, marked.table, marked.row, field));
    }
}

static void
mark_calendar_parts (Copy *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (calendar_parts); i++)
    {
      GuatuTable table = calendar_parts[i].table;
      GuatuTable of = guatu_field (table, calendar_parts[i].field)->target;

      for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (self->plan, table); row++)
        {
          gint32 whole = guatu_plan_id (self->plan, table, row) == 0
                           ? -1 : (gint32) guatu_plan_number (self->plan, table, row, calendar_parts[i].field);

          if (whole >= 0 && self->marks[of][whole])
            mark (self, table, row);
        }
    }
}

/* Copying --------------------------------------------------------------------------------------------- */

gboolean
guatu_field_tells_progress (GuatuTable table, guint field)
{
  for (guint i = 0; i < G_N_ELEMENTS (progress_fields); i++)
    if (progress_fields[i].table == table && progress_fields[i].field == field)
      return TRUE;

  return FALSE;
}

static gboolean
is_left_out (const Copy *self, GuatuTable table, gint32 row, guint field)
{
  if (self->progress)
    return FALSE;
  /* A task that is not active keeps the dates that it had: they are all that it has. */
  if (table == GUATU_TABLE_TASK && !guatu_plan_task (self->plan, row)->active &&
      (field == GUATU_TASK_RECORDED_START || field == GUATU_TASK_RECORDED_FINISH))
    return FALSE;
  return guatu_field_tells_progress (table, field);
}

static void
copy_field (Copy *self, GuatuTable table, gint32 row, gint32 to, guint number)
{
  const GuatuField *field = guatu_field (table, number);
  GuatuValue value = guatu_plan_get (self->plan, table, row, number);

  if (guatu_value_equal (value, guatu_field_fallback (field)) || is_left_out (self, table, row, number))
    return;
  if (field->type == GUATU_TYPE_REFERENCE && guatu_plan_find (self->made, field->target, value.integer) < 0)
    return;
  guatu_plan_set (self->made, table, to, number, value);
}

static void
copy_row (Copy *self, GuatuTable table, gint32 row)
{
  gint32 to = guatu_plan_find (self->made, table, guatu_plan_id (self->plan, table, row));
  guint n_fields = guatu_table_info (table)->n_fields;
  gboolean sparse = guatu_plan_has_sparse (self->plan, table, row);

  for (guint field = 1; field < n_fields; field++)
    if (sparse || guatu_field (table, field)->storage != GUATU_STORAGE_SPARSE)
      copy_field (self, table, row, to, field);
}

/* All rows first, so that references find theirs. */
static void
copy_rows (Copy *self)
{
  for (guint i = 0; i < self->queue->len; i++)
    {
      Marked marked = g_array_index (self->queue, Marked, i);

      guatu_plan_insert (self->made, marked.table, guatu_plan_id (self->plan, marked.table, marked.row));
    }
  for (guint i = 0; i < self->queue->len; i++)
    {
      Marked marked = g_array_index (self->queue, Marked, i);

      copy_row (self, marked.table, marked.row);
    }
}

static void
copy_settings (Copy *self)
{
  const GuatuPlanRow *settings = guatu_plan_settings (self->plan);
  gint32 row;

  if (settings->id == 0)
    return;
  row = guatu_plan_find (self->plan, GUATU_TABLE_PLAN, settings->id);
  guatu_plan_insert (self->made, GUATU_TABLE_PLAN, settings->id);
  for (guint i = 0; i < G_N_ELEMENTS (settings_fields); i++)
    copy_field (self, GUATU_TABLE_PLAN, row, 0, settings_fields[i]);
}

/* Tasks that stood under different ones stand side by side now, in the order in which they were seen. */
static void
order_roots (Copy *self)
{
  gint64 position = 0;
  guint n;
  const gint32 *outline = guatu_plan_outline (self->plan, &n);

  for (guint i = 0; i < n; i++)
    {
      gint32 parent = guatu_plan_task (self->plan, outline[i])->parent;

      if (!self->marks[GUATU_TABLE_TASK][outline[i]] || (parent >= 0 && self->marks[GUATU_TABLE_TASK][parent]))
        continue;
      guatu_plan_set (self->made, GUATU_TABLE_TASK,
                      guatu_plan_find (self->made, GUATU_TABLE_TASK,
                                       guatu_plan_id (self->plan, GUATU_TABLE_TASK, outline[i])),
                      GUATU_TASK_POSITION, GUATU_INTEGER (++position));
    }
}

GuatuPlan *
guatu_fragment_new (const GuatuPlan *plan, const gint32 *tasks, guint n, gboolean progress)
{
  Copy self = { .plan = plan, .made = guatu_plan_new (), .progress = progress };

  g_return_val_if_fail (plan != NULL && (tasks != NULL || n == 0), NULL);

  self.queue = g_array_new (FALSE, FALSE, sizeof (Marked));
  for (GuatuTable table = 0; table < GUATU_N_TABLES; table++)
    self.marks[table] = g_new0 (guint8, guatu_plan_n_rows (plan, table) + 1);

  mark_tasks (&self, tasks, n);
  mark_what_hangs_on_tasks (&self);
  mark (&self, GUATU_TABLE_CALENDAR, guatu_plan_settings (plan)->calendar);
  follow_references (&self);
  mark_calendar_parts (&self);
  copy_rows (&self);
  copy_settings (&self);
  order_roots (&self);
  guatu_plan_settle (self.made);

  for (GuatuTable table = 0; table < GUATU_N_TABLES; table++)
    g_free (self.marks[table]);
  g_array_unref (self.queue);
  return self.made;
}

guint
guatu_fragment_n_roots (const GuatuPlan *fragment)
{
  guint n = 0;

  g_return_val_if_fail (fragment != NULL, 0);

  for (gint32 row = guatu_plan_first_task (fragment); row >= 0; row = guatu_plan_task (fragment, row)->next_sibling)
    n++;
  return n;
}
