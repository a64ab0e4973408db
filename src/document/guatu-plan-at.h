/* guatu-plan-at.h — the plan as it was when an entry of the journal had been made, in memory. */
#pragma once

#include "guatu-store.h"

G_BEGIN_DECLS

/**
 * guatu_plan_at:
 * @seq: the entry; 0: as it is now
 * @progress: (nullable): entries gone back over, of how many
 *
 * Loads the plan and takes back what came after, in a copy of its own: the file is only read. G_IO_ERROR_CANCELLED if
 * @progress answers FALSE, GUATU_STORE_ERROR_NOT_FOUND if there is no such entry.
 */
GuatuPlan *guatu_plan_at (GuatuStore         *store,
                          gint64              seq,
                          GuatuProgressFunc   progress,
                          gpointer            data,
                          GError            **error);

G_END_DECLS
