/* guatu-id.h — row ids that stay unique when copies of a plan are edited apart. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GuatuIdSource:
 * @now: milliseconds since 1970-01-01 UTC; called for each id
 * @random: 32 random bits; called once in each new millisecond
 *
 * Where ids take time and chance from. Tests and samples set their own to get the same ids again.
 */
typedef struct
{
  gint64  (*now)    (gpointer data);
  guint32 (*random) (gpointer data);
  gpointer data;
} GuatuIdSource;

/**
 * guatu_id_next:
 *
 * A new id: 41 bits of milliseconds since 2020-01-01 UTC, then 22 bits that start random in each
 * millisecond and count up. Ids of one process ascend, whatever the clock does.
 */
gint64   guatu_id_next       (void);

/* Replaces the source for this process; %NULL goes back to the clock and the system's randomness. */
void     guatu_id_set_source (const GuatuIdSource *source);

/* Ids are decimal strings outside: JavaScript and jq lose 63-bit numbers. */
gboolean guatu_id_parse      (const char          *text,
                              gint64              *id);

G_END_DECLS
