/* guatu-fragment.h — tasks taken out of a plan, with all that they need to stand in another. */
#pragma once

#include "guatu-plan.h"

G_BEGIN_DECLS

/**
 * guatu_fragment_new:
 * @tasks: rows of tasks; what lies below them comes along
 * @progress: whether what has been done comes along too
 *
 * A plan that holds copies of the tasks and of what hangs on them: links among them, assignments, key nodes, places on
 * ledgers, interruptions, targets, custom values; further what these refer to: units and people with those above
 * them, calendars, ledgers, categories, custom fields. Of the plan's settings only those that its figures are read by
 * come along, and its calendar. Ids stay as they are, and tasks their order; links to other tasks are left out.
 *
 * A copy is a new task, on which nobody has worked. So without @progress there are no actual dates, remaining
 * durations, actual work and investment, reports, lights set by hand, baselines and dates agreed anew, key nodes are
 * open, and nothing says what an imported file called the task or recorded of it.
 *
 * Returns: a settled plan; free it
 */
GuatuPlan *guatu_fragment_new     (const GuatuPlan *plan,
                                   const gint32    *tasks,
                                   guint            n,
                                   gboolean         progress);

/* Whether the field says what became of the row, and not what was planned: a copy on which nobody has worked has it
 * empty. */
gboolean   guatu_field_tells_progress (GuatuTable    table,
                                   guint             field);

/* The tasks of a fragment that stand under no other. */
guint      guatu_fragment_n_roots (const GuatuPlan *fragment);

G_END_DECLS
