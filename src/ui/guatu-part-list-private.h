/* guatu-part-list-private.h — what the rows of parts and the controls in them know of each other. */
#pragma once

#include "guatu-part-list.h"

G_BEGIN_DECLS

/* Shows below the rows why something was refused; %NULL: nothing was. */
void       guatu_part_list_complain    (GuatuPartList *self,
                                        const GError  *error);

/* The row of the part, by its id; %NULL: it has none. */
GtkWidget *guatu_part_list_find_row    (GuatuPartList *self,
                                        gint64         part);

/* The id of the part that the widget in a row is about; 0: it is in none, or there is no task. */
gint64     guatu_part_list_find_part   (GuatuPartList *self,
                                        GtkWidget     *widget);

/* While controls are filled in, what they tell is nobody's edit. */
gboolean   guatu_part_list_is_filling  (GuatuPartList *self);
void       guatu_part_list_set_filling (GuatuPartList *self,
                                        gboolean       filling);

/* The next control below @root after @widget; %NULL: the first one. */
GtkWidget *guatu_part_control_next     (GtkWidget     *root,
                                        GtkWidget     *widget);

G_END_DECLS
