/* guatu-ledger-page-private.h — the parts of the page of ledgers, for its own files. */
#pragma once

#include "guatu-ledger-page.h"
#include "guatu-lights.h"

G_BEGIN_DECLS

struct _GuatuLedgerPage
{
  GtkWidget      parent_instance;

  /* Children */
  GtkWidget     *panes;
  GtkWidget     *ledgers;
  GtkWidget     *categories;
  GtkWidget     *table;
  GtkWidget     *add;
  GtkWidget     *edit;
  GtkLabel      *count;
  GtkStack      *stack;         /* the items, or what goes there */

  /* Owned references */
  GuatuDocument *document;
  GuatuLights   *lights;        /* %NULL: there are none */
  gint64        *shares;        /* done, by task row */
  gint32        *items;         /* rows, as the table has them */
  guint          n_items;
};

/* The item in that line of the table. */
const GuatuLedgerItem *guatu_ledger_page_item (GuatuLedgerPage *self,
                                               guint            place);

/* The id of the ledger that is chosen; 0: none is. */
gint64 guatu_ledger_page_chosen          (GuatuLedgerPage *self);

/* guatu-ledger-page-actions.c */
void   guatu_ledger_page_install_actions (GtkWidgetClass  *widget_class);
void   guatu_ledger_page_update_actions  (GuatuLedgerPage *self);

/* Leads to the task of an item. */
void   guatu_ledger_page_go              (GuatuLedgerPage *self,
                                          gint64           item);

G_END_DECLS
