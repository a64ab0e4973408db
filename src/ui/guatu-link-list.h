/* guatu-link-list.h — what a task waits for and what waits for it: as a line of text and as rows. */
#pragma once

#include "guatu-links-entry.h"
#include "guatu-part-list.h"

G_BEGIN_DECLS

#define GUATU_TYPE_LINK_LIST (guatu_link_list_get_type ())

/**
 * GuatuLinkList:
 *
 * Rows lead to the other task, are changed and taken away, and more are added by looking for the task.
 *
 * Signals: ::go (gint64 task), another task was asked for.
 */
G_DECLARE_FINAL_TYPE (GuatuLinkList, guatu_link_list, GUATU, LINK_LIST, GuatuPartList)

GtkWidget       *guatu_link_list_new      (GuatuDocument *document);

/* The line of text above the rows. */
GuatuLinksEntry *guatu_link_list_get_text (GuatuLinkList *self);

G_END_DECLS
