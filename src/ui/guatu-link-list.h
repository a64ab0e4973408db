/* guatu-link-list.h — what a task waits for and what waits for it: as a line of text and as rows. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_LINK_LIST (guatu_link_list_get_type ())

/**
 * GuatuLinkList:
 *
 * The text is that of guatu-links-text.h; rows lead to the other task, are changed and taken away, and more are added
 * by looking for the task.
 *
 * Signals: ::go (gint64 task), another task was asked for.
 */
G_DECLARE_FINAL_TYPE (GuatuLinkList, guatu_link_list, GUATU, LINK_LIST, GtkWidget)

GtkWidget  *guatu_link_list_new       (GuatuDocument *document);

/* Shows the links of the task as they are now; what is being typed stays, unless it was for another task. */
void        guatu_link_list_show      (GuatuLinkList *self,
                                       gint64         task);

GtkEntry   *guatu_link_list_get_entry (GuatuLinkList *self);
const char *guatu_link_list_get_hint  (GuatuLinkList *self);
const char *guatu_link_list_get_error (GuatuLinkList *self);
GtkListBox *guatu_link_list_get_rows  (GuatuLinkList *self);

G_END_DECLS
