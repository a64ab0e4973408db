/* guatu-journal.h — the journal walked from its newest entry back, in steps, for what somebody looks for. */
#pragma once

#include "guatu-document.h"

G_BEGIN_DECLS

/* What an entry did, as far as people tell kinds of change apart. */
typedef enum
{
  GUATU_DEED_MADE,          /* the plan was created, imported, copied */
  GUATU_DEED_ADDED,
  GUATU_DEED_CHANGED,
  GUATU_DEED_REMOVED,
  GUATU_DEED_MOVED,
  GUATU_DEED_LINKED,
  GUATU_DEED_ASSIGNED,
  GUATU_DEED_REPORTED,
  GUATU_DEED_RECORDED,      /* baselines, lights, days of a calendar … */
  GUATU_DEED_TAKEN_BACK,    /* undo, redo, revert */
  GUATU_N_DEEDS
} GuatuDeed;

GuatuDeed    guatu_deed_of_kind       (const char *kind);

/* "Values changed"; untranslated. */
const char  *guatu_deed_label         (GuatuDeed   deed);

/* What is looked for: all of it must hold. All zero: everything. */
typedef struct
{
  const char *text;         /* each of its words is found in title, author or time; %NULL: any */
  const char *author;       /* %NULL: anybody's */
  guint       deeds;        /* a bit for each; 0: any */
  gint64      since;        /* milliseconds as entries have them, the first and the one after the last; 0: any */
  gint64      until;
  GuatuTable  table;        /* a row that was changed, or what belongs to it: a task's assignments, a ledger's items */
  gint64      id;           /* 0: any */
} GuatuJournalQuery;

/* An entry that was found. */
typedef struct
{
  gint64   seq;
  gint64   time;
  guint32  author;          /* places among guatu_journal_names() */
  guint32  kind;
  guint32  n_people;        /* how many have made the entries after it */
  gboolean standing;
  gboolean in_reach;        /* the plan can go back to it: no barrier came after it */
} GuatuJournalLine;

typedef struct _GuatuJournal GuatuJournal;

/* Reads nothing yet. @document must stay as it is while it is read: make another when it has changed. */
GuatuJournal *guatu_journal_new        (GuatuDocument            *document,
                                        const GuatuJournalQuery  *query);
void          guatu_journal_free       (GuatuJournal             *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuJournal, guatu_journal_free)

/* Reads on for so many microseconds, of one entry at least; 0: to the end. FALSE with @error. */
gboolean      guatu_journal_step       (GuatuJournal             *self,
                                        gint64                    budget,
                                        GError                  **error);
gboolean      guatu_journal_is_done    (const GuatuJournal       *self);

/* What was found so far, the newest first. */
const GuatuJournalLine *guatu_journal_lines (const GuatuJournal  *self,
                                        guint                    *n);

/* How many entries were looked at. */
guint         guatu_journal_n_read     (const GuatuJournal       *self);

/* The authors and kinds seen so far; they keep their places. */
const char   *guatu_journal_name       (const GuatuJournal       *self,
                                        guint32                   name);

/* Those who made entries, in the order in which they were met. */
GPtrArray    *guatu_journal_authors    (const GuatuJournal       *self);

/* The newest entry's number, and its author. */
gint64        guatu_journal_newest     (const GuatuJournal       *self);
const char   *guatu_journal_latest     (const GuatuJournal       *self);

/* When an entry was made, for the reader's clock: "2022-10-12 14:03"; "?" if that is no time. Free it. */
char         *guatu_journal_time_text  (gint64                    milliseconds);

/* The millisecond at which the reader's clock shows this civil time. */
gint64        guatu_journal_moment     (GuatuInstant              civil);

/* The civil time on the reader's clock; GUATU_NONE if that is no time. */
GuatuInstant  guatu_journal_civil      (gint64                    milliseconds);

/* Whether a row of @table that refers by @field belongs to what it refers to, and has no life of its own. */
gboolean      guatu_field_is_of_owner  (GuatuTable                table,
                                        guint                     field);

G_END_DECLS
