/* guatu-settings.h — what the person who uses the program has chosen, for every plan. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The program's settings; %NULL where they are not installed, as of a program that is run where it was built. */
GSettings *guatu_settings              (void);

/* What has been chosen; @otherwise where there are no settings. */
char      *guatu_settings_get_text     (const char *key,
                                        const char *otherwise);
gboolean   guatu_settings_get_flag     (const char *key,
                                        gboolean    otherwise);
int        guatu_settings_get_number   (const char *key,
                                        int         otherwise);

/* The name to sign with; that which the system knows, where none was chosen. Free it. */
char      *guatu_settings_get_author   (void);

/* 0, Monday, … 6; @otherwise where it goes by the language. */
int        guatu_settings_first_weekday (int        otherwise);

/* Where backups go; %NULL: the usual place. Free it. */
char      *guatu_settings_backup_folder (void);

/* Windows are light or dark as was chosen, from now on. */
void       guatu_settings_follow_colours (void);

G_END_DECLS
