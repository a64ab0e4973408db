/* guatu-tiles.h — a chart cut into tiles, painted when they come into sight and kept as render nodes. */
#pragma once

#include "guatu-battle-view.h"
#include "guatu-snapshot-painter.h"

G_BEGIN_DECLS

typedef struct _GuatuTiles GuatuTiles;

/* Ways of links and places of labels of a large plan take longer than a frame: the chart is shown without them until
 * it has held still for a moment, then @widget is drawn again. */
GuatuTiles *guatu_tiles_new       (GuatuBattleView *view,
                                   GtkWidget       *widget);
void        guatu_tiles_free      (GuatuTiles      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuTiles, guatu_tiles_free)

/* Everything is to be painted anew: as it is laid out, or after it has been laid out anew. */
void        guatu_tiles_forget    (GuatuTiles      *self);
void        guatu_tiles_lay_out   (GuatuTiles      *self);

/* Takes the colours of the desktop, and the device pixels of the widget. */
void        guatu_tiles_restyle   (GuatuTiles      *self);

/* The part of the chart that begins at @left and @top. */
void        guatu_tiles_snapshot  (GuatuTiles      *self,
                                   GtkSnapshot     *snapshot,
                                   double           left,
                                   double           top,
                                   int              width,
                                   int              height);

/* The ways of the links as they are painted; %NULL where each goes its own way. */
const GuatuRoutes *guatu_tiles_get_routes (GuatuTiles *self);

/* The colour of what nothing is painted on. */
GdkRGBA     guatu_tiles_paper     (GuatuTiles      *self);

/* Strokes of the painter so far: what tests count. */
guint       guatu_tiles_n_strokes (GuatuTiles      *self);

G_END_DECLS
