/* guatu-mspdi-write-resources.c — resources and assignments in Microsoft Project's XML (msproject §5). */
#include "guatu-mspdi-write-private.h"

/* Resources ------------------------------------------------------------------------------------------------ */

enum { TYPE_MATERIAL, TYPE_WORK };

static void
put_person_text (MspdiOut *self, const char *name, gint32 row, guint field)
{
  guatu_mspdi_put_field (self, name, GUATU_TABLE_PERSON, row, field);
}

/* The group that it was given, else the unit that it belongs to. */
static const char *
group_of (const GuatuPlan *plan, gint32 row)
{
  const GuatuPerson *person = (const GuatuPerson *) guatu_plan_rows (plan, GUATU_TABLE_PERSON) + row;
  const char *group = guatu_plan_string (plan, GUATU_TABLE_PERSON, row, GUATU_PERSON_GROUP_NAME);

  if (group[0] != '\0' || person->unit < 0)
    return group;
  return guatu_plan_string (plan, GUATU_TABLE_UNIT, person->unit, GUATU_UNIT_NAME);
}

static void
put_person (MspdiOut *self, gint32 row, guint id)
{
  const GuatuPerson *person = (const GuatuPerson *) guatu_plan_rows (self->plan, GUATU_TABLE_PERSON) + row;
  gboolean works = person->kind == GUATU_PERSON_KIND_PERSON || person->kind == GUATU_PERSON_KIND_EQUIPMENT;

  guatu_mspdi_put_begin (self, "Resource");
  guatu_mspdi_put_integer (self, "UID", self->people[row]);
  guatu_mspdi_put_integer (self, "ID", id);
  guatu_mspdi_put_text (self, "Name", guatu_plan_text (self->plan, person->name));
  guatu_mspdi_put_integer (self, "Type", works ? TYPE_WORK : TYPE_MATERIAL);
  guatu_mspdi_put_flag (self, "IsNull", FALSE);
  put_person_text (self, "Initials", row, GUATU_PERSON_INITIALS);
  put_person_text (self, "Code", row, GUATU_PERSON_CODE);
  put_person_text (self, "MaterialLabel", row, GUATU_PERSON_MATERIAL_LABEL);
  guatu_mspdi_put_text (self, "Group", group_of (self->plan, row));
  put_person_text (self, "EmailAddress", row, GUATU_PERSON_EMAIL);
  guatu_mspdi_put_share (self, "MaxUnits", person->max_units);
  guatu_mspdi_put_integer (self, "CalendarUID", self->person_calendars[row]);
  put_person_text (self, "Notes", row, GUATU_PERSON_NOTE);
  guatu_mspdi_put_flag (self, "IsCostResource", person->kind == GUATU_PERSON_KIND_COST);
  guatu_mspdi_put_values (self, GUATU_CUSTOM_VALUE_PERSON, row);
  guatu_mspdi_put_end (self);
}

static void
put_unit (MspdiOut *self, gint32 row, guint id)
{
  const GuatuUnit *unit = (const GuatuUnit *) guatu_plan_rows (self->plan, GUATU_TABLE_UNIT) + row;

  guatu_mspdi_put_begin (self, "Resource");
  guatu_mspdi_put_integer (self, "UID", self->units[row]);
  guatu_mspdi_put_integer (self, "ID", id);
  guatu_mspdi_put_text (self, "Name", guatu_plan_text (self->plan, unit->name));
  guatu_mspdi_put_integer (self, "Type", TYPE_WORK);
  guatu_mspdi_put_flag (self, "IsNull", FALSE);
  guatu_mspdi_put_share (self, "MaxUnits", 10000);
  guatu_mspdi_put_integer (self, "CalendarUID", self->unit_calendars[row]);
  guatu_mspdi_put_flag (self, "IsCostResource", FALSE);
  guatu_mspdi_put_end (self);
}

void
guatu_mspdi_put_resources (MspdiOut *self)
{
  guint n, id = 0;
  g_autofree gint32 *people = guatu_plan_in_order (self->plan, GUATU_TABLE_PERSON, &n);
  g_autofree gint32 *units = NULL;

  guatu_mspdi_put_begin (self, "Resources");
  for (guint i = 0; i < n; i++)
    put_person (self, people[i], ++id);
  units = guatu_plan_in_order (self->plan, GUATU_TABLE_UNIT, &n);
  for (guint i = 0; i < n; i++)
    if (self->units[units[i]] >= 0)
      put_unit (self, units[i], ++id);
  guatu_mspdi_put_end (self);
}

/* Assignments ---------------------------------------------------------------------------------------------- */

static void
put_field (MspdiOut *self, const char *name, gint32 row, guint field)
{
  guatu_mspdi_put_field (self, name, GUATU_TABLE_ASSIGNMENT, row, field);
}

static void
put_delay (MspdiOut *self, const char *name, gint32 row, guint field)
{
  gint64 delay = guatu_plan_number (self->plan, GUATU_TABLE_ASSIGNMENT, row, field);

  self->n_rounded += delay != GUATU_NONE && delay % 6 != 0 ? 1 : 0;
  guatu_mspdi_put_tenths (self, name, delay);
}

static gint64
number (const MspdiOut *self, gint32 row, guint field)
{
  return guatu_plan_number (self->plan, GUATU_TABLE_ASSIGNMENT, row, field);
}

/* What the file said of the assignment holds as long as its task is where it was; else the task's dates do. */
static GuatuInstant
date_of (const MspdiOut *self, gint32 row, gint32 task, gboolean start)
{
  GuatuInstant scheduled = start ? self->schedule->start[task] : self->schedule->finish[task];
  GuatuInstant own = number (self, row, start ? GUATU_ASSIGNMENT_START : GUATU_ASSIGNMENT_FINISH);

  if (own == GUATU_NONE ||
      guatu_plan_task_number (self->plan, task, GUATU_TASK_RECORDED_START) != self->schedule->start[task] ||
      guatu_plan_task_number (self->plan, task, GUATU_TASK_RECORDED_FINISH) != self->schedule->finish[task])
    return scheduled;

  return own;
}

static void
put_percent (MspdiOut *self, gint32 row)
{
  gint64 work = number (self, row, GUATU_ASSIGNMENT_WORK), actual = number (self, row, GUATU_ASSIGNMENT_ACTUAL_WORK);

  if (work > 0 && actual > 0)
    guatu_mspdi_put_integer (self, "PercentWorkComplete",
                             MIN ((gint64) ((double) actual * 100 / (double) work + 0.5), 100));
}

static void
put_assignment (MspdiOut *self, gint32 row)
{
  const GuatuAssignment *one = (const GuatuAssignment *) guatu_plan_rows (self->plan, GUATU_TABLE_ASSIGNMENT) + row;
  gint64 work = number (self, row, GUATU_ASSIGNMENT_WORK);
  gint64 overtime = number (self, row, GUATU_ASSIGNMENT_OVERTIME_WORK);

  guatu_mspdi_put_begin (self, "Assignment");
  guatu_mspdi_put_integer (self, "UID", self->assignments[row]);
  guatu_mspdi_put_integer (self, "TaskUID", self->tasks[one->task]);
  guatu_mspdi_put_integer (self, "ResourceUID",
                           one->person >= 0 ? self->people[one->person] : self->units[one->unit]);
  put_percent (self, row);
  put_field (self, "ActualFinish", row, GUATU_ASSIGNMENT_ACTUAL_FINISH);
  put_field (self, "ActualStart", row, GUATU_ASSIGNMENT_ACTUAL_START);
  put_field (self, "ActualWork", row, GUATU_ASSIGNMENT_ACTUAL_WORK);
  put_delay (self, "Delay", row, GUATU_ASSIGNMENT_DELAY);
  guatu_mspdi_put_date (self, "Finish", date_of (self, row, one->task, FALSE));
  put_delay (self, "LevelingDelay", row, GUATU_ASSIGNMENT_LEVELLING_DELAY);
  put_field (self, "Notes", row, GUATU_ASSIGNMENT_NOTE);
  put_field (self, "OvertimeWork", row, GUATU_ASSIGNMENT_OVERTIME_WORK);
  if (work != GUATU_NONE)
    guatu_mspdi_put_duration (self, "RegularWork", work - (overtime != GUATU_NONE ? overtime : 0));
  put_field (self, "RemainingOvertimeWork", row, GUATU_ASSIGNMENT_REMAINING_OVERTIME_WORK);
  put_field (self, "RemainingWork", row, GUATU_ASSIGNMENT_REMAINING_WORK);
  guatu_mspdi_put_date (self, "Start", date_of (self, row, one->task, TRUE));
  put_field (self, "Stop", row, GUATU_ASSIGNMENT_STOP);
  put_field (self, "Resume", row, GUATU_ASSIGNMENT_RESUME);
  guatu_mspdi_put_share (self, "Units", one->share);
  guatu_mspdi_put_duration (self, "Work", work);
  guatu_mspdi_put_integer (self, "WorkContour", one->contour);
  guatu_mspdi_put_stretches (self, one->task, self->assignments[row], work);
  guatu_mspdi_put_end (self);
}

/* Nobody, as files name the resource of a task that has none. */
#define NOBODY -65535

static gboolean
has_resource (const GuatuPlan *plan, gint32 task)
{
  const GuatuAssignment *assignments = guatu_plan_rows (plan, GUATU_TABLE_ASSIGNMENT);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    if (guatu_mspdi_is_resource (&assignments[rows[i]]))
      return TRUE;

  return FALSE;
}

/* Where nobody works on an interrupted task, the interruptions are shown on nobody's assignment. */
static void
put_nobody (MspdiOut *self, gint32 task)
{
  guint n;
  gint64 uid;

  guatu_plan_referrers (self->plan, GUATU_TABLE_TASK_SPLIT, GUATU_TASK_SPLIT_TASK, task, &n);
  if (n == 0 || has_resource (self->plan, task))
    return;

  uid = self->next_assignment++;
  guatu_mspdi_put_begin (self, "Assignment");
  guatu_mspdi_put_integer (self, "UID", uid);
  guatu_mspdi_put_integer (self, "TaskUID", self->tasks[task]);
  guatu_mspdi_put_integer (self, "ResourceUID", NOBODY);
  guatu_mspdi_put_date (self, "Finish", self->schedule->finish[task]);
  guatu_mspdi_put_date (self, "Start", self->schedule->start[task]);
  guatu_mspdi_put_share (self, "Units", 10000);
  guatu_mspdi_put_stretches (self, task, uid, GUATU_NONE);
  guatu_mspdi_put_end (self);
}

void
guatu_mspdi_put_assignments (MspdiOut *self)
{
  guint n;
  g_autofree gint32 *rows = guatu_plan_in_order (self->plan, GUATU_TABLE_ASSIGNMENT, &n);
  const gint32 *outline;

  guatu_mspdi_put_begin (self, "Assignments");
  for (guint i = 0; i < n; i++)
    if (self->assignments[rows[i]] >= 0)
      put_assignment (self, rows[i]);
  outline = guatu_plan_outline (self->plan, &n);
  for (guint i = 0; i < n; i++)
    put_nobody (self, outline[i]);
  guatu_mspdi_put_end (self);
}
