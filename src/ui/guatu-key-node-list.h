/* guatu-key-node-list.h — the key nodes of a task: dated marks that are to be reached. */
#pragma once

#include "guatu-part-list.h"

G_BEGIN_DECLS

#define GUATU_TYPE_KEY_NODE_LIST (guatu_key_node_list_get_type ())

/**
 * GuatuKeyNodeList:
 *
 * A row for each, by date. A tick says that a node was reached, on the status date, or today; the form behind it says
 * another day.
 */
G_DECLARE_FINAL_TYPE (GuatuKeyNodeList, guatu_key_node_list, GUATU, KEY_NODE_LIST, GuatuPartList)

GtkWidget *guatu_key_node_list_new (GuatuDocument    *document);

/* Shows the form for a new one. */
void       guatu_key_node_list_add (GuatuKeyNodeList *self);

G_END_DECLS
