/* guatu-window-tools.c — windows beside the plan's: its own fields, its backups, what is chosen for every plan. */
#include "guatu-window-private.h"

#include <glib/gi18n.h>

#include "guatu-backups-window.h"
#include "guatu-battle-map.h"
#include "guatu-custom-window.h"
#include "guatu-go-to.h"
#include "guatu-preferences.h"
#include "guatu-settings.h"

/* Each tool is there once; it comes to the front when it is asked for again. */
static gboolean
present_again (GuatuWindow *self,
               GType        type)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (item->data, type)
        && gtk_window_get_transient_for (item->data) == GTK_WINDOW (self))
      {
        gtk_window_present (item->data);
        return TRUE;
      }

  return FALSE;
}

static void
custom_fields_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  GuatuWindow *self = GUATU_WINDOW (widget);

  if (self->document != NULL && !present_again (self, GUATU_TYPE_CUSTOM_WINDOW))
    gtk_window_present (GTK_WINDOW (guatu_custom_window_new (self->document, GTK_WINDOW (self))));
}

/* Going ------------------------------------------------------------------------------------------------ */

static void
go_cb (GuatuWindow *self,
       const char  *table,
       gint64       id)
{
  GuatuDesk *desk = guatu_window_get_desk (self);

  if (desk != NULL)
    gtk_widget_activate_action (GTK_WIDGET (desk), "desk.go", "(sx)", table, id);
}

static void
go_date_cb (GuatuWindow *self,
            gint64       date)
{
  GuatuDesk *desk = guatu_window_get_desk (self);

  if (desk == NULL)
    return;
  guatu_desk_show (desk, "battle-map");
  guatu_battle_map_go_to_date (GUATU_BATTLE_MAP (guatu_desk_get_map (desk)), date);
}

static void
go_to_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  GuatuWindow *self = GUATU_WINDOW (widget);
  GtkWidget *window;

  if (self->document == NULL || present_again (self, GUATU_TYPE_GO_TO))
    return;
  window = guatu_go_to_new (self->document, GTK_WINDOW (self));
  g_signal_connect_object (window, "go", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "go-date", G_CALLBACK (go_date_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

/* Backups --------------------------------------------------------------------------------------------- */

/* Nothing of the plan is lost by it: told once, and out of the way. */
static void
backup_failed_cb (GuatuWindow *self,
                  const char  *message)
{
  g_autofree char *text = g_strdup_printf (_("No backup could be made: %s"), message);

  guatu_window_say (self, text);
}

static void
sign (GuatuWindow *self)
{
  g_autofree char *author = guatu_settings_get_author ();

  if (self->document != NULL)
    guatu_document_set_author (self->document, author);
}

void
guatu_window_tools_take_document (GuatuWindow *self)
{
  g_clear_object (&self->backups);
  sign (self);
  if (self->document == NULL || guatu_document_get_read_only_reason (self->document) != NULL)
    return;
  self->backups = guatu_backup_keeper_new (self->document);
  g_signal_connect_object (self->backups, "failed", G_CALLBACK (backup_failed_cb), self, G_CONNECT_SWAPPED);
}

void
guatu_window_tools_init (GuatuWindow *self)
{
  if (guatu_settings () != NULL)
    g_signal_connect_object (guatu_settings (), "changed::author", G_CALLBACK (sign), self, G_CONNECT_SWAPPED);
}

static void
open_backup_cb (GuatuWindow *self,
                const char  *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);

  guatu_window_open (self, file);
}

static void
backups_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  GuatuWindow *self = GUATU_WINDOW (widget);
  GtkWidget *window;

  if (self->document == NULL || present_again (self, GUATU_TYPE_BACKUPS_WINDOW))
    return;
  /* A plan that can only be read has backups, and none are made by themselves. */
  if (self->backups == NULL)
    self->backups = guatu_backup_keeper_new (self->document);
  window = guatu_backups_window_new (self->document, self->backups, GTK_WINDOW (self));
  g_signal_connect_object (window, "open", G_CALLBACK (open_backup_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
preferences_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  GuatuWindow *self = GUATU_WINDOW (widget);

  if (!present_again (self, GUATU_TYPE_PREFERENCES))
    gtk_window_present (GTK_WINDOW (guatu_preferences_new (GTK_WINDOW (self))));
}

void
guatu_window_tools_class (GuatuWindowClass *class)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "win.custom-fields", NULL, custom_fields_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "win.backups", NULL, backups_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "win.go-to", NULL, go_to_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "win.preferences", NULL, preferences_cb);
}
