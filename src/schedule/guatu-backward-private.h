/* guatu-backward-private.h — which tasks are planned backward, and what ties them to others. */
#pragma once

#include "guatu-backward-plan.h"

G_BEGIN_DECLS

typedef struct
{
  const GuatuPlan *plan;
  gint32           task;      /* or -1 */
  gboolean        *holds;     /* by row: leaves that are planned backward, and leaves begun or done among them */
  guint           *n_in;      /* by row: leaves of the branch that are in the scope, */
  guint           *n_leaves;  /* and all of them */
} GuatuBackwardScope;

GuatuBackwardScope *guatu_backward_scope_new  (const GuatuPlan          *plan,
                                               gint32                    task);
void                guatu_backward_scope_free (GuatuBackwardScope       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuBackwardScope, guatu_backward_scope_free)

/* Whether the link leads from what is in the scope to what is not. */
gboolean            guatu_backward_scope_is_left_by (const GuatuBackwardScope *self,
                                               const GuatuLink          *link);

/* Of the leaves in the scope below @row (-1: anywhere) the one with the latest of @dates; -1: there is none. */
gint32              guatu_backward_scope_last_leaf (const GuatuBackwardScope *self,
                                               gint32                    row,
                                               const GuatuInstant       *dates);

G_END_DECLS
