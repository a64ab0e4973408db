/* guatu-snapshot-painter.h — the painter of screens: strokes become render nodes. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-palette.h"

G_BEGIN_DECLS

typedef struct _GuatuSnapshotPainter GuatuSnapshotPainter;

/**
 * guatu_snapshot_painter_new:
 * @palette: copied
 * @language: of the texts, see guatu_cairo_painter_new()
 *
 * Edges, hairlines and dashes stand on whole device pixels, so that they are sharp and of one width all over the
 * window; circles, slanted lines and texts stand where they are told to. Small shapes and texts are kept as nodes and
 * used again: keep the painter.
 */
GuatuSnapshotPainter *guatu_snapshot_painter_new        (const GuatuPalette   *palette,
                                                         const char           *language);
void                  guatu_snapshot_painter_free       (GuatuSnapshotPainter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuSnapshotPainter, guatu_snapshot_painter_free)

void                  guatu_snapshot_painter_set_palette (GuatuSnapshotPainter *self,
                                                         const GuatuPalette   *palette);

/* Device pixels per pixel. */
void                  guatu_snapshot_painter_set_scale  (GuatuSnapshotPainter *self,
                                                         double                scale);

/**
 * guatu_snapshot_painter_set_target:
 * @snapshot: borrowed; %NULL for a painter that only measures
 * @area: what of the chart can be seen; its corner becomes the origin of the nodes
 *
 * Render nodes count in single precision, so a wide chart is painted in parts, each about an origin of its own. What
 * lies outside the area altogether is left out.
 */
void                  guatu_snapshot_painter_set_target (GuatuSnapshotPainter *self,
                                                         GtkSnapshot          *snapshot,
                                                         GuatuBox              area);

/* How many strokes it has carried out, or left out. */
guint                 guatu_snapshot_painter_n_strokes  (GuatuSnapshotPainter *self);

GdkRGBA               guatu_colour_to_rgba              (GuatuColour           colour);

#define GUATU_SNAPSHOT_PAINTER_STROKES(self) ((GuatuPainter *) (void *) (self))

G_END_DECLS
