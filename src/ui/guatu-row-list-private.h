/* guatu-row-list-private.h — the parts of a list of rows, for its own files. */
#pragma once

#include "guatu-row-list.h"

G_BEGIN_DECLS

struct _GuatuRowList
{
  GtkWidget               parent_instance;

  /* Children */
  GtkWidget              *box;
  GtkWidget              *buttons;
  GtkWidget              *add;
  GtkListBox             *list;
  GtkWidget              *empty;        /* what is said where there are no rows */

  /* Owned references */
  GuatuDocument          *document;

  const GuatuRowListKind *kind;
  gint64                  owner;
  gint64                  selected;
};

const GuatuPlan *guatu_row_list_plan         (GuatuRowList   *self);
const char    *guatu_row_list_name           (GuatuRowList   *self,
                                              gint32          row);
/* What is said below the name; "" for nothing. Free it. */
char          *guatu_row_list_detail         (GuatuRowList   *self,
                                              gint32          row);

/* The row of the plan; -1: none is selected. */
gint32         guatu_row_list_selected_row   (GuatuRowList   *self);

/* The line that shows it; %NULL: none does. */
GtkListBoxRow *guatu_row_list_find           (GuatuRowList   *self,
                                              gint64          id);

/* guatu-row-list-actions.c */
void           guatu_row_list_install_actions (GtkWidgetClass *widget_class);
void           guatu_row_list_update_actions (GuatuRowList   *self);

G_END_DECLS
