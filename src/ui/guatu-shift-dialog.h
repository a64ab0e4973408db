/* guatu-shift-dialog.h — asks how far a whole plan is to be moved, says what that means, and does it. */
#pragma once

#include <adwaita.h>

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_SHIFT_DIALOG (guatu_shift_dialog_get_type ())

/* Signals: ::shifted (title), it has been done. */
G_DECLARE_FINAL_TYPE (GuatuShiftDialog, guatu_shift_dialog, GUATU, SHIFT_DIALOG, AdwWindow)

GtkWidget  *guatu_shift_dialog_new       (GtkWindow        *parent,
                                          GuatuDocument    *document);

/* What the window says of it: what would move and what would stay, or why it cannot be. */
const char *guatu_shift_dialog_get_words (GuatuShiftDialog *self);

G_END_DECLS
