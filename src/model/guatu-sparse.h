/* guatu-sparse.h — fields that few rows fill: a hash of (row, field) → number. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Keys are row × 64 + field, so tables have at most 64 fields and 2^26 rows. */
typedef struct
{
  guint32 *keys;        /* key + 1; 0: empty */
  gint64  *values;
  guint32  n;
  guint32  size;        /* a power of two, or 0 */
} GuatuSparse;

#define GUATU_SPARSE_MAX_FIELDS 64
#define GUATU_SPARSE_MAX_ROWS   (1u << 26)

void     guatu_sparse_clear  (GuatuSparse       *self);
void     guatu_sparse_copy   (GuatuSparse       *self,
                              const GuatuSparse *from);

/* GUATU_NONE where there is no entry. */
gint64   guatu_sparse_get    (const GuatuSparse *self,
                              guint32            row,
                              guint              field);

/* Returns 1 if an entry was added, -1 if one was removed (by setting GUATU_NONE), else 0. */
int      guatu_sparse_set    (GuatuSparse       *self,
                              guint32            row,
                              guint              field,
                              gint64             value);

gsize    guatu_sparse_size   (const GuatuSparse *self);

G_END_DECLS
