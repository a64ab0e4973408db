/* guatu-drag-new-bar.h — a bar that is drawn on empty ground, and the task that it becomes. */
#pragma once

#include "guatu-timeline-drag.h"

G_BEGIN_DECLS

/* From work to work: what lies between two dates, in whichever order they were drawn, in whole days of the plan's
 * calendar or, to the hour, in hours; at least one. */
void     guatu_new_bar_snap   (GuatuDocument  *document,
                               double          pressed,
                               double          dragged,
                               GuatuSnap       snap,
                               GuatuInstant   *start,
                               GuatuInstant   *finish);

/* One verb: a task that starts no earlier than @start and takes what work lies up to @finish; before @before, beside
 * it, or, for 0, behind all others at the top level. */
gboolean guatu_new_bar_commit (GuatuDocument  *document,
                               GuatuInstant    start,
                               GuatuInstant    finish,
                               gint64          before,
                               gint64         *id,
                               GError        **error);

G_END_DECLS
