/* guatu-key-nodes.h — all key nodes of a plan in one list: when each is to be reached, and how it stands. */
#pragma once

#include "guatu-schedule.h"

G_BEGIN_DECLS

typedef enum
{
  GUATU_NODE_OPEN,              /* to be reached later, or on no day that is known */
  GUATU_NODE_DUE,               /* within GUATU_NODE_DUE_DAYS days from the day on which it is looked at */
  GUATU_NODE_OVERDUE,
  GUATU_NODE_REACHED,
  GUATU_N_NODE_STATES
} GuatuNodeState;

#define GUATU_NODE_DUE_DAYS 14

typedef enum
{
  GUATU_NODE_SORT_DUE,
  GUATU_NODE_SORT_TASK,         /* as the outline goes */
  GUATU_NODE_SORT_NAME,
  GUATU_NODE_SORT_STATE,        /* overdue, due, open, reached */
  GUATU_NODE_SORT_REACHED,
  GUATU_N_NODE_SORTS
} GuatuNodeSort;

typedef struct
{
  gint32       node;            /* its row */
  guint8       state;           /* GuatuNodeState */
  GuatuInstant date;            /* its own, or by its share of the task as scheduled; GUATU_NONE: neither */
} GuatuNodeRow;

/* What is listed, and in which order. All zeros: all of them, by date. */
typedef struct
{
  guint          states;        /* bit per GuatuNodeState; 0: any */
  const char    *text;          /* in its name or its task's, whatever its case; or %NULL */
  GuatuNodeSort  sort;
  gboolean       descending;
} GuatuNodeQuery;

/* @day: midnight of the day on which they are looked at; GUATU_NONE: none is due or overdue. Those without what is
 * sorted by come last either way, and those that are alike by date. Free the array with g_free(). */
GuatuNodeRow *guatu_key_nodes_list        (const GuatuPlan      *plan,
                                           const GuatuSchedule  *schedule,
                                           GuatuInstant          day,
                                           const GuatuNodeQuery *query,
                                           guint                *n);

/* How many are in each state. */
void          guatu_key_nodes_count       (const GuatuPlan      *plan,
                                           const GuatuSchedule  *schedule,
                                           GuatuInstant          day,
                                           guint                 counts[GUATU_N_NODE_STATES]);

/* "overdue": the form of the command line; and for a person. */
const char   *guatu_node_state_name       (GuatuNodeState        state);
const char   *guatu_node_state_label      (GuatuNodeState        state);

/* "3 days overdue", "due in 2 days", "reached 4 days late". Free it. */
char         *guatu_words_node_state      (const GuatuPlan      *plan,
                                           const GuatuNodeRow   *row,
                                           GuatuInstant          day);

/* "12 key nodes: 3 overdue, 2 due". Free it. */
char         *guatu_words_node_counts     (const guint           counts[GUATU_N_NODE_STATES]);

G_END_DECLS
