/* guatu-drag-snap.h — where a bar comes to stand that is pulled by so much. */
#pragma once

#include "guatu-timeline-drag.h"

G_BEGIN_DECLS

/* To whole units, the nearest. */
gint64       guatu_snap_nearest      (gint64           amount,
                                      gint64           unit);

/* The start of the bar, or its end where that is what is pulled, moved by @delta seconds and then on to where work can
 * start or end. @row: of its task. */
GuatuInstant guatu_drag_snap         (const GuatuDrag *self,
                                      const GuatuPlan *plan,
                                      gint32           row,
                                      gint64           delta,
                                      GuatuSnap        snap);

/* In the task's own time: working, or wall-clock if it is elapsed. */
gint64       guatu_drag_time_between (const GuatuPlan *plan,
                                      gint32           row,
                                      GuatuInstant     a,
                                      GuatuInstant     b);
GuatuInstant guatu_drag_add_time     (const GuatuPlan *plan,
                                      gint32           row,
                                      GuatuInstant     t,
                                      gint64           amount);

G_END_DECLS
