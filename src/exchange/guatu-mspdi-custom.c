/* guatu-mspdi-custom.c — custom fields and baselines of Microsoft Project's XML. */
#include "guatu-mspdi-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Definitions ---------------------------------------------------------------------------------------------- */

enum { DEFINITION_ID, DEFINITION_NAME, DEFINITION_ALIAS };

static const GuatuShapeNames definition_names = {
  (const char * const []) { "FieldID", "FieldName", "Alias", NULL },
  (const char * const []) { "Ltuid", "Guid", "PhoneticAlias", "RollupType", "CalculationType", "UserDef", "CFType",
                            "ElemType", "MaxMultiValues", "SecondaryPID", "SecondaryGuid", "AutoRollDown",
                            "DefaultGuid", "AppendNewValues", "RestrictValues", "ValuelistSortOrder", NULL },
};

enum { VALUE_ID, VALUE_VALUE, VALUE_GUID };

static const GuatuShapeNames value_names = {
  (const char * const []) { "FieldID", "Value", "ValueGUID", NULL },
  (const char * const []) { "UID", "DurationFormat", "ValueID", NULL },
};

enum { CHOICE_ID, CHOICE_VALUE };

static const GuatuShapeNames choice_names = {
  (const char * const []) { "ID", "Value", NULL },
  (const char * const []) { "Description", "Phonetic", "FieldGUID", NULL },
};

/* What the file calls a field, what people call it, and the texts that it may hold, line by line. */
typedef struct
{
  char    *name;
  char    *alias;
  GString *choices;
} Definition;

static void
definition_free (gpointer data)
{
  Definition *definition = data;

  g_free (definition->name);
  g_free (definition->alias);
  if (definition->choices != NULL)
    g_string_free (definition->choices, TRUE);
  g_free (definition);
}

static void
read_choice (Mspdi *self, GString *choices)
{
  GuatuShape *shape = guatu_mspdi_shape (self, "Value of an ExtendedAttribute", &choice_names);
  GuatuRecord record = { 0 };
  const char *value;

  guatu_mspdi_record (self, shape, &record, NULL, NULL);
  value = guatu_record_text (&record, CHOICE_VALUE);
  if (value != NULL && value[strspn (value, " \t\r\n")] != '\0' && strpbrk (value, "\r\n") == NULL)
    g_string_append_printf (choices, "%s%s", choices->len > 0 ? "\n" : "", value);
  guatu_record_clear (&record);
}

static gboolean
read_choices (Mspdi *self, const char *name, gpointer data)
{
  GString *choices = data;
  int depth = guatu_xml_depth (self->xml);

  if (name != guatu_xml_intern (self->xml, "ValueList"))
    return FALSE;
  while (guatu_xml_child (self->xml, depth))
    if (guatu_xml_name (self->xml) == guatu_xml_intern (self->xml, "Value"))
      read_choice (self, choices);
  return TRUE;
}

static void
read_definition (Mspdi *self)
{
  GuatuShape *shape = guatu_mspdi_shape (self, "ExtendedAttribute", &definition_names);
  GuatuRecord record = { 0 };
  g_autoptr(GString) choices = g_string_new (NULL);
  Definition *definition;
  GuatuUid id;

  guatu_mspdi_record (self, shape, &record, read_choices, choices);
  id = guatu_mspdi_integer (guatu_record_text (&record, DEFINITION_ID), GUATU_NONE);
  if (id != GUATU_NONE)
    {
      definition = g_new0 (Definition, 1);
      definition->name = g_strdup (guatu_record_text (&record, DEFINITION_NAME));
      definition->alias = g_strdup (guatu_record_text (&record, DEFINITION_ALIAS));
      definition->choices = g_steal_pointer (&choices);
      g_hash_table_replace (self->custom_names, g_memdup2 (&id, sizeof id), definition);
    }
  guatu_record_clear (&record);
}

void
guatu_mspdi_read_custom_fields (Mspdi *self)
{
  int depth = guatu_xml_depth (self->xml);

  while (guatu_xml_child (self->xml, depth))
    if (guatu_xml_name (self->xml) == guatu_xml_intern (self->xml, "ExtendedAttribute"))
      read_definition (self);
}

GHashTable *
guatu_mspdi_custom_names_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, definition_free);
}

/* Values --------------------------------------------------------------------------------------------------- */

/* Fields are named after what they hold, with a number: "Text1", "Duration10". */
static GuatuCustomKind
kind_of (const char *name)
{
  static const struct { const char *prefix; GuatuCustomKind kind; } kinds[] = {
    { "Number", GUATU_CUSTOM_NUMBER }, { "Date", GUATU_CUSTOM_DATE }, { "Start", GUATU_CUSTOM_DATE },
    { "Finish", GUATU_CUSTOM_DATE }, { "Duration", GUATU_CUSTOM_DURATION }, { "Cost", GUATU_CUSTOM_COST },
    { "Flag", GUATU_CUSTOM_FLAG },
  };

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (name, kinds[i].prefix))
      return kinds[i].kind;

  return GUATU_CUSTOM_TEXT;
}

/* A text that is one of a list is a choice. */
static void
set_choices (Mspdi *self, gint32 row, const Definition *definition)
{
  if (definition == NULL || definition->choices->len == 0 || kind_of (definition->name) != GUATU_CUSTOM_TEXT)
    return;
  guatu_mspdi_set (self, GUATU_TABLE_CUSTOM_FIELD, row, GUATU_CUSTOM_FIELD_KIND, GUATU_CUSTOM_CHOICE);
  guatu_mspdi_set_text (self, GUATU_TABLE_CUSTOM_FIELD, row, GUATU_CUSTOM_FIELD_CHOICES, definition->choices->str);
}

/* Only fields that say something of somebody become fields of the plan. */
static gint32
field_of (Mspdi *self, GuatuUid id, GuatuTable owner)
{
  const Definition *definition = g_hash_table_lookup (self->custom_names, &id);
  gint32 row = guatu_mspdi_find (self->custom, id);
  g_autofree char *number = NULL;
  const char *name;

  if (row >= 0)
    return row;

  number = g_strdup_printf ("%lld", (long long) id);
  row = guatu_mspdi_insert (self, GUATU_TABLE_CUSTOM_FIELD);
  guatu_mspdi_remember (self->custom, id, row);
  name = definition != NULL && definition->alias != NULL && definition->alias[0] != '\0' ? definition->alias
         : definition != NULL && definition->name != NULL ? definition->name : number;
  guatu_plan_set (self->plan, GUATU_TABLE_CUSTOM_FIELD, row, GUATU_CUSTOM_FIELD_NAME, GUATU_TEXT ("—"));
  if (name[strspn (name, " \t\r\n")] != '\0')
    guatu_mspdi_set_text (self, GUATU_TABLE_CUSTOM_FIELD, row, GUATU_CUSTOM_FIELD_NAME, name);
  guatu_mspdi_set (self, GUATU_TABLE_CUSTOM_FIELD, row, GUATU_CUSTOM_FIELD_POSITION,
                   guatu_plan_n_live (self->plan, GUATU_TABLE_CUSTOM_FIELD));
  guatu_mspdi_set (self, GUATU_TABLE_CUSTOM_FIELD, row, GUATU_CUSTOM_FIELD_KIND,
                   kind_of (definition != NULL ? definition->name : NULL));
  set_choices (self, row, definition);
  guatu_mspdi_set (self, GUATU_TABLE_CUSTOM_FIELD, row, GUATU_CUSTOM_FIELD_OWNER,
                   owner == GUATU_TABLE_TASK ? GUATU_CUSTOM_OF_TASKS : GUATU_CUSTOM_OF_PEOPLE);
  guatu_mspdi_set_text (self, GUATU_TABLE_CUSTOM_FIELD, row, GUATU_CUSTOM_FIELD_SOURCE_ID, number);
  if (definition != NULL)
    guatu_mspdi_set_text (self, GUATU_TABLE_CUSTOM_FIELD, row, GUATU_CUSTOM_FIELD_SOURCE_NAME, definition->name);

  return row;
}

void
guatu_mspdi_read_custom_value (Mspdi *self, GuatuTable table, gint32 row)
{
  GuatuShape *shape = guatu_mspdi_shape (self, "ExtendedAttribute of a row", &value_names);
  GuatuRecord record = { 0 };
  const char *value;
  GuatuUid id;

  guatu_mspdi_record (self, shape, &record, NULL, NULL);
  id = guatu_mspdi_integer (guatu_record_text (&record, VALUE_ID), GUATU_NONE);
  value = guatu_record_text (&record, VALUE_VALUE);
  if (id != GUATU_NONE && value != NULL && value[0] != '\0')
    {
      MspdiPart part = { GUATU_TABLE_CUSTOM_VALUE, guatu_mspdi_insert (self, GUATU_TABLE_CUSTOM_VALUE) };
      gint32 field = field_of (self, id, table);

      guatu_plan_set (self->plan, part.table, part.row, GUATU_CUSTOM_VALUE_FIELD,
                      GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_CUSTOM_FIELD, field)));
      guatu_plan_set (self->plan, part.table, part.row,
                      table == GUATU_TABLE_TASK ? GUATU_CUSTOM_VALUE_TASK : GUATU_CUSTOM_VALUE_PERSON,
                      GUATU_INTEGER (guatu_plan_id (self->plan, table, row)));
      guatu_mspdi_set_text (self, part.table, part.row, GUATU_CUSTOM_VALUE_VALUE, value);
      g_array_append_val (self->parts, part);
    }
  guatu_record_clear (&record);
}

/* The project's own row may have brought fields that nothing in the plan has a value of. */
void
guatu_mspdi_end_custom_fields (Mspdi *self)
{
  for (gint32 row = 0; (guint) row < guatu_plan_n_rows (self->plan, GUATU_TABLE_CUSTOM_FIELD); row++)
    {
      guint n;

      if (guatu_plan_id (self->plan, GUATU_TABLE_CUSTOM_FIELD, row) == 0)
        continue;
      guatu_plan_referrers (self->plan, GUATU_TABLE_CUSTOM_VALUE, GUATU_CUSTOM_VALUE_FIELD, row, &n);
      if (n == 0)
        guatu_plan_remove (self->plan, GUATU_TABLE_CUSTOM_FIELD, row);
    }
}

/* Baselines ------------------------------------------------------------------------------------------------ */

enum { BASELINE_NUMBER, BASELINE_START, BASELINE_FINISH, BASELINE_DURATION, BASELINE_WORK, BASELINE_COST };

static const GuatuShapeNames baseline_names = {
  (const char * const []) { "Number", "Start", "Finish", "Duration", "Work", "Cost", NULL },
  (const char * const []) { "DurationFormat", "EstimatedDuration", "Interim", "FixedCost", "BCWS", "BCWP",
                            "FixedCostAccrual", "TimephasedData", NULL },
};

static gint32
baseline_of (Mspdi *self, gint64 number)
{
  gint32 row = guatu_mspdi_find (self->baselines, number);
  g_autofree char *name = NULL;

  if (row >= 0)
    return row;

  row = guatu_mspdi_insert (self, GUATU_TABLE_BASELINE);
  guatu_mspdi_remember (self->baselines, number, row);
  name = number == 0 ? g_strdup (_("Baseline")) : g_strdup_printf (_("Baseline %d"), (int) number);
  guatu_plan_set (self->plan, GUATU_TABLE_BASELINE, row, GUATU_BASELINE_NAME, GUATU_TEXT (name));
  guatu_mspdi_set (self, GUATU_TABLE_BASELINE, row, GUATU_BASELINE_NUMBER, number);
  if (number == 0)
    guatu_plan_set (self->plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_REFERENCE_BASELINE,
                    GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_BASELINE, row)));

  return row;
}

static void
write_baseline (Mspdi *self, gint32 task, gint32 baseline, const GuatuRecord *record)
{
  MspdiPart part = { GUATU_TABLE_BASELINE_TASK, guatu_mspdi_insert (self, GUATU_TABLE_BASELINE_TASK) };
  gint64 duration = guatu_mspdi_duration (guatu_record_text (record, BASELINE_DURATION));
  gint64 work = guatu_mspdi_duration (guatu_record_text (record, BASELINE_WORK));

  guatu_plan_set (self->plan, part.table, part.row, GUATU_BASELINE_TASK_BASELINE,
                  GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_BASELINE, baseline)));
  guatu_plan_set (self->plan, part.table, part.row, GUATU_BASELINE_TASK_TASK,
                  GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_TASK, task)));
  guatu_mspdi_set (self, part.table, part.row, GUATU_BASELINE_TASK_START,
                   guatu_mspdi_date (guatu_record_text (record, BASELINE_START)));
  guatu_mspdi_set (self, part.table, part.row, GUATU_BASELINE_TASK_FINISH,
                   guatu_mspdi_date (guatu_record_text (record, BASELINE_FINISH)));
  if (duration >= 0)
    guatu_mspdi_set (self, part.table, part.row, GUATU_BASELINE_TASK_DURATION, duration);
  if (work >= 0)
    guatu_mspdi_set (self, part.table, part.row, GUATU_BASELINE_TASK_WORK, work);
  if (guatu_record_text (record, BASELINE_COST) != NULL)
    guatu_mspdi_set (self, part.table, part.row, GUATU_BASELINE_TASK_INVESTMENT,
                     MAX (guatu_mspdi_scaled (guatu_record_text (record, BASELINE_COST), 1, 0), 0));
  g_array_append_val (self->parts, part);
}

/* Whether a date or an amount stands in it: programs write baselines that were never taken as well. */
static gboolean
says_something (const GuatuRecord *record)
{
  return guatu_mspdi_date (guatu_record_text (record, BASELINE_START)) != GUATU_NONE ||
         guatu_mspdi_date (guatu_record_text (record, BASELINE_FINISH)) != GUATU_NONE ||
         guatu_mspdi_duration (guatu_record_text (record, BASELINE_DURATION)) > 0 ||
         guatu_mspdi_duration (guatu_record_text (record, BASELINE_WORK)) > 0 ||
         guatu_mspdi_scaled (guatu_record_text (record, BASELINE_COST), 1, 0) > 0;
}

void
guatu_mspdi_read_baseline (Mspdi *self, gint32 task)
{
  GuatuShape *shape = guatu_mspdi_shape (self, "Baseline", &baseline_names);
  GuatuRecord record = { 0 };
  gint64 number;

  guatu_mspdi_record (self, shape, &record, NULL, NULL);
  number = guatu_mspdi_integer (guatu_record_text (&record, BASELINE_NUMBER), 0);
  if (number < 0 || number > 10)
    guatu_mspdi_unknown (self, "Task", "Baseline");
  else if (says_something (&record))
    write_baseline (self, task, baseline_of (self, number), &record);
  guatu_record_clear (&record);
}
