/* guatu-mspdi-write.c — a plan as Microsoft Project's XML: the file as a whole, and what it says of the plan. */
#include "guatu-mspdi-write-private.h"

#include "guatu-progress.h"

#include <string.h>

/* The header ----------------------------------------------------------------------------------------------- */

/* A currency is an ISO code where it looks like one, else the symbol that stands before amounts. */
static void
put_currency (MspdiOut *self)
{
  static const struct { const char *code, *symbol; } symbols[] = {
    { "CNY", "¥" }, { "USD", "$" }, { "EUR", "€" }, { "GBP", "£" }, { "JPY", "¥" }, { "HKD", "HK$" },
  };
  const char *currency = guatu_plan_text (self->plan, guatu_plan_settings (self->plan)->currency);
  gboolean is_code = strlen (currency) == 3 && g_ascii_isupper (currency[0]) && g_ascii_isupper (currency[1]) &&
                     g_ascii_isupper (currency[2]);
  const char *symbol = currency;

  for (guint i = 0; is_code && i < G_N_ELEMENTS (symbols); i++)
    if (g_str_equal (symbols[i].code, currency))
      symbol = symbols[i].symbol;
  guatu_mspdi_put_text (self, "CurrencySymbol", symbol);
  if (is_code)
    guatu_mspdi_put_text (self, "CurrencyCode", currency);
}

static void
put_titles (MspdiOut *self, const GuatuPlanRow *plan)
{
  guatu_mspdi_put_integer (self, "SaveVersion", 14);
  guatu_mspdi_put_text (self, "Name", guatu_plan_text (self->plan, plan->title));
  guatu_mspdi_put_text (self, "Title", guatu_plan_text (self->plan, plan->title));
  guatu_mspdi_put_text (self, "Subject", guatu_plan_text (self->plan, plan->subtitle));
  guatu_mspdi_put_text (self, "Company", guatu_plan_text (self->plan, plan->company));
  guatu_mspdi_put_text (self, "Manager", guatu_plan_text (self->plan, plan->manager));
  guatu_mspdi_put_text (self, "Author", guatu_plan_text (self->plan, plan->author));
}

static void
put_dates (MspdiOut *self, const GuatuPlanRow *plan)
{
  gboolean from_start = plan->schedule_from == GUATU_FROM_START;

  guatu_mspdi_put_flag (self, "ScheduleFromStart", from_start);
  guatu_mspdi_put_date (self, "StartDate", plan->start);
  guatu_mspdi_put_date (self, "FinishDate", !from_start && plan->finish_target != GUATU_NONE
                                            ? plan->finish_target : self->schedule->plan_finish);
  guatu_mspdi_put_integer (self, "CriticalSlackLimit", plan->critical_float / (plan->minutes_per_day * GUATU_MINUTE));
}

static void
put_rates (MspdiOut *self, const GuatuPlanRow *plan)
{
  if (plan->calendar >= 0)
    guatu_mspdi_put_integer (self, "CalendarUID", self->calendars[plan->calendar]);
  guatu_mspdi_put_daytime (self, "DefaultStartTime", plan->default_start);
  guatu_mspdi_put_daytime (self, "DefaultFinishTime", plan->default_finish);
  guatu_mspdi_put_integer (self, "MinutesPerDay", plan->minutes_per_day);
  guatu_mspdi_put_integer (self, "MinutesPerWeek", plan->minutes_per_week);
  guatu_mspdi_put_integer (self, "DaysPerMonth", plan->days_per_month);
}

static void
put_options (MspdiOut *self, const GuatuPlanRow *plan)
{
  gint64 variants = plan->scheduling_variants;

  guatu_mspdi_put_flag (self, "MultipleCriticalPaths", plan->critical_paths == GUATU_PATHS_EVERY_END);
  guatu_mspdi_put_flag (self, "SplitsInProgressTasks", (variants & GUATU_VARIANT_SPLIT_UNDER_WAY) != 0);
  guatu_mspdi_put_flag (self, "MoveCompletedEndsBack", (variants & GUATU_VARIANT_MOVE_COMPLETED_BACK) != 0);
  guatu_mspdi_put_flag (self, "MoveRemainingStartsBack", (variants & GUATU_VARIANT_MOVE_REMAINING_BACK) != 0);
  guatu_mspdi_put_flag (self, "MoveRemainingStartsForward", (variants & GUATU_VARIANT_MOVE_REMAINING_FORWARD) != 0);
  guatu_mspdi_put_flag (self, "MoveCompletedEndsForward", (variants & GUATU_VARIANT_MOVE_COMPLETED_FORWARD) != 0);
  guatu_mspdi_put_date (self, "StatusDate", plan->status_date);
  guatu_mspdi_put_flag (self, "NewTasksAreManual", FALSE);
}

/* Project reads these even where there are none of them. */
static void
put_empty (MspdiOut *self, const char *name)
{
  guatu_mspdi_put_begin (self, name);
  guatu_mspdi_put_end (self);
}

/* The project as a task, row 0, which the others lie under ------------------------------------------------ */

/* Of the tasks that lie under nothing else. */
static gint64
sum_of (const GuatuPlan *plan, guint field)
{
  gint64 sum = 0;

  for (gint32 row = guatu_plan_first_task (plan); row >= 0; row = guatu_plan_task (plan, row)->next_sibling)
    {
      gint64 amount = guatu_plan_task_number (plan, row, field);

      sum += amount != GUATU_NONE ? amount : 0;
    }

  return sum > 0 ? sum : GUATU_NONE;
}

/* Weighted by duration, as summaries are where nothing else weighs. */
static int
percent_of (MspdiOut *self)
{
  double done = 0, all = 0;

  for (gint32 row = guatu_plan_first_task (self->plan); row >= 0; row = guatu_plan_task (self->plan, row)->next_sibling)
    {
      double weight = (double) guatu_schedule_duration (self->schedule, self->plan, row);

      done += weight * (double) self->shares[row];
      all += weight;
    }

  return all > 0 ? guatu_mspdi_whole_percent ((gint64) (done / all)) : 0;
}

void
guatu_mspdi_put_project (MspdiOut *self)
{
  const GuatuPlanRow *plan = guatu_plan_settings (self->plan);
  GuatuInstant start = self->schedule->plan_start, finish = self->schedule->plan_finish;

  guatu_mspdi_put_begin (self, "Task");
  guatu_mspdi_put_integer (self, "UID", 0);
  guatu_mspdi_put_integer (self, "ID", 0);
  guatu_mspdi_put_text (self, "Name", guatu_plan_text (self->plan, plan->title));
  guatu_mspdi_put_flag (self, "Active", TRUE);
  guatu_mspdi_put_flag (self, "Manual", FALSE);
  guatu_mspdi_put_integer (self, "Type", GUATU_TASK_FIXED_DURATION);
  guatu_mspdi_put_flag (self, "IsNull", FALSE);
  guatu_mspdi_put_text (self, "WBS", "0");
  guatu_mspdi_put_text (self, "OutlineNumber", "0");
  guatu_mspdi_put_integer (self, "OutlineLevel", 0);
  guatu_mspdi_put_integer (self, "Priority", 500);
  guatu_mspdi_put_date (self, "Start", start);
  guatu_mspdi_put_date (self, "Finish", finish);
  guatu_mspdi_put_duration (self, "Duration",
                            guatu_worktime_work (guatu_plan_worktime (self->plan, -1), start, finish));
  guatu_mspdi_put_integer (self, "DurationFormat", guatu_mspdi_format_code (GUATU_UNIT_DAY, FALSE, FALSE));
  guatu_mspdi_put_duration (self, "Work", sum_of (self->plan, GUATU_TASK_PLANNED_WORK));
  guatu_mspdi_put_flag (self, "Summary", TRUE);
  guatu_mspdi_put_date (self, "EarlyStart", start);
  guatu_mspdi_put_date (self, "EarlyFinish", finish);
  guatu_mspdi_put_integer (self, "PercentComplete", percent_of (self));
  guatu_mspdi_put_integer (self, "Cost", sum_of (self->plan, GUATU_TASK_PLANNED_INVESTMENT));
  guatu_mspdi_put_integer (self, "ActualCost", sum_of (self->plan, GUATU_TASK_ACTUAL_INVESTMENT));
  guatu_mspdi_put_duration (self, "ActualWork", sum_of (self->plan, GUATU_TASK_ACTUAL_WORK));
  guatu_mspdi_put_text (self, "Notes", guatu_plan_text (self->plan, plan->note));
  guatu_mspdi_put_end (self);
}

/* The file ------------------------------------------------------------------------------------------------- */

static void
put_file (MspdiOut *self)
{
  const GuatuPlanRow *plan = guatu_plan_settings (self->plan);

  xmlTextWriterStartDocument (self->xml, NULL, "UTF-8", "yes");
  guatu_mspdi_put_spans (self);
  guatu_mspdi_put_begin (self, "Project");
  xmlTextWriterWriteAttribute (self->xml, BAD_CAST "xmlns", BAD_CAST "http://schemas.microsoft.com/project");
  put_titles (self, plan);
  put_dates (self, plan);
  put_currency (self);
  put_rates (self, plan);
  put_options (self, plan);
  put_empty (self, "OutlineCodes");
  put_empty (self, "WBSMasks");
  guatu_mspdi_put_definitions (self);
  guatu_mspdi_put_calendars (self);
  guatu_mspdi_put_tasks (self);
  guatu_mspdi_put_resources (self);
  guatu_mspdi_put_assignments (self);
  guatu_mspdi_put_end (self);
  xmlTextWriterEndDocument (self->xml);
}

char *
guatu_mspdi_write (const GuatuPlan *plan, const GuatuSchedule *schedule, GuatuNotes *notes, gsize *length)
{
  MspdiOut self = { .plan = plan, .schedule = schedule, .notes = notes };
  xmlBuffer *buffer;
  char *text;

  g_return_val_if_fail (plan != NULL && schedule != NULL, NULL);

  buffer = xmlBufferCreate ();
  xmlBufferSetAllocationScheme (buffer, XML_BUFFER_ALLOC_DOUBLEIT);
  self.xml = xmlNewTextWriterMemory (buffer, 0);
  /* libxml2 gives nothing back only where there is no memory, at which GLib ends the program as well. */
  if (self.xml == NULL)
    g_error ("out of memory");
  xmlTextWriterSetIndent (self.xml, 1);
  xmlTextWriterSetIndentString (self.xml, BAD_CAST "\t");
  self.shares = guatu_progress_reported (plan, schedule, GUATU_NONE);
  guatu_mspdi_number_rows (&self);
  guatu_mspdi_number_fields (&self);
  guatu_mspdi_number_baselines (&self);

  put_file (&self);
  xmlFreeTextWriter (self.xml);
  if (notes != NULL)
    guatu_mspdi_tell_lost (&self);

  text = g_strndup ((const char *) xmlBufferContent (buffer), (gsize) xmlBufferLength (buffer));
  if (length != NULL)
    *length = (gsize) xmlBufferLength (buffer);
  xmlBufferFree (buffer);
  g_clear_pointer (&self.spans, guatu_spans_free);
  g_free (self.shares);
  guatu_mspdi_free_numbers (&self);

  return text;
}
