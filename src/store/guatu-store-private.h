/* guatu-store-private.h — what the files of the store share; tests look in here, other layers do not. */
#pragma once

/* Declares sessions; meson has seen that the library has them. */
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

#include "guatu-store.h"

G_BEGIN_DECLS

/* Schema ------------------------------------------------------------------------------------------ */

/* The SQL of one table as a file of some version has it. Made once from the field table. */
typedef struct
{
  const GuatuTableInfo *info;
  guint                 n_fields;   /* that this version has; 0: no such table yet */
  char                 *create;
  char                 *select;     /* every row by id */
  char                 *insert;
  char                 *remove;
  char                **update;     /* by field */
} GuatuSchemaTable;

typedef struct
{
  int              version;
  GuatuSchemaTable tables[GUATU_N_TABLES];
} GuatuSchema;

/* Answers which version brought a field, or the table itself for @field 0. */
typedef int (*GuatuSinceFunc) (GuatuTable table,
                               guint      field);

/* Lets tests make files of versions that there are not: from now on @current is the version that
 * this program writes, and @since says what belongs to it. %NULL goes back to the field table. */
void         guatu_schema_set_since   (GuatuSinceFunc      since,
                                       int                 current);

/* The version that this program writes. */
int          guatu_schema_current     (void);

GuatuSchema *guatu_schema_new         (int                 version);
void         guatu_schema_free        (GuatuSchema        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuSchema, guatu_schema_free)

/* Creates (@from 0) or migrates what lies between the two versions, and writes the version down. */
int          guatu_schema_migrate     (sqlite3            *db,
                                       int                 from,
                                       int                 to);

/* Whether the database holds exactly the tables and indices of @self, whose texts must be ours; in
 * a @newer file at least those. Anything else (a trigger, a view) is nothing that Guatu has made.
 * Returns a SQLite code; @trouble takes what was found. */
int          guatu_schema_check       (const GuatuSchema  *self,
                                       sqlite3            *db,
                                       gboolean            newer,
                                       char              **trouble);

/* The number of the table with this name; -1 for those that are no part of the plan. */
int          guatu_schema_find        (const char         *name);

/* The store --------------------------------------------------------------------------------------- */

typedef struct _GuatuClaim GuatuClaim;

struct _GuatuStore
{
  sqlite3         *db;
  char            *path;
  char            *name;              /* of the file, for messages */
  char            *read_only_reason;
  GuatuClaim      *claim;             /* on a network share */
  GuatuSchema     *schema;            /* what the statements are for */
  GHashTable      *statements;        /* sqlite3_stmt by the address of its SQL */
  sqlite3_session *session;           /* while writing */
  sqlite3_session *step;              /* since the last guatu_store_take_step(), once that was asked for */
  int              version;           /* of the file as committed; 0: nothing is stored yet */
  gint64           data_version;
  gboolean         is_wal;            /* as another program left it; turned back by the first edit */
  gboolean         writing;
  gboolean         fresh;             /* made by us and nothing committed yet: removed on close */
};

/* A statement borrowed from the store: leaving scope hands it back, ready for the next use. A
 * statement that is not reset would hold a lock and block another process's commit. */
typedef sqlite3_stmt GuatuBorrowed;

static inline void
guatu_borrowed_return (GuatuBorrowed *statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuBorrowed, guatu_borrowed_return)

typedef sqlite3_stmt GuatuStatement;

static inline void
guatu_statement_finalize (GuatuStatement *statement)
{
  sqlite3_finalize (statement);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuStatement, guatu_statement_finalize)

/* The statement for @sql, which lives as long as the store; prepared at the first use. */
sqlite3_stmt *guatu_store_borrow       (GuatuStore         *self,
                                        const char         *sql,
                                        GError            **error);

/* Steps: SQLITE_ROW, SQLITE_DONE, or an error code with @error set. */
int           guatu_store_step         (GuatuStore         *self,
                                        sqlite3_stmt       *statement,
                                        GError            **error);

/* Runs a statement that gives no rows. */
gboolean      guatu_store_run          (GuatuStore         *self,
                                        const char         *sql,
                                        GError            **error);

/* Runs a statement that gives one number. */
gboolean      guatu_store_ask          (GuatuStore         *self,
                                        const char         *sql,
                                        gint64             *answer,
                                        GError            **error);

/* Turns SQLite's last complaint into a message for people. Always returns FALSE. */
gboolean      guatu_store_fail         (GuatuStore         *self,
                                        GError            **error);

/* The same for a code that SQLite returned without leaving it in the connection. */
gboolean      guatu_store_fail_with    (GuatuStore         *self,
                                        int                 code,
                                        GError            **error);

gboolean      guatu_store_damaged      (GuatuStore         *self,
                                        GError            **error,
                                        const char         *format,
                                        ...) G_GNUC_PRINTF (3, 4);

/* What @session has recorded; %NULL in @changeset: nothing. */
gboolean      guatu_store_take_changeset (GuatuStore       *self,
                                        sqlite3_session    *session,
                                        GBytes            **changeset,
                                        GError            **error);
void          guatu_store_stop_sessions (GuatuStore        *self);

/* A snapshot for several statements; within a write transaction that is the snapshot. Takes notice
 * of another process having migrated the file. */
gboolean      guatu_store_read_begin   (GuatuStore         *self,
                                        GError            **error);
void          guatu_store_read_end     (GuatuStore         *self);

/* Whether the transaction that was begun is still there. */
gboolean      guatu_store_check_writing (GuatuStore        *self,
                                        GError            **error);

/* Within a transaction: another process may have migrated the file since it was opened here. */
gboolean      guatu_store_read_version (GuatuStore         *self,
                                        GError            **error);

/* Prepares for files of another version. */
void          guatu_store_set_version  (GuatuStore         *self,
                                        int                 version);

gboolean      guatu_store_is_newer     (GuatuStore         *self);

/* From now on the file is only read, and the reason says so. */
void          guatu_store_refuse_newer (GuatuStore         *self);

/* A new file that holds nothing yet, not even tables. */
gboolean      guatu_store_is_blank     (GuatuStore         *self);

/* How long to wait for another process; tests have less patience than people. */
void          guatu_store_set_patience (int                 milliseconds);

/* How long this one waits for another process, in milliseconds, until told otherwise; 0: as long as all do. */
void          guatu_store_hurry        (GuatuStore         *self,
                                        int                 milliseconds);

/* Makes an empty file under a name that nobody has. */
gboolean      guatu_store_reserve      (const char         *path,
                                        GError            **error);

/* Opens @path with the settings that every connection has. */
int           guatu_store_connect      (const char         *path,
                                        int                 flags,
                                        sqlite3           **db);

/* Values ------------------------------------------------------------------------------------------ */

/* Binds a value as the field's column holds it. */
int           guatu_value_bind         (sqlite3_stmt       *statement,
                                        int                 place,
                                        const GuatuField   *field,
                                        GuatuValue          value);

/* Reads what a column or a changeset holds. FALSE for what no field ever holds: a floating
 * number, bytes, text with a zero inside. */
gboolean      guatu_value_read         (sqlite3_value      *stored,
                                        GuatuValue         *value);

/* Whether a row of a file may hold the value. */
gboolean      guatu_value_fits         (GuatuValue          value,
                                        const GuatuField   *field,
                                        GError            **error);

/* Journal ----------------------------------------------------------------------------------------- */

#define GUATU_HASH_SIZE 32

/* The columns that are hashed, and the hash of the entry before. */
typedef struct
{
  gint64        seq;
  gint64        time;
  const char   *author;
  const char   *kind;
  const char   *arguments;
  gint64        undoes;
  const void   *changeset;
  gsize         changeset_size;
  const guint8 *previous;
} GuatuHashed;

void          guatu_journal_hash       (const GuatuHashed  *entry,
                                        guint8             *hash);

/* 64 hexadecimal digits. Free it. */
char         *guatu_journal_hash_text  (const guint8       *hash);

gboolean      guatu_journal_append     (GuatuStore         *self,
                                        const char         *author,
                                        const char         *kind,
                                        const char         *arguments,
                                        gint64              undoes,
                                        GBytes             *changeset,
                                        gint64             *seq,
                                        guint8             *hash,
                                        GError            **error);

/* Number and hash of the newest entry; 0 and zeros if there is none. */
gboolean      guatu_journal_head       (GuatuStore         *self,
                                        gint64             *seq,
                                        guint8             *hash,
                                        GError            **error);

/* Changesets -------------------------------------------------------------------------------------- */

/* Whether the bytes have the form of a changeset. Says nothing of what it means. */
gboolean      guatu_changeset_has_form (const void         *data,
                                        gsize               size);

/* A changeset on the way from its beginning to its end. */
typedef struct
{
  const guint8 *at;
  const guint8 *end;
  const char   *table;          /* the name of the one under way, as the bytes have it */
  const guint8 *keys;           /* of that table: whether the column is of the key */
  guint64       n_columns;      /* 0: no table yet */
} GuatuChangesetBytes;

/* What a change says of a field. */
typedef struct
{
  GuatuValue value;
  enum {
    GUATU_SAID_NOTHING,
    GUATU_SAID_VALUE,
    GUATU_SAID_OTHER,           /* something that no plan holds */
  }          how;
} GuatuSaid;

/* Reads bytes that have the form of a changeset. */
typedef struct
{
  GuatuChangesetBytes bytes;
  int                 operation;        /* SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE */
  GuatuSaid          *old;              /* by column; texts stay until the next change is read */
  GuatuSaid          *new;
  char               *texts;
  char               *text;             /* where the next one goes */
  gsize               texts_size;
} GuatuChangesetReader;

void          guatu_changeset_reader_init  (GuatuChangesetReader *self,
                                        const void         *data,
                                        gsize               size);
void          guatu_changeset_reader_clear (GuatuChangesetReader *self);

/* FALSE: there are no more. */
gboolean      guatu_changeset_reader_next  (GuatuChangesetReader *self);

/* Walks a changeset from end to end; nothing may be done with one that fails here. */
gboolean      guatu_changeset_check    (const void         *data,
                                        gsize               size,
                                        GError            **error);

/* Network shares ---------------------------------------------------------------------------------- */

/* Whether the locks of the file system that holds @path cannot be trusted. */
gboolean      guatu_share_holds        (const char         *path);

/* Lets tests have a network share anywhere; %NULL asks the system again. */
void          guatu_share_set_detector (gboolean          (*detector) (const char *path));

/* Takes the claim file beside @path. %NULL if another has it or it cannot be written; @reason then
 * says so in the reader's language. */
GuatuClaim   *guatu_claim_take         (const char         *path,
                                        char              **reason);
void          guatu_claim_drop         (GuatuClaim         *claim);

/* The claim file's path for a plan. Free it. */
char         *guatu_claim_path         (const char         *path);

G_END_DECLS
