/* guatu-overlay-private.h — a what-if as the network reads it. */
#pragma once

#include "guatu-schedule.h"

G_BEGIN_DECLS

typedef struct
{
  GuatuTable table;
  gint32     row;
  guint      field;
  GuatuValue value;
  gint32     before;  /* of a task's field: what was said of the task before, as a place in @fields; or -1 */
} GuatuOverlayField;

struct _GuatuOverlay
{
  GArray *fields;     /* of GuatuOverlayField; the last word on a field counts */
  GHashTable *tasks;  /* by row of a task: the place of the last word on it */
  GArray *added;      /* of GuatuLink */
  GArray *removed;    /* of gint32 */
  GuatuInstant reach; /* late dates run from here where that is later than the plan's end; or GUATU_NONE */
};

GuatuOverlay *guatu_overlay_copy   (const GuatuOverlay *self);

/* Writes what the overlay says of a row's fields into a copy of its struct; fields kept beside the
 * structs are left to the reader of @fields. */
void          guatu_overlay_apply  (const GuatuOverlay *self,
                                    const GuatuPlan    *plan,
                                    GuatuTable          table,
                                    gpointer            rows,
                                    guint               n_rows);

/* The task's struct with what the overlay says of it. */
void          guatu_overlay_read_task (const GuatuOverlay *self,
                                    const GuatuPlan    *plan,
                                    gint32              row,
                                    GuatuTask          *task);

/* A number of the task that is kept beside its struct, or GUATU_NONE; @self may be %NULL. */
gint64        guatu_overlay_task_number (const GuatuOverlay *self,
                                    const GuatuPlan    *plan,
                                    gint32              row,
                                    guint               field);

gboolean      guatu_overlay_touches (const GuatuOverlay *self,
                                    GuatuTable          table);

G_END_DECLS
