/* guatu-schedule.h — when things happen: the dates, floats and drivers that follow from a plan. */
#pragma once

#include "guatu-plan.h"

G_BEGIN_DECLS

/* Why a task starts (or, for `finish`, ends) when it does. */
typedef enum
{
  GUATU_DRIVER_START,         /* the plan's start */
  GUATU_DRIVER_LINK,          /* @link, from the predecessor @task; from the finish, to the successor @task */
  GUATU_DRIVER_CONSTRAINT,    /* the task's own constraint, or that of the summary @task */
  GUATU_DRIVER_CALENDAR,      /* the driver fell in non-working time, and no link or constraint says more */
  GUATU_DRIVER_ACTUAL,        /* it has started */
  GUATU_DRIVER_MANUAL,        /* typed; or the manual summary @task */
  GUATU_DRIVER_STATUS_DATE,   /* pushed to the status date */
  GUATU_DRIVER_LEVELLING,     /* the levelling delay */
  GUATU_DRIVER_CHILDREN,      /* a summary: the child @task that starts first */
  GUATU_DRIVER_FINISH,        /* scheduled from the plan's finish, or as late as possible */
  GUATU_DRIVER_RECORDED,      /* the plan keeps the dates that its file recorded */
  GUATU_DRIVER_INACTIVE,      /* it takes no part */
} GuatuDriverKind;

typedef struct
{
  GuatuDriverKind kind;
  gint32          task;       /* row, or -1 */
  gint32          link;       /* row, or -1; of the overlay's k-th link the number of the plan's rows + k */
} GuatuDriver;

typedef enum
{
  GUATU_CRITICAL      = 1 << 0,
  GUATU_NEAR_CRITICAL = 1 << 1,
  GUATU_PUSHED        = 1 << 2,   /* moved by the status date */
} GuatuScheduleFlags;

/* What a what-if changes: fields of rows that the plan has, as the verbs would set them. */
typedef struct _GuatuOverlay GuatuOverlay;

GuatuOverlay *guatu_overlay_new     (void);
void          guatu_overlay_free    (GuatuOverlay    *self);
void          guatu_overlay_set     (GuatuOverlay    *self,
                                     GuatuTable       table,
                                     gint32           row,
                                     guint            field,
                                     GuatuValue       value);     /* integers and null; a reference as an id */

/* A link that is not there yet, and one that is left out: for checking an edit before it is made. */
void          guatu_overlay_add_link    (GuatuOverlay *self,
                                         GuatuLink     link);     /* row numbers in it; its row is n_rows + k */
void          guatu_overlay_remove_link (GuatuOverlay *self,
                                         gint32        row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuOverlay, guatu_overlay_free)

/**
 * GuatuSchedule:
 *
 * The result of a pass: one array per quantity, indexed by task row; places of removed tasks hold
 * GUATU_NONE. Dates are instants, floats working seconds on the task's own calendar (wall-clock
 * seconds for elapsed durations). Rules: msproject §2–§4, planning.md *Network*.
 *
 * @start and @finish may be the same arrays as the early dates. Of a plan scheduled from its finish
 * they are the late dates of every task: in it a task without constraint is as late as possible.
 * Nothing is pushed to the status date there but the remaining part of what has started.
 */
typedef struct _GuatuSchedule GuatuSchedule;

struct _GuatuSchedule
{
  guint         n_tasks;          /* guatu_plan_n_rows (plan, GUATU_TABLE_TASK) */
  GuatuInstant  plan_start;       /* earliest start and latest finish of all tasks; */
  GuatuInstant  plan_finish;      /* an empty plan: its start, twice */
  GuatuInstant *start;            /* as scheduled: early dates, or late ones for ALAP and from the finish */
  GuatuInstant *finish;
  GuatuInstant *early_start;
  GuatuInstant *early_finish;
  GuatuInstant *late_start;
  GuatuInstant *late_finish;
  gint64       *total_float;
  gint64       *free_float;       /* interfering float is total - free */
  guint8       *flags;            /* GuatuScheduleFlags */
};

/* %NULL with GUATU_SCHEDULE_ERROR_CYCLE if the tasks form a cycle, which @error names in order.
 * @overlay may be %NULL. */
GuatuSchedule *guatu_schedule_new         (const GuatuPlan     *plan,
                                           const GuatuOverlay  *overlay,
                                           GError             **error);
void           guatu_schedule_free        (GuatuSchedule       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuSchedule, guatu_schedule_free)

/* Why the task starts when it does; part of the result, worked out during the pass. */
GuatuDriver    guatu_schedule_driver      (const GuatuSchedule *self,
                                           gint32               task);

/* Total float that the task shares with its successors. */
gint64         guatu_schedule_interfering_float (const GuatuSchedule *self,
                                           gint32               task);

/* The float of the task's start and of its finish, of which the total float is the smaller (msproject §4.3). */
gint64         guatu_schedule_start_float (const GuatuSchedule *self,
                                           const GuatuPlan     *plan,
                                           gint32               task);
gint64         guatu_schedule_finish_float (const GuatuSchedule *self,
                                           const GuatuPlan     *plan,
                                           gint32               task);

/* The working (or elapsed) duration of the task as scheduled: its own, or a summary's span. */
gint64         guatu_schedule_duration    (const GuatuSchedule *self,
                                           const GuatuPlan     *plan,
                                           gint32               task);

/**
 * guatu_schedule_why:
 *
 * Says in the reader's language why the task starts when it does: "starts 9-26 because “Land
 * acquisition” finishes 9-24 (FS), then the weekend". Free it.
 */
char          *guatu_schedule_why         (const GuatuSchedule *self,
                                           const GuatuPlan     *plan,
                                           gint32               task);

/**
 * GuatuSpans:
 *
 * How long tasks take by themselves: their duration on their calendar, or the work of the resources that
 * are assigned to them (msproject §5). For importers, who hold it against dates that a file recorded. The
 * plan must not change meanwhile.
 */
typedef struct _GuatuSpans GuatuSpans;

GuatuSpans    *guatu_spans_new            (const GuatuPlan     *plan);
void           guatu_spans_free           (GuatuSpans          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuSpans, guatu_spans_free)

/* Whether resources say how long the leaf takes. */
gboolean       guatu_spans_is_driven      (const GuatuSpans    *self,
                                           gint32               task);

/* When the leaf would be finished that starts at @start. */
GuatuInstant   guatu_spans_finish         (const GuatuSpans    *self,
                                           gint32               task,
                                           GuatuInstant         start);

/* Working seconds (wall-clock ones where the duration is elapsed) between two instants, on the calendars
 * of those who work on the leaf. */
gint64         guatu_spans_work           (const GuatuSpans    *self,
                                           gint32               task,
                                           GuatuInstant         a,
                                           GuatuInstant         b);

/* Bytes that the result holds in memory. */
gsize          guatu_schedule_size        (const GuatuSchedule *self);

/**
 * guatu_schedule_find_cycle:
 * @overlay: the links, parents and other fields that an edit would change, or %NULL
 *
 * Whether the network with @overlay has a cycle (a link between a summary and its own descendant
 * is one). Inactive tasks count like others, so that they can come back. If so @error names the
 * tasks on it in order, and %TRUE is returned.
 */
gboolean       guatu_schedule_find_cycle  (const GuatuPlan     *plan,
                                           const GuatuOverlay  *overlay,
                                           GError             **error);

#define GUATU_SCHEDULE_ERROR (guatu_schedule_error_quark ())

typedef enum
{
  GUATU_SCHEDULE_ERROR_CYCLE,
} GuatuScheduleError;

GQuark         guatu_schedule_error_quark (void);

G_END_DECLS
