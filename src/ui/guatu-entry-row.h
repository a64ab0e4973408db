/* guatu-entry-row.h — how an entry of the journal looks in a list: what was done, and below it when and by whom. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Rows of GuatuEntryItem. @reach: those that the plan cannot go back to cannot be chosen. */
GtkListItemFactory *guatu_entry_row_factory_new (gboolean reach);

G_END_DECLS
