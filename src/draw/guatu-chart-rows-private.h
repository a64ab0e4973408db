/* guatu-chart-rows-private.h — what the parts of the row list share while it is made. */
#pragma once

#include "guatu-chart-rows.h"

G_BEGIN_DECLS

/* By task row: which of the keys of @grouping the task has, itself or from its nearest parent that has
 * one; -1 for none. Free it. */
gint32 *guatu_rows_keys     (const GuatuPlan   *plan,
                             GuatuGrouping      grouping,
                             gint32             ledger,
                             const GuatuLights *lights);

/* The keys in the order of their groups, ended by -1, which is a group too. Free it. */
gint32 *guatu_rows_key_list (const GuatuPlan *plan,
                             GuatuGrouping    grouping,
                             gint32           ledger,
                             guint           *n);

/* By task row: whether the task meets every condition on custom fields, of which there is one at least. Free it. */
guint8 *guatu_rows_filter_fields (const GuatuPlan *plan,
                             const GPtrArray      *conditions);

/* By task row: whether the task meets every condition of @query. Free it. */
guint8 *guatu_rows_filter   (const GuatuPlan      *plan,
                             const GuatuSchedule  *schedule,
                             const GuatuRowsQuery *query);

/* Sorts tasks in place as @query says; equal ones keep their order. */
typedef struct _GuatuTaskSorter GuatuTaskSorter;

GuatuTaskSorter *guatu_task_sorter_new  (const GuatuPlan      *plan,
                                         const GuatuSchedule  *schedule,
                                         const gint64         *shares,
                                         const GuatuRowsQuery *query);
void             guatu_task_sorter_free (GuatuTaskSorter      *self);
void             guatu_task_sorter_sort (GuatuTaskSorter      *self,
                                         gint32               *tasks,
                                         guint                 n);

/* Fills in span and share of a group from its topmost tasks; inactive ones have no say in what is done. */
void    guatu_group_roll_up (GuatuGroup          *group,
                             const gint32        *tasks,
                             guint                n,
                             const GuatuPlan     *plan,
                             const GuatuSchedule *schedule,
                             const gint64        *shares);

/* Finds the times of the recurring tasks that have rows. */
void    guatu_rows_find_times (GuatuRows          *self,
                              const GuatuPlan     *plan,
                              const GuatuSchedule *schedule);

/* Makes the list of links between the rows that are there. */
void    guatu_rows_add_links (GuatuRows          *self,
                              const GuatuPlan    *plan);

G_END_DECLS
