/* guatu-chart-lanes.c — keeps upright lines out of each other's way. */
#include <math.h>

#include "guatu-chart-route-private.h"

/* Lanes that a line tries on either side of its place. */
#define N_LANES 4

/* Columns are looked at one by one; on a ground wider than so many pitches they are wider than one. */
#define MAX_COLUMNS 20000.0

/* More lines than these side by side within a column are a grey area anyway. */
#define MAX_STANDING 48

/* A line that stands already, down to its bottom. */
typedef struct
{
  double x;
  double bottom;
} Standing;

typedef struct
{
  double   pitch;
  double   left;
  double   column;      /* its width, at least a pitch */
  guint    n_columns;
  GArray **columns;     /* of Standing; %NULL where none has stood yet */
} Ground;

static guint
column_of (const Ground *self,
           double        x)
{
  return (guint) CLAMP (floor ((x - self->left) / self->column) + 1, 0, self->n_columns - 1);
}

/* Lines come from the top: what ends above @top is forgotten. */
static void
forget (GArray *standing,
        double  top)
{
  for (guint i = standing->len; i-- > 0;)
    if (g_array_index (standing, Standing, i).bottom < top)
      g_array_remove_index_fast (standing, i);
}

/* The line nearest to @x of those that are closer than a pitch; %NULL if there is none. */
static Standing *
nearest (Ground *self,
         double  x,
         double  top)
{
  guint from = column_of (self, x - self->pitch), to = column_of (self, x + self->pitch);
  Standing *found = NULL;

  for (guint column = from; column <= to; column++)
    {
      GArray *standing = self->columns[column];

      if (standing == NULL)
        continue;
      forget (standing, top);
      for (guint i = 0; i < standing->len; i++)
        {
          Standing *other = &g_array_index (standing, Standing, i);

          if (fabs (other->x - x) < self->pitch * 0.99
              && (found == NULL || fabs (other->x - x) < fabs (found->x - x)))
            found = other;
        }
    }

  return found;
}

static void
stand (Ground             *self,
       const GuatuUpright *upright)
{
  Standing standing = { upright->x, upright->bottom };
  GArray **column = &self->columns[column_of (self, upright->x)];

  if (*column == NULL)
    *column = g_array_new (FALSE, FALSE, sizeof (Standing));
  for (guint i = 0; i < (*column)->len; i++)
    {
      Standing *other = &g_array_index (*column, Standing, i);

      if (other->x == standing.x)
        {
          other->bottom = MAX (other->bottom, standing.bottom);
          return;
        }
    }
  if ((*column)->len < MAX_STANDING)
    g_array_append_val (*column, standing);
}

/* The free lane nearest to the wanted place; else the line that stands in the way, if it may be joined. */
static double
find_lane (Ground             *self,
           const GuatuUpright *upright)
{
  const Standing *other = nearest (self, upright->x, upright->top);

  if (other == NULL)
    return upright->x;
  for (int lane = 1; lane <= N_LANES; lane++)
    for (int side = 1; side >= -1; side -= 2)
      {
        double x = upright->x + side * lane * self->pitch;

        if (x >= upright->low && x <= upright->high && nearest (self, x, upright->top) == NULL)
          return x;
      }

  return CLAMP (other->x, upright->low, upright->high);
}

static int
by_top (gconstpointer a,
        gconstpointer b)
{
  const GuatuUpright *one = *(const GuatuUpright * const *) a, *other = *(const GuatuUpright * const *) b;

  if (one->top != other->top)
    return one->top < other->top ? -1 : 1;

  /* Whatever the sorting does, the same lines come out the same. */
  return (one > other) - (one < other);
}

void
guatu_uprights_part (GuatuUpright *uprights,
                     guint         n,
                     double        pitch,
                     double        left,
                     double        width)
{
  g_autofree GuatuUpright **order = g_new (GuatuUpright *, MAX (n, 1));
  Ground ground = { .pitch = pitch, .left = left, .column = MAX (pitch, width / MAX_COLUMNS) };

  ground.n_columns = (guint) (width / ground.column) + 3;
  ground.columns = g_new0 (GArray *, ground.n_columns);
  for (guint i = 0; i < n; i++)
    order[i] = &uprights[i];
  qsort (order, n, sizeof *order, by_top);
  for (guint i = 0; i < n; i++)
    {
      order[i]->x = find_lane (&ground, order[i]);
      stand (&ground, order[i]);
    }

  for (guint i = 0; i < ground.n_columns; i++)
    g_clear_pointer (&ground.columns[i], g_array_unref);
  g_free (ground.columns);
}
