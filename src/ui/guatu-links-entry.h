/* guatu-links-entry.h — what a task waits for, as a line of text. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_LINKS_ENTRY (guatu_links_entry_get_type ())

/**
 * GuatuLinksEntry:
 *
 * The text is that of guatu-links-text.h. While it is typed the names of the tasks stand below it; it is carried out by
 * Enter, or a moment after it was left; what was refused is said below. Escape puts back what there is.
 */
G_DECLARE_FINAL_TYPE (GuatuLinksEntry, guatu_links_entry, GUATU, LINKS_ENTRY, GtkWidget)

GtkWidget  *guatu_links_entry_new       (GuatuDocument   *document);

/* Shows the links of the task as they are now; what is being typed stays, unless it was for another task. */
void        guatu_links_entry_show      (GuatuLinksEntry *self,
                                         gint64           task);

GtkEntry   *guatu_links_entry_get_entry (GuatuLinksEntry *self);
const char *guatu_links_entry_get_hint  (GuatuLinksEntry *self);
const char *guatu_links_entry_get_error (GuatuLinksEntry *self);

G_END_DECLS
