/* guatu-history-detail.h — beside the entries: what the chosen one did, and what was asked about the plan's past. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-entry-list.h"
#include "guatu-history-work.h"

G_BEGIN_DECLS

#define GUATU_TYPE_HISTORY_DETAIL (guatu_history_detail_get_type ())

/**
 * GuatuHistoryDetail:
 *
 * Shows one of: an entry with its values; what differs between two states; who answered for a task; a check under way
 * or done. What was asked goes when an entry is chosen.
 *
 * Signals: ::restored (const char *title), a value is as it was; ::failed (const char *message); ::closed, what was
 * asked has been put away.
 */
G_DECLARE_FINAL_TYPE (GuatuHistoryDetail, guatu_history_detail, GUATU, HISTORY_DETAIL, GtkWidget)

GtkWidget  *guatu_history_detail_new          (GuatuDocument      *document);

/* An entry that came to be chosen without anybody's doing, as a list does that is read anew: an answer that is shown
 * stays before it. */
void        guatu_history_detail_put_entry    (GuatuHistoryDetail *self,
                                               GuatuEntryItem     *entry);

/* @entry %NULL: none is chosen. */
void        guatu_history_detail_set_entry    (GuatuHistoryDetail *self,
                                               GuatuEntryItem     *entry);

/* The row that is looked for: of the next entry that is chosen what was done to it comes first. @id 0: none. */
void        guatu_history_detail_set_row      (GuatuHistoryDetail *self,
                                               GuatuTable          table,
                                               gint64              id);

/* Who answered for the task on the day; GUATU_NONE: today. */
void        guatu_history_detail_show_duties  (GuatuHistoryDetail *self,
                                               gint64              task,
                                               GuatuInstant        day);

void        guatu_history_detail_verify       (GuatuHistoryDetail *self);

/* What differs between the states after two entries; 0: now. */
void        guatu_history_detail_compare      (GuatuHistoryDetail *self,
                                               gint64              before,
                                               gint64              after);

/* "entry", "comparison", "duties", "work", "nothing". */
const char *guatu_history_detail_get_page     (GuatuHistoryDetail *self);

/* What is said above of what is shown: the entry's title, how much differs, what came out. */
const char *guatu_history_detail_get_text     (GuatuHistoryDetail *self);

G_END_DECLS
