/* random-plan.c — plans with everything that scheduling knows, at random. */
#include "random-plan.h"

typedef struct
{
  GRand      *rand;
  Maker      *maker;
  RandomParts parts;
  gint32     *tasks;
  guint       n;
  gboolean    manual_summary;
} Dice;

static gboolean
chance (Dice *d, int percent)
{
  return g_rand_int_range (d->rand, 0, 100) < percent;
}

static int
up_to (Dice *d, int n)
{
  return g_rand_int_range (d->rand, 0, n + 1);
}

static GuatuInstant
some_time (Dice *d)
{
  static const int hours[] = { 8, 12, 13, 17, 10, 0 };

  return at ("2024-03-04 00:00") + up_to (d, 40) * GUATU_DAY + hours[up_to (d, 5)] * HOUR;
}

static gboolean
is_summary (Dice *d, guint place)
{
  for (guint i = 0; i < d->n; i++)
    if (guatu_plan_task (d->maker->plan, d->tasks[i])->parent == d->tasks[place])
      return TRUE;
  return FALSE;
}

static gboolean
is_under (Dice *d, guint place, guint above)
{
  gint32 row = d->tasks[place];

  while (row >= 0 && row != d->tasks[above])
    row = guatu_plan_task (d->maker->plan, row)->parent;
  return row >= 0;
}

static void
roll_tree (Dice *d)
{
  static const double hours[] = { 8, 16, 4, 24, 40, 0, 1.5, 8 };

  for (guint i = 0; i < d->n; i++)
    {
      gint32 parent = -1;

      /* In outline order: under the task before, or under one of those that it is under. */
      if (i > 0 && chance (d, 70))
        {
          parent = d->tasks[i - 1];
          if (!chance (d, 35))
            parent = guatu_plan_task (d->maker->plan, parent)->parent;
          while (parent >= 0 && chance (d, 20))
            parent = guatu_plan_task (d->maker->plan, parent)->parent;
        }
      d->tasks[i] = maker_task (d->maker, "Task", hours[up_to (d, 7)], parent);
    }
}

static void
roll_calendars (Dice *d)
{
  gint32 calendars[2];

  calendars[0] = maker_every_day (d->maker);
  calendars[1] = maker_24_hours (d->maker);
  for (guint i = 0; i < d->n; i++)
    if (chance (d, 15))
      maker_set (d->maker, d->tasks[i], GUATU_TASK_CALENDAR,
                 maker_id (d->maker, GUATU_TABLE_CALENDAR, calendars[up_to (d, 1)]));
    else if (chance (d, 10))
      maker_set (d->maker, d->tasks[i], GUATU_TASK_DURATION_KIND, GUATU_DURATION_ELAPSED);
}

static void
roll_constraints (Dice *d)
{
  maker_set_plan (d->maker, GUATU_PLAN_HONOUR_CONSTRAINTS, chance (d, 70));
  for (guint i = 0; i < d->n; i++)
    {
      if (chance (d, 20))
        {
          maker_set (d->maker, d->tasks[i], GUATU_TASK_CONSTRAINT, 2 + up_to (d, 5));
          if (chance (d, 95))
            maker_set (d->maker, d->tasks[i], GUATU_TASK_CONSTRAINT_DATE, some_time (d));
        }
      if (chance (d, 10))
        maker_set (d->maker, d->tasks[i], GUATU_TASK_DEADLINE, some_time (d));
    }
}

static void
roll_manual (Dice *d)
{
  for (guint i = 0; i < d->n; i++)
    {
      GuatuInstant start;

      if (!chance (d, 12))
        continue;
      start = at ("2024-03-04 08:00") + up_to (d, 3) * GUATU_WEEK + up_to (d, 4) * GUATU_DAY;
      maker_set (d->maker, d->tasks[i], GUATU_TASK_MODE, GUATU_MODE_MANUAL);
      maker_set (d->maker, d->tasks[i], GUATU_TASK_MANUAL_START, start);
      maker_set (d->maker, d->tasks[i], GUATU_TASK_MANUAL_FINISH, start + up_to (d, 1) * GUATU_WEEK + 9 * HOUR);
      maker_set (d->maker, d->tasks[i], GUATU_TASK_CALENDAR, GUATU_NONE);
      maker_set (d->maker, d->tasks[i], GUATU_TASK_DURATION_KIND, GUATU_DURATION_WORKING);
      d->manual_summary |= is_summary (d, i);
    }
}

static void
roll_progress (Dice *d)
{
  if (chance (d, 60))
    maker_set_plan (d->maker, GUATU_PLAN_STATUS_DATE, at ("2024-03-08 17:00") + up_to (d, 5) * GUATU_DAY);
  maker_set_plan (d->maker, GUATU_PLAN_PUSH_TO_STATUS_DATE, chance (d, 70));
  maker_set_plan (d->maker, GUATU_PLAN_RETAINED_LOGIC, chance (d, 50));

  for (guint i = 0; i < d->n; i++)
    {
      gint64 duration = guatu_plan_task (d->maker->plan, d->tasks[i])->duration;
      GuatuInstant start = some_time (d);

      if (is_summary (d, i) || guatu_plan_task (d->maker->plan, d->tasks[i])->mode == GUATU_MODE_MANUAL ||
          !chance (d, 25))
        continue;
      maker_set (d->maker, d->tasks[i], GUATU_TASK_ACTUAL_START, start);
      if (chance (d, 40))
        maker_set (d->maker, d->tasks[i], GUATU_TASK_ACTUAL_FINISH, start + up_to (d, 5) * GUATU_DAY);
      else
        maker_set (d->maker, d->tasks[i], GUATU_TASK_REMAINING, duration * up_to (d, 4) / 4);
    }
}

static void
roll_links (Dice *d)
{
  for (guint k = 0; k < d->n * 3 / 2; k++)
    {
      guint a = (guint) up_to (d, (int) d->n - 1);
      guint b = (guint) up_to (d, (int) d->n - 1);
      GuatuLinkType type = chance (d, 50) ? GUATU_LINK_FS : (GuatuLinkType) up_to (d, 3);
      GuatuLagKind kind = chance (d, 50) ? GUATU_LAG_WORKING : (GuatuLagKind) up_to (d, 3);
      gint64 lag = chance (d, 50) ? 0 : (up_to (d, 8) - 3) * 4 * HOUR;
      guint first = MIN (a, b);
      guint second = MAX (a, b);

      if (d->parts & RANDOM_PATHS)
        type = GUATU_LINK_FS;
      if (d->parts & RANDOM_SIMPLE_LINKS)
        {
          kind = GUATU_LAG_WORKING;
          lag = MAX (lag, 0);
          if (is_summary (d, a) || is_summary (d, b))
            continue;
        }
      if (kind >= GUATU_LAG_PERCENT)
        {
          if (d->manual_summary && is_summary (d, first))
            continue;
          lag = (up_to (d, 8) - 3) * 2500;
        }
      if (d->parts & RANDOM_CYCLES && chance (d, 3))
        maker_link_lag (d->maker, d->tasks[second], d->tasks[first], type, kind, lag);
      else if (!is_under (d, second, first))
        maker_link_lag (d->maker, d->tasks[first], d->tasks[second], type, kind, lag);
    }
}

Maker *
random_plan (GRand *rand, RandomParts parts, guint n_tasks)
{
  Dice d = { .rand = rand, .parts = parts, .n = n_tasks };
  g_autofree gint32 *tasks = g_new (gint32, n_tasks);

  d.maker = maker_new (g_rand_boolean (rand) ? "2024-03-04 08:00" : "2024-03-09 08:00");
  d.tasks = tasks;
  roll_tree (&d);
  if ((parts & RANDOM_PATHS) == 0)
    roll_calendars (&d);
  if (parts & RANDOM_CONSTRAINTS)
    roll_constraints (&d);
  if (parts & RANDOM_MANUAL)
    roll_manual (&d);
  if (parts & RANDOM_PROGRESS)
    roll_progress (&d);
  for (guint i = 0; i < n_tasks && parts & RANDOM_DELAYS; i++)
    if (chance (&d, 15) && !is_summary (&d, i))
      maker_set (d.maker, tasks[i], GUATU_TASK_LEVELLING_DELAY, up_to (&d, 3) * GUATU_DAY);
  roll_links (&d);
  guatu_plan_settle (d.maker->plan);

  return d.maker;
}
