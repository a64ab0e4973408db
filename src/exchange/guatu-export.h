/* guatu-export.h — a plan as another program's file: one door for the window and the command line. */
#pragma once

#include "guatu-document.h"
#include "guatu-notes.h"

G_BEGIN_DECLS

/* Charts are draw's to make. */
typedef enum
{
  GUATU_EXPORT_CSV,
  GUATU_EXPORT_JSON,
  GUATU_EXPORT_MSPDI,
  GUATU_EXPORT_XLSX,
  GUATU_EXPORT_ICALENDAR,
  GUATU_N_EXPORTS,
} GuatuExportFormat;

typedef struct
{
  const char  *language;        /* of headers and words: en or zh…; %NULL: the plan's */
  GuatuInstant today;           /* marked in a workbook's bars; GUATU_NONE: no mark */
  gint64       made;            /* guatu_export_made() */
  gboolean     tasks;           /* all tasks in a calendar, not only milestones, key nodes and deadlines */
} GuatuExportOptions;

/* ".csv", ".ics". */
const char *guatu_export_ending (GuatuExportFormat format);

/* When the plan was last changed, in milliseconds since 1970-01-01 UTC: files bear that time, so that the same plan
 * gives the same file whenever it is written. */
gint64      guatu_export_made   (GuatuDocument *document);

/**
 * guatu_export_write:
 * @schedule: of @plan
 * @notes: takes what a file of this kind has no place for; or %NULL
 *
 * Returns: the file's content, or %NULL with @error; free it
 */
char       *guatu_export_write  (const GuatuPlan          *plan,
                                 const GuatuSchedule      *schedule,
                                 GuatuExportFormat         format,
                                 const GuatuExportOptions *options,
                                 GuatuNotes               *notes,
                                 gsize                    *length,
                                 GError                  **error);

G_END_DECLS
