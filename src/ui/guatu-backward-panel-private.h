/* guatu-backward-panel-private.h — what the files of the panel that plans backward share. */
#pragma once

#include "guatu-backward-panel.h"

G_BEGIN_DECLS

/* A key node that is to be. */
typedef struct
{
  gint64       share;
  GuatuInstant date;
} GuatuBackwardNode;

struct _GuatuBackwardPanel
{
  GtkWidget          parent_instance;

  /* Template widgets */
  GtkDropDown       *scope;
  GtkEntry          *entry;
  GtkLabel          *understood;
  GtkEntry          *nodes;
  GtkWidget         *thirds;
  GtkLabel          *nodes_wrong;
  GtkWidget         *result_box;
  GtkLabel          *result;
  GtkLabel          *chain;
  GtkButton         *earliest;
  GtkCheckButton    *release;
  GtkLabel          *release_label;
  GtkWidget         *heading;
  GtkListView       *list;
  GtkWidget         *accept;
  GtkWidget         *cancel;

  /* Borrowed */
  GuatuDragGhost    *ghost;

  /* Owned references */
  GuatuBattleView   *view;
  GuatuBackwardPlan *back;          /* %NULL: there is nothing to preview */
  GListStore        *items;
  GArray            *shares;        /* of gint64: where key nodes are asked for; %NULL: that makes no sense */
  GArray            *new_nodes;     /* of GuatuBackwardNode: those that are not there yet */
  GArray            *scopes;        /* of gint64: ids by the place in the drop-down; 0: the whole plan */

  gint64             task;          /* id; 0: the whole plan */
  GuatuInstant       finish;        /* as typed; GUATU_NONE: that is no date */
  gboolean           open;
  gboolean           updating;
};

/* The list ------------------------------------------------------------------------------------------- */

void         guatu_backward_panel_add_list    (GuatuBackwardPanel *self);

/* With the tasks of what is previewed. */
void         guatu_backward_panel_fill_list   (GuatuBackwardPanel *self);

/* The finish, and what comes of it ------------------------------------------------------------------- */

/* Puts a finish into the entry, as though it was typed. */
void         guatu_backward_panel_set_finish  (GuatuBackwardPanel *self,
                                               GuatuInstant        finish);

/* What is in the entry, with words below it on how it is understood. */
void         guatu_backward_panel_read_finish (GuatuBackwardPanel *self);

/* Reckons back from the finish, and shows what comes of it in ghost, list and words. */
void         guatu_backward_panel_recompute   (GuatuBackwardPanel *self);

/* From the status date on there is time, or from today. */
GuatuInstant guatu_backward_panel_not_before  (GuatuBackwardPanel *self);

/* Key nodes ------------------------------------------------------------------------------------------ */

/* What is typed of them; of the whole plan there are none. */
void         guatu_backward_panel_read_nodes  (GuatuBackwardPanel *self);

/* Finds their dates in what is previewed, while its schedule is there. */
void         guatu_backward_panel_find_nodes  (GuatuBackwardPanel *self);

/* Shows them in the ghost, beside its bars. */
void         guatu_backward_panel_show_nodes  (GuatuBackwardPanel *self);

/* For the template. */
void         guatu_backward_panel_nodes_cb    (GuatuBackwardPanel *self);
void         guatu_backward_panel_thirds_cb   (GuatuBackwardPanel *self);
void         guatu_backward_panel_typed_cb    (GuatuBackwardPanel *self);
void         guatu_backward_panel_earliest_cb (GuatuBackwardPanel *self);

G_END_DECLS
