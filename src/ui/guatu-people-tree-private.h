/* guatu-people-tree-private.h — the parts of the tree of units and people, for its own files. */
#pragma once

#include "guatu-people-tree.h"

G_BEGIN_DECLS

struct _GuatuPeopleTree
{
  GtkWidget           parent_instance;

  /* Children */
  GtkWidget          *box;
  GtkWidget          *search;
  GtkWidget          *list;
  GtkWidget          *add_unit;
  GtkWidget          *add_person;
  GtkWidget          *remove;
  GtkStack           *stack;        /* the list, or that there is nobody */

  /* Owned references */
  GuatuDocument      *document;
  GuatuPeopleRows    *rows;
  GtkSingleSelection *selection;

  /* While a form is open */
  GtkWidget          *form;
  GtkWidget          *entry;
  GuatuTable          adds;
  gint64              doomed;
  GuatuTable          doomed_table;
};

const GuatuPlan *guatu_people_tree_plan (GuatuPeopleTree *self);

/* The row of the plan; -1: it is gone. */
gint32      guatu_people_tree_row       (GuatuPeopleTree *self,
                                         GuatuTable       table,
                                         gint64           id);

const char *guatu_people_tree_name      (GuatuPeopleTree *self,
                                         GuatuTable       table,
                                         gint64           id);

/* Which field says below which unit something stands. */
guint       guatu_people_tree_home_field (GuatuTable      table);

/* guatu-people-tree-moves.c, guatu-people-tree-edits.c */
void        guatu_people_tree_install_moves (GtkWidgetClass *widget_class);
void        guatu_people_tree_install_edits (GtkWidgetClass *widget_class);

/* The lines of the list (guatu-people-tree-cells.c). */
GtkListItemFactory *guatu_people_tree_cells_new (GuatuPeopleTree *self);

G_END_DECLS
