/* guatu-ledger-list.h — on which lists of the plan a task stands, in which category and under which number. */
#pragma once

#include "guatu-part-list.h"

G_BEGIN_DECLS

#define GUATU_TYPE_LEDGER_LIST (guatu_ledger_list_get_type ())

/* A row for each ledger of the plan. */
G_DECLARE_FINAL_TYPE (GuatuLedgerList, guatu_ledger_list, GUATU, LEDGER_LIST, GuatuPartList)

GtkWidget *guatu_ledger_list_new (GuatuDocument *document);

G_END_DECLS
