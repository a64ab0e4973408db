/* guatu-history-work.h — what takes long about a journal: checking all of it, going back to states of the plan, and
 * finding who answered for a task. */
#pragma once

#include "guatu-comparison.h"
#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_HISTORY_WORK (guatu_history_work_get_type ())

/**
 * GuatuHistoryWork:
 *
 * Runs in a thread of its own, that opens the file for itself and only reads it: the window goes on answering.
 *
 * Signals: ::progress (double share), how much is done, from 0 to 1; ::done (no arguments), once, not after it was
 * cancelled.
 */
G_DECLARE_FINAL_TYPE (GuatuHistoryWork, guatu_history_work, GUATU, HISTORY_WORK, GObject)

/* Checks the file, the chain of its journal, and that the journal gives exactly this plan. */
GuatuHistoryWork *guatu_history_work_verify     (GuatuDocument     *document);

/* Holds the states after two entries against each other; 0: now. */
GuatuHistoryWork *guatu_history_work_compare    (GuatuDocument     *document,
                                                 gint64             before,
                                                 gint64             after);

/* Finds who answered for the task when. */
GuatuHistoryWork *guatu_history_work_duties     (GuatuDocument     *document,
                                                 gint64             task);

void              guatu_history_work_cancel     (GuatuHistoryWork  *self);

/* Once it is done: what came out, in words; why it failed, or %NULL; what differs, or all duties
 * (GuatuTenure), where that was asked. */
const char       *guatu_history_work_get_text   (GuatuHistoryWork  *self);
const GError     *guatu_history_work_get_error  (GuatuHistoryWork  *self);
GuatuComparison  *guatu_history_work_get_comparison (GuatuHistoryWork *self);
GPtrArray        *guatu_history_work_get_duties (GuatuHistoryWork  *self);

G_END_DECLS
