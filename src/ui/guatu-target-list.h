/* guatu-target-list.h — the monthly targets of a task: what share of it is to be done by the end of which month. */
#pragma once

#include "guatu-part-list.h"

G_BEGIN_DECLS

#define GUATU_TYPE_TARGET_LIST (guatu_target_list_get_type ())

/* By date. The share is changed in its row, the month in a form. */
G_DECLARE_FINAL_TYPE (GuatuTargetList, guatu_target_list, GUATU, TARGET_LIST, GuatuPartList)

GtkWidget *guatu_target_list_new (GuatuDocument *document);

G_END_DECLS
