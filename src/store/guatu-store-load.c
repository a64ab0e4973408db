/* guatu-store-load.c — the whole plan from its file, in one snapshot. */
#include "guatu-store-private.h"

#include <glib/gi18n-lib.h>

/* A reference to a row that has not been read yet: set when all rows are there. */
typedef struct
{
  GuatuTable table;
  guint      field;
  gint32     row;
  gint64     target;
} Pending;

static gboolean
fail_row (GuatuStore *self,
          GuatuTable  table,
          gint64      id,
          guint       field,
          const char *trouble,
          GError    **error)
{
  const GuatuTableInfo *info = guatu_table_info (table);

  return guatu_store_damaged (self, error, _("%s %lld, field “%s”: %s"), info->name, (long long) id,
                              info->fields[field].name, trouble);
}

/* Sets one field of a row just made, which has the fallbacks. */
static gboolean
load_field (GuatuStore    *self,
            GuatuPlan     *plan,
            GuatuTable     table,
            gint32         row,
            guint          field,
            sqlite3_value *stored,
            GArray        *pending,
            GError       **error)
{
  const GuatuField *info = guatu_field (table, field);
  g_autoptr(GError) trouble = NULL;
  GuatuValue value;

  if (!guatu_value_read (stored, &value))
    return fail_row (self, table, guatu_plan_id (plan, table, row), field, _("not a value that a plan holds"), error);
  if (!guatu_value_fits (value, info, &trouble))
    return fail_row (self, table, guatu_plan_id (plan, table, row), field, trouble->message, error);
  if (guatu_value_equal (value, guatu_field_fallback (info)) ||
      guatu_plan_set (plan, table, row, field, value))
    return TRUE;
  if (info->type != GUATU_TYPE_REFERENCE)
    return fail_row (self, table, guatu_plan_id (plan, table, row), field, _("there is no room for it"), error);

  g_array_append_val (pending, ((Pending) { table, field, row, value.integer }));
  return TRUE;
}

/* Most fields of most rows hold what a row just made has in them: where that is allowed there is nothing to check and
 * nothing to set. */
typedef struct
{
  GuatuValue value;
  gboolean   looked_at;         /* not allowed: to be refused */
} Usual;

static Usual *
find_usual (GuatuTable table,
            guint      n_fields)
{
  Usual *usual = g_new0 (Usual, n_fields);

  for (guint field = 1; field < n_fields; field++)
    {
      usual[field].value = guatu_field_fallback (guatu_field (table, field));
      usual[field].looked_at = !guatu_value_fits (usual[field].value, guatu_field (table, field), NULL);
    }

  return usual;
}

static gboolean
is_usual (const Usual  *usual,
          sqlite3_stmt *statement,
          int           column)
{
  if (usual->looked_at)
    return FALSE;

  switch (usual->value.kind)
    {
    case GUATU_VALUE_INTEGER:
      return sqlite3_column_type (statement, column) == SQLITE_INTEGER
             && sqlite3_column_int64 (statement, column) == usual->value.integer;
    case GUATU_VALUE_TEXT:
      return sqlite3_column_type (statement, column) == SQLITE_TEXT && usual->value.text[0] == '\0'
             && sqlite3_column_bytes (statement, column) == 0;
    case GUATU_VALUE_NULL:
    default:
      return sqlite3_column_type (statement, column) == SQLITE_NULL;
    }
}

static gboolean
load_row (GuatuStore    *self,
          GuatuPlan     *plan,
          GuatuTable     table,
          const Usual   *usual,
          sqlite3_stmt  *statement,
          GArray        *pending,
          GError       **error)
{
  guint n_fields = self->schema->tables[table].n_fields;
  gint64 id = sqlite3_column_int64 (statement, 0);
  gint32 row;

  if (id <= 0)
    return guatu_store_damaged (self, error, _("%s %lld has a number that no row has"),
                                guatu_table_info (table)->name, (long long) id);

  row = guatu_plan_insert (plan, table, id);
  for (guint field = 1; field < n_fields; field++)
    if (!is_usual (&usual[field], statement, (int) field)
        && !load_field (self, plan, table, row, field, sqlite3_column_value (statement, (int) field), pending, error))
      return FALSE;

  return TRUE;
}

static gboolean
load_table (GuatuStore  *self,
            GuatuPlan   *plan,
            GuatuTable   table,
            GArray      *pending,
            GError     **error)
{
  g_autoptr(GuatuBorrowed) statement = NULL;
  g_autofree Usual *usual = NULL;
  int code;

  if (self->schema->tables[table].n_fields == 0)
    return TRUE;

  usual = find_usual (table, self->schema->tables[table].n_fields);
  statement = guatu_store_borrow (self, self->schema->tables[table].select, error);
  if (statement == NULL)
    return FALSE;
  while ((code = guatu_store_step (self, statement, error)) == SQLITE_ROW)
    if (!load_row (self, plan, table, usual, statement, pending, error))
      return FALSE;

  return code == SQLITE_DONE;
}

static gboolean
set_pending (GuatuStore  *self,
             GuatuPlan   *plan,
             GArray      *pending,
             GError     **error)
{
  for (guint i = 0; i < pending->len; i++)
    {
      const Pending *one = &g_array_index (pending, Pending, i);

      if (!guatu_plan_set (plan, one->table, one->row, one->field, GUATU_INTEGER (one->target)))
        return fail_row (self, one->table, guatu_plan_id (plan, one->table, one->row), one->field,
                         _("what it refers to is not there"), error);
    }

  return TRUE;
}

static gboolean
load_rows (GuatuStore  *self,
           GuatuPlan   *plan,
           GError     **error)
{
  g_autoptr(GArray) pending = g_array_new (FALSE, FALSE, sizeof (Pending));

  for (guint table = 0; table < GUATU_N_TABLES; table++)
    if (!load_table (self, plan, table, pending, error))
      return FALSE;
  if (!set_pending (self, plan, pending, error))
    return FALSE;
  if (guatu_plan_n_live (plan, GUATU_TABLE_PLAN) > 1)
    return guatu_store_damaged (self, error, _("it holds the settings of several plans"));
  if (guatu_plan_n_live (plan, GUATU_TABLE_PLAN) == 0)
    return guatu_store_damaged (self, error, _("the settings of the plan are missing"));

  guatu_plan_settle (plan);
  if (guatu_plan_has_loop (plan))
    return guatu_store_damaged (self, error, _("a task lies within itself"));

  return TRUE;
}

GuatuPlan *
guatu_store_load (GuatuStore  *self,
                  gint64      *seq,
                  GError     **error)
{
  g_autoptr(GuatuPlan) plan = NULL;
  guint8 hash[GUATU_HASH_SIZE];
  gint64 head = 0;
  gboolean done;

  g_return_val_if_fail (self != NULL, NULL);

  plan = guatu_plan_new ();
  if (guatu_store_is_blank (self))
    {
      guatu_plan_settle (plan);
      done = TRUE;
    }
  else
    {
      if (!guatu_store_read_begin (self, error))
        return NULL;
      done = guatu_journal_head (self, &head, hash, error) && load_rows (self, plan, error);
      guatu_store_read_end (self);
    }

  if (!done)
    return NULL;
  if (seq != NULL)
    *seq = head;
  return g_steal_pointer (&plan);
}
