/* guatu-load-curve.c — the work of assignments, laid out over the weeks or months in which it is done. */
#include "guatu-load-curve.h"

#include <glib/gi18n-lib.h>

#include "guatu-list-text.h"

/* A plan of centuries is no curve that anybody looks at. */
#define MOST_PERIODS 1200

typedef struct
{
  const GuatuPlan     *plan;
  const GuatuSchedule *schedule;
  const GuatuAssignment *assignments;
  GuatuLoadCurve      *curve;
  GArray              *spans;   /* of Span */
} Gathering;

/* One assignment: so much work, or such a share of somebody's time, from … to. */
typedef struct
{
  GuatuInstant         from;
  GuatuInstant         to;
  const GuatuWorktime *worktime;
  gint64               work;    /* in all; GUATU_NONE: as much as the share says */
  gint64               share;
} Span;

void
guatu_load_curve_free (GuatuLoadCurve *self)
{
  if (self == NULL)
    return;

  g_free (self->periods);
  g_free (self);
}

/* Spans ----------------------------------------------------------------------------------------------------- */

static gboolean
takes_time (const GuatuAssignment *assignment, gboolean of_unit)
{
  return assignment->role == GUATU_ROLE_RESOURCE ||
         (!of_unit && assignment->role == GUATU_ROLE_RESPONSIBLE_PERSON);
}

static void
add_span (Gathering *gathering, gint32 row, const GuatuWorktime *worktime)
{
  const GuatuAssignment *assignment = &gathering->assignments[row];
  gint32 task = assignment->task;
  Span span = { gathering->schedule->start[task], gathering->schedule->finish[task], worktime,
                guatu_plan_number (gathering->plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_WORK),
                assignment->share };

  if (span.from != GUATU_NONE && span.to > span.from)
    g_array_append_val (gathering->spans, span);
}

/* The assignments that count, each task once; those of summaries only where nothing below them counts. */
static void
add_party (Gathering *gathering, guint field, gint32 row, const GuatuWorktime *worktime)
{
  const GuatuPlan *plan = gathering->plan;
  gboolean of_unit = field == GUATU_ASSIGNMENT_UNIT;
  g_autoptr(GHashTable) tasks = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) above = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer task, of;
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_ASSIGNMENT, field, row, &n);

  for (guint i = 0; i < n; i++)
    {
      const GuatuAssignment *assignment = &gathering->assignments[rows[i]];
      gpointer key = GINT_TO_POINTER (assignment->task);

      if (!takes_time (assignment, of_unit) || !guatu_plan_is_active (plan, assignment->task))
        continue;
      /* Who is both responsible and a resource works on it once, as the resource. */
      if (!g_hash_table_contains (tasks, key) || assignment->role == GUATU_ROLE_RESOURCE)
        g_hash_table_insert (tasks, key, GINT_TO_POINTER (rows[i]));
      for (gint32 up = guatu_plan_task (plan, assignment->task)->parent; up >= 0;
           up = guatu_plan_task (plan, up)->parent)
        if (!g_hash_table_add (above, GINT_TO_POINTER (up)))
          break;
    }

  g_hash_table_iter_init (&iter, tasks);
  while (g_hash_table_iter_next (&iter, &task, &of))
    if (!g_hash_table_contains (above, task))
      add_span (gathering, GPOINTER_TO_INT (of), worktime);
}

/* People ---------------------------------------------------------------------------------------------------- */

static gboolean
is_somebody (const GuatuPerson *person)
{
  return person->kind == GUATU_PERSON_KIND_PERSON || person->kind == GUATU_PERSON_KIND_EQUIPMENT;
}

static const GuatuWorktime *
worktime_of (const GuatuPlan *plan, const GuatuPerson *person)
{
  const GuatuUnit *units = guatu_plan_rows (plan, GUATU_TABLE_UNIT);

  return guatu_plan_worktime (plan, person->calendar < 0 && person->unit >= 0 ? units[person->unit].calendar
                                                                              : person->calendar);
}

/* The people whose hours count, each once. */
static GArray *
find_people (const GuatuPlan *plan, GuatuTable table, gint32 row)
{
  const GuatuPerson *people = guatu_plan_rows (plan, GUATU_TABLE_PERSON);
  const GuatuMembership *memberships = guatu_plan_rows (plan, GUATU_TABLE_MEMBERSHIP);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gint32));
  const gint32 *rows;
  guint n;

  if (table == GUATU_TABLE_PERSON)
    {
      if (is_somebody (&people[row]))
        g_array_append_val (found, row);
      return found;
    }

  rows = guatu_plan_referrers (plan, GUATU_TABLE_PERSON, GUATU_PERSON_UNIT, row, &n);
  for (guint i = 0; i < n; i++)
    if (is_somebody (&people[rows[i]]))
      g_array_append_val (found, rows[i]);
  rows = guatu_plan_referrers (plan, GUATU_TABLE_MEMBERSHIP, GUATU_MEMBERSHIP_UNIT, row, &n);
  for (guint i = 0; i < n; i++)
    {
      gint32 member = memberships[rows[i]].person;

      if (people[member].unit != row && is_somebody (&people[member]))
        g_array_append_val (found, member);
    }

  return found;
}

/* Periods --------------------------------------------------------------------------------------------------- */

static GuatuInstant
begin_of (GuatuLoadStep step, GuatuInstant t)
{
  GuatuInstant day = guatu_instant_day (t) * GUATU_DAY;
  GuatuCivil civil = guatu_instant_to_civil (day);

  if (step == GUATU_LOAD_BY_WEEK)
    return day - guatu_instant_weekday (day) * GUATU_DAY;
  return day - (civil.day - 1) * GUATU_DAY;
}

static GuatuInstant
next_of (GuatuLoadStep step, GuatuInstant from)
{
  return step == GUATU_LOAD_BY_WEEK ? from + GUATU_WEEK : guatu_instant_add_months (from, 1);
}

static void
make_periods (GuatuLoadCurve *curve, const GArray *spans)
{
  g_autoptr(GArray) periods = g_array_new (FALSE, TRUE, sizeof (GuatuLoadPeriod));
  GuatuInstant from = GUATU_INSTANT_MAX, to = GUATU_INSTANT_MIN;

  for (guint i = 0; i < spans->len; i++)
    {
      from = MIN (from, g_array_index (spans, Span, i).from);
      to = MAX (to, g_array_index (spans, Span, i).to);
    }
  if (spans->len > 0)
    for (from = begin_of (curve->step, from); from < to && periods->len < MOST_PERIODS; )
      {
        GuatuLoadPeriod period = { .from = from, .to = next_of (curve->step, from) };

        g_array_append_val (periods, period);
        from = period.to;
      }

  curve->n = periods->len;
  curve->periods = g_memdup2 (periods->data, periods->len * sizeof (GuatuLoadPeriod));
}

/* The first period that ends after @t; periods are many, and a span touches few of them. */
static guint
find_period (const GuatuLoadCurve *curve, GuatuInstant t)
{
  guint low = 0, high = curve->n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (curve->periods[middle].to > t)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

static void
lay_span (GuatuLoadCurve *curve, const Span *span)
{
  gint64 whole = guatu_worktime_work (span->worktime, span->from, span->to);
  double rate = (double) span->share / 10000;

  if (whole <= 0)
    return;
  if (span->work != GUATU_NONE && span->work > 0)
    rate = (double) span->work / (double) whole;
  for (guint i = find_period (curve, span->from); i < curve->n && curve->periods[i].from < span->to; i++)
    {
      GuatuLoadPeriod *period = &curve->periods[i];
      gint64 within = guatu_worktime_work (span->worktime, MAX (span->from, period->from), MIN (span->to, period->to));

      period->load += (gint64) ((double) within * rate + 0.5);
    }
}

static void
add_capacity (GuatuLoadCurve *curve, const GuatuPlan *plan, const GuatuPerson *person)
{
  const GuatuWorktime *worktime = worktime_of (plan, person);

  for (guint i = 0; i < curve->n; i++)
    {
      GuatuLoadPeriod *period = &curve->periods[i];

      period->capacity += (gint64) ((double) guatu_worktime_work (worktime, period->from, period->to)
                                    * (double) person->max_units / 10000 + 0.5);
    }
}

/* Whether @a is heavier than @b for what can be done. */
static gboolean
is_worse (const GuatuLoadPeriod *a, const GuatuLoadPeriod *b)
{
  return (double) a->load * (double) b->capacity > (double) b->load * (double) a->capacity;
}

static void
look_for_worst (GuatuLoadCurve *curve)
{
  for (guint i = 0; i < curve->n; i++)
    {
      curve->n_over += guatu_load_period_is_over (&curve->periods[i]);
      if (curve->periods[i].load > 0 &&
          (curve->worst < 0 || is_worse (&curve->periods[i], &curve->periods[curve->worst])))
        curve->worst = (int) i;
    }
}

GuatuLoadCurve *
guatu_load_curve_new (const GuatuPlan *plan, const GuatuSchedule *schedule, GuatuTable table, gint32 row,
                      GuatuLoadStep step)
{
  const GuatuPerson *people = guatu_plan_rows (plan, GUATU_TABLE_PERSON);
  const GuatuUnit *units = guatu_plan_rows (plan, GUATU_TABLE_UNIT);
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  g_autoptr(GArray) found = NULL;
  GuatuLoadCurve *curve = g_new0 (GuatuLoadCurve, 1);
  Gathering gathering = { plan, schedule, guatu_plan_rows (plan, GUATU_TABLE_ASSIGNMENT), curve, spans };

  g_return_val_if_fail (table == GUATU_TABLE_PERSON || table == GUATU_TABLE_UNIT, curve);

  curve->step = step;
  curve->worst = -1;
  found = find_people (plan, table, row);
  curve->n_people = found->len;
  for (guint i = 0; i < found->len; i++)
    {
      gint32 person = g_array_index (found, gint32, i);

      add_party (&gathering, GUATU_ASSIGNMENT_PERSON, person, worktime_of (plan, &people[person]));
    }
  if (table == GUATU_TABLE_UNIT)
    add_party (&gathering, GUATU_ASSIGNMENT_UNIT, row, guatu_plan_worktime (plan, units[row].calendar));

  make_periods (curve, spans);
  for (guint i = 0; i < spans->len; i++)
    lay_span (curve, &g_array_index (spans, Span, i));
  for (guint i = 0; i < found->len; i++)
    add_capacity (curve, plan, &people[g_array_index (found, gint32, i)]);
  look_for_worst (curve);

  return curve;
}

/* Words ------------------------------------------------------------------------------------------------------ */

gint64
guatu_load_period_share (const GuatuLoadPeriod *period)
{
  if (period->load <= 0)
    return 0;
  if (period->capacity <= 0)
    return GUATU_NONE;

  return (gint64) ((double) period->load * 10000 / (double) period->capacity + 0.5);
}

static char *
say_day (GuatuInstant day, const char *format)
{
  GuatuCivil civil = guatu_instant_to_civil (day);
  g_autoptr(GDateTime) date = g_date_time_new_utc (civil.year, civil.month, civil.day, 0, 0, 0);

  return date != NULL ? g_date_time_format (date, format) : g_strdup ("");
}

char *
guatu_load_period_label (const GuatuLoadCurve *self, guint period)
{
  const GuatuLoadPeriod *at = &self->periods[period];
  g_autofree char *from = NULL, *to = NULL;

  if (self->step == GUATU_LOAD_BY_MONTH)
    /* Translators: a month of a year, as strftime reads it. */
    return say_day (at->from, C_("date", "%b %Y"));

  /* Translators: the first day of a week, before "to" and the last one with its year; as strftime reads it. */
  from = say_day (at->from, C_("first day", "%b %-d"));
  to = say_day (at->to - GUATU_DAY, C_("date", "%b %-d, %Y"));
  /* Translators: the first and the last day of a week. */
  return g_strdup_printf (_("%1$s to %2$s"), from, to);
}

static char *
say_hours (gint64 work)
{
  return g_strdup_printf (C_("work", "%.0f h"), (double) work / GUATU_HOUR);
}

char *
guatu_load_curve_words (const GuatuLoadCurve *self)
{
  g_autofree char *label = NULL, *load = NULL, *capacity = NULL, *worst = NULL, *over = NULL;

  if (self->worst < 0)
    return g_strdup (_("No work is assigned."));

  label = guatu_load_period_label (self, (guint) self->worst);
  load = say_hours (self->periods[self->worst].load);
  capacity = say_hours (self->periods[self->worst].capacity);
  /* Translators: a week or a month, the hours that are asked, and those that can be worked. */
  worst = g_strdup_printf (_("Busiest %1$s: %2$s of %3$s."), label, load, capacity);
  if (self->n_over == 0)
    return g_strconcat (worst, guatu_sentence_space (), _("Never over capacity."), NULL);

  if (self->step == GUATU_LOAD_BY_WEEK)
    over = g_strdup_printf (ngettext ("Over capacity in %u week of %u.", "Over capacity in %u weeks of %u.",
                                      self->n_over), self->n_over, self->n);
  else
    over = g_strdup_printf (ngettext ("Over capacity in %u month of %u.", "Over capacity in %u months of %u.",
                                      self->n_over), self->n_over, self->n);

  return g_strconcat (worst, guatu_sentence_space (), over, NULL);
}
