/* guatu-comparison.c — goes through the rows of two plans, told apart by their ids, and through their dates. */
#include "guatu-comparison.h"

#include <glib/gi18n-lib.h>

#include "guatu-document-private.h"

typedef struct
{
  const GuatuPlan     *plan;
  const GuatuSchedule *schedule;      /* %NULL: the tasks form a cycle */
} Side;

typedef struct
{
  Side             before;
  Side             after;
  GuatuComparison *result;
} Comparing;

void
guatu_comparison_free (GuatuComparison *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* Fields --------------------------------------------------------------------------------------------------- */

static char *
words (const GuatuPlan *plan,
       GuatuTable       table,
       gint32           row,
       guint            field)
{
  GuatuDurationUnit unit = GUATU_UNIT_DAY;
  gboolean elapsed = FALSE;
  guint unit_field, kind_field;

  if (row < 0)
    return g_strdup ("");
  if (guatu_field_units (table, field, &unit_field, &kind_field))
    {
      unit = (GuatuDurationUnit) guatu_plan_number (plan, table, row, unit_field);
      elapsed = guatu_kind_is_elapsed (table, guatu_plan_number (plan, table, row, kind_field));
    }

  return guatu_value_words (plan, table, field, guatu_plan_get (plan, table, row, field), unit, elapsed);
}

/* Row -1: it is not there. */
static GuatuValue
value_of (const Side *side,
          GuatuTable  table,
          gint32      row,
          guint       field)
{
  return row >= 0 ? guatu_plan_get (side->plan, table, row, field) : guatu_field_fallback (guatu_field (table, field));
}

static void
compare_fields (Comparing      *self,
                GuatuRowChange *change,
                gint32          before,
                gint32          after)
{
  const GuatuTableInfo *info = guatu_table_info (change->table);

  for (guint field = 1; field < info->n_fields; field++)
    {
      if (guatu_field_is_unsaid (change->table, field) ||
          (change->kind != GUATU_CHANGE_CHANGED && guatu_field_is_in_name (change->table, field)) ||
          guatu_value_equal (value_of (&self->before, change->table, before, field),
                             value_of (&self->after, change->table, after, field)))
        continue;
      guatu_row_change_add (change, field, _(info->fields[field].label),
                            words (self->before.plan, change->table, before, field),
                            words (self->after.plan, change->table, after, field));
    }
}

/* Dates ---------------------------------------------------------------------------------------------------- */

static GuatuInstant
scheduled (const Side *side,
           gint32      task,
           gboolean    finish)
{
  if (task < 0 || side->schedule == NULL || !guatu_plan_is_active (side->plan, task))
    return GUATU_NONE;

  return finish ? side->schedule->finish[task] : side->schedule->start[task];
}

static gboolean
compare_date (Comparing      *self,
              GuatuRowChange *change,
              gint32          before,
              gint32          after,
              gboolean        finish)
{
  /* Any field that holds an instant says how one is read. */
  const GuatuField *form = guatu_field (GUATU_TABLE_TASK, GUATU_TASK_ACTUAL_START);
  GuatuInstant was = scheduled (&self->before, before, finish), is = scheduled (&self->after, after, finish);
  g_autofree char *was_text = NULL;
  g_autofree char *is_text = NULL;

  if (was == is)
    return FALSE;

  was_text = was != GUATU_NONE ? guatu_instant_to_iso (was) : g_strdup ("");
  is_text = is != GUATU_NONE ? guatu_instant_to_iso (is) : g_strdup ("");
  guatu_row_change_add (change, GUATU_FIELD_SCHEDULED, finish ? _("Scheduled finish") : _("Scheduled start"),
                        guatu_value_label (form, was_text), guatu_value_label (form, is_text));
  return TRUE;
}

/* Rows ----------------------------------------------------------------------------------------------------- */

/* The task that the row belongs to, or is; 0: none. */
static gint64
task_of (const GuatuPlan *plan,
         GuatuTable       table,
         gint32           row)
{
  int field = table == GUATU_TABLE_LINK ? GUATU_LINK_SUCCESSOR : guatu_field_find (table, "task");
  GuatuValue value;

  if (table == GUATU_TABLE_TASK)
    return guatu_plan_id (plan, table, row);
  if (field < 0)
    return 0;

  value = guatu_plan_get (plan, table, row, (guint) field);
  return value.kind == GUATU_VALUE_INTEGER ? value.integer : 0;
}

static char *
task_name (Comparing *self,
           gint64     task)
{
  gint32 row = guatu_plan_find (self->after.plan, GUATU_TABLE_TASK, task);

  if (row >= 0)
    return guatu_row_name (self->after.plan, GUATU_TABLE_TASK, row);

  row = guatu_plan_find (self->before.plan, GUATU_TABLE_TASK, task);
  return row >= 0 ? guatu_row_name (self->before.plan, GUATU_TABLE_TASK, row) : g_strdup ("");
}

/* @before or @after may be -1: it is not there. */
static void
compare_row (Comparing  *self,
             GuatuTable  table,
             gint32      before,
             gint32      after)
{
  const GuatuPlan *plan = after >= 0 ? self->after.plan : self->before.plan;
  gint32 row = after >= 0 ? after : before;
  GuatuChangeKind kind = before < 0 ? GUATU_CHANGE_ADDED : after < 0 ? GUATU_CHANGE_REMOVED : GUATU_CHANGE_CHANGED;
  gint64 task = task_of (plan, table, row);
  g_autoptr(GuatuRowChange) change = guatu_row_change_new (table, guatu_plan_id (plan, table, row), kind, task,
                                                           NULL, NULL);
  gboolean moved = FALSE;

  compare_fields (self, change, before, after);
  if (table == GUATU_TABLE_TASK)
    {
      moved = compare_date (self, change, before, after, FALSE);
      moved = compare_date (self, change, before, after, TRUE) || moved;
      self->result->n_added += kind == GUATU_CHANGE_ADDED;
      self->result->n_removed += kind == GUATU_CHANGE_REMOVED;
      self->result->n_moved += kind == GUATU_CHANGE_CHANGED && moved;
    }
  if (kind == GUATU_CHANGE_CHANGED && change->fields->len == 0)
    return;

  change->name = guatu_row_name (plan, table, row);
  change->task_name = task != 0 ? task_name (self, task) : g_strdup ("");
  g_ptr_array_add (self->result->rows, g_steal_pointer (&change));
}

static void
compare_table (Comparing  *self,
               GuatuTable  table)
{
  gint32 n_before = (gint32) guatu_plan_n_rows (self->before.plan, table);
  gint32 n_after = (gint32) guatu_plan_n_rows (self->after.plan, table);

  for (gint32 row = 0; row < n_after; row++)
    {
      gint64 id = guatu_plan_id (self->after.plan, table, row);

      if (id != 0)
        compare_row (self, table, guatu_plan_find (self->before.plan, table, id), row);
    }
  for (gint32 row = 0; row < n_before; row++)
    {
      gint64 id = guatu_plan_id (self->before.plan, table, row);

      if (id != 0 && guatu_plan_find (self->after.plan, table, id) < 0)
        compare_row (self, table, row, -1);
    }
}

/* By task: in the outline of the later plan, behind it those that are gone, and last what belongs to none. */
static gint64
place_of (const Comparing      *self,
          const GuatuRowChange *change)
{
  gint32 row = change->task != 0 ? guatu_plan_find (self->after.plan, GUATU_TABLE_TASK, change->task) : -1;
  gint64 n = guatu_plan_n_rows (self->after.plan, GUATU_TABLE_TASK);

  if (change->task == 0)
    return G_MAXINT64;
  if (row >= 0)
    return guatu_plan_task_place (self->after.plan, row);

  row = guatu_plan_find (self->before.plan, GUATU_TABLE_TASK, change->task);
  return n + 1 + (row >= 0 ? guatu_plan_task_place (self->before.plan, row) : 0);
}

/* A task's own change before those of what belongs to it. */
static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const GuatuRowChange *first = *(GuatuRowChange * const *) a, *second = *(GuatuRowChange * const *) b;
  gint64 place = place_of (data, first), other = place_of (data, second);

  if (place != other)
    return place < other ? -1 : 1;
  if ((first->table == GUATU_TABLE_TASK) != (second->table == GUATU_TABLE_TASK))
    return first->table == GUATU_TABLE_TASK ? -1 : 1;
  if (first->table != second->table)
    return first->table < second->table ? -1 : 1;

  return first->id < second->id ? -1 : first->id > second->id;
}

static void
count_tasks (GuatuComparison *self)
{
  gint64 last = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const GuatuRowChange *change = g_ptr_array_index (self->rows, i);

      self->n_tasks += change->task != 0 && change->task != last;
      last = change->task;
    }
}

GuatuComparison *
guatu_comparison_new (const GuatuPlan *before,
                      const GuatuPlan *after)
{
  g_autoptr(GuatuSchedule) schedule_before = NULL;
  g_autoptr(GuatuSchedule) schedule_after = NULL;
  GuatuComparison *result = g_new0 (GuatuComparison, 1);
  Comparing self = { { before, NULL }, { after, NULL }, result };

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  self.before.schedule = schedule_before = guatu_schedule_new (before, NULL, NULL);
  self.after.schedule = schedule_after = guatu_schedule_new (after, NULL, NULL);
  result->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) guatu_row_change_free);
  for (guint table = 0; table < GUATU_N_TABLES; table++)
    compare_table (&self, table);
  g_ptr_array_sort_with_data (result->rows, compare_places, &self);
  count_tasks (result);

  return result;
}

GuatuComparison *
guatu_comparison_of_entries (GuatuStore         *store,
                             gint64              before,
                             gint64              after,
                             GuatuProgressFunc   progress,
                             gpointer            data,
                             GError            **error)
{
  g_autoptr(GuatuPlan) was = guatu_plan_at (store, before, progress, data, error);
  g_autoptr(GuatuPlan) is = was != NULL ? guatu_plan_at (store, after, progress, data, error) : NULL;

  return is != NULL ? guatu_comparison_new (was, is) : NULL;
}

char *
guatu_comparison_title (const GuatuComparison *self)
{
  if (self->rows->len == 0)
    return g_strdup (_("The two states are the same."));
  if (self->n_tasks == 0)
    return g_strdup (_("No task differs; settings, calendars, units or people do."));

  /* Translators: how many tasks differ, and of them how many were added, removed, and given other dates. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u task differs: %u added, %u removed, %u moved in time",
                                       "%u tasks differ: %u added, %u removed, %u moved in time", self->n_tasks),
                          self->n_tasks, self->n_added, self->n_removed, self->n_moved);
}
