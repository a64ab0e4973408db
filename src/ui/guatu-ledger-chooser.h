/* guatu-ledger-chooser.h — the form that puts tasks on one of the plan's ledgers. */
#pragma once

#include "guatu-document.h"
#include "guatu-form-popover.h"

G_BEGIN_DECLS

/* Told in words of what was done; as long as the form is there, @data must be. */
typedef void (*GuatuLedgerPut) (gpointer data, const char *what);

/* @tasks: of gint64. Ledgers on which all of them stand have a tick. All of them are put on it in one entry; the form
 * closes then, or says why not. */
GtkWidget *guatu_ledger_chooser_new (GuatuDocument  *document,
                                     const GArray   *tasks,
                                     GuatuLedgerPut  put,
                                     gpointer        data);

G_END_DECLS
