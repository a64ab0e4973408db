/* guatu-row-form.h — the form of a row of a small table: a ledger, a phase, a baseline, an item of a ledger. */
#pragma once

#include "guatu-document.h"
#include "guatu-form-popover.h"

G_BEGIN_DECLS

typedef void (*GuatuRowMade) (gpointer data, gint64 id);

/**
 * guatu_row_form_new:
 * @title: its heading
 * @fields: the fields that are asked for, ended by 0: texts, choices, dates, and references to rows of @owner
 * @id: whose they are; 0: of one that is to be
 * @owner_field, @owner: to what a new one belongs; 0: to nothing
 * @made: (nullable): told of the row once it is written; as long as the form is there, @data must be
 *
 * One verb when it is told to; what is wrong is said at the field.
 */
GtkWidget *guatu_row_form_new (GuatuDocument *document,
                               const char    *title,
                               GuatuTable     table,
                               const guint   *fields,
                               gint64         id,
                               guint          owner_field,
                               gint64         owner,
                               GuatuRowMade   made,
                               gpointer       data);

G_END_DECLS
