/* guatu-key-node-dates.h — when key nodes that lie at shares of a task's span are to be reached, and which shares. */
#pragma once

#include "guatu-schedule.h"

G_BEGIN_DECLS

/* The instant at a share (1/100 %) of the working time from @start to @finish, on the task's calendar. */
GuatuInstant guatu_key_node_date_at     (const GuatuPlan  *plan,
                                         gint32            task,
                                         GuatuInstant      start,
                                         GuatuInstant      finish,
                                         gint64            share);

/* By its own date or by its share of the task as scheduled; GUATU_NONE where that says nothing. */
GuatuInstant guatu_key_node_date        (const GuatuPlan     *plan,
                                         const GuatuSchedule *schedule,
                                         gint32               key_node);

/* The shares that people write: "1/3, 2/3", "25% 50% 75%", "40": of gint64 in 1/100 %, in their order, each once. "" is
 * none of them. %NULL with GUATU_BACKWARD_ERROR_SHARES if it is no share between 0 and 100 %. */
GArray      *guatu_key_node_shares      (const char       *text,
                                         GError          **error);

/* Those of @shares at which the task has no key node yet. */
GArray      *guatu_key_node_new_shares  (const GuatuPlan  *plan,
                                         gint32            task,
                                         const GArray     *shares);

/* How a key node at that share is called: "One third", "25 %". Free it. */
char        *guatu_key_node_share_name  (gint64            share);

G_END_DECLS
