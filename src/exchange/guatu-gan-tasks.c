/* guatu-gan-tasks.c — GanttProject's tasks, their links and baselines. */
#include "guatu-gan-private.h"

#include "guatu-id.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TASK GUATU_TABLE_TASK

/* Two centuries: what a plan can hold. */
#define MAX_DAYS (200 * 366)

static void read_task (GuatuGan *self, gint32 parent);

/* GanttProject numbers from lowest to highest: 3, 0, 1, 2, 4. */
static void
read_priority (GuatuGan *self, gint32 task)
{
  static const int priorities[] = { 300, 500, 700, 100, 900 };
  const char *text = guatu_foreign_attribute (&self->foreign, "priority");
  gint64 number;

  if (text[0] == '\0')
    return;
  if (guatu_foreign_integer (text, &number) && number >= 0 && number < (gint64) G_N_ELEMENTS (priorities))
    guatu_foreign_set_number (&self->foreign, TASK, task, GUATU_TASK_PRIORITY, priorities[number]);
  else
    guatu_foreign_note_task (&self->foreign, (guint) task, _("“%s” is no priority; it was left out"), text);
}

static void
read_cost (GuatuGan *self, gint32 task)
{
  const char *text = guatu_foreign_attribute (&self->foreign, "cost-manual-value");
  double cost;

  if (guatu_foreign_is_true (&self->foreign, "cost-calculated"))
    guatu_foreign_gather (&self->foreign, guatu_xml_line (self->foreign.xml), "task/@cost-calculated",
                          _("costs that follow from rates of resources are not carried over"));
  else if (text[0] == '\0')
    return;
  else if (!guatu_foreign_decimal (text, &cost) || cost < 0 || cost > 1e12)
    guatu_foreign_note_task (&self->foreign, (guint) task, _("“%s” is no cost; it was left out"), text);
  else if (cost > 0)
    guatu_foreign_set_number (&self->foreign, TASK, task, GUATU_TASK_PLANNED_INVESTMENT, (gint64) (cost * 100 + 0.5));
}

static void
read_done (GuatuGan *self, gint32 task)
{
  const char *text = guatu_foreign_attribute (&self->foreign, "complete");
  gint64 share;

  if (text[0] == '\0')
    return;
  if (guatu_foreign_percent (text, 10000, &share))
    g_array_index (self->foreign.shares, gint64, task) = share;
  else
    guatu_foreign_note_task (&self->foreign, (guint) task, _("“%s” is no percentage; it was left out"), text);
}

/* Start, duration, and the earliest begin that somebody has asked for. */
static void
read_dates (GuatuGan *self, gint32 task)
{
  GuatuForeign *foreign = &self->foreign;
  const char *text = guatu_foreign_attribute (foreign, "start");
  gint64 days = 0;
  GuatuInstant instant;

  if (guatu_gan_date (text, &instant))
    guatu_foreign_set_number (foreign, TASK, task, GUATU_TASK_RECORDED_START, instant);
  else
    guatu_foreign_note_task (foreign, (guint) task, _("“%s” is no date; the task begins as soon as it can"), text);

  text = guatu_foreign_attribute (foreign, "duration");
  if (!guatu_foreign_integer (text, &days) || days < 0 || days > MAX_DAYS)
    {
      guatu_foreign_note_task (foreign, (guint) task, _("“%s” is no number of days; one day was supposed"), text);
      days = 1;
    }
  if (guatu_foreign_is_true (foreign, "meeting"))
    guatu_foreign_set_number (foreign, TASK, task, GUATU_TASK_KIND, GUATU_KIND_MILESTONE);
  guatu_foreign_set_number (foreign, TASK, task, GUATU_TASK_DURATION, days * GUATU_GAN_DAY);

  text = guatu_foreign_attribute (foreign, "thirdDate");
  if (!g_str_equal (guatu_foreign_attribute (foreign, "thirdDate-constraint"), "1"))
    return;
  if (!guatu_gan_date (text, &instant))
    {
      guatu_foreign_note_task (foreign, (guint) task, _("“%s” is no date; the earliest begin was left out"), text);
      return;
    }
  guatu_foreign_set_number (foreign, TASK, task, GUATU_TASK_CONSTRAINT, GUATU_CONSTRAINT_SNET);
  guatu_foreign_set_number (foreign, TASK, task, GUATU_TASK_CONSTRAINT_DATE, instant);
}

static void
read_attributes (GuatuGan *self, gint32 task)
{
  GuatuForeign *foreign = &self->foreign;

  read_dates (self, task);
  read_done (self, task);
  read_priority (self, task);
  read_cost (self, task);
  guatu_foreign_set_text (foreign, TASK, task, GUATU_TASK_HYPERLINK, guatu_foreign_attribute (foreign, "webLink"));
  if (guatu_foreign_is_true (foreign, "project"))
    guatu_foreign_set_number (foreign, TASK, task, GUATU_TASK_IS_PROJECT, TRUE);
  guatu_foreign_drop_attribute (foreign, "color", "task/@color");
  guatu_foreign_drop_attribute (foreign, "shape", "task/@shape");
  if (guatu_foreign_is_true (foreign, "fixed-start"))
    guatu_foreign_drop (foreign, "task/@fixed-start");
  if (g_str_equal (guatu_foreign_attribute (foreign, "expand"), "false"))
    guatu_foreign_drop (foreign, "task/@expand");
}

/* A “depend” stands in the predecessor and names the successor; its difference counts in working days. */
static void
read_depend (GuatuGan *self, const char *predecessor)
{
  static const GuatuLinkType types[] = { GUATU_LINK_SS, GUATU_LINK_FS, GUATU_LINK_FF, GUATU_LINK_SF };
  GuatuForeign *foreign = &self->foreign;
  const char *type_text = guatu_foreign_attribute (foreign, "type");
  const char *lag_text = guatu_foreign_attribute (foreign, "difference");
  const char *successor = guatu_foreign_attribute (foreign, "id");
  gint64 type = 2, lag = 0;

  if (type_text[0] != '\0' && (!guatu_foreign_integer (type_text, &type) || type < 1 || type > 4))
    {
      guatu_foreign_note (foreign, guatu_xml_line (foreign->xml), "depend", successor,
                          _("“%s” is no type of link; finish to start was supposed"), type_text);
      type = 2;
    }
  if (lag_text[0] != '\0' && (!guatu_foreign_integer (lag_text, &lag) || ABS (lag) > MAX_DAYS))
    {
      guatu_foreign_note (foreign, guatu_xml_line (foreign->xml), "depend", successor,
                          _("“%s” is no number of days; no lag was supposed"), lag_text);
      lag = 0;
    }
  if (g_str_equal (guatu_foreign_attribute (foreign, "hardness"), "Rubber"))
    guatu_foreign_gather (foreign, guatu_xml_line (foreign->xml), "depend/@hardness",
                          _("a link that only pushes (“Rubber”) was read as an ordinary one"));
  guatu_foreign_add_link (foreign, predecessor, successor, types[type - 1], GUATU_LAG_WORKING, lag * GUATU_GAN_DAY);
}

static void
read_children (GuatuGan *self, gint32 task, const char *id)
{
  GuatuForeign *foreign = &self->foreign;
  GuatuXml *xml = foreign->xml;
  int depth = guatu_xml_depth (xml);

  while (guatu_xml_child (xml, depth))
    {
      const char *name = guatu_xml_name (xml);

      if (g_str_equal (name, "task"))
        read_task (self, task);
      else if (g_str_equal (name, "depend"))
        read_depend (self, id);
      else if (g_str_equal (name, "notes"))
        guatu_foreign_set_text (foreign, TASK, task, GUATU_TASK_NOTE, guatu_xml_text (xml));
      else if (g_str_equal (name, "customproperty"))
        guatu_foreign_add_value (foreign, GUATU_CUSTOM_OF_TASKS, task,
                                 guatu_foreign_attribute (foreign, "taskproperty-id"),
                                 guatu_foreign_attribute (foreign, "value"));
      else
        guatu_foreign_drop (foreign, name);
    }
}

static void
read_task (GuatuGan *self, gint32 parent)
{
  GuatuForeign *foreign = &self->foreign;
  g_autofree char *id = g_strdup (guatu_foreign_attribute (foreign, "id"));
  gint32 task = guatu_foreign_add_task (foreign, id, guatu_foreign_attribute (foreign, "name"), parent);

  if (task < 0)
    return;
  read_attributes (self, task);
  read_children (self, task, id);
}

/* What the columns of the program's table show; of interest are those that people have added. */
static void
read_properties (GuatuGan *self)
{
  GuatuForeign *foreign = &self->foreign;
  int depth = guatu_xml_depth (foreign->xml);

  while (guatu_xml_child (foreign->xml, depth))
    {
      int property = guatu_xml_depth (foreign->xml);

      if (!g_str_equal (guatu_foreign_attribute (foreign, "type"), "custom"))
        continue;
      guatu_foreign_drop_attribute (foreign, "defaultvalue", "taskproperty/@defaultvalue");
      guatu_gan_define_field (self, GUATU_CUSTOM_OF_TASKS, "id", "valuetype");
      while (guatu_xml_child (foreign->xml, property))
        guatu_foreign_gather (foreign, guatu_xml_line (foreign->xml), "taskproperty",
                              _("the formula of the field is not carried over; its values were taken as they stand"));
    }
}

void
guatu_gan_read_tasks (GuatuGan *self)
{
  GuatuXml *xml = self->foreign.xml;
  int depth = guatu_xml_depth (xml);

  while (guatu_xml_child (xml, depth))
    {
      if (g_str_equal (guatu_xml_name (xml), "task"))
        read_task (self, -1);
      else if (g_str_equal (guatu_xml_name (xml), "taskproperties"))
        read_properties (self);
      else
        guatu_foreign_drop (&self->foreign, guatu_xml_name (xml));
    }
}

/* Finishes --------------------------------------------------------------------------------------------- */

GuatuInstant
guatu_gan_finish (GuatuGan *self, GuatuInstant start, gint64 days)
{
  if (days == 0)
    return start;
  return guatu_worktime_lay (guatu_plan_worktime (self->foreign.plan, self->calendar), start, days * GUATU_GAN_DAY,
                             &start);
}

void
guatu_gan_record_finishes (GuatuGan *self)
{
  GuatuPlan *plan = self->foreign.plan;

  guatu_plan_settle (plan);
  for (guint task = 0; task < self->foreign.lines->len; task++)
    {
      GuatuInstant start = guatu_plan_task_number (plan, (gint32) task, GUATU_TASK_RECORDED_START);
      gint64 days = guatu_plan_task (plan, (gint32) task)->duration / GUATU_GAN_DAY;

      if (start != GUATU_NONE)
        guatu_foreign_set_number (&self->foreign, TASK, (gint32) task, GUATU_TASK_RECORDED_FINISH,
                                  guatu_gan_finish (self, start, days));
    }
}

/* Baselines -------------------------------------------------------------------------------------------- */

static void
read_baseline_task (GuatuGan *self, gint32 baseline)
{
  GuatuForeign *foreign = &self->foreign;
  gint32 task = guatu_foreign_find (foreign->tasks, guatu_foreign_attribute (foreign, "id"));
  GuatuInstant start;
  gint64 days;
  gint32 row;

  if (task < 0 || !guatu_gan_date (guatu_foreign_attribute (foreign, "start"), &start) ||
      !guatu_foreign_integer (guatu_foreign_attribute (foreign, "duration"), &days) || days < 0 || days > MAX_DAYS)
    {
      guatu_foreign_note (foreign, guatu_xml_line (foreign->xml), "previous-task",
                          guatu_foreign_attribute (foreign, "id"),
                          task < 0 ? _("the task is no longer there; its entry in the baseline was left out")
                                   : _("its dates are not understood; its entry in the baseline was left out"));
      return;
    }
  row = guatu_foreign_insert (foreign, GUATU_TABLE_BASELINE_TASK, GUATU_BASELINE_TASK_TASK, TASK, task);
  guatu_plan_set (foreign->plan, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_BASELINE,
                  GUATU_INTEGER (guatu_plan_id (foreign->plan, GUATU_TABLE_BASELINE, baseline)));
  guatu_foreign_set_number (foreign, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_START, start);
  guatu_foreign_set_number (foreign, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_FINISH,
                            guatu_gan_finish (self, start, days));
  guatu_foreign_set_number (foreign, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_DURATION,
                            days * GUATU_GAN_DAY);
}

void
guatu_gan_read_baselines (GuatuGan *self)
{
  GuatuForeign *foreign = &self->foreign;
  int depth = guatu_xml_depth (foreign->xml);

  guatu_plan_settle (foreign->plan);
  while (guatu_xml_child (foreign->xml, depth))
    {
      int inner = guatu_xml_depth (foreign->xml);
      const char *name = guatu_foreign_attribute (foreign, "name");
      gint32 row = guatu_plan_insert (foreign->plan, GUATU_TABLE_BASELINE, guatu_id_next ());

      guatu_foreign_set_text (foreign, GUATU_TABLE_BASELINE, row, GUATU_BASELINE_NAME, _("Baseline"));
      guatu_foreign_set_text (foreign, GUATU_TABLE_BASELINE, row, GUATU_BASELINE_NAME, name);
      while (guatu_xml_child (foreign->xml, inner))
        read_baseline_task (self, row);
    }
}
