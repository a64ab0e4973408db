/* guatu-hit-list.h — what was found, as a list whose rows are made when they are seen. */
#pragma once

#include <gio/gio.h>

#include "guatu-document.h"
#include "guatu-finder.h"

G_BEGIN_DECLS

#define GUATU_TYPE_HIT (guatu_hit_get_type ())
#define GUATU_TYPE_HIT_LIST (guatu_hit_list_get_type ())

/* One of them: a row, or a day. */
G_DECLARE_FINAL_TYPE (GuatuHit, guatu_hit, GUATU, HIT, GObject)
G_DECLARE_FINAL_TYPE (GuatuHitList, guatu_hit_list, GUATU, HIT_LIST, GObject)

GuatuHitList *guatu_hit_list_new  (GuatuDocument *document);

/* Takes @found. @date: a day that was meant as well, and stands first; GUATU_NONE: none. */
void          guatu_hit_list_fill (GuatuHitList  *self,
                                   GArray        *found,
                                   GuatuInstant   date);

/* The row, or for a day GUATU_N_TABLES and GUATU_NONE < @date. */
GuatuTable    guatu_hit_get_table (GuatuHit      *self,
                                   gint64        *id,
                                   GuatuInstant  *date);

G_END_DECLS
