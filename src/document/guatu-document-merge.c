/* guatu-document-merge.c — two entries of one person, or of one unit, become one. */
#include "guatu-row-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  GuatuDocument *document;
  GuatuTable     table;
  gint32         into;
  gint32         from;
  GPtrArray     *texts;       /* that were put together, and must live until they are written */
  GHashTable    *spans;       /* set of tasks whose resources change */
} Merge;

/* A row that stays, as it will be. */
typedef GuatuRowEdit Kept;

/* Values ------------------------------------------------------------------------------------------------ */

static gboolean
is_empty (GuatuValue value)
{
  return value.kind == GUATU_VALUE_NULL || (value.kind == GUATU_VALUE_TEXT && value.text[0] == '\0');
}

static gboolean
is_same (GuatuValue a, GuatuValue b)
{
  if (is_empty (a) || is_empty (b))
    return is_empty (a) && is_empty (b);
  if (a.kind == GUATU_VALUE_TEXT)
    return g_str_equal (a.text, b.text);
  return a.integer == b.integer;
}

static Kept *
keep (Merge *merge, GuatuTable table, gint32 row)
{
  Kept *kept = g_new0 (Kept, 1);

  guatu_row_edit_init_row (kept, merge->document, table, row);
  return kept;
}

/* What differs from the plan. */
static gboolean
write_kept (Merge *merge, const Kept *kept, GError **error)
{
  const GuatuPlan *plan = merge->document->plan;

  for (guint field = 1; field < guatu_table_info (kept->table)->n_fields; field++)
    if (!is_same (kept->values[field], guatu_plan_get (plan, kept->table, kept->row, field)) &&
        !guatu_store_update (merge->document->store, kept->table, kept->id, field, kept->values[field], error))
      return FALSE;
  return TRUE;
}

/* Duplicates -------------------------------------------------------------------------------------------- */

/* What makes two rows of a table say the same of the one whom they refer to: all of these fields are equal. */
static const struct
{
  GuatuTable table;
  guint      fields[8];       /* ended by 0, the id's */
} keys[] = {
  { GUATU_TABLE_ASSIGNMENT, { GUATU_ASSIGNMENT_TASK, GUATU_ASSIGNMENT_ROLE, GUATU_ASSIGNMENT_UNIT,
                              GUATU_ASSIGNMENT_PERSON } },
  { GUATU_TABLE_MEMBERSHIP, { GUATU_MEMBERSHIP_UNIT, GUATU_MEMBERSHIP_PERSON } },
  { GUATU_TABLE_SPONSORSHIP, { GUATU_SPONSORSHIP_PERSON, GUATU_SPONSORSHIP_KIND, GUATU_SPONSORSHIP_OBJECT,
                               GUATU_SPONSORSHIP_UNIT, GUATU_SPONSORSHIP_TASK, GUATU_SPONSORSHIP_FROM_DATE,
                               GUATU_SPONSORSHIP_TO_DATE } },
  { GUATU_TABLE_CUSTOM_VALUE, { GUATU_CUSTOM_VALUE_FIELD, GUATU_CUSTOM_VALUE_TASK, GUATU_CUSTOM_VALUE_PERSON } },
};

static const guint *
key_of (GuatuTable table)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].table == table)
      return keys[i].fields;
  return NULL;
}

static gboolean
is_twin (const Kept *a, const Kept *b)
{
  for (const guint *field = key_of (a->table); *field != 0; field++)
    if (!is_same (a->values[*field], b->values[*field]))
      return FALSE;
  return TRUE;
}

static gboolean
adds_up (const Kept *kept, guint field)
{
  return kept->table == GUATU_TABLE_ASSIGNMENT && kept->values[GUATU_ASSIGNMENT_ROLE].integer == GUATU_ROLE_RESOURCE &&
         (field == GUATU_ASSIGNMENT_SHARE || field == GUATU_ASSIGNMENT_WORK ||
          field == GUATU_ASSIGNMENT_OVERTIME_WORK || field == GUATU_ASSIGNMENT_ACTUAL_WORK ||
          field == GUATU_ASSIGNMENT_REMAINING_WORK || field == GUATU_ASSIGNMENT_REMAINING_OVERTIME_WORK);
}

/* Running text, of which both is kept. */
static gboolean
is_prose (const Kept *kept, guint field)
{
  return (kept->table == GUATU_TABLE_MEMBERSHIP && field == GUATU_MEMBERSHIP_DUTY) ||
         (kept->table == GUATU_TABLE_SPONSORSHIP &&
          (field == GUATU_SPONSORSHIP_DUTY || field == GUATU_SPONSORSHIP_NOTE)) ||
         (kept->table == GUATU_TABLE_ASSIGNMENT && field == GUATU_ASSIGNMENT_NOTE) ||
         (kept->table == GUATU_TABLE_PERSON && field == GUATU_PERSON_NOTE);
}

static GuatuValue
joined (Merge *merge, const char *a, const char *b)
{
  char *text = strstr (a, b) != NULL ? g_strdup (a) : g_strconcat (a, "; ", b, NULL);

  g_ptr_array_add (merge->texts, text);
  return GUATU_TEXT (text);
}

static GuatuValue
folded (Merge *merge, const Kept *kept, guint field, GuatuValue other)
{
  const GuatuField *info = guatu_field (kept->table, field);
  GuatuValue own = kept->values[field];

  if (is_empty (other))
    return own;
  if (is_empty (own))
    return other;
  if (adds_up (kept, field))
    return GUATU_INTEGER (MIN (own.integer + other.integer, info->max));
  if (is_same (own, other))
    return own;
  if (is_prose (kept, field))
    return joined (merge, own.text, other.text);
  /* A head stays one, and of two parts in a task, or two cycles, the greater is said. */
  if (info->type == GUATU_TYPE_BOOLEAN || (kept->table == GUATU_TABLE_ASSIGNMENT && field == GUATU_ASSIGNMENT_SHARE))
    return GUATU_INTEGER (MAX (own.integer, other.integer));
  if (kept->table == GUATU_TABLE_SPONSORSHIP && field == GUATU_SPONSORSHIP_VISIT_CYCLE && own.integer == 0)
    return other;
  return own;
}

/* What the other row says goes into the one that is kept. */
static void
fold (Merge *merge, Kept *kept, const Kept *other)
{
  int position = guatu_field_find (kept->table, "position");

  for (guint field = 1; field < guatu_table_info (kept->table)->n_fields; field++)
    if ((int) field != position)
      kept->values[field] = folded (merge, kept, field, other->values[field]);
}

/* References -------------------------------------------------------------------------------------------- */

/* A resource counts in how long a task takes. */
static void
note_span (Merge *merge, const Kept *kept)
{
  if (kept->table == GUATU_TABLE_ASSIGNMENT && kept->values[GUATU_ASSIGNMENT_ROLE].integer == GUATU_ROLE_RESOURCE)
    g_hash_table_add (merge->spans,
                      GINT_TO_POINTER (guatu_plan_number (merge->document->plan, GUATU_TABLE_ASSIGNMENT, kept->row,
                                                          GUATU_ASSIGNMENT_TASK)));
}

/* Those of the rows that will say the same are found by what they say: a hash of the key, not a look at each other. */
static guint
hash_kept (gconstpointer data)
{
  const Kept *kept = data;
  guint hash = 5381;

  for (const guint *field = key_of (kept->table); *field != 0; field++)
    {
      GuatuValue value = kept->values[*field];

      hash = hash * 33 + (is_empty (value) ? 0 : value.kind == GUATU_VALUE_TEXT ? g_str_hash (value.text)
                                                                                : g_int64_hash (&value.integer));
    }
  return hash;
}

static gboolean
equal_kept (gconstpointer a, gconstpointer b)
{
  return is_twin (a, b);
}

static gboolean
move_row (Merge *merge, GHashTable *there, GuatuTable table, guint field, gint32 row, GError **error)
{
  Kept *moved = keep (merge, table, row);
  Kept *twin;

  moved->values[field] = GUATU_INTEGER (guatu_plan_id (merge->document->plan, merge->table, merge->into));
  note_span (merge, moved);
  twin = there != NULL ? g_hash_table_lookup (there, moved) : NULL;
  if (twin == NULL && there != NULL)
    {
      g_hash_table_add (there, moved);
      return TRUE;
    }
  if (twin != NULL)
    fold (merge, twin, moved);
  if (twin != NULL ? !guatu_store_delete (merge->document->store, table, moved->id, error)
                   : !write_kept (merge, moved, error))
    {
      g_free (moved);
      return FALSE;
    }
  g_free (moved);
  return TRUE;
}

static gboolean
write_all (Merge *merge, GHashTable *there, GError **error)
{
  GHashTableIter iter;
  gpointer kept;

  g_hash_table_iter_init (&iter, there);
  while (g_hash_table_iter_next (&iter, &kept, NULL))
    if (!write_kept (merge, kept, error))
      return FALSE;
  return TRUE;
}

/* The rows of a table that refer to the one by @field refer to the other. */
static gboolean
move_references (Merge *merge, GuatuTable table, guint field, GError **error)
{
  const GuatuPlan *plan = merge->document->plan;
  g_autoptr(GHashTable) there = NULL;
  guint n;
  g_autofree gint32 *moved = NULL;
  const gint32 *rows = guatu_plan_referrers (plan, table, field, merge->into, &n);

  if (key_of (table) != NULL)
    there = g_hash_table_new_full (hash_kept, equal_kept, g_free, NULL);
  for (guint i = 0; i < n && there != NULL; i++)
    {
      Kept *kept = keep (merge, table, rows[i]);

      if (g_hash_table_contains (there, kept))
        g_free (kept);        /* an import's: two that were there before stay two */
      else
        g_hash_table_add (there, kept);
    }

  rows = guatu_plan_referrers (plan, table, field, merge->from, &n);
  moved = g_memdup2 (rows, n * sizeof (gint32));
  for (guint i = 0; i < n; i++)
    if (!(table == merge->table && moved[i] == merge->into) &&
        !move_row (merge, there, table, field, moved[i], error))
      return FALSE;
  return there == NULL || write_all (merge, there, error);
}

static gboolean
move_all_references (Merge *merge, GError **error)
{
  for (GuatuTable table = 0; table < GUATU_N_TABLES; table++)
    {
      const GuatuTableInfo *info = guatu_table_info (table);

      for (guint field = 1; field < info->n_fields; field++)
        if (info->fields[field].type == GUATU_TYPE_REFERENCE && info->fields[field].target == merge->table &&
            !move_references (merge, table, field, error))
          return FALSE;
    }
  return TRUE;
}

/* The two themselves ------------------------------------------------------------------------------------ */

/* Whether one unit stands above the other. */
static gboolean
is_above (const GuatuPlan *plan, gint32 above, gint32 unit)
{
  guint steps = guatu_plan_n_rows (plan, GUATU_TABLE_UNIT);

  while (unit >= 0 && steps-- > 0)
    {
      unit = (gint32) guatu_plan_number (plan, GUATU_TABLE_UNIT, unit, GUATU_UNIT_PARENT);
      if (unit == above)
        return TRUE;
    }
  return FALSE;
}

/* What only the one that goes has said is kept. A unit stays where it is; one that stood below the other takes its
 * place, with whatever stands between them below it. */
static gboolean
fill_in (Merge *merge, GError **error)
{
  const GuatuPlan *plan = merge->document->plan;
  g_autofree Kept *kept = keep (merge, merge->table, merge->into);
  g_autofree Kept *other = keep (merge, merge->table, merge->from);
  GuatuValue parent = GUATU_NULL;

  if (merge->table == GUATU_TABLE_UNIT)
    parent = is_above (plan, merge->from, merge->into) ? other->values[GUATU_UNIT_PARENT]
                                                       : kept->values[GUATU_UNIT_PARENT];
  fold (merge, kept, other);
  if (merge->table == GUATU_TABLE_UNIT)
    kept->values[GUATU_UNIT_PARENT] = parent;
  return write_kept (merge, kept, error);
}

static gboolean
forget_spans (Merge *merge, GError **error)
{
  GHashTableIter iter;
  gpointer task;

  g_hash_table_iter_init (&iter, merge->spans);
  while (g_hash_table_iter_next (&iter, &task, NULL))
    if (!guatu_task_forget_span (merge->document, GPOINTER_TO_INT (task), error))
      return FALSE;
  return TRUE;
}

static gboolean
check_merge (Merge *merge, GError **error)
{
  g_autofree char *name = NULL;

  if (merge->into != merge->from)
    return TRUE;
  name = guatu_row_title (merge->document->plan, merge->table, merge->into);
  return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                _("%s cannot be merged with itself. Name the other entry."), name);
}

static gboolean
carry_out (Merge *merge, GError **error)
{
  return check_merge (merge, error) && fill_in (merge, error) && move_all_references (merge, error) &&
         forget_spans (merge, error) &&
         guatu_store_delete (merge->document->store, merge->table,
                             guatu_plan_id (merge->document->plan, merge->table, merge->from), error);
}

gboolean
guatu_document_merge (GuatuDocument *self, GuatuTable table, gint64 into, gint64 from, GError **error)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) spans = g_hash_table_new (NULL, NULL);
  Merge merge = { .document = self, .table = table, .texts = texts, .spans = spans };
  g_autofree char *name = NULL;
  g_autofree char *other = NULL;
  JsonObject *arguments = NULL;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (table == GUATU_TABLE_UNIT || table == GUATU_TABLE_PERSON, FALSE);

  if (!guatu_document_begin (self, error))
    return FALSE;

  merge.into = guatu_document_find_row (self, table, into, error);
  merge.from = merge.into >= 0 ? guatu_document_find_row (self, table, from, error) : -1;
  ok = merge.into >= 0 && merge.from >= 0;
  if (ok)
    {
      name = guatu_row_name (self->plan, table, merge.into);
      other = guatu_row_name (self->plan, table, merge.from);
      ok = carry_out (&merge, error);
    }
  if (ok)
    {
      arguments = guatu_arguments_for_row (into, name);
      guatu_arguments_add_text (arguments, "from", other);
    }
  return guatu_document_end (self, ok, table == GUATU_TABLE_UNIT ? "unit-merge" : "person-merge", arguments, 0, error);
}
