/* guatu-comparison.h — two states of a plan held against each other: what differs, by task, in words. */
#pragma once

#include "guatu-change-words.h"
#include "guatu-plan-at.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *rows;          /* GuatuRowChange: a task's together, in the order of the outline; then those of no task */
  guint      n_tasks;       /* tasks that differ in anything, and how many of them */
  guint      n_added;
  guint      n_removed;
  guint      n_moved;       /* were given other dates */
} GuatuComparison;

void             guatu_comparison_free   (GuatuComparison     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuComparison, guatu_comparison_free)

/* A task whose dates alone have moved has a row as well; its fields are GUATU_FIELD_SCHEDULED. Fields that are mere
 * numbers are left out. A plan whose tasks form a cycle has no dates to compare. */
GuatuComparison *guatu_comparison_new    (const GuatuPlan     *before,
                                          const GuatuPlan     *after);

/* The states after two entries of a journal, 0 standing for now. The file is only read. */
GuatuComparison *guatu_comparison_of_entries (GuatuStore      *store,
                                          gint64               before,
                                          gint64               after,
                                          GuatuProgressFunc    progress,
                                          gpointer             data,
                                          GError             **error);

/* "12 tasks differ: 2 added, 1 removed, 5 moved". Free it. */
char            *guatu_comparison_title  (const GuatuComparison *self);

G_END_DECLS
