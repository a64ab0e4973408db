/* guatu-snapshot-painter.c — carries out the strokes as render nodes. */
#include "guatu-snapshot-painter.h"
#include "guatu-snapshot-painter-private.h"

#include <math.h>

#include "guatu-cairo-hatch.h"

/* Of a box far larger than the window only so much beyond its edge is handed on; enough for round corners. */
#define BEYOND 64.0

GdkRGBA
guatu_colour_to_rgba (GuatuColour colour)
{
  return (GdkRGBA) { (float) colour.red, (float) colour.green, (float) colour.blue, 1 };
}

/* Places ----------------------------------------------------------------------------------------- */

double
guatu_snapshot_snap (GuatuSnapshotPainter *self,
                     double                length)
{
  return round (length * self->scale) / self->scale;
}

/* A width of whole device pixels, and not of none. */
static double
snap_width (GuatuSnapshotPainter *self,
            double                width)
{
  return MAX (round (width * self->scale), 1) / self->scale;
}

/* Both edges on pixels: what meets at a place goes on meeting there. */
static GuatuBox
snap_box (GuatuSnapshotPainter *self,
          GuatuBox              box)
{
  double x = guatu_snapshot_snap (self, box.x), y = guatu_snapshot_snap (self, box.y);

  return (GuatuBox) {
    x, y,
    box.width > 0 ? MAX (guatu_snapshot_snap (self, box.x + box.width) - x, 1 / self->scale) : 0,
    box.height > 0 ? MAX (guatu_snapshot_snap (self, box.y + box.height) - y, 1 / self->scale) : 0,
  };
}

gboolean
guatu_snapshot_sees (GuatuSnapshotPainter *self,
                     GuatuBox              box,
                     double                around)
{
  GuatuBox area = self->area;

  return self->snapshot != NULL && self->hidden == 0
         && box.x - around < area.x + area.width && area.x < box.x + box.width + around
         && box.y - around < area.y + area.height && area.y < box.y + box.height + around;
}

/* The box as nodes count it, cut off where nobody can see it: single precision ends long before a chart does. */
static graphene_rect_t
rect_of (GuatuSnapshotPainter *self,
         GuatuBox              box)
{
  GuatuBox area = self->area;
  double left = MAX (box.x, area.x - BEYOND), right = MIN (box.x + box.width, area.x + area.width + BEYOND);
  double top = MAX (box.y, area.y - BEYOND), bottom = MIN (box.y + box.height, area.y + area.height + BEYOND);

  return GRAPHENE_RECT_INIT ((float) (left - area.x), (float) (top - area.y), (float) MAX (right - left, 0),
                             (float) MAX (bottom - top, 0));
}

static void
append_colour (GuatuSnapshotPainter *self,
               GuatuBox              box,
               GuatuColour           colour)
{
  GdkRGBA rgba = guatu_colour_to_rgba (colour);
  graphene_rect_t rect = rect_of (self, box);

  if (guatu_snapshot_sees (self, box, 0))
    gtk_snapshot_append_color (self->snapshot, &rgba, &rect);
}

/* Boxes ------------------------------------------------------------------------------------------ */

static void
append_outline (GuatuSnapshotPainter *self,
                GuatuBox              box,
                double                radius,
                double                width,
                GuatuColour           colour)
{
  GdkRGBA rgba = guatu_colour_to_rgba (colour);
  float wide = (float) MIN (width, MIN (box.width, box.height) / 2);
  graphene_rect_t rect = rect_of (self, box);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &rect, (float) CLAMP (radius, 0, MIN (box.width, box.height) / 2));
  gtk_snapshot_append_border (self->snapshot, &outline, (float[4]) { wide, wide, wide, wide },
                              (GdkRGBA[4]) { rgba, rgba, rgba, rgba });
}

static void
append_box (GuatuSnapshotPainter *self,
            GuatuBox              box,
            double                radius,
            GuatuInk              ink)
{
  GuatuFill fill = guatu_palette_fill (&self->palette, ink);

  radius = CLAMP (radius, 0, MIN (box.width, box.height) / 2);
  if (radius > 0)
    {
      graphene_rect_t rect = rect_of (self, box);
      GskRoundedRect round;

      gsk_rounded_rect_init_from_rect (&round, &rect, (float) radius);
      gtk_snapshot_push_rounded_clip (self->snapshot, &round);
    }
  append_colour (self, box, fill.ground);
  if (fill.hatch != GUATU_HATCH_NONE)
    guatu_snapshot_hatch (self, box, fill.hatch, guatu_hatch_pitch (box, &fill), fill.lines);
  if (radius > 0)
    gtk_snapshot_pop (self->snapshot);
  if (fill.edged)
    append_outline (self, box, radius, snap_width (self, guatu_edge_width (box)), fill.edge);
}

static void
paint_fill (GuatuPainter *painter,
            GuatuBox      box,
            GuatuInk      ink)
{
  GuatuSnapshotPainter *self = GUATU_SNAPSHOT_PAINTER (painter);

  self->strokes++;
  box = snap_box (self, box);
  if (box.width > 0 && box.height > 0 && guatu_snapshot_sees (self, box, 0))
    append_box (self, box, 0, ink);
}

/* A circle would become an egg on whole pixels. */
static gboolean
is_circle (GuatuBox box,
           double   radius)
{
  return fabs (box.width - box.height) < 0.01 && radius >= box.width / 2 - 0.01;
}

static void
paint_round_box (GuatuPainter *painter,
                 GuatuBox      box,
                 double        radius,
                 GuatuInk      ink,
                 GuatuInk      outline,
                 double        width)
{
  GuatuSnapshotPainter *self = GUATU_SNAPSHOT_PAINTER (painter);

  self->strokes++;
  if (!is_circle (box, radius))
    {
      box = snap_box (self, box);
      width = snap_width (self, width);
    }
  if (box.width <= 0 || box.height <= 0 || !guatu_snapshot_sees (self, box, 1))
    return;
  if (ink != GUATU_INK_NONE)
    append_box (self, box, radius, ink);
  if (outline != GUATU_INK_NONE)
    append_outline (self, box, radius, width, guatu_palette_colour (&self->palette, outline));
}

/* Lines ------------------------------------------------------------------------------------------ */

/* Along an axis a line is a box, whose edges are on pixels whatever its width. */
static GuatuBox
straight_box (GuatuSnapshotPainter *self,
              GuatuPoint            a,
              GuatuPoint            b,
              double                width)
{
  double wide = snap_width (self, width), from, to;

  if (a.x == b.x)
    {
      from = guatu_snapshot_snap (self, MIN (a.y, b.y));
      to = guatu_snapshot_snap (self, MAX (a.y, b.y));
      return (GuatuBox) { guatu_snapshot_snap (self, a.x - wide / 2), from, wide, to - from };
    }
  from = guatu_snapshot_snap (self, MIN (a.x, b.x));
  to = guatu_snapshot_snap (self, MAX (a.x, b.x));

  return (GuatuBox) { from, guatu_snapshot_snap (self, a.y - wide / 2), to - from, wide };
}

/* Dashes stand at multiples of their period, not from where the part begins that happens to be painted: parts of a line
 * that are painted apart join without a seam. */
static void
append_dashes (GuatuSnapshotPainter *self,
               GuatuBox              line,
               double                width,
               GuatuColour           colour)
{
  double dash = snap_width (self, width * 4), period = dash + snap_width (self, width * 2.5);
  gboolean upright = line.width < line.height;
  double from = upright ? MAX (line.y, self->area.y) : MAX (line.x, self->area.x);
  double to = upright ? MIN (line.y + line.height, self->area.y + self->area.height)
                      : MIN (line.x + line.width, self->area.x + self->area.width);

  for (double at = floor (from / period) * period; at < to; at += period)
    {
      double begin = MAX (at, from), end = MIN (at + dash, to);

      if (begin < end)
        append_colour (self, upright ? (GuatuBox) { line.x, begin, line.width, end - begin }
                                     : (GuatuBox) { begin, line.y, end - begin, line.height }, colour);
    }
}

static void
append_slanted (GuatuSnapshotPainter *self,
                GuatuPoint            a,
                GuatuPoint            b,
                double                width,
                GuatuColour           colour)
{
  GuatuBox around = { MIN (a.x, b.x), MIN (a.y, b.y), fabs (b.x - a.x), fabs (b.y - a.y) };
  double length = hypot (b.x - a.x, b.y - a.y);
  graphene_point_t from = guatu_snapshot_point (self, a.x, a.y);
  GdkRGBA rgba = guatu_colour_to_rgba (colour);

  if (!guatu_snapshot_sees (self, around, width))
    return;
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &from);
  gtk_snapshot_rotate (self->snapshot, (float) (atan2 (b.y - a.y, b.x - a.x) * 180 / G_PI));
  gtk_snapshot_append_color (self->snapshot, &rgba,
                             &GRAPHENE_RECT_INIT (0, (float) (-width / 2), (float) length, (float) width));
  gtk_snapshot_restore (self->snapshot);
}

/* Where two stretches meet, each goes on as far as the other is wide: corners are full. */
static GuatuBox
stretch_to_corners (GuatuBox box,
                    gboolean upright,
                    double   wide,
                    gboolean before,
                    gboolean after)
{
  double half = wide / 2;

  if (upright)
    return (GuatuBox) { box.x, box.y - before * half, box.width, box.height + (before + after) * half };

  return (GuatuBox) { box.x - before * half, box.y, box.width + (before + after) * half, box.height };
}

static void
append_stretch (GuatuSnapshotPainter *self,
                const GuatuPoint     *points,
                guint                 n,
                guint                 i,
                double                width,
                GuatuLineStyle        style,
                GuatuColour           colour)
{
  GuatuPoint a = points[i], b = points[i + 1];
  gboolean upright = a.x == b.x, forward = upright ? a.y <= b.y : a.x <= b.x;
  gboolean at_a = i > 0, at_b = i + 2 < n;
  double wide = snap_width (self, width);
  GuatuBox box;

  if (a.x != b.x && a.y != b.y)
    {
      append_slanted (self, a, b, width, colour);
      return;
    }
  box = straight_box (self, a, b, width);
  if (style == GUATU_LINE_DASHED)
    append_dashes (self, box, width, colour);
  else
    append_colour (self, snap_box (self, stretch_to_corners (box, upright, wide, forward ? at_a : at_b,
                                                             forward ? at_b : at_a)), colour);
}

static void
paint_line (GuatuPainter     *painter,
            const GuatuPoint *points,
            guint             n,
            double            width,
            GuatuLineStyle    style,
            GuatuInk          ink)
{
  GuatuSnapshotPainter *self = GUATU_SNAPSHOT_PAINTER (painter);
  GuatuColour colour = guatu_palette_colour (&self->palette, ink);

  self->strokes++;
  for (guint i = 0; i + 1 < n; i++)
    append_stretch (self, points, n, i, width, style, colour);
}

/* Clips ------------------------------------------------------------------------------------------ */

/* A clip that leaves nothing is not handed on: GTK loses what is drawn in an empty one. */
static void
paint_clip (GuatuPainter *painter,
            GuatuBox      box)
{
  GuatuSnapshotPainter *self = GUATU_SNAPSHOT_PAINTER (painter);
  graphene_rect_t rect = rect_of (self, snap_box (self, box));

  if (self->hidden > 0 || rect.size.width <= 0 || rect.size.height <= 0)
    self->hidden++;
  else if (self->snapshot != NULL)
    gtk_snapshot_push_clip (self->snapshot, &rect);
}

static void
paint_unclip (GuatuPainter *painter)
{
  GuatuSnapshotPainter *self = GUATU_SNAPSHOT_PAINTER (painter);

  if (self->hidden > 0)
    self->hidden--;
  else if (self->snapshot != NULL)
    gtk_snapshot_pop (self->snapshot);
}

/* The painter ------------------------------------------------------------------------------------ */

GuatuSnapshotPainter *
guatu_snapshot_painter_new (const GuatuPalette *palette,
                            const char         *language)
{
  GuatuSnapshotPainter *self = g_new0 (GuatuSnapshotPainter, 1);

  self->parent = (GuatuPainter) {
    .fill = paint_fill,
    .round_box = paint_round_box,
    .line = paint_line,
    .polygon = guatu_snapshot_polygon,
    .hatch = guatu_snapshot_paint_hatch,
    .text = guatu_snapshot_paint_text,
    .measure = guatu_snapshot_measure_text,
    .clip = paint_clip,
    .unclip = paint_unclip,
  };
  self->palette = *palette;
  self->scale = 1;
  self->setter = guatu_text_setter_new (language);
  self->texts = guatu_snapshot_texts_new ();
  self->shapes = guatu_snapshot_shapes_new ();

  return self;
}

void
guatu_snapshot_painter_free (GuatuSnapshotPainter *self)
{
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->shapes);
  guatu_text_setter_free (self->setter);
  g_free (self);
}

void
guatu_snapshot_painter_set_palette (GuatuSnapshotPainter *self,
                                    const GuatuPalette   *palette)
{
  self->palette = *palette;
  g_hash_table_remove_all (self->texts);
  g_hash_table_remove_all (self->shapes);
}

void
guatu_snapshot_painter_set_scale (GuatuSnapshotPainter *self,
                                  double                scale)
{
  self->scale = scale;
  g_hash_table_remove_all (self->shapes);
}

void
guatu_snapshot_painter_set_target (GuatuSnapshotPainter *self,
                                   GtkSnapshot          *snapshot,
                                   GuatuBox              area)
{
  self->snapshot = snapshot;
  self->hidden = 0;
  self->area = area;
}

guint
guatu_snapshot_painter_n_strokes (GuatuSnapshotPainter *self)
{
  return self->strokes;
}
