/* guatu-arena-private.h — one block of memory for many arrays, kept for the next pass. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Every edit runs a full pass, and every pass needs the same few megabytes. Fresh from the system each
 * page of them costs more than the arithmetic done on it, so a few blocks are kept when they are given
 * back. May be used from several threads; an arena itself belongs to one.
 */
typedef struct _GuatuArena GuatuArena;

/* Room for @size bytes in all; each array takes up to GUATU_ARENA_SLACK more. */
GuatuArena *guatu_arena_new   (gsize       size);
void        guatu_arena_free  (GuatuArena *self);

/* @n bytes, not cleared. */
gpointer    guatu_arena_take  (GuatuArena *self,
                               gsize       n);

#define GUATU_ARENA_SLACK 64

#define guatu_arena_array(self, Type, n) ((Type *) guatu_arena_take ((self), sizeof (Type) * (gsize) (n)))

G_END_DECLS
