/* guatu-table-look.h — what the cells of a table paint with. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-battle-view.h"
#include "guatu-cairo-painter.h"
#include "guatu-palette.h"

G_BEGIN_DECLS

/* Shared among all cells of a table. */
typedef struct _GuatuTableLook GuatuTableLook;

struct _GuatuTableLook
{
  GuatuBattleView   *view;
  GuatuPalette       palette;
  GuatuCairoPainter *painter;
  GskRenderNode     *lights[GUATU_LIGHT_N_COLOURS];
  GskRenderNode     *star;
};

GuatuTableLook *guatu_table_look_new   (GuatuBattleView *view);
void            guatu_table_look_unref (GuatuTableLook  *look);

/* The plan, and with it the colours of its categories, may be another. */
void            guatu_table_look_update (GuatuTableLook *look);

/* The symbol of a light about a place; of @light -1 the star. */
void            guatu_table_look_snapshot (GuatuTableLook *look,
                                           GtkSnapshot    *snapshot,
                                           int             light,
                                           double          x,
                                           double          y);

G_END_DECLS
