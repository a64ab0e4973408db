/* guatu-lights.h — green, yellow, orange, red: how each task stands, and the reason that goes with it. */
#pragma once

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
} GuatuLightRule;

/* Shares and gap in 1/100 %; the gap is the difference of the two rounded shares. */
typedef struct
{
  guint8       shown;           /* GuatuLightColour */
  guint8       raw;             /* before it was raised, recovered or held up by silence */
  guint8       rule;            /* GuatuLightRule */
  gint32       cause;           /* the leaf whose light a summary shows; else the task itself */
  gint64       planned;         /* GUATU_NONE without a status date */
  gint64       reported;
  gint64       gap;
  gint64       threshold;       /* the mark that the gap has passed; 0 if none */
  GuatuInstant due;             /* the deadline, else the reference finish */
  GuatuInstant since;           /* the day since which the raw colour holds; GUATU_NONE if it has none */
} GuatuLight;

typedef struct _GuatuLights GuatuLights;

/**
 * guatu_lights_new:
 * @schedule: (nullable): the plan's schedule, where there is one already
 * @status_date: the instant at which to look; GUATU_NONE: there are no lights
 *
 * The light of every task under the default rule set (planning.md *Lights*).
 */
GuatuLights      *guatu_lights_new    (const GuatuPlan     *plan,
                                       const GuatuSchedule *schedule,
                                       GuatuInstant         status_date,
                                       GError             **error);
void              guatu_lights_free   (GuatuLights         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuLights, guatu_lights_free)

/* The light of a task row. */
const GuatuLight *guatu_lights_get    (const GuatuLights   *self,
                                       gint32               task);

/* "green", "orange", "done", "none": the form of files and of the command line. */
const char       *guatu_light_name    (GuatuLightColour     colour);

/* The same for a person, in the reader's language. */
const char       *guatu_light_label   (GuatuLightColour     colour);

/* "gap", "overdue", "raised". */
const char       *guatu_light_rule_name (GuatuLightRule     rule);

/* Which rule, which figures, which threshold, and what would turn it green; in the reader's
 * language. Free it. */
char             *guatu_light_reason  (const GuatuLights   *self,
                                       const GuatuPlan     *plan,
                                       gint32               task);

G_END_DECLS
