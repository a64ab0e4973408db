/* guatu-csv.h — task lists as spreadsheets keep them: CSV in, whatever its dialect, and CSV out. */
#pragma once

#include "guatu-document.h"
#include "guatu-notes.h"

G_BEGIN_DECLS

typedef enum
{
  GUATU_DATE_ORDER_GUESS,       /* the only reading that fits the column, else day first, said in a note */
  GUATU_DATE_ORDER_DMY,
  GUATU_DATE_ORDER_MDY,
  GUATU_DATE_ORDER_YMD,
} GuatuDateOrder;

typedef struct
{
  const char    *calendar;      /* slug of a shipped calendar; %NULL: "standard" */
  GuatuInstant   start;         /* GUATU_NONE: the earliest Start in the file, else @today at 8:00 */
  GuatuInstant   today;
  GuatuDateOrder date_order;
  const char    *title;         /* %NULL: the file's name without its ending */
  GuatuProgressFunc progress;   /* or %NULL */
  gpointer       progress_data;
} GuatuImportOptions;

/**
 * guatu_csv_read:
 * @notes: takes what was not understood or not carried over, by row and column of the file
 *
 * Reads a CSV task list into a fresh plan that nothing else holds, ready for guatu_document_create().
 *
 * Encoding, separator, the row of the headers and the order of dates are found out. Numbers of predecessors
 * mean the ID column, else the data row below the headers, where an empty row counts and a line without any
 * cell does not; codes and names that one task bears are understood too. A start is a start-no-earlier-than
 * where the task has no predecessor and the file no column of constraints, otherwise only recorded. What is
 * done becomes actuals and a report dated at the actual finish, else at the stop. Limits: 256 MiB,
 * 1,000,000 rows, 16,384 columns, 1 MiB a cell.
 *
 * Returns: the plan, or %NULL with @error naming the trouble
 */
GuatuPlan *guatu_csv_read  (const char                *path,
                            const GuatuImportOptions  *options,
                            GuatuNotes                *notes,
                            GError                   **error);

/* The task list as UTF-8 CSV with English or (language zh…) Chinese headers, which
 * guatu_csv_read() reads back. Formulas are disarmed. */
char      *guatu_csv_write (const GuatuPlan           *plan,
                            const GuatuSchedule       *schedule,
                            const char                *language,
                            gsize                     *length);

G_END_DECLS
