/* guatu-inspector-edit.h — what is picked or typed in the inspector's forms, each one verb of the document. */
#pragma once

#include "guatu-document.h"

G_BEGIN_DECLS

/* Kind and date at once; @date is not looked at where the constraint needs none. */
gboolean guatu_inspector_edit_constrain  (GuatuDocument     *document,
                                          gint64             task,
                                          GuatuConstraint    constraint,
                                          const char        *date,
                                          GError           **error);

/* The plan's status date, or the day that the clock shows, as text. Free it. */
char    *guatu_inspector_edit_report_day (const GuatuPlan   *plan);

/* The share that was reported last; 0 if none was. */
gint64   guatu_inspector_edit_last_share (const GuatuPlan   *plan,
                                          gint32             task);

G_END_DECLS
