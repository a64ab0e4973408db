/* guatu-mspdi.h — a plan as Microsoft Project's XML (MSPDI), which guatu_import_read() takes back. */
#pragma once

#include "guatu-notes.h"
#include "guatu-schedule.h"

G_BEGIN_DECLS

/**
 * guatu_mspdi_write:
 * @schedule: of @plan
 * @notes: takes what has no place in such a file, or not all of it; or %NULL
 * @length: (out) (optional): bytes
 *
 * Writes the plan as Project 2010 and later do (SaveVersion 14): UTF-8, elements in the order of their schema.
 * The dates in it are those of @schedule, so that a plan that keeps its recorded dates goes out with those.
 * Rows that came from such a file keep the numbers that they had there; others get numbers that are free.
 *
 * Whatever guatu_import_read() took from an MSPDI file comes back equal from what is written here, and is
 * written once more as the same bytes.
 *
 * Returns: the file's content; free it
 */
char *guatu_mspdi_write (const GuatuPlan     *plan,
                         const GuatuSchedule *schedule,
                         GuatuNotes          *notes,
                         gsize               *length);

G_END_DECLS
