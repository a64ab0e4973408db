/* guatu-sparse.c — open addressing with linear probing; removal shifts back, so there are no tombstones. */
#include "guatu-sparse.h"

#include "guatu-time.h"

#include <string.h>

static guint32
make_key (guint32 row, guint field)
{
  return row * GUATU_SPARSE_MAX_FIELDS + field + 1;
}

static guint32
home (const GuatuSparse *self, guint32 key)
{
  /* Fibonacci hashing: neighbouring rows spread over the table. */
  return (guint32) ((key * G_GUINT64_CONSTANT (11400714819323198485)) >> 32) & (self->size - 1);
}

/* The place of @key, or the empty one where it would go. */
static guint32
place_of (const GuatuSparse *self, guint32 key)
{
  guint32 place = home (self, key);

  while (self->keys[place] != 0 && self->keys[place] != key)
    place = (place + 1) & (self->size - 1);

  return place;
}

void
guatu_sparse_clear (GuatuSparse *self)
{
  g_free (self->keys);
  g_free (self->values);
  memset (self, 0, sizeof *self);
}

void
guatu_sparse_copy (GuatuSparse *self, const GuatuSparse *from)
{
  *self = *from;
  self->keys = g_memdup2 (from->keys, from->size * sizeof *from->keys);
  self->values = g_memdup2 (from->values, from->size * sizeof *from->values);
}

gint64
guatu_sparse_get (const GuatuSparse *self, guint32 row, guint field)
{
  guint32 place;

  if (self->size == 0)
    return GUATU_NONE;

  place = place_of (self, make_key (row, field));
  return self->keys[place] != 0 ? self->values[place] : GUATU_NONE;
}

static void
grow (GuatuSparse *self)
{
  GuatuSparse old = *self;

  self->size = old.size > 0 ? old.size * 2 : 64;
  self->keys = g_new0 (guint32, self->size);
  self->values = g_new (gint64, self->size);

  for (guint32 i = 0; i < old.size; i++)
    if (old.keys[i] != 0)
      {
        guint32 place = place_of (self, old.keys[i]);

        self->keys[place] = old.keys[i];
        self->values[place] = old.values[i];
      }

  g_free (old.keys);
  g_free (old.values);
}

/* Closes the gap at @place: whatever was pushed past it moves back. */
static void
take_out (GuatuSparse *self, guint32 place)
{
  guint32 mask = self->size - 1;
  guint32 gap = place;

  for (guint32 next = (gap + 1) & mask; self->keys[next] != 0; next = (next + 1) & mask)
    {
      guint32 wanted = home (self, self->keys[next]);

      if (((next - wanted) & mask) >= ((next - gap) & mask))
        {
          self->keys[gap] = self->keys[next];
          self->values[gap] = self->values[next];
          gap = next;
        }
    }

  self->keys[gap] = 0;
  self->n--;
}

int
guatu_sparse_set (GuatuSparse *self, guint32 row, guint field, gint64 value)
{
  guint32 key = make_key (row, field);
  guint32 place;

  g_assert (row < GUATU_SPARSE_MAX_ROWS && field < GUATU_SPARSE_MAX_FIELDS);

  if (value == GUATU_NONE)
    {
      if (self->size == 0 || self->keys[place = place_of (self, key)] == 0)
        return 0;
      take_out (self, place);
      return -1;
    }

  if ((self->n + 1) * 4 > self->size * 3)
    grow (self);

  place = place_of (self, key);
  self->values[place] = value;
  if (self->keys[place] == key)
    return 0;
  self->keys[place] = key;
  self->n++;
  return 1;
}

gsize
guatu_sparse_size (const GuatuSparse *self)
{
  return self->size * (sizeof *self->keys + sizeof *self->values);
}
