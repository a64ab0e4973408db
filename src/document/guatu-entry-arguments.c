/* guatu-entry-arguments.c — what the journal says of an edit: names and values as they were, in no language. */
#include "guatu-row-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-field-text.h"

/* Longer texts are cut: the changeset holds them whole. */
#define TEXT_SHOWN 120

void
guatu_arguments_add_text (JsonObject *self, const char *member, const char *text)
{
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (text, -1) > TEXT_SHOWN)
    {
      g_autofree char *head = g_utf8_substring (text, 0, TEXT_SHOWN);

      cut = g_strconcat (head, "…", NULL);
      text = cut;
    }
  json_object_set_string_member (self, member, text);
}

JsonObject *
guatu_arguments_for_row (gint64 id, const char *name)
{
  JsonObject *arguments = json_object_new ();
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  json_object_set_string_member (arguments, "id", text);
  if (name != NULL && name[0] != '\0')
    guatu_arguments_add_text (arguments, "name", name);
  return arguments;
}

/* Names of rows ------------------------------------------------------------------------------------- */

static char *
referred_name (const GuatuPlan *plan, GuatuTable table, gint32 row, guint field)
{
  gint32 target = (gint32) guatu_plan_number (plan, table, row, field);

  if (target < 0)
    return g_strdup ("");
  return guatu_row_name (plan, guatu_field (table, field)->target, target);
}

static char *
joined_names (const GuatuPlan *plan, GuatuTable table, gint32 row, guint first, const char *between, guint second)
{
  g_autofree char *left = referred_name (plan, table, row, first);
  g_autofree char *right = referred_name (plan, table, row, second);

  return g_strconcat (left, between, right, NULL);
}

/* "08:00". */
static char *
daytime_text (gint64 daytime)
{
  return g_strdup_printf ("%02d:%02d", (int) (daytime / 3600), (int) (daytime / 60 % 60));
}

static char *
hours_name (const GuatuPlan *plan, gint32 row)
{
  g_autofree char *from = daytime_text (guatu_plan_number (plan, GUATU_TABLE_CALENDAR_HOURS, row,
                                                           GUATU_CALENDAR_HOURS_FROM_TIME));
  g_autofree char *to = daytime_text (guatu_plan_number (plan, GUATU_TABLE_CALENDAR_HOURS, row,
                                                         GUATU_CALENDAR_HOURS_TO_TIME));

  return g_strconcat (from, "–", to, NULL);
}

/* "Wang · Taiping Town": who stands in for what. */
static char *
sponsorship_name (const GuatuPlan *plan, gint32 row)
{
  const char *object = guatu_plan_string (plan, GUATU_TABLE_SPONSORSHIP, row, GUATU_SPONSORSHIP_OBJECT);
  g_autofree char *who = referred_name (plan, GUATU_TABLE_SPONSORSHIP, row, GUATU_SPONSORSHIP_PERSON);
  g_autofree char *unit = referred_name (plan, GUATU_TABLE_SPONSORSHIP, row, GUATU_SPONSORSHIP_UNIT);
  g_autofree char *task = referred_name (plan, GUATU_TABLE_SPONSORSHIP, row, GUATU_SPONSORSHIP_TASK);

  return g_strconcat (who, " · ", object[0] != '\0' ? object : unit[0] != '\0' ? unit : task, NULL);
}

char *
guatu_row_name (const GuatuPlan *plan, GuatuTable table, gint32 row)
{
  int name;

  switch ((int) table)
    {
    case GUATU_TABLE_PLAN:
      return g_strdup (guatu_plan_string (plan, table, row, GUATU_PLAN_TITLE));
    case GUATU_TABLE_LINK:
      return joined_names (plan, table, row, GUATU_LINK_PREDECESSOR, " → ", GUATU_LINK_SUCCESSOR);
    case GUATU_TABLE_ASSIGNMENT:
      return joined_names (plan, table, row, GUATU_ASSIGNMENT_TASK, " · ",
                           guatu_plan_number (plan, table, row, GUATU_ASSIGNMENT_UNIT) >= 0 ? GUATU_ASSIGNMENT_UNIT
                                                                                             : GUATU_ASSIGNMENT_PERSON);
    case GUATU_TABLE_MEMBERSHIP:
      return joined_names (plan, table, row, GUATU_MEMBERSHIP_PERSON, " · ", GUATU_MEMBERSHIP_UNIT);
    case GUATU_TABLE_LEDGER_ITEM:
      return joined_names (plan, table, row, GUATU_LEDGER_ITEM_TASK, " · ", GUATU_LEDGER_ITEM_LEDGER);
    case GUATU_TABLE_REPORT:
      return referred_name (plan, table, row, GUATU_REPORT_TASK);
    case GUATU_TABLE_BASELINE_TASK:
      return referred_name (plan, table, row, GUATU_BASELINE_TASK_TASK);
    case GUATU_TABLE_CALENDAR_DAY:
      return referred_name (plan, table, row, GUATU_CALENDAR_DAY_CALENDAR);
    case GUATU_TABLE_TASK_SPLIT:
      return referred_name (plan, table, row, GUATU_TASK_SPLIT_TASK);
    case GUATU_TABLE_LIGHT_OVERRIDE:
      return referred_name (plan, table, row, GUATU_LIGHT_OVERRIDE_TASK);
    case GUATU_TABLE_TASK_TARGET:
      return referred_name (plan, table, row, GUATU_TASK_TARGET_TASK);
    case GUATU_TABLE_SPONSORSHIP:
      return sponsorship_name (plan, row);
    case GUATU_TABLE_RECURRENCE:
      return referred_name (plan, table, row, GUATU_RECURRENCE_TASK);
    case GUATU_TABLE_CUSTOM_VALUE:
      return joined_names (plan, table, row, GUATU_CUSTOM_VALUE_FIELD, " · ",
                           guatu_plan_number (plan, table, row, GUATU_CUSTOM_VALUE_TASK) >= 0
                           ? GUATU_CUSTOM_VALUE_TASK : GUATU_CUSTOM_VALUE_PERSON);
    case GUATU_TABLE_CALENDAR_HOURS:
      return hours_name (plan, row);
    default:
      break;
    }

  name = guatu_field_find (table, "name");
  return g_strdup (name >= 0 ? guatu_plan_string (plan, table, row, (guint) name) : "");
}

char *
guatu_row_title (const GuatuPlan *plan, GuatuTable table, gint32 row)
{
  g_autofree char *name = NULL;

  if (table == GUATU_TABLE_TASK)
    return guatu_plan_task_title (plan, row);

  name = guatu_row_name (plan, table, row);
  if (name[0] == '\0')
    return g_strdup (_(guatu_table_info (table)->label));
  return g_strdup_printf (_("“%s”"), name);
}

/* Values --------------------------------------------------------------------------------------------- */

/* Hundredths as a decimal number with no more places than it needs: "34", "33.33". */
static char *
hundredths_text (gint64 number)
{
  guint64 size = number < 0 ? (guint64) 0 - (guint64) number : (guint64) number;
  const char *sign = number < 0 ? "-" : "";

  if (size % 100 == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, size / 100);
  if (size % 10 == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%u", sign, size / 100, (guint) (size % 100 / 10));
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02u", sign, size / 100, (guint) (size % 100));
}

static char *
percent_text (gint64 number)
{
  g_autofree char *text = hundredths_text (number);

  return g_strconcat (text, "%", NULL);
}

static char *
duration_text (const GuatuPlan *plan, gint64 amount, GuatuDurationUnit unit, gboolean elapsed)
{
  GuatuDurationRates rates = guatu_plan_rates (plan);

  return guatu_duration_format ((GuatuDuration) { amount, unit, elapsed }, &rates);
}

char *
guatu_value_text (const GuatuPlan   *plan,
                  const GuatuField  *field,
                  GuatuValue         value,
                  GuatuDurationUnit  unit,
                  gboolean           elapsed)
{
  gint32 row;

  if (value.kind == GUATU_VALUE_NULL)
    return g_strdup ("");
  if (value.kind == GUATU_VALUE_TEXT)
    return g_strdup (value.text);

  switch (field->type)
    {
    case GUATU_TYPE_REFERENCE:
      row = guatu_plan_find (plan, field->target, value.integer);
      return row >= 0 ? guatu_row_name (plan, field->target, row) : g_strdup ("");
    case GUATU_TYPE_BOOLEAN:
      return g_strdup (value.integer ? "yes" : "no");
    case GUATU_TYPE_ENUM:
      return g_strdup (field->choices[value.integer].name);
    case GUATU_TYPE_FLAGS:
      return guatu_flags_text (field, value.integer);
    case GUATU_TYPE_INSTANT:
      return guatu_instant_to_iso (value.integer);
    case GUATU_TYPE_DATE:
      {
        char *text = guatu_instant_to_iso (value.integer);

        if (strlen (text) > strlen ("2022-10-17"))
          text[strlen ("2022-10-17")] = '\0';
        return text;
      }
    case GUATU_TYPE_DAYTIME:
      return daytime_text (value.integer);
    case GUATU_TYPE_WORK:
    case GUATU_TYPE_LAG:
      return duration_text (plan, value.integer, unit, elapsed);
    case GUATU_TYPE_PERCENT:
      return percent_text (value.integer);
    case GUATU_TYPE_MONEY:
      return hundredths_text (value.integer);
    case GUATU_TYPE_ID:
    case GUATU_TYPE_INTEGER:
    case GUATU_TYPE_TEXT:
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value.integer);
    }
}

/* Edits ----------------------------------------------------------------------------------------------- */

/* Whether the edit says something of the field that was not so before. */
static gboolean
is_news (const GuatuRowEdit *edit, guint field)
{
  return guatu_row_edit_is_given (edit, field) && (edit->row < 0 || guatu_row_edit_changes (edit, field));
}

/* Unit and kind of a duration or lag are said with its amount. */
static gboolean
is_said_with_another (const GuatuRowEdit *edit, guint field)
{
  if (edit->table == GUATU_TABLE_TASK)
    return (field == GUATU_TASK_DURATION_UNIT || field == GUATU_TASK_DURATION_KIND) &&
           is_news (edit, GUATU_TASK_DURATION);
  if (edit->table == GUATU_TABLE_LINK)
    return (field == GUATU_LINK_LAG_UNIT || field == GUATU_LINK_LAG_KIND) && is_news (edit, GUATU_LINK_LAG);
  return FALSE;
}

static char *
edit_value_text (const GuatuRowEdit *edit, guint number)
{
  const GuatuField *field = guatu_field (edit->table, number);
  GuatuDurationUnit unit = GUATU_UNIT_DAY;
  gboolean elapsed = FALSE;

  if (edit->table == GUATU_TABLE_TASK && (number == GUATU_TASK_DURATION || number == GUATU_TASK_REMAINING))
    {
      unit = (GuatuDurationUnit) guatu_row_edit_number (edit, GUATU_TASK_DURATION_UNIT);
      elapsed = guatu_row_edit_number (edit, GUATU_TASK_DURATION_KIND) == GUATU_DURATION_ELAPSED;
    }
  else if (edit->table == GUATU_TABLE_LINK && number == GUATU_LINK_LAG)
    {
      gint64 kind = guatu_row_edit_number (edit, GUATU_LINK_LAG_KIND);

      unit = (GuatuDurationUnit) guatu_row_edit_number (edit, GUATU_LINK_LAG_UNIT);
      elapsed = kind == GUATU_LAG_ELAPSED || kind == GUATU_LAG_ELAPSED_PERCENT;
    }
  return guatu_value_text (edit->document->plan, field, edit->values[number], unit, elapsed);
}

static const char *
name_behind (const GuatuRowEdit *edit, guint field, guint name)
{
  GuatuTable target = guatu_field (edit->table, field)->target;
  gint32 row = guatu_row_edit_reference (edit, field);

  return row >= 0 ? guatu_plan_string (edit->document->plan, target, row, name) : "";
}

/* What a new row without a name of its own will be called by guatu_row_name(). */
static char *
name_of_new (const GuatuRowEdit *edit)
{
  if (edit->table == GUATU_TABLE_TASK_TARGET)
    return g_strdup (name_behind (edit, GUATU_TASK_TARGET_TASK, GUATU_TASK_NAME));
  if (edit->table == GUATU_TABLE_RECURRENCE)
    return g_strdup (name_behind (edit, GUATU_RECURRENCE_TASK, GUATU_TASK_NAME));
  if (edit->table == GUATU_TABLE_CUSTOM_VALUE && guatu_row_edit_reference (edit, GUATU_CUSTOM_VALUE_TASK) >= 0)
    return g_strconcat (name_behind (edit, GUATU_CUSTOM_VALUE_FIELD, GUATU_CUSTOM_FIELD_NAME), " · ",
                        name_behind (edit, GUATU_CUSTOM_VALUE_TASK, GUATU_TASK_NAME), NULL);
  return NULL;
}

JsonObject *
guatu_row_edit_arguments (const GuatuRowEdit *self)
{
  const GuatuTableInfo *info = guatu_table_info (self->table);
  g_autofree char *name = NULL;
  JsonObject *arguments;
  JsonArray *set = json_array_new ();
  int name_field = guatu_field_find (self->table, "name");

  if (self->row >= 0)
    name = guatu_row_name (self->document->plan, self->table, self->row);
  else if (name_field >= 0)
    name = g_strdup (guatu_row_edit_string (self, (guint) name_field));
  else
    name = name_of_new (self);
  arguments = guatu_arguments_for_row (self->id, name);

  for (guint field = 1; field < info->n_fields; field++)
    {
      g_autofree char *text = NULL;
      JsonObject *one;

      if (!is_news (self, field) || is_said_with_another (self, field) ||
          (self->row < 0 && (int) field == name_field))
        continue;
      text = edit_value_text (self, field);
      one = json_object_new ();
      json_object_set_string_member (one, "field", info->fields[field].name);
      guatu_arguments_add_text (one, "value", text);
      json_array_add_object_element (set, one);
    }

  if (json_array_get_length (set) > 0)
    json_object_set_array_member (arguments, "set", set);
  else
    json_array_unref (set);
  return arguments;
}
