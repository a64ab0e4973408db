/* guatu-lights.h — green, yellow, orange, red: how each task stands, and the reason that goes with it. */
#pragma once

#include "guatu-light-rules.h"
#include "guatu-progress.h"

G_BEGIN_DECLS

/* Colours get worse from green to red; none and done are no colours. */
typedef enum
{
  GUATU_LIGHT_NONE,
  GUATU_LIGHT_GREEN,
  GUATU_LIGHT_YELLOW,
  GUATU_LIGHT_ORANGE,
  GUATU_LIGHT_RED,
  GUATU_LIGHT_DONE,
  GUATU_LIGHT_N_COLOURS,
} GuatuLightColour;

/* What made the light the colour that it shows. */
typedef enum
{
  GUATU_LIGHT_RULE_NO_STATUS_DATE,
  GUATU_LIGHT_RULE_FINISHED,
  GUATU_LIGHT_RULE_NOT_DUE,
  GUATU_LIGHT_RULE_GAP,         /* points behind plan */
  GUATU_LIGHT_RULE_OVERDUE,
  GUATU_LIGHT_RULE_RAISED,      /* behind for two periods and no better now: one step worse */
  GUATU_LIGHT_RULE_RECOVERED,   /* green after a period that ended red: yellow for now */
  GUATU_LIGHT_RULE_SILENT,      /* no report in the last period and the running one: at least yellow */
  GUATU_LIGHT_RULE_WORST,       /* a summary: the worst light below it */
  GUATU_LIGHT_RULE_WEIGHTED,    /* a summary: its mean share, judged like a task's own */
  GUATU_LIGHT_RULE_OVERRIDE,    /* set by hand */
  GUATU_LIGHT_RULE_RATIO,
  GUATU_LIGHT_RULE_DAYS_LATE,
  GUATU_LIGHT_RULE_TIME_LEFT,
  GUATU_LIGHT_RULE_GATE,
  GUATU_LIGHT_RULE_THIRDS,
  GUATU_LIGHT_RULE_INACTIVE,    /* it takes no part in the plan: no light */
} GuatuLightRule;

/* Shares and gap in 1/100 %; the gap is the difference of the two rounded shares. What a summary shows by its worst
 * leaf is that leaf's, but for the shares and the gap. */
typedef struct
{
  guint8       shown;           /* GuatuLightColour */
  guint8       raw;             /* before it was set by hand, raised, recovered or held up by silence */
  guint8       rule;            /* GuatuLightRule */
  guint8       raw_rule;        /* the rule that gave the raw colour */
  gint32       cause;           /* the leaf whose light a summary shows; else the task itself */
  gint32       override;        /* the row of the override in force; -1 */
  gint32       expired;         /* the row of one that ran out in the running period or the last; -1 */
  gint64       planned;         /* GUATU_NONE without a status date */
  gint64       reported;
  gint64       gap;
  gint64       figure;          /* what the rule measured (guatu-light-rules.h); GUATU_NONE: no marks were asked */
  gint64       threshold;       /* the mark or gate that decided; GUATU_NONE: none was passed */
  gint64       green_from;      /* the smallest share whose report would turn it green; GUATU_NONE: no report does */
  GuatuInstant due;             /* the deadline, else the reference finish */
  GuatuInstant since;           /* the day since which the raw colour holds, or the override; GUATU_NONE: it has none */
} GuatuLight;

typedef struct _GuatuLights GuatuLights;

/**
 * guatu_lights_new:
 * @schedule: (nullable): the plan's schedule, where there is one already
 * @status_date: the instant at which to look; GUATU_NONE: there are no lights
 *
 * The light of every task under the plan's rule set, overrides and roll-up (planning.md *Lights*). Nothing counts
 * that is dated after the day of @status_date: no report, no actual date, no override. The clock is not asked.
 * @error is set, and %NULL returned, only where the tasks form a cycle.
 */
GuatuLights      *guatu_lights_new    (const GuatuPlan     *plan,
                                       const GuatuSchedule *schedule,
                                       GuatuInstant         status_date,
                                       GError             **error);

/**
 * guatu_lights_new_with_shares:
 * @reported: (out) (optional): as guatu_progress_reported() has them; free it
 * @planned: (out) (optional) (nullable): as guatu_progress_planned() has them, %NULL without a status date; free it
 *
 * The same, with the shares that the lights were judged by: all of it rests on one reference.
 */
GuatuLights      *guatu_lights_new_with_shares (const GuatuPlan *plan,
                                       const GuatuSchedule *schedule,
                                       GuatuInstant         status_date,
                                       gint64             **reported,
                                       gint64             **planned,
                                       GError             **error);
void              guatu_lights_free   (GuatuLights         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuLights, guatu_lights_free)

/* The light of a task row. */
const GuatuLight *guatu_lights_get    (const GuatuLights   *self,
                                       gint32               task);

/* The rules that the lights were given by. */
const GuatuLightRules *guatu_lights_rules (const GuatuLights *self);

/* "green", "orange", "done", "none": the form of files and of the command line. */
const char       *guatu_light_name    (GuatuLightColour     colour);

/* The same for a person, in the reader's language. */
const char       *guatu_light_label   (GuatuLightColour     colour);

/* "gap", "overdue", "raised". */
const char       *guatu_light_rule_name (GuatuLightRule     rule);

/* The colour of an override. */
GuatuLightColour  guatu_light_of_override (GuatuOverrideColour colour);

/* Of two lights the worse: a colour by its place, then none, then done. Positive if @a is worse. */
int               guatu_light_compare (GuatuLightColour     a,
                                       GuatuLightColour     b);

/* Which rule, which figures, which threshold, and what would turn it green; in the reader's
 * language. Free it. */
char             *guatu_light_reason  (const GuatuLights   *self,
                                       const GuatuPlan     *plan,
                                       gint32               task);

G_END_DECLS
