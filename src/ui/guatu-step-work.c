/* guatu-step-work.c — opens the plan once more in a thread, and takes a step of undo or redo there. */
#include "guatu-step-work.h"

/* Bytes of a changeset that are written back within a few frames. */
#define LONG (256 * 1024)

typedef struct
{
  char          *path;
  char          *author;
  gboolean       redo;
  GuatuDocument *document;       /* the one that is shown */
} Step;

static void
step_free (gpointer data)
{
  Step *self = data;

  g_object_unref (self->document);
  g_free (self->author);
  g_free (self->path);
  g_free (self);
}

gboolean
guatu_step_work_is_long (GuatuDocument *document,
                         gboolean       redo)
{
  g_return_val_if_fail (GUATU_IS_DOCUMENT (document), FALSE);

  return guatu_document_step_size (document, redo) > LONG;
}

/* The plan is opened once more, as another program would; what is shown then adopts what was written. */
static void
step_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Step *self = data;
  GError *error = NULL;
  g_autoptr(GuatuDocument) document = guatu_document_open (self->path, FALSE, &error);
  gboolean done = FALSE;

  if (document != NULL)
    {
      guatu_document_set_author (document, self->author);
      done = self->redo ? guatu_document_redo (document, NULL, &error) : guatu_document_undo (document, NULL, &error);
    }
  if (done)
    g_task_return_pointer (task, g_steal_pointer (&document), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
guatu_step_work_run (GuatuDocument       *document,
                     gboolean             redo,
                     GAsyncReadyCallback  callback,
                     gpointer             data)
{
  g_autoptr(GTask) task = NULL;
  Step *self;

  g_return_if_fail (GUATU_IS_DOCUMENT (document));

  self = g_new0 (Step, 1);
  self->path = g_strdup (guatu_document_get_path (document));
  self->author = g_strdup (guatu_document_get_author (document));
  self->redo = redo;
  self->document = g_object_ref (document);
  task = g_task_new (NULL, NULL, callback, data);
  g_task_set_source_tag (task, guatu_step_work_run);
  g_task_set_task_data (task, self, step_free);
  guatu_document_await (document);
  g_task_run_in_thread (task, step_thread);
}

gboolean
guatu_step_work_finish (GAsyncResult  *result,
                        GError       **error)
{
  Step *self = g_task_get_task_data (G_TASK (result));
  g_autoptr(GuatuDocument) written = g_task_propagate_pointer (G_TASK (result), error);

  return guatu_document_adopt (self->document, written, written != NULL ? error : NULL) && written != NULL;
}
