/* guatu-battle-view-private.h — what the files of the battle view share. */
#pragma once

#include "guatu-battle-view.h"
#include "guatu-cairo-painter.h"
#include "guatu-text-scale.h"

G_BEGIN_DECLS

/* Pixels per day, at first. */
#define GUATU_BATTLE_VIEW_FIRST_ZOOM 9.0

#define GUATU_BATTLE_VIEW_HEADING_SIZE (12.5 * guatu_text_scale ())

struct _GuatuBattleView
{
  GObject            parent_instance;

  GuatuDocument     *document;
  GuatuChartContent *content;
  GuatuTimeScale     scale;
  GuatuInstant       from;              /* of the plan; the scale may go on */
  GuatuInstant       to;
  GuatuInstant       seen_from;         /* what the window shows beyond, or GUATU_NONE */
  GuatuInstant       seen_to;
  GuatuCairoPainter *ruler;
  GuatuChartView     chart;
  GArray            *holidays;
  GuatuRowsQuery     query;
  char              *text;              /* of the query, which borrows it */
  GPtrArray         *fields;            /* likewise; %NULL: none */
  gint64             unit;              /* ids of what the query names by rows; 0: none */
  gint64             person;
  gint64             ledger;
  GHashTable        *folded;
  GHashTable        *folded_groups;     /* as the query has them */
  GHashTable        *folded_ids;        /* the same as they are kept, see group_id() */
  gboolean           overview;
  GHashTable        *selected;          /* set of ids */
  double             zoom;
  guint              layers;
  guint              labels;
  gint64             baseline;          /* its id, or one of the special choices */
  char              *language;
};

enum
{
  GUATU_BATTLE_VIEW_ROWS_CHANGED,
  GUATU_BATTLE_VIEW_SCALE_CHANGED,
  GUATU_BATTLE_VIEW_SELECTION_CHANGED,
  GUATU_BATTLE_VIEW_LOOK_CHANGED,
  GUATU_BATTLE_VIEW_REVEALED,
  GUATU_BATTLE_VIEW_N_SIGNALS
};

extern guint guatu_battle_view_signals[GUATU_BATTLE_VIEW_N_SIGNALS];

static inline const GuatuPlan *
guatu_battle_view_plan (GuatuBattleView *self)
{
  return guatu_document_get_plan (self->document);
}

/* For tables of ids. */
static inline gint64 *
guatu_battle_view_copy_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

/* Finds the rows anew, and tells of it. */
void guatu_battle_view_update_rows        (GuatuBattleView *self);

/* guatu-battle-view-scale.c: the dates of the plan; the scale for them and for what the window shows beyond. */
void guatu_battle_view_find_span          (GuatuBattleView *self);
void guatu_battle_view_update_scale       (GuatuBattleView *self);

/* guatu-battle-view-query.c: a plan that was loaded anew has other rows. */
void guatu_battle_view_find_again         (GuatuBattleView *self);

/* Where the row with this id stands; -1: there is none, or the id is 0. */
gint32 guatu_battle_view_row_of           (GuatuBattleView *self,
                                           GuatuTable       table,
                                           gint64           id);

/* guatu-battle-view-folds.c: has what lies below the task shown, of a recurring one its times; whether that is new. */
gboolean guatu_battle_view_unfold (GuatuBattleView *self,
                                   gint32           task);

/* guatu-battle-view-folds.c: the groups of the query, from the ids that are kept. */
void guatu_battle_view_find_folded_groups (GuatuBattleView *self);

/* guatu-battle-view-selection.c: what is no more there is selected no more. */
void guatu_battle_view_forget_removed     (GuatuBattleView *self);

G_END_DECLS
