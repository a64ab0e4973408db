/* guatu-drag-key-node.h — a key node that is dragged along its bar, made and taken out. */
#pragma once

#include "guatu-timeline-drag.h"

G_BEGIN_DECLS

/* %FALSE with @error, for people, where the key node, by its id, cannot be moved. */
gboolean     guatu_key_node_check   (GuatuDocument  *document,
                                     gint64          key_node,
                                     GError        **error);

/* Where it is; GUATU_NONE: nowhere. */
GuatuInstant guatu_key_node_when    (GuatuDocument  *document,
                                     gint64          key_node);

/* That moved by @delta seconds: by days to the end of a day's work, or by hours. */
GuatuInstant guatu_key_node_snap    (GuatuDocument  *document,
                                     gint64          key_node,
                                     gint64          delta,
                                     GuatuSnap       snap);

/* The end of the next day of work, or of the one before: what a key does. */
GuatuInstant guatu_key_node_step    (GuatuDocument  *document,
                                     gint64          key_node,
                                     int             direction);

/* One verb; nothing where it is there already. A key node at a share of its task's span stands at a date from then
 * on. */
gboolean     guatu_key_node_move    (GuatuDocument  *document,
                                     gint64          key_node,
                                     GuatuInstant    t,
                                     GError        **error);

/* A new one on the task at the end of the day of @t. */
gboolean     guatu_key_node_add     (GuatuDocument  *document,
                                     gint64          task,
                                     GuatuInstant    t,
                                     gint64         *id,
                                     GError        **error);

/* Reached on @day, at the end of work; one that was reached is not after all. */
gboolean     guatu_key_node_toggle  (GuatuDocument  *document,
                                     gint64          key_node,
                                     GuatuInstant    day,
                                     GError        **error);

G_END_DECLS
