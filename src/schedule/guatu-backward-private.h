/* guatu-backward-private.h — what the files that plan backward share: the scope, and what is known of it so far. */
#pragma once

#include "guatu-backward-plan.h"
#include "guatu-overlay-private.h"

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

/* Planning backward, while it goes on. */
typedef struct
{
  const GuatuPlan     *plan;
  const GuatuSchedule *now;
  GuatuBackwardScope  *scope;
  GuatuBackwardPlan   *result;
  GuatuSchedule       *late;        /* where everything is as early as it can be; its late dates count back */
  gboolean            *releases;    /* by row: what the task was not to begin before is given up */
  GuatuInstant        *caps;        /* by row: the task is asked for by this, beyond what links ask; or GUATU_NONE */
} GuatuBackward;

/* Work from @a to @b on the task's calendar; elapsed durations know none. */
gint64              guatu_backward_between     (const GuatuPlan          *plan,
                                               gint32                    row,
                                               GuatuInstant              a,
                                               GuatuInstant              b);
gboolean            guatu_backward_is_finished (const GuatuBackward      *self,
                                               gint32                    row);
gboolean            guatu_backward_has_begun   (const GuatuBackward      *self,
                                               gint32                    row);

/* As it counts: a dated kind without a date says nothing. */
GuatuConstraint     guatu_backward_constraint  (const GuatuBackward      *self,
                                               gint32                    row,
                                               GuatuInstant             *date);

/* Whether it is “no earlier than”. */
gboolean            guatu_backward_is_from_on  (GuatuConstraint           constraint);

/* Whether it is for this to say when the task begins. */
gboolean            guatu_backward_is_movable  (const GuatuBackward      *self,
                                               gint32                    row);

/* Whether the date that a task is not to begin (or be finished) before comes after what @late asks for. */
gboolean            guatu_backward_is_stopped  (const GuatuBackward      *self,
                                               const GuatuSchedule      *late,
                                               gint32                    row);

/* A number field of a task; GUATU_NONE empties it. */
void                guatu_backward_set         (GuatuOverlay             *overlay,
                                               gint32                    row,
                                               guint                     field,
                                               gint64                    value);

/* The schedule whose late dates count back from @finish. @all: every “no earlier than” is given up. @alone: as though
 * nobody outside waited for the scope. */
GuatuSchedule      *guatu_backward_count_back  (const GuatuBackward      *self,
                                               GuatuInstant              finish,
                                               gboolean                  all,
                                               gboolean                  alone,
                                               GError                  **error);

/* When the scope is finished, and what takes too long. */
void                guatu_backward_sum_up      (GuatuBackward            *self);

/* What there is to say of each task. */
gboolean            guatu_backward_tell        (GuatuBackward            *self,
                                               GError                  **error);

G_END_DECLS
