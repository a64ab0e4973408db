/* guatu-field-edit.h — a field of a task as text: what stands in an entry, what is understood of it, and the verb. */
#pragma once

#include "guatu-document.h"

G_BEGIN_DECLS

/* A field brings at most so many others along. */
#define GUATU_FIELD_EDIT_MOST 3

/* The field as a person would type it: reads back as the same. Free it. */
char    *guatu_field_edit_text       (const GuatuPlan     *plan,
                                      gint32               task,
                                      guint                field);

/* A day, with the time where it is not @usual. Free it. */
char    *guatu_field_edit_date_text  (GuatuInstant         date,
                                      gint64               usual);

/**
 * guatu_field_edit_read:
 * @task: the row; -1: of any task
 * @text: what was typed, without blanks at its ends; the settings borrow it
 * @settings: takes what one verb is to set: a duration brings unit and kind along, a constraint date the constraint
 *
 * Returns: how many settings; 0 with @error for people where the text is not understood
 */
guint    guatu_field_edit_read       (GuatuDocument       *document,
                                      gint32               task,
                                      guint                field,
                                      const char          *text,
                                      GuatuSetting        *settings,
                                      GError             **error);

/* What was understood, in words: “Fri, Nov 11, 2022”, “3 elapsed d”. "" where that says no more than the text, or
 * where nothing was understood. Free it. */
char    *guatu_field_edit_understood (GuatuDocument       *document,
                                      gint32               task,
                                      guint                field,
                                      const char          *text);

/* Sets a text, a date, a duration, a number; empty text empties the field. %FALSE with @error for people where it is
 * not understood or the plan does not allow it; then nothing has changed. So with all that follow. */
gboolean guatu_field_edit_set        (GuatuDocument       *document,
                                      gint64               task,
                                      guint                field,
                                      const char          *text,
                                      GError             **error);

/* The same for a choice, a switch or a reference; @value GUATU_NONE: none. What must go with it goes with it in the
 * same verb: a constraint that needs a date takes the one as scheduled, a milestone lasts no time. */
gboolean guatu_field_edit_choose     (GuatuDocument       *document,
                                      gint64               task,
                                      guint                field,
                                      gint64               value,
                                      GError             **error);

/* What guatu_field_edit_choose() would set. */
guint    guatu_field_edit_chosen     (GuatuDocument       *document,
                                      gint32               task,
                                      guint                field,
                                      gint64               value,
                                      GuatuSetting        *settings);

/* Whether the constraint is about a date. */
gboolean guatu_constraint_needs_date (GuatuConstraint      constraint);

/* A date as people type it, where @at_finish that of a finish. The clock says what day it is. */
gboolean guatu_field_edit_read_date  (GuatuDocument       *document,
                                      const char          *text,
                                      gboolean             at_finish,
                                      GuatuInstant        *date,
                                      GError             **error);

G_END_DECLS
