/* guatu-mspdi-tasks.c — tasks and links of Microsoft Project's XML (msproject §1.4). */
#include "guatu-mspdi-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum { TASK_UID, TASK_NAME, TASK_IS_NULL, TASK_LEVEL, TASK_WBS, TASK_NUMBER, TASK_TYPE, TASK_PRIORITY, TASK_START,
       TASK_FINISH, TASK_DURATION, TASK_FORMAT, TASK_ESTIMATED, TASK_MILESTONE, TASK_SUMMARY, TASK_MANUAL,
       TASK_MANUAL_START, TASK_MANUAL_FINISH, TASK_START_TEXT, TASK_FINISH_TEXT, TASK_DURATION_TEXT, TASK_ACTIVE,
       TASK_CONSTRAINT, TASK_CONSTRAINT_DATE, TASK_DEADLINE, TASK_CALENDAR, TASK_IGNORE_CALENDARS, TASK_LEVELLING,
       TASK_ACTUAL_START, TASK_ACTUAL_FINISH, TASK_ACTUAL_DURATION, TASK_REMAINING, TASK_STOP, TASK_RESUME,
       TASK_PERCENT, TASK_WORK, TASK_ACTUAL_WORK, TASK_COST, TASK_ACTUAL_COST, TASK_NOTES, TASK_CONTACT,
       TASK_HYPERLINK, TASK_ADDRESS, TASK_EXTERNAL, TASK_EXTERNAL_PROJECT, TASK_IS_SUBPROJECT, TASK_SUBPROJECT,
       TASK_LATE_START, TASK_LATE_FINISH };

static const GuatuShapeNames task_names = {
  (const char * const []) {
    "UID", "Name", "IsNull", "OutlineLevel", "WBS", "OutlineNumber", "Type", "Priority", "Start",
    "Finish", "Duration", "DurationFormat", "Estimated", "Milestone", "Summary", "Manual",
    "ManualStart", "ManualFinish", "StartText", "FinishText", "DurationText", "Active",
    "ConstraintType", "ConstraintDate", "Deadline", "CalendarUID", "IgnoreResourceCalendar", "LevelingDelay",
    "ActualStart", "ActualFinish", "ActualDuration", "RemainingDuration", "Stop", "Resume",
    "PercentComplete", "Work", "ActualWork", "Cost", "ActualCost", "Notes", "Contact",
    "Hyperlink", "HyperlinkAddress", "ExternalTask", "ExternalTaskProject", "IsSubproject", "SubprojectName",
    "LateStart", "LateFinish", NULL },
  /* What is worked out from the rest, how a task is shown, and what only a server or its own program needs. */
  (const char * const []) {
    "ID", "GUID", "CreateDate", "EarlyStart", "EarlyFinish", "TotalSlack", "FreeSlack", "StartSlack", "FinishSlack",
    "StartVariance", "FinishVariance", "WorkVariance", "Critical", "RemainingWork", "RegularWork", "RemainingCost",
    "ResumeValid", "EffortDriven", "Recurring", "OverAllocated", "FixedCostAccrual", "LevelAssignments",
    "LevelingCanSplit", "LevelingDelayFormat", "HideBar", "Rollup", "EarnedValueMethod", "ACWP", "CV", "BCWS", "BCWP",
    "PercentWorkComplete", "PhysicalPercentComplete", "PreLeveledStart", "PreLeveledFinish", "DisplayAsSummary",
    "IsPublished", "CommitmentType", "CommitmentStart", "CommitmentFinish", "FreeformDurationFormat",
    "ManualDuration", "IsSubprojectReadOnly", "ActualWorkProtected", "ActualOvertimeWorkProtected", "OvertimeWork",
    "RemainingOvertimeWork", "ActualOvertimeWork", "OvertimeCost", "ActualOvertimeCost", "RemainingOvertimeCost",
    "TimephasedData", "IsMilestone", "StatusManager", NULL },
};

/* The row that the next task will hang under, by level; level 0 is the project itself. */
typedef struct
{
  Mspdi      *self;
  GuatuShape *shape;
  GuatuRecord record;
  GArray     *levels;           /* of Level: the way from the outermost task to the last one */
  gint32      row;              /* made before the task's children are read */
  gint64      position;
} Tasks;

typedef struct
{
  gint64 level;
  gint32 row;
} Level;

enum { LINK_UID, LINK_TYPE, LINK_CROSS, LINK_LAG, LINK_FORMAT };

static const GuatuShapeNames link_names = {
  (const char * const []) { "PredecessorUID", "Type", "CrossProject", "LinkLag", "LagFormat", NULL },
  (const char * const []) { "CrossProjectName", NULL },
};

/* Children that are elements ------------------------------------------------------------------------------- */

static void
read_link (Mspdi *self, gint32 successor)
{
  GuatuShape *shape = guatu_mspdi_shape (self, "PredecessorLink", &link_names);
  GuatuRecord record = { 0 };
  MspdiLink link = { .successor = successor };

  guatu_mspdi_record (self, shape, &record, NULL, NULL);
  link.predecessor = guatu_mspdi_integer (guatu_record_text (&record, LINK_UID), GUATU_NONE);
  link.type = guatu_mspdi_integer (guatu_record_text (&record, LINK_TYPE), GUATU_LINK_FS);
  link.lag = guatu_mspdi_integer (guatu_record_text (&record, LINK_LAG), 0);
  link.format = guatu_mspdi_integer (guatu_record_text (&record, LINK_FORMAT), 7);
  link.is_elsewhere = guatu_mspdi_boolean (guatu_record_text (&record, LINK_CROSS), FALSE);
  link.line = record.line;
  g_array_append_val (self->links, link);
  guatu_record_clear (&record);
}

static gboolean
read_task_part (Mspdi *self, const char *name, gpointer data)
{
  Tasks *tasks = data;

  if (name == guatu_xml_intern (self->xml, "PredecessorLink"))
    read_link (self, tasks->row);
  else if (name == guatu_xml_intern (self->xml, "ExtendedAttribute"))
    guatu_mspdi_read_custom_value (self, GUATU_TABLE_TASK, tasks->row);
  else if (name == guatu_xml_intern (self->xml, "Baseline"))
    guatu_mspdi_read_baseline (self, tasks->row);
  else
    return FALSE;

  return TRUE;
}

/* Fields --------------------------------------------------------------------------------------------------- */

static const char *
text (const Tasks *tasks, guint slot)
{
  return guatu_record_text (&tasks->record, slot);
}

/* Something is odd about the task that was just read. */
static void
tell (Tasks *tasks, const char *oddity)
{
  g_autofree char *place = guatu_mspdi_place (tasks->record.line, "Task",
                                              guatu_mspdi_integer (text (tasks, TASK_UID), GUATU_NONE));

  guatu_notes_add (tasks->self->notes, 0, 0, place, "%s", oddity);
}

static gboolean
yes (const Tasks *tasks, guint slot)
{
  return guatu_mspdi_boolean (text (tasks, slot), FALSE);
}

static void
set (Tasks *tasks, guint field, gint64 value)
{
  guatu_mspdi_set (tasks->self, GUATU_TABLE_TASK, tasks->row, field, value);
}

static void
set_date (Tasks *tasks, guint field, guint slot)
{
  set (tasks, field, guatu_mspdi_date (text (tasks, slot)));
}

static void
set_text (Tasks *tasks, guint field, guint slot)
{
  guatu_mspdi_set_text (tasks->self, GUATU_TABLE_TASK, tasks->row, field, text (tasks, slot));
}

/* That there is a text counts, even where it is empty: then the value is shown as a blank. */
static void
set_words (Tasks *tasks, guint field, guint slot)
{
  const char *words = text (tasks, slot);

  if (words != NULL)
    guatu_mspdi_set_text (tasks->self, GUATU_TABLE_TASK, tasks->row, field, words[0] != '\0' ? words : " ");
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

static void
set_names (Tasks *tasks)
{
  const char *wbs = text (tasks, TASK_WBS);

  guatu_plan_set (tasks->self->plan, GUATU_TABLE_TASK, tasks->row, GUATU_TASK_NAME, GUATU_TEXT ("—"));
  if (!is_blank (text (tasks, TASK_NAME)))
    set_text (tasks, GUATU_TASK_NAME, TASK_NAME);
  if (wbs != NULL && g_strcmp0 (wbs, text (tasks, TASK_NUMBER)) != 0)
    set_text (tasks, GUATU_TASK_WBS, TASK_WBS);
  set_text (tasks, GUATU_TASK_SOURCE_UID, TASK_UID);
  set_text (tasks, GUATU_TASK_NOTE, TASK_NOTES);
  set_text (tasks, GUATU_TASK_CONTACT, TASK_CONTACT);
  set_text (tasks, GUATU_TASK_HYPERLINK, is_blank (text (tasks, TASK_ADDRESS)) ? TASK_HYPERLINK : TASK_ADDRESS);
}

static void
set_duration (Tasks *tasks)
{
  MspdiFormat format = guatu_mspdi_format (guatu_mspdi_integer (text (tasks, TASK_FORMAT), 7));
  gint64 duration = guatu_mspdi_duration (text (tasks, TASK_DURATION));

  if (duration == GUATU_NONE || duration < 0)
    duration = 0;
  set (tasks, GUATU_TASK_DURATION, duration);
  set (tasks, GUATU_TASK_DURATION_KIND, format.elapsed ? GUATU_DURATION_ELAPSED : GUATU_DURATION_WORKING);
  if (format.unit != GUATU_UNIT_PERCENT)
    set (tasks, GUATU_TASK_DURATION_UNIT, format.unit);
  set (tasks, GUATU_TASK_ESTIMATED, format.estimated || yes (tasks, TASK_ESTIMATED));
  set (tasks, GUATU_TASK_TYPE, CLAMP (guatu_mspdi_integer (text (tasks, TASK_TYPE), 0), 0, 2));
  if (yes (tasks, TASK_MILESTONE))
    set (tasks, GUATU_TASK_KIND, GUATU_KIND_MILESTONE);
}

static void
set_constraint (Tasks *tasks)
{
  gint64 constraint = guatu_mspdi_integer (text (tasks, TASK_CONSTRAINT), 0);
  GuatuInstant date = guatu_mspdi_date (text (tasks, TASK_CONSTRAINT_DATE));

  if (constraint < 0 || constraint > GUATU_CONSTRAINT_FNLT)
    {
      g_autofree char *place = guatu_mspdi_place (tasks->record.line, "Task",
                                                  guatu_mspdi_integer (text (tasks, TASK_UID), GUATU_NONE));

      guatu_notes_add (tasks->self->notes, 0, 0, place, _("Constraint %lld is none that there is; the task was given "
                                                          "none"), (long long) constraint);
      constraint = GUATU_CONSTRAINT_ASAP;
    }
  if (constraint > GUATU_CONSTRAINT_ALAP && date == GUATU_NONE)
    constraint = GUATU_CONSTRAINT_ASAP;
  set (tasks, GUATU_TASK_CONSTRAINT, constraint);
  if (constraint > GUATU_CONSTRAINT_ALAP)
    set (tasks, GUATU_TASK_CONSTRAINT_DATE, date);
  set_date (tasks, GUATU_TASK_DEADLINE, TASK_DEADLINE);
}

/* Tasks of other projects are never worked out here: their dates stand as they are. */
static gboolean
is_external (const Tasks *tasks)
{
  return yes (tasks, TASK_EXTERNAL) || yes (tasks, TASK_IS_SUBPROJECT);
}

static void
set_mode (Tasks *tasks)
{
  gboolean external = is_external (tasks);
  GuatuInstant start = guatu_mspdi_date (text (tasks, TASK_START));
  GuatuInstant finish = guatu_mspdi_date (text (tasks, TASK_FINISH));
  GuatuInstant typed;
  gboolean started;

  set (tasks, GUATU_TASK_RECORDED_START, start);
  set (tasks, GUATU_TASK_RECORDED_FINISH, finish);
  if (!guatu_mspdi_boolean (text (tasks, TASK_ACTIVE), TRUE))
    set (tasks, GUATU_TASK_ACTIVE, FALSE);

  if (external)
    {
      const char *project = text (tasks, yes (tasks, TASK_EXTERNAL) ? TASK_EXTERNAL_PROJECT : TASK_SUBPROJECT);

      guatu_mspdi_set_text (tasks->self, GUATU_TABLE_TASK, tasks->row, GUATU_TASK_EXTERNAL,
                            is_blank (project) ? "—" : project);
    }
  if (!external && !yes (tasks, TASK_MANUAL))
    return;

  /* Of a task that has started, Start and Finish say what happened rather than what was typed. */
  started = guatu_mspdi_date (text (tasks, TASK_ACTUAL_START)) != GUATU_NONE;
  typed = guatu_mspdi_date (text (tasks, TASK_MANUAL_START));
  if (start == GUATU_NONE || (started && typed != GUATU_NONE))
    start = typed;
  typed = guatu_mspdi_date (text (tasks, TASK_MANUAL_FINISH));
  if (finish == GUATU_NONE || (started && typed != GUATU_NONE))
    finish = typed;
  set (tasks, GUATU_TASK_MODE, GUATU_MODE_MANUAL);
  set (tasks, GUATU_TASK_MANUAL_START, start);
  set (tasks, GUATU_TASK_MANUAL_FINISH, finish != GUATU_NONE && start != GUATU_NONE ? MAX (start, finish) : finish);
  set_words (tasks, GUATU_TASK_START_TEXT, TASK_START_TEXT);
  set_words (tasks, GUATU_TASK_FINISH_TEXT, TASK_FINISH_TEXT);
  set_words (tasks, GUATU_TASK_DURATION_TEXT, TASK_DURATION_TEXT);
}

/* Dates that contradict each other are not truth: a finish before its start is left out. */
static void
set_progress (Tasks *tasks)
{
  GuatuInstant start = guatu_mspdi_date (text (tasks, TASK_ACTUAL_START));
  GuatuInstant finish = guatu_mspdi_date (text (tasks, TASK_ACTUAL_FINISH));
  GuatuInstant stop = guatu_mspdi_date (text (tasks, TASK_STOP));
  GuatuInstant resume = guatu_mspdi_date (text (tasks, TASK_RESUME));
  gint64 remaining = guatu_mspdi_duration (text (tasks, TASK_REMAINING));
  gint64 over = guatu_mspdi_duration (text (tasks, TASK_ACTUAL_DURATION));

  if (remaining == GUATU_NONE && over > 0)
    remaining = guatu_plan_task (tasks->self->plan, tasks->row)->duration - over;
  if (start == GUATU_NONE && finish != GUATU_NONE)
    start = guatu_mspdi_date (text (tasks, TASK_START));
  if (start == GUATU_NONE)
    return;
  if (finish != GUATU_NONE && finish < start)
    {
      tell (tasks, _("An actual finish before the actual start was left out"));
      finish = GUATU_NONE;
    }

  set (tasks, GUATU_TASK_ACTUAL_START, start);
  set (tasks, GUATU_TASK_ACTUAL_FINISH, finish);
  if (finish != GUATU_NONE)
    {
      set (tasks, GUATU_TASK_REMAINING, 0);
      return;
    }
  set (tasks, GUATU_TASK_REMAINING, remaining != GUATU_NONE ? MAX (remaining, 0) : GUATU_NONE);
  set (tasks, GUATU_TASK_STOP, stop != GUATU_NONE && stop >= start ? stop : GUATU_NONE);
  set (tasks, GUATU_TASK_RESUME, resume != GUATU_NONE && resume >= MAX (start, stop) ? resume : GUATU_NONE);
}

static void
set_amounts (Tasks *tasks)
{
  gint64 priority = guatu_mspdi_integer (text (tasks, TASK_PRIORITY), 500);
  gint64 work = guatu_mspdi_duration (text (tasks, TASK_WORK));
  gint64 actual = guatu_mspdi_duration (text (tasks, TASK_ACTUAL_WORK));
  gint64 cost = guatu_mspdi_scaled (text (tasks, TASK_COST), 1, 0);
  gint64 spent = guatu_mspdi_scaled (text (tasks, TASK_ACTUAL_COST), 1, 0);
  gint64 delay = guatu_mspdi_integer (text (tasks, TASK_LEVELLING), 0) * 6;

  if (priority != 500)
    set (tasks, GUATU_TASK_PRIORITY, priority);
  if (work > 0)
    set (tasks, GUATU_TASK_PLANNED_WORK, work);
  if (actual > 0)
    set (tasks, GUATU_TASK_ACTUAL_WORK, actual);
  if (cost > 0)
    set (tasks, GUATU_TASK_PLANNED_INVESTMENT, cost);
  if (spent > 0)
    set (tasks, GUATU_TASK_ACTUAL_INVESTMENT, spent);
  if (delay > 0)
    set (tasks, GUATU_TASK_LEVELLING_DELAY, delay);
  if (yes (tasks, TASK_IGNORE_CALENDARS))
    set (tasks, GUATU_TASK_IGNORE_RESOURCE_CALENDARS, TRUE);
  if (tasks->self->blank_rows > 0)
    set (tasks, GUATU_TASK_BLANK_ROWS, tasks->self->blank_rows);
  tasks->self->blank_rows = 0;
}

/* Rows ----------------------------------------------------------------------------------------------------- */

/* The parent is the nearest earlier row with a smaller level. */
static void
place_task (Tasks *tasks, gint64 level)
{
  GuatuPlan *plan = tasks->self->plan;
  Level here = { MAX (level, 1), tasks->row };
  gint64 above;

  while (tasks->levels->len > 0 && g_array_index (tasks->levels, Level, tasks->levels->len - 1).level >= here.level)
    g_array_set_size (tasks->levels, tasks->levels->len - 1);
  above = tasks->levels->len > 0 ? g_array_index (tasks->levels, Level, tasks->levels->len - 1).level : 0;
  if (here.level > above + 1 || level != here.level)
    tell (tasks, _("The outline level leaps; the task was put under the nearest one above"));
  if (tasks->levels->len > 0)
    {
      gint32 parent = g_array_index (tasks->levels, Level, tasks->levels->len - 1).row;

      guatu_plan_set (plan, GUATU_TABLE_TASK, tasks->row, GUATU_TASK_PARENT,
                      GUATU_INTEGER (guatu_plan_id (plan, GUATU_TABLE_TASK, parent)));
    }
  g_array_append_val (tasks->levels, here);
  set (tasks, GUATU_TASK_POSITION, ++tasks->position);
}

/* The row of the project as a whole says things of the plan. */
static void
take_project_row (Tasks *tasks)
{
  GuatuPlan *plan = tasks->self->plan;

  if (guatu_plan_text (plan, guatu_plan_settings (plan)->title)[0] == '\0')
    guatu_mspdi_set_text (tasks->self, GUATU_TABLE_PLAN, 0, GUATU_PLAN_TITLE, text (tasks, TASK_NAME));
  guatu_mspdi_set_text (tasks->self, GUATU_TABLE_PLAN, 0, GUATU_PLAN_NOTE, text (tasks, TASK_NOTES));
}

static void
remember_task (Tasks *tasks, GuatuUid uid)
{
  Mspdi *self = tasks->self;
  gint64 percent = guatu_mspdi_scaled (text (tasks, TASK_PERCENT), 100, GUATU_NONE);
  MspdiTask note = {
    .row = tasks->row, .uid = uid, .line = tasks->record.line,
    .calendar = guatu_mspdi_integer (text (tasks, TASK_CALENDAR), -1),
    .percent = percent != GUATU_NONE ? CLAMP (percent, 0, 10000) : GUATU_NONE,
    .is_summary_row = yes (tasks, TASK_SUMMARY),
    .late_start = guatu_mspdi_date (text (tasks, TASK_LATE_START)),
    .late_finish = guatu_mspdi_date (text (tasks, TASK_LATE_FINISH)),
  };

  g_array_append_val (self->task_notes, note);
  if (percent != note.percent)
    tell (tasks, _("Percent complete is not between 0 and 100 and was cut to that"));
  if (uid != GUATU_NONE && !guatu_mspdi_remember (self->tasks, uid, tasks->row))
    tell (tasks, _("Another task has this number; links to it mean the first"));
}

/* Takes back the row that was made for what turned out to be none, and what hangs on it. */
static void
drop_row (Tasks *tasks, guint n_links)
{
  const GArray *parts = tasks->self->parts;

  g_array_set_size (tasks->self->links, n_links);
  for (guint i = 0; i < parts->len; i++)
    guatu_plan_remove (tasks->self->plan, g_array_index (parts, MspdiPart, i).table,
                       g_array_index (parts, MspdiPart, i).row);
  guatu_plan_remove (tasks->self->plan, GUATU_TABLE_TASK, tasks->row);
}

/* A row without anything in it. */
static gboolean
is_empty (Tasks *tasks)
{
  for (guint slot = 0; slot < tasks->shape->n_slots; slot++)
    if (text (tasks, slot) != NULL)
      return FALSE;

  tell (tasks, _("The task is empty; it was taken for a blank row"));
  return TRUE;
}

/* It comes first, above all levels. */
static gboolean
is_project_row (const Tasks *tasks, GuatuUid uid, gint64 level)
{
  return tasks->levels->len == 0 && (level <= 0 || (uid == 0 && text (tasks, TASK_LEVEL) == NULL));
}

static void
read_task (Tasks *tasks)
{
  Mspdi *self = tasks->self;
  guint n_links = self->links->len;
  GuatuUid uid;
  gint64 level;

  g_array_set_size (self->parts, 0);
  tasks->row = guatu_mspdi_insert (self, GUATU_TABLE_TASK);
  guatu_mspdi_record (self, tasks->shape, &tasks->record, read_task_part, tasks);
  uid = guatu_mspdi_integer (text (tasks, TASK_UID), GUATU_NONE);
  level = guatu_mspdi_integer (text (tasks, TASK_LEVEL), 1);

  if (yes (tasks, TASK_IS_NULL) || is_empty (tasks))
    {
      self->blank_rows++;
      drop_row (tasks, n_links);
      return;
    }
  if (is_project_row (tasks, uid, level))
    {
      take_project_row (tasks);
      drop_row (tasks, n_links);
      return;
    }

  set_names (tasks);
  set_duration (tasks);
  set_constraint (tasks);
  set_mode (tasks);
  set_progress (tasks);
  set_amounts (tasks);
  place_task (tasks, level);
  remember_task (tasks, uid);
}

void
guatu_mspdi_read_tasks (Mspdi *self)
{
  Tasks tasks = { .self = self, .shape = guatu_mspdi_shape (self, "Task", &task_names) };
  int depth = guatu_xml_depth (self->xml);
  const char *name = guatu_xml_intern (self->xml, "Task");

  tasks.levels = g_array_new (FALSE, FALSE, sizeof (Level));
  while (guatu_xml_child (self->xml, depth))
    if (guatu_xml_name (self->xml) == name)
      read_task (&tasks);
  g_array_unref (tasks.levels);
  if (tasks.record.buffer != NULL)
    guatu_record_clear (&tasks.record);
}
