/* guatu-limits.h — how many may own a project that is on a task board or a plaque list: one or two of each (QX-08). */
#pragma once

#include "guatu-plan.h"

G_BEGIN_DECLS

/* At least one and at most two lead executives, and as many heads of lead units. */
#define GUATU_LIMIT_LEAST 1
#define GUATU_LIMIT_MOST  2

typedef enum
{
  GUATU_LIMIT_FEW_EXECUTIVES  = 1 << 0,
  GUATU_LIMIT_MANY_EXECUTIVES = 1 << 1,
  GUATU_LIMIT_FEW_HEADS       = 1 << 2,
  GUATU_LIMIT_MANY_HEADS      = 1 << 3,
} GuatuLimitFaults;

/* The rule is looked at, never enforced: a plan is often filled in before everybody is named. */
typedef struct
{
  gint32 task;
  gint32 ledger;                /* the first task board or plaque list on which it stands; -1: on none, and no rule */
  guint  n_executives;
  guint  n_heads;
  guint  faults;                /* GuatuLimitFaults; 0: all is as it should be */
} GuatuLimit;

/* How the task stands. Whoever is named twice in a role counts once. */
GuatuLimit  guatu_limit_of    (const GuatuPlan  *plan,
                               gint32            task);

/* Those that break the rule, in the order of the outline; inactive tasks are passed over. An array of GuatuLimit;
 * unref it. */
GArray     *guatu_limits_new  (const GuatuPlan  *plan);

/* "3 lead executives: at most 2 may be. No lead-unit head: name 1 or 2." "" where nothing is wrong. Free it. */
char       *guatu_limit_words (const GuatuLimit *self);

G_END_DECLS
