/* guatu-field.h — the field table: every table and field of a plan, named once. It is the schema. */
#pragma once

#include "guatu-value.h"

G_BEGIN_DECLS

/* Bumped when tables or fields are appended; each table says how many of its fields a version has. */
#define GUATU_SCHEMA_VERSION 3

typedef enum
{
  GUATU_TABLE_PLAN,
  GUATU_TABLE_CALENDAR,
  GUATU_TABLE_CALENDAR_DAY,
  GUATU_TABLE_CALENDAR_EXCEPTION,
  GUATU_TABLE_CALENDAR_HOURS,
  GUATU_TABLE_PHASE,
  GUATU_TABLE_UNIT,
  GUATU_TABLE_PERSON,
  GUATU_TABLE_MEMBERSHIP,
  GUATU_TABLE_LEDGER,
  GUATU_TABLE_CATEGORY,
  GUATU_TABLE_TASK,
  GUATU_TABLE_LEDGER_ITEM,
  GUATU_TABLE_KEY_NODE,
  GUATU_TABLE_LINK,
  GUATU_TABLE_ASSIGNMENT,
  GUATU_TABLE_BASELINE,
  GUATU_TABLE_BASELINE_TASK,
  GUATU_TABLE_REPORT,
  GUATU_TABLE_CALENDAR_WEEK,
  GUATU_TABLE_TASK_SPLIT,
  GUATU_TABLE_CUSTOM_FIELD,
  GUATU_TABLE_CUSTOM_VALUE,
  GUATU_TABLE_LIGHT_RULE_SET,
  GUATU_TABLE_LIGHT_OVERRIDE,
  GUATU_TABLE_TASK_TARGET,
  GUATU_TABLE_SPONSORSHIP,
  GUATU_TABLE_RECURRENCE,
  GUATU_N_TABLES
} GuatuTable;

typedef enum
{
  GUATU_TYPE_ID,          /* the row's own id; the primary key */
  GUATU_TYPE_REFERENCE,   /* the id of a row of @target */
  GUATU_TYPE_TEXT,
  GUATU_TYPE_INTEGER,     /* a plain number: a position, a count */
  GUATU_TYPE_BOOLEAN,
  GUATU_TYPE_ENUM,        /* one of @choices, stored as its place */
  GUATU_TYPE_FLAGS,       /* any of @choices, stored as the sum of 1 << place; as text "a, b" */
  GUATU_TYPE_INSTANT,     /* seconds of civil time */
  GUATU_TYPE_DATE,        /* an instant at midnight that stands for its day */
  GUATU_TYPE_DAYTIME,     /* seconds since midnight, up to 86400 */
  GUATU_TYPE_WORK,        /* seconds; working or elapsed as a field beside it says */
  GUATU_TYPE_LAG,         /* seconds, or 1/100 % if the link's lag_kind is a percentage; signed */
  GUATU_TYPE_PERCENT,     /* 1/100 % */
  GUATU_TYPE_MONEY,       /* minor units of the plan's currency */
} GuatuFieldType;

typedef enum
{
  GUATU_FIELD_NULLABLE  = 1 << 0,   /* may be empty; in memory GUATU_NONE, row -1, or no entry */
  GUATU_FIELD_FIXED     = 1 << 1,   /* set when the row is made, and never changed by hand */
  GUATU_FIELD_REQUIRED  = 1 << 2,   /* a text or reference that a row must have */
  GUATU_FIELD_AT_START  = 1 << 3,   /* a date typed without a time takes the plan's default start time */
  GUATU_FIELD_AT_FINISH = 1 << 4,   /* … its default finish time */
} GuatuFieldFlags;

/* How a struct of the plan holds the field; chosen by the table, of interest to the plan alone. */
typedef enum
{
  GUATU_STORAGE_INT64,
  GUATU_STORAGE_ROW,      /* gint32 row number of the target, -1 for none */
  GUATU_STORAGE_BYTE,     /* guint8 */
  GUATU_STORAGE_STRING,   /* guint32 offset into the plan's strings */
  GUATU_STORAGE_SPARSE,   /* beside the struct, for fields that few rows fill */
} GuatuStorage;

/* One choice of an enumeration: the name that files and the command line use, the label people read. */
typedef struct
{
  const char *name;
  const char *label;
} GuatuChoice;

typedef struct
{
  const char        *name;      /* column, JSON member, command-line and CSV name */
  const char        *label;     /* untranslated; translate where it is shown */
  GuatuFieldType     type;
  guint              flags;
  GuatuStorage       storage;
  guint              offset;    /* in the row's struct, unless sparse */
  GuatuTable         target;    /* of a reference */
  const GuatuChoice *choices;   /* of an enumeration or flags; ended by a %NULL name */
  gint64             fallback;  /* what a new row has, if it is not nullable */
  gint64             min;       /* smallest and largest number allowed */
  gint64             max;
} GuatuField;

typedef struct
{
  const char       *name;       /* of the SQL table, and of a row of it in messages */
  const char       *plural;     /* of the JSON array and of guatuctl's lists */
  const char       *label;      /* what people call a row of it; untranslated */
  gsize             size;       /* of a row's struct */
  const GuatuField *fields;     /* field 0 is the id */
  guint             n_fields;
  guint             n_in[GUATU_SCHEMA_VERSION];   /* how many of them version 1, 2 … has; 0: it has no such table */
} GuatuTableInfo;

const GuatuTableInfo *guatu_table_info        (GuatuTable        table);

/* The table named @name ("task"), or plural ("tasks"); -1 if there is none. */
int                   guatu_table_find        (const char       *name);

/* The number of the field called @name; -1 if there is none. */
int                   guatu_field_find        (GuatuTable        table,
                                               const char       *name);

const GuatuField     *guatu_field             (GuatuTable        table,
                                               guint             field);

/* The schema version that brought the field. */
int                   guatu_field_since       (GuatuTable        table,
                                               guint             field);

/* The place of the choice called @name, matched without regard to case, "-" or "_"; -1 if there is none. */
int                   guatu_field_find_choice (const GuatuField *field,
                                               const char       *name);

/* The value of the field in a row of which nothing is known. */
GuatuValue            guatu_field_fallback    (const GuatuField *field);

/**
 * guatu_field_check:
 *
 * Whether @value may stand in the field: kind, range, choice, valid UTF-8 without control
 * characters other than newline and tab, not empty where required. Says nothing of whether a
 * referenced row exists.
 */
gboolean              guatu_field_check       (const GuatuField *field,
                                               GuatuValue        value,
                                               GError          **error);

/* Whether the constraint speaks of the finish, so that its date, typed without a time, takes the
 * plan's default finish time. */
gboolean              guatu_constraint_is_finish (int         constraint);

#define GUATU_MODEL_ERROR (guatu_model_error_quark ())

typedef enum
{
  GUATU_MODEL_ERROR_INVALID,    /* a value that the field may not hold */
  GUATU_MODEL_ERROR_NOT_FOUND,  /* a row, field or choice that is not there */
} GuatuModelError;

GQuark                guatu_model_error_quark (void);

/* The fields, in the order of the table; each list starts with the id. */
enum { GUATU_PLAN_ID, GUATU_PLAN_TITLE, GUATU_PLAN_SUBTITLE, GUATU_PLAN_ISSUING_BODY, GUATU_PLAN_CODE,
       GUATU_PLAN_START, GUATU_PLAN_STATUS_DATE, GUATU_PLAN_FINISH_TARGET, GUATU_PLAN_SCHEDULE_FROM,
       GUATU_PLAN_CALENDAR, GUATU_PLAN_CURRENCY, GUATU_PLAN_LANGUAGE, GUATU_PLAN_MINUTES_PER_DAY,
       GUATU_PLAN_MINUTES_PER_WEEK, GUATU_PLAN_DAYS_PER_MONTH, GUATU_PLAN_DEFAULT_START,
       GUATU_PLAN_DEFAULT_FINISH, GUATU_PLAN_REFERENCE_BASELINE, GUATU_PLAN_HONOUR_CONSTRAINTS,
       GUATU_PLAN_PUSH_TO_STATUS_DATE, GUATU_PLAN_RETAINED_LOGIC, GUATU_PLAN_CRITICAL_FLOAT,
       GUATU_PLAN_NEAR_CRITICAL_FLOAT, GUATU_PLAN_CRITICAL_PATHS, GUATU_PLAN_NOTE,
       GUATU_PLAN_SCHEDULING_VARIANTS, GUATU_PLAN_KEEP_RECORDED, GUATU_PLAN_LIGHT_RULE_SET,
       GUATU_PLAN_LIGHT_ROLL_UP, GUATU_PLAN_PLANNED_BY, GUATU_PLAN_AUTHOR, GUATU_PLAN_MANAGER,
       GUATU_PLAN_COMPANY, GUATU_PLAN_N_FIELDS };
enum { GUATU_CALENDAR_ID, GUATU_CALENDAR_NAME, GUATU_CALENDAR_SLUG, GUATU_CALENDAR_BASE,
       GUATU_CALENDAR_DATA_FROM, GUATU_CALENDAR_DATA_TO, GUATU_CALENDAR_SOURCE_UID, GUATU_CALENDAR_N_FIELDS };
enum { GUATU_CALENDAR_DAY_ID, GUATU_CALENDAR_DAY_CALENDAR, GUATU_CALENDAR_DAY_WEEKDAY, GUATU_CALENDAR_DAY_WEEK,
       GUATU_CALENDAR_DAY_N_FIELDS };
enum { GUATU_CALENDAR_EXCEPTION_ID, GUATU_CALENDAR_EXCEPTION_CALENDAR, GUATU_CALENDAR_EXCEPTION_FROM_DATE,
       GUATU_CALENDAR_EXCEPTION_TO_DATE, GUATU_CALENDAR_EXCEPTION_NAME, GUATU_CALENDAR_EXCEPTION_RECURRENCE,
       GUATU_CALENDAR_EXCEPTION_PERIOD, GUATU_CALENDAR_EXCEPTION_WEEKDAYS, GUATU_CALENDAR_EXCEPTION_MONTH,
       GUATU_CALENDAR_EXCEPTION_MONTH_DAY, GUATU_CALENDAR_EXCEPTION_PLACE, GUATU_CALENDAR_EXCEPTION_ITEM,
       GUATU_CALENDAR_EXCEPTION_IS_CLOSURE,
       GUATU_CALENDAR_EXCEPTION_N_FIELDS };
enum { GUATU_CALENDAR_HOURS_ID, GUATU_CALENDAR_HOURS_DAY, GUATU_CALENDAR_HOURS_EXCEPTION,
       GUATU_CALENDAR_HOURS_FROM_TIME, GUATU_CALENDAR_HOURS_TO_TIME, GUATU_CALENDAR_HOURS_N_FIELDS };
enum { GUATU_PHASE_ID, GUATU_PHASE_POSITION, GUATU_PHASE_NAME, GUATU_PHASE_FROM_DATE, GUATU_PHASE_TO_DATE,
       GUATU_PHASE_WORDING, GUATU_PHASE_DELIVERABLES, GUATU_PHASE_N_FIELDS };
enum { GUATU_UNIT_ID, GUATU_UNIT_PARENT, GUATU_UNIT_POSITION, GUATU_UNIT_NAME, GUATU_UNIT_KIND,
       GUATU_UNIT_RANKING_GROUP, GUATU_UNIT_CALENDAR, GUATU_UNIT_N_FIELDS };
enum { GUATU_PERSON_ID, GUATU_PERSON_POSITION, GUATU_PERSON_NAME, GUATU_PERSON_UNIT, GUATU_PERSON_POST,
       GUATU_PERSON_CALENDAR, GUATU_PERSON_KIND, GUATU_PERSON_MAX_UNITS, GUATU_PERSON_INITIALS,
       GUATU_PERSON_GROUP_NAME, GUATU_PERSON_CODE, GUATU_PERSON_EMAIL, GUATU_PERSON_MATERIAL_LABEL,
       GUATU_PERSON_NOTE, GUATU_PERSON_SOURCE_UID, GUATU_PERSON_N_FIELDS };
enum { GUATU_MEMBERSHIP_ID, GUATU_MEMBERSHIP_UNIT, GUATU_MEMBERSHIP_PERSON, GUATU_MEMBERSHIP_DUTY,
       GUATU_MEMBERSHIP_IS_HEAD, GUATU_MEMBERSHIP_N_FIELDS };
enum { GUATU_LEDGER_ID, GUATU_LEDGER_POSITION, GUATU_LEDGER_NAME, GUATU_LEDGER_KIND, GUATU_LEDGER_N_FIELDS };
enum { GUATU_CATEGORY_ID, GUATU_CATEGORY_LEDGER, GUATU_CATEGORY_POSITION, GUATU_CATEGORY_NAME,
       GUATU_CATEGORY_COLOUR, GUATU_CATEGORY_N_FIELDS };
enum { GUATU_TASK_ID, GUATU_TASK_PARENT, GUATU_TASK_POSITION, GUATU_TASK_WBS, GUATU_TASK_NAME,
       GUATU_TASK_OBJECTIVE, GUATU_TASK_MEASURES, GUATU_TASK_QUALITY_STANDARD, GUATU_TASK_IS_PROJECT,
       GUATU_TASK_STAGE, GUATU_TASK_KIND, GUATU_TASK_MODE, GUATU_TASK_MANUAL_START, GUATU_TASK_MANUAL_FINISH,
       GUATU_TASK_CONSTRAINT, GUATU_TASK_CONSTRAINT_DATE, GUATU_TASK_DURATION, GUATU_TASK_DURATION_KIND,
       GUATU_TASK_DURATION_UNIT, GUATU_TASK_DEADLINE, GUATU_TASK_ACTUAL_START, GUATU_TASK_ACTUAL_FINISH,
       GUATU_TASK_REMAINING, GUATU_TASK_STOP, GUATU_TASK_RESUME, GUATU_TASK_WEIGHT, GUATU_TASK_PLANNED_WORK,
       GUATU_TASK_ACTUAL_WORK, GUATU_TASK_PLANNED_INVESTMENT, GUATU_TASK_ACTUAL_INVESTMENT,
       GUATU_TASK_CALENDAR, GUATU_TASK_REPORT_CYCLE, GUATU_TASK_NOTE, GUATU_TASK_SOURCE_UID,
       GUATU_TASK_RECORDED_START, GUATU_TASK_RECORDED_FINISH, GUATU_TASK_LEVELLING_DELAY,
       GUATU_TASK_TYPE, GUATU_TASK_ACTIVE, GUATU_TASK_IGNORE_RESOURCE_CALENDARS, GUATU_TASK_ESTIMATED,
       GUATU_TASK_PRIORITY, GUATU_TASK_SPAN, GUATU_TASK_START_TEXT, GUATU_TASK_FINISH_TEXT,
       GUATU_TASK_DURATION_TEXT, GUATU_TASK_BLANK_ROWS, GUATU_TASK_EXTERNAL, GUATU_TASK_RECORDED_LATE_START,
       GUATU_TASK_RECORDED_LATE_FINISH, GUATU_TASK_AGREED_FINISH, GUATU_TASK_CONTACT, GUATU_TASK_HYPERLINK,
       GUATU_TASK_N_FIELDS };
enum { GUATU_LEDGER_ITEM_ID, GUATU_LEDGER_ITEM_LEDGER, GUATU_LEDGER_ITEM_TASK, GUATU_LEDGER_ITEM_NUMBER,
       GUATU_LEDGER_ITEM_CATEGORY, GUATU_LEDGER_ITEM_SOURCE, GUATU_LEDGER_ITEM_N_FIELDS };
enum { GUATU_KEY_NODE_ID, GUATU_KEY_NODE_TASK, GUATU_KEY_NODE_NAME, GUATU_KEY_NODE_DATE,
       GUATU_KEY_NODE_SHARE, GUATU_KEY_NODE_DONE_ON, GUATU_KEY_NODE_N_FIELDS };
enum { GUATU_LINK_ID, GUATU_LINK_PREDECESSOR, GUATU_LINK_SUCCESSOR, GUATU_LINK_TYPE, GUATU_LINK_LAG,
       GUATU_LINK_LAG_KIND, GUATU_LINK_LAG_UNIT, GUATU_LINK_N_FIELDS };
enum { GUATU_ASSIGNMENT_ID, GUATU_ASSIGNMENT_TASK, GUATU_ASSIGNMENT_UNIT, GUATU_ASSIGNMENT_PERSON,
       GUATU_ASSIGNMENT_ROLE, GUATU_ASSIGNMENT_SHARE, GUATU_ASSIGNMENT_CONTOUR, GUATU_ASSIGNMENT_WORK,
       GUATU_ASSIGNMENT_OVERTIME_WORK, GUATU_ASSIGNMENT_ACTUAL_WORK, GUATU_ASSIGNMENT_REMAINING_WORK,
       GUATU_ASSIGNMENT_REMAINING_OVERTIME_WORK, GUATU_ASSIGNMENT_DELAY, GUATU_ASSIGNMENT_LEVELLING_DELAY,
       GUATU_ASSIGNMENT_START, GUATU_ASSIGNMENT_FINISH, GUATU_ASSIGNMENT_ACTUAL_START,
       GUATU_ASSIGNMENT_ACTUAL_FINISH, GUATU_ASSIGNMENT_STOP, GUATU_ASSIGNMENT_RESUME,
       GUATU_ASSIGNMENT_NOTE, GUATU_ASSIGNMENT_SOURCE_UID, GUATU_ASSIGNMENT_N_FIELDS };
enum { GUATU_BASELINE_ID, GUATU_BASELINE_NAME, GUATU_BASELINE_TAKEN_ON, GUATU_BASELINE_NUMBER,
       GUATU_BASELINE_N_FIELDS };
enum { GUATU_BASELINE_TASK_ID, GUATU_BASELINE_TASK_BASELINE, GUATU_BASELINE_TASK_TASK,
       GUATU_BASELINE_TASK_START, GUATU_BASELINE_TASK_FINISH, GUATU_BASELINE_TASK_DURATION,
       GUATU_BASELINE_TASK_WORK, GUATU_BASELINE_TASK_INVESTMENT, GUATU_BASELINE_TASK_N_FIELDS };
enum { GUATU_REPORT_ID, GUATU_REPORT_TASK, GUATU_REPORT_DATE, GUATU_REPORT_SHARE, GUATU_REPORT_AMOUNT,
       GUATU_REPORT_DONE, GUATU_REPORT_NEXT, GUATU_REPORT_PERSON, GUATU_REPORT_N_FIELDS };
enum { GUATU_CALENDAR_WEEK_ID, GUATU_CALENDAR_WEEK_CALENDAR, GUATU_CALENDAR_WEEK_FROM_DATE,
       GUATU_CALENDAR_WEEK_TO_DATE, GUATU_CALENDAR_WEEK_NAME, GUATU_CALENDAR_WEEK_N_FIELDS };
enum { GUATU_TASK_SPLIT_ID, GUATU_TASK_SPLIT_TASK, GUATU_TASK_SPLIT_OFFSET, GUATU_TASK_SPLIT_LENGTH,
       GUATU_TASK_SPLIT_N_FIELDS };
enum { GUATU_CUSTOM_FIELD_ID, GUATU_CUSTOM_FIELD_POSITION, GUATU_CUSTOM_FIELD_NAME, GUATU_CUSTOM_FIELD_KIND,
       GUATU_CUSTOM_FIELD_OWNER, GUATU_CUSTOM_FIELD_SOURCE_NAME, GUATU_CUSTOM_FIELD_SOURCE_ID,
       GUATU_CUSTOM_FIELD_CHOICES, GUATU_CUSTOM_FIELD_N_FIELDS };
enum { GUATU_CUSTOM_VALUE_ID, GUATU_CUSTOM_VALUE_FIELD, GUATU_CUSTOM_VALUE_TASK, GUATU_CUSTOM_VALUE_PERSON,
       GUATU_CUSTOM_VALUE_VALUE, GUATU_CUSTOM_VALUE_N_FIELDS };
enum { GUATU_LIGHT_RULE_SET_ID, GUATU_LIGHT_RULE_SET_POSITION, GUATU_LIGHT_RULE_SET_NAME,
       GUATU_LIGHT_RULE_SET_RULE, GUATU_LIGHT_RULE_SET_YELLOW_FROM, GUATU_LIGHT_RULE_SET_ORANGE_FROM,
       GUATU_LIGHT_RULE_SET_RED_FROM, GUATU_LIGHT_RULE_SET_INCLUSIVE, GUATU_LIGHT_RULE_SET_OVERDUE_IS_RED,
       GUATU_LIGHT_RULE_SET_RAISES, GUATU_LIGHT_RULE_SET_RECOVERS, GUATU_LIGHT_RULE_SET_SILENCE,
       GUATU_LIGHT_RULE_SET_N_FIELDS };
enum { GUATU_LIGHT_OVERRIDE_ID, GUATU_LIGHT_OVERRIDE_TASK, GUATU_LIGHT_OVERRIDE_COLOUR,
       GUATU_LIGHT_OVERRIDE_BY_WHOM, GUATU_LIGHT_OVERRIDE_REASON, GUATU_LIGHT_OVERRIDE_SET_ON,
       GUATU_LIGHT_OVERRIDE_EXPIRES_ON, GUATU_LIGHT_OVERRIDE_N_FIELDS };
enum { GUATU_TASK_TARGET_ID, GUATU_TASK_TARGET_TASK, GUATU_TASK_TARGET_DATE, GUATU_TASK_TARGET_SHARE,
       GUATU_TASK_TARGET_N_FIELDS };
enum { GUATU_SPONSORSHIP_ID, GUATU_SPONSORSHIP_POSITION, GUATU_SPONSORSHIP_PERSON, GUATU_SPONSORSHIP_KIND,
       GUATU_SPONSORSHIP_OBJECT, GUATU_SPONSORSHIP_UNIT, GUATU_SPONSORSHIP_TASK, GUATU_SPONSORSHIP_VISIT_CYCLE,
       GUATU_SPONSORSHIP_DUTY, GUATU_SPONSORSHIP_FROM_DATE, GUATU_SPONSORSHIP_TO_DATE, GUATU_SPONSORSHIP_NOTE,
       GUATU_SPONSORSHIP_N_FIELDS };
enum { GUATU_RECURRENCE_ID, GUATU_RECURRENCE_TASK, GUATU_RECURRENCE_RECURRENCE, GUATU_RECURRENCE_PERIOD,
       GUATU_RECURRENCE_WEEKDAYS, GUATU_RECURRENCE_MONTH, GUATU_RECURRENCE_MONTH_DAY, GUATU_RECURRENCE_PLACE,
       GUATU_RECURRENCE_ITEM, GUATU_RECURRENCE_FROM_DATE, GUATU_RECURRENCE_TO_DATE, GUATU_RECURRENCE_TIMES,
       GUATU_RECURRENCE_START_TIME, GUATU_RECURRENCE_DURATION, GUATU_RECURRENCE_DAY_OFF,
       GUATU_RECURRENCE_N_FIELDS };

/* The enumerations; values are stored, so new ones are appended. */
typedef enum { GUATU_FROM_START, GUATU_FROM_FINISH } GuatuScheduleFrom;
typedef enum { GUATU_PATHS_WHOLE_PLAN, GUATU_PATHS_EVERY_END, GUATU_PATHS_PER_PROJECT } GuatuCriticalPaths;
typedef enum { GUATU_UNIT_KIND_LEADING_BODY, GUATU_UNIT_KIND_LEAD_UNIT, GUATU_UNIT_KIND_TOWNSHIP,
               GUATU_UNIT_KIND_TASK_FORCE, GUATU_UNIT_KIND_OTHER } GuatuUnitKind;
typedef enum { GUATU_LEDGER_KIND_LEDGER, GUATU_LEDGER_KIND_TASK_BOARD, GUATU_LEDGER_KIND_PLAQUE_LIST } GuatuLedgerKind;
typedef enum { GUATU_STAGE_NONE, GUATU_STAGE_RESERVE, GUATU_STAGE_STARTED, GUATU_STAGE_UNDER_CONSTRUCTION,
               GUATU_STAGE_IN_PRODUCTION, GUATU_STAGE_ACCEPTED, GUATU_STAGE_CLOSED_OUT } GuatuStage;
typedef enum { GUATU_KIND_TASK, GUATU_KIND_MILESTONE } GuatuTaskKind;
typedef enum { GUATU_MODE_AUTOMATIC, GUATU_MODE_MANUAL } GuatuTaskMode;
/* The order is MSPDI's ConstraintType. */
typedef enum { GUATU_CONSTRAINT_ASAP, GUATU_CONSTRAINT_ALAP, GUATU_CONSTRAINT_MSO, GUATU_CONSTRAINT_MFO,
               GUATU_CONSTRAINT_SNET, GUATU_CONSTRAINT_SNLT, GUATU_CONSTRAINT_FNET,
               GUATU_CONSTRAINT_FNLT } GuatuConstraint;
typedef enum { GUATU_DURATION_WORKING, GUATU_DURATION_ELAPSED } GuatuDurationKind;
typedef enum { GUATU_CYCLE_WEEK, GUATU_CYCLE_DAY, GUATU_CYCLE_HALF_MONTH, GUATU_CYCLE_MONTH,
               GUATU_CYCLE_QUARTER } GuatuReportCycle;
/* The order is MSPDI's PredecessorLink Type. */
typedef enum { GUATU_LINK_FF, GUATU_LINK_FS, GUATU_LINK_SF, GUATU_LINK_SS } GuatuLinkType;
typedef enum { GUATU_LAG_WORKING, GUATU_LAG_ELAPSED, GUATU_LAG_PERCENT, GUATU_LAG_ELAPSED_PERCENT } GuatuLagKind;
typedef enum { GUATU_ROLE_PROJECT_OWNER, GUATU_ROLE_LEAD_EXECUTIVE, GUATU_ROLE_LEAD_UNIT,
               GUATU_ROLE_LEAD_UNIT_HEAD, GUATU_ROLE_SUPPORT_UNIT, GUATU_ROLE_RESPONSIBLE_PERSON,
               GUATU_ROLE_INSPECTOR, GUATU_ROLE_TASK_FORCE, GUATU_ROLE_RESOURCE } GuatuRole;
/* The order is MSPDI's task Type. */
typedef enum { GUATU_TASK_FIXED_UNITS, GUATU_TASK_FIXED_DURATION, GUATU_TASK_FIXED_WORK } GuatuTaskType;
typedef enum { GUATU_PERSON_KIND_PERSON, GUATU_PERSON_KIND_EQUIPMENT, GUATU_PERSON_KIND_MATERIAL,
               GUATU_PERSON_KIND_COST } GuatuPersonKind;
/* The order is MSPDI's WorkContour. */
typedef enum { GUATU_CONTOUR_FLAT, GUATU_CONTOUR_BACK_LOADED, GUATU_CONTOUR_FRONT_LOADED,
               GUATU_CONTOUR_DOUBLE_PEAK, GUATU_CONTOUR_EARLY_PEAK, GUATU_CONTOUR_LATE_PEAK, GUATU_CONTOUR_BELL,
               GUATU_CONTOUR_TURTLE, GUATU_CONTOUR_BY_HAND } GuatuContour;
typedef enum { GUATU_CUSTOM_TEXT, GUATU_CUSTOM_NUMBER, GUATU_CUSTOM_DATE, GUATU_CUSTOM_DURATION, GUATU_CUSTOM_COST,
               GUATU_CUSTOM_FLAG, GUATU_CUSTOM_CHOICE } GuatuCustomKind;
typedef enum { GUATU_CUSTOM_OF_TASKS, GUATU_CUSTOM_OF_PEOPLE } GuatuCustomOwner;
/* Where a ledger item comes from (YL-05). */
typedef enum { GUATU_SOURCE_NONE, GUATU_SOURCE_INSTRUCTION, GUATU_SOURCE_CENTRAL, GUATU_SOURCE_PROVINCE,
               GUATU_SOURCE_CITY, GUATU_SOURCE_COUNTY } GuatuItemSource;
/* The four sponsorships (YL-03), and those of PB-27. */
typedef enum { GUATU_SPONSORED_TOWNSHIP, GUATU_SPONSORED_ENTERPRISE, GUATU_SPONSORED_PARTY_POINT,
               GUATU_SPONSORED_PETITION, GUATU_SPONSORED_VILLAGE, GUATU_SPONSORED_HOUSEHOLD } GuatuSponsoredKind;
typedef enum { GUATU_VISITS_NONE, GUATU_VISITS_WEEK, GUATU_VISITS_HALF_MONTH, GUATU_VISITS_MONTH,
               GUATU_VISITS_QUARTER, GUATU_VISITS_HALF_YEAR, GUATU_VISITS_YEAR } GuatuVisitCycle;
typedef enum { GUATU_DAY_OFF_NEXT, GUATU_DAY_OFF_PREVIOUS, GUATU_DAY_OFF_SKIP } GuatuDayOff;
/* Ways to judge (domain.md §2.5); what the marks of a set count depends on them. */
typedef enum { GUATU_RULE_POINTS, GUATU_RULE_RATIO, GUATU_RULE_DAYS_LATE, GUATU_RULE_TIME_LEFT,
               GUATU_RULE_QUARTER_GATES, GUATU_RULE_THIRDS } GuatuRule;
typedef enum { GUATU_ROLL_UP_WORST, GUATU_ROLL_UP_WEIGHTED } GuatuLightRollUp;
typedef enum { GUATU_PLANNED_BY_WORKING_TIME, GUATU_PLANNED_BY_CALENDAR_DAYS, GUATU_PLANNED_BY_MONTHS,
               GUATU_PLANNED_BY_TARGETS } GuatuPlannedBy;
typedef enum { GUATU_OVERRIDE_GREEN, GUATU_OVERRIDE_YELLOW, GUATU_OVERRIDE_ORANGE,
               GUATU_OVERRIDE_RED } GuatuOverrideColour;

/* Departures from the documented scheduling rules, each of them a bit of the plan's scheduling_variants. The
 * rules concerned are those that msproject.md marks as documented or assumed rather than proved by files. */
typedef enum
{
  GUATU_VARIANT_LAG_ON_PLAN_CALENDAR   = 1 << 0,   /* §2: Project 2000 and older */
  GUATU_VARIANT_FF_BEFORE_START        = 1 << 1,   /* §3.1: a finish–finish link reaches before the plan's start */
  GUATU_VARIANT_LEAD_STOPS_AT_START    = 1 << 2,   /* §3.1: a negative lag does not */
  GUATU_VARIANT_NO_FNET_UNDER_WAY      = 1 << 3,   /* §3.2 */
  GUATU_VARIANT_SPLIT_UNDER_WAY        = 1 << 4,   /* §3.2: SplitsInProgressTasks */
  GUATU_VARIANT_MOVE_COMPLETED_BACK    = 1 << 5,   /* §3.2: the four Move options, when progress is entered */
  GUATU_VARIANT_MOVE_REMAINING_BACK    = 1 << 6,
  GUATU_VARIANT_MOVE_REMAINING_FORWARD = 1 << 7,
  GUATU_VARIANT_MOVE_COMPLETED_FORWARD = 1 << 8,
  GUATU_VARIANT_INACTIVE_CUT_LINKS     = 1 << 9,   /* §3.3: no hidden links through inactive tasks */
  GUATU_VARIANT_DELAY_ON_ALL_LINKS     = 1 << 10,  /* §4.1: levelling delay taken off in SS, FF and SF too */
  GUATU_VARIANT_STARTED_STARTS_LIMIT   = 1 << 11,  /* §4.1: start–start limits a predecessor that has started */
  GUATU_VARIANT_ASKED_BY_MUST_ONLY     = 1 << 12,  /* §4.3: negative start slack under MSO and MFO alone */
  GUATU_VARIANT_TASK_CALENDAR_ALONE    = 1 << 13,  /* §5: a task calendar replaces the resources' */
  GUATU_VARIANT_RESOURCES_LAY_FIXED    = 1 << 14,  /* §5: fixed durations on the resources' calendars */
  GUATU_VARIANT_MANUAL_LINKS_BY_LEAVES = 1 << 15,  /* §3.4: links of manual summaries follow the leaves */
  GUATU_VARIANT_FREE_SUMMARIES         = 1 << 16,  /* §3.4: constraints of summaries bind no leaf */
  GUATU_VARIANT_ALAP_IN_FREE_FLOAT     = 1 << 17,  /* §3.5: ALAP uses up its free float and pushes nobody */
  GUATU_VARIANT_ASAP_EARLY             = 1 << 18,  /* §3.5: from the finish, ASAP tasks take their early dates */
} GuatuSchedulingVariants;

G_END_DECLS
