/* naive.h — the scheduling rules once more, written as they read: every pair of leaves, recursion, no speed. */
#pragma once

#include "guatu-schedule.h"

typedef struct
{
  gboolean      cycle;
  GuatuInstant *es;
  GuatuInstant *ef;
  GuatuInstant *ls;
  GuatuInstant *lf;
  gint64       *total;
  gint64       *free;
} Naive;

/* Schedules from the start, the whole plan, without as-late-as-possible. */
Naive *naive_new  (const GuatuPlan *plan);
void   naive_free (Naive           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Naive, naive_free)
