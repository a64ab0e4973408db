/* guatu-change-words.h — a change in words: which row, which of its fields, what was there and what is there now. */
#pragma once

#include "guatu-changeset.h"
#include "guatu-document.h"

G_BEGIN_DECLS

/* A field that no table has: when a task is scheduled. */
#define GUATU_FIELD_SCHEDULED G_MAXUINT

typedef struct
{
  guint     field;
  char     *label;          /* "Duration" */
  char     *before;         /* "20 d"; "" where it was empty, or there was no row */
  char     *after;
  gboolean  restorable;     /* the row is there, the field holds something else by now, and it may be set */
} GuatuFieldChange;

typedef struct
{
  GuatuTable       table;
  gint64           id;
  GuatuChangeKind  kind;
  gint64           task;    /* that it belongs to, or that it is; 0: none */
  char            *name;    /* "Bridge over the canal"; "" where it has none */
  char            *task_name;
  GPtrArray       *fields;  /* GuatuFieldChange */
} GuatuRowChange;

void            guatu_row_change_free     (GuatuRowChange       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuRowChange, guatu_row_change_free)

/* "Task “Bridge” changed". Free it. */
char           *guatu_row_change_title    (const GuatuRowChange *self);

/* "Duration: 20 d → 34 d"; of a row that came or went the value alone: "Duration: 34 d". Free it. */
char           *guatu_field_change_text   (const GuatuFieldChange *self,
                                           GuatuChangeKind       kind);

/* Takes @name and @task_name. */
GuatuRowChange *guatu_row_change_new      (GuatuTable            table,
                                           gint64                id,
                                           GuatuChangeKind       kind,
                                           gint64                task,
                                           char                 *name,
                                           char                 *task_name);

/* Takes the texts. */
GuatuFieldChange *guatu_row_change_add    (GuatuRowChange       *self,
                                           guint                 field,
                                           const char           *label,
                                           char                 *before,
                                           char                 *after);

/* Whether it is of no use to people to read of the field: it goes with another one, or is a mere number. */
gboolean        guatu_field_is_unsaid     (GuatuTable            table,
                                           guint                 field);

/* Whether a row that came or went says it by its name. */
gboolean        guatu_field_is_in_name    (GuatuTable            table,
                                           guint                 field);

/* The value as people read it, in a row whose duration has this unit; a plan that has what it refers to. Free it. */
char           *guatu_value_words         (const GuatuPlan      *plan,
                                           GuatuTable            table,
                                           guint                 field,
                                           GuatuValue            value,
                                           GuatuDurationUnit     unit,
                                           gboolean              elapsed);

/* The fields that say unit and kind of an amount of time; FALSE where @field is none. */
gboolean        guatu_field_units         (GuatuTable            table,
                                           guint                 field,
                                           guint                *unit,
                                           guint                *kind);

/* Whether the kind that stands beside an amount of time means elapsed time. */
gboolean        guatu_kind_is_elapsed     (GuatuTable            table,
                                           gint64                kind);

/* An entry (guatu-entry-changes.c) ------------------------------------------------------------------ */

/**
 * guatu_entry_changes:
 * @table, @id: a row that comes first, with what belongs to it; id 0: none
 * @first, @most: which of its rows; an import may have changed very many
 * @n: (out): how many there are
 *
 * The rows that the entry changed (GuatuRowChange), in the order of its changeset: tables one after the other.
 */
GPtrArray      *guatu_entry_changes       (GuatuDocument        *document,
                                           gint64                seq,
                                           GuatuTable            table,
                                           gint64                id,
                                           guint                 first,
                                           guint                 most,
                                           guint                *n,
                                           GError              **error);

G_END_DECLS
