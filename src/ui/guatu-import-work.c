/* guatu-import-work.c — what takes long about an import. */
#include "guatu-import-work.h"

#include <glib/gi18n.h>

#include "guatu-document.h"
#include "guatu-language.h"
#include "guatu-task-edit.h"

void
guatu_imported_free (GuatuImported *self)
{
  if (self == NULL)
    return;

  guatu_csv_look_free (self->look);
  guatu_schedule_free (self->schedule);
  guatu_plan_free (self->plan);
  guatu_notes_free (self->notes);
  g_clear_error (&self->error);
  g_free (self);
}

/* To the minute: files cut seconds off, or round them. */
static gboolean
is_other_minute (GuatuInstant file,
                 GuatuInstant scheduled)
{
  return file != GUATU_NONE &&
         (file - GUATU_INSTANT_MIN) / GUATU_MINUTE != (scheduled - GUATU_INSTANT_MIN) / GUATU_MINUTE;
}

gboolean
guatu_imported_differs (const GuatuImported *self,
                        gint32               task)
{
  return is_other_minute (guatu_plan_task_number (self->plan, task, GUATU_TASK_RECORDED_START),
                          self->schedule->start[task]) ||
         is_other_minute (guatu_plan_task_number (self->plan, task, GUATU_TASK_RECORDED_FINISH),
                          self->schedule->finish[task]);
}

/* Reading ------------------------------------------------------------------------------------------- */

typedef struct
{
  char        *path;
  const char  *encoding;        /* of a table that lives on */
  char         separator;
  int         *fields;
  guint        n_fields;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_free (self->path);
  g_free (self->fields);
  g_free (self);
}

static gboolean
go_on (gint64   done,
       gint64   total,
       gpointer data)
{
  return !g_cancellable_is_cancelled (data);
}

static void
count (GuatuImported *self)
{
  guint n;
  const gint32 *outline = guatu_plan_outline (self->plan, &n);

  for (guint i = 0; i < n; i++)
    {
      gint32 task = outline[i];

      self->n_recorded += guatu_plan_task_number (self->plan, task, GUATU_TASK_RECORDED_START) != GUATU_NONE ||
                          guatu_plan_task_number (self->plan, task, GUATU_TASK_RECORDED_FINISH) != GUATU_NONE;
      self->n_different += guatu_imported_differs (self, task) ? 1 : 0;
    }
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Reading *reading = data;
  GuatuImported *imported = g_new0 (GuatuImported, 1);
  const GuatuImportOptions options = {
    .start = GUATU_NONE, .today = guatu_today (), .encoding = reading->encoding, .separator = reading->separator,
    .fields = reading->fields, .n_fields = reading->n_fields, .progress = go_on, .progress_data = cancellable,
  };

  imported->notes = guatu_notes_new ();
  if (guatu_import_is_csv (reading->path))
    imported->look = guatu_csv_look_new (reading->path, &options, NULL);
  imported->plan = guatu_import_read_file (reading->path, &options, guatu_language_of_reader (), imported->notes,
                                           &imported->error);
  if (imported->plan != NULL)
    imported->schedule = guatu_schedule_new (imported->plan, NULL, &imported->error);
  if (imported->schedule == NULL)
    g_clear_pointer (&imported->plan, guatu_plan_free);
  else
    count (imported);
  g_task_return_pointer (task, imported, (GDestroyNotify) guatu_imported_free);
}

void
guatu_import_work_read (const char            *path,
                        const GuatuImportSaid *said,
                        GCancellable          *cancellable,
                        GAsyncReadyCallback    callback,
                        gpointer               data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, data);
  Reading *reading = g_new0 (Reading, 1);

  reading->path = g_strdup (path);
  reading->encoding = said->encoding;
  reading->separator = said->separator;
  reading->fields = g_memdup2 (said->fields, said->n_fields * sizeof (int));
  reading->n_fields = said->n_fields;
  g_task_set_source_tag (task, guatu_import_work_read);
  g_task_set_task_data (task, reading, reading_free);
  /* Who cancels need not wait until the thread has noticed. */
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, read_thread);
}

GuatuImported *
guatu_import_work_read_finish (GAsyncResult  *result,
                               GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Making -------------------------------------------------------------------------------------------- */

typedef struct
{
  char      *path;
  char      *arguments;
  GuatuPlan *plan;
} Making;

static void
making_free (gpointer data)
{
  Making *self = data;

  guatu_plan_free (self->plan);
  g_free (self->path);
  g_free (self->arguments);
  g_free (self);
}

/* The file is opened anew by the window: a document stays in the thread that made it. */
static void
make_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Making *making = data;
  GError *error = NULL;
  g_autoptr(GuatuDocument) document = guatu_document_create (making->path, making->plan, "import", making->arguments,
                                                             go_on, cancellable, &error);

  if (document != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
guatu_import_work_make (const char          *path,
                        const char          *source,
                        const GuatuImported *imported,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, data);
  Making *making = g_new0 (Making, 1);

  making->path = g_strdup (path);
  making->arguments = guatu_import_arguments (source, imported->notes);
  making->plan = guatu_plan_copy (imported->plan);
  guatu_plan_settle (making->plan);
  g_task_set_source_tag (task, guatu_import_work_make);
  g_task_set_task_data (task, making, making_free);
  g_task_run_in_thread (task, make_thread);
}

gboolean
guatu_import_work_make_finish (GAsyncResult  *result,
                               GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
