/* guatu-store-changeset.c — the door to memory: a changeset read, checked whole, then applied to the plan. */
#include "guatu-store-private.h"

#include <glib/gi18n-lib.h>

/* Where a changeset may come from is anybody's guess: an entry of a file, which somebody may have
 * edited. So it is walked several times: once to see that every value fits, once to see that no
 * reference will dangle, and only then row by row into the plan. */

/* What the changeset does to one row. */
typedef struct
{
  gint64  id;
  int     operation;            /* SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE */
  guint64 fields;               /* an update: those that it sets */
} Touched;

typedef struct
{
  GBytes     *changeset;
  GuatuPlan  *plan;
  GHashTable *touched[GUATU_N_TABLES];  /* Touched by id */
} Reader;

/* The change under the iterator. */
typedef struct
{
  sqlite3_changeset_iter *iter;
  GuatuTable              table;
  guint                   n_columns;
  int                     operation;
  gint64                  id;
  gint32                  row;          /* -1: not in the plan */
} Change;

typedef gboolean (*ChangeFunc) (Reader        *reader,
                                const Change  *change,
                                GError       **error);

static gboolean
refuse (GError     **error,
        const char  *trouble)
{
  g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_DAMAGED,
               _("A recorded change cannot be read: %s."), trouble);
  return FALSE;
}

static gboolean
refuse_row (GError       **error,
            const Change  *change,
            const char    *trouble)
{
  g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_DAMAGED,
               _("A recorded change does not fit the plan: %s %lld: %s."),
               guatu_table_info (change->table)->name, (long long) change->id, trouble);
  return FALSE;
}

/* Reading ---------------------------------------------------------------------------------------------- */

static sqlite3_value *
old_value (const Change *change,
           guint         column)
{
  sqlite3_value *value = NULL;

  sqlite3changeset_old (change->iter, (int) column, &value);
  return value;
}

static sqlite3_value *
new_value (const Change *change,
           guint         column)
{
  sqlite3_value *value = NULL;

  sqlite3changeset_new (change->iter, (int) column, &value);
  return value;
}

static gboolean
read_change (sqlite3_changeset_iter  *iter,
             Change                  *change,
             GError                 **error)
{
  const char *name = NULL;
  unsigned char *keys = NULL;
  sqlite3_value *id;
  int n_columns = 0, n_keys = 0, indirect = 0, table;

  *change = (Change) { .iter = iter, .row = -1 };
  if (sqlite3changeset_op (iter, &name, &n_columns, &change->operation, &indirect) != SQLITE_OK ||
      sqlite3changeset_pk (iter, &keys, &n_keys) != SQLITE_OK || name == NULL)
    return refuse (error, _("it is cut off or garbled"));

  table = guatu_schema_find (name);
  if (table < 0)
    return refuse (error, _("it changes a table that a plan does not have"));
  change->table = (GuatuTable) table;
  change->n_columns = (guint) n_columns;
  if (n_columns < 1 || change->n_columns > guatu_table_info (change->table)->n_fields || n_keys != n_columns)
    return refuse (error, _("it has fields that this version of Guatu does not know"));
  for (int i = 0; i < n_keys; i++)
    if ((keys[i] != 0) != (i == 0))
      return refuse (error, _("it does not name its rows by their ids"));

  id = change->operation == SQLITE_INSERT ? new_value (change, 0) : old_value (change, 0);
  if (id == NULL || sqlite3_value_type (id) != SQLITE_INTEGER || sqlite3_value_int64 (id) <= 0)
    return refuse (error, _("a row has no valid id"));
  change->id = sqlite3_value_int64 (id);

  return TRUE;
}

/* Calls @func for each change, and answers whether all of them and the end were reached. */
static gboolean
each_change (Reader      *reader,
             ChangeFunc   func,
             GError     **error)
{
  sqlite3_changeset_iter *iter = NULL;
  gsize size;
  gconstpointer bytes = g_bytes_get_data (reader->changeset, &size);
  gboolean fine = TRUE;

  if (sqlite3changeset_start (&iter, (int) size, (void *) bytes) != SQLITE_OK)
    return refuse (error, _("it is cut off or garbled"));

  while (fine && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      Change change;

      fine = read_change (iter, &change, error);
      if (fine)
        {
          if (reader->plan != NULL)
            change.row = guatu_plan_find (reader->plan, change.table, change.id);
          fine = func (reader, &change, error);
        }
    }

  /* Errors of the iterator itself, such as bytes that are no change, come out here. */
  if (sqlite3changeset_finalize (iter) != SQLITE_OK && fine)
    fine = refuse (error, _("it is cut off or garbled"));

  return fine;
}

/* Checking --------------------------------------------------------------------------------------------- */

static gboolean
is_plain (sqlite3_value *stored)
{
  GuatuValue value;

  return stored == NULL || guatu_value_read (stored, &value);
}

static gboolean
check_plain (Reader        *reader,
             const Change  *change,
             GError       **error)
{
  for (guint i = 0; i < change->n_columns; i++)
    if ((change->operation != SQLITE_INSERT && !is_plain (old_value (change, i))) ||
        (change->operation != SQLITE_DELETE && !is_plain (new_value (change, i))))
      return refuse_row (error, change, _("it holds a value that no plan holds"));

  return TRUE;
}

gboolean
guatu_changeset_check (const void  *data,
                       gsize        size,
                       GError     **error)
{
  g_autoptr(GBytes) changeset = g_bytes_new_static (data, size);
  Reader reader = { .changeset = changeset };

  if (size > G_MAXINT || !guatu_changeset_has_form (data, size))
    return refuse (error, _("it is cut off or garbled"));

  return each_change (&reader, check_plain, error);
}

/* Whether memory holds what the change says was there. */
static gboolean
check_old (Reader        *reader,
           const Change  *change,
           guint          column,
           GError       **error)
{
  sqlite3_value *stored = old_value (change, column);
  GuatuValue value;

  if (stored == NULL)
    return TRUE;
  if (!guatu_value_read (stored, &value) ||
      !guatu_value_equal (value, guatu_plan_get (reader->plan, change->table, change->row, column)))
    return refuse_row (error, change, _("it is not as the change found it"));

  return TRUE;
}

static gboolean
check_new (const Change  *change,
           guint          column,
           guint64       *fields,
           GError       **error)
{
  const GuatuField *field = guatu_field (change->table, column);
  g_autoptr(GError) trouble = NULL;
  sqlite3_value *stored = new_value (change, column);
  GuatuValue value;

  if (stored == NULL)
    return change->operation == SQLITE_UPDATE || refuse_row (error, change, _("a field is missing"));
  if (!guatu_value_read (stored, &value))
    return refuse_row (error, change, _("it holds a value that no plan holds"));
  if (!guatu_value_fits (value, field, &trouble))
    return refuse_row (error, change, trouble->message);

  *fields |= G_GUINT64_CONSTANT (1) << column;
  return TRUE;
}

static gboolean
check_fit (Reader        *reader,
           const Change  *change,
           GError       **error)
{
  GHashTable **touched = &reader->touched[change->table];
  guint64 fields = 0;
  Touched *note;

  if ((change->operation == SQLITE_INSERT) != (change->row < 0))
    return refuse_row (error, change, change->row < 0 ? _("it is not there") : _("it is there already"));

  for (guint i = 1; i < change->n_columns; i++)
    if ((change->operation != SQLITE_INSERT && !check_old (reader, change, i, error)) ||
        (change->operation != SQLITE_DELETE && !check_new (change, i, &fields, error)))
      return FALSE;

  if (*touched == NULL)
    *touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  if (g_hash_table_contains (*touched, &change->id))
    return refuse_row (error, change, _("it is changed twice at once"));
  note = g_new (Touched, 1);
  *note = (Touched) { change->id, change->operation, fields };
  g_hash_table_insert (*touched, &note->id, note);

  return TRUE;
}

static const Touched *
find_touched (const Reader *reader,
              GuatuTable    table,
              gint64        id)
{
  return reader->touched[table] != NULL ? g_hash_table_lookup (reader->touched[table], &id) : NULL;
}

/* Whether the row will be there when all is applied. */
static gboolean
will_be (const Reader *reader,
         GuatuTable    table,
         gint64        id)
{
  const Touched *note = find_touched (reader, table, id);

  return note != NULL ? note->operation != SQLITE_DELETE : guatu_plan_find (reader->plan, table, id) >= 0;
}

/* Whether a row that stays goes on referring to one that goes. */
static gboolean
is_still_used (const Reader *reader,
               const Change *change)
{
  for (guint table = 0; table < GUATU_N_TABLES; table++)
    {
      const GuatuTableInfo *info = guatu_table_info (table);

      for (guint field = 1; field < info->n_fields; field++)
        {
          const gint32 *rows;
          guint n;

          if (info->fields[field].type != GUATU_TYPE_REFERENCE || info->fields[field].target != change->table)
            continue;
          rows = guatu_plan_referrers (reader->plan, table, field, change->row, &n);
          for (guint i = 0; i < n; i++)
            {
              const Touched *note = find_touched (reader, table, guatu_plan_id (reader->plan, table, rows[i]));

              if (note == NULL ||
                  (note->operation == SQLITE_UPDATE && !(note->fields & G_GUINT64_CONSTANT (1) << field)))
                return TRUE;
            }
        }
    }

  return FALSE;
}

static gboolean
check_references (Reader        *reader,
                  const Change  *change,
                  GError       **error)
{
  const GuatuTableInfo *info = guatu_table_info (change->table);

  if (change->operation == SQLITE_DELETE)
    return !is_still_used (reader, change) || refuse_row (error, change, _("another row still refers to it"));

  for (guint i = 1; i < change->n_columns; i++)
    {
      sqlite3_value *stored = info->fields[i].type == GUATU_TYPE_REFERENCE ? new_value (change, i) : NULL;

      if (stored != NULL && sqlite3_value_type (stored) == SQLITE_INTEGER &&
          !will_be (reader, info->fields[i].target, sqlite3_value_int64 (stored)))
        return refuse_row (error, change, _("it refers to a row that is not there"));
    }

  return TRUE;
}

/* Of the settings there is one row, or none before the first entry. */
static gboolean
check_settings (const Reader  *reader,
                GError       **error)
{
  guint n = guatu_plan_n_live (reader->plan, GUATU_TABLE_PLAN);
  GHashTableIter iter;
  gpointer value;

  if (reader->touched[GUATU_TABLE_PLAN] == NULL)
    return TRUE;

  g_hash_table_iter_init (&iter, reader->touched[GUATU_TABLE_PLAN]);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Touched *note = value;

      if (note->operation == SQLITE_INSERT)
        n++;
      else if (note->operation == SQLITE_DELETE)
        n--;
    }

  return n <= 1 || refuse (error, _("it makes two plans of one"));
}

/* Applying --------------------------------------------------------------------------------------------- */

static gboolean
insert_row (Reader        *reader,
            const Change  *change,
            GError       **error)
{
  if (change->operation == SQLITE_INSERT)
    guatu_plan_insert (reader->plan, change->table, change->id);

  return TRUE;
}

static gboolean
set_fields (Reader        *reader,
            const Change  *change,
            GError       **error)
{
  if (change->operation == SQLITE_DELETE)
    return TRUE;

  for (guint i = 1; i < change->n_columns; i++)
    {
      sqlite3_value *stored = new_value (change, i);
      GuatuValue value;

      if (stored == NULL || !guatu_value_read (stored, &value))
        continue;
      if (change->operation == SQLITE_INSERT &&
          guatu_value_equal (value, guatu_field_fallback (guatu_field (change->table, i))))
        continue;
      guatu_plan_set (reader->plan, change->table, change->row, i, value);
    }

  return TRUE;
}

static gboolean
remove_row (Reader        *reader,
            const Change  *change,
            GError       **error)
{
  if (change->operation == SQLITE_DELETE)
    guatu_plan_remove (reader->plan, change->table, change->row);

  return TRUE;
}

gboolean
guatu_changeset_apply (GBytes     *changeset,
                       GuatuPlan  *plan,
                       GError    **error)
{
  Reader reader = { .changeset = changeset, .plan = plan };
  gconstpointer bytes;
  gsize size;
  gboolean fine;

  g_return_val_if_fail (changeset != NULL && plan != NULL, FALSE);

  bytes = g_bytes_get_data (changeset, &size);
  if (size > G_MAXINT || !guatu_changeset_has_form (bytes, size))
    return refuse (error, _("it is cut off or garbled"));

  fine = each_change (&reader, check_fit, error) &&
         check_settings (&reader, error) &&
         each_change (&reader, check_references, error);
  if (fine)
    {
      /* All rows are there before the first reference is set, and go when nothing refers to them. */
      each_change (&reader, insert_row, NULL);
      each_change (&reader, set_fields, NULL);
      each_change (&reader, remove_row, NULL);
      guatu_plan_settle (plan);
    }

  for (guint table = 0; table < GUATU_N_TABLES; table++)
    g_clear_pointer (&reader.touched[table], g_hash_table_unref);

  return fine;
}
