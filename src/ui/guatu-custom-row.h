/* guatu-custom-row.h — a field of the plan's own in the list of them: its name, its kind, its choices. */
#pragma once

#include <adwaita.h>

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_CUSTOM_ROW (guatu_custom_row_get_type ())

/**
 * GuatuCustomRow:
 *
 * Each change is a verb. Signals: ::failed (const char *message), one was refused; ::delete, the button was clicked.
 */
G_DECLARE_FINAL_TYPE (GuatuCustomRow, guatu_custom_row, GUATU, CUSTOM_ROW, AdwExpanderRow)

GtkWidget *guatu_custom_row_new       (GuatuDocument  *document,
                                       gint64          field);

gint64     guatu_custom_row_get_field (GuatuCustomRow *self);

/* The plan has changed; the field is still there. */
void       guatu_custom_row_update    (GuatuCustomRow *self);

G_END_DECLS
