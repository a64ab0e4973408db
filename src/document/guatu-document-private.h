/* guatu-document-private.h — what the verbs share: the document's parts, and how a verb begins and ends. */
#pragma once

#include <json-glib/json-glib.h>

#include "guatu-document.h"

G_BEGIN_DECLS

typedef struct _GuatuGroup GuatuGroup;

struct _GuatuDocument
{
  GObject        parent_instance;

  /* Owned references */
  GuatuStore    *store;
  GuatuPlan     *plan;
  GuatuSchedule *schedule;
  char          *author;
  GError        *trouble;   /* why the last verb could not be saved; %NULL: it could */

  GuatuGroup    *group;     /* while verbs are gathered into one entry; owned by the group's functions */

  gint64         seq;       /* the newest journal entry that @plan includes */
  gboolean       in_verb;   /* between begin and end */
  gboolean       stale;     /* @plan has changed since @schedule was computed: only within a group */
  gboolean       look;      /* others may have written, and the last look failed */
  guint          awaited;   /* documents that are to be adopted: what they write is not looked for */
  gboolean       news;      /* entries of other processes came in, and nobody has been told yet */
};

/**
 * guatu_document_begin:
 *
 * Opens the verb's transaction and takes over what others have written, so that the verb validates
 * against what the file holds now. Every verb that began must end by guatu_document_end().
 */
gboolean    guatu_document_begin         (GuatuDocument       *self,
                                          GError             **error);

/**
 * guatu_document_end:
 * @ok: whether the verb's checks and writes went well; if not, @error is set already
 * @arguments: (transfer full) (nullable): what the entry says of itself
 * @undoes: the entry that is taken back; 0: none
 *
 * Commits and brings memory up to date from the changeset, or rolls back. Listeners are told last,
 * when everything fits together again.
 *
 * Returns: whether the verb is done
 */
gboolean    guatu_document_end           (GuatuDocument       *self,
                                          gboolean             ok,
                                          const char          *kind,
                                          JsonObject          *arguments,
                                          gint64               undoes,
                                          GError             **error);

/* The same within a group (guatu-document-group.c): memory follows what the one verb has written, and nobody is
 * told. */
gboolean    guatu_group_begin_verb       (GuatuDocument       *self,
                                          GError             **error);
gboolean    guatu_group_end_verb         (GuatuDocument       *self,
                                          gboolean             ok,
                                          const char          *kind,
                                          JsonObject          *arguments,
                                          GError             **error);

/* A verb that does many things at once tells each but the last as a step of its own, as long as anybody reads on.
 * Takes @arguments. */
gboolean    guatu_group_tells            (GuatuDocument       *self);
void        guatu_group_tell             (GuatuDocument       *self,
                                          const char          *kind,
                                          JsonObject          *arguments);

/* Tells what was done before another thing is, if anything was, and empties @arguments. */
void        guatu_group_go_on            (GuatuDocument       *self,
                                          const char          *kind,
                                          JsonObject         **arguments);

/* One verb within a group that sets fields of many rows, or adds rows (guatu_document_set_rows()): memory follows
 * once. */
gboolean    guatu_group_write_rows       (GuatuDocument       *self,
                                          GuatuTable           table,
                                          const GuatuRowSettings *rows,
                                          guint                n,
                                          GError             **error);

/* What memory is brought up to date by: the whole file again, the schedule, and word to those who listen. */
gboolean    guatu_document_reload        (GuatuDocument       *self,
                                          GError             **error);
gboolean    guatu_document_reschedule    (GuatuDocument       *self,
                                          GError             **error);
void        guatu_document_announce      (GuatuDocument       *self);

/* JSON text of an entry's arguments. Takes @arguments, which may be %NULL. Free it. */
char       *guatu_arguments_to_text      (JsonObject          *arguments);

/* How saving went, for guatu_document_get_trouble(). An error that is not the file's is passed over, and so is
 * %NULL. */
void        guatu_document_note_saved    (GuatuDocument       *self);
void        guatu_document_note_trouble  (GuatuDocument       *self,
                                          const GError        *error);

/* Sets GUATU_DOCUMENT_ERROR with a message, and returns %FALSE. */
gboolean    guatu_document_refuse        (GError             **error,
                                          GuatuDocumentError   code,
                                          const char          *format,
                                          ...) G_GNUC_PRINTF (3, 4);

/* The row with @id, or -1 with an error that says what is not there. */
gint32      guatu_document_find_row      (GuatuDocument       *self,
                                          GuatuTable           table,
                                          gint64               id,
                                          GError             **error);

/* Refuses an edit whose network would have a cycle, naming the tasks on it. */
gboolean    guatu_document_check_network (GuatuDocument       *self,
                                          const GuatuOverlay  *overlay,
                                          GError             **error);

/* Removes @n rows and what hangs on them, within a verb; @n_tasks takes how many tasks that are. */
gboolean    guatu_remove_rows            (GuatuDocument       *self,
                                          GuatuTable           table,
                                          const gint32        *rows,
                                          guint                n,
                                          guint               *n_tasks,
                                          GError             **error);

/* Before a recurrence is removed: the subtasks that it made go, but for those that somebody has worked on
 * (guatu-document-recurrence.c). */
gboolean    guatu_document_end_recurrence (GuatuDocument      *self,
                                          gint32               recurrence,
                                          GError             **error);

/* Whether @content may become a file: fields, and the shapes that the rest of the program relies on. Cycles
 * are looked for elsewhere (guatu-content-rules.c). */
gboolean    guatu_content_check          (const GuatuPlan     *content,
                                          GError             **error);

/* Fields that say which row it is: changed, it would be another one. */
gboolean    guatu_field_is_fixed         (GuatuTable           table,
                                          guint                field);

/* Positions (guatu-position.c) -------------------------------------------------------------------- */

/* How far apart neighbours are put, so that there is room between them. */
#define GUATU_POSITION_GAP 65536

/* A position behind all rows of @table whose @group field refers to the row @of (-1: none; @group -1: all rows). */
gint64      guatu_position_behind        (const GuatuPlan     *plan,
                                          GuatuTable           table,
                                          int                  group,
                                          gint32               of);

/* The field that says among which rows a row has its place: a task's parent, a category's ledger; -1: none. */
int         guatu_position_group         (GuatuTable           table);

/* Makes a place for @task (-1: a new one) under @parent before its child @before (-1: at the end), moving
 * siblings only where there is no room. */
gboolean    guatu_position_among_siblings (GuatuDocument      *self,
                                          gint32               task,
                                          gint32               parent,
                                          gint32               before,
                                          gint64              *position,
                                          GError             **error);

/* The same for a block of @n tasks, side by side; @moving: the rows among them that stand there already, or %NULL. */
gboolean    guatu_position_for_block     (GuatuDocument       *self,
                                          gint32               parent,
                                          gint32               before,
                                          GHashTable          *moving,
                                          guint                n,
                                          gint64              *positions,
                                          GError             **error);

/* So many tasks go in front of a sibling; -1: behind the last. */
typedef struct
{
  gint32 before;
  guint  n;
} GuatuGap;

/* The same for several blocks of children of one task; @positions: of the first block's tasks, then the next's. */
gboolean    guatu_position_for_gaps      (GuatuDocument       *self,
                                          gint32               parent,
                                          GHashTable          *moving,
                                          const GuatuGap      *gaps,
                                          guint                n_gaps,
                                          gint64              *positions,
                                          GError             **error);

/* What a group's entry of this kind did, or %NULL where that is no group's kind (guatu-group-title.c). Free it. */
char       *guatu_group_title            (const char          *kind,
                                          const char          *name,
                                          guint                n);

/* Arguments (guatu-entry-arguments.c) --------------------------------------------------------------- */

/* What people call the row, without its number: a task's name, "A → B" for a link; "" if nothing. Free it. */
char       *guatu_row_name               (const GuatuPlan     *plan,
                                          GuatuTable           table,
                                          gint32               row);

/* The row as messages name it: 12 “Bridge over the canal”. Free it. */
char       *guatu_row_title              (const GuatuPlan     *plan,
                                          GuatuTable           table,
                                          gint32               row);

/* An object that names the row by id and name. */
JsonObject *guatu_arguments_for_row      (gint64               id,
                                          const char          *name);

/* Text members are cut to what a title can show. */
void        guatu_arguments_add_text     (JsonObject          *self,
                                          const char          *member,
                                          const char          *text);

/* The value in the language-free form that titles read: "34d", "2022-10-17T08:00:00", a choice's
 * name, a row's name. @unit and @elapsed are those of a duration or lag. Free it. */
char       *guatu_value_text             (const GuatuPlan     *plan,
                                          const GuatuField    *field,
                                          GuatuValue           value,
                                          GuatuDurationUnit    unit,
                                          gboolean             elapsed);

/* The same for a person to read, made from the language-free form. Free it. */
char       *guatu_value_label            (const GuatuField    *field,
                                          const char          *text);

G_END_DECLS
