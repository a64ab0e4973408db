/* guatu-preferences.h — what a person chooses for every plan: name, look, new plans, paper, backups. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GUATU_TYPE_PREFERENCES (guatu_preferences_get_type ())

G_DECLARE_FINAL_TYPE (GuatuPreferences, guatu_preferences, GUATU, PREFERENCES, AdwPreferencesWindow)

/* Where settings are not installed it says so. */
GtkWidget *guatu_preferences_new     (GtkWindow        *parent);

/* The row of a setting, by its key. */
GtkWidget *guatu_preferences_get_row (GuatuPreferences *self,
                                      const char       *key);

G_END_DECLS
