/* guatu-plan-private.h — how a plan is laid out, for the files that make it up. */
#pragma once

#include "guatu-field-private.h"
#include "guatu-plan.h"
#include "guatu-sparse.h"

/* The rows that refer to each row of a target: lists end to end, the k-th from starts[k] to starts[k + 1]; and, since
 * edit follows edit, lists of their own for the targets of rows that have changed since. */
typedef struct
{
  guint       n_targets;
  guint      *starts;       /* NULL: not made */
  gint32     *rows;
  GHashTable *later;        /* target → GArray of rows; or NULL */
  guint       n_later;      /* steps taken since, of copying and noting */
} GuatuReferrers;

typedef struct
{
  guint8         *data;     /* n_rows structs */
  guint           n_rows;
  guint           n_live;
  guint           capacity;
  guint8         *n_sparse; /* entries beside each row, so that most rows are not looked up at all */
  GuatuSparse     sparse;
  guint32        *index;    /* hash of ids: row + 1; 0: empty */
  guint           index_size;
  GArray         *free;     /* rows whose place may be taken, or NULL */
  guint           changes;  /* counts up at every change, from 1 */
  GuatuReferrers *referrers;  /* one per field, made when first asked for; or NULL */
} GuatuRows;

struct _GuatuPlan
{
  GuatuRows       rows[GUATU_N_TABLES];
  GuatuPlanRow    unstored;       /* the settings of a plan that has no row yet */

  GByteArray     *text;           /* strings end to end, each ended by NUL; the one at 0 is "" */
  gsize           text_garbage;   /* bytes that nothing refers to any more */

  /* Made by settle() from the tasks' parents and positions. */
  gboolean        tree_is_stale;
  gboolean        has_loop;       /* a task was its own ancestor */
  gint32          first_task;
  gint32         *outline;
  guint           n_outline;
  guint32        *places;         /* by row: place in the outline, from 1 */
  guint32        *siblings;       /* by row: place among its siblings, from 1 */

  GPtrArray      *worktimes;      /* by calendar row + 1; the first is for none */
  guint           worktimes_made_at;
  GHashTable     *common;         /* pair of calendar rows → GuatuWorktime; or NULL */
};

/* A row's struct; the id is its first member. */
static inline gpointer
row_data (const GuatuPlan *self, GuatuTable table, gint32 row)
{
  return self->rows[table].data + (gsize) row * guatu_tables[table].size;
}

static inline gint64
row_id (const GuatuPlan *self, GuatuTable table, gint32 row)
{
  return *(const gint64 *) row_data (self, table, row);
}

static inline gboolean
row_is_live (const GuatuPlan *self, GuatuTable table, gint32 row)
{
  return row >= 0 && (guint) row < self->rows[table].n_rows && row_id (self, table, row) != 0;
}

void guatu_plan_clear_outline   (GuatuPlan       *self);
void guatu_plan_clear_lookups   (GuatuPlan       *self);
void guatu_plan_clear_referrers (GuatuRows       *rows,
                                 GuatuTable       table);

/* Keeps the lists of referrers in step: @row's field @number refers to @to and no more to @from (-1: none). */
void guatu_plan_note_referrer   (GuatuPlan       *self,
                                 GuatuTable       table,
                                 gint32           row,
                                 guint            number,
                                 gint32           from,
                                 gint32           to);

/* The same for a row whose place in the order has changed, and one that is about to go. */
void guatu_plan_note_place      (GuatuPlan       *self,
                                 GuatuTable       table,
                                 gint32           row);
void guatu_plan_note_removal    (GuatuPlan       *self,
                                 GuatuTable       table,
                                 gint32           row);

void guatu_plan_make_outline    (GuatuPlan       *self);
gsize guatu_plan_lookups_size   (const GuatuPlan *self);
