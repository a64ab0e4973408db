/* guatu-ledger-page.h — the ledgers of a plan, and the items of the one that is chosen (YL-05, PB-09). */
#pragma once

#include <gtk/gtk.h>

#include "guatu-document.h"
#include "guatu-plain-table.h"
#include "guatu-row-list.h"

G_BEGIN_DECLS

#define GUATU_TYPE_LEDGER_PAGE (guatu_ledger_page_get_type ())

/**
 * GuatuLedgerPage:
 *
 * Signals: ::removed (const char *what); ::failed (const char *message).
 */
G_DECLARE_FINAL_TYPE (GuatuLedgerPage, guatu_ledger_page, GUATU, LEDGER_PAGE, GtkWidget)

GtkWidget       *guatu_ledger_page_new         (GuatuDocument   *document);

void             guatu_ledger_page_refresh     (GuatuLedgerPage *self);

GuatuRowList    *guatu_ledger_page_get_ledgers (GuatuLedgerPage *self);
GuatuRowList    *guatu_ledger_page_get_categories (GuatuLedgerPage *self);
GuatuPlainTable *guatu_ledger_page_get_table   (GuatuLedgerPage *self);

/* "36 of 37 complete". */
const char      *guatu_ledger_page_get_count   (GuatuLedgerPage *self);

G_END_DECLS
