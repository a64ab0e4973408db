/* guatu-field-text.h — field values as people type and read them: one parser and one printer for all. */
#pragma once

#include "guatu-plan.h"

G_BEGIN_DECLS

/**
 * guatu_field_parse:
 * @plan: the plan, for its default times, rates and rows
 * @value: (out): the value; its text is borrowed from @text
 *
 * Reads what a person typed for a field: a date with or without a time, a duration, a percentage
 * ("34%", "34"), money ("1200.50", "1,200.50", "3.5万元"), yes/no/true/false/1/0/是/否,
 * the name or label of a choice, and for a reference the id or the name of the row. An empty text
 * empties a nullable field.
 *
 * A date typed without a time takes the plan's default start or finish time, as the field's flags say:
 * for a constraint's date the start time, which a caller who sets one of the finish corrects
 * (guatu_constraint_is_finish()).
 *
 * Durations and lags bring a unit and a kind along: see guatu_duration_parse(), which the callers
 * that set those fields use themselves.
 *
 * Returns: whether it could be read; else @error says what was expected
 */
gboolean  guatu_field_parse  (const GuatuPlan *plan,
                              GuatuTable       table,
                              guint            field,
                              const char      *text,
                              GuatuValue      *value,
                              GError         **error);

/* The field in the form that guatu_field_parse() reads back: instants as "2022-10-17T08:00:00",
 * days as "2022-10-17", choices by name, references as ids. "" where it is empty. Free it. */
char     *guatu_field_format (const GuatuPlan *plan,
                              GuatuTable       table,
                              gint32           row,
                              guint            field);

/* The form of a percentage to be read, in the reader's language; to be translated like any other text. */
#define GUATU_PERCENT_FORM "%s%%"

/* A percentage to be read, "34.5%" for "34.5": the one place that says whether a blank stands before the sign. Free
 * it. */
char     *guatu_percent_label (const char *number);

/* The same in the form of a language that is not the reader's. */
char     *guatu_percent_label_in (const char *form,
                                  const char *number);

/* The names of the choices whose bits are set: "a, b"; "" for none. Free it. */
char *guatu_flags_text (const GuatuField *field, gint64 flags);

G_END_DECLS
