/* guatu-gan-read.c — GanttProject's file into a plan. */
#include "guatu-gan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
function_free (gpointer data)
{
  GuatuGanFunction *function = data;

  g_free (function->role);
  g_free (function);
}

gboolean
guatu_gan_date (const char *text, GuatuInstant *instant)
{
  return guatu_instant_parse (text, 8 * GUATU_HOUR, instant);
}

static GuatuCustomKind
custom_kind (const char *type)
{
  if (g_str_equal (type, "int") || g_str_equal (type, "double"))
    return GUATU_CUSTOM_NUMBER;
  if (g_str_equal (type, "date"))
    return GUATU_CUSTOM_DATE;
  if (g_str_equal (type, "boolean"))
    return GUATU_CUSTOM_FLAG;
  return GUATU_CUSTOM_TEXT;
}

void
guatu_gan_define_field (GuatuGan *self, GuatuCustomOwner owner, const char *id_attribute, const char *type_attribute)
{
  GuatuForeign *foreign = &self->foreign;

  guatu_foreign_add_field (foreign, owner, guatu_foreign_attribute (foreign, id_attribute),
                           guatu_foreign_attribute (foreign, "name"),
                           custom_kind (guatu_foreign_attribute (foreign, type_attribute)));
}

static void
read_head (GuatuGan *self)
{
  GuatuForeign *foreign = &self->foreign;
  const char *link = guatu_foreign_attribute (foreign, "webLink");

  guatu_foreign_set_text (foreign, GUATU_TABLE_PLAN, 0, GUATU_PLAN_TITLE, guatu_foreign_attribute (foreign, "name"));
  guatu_foreign_set_text (foreign, GUATU_TABLE_PLAN, 0, GUATU_PLAN_COMPANY,
                          guatu_foreign_attribute (foreign, "company"));
  /* What the program fills in where nobody has written anything. */
  if (link[0] != '\0' && !g_str_equal (link, "http://") && !g_str_equal (link, "https://"))
    guatu_foreign_note (foreign, guatu_xml_line (foreign->xml), "project/@webLink", NULL,
                        _("a plan has no link to a document; “%s” was left out"), link);
}

static void
read_element (GuatuGan *self, const char *name)
{
  GuatuForeign *foreign = &self->foreign;

  if (g_str_equal (name, "description"))
    guatu_foreign_set_text (foreign, GUATU_TABLE_PLAN, 0, GUATU_PLAN_NOTE, guatu_xml_text (foreign->xml));
  else if (g_str_equal (name, "calendars"))
    guatu_gan_read_calendars (self);
  else if (g_str_equal (name, "tasks"))
    guatu_gan_read_tasks (self);
  else if (g_str_equal (name, "resources"))
    guatu_gan_read_resources (self);
  else if (g_str_equal (name, "allocations"))
    guatu_gan_read_allocations (self);
  else if (g_str_equal (name, "vacations"))
    guatu_gan_read_vacations (self);
  else if (g_str_equal (name, "previous"))
    guatu_gan_read_baselines (self);
  else if (g_str_equal (name, "roles"))
    guatu_gan_read_roles (self);
  else
    guatu_foreign_drop (foreign, name);
}

/* The plan starts with its first task: the file has no start of its own. */
static void
make_start (GuatuGan *self)
{
  GuatuForeign *foreign = &self->foreign;
  GuatuInstant today = foreign->options->today;
  GuatuInstant first = GUATU_NONE;

  for (guint task = 0; task < foreign->lines->len; task++)
    {
      GuatuInstant start = guatu_plan_task_number (foreign->plan, (gint32) task, GUATU_TASK_RECORDED_START);

      if (start != GUATU_NONE)
        first = first == GUATU_NONE ? start : MIN (first, start);
    }
  guatu_foreign_set_number (foreign, GUATU_TABLE_PLAN, 0, GUATU_PLAN_START,
                            first != GUATU_NONE ? first : guatu_instant_day (today) * GUATU_DAY + 8 * GUATU_HOUR);
}

/* An XML whose root is called “project” may be anybody's. */
static gboolean
check_is_gan (GuatuGan *self, gboolean tasks, GError **error)
{
  if (tasks || self->foreign.lines->len > 0)
    return TRUE;

  /* A file that is broken off says so itself. */
  if (!guatu_xml_check (self->foreign.xml, error))
    return FALSE;
  g_set_error_literal (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID,
                       _("This XML is no plan of GanttProject’s: there is no list of tasks in it."));
  return FALSE;
}

GuatuPlan *
guatu_gan_read (GuatuXml *xml, const GuatuImportOptions *options, GuatuNotes *notes, GError **error)
{
  GuatuGan self = { .calendar = -1 };
  GuatuPlan *plan = NULL;
  gboolean tasks = FALSE;

  guatu_foreign_init (&self.foreign, xml, options, notes);
  self.roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.functions = g_ptr_array_new_with_free_func (function_free);

  read_head (&self);
  while (guatu_xml_child (xml, 0))
    {
      const char *name = guatu_xml_name (xml);

      tasks |= g_str_equal (name, "tasks");
      /* The calendar is what durations count on; a file without one works from Monday to Friday. */
      if (self.calendar < 0 && (g_str_equal (name, "tasks") || g_str_equal (name, "resources")))
        guatu_gan_read_calendars (&self);
      read_element (&self, name);
    }
  if (check_is_gan (&self, tasks, error))
    {
      guatu_gan_name_functions (&self);
      guatu_gan_record_finishes (&self);
      make_start (&self);
      plan = guatu_foreign_finish (&self.foreign, error);
    }

  g_hash_table_unref (self.roles);
  g_ptr_array_unref (self.functions);
  guatu_foreign_clear (&self.foreign);
  return plan;
}
