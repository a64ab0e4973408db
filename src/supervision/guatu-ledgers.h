/* guatu-ledgers.h — the ledgers of a plan: what stands on each, in which order, how much of it is complete (YL-05). */
#pragma once

#include "guatu-fixes.h"

G_BEGIN_DECLS

typedef struct
{
  gint32 ledger;                /* its row */
  guint  n_items;
  guint  n_complete;            /* that have all of the Five Fixes */
} GuatuLedgerCount;

/* All of them, in their order. Free the array with g_free(). */
GuatuLedgerCount *guatu_ledgers_count (const GuatuPlan *plan,
                                       guint           *n);

/* The rows of its items by number, as people count ("1-9" before "1-10"); those without one behind, in the order of the
 * outline. Free the array with g_free(). */
gint32 *guatu_ledger_items            (const GuatuPlan *plan,
                                       gint32           ledger,
                                       guint           *n);

/* The greatest of its items' numbers, without what stands before the last digits; 0 where there are none. */
gint64  guatu_ledger_last_number      (const GuatuPlan *plan,
                                       gint32           ledger);

/* What all items of a ledger have before their number: "3-", where they agree; else "". Free it. */
char   *guatu_ledger_number_stem      (const GuatuPlan *plan,
                                       gint32           ledger);

/* "13 ledgers, 473 items"; "461 of 473 complete". Free them. */
char   *guatu_ledgers_words           (guint            n_ledgers,
                                       guint            n_items);
char   *guatu_ledger_complete_words   (guint            n_complete,
                                       guint            n_items);

G_END_DECLS
