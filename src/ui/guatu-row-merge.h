/* guatu-row-merge.h — asks in which other row of its list a row is to be absorbed, or where to go with what it has. */
#pragma once

#include "guatu-form-popover.h"
#include "guatu-row-list.h"

G_BEGIN_DECLS

/* Told when it is done; as long as the form is there, @data must be. @id: of the row that is selected now; 0: none. */
typedef void (*GuatuRowMerged) (gpointer data, const char *what, gint64 id);

/**
 * guatu_row_merge_form_new:
 * @kind: of the list; it says how rows are merged
 * @owner: whose rows they are; 0: nobody's
 * @removing: the row is to be removed, and what it has may go nowhere
 */
GtkWidget *guatu_row_merge_form_new (GuatuDocument          *document,
                                     const GuatuRowListKind *kind,
                                     gint64                  owner,
                                     gint64                  id,
                                     gboolean                removing,
                                     GuatuRowMerged          merged,
                                     gpointer                data);

/* How many refer to the row. */
guint      guatu_row_n_users        (const GuatuPlan        *plan,
                                     const GuatuRowListKind *kind,
                                     gint32                  row);

G_END_DECLS
