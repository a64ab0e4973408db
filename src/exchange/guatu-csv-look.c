/* guatu-csv-look.c — looks at a CSV file, for people who say what its columns are. */
#include "guatu-csv-look.h"

#include <glib/gi18n-lib.h>

#include "guatu-csv-private.h"

/* Rows that are looked at for an example of what a column holds. */
#define MAX_EXAMPLES 50

struct _GuatuCsvLook
{
  GuatuCsvImport  import;
  const char     *encoding;
  guint           n_columns;
  int            *fields;
};

guint
guatu_csv_n_fields (void)
{
  return GUATU_CSV_COMPUTED;
}

const char *
guatu_csv_field_label (int field, gboolean chinese)
{
  if (field == GUATU_CSV_PROJECT_COLUMN)
    return _("Project above");
  if (field == GUATU_CSV_CUSTOM_COLUMN)
    return _("Field of its own");
  if (field < 0 || field >= (int) GUATU_CSV_COMPUTED)
    return _("Left out");
  return guatu_csv_header ((GuatuCsvKind) field, chinese);
}

/* The widest of the first rows says how many columns there are. */
static guint
count_columns (const GuatuCsvLook *self)
{
  const GuatuCsvTable *table = &self->import.table;
  guint n = 0;

  for (guint record = 0; record < MIN (guatu_csv_n_records (table), MAX_EXAMPLES); record++)
    n = MAX (n, guatu_csv_width (table, record));
  return n;
}

static void
find_fields (GuatuCsvLook *self)
{
  const GuatuImportOptions *options = self->import.options;
  GuatuCsvColumns *columns = &self->import.columns;

  if (options->fields != NULL || !guatu_csv_find_columns (&self->import.table, columns))
    {
      guatu_csv_clear_columns (columns);
      guatu_csv_set_columns (&self->import.table, options->fields, options->n_fields, columns);
    }
  self->fields = g_new (int, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    self->fields[i] = columns->group == (int) i ? GUATU_CSV_PROJECT_COLUMN : GUATU_CSV_LEFT_OUT;
  for (guint i = 0; columns->custom != NULL && i < columns->custom->len; i++)
    if (g_array_index (columns->custom, guint, i) < self->n_columns)
      self->fields[g_array_index (columns->custom, guint, i)] = GUATU_CSV_CUSTOM_COLUMN;
  for (guint kind = 0; kind < GUATU_CSV_COMPUTED; kind++)
    if (columns->column[kind] >= 0 && columns->column[kind] < (int) self->n_columns)
      self->fields[columns->column[kind]] = (int) kind;
}

GuatuCsvLook *
guatu_csv_look_new (const char *path, const GuatuImportOptions *options, GError **error)
{
  g_autoptr(GuatuCsvLook) self = g_new0 (GuatuCsvLook, 1);
  g_autoptr(GuatuNotes) notes = guatu_notes_new ();

  self->import = (GuatuCsvImport) { .options = options, .notes = notes };
  if (!guatu_csv_load (&self->import, path, &self->encoding, error))
    return NULL;

  self->n_columns = count_columns (self);
  find_fields (self);
  self->import.options = NULL;
  self->import.notes = NULL;
  return g_steal_pointer (&self);
}

void
guatu_csv_look_free (GuatuCsvLook *self)
{
  if (self == NULL)
    return;

  guatu_csv_import_clear (&self->import);
  g_free (self->fields);
  g_free (self);
}

const char *
guatu_csv_look_encoding (const GuatuCsvLook *self)
{
  return self->encoding;
}

char
guatu_csv_look_separator (const GuatuCsvLook *self)
{
  return self->import.table.separator;
}

guint
guatu_csv_look_n_columns (const GuatuCsvLook *self)
{
  return self->n_columns;
}

const char *
guatu_csv_look_header (const GuatuCsvLook *self, guint column)
{
  return guatu_csv_cell (&self->import.table, self->import.columns.header, column);
}

const char *
guatu_csv_look_example (const GuatuCsvLook *self, guint column)
{
  const GuatuCsvTable *table = &self->import.table;
  guint end = MIN (guatu_csv_n_records (table), self->import.columns.first + MAX_EXAMPLES);

  for (guint record = self->import.columns.first; record < end; record++)
    if (guatu_csv_cell (table, record, column)[0] != '\0')
      return guatu_csv_cell (table, record, column);
  return "";
}

const int *
guatu_csv_look_fields (const GuatuCsvLook *self)
{
  return self->fields;
}
