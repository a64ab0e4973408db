/* guatu-year-legend.c — paints a day of each kind with its name. */
#include "guatu-year-legend.h"

#include <glib/gi18n-lib.h>

#include "guatu-chart-text.h"
#include "guatu-screen-palette.h"
#include "guatu-snapshot-painter.h"
#include "guatu-text-scale.h"
#include "guatu-year-paint.h"

/* Pixels at the usual size of text. */
#define CELL 20.0
#define GAP 14.0
#define SIZE 11.5

struct _GuatuYearLegend
{
  GtkWidget             parent_instance;

  GuatuSnapshotPainter *painter;
  GuatuPalette          palette;
};

G_DEFINE_FINAL_TYPE (GuatuYearLegend, guatu_year_legend, GTK_TYPE_WIDGET)

static const GuatuDayKind kinds[] = { GUATU_DAY_HOLIDAY, GUATU_DAY_MAKE_UP, GUATU_DAY_CLOSURE, GUATU_DAY_OTHER_HOURS };

static void
look_changed (GuatuYearLegend *self)
{
  guatu_screen_palette_init_plain (&self->palette);
  guatu_snapshot_painter_set_palette (self->painter, &self->palette);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The room that a kind takes. */
static double
width_of (GuatuYearLegend *self,
          GuatuDayKind     kind)
{
  GuatuPainter *painter = GUATU_SNAPSHOT_PAINTER_STROKES (self->painter);
  const GuatuTextStyle style = { .size = SIZE * guatu_text_scale (), .align = GUATU_ALIGN_START };
  double width, height;

  painter->measure (painter, guatu_day_kind_label (kind), &style, 0, &width, &height);

  return guatu_text_scaled (CELL + 5 + GAP) + width;
}

static void
guatu_year_legend_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  GuatuYearLegend *self = GUATU_YEAR_LEGEND (widget);
  double width = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = (int) guatu_text_scaled (CELL);
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    width += width_of (self, kinds[i]);
  *minimum = 0;
  *natural = (int) width + 1;
}

static void
guatu_year_legend_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  GuatuYearLegend *self = GUATU_YEAR_LEGEND (widget);
  GuatuPainter *painter = GUATU_SNAPSHOT_PAINTER_STROKES (self->painter);
  const GuatuTextStyle style = { .size = SIZE * guatu_text_scale (), .align = GUATU_ALIGN_START };
  double x = 0, cell = guatu_text_scaled (CELL), room = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget), top = (height - cell) / 2;

  guatu_snapshot_painter_set_scale (self->painter, gtk_widget_get_scale_factor (widget));
  guatu_snapshot_painter_set_target (self->painter, snapshot, (GuatuBox) { 0, 0, room, height });
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      double width = width_of (self, kinds[i]);

      if (x + width > room + 1)
        break;
      guatu_year_paint_day (painter, (GuatuBox) { x, top, cell + 2, cell }, kinds[i], "1", guatu_text_scale ());
      painter->text (painter, (GuatuBox) { x + cell + 5, 0, width, height }, guatu_day_kind_label (kinds[i]), &style,
                     GUATU_INK_TEXT_MUTED);
      x += width;
    }
  guatu_snapshot_painter_set_target (self->painter, NULL, (GuatuBox) { 0, 0, room, height });
}

static void
guatu_year_legend_finalize (GObject *object)
{
  guatu_snapshot_painter_free (GUATU_YEAR_LEGEND (object)->painter);

  G_OBJECT_CLASS (guatu_year_legend_parent_class)->finalize (object);
}

static void
guatu_year_legend_class_init (GuatuYearLegendClass *class)
{
  G_OBJECT_CLASS (class)->finalize = guatu_year_legend_finalize;
  GTK_WIDGET_CLASS (class)->measure = guatu_year_legend_measure;
  GTK_WIDGET_CLASS (class)->snapshot = guatu_year_legend_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
guatu_year_legend_init (GuatuYearLegend *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  guatu_screen_palette_init_plain (&self->palette);
  self->painter = guatu_snapshot_painter_new (&self->palette, guatu_chart_language (NULL));
  guatu_screen_palette_follow (G_CALLBACK (look_changed), self);
  guatu_text_scale_follow (G_CALLBACK (look_changed), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Legend: holidays, make-up working days, closures, other hours"), -1);
}

GtkWidget *
guatu_year_legend_new (void)
{
  return g_object_new (GUATU_TYPE_YEAR_LEGEND, NULL);
}
