/* guatu-csv-parties.c — who does what: units, people, and the categories that tasks stand in. */
#include "guatu-csv-private.h"

#include "guatu-id.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Which part the names of a column have, and whether they are units or people. */
static const struct
{
  GuatuCsvKind kind;
  GuatuRole    role;
  gboolean     unit;
} parties[] = {
  { GUATU_CSV_OWNER, GUATU_ROLE_PROJECT_OWNER, FALSE },
  { GUATU_CSV_EXECUTIVE, GUATU_ROLE_LEAD_EXECUTIVE, FALSE },
  { GUATU_CSV_LEAD_UNIT, GUATU_ROLE_LEAD_UNIT, TRUE },
  { GUATU_CSV_SUPPORT_UNIT, GUATU_ROLE_SUPPORT_UNIT, TRUE },
  { GUATU_CSV_RESPONSIBLE, GUATU_ROLE_RESPONSIBLE_PERSON, FALSE },
  { GUATU_CSV_INSPECTOR, GUATU_ROLE_INSPECTOR, FALSE },
  { GUATU_CSV_RESOURCE, GUATU_ROLE_RESOURCE, FALSE },
};

typedef struct
{
  GuatuCsvImport *import;
  GHashTable     *units;          /* name → row + 1 */
  GHashTable     *people;
  GHashTable     *categories;
  gint32          ledger;
} Register;

static gint32
named_row (Register *self, GHashTable *rows, GuatuTable table, guint name_field, const char *name)
{
  GuatuPlan *plan = self->import->plan;
  gint32 row = GPOINTER_TO_INT (g_hash_table_lookup (rows, name)) - 1;
  int position = guatu_field_find (table, "position");

  if (row >= 0)
    return row;
  row = guatu_plan_insert (plan, table, guatu_id_next ());
  guatu_plan_set (plan, table, row, name_field, GUATU_TEXT (name));
  guatu_plan_set (plan, table, row, (guint) position, GUATU_INTEGER (row + 1));
  g_hash_table_insert (rows, g_strdup (name), GINT_TO_POINTER (row + 1));
  return row;
}

/* "Jack[50%]": the share goes to @share, and off the name. */
static gboolean
take_share (char *name, gint64 *share)
{
  char *open = strrchr (name, '[');
  gsize length = strlen (name);

  *share = 10000;
  if (open == NULL || open == name || name[length - 1] != ']')
    return TRUE;
  name[length - 1] = '\0';
  if (!guatu_csv_read_percent (open + 1, share) || *share > 1000000)
    return FALSE;
  *open = '\0';
  g_strchomp (name);
  return TRUE;
}

static void
assign (Register *self, guint task, guint record, guint party, char *name)
{
  GuatuPlan *plan = self->import->plan;
  GuatuTable table = parties[party].unit ? GUATU_TABLE_UNIT : GUATU_TABLE_PERSON;
  gint64 share;
  gint32 row, who;

  if (!take_share (name, &share))
    {
      guatu_csv_note (self->import, record, parties[party].kind,
                      _("the share of “%s” is not understood; it was left out"), name);
      return;
    }
  if (parties[party].unit)
    who = named_row (self, self->units, GUATU_TABLE_UNIT, GUATU_UNIT_NAME, name);
  else
    who = named_row (self, self->people, GUATU_TABLE_PERSON, GUATU_PERSON_NAME, name);

  row = guatu_plan_insert (plan, GUATU_TABLE_ASSIGNMENT, guatu_id_next ());
  guatu_plan_set (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_TASK,
                  GUATU_INTEGER (guatu_plan_id (plan, GUATU_TABLE_TASK, (gint32) task)));
  guatu_plan_set (plan, GUATU_TABLE_ASSIGNMENT, row,
                  parties[party].unit ? GUATU_ASSIGNMENT_UNIT : GUATU_ASSIGNMENT_PERSON,
                  GUATU_INTEGER (guatu_plan_id (plan, table, who)));
  guatu_plan_set (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_ROLE, GUATU_INTEGER (parties[party].role));
  guatu_plan_set (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_SHARE, GUATU_INTEGER (share));
}

/* "县交通局、县财政局" or "Jack; Jill[50%]": each name once. */
static void
read_names (Register *self, guint task, guint record, guint party)
{
  g_autofree char *text = guatu_csv_value (self->import, record, parties[party].kind);
  g_autoptr(GHashTable) seen = NULL;
  g_auto(GStrv) names = NULL;

  if (text[0] == '\0')
    return;
  for (const char *sign = "、\0；\0，\0"; *sign != '\0'; sign += 4)
    for (char *c = text; (c = strstr (c, sign)) != NULL;)
      memcpy (c, ";  ", 3);
  g_strdelimit (text, ",\n\t", ';');
  names = g_strsplit (text, ";", -1);
  seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_strstrip (names[i]);
      if (!guatu_csv_is_nothing (names[i]) && g_hash_table_add (seen, names[i]))
        assign (self, task, record, party, names[i]);
    }
}

/* The list that the file's categories make up; its name is the column's. */
static void
make_ledger (Register *self)
{
  GuatuCsvImport *import = self->import;
  const char *name = guatu_csv_cell (&import->table, import->columns.header,
                                     (guint) import->columns.column[GUATU_CSV_CATEGORY]);

  self->ledger = guatu_plan_insert (import->plan, GUATU_TABLE_LEDGER, guatu_id_next ());
  guatu_plan_set (import->plan, GUATU_TABLE_LEDGER, self->ledger, GUATU_LEDGER_NAME, GUATU_TEXT (name));
  guatu_plan_set (import->plan, GUATU_TABLE_LEDGER, self->ledger, GUATU_LEDGER_POSITION, GUATU_INTEGER (1));
}

/* Whether the column's blank cells belong to the filled one above, as spreadsheets leave merged cells: the
 * first row is filled, and more are blank than are filled. Else the tasks without a category are counted. */
static gboolean
is_merged (GuatuCsvImport *import, GuatuCsvKind kind)
{
  guint column = (guint) import->columns.column[kind];
  const char *header = guatu_csv_cell (&import->table, import->columns.header, column);
  guint filled = 0, blank = 0;
  gboolean first = FALSE;

  for (guint task = 0; task < import->n_tasks; task++)
    {
      g_autofree char *text = NULL;

      if (import->last[task] > task)
        continue;
      text = guatu_csv_value (import, g_array_index (import->records, guint, task), kind);
      first |= filled + blank == 0 && text[0] != '\0';
      *(text[0] != '\0' ? &filled : &blank) += 1;
    }
  if (import->own || filled == 0 || blank == 0)
    return FALSE;
  if (first && blank > filled)
    {
      guatu_notes_add (import->notes, 0, column + 1, header,
                       _("blank cells below a filled one were read as merged with it"));
      return TRUE;
    }
  guatu_notes_add (import->notes, 0, column + 1, header,
                   ngettext ("%u row has no category", "%u rows have no category", blank), blank);
  return FALSE;
}

static void
read_category (Register *self, guint task, guint record)
{
  GuatuPlan *plan = self->import->plan;
  g_autofree char *name = guatu_csv_value (self->import, record, GUATU_CSV_CATEGORY);
  gint64 ledger;
  gint32 category, item;

  if (guatu_csv_is_nothing (name))
    return;
  if (self->ledger < 0)
    make_ledger (self);

  ledger = guatu_plan_id (plan, GUATU_TABLE_LEDGER, self->ledger);
  category = named_row (self, self->categories, GUATU_TABLE_CATEGORY, GUATU_CATEGORY_NAME, name);
  guatu_plan_set (plan, GUATU_TABLE_CATEGORY, category, GUATU_CATEGORY_LEDGER, GUATU_INTEGER (ledger));
  item = guatu_plan_insert (plan, GUATU_TABLE_LEDGER_ITEM, guatu_id_next ());
  guatu_plan_set (plan, GUATU_TABLE_LEDGER_ITEM, item, GUATU_LEDGER_ITEM_LEDGER, GUATU_INTEGER (ledger));
  guatu_plan_set (plan, GUATU_TABLE_LEDGER_ITEM, item, GUATU_LEDGER_ITEM_TASK,
                  GUATU_INTEGER (guatu_plan_id (plan, GUATU_TABLE_TASK, (gint32) task)));
  guatu_plan_set (plan, GUATU_TABLE_LEDGER_ITEM, item, GUATU_LEDGER_ITEM_CATEGORY,
                  GUATU_INTEGER (guatu_plan_id (plan, GUATU_TABLE_CATEGORY, category)));
}

void
guatu_csv_read_parties (GuatuCsvImport *self)
{
  Register names = { .import = self, .ledger = -1 };
  gboolean categories = self->columns.column[GUATU_CSV_CATEGORY] >= 0;
  gboolean merged = categories && is_merged (self, GUATU_CSV_CATEGORY);
  gint64 above = -1;

  names.units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  names.people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  names.categories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint task = 0; task < self->n_tasks; task++)
    {
      guint record = g_array_index (self->records, guint, task);

      for (guint party = 0; party < G_N_ELEMENTS (parties); party++)
        if (self->columns.column[parties[party].kind] >= 0)
          read_names (&names, task, record, party);
      if (categories && guatu_csv_cell (&self->table, record,
                                        (guint) self->columns.column[GUATU_CSV_CATEGORY])[0] != '\0')
        above = record;
      if (categories && merged && above >= 0 && self->last[task] == task)
        record = (guint) above;
      if (categories)
        read_category (&names, task, record);
    }

  g_hash_table_unref (names.units);
  g_hash_table_unref (names.people);
  g_hash_table_unref (names.categories);
}
