/* guatu-key-node-page.h — all key nodes of the plan: listed, sorted, filtered, ticked off, changed. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-document.h"
#include "guatu-key-nodes.h"
#include "guatu-plain-table.h"

G_BEGIN_DECLS

#define GUATU_TYPE_KEY_NODE_PAGE (guatu_key_node_page_get_type ())

/**
 * GuatuKeyNodePage:
 *
 * Insert adds one, F2 changes it, Ctrl+R says that those selected are reached, Delete removes them, Enter leads to the
 * task.
 *
 * Signals: ::removed (const char *what); ::failed (const char *message).
 */
G_DECLARE_FINAL_TYPE (GuatuKeyNodePage, guatu_key_node_page, GUATU, KEY_NODE_PAGE, GtkWidget)

GtkWidget       *guatu_key_node_page_new       (GuatuDocument    *document);

void             guatu_key_node_page_refresh   (GuatuKeyNodePage *self);

/* @states: bit per GuatuNodeState; 0: all. */
void             guatu_key_node_page_filter    (GuatuKeyNodePage *self,
                                                guint             states);
void             guatu_key_node_page_search    (GuatuKeyNodePage *self,
                                                const char       *text);
void             guatu_key_node_page_sort      (GuatuKeyNodePage *self,
                                                GuatuNodeSort     sort,
                                                gboolean          descending);

/* Selects it and brings it into sight, letting go of what hides it. */
gboolean         guatu_key_node_page_select    (GuatuKeyNodePage *self,
                                                gint64            node);

GuatuPlainTable *guatu_key_node_page_get_table (GuatuKeyNodePage *self);

/* "12 key nodes: 3 overdue, 2 due within two weeks". */
const char      *guatu_key_node_page_get_count (GuatuKeyNodePage *self);

G_END_DECLS
