/* guatu-phase-page.h — the phases of a plan: drawn as a bar, and edited in a list (QX-11). */
#pragma once

#include <gtk/gtk.h>

#include "guatu-document.h"
#include "guatu-row-list.h"

G_BEGIN_DECLS

#define GUATU_TYPE_PHASE_PAGE (guatu_phase_page_get_type ())

/**
 * GuatuPhasePage:
 *
 * Signals: ::removed (const char *what); ::failed (const char *message).
 */
G_DECLARE_FINAL_TYPE (GuatuPhasePage, guatu_phase_page, GUATU, PHASE_PAGE, GtkWidget)

GtkWidget    *guatu_phase_page_new        (GuatuDocument  *document);
void          guatu_phase_page_refresh    (GuatuPhasePage *self);
GuatuRowList *guatu_phase_page_get_phases (GuatuPhasePage *self);

/* How many phases the bar shows. */
guint         guatu_phase_page_n_drawn    (GuatuPhasePage *self);

/* From where to where the phase is drawn, in seconds as instants are counted: a day that two share is half of each.
 * FALSE where it has no days. */
gboolean      guatu_phase_page_get_span   (GuatuPhasePage *self,
                                           gint64          phase,
                                           double         *from,
                                           double         *to);

G_END_DECLS
