/* guatu-loads-private.h — the work of people and equipment that says how long a task takes (msproject §5). */
#pragma once

#include "guatu-overlay-private.h"
#include "guatu-schedule.h"

G_BEGIN_DECLS

/* One assignment that drives its task: so many seconds on a calendar, from the task's start and from where
 * its remaining part goes on (-1: as much as remains of the task). Delays are part of the first. */
typedef struct
{
  const GuatuWorktime *worktime;
  gint64               amount;
  gint64               remaining;
} GuatuLoad;

typedef struct
{
  const GuatuLoad     *loads;
  guint                n;
  const GuatuWorktime *worktime;    /* when anybody works on the task */
  gboolean             keeps_span;  /* the one load is a span that was kept */
} GuatuTaskLoads;

/*
 * The loads of all tasks. Only assignments in the role of a resource with work given count, of people,
 * equipment and units; what they add up to over a task with a working duration. A task whose span was
 * kept (GUATU_TASK_SPAN) has one load: that span.
 */
typedef struct _GuatuLoads GuatuLoads;

/* %NULL if no task has any. @tasks are the plan's, or a copy with a what-if. */
GuatuLoads           *guatu_loads_new  (const GuatuPlan    *plan,
                                        const GuatuOverlay *overlay,
                                        const GuatuTask    *tasks,
                                        guint               n_tasks,
                                        gint64              variants);
void                  guatu_loads_free (GuatuLoads         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuLoads, guatu_loads_free)

/* %NULL if its duration says how long the task takes. */
const GuatuTaskLoads *guatu_loads_of   (const GuatuLoads   *self,
                                        gint32              task);

/* Seconds that the work takes: (work − overtime) ÷ units ÷ what the contour leaves of them, rounded once. */
gint64                guatu_load_amount (gint64             work,
                                        gint64              share,
                                        GuatuContour        contour);

G_END_DECLS
