/* guatu-revert-dialog.h — asks to which point of the journal the plan is to go back. */
#pragma once

#include <adwaita.h>

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_REVERT_DIALOG (guatu_revert_dialog_get_type ())

/**
 * GuatuRevertDialog:
 *
 * A window of its own, that goes when it is answered. Signals: ::reverted (const char *title), the plan has gone back.
 */
G_DECLARE_FINAL_TYPE (GuatuRevertDialog, guatu_revert_dialog, GUATU, REVERT_DIALOG, AdwWindow)

GtkWidget *guatu_revert_dialog_new (GtkWindow     *parent,
                                    GuatuDocument *document);

/* Begins with this entry chosen. */
void       guatu_revert_dialog_choose (GuatuRevertDialog *self,
                                       gint64             seq);

G_END_DECLS
