/* guatu-unit-lights.h — how each unit and task force stands: the worst light of its tasks, mean shares and pace. */
#pragma once

#include "guatu-lights.h"
#include "guatu-pace.h"

G_BEGIN_DECLS

/*
 * A unit answers for the tasks that it is assigned to as lead unit or as task force, and not for those in which it
 * only supports. @shown is the worst light that these tasks show, be they leaves or summaries; where the plan's
 * roll-up is weighted, the light that the rule set gives to their mean shares. The mean and the pace count a task
 * that lies below another one of the unit's only once, as part of that one; they weigh as children of a summary do.
 * Under a rule of days and not of shares the worst light stands in any case.
 */
typedef struct
{
  gint32           unit;            /* its row */
  guint            n_tasks;         /* assigned, those below one another too; 0: it has no light */
  guint            n_lights[GUATU_LIGHT_N_COLOURS];     /* how many of them show which light */
  GuatuLightColour shown;
  GuatuLightRule   rule;            /* worst or weighted; of no light why there is none */
  gint32           cause;           /* the task that makes the light; -1 with none, or with a mean */
  gint64           gap;             /* planned less reported, in 1/100 %; GUATU_NONE without a status date */
  GuatuPace        pace;            /* from the first start to the last due date of its tasks, on the unit's
                                     * calendar, else the plan's */
} GuatuUnitLight;

/**
 * guatu_unit_lights_new:
 * @lights: the lights of the same plan, as of the same instant
 * @n: (out): how many
 *
 * Every unit of the plan in the order of its list; free it with g_free(). @error is set, and %NULL returned, only
 * where the tasks form a cycle.
 */
GuatuUnitLight *guatu_unit_lights_new (const GuatuPlan     *plan,
                                       const GuatuSchedule *schedule,
                                       const GuatuLights   *lights,
                                       GuatuInstant         status_date,
                                       guint               *n,
                                       GError             **error);

G_END_DECLS
