/* guatu-mspdi-write-lost.c — says what of a plan Microsoft Project's XML has no place for. */
#include "guatu-mspdi-write-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-progress.h"

/* Settings ------------------------------------------------------------------------------------------------- */

/* What the reader makes of any such file. */
static gint64
expected_setting (const MspdiOut *self, guint field)
{
  const GuatuPlanRow *plan = guatu_plan_settings (self->plan);
  gint64 day = plan->minutes_per_day * GUATU_MINUTE;
  gint64 from_finish = GUATU_VARIANT_ASAP_EARLY;

  switch (field)
    {
    case GUATU_PLAN_HONOUR_CONSTRAINTS:
      return TRUE;
    case GUATU_PLAN_FINISH_TARGET:
      return plan->schedule_from == GUATU_FROM_FINISH ? plan->finish_target : GUATU_NONE;
    case GUATU_PLAN_CRITICAL_FLOAT:
      return plan->critical_float / day * day;
    case GUATU_PLAN_NEAR_CRITICAL_FLOAT:
      return MAX (plan->critical_float / day * day, 5 * day);
    case GUATU_PLAN_CRITICAL_PATHS:
      return plan->critical_paths == GUATU_PATHS_EVERY_END ? GUATU_PATHS_EVERY_END : GUATU_PATHS_WHOLE_PLAN;
    case GUATU_PLAN_SCHEDULING_VARIANTS:
      return (plan->scheduling_variants &
              (GUATU_VARIANT_SPLIT_UNDER_WAY | GUATU_VARIANT_MOVE_COMPLETED_BACK | GUATU_VARIANT_MOVE_REMAINING_BACK |
               GUATU_VARIANT_MOVE_REMAINING_FORWARD | GUATU_VARIANT_MOVE_COMPLETED_FORWARD)) |
             (plan->schedule_from == GUATU_FROM_FINISH ? from_finish : 0);
    case GUATU_PLAN_LIGHT_RULE_SET:
      return -1;
    case GUATU_PLAN_REFERENCE_BASELINE:
      return plan->reference_baseline >= 0 && self->baselines[plan->reference_baseline] == 0
             ? plan->reference_baseline : -1;
    default:
      return 0;
    }
}

static void
tell_settings (MspdiOut *self)
{
  static const guint numbers[] = {
    GUATU_PLAN_FINISH_TARGET, GUATU_PLAN_HONOUR_CONSTRAINTS, GUATU_PLAN_PUSH_TO_STATUS_DATE,
    GUATU_PLAN_RETAINED_LOGIC, GUATU_PLAN_CRITICAL_FLOAT, GUATU_PLAN_NEAR_CRITICAL_FLOAT, GUATU_PLAN_CRITICAL_PATHS,
    GUATU_PLAN_SCHEDULING_VARIANTS, GUATU_PLAN_KEEP_RECORDED, GUATU_PLAN_LIGHT_RULE_SET, GUATU_PLAN_LIGHT_ROLL_UP,
    GUATU_PLAN_PLANNED_BY, GUATU_PLAN_REFERENCE_BASELINE,
  };
  static const guint texts[] = { GUATU_PLAN_ISSUING_BODY, GUATU_PLAN_CODE, GUATU_PLAN_LANGUAGE };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (guatu_plan_number (self->plan, GUATU_TABLE_PLAN, 0, numbers[i]) != expected_setting (self, numbers[i]))
      guatu_notes_add (self->notes, 0, 0, _("Plan"), _("“%s” is not carried over"),
                       _(guatu_field (GUATU_TABLE_PLAN, numbers[i])->label));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (guatu_plan_string (self->plan, GUATU_TABLE_PLAN, 0, texts[i])[0] != '\0')
      guatu_notes_add (self->notes, 0, 0, _("Plan"), _("“%s” is not carried over"),
                       _(guatu_field (GUATU_TABLE_PLAN, texts[i])->label));
}

/* Rows and fields ------------------------------------------------------------------------------------------ */

static void
tell_rows (MspdiOut *self, GuatuTable table, guint n)
{
  if (n > 0)
    guatu_notes_add (self->notes, 0, 0, _(guatu_table_info (table)->label),
                     ngettext ("%u row is not carried over", "%u rows are not carried over", n), n);
}

static void
tell_label (MspdiOut *self, GuatuTable table, const char *label, guint n)
{
  if (n > 0)
    guatu_notes_add (self->notes, 0, 0, _(guatu_table_info (table)->label),
                     /* Translators: “Objective” of 12 rows … */
                     ngettext ("“%s” of %u row is not carried over", "“%s” of %u rows is not carried over", n),
                     _(label), n);
}

static void
tell_tables (MspdiOut *self)
{
  static const GuatuTable tables[] = {
    GUATU_TABLE_PHASE, GUATU_TABLE_MEMBERSHIP, GUATU_TABLE_LEDGER, GUATU_TABLE_CATEGORY, GUATU_TABLE_LEDGER_ITEM,
    GUATU_TABLE_KEY_NODE, GUATU_TABLE_LIGHT_RULE_SET, GUATU_TABLE_LIGHT_OVERRIDE, GUATU_TABLE_TASK_TARGET,
    GUATU_TABLE_SPONSORSHIP, GUATU_TABLE_RECURRENCE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    tell_rows (self, tables[i], guatu_plan_n_live (self->plan, tables[i]));
}

static void
tell_fields (MspdiOut *self)
{
  static const struct { GuatuTable table; guint field; } fields[] = {
    { GUATU_TABLE_TASK, GUATU_TASK_OBJECTIVE }, { GUATU_TABLE_TASK, GUATU_TASK_MEASURES },
    { GUATU_TABLE_TASK, GUATU_TASK_QUALITY_STANDARD }, { GUATU_TABLE_TASK, GUATU_TASK_IS_PROJECT },
    { GUATU_TABLE_TASK, GUATU_TASK_STAGE }, { GUATU_TABLE_TASK, GUATU_TASK_WEIGHT },
    { GUATU_TABLE_TASK, GUATU_TASK_REPORT_CYCLE }, { GUATU_TABLE_TASK, GUATU_TASK_AGREED_FINISH },
    { GUATU_TABLE_CALENDAR, GUATU_CALENDAR_DATA_FROM }, { GUATU_TABLE_CALENDAR, GUATU_CALENDAR_DATA_TO },
    { GUATU_TABLE_PERSON, GUATU_PERSON_UNIT }, { GUATU_TABLE_PERSON, GUATU_PERSON_POST },
    { GUATU_TABLE_BASELINE, GUATU_BASELINE_TAKEN_ON }, { GUATU_TABLE_REPORT, GUATU_REPORT_AMOUNT },
    { GUATU_TABLE_REPORT, GUATU_REPORT_DONE }, { GUATU_TABLE_REPORT, GUATU_REPORT_NEXT },
    { GUATU_TABLE_REPORT, GUATU_REPORT_PERSON },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const GuatuField *field = guatu_field (fields[i].table, fields[i].field);
      guint n = 0;

      for (guint row = 0; row < guatu_plan_n_rows (self->plan, fields[i].table); row++)
        n += guatu_plan_id (self->plan, fields[i].table, (gint32) row) != 0 &&
             !guatu_value_equal (guatu_plan_get (self->plan, fields[i].table, (gint32) row, fields[i].field),
                                 guatu_field_fallback (field)) ? 1 : 0;
      tell_label (self, fields[i].table, field->label, n);
    }
}

/* People --------------------------------------------------------------------------------------------------- */

static void
tell_people (MspdiOut *self)
{
  const GuatuPerson *people = guatu_plan_rows (self->plan, GUATU_TABLE_PERSON);
  guint n_units = 0, n_resources = 0, n_equipment = 0;

  for (guint row = 0; row < guatu_plan_n_rows (self->plan, GUATU_TABLE_UNIT); row++)
    if (guatu_plan_id (self->plan, GUATU_TABLE_UNIT, (gint32) row) != 0)
      *(self->units[row] >= 0 ? &n_resources : &n_units) += 1;
  for (guint row = 0; row < guatu_plan_n_rows (self->plan, GUATU_TABLE_PERSON); row++)
    n_equipment += people[row].id != 0 && people[row].kind == GUATU_PERSON_KIND_EQUIPMENT ? 1 : 0;

  tell_rows (self, GUATU_TABLE_UNIT, n_units);
  if (n_resources > 0)
    guatu_notes_add (self->notes, 0, 0, _(guatu_table_info (GUATU_TABLE_UNIT)->label),
                     ngettext ("%u unit goes out as a resource and would come back as a person",
                               "%u units go out as resources and would come back as people", n_resources),
                     n_resources);
  if (n_equipment > 0)
    guatu_notes_add (self->notes, 0, 0, _(guatu_table_info (GUATU_TABLE_PERSON)->label),
                     ngettext ("%u piece of equipment goes out as a work resource and would come back as a person",
                               "%u pieces of equipment go out as work resources and would come back as people",
                               n_equipment), n_equipment);
}

/* Microsoft Project knows who works on a task, not who answers for it. */
static void
tell_roles (MspdiOut *self)
{
  const GuatuAssignment *rows = guatu_plan_rows (self->plan, GUATU_TABLE_ASSIGNMENT);
  const GuatuChoice *roles = guatu_field (GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ROLE)->choices;
  guint counts[GUATU_ROLE_RESOURCE + 1] = { 0 }, by_hand = 0;

  for (guint row = 0; row < guatu_plan_n_rows (self->plan, GUATU_TABLE_ASSIGNMENT); row++)
    {
      if (rows[row].id == 0)
        continue;
      if (!guatu_mspdi_is_resource (&rows[row]))
        counts[rows[row].role]++;
      else if (rows[row].contour == GUATU_CONTOUR_BY_HAND)
        by_hand++;
    }
  for (guint role = 0; role < G_N_ELEMENTS (counts); role++)
    tell_label (self, GUATU_TABLE_ASSIGNMENT, roles[role].label, counts[role]);
  if (by_hand > 0)
    guatu_notes_add (self->notes, 0, 0, _(guatu_table_info (GUATU_TABLE_ASSIGNMENT)->label),
                     ngettext ("The work of %u assignment was spread by hand; how is not carried over",
                               "The work of %u assignments was spread by hand; how is not carried over", by_hand),
                     by_hand);
}

/* Reports -------------------------------------------------------------------------------------------------- */

/* The day that the reader would give to the only report that it finds. */
static GuatuInstant
expected_date (const MspdiOut *self, gint32 task)
{
  GuatuInstant status = guatu_plan_settings (self->plan)->status_date;
  GuatuInstant finish = guatu_plan_task_number (self->plan, task, GUATU_TASK_ACTUAL_FINISH);
  GuatuInstant stop = guatu_plan_task_number (self->plan, task, GUATU_TASK_STOP);
  GuatuInstant start = guatu_plan_task_number (self->plan, task, GUATU_TASK_ACTUAL_START);

  if (status != GUATU_NONE)
    return status;
  if (finish != GUATU_NONE)
    return finish;
  if (stop != GUATU_NONE)
    return stop;
  return start != GUATU_NONE ? start : self->schedule->start[task];
}

static void
tell_reports (MspdiOut *self)
{
  const GuatuReport *rows = guatu_plan_rows (self->plan, GUATU_TABLE_REPORT);
  guint n_left_out = 0, n_dates = 0;

  for (gint32 row = 0; (guint) row < guatu_plan_n_rows (self->plan, GUATU_TABLE_REPORT); row++)
    {
      if (rows[row].id == 0)
        continue;
      if (guatu_progress_latest_report (self->plan, rows[row].task, GUATU_NONE) != row || rows[row].share == 0 ||
          guatu_plan_is_summary (self->plan, rows[row].task))
        n_left_out++;
      else if (rows[row].date != expected_date (self, rows[row].task))
        n_dates++;
    }
  if (n_left_out > 0)
    guatu_notes_add (self->notes, 0, 0, _(guatu_table_info (GUATU_TABLE_REPORT)->label),
                     ngettext ("%u report is not carried over: only the latest share done of each task is",
                               "%u reports are not carried over: only the latest share done of each task is",
                               n_left_out), n_left_out);
  tell_label (self, GUATU_TABLE_REPORT, guatu_field (GUATU_TABLE_REPORT, GUATU_REPORT_DATE)->label, n_dates);
}

/* Calendars, baselines, custom fields ---------------------------------------------------------------------- */

static void
tell_calendars (MspdiOut *self)
{
  const GuatuCalendar *rows = guatu_plan_rows (self->plan, GUATU_TABLE_CALENDAR);

  for (gint32 row = 0; (guint) row < guatu_plan_n_rows (self->plan, GUATU_TABLE_CALENDAR); row++)
    if (rows[row].id != 0 && rows[row].base >= 0 && !guatu_mspdi_is_derived (self->plan, row))
      guatu_notes_add (self->notes, 0, 0, _(guatu_table_info (GUATU_TABLE_CALENDAR)->label),
                       _("“%s” goes out as a calendar of its own, with all that its base calendar says"),
                       guatu_plan_text (self->plan, rows[row].name));
}

static void
tell_baselines (MspdiOut *self)
{
  const GuatuBaseline *rows = guatu_plan_rows (self->plan, GUATU_TABLE_BASELINE);
  guint n_left_out = 0, n_names = 0;

  for (guint row = 0; row < guatu_plan_n_rows (self->plan, GUATU_TABLE_BASELINE); row++)
    {
      int number = (int) self->baselines[row];
      g_autofree char *usual = number == 0 ? g_strdup (_("Baseline")) : g_strdup_printf (_("Baseline %d"), number);

      if (rows[row].id == 0)
        continue;
      if (number < 0)
        n_left_out++;
      else if (!g_str_equal (guatu_plan_text (self->plan, rows[row].name), usual))
        n_names++;
    }
  tell_label (self, GUATU_TABLE_BASELINE, guatu_field (GUATU_TABLE_BASELINE, GUATU_BASELINE_NAME)->label, n_names);
  if (n_left_out > 0)
    guatu_notes_add (self->notes, 0, 0, _(guatu_table_info (GUATU_TABLE_BASELINE)->label),
                     ngettext ("%u baseline is not carried over: Microsoft Project has eleven",
                               "%u baselines are not carried over: Microsoft Project has eleven", n_left_out),
                     n_left_out);
}

static void
tell_custom_fields (MspdiOut *self)
{
  const GuatuCustomField *rows = guatu_plan_rows (self->plan, GUATU_TABLE_CUSTOM_FIELD);

  for (guint row = 0; row < guatu_plan_n_rows (self->plan, GUATU_TABLE_CUSTOM_FIELD); row++)
    if (rows[row].id != 0 && self->fields[row] < 0)
      guatu_notes_add (self->notes, 0, 0, _(guatu_table_info (GUATU_TABLE_CUSTOM_FIELD)->label),
                       _("“%s” is not carried over: it has no values, or all fields of its kind are taken"),
                       guatu_plan_text (self->plan, rows[row].name));
}

/* Dates ---------------------------------------------------------------------------------------------------- */

/* 1984-01-01 and 2150-01-01, between which Microsoft Project has its dates. */
#define FIRST_DATE G_GINT64_CONSTANT (441763200)
#define END_DATE   G_GINT64_CONSTANT (5680281600)

static void
tell_dates (MspdiOut *self)
{
  const GuatuSchedule *schedule = self->schedule;
  guint n_moved = 0;

  for (gint32 row = 0; (guint) row < schedule->n_tasks; row++)
    {
      GuatuInstant start, finish;

      if (guatu_plan_id (self->plan, GUATU_TABLE_TASK, row) == 0)
        continue;
      start = guatu_plan_task_number (self->plan, row, GUATU_TASK_RECORDED_START);
      finish = guatu_plan_task_number (self->plan, row, GUATU_TASK_RECORDED_FINISH);
      n_moved += (start != GUATU_NONE && start != schedule->start[row]) ||
                 (finish != GUATU_NONE && finish != schedule->finish[row]) ? 1 : 0;
    }
  tell_label (self, GUATU_TABLE_TASK, guatu_field (GUATU_TABLE_TASK, GUATU_TASK_BLANK_ROWS)->label, self->n_crowded);
  if (n_moved > 0)
    guatu_notes_add (self->notes, 0, 0, _(guatu_table_info (GUATU_TABLE_TASK)->label),
                     ngettext ("%u task goes out with its scheduled dates; those that its file recorded are left out",
                               "%u tasks go out with their scheduled dates; those that their file recorded are left "
                               "out", n_moved), n_moved);
  if (schedule->plan_start < FIRST_DATE || schedule->plan_finish >= END_DATE)
    guatu_notes_add (self->notes, 0, 0, _("Plan"),
                     _("Microsoft Project has no dates before 1984 or after 2149, and will change some of these"));
}

void
guatu_mspdi_tell_lost (MspdiOut *self)
{
  tell_settings (self);
  tell_tables (self);
  tell_fields (self);
  tell_people (self);
  tell_roles (self);
  tell_reports (self);
  tell_calendars (self);
  tell_baselines (self);
  tell_custom_fields (self);
  tell_dates (self);
  if (self->n_rounded > 0)
    guatu_notes_add (self->notes, 0, 0, NULL,
                     ngettext ("%u share, lag or delay was rounded: Microsoft Project counts in whole percent and "
                               "tenths of a minute", "%u shares, lags and delays were rounded: Microsoft Project "
                               "counts in whole percent and tenths of a minute", self->n_rounded), self->n_rounded);
}
