/* guatu-assignment-list.h — who has which part in a task, and how much of it. */
#pragma once

#include "guatu-part-list.h"

G_BEGIN_DECLS

#define GUATU_TYPE_ASSIGNMENT_LIST (guatu_assignment_list_get_type ())

/**
 * GuatuAssignmentList:
 *
 * A row for each unit and person, in the order of the roles: the role and the share are changed in place, each by one
 * verb; more are added by looking for them, or made where nobody is called so.
 */
G_DECLARE_FINAL_TYPE (GuatuAssignmentList, guatu_assignment_list, GUATU, ASSIGNMENT_LIST, GuatuPartList)

GtkWidget *guatu_assignment_list_new (GuatuDocument       *document);

/* Shows the form to add somebody in that role, or any other. */
void       guatu_assignment_list_add (GuatuAssignmentList *self,
                                      GuatuRole            role);

G_END_DECLS
