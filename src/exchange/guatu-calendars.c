/* guatu-calendars.c — the calendars that ship with the program, and the empty plan to start from. */
#include "guatu-samples.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "guatu-field-text.h"
#include "guatu-id.h"
#include "guatu-shipped.h"

const char * const *
guatu_calendar_slugs (void)
{
  static const char * const slugs[] = { "standard", "china", "six-day", "every-day", "24-hours", NULL };

  return slugs;
}

/* The text in the plan's language of {"en": …, "zh_CN": …}, or a plain text. */
static const char *
text_of (JsonNode *node, const char *language)
{
  JsonObject *texts;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_string (node);

  texts = json_node_get_object (node);
  if (json_object_has_member (texts, language))
    return json_object_get_string_member (texts, language);

  return json_object_get_string_member (texts, g_str_has_prefix (language, "zh") ? "zh_CN" : "en");
}

/* Sets the members of @object that are fields of @table; others hold rows of their own. */
static gboolean
set_fields (GuatuPlan *plan, GuatuTable table, gint32 row, JsonObject *object, GError **error)
{
  const char *language = guatu_plan_text (plan, guatu_plan_settings (plan)->language);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    {
      int field = guatu_field_find (table, name);
      GuatuValue value;

      if (field < 0)
        continue;

      if (json_node_get_value_type (node) == G_TYPE_INT64)
        {
          value = GUATU_INTEGER (json_node_get_int (node));
          if (!guatu_field_check (guatu_field (table, (guint) field), value, error))
            return FALSE;
        }
      else if (!guatu_field_parse (plan, table, (guint) field, text_of (node, language), &value, error))
        {
          return FALSE;
        }
      guatu_plan_set (plan, table, row, (guint) field, value);
    }

  return TRUE;
}

/* The plan may hold any ids, written by anyone. */
static gint32
insert_fresh (GuatuPlan *plan, GuatuTable table)
{
  gint64 id;

  do
    id = guatu_id_next ();
  while (guatu_plan_find (plan, table, id) >= 0);

  return guatu_plan_insert (plan, table, id);
}

static gint32
insert (GuatuPlan *plan, GuatuTable table, guint owner_field, GuatuTable owner_table, gint32 owner)
{
  gint32 row = insert_fresh (plan, table);

  guatu_plan_set (plan, table, row, owner_field, GUATU_INTEGER (guatu_plan_id (plan, owner_table, owner)));

  return row;
}

/* [["08:00", "12:00"], …] of a weekday or an exception. */
static gboolean
add_hours (GuatuPlan *plan, GuatuTable owner_table, gint32 owner, guint owner_field, JsonArray *hours, GError **error)
{
  for (guint i = 0; i < json_array_get_length (hours); i++)
    {
      JsonArray *span = json_array_get_array_element (hours, i);
      gint32 row = insert (plan, GUATU_TABLE_CALENDAR_HOURS, owner_field, owner_table, owner);

      for (guint end = 0; end < 2; end++)
        {
          guint field = end == 0 ? GUATU_CALENDAR_HOURS_FROM_TIME : GUATU_CALENDAR_HOURS_TO_TIME;
          GuatuValue value;

          if (!guatu_field_parse (plan, GUATU_TABLE_CALENDAR_HOURS, field,
                                  json_array_get_string_element (span, end), &value, error))
            return FALSE;
          guatu_plan_set (plan, GUATU_TABLE_CALENDAR_HOURS, row, field, value);
        }
    }

  return TRUE;
}

/* The "days" or "exceptions" of a calendar, each with its hours. */
static gboolean
add_days (GuatuPlan *plan, gint32 calendar, JsonObject *object, gboolean exceptions, GError **error)
{
  const char *member = exceptions ? "exceptions" : "days";
  GuatuTable table = exceptions ? GUATU_TABLE_CALENDAR_EXCEPTION : GUATU_TABLE_CALENDAR_DAY;
  guint owner_field = exceptions ? GUATU_CALENDAR_EXCEPTION_CALENDAR : GUATU_CALENDAR_DAY_CALENDAR;
  guint hours_field = exceptions ? GUATU_CALENDAR_HOURS_EXCEPTION : GUATU_CALENDAR_HOURS_DAY;
  JsonArray *days;

  if (!json_object_has_member (object, member))
    return TRUE;

  days = json_object_get_array_member (object, member);
  for (guint i = 0; i < json_array_get_length (days); i++)
    {
      JsonObject *day = json_array_get_object_element (days, i);
      gint32 row = insert (plan, table, owner_field, GUATU_TABLE_CALENDAR, calendar);

      if (!set_fields (plan, table, row, day, error))
        return FALSE;
      if (json_object_has_member (day, "hours")
          && !add_hours (plan, table, row, hours_field, json_object_get_array_member (day, "hours"), error))
        return FALSE;
    }

  return TRUE;
}

/* The first calendar of what is shipped under @slug. */
static JsonNode *
load (const char *slug, GError **error)
{
  g_autofree char *path = g_strdup_printf ("/guatu/calendars/%s.json", slug);
  g_autoptr(GBytes) data = NULL;
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  const char *text;
  gsize size;

  data = g_resource_lookup_data (guatu_shipped_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (data == NULL)
    return NULL;

  text = g_bytes_get_data (data, &size);
  if (!json_parser_load_from_data (parser, text, (gssize) size, error))
    return NULL;

  return json_parser_steal_root (parser);
}

static gint32
find_slug (const GuatuPlan *plan, const char *slug)
{
  for (gint32 row = 0; (guint) row < guatu_plan_n_rows (plan, GUATU_TABLE_CALENDAR); row++)
    if (guatu_plan_id (plan, GUATU_TABLE_CALENDAR, row) != 0
        && g_str_equal (guatu_plan_string (plan, GUATU_TABLE_CALENDAR, row, GUATU_CALENDAR_SLUG), slug))
      return row;

  return -1;
}

gint32
guatu_calendar_add (GuatuPlan *plan, const char *slug, GError **error)
{
  g_autoptr(JsonNode) root = NULL;
  JsonObject *calendar;
  gint32 row;

  if (!g_strv_contains (guatu_calendar_slugs (), slug))
    {
      g_autofree char *slugs = g_strjoinv (", ", (char **) guatu_calendar_slugs ());

      g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_NOT_FOUND,
                   _("There is no calendar “%s”; choose one of %s"), slug, slugs);
      return -1;
    }

  row = find_slug (plan, slug);
  if (row >= 0)
    return row;

  root = load (slug, error);
  if (root == NULL)
    return -1;

  calendar = json_array_get_object_element (json_object_get_array_member (json_node_get_object (root), "calendars"), 0);
  row = insert_fresh (plan, GUATU_TABLE_CALENDAR);
  if (!set_fields (plan, GUATU_TABLE_CALENDAR, row, calendar, error)
      || !add_days (plan, row, calendar, FALSE, error)
      || !add_days (plan, row, calendar, TRUE, error))
    return -1;

  return row;
}

GuatuPlan *
guatu_empty_plan_new (const char *title, GuatuInstant start, const char *slug, const char *language, GError **error)
{
  g_autoptr(GuatuPlan) plan = guatu_plan_new ();
  gint32 settings = insert_fresh (plan, GUATU_TABLE_PLAN);
  gint32 calendar;

  guatu_plan_set (plan, GUATU_TABLE_PLAN, settings, GUATU_PLAN_TITLE, GUATU_TEXT (title));
  guatu_plan_set (plan, GUATU_TABLE_PLAN, settings, GUATU_PLAN_START, GUATU_INTEGER (start));
  guatu_plan_set (plan, GUATU_TABLE_PLAN, settings, GUATU_PLAN_LANGUAGE, GUATU_TEXT (language));

  calendar = guatu_calendar_add (plan, slug, error);
  if (calendar < 0)
    return NULL;

  guatu_plan_set (plan, GUATU_TABLE_PLAN, settings, GUATU_PLAN_CALENDAR,
                  GUATU_INTEGER (guatu_plan_id (plan, GUATU_TABLE_CALENDAR, calendar)));
  guatu_plan_settle (plan);

  return g_steal_pointer (&plan);
}
