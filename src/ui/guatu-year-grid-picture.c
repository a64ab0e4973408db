/* guatu-year-grid-picture.c — paints the year once and keeps the picture; what is selected is drawn over it. */
#include "guatu-year-grid-private.h"

#include "guatu-chart-text.h"
#include "guatu-screen-palette.h"
#include "guatu-text-scale.h"

void
guatu_year_grid_forget (GuatuYearGrid *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
look_changed (GuatuYearGrid *self)
{
  guatu_screen_palette_init_plain (&self->palette);
  guatu_snapshot_painter_set_palette (self->painter, &self->palette);
  guatu_year_grid_forget (self);
}

static void
text_size_cb (GuatuYearGrid *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
  guatu_year_grid_forget (self);
}

static void
paint (GuatuYearGrid *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GuatuBox all = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)), MAX (self->layout.height, 1) };

  guatu_snapshot_painter_set_scale (self->painter, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  guatu_snapshot_painter_set_target (self->painter, snapshot, all);
  guatu_year_paint (GUATU_SNAPSHOT_PAINTER_STROKES (self->painter), &self->picture, &self->layout,
                    guatu_chart_language (NULL), guatu_text_scale ());
  guatu_snapshot_painter_set_target (self->painter, NULL, all);
  self->node = gtk_snapshot_free_to_node (snapshot);
  self->n_painted++;
}

/* A frame about each line of the selected days, and their ground. */
static void
snapshot_selection (GuatuYearGrid *self,
                    GtkSnapshot   *snapshot)
{
  GdkRGBA edge = guatu_screen_selected_edge (&self->palette), ground = edge;
  GuatuInstant from, to;
  int first, last;

  if (!guatu_year_grid_get_selection (self, &from, &to))
    return;
  first = MAX ((int) (guatu_instant_day (from) - guatu_instant_day (self->picture.from)), 0);
  last = MIN ((int) (guatu_instant_day (to) - guatu_instant_day (self->picture.from)), (int) self->picture.n_days - 1);
  ground.alpha = 0.16f;
  for (int day = first; day <= last; )
    {
      guint line = guatu_year_layout_line (&self->layout, (guint) day);
      guint month = guatu_year_layout_month (&self->layout, (guint) day);
      GuatuBox cell = guatu_year_layout_cell (&self->layout, (guint) day);
      graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) cell.x, (float) cell.y, 0, (float) cell.height);
      GskRoundedRect frame;

      for (; day <= last && guatu_year_layout_line (&self->layout, (guint) day) == line
             && guatu_year_layout_month (&self->layout, (guint) day) == month; day++)
        rect.size.width += (float) cell.width;
      gsk_rounded_rect_init_from_rect (&frame, &rect, 4);
      gtk_snapshot_append_color (snapshot, &ground, &rect);
      gtk_snapshot_append_border (snapshot, &frame, (float[4]) { 1, 1, 1, 1 },
                                  (GdkRGBA[4]) { edge, edge, edge, edge });
    }
}

static void
snapshot_cursor (GuatuYearGrid *self,
                 GtkSnapshot   *snapshot)
{
  GdkRGBA edge = guatu_screen_selected_edge (&self->palette);
  int day = guatu_year_grid_current_day (self);
  GskRoundedRect frame;
  GuatuBox cell;

  if (!gtk_widget_is_focus (self->cells[day]))
    return;
  cell = guatu_year_layout_cell (&self->layout, (guint) day);
  gsk_rounded_rect_init_from_rect (&frame, &GRAPHENE_RECT_INIT ((float) cell.x, (float) cell.y, (float) cell.width,
                                                                (float) cell.height), 4);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]) { 2, 2, 2, 2 }, (GdkRGBA[4]) { edge, edge, edge, edge });
}

void
guatu_year_grid_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  GuatuYearGrid *self = GUATU_YEAR_GRID (widget);

  if (self->picture.year == 0)
    return;
  if (self->node == NULL)
    paint (self);
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  snapshot_selection (self, snapshot);
  snapshot_cursor (self, snapshot);
}

void
guatu_year_grid_init_picture (GuatuYearGrid *self)
{
  guatu_screen_palette_init_plain (&self->palette);
  self->painter = guatu_snapshot_painter_new (&self->palette, guatu_chart_language (NULL));
  guatu_screen_palette_follow (G_CALLBACK (look_changed), self);
  guatu_text_scale_follow (G_CALLBACK (text_size_cb), self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (guatu_year_grid_forget), NULL);
}
