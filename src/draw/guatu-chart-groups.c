/* guatu-chart-groups.c — what tasks are grouped by, in which order the groups come, and what they add up to. */
#include "guatu-chart-rows-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-chart-text.h"

gint32
guatu_rows_ledger (const GuatuPlan *plan,
                   gint32           ledger)
{
  const GuatuLedgerItem *items = guatu_plan_rows (plan, GUATU_TABLE_LEDGER_ITEM);
  g_autofree gint32 *ledgers = NULL;
  guint n_ledgers, n_items = guatu_plan_n_rows (plan, GUATU_TABLE_LEDGER_ITEM);

  if (ledger >= 0)
    return ledger;

  ledgers = guatu_plan_in_order (plan, GUATU_TABLE_LEDGER, &n_ledgers);
  for (guint i = 0; i < n_ledgers; i++)
    for (guint item = 0; item < n_items; item++)
      if (items[item].id != 0 && items[item].ledger == ledgers[i] && items[item].category >= 0)
        return ledgers[i];

  return -1;
}

static void
take_categories (const GuatuPlan *plan,
                 gint32           ledger,
                 gint32          *keys)
{
  const GuatuLedgerItem *items = guatu_plan_rows (plan, GUATU_TABLE_LEDGER_ITEM);
  guint n = guatu_plan_n_rows (plan, GUATU_TABLE_LEDGER_ITEM);

  for (guint i = 0; i < n; i++)
    if (items[i].id != 0 && items[i].ledger == ledger && items[i].task >= 0 && keys[items[i].task] < 0)
      keys[items[i].task] = items[i].category;
}

static void
take_assigned (const GuatuPlan *plan,
               GuatuRole        role,
               gboolean         unit,
               gint32          *keys)
{
  const GuatuAssignment *assignments = guatu_plan_rows (plan, GUATU_TABLE_ASSIGNMENT);
  guint n = guatu_plan_n_rows (plan, GUATU_TABLE_ASSIGNMENT);

  for (guint i = 0; i < n; i++)
    {
      gint32 who = unit ? assignments[i].unit : assignments[i].person;

      if (assignments[i].id != 0 && assignments[i].role == role && who >= 0 && keys[assignments[i].task] < 0)
        keys[assignments[i].task] = who;
    }
}

/* A township that leads the task, else one that has some other part in it. */
static void
take_townships (const GuatuPlan *plan,
                gint32          *keys)
{
  const GuatuAssignment *assignments = guatu_plan_rows (plan, GUATU_TABLE_ASSIGNMENT);
  const GuatuUnit *units = guatu_plan_rows (plan, GUATU_TABLE_UNIT);
  guint n = guatu_plan_n_rows (plan, GUATU_TABLE_ASSIGNMENT);

  for (guint leads = 2; leads-- > 0;)
    for (guint i = 0; i < n; i++)
      if (assignments[i].id != 0 && assignments[i].unit >= 0 && keys[assignments[i].task] < 0
          && units[assignments[i].unit].kind == GUATU_UNIT_KIND_TOWNSHIP
          && (!leads || assignments[i].role == GUATU_ROLE_LEAD_UNIT))
        keys[assignments[i].task] = assignments[i].unit;
}

static void
take_stages (const GuatuPlan *plan,
             gint32          *keys)
{
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  for (guint i = 0; i < n; i++)
    if (guatu_plan_task (plan, outline[i])->stage != GUATU_STAGE_NONE)
      keys[outline[i]] = guatu_plan_task (plan, outline[i])->stage;
}

static void
take_ledgers (const GuatuPlan *plan,
              gint32          *keys)
{
  const GuatuLedgerItem *items = guatu_plan_rows (plan, GUATU_TABLE_LEDGER_ITEM);
  guint n_items = guatu_plan_n_rows (plan, GUATU_TABLE_LEDGER_ITEM), n;
  g_autofree gint32 *order = guatu_plan_in_order (plan, GUATU_TABLE_LEDGER, &n);
  g_autofree guint *places = g_new0 (guint, guatu_plan_n_rows (plan, GUATU_TABLE_LEDGER) + 1);

  for (guint i = 0; i < n; i++)
    places[order[i]] = i;
  for (guint i = 0; i < n_items; i++)
    if (items[i].id != 0 && items[i].task >= 0 && items[i].ledger >= 0
        && (keys[items[i].task] < 0 || places[items[i].ledger] < places[keys[items[i].task]]))
      keys[items[i].task] = items[i].ledger;
}

static void
take_lights (const GuatuPlan   *plan,
             const GuatuLights *lights,
             gint32            *keys)
{
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  for (guint i = 0; lights != NULL && i < n; i++)
    if (guatu_lights_get (lights, outline[i])->shown != GUATU_LIGHT_NONE)
      keys[outline[i]] = (gint32) guatu_lights_get (lights, outline[i])->shown;
}

gint32 *
guatu_rows_keys (const GuatuPlan   *plan,
                 GuatuGrouping      grouping,
                 gint32             ledger,
                 const GuatuLights *lights)
{
  guint n_tasks = guatu_plan_n_rows (plan, GUATU_TABLE_TASK), n;
  const gint32 *outline = guatu_plan_outline (plan, &n);
  gint32 *keys = g_new (gint32, MAX (n_tasks, 1));

  for (guint i = 0; i < n_tasks; i++)
    keys[i] = -1;

  switch (grouping)
    {
    case GUATU_GROUP_CATEGORY:
      take_categories (plan, ledger, keys);
      break;
    case GUATU_GROUP_UNIT:
      take_assigned (plan, GUATU_ROLE_LEAD_UNIT, TRUE, keys);
      break;
    case GUATU_GROUP_TASK_FORCE:
      take_assigned (plan, GUATU_ROLE_TASK_FORCE, TRUE, keys);
      break;
    case GUATU_GROUP_SUPPORT_UNIT:
      take_assigned (plan, GUATU_ROLE_SUPPORT_UNIT, TRUE, keys);
      break;
    case GUATU_GROUP_TOWNSHIP:
      take_townships (plan, keys);
      break;
    case GUATU_GROUP_OWNER:
      take_assigned (plan, GUATU_ROLE_PROJECT_OWNER, FALSE, keys);
      break;
    case GUATU_GROUP_EXECUTIVE:
      take_assigned (plan, GUATU_ROLE_LEAD_EXECUTIVE, FALSE, keys);
      break;
    case GUATU_GROUP_INSPECTOR:
      take_assigned (plan, GUATU_ROLE_INSPECTOR, FALSE, keys);
      break;
    case GUATU_GROUP_RESPONSIBLE:
      take_assigned (plan, GUATU_ROLE_RESPONSIBLE_PERSON, FALSE, keys);
      break;
    case GUATU_GROUP_STAGE:
      take_stages (plan, keys);
      break;
    case GUATU_GROUP_LEDGER:
      take_ledgers (plan, keys);
      break;
    case GUATU_GROUP_LIGHT:
      take_lights (plan, lights, keys);
      break;
    case GUATU_GROUP_NONE:
    case GUATU_N_GROUPINGS:
    default:
      return keys;
    }

  /* Parents come before their children. */
  for (guint i = 0; i < n; i++)
    {
      gint32 parent = guatu_plan_task (plan, outline[i])->parent;

      if (keys[outline[i]] < 0 && parent >= 0)
        keys[outline[i]] = keys[parent];
    }

  return keys;
}

GuatuTable
guatu_rows_group_table (GuatuGrouping grouping)
{
  switch (grouping)
    {
    case GUATU_GROUP_CATEGORY:
      return GUATU_TABLE_CATEGORY;
    case GUATU_GROUP_UNIT:
    case GUATU_GROUP_SUPPORT_UNIT:
    case GUATU_GROUP_TASK_FORCE:
    case GUATU_GROUP_TOWNSHIP:
      return GUATU_TABLE_UNIT;
    case GUATU_GROUP_OWNER:
    case GUATU_GROUP_EXECUTIVE:
    case GUATU_GROUP_RESPONSIBLE:
    case GUATU_GROUP_INSPECTOR:
      return GUATU_TABLE_PERSON;
    case GUATU_GROUP_LEDGER:
      return GUATU_TABLE_LEDGER;
    case GUATU_GROUP_NONE:
    case GUATU_GROUP_STAGE:
    case GUATU_GROUP_LIGHT:
    case GUATU_N_GROUPINGS:
    default:
      return GUATU_N_TABLES;
    }
}

gint32 *
guatu_rows_key_list (const GuatuPlan *plan,
                     GuatuGrouping    grouping,
                     gint32           ledger,
                     guint           *n)
{
  const GuatuCategory *categories = guatu_plan_rows (plan, GUATU_TABLE_CATEGORY);
  static const GuatuLightColour by_urgency[] = { GUATU_LIGHT_RED, GUATU_LIGHT_ORANGE, GUATU_LIGHT_YELLOW,
                                                 GUATU_LIGHT_GREEN, GUATU_LIGHT_DONE };
  GuatuTable table = guatu_rows_group_table (grouping);
  gint32 *keys;
  guint kept = 0;

  *n = 0;
  if (table != GUATU_N_TABLES)
    {
      keys = guatu_plan_in_order (plan, table, n);
      for (guint i = 0; i < *n; i++)
        if (grouping != GUATU_GROUP_CATEGORY || categories[keys[i]].ledger == ledger)
          keys[kept++] = keys[i];
    }
  else
    {
      keys = g_new (gint32, MAX (GUATU_STAGE_CLOSED_OUT + 1, (int) G_N_ELEMENTS (by_urgency)));
      for (guint i = 0; grouping == GUATU_GROUP_LIGHT && i < G_N_ELEMENTS (by_urgency); i++)
        keys[kept++] = (gint32) by_urgency[i];
      if (grouping == GUATU_GROUP_STAGE)
        for (gint32 stage = GUATU_STAGE_RESERVE; stage <= GUATU_STAGE_CLOSED_OUT; stage++)
          keys[kept++] = stage;
    }

  keys = g_renew (gint32, keys, kept + 1);
  keys[kept++] = -1;
  *n = kept;

  return keys;
}

/* planning.md *Pace*: by weight if every task has one, else by planned work if every one has it, else by duration. */
static gboolean
weights_from (guint                field,
              const gint32        *tasks,
              guint                n,
              const GuatuPlan     *plan,
              const GuatuSchedule *schedule,
              gint64              *weights)
{
  for (guint i = 0; i < n; i++)
    {
      weights[i] = field == GUATU_TASK_DURATION ? guatu_schedule_duration (schedule, plan, tasks[i])
                                                : guatu_plan_task_number (plan, tasks[i], field);
      if (weights[i] == GUATU_NONE)
        return FALSE;
    }

  return TRUE;
}

/* Those of the tasks that take part in the plan; if none does, all. Free it. */
static gint32 *
active_among (const gint32    *tasks,
              guint           *n,
              const GuatuPlan *plan)
{
  gint32 *active = g_new (gint32, MAX (*n, 1));
  guint kept = 0;

  for (guint i = 0; i < *n; i++)
    if (guatu_plan_is_active (plan, tasks[i]))
      active[kept++] = tasks[i];
  if (kept == 0)
    memcpy (active, tasks, *n * sizeof *active);
  else
    *n = kept;

  return active;
}

static gint64
mean_share (const gint32        *tasks,
            guint                n,
            const GuatuPlan     *plan,
            const GuatuSchedule *schedule,
            const gint64        *shares)
{
  g_autofree gint64 *weights = g_new0 (gint64, n);
  double sum = 0, total = 0, plain = 0;

  if (!weights_from (GUATU_TASK_WEIGHT, tasks, n, plan, schedule, weights)
      && !weights_from (GUATU_TASK_PLANNED_WORK, tasks, n, plan, schedule, weights))
    weights_from (GUATU_TASK_DURATION, tasks, n, plan, schedule, weights);
  for (guint i = 0; i < n; i++)
    {
      total += (double) weights[i];
      sum += (double) weights[i] * (double) shares[tasks[i]];
      plain += (double) shares[tasks[i]];
    }

  return (gint64) ((total > 0 ? sum / total : plain / n) + 0.5);
}

void
guatu_group_roll_up (GuatuGroup          *group,
                     const gint32        *tasks,
                     guint                n,
                     const GuatuPlan     *plan,
                     const GuatuSchedule *schedule,
                     const gint64        *shares)
{
  g_autofree gint32 *active = NULL;

  group->start = GUATU_NONE;
  group->finish = GUATU_NONE;
  for (guint i = 0; i < n; i++)
    {
      GuatuInstant start = schedule->start[tasks[i]], finish = schedule->finish[tasks[i]];

      if (start != GUATU_NONE && (group->start == GUATU_NONE || start < group->start))
        group->start = start;
      if (finish != GUATU_NONE && (group->finish == GUATU_NONE || finish > group->finish))
        group->finish = finish;
    }
  if (shares == NULL || n == 0)
    return;

  active = active_among (tasks, &n, plan);
  group->share = mean_share (active, n, plan, schedule, shares);
}

static const char * const light_titles[GUATU_LIGHT_N_COLOURS] = {
  [GUATU_LIGHT_GREEN] = NC_("group of light", "On track"),
  [GUATU_LIGHT_YELLOW] = NC_("group of light", "Yellow"),
  [GUATU_LIGHT_ORANGE] = NC_("group of light", "Orange"),
  [GUATU_LIGHT_RED] = NC_("group of light", "Red"),
  [GUATU_LIGHT_DONE] = NC_("group of light", "Finished"),
};

static const char *
nameless (GuatuGrouping grouping)
{
  switch (grouping)
    {
    case GUATU_GROUP_CATEGORY:
      return N_("Without a category");
    case GUATU_GROUP_UNIT:
      return N_("Without a lead unit");
    case GUATU_GROUP_TASK_FORCE:
      return N_("Without a task force");
    case GUATU_GROUP_SUPPORT_UNIT:
      return N_("Without a support unit");
    case GUATU_GROUP_TOWNSHIP:
      return N_("Without a township");
    case GUATU_GROUP_OWNER:
      return N_("Without a project owner");
    case GUATU_GROUP_EXECUTIVE:
      return N_("Without a lead executive");
    case GUATU_GROUP_INSPECTOR:
      return N_("Without an inspector");
    case GUATU_GROUP_RESPONSIBLE:
      return N_("Without a responsible person");
    case GUATU_GROUP_STAGE:
      return N_("Without a stage");
    case GUATU_GROUP_LEDGER:
      return N_("On no ledger");
    case GUATU_GROUP_LIGHT:
      return N_("Without a light");
    case GUATU_GROUP_NONE:
    case GUATU_N_GROUPINGS:
    default:
      return "";
    }
}

const char *
guatu_rows_group_name (const GuatuRows *self,
                       guint            group,
                       const char      *language)
{
  const GuatuGroup *found = &self->groups[group];

  if (found->name != NULL)
    return found->name;
  if (found->key < 0)
    return guatu_chart_text (language, nameless (self->grouping));
  if (self->grouping == GUATU_GROUP_LIGHT)
    return guatu_chart_text_in_context (language, "group of light", light_titles[found->key]);

  return guatu_chart_text (language, guatu_field (GUATU_TABLE_TASK, GUATU_TASK_STAGE)->choices[found->key].label);
}
