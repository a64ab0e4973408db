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
  const char    *encoding;      /* of CSV: one of guatu_csv_encodings(); %NULL: found out */
  char           separator;     /* of CSV; 0: found out */
  const int     *fields;        /* of CSV: what each of @n_fields columns is (guatu-csv-look.h); %NULL: found out */
  guint          n_fields;
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

/* What GuatuImportOptions can ask for, the likeliest first; ended by %NULL. */
const char * const *guatu_csv_encodings (void);

/* What pasted text is read for. */
typedef struct
{
  const GuatuPlan *plan;        /* that it goes into: its calendar, and what its durations mean */
  gboolean       (*read_date)   (const char   *text,
                                 gint64        daytime,
                                 GuatuInstant *instant,
                                 gpointer      data);   /* dates as people type them; or %NULL */
  gpointer         data;
} GuatuPasteContext;

/**
 * guatu_csv_read_pasted:
 * @text: what a clipboard holds: rows of cells between tabs, as spreadsheets write them, or plain lines
 * @shares: takes for each task, in the order of the outline, what is said to be done of it (gint64, 1/100 %), or
 *   GUATU_NONE: reports are the document's to make
 * @notes: takes which columns were left out
 *
 * Reads tasks into a fragment for guatu_document_paste(). The first row is taken as one of headings where it has two
 * or more that guatu_csv_read() knows; else the columns are name, duration, start and finish (or name, start and
 * finish), behind a column of outline numbers if there is one, and lines with one cell are names. Spaces or empty
 * cells before a name, a column of levels or outline numbers say what is below what.
 *
 * A start is a start-no-earlier-than unless the task has predecessors; a finish without a start is the deadline. Links
 * to rows that are not in the text are left out. A cell that is not understood, or that would be lost, refuses it all:
 * the message names its row and column. Limits: 64 MiB, 100,000 rows.
 */
GuatuPlan *guatu_csv_read_pasted (const char              *text,
                                  gsize                    length,
                                  const GuatuPasteContext *context,
                                  GArray                  *shares,
                                  GuatuNotes              *notes,
                                  GError                 **error);

/* Adds a cell to a row of cells between tabs, so that spreadsheets and guatu_csv_read_pasted() read it as it is. */
void       guatu_tsv_append_cell (GString                   *out,
                                  const char                *text);

/* The task list as UTF-8 CSV with English or (language zh…) Chinese headers, which
 * guatu_csv_read() reads back. Formulas are disarmed. */
char      *guatu_csv_write (const GuatuPlan           *plan,
                            const GuatuSchedule       *schedule,
                            const char                *language,
                            gsize                     *length);

G_END_DECLS
