/* guatu-field.c — the field table looked up, and values checked against it. */
#include "guatu-field-private.h"

#include "guatu-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (guatu-model-error-quark, guatu_model_error)

const GuatuTableInfo *
guatu_table_info (GuatuTable table)
{
  g_return_val_if_fail (table < GUATU_N_TABLES, NULL);

  return &guatu_tables[table];
}

int
guatu_table_find (const char *name)
{
  for (int table = 0; table < GUATU_N_TABLES; table++)
    if (g_str_equal (guatu_tables[table].name, name) || g_str_equal (guatu_tables[table].plural, name))
      return table;

  return -1;
}

int
guatu_field_find (GuatuTable table, const char *name)
{
  g_return_val_if_fail (table < GUATU_N_TABLES, -1);

  for (guint i = 0; i < guatu_tables[table].n_fields; i++)
    if (g_str_equal (guatu_tables[table].fields[i].name, name))
      return (int) i;

  return -1;
}

const GuatuField *
guatu_field (GuatuTable table, guint field)
{
  g_return_val_if_fail (table < GUATU_N_TABLES, NULL);
  g_return_val_if_fail (field < guatu_tables[table].n_fields, NULL);

  return &guatu_tables[table].fields[field];
}

int
guatu_field_since (GuatuTable table, guint field)
{
  int version = 1;

  g_return_val_if_fail (guatu_field (table, field) != NULL, 0);

  while (version < GUATU_SCHEMA_VERSION && guatu_tables[table].n_in[version - 1] <= field)
    version++;

  return version;
}

/* People write names with hyphens and names with underscores: "lead-unit", "lead_unit". */
static gboolean
same_name (const char *a, const char *b)
{
  for (; *a != '\0' || *b != '\0'; a++, b++)
    if ((*a == '_' ? '-' : g_ascii_tolower (*a)) != (*b == '_' ? '-' : g_ascii_tolower (*b)))
      return FALSE;

  return TRUE;
}

int
guatu_field_find_choice (const GuatuField *field, const char *name)
{
  if (field->choices == NULL)
    return -1;

  for (int i = 0; field->choices[i].name != NULL; i++)
    if (same_name (field->choices[i].name, name))
      return i;

  return -1;
}

GuatuValue
guatu_field_fallback (const GuatuField *field)
{
  if (field->type == GUATU_TYPE_TEXT)
    return GUATU_TEXT ("");
  if (field->flags & (GUATU_FIELD_NULLABLE | GUATU_FIELD_REQUIRED))
    return GUATU_NULL;
  return GUATU_INTEGER (field->fallback);
}

/* Newline and tab belong to notes; other control characters break lists, printing and XML. */
static gboolean
has_control_character (const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    if (((guchar) *c < 0x20 && *c != '\n' && *c != '\t') || *c == 0x7f)
      return TRUE;

  return FALSE;
}

static gboolean
check_text (const GuatuField *field, const char *text, GError **error)
{
  const char *label = _(field->label);

  if (!g_utf8_validate (text, -1, NULL))
    g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID, _("%s is not valid UTF-8 text"), label);
  else if (has_control_character (text))
    g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID, _("%s may not hold control characters"), label);
  else if (field->flags & GUATU_FIELD_REQUIRED && text[strspn (text, " \t\n")] == '\0')
    g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID, _("%s may not be empty"), label);
  else
    return TRUE;

  return FALSE;
}

static gboolean
check_number (const GuatuField *field, gint64 number, GError **error)
{
  if (number >= field->min && number <= field->max)
    return TRUE;

  if (field->type == GUATU_TYPE_INSTANT || field->type == GUATU_TYPE_DATE)
    g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID,
                 _("%s must lie between 1900 and 2199"), _(field->label));
  else if (field->type == GUATU_TYPE_PERCENT && field->max < G_MAXINT)
    g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID, _("%s must lie between %d%% and %d%%"),
                 _(field->label), (int) (field->min / 100), (int) (field->max / 100));
  else
    g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID,
                 _("%s is out of range"), _(field->label));
  return FALSE;
}

gboolean
guatu_field_check (const GuatuField *field, GuatuValue value, GError **error)
{
  gboolean is_text = field->type == GUATU_TYPE_TEXT;

  if (value.kind == GUATU_VALUE_NULL)
    {
      if (field->flags & GUATU_FIELD_NULLABLE)
        return TRUE;
      g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID, _("%s may not be empty"), _(field->label));
      return FALSE;
    }
  if (is_text != (value.kind == GUATU_VALUE_TEXT))
    {
      if (is_text)
        g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID, _("%s must be a text"), _(field->label));
      else
        g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID, _("%s must be a number"), _(field->label));
      return FALSE;
    }

  return is_text ? check_text (field, value.text, error) : check_number (field, value.integer, error);
}

gboolean
guatu_constraint_is_finish (int constraint)
{
  return constraint == GUATU_CONSTRAINT_MFO || constraint == GUATU_CONSTRAINT_FNET ||
         constraint == GUATU_CONSTRAINT_FNLT;
}
