/* guatu-battle-toolbar-private.h — what the files of the bar above the map share. */
#pragma once

#include "guatu-battle-toolbar.h"
#include "guatu-fold.h"

G_BEGIN_DECLS

struct _GuatuBattleToolbar
{
  GtkWidget           parent_instance;

  /* Template widgets */
  GtkWidget          *scales;
  GtkLabel           *scale_label;
  GtkLabel           *group_label;
  GtkLabel           *filter_label;
  GtkLabel           *sort_label;
  GtkLabel           *baseline_label;
  GtkMenuButton      *scale;
  GtkMenuButton      *group;
  GtkMenuButton      *filter;
  GtkMenuButton      *sort;
  GtkMenuButton      *layers;
  GtkMenuButton      *baseline;
  GtkMenuButton      *columns;
  GtkMenuButton      *go;
  GuatuFold          *search_fold;
  GtkWidget          *search;
  GtkMenuButton      *search_button;
  GtkWidget          *folded_search;
  GtkLabel           *count;

  GMenuModel         *columns_menu;
  GMenu              *sort_fields;  /* the orders by custom fields, in the menu once that is made */
  char               *shown_text;   /* the query's, as of the last look */
  gboolean            updating;

  /* Owned references */
  GuatuBattleView    *view;
  GSimpleActionGroup *actions;
};

/* guatu-battle-toolbar-menus.c: what the bar's choices are called, in the order of the enumerations. */
const char *guatu_battle_toolbar_scale_title (GuatuScaleUnit      unit);
const char *guatu_battle_toolbar_group_title (GuatuGrouping       grouping);
const char *guatu_battle_toolbar_sort_title  (GuatuBattleToolbar *self,
                                              const GuatuRowsQuery *query);

/* What the order is called in the menu's action; free it. */
char       *guatu_battle_toolbar_sort_name   (const GuatuRowsQuery *query);

/* The plan's custom fields may be others. */
void        guatu_battle_toolbar_fill_sorts  (GuatuBattleToolbar *self);

/* Menus and popovers are made when they are first opened: few are, and a window is quicker without them. */
void        guatu_battle_toolbar_add_menus   (GuatuBattleToolbar *self);

/* That of one of the bar's buttons, made now if it was not opened yet. */
GtkPopover *guatu_battle_toolbar_get_popover (GuatuBattleToolbar *self,
                                              GtkMenuButton      *button);

/* guatu-battle-toolbar-actions.c: what menus, buttons and keys do to the view. */
void        guatu_battle_toolbar_add_actions (GuatuBattleToolbar *self);
void        guatu_battle_toolbar_add_keys    (GuatuBattleToolbar *self);

/* Tell whoever shows the bar. */
void        guatu_battle_toolbar_plan_backward (GuatuBattleToolbar *self);
void        guatu_battle_toolbar_say_removed (GuatuBattleToolbar *self,
                                              guint               steps,
                                              const char         *what);
void        guatu_battle_toolbar_say_failed  (GuatuBattleToolbar *self,
                                              const char         *message);

G_END_DECLS
