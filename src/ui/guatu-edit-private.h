/* guatu-edit-private.h — what the edits behind gestures and typing share. */
#pragma once

#include "guatu-document.h"

G_BEGIN_DECLS

/* The row of a task, by its id; -1: it is gone. */
gint32   guatu_edit_find_task (GuatuDocument  *document,
                               gint64          task);

/* Says why something cannot be done, as GUATU_DOCUMENT_ERROR_INVALID; always FALSE. */
gboolean guatu_edit_refuse    (GError        **error,
                               const char     *format,
                               ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
