/* guatu-history-strip.h — above the history: what is looked for, and how much of it was found. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-journal.h"

G_BEGIN_DECLS

#define GUATU_TYPE_HISTORY_STRIP (guatu_history_strip_get_type ())

/**
 * GuatuHistoryStrip:
 *
 * Signals: ::changed (no arguments), something else is looked for. Its buttons activate "history.duties" and
 * "history.verify".
 */
G_DECLARE_FINAL_TYPE (GuatuHistoryStrip, guatu_history_strip, GUATU, HISTORY_STRIP, GtkWidget)

GtkWidget *guatu_history_strip_new         (GuatuDocument       *document);

/* Its texts live until the next change. */
void       guatu_history_strip_get_query   (GuatuHistoryStrip   *self,
                                            GuatuJournalQuery   *query);

/* Only what was done to this row; id 0: to any. */
void       guatu_history_strip_set_row     (GuatuHistoryStrip   *self,
                                            GuatuTable           table,
                                            gint64               id);

/* Nothing is looked for any more. */
void       guatu_history_strip_clear       (GuatuHistoryStrip   *self);

/* The people there are to choose from. */
void       guatu_history_strip_set_authors (GuatuHistoryStrip   *self,
                                            GPtrArray           *authors);

/* How many were found; @busy: so far. */
void       guatu_history_strip_set_found   (GuatuHistoryStrip   *self,
                                            guint                n,
                                            gboolean             busy);

void       guatu_history_strip_search      (GuatuHistoryStrip   *self);

G_END_DECLS
