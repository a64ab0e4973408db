/* cli-output.h — what the commands print: aligned tables, JSON, dates as people write them. */
#pragma once

#include <json-glib/json-glib.h>

#include "cli.h"
#include "guatu-notes.h"

G_BEGIN_DECLS

/* Text goes out as UTF-8, whatever the locale: a name is not to be lost on the way into a file. */
void      cli_print           (const char         *format,
                               ...) G_GNUC_PRINTF (1, 2);

/* What an import or an export could not carry over, a line each. */
void      cli_print_note_lines (const GuatuNotes   *notes);

/* Tables ----------------------------------------------------------------------------------------- */

/* Cells row by row, printed when complete. Han characters take two places. */
typedef struct _CliTable CliTable;

/* @headers: translated, ended by %NULL. @sides: a letter for each column, 'l' or 'r' for numbers, which
 * are set right; what is missing is left. */
CliTable *cli_table_new       (const char * const *headers,
                               const char         *sides);
void      cli_table_free      (CliTable           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliTable, cli_table_free)

/* The next cell. The table copies @text. */
void      cli_table_cell      (CliTable           *self,
                               const char         *text);
void      cli_table_take      (CliTable           *self,
                               char               *text);
void      cli_table_print     (CliTable           *self);

/* JSON --------------------------------------------------------------------------------------------- */

/* An array of objects, printed one by one, so that a long list is never in memory as a whole. */
typedef struct
{
  guint n;
} CliJsonList;

void      cli_json_list_begin (CliJsonList        *list);

/* An object is built up member by member; the list prints it. */
JsonBuilder *cli_json_object  (void);
void      cli_json_list_add   (CliJsonList        *list,
                               JsonBuilder        *object);
void      cli_json_list_end   (CliJsonList        *list);

/* The object's text. Free it, and the builder. */
char     *cli_json_text       (JsonBuilder        *object);

void      cli_json_string     (JsonBuilder        *object,
                               const char         *name,
                               const char         *value);      /* or null */
void      cli_json_boolean    (JsonBuilder        *object,
                               const char         *name,
                               gboolean            value);
void      cli_json_integer    (JsonBuilder        *object,
                               const char         *name,
                               gint64              value);      /* GUATU_NONE: null */
/* @value divided by @divisor: hundredths as percent, seconds as minutes. GUATU_NONE: null. */
void      cli_json_quotient   (JsonBuilder        *object,
                               const char         *name,
                               gint64              value,
                               gint64              divisor);
void      cli_json_instant    (JsonBuilder        *object,
                               const char         *name,
                               GuatuInstant        instant);
void      cli_json_date       (JsonBuilder        *object,
                               const char         *name,
                               GuatuInstant        instant);
void      cli_json_id         (JsonBuilder        *object,
                               const char         *name,
                               gint64              id);         /* 0: null */
/* A stored field under its own name. */
void      cli_json_field      (JsonBuilder        *object,
                               const GuatuPlan    *plan,
                               GuatuTable          table,
                               gint32              row,
                               guint               field);

/* Text for people ------------------------------------------------------------------------------------ */

/* A day, and the time where it is not the one that goes without saying. "" for none. Free it. */
char     *cli_start_text      (const GuatuPlan    *plan,
                               GuatuInstant        instant);
char     *cli_finish_text     (const GuatuPlan    *plan,
                               GuatuInstant        instant);

/* A task's scheduled start; a milestone at the end of a day is on that day. */
char     *cli_task_start_text (const CliView      *view,
                               gint32              task);

/* The tasks with the dates that a file recorded beside those scheduled; cli-recorded.c. */
void      cli_show_recorded   (const CliView      *view,
                               gboolean            json);

/* "34.5 %". Free it. */
char     *cli_percent_text    (gint64              share);

/* "34.5": hundredths of anything, "" for GUATU_NONE. Free it. */
char     *cli_hundredths_text (gint64              number);

/* A day, whatever its hour; "" for none. Free it. */
char     *cli_day_text        (GuatuInstant        instant);

/* A task's name, set in by its depth; the id of a row. Free them. */
char     *cli_task_indented   (const GuatuPlan    *plan,
                               gint32              task);
char     *cli_id_text         (const GuatuPlan    *plan,
                               GuatuTable          table,
                               gint32              row);

/* A field as a list shows it: references by name, choices by label. Free it. */
char     *cli_field_text      (const GuatuPlan    *plan,
                               GuatuTable          table,
                               gint32              row,
                               guint               field);

G_END_DECLS
