/* guatu-worktime-builder-private.h — puts a compiled calendar together, week by week. */
#pragma once

#include "guatu-worktime-private.h"

G_BEGIN_DECLS

#define GUATU_FIRST_DAY (GUATU_INSTANT_MIN / GUATU_DAY)
#define GUATU_LAST_DAY  (GUATU_INSTANT_MAX / GUATU_DAY - 1)

/* Keeps every distinct day and week once. */
typedef struct _GuatuWorktimeBuilder GuatuWorktimeBuilder;

GuatuWorktimeBuilder *guatu_worktime_builder_new  (void);
void                  guatu_worktime_builder_free (GuatuWorktimeBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuWorktimeBuilder, guatu_worktime_builder_free)

/* The number of a day with these hours, which need not be sorted, clipped or apart. Day 0 is the day off. */
guint32               guatu_worktime_builder_day  (GuatuWorktimeBuilder *self,
                                                   const GuatuHours     *hours,
                                                   guint                 n);

/* The number of the week made of these days, from Monday. The first week asked for is the usual one. */
guint32               guatu_worktime_builder_week (GuatuWorktimeBuilder *self,
                                                   const guint32         days[7]);

/* @core holds the numbers of the @n weeks from week @first on; all others are the usual week. */
GuatuWorktime        *guatu_worktime_builder_end  (GuatuWorktimeBuilder *self,
                                                   guint32               first,
                                                   const guint32        *core,
                                                   guint32               n);

G_END_DECLS
