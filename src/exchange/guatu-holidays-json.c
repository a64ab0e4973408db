/* guatu-holidays-json.c — a year's holidays as NateScarlet/holiday-cn publishes them. */
#include "guatu-holidays-private.h"

#include "guatu-json-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* A text member; %NULL where there is none. */
static const char *
text_of (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID,
                       _("This JSON is no list of holidays: it needs a year (\"year\") and days (\"days\"), each "
                         "with \"name\", \"date\" and \"isOffDay\"."));
  return FALSE;
}

/* One element of "days"; FALSE if it is none. */
static gboolean
read_day (JsonNode *node, GuatuSpecialDays *day)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *off = object != NULL ? json_object_get_member (object, "isOffDay") : NULL;
  const char *date = object != NULL ? text_of (object, "date") : NULL;

  if (off == NULL || !JSON_NODE_HOLDS_VALUE (off) || json_node_get_value_type (off) != G_TYPE_BOOLEAN ||
      date == NULL || strlen (date) != strlen ("2026-01-01") || !guatu_instant_parse (date, 0, &day->from))
    return FALSE;

  day->to = day->from;
  day->works = !json_node_get_boolean (off);
  day->name = text_of (object, "name");
  if (day->name == NULL)
    day->name = "";
  return TRUE;
}

/* Days in a row of one name and kind are one exception. */
static gboolean
continues (const GuatuSpecialDays *range, const GuatuSpecialDays *day)
{
  return range->name != NULL && range->works == day->works && day->from == range->to + GUATU_DAY &&
         g_str_equal (range->name, day->name);
}

static gboolean
read_days (GuatuHolidays *self, JsonArray *days, GuatuNotes *notes)
{
  GuatuSpecialDays range = { 0 };
  gboolean room = TRUE;

  for (guint i = 0; i < json_array_get_length (days) && room; i++)
    {
      GuatuSpecialDays day = { 0 };

      if (!read_day (json_array_get_element (days, i), &day))
        {
          g_autofree char *place = g_strdup_printf ("days[%u]", i);

          guatu_notes_add (notes, 0, 0, place, _("this is no day with name, date and isOffDay; it was left out"));
        }
      else if (continues (&range, &day))
        {
          range.to = day.to;
        }
      else
        {
          room = range.name == NULL || guatu_holidays_add (self, &range);
          range = day;
        }
    }
  return room && (range.name == NULL || guatu_holidays_add (self, &range));
}

gboolean
guatu_holidays_read_json (GuatuHolidays *self, const char *text, gsize length, GuatuNotes *notes, GError **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root, *days, *year;
  JsonObject *object;

  if (!guatu_json_check (text, length, error) || !json_parser_load_from_data (parser, text, (gssize) length, error))
    return FALSE;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return fail (error);

  object = json_node_get_object (root);
  days = json_object_get_member (object, "days");
  year = json_object_get_member (object, "year");
  if (days == NULL || !JSON_NODE_HOLDS_ARRAY (days))
    return fail (error);
  if (!read_days (self, json_node_get_array (days), notes))
    {
      g_set_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_TOO_LARGE, _("The file has more than %d days."),
                   GUATU_HOLIDAYS_MAX_DAYS);
      return FALSE;
    }

  if (year != NULL && JSON_NODE_HOLDS_VALUE (year) && json_node_get_value_type (year) == G_TYPE_INT64 &&
      json_node_get_int (year) >= 1900 && json_node_get_int (year) <= 2199)
    {
      int number = (int) json_node_get_int (year);

      self->covers_from = guatu_instant_from_civil ((GuatuCivil) { .year = number, .month = 1, .day = 1 });
      self->covers_to = guatu_instant_from_civil ((GuatuCivil) { .year = number, .month = 12, .day = 31 });
    }
  else
    {
      guatu_notes_add (notes, 0, 0, "year", _("the file names no year that it covers"));
    }
  return TRUE;
}
