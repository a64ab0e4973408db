/* guatu-import-dialog-run.c — reads the file, makes a plan of it or puts it into one, and says how far it is. */
#include "guatu-import-dialog-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "guatu-plan-files.h"

/* How far it is ------------------------------------------------------------------------------------------ */

static const char *
words_for (GuatuImportStage stage)
{
  switch (stage)
    {
    case GUATU_IMPORT_READING:
      return _("Reading…");
    case GUATU_IMPORT_SCHEDULING:
      return _("Working out dates…");
    case GUATU_IMPORT_WRITING:
      return _("Writing the plan…");
    case GUATU_IMPORT_SAVING:
    default:
      return _("Saving…");
    }
}

/* How far it is: rows or elements of all. */
static void
show_share (GuatuImportDialog *self)
{
  double share;
  GuatuImportStage stage = guatu_import_meter_get (self->meter, &share);
  gboolean stopping = g_cancellable_is_cancelled (self->cancellable);
  const char *text = stopping ? _("Stopping…") : words_for (stage);

  gtk_widget_set_sensitive (self->stop, !stopping && stage != GUATU_IMPORT_SAVING);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), share);
  if (!g_str_equal (gtk_label_get_text (GTK_LABEL (self->summary)), text))
    gtk_label_set_text (GTK_LABEL (self->summary), text);
}

static gboolean
timer_cb (gpointer data)
{
  show_share (data);
  return G_SOURCE_CONTINUE;
}

static void
update (GuatuImportDialog *self)
{
  gboolean busy = self->running != GUATU_IMPORT_RUN_NOTHING;
  gboolean ready = !busy && self->imported != NULL && self->imported->plan != NULL;

  gtk_widget_set_visible (self->bar, busy);
  gtk_widget_set_visible (self->stop, busy);
  gtk_widget_set_sensitive (self->make, ready);
  gtk_widget_set_sensitive (self->add, ready && guatu_plan_n_live (self->imported->plan, GUATU_TABLE_TASK) > 0);
  gtk_widget_set_sensitive (self->choices, !busy || self->running == GUATU_IMPORT_RUN_READING);
  if (busy && self->timer == 0)
    self->timer = g_timeout_add (50, timer_cb, self);
  else if (!busy)
    g_clear_handle_id (&self->timer, g_source_remove);
}

static void
begin (GuatuImportDialog *self,
       GuatuImportRun     running)
{
  g_clear_pointer (&self->meter, guatu_import_meter_unref);
  self->meter = guatu_import_meter_new ();
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->running = running;
  gtk_widget_remove_css_class (self->summary, "error");
}

static void
end (GuatuImportDialog *self)
{
  g_clear_object (&self->cancellable);
  self->running = GUATU_IMPORT_RUN_NOTHING;
  update (self);
}

/* Reading is not waited for; what is being written is, until it is told whether it was in time. */
void
guatu_import_dialog_stop (GuatuImportDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->running == GUATU_IMPORT_RUN_READING)
    {
      g_clear_object (&self->cancellable);
      self->running = GUATU_IMPORT_RUN_NOTHING;
    }
}

void
guatu_import_dialog_stop_asked (GuatuImportDialog *self)
{
  gboolean reading = self->running == GUATU_IMPORT_RUN_READING;

  guatu_import_dialog_stop (self);
  if (reading)
    gtk_label_set_text (GTK_LABEL (self->summary), _("Reading was stopped."));
  else
    show_share (self);
  update (self);
}

/* Nothing was changed. */
static void
say_stopped (GuatuImportDialog *self)
{
  gtk_label_set_text (GTK_LABEL (self->summary), _("Stopped. Nothing was changed."));
}

/* Reading ------------------------------------------------------------------------------------------------ */

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(GuatuImportDialog) self = data;
  GuatuImported *imported = guatu_import_work_read_finish (result, NULL);

  /* Cancelled: another reading runs, or nobody waits any more. */
  if (imported == NULL)
    return;
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      guatu_imported_unref (imported);
      return;
    }
  end (self);
  g_clear_pointer (&self->imported, guatu_imported_unref);
  self->imported = imported;
  guatu_import_dialog_show_choices (self);
  guatu_import_dialog_show_found (self);
  update (self);
}

void
guatu_import_dialog_read (GuatuImportDialog *self)
{
  const GuatuImportSaid said = {
    .encoding = self->encoding, .separator = self->separator,
    .fields = self->fields != NULL ? (const int *) (gpointer) self->fields->data : NULL,
    .n_fields = self->fields != NULL ? self->fields->len : 0,
  };

  guatu_import_dialog_stop (self);
  begin (self, GUATU_IMPORT_RUN_READING);
  guatu_import_work_read (self->path, &said, self->meter, self->cancellable, read_cb, g_object_ref (self));
  show_share (self);
  update (self);
}

/* Making a plan ---------------------------------------------------------------------------------------- */

/* The whole file comes under its name, and what bore it before goes away no sooner. */
static gboolean
put_in_place (GuatuImportDialog  *self,
              GError            **error)
{
  g_autoptr(GFile) from = g_file_new_for_path (self->made);
  g_autoptr(GFile) to = g_file_new_for_path (self->making);

  return (!self->replace || guatu_plan_files_make_way (self->making, error)) &&
         g_file_move (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, error);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(GuatuImportDialog) self = data;
  g_autoptr(GError) error = NULL;
  gboolean stopped = g_cancellable_is_cancelled (self->cancellable);
  gboolean made = guatu_import_work_make_finish (result, &error);

  if (self->closed)
    {
      if (made)
        g_unlink (self->made);
      return;
    }
  end (self);
  if (made && !stopped && put_in_place (self, &error))
    {
      g_signal_emit_by_name (self, "made", self->making);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  if (made)
    g_unlink (self->made);
  if (stopped)
    say_stopped (self);
  else
    guatu_import_dialog_complain (self, error->message);
}

/* Beside the file that it becomes, so that it can be given its name in one step. Free it. */
static char *
name_until_whole (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *random = g_uuid_string_random ();
  g_autofree char *name = g_strdup_printf (".%.100s-%.8s.guatu", base, random);

  return g_build_filename (folder, name, NULL);
}

void
guatu_import_dialog_make (GuatuImportDialog *self,
                          const char        *plan,
                          gboolean           replace)
{
  g_return_if_fail (GUATU_IS_IMPORT_DIALOG (self));

  if (self->imported == NULL || self->imported->plan == NULL || self->running != GUATU_IMPORT_RUN_NOTHING)
    return;
  if (!replace && g_file_test (plan, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_filename_display_basename (plan);
      g_autofree char *text = g_strdup_printf (_("“%s” already exists. Choose another name."), name);

      guatu_import_dialog_complain (self, text);
      return;
    }
  g_free (self->making);
  g_free (self->made);
  self->making = g_strdup (plan);
  self->made = name_until_whole (plan);
  self->replace = replace;
  begin (self, GUATU_IMPORT_RUN_MAKING);
  guatu_import_work_make (self->made, self->path, self->imported, self->meter, self->cancellable, made_cb,
                          g_object_ref (self));
  show_share (self);
  update (self);
}

/* Putting it into one ---------------------------------------------------------------------------------- */

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(GuatuImportDialog) self = data;
  g_autoptr(GError) error = NULL;
  gboolean added = guatu_import_work_add_finish (result, &error);

  if (added)
    g_signal_emit_by_name (self, "added", guatu_plan_n_live (self->imported->plan, GUATU_TABLE_TASK));
  if (self->closed)
    return;

  end (self);
  if (added)
    {
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      say_stopped (self);
    }
  else
    {
      guatu_import_dialog_complain (self, error->message);
    }
}

/* One entry of the journal, and one step to undo. */
void
guatu_import_dialog_add (GuatuImportDialog *self)
{
  gboolean below = self->place != NULL && adw_combo_row_get_selected (ADW_COMBO_ROW (self->place)) == 0;

  begin (self, GUATU_IMPORT_RUN_ADDING);
  guatu_import_work_add (self->document, below ? self->task : 0, self->path, self->imported, self->meter,
                         self->cancellable, added_cb, g_object_ref (self));
  show_share (self);
  update (self);
}
