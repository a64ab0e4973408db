/* guatu-backups-window.c — lists backups, and carries out what is done with them. */
#include "guatu-backups-window.h"

#include <glib/gi18n-lib.h>

#include "guatu-backups.h"
#include "guatu-change-list.h"
#include "guatu-comparison.h"
#include "guatu-file-dialog.h"
#include "guatu-journal.h"
#include "guatu-plan-files.h"
#include "guatu-settings.h"
#include "guatu-toast.h"

struct _GuatuBackupsWindow
{
  AdwWindow          parent_instance;

  AdwToastOverlay   *toasts;
  GtkStack          *pages;
  AdwPreferencesGroup *group;
  GtkListBox        *list;
  GtkWidget         *make;
  GtkWidget         *back;
  GtkLabel          *comparison;
  GuatuChangeList   *changes;

  GuatuDocument     *document;
  GuatuBackupKeeper *keeper;
  GCancellable      *cancellable;
  GPtrArray         *backups;     /* GuatuBackup, as they are listed */
  gboolean           known;       /* what stands in them */
  guint              saved;       /* the one that is being saved */
};

G_DEFINE_FINAL_TYPE (GuatuBackupsWindow, guatu_backups_window, ADW_TYPE_WINDOW)

#define PLACE "guatu-place"

static guint open_signal;

static void
say (GuatuBackupsWindow *self,
     const char         *message)
{
  adw_toast_overlay_add_toast (self->toasts, guatu_toast_new (message));
}

static const GuatuBackup *
backup_at (GuatuBackupsWindow *self,
           guint               place)
{
  return place < self->backups->len ? self->backups->pdata[place] : NULL;
}

/* What stands in them --------------------------------------------------------------------------------- */

/* As a thread finds it out: a line for each. */
static void
look_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  const GPtrArray *paths = data;
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < paths->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      GuatuBackupFacts facts = { 0 };
      g_autoptr(GError) error = NULL;
      g_autofree char *tasks = NULL, *last = NULL;

      if (!guatu_backups_look (paths->pdata[i], &facts, &error))
        {
          g_ptr_array_add (lines, g_strdup (error->message));
          continue;
        }
      tasks = g_strdup_printf (ngettext ("%u task", "%u tasks", facts.n_tasks), facts.n_tasks);
      last = guatu_journal_time_text (facts.time);
      /* Translators: what stands in a backup: “12 tasks · Set deadline of “Bridge”, by Wang, 2022-10-12 14:03” */
      g_ptr_array_add (lines, g_strdup_printf (_("%1$s · %2$s, by %3$s, %4$s"), tasks, facts.title, facts.author, last));
      guatu_backup_facts_clear (&facts);
    }
  g_task_return_pointer (task, g_steal_pointer (&lines), (GDestroyNotify) g_ptr_array_unref);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  GuatuBackupsWindow *self = GUATU_BACKUPS_WINDOW (source);
  g_autoptr(GPtrArray) lines = g_task_propagate_pointer (G_TASK (result), NULL);

  if (lines == NULL || lines->len != self->backups->len)
    return;
  for (guint i = 0; i < lines->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);
      g_autofree char *size = g_format_size ((guint64) backup_at (self, i)->size);
      g_autofree char *line = g_strdup_printf (_("%s · %s"), size, (const char *) lines->pdata[i]);
      g_autofree char *escaped = g_markup_escape_text (line, -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
    }
  self->known = TRUE;
}

static void
look (GuatuBackupsWindow *self)
{
  g_autoptr(GTask) task = g_task_new (self, self->cancellable, looked_cb, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->backups->len; i++)
    g_ptr_array_add (paths, g_strdup (backup_at (self, i)->path));
  self->known = FALSE;
  g_task_set_source_tag (task, look);
  g_task_set_task_data (task, paths, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, look_thread);
}

/* Copies ---------------------------------------------------------------------------------------------- */

/* Beside the plan, under a name that says what it is. */
static char *
copy_path (GuatuBackupsWindow *self,
           guint               place)
{
  const char *plan = guatu_document_get_path (self->document);
  g_autofree char *folder = g_path_get_dirname (plan), *name = guatu_plan_files_name (plan);
  g_autofree char *when = g_strdelimit (guatu_journal_time_text (backup_at (self, place)->time * 1000), ":", '.');

  for (guint i = 1; i < 1000; i++)
    {
      /* Translators: the file of a copy: the plan's name, and when it was backed up. */
      g_autofree char *base = g_strdup_printf (_("%s (backup of %s)"), name, when);
      g_autofree char *file = i == 1 ? g_strdup_printf ("%s.guatu", base) : g_strdup_printf ("%s %u.guatu", base, i);
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }

  return g_build_filename (folder, "backup.guatu", NULL);
}

void
guatu_backups_window_save_as (GuatuBackupsWindow *self,
                              guint               place,
                              const char         *path)
{
  g_autofree char *name = NULL, *text = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (GUATU_IS_BACKUPS_WINDOW (self) && backup_at (self, place) != NULL);

  if (!guatu_backups_restore (backup_at (self, place)->path, path, &error))
    {
      say (self, error->message);
      return;
    }
  name = g_filename_display_basename (path);
  text = g_strdup_printf (_("Copied to “%s”"), name);
  say (self, text);
}

void
guatu_backups_window_open_copy (GuatuBackupsWindow *self,
                                guint               place)
{
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (GUATU_IS_BACKUPS_WINDOW (self) && backup_at (self, place) != NULL);

  path = copy_path (self, place);
  if (guatu_backups_restore (backup_at (self, place)->path, path, &error))
    g_signal_emit (self, open_signal, 0, path);
  else
    say (self, error->message);
}

static void
save_answered_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  GuatuBackupsWindow *self = data;
  gboolean replace;
  g_autoptr(GFile) file = guatu_file_dialog_save_finish (result, &replace, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr(GError) error = NULL;

  if (path == NULL)
    return;
  if (replace && guatu_plan_files_same (path, guatu_document_get_path (self->document)))
    say (self, _("That is the plan itself, which is open. Choose another name."));
  else if (replace && !guatu_plan_files_make_way (path, &error))
    say (self, error->message);
  else
    guatu_backups_window_save_as (self, self->saved, path);
}

/* Comparing ------------------------------------------------------------------------------------------- */

void
guatu_backups_window_compare (GuatuBackupsWindow *self,
                              guint               place)
{
  g_autoptr(GuatuStore) store = NULL;
  g_autoptr(GuatuPlan) then = NULL;
  g_autoptr(GuatuComparison) comparison = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *title = NULL, *when = NULL, *text = NULL;

  g_return_if_fail (GUATU_IS_BACKUPS_WINDOW (self) && backup_at (self, place) != NULL);

  store = guatu_store_open (backup_at (self, place)->path, TRUE, &error);
  then = store != NULL ? guatu_store_load (store, NULL, &error) : NULL;
  if (then == NULL)
    {
      say (self, error->message);
      return;
    }
  comparison = guatu_comparison_new (then, guatu_document_get_plan (self->document));
  title = guatu_comparison_title (comparison);
  when = guatu_journal_time_text (backup_at (self, place)->time * 1000);
  /* Translators: when a backup was made, and how the plan differs from it now. */
  text = g_strdup_printf (_("Since the backup of %1$s: %2$s"), when, title);
  gtk_label_set_text (self->comparison, text);
  guatu_change_list_set_rows (self->changes, comparison->rows, comparison->rows->len, FALSE);
  gtk_stack_set_visible_child_name (self->pages, "comparison");
  gtk_widget_set_visible (self->back, TRUE);
  gtk_widget_grab_focus (self->back);
}

const char *
guatu_backups_window_get_comparison (GuatuBackupsWindow *self)
{
  g_return_val_if_fail (GUATU_IS_BACKUPS_WINDOW (self), "");

  return gtk_label_get_text (self->comparison);
}

/* The list -------------------------------------------------------------------------------------------- */

static guint
place_of (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), PLACE));
}

static void
open_cb (GuatuBackupsWindow *self,
         GtkWidget          *button)
{
  guatu_backups_window_open_copy (self, place_of (button));
}

static void
compare_cb (GuatuBackupsWindow *self,
            GtkWidget          *button)
{
  guatu_backups_window_compare (self, place_of (button));
}

static void
save_cb (GuatuBackupsWindow *self,
         GtkWidget          *button)
{
  g_autofree char *path = copy_path (self, place_of (button)), *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr(GFile) in = g_file_new_for_path (folder);

  self->saved = place_of (button);
  guatu_file_dialog_save_async (GTK_WINDOW (self), _("Save Backup As"), _("_Save"), in, name, "guatu", self->cancellable,
                                save_answered_cb, self);
}

static void
add_button (GuatuBackupsWindow *self,
            GtkWidget          *buttons,
            guint               place,
            const char         *title,
            GCallback           clicked)
{
  GtkWidget *button = gtk_button_new_with_label (title);

  g_object_set_data (G_OBJECT (button), PLACE, GUINT_TO_POINTER (place));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons), button);
}

static GtkWidget *
new_row (GuatuBackupsWindow *self,
         guint               place)
{
  const GuatuBackup *backup = backup_at (self, place);
  GtkWidget *row = adw_action_row_new (), *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *when = guatu_journal_time_text (backup->time * 1000), *size = g_format_size ((guint64) backup->size);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), size);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, when, -1);
  add_button (self, buttons, place, _("Compare"), G_CALLBACK (compare_cb));
  add_button (self, buttons, place, _("Save As…"), G_CALLBACK (save_cb));
  add_button (self, buttons, place, _("Open Copy"), G_CALLBACK (open_cb));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), buttons);

  return row;
}

static void
update (GuatuBackupsWindow *self)
{
  g_autofree char *root = guatu_settings_backup_folder ();
  g_autofree char *folder = guatu_backups_folder (guatu_document_get_path (self->document), root);
  g_autofree char *shown = g_filename_display_name (folder), *text = NULL, *escaped = NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  self->backups = guatu_backups_list (guatu_document_get_path (self->document), root);
  for (guint i = 0; i < self->backups->len; i++)
    gtk_list_box_append (self->list, new_row (self, i));
  text = g_strdup_printf (_("They lie in “%s”."), shown);
  escaped = g_markup_escape_text (text, -1);
  adw_preferences_group_set_description (self->group, escaped);
  look (self);
}

GtkListBox *
guatu_backups_window_get_list (GuatuBackupsWindow *self)
{
  g_return_val_if_fail (GUATU_IS_BACKUPS_WINDOW (self), NULL);

  return self->known ? self->list : NULL;
}

static void
make_cb (GuatuBackupsWindow *self)
{
  guatu_backup_keeper_make (self->keeper, TRUE);
}

static void
back_cb (GuatuBackupsWindow *self)
{
  gtk_stack_set_visible_child_name (self->pages, "list");
  gtk_widget_set_visible (self->back, FALSE);
}

/* The class ------------------------------------------------------------------------------------------- */

static void
guatu_backups_window_dispose (GObject *object)
{
  GuatuBackupsWindow *self = GUATU_BACKUPS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->document);
  g_clear_object (&self->keeper);

  G_OBJECT_CLASS (guatu_backups_window_parent_class)->dispose (object);
}

static void
guatu_backups_window_finalize (GObject *object)
{
  GuatuBackupsWindow *self = GUATU_BACKUPS_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->backups, g_ptr_array_unref);

  G_OBJECT_CLASS (guatu_backups_window_parent_class)->finalize (object);
}

static void
guatu_backups_window_class_init (GuatuBackupsWindowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_backups_window_dispose;
  G_OBJECT_CLASS (class)->finalize = guatu_backups_window_finalize;

  open_signal = g_signal_new ("open", GUATU_TYPE_BACKUPS_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              G_TYPE_STRING);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
new_list_page (GuatuBackupsWindow *self)
{
  GtkWidget *page = adw_preferences_page_new (), *nothing = gtk_label_new (_("There are no backups of this plan yet."));

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_widget_set_margin_top (nothing, 18);
  gtk_widget_set_margin_bottom (nothing, 18);
  gtk_list_box_set_placeholder (self->list, nothing);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Backups"), -1);
  self->make = gtk_button_new_with_mnemonic (_("Back _Up Now"));
  gtk_widget_set_valign (self->make, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->make, "clicked", G_CALLBACK (make_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (self->group, _("Backups of this plan"));
  adw_preferences_group_set_header_suffix (self->group, self->make);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->list));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->group);

  return page;
}

static GtkWidget *
new_comparison_page (GuatuBackupsWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *list = guatu_change_list_new (_("What differs"));

  self->comparison = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_wrap (self->comparison, TRUE);
  gtk_label_set_xalign (self->comparison, 0);
  gtk_widget_set_margin_start (GTK_WIDGET (self->comparison), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (self->comparison), 18);
  gtk_widget_set_margin_top (GTK_WIDGET (self->comparison), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self->comparison), "heading");
  self->changes = GUATU_CHANGE_LIST (list);
  gtk_widget_set_vexpand (list, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->comparison));
  gtk_box_append (GTK_BOX (box), list);

  return box;
}

static void
guatu_backups_window_init (GuatuBackupsWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new ();

  self->cancellable = g_cancellable_new ();
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->pages, new_list_page (self), "list");
  gtk_stack_add_named (self->pages, new_comparison_page (self), "comparison");
  gtk_widget_set_vexpand (GTK_WIDGET (self->pages), TRUE);
  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_widget_set_tooltip_text (self->back, _("Back to the list"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Back to the list"), -1);
  gtk_widget_set_visible (self->back, FALSE);
  g_signal_connect_object (self->back, "clicked", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->back);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pages));
  adw_toast_overlay_set_child (self->toasts, box);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->toasts));
  gtk_window_set_title (GTK_WINDOW (self), _("Backups"));
  gtk_window_set_default_size (GTK_WINDOW (self), 780, 560);
  gtk_widget_set_size_request (GTK_WIDGET (self), 480, 320);
}

GtkWidget *
guatu_backups_window_new (GuatuDocument     *document,
                          GuatuBackupKeeper *keeper,
                          GtkWindow         *parent)
{
  GuatuBackupsWindow *self = g_object_new (GUATU_TYPE_BACKUPS_WINDOW, "transient-for", parent, "destroy-with-parent",
                                           TRUE, NULL);

  self->document = g_object_ref (document);
  self->keeper = g_object_ref (keeper);
  g_signal_connect_object (keeper, "made", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keeper, "failed", G_CALLBACK (say), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
