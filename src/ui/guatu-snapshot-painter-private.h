/* guatu-snapshot-painter-private.h — what shapes and texts of the painter of screens share. */
#pragma once

#include "guatu-snapshot-painter.h"
#include "guatu-text-setter.h"

G_BEGIN_DECLS

struct _GuatuSnapshotPainter
{
  GuatuPainter     parent;
  GtkSnapshot     *snapshot;        /* borrowed */
  GuatuBox         area;
  double           scale;
  GuatuPalette     palette;
  GuatuTextSetter *setter;
  GHashTable      *texts;           /* Text → itself: set once, used again */
  GHashTable      *shapes;          /* Shape → GskRenderNode, about an origin of its own */
  guint            hidden;          /* clips that are open and leave nothing to be seen */
  guint            strokes;
};

#define GUATU_SNAPSHOT_PAINTER(painter) ((GuatuSnapshotPainter *) (void *) (painter))

static inline GdkRGBA
guatu_snapshot_rgba (GuatuSnapshotPainter *self,
                     GuatuInk              ink)
{
  return guatu_colour_to_rgba (guatu_palette_colour (&self->palette, ink));
}

/* The place as nodes count it. */
static inline graphene_point_t
guatu_snapshot_point (GuatuSnapshotPainter *self,
                      double                x,
                      double                y)
{
  return GRAPHENE_POINT_INIT ((float) (x - self->area.x), (float) (y - self->area.y));
}

/* Whether anything of @box, and so much around it, can be seen. */
gboolean    guatu_snapshot_sees         (GuatuSnapshotPainter *self,
                                         GuatuBox              box,
                                         double                around);

/* The nearest edge of a device pixel. */
double      guatu_snapshot_snap         (GuatuSnapshotPainter *self,
                                         double                length);

/* Texts. */
GHashTable *guatu_snapshot_texts_new    (void);
void        guatu_snapshot_measure_text (GuatuPainter         *painter,
                                         const char           *text,
                                         const GuatuTextStyle *style,
                                         double                width,
                                         double               *text_width,
                                         double               *text_height);
void        guatu_snapshot_paint_text   (GuatuPainter         *painter,
                                         GuatuBox              box,
                                         const char           *text,
                                         const GuatuTextStyle *style,
                                         GuatuInk              ink);

/* Polygons and hatches. */
GHashTable *guatu_snapshot_shapes_new   (void);
void        guatu_snapshot_polygon      (GuatuPainter         *painter,
                                         const GuatuPoint     *points,
                                         guint                 n,
                                         GuatuInk              ink,
                                         GuatuInk              outline,
                                         double                width);
void        guatu_snapshot_paint_hatch  (GuatuPainter         *painter,
                                         GuatuBox              box,
                                         GuatuHatch            hatch,
                                         double                spacing,
                                         GuatuInk              ink);
void        guatu_snapshot_hatch        (GuatuSnapshotPainter *self,
                                         GuatuBox              box,
                                         GuatuHatch            hatch,
                                         double                spacing,
                                         GuatuColour           colour);

G_END_DECLS
