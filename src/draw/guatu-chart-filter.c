/* guatu-chart-filter.c — which tasks are shown, and in which order siblings come. */
#include "guatu-chart-rows-private.h"

#include <string.h>

/* Whether units, or people, can have the role. */
static gboolean
role_is_for (int      role,
             gboolean units)
{
  if (role == GUATU_ROLE_RESOURCE)
    return TRUE;

  return units == (role == GUATU_ROLE_LEAD_UNIT || role == GUATU_ROLE_SUPPORT_UNIT || role == GUATU_ROLE_TASK_FORCE);
}

enum { OF_UNIT = 1, OF_PERSON = 2, OF_ROLE = 4 };

/* What the assignment says of the conditions. A role is asked of the unit or person that is looked for, where they can
 * have it, else of anybody. */
static guint8
part_in (const GuatuAssignment *assignment,
         const GuatuRowsQuery  *query)
{
  gboolean unit = query->unit >= 0 && assignment->unit == query->unit;
  gboolean person = query->person >= 0 && assignment->person == query->person;
  gboolean in_role = query->role >= 0 && (int) assignment->role == query->role;
  gboolean asked = FALSE;

  if (query->role >= 0)
    {
      gboolean of_unit = query->unit >= 0 && role_is_for (query->role, TRUE);
      gboolean of_person = query->person >= 0 && role_is_for (query->role, FALSE);

      unit = unit && (in_role || !of_unit);
      person = person && (in_role || !of_person);
      asked = of_unit || of_person;
    }

  return (guint8) ((unit ? OF_UNIT : 0) | (person ? OF_PERSON : 0) | (in_role && !asked ? OF_ROLE : 0)
                   | (in_role && (unit || person) ? OF_ROLE : 0));
}

/* By task row: whether all that are asked for have a part in it, @unit as well as @person. */
static guint8 *
tasks_of (const GuatuPlan      *plan,
          const GuatuRowsQuery *query)
{
  const GuatuAssignment *assignments = guatu_plan_rows (plan, GUATU_TABLE_ASSIGNMENT);
  guint n = guatu_plan_n_rows (plan, GUATU_TABLE_ASSIGNMENT);
  guint n_tasks = guatu_plan_n_rows (plan, GUATU_TABLE_TASK);
  guint8 *parts = g_new0 (guint8, n_tasks + 1);
  guint8 all = (guint8) ((query->unit >= 0 ? OF_UNIT : 0) | (query->person >= 0 ? OF_PERSON : 0)
                         | (query->role >= 0 ? OF_ROLE : 0));

  for (guint i = 0; i < n; i++)
    if (assignments[i].id != 0)
      parts[assignments[i].task] |= part_in (&assignments[i], query);
  for (guint i = 0; i < n_tasks; i++)
    parts[i] = parts[i] == all;

  return parts;
}

static gboolean
contains (const char *text,
          const char *folded_needle)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, folded_needle) != NULL;
}

static gboolean
mentions (const GuatuPlan *plan,
          gint32           task,
          const char      *needle)
{
  g_autofree char *wbs = NULL;

  if (contains (guatu_plan_task_name (plan, task), needle))
    return TRUE;
  wbs = guatu_plan_task_wbs (plan, task);

  return contains (wbs, needle);
}

static gboolean
within (const GuatuSchedule  *schedule,
        gint32                task,
        const GuatuRowsQuery *query)
{
  if (query->from == GUATU_NONE && query->to == GUATU_NONE)
    return TRUE;
  if (schedule->start[task] == GUATU_NONE)
    return FALSE;

  return (query->from == GUATU_NONE || schedule->finish[task] >= query->from)
         && (query->to == GUATU_NONE || schedule->start[task] <= query->to);
}

/* By half a day at least: what is less nobody calls a slip. */
static gboolean
is_later (const gint64 *slips,
          gint32        task)
{
  return slips != NULL && slips[task] != GUATU_NONE && slips[task] >= GUATU_LEAST_SLIP;
}

guint8 *
guatu_rows_filter (const GuatuPlan      *plan,
                   const GuatuSchedule  *schedule,
                   const GuatuRowsQuery *query)
{
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);
  guint8 *shown = g_new0 (guint8, guatu_plan_n_rows (plan, GUATU_TABLE_TASK) + 1);
  g_autofree guint8 *parts = NULL;
  g_autofree char *needle = NULL;

  if (query->unit >= 0 || query->person >= 0 || query->role >= 0)
    parts = tasks_of (plan, query);
  if (query->text != NULL && *query->text != '\0')
    needle = g_utf8_casefold (query->text, -1);

  for (guint i = 0; i < n; i++)
    {
      gint32 task = outline[i];

      shown[task] = (parts == NULL || parts[task])
                    && (query->stages == 0 || (query->stages & 1u << guatu_plan_task (plan, task)->stage) != 0)
                    && (!query->critical || (schedule->flags[task] & GUATU_CRITICAL) != 0)
                    && (!query->slipped || is_later (query->slips, task))
                    && within (schedule, task, query)
                    && (needle == NULL || mentions (plan, task, needle))
                    && (query->filter == NULL || query->filter (plan, task, query->filter_data));
    }

  return shown;
}

guint
guatu_rows_query_n_conditions (const GuatuRowsQuery *self)
{
  return (self->text != NULL && *self->text != '\0') + (self->unit >= 0) + (self->person >= 0) + (self->role >= 0)
         + (self->stages != 0) + (self->lights != 0)
         + (self->from != GUATU_NONE || self->to != GUATU_NONE) + (self->critical != FALSE)
         + (self->slipped != FALSE)
         + (self->max_depth > 0);
}

void
guatu_rows_query_clear_conditions (GuatuRowsQuery *self)
{
  self->text = NULL;
  self->unit = self->person = self->role = -1;
  self->stages = self->lights = 0;
  self->from = self->to = GUATU_NONE;
  self->critical = self->slipped = FALSE;
  self->max_depth = 0;
}

/* Sorting ---------------------------------------------------------------------------------------- */

struct _GuatuTaskSorter
{
  gint64   *values;               /* by task row; or … */
  char    **names;                /* … collation keys */
  guint     n_tasks;
  gboolean  descending;
  gboolean  unknown_last;         /* values that are GUATU_NONE, either way */
};

static gint64
sort_value (const GuatuPlan     *plan,
            const GuatuSchedule *schedule,
            const gint64        *shares,
            const GuatuRowsQuery *query,
            gint32               task)
{
  gint64 value;

  switch (query->sort)
    {
    case GUATU_SORT_START:
      return schedule->start[task];
    case GUATU_SORT_FINISH:
      return schedule->finish[task];
    case GUATU_SORT_DEADLINE:
      value = guatu_plan_task_number (plan, task, GUATU_TASK_DEADLINE);
      return value == GUATU_NONE ? G_MAXINT64 : value;
    case GUATU_SORT_DURATION:
      return guatu_schedule_duration (schedule, plan, task);
    case GUATU_SORT_FLOAT:
      return schedule->total_float[task];
    case GUATU_SORT_PROGRESS:
      return shares != NULL ? shares[task] : 0;
    case GUATU_SORT_SLIP:
      return query->slips != NULL ? query->slips[task] : GUATU_NONE;
    case GUATU_SORT_OUTLINE:
    case GUATU_SORT_NAME:
    case GUATU_N_SORTS:
    default:
      return 0;
    }
}

GuatuTaskSorter *
guatu_task_sorter_new (const GuatuPlan      *plan,
                       const GuatuSchedule  *schedule,
                       const gint64         *shares,
                       const GuatuRowsQuery *query)
{
  GuatuTaskSorter *self = g_new0 (GuatuTaskSorter, 1);
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  self->n_tasks = guatu_plan_n_rows (plan, GUATU_TABLE_TASK);
  self->descending = query->descending;
  self->unknown_last = query->sort == GUATU_SORT_SLIP;
  if (query->sort == GUATU_SORT_OUTLINE && !query->descending)
    return self;

  if (query->sort == GUATU_SORT_NAME)
    self->names = g_new0 (char *, self->n_tasks);
  else
    self->values = g_new0 (gint64, self->n_tasks);
  for (guint i = 0; i < n; i++)
    {
      gint32 task = outline[i];

      if (self->names != NULL)
        self->names[task] = g_utf8_collate_key (guatu_plan_task_name (plan, task), -1);
      else if (query->sort == GUATU_SORT_OUTLINE)
        self->values[task] = i;
      else
        self->values[task] = sort_value (plan, schedule, shares, query, task);
    }

  return self;
}

void
guatu_task_sorter_free (GuatuTaskSorter *self)
{
  for (guint i = 0; self->names != NULL && i < self->n_tasks; i++)
    g_free (self->names[i]);
  g_free (self->names);
  g_free (self->values);
  g_free (self);
}

static int
compare_tasks (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  GuatuTaskSorter *self = data;
  gint32 one = *(const gint32 *) a, other = *(const gint32 *) b;
  int order;

  if (self->unknown_last && (self->values[one] == GUATU_NONE) != (self->values[other] == GUATU_NONE))
    return self->values[one] == GUATU_NONE ? 1 : -1;
  if (self->names != NULL)
    order = strcmp (self->names[one], self->names[other]);
  else
    order = (self->values[one] > self->values[other]) - (self->values[one] < self->values[other]);

  return self->descending ? -order : order;
}

void
guatu_task_sorter_sort (GuatuTaskSorter *self,
                        gint32          *tasks,
                        guint            n)
{
  /* g_qsort_with_data() is stable. */
  if (n > 1 && (self->names != NULL || self->values != NULL))
    g_qsort_with_data (tasks, (int) n, sizeof *tasks, compare_tasks, self);
}
