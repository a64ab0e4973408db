/* guatu-key-node-form.h — the form of a key node: its name, when it is to be reached, and when it was. */
#pragma once

#include "guatu-document.h"
#include "guatu-form-popover.h"

G_BEGIN_DECLS

/* Of the key node @node of @task; 0: of one that is to be. It carries out one verb when it is told to. */
GtkWidget *guatu_key_node_form_new (GuatuDocument *document,
                                    gint64         task,
                                    gint64         node);

G_END_DECLS
