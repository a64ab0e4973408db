/* guatu-mspdi-write-fields.c — custom fields and baselines in Microsoft Project's XML. */
#include "guatu-mspdi-write-private.h"

#include <string.h>

#include "guatu-custom-value.h"

/* Custom fields -------------------------------------------------------------------------------------------- */

/* The numbers of Project's own fields, as its object model and every file that uses them have them: so many in
 * a row from the first, in steps. */
typedef struct
{
  int first;
  int n;
  int step;
} Run;

#define MAX_RUNS 3

static const struct
{
  const char *name;
  Run         runs[2][MAX_RUNS];        /* of tasks; of people */
} families[] = {
  [GUATU_CUSTOM_TEXT] = { "Text", {
    { { 188743731, 5, 3 }, { 188743746, 5, 1 }, { 188743997, 20, 1 } },
    { { 205520926, 3, 1 }, { 205520993, 5, 1 }, { 205521121, 20, 1 } } } },
  [GUATU_CUSTOM_NUMBER] = { "Number", {
    { { 188743767, 5, 1 }, { 188743982, 15, 1 } }, { { 205521008, 5, 1 }, { 205521101, 15, 1 } } } },
  [GUATU_CUSTOM_DATE] = { "Date", { { { 188743945, 10, 1 } }, { { 205521069, 10, 1 } } } },
  [GUATU_CUSTOM_DURATION] = { "Duration", {
    { { 188743783, 3, 1 }, { 188743955, 7, 1 } }, { { 205521013, 3, 1 }, { 205521079, 7, 1 } } } },
  [GUATU_CUSTOM_COST] = { "Cost", {
    { { 188743786, 3, 1 }, { 188743938, 7, 1 } }, { { 205521019, 3, 1 }, { 205521062, 7, 1 } } } },
  [GUATU_CUSTOM_FLAG] = { "Flag", {
    { { 188743752, 10, 1 }, { 188743972, 10, 1 } }, { { 205521023, 9, 1 }, { 205521022, 1, 1 },
                                                       { 205521091, 10, 1 } } } },
};

/* A choice is a text of which there is a list. */
static guint
family_of (guint kind)
{
  return kind == GUATU_CUSTOM_CHOICE ? GUATU_CUSTOM_TEXT : kind;
}

/* Text1 and Text2 of people lie apart from the others. */
#define FIRST_PERSON_TEXT 205520904

/* The number of the @which-th field of a family, from 0; -1 when there are no more. */
static gint64
family_number (guint kind, guint owner, int which)
{
  kind = family_of (kind);
  if (kind == GUATU_CUSTOM_TEXT && owner == GUATU_CUSTOM_OF_PEOPLE)
    {
      if (which < 2)
        return FIRST_PERSON_TEXT + which;
      which -= 2;
    }
  for (guint i = 0; i < MAX_RUNS; i++)
    {
      const Run *run = &families[kind].runs[owner][i];

      if (which < run->n)
        return run->first + which * run->step;
      which -= run->n;
    }

  return -1;
}

/* "Text12" for the number of one of Project's fields. Free it; %NULL for any other. */
static char *
family_name (guint kind, guint owner, gint64 number)
{
  for (int which = 0; family_number (kind, owner, which) >= 0; which++)
    if (family_number (kind, owner, which) == number)
      return g_strdup_printf ("%s%d", families[family_of (kind)].name, which + 1);

  return NULL;
}

static gboolean
has_values (const GuatuPlan *plan, gint32 field)
{
  const GuatuCustomValue *values = guatu_plan_rows (plan, GUATU_TABLE_CUSTOM_VALUE);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_CUSTOM_VALUE, GUATU_CUSTOM_VALUE_FIELD, field, &n);

  for (guint i = 0; i < n; i++)
    if (guatu_plan_text (plan, values[rows[i]].value)[0] != '\0')
      return TRUE;

  return FALSE;
}

static gint64
free_number (GHashTable *used, guint kind, guint owner)
{
  gint64 number;

  for (int which = 0; (number = family_number (kind, owner, which)) >= 0; which++)
    if (!g_hash_table_contains (used, &number))
      return number;

  return -1;
}

void
guatu_mspdi_number_fields (MspdiOut *self)
{
  const GuatuCustomField *fields = guatu_plan_rows (self->plan, GUATU_TABLE_CUSTOM_FIELD);
  g_autoptr(GHashTable) used = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n_rows = guatu_plan_n_rows (self->plan, GUATU_TABLE_CUSTOM_FIELD), n;
  g_autofree gint32 *rows = guatu_plan_in_order (self->plan, GUATU_TABLE_CUSTOM_FIELD, &n);

  self->fields = g_new (gint64, n_rows + 1);
  memset (self->fields, 0xff, (n_rows + 1) * sizeof *self->fields);
  for (guint i = 0; i < n; i++)
    {
      const char *source = guatu_plan_text (self->plan, fields[rows[i]].source_id);
      gint64 number;

      if (has_values (self->plan, rows[i]) && g_ascii_string_to_signed (source, 10, 1, G_MAXINT32, &number, NULL) &&
          g_hash_table_add (used, g_memdup2 (&number, sizeof number)))
        self->fields[rows[i]] = number;
    }
  for (guint i = 0; i < n; i++)
    if (self->fields[rows[i]] < 0 && has_values (self->plan, rows[i]))
      {
        gint64 number = free_number (used, fields[rows[i]].kind, fields[rows[i]].owner);

        self->fields[rows[i]] = number;
        g_hash_table_add (used, g_memdup2 (&number, sizeof number));
      }
}

static int
compare_fields (gconstpointer a, gconstpointer b, gpointer data)
{
  const gint64 *numbers = data;
  gint64 one = numbers[*(const gint32 *) a], other = numbers[*(const gint32 *) b];

  return (one > other) - (one < other);
}

static void
put_choices (MspdiOut *self, gint32 row)
{
  g_auto(GStrv) choices = guatu_custom_choices (self->plan, row);

  if (choices[0] == NULL)
    return;
  guatu_mspdi_put_begin (self, "ValueList");
  for (guint i = 0; choices[i] != NULL; i++)
    {
      guatu_mspdi_put_begin (self, "Value");
      guatu_mspdi_put_integer (self, "ID", i + 1);
      guatu_mspdi_put_text (self, "Value", choices[i]);
      guatu_mspdi_put_end (self);
    }
  guatu_mspdi_put_end (self);
}

static void
put_definition (MspdiOut *self, gint32 row)
{
  const GuatuCustomField *field =
    (const GuatuCustomField *) guatu_plan_rows (self->plan, GUATU_TABLE_CUSTOM_FIELD) + row;
  const char *name = guatu_plan_text (self->plan, field->name);
  g_autofree char *own = g_strdup (guatu_plan_text (self->plan, field->source_name));
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->fields[row]);

  if (own[0] == '\0' && !g_str_equal (guatu_plan_text (self->plan, field->source_id), number))
    {
      g_free (own);
      own = family_name (field->kind, field->owner, self->fields[row]);
    }

  guatu_mspdi_put_begin (self, "ExtendedAttribute");
  guatu_mspdi_put_integer (self, "FieldID", self->fields[row]);
  if (own != NULL)
    guatu_mspdi_put_text (self, "FieldName", own);
  if (g_strcmp0 (name, own) != 0 && !g_str_equal (name, number))
    guatu_mspdi_put_text (self, "Alias", name);
  put_choices (self, row);
  guatu_mspdi_put_end (self);
}

/* By their numbers, which stay; the order in which people see them does not come back from a file. */
void
guatu_mspdi_put_definitions (MspdiOut *self)
{
  guint n;
  g_autofree gint32 *rows = guatu_plan_in_order (self->plan, GUATU_TABLE_CUSTOM_FIELD, &n);

  if (n > 0)
    g_qsort_with_data (rows, (int) n, sizeof *rows, compare_fields, self->fields);
  guatu_mspdi_put_begin (self, "ExtendedAttributes");
  for (guint i = 0; i < n; i++)
    if (self->fields[rows[i]] >= 0)
      put_definition (self, rows[i]);
  guatu_mspdi_put_end (self);
}

void
guatu_mspdi_put_values (MspdiOut *self, guint owner_field, gint32 owner)
{
  const GuatuCustomValue *values = guatu_plan_rows (self->plan, GUATU_TABLE_CUSTOM_VALUE);
  guint n;
  const gint32 *rows = guatu_plan_referrers (self->plan, GUATU_TABLE_CUSTOM_VALUE, owner_field, owner, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *value = guatu_plan_text (self->plan, values[rows[i]].value);

      if (values[rows[i]].field < 0 || self->fields[values[rows[i]].field] < 0 || value[0] == '\0')
        continue;
      guatu_mspdi_put_begin (self, "ExtendedAttribute");
      guatu_mspdi_put_integer (self, "FieldID", self->fields[values[rows[i]].field]);
      guatu_mspdi_put_word (self, "Value", value);
      guatu_mspdi_put_end (self);
    }
}

/* Baselines ------------------------------------------------------------------------------------------------ */

#define N_BASELINES 11

void
guatu_mspdi_number_baselines (MspdiOut *self)
{
  const GuatuBaseline *baselines = guatu_plan_rows (self->plan, GUATU_TABLE_BASELINE);
  guint n_rows = guatu_plan_n_rows (self->plan, GUATU_TABLE_BASELINE), n;
  g_autofree gint32 *rows = guatu_plan_in_order (self->plan, GUATU_TABLE_BASELINE, &n);
  gboolean used[N_BASELINES] = { FALSE };
  guint next = 0;

  self->baselines = g_new (gint64, n_rows + 1);
  memset (self->baselines, 0xff, (n_rows + 1) * sizeof *self->baselines);
  for (guint i = 0; i < n; i++)
    {
      gint64 number = baselines[rows[i]].number;

      if (number == GUATU_NONE || number < 0 || number >= N_BASELINES || used[number])
        continue;
      used[number] = TRUE;
      self->baselines[rows[i]] = number;
    }
  for (guint i = 0; i < n; i++)
    {
      while (next < N_BASELINES && used[next])
        next++;
      if (self->baselines[rows[i]] >= 0 || next == N_BASELINES)
        continue;
      used[next] = TRUE;
      self->baselines[rows[i]] = next;
    }
}

static void
put_baseline (MspdiOut *self, gint32 row, gint64 number)
{
  guatu_mspdi_put_begin (self, "Baseline");
  guatu_mspdi_put_integer (self, "Number", number);
  guatu_mspdi_put_field (self, "Start", GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_START);
  guatu_mspdi_put_field (self, "Finish", GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_FINISH);
  guatu_mspdi_put_field (self, "Duration", GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_DURATION);
  guatu_mspdi_put_integer (self, "DurationFormat", guatu_mspdi_format_code (GUATU_UNIT_DAY, FALSE, FALSE));
  guatu_mspdi_put_field (self, "Work", GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_WORK);
  guatu_mspdi_put_field (self, "Cost", GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_INVESTMENT);
  guatu_mspdi_put_end (self);
}

/* By number, whatever order they were taken in. */
void
guatu_mspdi_put_baselines (MspdiOut *self, gint32 task)
{
  const GuatuBaselineTask *entries = guatu_plan_rows (self->plan, GUATU_TABLE_BASELINE_TASK);
  guint n;
  const gint32 *rows = guatu_plan_referrers (self->plan, GUATU_TABLE_BASELINE_TASK, GUATU_BASELINE_TASK_TASK, task, &n);

  for (gint64 number = 0; n > 0 && number < N_BASELINES; number++)
    for (guint i = 0; i < n; i++)
      if (entries[rows[i]].baseline >= 0 && self->baselines[entries[rows[i]].baseline] == number)
        put_baseline (self, rows[i], number);
}
