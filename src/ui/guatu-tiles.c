/* guatu-tiles.c — paints the tiles of a chart that can be seen, and keeps them. */
#include "guatu-tiles.h"

#include <math.h>

#include "guatu-chart-labels.h"
#include "guatu-chart-routes.h"
#include "guatu-screen-palette.h"

/* Pixels, and rows: large enough for few, small enough that one that comes into sight is soon painted. */
#define TILE_WIDTH 1024
#define TILE_ROWS 8

/* Tiles kept; beyond that those out of sight are forgotten. */
#define MOST_TILES 96

/* Up to so many rows and links are laid out within the frame that needs it; up to so many at all. */
#define SOON 1500
#define MOST_LINKS 20000
#define MOST_LABELLED 6000

/* Milliseconds without a change after which the others are. */
#define QUIET 140

/* Around the bar of what is selected. */
#define OUTLINE_GAP 1.0
#define OUTLINE 2.0

typedef struct
{
  GskRenderNode *node;          /* %NULL: nothing can be seen there */
  guint          frame;         /* in which it was seen last */
} Tile;

struct _GuatuTiles
{
  GuatuBattleView      *view;           /* borrowed, as is the widget: both outlive the tiles */
  GtkWidget            *widget;
  GuatuSnapshotPainter *painter;
  GuatuPalette          palette;
  GHashTable           *tiles;          /* place (gint64) → Tile */
  guint                 frame;

  gboolean              laid_out;
  GuatuRoutes          *routes;
  GuatuLabels          *labels;
  guint                 timer;
};

static void
tile_free (gpointer data)
{
  Tile *tile = data;

  g_clear_pointer (&tile->node, gsk_render_node_unref);
  g_free (tile);
}

/* Laying out ------------------------------------------------------------------------------------- */

static void
clear_layout (GuatuTiles *self)
{
  g_clear_pointer (&self->routes, guatu_routes_free);
  g_clear_pointer (&self->labels, guatu_labels_free);
  g_clear_handle_id (&self->timer, g_source_remove);
  self->laid_out = FALSE;
}

static void
find_layout (GuatuTiles *self)
{
  GuatuChartView chart = *guatu_battle_view_get_chart (self->view);

  self->laid_out = TRUE;
  if ((chart.layers & GUATU_LAYER_LINKS) != 0 && chart.rows->n_links > 0 && chart.rows->n_links <= MOST_LINKS)
    chart.routes = self->routes = guatu_routes_new (&chart);
  if ((chart.layers & GUATU_LAYER_LABELS) != 0 && chart.label_kinds != 0 && chart.rows->n <= MOST_LABELLED)
    {
      guatu_snapshot_painter_set_target (self->painter, NULL, (GuatuBox) { 0 });
      self->labels = guatu_labels_new (&chart, GUATU_SNAPSHOT_PAINTER_STROKES (self->painter));
    }
}

static gboolean
quiet_cb (gpointer data)
{
  GuatuTiles *self = data;

  self->timer = 0;
  find_layout (self);
  guatu_tiles_forget (self);

  return G_SOURCE_REMOVE;
}

static void
need_layout (GuatuTiles *self)
{
  const GuatuRows *rows = guatu_battle_view_get_rows (self->view);

  if (self->laid_out || self->timer != 0)
    return;
  if (rows->n + rows->n_links <= SOON)
    find_layout (self);
  else
    self->timer = g_timeout_add (QUIET, quiet_cb, self);
}

/* Painting --------------------------------------------------------------------------------------- */

static void
append_bar_outline (GuatuTiles           *self,
                    const GuatuChartView *chart,
                    guint                 row,
                    GtkSnapshot          *snapshot,
                    GuatuBox              area)
{
  GdkRGBA edge = guatu_screen_selected_edge (&self->palette);
  const float widths[4] = { OUTLINE, OUTLINE, OUTLINE, OUTLINE };
  double around = OUTLINE_GAP + OUTLINE, left, right;
  graphene_rect_t rect;
  GskRoundedRect outline;
  GuatuBox bar;

  if (!guatu_chart_bar (chart, row, &bar))
    return;
  if (guatu_chart_is_milestone (chart, row))
    around += guatu_chart_milestone_radius (chart) - bar.height / 2;
  /* Of a bar that goes on beyond the tile only a little more than that. */
  left = MAX (round (bar.x - around - (bar.width > 0 ? 0 : bar.height / 2)), area.x - 32);
  right = MIN (round (bar.x + bar.width + around + (bar.width > 0 ? 0 : bar.height / 2)), area.x + area.width + 32);
  if (left >= right)
    return;
  rect = GRAPHENE_RECT_INIT ((float) (left - area.x), (float) (round (bar.y - around) - area.y),
                             (float) (right - left), (float) (round (bar.height + 2 * around)));
  gsk_rounded_rect_init_from_rect (&outline, &rect, 5);
  gtk_snapshot_append_border (snapshot, &outline, widths, (GdkRGBA[4]) { edge, edge, edge, edge });
}

/* Over what was painted there already: the row again, on a ground of its own. */
static void
append_selected (GuatuTiles           *self,
                 const GuatuChartView *chart,
                 guint                 row,
                 GtkSnapshot          *snapshot,
                 GuatuBox              area)
{
  GuatuBox box = guatu_chart_row_box (chart, row);
  GdkRGBA ground = guatu_screen_selected_ground (&self->palette);
  GuatuChartView plain = *chart;

  plain.layers &= ~(guint) (GUATU_LAYER_DAYS_OFF | GUATU_LAYER_PHASES);
  box = (GuatuBox) { area.x, box.y, area.width, box.height };
  gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (0, (float) (box.y - area.y), (float) box.width,
                                                                     (float) box.height));
  guatu_chart_paint (&plain, GUATU_SNAPSHOT_PAINTER_STROKES (self->painter), box);
  append_bar_outline (self, chart, row, snapshot, area);
}

static gboolean
is_selected (GuatuTiles           *self,
             const GuatuChartView *chart,
             guint                 row)
{
  gint32 task = chart->rows->rows[row].task;

  return task >= 0
         && guatu_battle_view_is_selected (self->view, guatu_plan_id (chart->plan, GUATU_TABLE_TASK, task));
}

static void
append_selection (GuatuTiles           *self,
                  const GuatuChartView *chart,
                  GtkSnapshot          *snapshot,
                  GuatuBox              area)
{
  guint first, last;

  if (guatu_battle_view_n_selected (self->view) == 0 || !guatu_chart_rows_within (chart, area, &first, &last))
    return;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) area.width, (float) area.height));
  for (guint row = first; row <= last; row++)
    if (is_selected (self, chart, row))
      append_selected (self, chart, row, snapshot, area);
  gtk_snapshot_pop (snapshot);
}

static GskRenderNode *
paint_tile (GuatuTiles           *self,
            const GuatuChartView *chart,
            GuatuBox              area)
{
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();

  guatu_snapshot_painter_set_target (self->painter, snapshot, area);
  guatu_chart_paint (chart, GUATU_SNAPSHOT_PAINTER_STROKES (self->painter), area);
  append_selection (self, chart, snapshot, area);
  guatu_snapshot_painter_set_target (self->painter, NULL, (GuatuBox) { 0 });

  return gtk_snapshot_to_node (snapshot);
}

static Tile *
get_tile (GuatuTiles           *self,
          const GuatuChartView *chart,
          gint64                column,
          gint64                band)
{
  double height = TILE_ROWS * chart->row_height;
  GuatuBox area = { (double) column * TILE_WIDTH, (double) band * height, TILE_WIDTH, height };
  gint64 place = band << 32 | column;
  Tile *tile = g_hash_table_lookup (self->tiles, &place);

  if (tile == NULL)
    {
      tile = g_new0 (Tile, 1);
      tile->node = paint_tile (self, chart, area);
      g_hash_table_insert (self->tiles, g_memdup2 (&place, sizeof place), tile);
    }
  tile->frame = self->frame;

  return tile;
}

static gboolean
is_out_of_sight (gpointer key,
                 gpointer value,
                 gpointer data)
{
  return ((Tile *) value)->frame != ((GuatuTiles *) data)->frame;
}

/* The chart goes on below its last row, as far as the window does. */
static GuatuChartView
chart_down_to (GuatuTiles *self,
               double      bottom)
{
  GuatuChartView chart = *guatu_battle_view_get_chart (self->view);
  double tile = TILE_ROWS * chart.row_height;

  chart.routes = self->routes;
  chart.labels = self->labels;
  chart.chart.height = MAX (chart.chart.height, ceil (bottom / tile) * tile);

  return chart;
}

void
guatu_tiles_snapshot (GuatuTiles  *self,
                      GtkSnapshot *snapshot,
                      double       left,
                      double       top,
                      int          width,
                      int          height)
{
  GuatuChartView chart;
  double tile_height;

  need_layout (self);
  chart = chart_down_to (self, top + height);
  tile_height = TILE_ROWS * chart.row_height;
  self->frame++;
  for (gint64 band = (gint64) (top / tile_height); (double) band * tile_height < top + height; band++)
    for (gint64 column = (gint64) (left / TILE_WIDTH); (double) column * TILE_WIDTH < left + width; column++)
      {
        const Tile *tile = get_tile (self, &chart, column, band);

        if (tile->node == NULL)
          continue;
        gtk_snapshot_save (snapshot);
        gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) ((double) column * TILE_WIDTH - left),
                                                                (float) ((double) band * tile_height - top)));
        gtk_snapshot_append_node (snapshot, tile->node);
        gtk_snapshot_restore (snapshot);
      }
  if (g_hash_table_size (self->tiles) > MOST_TILES)
    g_hash_table_foreach_remove (self->tiles, is_out_of_sight, self);
}

/* The tiles -------------------------------------------------------------------------------------- */

void
guatu_tiles_forget (GuatuTiles *self)
{
  g_hash_table_remove_all (self->tiles);
  gtk_widget_queue_draw (self->widget);
}

void
guatu_tiles_lay_out (GuatuTiles *self)
{
  clear_layout (self);
  guatu_tiles_forget (self);
}

void
guatu_tiles_restyle (GuatuTiles *self)
{
  guatu_screen_palette_init (&self->palette, self->view);
  guatu_snapshot_painter_set_palette (self->painter, &self->palette);
  guatu_snapshot_painter_set_scale (self->painter, gtk_widget_get_scale_factor (self->widget));
  guatu_tiles_forget (self);
}

const GuatuRoutes *
guatu_tiles_get_routes (GuatuTiles *self)
{
  return self->routes;
}

GdkRGBA
guatu_tiles_paper (GuatuTiles *self)
{
  return guatu_colour_to_rgba (guatu_palette_colour (&self->palette, GUATU_INK_PAPER));
}

guint
guatu_tiles_n_strokes (GuatuTiles *self)
{
  return guatu_snapshot_painter_n_strokes (self->painter);
}

GuatuTiles *
guatu_tiles_new (GuatuBattleView *view,
                 GtkWidget       *widget)
{
  GuatuTiles *self = g_new0 (GuatuTiles, 1);

  self->view = view;
  self->widget = widget;
  self->tiles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, tile_free);
  guatu_screen_palette_init (&self->palette, view);
  self->painter = guatu_snapshot_painter_new (&self->palette, guatu_battle_view_get_chart (view)->language);

  return self;
}

void
guatu_tiles_free (GuatuTiles *self)
{
  clear_layout (self);
  g_hash_table_unref (self->tiles);
  guatu_snapshot_painter_free (self->painter);
  g_free (self);
}
