/* guatu-start-page.c — lists recent plans and samples; a click opens one. */
#include "guatu-start-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "guatu-language.h"
#include "guatu-plan-files.h"
#include "guatu-recent.h"
#include "guatu-samples.h"

/* More do not fit on a screen, and are found with Open. */
#define MAX_RECENT 8

struct _GuatuStartPage
{
  GtkWidget           parent_instance;

  /* Template widgets */
  GtkListBox          *recent;
  GtkListBox          *samples;
  AdwPreferencesGroup *samples_group;
};

G_DEFINE_FINAL_TYPE (GuatuStartPage, guatu_start_page, GTK_TYPE_WIDGET)

/* A row whose title and subtitle are plain texts, and that activates @action with @target. */
static void
add_row (GtkListBox *list,
         const char *icon,
         const char *title,
         const char *subtitle,
         const char *action,
         const char *target)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  /* Wrapped, and never cut off: a text that may be cut and is narrower than the dots confuses GTK 4.8. */
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_append (list, row);
}

/* The folder as people write it. Free it. */
static char *
folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);
  const char *home = g_get_home_dir ();

  if (g_str_has_prefix (folder, home) && (folder[strlen (home)] == '/' || folder[strlen (home)] == '\0'))
    return g_strconcat ("~", shown + strlen (home), NULL);

  return g_steal_pointer (&shown);
}

static void
update_recent (GuatuStartPage *self)
{
  g_autoptr(GPtrArray) plans = guatu_recent_list (MAX_RECENT);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->recent, 0)) != NULL)
    gtk_list_box_remove (self->recent, GTK_WIDGET (row));
  for (guint i = 0; i < plans->len; i++)
    {
      const char *uri = gtk_recent_info_get_uri (plans->pdata[i]);
      g_autofree char *path = g_filename_from_uri (uri, NULL, NULL);
      g_autofree char *name = path != NULL ? guatu_plan_files_name (path) : NULL;
      g_autofree char *folder = path != NULL ? folder_of (path) : NULL;

      if (path != NULL)
        add_row (self->recent, "x-office-document-symbolic", name, folder, "win.open-recent", uri);
    }
}

static void
recent_changed_cb (GtkRecentManager *manager,
                   GuatuStartPage   *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_recent (self);
}

static void
add_samples (GuatuStartPage *self)
{
  for (const char * const *name = guatu_sample_names (); *name != NULL; name++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GuatuPlan) plan = guatu_sample_new (*name, guatu_language_of_reader (), &error);
      const GuatuPlanRow *settings;

      if (plan == NULL)
        {
          g_warning ("%s: %s", *name, error->message);
          continue;
        }
      settings = guatu_plan_settings (plan);
      add_row (self->samples, "x-office-presentation-symbolic", guatu_plan_text (plan, settings->title),
               guatu_plan_text (plan, settings->subtitle), "win.open-sample", *name);
    }
}

/* Where copies of samples go is said before one is made. */
static void
describe_samples (GuatuStartPage *self)
{
  g_autofree char *folder = guatu_plan_files_folder ();
  g_autofree char *name = g_filename_display_basename (folder);
  g_autofree char *text = g_strdup_printf (_("Click to open your own copy, kept in “%s”."), name);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_preferences_group_set_description (self->samples_group, markup);
}

/* Files come and go while other pages are shown. */
static void
guatu_start_page_map (GtkWidget *widget)
{
  GuatuStartPage *self = GUATU_START_PAGE (widget);

  update_recent (self);
  if (gtk_list_box_get_row_at_index (self->samples, 0) == NULL)
    add_samples (self);
  GTK_WIDGET_CLASS (guatu_start_page_parent_class)->map (widget);
}

static void
guatu_start_page_dispose (GObject *object)
{
  GtkWidget *child;

  /* A template only lets go of the children that have a name. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), GUATU_TYPE_START_PAGE);

  G_OBJECT_CLASS (guatu_start_page_parent_class)->dispose (object);
}

static void
guatu_start_page_class_init (GuatuStartPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_start_page_dispose;
  widget_class->map = guatu_start_page_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/guatu/Guatu/guatu-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GuatuStartPage, recent);
  gtk_widget_class_bind_template_child (widget_class, GuatuStartPage, samples);
  gtk_widget_class_bind_template_child (widget_class, GuatuStartPage, samples_group);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
guatu_start_page_init (GuatuStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  describe_samples (self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (recent_changed_cb), self, 0);
}

GtkWidget *
guatu_start_page_new (void)
{
  return g_object_new (GUATU_TYPE_START_PAGE, NULL);
}
