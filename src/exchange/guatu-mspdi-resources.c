/* guatu-mspdi-resources.c — resources and assignments of Microsoft Project's XML (msproject §5). */
#include "guatu-mspdi-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Resources ------------------------------------------------------------------------------------------------ */

enum { RESOURCE_UID, RESOURCE_ID, RESOURCE_NAME, RESOURCE_TYPE, RESOURCE_IS_COST, RESOURCE_IS_NULL, RESOURCE_INITIALS,
       RESOURCE_GROUP, RESOURCE_CODE, RESOURCE_EMAIL, RESOURCE_LABEL, RESOURCE_NOTES, RESOURCE_MAX_UNITS,
       RESOURCE_CALENDAR };

static const GuatuShapeNames resource_names = {
  (const char * const []) {
    "UID", "ID", "Name", "Type", "IsCostResource", "IsNull", "Initials", "Group", "Code", "EmailAddress",
    "MaterialLabel", "Notes", "MaxUnits", "CalendarUID", NULL },
  (const char * const []) {
    "GUID", "PeakUnits", "OverAllocated", "CanLevel", "AccrueAt", "StandardRateFormat", "OvertimeRateFormat",
    "IsGeneric", "IsInactive", "IsEnterprise", "WorkGroup", "WorkVariance", "Work", "RegularWork", "RemainingWork",
    "Cost", "RemainingCost", "CostVariance", "IsBudget", "OvertimeWork", "ActualOvertimeWork",
    "RemainingOvertimeWork", "ActualCost", "SV", "CV", "ACWP", "BCWS", "BCWP", "BookingType", "ActualWork",
    "PercentWorkComplete", "CreationDate", "OvertimeCost", "ActualOvertimeCost", "RemainingOvertimeCost", "Start",
    "Finish", "ActualWorkProtected", "ActualOvertimeWorkProtected", "Phonetics", "NTAccount", NULL },
};

static gboolean
read_resource_part (Mspdi *self, const char *name, gpointer data)
{
  if (name != guatu_xml_intern (self->xml, "ExtendedAttribute"))
    return FALSE;

  guatu_mspdi_read_custom_value (self, GUATU_TABLE_PERSON, *(const gint32 *) data);
  return TRUE;
}

static void
set_kind (Mspdi *self, gint32 row, const GuatuRecord *record)
{
  gint64 type = guatu_mspdi_integer (guatu_record_text (record, RESOURCE_TYPE), 1);
  GuatuPersonKind kind = GUATU_PERSON_KIND_PERSON;

  if (guatu_mspdi_boolean (guatu_record_text (record, RESOURCE_IS_COST), FALSE) || type == 2)
    kind = GUATU_PERSON_KIND_COST;
  else if (type == 0)
    kind = GUATU_PERSON_KIND_MATERIAL;
  guatu_mspdi_set (self, GUATU_TABLE_PERSON, row, GUATU_PERSON_KIND, kind);
}

static void
set_resource (Mspdi *self, gint32 row, const GuatuRecord *record)
{
  static const struct { guint field, slot; } texts[] = {
    { GUATU_PERSON_SOURCE_UID, RESOURCE_UID }, { GUATU_PERSON_INITIALS, RESOURCE_INITIALS },
    { GUATU_PERSON_GROUP_NAME, RESOURCE_GROUP }, { GUATU_PERSON_CODE, RESOURCE_CODE },
    { GUATU_PERSON_EMAIL, RESOURCE_EMAIL }, { GUATU_PERSON_MATERIAL_LABEL, RESOURCE_LABEL },
    { GUATU_PERSON_NOTE, RESOURCE_NOTES },
  };
  const char *name = guatu_record_text (record, RESOURCE_NAME);

  guatu_plan_set (self->plan, GUATU_TABLE_PERSON, row, GUATU_PERSON_NAME, GUATU_TEXT ("—"));
  if (name != NULL && name[strspn (name, " \t\r\n")] != '\0')
    guatu_mspdi_set_text (self, GUATU_TABLE_PERSON, row, GUATU_PERSON_NAME, name);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    guatu_mspdi_set_text (self, GUATU_TABLE_PERSON, row, texts[i].field, guatu_record_text (record, texts[i].slot));
  guatu_mspdi_set (self, GUATU_TABLE_PERSON, row, GUATU_PERSON_POSITION,
                   guatu_plan_n_live (self->plan, GUATU_TABLE_PERSON));
  guatu_mspdi_set (self, GUATU_TABLE_PERSON, row, GUATU_PERSON_MAX_UNITS,
                   MAX (guatu_mspdi_scaled (guatu_record_text (record, RESOURCE_MAX_UNITS), 10000, 10000), 0));
  set_kind (self, row, record);
}

/* The resource that stands for nobody has the number 0 and no name. */
static gboolean
is_nobody (const GuatuRecord *record)
{
  const char *name = guatu_record_text (record, RESOURCE_NAME);

  return guatu_mspdi_boolean (guatu_record_text (record, RESOURCE_IS_NULL), FALSE) ||
         (guatu_mspdi_integer (guatu_record_text (record, RESOURCE_UID), 0) == 0 && (name == NULL || name[0] == '\0'));
}

static void
read_resource (Mspdi *self)
{
  GuatuShape *shape = guatu_mspdi_shape (self, "Resource", &resource_names);
  GuatuRecord record = { 0 };
  gint32 row = guatu_mspdi_insert (self, GUATU_TABLE_PERSON);
  GuatuUid uid, calendar;

  g_array_set_size (self->parts, 0);
  guatu_mspdi_record (self, shape, &record, read_resource_part, &row);
  if (is_nobody (&record))
    {
      for (guint i = 0; i < self->parts->len; i++)
        guatu_plan_remove (self->plan, g_array_index (self->parts, MspdiPart, i).table,
                           g_array_index (self->parts, MspdiPart, i).row);
      guatu_plan_remove (self->plan, GUATU_TABLE_PERSON, row);
      guatu_record_clear (&record);
      return;
    }

  set_resource (self, row, &record);
  uid = guatu_mspdi_integer (guatu_record_text (&record, RESOURCE_UID), GUATU_NONE);
  calendar = guatu_mspdi_integer (guatu_record_text (&record, RESOURCE_CALENDAR), -1);
  g_array_append_val (self->person_calendars, ((MspdiBase) { row, calendar }));
  if (uid != GUATU_NONE && !guatu_mspdi_remember (self->people, uid, row))
    {
      g_autofree char *place = guatu_mspdi_place (record.line, "Resource", uid);

      guatu_notes_add (self->notes, 0, 0, place, _("Another resource has this number; assignments mean the first"));
    }
  guatu_record_clear (&record);
}

void
guatu_mspdi_read_resources (Mspdi *self)
{
  int depth = guatu_xml_depth (self->xml);

  while (guatu_xml_child (self->xml, depth))
    if (guatu_xml_name (self->xml) == guatu_xml_intern (self->xml, "Resource"))
      read_resource (self);
}

/* Assignments ---------------------------------------------------------------------------------------------- */

enum { ASSIGNMENT_UID, ASSIGNMENT_TASK, ASSIGNMENT_RESOURCE, ASSIGNMENT_UNITS, ASSIGNMENT_WORK, ASSIGNMENT_OVERTIME,
       ASSIGNMENT_ACTUAL, ASSIGNMENT_REMAINING, ASSIGNMENT_REMAINING_OVERTIME, ASSIGNMENT_DELAY, ASSIGNMENT_LEVELLING,
       ASSIGNMENT_CONTOUR, ASSIGNMENT_START, ASSIGNMENT_FINISH, ASSIGNMENT_ACTUAL_START, ASSIGNMENT_ACTUAL_FINISH,
       ASSIGNMENT_STOP, ASSIGNMENT_RESUME, ASSIGNMENT_NOTES };

static const GuatuShapeNames assignment_names = {
  (const char * const []) {
    "UID", "TaskUID", "ResourceUID", "Units", "Work", "OvertimeWork", "ActualWork", "RemainingWork",
    "RemainingOvertimeWork", "Delay", "LevelingDelay", "WorkContour", "Start", "Finish", "ActualStart", "ActualFinish",
    "Stop", "Resume", "Notes", NULL },
  (const char * const []) {
    "GUID", "HasFixedRateUnits", "FixedMaterial", "PercentWorkComplete", "RegularWork", "LevelingDelayFormat", "Cost",
    "WorkVariance", "ActualCost", "CostVariance", "RemainingCost", "CreationDate", "FinishVariance", "StartVariance",
    "ActualOvertimeWork", "ACWP", "Confirmed", "CV", "LinkedFields", "Milestone", "Overallocated", "ResponsePending",
    "UpdateNeeded", "VAC", "BCWS", "BCWP", "ActualOvertimeCost", "OvertimeCost", "RemainingOvertimeCost",
    "BookingType", "ActualWorkProtected", "ActualOvertimeWorkProtected", "RateScale", "Summary", "SV", "PeakUnits",
    NULL },
};

enum { PHASE_TYPE, PHASE_START, PHASE_FINISH, PHASE_VALUE };

static const GuatuShapeNames phase_names = {
  (const char * const []) { "Type", "Start", "Finish", "Value", NULL },
  (const char * const []) { "UID", "Unit", NULL },
};

/* Stretches of an assignment without work; they become its task's interruptions. */
typedef struct
{
  GArray *gaps;                 /* of MspdiGap */
} AssignmentParts;

/* Remaining and actual work (types 1 and 2) hour by hour; only that there is none of it counts. */
static void
read_phase (Mspdi *self, GArray *gaps)
{
  GuatuShape *shape = guatu_mspdi_shape (self, "TimephasedData", &phase_names);
  GuatuRecord record = { 0 };
  gint64 type;

  guatu_mspdi_record (self, shape, &record, NULL, NULL);
  type = guatu_mspdi_integer (guatu_record_text (&record, PHASE_TYPE), 0);
  if ((type == 1 || type == 2) && guatu_mspdi_duration (guatu_record_text (&record, PHASE_VALUE)) <= 0)
    {
      MspdiGap gap = { 0, guatu_mspdi_date (guatu_record_text (&record, PHASE_START)),
                       guatu_mspdi_date (guatu_record_text (&record, PHASE_FINISH)) };

      if (gap.from != GUATU_NONE && gap.to != GUATU_NONE && gap.from < gap.to)
        g_array_append_val (gaps, gap);
    }
  guatu_record_clear (&record);
}

static gboolean
read_assignment_part (Mspdi *self, const char *name, gpointer data)
{
  if (name != guatu_xml_intern (self->xml, "TimephasedData"))
    return FALSE;

  read_phase (self, ((AssignmentParts *) data)->gaps);
  return TRUE;
}

static void
set_work (Mspdi *self, gint32 row, const GuatuRecord *record)
{
  static const struct { guint field, slot; } works[] = {
    { GUATU_ASSIGNMENT_WORK, ASSIGNMENT_WORK }, { GUATU_ASSIGNMENT_OVERTIME_WORK, ASSIGNMENT_OVERTIME },
    { GUATU_ASSIGNMENT_ACTUAL_WORK, ASSIGNMENT_ACTUAL }, { GUATU_ASSIGNMENT_REMAINING_WORK, ASSIGNMENT_REMAINING },
    { GUATU_ASSIGNMENT_REMAINING_OVERTIME_WORK, ASSIGNMENT_REMAINING_OVERTIME },
  };
  static const struct { guint field, slot; } dates[] = {
    { GUATU_ASSIGNMENT_START, ASSIGNMENT_START }, { GUATU_ASSIGNMENT_FINISH, ASSIGNMENT_FINISH },
    { GUATU_ASSIGNMENT_ACTUAL_START, ASSIGNMENT_ACTUAL_START },
    { GUATU_ASSIGNMENT_ACTUAL_FINISH, ASSIGNMENT_ACTUAL_FINISH },
    { GUATU_ASSIGNMENT_STOP, ASSIGNMENT_STOP }, { GUATU_ASSIGNMENT_RESUME, ASSIGNMENT_RESUME },
  };
  static const struct { guint field, slot; } delays[] = {
    { GUATU_ASSIGNMENT_DELAY, ASSIGNMENT_DELAY }, { GUATU_ASSIGNMENT_LEVELLING_DELAY, ASSIGNMENT_LEVELLING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    {
      gint64 work = guatu_mspdi_duration (guatu_record_text (record, works[i].slot));

      /* That nothing remains must be said; the other works are nothing by themselves. */
      if (work > 0 || (work == 0 && works[i].field == GUATU_ASSIGNMENT_REMAINING_WORK))
        guatu_mspdi_set (self, GUATU_TABLE_ASSIGNMENT, row, works[i].field, work);
    }
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    guatu_mspdi_set (self, GUATU_TABLE_ASSIGNMENT, row, dates[i].field,
                     guatu_mspdi_date (guatu_record_text (record, dates[i].slot)));
  for (guint i = 0; i < G_N_ELEMENTS (delays); i++)
    {
      gint64 delay = guatu_mspdi_integer (guatu_record_text (record, delays[i].slot), 0) * 6;

      if (delay > 0)
        guatu_mspdi_set (self, GUATU_TABLE_ASSIGNMENT, row, delays[i].field, delay);
    }
}

static void
set_assignment (Mspdi *self, gint32 row, const GuatuRecord *record)
{
  gint64 contour = guatu_mspdi_integer (guatu_record_text (record, ASSIGNMENT_CONTOUR), 0);

  guatu_mspdi_set (self, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_ROLE, GUATU_ROLE_RESOURCE);
  guatu_mspdi_set (self, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_SHARE,
                   MAX (guatu_mspdi_scaled (guatu_record_text (record, ASSIGNMENT_UNITS), 10000, 10000), 0));
  guatu_mspdi_set (self, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_CONTOUR,
                   contour >= 0 && contour <= GUATU_CONTOUR_BY_HAND ? contour : GUATU_CONTOUR_FLAT);
  guatu_mspdi_set_text (self, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_SOURCE_UID,
                        guatu_record_text (record, ASSIGNMENT_UID));
  guatu_mspdi_set_text (self, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_NOTE,
                        guatu_record_text (record, ASSIGNMENT_NOTES));
  set_work (self, row, record);
}

/* Every task that nobody is assigned to has an assignment of nobody; only its gaps say something. */
static void
read_assignment (Mspdi *self)
{
  GuatuShape *shape = guatu_mspdi_shape (self, "Assignment", &assignment_names);
  g_autoptr(GArray) gaps = g_array_new (FALSE, FALSE, sizeof (MspdiGap));
  AssignmentParts parts = { gaps };
  GuatuRecord record = { 0 };
  MspdiAssignment one = { .row = -1 };

  guatu_mspdi_record (self, shape, &record, read_assignment_part, &parts);
  one.task = guatu_mspdi_integer (guatu_record_text (&record, ASSIGNMENT_TASK), GUATU_NONE);
  one.resource = guatu_mspdi_integer (guatu_record_text (&record, ASSIGNMENT_RESOURCE), GUATU_NOBODY);
  one.line = record.line;
  if (one.resource != GUATU_NOBODY)
    {
      one.row = guatu_mspdi_insert (self, GUATU_TABLE_ASSIGNMENT);
      set_assignment (self, one.row, &record);
    }
  g_array_append_val (self->assignments, one);

  for (guint i = 0; i < gaps->len; i++)
    {
      MspdiGap *gap = &g_array_index (gaps, MspdiGap, i);

      gap->task = one.task;
      g_array_append_val (self->gaps, *gap);
    }
  guatu_record_clear (&record);
}

void
guatu_mspdi_read_assignments (Mspdi *self)
{
  int depth = guatu_xml_depth (self->xml);

  while (guatu_xml_child (self->xml, depth))
    if (guatu_xml_name (self->xml) == guatu_xml_intern (self->xml, "Assignment"))
      read_assignment (self);
}

/* When all is read ----------------------------------------------------------------------------------------- */

static void
note_lost (Mspdi *self, const MspdiAssignment *one, const char *text)
{
  g_autofree char *place = guatu_mspdi_place (one->line, "Assignment", GUATU_NONE);

  guatu_notes_add (self->notes, 0, 0, place, "%s", text);
}

void
guatu_mspdi_end_assignments (Mspdi *self)
{
  for (guint i = 0; i < self->person_calendars->len; i++)
    {
      const MspdiBase *one = &g_array_index (self->person_calendars, MspdiBase, i);
      gint32 calendar = guatu_mspdi_find (self->calendars, one->base);

      if (calendar >= 0)
        guatu_plan_set (self->plan, GUATU_TABLE_PERSON, one->calendar, GUATU_PERSON_CALENDAR,
                        GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_CALENDAR, calendar)));
    }

  for (guint i = 0; i < self->assignments->len; i++)
    {
      const MspdiAssignment *one = &g_array_index (self->assignments, MspdiAssignment, i);
      gint32 task = guatu_mspdi_find (self->tasks, one->task);
      gint32 person = guatu_mspdi_find (self->people, one->resource);

      if (one->row < 0)
        continue;
      if (task < 0 || person < 0)
        {
          /* The project's own row may bear assignments of its costs. */
          if (one->task != 0)
            note_lost (self, one, task < 0 ? _("An assignment to a task that is not there was left out")
                                           : _("An assignment of a resource that is not there was left out"));
          guatu_plan_remove (self->plan, GUATU_TABLE_ASSIGNMENT, one->row);
          continue;
        }
      guatu_plan_set (self->plan, GUATU_TABLE_ASSIGNMENT, one->row, GUATU_ASSIGNMENT_TASK,
                      GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_TASK, task)));
      guatu_plan_set (self->plan, GUATU_TABLE_ASSIGNMENT, one->row, GUATU_ASSIGNMENT_PERSON,
                      GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_PERSON, person)));
    }
}
