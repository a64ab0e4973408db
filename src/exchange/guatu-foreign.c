/* guatu-foreign.c — an import on its way: rows found by the file's ids, texts and numbers made fit, links. */
#include "guatu-foreign-private.h"

#include "guatu-id.h"
#include "guatu-samples.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

const GuatuHours guatu_foreign_usual_hours[2] = {
  { 8 * GUATU_HOUR, 12 * GUATU_HOUR }, { 13 * GUATU_HOUR, 17 * GUATU_HOUR },
};

static GHashTable *
table_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
clear_link (gpointer data)
{
  GuatuForeignLink *link = data;

  g_free (link->predecessor);
  g_free (link->successor);
}

void
guatu_foreign_init (GuatuForeign *self, GuatuXml *xml, const GuatuImportOptions *options, GuatuNotes *notes)
{
  gint32 settings;

  *self = (GuatuForeign) { .xml = xml, .options = options, .notes = notes, .plan = guatu_plan_new () };
  self->tasks = table_new ();
  self->people = table_new ();
  self->calendars = table_new ();
  self->fields = table_new ();
  self->assigned = table_new ();
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self->shares = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->links = g_array_new (FALSE, FALSE, sizeof (GuatuForeignLink));
  g_array_set_clear_func (self->links, clear_link);

  settings = guatu_plan_insert (self->plan, GUATU_TABLE_PLAN, guatu_id_next ());
  guatu_foreign_set_number (self, GUATU_TABLE_PLAN, settings, GUATU_PLAN_PUSH_TO_STATUS_DATE, FALSE);
  guatu_foreign_set_number (self, GUATU_TABLE_PLAN, settings, GUATU_PLAN_RETAINED_LOGIC, FALSE);
}

void
guatu_foreign_clear (GuatuForeign *self)
{
  g_clear_pointer (&self->plan, guatu_plan_free);
  g_hash_table_unref (self->tasks);
  g_hash_table_unref (self->people);
  g_hash_table_unref (self->calendars);
  g_hash_table_unref (self->fields);
  g_hash_table_unref (self->assigned);
  g_array_unref (self->lines);
  g_array_unref (self->shares);
  g_array_unref (self->links);
  g_clear_pointer (&self->gathered, g_ptr_array_unref);
}

/* Values ------------------------------------------------------------------------------------------- */

const char *
guatu_foreign_attribute (GuatuForeign *self, const char *name)
{
  const char *value = guatu_xml_attribute (self->xml, name);

  return value != NULL ? value : "";
}

gboolean
guatu_foreign_is_true (GuatuForeign *self, const char *name)
{
  return g_str_equal (guatu_foreign_attribute (self, name), "true");
}

gboolean
guatu_foreign_integer (const char *text, gint64 *number)
{
  return g_ascii_string_to_signed (text, 10, -G_MAXINT32, G_MAXINT32, number, NULL);
}

gboolean
guatu_foreign_decimal (const char *text, double *number)
{
  char *end;

  if (text[strspn (text, "0123456789.+-eE")] != '\0' || text[0] == '\0')
    return FALSE;
  *number = g_ascii_strtod (text, &end);
  return *end == '\0' && isfinite (*number);
}

gboolean
guatu_foreign_percent (const char *text, gint64 high, gint64 *share)
{
  double number;

  if (!guatu_foreign_decimal (text, &number) || number < 0 || number * 100 > (double) high)
    return FALSE;
  *share = (gint64) (number * 100 + 0.5);
  return TRUE;
}

/* Text as a field may hold it: no control characters, and a name on one line. Free it. */
static char *
fit (const char *text, gboolean one_line)
{
  g_autoptr(GString) fitted = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_iscntrl (character) && (one_line || (character != '\n' && character != '\t')))
        character = character == '\r' ? '\n' : ' ';
      if (one_line && character == '\n')
        character = ' ';
      g_string_append_unichar (fitted, character);
    }
  return g_strstrip (g_string_free (g_steal_pointer (&fitted), FALSE));
}

static gboolean
is_on_one_line (GuatuTable table, guint field)
{
  const char *name = guatu_field (table, field)->name;

  return !g_str_equal (name, "note") && !g_str_equal (name, "value");
}

void
guatu_foreign_set_text (GuatuForeign *self, GuatuTable table, gint32 row, guint field, const char *text)
{
  g_autofree char *fitted = fit (text, is_on_one_line (table, field));

  if (fitted[0] != '\0')
    guatu_plan_set (self->plan, table, row, field, GUATU_TEXT (fitted));
}

void
guatu_foreign_set_number (GuatuForeign *self, GuatuTable table, gint32 row, guint field, gint64 number)
{
  const GuatuField *info = guatu_field (table, field);

  if (number == GUATU_NONE)
    guatu_plan_set (self->plan, table, row, field, GUATU_NULL);
  else
    guatu_plan_set (self->plan, table, row, field, GUATU_INTEGER (CLAMP (number, info->min, info->max)));
}

gint32
guatu_foreign_find (GHashTable *table, const char *id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (table, id)) - 1;
}

/* Rows --------------------------------------------------------------------------------------------- */

gint32
guatu_foreign_insert (GuatuForeign *self, GuatuTable table, guint owner_field, GuatuTable owner_table, gint32 owner)
{
  gint32 row = guatu_plan_insert (self->plan, table, guatu_id_next ());

  guatu_plan_set (self->plan, table, row, owner_field, GUATU_INTEGER (guatu_plan_id (self->plan, owner_table, owner)));
  return row;
}

/* A row with name, id of the file and place in the list, known by that id. */
static gint32
add_named (GuatuForeign *self, GuatuTable table, GHashTable *rows, const char *id, const char *name)
{
  gint32 row = guatu_plan_insert (self->plan, table, guatu_id_next ());
  int position = guatu_field_find (table, "position");
  int uid = guatu_field_find (table, "source_uid");
  g_autofree char *fitted = fit (name, TRUE);

  if (fitted[0] == '\0')
    {
      g_free (fitted);
      /* Translators: what something without a name is called, and its number in the file. */
      fitted = g_strdup_printf (_("Unnamed %s"), id);
    }
  guatu_foreign_set_text (self, table, row, (guint) guatu_field_find (table, "name"), fitted);
  guatu_foreign_set_text (self, table, row, (guint) uid, id);
  if (position >= 0)
    guatu_foreign_set_number (self, table, row, (guint) position, row + 1);

  if (g_hash_table_contains (rows, id))
    guatu_foreign_note (self, guatu_xml_line (self->xml), guatu_xml_name (self->xml), name,
                        _("another one has the id “%s” already; what refers to it was taken to mean the first"), id);
  else
    g_hash_table_insert (rows, g_strdup (id), GINT_TO_POINTER (row + 1));
  return row;
}

gint32
guatu_foreign_add_task (GuatuForeign *self, const char *id, const char *name, gint32 parent)
{
  const gint64 none = GUATU_NONE;
  guint line = guatu_xml_line (self->xml);
  gint32 row;

  if (self->lines->len >= GUATU_FOREIGN_MAX_TASKS)
    {
      self->full = TRUE;
      return -1;
    }
  row = add_named (self, GUATU_TABLE_TASK, self->tasks, id, name);
  g_array_append_val (self->lines, line);
  g_array_append_val (self->shares, none);
  if (parent >= 0)
    guatu_plan_set (self->plan, GUATU_TABLE_TASK, row, GUATU_TASK_PARENT,
                    GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_TASK, parent)));
  return row;
}

gint32
guatu_foreign_add_person (GuatuForeign *self, const char *id, const char *name)
{
  return add_named (self, GUATU_TABLE_PERSON, self->people, id, name);
}

gint32
guatu_foreign_add_calendar (GuatuForeign *self, const char *id, const char *name)
{
  return add_named (self, GUATU_TABLE_CALENDAR, self->calendars, id, name);
}

void
guatu_foreign_add_hours (GuatuForeign *self, guint hours_field, gint32 owner, const GuatuHours *hours, guint n)
{
  GuatuTable table = hours_field == GUATU_CALENDAR_HOURS_DAY ? GUATU_TABLE_CALENDAR_DAY :
                     GUATU_TABLE_CALENDAR_EXCEPTION;

  for (guint i = 0; i < n; i++)
    {
      gint32 row = guatu_foreign_insert (self, GUATU_TABLE_CALENDAR_HOURS, hours_field, table, owner);

      guatu_foreign_set_number (self, GUATU_TABLE_CALENDAR_HOURS, row, GUATU_CALENDAR_HOURS_FROM_TIME, hours[i].from);
      guatu_foreign_set_number (self, GUATU_TABLE_CALENDAR_HOURS, row, GUATU_CALENDAR_HOURS_TO_TIME, hours[i].to);
    }
}

gint32
guatu_foreign_assign (GuatuForeign *self, const char *task, const char *person, GuatuRole role, gint64 share)
{
  gint32 task_row = guatu_foreign_find (self->tasks, task);
  gint32 person_row = guatu_foreign_find (self->people, person);
  g_autofree char *key = g_strdup_printf ("%d/%d/%d", task_row, person_row, (int) role);
  guint line = guatu_xml_line (self->xml);
  gint32 row;

  if (task_row < 0 || person_row < 0)
    {
      guatu_foreign_note (self, line, guatu_xml_name (self->xml), NULL,
                          task_row < 0 ? _("no task has the id “%s”; it was left out")
                                       : _("no resource has the id “%s”; it was left out"),
                          task_row < 0 ? task : person);
      return -1;
    }
  if (!g_hash_table_add (self->assigned, g_strdup (key)))
    {
      guatu_foreign_note (self, line, guatu_xml_name (self->xml), NULL,
                          _("“%s” is assigned to “%s” already; it was left out"),
                          guatu_plan_string (self->plan, GUATU_TABLE_PERSON, person_row, GUATU_PERSON_NAME),
                          guatu_plan_task_name (self->plan, task_row));
      return -1;
    }

  row = guatu_foreign_insert (self, GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_TASK, GUATU_TABLE_TASK, task_row);
  guatu_plan_set (self->plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_PERSON,
                  GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_PERSON, person_row)));
  guatu_foreign_set_number (self, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_ROLE, role);
  guatu_foreign_set_number (self, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_SHARE, share);
  return row;
}

/* Custom fields -------------------------------------------------------------------------------------- */

static char *
field_key (GuatuCustomOwner owner, const char *id)
{
  return g_strconcat (owner == GUATU_CUSTOM_OF_TASKS ? "t:" : "p:", id, NULL);
}

void
guatu_foreign_add_field (GuatuForeign *self, GuatuCustomOwner owner, const char *id, const char *name,
                         GuatuCustomKind kind)
{
  g_autofree char *key = field_key (owner, id);
  gint32 row;

  if (id[0] == '\0' || g_hash_table_contains (self->fields, key))
    {
      guatu_foreign_note (self, guatu_xml_line (self->xml), guatu_xml_name (self->xml), name,
                          _("the field has no id of its own and was left out"));
      return;
    }
  row = guatu_plan_insert (self->plan, GUATU_TABLE_CUSTOM_FIELD, guatu_id_next ());
  guatu_foreign_set_text (self, GUATU_TABLE_CUSTOM_FIELD, row, GUATU_CUSTOM_FIELD_NAME, id);
  guatu_foreign_set_text (self, GUATU_TABLE_CUSTOM_FIELD, row, GUATU_CUSTOM_FIELD_NAME, name);
  guatu_foreign_set_text (self, GUATU_TABLE_CUSTOM_FIELD, row, GUATU_CUSTOM_FIELD_SOURCE_ID, id);
  guatu_foreign_set_number (self, GUATU_TABLE_CUSTOM_FIELD, row, GUATU_CUSTOM_FIELD_KIND, kind);
  guatu_foreign_set_number (self, GUATU_TABLE_CUSTOM_FIELD, row, GUATU_CUSTOM_FIELD_OWNER, owner);
  guatu_foreign_set_number (self, GUATU_TABLE_CUSTOM_FIELD, row, GUATU_CUSTOM_FIELD_POSITION, row + 1);
  g_hash_table_insert (self->fields, g_steal_pointer (&key), GINT_TO_POINTER (row + 1));
}

void
guatu_foreign_add_value (GuatuForeign *self, GuatuCustomOwner owner, gint32 row, const char *id, const char *value)
{
  g_autofree char *key = field_key (owner, id);
  gint32 field = guatu_foreign_find (self->fields, key);
  GuatuTable table = owner == GUATU_CUSTOM_OF_TASKS ? GUATU_TABLE_TASK : GUATU_TABLE_PERSON;
  gint32 entry;

  if (value[0] == '\0' || row < 0)
    return;
  if (field < 0)
    {
      guatu_foreign_note (self, guatu_xml_line (self->xml), guatu_xml_name (self->xml), id,
                          _("there is no such custom field; “%s” was left out"), value);
      return;
    }
  entry = guatu_foreign_insert (self, GUATU_TABLE_CUSTOM_VALUE,
                                owner == GUATU_CUSTOM_OF_TASKS ? GUATU_CUSTOM_VALUE_TASK : GUATU_CUSTOM_VALUE_PERSON,
                                table, row);
  guatu_plan_set (self->plan, GUATU_TABLE_CUSTOM_VALUE, entry, GUATU_CUSTOM_VALUE_FIELD,
                  GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_CUSTOM_FIELD, field)));
  guatu_foreign_set_text (self, GUATU_TABLE_CUSTOM_VALUE, entry, GUATU_CUSTOM_VALUE_VALUE, value);
}

/* The end ------------------------------------------------------------------------------------------- */

static gboolean
check (GuatuForeign *self, GError **error)
{
  if (!guatu_xml_check (self->xml, error))
    return FALSE;
  if (self->full)
    {
      g_set_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_TOO_LARGE,
                   _("The file has more than %d tasks."), GUATU_FOREIGN_MAX_TASKS);
      return FALSE;
    }
  return TRUE;
}

/* What the caller asked for goes over what the file says; dates that it moves are named later. */
static gboolean
take_options (GuatuForeign *self, GError **error)
{
  const char *title = self->options->title;
  gint32 calendar;

  if (title != NULL)
    guatu_foreign_set_text (self, GUATU_TABLE_PLAN, 0, GUATU_PLAN_TITLE, title);
  if (self->options->start != GUATU_NONE)
    guatu_foreign_set_number (self, GUATU_TABLE_PLAN, 0, GUATU_PLAN_START, self->options->start);
  if (self->options->calendar == NULL)
    return TRUE;

  calendar = guatu_calendar_add (self->plan, self->options->calendar, error);
  if (calendar < 0)
    return FALSE;
  guatu_plan_set (self->plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_CALENDAR,
                  GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_CALENDAR, calendar)));
  return TRUE;
}

GuatuPlan *
guatu_foreign_finish (GuatuForeign *self, GError **error)
{
  if (!check (self, error))
    return NULL;

  guatu_foreign_make_links (self);
  if (!take_options (self, error))
    return NULL;
  guatu_plan_settle (self->plan);
  guatu_foreign_read_progress (self);
  guatu_plan_settle (self->plan);
  if (!guatu_foreign_hold_dates (self, error))
    return NULL;
  guatu_foreign_tell_gathered (self);
  if (!guatu_foreign_tell_differences (self, error))
    return NULL;

  return g_steal_pointer (&self->plan);
}
