/* guatu-fold.h — shows a wide widget where there is room for it, and else a narrow one that does the same. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GUATU_TYPE_FOLD (guatu_fold_get_type ())

G_DECLARE_FINAL_TYPE (GuatuFold, guatu_fold, GUATU, FOLD, GtkWidget)

/* Its children, in a .ui file: the wide one first, then the narrow one. */
GtkWidget *guatu_fold_new       (GtkWidget *wide,
                                 GtkWidget *narrow);

gboolean   guatu_fold_is_narrow (GuatuFold *self);

G_END_DECLS
