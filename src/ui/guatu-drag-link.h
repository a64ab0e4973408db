/* guatu-drag-link.h — links that are drawn, typed, taken out, and made between all that is selected: each one verb. */
#pragma once

#include "guatu-document.h"

G_BEGIN_DECLS

/* A link between two ends of bars: the start, or the finish, of each. A link that is there keeps its lag. */
GuatuLinkType  guatu_drag_link_type  (gboolean             from_finish,
                                      gboolean             to_finish);
gboolean       guatu_drag_link       (GuatuDocument       *document,
                                      gint64               from,
                                      gint64               to,
                                      GuatuLinkType        type,
                                      GError             **error);

/* The link, by its id, is no more. */
gboolean       guatu_link_remove     (GuatuDocument       *document,
                                      gint64               link,
                                      GError             **error);

/* Reads "2d", "+2d", "-50%", "FS+2d" or "ff", for a link of @type, or of the type that @text names. */
gboolean       guatu_link_lag_parse  (const GuatuPlan     *plan,
                                      const char          *text,
                                      GuatuLinkType       *type,
                                      GuatuDuration       *lag,
                                      GError             **error);

/* Links the two by what is typed of the lag. */
gboolean       guatu_tasks_link_by   (GuatuDocument       *document,
                                      gint64               from,
                                      gint64               to,
                                      GuatuLinkType        type,
                                      const char          *lag,
                                      GError             **error);

/* Gives the link another type and lag. */
gboolean       guatu_link_set        (GuatuDocument       *document,
                                      gint64               link,
                                      GuatuLinkType        type,
                                      const char          *lag,
                                      GError             **error);

/* Takes out all links between any two of the tasks, in one entry; %FALSE with @error where there are none. */
gboolean       guatu_tasks_unlink    (GuatuDocument       *document,
                                      const gint64        *tasks,
                                      guint                n,
                                      GError             **error);

G_END_DECLS
