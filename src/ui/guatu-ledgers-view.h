/* guatu-ledgers-view.h — Phases & Ledgers: what the plan is divided into and measured by. */
#pragma once

#include "guatu-desk-view.h"
#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_LEDGERS_VIEW (guatu_ledgers_view_get_type ())

/**
 * GuatuLedgersView:
 *
 * A view of the desk, of several pages: ledgers with their items and categories, phases, baselines, key nodes.
 */
G_DECLARE_FINAL_TYPE (GuatuLedgersView, guatu_ledgers_view, GUATU, LEDGERS_VIEW, GtkWidget)

GtkWidget  *guatu_ledgers_view_new       (GuatuDocument    *document);

/* "ledgers", "phases", "baselines", "key-nodes". */
void        guatu_ledgers_view_show      (GuatuLedgersView *self,
                                          const char       *name);
GtkWidget  *guatu_ledgers_view_get_page  (GuatuLedgersView *self,
                                          const char       *name);

/* "13 ledgers, 473 items". */
const char *guatu_ledgers_view_get_total (GuatuLedgersView *self);

G_END_DECLS
