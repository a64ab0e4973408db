/* guatu-drag-progress.h — the share done of a bar that is pulled on: what may be reported, and the report. */
#pragma once

#include "guatu-document.h"

G_BEGIN_DECLS

/* %FALSE with @error, for people, where nothing can be reported of the task on @day. */
gboolean guatu_drag_progress_check  (GuatuDocument  *document,
                                     gint64          task,
                                     GuatuInstant    day,
                                     GError        **error);

/* The share that was reported last. */
gint64   guatu_drag_progress_share  (GuatuDocument  *document,
                                     gint64          task);

/* The share where @date, a place on the task's bar, parts what is done from what is not; in steps of @step. A milestone
 * is reached or is not. */
gint64   guatu_drag_progress_at     (GuatuDocument  *document,
                                     gint64          task,
                                     double          date,
                                     gint64          step);

/* The next whole step of 5 % on (@direction 1) or back (-1). */
gint64   guatu_drag_progress_step   (GuatuDocument  *document,
                                     gint64          task,
                                     int             direction);

/* The day of which reports are made: the status date, or @today where the plan has none. */
GuatuInstant guatu_drag_progress_day (GuatuDocument *document,
                                     GuatuInstant    today);

/* One report, in one entry of the journal; nothing where that was reported already. */
gboolean guatu_drag_progress_commit (GuatuDocument  *document,
                                     gint64          task,
                                     GuatuInstant    day,
                                     gint64          share,
                                     GError        **error);

/* The same step of each task, in one entry; of several, those with subtasks follow from these. */
gboolean guatu_drag_progress_step_all (GuatuDocument *document,
                                     const gint64   *tasks,
                                     guint           n,
                                     int             direction,
                                     GuatuInstant    day,
                                     GError        **error);

G_END_DECLS
