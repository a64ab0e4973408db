/* guatu-days-import.h — the days of a file, shown with all that they would change, before they are taken in. */
#pragma once

#include <adwaita.h>

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_DAYS_IMPORT (guatu_days_import_get_type ())

/**
 * GuatuDaysImportWindow:
 *
 * Nothing is changed until it is accepted; then in one step. When the plan is changed meanwhile the preview follows.
 *
 * Signals: ::accepted (const char *what), the days were taken in, and what that came to; ::failed (const char
 * *message), they were refused.
 */
G_DECLARE_FINAL_TYPE (GuatuDaysImportWindow, guatu_days_import, GUATU, DAYS_IMPORT, AdwWindow)

/* %NULL with @error if the file holds no days that can be read. */
GtkWidget   *guatu_days_import_new          (GuatuDocument         *document,
                                             gint64                 calendar,
                                             const char            *path,
                                             GError               **error);

/* The days that change, and the tasks that move: one line for each. */
guint        guatu_days_import_n_changes    (GuatuDaysImportWindow *self);
guint        guatu_days_import_n_moved      (GuatuDaysImportWindow *self);
char        *guatu_days_import_change_text  (GuatuDaysImportWindow *self,
                                             guint                  place);
char        *guatu_days_import_moved_text   (GuatuDaysImportWindow *self,
                                             guint                  place);
gint32       guatu_days_import_moved_task   (GuatuDaysImportWindow *self,
                                             guint                  place);
const char  *guatu_days_import_get_summary  (GuatuDaysImportWindow *self);

void         guatu_days_import_accept       (GuatuDaysImportWindow *self);

G_END_DECLS
