/* guatu-store.h — where a plan is kept: one SQLite file, its journal, and the door to memory. */
#pragma once

#include "guatu-plan.h"

G_BEGIN_DECLS

/* "Guat", at byte 68 of the file. */
#define GUATU_APPLICATION_ID 0x47756174

#define GUATU_STORE_ERROR (guatu_store_error_quark ())

typedef enum
{
  GUATU_STORE_ERROR_FAILED,
  GUATU_STORE_ERROR_NOT_A_PLAN,
  GUATU_STORE_ERROR_DAMAGED,
  GUATU_STORE_ERROR_NEWER,        /* made by a newer version: readable, not writable */
  GUATU_STORE_ERROR_BUSY,         /* another process holds the file */
  GUATU_STORE_ERROR_READ_ONLY,
  GUATU_STORE_ERROR_FULL,
  GUATU_STORE_ERROR_EXISTS,
  GUATU_STORE_ERROR_NOT_FOUND,
  GUATU_STORE_ERROR_CONFLICT,     /* an inverse does not fit what is there now, or a reference would dangle */
} GuatuStoreError;

GQuark guatu_store_error_quark (void);

/* One open file. Used from one thread. Nothing but SQLite may open the file meanwhile: closing any
 * descriptor to it would drop SQLite's locks. */
typedef struct _GuatuStore GuatuStore;

/* One entry of the journal. Text and changeset are borrowed for the length of a callback, or owned
 * by whoever got the entry from guatu_store_find_entry() or guatu_store_find_entry_words(). */
typedef struct
{
  gint64      seq;              /* 1, 2, 3 … */
  gint64      time;             /* milliseconds since 1970-01-01 UTC */
  const char *author;
  const char *kind;             /* "task-set", "undo": titles are made from kind and arguments */
  const char *arguments;        /* a JSON object */
  gint64      undoes;           /* the entry that it takes back; 0: none */
  gboolean    standing;         /* not undone */
  GBytes     *changeset;
  const char *hash;             /* 64 hexadecimal digits */
} GuatuEntry;

void           guatu_entry_free           (GuatuEntry          *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuEntry, guatu_entry_free)

typedef gboolean (*GuatuEntryFunc)        (const GuatuEntry    *entry,
                                           gpointer             data,
                                           GError             **error);

/* Done and total rows or pages; total 0 if not known. Returns whether to go on: FALSE cancels. */
typedef gboolean (*GuatuProgressFunc)     (gint64               done,
                                           gint64               total,
                                           gpointer             data);

/* Opening and closing ---------------------------------------------------------------------------- */

/* Makes a new file at @path, which must not exist. The schema is written with the first commit; until
 * then the file is empty, and if that commit never comes it is removed on close: there is no half plan. */
GuatuStore    *guatu_store_create         (const char          *path,
                                           GError             **error);

/* Opens a file and checks it (application id, schema, quick_check). Writes nothing, except that SQLite
 * takes back an edit that was cut off in the middle. A file that can only be read (no permission to write
 * it or its folder, newer version, open elsewhere on a network share) is opened for reading;
 * guatu_store_read_only_reason() then says why. A file with tables, triggers or views that are not ours is
 * GUATU_STORE_ERROR_NOT_A_PLAN. */
GuatuStore    *guatu_store_open           (const char          *path,
                                           gboolean             read_only,
                                           GError             **error);

void           guatu_store_close          (GuatuStore          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuStore, guatu_store_close)

const char    *guatu_store_path           (GuatuStore          *self);

/* Why the file may not be written, in the reader's language; %NULL if it may. */
const char    *guatu_store_read_only_reason (GuatuStore        *self);

/* Reading ------------------------------------------------------------------------------------------ */

/* The whole plan, settled, and in @seq the newest journal entry that it includes: one snapshot. A value
 * that the field table does not allow is GUATU_STORE_ERROR_DAMAGED. */
GuatuPlan     *guatu_store_load           (GuatuStore          *self,
                                           gint64              *seq,
                                           GError             **error);

/* A hint that another process has written since the last call. */
gboolean       guatu_store_has_news       (GuatuStore          *self);

gboolean       guatu_store_head           (GuatuStore          *self,
                                           gint64              *seq,
                                           char               **hash,
                                           GError             **error);

/* Entries with seq > @after, oldest first, with `standing` worked out: one snapshot. @func must not use
 * the store; it stops the walk by returning FALSE. */
gboolean       guatu_store_each_entry     (GuatuStore          *self,
                                           gint64               after,
                                           GuatuEntryFunc       func,
                                           gpointer             data,
                                           GError             **error);

/* All entries, the newest first, with `standing` worked out, but without hash and changeset (%NULL): a list for people,
 * quickly. As above, @func must not use the store. */
gboolean       guatu_store_each_entry_back (GuatuStore         *self,
                                           GuatuEntryFunc       func,
                                           gpointer             data,
                                           GError             **error);

/**
 * guatu_store_read_back:
 * @before: entries with a smaller seq; 0: from the newest one
 * @changesets: whether the entries bring their changesets
 * @end: (out): whether the journal was read to its beginning
 *
 * A part of the journal, the newest entry first, for readers who go on later: @func stops by returning FALSE, after
 * which nothing of the file is held. Without hash, and without `standing`, for which all later ones must have been read
 * (guatu_standing_take()). @func must not use the store.
 *
 * Returns: %FALSE with @error
 */
gboolean       guatu_store_read_back      (GuatuStore          *self,
                                           gint64               before,
                                           gboolean             changesets,
                                           GuatuEntryFunc       func,
                                           gpointer             data,
                                           gboolean            *end,
                                           GError             **error);

/* What stands, told to somebody who reads the journal from its newest entry back. */
typedef struct _GuatuStanding GuatuStanding;
GuatuStanding *guatu_standing_new         (void);
void           guatu_standing_free        (GuatuStanding       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuStanding, guatu_standing_free)

/* Whether the next entry stands. */
gboolean       guatu_standing_take        (GuatuStanding       *self,
                                           const GuatuEntry    *entry);

/* The oldest first, with changesets but without hash and `standing`: entries that may have changed a row of @table or
 * of @other, or the one with @id. It looks for the bytes alone, which is quick, and finds a few more than there are.
 * @table -1: any; @other -1: none; @id 0: any. */
gboolean       guatu_store_each_about     (GuatuStore          *self,
                                           int                  table,
                                           int                  other,
                                           gint64               id,
                                           GuatuEntryFunc       func,
                                           gpointer             data,
                                           GError             **error);

/* The newest barrier after @after; seq 0 if there is none. */
gboolean       guatu_store_find_barrier   (GuatuStore          *self,
                                           gint64               after,
                                           gint64              *seq,
                                           GError             **error);

GuatuEntry    *guatu_store_find_entry     (GuatuStore          *self,
                                           gint64               seq,
                                           GError             **error);

/* The same without `standing`, at once in a journal of any length. */
GuatuEntry    *guatu_store_read_entry     (GuatuStore          *self,
                                           gint64               seq,
                                           GError             **error);

/* As the first, without hash and changeset (%NULL): what a title is made from, quickly. */
GuatuEntry    *guatu_store_find_entry_words (GuatuStore        *self,
                                           gint64               seq,
                                           GError             **error);

/* How long the changeset of an entry is, in bytes, which is not read for that. */
gboolean       guatu_store_entry_size     (GuatuStore          *self,
                                           gint64               seq,
                                           gint64              *size,
                                           GError             **error);

/* The newest standing entry that is no undo or redo: what undo takes, unless it is a barrier. seq 0 if
 * there is none. */
gboolean       guatu_store_find_undo      (GuatuStore          *self,
                                           gint64              *seq,
                                           GError             **error);

/* The newest standing undo, if no other verb came after it: what redo takes. seq 0 if there is none. */
gboolean       guatu_store_find_redo      (GuatuStore          *self,
                                           gint64              *seq,
                                           GError             **error);

/* Writing ------------------------------------------------------------------------------------------ */

/* BEGIN IMMEDIATE, waiting up to ten seconds for another process; an older file is migrated within the
 * transaction; a session starts to record. Where one of the functions below fails, roll back. */
gboolean       guatu_store_begin          (GuatuStore          *self,
                                           GError             **error);

/* Fields not named take their fallbacks. @fields and @values have @n places; the id is not among them. A
 * value that the field table does not allow is GUATU_MODEL_ERROR_INVALID, here and in an update. */
gboolean       guatu_store_insert         (GuatuStore          *self,
                                           GuatuTable           table,
                                           gint64               id,
                                           const guint         *fields,
                                           const GuatuValue    *values,
                                           guint                n,
                                           GError             **error);

/* GUATU_STORE_ERROR_NOT_FOUND if there is no such row, here and when deleting. */
gboolean       guatu_store_update         (GuatuStore          *self,
                                           GuatuTable           table,
                                           gint64               id,
                                           guint                field,
                                           GuatuValue           value,
                                           GError             **error);

/* Deletes the one row; what refers to it must be deleted or changed by the same transaction. */
gboolean       guatu_store_delete         (GuatuStore          *self,
                                           GuatuTable           table,
                                           gint64               id,
                                           GError             **error);

/* Every row of @plan, for a new file. G_IO_ERROR_CANCELLED if @progress answers FALSE. */
gboolean       guatu_store_insert_plan    (GuatuStore          *self,
                                           const GuatuPlan     *plan,
                                           GuatuProgressFunc    progress,
                                           gpointer             data,
                                           GError             **error);

/* Writes the inverse of the entry @seq; GUATU_STORE_ERROR_CONFLICT if it does not fit. */
gboolean       guatu_store_apply_inverse  (GuatuStore          *self,
                                           gint64               seq,
                                           GError             **error);

/* Writes the inverses of all entries after @after: the plan is then as it was when that one had been made. */
gboolean       guatu_store_apply_inverses (GuatuStore          *self,
                                           gint64               after,
                                           GError             **error);

/**
 * guatu_store_commit:
 * @arguments: (nullable): a JSON object; "{}" if %NULL
 * @undoes: the entry taken back, with kind "undo" or "redo", which no other verb may use; else 0
 * @changeset: (out) (nullable): what was changed, for guatu_changeset_apply(); %NULL, and nothing is
 *   written or logged, if nothing was
 * @seq: (out) (nullable): the entry's number; 0 if there is none
 *
 * Appends the journal entry and commits. On failure everything is rolled back and the transaction is over.
 *
 * One failure cannot be told from success: the disk goes away for good at the very moment at which the
 * edit has been written. The message then says so, and the entry, if it is there, comes with the next
 * catching up like another process's.
 */
gboolean       guatu_store_commit         (GuatuStore          *self,
                                           const char          *author,
                                           const char          *kind,
                                           const char          *arguments,
                                           gint64               undoes,
                                           GBytes             **changeset,
                                           gint64              *seq,
                                           GError             **error);

void           guatu_store_rollback       (GuatuStore          *self);

/* What the transaction has written since the last call, for memory to follow before the commit, where several verbs
 * make one entry; %NULL in @changeset: nothing. The first call of a transaction only begins to record. */
gboolean       guatu_store_take_step      (GuatuStore          *self,
                                           GBytes             **changeset,
                                           GError             **error);

/* Applies a changeset to the settled plan in memory and settles it. The changeset is read whole and checked
 * before the first row changes: values against the field table, rows and old values against the plan,
 * references. Refused (GUATU_STORE_ERROR_DAMAGED), nothing has changed. One that was committed and does
 * not fit has fields of a newer version, or memory was not up to date: load the plan anew. */
gboolean       guatu_changeset_apply      (GBytes              *changeset,
                                           GuatuPlan           *plan,
                                           GError             **error);

/* The view ------------------------------------------------------------------------------------------ */

/* The longest value that is kept, in bytes. */
#define GUATU_VIEW_STATE_MAX (64 * 1024)

/* How the plan was last looked at, by key. It is no part of the plan: outside of the journal, the changesets and what
 * is verified; a copy without history leaves it behind. @value takes %NULL if there is none, or none that makes
 * sense as text; what the text says is for the reader to doubt. */
gboolean       guatu_store_get_view_state (GuatuStore          *self,
                                           const char          *key,
                                           char               **value,
                                           GError             **error);

/* @value %NULL removes. Does nothing, and succeeds, where the file is only read, where the value is there already,
 * and with a value over GUATU_VIEW_STATE_MAX. Waits for nobody: GUATU_STORE_ERROR_BUSY comes at once. */
gboolean       guatu_store_set_view_state (GuatuStore          *self,
                                           const char          *key,
                                           const char          *value,
                                           GError             **error);

/**
 * guatu_store_read_inverses:
 * @progress: (nullable): entries read, of how many
 *
 * What takes the plan from where the entry @upto left it to where @after did: changesets (GBytes) for
 * guatu_changeset_apply(), in their order. What was changed to and fro has fallen out. G_IO_ERROR_CANCELLED if
 * @progress answers FALSE.
 */
GPtrArray     *guatu_store_read_inverses  (GuatuStore          *self,
                                           gint64               after,
                                           gint64               upto,
                                           GuatuProgressFunc    progress,
                                           gpointer             data,
                                           GError             **error);

/* Checking and copying ------------------------------------------------------------------------------ */

/**
 * guatu_store_verify:
 * @checked: (out) (nullable): how many entries were checked
 *
 * Checks the file (integrity_check, foreign keys), the chain of hashes, and that the journal
 * replayed from nothing gives exactly the tables. The first fault found is the error:
 * GUATU_STORE_ERROR_DAMAGED with the entry, or the table and row.
 */
gboolean       guatu_store_verify         (GuatuStore          *self,
                                           gint64              *checked,
                                           GError             **error);

/* The same, saying how many entries have been replayed of how many; G_IO_ERROR_CANCELLED if @progress answers FALSE. */
gboolean       guatu_store_verify_watched (GuatuStore          *self,
                                           GuatuProgressFunc    progress,
                                           gpointer             data,
                                           gint64              *checked,
                                           GError             **error);

/* Writes a copy to @path, which must not exist: whole, or as a plan whose journal begins with one
 * entry of kind "copy" that holds all rows. A plan of a newer version can only be copied whole. */
gboolean       guatu_store_copy           (GuatuStore          *self,
                                           const char          *path,
                                           gboolean             with_history,
                                           const char          *author,
                                           GError             **error);

/* The journal's undo rule knows these kinds as barriers: what they did is not undone. */
gboolean       guatu_entry_kind_is_barrier (const char         *kind);

G_END_DECLS
