/* guatu-custom-edit.h — a custom field of a task as text: what stands in an entry, what is understood, the verb. */
#pragma once

#include "guatu-custom-value.h"
#include "guatu-document.h"

G_BEGIN_DECLS

/* The kind and the name of the custom field with this id; text, and "", where it is gone. */
GuatuCustomKind guatu_custom_edit_kind (const GuatuPlan *plan,
                                        gint64           field);
const char *guatu_custom_edit_name  (const GuatuPlan     *plan,
                                     gint64               field);

/* What it says of the task, as a person would type it; what cannot be read as its kind comes as the file has it. "":
 * nothing. Free it. */
char    *guatu_custom_edit_text     (const GuatuPlan     *plan,
                                     gint32               task,
                                     gint64               field);

/* The same of a field of the kind yes or no, as a GuatuAnswer, or of one of choices, as the place from 1 on. 0:
 * nothing, or what is none of them. */
guint    guatu_custom_edit_place    (const GuatuPlan     *plan,
                                     gint32               task,
                                     gint64               field);

/* What was understood of a date or a duration, in words; else "". Free it. */
char    *guatu_custom_edit_understood (GuatuDocument     *document,
                                     gint64               field,
                                     const char          *text);

/* Fills it in; an empty text empties it. One verb, or %FALSE with @error for people where the text is none of its kind
 * or the plan does not allow it. */
gboolean guatu_custom_edit_set      (GuatuDocument       *document,
                                     gint64               task,
                                     gint64               field,
                                     const char          *text,
                                     GError             **error);

/* The same for a GuatuAnswer, or the place of a choice, from 1 on; 0: nothing. */
gboolean guatu_custom_edit_give     (GuatuDocument       *document,
                                     gint64               task,
                                     gint64               field,
                                     gint64               answer,
                                     GError             **error);

G_END_DECLS
