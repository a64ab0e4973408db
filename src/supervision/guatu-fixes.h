/* guatu-fixes.h — the Five Fixes: what every item of a ledger must have before it may be issued (PB-09). */
#pragma once

#include "guatu-plan.h"

G_BEGIN_DECLS

typedef enum
{
  GUATU_FIX_PERSON         = 1 << 0,    /* somebody answers for it by name */
  GUATU_FIX_MATTER         = 1 << 1,    /* what is to be done */
  GUATU_FIX_GOAL           = 1 << 2,
  GUATU_FIX_RESPONSIBILITY = 1 << 3,    /* a unit leads it */
  GUATU_FIX_DEADLINE       = 1 << 4,
  GUATU_ALL_FIXES          = (1 << 5) - 1,
} GuatuFixes;

/* Those that the task has. */
guint guatu_task_fixes  (const GuatuPlan *plan,
                         gint32           task);

/* Of the fix at place @i, from 0: "goal", the form of files and of the command line; %NULL behind the last. */
const char *guatu_fix_name (guint i);

/* "complete", or "missing: goal, deadline". Free it. */
char *guatu_words_fixes (guint            fixes);

G_END_DECLS
