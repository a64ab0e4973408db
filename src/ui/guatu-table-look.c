/* guatu-table-look.c — paints each symbol of a table once, for all cells. */
#include "guatu-table-look.h"

#include <math.h>

#include "guatu-text-scale.h"

/* Pixels. */
#define SYMBOL (6.0 * guatu_text_scale ())
#define NODE_SIZE ((float) guatu_text_scaled (20))

GuatuTableLook *
guatu_table_look_new (GuatuBattleView *view)
{
  GuatuTableLook *self = g_rc_box_new0 (GuatuTableLook);

  self->view = g_object_ref (view);
  guatu_table_look_update (self);

  return self;
}

static void
look_clear (gpointer data)
{
  GuatuTableLook *self = data;

  for (guint i = 0; i < GUATU_LIGHT_N_COLOURS; i++)
    g_clear_pointer (&self->lights[i], gsk_render_node_unref);
  g_clear_pointer (&self->star, gsk_render_node_unref);
  g_clear_pointer (&self->painter, guatu_cairo_painter_free);
  g_clear_object (&self->view);
}

void
guatu_table_look_unref (GuatuTableLook *look)
{
  g_rc_box_release_full (look, look_clear);
}

void
guatu_table_look_update (GuatuTableLook *look)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (look->view);

  guatu_palette_init_paper (&look->palette);
  guatu_chart_take_colours (&look->palette, chart->plan, chart->ledger);
}

/* The symbols are the chart's own, each painted once into a small node that is moved about. */
static GskRenderNode *
paint_symbol (GuatuTableLook *look,
              int             light)
{
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, NODE_SIZE, NODE_SIZE));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  GuatuPoint centre = { NODE_SIZE / 2.0, NODE_SIZE / 2.0 };

  if (look->painter == NULL)
    look->painter = guatu_cairo_painter_new (NULL, &look->palette, "en");
  guatu_cairo_painter_set_target (look->painter, cr);
  if (light >= 0)
    guatu_paint_light (GUATU_PAINTER (look->painter), centre, SYMBOL, (GuatuLightColour) light);
  else
    guatu_paint_star (GUATU_PAINTER (look->painter), centre, SYMBOL);
  guatu_cairo_painter_set_target (look->painter, NULL);
  cairo_destroy (cr);

  return node;
}

void
guatu_table_look_snapshot (GuatuTableLook *look,
                           GtkSnapshot    *snapshot,
                           int             light,
                           double          x,
                           double          y)
{
  GskRenderNode **node = light >= 0 ? &look->lights[light] : &look->star;

  if (*node == NULL)
    *node = paint_symbol (look, light);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) floor (x - NODE_SIZE / 2.0),
                                                          (float) floor (y - NODE_SIZE / 2.0)));
  gtk_snapshot_append_node (snapshot, *node);
  gtk_snapshot_restore (snapshot);
}
