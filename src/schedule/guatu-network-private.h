/* guatu-network-private.h — a plan compiled for the passes: bare arrays, links by successor, one order. */
#pragma once

#include "guatu-arena-private.h"
#include "guatu-loads-private.h"
#include "guatu-overlay-private.h"
#include "guatu-schedule.h"

G_BEGIN_DECLS

/*
 * A network is a snapshot of what the passes need of a plan, with the what-if laid over it. Arrays
 * are indexed by task row. Where the plan is scheduled from its finish the network is *mirrored*:
 * time runs backwards (every instant is negated), links point the other way, starts are finishes.
 * The passes then compute late dates first, without knowing it; results are turned back at the end.
 *
 * Links of summaries are not multiplied out over their leaves. A summary with links, or one that
 * bounds its leaves, is a *group*: it is passed twice, once before its leaves (its own links say
 * when they may start) and once after (its earliest start and latest finish drive successors).
 */

/* Later than any late date that a link asks for, earlier than any early one. */
#define NO_LIMIT  G_MAXINT64
#define NO_DATE   G_MININT64

typedef enum
{
  GUATU_NODE_GONE,        /* the row's task was removed */
  GUATU_NODE_PLAIN,       /* a leaf with nothing but a working duration on the plan's calendar; all links into
                             it lead from finish to start, without lag */
  GUATU_NODE_LEAF,        /* any other leaf */
  GUATU_NODE_SUMMARY,
  GUATU_NODE_IDLE,        /* an inactive task: keeps its dates, and takes no part */
} GuatuNodeKind;

typedef enum
{
  GUATU_STATE_AUTOMATIC,  /* not started, scheduled by its links */
  GUATU_STATE_MANUAL,     /* not started, keeps the dates typed */
  GUATU_STATE_STARTED,    /* keeps its actual start */
  GUATU_STATE_FIXED,      /* keeps both dates: finished, or under way in a mirrored network */
} GuatuLeafState;

/* What few tasks have. Instants are the network's (mirrored, where it is), NO_DATE for none. */
typedef struct
{
  GuatuInstant start;           /* kept by a manual, started or fixed task */
  GuatuInstant finish;          /* kept by a manual or fixed task; of a manual summary */
  GuatuInstant date;            /* of the constraint */
  GuatuInstant deadline;        /* the plan's own time, never mirrored */
  GuatuInstant resume;          /* where a started task's remaining part goes on, */
  GuatuInstant done_until;      /* and where the done part ended */
  GuatuInstant goes_on;         /* where the remaining part goes on as scheduled: of the pass */
  GuatuInstant asked;           /* start that links ask for, if later than a constraint allowed: of the pass */
  gint64       remaining;
  gint64       delay;           /* wall-clock seconds that levelling delays it */
  guint8       state;           /* GuatuLeafState; of a summary: AUTOMATIC or MANUAL */
  guint8       constraint;      /* GuatuConstraint, of the network */
  guint8       is_started;
  guint8       is_complete;
  guint8       is_split;        /* working time lies between the done and the remaining part */
  guint8       resume_given;    /* not only worked out */
  guint8       is_alap;         /* what speaks against the direction of scheduling: ALAP; mirrored, ASAP */
  guint8       is_recorded;     /* keeps the dates that a file recorded */
  guint8       has_text;        /* a manual task that shows words for one of its values */
} GuatuExtra;

/* A summary that has links or bounds its leaves; it holds what its parents ask too. */
typedef struct
{
  gint32       row;             /* of the summary */
  guint32      parent;          /* group above, 0 for none */
  gint32       first_leaf;      /* the leaf with the earliest start: of the forward pass */
  GuatuInstant floor;           /* leaves start no earlier, because of the summary @floor_task */
  GuatuInstant cap;             /* late finishes of leaves are no later */
  GuatuInstant deadline;        /* the plan's own time, never mirrored */
  gint32       floor_task;
  guint8       floor_kind;      /* GuatuDriverKind */
  guint8       is_manual;
  guint8       has_predecessors;

  /* Forward: the latest start, and finishes, that links into the summary and its parents ask for. */
  GuatuInstant start;
  GuatuInstant ff;
  GuatuInstant sf;
  guint32      start_arc;
  guint32      ff_arc;
  guint32      sf_arc;

  /* Backward: what the leaves ask of predecessors, by kind of link; and what successors ask of leaves. */
  GuatuInstant late_fs;
  GuatuInstant late_ss;
  GuatuInstant late_finish;
  GuatuInstant limit;
} GuatuGroup;

/* Whether the plan departs from a documented rule. */
#define GUATU_HAS_VARIANT(self, NAME) (((self)->settings.scheduling_variants & GUATU_VARIANT_##NAME) != 0)

/* How an arc is to be read: a GuatuLinkType, and whether the link has a lag. */
#define GUATU_ARC_TYPE    3
#define GUATU_ARC_HAS_LAG 4

/* A finish–start link without lag from @from to @to, which inactive tasks stand between (msproject §3.3). */
typedef struct
{
  gint32 from;
  gint32 to;
  gint32 link;                  /* the last link on the way */
} GuatuBridge;

/* What a preliminary pass found out about a summary, for the mirrored network. */
typedef struct
{
  gint32 first_leaf;
  gint64 duration;
} GuatuSummaryHint;

/* The same dates as work, counted on the plan's calendar: a plain leaf is scheduled in positions, and the
 * calendar is asked for instants only. For other leaves @finish alone is kept, for plain successors. */
typedef struct
{
  gint64 finish;          /* early finish */
  gint64 latest;          /* late finish; before, what plain successors ask for */
  gint64 free;            /* earliest start of plain successors */
} GuatuPositions;

typedef struct
{
  const GuatuPlan      *plan;
  const GuatuOverlay   *overlay;        /* or NULL */
  GuatuPlanRow          settings;         /* what-if included, times as the plan says them */
  const GuatuTask      *tasks;            /* the plan's, or the copy with the what-if */
  const GuatuLink      *links;
  guint                 n_tasks;
  guint                 n_links;
  gboolean              mirrored;
  gboolean              all_active;       /* inactive tasks are taken for active: to look for cycles */
  GuatuInstant          reach;            /* late dates run from here where that is after the last finish; or NO_DATE */
  GuatuInstant          begin;            /* where tasks without predecessors go: the plan's start */
  GuatuInstant          status;           /* the status date, if unfinished work is pushed to it; or NO_DATE */
  gint64                pushed_to;        /* its position on the plan's calendar; or NO_DATE */
  const GuatuWorktime  *worktime;         /* the plan's */

  const gint32         *order;            /* leaves; a group's row before its leaves, ~row after them */
  guint                 n_order;
  const gint32         *outline;
  guint                 n_outline;

  guint8               *kinds;            /* GuatuNodeKind */
  gint64               *durations;
  GuatuPositions       *positions;        /* of the passes */
  gboolean              has_summaries;
  gboolean              has_idle;
  gboolean              is_plain;         /* all leaves are, and all links lead from finish to start without lag */
  guint32              *extra_of;         /* place in @extras; or NULL: no task has any */
  GArray               *extras;           /* of GuatuExtra; [0] says that there is nothing */
  guint32              *group_of;         /* place in @groups; or NULL */
  guint32              *places;           /* in the outline; NULL where there are no groups */
  GArray               *groups;           /* of GuatuGroup; [0] stands for none */

  GuatuLoads           *loads;            /* work that drives tasks; or NULL */
  GArray               *bridges;          /* of GuatuBridge: links through inactive tasks; or NULL */

  guint32              *first_arc;        /* arcs into a row: from first_arc[row] to first_arc[row + 1] */
  gint32               *arc_from;         /* the predecessor's row */
  gint32               *arc_link;         /* the link's row */
  guint8               *arc_how;

  guint                 n_alap;
  gboolean              needs_hints;      /* a mirrored pass must know first leaves or spans of summaries */
  const GuatuSummaryHint *hints;          /* by row, or NULL */
  GuatuSummaryHint     *own_hints;

  /* Owned. */
  GuatuArena           *arena;            /* holds kinds, durations, positions, and the arcs */
  GuatuArena           *arc_arena;        /* holds the arcs instead; or NULL */
  GuatuTask            *own_tasks;
  GuatuLink            *own_links;
  gint32               *own_outline;
  gint32               *own_order;
  GuatuWorktime        *own_worktime;
  const GuatuWorktime **worktimes;        /* by calendar row, as far as looked up */
} GuatuNetwork;

/* %NULL with GUATU_SCHEDULE_ERROR_CYCLE. */
GuatuNetwork *guatu_network_new         (const GuatuPlan        *plan,
                                         const GuatuOverlay     *overlay,
                                         gboolean                mirrored,
                                         const GuatuSummaryHint *hints,
                                         GError                **error);
/* All tasks taken for active, so that none of them can close a cycle when it comes back. %NULL with
 * GUATU_SCHEDULE_ERROR_CYCLE. */
GuatuNetwork *guatu_network_new_all_active (const GuatuPlan     *plan,
                                         const GuatuOverlay     *overlay,
                                         GError                **error);

/* Enough of a network to ask how long tasks take: it has no order, and links are not looked at. */
GuatuNetwork *guatu_network_new_without_links (const GuatuPlan   *plan);
void          guatu_network_free        (GuatuNetwork           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuNetwork, guatu_network_free)

/* Whether the plan is scheduled from its finish, with the what-if. */
gboolean      guatu_network_is_backward (const GuatuPlan        *plan,
                                         const GuatuOverlay     *overlay);

/* The outline of tasks whose parents were changed; FALSE with an error where a task is its own ancestor. */
gboolean      guatu_network_make_outline (GuatuNetwork          *self,
                                         GError                **error);

/* Sets @error to say that these tasks, each of which leads to the next and the last to the first, form a cycle. */
void          guatu_network_name_cycle  (const GuatuNetwork     *self,
                                         const gint32           *rows,
                                         guint                   n,
                                         GError                **error);

/* The order of the pass: the outline's where links allow it, else one found by following them. */
gboolean      guatu_network_make_order  (GuatuNetwork           *self,
                                         GError                **error);

/* The dates of inactive tasks, which the passes leave out. */
void          guatu_network_fill_idle   (const GuatuNetwork     *self,
                                         GuatuSchedule          *schedule);

/* Links between tasks that inactive ones stand between (msproject §3.3). */
void          guatu_network_make_bridges (GuatuNetwork          *self);

/* Sorts leaves from summaries, plain leaves from others, and reads what the others have. */
void          guatu_network_make_nodes  (GuatuNetwork           *self,
                                         const GuatuOverlay     *overlay);

static inline GuatuExtra *
guatu_network_extra (const GuatuNetwork *self, gint32 row)
{
  return &g_array_index (self->extras, GuatuExtra, self->extra_of != NULL ? self->extra_of[row] : 0);
}

static inline GuatuGroup *
guatu_network_group_at (const GuatuNetwork *self, guint32 group)
{
  return &g_array_index (self->groups, GuatuGroup, group);
}

static inline guint32
guatu_network_group (const GuatuNetwork *self, gint32 row)
{
  return self->group_of != NULL ? self->group_of[row] : 0;
}

/* The calendar in this row, -1 for the plan's; and the one on which a task's float is counted. */
const GuatuWorktime *guatu_network_worktime      (GuatuNetwork       *self,
                                                  gint32              calendar);

static inline const GuatuWorktime *
guatu_network_task_worktime (const GuatuNetwork *self, gint32 row)
{
  gint32 calendar = self->tasks[row].calendar;

  return calendar < 0 ? self->worktime : self->worktimes[calendar];
}

static inline gboolean
guatu_network_is_elapsed (const GuatuNetwork *self, gint32 row)
{
  return self->tasks[row].duration_kind == GUATU_DURATION_ELAPSED;
}

/* The passes, each for both directions of time. Arrays are by row; early dates of summaries that
 * have links are those of their leaves, and are rolled up properly only at the end. */
typedef struct
{
  GuatuInstant *early_start;
  GuatuInstant *early_finish;
  GuatuInstant *late_start;
  GuatuInstant *late_finish;
  guint8       *driver_kinds;     /* GuatuDriverKind */
  gint32       *driver_tasks;
  gint32       *driver_links;
  guint8       *flags;
} GuatuPass;

/* With @as_late, tasks that are to be as late as possible take their late dates. */
void          guatu_forward_pass        (GuatuNetwork           *self,
                                         GuatuPass              *pass,
                                         gboolean                as_late);
void          guatu_backward_pass       (GuatuNetwork           *self,
                                         GuatuPass              *pass);

/* The latest early finish of all leaves; the network's begin if there are none. */
GuatuInstant  guatu_network_last_finish (const GuatuNetwork     *self,
                                         const GuatuPass        *pass);

/* Summaries from their children, then floats and flags, in the plan's own time. */
void          guatu_roll_up             (GuatuNetwork           *self,
                                         GuatuSchedule          *schedule,
                                         const GuatuPass        *pass);
void          guatu_count_float         (GuatuNetwork           *self,
                                         GuatuSchedule          *schedule,
                                         const GuatuPass        *pass);

/* The public result is followed by what only this library reads. */
typedef struct
{
  GuatuSchedule  result;
  guint8        *driver_kinds;
  gint32        *driver_tasks;
  gint32        *driver_links;
  guint          n_plan_links;
  gboolean       from_finish;
  GuatuArena    *arena;           /* holds all arrays */
  GuatuOverlay  *overlay;         /* what the result rests on beside the plan; or NULL */
  GuatuLoads    *loads;           /* the work that tasks were laid by; or NULL */
} GuatuFullSchedule;

/* The link with this row in the plan or, past its end, in the what-if; %NULL if it is gone. */
const GuatuLink *guatu_schedule_link    (const GuatuSchedule    *self,
                                         const GuatuPlan        *plan,
                                         gint32                  link);

G_END_DECLS
