/* guatu-window-import.c — files of other programs become plans, or part of the one that is open. */
#include "guatu-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "guatu-battle-map.h"
#include "guatu-file-dialog.h"
#include "guatu-import-dialog.h"
#include "guatu-plan-files.h"

static void
named_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(GuatuImportDialog) dialog = data;
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (dialog));
  gboolean replace;
  g_autoptr(GFile) file = guatu_file_dialog_save_finish (result, &replace, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_autofree char *trouble = NULL;

  if (file == NULL || !GUATU_IS_WINDOW (window))
    return;
  trouble = guatu_window_why_not (GUATU_WINDOW (window), path, replace);
  if (trouble == NULL)
    guatu_import_dialog_make (dialog, path, replace);
  else
    guatu_import_dialog_complain (dialog, trouble);
}

static void
wanted_cb (GuatuImportDialog *dialog,
           GuatuWindow       *self)
{
  const char *source = guatu_import_dialog_get_path (dialog);
  g_autofree char *folder_path = g_path_get_dirname (source);
  g_autoptr(GFile) folder = g_file_new_for_path (folder_path);
  g_autofree char *name = guatu_plan_files_name (source);
  g_autofree char *proposed = NULL;
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  proposed = g_strconcat (name, ".guatu", NULL);
  guatu_file_dialog_save_async (GTK_WINDOW (dialog), _("New Plan"), _("_Create"), folder, proposed, "guatu",
                                self->cancellable, named_cb, g_object_ref (dialog));
}

static void
made_cb (GuatuImportDialog *dialog,
         const char        *path,
         GuatuWindow       *self)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);

  /* Closed meanwhile, it opens nothing any more. */
  if (!g_cancellable_is_cancelled (self->cancellable))
    guatu_window_open (self, file);
}

static void
added_cb (GuatuImportDialog *dialog,
          guint              n,
          GuatuWindow       *self)
{
  g_autofree char *text = g_strdup_printf (ngettext ("Imported %u task", "Imported %u tasks", n), n);

  if (!g_cancellable_is_cancelled (self->cancellable))
    guatu_window_offer_undo (self, text, 1);
}

/* The one task that is chosen on the map; 0 where none or several are. */
static gint64
chosen_task (GuatuWindow *self)
{
  GuatuDesk *desk = guatu_window_get_desk (self);
  GtkWidget *map = desk != NULL ? guatu_desk_get_map (desk) : NULL;
  GuatuBattleView *view = map != NULL ? guatu_battle_map_get_view (GUATU_BATTLE_MAP (map)) : NULL;
  const GuatuPlan *plan = self->document != NULL ? guatu_document_get_plan (self->document) : NULL;
  guint n;
  const gint32 *outline;

  if (view == NULL || guatu_battle_view_n_selected (view) != 1)
    return 0;
  outline = guatu_plan_outline (plan, &n);
  for (guint i = 0; i < n; i++)
    {
      gint64 id = guatu_plan_id (plan, GUATU_TABLE_TASK, outline[i]);

      if (guatu_battle_view_is_selected (view, id))
        return id;
    }
  return 0;
}

void
guatu_window_import (GuatuWindow *self,
                     GFile       *file)
{
  g_autofree char *path = g_file_get_path (file);
  GtkWidget *dialog;

  g_return_if_fail (GUATU_IS_WINDOW (self));

  if (path == NULL)
    {
      guatu_window_complain (self, _("Only files on this computer can be imported."));
      return;
    }
  /* A dialog stands on its window. */
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));
  dialog = guatu_import_dialog_new (GTK_WINDOW (self), path, self->lost ? NULL : self->document, chosen_task (self));
  g_signal_connect_object (dialog, "wanted", G_CALLBACK (wanted_cb), self, 0);
  g_signal_connect_object (dialog, "made", G_CALLBACK (made_cb), self, 0);
  g_signal_connect_object (dialog, "added", G_CALLBACK (added_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  GuatuWindow *self = data;
  g_autoptr(GFile) file = guatu_file_dialog_open_finish (result, NULL);

  if (file != NULL)
    guatu_window_import (self, file);
}

static void
import_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  static const char * const endings[] = { "csv", "tsv", "txt", "xml", "gan", "planner", "mrproject", "json", NULL };
  GuatuWindow *self = GUATU_WINDOW (widget);

  guatu_file_dialog_choose_async (GTK_WINDOW (self), _("Import"), _("Plans of other programs"), endings,
                                  self->cancellable, answered_cb, self);
}

void
guatu_window_import_class (GuatuWindowClass *class)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "win.import", NULL, import_cb);
}
