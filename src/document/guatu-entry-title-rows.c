/* guatu-entry-title-rows.c — what was done to a row: added, set or removed. */
#include "guatu-entry-title-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Sets -------------------------------------------------------------------------------------------------- */

/* Field and value of the n-th setting, as people read them; FALSE where there is none that this program knows. */
static gboolean
setting_of (JsonObject *arguments, GuatuTable table, guint i, char **label, char **value)
{
  JsonNode *node = json_object_get_member (arguments, "set");
  JsonArray *set = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonObject *one;
  int field;

  if (set == NULL || i >= json_array_get_length (set) || !JSON_NODE_HOLDS_OBJECT (json_array_get_element (set, i)))
    return FALSE;

  one = json_array_get_object_element (set, i);
  field = guatu_field_find (table, guatu_title_text (one, "field"));
  if (field < 0)
    return FALSE;
  *label = guatu_label_in_sentence (_(guatu_field (table, (guint) field)->label));
  *value = guatu_value_label (guatu_field (table, (guint) field), guatu_title_text (one, "value"));
  return TRUE;
}

/* "duration 34 d, deadline 2022-12-20 17:00". */
static char *
list_settings (JsonObject *arguments, GuatuTable table)
{
  char *list = NULL;
  char *label, *value;

  for (guint i = 0; setting_of (arguments, table, i, &label, &value); i++)
    {
      /* Translators: a field and its new value, in a list. */
      g_autofree char *item = g_strdup_printf (value[0] != '\0' ? _("%s %s") : _("%s empty"), label, value);
      g_autofree char *shorter = list;

      /* Translators: a list, and one more item. */
      list = shorter != NULL ? g_strdup_printf (_("%s, %s"), shorter, item) : g_steal_pointer (&item);
      g_free (label);
      g_free (value);
    }
  return list;
}

/* @name: the field and its task, or person. */
static char *
value_title (const char *name, const char *value)
{
  if (value[0] == '\0')
    return g_strdup_printf (_("Empty custom field “%s”"), name);
  /* Translators: a custom field of a task, and its new value: Fill in “Code · Bridge”: K-17 */
  return g_strdup_printf (_("Fill in “%s”: %s"), name, value);
}

static char *
set_title (JsonObject *arguments, GuatuTable table)
{
  const char *name = guatu_title_text (arguments, "name");
  g_autofree char *list = NULL;
  g_autofree char *label = NULL;
  g_autofree char *value = NULL;
  g_autofree char *second_label = NULL;
  g_autofree char *second_value = NULL;

  if (name[0] == '\0')
    name = _(guatu_table_info (table)->label);
  if (!setting_of (arguments, table, 0, &label, &value))
    return g_strdup_printf (_("Change “%s”"), name);

  /* These are called by the task that they are about. */
  if (table == GUATU_TABLE_CUSTOM_VALUE)
    return value_title (name, value);
  if (table == GUATU_TABLE_REPORT || table == GUATU_TABLE_TASK_TARGET)
    {
      list = list_settings (arguments, table);
      if (table == GUATU_TABLE_REPORT)
        /* Translators: the task, then what was changed: a report of “Bridge”: share done 40% */
        return g_strdup_printf (_("Change a report of “%s”: %s"), name, list);
      return g_strdup_printf (_("Change a monthly target of “%s”: %s"), name, list);
    }

  /* A rule is one thing, however many fields it takes. */
  if (table == GUATU_TABLE_RECURRENCE)
    return g_strdup_printf (_("Change when “%s” repeats"), name);

  if (setting_of (arguments, table, 1, &second_label, &second_value))
    {
      list = list_settings (arguments, table);
      if (table == GUATU_TABLE_PLAN)
        return g_strdup_printf (_("Change the plan: %s"), list);
      /* Translators: the row, then what was changed: “Bridge”: duration 34 d, deadline 2022-12-20 */
      return g_strdup_printf (_("Change “%s”: %s"), name, list);
    }
  if (table == GUATU_TABLE_PLAN && value[0] == '\0')
    return g_strdup_printf (_("Clear %s of the plan"), label);
  if (table == GUATU_TABLE_PLAN)
    return g_strdup_printf (_("Set %s of the plan to %s"), label, value);
  if (value[0] == '\0')
    /* Translators: a field and the row: Clear deadline of “Bridge” */
    return g_strdup_printf (_("Clear %s of “%s”"), label, name);
  /* Translators: a field, the row and the new value: Set duration of “Bridge” to 34 d */
  return g_strdup_printf (_("Set %s of “%s” to %s"), label, name, value);
}

/* The new value of the field in a list of settings, as people read it; "" if it is not among them. Free it. */
static char *
value_set (JsonObject *arguments, GuatuTable table, guint field)
{
  g_autofree char *wanted = guatu_label_in_sentence (_(guatu_field (table, field)->label));
  char *label, *value;

  for (guint i = 0; setting_of (arguments, table, i, &label, &value); i++)
    {
      gboolean found = g_str_equal (label, wanted);

      g_free (label);
      if (found)
        return value;
      g_free (value);
    }
  return g_strdup ("");
}

/* Rows --------------------------------------------------------------------------------------------------- */

/* What hangs on another row. */
static char *
add_part_title (JsonObject *arguments, GuatuTable table)
{
  const char *name = guatu_title_text (arguments, "name");
  g_autofree char *value = NULL;

  switch ((int) table)
    {
    case GUATU_TABLE_CALENDAR_DAY:
    case GUATU_TABLE_CALENDAR_HOURS:
      return g_strdup (_("Add working hours"));
    case GUATU_TABLE_MEMBERSHIP:
      return g_strdup (_("Add a member to a unit"));
    case GUATU_TABLE_LEDGER_ITEM:
      return g_strdup (_("Put a task on a ledger"));
    case GUATU_TABLE_CALENDAR_WEEK:
      return g_strdup (_("Add a working week"));
    case GUATU_TABLE_TASK_SPLIT:
      return g_strdup (_("Interrupt a task"));
    case GUATU_TABLE_CUSTOM_VALUE:
      if (name[0] == '\0')
        return g_strdup (_("Fill in a custom field"));
      value = value_set (arguments, GUATU_TABLE_CUSTOM_VALUE, GUATU_CUSTOM_VALUE_VALUE);
      return value_title (name, value);
    case GUATU_TABLE_LIGHT_OVERRIDE:
      return g_strdup (_("Set a light by hand"));
    case GUATU_TABLE_TASK_TARGET:
      return name[0] != '\0' ? g_strdup_printf (_("Add a monthly target of “%s”"), name)
                             : g_strdup (_("Add a monthly target"));
    case GUATU_TABLE_SPONSORSHIP:
      return g_strdup_printf (_("Add sponsorship “%s”"), name);
    case GUATU_TABLE_RECURRENCE:
      return name[0] != '\0' ? g_strdup_printf (_("Have “%s” repeat"), name) : g_strdup (_("Have a task repeat"));
    default:
      return NULL;
    }
}

static char *
add_title (JsonObject *arguments, GuatuTable table)
{
  const char *name = guatu_title_text (arguments, "name");

  switch ((int) table)
    {
    case GUATU_TABLE_TASK:
      return g_strdup_printf (_("Add task “%s”"), name);
    case GUATU_TABLE_UNIT:
      return g_strdup_printf (_("Add unit “%s”"), name);
    case GUATU_TABLE_PERSON:
      return g_strdup_printf (_("Add person “%s”"), name);
    case GUATU_TABLE_PHASE:
      return g_strdup_printf (_("Add phase “%s”"), name);
    case GUATU_TABLE_LEDGER:
      return g_strdup_printf (_("Add ledger “%s”"), name);
    case GUATU_TABLE_CATEGORY:
      return g_strdup_printf (_("Add category “%s”"), name);
    case GUATU_TABLE_KEY_NODE:
      return g_strdup_printf (_("Add key node “%s”"), name);
    case GUATU_TABLE_CALENDAR:
      return g_strdup_printf (_("Add calendar “%s”"), name);
    case GUATU_TABLE_CALENDAR_EXCEPTION:
      return g_strdup_printf (_("Add calendar exception “%s”"), name);
    case GUATU_TABLE_CUSTOM_FIELD:
      return g_strdup_printf (_("Add custom field “%s”"), name);
    case GUATU_TABLE_LIGHT_RULE_SET:
      return g_strdup_printf (_("Add light rules “%s”"), name);
    default:
      return add_part_title (arguments, table);
    }
}

static char *
remove_task_title (JsonObject *arguments)
{
  gint64 subtasks = guatu_title_number (arguments, "subtasks");
  const char *name = guatu_title_text (arguments, "name");

  if (subtasks <= 0)
    return g_strdup_printf (_("Remove task “%s”"), name);
  return g_strdup_printf (ngettext ("Remove task “%s” and its %u subtask", "Remove task “%s” and its %u subtasks",
                                    (gulong) subtasks), name, (guint) subtasks);
}

/* What hangs on another row. */
static char *
remove_part_title (JsonObject *arguments, GuatuTable table)
{
  const char *name = guatu_title_text (arguments, "name");

  switch ((int) table)
    {
    case GUATU_TABLE_CALENDAR_DAY:
    case GUATU_TABLE_CALENDAR_HOURS:
      return g_strdup (_("Remove working hours"));
    case GUATU_TABLE_MEMBERSHIP:
      return g_strdup_printf (_("End membership “%s”"), name);
    case GUATU_TABLE_LEDGER_ITEM:
      return g_strdup_printf (_("Remove “%s”"), name);
    case GUATU_TABLE_LINK:
      return g_strdup_printf (_("Remove link “%s”"), name);
    case GUATU_TABLE_ASSIGNMENT:
      return g_strdup_printf (_("Remove assignment “%s”"), name);
    case GUATU_TABLE_REPORT:
      return g_strdup_printf (_("Remove a report of “%s”"), name);
    case GUATU_TABLE_CALENDAR_WEEK:
      return g_strdup_printf (_("Remove working week “%s”"), name);
    case GUATU_TABLE_TASK_SPLIT:
      return g_strdup_printf (_("Remove an interruption of “%s”"), name);
    case GUATU_TABLE_CUSTOM_VALUE:
      return g_strdup_printf (_("Empty custom field “%s”"), name);
    case GUATU_TABLE_LIGHT_OVERRIDE:
      return g_strdup_printf (_("Remove the light set by hand on “%s”"), name);
    case GUATU_TABLE_TASK_TARGET:
      return g_strdup_printf (_("Remove a monthly target of “%s”"), name);
    case GUATU_TABLE_SPONSORSHIP:
      return g_strdup_printf (_("End sponsorship “%s”"), name);
    case GUATU_TABLE_RECURRENCE:
      return g_strdup_printf (_("Have “%s” repeat no more"), name);
    default:
      return NULL;
    }
}

static char *
remove_title (JsonObject *arguments, GuatuTable table)
{
  const char *name = guatu_title_text (arguments, "name");

  switch ((int) table)
    {
    case GUATU_TABLE_TASK:
      return remove_task_title (arguments);
    case GUATU_TABLE_UNIT:
      return g_strdup_printf (_("Remove unit “%s”"), name);
    case GUATU_TABLE_PERSON:
      return g_strdup_printf (_("Remove person “%s”"), name);
    case GUATU_TABLE_PHASE:
      return g_strdup_printf (_("Remove phase “%s”"), name);
    case GUATU_TABLE_LEDGER:
      return g_strdup_printf (_("Remove ledger “%s”"), name);
    case GUATU_TABLE_CATEGORY:
      return g_strdup_printf (_("Remove category “%s”"), name);
    case GUATU_TABLE_KEY_NODE:
      return g_strdup_printf (_("Remove key node “%s”"), name);
    case GUATU_TABLE_CALENDAR:
      return g_strdup_printf (_("Remove calendar “%s”"), name);
    case GUATU_TABLE_CALENDAR_EXCEPTION:
      return g_strdup_printf (_("Remove calendar exception “%s”"), name);
    case GUATU_TABLE_BASELINE:
      return g_strdup_printf (_("Drop baseline “%s”"), name);
    case GUATU_TABLE_CUSTOM_FIELD:
      return g_strdup_printf (_("Remove custom field “%s”"), name);
    case GUATU_TABLE_LIGHT_RULE_SET:
      return g_strdup_printf (_("Remove light rules “%s”"), name);
    default:
      return remove_part_title (arguments, table);
    }
}

char *
guatu_title_of_row (const char *kind, JsonObject *arguments)
{
  const char *dash = strrchr (kind, '-');
  g_autofree char *table_name = NULL;
  int table;

  if (dash == NULL)
    return NULL;
  table_name = g_strndup (kind, dash - kind);
  table = guatu_table_find (table_name);
  if (table < 0)
    return NULL;

  if (g_str_equal (dash, "-add"))
    return add_title (arguments, (GuatuTable) table);
  if (g_str_equal (dash, "-remove"))
    return remove_title (arguments, (GuatuTable) table);
  if (!g_str_equal (dash, "-set"))
    return NULL;
  return set_title (arguments, (GuatuTable) table);
}
