/* guatu-document-remove.c — taking a row out of the plan, with everything that hangs on it. */
#include "guatu-row-edit.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GuatuTable table;
  gint32     row;
} Doomed;

typedef struct
{
  GuatuDocument *document;
  GArray        *doomed;                  /* of Doomed, in the order found; also the queue */
  GHashTable    *marks[GUATU_N_TABLES];   /* rows that go */
  gboolean       ok;
  GError       **error;
} Removal;

static void
doom (Removal *removal, GuatuTable table, gint32 row)
{
  Doomed one = { table, row };

  if (g_hash_table_add (removal->marks[table], GINT_TO_POINTER (row)))
    g_array_append_val (removal->doomed, one);
}

/* Whether a row goes with what its field refers to. A required reference leaves no choice; of the others
 * these say what the row is about, so that it would mean nothing without. */
static gboolean
goes_along (GuatuTable table, guint field)
{
  if (!(guatu_field (table, field)->flags & GUATU_FIELD_NULLABLE))
    return TRUE;

  return (table == GUATU_TABLE_TASK && field == GUATU_TASK_PARENT) ||
         (table == GUATU_TABLE_CALENDAR_DAY && field == GUATU_CALENDAR_DAY_WEEK) ||
         (table == GUATU_TABLE_CUSTOM_VALUE && field != GUATU_CUSTOM_VALUE_FIELD) ||
         (table == GUATU_TABLE_CALENDAR_HOURS &&
          (field == GUATU_CALENDAR_HOURS_DAY || field == GUATU_CALENDAR_HOURS_EXCEPTION)) ||
         (table == GUATU_TABLE_ASSIGNMENT &&
          (field == GUATU_ASSIGNMENT_UNIT || field == GUATU_ASSIGNMENT_PERSON)) ||
         (table == GUATU_TABLE_SPONSORSHIP &&
          (field == GUATU_SPONSORSHIP_UNIT || field == GUATU_SPONSORSHIP_TASK));
}

typedef void (*ReferenceFunc) (Removal *removal, Doomed one, GuatuTable table, guint field);

/* Calls @func for each field of each table that may refer to @one. */
static void
each_reference (Removal *removal, Doomed one, ReferenceFunc func)
{
  for (GuatuTable table = 0; table < GUATU_N_TABLES; table++)
    {
      const GuatuTableInfo *info = guatu_table_info (table);

      for (guint field = 1; field < info->n_fields; field++)
        if (info->fields[field].type == GUATU_TYPE_REFERENCE && info->fields[field].target == one.table)
          func (removal, one, table, field);
    }
}

static void
doom_referrers (Removal *removal, Doomed one, GuatuTable table, guint field)
{
  const gint32 *rows;
  guint n;

  if (!goes_along (table, field))
    return;
  rows = guatu_plan_referrers (removal->document->plan, table, field, one.row, &n);
  for (guint i = 0; i < n; i++)
    doom (removal, table, rows[i]);
}

static void
empty_references (Removal *removal, Doomed one, GuatuTable table, guint field)
{
  GuatuDocument *self = removal->document;
  const gint32 *rows;
  guint n;

  if (goes_along (table, field))
    return;
  rows = guatu_plan_referrers (self->plan, table, field, one.row, &n);
  for (guint i = 0; i < n && removal->ok; i++)
    if (!g_hash_table_contains (removal->marks[table], GINT_TO_POINTER (rows[i])))
      removal->ok = guatu_store_update (self->store, table, guatu_plan_id (self->plan, table, rows[i]), field,
                                        GUATU_NULL, removal->error);
}

/* What cannot go, and why. */
static gboolean
check_may_remove (GuatuDocument *self, GuatuTable table, gint32 row, GError **error)
{
  const gint32 *rows;
  guint n;
  g_autofree char *title = NULL;
  g_autofree char *other = NULL;

  if (table == GUATU_TABLE_PLAN)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("The plan itself cannot be removed. Remove its tasks, or delete the file."));
  if (table == GUATU_TABLE_BASELINE_TASK)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("A baseline keeps what was taken down. Drop the whole baseline instead."));
  if (table != GUATU_TABLE_CALENDAR)
    return TRUE;

  title = guatu_row_title (self->plan, table, row);
  if (guatu_plan_settings (self->plan)->calendar == row)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("Calendar %s is the plan’s own. Give the plan another calendar first."), title);

  rows = guatu_plan_referrers (self->plan, GUATU_TABLE_CALENDAR, GUATU_CALENDAR_BASE, row, &n);
  if (n > 0)
    {
      other = guatu_row_title (self->plan, table, rows[0]);
      return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                    _("Calendar %s is the base of calendar %s. Give that one another base first."),
                                    title, other);
    }
  return TRUE;
}

gboolean
guatu_remove_rows (GuatuDocument *self, GuatuTable table, const gint32 *rows, guint n, guint *n_tasks, GError **error)
{
  g_autoptr(GArray) doomed = g_array_new (FALSE, FALSE, sizeof (Doomed));
  Removal removal = { .document = self, .doomed = doomed, .ok = TRUE, .error = error };

  for (GuatuTable i = 0; i < GUATU_N_TABLES; i++)
    removal.marks[i] = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n; i++)
    doom (&removal, table, rows[i]);
  for (guint i = 0; i < doomed->len; i++)
    each_reference (&removal, g_array_index (doomed, Doomed, i), doom_referrers);
  *n_tasks = g_hash_table_size (removal.marks[GUATU_TABLE_TASK]);

  for (guint i = 0; i < doomed->len && removal.ok; i++)
    {
      Doomed one = g_array_index (doomed, Doomed, i);

      each_reference (&removal, one, empty_references);
      removal.ok = removal.ok && guatu_store_delete (self->store, one.table,
                                                     guatu_plan_id (self->plan, one.table, one.row), error);
    }

  for (GuatuTable i = 0; i < GUATU_N_TABLES; i++)
    g_hash_table_unref (removal.marks[i]);
  return removal.ok;
}

gboolean
guatu_document_remove (GuatuDocument *self, GuatuTable table, gint64 id, GError **error)
{
  g_autofree char *kind = NULL;
  g_autofree char *name = NULL;
  JsonObject *arguments = NULL;
  gint32 row;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (table < GUATU_N_TABLES, FALSE);

  if (!guatu_document_begin (self, error))
    return FALSE;

  row = guatu_document_find_row (self, table, id, error);
  ok = row >= 0 && check_may_remove (self, table, row, error);
  if (ok)
    {
      guint n_tasks;

      name = guatu_row_name (self->plan, table, row);
      ok = (table != GUATU_TABLE_REPORT || guatu_document_follow_report (self, row, NULL, error)) &&
           (table != GUATU_TABLE_RECURRENCE || guatu_document_end_recurrence (self, row, error)) &&
           guatu_remove_rows (self, table, &row, 1, &n_tasks, error);
      arguments = guatu_arguments_for_row (id, name);
      if (table == GUATU_TABLE_TASK && n_tasks > 1)
        json_object_set_int_member (arguments, "subtasks", n_tasks - 1);
    }

  kind = g_strdup_printf ("%s-remove", guatu_table_info (table)->name);
  return guatu_document_end (self, ok, kind, arguments, 0, error);
}

static gboolean
remove_several (GuatuDocument *self, GuatuTable table, const char *kind, const gint64 *ids, guint n, GError **error)
{
  g_autofree gint32 *rows = g_new (gint32, n);
  JsonObject *arguments = NULL;
  gboolean ok = TRUE;
  guint n_tasks = 0;

  if (!guatu_document_begin (self, error))
    return FALSE;

  for (guint i = 0; i < n && ok; i++)
    {
      rows[i] = guatu_document_find_row (self, table, ids[i], error);
      ok = rows[i] >= 0 && check_may_remove (self, table, rows[i], error);
    }
  ok = ok && guatu_remove_rows (self, table, rows, n, &n_tasks, error);
  if (ok)
    {
      arguments = json_object_new ();
      json_object_set_int_member (arguments, "n", table == GUATU_TABLE_TASK ? n_tasks : n);
    }
  return guatu_document_end (self, ok, kind, arguments, 0, error);
}

gboolean
guatu_document_remove_tasks (GuatuDocument *self, const gint64 *ids, guint n, GError **error)
{
  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (ids != NULL || n == 0, FALSE);

  if (n == 1)
    return guatu_document_remove (self, GUATU_TABLE_TASK, ids[0], error);
  return remove_several (self, GUATU_TABLE_TASK, "tasks-remove", ids, n, error);
}

gboolean
guatu_document_cut_tasks (GuatuDocument *self, const gint64 *ids, guint n, GError **error)
{
  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (ids != NULL || n == 0, FALSE);

  return remove_several (self, GUATU_TABLE_TASK, "tasks-cut", ids, n, error);
}

gboolean
guatu_document_remove_rows (GuatuDocument *self, GuatuTable table, const char *kind, const gint64 *ids, guint n,
                            GError **error)
{
  g_return_val_if_fail (GUATU_IS_DOCUMENT (self) && kind != NULL, FALSE);
  g_return_val_if_fail (table != GUATU_TABLE_TASK && table != GUATU_TABLE_REPORT, FALSE);
  g_return_val_if_fail (ids != NULL || n == 0, FALSE);

  if (n == 1)
    return guatu_document_remove (self, table, ids[0], error);
  return remove_several (self, table, kind, ids, n, error);
}
