/* guatu-field-row.h — one field of a task in a form: its name, an editor, what was understood, what is wrong. */
#pragma once

#include <adwaita.h>

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_FIELD_ROW (guatu_field_row_get_type ())

/**
 * GuatuFieldRow:
 *
 * The field table says what kind of editor it is: an entry, a text, a date, a choice, a switch, one of a list. Enter,
 * and whoever goes elsewhere, carries the edit out as one verb; a choice does at once. What is refused stays as it was
 * typed, with the reason below it; Escape brings back what the plan holds.
 */
G_DECLARE_FINAL_TYPE (GuatuFieldRow, guatu_field_row, GUATU, FIELD_ROW, AdwPreferencesRow)

GtkWidget  *guatu_field_row_new        (GuatuDocument  *document,
                                        guint           field);

/* The same for a custom field of the plan, by its id. */
GtkWidget  *guatu_field_row_new_custom (GuatuDocument  *document,
                                        gint64          custom);

guint       guatu_field_row_get_field  (GuatuFieldRow  *self);

/* Whose field it is; 0: nobody's. What was typed for another task goes. */
void        guatu_field_row_set_task   (GuatuFieldRow  *self,
                                        gint64          task);

/* Shows what the plan holds now; what is being typed stays. @fixed: why it cannot be changed; %NULL: it can. */
void        guatu_field_row_update     (GuatuFieldRow  *self,
                                        const char     *fixed);

/* Carries out what is typed. FALSE where it was refused. */
gboolean    guatu_field_row_commit     (GuatuFieldRow  *self);

/* What was typed and is not carried out; %NULL: nothing. Free it. */
char       *guatu_field_row_get_typed  (GuatuFieldRow  *self);

/* The entry, the text, the choice or the switch. */
GtkWidget  *guatu_field_row_get_editor (GuatuFieldRow  *self);

/* What stands below: what was understood, or what is wrong; "" where nothing does. */
const char *guatu_field_row_get_hint   (GuatuFieldRow  *self);
const char *guatu_field_row_get_error  (GuatuFieldRow  *self);

G_END_DECLS
