/* guatu-planner-tasks.c — GNOME Planner's tasks: dates, constraints and predecessors. */
#include "guatu-planner-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TASK GUATU_TABLE_TASK

/* Two centuries: what a plan can hold. */
#define MAX_SECONDS (G_GINT64_CONSTANT (200) * 366 * 86400)

static const struct
{
  const char     *name;
  GuatuConstraint constraint;
} constraints[] = {
  { "as-soon-as-possible", GUATU_CONSTRAINT_ASAP },
  { "as-late-as-possible", GUATU_CONSTRAINT_ALAP },
  { "must-start-on", GUATU_CONSTRAINT_MSO },
  { "must-finish-on", GUATU_CONSTRAINT_MFO },
  { "start-no-earlier-than", GUATU_CONSTRAINT_SNET },
  { "finish-no-later-than", GUATU_CONSTRAINT_FNLT },
};

static gboolean
read_seconds (const char *text, gint64 *seconds)
{
  return g_ascii_string_to_signed (text, 10, -MAX_SECONDS, MAX_SECONDS, seconds, NULL);
}

/* Where work begins, if the file says it apart from where the task does; a milestone has no work. */
static void
read_dates (GuatuPlanner *self, gint32 task, gboolean milestone)
{
  static const struct { const char *attribute; guint field; } dates[] = {
    { "start", GUATU_TASK_RECORDED_START },
    { "work-start", GUATU_TASK_RECORDED_START },
    { "end", GUATU_TASK_RECORDED_FINISH },
  };
  GuatuForeign *foreign = &self->foreign;

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      const char *text = guatu_foreign_attribute (foreign, dates[i].attribute);
      GuatuInstant instant;

      if (i == 1 && (milestone || text[0] == '\0'))
        continue;
      if (guatu_planner_time (text, &instant))
        guatu_foreign_set_number (foreign, TASK, task, dates[i].field, instant);
      else
        guatu_foreign_note (foreign, guatu_xml_line (foreign->xml), "task",
                            guatu_plan_task_name (foreign->plan, task),
                            _("%s: “%s” is no date; it was left out"), dates[i].attribute, text);
    }
}

/* 0 is what nobody has chosen; more than 1000 is more than a plan can tell apart. */
static void
read_priority (GuatuPlanner *self, gint32 task)
{
  GuatuForeign *foreign = &self->foreign;
  const char *text = guatu_foreign_attribute (foreign, "priority");
  gint64 priority = 0;

  if (text[0] == '\0' || g_str_equal (text, "0"))
    return;
  if (!guatu_foreign_integer (text, &priority) || priority < 0 || priority > 1000)
    guatu_foreign_gather (foreign, guatu_xml_line (foreign->xml), "task/@priority",
                          _("a priority outside 0 … 1000 was brought within it"));
  guatu_foreign_set_number (foreign, TASK, task, GUATU_TASK_PRIORITY, CLAMP (priority, 0, 1000));
}

static void
read_amounts (GuatuPlanner *self, gint32 task)
{
  GuatuForeign *foreign = &self->foreign;
  const char *text = guatu_foreign_attribute (foreign, "percent-complete");
  gint64 number;

  if (text[0] != '\0' && guatu_foreign_percent (text, 10000, &number))
    g_array_index (foreign->shares, gint64, task) = number;
  else if (text[0] != '\0')
    guatu_foreign_note_task (foreign, (guint) task, _("“%s” is no percentage; it was left out"), text);

  text = guatu_foreign_attribute (foreign, "work");
  if (text[0] != '\0' && read_seconds (text, &number) && number >= 0)
    guatu_foreign_set_number (foreign, TASK, task, GUATU_TASK_PLANNED_WORK, number > 0 ? number : GUATU_NONE);
  else if (text[0] != '\0')
    guatu_foreign_note_task (foreign, (guint) task, _("“%s” is no amount of work; it was left out"), text);

  /* Compared with the dates when the calendar is known. */
  text = guatu_foreign_attribute (foreign, "duration");
  if (text[0] != '\0' && read_seconds (text, &number) && number >= 0)
    guatu_foreign_set_number (foreign, TASK, task, GUATU_TASK_SPAN, number);
  else if (text[0] != '\0')
    guatu_foreign_note_task (foreign, (guint) task, _("“%s” is no duration; it was left out"), text);
}

static void
read_attributes (GuatuPlanner *self, gint32 task)
{
  GuatuForeign *foreign = &self->foreign;
  gboolean milestone = g_str_equal (guatu_foreign_attribute (foreign, "type"), "milestone");
  gboolean fixed = g_str_equal (guatu_foreign_attribute (foreign, "scheduling"), "fixed-duration");

  if (milestone)
    guatu_foreign_set_number (foreign, TASK, task, GUATU_TASK_KIND, GUATU_KIND_MILESTONE);
  guatu_foreign_set_number (foreign, TASK, task, GUATU_TASK_TYPE,
                            fixed ? GUATU_TASK_FIXED_DURATION : GUATU_TASK_FIXED_WORK);
  guatu_foreign_set_text (foreign, TASK, task, GUATU_TASK_NOTE, guatu_foreign_attribute (foreign, "note"));
  read_dates (self, task, milestone);
  read_amounts (self, task);
  read_priority (self, task);
}

static void
read_constraint (GuatuPlanner *self, gint32 task)
{
  GuatuForeign *foreign = &self->foreign;
  const char *type = guatu_foreign_attribute (foreign, "type");
  const char *time = guatu_foreign_attribute (foreign, "time");
  GuatuInstant date = GUATU_NONE;
  guint i = 0;

  while (i < G_N_ELEMENTS (constraints) && !g_str_equal (type, constraints[i].name))
    i++;
  if (i == G_N_ELEMENTS (constraints) ||
      (constraints[i].constraint > GUATU_CONSTRAINT_ALAP && !guatu_planner_time (time, &date)))
    {
      guatu_foreign_note_task (foreign, (guint) task, _("the constraint “%s %s” is not understood and was left out"),
                               type, time);
      return;
    }
  guatu_foreign_set_number (foreign, TASK, task, GUATU_TASK_CONSTRAINT, constraints[i].constraint);
  guatu_foreign_set_number (foreign, TASK, task, GUATU_TASK_CONSTRAINT_DATE, date);
}

/* Lags are wall-clock time: a day after Thursday 17:00 is Friday 17:00. */
static void
read_predecessors (GuatuPlanner *self, const char *id)
{
  GuatuForeign *foreign = &self->foreign;
  int depth = guatu_xml_depth (foreign->xml);

  while (guatu_xml_child (foreign->xml, depth))
    {
      const char *predecessor = guatu_foreign_attribute (foreign, "predecessor-id");
      const char *type_name = guatu_foreign_attribute (foreign, "type");
      const char *lag_text = guatu_foreign_attribute (foreign, "lag");
      int type = guatu_field_find_choice (guatu_field (GUATU_TABLE_LINK, GUATU_LINK_TYPE), type_name);
      gint64 lag = 0;

      if (type < 0 && type_name[0] != '\0')
        guatu_foreign_note (foreign, guatu_xml_line (foreign->xml), "predecessor", predecessor,
                            _("“%s” is no type of link; finish to start was supposed"), type_name);
      if (lag_text[0] != '\0' && !read_seconds (lag_text, &lag))
        guatu_foreign_note (foreign, guatu_xml_line (foreign->xml), "predecessor", predecessor,
                            _("“%s” is no number of seconds; no lag was supposed"), lag_text);
      guatu_foreign_add_link (foreign, predecessor, id, type < 0 ? GUATU_LINK_FS : (GuatuLinkType) type,
                              lag != 0 ? GUATU_LAG_ELAPSED : GUATU_LAG_WORKING, lag);
    }
}

static void
read_task (GuatuPlanner *self, gint32 parent)
{
  GuatuForeign *foreign = &self->foreign;
  int depth = guatu_xml_depth (foreign->xml);
  g_autofree char *id = g_strdup (guatu_foreign_attribute (foreign, "id"));
  gint32 task = guatu_foreign_add_task (foreign, id, guatu_foreign_attribute (foreign, "name"), parent);

  if (task < 0)
    return;
  read_attributes (self, task);
  while (guatu_xml_child (foreign->xml, depth))
    {
      const char *name = guatu_xml_name (foreign->xml);

      if (g_str_equal (name, "task"))
        read_task (self, task);
      else if (g_str_equal (name, "predecessors"))
        read_predecessors (self, id);
      else if (g_str_equal (name, "constraint"))
        read_constraint (self, task);
      else if (g_str_equal (name, "properties"))
        guatu_planner_read_values (self, GUATU_CUSTOM_OF_TASKS, task);
      else
        guatu_foreign_drop (foreign, name);
    }
}

void
guatu_planner_read_tasks (GuatuPlanner *self)
{
  while (guatu_xml_child (self->foreign.xml, 1))
    if (g_str_equal (guatu_xml_name (self->foreign.xml), "task"))
      read_task (self, -1);
    else
      guatu_foreign_drop (&self->foreign, guatu_xml_name (self->foreign.xml));
}

/* Durations -------------------------------------------------------------------------------------------- */

/* A constraint on a time at which nobody works means the working instant that is the same. */
static void
settle_constraint (GuatuPlanner *self, gint32 task, const GuatuWorktime *worktime)
{
  GuatuForeign *foreign = &self->foreign;
  GuatuInstant date = guatu_plan_task_number (foreign->plan, task, GUATU_TASK_CONSTRAINT_DATE);
  guint8 constraint = guatu_plan_task (foreign->plan, task)->constraint;

  if (date == GUATU_NONE || guatu_plan_task (foreign->plan, task)->duration == 0)
    return;
  if (constraint == GUATU_CONSTRAINT_MSO || constraint == GUATU_CONSTRAINT_SNET)
    guatu_foreign_set_number (foreign, TASK, task, GUATU_TASK_CONSTRAINT_DATE, guatu_worktime_next (worktime, date));
}

/* The work done at the units of whoever is assigned decides in Planner; the dates show what came of it. */
static void
make_duration (GuatuPlanner *self, gint32 task, const GuatuWorktime *worktime)
{
  GuatuForeign *foreign = &self->foreign;
  GuatuInstant start = guatu_plan_task_number (foreign->plan, task, GUATU_TASK_RECORDED_START);
  GuatuInstant finish = guatu_plan_task_number (foreign->plan, task, GUATU_TASK_RECORDED_FINISH);
  gint64 said = guatu_plan_task_number (foreign->plan, task, GUATU_TASK_SPAN);
  gint64 work = guatu_plan_task_number (foreign->plan, task, GUATU_TASK_PLANNED_WORK);
  gboolean milestone = guatu_plan_task (foreign->plan, task)->kind == GUATU_KIND_MILESTONE;
  gint64 duration = said != GUATU_NONE ? said : work != GUATU_NONE ? work : 0;

  guatu_foreign_set_number (foreign, TASK, task, GUATU_TASK_SPAN, GUATU_NONE);
  if (milestone)
    duration = 0;
  else if (start != GUATU_NONE && finish != GUATU_NONE && guatu_worktime_works (worktime))
    duration = MAX (0, guatu_worktime_work (worktime, start, finish));
  guatu_foreign_set_number (foreign, TASK, task, GUATU_TASK_DURATION, duration);
  guatu_foreign_set_number (foreign, TASK, task, GUATU_TASK_DURATION_UNIT,
                            duration % (8 * GUATU_HOUR) == 0 ? GUATU_UNIT_DAY : GUATU_UNIT_HOUR);

  if (said != GUATU_NONE && said != duration && !guatu_plan_is_summary (foreign->plan, task))
    guatu_foreign_note_task (foreign, (guint) task,
                             _("its duration is %.4g h in the file, but its dates are %.4g h apart; they were taken"),
                             (double) said / GUATU_HOUR, (double) duration / GUATU_HOUR);
}

void
guatu_planner_make_durations (GuatuPlanner *self)
{
  GuatuPlan *plan = self->foreign.plan;

  guatu_plan_settle (plan);
  for (gint32 task = 0; (guint) task < self->foreign.lines->len; task++)
    {
      const GuatuWorktime *worktime = guatu_plan_task_worktime (plan, task);

      make_duration (self, task, worktime);
      settle_constraint (self, task, worktime);
      if (guatu_plan_is_summary (plan, task))
        guatu_foreign_set_number (&self->foreign, TASK, task, GUATU_TASK_PLANNED_WORK, GUATU_NONE);
    }
}
