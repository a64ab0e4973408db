/* guatu-field-text.c — field values as people type and read them. */
#include "guatu-field-text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-duration-private.h"
#include "guatu-id.h"
#include "guatu-text-private.h"

/* Reading ----------------------------------------------------------------------------------------- */

static gboolean
read_boolean (const char *text, gint64 *number)
{
  static const char * const words[][4] = { { "no", "false", "0", "否" }, { "yes", "true", "1", "是" } };

  for (guint value = 0; value < 2; value++)
    for (guint i = 0; i < G_N_ELEMENTS (words[value]); i++)
      if (g_ascii_strcasecmp (text, words[value][i]) == 0)
        {
          *number = value;
          return TRUE;
        }

  return FALSE;
}

static gboolean
read_integer (const char *text, gint64 *number)
{
  char *end;

  if (g_ascii_isspace (*text))
    return FALSE;

  errno = 0;
  *number = g_ascii_strtoll (text, &end, 10);

  return end != text && *end == '\0' && errno == 0;
}

static gboolean
take_minus (const char **text)
{
  if (**text != '-' && **text != '+')
    return FALSE;

  return *(*text)++ == '-';
}

static void
skip_spaces (const char **text)
{
  *text += strspn (*text, " ");
}

/* Spreadsheets hand out more decimals than a share has: rounded half up. */
static gboolean
read_percent (const char *text, gint64 *number)
{
  gboolean negative = take_minus (&text);

  if (!guatu_decimal_take (&text, 3, TRUE, number))
    return FALSE;

  skip_spaces (&text);
  text += *text == '%';
  *number = (*number + 5) / 10 * (negative ? -1 : 1);

  return *text == '\0';
}

/* "1,234,567.89" without its commas, which are thousands if there are three digits behind each, and
 * another comma or a point says so. */
static char *
without_thousands (const char *text)
{
  const char *comma = strchr (text, ',');
  GString *plain;

  if (comma == NULL || (strchr (comma, '.') == NULL && strchr (comma + 1, ',') == NULL))
    return g_strdup (text);

  plain = g_string_new_len (text, comma - text);
  while (*comma == ',' && strspn (comma + 1, "0123456789") == 3)
    {
      g_string_append_len (plain, comma + 1, 3);
      comma += 4;
    }
  if (strchr (comma, ',') != NULL)
    g_string_assign (plain, text);
  else
    g_string_append (plain, comma);

  return g_string_free (plain, FALSE);
}

static gboolean
read_money (const char *text, gint64 *number)
{
  static const struct { const char *name; int zeros; } scales[] = {
    { "", 0 }, { "元", 0 }, { "万", 4 }, { "万元", 4 }, { "亿", 8 }, { "亿元", 8 } };
  g_autofree char *plain = without_thousands (text);

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      const char *rest = plain;
      gboolean negative = take_minus (&rest);

      if (!guatu_decimal_take (&rest, 2 + scales[i].zeros, FALSE, number))
        continue;

      skip_spaces (&rest);
      if (!g_str_equal (rest, scales[i].name))
        continue;

      if (negative)
        *number = -*number;
      return TRUE;
    }

  return FALSE;
}

static gboolean
read_choice (const GuatuField *field, const char *text, gint64 *number)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  *number = guatu_field_find_choice (field, text);
  for (int i = 0; *number < 0 && field->choices[i].name != NULL; i++)
    {
      g_autofree char *label = g_utf8_casefold (field->choices[i].label, -1);
      g_autofree char *translated = g_utf8_casefold (_(field->choices[i].label), -1);

      if (g_str_equal (folded, label) || g_str_equal (folded, translated))
        *number = i;
    }

  return *number >= 0;
}

/* "a, b": names of choices in any order; nothing, "none" or "-" for none of them. */
static gboolean
read_flags (const GuatuField *field, const char *text, gint64 *number)
{
  g_auto(GStrv) names = g_strsplit_set (text, ",; ", -1);

  *number = 0;
  for (guint i = 0; names[i] != NULL; i++)
    {
      int choice = guatu_field_find_choice (field, names[i]);

      if (names[i][0] == '\0' || g_str_equal (names[i], "none") || g_str_equal (names[i], "-"))
        continue;
      if (choice < 0)
        return FALSE;
      *number |= G_GINT64_CONSTANT (1) << choice;
    }

  return TRUE;
}

char *
guatu_flags_text (const GuatuField *field, gint64 flags)
{
  GString *names = g_string_new (NULL);

  for (int i = 0; field->choices[i].name != NULL; i++)
    if (flags >> i & 1)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", field->choices[i].name);

  return g_string_free (names, FALSE);
}

static gboolean
read_instant (const GuatuPlan *plan, const GuatuField *field, const char *text, gint64 *number)
{
  const GuatuPlanRow *settings = guatu_plan_settings (plan);
  gint64 daytime = 0;

  if (field->flags & GUATU_FIELD_AT_START)
    daytime = settings->default_start;
  else if (field->flags & GUATU_FIELD_AT_FINISH)
    daytime = settings->default_finish;

  return guatu_instant_parse (text, daytime, number);
}

static gboolean
read_work (const GuatuPlan *plan, const GuatuField *field, const char *text, gint64 *number)
{
  GuatuDurationRates rates = guatu_plan_rates (plan);
  GuatuDuration duration;

  if (!guatu_duration_parse_up_to (text, &rates, field->type == GUATU_TYPE_LAG, field->max, &duration))
    return FALSE;

  *number = duration.amount;

  return TRUE;
}

/* The numbers of all types that look at nothing but the text. */
static gboolean
read_number (const GuatuPlan *plan, const GuatuField *field, const char *text, gint64 *number)
{
  switch (field->type)
    {
    case GUATU_TYPE_ID:      return guatu_id_parse (text, number);
    case GUATU_TYPE_INTEGER: return read_integer (text, number);
    case GUATU_TYPE_BOOLEAN: return read_boolean (text, number);
    case GUATU_TYPE_ENUM:    return read_choice (field, text, number);
    case GUATU_TYPE_FLAGS:   return read_flags (field, text, number);
    case GUATU_TYPE_INSTANT: return read_instant (plan, field, text, number);
    case GUATU_TYPE_DATE:    return guatu_instant_parse (text, 0, number) && guatu_instant_daytime (*number) == 0;
    case GUATU_TYPE_DAYTIME: return guatu_daytime_parse (text, number);
    case GUATU_TYPE_WORK:
    case GUATU_TYPE_LAG:     return read_work (plan, field, text, number);
    case GUATU_TYPE_PERCENT: return read_percent (text, number);
    case GUATU_TYPE_MONEY:   return read_money (text, number);
    case GUATU_TYPE_REFERENCE:
    case GUATU_TYPE_TEXT:
    default:                 g_return_val_if_reached (FALSE);
    }
}

static char *
choice_names (const GuatuField *field)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; field->choices[i].name != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", field->choices[i].name);

  return g_string_free (names, FALSE);
}

/* Says what was expected. Always returns %FALSE. */
static gboolean
misread (const GuatuField *field, const char *text, GError **error)
{
  g_autofree char *shown = g_utf8_make_valid (text, -1);
  g_autofree char *names = field->choices != NULL ? choice_names (field) : NULL;
  g_autofree char *message = NULL;
  const char *label = _(field->label);

  switch (field->type)
    {
    case GUATU_TYPE_BOOLEAN:
      message = g_strdup_printf (_("%s: “%s” is neither yes nor no"), label, shown);
      break;
    case GUATU_TYPE_ENUM:
      message = g_strdup_printf (_("%s: “%s” is none of %s"), label, shown, names);
      break;
    case GUATU_TYPE_FLAGS:
      message = g_strdup_printf (_("%s: “%s” is not a list of some of %s"), label, shown, names);
      break;
    case GUATU_TYPE_INSTANT:
      message = g_strdup_printf (_("%s: “%s” is not a date such as 2022-10-17 or 2022-10-17 08:00 "
                                   "between 1900 and 2199"), label, shown);
      break;
    case GUATU_TYPE_DATE:
      message = g_strdup_printf (_("%s: “%s” is not a day such as 2022-10-17 between 1900 and 2199"), label, shown);
      break;
    case GUATU_TYPE_DAYTIME:
      message = g_strdup_printf (_("%s: “%s” is not a time of day such as 08:00"), label, shown);
      break;
    case GUATU_TYPE_WORK:
      message = g_strdup_printf (_("%s: “%s” is not a duration such as 5d, 3.5h, 2w or 2d16h"), label, shown);
      break;
    case GUATU_TYPE_LAG:
      message = g_strdup_printf (_("%s: “%s” is not a lag such as 2d, -1w, 3ed or 50%%"), label, shown);
      break;
    case GUATU_TYPE_PERCENT:
      message = g_strdup_printf (_("%s: “%s” is not a percentage such as 34%%"), label, shown);
      break;
    case GUATU_TYPE_MONEY:
      message = g_strdup_printf (_("%s: “%s” is not an amount of money such as 1200.50"), label, shown);
      break;
    case GUATU_TYPE_ID:
    case GUATU_TYPE_INTEGER:
    case GUATU_TYPE_REFERENCE:
    case GUATU_TYPE_TEXT:
    default:
      message = g_strdup_printf (_("%s: “%s” is not a number"), label, shown);
      break;
    }

  g_set_error_literal (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID, message);

  return FALSE;
}

/* Rows of @table that bear @text in @field; @found takes the last of them. */
static guint
count_bearers (const GuatuPlan *plan, GuatuTable table, const char *field, const char *text, gint64 *found)
{
  int number = guatu_field_find (table, field);
  guint n = 0;

  if (number < 0 || *text == '\0')
    return 0;

  for (gint32 row = 0; (guint) row < guatu_plan_n_rows (plan, table); row++)
    {
      gint64 id = guatu_plan_id (plan, table, row);

      if (id != 0 && g_str_equal (guatu_plan_string (plan, table, row, (guint) number), text))
        {
          *found = id;
          n++;
        }
    }

  return n;
}

static gboolean
read_reference (const GuatuPlan *plan, const GuatuField *field, const char *text, gint64 *id, GError **error)
{
  guint n = 0;

  if (guatu_id_parse (text, id) && guatu_plan_find (plan, field->target, *id) >= 0)
    return TRUE;

  /* A short name is the program's and beats what people call their calendars. */
  n = count_bearers (plan, field->target, "slug", text, id);
  if (n == 0)
    n = count_bearers (plan, field->target, "name", text, id);
  if (n == 1)
    return TRUE;

  if (n > 1)
    g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_NOT_FOUND,
                 _("%s: “%s” is the name of several rows; give the ID of the one you mean"), _(field->label), text);
  else
    g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_NOT_FOUND,
                 _("%s: there is no “%s” in the plan"), _(field->label), text);

  return FALSE;
}

gboolean
guatu_field_parse (const GuatuPlan *plan, GuatuTable table, guint number, const char *text, GuatuValue *value,
                   GError **error)
{
  const GuatuField *field = guatu_field (table, number);
  g_autofree char *plain = NULL;

  g_return_val_if_fail (field != NULL, FALSE);

  if (field->type == GUATU_TYPE_TEXT)
    {
      *value = GUATU_TEXT (text);
      return guatu_field_check (field, *value, error);
    }

  /* Names are taken as they are; everything else may come from a Chinese keyboard. */
  plain = field->type == GUATU_TYPE_REFERENCE && g_utf8_validate (text, -1, NULL)
          ? g_strdup (text) : guatu_text_to_halfwidth (text);
  if (plain == NULL)
    return misread (field, text, error);

  g_strstrip (plain);
  *value = field->type == GUATU_TYPE_FLAGS ? GUATU_INTEGER (0) : GUATU_NULL;
  if (*plain != '\0')
    {
      value->kind = GUATU_VALUE_INTEGER;
      if (field->type == GUATU_TYPE_REFERENCE)
        {
          if (!read_reference (plan, field, plain, &value->integer, error))
            return FALSE;
        }
      else if (!read_number (plan, field, plain, &value->integer))
        {
          return misread (field, text, error);
        }
    }

  return guatu_field_check (field, *value, error);
}

/* Percentages ------------------------------------------------------------------------------------- */

char *
guatu_percent_label_in (const char *form, const char *number)
{
  GString *label = g_string_new (form);

  /* Not a format string to the compiler: it may come from a catalogue. */
  g_string_replace (label, "%s", number, 1);
  g_string_replace (label, "%%", "%", 1);

  return g_string_free (label, FALSE);
}

char *
guatu_percent_label (const char *number)
{
  /* Translators: a percentage to be read. */
  return guatu_percent_label_in (_("%s%%"), number);
}

/* Writing ----------------------------------------------------------------------------------------- */

/* In the unit in which people gave it, where the row says so. */
static char *
write_work (const GuatuPlan *plan, GuatuTable table, gint32 row, guint number, gint64 amount)
{
  GuatuDurationRates rates = guatu_plan_rates (plan);
  GuatuDuration duration = { amount, GUATU_UNIT_DAY, FALSE };

  if (table == GUATU_TABLE_TASK && (number == GUATU_TASK_DURATION || number == GUATU_TASK_REMAINING))
    {
      const GuatuTask *task = guatu_plan_task (plan, row);

      duration.unit = task->duration_unit;
      duration.elapsed = task->duration_kind == GUATU_DURATION_ELAPSED;
    }
  else if (table == GUATU_TABLE_TASK && number == GUATU_TASK_LEVELLING_DELAY)
    {
      duration.elapsed = TRUE;
    }
  else if (table == GUATU_TABLE_LINK && number == GUATU_LINK_LAG)
    {
      const GuatuLink *link = guatu_plan_link (plan, row);

      duration.unit = link->lag_unit;
      duration.elapsed = link->lag_kind == GUATU_LAG_ELAPSED || link->lag_kind == GUATU_LAG_ELAPSED_PERCENT;
      if (link->lag_kind == GUATU_LAG_PERCENT || link->lag_kind == GUATU_LAG_ELAPSED_PERCENT)
        duration.unit = GUATU_UNIT_PERCENT;
      else if (duration.unit == GUATU_UNIT_PERCENT)
        duration.unit = GUATU_UNIT_DAY;
    }

  return guatu_duration_format (duration, &rates);
}

static char *
write_date (GuatuInstant instant)
{
  char *text = guatu_instant_to_iso (instant);

  *strchr (text, 'T') = '\0';

  return text;
}

static char *
write_money (gint64 amount)
{
  g_autofree char *text = NULL;

  if (amount % 10 != 0 || amount % 100 == 0)
    return guatu_decimal_format (amount, 2);

  text = guatu_decimal_format (amount, 2);

  return g_strconcat (text, "0", NULL);
}

char *
guatu_field_format (const GuatuPlan *plan, GuatuTable table, gint32 row, guint number)
{
  const GuatuField *field = guatu_field (table, number);
  GuatuValue value = guatu_plan_get (plan, table, row, number);
  g_autofree char *share = NULL;

  if (value.kind == GUATU_VALUE_NULL)
    return g_strdup ("");

  if (field->type == GUATU_TYPE_ENUM && value.integer >= 0 && value.integer <= field->max)
    return g_strdup (field->choices[value.integer].name);

  switch (field->type)
    {
    case GUATU_TYPE_TEXT:    return g_strdup (value.text);
    case GUATU_TYPE_BOOLEAN: return g_strdup (value.integer != 0 ? "yes" : "no");
    case GUATU_TYPE_FLAGS:   return guatu_flags_text (field, value.integer);
    case GUATU_TYPE_INSTANT: return guatu_instant_to_iso (value.integer);
    case GUATU_TYPE_DATE:    return write_date (value.integer);
    case GUATU_TYPE_DAYTIME: return guatu_daytime_format (value.integer);
    case GUATU_TYPE_WORK:
    case GUATU_TYPE_LAG:     return write_work (plan, table, row, number, value.integer);
    case GUATU_TYPE_MONEY:   return write_money (value.integer);
    case GUATU_TYPE_PERCENT:
      share = guatu_decimal_format (value.integer, 2);
      return g_strconcat (share, "%", NULL);
    case GUATU_TYPE_ID:
    case GUATU_TYPE_REFERENCE:
    case GUATU_TYPE_INTEGER:
    case GUATU_TYPE_ENUM:
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value.integer);
    }
}
