/* guatu-file-dialog.c — the one place that knows GTK's file chooser. */
#include "guatu-file-dialog.h"

#include <glib/gi18n.h>

#define PLAN "guatu"

/* What a dialog that is open needs; nobody else holds the chooser. */
typedef struct
{
  GtkFileChooserNative *chooser;
  GCancellable         *cancellable;
  gulong                cancelled;
  const char           *ending;         /* without its dot */
  gboolean              replace;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *self = data;

  if (self->cancelled != 0)
    g_signal_handler_disconnect (self->cancellable, self->cancelled);
  g_clear_object (&self->cancellable);
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_free (self);
}

/* Only what ends as a plan does is found again by the dialog that opens plans. */
static GFile *
with_ending (GFile      *file,
             const char *ending)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *dotted = g_strconcat (".", ending, NULL);
  g_autofree char *name = NULL;
  g_autoptr(GFile) folder = NULL;

  if (g_str_has_suffix (base, dotted))
    return g_object_ref (file);

  name = g_strconcat (base, dotted, NULL);
  folder = g_file_get_parent (file);
  return g_file_get_child (folder, name);
}

static void
end (GTask *task,
     GFile *file)
{
  if (file != NULL)
    g_task_return_pointer (task, g_object_ref (file), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "dismissed");
  g_object_unref (task);
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         data)
{
  GTask *task = data;
  Asking *self = g_task_get_task_data (task);
  g_autoptr(GFile) chosen = NULL;
  g_autoptr(GFile) file = NULL;

  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  if (chosen != NULL && gtk_file_chooser_get_action (GTK_FILE_CHOOSER (self->chooser)) == GTK_FILE_CHOOSER_ACTION_SAVE)
    {
      file = with_ending (chosen, self->ending);
      self->replace = g_file_equal (file, chosen) && g_file_query_exists (file, NULL);
    }
  end (task, file != NULL ? file : chosen);
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      data)
{
  GTask *task = data;
  Asking *self = g_task_get_task_data (task);

  g_signal_handlers_disconnect_by_data (self->chooser, task);
  end (task, NULL);
}

/* By the ending: to look into files, as a filter by type does, would drop SQLite's locks on those that are open. */
static void
add_filters (GtkFileChooser     *chooser,
             const char         *name,
             const char * const *endings)
{
  g_autoptr(GtkFileFilter) plans = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (plans, name);
  for (; *endings != NULL; endings++)
    gtk_file_filter_add_suffix (plans, *endings);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, plans);
  gtk_file_chooser_add_filter (chooser, all);
}

static Asking *
ask (GtkFileChooserNative *chooser,
     const char           *name,
     const char * const   *endings,
     GCancellable         *cancellable,
     GAsyncReadyCallback   callback,
     gpointer              data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  Asking *self = g_new0 (Asking, 1);

  self->chooser = chooser;
  self->ending = endings[0];
  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, self, asking_free);
  add_filters (GTK_FILE_CHOOSER (chooser), name, endings);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), task);
  if (cancellable != NULL)
    {
      self->cancellable = g_object_ref (cancellable);
      self->cancelled = g_signal_connect (cancellable, "cancelled", G_CALLBACK (cancelled_cb), task);
    }

  return self;
}

void
guatu_file_dialog_open_async (GtkWindow           *parent,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  static const char * const endings[] = { PLAN, NULL };

  guatu_file_dialog_choose_async (parent, _("Open Plan"), _("Plans"), endings, cancellable, callback, data);
}

void
guatu_file_dialog_choose_async (GtkWindow           *parent,
                                const char          *title,
                                const char          *name,
                                const char * const  *endings,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             data)
{
  Asking *self = ask (gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"),
                                                   _("_Cancel")),
                      name, endings, cancellable, callback, data);

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

GFile *
guatu_file_dialog_open_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
guatu_file_dialog_save_async (GtkWindow           *parent,
                              const char          *title,
                              const char          *accept_label,
                              GFile               *folder,
                              const char          *name,
                              const char          *ending,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  Asking *self = ask (gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                                   accept_label, _("_Cancel")),
                      g_str_equal (ending, PLAN) ? _("Plans") : _("PDF documents"), (const char *[]) { ending, NULL },
                      cancellable, callback, data);

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

GFile *
guatu_file_dialog_save_finish (GAsyncResult  *result,
                               gboolean      *replace,
                               GError       **error)
{
  Asking *self;

  g_return_val_if_fail (G_IS_TASK (result), NULL);

  self = g_task_get_task_data (G_TASK (result));
  *replace = self->replace;
  return g_task_propagate_pointer (G_TASK (result), error);
}
