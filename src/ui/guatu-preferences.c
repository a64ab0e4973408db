/* guatu-preferences.c — a row for each setting; what is chosen holds at once. */
#include "guatu-preferences.h"

#include <glib/gi18n-lib.h>

#include "guatu-backups.h"
#include "guatu-document.h"
#include "guatu-settings.h"

struct _GuatuPreferences
{
  AdwPreferencesWindow  parent_instance;

  GHashTable           *rows;         /* key → the row; borrowed */
  GtkWidget            *usual;        /* leads back to the folder that is used without a choice */
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (GuatuPreferences, guatu_preferences, ADW_TYPE_PREFERENCES_WINDOW)

#define VALUES "guatu-values"

/* A value as the setting has it, and as people read it; those of one list end with %NULL. */
typedef struct
{
  const char *value;
  const char *title;
} Value;

static const Value schemes[] = { { "system", N_("As the system") }, { "light", N_("Light") }, { "dark", N_("Dark") },
                                 { NULL } };
static const Value weekdays[] = { { "language", N_("As the language has it") }, { "monday", N_("Monday") },
                                  { "saturday", N_("Saturday") }, { "sunday", N_("Sunday") }, { NULL } };
static const Value calendars[] = { { "auto", N_("As the language has it") },
                                   { "standard", N_("Standard: Monday to Friday, 8 to 12 and 13 to 17") },
                                   { "china", N_("China: statutory holidays and make-up days") },
                                   { "six-day", N_("Six days a week") }, { "every-day", N_("Every day") },
                                   { "24-hours", N_("Around the clock") }, { NULL } };
static const Value languages[] = { { "auto", N_("The program’s language") }, { "en", N_("English") },
                                   { "zh_CN", N_("Chinese") }, { NULL } };
static const Value papers[] = { { "A4", "A4" }, { "A3", "A3" }, { "A2", "A2" }, { "A1", "A1" }, { "A0", "A0" },
                                { NULL } };

/* Rows ------------------------------------------------------------------------------------------------ */

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page,
           const char         *title,
           const char         *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (page, group);

  return group;
}

static void
add_row (GuatuPreferences    *self,
         AdwPreferencesGroup *group,
         const char          *key,
         GtkWidget           *row,
         const char          *title)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_group_add (group, row);
  g_hash_table_insert (self->rows, (gpointer) key, row);
}

static gboolean
place_of_value (GValue   *place,
                GVariant *setting,
                gpointer  data)
{
  const Value *values = data;

  for (guint i = 0; values[i].value != NULL; i++)
    if (g_str_equal (values[i].value, g_variant_get_string (setting, NULL)))
      g_value_set_uint (place, i);

  return TRUE;
}

static GVariant *
value_at_place (const GValue       *place,
                const GVariantType *type,
                gpointer            data)
{
  const Value *values = data;

  return g_variant_new_string (values[g_value_get_uint (place)].value);
}

static GtkWidget *
add_choice (GuatuPreferences    *self,
            AdwPreferencesGroup *group,
            const char          *key,
            const char          *title,
            const Value         *values)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; values[i].value != NULL; i++)
    gtk_string_list_append (titles, _(values[i].title));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  add_row (self, group, key, row, title);
  g_settings_bind_with_mapping (guatu_settings (), key, row, "selected", G_SETTINGS_BIND_DEFAULT, place_of_value,
                                value_at_place, (gpointer) values, NULL);

  return row;
}

static GtkWidget *
add_switch (GuatuPreferences    *self,
            AdwPreferencesGroup *group,
            const char          *key,
            const char          *title)
{
  GtkWidget *row = adw_action_row_new (), *widget = gtk_switch_new ();

  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), widget);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  add_row (self, group, key, row, title);
  g_settings_bind (guatu_settings (), key, widget, "active", G_SETTINGS_BIND_DEFAULT);

  return row;
}

static GtkWidget *
add_number (GuatuPreferences    *self,
            AdwPreferencesGroup *group,
            const char          *key,
            const char          *title,
            double               least,
            double               most,
            double               step)
{
  GtkWidget *row = adw_action_row_new (), *widget = gtk_spin_button_new_with_range (least, most, step);

  gtk_editable_set_width_chars (GTK_EDITABLE (widget), 5);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), widget);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  add_row (self, group, key, row, title);
  g_settings_bind (guatu_settings (), key, widget, "value", G_SETTINGS_BIND_DEFAULT);

  return row;
}

/* Pages ----------------------------------------------------------------------------------------------- */

static AdwPreferencesPage *
add_page (GuatuPreferences *self,
          const char       *title,
          const char       *icon)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  adw_preferences_page_set_title (page, title);
  adw_preferences_page_set_icon_name (page, icon);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), page);

  return page;
}

static void
author_cb (GtkEditable *row)
{
  g_settings_set_string (guatu_settings (), "author", gtk_editable_get_text (row));
}

static void
add_author (GuatuPreferences    *self,
            AdwPreferencesGroup *group)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *chosen = guatu_settings_get_text ("author", "");

  gtk_editable_set_text (GTK_EDITABLE (row), chosen);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect (row, "apply", G_CALLBACK (author_cb), NULL);
  add_row (self, group, "author", row, _("Name"));
}

static void
add_general (GuatuPreferences *self)
{
  AdwPreferencesPage *page = add_page (self, _("General"), "preferences-system-symbolic");
  g_autofree char *usual = guatu_document_usual_author ();
  g_autofree char *text = g_strdup_printf (_("What you change is signed with it in the history. Without one it is “%s”."),
                                           usual);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwPreferencesGroup *group = add_group (page, _("You"), escaped);

  add_author (self, group);
  group = add_group (page, _("Appearance"), NULL);
  add_choice (self, group, "colour-scheme", _("Colours"), schemes);
  group = add_group (page, _("Calendars"), NULL);
  add_choice (self, group, "first-weekday", _("Weeks of the year view begin on"), weekdays);
}

static void
add_plans (GuatuPreferences *self)
{
  AdwPreferencesPage *page = add_page (self, _("Plans"), "x-office-calendar-symbolic");
  AdwPreferencesGroup *group = add_group (page, _("New plans"), _("Plans that are there already stay as they are."));

  add_choice (self, group, "new-calendar", _("Calendar and working hours"), calendars);
  add_choice (self, group, "new-language", _("Language of printed matter"), languages);
  group = add_group (page, _("Paper"), _("What “Export PDF” and the printer begin with."));
  add_choice (self, group, "paper", _("Size"), papers);
  add_switch (self, group, "portrait", _("Portrait"));
}

static void
show_folder (GuatuPreferences *self)
{
  GtkWidget *row = g_hash_table_lookup (self->rows, "backup-folder");
  g_autofree char *chosen = guatu_settings_backup_folder ();
  g_autofree char *folder = chosen != NULL ? g_strdup (chosen) : guatu_backups_usual_root ();
  g_autofree char *shown = g_filename_display_name (folder), *escaped = g_markup_escape_text (shown, -1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  gtk_widget_set_visible (self->usual, chosen != NULL);
}

static void
chosen_cb (GuatuPreferences *self,
           int               answer)
{
  g_autoptr(GFile) file = answer == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser))
                                                        : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    g_settings_set_string (guatu_settings (), "backup-folder", path);
  g_clear_object (&self->chooser);
}

static void
choose_cb (GuatuPreferences *self)
{
  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_("Folder of Backups"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Choose"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
usual_cb (GuatuPreferences *self)
{
  g_settings_reset (guatu_settings (), "backup-folder");
}

static void
add_folder (GuatuPreferences    *self,
            AdwPreferencesGroup *group)
{
  GtkWidget *row = adw_action_row_new (), *choose = gtk_button_new_with_label (_("Choose…"));

  self->usual = gtk_button_new_with_label (_("Usual Place"));
  gtk_widget_set_valign (choose, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->usual, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->usual, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->usual);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choose);
  g_signal_connect_object (choose, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->usual, "clicked", G_CALLBACK (usual_cb), self, G_CONNECT_SWAPPED);
  add_row (self, group, "backup-folder", row, _("Folder"));
  g_signal_connect_object (guatu_settings (), "changed::backup-folder", G_CALLBACK (show_folder), self,
                           G_CONNECT_SWAPPED);
  show_folder (self);
}

static void
add_backups (GuatuPreferences *self)
{
  AdwPreferencesPage *page = add_page (self, _("Backups"), "document-save-symbolic");
  AdwPreferencesGroup *group = add_group (page, _("Backups"),
                                          _("A plan that is open and changes is copied, with its history, while you "
                                            "work. Half of those that are kept are the newest; of older ones the last "
                                            "of each hour, then of each day."));
  GtkWidget *rows[2];

  add_switch (self, group, "backups", _("Back up plans that are open"));
  rows[0] = add_number (self, group, "backup-interval", _("Minutes between two"), 5, 1440, 5);
  rows[1] = add_number (self, group, "backup-keep", _("At most, of each plan"), 2, 200, 1);
  add_folder (self, group);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_settings_bind (guatu_settings (), "backups", rows[i], "sensitive", G_SETTINGS_BIND_GET);
}

/* The class ------------------------------------------------------------------------------------------- */

GtkWidget *
guatu_preferences_get_row (GuatuPreferences *self,
                           const char       *key)
{
  g_return_val_if_fail (GUATU_IS_PREFERENCES (self), NULL);

  return g_hash_table_lookup (self->rows, key);
}

static void
guatu_preferences_dispose (GObject *object)
{
  GuatuPreferences *self = GUATU_PREFERENCES (object);

  g_clear_object (&self->chooser);

  G_OBJECT_CLASS (guatu_preferences_parent_class)->dispose (object);
}

static void
guatu_preferences_finalize (GObject *object)
{
  g_hash_table_unref (GUATU_PREFERENCES (object)->rows);

  G_OBJECT_CLASS (guatu_preferences_parent_class)->finalize (object);
}

static void
guatu_preferences_class_init (GuatuPreferencesClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_preferences_dispose;
  G_OBJECT_CLASS (class)->finalize = guatu_preferences_finalize;
}

static void
add_nothing (GuatuPreferences *self)
{
  AdwPreferencesPage *page = add_page (self, _("General"), "preferences-system-symbolic");

  add_group (page, _("No Settings"), _("The program is not installed: what you choose could not be kept."));
}

static void
guatu_preferences_init (GuatuPreferences *self)
{
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (self), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 560);
  if (guatu_settings () == NULL)
    {
      add_nothing (self);
      return;
    }
  add_general (self);
  add_plans (self);
  add_backups (self);
}

GtkWidget *
guatu_preferences_new (GtkWindow *parent)
{
  return g_object_new (GUATU_TYPE_PREFERENCES, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
}
