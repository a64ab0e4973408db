/* guatu-finder.h — tasks, people and units by what one remembers of them: a number, a code, a part of a name. */
#pragma once

#include "guatu-plan.h"

G_BEGIN_DECLS

typedef struct
{
  GuatuTable table;             /* GUATU_TABLE_TASK, GUATU_TABLE_UNIT or GUATU_TABLE_PERSON */
  gint32     row;
} GuatuFound;

/* What a plan's rows are called, made ready for many searches. It must not outlive the next change of the plan. */
typedef struct _GuatuFinder GuatuFinder;

GuatuFinder *guatu_finder_new    (const GuatuPlan *plan);
void         guatu_finder_free   (GuatuFinder     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuFinder, guatu_finder_free)

/**
 * guatu_finder_find:
 * @text: whatever its case: a task's number in the outline or on a ledger, its WBS code or the beginning of it, or
 *   words that all stand in a name; empty finds nothing
 *
 * Finds all of them: first what is called exactly so, then names that begin so, then those of which a word does, then
 * the others; each in the order of the outline, tasks before units before people.
 *
 * Returns: (element-type GuatuFound): free it
 */
GArray      *guatu_finder_find   (GuatuFinder     *self,
                                  const char      *text);

G_END_DECLS
