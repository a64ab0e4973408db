/* guatu-inspector-popovers.h — where the inspector's facts are changed: a text, a choice, a party. */
#pragma once

#include "guatu-form-popover.h"
#include "guatu-several-edit.h"

G_BEGIN_DECLS

/*
 * Each is a GuatuFormPopover that carries out one verb when it is told to, and closes. Of several tasks all are changed
 * by one entry of the journal, and what they do not have in common is not filled in.
 */

/* A text, a date or a duration; @tall for running text. */
GtkWidget *guatu_text_popover_new       (GuatuDocument *document,
                                         GuatuSeveral   several,
                                         guint          field,
                                         gboolean       tall);

GtkWidget *guatu_constraint_popover_new (GuatuDocument *document,
                                         GuatuSeveral   several);

GtkWidget *guatu_calendar_popover_new   (GuatuDocument *document,
                                         GuatuSeveral   several);

GtkWidget *guatu_category_popover_new   (GuatuDocument *document,
                                         GuatuSeveral   several);

/* Units or people, and whoever is not found can be made. Of one task those who have the role have a tick; each is one
 * click, and it stays open for more. Several tasks get the one who is chosen, and nobody else has the role. */
GtkWidget *guatu_party_popover_new      (GuatuDocument *document,
                                         GuatuSeveral   several,
                                         GuatuRole      role);

/* Somebody in any role, first in @role. */
GtkWidget *guatu_any_role_popover_new   (GuatuDocument *document,
                                         gint64         task,
                                         GuatuRole      role);

G_END_DECLS
