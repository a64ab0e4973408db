/* guatu-window-files.c — plans are made, opened and copied: from the menu, the start page, or dropped on the window. */
#include "guatu-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "guatu-file-dialog.h"
#include "guatu-import.h"
#include "guatu-plan-files.h"

/* Opening ------------------------------------------------------------------------------------------- */

/* Opens the plan, or shows the window that has it. FALSE with an error that names the file. */
static gboolean
open_file (GuatuWindow  *self,
           GFile        *file,
           GError      **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr(GuatuDocument) document = NULL;
  GuatuWindow *other;

  if (path == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _("“%s” is not on this computer. Only files on this computer can be opened."), name);
      return FALSE;
    }

  other = guatu_window_find (GTK_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), path);
  if (other != NULL && !other->lost)
    {
      gtk_window_present (GTK_WINDOW (other));
      return TRUE;
    }

  document = guatu_document_open (path, FALSE, error);
  if (document == NULL)
    return FALSE;

  /* What is there now is another file than the one that the window has lost. */
  if (other != NULL)
    {
      guatu_window_set_document (other, document);
      gtk_window_present (GTK_WINDOW (other));
    }
  else
    {
      guatu_window_take (self, document);
    }
  return TRUE;
}

/* By the ending alone: what is named as a plan is opened as one, whatever it holds. */
static gboolean
is_import (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *base = path != NULL ? g_path_get_basename (path) : NULL;

  return base != NULL && strchr (base, '.') != NULL && guatu_import_can_read (path);
}

void
guatu_window_open_all (GuatuWindow *self,
                       GSList      *files)
{
  g_autoptr(GString) trouble = g_string_new (NULL);

  g_return_if_fail (GUATU_IS_WINDOW (self));

  for (GSList *file = files; file != NULL; file = file->next)
    {
      g_autoptr(GError) error = NULL;

      if (is_import (file->data))
        guatu_window_import (self, file->data);
      else if (!open_file (self, file->data, &error))
        g_string_append_printf (trouble, "%s%s", trouble->len > 0 ? "\n" : "", error->message);
    }
  /* Told last: a plan that opens here takes away what was told before. */
  if (trouble->len > 0)
    guatu_window_complain (self, trouble->str);
}

void
guatu_window_open (GuatuWindow *self,
                   GFile       *file)
{
  GSList one = { .data = file };

  guatu_window_open_all (self, &one);
}

/* No question keeps its window alive: one that closes takes back what it asked, and an answer without a file says
 * nothing about whether the window is still there. */
static void
open_answered_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  GuatuWindow *self = data;
  g_autoptr(GFile) file = guatu_file_dialog_open_finish (result, NULL);

  if (file != NULL)
    guatu_window_open (self, file);
}

static void
open_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  GuatuWindow *self = GUATU_WINDOW (widget);

  guatu_file_dialog_open_async (GTK_WINDOW (self), self->cancellable, open_answered_cb, self);
}

static void
open_recent_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  g_autoptr(GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  guatu_window_open (GUATU_WINDOW (widget), file);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         GuatuWindow   *self)
{
  g_autoptr(GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  guatu_window_open_all (self, files);

  return files != NULL;
}

/* Making -------------------------------------------------------------------------------------------- */

/* Where the next file is likely to go: beside the plan that is shown. Unref it. */
GFile *
guatu_window_likely_folder (GuatuWindow *self)
{
  g_autofree char *folder = NULL;

  if (self->document != NULL)
    folder = g_path_get_dirname (guatu_document_get_path (self->document));
  else
    folder = guatu_plan_files_folder ();

  return g_file_test (folder, G_FILE_TEST_IS_DIR) ? g_file_new_for_path (folder) : NULL;
}

char *
guatu_window_why_not (GuatuWindow *self,
                      const char  *path,
                      gboolean     replace)
{
  g_autofree char *name = NULL;

  if (path == NULL)
    return g_strdup (_("A plan can only be saved on this computer."));
  if (!replace ||
      guatu_window_find (GTK_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), path) == NULL)
    return NULL;

  name = g_filename_display_basename (path);
  return g_strdup_printf (_("“%s” is open and cannot be replaced. Choose another name."), name);
}

gboolean
guatu_window_make_way (GuatuWindow *self,
                       const char  *path,
                       gboolean     replace)
{
  g_autofree char *trouble = guatu_window_why_not (self, path, replace);
  g_autoptr(GError) error = NULL;

  if (trouble != NULL)
    guatu_window_complain (self, trouble);
  else if (replace && !guatu_plan_files_make_way (path, &error))
    guatu_window_complain (self, error->message);

  return trouble == NULL && error == NULL;
}

void
guatu_window_make (GuatuWindow *self,
                   GFile       *file,
                   gboolean     replace)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr(GuatuDocument) document = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (GUATU_IS_WINDOW (self));

  if (!guatu_window_make_way (self, path, replace))
    return;

  document = guatu_plan_files_new (path, &error);
  if (document == NULL)
    guatu_window_complain (self, error->message);
  else
    guatu_window_take (self, document);
}

void
guatu_window_make_from (GuatuWindow *self,
                        GFile       *file,
                        gboolean     replace,
                        const char  *name,
                        GuatuInstant day,
                        gboolean     finish)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr(GuatuDocument) document = NULL;
  g_autoptr(GError) error = NULL;

  if (!guatu_window_make_way (self, path, replace))
    return;

  document = guatu_plan_files_new_from (path, name, day, finish, &error);
  if (document == NULL)
    guatu_window_complain (self, error->message);
  else
    guatu_window_take (self, document);
}

static void
new_answered_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  GuatuWindow *self = data;
  gboolean replace;
  g_autoptr(GFile) file = guatu_file_dialog_save_finish (result, &replace, NULL);

  if (file != NULL)
    guatu_window_make (self, file, replace);
}

/* One question, where the file goes; its name is the plan's title. */
static void
new_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  GuatuWindow *self = GUATU_WINDOW (widget);
  g_autoptr(GFile) folder = guatu_window_likely_folder (self);
  /* Translators: the name that a new plan's file begins with. */
  g_autofree char *proposed = g_strdup_printf ("%s.guatu", _("New plan"));

  guatu_file_dialog_save_async (GTK_WINDOW (self), _("New Plan"), _("_Create"), folder, proposed, "guatu",
                                self->cancellable, new_answered_cb, self);
}

static void
open_sample_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  GuatuWindow *self = GUATU_WINDOW (widget);
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuDocument) document = guatu_plan_files_new_sample (g_variant_get_string (parameter, NULL), &error);
  g_autofree char *folder = NULL;
  g_autofree char *name_of_folder = NULL;
  g_autofree char *text = NULL;

  if (document == NULL)
    {
      guatu_window_complain (self, error->message);
      return;
    }

  folder = g_path_get_dirname (guatu_document_get_path (document));
  name_of_folder = g_filename_display_basename (folder);
  text = g_strdup_printf (_("Your copy of the sample is kept in “%s”."), name_of_folder);
  guatu_window_say (guatu_window_take (self, document), text);
}

/* Copying ------------------------------------------------------------------------------------------- */

void
guatu_window_copy (GuatuWindow *self,
                   GFile       *file,
                   gboolean     with_history,
                   gboolean     replace)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (GUATU_IS_WINDOW (self));
  g_return_if_fail (self->document != NULL);

  if (!guatu_window_make_way (self, path, replace))
    return;

  if (!guatu_store_copy (guatu_document_get_store (self->document), path, with_history, g_get_user_name (), &error))
    {
      guatu_window_complain (self, error->message);
      return;
    }
  name = g_filename_display_basename (path);
  text = g_strdup_printf (with_history ? _("Copied to “%s”") : _("Copied to “%s”, without its history"), name);
  guatu_window_say (self, text);
}

/* What a copy is asked with outlives the question. */
typedef struct
{
  GuatuWindow *window;           /* borrowed */
  gboolean     with_history;
} Copying;

static void
copy_answered_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autofree Copying *copying = data;
  GuatuWindow *self = copying->window;
  gboolean replace;
  g_autoptr(GFile) file = guatu_file_dialog_save_finish (result, &replace, NULL);

  if (file != NULL && self->document != NULL)
    guatu_window_copy (self, file, copying->with_history, replace);
}

static void
save_copy_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  GuatuWindow *self = GUATU_WINDOW (widget);
  gboolean with_history = g_str_equal (name, "win.save-copy");
  g_autoptr(GFile) folder = guatu_window_likely_folder (self);
  g_autofree char *old = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *proposed = NULL;
  Copying *copying;

  if (self->document == NULL)
    return;

  old = guatu_plan_files_name (guatu_document_get_path (self->document));
  /* Translators: the name that is proposed for a copy of a plan's file. */
  copy = g_strdup_printf (_("%s (copy)"), old);
  proposed = g_strconcat (copy, ".guatu", NULL);
  copying = g_new (Copying, 1);
  copying->window = self;
  copying->with_history = with_history;
  guatu_file_dialog_save_async (GTK_WINDOW (self),
                                with_history ? _("Save a Copy") : _("Save a Copy without History"), _("_Save"),
                                folder, proposed, "guatu", self->cancellable, copy_answered_cb, copying);
}

/* The class ----------------------------------------------------------------------------------------- */

void
guatu_window_files_class (GuatuWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "win.open-recent", "s", open_recent_cb);
  gtk_widget_class_install_action (widget_class, "win.open-sample", "s", open_sample_cb);
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy_cb);
  gtk_widget_class_install_action (widget_class, "win.save-copy-without-history", NULL, save_copy_cb);
}

void
guatu_window_files_init (GuatuWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
