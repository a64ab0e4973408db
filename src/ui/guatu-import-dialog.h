/* guatu-import-dialog.h — shows what a file of another program holds, and what does not come, before it is taken in. */
#pragma once

#include <adwaita.h>

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_IMPORT_DIALOG (guatu_import_dialog_get_type ())

/**
 * GuatuImportDialog:
 *
 * Of a task list in CSV the reader can say how it is encoded and separated, and what each column is.
 *
 * Signals: ::wanted (no arguments), a new plan is to be made of it: guatu_import_dialog_make(); ::made (the file's
 * path, a string), it was; ::added (guint), so many tasks were put into the plan.
 */
G_DECLARE_FINAL_TYPE (GuatuImportDialog, guatu_import_dialog, GUATU, IMPORT_DIALOG, AdwWindow)

/* @document: the plan that it can be put into, below @task (0: below none), or %NULL. */
GtkWidget  *guatu_import_dialog_new      (GtkWindow         *parent,
                                          const char        *path,
                                          GuatuDocument     *document,
                                          gint64             task);

/* Makes the file @plan. Where one is @replace says whether it may go to the trash, once the new one is whole. */
void        guatu_import_dialog_make     (GuatuImportDialog *self,
                                          const char        *plan,
                                          gboolean           replace);

const char *guatu_import_dialog_get_path (GuatuImportDialog *self);

/* What is wrong, in words. */
void        guatu_import_dialog_complain (GuatuImportDialog *self,
                                          const char        *text);

G_END_DECLS
