/* guatu-progress-history.c — takes down how the planned and the reported share of one task grew. */
#include "guatu-progress-history.h"

#include "guatu-reference-private.h"

typedef void (*Measure) (const GuatuReference *self, GuatuInstant date, guint first, guint count, double *shares);

struct _GuatuProgressBasis
{
  GuatuReference *reference;
  double         *shares;       /* lent for measuring */
};

typedef struct
{
  const GuatuReference *reference;
  gint32                task;
  guint                 first;          /* the task's branch in the outline */
  guint                 count;
  double               *shares;
} Walk;

static GuatuProgressPoint
measure (const Walk   *walk,
         Measure       how,
         GuatuInstant  date)
{
  how (walk->reference, date, walk->first, walk->count, walk->shares);

  return (GuatuProgressPoint) { date, guatu_share_round (walk->shares[walk->task]) };
}

static void
find_planned (GuatuProgressHistory *self,
              const Walk           *walk)
{
  GuatuInstant from = walk->reference->start[walk->task];
  GuatuInstant to = walk->reference->finish[walk->task];
  guint n = to > from ? GUATU_PROGRESS_POINTS : 1;

  self->planned = g_new (GuatuProgressPoint, GUATU_PROGRESS_POINTS);
  self->n_planned = n;
  for (guint i = 0; i < n; i++)
    self->planned[i] = measure (walk, guatu_reference_planned, n > 1 ? from + (to - from) * i / (n - 1) : to);
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  const GuatuInstant *first = a, *second = b;

  return (*first > *second) - (*first < *second);
}

static void
add_dates (const GuatuPlan *plan,
           gint32           task,
           GuatuInstant     status_date,
           GArray          *dates)
{
  const GuatuReport *reports = guatu_plan_rows (plan, GUATU_TABLE_REPORT);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_REPORT, GUATU_REPORT_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    if (status_date == GUATU_NONE || guatu_instant_day (reports[rows[i]].date) <= guatu_instant_day (status_date))
      g_array_append_val (dates, reports[rows[i]].date);
}

/* The last instant of each day on which anything was reported. */
static GArray *
report_dates (const GuatuPlan *plan,
              const Walk      *walk,
              GuatuInstant     status_date)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (GuatuInstant));
  guint n, below, kept = 0;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  add_dates (plan, walk->task, status_date, dates);
  below = dates->len == 0 ? walk->count : 0;
  for (guint i = 1; i < below; i++)
    add_dates (plan, outline[walk->first + i], status_date, dates);
  g_array_sort (dates, compare_dates);
  for (guint i = 0; i < dates->len; i++)
    {
      GuatuInstant date = g_array_index (dates, GuatuInstant, i);

      if (kept > 0 && guatu_instant_day (g_array_index (dates, GuatuInstant, kept - 1)) == guatu_instant_day (date))
        kept--;
      g_array_index (dates, GuatuInstant, kept++) = date;
    }
  g_array_set_size (dates, kept);

  return dates;
}

/* Of more days than can be told apart the first, the last, and some between. */
static void
find_reported (GuatuProgressHistory *self,
               const Walk           *walk,
               const GArray         *dates)
{
  guint n = MIN (dates->len, GUATU_PROGRESS_POINTS);

  self->reported = g_new (GuatuProgressPoint, MAX (n, 1));
  self->n_reported = n;
  for (guint i = 0; i < n; i++)
    {
      guint place = dates->len > n ? i * (dates->len - 1) / (n - 1) : i;

      self->reported[i] = measure (walk, guatu_reference_reported, g_array_index (dates, GuatuInstant, place));
    }
}

GuatuProgressBasis *
guatu_progress_basis_new (const GuatuPlan      *plan,
                          const GuatuSchedule  *schedule,
                          GError              **error)
{
  GuatuReference *reference = guatu_reference_new (plan, schedule, error);
  GuatuProgressBasis *self;

  if (reference == NULL)
    return NULL;

  self = g_new0 (GuatuProgressBasis, 1);
  self->reference = reference;
  self->shares = g_new0 (double, MAX (guatu_plan_n_rows (plan, GUATU_TABLE_TASK), 1));

  return self;
}

void
guatu_progress_basis_free (GuatuProgressBasis *self)
{
  if (self == NULL)
    return;

  guatu_reference_free (self->reference);
  g_free (self->shares);
  g_free (self);
}

GuatuProgressHistory *
guatu_progress_history_new (const GuatuProgressBasis *basis,
                            gint32                    task,
                            GuatuInstant              status_date)
{
  const GuatuPlan *plan = basis->reference->plan;
  guint place = guatu_plan_task_place (plan, task) - 1;
  Walk walk = { basis->reference, task, place, guatu_branch_size (plan, place), basis->shares };
  g_autoptr(GArray) dates = report_dates (plan, &walk, status_date);
  GuatuProgressHistory *self = g_new0 (GuatuProgressHistory, 1);

  find_planned (self, &walk);
  find_reported (self, &walk, dates);

  return self;
}

void
guatu_progress_history_free (GuatuProgressHistory *self)
{
  if (self == NULL)
    return;

  g_free (self->planned);
  g_free (self->reported);
  g_free (self);
}
