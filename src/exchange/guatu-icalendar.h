/* guatu-icalendar.h — a plan's dates for people's calendars. */
#pragma once

#include "guatu-export.h"

G_BEGIN_DECLS

/**
 * guatu_icalendar_write:
 * @schedule: of @plan
 * @notes: takes what is left out; or %NULL
 *
 * Milestones and key nodes as events at a moment, deadlines as things to do, all in local time without a zone, as the
 * plan has them. What takes no part in the plan is left out. A thing keeps its UID from export to export, so that
 * calendars update what they have; and the same plan gives the same bytes.
 *
 * Returns: the file's content; free it
 */
char *guatu_icalendar_write (const GuatuPlan          *plan,
                             const GuatuSchedule      *schedule,
                             const GuatuExportOptions *options,
                             GuatuNotes               *notes,
                             gsize                    *length);

G_END_DECLS
