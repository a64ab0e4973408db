/* guatu-entry-title.c — what a journal entry did, told in the reader's language from its kind and arguments. */
#include "guatu-document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-field-text.h"

/* Entries come out of files, and json-glib overflows its stack on deep nesting. Ours nest three levels. */
#define DEPTH_MAX 16
#define LENGTH_MAX (1 << 20)

static gboolean
is_safe_json (const char *text)
{
  gboolean in_string = FALSE;
  int depth = 0;

  if (strlen (text) > LENGTH_MAX)
    return FALSE;

  for (; *text != '\0'; text++)
    {
      if (in_string && *text == '\\' && text[1] != '\0')
        text++;
      else if (*text == '"')
        in_string = !in_string;
      else if (!in_string && (*text == '{' || *text == '['))
        {
          if (++depth > DEPTH_MAX)
            return FALSE;
        }
      else if (!in_string && (*text == '}' || *text == ']'))
        depth--;
    }
  return TRUE;
}

/* The arguments of an entry; an empty object where they cannot be read. */
static JsonObject *
read_arguments (const char *text)
{
  g_autoptr(JsonNode) node = NULL;

  if (text != NULL && is_safe_json (text))
    node = json_from_string (text, NULL);
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : json_object_new ();
}

/* A text member; "" where there is none. */
static const char *
text_of (JsonObject *arguments, const char *member)
{
  JsonNode *node = json_object_get_member (arguments, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return "";
  return json_node_get_string (node);
}

static gint64
number_of (JsonObject *arguments, const char *member)
{
  JsonNode *node = json_object_get_member (arguments, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return 0;
  return json_node_get_int (node);
}

/* Values ---------------------------------------------------------------------------------------------- */

/* A date alone where no time was said. */
static char *
date_label (const char *text)
{
  GuatuInstant instant;

  if (!guatu_instant_parse (text, 0, &instant))
    return g_strdup (text);
  return strchr (text, 'T') == NULL ? guatu_day_label (instant) : guatu_moment_label (instant);
}

/* The form is the same whatever the plan's rates were: they do not matter for how it is said. */
static char *
duration_label (const char *text)
{
  GuatuDurationRates rates = GUATU_DURATION_RATES_DEFAULT;
  GuatuDuration duration;

  if (!guatu_duration_parse (text, &rates, TRUE, &duration))
    return g_strdup (text);
  return guatu_duration_label (duration, &rates);
}

static char *
percent_label (const char *text)
{
  const char *sign = strchr (text, '%');
  g_autofree char *number = sign != NULL ? g_strndup (text, (gsize) (sign - text)) : NULL;

  return number != NULL ? guatu_percent_label (number) : g_strdup (text);
}

/* "duration" within a sentence for the label "Duration"; "WBS" stays, and so does what has no case. */
static char *
label_in_sentence (const char *label)
{
  gunichar first = g_utf8_get_char (label);
  const char *rest = g_utf8_next_char (label);
  char lower[7] = "";

  if (!g_unichar_isupper (first) || *rest == '\0' || g_unichar_isupper (g_utf8_get_char (rest)))
    return g_strdup (label);
  lower[g_unichar_to_utf8 (g_unichar_tolower (first), lower)] = '\0';
  return g_strconcat (lower, rest, NULL);
}

char *
guatu_value_label (const GuatuField *field, const char *text)
{
  int choice;

  switch (field->type)
    {
    case GUATU_TYPE_INSTANT:
    case GUATU_TYPE_DATE:
      return date_label (text);
    case GUATU_TYPE_WORK:
    case GUATU_TYPE_LAG:
      return duration_label (text);
    case GUATU_TYPE_BOOLEAN:
      return g_strdup (g_str_equal (text, "yes") ? _("yes") : _("no"));
    case GUATU_TYPE_PERCENT:
      return percent_label (text);
    case GUATU_TYPE_ENUM:
      choice = guatu_field_find_choice (field, text);
      return choice >= 0 ? label_in_sentence (_(field->choices[choice].label)) : g_strdup (text);
    case GUATU_TYPE_ID:
    case GUATU_TYPE_REFERENCE:
    case GUATU_TYPE_TEXT:
    case GUATU_TYPE_FLAGS:
    case GUATU_TYPE_INTEGER:
    case GUATU_TYPE_DAYTIME:
    case GUATU_TYPE_MONEY:
    default:
      return g_strdup (text);
    }
}

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
  field = guatu_field_find (table, text_of (one, "field"));
  if (field < 0)
    return FALSE;
  *label = label_in_sentence (_(guatu_field (table, (guint) field)->label));
  *value = guatu_value_label (guatu_field (table, (guint) field), text_of (one, "value"));
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
  const char *name = text_of (arguments, "name");
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
  g_autofree char *wanted = label_in_sentence (_(guatu_field (table, field)->label));
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

static char *
add_title (JsonObject *arguments, GuatuTable table)
{
  const char *name = text_of (arguments, "name");
  g_autofree char *value = NULL;

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
    case GUATU_TABLE_CUSTOM_FIELD:
      return g_strdup_printf (_("Add custom field “%s”"), name);
    case GUATU_TABLE_CUSTOM_VALUE:
      if (name[0] == '\0')
        return g_strdup (_("Fill in a custom field"));
      value = value_set (arguments, GUATU_TABLE_CUSTOM_VALUE, GUATU_CUSTOM_VALUE_VALUE);
      return value_title (name, value);
    case GUATU_TABLE_LIGHT_RULE_SET:
      return g_strdup_printf (_("Add light rules “%s”"), name);
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
remove_task_title (JsonObject *arguments)
{
  gint64 subtasks = number_of (arguments, "subtasks");
  const char *name = text_of (arguments, "name");

  if (subtasks <= 0)
    return g_strdup_printf (_("Remove task “%s”"), name);
  return g_strdup_printf (ngettext ("Remove task “%s” and its %u subtask", "Remove task “%s” and its %u subtasks",
                                    (gulong) subtasks), name, (guint) subtasks);
}

static char *
remove_title (JsonObject *arguments, GuatuTable table)
{
  const char *name = text_of (arguments, "name");

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
    case GUATU_TABLE_BASELINE:
      return g_strdup_printf (_("Drop baseline “%s”"), name);
    case GUATU_TABLE_CALENDAR_WEEK:
      return g_strdup_printf (_("Remove working week “%s”"), name);
    case GUATU_TABLE_TASK_SPLIT:
      return g_strdup_printf (_("Remove an interruption of “%s”"), name);
    case GUATU_TABLE_CUSTOM_FIELD:
      return g_strdup_printf (_("Remove custom field “%s”"), name);
    case GUATU_TABLE_CUSTOM_VALUE:
      return g_strdup_printf (_("Empty custom field “%s”"), name);
    case GUATU_TABLE_LIGHT_RULE_SET:
      return g_strdup_printf (_("Remove light rules “%s”"), name);
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

/* Titles of "task-add" and the like; %NULL for kinds that are not of this form. */
static char *
row_title (const char *kind, JsonObject *arguments)
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

/* Other kinds --------------------------------------------------------------------------------------------- */

static char *
move_title (JsonObject *arguments)
{
  const char *name = text_of (arguments, "name");
  const char *parent = text_of (arguments, "parent");
  const char *before = text_of (arguments, "before");

  if (before[0] != '\0')
    return g_strdup_printf (_("Move “%s” before “%s”"), name, before);
  if (parent[0] != '\0')
    return g_strdup_printf (_("Move “%s” under “%s”"), name, parent);
  return g_strdup_printf (_("Move “%s” to the end"), name);
}

static char *
link_title (JsonObject *arguments)
{
  g_autofree char *type = g_ascii_strup (text_of (arguments, "type"), -1);
  const char *lag_text = text_of (arguments, "lag");
  g_autofree char *lag = NULL;

  if (lag_text[0] == '\0')
    /* Translators: two tasks and the type of the link: Link “Survey” to “Design” (FS) */
    return g_strdup_printf (_("Link “%s” to “%s” (%s)"), text_of (arguments, "predecessor"),
                            text_of (arguments, "successor"), type);

  lag = duration_label (lag_text);
  /* Translators: two tasks, the type of the link and its lag: Link “Survey” to “Design” (FS, 2 d) */
  return g_strdup_printf (_("Link “%s” to “%s” (%s, %s)"), text_of (arguments, "predecessor"),
                          text_of (arguments, "successor"), type, lag);
}

static char *
assign_title (JsonObject *arguments, gboolean away)
{
  const GuatuField *field = guatu_field (GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ROLE);
  int role = guatu_field_find_choice (field, text_of (arguments, "role"));
  g_autofree char *label = role >= 0 ? label_in_sentence (_(field->choices[role].label)) : NULL;
  const char *who = text_of (arguments, "who");
  const char *task = text_of (arguments, "task");

  if (!away)
    /* Translators: a unit or person, the task and the role: Assign “Bureau of Roads” to “Survey” as lead unit */
    return g_strdup_printf (_("Assign “%s” to “%s” as %s"), who, task, label != NULL ? label : "");
  if (label != NULL)
    return g_strdup_printf (_("Remove “%s” from “%s” as %s"), who, task, label);
  return g_strdup_printf (_("Remove “%s” from “%s”"), who, task);
}

static char *
report_title (JsonObject *arguments)
{
  /* The day is what a report is dated by; its hour says nothing to a reader. */
  g_auto(GStrv) date_and_time = g_strsplit (text_of (arguments, "date"), "T", 2);
  g_autofree char *date = date_label (date_and_time[0] != NULL ? date_and_time[0] : "");
  g_autofree char *share = percent_label (text_of (arguments, "share"));

  /* Translators: the task, the share done and the day: Report “Survey” at 40% on 2022-10-17 */
  return g_strdup_printf (_("Report “%s” at %s on %s"), text_of (arguments, "name"), share, date);
}

static char *
light_title (JsonObject *arguments)
{
  const GuatuField *field = guatu_field (GUATU_TABLE_LIGHT_OVERRIDE, GUATU_LIGHT_OVERRIDE_COLOUR);
  g_autofree char *colour = guatu_value_label (field, text_of (arguments, "colour"));
  g_autofree char *until = date_label (text_of (arguments, "until"));

  /* Translators: the task, the colour and a day: Set the light of “Bridge” to green by hand until 2022-10-31 */
  return g_strdup_printf (_("Set the light of “%s” to %s by hand until %s"), text_of (arguments, "name"), colour, until);
}

static char *
shift_title (JsonObject *arguments)
{
  gint64 days = CLAMP (number_of (arguments, "days"), -G_MAXINT, G_MAXINT);
  JsonNode *node = json_object_get_member (arguments, "working");
  gboolean working = node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_boolean (node);
  gulong n = (gulong) ABS (days);

  if (working)
    return g_strdup_printf (days < 0 ? ngettext ("Move the plan %lu working day earlier",
                                                 "Move the plan %lu working days earlier", n)
                                     : ngettext ("Move the plan %lu working day later",
                                                 "Move the plan %lu working days later", n), n);
  return days < 0 ? g_strdup_printf (ngettext ("Move the plan %lu day earlier", "Move the plan %lu days earlier", n), n)
                  : g_strdup_printf (ngettext ("Move the plan %lu day later", "Move the plan %lu days later", n), n);
}

/* The entry that another one is about; FALSE if it does not say. */
static gboolean
inner_entry (JsonObject *arguments, GuatuEntry *entry)
{
  JsonNode *node = json_object_get_member (arguments, "of");
  JsonObject *of = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  *entry = (GuatuEntry) { 0 };
  if (of == NULL)
    return FALSE;
  entry->kind = text_of (of, "kind");
  entry->arguments = text_of (of, "arguments");
  return TRUE;
}

/* The title of the entry that an undo or redo is about. */
static char *
inner_title (JsonObject *arguments)
{
  GuatuEntry entry;

  if (!inner_entry (arguments, &entry))
    return g_strdup ("");
  /* Undoes are never undone but by a redo, which is about the edit itself: this does not go on for ever. */
  if (g_str_equal (entry.kind, "undo") || g_str_equal (entry.kind, "redo"))
    return g_strdup (entry.kind);
  return guatu_entry_title (&entry);
}

/* When the entry was made, on the reader's clock; "?" if that is no time. Free it. */
static char *
time_label (gint64 milliseconds)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (milliseconds / 1000);
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  char *label = local != NULL ? g_date_time_format (local, C_("date", "%b %-d, %Y, %H:%M")) : NULL;

  return label != NULL ? label : g_strdup ("?");
}

/* How deep it nests is bounded by its length: each level quotes the next. */
static char *
revert_title (JsonObject *arguments)
{
  g_autofree char *when = time_label (number_of (arguments, "time"));
  g_autofree char *what = NULL;
  GuatuEntry entry;

  if (!inner_entry (arguments, &entry))
    return g_strdup_printf (_("Revert to %s"), when);
  what = guatu_entry_title (&entry);
  /* Translators: a date with its time, and what was done then. */
  return g_strdup_printf (_("Revert to %s, “%s”"), when, what);
}

/* "2022-10-01", or with the last day as well. */
static char *
days_label (JsonObject *arguments)
{
  const char *from = text_of (arguments, "from"), *to = text_of (arguments, "to");

  return g_str_equal (from, to) ? g_strdup (from) : g_strdup_printf (_("%s to %s"), from, to);
}

static char *
calendar_days_title (JsonObject *arguments)
{
  g_autofree char *days = days_label (arguments);
  const char *what = text_of (arguments, "what"), *name = text_of (arguments, "name");
  const char *called = text_of (arguments, "called");

  if (g_str_equal (what, "recurring"))
    return g_strdup_printf (_("Add “%s”, which comes back, to calendar “%s”"), called, name);
  if (g_str_equal (what, "week"))
    /* Translators: a day or days, and the calendar */
    return g_strdup_printf (_("Nothing special on %s in calendar “%s”"), days, name);
  if (g_str_equal (what, "worked"))
    return g_strdup_printf (_("Work on %s in calendar “%s”"), days, name);
  if (called[0] != '\0')
    /* Translators: a name, a day or days, and the calendar */
    return g_strdup_printf (_("“%s”, off on %s in calendar “%s”"), called, days, name);
  return g_strdup_printf (_("Off on %s in calendar “%s”"), days, name);
}

static char *
calendar_hours_title (JsonObject *arguments)
{
  static const char * const weekdays[] = { N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"),
                                           N_("Saturday"), N_("Sunday") };
  gint64 weekday = number_of (arguments, "weekday");
  const char *hours = text_of (arguments, "hours"), *name = text_of (arguments, "name");
  const char *day = weekday >= 0 && weekday < 7 ? _(weekdays[weekday]) : "?";

  if (g_str_equal (text_of (arguments, "what"), "base"))
    return g_strdup_printf (_("Say nothing of %s in calendar “%s”"), day, name);
  if (hours[0] == '\0')
    return g_strdup_printf (_("No work on %s in calendar “%s”"), day, name);
  /* Translators: a weekday, the calendar and hours: Work on Monday in calendar “Site”: 8:00–12:00 */
  return g_strdup_printf (_("Work on %s in calendar “%s”: %s"), day, name, hours);
}

static char *
start_title (const char *kind, JsonObject *arguments)
{
  const char *title = text_of (arguments, "title");
  const char *source = text_of (arguments, "source");

  if (g_str_equal (kind, "create"))
    return title[0] != '\0' ? g_strdup_printf (_("Create the plan “%s”"), title) : g_strdup (_("Create the plan"));
  if (g_str_equal (kind, "import"))
    return source[0] != '\0' ? g_strdup_printf (_("Import “%s”"), source) : g_strdup (_("Import the plan"));
  if (g_str_equal (kind, "copy"))
    return g_strdup (_("Copy the plan without its history"));
  return NULL;
}

static char *
import_title (JsonObject *arguments)
{
  guint n = (guint) number_of (arguments, "n");

  /* Translators: so many tasks, from a file. */
  return g_strdup_printf (ngettext ("Import %u task from “%s”", "Import %u tasks from “%s”", n), n,
                          text_of (arguments, "source"));
}

char *
guatu_entry_title (const GuatuEntry *entry)
{
  const char *kind;
  g_autoptr(JsonObject) arguments = NULL;
  g_autofree char *inner = NULL;
  char *title;

  g_return_val_if_fail (entry != NULL && entry->kind != NULL, NULL);

  kind = entry->kind;
  arguments = read_arguments (entry->arguments);

  if (g_str_equal (kind, "undo") || g_str_equal (kind, "redo"))
    {
      inner = inner_title (arguments);
      if (g_str_equal (kind, "undo"))
        return g_strdup_printf (_("Undo: %s"), inner);
      return g_strdup_printf (_("Redo: %s"), inner);
    }
  if (g_str_equal (kind, "revert"))
    return revert_title (arguments);
  if (g_str_equal (kind, "task-move") || g_str_equal (kind, "unit-move") || g_str_equal (kind, "person-move"))
    return move_title (arguments);
  if (g_str_equal (kind, "unit-merge") || g_str_equal (kind, "person-merge"))
    /* Translators: two entries of one person or unit: the one that goes, and the one that stays. */
    return g_strdup_printf (_("Merge “%1$s” into “%2$s”"), text_of (arguments, "from"), text_of (arguments, "name"));
  if (g_str_equal (kind, "custom-field"))
    return g_strdup_printf (_("Change custom field “%s”"), text_of (arguments, "name"));
  if (g_str_equal (kind, "link"))
    return link_title (arguments);
  if (g_str_equal (kind, "unlink"))
    return g_strdup_printf (_("Remove the link from “%s” to “%s”"), text_of (arguments, "predecessor"),
                            text_of (arguments, "successor"));
  if (g_str_equal (kind, "assign") || g_str_equal (kind, "unassign"))
    return assign_title (arguments, g_str_equal (kind, "unassign"));
  if (g_str_equal (kind, "report"))
    return report_title (arguments);
  if (g_str_equal (kind, "baseline"))
    return g_strdup_printf (_("Set baseline “%s”"), text_of (arguments, "name"));
  if (g_str_equal (kind, "light"))
    return light_title (arguments);
  if (g_str_equal (kind, "light-clear"))
    return g_strdup_printf (_("Remove the light set by hand on “%s”"), text_of (arguments, "name"));
  if (g_str_equal (kind, "light-rules"))
    return g_strdup_printf (_("Give lights by the rules “%s”"), text_of (arguments, "name"));

  if (g_str_equal (kind, "plan-shift"))
    return shift_title (arguments);
  if (g_str_equal (kind, "calendar-days"))
    return calendar_days_title (arguments);
  if (g_str_equal (kind, "calendar-hours"))
    return calendar_hours_title (arguments);
  if (g_str_equal (kind, "calendar-copy"))
    return g_strdup_printf (_("Copy calendar “%s” as “%s”"), text_of (arguments, "source"),
                            text_of (arguments, "name"));
  if (g_str_equal (kind, "calendar-import"))
    /* Translators: a file of holidays, and the calendar: Take the days of “2027.ics” into calendar “China” */
    return g_strdup_printf (_("Take the days of “%s” into calendar “%s”"), text_of (arguments, "source"),
                            text_of (arguments, "name"));

  if (g_str_equal (kind, "tasks-import") && text_of (arguments, "source")[0] != '\0')
    return import_title (arguments);

  title = guatu_group_title (kind, text_of (arguments, "name"), (guint) number_of (arguments, "n"));
  if (title == NULL)
    title = start_title (kind, arguments);
  if (title == NULL)
    title = row_title (kind, arguments);
  /* A newer version may know more kinds than this one. */
  return title != NULL ? title : g_strdup_printf (_("Another kind of change (%s)"), kind);
}

/* Notes --------------------------------------------------------------------------------------------------- */

char **
guatu_entry_notes (const GuatuEntry *entry)
{
  g_autoptr(GStrvBuilder) lines = g_strv_builder_new ();
  g_autoptr(JsonObject) arguments = NULL;
  JsonNode *node;

  g_return_val_if_fail (entry != NULL, NULL);

  arguments = read_arguments (entry->arguments);
  node = json_object_get_member (arguments, "notes");
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      {
        JsonNode *line = json_array_get_element (json_node_get_array (node), i);

        if (JSON_NODE_HOLDS_VALUE (line) && json_node_get_value_type (line) == G_TYPE_STRING)
          g_strv_builder_add (lines, json_node_get_string (line));
      }

  return g_strv_builder_end (lines);
}
