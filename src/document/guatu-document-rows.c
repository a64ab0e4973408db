/* guatu-document-rows.c — the verbs that serve every table: add, set, remove. */
#include "guatu-row-edit.h"

#include <glib/gi18n-lib.h>

/* Gives the row a place at the end of where it belongs, unless one was named. */
static gboolean
place_behind (GuatuRowEdit *edit, GError **error)
{
  int position = guatu_field_find (edit->table, "position");
  int group = guatu_position_group (edit->table);
  gint32 of = group >= 0 ? guatu_row_edit_reference (edit, (guint) group) : -1;
  gint64 place;

  if (position < 0 || guatu_row_edit_is_given (edit, (guint) position))
    return TRUE;
  if (edit->row >= 0 && (group < 0 || !guatu_row_edit_changes (edit, (guint) group)))
    return TRUE;

  if (edit->table == GUATU_TABLE_TASK)
    {
      if (!guatu_position_among_siblings (edit->document, edit->row, of, -1, &place, error))
        return FALSE;
    }
  else
    place = guatu_position_behind (edit->document->plan, edit->table, group, of);

  guatu_row_edit_set_number (edit, (guint) position, place);
  return TRUE;
}

/* Tables whose rows come from a verb of their own, or never again. */
static gboolean
check_may_add (GuatuTable table, GError **error)
{
  switch ((int) table)
    {
    case GUATU_TABLE_PLAN:
      return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                    _("A file holds one plan. Make a new file for another one."));
    case GUATU_TABLE_LINK:
      return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID, _("Tasks are linked by “link”."));
    case GUATU_TABLE_ASSIGNMENT:
      return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                    _("Units and people are assigned by “assign”."));
    case GUATU_TABLE_REPORT:
      return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID, _("Progress is reported by “report”."));
    case GUATU_TABLE_BASELINE:
    case GUATU_TABLE_BASELINE_TASK:
      return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID, _("Baselines are taken by “baseline”."));
    default:
      return TRUE;
    }
}

gboolean
guatu_document_add (GuatuDocument      *self,
                    GuatuTable          table,
                    const GuatuSetting *settings,
                    guint               n,
                    gint64             *id,
                    GError            **error)
{
  g_autofree char *kind = NULL;
  GuatuRowEdit edit;
  JsonObject *arguments = NULL;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (table < GUATU_N_TABLES && (settings != NULL || n == 0), FALSE);

  if (!check_may_add (table, error) || !guatu_document_begin (self, error))
    return FALSE;

  guatu_row_edit_init_new (&edit, self, table);
  ok = guatu_row_edit_take (&edit, settings, n, error) && guatu_row_edit_check_complete (&edit, error) &&
       guatu_row_edit_check (&edit, error) && place_behind (&edit, error) &&
       (table != GUATU_TABLE_RECURRENCE || guatu_document_follow_recurrence (self, &edit, error)) &&
       guatu_row_edit_write (&edit, error);
  if (ok)
    arguments = guatu_row_edit_arguments (&edit);

  kind = g_strdup_printf ("%s-add", guatu_table_info (table)->name);
  ok = guatu_document_end (self, ok, kind, arguments, 0, error);
  if (ok && id != NULL)
    *id = edit.id;
  return ok;
}

gboolean
guatu_document_set (GuatuDocument      *self,
                    GuatuTable          table,
                    gint64              id,
                    const GuatuSetting *settings,
                    guint               n,
                    GError            **error)
{
  g_autofree char *kind = NULL;
  GuatuRowEdit edit;
  JsonObject *arguments = NULL;
  gint32 row;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (table < GUATU_N_TABLES && (settings != NULL || n == 0), FALSE);

  if (!guatu_document_begin (self, error))
    return FALSE;

  row = guatu_document_find_row (self, table, id, error);
  ok = row >= 0;
  if (ok)
    {
      guatu_row_edit_init_row (&edit, self, table, row);
      ok = guatu_row_edit_take (&edit, settings, n, error) && guatu_row_edit_check (&edit, error) &&
           place_behind (&edit, error) &&
           (table != GUATU_TABLE_REPORT || guatu_document_follow_report (self, row, &edit, error)) &&
           (table != GUATU_TABLE_RECURRENCE || guatu_document_follow_recurrence (self, &edit, error)) &&
           guatu_document_follow_name (self, &edit, error) && guatu_row_edit_write (&edit, error);
      if (ok)
        arguments = guatu_row_edit_arguments (&edit);
    }

  kind = g_strdup_printf ("%s-set", guatu_table_info (table)->name);
  return guatu_document_end (self, ok, kind, arguments, 0, error);
}

/* One verb, which memory follows once; the entry tells the tasks one by one. */
static gboolean
set_tasks (GuatuDocument *self, const GuatuTaskSettings *tasks, guint n, GError **error)
{
  JsonObject *arguments = NULL;
  gboolean ok = TRUE;

  if (!guatu_document_begin (self, error))
    return FALSE;

  for (guint i = 0; ok && i < n; i++)
    {
      gint32 row = guatu_document_find_row (self, GUATU_TABLE_TASK, tasks[i].task, error);
      GuatuRowEdit edit;

      ok = row >= 0;
      if (!ok || tasks[i].n == 0)
        continue;
      guatu_group_go_on (self, "task-set", &arguments);
      guatu_row_edit_init_row (&edit, self, GUATU_TABLE_TASK, row);
      ok = guatu_row_edit_take (&edit, tasks[i].settings, tasks[i].n, error) && guatu_row_edit_check (&edit, error) &&
           guatu_row_edit_write (&edit, error);
      if (ok)
        arguments = guatu_row_edit_arguments (&edit);
    }
  return guatu_document_end (self, ok, "task-set", arguments, 0, error);
}

gboolean
guatu_document_set_tasks (GuatuDocument           *self,
                          const char              *kind,
                          const GuatuTaskSettings *tasks,
                          guint                    n,
                          GError                 **error)
{
  guint n_set = 0;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self) && kind != NULL, FALSE);
  g_return_val_if_fail (tasks != NULL || n == 0, FALSE);

  for (guint i = 0; i < n; i++)
    n_set += tasks[i].n > 0;
  if (!guatu_document_begin_group (self, error))
    return FALSE;
  ok = n_set == 0 || set_tasks (self, tasks, n, error);
  return guatu_document_end_group (self, ok, kind, NULL, n_set, error);
}

/* Rows of any table ---------------------------------------------------------------------------------- */

/* @arguments and @kind: what the step says of itself. */
static gboolean
write_row (GuatuDocument *self, GuatuTable table, const GuatuRowSettings *of, const char **kind, JsonObject **arguments,
           GError **error)
{
  gint32 row = of->id != 0 ? guatu_document_find_row (self, table, of->id, error) : -1;
  GuatuRowEdit edit;

  if (of->id != 0 && row < 0)
    return FALSE;

  if (row >= 0)
    guatu_row_edit_init_row (&edit, self, table, row);
  else
    guatu_row_edit_init_new (&edit, self, table);
  if (!guatu_row_edit_take (&edit, of->settings, of->n, error) ||
      (row < 0 && !guatu_row_edit_check_complete (&edit, error)) || !guatu_row_edit_check (&edit, error) ||
      !guatu_row_edit_write (&edit, error))
    return FALSE;

  *kind = row >= 0 ? "set" : "add";
  *arguments = guatu_row_edit_arguments (&edit);
  return TRUE;
}

static char *
kind_of (GuatuTable table, const char *what)
{
  return g_strdup_printf ("%s-%s", guatu_table_info (table)->name, what);
}

gboolean
guatu_group_write_rows (GuatuDocument *self, GuatuTable table, const GuatuRowSettings *rows, guint n, GError **error)
{
  JsonObject *arguments = NULL;
  const char *what = "set";
  g_autofree char *kind = NULL;
  gboolean ok = TRUE;

  if (!guatu_document_begin (self, error))
    return FALSE;

  for (guint i = 0; ok && i < n; i++)
    {
      g_autofree char *before = kind_of (table, what);

      guatu_group_go_on (self, before, &arguments);
      ok = write_row (self, table, &rows[i], &what, &arguments, error);
    }
  kind = kind_of (table, what);
  return guatu_document_end (self, ok, kind, arguments, 0, error);
}

gboolean
guatu_document_set_rows (GuatuDocument          *self,
                         GuatuTable              table,
                         const char             *kind,
                         const char             *name,
                         const GuatuRowSettings *rows,
                         guint                   n,
                         GError                **error)
{
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self) && kind != NULL, FALSE);
  g_return_val_if_fail (table != GUATU_TABLE_TASK && table != GUATU_TABLE_REPORT, FALSE);
  g_return_val_if_fail (rows != NULL || n == 0, FALSE);

  if (!guatu_document_begin_group (self, error))
    return FALSE;
  ok = n == 0 || guatu_group_write_rows (self, table, rows, n, error);
  return guatu_document_end_group (self, ok, kind, name, n, error);
}

/* What if -------------------------------------------------------------------------------------------- */

static gboolean
foresee (GuatuDocument *self, GuatuOverlay *overlay, const GuatuTaskSettings *of, GError **error)
{
  GuatuRowEdit edit;
  gint32 row = guatu_document_find_row (self, GUATU_TABLE_TASK, of->task, error);

  if (row < 0)
    return FALSE;

  guatu_row_edit_init_row (&edit, self, GUATU_TABLE_TASK, row);
  return guatu_row_edit_take (&edit, of->settings, of->n, error) && guatu_row_edit_check (&edit, error) &&
         guatu_row_edit_foresee (&edit, overlay, error);
}

GuatuSchedule *
guatu_document_what_if (GuatuDocument           *self,
                        const GuatuTaskSettings *tasks,
                        guint                    n,
                        GError                 **error)
{
  g_autoptr(GuatuOverlay) overlay = guatu_overlay_new ();

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (tasks != NULL || n == 0, NULL);

  for (guint i = 0; i < n; i++)
    if (!foresee (self, overlay, &tasks[i], error))
      return NULL;

  return guatu_schedule_new (self->plan, overlay, error);
}

GuatuSchedule *
guatu_document_what_if_set (GuatuDocument      *self,
                            gint64              task,
                            const GuatuSetting *settings,
                            guint               n,
                            GError            **error)
{
  GuatuTaskSettings of = { task, settings, n };

  return guatu_document_what_if (self, &of, 1, error);
}
