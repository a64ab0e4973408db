/* guatu-foreign-private.h — what the readers of GanttProject's and Planner's files share. */
#pragma once

#include "guatu-import-private.h"

G_BEGIN_DECLS

/* No program of this kind keeps more on a machine of its time. */
#define GUATU_FOREIGN_MAX_TASKS 1000000

/* A link to be: tasks by the names that the file gives them, which may come later in it. */
typedef struct
{
  char         *predecessor;
  char         *successor;
  GuatuLinkType type;
  GuatuLagKind  lag_kind;
  gint64        lag;              /* seconds */
  guint         line;
} GuatuForeignLink;

/*
 * One import on its way. Row k of the plan's task table is the k-th task of the file, so a parent comes before
 * what is in it. Rows are found by the ids that the file uses: the tables hold row + 1.
 *
 * The reader fills the plan while it walks through the file; guatu_foreign_finish() does what needs the
 * whole of it: links, what is done, dates, and the notes that are gathered.
 */
typedef struct
{
  GuatuXml                 *xml;
  const GuatuImportOptions *options;
  GuatuNotes               *notes;
  GuatuPlan                *plan;
  GHashTable               *tasks;
  GHashTable               *people;
  GHashTable               *calendars;
  GHashTable               *fields;       /* custom fields, "t:" or "p:" before the file's id */
  GHashTable               *assigned;     /* "task/person/role" that are there */
  GArray                   *lines;        /* guint, by task: where it stands in the file */
  GArray                   *shares;       /* gint64, by task: what is done, in 1/100 %; GUATU_NONE */
  GArray                   *links;        /* of GuatuForeignLink */
  GPtrArray                *gathered;
  gboolean                  full;         /* the limit on tasks was met */
} GuatuForeign;

/* Begins a plan whose settings are those of imports: no push to the status date, no retained logic. */
void        guatu_foreign_init       (GuatuForeign             *self,
                                      GuatuXml                 *xml,
                                      const GuatuImportOptions *options,
                                      GuatuNotes               *notes);
void        guatu_foreign_clear      (GuatuForeign             *self);

/* The plan, settled, or %NULL with @error. Dates are held to what the file records: see guatu-foreign-dates.c. */
GuatuPlan  *guatu_foreign_finish     (GuatuForeign             *self,
                                      GError                  **error);

/* Notes -------------------------------------------------------------------------------------------- */

/* A note at a line of the file (0: none), on an @element of it that is called @name ("" or %NULL: nothing). */
void        guatu_foreign_note       (GuatuForeign             *self,
                                      guint                     line,
                                      const char               *element,
                                      const char               *name,
                                      const char               *format,
                                      ...) G_GNUC_PRINTF (5, 6);

/* The same for a task of the plan. */
void        guatu_foreign_note_task  (GuatuForeign             *self,
                                      guint                     task,
                                      const char               *format,
                                      ...) G_GNUC_PRINTF (3, 4);

/* What is said of many places becomes one note that lists their lines. @what: "task/@color". */
void        guatu_foreign_gather     (GuatuForeign             *self,
                                      guint                     line,
                                      const char               *what,
                                      const char               *text);

/* Gathers, at the line where the reader is, that @what was left out. */
void        guatu_foreign_drop       (GuatuForeign             *self,
                                      const char               *what);

/* The same if the element has the attribute and it says anything; @what as above. */
void        guatu_foreign_drop_attribute (GuatuForeign         *self,
                                      const char               *name,
                                      const char               *what);

/* Adds what was gathered to the notes, when nothing more will be: before the dates, which may be many. */
void        guatu_foreign_tell_gathered (GuatuForeign          *self);

/* Values ------------------------------------------------------------------------------------------- */

/* The attribute's value; "" if there is none. Valid until the reader goes on. */
const char *guatu_foreign_attribute  (GuatuForeign             *self,
                                      const char               *name);

/* Whether the attribute is "true". */
gboolean    guatu_foreign_is_true    (GuatuForeign             *self,
                                      const char               *name);

/* Whole numbers and decimal ones of the form that programs write, within what fits; FALSE for anything else. */
gboolean    guatu_foreign_integer    (const char               *text,
                                      gint64                   *number);
gboolean    guatu_foreign_decimal    (const char               *text,
                                      double                   *number);

/* Percent as a number, in 1/100 %. FALSE outside 0 … @high (1/100 %). */
gboolean    guatu_foreign_percent    (const char               *text,
                                      gint64                    high,
                                      gint64                   *share);

/* Writes a text field: a name on one line, a note as it stands, without blanks around it. Nothing if it is
 * empty. */
void        guatu_foreign_set_text   (GuatuForeign             *self,
                                      GuatuTable                table,
                                      gint32                    row,
                                      guint                     field,
                                      const char               *text);
void        guatu_foreign_set_number (GuatuForeign             *self,
                                      GuatuTable                table,
                                      gint32                    row,
                                      guint                     field,
                                      gint64                    number);

/* The row behind the id in one of the tables; -1. */
gint32      guatu_foreign_find       (GHashTable               *table,
                                      const char               *id);

/* Rows --------------------------------------------------------------------------------------------- */

/* A row of @table whose reference @owner_field is the row @owner of @owner_table. */
gint32      guatu_foreign_insert     (GuatuForeign             *self,
                                      GuatuTable                table,
                                      guint                     owner_field,
                                      GuatuTable                owner_table,
                                      gint32                    owner);

/* -1 where the limit is met. A second task of the same id is a task of its own that no link finds. */
gint32      guatu_foreign_add_task   (GuatuForeign             *self,
                                      const char               *id,
                                      const char               *name,
                                      gint32                    parent);
gint32      guatu_foreign_add_person (GuatuForeign             *self,
                                      const char               *id,
                                      const char               *name);
gint32      guatu_foreign_add_calendar (GuatuForeign           *self,
                                      const char               *id,
                                      const char               *name);

/* Hours of a calendar_day or calendar_exception row, as its @hours_field says. */
void        guatu_foreign_add_hours  (GuatuForeign             *self,
                                      guint                     hours_field,
                                      gint32                    owner,
                                      const GuatuHours         *hours,
                                      guint                     n);

/* Monday to Friday, 8:00–12:00 and 13:00–17:00 of the day. */
extern const GuatuHours guatu_foreign_usual_hours[2];

void        guatu_foreign_add_link   (GuatuForeign             *self,
                                      const char               *predecessor,
                                      const char               *successor,
                                      GuatuLinkType             type,
                                      GuatuLagKind              lag_kind,
                                      gint64                    lag);

/* Makes rows of the links that can stand, and says of the others why they cannot (guatu-foreign-links.c). */
void        guatu_foreign_make_links (GuatuForeign             *self);

/* Says in a note what is not there. -1 if it is nothing or there already. */
gint32      guatu_foreign_assign     (GuatuForeign             *self,
                                      const char               *task,
                                      const char               *person,
                                      GuatuRole                 role,
                                      gint64                    share);

/* Custom fields: @owner says of what, @id is the file's. */
void        guatu_foreign_add_field  (GuatuForeign             *self,
                                      GuatuCustomOwner          owner,
                                      const char               *id,
                                      const char               *name,
                                      GuatuCustomKind           kind);
void        guatu_foreign_add_value  (GuatuForeign             *self,
                                      GuatuCustomOwner          owner,
                                      gint32                    row,
                                      const char               *id,
                                      const char               *value);

/* Dates (guatu-foreign-dates.c) ------------------------------------------------------------------------ */

/* What was done becomes actual dates and reports; the plan is settled. */
void        guatu_foreign_read_progress (GuatuForeign          *self);

/* Gives a start-no-earlier-than to tasks that begin later than links and the plan's start explain. %FALSE with
 * @error if the links lead in a circle. */
gboolean    guatu_foreign_hold_dates (GuatuForeign             *self,
                                      GError                  **error);

/* Names the tasks whose dates still are not those recorded. */
gboolean    guatu_foreign_tell_differences (GuatuForeign       *self,
                                      GError                  **error);

G_END_DECLS
