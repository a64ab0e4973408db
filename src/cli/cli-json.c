/* cli-json.c — lists as JSON: ids as strings, times as ISO 8601, what is unknown as null. */
#include "cli-output.h"

#include "guatu-field-text.h"

void
cli_json_list_begin (CliJsonList *list)
{
  list->n = 0;
  cli_print ("[");
}

JsonBuilder *
cli_json_object (void)
{
  JsonBuilder *object = json_builder_new_immutable ();

  json_builder_begin_object (object);
  return object;
}

char *
cli_json_text (JsonBuilder *object)
{
  g_autoptr(JsonNode) root = NULL;

  json_builder_end_object (object);
  root = json_builder_get_root (object);
  return json_to_string (root, FALSE);
}

void
cli_json_list_add (CliJsonList *list, JsonBuilder *object)
{
  g_autofree char *text = cli_json_text (object);

  cli_print ("%s%s", list->n++ > 0 ? ",\n" : "\n", text);
  g_object_unref (object);
}

void
cli_json_list_end (CliJsonList *list)
{
  cli_print (list->n > 0 ? "\n]" : "]");
}

void
cli_json_string (JsonBuilder *object, const char *name, const char *value)
{
  json_builder_set_member_name (object, name);
  if (value != NULL)
    json_builder_add_string_value (object, value);
  else
    json_builder_add_null_value (object);
}

void
cli_json_boolean (JsonBuilder *object, const char *name, gboolean value)
{
  json_builder_set_member_name (object, name);
  json_builder_add_boolean_value (object, value);
}

void
cli_json_integer (JsonBuilder *object, const char *name, gint64 value)
{
  json_builder_set_member_name (object, name);
  if (value != GUATU_NONE)
    json_builder_add_int_value (object, value);
  else
    json_builder_add_null_value (object);
}

void
cli_json_quotient (JsonBuilder *object, const char *name, gint64 value, gint64 divisor)
{
  if (value == GUATU_NONE || value % divisor == 0)
    {
      cli_json_integer (object, name, value == GUATU_NONE ? GUATU_NONE : value / divisor);
      return;
    }

  json_builder_set_member_name (object, name);
  json_builder_add_double_value (object, (double) value / (double) divisor);
}

void
cli_json_instant (JsonBuilder *object, const char *name, GuatuInstant instant)
{
  g_autofree char *text = instant != GUATU_NONE ? guatu_instant_to_iso (instant) : NULL;

  cli_json_string (object, name, text);
}

void
cli_json_date (JsonBuilder *object, const char *name, GuatuInstant instant)
{
  g_autofree char *text = instant != GUATU_NONE ? guatu_instant_to_iso (instant) : NULL;

  /* The day is the first ten characters. */
  if (text != NULL)
    text[10] = '\0';
  cli_json_string (object, name, text);
}

void
cli_json_id (JsonBuilder *object, const char *name, gint64 id)
{
  g_autofree char *text = id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;

  cli_json_string (object, name, text);
}

void
cli_json_field (JsonBuilder *object, const GuatuPlan *plan, GuatuTable table, gint32 row, guint field)
{
  const GuatuField *info = guatu_field (table, field);
  GuatuValue value = guatu_plan_get (plan, table, row, field);
  g_autofree char *text = NULL;

  if (value.kind == GUATU_VALUE_NULL)
    {
      cli_json_string (object, info->name, NULL);
      return;
    }

  switch (info->type)
    {
    case GUATU_TYPE_TEXT:
      cli_json_string (object, info->name, value.text);
      break;
    case GUATU_TYPE_BOOLEAN:
      cli_json_boolean (object, info->name, value.integer != 0);
      break;
    case GUATU_TYPE_INTEGER:
      cli_json_integer (object, info->name, value.integer);
      break;
    case GUATU_TYPE_PERCENT:
      cli_json_quotient (object, info->name, value.integer, 100);
      break;
    case GUATU_TYPE_ID:
    case GUATU_TYPE_REFERENCE:
      cli_json_id (object, info->name, value.integer);
      break;
    case GUATU_TYPE_ENUM:
    case GUATU_TYPE_FLAGS:
    case GUATU_TYPE_INSTANT:
    case GUATU_TYPE_DATE:
    case GUATU_TYPE_DAYTIME:
    case GUATU_TYPE_WORK:
    case GUATU_TYPE_LAG:
    case GUATU_TYPE_MONEY:
    default:
      text = guatu_field_format (plan, table, row, field);
      cli_json_string (object, info->name, text);
    }
}
