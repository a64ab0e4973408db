/* guatu-sponsor-matrix.h — leaders down, what they sponsor across; townships that nobody sponsors below. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_SPONSOR_MATRIX (guatu_sponsor_matrix_get_type ())

/* Signal: ::person (gint64 id), more is to be shown of that leader. */
G_DECLARE_FINAL_TYPE (GuatuSponsorMatrix, guatu_sponsor_matrix, GUATU, SPONSOR_MATRIX, GtkWidget)

GtkWidget *guatu_sponsor_matrix_new     (GuatuDocument      *document);
void       guatu_sponsor_matrix_refresh (GuatuSponsorMatrix *self);

G_END_DECLS
