/* guatu-chart-rows.h — filter, group, sort and fold: the one list of rows that window, paper and lists show. */
#pragma once

#include "guatu-lights.h"
#include "guatu-painter.h"
#include "guatu-progress.h"

G_BEGIN_DECLS

typedef enum
{
  GUATU_GROUP_NONE,
  GUATU_GROUP_CATEGORY,         /* of a ledger */
  GUATU_GROUP_UNIT,             /* the lead unit */
  GUATU_GROUP_SUPPORT_UNIT,     /* of several the first */
  GUATU_GROUP_TASK_FORCE,
  GUATU_GROUP_TOWNSHIP,         /* one that has a part in the task, before others one that leads it */
  GUATU_GROUP_OWNER,            /* the project owner */
  GUATU_GROUP_EXECUTIVE,        /* the lead executive, of two the first */
  GUATU_GROUP_RESPONSIBLE,      /* the responsible person */
  GUATU_GROUP_INSPECTOR,
  GUATU_GROUP_STAGE,
  GUATU_GROUP_LEDGER,           /* the ledger, of several the first in their order */
  GUATU_GROUP_LIGHT,            /* the light, the most serious first */
  GUATU_N_GROUPINGS
} GuatuGrouping;

typedef enum
{
  GUATU_SORT_OUTLINE,
  GUATU_SORT_NAME,
  GUATU_SORT_START,
  GUATU_SORT_FINISH,
  GUATU_SORT_DEADLINE,          /* tasks without one last */
  GUATU_SORT_DURATION,
  GUATU_SORT_FLOAT,
  GUATU_SORT_PROGRESS,
  GUATU_SORT_SLIP,              /* tasks that no baseline speaks of last, either way */
  GUATU_SORT_CUSTOM,            /* by a custom field; tasks of which it says nothing last, in either direction */
  GUATU_N_SORTS
} GuatuSort;

/* Whether a task that passed every other condition is shown. */
typedef gboolean (*GuatuTaskFilter) (const GuatuPlan *plan,
                                     gint32           task,
                                     gpointer         data);

/* A condition on what a custom field says of the task. */
typedef struct
{
  gint64   field;               /* its id; a field that is gone is no condition */
  char    *text;                /* what stands in it, whatever its case; %NULL: anything */
  double   from;                /* guatu_custom_value_number(); NAN: no bound */
  double   to;
  char   **choices;             /* one of them; "": nothing is said. %NULL: any */
} GuatuFieldCondition;

GuatuFieldCondition *guatu_field_condition_new  (gint64                     field);
GuatuFieldCondition *guatu_field_condition_copy (const GuatuFieldCondition *self);
void                 guatu_field_condition_free (GuatuFieldCondition       *self);

/* A list of conditions for GuatuRowsQuery.fields. Nobody changes one that a query has. */
GPtrArray           *guatu_field_conditions_new (void);

/* The list's condition on the field with this id, or %NULL. */
const GuatuFieldCondition *guatu_field_conditions_find (const GPtrArray    *self,
                                                gint64                     field);

/**
 * GuatuRowsQuery:
 *
 * What to show of a plan, and in which order; all zeros and GUATU_ROWS_QUERY_INIT's -1 and
 * GUATU_NONE show the whole outline. Conditions are joined by *and*. Parents of a task that is
 * shown are shown with it, marked as context.
 */
typedef struct
{
  GuatuGrouping    grouping;
  gboolean         merged;        /* groups have no headings: a cell beside all their rows says what they are */
  gint32           ledger;        /* whose categories; -1: the first that has any */
  GuatuSort        sort;          /* among siblings */
  gint64           sort_field;    /* the id of the custom field that GUATU_SORT_CUSTOM is about */
  gboolean         descending;
  GPtrArray       *fields;        /* of GuatuFieldCondition, all of which hold; or %NULL. Borrowed */
  const char      *text;          /* in the name or WBS code, whatever its case; or %NULL */
  gint32           unit;          /* has a part in the task; -1: any */
  gint32           person;
  int              role;          /* GuatuRole in which they have it, or else somebody has; -1: any */
  guint            stages;        /* bit per GuatuStage; 0: any */
  guint            lights;        /* bit per GuatuLightColour; 0: any. Known to guatu_chart_content_new() only */
  const GuatuLights *lit;         /* those that rows are grouped by, as guatu_chart_content_new() knows; or %NULL */
  gboolean         slipped;       /* finishes later than the baseline says */
  const gint64    *slips;         /* by task row, for that and for the order, as guatu_chart_content_new() knows; or
                                   * %NULL */
  GuatuInstant     from;          /* the task's dates touch from … to */
  GuatuInstant     to;
  gboolean         critical;      /* critical tasks only */
  int              max_depth;     /* outline levels shown; 0: all */
  GHashTable      *folded;        /* set of task ids (gint64 *) whose children are hidden, of recurring tasks those */
                                  /* whose times have rows of their own as well; or %NULL */
  GHashTable      *folded_groups; /* set of the keys of groups (GINT_TO_POINTER); or %NULL */
  GuatuTaskFilter  filter;        /* or %NULL */
  gpointer         filter_data;
} GuatuRowsQuery;

#define GUATU_ROWS_QUERY_INIT \
  { .ledger = -1, .unit = -1, .person = -1, .role = -1, .from = GUATU_NONE, .to = GUATU_NONE }

/* 1/100 working days: what is less is no slip to speak of, and whole days are enough to know. */
#define GUATU_LEAST_SLIP 50

/* How many conditions a person would say are on; a span of dates is one. A filter of the caller's is none. */
guint       guatu_rows_query_n_conditions (const GuatuRowsQuery *self);

/* Shows all tasks, grouped and sorted as before. */
void        guatu_rows_query_clear_conditions (GuatuRowsQuery   *self);

typedef enum
{
  GUATU_ROW_SUMMARY  = 1 << 0,    /* has children, shown or not */
  GUATU_ROW_FOLDED   = 1 << 1,    /* children are hidden */
  GUATU_ROW_CONTEXT  = 1 << 2,    /* shown for the sake of a descendant */
  GUATU_ROW_RECURRING = 1 << 3,   /* its children are the times of a recurring task, and stand on its row */
} GuatuRowFlags;

/* One line of the list: a task, or the heading of a group. */
typedef struct
{
  gint32  task;                   /* -1: a heading */
  gint32  group;                  /* place in the list of groups; -1: none */
  guint16 depth;                  /* among the tasks of its group */
  guint8  hue;
  guint8  flags;                  /* GuatuRowFlags */
} GuatuRow;

/* Whether the row stands for what is shown below it, or on it; a summary whose children are hidden stands for
 * itself. */
static inline gboolean
guatu_row_spans_children (const GuatuRow *row)
{
  return row->task >= 0 && ((row->flags & (GUATU_ROW_SUMMARY | GUATU_ROW_FOLDED)) == GUATU_ROW_SUMMARY
                            || (row->flags & GUATU_ROW_RECURRING) != 0);
}

/* A group with its roll-up: the span of what is in it, and the mean share done. */
typedef struct
{
  gint32       key;               /* row of the category, unit, person or ledger; stage; light; -1: tasks without one */
  const char  *name;              /* of the plan; %NULL for stages, lights and for tasks without a key */
  guint        first;             /* its first row: its heading where it has one */
  guint        n_rows;
  guint        n_tasks;           /* shown in it, folded ones too */
  GuatuInstant start;
  GuatuInstant finish;
  gint64       share;             /* 1/100 % */
  guint8       hue;
} GuatuGroup;

/* A link between two rows that are there, by their places. */
typedef struct
{
  gint32 link;
  guint  from;
  guint  to;
} GuatuRowLink;

typedef struct _GuatuRows GuatuRows;

struct _GuatuRows
{
  const GuatuRows *whole;         /* the list that this is a part of, with the same groups; %NULL: of none */
  GuatuGrouping grouping;
  gboolean      merged;
  GuatuRow     *rows;
  guint         n;
  guint         n_found;        /* tasks that meet every condition, shown or folded away */
  GuatuGroup   *groups;
  guint         n_groups;
  gint32       *places;           /* by task row: its place in the list, -1 where it is not shown */
  GuatuRowLink *links;            /* by the upper of their rows */
  guint         n_links;
  guint        *link_reach;       /* per block of links: the lowest row that one of them reaches */
  GHashTable   *times;            /* of recurring tasks, by task row: see guatu_chart_each_time(); %NULL: of none */
};

/* Links looked through at a time, see guatu_rows_each_link(). */
#define GUATU_LINK_BLOCK 64

/**
 * guatu_rows_new:
 * @shares: reported shares by task row (guatu_progress_reported()), or %NULL
 *
 * Hues: with categories in use every category has its own, by its place, in whatever way the rows
 * are grouped; a task in none has that of its nearest parent in one, or GUATU_HUE_NEUTRAL. Without, groups have hues;
 * an outline without either is of one hue.
 */
GuatuRows  *guatu_rows_new        (const GuatuPlan      *plan,
                                   const GuatuSchedule  *schedule,
                                   const gint64         *shares,
                                   const GuatuRowsQuery *query);

void        guatu_rows_free       (GuatuRows            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuRows, guatu_rows_free)

/* The rows @first … @first + @n - 1 as a list of their own, which @rows must outlive. Links to others are not in it. */
GuatuRows  *guatu_rows_slice      (const GuatuRows      *rows,
                                   const GuatuPlan      *plan,
                                   guint                 first,
                                   guint                 n);

/* The ledger whose categories group and colour the plan's tasks: @ledger itself, or for -1 the first with
 * a category that a task stands in; -1 if there is none. */
gint32      guatu_rows_ledger     (const GuatuPlan      *plan,
                                   gint32                ledger);

/* The table whose rows are the keys of the groups; GUATU_N_TABLES: keys are no rows. */
GuatuTable  guatu_rows_group_table (GuatuGrouping         grouping);

/* The group's title as people read it, in @language. Lives as long as the plan is not changed. */
const char *guatu_rows_group_name (const GuatuRows      *self,
                                   guint                 group,
                                   const char           *language);

typedef void (*GuatuRowLinkFunc)  (const GuatuRowLink   *link,
                                   gpointer              data);

/* Calls @func for every link that touches, or passes, the rows @first … @last. */
void        guatu_rows_each_link  (const GuatuRows      *self,
                                   guint                 first,
                                   guint                 last,
                                   GuatuRowLinkFunc      func,
                                   gpointer              data);

G_END_DECLS
