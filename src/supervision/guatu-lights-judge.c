/* guatu-lights-judge.c — the raw light of one task at one instant, under each of the rules. */
#include "guatu-lights-private.h"

#define ALL 10000

/* The gates of a year whose rule set names none: 20, 50 and 75 %. */
static const gint64 usual_gates[] = { 2000, 5000, 7500 };

static gint32
task_at (const GuatuJudge *self, guint place)
{
  guint n;

  return guatu_plan_outline (self->plan, &n)[place];
}

static guint
branch_size (const GuatuJudge *self, guint place)
{
  return guatu_plan_is_summary (self->plan, task_at (self, place)) ? guatu_branch_size (self->plan, place) : 1;
}

static double
planned_at (const GuatuJudge *self, guint place, GuatuInstant date)
{
  guatu_reference_planned (self->reference, date, place, branch_size (self, place), self->scratch);
  return self->scratch[task_at (self, place)];
}

static double
reported_at (const GuatuJudge *self, guint place, GuatuInstant date)
{
  guatu_reference_reported (self->reference, date, place, branch_size (self, place), self->scratch);
  return self->scratch[task_at (self, place)];
}

/* Marks -------------------------------------------------------------------------------------------------- */

/* The worst colour whose mark the figure has passed. */
static void
read_marks (const GuatuLightRules *rules, GuatuReading *reading)
{
  const struct { GuatuLightColour colour; gint64 mark; } marks[] = {
    { GUATU_LIGHT_RED, rules->red_from },
    { GUATU_LIGHT_ORANGE, rules->orange_from },
    { GUATU_LIGHT_YELLOW, rules->yellow_from },
  };

  reading->colour = GUATU_LIGHT_GREEN;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (guatu_light_rules_pass (rules, reading->figure, marks[i].mark))
      {
        reading->colour = marks[i].colour;
        reading->threshold = marks[i].mark;
        return;
      }
}

/* What is missing of the plan, in 1/100 % of it, half up. Nothing is missing where nothing is planned. */
static gint64
shortfall (gint64 planned, gint64 reported)
{
  return planned > 0 && planned > reported ? ((planned - reported) * ALL * 2 + planned) / (2 * planned) : 0;
}

void
guatu_judge_by_shares (const GuatuLightRules *rules, GuatuReading *reading)
{
  reading->gap = reading->planned - reading->reported;
  if (rules->rule == GUATU_RULE_RATIO)
    {
      reading->rule = GUATU_LIGHT_RULE_RATIO;
      reading->figure = shortfall (reading->planned, reading->reported);
    }
  else
    {
      reading->rule = GUATU_LIGHT_RULE_GAP;
      reading->figure = reading->gap;
    }
  read_marks (rules, reading);
}

/* Time --------------------------------------------------------------------------------------------------- */

/* How much of the time from the reference start to the due instant lies before @date, in 1/100 %, half up. */
static gint64
time_over (const GuatuJudge *self, gint32 task, GuatuInstant date, GuatuInstant due)
{
  const GuatuWorktime *worktime = guatu_plan_task_worktime (self->plan, task);
  GuatuInstant start = self->reference->start[task];
  gint64 given = due - start;
  gint64 past = date - start;

  if (guatu_plan_task (self->plan, task)->duration_kind == GUATU_DURATION_WORKING &&
      guatu_worktime_work (worktime, start, due) > 0)
    {
      given = guatu_worktime_work (worktime, start, due);
      past = guatu_worktime_work (worktime, start, date);
    }
  /* A milestone has no time of its own: it is due or it is not. */
  if (given <= 0)
    return date < due ? 0 : ALL;

  return guatu_share_round ((double) ALL * (double) CLAMP (past, 0, given) / (double) given);
}

/* Green until it is due, then yellow until a new date that was agreed. */
static void
read_thirds (const GuatuJudge *self, gint32 task, GuatuInstant date, GuatuReading *reading)
{
  static const gint64 marks[] = { 6667, 3333 };
  gint64 agreed = guatu_plan_task_number (self->plan, task, GUATU_TASK_AGREED_FINISH);

  reading->figure = time_over (self, task, date, reading->due);
  reading->colour = GUATU_LIGHT_GREEN;
  for (guint i = 0; i < G_N_ELEMENTS (marks) && reading->threshold == GUATU_NONE; i++)
    if (reading->figure >= marks[i])
      reading->threshold = marks[i];

  if (reading->due < date)
    {
      reading->colour = agreed != GUATU_NONE && agreed >= date ? GUATU_LIGHT_YELLOW : GUATU_LIGHT_RED;
      reading->threshold = ALL;
    }
}

/* Gates -------------------------------------------------------------------------------------------------- */

/* The share of the task at the gate after @quarter (0 … 3; -1: the year's beginning) of the year of @date. */
static gint64
gate_share (const GuatuLightRules *rules, int quarter, double before, double after)
{
  const gint64 marks[] = { rules->yellow_from, rules->orange_from, rules->red_from };
  gint64 gate = ALL;

  if (quarter < 0)
    gate = 0;
  else if (quarter < 3)
    gate = marks[quarter] != GUATU_NONE ? marks[quarter] : usual_gates[quarter];

  return guatu_share_round (before + (after - before) * (double) MIN (gate, ALL) / ALL);
}

static void
read_gates (const GuatuJudge *self, guint place, GuatuInstant date, GuatuReading *reading)
{
  GuatuCivil civil = guatu_instant_to_civil (date);
  int quarter = (civil.month - 1) / 3;
  GuatuInstant year = guatu_instant_from_civil ((GuatuCivil) { .year = civil.year, .month = 1, .day = 1 });
  GuatuInstant running = guatu_instant_add_months (year, 3 * quarter);
  double before = planned_at (self, place, year);
  double after = planned_at (self, place, guatu_instant_add_months (year, 12));
  gint64 last = gate_share (&self->rules, quarter - 1, before, after);
  gint64 next = gate_share (&self->rules, quarter, before, after);

  gboolean is_last_month = (civil.month - 1) % 3 == 2;

  /* A gate that lies before the task was to begin asks nothing of it. */
  if (self->reference->start[task_at (self, place)] >= running)
    last = GUATU_NONE;

  reading->figure = reading->reported;
  reading->colour = GUATU_LIGHT_GREEN;
  reading->gate = is_last_month ? next : last;
  reading->threshold = reading->gate;
  if (last != GUATU_NONE && !guatu_light_rules_pass (&self->rules, reading->figure, last))
    {
      reading->colour = GUATU_LIGHT_RED;
      reading->threshold = last;
    }
  else if (is_last_month && !guatu_light_rules_pass (&self->rules, reading->figure, next))
    {
      reading->colour = GUATU_LIGHT_YELLOW;
    }
}

/* The rules ----------------------------------------------------------------------------------------------- */

static void
read_rule (const GuatuJudge *self, guint place, GuatuInstant date, GuatuReading *reading)
{
  gint32 task = task_at (self, place);

  switch (self->rules.rule)
    {
    case GUATU_RULE_DAYS_LATE:
      reading->rule = GUATU_LIGHT_RULE_DAYS_LATE;
      reading->figure = MAX (guatu_instant_day (date) - guatu_instant_day (reading->due), 0);
      read_marks (&self->rules, reading);
      break;
    case GUATU_RULE_TIME_LEFT:
      reading->rule = GUATU_LIGHT_RULE_TIME_LEFT;
      reading->figure = ALL - time_over (self, task, date, reading->due);
      read_marks (&self->rules, reading);
      break;
    case GUATU_RULE_QUARTER_GATES:
      reading->rule = GUATU_LIGHT_RULE_GATE;
      read_gates (self, place, date, reading);
      break;
    case GUATU_RULE_THIRDS:
      reading->rule = GUATU_LIGHT_RULE_THIRDS;
      read_thirds (self, task, date, reading);
      break;
    case GUATU_RULE_POINTS:
    case GUATU_RULE_RATIO:
    default:
      guatu_judge_by_shares (&self->rules, reading);
    }
}

static gboolean
has_begun (const GuatuJudge *self, gint32 task, GuatuInstant date)
{
  gint64 actual_start = guatu_plan_task_number (self->plan, task, GUATU_TASK_ACTUAL_START);

  return actual_start != GUATU_NONE && guatu_instant_day (actual_start) <= guatu_instant_day (date);
}

/* Whether the rule itself has a word for what is overdue. */
static gboolean
speaks_of_overdue (const GuatuLightRules *rules)
{
  return rules->rule == GUATU_RULE_DAYS_LATE || rules->rule == GUATU_RULE_THIRDS;
}

GuatuReading
guatu_judge_shares (const GuatuJudge *self, guint place, GuatuInstant date, double planned, double reported)
{
  gint32 task = task_at (self, place);
  gint64 deadline = guatu_plan_task_number (self->plan, task, GUATU_TASK_DEADLINE);
  GuatuReading reading = {
    .planned = guatu_share_round (planned), .reported = guatu_share_round (reported),
    .figure = GUATU_NONE, .threshold = GUATU_NONE, .gate = GUATU_NONE,
  };

  reading.gap = reading.planned - reading.reported;
  reading.due = deadline != GUATU_NONE ? deadline : self->reference->finish[task];

  if (reading.reported >= ALL)
    {
      reading.colour = GUATU_LIGHT_DONE;
      reading.rule = GUATU_LIGHT_RULE_FINISHED;
    }
  else if (reading.due < date && self->rules.overdue_is_red && !speaks_of_overdue (&self->rules))
    {
      reading.colour = GUATU_LIGHT_RED;
      reading.rule = GUATU_LIGHT_RULE_OVERDUE;
    }
  /* A start still to come is no excuse for a deadline gone by. */
  else if (self->reference->start[task] >= date && !has_begun (self, task, date) && reading.reported == 0 &&
           !(reading.due < date && speaks_of_overdue (&self->rules)))
    {
      reading.colour = GUATU_LIGHT_NONE;
      reading.rule = GUATU_LIGHT_RULE_NOT_DUE;
    }
  else
    {
      read_rule (self, place, date, &reading);
    }

  return reading;
}

GuatuReading
guatu_judge_at (const GuatuJudge *self, guint place, GuatuInstant date)
{
  double planned = planned_at (self, place, date);
  double reported = reported_at (self, place, date);

  return guatu_judge_shares (self, place, date, planned, reported);
}

gint64
guatu_judge_green_from (const GuatuJudge *self, const GuatuReading *reading)
{
  const GuatuLightRules *rules = &self->rules;
  gint64 mark = guatu_light_rules_first_mark (rules);
  gint64 share = reading->reported;

  if (reading->rule == GUATU_LIGHT_RULE_GATE && reading->gate != GUATU_NONE)
    return MIN (reading->gate + (rules->inclusive ? 0 : 1), ALL);
  if (reading->rule == GUATU_LIGHT_RULE_GAP && mark != GUATU_NONE)
    return CLAMP (reading->planned - mark + (rules->inclusive ? 1 : 0), 0, ALL);
  if (reading->rule != GUATU_LIGHT_RULE_RATIO || mark == GUATU_NONE)
    return GUATU_NONE;

  /* Just where the mark lies, and then the hundredth that rounding may add. */
  share = CLAMP (reading->planned - reading->planned * MIN (mark, ALL) / ALL - 1, 0, ALL);
  while (share < ALL && guatu_light_rules_pass (rules, shortfall (reading->planned, share), mark))
    share++;
  return share;
}
