/* guatu-json-value.c — single values read from the JSON form. */
#include "guatu-json-value.h"

#include "guatu-exchange.h"
#include "guatu-field-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Whole numbers beyond this are no longer exact in a double. */
#define MAX_EXACT 9007199254740992.0

gboolean
guatu_json_is_needed (const GuatuField *field)
{
  if (field->flags & GUATU_FIELD_REQUIRED)
    return TRUE;
  return (field->type == GUATU_TYPE_INSTANT || field->type == GUATU_TYPE_DATE) &&
         (field->flags & GUATU_FIELD_NULLABLE) == 0 && field->fallback == 0;
}

const char *
guatu_json_string (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static gboolean
whole_number (JsonNode *node, gint64 *number)
{
  double real;

  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    {
      *number = json_node_get_int (node);
      return TRUE;
    }
  if (json_node_get_value_type (node) != G_TYPE_DOUBLE)
    return FALSE;

  real = json_node_get_double (node);
  if (!isfinite (real) || fabs (real) > MAX_EXACT || floor (real) < real)
    return FALSE;
  *number = (gint64) real;
  return TRUE;
}

static gboolean
expected (GError **error, const char *what)
{
  g_set_error_literal (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID, what);
  return FALSE;
}

/* Texts ------------------------------------------------------------------------------------------ */

/* How well a text in language @have serves a reader of @want: the same, the same but for the country,
 * English, anything. */
static int
fitness (const char *have, const char *want)
{
  gsize length = strcspn (want, "_-");

  if (g_ascii_strcasecmp (have, want) == 0)
    return 3;
  if (length > 0 && strcspn (have, "_-") == length && g_ascii_strncasecmp (have, want, length) == 0)
    return 2;
  return g_ascii_strncasecmp (have, "en", 2) == 0 ? 1 : 0;
}

static const char *
choose_text (JsonObject *object, const char *language)
{
  const char *best = NULL, *name;
  JsonObjectIter iter;
  JsonNode *node;
  int best_fitness = -1;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      int fit = fitness (name, language);

      if (guatu_json_string (node) == NULL)
        return NULL;
      if (fit > best_fitness)
        {
          best = guatu_json_string (node);
          best_fitness = fit;
        }
    }
  return best;
}

static gboolean
read_text (JsonNode *node, const char *language, GuatuValue *value, GError **error)
{
  const char *text = guatu_json_string (node);

  if (JSON_NODE_HOLDS_OBJECT (node))
    text = choose_text (json_node_get_object (node), language);
  if (text == NULL)
    return expected (error, _("a text is expected, or texts by language"));

  *value = GUATU_TEXT (text);
  return TRUE;
}

/* Times ------------------------------------------------------------------------------------------ */

static gboolean
read_instant (const GuatuPlan *plan, const GuatuField *field, JsonNode *node, GuatuValue *value, GError **error)
{
  const GuatuPlanRow *settings = guatu_plan_settings (plan);
  const char *text = guatu_json_string (node);
  GuatuInstant instant;
  gint64 daytime = 0;

  if (field->flags & GUATU_FIELD_AT_START)
    daytime = settings->default_start;
  else if (field->flags & GUATU_FIELD_AT_FINISH)
    daytime = settings->default_finish;

  if (text == NULL || !guatu_instant_parse (text, daytime, &instant))
    return expected (error, _("a date between 1900 and 2199 is expected, such as \"2022-09-26\" or "
                              "\"2022-09-26T08:00:00\""));
  if (field->type == GUATU_TYPE_DATE && guatu_instant_daytime (instant) != 0)
    return expected (error, _("a date without a time is expected"));

  *value = GUATU_INTEGER (instant);
  return TRUE;
}

/* "08:00" or "08:00:30"; "24:00" ends the day. */
static gboolean
parse_daytime (const char *text, gint64 *daytime)
{
  guint parts[3] = { 0 };
  guint n = 0;

  for (const char *c = text; n < 3; c++, n++)
    {
      if (!g_ascii_isdigit (c[0]))
        return FALSE;
      parts[n] = (guint) (*c++ - '0');
      if (g_ascii_isdigit (*c))
        parts[n] = parts[n] * 10 + (guint) (*c++ - '0');
      if (*c == '\0' && n >= 1)
        break;
      if (*c != ':')
        return FALSE;
    }

  *daytime = (gint64) parts[0] * 3600 + parts[1] * 60 + parts[2];
  return n < 3 && parts[1] < 60 && parts[2] < 60 && *daytime <= GUATU_DAY;
}

static gboolean
read_daytime (JsonNode *node, GuatuValue *value, GError **error)
{
  const char *text = guatu_json_string (node);
  gint64 daytime;

  if (text == NULL || !parse_daytime (text, &daytime))
    return expected (error, _("a time of day is expected, such as \"08:00\""));

  *value = GUATU_INTEGER (daytime);
  return TRUE;
}

/* Amounts ---------------------------------------------------------------------------------------- */

static gboolean
read_amount (const GuatuPlan *plan, const GuatuField *field, JsonNode *node, GuatuValue *value,
             GuatuDuration *duration, GError **error)
{
  const GuatuDurationRates rates = guatu_plan_rates (plan);
  const char *text = guatu_json_string (node);
  gint64 number;

  if (whole_number (node, &number))
    {
      *value = GUATU_INTEGER (number);
      return TRUE;
    }
  if (text == NULL || !guatu_duration_parse (text, &rates, field->type == GUATU_TYPE_LAG, duration))
    return expected (error, field->type == GUATU_TYPE_LAG ?
                     _("a lag is expected, such as \"2d\", \"-1w\" or \"50%\", or a whole number of seconds") :
                     _("a duration is expected, such as \"5d\", or a whole number of seconds"));

  *value = GUATU_INTEGER (duration->amount);
  return TRUE;
}

/* A decimal number with at most two places, in hundredths; @suffix may follow. */
static gboolean
parse_hundredths (const char *text, const char *suffix, gint64 *hundredths)
{
  gboolean negative = *text == '-';
  const char *c = negative ? text + 1 : text;
  gint64 number = 0;
  int places = -1;

  if (!g_ascii_isdigit (*c))
    return FALSE;
  for (; g_ascii_isdigit (*c) || (*c == '.' && places < 0); c++)
    {
      if (*c == '.')
        {
          places = 0;
          continue;
        }
      if (places == 2 || number > G_MAXINT64 / 10000)
        return FALSE;
      number = number * 10 + (*c - '0');
      places += places >= 0 ? 1 : 0;
    }
  for (places = MAX (places, 0); places < 2; places++)
    number *= 10;

  *hundredths = negative ? -number : number;
  c += strspn (c, " ");
  return *c == '\0' || g_str_equal (c, suffix);
}

static gboolean
read_hundredths (const GuatuField *field, JsonNode *node, GuatuValue *value, GError **error)
{
  gboolean percent = field->type == GUATU_TYPE_PERCENT;
  const char *text = guatu_json_string (node);
  gint64 number;

  if (text != NULL ? !parse_hundredths (text, percent ? "%" : "", &number) : !whole_number (node, &number))
    return expected (error, percent ? _("a percentage is expected, such as \"34.5%\", or a whole number of hundredths "
                                        "of a percent") :
                     _("an amount of money is expected, such as \"1200.50\", or a whole number of minor units"));

  *value = GUATU_INTEGER (number);
  return TRUE;
}

/* Choices ---------------------------------------------------------------------------------------- */

static gboolean
read_choice (const GuatuField *field, JsonNode *node, GuatuValue *value, GError **error)
{
  const char *text = guatu_json_string (node);
  int choice = text != NULL ? guatu_field_find_choice (field, text) : -1;
  g_autoptr(GString) names = NULL;

  if (choice >= 0)
    {
      *value = GUATU_INTEGER (choice);
      return TRUE;
    }

  names = g_string_new (NULL);
  for (const GuatuChoice *c = field->choices; c->name != NULL; c++)
    g_string_append_printf (names, "%s\"%s\"", names->len > 0 ? ", " : "", c->name);
  g_set_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID, _("one of %s is expected"), names->str);
  return FALSE;
}

static gboolean
read_flags (const GuatuPlan *plan, GuatuTable table, guint number, JsonNode *node, GuatuValue *value, GError **error)
{
  const char *text = guatu_json_string (node);

  if (text == NULL)
    return expected (error, _("a list of names is expected, separated by commas"));
  return guatu_field_parse (plan, table, number, text, value, error);
}

static gboolean
read_boolean (JsonNode *node, GuatuValue *value, GError **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return expected (error, _("true or false is expected"));

  *value = GUATU_INTEGER (json_node_get_boolean (node) ? 1 : 0);
  return TRUE;
}

gboolean
guatu_json_value (const GuatuPlan *plan, GuatuTable table, guint number, JsonNode *node, const char *language,
                  GuatuValue *value, GuatuDuration *duration, GError **error)
{
  const GuatuField *field = guatu_field (table, number);
  gint64 integer;

  switch (field->type)
    {
    case GUATU_TYPE_TEXT:
      return read_text (node, language, value, error);
    case GUATU_TYPE_INSTANT:
    case GUATU_TYPE_DATE:
      return read_instant (plan, field, node, value, error);
    case GUATU_TYPE_DAYTIME:
      return read_daytime (node, value, error);
    case GUATU_TYPE_WORK:
    case GUATU_TYPE_LAG:
      return read_amount (plan, field, node, value, duration, error);
    case GUATU_TYPE_PERCENT:
    case GUATU_TYPE_MONEY:
      return read_hundredths (field, node, value, error);
    case GUATU_TYPE_ENUM:
      return read_choice (field, node, value, error);
    case GUATU_TYPE_FLAGS:
      return read_flags (plan, table, number, node, value, error);
    case GUATU_TYPE_BOOLEAN:
      return read_boolean (node, value, error);
    case GUATU_TYPE_INTEGER:
      if (!whole_number (node, &integer))
        return expected (error, _("a whole number is expected"));
      *value = GUATU_INTEGER (integer);
      return TRUE;
    case GUATU_TYPE_ID:
    case GUATU_TYPE_REFERENCE:
    default:
      g_return_val_if_reached (FALSE);
    }
}

void
guatu_json_set_duration (GuatuPlan *plan, gint32 task, GuatuDuration duration)
{
  if (duration.amount == 0 && duration.unit == GUATU_UNIT_DAY && !duration.elapsed)
    return;
  guatu_plan_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_DURATION_UNIT, GUATU_INTEGER (duration.unit));
  guatu_plan_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_DURATION_KIND,
                  GUATU_INTEGER (duration.elapsed ? GUATU_DURATION_ELAPSED : GUATU_DURATION_WORKING));
}

void
guatu_json_set_lag (GuatuPlan *plan, gint32 link, GuatuDuration duration)
{
  gboolean percent = duration.unit == GUATU_UNIT_PERCENT;
  GuatuLagKind kind;

  if (duration.amount == 0 && duration.unit == GUATU_UNIT_DAY && !duration.elapsed)
    return;
  if (percent)
    kind = duration.elapsed ? GUATU_LAG_ELAPSED_PERCENT : GUATU_LAG_PERCENT;
  else
    kind = duration.elapsed ? GUATU_LAG_ELAPSED : GUATU_LAG_WORKING;
  guatu_plan_set (plan, GUATU_TABLE_LINK, link, GUATU_LINK_LAG_UNIT, GUATU_INTEGER (duration.unit));
  guatu_plan_set (plan, GUATU_TABLE_LINK, link, GUATU_LINK_LAG_KIND, GUATU_INTEGER (kind));
}
