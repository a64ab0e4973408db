/* guatu-people-tree.h — the tree of units and people: looked for, chosen, added, moved by drag and keys, removed. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-people-rows.h"

G_BEGIN_DECLS

#define GUATU_TYPE_PEOPLE_TREE (guatu_people_tree_get_type ())

/**
 * GuatuPeopleTree:
 *
 * Actions: "people.add-unit", "people.add-person", "people.remove", "people.rename"; "people.up", "people.down",
 * "people.in" and "people.out" move what is selected.
 *
 * Signals: ::selected (guint table, gint64 id), 0 for nothing; ::entered, whoever chose goes on beside the tree;
 * ::removed (const char *what) and ::failed (const char *message).
 */
G_DECLARE_FINAL_TYPE (GuatuPeopleTree, guatu_people_tree, GUATU, PEOPLE_TREE, GtkWidget)

GtkWidget      *guatu_people_tree_new          (GuatuDocument   *document);

void            guatu_people_tree_refresh      (GuatuPeopleTree *self);

/* What is selected; %NULL where nothing is. */
GuatuPeopleRow *guatu_people_tree_get_selected (GuatuPeopleTree *self);

/* FALSE where it is not in the tree. */
gboolean        guatu_people_tree_select       (GuatuPeopleTree *self,
                                                GuatuTable       table,
                                                gint64           id);

/* What is dropped on a row: on a unit it comes to stand below it, on a person a person comes to stand before. */
gboolean        guatu_people_tree_drop         (GuatuPeopleTree *self,
                                                GuatuTable       table,
                                                gint64           id,
                                                GuatuPeopleRow  *on);

GListModel     *guatu_people_tree_get_rows     (GuatuPeopleTree *self);

G_END_DECLS
