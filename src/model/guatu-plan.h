/* guatu-plan.h — what a plan is, in memory: flat arrays of plain structs, walked by row number. */
#pragma once

#include "guatu-duration.h"
#include "guatu-field.h"
#include "guatu-worktime.h"

G_BEGIN_DECLS

/*
 * A row is addressed by table and row number, its place in the table's array. Row numbers do not
 * change while the row lives; the place of a removed row (id 0) may be taken by a later one. A
 * reference holds the row number of its target, -1 for none. Strings are offsets into the plan's
 * text, read with guatu_plan_text(). Fields that few rows fill are not in the structs: they are
 * read with guatu_plan_number() and guatu_plan_string(), which serve every field.
 *
 * Only the store's loader, the changeset reader and importers that build a fresh plan write here.
 * An open plan is changed by verbs of `document` alone.
 */

typedef struct
{
  gint64       id;
  GuatuInstant start;
  GuatuInstant status_date;       /* GUATU_NONE: nothing is pushed, no light is given */
  GuatuInstant finish_target;     /* GUATU_NONE */
  gint64       minutes_per_day;
  gint64       minutes_per_week;
  gint64       days_per_month;
  gint64       default_start;     /* seconds of the day */
  gint64       default_finish;
  gint64       critical_float;    /* working seconds: critical at or below */
  gint64       near_critical_float; /* near-critical at or below */
  gint64       scheduling_variants; /* GuatuSchedulingVariants */
  guint32      title;
  guint32      subtitle;
  guint32      issuing_body;
  guint32      code;
  guint32      currency;
  guint32      language;
  guint32      note;
  guint32      author;
  guint32      manager;
  guint32      company;
  gint32       calendar;
  gint32       reference_baseline;
  gint32       light_rule_set;    /* -1: the default rules */
  guint8       schedule_from;     /* GuatuScheduleFrom */
  guint8       honour_constraints;
  guint8       push_to_status_date;
  guint8       retained_logic;
  guint8       critical_paths;    /* GuatuCriticalPaths */
  guint8       keep_recorded;
  guint8       light_roll_up;     /* GuatuLightRollUp */
  guint8       planned_by;        /* GuatuPlannedBy */
} GuatuPlanRow;

typedef struct
{
  gint64       id;
  GuatuInstant data_from;         /* first and last day for which holidays are published; GUATU_NONE: */
  GuatuInstant data_to;           /* the calendar has no yearly data */
  guint32      name;
  guint32      slug;
  guint32      source_uid;
  gint32       base;
} GuatuCalendar;

/* Says what the hours of one weekday are: none, if no hours refer to it. */
typedef struct
{
  gint64 id;
  gint32 calendar;
  gint32 week;                    /* the working week that it belongs to; -1: the usual one */
  guint8 weekday;                 /* 0 Monday … 6 Sunday */
} GuatuCalendarDay;

typedef struct
{
  gint64       id;
  GuatuInstant from_date;
  GuatuInstant to_date;           /* inclusive */
  guint32      name;
  gint32       calendar;
  gint64       period;
  guint8       recurrence;        /* GuatuRecurrence */
  guint8       weekdays;
  guint8       month;
  guint8       month_day;
  guint8       place;
  guint8       item;
  guint8       is_closure;        /* off for a reason of one’s own, whatever is published for the year */
} GuatuCalendarException;

/* Hours of a weekday or of an exception: exactly one of the two is set. */
typedef struct
{
  gint64 id;
  gint64 from_time;
  gint64 to_time;
  gint32 day;
  gint32 exception;
} GuatuCalendarHours;

typedef struct
{
  gint64       id;
  gint64       position;
  GuatuInstant from_date;         /* GUATU_NONE */
  GuatuInstant to_date;           /* inclusive; a boundary day may belong to two phases */
  guint32      name;
  guint32      wording;           /* shown instead of the dates: "8月下旬" */
} GuatuPhase;

typedef struct
{
  gint64  id;
  gint64  position;
  guint32 name;
  guint32 ranking_group;
  gint32  parent;
  gint32  calendar;
  guint8  kind;                   /* GuatuUnitKind */
} GuatuUnit;

typedef struct
{
  gint64  id;
  gint64  position;
  guint32 name;
  gint64  max_units;              /* 1/100 % */
  guint32 post;
  gint32  unit;
  gint32  calendar;
  guint8  kind;                   /* GuatuPersonKind */
} GuatuPerson;

typedef struct
{
  gint64  id;
  gint32  unit;
  gint32  person;
  guint32 duty;
  guint8  is_head;                /* of the unit */
} GuatuMembership;

typedef struct
{
  gint64  id;
  gint64  position;
  guint32 name;
  guint8  kind;                   /* GuatuLedgerKind */
} GuatuLedger;

typedef struct
{
  gint64  id;
  gint64  position;
  guint32 name;
  guint32 colour;                 /* "#3465a4", or "" for one of the palette's */
  gint32  ledger;
} GuatuCategory;

typedef struct
{
  gint64  id;
  gint64  position;               /* orders siblings; ties by id */
  gint64  duration;               /* working or wall-clock seconds */
  gint32  parent;
  gint32  first_child;            /* made by guatu_plan_settle(), like all below that no field names */
  gint32  next_sibling;
  gint32  calendar;               /* -1: the plan's */
  guint32 wbs;
  guint32 name;
  guint8  is_project;
  guint8  stage;                  /* GuatuStage */
  guint8  kind;                   /* GuatuTaskKind */
  guint8  mode;                   /* GuatuTaskMode */
  guint8  constraint;             /* GuatuConstraint */
  guint8  duration_kind;          /* GuatuDurationKind */
  guint8  duration_unit;          /* GuatuDurationUnit */
  guint8  report_cycle;           /* GuatuReportCycle */
  guint8  type;                   /* GuatuTaskType */
  guint8  active;
  guint8  ignore_resource_calendars;
  guint8  estimated;
} GuatuTask;

typedef struct
{
  gint64  id;
  guint32 number;
  gint32  ledger;
  gint32  task;
  gint32  category;
  guint8  source;                 /* GuatuItemSource */
} GuatuLedgerItem;

/* A dated mark on a task's bar: at a date, or at a share of the task's working span. */
typedef struct
{
  gint64       id;
  GuatuInstant date;              /* GUATU_NONE: by share */
  gint64       share;             /* 1/100 %; GUATU_NONE: by date */
  GuatuInstant done_on;           /* GUATU_NONE: open */
  guint32      name;
  gint32       task;
} GuatuKeyNode;

typedef struct
{
  gint64 id;
  gint64 lag;                     /* seconds, or 1/100 % */
  gint32 predecessor;
  gint32 successor;
  guint8 type;                    /* GuatuLinkType */
  guint8 lag_kind;                /* GuatuLagKind */
  guint8 lag_unit;                /* GuatuDurationUnit */
} GuatuLink;

/* Who has which part in a task: exactly one of unit and person is set. */
typedef struct
{
  gint64 id;
  gint64 share;                   /* 1/100 % */
  gint32 task;
  gint32 unit;
  gint32 person;
  guint8 role;                    /* GuatuRole */
  guint8 contour;                 /* GuatuContour */
} GuatuAssignment;

typedef struct
{
  gint64       id;
  GuatuInstant taken_on;
  gint64       number;            /* 0 … 10 as in Microsoft Project; GUATU_NONE */
  guint32      name;
} GuatuBaseline;

typedef struct
{
  gint64       id;
  GuatuInstant start;
  GuatuInstant finish;
  gint64       duration;          /* working seconds */
  gint64       work;              /* GUATU_NONE */
  gint64       investment;        /* GUATU_NONE */
  gint32       baseline;
  gint32       task;
} GuatuBaselineTask;

typedef struct
{
  gint64       id;
  GuatuInstant date;
  gint64       share;             /* 1/100 % done */
  gint64       amount;            /* minor units, GUATU_NONE */
  guint32      done;
  guint32      next;
  gint32       task;
  gint32       person;            /* by whom */
} GuatuReport;

/* A dated replacement of a calendar's usual week; its days are calendar_days that name it. */
typedef struct
{
  gint64       id;
  GuatuInstant from_date;
  GuatuInstant to_date;           /* inclusive */
  guint32      name;
  gint32       calendar;
} GuatuCalendarWeek;

/* A stretch within a task in which nobody works on it. */
typedef struct
{
  gint64 id;
  gint64 offset;                  /* working seconds from the task's start, earlier interruptions included */
  gint64 length;
  gint32 task;
} GuatuTaskSplit;

typedef struct
{
  gint64  id;
  gint64  position;
  guint32 name;
  guint32 source_name;            /* what the file that it came from calls it: "Text1" */
  guint32 source_id;              /* and by which number: "188743731" */
  guint8  kind;                   /* GuatuCustomKind */
  guint8  owner;                  /* GuatuCustomOwner */
} GuatuCustomField;

/* What a custom field says of a task or a person: exactly one of the two is set. */
typedef struct
{
  gint64  id;
  guint32 value;                  /* in the form that files use, whatever the language */
  gint32  field;
  gint32  task;
  gint32  person;
} GuatuCustomValue;

/* A rule and its marks. Points and ratio count in 1/100 %, days late in days, time left in 1/100 % of the time that
 * was given; GUATU_NONE: there is no such colour. */
typedef struct
{
  gint64  id;
  gint64  position;
  gint64  yellow_from;
  gint64  orange_from;
  gint64  red_from;
  guint32 name;
  guint8  rule;                   /* GuatuRule */
  guint8  inclusive;              /* a mark is passed when it is reached; else when it is exceeded */
  guint8  overdue_is_red;
  guint8  raises;
  guint8  recovers;
  guint8  silence;
} GuatuLightRuleSet;

/* A light set by hand, from the day @set_on to the day @expires_on, both counted. */
typedef struct
{
  gint64       id;
  GuatuInstant set_on;
  GuatuInstant expires_on;
  guint32      by_whom;
  guint32      reason;
  gint32       task;
  guint8       colour;            /* GuatuOverrideColour */
} GuatuLightOverride;

/* The share of a task that is to be done by the end of a day. */
typedef struct
{
  gint64       id;
  GuatuInstant date;
  gint64       share;             /* 1/100 % */
  gint32       task;
} GuatuTaskTarget;

/* A leader stands in for a place, a firm, a contact point or a case (YL-03, PB-27): one that the plan knows as a unit
 * or a task, or else by its name. */
typedef struct
{
  gint64       id;
  gint64       position;
  GuatuInstant from_date;         /* GUATU_NONE */
  GuatuInstant to_date;           /* inclusive */
  guint32      object;
  guint32      duty;
  gint32       person;
  gint32       unit;
  gint32       task;
  guint8       kind;              /* GuatuSponsoredKind */
  guint8       visit_cycle;       /* GuatuVisitCycle */
} GuatuSponsorship;

/* When a recurring task comes back, said as calendar exceptions say it; its subtasks are what came of it. */
typedef struct
{
  gint64       id;
  GuatuInstant from_date;
  GuatuInstant to_date;           /* inclusive; GUATU_NONE: as often as @times says */
  gint64       times;             /* GUATU_NONE: until @to_date */
  gint64       period;
  gint64       start_time;        /* seconds since midnight; GUATU_NONE: the plan's usual */
  gint64       duration;          /* working seconds each time; GUATU_NONE: what the task's own is */
  gint32       task;
  guint8       recurrence;        /* GuatuRecurrence */
  guint8       weekdays;
  guint8       month;
  guint8       month_day;
  guint8       place;
  guint8       item;
  guint8       day_off;           /* GuatuDayOff */
} GuatuTaskRecurrence;

typedef struct _GuatuPlan GuatuPlan;

GuatuPlan       *guatu_plan_new            (void);
void             guatu_plan_free           (GuatuPlan       *self);
GuatuPlan       *guatu_plan_copy           (const GuatuPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuPlan, guatu_plan_free)

/* Rows --------------------------------------------------------------------------------------- */

/* Places in the table's array, those of removed rows included; the length of arrays by row. */
guint            guatu_plan_n_rows         (const GuatuPlan *self,
                                            GuatuTable       table);

/* Rows that are there. */
guint            guatu_plan_n_live         (const GuatuPlan *self,
                                            GuatuTable       table);

/* The table's array: an array of the table's struct. Removed rows have id 0. Valid until a row is added. */
gconstpointer    guatu_plan_rows           (const GuatuPlan *self,
                                            GuatuTable       table);

/* The row with this id; -1 if there is none. */
gint32           guatu_plan_find           (const GuatuPlan *self,
                                            GuatuTable       table,
                                            gint64           id);

gint64           guatu_plan_id             (const GuatuPlan *self,
                                            GuatuTable       table,
                                            gint32           row);

/* Whether the row fills any of the fields that are kept beside the structs: most rows need no look-up. */
gboolean         guatu_plan_has_sparse     (const GuatuPlan *self,
                                            GuatuTable       table,
                                            gint32           row);

/* Steps through the filled fields that are kept beside the structs, in no particular order: texts as
 * offsets. *@cursor is 0 at first. %FALSE at the end. For readers of many rows, to whom a look-up per
 * field is too much. */
gboolean         guatu_plan_next_sparse    (const GuatuPlan *self,
                                            GuatuTable       table,
                                            guint           *cursor,
                                            gint32          *row,
                                            guint           *field,
                                            gint64          *value);

#define guatu_plan_tasks(self)       ((const GuatuTask *) guatu_plan_rows ((self), GUATU_TABLE_TASK))
#define guatu_plan_links(self)       ((const GuatuLink *) guatu_plan_rows ((self), GUATU_TABLE_LINK))
#define guatu_plan_task(self, row)   (&guatu_plan_tasks (self)[row])
#define guatu_plan_link(self, row)   (&guatu_plan_links (self)[row])

/* The one row of the table `plan`. Never %NULL: before it is stored it has id 0 and the defaults. */
const GuatuPlanRow *guatu_plan_settings    (const GuatuPlan *self);

/* Fields ------------------------------------------------------------------------------------- */

/* A field of any kind. References come as ids. The text lives until the plan changes. */
GuatuValue       guatu_plan_get            (const GuatuPlan *self,
                                            GuatuTable       table,
                                            gint32           row,
                                            guint            field);

/* A number field: GUATU_NONE where it is empty; a reference as a row number, -1 for none. */
gint64           guatu_plan_number         (const GuatuPlan *self,
                                            GuatuTable       table,
                                            gint32           row,
                                            guint            field);

/* A text field: "" where it is empty. */
const char      *guatu_plan_string         (const GuatuPlan *self,
                                            GuatuTable       table,
                                            gint32           row,
                                            guint            field);

/* The text at an offset that a struct holds. */
const char      *guatu_plan_text           (const GuatuPlan *self,
                                            guint32          offset);

#define guatu_plan_task_number(self, row, field) guatu_plan_number ((self), GUATU_TABLE_TASK, (row), (field))
#define guatu_plan_task_string(self, row, field) guatu_plan_string ((self), GUATU_TABLE_TASK, (row), (field))
#define guatu_plan_task_name(self, row)          guatu_plan_text ((self), guatu_plan_task ((self), (row))->name)

/* Writing: for loaders only -------------------------------------------------------------------- */

/* Adds a row with every field at its fallback; returns its number, or the existing row's with this id. */
gint32           guatu_plan_insert         (GuatuPlan       *self,
                                            GuatuTable       table,
                                            gint64           id);

void             guatu_plan_remove         (GuatuPlan       *self,
                                            GuatuTable       table,
                                            gint32           row);

/* Sets a field. A reference is given as an id, and must be there already: insert all rows of a
 * batch before setting their references. Returns whether it was. */
gboolean         guatu_plan_set            (GuatuPlan       *self,
                                            GuatuTable       table,
                                            gint32           row,
                                            guint            field,
                                            GuatuValue       value);

/* Makes room for @n more rows, so that loading does not grow the array step by step. */
void             guatu_plan_reserve        (GuatuPlan       *self,
                                            GuatuTable       table,
                                            guint            n);

/* Brings tree, outline and look-ups up to date after a batch of changes. Cheap where nothing that
 * they depend on has changed. Must be called before the functions below. */
void             guatu_plan_settle         (GuatuPlan       *self);

/* Outline --------------------------------------------------------------------------------------- */

/* Task rows in outline order, a parent before its children; @n takes their number. */
const gint32    *guatu_plan_outline        (const GuatuPlan *self,
                                            guint           *n);

/* The task's number as lists print it: its place in outline order, from 1. */
guint            guatu_plan_task_place     (const GuatuPlan *self,
                                            gint32           task);

/* The task row with that number; -1 if there is none. */
gint32           guatu_plan_task_at        (const GuatuPlan *self,
                                            guint            place);

/* 0 for a task without a parent. */
guint            guatu_plan_task_depth     (const GuatuPlan *self,
                                            gint32           task);

/* The first top-level task; further ones by next_sibling. */
gint32           guatu_plan_first_task     (const GuatuPlan *self);

gboolean         guatu_plan_is_summary     (const GuatuPlan *self,
                                            gint32           task);

/* Whether it takes part in the plan: it is active, and so is all that it is part of. */
gboolean         guatu_plan_is_active      (const GuatuPlan *self,
                                            gint32           task);

gboolean         guatu_plan_is_ancestor    (const GuatuPlan *self,
                                            gint32           ancestor,
                                            gint32           task);

/* Whether a task was its own ancestor when the plan was settled: a file that was tampered with. The
 * loop is cut in memory, so that walks end. */
gboolean         guatu_plan_has_loop       (const GuatuPlan *self);

/* The task's own WBS code, or the outline number ("2.1.3") where it has none. Free it. */
char            *guatu_plan_task_wbs       (const GuatuPlan *self,
                                            gint32           task);

/* "12 “Bridge over the canal”": how messages name a task. Free it. */
char            *guatu_plan_task_title     (const GuatuPlan *self,
                                            gint32           task);

/* Look-ups ---------------------------------------------------------------------------------------- */

/**
 * guatu_plan_referrers:
 * @table, @field: a reference field
 * @target: a row of the field's target
 * @n: (out): how many
 *
 * The rows of @table whose @field refers to @target, by position where the table has one, then by
 * id: the links into a task, its assignments, its reports. Built for all targets at the first call
 * after a change of @table; not for use from several threads at once.
 */
const gint32    *guatu_plan_referrers      (const GuatuPlan *self,
                                            GuatuTable       table,
                                            guint            field,
                                            gint32           target,
                                            guint           *n);

/* The rows of @table by position where it has one, then by id. Free the array. */
gint32          *guatu_plan_in_order       (const GuatuPlan *self,
                                            GuatuTable       table,
                                            guint           *n);

/* Bytes that the plan holds in memory. */
gsize            guatu_plan_size           (const GuatuPlan *self);

/* Working time ------------------------------------------------------------------------------------- */

/* The compiled calendar in this row; with -1 the plan's, and Standard where the plan names none.
 * Compiled at the first use after a change of the calendars. Borrowed. */
const GuatuWorktime *guatu_plan_worktime   (const GuatuPlan *self,
                                            gint32           calendar);

/* The time that both calendars have in common, -1 standing for the plan's. Kept and borrowed as above. */
const GuatuWorktime *guatu_plan_common_worktime (const GuatuPlan *self,
                                            gint32           a,
                                            gint32           b);

/* The task's calendar, else the plan's. */
const GuatuWorktime *guatu_plan_task_worktime (const GuatuPlan *self,
                                            gint32           task);

GuatuDurationRates guatu_plan_rates        (const GuatuPlan *self);

G_END_DECLS
