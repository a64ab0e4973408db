/* guatu-ledger-edit.h — in which ledgers a task stands, in which category and under which number. */
#pragma once

#include "guatu-document.h"

G_BEGIN_DECLS

/* The names of the categories that the task stands in, separated by commas. Free it. */
char    *guatu_words_category  (const GuatuPlan  *plan,
                                gint32            task);

/* The row of the item by which the task stands in the ledger; -1: it does not. */
gint32   guatu_ledger_find     (const GuatuPlan  *plan,
                                gint32            task,
                                gint32            ledger);

/* Puts the task into the ledger, or takes it out of it. */
gboolean guatu_ledger_enter    (GuatuDocument    *document,
                                gint64            task,
                                gint64            ledger,
                                GError          **error);
gboolean guatu_ledger_leave    (GuatuDocument    *document,
                                gint64            task,
                                gint64            ledger,
                                GError          **error);

/* Puts the task into the category, and so into its ledger. */
gboolean guatu_category_set    (GuatuDocument    *document,
                                gint64            task,
                                gint64            category,
                                GError          **error);

/* Of a task that stands in the ledger. */
gboolean guatu_ledger_number   (GuatuDocument    *document,
                                gint64            task,
                                gint64            ledger,
                                const char       *number,
                                GError          **error);
gboolean guatu_category_clear  (GuatuDocument    *document,
                                gint64            task,
                                gint64            ledger,
                                GError          **error);

G_END_DECLS
