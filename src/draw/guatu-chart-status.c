/* guatu-chart-status.c — counts lights, dues and people, and adds up what is done. */
#include "guatu-chart-status.h"

#include "guatu-chart-rows-private.h"

typedef struct
{
  const GuatuPlan     *plan;
  const GuatuSchedule *schedule;
  const gint64        *shares;
  const GuatuLights   *lights;
  GuatuInstant         status_date;
  GHashTable          *owners;
  GHashTable          *units;
  GuatuChartStatus    *status;
} Counter;

/* Tasks on the ledger, by task row; %NULL if none is. */
static guint8 *
find_on_ledger (const GuatuPlan *plan,
                gint32           ledger)
{
  const GuatuLedgerItem *items = guatu_plan_rows (plan, GUATU_TABLE_LEDGER_ITEM);
  guint n = guatu_plan_n_rows (plan, GUATU_TABLE_LEDGER_ITEM);
  guint8 *on = NULL;

  for (guint i = 0; ledger >= 0 && i < n; i++)
    if (items[i].id != 0 && items[i].ledger == ledger && items[i].task >= 0)
      {
        if (on == NULL)
          on = g_new0 (guint8, guatu_plan_n_rows (plan, GUATU_TABLE_TASK));
        on[items[i].task] = TRUE;
      }

  return on;
}

static gboolean
is_done (const Counter *self,
         gint32         task)
{
  return guatu_plan_task_number (self->plan, task, GUATU_TASK_ACTUAL_FINISH) != GUATU_NONE
         || (self->shares != NULL && self->shares[task] >= 10000);
}

static void
count_due (Counter *self,
           gint32   task)
{
  GuatuInstant due = guatu_plan_task_number (self->plan, task, GUATU_TASK_DEADLINE);
  GuatuInstant today = self->status_date - guatu_instant_daytime (self->status_date), monday;

  if (due == GUATU_NONE)
    due = self->schedule->finish[task];
  if (due == GUATU_NONE || is_done (self, task))
    return;

  /* Due at midnight is due on the day before. */
  monday = today - guatu_instant_weekday (today) * GUATU_DAY;
  if (due > monday && due <= monday + GUATU_WEEK)
    self->status->n_due++;
  if (due <= today)
    self->status->n_overdue++;
}

static void
count_people (Counter *self,
              gint32   task)
{
  const GuatuAssignment *assignments = guatu_plan_rows (self->plan, GUATU_TABLE_ASSIGNMENT);
  guint n;
  const gint32 *list = guatu_plan_referrers (self->plan, GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    {
      const GuatuAssignment *assignment = &assignments[list[i]];

      if (assignment->role == GUATU_ROLE_PROJECT_OWNER && assignment->person >= 0)
        g_hash_table_add (self->owners, GINT_TO_POINTER (assignment->person));
      else if (assignment->role == GUATU_ROLE_LEAD_UNIT && assignment->unit >= 0)
        g_hash_table_add (self->units, GINT_TO_POINTER (assignment->unit));
    }
}

static void
count (Counter *self,
       gint32   task)
{
  self->status->n_tasks++;
  if (self->lights != NULL)
    self->status->n_lights[guatu_lights_get (self->lights, task)->shown]++;
  if (self->status_date != GUATU_NONE)
    count_due (self, task);
  count_people (self, task);
}

static gint32
topmost (const GuatuPlan *plan,
         gint32           task)
{
  while (guatu_plan_task (plan, task)->parent >= 0)
    task = guatu_plan_task (plan, task)->parent;

  return task;
}

/* However rows are grouped, the plan has come as far: so it is measured by the top of the outline. */
static gint64
mean_of (const GuatuPlan     *plan,
         const GuatuSchedule *schedule,
         const GuatuRows     *rows,
         const gint64        *shares)
{
  g_autoptr(GArray) tops = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  GuatuGroup all = { 0 };

  if (shares == NULL)
    return GUATU_NONE;
  for (guint i = 0; i < rows->n; i++)
    if (rows->rows[i].task >= 0)
      {
        gint32 top = topmost (plan, rows->rows[i].task);

        if (g_hash_table_add (seen, GINT_TO_POINTER (top)))
          g_array_append_val (tops, top);
      }
  if (tops->len == 0)
    return GUATU_NONE;
  guatu_group_roll_up (&all, (const gint32 *) (const void *) tops->data, tops->len, plan, schedule, shares);

  return all.share;
}

GuatuChartStatus
guatu_chart_status (const GuatuPlan     *plan,
                    const GuatuSchedule *schedule,
                    const GuatuRows     *rows,
                    gint32               ledger,
                    const gint64        *shares,
                    const gint64        *planned,
                    const GuatuLights   *lights,
                    GuatuInstant         status_date)
{
  g_autoptr(GHashTable) owners = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) units = g_hash_table_new (NULL, NULL);
  gint32 counted = guatu_rows_ledger (plan, ledger);
  g_autofree guint8 *on_ledger = find_on_ledger (plan, counted);
  GuatuChartStatus status = { .ledger = on_ledger != NULL ? counted : -1 };
  Counter counter = { plan, schedule, shares, lights, status_date, owners, units, &status };

  for (guint i = 0; i < rows->n; i++)
    {
      gint32 task = rows->rows[i].task;

      if (task >= 0 && guatu_plan_is_active (plan, task)
          && (on_ledger != NULL ? on_ledger[task] : (rows->rows[i].flags & GUATU_ROW_SUMMARY) == 0))
        count (&counter, task);
    }
  status.n_owners = g_hash_table_size (owners);
  status.n_lead_units = g_hash_table_size (units);
  status.reported = mean_of (plan, schedule, rows, shares);
  status.planned = mean_of (plan, schedule, rows, planned);

  return status;
}

guint8 *
guatu_chart_highlights (const GuatuPlan *plan)
{
  const GuatuLedger *ledgers = guatu_plan_rows (plan, GUATU_TABLE_LEDGER);
  const GuatuLedgerItem *items = guatu_plan_rows (plan, GUATU_TABLE_LEDGER_ITEM);
  guint n = guatu_plan_n_rows (plan, GUATU_TABLE_LEDGER_ITEM);
  guint8 *highlights = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (items[i].id == 0 || items[i].task < 0 || items[i].ledger < 0
          || ledgers[items[i].ledger].kind != GUATU_LEDGER_KIND_PLAQUE_LIST)
        continue;
      if (highlights == NULL)
        highlights = g_new0 (guint8, guatu_plan_n_rows (plan, GUATU_TABLE_TASK));
      highlights[items[i].task] = TRUE;
    }

  return highlights;
}

const char **
guatu_chart_numbers (const GuatuPlan *plan,
                     gint32           ledger)
{
  const GuatuLedgerItem *items = guatu_plan_rows (plan, GUATU_TABLE_LEDGER_ITEM);
  guint n = guatu_plan_n_rows (plan, GUATU_TABLE_LEDGER_ITEM);
  const char **numbers = g_new0 (const char *, MAX (guatu_plan_n_rows (plan, GUATU_TABLE_TASK), 1));

  for (guint i = 0; i < n; i++)
    if (items[i].id != 0 && items[i].ledger == ledger && items[i].task >= 0)
      {
        const char *number = guatu_plan_text (plan, items[i].number);

        if (*number != '\0')
          numbers[items[i].task] = number;
      }

  return numbers;
}
