/* guatu-tenures.h — who answered for a task on which day, out of the journal (PB-33, responsibility trace-back). */
#pragma once

#include "guatu-document.h"

G_BEGIN_DECLS

/* A stretch of time in which a unit or a person had a role in a task, or a person headed a unit that had it. */
typedef struct
{
  GuatuRole  role;
  gint64     unit;              /* one of the two; the other is 0. Of a head: both */
  gint64     person;
  char      *who;               /* its name, today's or the last one */
  char      *head_of;           /* of a head: the unit's name; NULL */
  gint64     share;             /* 1/100 % at its end; GUATU_NONE */
  gint64     from;              /* milliseconds as entries have them */
  gint64     to;                /* 0: still */
  gint64     from_entry;        /* that gave the duty, and that took it away; 0: none */
  gint64     to_entry;
  char      *from_author;
  char      *to_author;         /* "" */
  gboolean   as_found;          /* it was there when the journal began: in truth it may have begun earlier */
} GuatuTenure;

void       guatu_tenure_free      (GuatuTenure        *self);

/* All duties in the task there ever were (GuatuTenure), by role, then by their beginning. The task may be gone. */
GPtrArray *guatu_tenures          (GuatuDocument      *document,
                                   gint64              task,
                                   GError            **error);

/* The same out of a file that is open otherwise, for a thread that may take its time: all of the journal is looked
 * through. @plan has the names of today. */
GPtrArray *guatu_tenures_read     (GuatuStore         *store,
                                   const GuatuPlan    *plan,
                                   gint64              task,
                                   GError            **error);

/* Who it was, with the unit that a head was the head of. */
char      *guatu_tenure_title     (const GuatuTenure  *self);

/* Whether it was held at any time on that day, by the reader's clock. */
gboolean   guatu_tenure_is_of_day (const GuatuTenure  *self,
                                   GuatuInstant        day);

G_END_DECLS
