/* guatu-gan-people.c — GanttProject's resources, who is assigned to what, and when they are away. */
#include "guatu-gan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PERSON GUATU_TABLE_PERSON

/* A hundred people at once, as the plan's own limit is. */
#define MAX_LOAD 1000000

static void
remember_function (GuatuGan *self, GuatuTable table, gint32 row, gint32 person)
{
  GuatuGanFunction *function = g_new0 (GuatuGanFunction, 1);

  function->table = table;
  function->row = row;
  function->person = person;
  function->role = g_strdup (guatu_foreign_attribute (&self->foreign, "function"));
  g_ptr_array_add (self->functions, function);
}

static void
read_resource_children (GuatuGan *self, gint32 person)
{
  GuatuForeign *foreign = &self->foreign;
  int depth = guatu_xml_depth (foreign->xml);

  while (guatu_xml_child (foreign->xml, depth))
    {
      if (g_str_equal (guatu_xml_name (foreign->xml), "custom-property"))
        guatu_foreign_add_value (foreign, GUATU_CUSTOM_OF_PEOPLE, person,
                                 guatu_foreign_attribute (foreign, "definition-id"),
                                 guatu_foreign_attribute (foreign, "value"));
      else if (g_str_equal (guatu_xml_name (foreign->xml), "rate"))
        guatu_foreign_drop (foreign, "resource/rate");
      else
        guatu_foreign_drop (foreign, guatu_xml_name (foreign->xml));
    }
}

static void
read_resource (GuatuGan *self)
{
  GuatuForeign *foreign = &self->foreign;
  gint32 person = guatu_foreign_add_person (foreign, guatu_foreign_attribute (foreign, "id"),
                                            guatu_foreign_attribute (foreign, "name"));
  const char *phone = guatu_foreign_attribute (foreign, "phone");

  guatu_foreign_set_text (foreign, PERSON, person, GUATU_PERSON_EMAIL, guatu_foreign_attribute (foreign, "contacts"));
  if (phone[0] != '\0')
    {
      g_autofree char *note = g_strdup_printf (_("Telephone: %s"), phone);

      guatu_foreign_set_text (foreign, PERSON, person, GUATU_PERSON_NOTE, note);
    }
  remember_function (self, PERSON, person, person);
  read_resource_children (self, person);
}

void
guatu_gan_read_resources (GuatuGan *self)
{
  GuatuForeign *foreign = &self->foreign;
  int depth = guatu_xml_depth (foreign->xml);

  while (guatu_xml_child (foreign->xml, depth))
    {
      if (g_str_equal (guatu_xml_name (foreign->xml), "resource"))
        read_resource (self);
      else if (g_str_equal (guatu_xml_name (foreign->xml), "custom-property-definition"))
        guatu_gan_define_field (self, GUATU_CUSTOM_OF_PEOPLE, "id", "type");
      else
        guatu_foreign_drop (foreign, guatu_xml_name (foreign->xml));
    }
}

/* Who is responsible has that role beside the one in which they work. GanttProject's dates never wait for
 * anybody, so no work is given: it would move the tasks. */
static void
read_allocation (GuatuGan *self)
{
  GuatuForeign *foreign = &self->foreign;
  const char *task = guatu_foreign_attribute (foreign, "task-id");
  const char *person = guatu_foreign_attribute (foreign, "resource-id");
  const char *load = guatu_foreign_attribute (foreign, "load");
  gint64 share = 10000;
  gint32 row;

  if (load[0] != '\0' && !guatu_foreign_percent (load, MAX_LOAD, &share))
    guatu_foreign_note (foreign, guatu_xml_line (foreign->xml), "allocation", NULL,
                        _("“%s” is no load in percent; 100%% were supposed"), load);

  row = guatu_foreign_assign (foreign, task, person, GUATU_ROLE_RESOURCE, share);
  if (row < 0)
    return;
  remember_function (self, GUATU_TABLE_ASSIGNMENT, row, guatu_foreign_find (foreign->people, person));
  if (guatu_foreign_is_true (foreign, "responsible"))
    guatu_foreign_assign (foreign, task, person, GUATU_ROLE_RESPONSIBLE_PERSON, 10000);
}

void
guatu_gan_read_allocations (GuatuGan *self)
{
  GuatuXml *xml = self->foreign.xml;
  int depth = guatu_xml_depth (xml);

  while (guatu_xml_child (xml, depth))
    read_allocation (self);
}

/* Vacations -------------------------------------------------------------------------------------------- */

/* A person who is away has a calendar of their own, which is the plan's but for those days. */
static gint32
own_calendar (GuatuGan *self, gint32 person)
{
  GuatuForeign *foreign = &self->foreign;
  gint32 row = (gint32) guatu_plan_number (foreign->plan, PERSON, person, GUATU_PERSON_CALENDAR);
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;

  if (row >= 0)
    return row;
  id = g_strdup_printf ("resource-%s", guatu_plan_string (foreign->plan, PERSON, person, GUATU_PERSON_SOURCE_UID));
  name = g_strdup (guatu_plan_string (foreign->plan, PERSON, person, GUATU_PERSON_NAME));
  row = guatu_foreign_add_calendar (foreign, id, name);
  if (self->calendar >= 0)
    guatu_plan_set (foreign->plan, GUATU_TABLE_CALENDAR, row, GUATU_CALENDAR_BASE,
                    GUATU_INTEGER (guatu_plan_id (foreign->plan, GUATU_TABLE_CALENDAR, self->calendar)));
  guatu_plan_set (foreign->plan, PERSON, person, GUATU_PERSON_CALENDAR,
                  GUATU_INTEGER (guatu_plan_id (foreign->plan, GUATU_TABLE_CALENDAR, row)));
  return row;
}

static void
read_vacation (GuatuGan *self)
{
  GuatuForeign *foreign = &self->foreign;
  const char *id = guatu_foreign_attribute (foreign, "resourceid");
  gint32 person = guatu_foreign_find (foreign->people, id);
  GuatuInstant from, to;
  gint32 row;

  if (person < 0 || !guatu_instant_parse (guatu_foreign_attribute (foreign, "start"), 0, &from) ||
      !guatu_instant_parse (guatu_foreign_attribute (foreign, "end"), 0, &to) || to < from)
    {
      guatu_foreign_note (foreign, guatu_xml_line (foreign->xml), "vacation", id,
                          person < 0 ? _("there is no such resource; it was left out")
                                     : _("its dates are not understood; it was left out"));
      return;
    }
  row = guatu_foreign_insert (foreign, GUATU_TABLE_CALENDAR_EXCEPTION, GUATU_CALENDAR_EXCEPTION_CALENDAR,
                              GUATU_TABLE_CALENDAR, own_calendar (self, person));
  guatu_foreign_set_number (foreign, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_FROM_DATE, from);
  guatu_foreign_set_number (foreign, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_TO_DATE, to);
  guatu_foreign_set_text (foreign, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_NAME, _("Vacation"));
}

void
guatu_gan_read_vacations (GuatuGan *self)
{
  GuatuXml *xml = self->foreign.xml;
  int depth = guatu_xml_depth (xml);

  while (guatu_xml_child (xml, depth))
    read_vacation (self);
}

/* Roles ------------------------------------------------------------------------------------------------ */

void
guatu_gan_read_roles (GuatuGan *self)
{
  GuatuForeign *foreign = &self->foreign;
  int depth = guatu_xml_depth (foreign->xml);

  while (guatu_xml_child (foreign->xml, depth))
    {
      const char *id = guatu_foreign_attribute (foreign, "id");
      const char *name = guatu_foreign_attribute (foreign, "name");

      if (id[0] != '\0' && name[0] != '\0')
        g_hash_table_replace (self->roles, g_strdup (id), g_strdup (name));
    }
}

/* The name of a role; "Default:0" says nothing. */
static const char *
role_name (GuatuGan *self, const char *id)
{
  const char *name = g_hash_table_lookup (self->roles, id);

  if (name == NULL && g_str_equal (id, "Default:1"))
    return _("Project manager");
  return name != NULL ? name : "";
}

/* Roles of GanttProject's own lists have no name in the file. */
static void
note_unknown_role (GuatuGan *self, const GuatuGanFunction *function)
{
  if (function->table == PERSON && function->role[0] != '\0' && !g_str_equal (function->role, "Default:0"))
    guatu_foreign_note (&self->foreign, 0, "resource",
                        guatu_plan_string (self->foreign.plan, PERSON, function->row, GUATU_PERSON_NAME),
                        _("the file does not say what the role “%s” is called; it was left out"), function->role);
}

/* An assignment's function is told where it is not the person's own. */
void
guatu_gan_name_functions (GuatuGan *self)
{
  for (guint i = 0; i < self->functions->len; i++)
    {
      const GuatuGanFunction *function = g_ptr_array_index (self->functions, i);
      const char *name = role_name (self, function->role);

      if (name[0] == '\0')
        note_unknown_role (self, function);
      else if (function->table == PERSON)
        guatu_foreign_set_text (&self->foreign, PERSON, function->row, GUATU_PERSON_POST, name);
      else if (!g_str_equal (name, guatu_plan_string (self->foreign.plan, PERSON, function->person,
                                                      GUATU_PERSON_POST)))
        guatu_foreign_set_text (&self->foreign, GUATU_TABLE_ASSIGNMENT, function->row, GUATU_ASSIGNMENT_NOTE, name);
    }
}
