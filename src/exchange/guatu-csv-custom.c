/* guatu-csv-custom.c — columns that are no field of ours become fields of the plan's own. */
#include "guatu-csv-private.h"

#include "guatu-csv-look.h"
#include "guatu-id.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* "12", "-0.5". */
static gboolean
is_number (const char *text)
{
  gsize digits, more = 0;

  text += text[0] == '-' ? 1 : 0;
  digits = strspn (text, "0123456789");
  text += digits;
  if (digits > 0 && text[0] == '.')
    {
      more = strspn (text + 1, "0123456789");
      text += more + 1;
      digits = more;
    }
  return digits > 0 && text[0] == '\0';
}

/* "2026-09-26", "2026/9/26": only what can be read in one way. */
static gboolean
read_day (const char *text, GuatuCivil *civil)
{
  char first, second;
  int end = 0;

  *civil = (GuatuCivil) { 0 };
  return sscanf (text, "%4d%c%2d%c%2d%n", &civil->year, &first, &civil->month, &second, &civil->day, &end) == 5 &&
         text[end] == '\0' && strspn (text, "0123456789") == 4 && first == second && (first == '-' || first == '/') &&
         g_date_valid_dmy ((GDateDay) civil->day, (GDateMonth) civil->month, (GDateYear) civil->year);
}

/* What every cell that is not empty is. */
static GuatuCustomKind
guess_kind (const GuatuCsvImport *self, guint column)
{
  gboolean numbers = TRUE, days = TRUE;
  guint n = 0;

  for (guint task = 0; task < self->n_tasks && (numbers || days); task++)
    {
      const char *text = guatu_csv_cell (&self->table, g_array_index (self->records, guint, task), column);
      GuatuCivil civil;

      if (text[0] == '\0')
        continue;
      n++;
      numbers = numbers && is_number (text);
      days = days && read_day (text, &civil);
    }
  if (n == 0)
    return GUATU_CUSTOM_TEXT;
  return numbers ? GUATU_CUSTOM_NUMBER : days ? GUATU_CUSTOM_DATE : GUATU_CUSTOM_TEXT;
}

static gint32
add_field (GuatuCsvImport *self, guint column, GuatuCustomKind kind)
{
  const char *header = guatu_csv_cell (&self->table, self->columns.header, column);
  g_autofree char *number = g_strdup_printf (_("Column %u"), column + 1);
  g_autofree char *name = g_strdup (header[0] != '\0' ? header : number);
  gint32 row = guatu_plan_insert (self->plan, GUATU_TABLE_CUSTOM_FIELD, guatu_id_next ());

  g_strstrip (g_strdelimit (name, "\n\t", ' '));
  guatu_plan_set (self->plan, GUATU_TABLE_CUSTOM_FIELD, row, GUATU_CUSTOM_FIELD_NAME, GUATU_TEXT (name));
  guatu_plan_set (self->plan, GUATU_TABLE_CUSTOM_FIELD, row, GUATU_CUSTOM_FIELD_KIND, GUATU_INTEGER (kind));
  guatu_plan_set (self->plan, GUATU_TABLE_CUSTOM_FIELD, row, GUATU_CUSTOM_FIELD_OWNER,
                  GUATU_INTEGER (GUATU_CUSTOM_OF_TASKS));
  guatu_plan_set (self->plan, GUATU_TABLE_CUSTOM_FIELD, row, GUATU_CUSTOM_FIELD_POSITION, GUATU_INTEGER (row + 1));
  return row;
}

/* In the form that files use. Free it. */
static char *
value_of (const char *text, GuatuCustomKind kind)
{
  GuatuCivil civil;

  if (kind == GUATU_CUSTOM_DATE && read_day (text, &civil))
    return g_strdup_printf ("%04d-%02d-%02dT00:00:00", civil.year, civil.month, civil.day);
  return g_strdup (guatu_csv_rearm (text));
}

static void
read_column (GuatuCsvImport *self, guint column)
{
  GuatuCustomKind kind = guess_kind (self, column);
  gint32 field = add_field (self, column, kind);

  for (guint task = 0; task < self->n_tasks; task++)
    {
      const char *text = guatu_csv_cell (&self->table, g_array_index (self->records, guint, task), column);
      g_autofree char *value = value_of (text, kind);
      gint32 row;

      if (value[0] == '\0')
        continue;
      row = guatu_plan_insert (self->plan, GUATU_TABLE_CUSTOM_VALUE, guatu_id_next ());
      guatu_plan_set (self->plan, GUATU_TABLE_CUSTOM_VALUE, row, GUATU_CUSTOM_VALUE_FIELD,
                      GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_CUSTOM_FIELD, field)));
      guatu_plan_set (self->plan, GUATU_TABLE_CUSTOM_VALUE, row, GUATU_CUSTOM_VALUE_TASK,
                      GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_TASK, (gint32) task)));
      guatu_plan_set (self->plan, GUATU_TABLE_CUSTOM_VALUE, row, GUATU_CUSTOM_VALUE_VALUE, GUATU_TEXT (value));
    }
}

void
guatu_csv_read_custom (GuatuCsvImport *self)
{
  for (guint i = 0; self->columns.custom != NULL && i < self->columns.custom->len; i++)
    read_column (self, g_array_index (self->columns.custom, guint, i));
}
