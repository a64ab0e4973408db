/* guatu-custom-value.h — what a plan's own fields say of its tasks: how it is kept, typed, compared. */
#pragma once

#include "guatu-plan.h"

G_BEGIN_DECLS

/* What a field of yes and no says, as a choice shows it. */
typedef enum { GUATU_ANSWER_NONE, GUATU_ANSWER_YES, GUATU_ANSWER_NO } GuatuAnswer;

/* The rows of the custom fields of tasks, by position; free it. */
gint32      *guatu_custom_fields        (const GuatuPlan  *plan,
                                         guint            *n);

/* The row of the field of tasks with this name, whatever its case; -1: there is none. */
gint32       guatu_custom_field_find    (const GuatuPlan  *plan,
                                         const char       *name);

/* The choices of a field, in their order, without blanks around them; empty where it has none. Free it. */
char       **guatu_custom_choices       (const GuatuPlan  *plan,
                                         gint32            field);

/* The row of what a field says of a task; -1: nothing. */
gint32       guatu_custom_value_row     (const GuatuPlan  *plan,
                                         gint32            task,
                                         gint32            field);

/* What it says, in the form that files use: "12.5", "2026-09-26T08:00:00", "PT40H0M0S"; "" for nothing. */
const char  *guatu_custom_value         (const GuatuPlan  *plan,
                                         gint32            task,
                                         gint32            field);

/* The same as people type it: "2026-09-26", "5d", "1200.5"; what is none of its kind as it stands. Free it. */
char        *guatu_custom_value_text    (const GuatuPlan  *plan,
                                         gint32            field,
                                         const char       *value);

GuatuAnswer  guatu_custom_value_answer  (const char       *value);

/**
 * guatu_custom_value_number:
 * @value: in the form that files use
 * @number: (out): what values of the kind are compared by: the number, an amount of money in whole units, a date as an
 *   instant, a duration in seconds, yes as 1 and no as 0, the place among the choices
 *
 * Returns: whether @value is one of the field's kind that can be compared so; texts never are
 */
gboolean     guatu_custom_value_number  (const GuatuPlan  *plan,
                                         gint32            field,
                                         const char       *value,
                                         double           *number);

/**
 * guatu_custom_value_read:
 * @text: what was typed, without blanks at its ends; not empty
 * @value: (out): takes the form that files use; free it
 *
 * Returns: %FALSE with GUATU_MODEL_ERROR_INVALID for people where @text is none of the field's kind
 */
gboolean     guatu_custom_value_read    (const GuatuPlan  *plan,
                                         gint32            field,
                                         const char       *text,
                                         char            **value,
                                         GError          **error);

G_END_DECLS
