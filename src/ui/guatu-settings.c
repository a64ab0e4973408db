/* guatu-settings.c — reads settings, and what follows from them. */
#include "guatu-settings.h"

#include <adwaita.h>

#include "guatu-application.h"
#include "guatu-document.h"

GSettings *
guatu_settings (void)
{
  static GSettings *settings;
  static gboolean looked;
  GSettingsSchemaSource *source;
  g_autoptr(GSettingsSchema) schema = NULL;

  if (looked)
    return settings;
  looked = TRUE;
  source = g_settings_schema_source_get_default ();
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, GUATU_APP_ID, TRUE);
  if (schema != NULL)
    settings = g_settings_new (GUATU_APP_ID);

  return settings;
}

char *
guatu_settings_get_text (const char *key,
                         const char *otherwise)
{
  return guatu_settings () != NULL ? g_settings_get_string (guatu_settings (), key) : g_strdup (otherwise);
}

gboolean
guatu_settings_get_flag (const char *key,
                         gboolean    otherwise)
{
  return guatu_settings () != NULL ? g_settings_get_boolean (guatu_settings (), key) : otherwise;
}

int
guatu_settings_get_number (const char *key,
                           int         otherwise)
{
  return guatu_settings () != NULL ? g_settings_get_int (guatu_settings (), key) : otherwise;
}

char *
guatu_settings_get_author (void)
{
  g_autofree char *name = g_strstrip (guatu_settings_get_text ("author", ""));

  return *name != '\0' ? g_steal_pointer (&name) : guatu_document_usual_author ();
}

int
guatu_settings_first_weekday (int otherwise)
{
  static const struct { const char *name; int day; } days[] = { { "monday", 0 }, { "saturday", 5 }, { "sunday", 6 } };
  g_autofree char *name = guatu_settings_get_text ("first-weekday", "language");

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    if (g_str_equal (days[i].name, name))
      return days[i].day;

  return otherwise;
}

char *
guatu_settings_backup_folder (void)
{
  g_autofree char *folder = guatu_settings_get_text ("backup-folder", "");

  return *folder != '\0' ? g_steal_pointer (&folder) : NULL;
}

static void
take_colours (void)
{
  g_autofree char *scheme = guatu_settings_get_text ("colour-scheme", "system");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_str_equal (scheme, "light") ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                      : g_str_equal (scheme, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                     : ADW_COLOR_SCHEME_DEFAULT);
}

void
guatu_settings_follow_colours (void)
{
  take_colours ();
  if (guatu_settings () != NULL)
    g_signal_connect (guatu_settings (), "changed::colour-scheme", G_CALLBACK (take_colours), NULL);
}
