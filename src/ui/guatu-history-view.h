/* guatu-history-view.h — the history of a plan: who changed what when, from what to what, and the ways back. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-entry-list.h"
#include "guatu-history-detail.h"
#include "guatu-history-strip.h"

G_BEGIN_DECLS

#define GUATU_TYPE_HISTORY_VIEW (guatu_history_view_get_type ())

/**
 * GuatuHistoryView:
 *
 * A view of the desk. Shown a row (guatu_desk_view_show_row()), it looks for what was done to that one.
 *
 * Actions: "history.verify"; "history.duties", of the task that is looked for; "history.search".
 */
G_DECLARE_FINAL_TYPE (GuatuHistoryView, guatu_history_view, GUATU, HISTORY_VIEW, GtkWidget)

GtkWidget          *guatu_history_view_new         (GuatuDocument    *document);

GuatuEntryList     *guatu_history_view_get_entries (GuatuHistoryView *self);
GuatuHistoryStrip  *guatu_history_view_get_strip   (GuatuHistoryView *self);
GuatuHistoryDetail *guatu_history_view_get_detail  (GuatuHistoryView *self);

/* Chooses an entry; FALSE where it is not among those found. */
gboolean            guatu_history_view_choose      (GuatuHistoryView *self,
                                                    gint64            seq);

G_END_DECLS
