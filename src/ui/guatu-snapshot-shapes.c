/* guatu-snapshot-shapes.c — what no render node can show by itself: polygons and hatches, in small cached pictures. */
#include "guatu-snapshot-painter-private.h"

#include <math.h>

#include "guatu-cairo-hatch.h"

/* Of shapes that are kept; when there are more all are forgotten. */
#define MOST_SHAPES 1000

/* A polygon wider than this is taken apart, as a picture of it would be larger than what it shows. */
#define WIDEST 48.0

/* Of one picture of a hatch. */
#define TILE 256.0

/* Shapes are told apart by this part of a pixel. */
#define STEPS 8.0

#define MOST_POINTS 12

/* A polygon about a whole pixel near it. */
typedef struct
{
  guint  n;
  float  points[2 * MOST_POINTS];
  float  left;                  /* what of it is in the picture */
  float  right;
  guint  ink;
  guint  outline;
  float  width;
} Shape;

static guint
shape_hash (gconstpointer key)
{
  const guint32 *words = key;
  guint hash = 5381;

  for (gsize i = 0; i < sizeof (Shape) / sizeof *words; i++)
    hash = hash * 33 + words[i];

  return hash;
}

static gboolean
shape_equal (gconstpointer a,
             gconstpointer b)
{
  return memcmp (a, b, sizeof (Shape)) == 0;
}

GHashTable *
guatu_snapshot_shapes_new (void)
{
  return g_hash_table_new_full (shape_hash, shape_equal, g_free, (GDestroyNotify) gsk_render_node_unref);
}

static GuatuBox
box_around (const GuatuPoint *points,
            guint             n)
{
  GuatuPoint least = points[0], most = points[0];

  for (guint i = 1; i < n; i++)
    {
      least = (GuatuPoint) { MIN (least.x, points[i].x), MIN (least.y, points[i].y) };
      most = (GuatuPoint) { MAX (most.x, points[i].x), MAX (most.y, points[i].y) };
    }

  return (GuatuBox) { least.x, least.y, most.x - least.x, most.y - least.y };
}

/* Pictures --------------------------------------------------------------------------------------- */

static void
trace (cairo_t     *cr,
       const Shape *shape)
{
  cairo_new_path (cr);
  for (guint i = 0; i < shape->n; i++)
    cairo_line_to (cr, shape->points[2 * i], shape->points[2 * i + 1]);
  cairo_close_path (cr);
}

static GskRenderNode *
draw_shape (GuatuSnapshotPainter *self,
            const Shape          *shape)
{
  float top = G_MAXFLOAT, bottom = -G_MAXFLOAT;
  GskRenderNode *node;
  cairo_t *cr;

  for (guint i = 0; i < shape->n; i++)
    {
      top = MIN (top, floorf (shape->points[2 * i + 1]));
      bottom = MAX (bottom, ceilf (shape->points[2 * i + 1]));
    }
  node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (shape->left, top, shape->right - shape->left, bottom - top));
  cr = gsk_cairo_node_get_draw_context (node);
  trace (cr, shape);
  if (shape->ink != GUATU_INK_NONE)
    {
      gdk_cairo_set_source_rgba (cr, (GdkRGBA[]) { guatu_snapshot_rgba (self, shape->ink) });
      cairo_fill_preserve (cr);
    }
  if (shape->outline != GUATU_INK_NONE)
    {
      /* Twice as wide, of which the clip leaves the inner half. */
      cairo_clip_preserve (cr);
      gdk_cairo_set_source_rgba (cr, (GdkRGBA[]) { guatu_snapshot_rgba (self, shape->outline) });
      cairo_set_line_width (cr, shape->width * 2);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);

  return node;
}

/* What of the polygon lies between @left and @right, which are whole pixels. */
static void
append_picture (GuatuSnapshotPainter *self,
                const GuatuPoint     *points,
                guint                 n,
                double                left,
                double                right,
                GuatuInk              ink,
                GuatuInk              outline,
                double                width)
{
  double x = floor (points[0].x), y = floor (points[0].y);
  graphene_point_t origin = guatu_snapshot_point (self, x, y);
  GskRenderNode *node;
  Shape shape;

  if (left >= right || n > MOST_POINTS)
    return;
  /* With its gaps, as the bytes are compared. */
  memset (&shape, 0, sizeof shape);
  shape.n = n;
  shape.left = (float) (left - x);
  shape.right = (float) (right - x);
  shape.ink = ink;
  shape.outline = outline;
  shape.width = outline != GUATU_INK_NONE ? (float) width : 0;
  for (guint i = 0; i < n; i++)
    {
      /* A part does not depend on how far away the rest is. */
      double px = CLAMP (points[i].x, left - 4 * WIDEST, right + 4 * WIDEST) - x;

      shape.points[2 * i] = (float) (round (px * STEPS) / STEPS);
      shape.points[2 * i + 1] = (float) (round ((points[i].y - y) * STEPS) / STEPS);
    }

  node = g_hash_table_lookup (self->shapes, &shape);
  if (node == NULL)
    {
      if (g_hash_table_size (self->shapes) > MOST_SHAPES)
        g_hash_table_remove_all (self->shapes);
      node = draw_shape (self, &shape);
      g_hash_table_insert (self->shapes, g_memdup2 (&shape, sizeof shape), node);
    }
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &origin);
  gtk_snapshot_append_node (self->snapshot, node);
  gtk_snapshot_restore (self->snapshot);
}

/* Polygons --------------------------------------------------------------------------------------- */

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

/* The widest stretch of the polygon without a corner in it. */
static void
find_stretch (const GuatuPoint *points,
              guint             n,
              double           *from,
              double           *to)
{
  double xs[MOST_POINTS];

  for (guint i = 0; i < n; i++)
    xs[i] = points[i].x;
  qsort (xs, n, sizeof *xs, compare_doubles);
  *from = *to = xs[0];
  for (guint i = 0; i + 1 < n; i++)
    if (xs[i + 1] - xs[i] > *to - *from)
      {
        *from = xs[i];
        *to = xs[i + 1];
      }
}

/* Fills the stretch where the polygon's edges are level; FALSE where one of them is not. */
static gboolean
fill_stretch (GuatuSnapshotPainter *self,
              const GuatuPoint     *points,
              guint                 n,
              double                from,
              double                to,
              GuatuInk              ink)
{
  double ys[MOST_POINTS];
  guint n_edges = 0;

  for (guint i = 0; i < n; i++)
    {
      GuatuPoint a = points[i], b = points[(i + 1) % n];

      if (MIN (a.x, b.x) > from || MAX (a.x, b.x) < to)
        continue;
      if (a.y != b.y)
        return FALSE;
      ys[n_edges++] = a.y;
    }
  qsort (ys, n_edges, sizeof *ys, compare_doubles);
  from = ceil (from);
  to = floor (to);
  for (guint i = 0; i + 1 < n_edges; i += 2)
    self->parent.fill (&self->parent, (GuatuBox) { from, ys[i], to - from, ys[i + 1] - ys[i] }, ink);

  return TRUE;
}

/* A square on its corner is a box turned by an eighth. */
static gboolean
append_diamond (GuatuSnapshotPainter *self,
                const GuatuPoint     *points,
                guint                 n,
                GuatuInk              ink,
                GuatuInk              outline,
                double                width)
{
  double radius = n == 4 ? points[1].x - points[0].x : 0, side = radius * G_SQRT2;
  graphene_point_t centre;
  GdkRGBA rgba = guatu_snapshot_rgba (self, outline != GUATU_INK_NONE ? outline : ink);

  if (n != 4 || points[0].x != points[2].x || points[1].y != points[3].y || radius <= 0
      || fabs (points[1].y - points[0].y - radius) > 0.01)
    return FALSE;

  centre = guatu_snapshot_point (self, points[0].x, points[1].y);
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &centre);
  gtk_snapshot_rotate (self->snapshot, 45);
  gtk_snapshot_append_color (self->snapshot, &rgba, &GRAPHENE_RECT_INIT ((float) (-side / 2), (float) (-side / 2),
                                                                         (float) side, (float) side));
  if (outline != GUATU_INK_NONE && ink != GUATU_INK_NONE && side > 2 * width)
    {
      rgba = guatu_snapshot_rgba (self, ink);
      side -= 2 * width;
      gtk_snapshot_append_color (self->snapshot, &rgba, &GRAPHENE_RECT_INIT ((float) (-side / 2), (float) (-side / 2),
                                                                             (float) side, (float) side));
    }
  gtk_snapshot_restore (self->snapshot);

  return TRUE;
}

/* A wide shape without slanting lines in its middle, the bracket of a summary: a box with a picture at either end, all
 * of it on whole pixels, so that they join. */
static gboolean
append_wide (GuatuSnapshotPainter *self,
             const GuatuPoint     *points,
             guint                 n,
             GuatuInk              ink)
{
  GuatuPoint snapped[MOST_POINTS] = { { 0, 0 } };
  GuatuBox box;
  double from, to;

  for (guint i = 0; i < n; i++)
    snapped[i] = (GuatuPoint) { guatu_snapshot_snap (self, points[i].x), guatu_snapshot_snap (self, points[i].y) };
  box = box_around (snapped, n);
  find_stretch (snapped, n, &from, &to);
  if (box.width <= WIDEST || !fill_stretch (self, snapped, n, from, to, ink))
    return FALSE;

  append_picture (self, snapped, n, floor (box.x), ceil (from), ink, GUATU_INK_NONE, 0);
  append_picture (self, snapped, n, floor (to), ceil (box.x + box.width), ink, GUATU_INK_NONE, 0);

  return TRUE;
}

void
guatu_snapshot_polygon (GuatuPainter     *painter,
                        const GuatuPoint *points,
                        guint             n,
                        GuatuInk          ink,
                        GuatuInk          outline,
                        double            width)
{
  GuatuSnapshotPainter *self = GUATU_SNAPSHOT_PAINTER (painter);
  guint strokes = self->strokes + 1;
  GuatuBox box = box_around (points, n);

  g_return_if_fail (n <= MOST_POINTS);

  if (guatu_snapshot_sees (self, box, 1)
      && !(ink != GUATU_INK_NONE && append_diamond (self, points, n, ink, outline, width))
      && !(outline == GUATU_INK_NONE && append_wide (self, points, n, ink)))
    append_picture (self, points, n, floor (box.x), ceil (box.x + box.width), ink, outline, width);
  self->strokes = strokes;
}

/* Hatches ---------------------------------------------------------------------------------------- */

/* In pieces: a picture has its whole size, whatever of it can be seen. */
void
guatu_snapshot_hatch (GuatuSnapshotPainter *self,
                      GuatuBox              box,
                      GuatuHatch            hatch,
                      double                spacing,
                      GuatuColour           colour)
{
  double end = MIN (box.x + box.width, self->area.x + self->area.width);
  double x = box.x + MAX (floor ((self->area.x - box.x) / TILE), 0) * TILE;

  for (; x < end; x += TILE)
    {
      graphene_point_t origin = guatu_snapshot_point (self, x, box.y);
      double width = MIN (TILE, box.x + box.width - x);
      cairo_t *cr = gtk_snapshot_append_cairo (self->snapshot,
                                               &GRAPHENE_RECT_INIT (origin.x, origin.y, (float) width,
                                                                    (float) box.height));

      cairo_translate (cr, -self->area.x, -self->area.y);
      cairo_rectangle (cr, x, box.y, width, box.height);
      cairo_clip (cr);
      cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
      guatu_cairo_hatch (cr, (GuatuBox) { box.x, box.y, x + width - box.x, box.height }, hatch, spacing);
      cairo_destroy (cr);
    }
}

void
guatu_snapshot_paint_hatch (GuatuPainter *painter,
                            GuatuBox      box,
                            GuatuHatch    hatch,
                            double        spacing,
                            GuatuInk      ink)
{
  GuatuSnapshotPainter *self = GUATU_SNAPSHOT_PAINTER (painter);

  self->strokes++;
  if (guatu_snapshot_sees (self, box, 0))
    guatu_snapshot_hatch (self, box, hatch, spacing, guatu_palette_colour (&self->palette, ink));
}
