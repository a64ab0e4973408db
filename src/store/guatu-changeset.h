/* guatu-changeset.h — what a recorded change did, row by row and field by field, for whoever wants to tell of it. */
#pragma once

#include "guatu-plan.h"

G_BEGIN_DECLS

typedef enum
{
  GUATU_CHANGE_ADDED,
  GUATU_CHANGE_CHANGED,
  GUATU_CHANGE_REMOVED,
} GuatuChangeKind;

#define GUATU_CHANGE_MAX_FIELDS 64

/* What was done to one row. Texts are borrowed for the length of the callback. */
typedef struct
{
  GuatuTable      table;
  gint64          id;
  GuatuChangeKind kind;
  guint64         fields;                                 /* a bit for each field that has values here; not the id */
  GuatuValue      before[GUATU_CHANGE_MAX_FIELDS];        /* unless the row was added */
  GuatuValue      after[GUATU_CHANGE_MAX_FIELDS];         /* unless it was removed */
} GuatuChange;

#define guatu_change_has(change, field) (((change)->fields >> (field) & 1) != 0)

/* FALSE ends the walk. */
typedef gboolean (*GuatuChangeFunc) (const GuatuChange  *change,
                                     gpointer            data);

/* Calls @func for each row of a changeset, which is checked as a whole before. FALSE with @error if it cannot be
 * read. */
gboolean guatu_changeset_each (GBytes           *changeset,
                               GuatuChangeFunc   func,
                               gpointer          data,
                               GError          **error);

G_END_DECLS
