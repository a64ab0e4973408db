/* guatu-xlsx.h — a plan as a workbook for spreadsheets: the task list, and its bars drawn in cells. */
#pragma once

#include "guatu-export.h"

G_BEGIN_DECLS

/**
 * guatu_xlsx_write:
 * @schedule: of @plan
 * @notes: takes what a workbook has no place for; or %NULL
 *
 * A workbook of two sheets. The first is the task list: dates and shares are numbers that spreadsheets reckon with,
 * lights are coloured cells with their word, the outline is one of rows. In the second every column is a day, or a
 * week where the plan is longer than a year, and bars are cells in the colour of their category, darker as far as
 * they are done. The same plan gives the same bytes. It is not read back: that is what MSPDI and JSON are for.
 *
 * Returns: the file's content, or %NULL with @error where it cannot be made; free it
 */
char *guatu_xlsx_write (const GuatuPlan          *plan,
                        const GuatuSchedule      *schedule,
                        const GuatuExportOptions *options,
                        GuatuNotes               *notes,
                        gsize                    *length,
                        GError                  **error);

G_END_DECLS
