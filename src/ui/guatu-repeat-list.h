/* guatu-repeat-list.h — when a task repeats, and which of its times have taken place. */
#pragma once

#include "guatu-part-list.h"

G_BEGIN_DECLS

#define GUATU_TYPE_REPEAT_LIST (guatu_repeat_list_get_type ())

/* Shows the times about the first that is still to come; all of them stand in the table below the task. */
G_DECLARE_FINAL_TYPE (GuatuRepeatList, guatu_repeat_list, GUATU, REPEAT_LIST, GuatuPartList)

GtkWidget *guatu_repeat_list_new   (GuatuDocument   *document);

/* The rule in words; where it is one of the times of another task that one, and "" where nothing repeats. Free it. */
char      *guatu_repeat_list_words (const GuatuPlan *plan,
                                    gint32           task);

G_END_DECLS
