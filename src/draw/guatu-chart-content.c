/* guatu-chart-content.c — finds out how the tasks that a chart shows stand. */
#include "guatu-chart-content.h"

#include "guatu-baseline-changes.h"
#include "guatu-chart-rows-private.h"
#include "guatu-chart-status.h"

void
guatu_chart_take_colours (GuatuPalette    *palette,
                          const GuatuPlan *plan,
                          gint32           ledger)
{
  const GuatuCategory *categories = guatu_plan_rows (plan, GUATU_TABLE_CATEGORY);
  g_autofree gint32 *order = NULL;
  guint n, place = 0;

  ledger = guatu_rows_ledger (plan, ledger);
  order = guatu_plan_in_order (plan, GUATU_TABLE_CATEGORY, &n);
  for (guint i = 0; i < n; i++)
    if (categories[order[i]].ledger == ledger)
      guatu_palette_set_hue (palette, place++ % GUATU_N_CATEGORY_HUES,
                             guatu_plan_text (plan, categories[order[i]].colour));
}

gint32 *
guatu_chart_find_baseline (const GuatuPlan *plan,
                           gint32           baseline)
{
  const GuatuBaselineTask *records = guatu_plan_rows (plan, GUATU_TABLE_BASELINE_TASK);
  guint n = guatu_plan_n_rows (plan, GUATU_TABLE_TASK);
  guint n_records = guatu_plan_n_rows (plan, GUATU_TABLE_BASELINE_TASK);
  gint32 *found;

  if (baseline < 0)
    return NULL;

  found = g_new (gint32, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    found[i] = -1;
  for (guint i = 0; i < n_records; i++)
    if (records[i].id != 0 && records[i].baseline == baseline && records[i].task >= 0)
      found[records[i].task] = (gint32) i;

  return found;
}

/* Reported shares of a plan without a status date; %NULL where nobody has reported anything. */
static gint64 *
find_shares (const GuatuPlan     *plan,
             const GuatuSchedule *schedule)
{
  g_autofree gint64 *shares = NULL;
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  shares = guatu_progress_reported (plan, schedule, GUATU_NONE);
  for (guint i = 0; i < n; i++)
    if (shares[outline[i]] > 0)
      return g_steal_pointer (&shares);

  return NULL;
}

/* Lights and shares, which rest on the same reference. */
static void
find_progress (GuatuChartContent   *self,
               const GuatuPlan     *plan,
               const GuatuSchedule *schedule)
{
  GuatuInstant status_date = guatu_plan_settings (plan)->status_date;

  if (status_date == GUATU_NONE)
    {
      self->shares = find_shares (plan, schedule);
      return;
    }

  self->lights = guatu_lights_new_with_shares (plan, schedule, status_date, &self->shares, &self->planned, NULL);
  /* A cycle alone can fail, and then there is no schedule to ask with. */
  if (self->lights == NULL)
    self->shares = guatu_progress_reported (plan, schedule, status_date);
}

/* Whether several things stand at the top of the outline, and each of them is in a group. */
static gboolean
all_have_keys (const GuatuPlan *plan,
               GuatuGrouping    grouping,
               gint32           ledger)
{
  g_autofree gint32 *keys = guatu_rows_keys (plan, grouping, ledger, NULL);
  gint32 task = guatu_plan_first_task (plan);

  if (task < 0 || guatu_plan_task (plan, task)->next_sibling < 0)
    return FALSE;
  for (; task >= 0; task = guatu_plan_task (plan, task)->next_sibling)
    if (keys[task] < 0)
      return FALSE;

  return TRUE;
}

GuatuRowsQuery
guatu_chart_usual_query (const GuatuPlan *plan)
{
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;
  gint32 ledger = guatu_rows_ledger (plan, -1);

  if (ledger >= 0 && all_have_keys (plan, GUATU_GROUP_CATEGORY, ledger))
    query.grouping = GUATU_GROUP_CATEGORY;
  else if (guatu_plan_n_live (plan, GUATU_TABLE_LEDGER) > 1 && all_have_keys (plan, GUATU_GROUP_LEDGER, -1))
    query.grouping = GUATU_GROUP_LEDGER;
  query.merged = query.grouping != GUATU_GROUP_NONE;

  return query;
}

/* A condition on lights, and whatever filter the query had of its own. */
typedef struct
{
  const GuatuLights    *lights;
  const GuatuRowsQuery *query;
} LightFilter;

/* Without a status date no task has a light. */
static gboolean
light_passes (const GuatuPlan *plan,
              gint32           task,
              gpointer         data)
{
  LightFilter *self = data;
  guint shown = self->lights != NULL ? guatu_lights_get (self->lights, task)->shown : GUATU_LIGHT_NONE;

  return (self->query->lights & 1u << shown) != 0
         && (self->query->filter == NULL || self->query->filter (plan, task, self->query->filter_data));
}

/* By how much each task slips, where that is asked for. */
static gint64 *
find_slips (const GuatuChartContent *self,
            const GuatuPlan         *plan,
            const GuatuSchedule     *schedule,
            const GuatuRowsQuery    *query)
{
  gint64 *slips;
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  if (self->baseline == NULL || (query->sort != GUATU_SORT_SLIP && !query->slipped))
    return NULL;

  slips = g_new (gint64, guatu_plan_n_rows (plan, GUATU_TABLE_TASK) + 1);
  for (guint i = 0; i < n; i++)
    slips[outline[i]] = guatu_baseline_slip (plan, schedule, self->baseline[outline[i]], outline[i]);

  return slips;
}

static GuatuRows *
make_rows (const GuatuChartContent *self,
           const GuatuPlan         *plan,
           const GuatuSchedule     *schedule,
           const GuatuRowsQuery    *query)
{
  LightFilter filter = { .lights = self->lights, .query = query };
  g_autofree gint64 *slips = find_slips (self, plan, schedule, query);
  GuatuRowsQuery lit = *query;

  lit.lit = self->lights;
  lit.slips = slips;
  if (query->lights != 0)
    {
      lit.filter = light_passes;
      lit.filter_data = &filter;
    }

  return guatu_rows_new (plan, schedule, self->shares, &lit);
}

GuatuChartContent *
guatu_chart_content_new (const GuatuPlan      *plan,
                         const GuatuSchedule  *schedule,
                         const GuatuRowsQuery *query)
{
  return guatu_chart_content_new_beside (plan, schedule, query, guatu_progress_reference_baseline (plan));
}

GuatuChartContent *
guatu_chart_content_new_beside (const GuatuPlan      *plan,
                                const GuatuSchedule  *schedule,
                                const GuatuRowsQuery *query,
                                gint32                baseline)
{
  GuatuChartContent *self = g_new0 (GuatuChartContent, 1);

  find_progress (self, plan, schedule);
  self->baseline = guatu_chart_find_baseline (plan, baseline);
  self->highlights = guatu_chart_highlights (plan);
  if (query->grouping == GUATU_GROUP_CATEGORY)
    self->numbers = guatu_chart_numbers (plan, guatu_rows_ledger (plan, query->ledger));
  self->rows = make_rows (self, plan, schedule, query);

  return self;
}

void
guatu_chart_content_free (GuatuChartContent *self)
{
  g_clear_pointer (&self->lights, guatu_lights_free);
  guatu_rows_free (self->rows);
  g_free (self->shares);
  g_free (self->planned);
  g_free (self->baseline);
  g_free (self->highlights);
  g_free (self->numbers);
  g_free (self);
}
