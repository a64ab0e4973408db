/* guatu-swatch.c — fills a small square, and finds the colours of categories. */
#include "guatu-swatch.h"

#include "guatu-chart-content.h"
#include "guatu-screen-palette.h"
#include "guatu-snapshot-painter.h"
#include "guatu-text-scale.h"

/* Pixels. */
#define SIZE ((int) guatu_text_scaled (14))
#define ROUND 3

struct _GuatuSwatch
{
  GtkWidget parent_instance;

  GdkRGBA   colour;
};

G_DEFINE_FINAL_TYPE (GuatuSwatch, guatu_swatch, GTK_TYPE_WIDGET)

static void
guatu_swatch_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, &bounds, ROUND);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, &GUATU_SWATCH (widget)->colour, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
guatu_swatch_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
guatu_swatch_class_init (GuatuSwatchClass *class)
{
  GTK_WIDGET_CLASS (class)->snapshot = guatu_swatch_snapshot;
  GTK_WIDGET_CLASS (class)->measure = guatu_swatch_measure;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
guatu_swatch_init (GuatuSwatch *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
guatu_swatch_new (const GdkRGBA *colour)
{
  GuatuSwatch *self = g_object_new (GUATU_TYPE_SWATCH, NULL);

  self->colour = *colour;

  return GTK_WIDGET (self);
}

const GdkRGBA *
guatu_swatch_get_colour (GuatuSwatch *self)
{
  g_return_val_if_fail (GUATU_IS_SWATCH (self), NULL);

  return &self->colour;
}

/* Its hue is its place among those of its ledger. */
GdkRGBA
guatu_category_colour (const GuatuPlan *plan,
                       gint32           category)
{
  const GuatuCategory *categories = guatu_plan_rows (plan, GUATU_TABLE_CATEGORY);
  guint n, place = 0;
  g_autofree gint32 *order = guatu_plan_in_order (plan, GUATU_TABLE_CATEGORY, &n);
  GuatuPalette palette;

  for (guint i = 0; i < n && order[i] != category; i++)
    place += categories[order[i]].ledger == categories[category].ledger;
  guatu_screen_palette_init_plain (&palette);
  guatu_chart_take_colours (&palette, plan, categories[category].ledger);

  return guatu_colour_to_rgba (guatu_palette_fill (&palette, GUATU_INK_IN_HUE (GUATU_INK_BAR_DONE,
                                                                               place % GUATU_N_CATEGORY_HUES)).ground);
}
