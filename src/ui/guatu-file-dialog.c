/* guatu-file-dialog.c — the one place that knows GTK's file chooser. */
#include "guatu-file-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define PLAN "guatu"

/* What a dialog that is open needs; nobody else holds the chooser. */
typedef struct
{
  GtkFileChooserNative *chooser;
  GCancellable         *cancellable;
  gulong                cancelled;
  const char           *ending;         /* without its dot */
  gboolean              replace;
  const GuatuFileKind  *kinds;          /* of which the file is to be one; %NULL: it ends as @ending says */
  guint                 n_kinds;
  gboolean              switched;
  GtkWindow            *question;       /* whether a file may be replaced */
  GFile                *file;           /* that it is about */
} Asking;

/* What the chooser's additions are called. */
#define KIND_CHOICE "kind"
#define SWITCH_CHOICE "switch"

static void
asking_free (gpointer data)
{
  Asking *self = data;

  if (self->cancelled != 0)
    g_signal_handler_disconnect (self->cancellable, self->cancelled);
  g_clear_object (&self->cancellable);
  if (self->question != NULL)
    gtk_window_destroy (self->question);
  g_clear_weak_pointer (&self->question);
  g_clear_object (&self->file);
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

/* What the name says, else the list. */
static const char *
find_ending (const Asking *self,
             GFile        *file)
{
  g_autofree char *base = g_file_get_basename (file);
  const char *dot = strrchr (base, '.');
  const char *chosen;

  if (self->kinds == NULL)
    return self->ending;
  for (guint i = 0; dot != NULL && i < self->n_kinds; i++)
    if (g_ascii_strcasecmp (dot + 1, self->kinds[i].ending) == 0)
      return self->kinds[i].ending;
  chosen = gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (self->chooser), KIND_CHOICE);
  for (guint i = 0; i < self->n_kinds; i++)
    if (g_strcmp0 (self->kinds[i].ending, chosen) == 0)
      return self->kinds[i].ending;

  return self->ending;
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
answered_cb (AdwMessageDialog *question,
             const char       *answer,
             GTask            *task)
{
  Asking *self = g_task_get_task_data (task);

  /* An answer closes it. */
  g_clear_weak_pointer (&self->question);
  self->replace = g_str_equal (answer, "replace");
  end (task, self->replace ? self->file : NULL);
}

/* The chooser asks by itself, but for a name that was typed whole. */
static void
ask_to_replace (GTask *task,
                GFile *file)
{
  Asking *self = g_task_get_task_data (task);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_filename_display_basename (path != NULL ? path : "");
  g_autofree char *heading = g_strdup_printf (_("Replace “%s”?"), name);
  GtkWidget *question = adw_message_dialog_new (gtk_native_dialog_get_transient_for (GTK_NATIVE_DIALOG (self->chooser)),
                                                heading, _("There is a file of this name already."));

  g_set_weak_pointer (&self->question, GTK_WINDOW (question));
  self->file = g_object_ref (file);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "cancel", _("_Cancel"), "replace", _("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
  g_signal_connect (question, "response", G_CALLBACK (answered_cb), task);
  gtk_window_present (GTK_WINDOW (question));
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
  if (self->kinds != NULL)
    self->switched = g_strcmp0 (gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (self->chooser), SWITCH_CHOICE),
                                "true") == 0;
  if (response == GTK_RESPONSE_ACCEPT)
    chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  if (chosen != NULL && gtk_file_chooser_get_action (GTK_FILE_CHOOSER (self->chooser)) == GTK_FILE_CHOOSER_ACTION_SAVE)
    {
      file = with_ending (chosen, find_ending (self, chosen));
      self->replace = g_file_equal (file, chosen) && g_file_query_exists (file, NULL);
      if (!g_file_equal (file, chosen) && g_file_query_exists (file, NULL))
        {
          ask_to_replace (task, file);
          return;
        }
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
  if (self->question != NULL)
    g_signal_handlers_disconnect_by_data (self->question, task);
  end (task, NULL);
}

/* By the ending: to look into files, as a filter by type does, would drop SQLite's locks on those that are open. @name
 * NULL: every file may do. */
static void
add_filters (GtkFileChooser     *chooser,
             const char         *name,
             const char * const *endings)
{
  g_autoptr(GtkFileFilter) plans = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (plans, name);
  for (; name != NULL && *endings != NULL; endings++)
    gtk_file_filter_add_suffix (plans, *endings);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  if (name != NULL)
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

/* No filter says which kind it is: a list does. */
static void
add_choices (Asking     *self,
             const char *switch_label)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (self->chooser);
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < self->n_kinds; i++)
    {
      g_ptr_array_add (ids, (gpointer) self->kinds[i].ending);
      g_ptr_array_add (labels, (gpointer) self->kinds[i].label);
    }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (labels, NULL);
  gtk_file_chooser_add_choice (chooser, KIND_CHOICE, _("Kind of file"), (const char **) ids->pdata,
                               (const char **) labels->pdata);
  gtk_file_chooser_set_choice (chooser, KIND_CHOICE, self->kinds[0].ending);
  gtk_file_chooser_add_choice (chooser, SWITCH_CHOICE, switch_label, NULL, NULL);
  gtk_file_chooser_set_choice (chooser, SWITCH_CHOICE, "false");
}

void
guatu_file_dialog_export_async (GtkWindow           *parent,
                                GFile               *folder,
                                const char          *name,
                                const GuatuFileKind *kinds,
                                guint                n_kinds,
                                const char          *switch_label,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             data)
{
  const char * const endings[] = { kinds[0].ending, NULL };
  Asking *self = ask (gtk_file_chooser_native_new (_("Export"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"),
                                                   _("_Cancel")),
                      NULL, endings, cancellable, callback, data);

  self->kinds = kinds;
  self->n_kinds = n_kinds;
  add_choices (self, switch_label);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

gboolean
guatu_file_dialog_get_switch (GAsyncResult *result)
{
  Asking *self = g_task_get_task_data (G_TASK (result));

  return self->switched;
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
