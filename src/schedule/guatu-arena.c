/* guatu-arena.c — one block of memory for many arrays, kept for the next pass. */
#include "guatu-arena-private.h"

#if defined(__SANITIZE_ADDRESS__)
#define KEEP 0
#elif defined(__has_feature)
#if __has_feature (address_sanitizer)
#define KEEP 0
#endif
#endif
#ifndef KEEP
#define KEEP 4
#endif

/* Larger blocks are for plans that nobody edits by hand. */
#define MAX_KEPT ((gsize) 64 << 20)

struct _GuatuArena
{
  gsize      size;
  gsize      used;
  GPtrArray *singles;     /* arrays by themselves, where a sanitizer is to see their ends */
};

static GuatuArena *kept[KEEP + 1];
G_LOCK_DEFINE_STATIC (kept);

/* The smallest kept block that is large enough, but not absurdly so. */
static GuatuArena *
take_kept (gsize size)
{
  GuatuArena *best = NULL;
  int place = 0;

  G_LOCK (kept);
  for (int i = 0; i < KEEP; i++)
    if (kept[i] != NULL && kept[i]->size >= size && kept[i]->size / 4 <= size &&
        (best == NULL || kept[i]->size < best->size))
      {
        best = kept[i];
        place = i;
      }
  if (best != NULL)
    kept[place] = NULL;
  G_UNLOCK (kept);

  return best;
}

GuatuArena *
guatu_arena_new (gsize size)
{
  GuatuArena *self;

  if (KEEP == 0)
    {
      self = g_new0 (GuatuArena, 1);
      self->singles = g_ptr_array_new_with_free_func (g_free);
      return self;
    }

  size += GUATU_ARENA_SLACK * 2;
  self = take_kept (size);
  if (self == NULL)
    {
      self = g_malloc (size);
      self->size = size;
      self->singles = NULL;
    }
  self->used = GUATU_ARENA_SLACK;

  return self;
}

/* Keeps the block in place of the smallest one, which a plan that has grown no longer fits. */
void
guatu_arena_free (GuatuArena *self)
{
  GuatuArena *left = self;

  if (self == NULL)
    return;

  if (KEEP == 0)
    {
      g_ptr_array_unref (self->singles);
      g_free (self);
      return;
    }

  if (self->size <= MAX_KEPT)
    {
      int smallest = 0;

      G_LOCK (kept);
      for (int i = 0; i < KEEP; i++)
        if (kept[i] == NULL || (kept[smallest] != NULL && kept[i]->size < kept[smallest]->size))
          smallest = i;
      if (kept[smallest] == NULL || kept[smallest]->size < self->size)
        {
          left = kept[smallest];
          kept[smallest] = self;
        }
      G_UNLOCK (kept);
    }
  g_free (left);
}

gpointer
guatu_arena_take (GuatuArena *self, gsize n)
{
  gpointer array;

  if (KEEP == 0)
    {
      array = g_malloc (MAX (n, 1));
      g_ptr_array_add (self->singles, array);
      return array;
    }

  g_assert (n <= self->size && self->used + n <= self->size);
  array = (guint8 *) self + self->used;
  /* Arrays begin on cache lines of their own. */
  self->used += (n + GUATU_ARENA_SLACK - 1) / GUATU_ARENA_SLACK * GUATU_ARENA_SLACK;

  return array;
}
