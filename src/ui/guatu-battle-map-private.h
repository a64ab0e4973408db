/* guatu-battle-map-private.h — what the files of the battle map share. */
#pragma once

#include "guatu-battle-map.h"
#include "guatu-drag-ghost.h"
#include "guatu-timeline.h"
#include "guatu-view-memory.h"

G_BEGIN_DECLS

struct _GuatuBattleMap
{
  GtkWidget        parent_instance;

  /* Children */
  GtkWidget       *toolbar;
  GtkWidget       *panes;
  GtkWidget       *table;
  GtkWidget       *foot;                /* below it */
  GuatuTimeline   *timeline;
  GtkRevealer     *inspector;
  GtkRevealer     *backward;
  GtkWidget       *backward_panel;      /* %NULL: nobody has asked for it yet */
  GuatuDragGhost  *preview;             /* of what the panel would do */
  GtkWindow       *form;                /* of a task, in a window of its own; %NULL: there is none */

  /* Owned references */
  GuatuBattleView *view;
  GuatuViewMemory *memory;

  gboolean         was_mapped;
  gboolean         dividing;            /* the divider moves, but not by hand */
  gboolean         divided;             /* by hand, or as it was left */
  guint            divide;              /* the tick in which it is moved; 0: none */
  int              room;                /* how far it could go, as of the last look */
};

/* guatu-battle-map-actions.c */
void guatu_battle_map_install_actions (GtkWidgetClass *widget_class);
void guatu_battle_map_update_actions  (GuatuBattleMap *self);
void guatu_battle_map_close_form      (GuatuBattleMap *self);

G_END_DECLS
