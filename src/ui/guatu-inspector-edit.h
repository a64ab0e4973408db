/* guatu-inspector-edit.h — what is typed or picked in the inspector, each one verb of the document. */
#pragma once

#include "guatu-document.h"

G_BEGIN_DECLS

/* The field as a person would type it: reads back as the same. Free it. */
char    *guatu_inspector_edit_text       (const GuatuPlan   *plan,
                                          gint32             task,
                                          guint              field);

/* A day, with the time where it is not @usual. Free it. */
char    *guatu_inspector_edit_date_text  (GuatuInstant       date,
                                          gint64             usual);

/* Sets a text, a date or a duration; empty text empties the field. %FALSE with @error for people where it is not
 * understood or the plan does not allow it; then nothing has changed. So with all that follow. */
gboolean guatu_inspector_edit_set        (GuatuDocument     *document,
                                          gint64             task,
                                          guint              field,
                                          const char        *text,
                                          GError           **error);

/* @id 0: none. */
gboolean guatu_inspector_edit_refer      (GuatuDocument     *document,
                                          gint64             task,
                                          guint              field,
                                          gint64             id,
                                          GError           **error);

/* @date is not looked at where the constraint needs none. */
gboolean guatu_inspector_edit_constrain  (GuatuDocument     *document,
                                          gint64             task,
                                          GuatuConstraint    constraint,
                                          const char        *date,
                                          GError           **error);

/* Whether the constraint is about a date. */
gboolean guatu_constraint_needs_date     (GuatuConstraint    constraint);

/* Gives the party the role, or, if it has it, takes it away. One of @unit and @person is 0. */
gboolean guatu_inspector_edit_toggle     (GuatuDocument     *document,
                                          gint64             task,
                                          GuatuRole          role,
                                          gint64             unit,
                                          gint64             person,
                                          GError           **error);

gboolean guatu_inspector_edit_has_role   (const GuatuPlan   *plan,
                                          gint32             task,
                                          GuatuRole          role,
                                          gint64             unit,
                                          gint64             person);

gboolean guatu_inspector_edit_report     (GuatuDocument     *document,
                                          gint64             task,
                                          const char        *date,
                                          gint64             share,
                                          GError           **error);

G_END_DECLS
