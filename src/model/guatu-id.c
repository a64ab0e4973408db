/* guatu-id.c — 41 bits of time, 22 bits that start random and count up. */
#include "guatu-id.h"

#include <string.h>
#include <sys/random.h>

#define EPOCH_MS      G_GINT64_CONSTANT (1577836800000)   /* 2020-01-01 00:00 UTC */
#define COUNTER_BITS  22
#define COUNTER_MASK  ((G_GINT64_CONSTANT (1) << COUNTER_BITS) - 1)
#define MS_MASK       ((G_GINT64_CONSTANT (1) << 41) - 1)

static GMutex lock;
static GuatuIdSource source;
static gint64 last;

static gint64
now_ms (void)
{
  return source.now != NULL ? source.now (source.data) : g_get_real_time () / 1000;
}

static guint32
random_bits (void)
{
  guint32 bits;

  if (source.random != NULL)
    return source.random (source.data);
  if (getrandom (&bits, sizeof bits, 0) == sizeof bits)
    return bits;
  return g_random_int ();
}

gint64
guatu_id_next (void)
{
  gint64 ms, id;

  g_mutex_lock (&lock);

  ms = CLAMP (now_ms () - EPOCH_MS, 0, MS_MASK);
  if (ms > last >> COUNTER_BITS)
    {
      /* The upper half stays free, so that a burst of ids rarely spills into the next millisecond. */
      id = ms << COUNTER_BITS | (random_bits () & COUNTER_MASK >> 1);
      id = MAX (id, 1);
    }
  else
    id = last + 1;    /* within the millisecond, or the clock went back: never lower than before */
  last = id;

  g_mutex_unlock (&lock);

  return id;
}

void
guatu_id_set_source (const GuatuIdSource *new_source)
{
  g_mutex_lock (&lock);
  if (new_source != NULL)
    source = *new_source;
  else
    memset (&source, 0, sizeof source);
  last = 0;
  g_mutex_unlock (&lock);
}

gboolean
guatu_id_parse (const char *text, gint64 *id)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &number, NULL))
    return FALSE;

  *id = (gint64) number;
  return TRUE;
}
