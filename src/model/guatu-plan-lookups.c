/* guatu-plan-lookups.c — what follows from the rows and is made when first asked for: order, referrers, calendars. */
#include "guatu-plan-private.h"

#include "guatu-calendar.h"

#include <string.h>

/* Order ------------------------------------------------------------------------------------------------- */

typedef struct
{
  gint64 position;
  gint64 id;
  gint32 row;
} Placed;

static int
compare_placed (gconstpointer a, gconstpointer b)
{
  const Placed *left = a, *right = b;

  if (left->position != right->position)
    return left->position < right->position ? -1 : 1;
  return left->id < right->id ? -1 : left->id > right->id;
}

gint32 *
guatu_plan_in_order (const GuatuPlan *self, GuatuTable table, guint *n)
{
  const GuatuRows *rows = &self->rows[table];
  g_autofree Placed *placed = g_new (Placed, rows->n_live);
  gint32 *order = g_new (gint32, MAX (rows->n_live, 1));
  int position = guatu_field_find (table, "position");
  gboolean sorted = TRUE;
  guint k = 0;

  for (gint32 row = 0; (guint) row < rows->n_rows; row++)
    {
      if (row_id (self, table, row) == 0)
        continue;
      placed[k].position = 0;
      if (position >= 0)
        placed[k].position = guatu_plan_number (self, table, row, (guint) position);
      placed[k].id = row_id (self, table, row);
      placed[k].row = row;
      sorted = sorted && (k == 0 || compare_placed (&placed[k - 1], &placed[k]) < 0);
      k++;
    }

  if (!sorted)
    qsort (placed, k, sizeof *placed, compare_placed);
  for (guint i = 0; i < k; i++)
    order[i] = placed[i].row;

  *n = k;
  return order;
}

/* Referrers ---------------------------------------------------------------------------------------------- */

/* Longer lists are not kept in step one by one, but made anew when next asked for. */
#define LONG_LIST 1000

static void
clear_referrers (GuatuReferrers *lists)
{
  g_clear_pointer (&lists->starts, g_free);
  g_clear_pointer (&lists->rows, g_free);
  g_clear_pointer (&lists->later, g_hash_table_unref);
  lists->n_targets = lists->n_later = 0;
}

void
guatu_plan_clear_referrers (GuatuRows *rows, GuatuTable table)
{
  if (rows->referrers == NULL)
    return;

  for (guint i = 0; i < guatu_tables[table].n_fields; i++)
    clear_referrers (&rows->referrers[i]);
  g_clear_pointer (&rows->referrers, g_free);
}

static gint32
target_of (const GuatuPlan *self, GuatuTable table, gint32 row, guint number)
{
  return *(const gint32 *) ((guint8 *) row_data (self, table, row) + guatu_tables[table].fields[number].offset);
}

static void
make_referrers (const GuatuPlan *self, GuatuTable table, guint number, GuatuReferrers *lists)
{
  const GuatuField *field = &guatu_tables[table].fields[number];
  g_autofree gint32 *order = NULL;
  g_autofree guint *ends = NULL;
  guint n, total = 0;

  clear_referrers (lists);
  order = guatu_plan_in_order (self, table, &n);
  lists->n_targets = self->rows[field->target].n_rows;
  lists->starts = g_new0 (guint, lists->n_targets + 1);

  for (guint i = 0; i < n; i++)
    {
      gint32 target = target_of (self, table, order[i], number);

      if (target >= 0)
        lists->starts[target + 1]++;
    }
  for (guint i = 0; i < lists->n_targets; i++)
    total = lists->starts[i + 1] += lists->starts[i];

  lists->rows = g_new (gint32, MAX (total, 1));
  ends = g_memdup2 (lists->starts, (lists->n_targets + 1) * sizeof *ends);
  for (guint i = 0; i < n; i++)
    {
      gint32 target = target_of (self, table, order[i], number);

      if (target >= 0)
        lists->rows[ends[target]++] = order[i];
    }
}

static const gint32 *
list_of (const GuatuReferrers *lists, gint32 target, guint *n)
{
  GArray *later = lists->later != NULL ? g_hash_table_lookup (lists->later, GINT_TO_POINTER (target)) : NULL;

  *n = 0;
  if (later != NULL)
    {
      *n = later->len;
      return (const gint32 *) (gpointer) later->data;
    }
  if (target < 0 || (guint) target >= lists->n_targets)
    return NULL;

  *n = lists->starts[target + 1] - lists->starts[target];
  return lists->rows + lists->starts[target];
}

static void
unref_list (gpointer list)
{
  g_array_unref (list);
}

/* The target's list, to be changed; NULL where there are none, or from now on. So much may be noted that the lists are
 * made anew once for as many edits as they have rows. */
static GArray *
open_list (GuatuPlan *self, GuatuTable table, guint number, gint32 target)
{
  GuatuRows *rows = &self->rows[table];
  GuatuReferrers *lists = rows->referrers != NULL ? &rows->referrers[number] : NULL;
  const gint32 *list;
  GArray *later;
  guint n;

  if (target < 0 || lists == NULL || lists->starts == NULL)
    return NULL;

  list = list_of (lists, target, &n);
  later = lists->later != NULL ? g_hash_table_lookup (lists->later, GINT_TO_POINTER (target)) : NULL;
  lists->n_later += later == NULL ? n + 1 : 1;
  if (n > LONG_LIST || lists->n_later > LONG_LIST + rows->n_live)
    {
      clear_referrers (lists);
      return NULL;
    }
  if (later != NULL)
    return later;

  if (lists->later == NULL)
    lists->later = g_hash_table_new_full (NULL, NULL, NULL, unref_list);
  later = g_array_sized_new (FALSE, FALSE, sizeof (gint32), n + 1);
  if (n > 0)
    g_array_append_vals (later, list, n);
  g_hash_table_insert (lists->later, GINT_TO_POINTER (target), later);
  return later;
}

static void
take_out (GArray *list, gint32 row)
{
  for (guint i = list->len; i > 0; i--)
    if (g_array_index (list, gint32, i - 1) == row)
      {
        g_array_remove_index (list, i - 1);
        return;
      }
}

static Placed
placed (const GuatuPlan *self, GuatuTable table, gint32 row)
{
  int position = guatu_field_find (table, "position");

  return (Placed) {
    .position = position >= 0 ? guatu_plan_number (self, table, row, (guint) position) : 0,
    .id = row_id (self, table, row),
    .row = row,
  };
}

static void
put_in (const GuatuPlan *self, GuatuTable table, GArray *list, gint32 row)
{
  Placed own = placed (self, table, row);
  guint at = list->len;

  for (; at > 0; at--)
    {
      Placed other = placed (self, table, g_array_index (list, gint32, at - 1));

      if (compare_placed (&other, &own) < 0)
        break;
    }
  g_array_insert_val (list, at, row);
}

void
guatu_plan_note_referrer (GuatuPlan *self, GuatuTable table, gint32 row, guint number, gint32 from, gint32 to)
{
  GArray *list;

  if (from == to)
    return;
  list = open_list (self, table, number, from);
  if (list != NULL)
    take_out (list, row);
  list = open_list (self, table, number, to);
  if (list != NULL)
    put_in (self, table, list, row);
}

void
guatu_plan_note_place (GuatuPlan *self, GuatuTable table, gint32 row)
{
  for (guint i = 1; self->rows[table].referrers != NULL && i < guatu_tables[table].n_fields; i++)
    {
      GArray *list = NULL;

      if (guatu_tables[table].fields[i].storage == GUATU_STORAGE_ROW)
        list = open_list (self, table, i, target_of (self, table, row, i));
      if (list == NULL)
        continue;
      take_out (list, row);
      put_in (self, table, list, row);
    }
}

void
guatu_plan_note_removal (GuatuPlan *self, GuatuTable table, gint32 row)
{
  for (guint i = 1; self->rows[table].referrers != NULL && i < guatu_tables[table].n_fields; i++)
    if (guatu_tables[table].fields[i].storage == GUATU_STORAGE_ROW)
      guatu_plan_note_referrer (self, table, row, i, target_of (self, table, row, i), -1);
}

const gint32 *
guatu_plan_referrers (const GuatuPlan *self, GuatuTable table, guint number, gint32 target, guint *n)
{
  const GuatuField *field = guatu_field (table, number);
  GuatuRows *rows = (GuatuRows *) &self->rows[table];   /* a cache: the plan itself does not change */
  GuatuReferrers *lists;

  g_return_val_if_fail (field != NULL && field->storage == GUATU_STORAGE_ROW, NULL);

  if (rows->referrers == NULL)
    rows->referrers = g_new0 (GuatuReferrers, guatu_tables[table].n_fields);
  lists = &rows->referrers[number];
  if (lists->starts == NULL)
    make_referrers (self, table, number, lists);

  return list_of (lists, target, n);
}

/* Calendars ------------------------------------------------------------------------------------------------ */

static guint
calendar_changes (const GuatuPlan *self)
{
  return self->rows[GUATU_TABLE_CALENDAR].changes + self->rows[GUATU_TABLE_CALENDAR_DAY].changes +
         self->rows[GUATU_TABLE_CALENDAR_EXCEPTION].changes + self->rows[GUATU_TABLE_CALENDAR_HOURS].changes +
         self->rows[GUATU_TABLE_CALENDAR_WEEK].changes;
}

static void
unref_worktime (gpointer worktime)
{
  g_clear_pointer ((GuatuWorktime **) &worktime, guatu_worktime_unref);
}

const GuatuWorktime *
guatu_plan_worktime (const GuatuPlan *self, gint32 calendar)
{
  GuatuPlan *cache = (GuatuPlan *) self;
  guint place;

  if (calendar < 0)
    calendar = guatu_plan_settings (self)->calendar;
  place = (guint) (calendar + 1);

  if (self->worktimes == NULL || self->worktimes_made_at != calendar_changes (self))
    {
      g_clear_pointer (&cache->worktimes, g_ptr_array_unref);
      g_clear_pointer (&cache->common, g_hash_table_unref);
      cache->worktimes = g_ptr_array_new_with_free_func (unref_worktime);
      g_ptr_array_set_size (cache->worktimes, (int) self->rows[GUATU_TABLE_CALENDAR].n_rows + 1);
      cache->worktimes_made_at = calendar_changes (self);
    }

  g_return_val_if_fail (place < self->worktimes->len, NULL);
  if (self->worktimes->pdata[place] == NULL)
    self->worktimes->pdata[place] = guatu_calendar_compile (self, calendar);

  return self->worktimes->pdata[place];
}

const GuatuWorktime *
guatu_plan_common_worktime (const GuatuPlan *self, gint32 a, gint32 b)
{
  GuatuPlan *cache = (GuatuPlan *) self;
  const GuatuWorktime *one = guatu_plan_worktime (self, a);
  const GuatuWorktime *two = guatu_plan_worktime (self, b);
  gint64 pair = (gint64) MIN (a, b) << 32 | (guint32) MAX (a, b);
  GuatuWorktime *common;

  if (one == two)
    return one;

  if (cache->common == NULL)
    cache->common = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, unref_worktime);
  common = g_hash_table_lookup (cache->common, &pair);
  if (common == NULL)
    {
      common = guatu_worktime_intersect (one, two);
      g_hash_table_insert (cache->common, g_memdup2 (&pair, sizeof pair), common);
    }

  return common;
}

const GuatuWorktime *
guatu_plan_task_worktime (const GuatuPlan *self, gint32 task)
{
  g_return_val_if_fail (row_is_live (self, GUATU_TABLE_TASK, task), NULL);

  return guatu_plan_worktime (self, guatu_plan_task (self, task)->calendar);
}

GuatuDurationRates
guatu_plan_rates (const GuatuPlan *self)
{
  const GuatuPlanRow *settings = guatu_plan_settings (self);

  return (GuatuDurationRates) { settings->minutes_per_day, settings->minutes_per_week, settings->days_per_month };
}

void
guatu_plan_clear_lookups (GuatuPlan *self)
{
  for (int table = 0; table < GUATU_N_TABLES; table++)
    guatu_plan_clear_referrers (&self->rows[table], table);
  g_clear_pointer (&self->worktimes, g_ptr_array_unref);
  g_clear_pointer (&self->common, g_hash_table_unref);
}

gsize
guatu_plan_lookups_size (const GuatuPlan *self)
{
  gsize size = self->n_outline * sizeof *self->outline +
               self->rows[GUATU_TABLE_TASK].n_rows * (sizeof *self->places + sizeof *self->siblings);

  for (int table = 0; table < GUATU_N_TABLES; table++)
    for (guint i = 0; self->rows[table].referrers != NULL && i < guatu_tables[table].n_fields; i++)
      {
        const GuatuReferrers *lists = &self->rows[table].referrers[i];

        if (lists->starts != NULL)
          size += (lists->n_targets + 1) * sizeof *lists->starts +
                  lists->starts[lists->n_targets] * sizeof *lists->rows;
      }

  return size;
}
