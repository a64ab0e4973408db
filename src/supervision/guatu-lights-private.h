/* guatu-lights-private.h — what the parts of the light rules hand to each other: periods, readings, history. */
#pragma once

#include "guatu-lights.h"
#include "guatu-reference-private.h"

G_BEGIN_DECLS

/* Periods (guatu-lights-period.c) ------------------------------------------------------------------ */

/* The first and last day (midnights) of a report period. */
typedef struct
{
  GuatuInstant first;
  GuatuInstant last;
} GuatuPeriod;

/* The period that holds @instant. */
GuatuPeriod guatu_period_at       (GuatuReportCycle  cycle,
                                   GuatuInstant      instant);

/* The period before @period. */
GuatuPeriod guatu_period_before   (GuatuReportCycle  cycle,
                                   GuatuPeriod       period);

/* The last period that ended on or before the day of @instant. */
GuatuPeriod guatu_period_closed   (GuatuReportCycle  cycle,
                                   GuatuInstant      instant);

/* Those that are looked at from an instant: the one that holds it, the last one that has ended, and what came before
 * each of them. */
typedef struct
{
  GuatuPeriod running;
  GuatuPeriod before_running;
  GuatuPeriod closed;
  GuatuPeriod before_closed;
} GuatuPeriods;

#define GUATU_N_CYCLES (GUATU_CYCLE_QUARTER + 1)

GuatuPeriods guatu_periods_from   (GuatuReportCycle  cycle,
                                   GuatuInstant      instant);

/* One task at one instant (guatu-lights-judge.c) ----------------------------------------------------- */

/* What the rules look at while they judge one plan. */
typedef struct
{
  const GuatuPlan      *plan;
  const GuatuReference *reference;
  GuatuLightRules       rules;
  GuatuInstant          status_date;
  double               *scratch;      /* shares by task row */
  GuatuPeriods          periods[GUATU_N_CYCLES];    /* from the status date, if there is one */
} GuatuJudge;

/* The raw light; members as in GuatuLight. @gate: the share that quarter gates ask for now, to be green. */
typedef struct
{
  GuatuLightColour colour;
  GuatuLightRule   rule;
  gint64           planned;
  gint64           reported;
  gint64           gap;
  gint64           figure;
  gint64           threshold;
  gint64           gate;
  GuatuInstant     due;
} GuatuReading;

/* The task at @place of the outline at @date: its raw light from two shares that are known … */
GuatuReading guatu_judge_shares   (const GuatuJudge   *self,
                                   guint               place,
                                   GuatuInstant        date,
                                   double              planned,
                                   double              reported);

/* … and from what was planned and reported then. */
GuatuReading guatu_judge_at       (const GuatuJudge   *self,
                                   guint               place,
                                   GuatuInstant        date);

/* Reads the two shares in @reading under a rule that looks at nothing else: points, or ratio. */
void        guatu_judge_by_shares (const GuatuLightRules *rules,
                                   GuatuReading       *reading);

/* The smallest share whose report would turn the light green; GUATU_NONE if no report does. */
gint64      guatu_judge_green_from (const GuatuJudge  *self,
                                   const GuatuReading *reading);

/* What other periods say (guatu-lights-history.c) ----------------------------------------------------- */

/* The first day of the unbroken stretch up to the status date in which the raw light is of @colour. */
GuatuInstant guatu_judge_since    (const GuatuJudge   *self,
                                   guint               place,
                                   GuatuLightColour    colour,
                                   GuatuInstant        due);

/* Behind in the last two closed periods, no better in the second, and no better in @now. */
gboolean    guatu_judge_is_raised (const GuatuJudge   *self,
                                   guint               place,
                                   GuatuLightColour    now);

/* The period before the one that holds the status date ended red. */
gboolean    guatu_judge_was_red   (const GuatuJudge   *self,
                                   guint               place);

/* Neither the last closed period nor the running one holds a report of this very task. */
gboolean    guatu_judge_is_silent (const GuatuJudge   *self,
                                   guint               place);

/* The override in force on the day of the status date, the latest set of several; -1. @expired takes one that ran
 * out in the running period or the last closed one; -1. */
gint32      guatu_judge_override  (const GuatuJudge   *self,
                                   guint               place,
                                   gint32             *expired);

G_END_DECLS
