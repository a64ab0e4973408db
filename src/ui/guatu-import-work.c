/* guatu-import-work.c — what takes long about an import. */
#include "guatu-import-work.h"

#include <glib/gi18n.h>

#include "guatu-document.h"
#include "guatu-language.h"
#include "guatu-settings.h"
#include "guatu-task-edit.h"

/* How far it is -------------------------------------------------------------------------------------- */

GuatuImportMeter *
guatu_import_meter_new (void)
{
  return g_atomic_rc_box_new0 (GuatuImportMeter);
}

GuatuImportMeter *
guatu_import_meter_ref (GuatuImportMeter *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
guatu_import_meter_unref (GuatuImportMeter *self)
{
  g_atomic_rc_box_release (self);
}

GuatuImportStage
guatu_import_meter_get (GuatuImportMeter *self,
                        double           *share)
{
  *share = g_atomic_int_get (&self->share) / 1000.0;
  return (GuatuImportStage) g_atomic_int_get (&self->stage);
}

static void
begin_stage (GuatuImportMeter *self,
             GuatuImportStage  stage)
{
  g_atomic_int_set (&self->share, stage == GUATU_IMPORT_SAVING ? 1000 : 0);
  g_atomic_int_set (&self->stage, stage);
}

/* What a thread is told: how far it is, and whether to go on. */
typedef struct
{
  GuatuImportMeter *meter;
  GCancellable     *cancellable;
} Watch;

static gboolean
watch_cb (gint64   done,
          gint64   total,
          gpointer data)
{
  const Watch *watch = data;

  if (total > 0)
    g_atomic_int_set (&watch->meter->share, (int) (1000 * MIN (done, total) / total));
  /* What follows the last row is the disk's. */
  if (total > 0 && done >= total && g_atomic_int_get (&watch->meter->stage) == GUATU_IMPORT_WRITING)
    begin_stage (watch->meter, GUATU_IMPORT_SAVING);
  return !g_cancellable_is_cancelled (watch->cancellable);
}

/* What was read -------------------------------------------------------------------------------------- */

GuatuImported *
guatu_imported_ref (GuatuImported *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  GuatuImported *self = data;

  guatu_csv_look_free (self->look);
  guatu_schedule_free (self->schedule);
  guatu_plan_free (self->plan);
  guatu_notes_free (self->notes);
  g_clear_error (&self->error);
}

void
guatu_imported_unref (GuatuImported *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
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
  char             *path;
  const char       *encoding;        /* of a table that lives on */
  char              separator;
  int              *fields;
  guint             n_fields;
  GuatuImportMeter *meter;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  guatu_import_meter_unref (self->meter);
  g_free (self->path);
  g_free (self->fields);
  g_free (self);
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
  GuatuImported *imported = g_atomic_rc_box_new0 (GuatuImported);
  Watch watch = { reading->meter, cancellable };
  const GuatuImportOptions options = {
    .start = GUATU_NONE, .today = guatu_today (), .encoding = reading->encoding, .separator = reading->separator,
    .fields = reading->fields, .n_fields = reading->n_fields, .progress = watch_cb, .progress_data = &watch,
  };

  imported->notes = guatu_notes_new ();
  if (guatu_import_is_csv (reading->path))
    imported->look = guatu_csv_look_new (reading->path, &options, NULL);
  imported->plan = guatu_import_read_file (reading->path, &options, guatu_language_of_reader (), imported->notes,
                                           &imported->error);
  begin_stage (reading->meter, GUATU_IMPORT_SCHEDULING);
  if (imported->plan != NULL)
    imported->schedule = guatu_schedule_new (imported->plan, NULL, &imported->error);
  if (imported->schedule == NULL)
    g_clear_pointer (&imported->plan, guatu_plan_free);
  else
    count (imported);
  g_task_return_pointer (task, imported, (GDestroyNotify) guatu_imported_unref);
}

void
guatu_import_work_read (const char            *path,
                        const GuatuImportSaid *said,
                        GuatuImportMeter      *meter,
                        GCancellable          *cancellable,
                        GAsyncReadyCallback    callback,
                        gpointer               data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, data);
  Reading *reading = g_new0 (Reading, 1);

  begin_stage (meter, GUATU_IMPORT_READING);
  reading->path = g_strdup (path);
  reading->encoding = said->encoding;
  reading->separator = said->separator;
  reading->fields = g_memdup2 (said->fields, said->n_fields * sizeof (int));
  reading->n_fields = said->n_fields;
  reading->meter = guatu_import_meter_ref (meter);
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

/* Making and adding ---------------------------------------------------------------------------------- */

typedef struct
{
  char             *path;            /* of the plan that is written */
  char             *arguments;
  char             *author;
  gint64            plan;            /* the id of the plan that must be there */
  gint64            task;
  GuatuImported    *imported;
  GuatuImportMeter *meter;
  GuatuDocument    *document;        /* the one that is shown */
} Writing;

static void
writing_free (gpointer data)
{
  Writing *self = data;

  guatu_imported_unref (self->imported);
  guatu_import_meter_unref (self->meter);
  g_clear_object (&self->document);
  g_free (self->path);
  g_free (self->arguments);
  g_free (self->author);
  g_free (self);
}

static Writing *
writing_new (const char       *path,
             const char       *source,
             GuatuImported    *imported,
             GuatuImportMeter *meter)
{
  Writing *self = g_new0 (Writing, 1);

  begin_stage (meter, GUATU_IMPORT_WRITING);
  self->path = g_strdup (path);
  self->arguments = guatu_import_arguments (source, imported->notes);
  self->author = guatu_settings_get_author ();
  self->imported = guatu_imported_ref (imported);
  self->meter = guatu_import_meter_ref (meter);

  return self;
}

/* What has been saved is told as saved, however late somebody said stop. */
static GTask *
writing_task (Writing             *writing,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, writing, writing_free);
  return task;
}

/* The file is opened anew by the window: a document stays in the thread that made it. */
static void
make_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Writing *making = data;
  Watch watch = { making->meter, cancellable };
  GError *error = NULL;
  g_autoptr(GuatuPlan) plan = guatu_plan_copy (making->imported->plan);
  g_autoptr(GuatuDocument) document = NULL;

  guatu_plan_settle (plan);
  document = guatu_document_create (making->path, plan, making->author, "import", making->arguments, watch_cb,
                                    &watch, &error);
  if (document != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
guatu_import_work_make (const char          *path,
                        const char          *source,
                        GuatuImported       *imported,
                        GuatuImportMeter    *meter,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  g_autoptr(GTask) task = writing_task (writing_new (path, source, imported, meter), cancellable, callback, data);

  g_task_set_source_tag (task, guatu_import_work_make);
  g_task_run_in_thread (task, make_thread);
}

gboolean
guatu_import_work_make_finish (GAsyncResult  *result,
                               GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Under the name of the plan that is shown there may be another by now. */
static gboolean
is_the_plan (GuatuDocument  *document,
             gint64          id,
             const char     *path,
             GError        **error)
{
  g_autofree char *name = NULL;

  if (document == NULL || guatu_plan_settings (guatu_document_get_plan (document))->id == id)
    return document != NULL;

  name = g_filename_display_basename (path);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("“%s” is another plan by now. Nothing was changed."), name);
  return FALSE;
}

/* The plan is opened once more, as another program would; what is shown then adopts what was written. */
static void
add_thread (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  Writing *adding = data;
  Watch watch = { adding->meter, cancellable };
  GError *error = NULL;
  g_autoptr(GuatuDocument) document = guatu_document_open (adding->path, FALSE, &error);

  if (document != NULL)
    guatu_document_set_author (document, adding->author);
  if (is_the_plan (document, adding->plan, adding->path, &error) &&
      guatu_document_import (document, adding->imported->plan, adding->task, adding->arguments, watch_cb, &watch,
                             &error))
    g_task_return_pointer (task, g_steal_pointer (&document), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
guatu_import_work_add (GuatuDocument       *document,
                       gint64               task_id,
                       const char          *source,
                       GuatuImported       *imported,
                       GuatuImportMeter    *meter,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             data)
{
  Writing *adding = writing_new (guatu_document_get_path (document), source, imported, meter);
  g_autoptr(GTask) task = writing_task (adding, cancellable, callback, data);

  adding->plan = guatu_plan_settings (guatu_document_get_plan (document))->id;
  adding->task = task_id;
  adding->document = g_object_ref (document);
  guatu_document_await (document);
  g_task_set_source_tag (task, guatu_import_work_add);
  g_task_run_in_thread (task, add_thread);
}

gboolean
guatu_import_work_add_finish (GAsyncResult  *result,
                              GError       **error)
{
  Writing *adding = g_task_get_task_data (G_TASK (result));
  g_autoptr(GuatuDocument) written = g_task_propagate_pointer (G_TASK (result), error);

  /* What else is the matter with the file is not this import's trouble. */
  return guatu_document_adopt (adding->document, written, written != NULL ? error : NULL) && written != NULL;
}
