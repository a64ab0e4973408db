/* guatu-field-tables.c — the tables, fields and choices themselves. */
#include "guatu-field-private.h"

#include "guatu-plan.h"

#include <glib/gi18n-lib.h>
#include <stddef.h>

/* Two centuries of wall-clock time: more than any plan lasts, and far from overflowing sums. */
#define WORK_MAX  (G_GINT64_CONSTANT (200) * 366 * 86400)
#define COUNT_MAX G_GINT64_CONSTANT (1000000000)
#define MONEY_MAX G_GINT64_CONSTANT (1000000000000000)

/* A hundred people at once, in 1/100 %. */
#define SHARE_MAX 1000000

#define CHOICES(list) .choices = (list), .max = G_N_ELEMENTS (list) - 2

/* A field in the row's struct, under the struct member's name. */
#define FIELD(Struct, member, Label, Type, Storage, ...) \
  { .name = #member, .label = (Label), .type = GUATU_TYPE_##Type, .storage = GUATU_STORAGE_##Storage, \
    .offset = offsetof (Struct, member), __VA_ARGS__ }

#define ID(Struct) \
  FIELD (Struct, id, N_("ID"), ID, INT64, .flags = GUATU_FIELD_FIXED, .min = 1, .max = G_MAXINT64)
#define TEXT(Struct, member, Label) \
  FIELD (Struct, member, Label, TEXT, STRING, .flags = 0)
#define NAME(Struct, member, Label) \
  FIELD (Struct, member, Label, TEXT, STRING, .flags = GUATU_FIELD_REQUIRED)
#define POSITION(Struct) \
  FIELD (Struct, position, N_("Position"), INTEGER, INT64, .min = -(G_MAXINT64 / 4), .max = G_MAXINT64 / 4)
#define BOOLEAN(Struct, member, Label, on) \
  FIELD (Struct, member, Label, BOOLEAN, BYTE, .fallback = (on), .max = 1)
#define CHOICE(Struct, member, Label, list) \
  FIELD (Struct, member, Label, ENUM, BYTE, CHOICES (list))
#define SMALL(Struct, member, Label, low, high) \
  FIELD (Struct, member, Label, INTEGER, BYTE, .min = (low), .max = (high), .fallback = (low))
/* A row that cannot be without what it refers to, and one that can. */
#define OWNER(Struct, member, Label, Target) \
  FIELD (Struct, member, Label, REFERENCE, ROW, .target = GUATU_TABLE_##Target, \
         .flags = GUATU_FIELD_REQUIRED, .min = 1, .max = G_MAXINT64)
#define REFERENCE(Struct, member, Label, Target) \
  FIELD (Struct, member, Label, REFERENCE, ROW, .target = GUATU_TABLE_##Target, \
         .flags = GUATU_FIELD_NULLABLE, .min = 1, .max = G_MAXINT64)
#define TIME(Struct, member, Label, Type, Flags) \
  FIELD (Struct, member, Label, Type, INT64, .flags = (Flags), .min = GUATU_INSTANT_MIN, .max = GUATU_INSTANT_MAX)
#define AMOUNT(Struct, member, Label, Type, Flags, high) \
  FIELD (Struct, member, Label, Type, INT64, .flags = (Flags), .min = 0, .max = (high))

/* A field beside the struct; always nullable, a text "" where it is empty. */
#define SPARSE(field_name, Label, Type, ...) \
  { .name = field_name, .label = (Label), .type = GUATU_TYPE_##Type, .storage = GUATU_STORAGE_SPARSE, \
    __VA_ARGS__ }
#define SPARSE_TEXT(field_name, Label) \
  SPARSE (field_name, Label, TEXT, .flags = 0)
#define SPARSE_TIME(field_name, Label, at) \
  SPARSE (field_name, Label, INSTANT, .flags = GUATU_FIELD_NULLABLE | (at), \
          .min = GUATU_INSTANT_MIN, .max = GUATU_INSTANT_MAX)
#define SPARSE_AMOUNT(field_name, Label, Type, high) \
  SPARSE (field_name, Label, Type, .flags = GUATU_FIELD_NULLABLE, .min = 0, .max = (high))

#define NULLABLE  GUATU_FIELD_NULLABLE
#define AT_START  GUATU_FIELD_AT_START
#define AT_FINISH GUATU_FIELD_AT_FINISH

static const GuatuChoice schedule_from[] = { { "start", N_("From the start") },
  { "finish", N_("From the finish") }, { NULL } };
static const GuatuChoice critical_paths[] = { { "plan", N_("Whole plan") }, { "ends", N_("Every end") },
  { "projects", N_("Every project") }, { NULL } };
static const GuatuChoice recurrences[] = { { "daily", N_("Every day") }, { "every-n-days", N_("Every few days") },
  { "weekly", N_("Weekly") }, { "monthly-day", N_("Monthly by date") }, { "monthly-place", N_("Monthly by weekday") },
  { "yearly-day", N_("Yearly by date") }, { "yearly-place", N_("Yearly by weekday") }, { NULL } };
static const GuatuChoice days_off[] = { { "next", N_("On the next working day") },
  { "previous", N_("On the working day before") }, { "skip", N_("Not at all") }, { NULL } };
static const GuatuChoice unit_kinds[] = { { "leading-body", N_("Leading body") }, { "lead-unit", N_("Lead unit") },
  { "township", N_("Township") }, { "task-force", N_("Task force") }, { "other", N_("Other") }, { NULL } };
static const GuatuChoice ledger_kinds[] = { { "ledger", N_("Ledger") }, { "task-board", N_("Task board") },
  { "plaque-list", N_("Plaque list") }, { NULL } };
static const GuatuChoice stages[] = { { "none", N_("None") }, { "reserve", N_("Reserve") },
  { "started", N_("Started") },
  { "under-construction", N_("Under construction") }, { "in-production", N_("In production") },
  { "accepted", N_("Accepted") }, { "closed-out", N_("Closed out") }, { NULL } };
static const GuatuChoice task_kinds[] = { { "task", N_("Task") }, { "milestone", N_("Milestone") }, { NULL } };
static const GuatuChoice task_modes[] = { { "automatic", N_("Automatic") }, { "manual", N_("Manual") }, { NULL } };
static const GuatuChoice constraints[] = { { "asap", N_("As soon as possible") }, { "alap", N_("As late as possible") },
  { "mso", N_("Must start on") }, { "mfo", N_("Must finish on") }, { "snet", N_("Start no earlier than") },
  { "snlt", N_("Start no later than") }, { "fnet", N_("Finish no earlier than") },
  { "fnlt", N_("Finish no later than") }, { NULL } };
static const GuatuChoice duration_kinds[] = { { "working", N_("Working time") },
  { "elapsed", N_("Elapsed time") }, { NULL } };
static const GuatuChoice duration_units[] = { { "day", N_("Day") }, { "minute", N_("Minute") }, { "hour", N_("Hour") },
  { "week", N_("Week") }, { "month", N_("Month") }, { NULL } };
static const GuatuChoice lag_units[] = { { "day", N_("Day") }, { "minute", N_("Minute") }, { "hour", N_("Hour") },
  { "week", N_("Week") }, { "month", N_("Month") }, { "percent", N_("Percent") }, { NULL } };
static const GuatuChoice report_cycles[] = { { "week", N_("Week") }, { "day", N_("Day") },
  { "half-month", N_("Half month") },
  { "month", N_("Month") }, { "quarter", N_("Quarter") }, { NULL } };
static const GuatuChoice link_types[] = { { "ff", N_("Finish to finish") }, { "fs", N_("Finish to start") },
  { "sf", N_("Start to finish") }, { "ss", N_("Start to start") }, { NULL } };
static const GuatuChoice lag_kinds[] = { { "working", N_("Working time") }, { "elapsed", N_("Elapsed time") },
  { "percent", N_("Percent") }, { "elapsed-percent", N_("Elapsed percent") }, { NULL } };
static const GuatuChoice roles[] = { { "project-owner", N_("Project owner") },
  { "lead-executive", N_("Lead executive") },
  { "lead-unit", N_("Lead unit") }, { "lead-unit-head", N_("Lead-unit head") }, { "support-unit", N_("Support unit") },
  { "responsible-person", N_("Responsible person") }, { "inspector", N_("Inspector") },
  { "task-force", N_("Task force") }, { "resource", N_("Resource") }, { NULL } };
static const GuatuChoice task_types[] = { { "fixed-units", N_("Fixed units") },
  { "fixed-duration", N_("Fixed duration") }, { "fixed-work", N_("Fixed work") }, { NULL } };
static const GuatuChoice person_kinds[] = { { "person", N_("Person") }, { "equipment", N_("Equipment") },
  { "material", N_("Material") }, { "cost", N_("Cost") }, { NULL } };
static const GuatuChoice contours[] = { { "flat", N_("Flat") }, { "back-loaded", N_("Back loaded") },
  { "front-loaded", N_("Front loaded") }, { "double-peak", N_("Double peak") }, { "early-peak", N_("Early peak") },
  { "late-peak", N_("Late peak") }, { "bell", N_("Bell") }, { "turtle", N_("Turtle") },
  { "by-hand", N_("Edited by hand") }, { NULL } };
static const GuatuChoice custom_kinds[] = { { "text", N_("Text") }, { "number", N_("Number") }, { "date", N_("Date") },
  { "duration", N_("Duration") }, { "cost", N_("Cost") }, { "flag", N_("Yes or no") },
  { "choice", N_("Choice") }, { NULL } };
static const GuatuChoice custom_owners[] = { { "tasks", N_("Tasks") }, { "people", N_("People") }, { NULL } };
static const GuatuChoice item_sources[] = { { "none", N_("Not said") },
  { "instruction", N_("Instruction of a leader") },
  { "central", N_("Central") }, { "province", N_("Province") }, { "city", N_("City") }, { "county", N_("County") },
  { NULL } };
static const GuatuChoice sponsored_kinds[] = { { "township", N_("Township") },
  { "enterprise", N_("Enterprise or project") }, { "party-point", N_("Party-building contact point") },
  { "petition", N_("Petition case") }, { "village", N_("Village") }, { "household", N_("Household") }, { NULL } };
static const GuatuChoice visit_cycles[] = { { "none", N_("No fixed cycle") }, { "week", N_("Week") },
  { "half-month", N_("Half month") }, { "month", N_("Month") }, { "quarter", N_("Quarter") },
  { "half-year", N_("Half year") }, { "year", N_("Year") }, { NULL } };
static const GuatuChoice rules[] = { { "points", N_("Points behind plan") }, { "ratio", N_("Shortfall of the plan") },
  { "days-late", N_("Days late") }, { "time-left", N_("Time left") }, { "quarter-gates", N_("Quarter gates") },
  { "thirds", N_("Thirds") }, { NULL } };
static const GuatuChoice light_roll_ups[] = { { "worst", N_("Worst light below") },
  { "weighted", N_("Weighted mean") }, { NULL } };
static const GuatuChoice planned_bys[] = { { "working-time", N_("Working time") },
  { "calendar-days", N_("Calendar days") }, { "months", N_("Whole months") },
  { "targets", N_("Monthly targets") }, { NULL } };
static const GuatuChoice override_colours[] = { { "green", N_("Green") }, { "yellow", N_("Yellow") },
  { "orange", N_("Orange") }, { "red", N_("Red") }, { NULL } };
static const GuatuChoice variants[] = {
  { "lag-on-plan-calendar", N_("Lags count on the plan’s calendar") },
  { "ff-before-start", N_("Finish-to-finish links reach before the plan’s start") },
  { "lead-stops-at-start", N_("Negative lags stop at the plan’s start") },
  { "no-fnet-under-way", N_("Finish-no-earlier-than says nothing of tasks under way") },
  { "split-under-way", N_("Tasks under way wait for their predecessors") },
  { "move-completed-back", N_("Completed parts after the status date move back to it") },
  { "move-remaining-back", N_("… and what remains moves back with them") },
  { "move-remaining-forward", N_("Remaining parts before the status date move forward to it") },
  { "move-completed-forward", N_("… and what is completed moves forward with them") },
  { "inactive-cut-links", N_("Inactive tasks cut the links through them") },
  { "delay-on-all-links", N_("Levelling delays count in links of every type") },
  { "started-starts-limit", N_("Start-to-start links limit tasks that have started") },
  { "asked-by-must-only", N_("Only must-constraints give negative start float") },
  { "task-calendar-alone", N_("A task calendar replaces those of resources") },
  { "resources-lay-fixed", N_("Fixed durations count on resource calendars") },
  { "manual-links-by-leaves", N_("Links of manual summaries follow their subtasks") },
  { "free-summaries", N_("Constraints of summaries bind no subtask") },
  { "alap-in-free-float", N_("As late as possible moves no successor") },
  { "asap-early", N_("From the finish, as soon as possible means early dates") },
  { NULL } };

static const GuatuField plan_fields[] = {
  [GUATU_PLAN_ID] = ID (GuatuPlanRow),
  [GUATU_PLAN_TITLE] = TEXT (GuatuPlanRow, title, N_("Title")),
  [GUATU_PLAN_SUBTITLE] = TEXT (GuatuPlanRow, subtitle, N_("Subtitle")),
  [GUATU_PLAN_ISSUING_BODY] = TEXT (GuatuPlanRow, issuing_body, N_("Issuing body")),
  [GUATU_PLAN_CODE] = TEXT (GuatuPlanRow, code, N_("Code")),
  [GUATU_PLAN_START] = FIELD (GuatuPlanRow, start, N_("Start"), INSTANT, INT64, .flags = AT_START,
    .min = GUATU_INSTANT_MIN, .max = GUATU_INSTANT_MAX, .fallback = 1577865600 /* 2020-01-01 08:00 */),
  [GUATU_PLAN_STATUS_DATE] = TIME (GuatuPlanRow, status_date, N_("Status date"), INSTANT, NULLABLE | AT_FINISH),
  [GUATU_PLAN_FINISH_TARGET] = TIME (GuatuPlanRow, finish_target, N_("Finish target"), INSTANT, NULLABLE | AT_FINISH),
  [GUATU_PLAN_SCHEDULE_FROM] = CHOICE (GuatuPlanRow, schedule_from, N_("Schedule from"), schedule_from),
  [GUATU_PLAN_CALENDAR] = REFERENCE (GuatuPlanRow, calendar, N_("Calendar"), CALENDAR),
  [GUATU_PLAN_CURRENCY] = TEXT (GuatuPlanRow, currency, N_("Currency")),
  [GUATU_PLAN_LANGUAGE] = TEXT (GuatuPlanRow, language, N_("Language of printed matter")),
  [GUATU_PLAN_MINUTES_PER_DAY] = FIELD (GuatuPlanRow, minutes_per_day, N_("Minutes per day"), INTEGER, INT64,
    .min = 1, .max = 1440, .fallback = 480),
  [GUATU_PLAN_MINUTES_PER_WEEK] = FIELD (GuatuPlanRow, minutes_per_week, N_("Minutes per week"), INTEGER, INT64,
    .min = 1, .max = 10080, .fallback = 2400),
  [GUATU_PLAN_DAYS_PER_MONTH] = FIELD (GuatuPlanRow, days_per_month, N_("Days per month"), INTEGER, INT64,
    .min = 1, .max = 31, .fallback = 20),
  [GUATU_PLAN_DEFAULT_START] = FIELD (GuatuPlanRow, default_start, N_("Default start time"), DAYTIME, INT64,
    .min = 0, .max = 86400, .fallback = 8 * 3600),
  [GUATU_PLAN_DEFAULT_FINISH] = FIELD (GuatuPlanRow, default_finish, N_("Default finish time"), DAYTIME, INT64,
    .min = 0, .max = 86400, .fallback = 17 * 3600),
  [GUATU_PLAN_REFERENCE_BASELINE] = REFERENCE (GuatuPlanRow, reference_baseline, N_("Reference baseline"), BASELINE),
  [GUATU_PLAN_HONOUR_CONSTRAINTS] = BOOLEAN (GuatuPlanRow, honour_constraints, N_("Constraints beat links"), 1),
  [GUATU_PLAN_PUSH_TO_STATUS_DATE] = BOOLEAN (GuatuPlanRow, push_to_status_date,
    N_("Do not plan before the status date"), 1),
  [GUATU_PLAN_RETAINED_LOGIC] = BOOLEAN (GuatuPlanRow, retained_logic, N_("Remaining work waits for its links"), 1),
  [GUATU_PLAN_CRITICAL_FLOAT] = FIELD (GuatuPlanRow, critical_float, N_("Critical up to float"), WORK, INT64,
    .min = 0, .max = WORK_MAX, .fallback = 0),
  [GUATU_PLAN_NEAR_CRITICAL_FLOAT] = FIELD (GuatuPlanRow, near_critical_float, N_("Near-critical up to float"), WORK,
    INT64, .min = 0, .max = WORK_MAX, .fallback = 5 * 8 * 3600),
  [GUATU_PLAN_CRITICAL_PATHS] = CHOICE (GuatuPlanRow, critical_paths, N_("Critical paths"), critical_paths),
  [GUATU_PLAN_NOTE] = TEXT (GuatuPlanRow, note, N_("Note")),
  [GUATU_PLAN_SCHEDULING_VARIANTS] = FIELD (GuatuPlanRow, scheduling_variants, N_("Scheduling variants"), FLAGS, INT64,
    .choices = variants, .max = (1 << (G_N_ELEMENTS (variants) - 1)) - 1),
  [GUATU_PLAN_KEEP_RECORDED] = BOOLEAN (GuatuPlanRow, keep_recorded, N_("Tasks keep their recorded dates"), 0),
  [GUATU_PLAN_LIGHT_RULE_SET] = REFERENCE (GuatuPlanRow, light_rule_set, N_("Light rules"), LIGHT_RULE_SET),
  [GUATU_PLAN_LIGHT_ROLL_UP] = CHOICE (GuatuPlanRow, light_roll_up, N_("Light of a summary"), light_roll_ups),
  [GUATU_PLAN_PLANNED_BY] = CHOICE (GuatuPlanRow, planned_by, N_("Planned share counts"), planned_bys),
  [GUATU_PLAN_AUTHOR] = TEXT (GuatuPlanRow, author, N_("Author")),
  [GUATU_PLAN_MANAGER] = TEXT (GuatuPlanRow, manager, N_("Manager")),
  [GUATU_PLAN_COMPANY] = TEXT (GuatuPlanRow, company, N_("Company")),
};

static const GuatuField calendar_fields[] = {
  [GUATU_CALENDAR_ID] = ID (GuatuCalendar),
  [GUATU_CALENDAR_NAME] = NAME (GuatuCalendar, name, N_("Name")),
  [GUATU_CALENDAR_SLUG] = TEXT (GuatuCalendar, slug, N_("Short name")),
  [GUATU_CALENDAR_BASE] = REFERENCE (GuatuCalendar, base, N_("Base calendar"), CALENDAR),
  [GUATU_CALENDAR_DATA_FROM] = TIME (GuatuCalendar, data_from, N_("Holidays published from"), DATE, NULLABLE),
  [GUATU_CALENDAR_DATA_TO] = TIME (GuatuCalendar, data_to, N_("Holidays published to"), DATE, NULLABLE),
  [GUATU_CALENDAR_SOURCE_UID] = TEXT (GuatuCalendar, source_uid, N_("Source ID")),
};

static const GuatuField calendar_day_fields[] = {
  [GUATU_CALENDAR_DAY_ID] = ID (GuatuCalendarDay),
  [GUATU_CALENDAR_DAY_CALENDAR] = OWNER (GuatuCalendarDay, calendar, N_("Calendar"), CALENDAR),
  [GUATU_CALENDAR_DAY_WEEKDAY] = SMALL (GuatuCalendarDay, weekday, N_("Weekday"), 0, 6),
  [GUATU_CALENDAR_DAY_WEEK] = REFERENCE (GuatuCalendarDay, week, N_("Working week"), CALENDAR_WEEK),
};

static const GuatuField calendar_exception_fields[] = {
  [GUATU_CALENDAR_EXCEPTION_ID] = ID (GuatuCalendarException),
  [GUATU_CALENDAR_EXCEPTION_CALENDAR] = OWNER (GuatuCalendarException, calendar, N_("Calendar"), CALENDAR),
  [GUATU_CALENDAR_EXCEPTION_FROM_DATE] = TIME (GuatuCalendarException, from_date, N_("From"), DATE, 0),
  [GUATU_CALENDAR_EXCEPTION_TO_DATE] = TIME (GuatuCalendarException, to_date, N_("To"), DATE, 0),
  [GUATU_CALENDAR_EXCEPTION_NAME] = TEXT (GuatuCalendarException, name, N_("Name")),
  [GUATU_CALENDAR_EXCEPTION_RECURRENCE] = CHOICE (GuatuCalendarException, recurrence, N_("Recurrence"), recurrences),
  [GUATU_CALENDAR_EXCEPTION_PERIOD] = FIELD (GuatuCalendarException, period, N_("Period"), INTEGER, INT64,
    .min = 0, .max = 100000),
  [GUATU_CALENDAR_EXCEPTION_WEEKDAYS] = SMALL (GuatuCalendarException, weekdays, N_("Weekdays"), 0, 127),
  [GUATU_CALENDAR_EXCEPTION_MONTH] = SMALL (GuatuCalendarException, month, N_("Month"), 0, 12),
  [GUATU_CALENDAR_EXCEPTION_MONTH_DAY] = SMALL (GuatuCalendarException, month_day, N_("Day of the month"), 0, 31),
  [GUATU_CALENDAR_EXCEPTION_PLACE] = SMALL (GuatuCalendarException, place, N_("Place in the month"), 0, 4),
  [GUATU_CALENDAR_EXCEPTION_ITEM] = SMALL (GuatuCalendarException, item, N_("Kind of day"), 0, 9),
  [GUATU_CALENDAR_EXCEPTION_IS_CLOSURE] = BOOLEAN (GuatuCalendarException, is_closure, N_("Closure"), 0),
};

static const GuatuField calendar_hours_fields[] = {
  [GUATU_CALENDAR_HOURS_ID] = ID (GuatuCalendarHours),
  [GUATU_CALENDAR_HOURS_DAY] = REFERENCE (GuatuCalendarHours, day, N_("Weekday"), CALENDAR_DAY),
  [GUATU_CALENDAR_HOURS_EXCEPTION] = REFERENCE (GuatuCalendarHours, exception, N_("Exception"), CALENDAR_EXCEPTION),
  [GUATU_CALENDAR_HOURS_FROM_TIME] = AMOUNT (GuatuCalendarHours, from_time, N_("From"), DAYTIME, 0, 86400),
  [GUATU_CALENDAR_HOURS_TO_TIME] = AMOUNT (GuatuCalendarHours, to_time, N_("To"), DAYTIME, 0, 86400),
};

static const GuatuField phase_fields[] = {
  [GUATU_PHASE_ID] = ID (GuatuPhase),
  [GUATU_PHASE_POSITION] = POSITION (GuatuPhase),
  [GUATU_PHASE_NAME] = NAME (GuatuPhase, name, N_("Name")),
  [GUATU_PHASE_FROM_DATE] = TIME (GuatuPhase, from_date, N_("From"), DATE, NULLABLE),
  [GUATU_PHASE_TO_DATE] = TIME (GuatuPhase, to_date, N_("To"), DATE, NULLABLE),
  [GUATU_PHASE_WORDING] = TEXT (GuatuPhase, wording, N_("Wording")),
  [GUATU_PHASE_DELIVERABLES] = SPARSE_TEXT ("deliverables", N_("Deliverables")),
};

static const GuatuField unit_fields[] = {
  [GUATU_UNIT_ID] = ID (GuatuUnit),
  [GUATU_UNIT_PARENT] = REFERENCE (GuatuUnit, parent, N_("Parent"), UNIT),
  [GUATU_UNIT_POSITION] = POSITION (GuatuUnit),
  [GUATU_UNIT_NAME] = NAME (GuatuUnit, name, N_("Name")),
  [GUATU_UNIT_KIND] = FIELD (GuatuUnit, kind, N_("Kind"), ENUM, BYTE, CHOICES (unit_kinds),
    .fallback = GUATU_UNIT_KIND_LEAD_UNIT),
  [GUATU_UNIT_RANKING_GROUP] = TEXT (GuatuUnit, ranking_group, N_("Ranking group")),
  [GUATU_UNIT_CALENDAR] = REFERENCE (GuatuUnit, calendar, N_("Calendar"), CALENDAR),
};

static const GuatuField person_fields[] = {
  [GUATU_PERSON_ID] = ID (GuatuPerson),
  [GUATU_PERSON_POSITION] = POSITION (GuatuPerson),
  [GUATU_PERSON_NAME] = NAME (GuatuPerson, name, N_("Name")),
  [GUATU_PERSON_UNIT] = REFERENCE (GuatuPerson, unit, N_("Unit"), UNIT),
  [GUATU_PERSON_POST] = TEXT (GuatuPerson, post, N_("Post")),
  [GUATU_PERSON_CALENDAR] = REFERENCE (GuatuPerson, calendar, N_("Calendar"), CALENDAR),
  [GUATU_PERSON_KIND] = CHOICE (GuatuPerson, kind, N_("Kind"), person_kinds),
  [GUATU_PERSON_MAX_UNITS] = FIELD (GuatuPerson, max_units, N_("Capacity"), PERCENT, INT64,
    .min = 0, .max = SHARE_MAX, .fallback = 10000),
  [GUATU_PERSON_INITIALS] = SPARSE_TEXT ("initials", N_("Initials")),
  [GUATU_PERSON_GROUP_NAME] = SPARSE_TEXT ("group_name", N_("Group")),
  [GUATU_PERSON_CODE] = SPARSE_TEXT ("code", N_("Code")),
  [GUATU_PERSON_EMAIL] = SPARSE_TEXT ("email", N_("E-mail")),
  [GUATU_PERSON_MATERIAL_LABEL] = SPARSE_TEXT ("material_label", N_("Unit of the material")),
  [GUATU_PERSON_NOTE] = SPARSE_TEXT ("note", N_("Note")),
  [GUATU_PERSON_SOURCE_UID] = SPARSE_TEXT ("source_uid", N_("Source ID")),
};

static const GuatuField membership_fields[] = {
  [GUATU_MEMBERSHIP_ID] = ID (GuatuMembership),
  [GUATU_MEMBERSHIP_UNIT] = OWNER (GuatuMembership, unit, N_("Unit"), UNIT),
  [GUATU_MEMBERSHIP_PERSON] = OWNER (GuatuMembership, person, N_("Person"), PERSON),
  [GUATU_MEMBERSHIP_DUTY] = TEXT (GuatuMembership, duty, N_("Duty")),
  [GUATU_MEMBERSHIP_IS_HEAD] = BOOLEAN (GuatuMembership, is_head, N_("Head"), 0),
};

static const GuatuField ledger_fields[] = {
  [GUATU_LEDGER_ID] = ID (GuatuLedger),
  [GUATU_LEDGER_POSITION] = POSITION (GuatuLedger),
  [GUATU_LEDGER_NAME] = NAME (GuatuLedger, name, N_("Name")),
  [GUATU_LEDGER_KIND] = CHOICE (GuatuLedger, kind, N_("Kind"), ledger_kinds),
};

static const GuatuField category_fields[] = {
  [GUATU_CATEGORY_ID] = ID (GuatuCategory),
  [GUATU_CATEGORY_LEDGER] = OWNER (GuatuCategory, ledger, N_("Ledger"), LEDGER),
  [GUATU_CATEGORY_POSITION] = POSITION (GuatuCategory),
  [GUATU_CATEGORY_NAME] = NAME (GuatuCategory, name, N_("Name")),
  [GUATU_CATEGORY_COLOUR] = TEXT (GuatuCategory, colour, N_("Colour")),
};

static const GuatuField task_fields[] = {
  [GUATU_TASK_ID] = ID (GuatuTask),
  [GUATU_TASK_PARENT] = REFERENCE (GuatuTask, parent, N_("Parent"), TASK),
  [GUATU_TASK_POSITION] = POSITION (GuatuTask),
  [GUATU_TASK_WBS] = TEXT (GuatuTask, wbs, N_("WBS")),
  [GUATU_TASK_NAME] = NAME (GuatuTask, name, N_("Name")),
  [GUATU_TASK_OBJECTIVE] = SPARSE_TEXT ("objective", N_("Objective")),
  [GUATU_TASK_MEASURES] = SPARSE_TEXT ("measures", N_("Measures")),
  [GUATU_TASK_QUALITY_STANDARD] = SPARSE_TEXT ("quality_standard", N_("Quality standard")),
  [GUATU_TASK_IS_PROJECT] = BOOLEAN (GuatuTask, is_project, N_("Project"), 0),
  [GUATU_TASK_STAGE] = CHOICE (GuatuTask, stage, N_("Stage"), stages),
  [GUATU_TASK_KIND] = CHOICE (GuatuTask, kind, N_("Kind"), task_kinds),
  [GUATU_TASK_MODE] = CHOICE (GuatuTask, mode, N_("Mode"), task_modes),
  [GUATU_TASK_MANUAL_START] = SPARSE_TIME ("manual_start", N_("Manual start"), AT_START),
  [GUATU_TASK_MANUAL_FINISH] = SPARSE_TIME ("manual_finish", N_("Manual finish"), AT_FINISH),
  [GUATU_TASK_CONSTRAINT] = CHOICE (GuatuTask, constraint, N_("Constraint"), constraints),
  [GUATU_TASK_CONSTRAINT_DATE] = SPARSE_TIME ("constraint_date", N_("Constraint date"), AT_START),
  [GUATU_TASK_DURATION] = FIELD (GuatuTask, duration, N_("Duration"), WORK, INT64,
    .min = 0, .max = WORK_MAX, .fallback = 8 * 3600),
  [GUATU_TASK_DURATION_KIND] = CHOICE (GuatuTask, duration_kind, N_("Duration kind"), duration_kinds),
  [GUATU_TASK_DURATION_UNIT] = CHOICE (GuatuTask, duration_unit, N_("Duration unit"), duration_units),
  [GUATU_TASK_DEADLINE] = SPARSE_TIME ("deadline", N_("Deadline"), AT_FINISH),
  [GUATU_TASK_ACTUAL_START] = SPARSE_TIME ("actual_start", N_("Actual start"), AT_START),
  [GUATU_TASK_ACTUAL_FINISH] = SPARSE_TIME ("actual_finish", N_("Actual finish"), AT_FINISH),
  [GUATU_TASK_REMAINING] = SPARSE_AMOUNT ("remaining", N_("Remaining duration"), WORK, WORK_MAX),
  [GUATU_TASK_STOP] = SPARSE_TIME ("stop", N_("Stop"), AT_FINISH),
  [GUATU_TASK_RESUME] = SPARSE_TIME ("resume", N_("Resume"), AT_START),
  [GUATU_TASK_WEIGHT] = SPARSE_AMOUNT ("weight", N_("Weight"), PERCENT, COUNT_MAX),
  [GUATU_TASK_PLANNED_WORK] = SPARSE_AMOUNT ("planned_work", N_("Planned work"), WORK, WORK_MAX * 1000),
  [GUATU_TASK_ACTUAL_WORK] = SPARSE_AMOUNT ("actual_work", N_("Actual work"), WORK, WORK_MAX * 1000),
  [GUATU_TASK_PLANNED_INVESTMENT] = SPARSE_AMOUNT ("planned_investment", N_("Planned investment"), MONEY, MONEY_MAX),
  [GUATU_TASK_ACTUAL_INVESTMENT] = SPARSE_AMOUNT ("actual_investment", N_("Actual investment"), MONEY, MONEY_MAX),
  [GUATU_TASK_CALENDAR] = REFERENCE (GuatuTask, calendar, N_("Calendar"), CALENDAR),
  [GUATU_TASK_REPORT_CYCLE] = CHOICE (GuatuTask, report_cycle, N_("Report cycle"), report_cycles),
  [GUATU_TASK_NOTE] = SPARSE_TEXT ("note", N_("Note")),
  [GUATU_TASK_SOURCE_UID] = SPARSE_TEXT ("source_uid", N_("Source ID")),
  [GUATU_TASK_RECORDED_START] = SPARSE_TIME ("recorded_start", N_("Recorded start"), AT_START),
  [GUATU_TASK_RECORDED_FINISH] = SPARSE_TIME ("recorded_finish", N_("Recorded finish"), AT_FINISH),
  [GUATU_TASK_LEVELLING_DELAY] = SPARSE_AMOUNT ("levelling_delay", N_("Levelling delay"), WORK, WORK_MAX),
  [GUATU_TASK_TYPE] = CHOICE (GuatuTask, type, N_("Task type"), task_types),
  [GUATU_TASK_ACTIVE] = BOOLEAN (GuatuTask, active, N_("Active"), 1),
  [GUATU_TASK_IGNORE_RESOURCE_CALENDARS] = BOOLEAN (GuatuTask, ignore_resource_calendars,
    N_("Ignores resource calendars"), 0),
  [GUATU_TASK_ESTIMATED] = BOOLEAN (GuatuTask, estimated, N_("Estimated duration"), 0),
  [GUATU_TASK_PRIORITY] = SPARSE_AMOUNT ("priority", N_("Priority"), INTEGER, 1000),
  [GUATU_TASK_SPAN] = SPARSE_AMOUNT ("span", N_("Span with interruptions"), WORK, WORK_MAX),
  [GUATU_TASK_START_TEXT] = SPARSE_TEXT ("start_text", N_("Start in words")),
  [GUATU_TASK_FINISH_TEXT] = SPARSE_TEXT ("finish_text", N_("Finish in words")),
  [GUATU_TASK_DURATION_TEXT] = SPARSE_TEXT ("duration_text", N_("Duration in words")),
  [GUATU_TASK_BLANK_ROWS] = SPARSE_AMOUNT ("blank_rows", N_("Blank rows above"), INTEGER, 1000000),
  [GUATU_TASK_EXTERNAL] = SPARSE_TEXT ("external", N_("From the plan")),
  [GUATU_TASK_RECORDED_LATE_START] = SPARSE_TIME ("recorded_late_start", N_("Recorded late start"), AT_START),
  [GUATU_TASK_RECORDED_LATE_FINISH] = SPARSE_TIME ("recorded_late_finish", N_("Recorded late finish"), AT_FINISH),
  [GUATU_TASK_AGREED_FINISH] = SPARSE_TIME ("agreed_finish", N_("Agreed new date"), AT_FINISH),
  [GUATU_TASK_CONTACT] = SPARSE_TEXT ("contact", N_("Contact")),
  [GUATU_TASK_HYPERLINK] = SPARSE_TEXT ("hyperlink", N_("Link to a document")),
};

static const GuatuField ledger_item_fields[] = {
  [GUATU_LEDGER_ITEM_ID] = ID (GuatuLedgerItem),
  [GUATU_LEDGER_ITEM_LEDGER] = OWNER (GuatuLedgerItem, ledger, N_("Ledger"), LEDGER),
  [GUATU_LEDGER_ITEM_TASK] = OWNER (GuatuLedgerItem, task, N_("Task"), TASK),
  [GUATU_LEDGER_ITEM_NUMBER] = TEXT (GuatuLedgerItem, number, N_("Number")),
  [GUATU_LEDGER_ITEM_CATEGORY] = REFERENCE (GuatuLedgerItem, category, N_("Category"), CATEGORY),
  [GUATU_LEDGER_ITEM_SOURCE] = CHOICE (GuatuLedgerItem, source, N_("Source"), item_sources),
};

static const GuatuField key_node_fields[] = {
  [GUATU_KEY_NODE_ID] = ID (GuatuKeyNode),
  [GUATU_KEY_NODE_TASK] = OWNER (GuatuKeyNode, task, N_("Task"), TASK),
  [GUATU_KEY_NODE_NAME] = NAME (GuatuKeyNode, name, N_("Name")),
  [GUATU_KEY_NODE_DATE] = TIME (GuatuKeyNode, date, N_("Date"), INSTANT, NULLABLE | AT_FINISH),
  [GUATU_KEY_NODE_SHARE] = AMOUNT (GuatuKeyNode, share, N_("Share of the span"), PERCENT, NULLABLE, 10000),
  [GUATU_KEY_NODE_DONE_ON] = TIME (GuatuKeyNode, done_on, N_("Done on"), INSTANT, NULLABLE | AT_FINISH),
};

static const GuatuField link_fields[] = {
  [GUATU_LINK_ID] = ID (GuatuLink),
  [GUATU_LINK_PREDECESSOR] = OWNER (GuatuLink, predecessor, N_("Predecessor"), TASK),
  [GUATU_LINK_SUCCESSOR] = OWNER (GuatuLink, successor, N_("Successor"), TASK),
  [GUATU_LINK_TYPE] = FIELD (GuatuLink, type, N_("Type"), ENUM, BYTE, CHOICES (link_types), .fallback = GUATU_LINK_FS),
  [GUATU_LINK_LAG] = FIELD (GuatuLink, lag, N_("Lag"), LAG, INT64, .min = -WORK_MAX, .max = WORK_MAX),
  [GUATU_LINK_LAG_KIND] = CHOICE (GuatuLink, lag_kind, N_("Lag kind"), lag_kinds),
  [GUATU_LINK_LAG_UNIT] = CHOICE (GuatuLink, lag_unit, N_("Lag unit"), lag_units),
};

static const GuatuField assignment_fields[] = {
  [GUATU_ASSIGNMENT_ID] = ID (GuatuAssignment),
  [GUATU_ASSIGNMENT_TASK] = OWNER (GuatuAssignment, task, N_("Task"), TASK),
  [GUATU_ASSIGNMENT_UNIT] = REFERENCE (GuatuAssignment, unit, N_("Unit"), UNIT),
  [GUATU_ASSIGNMENT_PERSON] = REFERENCE (GuatuAssignment, person, N_("Person"), PERSON),
  [GUATU_ASSIGNMENT_ROLE] = CHOICE (GuatuAssignment, role, N_("Role"), roles),
  [GUATU_ASSIGNMENT_SHARE] = FIELD (GuatuAssignment, share, N_("Share"), PERCENT, INT64,
    .min = 0, .max = SHARE_MAX, .fallback = 10000),
  [GUATU_ASSIGNMENT_CONTOUR] = CHOICE (GuatuAssignment, contour, N_("Work contour"), contours),
  [GUATU_ASSIGNMENT_WORK] = SPARSE_AMOUNT ("work", N_("Work"), WORK, WORK_MAX * 1000),
  [GUATU_ASSIGNMENT_OVERTIME_WORK] = SPARSE_AMOUNT ("overtime_work", N_("Overtime work"), WORK, WORK_MAX * 1000),
  [GUATU_ASSIGNMENT_ACTUAL_WORK] = SPARSE_AMOUNT ("actual_work", N_("Actual work"), WORK, WORK_MAX * 1000),
  [GUATU_ASSIGNMENT_REMAINING_WORK] = SPARSE_AMOUNT ("remaining_work", N_("Remaining work"), WORK, WORK_MAX * 1000),
  [GUATU_ASSIGNMENT_REMAINING_OVERTIME_WORK] = SPARSE_AMOUNT ("remaining_overtime_work",
    N_("Remaining overtime work"), WORK, WORK_MAX * 1000),
  [GUATU_ASSIGNMENT_DELAY] = SPARSE_AMOUNT ("delay", N_("Delay"), WORK, WORK_MAX),
  [GUATU_ASSIGNMENT_LEVELLING_DELAY] = SPARSE_AMOUNT ("levelling_delay", N_("Levelling delay"), WORK, WORK_MAX),
  [GUATU_ASSIGNMENT_START] = SPARSE_TIME ("start", N_("Recorded start"), AT_START),
  [GUATU_ASSIGNMENT_FINISH] = SPARSE_TIME ("finish", N_("Recorded finish"), AT_FINISH),
  [GUATU_ASSIGNMENT_ACTUAL_START] = SPARSE_TIME ("actual_start", N_("Actual start"), AT_START),
  [GUATU_ASSIGNMENT_ACTUAL_FINISH] = SPARSE_TIME ("actual_finish", N_("Actual finish"), AT_FINISH),
  [GUATU_ASSIGNMENT_STOP] = SPARSE_TIME ("stop", N_("Stop"), AT_FINISH),
  [GUATU_ASSIGNMENT_RESUME] = SPARSE_TIME ("resume", N_("Resume"), AT_START),
  [GUATU_ASSIGNMENT_NOTE] = SPARSE_TEXT ("note", N_("Note")),
  [GUATU_ASSIGNMENT_SOURCE_UID] = SPARSE_TEXT ("source_uid", N_("Source ID")),
};

static const GuatuField baseline_fields[] = {
  [GUATU_BASELINE_ID] = ID (GuatuBaseline),
  [GUATU_BASELINE_NAME] = NAME (GuatuBaseline, name, N_("Name")),
  [GUATU_BASELINE_TAKEN_ON] = TIME (GuatuBaseline, taken_on, N_("Taken on"), INSTANT, NULLABLE),
  [GUATU_BASELINE_NUMBER] = AMOUNT (GuatuBaseline, number, N_("Number"), INTEGER, NULLABLE, 10),
};

static const GuatuField baseline_task_fields[] = {
  [GUATU_BASELINE_TASK_ID] = ID (GuatuBaselineTask),
  [GUATU_BASELINE_TASK_BASELINE] = OWNER (GuatuBaselineTask, baseline, N_("Baseline"), BASELINE),
  [GUATU_BASELINE_TASK_TASK] = OWNER (GuatuBaselineTask, task, N_("Task"), TASK),
  [GUATU_BASELINE_TASK_START] = TIME (GuatuBaselineTask, start, N_("Start"), INSTANT, NULLABLE | AT_START),
  [GUATU_BASELINE_TASK_FINISH] = TIME (GuatuBaselineTask, finish, N_("Finish"), INSTANT, NULLABLE | AT_FINISH),
  [GUATU_BASELINE_TASK_DURATION] = AMOUNT (GuatuBaselineTask, duration, N_("Duration"), WORK, NULLABLE, WORK_MAX),
  [GUATU_BASELINE_TASK_WORK] = AMOUNT (GuatuBaselineTask, work, N_("Work"), WORK, NULLABLE, WORK_MAX * 1000),
  [GUATU_BASELINE_TASK_INVESTMENT] = AMOUNT (GuatuBaselineTask, investment, N_("Investment"), MONEY, NULLABLE,
    MONEY_MAX),
};

static const GuatuField report_fields[] = {
  [GUATU_REPORT_ID] = ID (GuatuReport),
  [GUATU_REPORT_TASK] = OWNER (GuatuReport, task, N_("Task"), TASK),
  [GUATU_REPORT_DATE] = FIELD (GuatuReport, date, N_("Date"), INSTANT, INT64, .flags = AT_FINISH,
    .min = GUATU_INSTANT_MIN, .max = GUATU_INSTANT_MAX),
  [GUATU_REPORT_SHARE] = AMOUNT (GuatuReport, share, N_("Share done"), PERCENT, 0, 10000),
  [GUATU_REPORT_AMOUNT] = AMOUNT (GuatuReport, amount, N_("Amount"), MONEY, NULLABLE, MONEY_MAX),
  [GUATU_REPORT_DONE] = TEXT (GuatuReport, done, N_("Done")),
  [GUATU_REPORT_NEXT] = TEXT (GuatuReport, next, N_("Next")),
  [GUATU_REPORT_PERSON] = REFERENCE (GuatuReport, person, N_("Reported by"), PERSON),
};

static const GuatuField calendar_week_fields[] = {
  [GUATU_CALENDAR_WEEK_ID] = ID (GuatuCalendarWeek),
  [GUATU_CALENDAR_WEEK_CALENDAR] = OWNER (GuatuCalendarWeek, calendar, N_("Calendar"), CALENDAR),
  [GUATU_CALENDAR_WEEK_FROM_DATE] = TIME (GuatuCalendarWeek, from_date, N_("From"), DATE, 0),
  [GUATU_CALENDAR_WEEK_TO_DATE] = TIME (GuatuCalendarWeek, to_date, N_("To"), DATE, 0),
  [GUATU_CALENDAR_WEEK_NAME] = TEXT (GuatuCalendarWeek, name, N_("Name")),
};

static const GuatuField task_split_fields[] = {
  [GUATU_TASK_SPLIT_ID] = ID (GuatuTaskSplit),
  [GUATU_TASK_SPLIT_TASK] = OWNER (GuatuTaskSplit, task, N_("Task"), TASK),
  [GUATU_TASK_SPLIT_OFFSET] = AMOUNT (GuatuTaskSplit, offset, N_("After"), WORK, 0, WORK_MAX),
  [GUATU_TASK_SPLIT_LENGTH] = AMOUNT (GuatuTaskSplit, length, N_("Length"), WORK, 0, WORK_MAX),
};

static const GuatuField custom_field_fields[] = {
  [GUATU_CUSTOM_FIELD_ID] = ID (GuatuCustomField),
  [GUATU_CUSTOM_FIELD_POSITION] = POSITION (GuatuCustomField),
  [GUATU_CUSTOM_FIELD_NAME] = NAME (GuatuCustomField, name, N_("Name")),
  [GUATU_CUSTOM_FIELD_KIND] = CHOICE (GuatuCustomField, kind, N_("Kind"), custom_kinds),
  [GUATU_CUSTOM_FIELD_OWNER] = CHOICE (GuatuCustomField, owner, N_("Field of"), custom_owners),
  [GUATU_CUSTOM_FIELD_SOURCE_NAME] = TEXT (GuatuCustomField, source_name, N_("Source name")),
  [GUATU_CUSTOM_FIELD_SOURCE_ID] = TEXT (GuatuCustomField, source_id, N_("Source ID")),
  [GUATU_CUSTOM_FIELD_CHOICES] = SPARSE_TEXT ("choices", N_("Choices")),
};

static const GuatuField custom_value_fields[] = {
  [GUATU_CUSTOM_VALUE_ID] = ID (GuatuCustomValue),
  [GUATU_CUSTOM_VALUE_FIELD] = OWNER (GuatuCustomValue, field, N_("Custom field"), CUSTOM_FIELD),
  [GUATU_CUSTOM_VALUE_TASK] = REFERENCE (GuatuCustomValue, task, N_("Task"), TASK),
  [GUATU_CUSTOM_VALUE_PERSON] = REFERENCE (GuatuCustomValue, person, N_("Person"), PERSON),
  [GUATU_CUSTOM_VALUE_VALUE] = TEXT (GuatuCustomValue, value, N_("Value")),
};

static const GuatuField light_rule_set_fields[] = {
  [GUATU_LIGHT_RULE_SET_ID] = ID (GuatuLightRuleSet),
  [GUATU_LIGHT_RULE_SET_POSITION] = POSITION (GuatuLightRuleSet),
  [GUATU_LIGHT_RULE_SET_NAME] = NAME (GuatuLightRuleSet, name, N_("Name")),
  [GUATU_LIGHT_RULE_SET_RULE] = CHOICE (GuatuLightRuleSet, rule, N_("Rule"), rules),
  [GUATU_LIGHT_RULE_SET_YELLOW_FROM] = AMOUNT (GuatuLightRuleSet, yellow_from, N_("Yellow from"), INTEGER, NULLABLE,
    COUNT_MAX),
  [GUATU_LIGHT_RULE_SET_ORANGE_FROM] = AMOUNT (GuatuLightRuleSet, orange_from, N_("Orange from"), INTEGER, NULLABLE,
    COUNT_MAX),
  [GUATU_LIGHT_RULE_SET_RED_FROM] = AMOUNT (GuatuLightRuleSet, red_from, N_("Red from"), INTEGER, NULLABLE, COUNT_MAX),
  [GUATU_LIGHT_RULE_SET_INCLUSIVE] = BOOLEAN (GuatuLightRuleSet, inclusive, N_("Marks are passed when reached"), 1),
  [GUATU_LIGHT_RULE_SET_OVERDUE_IS_RED] = BOOLEAN (GuatuLightRuleSet, overdue_is_red, N_("Overdue is red"), 1),
  [GUATU_LIGHT_RULE_SET_RAISES] = BOOLEAN (GuatuLightRuleSet, raises, N_("Raised when it does not get better"), 1),
  [GUATU_LIGHT_RULE_SET_RECOVERS] = BOOLEAN (GuatuLightRuleSet, recovers, N_("Yellow for a period after red"), 1),
  [GUATU_LIGHT_RULE_SET_SILENCE] = BOOLEAN (GuatuLightRuleSet, silence, N_("Yellow without reports"), 1),
};

static const GuatuField light_override_fields[] = {
  [GUATU_LIGHT_OVERRIDE_ID] = ID (GuatuLightOverride),
  [GUATU_LIGHT_OVERRIDE_TASK] = OWNER (GuatuLightOverride, task, N_("Task"), TASK),
  [GUATU_LIGHT_OVERRIDE_COLOUR] = CHOICE (GuatuLightOverride, colour, N_("Light"), override_colours),
  [GUATU_LIGHT_OVERRIDE_BY_WHOM] = NAME (GuatuLightOverride, by_whom, N_("Set by")),
  [GUATU_LIGHT_OVERRIDE_REASON] = NAME (GuatuLightOverride, reason, N_("Reason")),
  [GUATU_LIGHT_OVERRIDE_SET_ON] = TIME (GuatuLightOverride, set_on, N_("Set on"), DATE, 0),
  [GUATU_LIGHT_OVERRIDE_EXPIRES_ON] = TIME (GuatuLightOverride, expires_on, N_("Expires on"), DATE, 0),
};

static const GuatuField task_target_fields[] = {
  [GUATU_TASK_TARGET_ID] = ID (GuatuTaskTarget),
  [GUATU_TASK_TARGET_TASK] = OWNER (GuatuTaskTarget, task, N_("Task"), TASK),
  [GUATU_TASK_TARGET_DATE] = TIME (GuatuTaskTarget, date, N_("Date"), DATE, 0),
  [GUATU_TASK_TARGET_SHARE] = AMOUNT (GuatuTaskTarget, share, N_("Share done"), PERCENT, 0, 10000),
};

/* A leader's standing link to a place, a firm or a case (YL-03, PB-27). */
static const GuatuField sponsorship_fields[] = {
  [GUATU_SPONSORSHIP_ID] = ID (GuatuSponsorship),
  [GUATU_SPONSORSHIP_POSITION] = POSITION (GuatuSponsorship),
  [GUATU_SPONSORSHIP_PERSON] = OWNER (GuatuSponsorship, person, N_("Sponsor"), PERSON),
  [GUATU_SPONSORSHIP_KIND] = CHOICE (GuatuSponsorship, kind, N_("Kind"), sponsored_kinds),
  [GUATU_SPONSORSHIP_OBJECT] = TEXT (GuatuSponsorship, object, N_("Sponsored")),
  [GUATU_SPONSORSHIP_UNIT] = REFERENCE (GuatuSponsorship, unit, N_("Unit"), UNIT),
  [GUATU_SPONSORSHIP_TASK] = REFERENCE (GuatuSponsorship, task, N_("Task"), TASK),
  [GUATU_SPONSORSHIP_VISIT_CYCLE] = CHOICE (GuatuSponsorship, visit_cycle, N_("Visits"), visit_cycles),
  [GUATU_SPONSORSHIP_DUTY] = TEXT (GuatuSponsorship, duty, N_("Duty")),
  [GUATU_SPONSORSHIP_FROM_DATE] = TIME (GuatuSponsorship, from_date, N_("From"), DATE, NULLABLE),
  [GUATU_SPONSORSHIP_TO_DATE] = TIME (GuatuSponsorship, to_date, N_("To"), DATE, NULLABLE),
  [GUATU_SPONSORSHIP_NOTE] = SPARSE_TEXT ("note", N_("Note")),
};

/* When a recurring task comes back: its children are made from this, one each time. */
static const GuatuField recurrence_fields[] = {
  [GUATU_RECURRENCE_ID] = ID (GuatuTaskRecurrence),
  [GUATU_RECURRENCE_TASK] = OWNER (GuatuTaskRecurrence, task, N_("Task"), TASK),
  [GUATU_RECURRENCE_RECURRENCE] = CHOICE (GuatuTaskRecurrence, recurrence, N_("Recurrence"), recurrences),
  [GUATU_RECURRENCE_PERIOD] = FIELD (GuatuTaskRecurrence, period, N_("Period"), INTEGER, INT64,
    .min = 0, .max = 100000),
  [GUATU_RECURRENCE_WEEKDAYS] = SMALL (GuatuTaskRecurrence, weekdays, N_("Weekdays"), 0, 127),
  [GUATU_RECURRENCE_MONTH] = SMALL (GuatuTaskRecurrence, month, N_("Month"), 0, 12),
  [GUATU_RECURRENCE_MONTH_DAY] = SMALL (GuatuTaskRecurrence, month_day, N_("Day of the month"), 0, 31),
  [GUATU_RECURRENCE_PLACE] = SMALL (GuatuTaskRecurrence, place, N_("Place in the month"), 0, 4),
  [GUATU_RECURRENCE_ITEM] = SMALL (GuatuTaskRecurrence, item, N_("Kind of day"), 0, 9),
  [GUATU_RECURRENCE_FROM_DATE] = TIME (GuatuTaskRecurrence, from_date, N_("From"), DATE, 0),
  [GUATU_RECURRENCE_TO_DATE] = TIME (GuatuTaskRecurrence, to_date, N_("To"), DATE, NULLABLE),
  [GUATU_RECURRENCE_TIMES] = AMOUNT (GuatuTaskRecurrence, times, N_("Times"), INTEGER, NULLABLE, 10000),
  [GUATU_RECURRENCE_START_TIME] = AMOUNT (GuatuTaskRecurrence, start_time, N_("Begins at"), DAYTIME, NULLABLE, 86400),
  [GUATU_RECURRENCE_DURATION] = AMOUNT (GuatuTaskRecurrence, duration, N_("Takes each time"), WORK, NULLABLE, WORK_MAX),
  [GUATU_RECURRENCE_DAY_OFF] = CHOICE (GuatuTaskRecurrence, day_off, N_("On a day off"), days_off),
};

/* @first, @second: how many of the fields were there in version 1, and in version 2. A table that came later has
 * none. */
#define TABLE_GROWN(Name, Plural, Label, Struct, list, first, second) \
  { .name = (Name), .plural = (Plural), .label = (Label), .size = sizeof (Struct), .fields = (list), \
    .n_fields = G_N_ELEMENTS (list), .n_in = { (first), (second), G_N_ELEMENTS (list) } }
#define TABLE_SINCE(Name, Plural, Label, Struct, list, first) \
  TABLE_GROWN (Name, Plural, Label, Struct, list, first, G_N_ELEMENTS (list))
#define TABLE(Name, Plural, Label, Struct, list) \
  TABLE_SINCE (Name, Plural, Label, Struct, list, G_N_ELEMENTS (list))

/* The plan's row refers to calendars and baselines, which come later in the list: references are
 * checked when a transaction ends. */
const GuatuTableInfo guatu_tables[GUATU_N_TABLES] = {
  [GUATU_TABLE_PLAN] = TABLE_SINCE ("plan", "plan", N_("Plan"), GuatuPlanRow, plan_fields,
    GUATU_PLAN_SCHEDULING_VARIANTS),
  [GUATU_TABLE_CALENDAR] = TABLE_SINCE ("calendar", "calendars", N_("Calendar"), GuatuCalendar, calendar_fields,
    GUATU_CALENDAR_SOURCE_UID),
  [GUATU_TABLE_CALENDAR_DAY] = TABLE_SINCE ("calendar_day", "calendar_days", N_("Weekday"), GuatuCalendarDay,
    calendar_day_fields,
    GUATU_CALENDAR_DAY_WEEK),
  [GUATU_TABLE_CALENDAR_EXCEPTION] = TABLE_GROWN ("calendar_exception", "calendar_exceptions",
    N_("Calendar exception"), GuatuCalendarException, calendar_exception_fields, GUATU_CALENDAR_EXCEPTION_IS_CLOSURE,
    GUATU_CALENDAR_EXCEPTION_IS_CLOSURE),
  [GUATU_TABLE_CALENDAR_HOURS] = TABLE ("calendar_hours", "calendar_hours", N_("Working hours"), GuatuCalendarHours,
    calendar_hours_fields),
  [GUATU_TABLE_PHASE] = TABLE_GROWN ("phase", "phases", N_("Phase"), GuatuPhase, phase_fields,
    GUATU_PHASE_DELIVERABLES, GUATU_PHASE_DELIVERABLES),
  [GUATU_TABLE_UNIT] = TABLE ("unit", "units", N_("Unit"), GuatuUnit, unit_fields),
  [GUATU_TABLE_PERSON] = TABLE_SINCE ("person", "people", N_("Person"), GuatuPerson, person_fields,
    GUATU_PERSON_KIND),
  [GUATU_TABLE_MEMBERSHIP] = TABLE_GROWN ("membership", "memberships", N_("Membership"), GuatuMembership,
    membership_fields, GUATU_MEMBERSHIP_IS_HEAD, GUATU_MEMBERSHIP_IS_HEAD),
  [GUATU_TABLE_LEDGER] = TABLE ("ledger", "ledgers", N_("Ledger"), GuatuLedger, ledger_fields),
  [GUATU_TABLE_CATEGORY] = TABLE ("category", "categories", N_("Category"), GuatuCategory, category_fields),
  [GUATU_TABLE_TASK] = TABLE_SINCE ("task", "tasks", N_("Task"), GuatuTask, task_fields,
    GUATU_TASK_TYPE),
  [GUATU_TABLE_LEDGER_ITEM] = TABLE_GROWN ("ledger_item", "ledger_items", N_("Ledger item"), GuatuLedgerItem,
    ledger_item_fields, GUATU_LEDGER_ITEM_SOURCE, GUATU_LEDGER_ITEM_SOURCE),
  [GUATU_TABLE_KEY_NODE] = TABLE ("key_node", "key_nodes", N_("Key node"), GuatuKeyNode, key_node_fields),
  [GUATU_TABLE_LINK] = TABLE ("link", "links", N_("Link"), GuatuLink, link_fields),
  [GUATU_TABLE_ASSIGNMENT] = TABLE_SINCE ("assignment", "assignments", N_("Assignment"), GuatuAssignment,
    assignment_fields,
    GUATU_ASSIGNMENT_CONTOUR),
  [GUATU_TABLE_BASELINE] = TABLE_SINCE ("baseline", "baselines", N_("Baseline"), GuatuBaseline, baseline_fields,
    GUATU_BASELINE_NUMBER),
  [GUATU_TABLE_BASELINE_TASK] = TABLE ("baseline_task", "baseline_tasks", N_("Baseline entry"), GuatuBaselineTask,
    baseline_task_fields),
  [GUATU_TABLE_REPORT] = TABLE ("report", "reports", N_("Report"), GuatuReport, report_fields),
  [GUATU_TABLE_CALENDAR_WEEK] = TABLE_SINCE ("calendar_week", "calendar_weeks", N_("Working week"), GuatuCalendarWeek,
    calendar_week_fields, 0),
  [GUATU_TABLE_TASK_SPLIT] = TABLE_SINCE ("task_split", "task_splits", N_("Interruption"), GuatuTaskSplit,
    task_split_fields, 0),
  [GUATU_TABLE_CUSTOM_FIELD] = TABLE_GROWN ("custom_field", "custom_fields", N_("Custom field"), GuatuCustomField,
    custom_field_fields, 0, GUATU_CUSTOM_FIELD_CHOICES),
  [GUATU_TABLE_CUSTOM_VALUE] = TABLE_SINCE ("custom_value", "custom_values", N_("Custom value"), GuatuCustomValue,
    custom_value_fields, 0),
  [GUATU_TABLE_LIGHT_RULE_SET] = TABLE_SINCE ("light_rule_set", "light_rule_sets", N_("Light rules"),
    GuatuLightRuleSet, light_rule_set_fields, 0),
  [GUATU_TABLE_LIGHT_OVERRIDE] = TABLE_SINCE ("light_override", "light_overrides", N_("Light set by hand"),
    GuatuLightOverride, light_override_fields, 0),
  [GUATU_TABLE_TASK_TARGET] = TABLE_SINCE ("task_target", "task_targets", N_("Monthly target"), GuatuTaskTarget,
    task_target_fields, 0),
  [GUATU_TABLE_SPONSORSHIP] = TABLE_GROWN ("sponsorship", "sponsorships", N_("Sponsorship"), GuatuSponsorship,
    sponsorship_fields, 0, 0),
  [GUATU_TABLE_RECURRENCE] = TABLE_GROWN ("recurrence", "recurrences", N_("Recurrence"), GuatuTaskRecurrence,
    recurrence_fields, 0, 0),
};

#define COMPLETE(list, n) G_STATIC_ASSERT (G_N_ELEMENTS (list) == (n))

COMPLETE (plan_fields, GUATU_PLAN_N_FIELDS);
COMPLETE (calendar_fields, GUATU_CALENDAR_N_FIELDS);
COMPLETE (calendar_day_fields, GUATU_CALENDAR_DAY_N_FIELDS);
COMPLETE (calendar_exception_fields, GUATU_CALENDAR_EXCEPTION_N_FIELDS);
COMPLETE (calendar_hours_fields, GUATU_CALENDAR_HOURS_N_FIELDS);
COMPLETE (phase_fields, GUATU_PHASE_N_FIELDS);
COMPLETE (unit_fields, GUATU_UNIT_N_FIELDS);
COMPLETE (person_fields, GUATU_PERSON_N_FIELDS);
COMPLETE (membership_fields, GUATU_MEMBERSHIP_N_FIELDS);
COMPLETE (ledger_fields, GUATU_LEDGER_N_FIELDS);
COMPLETE (category_fields, GUATU_CATEGORY_N_FIELDS);
COMPLETE (task_fields, GUATU_TASK_N_FIELDS);
COMPLETE (ledger_item_fields, GUATU_LEDGER_ITEM_N_FIELDS);
COMPLETE (key_node_fields, GUATU_KEY_NODE_N_FIELDS);
COMPLETE (link_fields, GUATU_LINK_N_FIELDS);
COMPLETE (assignment_fields, GUATU_ASSIGNMENT_N_FIELDS);
COMPLETE (baseline_fields, GUATU_BASELINE_N_FIELDS);
COMPLETE (baseline_task_fields, GUATU_BASELINE_TASK_N_FIELDS);
COMPLETE (report_fields, GUATU_REPORT_N_FIELDS);
COMPLETE (calendar_week_fields, GUATU_CALENDAR_WEEK_N_FIELDS);
COMPLETE (task_split_fields, GUATU_TASK_SPLIT_N_FIELDS);
COMPLETE (custom_field_fields, GUATU_CUSTOM_FIELD_N_FIELDS);
COMPLETE (custom_value_fields, GUATU_CUSTOM_VALUE_N_FIELDS);
COMPLETE (light_rule_set_fields, GUATU_LIGHT_RULE_SET_N_FIELDS);
COMPLETE (light_override_fields, GUATU_LIGHT_OVERRIDE_N_FIELDS);
COMPLETE (task_target_fields, GUATU_TASK_TARGET_N_FIELDS);
COMPLETE (sponsorship_fields, GUATU_SPONSORSHIP_N_FIELDS);
COMPLETE (recurrence_fields, GUATU_RECURRENCE_N_FIELDS);

/* The bits of GuatuSchedulingVariants. */
COMPLETE (variants, 19 + 1);
G_STATIC_ASSERT (GUATU_VARIANT_ASAP_EARLY == 1 << 18);
