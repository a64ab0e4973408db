/* guatu-application.c — the program: its windows, and what can be done without one. */
#include "guatu-application.h"

#include <glib/gi18n.h>

#include "guatu-settings.h"
#include "guatu-tooltip.h"
#include "guatu-window.h"

struct _GuatuApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (GuatuApplication, guatu_application, ADW_TYPE_APPLICATION)

static GuatuWindow *
new_window (GuatuApplication *self)
{
  return guatu_window_new (self);
}

/* The window used last; %NULL if there is none. Dialogs are windows of the program as well, and not meant. */
static GtkWindow *
latest_window (GtkApplication *application)
{
  for (GList *item = gtk_application_get_windows (application); item != NULL; item = item->next)
    if (GUATU_IS_WINDOW (item->data))
      return item->data;

  return NULL;
}

static void
guatu_application_activate (GApplication *application)
{
  GtkWindow *window = latest_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (new_window (GUATU_APPLICATION (application)));
  gtk_window_present (window);
}

/* Which window shows a plan is the window's to say: this one, another that has it already, or a new one. */
static void
guatu_application_open (GApplication *application,
                        GFile       **files,
                        int           n_files,
                        const char   *hint)
{
  GtkWindow *window = latest_window (GTK_APPLICATION (application));
  g_autoptr(GSList) list = NULL;

  if (window == NULL)
    window = GTK_WINDOW (new_window (GUATU_APPLICATION (application)));
  for (int i = n_files - 1; i >= 0; i--)
    list = g_slist_prepend (list, files[i]);
  if (gtk_widget_get_visible (GTK_WIDGET (window)))
    gtk_window_present (window);
  guatu_window_open_all (GUATU_WINDOW (window), list);
  /* A new window begins with the plan, instead of a first page that nobody is to see. */
  if (!gtk_widget_get_visible (GTK_WIDGET (window)))
    gtk_window_present (window);
}

static void
new_window_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  gtk_window_present (GTK_WINDOW (new_window (data)));
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  GtkWindow *window;

  while ((window = latest_window (data)) != NULL)
    gtk_window_destroy (window);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  adw_show_about_window (latest_window (data),
                         "application-name", _("Guatu"),
                         "application-icon", GUATU_APP_ID,
                         "version", GUATU_VERSION,
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Plans of many projects as a map that hangs on the wall"),
                         NULL);
}

static void
guatu_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "new-window", .activate = new_window_cb },
    { .name = "about", .activate = about_cb },
    { .name = "quit", .activate = quit_cb },
  };
  static const struct { const char *action; const char *keys[3]; } keys[] = {
    { "app.quit", { "<Control>q" } },
    { "app.new-window", { "<Control><Shift>n" } },
    { "win.new", { "<Control>n" } },
    { "win.new-from-template", { "<Control><Shift>t" } },
    { "win.open", { "<Control>o" } },
    { "win.save-copy", { "<Control><Shift>s" } },
    { "win.export", { "<Control>e" } },
    { "win.export-as", { "<Control><Shift>e" } },
    { "win.import", { "<Control><Shift>o" } },
    { "win.print", { "<Control>p" } },
    { "win.shift-plan", { "<Control><Shift>m" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z", "<Control>y" } },
    { "win.go-to", { "<Control>j" } },
    { "win.preferences", { "<Control>comma" } },
    { "win.inspector", { "F9" } },
    { "win.sidebar", { "<Shift>F9" } },
    { "win.next-pane", { "F6" } },
    { "win.previous-pane", { "<Shift>F6" } },
    { "win.help", { "F1" } },
    { "win.show-help-overlay", { "<Control>question" } },
    { "window.close", { "<Control>w" } },
  };

  G_APPLICATION_CLASS (guatu_application_parent_class)->startup (application);
  guatu_tooltip_install ();
  guatu_settings_follow_colours ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), keys[i].action,
                                           (const char **) keys[i].keys);
}

static void
guatu_application_class_init (GuatuApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  application_class->activate = guatu_application_activate;
  application_class->open = guatu_application_open;
  application_class->startup = guatu_application_startup;
}

static void
guatu_application_init (GuatuApplication *self)
{
}

GuatuApplication *
guatu_application_new (void)
{
  return g_object_new (GUATU_TYPE_APPLICATION,
                       "application-id", GUATU_APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/guatu/Guatu",
                       NULL);
}
