/* guatu-mspdi-read.c — Microsoft Project's XML into a plan: the file as a whole, and what it says of the plan. */
#include "guatu-mspdi-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum { HEADER_TITLE, HEADER_NAME, HEADER_SUBJECT, HEADER_AUTHOR, HEADER_MANAGER, HEADER_COMPANY, HEADER_FROM_START,
       HEADER_START, HEADER_FINISH, HEADER_CALENDAR, HEADER_PER_DAY, HEADER_PER_WEEK, HEADER_PER_MONTH,
       HEADER_DAY_START, HEADER_DAY_FINISH, HEADER_SLACK_LIMIT, HEADER_EVERY_END, HEADER_STATUS, HEADER_CURRENCY,
       HEADER_CURRENCY_CODE, HEADER_SPLIT, HEADER_COMPLETED_BACK, HEADER_REMAINING_BACK, HEADER_REMAINING_FORWARD,
       HEADER_COMPLETED_FORWARD, HEADER_SAVE_VERSION };

static const GuatuShapeNames header_names = {
  (const char * const []) {
    "Title", "Name", "Subject", "Author", "Manager", "Company", "ScheduleFromStart",
    "StartDate", "FinishDate", "CalendarUID", "MinutesPerDay", "MinutesPerWeek", "DaysPerMonth",
    "DefaultStartTime", "DefaultFinishTime", "CriticalSlackLimit", "MultipleCriticalPaths", "StatusDate",
    "CurrencySymbol", "CurrencyCode", "SplitsInProgressTasks", "MoveCompletedEndsBack", "MoveRemainingStartsBack",
    "MoveRemainingStartsForward", "MoveCompletedEndsForward", "SaveVersion", NULL },
  /* How the program shows and prices things, and what it would do to tasks that are made in it. */
  (const char * const []) {
    "UID", "GUID", "CreationDate", "LastSaved", "ExtendedCreationDate", "CurrentDate", "FYStartDate",
    "CurrencyDigits", "CurrencySymbolPosition", "DefaultTaskType", "DefaultFixedCostAccrual",
    "DefaultStandardRate", "DefaultOvertimeRate", "DurationFormat", "WorkFormat", "EditableActualCosts",
    "HonorConstraints", "EarnedValueMethod", "InsertedProjectsLikeSummary", "NewTasksEffortDriven",
    "NewTasksEstimated", "NewTasksAreManual", "SpreadActualCost", "SpreadPercentComplete", "TaskUpdatesResource",
    "FiscalYearStart", "WeekStartDay", "BaselineForEarnedValue", "AutoAddNewResourcesAndTasks",
    "MicrosoftProjectServerURL", "Autolink", "NewTaskStartDate", "DefaultTaskEVMethod", "ProjectExternallyEdited",
    "ActualsInSync", "RemoveFileProperties", "AdminProject", "Revision", "BuildNumber", "BaselineCalendar",
    "UpdateManuallyScheduledTasksWhenEditingLinks", "KeepTaskOnNearestWorkingTimeWhenMadeAutoScheduled",
    "Views", "Filters", "Groups", "Tables", "Maps", "Reports", "DataLinks", "VBAProjects", "Drawings", "OutlineCodes",
    "WBSMasks", "Category", "StatusManager", NULL },
};

static void
set (Mspdi *self, guint field, gint64 value)
{
  guatu_mspdi_set (self, GUATU_TABLE_PLAN, 0, field, value);
}

/* The settings ------------------------------------------------------------------------------------------- */

/* "New Product.xml", which some write for the name, without its ending. */
static void
set_title (Mspdi *self, const GuatuRecord *header)
{
  const char *title = self->options != NULL ? self->options->title : NULL;
  const char *name = guatu_record_text (header, HEADER_NAME);
  g_autofree char *stem = NULL;

  if (title == NULL)
    title = guatu_record_text (header, HEADER_TITLE);
  /* The project's own row may have given one already. */
  if ((title == NULL || title[0] == '\0') &&
      guatu_plan_text (self->plan, guatu_plan_settings (self->plan)->title)[0] != '\0')
    return;
  if ((title == NULL || title[0] == '\0') && name != NULL && name[0] != '\0')
    {
      stem = g_strdup (name);
      if (g_str_has_suffix (stem, ".xml") || g_str_has_suffix (stem, ".mpp"))
        stem[strlen (stem) - 4] = '\0';
      title = stem;
    }

  guatu_mspdi_set_text (self, GUATU_TABLE_PLAN, 0, GUATU_PLAN_TITLE,
                        title != NULL && title[0] != '\0' ? title : _("Imported plan"));
}

static void
set_texts (Mspdi *self, const GuatuRecord *header)
{
  static const struct { guint field, slot; } texts[] = {
    { GUATU_PLAN_SUBTITLE, HEADER_SUBJECT }, { GUATU_PLAN_AUTHOR, HEADER_AUTHOR },
    { GUATU_PLAN_MANAGER, HEADER_MANAGER }, { GUATU_PLAN_COMPANY, HEADER_COMPANY },
    { GUATU_PLAN_CURRENCY, HEADER_CURRENCY },
  };

  set_title (self, header);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    guatu_mspdi_set_text (self, GUATU_TABLE_PLAN, 0, texts[i].field, guatu_record_text (header, texts[i].slot));
  guatu_mspdi_set_text (self, GUATU_TABLE_PLAN, 0, GUATU_PLAN_CURRENCY,
                        guatu_record_text (header, HEADER_CURRENCY_CODE));
}

static void
set_rates (Mspdi *self, const GuatuRecord *header)
{
  gint64 per_day = guatu_mspdi_integer (guatu_record_text (header, HEADER_PER_DAY), 480);
  gint64 per_week = guatu_mspdi_integer (guatu_record_text (header, HEADER_PER_WEEK), 2400);
  gint64 start = guatu_mspdi_daytime (guatu_record_text (header, HEADER_DAY_START));
  gint64 finish = guatu_mspdi_daytime (guatu_record_text (header, HEADER_DAY_FINISH));
  gint64 slack = guatu_mspdi_integer (guatu_record_text (header, HEADER_SLACK_LIMIT), 0);

  /* A day's end at midnight is the end of that day. */
  if (finish == 0)
    finish = GUATU_DAY;
  per_day = CLAMP (per_day, 1, 1440);
  per_week = CLAMP (per_week, per_day, 10080);
  set (self, GUATU_PLAN_MINUTES_PER_DAY, per_day);
  set (self, GUATU_PLAN_MINUTES_PER_WEEK, per_week);
  set (self, GUATU_PLAN_DAYS_PER_MONTH,
       CLAMP (guatu_mspdi_integer (guatu_record_text (header, HEADER_PER_MONTH), 20), 1, 31));
  if (start >= 0 && finish > start)
    {
      set (self, GUATU_PLAN_DEFAULT_START, start);
      set (self, GUATU_PLAN_DEFAULT_FINISH, finish);
    }
  slack = CLAMP (slack, 0, 10000) * per_day * GUATU_MINUTE;
  set (self, GUATU_PLAN_CRITICAL_FLOAT, slack);
  set (self, GUATU_PLAN_NEAR_CRITICAL_FLOAT, MAX (slack, 5 * per_day * GUATU_MINUTE));
}

/* HonorConstraints is written 0 by a program that does honour them (msproject §3.1), so it says nothing. What
 * our own plans do with progress, Microsoft's does not (planning.md, Network). */
static void
set_rules (Mspdi *self, const GuatuRecord *header)
{
  static const struct { guint slot; gint64 variant; } options[] = {
    { HEADER_SPLIT, GUATU_VARIANT_SPLIT_UNDER_WAY }, { HEADER_COMPLETED_BACK, GUATU_VARIANT_MOVE_COMPLETED_BACK },
    { HEADER_REMAINING_BACK, GUATU_VARIANT_MOVE_REMAINING_BACK },
    { HEADER_REMAINING_FORWARD, GUATU_VARIANT_MOVE_REMAINING_FORWARD },
    { HEADER_COMPLETED_FORWARD, GUATU_VARIANT_MOVE_COMPLETED_FORWARD },
  };
  gint64 variants = 0;

  set (self, GUATU_PLAN_PUSH_TO_STATUS_DATE, FALSE);
  set (self, GUATU_PLAN_RETAINED_LOGIC, FALSE);
  if (guatu_mspdi_boolean (guatu_record_text (header, HEADER_EVERY_END), FALSE))
    set (self, GUATU_PLAN_CRITICAL_PATHS, GUATU_PATHS_EVERY_END);

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (guatu_mspdi_boolean (guatu_record_text (header, options[i].slot), FALSE))
      variants |= options[i].variant;
  if (!guatu_mspdi_boolean (guatu_record_text (header, HEADER_FROM_START), TRUE))
    {
      variants |= GUATU_VARIANT_ASAP_EARLY;
      set (self, GUATU_PLAN_SCHEDULE_FROM, GUATU_FROM_FINISH);
    }
  set (self, GUATU_PLAN_SCHEDULING_VARIANTS, variants);
}

static GuatuInstant
find_edge (const GuatuPlan *plan, gboolean latest)
{
  guint field = latest ? GUATU_TASK_RECORDED_FINISH : GUATU_TASK_RECORDED_START;
  GuatuInstant edge = GUATU_NONE;

  for (gint32 row = 0; (guint) row < guatu_plan_n_rows (plan, GUATU_TABLE_TASK); row++)
    {
      GuatuInstant date = guatu_plan_id (plan, GUATU_TABLE_TASK, row) != 0
                          ? guatu_plan_task_number (plan, row, field) : GUATU_NONE;

      if (date != GUATU_NONE && (edge == GUATU_NONE || (latest ? date > edge : date < edge)))
        edge = date;
    }

  return edge;
}

static void
set_dates (Mspdi *self, const GuatuRecord *header)
{
  GuatuInstant start = guatu_mspdi_date (guatu_record_text (header, HEADER_START));
  GuatuInstant finish = guatu_mspdi_date (guatu_record_text (header, HEADER_FINISH));

  if (self->options != NULL && self->options->start != GUATU_NONE)
    start = self->options->start;
  if (start == GUATU_NONE)
    start = find_edge (self->plan, FALSE);
  if (finish == GUATU_NONE)
    finish = find_edge (self->plan, TRUE);
  if (start == GUATU_NONE && self->options != NULL)
    start = guatu_instant_day (self->options->today) * GUATU_DAY + 8 * GUATU_HOUR;

  set (self, GUATU_PLAN_START, start);
  set (self, GUATU_PLAN_STATUS_DATE, guatu_mspdi_date (guatu_record_text (header, HEADER_STATUS)));
  if (guatu_plan_settings (self->plan)->schedule_from == GUATU_FROM_FINISH)
    set (self, GUATU_PLAN_FINISH_TARGET, finish);
  self->finish_date = finish;
}

/* The file ------------------------------------------------------------------------------------------------ */

static gboolean
read_part (Mspdi *self, const char *name, gpointer data)
{
  static const struct { const char *name; void (*read) (Mspdi *self); } parts[] = {
    { "Calendars", guatu_mspdi_read_calendars }, { "Tasks", guatu_mspdi_read_tasks },
    { "Resources", guatu_mspdi_read_resources }, { "Assignments", guatu_mspdi_read_assignments },
    { "ExtendedAttributes", guatu_mspdi_read_custom_fields },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (name, parts[i].name))
      {
        parts[i].read (self);
        return TRUE;
      }

  return FALSE;
}

static GHashTable *
rows_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
free_shape (gpointer shape)
{
  guatu_shape_free (shape);
}

static void
open_reader (Mspdi *self)
{
  self->plan = guatu_plan_new ();
  self->unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->calendars = rows_new ();
  self->tasks = rows_new ();
  self->people = rows_new ();
  self->custom = rows_new ();
  self->baselines = rows_new ();
  self->custom_names = guatu_mspdi_custom_names_new ();
  self->task_notes = g_array_new (FALSE, FALSE, sizeof (MspdiTask));
  self->links = g_array_new (FALSE, FALSE, sizeof (MspdiLink));
  self->parts = g_array_new (FALSE, FALSE, sizeof (MspdiPart));
  self->assignments = g_array_new (FALSE, FALSE, sizeof (MspdiAssignment));
  self->bases = g_array_new (FALSE, FALSE, sizeof (MspdiBase));
  self->person_calendars = g_array_new (FALSE, FALSE, sizeof (MspdiBase));
  self->gaps = g_array_new (FALSE, FALSE, sizeof (MspdiGap));
  self->kinds = guatu_mspdi_kinds_new (self->xml);
  self->shapes = g_hash_table_new_full (NULL, NULL, NULL, free_shape);
  self->project_calendar = self->finish_date = GUATU_NONE;
  guatu_mspdi_insert (self, GUATU_TABLE_PLAN);
}

static void
close_reader (Mspdi *self)
{
  GHashTable *tables[] = { self->unknown, self->calendars, self->tasks, self->people, self->custom, self->baselines,
                           self->custom_names, self->shapes, self->kinds };
  GArray *arrays[] = { self->task_notes, self->links, self->parts, self->assignments, self->bases,
                       self->person_calendars, self->gaps };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_hash_table_unref (tables[i]);
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (arrays[i]);
  g_clear_pointer (&self->plan, guatu_plan_free);
}

static gboolean
has_content (const Mspdi *self, const GuatuRecord *header)
{
  return guatu_plan_n_live (self->plan, GUATU_TABLE_TASK) + guatu_plan_n_live (self->plan, GUATU_TABLE_CALENDAR) > 0 ||
         guatu_record_text (header, HEADER_START) != NULL || guatu_record_text (header, HEADER_NAME) != NULL;
}

/* Puts together what was read, in the order in which one thing rests on another. */
static gboolean
finish (Mspdi *self, const GuatuRecord *header, GError **error)
{
  if (!has_content (self, header))
    {
      g_set_error_literal (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID,
                           _("The file looks like one of Microsoft Project, but there is no plan in it."));
      return FALSE;
    }

  self->project_calendar = guatu_mspdi_integer (guatu_record_text (header, HEADER_CALENDAR), GUATU_NONE);
  set_rates (self, header);
  set_rules (self, header);
  set_dates (self, header);
  set_texts (self, header);
  guatu_mspdi_end_calendars (self);
  guatu_plan_settle (self->plan);
  guatu_mspdi_tell_idle_calendars (self);
  if (!guatu_mspdi_end_links (self, error))
    return FALSE;
  guatu_mspdi_end_assignments (self);
  guatu_mspdi_end_tasks (self);
  guatu_mspdi_end_custom_fields (self);
  guatu_plan_settle (self->plan);
  if (!guatu_mspdi_take_spans (self))
    guatu_mspdi_keep_spans (self);
  guatu_plan_settle (self->plan);
  guatu_mspdi_tell_unknown (self);
  guatu_mspdi_compare (self);

  return TRUE;
}

GuatuPlan *
guatu_mspdi_read (GuatuXml *xml, const GuatuImportOptions *options, GuatuNotes *notes, GError **error)
{
  Mspdi self = { .xml = xml, .options = options, .notes = notes };
  GuatuRecord header = { 0 };
  GuatuPlan *plan = NULL;

  open_reader (&self);
  guatu_mspdi_record (&self, guatu_mspdi_shape (&self, "Project", &header_names), &header, read_part, NULL);
  if (guatu_xml_check (xml, error) && finish (&self, &header, error))
    plan = g_steal_pointer (&self.plan);
  guatu_record_clear (&header);
  close_reader (&self);

  return plan;
}
