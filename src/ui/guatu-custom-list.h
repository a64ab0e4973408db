/* guatu-custom-list.h — the plan's own fields of a task, a row each, to be filled in; and more of them defined. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_CUSTOM_LIST (guatu_custom_list_get_type ())

/* Where the plan has none, it says what they are for. */
G_DECLARE_FINAL_TYPE (GuatuCustomList, guatu_custom_list, GUATU, CUSTOM_LIST, GtkWidget)

GtkWidget *guatu_custom_list_new    (GuatuDocument   *document);

/* Shows what the fields say of the task; what is being typed stays. @fixed: why nothing can be changed; %NULL: it
 * can. */
void       guatu_custom_list_show   (GuatuCustomList *self,
                                     gint64           task,
                                     const char      *fixed);

/* Carries out what is typed. */
void       guatu_custom_list_commit (GuatuCustomList *self);

/* The GuatuFieldRow of the field with this id; %NULL: there is none. */
GtkWidget *guatu_custom_list_get_row (GuatuCustomList *self,
                                     gint64           field);

G_END_DECLS
