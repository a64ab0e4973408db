/* guatu-csv-private.h — the steps between the bytes of a CSV file and a plan. */
#pragma once

#include "guatu-csv.h"

G_BEGIN_DECLS

#define GUATU_CSV_MAX_CELL    (1024u * 1024)
#define GUATU_CSV_MAX_ROWS    1000000u
#define GUATU_CSV_MAX_CELLS   20000000u
#define GUATU_CSV_MAX_COLUMNS 16384u

/* Bytes to text --------------------------------------------------------------------------------- */

/* @bytes as UTF-8 without byte-order mark and control characters. @encoding is what they are to be read as, or points
 * to %NULL: then it is found out; it takes what they were read as. What
 * cannot be read becomes U+FFFD, and @replaced TRUE. %NULL for what is no text at all. */
char       *guatu_csv_decode       (const char     *bytes,
                                    gsize           length,
                                    const char    **encoding,
                                    GuatuNotes     *notes,
                                    gsize          *decoded,
                                    gboolean       *replaced,
                                    GError        **error);

/* Text to cells --------------------------------------------------------------------------------- */

/* The cells of a file. Records count from 0 and include blank lines, which have no cells. */
typedef struct
{
  char     *text;           /* every cell ends with NUL */
  GArray   *cells;          /* guint32: where each begins in the text */
  GArray   *records;        /* guint32: the first cell of each record; one more ends the last */
  guint     skipped;        /* lines before the first record ("sep=;") */
  char      separator;
} GuatuCsvTable;

/* Takes @text, which has @length bytes. @separator 0: it is found out. */
gboolean    guatu_csv_table_init   (GuatuCsvTable  *self,
                                    char           *text,
                                    gsize           length,
                                    char            separator,
                                    GuatuNotes     *notes,
                                    GError        **error);
void        guatu_csv_table_clear  (GuatuCsvTable  *self);

guint       guatu_csv_n_records    (const GuatuCsvTable *self);
guint       guatu_csv_width        (const GuatuCsvTable *self,
                                    guint                record);

/* A record that has no cells, for tasks that no row of the file is about. */
#define GUATU_CSV_NO_RECORD G_MAXUINT

/* "" where the record has no such cell. */
const char *guatu_csv_cell         (const GuatuCsvTable *self,
                                    guint                record,
                                    guint                column);

/* The row as a person sees it in a spreadsheet, from 1. */
guint       guatu_csv_row          (const GuatuCsvTable *self,
                                    guint                record);

/* Columns --------------------------------------------------------------------------------------- */

typedef enum
{
  GUATU_CSV_ID,
  GUATU_CSV_UID,
  GUATU_CSV_WBS,
  GUATU_CSV_LEVEL,
  GUATU_CSV_NAME,
  GUATU_CSV_DURATION,
  GUATU_CSV_START,
  GUATU_CSV_FINISH,
  GUATU_CSV_PREDECESSORS,
  GUATU_CSV_SUCCESSORS,
  GUATU_CSV_RELATIONSHIPS,
  GUATU_CSV_DEADLINE,
  GUATU_CSV_CONSTRAINT,
  GUATU_CSV_CONSTRAINT_DATE,
  GUATU_CSV_COMPLETE,
  GUATU_CSV_ACTUAL_START,
  GUATU_CSV_ACTUAL_FINISH,
  GUATU_CSV_MILESTONE,
  GUATU_CSV_PROJECT,
  GUATU_CSV_MODE,
  GUATU_CSV_CALENDAR,
  GUATU_CSV_WEIGHT,
  GUATU_CSV_WORK,
  GUATU_CSV_INVESTMENT,
  GUATU_CSV_CATEGORY,
  GUATU_CSV_OWNER,
  GUATU_CSV_EXECUTIVE,
  GUATU_CSV_LEAD_UNIT,
  GUATU_CSV_SUPPORT_UNIT,
  GUATU_CSV_RESPONSIBLE,
  GUATU_CSV_INSPECTOR,
  GUATU_CSV_RESOURCE,
  GUATU_CSV_OBJECTIVE,
  GUATU_CSV_MEASURES,
  GUATU_CSV_QUALITY,
  GUATU_CSV_NOTES,
  GUATU_CSV_COMPUTED,             /* floats, early and late dates: known, and worked out afresh */
  GUATU_CSV_N_KINDS
} GuatuCsvKind;

typedef struct
{
  int         column[GUATU_CSV_N_KINDS];  /* -1: the file has none */
  char       *unit[GUATU_CSV_N_KINDS];    /* what stood in brackets: "Duration (h)" */
  guint       header;                     /* the record that holds the headers */
  guint       first;                      /* the first record below them; headers may take two */
  guint       n_known;
  int         group;                      /* names the projects that the tasks stand under; -1 */
  GArray     *custom;                     /* of guint: those that become fields of the plan's own; %NULL: none */
} GuatuCsvColumns;

/* Finds the record that holds the headers and says what each column is; FALSE if no column names tasks. */
gboolean    guatu_csv_find_columns  (const GuatuCsvTable *table,
                                     GuatuCsvColumns     *columns);
void        guatu_csv_clear_columns (GuatuCsvColumns     *columns);

/* The same for the record that must be the one with the headers, if any. */
gboolean    guatu_csv_take_columns  (const GuatuCsvTable *table,
                                     guint                record,
                                     GuatuCsvColumns     *columns);

/* What the columns are to be, whatever their headers say: @fields as in GuatuImportOptions. FALSE if none of them names
 * the tasks. */
gboolean    guatu_csv_set_columns   (const GuatuCsvTable *table,
                                     const int           *fields,
                                     guint                n_fields,
                                     GuatuCsvColumns     *columns);

/* Whether every header is one of those that our own files have. */
gboolean    guatu_csv_is_own        (const GuatuCsvTable   *table,
                                     const GuatuCsvColumns *columns);

/* Lists the columns that are not taken over. */
void        guatu_csv_note_columns  (const GuatuCsvTable   *table,
                                     const GuatuCsvColumns *columns,
                                     GuatuNotes            *notes);

/* The header that our own files give the column. */
const char *guatu_csv_header        (GuatuCsvKind           kind,
                                     gboolean               chinese);

/* @text for comparison: half-width, lower case, without blanks and marks. Free it. */
char       *guatu_csv_fold          (const char            *text);

/* Dates ----------------------------------------------------------------------------------------- */

/* How the dates of one column are read. */
typedef struct
{
  GuatuDateOrder order;
  gboolean       zones;       /* some had a time zone, which was left out */
  gboolean       serials;     /* some were numbers of days, as spreadsheets keep them */
  gboolean       ambiguous;   /* the order was not to be told */
  char          *example;     /* one that could be read in several ways */
} GuatuCsvDates;

/* Looks at the column's cells and settles on an order. Where they leave it open @order stays GUESS. */
void        guatu_csv_dates_init    (GuatuCsvDates         *self,
                                     const GuatuCsvTable   *table,
                                     guint                  first,
                                     guint                  column,
                                     GuatuDateOrder         order);
void        guatu_csv_dates_clear   (GuatuCsvDates         *self);

/* @daytime: what a date without a time takes. */
gboolean    guatu_csv_date_parse    (const char            *text,
                                     GuatuDateOrder         order,
                                     gint64                 daytime,
                                     GuatuInstant          *instant);

/* The import ------------------------------------------------------------------------------------ */

/* One link to be, in tasks by their place in the file. */
typedef struct
{
  guint             predecessor;
  guint             successor;
  guint             record;
  guint             column;
  GuatuLinkType     type;
  GuatuDuration     lag;
  gboolean          dropped;
} GuatuCsvLink;

typedef struct
{
  const GuatuImportOptions *options;
  const GuatuPasteContext *paste; /* the text comes from a clipboard; %NULL: from a file */
  GuatuNotes      *notes;
  GuatuCsvTable    table;
  GuatuCsvColumns  columns;
  GuatuCsvDates    dates[GUATU_CSV_N_KINDS];
  gboolean         date_kind[GUATU_CSV_N_KINDS];  /* the columns of dates that the file has */
  gboolean         year_told[GUATU_CSV_N_KINDS];  /* that dates without a year took another's */
  int              year;          /* what dates without one take; 0: not yet looked for, -1: none */
  gboolean         own;           /* the file has the headers that our own files have, and no others */
  gboolean         replaced;      /* the decoder had to replace something */
  GuatuPlan       *plan;

  /* Tasks in the order of the file, which is the outline's; row k of the plan's table is task k. */
  guint            n_tasks;
  GArray          *records;       /* guint: the task's record */
  GArray          *levels;        /* gint32: outline depth, made by guatu_csv_make_outline() */
  GHashTable      *groups;        /* the tasks that names of projects were made into; %NULL: none */
  gboolean         numbered;      /* the IDs begin anew below each summary: 一, 1, 2, 二, 1 */
  gint32          *parents;       /* -1 for none */
  guint           *last;          /* the last task below, or itself */
  GArray          *by_line;       /* gint32: the task of each data row, -1 for none */
  GArray          *links;         /* of GuatuCsvLink */
  guint8          *has_predecessor;
  guint            n_without_duration;
} GuatuCsvImport;

/* Adds a note to the cell of @record in the column of @kind. */
#define guatu_csv_note(self, record, kind, ...) \
  guatu_notes_add ((self)->notes, guatu_csv_row (&(self)->table, (record)), (guint) (self)->columns.column[kind] + 1, \
                   guatu_csv_cell (&(self)->table, (self)->columns.header, (guint) (self)->columns.column[kind]), \
                   __VA_ARGS__)

/* The same for what is worth a word in the list of what an import did, but keeps nobody from pasting. */
#define guatu_csv_remark(self, record, kind, ...) \
  G_STMT_START { if ((self)->paste == NULL) guatu_csv_note (self, record, kind, __VA_ARGS__); } G_STMT_END

/* The file's text cut into cells, as the options say. */
gboolean    guatu_csv_load          (GuatuCsvImport        *self,
                                     const char            *path,
                                     const char           **encoding,
                                     GError               **error);

/* From the table, its columns and a plan with settings to tasks with all that the rows say, but for what is done. */
gboolean    guatu_csv_read_tasks    (GuatuCsvImport        *self,
                                     GError               **error);
void        guatu_csv_import_clear  (GuatuCsvImport        *self);

/* The cell without blanks around it; "" if the file has no such column. Free it. */
char       *guatu_csv_value         (const GuatuCsvImport  *self,
                                     guint                  record,
                                     GuatuCsvKind           kind);

/* Works out levels, parents and last from a level column, indented names or codes. */
void        guatu_csv_make_outline  (GuatuCsvImport        *self);

/* Reads predecessors into self->links. */
gboolean    guatu_csv_read_links    (GuatuCsvImport        *self,
                                     GError               **error);

/* Makes them rows, without those that close a cycle; they are told. %FALSE if there are hopelessly many. */
gboolean    guatu_csv_make_links    (GuatuCsvImport        *self,
                                     GError               **error);

/* Fills the tasks' fields; guatu_csv_read_links() has been called. */
gboolean    guatu_csv_read_fields   (GuatuCsvImport        *self,
                                     GError               **error);

/* What has been done, once everything else is there and the plan is settled. */
gboolean    guatu_csv_read_progress (GuatuCsvImport        *self,
                                     GError               **error);

/* Fields of the plan's own, and what they say of the tasks. */
void        guatu_csv_read_custom   (GuatuCsvImport        *self);

/* Units, people, categories. */
void        guatu_csv_read_parties  (GuatuCsvImport        *self);

/* The date of the cell, or a note on why there is none and on what was supposed. A month or a part of one is
 * its first day, or its last where @daytime is the one at which tasks finish. */
gboolean    guatu_csv_read_date     (GuatuCsvImport        *self,
                                     guint                  record,
                                     GuatuCsvKind           kind,
                                     gint64                 daytime,
                                     GuatuInstant          *instant);

/* The same for @text, without a note. */
gboolean    guatu_csv_find_date     (GuatuCsvImport        *self,
                                     GuatuCsvKind           kind,
                                     const char            *text,
                                     gint64                 daytime,
                                     GuatuInstant          *instant);

/* @text with Chinese numbers and halves as digits, years as months, and without "约", which is then @about:
 * "半年" is "6个月". Free it. */
char       *guatu_csv_plain_duration (const char           *text,
                                     gboolean              *about);

/* Whether the cell is what people put where there is nothing to say: "-", "/", "无", "N/A". */
gboolean    guatu_csv_is_nothing    (const char            *text);

/* "yes", "1", "是": TRUE; "no", "": FALSE. Whether @text says either. */
gboolean    guatu_csv_read_boolean  (const char            *text,
                                     gboolean              *value);

/* A percentage in 1/100 %. */
gboolean    guatu_csv_read_percent  (const char            *text,
                                     gint64                *share);

/* The rows are gone through once for each. */
typedef enum
{
  GUATU_CSV_STAGE_CELLS,
  GUATU_CSV_STAGE_TASKS,
  GUATU_CSV_STAGE_LINKS,
  GUATU_CSV_STAGE_FIELDS,
  GUATU_CSV_STAGE_PROGRESS,
  GUATU_CSV_N_STAGES
} GuatuCsvStage;

/* Calls the progress function now and then: so many rows are through the stage. FALSE with @error if it says stop. */
gboolean    guatu_csv_tick          (GuatuCsvImport        *self,
                                     GuatuCsvStage          stage,
                                     guint                  rows,
                                     GError               **error);

/* Puts into @cell what the task says in a column, for sheets that keep texts and formulas apart: not disarmed. */
void        guatu_csv_fill_cell    (const GuatuPlan       *plan,
                                    const GuatuSchedule   *schedule,
                                    gboolean               chinese,
                                    gint32                 task,
                                    GuatuCsvKind           kind,
                                    GString               *cell);

/* Keeps spreadsheets from running a cell as a formula, and takes that back. Free the text. */
char       *guatu_csv_disarm        (const char            *text);
const char *guatu_csv_rearm         (const char            *text);

G_END_DECLS
