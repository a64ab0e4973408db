/* guatu-document-backward.c — the verb that plans backward, and what it would do. */
#include "guatu-row-edit.h"

#include <glib/gi18n-lib.h>

#include "guatu-key-node-dates.h"

/* As of now; the error of the pass as one of the document's. */
static GuatuBackwardPlan *
reckon (GuatuDocument *self, gint64 task, GuatuInstant finish, GuatuInstant not_before, gboolean release,
        GError **error)
{
  GuatuBackwardAsk ask = { -1, finish, not_before, release };
  g_autoptr(GError) trouble = NULL;
  GuatuBackwardPlan *back;

  if (task != 0 && (ask.task = guatu_document_find_row (self, GUATU_TABLE_TASK, task, error)) < 0)
    return NULL;

  back = guatu_backward_plan_new (self->plan, guatu_document_get_schedule (self), &ask, &trouble);
  if (back == NULL)
    guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID, "%s", trouble->message);

  return back;
}

GuatuBackwardPlan *
guatu_document_what_if_backward (GuatuDocument *self,
                                 gint64         task,
                                 GuatuInstant   finish,
                                 GuatuInstant   not_before,
                                 gboolean       release,
                                 GError       **error)
{
  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (finish != GUATU_NONE, NULL);

  return reckon (self, task, finish, not_before, release, error);
}

static gboolean
refuse_lack (GuatuDocument *self, const GuatuBackwardPlan *back, GError **error)
{
  g_autofree char *days = guatu_backward_lack_text (self->plan, back->lacking);

  return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                _("The tasks do not fit before the finish: %s short. Shorten tasks, or choose a later "
                                  "finish."), days);
}

static gboolean
write_finish (GuatuDocument *self, gint64 task, GuatuInstant finish, GError **error)
{
  GuatuSetting deadline = { GUATU_TASK_DEADLINE, GUATU_INTEGER (finish) };
  GuatuSetting target = { GUATU_PLAN_FINISH_TARGET, GUATU_INTEGER (finish) };

  if (task != 0)
    return guatu_document_set (self, GUATU_TABLE_TASK, task, &deadline, 1, error);

  return guatu_document_set (self, GUATU_TABLE_PLAN, guatu_plan_settings (self->plan)->id, &target, 1, error);
}

static gboolean
write_start (GuatuDocument *self, const GuatuBackwardEdit *edit, GuatuRowEdit *row, GError **error)
{
  const GuatuSetting settings[] = {
    { GUATU_TASK_CONSTRAINT, GUATU_INTEGER (edit->constraint) },
    { GUATU_TASK_CONSTRAINT_DATE, edit->date != GUATU_NONE ? GUATU_INTEGER (edit->date) : GUATU_NULL },
  };

  guatu_row_edit_init_row (row, self, GUATU_TABLE_TASK, edit->task);
  return guatu_row_edit_take (row, settings, G_N_ELEMENTS (settings), error) && guatu_row_edit_check (row, error) &&
         guatu_row_edit_write (row, error);
}

/* All of them in one verb, which memory follows once; the entry tells them one by one. */
static gboolean
write_starts (GuatuDocument *self, const GuatuBackwardPlan *back, GError **error)
{
  JsonObject *arguments = NULL;
  gboolean ok = TRUE;

  if (back->edits->len == 0)
    return TRUE;
  if (!guatu_document_begin (self, error))
    return FALSE;
  for (guint i = 0; ok && i < back->edits->len; i++)
    {
      const GuatuBackwardEdit *edit = &g_array_index (back->edits, GuatuBackwardEdit, i);
      GuatuRowEdit row;

      ok = write_start (self, edit, &row, error);
      if (ok && i + 1 == back->edits->len)
        arguments = guatu_row_edit_arguments (&row);
      else if (ok && guatu_group_tells (self))
        guatu_group_tell (self, "task-set", guatu_row_edit_arguments (&row));
    }

  return guatu_document_end (self, ok, "task-set", arguments, 0, error);
}

/* They are shares of the task's span, and stay so when it moves again. */
static gboolean
add_key_nodes (GuatuDocument *self, gint64 task, const GArray *shares, GError **error)
{
  g_autoptr(GArray) missing = NULL;
  gint32 row;

  if (shares == NULL || shares->len == 0)
    return TRUE;
  row = task != 0 ? guatu_plan_find (self->plan, GUATU_TABLE_TASK, task) : -1;
  if (row < 0)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID, "%s",
                                  _("Key nodes are those of a task. Plan a task or project backward to give it some."));

  missing = guatu_key_node_new_shares (self->plan, row, shares);
  for (guint i = 0; i < missing->len; i++)
    {
      gint64 share = g_array_index (missing, gint64, i);
      g_autofree char *name = guatu_key_node_share_name (share);
      const GuatuSetting settings[] = {
        { GUATU_KEY_NODE_TASK, GUATU_INTEGER (task) },
        { GUATU_KEY_NODE_NAME, GUATU_TEXT (name) },
        { GUATU_KEY_NODE_SHARE, GUATU_INTEGER (share) },
      };

      if (!guatu_document_add (self, GUATU_TABLE_KEY_NODE, settings, G_N_ELEMENTS (settings), NULL, error))
        return FALSE;
    }

  return TRUE;
}

static char *
name_of_scope (GuatuDocument *self, gint64 task)
{
  gint32 row = task != 0 ? guatu_plan_find (self->plan, GUATU_TABLE_TASK, task) : -1;

  return g_strdup (row >= 0 ? guatu_plan_task_name (self->plan, row)
                            : guatu_plan_text (self->plan, guatu_plan_settings (self->plan)->title));
}

gboolean
guatu_document_plan_backward (GuatuDocument *self,
                              gint64         task,
                              GuatuInstant   finish,
                              GuatuInstant   not_before,
                              gboolean       release,
                              const GArray  *shares,
                              GError       **error)
{
  g_autoptr(GuatuBackwardPlan) back = NULL;
  g_autofree char *name = NULL;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (finish != GUATU_NONE, FALSE);

  if (!guatu_document_begin_group (self, error))
    return FALSE;

  name = name_of_scope (self, task);
  back = reckon (self, task, finish, not_before, release, error);
  ok = back != NULL && (back->lacking == 0 || refuse_lack (self, back, error))
       && write_finish (self, task, finish, error) && write_starts (self, back, error)
       && add_key_nodes (self, task, shares, error);

  return guatu_document_end_group (self, ok, "plan-backward", name, back != NULL ? back->edits->len : 0, error);
}
