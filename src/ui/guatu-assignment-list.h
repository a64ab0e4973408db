/* guatu-assignment-list.h — who has which part in a task, and how much of it. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_ASSIGNMENT_LIST (guatu_assignment_list_get_type ())

/**
 * GuatuAssignmentList:
 *
 * A row for each unit and person: the role and the share are changed in place, each by one verb; more are added by
 * looking for them, or made where nobody is called so.
 */
G_DECLARE_FINAL_TYPE (GuatuAssignmentList, guatu_assignment_list, GUATU, ASSIGNMENT_LIST, GtkWidget)

GtkWidget  *guatu_assignment_list_new       (GuatuDocument       *document);
void        guatu_assignment_list_show      (GuatuAssignmentList *self,
                                             gint64               task);

/* In the order of the roles. */
GtkListBox *guatu_assignment_list_get_rows  (GuatuAssignmentList *self);

/* Shows the form to add somebody in that role, or any other. */
void        guatu_assignment_list_add       (GuatuAssignmentList *self,
                                             GuatuRole            role);

/* Why the last edit was refused; "" where it was not. */
const char *guatu_assignment_list_get_error (GuatuAssignmentList *self);

G_END_DECLS
