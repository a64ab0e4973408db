/* guatu-planner-people.c — GNOME Planner's resources, their groups, and who is assigned to what. */
#include "guatu-planner-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PERSON GUATU_TABLE_PERSON

/* A hundred people at once, as the plan's own limit is. */
#define MAX_UNITS 1000000

void
guatu_planner_read_groups (GuatuPlanner *self)
{
  GuatuForeign *foreign = &self->foreign;

  while (guatu_xml_child (foreign->xml, 1))
    {
      const char *id = guatu_foreign_attribute (foreign, "id");
      const char *name = guatu_foreign_attribute (foreign, "name");

      g_hash_table_replace (self->groups, g_strdup (id), g_strdup (name));
      guatu_foreign_drop_attribute (foreign, "admin-name", "group/@admin-name");
      guatu_foreign_drop_attribute (foreign, "admin-phone", "group/@admin-phone");
      guatu_foreign_drop_attribute (foreign, "admin-email", "group/@admin-email");
    }
}

static void
drop_amount (GuatuForeign *foreign, const char *attribute, const char *what)
{
  const char *text = guatu_foreign_attribute (foreign, attribute);
  double amount = 0;

  if (text[0] != '\0' && (!guatu_foreign_decimal (text, &amount) || amount != 0))
    guatu_foreign_drop (foreign, what);
}

static void
set_calendar (GuatuForeign *foreign, gint32 person)
{
  const char *id = guatu_foreign_attribute (foreign, "calendar");
  gint32 calendar = guatu_foreign_find (foreign->calendars, id);

  if (calendar >= 0)
    guatu_plan_set (foreign->plan, PERSON, person, GUATU_PERSON_CALENDAR,
                    GUATU_INTEGER (guatu_plan_id (foreign->plan, GUATU_TABLE_CALENDAR, calendar)));
  else if (id[0] != '\0')
    guatu_foreign_note (foreign, guatu_xml_line (foreign->xml), "resource",
                        guatu_plan_string (foreign->plan, PERSON, person, GUATU_PERSON_NAME),
                        _("there is no calendar “%s”; the plan’s was supposed"), id);
}

static void
read_resource (GuatuPlanner *self)
{
  GuatuForeign *foreign = &self->foreign;
  int depth = guatu_xml_depth (foreign->xml);
  gint32 person = guatu_foreign_add_person (foreign, guatu_foreign_attribute (foreign, "id"),
                                            guatu_foreign_attribute (foreign, "name"));
  const char *group = g_hash_table_lookup (self->groups, guatu_foreign_attribute (foreign, "group"));

  if (g_str_equal (guatu_foreign_attribute (foreign, "type"), "2"))
    guatu_foreign_set_number (foreign, PERSON, person, GUATU_PERSON_KIND, GUATU_PERSON_KIND_MATERIAL);
  guatu_foreign_set_text (foreign, PERSON, person, GUATU_PERSON_INITIALS,
                          guatu_foreign_attribute (foreign, "short-name"));
  guatu_foreign_set_text (foreign, PERSON, person, GUATU_PERSON_EMAIL, guatu_foreign_attribute (foreign, "email"));
  guatu_foreign_set_text (foreign, PERSON, person, GUATU_PERSON_NOTE, guatu_foreign_attribute (foreign, "note"));
  guatu_foreign_set_text (foreign, PERSON, person, GUATU_PERSON_GROUP_NAME, group != NULL ? group : "");
  drop_amount (foreign, "std-rate", "resource/@std-rate");
  drop_amount (foreign, "units", "resource/@units");
  set_calendar (foreign, person);

  while (guatu_xml_child (foreign->xml, depth))
    if (g_str_equal (guatu_xml_name (foreign->xml), "properties"))
      guatu_planner_read_values (self, GUATU_CUSTOM_OF_PEOPLE, person);
    else
      guatu_foreign_drop (foreign, guatu_xml_name (foreign->xml));
}

void
guatu_planner_read_resources (GuatuPlanner *self)
{
  while (guatu_xml_child (self->foreign.xml, 1))
    read_resource (self);
}

/* The dates already hold what the work at these units comes to. Work on the assignment itself would move them
 * once more, so only the share is kept. */
void
guatu_planner_read_allocations (GuatuPlanner *self)
{
  GuatuForeign *foreign = &self->foreign;

  while (guatu_xml_child (foreign->xml, 1))
    {
      const char *units = guatu_foreign_attribute (foreign, "units");
      gint64 share = 10000;

      if (units[0] != '\0' && !guatu_foreign_percent (units, MAX_UNITS, &share))
        guatu_foreign_note (foreign, guatu_xml_line (foreign->xml), "allocation", NULL,
                            _("“%s” is no share in percent; 100%% were supposed"), units);
      guatu_foreign_assign (foreign, guatu_foreign_attribute (foreign, "task-id"),
                            guatu_foreign_attribute (foreign, "resource-id"), GUATU_ROLE_RESOURCE, share);
    }
}
