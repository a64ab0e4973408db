/* guatu-loads.c — the work of people and equipment that says how long a task takes (msproject §5). */
#include "guatu-loads-private.h"

#include <string.h>

struct _GuatuLoads
{
  GHashTable *by_task;      /* row → GuatuTaskLoads */
  GHashTable *united;       /* pair of calendars → GuatuWorktime */
  GPtrArray  *arrays;       /* of GuatuLoad, one for each task with any */
  GHashTable *calendars;    /* those of the plan that are used, kept alive */
};

/* What few assignments say beside their structs, from the work to the delays. */
#define FIRST_RAW GUATU_ASSIGNMENT_WORK
#define N_RAW     (GUATU_ASSIGNMENT_LEVELLING_DELAY - FIRST_RAW + 1)

typedef struct
{
  gint64 values[N_RAW];
} Raw;

/* While loads are gathered. */
typedef struct
{
  const GuatuPlan *plan;
  const GuatuTask *tasks;
  guint            n_tasks;
  const GuatuAssignment *assignments;
  gint64           variants;
  GuatuLoads      *loads;
  GHashTable      *raws;      /* assignment row → Raw */
  GHashTable      *spans;     /* task row → span */
} Gathering;

void
guatu_loads_free (GuatuLoads *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_task);
  g_hash_table_unref (self->united);
  g_ptr_array_unref (self->arrays);
  g_hash_table_unref (self->calendars);
  g_free (self);
}

const GuatuTaskLoads *
guatu_loads_of (const GuatuLoads *self, gint32 task)
{
  return self != NULL ? g_hash_table_lookup (self->by_task, GINT_TO_POINTER (task)) : NULL;
}

/* The mean of a contour's ten parts, in tenths of full units. */
static gint64
contour_tenths (GuatuContour contour)
{
  switch (contour)
    {
    case GUATU_CONTOUR_BACK_LOADED:
    case GUATU_CONTOUR_FRONT_LOADED:
      return 6;
    case GUATU_CONTOUR_DOUBLE_PEAK:
    case GUATU_CONTOUR_EARLY_PEAK:
    case GUATU_CONTOUR_LATE_PEAK:
    case GUATU_CONTOUR_BELL:
      return 5;
    case GUATU_CONTOUR_TURTLE:
      return 7;
    case GUATU_CONTOUR_FLAT:
    case GUATU_CONTOUR_BY_HAND:
    default:
      return 10;
    }
}

gint64
guatu_load_amount (gint64 work, gint64 share, GuatuContour contour)
{
  gint64 divisor = share * contour_tenths (contour);
  gint64 product;

  if (work <= 0 || divisor <= 0)
    return 0;
  if (__builtin_mul_overflow (work, 100000, &product))
    return work / divisor * 100000;

  return (product + divisor / 2) / divisor;
}

/* Gathering ------------------------------------------------------------------------------------------------ */

static Raw *
raw_of (Gathering *gathering, gint32 row)
{
  Raw *raw = g_hash_table_lookup (gathering->raws, GINT_TO_POINTER (row));

  if (raw == NULL)
    {
      raw = g_new (Raw, 1);
      for (guint i = 0; i < N_RAW; i++)
        raw->values[i] = GUATU_NONE;
      g_hash_table_insert (gathering->raws, GINT_TO_POINTER (row), raw);
    }

  return raw;
}

static void
put_raw (Gathering *gathering, gint32 row, guint field, gint64 value)
{
  if (field >= FIRST_RAW && field < FIRST_RAW + N_RAW)
    raw_of (gathering, row)->values[field - FIRST_RAW] = value;
}

static void
gather_raws (Gathering *gathering, const GuatuOverlay *overlay)
{
  guint cursor = 0;
  guint field;
  gint32 row;
  gint64 value;

  while (guatu_plan_next_sparse (gathering->plan, GUATU_TABLE_ASSIGNMENT, &cursor, &row, &field, &value))
    put_raw (gathering, row, field, value);

  for (guint i = 0; overlay != NULL && i < overlay->fields->len; i++)
    {
      const GuatuOverlayField *entry = &g_array_index (overlay->fields, GuatuOverlayField, i);

      if (entry->table == GUATU_TABLE_ASSIGNMENT)
        put_raw (gathering, entry->row, entry->field,
                 entry->value.kind == GUATU_VALUE_NULL ? GUATU_NONE : entry->value.integer);
    }
}

/* The rows of the assignments with what the overlay says of them; free what is not the plan's own. */
static GuatuAssignment *
overlaid_assignments (const GuatuPlan *plan, const GuatuOverlay *overlay)
{
  guint n = guatu_plan_n_rows (plan, GUATU_TABLE_ASSIGNMENT);
  GuatuAssignment *own;

  if (!guatu_overlay_touches (overlay, GUATU_TABLE_ASSIGNMENT))
    return NULL;

  own = g_memdup2 (guatu_plan_rows (plan, GUATU_TABLE_ASSIGNMENT), n * sizeof (GuatuAssignment));
  guatu_overlay_apply (overlay, plan, GUATU_TABLE_ASSIGNMENT, own, n);

  return own;
}

static void
gather_spans (Gathering *gathering, const GuatuOverlay *overlay)
{
  guint cursor = 0;
  guint field;
  gint32 row;
  gint64 value;

  while (guatu_plan_next_sparse (gathering->plan, GUATU_TABLE_TASK, &cursor, &row, &field, &value))
    if (field == GUATU_TASK_SPAN && value > 0)
      g_hash_table_insert (gathering->spans, GINT_TO_POINTER (row), g_memdup2 (&value, sizeof value));

  for (guint i = 0; overlay != NULL && i < overlay->fields->len; i++)
    {
      const GuatuOverlayField *entry = &g_array_index (overlay->fields, GuatuOverlayField, i);

      if (entry->table != GUATU_TABLE_TASK || entry->field != GUATU_TASK_SPAN)
        continue;
      if (entry->value.kind == GUATU_VALUE_NULL || entry->value.integer <= 0)
        g_hash_table_remove (gathering->spans, GINT_TO_POINTER (entry->row));
      else
        g_hash_table_insert (gathering->spans, GINT_TO_POINTER (entry->row),
                             g_memdup2 (&entry->value.integer, sizeof entry->value.integer));
    }
}

/* Calendars ------------------------------------------------------------------------------------------------ */

/* Of a resource: its own calendar; with a task calendar what both have in common (msproject §5). */
static const GuatuWorktime *
assignment_worktime (const Gathering *gathering, const GuatuTask *task, gint32 resource_calendar)
{
  const GuatuWorktime *common;

  if (task->ignore_resource_calendars || resource_calendar < 0 ||
      (task->calendar >= 0 && gathering->variants & GUATU_VARIANT_TASK_CALENDAR_ALONE))
    return guatu_plan_worktime (gathering->plan, task->calendar);
  if (task->calendar < 0)
    return guatu_plan_worktime (gathering->plan, resource_calendar);

  common = guatu_plan_common_worktime (gathering->plan, task->calendar, resource_calendar);
  return guatu_worktime_works (common) ? common : guatu_plan_worktime (gathering->plan, task->calendar);
}

static const GuatuWorktime *
unite (GuatuLoads *self, const GuatuWorktime *a, const GuatuWorktime *b)
{
  g_autofree char *pair = NULL;
  GuatuWorktime *united;

  if (a == NULL || a == b)
    return b;

  pair = g_strdup_printf ("%p %p", (gconstpointer) MIN (a, b), (gconstpointer) MAX (a, b));
  united = g_hash_table_lookup (self->united, pair);
  if (united == NULL)
    {
      united = guatu_worktime_unite (a, b);
      g_hash_table_insert (self->united, g_steal_pointer (&pair), united);
    }

  return united;
}

/* Loads ---------------------------------------------------------------------------------------------------- */

/* The calendar of who is assigned, if it is one whose work takes time; else %FALSE. */
static gboolean
find_resource (const GuatuPlan *plan, const GuatuAssignment *assignment, gint32 *calendar)
{
  const GuatuPerson *people = guatu_plan_rows (plan, GUATU_TABLE_PERSON);
  const GuatuUnit *units = guatu_plan_rows (plan, GUATU_TABLE_UNIT);

  if (assignment->person >= 0)
    {
      *calendar = people[assignment->person].calendar;
      return people[assignment->person].kind == GUATU_PERSON_KIND_PERSON ||
             people[assignment->person].kind == GUATU_PERSON_KIND_EQUIPMENT;
    }
  if (assignment->unit >= 0)
    *calendar = units[assignment->unit].calendar;

  return assignment->unit >= 0;
}

static gint64
value_of (const Raw *raw, guint field, gint64 fallback)
{
  gint64 value = raw->values[field - FIRST_RAW];

  return value != GUATU_NONE ? value : fallback;
}

static gboolean
read_load (const Gathering *gathering, gint32 row, GuatuLoad *load)
{
  const GuatuAssignment *assignment = &gathering->assignments[row];
  const GuatuTask *task = &gathering->tasks[assignment->task];
  const Raw *raw = g_hash_table_lookup (gathering->raws, GINT_TO_POINTER (row));
  gboolean fixed = task->type == GUATU_TASK_FIXED_DURATION;
  gint32 calendar = -1;
  gint64 work;

  if (assignment->id == 0 || assignment->role != GUATU_ROLE_RESOURCE || raw == NULL ||
      !find_resource (gathering->plan, assignment, &calendar))
    return FALSE;

  work = value_of (raw, GUATU_ASSIGNMENT_WORK, 0) - value_of (raw, GUATU_ASSIGNMENT_OVERTIME_WORK, 0);
  load->worktime = assignment_worktime (gathering, task, calendar);
  load->amount = fixed ? task->duration : guatu_load_amount (work, assignment->share, assignment->contour);
  if (work <= 0 || load->amount <= 0)
    return FALSE;

  work = value_of (raw, GUATU_ASSIGNMENT_REMAINING_WORK, -1);
  load->remaining = -1;
  if (!fixed && work >= 0)
    load->remaining = guatu_load_amount (work - value_of (raw, GUATU_ASSIGNMENT_REMAINING_OVERTIME_WORK, 0),
                                         assignment->share, assignment->contour);
  if (!fixed)
    load->amount += value_of (raw, GUATU_ASSIGNMENT_DELAY, 0) + value_of (raw, GUATU_ASSIGNMENT_LEVELLING_DELAY, 0);
  return TRUE;
}

static gboolean
is_driven (const Gathering *gathering, gint32 row)
{
  const GuatuTask *task = &gathering->tasks[row];

  return task->id != 0 && task->first_child < 0 && task->duration > 0 &&
         task->duration_kind == GUATU_DURATION_WORKING &&
         (task->type != GUATU_TASK_FIXED_DURATION || gathering->variants & GUATU_VARIANT_RESOURCES_LAY_FIXED);
}

/* The plan keeps its calendars only until one of them changes, and a schedule may be asked after that. */
static void
hold (GuatuLoads *self, const GuatuWorktime *worktime)
{
  if (!g_hash_table_contains (self->calendars, worktime))
    g_hash_table_add (self->calendars, guatu_worktime_ref ((GuatuWorktime *) worktime));
}

static void
add_task (Gathering *gathering, gint32 row, GArray *loads)
{
  const gint64 *span = g_hash_table_lookup (gathering->spans, GINT_TO_POINTER (row));
  GuatuTaskLoads *of_task = g_new0 (GuatuTaskLoads, 1);

  for (guint i = 0; i < loads->len; i++)
    hold (gathering->loads, g_array_index (loads, GuatuLoad, i).worktime);
  for (guint i = 0; i < loads->len; i++)
    of_task->worktime = unite (gathering->loads, of_task->worktime, g_array_index (loads, GuatuLoad, i).worktime);
  if (of_task->worktime == NULL)
    of_task->worktime = guatu_plan_worktime (gathering->plan, gathering->tasks[row].calendar);
  hold (gathering->loads, of_task->worktime);

  if (span != NULL)
    {
      GuatuLoad whole = { of_task->worktime, *span, -1 };

      g_array_set_size (loads, 0);
      g_array_append_val (loads, whole);
      of_task->keeps_span = TRUE;
    }

  of_task->n = loads->len;
  of_task->loads = g_memdup2 (loads->data, loads->len * sizeof (GuatuLoad));
  g_ptr_array_add (gathering->loads->arrays, (gpointer) of_task->loads);
  g_hash_table_insert (gathering->loads->by_task, GINT_TO_POINTER (row), of_task);
}

/* Tasks that anything is known of: those with assignments, and those whose span was kept. */
static void
add_tasks (Gathering *gathering)
{
  g_autoptr(GArray) loads = g_array_new (FALSE, FALSE, sizeof (GuatuLoad));
  g_autoptr(GHashTable) rows = g_hash_table_new (NULL, NULL);
  const GuatuAssignment *assignments = gathering->assignments;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, gathering->raws);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (assignments[GPOINTER_TO_INT (key)].id != 0)
      g_hash_table_add (rows, GINT_TO_POINTER (assignments[GPOINTER_TO_INT (key)].task));
  g_hash_table_iter_init (&iter, gathering->spans);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (rows, key);

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      gint32 row = GPOINTER_TO_INT (key);
      const gint32 *of_task;
      guint n;

      if (row < 0 || (guint) row >= gathering->n_tasks || gathering->tasks[row].id == 0)
        continue;

      g_array_set_size (loads, 0);
      of_task = guatu_plan_referrers (gathering->plan, GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_TASK, row, &n);
      for (guint i = 0; i < n && is_driven (gathering, row); i++)
        {
          GuatuLoad load;

          if (read_load (gathering, of_task[i], &load))
            g_array_append_val (loads, load);
        }
      if (loads->len > 0 || (gathering->tasks[row].first_child < 0 && gathering->tasks[row].duration > 0 &&
                             gathering->tasks[row].duration_kind == GUATU_DURATION_WORKING &&
                             g_hash_table_contains (gathering->spans, key)))
        add_task (gathering, row, loads);
    }
}

static void
free_worktime (gpointer worktime)
{
  guatu_worktime_unref (worktime);
}

GuatuLoads *
guatu_loads_new (const GuatuPlan *plan, const GuatuOverlay *overlay, const GuatuTask *tasks, guint n_tasks,
                 gint64 variants)
{
  Gathering gathering = { .plan = plan, .tasks = tasks, .n_tasks = n_tasks, .variants = variants };
  g_autofree GuatuAssignment *own = overlaid_assignments (plan, overlay);

  gathering.assignments = own != NULL ? own : guatu_plan_rows (plan, GUATU_TABLE_ASSIGNMENT);
  gathering.raws = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  gathering.spans = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  gather_raws (&gathering, overlay);
  gather_spans (&gathering, overlay);

  if (g_hash_table_size (gathering.raws) + g_hash_table_size (gathering.spans) > 0)
    {
      gathering.loads = g_new0 (GuatuLoads, 1);
      gathering.loads->by_task = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      gathering.loads->united = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_worktime);
      gathering.loads->arrays = g_ptr_array_new_with_free_func (g_free);
      gathering.loads->calendars = g_hash_table_new_full (NULL, NULL, free_worktime, NULL);
      add_tasks (&gathering);
    }
  g_hash_table_unref (gathering.raws);
  g_hash_table_unref (gathering.spans);

  return gathering.loads;
}
