/* guatu-step-work.h — undo and redo of what was large, in a thread. */
#pragma once

#include <gio/gio.h>

#include "guatu-document.h"

G_BEGIN_DECLS

/* Whether what undo, or redo, would take now is so much that the window should not wait for it. */
gboolean guatu_step_work_is_long (GuatuDocument       *document,
                                  gboolean             redo);

/* Takes the newest edit back, or does it again. @document must not be edited until that is finished. */
void     guatu_step_work_run     (GuatuDocument       *document,
                                  gboolean             redo,
                                  GAsyncReadyCallback  callback,
                                  gpointer             data);
gboolean guatu_step_work_finish  (GAsyncResult        *result,
                                  GError             **error);

G_END_DECLS
