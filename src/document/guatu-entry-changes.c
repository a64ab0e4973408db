/* guatu-entry-changes.c — the rows and fields that one entry of the journal changed, in words. */
#include "guatu-change-words.h"

#include <glib/gi18n-lib.h>

#include "guatu-document-private.h"
#include "guatu-journal.h"
#include "guatu-row-names.h"

typedef struct
{
  GuatuDocument *document;
  GuatuRowNames *names;
  GuatuTable     table;         /* the row that comes first; @id 0: none */
  gint64         id;
  gboolean       of_row;        /* whether it is its turn, or that of the others */
  guint          first;
  guint          most;
  guint          n;
  GPtrArray     *rows;
} Telling;

static GuatuValue
old_or_new (const GuatuChange *change,
            guint              field,
            gboolean           old)
{
  return old ? change->before[field] : change->after[field];
}

/* A number of the row as it was before or after the entry; what the entry does not say is as it is now. */
static gint64
number_beside (Telling           *telling,
               const GuatuChange *change,
               guint              field,
               gboolean           old)
{
  const GuatuPlan *plan;
  gint32 row;

  if (guatu_change_has (change, field))
    return old_or_new (change, field, old).kind == GUATU_VALUE_INTEGER ? old_or_new (change, field, old).integer : 0;

  plan = guatu_row_names_with (telling->names, change->table, change->id);
  row = guatu_plan_find (plan, change->table, change->id);
  return row >= 0 ? guatu_plan_number (plan, change->table, row, field) : 0;
}

static char *
words (Telling           *telling,
       const GuatuChange *change,
       guint              field,
       gboolean           old)
{
  const GuatuField *info = guatu_field (change->table, field);
  const GuatuPlan *plan = guatu_document_get_plan (telling->document);
  GuatuValue value;
  GuatuDurationUnit unit = GUATU_UNIT_DAY;
  gboolean elapsed = FALSE;
  guint unit_field, kind_field;

  if (change->kind == (old ? GUATU_CHANGE_ADDED : GUATU_CHANGE_REMOVED))
    return g_strdup ("");

  value = old_or_new (change, field, old);
  if (info->type == GUATU_TYPE_REFERENCE && value.kind == GUATU_VALUE_INTEGER)
    plan = guatu_row_names_with (telling->names, info->target, value.integer);
  if (guatu_field_units (change->table, field, &unit_field, &kind_field))
    {
      gint64 number = number_beside (telling, change, unit_field, old);

      unit = number >= 0 && number <= GUATU_UNIT_PERCENT ? (GuatuDurationUnit) number : GUATU_UNIT_DAY;
      elapsed = guatu_kind_is_elapsed (change->table, number_beside (telling, change, kind_field, old));
    }

  return guatu_value_words (plan, change->table, field, value, unit, elapsed);
}

static gboolean
may_be_restored (Telling           *telling,
                 const GuatuChange *change,
                 guint              field)
{
  const GuatuPlan *plan = guatu_document_get_plan (telling->document);
  gint32 row = guatu_plan_find (plan, change->table, change->id);

  return change->kind == GUATU_CHANGE_CHANGED && row >= 0 && !guatu_field_is_fixed (change->table, field) &&
         !guatu_value_equal (change->before[field], guatu_plan_get (plan, change->table, row, field));
}

/* The task that the row belongs to, or is; 0: none. */
static gint64
task_of (Telling           *telling,
         const GuatuChange *change)
{
  int field = guatu_field_find (change->table, "task");
  const GuatuPlan *plan;
  GuatuValue value = GUATU_NULL;
  gint32 row;

  if (change->table == GUATU_TABLE_TASK)
    return change->id;
  if (change->table == GUATU_TABLE_LINK)
    field = GUATU_LINK_SUCCESSOR;
  if (field < 0)
    return 0;

  if (guatu_change_has (change, field))
    value = old_or_new (change, (guint) field, change->kind == GUATU_CHANGE_REMOVED);
  else
    {
      plan = guatu_row_names_with (telling->names, change->table, change->id);
      row = guatu_plan_find (plan, change->table, change->id);
      if (row >= 0)
        value = guatu_plan_get (plan, change->table, row, (guint) field);
    }

  return value.kind == GUATU_VALUE_INTEGER ? value.integer : 0;
}

/* Of a row that came or went what is as it is anyhow says nothing. */
static gboolean
is_told (const GuatuChange *change,
         guint              field)
{
  const GuatuField *info = guatu_field (change->table, field);

  if (!guatu_change_has (change, field))
    return FALSE;
  if (change->kind == GUATU_CHANGE_CHANGED)
    return !guatu_field_is_unsaid (change->table, field) || g_str_equal (info->name, "position") ||
           /* The unit changed alone: the amount is another only in words. */
           change->fields == G_GUINT64_CONSTANT (1) << field;

  return !guatu_field_is_unsaid (change->table, field) && !guatu_field_is_in_name (change->table, field) &&
         !guatu_value_equal (old_or_new (change, field, change->kind == GUATU_CHANGE_REMOVED),
                             guatu_field_fallback (info));
}

static void
tell_row (Telling           *telling,
          const GuatuChange *change)
{
  gint64 task = task_of (telling, change);
  GuatuRowChange *row = guatu_row_change_new (change->table, change->id, change->kind, task,
                                              guatu_row_names_find (telling->names, change->table, change->id),
                                              task != 0 ? guatu_row_names_find (telling->names, GUATU_TABLE_TASK, task)
                                                        : g_strdup (""));

  g_ptr_array_add (telling->rows, row);
  for (guint field = 1; field < guatu_table_info (change->table)->n_fields; field++)
    {
      const GuatuField *info = guatu_field (change->table, field);
      GuatuFieldChange *told;

      if (!is_told (change, field))
        continue;
      if (g_str_equal (info->name, "position"))
        {
          /* Where it stands among others is a number that nobody knows. */
          guatu_row_change_add (row, field, _(info->label), g_strdup (""), g_strdup (_("moved")));
          continue;
        }
      told = guatu_row_change_add (row, field, _(info->label), words (telling, change, field, TRUE),
                                   words (telling, change, field, FALSE));
      told->restorable = may_be_restored (telling, change, field);
    }
}

/* Whether the row is the one that comes first, or belongs to it. */
static gboolean
is_of_row (Telling           *telling,
           const GuatuChange *change)
{
  const GuatuTableInfo *info = guatu_table_info (change->table);

  if (telling->id == 0 || (change->table == telling->table && change->id == telling->id))
    return telling->id != 0;

  for (guint field = 1; field < info->n_fields; field++)
    {
      const GuatuPlan *plan;
      GuatuValue value = GUATU_NULL;
      gint32 row;

      if (!guatu_field_is_of_owner (change->table, field) || info->fields[field].target != telling->table)
        continue;
      if (guatu_change_has (change, field))
        value = old_or_new (change, field, change->kind == GUATU_CHANGE_REMOVED);
      else
        {
          plan = guatu_row_names_with (telling->names, change->table, change->id);
          row = guatu_plan_find (plan, change->table, change->id);
          if (row >= 0)
            value = guatu_plan_get (plan, change->table, row, field);
        }
      if (value.kind == GUATU_VALUE_INTEGER && value.integer == telling->id)
        return TRUE;
    }

  return FALSE;
}

static gboolean
take_change (const GuatuChange *change,
             gpointer           data)
{
  Telling *telling = data;

  if (is_of_row (telling, change) != telling->of_row)
    return TRUE;

  if (telling->n >= telling->first && telling->n - telling->first < telling->most)
    tell_row (telling, change);
  telling->n++;

  return TRUE;
}

GPtrArray *
guatu_entry_changes (GuatuDocument  *document,
                     gint64          seq,
                     GuatuTable      table,
                     gint64          id,
                     guint           first,
                     guint           most,
                     guint          *n,
                     GError        **error)
{
  GuatuStore *store;
  g_autoptr(GuatuEntry) entry = NULL;
  g_autoptr(GuatuRowNames) names = NULL;
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) guatu_row_change_free);
  Telling telling = { document, NULL, table, id, FALSE, first, most, 0, rows };

  g_return_val_if_fail (GUATU_IS_DOCUMENT (document) && n != NULL, NULL);

  *n = 0;
  store = guatu_document_get_store (document);
  entry = guatu_store_read_entry (store, seq, error);
  if (entry == NULL)
    return NULL;

  telling.names = names = guatu_row_names_new (store, guatu_document_get_plan (document));
  guatu_row_names_seed (names, entry->changeset);
  telling.of_row = id != 0;
  if (!guatu_changeset_each (entry->changeset, take_change, &telling, error))
    return NULL;
  telling.of_row = FALSE;
  if (id != 0 && !guatu_changeset_each (entry->changeset, take_change, &telling, error))
    return NULL;

  *n = telling.n;
  return g_steal_pointer (&rows);
}
