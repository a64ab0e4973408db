/* guatu-exception-private.h — the days on which an exception of a calendar holds, and which of two is heard. */
#pragma once

#include "guatu-worktime-builder-private.h"

G_BEGIN_DECLS

/* Which of two exceptions for one day of one calendar is heard: the smaller first; of two alike the later. */
#define GUATU_EXCEPTION_RANKS 5

int  guatu_exception_rank     (const GuatuException *exception);

/* @day: counted from 1970-01-01. */
typedef void (*GuatuDayFunc) (gint64 day, gpointer data);

/* Calls @func for each of its days from @first to @last, in their order. Once *@patience, which each day looked at
 * uses up, is below 0, nothing more is looked at. */
void guatu_exception_each_day (const GuatuException *exception,
                               gint64                first,
                               gint64                last,
                               gint64               *patience,
                               GuatuDayFunc          func,
                               gpointer              data);

G_END_DECLS
