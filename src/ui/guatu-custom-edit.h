/* guatu-custom-edit.h — a custom field of a task as text: what stands in an entry, what is understood, the verb. */
#pragma once

#include "guatu-document.h"

G_BEGIN_DECLS

/* Whether a custom field says yes or no of the task, as a choice shows it. */
typedef enum { GUATU_ANSWER_NONE, GUATU_ANSWER_YES, GUATU_ANSWER_NO } GuatuAnswer;

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

/* The same of a field of the kind yes or no. */
GuatuAnswer guatu_custom_edit_answer (const GuatuPlan    *plan,
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

/* The same for a GuatuAnswer. */
gboolean guatu_custom_edit_give     (GuatuDocument       *document,
                                     gint64               task,
                                     gint64               field,
                                     gint64               answer,
                                     GError             **error);

/* The custom fields of tasks, by position; free it. */
gint32  *guatu_custom_fields        (const GuatuPlan     *plan,
                                     guint               *n);

G_END_DECLS
