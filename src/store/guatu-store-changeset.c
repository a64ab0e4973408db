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
  gboolean    inserts;                  /* any row, and so on */
  gboolean    updates;
  gboolean    deletes;
} Reader;

/* The change that is being read. */
typedef struct
{
  const GuatuSaid *old;                 /* by column */
  const GuatuSaid *new;
  GuatuTable       table;
  guint            n_columns;
  int              operation;
  gint64           id;
  gint32           row;                 /* -1: not in the plan */
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

static gboolean
read_change (const GuatuChangesetReader  *from,
             Change                      *change,
             GError                     **error)
{
  const GuatuSaid *id = from->operation == SQLITE_INSERT ? from->new : from->old;
  int table = guatu_schema_find (from->bytes.table);

  *change = (Change) { .old = from->old, .new = from->new, .operation = from->operation, .row = -1 };
  if (table < 0)
    return refuse (error, _("it changes a table that a plan does not have"));
  change->table = (GuatuTable) table;
  if (from->bytes.n_columns > guatu_table_info (change->table)->n_fields)
    return refuse (error, _("it has fields that this version of Guatu does not know"));
  change->n_columns = (guint) from->bytes.n_columns;
  for (guint i = 0; i < change->n_columns; i++)
    if ((from->bytes.keys[i] != 0) != (i == 0))
      return refuse (error, _("it does not name its rows by their ids"));

  if (id->how != GUATU_SAID_VALUE || id->value.kind != GUATU_VALUE_INTEGER || id->value.integer <= 0)
    return refuse (error, _("a row has no valid id"));
  change->id = id->value.integer;

  return TRUE;
}

/* Calls @func for each change, and answers whether all of them were reached. The form was looked at before. */
static gboolean
each_change (Reader      *reader,
             ChangeFunc   func,
             GError     **error)
{
  GuatuChangesetReader from;
  gsize size;
  gconstpointer bytes = g_bytes_get_data (reader->changeset, &size);
  gboolean fine = TRUE;

  guatu_changeset_reader_init (&from, bytes, size);
  while (fine && guatu_changeset_reader_next (&from))
    {
      Change change;

      fine = read_change (&from, &change, error);
      if (fine)
        {
          if (reader->plan != NULL)
            change.row = guatu_plan_find (reader->plan, change.table, change.id);
          fine = func (reader, &change, error);
        }
    }
  guatu_changeset_reader_clear (&from);

  return fine;
}

/* Checking --------------------------------------------------------------------------------------------- */

static gboolean
check_plain (Reader        *reader,
             const Change  *change,
             GError       **error)
{
  for (guint i = 0; i < change->n_columns; i++)
    if (change->old[i].how == GUATU_SAID_OTHER || change->new[i].how == GUATU_SAID_OTHER)
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
  const GuatuSaid *said = &change->old[column];

  if (said->how == GUATU_SAID_NOTHING)
    return TRUE;
  if (said->how == GUATU_SAID_OTHER ||
      !guatu_value_equal (said->value, guatu_plan_get (reader->plan, change->table, change->row, column)))
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
  const GuatuSaid *said = &change->new[column];

  if (said->how == GUATU_SAID_NOTHING)
    return change->operation == SQLITE_UPDATE || refuse_row (error, change, _("a field is missing"));
  if (said->how == GUATU_SAID_OTHER)
    return refuse_row (error, change, _("it holds a value that no plan holds"));
  if (!guatu_value_fits (said->value, field, &trouble))
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
  reader->inserts = reader->inserts || change->operation == SQLITE_INSERT;
  reader->updates = reader->updates || change->operation == SQLITE_UPDATE;
  reader->deletes = reader->deletes || change->operation == SQLITE_DELETE;

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
      const GuatuSaid *said = &change->new[i];

      if (info->fields[i].type == GUATU_TYPE_REFERENCE && said->how == GUATU_SAID_VALUE &&
          said->value.kind == GUATU_VALUE_INTEGER && !will_be (reader, info->fields[i].target, said->value.integer))
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
      const GuatuSaid *said = &change->new[i];

      if (said->how != GUATU_SAID_VALUE ||
          (change->operation == SQLITE_INSERT &&
           guatu_value_equal (said->value, guatu_field_fallback (guatu_field (change->table, i)))))
        continue;
      guatu_plan_set (reader->plan, change->table, change->row, i, said->value);
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
      if (reader.inserts)
        each_change (&reader, insert_row, NULL);
      if (reader.inserts || reader.updates)
        each_change (&reader, set_fields, NULL);
      if (reader.deletes)
        each_change (&reader, remove_row, NULL);
      guatu_plan_settle (plan);
    }

  for (guint table = 0; table < GUATU_N_TABLES; table++)
    g_clear_pointer (&reader.touched[table], g_hash_table_unref);

  return fine;
}
