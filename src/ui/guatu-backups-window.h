/* guatu-backups-window.h — the backups of a plan: what stands in each, opened as a copy, saved, compared with the
 * present. */
#pragma once

#include <adwaita.h>

#include "guatu-backup-keeper.h"

G_BEGIN_DECLS

#define GUATU_TYPE_BACKUPS_WINDOW (guatu_backups_window_get_type ())

/**
 * GuatuBackupsWindow:
 *
 * Signals: ::open (const char *path), a copy of a backup was made, to be looked at.
 */
G_DECLARE_FINAL_TYPE (GuatuBackupsWindow, guatu_backups_window, GUATU, BACKUPS_WINDOW, AdwWindow)

GtkWidget  *guatu_backups_window_new      (GuatuDocument      *document,
                                           GuatuBackupKeeper  *keeper,
                                           GtkWindow          *parent);

/* The rows, once all that stands in the backups is known; %NULL before. */
GtkListBox *guatu_backups_window_get_list (GuatuBackupsWindow *self);

/* What is done to the backup in this place of the list. */
void        guatu_backups_window_open_copy (GuatuBackupsWindow *self,
                                           guint               place);
void        guatu_backups_window_save_as  (GuatuBackupsWindow *self,
                                           guint               place,
                                           const char         *path);
void        guatu_backups_window_compare  (GuatuBackupsWindow *self,
                                           guint               place);

/* What the comparison says in a line; "" before one was made. */
const char *guatu_backups_window_get_comparison (GuatuBackupsWindow *self);

G_END_DECLS
