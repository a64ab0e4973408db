/* guatu-planner-read.c — GNOME Planner's file into a plan. */
#include "guatu-planner-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
guatu_planner_time (const char *text, GuatuInstant *instant)
{
  gsize length = strlen (text);
  g_autofree char *iso = NULL;

  /* YYYYMMDD, YYYYMMDDTHHMMSS, with or without a Z. */
  if (length > 0 && text[length - 1] == 'Z')
    length--;
  if ((length != 8 && length != 15) || (length == 15 && text[8] != 'T') ||
      strspn (text, "0123456789") != 8 || (length == 15 && strspn (text + 9, "0123456789") != 6))
    return FALSE;

  if (length == 8)
    iso = g_strdup_printf ("%.4s-%.2s-%.2s", text, text + 4, text + 6);
  else
    iso = g_strdup_printf ("%.4s-%.2s-%.2sT%.2s:%.2s:%.2s", text, text + 4, text + 6, text + 9, text + 11, text + 13);
  return guatu_instant_parse (iso, 0, instant);
}

/* Custom fields ------------------------------------------------------------------------------------ */

static GuatuCustomKind
custom_kind (const char *type)
{
  if (g_str_equal (type, "date"))
    return GUATU_CUSTOM_DATE;
  if (g_str_equal (type, "duration"))
    return GUATU_CUSTOM_DURATION;
  if (g_str_equal (type, "cost"))
    return GUATU_CUSTOM_COST;
  if (g_str_equal (type, "int") || g_str_equal (type, "float"))
    return GUATU_CUSTOM_NUMBER;
  return GUATU_CUSTOM_TEXT;
}

static void
define_field (GuatuPlanner *self)
{
  GuatuForeign *foreign = &self->foreign;
  const char *owner = guatu_foreign_attribute (foreign, "owner");
  const char *name = guatu_foreign_attribute (foreign, "name");
  const char *label = guatu_foreign_attribute (foreign, "label");

  if (g_str_equal (owner, "task") || g_str_equal (owner, "resource"))
    guatu_foreign_add_field (foreign, g_str_equal (owner, "task") ? GUATU_CUSTOM_OF_TASKS : GUATU_CUSTOM_OF_PEOPLE,
                             name, label, custom_kind (guatu_foreign_attribute (foreign, "type")));
  else
    guatu_foreign_note (foreign, guatu_xml_line (foreign->xml), "property", name,
                        _("only tasks and people have fields of their own; it was left out"));
}

/* The project's own elements of this name: one that defines the fields, one that fills in its own. */
static void
read_properties (GuatuPlanner *self)
{
  GuatuForeign *foreign = &self->foreign;

  while (guatu_xml_child (foreign->xml, 1))
    {
      const char *value = guatu_foreign_attribute (foreign, "value");

      if (guatu_foreign_attribute (foreign, "owner")[0] != '\0')
        define_field (self);
      else if (value[0] != '\0')
        guatu_foreign_note (foreign, guatu_xml_line (foreign->xml), "property",
                            guatu_foreign_attribute (foreign, "name"),
                            _("“%s”, a value of the project itself, was left out"), value);
    }
}

/* A list of values, as some versions write them, is joined. */
static char *
value_of (GuatuForeign *foreign)
{
  g_autoptr(GString) value = g_string_new (guatu_foreign_attribute (foreign, "value"));
  int depth = guatu_xml_depth (foreign->xml);

  while (guatu_xml_child (foreign->xml, depth))
    g_string_append_printf (value, "%s%s", value->len > 0 ? ", " : "", guatu_foreign_attribute (foreign, "value"));
  return g_string_free (g_steal_pointer (&value), FALSE);
}

void
guatu_planner_read_values (GuatuPlanner *self, GuatuCustomOwner owner, gint32 row)
{
  GuatuForeign *foreign = &self->foreign;
  int depth = guatu_xml_depth (foreign->xml);

  while (guatu_xml_child (foreign->xml, depth))
    {
      g_autofree char *name = g_strdup (guatu_foreign_attribute (foreign, "name"));
      g_autofree char *value = value_of (foreign);

      guatu_foreign_add_value (foreign, owner, row, name, value);
    }
}

/* The project -------------------------------------------------------------------------------------- */

static void
read_head (GuatuPlanner *self)
{
  GuatuForeign *foreign = &self->foreign;
  const char *text = guatu_foreign_attribute (foreign, "project-start");
  GuatuInstant start = guatu_instant_day (foreign->options->today) * GUATU_DAY + 8 * GUATU_HOUR;

  guatu_foreign_set_text (foreign, GUATU_TABLE_PLAN, 0, GUATU_PLAN_TITLE, guatu_foreign_attribute (foreign, "name"));
  guatu_foreign_set_text (foreign, GUATU_TABLE_PLAN, 0, GUATU_PLAN_COMPANY,
                          guatu_foreign_attribute (foreign, "company"));
  guatu_foreign_set_text (foreign, GUATU_TABLE_PLAN, 0, GUATU_PLAN_MANAGER,
                          guatu_foreign_attribute (foreign, "manager"));
  guatu_foreign_drop_attribute (foreign, "phase", "project/@phase");
  if (!guatu_planner_time (text, &start))
    guatu_foreign_note (foreign, guatu_xml_line (foreign->xml), "project/@project-start", NULL,
                        _("“%s” is no date; today was taken"), text);
  guatu_foreign_set_number (foreign, GUATU_TABLE_PLAN, 0, GUATU_PLAN_START, start);
  self->calendar = g_strdup (guatu_foreign_attribute (foreign, "calendar"));
}

/* Names without dates: no band could be drawn for them. */
static void
read_phases (GuatuPlanner *self)
{
  while (guatu_xml_child (self->foreign.xml, 1))
    guatu_foreign_note (&self->foreign, guatu_xml_line (self->foreign.xml), "phase",
                        guatu_foreign_attribute (&self->foreign, "name"),
                        _("a phase without dates is not carried over"));
}

static void
read_element (GuatuPlanner *self, const char *name)
{
  if (g_str_equal (name, "properties"))
    read_properties (self);
  else if (g_str_equal (name, "phases"))
    read_phases (self);
  else if (g_str_equal (name, "calendars"))
    guatu_planner_read_calendars (self);
  else if (g_str_equal (name, "tasks"))
    guatu_planner_read_tasks (self);
  else if (g_str_equal (name, "resource-groups"))
    guatu_planner_read_groups (self);
  else if (g_str_equal (name, "resources"))
    guatu_planner_read_resources (self);
  else if (g_str_equal (name, "allocations"))
    guatu_planner_read_allocations (self);
  else
    guatu_foreign_drop (&self->foreign, name);
}

GuatuPlan *
guatu_planner_read (GuatuXml *xml, const GuatuImportOptions *options, GuatuNotes *notes, GError **error)
{
  GuatuPlanner self = { 0 };
  GuatuPlan *plan = NULL;

  guatu_foreign_init (&self.foreign, xml, options, notes);
  self.groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  read_head (&self);
  while (guatu_xml_child (xml, 0))
    read_element (&self, guatu_xml_name (xml));
  if (guatu_planner_choose_calendar (&self, error))
    {
      guatu_planner_make_durations (&self);
      plan = guatu_foreign_finish (&self.foreign, error);
    }

  g_free (self.calendar);
  g_hash_table_unref (self.groups);
  guatu_foreign_clear (&self.foreign);
  return plan;
}
